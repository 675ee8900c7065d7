/** Resolving through the interpreter's own pip, where uv is not to be had (pip's installation report, version 1). */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasErrno } from '../errors.js'
import type { Environment } from '../host.js'
import {
  openDocument,
  optionalString,
  optionalTable,
  requiredString,
  type Table,
  tables,
  valueAt,
} from '../plan/document.js'
import type { Lock, LockedDistribution, LockedFile, LockedSource } from '../plan/lock.js'
import { filenameOf } from '../plan/requirement.js'
import { runProcess } from '../process.js'
import type { Interpreter } from '../python/interpreter.js'
import { pythonEnvironmentVariables } from '../python/run.js'
import type { IndexSettings } from '../settings.js'
import { normalizeName } from '../wheel/filename.js'
import { resolverFailure } from './resolver-failure.js'
import type { CompileInputs } from './uv.js'

export type PipRun = {
  readonly env: Environment
  /** Absolute; where its report is written. */
  readonly temporaryDirectory: string
  /** An interpreter that has a pip of version 23 or later. */
  readonly python: string
  /** The sha256 of a file in lower-case hex: before version 23.1, pip reports none of a local file. */
  readonly digestFile: (path: string) => Promise<string>
}

const oldestPip = 23

/** The first of the interpreter and its base that has a recent pip; undefined where neither has one. */
export async function findPip(interpreter: Interpreter, env: Environment): Promise<string | undefined> {
  for (const python of new Set([interpreter.executable, interpreter.baseExecutable])) {
    if (await hasRecentPip(python, env)) return python
  }
  return undefined
}

async function hasRecentPip(python: string, env: Environment): Promise<boolean> {
  try {
    const { exitCode, stdout } = await runProcess(python, ['-m', 'pip', '--version'], { env: pipEnvironment(env) })
    return exitCode === 0 && Number(/^pip (\d+)/.exec(stdout)?.[1] ?? 0) >= oldestPip
  } catch (error) {
    if (hasErrno(error, 'ENOENT', 'EACCES')) return false
    throw error
  }
}

/** Resolves requirements with `pip install --dry-run --report`. Throws UserError RESOLUTION_FAILED and INDEX_UNREACHABLE. */
export async function compileWithPip(run: PipRun, compile: CompileInputs): Promise<Lock> {
  await mkdir(run.temporaryDirectory, { recursive: true })
  const directory = await mkdtemp(join(run.temporaryDirectory, 'resolve-'))
  try {
    const report = join(directory, 'report.json')
    const result = await runProcess(run.python, [...pipArguments(compile), '--report', report], {
      cwd: compile.settings.workingDirectory,
      env: { ...pipEnvironment(run.env), ...indexVariables(compile.inputs.set.index) },
    })
    if (result.exitCode !== 0) throw resolverFailure('pip', result)
    return await withDigests(readReport(JSON.parse(await readFile(report, 'utf8'))), run)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

function pipArguments({ settings, inputs }: CompileInputs): readonly string[] {
  const { index } = inputs.set
  return [
    ...['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--quiet', '--no-input'],
    ...(settings.build.isolation ? [] : ['--no-build-isolation']),
    ...settings.build.configSettings.flatMap(setting => ['--config-settings', setting]),
    ...(settings.noDeps ? ['--no-deps'] : []),
    ...(index.requireHashes ? ['--require-hashes'] : []),
    // pip knows no offline: without an index and with local links only, it fetches nothing.
    ...(index.noIndex || index.offline ? ['--no-index'] : []),
    ...index.findLinks.flatMap(link => ['--find-links', link]),
    ...inputs.constraints.flatMap(({ path }) => ['--constraint', path]),
    ...inputs.files.flatMap(({ path }) => ['--requirement', path]),
    ...inputs.packages,
  ]
}

/** Settings of pip that say how to reach an index, not what to install where. */
const keptVariables = [
  'PIP_CERT',
  'PIP_CLIENT_CERT',
  'PIP_PROXY',
  'PIP_TRUSTED_HOST',
  'PIP_CONFIG_FILE',
  'PIP_KEYRING_PROVIDER',
]

function pipEnvironment(env: Environment): Environment {
  const kept = Object.entries(pythonEnvironmentVariables(env)).filter(
    ([name]) => !name.startsWith('PIP_') || keptVariables.includes(name),
  )
  // A dry run changes nothing, so a mark of PEP 668 on the interpreter is no obstacle.
  return { ...Object.fromEntries(kept), PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_BREAK_SYSTEM_PACKAGES: '1' }
}

/** By the environment: arguments would show credentials to other users of the machine. */
function indexVariables({ indexUrl, extraIndexUrls, noIndex, offline }: IndexSettings): Environment {
  if (noIndex || offline) return {}
  return {
    ...(indexUrl === '' ? {} : { PIP_INDEX_URL: indexUrl }),
    ...(extraIndexUrls.length === 0 ? {} : { PIP_EXTRA_INDEX_URL: extraIndexUrls.map(withoutName).join(' ') }),
  }
}

/** `name=https://…` is uv's way to name an index. */
function withoutName(index: string): string {
  return index.replace(/^[\w.-]+=(?=[a-z]+:)/i, '')
}

function readReport(value: unknown): Lock {
  const hint = 'Give a pylock.toml, or put uv on PATH'
  const root = openDocument(value, { source: "pip's report", code: 'RESOLUTION_FAILED', hint })
  return {
    source: 'pip',
    requiresPython: undefined,
    environments: [],
    distributions: tables(root, 'install').map(readInstallItem),
    extras: [],
    dependencyGroups: [],
    warnings: [],
  }
}

async function withDigests(lock: Lock, { digestFile }: PipRun): Promise<Lock> {
  const digested = async (file: LockedFile): Promise<LockedFile> =>
    file.path === undefined || 'sha256' in file.hashes
      ? file
      : { ...file, hashes: { ...file.hashes, sha256: await digestFile(file.path) } }
  const distributions = lock.distributions.map(async entry => ({
    ...entry,
    wheels: await Promise.all(entry.wheels.map(digested)),
    sdist: entry.sdist && (await digested(entry.sdist)),
    archive: entry.archive && (await digested(entry.archive)),
  }))
  return { ...lock, distributions: await Promise.all(distributions) }
}

function readInstallItem(item: Table): LockedDistribution {
  const metadata = optionalTable(item, 'metadata') ?? item
  const download = optionalTable(item, 'download_info') ?? item
  const source = readRepository(download)
  const file = source === undefined ? readDownload(download) : undefined
  const isDirect = valueAt(item, 'is_direct') === true
  const isWheel = file?.filename.endsWith('.whl') === true
  return {
    name: normalizeName(requiredString(metadata, 'name')),
    version: requiredString(metadata, 'version'),
    marker: undefined,
    requiresPython: optionalString(metadata, 'requires_python'),
    wheels: !isDirect && isWheel && file ? [file] : [],
    sdist: isDirect || isWheel ? undefined : file,
    archive: isDirect ? file : undefined,
    source,
    requested: valueAt(item, 'requested') === true,
  }
}

/** What a requirement of a requirement names by its repository. */
function readRepository(download: Table): LockedSource | undefined {
  const vcs = optionalTable(download, 'vcs_info')
  if (vcs === undefined) return undefined
  const [revision, subdirectory] = [optionalString(vcs, 'requested_revision'), optionalString(download, 'subdirectory')]
  return {
    kind: 'vcs',
    url: requiredString(download, 'url'),
    commit: requiredString(vcs, 'commit_id'),
    ...(revision !== undefined && { requestedRevision: revision }),
    ...(subdirectory !== undefined && { subdirectory }),
  }
}

function readDownload(download: Table): LockedFile {
  const url = requiredString(download, 'url')
  const archive = optionalTable(download, 'archive_info')
  const hashes = archive && optionalTable(archive, 'hashes')
  const local = url.startsWith('file:')
  return {
    filename: filenameOf(url),
    url: local ? undefined : url,
    path: local ? fileURLToPath(url) : undefined,
    size: undefined,
    hashes: Object.fromEntries(
      Object.entries(hashes?.values ?? {}).map(([algorithm, digest]) => [algorithm, String(digest)]),
    ),
  }
}
