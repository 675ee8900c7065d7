import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { describeMachine, type MachineFacts } from '../../../src/build/fingerprint.js'
import { differences, firstKey } from '../../../src/build/key.js'
import { makeInterpreter } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { findOnPath } from '../../helpers/tools.js'
import { openWorkshop, type Workshop } from './tool-fixture.js'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
})
afterEach(() => shop.remove())

const describeHere = (facts: Partial<MachineFacts> = {}) =>
  describeMachine({
    interpreter: makeInterpreter(),
    host: recordingHost().host,
    searchPath: process.env.PATH ?? '',
    signal: new AbortController().signal,
    ...facts,
  })
const isPosix = process.platform !== 'win32'

;(isPosix ? describe : describe.skip)('this machine', () => {
  test('has the same key again, with kept answers and without, and shows no path', async () => {
    const needs = { rust: true, fortran: true, cuda: true }
    const answersDirectory = join(shop.root, 'answers')
    const host = recordingHost({ env: { HOME: process.env.HOME } }).host
    const plain = await describeHere({ needs, host })
    const first = await describeHere({ needs, host, answersDirectory })
    const second = await describeHere({ needs, host, answersDirectory })
    expect(differences(plain, first)).toBe('')
    expect(differences(first, second)).toBe('')
    expect(firstKey(second)).toBe(firstKey(plain))
    expect(plain.filter(({ value }) => /\/(?:usr|home|opt|tmp|root)\//.test(value))).toEqual([])
  })

  test('has its compiler and build tools in the key, where it has them', async () => {
    const found = new Map((await describeHere()).map(({ name, value }) => [name, value]))
    for (const name of ['cc', 'c++', 'cmake', 'ninja', 'pkg-config']) {
      const isThere = (await findOnPath(name)) !== undefined
      const absent = ['cc', 'c++'].includes(name) ? 'none' : undefined
      if (isThere) expect(found.get(`tool ${name}`)).toMatch(/\d\.\d.*sha256 [0-9a-f]{16}|^sha256 /)
      else expect(found.get(`tool ${name}`)).toBe(absent)
    }
  })
})

;(isPosix ? describe : describe.skip)('the key of a machine', () => {
  const keyWith = async (directory: string, env: Readonly<Record<string, string>> = {}): Promise<string> =>
    firstKey(await describeHere({ searchPath: join(shop.root, directory), host: recordingHost({ env }).host }))

  test('stays when its tools move, and changes when one is changed, added or removed', async () => {
    await shop.compiler('a/cc', 'gcc 12.0')
    await shop.compiler('a/c++', 'g++ 12.0')
    await shop.compiler('a/cmake', 'cmake 3.25')
    await cp(join(shop.root, 'a'), join(shop.root, 'moved/a'), { recursive: true })
    const key = await keyWith('a')
    expect(await keyWith('moved/a')).toBe(key)
    await shop.compiler('a/ninja', 'ninja 1.11')
    expect(await keyWith('a')).not.toBe(key)
    await rm(join(shop.root, 'a/ninja'))
    expect(await keyWith('a')).toBe(key)
    await shop.compiler('a/cc', 'gcc 12.1')
    expect(await keyWith('a')).not.toBe(key)
    await rm(join(shop.root, 'a/cc'))
    expect(await keyWith('a')).not.toBe(key)
    await shop.compiler('a/cc', 'gcc 12.0')
    expect(await keyWith('a')).toBe(key)
  })

  test('changes with what CC, CXX, LD and AR name', async () => {
    await shop.compiler('a/cc', 'gcc 12.0')
    await shop.compiler('a/other', 'clang 18.0')
    const key = await keyWith('a')
    for (const name of ['CC', 'CXX', 'LD', 'AR']) {
      expect(await keyWith('a', { [name]: 'other' })).not.toBe(key)
    }
    expect(await keyWith('a', { FC: 'other', CUDACXX: 'other', RUSTC: 'other' })).toBe(key)
  })

  test('does not wait for compilers whose answers are kept', async () => {
    const cc = process.platform === 'linux' ? await findOnPath('cc') : undefined
    if (cc === undefined) return
    const answersDirectory = join(shop.root, 'answers')
    await mkdir(join(shop.root, 'bin'))
    await symlink(cc, join(shop.root, 'bin/cc'))
    const facts = { searchPath: join(shop.root, 'bin'), answersDirectory }
    const first = await describeHere(facts)
    const kept = await readFile(join(answersDirectory, 'tools.json'), 'utf8')
    expect(await describeHere(facts)).toEqual(first)
    expect(await readFile(join(answersDirectory, 'tools.json'), 'utf8')).toBe(kept)
  })
})
