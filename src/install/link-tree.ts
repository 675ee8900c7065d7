/** Links the directories of a tree into an environment. Several threads share one tree: each takes the next few directories. */
import { closeSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasErrno } from '../errors.js'
import { cannotWrite } from '../python/environment.js'
import type { LinkMode } from '../store/locate.js'
import { linkFile } from './link.js'
import type { TreeDirectory } from './tree.js'
import { parseDirectories, type TextRange } from './tree-file.js'

/** Where a tree is linked from and to; plain data, since threads are told of it. */
export type TreePlace = {
  /** `<store>/v1` */
  readonly storeRoot: string
  /** Absolute path of the environment. */
  readonly root: string
  readonly linkMode: LinkMode
}

/** Counts the directories that were taken, and the files that had to be copied; all threads of one tree share it. */
export type SharedCounter = SharedArrayBuffer

const takenSlot = 0
const copiedSlot = 1

export function newCounter(): SharedCounter {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)
}

/** Files that the mode was refused for and that were copied, so far. */
export function copiedOf(counter: SharedCounter): number {
  return Atomics.load(new Int32Array(counter), copiedSlot)
}

/** How many directories a thread takes at a time: few enough that none is left with the rest. */
const stride = 16

/**
 * Takes directories until none is left, makes each and links its files. Returns the number of files.
 * Throws UserError ENVIRONMENT_UNWRITABLE, and ENOENT for a file that the store no longer has.
 */
export function linkDirectories(
  directories: readonly TreeDirectory[],
  place: TreePlace,
  counter: SharedCounter,
): number {
  const counts = new Int32Array(counter)
  let files = 0
  for (;;) {
    const start = Atomics.add(counts, takenSlot, stride)
    if (start >= directories.length) return files
    for (const directory of directories.slice(start, start + stride)) {
      const linked = linkDirectory(directory, place)
      files += linked.files
      if (linked.copied > 0) Atomics.add(counts, copiedSlot, linked.copied)
    }
  }
}

/** The task of a thread: the tree lies in a file. */
export type LinkTask = {
  readonly file: string
  /** Where in the file its directories lie. */
  readonly range: TextRange
  readonly place: TreePlace
  readonly counter: SharedCounter
}

/** Takes part in linking a stored tree. Throws as `linkDirectories`. */
export function linkStoredTree({ file, range, place, counter }: LinkTask): number {
  const [start, length] = range
  const bytes = Buffer.allocUnsafe(length)
  const descriptor = openSync(file, 'r')
  try {
    for (let done = 0; done < length; ) {
      const read = readSync(descriptor, bytes, done, length - done, start + done)
      if (read === 0) return 0
      done += read
    }
  } finally {
    closeSync(descriptor)
  }
  return linkDirectories(parseDirectories(bytes), place, counter)
}

/** Other threads stop at their next directories. */
export function stopLinking(counter: SharedCounter): void {
  Atomics.store(new Int32Array(counter), takenSlot, 2 ** 30)
}

type Linked = { readonly files: number; readonly copied: number }

function linkDirectory([path, groups]: TreeDirectory, { storeRoot, root, linkMode }: TreePlace): Linked {
  const directory = path === '' ? root : `${root}/${path}`
  makeDirectory(directory)
  let files = 0
  let copied = 0
  for (const [from, names, mode = linkMode] of groups) {
    for (const name of names) {
      if (linkFile(`${storeRoot}/${from}/${name}`, `${directory}/${name}`, mode) !== undefined) copied++
    }
    files += names.length
  }
  return { files, copied }
}

/** Makes a directory and those above it, unless it is there. Throws UserError ENVIRONMENT_UNWRITABLE. */
export function makeDirectory(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (hasErrno(error, 'EEXIST')) return
    if (!hasErrno(error, 'ENOENT')) throw cannotWrite(path, error)
    makeDirectory(dirname(path))
    makeDirectory(path)
  }
}
