import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { failureOf } from '../../helpers/plan.js'
import { makeZip } from '../../helpers/zip-builder.js'
import { makeTree, type Tree } from './uninstall-fixture.js'

let tree: Tree
beforeEach(async () => {
  tree = await makeTree()
})
afterEach(() => tree.clean())

const paths = (...names: readonly string[]) => names.map(name => tree.path(name)).sort()
const eggInfo = '@/demo-1.0-py3.8.egg-info'

describe('an egg-info directory', () => {
  test('goes with what its list of files names, relative to itself', async () => {
    await tree.put({
      [`${eggInfo}/installed-files.txt`]:
        '../demo.py\n\n../demo/a.py\n../../../../bin/demo\nPKG-INFO\n../../../../../evil\n../\n',
      ...{ '@/demo.py': '', '@/demo/a.py': '', '@/demo/b.py': '', '@/demo/__pycache__/a.cpython-38.pyc': '' },
      ...{ 'bin/demo': '', '../evil': '', [`${eggInfo}/top_level.txt`]: 'other\n', '@/other.py': '' },
    })
    const { files, directories, warnings } = await tree.remove('demo')
    expect(files).toEqual(paths('@/demo.py', '@/demo/a.py', '@/demo/__pycache__/a.cpython-38.pyc', 'bin/demo'))
    expect(directories).toEqual(paths(eggInfo))
    expect(warnings).toEqual([expect.stringContaining(join(tree.scratch, 'evil'))])
  })

  test('without a list goes with its top-level modules and scripts, and an empty line names none', async () => {
    await tree.put({
      [`${eggInfo}/top_level.txt`]: '\ndemo\r\n  \n_native\nsingle\n\n',
      [`${eggInfo}/entry_points.txt`]: '[console_scripts]\ndemo-run = demo:main\n',
      [`${eggInfo}/scripts/demo-sh`]: '',
      ...{ '@/demo/__init__.py': '', '@/demo/sub/x.txt': '', '@/_native.cpython-38-x86_64-linux-gnu.so': '' },
      ...{ '@/single.py': '', '@/single.pyc': '', '@/__pycache__/single.cpython-38.pyc': '', '@/demo.egg-extra': '' },
      ...{ 'bin/demo-run': '', 'bin/demo-sh': '', 'bin/other': '', '@/other.py': '', '@/_native2.so': '' },
    })
    await mkdir(tree.path('@/demo/empty'))
    const { files, directories, warnings } = await tree.remove('demo')
    expect(files).toEqual(
      paths(
        ...['@/demo/__init__.py', '@/demo/sub/x.txt', '@/_native.cpython-38-x86_64-linux-gnu.so', '@/single.py'],
        ...['@/single.pyc', '@/__pycache__/single.cpython-38.pyc', 'bin/demo-run', 'bin/demo-sh'],
      ),
    )
    expect(directories).toEqual(paths(eggInfo, '@/demo/empty'))
    expect(warnings).toEqual([])
  })

  test('leaves a namespace package, and follows no name out of its directory', async () => {
    await tree.put({
      [`${eggInfo}/top_level.txt`]: 'zope\n..\n../../x\n/etc\n.\nown\n',
      [`${eggInfo}/namespace_packages.txt`]: 'zope\nzope.deep\n',
      ...{ '@/zope/demo/a.py': '', '../x.py': '', '@/../../x.py': '' },
    })
    await symlink(tree.scratch, tree.path('@/own'))
    const { files, directories, warnings } = await tree.remove('demo')
    expect([files, directories]).toEqual([paths('@/own'), paths(eggInfo)])
    expect(warnings).toEqual([
      '`demo 1.0` names modules by no module name, which is ignored: `..`, `../../x`, `/etc`, `.`',
      '`demo 1.0` has files in a package that it shares with others, which stay: `zope`',
    ])
  })

  test('never takes the directory of a scheme, whatever its name', async () => {
    const { root, schemes } = tree.environment
    const nested = { ...tree.environment, schemes: { ...schemes, scripts: join(schemes.purelib, 'bin') } }
    await tree.put({ [`${eggInfo}/top_level.txt`]: 'bin\n', '@/bin/tool': '' })
    const { files, warnings } = await tree.remove('demo', nested)
    expect(root).not.toBe('')
    expect(files).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(tree.path('@/bin'))])
  })

  test('of a source tree is refused, since its top-level names are those of the sources', async () => {
    await tree.put({
      '@/my-demo.egg-info/PKG-INFO': 'Name: My.Demo\nVersion: 1.0\n',
      '@/my-demo.egg-info/top_level.txt': 'demo\n',
    })
    const { code, message } = await failureOf(() => tree.remove('my-demo'))
    expect(code).toBe('UNINSTALL_REFUSED')
    expect(message).toContain('`my-demo 1.0` cannot be removed: it has the metadata of a source tree')
  })

  test('that is a file is refused: distutils kept no list of files', async () => {
    await tree.put({ '@/demo-1.0-py3.8.egg-info': 'Name: demo\n' })
    const { code, message } = await failureOf(() => tree.remove('demo'))
    expect(code).toBe('UNINSTALL_REFUSED')
    expect(message).toContain('installed by distutils')
  })
})

describe('an egg', () => {
  const others = '# a comment\nimport sys; x = 1\n./other-1.0-py3.8.egg\n'

  test('goes as a whole, with its scripts and its line in easy-install.pth', async () => {
    await tree.put({
      '@/demo-1.0-py3.8.egg/EGG-INFO/entry_points.txt': '[console_scripts]\ndemo = demo:main\n',
      '@/demo-1.0-py3.8.egg/EGG-INFO/scripts/demo-sh': '',
      ...{ '@/demo-1.0-py3.8.egg/demo.py': '', 'bin/demo': '', 'bin/demo-sh': '', '@/demo.py': '' },
      '@/easy-install.pth': `${others}./demo-1.0-py3.8.egg\n`,
    })
    expect(await tree.remove('demo')).toMatchObject({
      files: paths('bin/demo', 'bin/demo-sh'),
      directories: paths('@/demo-1.0-py3.8.egg'),
      rewrites: [{ path: tree.path('@/easy-install.pth'), content: others }],
      warnings: [],
    })
  })

  test('that is an archive is a file, whose scripts are read from inside', async () => {
    const archive = makeZip([
      { name: 'EGG-INFO/entry_points.txt', data: '[console_scripts]\ndemo = demo:main\n' },
      { name: 'EGG-INFO/scripts/demo-sh', data: '#!' },
      { name: 'demo.py', data: '' },
    ])
    await tree.put({ '@/demo-1.0-py3.8.egg': archive, 'bin/demo': '', 'bin/demo-sh': '' })
    const { files, directories, rewrites } = await tree.remove('demo')
    expect(files).toEqual(paths('@/demo-1.0-py3.8.egg', 'bin/demo', 'bin/demo-sh'))
    expect([directories, rewrites]).toEqual([[], []])
  })

  test('that is no archive goes too, with a warning about its scripts', async () => {
    await tree.put({ '@/demo-1.0-py3.8.egg': 'damaged' })
    const { files, warnings } = await tree.remove('demo')
    expect(files).toEqual(paths('@/demo-1.0-py3.8.egg'))
    expect(warnings).toEqual(['`demo 1.0` is no archive that can be read: its scripts may stay'])
  })

  test.each([
    ['is not UTF-8', async () => tree.put({ '@/easy-install.pth': Buffer.from('./\xff\n./demo-1.0.egg\n', 'latin1') })],
    [
      'is a link',
      async () => {
        await tree.put({ '../shared.pth': './demo-1.0.egg\n' })
        await symlink(join(tree.scratch, 'shared.pth'), tree.path('@/easy-install.pth'))
      },
    ],
  ])('stays in an easy-install.pth that %s, with a warning', async (reason, prepare) => {
    await tree.put({ '@/demo-1.0.egg/EGG-INFO/PKG-INFO': '' })
    await prepare()
    const { rewrites, warnings } = await tree.remove('demo')
    expect(rewrites).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(`which ${reason}: the line stays`)])
  })
})

describe('an egg-link', () => {
  test('goes with its line in easy-install.pth and its wrappers, and the source tree is never touched', async () => {
    const source = join(tree.scratch, 'source')
    await tree.put({
      ...{ '../source/demo/__init__.py': '', '../source/setup.py': '', '../source/other.egg-info/PKG-INFO': '' },
      '../source/My_Demo.egg-info/entry_points.txt': '[console_scripts]\ndemo = demo:main\n',
      '../source/My_Demo.egg-info/PKG-INFO': 'Metadata-Version: 2.1\nName: My.Demo\nVersion: 2.5\n\nVersion: 9\n',
      ...{ '@/My-Demo.egg-link': `${source}\n.`, 'bin/demo': '', '@/easy-install.pth': `${source}\n${source}2\n` },
    })
    expect(await tree.remove('my-demo')).toEqual({
      name: 'my-demo',
      version: '2.5',
      files: paths('@/My-Demo.egg-link', 'bin/demo'),
      directories: [],
      rewrites: [{ path: tree.path('@/easy-install.pth'), content: `${source}2\n` }],
      warnings: [],
    })
  })

  test('is removed although its source tree is gone', async () => {
    const gone = join(tree.scratch, 'gone')
    await tree.put({ '@/demo.egg-link': `\n${gone}\n../`, '@/easy-install.pth': `${gone}\n` })
    const { files, rewrites } = await tree.remove('demo')
    expect(files).toEqual(paths('@/demo.egg-link'))
    expect(rewrites).toEqual([{ path: tree.path('@/easy-install.pth'), content: '' }])
  })
})
