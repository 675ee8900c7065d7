import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('ARCHITECTURE.md', root), 'utf8')
const invariants = text.split(/^## /m).find(section => section.startsWith('4.')) ?? ''

describe('ARCHITECTURE.md', () => {
  test('names no file that does not exist', () => {
    const named = [...text.matchAll(/`(?:src\/)?([a-z][\w/-]*\.(?:ts|py))`/g)].map(([, path = '']) => path)
    const isThere = (path: string) =>
      ['src', '__tests__'].some(folder => existsSync(new URL(`${folder}/${path}`, root)))
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(path => !isThere(path))).toEqual([])
  })

  test('gives each invariant a test or a lint rule', () => {
    const items = invariants.split(/^- (?=\*\*I\d+\.)/m).slice(1)
    expect(items.map(item => /^\*\*I(\d+)\./.exec(item)?.[1])).toEqual(items.map((_, index) => String(index + 1)))
    expect(items.filter(item => !/\.test\.ts`|\.oxlintrc\.json/.test(item))).toEqual([])
  })

  test('quotes titles of tests that are in the file before them', () => {
    const quoted = invariants.split(/`([\w/-]+\.test\.ts)`/).slice(1)
    const pairs = quoted.flatMap((path, index) => (index % 2 === 0 ? [{ path, after: quoted[index + 1] ?? '' }] : []))
    for (const { path, after } of pairs) {
      const source = readFileSync(new URL(`__tests__/${path}`, root), 'utf8')
      const titles = [...after.matchAll(/"([^"]+)"/g)].map(([, title = '']) => title.replace(/\s+/g, ' '))
      expect([path, titles.filter(title => !source.includes(title))]).toEqual([path, []])
    }
  })
})
