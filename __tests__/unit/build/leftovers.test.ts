import { describe, expect, test } from '@jest/globals'
import { isLeftover } from '../../../src/build/leftovers.js'
import { listDirectories } from '../../../src/build/walk.js'

/** What is kept of these files. */
function kept(paths: readonly string[]): readonly string[] {
  const entries = listDirectories(paths)
  return paths.filter(path => {
    const parts = path.split('/')
    return !parts.some((_, index) => isLeftover(parts.slice(0, index + 1).join('/'), entries))
  })
}

describe('what builds leave behind', () => {
  test.each([
    [
      'caches',
      ['a/__pycache__/x.pyc', 'old.pyc', '.tox/x', '.nox/x', '.mypy_cache/x', '.git', 'sub/.git/HEAD', '.hg/store'],
    ],
    ['what says so itself', ['rust/target/CACHEDIR.TAG', 'rust/target/debug/x.rlib']],
    ['virtual environments of any name', ['env311/pyvenv.cfg', 'env311/bin/python']],
    [
      'setuptools',
      [
        'build/lib/x.py',
        'build/temp.linux-x86_64-cpython-311/x.o',
        'build/bdist.linux-x86_64/x',
        'build/__editable__.x-1.0/x',
      ],
    ],
    ['metadata of setuptools', ['src/x.egg-info/PKG-INFO', 'src/x.egg-info/SOURCES.txt', '.eggs/x', 'x.egg-link']],
    [
      'CMake and Meson',
      ['build/cp311/CMakeCache.txt', 'build/cp311/x.so', 'out/meson-private/x', 'out/x', '_skbuild/x'],
    ],
    ['CMake among the sources', ['csrc/CMakeCache.txt', 'csrc/CMakeFiles/x']],
    ['distributions', ['dist/x-1.0.tar.gz', 'dist/x-1.0-py3-none-any.whl', 'dist/.gitignore', 'wheelhouse/x.whl']],
    [
      'modules built in place',
      [
        'x/a.cpython-311-x86_64-linux-gnu.so',
        'x/a.abi3.so',
        'x/a.cp311-win_amd64.pyd',
        'x/a.pypy310-pp73-x86_64-linux-gnu.so',
      ],
    ],
    ['what lies beside its source', ['csrc/code.so', 'csrc/libcode.so', 'csrc/code.o']],
  ])('%s', (_, paths) => {
    const sources = ['pyproject.toml', 'csrc/CMakeLists.txt', 'csrc/code.cpp', 'x/__init__.py']
    expect(kept([...sources, ...paths])).toEqual(sources)
  })

  test('a name alone makes no leftover', () => {
    const sources = [
      'pyproject.toml',
      'src/build/__init__.py',
      'src/build/lib/x.py',
      'src/dist/x.whl',
      'build/script.py',
      'dist/index.js',
      'tests/x.egg-info/other',
      'vendor/libfoo.so',
      'vendor/foo.pyd',
      'target/x.rs',
      'venv/__init__.py',
      'CMakeLists.txt',
    ]
    expect(kept(sources)).toEqual(sources)
  })

  test('in a source archive nothing but caches', () => {
    const sources = ['PKG-INFO', 'setup.py', 'build/lib/x.py', 'x.egg-info/PKG-INFO', 'x/a.abi3.so', 'dist/x.whl']
    expect(kept([...sources, '__pycache__/x.pyc'])).toEqual(sources)
  })
})
