import { lstat, mkdir, readdir, readFile, readlink, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { scanInstalled } from '../../../src/install/installed.js'
import type { LinkMode } from '../../../src/store/locate.js'
import { failureOf } from '../../helpers/plan.js'
import { describeTree, type Files } from '../../helpers/stored-wheel.js'
import { type Fixture, install, makeFixture, type Stored, storeBoth, storeCompiled } from './install-fixture.js'

let fixture: Fixture
beforeEach(async () => {
  fixture = await makeFixture()
})
afterEach(() => fixture.remove())

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await utimes(path, 1_000_000, 1_000_000)
}

/** Files, links and directories of others, some of them where ours belong. */
async function inhabit({ environment, site, script, scratch }: Fixture): Promise<void> {
  await put(join(environment.root, 'pyvenv.cfg'), 'home = /opt/python/bin\n')
  await put(site('mine.py'), 'mine')
  await put(site('alpha', 'core.py'), 'mine too')
  await put(site('alpha', 'local', 'notes.txt'), 'notes')
  await put(script('shipped.sh'), 'my script')
  await put(script('alpha-run'), 'my other script')
  await put(join(scratch, 'outside.txt'), 'outside')
  await symlink(join(scratch, 'absent'), site('alpha', '__init__.py'))
  await symlink(join(scratch, 'outside.txt'), site('beta.py'))
}

/** Everything below a directory: which inode it is, its mode and times, and its content or target. */
async function snapshot(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const lines = entries.map(async entry => {
    const path = join(entry.parentPath, entry.name)
    const { ino, mode, mtimeMs, nlink } = await lstat(path)
    const name = `${relative(root, path)} ${ino} ${mode.toString(8)}`
    if (entry.isDirectory()) return name
    const content = entry.isSymbolicLink() ? await readlink(path) : await readFile(path, 'latin1')
    return `${name} ${nlink} ${mtimeMs} ${content}`
  })
  return (await Promise.all(lines)).sort()
}

describe.each<LinkMode>(['hardlink', 'copy'])(
  'an installation that fails leaves the environment as it was: %s',
  mode => {
    async function expectUndone(stored: readonly Stored[]): Promise<void> {
      const { scratch, store, environment } = fixture
      await inhabit(fixture)
      const [before, inStore] = [await snapshot(environment.root), await describeTree(store.root)]
      const failure = await failureOf(() => install(fixture, stored, { linkMode: mode }))
      expect(failure).toMatchObject({ code: 'ENVIRONMENT_UNWRITABLE', exitCode: 1 })
      expect(await snapshot(environment.root)).toEqual(before)
      expect(await readFile(join(scratch, 'outside.txt'), 'utf8')).toBe('outside')
      expect(await describeTree(store.root)).toEqual(inStore)
    }

    test('where a directory lies in place of a file', async () => {
      await mkdir(fixture.site('alpha', 'lib', 'native.so'), { recursive: true })
      await expectUndone(await storeBoth(fixture))
    })

    test('where a directory lies in place of a script, after files were linked', async () => {
      await mkdir(fixture.script('beta-run'), { recursive: true })
      await expectUndone(await storeBoth(fixture))
    })

    test('where a directory lies in place of the last RECORD, after all else was written', async () => {
      await mkdir(fixture.site('alpha-1.0.dist-info', 'RECORD'), { recursive: true })
      await expectUndone(await storeBoth(fixture))
    })

    test('where a file lies in place of a directory, after others were made', async () => {
      await put(join(fixture.environment.root, 'share'), 'a file')
      await expectUndone(await storeBoth(fixture))
    })

    test('where a file lies in place of the last directory of a path', async () => {
      await put(fixture.site('alpha', 'lib'), 'a file')
      await expectUndone(await storeBoth(fixture))
    })

    test('where two wheels replace one script of someone else', async () => {
      const files = (name: string): Files => ({
        [`${name}.py`]: '',
        [`${name}-1.0.dist-info/entry_points.txt`]: `[console_scripts]\nalpha-run = ${name}:main\n`,
      })
      const gamma = await storeCompiled(fixture.store, 'gamma', files('gamma'))
      const delta = await storeCompiled(fixture.store, 'delta', files('delta'))
      await mkdir(fixture.site('delta-1.0.dist-info', 'RECORD'), { recursive: true })
      await expectUndone([gamma, delta])
    })
  },
)

describe('an installation that fails', () => {
  test('names what is in the way, and says what to do', async () => {
    const path = fixture.site('alpha', 'core.py')
    await mkdir(path, { recursive: true })
    const both = await storeBoth(fixture)
    const failure = await failureOf(() => install(fixture, both))
    expect(failure.message).toContain(`\`${path}\``)
    expect(failure.hint).toMatch(/^a directory is where a file of the wheel belongs/)
  })

  test('can be repeated when what was in the way is gone', async () => {
    const blocked = fixture.script('beta-run')
    await mkdir(blocked, { recursive: true })
    const both = await storeBoth(fixture)
    await failureOf(() => install(fixture, both))
    expect(await readdir(fixture.environment.root, { recursive: true })).toEqual(['bin', join('bin', 'beta-run')])
    await rm(blocked, { recursive: true })
    install(fixture, both)
    const installed = await scanInstalled([fixture.environment.schemes.purelib])
    expect(installed.map(({ name }) => name)).toEqual(['alpha', 'beta'])
  })
})
