/** The lock as a manifest carries it. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Lock, LockedFile, LockedSource } from '../plan/lock.js'
import { stripCredentials, stripRepositoryCredentials } from '../redact.js'
import { tagFamily, wheelFilter } from './wheel-tags.js'

/**
 * The lock without credentials, which a shared cache must not hold, and without wheels that no interpreter of this kind can
 * load. Those for other versions of its platform stay: whoever asks for the same plan may run on an older or newer one.
 */
export function savedLock(lock: Lock, tags: readonly string[]): Lock {
  const mayLoad = wheelFilter(tags, tagFamily)
  return {
    ...lock,
    distributions: lock.distributions.map(distribution => ({
      ...distribution,
      wheels: distribution.wheels.filter(({ filename }) => mayLoad(filename)).map(withoutCredentials),
      sdist: distribution.sdist && withoutCredentials(distribution.sdist),
      archive: distribution.archive && withoutCredentials(distribution.archive),
      source: distribution.source && sourceWithoutCredentials(distribution.source),
    })),
  }
}

/** Whether a manifest that carries `saved` is of this lock. */
export function isSavedAs(lock: Lock, saved: Lock, tags: readonly string[]): boolean {
  const { distributions } = savedLock(lock, tags)
  return isDeepStrictEqual(JSON.parse(JSON.stringify(distributions)), JSON.parse(JSON.stringify(saved.distributions)))
}

function withoutCredentials(file: LockedFile): LockedFile {
  return { ...file, url: file.url && stripCredentials(file.url) }
}

function sourceWithoutCredentials(source: LockedSource): LockedSource {
  return source.kind === 'vcs' ? { ...source, url: stripRepositoryCredentials(source.url) } : source
}
