import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { normaliseLock } from '../../../src/cache/normal-lock.js'
import { makeInterpreter } from '../../helpers/plan.js'

const interpreter = makeInterpreter()
const normalise = (filename: string, text: string) => normaliseLock({ filename, text }, interpreter)

const file = (name: string, digest: string, more = '') =>
  `{ url = "https://files.example/${name}", ${more}hashes = { sha256 = "${digest.repeat(32)}" } }`

const pylock = `lock-version = "1.0"
created-by = "uv"

[[packages]]
name = "numpy"
version = "2.3.4"
sdist = ${file('numpy-2.3.4.tar.gz', '00', 'upload-time = 2026-01-01T00:00:00Z, ')}
wheels = [
  ${file('numpy-2.3.4-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', '01', 'size = 5, upload-time = 2026-01-01T00:00:00Z, ')},
  ${file('numpy-2.3.4-cp311-cp311-win_amd64.whl', '02')},
  ${file('numpy-2.3.4-cp312-cp312-manylinux_2_17_x86_64.whl', '03')},
]

[[packages]]
name = "colorama"
version = "0.4.6"
marker = "sys_platform == 'win32'"
wheels = [${file('colorama-0.4.6-py3-none-any.whl', '04')}]

[[packages]]
name = "pytest"
version = "8.0"
marker = "'test' in extras"
wheels = [${file('pytest-8.0-py3-none-any.whl', '05')}]

[[packages]]
name = "project"
version = "1.2.3"
directory = { path = ".", editable = true }

[tool.uv]
note = 1
`

describe('a pylock.toml, normalised', () => {
  const { lines, versions } = normalise('pylock.toml', pylock)
  const edited = (before: string | RegExp, after: string) => {
    const text = pylock.replace(before, after)
    expect(text).not.toBe(pylock)
    return normalise('pylock.toml', text).lines
  }

  test.each<[string, string | RegExp, string]>([
    ['who made it', '"uv"', '"another tool"'],
    ['a comment', 'created-by', '# a comment\ncreated-by'],
    ['the order of keys', 'name = "numpy"\nversion = "2.3.4"', 'version = "2.3.4"\nname = "numpy"'],
    ['a tool table', 'note = 1', 'note = 2'],
    ['a tool table of a package', 'name = "numpy"', 'tool = { x = 1 }\nname = "numpy"'],
    ['when a file was uploaded', /2026-01-01/g, '2027-01-01'],
    ['a wheel for another platform', '"0202', '"0f02'],
    ['a wheel for another platform that is gone', /\n.*win_amd64.*/, ''],
    ['a wheel for another Python', '"0303', '"0f03'],
    ['a package for another platform', '0.4.6', '0.4.7'],
    ["the project's own version", '1.2.3', '1.2.4'],
    ['a password', 'https://files.example/numpy-2.3.4-cp311', 'https://me:secret@files.example/numpy-2.3.4-cp311'],
  ])('does not change with %s', (_, before, after) => expect(edited(before, after)).toEqual(lines))

  test.each<[string, string | RegExp, string]>([
    ['a version', 'version = "2.3.4"', 'version = "2.3.5"'],
    ['a hash', '"0101', '"0f01'],
    ['the hash of a source archive', '"0000', '"0f00'],
    ['a size', 'size = 5', 'size = 6'],
    [
      'where a file lies',
      'files.example/numpy-2.3.4-cp311-cp311-manylinux',
      'files.example/x/numpy-2.3.4-cp311-cp311-manylinux',
    ],
    ['a package that an extra may want', 'version = "8.0"', 'version = "8.1"'],
    ['a marker that holds here', "sys_platform == 'win32'", "sys_platform == 'linux'"],
    ['a marker that is broken', "sys_platform == 'win32'", 'is it windows'],
    ['the directory of the project', 'path = "."', 'path = "src"'],
    ['a key that is not known', 'name = "numpy"', 'name = "numpy"\nnew-key = 1'],
  ])('changes with %s', (_, before, after) => expect(edited(before, after)).not.toEqual(lines))

  test('says its versions', () => expect(versions).toEqual({ numpy: '2.3.4', pytest: '8.0' }))

  test('is the same whether it was parsed before or not, and as long as needed', () => {
    const text = readFileSync('examples/jupyterlab/pylock.toml', 'utf8')
    const real = normalise('pylock.toml', text)
    expect(real.lines.join('').length).toBeLessThan(text.length / 4)
    expect(Object.keys(real.versions).length).toBeGreaterThan(80)
    const document: unknown = { 'lock-version': '1.0', packages: [] }
    expect(normaliseLock({ filename: 'pylock.toml', text, document }, interpreter)).toEqual(
      normalise('pylock.toml', 'lock-version = "1.0"\npackages = []'),
    )
  })
})

const uvLock = `version = 1
revision = 2
requires-python = ">=3.9"

[[package]]
name = "project"
version = "1.2.3"
source = { editable = "." }
dependencies = [
  { name = "numpy" },
  { name = "click" },
  { name = "tomli", marker = "python_full_version < '3.11'" },
]

[package.optional-dependencies]
size = [{ name = "humanize" }]

[package.dev-dependencies]
dev = [{ name = "pytest", version = "8.0", source = { registry = "https://index.example" } }]

[package.metadata]
requires-dist = [{ name = "numpy", specifier = ">=2" }, { name = "tomli", marker = "python_full_version < '3.11'", specifier = ">=1" }]

[[package]]
name = "click"
version = "8.1"
source = { registry = "https://index.example" }
dependencies = [{ name = "colorama", marker = "sys_platform == 'win32'" }]
wheels = [{ url = "https://files.example/click-8.1-py3-none-any.whl", hash = "sha256:01", size = 1, upload-time = "2026-01-01" }]

[[package]]
name = "colorama"
version = "0.4.6"
source = { registry = "https://index.example" }

[[package]]
name = "tomli"
version = "2.0"
source = { registry = "https://index.example" }

[[package]]
name = "humanize"
version = "4.0"
source = { registry = "https://index.example" }

[[package]]
name = "numpy"
version = "2.3.4"
source = { registry = "https://index.example" }
sdist = { url = "https://files.example/numpy-2.3.4.tar.gz", hash = "sha256:02", size = 20 }
wheels = [
  { url = "https://files.example/numpy-2.3.4-cp311-cp311-manylinux_2_17_x86_64.whl", hash = "sha256:03", size = 2 },
  { url = "https://files.example/numpy-2.3.4-cp311-cp311-win_amd64.whl", hash = "sha256:04", size = 3 },
]

[[package]]
name = "pytest"
version = "8.0"
source = { registry = "https://index.example" }

[[package]]
name = "pytest"
version = "7.0"
source = { registry = "https://index.example" }
`

describe('a uv.lock, normalised', () => {
  const { lines, versions } = normalise('uv.lock', uvLock)
  const edited = (before: string | RegExp, after: string) => {
    const text = uvLock.replace(before, after)
    expect(text).not.toBe(uvLock)
    return normalise('uv.lock', text).lines
  }

  test.each<[string, string | RegExp, string]>([
    ['a comment', 'revision', '# a comment\nrevision'],
    ['the revision of the format', 'revision = 2', 'revision = 3'],
    ["the project's own version", '1.2.3', '1.2.4'],
    ['sizes', /size = \d+/g, 'size = 99'],
    ['when a file was uploaded', '2026-01-01', '2027-01-01'],
    ['a wheel for another platform', 'sha256:04', 'sha256:0f'],
    ['a dependency on another platform', /\n {2}\{ name = "tomli".*/, ''],
    ['a package that only another Python needs', 'version = "2.0"', 'version = "2.1"'],
    ['a package that only another platform needs, below another', '0.4.6', '0.4.7'],
    ['a version that only other Pythons get', 'version = "7.0"', 'version = "7.1"'],
  ])('does not change with %s', (_, before, after) => expect(edited(before, after)).toEqual(lines))

  test.each<[string, string | RegExp, string]>([
    ['a version', 'version = "2.3.4"', 'version = "2.3.5"'],
    ['a hash', 'sha256:03', 'sha256:0f'],
    ['the hash of a source archive', 'sha256:02', 'sha256:0f'],
    ['where the project lies', 'editable = "."', 'editable = "src"'],
    ['what an extra wants', 'version = "4.0"', 'version = "4.1"'],
    ['an extra that is called as a key is elsewhere', 'size = [{ name = "humanize" }]', ''],
    ['what a group wants', /version = "8.0"/g, 'version = "8.2"'],
    ['a marker that holds here', "python_full_version < '3.11'", "python_full_version < '3.12'"],
    ['a marker that tells conflicting extras apart', "sys_platform == 'win32'", "extra == 'extra-7-project-cpu'"],
    ['a dependency', '{ name = "click" },', ''],
  ])('changes with %s', (_, before, after) => expect(edited(before, after)).not.toEqual(lines))

  test('says its versions, without the own one', () => {
    expect(versions).toEqual({ numpy: '2.3.4', click: '8.1', humanize: '4.0', pytest: '8.0' })
  })

  test.each([
    ['without a project', /source = \{ editable = "." \}/, 'source = { registry = "https://index.example" }'],
    [
      'whose manifest names requirements',
      '[[package]]',
      '[manifest]\nrequirements = [{ name = "tomli" }]\n\n[[package]]',
    ],
    ['whose manifest says what is not known', '[[package]]', '[manifest]\nnew = 1\n\n[[package]]'],
  ])('keeps every package of a lock %s', (_, before, after) => {
    const whole = uvLock.replace(before, after)
    const all = ['click', 'colorama', 'humanize', 'numpy', 'pytest', 'tomli']
    expect(Object.keys(normalise('uv.lock', whole).versions)).toEqual(expect.arrayContaining(all))
  })

  test('follows only roots where the manifest lists the members and constraints', () => {
    const text = uvLock.replace('[[package]]', '[manifest]\nmembers = ["project"]\nconstraints = []\n\n[[package]]')
    expect(normalise('uv.lock', text).versions).toEqual(versions)
  })
})

test('what is no TOML counts as it stands', () => {
  expect(normalise('uv.lock', 'not = = toml').lines).toEqual(['not = = toml'])
  expect(normalise('uv.lock', '').lines).toEqual(normalise('uv.lock', '# nothing').lines)
})
