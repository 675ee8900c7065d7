/**
 * Compiles Python sources to `.pyc` files with a fixed number of long-lived Python processes, which any number of
 * calls share. A file that does not compile, or that kills or stalls its process, costs only itself.
 */
import { rmSync } from 'node:fs'

import { UserError } from '../errors.js'
import { type CompileFile, splitBatches } from './batches.js'
import {
  type BatchReply,
  type CompileProcess,
  type CompileProcessOptions,
  startCompileProcess,
} from './compile-process.js'

export type CompilerOptions = CompileProcessOptions & {
  /** How many processes to run. */
  readonly workers: number
}

export type CompiledFile = {
  readonly name: string
  /** Bytes of its bytecode. */
  readonly size: number
  /** Of its bytecode, lower-case hex. */
  readonly sha256: string
}

export type CompileFailure = { readonly name: string; readonly message: string }

export type CompileResult = {
  /** How many files were written. */
  readonly compiled: number
  /** The files written, sorted by name. */
  readonly files: readonly CompiledFile[]
  /** The files left without bytecode, sorted by name. */
  readonly failed: readonly CompileFailure[]
  /** Bytes of bytecode written. */
  readonly bytes: number
  /** Milliseconds of work, added up over the processes; waiting for one does not count. */
  readonly busyMs: number
}

export type Compiler = {
  /**
   * Writes the bytecode of `files`; several calls may run at the same time.
   * Throws the system error of a file that could not be read or written, and UserError COMPILER_FAILED when the
   * interpreter does not run.
   */
  compile(files: readonly CompileFile[]): Promise<CompileResult>
  /** Ends the processes; calls still running fail. */
  close(): Promise<void>
  /** One sentence for each process that died or stalled. */
  readonly warnings: readonly string[]
}

/** Starts the processes at once, so that they are ready when the first wheel is. The caller closes the compiler. */
export function startCompiler(options: CompilerOptions): Compiler {
  return new CompilerPool(options)
}

const batchesInFlight = 2

/** One call of `compile`. */
type Job = {
  busyMs: number
  readonly compiled: CompiledFile[]
  readonly failed: CompileFailure[]
  batchesLeft: number
  resolve(result: CompileResult): void
  reject(error: Error): void
}

type Batch = {
  readonly job: Job
  readonly files: readonly CompileFile[]
  readonly bytes: number
  /** True once a process died of it. */
  readonly suspect: boolean
}

type Worker = {
  readonly process: CompileProcess
  /** Sent and not answered: it works on the first. */
  readonly batches: Batch[]
}

class CompilerPool implements Compiler {
  readonly warnings: string[] = []
  readonly #options: CompilerOptions
  readonly #workers = new Set<Worker>()
  readonly #jobs = new Set<Job>()
  /** Smallest first, since it is taken from the end. */
  #queue: Batch[] = []
  /** How many processes to run: one fewer for each that failed to start. */
  #capacity: number
  #broken: Error | undefined

  constructor(options: CompilerOptions) {
    this.#options = options
    this.#capacity = options.workers
    this.#startMissing()
  }

  compile(files: readonly CompileFile[]): Promise<CompileResult> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken)
    const batches = splitBatches(files, this.#options.workers)
    return new Promise((resolve, reject) => {
      const results = { compiled: [], failed: [] }
      const job: Job = { busyMs: 0, ...results, batchesLeft: batches.length, resolve, reject }
      this.#jobs.add(job)
      if (batches.length === 0) this.#finish(job)
      this.#enqueue(batches.map(batch => toBatch(job, batch, false)))
    })
  }

  async close(): Promise<void> {
    this.#breakDown(new Error('the bytecode compiler was closed'))
    const workers = [...this.#workers]
    for (const { process } of workers) process.kill()
    await Promise.all(workers.map(worker => worker.process.exited))
  }

  #startMissing(): void {
    while (this.#workers.size < this.#capacity) {
      const process = startCompileProcess(this.#options, {
        reply: reply => this.#receive(worker, reply),
        exit: (reason, started) => this.#exit(worker, reason, started),
      })
      const worker: Worker = { process, batches: [] }
      this.#workers.add(worker)
    }
  }

  #enqueue(batches: readonly Batch[]): void {
    this.#queue = [...this.#queue, ...batches.filter(batch => this.#jobs.has(batch.job))]
    this.#queue.sort((a, b) => a.bytes - b.bytes)
    this.#dispatch()
  }

  #dispatch(): void {
    if (this.#queue.length > 0) this.#startMissing()
    for (let load = 0; load < batchesInFlight; load++) {
      for (const worker of this.#workers) {
        if (worker.batches.length > load) continue
        const batch = this.#queue.pop()
        if (batch === undefined) return
        worker.batches.push(batch)
        worker.process.send(batch.files)
      }
    }
  }

  #receive(worker: Worker, reply: BatchReply): void {
    const batch = worker.batches.shift()
    if (batch !== undefined && this.#jobs.has(batch.job)) this.#count(batch, reply)
    this.#dispatch()
  }

  #count({ job, files }: Batch, reply: BatchReply): void {
    const nameOf = (index: number): string => files[index]?.name ?? ''
    for (const [index, size, sha256] of reply.compiled) job.compiled.push({ name: nameOf(index), size, sha256 })
    for (const [index, message] of reply.failed) job.failed.push({ name: nameOf(index), message })
    job.busyMs += reply.ms
    job.batchesLeft -= 1
    if (reply.error === null) this.#finish(job)
    else this.#fail(job, toSystemError(reply.error))
  }

  #finish(job: Job): void {
    if (job.batchesLeft > 0) return
    this.#jobs.delete(job)
    const files = job.compiled.toSorted(byName)
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    job.resolve({ compiled: files.length, files, failed: job.failed.toSorted(byName), bytes, busyMs: job.busyMs })
  }

  #fail(job: Job, error: Error): void {
    this.#jobs.delete(job)
    this.#queue = this.#queue.filter(batch => batch.job !== job)
    job.reject(error)
  }

  #exit(worker: Worker, reason: string, started: boolean): void {
    this.#workers.delete(worker)
    if (this.#broken !== undefined) return
    const [head, ...rest] = worker.batches
    if (!started) this.#loseWorker(reason)
    this.#enqueue(started && head !== undefined ? [...this.#blame(head, reason), ...rest] : worker.batches)
  }

  #loseWorker(reason: string): void {
    this.warnings.push(`a compile process ${reason}`)
    this.#capacity -= 1
    if (this.#capacity === 0) this.#breakDown(startError(this.#options.python, reason))
  }

  /** What to try again of the batch that ended its process: each file alone, or nothing if that was one file alone. */
  #blame(batch: Batch, reason: string): Batch[] {
    const { job, files, suspect } = batch
    const [file] = files
    this.warnings.push(
      `a compile process ${reason} at \`${file?.name}\`${files.length > 1 ? ' or the files after it' : ''}`,
    )
    if (!suspect || file === undefined) {
      job.batchesLeft += files.length - 1
      return files.map(each => toBatch(job, [each], true))
    }
    rmSync(file.target, { force: true })
    job.failed.push({ name: file.name, message: `the interpreter ${reason}` })
    job.batchesLeft -= 1
    this.#finish(job)
    return []
  }

  #breakDown(error: Error): void {
    this.#broken ??= error
    for (const job of this.#jobs) this.#fail(job, this.#broken)
  }
}

function toBatch(job: Job, files: readonly CompileFile[], suspect: boolean): Batch {
  return { job, files, bytes: files.reduce((sum, file) => sum + file.size, 0), suspect }
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}

function toSystemError(error: NonNullable<BatchReply['error']>): Error {
  return Object.assign(new Error(error.message), { code: error.errno })
}

function startError(python: string, why: string): UserError {
  return new UserError('COMPILER_FAILED', `\`${python}\` cannot compile bytecode: it ${why}`, {
    hint: 'check that this interpreter runs, or install with `--no-compile-bytecode`',
  })
}
