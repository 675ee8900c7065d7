/** A manifest: which packs hold the wheels of one plan at one source revision, and the lock that they fulfil. Pure. */
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Lock } from '../plan/lock.js'
import { isRangeSum, rangeCount } from './image-ranges.js'
import type { FileIngredient, Ingredients } from './ingredients.js'
import { isLock } from './lock-shape.js'
import {
  type Check,
  type Checks,
  isCount,
  isListOf,
  isObject,
  isOptional,
  isRecordOf,
  isSha256,
  isText,
} from './shape.js'

/** What a pack holds: the files of a wheel, or a set of its bytecode. */
export type PackedItem = {
  /** Of the wheel. */
  readonly sha256: string
  /** Which bytecode; empty = the wheel itself. */
  readonly bytecode: string
  /** Bytes of its files, unpacked. */
  readonly size: number
}

export type ManifestPack = {
  /** Lower-case hex: the pack's key. */
  readonly digest: string
  /** Bytes of the pack in the backend, where known. */
  readonly bytes?: number
  /** All that is inside, also for other plans. */
  readonly items: readonly PackedItem[]
}

/** A file of an environment in images, as it lies in an entry. */
export type ImageFile = {
  /** Lower-case hex: the entry's key. */
  readonly digest: string
  /** Lower-case hex, of the bytes of the entry. */
  readonly sha256: string
  /** Bytes of the entry. */
  readonly size: number
  /** Of each of its `imageRanges`. */
  readonly rangeSums: readonly string[]
}

export type ImageLayer = ImageFile & {
  /** Lower-case hex: by which the store knows the image. */
  readonly name: string
}

/** An environment as images: the highest first. */
export type ManifestImages = {
  /** Lower-case hex: of the interpreter, and of the settings that the plan digest leaves out. */
  readonly key: string
  /** Absolute: the path that the highest image names. */
  readonly root: string
  /** Number of the user to whom all files in them belong. */
  readonly user: number
  /** The stored plan, compressed. */
  readonly plan: ImageFile
  readonly layers: readonly ImageLayer[]
}

/** How fast the run was that saved, where it measured that. */
export type Rates = {
  /** Bytes of wheel files per second from the index. */
  readonly fetch?: number
  /** Unpacked bytes per second of unpacking and compiling. */
  readonly prepare?: number
}

export type Manifest = {
  readonly format: 6
  readonly revision: string
  readonly planDigest: string
  /** What the plan was made of, to tell what changed since. */
  readonly ingredients: Ingredients
  /** Resolved: a restore needs neither resolver nor index. */
  readonly lock: Lock
  readonly packs: readonly ManifestPack[]
  /** Environments of this plan, where jobs mount them. */
  readonly images?: readonly ManifestImages[]
  readonly rates?: Rates
  /** Version of this program. */
  readonly createdBy: string
}

/** Compresses half again as well as the level of packs, at a few milliseconds. */
const level = 9
/** Bytes of JSON: no manifest comes near it, and a bomb does not go beyond. */
const longestText = 64 << 20

/** The bytes of a manifest: one JSON object as a zstd frame. */
export function formatManifest(manifest: Manifest): Buffer {
  const params = { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_checksumFlag]: 1 }
  return zstdCompressSync(JSON.stringify(manifest), { params })
}

/** Parses a manifest; undefined when any part is not as it should be, which is a miss. */
export function parseManifest(bytes: Buffer): Manifest | undefined {
  const value = parseJson(bytes)
  return isObject(value, manifestChecks) ? (value as Manifest) : undefined
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: longestText }).toString('utf8'))
  } catch {
    return undefined
  }
}

const fileIngredientChecks = { digest: isText, versions: isRecordOf(isText) } satisfies Checks<FileIngredient>

const ingredientsChecks = {
  files: isRecordOf(value => isObject(value, fileIngredientChecks)),
  settings: isRecordOf(isText),
} satisfies Checks<Ingredients>

const ratesChecks = { fetch: isOptional(isRate), prepare: isOptional(isRate) } satisfies Checks<Rates>

const itemChecks = { sha256: isSha256, size: isCount, bytecode: isText } satisfies Checks<PackedItem>

const packChecks = {
  digest: isSha256,
  bytes: isOptional(isCount),
  items: isListOf(value => isObject(value, itemChecks)),
} satisfies Checks<ManifestPack>

const imageFileChecks = {
  digest: isSha256,
  sha256: isSha256,
  size: isCount,
  rangeSums: isListOf(isRangeSum),
} satisfies Checks<ImageFile>
const imageLayerChecks = { ...imageFileChecks, name: isSha256 } satisfies Checks<ImageLayer>

const isImageFile: Check = value => isObject(value, imageFileChecks) && isSummed(value as ImageFile)
const isImageLayer: Check = value => isObject(value, imageLayerChecks) && isSummed(value as ImageLayer)

function isSummed({ size, rangeSums }: ImageFile): boolean {
  return rangeSums.length === rangeCount(size)
}

const imagesChecks = {
  key: isSha256,
  root: isText,
  user: isCount,
  plan: isImageFile,
  layers: value => Array.isArray(value) && value.length > 0 && value.every(isImageLayer),
} satisfies Checks<ManifestImages>

const manifestChecks = {
  format: format => format === 6,
  revision: isText,
  planDigest: isText,
  ingredients: value => isObject(value, ingredientsChecks),
  lock: isLock,
  packs: isListOf(value => isObject(value, packChecks)),
  images: isOptional(isListOf(value => isObject(value, imagesChecks))),
  rates: isOptional(value => isObject(value, ratesChecks)),
  createdBy: isText,
} satisfies Checks<Manifest>

/** Bytes per second. */
function isRate(value: unknown): boolean {
  return Number.isFinite(value) && Number(value) > 0
}
