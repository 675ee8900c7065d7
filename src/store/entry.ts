/** Entries of the store, wheels and bytecode sets, by the path of their directory below its root: as leases and plans name them. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrno } from '../errors.js'
import { type BytecodeKind, bytecodeName, type Store } from './store.js'

/** `wheels/<aa>/<sha256>` */
export function wheelEntry(sha256: string): string {
  return `wheels/${sha256.slice(0, 2)}/${sha256}`
}

/** `bytecode/<set>/<aa>/<sha256>` */
export function bytecodeEntry(kind: BytecodeKind, sha256: string): string {
  return `bytecode/${bytecodeName(kind)}/${sha256.slice(0, 2)}/${sha256}`
}

/** Whether a text names an entry, and nothing outside the store. */
export function isEntry(text: unknown): text is string {
  return typeof text === 'string' && /^(?:wheels|bytecode\/\w[\w.-]*)\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(text)
}

/** sha256 of the wheel that an entry is, or belongs to. */
export function wheelOfEntry(entry: string): string {
  return entry.slice(entry.lastIndexOf('/') + 1)
}

export function entryDirectory(store: Store, entry: string): string {
  return join(store.root, entry)
}

/** All entries that there are. */
export async function listEntries(store: Store): Promise<readonly string[]> {
  const sets = (await childrenOf(store, 'bytecode')).map(set => `bytecode/${set}`)
  const folders = await Promise.all(['wheels', ...sets].map(async parent => pathsIn(store, parent)))
  const entries = await Promise.all(folders.flat().map(folder => pathsIn(store, folder)))
  return entries.flat().filter(isEntry)
}

async function pathsIn(store: Store, parent: string): Promise<readonly string[]> {
  return (await childrenOf(store, parent)).map(name => `${parent}/${name}`)
}

/** Names below a directory of the store; none where it is not there. */
export async function childrenOf(store: Store, directory: string): Promise<readonly string[]> {
  try {
    return await readdir(join(store.root, directory))
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}
