import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Tree } from '../../../src/install/tree.js'
import { formatTreeFile, parseTreeFile } from '../../../src/install/tree-file.js'
import { packPlan, unpackPlan } from '../../../src/pipeline/portable-plan.js'
import type { PlanFacts } from '../../../src/pipeline/stored-plan.js'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-plan-'))
})
afterEach(() => rm(directory, { recursive: true }))

const facts: PlanFacts = {
  format: 1,
  wheels: [{ name: 'tool', version: '1.0', sizeBytes: 1, source: 'store', files: 1, bytes: 1 }],
  warnings: ['`a` and `b` hold different files at `ä.py`'],
  entries: [`wheels/aa/${'a'.repeat(64)}`],
  big: ['a'.repeat(64)],
  texts: [['/here/requirements.in', 'b'.repeat(64)]],
  files: [['/here/tool.whl', 1, 2]],
}
const tree: Tree = {
  directories: [
    ['lib/tool', [['wheels/aa/files/tool', ['__init__.py']]]],
    ['', [['wheels/aa/files', ['top']]]],
  ],
  files: [
    { kind: 'script', path: 'bin/shipped', from: 'shipped' },
    { kind: 'text', path: 'lib/INSTALLER', text: 'wheelcrew\n' },
    { kind: 'record', path: 'lib/RECORD', parts: ['before\n', { recordPath: 'bin/shipped', script: 0 }, 'after\n'] },
  ],
}
const origin = { texts: [], files: [], wheels: new Set(['a'.repeat(64)]) }

async function packed(of: Tree = tree, facts_: PlanFacts = facts): Promise<Buffer> {
  const path = join(directory, 'plan')
  const bytes = formatTreeFile(of, facts_)
  await writeFile(path, bytes)
  await writeFile(join(directory, 'shipped'), Buffer.from([0x23, 0x21, 0xff, 0]))
  const file = parseTreeFile(bytes)
  if (file === undefined) throw new Error('not a tree file')
  return packPlan({ key: undefined, path, facts: facts_, file }, { root: directory, temporary: directory })
}

describe('a plan on its way to another machine', () => {
  test('arrives with all that it needs, and with what it follows from there', async () => {
    const texts = [['/there/requirements.in', 'c'.repeat(64)]] as const
    const bytes = await unpackPlan(await packed(), { ...origin, texts })
    const arrived = parseTreeFile(bytes ?? Buffer.alloc(0))
    expect(arrived?.facts).toEqual({ ...facts, texts, files: [] })
    const [script, ...others] = arrived?.tree().files ?? []
    expect(script).toEqual({ ...tree.files[0], shipped: Buffer.from([0x23, 0x21, 0xff, 0]).toString('base64') })
    expect(others[0]).toEqual(tree.files[1])
    expect(arrived?.tree().texts.toString()).toBe('before\nafter\n')
    expect(arrived?.tree().directories).toEqual(tree.directories)
  })

  test('says nothing of the machine that it comes from', async () => {
    const bytes = await unpackPlan(await packed(), origin)
    expect(bytes?.toString()).not.toContain('/here')
  })

  test('is refused when it is of other wheels than the lock', async () => {
    const wheels = ['a', 'b'].map(letter => letter.repeat(64))
    for (const others of [[], wheels, wheels.slice(1)]) {
      expect(await unpackPlan(await packed(), { ...origin, wheels: new Set(others) })).toBeUndefined()
    }
  })

  test('is refused when a byte of it is another one, or is missing', async () => {
    const bytes = await packed()
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 0x55
      expect([at, await unpackPlan(flipped, origin)]).toEqual([at, undefined])
      expect([at, await unpackPlan(bytes.subarray(0, at), origin)]).toEqual([at, undefined])
    }
    expect(await unpackPlan(zstdCompressSync('no plan'), origin)).toBeUndefined()
  })

  test.each([
    ['a directory above the environment', { directories: [['../lib', []]] }],
    ['a directory elsewhere', { directories: [['/etc', []]] }],
    ['a link to what is outside of the store', { directories: [['lib', [['../../secret', ['a']]]]] }],
    ['a file name that is a path', { directories: [['lib', [['wheels', ['a/../../../b']]]]] }],
    ['a file above the environment', { files: [{ kind: 'text', path: 'lib/../../x', text: '' }] }],
    [
      'a script from outside of the store',
      { files: [{ kind: 'script', path: 'bin/x', from: '/etc/passwd', shipped: '' }] },
    ],
    ['a path with a null character', { files: [{ kind: 'text', path: 'a\0b', text: '' }] }],
    ['no list', { files: 7 }],
  ])('is refused when it names %s', async (_, change) => {
    const { directories, files } = { ...tree, ...change } as unknown as Tree
    const bytes = hostile({ directories, files }, facts)
    expect(await unpackPlan(zstdCompressSync(bytes), origin)).toBeUndefined()
    expect(await unpackPlan(zstdCompressSync(hostile(tree, facts)), origin)).toBeDefined()
  })

  test.each([
    ['entries outside of the store', { entries: ['../wheels'] }],
    ['a warning that a terminal acts on', { warnings: ['\u001b[2J'] }],
    ['a name that is none', { wheels: [{ name: 7, version: '1' }] }],
    ['digests that are none', { big: ['x'] }],
    ['no lists', { warnings: undefined }],
  ])('is refused when its facts have %s', async (_, change) => {
    const bytes = hostile(tree, { ...facts, ...change } as unknown as PlanFacts)
    expect(await unpackPlan(zstdCompressSync(bytes), origin)).toBeUndefined()
  })
})

/** As `formatTreeFile`, of what no type allows. */
function hostile({ directories, files }: Tree, of: PlanFacts): string {
  const [first, second] = [JSON.stringify(directories), JSON.stringify(files)]
  const header = { facts: of, directories: Buffer.byteLength(first), files: Buffer.byteLength(second), texts: 0 }
  return `${JSON.stringify(header)}\n${first}${second}`
}
