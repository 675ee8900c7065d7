import {
  appendFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { beginInstallation } from '../../../src/install/install-wheels.js'
import { scanInstalled } from '../../../src/install/installed.js'
import { type InstallServices, prepareInstall } from '../../../src/install/prepare.js'
import { type PythonEnvironment, venvEnvironment } from '../../../src/python/venv.js'
import type { LinkMode } from '../../../src/store/locate.js'
import type { BytecodeNote, WheelNote } from '../../../src/store/note.js'
import { filesOf, openStore, type Store, wheelDirectory } from '../../../src/store/store.js'
import { failureOf, makeInterpreter } from '../../helpers/plan.js'
import { describeTree, type Files, kind, storeBytecode, storeWheel } from '../../helpers/stored-wheel.js'

let scratch = ''
let store: Store
let environment: PythonEnvironment

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-install-'))
  store = await openStore(join(scratch, 'store'))
  environment = venvEnvironment(join(scratch, 'venv'), makeInterpreter(), { os: 'linux', arch: 'x64' })
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

type Stored = { readonly note: WheelNote; readonly bytecode: BytecodeNote }

const alphaFiles: Files = {
  'alpha/__init__.py': 'import alpha.core\n',
  'alpha/core.py': 'VALUE = 1\n',
  'alpha/lib/native.so': Buffer.alloc(5000, 1),
  'alpha-1.0.data/scripts/shipped.sh': '#!python\nprint(1)\n',
  'alpha-1.0.data/data/share/alpha.txt': 'data',
  'alpha-1.0.data/headers/alpha.h': '#define ALPHA\n',
  'alpha-1.0.data/platlib/alpha_native.py': '',
  'alpha-1.0.dist-info/METADATA': 'Name: alpha\n',
  'alpha-1.0.dist-info/entry_points.txt': '[console_scripts]\nalpha-run = alpha.core:main\n',
  'alpha-1.0.dist-info/RECORD': 'what the wheel itself says\n',
}
const betaFiles: Files = {
  'beta.py': 'VALUE = 2\n',
  'beta-1.0.dist-info/METADATA': 'Name: beta\n',
  'beta-1.0.dist-info/entry_points.txt': '[console_scripts]\nbeta-run = beta:main\n',
}

async function store2(name: string, files: Files, bytecode: Files = {}): Promise<Stored> {
  const note = await storeWheel(store, name, files)
  return { note, bytecode: (await storeBytecode(store, note, bytecode)).note }
}

/** Two wheels with all that a wheel can have. */
async function storeBoth(): Promise<readonly Stored[]> {
  const compiled = { 'alpha/__pycache__/__init__.cpython-311.pyc': 'i', 'alpha/__pycache__/core.cpython-311.pyc': 'c' }
  return [
    await store2('alpha', alphaFiles, compiled),
    await store2('beta', betaFiles, { '__pycache__/beta.cpython-311.pyc': 'b' }),
  ]
}

function begin(stored: readonly Stored[], linkMode: LinkMode) {
  const services: InstallServices = {
    ...{ store, linkMode, environment, bytecodeKind: kind },
    ...{ pythonVersion: '3.11.7', windowsLaunchers: undefined },
  }
  const wheels = stored.map(({ note }) => ({ note, requested: note.name === 'alpha', directUrl: undefined }))
  const preparation = prepareInstall(wheels, services)
  const installation = beginInstallation(preparation, services)
  const bytecodes = new Map(stored.map(({ note, bytecode }) => [note.name, bytecode]))
  return { preparation, installation, bytecodeOf: (name: string) => bytecodes.get(name) }
}

/** As the pipeline does it: every wheel linked, then every wheel finished; what fails is undone. Returns the counts. */
function install(stored: readonly Stored[], linkMode: LinkMode = 'hardlink'): number {
  const { preparation, installation, bytecodeOf } = begin(stored, linkMode)
  try {
    const linked = preparation.wheels.map(prepared => installation.link(prepared))
    const finished = preparation.wheels.map(wheel => installation.finish(wheel, bytecodeOf(wheel.wheel.note.name)))
    installation.commit()
    return [...linked, ...finished].reduce((sum, count) => sum + count, 0)
  } catch (error) {
    installation.undo()
    throw error
  }
}

const site = (...parts: readonly string[]) => join(environment.schemes.purelib, ...parts)
const names = () => scanInstalled([environment.schemes.purelib]).then(list => list.map(({ name }) => name))

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  await utimes(path, 1_000_000, 1_000_000)
}

/** Everything below a directory: what it is, whose inode, its mode and content or target. */
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

describe('an installation', () => {
  test('puts every file in its place, and counts it as installed only when it is finished', async () => {
    const { preparation, installation, bytecodeOf } = begin(await storeBoth(), 'hardlink')
    const linked = preparation.wheels.map(prepared => installation.link(prepared))
    expect(await readFile(site('alpha', 'core.py'), 'utf8')).toBe('VALUE = 1\n')
    expect(await names()).toEqual([])
    const finished = preparation.wheels.map(prepared => {
      return installation.finish(prepared, bytecodeOf(prepared.wheel.note.name))
    })
    installation.commit()
    expect(await names()).toEqual(['alpha', 'beta'])
    const paths = (await describeTree(environment.root)).map(line => line.split(' ').slice(0, 2).join(' '))
    const library = 'lib/python3.11/site-packages'
    expect(paths).toEqual([
      'bin/alpha-run 755',
      'bin/beta-run 755',
      'bin/shipped.sh 755',
      'include/site/python3.11/alpha/alpha.h 644',
      `${library}/__pycache__/beta.cpython-311.pyc 644`,
      `${library}/alpha-1.0.dist-info/INSTALLER 644`,
      `${library}/alpha-1.0.dist-info/METADATA 644`,
      `${library}/alpha-1.0.dist-info/RECORD 644`,
      `${library}/alpha-1.0.dist-info/REQUESTED 644`,
      `${library}/alpha-1.0.dist-info/entry_points.txt 644`,
      `${library}/alpha/__init__.py 644`,
      `${library}/alpha/__pycache__/__init__.cpython-311.pyc 644`,
      `${library}/alpha/__pycache__/core.cpython-311.pyc 644`,
      `${library}/alpha/core.py 644`,
      `${library}/alpha/lib/native.so 644`,
      `${library}/alpha_native.py 644`,
      `${library}/beta-1.0.dist-info/INSTALLER 644`,
      `${library}/beta-1.0.dist-info/METADATA 644`,
      `${library}/beta-1.0.dist-info/RECORD 644`,
      `${library}/beta-1.0.dist-info/entry_points.txt 644`,
      `${library}/beta.py 644`,
      'share/alpha.txt 644',
    ])
    // Beta comes first, as in pip's order; INSTALLER, REQUESTED and RECORD are not counted.
    expect({ linked, finished }).toEqual({ linked: [3, 8], finished: [2, 4] })
  })

  test('records every file that it put in place, once', async () => {
    install(await storeBoth())
    const record = await readFile(site('alpha-1.0.dist-info', 'RECORD'), 'utf8')
    const recorded = record.split('\n').flatMap(row => row.split(',')[0] || [])
    expect(new Set(recorded).size).toBe(recorded.length)
    const tree = (await describeTree(environment.root)).map(line => join(environment.root, line.split(' ')[0] ?? ''))
    const ours = tree.filter(path => !path.includes('beta'))
    expect(recorded.map(path => site(path)).sort()).toEqual(ours.sort())
  })

  test.each<LinkMode>(['hardlink', 'copy'])('gives the same tree at the same path, byte for byte: %s', async mode => {
    const both = await storeBoth()
    install(both, mode)
    const first = await describeTree(environment.root)
    await rm(environment.root, { recursive: true })
    install(both.toReversed(), mode)
    expect(await describeTree(environment.root)).toEqual(first)
  })

  test('gives the same tree with copies as with links', async () => {
    const both = await storeBoth()
    install(both, 'copy')
    const copied = await describeTree(environment.root)
    expect((await stat(site('alpha', 'core.py'))).nlink).toBe(1)
    await rm(environment.root, { recursive: true })
    install(both, 'hardlink')
    expect(await describeTree(environment.root)).toEqual(copied)
  })

  test('never links RECORD, scripts and what it writes itself; all else it does', async () => {
    install(await storeBoth())
    const own = /\/bin\/|\.dist-info\/(INSTALLER|RECORD|REQUESTED)$/
    for (const line of await describeTree(environment.root)) {
      const path = join(environment.root, line.split(' ')[0] ?? '')
      expect([path, (await stat(path)).nlink]).toEqual([path, own.test(path) ? 1 : 2])
    }
  })

  test('leaves the store alone when what it wrote is edited', async () => {
    install(await storeBoth())
    const before = await describeTree(store.root)
    for (const path of [join(environment.schemes.scripts, 'shipped.sh'), site('alpha-1.0.dist-info', 'RECORD')]) {
      await appendFile(path, 'edited')
    }
    expect(await describeTree(store.root)).toEqual(before)
  })

  test('replaces files that are in the way without writing into them, and leaves none aside', async () => {
    const elsewhere = join(scratch, 'elsewhere')
    await put(elsewhere, 'of someone else')
    const inTheWay = [
      site('alpha', 'core.py'),
      site('alpha-1.0.dist-info', 'RECORD'),
      join(environment.schemes.scripts, 'shipped.sh'),
      join(environment.schemes.scripts, 'alpha-run'),
    ]
    for (const path of inTheWay) {
      await mkdir(dirname(path), { recursive: true })
      await link(elsewhere, path)
    }
    const both = await storeBoth()
    install(both)
    const tree = await describeTree(environment.root)
    expect(await readFile(elsewhere, 'utf8')).toBe('of someone else')
    expect((await stat(elsewhere)).nlink).toBe(1)
    await rm(environment.root, { recursive: true })
    install(both)
    expect(tree).toEqual(await describeTree(environment.root))
  })
})

describe('an installation that fails', () => {
  /** An environment with files, links and directories of others, some of them where ours belong. */
  async function inhabit(): Promise<readonly string[]> {
    await put(join(environment.root, 'pyvenv.cfg'), 'home = /opt/python/bin\n')
    await put(site('mine.py'), 'mine')
    await put(site('alpha', 'core.py'), 'mine too')
    await put(site('alpha', 'local', 'notes.txt'), 'notes')
    await put(join(environment.schemes.scripts, 'shipped.sh'), 'my script')
    await put(join(environment.schemes.scripts, 'alpha-run'), 'my other script')
    await symlink(join(scratch, 'absent'), site('alpha', '__init__.py'))
    await symlink(join(scratch, 'outside.txt'), join(environment.root, 'share.txt'))
    await put(join(scratch, 'outside.txt'), 'outside')
    return snapshot(environment.root)
  }

  async function expectUndone(stored: readonly Stored[], mode: LinkMode, before: readonly string[]): Promise<void> {
    const inStore = await describeTree(store.root)
    const failure = await failureOf(() => install(stored, mode))
    expect(failure).toMatchObject({ code: 'ENVIRONMENT_UNWRITABLE', exitCode: 1 })
    expect(await snapshot(environment.root)).toEqual(before)
    expect(await readFile(join(scratch, 'outside.txt'), 'utf8')).toBe('outside')
    expect(await describeTree(store.root)).toEqual(inStore)
  }

  const modes: readonly LinkMode[] = ['hardlink', 'copy']

  describe.each(modes)('with %s', mode => {
    test('while it links leaves the environment as it was', async () => {
      await mkdir(site('alpha', 'lib', 'native.so'), { recursive: true })
      await expectUndone(await storeBoth(), mode, await inhabit())
    })

    test('while it writes scripts leaves the environment as it was', async () => {
      await mkdir(join(environment.schemes.scripts, 'beta-run'), { recursive: true })
      await expectUndone(await storeBoth(), mode, await inhabit())
    })

    test('in its last RECORD leaves the environment as it was', async () => {
      await mkdir(site('alpha-1.0.dist-info', 'RECORD'), { recursive: true })
      await expectUndone(await storeBoth(), mode, await inhabit())
    })

    test('where a file lies in place of a directory leaves the environment as it was', async () => {
      await put(site('alpha', 'lib'), 'a file')
      await expectUndone(await storeBoth(), mode, await inhabit())
    })

    test('puts back what lay where two wheels have one script', async () => {
      const files = (name: string): Files => ({
        [`${name}.py`]: '',
        [`${name}-1.0.dist-info/entry_points.txt`]: `[console_scripts]\nalpha-run = ${name}:main\n`,
      })
      const [gamma, delta] = [await store2('gamma', files('gamma')), await store2('delta', files('delta'))]
      await mkdir(site('delta-1.0.dist-info', 'RECORD'), { recursive: true })
      await expectUndone([gamma, delta], mode, await inhabit())
    })
  })

  test('names the directory that is in the way, and says what to do', async () => {
    const path = site('alpha', 'core.py')
    await mkdir(path, { recursive: true })
    const both = await storeBoth()
    const failure = await failureOf(() => install(both))
    expect(failure.message).toContain(`\`${path}\``)
    expect(failure.hint).toMatch(/^a directory is where a file of the wheel belongs/)
  })

  test('takes out the directories that it made, and no others', async () => {
    await mkdir(join(environment.schemes.scripts, 'beta-run'), { recursive: true })
    const both = await storeBoth()
    await failureOf(() => install(both))
    expect(await readdir(environment.root, { recursive: true })).toEqual(['bin', join('bin', 'beta-run')])
  })

  test('can be repeated when what was in the way is gone', async () => {
    const blocked = join(environment.schemes.scripts, 'beta-run')
    await mkdir(blocked, { recursive: true })
    const both = await storeBoth()
    await failureOf(() => install(both))
    await rm(blocked, { recursive: true })
    install(both)
    expect(await names()).toEqual(['alpha', 'beta'])
  })
})

describe('files stay inside the schemes', () => {
  test('of a wheel that uses all of them', async () => {
    const stored = await storeBoth()
    const schemes = { purelib: 'pure', platlib: 'plat', headers: 'headers', scripts: 'scripts', data: 'data' }
    const place = (name: string) => join(scratch, 'spread', name)
    environment = {
      root: place(''),
      python: place('python'),
      schemes: {
        purelib: place(schemes.purelib),
        platlib: place(schemes.platlib),
        headers: place(schemes.headers),
        scripts: place(schemes.scripts),
        data: place(schemes.data),
      },
    }
    install(stored)
    expect((await readdir(scratch)).sort()).toEqual(['spread', 'store'])
    expect((await readdir(place(''))).sort()).toEqual(Object.values(schemes).sort())
    expect(await readdir(place('plat'))).toEqual(['alpha_native.py'])
    expect(await readdir(place('headers'), { recursive: true })).toEqual(['alpha', join('alpha', 'alpha.h')])
    expect(await readdir(place('data'), { recursive: true })).toEqual(['share', join('share', 'alpha.txt')])
  })

  test.each(['../../out.py', '/out.py', 'alpha-1.0.data/data/../../../out.py', 'alpha-1.0.data/elsewhere/out.py'])(
    'of a note that names %s, which is refused before anything is written',
    async path => {
      const { note, bytecode } = await store2('alpha', alphaFiles)
      const evil = { ...note, files: note.files.map((file, index) => (index === 0 ? { ...file, path } : file)) }
      const failure = await failureOf(() => install([{ note: evil, bytecode }]))
      expect(failure).toMatchObject({ code: 'WHEEL_INVALID', exitCode: 3 })
      expect(await readdir(scratch)).toEqual(['store'])
    },
  )

  test('of a script whose name leads elsewhere, which is refused before anything is written', async () => {
    const entryPoints = '[console_scripts]\n../../out = alpha:main\n'
    const stored = await store2('alpha', { 'alpha.py': '', 'alpha-1.0.dist-info/entry_points.txt': entryPoints })
    const failure = await failureOf(() => install([stored]))
    expect(failure).toMatchObject({ code: 'WHEEL_INVALID', exitCode: 3 })
    expect(await readdir(scratch)).toEqual(['store'])
  })

  test('of a bytecode set, which cannot leave them either', async () => {
    const { note, bytecode } = await store2('alpha', alphaFiles)
    const files = [{ path: '../../../../out.pyc', size: 0, sha256: '0'.repeat(64), executable: false }]
    const failure = await failureOf(() => install([{ note, bytecode: { ...bytecode, files } }]))
    expect(failure).toMatchObject({ code: 'WHEEL_INVALID', exitCode: 3 })
    expect((await readdir(scratch)).sort()).toEqual(['store'])
  })

  test('and no directory of the store is linked: an uninstall through it would empty the store', async () => {
    const stored = await storeBoth()
    install(stored)
    const entries = await readdir(environment.root, { recursive: true, withFileTypes: true })
    expect(entries.filter(entry => entry.isSymbolicLink())).toEqual([])
    await rm(environment.root, { recursive: true })
    for (const { note } of stored) {
      const held = await describeTree(filesOf(wheelDirectory(store, note.sha256)))
      expect(held).toHaveLength(note.files.length)
    }
  })
})
