import { describe, expect, test } from '@jest/globals'
import {
  changes,
  type Discovered,
  differences,
  discoveredChanges,
  discoverVariables,
  firstKey,
  printable,
  secondKey,
  settingIngredients,
  variableIngredients,
} from '../../../src/build/key.js'

const compiler = (value: string) => ({ name: 'tool cc', value })
const source = { name: 'source', value: 'abc' }

describe('what differs between two builds', () => {
  test('is said by name, with both values', () => {
    const older = [source, compiler('gcc 12'), { name: 'variable CFLAGS', value: '-O2' }]
    const newer = [{ name: 'variable X', value: '' }, compiler('gcc 13'), source]
    expect(differences(older, newer)).toBe('tool cc: gcc 12 → gcc 13; variable CFLAGS: -O2 → none; variable X: none → ')
    expect(differences(older, [...older].reverse())).toBe('')
  })

  test('is cut where it is too long to read', () => {
    const long = (end: string) => compiler(`${'x'.repeat(200)}${end}`)
    expect(differences([long('a')], [compiler('y')])).toBe(`tool cc: ${'x'.repeat(120)}… → y`)
    expect(differences([long('a')], [long('b')])).toBe('tool cc: changed')
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `setting ${index}`, value: '1' }))
    expect(differences([], many).split('; ')).toHaveLength(20)
    expect(changes([], many)).toHaveLength(30)
  })

  test('shows no control character of a value', () => {
    expect(differences([], [{ name: 'variable X', value: 'a\u001b[2J\nb\u202e' }])).toBe(
      'variable X: none → a\\u{1b}[2J\\u{a}b\\u{202e}',
    )
    expect(printable('äöü → 日本')).toBe('äöü → 日本')
  })

  test('is told of discovered facts without their values', () => {
    const recorded: Discovered = {
      variables: { A: '1', B: null, C: '3', D: null },
      paths: { '../shared/a.h': 'x' },
      environment: 'one',
    }
    const now: Discovered = { variables: { A: '2', B: '2', C: null, D: null }, paths: {}, environment: 'two' }
    expect(discoveredChanges(recorded, now)).toEqual([
      'variable A: changed',
      'variable B: none → another',
      'variable C: gone',
      'path ../shared/a.h: changed',
      'build environment: its lock changed',
    ])
    expect(discoveredChanges(recorded, recorded)).toEqual([])
  })
})

describe('discovered variables', () => {
  test('are digests, null where they are not set', () => {
    const found = discoverVariables(['B', 'A', 'A', 'constructor'], { A: '', OTHER: 'x' })
    expect(found).toEqual({ A: expect.stringMatching(/^[0-9a-f]{32}$/), B: null, constructor: null })
    expect(JSON.stringify(discoverVariables(['A'], { A: 'plain' }))).not.toContain('plain')
  })

  test('do not change with the password in a URL', () => {
    const at = (url: string) => discoverVariables(['X'], { X: url }).X
    expect(at('https://user:one@host/a')).toBe(at('https://user:two@host/a'))
    expect(at('https://user:one@host/a')).not.toBe(at('https://user:one@host/b'))
  })
})

describe('keys', () => {
  test('are the same in every version of this tool that means the same by them', () => {
    expect(firstKey([source, compiler('gcc 12')])).toBe('b4ad1861b94d71a346e8736dc4c11532')
    expect(secondKey('f', { variables: { B: null, A: '1' }, paths: { p: 'x' }, environment: 'e' })).toBe(
      '5a5b337195dea1abce2f350ef0b72600',
    )
  })
})

describe('variables as ingredients', () => {
  test('show what they hold, unless they are not set', () => {
    const env = { CFLAGS: '-O3 -g', EMPTY: '' }
    expect(variableIngredients(['EMPTY', 'CFLAGS', 'CC', 'CFLAGS', 'constructor'], env)).toEqual([
      { name: 'variable CFLAGS', value: '-O3 -g' },
      { name: 'variable EMPTY', value: '' },
    ])
  })

  test('show no credentials, which do not count in URLs', () => {
    const at = (url: string) => variableIngredients(['X'], { X: url })
    expect(JSON.stringify(at('https://user:hunter2@host/a'))).not.toContain('hunter2')
    expect(at('https://user:one@host/a')).toEqual(at('https://user:two@host/a'))
    expect(at('https://user:one@host/a')).not.toEqual(at('https://user:one@host/b'))
  })

  test.each([
    ['MY_TOKEN', 'abcdefgh'],
    ['DB_PASSWORD', 'abcdefgh'],
    ['CMAKE_ARGS', '-DAPI_KEY=abcdefgh -DX=1'],
    ['X', `ghp_${'abcdefgh'.repeat(4)}`],
    ['X', '-----BEGIN OPENSSH PRIVATE KEY-----\nabcdefgh'],
  ])('%s=%s is only a digest, and still counts', (name, secret) => {
    const [found] = variableIngredients([name], { [name]: secret })
    expect(found?.value).toMatch(/^sha256 [0-9a-f]{16}$/)
    expect(variableIngredients([name], { [name]: `${secret}x` })[0]?.value).not.toBe(found?.value)
  })
})

describe('config settings as ingredients', () => {
  test('tell a text from a list, and from a text that looks like one', () => {
    const settings = [{ a: 'x' }, { a: ['x'] }, { a: '["x"]' }, { a: ['x', 'y'] }, { a: '"x"' }, { b: 'x' }]
    expect(settingIngredients({ 'cmake.define.A': '1', list: ['x', 'y'] })).toEqual([
      { name: 'setting cmake.define.A', value: '1' },
      { name: 'setting list', value: '["x","y"]' },
    ])
    expect(new Set(settings.map(setting => firstKey(settingIngredients(setting)))).size).toBe(settings.length)
  })
})
