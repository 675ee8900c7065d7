/** `--find-links`: directories and pages of files that may stand in for an index. */
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasErrno, UserError, usageError } from '../errors.js'
import type { Lock, LockedDistribution, LockedFile } from '../plan/lock.js'
import type { PlannedWheel } from '../plan/plan.js'
import type { IndexSettings } from '../settings.js'

/** A file that an index, a page or a directory offers. */
export type ListedFile = LockedFile & {
  /** PEP 503 `data-requires-python`, verbatim. */
  readonly requiresPython: string | undefined
}

/** A file as an index or a page lists it, before it is one of ours. */
export type IndexFile = {
  readonly filename: string
  readonly url: string
  readonly hashes: Readonly<Record<string, string>>
  readonly size: number | undefined
  readonly requiresPython: string | undefined
}

export type LinkSources = {
  /** Absolute; relative links are relative to it. */
  readonly workingDirectory: string
  /** Lists an http(s) page. */
  readonly listLinkPage: (url: string) => Promise<readonly IndexFile[]>
}

/**
 * Lists wheels and source archives of every `--find-links`, in the given order: directories, `file:` URLs of directories,
 * and http(s) pages. With `offline`, pages are left out.
 * Throws UserError FIND_LINKS_NOT_FOUND, and what `listLinkPage` throws.
 */
export async function listFindLinks(
  { findLinks, offline }: Pick<IndexSettings, 'findLinks' | 'offline'>,
  sources: LinkSources,
): Promise<readonly ListedFile[]> {
  const lists = findLinks.map(async link => {
    if (!/^https?:/i.test(link)) return listDirectory(link, sources.workingDirectory)
    return offline ? [] : (await sources.listLinkPage(link)).map(listed)
  })
  return (await Promise.all(lists)).flat()
}

/** An index's file as a listed one. */
export function listed({ filename, url, hashes, size, requiresPython }: IndexFile): ListedFile {
  return { filename, url, path: undefined, size, hashes, requiresPython }
}

async function listDirectory(link: string, base: string): Promise<readonly ListedFile[]> {
  const directory = resolve(base, link.startsWith('file:') ? fileURLToPath(link) : link)
  const names = await readdir(directory).catch((error: unknown) => {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) throw error
    throw usageError(
      'FIND_LINKS_NOT_FOUND',
      `\`--find-links\` names \`${directory}\`, which is not a directory that can be read`,
    )
  })
  return names
    .filter(isDistributionFile)
    .toSorted()
    .map(filename => localFile(join(directory, filename), filename))
}

function isDistributionFile(filename: string): boolean {
  return /\.(?:whl|tar\.gz|zip)$/.test(filename)
}

function localFile(path: string, filename: string): ListedFile {
  return { filename, url: undefined, path, size: undefined, hashes: {}, requiresPython: undefined }
}

/**
 * The lock with `path` set on each of its files that a `--find-links` directory holds under the same name. The hashes
 * stay the lock's: they are checked when the file is read. An unchanged lock is returned as it is.
 */
export function preferLocal(lock: Lock, files: readonly ListedFile[]): Lock {
  const paths = new Map(
    files.toReversed().flatMap(({ filename, path }) => (path === undefined ? [] : [[filename, path] as const])),
  )
  if (paths.size === 0) return lock
  const place = (file: LockedFile): LockedFile => ({ ...file, path: file.path ?? paths.get(file.filename) })
  const placeAll = (entry: LockedDistribution): LockedDistribution => ({
    ...entry,
    wheels: entry.wheels.map(place),
    sdist: entry.sdist && place(entry.sdist),
    archive: entry.archive && place(entry.archive),
  })
  return { ...lock, distributions: lock.distributions.map(placeAll) }
}

/**
 * Refuses wheels that no local file has, where the run may not fetch them: with `offline` any URL, with `noIndex` any
 * but those of `--find-links` pages and direct URLs. Throws UserError WHEEL_UNAVAILABLE_OFFLINE naming all of them.
 */
export function requireLocal(
  wheels: readonly PlannedWheel[],
  { index, files }: { readonly index: IndexSettings; readonly files: readonly ListedFile[] },
): void {
  if (!index.offline && !index.noIndex) return
  const pages = new Set(files.map(({ url }) => url))
  const isAllowed = ({ file, directUrl }: PlannedWheel) =>
    file.path !== undefined || (!index.offline && (directUrl !== undefined || pages.has(file.url)))
  const missing = wheels.filter(wheel => !isAllowed(wheel))
  if (missing.length === 0) return
  const flag = index.offline ? '--offline' : '--no-index'
  throw new UserError(
    'WHEEL_UNAVAILABLE_OFFLINE',
    `\`${flag}\` forbids fetching, and no local file was found for ${missing.map(({ file }) => `\`${file.filename}\``).join(', ')}`,
    { hint: `Give the directory that holds them as \`--find-links\`, or leave out \`${flag}\`` },
  )
}
