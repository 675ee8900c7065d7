import { describe, expect, test } from '@jest/globals'
import { systemEnvironment, targetEnvironment, venvEnvironment } from '../../../src/python/environment.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { pythonEnvironmentVariables } from '../../../src/python/run.js'

const debian = {
  purelib: '/usr/local/lib/python3.11/dist-packages',
  platlib: '/usr/local/lib/python3.11/dist-packages',
  headers: '/usr/include/python3.11',
  scripts: '/usr/local/bin',
  data: '/usr/local',
}

function withSchemes(venvSchemes: Partial<Interpreter['venvSchemes']>, prefix = '/usr'): Interpreter {
  const posix = {
    purelib: 'lib/python3.11/site-packages',
    platlib: 'lib/python3.11/site-packages',
    headers: 'include/site/python3.11',
    scripts: 'bin',
    data: '',
  }
  return {
    executable: '/usr/bin/python3.11',
    baseExecutable: '/usr/bin/python3.11',
    version: '3.11.2',
    implementation: 'cpython',
    cacheTag: 'cpython-311',
    magicNumber: 'a70d0d0a',
    optimize: 0,
    prefix,
    basePrefix: '/usr',
    markers: {},
    tags: [],
    venvSchemes: { ...posix, ...venvSchemes },
    systemSchemes: debian,
  }
}

describe('the directories of a virtual environment', () => {
  test('are absolute', () => {
    expect(venvEnvironment('/work/.venv', withSchemes({}), { os: 'linux', arch: 'x64' })).toEqual({
      kind: 'venv',
      root: '/work/.venv',
      stateDirectory: '/work/.venv',
      python: '/work/.venv/bin/python',
      schemes: {
        purelib: '/work/.venv/lib/python3.11/site-packages',
        platlib: '/work/.venv/lib/python3.11/site-packages',
        headers: '/work/.venv/include/site/python3.11',
        scripts: '/work/.venv/bin',
        data: '/work/.venv',
      },
    })
  })

  test('spell lib64, a link to lib, in one way', () => {
    const fedora = withSchemes({ platlib: 'lib64/python3.11/site-packages' })
    expect(venvEnvironment('/v', fedora, { os: 'linux', arch: 'x64' }).schemes.platlib).toBe(
      '/v/lib/python3.11/site-packages',
    )
  })

  test('are native on Windows', () => {
    const nt = withSchemes({ purelib: 'Lib/site-packages', platlib: 'Lib/site-packages', scripts: 'Scripts' })
    expect(venvEnvironment('C:\\v', nt, { os: 'win32', arch: 'x64' })).toEqual({
      kind: 'venv',
      root: 'C:\\v',
      stateDirectory: 'C:\\v',
      python: 'C:\\v\\Scripts\\python.exe',
      schemes: {
        purelib: 'C:\\v\\Lib\\site-packages',
        platlib: 'C:\\v\\Lib\\site-packages',
        headers: 'C:\\v\\include\\site\\python3.11',
        scripts: 'C:\\v\\Scripts',
        data: 'C:\\v',
      },
    })
  })
})

const linux = { os: 'linux', arch: 'x64' } as const

describe('the directories of an interpreter itself', () => {
  test('are those that it names, and its state lies beside the distributions', () => {
    expect(systemEnvironment(withSchemes({}), linux)).toEqual({
      kind: 'system',
      root: '/usr',
      python: '/usr/bin/python3.11',
      schemes: debian,
      stateDirectory: debian.purelib,
    })
  })

  test('are those of the virtual environment where it is one: there are no two claims on one place', () => {
    const interpreter = withSchemes({}, '/work/.venv')
    expect(systemEnvironment(interpreter, linux)).toEqual(venvEnvironment('/work/.venv', interpreter, linux))
  })
})

describe('the directories of a target', () => {
  test('are the directory, with scripts in its bin on every system, and the interpreter is that of the run', () => {
    expect(targetEnvironment('/work/layer', withSchemes({}), linux)).toEqual({
      kind: 'target',
      root: '/work/layer',
      python: '/usr/bin/python3.11',
      schemes: {
        purelib: '/work/layer',
        platlib: '/work/layer',
        headers: '/work/layer/include',
        scripts: '/work/layer/bin',
        data: '/work/layer',
      },
      stateDirectory: '/work/layer',
    })
    const windows = targetEnvironment('C:\\layer', withSchemes({}), { os: 'win32', arch: 'x64' })
    expect(windows.schemes).toMatchObject({ scripts: 'C:\\layer\\bin', headers: 'C:\\layer\\include' })
  })
})

test('a Python process is given no setting of Python from the environment', () => {
  const env = { PATH: '/bin', PYTHONPATH: '/x', PYTHONHASHSEED: '1', __PYVENV_LAUNCHER__: '/y', PYENV_VERSION: '3.11' }
  expect(pythonEnvironmentVariables(env)).toEqual({ PATH: '/bin', PYENV_VERSION: '3.11' })
})
