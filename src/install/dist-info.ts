/** Scripts and the files of an installed dist-info: INSTALLER, REQUESTED, direct_url.json and, last, RECORD. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf, wheelDirectory } from '../store/store.js'
import { formatRecord, type RecordRow, recordHash } from '../wheel/record.js'
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
    ...['INSTALLER', 'REQUESTED', 'direct_url.json'].map(name => join(places.distInfo, name)),
    unfinishedName(record),
    record,
  ]
}

/** Writes what the installer adds to the dist-info; RECORD comes last and lists everything. */
export function writeMetadata({ wheel, places }: PreparedWheel, parts: MetadataParts): void {
  const { note } = wheel
  const own: [name: string, content: string][] = [['INSTALLER', 'wheelcrew\n']]
  if (wheel.requested) own.push(['REQUESTED', ''])
  if (wheel.directUrl !== undefined) own.push(['direct_url.json', JSON.stringify(wheel.directUrl)])
  const rows = places.linked.map(({ file, recordPath }) => ({
    path: recordPath,
    hash: recordHash(file.sha256),
    size: file.size,
  }))
  const compiled = parts.bytecode.map(({ recordPath }) => ({ path: recordPath, hash: '', size: undefined }))
  const added = own.map(([name, content]) => contentRow(`${note.distInfo}/${name}`, Buffer.from(content)))
  const record = { path: `${note.distInfo}/RECORD`, hash: '', size: undefined }
  for (const [name, content] of own) {
    writeFile(join(places.distInfo, name), content, { executable: false })
  }
  const text = formatRecord([...rows, ...parts.scripts, ...compiled, ...added, record])
  writeWhole(join(places.distInfo, 'RECORD'), text)
}

function contentRow(path: string, content: Buffer): RecordRow {
  return { path, hash: recordHash(hash('sha256', content, 'hex')), size: content.length }
}
