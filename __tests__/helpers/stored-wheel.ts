/** Puts made-up wheels and bytecode sets into a store, and reads them back as plain data. */
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { type BytecodeNote, type StoredFile, sourceMtime, type WheelNote } from '../../src/store/note.js'
import type { BytecodeSection } from '../../src/store/pack-contents.js'
import {
  type BytecodeKind,
  bytecodeDirectory,
  filesOf,
  publish,
  type Store,
  stage,
  wheelDirectory,
} from '../../src/store/store.js'

/** Path → content; a path that ends in `.sh` is executable. */
export type Files = Readonly<Record<string, Buffer | string>>

export const kind: BytecodeKind = {
  cacheTag: 'cpython-311',
  magicNumber: 'a70d0d0a',
  optimize: 0,
  invalidationMode: 'timestamp',
}

export async function storeWheel(store: Store, name: string, files: Files): Promise<WheelNote> {
  const staged = await stage(store)
  const note: WheelNote = {
    sha256: sha256(`wheel ${name}`),
    filename: `${name}-1.0-py3-none-any.whl`,
    size: 1000,
    name,
    version: '1.0',
    distInfo: `${name}-1.0.dist-info`,
    rootIsPurelib: true,
    requires: [],
    files: await writeFiles(filesOf(staged), files),
  }
  await publish(staged, wheelDirectory(store, note.sha256), note)
  return note
}

export async function storeBytecode(store: Store, wheel: WheelNote, files: Files): Promise<BytecodeSection> {
  const staged = await stage(store)
  const note: BytecodeNote = { wheel: wheel.sha256, files: await writeFiles(filesOf(staged), files), failed: [] }
  await publish(staged, bytecodeDirectory(store, kind, wheel.sha256), note)
  return { kind, note }
}

async function writeFiles(root: string, files: Files): Promise<StoredFile[]> {
  const notes: StoredFile[] = []
  for (const [path, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = Buffer.from(content)
    const note = { path, size: bytes.length, sha256: sha256(bytes), executable: path.endsWith('.sh') }
    const target = join(root, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
    if (note.executable) await chmod(target, 0o755)
    await utimes(target, sourceMtime(note.sha256), sourceMtime(note.sha256))
    notes.push(note)
  }
  return notes
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Every file below a directory as `path mode digest`, `timed` where its time is that of its content; sorted. */
export async function describeTree(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const lines = entries.map(async entry => {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) return ''
    const { mode, mtimeMs } = await stat(path)
    const name = relative(root, path).split(sep).join('/')
    const digest = sha256(await readFile(path))
    const time = mtimeMs === sourceMtime(digest) * 1000 ? ' timed' : ''
    return `${name} ${(mode & 0o777).toString(8)} ${digest}${time}`
  })
  return (await Promise.all(lines)).filter(line => line !== '').sort()
}
