/** An environment as several installers can be compared on it: without what each says in its own words. */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { readTree, type Tree } from '../tree.js'

/**
 * What was installed: the tree without the files of the empty environment. Of bytecode the x bit alone, since marshal may
 * write equal code in several ways (bytecode.py compares it); of a wrapper what it imports and calls, and its x bit.
 */
export async function readInstalled(root: string, empty: Tree): Promise<Tree> {
  const added = Object.entries(await readTree(root)).filter(([path]) => !(path in empty))
  return Object.fromEntries(added.map(([path, what]) => [path, describeInstalled(join(root, path), path, what)]))
}

/** True for what `readInstalled` says of a wrapper. */
export function isWrapper(what: string | undefined): boolean {
  return what?.startsWith('wrapper ') === true
}

/**
 * The rows of every RECORD of a tree: `<dist-info>: <path>` → hash and size, the path relative to the root; of a path that
 * is listed twice, both. Of bytecode, and of what installers write in their own words, the row alone counts.
 */
export function readRecords(root: string, tree: Tree): Tree {
  const rows: Record<string, string> = {}
  for (const path of Object.keys(tree).filter(path => /-packages\/[^/]*\.dist-info\/RECORD$/.test(path))) {
    for (const [key, what] of rowsOf(readFileSync(join(root, path), 'utf8'), path, tree)) {
      rows[key] = rows[key] === undefined ? what : `${rows[key]} and ${what}`
    }
  }
  return rows
}

function describeInstalled(file: string, path: string, what: string): string {
  const alike = describeContent(file, path)
  return alike === undefined ? what : what.replace(/^\w+/, alike)
}

function describeContent(file: string, path: string): string | undefined {
  if (/(^|\/)__pycache__\/[^/]*\.pyc$/.test(path)) return 'bytecode'
  return /^(bin|Scripts)\/[^/]*$/.test(path) ? describeScript(readFileSync(file)) : undefined
}

function describeScript(content: Buffer): string | undefined {
  if (content.subarray(-2048).includes('__main__.py')) return 'wrapper for Windows'
  const text = content.subarray(0, 2048).toString('latin1')
  const imported = /^#!.*\n(?:.*\n){0,5}?from ([\w.]+) import \w+\s+if __name__ == ['"]__main__['"]:/.exec(text)?.[1]
  const called = /sys\.exit\(([\w.]+)\(\)\)\s*$/.exec(text)?.[1]
  return imported === undefined || called === undefined ? undefined : `wrapper of ${imported}:${called}`
}

function rowsOf(record: string, path: string, tree: Tree): readonly [key: string, what: string][] {
  const [name, library] = [posix.basename(posix.dirname(path)), posix.dirname(posix.dirname(path))]
  const lines = record.split(/\r?\n/).filter(line => line !== '')
  return lines.map(line => {
    const [, written = '', what = ''] = /^(.*),([^,]*,[^,]*)$/.exec(line) ?? []
    const plain = written.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')
    const listed = posix.isAbsolute(plain) ? plain : posix.join(library, plain)
    const ownWords = /\.pyc$|\.dist-info\/INSTALLER$/.test(listed) || isWrapper(tree[listed])
    return [`${name}: ${listed}`, ownWords ? 'listed' : what]
  })
}
