/** Which wheels an interpreter can load: compatibility tags (PEP 425 and the PyPA page "Platform compatibility tags"). */
import { UserError } from '../errors.js'
import { platformTags } from './platform-tags.js'
import type { TagFacts } from './tag-facts.js'

const shortNames: Readonly<Record<string, string>> = {
  cpython: 'cp',
  pypy: 'pp',
  ironpython: 'ip',
  jython: 'jy',
  python: 'py',
}

/**
 * Every tag that the interpreter supports, best first, as `packaging.tags.sys_tags()` of packaging 26.3 yields them.
 *
 * Throws `PYTHON_NOT_SUPPORTED` for an implementation that does not name its binary interface.
 */
export function supportedTags(facts: TagFacts): string[] {
  const platforms = platformTags(facts)
  const implementation = shortNames[facts.implementation] ?? facts.implementation
  const own = `${implementation}${facts.version.join('')}`
  const specific = implementation === 'cp' ? cpythonTags(facts, platforms) : genericTags(facts, own, platforms)
  const anyPlatform = implementation === 'cp' ? [own] : implementation === 'pp' ? ['pp3'] : []
  const generic = genericPythons(facts.version)
  return [
    ...specific,
    ...generic.flatMap(python => tagEach(python, 'none', platforms)),
    ...[...anyPlatform, ...generic].map(python => `${python}-none-any`),
  ]
}

function cpythonTags(facts: TagFacts, platforms: readonly string[]): string[] {
  const [major, minor] = facts.version
  const own = `cp${major}${minor}`
  const stableAbi = facts.freeThreaded ? 'abi3t' : 'abi3'
  const older = Array.from({ length: Math.max(0, minor - 2) }, (_, index) => `cp${major}${minor - 1 - index}`)
  return [
    ...[...cpythonAbis(facts, own), stableAbi, 'none'].flatMap(abi => tagEach(own, abi, platforms)),
    ...older.flatMap(python => tagEach(python, stableAbi, platforms)),
  ]
}

/** A debug build loads ordinary extension modules too. */
function cpythonAbis(facts: TagFacts, own: string): string[] {
  const ordinary = facts.freeThreaded ? `${own}t` : own
  return facts.debug ? [`${ordinary}d`, ordinary] : [ordinary]
}

function genericTags(facts: TagFacts, own: string, platforms: readonly string[]): string[] {
  return [genericAbi(facts), 'none'].flatMap(abi => tagEach(own, abi, platforms))
}

/** The part of the extension suffix that names the interface: `.pypy310-pp73-x86_64-linux-gnu.so` is `pypy310_pp73`. */
function genericAbi(facts: TagFacts): string {
  const [, name = '', end] = facts.extensionSuffix.split('.')
  if (name === '' || end === undefined) {
    throw new UserError('PYTHON_NOT_SUPPORTED', `${facts.implementation} names no binary interface for its wheels`, {
      hint: 'use CPython or PyPy',
    })
  }
  const parts = name.startsWith('pypy') ? 2 : name.startsWith('graalpy') ? 3 : undefined
  return name.split('-').slice(0, parts).join('_')
}

/** `py312`, `py3`, `py311`, … `py30` */
function genericPythons([major, minor]: readonly [number, number]): string[] {
  const older = Array.from({ length: minor }, (_, index) => `py${major}${minor - 1 - index}`)
  return [`py${major}${minor}`, `py${major}`, ...older]
}

function tagEach(python: string, abi: string, platforms: readonly string[]): string[] {
  return platforms.map(platform => `${python}-${abi}-${platform}`)
}

/** The C library that the tags of an interpreter tell of: `manylinux` (glibc), `musllinux`, or empty where it does not matter. */
export function libcOf(tags: readonly string[]): string {
  return tags.map(tag => /-(manylinux|musllinux)/.exec(tag)?.[1]).find(name => name !== undefined) ?? ''
}
