/** What to install, exact: the reader's lock as plain data, whichever file or resolver it came from. */

/** A file that a lock names. At least one of `url` and `path` is set. */
export type LockedFile = {
  readonly filename: string
  readonly url: string | undefined
  /** Absolute native path. */
  readonly path: string | undefined
  /** Bytes; optional in PEP 751. */
  readonly size: number | undefined
  /** Algorithm → lower-case hex digest. Empty where the lock has none. */
  readonly hashes: Readonly<Record<string, string>>
  /** Algorithm → several digests, one of which the file must have; takes the place of `hashes` for that algorithm. */
  readonly oneOf?: Readonly<Record<string, readonly string[]>>
  /** POSIX path of the project inside a source archive; absent = its top. */
  readonly subdirectory?: string
}

/** A source that a lock names, of which a wheel has to be made. `subdirectory`: POSIX path of the project; absent = the top. */
export type LockedSource =
  | {
      readonly kind: 'directory'
      /** Absolute native path. */
      readonly path: string
      readonly isEditable: boolean
      readonly subdirectory?: string
    }
  | {
      /** A Git repository. */
      readonly kind: 'vcs'
      /** Without `git+`; credentials still inside. */
      readonly url: string
      /** Lower-case hex; undefined where the lock has none. */
      readonly commit: string | undefined
      /** Branch, tag or commit that was asked for. */
      readonly requestedRevision?: string
      readonly subdirectory?: string
    }

/** What direct_url.json says (PEP 610), for anything that did not come from an index by name. */
export type DirectUrl = {
  readonly url: string
  readonly archive_info?: { readonly hash?: string; readonly hashes?: Readonly<Record<string, string>> }
  readonly dir_info?: { readonly editable?: boolean }
  readonly vcs_info?: { readonly vcs: string; readonly requested_revision?: string; readonly commit_id: string }
  readonly subdirectory?: string
}

/** One `[[packages]]` entry of a lock. */
export type LockedDistribution = {
  /** Normalised (PEP 503). */
  readonly name: string
  readonly version: string | undefined
  /** PEP 508 marker, verbatim, or undefined. */
  readonly marker: string | undefined
  readonly requiresPython: string | undefined
  readonly wheels: readonly LockedFile[]
  readonly sdist: LockedFile | undefined
  /** A wheel or source archive at a direct URL or path. */
  readonly archive: LockedFile | undefined
  /** A source tree or repository, which has to be built. */
  readonly source: LockedSource | undefined
  /** Says where it came from, where that is not its archive. */
  readonly directUrl?: DirectUrl
  /** True for what the user named: it gets a REQUESTED file. */
  readonly requested: boolean
}

export type Lock = {
  /** Path or description of where it came from, for messages. */
  readonly source: string
  readonly requiresPython: string | undefined
  /** PEP 751 `environments`: the markers, one of which must hold; empty = any. */
  readonly environments: readonly string[]
  readonly distributions: readonly LockedDistribution[]
  /** Extras and groups that were asked for: they join the marker environment. */
  readonly extras: readonly string[]
  readonly dependencyGroups: readonly string[]
  /** What the reader should know although it stops nothing, one sentence each. */
  readonly warnings: readonly string[]
}
