/** The two forms of a Simple API page: JSON (PEP 691, PEP 700) and HTML (PEP 503, 592). */
import { UserError } from '../errors.js'
import { redact } from '../redact.js'

/** A file that an index offers. */
export type IndexFile = {
  readonly filename: string
  /** Absolute, without a fragment. */
  readonly url: string
  /** Algorithm → lower-case hex digest. */
  readonly hashes: Record<string, string>
  /** Bytes, where the index says so (PEP 700). */
  readonly size: number | undefined
  /** Verbatim version specifier. */
  readonly requiresPython: string | undefined
  readonly yanked: boolean
}

/** Parses a JSON page that was read from `pageUrl`. Throws UserError INDEX_PAGE_INVALID. */
export function parseJsonPage(text: string, pageUrl: string): IndexFile[] {
  const page = recordOf(parseJson(text, pageUrl))
  const apiVersion = recordOf(page?.meta)?.['api-version']
  if (typeof apiVersion === 'string' && !apiVersion.startsWith('1.')) {
    throw invalidPage(pageUrl, `has API version \`${apiVersion}\`, expected 1.x`)
  }
  const files = page?.files
  if (!Array.isArray(files)) throw invalidPage(pageUrl, 'has no list of `files`')
  return files.map((entry: unknown, position) => jsonFile(entry, { pageUrl, position }))
}

/** Parses an HTML page that was read from `pageUrl`: every link whose path ends in the name of an archive. */
export function parseHtmlPage(html: string, pageUrl: string): IndexFile[] {
  const files: IndexFile[] = []
  let base = pageUrl
  for (const { name, attributes } of tagsOf(html)) {
    const href = attributes.get('href')
    if (href === undefined || !URL.canParse(href, base)) continue
    if (name === 'base') base = new URL(href, base).href
    const file = name === 'a' ? linkedFile(new URL(href, base), attributes) : undefined
    if (file !== undefined) files.push(file)
  }
  return files
}

type EntryPlace = { readonly pageUrl: string; readonly position: number }

function jsonFile(entry: unknown, { pageUrl, position }: EntryPlace): IndexFile {
  const file = recordOf(entry)
  const filename = file?.filename
  const url = file?.url
  if (typeof filename !== 'string' || typeof url !== 'string' || !URL.canParse(url, pageUrl)) {
    throw invalidPage(pageUrl, `has no \`filename\` or \`url\` in \`files[${position}]\``)
  }
  const size = file?.size
  const requiresPython = file?.['requires-python']
  return {
    filename,
    url: withoutFragment(new URL(url, pageUrl)),
    hashes: stringsOf(file?.hashes),
    size: typeof size === 'number' ? size : undefined,
    requiresPython: typeof requiresPython === 'string' && requiresPython !== '' ? requiresPython : undefined,
    yanked: file?.yanked !== undefined && file.yanked !== false,
  }
}

function parseJson(text: string, pageUrl: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw invalidPage(pageUrl, 'is no JSON', error)
  }
}

function invalidPage(pageUrl: string, problem: string, cause?: unknown): UserError {
  return new UserError('INDEX_PAGE_INVALID', `\`${redact(pageUrl)}\` ${problem}`, {
    hint: 'check that the index address is the root of a Simple API, such as `https://host/simple`',
    cause,
  })
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined
}

function stringsOf(value: unknown): Record<string, string> {
  const pairs = Object.entries(recordOf(value) ?? {})
  return Object.fromEntries(
    pairs.flatMap(([key, digest]) => (typeof digest === 'string' ? [[key.toLowerCase(), digest.toLowerCase()]] : [])),
  )
}

function withoutFragment(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}

function linkedFile(url: URL, attributes: ReadonlyMap<string, string>): IndexFile | undefined {
  const filename = decodedSegment(url.pathname.slice(url.pathname.lastIndexOf('/') + 1))
  if (!/\.(?:whl|zip|tar\.(?:gz|bz2|xz|zst)|tgz|egg)$/i.test(filename)) return undefined
  const requiresPython = attributes.get('data-requires-python')
  return {
    filename,
    url: withoutFragment(url),
    hashes: fragmentHashes(url.hash),
    size: undefined,
    requiresPython: requiresPython === '' ? undefined : requiresPython,
    yanked: attributes.has('data-yanked'),
  }
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return segment
    throw error
  }
}

/** `#sha256=…`, alone or among other pairs. */
function fragmentHashes(fragment: string): Record<string, string> {
  const pairs = [...new URLSearchParams(fragment.slice(1))]
  const digests = pairs.filter(
    ([name, value]) => /^(?:md5|sha\d+|blake2[bs])$/i.test(name) && /^[0-9a-f]+$/i.test(value),
  )
  return Object.fromEntries(digests.map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]))
}

type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> }

/** The start tags of a page with their attributes; comments are left out. */
function* tagsOf(html: string): Generator<Tag, void> {
  for (let position = html.indexOf('<'); position !== -1; position = html.indexOf('<', position)) {
    if (html.startsWith('<!--', position)) {
      const end = html.indexOf('-->', position + 4)
      if (end === -1) return
      position = end + 3
      continue
    }
    const end = tagEnd(html, position + 1)
    const name = /^[a-z][a-z0-9]*/i.exec(html.slice(position + 1, position + 16))?.[0].toLowerCase()
    if (name === 'a' || name === 'base') {
      yield { name, attributes: attributesOf(html.slice(position + 1 + name.length, end)) }
    }
    position = end
  }
}

/** Index of the `>` that ends a tag: not one within quotes. */
function tagEnd(html: string, start: number): number {
  let quote = ''
  for (let index = start; index < html.length; index++) {
    const character = html.charAt(index)
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index
  }
  return html.length
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, double, single, bare] of text.matchAll(
    /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const key = (name ?? '').toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeEntities((double ?? single ?? bare ?? '').trim()))
  }
  return attributes
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return entities[entity.toLowerCase()] ?? whole
    const point = Number(/^#x/i.test(entity) ? `0x${entity.slice(2)}` : entity.slice(1))
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
