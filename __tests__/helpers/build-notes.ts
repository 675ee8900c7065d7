/** Notes of builds, complete by default, and a build whose product lies there. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildNote } from '../../src/store/build-note.js'
import { publishBuild, type StoredBuild } from '../../src/store/builds.js'
import type { Store } from '../../src/store/store.js'

export function sha256Of(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keys that a reader tells apart. */
export const [firstA, firstB] = ['a'.repeat(32), 'b'.repeat(32)] as const
export const [secondA, secondB] = ['1'.repeat(32), '2'.repeat(32)] as const

export const provenance: BuildNote['provenance'] = {
  repository: 'octo/demo',
  ref: 'refs/heads/main',
  revision: 'c'.repeat(40),
  event: 'push',
  run: '4711',
  createdAt: '2026-01-02T03:04:05.000Z',
  createdBy: '0.1.0',
}

/** The note of a wheel with this content. */
export function makeBuildNote(product: string | Buffer = 'wheel', changes: Partial<BuildNote> = {}): BuildNote {
  const filename = 'demo-1.0+local-cp311-cp311-linux_x86_64.whl'
  return {
    format: 1,
    first: firstA,
    second: secondA,
    kind: 'wheel',
    name: 'demo',
    version: '1.0+local',
    filename,
    product: { filename, sha256: sha256Of(product), size: Buffer.byteLength(product) },
    ingredients: [{ name: 'source', value: 'd'.repeat(64) }],
    discovered: {
      variables: { MY_FLAG: null, CFLAGS: 'e'.repeat(64) },
      paths: { 'VERSION.txt': null },
      environment: 'f',
    },
    requires: ['setuptools>=61'],
    locked: ['setuptools==84.2.1'],
    provenance,
    seconds: 12.5,
    ...changes,
  }
}

/** Builds in a moment: `directory` is one for unfinished work. */
export async function storeBuild(
  store: Store,
  product: string | Buffer,
  changes: Partial<BuildNote> = {},
): Promise<StoredBuild> {
  const path = join(store.temporary, `product-${sha256Of(product).slice(0, 8)}`)
  await writeFile(path, product)
  return publishBuild(store, makeBuildNote(product, changes), path)
}
