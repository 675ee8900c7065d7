/** Which files an index or a page of links offers (Simple repository API). */
import type { IndexSettings } from '../settings.js'
import { normalizeName } from '../wheel/filename.js'
import type { HttpClient, HttpResponse } from './client.js'
import { parseIndexAddress } from './credentials.js'
import { type IndexFile, parseHtmlPage, parseJsonPage } from './simple-page.js'

export type { IndexFile } from './simple-page.js'

/**
 * The files of a project, in the page's order; empty when no index has it or `noIndex` is set.
 * As uv does, the extra indexes are asked before the default one, in their order, and the first that has the project is
 * the only one used: a file of the same name on a later index cannot take its place (dependency confusion).
 * Throws UserError INDEX_PAGE_INVALID and what the client throws; 404 alone means that an index has no such project.
 */
export async function listIndexFiles(name: string, index: IndexSettings, client: HttpClient): Promise<IndexFile[]> {
  if (index.noIndex) return []
  for (const address of [...index.extraIndexUrls, index.indexUrl]) {
    const files = await readProjectPage(projectUrl(address, name), client)
    if (files !== undefined) return files
  }
  return []
}

/** The archives that a page of links (`--find-links` with an http URL) names. Throws as `listIndexFiles`, and FILE_NOT_FOUND. */
export async function listLinkPage(url: string, client: HttpClient): Promise<IndexFile[]> {
  return client.get(url, readPage, { headers: { accept: 'text/html, */*;q=0.5' } })
}

function projectUrl(address: string, name: string): string {
  const { url } = parseIndexAddress(address)
  if (!URL.canParse(url)) return url
  const page = new URL(url)
  page.pathname = `${page.pathname.replace(/\/$/, '')}/${normalizeName(name)}/`
  return page.href
}

/** PEP 691: JSON by preference, then the versioned HTML, then what PEP 503 servers send. */
const accept = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html;q=0.2',
  'text/html;q=0.01',
].join(', ')

async function readProjectPage(url: string, client: HttpClient): Promise<IndexFile[] | undefined> {
  const read = async (response: HttpResponse): Promise<IndexFile[] | undefined> =>
    response.status === 404 ? undefined : readPage(response)
  return client.get(url, read, { headers: { accept }, accept: [404] })
}

async function readPage({ url, headers, body }: HttpResponse): Promise<IndexFile[]> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  const text = Buffer.concat(pieces).toString('utf8')
  const type = headers['content-type'] ?? ''
  return /^application\/(?:vnd\.pypi\.simple\.v1\+)?json\b/i.test(type)
    ? parseJsonPage(text, url)
    : parseHtmlPage(text, url)
}
