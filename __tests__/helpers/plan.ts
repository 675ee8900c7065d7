/** Interpreters and locks as plain data, complete by default. */
import { isUserError } from '../../src/errors.js'
import type { Lock, LockedDistribution, LockedFile } from '../../src/plan/lock.js'
import type { PresentDistribution } from '../../src/plan/present.js'
import type { Interpreter } from '../../src/python/interpreter.js'
import type { IndexSettings } from '../../src/settings.js'

/** CPython 3.11.7 on Linux x86_64 with a few tags. */
export function makeInterpreter(facts: Partial<Interpreter> = {}): Interpreter {
  return {
    executable: '/opt/python/bin/python3.11',
    baseExecutable: '/opt/python/bin/python3.11',
    version: '3.11.7',
    implementation: 'cpython',
    cacheTag: 'cpython-311',
    magicNumber: 'a70d0d0a',
    optimize: 0,
    prefix: '/opt/python',
    basePrefix: '/opt/python',
    markers: {
      implementation_name: 'cpython',
      implementation_version: '3.11.7',
      os_name: 'posix',
      platform_machine: 'x86_64',
      platform_python_implementation: 'CPython',
      platform_release: '6.1.0',
      platform_system: 'Linux',
      platform_version: '#1 SMP',
      python_full_version: '3.11.7',
      python_version: '3.11',
      sys_platform: 'linux',
    },
    tags: [
      'cp311-cp311-manylinux_2_28_x86_64',
      'cp311-cp311-manylinux_2_17_x86_64',
      'cp311-abi3-manylinux_2_17_x86_64',
      'cp310-abi3-manylinux_2_17_x86_64',
      'py3-none-manylinux_2_17_x86_64',
      'cp311-none-any',
      'py311-none-any',
      'py3-none-any',
    ],
    venvSchemes: {
      purelib: 'lib/python3.11/site-packages',
      platlib: 'lib/python3.11/site-packages',
      headers: 'include/site/python3.11',
      scripts: 'bin',
      data: '',
    },
    systemSchemes: {
      purelib: '/opt/python/lib/python3.11/site-packages',
      platlib: '/opt/python/lib/python3.11/site-packages',
      headers: '/opt/python/include/python3.11',
      scripts: '/opt/python/bin',
      data: '/opt/python',
    },
    ...facts,
  }
}

/** Nothing is present, and what is would stay. */
export const anew = { installed: [], exact: false, reinstall: false } as const

/** A distribution that pip installed from an index. */
export function makePresent(
  name: string,
  version: string,
  facts: Partial<PresentDistribution> = {},
): PresentDistribution {
  return { name, version, kind: 'dist-info', installer: 'pip', directUrl: undefined, ...facts }
}

/** A file of a lock, by its filename; at a URL and with a hash. */
export function makeFile(filename: string, facts: Partial<LockedFile> = {}): LockedFile {
  const url = `https://files.example/${filename}`
  return { filename, url, path: undefined, size: undefined, hashes: { sha256: 'ab'.repeat(32) }, ...facts }
}

/** An entry of a lock; by default version 1.0 with one pure wheel. */
export function makeEntry(name: string, facts: Partial<LockedDistribution> = {}): LockedDistribution {
  const version = 'version' in facts ? facts.version : '1.0'
  return {
    name,
    version,
    marker: undefined,
    requiresPython: undefined,
    wheels: [makeFile(`${name.replaceAll('-', '_')}-${version ?? '1.0'}-py3-none-any.whl`)],
    sdist: undefined,
    archive: undefined,
    source: undefined,
    requested: true,
    ...facts,
  }
}

/** A lock of these entries, for any Python. */
export function makeLock(distributions: readonly LockedDistribution[], facts: Partial<Lock> = {}): Lock {
  return {
    source: 'pylock.toml',
    requiresPython: undefined,
    environments: [],
    distributions,
    extras: [],
    dependencyGroups: [],
    warnings: [],
    ...facts,
  }
}

/** The standard settings: one index, nothing forbidden, nothing required. */
export function makeIndex(facts: Partial<IndexSettings> = {}): IndexSettings {
  return {
    indexUrl: 'https://index.example/simple',
    extraIndexUrls: [],
    findLinks: [],
    noIndex: false,
    offline: false,
    requireHashes: false,
    ...facts,
  }
}

/** What `work` throws or rejects with; fails when it does neither. */
export async function failureOf(
  work: () => unknown,
): Promise<{ code: string; message: string; exitCode: number; hint: string | undefined }> {
  try {
    await work()
  } catch (error) {
    if (isUserError(error)) return error
    throw error
  }
  throw new Error('expected a failure')
}
