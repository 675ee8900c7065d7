/** The machine that this process runs on, as the rest of the product sees it. */
import { availableParallelism, homedir } from 'node:os'
import { UserError } from '../errors.js'
import type { Host, Log, OperatingSystem } from '../host.js'
import type { Layout } from './layout.js'

/** Takes a snapshot of the process. Throws UserError PLATFORM_UNSUPPORTED on any but Linux, macOS and Windows. */
export function makeHost(layout: Layout, log: Log): Host {
  return {
    platform: { os: operatingSystem(), arch: process.arch },
    env: { ...process.env },
    homeDirectory: homedir(),
    workingDirectory: process.cwd(),
    log,
    parallelism: availableParallelism(),
    umask: process.umask(),
    workerPath: layout.workerPath,
    helpersDirectory: layout.helpersDirectory,
  }
}

function operatingSystem(): OperatingSystem {
  const found = (['linux', 'darwin', 'win32'] as const).find(os => os === process.platform)
  if (found !== undefined) return found
  throw new UserError('PLATFORM_UNSUPPORTED', `Wheelcrew runs on Linux, macOS and Windows, not on ${process.platform}`)
}
