/**
 * Ready environments: linked copies in the store that nobody has used, by plan and by the path that they name. One rename
 * puts such a copy into its place, whatever its size.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errnoOf } from '../errors.js'
import type { Host } from '../host.js'
import { type PlantPlace, plantTree, replant } from '../install/plant.js'
import type { PythonEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import { fillFromStored, templatePath } from '../python/venv-template.js'
import type { Settings } from '../settings.js'
import { childrenOf } from '../store/entry.js'
import type { LinkMode } from '../store/locate.js'
import { discard, openStore, type Store } from '../store/store.js'
import { markUsed } from '../store/usage.js'
import { venvOptionsOf } from './environment.js'
import type { Run } from './run.js'
import { readStoredPlan, type StoredPlan } from './stored-plan.js'

/** What a ready environment is made of; plain data, since another process makes it when the job is done. */
export type ReadyRequest = {
  /** What `--store` names. */
  readonly store: string
  /** Of the stored plan. */
  readonly key: string
  /** Digest of its tree: a key may come to name another one, when a lock, an included file or a local wheel changes. */
  readonly tree: string
  /** The path that it will be renamed to, and that its texts name; absolute. */
  readonly root: string
  /** The interpreter in it, absolute. */
  readonly python: string
  /** The template of virtual environments, absolute. */
  readonly template: string
  readonly linkMode: LinkMode
}

/** What is kept for the next run; plain data, as its parts. */
export type KeepRequest = ReadyRequest & { readonly form: 'ready' | 'image' }

/** What the settings want kept; undefined: nothing. */
export function keepRequest(
  request: ReadyRequest,
  { linkMode, readyEnvironments }: Pick<Settings, 'linkMode' | 'readyEnvironments'>,
): KeepRequest | undefined {
  if (linkMode === 'image') return { ...request, form: 'image' }
  // Where files cannot be linked or cloned, nothing can be renamed either.
  const isRenamed = request.linkMode === 'hardlink' || request.linkMode === 'clone'
  return readyEnvironments === 'keep' && isRenamed ? { ...request, form: 'ready' } : undefined
}

type ReadyFacts = {
  readonly plan: Pick<StoredPlan, 'key' | 'file'>
  readonly environment: PythonEnvironment
  readonly interpreter: Interpreter
}

/** The request for an environment of this plan and path; undefined where none can be made. */
export function readyRequest(
  { plan: { key, file }, environment, interpreter }: ReadyFacts,
  run: Run,
): ReadyRequest | undefined {
  const template = templatePath(interpreter, venvOptionsOf(run))
  if (key === undefined || template === undefined || run.host.platform.os === 'win32') return undefined
  const tree = file.digest
  const { directory, linkMode } = run.located
  return { store: directory, key, tree, root: environment.root, python: environment.python, template, linkMode }
}

type ReadyHost = Pick<Host, 'platform' | 'umask'>

/**
 * Renames a ready environment of this plan to its path, if there is one: of that path, or of another, whose texts are written
 * again before. Says which; undefined where there is none.
 */
export async function takeReady(
  request: ReadyRequest,
  plan: StoredPlan,
  { located, host }: Run,
): Promise<'ready' | 'moved' | undefined> {
  const directory = readyDirectory(located.store, request)
  await mkdir(dirname(request.root), { recursive: true })
  if (await renameIfPossible(join(directory, readyName(request, host)), request.root)) return 'ready'
  const ofKind = (await childrenOf(located.store, `ready/${request.tree}`)).filter(name =>
    name.startsWith(readyKind(request, host)),
  )
  for (const name of ofKind) {
    const staged = join(located.store.temporary, randomUUID())
    if (!(await renameIfPossible(join(directory, name), staged))) continue
    try {
      if (!(await fillFromStored(request.template, { at: staged, root: request.root }))) continue
      replant(plan.file.tree(), placeIn(staged, request, { store: located.store, host }))
      if (await renameIfPossible(staged, request.root)) return 'moved'
    } finally {
      await discard(staged)
    }
  }
  return undefined
}

/** Makes a ready environment. False where there is one, where its plan or template is gone, or where the store has lost a wheel. */
export async function makeReady(request: ReadyRequest, host: ReadyHost): Promise<boolean> {
  const store = await openStore(request.store)
  const directory = readyDirectory(store, request)
  const name = readyName(request, host)
  const plan = await readStoredPlan(request.key, store)
  if (plan?.file.digest !== request.tree || (await childrenOf(store, `ready/${request.tree}`)).includes(name))
    return false
  const staged = join(store.temporary, randomUUID())
  markUsed(store, plan.facts.entries, Date.now())
  try {
    await mkdir(staged)
    if (!(await fillFromStored(request.template, { at: staged, root: request.root }))) return false
    await plantTree(plan.file.tree(), placeIn(staged, request, { store, host }), async () => 0)
    await mkdir(directory, { recursive: true })
    return await renameIfPossible(staged, join(directory, name))
  } finally {
    await discard(staged)
  }
}

type Services = { readonly store: Store; readonly host: ReadyHost }

/** Where the files of a request go, while its environment is not yet in its place. */
export function placeIn(root: string, { python, linkMode }: ReadyRequest, { store, host }: Services): PlantPlace {
  return { storeRoot: store.root, root, linkMode, python, os: host.platform.os }
}

function readyDirectory(store: Store, { tree }: ReadyRequest): string {
  return join(store.root, 'ready', tree)
}

/** How its files were put in place. */
function readyKind({ linkMode }: ReadyRequest, { umask }: ReadyHost): string {
  return `${linkMode}-${umask.toString(8).padStart(4, '0')}-`
}

function readyName(request: ReadyRequest, host: ReadyHost): string {
  return `${readyKind(request, host)}${createHash('sha256').update(request.root).digest('hex').slice(0, 16)}`
}

/** False where nothing is there, where the target is taken, or where the two lie on different file systems. */
async function renameIfPossible(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return false
  }
}
