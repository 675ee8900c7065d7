/** Addresses of sources that lie elsewhere: Git repositories and archives. */
import { usageError } from '../errors.js'
import { decode, type Fragment, invalid, readFragment, unsupported, type Written } from './source-text.js'

export type RemoteSource = Pick<Fragment, 'name' | 'extras'> & {
  readonly place:
    | { readonly kind: 'vcs'; readonly url: string; readonly revision: string; readonly subdirectory: string }
    | ({ readonly kind: 'archive'; readonly path: undefined; readonly url: string } & ArchiveFacts)
}

export type ArchiveFacts = { readonly sha256: string | undefined; readonly subdirectory: string }

/** Reads a URL that is not `file:`. Throws UserError SOURCE_UNSUPPORTED, HASH_UNSUPPORTED and REQUIREMENTS_INVALID. */
export function readRemote(written: Written, scheme: string): RemoteSource {
  const [address = '', hash = ''] = written.text.split(/#(.*)/s)
  const fragment = readFragment(hash, written)
  const { name, extras, subdirectory } = fragment
  if (scheme.startsWith('git+')) {
    return { name, extras, place: { kind: 'vcs', ...readRepository(address, written), subdirectory } }
  }
  if (scheme !== 'https' && scheme !== 'http') throw otherScheme(scheme, written)
  if (!URL.canParse(address)) throw invalid(written, 'is not a URL')
  const filename = decode(new URL(address).pathname)
  if (isWheel(filename)) throw wheel(written)
  if (!isArchive(filename)) {
    throw unsupported(
      written,
      `is neither a repository nor a source archive (${archiveSuffixes.join(', ')})`,
      `A Git repository is \`git+${scheme}://…\``,
    )
  }
  return { name, extras, place: { kind: 'archive', path: undefined, url: address, ...archiveFacts(fragment, written) } }
}

const archiveSuffixes = ['.tar.gz', '.tgz', '.zip', '.tar.bz2', '.tar.xz', '.tar']

export function isArchive(path: string): boolean {
  return /\.(?:tar(?:\.(?:gz|bz2|xz))?|tgz|tbz2?|txz|zip)$/i.test(path)
}

export function isWheel(path: string): boolean {
  return /\.whl$/i.test(path)
}

export function wheel(written: Written) {
  return unsupported(
    written,
    'is a wheel, which is built already',
    'Name it where packages are named: it is installed as it is',
  )
}

/** What the fragment says of an archive. */
export function archiveFacts({ sha256, otherHash, subdirectory }: Fragment, { shown }: Written): ArchiveFacts {
  if (sha256 === undefined && otherHash !== undefined) {
    throw usageError(
      'HASH_UNSUPPORTED',
      `\`${shown}\` has a hash by \`${otherHash}\` only, expected \`sha256\``,
      'Write `#sha256=…`',
    )
  }
  return { sha256, subdirectory }
}

const repositorySchemes = ['https', 'http', 'ssh', 'file', 'git']

/** `git+URL@revision`: the last `@` of the path begins the revision, so that it may hold `/`, and a user's `@` is not meant. */
function readRepository(address: string, written: Written): { readonly url: string; readonly revision: string } {
  const whole = address.slice('git+'.length)
  const [, scheme = '', authority = '', path = '', query = ''] =
    /^([a-z][a-z0-9.+-]*):\/\/([^/?]*)(\/[^?]*)?(\?.*)?$/is.exec(whole) ?? []
  if (!repositorySchemes.includes(scheme.toLowerCase())) {
    const known = repositorySchemes.map(name => `\`git+${name}://\``).join(', ')
    throw unsupported(written, 'is no address of a Git repository', `Write one of ${known}`)
  }
  const at = path.lastIndexOf('@')
  const [place, revision] = at === -1 ? [path, undefined] : [path.slice(0, at), decode(path.slice(at + 1))]
  if (place.replaceAll('/', '') === '') throw invalid(written, 'names no repository')
  const url = `${scheme}://${authority}${place}${query}`
  const port = /^[^@]*@[^:@]+:[^\d]/.test(authority) ? ': after the host of a URL comes `/`, not `:`' : ''
  if (!URL.canParse(url) || /^(?:.*@)?-/.test(authority)) throw invalid(written, `is not a URL${port}`)
  if (revision !== undefined && !isRevision(revision)) {
    throw invalid(
      written,
      revision === '' ? 'has no revision after its `@`' : `names \`${revision}\`, which is no revision`,
    )
  }
  return { url, revision: revision ?? '' }
}

/** A name that git takes for a revision and not for an option. */
function isRevision(text: string): boolean {
  return !/^-|^$|[\s\p{Cc}:?*[\\]/u.test(text)
}

const otherSystems = new Map([
  ['hg', 'a Mercurial repository'],
  ['svn', 'a Subversion repository'],
  ['bzr', 'a Bazaar repository'],
])

function otherScheme(scheme: string, written: Written) {
  const system = otherSystems.get(scheme.split('+')[0] ?? '')
  if (system !== undefined) {
    return unsupported(
      written,
      `is ${system}; only Git repositories can be built`,
      'Check it out and name its directory',
    )
  }
  if (scheme === 'git' || scheme === 'ssh')
    return unsupported(written, 'is not marked as a Git repository', `Write \`git+${scheme}://…\``)
  return unsupported(
    written,
    `has the scheme \`${scheme}\`, from which nothing is fetched`,
    'Download it and name its path',
  )
}
