import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { installedDigest, lockDigest, type PresentInBuild } from '../../../src/build/environment-digest.js'
import type { DirectUrl } from '../../../src/plan/lock.js'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'environment-digest-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const wheel = (name: string, facts = {}) => ({
  name,
  version: '1.0',
  sha256: undefined,
  filename: `${name}-1.0-py3-none-any.whl`,
  ...facts,
})

describe('the digest of a lock', () => {
  test('does not depend on the order', () => {
    const wheels = [wheel('a'), wheel('b', { sha256: 'ab' }), wheel('c')]
    expect(lockDigest(wheels)).toMatch(/^[0-9a-f]{32}$/)
    expect(lockDigest(wheels.toReversed())).toBe(lockDigest(wheels))
  })

  test('goes by content where that is known, else by name, version and file', () => {
    const hashed = lockDigest([wheel('a', { sha256: 'ab' })])
    expect(lockDigest([wheel('a', { sha256: 'AB', filename: 'a-1.0-1-py3-none-any.whl' })])).toBe(hashed)
    expect(lockDigest([wheel('a', { sha256: 'cd' })])).not.toBe(hashed)
    const named = lockDigest([wheel('a')])
    expect(named).not.toBe(hashed)
    expect(lockDigest([wheel('a', { version: '1.1' })])).not.toBe(named)
    expect(lockDigest([wheel('a', { filename: 'a-1.0-cp311-cp311-linux_x86_64.whl' })])).not.toBe(named)
    expect(lockDigest([wheel('a'), wheel('b')])).not.toBe(named)
    expect(lockDigest([])).not.toBe(named)
  })
})

const present = (name: string, version = '1.0', directUrl?: DirectUrl): PresentInBuild => ({
  name,
  version,
  directUrl,
  directory: join(root, `${name}-${version}.dist-info`),
})
const digest = (distributions: readonly PresentInBuild[], own?: string) => installedDigest(distributions, own)
const url = 'https://host/owner/name'
const commit = (id: string): DirectUrl => ({ url, vcs_info: { vcs: 'git', commit_id: id } })

describe('the digest of what is installed', () => {
  test('changes with every name and version, not with the order', () => {
    const installed = [present('setuptools', '80.0'), present('numpy', '2.0')]
    expect(digest(installed)).toMatch(/^[0-9a-f]{32}$/)
    expect(digest(installed.toReversed())).toBe(digest(installed))
    expect(digest([present('setuptools', '81.0'), present('numpy', '2.0')])).not.toBe(digest(installed))
    expect(digest(installed.slice(1))).not.toBe(digest(installed))
  })

  test('leaves out what is being built, and what was installed from a directory', () => {
    const others = [present('numpy', '2.0')]
    const tree = present('library', '0.1.dev3', { url: 'file:///work/library', dir_info: { editable: true } })
    expect(digest([...others, present('my-ext', '0.1'), tree], 'My_Ext')).toBe(digest(others, 'My_Ext'))
    expect(digest([...others, present('my-ext', '0.1')], 'another')).not.toBe(digest(others, 'another'))
  })

  test('tells commits and archives of one version apart, and not the places that they came from', () => {
    const versions = [
      undefined,
      commit('a'.repeat(40)),
      commit('b'.repeat(40)),
      { ...commit('a'.repeat(40)), subdirectory: 'python' },
      { url, archive_info: { hashes: { sha256: 'ab' } } },
      { url, archive_info: { hashes: { sha256: 'cd' } } },
    ]
    expect(new Set(versions.map(directUrl => digest([present('x', '1.0', directUrl)]))).size).toBe(versions.length)
    const archive = { url, archive_info: { hashes: { sha256: 'ab' } } }
    const again = { url: 'file:///other/x.whl', archive_info: { hash: 'sha256=ab', hashes: { sha256: 'ab' } } }
    const old = { url, archive_info: { hash: 'sha256=ab' } }
    expect(digest([present('x', '1.0', again)])).toBe(digest([present('x', '1.0', archive)]))
    expect(digest([present('x', '1.0', old)])).toBe(digest([present('x', '1.0', archive)]))
    const moved = { ...commit('a'.repeat(40)), url: 'https://user:secret@mirror/name' }
    expect(digest([present('x', '1.0', moved)])).toBe(digest([present('x', '1.0', commit('a'.repeat(40)))]))
  })

  test("counts torch's C++ ABI, which its version does not tell", async () => {
    const cmake = join(root, 'torch/share/cmake/Torch')
    const torch = [present('torch', '2.6.0+cu124')]
    const without = digest(torch)
    await mkdir(cmake, { recursive: true })
    const withAbi = async (abi: number): Promise<string> => {
      await writeFile(join(cmake, 'TorchConfig.cmake'), `set(TORCH_CXX_FLAGS "-D_GLIBCXX_USE_CXX11_ABI=${abi}")\n`)
      return digest(torch)
    }
    const digests = [without, await withAbi(0), await withAbi(1)]
    expect(new Set(digests).size).toBe(3)
    expect(digest([present('torchvision', '0.21.0')])).toBe(digest([present('torchvision', '0.21.0')]))
  })
})
