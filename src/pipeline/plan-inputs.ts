/** The inputs of a run as the cache key sees them: what was asked for, with included files in place. */
import type { InputFile, PlanInputs } from '../cache/key.js'
import type { Requirement } from '../plan/requirement.js'
import type { Interpreter } from '../python/interpreter.js'
import { libcOf } from '../python/tags.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { Run } from './run.js'

/** Reads what the key is made of; a local wheel counts by its digest, since its path says nothing about its content. */
export async function describeInputs(inputs: RunInputs, interpreter: Interpreter, run: Run): Promise<PlanInputs> {
  const { settings, host } = run
  const { set } = inputs
  const locks = inputs.files.filter(file => file.kind !== 'requirements')
  const { extras, groups, noGroups, allExtras, noDev, noInstallProject, noDeps, compileBytecode } = settings
  const lines = async (rows: readonly Requirement[]) =>
    (await Promise.all(rows.map(row => lineOf(row, run)))).join('\n')
  const requirements = {
    role: 'requirement',
    filename: 'requirements.txt',
    text: await lines(set.requirements),
  } as const
  const constraints = { role: 'constraint', filename: 'constraints.txt', text: await lines(set.constraints) } as const
  return {
    files: [
      ...locks.map(({ path, text }): InputFile => ({ role: 'requirement', filename: path, text })),
      requirements,
      constraints,
    ],
    packages: [],
    extras,
    groups,
    flags: { noGroups: noGroups.join(','), allExtras, noDev, noInstallProject, noDeps, compileBytecode },
    python: interpreter,
    platform: { ...host.platform, libc: libcOf(interpreter.tags) },
    indexes: [set.index.indexUrl, ...set.index.extraIndexUrls, ...set.index.findLinks],
    suffix: settings.cache.suffix,
  }
}

async function lineOf({ name, extras, specifier, location, marker, hashes }: Requirement, run: Run): Promise<string> {
  const place = location === undefined || /^https?:/i.test(location) ? location : (await run.digest(location)).sha256
  const listed = Object.entries(hashes).flatMap(([algorithm, digests]) =>
    [...digests].sort().map(digest => ` --hash=${algorithm}:${digest}`),
  )
  const subject = `${name}[${[...extras].sort().join(',')}]${specifier}${place === undefined ? '' : ` @ ${place}`}`
  return `${subject} ; ${marker ?? ''}${listed.join('')}`
}
