import { describe, expect, test } from '@jest/globals'
import { formatBuildNote, parseBuildNote } from '../../../src/store/build-note.js'
import { statedSize, statedSizeLength } from '../../../src/store/note.js'
import { makeBuildNote } from '../../helpers/build-notes.js'

const note = makeBuildNote()

describe('parseBuildNote', () => {
  test('reads what formatBuildNote wrote', () => {
    expect(parseBuildNote(formatBuildNote(note))).toEqual(note)
    const editable = makeBuildNote('x', { kind: 'editable', ingredients: [], requires: [], locked: [], seconds: 0 })
    expect(parseBuildNote(formatBuildNote(editable))).toEqual(editable)
  })

  test('takes any part that is missing or of another type for damage', () => {
    const paths = pathsOf(note)
    expect(paths.length).toBeGreaterThan(30)
    for (const path of paths) {
      for (const wrong of [[null], undefined, 1.5, {}]) {
        if (path === 'seconds' && wrong === 1.5) continue
        const isEmptyRecord = /^discovered\/(?:variables|paths)$/.test(path) && JSON.stringify(wrong) === '{}'
        const isGoneFromRecord = /^discovered\/(?:variables|paths)\//.test(path) && wrong === undefined
        const isGoneFromList = /\/\d+$/.test(path) && wrong === undefined
        if (isEmptyRecord || isGoneFromRecord || isGoneFromList) continue
        expect([path, wrong, parseBuildNote(damage(path, wrong))]).toEqual([path, wrong, undefined])
      }
    }
  })

  test('takes what is no object of format 1 for damage', () => {
    for (const text of ['', 'null', '[]', '1', '"x"', '{}', formatBuildNote(note).slice(0, -1)]) {
      expect(parseBuildNote(text)).toBeUndefined()
    }
    expect(parseBuildNote(formatBuildNote(note).replace('"format":1', '"format":2'))).toBeUndefined()
  })

  test.each([
    ['../demo.whl'],
    ['a/demo.whl'],
    ['a\\demo.whl'],
    ['..'],
    ['.'],
    [''],
    ['.hidden'],
    ['C:demo.whl'],
    ['demo.whl\n'],
    ['-demo.whl'],
    ['x'.repeat(256)],
  ])('lets no name of a file lead elsewhere: %j', name => {
    expect(parseBuildNote(formatBuildNote({ ...note, filename: name }))).toBeUndefined()
    expect(parseBuildNote(formatBuildNote({ ...note, product: { ...note.product, filename: name } }))).toBeUndefined()
  })

  test('lets no product take the place of the note', () => {
    const product = { ...note.product, filename: 'note.json' }
    expect(parseBuildNote(formatBuildNote({ ...note, product }))).toBeUndefined()
  })

  test.each([['A'.repeat(32)], ['a'.repeat(31)], ['../../../../../../../../../x/x/x'], ['a'.repeat(33)]])(
    'takes no key for one that is none: %j',
    key => {
      expect(parseBuildNote(formatBuildNote({ ...note, first: key }))).toBeUndefined()
      expect(parseBuildNote(formatBuildNote({ ...note, second: key }))).toBeUndefined()
    },
  )
})

test('the size of a product can be read from the beginning of its note', () => {
  const text = formatBuildNote(makeBuildNote(Buffer.alloc(12_345)))
  expect(statedSize(text.slice(0, statedSizeLength))).toBe(12_345)
})

/** Paths of every value inside, parents too. */
function pathsOf(value: unknown, prefix = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [`${prefix}${key}`, ...pathsOf(inner, `${prefix}${key}/`)])
}

/** The text of the note with another value at one path. */
function damage(path: string, value: unknown): string {
  const copy: unknown = JSON.parse(JSON.stringify(note))
  const keys = path.split('/')
  const parent = keys.slice(0, -1).reduce((inner, key) => Reflect.get(inner as object, key), copy)
  Reflect.set(parent as object, keys.at(-1) ?? '', value)
  return JSON.stringify(copy)
}
