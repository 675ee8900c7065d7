/** One long-lived Python process that runs compile.py: started, spoken to in lines of JSON, watched, ended. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

import { hasErrno } from '../errors.js'
import type { Environment } from '../host.js'
import type { InvalidationMode } from '../settings.js'
import type { CompileFile } from './batches.js'

export type CompileProcessOptions = {
  /** The interpreter to run and to compile for. */
  readonly python: string
  /** Directory that holds `compile.py`. */
  readonly helpersDirectory: string
  /** An empty directory. */
  readonly workingDirectory: string
  readonly env: Environment
  readonly invalidationMode: InvalidationMode
  /** Optimisation level, as `PYTHONOPTIMIZE` has it; default 0. */
  readonly optimize?: number
  /** Milliseconds that the start or one batch may take; default 60 000. */
  readonly stallMs?: number
}

/** What compile.py says of one batch. */
export type BatchReply = {
  /** Index into the batch, bytes and sha256 (hex) of each `.pyc` file written. */
  readonly compiled: readonly (readonly [number, number, string])[]
  /** Index into the batch and message. */
  readonly failed: readonly (readonly [number, string])[]
  /** Milliseconds that the batch took. */
  readonly ms: number
  /** What ended the batch early. */
  readonly error: { readonly errno: string | null; readonly message: string } | null
}

export type CompileProcessEvents = {
  /** Batches are answered in the order in which they were sent. */
  reply(reply: BatchReply): void
  /** Called once and last. `reason` reads like `was killed by SIGSEGV`; `started` says whether it ever was ready. */
  exit(reason: string, started: boolean): void
}

export type CompileProcess = {
  send(files: readonly CompileFile[]): void
  kill(): void
  /** Settles when the process is gone and `exit` was called. */
  readonly exited: Promise<void>
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** Starts a process at once; that it could not be started is an exit too. */
export function startCompileProcess(options: CompileProcessOptions, events: CompileProcessEvents): CompileProcess {
  const child = spawnCompiler(options)
  const stderr = keepTail(child.stderr)
  const clock = watchProgress(options.stallMs ?? 60_000, () => kill(child))
  let started = false
  onLines(child.stdout, line => {
    clock.finish()
    const message = JSON.parse(line) as BatchReply | { readonly ready: true }
    if ('ready' in message) started = true
    else events.reply(message)
  })
  return {
    send(files) {
      clock.begin()
      child.stdin.write(`${JSON.stringify({ files: files.map(toWire) })}\n`)
    },
    kill: () => kill(child),
    exited: onExit(child).then(reason => {
      clock.stop()
      events.exit([clock.stalled() ?? reason, stderr()].filter(text => text !== '').join(': '), started)
    }),
  }
}

function spawnCompiler(options: CompileProcessOptions): Child {
  const script = join(options.helpersDirectory, 'compile.py')
  return spawn(options.python, ['-s', '-S', '-B', '-X', 'utf8', script, options.invalidationMode], {
    cwd: options.workingDirectory,
    env: interpreterEnvironment(options),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
}

/** The pipes go too: where `python` is a shell script, the interpreter outlives it and must find its input at an end. */
function kill(child: Child): void {
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy()
  child.kill('SIGKILL')
}

type Clock = { begin(): void; finish(): void; stop(): void; stalled(): string | undefined }

/** Calls `onStall` when an answer is owed for too long. The first is owed from the start: that the process is ready. */
function watchProgress(stallMs: number, onStall: () => void): Clock {
  let owed = 1
  let stalled: string | undefined
  let timer: NodeJS.Timeout | undefined
  const restart = (): void => {
    clearTimeout(timer)
    if (owed === 0) return
    timer = setTimeout(() => {
      stalled = `took longer than ${stallMs / 1000} s`
      onStall()
    }, stallMs)
  }
  restart()
  return {
    begin() {
      owed += 1
      if (owed === 1) restart()
    },
    finish() {
      owed -= 1
      restart()
    },
    stop: () => clearTimeout(timer),
    stalled: () => stalled,
  }
}

/** Nothing of the caller's Python set-up; constant hashes, since sets of strings are stored in the order of their hashes. */
function interpreterEnvironment({ env, optimize = 0 }: CompileProcessOptions): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^(PYTHON|__PYVENV_LAUNCHER__$)/i.test(name))
  return { ...Object.fromEntries(kept), PYTHONHASHSEED: '0', PYTHONOPTIMIZE: String(optimize) }
}

function toWire(file: CompileFile): readonly (string | number)[] {
  return [file.source, file.target, file.mtime, file.size]
}

function onLines(stream: Readable, handle: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(handle)
  })
}

/** Settles with how the process ended. */
function onExit(child: Child): Promise<string> {
  // A batch sent to a process that has just died: `close` tells the story.
  child.stdin.on('error', error => {
    if (!hasErrno(error, 'EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED')) throw error
  })
  return new Promise(resolve => {
    // A process that could not be started has no number, and its `close` says nothing.
    child.on('error', error => {
      if (child.pid === undefined) resolve(`could not be started (${error.message})`)
    })
    child.on('close', (code, signal) =>
      resolve(signal === null ? `exited with code ${code}` : `was killed by ${signal}`),
    )
  })
}

/** The last line written, which is what a traceback comes down to. */
function keepTail(stream: Readable): () => string {
  let tail = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2000)
  })
  return () => tail.trim().split('\n').at(-1) ?? ''
}
