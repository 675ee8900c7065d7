/** The end of a process. */

const lingerMs = 1000

/** Ends with this exit code when all is written, even if an idle socket would keep the process alive. */
export function endProcess(exitCode: number): void {
  process.exitCode = exitCode
  setTimeout(() => process.exit(), lingerMs).unref()
}
