/**
 * Which wheels of a distribution the store holds: `<store>/v1/names/<name>/<sha256>`, empty files. A hint: one may be missing,
 * or be left of a wheel that is gone.
 */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import type { WheelNote } from './note.js'

const normalName = /^[a-z0-9]+(-[a-z0-9]+)*$/
const digest = /^[0-9a-f]{64}$/

/** Notes that the store, whose `v1` is `root`, holds a wheel of this name. That it cannot be noted costs a reuse, and no run. */
export async function recordName(root: string, { name, sha256 }: WheelNote): Promise<void> {
  if (!normalName.test(name) || !digest.test(sha256)) return
  const directory = join(root, 'names', name)
  try {
    await mkdir(directory, { recursive: true })
    await writeFile(join(directory, sha256), '')
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

/** Digests of the wheels of this normalised name that the store was last given, newest first. */
export async function wheelsNamed(root: string, name: string): Promise<readonly string[]> {
  const directory = join(root, 'names', name)
  const names = normalName.test(name) ? await readIfThere(directory) : []
  const dated = names
    .filter(sha256 => digest.test(sha256))
    .map(async sha256 => ({ sha256, time: await timeOf(join(directory, sha256)) }))
  const newestFirst = (await Promise.all(dated)).sort((a, b) => b.time - a.time || (a.sha256 < b.sha256 ? -1 : 1))
  return newestFirst.map(({ sha256 }) => sha256)
}

async function readIfThere(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

async function timeOf(path: string): Promise<number> {
  const facts = await stat(path).catch(() => undefined)
  return facts?.mtimeMs ?? 0
}
