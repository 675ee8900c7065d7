/** What a comparison needs before it begins: Pythons, the other installers, and real wheels, kept from run to run. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Installer } from './differences.js'
import { must, type Output, run } from './processes.js'

export const bin = process.platform === 'win32' ? 'Scripts' : 'bin'

/** What is kept: `wheels/`, and an environment with the other installers for each Python. */
const keptDirectory = process.env.WHEELCREW_WHEELS ?? join(tmpdir(), 'wheelcrew-differential')
const toolsFile = fileURLToPath(new URL('../../e2e/differential/tools.txt', import.meta.url))

export type Python = { readonly version: string; readonly executable: string }

export type Workshop = {
  readonly python: Python
  /** An interpreter of the same version that has pip, and installer where it runs. */
  readonly tools: string
  readonly uv: string
  /** Where `--find-links` finds the wheels. */
  readonly wheels: string
}

export type Distributions = {
  readonly name: string
  /** A requirements file, each line of which names one version. */
  readonly file: string
  /** Whether each line has its hashes. */
  readonly hashes: boolean
  /** Whether distributions of the list claim the same files with different content. */
  readonly contested: boolean
  /** Its wheels are for this minor version of Python 3, and newer ones. */
  readonly oldestMinor: number
}

/** The Pythons of these versions that are here: on PATH, or among those of pyenv. */
export function findPythons(versions: readonly string[]): readonly Python[] {
  return versions.flatMap(version => {
    const found = candidates(version).map(identify)
    return found.find(python => python?.version === version) ?? []
  })
}

/** What is compared besides pip: installer where tools.txt has it, since it needs Python 3.10. */
export function othersFor({ version }: Python): readonly Installer[] {
  return minorOf(version) < 10 ? ['uv'] : ['uv', 'installer']
}

/** True where the wheels of a list are for a Python. */
export function isFor({ oldestMinor }: Distributions, { version }: Python): boolean {
  return minorOf(version) >= oldestMinor
}

/** Has the other installers at hand, and all wheels of a list; asks the index only for what is not kept yet. */
export async function prepareWorkshop(python: Python): Promise<Workshop> {
  const digest = createHash('sha256')
    .update(await readFile(toolsFile))
    .digest('hex')
  const environment = join(keptDirectory, `tools-${python.version}-${digest.slice(0, 8)}`)
  if (!existsSync(environment)) await installTools(python, environment)
  const wheels = join(keptDirectory, 'wheels')
  await mkdir(wheels, { recursive: true })
  const directory = join(environment, bin)
  return { python, tools: join(directory, 'python'), uv: join(directory, 'uv'), wheels }
}

/** The wheels that pip chooses for a list, downloaded where they are not kept yet. */
export async function provideWheels(workshop: Workshop, list: Distributions): Promise<readonly string[]> {
  const kept = await chooseWheels(workshop, list)
  if (kept.exitCode === 0) return wheelsOf(kept)
  await downloadWheels(workshop, list)
  const chosen = await chooseWheels(workshop, list)
  if (chosen.exitCode !== 0) throw new Error(chosen.stdout + chosen.stderr)
  return wheelsOf(chosen)
}

/** The arguments that let any of the installers take a list from the kept wheels alone. */
export function offlineArguments({ wheels }: Workshop, { file, hashes }: Distributions): readonly string[] {
  const required = hashes ? ['--require-hashes'] : []
  return ['--no-deps', '--no-index', '--find-links', wheels, ...required, '-r', file]
}

function minorOf(version: string): number {
  return Number(version.split('.')[1])
}

function candidates(version: string): readonly string[] {
  const name = `python${version}`
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions')
  const installed = existsSync(versions) ? readdirSync(versions) : []
  const matching = installed.filter(other => other.startsWith(`${version}.`))
  return [name, ...matching.map(directory => join(versions, directory, 'bin', name)), 'python3', 'python']
}

/** The executable itself, not a shim: which Python that is may depend on where it is called. */
function identify(command: string): Python | undefined {
  const script = 'import sys; print("%d.%d" % sys.version_info[:2], sys.executable)'
  const { status, stdout } = spawnSync(command, ['-c', script], { encoding: 'utf8' })
  const [, version, executable] = /^(\S+) (.+?)\s*$/.exec(stdout ?? '') ?? []
  return status !== 0 || version === undefined || executable === undefined ? undefined : { version, executable }
}

/** Made aside and renamed, since test files run in parallel; nothing that is used there minds being moved. */
async function installTools({ executable }: Python, environment: string): Promise<void> {
  await mkdir(keptDirectory, { recursive: true })
  const aside = await mkdtemp(`${environment}.`)
  await must(executable, ['-m', 'venv', aside])
  await must(join(aside, bin, 'python'), ['-m', 'pip', 'install', '-q', '--only-binary', ':all:', '-r', toolsFile])
  await rename(aside, environment).catch(() => rm(aside, { recursive: true, force: true }))
}

function chooseWheels(workshop: Workshop, list: Distributions): Promise<Output> {
  const dry = ['install', '-q', '--dry-run', '--ignore-installed', '--only-binary', ':all:', '--report', '-']
  return run(workshop.tools, ['-m', 'pip', ...dry, ...offlineArguments(workshop, list)])
}

function wheelsOf({ stdout }: Output): readonly string[] {
  const report: { readonly install: readonly { readonly download_info: { readonly url: string } }[] } =
    JSON.parse(stdout)
  return report.install.map(({ download_info }) => fileURLToPath(download_info.url))
}

/** Downloaded aside: what is in the kept directory is whole. */
async function downloadWheels({ tools, wheels }: Workshop, { file }: Distributions): Promise<void> {
  const aside = await mkdtemp(join(keptDirectory, 'download-'))
  try {
    const wanted = ['--no-deps', '--only-binary', ':all:', '--find-links', wheels, '-r', file]
    await must(tools, ['-m', 'pip', 'download', '-q', ...wanted, '-d', aside])
    for (const name of await readdir(aside)) await rename(join(aside, name), join(wheels, name))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
