import { expect, test } from '@jest/globals'
import { formatTreeFile, parseDirectories, parseTreeFile } from '../../../src/install/tree-file.js'

const facts = { name: 'demo' }

test('a tree file is read as it was written', () => {
  const tree = {
    directories: [['lib', [['wheels/aa', ['a.py']]]]],
    files: [{ kind: 'text', path: 'INSTALLER', text: 'wheelcrew' }],
  } as const
  const parsed = parseTreeFile(formatTreeFile(tree, facts))
  expect(parsed?.facts).toEqual(facts)
  expect(parsed?.tree()).toMatchObject(tree)
})

test.each([
  'null',
  '7',
  '[]',
  '{}',
  '{"facts":{}}',
  '{"facts":{},"directories":0,"files":0}',
  '{"facts":{},"directories":0,"files":0,"texts":null}',
  '{"facts":{},"directories":"0","files":0,"texts":0}',
  '{"facts":{},"directories":-1,"files":1,"texts":0}',
  '{"facts":{},"directories":0.5,"files":0,"texts":0}',
])('a file that begins with %s is none', header => {
  expect(parseTreeFile(Buffer.from(`${header}\n`))).toBeUndefined()
})

test('lists that are something else are damage, as what is no JSON is', () => {
  expect(() => parseDirectories(Buffer.from('null'))).toThrow(SyntaxError)
  expect(() => parseDirectories(Buffer.from('{'))).toThrow(SyntaxError)
  const header = JSON.stringify({ facts, directories: 2, files: 4, texts: 0 })
  expect(() => parseTreeFile(Buffer.from(`${header}\n[]null`))?.tree()).toThrow(SyntaxError)
})
