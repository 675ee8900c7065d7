/**
 * A wheel is made of a source once: what compilers and build scripts do is counted, by a small project of setuptools. Some of it
 * with WHEELCREW_E2E=full alone.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  keptBuilds,
  type Machine,
  makeWorkshop,
  noBuilds,
  outcomesOf,
  runPython,
  type Workshop,
} from '../helpers/build-machine.js'
import type { Repository } from '../helpers/build-projects.js'
import { noCalls } from '../helpers/compiler-counter.js'

const execute = promisify(execFile)

if (noBuilds !== undefined) console.warn(`SKIPPED: source builds: ${noBuilds}`)
const full = process.env.WHEELCREW_E2E === 'full'
const testFull = full ? test : test.skip
const describeBuilds = noBuilds === undefined ? describe : describe.skip

let workshop: Workshop
let machine: Machine
let repository: Repository
beforeEach(async () => {
  workshop = await makeWorkshop()
  machine = await workshop.machine('first')
  repository = await workshop.repository('setuptools')
})
afterEach(() => workshop.remove())

/** Installs the tree and counts the compilations that took. */
async function compiles(...args: readonly string[]): Promise<number> {
  return compilesWith({}, ...args)
}

async function compilesWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<number> {
  await machine.must(['install', repository.directory, '--reinstall', ...args], { env })
  return (await workshop.calls()).compiles
}

describeBuilds('a source tree', () => {
  test('is built once for all machines that share a cache, wherever they have it', async () => {
    const first = await machine.must(['install', repository.directory, '--json'])
    expect(outcomesOf(first)).toEqual(['built'])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await machine.demo()).toBe('111 unset')

    const other = await workshop.machine('second')
    const clone = await repository.clone(workshop.place('elsewhere'))
    const second = await other.must(['install', clone.directory, '--json'])
    expect(await workshop.calls()).toEqual(noCalls)
    expect(outcomesOf(second)).toEqual(['restored'])
    expect(await other.demo()).toBe('111 unset')
  })

  test('is left as it was: a wheel is built beside it', async () => {
    await compiles()
    expect(await repository.git('status', '--porcelain', '--ignored')).toBe('')
  })

  test('is built once, whatever happens to its history, its times and the environment', async () => {
    expect(await compiles()).toBe(4)
    await repository.git('commit', '-q', '--amend', '-m', 'The same again')
    expect(await compiles()).toBe(0)
    await repository.git('switch', '-q', '-c', 'other')
    await repository.edit('csrc/one.cpp', 'return 1', 'return 2')
    await repository.commit('Another value')
    await repository.git('switch', '-q', 'main')
    expect(await compiles()).toBe(0)
    const again = ['--venv', join(machine.directory, 'another')]
    expect(await compiles(...again)).toBe(0)
    expect(
      await runPython(join(machine.directory, 'another', 'bin', 'python'), 'import demo; print(demo.value())'),
    ).toBe('111')
  })

  const edits = [
    ['a source', 'csrc/two.cpp', 'return 10', 'return 20', '121 unset'],
    ['a header', 'csrc/numbers.h', 'FROM_HEADER 0', 'FROM_HEADER 5', '116 unset'],
  ] as const
  test.each(full ? edits : edits.slice(0, 1))(
    'is built again when %s is edited, and not when the edit is taken back',
    async (_, file, from, to, shown) => {
      expect(await compiles()).toBe(4)
      await repository.edit(file, from, to)
      expect(await compiles()).toBe(4)
      expect(await machine.demo()).toBe(shown)
      await repository.git('checkout', '-q', '.')
      expect(await compiles()).toBe(0)
      expect(await machine.demo()).toBe('111 unset')
    },
  )

  testFull('counts with the files that git does not know yet', async () => {
    expect(await compiles()).toBe(4)
    await repository.write('src/demo/added.py', 'ADDED = 1\n')
    expect(await compiles()).toBe(4)
    expect(await runPython(machine.python, 'import demo.added as a; print(a.ADDED)')).toBe('1')
  })

  test('is built for each value of a variable that its build reads, known to nobody else', async () => {
    expect(await compiles()).toBe(4)
    expect(await compilesWith({ MY_FLAG: 'on' })).toBe(4)
    expect(await machine.demo()).toBe('111 on')
    expect(await compilesWith({ MY_FLAG: 'off' })).toBe(4)
    expect(await machine.demo()).toBe('111 off')
    expect(await compilesWith({})).toBe(0)
    expect(await machine.demo()).toBe('111 unset')
    const other = await workshop.machine('second')
    await other.must(['install', repository.directory], { env: { MY_FLAG: 'on' } })
    expect(await workshop.calls()).toEqual(noCalls)
    expect(await other.demo()).toBe('111 on')
  })

  test('is not built for what says how, when and where, but for what gets into the wheel', async () => {
    expect(await compiles()).toBe(4)
    expect(await compilesWith({ MAX_JOBS: '2', GITHUB_RUN_ID: '7', NOBODY_READS_THIS: 'x' })).toBe(0)
    expect(await compilesWith({ CFLAGS: '-DFROM_CFLAGS=1' })).toBe(4)
  })

  testFull('is built for each config setting', async () => {
    expect(await compiles()).toBe(4)
    expect(await compiles('-C', 'some-key=value')).toBe(4)
    expect(await compiles('-C', 'some-key=value')).toBe(0)
    expect(await compiles()).toBe(0)
  })

  testFull('that nobody has built where it is only restored is a warning, and no build', async () => {
    const { exitCode, stderr } = await machine.run(['restore', repository.directory])
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/^warning: /m)
    expect(await workshop.calls()).toEqual(noCalls)
  })
})

describeBuilds('a source archive of a lock', () => {
  test('is not built for an environment that has the locked version already, whatever the store lacks', async () => {
    const archive = join(workshop.directory, 'demo-1.0.tar.gz')
    await execute('tar', ['-czf', archive, '--exclude=.git', '-C', repository.directory, '.'])
    const sha256 = createHash('sha256')
      .update(await readFile(archive))
      .digest('hex')
    const lock = join(workshop.directory, 'pylock.toml')
    const sdist = `sdist = { path = "demo-1.0.tar.gz", hashes = { sha256 = "${sha256}" } }`
    await writeFile(lock, `lock-version = "1.0"\n[[packages]]\nname = "demo"\nversion = "1.0"\n${sdist}\n`)
    await machine.must(['install', '-r', lock], { cache: false })
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    await rm(machine.store, { recursive: true })
    for (const command of ['install', 'sync']) {
      await machine.must([command, '-r', lock], { cache: false })
      expect(await workshop.calls()).toEqual(noCalls)
      expect(await machine.demo()).toBe('111 unset')
    }
  })
})

describeBuilds('an editable source tree', () => {
  const clone = async (name: string) => repository.clone(workshop.place(name))

  test('is compiled once for all machines, and each imports what lies in its own tree', async () => {
    const one = await clone('one')
    await machine.must(['install', '-e', one.directory])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await machine.demo()).toBe('111 unset')

    const other = await workshop.machine('second')
    const two = await clone('two')
    await other.must(['install', '-e', two.directory])
    expect(await workshop.calls()).toEqual(noCalls)
    await rm(one.directory, { recursive: true })
    expect(await other.demo()).toBe('111 unset')
    const files = await runPython(
      other.python,
      'import demo, demo._core as c; print(demo.__file__, c.__file__, sep="\\n")',
    )
    for (const file of files.split('\n')) expect(file).toContain(join(two.directory, 'src', 'demo'))
    expect(await two.git('status', '--porcelain')).toBe('')
  })

  test('is built again after an edit, and its Python files need no build to be seen', async () => {
    const tree = await clone('one')
    await machine.must(['install', '-e', tree.directory])
    await workshop.calls()
    await writeFile(join(tree.directory, 'src/demo/added.py'), 'ADDED = 1\n')
    expect(await runPython(machine.python, 'import demo.added as a; print(a.ADDED)')).toBe('1')
    await tree.edit('csrc/one.cpp', 'return 1', 'return 2')
    await machine.must(['install', '-e', tree.directory])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    expect(await machine.demo()).toBe('112 unset')
    await tree.git('checkout', '-q', '.')
    await machine.must(['install', '-e', tree.directory])
    expect(await machine.demo()).toBe('111 unset')
  })
})

describeBuilds('wheelcrew build', () => {
  test('prints the path of the wheel, which any installer takes', async () => {
    const out = join(workshop.directory, 'out')
    const { stdout } = await machine.must(['build', repository.directory, '--out', out])
    expect(stdout).toMatch(/^\/.*\/out\/demo-1\.0-.*\.whl\n$/)
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    const other = await workshop.machine('second')
    await other.must(['install', '--no-deps', stdout.trim()])
    expect(await other.demo()).toBe('111 unset')
    expect(await workshop.calls()).toEqual(noCalls)
  })

  test('takes a revision of a repository, whatever it is called', async () => {
    const source = `git+file://${repository.directory}`
    await machine.must(['build', `${source}@main`])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    const revision = await repository.git('rev-parse', 'HEAD')
    const other = await workshop.machine('second')
    await other.must(['install', `demo @ ${source}@${revision}`])
    expect(await workshop.calls()).toEqual(noCalls)
    expect(await other.demo()).toBe('111 unset')
    const read = 'import importlib.metadata as m, json; print(m.distribution("demo").read_text("direct_url.json"))'
    const directUrl: unknown = JSON.parse(await runPython(other.python, read))
    expect(directUrl).toMatchObject({ vcs_info: { vcs: 'git', commit_id: revision, requested_revision: revision } })
  })

  testFull('takes another revision with the same content for the same source', async () => {
    const source = `git+file://${repository.directory}@main`
    await machine.must(['build', source])
    expect(await workshop.calls()).toMatchObject({ compiles: 4 })
    await repository.git('commit', '-q', '--amend', '-m', 'The same again')
    await machine.must(['build', source])
    expect(await workshop.calls()).toEqual(noCalls)
  })

  test('--explain says what the key is made of, and builds nothing', async () => {
    const before = await machine.must(['build', repository.directory, '--explain'], { env: { CFLAGS: '-DX=1' } })
    expect(await workshop.calls()).toMatchObject({ compiles: 0, hooks: [] })
    expect(await keptBuilds(machine)).toEqual([])
    for (const word of ['source', 'python', 'platform', 'CFLAGS']) expect(before.stdout).toContain(word)
    await machine.must(['build', repository.directory], { env: { MY_FLAG: 'on' } })
    const after = await machine.must(['build', repository.directory, '--explain'], { env: { MY_FLAG: 'off' } })
    expect(after.stdout).toContain('MY_FLAG')
  })
})
