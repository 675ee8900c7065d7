/** Editable distributions: built before anything is resolved, and bound to the lock afterwards. */
import { pathToFileURL } from 'node:url'
import { buildEditable, type EditableWheel } from '../build/editable.js'
import { type EditableSource, parseEditable } from '../build/source.js'
import { type UserError, usageError } from '../errors.js'
import type { Lock, LockedDistribution } from '../plan/lock.js'
import { applies } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { MakeBuildEnvironment } from './build-environment.js'
import { type Run, timed } from './run.js'

export type Editable = EditableWheel & { readonly extras: readonly string[] }

/** What builds an editable wheel in this run. */
export type EditableBuilder = (source: EditableSource) => Promise<Editable>

/** Sets up the builder; nothing is made before it is called. */
export function openEditableBuilder(
  run: Run,
  interpreter: Interpreter,
  makeBuildEnvironment: MakeBuildEnvironment,
): EditableBuilder {
  const { host, watch } = run
  let count = 0
  return source =>
    timed(watch, 'build', async () => {
      const outputDirectory = await run.scratchDirectory(`build-${count++}`)
      const wheel = await buildEditable(source, {
        ...{ host, interpreter, makeBuildEnvironment, outputDirectory, signal: watch.signal },
        onOutput: line => host.log.debug(line),
      })
      return { ...wheel, extras: source.extras }
    })
}

/** Builds what the user named with `-e`, on the command line or in requirements files, one after the other. */
export async function buildEditables(
  inputs: RunInputs,
  run: Run,
  build: EditableBuilder,
): Promise<readonly Editable[]> {
  const { editables, workingDirectory } = run.settings
  const sources = [...editables, ...inputs.set.editables].map(text => parseEditable(text, workingDirectory))
  const distinct = new Map<string, EditableSource>()
  for (const source of sources) {
    const extras = [...(distinct.get(source.path)?.extras ?? []), ...source.extras]
    distinct.set(source.path, { ...source, extras: [...new Set(extras)] })
  }
  const built = new Map<string, Editable>()
  for (const source of distinct.values()) {
    const editable = await build(source)
    const other = built.get(editable.name)
    if (other !== undefined) throw sameName(editable, other)
    built.set(editable.name, editable)
  }
  return [...built.values()]
}

function sameName(editable: Editable, other: Editable): UserError {
  const trees = [other, editable].map(({ directUrl }) => `\`${directUrl.url}\``)
  return usageError(
    'REQUIREMENTS_INVALID',
    `${trees.join(' and ')} are both the distribution \`${editable.name}\``,
    'Name one of them',
  )
}

/** Requirements that name the wheels, so that a resolver sees their dependencies. */
export function requirementsOf(editables: readonly Editable[]): readonly string[] {
  return editables.map(
    ({ name, extras, path }) =>
      `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`} @ ${pathToFileURL(path).href}`,
  )
}

/**
 * The lock with these editables in it. A complete lock gets them without their dependencies, and what it names itself as
 * an editable directory is built.
 */
export async function bindEditables(
  lock: Lock,
  editables: readonly Editable[],
  { interpreter, build }: { readonly interpreter: Interpreter; readonly build: EditableBuilder },
): Promise<Lock> {
  const byName = new Map(editables.map(editable => [editable.name, editable]))
  for (const entry of lock.distributions) {
    const { name, unsupported } = entry
    if (unsupported?.isEditable !== true || byName.has(name) || !applies(entry, lock, interpreter)) continue
    byName.set(name, await build({ path: unsupported.where, shown: unsupported.where, extras: [] }))
  }
  if (byName.size === 0) return lock
  const others = lock.distributions.filter(({ name }) => !byName.has(name))
  return { ...lock, distributions: [...others, ...[...byName.values()].map(toLocked)] }
}

function toLocked({ name, version, path, directUrl }: Editable): LockedDistribution {
  const filename = path.split(/[\\/]/).at(-1) ?? ''
  return {
    ...{ name, version, directUrl, requested: true, wheels: [], sdist: undefined },
    ...{ marker: undefined, requiresPython: undefined, unsupported: undefined },
    archive: { filename, path, url: undefined, size: undefined, hashes: {} },
  }
}
