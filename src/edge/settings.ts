/** What the user gave, made into the settings of a run. */
import { join, resolve } from 'node:path'
import { cacheAccess } from '../cache/access.js'
import { usageError } from '../errors.js'
import type { Environment } from '../host.js'
import type {
  BuildSettings,
  CacheSettings,
  EnvironmentSetting,
  LinkModeSetting,
  Mode,
  Provenance,
  ReadySetting,
  Settings,
} from '../settings.js'
import { defaultBranchOf, headCommitOf } from './event.js'
import type { Given } from './given.js'
import { invalidOption, readFlag, readList, readValue } from './given.js'
import { readIndexSettings } from './index-settings.js'

/** What the process and its runner say. */
export type SettingsFacts = {
  readonly env: Environment
  readonly homeDirectory: string
  /** Absolute. */
  readonly workingDirectory: string
  /** The parsed payload of the event that started the job, where there is one. */
  readonly event: unknown
  /** The command, where there is a command line; else the input `mode` says what to do. */
  readonly command?: string
}

/** Interprets options: paths become absolute, defaults are filled in. Throws the usage error OPTION_INVALID. */
export function makeSettings(given: Given, facts: SettingsFacts): Settings {
  const workingDirectory = absolute(facts.workingDirectory, readValue(given, 'working-directory'), facts)
  const store = readValue(given, 'store')
  const storeMaxBytes = sizeOf(given, 'store-max-size')
  const mode = modeOf(facts.command ?? readValue(given, 'mode'))
  // Variables of a job may say what it installs: a build installs nothing.
  const inputs = (name: string) => (mode === 'build' ? [] : readList(given, name).map(path => expandHome(path, facts)))
  return {
    mode,
    workingDirectory,
    requirements: inputs('requirements'),
    packages: inputs('packages'),
    constraints: readList(given, 'constraint').map(path => expandHome(path, facts)),
    extras: readList(given, 'extra'),
    allExtras: readFlag(given, 'all-extras'),
    groups: readList(given, 'group'),
    noGroups: readList(given, 'no-group'),
    noDev: readFlag(given, 'no-dev'),
    noInstallProject: readFlag(given, 'no-install-project'),
    noDeps: readFlag(given, 'no-deps'),
    upgrade: readFlag(given, 'upgrade'),
    python: expandHome(readValue(given, 'python-version'), facts),
    environment: environmentOf(given, path => absolute(workingDirectory, path, facts)),
    breakSystemPackages: readFlag(given, 'break-system-packages'),
    editables: readList(given, 'editable').map(path => expandHome(path, facts)),
    exact: facts.command === 'sync',
    reinstall: readFlag(given, 'reinstall'),
    onConflict: readValue(given, 'on-conflict') === 'error' ? 'error' : 'warn',
    ...bytecodeSettings(given, path => absolute(workingDirectory, path, facts)),
    linkMode: linkModeOf(given),
    index: readIndexSettings(given, { env: facts.env, workingDirectory }),
    cache: readCacheSettings(given, facts),
    store: store === '' ? '' : absolute(workingDirectory, store, facts),
    storeMaxBytes,
    storeIsTemporary: storeMaxBytes === 0 || facts.env.RUNNER_ENVIRONMENT === 'github-hosted',
    readyEnvironments: readySetting(given, facts),
    build: buildSettings(given, workingDirectory, facts),
    provenance: provenanceOf(facts),
  }
}

function buildSettings(given: Given, workingDirectory: string, facts: SettingsFacts): BuildSettings {
  const place = (name: string): string => {
    const path = readValue(given, name)
    return path === '' ? '' : absolute(workingDirectory, path, facts)
  }
  return {
    sources: readList(given, 'build').map(text => expandSource(text, facts)),
    isolation: !readFlag(given, 'no-build-isolation'),
    configSettings: readList(given, 'config-settings').map(text => configSetting(text, given)),
    outDirectory: place('out'),
    reportFile: place('report'),
    explain: readFlag(given, 'explain'),
    chain: [],
    omitted: false,
  }
}

/** A path, or `-e` and a path. */
function expandSource(text: string, facts: SettingsFacts): string {
  const [, option = '', source = ''] = /^((?:-e|--editable)[\s=]\s*)?(.*)$/s.exec(text) ?? []
  return `${option}${expandHome(source, facts)}`
}

function configSetting(text: string, given: Given): string {
  if (/^[^=]+=/.test(text)) return text
  throw invalidOption(given.get('config-settings')?.spelling ?? '`config-settings`', text, '`KEY=VALUE`')
}

function provenanceOf({ env, event }: SettingsFacts): Provenance {
  return {
    repository: env.GITHUB_REPOSITORY ?? '',
    ref: env.GITHUB_REF ?? '',
    revision: headCommitOf(event) || (env.GITHUB_SHA ?? ''),
    event: env.GITHUB_EVENT_NAME ?? '',
    run: env.GITHUB_RUN_ID ?? '',
  }
}

/** `compile-bytecode` is a flag, or the file that names the modules. */
function bytecodeSettings(given: Given, absolutePath: (path: string) => string) {
  const word = readValue(given, 'compile-bytecode')
  const isFlag = word === 'true' || word === 'false'
  const modes = ['timestamp', 'checked-hash', 'unchecked-hash'] as const
  return {
    compileBytecode: word !== 'false',
    modulesFile: isFlag ? '' : absolutePath(word),
    invalidationMode: modes.find(mode => mode === readValue(given, 'invalidation-mode')) ?? 'timestamp',
  }
}

const byteUnits: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 }

/** `20GB`, `500 MB`, `1.5g`: powers of 1000. */
function sizeOf(given: Given, name: string): number {
  const text = readValue(given, name)
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)b?$/i.exec(text) ?? []
  if (digits !== undefined) return Math.floor(Number(digits) * (byteUnits[unit.toLowerCase()] ?? 1))
  throw invalidOption(given.get(name)?.spelling ?? `\`${name}\``, text, 'a size as `500MB` or `20GB`')
}

/** By itself it keeps one only where a store outlives the job, and its post step has the time: on self-hosted runners. */
function readySetting(given: Given, { env, command }: SettingsFacts): ReadySetting {
  const word = readValue(given, 'ready-environments')
  if (word !== 'auto') return word === 'true' ? 'keep' : 'never'
  return command === undefined && env.RUNNER_ENVIRONMENT === 'self-hosted' ? 'keep' : 'use'
}

function readCacheSettings(given: Given, { env, event }: SettingsFacts): CacheSettings {
  const ref = env.GITHUB_REF ?? ''
  const defaultBranch = defaultBranchOf(event) ?? ''
  const access = cacheAccess(enableCacheOf(given), env, event)
  const off = ['restore-cache', 'save-cache'].filter(name => !readFlag(given, name))
  return {
    backend: readValue(given, 'cache-backend'),
    restore: access.read && !off.includes('restore-cache'),
    save: access.write && !off.includes('save-cache'),
    suffix: readValue(given, 'cache-suffix'),
    // GITHUB_SHA of a pull request names a merge commit that no later run has.
    revision: readValue(given, 'cache-revision') || headCommitOf(event) || (env.GITHUB_SHA ?? ''),
    ref,
    readableRefs: [env.GITHUB_BASE_REF ?? '', defaultBranch].filter(isFilled).map(refOfBranch),
    mayRepack: ref === '' || defaultBranch === '' || ref === refOfBranch(defaultBranch),
    reason: off.length === 0 ? access.reason : `${access.reason}; \`false\`: ${off.join(', ')}`,
  }
}

function isFilled(text: string): boolean {
  return text !== ''
}

function refOfBranch(branch: string): string {
  return `refs/heads/${branch}`
}

function enableCacheOf(given: Given): 'auto' | 'true' | 'false' {
  return (['true', 'false'] as const).find(word => word === readValue(given, 'enable-cache')) ?? 'auto'
}

/** Where to install: at most one of the options may name a place. */
function environmentOf(given: Given, absolutePath: (path: string) => string): EnvironmentSetting {
  const target = readValue(given, 'target')
  const system = readFlag(given, 'system') ? given.get('system')?.spelling : undefined
  const places = [given.get('venv-path')?.spelling, given.get('target')?.spelling, system].filter(
    place => place !== undefined,
  )
  if (places.length > 1) {
    throw usageError(
      'OPTIONS_NOT_COMBINABLE',
      `${places.join(' and ')} name two places to install into`,
      'Leave out all but one',
    )
  }
  if (system !== undefined) return { kind: 'system' }
  if (target !== '') return { kind: 'target', path: absolutePath(target) }
  return { kind: 'venv', path: absolutePath(readValue(given, 'venv-path')) }
}

function modeOf(word: string): Mode {
  return (['restore', 'warm', 'save', 'build'] as const).find(mode => mode === word) ?? 'install'
}

function linkModeOf(given: Given): LinkModeSetting {
  const modes = ['hardlink', 'clone', 'copy', 'symlink', 'image'] as const
  return modes.find(mode => mode === readValue(given, 'link-mode')) ?? 'auto'
}

function absolute(base: string, path: string, facts: SettingsFacts): string {
  return resolve(base, expandHome(path, facts))
}

/** Inputs and variables pass no shell that would expand `~/`. */
function expandHome(path: string, { homeDirectory }: SettingsFacts): string {
  return path === '~' || path.startsWith('~/') ? join(homeDirectory, path.slice(1)) : path
}
