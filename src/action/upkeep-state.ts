/** The lease on the store that a job has: opened by the main step, ended by the post step. */
import { errnoOf, messageOf } from '../errors.js'
import type { Host, Log } from '../host.js'
import { endJob, type JobEnd, openLease, type Upkeep } from '../pipeline/upkeep.js'
import { countOf, formatBytes } from '../report/units.js'
import type { RunnerCommands } from './commands.js'

/** What the runner keeps between the steps: small, since it is one variable. */
type UpkeepState = JobEnd

const stateName = 'upkeep'

export type LeaseServices = {
  readonly commands: Pick<RunnerCommands, 'saveState'>
  readonly log: Log
  /** The process that runs the steps of the job, one after the other. */
  readonly jobProcess: number
}

/** Leases what the environment is linked to. That it cannot be is a warning. */
export async function beginUpkeep(sealed: string, { commands, log, jobProcess }: LeaseServices): Promise<void> {
  const upkeep = JSON.parse(sealed) as Upkeep
  const lease = upkeep.entries.length === 0 ? undefined : await leaseFor(upkeep, jobProcess, log)
  const { entries: _, ...rest } = upkeep
  const state: UpkeepState = { ...rest, lease }
  commands.saveState(stateName, JSON.stringify(state))
}

async function leaseFor(upkeep: Upkeep, jobProcess: number, log: Log): Promise<string | undefined> {
  try {
    return await openLease(upkeep, jobProcess)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    log.warn(`edits of this job to files of the store will not be noticed: ${messageOf(error)}`)
    return undefined
  }
}

/** Ends the lease and trims the store. Whatever goes wrong is a warning. */
export async function endUpkeep(commands: Pick<RunnerCommands, 'getState'>, host: Host): Promise<void> {
  const text = commands.getState(stateName)
  if (text === '') return
  const trimmed = await endJob(JSON.parse(text) as UpkeepState, host)
  if (trimmed === undefined || trimmed.removed.length === 0) return
  const freed = trimmed.removed.reduce((sum, { bytes }) => sum + bytes, 0)
  host.log.info(`store: removed ${countOf(trimmed.removed.length, 'item')}, ${formatBytes(freed)}`)
}
