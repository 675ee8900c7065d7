import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Path relative to the root, with `/` → what is there: digest and x bit, or the target of a link. */
export type Tree = Readonly<Record<string, string>>

/** Every file and link below a directory. One file after another, since trees have tens of thousands. */
export async function readTree(root: string): Promise<Tree> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(files.sort(byCodeUnit).map(file => [posixPath(root, file), describeFile(file)]))
}

/** Every directory below a directory, relative to it. */
export async function readDirectories(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const directories = entries.filter(entry => entry.isDirectory())
  return directories.map(entry => relative(root, join(entry.parentPath, entry.name))).sort(byCodeUnit)
}

function describeFile(file: string): string {
  const status = lstatSync(file)
  if (status.isSymbolicLink()) return `link to ${readlinkSync(file)}`
  const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
  return (status.mode & 0o111) === 0 ? digest : `${digest} executable`
}

function posixPath(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/')
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
