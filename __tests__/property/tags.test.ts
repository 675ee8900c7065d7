import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TagFacts } from '../../src/python/tag-facts.js'
import { supportedTags } from '../../src/python/tags.js'

const version = (major: number, newest: number) => fc.tuple(fc.constant(major), fc.integer({ min: 0, max: newest }))

const facts: fc.Arbitrary<TagFacts> = fc.record({
  implementation: fc.constantFrom('cpython', 'pypy', 'graalpy'),
  version: version(3, 20),
  debug: fc.boolean(),
  freeThreaded: fc.boolean(),
  extensionSuffix: fc.constantFrom('.cpython-311-x86_64-linux-gnu.so', '.pypy310-pp73-x86_64-linux-gnu.so'),
  platform: fc.constantFrom(
    'linux-x86_64',
    'linux-aarch64',
    'linux-armv8l',
    'linux-riscv64',
    'win-amd64',
    'macosx-11.0-arm64',
  ),
  pointerBits: fc.constantFrom(32, 64),
  macos: fc.option(
    fc.record({
      version: fc.oneof(version(10, 16), fc.tuple(fc.integer({ min: 11, max: 30 }), fc.integer({ min: 0, max: 9 }))),
      machine: fc.constantFrom('x86_64', 'arm64', 'ppc'),
    }),
  ),
  glibc: fc.option(version(2, 60)),
  elf: fc.option(
    fc.record({
      bits: fc.constantFrom(32, 64),
      littleEndian: fc.boolean(),
      machine: fc.constantFrom(3, 40, 62),
      flags: fc.constantFrom(0, 0x05000400),
      musl: fc.option(version(1, 9)),
    }),
  ),
})

test('no tag is named twice, each has three parts, and the last run on any platform', () => {
  fc.assert(
    fc.property(facts, given => {
      const tags = supportedTags(given)
      expect(new Set(tags).size).toBe(tags.length)
      expect(tags.filter(tag => !/^[a-z]+\d+-[a-z0-9_]+-[a-z0-9_]+$/.test(tag))).toEqual([])
      expect(tags.at(-1)).toBe(given.version[1] === 0 ? 'py3-none-any' : 'py30-none-any')
    }),
  )
})
