/** The CUDA toolkit that a build finds, by its versions, and what it compiles for where it asks the graphics cards. */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { Ingredient } from './key.js'
import { askVersion, describeProgram, findProgram, outputOf, type ToolServices } from './tools.js'

/** The text of a file, undefined where it cannot be read. */
export type ReadText = (path: string) => Promise<string | undefined>

export type CudaServices = ToolServices & { readonly readText: ReadText }

/** Where the toolkit's installer puts it. */
const usualToolkit = '/usr/local/cuda'

type Library = {
  readonly name: string
  /** Before `_MAJOR`, `_MINOR`, `_PATCHLEVEL` or `_PATCH`. */
  readonly macro: string
  readonly headers: readonly string[]
  /** Variables that name the directory it lies in. */
  readonly variables: readonly string[]
}

const cudnn: Library = {
  name: 'cudnn',
  macro: 'CUDNN',
  headers: ['cudnn_version.h', 'cudnn.h'],
  variables: ['CUDNN_HOME', 'CUDNN_PATH', 'CUDNN_ROOT'],
}
const nccl: Library = {
  name: 'nccl',
  macro: 'NCCL',
  headers: ['nccl.h'],
  variables: ['NCCL_HOME', 'NCCL_ROOT', 'NCCL_ROOT_DIR'],
}

/** Versions of the toolkit, its compiler, and cuDNN and NCCL where their headers are there. Never a path, nor the driver. */
export async function describeToolkit(services: CudaServices): Promise<readonly Ingredient[]> {
  const root = await findToolkit(services)
  const compiler = (await findProgram(join(root, 'bin', 'nvcc'), services)) ?? (await findProgram('nvcc', services))
  const [nvcc, versions, ...libraries] = await Promise.all([
    compiler === undefined ? 'none' : describeProgram(compiler, askVersion, services),
    services.readText(join(root, 'version.json')),
    describeLibrary(cudnn, root, services),
    describeLibrary(nccl, root, services),
  ])
  const toolkit = versions === undefined ? (/release ([\d.]+)/.exec(nvcc)?.[1] ?? nvcc) : describeVersions(versions)
  return [{ name: 'cuda', value: toolkit }, { name: 'tool nvcc', value: nvcc }, ...libraries.flat()]
}

/** The compute capabilities of the cards here: what a build compiles for that asks them. */
export async function describeGpus(services: ToolServices): Promise<Ingredient> {
  const command = await findProgram('nvidia-smi', services)
  const args = ['--query-gpu=compute_cap', '--format=csv,noheader']
  const said = command === undefined ? undefined : await outputOf(command, args, services)
  const found = (said ?? '').split('\n').flatMap(line => /^\s*(\d+\.\d+)\s*$/.exec(line)?.[1] ?? [])
  const distinct = [...new Set(found)].sort((a, b) => Number(a) - Number(b))
  return { name: 'compute capability', value: distinct.length === 0 ? 'none' : distinct.join(' ') }
}

/** In the order of torch's build helpers; a variable that is set decides, also where it names nothing. */
async function findToolkit(services: CudaServices): Promise<string> {
  const named = [services.env.CUDA_HOME, services.env.CUDA_PATH].find(value => value !== undefined && value !== '')
  if (named !== undefined) return named
  const nvcc = await findProgram('nvcc', services)
  return nvcc === undefined ? usualToolkit : dirname(dirname(nvcc))
}

function describeVersions(text: string): string {
  const [, version = 'unknown'] = /"cuda"\s*:\s*\{[^}]*"version"\s*:\s*"([\d.]+)"/.exec(text) ?? []
  return `${version} (version.json sha256 ${createHash('sha256').update(text).digest('hex').slice(0, 16)})`
}

async function describeLibrary(
  { name, macro, headers, variables }: Library,
  root: string,
  { env, readText }: CudaServices,
): Promise<readonly Ingredient[]> {
  const named = variables.flatMap(variable => env[variable] || [])
  const directories = [...[...named, root].map(directory => join(directory, 'include')), '/usr/include']
  for (const path of directories.flatMap(directory => headers.map(header => join(directory, header)))) {
    const text = (await readText(path)) ?? ''
    const numbers = ['MAJOR', 'MINOR', 'PATCH(?:LEVEL)?'].map(part => macroOf(`${macro}_${part}`, text))
    if (numbers[0] !== undefined) return [{ name, value: numbers.map(number => number ?? '?').join('.') }]
  }
  return []
}

function macroOf(name: string, text: string): string | undefined {
  return new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${name}[ \\t]+(\\d+)`, 'm').exec(text)?.[1]
}
