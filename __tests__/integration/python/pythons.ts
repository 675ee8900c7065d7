import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { Host } from '../../../src/host.js'
import { runProcess } from '../../../src/process.js'
import type { VenvOptions } from '../../../src/python/venv.js'

/** The test's environment without settings of Python, pip and uv. */
export const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PYTHON|PIP_|UV_|VIRTUAL_ENV)/.test(name)),
)

export function testHost(workingDirectory: string, overrides: Partial<Host> = {}): Host {
  return {
    platform: { os: 'linux', arch: process.arch },
    env,
    homeDirectory: homedir(),
    workingDirectory,
    log: { info: () => {}, warn: () => {}, debug: () => {} },
    parallelism: 2,
    umask: 0o022,
    workerPath: '',
    helpersDirectory: resolve('src/python'),
    ...overrides,
  }
}

/** With what a virtual environment is made below this directory. */
export function venvOptions(directory: string): VenvOptions {
  return { host: testHost(directory), directory: join(directory, 'templates'), temporary: directory }
}

/** Real executables, one a minor version from 3.8 on: of pyenv where there is one, else of PATH. */
export async function pythons(): Promise<readonly string[]> {
  const versions = join(env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions')
  const installed = existsSync(versions) ? readdirSync(versions).map(name => join(versions, name, 'bin', 'python')) : []
  const candidates = [...installed, ...onPath(/^python3\.\d+$/), ...onPath(/^python3$/)]
  const answers = await Promise.all(candidates.map(async path => ({ path, version: await versionOf(path) })))
  const byVersion = new Map<string, string>()
  for (const { path, version } of answers) {
    if (/^3\.([89]|\d\d)$/.test(version) && !byVersion.has(version)) byVersion.set(version, path)
  }
  return [...byVersion.values()]
}

function onPath(pattern: RegExp): string[] {
  const directories = (env.PATH ?? '').split(delimiter).filter(directory => existsSync(directory))
  return directories.flatMap(directory =>
    readdirSync(directory)
      .filter(name => pattern.test(name))
      .map(name => join(directory, name)),
  )
}

async function versionOf(path: string): Promise<string> {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    return ''
  }
  const script = 'import sys; print("%d.%d" % sys.version_info[:2])'
  return (await runProcess(path, ['-c', script], { env })).stdout.trim()
}
