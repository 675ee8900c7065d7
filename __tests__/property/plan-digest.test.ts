import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type PlanInputs, planDigest } from '../../src/cache/key.js'
import { normaliseLock } from '../../src/cache/normal-lock.js'
import { savedLock } from '../../src/cache/saved-lock.js'
import { isUserError } from '../../src/errors.js'
import { selectWheels } from '../../src/plan/plan.js'
import { parsePylock } from '../../src/plan/pylock.js'
import { makeIndex, makeInterpreter } from '../helpers/plan.js'

const interpreter = makeInterpreter()
const newer = makeInterpreter({ tags: ['cp311-cp311-manylinux_2_39_x86_64', ...interpreter.tags] })
const directory = '/project'

type Wheel = { readonly tag: string; readonly build: string; readonly digest: number }
type Entry = {
  readonly name: string
  readonly version: string
  readonly marker: string | undefined
  readonly wheels: readonly Wheel[]
}

const wheel: fc.Arbitrary<Wheel> = fc.record({
  tag: fc.constantFrom(
    'py3-none-any',
    'cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64',
    'cp311-cp311-manylinux_2_28_x86_64',
    'cp311-cp311-manylinux_2_39_x86_64',
    'cp310-abi3-manylinux_2_17_x86_64',
    'cp312-cp312-manylinux_2_17_x86_64',
    'cp311-cp311-win_amd64',
  ),
  build: fc.constantFrom('', '-1'),
  digest: fc.integer({ min: 0, max: 2 }),
})

const entry: fc.Arbitrary<Entry> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  version: fc.constantFrom('1.0', '2.0'),
  marker: fc.constantFrom(
    undefined,
    undefined,
    "sys_platform == 'linux'",
    "sys_platform == 'win32'",
    "python_version < '3.11' or 'test' in extras",
  ),
  wheels: fc.uniqueArray(wheel, { minLength: 1, maxLength: 3, selector: ({ tag, build }) => tag + build }),
})
const entries = fc.uniqueArray(entry, { maxLength: 3, selector: ({ name }) => name })

function pylock(packages: readonly Entry[]): string {
  const tables = packages.map(({ name, version, marker, wheels }) => {
    const files = wheels.map(({ tag, build, digest }) => {
      const hashes = `hashes = { sha256 = "${`0${digest}`.repeat(32)}" }`
      return `{ url = "https://files.example/${name}-${version}${build}-${tag}.whl", ${hashes} }`
    })
    const lines = [`name = "${name}"`, `version = "${version}"`, marker && `marker = "${marker}"`]
    return ['[[packages]]', ...lines.filter(Boolean), `wheels = [${files.join(', ')}]`].join('\n')
  })
  return `lock-version = "1.0"\nextras = ["test"]\n${tables.length === 0 ? 'packages = []' : tables.join('\n')}\n`
}

const nothing = { allExtras: false, groups: [], noGroups: [], noDev: false }
const read = (text: string, extras: readonly string[]) =>
  parsePylock(text, 'pylock.toml', { ...nothing, directory, extras })

function inputs(text: string, extras: readonly string[], python = interpreter): PlanInputs {
  return {
    files: [normaliseLock({ filename: 'pylock.toml', text }, python)],
    extras,
    groups: [],
    flags: {},
    python,
    platform: { os: 'linux', arch: 'x64', libc: 'glibc' },
    indexes: [],
    suffix: '',
  }
}

/** What would be installed, or the code of the error. */
function selected(lock: ReturnType<typeof read>, python = interpreter): unknown {
  try {
    return selectWheels(lock, python, makeIndex()).map(({ name, version, file }) => [name, version, file])
  } catch (error) {
    if (isUserError(error)) return error.code
    throw error
  }
}

const extras = fc.constantFrom<readonly string[]>([], ['test'])

describe('the digest of a plan', () => {
  /** Two locks that differ in one entry, so that the difference is small. */
  const twoLocks = fc
    .tuple(entries, entry, fc.boolean())
    .map(([one, other, isAdded]): readonly (readonly Entry[])[] => {
      const rest = one.filter(({ name }) => name !== other.name)
      return isAdded ? [rest, [...rest, other]] : [one, [...rest, other]]
    })

  test('is never that of a lock from which this interpreter would install something else', () => {
    let differing = 0
    let equal = 0
    fc.assert(
      fc.property(twoLocks, extras, fc.constantFrom(interpreter, newer), (locks, asked, python) => {
        const [one = '', other = ''] = locks.map(pylock)
        const isEqual = planDigest(inputs(one, asked, python)) === planDigest(inputs(other, asked, python))
        const outcomes = [one, other].map(text => JSON.stringify(selected(read(text, asked), python)))
        if (outcomes[0] !== outcomes[1]) {
          differing += 1
          expect(isEqual).toBe(false)
        } else if (isEqual) equal += 1
      }),
      { numRuns: 500 },
    )
    expect(Math.min(differing, equal)).toBeGreaterThan(20)
  })

  test('is never shared by interpreters that would install something else, and the saved lock serves all that share it', () => {
    fc.assert(
      fc.property(entries, extras, (packages, asked) => {
        const text = pylock(packages)
        const lock = read(text, asked)
        const saved = savedLock(lock, interpreter.tags)
        expect(selected(saved, newer)).toEqual(selected(lock, newer))
        expect(selected(saved)).toEqual(selected(lock))
        if (JSON.stringify(selected(lock, newer)) !== JSON.stringify(selected(lock))) {
          expect(planDigest(inputs(text, asked, newer))).not.toBe(planDigest(inputs(text, asked)))
        }
      }),
      { numRuns: 300 },
    )
  })

  const foreign = [
    '{ url = "https://files.example/x-1.0-cp311-cp311-macosx_11_0_arm64.whl", hashes = { sha256 = "ff" } }, ',
    '{ url = "https://files.example/x-1.0-pp311-pypy311_pp73-manylinux_2_17_x86_64.whl", hashes = { sha256 = "fe" } }, ',
  ]
  const edits: readonly ((text: string) => string)[] = [
    text => `# a comment\n${text}`,
    text => `created-by = "another"\n${text}`,
    text => `${text}\n[tool.other]\nx = 1\n`,
    text => text.replaceAll('\n', '\r\n'),
    text => text.replaceAll('hashes = {', 'upload-time = 2026-01-01T00:00:00Z, hashes = {'),
    text => text.replaceAll('[[packages]]', '[[packages]]\ntool = { other = 1 }'),
    ...foreign.map(line => (text: string) => text.replaceAll('wheels = [', `wheels = [${line}`)),
    text =>
      text.includes('[[packages]]')
        ? `${text}\n[[packages]]\nname = "z"\nmarker = "os_name == 'nt'"\nwheels = [${foreign[0]}]\n`
        : text,
  ]

  test('does not change with what matters to nobody here', () => {
    fc.assert(
      fc.property(entries, extras, fc.subarray([...edits]), (packages, asked, chosen) => {
        const text = pylock(packages)
        const edited = chosen.reduce((before, edit) => edit(before), text)
        expect(planDigest(inputs(edited, asked))).toBe(planDigest(inputs(text, asked)))
      }),
      { numRuns: 200 },
    )
  })
})
