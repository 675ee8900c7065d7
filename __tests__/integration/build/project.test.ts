import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Project, readProject } from '../../../src/build/project.js'
import { makeDirectory, writeTree } from './build-fixture.js'

let directory: string

beforeEach(async () => {
  directory = await makeDirectory()
})

afterEach(() => rm(directory, { recursive: true, force: true }))

async function read(files: Readonly<Record<string, string>>): Promise<Project> {
  const tree = join(directory, 'tree')
  await mkdir(tree, { recursive: true })
  await writeTree(tree, files)
  return readProject(tree, './tree')
}

const legacy = { requires: ['setuptools>=40.8.0'], backend: 'setuptools.build_meta:__legacy__', backendPath: [] }

describe('a source tree', () => {
  test('with a build-system table is built as it says', async () => {
    const pyproject = `[build-system]
      requires = ["hatchling>=1.2; python_version >= '3.8'", "odd-name [extra] @ https://host/odd_name-1-py3-none-any.whl"]
      build-backend = "package.module:object.attribute"
      backend-path = [".", "tools/build"]
      [project]
      name = "x"
      requires-python = ">=3.8"`
    const tree = join(directory, 'tree')
    expect(await read({ 'pyproject.toml': pyproject, 'tools/build/x.py': '' })).toEqual({
      directory: tree,
      shown: './tree',
      isScmVersioned: false,
      requires: [
        "hatchling>=1.2; python_version >= '3.8'",
        'odd-name [extra] @ https://host/odd_name-1-py3-none-any.whl',
      ],
      backend: 'package.module:object.attribute',
      backendPath: [tree, join(tree, 'tools/build')],
      requiresPython: '>=3.8',
    })
  })

  test('with a setup.py alone is built by setuptools', async () => {
    expect(await read({ 'setup.py': '' })).toMatchObject({ ...legacy, requiresPython: undefined })
  })

  test.each([
    [
      'a project table',
      { 'pyproject.toml': '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.9"' },
      '>=3.9',
    ],
    ['a setup.py', { 'pyproject.toml': '[tool.x]', 'setup.py': '' }, undefined],
    ['a setup.cfg', { 'pyproject.toml': '', 'setup.cfg': '' }, undefined],
  ])('with %s and no build-system table is built by setuptools', async (_, files, requiresPython) => {
    expect(await read(files)).toMatchObject({ ...legacy, requiresPython })
  })

  test('with a build-system table that names no backend is built by setuptools from the packages named there', async () => {
    const project = await read({ 'pyproject.toml': '[build-system]\nrequires = ["setuptools", "numpy"]' })
    expect(project).toMatchObject({ ...legacy, requires: ['setuptools', 'numpy'] })
  })

  test.each([
    ['[build-system]', /`build-system\.requires` is missing/],
    [
      '[build-system]\nrequires = "setuptools"',
      /`build-system\.requires` must be an array of strings, found `setuptools`/,
    ],
    ['[build-system]\nrequires = [1]', /`build-system\.requires\[0\]` must be a string/],
    ['build-system = 1', /`build-system` must be a table/],
    [
      '[build-system]\nrequires = []\nbuild-backend = "a b"',
      /`build-system\.build-backend` must be a module .* found `a b`/,
    ],
    ['[build-system]\nrequires = []\nbuild-backend = "a:b:c"', /found `a:b:c`/],
    [
      '[build-system]\nrequires = []\nbackend-path = [".."]',
      /`build-system\.backend-path\[0\]` must be a relative path inside/,
    ],
    ['[build-system]\nrequires = []\nbackend-path = ["link"]', /inside the source tree .* found `link`/],
    [
      '[build-system]\nrequires = []\nbackend-path = ["."]\n[project]\nrequires-python = 3',
      /`project\.requires-python`/,
    ],
    ['[build-system]\nrequires = []\nbackend-path = ["missing"]', /does not exist: `missing`/],
    ['[tool.x]', /describes no project/],
    ['[build-system', /is not valid TOML: .* \(line 1\)/],
  ])('whose pyproject.toml is %j is refused, with the file and the key', async (text, message) => {
    await mkdir(join(directory, 'tree'))
    await symlink(directory, join(directory, 'tree', 'link'))
    const refused = expect(read({ 'pyproject.toml': text })).rejects
    await refused.toMatchObject({ code: 'PROJECT_INVALID', exitCode: 2, message: expect.stringMatching(message) })
    await expect(read({})).rejects.toThrow(join(directory, 'tree', 'pyproject.toml'))
  })

  test('may not name a backend-path by its absolute path', async () => {
    const tree = join(directory, 'tree')
    const text = `[build-system]\nrequires = []\nbackend-path = ["${tree}"]`
    await expect(read({ 'pyproject.toml': text })).rejects.toMatchObject({ code: 'PROJECT_INVALID' })
  })

  test.each([
    ['not a name!', 'REQUIREMENTS_INVALID'],
    ['./local.whl', 'REQUIREMENTS_INVALID'],
    ['https://host/a-1-py3-none-any.whl', 'REQUIREMENTS_INVALID'],
    ['a @ git+https://host/a', 'SOURCE_UNSUPPORTED'],
    ['a @ https://host/a-1.tar.gz', 'SDIST_UNSUPPORTED'],
  ])('that requires %j to be built is refused', async (requirement, code) => {
    const text = `[build-system]\nrequires = ["wheel", "${requirement}"]`
    const message = expect.stringMatching(/pyproject\.toml`: `requires\[1\]`: /)
    await expect(read({ 'pyproject.toml': text })).rejects.toMatchObject({ code, exitCode: 2, message })
  })

  test('that holds no project is refused', async () => {
    await expect(read({ 'README.md': '' })).rejects.toMatchObject({
      code: 'PROJECT_INVALID',
      message: '`./tree` is no Python project: it holds neither a pyproject.toml nor a setup.py',
    })
  })

  test('that does not exist is refused with where it was looked for', async () => {
    await expect(readProject(join(directory, 'gone'), './gone')).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      exitCode: 2,
      message: expect.stringContaining(join(directory, 'gone')),
    })
  })

  test.each([
    ['a-1-py3-none-any.whl', /is a wheel/, /without `-e`/],
    ['a-1.tar.gz', /is a file/, /Name the directory/],
  ])('that is the file %s is refused', async (name, message, hint) => {
    await writeFile(join(directory, name), '')
    await expect(readProject(join(directory, name), name)).rejects.toMatchObject({
      code: 'PROJECT_INVALID',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })
})
