import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { diagnoseImages } from '../../../src/image/diagnose.js'
import { makeImage } from '../../../src/image/make.js'
import { mountEnvironment } from '../../../src/image/mount.js'
import { mountsBelow } from '../../../src/image/mount-table.js'
import { reservePlace } from '../../../src/image/place.js'
import { unmountEnvironment } from '../../../src/image/unmount.js'
import { canMount, openMounts } from '../../helpers/mounts.js'
import {
  describeImages,
  type ImageStore,
  makeImageStore,
  overlayOptions,
  readText,
  removeImageStore,
  withCommands,
  writeFiles,
} from './machine.js'

let store: ImageStore
beforeEach(async () => {
  store = await makeImageStore()
})
afterEach(async () => {
  jest.restoreAllMocks()
  await removeImageStore(store)
})

const diagnose = (facts: Partial<ImageStore['host']> = {}) => diagnoseImages(store.root, { ...store.host, ...facts })
const probe = () => join(store.root, 'images', 'probe.json')

/** This process has the user number of someone else than root; `sudo` is what a test puts on PATH. */
const asUser = () => jest.spyOn(process, 'getuid').mockReturnValue(1000)

test('a system other than Linux has no images', async () => {
  const diagnosis = await diagnose({ platform: { os: 'darwin', arch: 'arm64' } })
  expect(diagnosis).toEqual({ canMount: false, canMake: false, reason: 'images need Linux', overlayOptions: '' })
})

const cannotBind = !canMount(({ tmpfs, bind }) => bind(tmpfs(), { readOnly: true }))
const testReadOnly = cannotBind ? test.skip : test
testReadOnly('a store that cannot be written to is a reason', async () => {
  const mounts = openMounts()
  try {
    const root = mounts.bind(store.root, { readOnly: true })
    expect(await diagnoseImages(root, store.host)).toMatchObject({
      canMount: false,
      canMake: false,
      reason: expect.stringMatching(/EROFS.*mkdtemp/),
    })
  } finally {
    mounts.close()
  }
})

test('a user without sudo, or with one that asks for a password, is told', async () => {
  asUser()
  expect(await diagnose({ env: { PATH: '/nowhere' } })).toMatchObject({
    canMount: false,
    reason: expect.stringMatching(/^mounting needs root or passwordless sudo, and sudo is not installed/),
  })
  const asking = await withCommands(store, { sudo: '[ "$1" = -n ] && echo "sudo: a password is required" >&2; exit 1' })
  expect(await diagnose({ env: asking })).toMatchObject({
    canMount: false,
    reason: expect.stringContaining('passwordless sudo (sudo: a password is required)'),
  })
})

describeImages('a machine that has all', () => {
  test('is tried once, and leaves nothing behind', async () => {
    expect(await diagnose()).toMatchObject({
      canMount: true,
      canMake: true,
      reason: 'a small image was made and mounted',
    })
    expect([await mountsBelow(store.directory), await readdir(join(store.root, 'mounts'))]).toEqual([[], []])
    expect(await readdir(join(store.root, 'tmp'))).toEqual([])
    const broken = await withCommands(store, { mount: 'exit 1', mksquashfs: 'exit 1' })
    expect(await diagnose({ env: broken })).toMatchObject({ canMount: true, canMake: true, overlayOptions })
  })

  test('is tried again after a restart, and where a process sees other mounts', async () => {
    await diagnose()
    const known = JSON.parse(await readFile(probe(), 'utf8'))
    await writeFile(probe(), JSON.stringify({ ...known, identity: 'another start' }))
    const broken = await withCommands(store, { mount: 'echo "mount: broken" >&2; exit 1' })
    expect(await diagnose({ env: broken })).toMatchObject({
      canMount: false,
      reason: expect.stringContaining('broken'),
    })
  })

  test('is tried again until it works', async () => {
    const broken = await withCommands(store, { mksquashfs: 'echo "no zstd here" >&2; exit 1' })
    expect(await diagnose({ env: broken })).toMatchObject({ canMount: true, canMake: false, reason: 'no zstd here' })
    expect(await diagnose()).toMatchObject({ canMount: true, canMake: true })
  })

  test('does with less where the kernel does not take an option', async () => {
    const older = await withCommands(store, {
      mount:
        'grep -q metacopy fstab && { echo "mount: bad option" >&2; exit 32; }; exec "$(PATH=/usr/bin:/bin command -v mount)" "$@"',
    })
    expect(await diagnose({ env: older })).toMatchObject({ canMount: true, overlayOptions: '' })
  })

  test('without mksquashfs can mount what others made', async () => {
    const lacking = await withCommands(store, { mksquashfs: 'echo "not here" >&2; exit 127' })
    expect(await diagnose({ env: lacking })).toMatchObject({ canMount: true, canMake: false, reason: 'not here' })
  })

  test('mounts and unmounts for a user through `sudo -n` and nothing else', async () => {
    const sudo = '[ "$1" = -n ] || exit 1; shift; echo "$1" >> "$(dirname "$0")/calls"; exec "$@"'
    const commands = await withCommands(store, { sudo })
    asUser()
    expect(await diagnose({ env: commands })).toMatchObject({ canMount: true, canMake: true })
    const image = join(store.root, 'images', 'one.squashfs')
    const source = await writeFiles(join(store.directory, 'source'), { 'lib/a.py': 'a' })
    await makeImage(source, image, { host: store.host, temporary: join(store.root, 'tmp') })
    const place = await reservePlace(store.root, '')
    await mountEnvironment(place, [image], { env: commands, overlayOptions })
    expect(await readText(place.merged, 'lib/a.py')).toBe('a')
    await unmountEnvironment(place.directory, commands)
    expect(existsSync(place.directory)).toBe(false)
    const calls = await readText((commands.PATH ?? '').split(':')[0] ?? '', 'calls')
    expect(calls.trim().split('\n')).toEqual(['true', 'sh', 'umount', 'sh', 'umount'])
  })
})
