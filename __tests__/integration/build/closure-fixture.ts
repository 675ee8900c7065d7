/** Repositories whose content a test reads. */
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readClosure, type SourceClosure } from '../../../src/build/closure.js'
import { sourceId } from '../../../src/build/source-id.js'
import type { Host } from '../../../src/host.js'
import { testHost } from '../python/pythons.js'
import { writeTree } from './build-fixture.js'
import { git } from './git-fixture.js'

/** A repository at this path with these files in one commit. */
export async function makeRepository(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(directory, { recursive: true })
  await git(directory, 'init', '-q')
  // No process of git outlives the test.
  await git(directory, 'config', 'gc.auto', '0')
  await git(directory, 'config', 'maintenance.auto', 'false')
  await writeTree(directory, files)
  await commitAll(directory, 'first')
  return directory
}

export async function commitAll(directory: string, message: string): Promise<void> {
  await git(directory, 'add', '-A')
  await git(directory, 'commit', '-q', '--allow-empty', '-m', message)
}

/** Runs a test in a directory of its own. */
export async function inDirectory(test: (directory: string) => Promise<void>): Promise<void> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-closure-')))
  try {
    await test(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

export function closureAt(directory: string, host: Partial<Host> = {}): Promise<SourceClosure> {
  const services = { host: testHost(directory, host), signal: new AbortController().signal }
  return readClosure(directory, services)
}

export async function idAt(directory: string, isScmVersioned = false): Promise<string> {
  return sourceId(await closureAt(directory), { isScmVersioned })
}

export function pathsOf(closure: SourceClosure): readonly string[] {
  return closure.files.map(({ path }) => path)
}
