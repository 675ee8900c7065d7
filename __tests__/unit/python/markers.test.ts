import { describe, expect, test } from '@jest/globals'
import { evaluateMarker } from '../../../src/python/markers.js'

const linux = {
  implementation_name: 'cpython',
  implementation_version: '3.11.7',
  os_name: 'posix',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  platform_release: '6.1.0-aws',
  platform_system: 'Linux',
  platform_version: '#1 SMP Debian 6.1.0-1',
  python_full_version: '3.11.7',
  python_version: '3.11',
  sys_platform: 'linux',
}

describe('a marker holds', () => {
  test.each([
    "python_version >= '3.8'",
    "python_version>='3.8'",
    'python_version > "3.9"',
    "'3.9' < python_version",
    "python_version == '3.11.*'",
    "python_version ~= '3.8'",
    "python_version === '3.11'",
    "python_full_version < '3.11.10'",
    "implementation_version >= '3.11'",
    "python_version in '3.10 3.11 3.12'",
    "python_version not in '3.8, 3.9'",
    "python_version not   in '3.8'",
    "'linux' in sys_platform",
    "sys_platform == 'linux'",
    "sys_platform != 'win32'",
    "sys_platform >= 'l'",
    "'CPython' == platform_python_implementation",
    "os.name == 'posix' and sys.platform == 'linux'",
    "python_implementation == 'CPython'",
    "platform_release >= '5.0'",
    "platform_version != ''",
    "'a' == 'a'",
    'python_version == python_version',
    "(python_version >= '3.8')",
    "((python_version >= '3.8') and (os_name == 'posix'))",
    "python_version >= '3.8'and os_name == 'posix'",
    "\tpython_version\n>= '3.8' ",
  ])('%s', marker => {
    expect(evaluateMarker(marker, linux)).toBe(true)
  })
})

describe('a marker does not hold', () => {
  test.each([
    "python_version < '3.9'",
    "python_version == '3.1'",
    "python_version in '3.8 3.9'",
    "'win' in sys_platform",
    "'linux' not in sys_platform",
    "sys_platform == 'Linux'",
    "sys_platform < 'a'",
    "python_full_version == '3.11'",
    "extra == 'test'",
    "'test' in extras",
    "'dev' in dependency_groups",
  ])('%s', marker => {
    expect(evaluateMarker(marker, linux)).toBe(false)
  })
})

describe('precedence', () => {
  const yes = "os_name == 'posix'"
  const no = "os_name == 'nt'"
  test.each([
    [`${yes} or ${yes} and ${no}`, true],
    [`(${yes} or ${yes}) and ${no}`, false],
    [`${no} and ${yes} or ${yes}`, true],
    [`${no} and (${yes} or ${yes})`, false],
    [`${no} or ${no} or ${yes}`, true],
    [`${yes} and ${yes} and ${no}`, false],
    [`${no} and ${no} or ${yes} and ${yes}`, true],
  ])('%s is %s', (marker, expected) => {
    expect(evaluateMarker(marker, linux)).toBe(expected)
  })
})

describe('versions', () => {
  test('are compared as versions where both sides are one, as text otherwise', () => {
    const hold = (marker: string, release: string) => evaluateMarker(marker, { ...linux, platform_release: release })
    expect(hold("platform_release >= '10.0'", '9.5')).toBe(false)
    expect(hold("platform_release >= '10.0'", '9.5-generic')).toBe(true)
    expect(hold("platform_release == '9.5-generic'", '9.5-generic')).toBe(true)
    expect(hold("platform_release ~= '9.5'", '9.5-generic')).toBe(false)
  })

  test('3.10 is newer than 3.9, and pre-releases count', () => {
    expect(evaluateMarker("python_version >= '3.9'", { ...linux, python_version: '3.10' })).toBe(true)
    expect(evaluateMarker("python_full_version >= '3.13'", { ...linux, python_full_version: '3.14.0rc1' })).toBe(true)
    expect(evaluateMarker("python_full_version < '3.14'", { ...linux, python_full_version: '3.14.0rc1' })).toBe(false)
  })

  test('of other variables are text', () => {
    expect(evaluateMarker("platform_machine == '1.0'", { ...linux, platform_machine: '1.0.0' })).toBe(false)
  })
})

describe('extras and groups', () => {
  const sets = { extras: ['Test_Suite', 'docs'], dependencyGroups: ['dev'] }
  test.each([
    ["extra == 'docs'", true],
    ["'docs' == extra", true],
    ["extra == 'test-suite'", true],
    ["extra == 'TEST.SUITE'", true],
    ["extra != 'docs'", false],
    ["extra != 'other'", true],
    ["'docs' in extras", true],
    ["'test-suite' in extras", true],
    ["'other' not in extras", true],
    ["'Dev' in dependency_groups", true],
    ["'docs' in dependency_groups", false],
    ["'docs' in extras and 'lint' not in dependency_groups and python_version >= '3.8'", true],
  ])('%s is %s', (marker, expected) => {
    expect(evaluateMarker(marker, linux, sets)).toBe(expected)
  })
})

describe('a marker that is not one', () => {
  test.each([
    ['', 1, 'expected a variable'],
    ["python_version >= '3.8", 19, 'unexpected character'],
    ['python_version >= 3.8', 19, 'unexpected character'],
    ["python_version => '3.8'", 16, 'unexpected character'],
    ["python_version '3.8'", 16, 'expected a comparison operator'],
    ["python_version not '3.8'", 16, 'expected a comparison operator'],
    ["python_version >= '3.8' os_name == 'nt'", 25, 'expected `and`, `or` or the end'],
    ["python_version >= '3.8' and", 28, 'expected a variable'],
    ["(python_version >= '3.8'", 25, 'expected `)`'],
    ["python_version >= '3.8')", 24, 'expected `and`, `or` or the end'],
    ["pythonversion >= '3.8'", 1, 'unknown variable `pythonversion`'],
    ["toString == 'x'", 1, 'unknown variable `toString`'],
    ["os_name ~= '3.8'", 9, '`~=` compares versions only'],
    ["extra >= 'a'", 7, '`extra` has no `>=`'],
    ["extras in 'a'", 8, '`extras` has no `in`'],
    ["'a' == extras", 5, '`extras` has no `==`'],
    ['os_name in extras', 1, 'expected a quoted string'],
    ["os_name == 'nt' or pythonversion == 'x'", 20, 'unknown variable'],
  ])('%s fails at position %i: %s', (marker, position, reason) => {
    expect(() => evaluateMarker(marker, linux)).toThrow(
      expect.objectContaining({
        code: 'MARKER_INVALID',
        message: expect.stringContaining(`\`${marker}\` is not valid at position ${position}: ${reason}`),
      }),
    )
  })

  test('is refused rather than overflowing the stack', () => {
    const deep = `${'('.repeat(100_000)}os_name == 'nt'${')'.repeat(100_000)}`
    expect(() => evaluateMarker(deep, linux)).toThrow(expect.objectContaining({ code: 'MARKER_INVALID' }))
  })
})
