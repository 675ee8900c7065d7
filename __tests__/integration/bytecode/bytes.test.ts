import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { CompileFile } from '../../../src/bytecode/batches.js'
import type { Compiler, CompilerOptions } from '../../../src/bytecode/compile.js'
import { sourceMtime } from '../../../src/store/note.js'
import { pythons } from '../python/pythons.js'
import { ask, type Fixture, makeFixture } from './compiler-fixture.js'

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

/** Modules of the interpreter's own library, and what is known to lead a process to other bytes. */
async function sources(executable: string): Promise<readonly CompileFile[]> {
  const library: string = await ask(executable, 'import os\nprint(json.dumps(os.path.dirname(os.__file__)))', '/')
  const folders = ['.', 'asyncio', 'email', 'importlib', 'json', 'logging', 'unittest']
  const names = folders.flatMap(folder =>
    readdirSync(join(library, folder))
      .filter(name => name.endsWith('.py') && statSync(join(library, folder, name)).size < 16_000)
      .map(name => join(folder, name)),
  )
  const odd = {
    'bracket.py': 'def close(): return "]"\n',
    'coding.py': Buffer.from('# coding: cp1252\nname = "\xfc"\n', 'latin1'),
    'codec.py': 'import codecs, getregentry, IncrementalEncoder, decoding_table\n',
    'identifier.py': 'na\u00efve = "\\N{BULLET}"\n',
    'decomposition.py': 'import unicodedata, normalize, decimal, combining\n',
    'sets.py': 'def a(x): return x in {"north", "south"}\ndef b(x): return x in {"north", "south", None}\n',
    'names.py': 'north = south = 1\ndef c(x): return x in {"north", "south"} or x in {"south", "north"}\n',
    'broken.py': 'print "two"\n',
  }
  return [
    ...names.map(name => fixture.source(`library/${name}`, readFileSync(join(library, name)))),
    ...Object.entries(odd).map(([name, content]) => fixture.source(name, content)),
  ]
}

/** The same files with their bytecode below another directory. */
function into(directory: string, files: readonly CompileFile[]): CompileFile[] {
  return files.map(file => ({ ...file, target: join(fixture.root, directory, file.target.slice(fixture.root.length)) }))
}

async function compileInParts(compiler: Compiler, files: readonly CompileFile[], part: number): Promise<void> {
  for (let start = 0; start < files.length; start += part) await compiler.compile(files.slice(start, start + part))
}

test('are the same in whatever order and batches files are compiled, with every Python here', async () => {
  for (const executable of found) {
    const files = (await sources(executable)).toSorted((a, b) => a.size - b.size)
    const [first, second] = [into('first', files), into('second', files)]
    const one = fixture.start(executable, { workers: 1 })
    const other = fixture.start(executable, { workers: 1 })
    await Promise.all([compileInParts(one, first, 50), compileInParts(other, second.toReversed(), 7)])
    const differing = first.filter(({ target }, index) => digestOf(target) !== digestOf(second[index]?.target ?? ''))
    expect(differing.map(({ name }) => name)).toEqual([])
    expect(first.filter(({ target }) => digestOf(target) !== '').length).toBeGreaterThan(100)
  }
}, 120_000)

function digestOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return ''
  }
}

test('do not depend on the path', async () => {
  const content = 'def outer():\n    def inner(): pass\n    return inner\n'
  for (const executable of found) {
    const files = [fixture.source('a.py', content), fixture.source('some/where/else.py', content)]
    const { files: written } = await fixture.start(executable).compile(files)
    expect(new Set(written.map(({ sha256 }) => sha256)).size).toBe(1)
  }
})

test('give the file its time', async () => {
  const file = fixture.source('a.py', 'x = 1\n')
  const { files } = await fixture.start(python).compile([file])
  const { mtimeNs } = statSync(file.target, { bigint: true })
  expect(mtimeNs).toBe(BigInt(sourceMtime(files[0]?.sha256 ?? '')) * 1_000_000_000n)
})

describe('an optimisation level', () => {
  test.each([0, 1, 2, 3])('of %i compiles what Python compiles at that level', async optimize => {
    const content = '"""Documented."""\nassert True\nif __debug__: debug = 1\n'
    for (const executable of found) {
      const file = fixture.source(`level-${optimize}.py`, content)
      await fixture.start(executable, { optimize }).compile([file])
      const isEqual = await ask(
        executable,
        `import marshal
code = compile(open(sys.argv[1]).read(), "<source>", "exec", optimize=min(2, int(sys.argv[3])))
print(json.dumps(code == marshal.loads(open(sys.argv[2], "rb").read()[16:])))`,
        '/',
        ...[file.source, file.target, String(optimize)],
      )
      expect(isEqual).toBe(true)
    }
  })
})

const modes: readonly CompilerOptions['invalidationMode'][] = ['timestamp', 'checked-hash', 'unchecked-hash']

test.each(modes)(
  '%s bytecode is taken as it is, and notices an edit unless it is unchecked',
  async invalidationMode => {
    for (const executable of found) {
      const cacheTag: string = await ask(executable, 'print(json.dumps(sys.implementation.cache_tag))', '/')
      const directory = `${cacheTag}-${invalidationMode}`
      mkdirSync(join(fixture.root, directory))
      const file = fixture.source(`${directory}/edited.py`, 'value = "old"\n', cacheTag)
      await fixture.start(executable, { invalidationMode }).compile([file])
      const before = digestOf(file.target)
      const read = (): Promise<string> =>
        ask(executable, 'import edited\nprint(json.dumps(edited.value))', dirname(file.source))
      expect(await read()).toBe('old')
      expect(digestOf(file.target)).toBe(before)
      fixture.source(`${directory}/edited.py`, 'value = "later"\n', cacheTag)
      expect(await read()).toBe(invalidationMode === 'unchecked-hash' ? 'old' : 'later')
      expect(digestOf(file.target) === before).toBe(invalidationMode === 'unchecked-hash')
    }
  },
)
