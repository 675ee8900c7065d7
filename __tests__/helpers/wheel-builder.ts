/** Makes wheels in memory: compliant by default, wrong where a test says so. */
import { createHash } from 'node:crypto'
import { makeZip, type ZipInput, type ZipOptions } from './zip-builder.js'

export { makeZip, type ZipInput, type ZipOptions } from './zip-builder.js'

type WheelContent = string | Buffer | { readonly data: string | Buffer; readonly mode?: number }
/** `undefined`: the valid default; `null`: left out; otherwise written verbatim. */
type Verbatim = string | Buffer | null | undefined

export type WheelInput = {
  readonly name: string
  readonly version: string
  /** By path inside the wheel. Default: one package with an empty `__init__.py`. */
  readonly files?: Readonly<Record<string, WheelContent>>
  /** By path inside the `.data` directory: `scripts/tool`, `data/share/x`, `headers/x.h`. */
  readonly data?: Readonly<Record<string, WheelContent>>
  /** Entries in front of the `.dist-info`, with all that the zip builder can make wrong. */
  readonly extra?: readonly ZipInput[]
  readonly record?: Verbatim
  readonly wheel?: Verbatim
  readonly metadata?: Verbatim
  /** Default: no entry_points.txt. */
  readonly entryPoints?: Verbatim
  /** `Requires-Dist` values of the default METADATA. */
  readonly requires?: readonly string[]
  /** Default `py3-none-any`; `Root-Is-Purelib` follows it. */
  readonly tag?: string
  readonly zip?: ZipOptions
}

type BuiltWheel = {
  readonly filename: string
  readonly bytes: Buffer
  /** Hex. */
  readonly sha256: string
}

/** A wheel with its filename and digest; the same input gives the same bytes. */
export function makeWheel(input: WheelInput): BuiltWheel {
  const entries = wheelEntries(input)
  const tag = input.tag ?? 'py3-none-any'
  const bytes = makeZip(entries, input.zip)
  return { filename: `${stem(input)}-${tag}.whl`, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function wheelEntries(input: WheelInput): readonly ZipInput[] {
  const distInfo = `${stem(input)}.dist-info`
  const packageName = wheelName(input.name)
  const entries = [
    ...contents(input.files ?? { [`${packageName}/__init__.py`]: '' }, ''),
    ...contents(input.data ?? {}, `${stem(input)}.data/`),
    ...(input.extra ?? []),
    ...verbatim(`${distInfo}/METADATA`, input.metadata, () => defaultMetadata(input)),
    ...verbatim(`${distInfo}/WHEEL`, input.wheel, () => defaultWheelFile(input.tag ?? 'py3-none-any')),
    ...verbatim(`${distInfo}/entry_points.txt`, input.entryPoints ?? null, () => ''),
  ]
  return [...entries, ...verbatim(`${distInfo}/RECORD`, input.record, () => defaultRecord(entries, distInfo))]
}

function contents(files: Readonly<Record<string, WheelContent>>, prefix: string): readonly ZipInput[] {
  return Object.entries(files).map(([path, content]) => {
    const name = `${prefix}${path}`
    if (typeof content === 'string' || Buffer.isBuffer(content)) return { name, data: content }
    return content.mode === undefined
      ? { name, data: content.data }
      : { name, data: content.data, mode: 0o100000 | content.mode }
  })
}

function verbatim(name: string, given: Verbatim, makeDefault: () => string): readonly ZipInput[] {
  if (given === null) return []
  return [{ name, data: given ?? makeDefault() }]
}

function defaultMetadata(input: WheelInput): string {
  const requires = (input.requires ?? []).map(requirement => `Requires-Dist: ${requirement}\n`)
  return `Metadata-Version: 2.1\nName: ${input.name}\nVersion: ${input.version}\n${requires.join('')}`
}

function defaultWheelFile(tag: string): string {
  const purelib = tag.endsWith('-none-any') ? 'true' : 'false'
  const lines = ['Wheel-Version: 1.0', 'Generator: wheel-builder', `Root-Is-Purelib: ${purelib}`, `Tag: ${tag}`]
  return `${lines.join('\n')}\n`
}

function defaultRecord(entries: readonly ZipInput[], distInfo: string): string {
  const rows = entries
    .filter(entry => !String(entry.name).endsWith('/'))
    .map(entry => {
      const data = Buffer.from(entry.data ?? '')
      const digest = createHash('sha256').update(data).digest('base64url')
      return `${quote(String(entry.name))},sha256=${digest},${data.length}\n`
    })
  return `${rows.join('')}${distInfo}/RECORD,,\n`
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

function stem(input: WheelInput): string {
  return `${wheelName(input.name)}-${input.version.replaceAll('-', '_')}`
}

function wheelName(name: string): string {
  return name.replace(/[-_.]+/g, '_').toLowerCase()
}
