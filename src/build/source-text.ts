/** Parts of what names a source: extras, schemes, fragments, and how mistakes in it are reported. */
import { type UserError, usageError } from '../errors.js'
import { normalizeName } from '../wheel/filename.js'

/** A text to be read, and what messages say of the whole that it is part of. */
export type Written = {
  readonly text: string
  /** Without credentials. */
  readonly shown: string
  /** How it could be spelt. */
  readonly hint: string
}

export function invalid({ shown, hint }: Written, problem: string): UserError {
  return usageError('REQUIREMENTS_INVALID', `\`${shown}\` ${problem}`, hint)
}

export function unsupported({ shown }: Written, problem: string, hint: string): UserError {
  return usageError('SOURCE_UNSUPPORTED', `\`${shown}\` ${problem}`, hint)
}

/** In lower case; a drive of Windows is one letter. */
export function schemeOf(text: string): string | undefined {
  return /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase()
}

/** `user@host:path`, as scp and git take it. */
export function isScp(text: string): boolean {
  return /^(?:git\+)?[\w.-]+@[\w.-]+:/i.test(text)
}

/** `place[extra1,extra2]`. */
export function splitExtras(written: Written): { readonly place: string; readonly extras: readonly string[] } {
  const [, place = '', extras = ''] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(written.text) ?? []
  if (place === '') throw invalid(written, 'names no source tree')
  return { place, extras: readExtras(extras, written) }
}

/** The names of a list in brackets, normalised (PEP 685). */
export function readExtras(extras: string, written: Written): readonly string[] {
  const names = extras.split(',').map(name => name.trim())
  const present = names.filter(name => name !== '')
  const wrong = present.find(name => !isName.test(name))
  if (wrong !== undefined) throw invalid(written, `names the extra \`${wrong}\`, which is not a name (PEP 508)`)
  return [...new Set(present.map(normalizeName))]
}

const isName = /^[a-z0-9](?:[\w.-]*[a-z0-9])?$/i

export type Fragment = {
  /** Of `egg=`, normalised. */
  readonly name: string | undefined
  readonly extras: readonly string[]
  /** POSIX; '' = the top. */
  readonly subdirectory: string
  readonly sha256: string | undefined
  /** Another hash, which cannot be checked. */
  readonly otherHash: string | undefined
}

/** What follows the `#` of a URL: `egg`, `subdirectory` and hashes; other keys mean nothing, as for pip. */
export function readFragment(fragment: string, written: Written): Fragment {
  const values = new Map<string, string>()
  for (const part of fragment.split('&')) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(part) ?? []
    if (key !== undefined && value !== undefined) values.set(key.toLowerCase(), decode(value))
  }
  const sha256 = values.get('sha256')?.toLowerCase()
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
    throw invalid(written, 'has a `sha256` that is not 64 hexadecimal digits')
  return {
    ...readEgg(values.get('egg') ?? '', written),
    subdirectory: readSubdirectory(values.get('subdirectory') ?? '', written),
    sha256,
    otherHash: [...values.keys()].find(key => /^(?:md5|sha1|sha224|sha384|sha512|blake2[bs])$/.test(key)),
  }
}

function readEgg(egg: string, written: Written): Pick<Fragment, 'name' | 'extras'> {
  const [, name = '', extras = ''] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(egg) ?? []
  if (name === '') return { name: undefined, extras: [] }
  if (!isName.test(name)) throw invalid(written, `has \`egg=${name}\`, which is not a name (PEP 508)`)
  return { name: normalizeName(name), extras: readExtras(extras, written) }
}

function readSubdirectory(subdirectory: string, written: Written): string {
  const parts = subdirectory.split('/').filter(part => part !== '' && part !== '.')
  if (subdirectory.startsWith('/') || /[\\\0]|^[a-z]:/i.test(subdirectory) || parts.includes('..')) {
    throw invalid(written, `has the \`subdirectory\` \`${subdirectory}\`, which leaves the source`)
  }
  return parts.join('/')
}

/** Percent-encoding undone; what is none stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
