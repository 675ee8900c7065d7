/** Built distributions that the environment holds already, file by file: their version says nothing about their source. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openArchive } from '../install/archive.js'
import type { InstalledDistribution } from '../install/installed.js'
import { textOf } from '../install/reading.js'
import type { DirectUrl } from '../plan/lock.js'
import type { PlannedWheel } from '../plan/plan.js'
import { parseRecord } from '../wheel/record.js'
import { readEntries, readEntry } from '../wheel/zip.js'

/** Names of those among the built wheels whose RECORD the environment fulfils. */
export function unchangedNames(
  wheels: readonly PlannedWheel[],
  present: readonly InstalledDistribution[],
  isBuilt: (sha256: string) => boolean,
): ReadonlySet<string> {
  const isUnchanged = ({ name, sha256, file, directUrl, uvCacheInfo }: PlannedWheel): boolean => {
    if (sha256 === undefined || file.path === undefined || !isBuilt(sha256)) return false
    const [found, ...others] = present.filter(distribution => distribution.name === name)
    if (found === undefined || others.length > 0 || found.kind !== 'dist-info') return false
    // uv compares what is noted there with times of the source, which are others after a checkout.
    const isStamped = uvCacheInfo === undefined || textOf(join(found.directory, 'uv_cache.json')) === uvCacheInfo
    return isStamped && isSameUrl(found.directUrl, directUrl) && isSameRecord(file.path, found.directory)
  }
  return new Set(wheels.filter(isUnchanged).map(({ name }) => name))
}

/** An editable one does not stand for one that is not. */
function isSameUrl(a: DirectUrl | undefined, b: DirectUrl | undefined): boolean {
  return a?.url === b?.url && (a?.dir_info?.editable ?? false) === (b?.dir_info?.editable ?? false)
}

function isSameRecord(wheel: string, distInfo: string): boolean {
  const wanted = rowsOf(recordOfWheel(wheel))
  const installed = new Set(rowsOf(textOf(join(distInfo, 'RECORD')) ?? '').map(rowText))
  const isThere = ({ path }: Row): boolean => existsSync(join(dirname(distInfo), path))
  return wanted.length > 0 && wanted.every(row => installed.has(rowText(row)) && isThere(row))
}

type Row = { readonly path: string; readonly hash: string }

function rowText({ path, hash }: Row): string {
  return JSON.stringify([path, hash])
}

/** A row for each file that has a hash. */
function rowsOf(record: string): readonly Row[] {
  return parseRecord(record).rows.filter(({ hash }) => hash !== '')
}

function recordOfWheel(path: string): string {
  const archive = openArchive(path)
  try {
    const entry = readEntries(archive, path).find(candidate => /^[^/]+\.dist-info\/RECORD$/.test(candidate.path))
    return entry === undefined ? '' : readEntry(archive, entry, path).toString('utf8')
  } finally {
    archive.close()
  }
}
