/**
 * What a run put into a new environment, kept in the store by everything that it follows from: the next run with the same
 * lock, interpreter and settings neither reads the lock nor plans nor looks at a wheel.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { errnoOf } from '../errors.js'
import type { Tree } from '../install/tree.js'
import { formatTreeFile, openTreeFile, type ParsedTreeFile, parseTreeFile } from '../install/tree-file.js'
import type { Interpreter } from '../python/interpreter.js'
import { stripCredentials } from '../redact.js'
import type { WheelFacts } from '../report/report.js'
import type { Inputs } from '../resolve/inputs.js'
import type { UvConfiguration } from '../resolve/uv-configuration.js'
import type { Settings } from '../settings.js'
import type { Store } from '../store/store.js'
import { version } from '../version.js'
import type { Run } from './run.js'

/** Changes when the file, or what a key stands for, does. */
const format = 1

/** What a local file was like; one that was made anew under its name is another one. */
export type FileState = readonly [path: string, size: number, mtimeMs: number]

/** A small file that counts by its content: its absolute path and sha256. */
export type TextState = readonly [path: string, sha256: string]

export type PlanFacts = {
  readonly format: typeof format
  readonly wheels: readonly WheelFacts[]
  /** Said again by each run that installs this. */
  readonly warnings: readonly string[]
  /** What of the store it links, as leases name it. */
  readonly entries: readonly string[]
  /** sha256 of wheels that get an image of their own. */
  readonly big: readonly string[]
  /** What the inputs include, and the stored lock that they were resolved to. */
  readonly texts: readonly TextState[]
  /** Local wheels that the lock names, absolute. */
  readonly files: readonly FileState[]
}

export type StoredPlan = {
  /** Undefined where it is kept for this run only. */
  readonly key: string | undefined
  /** The file that holds its tree. */
  readonly path: string
  readonly facts: PlanFacts
  readonly file: ParsedTreeFile
}

export type KeyFacts = {
  readonly found: Inputs
  readonly configuration: UvConfiguration
  readonly interpreter: Interpreter
}

/**
 * The key of the plan of a run: of the texts of its inputs as they are, which need not be parsed, and all that decides besides.
 * What the inputs include, and the lock that they were resolved to, is in the facts. Undefined where nothing is stored.
 */
export async function planKey(
  { found, configuration, interpreter }: KeyFacts,
  { settings, host }: Run,
): Promise<string | undefined> {
  const texts = [...found.files, ...found.constraints].map(({ kind, path, text }) => [kind, path, text])
  if (found.isTransient || settings.editables.length + settings.build.sources.length > 0) return undefined
  if (settings.build.omitted) return undefined
  const { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps, onConflict } = settings
  const { indexUrl, extraIndexUrls, findLinks, noIndex, requireHashes } = settings.index
  const facts = {
    ...{ format, version, interpreter, os: host.platform.os },
    inputs: [texts, found.packages, configuration.texts, isPlaced(found, settings) ? settings.workingDirectory : ''],
    options: { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps, onConflict },
    index: [[indexUrl, ...extraIndexUrls, '', ...findLinks].map(stripCredentials), noIndex, requireHashes],
    bytecode: await bytecodeFacts({ settings, host }),
  }
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

/** Whether a path in the inputs may begin at the working directory: one too many costs a plan, one too few would be wrong. */
function isPlaced({ files, constraints, packages }: Inputs, { index }: Settings): boolean {
  const mentionsPath = (text: string): boolean => /\.whl|file:|\s@\s|^\s*[.~/]/im.test(text)
  const requirements = [...files, ...constraints].filter(({ kind }) => kind === 'requirements')
  const isRelative = (link: string): boolean => !isAbsolute(link) && !/^[a-z][a-z0-9+.-]+:/i.test(link)
  return [...requirements.map(({ text }) => text), ...packages].some(mentionsPath) || index.findLinks.some(isRelative)
}

/** What decides which bytecode an environment has, beyond its interpreter. */
export async function bytecodeFacts({ settings, host }: Pick<Run, 'settings' | 'host'>): Promise<readonly unknown[]> {
  const { compileBytecode, invalidationMode, modulesFile } = settings
  const modules = modulesFile === '' ? '' : await readFile(modulesFile, 'utf8').catch(() => '')
  const { PYTHONOPTIMIZE = '', PYTHONPYCACHEPREFIX = '' } = host.env
  return [compileBytecode, invalidationMode, modules, PYTHONOPTIMIZE, PYTHONPYCACHEPREFIX]
}

/** Whether a store may hold plans: a new one has no place for them yet. */
export function mayHavePlans({ root }: Store): boolean {
  return existsSync(join(root, 'plans'))
}

/** The plan stored under a key; undefined where there is none, or where a local file that it was made from has changed. */
export async function readPlan(key: string, { located }: Run): Promise<StoredPlan | undefined> {
  const plan = await readStoredPlan(key, located.store)
  if (plan === undefined) return undefined
  const { files, texts } = plan.facts
  const states = files.map(([name]) => stateOf(name))
  const digests = await Promise.all(texts.map(([name]) => digestOf(name)))
  const isUnchanged =
    files.every(([, size, mtimeMs], index) => states[index]?.[1] === size && states[index]?.[2] === mtimeMs) &&
    texts.every(([, sha256], index) => digests[index] === sha256)
  return isUnchanged ? plan : undefined
}

/** The digests of small files by their paths, absolute; undefined where one is gone. */
export async function digestsOf(paths: readonly string[]): Promise<readonly TextState[] | undefined> {
  const states = await Promise.all(paths.map(async path => [path, (await digestOf(path)) ?? ''] as const))
  return states.every(([, sha256]) => sha256 !== '') ? states : undefined
}

async function digestOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(ignoreSystemError)
  return bytes && createHash('sha256').update(bytes).digest('hex')
}

/** The plan stored under a key, whatever has become of local files; undefined where there is none. */
export async function readStoredPlan(key: string, store: Store): Promise<StoredPlan | undefined> {
  const path = planPath(key, store)
  const file = openIfThere(path)
  const facts = file?.facts as PlanFacts | undefined
  const isPlan =
    facts?.format === format && [facts.files, facts.texts, facts.entries, facts.wheels].every(Array.isArray)
  return file !== undefined && isPlan ? { key, path, facts, file } : undefined
}

function openIfThere(path: string): ParsedTreeFile | undefined {
  try {
    return openTreeFile(path)
  } catch (error) {
    return ignoreSystemError(error)
  }
}

function ignoreSystemError(error: unknown): undefined {
  if (errnoOf(error) === undefined) throw error
}

/** The states of local files; undefined where one is gone. */
export function statesOf(paths: readonly string[]): readonly FileState[] | undefined {
  const states = paths.map(stateOf)
  const present = states.filter(state => state !== undefined)
  return present.length === states.length ? present : undefined
}

/** Synchronous: a call costs microseconds, and there is one for each local wheel. */
function stateOf(path: string): FileState | undefined {
  const facts = statSync(path, { throwIfNoEntry: false })
  return facts && [path, facts.size, facts.mtimeMs]
}

export type NewPlan = {
  /** Undefined: for this run only. */
  readonly key: string | undefined
  readonly tree: Tree
  readonly facts: Omit<PlanFacts, 'format'>
}

/** Writes a plan, so that several threads, and later runs, can read it. Throws system errors of the store. */
export async function keepPlan({ key, tree, facts }: NewPlan, run: Run): Promise<StoredPlan> {
  const stored = { format, ...facts } as const
  const bytes = formatTreeFile(tree, stored)
  const file = parseTreeFile(bytes)
  if (file === undefined) throw new Error('a tree file cannot be read again')
  const unfinished = join(await run.scratchDirectory('plan'), randomUUID())
  await writeFile(unfinished, bytes)
  if (key === undefined || run.located.isReadOnly === true)
    return { key: undefined, path: unfinished, facts: stored, file }
  const path = await publishPlan(unfinished, key, run.located.store)
  return { key, path, facts: stored, file }
}

/** Keeps the bytes of a plan that another machine made. Throws system errors of the store. */
export async function keepPlanBytes(key: string, bytes: Buffer, store: Store): Promise<void> {
  const unfinished = join(store.temporary, randomUUID())
  await writeFile(unfinished, bytes)
  await publishPlan(unfinished, key, store)
}

async function publishPlan(unfinished: string, key: string, store: Store): Promise<string> {
  const path = planPath(key, store)
  await mkdir(dirname(path), { recursive: true })
  await rename(unfinished, path)
  return path
}

/** Takes a plan away that cannot be carried out: the store has lost something of it. */
export async function forgetPlan({ path }: StoredPlan): Promise<void> {
  await rm(path, { force: true })
}

function planPath(key: string, { root }: Store): string {
  return join(root, 'plans', key)
}
