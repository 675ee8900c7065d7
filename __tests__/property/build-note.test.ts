import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatBuildEntry, parseBuildEntry } from '../../src/cache/build-entry.js'
import { formatBuildNote, parseBuildNote } from '../../src/store/build-note.js'
import { makeBuildNote } from '../helpers/build-notes.js'

const digests = fc.dictionary(fc.string(), fc.option(fc.string()))

describe('the note of a build', () => {
  test('survives its way through the cache, whatever it says', () => {
    const discovered = fc.record({ variables: digests, paths: digests, environment: fc.string() })
    const facts = fc.record({ discovered, name: fc.string(), version: fc.string(), requires: fc.array(fc.string()) })
    fc.assert(
      fc.property(facts, changes => {
        const note = makeBuildNote('wheel', changes)
        const entry = formatBuildEntry({ product: note.product.sha256, note: formatBuildNote(note) })
        expect(parseBuildNote(parseBuildEntry(entry)?.note ?? '')).toEqual(JSON.parse(JSON.stringify(note)))
      }),
    )
  })

  test('is never read from anything else, and nothing makes reading fail', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map(value => JSON.stringify(value)),
        ),
        text => {
          expect(parseBuildNote(text)).toBeUndefined()
          expect(parseBuildEntry(Buffer.from(text))).toBeUndefined()
        },
      ),
    )
  })
})
