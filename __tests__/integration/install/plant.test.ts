import { linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { plantTree } from '../../../src/install/plant.js'
import { canMount, type Mounts, openMounts } from '../../helpers/mounts.js'

let mounts: Mounts
beforeEach(() => {
  mounts = openMounts()
})
afterEach(() => mounts.close())

const names = ['a.py', 'b.py', 'c.py']

/** Plants three files that lie in the directory `files` of a store. */
function plant(storeRoot: string, root: string) {
  const tree = { directories: [['lib', [['files', names]]]], files: [], texts: Buffer.alloc(0) } as const
  const place = { storeRoot, root, linkMode: 'hardlink', python: '/python', os: 'linux' } as const
  return plantTree(tree, place, async () => 0)
}

const ext4Test = canMount(({ disk }) => disk('ext4')) ? test : test.skip

ext4Test('files that cannot be linked are copied and counted', async () => {
  const disk = mounts.disk('ext4')
  const [store, root] = [join(disk, 'store'), join(disk, 'environment')]
  mkdirSync(join(store, 'files'), { recursive: true })
  for (const name of names) writeFileSync(join(store, 'files', name), name)
  expect(await plant(store, join(disk, 'first'))).toEqual({ files: 3, copied: 0 })

  // ext4 allows 65,000 links to a file.
  mkdirSync(join(disk, 'links'))
  for (let count = 2; count < 65_000; count++)
    linkSync(join(store, 'files', 'b.py'), join(disk, 'links', String(count)))
  expect(await plant(store, root)).toEqual({ files: 3, copied: 1 })
  expect(names.map(name => statSync(join(root, 'lib', name)).nlink)).toEqual([3, 1, 3])
  expect(readFileSync(join(root, 'lib', 'b.py'), 'utf8')).toBe('b.py')
})
