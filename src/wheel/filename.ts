/** Wheel filenames and distribution names (PyPA binary distribution format, PEP 425, PEP 503). */
import { UserError } from '../errors.js'
import { quoted } from './invalid-wheel.js'
import { longestFilename, mostTags } from './limits.js'

/** A parsed wheel filename: `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl`. */
export type WheelFilename = {
  readonly filename: string
  /** Normalised (PEP 503): `ruamel-yaml`. */
  readonly name: string
  /** As spelled in the filename, `_` of a local version turned into `+` where needed. */
  readonly version: string
  /** Build tag as (number, rest); a wheel without one sorts before every wheel with one. */
  readonly build: readonly [number, string] | undefined
  /** Compressed tag sets expanded to their product: `cp311-cp311-manylinux_2_17_x86_64`. */
  readonly tags: readonly string[]
}

const parts = '`{name}-{version}(-{build})-{python}-{abi}-{platform}.whl`'
/** A `_` that no PEP 440 keyword follows stands for the `+` of a local version: `2.4.0_cu121`, but not `1.0_post1`. */
const escapedLocal = /_(?!(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[-_.]?\d*(?:[-_.+]|$))/i

/**
 * Reads a wheel filename (PyPA binary distribution format, "File name convention"; PEP 425 for tags).
 * Throws UserError WHEEL_FILENAME_INVALID.
 */
export function parseWheelFilename(filename: string): WheelFilename {
  if (!filename.endsWith('.whl')) throw invalidFilename(filename, 'it does not end in `.whl`')
  if (filename.length > longestFilename) {
    throw invalidFilename(filename, `it is longer than ${longestFilename} characters`)
  }
  const fields = filename.slice(0, -'.whl'.length).split('-')
  if (fields.length !== 5 && fields.length !== 6) {
    throw invalidFilename(filename, `it has ${fields.length} parts between \`-\`; expected 5 or 6`)
  }
  const [name = '', version = ''] = fields
  const [python = '', abi = '', platform = ''] = fields.slice(-3)
  if (!/^[\w.]+$/.test(name) || !/[A-Za-z0-9]/.test(name))
    throw invalidFilename(filename, `${quoted(name)} is not a name`)
  if (!/^v?\d[\w.!+]*$/i.test(version)) throw invalidFilename(filename, `${quoted(version)} is not a version`)
  return {
    filename,
    name: normalizeName(name),
    version: version.includes('+') ? version : version.replace(escapedLocal, '+'),
    build: fields.length === 6 ? parseBuild(fields[2] ?? '', filename) : undefined,
    tags: expandTags({ python, abi, platform }, filename),
  }
}

function parseBuild(build: string, filename: string): readonly [number, string] {
  const [, number, rest] = /^(\d+)([\w.]*)$/.exec(build) ?? []
  if (number === undefined) throw invalidFilename(filename, `build tag ${quoted(build)} does not start with a digit`)
  return [Number(number), rest ?? '']
}

/** Every combination of the compressed tag sets, in lower case. */
function expandTags(
  sets: { readonly python: string; readonly abi: string; readonly platform: string },
  filename: string,
): readonly string[] {
  const [pythons, abis, platforms] = [sets.python, sets.abi, sets.platform].map(set => splitSet(set, filename))
  const count = (pythons?.length ?? 0) * (abis?.length ?? 0) * (platforms?.length ?? 0)
  if (count > mostTags) throw invalidFilename(filename, `it stands for ${count} tags; expected at most ${mostTags}`)
  return (pythons ?? []).flatMap(python =>
    (abis ?? []).flatMap(abi => (platforms ?? []).map(platform => `${python}-${abi}-${platform}`)),
  )
}

function splitSet(set: string, filename: string): readonly string[] {
  if (!/^\w+(\.\w+)*$/.test(set)) throw invalidFilename(filename, `${quoted(set)} is not a set of tags`)
  return [...new Set(set.toLowerCase().split('.'))]
}

function invalidFilename(filename: string, reason: string): UserError {
  return new UserError('WHEEL_FILENAME_INVALID', `${quoted(filename)} is not a wheel filename: ${reason}`, {
    hint: `A wheel is named ${parts}; \`-\` inside a part is written \`_\``,
  })
}

/** The name of a distribution as it is compared (PEP 503): lower case, each run of `-`, `_` and `.` one `-`. */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase()
}
