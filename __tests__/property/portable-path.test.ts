import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldPath } from '../../src/wheel/portable-path.js'

const text = fc.string({ unit: 'binary', maxLength: 12 })

test('a folded path folds to itself', () => {
  fc.assert(
    fc.property(text, path => {
      expect(foldPath(foldPath(path))).toBe(foldPath(path))
    }),
    { numRuns: 2000 },
  )
})

test('a path folds as its upper case, its lower case and its decomposition do', () => {
  fc.assert(
    fc.property(text, path => {
      const folded = foldPath(path)
      expect(foldPath(path.toUpperCase())).toBe(folded)
      expect(foldPath(path.normalize('NFD'))).toBe(folded)
    }),
    { numRuns: 2000 },
  )
})
