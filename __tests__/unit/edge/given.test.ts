import { describe, expect, test } from '@jest/globals'
import { givenByInputs, givenByVariables, mergeGiven, readFlag, readList, readValue } from '../../../src/edge/given.js'

describe('variables', () => {
  test('give options by WHEELCREW_X_Y, lists with one item a line', () => {
    const given = givenByVariables({ WHEELCREW_LINK_MODE: 'copy', WHEELCREW_REQUIREMENTS: 'a.txt\n\n b c.txt \n' })
    expect(readValue(given, 'link-mode')).toBe('copy')
    expect(readList(given, 'requirements')).toEqual(['a.txt', 'b c.txt'])
  })

  test.each([
    ['1', true],
    ['TRUE', true],
    ['0', false],
    ['False', false],
  ])('read %s as a flag', (text, flag) => {
    expect(readFlag(givenByVariables({ WHEELCREW_NO_DEPS: text }), 'no-deps')).toBe(flag)
  })

  test('that are empty give nothing', () => {
    expect(givenByVariables({ WHEELCREW_VENV_PATH: ' ', WHEELCREW_PACKAGES: '\n' }).size).toBe(0)
  })

  test('do not give what only an argument can', () => {
    expect(givenByVariables({ WHEELCREW_VERSION: '9', WHEELCREW_MODE: 'save' }).size).toBe(0)
  })
})

describe('inputs', () => {
  test('that equal their default leave the variable its say', () => {
    const given = mergeGiven(
      givenByInputs({ 'INPUT_LINK-MODE': 'auto', 'INPUT_VENV-PATH': 'env' }),
      givenByVariables({ WHEELCREW_LINK_MODE: 'copy', WHEELCREW_VENV_PATH: 'other' }),
    )
    expect([readValue(given, 'link-mode'), readValue(given, 'venv-path')]).toEqual(['copy', 'env'])
  })

  test('of a later version are refused by name unless they have their default', () => {
    expect(givenByInputs({ INPUT_SEED: 'false', 'INPUT_STORE-MAX-SIZE': '20GB', INPUT_BUILD: '' }).size).toBe(0)
    expect(() => givenByInputs({ INPUT_SEED: 'true' })).toThrow(
      expect.objectContaining({
        code: 'OPTION_NOT_AVAILABLE',
        exitCode: 2,
        message: 'input `seed` is not available in this version',
      }),
    )
  })

  test('never show the value of a key', () => {
    expect(() => givenByInputs({ 'INPUT_CACHE-SIGNING-KEY': 'sesame' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('sesame') }),
    )
  })

  test('refuse a mode that is none', () => {
    expect(() => givenByInputs({ INPUT_MODE: 'sync' })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
  })
})

describe('a value that an option does not take', () => {
  test('is refused with the allowed ones', () => {
    expect(() => givenByVariables({ WHEELCREW_LINK_MODE: 'hard' })).toThrow(
      expect.objectContaining({
        code: 'OPTION_INVALID',
        exitCode: 2,
        message:
          '`WHEELCREW_LINK_MODE` cannot be `hard`: expected one of `auto`, `hardlink`, `clone`, `copy`, `symlink`, `image`',
      }),
    )
  })

  test('is refused as not available when a later version takes it', () => {
    expect(() => givenByVariables({ WHEELCREW_SEED: 'true' })).toThrow(
      expect.objectContaining({ code: 'OPTION_NOT_AVAILABLE', message: expect.stringContaining('`WHEELCREW_SEED`') }),
    )
  })

  test('is the path of a file where a flag takes one', () => {
    const given = givenByVariables({ WHEELCREW_COMPILE_BYTECODE: 'Modules.txt', WHEELCREW_QUIET: 'TRUE' })
    expect([readValue(given, 'compile-bytecode'), readValue(given, 'quiet')]).toEqual(['Modules.txt', 'true'])
  })
})

test('of several sources the first that has an option wins', () => {
  const merged = mergeGiven(
    givenByVariables({ WHEELCREW_STORE: '/one' }),
    givenByVariables({ WHEELCREW_STORE: '/two', WHEELCREW_VENV_PATH: '/two' }),
  )
  expect([readValue(merged, 'store'), readValue(merged, 'venv-path')]).toEqual(['/one', '/two'])
})
