/** A wheel's RECORD compared with its files (PyPA binary distribution format, "The .dist-info directory"; PEP 376). */
import { quoted, quotedFew } from './invalid-wheel.js'
import type { ParsedRecord, RecordFault, RecordRow } from './record.js'

/** A file as it was unpacked; `sha256` in lower-case hex. */
export type RecordedFile = { readonly path: string; readonly size: number; readonly sha256: string }

/** A digest that a row promises and that unpacking did not compute anyway. */
export type WantedDigest = { readonly path: string; readonly algorithm: string }

/** Algorithms that count (sha256 or better), by the name that `hashlib` gives them; the values are those of OpenSSL. */
const algorithms: ReadonlyMap<string, string> = new Map([
  ['sha256', 'sha256'],
  ['sha384', 'sha384'],
  ['sha512', 'sha512'],
  ['sha3_256', 'sha3-256'],
  ['sha3_384', 'sha3-384'],
  ['sha3_512', 'sha3-512'],
  ['blake2b', 'blake2b512'],
  ['blake2s', 'blake2s256'],
])

/** The digests besides sha256 that rows of files of the wheel name; usually none. `algorithm` is OpenSSL's name. */
export function wantedDigests({ rows }: ParsedRecord, files: readonly RecordedFile[]): readonly WantedDigest[] {
  const named = rows.filter(row => row.hash !== '' && !row.hash.startsWith('sha256='))
  if (named.length === 0) return []
  const paths = new Set(files.map(file => file.path))
  const wanted = named.flatMap(row => {
    const algorithm = algorithms.get(splitHash(row.hash).algorithm)
    const path = plainPath(row.path)
    return algorithm === undefined || !paths.has(path) ? [] : [{ path, algorithm }]
  })
  return [...new Map(wanted.map(digest => [digestKey(digest), digest])).values()]
}

/** The key of a digest in what `checkRecord` is given. */
export function digestKey({ path, algorithm }: WantedDigest): string {
  return `${algorithm} ${path}`
}

export type CheckedWheel = {
  /** Filename, for the messages. */
  readonly wheel: string
  readonly distInfo: string
  readonly files: readonly RecordedFile[]
  /** The digests that `wantedDigests` asked for, by `digestKey`. */
  readonly digests: ReadonlyMap<string, Buffer>
}

/**
 * What is wrong with a RECORD: a sentence for each kind of fault, with the number of files and the first of them.
 * Nothing of it makes a wheel unusable, since RECORD is written anew from the files themselves.
 */
export function checkRecord(record: ParsedRecord, checked: CheckedWheel): readonly string[] {
  const findings: Finding[] = record.faults.map(formFinding)
  const files = new Map(checked.files.map(file => [file.path, file]))
  const own = ownFiles(checked.distInfo)
  const listed = new Set<string>()
  for (const row of record.rows) {
    const path = plainPath(row.path)
    if (path !== row.path) findings.push({ what: 'spells in an unusual way', path: row.path })
    if (listed.has(path)) findings.push({ what: 'lists more than once', path })
    listed.add(path)
    const file = files.get(path)
    if (file === undefined) findings.push({ what: 'lists, without the wheel having it,', path })
    else if (own.has(path)) findings.push(...checkOwn(path, row))
    else findings.push(...checkRow(row, file, checked.digests))
  }
  const itself = `${checked.distInfo}/RECORD`
  const unlisted = checked.files.filter(({ path }) => !listed.has(path) && (path === itself || !own.has(path)))
  findings.push(...unlisted.map(({ path }) => ({ what: 'does not list', path })))
  return sentences(findings, checked.wheel)
}

/** RECORD cannot hold its own hash, nor those of its signatures, which are made after it. */
function ownFiles(distInfo: string): ReadonlySet<string> {
  return new Set(['RECORD', 'RECORD.jws', 'RECORD.p7s'].map(name => `${distInfo}/${name}`))
}

type Finding = { readonly what: string; readonly path: string | undefined }

function formFinding(fault: RecordFault): Finding {
  switch (fault.kind) {
    case 'columns':
      return { what: 'has more than three columns for', path: fault.path }
    case 'size':
      return { what: 'gives a size that is no number for', path: fault.path }
    case 'quote':
      return { what: 'has a broken quote', path: undefined }
    case 'rows':
      return { what: 'has more rows than a wheel can have files', path: undefined }
  }
}

function checkOwn(path: string, { hash }: RecordRow): readonly Finding[] {
  return hash === '' ? [] : [{ what: 'gives a hash, which it cannot know, for', path }]
}

function checkRow(row: RecordRow, file: RecordedFile, digests: CheckedWheel['digests']): readonly Finding[] {
  const { path } = file
  const findings: Finding[] = []
  if (row.size !== undefined && row.size !== file.size) findings.push({ what: 'gives another size for', path })
  const { algorithm, digest } = splitHash(row.hash)
  const known = algorithms.get(algorithm)
  if (row.hash === '') findings.push({ what: 'gives no hash for', path })
  else if (known === undefined) {
    findings.push({ what: `names the algorithm ${quoted(algorithm)}, which proves nothing, for`, path })
  } else if (!digestOf(file, known, digests)?.equals(Buffer.from(digest, 'base64url'))) {
    findings.push({ what: 'gives another hash for', path })
  }
  return findings
}

function digestOf(file: RecordedFile, algorithm: string, digests: CheckedWheel['digests']): Buffer | undefined {
  if (algorithm === 'sha256') return Buffer.from(file.sha256, 'hex')
  return digests.get(digestKey({ path: file.path, algorithm }))
}

function splitHash(hash: string): { readonly algorithm: string; readonly digest: string } {
  const equals = hash.indexOf('=')
  if (equals === -1) return { algorithm: hash, digest: '' }
  return { algorithm: hash.slice(0, equals).toLowerCase(), digest: hash.slice(equals + 1) }
}

/** A path as a wheel spells it: some builders write it absolute, with `./` in front or with backslashes. */
function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(\.?\/)+/, '')
}

const mostExamples = 3

function sentences(findings: readonly Finding[], wheel: string): readonly string[] {
  const byKind = new Map<string, string[]>()
  for (const { what, path } of findings) {
    const paths = byKind.get(what) ?? []
    if (path !== undefined) paths.push(path)
    byKind.set(what, paths)
  }
  return [...byKind].map(([what, paths]) => `\`${wheel}\`: RECORD ${what} ${quotedFew(paths, mostExamples)}`.trimEnd())
}
