/** Source trees with a backend of their own, and what a build of one is given. */
import { mkdir, mkdtemp, readdir, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readProject } from '../../../src/build/project.js'
import { type BuildRequest, type BuildServices, type BuiltByHook, buildWheel } from '../../../src/build/wheel.js'
import type { Environment } from '../../../src/host.js'
import { runProcess } from '../../../src/process.js'
import { type Interpreter, probeInterpreter } from '../../../src/python/interpreter.js'
import { scrubbedEnvironment } from '../../helpers/tools.js'
import { testHost } from '../python/pythons.js'

/** Makes a directory; the caller removes it. */
export async function makeDirectory(): Promise<string> {
  return realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-build-')))
}

export async function writeTree(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), text)
  }
}

/** Every path below a directory, sorted. */
export async function listTree(directory: string): Promise<readonly string[]> {
  return (await readdir(directory, { recursive: true })).toSorted()
}

export const tinyPyproject = `[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
`

/** A whole backend in one file: `more` is what a test adds or overrides. */
export function tinyBackend(more = ''): string {
  return `import json, os, signal, subprocess, sys, time, zipfile
requires_python = ''

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return write_wheel(wheel_directory)

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return write_wheel(wheel_directory)

def write_wheel(directory, name='tiny_project-1.0-py3-none-any.whl'):
    metadata = 'Metadata-Version: 2.1\\nName: tiny.project\\nVersion: 1.0\\n' + requires_python
    with zipfile.ZipFile(os.path.join(directory, name), 'w', zipfile.ZIP_DEFLATED) as wheel:
        wheel.writestr('tiny_project.pth', os.path.join(os.getcwd(), 'src') + '\\n')
        wheel.writestr('tiny_project-1.0.dist-info/METADATA', metadata)
        wheel.writestr('tiny_project-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
        wheel.writestr('tiny_project-1.0.dist-info/RECORD', '')
    return name

${more}
`
}

/** Builds the source tree at a path: `facts` of the request where they differ from those of an editable build. */
export async function buildTree(
  source: { readonly path: string; readonly shown: string },
  services: BuildServices,
  facts: Partial<BuildRequest> = {},
): Promise<BuiltByHook> {
  const project = await readProject(source.path, source.shown)
  return buildWheel({ project, editable: true, configSettings: {}, root: source.path, ...facts }, services)
}

export function probePython(directory: string, python: string): Promise<Interpreter> {
  return probeInterpreter(python, { host: testHost(directory), cacheDirectory: join(directory, 'probes') })
}

export type ObservedServices = BuildServices & {
  /** The lines of the backend. */
  readonly lines: string[]
  /** The requirements of each call of `makeBuildEnvironment`. */
  readonly environments: (readonly string[])[]
}

/** Build services of a test: environments are made by `python -m venv` and, for requirements, filled by uv. */
export function makeServices(
  { interpreter, outputDirectory }: { readonly interpreter: Interpreter; readonly outputDirectory: string },
  { env = {}, uv = '', ...facts }: Partial<BuildServices> & { readonly env?: Environment; readonly uv?: string } = {},
): ObservedServices {
  const [lines, environments]: [string[], (readonly string[])[]] = [[], []]
  return {
    host: testHost(outputDirectory, {
      env: { ...scrubbedEnvironment(), ...env },
      helpersDirectory: resolve('src/build'),
    }),
    interpreter,
    outputDirectory,
    signal: new AbortController().signal,
    logFile: join(outputDirectory, 'build.log'),
    isolation: true,
    onOutput: line => void lines.push(line),
    async makeBuildEnvironment(requirements) {
      const directory = join(outputDirectory, 'environment')
      const python = join(directory, 'bin', 'python')
      if (environments.length === 0) {
        await must(interpreter.baseExecutable, ['-I', '-S', '-m', 'venv', '--without-pip', directory])
      }
      environments.push(requirements)
      if (requirements.length > 0) await must(uv, ['pip', 'install', '-q', '--python', python, ...requirements])
      return python
    },
    ...facts,
    lines,
    environments,
  }
}

/** Runs a command to its success and gives its output. */
export async function must(command: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runProcess(command, args, { env: scrubbedEnvironment() })
  if (exitCode !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed: ${stdout}${stderr}`)
  return stdout
}
