import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'

/** Path relative to the root, with `/` → what is there: digest and x bit, or the target of a link. */
export type Tree = Readonly<Record<string, string>>

/** Every file and link below a directory. */
export async function readTree(root: string): Promise<Tree> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))
  const described = await Promise.all(
    files.sort(byCodeUnit).map(async file => [relative(root, file).replaceAll('\\', '/'), await describeFile(file)]),
  )
  return Object.fromEntries(described)
}

/** Every directory below a directory, relative to it. */
export async function readDirectories(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const directories = entries.filter(entry => entry.isDirectory())
  return directories.map(entry => relative(root, join(entry.parentPath, entry.name))).sort(byCodeUnit)
}

/** What two installers must agree on: without the files of the empty environment and the bytes that may differ. */
export function comparableTree(tree: Tree, empty: Tree, wrappers: ReadonlySet<string>): Tree {
  const kept = Object.entries(tree).filter(([path]) => !(path in empty) && basename(path) !== 'direct_url.json')
  return Object.fromEntries(
    kept.map(([path, what]) => [path, mayDiffer(path, wrappers) ? what.replace(/^\w+/, 'any') : what]),
  )
}

/** The rows of every RECORD below a root, each set sorted; of files whose bytes may differ, the path alone. */
export async function readRecords(root: string, tree: Tree, wrappers: ReadonlySet<string>): Promise<Tree> {
  const records = Object.keys(tree).filter(path => path.endsWith('.dist-info/RECORD'))
  const rows = await Promise.all(
    records.map(async path => [path, comparableRows(await readFile(join(root, path), 'utf8'), wrappers)]),
  )
  return Object.fromEntries(rows)
}

/** Names of the console scripts that the distributions below a root declare. */
export async function readConsoleScripts(root: string, tree: Tree): Promise<readonly string[]> {
  const files = Object.keys(tree).filter(path => path.endsWith('.dist-info/entry_points.txt'))
  const texts = await Promise.all(files.map(path => readFile(join(root, path), 'utf8')))
  return texts.flatMap(consoleScripts).sort(byCodeUnit)
}

async function describeFile(file: string): Promise<string> {
  const status = await lstat(file)
  if (status.isSymbolicLink()) return `link to ${await readlink(file)}`
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  return (status.mode & 0o111) === 0 ? digest : `${digest} executable`
}

function mayDiffer(path: string, wrappers: ReadonlySet<string>): boolean {
  const name = basename(path)
  if (path.includes('.dist-info/')) return name === 'INSTALLER' || name === 'RECORD'
  return path.endsWith('.pyc') || (/^(.*\/)?(bin|Scripts)\//.test(path) && wrappers.has(name.replace(/\.exe$/, '')))
}

function comparableRows(record: string, wrappers: ReadonlySet<string>): string {
  const rows = record.split(/\r?\n/).filter(row => row !== '' && !row.includes('.dist-info/direct_url.json,'))
  const comparable = rows.map(row => {
    const path = row.replace(/,[^,]*,[^,]*$/, '')
    return mayDiffer(path.replaceAll('"', ''), wrappers) ? path : row
  })
  return comparable.sort(byCodeUnit).join('\n')
}

function consoleScripts(entryPoints: string): readonly string[] {
  const section = /^\[console_scripts\]\s*\n([^[]*)/m.exec(entryPoints)?.[1] ?? ''
  return section.split('\n').flatMap(line => /^\s*([^#;=\s][^=]*?)\s*=/.exec(line)?.[1] ?? [])
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
