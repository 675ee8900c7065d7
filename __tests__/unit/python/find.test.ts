import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../src/errors.js'
import type { Environment, Host, OperatingSystem } from '../../../src/host.js'
import type { FileLister } from '../../../src/python/candidates.js'
import { type FindRequest, findInterpreter } from '../../../src/python/find.js'
import type { Interpreter } from '../../../src/python/interpreter.js'

type Machine = {
  readonly os?: OperatingSystem
  readonly env?: Environment
  /** Version by path of the executable; `broken` for a shim that does not run. */
  readonly pythons?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
}

function interpreter(path: string, version: string, os: OperatingSystem): Interpreter {
  const [full = '', suffix] = version.split('t')
  const nodot = full.split('.').slice(0, 2).join('')
  const prefix = path.replace(os === 'win32' ? /\\[^\\]+$/ : /\/[^/]+\/[^/]+$/, '')
  return {
    executable: path,
    baseExecutable: path,
    version: full,
    implementation: 'cpython',
    cacheTag: `cpython-${nodot}`,
    magicNumber: 'a70d0d0a',
    optimize: 0,
    prefix,
    basePrefix: prefix,
    markers: {},
    tags: [`cp${nodot}-cp${nodot}${suffix === undefined ? '' : 't'}-any`],
    venvSchemes: { purelib: 'lib', platlib: 'lib', headers: 'include', scripts: 'bin', data: '' },
    systemSchemes: { purelib: '/lib', platlib: '/lib', headers: '/include', scripts: '/bin', data: '/' },
  }
}

function find(request: Partial<FindRequest>, machine: Machine) {
  const { os = 'linux', env = {}, pythons = {}, files = {} } = machine
  const separator = os === 'win32' ? '\\' : '/'
  const probed: string[] = []
  const warnings: string[] = []
  const paths = [...Object.keys(pythons), ...Object.keys(files)]
  const lister: FileLister = {
    isExecutable: async path => path in pythons,
    list: async directory => {
      const start = directory + separator
      const inside = paths.filter(path => path.startsWith(start))
      return [...new Set(inside.map(path => path.slice(start.length).split(separator)[0] ?? ''))]
    },
    read: async path => files[path],
  }
  const host: Host = {
    platform: { os, arch: 'x64' },
    env,
    homeDirectory: os === 'win32' ? 'C:\\Users\\me' : '/home/me',
    workingDirectory: '/',
    log: { info: () => {}, warn: message => warnings.push(message), debug: () => {} },
    parallelism: 1,
    umask: 0o022,
    workerPath: '',
    helpersDirectory: '',
  }
  const probe = async (path: string) => {
    probed.push(path)
    const version = pythons[path]
    if (version === undefined || version === 'broken') {
      throw new UserError('PYTHON_NOT_RUNNABLE', `\`${path}\` is not a Python interpreter`)
    }
    return interpreter(path, version, os)
  }
  const found = findInterpreter(
    { python: '', workingDirectory: '/work/project', requiresPython: undefined, ...request },
    { host, cacheDirectory: '/cache', files: lister, probe },
  )
  return { found, probed, warnings }
}

async function pathFound(request: Partial<FindRequest>, machine: Machine): Promise<string> {
  return (await find(request, machine).found).executable
}

const debian = { '/usr/bin/python3': '3.11.2', '/usr/bin/python3.11': '3.11.2' }

describe('by path', () => {
  test('an executable, also relative to the working directory or the home directory', async () => {
    const pythons = { '/work/project/tools/py': '3.9.1', '/home/me/py': '3.8.1' }
    expect(await pathFound({ python: './tools/py' }, { pythons })).toBe('/work/project/tools/py')
    expect(await pathFound({ python: '~/py' }, { pythons })).toBe('/home/me/py')
  })

  test('a virtual environment by its directory', async () => {
    expect(await pathFound({ python: '.venv' }, { pythons: { '/work/project/.venv/bin/python': '3.9.1' } })).toBe(
      '/work/project/.venv/bin/python',
    )
    const pythons = { 'C:\\envs\\a\\Scripts\\python.exe': '3.9.1' }
    expect(await pathFound({ python: 'C:\\envs\\a' }, { os: 'win32', pythons })).toBe(
      'C:\\envs\\a\\Scripts\\python.exe',
    )
  })

  test('a virtual environment here by its bare name, which then comes before an executable of that name', async () => {
    const pythons = { '/work/project/myenv/bin/python': '3.9.1', '/usr/bin/myenv': '3.11.2' }
    const env = { PATH: '/usr/bin' }
    expect(await pathFound({ python: 'myenv' }, { env, pythons })).toBe('/work/project/myenv/bin/python')
    const files = { '/work/project/myenv/README': '' }
    expect(await pathFound({ python: 'myenv' }, { env, files, pythons: { '/usr/bin/myenv': '3.11.2' } })).toBe(
      '/usr/bin/myenv',
    )
  })

  test('what does not run is an error, not passed over', async () => {
    await expect(
      find({ python: '/bin/ls' }, { env: { PATH: '/usr/bin' }, pythons: debian }).found,
    ).rejects.toMatchObject({ code: 'PYTHON_NOT_RUNNABLE' })
  })
})

describe('on PATH', () => {
  const env = { PATH: '/opt/bin:/usr/bin::relative' }

  test('the first directory wins, and in it the exact name', async () => {
    const pythons = { ...debian, '/opt/bin/python': '3.11.7', '/opt/bin/python3.11': '3.11.8' }
    expect(await pathFound({ python: '3.11' }, { env, pythons })).toBe('/opt/bin/python3.11')
    expect(await pathFound({ python: '' }, { env, pythons })).toBe('/opt/bin/python')
  })

  test('names of other versions are not run', async () => {
    const pythons = { '/opt/bin/python3.12': '3.12.1', '/opt/bin/python3.10': '3.10.1', ...debian }
    const { found, probed } = find({ python: '3.11' }, { env, pythons })
    expect((await found).version).toBe('3.11.2')
    expect(probed).toEqual(['/usr/bin/python3.11'])
  })

  test.each([
    ['3', '3.12.1'],
    ['3.x', '3.12.1'],
    ['3.11', '3.11.2'],
    ['python3.11', '3.11.2'],
    ['3.11.2', '3.11.2'],
    ['==3.11.2', '3.11.2'],
    ['>=3.10,<3.12', '3.11.2'],
    ['~=3.11.1', '3.11.2'],
    ['311', '3.11.2'],
    ['cp311', '3.11.2'],
    ['any', '3.12.1'],
    ['>=3.13,<3.14', '3.13.0'],
    ['>3.11.0,<3.11.5', '3.11.2'],
    ['3.14-dev', '3.14.0rc1'],
  ])('%s finds %s', async (python, version) => {
    const pythons = {
      '/opt/bin/python3': '3.12.1',
      '/opt/bin/python3.13': '3.13.0',
      '/opt/bin/python3.14': '3.14.0rc1',
      ...debian,
    }
    expect((await find({ python }, { env, pythons }).found).version).toBe(version)
  })

  test('a shim that does not run is passed over', async () => {
    const pythons = { '/opt/bin/python3.11': 'broken', '/opt/bin/python3': 'broken', ...debian }
    expect(await pathFound({ python: '3.11' }, { env, pythons })).toBe('/usr/bin/python3.11')
  })

  test('free-threaded builds are taken only when asked for', async () => {
    const pythons = { '/opt/bin/python3.13t': '3.13.0t', '/opt/bin/python3': '3.13.0t', '/usr/bin/python3': '3.13.0' }
    expect(await pathFound({ python: '3.13' }, { env, pythons })).toBe('/usr/bin/python3')
    expect(await pathFound({ python: '3.13t' }, { env, pythons })).toBe('/opt/bin/python3.13t')
  })

  test('another implementation is found by its name', async () => {
    const pythons = { '/opt/bin/pypy3.10': '3.10.14', ...debian }
    expect(await pathFound({ python: 'pypy3.10' }, { env, pythons })).toBe('/opt/bin/pypy3.10')
    expect(await pathFound({ python: 'pp310' }, { env, pythons })).toBe('/opt/bin/pypy3.10')
  })

  test("Windows' variable may be spelled Path", async () => {
    const pythons = { 'C:\\Python311\\python.exe': '3.11.2' }
    expect(
      await pathFound({ python: '3.11' }, { os: 'win32', env: { Path: 'C:\\Windows;C:\\Python311' }, pythons }),
    ).toBe('C:\\Python311\\python.exe')
  })
})

describe('installed by a tool', () => {
  test('the tool cache, newest stable first', async () => {
    const pythons = {
      '/tools/Python/3.12.1/x64/bin/python3': '3.12.1',
      '/tools/Python/3.12.10/x64/bin/python3': '3.12.10',
      '/tools/Python/3.12.11-rc.1/x64/bin/python3': '3.12.11rc1',
      '/tools/Python/3.12.11/arm64/bin/python3': '3.12.11',
    }
    const env = { RUNNER_TOOL_CACHE: '/tools', AGENT_TOOLSDIRECTORY: '/tools' }
    expect(await pathFound({ python: '3.12' }, { env, pythons })).toBe('/tools/Python/3.12.10/x64/bin/python3')
    const windows = { 'C:\\tools\\Python\\3.12.1\\x64\\python.exe': '3.12.1' }
    const found = pathFound(
      { python: '3.12' },
      { os: 'win32', env: { RUNNER_TOOL_CACHE: 'C:\\tools' }, pythons: windows },
    )
    expect(await found).toBe('C:\\tools\\Python\\3.12.1\\x64\\python.exe')
  })

  test.each([
    ['linux', {}, '/home/me/.local/share/uv/python/cpython-3.12.1-linux-x86_64-gnu/bin/python3'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/data/uv/python/cpython-3.12.1-macos-aarch64-none/bin/python3'],
    ['linux', { UV_PYTHON_INSTALL_DIR: '/py' }, '/py/cpython-3.12.1-linux-x86_64-gnu/bin/python3'],
    ['win32', { APPDATA: 'C:\\R' }, 'C:\\R\\uv\\python\\cpython-3.12.1-windows-x86_64-none\\python.exe'],
    ['linux', {}, '/home/me/.pyenv/versions/3.12.1/bin/python3'],
    ['linux', { PYENV_ROOT: '/pyenv' }, '/pyenv/versions/3.12.1/bin/python3'],
    ['win32', {}, 'C:\\Users\\me\\.pyenv\\pyenv-win\\versions\\3.12.1\\python.exe'],
  ] as const)('on %s with %j: %s', async (os, env, path) => {
    expect(await pathFound({ python: '3.12' }, { os, env, pythons: { [path]: '3.12.1' } })).toBe(path)
  })

  test('PATH comes before the tool cache, then uv, then pyenv', async () => {
    const layers = {
      '/usr/bin/python3.11': '3.11.2',
      '/tools/Python/3.11.3/x64/bin/python3': '3.11.3',
      '/home/me/.local/share/uv/python/cpython-3.11.4-linux-x86_64-gnu/bin/python3': '3.11.4',
      '/home/me/.pyenv/versions/3.11.5/bin/python3': '3.11.5',
    }
    const env = { PATH: '/usr/bin', RUNNER_TOOL_CACHE: '/tools' }
    for (let left = Object.entries(layers); left.length > 0; left = left.slice(1)) {
      expect((await find({ python: '3.11' }, { env, pythons: Object.fromEntries(left) }).found).version).toBe(
        left[0]?.[1],
      )
    }
  })
})

describe('with no version asked for', () => {
  const env = { PATH: '/usr/bin' }
  const pythons = { ...debian, '/usr/bin/python3.12': '3.12.1' }

  test('the nearest .python-version decides', async () => {
    const files = { '/work/.python-version': '# ours\n\n3.12  # or newer\n3.11\n', '/.python-version': '3.8' }
    expect((await find({ requiresPython: '<3.12' }, { env, pythons, files }).found).version).toBe('3.12.1')
  })

  test('a .python-version that names no version is passed over with a warning', async () => {
    const files = { '/work/project/.python-version': 'my-environment\n' }
    const { found, warnings } = find({}, { env, pythons, files })
    expect((await found).version).toBe('3.11.2')
    expect(warnings).toEqual(['`/work/project/.python-version` is passed over: `my-environment` is no version'])
  })

  test('then what the lock requires, then the first on PATH', async () => {
    expect((await find({ requiresPython: '>=3.12' }, { env, pythons }).found).version).toBe('3.12.1')
    expect((await find({}, { env, pythons }).found).version).toBe('3.11.2')
  })
})

describe('nothing found', () => {
  test('one message names what was found, who asked, and how to get one', async () => {
    const pythons = {
      ...debian,
      '/usr/bin/python3.12': 'broken',
      '/tools/Python/3.10.1/x64/bin/python3': '3.10.1',
    }
    const files = { '/work/project/.python-version': '3.13' }
    const { found } = find({}, { env: { PATH: '/usr/bin', RUNNER_TOOL_CACHE: '/tools' }, pythons, files })
    await expect(found).rejects.toMatchObject({
      code: 'PYTHON_NOT_FOUND',
      message:
        'no Python `3.13`, which `/work/project/.python-version` asks for, was found on this machine; found: 3.11.2 (`/usr/bin/python3.11`), 3.10.1 (`/tools/Python/3.10.1/x64/bin/python3`)',
      hint: expect.stringMatching(/setup-python.*`uv python install 3\.13`/),
    })
  })

  test('a version that is too old is said to be so', async () => {
    const pythons = { '/home/me/.pyenv/versions/3.7.16/bin/python3': 'broken' }
    await expect(find({ python: '3.7' }, { pythons }).found).rejects.toMatchObject({
      code: 'PYTHON_NOT_FOUND',
      message: expect.stringContaining('found: 3.7.16, too old (`/home/me/.pyenv/versions/3.7.16/bin/python3`)'),
      hint: expect.stringContaining('`uv python install 3.12`'),
    })
  })

  test('an empty machine says so', async () => {
    await expect(find({}, {}).found).rejects.toMatchObject({
      code: 'PYTHON_NOT_FOUND',
      message: 'no Python was found on this machine',
    })
  })

  test('a request that means nothing is refused by name', async () => {
    await expect(find({ python: 'three point eleven' }, {}).found).rejects.toMatchObject({
      code: 'PYTHON_REQUEST_INVALID',
      exitCode: 2,
    })
  })
})
