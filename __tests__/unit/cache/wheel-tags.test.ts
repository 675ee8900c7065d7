import { describe, expect, test } from '@jest/globals'
import { tagFamily, wheelFilter } from '../../../src/cache/wheel-tags.js'

describe('tagFamily', () => {
  test.each([
    ['cp311-cp311-manylinux_2_28_x86_64', 'cp311-cp311-manylinux_x86_64'],
    ['cp311-abi3-manylinux2014_aarch64', 'cp311-abi3-manylinux_aarch64'],
    ['cp311-cp311-manylinux1_i686', 'cp311-cp311-manylinux_i686'],
    ['py3-none-musllinux_1_2_armv7l', 'py3-none-musllinux_armv7l'],
    ['cp313-cp313t-macosx_11_0_arm64', 'cp313-cp313t-macosx_arm64'],
    ['cp313-cp313-macosx_10_13_universal2', 'cp313-cp313-macosx_universal2'],
    ['cp313-cp313-ios_13_0_arm64_iphoneos', 'cp313-cp313-ios_arm64_iphoneos'],
    ['cp313-cp313-android_21_arm64_v8a', 'cp313-cp313-android_arm64_v8a'],
    ['cp311-cp311-linux_x86_64', 'cp311-cp311-linux_x86_64'],
    ['cp311-cp311-win_amd64', 'cp311-cp311-win_amd64'],
    ['cp311-cp311-win32', 'cp311-cp311-win32'],
    ['py3-none-any', 'py3-none-any'],
  ])('of %s is %s', (tag, family) => expect(tagFamily(tag)).toBe(family))
})

describe('wheelFilter', () => {
  const tags = ['cp311-cp311-manylinux_2_28_x86_64', 'cp311-abi3-manylinux_2_28_x86_64', 'py3-none-any']

  test.each([
    ['a-1.0-cp311-cp311-manylinux_2_28_x86_64.whl', true],
    ['a-1.0-2b-cp311-cp311-manylinux_2_28_x86_64.whl', true],
    ['a-1.0-cp310.cp311-abi3.none-win_amd64.manylinux_2_28_x86_64.whl', true],
    ['A-1.0-CP311-cp311-Manylinux_2_28_X86_64.whl', true],
    ['a-1.0-py2.py3-none-any.whl', true],
    ['a-1.0-cp311-cp311-manylinux_2_34_x86_64.whl', false],
    ['a-1.0-cp311-none-manylinux_2_28_x86_64.whl', false],
    ['a-1.0-cp312-cp312-manylinux_2_28_x86_64.whl', false],
    ['a-1.0-cp311-cp311-win_amd64.whl', false],
    ['no wheel at all', true],
    ['a-1.0.tar.gz', true],
    [`a-1.0-${'x.'.repeat(200)}x-none-any.whl`, true],
  ])('%s: %p', (filename, expected) => expect(wheelFilter(tags)(filename)).toBe(expected))

  test('takes what another version of the platform loads, where families count', () => {
    const mayLoad = wheelFilter(tags, tagFamily)
    expect(mayLoad('a-1.0-cp311-cp311-manylinux_2_34_x86_64.whl')).toBe(true)
    expect(mayLoad('a-1.0-cp311-cp311-manylinux_2_34_aarch64.whl')).toBe(false)
    expect(mayLoad('a-1.0-cp312-cp312-manylinux_2_34_x86_64.whl')).toBe(false)
  })
})
