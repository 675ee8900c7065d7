/** What a build has to do with files beside its sources: those that others read for it, and those that Git ignores. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { ignoredData } from '../../../src/build/ignored-data.js'
import { filesRead, mirrorTree, notesReads } from '../../../src/build/mirror.js'
import { isOfAnotherPython } from '../../../src/build/tree-outputs.js'
import { testHost } from '../python/pythons.js'
import { writeTree } from './build-fixture.js'
import { closureAt, inDirectory, makeRepository, pathsOf } from './closure-fixture.js'

const execute = promisify(execFile)
const services = (directory: string) => ({ host: testHost(directory), signal: new AbortController().signal })

test('what a program reads in a private copy is noted, whichever program it is, and nothing else', () =>
  inDirectory(async directory => {
    const files = { 'py/x.c': '#include "../common/x.h"\n', 'common/x.h': '#define X 1\n', 'common/y.h': '' }
    const root = await makeRepository(join(directory, 'repository'), files)
    const closure = await closureAt(root)
    const copy = join(directory, 'copy')
    await mirrorTree(closure, copy, { ...services(directory), withHistory: false })
    if (!(await notesReads(directory))) return
    expect(await filesRead(copy, pathsOf(closure))).toEqual([])
    await execute('cc', ['-E', 'x.c'], { cwd: join(copy, 'py') })
    expect(await filesRead(copy, pathsOf(closure))).toEqual(['common/x.h', 'py/x.c'])
  }))

test('data of a package that Git ignores is named, and not what a build makes itself', () =>
  inDirectory(async directory => {
    const root = await makeRepository(join(directory, 'repository'), {
      '.gitignore': 'static/\n*_pb2.py\n*.so\n__pycache__/\n_version.py\nbuild/\nnotes.txt\n',
      'pkg/__init__.py': '',
    })
    await writeTree(root, {
      ...{ 'pkg/static/app.js': '', 'pkg/api_pb2.py': '', 'pkg/_x.so': '', 'pkg/__pycache__/x.pyc': '' },
      ...{ 'pkg/_version.py': '', 'build/lib/pkg/__init__.py': '', 'notes.txt': '' },
    })
    expect(await ignoredData(await closureAt(root), services(root))).toEqual(['pkg/api_pb2.py', 'pkg/static/'])
  }))

test.each([
  ['pkg/_x.cpython-310-x86_64-linux-gnu.so', true],
  ['pkg/_x.cpython-311-x86_64-linux-gnu.so', false],
  ['pkg/_x.cpython-311-darwin.so', false],
  ['pkg/_x.pypy310-pp73-x86_64-linux-gnu.so', true],
  ['pkg/_x.abi3.so', false],
  ['pkg/libx.so', false],
])('a library in the tree is for another Python where its tag says so: %s', (path, expected) => {
  expect(isOfAnotherPython(path, 'cpython-311')).toBe(expected)
})
