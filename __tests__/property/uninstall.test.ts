import { realpathSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeTree, type Tree } from '../integration/install/uninstall-fixture.js'

let tree: Tree
beforeAll(async () => {
  tree = await makeTree()
  await tree.put({
    ...{ '@/demo/__init__.py': '', '@/demo/sub/a.py': '', '@/demo/sub/__pycache__/a.cpython-311.pyc': '' },
    ...{ '@/other.py': '', 'bin/demo': '', 'bin/python': '', 'bin/activate': '', 'pyvenv.cfg': '' },
    ...{ 'lib/python3.11/os.py': '', '../outside/demo/a.py': '', '../a.py': '' },
  })
  await symlink(join(tree.scratch, 'outside'), tree.path('@/out'))
  await symlink('demo', tree.path('@/in'))
  await symlink('lib', tree.path('lib64'))
  await symlink('..', tree.path('@/up'))
})
afterAll(() => tree.clean())

const segment = fc.constantFrom(
  ...['..', '..', '..', '.', '', 'demo', 'sub', 'a.py', '__init__.py', '__pycache__', 'out', 'in', 'up', 'other.py'],
  ...['bin', 'python', 'activate', 'pyvenv.cfg', 'lib', 'lib64', 'python3.11', 'site-packages', 'os.py', 'outside'],
)
const row = fc
  .tuple(fc.constantFrom('', '', '/', '<venv>/', '<scratch>/'), fc.array(segment, { maxLength: 9 }))
  .map(([prefix, segments]) => prefix + segments.join('/'))

test('whatever RECORD lists, what is removed lies in the environment, is no part of it, and is named once', async () => {
  const own = new Set(['bin/python', 'bin/activate', 'pyvenv.cfg', 'lib/python3.11/os.py', 'lib64'].map(tree.path))
  const root = tree.environment.root + sep
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), async rows => {
      const record = rows.map(path => path.replace('<venv>', tree.environment.root).replace('<scratch>', tree.scratch))
      await tree.put({ '@/demo-1.0.dist-info/RECORD': record.map(path => `${path},,\n`).join('') })
      const { files, directories } = await tree.remove('demo')
      expect(directories).toEqual([tree.path('@/demo-1.0.dist-info')])
      const real = files.map(path => join(realpathSync(dirname(path)), path.slice(dirname(path).length)))
      expect(real).toEqual(files)
      expect(new Set(files).size).toBe(files.length)
      expect(files.filter(path => !path.startsWith(root) || own.has(path))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
