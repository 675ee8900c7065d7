import { describe, expect, test } from '@jest/globals'
import { withoutCommands } from '../../../src/action/commands.js'
import { credentialsOf } from '../../../src/action/secrets.js'
import { makeSettings } from '../../helpers/settings.js'

const index = { indexUrl: '', extraIndexUrls: [], findLinks: [], noIndex: false, offline: false, requireHashes: false }

const { build } = makeSettings('/')

describe('credentialsOf', () => {
  test('finds passwords as written and decoded, and tokens without a user', () => {
    const addresses = {
      ...index,
      indexUrl: 'https://me:s%40fe@host/simple',
      extraIndexUrls: ['corp=https://token123@host/simple', 'https://open/simple'],
      findLinks: ['/wheels', 'https://a:pass%@host/'],
    }
    const packages = ['six', 'attrs @ https://me:direct@host/attrs.whl']
    const sources = ['-e ./lib', 'a @ git+https://gh_token@git.example/a@v1', 'git+ssh://me:word@git.example/a']
    expect(credentialsOf({ index: addresses, packages, build: { ...build, sources } })).toEqual([
      ...['s%40fe', 's@fe', 'token123', 'pass%', 'direct', 'gh_token', 'word'],
    ])
  })

  test('finds nothing where there is nothing to hide', () => {
    const sources = ['git+ssh://git@git.example/a', './lib@2']
    const addresses = { ...index, indexUrl: 'https://user:@host/' }
    expect(credentialsOf({ index: addresses, packages: [], build: { ...build, sources } })).toEqual([])
  })
})

describe('withoutCommands', () => {
  test('keeps quoted lines from being read as commands of the runner', () => {
    expect(withoutCommands('one\n::error::x\n  ##[add-path]y\na::b')).toBe('one\n| ::error::x\n  ## [add-path]y\na::b')
  })

  test.each(['\u00a0', '\u0085', '\v\f', '\u3000\t', '\r'])('sees a command behind white space: %j', space => {
    expect(withoutCommands(`one\n${space}::error::x`)).toBe(`one\n${space}| ::error::x`)
  })

  test('sees a command of the old form in the middle of a line', () => {
    expect(withoutCommands('the file ##[add-mask]a')).toBe('the file ## [add-mask]a')
  })
})
