import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { keptLibraries, outputsSince, snapshotTree } from '../../../src/build/tree-outputs.js'

let tree: string
beforeEach(async () => {
  tree = await mkdtemp(join(tmpdir(), 'wheelcrew-outputs-'))
})
afterEach(() => rm(tree, { recursive: true, force: true }))

async function write(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(tree, path)), { recursive: true })
    await writeFile(join(tree, path), path)
  }
}

async function outputsOf(build: () => Promise<unknown>, sources: readonly string[] = []): Promise<readonly string[]> {
  const before = await snapshotTree(tree)
  await build()
  return outputsSince(before, tree, new Set(sources))
}

test('what is new and what changed are outputs, and nothing else', async () => {
  await write('kept.py', 'changed.py', 'replaced.py', 'removed.py', 'linked.py')
  await write('sub/kept.so')
  const outputs = await outputsOf(async () => {
    await write('new.py', 'sub/new.so')
    await writeFile(join(tree, 'changed.py'), 'another length')
    // The same size and time: only the file is another one.
    await writeFile(join(tree, 'aside'), 'rewritten.y')
    execFileSync('touch', ['-r', join(tree, 'replaced.py'), join(tree, 'aside')])
    await rename(join(tree, 'aside'), join(tree, 'replaced.py'))
    await rm(join(tree, 'removed.py'))
    await rm(join(tree, 'linked.py'))
    await symlink('kept.py', join(tree, 'linked.py'))
  })
  expect(outputs).toEqual(['changed.py', 'linked.py', 'new.py', 'replaced.py', 'sub/new.so'])
})

test('a file that was touched in its place with the same bytes is an output: the build may depend on its time', async () => {
  await write('generated.py')
  expect(await outputsOf(() => utimes(join(tree, 'generated.py'), 1, 1))).toEqual(['generated.py'])
})

test('source files are none, even where the build writes them', async () => {
  await write('tracked.py')
  const build = () => writeFile(join(tree, 'tracked.py'), 'written by the build')
  expect(await outputsOf(build, ['tracked.py'])).toEqual([])
})

test.each([
  ...[
    '.git/index',
    'a/.git/x',
    'node_modules/x.js',
    'a/__pycache__/x.pyc',
    '_skbuild/x.so',
    'a/CMakeFiles/x',
    'x.egg-info/PKG-INFO',
  ],
  ...[
    'build/lib/x.py',
    'a/build/temp/x.so',
    'build/x.so',
    'a/x.o',
    'x.obj',
    'x.d',
    'libx.a',
    '.ninja_log',
    'build.ninja',
    'x.log',
  ],
  ...[
    'CMakeCache.txt',
    'compile_commands.json',
    'x.pyc',
    '.pdm-build/x',
    'venv/pyvenv.cfg',
    'dist/x.whl',
    '.wheelcrew-x.tmp',
  ],
])('an intermediate file is none: %s', async path => {
  expect(await outputsOf(() => write(path))).toEqual([])
})

test.each([
  'a/x.so',
  'x.cpython-311-x86_64-linux-gnu.so',
  'a/_version.py',
  'a/lib/libx.so.1.2',
  'build/__editable__.x-1/a/b.py',
  'a/building/x.so',
  'a/built/x.dll',
])('a file that is needed is one: %s', async path => {
  expect(await outputsOf(() => write(path))).toEqual([path])
})

test('nothing of a virtual environment or of a directory that says it is a cache is one', async () => {
  const outputs = await outputsOf(async () => {
    await write('env/pyvenv.cfg', 'env/lib/x.so', 'target/CACHEDIR.TAG', 'target/release/x.so', 'x.so')
  })
  expect(outputs).toEqual(['x.so'])
})

test('a directory behind a link is not entered', async () => {
  await mkdir(`${tree}-other`)
  try {
    const outputs = await outputsOf(async () => {
      await writeFile(join(`${tree}-other`, 'x.so'), '')
      await symlink(`${tree}-other`, join(tree, 'link'))
    })
    expect(outputs).toEqual(['link'])
  } finally {
    await rm(`${tree}-other`, { recursive: true })
  }
})

test('libraries that a build leaves as they were are known, but for source files', async () => {
  await write('old.so', 'tracked.so', 'rebuilt.so', 'old.py', 'build/x.so')
  const before = await snapshotTree(tree)
  await writeFile(join(tree, 'rebuilt.so'), 'again')
  expect(await keptLibraries(before, tree, new Set(['tracked.so']))).toEqual(['old.so'])
})
