/** Builds a wheel of a source that nobody has built before, and keeps it. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readClosure } from '../build/closure.js'
import { parseConfigSettings } from '../build/config-settings.js'
import { isPortableEditable, packProduct } from '../build/editable-product.js'
import { removeTree } from '../build/fresh-directory.js'
import { ignoredData } from '../build/ignored-data.js'
import { type Discovered, type Ingredient, secondKey } from '../build/key.js'
import { jobVariables, planJobs, readMemory, requireSpace } from '../build/resources.js'
import { isEditable } from '../build/source.js'
import {
  isOfAnotherPython,
  keptLibraries,
  outputsSince,
  snapshotTree,
  type TreeSnapshot,
} from '../build/tree-outputs.js'
import { type BuiltByHook, buildWheel } from '../build/wheel.js'
import { messageOf } from '../errors.js'
import type { Environment } from '../host.js'
import { digestFileWith } from '../install/digest.js'
import type { Interpreter } from '../python/interpreter.js'
import type { BuildNote } from '../store/build-note.js'
import { replaceBuild, type StoredBuild } from '../store/builds.js'
import { version } from '../version.js'
import { quotedFew } from '../wheel/invalid-wheel.js'
import type { BuildEnvironments } from './build-environment.js'
import { inPlace, mirrored, prefixOf, rootedPaths, type SourceTree, sourcePaths } from './build-tree.js'
import { discover, type Finished, requiresOf } from './discover-build.js'
import type { BuiltFile } from './provide-build.js'
import type { Run } from './run.js'
import type { IdentifiedSource } from './source-identity.js'

export type Making = {
  readonly identified: IdentifiedSource
  readonly first: string
  readonly ingredients: readonly Ingredient[]
  /** Names of variables that earlier builds of this source asked for: all builds of it are told apart by all of them. */
  readonly known: readonly string[]
  readonly environments: BuildEnvironments
  readonly interpreter: Interpreter
  /** Keeps what trims the store away from a directory, as long as the build goes on. */
  keep(directory: string): Promise<void>
}

export type Made = {
  readonly wheel: Omit<BuiltFile, 'sha256'>
  /** What is in the store for the next run, or why nothing is. */
  readonly kept: { readonly build: StoredBuild } | { readonly reason: string }
  /** That hooks ran. */
  readonly seconds: number
  readonly logFile: string
}

/** Bytes that must be free before a build begins. */
const leastSpace = 512 << 20

/** Builds and keeps. Throws UserError BUILD_FAILED and what getting the source and making its environment throw. */
export async function makeBuild(making: Making, run: Run): Promise<Made> {
  const { identified } = making
  const { store } = run.located
  await requireSpace(store.root, leastSpace)
  const output = await run.scratchDirectory(`build-${making.first}`)
  const logFile = await openLog(making, run)
  const isInPlace = isEditable(identified.source)
  const source = isInPlace ? inPlace(identified) : await mirrored(making, run)
  if (!isInPlace) await warnOfIgnored(identified, run)
  try {
    if (source.mirror !== undefined) await making.keep(source.mirror)
    const before = isInPlace ? await snapshotTree(source.directory) : undefined
    const built = await callHooks(source, { making, run, output, logFile })
    const product = before ? await makeProduct({ source, built, output, before }, making, run) : { path: built.path }
    const kept =
      'reason' in product ? product : { build: await keepBuild({ source, built, product: product.path }, making, run) }
    const path = 'build' in kept && before === undefined ? kept.build.productPath : built.path
    const { name } = built.filename
    return { wheel: { name, version: built.metadata.version, path }, kept, seconds: built.seconds, logFile }
  } finally {
    if (source.mirror !== undefined) await removeTree(source.mirror)
  }
}

/** Whoever generates data before a build would miss it in silence. */
async function warnOfIgnored({ source, tree }: IdentifiedSource, { host, watch }: Run): Promise<void> {
  const ignored = tree === undefined ? [] : await ignoredData(tree.closure, { host, signal: watch.signal })
  if (ignored.length === 0) return
  watch.warn(
    `Git ignores ${quotedFew(ignored, 5)} in \`${source.shown}\`, so the wheel is built without; add what it needs with \`git add -f\``,
  )
}

/** Kept whole, for whoever wants to know what a build of an hour did. */
async function openLog({ first, identified }: Making, { located }: Run): Promise<string> {
  const directory = join(located.store.root, 'logs')
  await mkdir(directory, { recursive: true })
  const name = identified.source.shown
    .replace(/\W+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(-40)
  return join(directory, `${name === '' ? 'project' : name}-${first.slice(0, 12)}.log`)
}

type Calling = {
  readonly making: Making
  readonly run: Run
  readonly output: string
  readonly logFile: string
}

async function callHooks(source: SourceTree, { making, run, output, logFile }: Calling): Promise<BuiltByHook> {
  const { host, settings, watch } = run
  const { interpreter, environments, identified } = making
  const memoryBytes = await readMemory()
  const jobs = planJobs({
    cores: host.parallelism,
    memoryBytes,
    needsCuda: identified.tree !== undefined && identified.needs.cuda,
  })
  watch.decide('jobs', String(jobs), `${host.parallelism} cores, ${Math.round(memoryBytes / 1e9)} GB of memory`)
  return buildWheel(
    {
      project: source.project,
      editable: isEditable(identified.source),
      configSettings: parseConfigSettings(settings.build.configSettings),
      root: source.root,
    },
    {
      host: { ...host, env: { ...host.env, ...jobVariables(host.env, jobs), ...ceilingOf(source) } },
      interpreter,
      isolation: settings.build.isolation,
      makeBuildEnvironment: async requirements => {
        const python = await environments.make(requirements)
        if (settings.build.isolation) await making.keep(dirname(dirname(python)))
        return python
      },
      outputDirectory: output,
      signal: watch.signal,
      logFile,
      onOutput: line => host.log.info(line),
    },
  )
}

/** The store may lie in a repository, of which a copy in it is no part. */
function ceilingOf({ mirror }: SourceTree): Environment {
  return mirror === undefined ? {} : { GIT_CEILING_DIRECTORIES: mirror }
}

type Writing = Finished & { readonly output: string; readonly before: TreeSnapshot }

/** The wheel with what the build wrote into the tree; else why it would be of no use elsewhere. */
async function makeProduct(
  { source, built, output, before }: Writing,
  { interpreter }: Making,
  run: Run,
): Promise<{ readonly path: string } | { readonly reason: string }> {
  const { host, watch } = run
  const { directory, root: tree, closure } = source
  const tracked = new Set(sourcePaths(closure))
  const rooted = (paths: readonly string[]) => paths.map(path => prefixOf(closure) + path)
  const isOwn = (path: string): boolean => !isOfAnotherPython(path, interpreter.cacheTag)
  const outputs = rooted((await outputsSince(before, directory, tracked)).filter(isOwn))
  const kept = rooted((await keptLibraries(before, directory, tracked)).filter(isOwn))
  const facts = { wheel: built.path, tree, sources: rootedPaths(closure), outputs, kept }
  const path = join(output, 'product.zip')
  const services = { python: interpreter.executable, host }
  if (await isChanged(source, run)) return { reason: 'its source changed while it was built' }
  const portability = await isPortableEditable(facts, services)
  if (!portability.isPortable) return { reason: portability.reason }
  try {
    await packProduct({ ...facts, destination: path }, services)
    return { path }
  } catch (error) {
    watch.signal.throwIfAborted()
    return { reason: messageOf(error) }
  }
}

/** Whether a source file is another one than when the build began; what the build itself wrote is none. */
async function isChanged({ closure, directory }: SourceTree, { host, watch }: Run): Promise<boolean> {
  const now = await readClosure(directory, { host, signal: watch.signal })
  const blobs = new Map(now.files.map(({ path, blob }) => [path, blob]))
  return closure.files.some(({ path, blob }) => blobs.get(path) !== blob)
}

async function keepBuild(
  finished: Finished & { readonly product: string },
  making: Making,
  run: Run,
): Promise<StoredBuild> {
  const discovered = await discover({ ...finished, making }, run)
  const note = await noteOf({ ...finished, discovered }, making, run)
  return replaceBuild(run.located.store, note, finished.product)
}

type Noted = Finished & { readonly discovered: Discovered; readonly product: string }

async function noteOf({ built, discovered, product, source }: Noted, making: Making, run: Run): Promise<BuildNote> {
  const { first, ingredients, environments, identified } = making
  const requires = requiresOf({ source, built })
  const { locked } = await environments.lock(requires, built.filename.name)
  const sha256 = (await digestFileWith('sha256', product)).toString('hex')
  const isInPlace = isEditable(identified.source)
  const { filename } = built.filename
  return {
    format: 1,
    first,
    second: secondKey(first, discovered),
    kind: isInPlace ? 'editable' : 'wheel',
    name: built.filename.name,
    version: built.metadata.version,
    filename,
    product: { filename: isInPlace ? 'product.zip' : filename, sha256, size: (await stat(product)).size },
    ingredients,
    discovered,
    requires,
    locked,
    provenance: { ...run.settings.provenance, createdAt: new Date().toISOString(), createdBy: version },
    seconds: built.seconds,
  }
}
