/** What resolving needs of the rest of the run. */
import type { Host } from '../host.js'
import type { IndexSettings } from '../settings.js'
import type { IndexFile, LinkSources } from './find-links.js'

export type ResolveServices = Pick<LinkSources, 'listLinkPage'> & {
  readonly host: Host
  /** Absolute; holds stored locks and, while a resolver runs, its temporary files. */
  readonly locksDirectory: string
  /** The path of a uv to run; rejects with a UserError where there is none. */
  readonly provideUv: () => Promise<string>
  /** The files of a project, by its normalised name; empty where no index has it. */
  readonly listIndexFiles: (name: string, index: IndexSettings) => Promise<readonly IndexFile[]>
  /** The sha256 of a file in lower-case hex. */
  readonly digestFile: (path: string) => Promise<string>
}
