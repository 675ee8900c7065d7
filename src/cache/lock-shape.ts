/** The lock inside a manifest, which anyone may have written who can write to the cache. Pure. */
import type { Lock, LockedDistribution, LockedFile, LockedSource } from '../plan/lock.js'
import {
  type Check,
  type Checks,
  isCount,
  isFlag,
  isListOf,
  isObject,
  isOptional,
  isRecordOf,
  isText,
} from './shape.js'

const fileChecks = {
  filename: isText,
  url: isOptional(isText),
  path: isOptional(isText),
  size: isOptional(isCount),
  hashes: isRecordOf(isText),
  oneOf: isOptional(isRecordOf(isListOf(isText))),
  subdirectory: isOptional(isText),
} satisfies Checks<LockedFile>

const isFile: Check = value => isObject(value, fileChecks)

const directoryChecks = {
  kind: kind => kind === 'directory',
  path: isText,
  isEditable: isFlag,
  subdirectory: isOptional(isText),
} satisfies Checks<Extract<LockedSource, { kind: 'directory' }>>

const repositoryChecks = {
  kind: kind => kind === 'vcs',
  url: isRepositoryUrl,
  commit: isOptional(isCommit),
  requestedRevision: isOptional(isText),
  subdirectory: isOptional(isText),
} satisfies Checks<Extract<LockedSource, { kind: 'vcs' }>>

const isSource: Check = value => isObject(value, directoryChecks) || isObject(value, repositoryChecks)

const distributionChecks = {
  name: isText,
  version: isOptional(isText),
  marker: isOptional(isText),
  requiresPython: isOptional(isText),
  wheels: isListOf(isFile),
  sdist: isOptional(isFile),
  archive: isOptional(isFile),
  source: isOptional(isSource),
  directUrl: isOptional(value => isObject(value, { url: isText })),
  requested: isFlag,
} satisfies Checks<LockedDistribution>

const lockChecks = {
  source: isText,
  requiresPython: isOptional(isText),
  environments: isListOf(isText),
  distributions: isListOf(value => isObject(value, distributionChecks)),
  extras: isListOf(isText),
  dependencyGroups: isListOf(isText),
  warnings: isListOf(isText),
} satisfies Checks<Lock>

/** Whether parsed JSON is a lock. */
export const isLock: Check = value => isObject(value, lockChecks)

/** What Git is given: nothing that it takes for an option, or for a program to run. */
function isRepositoryUrl(value: unknown): boolean {
  return typeof value === 'string' && /^(?:(?:https?|ssh|git|file):\/\/|[\w.][\w.-]*@[\w.-]+:)/i.test(value)
}

function isCommit(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)
}
