import { describe, expect, test } from '@jest/globals'
import type { TagFacts } from '../../../src/python/tag-facts.js'
import { supportedTags } from '../../../src/python/tags.js'

const debian: TagFacts = {
  implementation: 'cpython',
  version: [3, 11],
  debug: false,
  freeThreaded: false,
  extensionSuffix: '.cpython-311-x86_64-linux-gnu.so',
  platform: 'linux-x86_64',
  pointerBits: 64,
  macos: null,
  glibc: [2, 36],
  elf: { bits: 64, littleEndian: true, machine: 62, flags: 0, musl: null },
}
const alpine: TagFacts = { ...debian, glibc: null, elf: { ...narrow(62), bits: 64, musl: [1, 2] } }
const macos: TagFacts = { ...debian, platform: 'macosx-11.0-arm64', glibc: null, elf: null }
const windows: TagFacts = { ...debian, platform: 'win-amd64', glibc: null, elf: null }

function narrow(machine: number, flags = 0): NonNullable<TagFacts['elf']> {
  return { bits: 32, littleEndian: true, machine, flags, musl: null }
}

function platformsOf(facts: TagFacts): string[] {
  const own = supportedTags(facts)[0]?.split('-').slice(0, 2).join('-') ?? ''
  return supportedTags(facts)
    .filter(tag => tag.startsWith(`${own}-`))
    .map(tag => tag.slice(own.length + 1))
}

describe('the order of tags', () => {
  test('goes from the own binary interface to any', () => {
    const tags = supportedTags({ ...windows, version: [3, 4] })
    expect(tags).toEqual([
      ...['cp34-cp34-win_amd64', 'cp34-abi3-win_amd64', 'cp34-none-win_amd64'],
      ...['cp33-abi3-win_amd64', 'cp32-abi3-win_amd64'],
      ...['py34', 'py3', 'py33', 'py32', 'py31', 'py30'].map(python => `${python}-none-win_amd64`),
      ...['cp34', 'py34', 'py3', 'py33', 'py32', 'py31', 'py30'].map(python => `${python}-none-any`),
    ])
  })

  test('of a free-threaded build has its own stable interface and no abi3', () => {
    const tags = supportedTags({ ...windows, version: [3, 13], freeThreaded: true })
    expect(tags.slice(0, 4)).toEqual([
      ...['cp313-cp313t-win_amd64', 'cp313-abi3t-win_amd64', 'cp313-none-win_amd64', 'cp312-abi3t-win_amd64'],
    ])
    expect(tags.filter(tag => tag.includes('-abi3-') || tag.includes('-cp313-'))).toEqual([])
  })

  test('of a debug build loads ordinary extension modules too', () => {
    expect(supportedTags({ ...windows, debug: true }).slice(0, 3)).toEqual([
      ...['cp311-cp311d-win_amd64', 'cp311-cp311-win_amd64', 'cp311-abi3-win_amd64'],
    ])
    expect(supportedTags({ ...windows, version: [3, 13], debug: true, freeThreaded: true })[0]).toBe(
      'cp313-cp313td-win_amd64',
    )
  })

  test('of PyPy and GraalPy takes the interface from the extension suffix', () => {
    const pypy = { ...windows, implementation: 'pypy', extensionSuffix: '.pypy310-pp73-x86_64-linux-gnu.so' }
    expect(supportedTags(pypy)[0]).toBe('pp311-pypy310_pp73-win_amd64')
    expect(supportedTags(pypy)).toContain('pp3-none-any')
    const graal = { ...windows, implementation: 'graalpy', extensionSuffix: '.graalpy-38-native-x86_64-darwin.dylib' }
    expect(supportedTags(graal)[0]).toBe('graalpy311-graalpy_38_native-win_amd64')
  })

  test('of an implementation that names no interface is refused', () => {
    expect(() => supportedTags({ ...windows, implementation: 'other', extensionSuffix: '.so' })).toThrow(
      expect.objectContaining({ code: 'PYTHON_NOT_SUPPORTED' }),
    )
  })
})

describe('Linux platforms', () => {
  test('with glibc count down to its oldest manylinux, legacy names beside theirs', () => {
    const platforms = platformsOf({ ...debian, glibc: [2, 18] })
    expect(platforms).toEqual([
      ...['linux_x86_64', 'manylinux_2_18_x86_64', 'manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
      ...['manylinux_2_16_x86_64', 'manylinux_2_15_x86_64', 'manylinux_2_14_x86_64', 'manylinux_2_13_x86_64'],
      ...['manylinux_2_12_x86_64', 'manylinux2010_x86_64', 'manylinux_2_11_x86_64', 'manylinux_2_10_x86_64'],
      ...['manylinux_2_9_x86_64', 'manylinux_2_8_x86_64', 'manylinux_2_7_x86_64', 'manylinux_2_6_x86_64'],
      ...['manylinux_2_5_x86_64', 'manylinux1_x86_64'],
    ])
  })

  test('other than Intel start at 2.17', () => {
    expect(platformsOf({ ...debian, platform: 'linux-aarch64', glibc: [2, 18] })).toEqual([
      ...['linux_aarch64', 'manylinux_2_18_aarch64', 'manylinux_2_17_aarch64', 'manylinux2014_aarch64'],
    ])
  })

  test('with a glibc older than manylinux, or of an unknown machine, have only their own', () => {
    expect(platformsOf({ ...debian, glibc: [2, 4] })).toEqual(['linux_x86_64'])
    expect(platformsOf({ ...debian, platform: 'linux-mips64' })).toEqual(['linux_mips64'])
  })

  test('with musl count down to its first minor version', () => {
    expect(platformsOf(alpine)).toEqual([
      ...['linux_x86_64', 'musllinux_1_2_x86_64', 'musllinux_1_1_x86_64', 'musllinux_1_0_x86_64'],
    ])
  })

  test('of a 32-bit interpreter on a 64-bit kernel are narrowed', () => {
    const intel = platformsOf({ ...debian, pointerBits: 32, glibc: [2, 5], elf: narrow(3) })
    expect(intel).toEqual(['linux_i686', 'manylinux_2_5_i686', 'manylinux1_i686'])
    const arm = { ...debian, platform: 'linux-aarch64', pointerBits: 32, glibc: [2, 17] } as const
    expect(platformsOf({ ...arm, elf: narrow(40, 0x05000400) })).toEqual([
      ...['linux_armv8l', 'linux_armv7l', 'manylinux_2_17_armv8l', 'manylinux2014_armv8l'],
      ...['manylinux_2_17_armv7l', 'manylinux2014_armv7l'],
    ])
  })

  test('without hard float, or with the x32 interface, are not manylinux', () => {
    const arm = { ...debian, platform: 'linux-armv7l', pointerBits: 32, elf: narrow(40, 0x05000200) } as const
    expect(platformsOf(arm)).toEqual(['linux_armv7l'])
    expect(platformsOf({ ...debian, pointerBits: 32, elf: narrow(62) })).toEqual(['linux_i686'])
  })
})

describe('macOS platforms', () => {
  test('on ARM are native since 11, and universal before', () => {
    const platforms = platformsOf({ ...macos, macos: { version: [12, 6], machine: 'arm64' } })
    expect(platforms.slice(0, 6)).toEqual([
      ...['macosx_12_0_arm64', 'macosx_12_0_universal2', 'macosx_11_0_arm64', 'macosx_11_0_universal2'],
      ...['macosx_10_16_universal2', 'macosx_10_15_universal2'],
    ])
    expect(platforms.at(-1)).toBe('macosx_10_4_universal2')
  })

  test('on Intel go back to 10.4 with every fat binary', () => {
    const platforms = platformsOf({ ...macos, macos: { version: [11, 2], machine: 'x86_64' } })
    expect(platforms.slice(0, 7)).toEqual([
      ...['macosx_11_0_x86_64', 'macosx_11_0_intel', 'macosx_11_0_fat64', 'macosx_11_0_fat3'],
      ...['macosx_11_0_universal2', 'macosx_11_0_universal', 'macosx_10_16_x86_64'],
    ])
    expect(platforms.at(-1)).toBe('macosx_10_4_universal')
  })

  test('before 11 count minor versions', () => {
    const platforms = platformsOf({ ...macos, macos: { version: [10, 9], machine: 'x86_64' } })
    expect(platforms[0]).toBe('macosx_10_9_x86_64')
    expect(platforms).not.toContain('macosx_10_10_x86_64')
  })
})

describe('Windows platforms', () => {
  test.each([
    ['win-amd64', 'win_amd64'],
    ['win32', 'win32'],
    ['win-arm64', 'win_arm64'],
  ])('%s is %s', (platform, tag) => {
    expect(platformsOf({ ...windows, platform })).toEqual([tag])
  })
})
