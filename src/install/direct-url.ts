/** direct_url.json (PEP 610). */
import type { DirectUrl } from '../plan/lock.js'

/** What direct_url.json says; undefined for text that is no such file. Members that `DirectUrl` does not name stay. */
export function parseDirectUrl(text: string): DirectUrl | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isDirectUrl(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isDirectUrl(value: unknown): value is DirectUrl {
  if (!isObject(value) || typeof value.url !== 'string') return false
  const { archive_info: archive, dir_info: tree, vcs_info: repository, subdirectory } = value
  const isKnown = isAbsentOr(archive, isArchive) && isAbsentOr(tree, isTree) && isAbsentOr(repository, isRepository)
  return isKnown && isAbsentOr(subdirectory, isText)
}

function isRepository(value: unknown): boolean {
  return isObject(value) && isText(value.vcs) && isText(value.commit_id) && isAbsentOr(value.requested_revision, isText)
}

function isArchive(value: unknown): boolean {
  const isDigests = (hashes: unknown) => isObject(hashes) && Object.values(hashes).every(isText)
  return isObject(value) && isAbsentOr(value.hash, isText) && isAbsentOr(value.hashes, isDigests)
}

function isTree(value: unknown): boolean {
  return isObject(value) && isAbsentOr(value.editable, editable => typeof editable === 'boolean')
}

function isAbsentOr(value: unknown, isValid: (value: unknown) => boolean): boolean {
  return value === undefined || isValid(value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
