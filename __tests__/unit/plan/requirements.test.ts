import { describe, expect, test } from '@jest/globals'
import { parseRequirement, pinnedVersion, type SourceRequirement } from '../../../src/plan/requirement.js'
import { parseRequirements } from '../../../src/plan/requirements.js'
import { failureOf } from '../../helpers/plan.js'

const parse = (text: string, env = {}) => parseRequirements(text, 'requirements.txt', env)
const rows = (text: string) => parse(text).requirements

describe('rows', () => {
  test.each([
    ['six', { name: 'six', specifier: '', marker: undefined }],
    ['Ruamel.YAML == 1.0', { name: 'ruamel-yaml', specifier: '==1.0' }],
    ['a[Fast,Extra_Two] >=1, !=1.5', { extras: ['fast', 'extra-two'], specifier: '>=1,!=1.5' }],
    ['a (>=1.0)', { specifier: '>=1.0' }],
    ['a>=1;python_version<"3.12"', { specifier: '>=1', marker: 'python_version<"3.12"' }],
    [
      'a @ https://files.example/a-1-py3-none-any.whl ; sys_platform=="linux"',
      { location: 'https://files.example/a-1-py3-none-any.whl', marker: 'sys_platform=="linux"' },
    ],
    ['a @ https://files.example/a-1-py3-none-any.whl;x=1', { marker: undefined, name: 'a' }, 'SOURCE_UNSUPPORTED'],
    ['https://user:secret@files.example/a_b-1-py3-none-any.whl#sha256=ab', { name: 'a-b' }],
    ['./wheels/a_b-1-py3-none-any.whl', { name: 'a-b', location: './wheels/a_b-1-py3-none-any.whl' }],
    ['a_b-1-py3-none-any.whl', { name: 'a-b' }],
    ['a-1%2Bcpu-py3-none-any.whl', { name: 'a' }, 'WHEEL_FILENAME_INVALID'],
    ['https://files.example/a-1%2Bcpu-py3-none-any.whl', { name: 'a' }],
    ['file:///srv/a-1-py3-none-any.whl', { name: 'a', location: 'file:///srv/a-1-py3-none-any.whl' }],
    ['C:\\wheels\\a-1-py3-none-any.whl', { name: 'a' }],
  ])('%s', async (...[text, expected, code]: readonly [string, object, string?]) => {
    if (code === undefined) expect(rows(text)).toMatchObject([expected])
    else expect((await failureOf(() => rows(text))).code).toBe(code)
  })

  test('hashes are collected by algorithm', () => {
    const [row] = rows('a==1 \\\n    --hash=sha256:AB \\\n    --hash=sha256:cd \\\n    --hash sha512:ef\n')
    expect(row).toMatchObject({ specifier: '==1', hashes: { sha256: ['ab', 'cd'], sha512: ['ef'] } })
  })

  test('comments, blank lines, a BOM and carriage returns are not content', () => {
    expect(rows('\uFEFF# top\r\n\r\na==1 # why\r\nb==2#not-a-comment\\\r\n').length).toBe(2)
  })

  test('a comment ends a continuation, and the last line may continue into nothing', () => {
    expect(rows('a==1 \\\n# comment\nb==2 \\').map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test('a row knows its line', () => {
    expect(rows('a\n\nb \\\n  ==1\nc')[2]?.where).toBe('`requirements.txt` line 5')
  })

  test('set variables are expanded, others stay', () => {
    const variable = (name: string) => `\${${name}}`
    const text = `a @ https://${variable('TOKEN')}@files.example/a-1-py3-none-any.whl\n-i https://${variable('NOT_SET')}/`
    const { requirements, index } = parse(text, { TOKEN: 'secret' })
    expect(requirements[0]?.location).toBe('https://secret@files.example/a-1-py3-none-any.whl')
    expect(index.indexUrl).toBe(`https://${variable('NOT_SET')}/`)
  })

  test.each(['ftp://me:secret@host/simple', 'notaurl'])('an index is an address: %s is refused', async address => {
    const failure = await failureOf(() => parse(`a\n--extra-index-url ${address}`))
    expect(failure).toMatchObject({ code: 'URL_INVALID', exitCode: 2 })
    expect(failure.message).toContain('`requirements.txt` line 2, `--extra-index-url`')
    expect(failure.message).not.toContain('secret')
  })

  test.each([
    ['==1.0', '1.0'],
    ['===1.0', '1.0'],
    ['== 1.0+cu121', '1.0+cu121'],
    ['==1.*', undefined],
    ['>=1', undefined],
    ['==1,>0', undefined],
    ['', undefined],
  ])('`%s` pins %s', (specifier, version) => {
    expect(pinnedVersion(parseRequirement(`a${specifier}`, 'here'))).toBe(version)
  })
})

describe('sources', () => {
  test.each<[string, Partial<SourceRequirement>?]>([
    ['git+https://user:secret@git.example/a.git@v1#subdirectory=x&egg=a'],
    ['a[b] @ git+ssh://git@git.example/a.git@main'],
    ['a @ git+https://git.example/a ; python_version<"3.12"', { marker: 'python_version<"3.12"' }],
    ['./lib'],
    ['.'],
    ['.[dev,test]'],
    ['..\\lib'],
    ['lib/'],
    ['a @ file:///srv/lib'],
    ['file:///srv/lib'],
    ['./a-1.0.tar.gz'],
    ['a-1.0.tar.gz'],
    ['a-1.0.zip[extra]'],
    ['./lib; sys_platform=="linux"', { marker: 'sys_platform=="linux"' }],
    ['a @ file:///srv/lib; sys_platform=="linux"', { marker: 'sys_platform=="linux"' }],
    ['a @ file:///srv/lib;x', { marker: undefined }],
    ['./lib ; sys_platform=="linux"', { marker: 'sys_platform=="linux"' }],
    ['a-1.0.tar.gz --hash=sha256:AB', { hashes: { sha256: ['ab'] } }],
    ['a @ https://user:secret@files.example/a-1.0.zip#sha256=ab', { hashes: { sha256: ['ab'] } }],
    ['https://files.example/archive/main.zip?raw=1'],
  ])('%s', (text, facts = {}) => {
    const { sources, requirements } = parse(text)
    expect(requirements).toEqual([])
    const [shown = ''] = text.split(/ ;|; | --/)
    expect(sources).toEqual([
      { where: '`requirements.txt` line 1', text: shown, marker: undefined, hashes: {}, ...facts },
    ])
  })

  test('may stand where they are installed, and nowhere else', async () => {
    for (const [text, code] of [
      ['./lib', 'SOURCE_UNSUPPORTED'],
      ['a @ git+https://me:secret@git.example/a.zip', 'SOURCE_UNSUPPORTED'],
      ['a @ https://me:secret@files.example/a.zip', 'SDIST_UNSUPPORTED'],
    ] as const) {
      const failure = await failureOf(() => parseRequirement(text, 'here'))
      expect(failure).toMatchObject({ code, exitCode: 2 })
      expect(failure.message).not.toContain('secret')
    }
  })
})

describe('options', () => {
  test('every spelling of a value arrives', () => {
    const file = parse(`
-r base.txt
-rshort.txt
--requirement=long.txt
--requirement "with space.txt"
-c constraints.txt
-e .
--editable=../lib[extra]
-i https://index.example/simple
--extra-index-url https://extra.example/simple
-f wheels
--find-links=more
--no-index
--require-hashes
--pre
--no-binary=:none:
--trusted-host index.example
`)
    expect(file).toMatchObject({
      includes: ['base.txt', 'short.txt', 'long.txt', 'with space.txt'],
      constraints: ['constraints.txt'],
      editables: ['.', '../lib[extra]'],
      index: {
        indexUrl: 'https://index.example/simple',
        extraIndexUrls: ['https://extra.example/simple'],
        findLinks: ['wheels', 'more'],
        noIndex: true,
        requireHashes: true,
      },
      resolverOptions: ['--pre', '--no-binary :none:'],
    })
  })
})

describe('what cannot be installed is refused by line', () => {
  test.each([
    ['hg+https://user:secret@hg.example/a', 'SOURCE_UNSUPPORTED'],
    ['a @ svn+ssh://svn.example/a', 'SOURCE_UNSUPPORTED'],
    ['a @ https://user:secret@files.example/a', 'SOURCE_UNSUPPORTED'],
    ['ftp://user:secret@files.example/a.tar.gz', 'SOURCE_UNSUPPORTED'],
    ['a @ github.com:owner/a', 'SOURCE_UNSUPPORTED'],
    ['./a-1-py3-none-any.whl[extra]', 'REQUIREMENTS_INVALID'],
    ['./lib --hash=sha256:ab', 'HASH_UNSUPPORTED'],
    ['git+https://user:secret@git.example/a.zip --hash=sha256:ab', 'HASH_UNSUPPORTED'],
    ['./lib --config-settings x=y', 'REQUIREMENTS_INVALID'],
    ['a b', 'REQUIREMENTS_INVALID'],
    ['a==1 --hash=sha256', 'REQUIREMENTS_INVALID'],
    ['a==1 --hash=sha256:xyz', 'REQUIREMENTS_INVALID'],
    ['-r', 'REQUIREMENTS_INVALID'],
    ['--unheard-of', 'REQUIREMENTS_INVALID'],
    ['==1.0', 'REQUIREMENTS_INVALID'],
  ])('%s', async (text, code) => {
    const failure = await failureOf(() => parse(`six\n${text}`))
    expect(failure).toMatchObject({ code, exitCode: 2 })
    expect(failure.message).toContain('`requirements.txt` line 2')
    expect(failure.message).not.toContain('secret')
  })
})
