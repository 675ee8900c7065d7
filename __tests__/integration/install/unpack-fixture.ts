/** A store to unpack wheels into, by the code of the worker threads without the threads. */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Unpacked, unpackWheel } from '../../../src/install/unpack.js'
import { unpackEntries } from '../../../src/install/unpack-entries.js'
import { filesOf, openStore, type Store, wheelDirectory } from '../../../src/store/store.js'
import type { WorkerPool } from '../../../src/workers/pool.js'
import type { Answer, Task } from '../../../src/workers/tasks.js'
import { describeTree } from '../../helpers/stored-wheel.js'

export type Fixture = {
  readonly scratch: string
  readonly store: Store
  unpack(wheel: { readonly filename: string; readonly bytes: Buffer }): Promise<Unpacked>
  /** Where the files of an unpacked wheel lie. */
  files(unpacked: Unpacked): string
  /** Every file and folder below the scratch directory, but for the archive. */
  tree(): Promise<readonly string[]>
  remove(): Promise<void>
}

export async function makeFixture(): Promise<Fixture> {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-unpack-')))
  const store = await openStore(join(scratch, 'store'))
  const path = join(scratch, 'archive')
  return {
    ...{ scratch, store },
    unpack: async ({ filename, bytes }) => {
      await writeFile(path, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return unpackWheel({ path, filename, sha256, size: bytes.length }, { store, pool: inThisThread, os: 'linux' })
    },
    files: ({ note }) => filesOf(wheelDirectory(store, note.sha256)),
    tree: async () => {
      const folders = await readdir(scratch, { recursive: true })
      const files = await describeTree(scratch)
      return [...folders, ...files].filter(line => !line.startsWith('archive')).sort()
    },
    remove: () => rm(scratch, { recursive: true, force: true }),
  }
}

const inThisThread: WorkerPool = {
  run: async <T extends Task>(task: T) => {
    if (task.kind !== 'unpack') throw new Error(`unpacking gave the task ${task.kind}`)
    const answer: unknown = { files: await unpackEntries(task), busyMs: 0 }
    return answer as Answer<T>
  },
  warm: () => undefined,
  close: async () => {},
}

export function textOf(fixture: Fixture, unpacked: Unpacked, path: string): Promise<string> {
  return readFile(join(fixture.files(unpacked), path), 'utf8')
}
