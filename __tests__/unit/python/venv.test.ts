import { describe, expect, test } from '@jest/globals'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { pythonEnvironmentVariables } from '../../../src/python/run.js'
import { venvEnvironment } from '../../../src/python/venv.js'

function withSchemes(venvSchemes: Partial<Interpreter['venvSchemes']>): Interpreter {
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
    prefix: '/usr',
    basePrefix: '/usr',
    markers: {},
    tags: [],
    venvSchemes: { ...posix, ...venvSchemes },
  }
}

describe('the directories of an environment', () => {
  test('are absolute', () => {
    expect(venvEnvironment('/work/.venv', withSchemes({}), { os: 'linux', arch: 'x64' })).toEqual({
      root: '/work/.venv',
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
      root: 'C:\\v',
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

test('a Python process is given no setting of Python from the environment', () => {
  const env = { PATH: '/bin', PYTHONPATH: '/x', PYTHONHASHSEED: '1', __PYVENV_LAUNCHER__: '/y', PYENV_VERSION: '3.11' }
  expect(pythonEnvironmentVariables(env)).toEqual({ PATH: '/bin', PYENV_VERSION: '3.11' })
})
