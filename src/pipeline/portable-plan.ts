/** A stored plan on its way to another machine: compressed, with all that it would read out of wheels; checked when it arrives. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { changeTreeFile, type ParsedTreeFile, parseTreeFile, type StoredTree } from '../install/tree-file.js'
import { isEntry, wheelOfEntry } from '../store/entry.js'
import type { Store } from '../store/store.js'
import type { PlanFacts, StoredPlan } from './stored-plan.js'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
/** Bytes of a plan: none comes near it, and a bomb does not go beyond. */
const longestPlan = 256 << 20
/** Bytes that are decompressed at a time: a usual plan is one piece, which waits once for a thread. */
const pieceBytes = 4 << 20

/** What the plan follows from, on one machine, and what it installs. */
export type ExpectedPlan = Pick<PlanFacts, 'files' | 'texts'> & { readonly wheels: ReadonlySet<string> }

/** The bytes that travel: without what only this machine has. Throws system errors of the store. */
export async function packPlan({ path, file, facts }: StoredPlan, store: Store): Promise<Buffer> {
  const bytes = changeTreeFile(await readFile(path), file, {
    facts: { ...facts, texts: [], files: [] },
    file: entry =>
      entry.kind === 'script' && entry.shipped === undefined
        ? { ...entry, shipped: readFileSync(join(store.root, entry.from), 'base64') }
        : entry,
  })
  return compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 9, [constants.ZSTD_c_checksumFlag]: 1 } })
}

/**
 * The bytes of the plan that `packPlan` packed, with the files of this machine that it follows from; undefined where it is not of these wheels (sha256), and for anything
 * else, and for a plan that names what lies outside of store or environment.
 */
export async function unpackPlan(packed: Buffer, { wheels, ...origin }: ExpectedPlan): Promise<Buffer | undefined> {
  const bytes = await decompress(packed, { maxOutputLength: longestPlan, chunkSize: pieceBytes }).catch(() => undefined)
  const file = bytes && parseTreeFile(bytes)
  if (bytes === undefined || file === undefined || !isHarmless(file) || !isOf(wheels, file)) return undefined
  return changeTreeFile(bytes, file, { facts: { ...(file.facts as PlanFacts), ...origin } })
}

function isOf(wheels: ReadonlySet<string>, { facts }: ParsedTreeFile): boolean {
  const held = new Set((facts as PlanFacts).entries.map(wheelOfEntry))
  return held.size === wheels.size && [...held].every(sha256 => wheels.has(sha256))
}

function isHarmless({ facts, tree }: ParsedTreeFile): boolean {
  try {
    const { wheels, warnings, entries, big } = facts as PlanFacts
    const isPlain = [...warnings, ...wheels.flatMap(({ name, version }) => [name, version])].every(isPlainText)
    return isPlain && entries.every(isEntry) && big.every(isDigest) && isContained(tree())
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return false
    throw error
  }
}

function isContained({ directories, files }: StoredTree): boolean {
  const linked = directories.flatMap(([path, groups]) => [path, ...groups.flatMap(([from, names]) => [from, ...names])])
  const written = files.flatMap(file => (file.kind === 'script' ? [file.path, file.from] : [file.path]))
  return [...linked, ...written].every(isBelow)
}

function isBelow(path: string): boolean {
  return typeof path === 'string' && !/^\/|\0|(?:^|\/)\.\.(?:\/|$)/.test(path)
}

/** Nothing that a terminal acts on. */
function isPlainText(text: string): boolean {
  return typeof text === 'string' && !/\p{Cc}/u.test(text)
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
