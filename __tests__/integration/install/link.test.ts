import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { linkFile } from '../../../src/install/link.js'
import type { LinkMode } from '../../../src/store/locate.js'
import { asNobody, canBeAnother, canMount, type DiskType, type Mounts, openMounts } from '../../helpers/mounts.js'
import { failureOf } from '../../helpers/plan.js'

let mounts: Mounts
let scratch: string
beforeEach(() => {
  mounts = openMounts()
  scratch = mkdtempSync(join(tmpdir(), 'wheelcrew-link-'))
})
afterEach(() => {
  rmSync(scratch, { recursive: true })
  mounts.close()
})

const mtime = 946_700_000

/** A file as the store has it, and where it is to go. */
function furnish(directory: string, { content = 'VALUE = 1\n', mode = 0o644 } = {}) {
  const [source, destination] = [join(directory, 'stored'), join(directory, 'placed')]
  writeFileSync(source, content)
  chmodSync(source, mode)
  utimesSync(source, mtime, mtime)
  return { source, destination, content }
}

function withUmask<T>(umask: number, work: () => T): T {
  const before = process.umask(umask)
  try {
    return work()
  } finally {
    process.umask(before)
  }
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const cloning: readonly DiskType[] = ['xfs', 'btrfs']
const cloningDisk = cloning.find(type => canMount(({ disk }) => disk(type)))
if (cloningDisk === undefined) console.warn('SKIPPED: clones, since this user can mount neither XFS nor Btrfs here')
const modes: readonly LinkMode[] = [
  'hardlink',
  'copy',
  'symlink',
  ...(cloningDisk === undefined ? [] : ['clone' as const]),
]
const directoryFor = (mode: LinkMode) =>
  mode === 'clone' && cloningDisk !== undefined ? mounts.disk(cloningDisk) : scratch

describe.each(modes)('a file put in place: %s', mode => {
  test('has the bytes, the time and the permissions of the store', () => {
    for (const permissions of [0o644, 0o755]) {
      const { source, destination, content } = furnish(directoryFor(mode), { mode: permissions })
      expect(linkFile(source, destination, mode)).toBeUndefined()
      expect(readFileSync(destination, 'utf8')).toBe(content)
      expect(statSync(destination)).toMatchObject({ mtimeMs: mtime * 1000, size: content.length })
      expect(modeOf(destination)).toBe(permissions.toString(8))
    }
  })

  test('takes the place of a file, which is not written into', () => {
    const { source, destination, content } = furnish(directoryFor(mode))
    const other = `${source}-other`
    writeFileSync(other, 'of someone else')
    for (const occupy of [linkSync, symlinkSync]) {
      rmSync(destination, { force: true })
      occupy(other, destination)
      linkFile(source, destination, mode)
      expect(readFileSync(destination, 'utf8')).toBe(content)
      expect(readFileSync(other, 'utf8')).toBe('of someone else')
    }
  })

  test('does not take the place of a directory', async () => {
    const { source, destination } = furnish(directoryFor(mode))
    mkdirSync(destination)
    const failure = await failureOf(() => linkFile(source, destination, mode))
    expect(failure).toMatchObject({ code: 'ENVIRONMENT_UNWRITABLE', message: expect.stringContaining('EISDIR') })
  })

  test('is not made of a file that the store no longer has', () => {
    const { source, destination } = furnish(directoryFor(mode))
    rmSync(source)
    expect(() => linkFile(source, destination, mode)).toThrow(expect.objectContaining({ code: 'ENOENT' }))
    expect(() => lstatSync(destination)).toThrow('ENOENT')
  })
})

test.each(modes.filter(mode => mode === 'copy' || mode === 'clone'))('an edit does not reach the store: %s', mode => {
  const { source, destination, content } = furnish(directoryFor(mode))
  linkFile(source, destination, mode)
  writeFileSync(destination, 'edited')
  expect(readFileSync(source, 'utf8')).toBe(content)
})

test('a symbolic link leads to the file itself', () => {
  const { source, destination } = furnish(scratch)
  linkFile(source, destination, 'symlink')
  expect(readlinkSync(destination)).toBe(source)
})

describe('a copy', () => {
  test('has only the rights that the umask leaves', () => {
    const { source, destination } = furnish(scratch, { mode: 0o755 })
    withUmask(0o077, () => linkFile(source, destination, 'copy'))
    expect(modeOf(destination)).toBe('700')
  })

  test.each([0, 1, 262_143, 262_144, 262_145, 1_000_000])('has every byte of %i', length => {
    const content = Buffer.from(Array.from({ length }, (_, index) => (index * 7919) >> 3)).toString('latin1')
    const { source, destination } = furnish(scratch, { content })
    linkFile(source, destination, 'copy')
    expect(readFileSync(destination).equals(readFileSync(source))).toBe(true)
  })
})

const testAcross = canMount(({ tmpfs }) => tmpfs()) ? test : test.skip
testAcross.each(['hardlink', 'clone'] as const)('a file that a probe was wrong about is copied: %s', mode => {
  const { source, content } = furnish(scratch)
  const destination = join(mounts.tmpfs(), 'placed')
  expect(['EXDEV', 'ENOTSUP']).toContain(linkFile(source, destination, mode))
  expect(readFileSync(destination, 'utf8')).toBe(content)
  expect(statSync(destination).mtimeMs).toBe(mtime * 1000)
})

const testOnExt4 = canMount(({ disk }) => disk('ext4')) ? test : test.skip
testOnExt4('a file that has as many links as possible is copied, and the refusal is told', () => {
  const { source, destination, content } = furnish(mounts.disk('ext4'))
  expect(() => {
    for (let count = 1; ; count++) linkSync(source, `${source}-${count}`)
  }).toThrow('EMLINK')
  expect(linkFile(source, destination, 'hardlink')).toBe('EMLINK')
  expect(readFileSync(destination, 'utf8')).toBe(content)
  expect(statSync(destination)).toMatchObject({ nlink: 1, mtimeMs: mtime * 1000 })
})

const testAsAnother = canBeAnother ? test : test.skip
testAsAnother("another user's file is copied, since the kernel lets nobody link what is not theirs", async () => {
  chmodSync(scratch, 0o777)
  const { source, destination, content } = furnish(scratch)
  expect(await asNobody(() => linkFile(source, destination, 'hardlink'))).toBe('EPERM')
  expect(readFileSync(destination, 'utf8')).toBe(content)
})
