/** What a source is, by its content: what its build is looked up by, before anything of it is built. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checkOut, resolveRevision } from '../build/checkout.js'
import { readClosure, type SourceClosure } from '../build/closure.js'
import { directUrlOfDirectory } from '../build/direct-url.js'
import { type Needs, needsOf } from '../build/fingerprint.js'
import { type Project, readProject } from '../build/project.js'
import { type BuildSource, directoryBelow } from '../build/source.js'
import { sourceId } from '../build/source-id.js'
import { UserError } from '../errors.js'
import { downloadFile } from '../fetch/download.js'
import { importFile } from '../fetch/verify.js'
import type { DirectUrl, LockedFile } from '../plan/lock.js'
import { redact, stripCredentials, stripRepositoryCredentials } from '../redact.js'
import type { Run } from './run.js'

export type IdentifiedSource = {
  /** A revision is a whole commit id, an archive lies here if its digest was not known. */
  readonly source: BuildSource
  /** Digest of its content. */
  readonly id: string
  /** Of a directory. */
  readonly tree: { readonly closure: SourceClosure; readonly project: Project } | undefined
  readonly needs: Needs
  /** PEP 610. */
  readonly directUrl: DirectUrl
}

/** Nobody knows what is in it before it is there. */
const allNeeds: Needs = { rust: true, fortran: true, cuda: true }

/**
 * Identifies a source; `file` is an archive as a lock names it. Throws UserError SOURCE_NOT_FOUND, PROJECT_INVALID,
 * SOURCE_UNREACHABLE, REVISION_NOT_FOUND, HASH_MISMATCH (exit code 3) and what downloading throws.
 */
export async function identifySource(
  source: BuildSource,
  file: LockedFile | undefined,
  run: Run,
): Promise<IdentifiedSource> {
  switch (source.kind) {
    case 'directory':
      return identifyDirectory(source, run)
    case 'vcs':
      return identifyRevision(source, run)
    case 'archive':
      return identifyArchive(source, file ?? fileOf(source), run)
  }
}

type Directory = Extract<BuildSource, { kind: 'directory' }>
type Repository = Extract<BuildSource, { kind: 'vcs' }>
type Archive = Extract<BuildSource, { kind: 'archive' }>

/** What this run itself writes: no source, wherever it lies. */
export function ownPlaces({ settings, located }: Run): readonly string[] {
  const { environment, build, cache } = settings
  const named = [build.outDirectory, build.reportFile].filter(path => path !== '')
  const shared = cache.backend.startsWith('file:///') ? [fileURLToPath(cache.backend)] : []
  return [...(environment.kind === 'system' ? [] : [environment.path]), located.directory, ...named, ...shared]
}

async function identifyDirectory(source: Directory, run: Run): Promise<IdentifiedSource> {
  const { host, watch } = run
  const project = await readProject(source.path, source.shown)
  const closure = await readClosure(source.path, { host, signal: watch.signal, excluded: ownPlaces(run) })
  return {
    source,
    id: sourceId(closure, project),
    tree: { closure, project },
    needs: needsOf(closure.files.map(({ path }) => path)),
    directUrl: directUrlOfDirectory(source.path, source.isEditable),
  }
}

async function identifyRevision(source: Repository, { host, watch }: Run): Promise<IdentifiedSource> {
  const commit = await resolveRevision(source, { host, signal: watch.signal })
  const { revision, subdirectory } = source
  return {
    source: { ...source, revision: commit },
    id: digest(['vcs', commit, subdirectory]),
    tree: undefined,
    needs: allNeeds,
    directUrl: {
      url: stripRepositoryCredentials(source.url),
      vcs_info: { vcs: 'git', ...(revision !== '' && { requested_revision: revision }), commit_id: commit },
      ...(subdirectory !== '' && { subdirectory }),
    },
  }
}

/**
 * A revision as a tree that lies here: by its content, which other revisions may have too. Throws what checking out and reading
 * a project throw.
 */
export async function identifyCheckout(revision: IdentifiedSource, run: Run): Promise<IdentifiedSource> {
  const { source, directUrl } = revision
  if (source.kind !== 'vcs') return revision
  const services = { host: run.host, signal: run.watch.signal }
  const top = join(await run.scratchDirectory('checkouts'), digest([source.url, source.revision]))
  await checkOut(source, top, services)
  const path = directoryBelow(top, source.subdirectory)
  if ((await readProject(path, source.shown)).isScmVersioned) {
    await checkOut(source, top, { ...services, withHistory: true })
  }
  const { shown, extras } = source
  const identified = await identifyDirectory({ kind: 'directory', path, isEditable: false, shown, extras }, run)
  return { ...identified, directUrl }
}

async function identifyArchive(source: Archive, file: LockedFile, run: Run): Promise<IdentifiedSource> {
  const isListed = file.oneOf === undefined || file.oneOf.sha256?.includes(file.hashes.sha256 ?? '') === true
  const isKnown = file.hashes.sha256 !== undefined && file.path === undefined && isListed
  const found = isKnown ? { path: undefined, sha256: file.hashes.sha256 ?? '' } : await bringArchive(file, run)
  const { subdirectory } = source
  const place = source.url === undefined ? pathToFileURL(source.path ?? '').href : stripCredentials(source.url)
  return {
    source: { ...source, path: found.path ?? source.path, sha256: found.sha256 },
    id: digest(['archive', found.sha256, subdirectory]),
    tree: undefined,
    needs: allNeeds,
    directUrl: {
      url: place,
      archive_info: { hash: `sha256=${found.sha256}`, hashes: { sha256: found.sha256 } },
      ...(subdirectory !== '' && { subdirectory }),
    },
  }
}

/** The archive as a file that lies here, checked against what is known of it. */
export async function bringArchive(
  file: LockedFile,
  run: Run,
): Promise<{ readonly path: string; readonly sha256: string }> {
  if (file.path !== undefined) {
    const { path, sha256 } = await importFile(file)
    return { path, sha256 }
  }
  requireFetchable(file, run)
  const { watch, client } = run
  const path = join(await run.scratchDirectory('sources'), `${digest([file.url])}-${file.filename}`)
  const end = watch.begin('fetch')
  const onBytes = (bytes: number): void => watch.advance('fetch', bytes)
  const { sha256, size } = await downloadFile(file, path, { client, onBytes, signal: watch.signal })
  end({ bytes: size })
  return { path, sha256 }
}

/** Throws UserError WHEEL_UNAVAILABLE_OFFLINE where nothing may be fetched. */
function requireFetchable({ filename }: LockedFile, { settings }: Run): void {
  if (!settings.index.offline) return
  throw new UserError(
    'WHEEL_UNAVAILABLE_OFFLINE',
    `\`--offline\` forbids fetching, and neither store nor cache has a build of \`${filename}\``,
    {
      hint: 'Name the archive by its path, give the directory that holds it as `--find-links`, or leave out `--offline`',
    },
  )
}

/** An archive that a user names. */
export function fileOf({ path, url, sha256 }: Archive): LockedFile {
  const place = path ?? url ?? ''
  const filename = (path === undefined ? place.replace(/[?#].*$/s, '') : place).split(/[\\/]/).at(-1) ?? ''
  return { filename: redact(filename), url, path, size: undefined, hashes: sha256 === undefined ? {} : { sha256 } }
}

function digest(facts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
