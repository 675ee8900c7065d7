/** Which entries of a lock are for an interpreter, and whether the lock is for it at all (PEP 751). Pure. */
import { UserError, usageError } from '../errors.js'
import type { Interpreter } from '../python/interpreter.js'
import { evaluateMarker } from '../python/markers.js'
import { satisfies } from '../python/specifiers.js'
import { compareText } from './choose-wheel.js'
import type { Lock, LockedDistribution } from './lock.js'

/** Throws UserError LOCK_PYTHON_MISMATCH and LOCK_PLATFORM_MISMATCH where the lock is for others. */
export function checkEnvironment(lock: Lock, interpreter: Interpreter): void {
  const { markers, executable, version } = interpreter
  if (lock.requiresPython !== undefined && !satisfies(fullVersion(interpreter), lock.requiresPython)) {
    throw new UserError(
      'LOCK_PYTHON_MISMATCH',
      `\`${lock.source}\` is a lock for another Python: it requires \`${lock.requiresPython}\`, \`${executable}\` is ${version}`,
      { hint: 'Name another Python with `--python`, or make the lock again for this one' },
    )
  }
  const fits = lock.environments.some(marker => evaluateMarker(marker, markers))
  if (lock.environments.length === 0 || fits) return
  throw new UserError(
    'LOCK_PLATFORM_MISMATCH',
    `\`${lock.source}\` is a lock for other environments: it is for ${quoteAll(lock.environments)}; this is Python ${version} (${markers.implementation_name ?? interpreter.implementation}) on ${markers.sys_platform ?? 'an unknown platform'}, ${markers.platform_machine ?? 'an unknown machine'}`,
    { hint: 'Make a lock that covers this environment, for example with `uv pip compile --universal`' },
  )
}

function fullVersion(interpreter: Interpreter): string {
  return interpreter.markers.python_full_version ?? interpreter.version
}

/** Whether an entry of the lock is for this interpreter, by its marker. */
export function applies({ marker }: LockedDistribution, lock: Lock, { markers }: Interpreter): boolean {
  const sets = { extras: lock.extras, dependencyGroups: lock.dependencyGroups }
  return marker === undefined || evaluateMarker(marker, markers, sets)
}

/** The entries that apply, sorted by name. Throws UserError LOCK_AMBIGUOUS where two of one name do. */
export function selectDistributions(lock: Lock, interpreter: Interpreter): readonly LockedDistribution[] {
  const selected = lock.distributions
    .filter(entry => applies(entry, lock, interpreter))
    .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.version ?? '', b.version ?? ''))
  const ambiguous = selected.filter(({ name }, index) =>
    [selected[index - 1], selected[index + 1]].some(other => other?.name === name),
  )
  if (ambiguous.length === 0) return selected
  const list = ambiguous.map(label)
  throw usageError(
    'LOCK_AMBIGUOUS',
    `\`${lock.source}\` has more than one entry that applies here for ${list.join(', ')}`,
    'Their markers must exclude each other; make the lock again',
  )
}

/** Throws UserError LOCK_PYTHON_MISMATCH naming every entry that is for another Python. */
export function checkRequiresPython(
  lock: Lock,
  distributions: readonly LockedDistribution[],
  interpreter: Interpreter,
): void {
  const version = fullVersion(interpreter)
  const refused = distributions.filter(({ requiresPython }) => requiresPython && !satisfies(version, requiresPython))
  if (refused.length === 0) return
  const list = refused.map(entry => `${label(entry)} requires \`${entry.requiresPython}\``)
  throw new UserError(
    'LOCK_PYTHON_MISMATCH',
    `\`${lock.source}\` is a lock for another Python than ${version} (\`${interpreter.executable}\`): ${list.join(', ')}`,
    { hint: 'Name another Python with `--python`, or make the lock again for this one' },
  )
}

/** `name` and version, for messages. */
export function label(entry: { readonly name: string; readonly version: string | undefined }): string {
  return `\`${entry.name}\` ${labelVersion(entry)}`
}

function labelVersion({ version }: { readonly version: string | undefined }): string {
  return version ?? 'without a version'
}

export function quoteAll(values: readonly string[]): string {
  return values.map(value => `\`${value}\``).join(', ')
}
