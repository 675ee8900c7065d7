/** The bytecode of stored wheels: read from the store, or compiled into it while other wheels unpack. */
import { join } from 'node:path'
import { type CompileResult, type Compiler, startCompiler } from '../bytecode/compile.js'
import type { Host } from '../host.js'
import { compiledSources } from '../install/layout.js'
import { bytecodePath } from '../python/bytecode-path.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Watch } from '../report/timeline.js'
import { type BytecodeNote, sourceMtime, type WheelNote } from '../store/note.js'
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

/** The bytecode that an interpreter compiles and takes. */
export function bytecodeKindOf({ cacheTag, magicNumber, optimize }: Interpreter): BytecodeKind {
  return { cacheTag, magicNumber, optimize, invalidationMode: 'timestamp' }
}

/** Sets up the bytecode step for one interpreter; no process starts before it is needed. */
export function openBytecode(
  interpreter: Interpreter,
  { store, host, watch }: { readonly store: Store; readonly host: Host; readonly watch: Watch },
): Bytecode {
  const kind = bytecodeKindOf(interpreter)
  const compiled = new Set<string>()
  let compiler: Compiler | undefined
  const compilerOnce = (): Compiler => {
    compiler ??= startCompiler({
      python: interpreter.baseExecutable,
      workers: host.parallelism,
      helpersDirectory: host.helpersDirectory,
      workingDirectory: store.temporary,
      env: host.env,
      invalidationMode: 'timestamp',
    })
    return compiler
  }
  return {
    kind,
    compiled,
    warmUp: () => void compilerOnce(),
    provide: async note =>
      (await readBytecodeNote(store, kind, note.sha256)) ??
      compileWheel(note, { store, kind, watch, compiled, compilerOnce }),
    close: async () => {
      for (const warning of compiler?.warnings ?? []) watch.warn(warning)
      await compiler?.close()
    },
  }
}

type CompileServices = {
  readonly store: Store
  readonly kind: BytecodeKind
  readonly watch: Watch
  readonly compiled: Set<string>
  compilerOnce(): Compiler
}

async function compileWheel(note: WheelNote, services: CompileServices): Promise<BytecodeNote> {
  const { store, kind, watch, compiled } = services
  compiled.add(note.name)
  const sources = compiledSources(note)
  const staged = await stage(store)
  try {
    const end = watch.begin('compile', { wheel: note.name })
    const from = filesOf(wheelDirectory(store, note.sha256))
    const result = await compileSources(sources, { from, to: filesOf(staged), services })
    const bytecode = { wheel: note.sha256, files: result.files, failed: result.failed }
    await publish(staged, bytecodeDirectory(store, kind, note.sha256), bytecode)
    end({ files: result.files.length, bytes: result.bytes, busyMs: result.busyMs })
    return bytecode
  } catch (error) {
    await discard(staged)
    throw error
  }
}

type Compiled = Pick<BytecodeNote, 'files' | 'failed'> & Pick<CompileResult, 'bytes' | 'busyMs'>

async function compileSources(
  sources: ReturnType<typeof compiledSources>,
  { from, to, services }: { readonly from: string; readonly to: string; readonly services: CompileServices },
): Promise<Compiled> {
  const { cacheTag, optimize } = services.kind
  const target = (path: string): string => bytecodePath(path, cacheTag, optimize)
  if (sources.length === 0) return { files: [], failed: [], bytes: 0, busyMs: 0 }
  const result: CompileResult = await services.compilerOnce().compile(
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
  return { files, failed, bytes: result.bytes, busyMs: result.busyMs }
}
