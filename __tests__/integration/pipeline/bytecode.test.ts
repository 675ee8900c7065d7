import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Environment } from '../../../src/host.js'
import { openBytecode } from '../../../src/pipeline/bytecode.js'
import type { BytecodeSettings } from '../../../src/pipeline/bytecode-kind.js'
import { type Interpreter, probeInterpreter } from '../../../src/python/interpreter.js'
import { clockSince, createTimeline } from '../../../src/report/timeline.js'
import { type BytecodeNote, type StoredFile, sourceMtime, type WheelNote } from '../../../src/store/note.js'
import {
  type BytecodeKind,
  bytecodeDirectory,
  bytecodeName,
  filesOf,
  hasBytecode,
  wheelDirectory,
} from '../../../src/store/store.js'
import { describeTree } from '../../helpers/stored-wheel.js'
import { makeWheel } from '../../helpers/wheel-builder.js'
import { ask } from '../bytecode/compiler-fixture.js'
import { type Fixture, makeFixture } from '../install/unpack-fixture.js'
import { env, pythons, testHost } from '../python/pythons.js'

let interpreters: readonly Interpreter[]
let interpreter: Interpreter
let answers = ''
let fixture: Fixture

beforeAll(async () => {
  answers = await mkdtemp(join(tmpdir(), 'wheelcrew-answers-'))
  const options = { host: testHost('/'), cacheDirectory: answers }
  interpreters = await Promise.all((await pythons()).map(path => probeInterpreter(path, options)))
  const newest = interpreters.at(-1)
  if (newest === undefined) throw new Error('no Python here')
  interpreter = newest
  await rm(answers, { recursive: true })
})
beforeEach(async () => {
  fixture = await makeFixture()
})
afterEach(() => fixture.remove())

type Options = {
  readonly python?: Interpreter
  readonly settings?: Partial<BytecodeSettings>
  readonly env?: Environment
}

type Provided = {
  readonly kind: BytecodeKind | undefined
  readonly notes: readonly BytecodeNote[]
  readonly compiled: readonly string[]
  readonly decisions: readonly string[]
  readonly warnings: readonly string[]
}

function open(options: Options = {}) {
  const watch = { ...createTimeline(clockSince(0)), signal: new AbortController().signal }
  const host = testHost('/', { env: { ...env, ...options.env }, helpersDirectory: resolve('src/bytecode') })
  const usual = { compileBytecode: true, modulesFile: '', invalidationMode: 'timestamp' } as const
  const settings = { ...usual, ...options.settings }
  return {
    watch,
    bytecode: openBytecode(options.python ?? interpreter, { settings, store: fixture.store, host, watch }),
  }
}

/** The bytecode of wheels, as one run provides it. */
async function provide(wheels: readonly WheelNote[], options: Options = {}): Promise<Provided> {
  const { bytecode, watch } = open(options)
  const notes: BytecodeNote[] = []
  for (const note of wheels) notes.push(...(bytecode === undefined ? [] : [await bytecode.provide(note)]))
  await bytecode?.close()
  return {
    kind: bytecode?.kind,
    notes,
    compiled: [...(bytecode?.compiled ?? [])],
    decisions: watch.decisions.map(({ subject, choice, reason }) => `${subject}: ${choice} (${reason})`),
    warnings: watch.warnings.map(({ message }) => message),
  }
}

async function unpack(version: string, files: Readonly<Record<string, string>>): Promise<WheelNote> {
  return (await fixture.unpack(makeWheel({ name: 'pkg', version, files }))).note
}

const pathsOf = (note: BytecodeNote | undefined): string[] =>
  (note?.files ?? []).map(({ path }) => path.slice(0, path.indexOf('.')))

async function setTree(kind: BytecodeKind | undefined, { sha256 }: WheelNote): Promise<readonly string[]> {
  return kind === undefined ? [] : describeTree(filesOf(bytecodeDirectory(fixture.store, kind, sha256)))
}

describe('a new version of a wheel', () => {
  const common = { 'pkg/__init__.py': 'x = 1\n', 'pkg/same.py': 'y = [1, 2]\n', 'pkg/bad.py': 'print "two"\n' }

  test('has only those files compiled that changed, and gets the set that compiling all gives', async () => {
    const one = await unpack('1.0', { ...common, 'pkg/mod.py': 'z = "old"\n' })
    const two = await unpack('2.0', { ...common, 'pkg/mod.py': 'z = "new"\n', 'pkg/copy.py': 'y = [1, 2]\n' })
    const alone = await provide([two])
    const expected = [alone.notes[0], await setTree(alone.kind, two)]
    if (alone.kind !== undefined)
      await rm(bytecodeDirectory(fixture.store, alone.kind, two.sha256), { recursive: true })
    await provide([one])
    const later = await provide([two])
    expect([later.notes[0], await setTree(later.kind, two)]).toEqual(expected)
    expect(later.decisions).toEqual(['compile: 4 of 5 files reused (the store has bytecode of the same sources)'])
    expect(later.compiled).toEqual(['pkg'])
  })

  test('of the same sources is not compiled at all, and shares their files', async () => {
    const one = await unpack('1.0', common)
    const two = await unpack('2.0', common)
    const first = await provide([one])
    const second = await provide([two])
    expect(second.compiled).toEqual([])
    expect(second.notes[0]?.files).toEqual(first.notes[0]?.files)
    expect(second.notes[0]?.failed).toEqual(first.notes[0]?.failed)
    const path = first.notes[0]?.files[0]?.path ?? ''
    const inodes = [one, two].map(({ sha256 }) => {
      if (first.kind === undefined) return 0
      return statSync(join(filesOf(bytecodeDirectory(fixture.store, first.kind, sha256)), path)).ino
    })
    expect(new Set(inodes).size).toBe(1)
  })

  test('takes nothing from sets of another kind', async () => {
    await provide([await unpack('1.0', common)])
    const two = await unpack('2.0', common)
    const checked = await provide([two], { settings: { invalidationMode: 'checked-hash' } })
    const optimised = await provide([two], { env: { PYTHONOPTIMIZE: '1' } })
    expect([checked.compiled, checked.decisions, optimised.compiled]).toEqual([['pkg'], [], ['pkg']])
    expect(optimised.notes[0]?.files[0]?.path).toBe(`pkg/__pycache__/__init__.${interpreter.cacheTag}.opt-1.pyc`)
  })

  test('is compiled where the files of the other are gone', async () => {
    const first = await provide([await unpack('1.0', common)])
    const two = await unpack('2.0', common)
    const other = first.notes[0]?.wheel ?? ''
    if (first.kind !== undefined) {
      await rm(join(bytecodeDirectory(fixture.store, first.kind, other), 'files'), { recursive: true })
    }
    const second = await provide([two])
    expect(second.notes[0]?.files).toEqual(first.notes[0]?.files)
    expect(second.compiled).toEqual(['pkg'])
  })
})

describe('a list of modules', () => {
  const files = {
    'pkg/__init__.py': 'x = 1\n',
    'pkg/used.py': 'y = [1, 2]\n',
    'pkg/unused.py': 'z = (1, 2)\n'.repeat(200),
    'pkg/sub/__init__.py': '',
    'pkg/sub/deep.py': 'w = 1\n',
  }
  const list = (...names: readonly string[]): { readonly modulesFile: string } => {
    const modulesFile = join(fixture.scratch, 'modules.txt')
    writeFileSync(modulesFile, names.join('\n'))
    return { modulesFile }
  }
  const whole: BytecodeSettings = { compileBytecode: true, modulesFile: '', invalidationMode: 'timestamp' }

  test('has these alone compiled, into a set of its own', async () => {
    const wheel = await unpack('1.0', files)
    const settings = list('pkg.used', 'json')
    const partial = await provide([wheel], { settings })
    expect(pathsOf(partial.notes[0])).toEqual(['pkg/__pycache__/__init__', 'pkg/__pycache__/used'])
    expect(partial.decisions).toEqual([
      expect.stringMatching(/^compile: 2 of 5 modules \(`.*modules\.txt` lists them; about .* left out\)$/),
    ])
    const full = await provide([wheel], { settings: whole })
    expect(full.compiled).toEqual(['pkg'])
    expect(full.notes[0]?.files.length).toBe(5)
  })

  test('takes them out of the whole set where that is there', async () => {
    const wheel = await unpack('1.0', files)
    const full = await provide([wheel])
    const partial = await provide([wheel], { settings: list('pkg.sub.deep') })
    expect(partial.compiled).toEqual([])
    expect(pathsOf(partial.notes[0])).toEqual([
      'pkg/__pycache__/__init__',
      'pkg/sub/__pycache__/__init__',
      'pkg/sub/__pycache__/deep',
    ])
    expect(full.kind && (await hasBytecode(fixture.store, full.kind, wheel.sha256))).toBe(true)
  })

  test('that names nothing of any wheel is warned about', async () => {
    const wheel = await unpack('1.0', files)
    const { notes, warnings } = await provide([wheel], { settings: list('json', 'os.path') })
    expect(notes[0]?.files).toEqual([])
    expect(warnings).toEqual([expect.stringMatching(/^no module that `.*modules\.txt` names is in any wheel/)])
  })
})

test('where PYTHONPYCACHEPREFIX is set nothing is compiled, with one warning', async () => {
  const wheel = await unpack('1.0', { 'pkg/__init__.py': '' })
  const { kind, warnings } = await provide([wheel, wheel], { env: { PYTHONPYCACHEPREFIX: '/var/pycache' } })
  expect([kind, warnings]).toEqual([undefined, [expect.stringContaining('PYTHONPYCACHEPREFIX')]])
})

/** Parts of the pip that an interpreter carries with it: real packages, and not so many that this takes minutes. */
const parts = [
  'pip/__init__.py',
  'pip/_vendor/__init__.py',
  'pip/_vendor/rich/',
  'pip/_vendor/urllib3/',
  'pip/_vendor/idna/',
]

async function bundledPip(python: Interpreter): Promise<WheelNote> {
  const directory: string = await ask(
    python.executable,
    // Debian keeps them in a place of their own.
    'import ensurepip, os, sysconfig\nown = os.path.join(os.path.dirname(ensurepip.__file__), "_bundled")\nprint(json.dumps(own if os.path.isdir(own) else sysconfig.get_config_var("WHEEL_PKG_DIR") or "/usr/share/python-wheels"))',
    '/',
  )
  const filename = readdirSync(directory).find(name => name.startsWith('pip-')) ?? ''
  const { note } = await fixture.unpack({ filename, bytes: readFileSync(join(directory, filename)) })
  return { ...note, files: note.files.filter(({ path }) => parts.some(part => path.startsWith(part))) }
}

/** A directory with the wheel's files and its bytecode, times kept, as an installation has them. */
async function layOut(wheel: WheelNote, bytecode: BytecodeNote, kind: BytecodeKind): Promise<string> {
  const site = join(fixture.scratch, bytecodeName(kind))
  const place = async (root: string, files: readonly StoredFile[]): Promise<void> => {
    for (const { path } of files) {
      await mkdir(dirname(join(site, path)), { recursive: true })
      await cp(join(filesOf(root), path), join(site, path), { preserveTimestamps: true })
    }
  }
  await place(wheelDirectory(fixture.store, wheel.sha256), wheel.files)
  await place(bytecodeDirectory(fixture.store, kind, wheel.sha256), bytecode.files)
  return site
}

/** Imports all that can be imported, and prints the names. */
const importAll = `
import importlib, pkgutil, sys, warnings
warnings.simplefilter("ignore")
sys.path.insert(0, sys.argv[1])
assert not sys.dont_write_bytecode
import pip._vendor
imported = []
for found in pkgutil.walk_packages(pip._vendor.__path__, "pip._vendor.", onerror=lambda name: None):
    if found.name.endswith("__main__"): continue
    try: importlib.import_module(found.name)
    except Exception: continue
    imported.append(found.name)
print(json.dumps(imported))`

const stampOf = (path: string): string => {
  const { ino, mtimeNs, size } = statSync(path, { bigint: true })
  return `${basename(path)} ${ino} ${mtimeNs} ${size}`
}

test.each(['timestamp', 'checked-hash', 'unchecked-hash'] as const)(
  'with %s, an imported module is never compiled again, and an edited one always unless it is unchecked',
  async invalidationMode => {
    for (const python of interpreters) {
      const wheel = await bundledPip(python)
      const { kind, notes } = await provide([wheel], { python, settings: { invalidationMode } })
      const [bytecode] = notes
      if (kind === undefined || bytecode === undefined) throw new Error('no bytecode')
      const site = await layOut(wheel, bytecode, kind)
      const compiled = bytecode.files.map(({ path }) => join(site, path))
      const before = compiled.map(stampOf)
      const imported: readonly string[] = await ask(python.executable, importAll, '/', site)
      expect(imported.length).toBeGreaterThan(50)
      expect(compiled.map(stampOf)).toEqual(before)

      const source = join(site, 'pip', '__init__.py')
      const { mtime, size } = statSync(source)
      writeFileSync(source, '#'.padEnd(size - 1, ' ').concat('\n'))
      // Another content of the same size and time: only hashes tell.
      if (invalidationMode === 'checked-hash') utimesSync(source, mtime, mtime)
      const target = join(site, 'pip', '__pycache__', `__init__.${python.cacheTag}.pyc`)
      const old = stampOf(target)
      await ask(python.executable, 'sys.path.insert(0, sys.argv[1])\nimport pip\nprint(json.dumps(1))', '/', site)
      expect(stampOf(target) !== old).toBe(invalidationMode !== 'unchecked-hash')
    }
  },
  300_000,
)

test('bytecode in the store has the time of its content', async () => {
  const wheel = await unpack('1.0', { 'pkg/__init__.py': 'x = 1\n' })
  const { kind, notes } = await provide([wheel])
  const [file] = notes[0]?.files ?? []
  if (kind === undefined || file === undefined) throw new Error('no bytecode')
  const path = join(filesOf(bytecodeDirectory(fixture.store, kind, wheel.sha256)), file.path)
  expect(statSync(path).mtimeMs).toBe(sourceMtime(file.sha256) * 1000)
})

test('what processes write after a set was given up is gone when the bytecode is closed', async () => {
  const slow = `values = [${'[1, 2, 3], '.repeat(10_000)}]\n`
  const names = Array.from({ length: 16 }, (_, index) => `pkg/slow${index}.py`)
  const note = await unpack('1.0', Object.fromEntries(names.map(name => [name, slow])))
  await rm(join(filesOf(wheelDirectory(fixture.store, note.sha256)), 'pkg/slow0.py'))
  const { bytecode } = open()
  await expect(bytecode?.provide(note)).rejects.toMatchObject({ code: 'ENOENT' })
  // A busy machine may have written all before.
  for (let tries = 0; left().length === 0 && tries < 200; tries++) await setTimeout(10)
  await bytecode?.close()
  expect(left()).toEqual([])
})

const left = () => readdirSync(fixture.store.temporary)
