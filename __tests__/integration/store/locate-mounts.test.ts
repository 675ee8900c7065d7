/** Where the store lies on another mount than the environment: real mounts, where this machine lets the user make them. */
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { LinkModeSetting } from '../../../src/settings.js'
import { locateStore } from '../../../src/store/locate.js'
import { openStore, stage, wheelDirectory, withStagedFile } from '../../../src/store/store.js'
import { asNobody, canBeAnother, canMount, type DiskType, type Mounts, openMounts } from '../../helpers/mounts.js'
import { failureOf } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { storeWheel } from '../../helpers/stored-wheel.js'

let mounts: Mounts
beforeEach(() => {
  mounts = openMounts()
})
afterEach(() => mounts.close())

const { host } = recordingHost()
const locate = (store: string, target: string, linkMode: LinkModeSetting = 'auto') =>
  locateStore(store, target, { host, linkMode })

const files = { 'alpha.py': 'VALUE = 1\n' }

/** A directory with a store that holds one wheel, and one for a project. */
async function furnish(parent: string) {
  const [directory, project] = [join(parent, 'store'), join(parent, 'project')]
  mkdirSync(project)
  const note = await storeWheel(await openStore(directory), 'alpha', files)
  return { directory, project, note }
}

function describeWhere(title: string, isPossible: boolean, tests: () => void): void {
  if (!isPossible) console.warn(`SKIPPED: ${title}, since this user cannot make such mounts here`)
  ;(isPossible ? describe : describe.skip)(title, tests)
}

describeWhere(
  'a store on another mount of the same file system',
  canMount(({ tmpfs, bind }) => bind(tmpfs())),
  () => {
    test('is copied from, and the reason names both failures', async () => {
      const { directory, project } = await furnish(mounts.tmpfs())
      const located = await locate(directory, join(mounts.bind(project), '.venv'))
      expect(located).toMatchObject({ linkMode: 'copy', isReadOnly: false })
      expect(located.reason).toBe(
        'linking fails with EXDEV (another file system, or another mount of it), cloning fails with ENOTSUP (not supported there), the bytes are written',
      )
      expect(readdirSync(project)).toEqual([])
      expect(readdirSync(located.store.temporary)).toEqual([])
    })

    test('can be linked to symbolically', async () => {
      const { directory, project } = await furnish(mounts.tmpfs())
      const located = await locate(directory, join(mounts.bind(project), '.venv'), 'symlink')
      expect(located).toMatchObject({ linkMode: 'symlink', reason: 'asked for' })
    })

    test.each(['hardlink', 'clone'] as const)('refuses %s by name', async linkMode => {
      const { directory, project } = await furnish(mounts.tmpfs())
      const target = join(mounts.bind(project), '.venv')
      const failure = await failureOf(() => locate(directory, target, linkMode))
      expect(failure).toMatchObject({ code: 'LINK_IMPOSSIBLE', exitCode: 1 })
      const word = linkMode === 'clone' ? 'no clone' : 'no hard link'
      const errno = linkMode === 'clone' ? 'ENOTSUP' : 'EXDEV'
      for (const part of [word, directory, target, errno]) expect(failure.message).toContain(part)
      expect(failure.hint).toContain('--link-mode')
    })
  },
)

describeWhere(
  'a store on an overlayfs',
  canMount(({ tmpfs, overlay }) => overlay(tmpfs())),
  () => {
    test('is copied from where it came with a lower layer, which stays as it is', async () => {
      const lower = mounts.tmpfs()
      const { note } = await furnish(lower)
      const root = mounts.overlay(lower)
      for (const _ of ['first', 'again']) {
        const located = await locate(join(root, 'store'), join(root, 'project', '.venv'))
        expect(located.linkMode).toBe('copy')
        expect(located.reason).toContain('lower layer of an overlayfs')
        expect(statSync(wheelDirectory(located.store, note.sha256)).isDirectory()).toBe(true)
        expect(readdirSync(located.store.temporary)).toEqual([])
      }
    })

    test('is linked from where it was made on the upper layer', async () => {
      const root = mounts.overlay(mounts.tmpfs())
      const { directory, project } = await furnish(root)
      const located = await locate(directory, join(project, '.venv'))
      expect(located).toMatchObject({ linkMode: 'hardlink', reason: 'a link from the store succeeds' })
      expect(readdirSync(located.store.temporary)).toEqual([])
    })

    test('is linked from, whatever its layer, where that was asked for', async () => {
      const lower = mounts.tmpfs()
      await furnish(lower)
      const root = mounts.overlay(lower)
      const located = await locate(join(root, 'store'), join(root, 'project'), 'hardlink')
      expect(located.linkMode).toBe('hardlink')
    })
  },
)

describeWhere(
  'a store on a full disk',
  canMount(({ disk }) => disk('ext4')),
  () => {
    test('keeps nothing of the file that was to be tried with', async () => {
      const root = mounts.disk('ext4')
      const { directory, project } = await furnish(root)
      const { store } = await locate(directory, project)
      fill(join(root, 'filler'))
      expect((await locate(directory, project)).linkMode).toBe('hardlink')
      expect(readdirSync(store.temporary)).toEqual([])
    })

    /** The last blocks go to small files only. */
    function fill(path: string): void {
      for (const bytes of [1 << 16, 1 << 12, 1]) {
        expect(() => {
          for (let count = 0; ; count++)
            writeFileSync(`${path}-${bytes}-${count}`, Buffer.alloc(bytes), { flush: true })
        }).toThrow('ENOSPC')
      }
    }
  },
)

describeWhere(
  'a store on a read-only mount',
  canMount(({ tmpfs, bind }) => bind(tmpfs(), { readOnly: true })),
  () => {
    async function furnishReadOnly() {
      const { directory, project } = await furnish(mounts.tmpfs())
      return { directory: mounts.bind(directory, { readOnly: true }), project }
    }

    test.each([
      ['auto', 'copy'],
      ['copy', 'copy'],
      ['symlink', 'symlink'],
    ] as const)('is a source of files where it holds wheels: %s', async (setting, linkMode) => {
      const { directory, project } = await furnishReadOnly()
      const located = await locate(directory, join(project, '.venv'), setting)
      expect(located).toMatchObject({ linkMode, isReadOnly: true })
    })

    test('says what is wrong as soon as something has to be written into it', async () => {
      const { directory, project } = await furnishReadOnly()
      const { store } = await locate(directory, project)
      const attempts = [() => stage(store), () => withStagedFile(store, async path => mkdirSync(path))]
      for (const attempt of attempts) {
        const failure = await failureOf(attempt)
        expect(failure).toMatchObject({ code: 'STORE_UNWRITABLE', exitCode: 1 })
        expect(failure.message).toContain(`the store in \`${directory}\` lacks a file and cannot be written to: EROFS`)
      }
    })

    test('is refused where it holds no wheel, or is no store', async () => {
      const { directory: empty } = await openEmpty()
      for (const directory of [empty, mounts.bind(mounts.tmpfs(), { readOnly: true })]) {
        const failure = await failureOf(() => locate(directory, mounts.tmpfs()))
        expect(failure.code).toBe('STORE_UNWRITABLE')
        expect(failure.message).toContain(directory)
      }
    })

    test('is passed over among the usual places', async () => {
      const [tools, cache] = [mounts.tmpfs(), mounts.tmpfs()]
      await storeWheel(await openStore(join(tools, 'wheelcrew')), 'alpha', files)
      const env = { RUNNER_TOOL_CACHE: mounts.bind(tools, { readOnly: true }), XDG_CACHE_HOME: cache }
      const { host } = recordingHost({ env })
      const located = await locateStore('', cache, { host, linkMode: 'copy' })
      expect(located).toMatchObject({ directory: join(cache, 'wheelcrew'), isReadOnly: false })
    })

    test('need not have the empty directories of a store', async () => {
      const { directory, project } = await furnish(mounts.tmpfs())
      rmSync(join(directory, 'v1', 'tmp'), { recursive: true })
      const located = await locate(mounts.bind(directory, { readOnly: true }), project)
      expect(located).toMatchObject({ linkMode: 'copy', isReadOnly: true })
    })

    async function openEmpty() {
      const base = mounts.tmpfs()
      await openStore(base)
      return { directory: mounts.bind(base, { readOnly: true }) }
    }
  },
)

const types: readonly DiskType[] = ['xfs', 'btrfs']
for (const type of types) {
  describeWhere(
    `a store on ${type}`,
    canMount(({ disk }) => disk(type)),
    () => {
      test('is linked from', async () => {
        const { directory, project } = await furnish(mounts.disk(type))
        expect(await locate(directory, project)).toMatchObject({ linkMode: 'hardlink' })
      })

      test('is cloned from where that was asked for', async () => {
        const { directory, project } = await furnish(mounts.disk(type))
        expect(await locate(directory, project, 'clone')).toMatchObject({ linkMode: 'clone', reason: 'asked for' })
        expect(readdirSync(project)).toEqual([])
      })

      test('is cloned from through another mount, where no link leads', async () => {
        const { directory, project } = await furnish(mounts.disk(type))
        const located = await locate(directory, mounts.bind(project))
        expect(located.linkMode).toBe('clone')
        expect(located.reason).toMatch(/^linking fails with EXDEV \(.*\), a clone from the store succeeds$/)
      })

      test('is cloned from although it can be read only', async () => {
        const { directory, project } = await furnish(mounts.disk(type))
        const located = await locate(mounts.bind(directory, { readOnly: true }), project)
        expect(located).toMatchObject({ linkMode: 'clone', isReadOnly: true })
      })
    },
  )
}

describeWhere('a store of another user', canBeAnother && canMount(({ tmpfs }) => tmpfs()), () => {
  async function furnishForeign() {
    const { directory, project } = await furnish(mounts.tmpfs())
    chmodSync(project, 0o777)
    chmodSync(join(directory, '..'), 0o755)
    return { directory, project }
  }

  test('is copied from, since the kernel lets nobody link what is not theirs', async () => {
    const { directory, project } = await furnishForeign()
    const located = await asNobody(() => locate(directory, join(project, '.venv')))
    expect(located).toMatchObject({ linkMode: 'copy', isReadOnly: true })
    expect(located.reason).toMatch(/^linking fails with EPERM \(not permitted\), cloning fails with ENOTSUP/)
  })
})
