/** Who is at work on an environment: one process at a time. Others wait, and the claim of a killed one is taken over. */
import { lstat, mkdir, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { errnoOf, hasErrno, UserError } from '../errors.js'
import { type ClaimFile, isLive, ownClaim, readClaimFile, replaceClaim, writeNewClaim } from './claim-file.js'
import { cannotWrite, type PythonEnvironment } from './environment.js'
import { isOnThisMachine } from './process-identity.js'

/** A file in the state directory of an environment. */
export const claimName = '.wheelcrew-claim'

/** How long, and how, to wait for another process. */
export type Waiting = {
  /** Called once, when waiting begins, with whom it waits for: `process 4711`. */
  readonly onWait?: (owner: string) => void
  /** Default: 300,000. 0: not at all. */
  readonly timeoutMs?: number
  /** Ends the waiting, with its reason thrown. */
  readonly signal?: AbortSignal
  /** Milliseconds after which a claim of another machine or container counts as left. Default: an hour. */
  readonly foreignMs?: number
}

export type Claim = {
  /** The state directory, which exists. */
  readonly directory: string
  /** A killed process left the environment half made. */
  readonly isUnfinished: boolean
  /** Until the release, the environment is half made: whoever finds this process killed is told so. */
  markUnfinished(): Promise<void>
  /** Lets others in, and removes the directories that the claim had to make if they are empty. */
  release(): Promise<void>
}

/**
 * Claims an environment for this process; its state directory is made where it is missing. Waits while another process
 * holds it, and takes over from one that is gone. A process of another machine or container cannot be seen: its claim
 * holds until it is an hour old.
 *
 * Throws `VENV_BUSY` when the other one is not done in time, `ENVIRONMENT_UNWRITABLE`, and the reason of the signal.
 */
export async function claimEnvironment(
  environment: Pick<PythonEnvironment, 'kind' | 'stateDirectory'>,
  waiting: Waiting = {},
): Promise<Claim> {
  const { kind, stateDirectory: directory } = environment
  const path = join(directory, claimName)
  try {
    const { held, firstMade } = await acquireIn(directory, makeWait(directory, waiting))
    return {
      directory,
      isUnfinished: held.kind === 'new',
      markUnfinished: () => replaceClaim(path, { ...held, kind: 'new' }),
      release: async () => {
        if ((await readClaimFile(path))?.id === held.id) await rm(path, { force: true })
        if (firstMade !== undefined) await removeEmpty(directory, firstMade)
      },
    }
  } catch (error) {
    throw (await isDanglingLink(directory)) ? dangling(directory, error) : cannotWrite(directory, error, kind)
  }
}

/** True where a killed process left its claim. */
export async function isLeftClaimed(directory: string): Promise<boolean> {
  const path = join(directory, claimName)
  const found = await readClaimFile(path)
  return found !== undefined && !(await isLive(path, found))
}

/**
 * Waits while another process makes the environment of this directory. True where a killed one left it half made.
 *
 * Throws as `claimEnvironment` does.
 */
export async function waitUntilMade(directory: string, waiting: Waiting = {}): Promise<boolean> {
  const path = join(directory, claimName)
  const wait = makeWait(directory, waiting)
  for (;;) {
    const found = await readClaimFile(path)
    if (found?.kind !== 'new') return false
    if (!(await isLive(path, found))) return true
    await wait(found)
  }
}

/** How to wait for a holder, and whether there is one to wait for. */
type Wait = ((holder: ClaimFile) => Promise<void>) & Pick<Waiting, 'foreignMs'>

type Acquired = { readonly held: ClaimFile; readonly firstMade: string | undefined }

async function acquireIn(directory: string, wait: Wait): Promise<Acquired> {
  let firstMade: string | undefined
  for (;;) {
    firstMade = (await mkdir(directory, { recursive: true })) ?? firstMade
    try {
      return { held: await acquire(join(directory, claimName), wait), firstMade }
    } catch (error) {
      // Whoever was waited for has removed the directory, or emptied it.
      if (!hasErrno(error, 'ENOENT')) throw error
    }
  }
}

async function acquire(path: string, wait: Wait): Promise<ClaimFile> {
  const own = await ownClaim()
  for (;;) {
    const found = await readClaimFile(path)
    if (found === undefined) {
      if (await writeNewClaim(path, own)) return own
    } else if (await isLive(path, found, wait.foreignMs)) {
      await wait(found)
    } else {
      const taken = await takeOver(path, { abandoned: found, own, wait })
      if (taken !== undefined) return taken
    }
  }
}

type TakeOver = { readonly abandoned: ClaimFile; readonly own: ClaimFile; readonly wait: Wait }

/**
 * Undefined where another process was faster. Only who holds the guard of an abandoned claim may replace it: else one that
 * was found abandoned a moment ago could be someone's by now.
 */
async function takeOver(path: string, { abandoned, own, wait }: TakeOver): Promise<ClaimFile | undefined> {
  const guard = `${path}-${abandoned.id}`
  await acquire(guard, wait)
  try {
    if ((await readClaimFile(path))?.id !== abandoned.id) return undefined
    const taken = { ...own, kind: abandoned.kind }
    await replaceClaim(path, taken)
    return taken
  } finally {
    await rm(guard, { force: true })
  }
}

const defaultTimeoutMs = 300_000
const pauses = { firstMs: 50, longestMs: 250, growth: 1.5 }

/** Each call waits a little; the first one past the deadline throws. */
function makeWait(directory: string, { onWait, timeoutMs = defaultTimeoutMs, signal, foreignMs }: Waiting): Wait {
  const deadline = performance.now() + timeoutMs
  let pause = pauses.firstMs
  let isTold = false
  const wait = async (holder: ClaimFile): Promise<void> => {
    signal?.throwIfAborted()
    const left = deadline - performance.now()
    const owner = !(holder.pid > 0)
      ? 'an unknown process'
      : `process ${holder.pid}${(await isOnThisMachine(holder)) ? '' : ' of another machine or container'}`
    if (left <= 0) throw busy(directory, owner)
    if (!isTold) onWait?.(owner)
    isTold = true
    await setTimeout(Math.min(pause, left), undefined, { signal }).catch(() => signal?.throwIfAborted())
    pause = Math.min(pause * pauses.growth, pauses.longestMs)
  }
  return Object.assign(wait, foreignMs === undefined ? {} : { foreignMs })
}

async function removeEmpty(directory: string, firstMade: string): Promise<void> {
  for (let path = directory; ; path = dirname(path)) {
    try {
      await rmdir(path)
    } catch (error) {
      if (errnoOf(error) === undefined) throw error
      return
    }
    if (path === firstMade) return
  }
}

/** A directory is never made through a link to nothing. */
async function isDanglingLink(path: string): Promise<boolean> {
  const isLink = await lstat(path).then(
    stats => stats.isSymbolicLink(),
    () => false,
  )
  return isLink && !(await isReachable(path))
}

function isReachable(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    error => !hasErrno(error, 'ENOENT'),
  )
}

function dangling(directory: string, cause: unknown): UserError {
  return new UserError('ENVIRONMENT_UNWRITABLE', `\`${directory}\` is a symbolic link to nothing`, {
    hint: 'remove it, and the environment is made in its place',
    cause,
  })
}

function busy(directory: string, owner: string): UserError {
  return new UserError('VENV_BUSY', `${owner} is at work on the environment \`${directory}\` right now`, {
    hint: `wait for it, or use another environment; if no such process is left, remove \`${join(directory, claimName)}\``,
  })
}
