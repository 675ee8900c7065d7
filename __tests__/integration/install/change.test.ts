import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { beginChange, type ChangeParts } from '../../../src/install/change.js'
import { asideOf, hasAbandoned, settleAbandoned } from '../../../src/install/journal.js'
import { writeFile as put } from '../../../src/install/link.js'
import type { Removal } from '../../../src/install/uninstall.js'
import { type PythonEnvironment, venvEnvironment } from '../../../src/python/environment.js'
import { failureOf, makeInterpreter } from '../../helpers/plan.js'

let scratch = ''
let environment: PythonEnvironment
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-change-'))
  environment = venvEnvironment(join(scratch, 'venv'), makeInterpreter(), { os: 'linux', arch: 'x64' })
})
afterEach(() => rm(scratch, { recursive: true, force: true }))

const site = (...parts: readonly string[]): string => join(environment.schemes.purelib, ...parts)

const oldFiles = () => ({
  [site('demo', '__init__.py')]: 'old',
  [site('demo', 'gone.py')]: 'old',
  [site('demo', '__pycache__', 'gone.cpython-311.pyc')]: 'old',
  [site('demo-1.0.dist-info', 'METADATA')]: 'old',
  [site('demo-1.0.dist-info', 'RECORD')]: 'old',
  [site('other.py')]: 'of someone else',
  [site('easy-install.pth')]: './one\n./two\n./three\n',
  [join(environment.schemes.scripts, 'demo')]: 'old script',
})

const newFiles = () => ({
  [site('demo', '__init__.py')]: 'new',
  [site('demo', 'sub', 'added.py')]: 'new',
  [site('demo-2.0.dist-info', 'METADATA')]: 'new',
  [site('demo-2.0.dist-info', 'RECORD')]: 'new',
  [site('other.py')]: 'new, over that of someone else',
  [join(environment.schemes.scripts, 'demo')]: 'new script',
  [join(environment.schemes.scripts, 'demo-more')]: 'new script',
  [join(environment.schemes.data, 'share', 'demo', 'data.txt')]: 'new',
})

const removal = (): Removal => ({
  name: 'demo',
  version: '1.0',
  files: [
    site('demo', '__init__.py'),
    site('demo', '__pycache__', 'gone.cpython-311.pyc'),
    site('demo', 'gone.py'),
    join(environment.schemes.scripts, 'demo'),
  ],
  directories: [site('demo-1.0.dist-info')],
  rewrites: [{ path: site('easy-install.pth'), content: './one\n./three\n' }],
  warnings: [],
})

function inhabit(): void {
  for (const [path, content] of Object.entries(oldFiles())) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}

const parts = (facts: Partial<ChangeParts> = {}): ChangeParts => ({
  environment,
  removals: [removal()],
  destinations: Object.keys(newFiles()),
  possible: [site('demo', '__pycache__', '__init__.cpython-311.pyc')],
  ...facts,
})

/** Paths below the environment, directories ending in `/`, files with their content. */
async function snapshot(): Promise<Record<string, string>> {
  const { root } = environment
  if (!existsSync(root)) return {}
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const pairs = entries.map(async entry => {
    const path = join(entry.parentPath, entry.name)
    const name = relative(root, path)
    return entry.isDirectory() ? [`${name}/`, ''] : [name, await readFile(path, 'utf8')]
  })
  return Object.fromEntries((await Promise.all(pairs)).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
}

const writeNew = () => {
  for (const [path, content] of Object.entries(newFiles())) put(path, content, { executable: false })
}

describe('a change', () => {
  test('that is committed leaves the new files, and nothing of the old ones', async () => {
    inhabit()
    const change = beginChange(parts())
    writeNew()
    change.commit()
    const found = await snapshot()
    const kept = { [site('easy-install.pth')]: './one\n./three\n' }
    const expected = Object.entries({ ...newFiles(), ...kept }).map(([path, content]) => [
      relative(environment.root, path),
      content,
    ])
    expect(Object.fromEntries(Object.entries(found).filter(([path]) => !path.endsWith('/')))).toEqual(
      Object.fromEntries(expected),
    )
    expect(existsSync(site('demo', '__pycache__'))).toBe(false)
    expect(hasAbandoned(environment.stateDirectory)).toBe(false)
  })

  test('that is undone leaves what was there, whatever of it was written', async () => {
    inhabit()
    const before = await snapshot()
    const change = beginChange(parts())
    writeNew()
    change.undo()
    expect(await snapshot()).toEqual(before)
  })

  test('removes directories that it leaves empty, and none that hold something', async () => {
    inhabit()
    writeFileSync(site('demo', 'mine.txt'), 'mine')
    beginChange(parts({ destinations: [], possible: [] })).commit()
    expect(readdirSync(environment.schemes.purelib).sort()).toEqual(['demo', 'easy-install.pth', 'other.py'])
    expect(readdirSync(site('demo'))).toEqual(['mine.txt'])
  })

  test('takes the lines of several removals out of one file', async () => {
    inhabit()
    const second = {
      ...removal(),
      files: [],
      directories: [],
      rewrites: [{ path: site('easy-install.pth'), content: './two\n./three\n' }],
    }
    beginChange(parts({ removals: [removal(), second] })).commit()
    expect(await readFile(site('easy-install.pth'), 'utf8')).toBe('./three\n')
  })

  test('of the same version replaces the dist-info as a whole', async () => {
    inhabit()
    const before = await snapshot()
    const destinations = [site('demo-1.0.dist-info', 'METADATA'), site('demo-1.0.dist-info', 'RECORD')]
    const change = beginChange(parts({ destinations, possible: [] }))
    put(site('demo-1.0.dist-info', 'METADATA'), 'again', { executable: false })
    expect(settleAbandoned(environment)).toBe('undone')
    expect(await snapshot()).toEqual(before)
    change.undo()
    expect(await snapshot()).toEqual(before)
  })

  test('refuses a directory in the place of a file before anything moves', async () => {
    inhabit()
    await mkdir(site('demo', 'sub', 'added.py'), { recursive: true })
    const before = await snapshot()
    expect(await failureOf(() => beginChange(parts()))).toMatchObject({ code: 'ENVIRONMENT_UNWRITABLE' })
    expect(await snapshot()).toEqual(before)
  })

  test('refuses a link that leads out of the environment, and follows one inside', async () => {
    inhabit()
    const outside = join(scratch, 'outside')
    await mkdir(outside)
    await symlink(outside, site('demo', 'sub'))
    expect(await failureOf(() => beginChange(parts()))).toMatchObject({ code: 'ENVIRONMENT_UNWRITABLE' })
    expect(readdirSync(outside)).toEqual([])
    await rm(site('demo', 'sub'))
    await mkdir(join(environment.root, 'real'))
    await symlink(join(environment.root, 'real'), site('demo', 'sub'))
    const change = beginChange(parts())
    writeNew()
    change.commit()
    expect(readdirSync(join(environment.root, 'real'))).toEqual(['added.py'])
  })

  test('moves names aside that leave no room for a suffix', async () => {
    inhabit()
    const long = site(`${'x'.repeat(250)}.py`)
    await writeFile(long, 'old')
    const before = await snapshot()
    const change = beginChange(parts({ destinations: [long] }))
    put(long, 'new', { executable: false })
    change.undo()
    expect(await snapshot()).toEqual(before)
  })
})

const journalOf = (parts: object): string =>
  JSON.stringify({ format: 1, movedDirectories: [], movedFiles: [], made: [], madeDirectories: [], kept: [], ...parts })

/** Makes a file that not even root removes; false where the system or the file system has no such thing. */
const lock = (path: string): boolean => spawnSync('chattr', ['+i', path]).status === 0

describe('a change in an odd place', () => {
  test('holds once it is committed, although something old cannot be removed; the next run tries again', async () => {
    inhabit()
    const old = site('demo-1.0.dist-info', 'METADATA')
    if (!lock(old)) return console.warn('SKIPPED: a file that cannot be removed, which needs chattr')
    const aside = join(asideOf(site('demo-1.0.dist-info')), 'METADATA')
    try {
      const change = beginChange(parts())
      writeNew()
      change.commit()
      expect(await readFile(site('demo', '__init__.py'), 'utf8')).toBe('new')
      expect(existsSync(asideOf(site('demo', '__init__.py')))).toBe(false)
      expect(hasAbandoned(environment.stateDirectory)).toBe(true)
    } finally {
      spawnSync('chattr', ['-i', aside])
    }
    expect(settleAbandoned(environment)).toBe('completed')
    expect(existsSync(aside)).toBe(false)
    expect(hasAbandoned(environment.stateDirectory)).toBe(false)
  })

  test('turns a file into a directory, and a directory that it empties into a file', async () => {
    inhabit()
    const before = await snapshot()
    const toDirectory = [site('other.py', 'inner.py')]
    const gone = { ...removal(), files: [site('other.py')], directories: [], rewrites: [] }
    const change = beginChange(parts({ removals: [gone], destinations: toDirectory, possible: [] }))
    put(site('other.py', 'inner.py'), 'new', { executable: false })
    change.undo()
    expect(await snapshot()).toEqual(before)
    const toFile = beginChange(parts({ destinations: [site('demo')], possible: [] }))
    put(site('demo'), 'a file', { executable: false })
    toFile.commit()
    expect(await readFile(site('demo'), 'utf8')).toBe('a file')
  })

  test('can be undone where two of its own paths were a file and a directory', async () => {
    inhabit()
    const before = await snapshot()
    const change = beginChange(parts({ destinations: [site('thing'), site('thing', 'inner.py')], possible: [] }))
    change.undo()
    expect(await snapshot()).toEqual(before)
  })

  test('refuses a link anywhere above a file that leads out of the environment, or nowhere', async () => {
    inhabit()
    await mkdir(join(scratch, 'outside', 'cloud'), { recursive: true })
    await symlink(join(scratch, 'outside'), site('google'))
    const destinations = [site('google', 'cloud', 'x', '__init__.py')]
    const refused = { code: 'ENVIRONMENT_UNWRITABLE', message: expect.stringContaining('google') }
    expect(await failureOf(() => beginChange(parts({ destinations })))).toMatchObject(refused)
    expect(readdirSync(join(scratch, 'outside', 'cloud'))).toEqual([])
    await rm(join(scratch, 'outside'), { recursive: true })
    expect(await failureOf(() => beginChange(parts({ destinations })))).toMatchObject(refused)
  })

  test('takes one file that has two names through a link inside the environment for one', async () => {
    inhabit()
    const before = await snapshot()
    renameSync(site('demo'), site('real'))
    await symlink(site('real'), site('demo'))
    const gone = { ...removal(), files: [site('real', '__init__.py')], directories: [], rewrites: [] }
    const change = beginChange(parts({ removals: [gone], destinations: [site('demo', '__init__.py')], possible: [] }))
    put(site('demo', '__init__.py'), 'new', { executable: false })
    change.undo()
    await rm(site('demo'))
    renameSync(site('real'), site('demo'))
    expect(await snapshot()).toEqual(before)
  })
})

describe('a change that a killed process left', () => {
  /** Everything may have happened up to some point, and nothing after it: what had not moved yet is moved back. */
  test('is undone by the next one, wherever it stopped', async () => {
    inhabit()
    const before = await snapshot()
    const moved = [...[site('demo-1.0.dist-info'), ...removal().files, site('easy-install.pth'), site('other.py')]]
    await fc.assert(
      fc.asyncProperty(fc.nat(moved.length), fc.nat(8), async (moves, writes) => {
        beginChange(parts())
        if (moves === moved.length) {
          for (const [path, content] of Object.entries(newFiles()).slice(0, writes))
            put(path, content, { executable: false })
        } else {
          for (const path of moved.slice(moves)) {
            rmSync(path, { force: true, recursive: true })
            renameSync(asideOf(path), path)
          }
          rmSync(site('demo', 'sub'), { recursive: true })
        }
        expect(hasAbandoned(environment.stateDirectory)).toBe(true)
        expect(settleAbandoned(environment)).toBe('undone')
        expect(await snapshot()).toEqual(before)
        expect(settleAbandoned(environment)).toBe('none')
      }),
      { numRuns: 40 },
    )
  })

  test('is undone where the environment was moved to, and not where it was', async () => {
    inhabit()
    const before = await snapshot()
    beginChange(parts())
    writeNew()
    const moved = join(scratch, 'moved')
    renameSync(environment.root, moved)
    inhabit()
    const bystander = await snapshot()
    const there = venvEnvironment(moved, makeInterpreter(), { os: 'linux', arch: 'x64' })
    expect(settleAbandoned(there)).toBe('undone')
    expect(await snapshot()).toEqual(bystander)
    rmSync(environment.root, { recursive: true })
    renameSync(moved, environment.root)
    expect(await snapshot()).toEqual(before)
  })

  test.each([
    ['is damaged', () => '{"format": 1, "moved'],
    ['is of another version', () => '{"format": 2}'],
    ['lacks a list', () => '{"format": 1, "made": []}'],
    ['names a path outside', () => journalOf({ made: ['../outside'] })],
    ['names an absolute path outside', () => journalOf({ movedFiles: [join(scratch, 'outside')] })],
    ['leads outside through a link', () => journalOf({ made: ['link/outside'] })],
  ])('whose journal %s is refused, and nothing is touched', async (_, text) => {
    inhabit()
    await writeFile(join(scratch, 'outside'), 'of someone else')
    await symlink(scratch, join(environment.root, 'link'))
    await writeFile(join(environment.root, '.wheelcrew-journal'), text())
    expect(await failureOf(() => settleAbandoned(environment))).toMatchObject({ code: 'ENVIRONMENT_UNREADABLE' })
    expect(await readFile(join(scratch, 'outside'), 'utf8')).toBe('of someone else')
  })

  test('is completed where it was committed', async () => {
    inhabit()
    const change = beginChange(parts())
    writeNew()
    // As when the process ends right after the journal was renamed.
    renameSync(join(environment.root, '.wheelcrew-journal'), join(environment.root, '.wheelcrew-journal-done'))
    expect(settleAbandoned(environment)).toBe('completed')
    expect(existsSync(site('demo', 'gone.py'))).toBe(false)
    expect(Object.keys(await snapshot()).filter(path => path.includes('wheelcrew'))).toEqual([])
    expect(await readFile(site('demo', '__init__.py'), 'utf8')).toBe('new')
    expect(() => change.commit()).toThrow()
  })
})
