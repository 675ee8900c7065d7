import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { version } from '../../src/version.js'

const entryOf = (bundle: string) => fileURLToPath(new URL(`../../dist/${bundle}/index.js`, import.meta.url))

let directory: string

beforeEach(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-start-up-')))
})

afterEach(() => rm(directory, { recursive: true, force: true }))

type Output = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }

/** Runs Node in an empty directory below `directory`, with nothing in its environment but PATH and `env`. */
async function runNode(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Output> {
  const cwd = join(directory, 'checkout')
  await Promise.all([cwd, join(directory, 'home')].map(path => mkdir(path, { recursive: true })))
  const options = { cwd, env: { PATH: process.env.PATH, ...env }, timeout: 30_000 }
  return new Promise(resolve => {
    execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

const printsVersion = { exitCode: 0, stdout: `wheelcrew ${version}\n`, stderr: '' }
const askVersion = [entryOf('cli'), '--version']

describe('the compiled code that the command line keeps', () => {
  test('is used by the next run, for every module but the entry', async () => {
    const env = { HOME: join(directory, 'home'), NODE_DEBUG_NATIVE: 'COMPILE_CACHE' }
    const first = await runNode(askVersion, env)
    expect(outcomes(first.stderr)).toEqual(new Set(['was not initialized']))
    const second = await runNode(askVersion, env)
    expect(outcomes(second.stderr)).toEqual(new Set(['was accepted']))
    expect(second.stdout).toBe(printsVersion.stdout)
  })

  test('lies in the cache of the user and nowhere else', async () => {
    expect(await runNode(askVersion, { HOME: join(directory, 'home') })).toEqual(printsVersion)
    expect(await readdir(directory)).toEqual(['checkout', 'home'])
    expect(await readdir(join(directory, 'checkout'))).toEqual([])
    expect(await keptFiles()).not.toEqual([])
  })

  test('is done without where it cannot be written, and nobody hears of it', async () => {
    const file = join(directory, 'file')
    await writeFile(file, '')
    expect(await runNode(askVersion, { HOME: file })).toEqual(printsVersion)
    expect(await runNode(askVersion, { HOME: '/proc/nowhere' })).toEqual(printsVersion)
    expect(await runNode(askVersion, { HOME: join(directory, 'no-home') })).toEqual(printsVersion)
    expect(await readdir(directory)).toEqual(['checkout', 'file', 'home'])
  })

  test('is made again when it is damaged', async () => {
    const env = { HOME: join(directory, 'home') }
    await runNode(askVersion, env)
    const files = await keptFiles()
    for (const [index, file] of files.entries()) {
      const bytes = await readFile(file)
      await writeFile(file, index % 2 === 0 ? bytes.subarray(0, bytes.length / 2) : bytes.fill(7, 100, 2000))
    }
    expect(await runNode(askVersion, env)).toEqual(printsVersion)
    const { stderr } = await runNode(askVersion, { ...env, NODE_DEBUG_NATIVE: 'COMPILE_CACHE' })
    expect(outcomes(stderr)).toEqual(new Set(['was accepted']))
  })

  test('is not kept when Node is told so', async () => {
    const env = { HOME: join(directory, 'home'), NODE_DISABLE_COMPILE_CACHE: '1' }
    expect(await runNode(askVersion, env)).toEqual(printsVersion)
    expect(await readdir(join(directory, 'home'))).toEqual([])
  })

  test('is kept by the steps of the action in the tool cache', async () => {
    const tools = join(directory, 'tools')
    const env = { HOME: join(directory, 'home'), RUNNER_TOOL_CACHE: tools, RUNNER_TEMP: directory }
    expect((await runNode([entryOf('post')], env)).stdout).toContain('nothing to save')
    expect(await readdir(join(tools, 'wheelcrew'))).toEqual(['compiled'])
  })
})

/** What Node says of each module that it looked for. */
function outcomes(log: string): ReadonlySet<string> {
  return new Set([...log.matchAll(/V8 code cache for \S+ \S+ (was [a-z ]+)/g)].map(([, outcome = '']) => outcome))
}

async function keptFiles(): Promise<readonly string[]> {
  const below = join(directory, 'home', '.cache', 'wheelcrew', 'compiled')
  const entries = await readdir(below, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** Modules of Node that take milliseconds to load. */
const costly = ['child_process', 'crypto', 'http', 'https', 'net', 'tls', 'worker_threads', 'zlib']

describe('the start of the command line', () => {
  test.each([
    ['the version', ['--version']],
    ['the help', ['--help']],
    ['a wrong option', ['install', '--no-such-option']],
  ])('loads no costly module of Node for %s', async (_, args) => {
    const loaded = await loadedModules([entryOf('cli'), ...args])
    expect(loaded).toContain('fs')
    expect(loaded.filter(name => costly.includes(name))).toEqual([])
  })

  test('of the main step loads no HTTP client for a wrong input', async () => {
    const loaded = await loadedModules([entryOf('main')], { 'INPUT_LINK-MODE': 'teleport' })
    expect(loaded).toContain('fs')
    expect(loaded.filter(name => /^(?:https?|http2|tls)$/.test(name))).toEqual([])
  })
})

/** The public modules of Node that a program has loaded when it ends. Its output goes to files: a pipe would need `net`. */
async function loadedModules(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const list = join(directory, 'modules')
  const hook = join(directory, 'hook.mjs')
  await writeFile(
    hook,
    `import { closeSync, openSync, writeFileSync } from 'node:fs'
    for (const stream of [1, 2]) { closeSync(stream); openSync(${JSON.stringify(join(directory, 'output'))}, 'a') }
    process.on('exit', () => writeFileSync(${JSON.stringify(list)}, process.moduleLoadList.join('\\n')))`,
  )
  await runNode(['--import', pathToFileURL(hook).href, ...args], { HOME: join(directory, 'home'), ...env })
  const lines = (await readFile(list, 'utf8')).split('\n')
  return lines.filter(line => /^NativeModule \w+$/.test(line)).map(line => line.slice('NativeModule '.length))
}
