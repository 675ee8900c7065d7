import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { linkSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { CompilerOptions } from '../../../src/bytecode/compile.js'
import { env, pythons } from '../python/pythons.js'
import { ask, type Fixture, makeFixture, mtime, readIfThere } from './compiler-fixture.js'

let found: readonly string[]
let python: string
let fixture: Fixture

beforeAll(async () => {
  found = await pythons()
  python = found.at(-1) ?? ''
})
beforeEach(() => {
  fixture = makeFixture()
})
afterEach(() => fixture.end())

const modes: readonly CompilerOptions['invalidationMode'][] = ['timestamp', 'checked-hash', 'unchecked-hash']
const cacheTagOf = (executable: string): Promise<string> =>
  ask(executable, 'print(json.dumps(sys.implementation.cache_tag))', '/')

describe('with every Python here', () => {
  test.each(modes)('%s bytecode has the header and the code that py_compile writes', async invalidationMode => {
    for (const executable of found) {
      const [cacheTag, library]: [string, string] = await ask(
        executable,
        'import os\nprint(json.dumps([sys.implementation.cache_tag, os.path.dirname(os.__file__)]))',
        '/',
      )
      const names = ['argparse.py', 'json/decoder.py', 'email/message.py', 'dataclasses.py', 'enum.py', 'ast.py']
      const files = names.map(name =>
        fixture.source(`${cacheTag}/${name}`, readFileSync(join(library, name)), cacheTag),
      )
      const result = await fixture.start(executable, { invalidationMode }).compile(files)
      expect(result.failed).toEqual([])
      const differing = await ask(
        executable,
        `import marshal, py_compile
mode = py_compile.PycInvalidationMode[sys.argv[1]]
def equal(source, target, name):
    ours = open(target, "rb").read()
    theirs = open(py_compile.compile(source, target + ".other", name, True, invalidation_mode=mode), "rb").read()
    return ours[:16] == theirs[:16] and marshal.loads(ours[16:]) == marshal.loads(theirs[16:]) and \\
        marshal.loads(ours[16:]).co_filename == "<source>"
print(json.dumps([file for file in json.loads(sys.argv[2]) if not equal(*file)]))`,
        '/',
        invalidationMode.replace('-', '_').toUpperCase(),
        JSON.stringify(files.map(({ source, target, name }) => [source, target, name])),
      )
      expect(differing).toEqual([])
    }
  })

  test('import takes the bytecode as it is and shows the real path', async () => {
    for (const executable of found) {
      const cacheTag = await cacheTagOf(executable)
      const package_ = fixture.source(`${cacheTag}/pkg/__init__.py`, '', cacheTag)
      const content = 'def outer():\n    def inner(): pass\n    return inner.__code__.co_filename\n'
      const module = fixture.source(`${cacheTag}/pkg/mod.py`, content, cacheTag)
      await fixture.start(executable).compile([package_, { ...module, name: 'pkg/mod.py' }])
      const before = [package_, module].map(({ target }) => statSync(target).ino)
      const path = await ask(
        executable,
        'import pkg.mod\nprint(json.dumps(pkg.mod.outer()))',
        dirname(dirname(module.source)),
      )
      expect([package_, module].map(({ target }) => statSync(target).ino)).toEqual(before)
      expect(path.endsWith(join('pkg', 'mod.py'))).toBe(true)
      expect(path).not.toBe('pkg/mod.py')
    }
  })

  test('the bytes do not depend on what was compiled before', async () => {
    const other = fixture.source('other.py', 'chrome = webkit = naïve = 1\n')
    const functions = ['a', 'b'].map(
      name => `def ${name}(x):\n    return "${name}" if x in {"chrome", "webkit"} else x\n`,
    )
    const content = [
      'import decimal, normalize\n',
      'def bracket(): return "]"\n',
      'def nested(x): return x in {"bidirectional", "mirrored"} or nested(x, combining=1)\n',
      ...functions,
    ].join('')
    const file = fixture.source('file.py', content)
    for (const executable of found) {
      const fresh = fixture.start(executable, { workers: 1 })
      await fresh.compile([file])
      const expected = readFileSync(file.target)
      const used = fixture.start(executable, { workers: 1 })
      await used.compile([other])
      await used.compile([file])
      expect(readFileSync(file.target).equals(expected)).toBe(true)
    }
  })
})

test('the result lists every file with the size and digest of its bytecode', async () => {
  const files = ['b.py', 'a.py', 'c/d.py'].map(name => fixture.source(name, `name = ${JSON.stringify(name)}\n`))
  const result = await fixture.start(python).compile(files)
  const written = files.map(({ name, target }) => ({ name, content: readFileSync(target) }))
  const expected = written.map(({ name, content }) => ({
    name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }))
  expect(result.files).toEqual(expected.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
  expect(result).toMatchObject({ compiled: 3, failed: [], bytes: expected.reduce((sum, { size }) => sum + size, 0) })
})

test('files that do not compile are reported, and the others compiled', async () => {
  const bad = {
    'bytes.py': 'x = 1\0\n',
    'deep.py': `x = ${'('.repeat(5000)}${')'.repeat(5000)}\n`,
    'encoding.py': Buffer.from('# coding: utf-8\nx = "\xff"\n', 'latin1'),
    'syntax.py': 'print "two"\n',
    'unknown.py': '# coding: nonsense\n',
  }
  const failing = Object.entries(bad).map(([name, content]) => fixture.source(name, content))
  const good = fixture.source('good.py', '"\\d"; x is 1\n')
  for (const executable of found) {
    const compiler = fixture.start(executable)
    const result = await compiler.compile([...failing, good])
    expect(result.files.map(({ name }) => name)).toEqual(['good.py'])
    expect(result.failed.map(({ name }) => name)).toEqual(Object.keys(bad))
    expect(result.failed.at(3)?.message).toMatch(/^SyntaxError: .*[^)] \(line 1\)$/)
    expect(failing.map(({ target }) => readIfThere(target))).toEqual(failing.map(() => undefined))
    expect(compiler.warnings).toEqual([])
  }
})

test('calls at the same time get their own results', async () => {
  const compiler = fixture.start(python)
  const calls = Array.from({ length: 20 }, (_, call) =>
    Array.from({ length: 40 }, (_, index) =>
      fixture.source(`${call}/${index}.py`, index === 7 ? 'def' : `x = ${index}\n`),
    ),
  )
  const results = await Promise.all(calls.map(files => compiler.compile(files)))
  expect(results.map(({ compiled, failed }) => [compiled, failed.map(({ name }) => name)])).toEqual(
    calls.map((_, call) => [39, [`${call}/7.py`]]),
  )
})

test('no files are compiled at once', async () => {
  expect(await fixture.start(python).compile([])).toMatchObject({ compiled: 0, files: [], failed: [], bytes: 0 })
})

test('a timestamp header carries the mtime and size it is given', async () => {
  const file = fixture.source('a.py', 'x = 1\n')
  utimesSync(file.source, 1, 1)
  await fixture.start(python).compile([{ ...file, size: 7 }])
  const header = readFileSync(file.target).subarray(4, 16)
  expect([header.readUInt32LE(0), header.readUInt32LE(4), header.readUInt32LE(8)]).toEqual([0, mtime, 7])
})

test('bytecode that exists is replaced, not written through', async () => {
  const file = fixture.source('a.py', 'x = 1\n')
  const stored = join(fixture.root, 'stored.pyc')
  writeFileSync(stored, 'of the store')
  mkdirSync(dirname(file.target))
  linkSync(stored, file.target)
  await fixture.start(python).compile([file])
  expect(readFileSync(stored, 'utf8')).toBe('of the store')
  expect(readFileSync(file.target, 'utf8')).not.toBe('of the store')
})

test("the caller's Python settings change nothing", async () => {
  const file = fixture.source('a.py', '"""Documented."""\nassert True\n')
  const expected = await fixture.start(python).compile([file])
  const settings = { PYTHONOPTIMIZE: '2', PYTHONHASHSEED: '7', PYTHONWARNINGS: 'error', PYTHONHOME: '/nowhere' }
  const result = await fixture.start(python, { env: { ...env, ...settings } }).compile([file])
  expect(result.files).toEqual(expected.files)
})

test('a compile process ends when its input does', async () => {
  const arguments_ = ['-s', '-S', '-B', '-X', 'utf8', resolve('src/bytecode/compile.py'), 'timestamp']
  const child = spawn(python, arguments_, { env, stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end()
  expect(await once(child, 'close')).toEqual([0, null])
})
