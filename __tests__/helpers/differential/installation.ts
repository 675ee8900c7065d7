/** One list of distributions, installed by one installer, and all that can be observed of it. */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDirectories, readTree, type Tree } from '../tree.js'
import type { Installer } from './differences.js'
import { isWrapper, readInstalled, readRecords } from './installed-tree.js'
import { must, type Output, run } from './processes.js'
import { bin, type Distributions, offlineArguments, provideWheels, type Workshop } from './workshop.js'

const cli = fileURLToPath(new URL('../../../dist/cli/index.js', import.meta.url))
const scriptTimeoutMs = 60_000
const importsTimeoutMs = 1_800_000

export type Bench = {
  readonly workshop: Workshop
  readonly list: Distributions
  /** Files of the wheels that pip chose. */
  readonly chosen: readonly string[]
  readonly directory: string
  /** Where each installer finds an empty environment. */
  readonly venv: string
  /** The files of an empty environment. */
  readonly empty: Tree
  readonly emptyDirectories: readonly string[]
}

export type Installation = {
  /** The environment, moved out of the way of the next one. */
  readonly root: string
  readonly files: Tree
  readonly records: Tree
}

/** What importlib.metadata sees. */
export type Metadata = {
  /** Name → version and entry points, of each distribution that has the name. */
  readonly distributions: Readonly<Record<string, readonly unknown[]>>
  /** Files that a RECORD lists and that are not there. */
  readonly absent: readonly string[]
  /** Files whose hash or size is not the listed one. */
  readonly wrong: readonly string[]
}

/** A scratch directory for one list on one Python; the caller removes `directory`. */
export async function prepareBench(workshop: Workshop, list: Distributions): Promise<Bench> {
  const chosen = await provideWheels(workshop, list)
  const directory = await mkdtemp(join(tmpdir(), 'wheelcrew-differential-'))
  const venv = join(directory, 'environment')
  await mkdir(join(directory, 'home'))
  await must(workshop.python.executable, ['-m', 'venv', '--without-pip', venv])
  const [empty, emptyDirectories] = [await readTree(venv), await readDirectories(venv)]
  return { workshop, list, chosen, directory, venv, empty, emptyDirectories }
}

/** Installs into an empty environment at the path that all share; `observe` sees it there, before it is moved. */
export async function installWith<T>(
  installer: Installer | 'wheelcrew',
  bench: Bench,
  observe: (files: Tree) => Promise<T>,
): Promise<Installation & { readonly observed: T }> {
  const { workshop, venv, directory, empty } = bench
  await rm(venv, { recursive: true, force: true })
  await must(workshop.python.executable, ['-m', 'venv', '--without-pip', venv])
  await installers[installer](bench)
  const files = await readInstalled(venv, empty)
  const records = readRecords(venv, files)
  const observed = await observe(files)
  const root = join(directory, installer)
  await rename(venv, root)
  return { root, files, records, observed }
}

/** What every wrapper does when it is asked for help: their texts are the installers' own. */
export async function runWrappers(bench: Bench, files: Tree): Promise<Readonly<Record<string, Output>>> {
  const wrappers = Object.keys(files).filter(path => isWrapper(files[path]))
  const outputs: Record<string, Output> = {}
  for (const path of wrappers) {
    const file = join(bench.venv, path)
    outputs[path] = comparableOutput(await run(file, ['--help'], scriptOptions(bench)), file)
  }
  return outputs
}

/** What importlib.metadata sees in an environment. */
export async function readMetadata(bench: Bench, root: string): Promise<Metadata> {
  return JSON.parse((await must(interpreter(root), [helper('metadata.py')], scriptOptions(bench))).stdout)
}

/** What the import of every top-level module ends with; each needs a fork, which Windows does not have. */
export async function importModules(bench: Bench, root: string): Promise<Readonly<Record<string, string>>> {
  if (process.platform === 'win32') return {}
  return JSON.parse(
    (await must(interpreter(root), [helper('imports.py')], { ...scriptOptions(bench), timeoutMs: importsTimeoutMs }))
      .stdout,
  )
}

/** What is wrong with the bytecode of one tree, compared with that of another. */
export async function checkBytecode(checked: string, reference: string): Promise<readonly string[]> {
  return JSON.parse((await must(interpreter(checked), [helper('../bytecode.py'), checked, reference])).stdout)
}

/** What `pip check` says, a line each; their order is the file system's. */
export async function checkRequirements({ workshop }: Bench, root: string): Promise<readonly string[]> {
  return (await pipIn(workshop, root, ['check'])).stdout.trim().split(/\r?\n/).sort()
}

/** Lets pip uninstall all that it sees, and gives what is left of what was installed, and of its directories. */
export async function uninstallEverything(
  { workshop, emptyDirectories }: Bench,
  { root, files }: Installation,
): Promise<{ readonly files: readonly string[]; readonly directories: readonly string[] }> {
  const { stdout } = await pipIn(workshop, root, ['list', '--format', 'json'])
  const installed: readonly { readonly name: string }[] = JSON.parse(stdout)
  const { exitCode, stderr } = await pipIn(workshop, root, [
    'uninstall',
    '-q',
    '-y',
    ...installed.map(({ name }) => name),
  ])
  if (exitCode !== 0) throw new Error(stderr)
  const left = Object.keys(await readTree(root)).filter(path => path in files)
  const directories = (await readDirectories(root)).filter(path => !emptyDirectories.includes(path))
  return { files: left, directories }
}

const installers: Readonly<Record<Installer | 'wheelcrew', (bench: Bench) => Promise<unknown>>> = {
  pip: async ({ workshop, list, venv }) => {
    const { exitCode, stdout, stderr } = await pipIn(workshop, venv, [
      'install',
      '-q',
      ...offlineArguments(workshop, list),
    ])
    if (exitCode !== 0) throw new Error(stdout + stderr)
  },
  uv: ({ workshop, list, venv, directory }) =>
    must(workshop.uv, [
      ...['pip', 'install', '-q', '--no-config', '--link-mode', 'copy', '--cache-dir', join(directory, 'uv-cache')],
      ...['--python', interpreter(venv), ...offlineArguments(workshop, list)],
    ]),
  installer: ({ workshop, chosen, venv }) =>
    // Without a prefix, headers would go to the Python that the environment is made of.
    must(
      interpreter(venv),
      ['-m', 'installer', '--prefix', venv, '--no-compile-bytecode', '--overwrite-existing', ...chosen],
      { env: { PYTHONPATH: sitePackages(workshop), PYTHONDONTWRITEBYTECODE: '1' } },
    ),
  wheelcrew: ({ workshop, list, venv, directory }) =>
    must(process.execPath, [
      ...[cli, 'install', '--python', workshop.python.executable, '--venv', venv],
      ...['--store', join(directory, 'store'), ...offlineArguments(workshop, list)],
    ]),
}

function sitePackages({ tools, python }: Workshop): string {
  const library = process.platform === 'win32' ? 'Lib' : join('lib', `python${python.version}`)
  return join(tools, '..', '..', library, 'site-packages')
}

function pipIn({ tools }: Workshop, root: string, args: readonly string[]): Promise<Output> {
  return run(tools, ['-m', 'pip', '--python', interpreter(root), '--disable-pip-version-check', ...args])
}

function interpreter(root: string): string {
  return join(root, bin, 'python')
}

/** Nothing is written into the environment, nothing read from the user's home, and sets print in one order. */
function scriptOptions({ directory }: Bench): Parameters<typeof run>[2] {
  const home = join(directory, 'home')
  const env = { PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0', HOME: home, USERPROFILE: home, COLUMNS: '80' }
  return { env, cwd: home, timeoutMs: scriptTimeoutMs }
}

/** Without addresses, times and durations, and without the wrapper's own line in a traceback. */
function comparableOutput({ exitCode, stdout, stderr }: Output, file: string): Output {
  const ownFrame = new RegExp(
    `  File "${file.replace(/[.\\+]/g, '\\$&')}(?:\\\\__main__\\.py)?", line \\d+, in <module>\\n(?: {4}.*\\n)+`,
    'g',
  )
  const changing = /0x[0-9a-f]+|\b\d+\.\d+s\b|\d\d:\d\d:\d\d([.,]\d+)?/g
  const plain = (text: string): string => text.replace(ownFrame, '').replace(changing, '…')
  return { exitCode, stdout: plain(stdout), stderr: plain(stderr) }
}

function helper(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}
