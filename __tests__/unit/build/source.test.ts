import { describe, expect, test } from '@jest/globals'
import { parseEditable } from '../../../src/build/source.js'

const isWindows = process.platform === 'win32'
const parse = (text: string) => parseEditable(text, '/work')
const refusal = (text: string): unknown => {
  try {
    return parse(text)
  } catch (error) {
    return error
  }
}

;(isWindows ? describe.skip : describe)('what `-e` names', () => {
  test.each([
    ['.', '/work', []],
    ['./project', '/work/project', []],
    ['../project/', '/project', []],
    [' /abs/project ', '/abs/project', []],
    ['project[test]', '/work/project', ['test']],
    ['.[Test, my_Extra,test]', '/work', ['test', 'my-extra']],
    ['.[]', '/work', []],
    ['with space/and[bracket]/inside', '/work/with space/and[bracket]/inside', []],
    ['file:///abs/project', '/abs/project', []],
    ['file://localhost/abs/my%20project/[test]', '/abs/my project', ['test']],
    ['FILE:///abs/project#egg=name[test]', '/abs/project', ['test']],
    ['odd:/name', undefined, []],
    ['a:b', '/work/a:b', []],
  ])('%j is a path and its extras', (text, path, extras) => {
    if (path === undefined) expect(refusal(text)).toMatchObject({ code: 'SOURCE_UNSUPPORTED' })
    else expect(parse(text)).toEqual({ kind: 'directory', isEditable: true, path, shown: text.trim(), extras })
  })

  test.each([
    'git+https://github.com/owner/name@main#egg=name',
    'git+ssh://git@github.com/owner/name',
    'hg+http://host/name',
    'https://host/name-1.0.tar.gz',
    'git@github.com:owner/name.git',
  ])('%j lies elsewhere and is refused with what to do', text => {
    expect(refusal(text)).toMatchObject({
      code: 'SOURCE_UNSUPPORTED',
      exitCode: 2,
      hint: expect.stringMatching(/Check/),
    })
  })

  test('a password in an address is not shown', () => {
    expect(String(refusal('git+https://user:secret@host/name'))).toMatch(/user:\*\*\*@host/)
  })

  test.each([
    ['', /names no source tree/],
    ['[test]', /names no source tree/],
    ['.[a b]', /`a b`, which is not a name/],
    ['.[-x]', /`-x`/],
    ['file:project', /no `file:\/\/\/` URL/],
    ['file://host/project', /no `file:\/\/\/` URL/],
    ['file:///project#subdirectory=python', /name that directory itself/],
  ])('%j is refused as a mistake', (text, message) => {
    expect(refusal(text)).toMatchObject({
      code: 'REQUIREMENTS_INVALID',
      exitCode: 2,
      message: expect.stringMatching(message),
      hint: 'Write `-e PATH` or `-e PATH[extra]`',
    })
  })
})
