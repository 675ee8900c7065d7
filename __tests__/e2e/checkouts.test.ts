/** One lock in two checkouts: what one run leaves in the store or in the cache means the source trees of the other one. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, type Scratch } from '../helpers/cli.js'
import { writeSourceTree } from '../helpers/source-tree.js'
import { findTool, scrubbedEnvironment } from '../helpers/tools.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const run = promisify(execFile)
const uv = await findTool('uv')
const describeWithUv = uv === undefined ? describe.skip : describe
const vendored = makeWheel({ name: 'vendored', version: '1.0', files: { 'vendored.py': '' } })

let scratch: Scratch
beforeEach(async () => {
  scratch = await makeScratch()
})
afterEach(() => scratch.remove())

const projectTable = (version: string) => `
[project]
name = "app"
version = "${version}"
requires-python = ">=3.8"
dependencies = ["lib", "vendored"]
[tool.uv]
no-index = true
[tool.uv.sources]
lib = { path = "../lib", editable = true }
vendored = { path = "vendor/${vendored.filename}" }
`
const libraryTable = '\n[project]\nname = "lib"\nversion = "3.0"\nrequires-python = ">=3.8"\n'

/** A repository with the project `app`, the library `lib` beside it, a wheel that is checked in, and a lock. */
async function makeCheckout(name: string): Promise<string> {
  const root = join(scratch.directory, name)
  await writeSourceTree(root, 'lib', { version: '3.0', tables: libraryTable })
  const app = await writeSourceTree(root, 'app', { tables: projectTable('1.0') })
  await mkdir(join(app, 'vendor'))
  const wheel = join(app, 'vendor', vendored.filename)
  await writeFile(wheel, vendored.bytes)
  // A stored lock knows its local files by size and time.
  await utimes(wheel, 1e9, 1e9)
  await run(uv ?? '', ['lock', '--quiet'], { cwd: app, env: { ...scrubbedEnvironment(), HOME: scratch.directory } })
  return root
}

type InstallOptions = {
  readonly store: string
  /** Of the cache entry; without one, no cache is used. */
  readonly revision?: string
  /** The resolver is on PATH. */
  readonly hasUv?: boolean
}

/** Installs the lock of a checkout, without an index; returns how the lock was obtained. */
async function install(checkout: string, { store, revision, hasUv = false }: InstallOptions): Promise<unknown> {
  const backend = pathToFileURL(join(scratch.directory, 'cache')).href
  const cache = revision === undefined ? [] : ['--cache-backend', backend, '--cache-revision', revision]
  const places = ['-r', join(checkout, 'app', 'uv.lock'), '--venv', join(checkout, '.venv')]
  const path = [...(hasUv ? [dirname(uv ?? '')] : []), process.env.PATH ?? '']
  const { exitCode, stdout, stderr } = await scratch.run(
    ['install', ...places, '--store', join(scratch.directory, store), ...cache, '--no-index', '--json'],
    { PATH: path.join(delimiter) },
  )
  expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' })
  const report = JSON.parse(stdout) as { decisions: readonly { subject: string; choice: string }[] }
  return report.decisions.find(({ subject }) => subject === 'lock')?.choice
}

async function python(checkout: string, code: string): Promise<readonly string[]> {
  const { stdout } = await run(join(checkout, '.venv', 'bin', 'python'), ['-B', '-c', code], { env: {} })
  return stdout.trim().split('\n')
}

const origins = `import app, lib, importlib.metadata as m, json
print(app.__file__, lib.__file__, json.loads(m.distribution("vendored").read_text("direct_url.json"))["url"], sep="\\n")`

const originsIn = (checkout: string) => [
  join(checkout, 'app/src/app/__init__.py'),
  join(checkout, 'lib/src/lib/__init__.py'),
  pathToFileURL(join(checkout, 'app/vendor', vendored.filename)).href,
]

describeWithUv('a lock with source trees', () => {
  test.each([
    ['the cache', { store: 'store-two', revision: 'a' }, 'restored'],
    ['the store', { store: 'store-one' }, 'stored'],
  ])('from %s is that of the checkout that is installed', async (_, options, how) => {
    const [one, two] = [await makeCheckout('one'), await makeCheckout('two')]
    expect(await install(one, { store: 'store-one', revision: 'a', hasUv: true })).toBe('uv')
    expect(await python(one, origins)).toEqual(originsIn(one))
    expect(await install(two, options)).toBe(how)
    expect(await python(two, origins)).toEqual(originsIn(two))
  })

  test('serves the next version of the project too, which is built and installed as that', async () => {
    const checkout = await makeCheckout('one')
    expect(await install(checkout, { store: 'store-one', revision: 'a', hasUv: true })).toBe('uv')
    await writeSourceTree(checkout, 'app', { version: '1.1', tables: projectTable('1.1') })
    const lock = join(checkout, 'app', 'uv.lock')
    const text = await readFile(lock, 'utf8')
    const bumped = text.replace('name = "app"\nversion = "1.0"', 'name = "app"\nversion = "1.1"')
    expect(bumped).not.toBe(text)
    await writeFile(lock, bumped)
    expect(await install(checkout, { store: 'store-two', revision: 'b' })).toBe('restored')
    const versions = 'import importlib.metadata as m; print(m.version("app"), m.version("lib"), sep="\\n")'
    expect(await python(checkout, versions)).toEqual(['1.1', '3.0'])
    expect(await install(checkout, { store: 'store-two', revision: 'b' })).toBe('restored')
    expect(await python(checkout, versions)).toEqual(['1.1', '3.0'])
  })
})
