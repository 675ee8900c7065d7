/** Child processes: an argument vector, never a shell, with everything it said. */
import { constants } from 'node:os'
import type { Environment } from './host.js'

export type ProcessOptions = {
  readonly cwd?: string
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Environment
  /** Milliseconds until the child is killed; default: none. */
  readonly timeoutMs?: number
  /** Written to its standard input, which is closed afterwards. */
  readonly input?: string
  /** Called when it has been started: time for other work, until it answers. */
  readonly onStart?: (() => void) | undefined
  /** Given all that its standard output holds, whenever there is more of it. */
  readonly onStdout?: (text: string) => void
}

export type ProcessResult = {
  /** The exit status; 128 + the signal's number when a signal ended it, `timeoutExitCode` when it ran too long. */
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** As `timeout(1)` says it. */
export const timeoutExitCode = 124

/**
 * Runs a command to its end and collects its output as UTF-8.
 *
 * A failing command is a result, not an error; a command that cannot be started rejects with Node's system error (`ENOENT`, `EACCES`).
 */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  // It brings sockets along, which most runs that start no process do without.
  const { spawn } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...options.env },
      stdio: 'pipe',
      windowsHide: true,
    })
    const stdout = collect(child.stdout, options.onStdout)
    const stderr = collect(child.stderr)
    const deadline = killAfter(options.timeoutMs, () => {
      child.kill('SIGKILL')
      // A grandchild may hold the pipes open: stop reading, so that `close` comes.
      child.stdout.destroy()
      child.stderr.destroy()
    })
    child.on('error', error => {
      deadline.cancel()
      reject(error)
    })
    child.on('close', (code, signal) => {
      deadline.cancel()
      const exitCode = deadline.passed() ? timeoutExitCode : (code ?? signalExitCode(signal))
      resolve({ exitCode, stdout: stdout(), stderr: stderr() })
    })
    // A child that ends without reading its input breaks the pipe; its exit status tells why.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
    if (child.pid !== undefined) options.onStart?.()
  })
}

function collect(stream: NodeJS.ReadableStream, onText?: (text: string) => void): () => string {
  const chunks: Buffer[] = []
  const text = () => Buffer.concat(chunks).toString('utf8')
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    onText?.(text())
  })
  return text
}

function killAfter(timeoutMs: number | undefined, kill: () => void) {
  let passed = false
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          passed = true
          kill()
        }, timeoutMs)
  return { cancel: () => clearTimeout(timer), passed: () => passed }
}

function signalExitCode(signal: NodeJS.Signals | null): number {
  return 128 + (signal === null ? 0 : constants.signals[signal])
}
