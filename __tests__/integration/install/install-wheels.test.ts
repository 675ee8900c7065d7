import { appendFile, link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { scanInstalled } from '../../../src/install/installed.js'
import type { LinkMode } from '../../../src/store/locate.js'
import { filesOf, wheelDirectory } from '../../../src/store/store.js'
import { failureOf } from '../../helpers/plan.js'
import { describeTree } from '../../helpers/stored-wheel.js'
import { readTree } from '../../helpers/tree.js'
import { alphaFiles, begin, type Fixture, install, makeFixture, storeBoth, storeCompiled } from './install-fixture.js'

let fixture: Fixture
beforeEach(async () => {
  fixture = await makeFixture()
})
afterEach(() => fixture.remove())

/** Native paths of all files in the environment. */
async function installedPaths(): Promise<readonly string[]> {
  return Object.keys(await readTree(fixture.environment.root)).map(path => join(fixture.environment.root, path))
}

async function installedNames(): Promise<readonly string[]> {
  const found = await scanInstalled([fixture.environment.schemes.purelib])
  return found.filter(({ kind }) => kind !== 'incomplete').map(({ name }) => name)
}

describe('an installation', () => {
  test('puts every file in its place, and counts as installed what is finished', async () => {
    const { linkAll, finishAll } = begin(fixture, await storeBoth(fixture))
    const linked = linkAll()
    expect(await readFile(fixture.site('alpha', 'core.py'), 'utf8')).toBe('VALUE = 1\n')
    expect(await installedNames()).toEqual([])
    const finished = finishAll()
    expect(await installedNames()).toEqual(['alpha', 'beta'])
    const tree = await readTree(fixture.environment.root)
    const library = 'lib/python3.11/site-packages'
    expect(Object.keys(tree)).toEqual([
      'bin/alpha-run',
      'bin/beta-run',
      'bin/shipped.sh',
      'include/site/python3.11/alpha/alpha.h',
      `${library}/__pycache__/beta.cpython-311.pyc`,
      `${library}/alpha-1.0.dist-info/INSTALLER`,
      `${library}/alpha-1.0.dist-info/METADATA`,
      `${library}/alpha-1.0.dist-info/RECORD`,
      `${library}/alpha-1.0.dist-info/REQUESTED`,
      `${library}/alpha-1.0.dist-info/entry_points.txt`,
      `${library}/alpha/__init__.py`,
      `${library}/alpha/__pycache__/__init__.cpython-311.pyc`,
      `${library}/alpha/__pycache__/core.cpython-311.pyc`,
      `${library}/alpha/core.py`,
      `${library}/alpha/lib/native.so`,
      `${library}/alpha_native.py`,
      `${library}/beta-1.0.dist-info/INSTALLER`,
      `${library}/beta-1.0.dist-info/METADATA`,
      `${library}/beta-1.0.dist-info/RECORD`,
      `${library}/beta-1.0.dist-info/entry_points.txt`,
      `${library}/beta.py`,
      'share/doc/alpha.txt',
    ])
    const executable = Object.keys(tree).filter(path => tree[path]?.endsWith('executable'))
    expect(executable).toEqual(['bin/alpha-run', 'bin/beta-run', 'bin/shipped.sh'])
    // Beta comes first, as with pip; what an installer adds to a dist-info is not counted.
    expect({ linked, finished }).toEqual({ linked: [3, 8], finished: [2, 4] })
  })

  test('records every file that it put in place, once', async () => {
    install(fixture, await storeBoth(fixture))
    const record = await readFile(fixture.site('alpha-1.0.dist-info', 'RECORD'), 'utf8')
    const recorded = record.split('\n').flatMap(row => row.split(',')[0] || [])
    expect(new Set(recorded).size).toBe(recorded.length)
    const ours = (await installedPaths()).filter(path => !path.includes('beta'))
    expect(recorded.map(path => fixture.site(path)).sort()).toEqual([...ours].sort())
  })

  test.each<LinkMode>(['hardlink', 'copy'])(
    'gives the same tree at the same path, byte for byte: %s',
    async linkMode => {
      const contested = ['delta', 'gamma'].map(name => storeCompiled(fixture.store, name, { 'shared.py': name }))
      const stored = [...(await storeBoth(fixture)), ...(await Promise.all(contested))]
      install(fixture, stored, { linkMode })
      const first = await describeTree(fixture.environment.root)
      await rm(fixture.environment.root, { recursive: true })
      install(fixture, stored.toReversed(), { linkMode })
      expect(await describeTree(fixture.environment.root)).toEqual(first)
    },
  )

  test('gives the same tree with copies as with links', async () => {
    const both = await storeBoth(fixture)
    install(fixture, both, { linkMode: 'copy' })
    const copied = await describeTree(fixture.environment.root)
    expect((await stat(fixture.site('alpha', 'core.py'))).nlink).toBe(1)
    await rm(fixture.environment.root, { recursive: true })
    install(fixture, both, { linkMode: 'hardlink' })
    expect(await describeTree(fixture.environment.root)).toEqual(copied)
  })

  test('never links RECORD, scripts and what it writes itself; all else it does', async () => {
    install(fixture, await storeBoth(fixture))
    const own = /\/bin\/|\.dist-info\/(INSTALLER|RECORD|REQUESTED)$/
    for (const path of await installedPaths()) {
      expect([path, (await stat(path)).nlink]).toEqual([path, own.test(path) ? 1 : 2])
    }
  })

  test('leaves the store alone when what it wrote is edited', async () => {
    install(fixture, await storeBoth(fixture))
    const before = await describeTree(fixture.store.root)
    for (const path of [fixture.script('shipped.sh'), fixture.site('alpha-1.0.dist-info', 'RECORD')]) {
      await appendFile(path, 'edited')
    }
    expect(await describeTree(fixture.store.root)).toEqual(before)
  })

  test('replaces files that are in the way without writing into them, and leaves none aside', async () => {
    const { site, script, scratch, environment } = fixture
    const elsewhere = join(scratch, 'elsewhere')
    await writeFile(elsewhere, 'of someone else')
    const inTheWay = [site('alpha', 'core.py'), site('alpha-1.0.dist-info', 'RECORD')]
    for (const path of [...inTheWay, script('shipped.sh'), script('alpha-run')]) {
      await mkdir(dirname(path), { recursive: true })
      await link(elsewhere, path)
    }
    const both = await storeBoth(fixture)
    install(fixture, both)
    const tree = await describeTree(environment.root)
    expect(await readFile(elsewhere, 'utf8')).toBe('of someone else')
    expect((await stat(elsewhere)).nlink).toBe(1)
    await rm(environment.root, { recursive: true })
    install(fixture, both)
    expect(tree).toEqual(await describeTree(environment.root))
  })

  test('links no directory of the store, through which an uninstall would empty it', async () => {
    const stored = await storeBoth(fixture)
    install(fixture, stored)
    const entries = await readdir(fixture.environment.root, { recursive: true, withFileTypes: true })
    expect(entries.filter(entry => entry.isSymbolicLink())).toEqual([])
    await rm(fixture.environment.root, { recursive: true })
    for (const { note } of stored) {
      const held = await describeTree(filesOf(wheelDirectory(fixture.store, note.sha256)))
      expect(held).toHaveLength(note.files.length)
    }
  })
})

describe('the schemes of an environment', () => {
  test('hold every file, wherever they lie', async () => {
    const place = (name: string) => join(fixture.scratch, 'spread', name)
    const schemes = {
      purelib: place('pure'),
      platlib: place('plat'),
      headers: place('headers'),
      scripts: place('scripts'),
      data: place('data'),
    }
    const environment = {
      ...({ kind: 'target', root: place(''), stateDirectory: place('') } as const),
      ...{ python: place('python'), schemes },
    }
    install(fixture, await storeBoth(fixture), { environment })
    expect((await readdir(fixture.scratch)).sort()).toEqual(['spread', 'store'])
    expect((await readdir(place(''))).sort()).toEqual(['data', 'headers', 'plat', 'pure', 'scripts'])
    expect(await readdir(schemes.platlib)).toEqual(['alpha_native.py'])
    expect(await readdir(schemes.headers, { recursive: true })).toEqual(['alpha', join('alpha', 'alpha.h')])
    expect(await readdir(schemes.data, { recursive: true })).toEqual([
      'share',
      join('share', 'doc'),
      join('share', 'doc', 'alpha.txt'),
    ])
  })

  test.each(['../../out.py', '/out.py', 'alpha-1.0.data/data/../../../out.py', 'alpha-1.0.data/elsewhere/out.py'])(
    'are not left through a note that names %s: it is refused before anything is written',
    async path => {
      const { note, bytecode } = await storeCompiled(fixture.store, 'alpha', alphaFiles)
      const files = note.files.map((file, index) => (index === 0 ? { ...file, path } : file))
      const failure = await failureOf(() => install(fixture, [{ note: { ...note, files }, bytecode }]))
      expect(failure).toMatchObject({ code: 'WHEEL_INVALID', exitCode: 3 })
      expect(await readdir(fixture.scratch)).toEqual(['store'])
    },
  )

  test('are not left through the name of a script: it is refused before anything is written', async () => {
    const text = '[console_scripts]\n../../out = alpha:main\n'
    const stored = await storeCompiled(fixture.store, 'alpha', {
      'alpha.py': '',
      'alpha-1.0.dist-info/entry_points.txt': text,
    })
    const failure = await failureOf(() => install(fixture, [stored]))
    expect(failure).toMatchObject({ code: 'WHEEL_INVALID', exitCode: 3 })
    expect(await readdir(fixture.scratch)).toEqual(['store'])
  })

  test('are not left through the note of a bytecode set', async () => {
    const { note, bytecode } = await storeCompiled(fixture.store, 'alpha', alphaFiles)
    const files = [{ path: '../../../../out.pyc', size: 0, sha256: '0'.repeat(64), executable: false }]
    const failure = await failureOf(() => install(fixture, [{ note, bytecode: { ...bytecode, files } }]))
    expect(failure).toMatchObject({ code: 'WHEEL_INVALID', exitCode: 3 })
    expect(await readdir(fixture.scratch)).toEqual(['store'])
  })
})
