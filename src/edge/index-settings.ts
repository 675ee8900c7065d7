/** Where packages come from: our own options first, then uv's variables, then pip's, each setting by itself. */
import { resolve } from 'node:path'
import type { Environment } from '../host.js'
import { proveIndexAddress } from '../plan/index-address.js'
import { defaultIndexUrl, type IndexSettings } from '../settings.js'
import type { Given } from './given.js'
import { invalidOption, readFlag, readList, readValue } from './given.js'

export type IndexFacts = {
  readonly env: Environment
  /** Absolute; relative directories of find-links start here. */
  readonly workingDirectory: string
}

/**
 * Reads the index settings: options, then UV_*, then PIP_* variables, then the default index.
 * An index may be given as `name=url`, as uv takes it. Throws the usage errors OPTION_INVALID for a variable that is
 * neither true nor false, and URL_INVALID for an index that is no address.
 */
export function readIndexSettings(given: Given, { env, workingDirectory }: IndexFacts): IndexSettings {
  const flag = (name: string, ...variables: readonly string[]) =>
    given.has(name) ? readFlag(given, name) : readBoolean(env, variables)
  return {
    indexUrl: proveIndexAddress(
      firstFilled(readValue(given, 'index-url'), env.UV_DEFAULT_INDEX, env.UV_INDEX_URL, env.PIP_INDEX_URL),
      '`--index-url` or its variable',
    ),
    extraIndexUrls: firstFilledList(
      readList(given, 'extra-index-url'),
      [...split(env.UV_INDEX, spaces), ...split(env.UV_EXTRA_INDEX_URL, spaces)],
      split(env.PIP_EXTRA_INDEX_URL, spaces),
    ).map(address => proveIndexAddress(address, '`--extra-index-url` or its variable')),
    findLinks: firstFilledList(
      readList(given, 'find-links'),
      split(env.UV_FIND_LINKS, ','),
      split(env.PIP_FIND_LINKS, spaces),
    ).map(place => (isUrl(place) ? place : resolve(workingDirectory, place))),
    noIndex: flag('no-index', 'UV_NO_INDEX', 'PIP_NO_INDEX'),
    offline: flag('offline', 'UV_OFFLINE'),
    requireHashes: flag('require-hashes', 'UV_REQUIRE_HASHES', 'PIP_REQUIRE_HASHES'),
  }
}

const spaces = /\s+/

function split(text: string | undefined, separator: string | RegExp): readonly string[] {
  return (text ?? '')
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '')
}

function firstFilled(...values: readonly (string | undefined)[]): string {
  return values.map(value => value?.trim() ?? '').find(value => value !== '') ?? defaultIndexUrl
}

function firstFilledList(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find(list => list.length > 0) ?? []
}

/** True for `https://…`, `file:…`; a Windows drive (`C:\wheels`) is a path. */
function isUrl(place: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(place)
}

function readBoolean(env: Environment, names: readonly string[]): boolean {
  for (const name of names) {
    const value = env[name]?.trim().toLowerCase() ?? ''
    if (value === '') continue
    if (['1', 'true', 't', 'yes', 'y', 'on'].includes(value)) return true
    if (['0', 'false', 'f', 'no', 'n', 'off'].includes(value)) return false
    throw invalidOption(`\`${name}\``, value, '`true` or `false`')
  }
  return false
}
