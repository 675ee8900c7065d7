/**
 * The facts and services of the machine that a run is given, so that nothing below the edges reads the environment.
 */

export type OperatingSystem = 'linux' | 'darwin' | 'win32'

/** What kind of machine this is: injected, so that the paths of other systems are tested here. */
export type Platform = {
  readonly os: OperatingSystem
  /** As Node names it: `x64`, `arm64`, … */
  readonly arch: string
}

/** Where messages for the reader go. `warn` is shown in every mode; `debug` only with `-v`. */
export type Log = {
  info(message: string): void
  warn(message: string): void
  debug(message: string): void
}

export type Environment = Readonly<Record<string, string | undefined>>

export type Host = {
  readonly platform: Platform
  /** A snapshot of the environment, taken by an edge. */
  readonly env: Environment
  readonly homeDirectory: string
  readonly workingDirectory: string
  readonly log: Log
  /** Told of a password that the run came to know, so that its runner hides it. */
  readonly onSecret?: (secret: string) => void
  /** How many threads and compile processes to use. */
  readonly parallelism: number
  /** The file mode creation mask of this process. */
  readonly umask: number
  /** The bundle or module that a worker thread runs: only the edge knows where it lies. */
  readonly workerPath: string
  /** Directory that holds the `.py` helpers (`probe.py`, `compile.py`). */
  readonly helpersDirectory: string
}
