import { once } from 'node:events'
import { mkdir, rename, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { scanInstalled } from '../../../src/install/installed.js'
import { findLeftovers, planRemoval, readInstalledFiles } from '../../../src/install/uninstall.js'
import type { PythonEnvironment } from '../../../src/python/environment.js'
import { failureOf } from '../../helpers/plan.js'
import { makeTree, recordOf, type Tree } from './uninstall-fixture.js'

let tree: Tree
beforeEach(async () => {
  tree = await makeTree()
})
afterEach(() => tree.clean())

/** Writes `demo` 1.0 whose RECORD lists these paths. */
async function demoListing(...paths: readonly string[]): Promise<void> {
  await tree.put({ '@/demo-1.0.dist-info/RECORD': recordOf(...paths, 'demo-1.0.dist-info/RECORD') })
}

const paths = (...names: readonly string[]) => names.map(name => tree.path(name)).sort()

describe('the files of a wheel', () => {
  test('are those that its RECORD lists and that are there, and its whole dist-info', async () => {
    await tree.put({
      ...{ '@/demo/__init__.py': '', '@/demo/made-later.txt': '', '@/demo/data.json': '', 'bin/demo': '' },
      ...{ 'share/demo.txt': '', 'include/site/python3.11/demo/demo.h': '', '@/other.py': '' },
      '@/demo-1.0.dist-info/REQUESTED': '',
    })
    await demoListing(
      ...['demo/__init__.py', 'demo/data.json', 'demo/gone.py', '../../../bin/demo', '../../../share/demo.txt'],
      '../../../include/site/python3.11/demo/demo.h',
    )
    expect(await tree.remove('demo')).toEqual({
      name: 'demo',
      version: '1.0',
      files: paths(
        ...['@/demo/__init__.py', '@/demo/data.json', 'bin/demo', 'share/demo.txt'],
        'include/site/python3.11/demo/demo.h',
      ),
      directories: paths('@/demo-1.0.dist-info'),
      rewrites: [],
      warnings: [],
    })
  })

  test('include the bytecode of their modules by whichever Python, and of no other module', async () => {
    await tree.put({
      ...{ '@/m/x.py': '', '@/m/x.pyc': '', '@/m/x.pyo': '', '@/m/x.y.py': '', '@/m/xx.py': '' },
      ...{ '@/m/__pycache__/x.cpython-311.pyc': '', '@/m/__pycache__/x.cpython-39.opt-2.pyc': '' },
      ...{ '@/m/__pycache__/x.pypy310.pyc': '', '@/m/__pycache__/x.cpython-311-pytest-8.3.5.pyc': '' },
      ...{ '@/m/__pycache__/x.y.cpython-311.pyc': '', '@/m/__pycache__/xx.cpython-311.pyc': '' },
      ...{ '@/m/__pycache__/x.txt': '', '@/m/__pycache__/gone.cpython-311.opt-1.pyc': '', '@/m/gone.pyc': '' },
    })
    await demoListing('m/x.py', 'm/gone.py')
    expect((await tree.remove('demo')).files).toEqual(
      paths(
        ...['@/m/x.py', '@/m/x.pyc', '@/m/x.pyo', '@/m/gone.pyc', '@/m/__pycache__/x.cpython-311.pyc'],
        ...['@/m/__pycache__/x.cpython-39.opt-2.pyc', '@/m/__pycache__/x.pypy310.pyc'],
        ...['@/m/__pycache__/x.cpython-311-pytest-8.3.5.pyc', '@/m/__pycache__/gone.cpython-311.opt-1.pyc'],
      ),
    )
  })

  test('are named once, however often and in whatever spelling RECORD lists them', async () => {
    await tree.put({ '@/demo/a.py': '', '@/with,comma "quoted".py': '' })
    await symlink('demo', tree.path('@/alias'))
    await demoListing('demo/a.py', 'demo/a.py', './demo/../demo//a.py', tree.path('@/demo/a.py'), 'alias/a.py')
    await tree.put({
      '@/demo-1.0.dist-info/RECORD': `demo/a.py,,\nalias/a.py,,\n${tree.path('@/demo/a.py')},,\n"with,comma ""quoted"".py",,\n`,
    })
    expect((await tree.remove('demo')).files).toEqual(paths('@/demo/a.py', '@/with,comma "quoted".py'))
  })

  test('are spelled as the environment is, although its path leads through a link', async () => {
    await tree.put({ '@/demo.py': '', '@/__pycache__/demo.cpython-311.pyc': '', 'bin/demo': '' })
    await demoListing('demo.py', '../../../bin/demo')
    await rename(tree.environment.root, join(tree.scratch, 'elsewhere'))
    await symlink('elsewhere', tree.environment.root)
    const removal = await tree.remove('demo')
    expect(removal.files).toEqual(paths('@/demo.py', '@/__pycache__/demo.cpython-311.pyc', 'bin/demo'))
    expect(removal.directories).toEqual(paths('@/demo-1.0.dist-info'))
    expect(removal.warnings).toEqual([])
  })

  test('include a link, wherever it leads, and never what it leads to', async () => {
    await mkdir(join(tree.scratch, 'outside'))
    await tree.put({ '../outside/kept.txt': '' })
    await symlink(join(tree.scratch, 'outside'), tree.path('@/linked'))
    await symlink('nowhere', tree.path('@/dangling'))
    await demoListing('linked', 'dangling')
    const { files, directories } = await tree.remove('demo')
    expect([files, directories]).toEqual([paths('@/linked', '@/dangling'), paths('@/demo-1.0.dist-info')])
  })

  test('are what the readable rows say where RECORD is damaged, with a warning', async () => {
    await tree.put({ '@/a.py': '', '@/b.py': '', '@/demo-1.0.dist-info/RECORD': 'a.py,,12L,4\n"b.py,,\n' })
    const { files, warnings } = await tree.remove('demo')
    expect(files).toEqual(paths('@/a.py'))
    expect(warnings).toEqual(['`demo 1.0` has a damaged RECORD: some of its files may stay'])
  })

  test('include the wrapper of an entry point that RECORD does not list', async () => {
    await tree.put({ 'bin/run': '', 'bin/show': '', 'bin/other': '' })
    await demoListing()
    const text =
      '[console_scripts]\nrun = demo:main\n../evil = demo:main\n[gui_scripts]\nshow=demo:show [x]\n[x]\nother = a:b\n'
    await tree.put({ '@/demo-1.0.dist-info/entry_points.txt': text, evil: '' })
    const { files, warnings } = await tree.remove('demo')
    expect(files).toEqual(paths('bin/run', 'bin/show'))
    expect(warnings).toEqual(['`demo 1.0` names scripts that are no filenames, which is ignored: `../evil`'])
  })

  test('are a link alone where the dist-info is one', async () => {
    await tree.put({ 'moved/RECORD': '' })
    await symlink(tree.path('moved'), tree.path('@/demo-1.0.dist-info'))
    const { files, directories } = await tree.remove('demo')
    expect([files, directories]).toEqual([paths('@/demo-1.0.dist-info'), []])
  })
})

describe('a hostile RECORD', () => {
  test('removes nothing outside the environment, and one warning names what it wanted', async () => {
    await tree.put({ '../outside/a.py': '', '../outside/a.pyc': '', '../venv-other/b.py': '', '@/own.py': '' })
    await symlink(join(tree.scratch, 'outside'), tree.path('@/through'))
    await demoListing(
      ...['own.py', '../../../../outside/a.py', join(tree.scratch, 'venv-other', 'b.py'), 'through/a.py'],
      ...['/', '..', '.', '../../../../outside', 'through/../../../../venv-other/b.py', '/absent/file', 'nul\0/x.py'],
    )
    const { files, warnings } = await tree.remove('demo')
    expect(files).toEqual(paths('@/own.py'))
    const [a, b] = [join(tree.scratch, 'outside', 'a.py'), join(tree.scratch, 'venv-other', 'b.py')]
    expect(warnings).toEqual([`\`demo 1.0\` lists files that do not belong to it, which stay: \`${a}\`, \`${b}\``])
  })

  test('removes nothing that belongs to the environment itself', async () => {
    const own = [
      'bin/python',
      'bin/python3.11',
      'bin/Activate.ps1',
      'bin/activate',
      'bin/activate_this.py',
      'pyvenv.cfg',
    ]
    const more = ['.wheelcrew-claim', 'lib/python3.11/os.py', 'lib/python3.11/json/tool.py']
    await tree.put(
      Object.fromEntries(
        [...own, ...more, 'lib/python3.11/__pycache__/os.cpython-311.pyc', 'bin/python-demo'].map(name => [name, '']),
      ),
    )
    await symlink('lib', tree.path('lib64'))
    const rows = [...own, ...more, 'lib64', 'bin', 'lib/python3.11/site-packages', 'bin/python-demo']
    await demoListing(...rows.map(name => `../../../${name}`))
    const { files, directories, warnings } = await tree.remove('demo')
    expect(files).toEqual(paths('bin/python-demo'))
    expect(directories).toEqual(paths('@/demo-1.0.dist-info'))
    expect(warnings).toHaveLength(1)
    for (const name of [...own, ...more, 'lib64']) expect(warnings[0]).toContain(`\`${tree.path(name)}\``)
  })

  test('that names a hundred paths gets a warning of ten', async () => {
    await tree.put(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`../outside/${index}`, ''])))
    await demoListing(...Array.from({ length: 100 }, (_, index) => `../../../../outside/${index}`))
    const { warnings } = await tree.remove('demo')
    expect(warnings[0]?.split('outside')).toHaveLength(11)
    expect(warnings[0]).toMatch(/ and 90 more$/)
  })

  test('of a distribution that lies outside is not read', async () => {
    await tree.put({ '../other/demo-1.0.dist-info/RECORD': 'x.py,,\n' })
    const [distribution] = await scanInstalled([join(tree.scratch, 'other')])
    const failure = await failureOf(() => distribution && planRemoval(distribution, tree.environment))
    expect(failure).toMatchObject({ code: 'UNINSTALL_REFUSED', exitCode: 1 })
    expect(failure.message).toContain('`demo 1.0` cannot be removed: it lies outside')
  })
})

describe('a dist-info without RECORD', () => {
  test.each(['', 'pip\n', 'uv', 'wheelcrew\n'])('of the installer %j was cut short: it goes alone', async installer => {
    await tree.put({ '@/demo-1.0.dist-info/INSTALLER': installer, '@/demo.py': '' })
    const { files, directories, warnings } = await tree.remove('demo')
    expect([files, directories]).toEqual([[], paths('@/demo-1.0.dist-info')])
    expect(warnings).toEqual([
      `\`demo 1.0\` has no RECORD: \`${tree.path('@/demo-1.0.dist-info')}\` is removed, and files beside it may stay`,
    ])
  })

  test.each(['conda', 'debian', 'rpm'])('of %s is left to it', async installer => {
    await tree.put({ '@/demo-1.0.dist-info/INSTALLER': `${installer}\n` })
    const failure = await failureOf(() => tree.remove('demo'))
    expect(failure.code).toBe('UNINSTALL_REFUSED')
    expect(failure.message).toContain(`and \`${installer}\` installed it`)
    expect(failure.hint).toContain(`\`${installer}\``)
  })
})

describe('on Windows', () => {
  const windows = (): PythonEnvironment => ({ ...tree.environment, python: 'C:\\venv\\Scripts\\python.exe' })

  test('a script goes in all its forms, and RECORD may have backslashes', async () => {
    await tree.put({
      ...{ 'bin/run.exe': '', 'bin/run-script.py': '', 'bin/run.exe.manifest': '', 'bin/run2.exe': '' },
      ...{ 'bin/show.exe': '', 'bin/show-script.pyw': '', '@/demo/a.py': '' },
    })
    await demoListing('demo\\a.py', '..\\..\\..\\bin\\run.exe', '../../../bin/show-script.pyw')
    expect((await tree.remove('demo', windows())).files).toEqual(
      paths(
        ...['@/demo/a.py', 'bin/run.exe', 'bin/run-script.py', 'bin/run.exe.manifest'],
        ...['bin/show.exe', 'bin/show-script.pyw'],
      ),
    )
  })

  test('a line of easy-install.pth is found in any case and with any separator', async () => {
    const line = '/src/Demo-Tree'
    await tree.put({ '@/demo.egg-link': `${line.toUpperCase()}\n.`, '@/easy-install.pth': `./a.egg\r\n${line}\r\n` })
    const { rewrites } = await tree.remove('demo', windows())
    expect(rewrites).toEqual([{ path: tree.path('@/easy-install.pth'), content: './a.egg\r\n' }])
    expect((await tree.remove('demo')).rewrites).toEqual([])
  })
})

test('rows that pip wrote for `--target` are read from the target directory', async () => {
  const { root } = tree.environment
  const schemes = {
    purelib: root,
    platlib: root,
    data: root,
    scripts: join(root, 'bin'),
    headers: join(root, 'include'),
  }
  const target = { ...tree.environment, kind: 'target', schemes } as const
  await tree.put({ 'demo/a.py': '', 'bin/demo': '', 'share/demo.txt': '', '../evil.py': '' })
  const record = recordOf(
    'demo/a.py',
    '../../bin/demo',
    '../../share/demo.txt',
    '../../../evil.py',
    '../../../../evil.py',
  )
  await tree.put({ 'demo-1.0.dist-info/RECORD': record })
  const [distribution] = await scanInstalled([root])
  const removal = distribution && (await planRemoval(distribution, target))
  expect(removal?.files).toEqual(paths('demo/a.py', 'bin/demo', 'share/demo.txt'))
  expect(removal?.warnings).toEqual([])
})

test('what RECORD lists is read with the digests that it has', async () => {
  const digest = 'LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564'
  const rows = [`demo.py,sha256=${digest},3`, '../../../bin/demo,md5=abc,', '/abs/./x,sha256=short,', 'demo.py,,']
  await tree.put({ '@/demo-1.0.dist-info/RECORD': rows.join('\r\n'), '@/old-1.0.egg-info/PKG-INFO': '' })
  expect(await readInstalledFiles(await tree.find('demo'))).toEqual([
    { destination: tree.path('@/demo.py'), sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae' },
    { destination: tree.path('bin/demo'), sha256: undefined },
    { destination: '/abs/x', sha256: undefined },
    { destination: tree.path('@/demo.py'), sha256: undefined },
  ])
  expect(await readInstalledFiles(await tree.find('old'))).toEqual([])
})

test('what a killed pip left behind is found once; files, and what lies in a target directory, are the user’s', async () => {
  await tree.put({ '@/~umpy/__init__.py': '', '@/~umpy-2.0.dist-info/RECORD': '', '@/numpy/x.py': '', '@/~-x': '' })
  expect(await findLeftovers(tree.environment)).toEqual(paths('@/~umpy', '@/~umpy-2.0.dist-info'))
  expect(await findLeftovers({ ...tree.environment, kind: 'target' })).toEqual([])
})

test('a RECORD that cannot be read ends it with a clear message', async () => {
  await tree.put({ '@/demo-1.0.dist-info/INSTALLER': 'pip\n' })
  const server = createServer().listen(join(tree.scratch, 'socket'))
  try {
    await once(server, 'listening')
    await rename(join(tree.scratch, 'socket'), tree.path('@/demo-1.0.dist-info/RECORD'))
    const failure = await failureOf(() => tree.remove('demo'))
    expect(failure).toMatchObject({ code: 'ENVIRONMENT_UNREADABLE', exitCode: 1 })
    expect(failure.message).toContain(tree.path('@/demo-1.0.dist-info/RECORD'))
  } finally {
    server.close()
  }
})
