import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { Compiler } from '../../../src/bytecode/compile.js'
import { pythons } from '../python/pythons.js'
import { type Fixture, makeFixture, readIfThere } from './compiler-fixture.js'

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

const goodFiles = (count: number) =>
  Array.from({ length: count }, (_, index) => fixture.source(`good/${index}.py`, `x = ${index}\n`))

/** A Python that appends its process number to `pids`. */
const recorded = (): string => fixture.script('recorded', `echo $$ >> '${fixture.root}/pids'`, `exec '${python}' "$@"`)
const pids = (): number[] => readFileSync(join(fixture.root, 'pids'), 'utf8').trim().split('\n').map(Number)

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function started(compiler: Compiler): Promise<void> {
  await compiler.compile([])
  while (!existsSync(join(fixture.root, 'pids'))) await sleep(10)
}

describe('a file that ends its process', () => {
  /** compile.py under a `compile` that a marked source kills, as some source or other crashes every interpreter. */
  function fragile(): string {
    const directory = join(fixture.root, 'helpers')
    const script = resolve('src/bytecode/compile.py')
    mkdirSync(directory, { recursive: true })
    writeFileSync(
      join(directory, 'compile.py'),
      `import builtins, os, signal
original = compile
def compile_or_die(text, *rest, **options):
    if text == b"# crash\\n": os.kill(os.getpid(), signal.SIGKILL)
    return original(text, *rest, **options)
with open(${JSON.stringify(script)}) as file: code = original(file.read(), file.name, "exec")
builtins.compile = compile_or_die
exec(code, {"__name__": "__main__"})
`,
    )
    return directory
  }
  const crashing = () => fixture.source('crashing.py', '# crash\n')

  test('is reported, and everything else is compiled', async () => {
    for (const executable of found) {
      const compiler = fixture.start(executable, { helpersDirectory: fragile() })
      const file = crashing()
      const result = await compiler.compile([...goodFiles(60), file])
      expect(result.compiled).toBe(60)
      expect(result.failed).toEqual([
        { name: 'crashing.py', message: expect.stringMatching(/^the interpreter was killed by SIG/) },
      ])
      expect(readIfThere(file.target)).toBeUndefined()
      expect(compiler.warnings.length).toBe(2)
    }
  })

  test('does not touch calls that run beside it', async () => {
    const compiler = fixture.start(python, { helpersDirectory: fragile() })
    const [bad, good] = await Promise.all([compiler.compile([crashing()]), compiler.compile(goodFiles(40))])
    expect([bad.compiled, good.compiled, good.failed]).toEqual([0, 40, []])
  })
})

test('a file that takes too long is reported, and everything else is compiled', async () => {
  const stuck = join(fixture.root, 'stuck.py')
  execFileSync('mkfifo', [stuck])
  const compiler = fixture.start(python, { stallMs: 2500 })
  const file = { source: stuck, target: `${stuck}c`, name: 'stuck.py', mtime: 0, size: 1 }
  const result = await compiler.compile([...goodFiles(10), file])
  expect(result.compiled).toBe(10)
  expect(result.failed).toEqual([{ name: 'stuck.py', message: 'the interpreter took longer than 2.5 s' }])
})

test('a process killed while it waits is replaced when there is work', async () => {
  const compiler = fixture.start(recorded(), { workers: 1 })
  await compiler.compile(goodFiles(1))
  const [pid = 0] = pids()
  process.kill(pid, 'SIGKILL')
  expect((await compiler.compile(goodFiles(40))).compiled).toBe(40)
  expect(pids().length).toBe(2)
})

test('a source that cannot be read fails its own call with the system error', async () => {
  const compiler = fixture.start(python)
  const [file] = goodFiles(1)
  if (file === undefined) throw new Error('no file')
  const missing = compiler.compile([{ ...file, source: join(fixture.root, 'missing.py') }])
  const fine = compiler.compile(goodFiles(20))
  await expect(missing).rejects.toMatchObject({ code: 'ENOENT', message: expect.stringContaining('missing.py') })
  expect((await fine).compiled).toBe(20)
})

describe('an interpreter that does not run', () => {
  test('fails every call when it is missing', async () => {
    const compiler = fixture.start(join(fixture.root, 'missing'))
    const expected = { code: 'COMPILER_FAILED', message: expect.stringContaining('could not be started') }
    await expect(compiler.compile(goodFiles(1))).rejects.toMatchObject(expected)
    await expect(compiler.compile(goodFiles(1))).rejects.toMatchObject(expected)
  })

  test('fails with the last thing it said', async () => {
    const broken = fixture.script('broken', 'echo noise >&2', 'echo no standard library >&2', 'exit 3')
    await expect(fixture.start(broken).compile(goodFiles(1))).rejects.toMatchObject({
      code: 'COMPILER_FAILED',
      message: `\`${broken}\` cannot compile bytecode: it exited with code 3: no standard library`,
    })
  })

  test('does no harm while another process of the same Python does', async () => {
    const once = fixture.script('once', `mkdir '${fixture.root}/first' 2>/dev/null || exit 3`, `exec '${python}' "$@"`)
    const compiler = fixture.start(once)
    expect((await compiler.compile(goodFiles(50))).compiled).toBe(50)
    while (compiler.warnings.length === 0) await sleep(10)
    expect(compiler.warnings).toEqual(['a compile process exited with code 3'])
  })
})

describe('a closed compiler', () => {
  test('leaves no process behind', async () => {
    const compiler = fixture.start(recorded())
    await compiler.compile(goodFiles(40))
    const all = pids()
    await compiler.close()
    await compiler.close()
    expect(all.length).toBe(2)
    expect(all.filter(isAlive)).toEqual([])
  })

  test('leaves none behind that is still starting', async () => {
    const compiler = fixture.start(recorded())
    await started(compiler)
    await compiler.close()
    expect(pids().filter(isAlive)).toEqual([])
  })

  test('fails the calls that were running and those that come', async () => {
    const compiler = fixture.start(python)
    const running = compiler.compile(goodFiles(200))
    const closed = compiler.close()
    await expect(running).rejects.toThrow('the bytecode compiler was closed')
    await closed
    await expect(compiler.compile([])).rejects.toThrow('the bytecode compiler was closed')
  })
})
