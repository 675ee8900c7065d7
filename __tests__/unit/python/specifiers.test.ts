import { describe, expect, test } from '@jest/globals'
import { compareVersions, isSpecifier, isVersion, satisfies } from '../../../src/python/specifiers.js'

describe('satisfies', () => {
  test.each([
    ['3.11.7', '>=3.8'],
    ['3.11.7', '>=3.8, !=3.9.*, <4'],
    ['3.11.7', '==3.11.*'],
    ['3', '==3.0.*'],
    ['3.11.7', '~=3.9'],
    ['2.2.4', '~=2.2.0'],
    ['2.3', '~=2.2.post3'],
    ['1!2.5', '~=1!2.0'],
    ['3.11.7', ''],
    ['3.11.7', '>=3.8,'],
    ['1.0', '==1.0.0'],
    ['2.4.1+cpu', '==2.4.1'],
    ['2.4.1+cpu', '==2.4.1+cpu'],
    ['2.4.1+cpu', '<=2.4.1'],
    ['1.0+1e21', '==1.0+1E21'],
    ['1.0+01', '==1.0+1'],
    ['1.0+1e3', '!=1.0+1000'],
    ['3.14.0rc2', '>=3.8'],
    ['3.14.0rc2', '>3.14.0rc1'],
    ['3.14.0', '>3.14.0rc1'],
    ['3.14.0rc1', '<3.14.0rc2'],
    ['1.0.post2', '>1.0.post1'],
    ['1!1.0', '>1.0'],
    ['1.0+Ubuntu.1', '===1.0+ubuntu.1'],
    ['not-a-version', '===not-a-version'],
  ])('%s satisfies `%s`', (version, specifier) => {
    expect(satisfies(version, specifier)).toBe(true)
  })

  test.each([
    ['3.7.16', '>=3.8'],
    ['3.9.18', '>=3.8, !=3.9.*, <4'],
    ['3.1', '==3.11.*'],
    ['4.0', '~=3.9'],
    ['2.3', '~=2.2.0'],
    ['2.4.1', '==2.4.1+cpu'],
    ['2.4.1+cpu', '!=2.4.1'],
    ['2.4.1+cpu', '>2.4.1'],
    ['3.14.0rc2', '<3.14'],
    ['1.0.post1', '>1.0'],
    ['1.0', '===1.0.0'],
    ['not-a-version', '>=1'],
    ['not-a-version', '!=1.0'],
  ])('%s does not satisfy `%s`', (version, specifier) => {
    expect(satisfies(version, specifier)).toBe(false)
  })

  test.each(['3.8', '=>3.8', '>=', '~=3', '>=3.8.*', '==1.0a1.*', '>=1.0+local', '>=3.8 <4', '==*', '>=3.8; x'])(
    'refuses `%s` and names it',
    specifier => {
      expect(() => satisfies('3.8', specifier)).toThrow(
        expect.objectContaining({ code: 'SPECIFIER_INVALID', message: expect.stringContaining(`\`${specifier}\``) }),
      )
    },
  )
})

describe('versions and specifiers', () => {
  test('are told from other text', () => {
    expect(['3.11', '1!2.0rc1', 'v1.0', ' 1.0 '].map(isVersion)).toEqual([true, true, true, true])
    expect(['', 'latest', '3.11-alpine', '6.1.0-aws'].map(isVersion)).toEqual([false, false, false, false])
    expect(['>=3.8', '>=3.8,<4', '==3.*'].map(isSpecifier)).toEqual([true, true, true])
    expect(['', '3.8', '>=3.8,<x', ','].map(isSpecifier)).toEqual([false, false, false, false])
  })

  test('versions sort by PEP 440, not as text', () => {
    const sorted = ['3.9', '3.10', '3.10rc1', '3.10.dev1', '3.10.post1'].toSorted(compareVersions)
    expect(sorted).toEqual(['3.9', '3.10.dev1', '3.10rc1', '3.10', '3.10.post1'])
  })
})
