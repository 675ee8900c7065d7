import { describe, expect, test } from '@jest/globals'
import { normaliseConfiguration, normaliseRequirements } from '../../../src/cache/normal-file.js'
import { parseRequirements } from '../../../src/plan/requirements.js'
import { makeInterpreter } from '../../helpers/plan.js'

const interpreter = makeInterpreter()

function normalise(text: string, role: 'requirement' | 'constraint' = 'requirement') {
  return normaliseRequirements(role, parseRequirements(text, 'r.txt', {}).requirements, interpreter)
}

const [aa, bb] = ['aa'.repeat(32), 'bb'.repeat(32)]
const text = `numpy==2.1.0 --hash=sha256:${aa} --hash=sha256:${bb}\npandas[b,a]>=2,<3\n`
const { lines } = normalise(text)

describe('requirements, normalised', () => {
  test.each([
    ['a comment', `# why\n${text}`],
    ['blank lines, spaces and line ends', `\r\n${text.replaceAll('\n', '  \r\n\r\n')}`],
    ['continued lines', text.replaceAll(' --hash', ' \\\n    --hash')],
    ['the order of lines', text.split('\n').reverse().join('\n')],
    ['the order of hashes', `numpy==2.1.0 --hash=sha256:${bb} --hash=sha256:${aa}\npandas[b,a]>=2,<3`],
    ['the case of hashes', text.replace(aa, aa.toUpperCase())],
    ['the spelling of names', text.replace('numpy', 'NumPy').replace('[b,a]', '[A, B]')],
    ['spaces in a specifier', text.replace('==', ' == ').replace('>=2,<3', ' >= 2 , < 3')],
    ['the order in a specifier', text.replace('>=2,<3', '<3,>=2')],
    ['a line for other platforms', `${text}colorama; sys_platform == 'win32'`],
    ['a line for other Pythons', `${text}tomli==2.0; python_version < '3.11'`],
    ['a marker that holds', text.replace('<3', "<3; python_full_version >= '3.11.2'")],
  ])('do not change with %s', (_, other) => expect(normalise(other).lines).toEqual(lines))

  test.each([
    ['a version', text.replace('2.1.0', '2.1.1')],
    ['a specifier', text.replace('<3', '<4')],
    ['an extra', text.replace('[b,a]', '[a]')],
    ['a hash', text.replace(bb, 'cc'.repeat(32))],
    ['a line', `${text}six`],
    ['a line that may concern an extra', `${text}six; extra == 'x'`],
    ['a line whose marker is broken', `${text}six; python_version is old`],
    ['a place', `${text}six @ https://files.example/six-1.0-py3-none-any.whl`],
  ])('change with %s', (_, other) => expect(normalise(other).lines).not.toEqual(lines))

  test('differ where an undecided marker does', () => {
    expect(normalise("six; extra == 'x'").lines).not.toEqual(normalise("six; extra == 'y'").lines)
    expect(normalise("six; extra == 'x'").lines).not.toEqual(normalise('six').lines)
  })

  test('do not change with a password', () => {
    const at = (userinfo: string) => `six @ https://${userinfo}@files.example/six-1.0-py3-none-any.whl`
    expect(normalise(at('me:new'))).toEqual(normalise(at('you:old')))
    expect(JSON.stringify(normalise(at('me:new')))).not.toContain('new')
  })

  test('are hashed when each that applies has a hash; constraints add nothing', () => {
    const hashed = `numpy==2.1.0 --hash=sha256:${aa}`
    expect(normalise(hashed).isHashed).toBe(true)
    expect(normalise(`${hashed}\nsix==1.0`).isHashed).toBe(false)
    expect(normalise(`${hashed}\nsix==1.0; sys_platform == 'win32'`).isHashed).toBe(true)
    expect(normalise('six==1.0', 'constraint').isHashed).toBe(true)
  })

  test('say their versions', () => {
    const place = 'https://files.example/b-1.0-py3-none-any.whl'
    const { versions } = normalise(`six==1.0\nidna>=3\nattrs\nb @ ${place}\nidna<4\nsix==1.0`)
    expect(versions).toEqual({ six: '1.0', idna: '>=3, <4', attrs: 'any', b: `@ ${place}` })
  })
})

describe('configuration, normalised', () => {
  test('does not change with line ends, nor a password', () => {
    const one = normaliseConfiguration('uv', 'a = 1\nurl = "https://me:one@index.example"\n')
    expect(normaliseConfiguration('uv', 'a = 1\r\nurl = "https://me:two@index.example"')).toEqual(one)
    expect(normaliseConfiguration('uv', 'a = 2').lines).not.toEqual(one.lines)
    expect(normaliseConfiguration('uv', '\n').lines).toEqual([])
  })
})
