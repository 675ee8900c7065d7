import { expect, test } from '@jest/globals'
import { parseConfigSettings } from '../../../src/build/config-settings.js'

test('settings of a backend keep their order, and a key that comes again makes a list', () => {
  expect(parseConfigSettings(['a=1', 'b=x=y', 'a=2', 'c=', 'a=3', '--global-option=--no-cython', 'd=l1\nl2'])).toEqual({
    a: ['1', '2', '3'],
    b: 'x=y',
    c: '',
    '--global-option': '--no-cython',
    d: 'l1\nl2',
  })
  expect(parseConfigSettings([])).toEqual({})
})

test('a setting may have the name of a member of every object', () => {
  expect(JSON.stringify(parseConfigSettings(['__proto__=1', 'constructor=2']))).toBe(
    '{"__proto__":"1","constructor":"2"}',
  )
})

test.each(['a', '', '=1', ' =1'])('%j is no setting', text => {
  expect(() => parseConfigSettings([text])).toThrow(
    expect.objectContaining({ code: 'OPTION_INVALID', exitCode: 2, message: expect.stringContaining(`\`${text}\``) }),
  )
})
