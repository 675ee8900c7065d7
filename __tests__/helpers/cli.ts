/** The built command line, run as a user runs it, in a scratch directory with wheels made on the spot. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { makeWheel } from './wheel-builder.js'

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))

export type Output = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }
type Wheel = ReturnType<typeof makeWheel>

export type Scratch = {
  readonly directory: string
  readonly venv: string
  readonly store: string
  readonly wheels: string
  /** Runs `install` with the scratch environment, store and `--find-links`, without an index. */
  install(...args: readonly string[]): Promise<Output>
  /** The same with `sync`. */
  sync(...args: readonly string[]): Promise<Output>
  /** Runs the command line with just these arguments. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Output>
  /** Writes a wheel where `--find-links` finds it. */
  offer(...wheels: readonly Wheel[]): Promise<void>
  /** Writes a file below the scratch directory and returns its path. */
  write(name: string, text: string): Promise<string>
  remove(): Promise<void>
}

/** Makes a scratch directory; the caller removes it. */
export async function makeScratch(): Promise<Scratch> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-e2e-')))
  const [venv, store, wheels] = [join(directory, 'venv'), join(directory, 'store'), join(directory, 'wheels')]
  await mkdir(wheels)
  const run: Scratch['run'] = (args, env = {}) => runCli(args, { cwd: directory, env: { HOME: directory, ...env } })
  const base = ['--venv', venv, '--store', store, '--find-links', wheels]
  return {
    ...{ directory, venv, store, wheels, run },
    install: (...args) => run(['install', ...base, '--no-index', ...args]),
    sync: (...args) => run(['sync', ...base, '--no-index', ...args]),
    offer: async (...built) => {
      for (const { filename, bytes } of built) await writeFile(join(wheels, filename), bytes)
    },
    write: async (name, text) => {
      await writeFile(join(directory, name), text)
      return join(directory, name)
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

type RunOptions = { readonly cwd: string; readonly env: Readonly<Record<string, string>> }

function runCli(args: readonly string[], { cwd, env }: RunOptions): Promise<Output> {
  return new Promise(resolve => {
    const options = { cwd, env: { ...cleanEnvironment(), ...env }, maxBuffer: 64 << 20 }
    execFile(process.execPath, [cli, ...args], options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({ exitCode, stdout, stderr })
    })
  })
}

/** What the machine has set for pip, uv, Python and this program does not reach a test. */
function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PIP|UV|PYTHON|WHEELCREW|GITHUB|RUNNER|ACTIONS)_?/.test(name),
  )
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** A pylock.toml that names these wheels; `sha256` replaces the true digest, `url` tells where a file is. */
export function pylockOf(
  wheels: readonly Wheel[],
  { sha256, url, head = '' }: { sha256?: string; url?: (filename: string) => string; head?: string } = {},
): string {
  const packages = wheels.map(wheel => {
    const [name, version] = wheel.filename.split('-')
    const address = url?.(wheel.filename) ?? `https://files.invalid/${wheel.filename}`
    const hashes = `{ sha256 = "${sha256 ?? wheel.sha256}" }`
    return `[[packages]]\nname = "${name}"\nversion = "${version}"\nwheels = [{ url = "${address}", hashes = ${hashes} }]\n`
  })
  return `lock-version = "1.0"\ncreated-by = "test"\n${head}\n${packages.join('\n')}`
}

/** True when nothing unfinished lies in the store. */
export async function storeIsTidy({ store }: Scratch): Promise<boolean> {
  return (await readdir(join(store, 'v1', 'tmp')).catch(() => [])).length === 0
}
