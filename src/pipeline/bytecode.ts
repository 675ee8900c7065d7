/** The bytecode of stored wheels: read from the store, or compiled into it while other wheels unpack. */
import { join } from 'node:path'
import { type Compiler, startCompiler } from '../bytecode/compile.js'
import { errnoOf } from '../errors.js'
import type { Host } from '../host.js'
import { compiledSources } from '../install/layout.js'
import { bytecodePath } from '../python/bytecode-path.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Watch } from '../report/timeline.js'
import { type BytecodeNote, type StoredFile, sourceMtime, unpackedSize, type WheelNote } from '../store/note.js'
import {
  type BytecodeKind,
  bytecodeDirectory,
  discard,
  filesOf,
  publish,
  readBytecodeNote,
  type Store,
  stage,
  wheelDirectory,
} from '../store/store.js'
import { type BytecodeChoice, type BytecodeSettings, bytecodeRefusal, chooseBytecode } from './bytecode-kind.js'
import { selectModules } from './bytecode-modules.js'
import { findKnown, reuseKnown } from './bytecode-reuse.js'
import { openTally, type Tally } from './bytecode-tally.js'

export type Bytecode = {
  readonly kind: BytecodeKind
  /** Names of distributions that were compiled, not reused. */
  readonly compiled: ReadonlySet<string>
  /** Starts the compile processes, so that they are warm when the first wheel is unpacked. */
  warmUp(): void
  /** The bytecode of a stored wheel, compiled when the store lacks it. */
  provide(note: WheelNote): Promise<BytecodeNote>
  close(): Promise<void>
}

export type BytecodeServices = {
  readonly settings: BytecodeSettings
  readonly store: Store
  readonly host: Host
  readonly watch: Watch
}

/**
 * Sets up the bytecode step for one interpreter; no process starts before it is needed. Undefined where none is wanted, or,
 * with a warning, where none would be read. Throws what `chooseBytecode` throws.
 */
export function openBytecode(interpreter: Interpreter, services: BytecodeServices): Bytecode | undefined {
  const { settings, host, watch } = services
  const choice = chooseBytecode(interpreter, { settings, env: host.env })
  if (choice !== undefined) return open(choice, { ...services, python: interpreter.baseExecutable })
  const refusal = bytecodeRefusal(interpreter, host.env)
  if (settings.compileBytecode && refusal !== undefined) watch.warn(refusal)
  return undefined
}

function open(
  choice: BytecodeChoice,
  { store, host, watch, python }: BytecodeServices & { readonly python: string },
): Bytecode {
  const { kind, invalidationMode, modules } = choice
  const compiled = new Set<string>()
  const tally = openTally()
  const discarded: string[] = []
  let compiler: Compiler | undefined
  const compilerOnce = (): Compiler => {
    compiler ??= startCompiler({
      python,
      workers: host.parallelism,
      helpersDirectory: host.helpersDirectory,
      workingDirectory: store.temporary,
      env: host.env,
      invalidationMode,
      optimize: kind.optimize,
    })
    return compiler
  }
  const wanted = (note: WheelNote): readonly StoredFile[] => {
    const sources = compiledSources(note)
    if (modules === undefined) return sources
    const paths = selectModules(note, modules.names)
    return sources.filter(({ path }) => paths.has(path))
  }
  const services = { store, choice, watch, compiled, tally, discarded, compilerOnce }
  return {
    kind,
    compiled,
    warmUp: () => void compilerOnce(),
    provide: async note => {
      const sources = wanted(note)
      const stored = await readBytecodeNote(store, kind, note.sha256)
      const bytecode = stored ?? (await makeSet(note, sources, services))
      if (modules !== undefined) tally.select(compiledSources(note), sources, bytecode)
      return bytecode
    },
    close: async () => {
      for (const warning of compiler?.warnings ?? []) watch.warn(warning)
      tally.tell(watch, modules)
      await compiler?.close()
      for (const staged of discarded) await discardIfPossible(staged)
    },
  }
}

type SetServices = {
  readonly store: Store
  readonly choice: BytecodeChoice
  readonly watch: Watch
  readonly compiled: Set<string>
  readonly tally: Tally
  /** Staged directories that were given up: a compile process may have written into them since. */
  readonly discarded: string[]
  compilerOnce(): Compiler
}

/** Makes a set of what the store has for the same sources, compiles the rest, and publishes it. */
async function makeSet(note: WheelNote, sources: readonly StoredFile[], services: SetServices): Promise<BytecodeNote> {
  const { store, choice, watch, compiled, tally, discarded } = services
  const { kind, wholeKind } = choice
  const staged = await stage(store)
  try {
    const end = watch.begin('compile', { wheel: note.name })
    const known = await findKnown(note, choice.modules === undefined ? [kind] : [wholeKind, kind], store)
    const target = (path: string): string => bytecodePath(path, kind.cacheTag, kind.optimize)
    const places = { from: filesOf(wheelDirectory(store, note.sha256)), to: filesOf(staged), target }
    const reused = reuseKnown(sources, known, places)
    if (reused.rest.length > 0) compiled.add(note.name)
    const fresh = await compileSources(reused.rest, places, services)
    const files = [...reused.files, ...fresh.files].sort(byPath)
    const failed = [...reused.failed, ...fresh.failed].sort(byPath)
    const bytecode = { wheel: note.sha256, files, failed }
    await publish(staged, bytecodeDirectory(store, kind, note.sha256), bytecode)
    tally.make(sources.length, reused.rest.length)
    end({ files: files.length, bytes: unpackedSize(bytecode), busyMs: fresh.busyMs })
    return bytecode
  } catch (error) {
    discarded.push(staged)
    await discardIfPossible(staged)
    throw error
  }
}

/** What stays is swept when it is old: why the set was given up matters more. */
async function discardIfPossible(staged: string): Promise<void> {
  await discard(staged).catch(error => {
    if (errnoOf(error) === undefined) throw error
  })
}

type Places = { readonly from: string; readonly to: string; target(path: string): string }

async function compileSources(
  sources: readonly StoredFile[],
  { from, to, target }: Places,
  { compilerOnce }: SetServices,
): Promise<Pick<BytecodeNote, 'files' | 'failed'> & { readonly busyMs: number }> {
  if (sources.length === 0) return { files: [], failed: [], busyMs: 0 }
  const result = await compilerOnce().compile(
    sources.map(({ path, sha256, size }) => ({
      source: join(from, path),
      target: join(to, target(path)),
      name: path,
      mtime: sourceMtime(sha256),
      size,
    })),
  )
  const files = result.files.map(({ name, size, sha256 }) => ({
    path: target(name),
    size,
    sha256,
    executable: false,
  }))
  const failed = result.failed.map(({ name, message }) => ({ path: name, message }))
  return { files, failed, busyMs: result.busyMs }
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1
}
