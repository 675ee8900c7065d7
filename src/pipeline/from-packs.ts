/**
 * A new environment straight out of packs, where the store is gone after the job and nobody would link to what it got: every file
 * is written once, where it belongs.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type CacheEntry, CacheTrouble } from '../cache/backend.js'
import { messageOf } from '../errors.js'
import type { Preparation } from '../install/prepare.js'
import { checkIdentity } from '../install/unpack.js'
import type { PlannedWheel } from '../plan/plan.js'
import { cannotWrite, type PythonEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import { entryPointsPath } from '../store/note.js'
import type { Section } from '../store/pack-contents.js'
import type { BytecodeKind, Store } from '../store/store.js'
import { permitsLinks } from '../store/stored-file.js'
import { parseWheelFilename } from '../wheel/filename.js'
import { chooseBytecode } from './bytecode-kind.js'
import type { CacheSession } from './cache.js'
import {
  type BytecodeNotes,
  type Destinations,
  destinationsOf,
  meetsVenv,
  placeAllCompiled,
  removeAll,
  writeOwn,
} from './direct-files.js'
import type { EnvironmentInProgress } from './environment.js'
import { installServices } from './install-services.js'
import { closeEntries, type OpenedPack, openPacks, packsOf, type Wanted } from './opened-packs.js'
import type { InStore, Provided } from './provide.js'
import { announce, lackingItems } from './restore.js'
import type { Run } from './run.js'
import { settleInstall } from './settle.js'
import { writePacks } from './write-packs.js'

export type DirectWork = {
  readonly run: Run
  readonly wheels: readonly PlannedWheel[]
  readonly interpreter: Interpreter
  readonly target: EnvironmentInProgress
  readonly session: CacheSession
}

export type Restored = { readonly provided: readonly Provided[]; readonly kind: BytecodeKind | undefined }

/**
 * Unpacks every wheel of a plan, with its bytecode, into a new environment. Undefined where the cache does not hold all of it or
 * something was damaged, and where the store is of use to later jobs; the environment then holds none of it. Throws UserError
 * CONFLICT and ENVIRONMENT_UNWRITABLE.
 */
export async function restoreEnvironment(work: DirectWork): Promise<Restored | undefined> {
  const { run, session } = work
  const { open } = session
  const wanted = open && (await wantedOf(work))
  const packs = wanted && packsOf(wanted, open, run.settings.cache)
  if (open === undefined || wanted === undefined || packs === undefined) return undefined
  run.pool().warm(run.host.parallelism)
  const held = packs.map(({ pack }) => pack)
  announce(held, run)
  const end = run.watch.begin('restore')
  const entries: CacheEntry[] = []
  try {
    const opened = await openPacks(packs, open, entries)
    const restored = opened && (await unpackAll(opened, wanted, work))
    if (restored === undefined)
      run.watch.decide(
        'restore',
        'through the store',
        "a pack is gone or damaged, or its files get in one another's way",
      )
    else tellDirect(run)
    return restored
  } catch (error) {
    if (!(error instanceof CacheTrouble)) throw error
    run.watch.signal.throwIfAborted()
    run.watch.decide('restore', 'through the store', messageOf(error))
    return undefined
  } finally {
    end({ bytes: entries.reduce((sum, { size }) => sum + size, 0) })
    await closeEntries(entries)
  }
}

function tellDirect({ watch }: Run): void {
  watch.decide('link', 'copy', 'packs were unpacked straight into the environment: the store is gone after the job')
  watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them')
}

/** What is wanted of packs, where nothing speaks against doing without the store. */
async function wantedOf({ run, wheels, interpreter, target }: DirectWork): Promise<Wanted | undefined> {
  const { settings, host, located } = run
  const { storeIsTemporary, modulesFile, linkMode, compileBytecode } = settings
  const isPossible = storeIsTemporary && target.isNew && target.environment.kind === 'venv' && hasUsualRights(run)
  if (!isPossible || modulesFile !== '' || !['auto', 'copy'].includes(linkMode)) return undefined
  const isPlain = ({ sha256, directUrl }: PlannedWheel) =>
    sha256 !== undefined && directUrl?.dir_info?.editable !== true
  const kind = chooseBytecode(interpreter, { settings, env: host.env })?.kind
  if (!wheels.every(isPlain) || (compileBytecode && kind === undefined)) return undefined
  const lacking = await lackingItems(wheels, kind, located.store)
  // What is in the store already is linked sooner than it is unpacked.
  return lacking.length === wheels.length * (kind === undefined ? 1 : 2) ? { wheels, kind } : undefined
}

/** Files out of packs have the rights of links into a store; copies have those that the umask leaves. */
function hasUsualRights({ host: { umask }, located: { linkMode } }: Run): boolean {
  return permitsLinks(umask) && (linkMode !== 'copy' || (umask & 0o022) === 0o022)
}

/** Undefined, and everything is gone again, where a part was damaged: whoever does it then warns of conflicts. */
async function unpackAll(
  opened: readonly OpenedPack[],
  { wheels, kind }: Wanted,
  { run, interpreter, target, session }: DirectWork,
): Promise<Restored | undefined> {
  const { environment } = target
  const bytecode = bytecodeIn(opened)
  const found = match(wheels, opened)
  if (found === undefined || session.open === undefined) return undefined
  const scratch = await run.scratchDirectory('scripts')
  const store: Store = { root: scratch, temporary: scratch }
  const services = { ...(await installServices({ environment, interpreter, kind }, run)), store }
  const plan = { wheels, reuse: [], remove: [] }
  const warnings: string[] = []
  const settling = {
    ...{ plan, present: [], services, target, provideMore: nothing },
    run: { ...run, watch: { ...run.watch, warn: (warning: string) => void warnings.push(warning) } },
  }
  const placing = settleInstall(found, settling).then(async ({ preparation }) => {
    const compiled = placeAllCompiled(preparation, bytecode, services)
    const destinations = destinationsOf(preparation, compiled, services)
    if (meetsVenv(destinations, environment.root)) await target.ready()
    return { preparation, compiled, destinations }
  })
  const writing = writePacks(opened, placing, { run, open: session.open })
  // Nothing may still be read when the packs are closed.
  const settled = writing.catch(() => undefined)
  const { preparation, compiled, destinations } = await placing.catch(async error => {
    await settled
    throw error
  })
  const isWhole = await undoneUnlessTrue({ preparation, destinations, environment, writing }, async () => {
    await target.ready()
    const turn = (hasShipped: boolean) => (hasShipped ? writing : nextTurn(true))
    return (await writeOwn(preparation, { compiled, services, turn })) && writing
  })
  if (!isWhole) return undefined
  for (const warning of warnings) run.watch.warn(warning)
  const provided = found.map(({ planned, note, source }) => ({
    planned,
    note,
    source,
    bytecode: bytecode.get(note.sha256),
  }))
  return { provided, kind }
}

const nothing = async () => []

type Written = {
  readonly preparation: Preparation
  readonly destinations: Destinations
  readonly environment: PythonEnvironment
  readonly writing: Promise<boolean>
}

async function undoneUnlessTrue(
  { preparation, destinations, environment, writing }: Written,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const undo = async (): Promise<void> => {
    await writing.catch(() => undefined)
    removeAll(preparation, destinations, environment)
  }
  try {
    const isWhole = await work()
    if (!isWhole) await undo()
    return isWhole
  } catch (error) {
    await undo()
    throw error instanceof CacheTrouble ? error : cannotWrite(environment.root, error)
  }
}

/** The wheels as packs hold them; undefined where one is another than its name says, or its entry points are not known yet. */
function match(wheels: readonly PlannedWheel[], opened: readonly OpenedPack[]): readonly InStore[] | undefined {
  const sections = new Map(
    sectionsIn(opened).flatMap(section =>
      section.kind === undefined ? [[section.note.sha256, section] as const] : [],
    ),
  )
  const found: InStore[] = []
  for (const planned of wheels) {
    const section = sections.get(planned.sha256 ?? '')
    if (section === undefined) return undefined
    const { note, entryPoints } = section
    const path = entryPointsPath(note)
    if (entryPoints === undefined && note.files.some(file => file.path === path)) return undefined
    checkIdentity(note, parseWheelFilename(planned.file.filename))
    found.push({ planned, note, entryPoints, source: 'cache', compiled: Promise.resolve(undefined) })
  }
  return found
}

function sectionsIn(opened: readonly OpenedPack[]): readonly Section[] {
  return opened.flatMap(({ located }) => located.map(({ section }) => section))
}

function bytecodeIn(opened: readonly OpenedPack[]): BytecodeNotes {
  const sections = sectionsIn(opened)
  return new Map(sections.flatMap(({ kind, note }) => (kind === undefined ? [] : [[note.wheel, note] as const])))
}
