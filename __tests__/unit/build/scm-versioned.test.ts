import { describe, expect, test } from '@jest/globals'
import { parse } from 'smol-toml'
import { isScmVersioned } from '../../../src/build/source-id.js'

describe('a version comes from git', () => {
  test.each([
    'setuptools-scm',
    'setuptools_scm[toml]>=6.2',
    ' Setuptools.SCM ; python_version >= "3.8"',
    'hatch-vcs',
    'versioningit~=3.0',
    'setuptools-git-versioning<2',
    'dunamai',
    'poetry-dynamic-versioning>=1,<2',
    'versioneer[toml]==0.29',
    'flit_scm',
    'vcs-versioning',
    'pbr>=6',
    'miniver @ https://host/miniver.zip',
  ])('with the build requirement %j', requirement => {
    expect(isScmVersioned(['setuptools>=64', requirement])).toBe(true)
  })

  test.each([
    ['pdm-backend', '[tool.pdm.version]\nsource = "scm"'],
    [
      'scikit-build-core',
      '[tool.scikit-build]\nmetadata.version.provider = "scikit_build_core.metadata.setuptools_scm"',
    ],
    ['hatchling', '[tool.hatch.version]\nsource = "vcs"'],
    ['setuptools', '[tool.setuptools_scm]'],
    ['setuptools', '[tool.versioneer]\nVCS = "git"'],
  ])('with %s and its table', (requirement, toml) => {
    expect(isScmVersioned([requirement], { pyproject: parse(toml) })).toBe(true)
    expect(isScmVersioned([requirement])).toBe(false)
  })

  test('with a copy of versioneer', () => {
    expect(isScmVersioned(['setuptools'], { filenames: ['setup.py', 'versioneer.py'] })).toBe(true)
  })
})

test.each([
  [[], {}],
  [['setuptools', 'cython', 'numpy>=2', 'setuptools-rust', 'not-setuptools-scm'], {}],
  [['pdm-backend'], { pyproject: parse('[tool.pdm.version]\nsource = "file"') }],
  [['hatchling'], { pyproject: parse('[tool.hatch.version]\npath = "a.py"'), filenames: ['setup.py'] }],
  [['x'], { pyproject: 1 }],
])('a version of %j comes from elsewhere', (requires, facts) => {
  expect(isScmVersioned(requires, facts)).toBe(false)
})
