import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { agreesWithUv } from '../../../src/build/uv-agreement.js'
import { uvCacheInfo } from '../../../src/build/uv-cache-info.js'
import { findTool } from '../../helpers/tools.js'
import { testHost } from '../python/pythons.js'
import {
  type Files,
  libraryOf,
  makeUvProject,
  pretendInstalled,
  projectFiles,
  type UvProject,
  writeFiles,
} from './uv-fixture.js'

const uv = (await findTool('uv')) ?? ''
const whenThere = uv === '' ? describe.skip : describe

let project: Pick<UvProject, 'directory' | 'remove'> | undefined
afterEach(() => project?.remove())

async function open(files: Files, more: Parameters<typeof makeUvProject>[2] = {}): Promise<UvProject> {
  const made = await makeUvProject(uv, files, more)
  project = made
  return made
}

/** A tree that uv is not asked about. */
async function plainTree(files: Files) {
  const directory = await mkdtemp(join(tmpdir(), 'wheelcrew-tree-'))
  await writeFiles(directory, files)
  project = { directory, remove: () => rm(directory, { recursive: true }) }
  return { directory, host: testHost(directory) }
}

/** What uv wrote. */
async function installedInfo({ directory }: UvProject): Promise<unknown> {
  const path = join(libraryOf(join(directory, '.venv')), 'tiny-1.0.dist-info', 'uv_cache.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text && JSON.parse(text)
}

function git(directory: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
  execFileSync('git', [...identity, ...args], { cwd: directory, stdio: 'ignore' })
}

/** What uv itself writes, and what is written here, for a project with these files. */
async function both(files: Files, prepare: (directory: string) => void = () => {}) {
  const tree = await open(files, { env: { SET_VARIABLE: 'a "b"' } })
  prepare(tree.directory)
  await tree.uv('sync')
  const ours = await uvCacheInfo(tree.directory, tree)
  return { written: await installedInfo(tree), ours: ours && JSON.parse(ours) }
}

whenThere('what uv writes of a source tree', () => {
  test.each([
    ['the default keys', projectFiles('tiny')],
    ['the default keys of a project with src', { ...projectFiles('tiny'), 'src/x.py': '' }],
    ['setup.cfg beside pyproject.toml', { ...projectFiles('tiny'), 'setup.cfg': '', 'setup.py': '' }],
    ['files', projectFiles('tiny', '["backend.py", { file = "absent.txt" }]')],
    [
      'directories',
      { ...projectFiles('tiny', '[{ dir = "sub" }, { dir = "absent" }, { dir = "backend.py" }]'), 'sub/x': '' },
    ],
    ['variables', projectFiles('tiny', '[{ env = "SET_VARIABLE" }, { env = "UNSET_VARIABLE" }]')],
    ['globs', { ...projectFiles('tiny', '[{ file = "sub/**/*.{c,h}" }]'), 'sub/a/b.h': '', 'sub/c.c': '', 'd.c': '' }],
  ])('is written here as well: %s', async (_, files) => {
    const { written, ours } = await both(files)
    expect(written).toBeDefined()
    expect(ours).toEqual(written)
  })

  test.each([
    ['its commit', '[{ git = true }]'],
    ['its commit and tags', '[{ git = { commit = true, tags = true } }]'],
    ['neither', '[{ git = { commit = false } }, "pyproject.toml"]'],
  ])('is written here as well, of a repository %s', async (_, keys) => {
    const { written, ours } = await both(projectFiles('tiny', keys), directory => {
      git(directory, 'init', '-q', '.')
      git(directory, 'add', 'pyproject.toml')
      git(directory, 'commit', '-qm', 'x')
      for (const tag of ['v1', 'group/v2']) git(directory, 'tag', tag)
      git(directory, 'tag', '-am', 'annotated', 'v3')
      git(directory, 'pack-refs', '--all')
      git(directory, 'tag', 'loose')
    })
    expect(written).toBeDefined()
    expect(ours).toEqual(written)
  })

  test.each([
    ['no key', '[]'],
    ['a file that is absent', '["absent.txt"]'],
    ['no repository', '[{ git = true }]'],
  ])('is nothing, there and here, of %s', async (_, keys) => {
    expect(await both(projectFiles('tiny', keys))).toEqual({ written: undefined, ours: undefined })
  })

  test.each(['[{ unknown = "x" }]', '"x"', '[3]', '[{ file = "a", dir = "b" }]', '[{ git = { branch = true } }]'])(
    'is not guessed at where uv knows other keys: %s',
    async keys => {
      const messages: string[] = []
      const { directory, host } = await plainTree(projectFiles('tiny', keys))
      const log = { ...host.log, debug: (message: string) => void messages.push(message) }
      expect(await uvCacheInfo(directory, { host: { ...host, log } })).toBeUndefined()
      expect(messages).toEqual([expect.stringContaining(directory)])
    },
  )

  test('is the time of an archive', async () => {
    const { directory, host } = await plainTree(projectFiles('tiny'))
    const { timestamp, directories } = JSON.parse((await uvCacheInfo(join(directory, 'backend.py'), { host })) ?? '')
    expect(timestamp.secs_since_epoch).toBeGreaterThan(1_700_000_000)
    expect(directories).toEqual({})
  })
})

const globs = [
  ...[
    '*.c',
    '**/*.c',
    'sub/*.c',
    'sub/**/*.c',
    'sub/**',
    '*',
    'sub/*',
    '?.c',
    '[ab].c',
    '[!a].c',
    '*.{c,h}',
    './sub/*.c',
  ],
  ...[
    '**/a.c',
    '*/x/*.c',
    's?b/a.c',
    '**/x/*.c',
    'sub*/a.c',
    '{sub,src}/**/*.c',
    '[a-z].c',
    'sub/**/x/*',
    'absent/**/*.c',
  ],
]
const globFiles = [
  'a.c',
  'z.h',
  '.hidden.c',
  'sub/a.c',
  'sub/b.h',
  'sub/d/a.c',
  'sub/d/e/f.c',
  '.dot/a.c',
  'x/a.c',
  'sub/x/a.c',
  'src/y.c',
]

whenThere('globs', () => {
  test('name the files that uv takes them to name', async () => {
    const pairs = ['"sub/*.h", "*.c"', '"sub/d/*.c", "sub/*.h"', '"sub/*", "src/**"']
    const keys = [...globs.map(glob => `"${glob}"`), ...pairs]
    const cases = keys.flatMap(key => globFiles.map(newest => ({ key, newest })))
    const members = Object.fromEntries(
      cases.map(({ key }, index) => [
        `m${index}`,
        { ...projectFiles(`m${index}`, `[${key}]`), ...Object.fromEntries(globFiles.map(path => [path, ''])) },
      ]),
    )
    const { directory, host, uv: run } = await open(workspace, { members })
    await wait(20)
    const now = new Date()
    for (const [index, { newest }] of cases.entries()) await utimes(join(directory, `m${index}`, newest), now, now)
    const disagreeing = async () => {
      const { stderr, exitCode } = await run('sync', '--dry-run', '--frozen', '--inexact', '--all-packages')
      expect(exitCode).toBe(0)
      const names = [...stderr.matchAll(/^ [-+~] (m\d+)\b/gm)].map(([, name = '']) => Number(name.slice(1)))
      return [...new Set(names)].sort((a, b) => a - b).map(index => cases[index])
    }
    const unsaid: number[] = []
    const library = libraryOf(join(directory, '.venv'))
    for (const index of cases.keys()) {
      const source = join(directory, `m${index}`)
      const info = await uvCacheInfo(source, { host })
      if (info === undefined) unsaid.push(index)
      await pretendInstalled(`m${index}`, { library, source, isEditable: true, info })
    }
    // Those that name nothing are never up to date for uv.
    expect([...new Set(unsaid.map(index => cases[index]?.key))]).toEqual(['"absent/**/*.c"'])
    expect(await disagreeing()).toEqual(unsaid.map(index => cases[index]))
  }, 120_000)

  test.each(['!*.c', '../x/*.c', '/x/*.c', 'a\\\\*.c', '[[:alpha:]].c', '{a,{b,c}}.c', '{a,}.c', '#*.c', '[]a].c'])(
    'are not guessed at: %s',
    async glob => {
      const { directory, host } = await plainTree(projectFiles('tiny', `["${glob}", "pyproject.toml"]`))
      expect(await uvCacheInfo(directory, { host })).toBeUndefined()
    },
  )

  test('name what a symbolic link to a file leads to, and nothing behind one to a directory', async () => {
    const files = { 'sub/a.c': '', 'far/b.c': '', 'far/d/c.c': '' }
    const tree = await open({ ...projectFiles('tiny', '["sub/*.c"]'), ...files })
    const { directory } = tree
    await symlink(join(directory, 'far', 'd'), join(directory, 'sub', 'd'))
    await symlink(join(directory, 'far', 'b.c'), join(directory, 'sub', 'b.c'))
    for (const path of ['far/b.c', 'far/d/c.c']) {
      await wait(20)
      await writeFile(join(directory, path), 'later')
      await tree.uv('sync', '--reinstall')
      expect(JSON.parse((await uvCacheInfo(directory, tree)) ?? '')).toEqual(await installedInfo(tree))
    }
  })
})

const workspace: Files = {
  'pyproject.toml':
    '[project]\nname = "workspace"\nversion = "1.0"\nrequires-python = ">=3.8"\n[tool.uv.workspace]\nmembers = ["m*"]\n',
}

whenThere('uv', () => {
  let place: UvProject
  let environment: string
  beforeEach(async () => {
    place = await open({ ...projectFiles('tiny'), 'src/x.py': '' })
    environment = join(place.directory, '.venv')
  })

  const ask = (args: readonly string[] = [], names = ['tiny']) =>
    agreesWithUv({ uv, project: place.directory, environment, names, args, host: place.host })

  async function pretend(facts: { readonly isEditable?: boolean; readonly info?: string } = {}): Promise<void> {
    const info = facts.info ?? (await uvCacheInfo(place.directory, { host: place.host }))
    await pretendInstalled('tiny', {
      library: libraryOf(environment),
      source: place.directory,
      isEditable: true,
      ...facts,
      info,
    })
  }

  test('agrees with an editable install, and builds nothing when it syncs and runs', async () => {
    await pretend()
    expect(await ask()).toEqual({ agrees: true, said: '' })
    expect((await place.uv('sync', '--frozen')).stderr).toMatch(/Checked 1 package/)
    expect((await place.uv('run', 'python', '-c', 'print(1)')).stdout).toBe('1\n')
    expect(await readFile(place.builds, 'utf8')).toBe('')
  })

  test('agrees with an install that is not editable where it is told so', async () => {
    await pretend({ isEditable: false })
    expect(await ask(['--no-editable'])).toEqual({ agrees: true, said: '' })
    expect(await ask()).toMatchObject({ agrees: false })
  })

  test.each([
    [
      'pyproject.toml is written again',
      () => writeFile(join(place.directory, 'pyproject.toml'), projectFiles('tiny')['pyproject.toml'] ?? ''),
    ],
    ['setup.py appears', () => writeFile(join(place.directory, 'setup.py'), '')],
    ['a time goes back', () => utimes(join(place.directory, 'pyproject.toml'), new Date(0), new Date(0))],
  ])('disagrees when %s, and changes nothing when it is asked', async (_, change) => {
    await pretend()
    await wait(20)
    await change()
    expect(await ask()).toEqual({ agrees: false, said: expect.stringContaining('tiny') })
    expect(await readFile(place.builds, 'utf8')).toBe('')
    await place.uv('sync')
    expect(await readFile(place.builds, 'utf8')).toBe('tiny\n')
  })

  test('disagrees with a format that is not its own', async () => {
    await pretend({ info: '{"format":"of another year"}' })
    expect(await ask()).toMatchObject({ agrees: false })
  })

  test('is asked about these distributions only', async () => {
    expect(await ask([], ['other'])).toEqual({ agrees: true, said: '' })
    expect(await ask()).toMatchObject({ agrees: false })
  })

  test('says nothing where it is absent, or there is no lock', async () => {
    const question = { project: place.directory, environment, names: ['tiny'], host: place.host }
    expect(await agreesWithUv({ ...question, uv: '/absent/uv' })).toBeUndefined()
    expect(await agreesWithUv({ ...question, uv, project: join(place.directory, 'src') })).toBeDefined()
    const empty = await makeUvProject(uv, projectFiles('tiny'))
    await rm(join(empty.directory, 'uv.lock'))
    expect(await agreesWithUv({ ...question, uv, project: empty.directory })).toBeUndefined()
    await empty.remove()
  })
})
