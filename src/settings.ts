/** What the user asked for, proven: made once by an edge from flags, inputs and environment. */

/** The index that pip and uv use when none is named. */
export const defaultIndexUrl = 'https://pypi.org/simple'

export type IndexSettings = {
  /** Default index first where the user named one; credentials still inside. */
  readonly indexUrl: string
  readonly extraIndexUrls: readonly string[]
  /** Directories, file: or http(s) URLs of pages with links. */
  readonly findLinks: readonly string[]
  readonly noIndex: boolean
  readonly offline: boolean
  readonly requireHashes: boolean
}

export type CacheSettings = {
  /** `none`, `github`, or `file:///dir`. */
  readonly backend: string
  readonly restore: boolean
  readonly save: boolean
  readonly suffix: string
  /** The source revision that entries are keyed by; empty where none is known. */
  readonly revision: string
  /** The ref of this job, and other refs whose entries it may read (its base, the default branch); empty = not known. */
  readonly ref: string
  readonly readableRefs: readonly string[]
  /** True for the one branch whose jobs may pack again what others share: the default branch, or where there is none. */
  readonly mayRepack: boolean
  /** Why restoring or saving is permitted or not. */
  readonly reason: string
}

export type LinkModeSetting = 'auto' | 'hardlink' | 'clone' | 'copy' | 'symlink' | 'image'

/** How an interpreter finds out that bytecode is of another source (PEP 552). */
export type InvalidationMode = 'timestamp' | 'checked-hash' | 'unchecked-hash'

/** Where wheels are installed. */
export type EnvironmentSetting =
  /** A virtual environment, made when missing. */
  | { readonly kind: 'venv'; readonly path: string }
  /** Any directory, made when missing. */
  | { readonly kind: 'target'; readonly path: string }
  /** The interpreter itself. */
  | { readonly kind: 'system' }

/**
 * About unused copies of environments in the store, which a run renames into place: leave one for the next run and use what is
 * there, only use what is there, or neither.
 */
export type ReadySetting = 'keep' | 'use' | 'never'

/**
 * What a run is to do: an environment, or the store from the cache, the store and the cache, the cache from the store; or
 * wheels of source trees.
 */
export type Mode = 'install' | 'restore' | 'warm' | 'save' | 'build'

/** How wheels are made of source trees. */
export type BuildSettings = {
  /** Source trees, source archives and VCS URLs, as the user named them; `-e PATH` for an editable one. */
  readonly sources: readonly string[]
  /** False where build backends run in the environment that is installed into (pip's `--no-build-isolation`). */
  readonly isolation: boolean
  /** `KEY=VALUE` for build backends (PEP 517 `config_settings`), in order; a key that comes again makes a list. */
  readonly configSettings: readonly string[]
  /** Absolute directory that wheels are copied to; empty = none. */
  readonly outDirectory: string
  /** Absolute path of the file that the report is written to, which is no source wherever it lies; empty = none. */
  readonly reportFile: string
  /** Say what the key of each build is made of, and build nothing. */
  readonly explain: boolean
  /** Ids of the sources whose build requirements this run installs, the outermost first: empty where a user asks. */
  readonly chain: readonly string[]
  /** Leave out what would have to be built: what is left is the environment of builds without isolation. */
  readonly omitted: boolean
}

/** Who makes what is saved: recorded with every built wheel. Empty where not known. */
export type Provenance = {
  /** `owner/name` */
  readonly repository: string
  readonly ref: string
  readonly revision: string
  /** Of the event that started the job: `push`, `pull_request`. */
  readonly event: string
  /** Number of the workflow run. */
  readonly run: string
}

export type Settings = {
  readonly mode: Mode
  /** Absolute. */
  readonly workingDirectory: string
  /** Requirement and lock files, as named by the user; empty = looked for. */
  readonly requirements: readonly string[]
  /** Extra requirement specifiers, or paths of wheels. */
  readonly packages: readonly string[]
  readonly constraints: readonly string[]
  readonly extras: readonly string[]
  readonly allExtras: boolean
  readonly groups: readonly string[]
  readonly noGroups: readonly string[]
  readonly noDev: boolean
  readonly noInstallProject: boolean
  readonly noDeps: boolean
  /** Resolve again although the stored lock's inputs are unchanged. */
  readonly upgrade: boolean
  /** Version (`3.11`), path or name; empty = .python-version, the lock, the first on PATH. */
  readonly python: string
  /** Paths are absolute. */
  readonly environment: EnvironmentSetting
  /** Change an interpreter although something else manages it (PEP 668). */
  readonly breakSystemPackages: boolean
  /** Source trees to install as editable (PEP 660), as the user named them. */
  readonly editables: readonly string[]
  /** Remove what the lock does not name. */
  readonly exact: boolean
  /** Install again what is installed. */
  readonly reinstall: boolean
  /** Two wheels with one path and different bytes. */
  readonly onConflict: 'warn' | 'error'
  readonly compileBytecode: boolean
  /** Absolute path of a file that names the modules to compile; empty = all. */
  readonly modulesFile: string
  readonly invalidationMode: InvalidationMode
  readonly linkMode: LinkModeSetting
  readonly index: IndexSettings
  readonly cache: CacheSettings
  /** Absolute path of the store; empty = chosen. */
  readonly store: string
  /** Bytes that the store is trimmed to when it is swept. */
  readonly storeMaxBytes: number
  /** True where the store is gone after the job: on a runner that GitHub hosts, or with a budget of 0 bytes. */
  readonly storeIsTemporary: boolean
  readonly readyEnvironments: ReadySetting
  readonly build: BuildSettings
  readonly provenance: Provenance
}
