import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { compiledCodeDirectory } from '../../../src/edge/compiled-code.js'

describe('compiledCodeDirectory', () => {
  const linux = { homeDirectory: '/home/me', os: 'linux' } as const
  const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['the cache of the user', {}, '/home/me/.cache'],
    ['XDG_CACHE_HOME', { XDG_CACHE_HOME: '/cache' }, '/cache'],
    [
      'the tool cache of a runner, which outlives a container',
      { RUNNER_TOOL_CACHE: '/__t', XDG_CACHE_HOME: '/c' },
      '/__t',
    ],
    ['no empty variable', { RUNNER_TOOL_CACHE: '', XDG_CACHE_HOME: '' }, '/home/me/.cache'],
    [
      'no relative path: it would lie in the checkout',
      { RUNNER_TOOL_CACHE: 't', XDG_CACHE_HOME: 'c' },
      '/home/me/.cache',
    ],
  ]

  test.each(cases)('is below %s', (_, env, parent) => {
    expect(compiledCodeDirectory(env, linux)).toBe(join(parent, 'wheelcrew', 'compiled'))
  })

  test('is where macOS and Windows keep caches', () => {
    const macos = { homeDirectory: '/Users/me', os: 'darwin' } as const
    expect(compiledCodeDirectory({}, macos)).toBe('/Users/me/Library/Caches/wheelcrew/compiled')
    const windows = { homeDirectory: '/me', os: 'win32' } as const
    expect(compiledCodeDirectory({ LOCALAPPDATA: '/local' }, windows)).toBe('/local/wheelcrew/compiled')
  })

  test('is nowhere without a home', () => {
    expect(compiledCodeDirectory({}, { ...linux, homeDirectory: '' })).toBeUndefined()
  })
})
