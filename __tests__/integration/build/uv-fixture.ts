/** Projects that uv locks without building them, and what an installer leaves of them in an environment. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { directUrlOfDirectory } from '../../../src/build/direct-url.js'
import type { Environment, Host } from '../../../src/host.js'
import { type ProcessResult, runProcess } from '../../../src/process.js'
import { scrubbedEnvironment } from '../../helpers/tools.js'
import { testHost } from '../python/pythons.js'

export type UvProject = {
  /** The workspace, whose environment is `.venv` in it. */
  readonly directory: string
  readonly host: Host
  /** The lines that the backends wrote: one for each wheel that was made. */
  readonly builds: string
  /** Runs uv in the workspace. */
  uv(...args: readonly string[]): Promise<ProcessResult>
  remove(): Promise<void>
}

export type Files = Readonly<Record<string, string>>

/** Files of a project with static metadata and a backend of its own, which needs nothing else and counts its builds. */
export function projectFiles(name: string, cacheKeys?: string): Files {
  return {
    'pyproject.toml': `[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "${name}"
version = "1.0"
requires-python = ">=3.8"
${cacheKeys === undefined ? '' : `[tool.uv]\ncache-keys = ${cacheKeys}\n`}`,
    'backend.py': `import os, zipfile
def build_wheel(directory, config_settings=None, metadata_directory=None):
    with open(os.environ['BUILDS'], 'a') as builds:
        builds.write('${name}\\n')
    filename, info = '${name}-1.0-py3-none-any.whl', '${name}-1.0.dist-info/'
    with zipfile.ZipFile(os.path.join(directory, filename), 'w') as wheel:
        wheel.writestr('${name}.py', 'VALUE = "of uv"')
        wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: ${name}\\nVersion: 1.0\\nRequires-Python: >=3.8\\n')
        wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
        wheel.writestr(info + 'RECORD', '')
    return filename
build_editable = build_wheel
`,
  }
}

export async function writeFiles(directory: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
}

/** A project, or a workspace where it has members, by the files of each. */
export async function makeUvProject(
  uv: string,
  files: Files,
  {
    members = {},
    env: more = {},
  }: { readonly members?: Readonly<Record<string, Files>>; readonly env?: Environment } = {},
): Promise<UvProject> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-uv-')))
  const builds = join(directory, 'builds.txt')
  await writeFiles(directory, files)
  for (const [name, of] of Object.entries(members)) await writeFiles(join(directory, name), of)
  await writeFile(builds, '')
  const env = { ...scrubbedEnvironment(), UV_CACHE_DIR: join(directory, 'cache'), BUILDS: builds, ...more }
  const run = (...args: readonly string[]) =>
    runProcess(uv, ['--offline', '--no-progress', ...args], { env, cwd: directory })
  for (const args of [['venv', '-q'], ['lock']]) {
    const { exitCode, stderr } = await run(...args)
    if (exitCode !== 0) throw new Error(stderr)
  }
  return {
    ...{ directory, builds, uv: run, host: testHost(directory, { env }) },
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}

/** The directory of a virtual environment that holds its distributions. */
export function libraryOf(environment: string): string {
  const code = 'import sysconfig; print(sysconfig.get_path("purelib"))'
  return execFileSync(join(environment, 'bin', 'python'), ['-I', '-c', code])
    .toString()
    .trim()
}

export type Pretended = {
  readonly library: string
  /** The source tree. */
  readonly source: string
  readonly isEditable: boolean
  /** The text of uv_cache.json. */
  readonly info: string | undefined
}

/** Writes what counts as an installed distribution for uv. */
export async function pretendInstalled(name: string, { library, source, isEditable, info }: Pretended): Promise<void> {
  await writeFiles(join(library, `${name}-1.0.dist-info`), {
    METADATA: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    WHEEL: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    RECORD: `${name}-1.0.dist-info/RECORD,,\n`,
    'direct_url.json': JSON.stringify(directUrlOfDirectory(source, isEditable)),
    ...(info === undefined ? {} : { 'uv_cache.json': info }),
  })
}
