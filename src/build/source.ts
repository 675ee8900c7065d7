/** What is built: source trees, repositories and archives, in the spelling of pip and uv. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf } from '../errors.js'
import { redact } from '../redact.js'
import { normalizeName } from '../wheel/filename.js'
import {
  invalid,
  isScp,
  readExtras,
  readFragment,
  schemeOf,
  splitExtras,
  unsupported,
  type Written,
} from './source-text.js'
import { archiveFacts, isArchive, isWheel, readRemote, wheel } from './source-url.js'

export type DirectorySource = {
  readonly kind: 'directory'
  /** Absolute, native. */
  readonly path: string
  readonly isEditable: boolean
  /** As the user wrote it, without credentials: for messages. */
  readonly shown: string
  /** Normalised (PEP 685). */
  readonly extras: readonly string[]
}

export type VcsSource = {
  readonly kind: 'vcs'
  /** Of a Git repository, without `git+`; credentials are still inside. */
  readonly url: string
  /** Branch, tag or commit as it was asked for; '' = HEAD. */
  readonly revision: string
  /** POSIX; '' = the top. */
  readonly subdirectory: string
  readonly shown: string
  readonly extras: readonly string[]
}

/** One of `path` (absolute, native) and `url` (credentials are still inside) is there. */
export type ArchiveSource = {
  readonly kind: 'archive'
  readonly path: string | undefined
  readonly url: string | undefined
  readonly sha256: string | undefined
  /** POSIX; '' = the top. */
  readonly subdirectory: string
  readonly shown: string
  readonly extras: readonly string[]
}

export type BuildSource = DirectorySource | VcsSource | ArchiveSource

/** Whether a source is installed as it lies in its tree (PEP 660). */
export function isEditable(source: BuildSource): boolean {
  return source.kind === 'directory' && source.isEditable
}

/** The native path of a POSIX subdirectory below a directory; that itself where the subdirectory is empty. */
export function directoryBelow(root: string, subdirectory: string): string {
  return join(root, ...subdirectory.split('/').filter(part => part !== ''))
}

export type NamedSource = {
  /** Normalised (PEP 503), where the text says which distribution it is. */
  readonly name: string | undefined
  readonly source: BuildSource
}

/**
 * Reads `PATH`, `PATH[extra1,extra2]` or `file:///PATH[…]`; a relative path starts from `workingDirectory`.
 * Nothing is looked up on disk. Throws UserError SOURCE_UNSUPPORTED for other URLs, REQUIREMENTS_INVALID for what is
 * neither (both exit code 2).
 */
export function parseEditable(text: string, workingDirectory: string): DirectorySource {
  const shown = redact(text.trim())
  const written = { text: text.trim(), shown: `-e ${shown}`, hint: 'Write `-e PATH` or `-e PATH[extra]`' }
  const { place, extras } = splitExtras(written)
  const scheme = schemeOf(place)
  if (scheme === undefined ? isScp(place) : scheme !== 'file') {
    throw unsupported(
      written,
      'is not a directory of this machine; only source trees that lie here can be editable',
      'Check the repository out and name its directory',
    )
  }
  const path = scheme === undefined ? pathOf({ ...written, text: place }, workingDirectory) : pathOfTree(place, written)
  return { kind: 'directory', path, isEditable: true, shown, extras }
}

/**
 * Reads a source as pip and uv name it: `PATH` of a directory or archive, `PATH[extra]`, `-e PATH`, `file:///PATH`,
 * `git+https://…@revision#subdirectory=x&egg=name`, `https://…/x.tar.gz#sha256=…`, and each of them after `name[extra] @`
 * (PEP 508). A relative path starts from `workingDirectory`; nothing is looked up on disk.
 *
 * Throws UserError SOURCE_UNSUPPORTED for wheels, other version control systems and other URLs, HASH_UNSUPPORTED where no
 * hash is a sha256, REQUIREMENTS_INVALID for what is none of these (all exit code 2).
 */
export function parseSource(text: string, workingDirectory: string): NamedSource {
  const [, editable] = /^\s*(?:-e|--editable(?=[\s=]))[\s=]*(.*)$/s.exec(text) ?? []
  if (editable !== undefined) return { name: undefined, source: parseEditable(editable, workingDirectory) }
  const written = { text: text.trim(), shown: redact(text.trim()), hint: spellings }
  if (/\s;/.test(text)) throw invalid(written, 'has an environment marker, which only a requirements file may have')
  const [, name, extras = '', place = ''] = directReference.exec(written.text) ?? []
  if (name === undefined) return readPlace(written, workingDirectory)
  const { name: other, source } = readPlace({ ...written, text: place }, workingDirectory)
  if (other !== undefined && other !== normalizeName(name))
    throw invalid(written, `names both \`${name}\` and \`${other}\``)
  const all = new Set([...readExtras(extras, written), ...source.extras])
  return { name: normalizeName(name), source: { ...source, extras: [...all] } }
}

const spellings =
  'Write `PATH`, `PATH.tar.gz`, `git+https://host/owner/name@revision#subdirectory=path`, or `name @ URL`'

/** `name[extra] @ place`; where no space stands, only of what looks like a place: `git@host:path` and `a@b` are something else. */
const directReference =
  /^([a-z0-9](?:[\w.-]*[a-z0-9])?)\s*(?:\[([^[\]]*)\])?(?:\s+@\s*|@\s+|@(?=[a-z][a-z0-9+-]*:\/|[./]))(\S.*)$/is

function readPlace(written: Written, workingDirectory: string): NamedSource {
  const { text, shown } = written
  const scheme = schemeOf(text)
  if (isScp(text)) {
    const [host = '', path = ''] = text.replace(/^git\+/i, '').split(/:(.*)/s)
    throw unsupported(written, 'is in the spelling of scp', `Write \`git+ssh://${host}/${path.replace(/^\/+/, '')}\``)
  }
  if (scheme !== undefined && scheme !== 'file') {
    const { name, extras, place } = readRemote(written, scheme)
    return { name, source: { ...place, shown, extras } }
  }
  const { place, extras } = splitExtras(written)
  const [local = '', hash = ''] = scheme === undefined ? [place] : place.split(/[#?](.*)/s)
  if (isWheel(local)) throw wheel(written)
  if (!isArchive(local)) {
    const path =
      scheme === undefined ? pathOf({ ...written, text: place }, workingDirectory) : pathOfTree(place, written)
    return {
      name: readFragment(hash, written).name,
      source: { kind: 'directory', path, isEditable: false, shown, extras },
    }
  }
  const path = scheme === undefined ? pathOf({ ...written, text: place }, workingDirectory) : pathOfUrl(place, written)
  const fragment = readFragment(hash, written)
  const facts = archiveFacts(fragment, written)
  return { name: fragment.name, source: { kind: 'archive', path, url: undefined, ...facts, shown, extras } }
}

function pathOf(written: Written, workingDirectory: string): string {
  if (/^~(?:[\\/]|$)/.test(written.text)) {
    throw invalid(written, 'begins with `~`, which a shell would have replaced: write the directory itself')
  }
  return resolve(workingDirectory, written.text)
}

function pathOfTree(url: string, written: Written): string {
  if (/#.*\bsubdirectory=/.test(url)) throw invalid(written, 'has a `subdirectory`: name that directory itself')
  return pathOfUrl(url, written)
}

function pathOfUrl(url: string, written: Written): string {
  if (!/^file:\/\//i.test(url)) throw invalid(written, 'is no `file:///` URL')
  try {
    return resolve(fileURLToPath(url))
  } catch (error) {
    throw invalid(written, `is no \`file:///\` URL: ${messageOf(error)}`)
  }
}
