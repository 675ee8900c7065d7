import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  comparableTree,
  readConsoleScripts,
  readDirectories,
  readRecords,
  readTree,
  type Tree,
} from '../helpers/tree.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = process.platform === 'win32' ? 'Scripts' : 'bin'
const full = process.env.WHEELCREW_E2E === 'full'
const hour = 3_600_000

/** The part of the jupyterlab lock that is compared by default: closed under dependencies, with scripts, data files and native code. */
const part =
  'attrs fastjsonschema jinja2 jsonschema jsonschema-specifications jupyter-core jupyterlab-pygments markupsafe nbformat ' +
  'platformdirs pyyaml referencing rpds-py traitlets typing-extensions'

type ExampleSet = { readonly name: string; readonly only?: ReadonlySet<string> }

const sets: readonly ExampleSet[] = full
  ? [{ name: 'jupyterlab' }, { name: 'scientific' }]
  : [{ name: 'jupyterlab', only: new Set(part.split(' ')) }]

const python = findPython()
if (python === undefined) console.warn('SKIPPED: the comparison with pip, which needs Python 3.11 or newer on PATH')
const describeWithPython = python === undefined ? describe.skip : describe

describeWithPython.each(sets)('the $name environment, compared with what pip installs at the same path', set => {
  let scratch: Scratch
  let pip: Installed
  let ours: Installed

  beforeAll(async () => {
    scratch = await prepare(set, python ?? '')
    pip = await installWith('pip', scratch)
    ours = await installWith('wheelcrew', scratch)
  }, hour)

  afterAll(() => rm(scratch.directory, { recursive: true, force: true }))

  test('has the same files, with the same bytes and x bits', () => {
    expect(Object.keys(pip.files).length).toBeGreaterThan(100)
    expect(ours.files).toEqual(pip.files)
  })

  test('has the same rows in every RECORD', () => expect(ours.records).toEqual(pip.records))

  test(
    'has bytecode of equal code, and none that Python would compile again',
    async () => {
      const { stdout } = await run(scratch.python, [helper('bytecode.py'), ours.kept, pip.kept])
      expect(JSON.parse(stdout)).toEqual([])
    },
    hour,
  )

  test('has scripts that do the same', () => {
    expect(Object.keys(pip.scripts)).not.toEqual([])
    expect(ours.scripts).toEqual(pip.scripts)
  })

  test('passes pip check', () => expect(ours.check).toBe('No broken requirements found.'))

  test('leaves nothing behind when pip uninstalls everything', () => {
    expect(ours.leftFiles).toEqual([])
    expect(ours.leftDirectories).toEqual(pip.leftDirectories)
  })
})

type Scratch = {
  readonly directory: string
  /** Interpreter of the environments. */
  readonly python: string
  /** Interpreter with a known pip. */
  readonly pip: string
  readonly requirements: string
  readonly wheels: string
  readonly venv: string
}

type Installed = {
  /** The environment as it was installed, out of the way of the next one. */
  readonly kept: string
  readonly files: Tree
  readonly records: Tree
  readonly scripts: Readonly<Record<string, Output>>
  readonly check: string
  readonly leftFiles: readonly string[]
  readonly leftDirectories: readonly string[]
}

type Output = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }

async function prepare({ name, only }: ExampleSet, python: string): Promise<Scratch> {
  const directory = await mkdtemp(join(tmpdir(), 'wheelcrew-differential-'))
  const [requirements, wheels, tools] = [
    join(directory, 'pins.txt'),
    join(directory, 'wheels'),
    join(directory, 'tools'),
  ]
  const text = await readFile(join(root, 'examples', name, 'requirements.txt'), 'utf8')
  await writeFile(requirements, only === undefined ? text : selectPins(text, only))
  await must(python, ['-m', 'venv', tools])
  const pip = join(tools, bin, 'python')
  await must(pip, ['-m', 'pip', 'install', '-q', 'pip==25.3'])
  await must(pip, ['-m', 'pip', 'download', '-q', '--no-deps', '--require-hashes', '-r', requirements, '-d', wheels])
  return { directory, python, pip, requirements, wheels, venv: join(directory, 'environment') }
}

/** The examples are locked for 3.11 and newer: the first such interpreter on PATH, or undefined. */
function findPython(): string | undefined {
  const ask = 'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")'
  const names = ['python3.11', 'python3', 'python3.13', 'python3.12', 'python']
  const answers = names.map(name => spawnSync(name, ['-c', ask], { encoding: 'utf8' }))
  return answers.find(({ status, stdout }) => status === 0 && stdout.trim() !== '')?.stdout.trim()
}

/** A pin and its hashes: a line at the margin and the indented ones that follow. */
function selectPins(text: string, only: ReadonlySet<string>): string {
  const pins = text.split(/\n(?=\S)/)
  return `${pins.filter(pin => only.has(pin.slice(0, pin.indexOf('==')))).join('\n')}\n`
}

async function installWith(tool: 'pip' | 'wheelcrew', scratch: Scratch): Promise<Installed> {
  await must(scratch.python, ['-m', 'venv', '--without-pip', scratch.venv])
  const [empty, emptyDirectories] = [await readTree(scratch.venv), new Set(await readDirectories(scratch.venv))]
  await (tool === 'pip' ? pipInstall(scratch) : ourInstall(scratch))
  const tree = await readTree(scratch.venv)
  const kept = await keepCopy(scratch, tool)
  const names = await readConsoleScripts(scratch.venv, tree)
  const wrappers = new Set(names)
  const observed = {
    files: comparableTree(tree, empty, wrappers),
    records: await readRecords(scratch.venv, tree, wrappers),
    scripts: await runScripts(names, scratch),
    check: (await pipIn(scratch, ['check'])).stdout.trim(),
  }
  await uninstallEverything(scratch)
  const leftFiles = Object.keys(await readTree(scratch.venv)).filter(path => !(path in empty))
  const leftDirectories = (await readDirectories(scratch.venv)).filter(path => !emptyDirectories.has(path))
  await rename(scratch.venv, join(scratch.directory, `${tool}-uninstalled`))
  return { kept, ...observed, leftFiles, leftDirectories }
}

async function pipInstall(scratch: Scratch): Promise<void> {
  const { exitCode, stdout, stderr } = await pipIn(scratch, ['install', '-q', ...lockedFiles(scratch)])
  if (exitCode !== 0) throw new Error(stdout + stderr)
}

async function ourInstall(scratch: Scratch): Promise<void> {
  const places = ['--python', scratch.python, '--venv', scratch.venv, '--store', join(scratch.directory, 'store')]
  await must(process.execPath, [join(root, 'dist/cli/index.js'), 'install', ...places, ...lockedFiles(scratch)])
}

function lockedFiles({ requirements, wheels }: Scratch): readonly string[] {
  return ['-r', requirements, '--no-deps', '--require-hashes', '--no-index', '--find-links', wheels]
}

/** The scripts are run rather than compared: their texts are the installer's own. */
async function runScripts(names: readonly string[], { venv }: Scratch): Promise<Record<string, Output>> {
  const outputs: [string, Output][] = []
  for (const name of names) outputs.push([name, await run(join(venv, bin, name), ['--help'])])
  return Object.fromEntries(outputs)
}

/** A copy through Python, which keeps modification times and links. */
async function keepCopy({ python, venv, directory }: Scratch, tool: string): Promise<string> {
  const kept = join(directory, `${tool}-kept`)
  const copy = 'import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2], symlinks=True)'
  await must(python, ['-c', copy, venv, kept])
  return kept
}

async function uninstallEverything(scratch: Scratch): Promise<void> {
  const { stdout } = await pipIn(scratch, ['list', '--format', 'json'])
  const installed: readonly { readonly name: string }[] = JSON.parse(stdout)
  const { exitCode, stderr } = await pipIn(scratch, ['uninstall', '-q', '-y', ...installed.map(({ name }) => name)])
  if (exitCode !== 0) throw new Error(stderr)
}

function pipIn({ pip, venv }: Scratch, args: readonly string[]): Promise<Output> {
  return run(pip, ['-m', 'pip', '--python', join(venv, bin, 'python'), '--disable-pip-version-check', ...args])
}

function helper(name: string): string {
  return join(root, '__tests__/helpers', name)
}

async function must(command: string, args: readonly string[]): Promise<Output> {
  const output = await run(command, args)
  if (output.exitCode !== 0) throw new Error(`${command} ${args.join(' ')}\n${output.stdout}${output.stderr}`)
  return output
}

/** Settings of pip, uv and Python that the caller has reach nothing that runs here. */
function run(command: string, args: readonly string[]): Promise<Output> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PIP|UV|PYTHON|WHEELCREW)/i.test(name))
  const options = { env: { ...Object.fromEntries(inherited), NO_COLOR: '1' }, maxBuffer: 1 << 28 }
  return new Promise(resolve => {
    const child = execFile(command, [...args], options, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? 127, stdout, stderr }),
    )
  })
}
