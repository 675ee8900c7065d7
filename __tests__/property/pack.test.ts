import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { writePack } from '../../src/store/pack.js'
import type { PackContents } from '../../src/store/pack-contents.js'
import { openStore, type Store } from '../../src/store/store.js'
import { type PackPlace, unpackFile } from '../helpers/packs.js'
import { describeTree, storeBytecode, storeWheel } from '../helpers/stored-wheel.js'

const runs = Number(process.env.FC_RUNS ?? 20)

let scratch = ''

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-pack-'))
})

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true })
})

async function freshStore(): Promise<Store> {
  return openStore(await mkdtemp(join(scratch, 'store-')))
}

async function remove(...stores: readonly Store[]): Promise<void> {
  for (const { root } of stores) await rm(root, { recursive: true })
}

const path = fc.constantFrom('a.py', 'b/c.py', 'b/d.so', 'run.sh', 'é.txt', 'b/e/f')
const content = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc.nat(400).map(size => new Uint8Array(size)),
)
const files = fc.dictionary(
  path,
  content.map(bytes => Buffer.from(bytes)),
)
const wheels = fc.array(fc.record({ files, bytecode: fc.option(files) }), { maxLength: 4 })

async function fill(store: Store, made: readonly { readonly files: Files; readonly bytecode: Files | null }[]) {
  const contents: { wheels: PackContents['wheels'][number][]; bytecode: PackContents['bytecode'][number][] } = {
    wheels: [],
    bytecode: [],
  }
  for (const [index, { files, bytecode }] of made.entries()) {
    const note = await storeWheel(store, `wheel${index}`, files)
    contents.wheels.push(note)
    if (bytecode !== null) contents.bytecode.push(await storeBytecode(store, note, bytecode))
  }
  return contents
}
type Files = Parameters<typeof storeWheel>[2]

describe.each<PackPlace>(['file', 'network'])('a pack read from a %s', place => {
  test('of any wheels and any size of frame gives the same trees', async () => {
    await fc.assert(
      fc.asyncProperty(wheels, fc.integer({ min: 10, max: 500 }), async (made, frameSize) => {
        const [store, other] = [await freshStore(), await freshStore()]
        const contents = await fill(store, made)
        const destination = join(scratch, 'pack')
        await writePack(store, contents, { destination, frameSize })
        const unpacked = await unpackFile(other, destination, {
          wanted: new Set(contents.wheels.map(note => note.sha256)),
          place,
        })
        expect(unpacked.damaged).toEqual([])
        expect(await describeTree(other.root)).toEqual(await describeTree(store.root))
        await remove(store, other)
      }),
      { numRuns: runs },
    )
  })

  test('that was cut or changed anywhere gives right trees or none', async () => {
    const store = await freshStore()
    const contents = await fill(store, [
      { files: { 'a.py': 'x = 1\n', 'b/c.so': Buffer.alloc(600, 'ab'), 'run.sh': '' }, bytecode: { 'a.pyc': 'code' } },
      { files: { 'z.py': 'y = 2\n'.repeat(20) }, bytecode: null },
    ])
    const whole = join(scratch, 'whole')
    await writePack(store, contents, { destination: whole, frameSize: 100 })
    const bytes = await readFile(whole)
    const right = new Set(await describeTree(store.root))
    const wanted = new Set(contents.wheels.map(note => note.sha256))
    const damage = fc.record({ at: fc.nat(bytes.length - 1), flip: fc.option(fc.integer({ min: 1, max: 255 })) })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, flip }) => {
        const damaged = Buffer.from(flip === null ? bytes.subarray(0, at) : bytes)
        if (flip !== null) damaged[at] = (damaged[at] ?? 0) ^ flip
        const destination = join(scratch, 'damaged')
        await writeFile(destination, damaged)
        const other = await freshStore()
        const unpacked = await unpackFile(other, destination, { wanted, place })
        expect(unpacked.damaged.length).toBeGreaterThan(0)
        expect((await describeTree(other.root)).filter(line => !right.has(line))).toEqual([])
        await remove(other)
      }),
      { numRuns: 3 * runs },
    )
  })
})
