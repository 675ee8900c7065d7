import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PackDamage } from '../../src/store/frames.js'
import type { StoredFile } from '../../src/store/note.js'
import type { BytecodeSection, Section, WheelSection } from '../../src/store/pack-contents.js'
import { formatContents, parseContents } from '../../src/store/pack-table.js'

const runs = Number(process.env.FC_RUNS ?? 100)

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')
const digest = fc.string().map(sha256Of)
/** With what could be taken for the end of a line or of a string. */
const text = fc.string({
  unit: fc.constantFrom('a', '[', ']', '=', ':', '\n', '\r', '\u2028', '"', '\\', 'é', '環', '\0', '\uFEFF'),
})
const part = fc
  .string({ unit: fc.constantFrom('a', 'b', 'é', '_', ' ', '"'), minLength: 1, maxLength: 6 })
  .map(name => `x${name}x`)
const path = fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'))
const file = fc.record({ path, size: fc.nat(), sha256: digest, executable: fc.boolean() })

/** Without paths that are another's directory. */
function apart(files: readonly StoredFile[]): readonly StoredFile[] {
  return files.filter(({ path }) => !files.some(other => other.path.startsWith(`${path}/`)))
}

const files = fc.uniqueArray(file, { maxLength: 5, selector: ({ path }) => path.toLowerCase() }).map(apart)

const wheel: fc.Arbitrary<WheelSection> = fc
  .record({ sha256: digest, files, entryPoints: fc.option(text, { nil: undefined }), isPure: fc.boolean() })
  .map(({ sha256, files, entryPoints, isPure }) => {
    const distInfo = 'demo-1.0.dist-info'
    const own = {
      path: `${distInfo}/entry_points.txt`,
      size: 1,
      sha256: sha256Of(entryPoints ?? ''),
      executable: false,
    }
    const note = {
      ...{ sha256, filename: 'demo-1.0-py3-none-any.whl', size: 7, name: 'demo', version: '1.0', distInfo },
      ...{ rootIsPurelib: isPure, requires: ['other'], files: entryPoints === undefined ? files : [...files, own] },
    }
    return { kind: undefined, note, entryPoints }
  })

const word = fc.string({ unit: fc.constantFrom('a', '1', '.', '-'), minLength: 1, maxLength: 9 })
const bytecode: fc.Arbitrary<BytecodeSection> = fc.record({
  kind: fc.record({ cacheTag: word, magicNumber: word, optimize: fc.nat(2), invalidationMode: word }),
  note: fc.record({ wheel: digest, files, failed: fc.constant([{ path: 'a.py', message: 'SyntaxError\n' }]) }),
})

const sections = fc
  .tuple(fc.array(wheel, { maxLength: 3 }), fc.array(bytecode, { maxLength: 3 }))
  .map(([wheels, sets]): readonly Section[] => [...wheels, ...sets])

describe('the table of contents of a pack', () => {
  test('says of any sections what they are, their notes and their entry points', () => {
    fc.assert(
      fc.property(sections, given => {
        expect(parseContents(formatContents(given).toString('utf8'))).toEqual(given)
      }),
      { numRuns: runs },
    )
  })

  test('is damaged where the text of entry points is another than the wheel has', () => {
    fc.assert(
      fc.property(wheel, text, (section, other) => {
        fc.pre(other !== section.entryPoints)
        const lying = formatContents([{ ...section, entryPoints: other }]).toString('utf8')
        expect(() => parseContents(lying)).toThrow(PackDamage)
      }),
      { numRuns: runs },
    )
  })

  test('is damaged where any one character of entry points is another', () => {
    const section = fc.sample(
      wheel.filter(({ entryPoints = '' }) => entryPoints.length > 3),
      { numRuns: 1, seed: 7 },
    )[0]
    const entryPoints = section?.entryPoints ?? ''
    for (let at = 0; at < entryPoints.length; at++) {
      const changed = `${entryPoints.slice(0, at)}x${entryPoints.slice(at + 1)}`
      const lying = formatContents(section === undefined ? [] : [{ ...section, entryPoints: changed }])
      expect(() => parseContents(lying.toString('utf8'))).toThrow(PackDamage)
    }
    expect(entryPoints.length).toBeGreaterThan(3)
  })

  test('is damaged, and nothing else, whatever else it says', () => {
    const line = fc.oneof(fc.json(), fc.string(), fc.constantFrom('null', '{}', '[]', '0', 'true', '"text"'))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), lines => {
        const damaged = lines.join('\n')
        fc.pre(damaged !== '')
        expect(() => parseContents(damaged)).toThrow(PackDamage)
      }),
      { numRuns: runs },
    )
  })

  test('says nothing of a line that is missing or cut', () => {
    fc.assert(
      fc.property(sections, fc.nat(), (given, at) => {
        const whole = formatContents(given).toString('utf8')
        const cut = whole.slice(0, whole.length === 0 ? 0 : at % whole.length)
        fc.pre(cut !== '')
        const isWholeLine = whole[cut.length] === '\n' && cut.split('\n').length % 2 === 0
        if (isWholeLine) expect(parseContents(cut)).toEqual(given.slice(0, cut.split('\n').length / 2))
        else expect(() => parseContents(cut)).toThrow(PackDamage)
      }),
      { numRuns: runs },
    )
  })
})
