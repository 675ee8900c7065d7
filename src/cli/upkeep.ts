/** The commands that look after a store, an environment or the machine: gc, verify, doctor. */
import type { Console } from '../edge/console.js'
import type { Given } from '../edge/given.js'
import { readFlag } from '../edge/given.js'
import { makeSettings } from '../edge/settings.js'
import { exitCodes, usageError } from '../errors.js'
import type { Host } from '../host.js'
import type { UpkeepCommand } from '../options.js'
import { type Diagnosis, diagnose } from '../pipeline/doctor.js'
import { findStores } from '../pipeline/find-stores.js'
import { describeChanges, maintainStore } from '../pipeline/upkeep.js'
import { type Verified, verifyEnvironment, verifyStore, withDigest } from '../pipeline/verify.js'
import { countOf, formatBytes } from '../report/units.js'
import type { Settings } from '../settings.js'
import type { ChangedEntry } from '../store/check.js'
import type { Trimmed } from '../store/evict.js'

export type UpkeepServices = {
  /** By flags and variables. */
  readonly given: Given
  /** By flags alone: they say what is meant. */
  readonly asked: Given
  readonly host: Host
  readonly console: Console
  /** Data. */
  writeOut(text: string): void
}

/** Runs one of the commands and returns its exit code. Throws what makes it impossible. */
export async function runUpkeep(command: UpkeepCommand, services: UpkeepServices): Promise<number> {
  const settings = makeSettings(services.given, { ...services.host, event: undefined, command })
  switch (command) {
    case 'gc':
      return collect(settings, services)
    case 'verify':
      return verify(settings, services)
    case 'doctor':
      return examine(settings, services)
  }
}

async function collect({ store: named, storeMaxBytes }: Settings, services: UpkeepServices): Promise<number> {
  const { host, console } = services
  const results: ReturnType<typeof storeResult>[] = []
  for (const { directory, store } of await findStores(named, host)) {
    const { changed, trimmed, unmounted } = await maintainStore(store, storeMaxBytes, host)
    if (unmounted > 0)
      console.log.info(`\`${directory}\`: unmounted ${countOf(unmounted, 'environment')} that nobody used`)
    for (const line of describeChanges(changed)) console.log.warn(line)
    for (const { path, bytes } of trimmed.removed) console.log.debug(`removed ${path} (${formatBytes(bytes)})`)
    console.log.info(describeTrimming(directory, trimmed, storeMaxBytes))
    results.push(storeResult(directory, changed, trimmed))
  }
  if (results.length === 0) console.log.info('there is no store')
  answer({ stores: results }, services)
  return exitCodes.ok
}

function storeResult(store: string, changed: readonly ChangedEntry[], { removed, bytes, excess }: Trimmed) {
  return { store, changed: changed.map(({ name, paths }) => ({ name, paths })), removed, bytes, excess }
}

function describeTrimming(store: string, { removed, bytes, excess }: Trimmed, limit: number): string {
  const freed = removed.reduce((sum, item) => sum + item.bytes, 0)
  const kinds = [...new Set(removed.map(({ path }) => kindOf(path)))]
  const counts = kinds.map(kind => countOf(removed.filter(({ path }) => kindOf(path) === kind).length, kind))
  const what = removed.length === 0 ? 'nothing to remove' : `removed ${counts.join(', ')}: ${formatBytes(freed)}`
  const busy = excess > 0 ? `; ${formatBytes(excess)} more should go and are in use, or were within the hour` : ''
  return `\`${store}\`: ${what}; it holds ${formatBytes(bytes)} of ${formatBytes(limit)}${busy}`
}

function kindOf(path: string): string {
  const [directory = ''] = path.split('/')
  if (directory === 'bytecode') return 'bytecode set'
  return directory === 'ready' ? 'ready environment' : directory.replace(/s$/, '')
}

async function verify({ store: named, environment }: Settings, services: UpkeepServices): Promise<number> {
  const { asked, host } = services
  if (asked.has('venv-path') && environment.kind === 'venv') {
    if (asked.has('store'))
      throw usageError('OPTIONS_NOT_COMBINABLE', '`--store` and `--venv` name two things to verify')
    return tellVerified([await withDigest(host, digest => verifyEnvironment(environment.path, digest))], services)
  }
  const results: Verified[] = []
  for (const { store } of await findStores(named, host))
    results.push(await withDigest(host, digest => verifyStore(store, digest)))
  return tellVerified(results, services)
}

function tellVerified(results: readonly Verified[], services: UpkeepServices): number {
  const { console } = services
  const differences = results.flatMap(result => result.differences)
  const removed = results.flatMap(result => result.removed)
  const [files, bytes] = [sum(results.map(result => result.files)), sum(results.map(result => result.bytes))]
  for (const { path, reason } of differences) console.print(`\`${path}\` ${reason}`)
  for (const name of removed) console.print(`${name} is removed from the store, and the next run gets it anew`)
  const amount = `${countOf(files, 'file')}, ${formatBytes(bytes)}`
  console.log.info(differences.length === 0 ? `${amount}: none differs` : `${amount}: ${differences.length} differ`)
  answer({ files, bytes, differences, removed }, services)
  return differences.length === 0 ? exitCodes.ok : exitCodes.integrity
}

async function examine(settings: Settings, services: UpkeepServices): Promise<number> {
  const { workingDirectory, environment } = settings
  const request = {
    store: settings.store,
    environment: environment.kind === 'system' ? workingDirectory : environment.path,
    cacheBackend: settings.cache.backend,
  }
  const diagnosis = await diagnose(request, services.host)
  if (readFlag(services.given, 'json')) answer(diagnosis, services)
  else services.writeOut(`${describeDiagnosis(diagnosis).join('\n')}\n`)
  return exitCodes.ok
}

function describeDiagnosis(found: Diagnosis): readonly string[] {
  const { platform, cores, memory, store, linkMode, linkModes, compression, cache, interpreters } = found
  const ability = ({ name, works, reason }: Diagnosis['cache']) => [name, `${works ? 'yes' : 'no'}: ${reason}`] as const
  const lines = [
    ['system', `${platform.os} ${platform.arch}, Node ${platform.node}`],
    ['cores', String(cores)],
    ['memory', `${formatBytes(memory.totalBytes)}, ${formatBytes(memory.freeBytes)} free`],
    ['store', `${store.directory} (${formatBytes(store.freeBytes)} free of ${formatBytes(store.totalBytes)})`],
    ['link mode', `${linkMode.mode}: ${linkMode.reason}`],
    ...linkModes.map(mode => [`  ${ability(mode)[0]}`, ability(mode)[1]] as const),
    ability(compression),
    ['cache', `${cache.name}: ${cache.works ? '' : 'no: '}${cache.reason}`],
    ['Python', countOf(interpreters.length, 'interpreter')],
    ...interpreters.map(({ version, path }) => [`  ${version}`, path] as const),
  ] as const
  return lines.map(([name, text]) => `${name.padEnd(14)}${text}`)
}

function answer(result: unknown, { given, writeOut }: UpkeepServices): void {
  if (readFlag(given, 'json')) writeOut(`${JSON.stringify(result, undefined, 2)}\n`)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
