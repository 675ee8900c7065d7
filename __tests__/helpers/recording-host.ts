import { tmpdir } from 'node:os'
import type { Host } from '../../src/host.js'

export type RecordingHost = {
  readonly host: Host
  /** Every message so far, whatever its level. */
  readonly lines: readonly string[]
}

/** A host with an empty environment and a log that is kept. */
export function recordingHost(facts: Partial<Host> = {}): RecordingHost {
  const lines: string[] = []
  const keep = (message: string): void => void lines.push(message)
  const host: Host = {
    platform: { os: 'linux', arch: 'x64' },
    env: {},
    homeDirectory: tmpdir(),
    workingDirectory: tmpdir(),
    log: { info: keep, warn: keep, debug: keep },
    parallelism: 2,
    umask: 0o022,
    workerPath: '',
    helpersDirectory: '',
    ...facts,
  }
  return { host, lines }
}
