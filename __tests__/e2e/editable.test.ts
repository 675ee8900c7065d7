import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, type Output, type Scratch, storeIsTidy } from '../helpers/cli.js'
import { type TreeFacts, writeSourceTree } from '../helpers/source-tree.js'
import { findTool } from '../helpers/tools.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const run = promisify(execFile)
const uv = await findTool('uv')
const testWithUv = uv === undefined ? test.skip : test

let scratch: Scratch
beforeEach(async () => {
  scratch = await makeScratch()
})
afterEach(() => scratch.remove())

const writeTree = (name: string, facts?: TreeFacts) => writeSourceTree(scratch.directory, name, facts)

/** `install` without an index, with uv on PATH for what has to be resolved. */
function installWithUv(...args: readonly string[]): Promise<Output> {
  const places = ['--venv', scratch.venv, '--store', scratch.store, '--find-links', scratch.wheels]
  const path = [dirname(uv ?? ''), process.env.PATH ?? ''].join(delimiter)
  return scratch.run(['install', ...places, '--no-index', ...args], { PATH: path })
}

async function python(code: string): Promise<string> {
  const env = { PATH: process.env.PATH ?? '' }
  return (await run(join(scratch.venv, 'bin', 'python'), ['-B', '-c', code], { env })).stdout.trim()
}

const versionOf = (name: string) => python(`import importlib.metadata as m; print(m.version("${name}"))`)

async function filesOf(directory: string): Promise<readonly string[]> {
  return (await readdir(directory, { recursive: true })).toSorted()
}

describe('install -e', () => {
  test('makes the source tree importable, and edits of it are seen', async () => {
    const tree = await writeTree('alpha')
    const before = await filesOf(tree)
    expect(await scratch.install('--no-deps', '-e', tree)).toMatchObject({ exitCode: 0, stdout: '' })
    expect(await python('import alpha; print(alpha.VALUE)')).toBe('1')
    expect((await run(join(scratch.venv, 'bin', 'alpha-run'))).stdout).toBe('ran\n')
    await rm(join(tree, 'src/alpha/__pycache__'), { recursive: true, force: true })
    expect(await filesOf(tree)).toEqual(before)
    await writeFile(join(tree, 'src/alpha/__init__.py'), 'VALUE = 22\n')
    expect(await python('import alpha; print(alpha.VALUE)')).toBe('22')
    expect(await storeIsTidy(scratch)).toBe(true)
  })

  test('records where the source tree lies, as pip does, in files that pip can uninstall', async () => {
    const tree = await writeTree('alpha')
    await scratch.install('--no-deps', '-e', tree)
    const read = 'import importlib.metadata as m; d = m.distribution("alpha"); print(d.read_text("direct_url.json"))'
    const directUrl: unknown = JSON.parse(await python(read))
    expect(directUrl).toEqual({ url: pathToFileURL(tree).href, dir_info: { editable: true } })
    const missing =
      'import importlib.metadata as m; print([str(f) for f in m.files("alpha") if not f.locate().exists()], len(m.files("alpha")))'
    expect(await python(missing)).toMatch(/^\[\] \d+$/)
    const requested = await python(
      'import importlib.metadata as m; print(m.distribution("alpha").read_text("REQUESTED"))',
    )
    expect(requested).toBe('')
  })

  test('takes several trees and wheels in one run, by relative path and file URL', async () => {
    const wheel = makeWheel({ name: 'gamma', version: '3.0' })
    await scratch.offer(wheel)
    await writeTree('alpha')
    const beta = await writeTree('beta', { version: '2.0' })
    const { exitCode, stderr } = await scratch.install(
      ...['--no-deps', '-e', './alpha', '-e', pathToFileURL(beta).href, join(scratch.wheels, wheel.filename)],
    )
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(await Promise.all(['alpha', 'beta', 'gamma'].map(versionOf))).toEqual(['1.0', '2.0', '3.0'])
    expect(await python('import alpha, beta, gamma; print(alpha.VALUE + beta.VALUE)')).toBe('2')
  })

  test('builds again in every run', async () => {
    const tree = await writeTree('alpha')
    await scratch.install('--no-deps', '-e', tree)
    await rm(scratch.venv, { recursive: true })
    await writeTree('alpha', { version: '1.1' })
    expect(await scratch.install('--no-deps', '-e', tree)).toMatchObject({ exitCode: 0 })
    expect(await versionOf('alpha')).toBe('1.1')
  })

  testWithUv('installs what the tree and its extras require', async () => {
    await scratch.offer(makeWheel({ name: 'needed', version: '1.0' }), makeWheel({ name: 'wanted', version: '2.0' }))
    const tree = await writeTree('alpha', {
      metadata: ['Provides-Extra: test', 'Requires-Dist: needed', 'Requires-Dist: wanted; extra == "test"'],
    })
    expect(await installWithUv('-e', tree)).toMatchObject({ exitCode: 0 })
    expect(await versionOf('needed')).toBe('1.0')
    await expect(versionOf('wanted')).rejects.toThrow()
    expect(await installWithUv('-e', `${tree}[test]`)).toMatchObject({ exitCode: 0 })
    expect(await versionOf('wanted')).toBe('2.0')
  })

  testWithUv('joins the extras of a tree that is named twice', async () => {
    await scratch.offer(makeWheel({ name: 'one', version: '1.0' }), makeWheel({ name: 'two', version: '2.0' }))
    const extras = ['one', 'two'].flatMap(name => [
      `Provides-Extra: ${name}`,
      `Requires-Dist: ${name}; extra == "${name}"`,
    ])
    await writeTree('alpha', { metadata: extras })
    expect(await installWithUv('-e', './alpha[one]', '-e', 'alpha[two]')).toMatchObject({ exitCode: 0 })
    expect(await Promise.all(['one', 'two'].map(versionOf))).toEqual(['1.0', '2.0'])
  })

  testWithUv('takes a store and trees whose paths would mean something else in a URL', async () => {
    scratch = { ...scratch, store: join(scratch.directory, 'a store #1 %41') }
    const tree = await writeTree('alpha')
    expect(await installWithUv('-e', tree)).toMatchObject({ exitCode: 0 })
    expect(await versionOf('alpha')).toBe('1.0')
  })

  testWithUv('builds with what the build system requires, and installs none of it', async () => {
    await scratch.offer(
      makeWheel({ name: 'buildtool', version: '1.0', files: { 'buildtool.py': 'print("tool is here")' } }),
    )
    const tree = await writeTree('alpha', { requires: ['buildtool>=1'], backend: 'import buildtool' })
    const output = await installWithUv('-e', tree)
    expect(output).toMatchObject({ exitCode: 0 })
    expect(await versionOf('alpha')).toBe('1.0')
    await expect(versionOf('buildtool')).rejects.toThrow()
  })
})

describe('a build that fails', () => {
  test('shows what the backend said and leaves no environment', async () => {
    const tree = await writeTree('alpha', { backend: 'print("about to fail"); sys.exit(4)' })
    const { exitCode, stderr } = await scratch.install('--no-deps', '-e', tree)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/`backend` ended with exit code 4/)
    expect(stderr).toMatch(/about to fail/)
    await expect(stat(scratch.venv)).rejects.toThrow(/ENOENT/)
    expect(await storeIsTidy(scratch)).toBe(true)
  })

  test('leaves an environment that was there as it was', async () => {
    await scratch.install('--no-deps', '-e', await writeTree('alpha'))
    const before = await filesOf(scratch.venv)
    const broken = await writeTree('beta', { backend: 'import nothing_like_it' })
    expect(await scratch.install('--no-deps', '-e', join(scratch.directory, 'alpha'), '-e', broken)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/nothing_like_it/),
    })
    expect(await filesOf(scratch.venv)).toEqual(before)
  })

  test.each([
    [['-e', './absent'], 'SOURCE_NOT_FOUND', 2],
    [['-e', 'git+https://host.invalid/owner/name'], 'SOURCE_UNSUPPORTED', 2],
    [['-e', '.[a b]'], 'REQUIREMENTS_INVALID', 2],
    [['-e', './wheels'], 'PROJECT_INVALID', 2],
  ] as const)('%j is %s', async (args, code, exitCode) => {
    const output = await scratch.install('--json', '--no-deps', ...args)
    const shown: unknown = JSON.parse(output.stdout)
    expect(shown).toMatchObject({ error: { code, exitCode, message: expect.any(String), hint: expect.any(String) } })
    expect(output.exitCode).toBe(exitCode)
  })
})

describe('a requirements file', () => {
  test('may name source trees, relative to the working directory as for pip and uv', async () => {
    await writeTree('alpha')
    await mkdir(join(scratch.directory, 'below'))
    await writeFile(join(scratch.directory, 'below', 'requirements.txt'), '-e ./alpha\n')
    expect(await scratch.install('--no-deps', '-r', 'below/requirements.txt')).toMatchObject({ exitCode: 0 })
    expect(await versionOf('alpha')).toBe('1.0')
  })
})

test('a lock that names the wheel of one run is not given to another one by the cache', async () => {
  const tree = await writeTree('demo')
  const places = (name: string) => [
    '--venv',
    join(scratch.directory, `venv-${name}`),
    '--store',
    join(scratch.directory, `store-${name}`),
  ]
  const cache = ['--cache-backend', pathToFileURL(join(scratch.directory, 'cache')).href, '--cache-revision', 'abc']
  const wheel = makeWheel({ name: 'other', version: '1.0' })
  await scratch.offer(wheel)
  const links = ['--no-index', '--no-deps', '--find-links', scratch.wheels]
  for (const name of ['first', 'second']) {
    const { exitCode, stderr } = await scratch.run([
      'install',
      '-e',
      tree,
      'other==1.0',
      ...places(name),
      ...cache,
      ...links,
    ])
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' })
  }
})
