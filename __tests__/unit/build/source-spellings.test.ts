import { describe, expect, test } from '@jest/globals'
import { parseSource } from '../../../src/build/source.js'

const isWindows = process.platform === 'win32'
const parse = (text: string) => parseSource(text, '/work')
const refusal = (text: string): unknown => {
  try {
    return parse(text)
  } catch (error) {
    return error
  }
}
const sha256 = 'ab'.repeat(32)

;(isWindows ? describe.skip : describe)('what a directory is named by', () => {
  test.each([
    ['.', '/work', []],
    ['ext', '/work/ext', []],
    ['../ext[Cuda, a_b]', '/ext', ['cuda', 'a-b']],
    ['/abs/with space/', '/abs/with space', []],
    ['file:///abs/my%20ext', '/abs/my ext', []],
    ['file:///abs/ext#egg=Ext', '/abs/ext', []],
    ['./zip', '/work/zip', []],
    ['dir@2/x', '/work/dir@2/x', []],
    ['./~', '/work/~', []],
  ])('%j', (text, path, extras) => {
    expect(parse(text).source).toEqual({ kind: 'directory', path, isEditable: false, shown: text, extras })
  })

  test.each([
    ['-e ext[a]', '/work/ext', ['a']],
    ['-e../ext', '/ext', []],
    ['--editable=ext', '/work/ext', []],
    ['--editable file:///abs/ext', '/abs/ext', []],
  ])('%j is editable', (text, path, extras) => {
    expect(parse(text)).toMatchObject({
      name: undefined,
      source: { kind: 'directory', path, isEditable: true, extras },
    })
  })

  test.each([
    ['My_Ext[Cuda] @ file:///abs/ext', 'my-ext', '/abs/ext', ['cuda']],
    ['ext@file:///abs/ext', 'ext', '/abs/ext', []],
    ['ext @ ./here[b]', 'ext', '/work/here', ['b']],
    ['ext@../here', 'ext', '/here', []],
    ['ext @ file:///abs/ext#egg=Ext', 'ext', '/abs/ext', []],
  ])('%j says which distribution it is', (text, name, path, extras) => {
    expect(parse(text)).toMatchObject({ name, source: { kind: 'directory', path, isEditable: false, extras } })
  })
})

describe('what a repository is named by', () => {
  test.each([
    ['git+https://github.com/o/r', 'https://github.com/o/r', '', ''],
    ['git+https://github.com/o/r.git@v1.0', 'https://github.com/o/r.git', 'v1.0', ''],
    ['git+https://github.com/o/r@feature/x#subdirectory=a/b', 'https://github.com/o/r', 'feature/x', 'a/b'],
    ['git+https://github.com/o/r@feature%23x', 'https://github.com/o/r', 'feature#x', ''],
    ['git+https://github.com/o/r?a=b#egg=x&subdirectory=./a//b/', 'https://github.com/o/r?a=b', '', 'a/b'],
    ['git+https://user:pw@host/o/r', 'https://user:pw@host/o/r', '', ''],
    ['git+https://user:p%40w@host:8443/o/r@main', 'https://user:p%40w@host:8443/o/r', 'main', ''],
    ['git+https://token@host/o/r@refs/pull/1/head', 'https://token@host/o/r', 'refs/pull/1/head', ''],
    ['git+ssh://git@github.com/o/r.git@abc', 'ssh://git@github.com/o/r.git', 'abc', ''],
    ['GIT+SSH://git@github.com/o/r.git', 'SSH://git@github.com/o/r.git', '', ''],
    ['git+file:///srv/r@main', 'file:///srv/r', 'main', ''],
    ['git+http://host/r', 'http://host/r', '', ''],
    ['git+git://host/r', 'git://host/r', '', ''],
  ])('%j', (text, url, revision, subdirectory) => {
    expect(parse(text).source).toMatchObject({ kind: 'vcs', url, revision, subdirectory, extras: [] })
  })

  test.each([
    ['Name[a] @ git+https://host/o/r@main', 'name', ['a']],
    ['name@git+https://host/o/r', 'name', []],
    ['git+https://host/o/r#egg=My.Name[a,B]', 'my-name', ['a', 'b']],
    ['name[b] @ git+https://host/o/r#egg=Name[a]', 'name', ['b', 'a']],
  ])('%j says which distribution it is', (text, name, extras) => {
    expect(parse(text)).toMatchObject({ name, source: { kind: 'vcs', extras } })
  })

  test('credentials are kept for git, and shown to nobody', () => {
    const { source } = parse('name @ git+https://user:secret@host/o/r@v1')
    expect(source).toMatchObject({
      url: 'https://user:secret@host/o/r',
      shown: 'name @ git+https://user:***@host/o/r@v1',
    })
  })
})

;(isWindows ? describe.skip : describe)('what an archive is named by', () => {
  test.each(['x.tar.gz', 'x.tgz', 'x.zip', 'x.tar.bz2', 'x.tar.xz', 'x.tar', 'X-1.0.TAR.GZ'])('%j', text => {
    expect(parse(text).source).toMatchObject({
      kind: 'archive',
      path: `/work/${text}`,
      url: undefined,
      sha256: undefined,
    })
    expect(parse(`./${text}[a]`).source).toMatchObject({ kind: 'archive', path: `/work/${text}`, extras: ['a'] })
  })

  test.each([
    [
      `file:///abs/x%20y.zip#sha256=${sha256}&subdirectory=a`,
      { path: '/abs/x y.zip', url: undefined, sha256, subdirectory: 'a' },
    ],
    ['https://host/x.tar.gz', { path: undefined, url: 'https://host/x.tar.gz', sha256: undefined, subdirectory: '' }],
    [`https://host/x.tar.gz?a=b#sha256=${sha256.toUpperCase()}`, { url: 'https://host/x.tar.gz?a=b', sha256 }],
    ['https://host/o/r/archive/refs/heads/main.zip#egg=r', { url: 'https://host/o/r/archive/refs/heads/main.zip' }],
  ])('%j', (text, facts) => {
    expect(parse(text).source).toMatchObject({ kind: 'archive', ...facts })
  })
})

describe('what is no source', () => {
  test.each([
    ['hg+https://host/r', /Mercurial/, /Check it out/],
    ['svn+ssh://host/r', /Subversion/, /Check it out/],
    ['bzr+lp:r', /Bazaar/, /Check it out/],
    ['git@github.com:o/r.git', /scp/, /git\+ssh:\/\/git@github\.com\/o\/r\.git`/],
    ['git+git@github.com:o/r.git', /scp/, /git\+ssh:\/\/git@github\.com\/o\/r\.git`/],
    ['ssh://git@host/r', /not marked/, /git\+ssh:\/\//],
    ['git://host/r', /not marked/, /git\+git:\/\//],
    ['git+ext::sh -c x', /no address/, /git\+https/],
    ['https://github.com/o/r', /neither a repository nor a source archive/, /git\+https:\/\//],
    ['ftp://host/x.tar.gz', /scheme `ftp`/, /Download/],
    ['x-1.0-py3-none-any.whl', /wheel/, /installed as it is/],
    ['https://host/x-1.0-py3-none-any.whl#sha256=x', /64 hexadecimal/, /PATH/],
    ['https://host/x-1.0-py3-none-any.whl', /wheel/, /installed as it is/],
    ['-e git+https://host/o/r', /only source trees that lie here/, /Check/],
  ])('%j is refused with what to do', (text, message, hint) => {
    expect(refusal(text)).toMatchObject({
      code: expect.stringMatching(/^(?:SOURCE_UNSUPPORTED|REQUIREMENTS_INVALID)$/),
      exitCode: 2,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    })
  })

  test.each([
    ['', /names no source tree/],
    ['~/ext', /begins with `~`/],
    ['./ext ; python_version > "3"', /marker/],
    ['file:ext', /no `file:\/\/\/` URL/],
    ['file://host/ext', /no `file:\/\/\/` URL/],
    ['file:///ext#subdirectory=a', /name that directory itself/],
    ['a @ git+https://host/o/r#egg=b', /names both `a` and `b`/],
    ['git+https://host', /names no repository/],
    ['git+https://host/', /names no repository/],
    ['git+https://host/@main', /names no repository/],
    ['git+https://host/o/r@', /no revision after its `@`/],
    ['git+https://host/o/r@--upload-pack=x', /which is no revision/],
    ['git+https://host/o/r@a b', /which is no revision/],
    ['git+ssh://git@host:o/r', /after the host of a URL comes `\/`/],
    ['git+ssh://-oProxyCommand=x/r', /is not a URL/],
    ['git+ssh://git@-oProxyCommand=x/r', /is not a URL/],
    ['git+https://user:p/w@host/o/r', /is not a URL/],
    ['git+https://host/o/r#subdirectory=../x', /leaves the source/],
    ['git+https://host/o/r#subdirectory=/x', /leaves the source/],
    ['git+https://host/o/r#subdirectory=a%5C..', /leaves the source/],
    ['git+https://host/o/r#egg=-x', /`egg=-x`/],
    ['./x[a b]', /`a b`/],
    ['https://host:x/x.zip', /is not a URL/],
  ])('%j is refused as a mistake', (text, message) => {
    expect(refusal(text)).toMatchObject({
      code: 'REQUIREMENTS_INVALID',
      exitCode: 2,
      message: expect.stringMatching(message),
    })
  })

  test('an archive with a hash that cannot be checked', () => {
    expect(refusal('https://host/x.zip#md5=00')).toMatchObject({ code: 'HASH_UNSUPPORTED', exitCode: 2 })
    expect(parse(`https://host/x.zip#md5=00&sha256=${sha256}`).source).toMatchObject({ sha256 })
  })

  test.each([
    'git+https://user:secret@host/o/r@',
    'hg+https://user:secret@host/r',
    'https://user:secret@host/r',
    'git+https://user:secret/x@host/r',
  ])('the message about %j has no password', text => {
    expect(String(refusal(text))).toMatch(/\*\*\*@/)
    expect(JSON.stringify(refusal(text))).not.toMatch(/secret/)
    expect(String(refusal(text))).not.toMatch(/secret/)
  })
})
