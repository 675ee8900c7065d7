/** The lock as a manifest carries it. Pure. */
import type { Lock, LockedFile } from '../plan/lock.js'
import { stripCredentials } from '../redact.js'
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
    })),
  }
}

function withoutCredentials(file: LockedFile): LockedFile {
  return { ...file, url: file.url && stripCredentials(file.url) }
}
