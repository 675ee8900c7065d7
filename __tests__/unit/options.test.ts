import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { outputNames } from '../../src/action/outputs.js'
import { variableOf } from '../../src/edge/given.js'
import { options } from '../../src/options.js'

const action = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')

describe('action.yml', () => {
  test('has exactly the inputs of the table that this version covers, with their defaults', () => {
    const inputs = options
      .filter(({ later, where }) => later !== true && (where === 'everywhere' || where === 'action'))
      .map(option => [option.name, option.default])
    expect(entriesOf('inputs').map(({ name, fields }) => [name, fields.default])).toEqual(inputs)
  })

  test('describes an input as the help does, with its allowed values', () => {
    for (const { name, fields } of entriesOf('inputs')) {
      const option = options.find(candidate => candidate.name === name)
      expect(fields.description?.startsWith(option?.help ?? '?')).toBe(true)
      for (const value of (option?.values ?? []).slice(1)) expect(fields.description).toContain(value)
    }
  })

  test('has the outputs that the step sets', () => {
    expect(entriesOf('outputs').map(({ name }) => name)).toEqual([...outputNames])
  })

  test('runs on node24 and always runs its post step', () => {
    expect(action).toContain(
      'runs:\n  using: node24\n  main: dist/main/index.js\n  post: dist/post/index.js\n  post-if: always()\n',
    )
  })
})

describe('the table of options', () => {
  test('has each name, alias and letter once', () => {
    const names = options.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]))
    const letters = options.flatMap(({ short }) => short ?? [])
    expect([new Set(names).size, new Set(letters).size]).toEqual([names.length, letters.length])
  })

  test('has no default that the option itself refuses', () => {
    const refused = options.filter(({ values, ...option }) => values?.includes(option.default) === false)
    expect(refused).toEqual([])
  })

  test('names the variable of an option', () => {
    expect(options.map(variableOf)).toContain('WHEELCREW_LINK_MODE')
  })
})

type Entry = { readonly name: string; readonly fields: Readonly<Record<string, string>> }

/** The mapping below a top-level key of action.yml, which keeps to one line for each field. */
function entriesOf(key: string): readonly Entry[] {
  const section = action.split(new RegExp(`^${key}:\n`, 'm'))[1]?.split(/^\S/m)[0] ?? ''
  return section.split(/^ {2}(?=\S)/m).flatMap(block => {
    const name = /^(\S+):\n/.exec(block)?.[1]
    const fields = [...block.matchAll(/^ {4}(\w+): (?:'(.*)'|(.*))$/gm)].map(([, field, quoted, plain]) => [
      field,
      quoted ?? plain,
    ])
    return name === undefined ? [] : [{ name, fields: Object.fromEntries(fields) }]
  })
}
