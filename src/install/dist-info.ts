/** Scripts and the files of an installed dist-info: INSTALLER, REQUESTED, direct_url.json, uv_cache.json and, last, RECORD. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf, wheelDirectory } from '../store/store.js'
import { formatRecord, type RecordRow, recordHash, recordHashes } from '../wheel/record.js'
import type { PlacedFile } from './layout.js'
import { unfinishedName, writeFile, writeWhole } from './link.js'
import type { InstallServices, PreparedWheel } from './prepare.js'
import { rewriteShebang } from './scripts.js'

/** Writes the scripts of a wheel: those it ships, with their first line rewritten, and one for each entry point. */
export function writeScripts(prepared: PreparedWheel, services: InstallServices): RecordRow[] {
  const { wheel, places, wrappers, lost } = prepared
  const files = filesOf(wheelDirectory(services.store, wheel.note.sha256))
  const rows: RecordRow[] = []
  for (const { file, destination, recordPath } of places.scripts) {
    const shipped = readFileSync(join(files, file.path))
    const content = rewriteShebang(shipped, services.environment.python, services) ?? shipped
    rows.push(contentRow(recordPath, content))
    if (!lost.has(destination)) writeFile(destination, content, { executable: true })
  }
  for (const { destination, recordPath, content, sha256 } of wrappers) {
    if (!lost.has(destination)) writeFile(destination, content, { executable: true })
    rows.push({ path: recordPath, hash: recordHash(sha256), size: content.length })
  }
  return rows
}

export type MetadataParts = {
  readonly bytecode: readonly PlacedFile[]
  /** Rows of the scripts already written. */
  readonly scripts: readonly RecordRow[]
}

/** The files that `writeMetadata` may write, one that it writes for a moment included. */
export function metadataDestinations({ places }: PreparedWheel): string[] {
  const record = join(places.distInfo, 'RECORD')
  return [
    ...['INSTALLER', 'REQUESTED', 'direct_url.json', 'uv_cache.json'].map(name => join(places.distInfo, name)),
    unfinishedName(record),
    record,
  ]
}

/** Writes what the installer adds to the dist-info; RECORD comes last and lists everything. */
export function writeMetadata(prepared: PreparedWheel, parts: MetadataParts): void {
  const { distInfo } = prepared.places
  for (const [name, content] of metadataFiles(prepared)) {
    writeFile(join(distInfo, name), content, { executable: false })
  }
  const rows = [...metadataRows(prepared, parts.bytecode), ...parts.scripts]
  writeWhole(join(distInfo, 'RECORD'), formatRecord(rows))
}

/** The files that the installer adds to the dist-info, by name, without RECORD. */
export function metadataFiles({ wheel }: PreparedWheel): [name: string, content: string][] {
  const own: [name: string, content: string][] = [['INSTALLER', 'wheelcrew\n']]
  if (wheel.requested) own.push(['REQUESTED', ''])
  if (wheel.directUrl !== undefined) own.push(['direct_url.json', JSON.stringify(wheel.directUrl)])
  if (wheel.uvCacheInfo !== undefined) own.push(['uv_cache.json', wheel.uvCacheInfo])
  return own
}

/** The rows of RECORD, but for those of scripts. */
export function metadataRows(prepared: PreparedWheel, bytecode: readonly PlacedFile[]): readonly RecordRow[] {
  const { wheel, places } = prepared
  const { distInfo } = wheel.note
  const hashes = recordHashes(places.linked.map(({ file }) => file.sha256))
  const linked = places.linked.map(({ file, recordPath }, index) => ({
    path: recordPath,
    hash: hashes[index] ?? '',
    size: file.size,
  }))
  const compiled = bytecode.map(({ recordPath }) => ({ path: recordPath, hash: '', size: undefined }))
  const added = metadataFiles(prepared).map(([name, content]) =>
    contentRow(`${distInfo}/${name}`, Buffer.from(content)),
  )
  return [...linked, ...compiled, ...added, { path: `${distInfo}/RECORD`, hash: '', size: undefined }]
}

/** The row of a file with this content. */
export function contentRow(path: string, content: Buffer): RecordRow {
  return { path, hash: recordHash(hash('sha256', content, 'hex')), size: content.length }
}
