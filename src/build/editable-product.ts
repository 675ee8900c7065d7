/**
 * Editable wheels that serve another source tree with the same content. The wheel holds absolute paths of its tree, and
 * its build wrote into it: a product is the wheel with what was written.
 */
import { join } from 'node:path'
import type { Host } from '../host.js'
import { runProcess } from '../process.js'
import { pythonEnvironmentVariables } from '../python/run.js'

export type EditableTree = {
  /** Absolute; what the paths of `sources` and `outputs` are relative to. */
  readonly tree: string
  /** POSIX paths of its source files: nothing is ever written over one. */
  readonly sources: readonly string[]
}

export type EditableBuild = EditableTree & {
  /** Absolute path of the wheel that the build made. */
  readonly wheel: string
  /** POSIX paths of what the build wrote into the tree: `outputsSince`. */
  readonly outputs: readonly string[]
  /** POSIX paths of what it may have left as it was: `keptLibraries`. */
  readonly kept: readonly string[]
}

export type ProductServices = {
  /** Any Python 3.8 or later. */
  readonly python: string
  readonly host: Pick<Host, 'env' | 'helpersDirectory' | 'log'>
}

export type Portability = { readonly isPortable: true } | { readonly isPortable: false; readonly reason: string }

/**
 * Whether the wheel and its outputs would be the same after a build in another tree with the same content, but for the path
 * of that tree in text files. Not so where binary files hold it, or where the wheel leads to intermediate files of the build.
 */
export async function isPortableEditable(build: EditableBuild, services: ProductServices): Promise<Portability> {
  const [kept] = build.kept
  if (kept !== undefined) {
    return { isPortable: false, reason: `\`${kept}\` was in the tree before the build, which left it as it was` }
  }
  const { wheel, tree, outputs, sources } = build
  const answer = await callHelper('inspect', { wheel, tree, outputs, sources }, services)
  return answer.outcome === 'done' ? { isPortable: true } : { isPortable: false, reason: answer.reason }
}

/**
 * Writes the product of a build to `destination`, an absolute path. The same wheel and outputs give the same bytes whenever
 * they are packed. Throws Error where it cannot be made; nothing depends on it.
 */
export async function packProduct(
  { wheel, tree, outputs, destination }: Omit<EditableBuild, 'sources' | 'kept'> & { readonly destination: string },
  services: ProductServices,
): Promise<void> {
  const answer = await callHelper('pack', { wheel, tree, outputs, destination }, services)
  if (answer.outcome !== 'done') throw new Error(`no product of ${wheel}: ${answer.reason}`)
}

/**
 * Writes the wheel of a product for this tree into `outputDirectory`, an absolute path, and its outputs into the tree. Returns the
 * path of the wheel; undefined for what is damaged, was not made by `packProduct`, or would change a source file or a file outside of
 * the tree: then nothing was written into the tree, unless that failed halfway.
 */
export async function unpackProduct(
  {
    product,
    tree,
    sources,
    outputDirectory,
  }: EditableTree & { readonly product: string; readonly outputDirectory: string },
  services: ProductServices,
): Promise<string | undefined> {
  const answer = await callHelper('unpack', { product, tree, sources, directory: outputDirectory }, services)
  if (answer.outcome === 'done' && typeof answer.wheel === 'string') return answer.wheel
  services.host.log.debug(`${product} cannot be used for ${tree}: ${answer.outcome === 'done' ? '' : answer.reason}`)
  return undefined
}

type Answer =
  | { readonly outcome: 'done'; readonly wheel?: unknown }
  | { readonly outcome: 'refused'; readonly reason: string }

async function callHelper(command: string, request: object, { python, host }: ProductServices): Promise<Answer> {
  const helper = join(host.helpersDirectory, 'editable_product.py')
  const { exitCode, stdout, stderr } = await runProcess(python, ['-I', '-B', '-X', 'utf8', helper, command], {
    env: pythonEnvironmentVariables(host.env),
    input: JSON.stringify(request),
  })
  if (exitCode === 0) return JSON.parse(stdout) as Answer
  return { outcome: 'refused', reason: `${python} ended with exit code ${exitCode}: ${stderr.trim().slice(-500)}` }
}
