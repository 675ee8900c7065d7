import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const source = new URL('../../src/', import.meta.url)
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(new URL(path.replaceAll('\\', '/'), source), 'utf8'))
  .join('\n')
const pages = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const rows = [...pages.matchAll(/^\| `([A-Z_]+)` \| ([\d, ]+) \|/gm)]
const documented = new Map(rows.map(([, name = '', exits = '']) => [name, exits.split(', ').map(Number)]))

const exitCodes = { UserError: 1, usageError: 2, integrityError: 3 } as const

describe('docs/errors.md', () => {
  test('has every code of the source once, and no other', () => {
    expect(sorted(rows.map(([, name = '']) => name))).toEqual(sorted(thrownCodes()))
  })

  test('gives each code the exit code that it is thrown with', () => {
    for (const [maker, exit] of Object.entries(exitCodes)) {
      for (const name of codesAfter(`\\b${maker}\\(`))
        expect([name, documented.get(name)]).toEqual([name, withExit(exit)])
    }
  })

  test('explains every exit code', () => {
    for (const exit of new Set([...documented.values()].flat())) {
      expect(pages).toMatch(new RegExp(`^\\| (?:\\d+, )?${exit}(?:, \\d+)? \\| [^|]+ \\|$`, 'm'))
    }
  })
})

function sorted(names: Iterable<string>): readonly string[] {
  return [...names].sort((a, b) => (a < b ? -1 : 1))
}

function withExit(exit: number) {
  return expect.arrayContaining([exit])
}

/** Codes are literals: the first argument of what makes an error, or a field or variable called `code`. */
function thrownCodes(): ReadonlySet<string> {
  const passed = codesAfter('\\b(?:UserError|usageError|integrityError|refuse\\w*|unsupported)\\(')
  const assigned = [...code.matchAll(/\bcode(?::| =) (.*)$/gm)].flatMap(([, value = '']) => codesIn(value))
  return new Set([...passed, ...assigned])
}

function codesAfter(start: string): readonly string[] {
  return [...code.matchAll(new RegExp(`${start}\\s*('[A-Z_]+')`, 'g'))].flatMap(([, name = '']) => codesIn(name))
}

/** Without those of Node, which this program's own code may take for network trouble. */
function codesIn(text: string): readonly string[] {
  return [...text.matchAll(/'((?!ERR_)[A-Z]{2,}(?:_[A-Z]+)*)'/g)].map(([, name = '']) => name)
}
