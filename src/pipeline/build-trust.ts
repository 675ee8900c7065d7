/** Whose builds a run takes out of the remote cache, by what their notes say of where they come from. Pure. */
import type { Provenance, Settings } from '../settings.js'
import type { BuildNote } from '../store/build-note.js'

/** Events of which only those who may write to a repository decide what runs. Empty: a run outside of such a job. */
const trustedEvents: ReadonlySet<string> = new Set([
  '',
  'push',
  'release',
  'repository_dispatch',
  'schedule',
  'workflow_dispatch',
])

/**
 * Why this run does not take a build; undefined where it does. The run of a pull request takes whatever its cache offers; every
 * other one refuses what was built in another repository, or for an event that strangers may cause. A note is unsigned: this
 * keeps apart what jobs made, not what somebody forged.
 */
export function refusalOf(
  { provenance }: Pick<BuildNote, 'provenance'>,
  { provenance: own }: Pick<Settings, 'provenance'>,
): string | undefined {
  if (isOfPullRequest(own)) return undefined
  const { repository, event } = provenance
  if (repository !== '' && own.repository !== '' && !isSameName(repository, own.repository)) {
    return `built in another repository, ${repository}`
  }
  if (trustedEvents.has(event) || isSameRun(provenance, own)) return undefined
  return event.startsWith('pull_request') ? 'built by a pull request' : `built for the event ${event}`
}

/** A run that has the rights of its pull request: with a merged one, `pull_request` runs on the branch itself. */
function isOfPullRequest({ event, ref }: Settings['provenance']): boolean {
  return event === 'pull_request' && ref.startsWith('refs/pull/')
}

/** Its jobs have the same rights, and read the same sources. */
function isSameRun(a: Provenance, b: Provenance): boolean {
  return a.run !== '' && a.run === b.run && a.event === b.event && a.ref === b.ref
}

/** Names of repositories do not depend on case. */
function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
