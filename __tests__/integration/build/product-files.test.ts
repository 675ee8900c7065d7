import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type EditableBuild,
  isPortableEditable,
  type ProductServices,
  packProduct,
  unpackProduct,
} from '../../../src/build/editable-product.js'
import { findOnPath } from '../../helpers/tools.js'
import { makeZip, type ZipInput } from '../../helpers/zip-builder.js'
import { pythons, testHost } from '../python/pythons.js'
import { listWheel } from './product-fixture.js'

let root: string
let first: string
let second: string
let messages: string[]
let services: ProductServices
const python = (await findOnPath('python3')) ?? ''

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-product-')))
  ;[first, second] = [join(root, 'first'), join(root, 'second')]
  messages = []
  const log = { info: () => {}, warn: () => {}, debug: (message: string) => void messages.push(message) }
  services = { python, host: testHost(root, { helpersDirectory: resolve('src/build'), log }) }
  for (const directory of [first, second, join(root, 'out')]) await mkdir(directory)
})
afterEach(() => rm(root, { recursive: true, force: true }))

type Files = Readonly<Record<string, string | Buffer>>

async function write(directory: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), content)
  }
}

const info = 'x-1.0.dist-info'

/** A build in `first` whose wheel has these members. */
async function build(
  members: Files,
  outputs: readonly string[] = [],
  sources: readonly string[] = [],
): Promise<EditableBuild> {
  const wheel = join(root, 'x-1.0-py3-none-any.whl')
  const all = { ...members, [`${info}/METADATA`]: 'Name: x\n', [`${info}/RECORD`]: members[`${info}/RECORD`] ?? '' }
  await writeFile(wheel, makeZip(Object.entries(all).map(([name, data]) => ({ name, data }))))
  return { wheel, tree: first, outputs, sources, kept: [] }
}

/** What the wheel of this build is in `second`. */
async function move(made: EditableBuild): Promise<Readonly<Record<string, string>>> {
  const product = join(root, 'product')
  await packProduct({ ...made, destination: product }, services)
  return listWheel((await unpack(product, made.sources)) ?? messages.join())
}

function unpack(product: string, sources: readonly string[] = []): Promise<string | undefined> {
  return unpackProduct({ product, tree: second, sources, outputDirectory: join(root, 'out') }, services)
}

describe('the wheel of a product', () => {
  test('names the new tree wherever it named the old one, and only there', async () => {
    const url = pathToFileURL(first).href
    const lines = [first, `${first}/src`, `x=${first};`, `"${first}"`, `${url}/a`, url]
    const others = [`${first}2`, `${first}-other/x`, `${first}.bak`, `/mnt${first}`, `${url}2`]
    const { 'x.pth': text } = await move(await build({ 'x.pth': [...lines, ...others].join('\n') }))
    expect(text).toBe([...lines.map(line => line.replace(first, second)), ...others].join('\n'))
  })

  test('spells the new path as the file does', async () => {
    second = join(root, `a 'b' "c" é`)
    await mkdir(second)
    const url = pathToFileURL(first).href
    const members = await move(
      await build({ 'x.pth': first, 'x.py': `P = '${first}'\nQ = "${first}"\nU = '${url}'`, 'x.json': `["${first}"]` }),
    )
    expect(members['x.pth']).toBe(second)
    expect(JSON.parse(members['x.json'] ?? '')).toEqual([second])
    const said = execFileSync(python, [
      '-c',
      `${members['x.py']}\nimport json; print(json.dumps([P, Q, U]))`,
    ]).toString()
    const encoded = pathToFileURL(second).href.replaceAll("'", '%27')
    expect(JSON.parse(said)).toEqual([second, second, encoded])
  })

  test('has the digests of its new content in RECORD, and no signature of the old one', async () => {
    const rows = [`x.pth,sha256=old,9`, `"a,b.py",sha256=kept,3`, `${info}/RECORD.jws,,`, `${info}/RECORD,,`]
    const members = {
      'x.pth': first,
      'a,b.py': 'a=1',
      [`${info}/RECORD.jws`]: 'signed',
      [`${info}/RECORD`]: rows.join('\n'),
    }
    const made = await build(members)
    const product = join(root, 'product')
    await packProduct({ ...made, destination: product }, services)
    const wheel = (await unpack(product)) ?? ''
    expect(Object.keys(await listWheel(wheel))).toEqual(['a,b.py', `${info}/METADATA`, `${info}/RECORD`, 'x.pth'])
    const script = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())'
    const record = execFileSync(python, ['-c', script, wheel, `${info}/RECORD`])
      .toString()
      .trim()
      .split('\n')
    const digest = createHash('sha256').update(second).digest('base64url')
    expect(record).toEqual([`x.pth,sha256=${digest},${second.length}`, '"a,b.py",sha256=kept,3', `${info}/RECORD,,`])
  })

  test('is the same in the same tree, its signature included', async () => {
    const made = await build({ 'x.pth': first, [`${info}/RECORD.jws`]: 'signed' })
    second = first
    expect(await move(made)).toEqual(await listWheel(made.wheel))
  })
})

describe('the outputs of a product', () => {
  test('are files with their modes and links that stay inside of the tree', async () => {
    await write(first, { 'a/x.so': Buffer.from([0, 1, 2]), 'a/tool': '#!/bin/sh', 'a/conf.py': `ROOT = '${first}'` })
    await chmod(join(first, 'a/tool'), 0o755)
    await symlink('x.so', join(first, 'a/relative.so'))
    await symlink(join(first, 'a/x.so'), join(first, 'absolute.so'))
    const outputs = ['a/x.so', 'a/tool', 'a/conf.py', 'a/relative.so', 'absolute.so']
    await move(await build({}, outputs))
    await rm(first, { recursive: true })
    expect(await readFile(join(second, 'absolute.so'))).toEqual(Buffer.from([0, 1, 2]))
    expect(await readlink(join(second, 'a/relative.so'))).toBe('x.so')
    expect(await readFile(join(second, 'a/conf.py'), 'utf8')).toBe(`ROOT = '${second}'`)
    const modes = await Promise.all(
      ['a/x.so', 'a/tool'].map(async path => (await stat(join(second, path))).mode & 0o111),
    )
    expect(modes).toEqual([0, 0o111])
    expect((await readdir(second, { recursive: true })).toSorted()).toEqual(['a', ...outputs].toSorted())
  })

  test('replace other files, through a hard link as well, and leave equal ones alone', async () => {
    await write(first, { 'same.so': 'same', 'other.so': 'new' })
    await write(second, { 'same.so': 'same', 'other.so': 'old' })
    await write(root, { shared: 'old' })
    await rm(join(second, 'other.so'))
    execFileSync('ln', [join(root, 'shared'), join(second, 'other.so')])
    const { ino, mtimeMs } = await stat(join(second, 'same.so'))
    await move(await build({}, ['same.so', 'other.so']))
    expect(await stat(join(second, 'same.so'))).toMatchObject({ ino, mtimeMs })
    expect(await readFile(join(second, 'other.so'), 'utf8')).toBe('new')
    expect(await readFile(join(root, 'shared'), 'utf8')).toBe('old')
  })

  test('are never written over a source file, which may be there with the same bytes', async () => {
    await write(first, { 'a.py': 'built', 'b.so': 'b' })
    const made = await build({}, ['a.py', 'b.so'])
    await packProduct({ ...made, destination: join(root, 'product') }, services)
    await write(second, { 'a.py': 'source' })
    expect(await unpack(join(root, 'product'), ['a.py'])).toBeUndefined()
    expect(await readdir(second)).toEqual(['a.py'])
    expect(await readFile(join(second, 'a.py'), 'utf8')).toBe('source')
    await write(second, { 'a.py': 'built' })
    expect(await unpack(join(root, 'product'), ['a.py'])).toBeDefined()
  })

  test('include no link that leads out of the tree', async () => {
    await symlink('/etc/passwd', join(first, 'x.so'))
    const made = await build({}, ['x.so'])
    expect(await isPortableEditable(made, services)).toMatchObject({
      isPortable: false,
      reason: expect.stringContaining('/etc/passwd'),
    })
    await expect(packProduct({ ...made, destination: join(root, 'product') }, services)).rejects.toThrow(
      'out of the tree',
    )
  })
})

const facts = (more: object = {}) =>
  JSON.stringify({ format: 1, tree: '/old', real: '/old', wheel: 'x-1.0-py3-none-any.whl', links: {}, ...more })
const entry = (name: string, data = 'x'): ZipInput => ({ name, data })
const factsEntry = (more: object = {}): ZipInput => entry('.wheelcrew-tree.json', facts(more))

describe('a product that would change what it must not', () => {
  test.each<[string, readonly ZipInput[]]>([
    ['a parent', [factsEntry(), entry('.wheelcrew-tree/../x')]],
    ['an absolute path', [factsEntry(), entry('.wheelcrew-tree//etc/x')]],
    ['a path of Windows', [factsEntry(), entry('.wheelcrew-tree/..\\x')]],
    ['a drive', [factsEntry(), entry('.wheelcrew-tree/c:x')]],
    ['a repository', [factsEntry(), entry('.wheelcrew-tree/.git/hooks/pre-commit')]],
    ['a repository in capitals', [factsEntry(), entry('.wheelcrew-tree/.GIT/config')]],
    ['a directory that leads out', [factsEntry(), entry('.wheelcrew-tree/out/x')]],
    ['a directory that is a file', [factsEntry(), entry('.wheelcrew-tree/source.py/x')]],
    ['what is a directory', [factsEntry(), entry('.wheelcrew-tree/directory')]],
    ['a source file', [factsEntry(), entry('.wheelcrew-tree/source.py')]],
    ['a source file by a link', [factsEntry({ links: { 'source.py': ['x', false] } })]],
    [
      'what is behind a link of its own',
      [factsEntry({ links: { a: ['directory', false] } }), entry('.wheelcrew-tree/a/x')],
    ],
    [
      'what is behind a link of its own, by a link',
      [factsEntry({ links: { a: ['directory', false], 'a/b': ['x', false] } })],
    ],
    ['what a link leads to', [factsEntry({ links: { a: ['../x', false] } })]],
    ['a repository that a link leads to', [factsEntry({ links: { a: ['.git/config', false] } })]],
    ['a wheel elsewhere', [factsEntry({ wheel: '../x-1.0-py3-none-any.whl' })]],
    ['a file that is no wheel', [factsEntry({ wheel: 'x.pth' })]],
    ['a member that leaves the wheel', [factsEntry(), entry('../x.py')]],
    ['a member twice', [factsEntry(), entry('.wheelcrew-tree/x'), entry('.wheelcrew-tree/x', 'y')]],
    ['another format', [factsEntry({ format: 2 })]],
    ['facts that are none', [entry('.wheelcrew-tree.json', '[]')]],
    ['links that are none', [factsEntry({ links: { a: 3 } })]],
    ['no facts', [entry('x.py')]],
  ])('is refused, and nothing is written: %s', async (_, entries) => {
    await mkdir(join(root, 'outside'))
    await write(second, { 'source.py': 'source', 'directory/y': '' })
    await symlink(join(root, 'outside'), join(second, 'out'))
    const listing = async () => (await readdir(root, { recursive: true })).toSorted()
    await writeFile(join(root, 'product'), makeZip([...entries, entry('.wheelcrew-tree/fine.so')]))
    const before = await listing()
    expect(await unpack(join(root, 'product'), ['source.py'])).toBeUndefined()
    expect(messages).toHaveLength(1)
    expect(await listing()).toEqual(before)
    expect((await lstat(join(second, 'source.py'))).isFile()).toBe(true)
  })

  test('is refused where it is cut off or changed', async () => {
    await write(first, { 'x.so': 'x'.repeat(3000) })
    const made = await build({ 'x.pth': first }, ['x.so'])
    const product = join(root, 'product')
    await packProduct({ ...made, destination: product }, services)
    const bytes = await readFile(product)
    await writeFile(product, bytes.subarray(0, bytes.length / 2))
    expect(await unpack(product)).toBeUndefined()
    await writeFile(product, bytes.fill(7, 40, 60))
    expect(await unpack(product)).toBeUndefined()
    expect((await readdir(second)).filter(name => name !== 'x.so')).toEqual([])
  })
})

const gcc = await findOnPath('gcc')

describe('an editable', () => {
  const isPortable = (made: EditableBuild) => isPortableEditable(made, services)
  const refused = (reason: string) => ({ isPortable: false, reason: expect.stringContaining(reason) })

  test('is portable whose wheel names sources and outputs of its tree', async () => {
    await write(first, { 'src/x/__init__.py': '', 'src/x/n.so': '' })
    const made = await build(
      { 'x.pth': `${first}/src`, 'f.py': `M = {'x': '${first}/src/x/n.so'}` },
      ['src/x/n.so'],
      ['src/x/__init__.py'],
    )
    expect(await isPortable(made)).toEqual({ isPortable: true })
  })

  test('is not whose wheel names an intermediate file of its build', async () => {
    await write(first, { 'src/x.py': '', 'build/cp311/x.so': '' })
    const made = await build({ '_x.py': `install('x', '${first}/build/cp311')` }, [], ['src/x.py'])
    expect(await isPortable(made)).toEqual(refused('build/cp311'))
  })

  test('is not by which meson-python builds when it is imported', async () => {
    expect(await isPortable(await build({ '_x_editable_loader.py': 'class MesonpyMetaFinder: ...' }))).toEqual(
      refused('meson-python'),
    )
  })

  test('is not whose wheel has the path in a binary file', async () => {
    expect(await isPortable(await build({ 'x.bin': Buffer.from(`\0${first}/data\0`) }))).toEqual(refused('x.bin'))
    expect(await isPortable(await build({ 'x.bin': Buffer.from(`\0${first}2/data\0`) }))).toEqual({ isPortable: true })
  })

  test('is not where a library lay in the tree that the build left as it was', async () => {
    expect(await isPortable({ ...(await build({})), kept: ['x.so'] })).toEqual(refused('x.so'))
  })

  const compiled: readonly (readonly [string, readonly string[], boolean])[] = [
    ['for debuggers', ['-g'], true],
    ['of a source file, for messages', ['-DTEXT=__FILE__'], true],
    ['of its data', ['-DTEXT="ROOT/data"'], false],
    ['of itself', ['-DTEXT="ROOT"'], false],
    ['where libraries are looked for', ['-Wl,-rpath,ROOT/lib'], false],
  ]
  const whenCompiled = gcc === undefined ? test.skip : test
  whenCompiled.each(compiled)('may name its tree in a library %s: %j is portable: %s', async (_, options, expected) => {
    await write(first, { 'x.c': '#ifndef TEXT\n#define TEXT ""\n#endif\nconst char *text(void) { return TEXT; }\n' })
    const args = options.map(option => option.replace('ROOT', first))
    execFileSync(gcc ?? '', ['-shared', '-fPIC', '-O2', ...args, join(first, 'x.c'), '-o', join(first, 'x.so')], {
      cwd: first,
    })
    expect((await readFile(join(first, 'x.so'))).includes(first)).toBe(true)
    const asOutput = await isPortable(await build({}, ['x.so'], ['x.c']))
    const asMember = await isPortable(await build({ 'x.so': await readFile(join(first, 'x.so')) }, [], ['x.c']))
    expect([asOutput.isPortable, asMember.isPortable]).toEqual([expected, expected])
  })
})

test('the helper runs on every Python', async () => {
  await write(first, { 'x.so': 'x' })
  const made = await build({ 'x.pth': first }, ['x.so'])
  const all = await pythons()
  for (const each of all) {
    services = { ...services, python: each }
    expect([each, await isPortableEditable(made, services)]).toEqual([each, { isPortable: true }])
    expect((await move(made))['x.pth']).toBe(second)
  }
  expect(all.length).toBeGreaterThan(0)
})
