/** Child processes of the comparison: nothing that the caller has set for pip, uv, Python or this program reaches them. */
import { type ProcessResult, runProcess } from '../../../src/process.js'

export type Output = ProcessResult

type RunOptions = {
  /** Added to what is inherited. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Without it, the process may take as long as it likes. */
  readonly timeoutMs?: number
}

/** Runs a process with nothing on its standard input; one that is stopped has exit code 124. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Output> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PIP|UV|PYTHON|WHEELCREW|DISPLAY)/i.test(name))
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1', ...options.env }
  return runProcess(command, args, { ...options, env })
}

/** Like `run`, for what has to succeed. Throws with the output of what did not. */
export async function must(command: string, args: readonly string[], options: RunOptions = {}): Promise<Output> {
  const output = await run(command, args, options)
  if (output.exitCode !== 0) throw new Error(`${command} ${args.join(' ')}\n${output.stdout}${output.stderr}`)
  return output
}
