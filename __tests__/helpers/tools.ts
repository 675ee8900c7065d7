/** Real tools that tests run: uv, from PATH or from the package index, once for all tests of a machine. */
import { access, constants, mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { messageOf } from '../../src/errors.js'
import type { Environment } from '../../src/host.js'
import { runProcess } from '../../src/process.js'

const isWindows = process.platform === 'win32'

/** The environment without what steers pip, uv and Python. */
export function scrubbedEnvironment(env: Environment = process.env): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:PIP|UV|PYTHON|VIRTUAL_ENV)/.test(name)))
}

/** The first executable of this name on PATH. */
export async function findOnPath(name: string): Promise<string | undefined> {
  const file = isWindows ? `${name}.exe` : name
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    if (directory !== '' && (await isExecutable(join(directory, file)))) return join(directory, file)
  }
  return undefined
}

/**
 * A tool on PATH, or one that the package index has (uv), installed once into the temporary directory. Undefined where
 * neither is to be had: then the caller skips, and says so; in CI it rejects.
 */
export async function findTool(name: string): Promise<string | undefined> {
  const found = (await findOnPath(name)) ?? (await isInstalled(name))
  if (found !== undefined || name !== 'uv') return found
  try {
    return await installTool(name)
  } catch (error) {
    if (process.env.CI !== undefined) throw error
    process.stderr.write(`tests that need \`${name}\` are skipped: ${messageOf(error)}\n`)
    return undefined
  }
}

const toolsDirectory = join(tmpdir(), 'wheelcrew-test-tools')

function toolPath(name: string, root = join(toolsDirectory, name)): string {
  return isWindows ? join(root, 'Scripts', `${name}.exe`) : join(root, 'bin', name)
}

async function isInstalled(name: string): Promise<string | undefined> {
  return (await isExecutable(toolPath(name))) ? toolPath(name) : undefined
}

/** Made aside and renamed, since test files run in parallel; a native executable does not mind being moved. */
async function installTool(name: string): Promise<string> {
  await mkdir(toolsDirectory, { recursive: true })
  const aside = join(toolsDirectory, `${name}.${process.pid}`)
  try {
    await run('python3', ['-m', 'venv', aside])
    await run(isWindows ? join(aside, 'Scripts', 'python.exe') : join(aside, 'bin', 'python'), [
      '-m',
      'pip',
      'install',
      '-q',
      name,
    ])
    await rename(aside, join(toolsDirectory, name))
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    const other = await isInstalled(name)
    if (other === undefined) throw error
  }
  return toolPath(name)
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runProcess(command, args, { env: scrubbedEnvironment(), timeoutMs: 300_000 })
  if (exitCode !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed: ${stderr.slice(-1000)}`)
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
