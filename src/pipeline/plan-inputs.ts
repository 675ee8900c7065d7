/** The inputs of a run as the cache key sees them: what was asked for, with included files in place. */
import type { PlanInputs } from '../cache/key.js'
import { mayApply, type NormalFile, normaliseConfiguration, normaliseRequirements } from '../cache/normal-file.js'
import { normaliseLock } from '../cache/normal-lock.js'
import type { Requirement } from '../plan/requirement.js'
import type { Interpreter } from '../python/interpreter.js'
import { libcOf } from '../python/tags.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import { chooseBytecode } from './bytecode-kind.js'
import type { Run } from './run.js'

/** Reads what the key is made of; a local wheel counts by its digest, since its path says nothing about its content. */
export async function describeInputs(inputs: RunInputs, interpreter: Interpreter, run: Run): Promise<PlanInputs> {
  const { settings, host } = run
  const { index } = inputs.set
  const { extras, groups, noGroups, allExtras, noDev, noInstallProject, noDeps } = settings
  return {
    files: await describeFiles(inputs, interpreter, run),
    extras,
    groups,
    flags: {
      'no-group': [...noGroups].sort().join(' '),
      'all-extras': allExtras,
      'no-dev': noDev,
      'no-install-project': noInstallProject,
      'no-deps': noDeps,
      'compile-bytecode': bytecodeOf(interpreter, run),
    },
    python: interpreter,
    platform: { ...host.platform, libc: libcOf(interpreter.tags) },
    indexes: [...(index.noIndex ? [] : [index.indexUrl, ...index.extraIndexUrls]), ...index.findLinks],
    suffix: settings.cache.suffix,
  }
}

/** Of another level, mode or list of modules is another set, which one entry cannot hold beside the usual one. */
function bytecodeOf(interpreter: Interpreter, { settings, host }: Run): boolean | string {
  const kind = chooseBytecode(interpreter, { settings, env: host.env })?.kind
  if (kind === undefined) return false
  const isUsual = kind.optimize === 0 && kind.invalidationMode === 'timestamp'
  return isUsual || `${kind.invalidationMode}, optimised ${kind.optimize}`
}

/** A lock is complete; anything else is resolved, and then what configures the resolver counts too. What is empty says nothing. */
async function describeFiles(
  { files, set, configuration, pylockDocument }: RunInputs,
  interpreter: Interpreter,
  run: Run,
): Promise<readonly NormalFile[]> {
  const locks = files.filter(({ kind }) => kind !== 'requirements')
  const isRead = locks.some(({ kind }) => kind === 'pylock')
  const texts = isRead ? [] : Object.entries(configuration.texts)
  const concerns = ({ marker }: Requirement) => marker === undefined || mayApply(marker, interpreter)
  const placed = (rows: readonly Requirement[]) => Promise.all(rows.filter(concerns).map(row => withDigest(row, run)))
  const all = [
    ...locks.map(({ path, text }) => normaliseLock({ filename: path, text, document: pylockDocument() }, interpreter)),
    normaliseRequirements('requirement', await placed(set.requirements), interpreter),
    normaliseRequirements('constraint', await placed(set.constraints), interpreter),
    normaliseConfiguration('requirements options', set.resolverOptions.join('\n')),
    ...texts.map(([name, text]) => normaliseConfiguration(`uv ${name}`, text)),
  ]
  return all.filter(({ lines }) => lines.length > 0)
}

async function withDigest(row: Requirement, run: Run): Promise<Requirement> {
  const { location } = row
  if (location === undefined || /^https?:/i.test(location)) return row
  return { ...row, location: (await run.digest(location)).sha256 }
}
