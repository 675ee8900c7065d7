import { describe, expect, test } from '@jest/globals'
import { meetsRequest } from '../../../src/python/find.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { anyPython, firstVersionLine, parsePythonRequest } from '../../../src/python/request.js'

describe('a request is read as', () => {
  test.each([
    ['3', '==3.*', false],
    ['3.11', '==3.11.*', false],
    ['3.11.7', '==3.11.7', false],
    ['3.x', '==3.*', false],
    ['3.12.x', '==3.12.*', false],
    ['3.14-dev', '==3.14.*', false],
    ['3.14.0rc1', '==3.14.0rc1', false],
    ['3.13t', '==3.13.*', true],
    ['python3.11', '==3.11.*', false],
    ['cpython@3.11', '==3.11.*', false],
    ['cp3.11', '==3.11.*', false],
    ['312', '==3.12.*', false],
    ['39', '==3.9.*', false],
    ['cp312', '==3.12.*', false],
    ['CP39', '==3.9.*', false],
    ['cp313t', '==3.13.*', true],
    ['cpython312', '==3.12.*', false],
    ['cpython-3.12.1', '==3.12.1', false],
    ['python@3.12', '==3.12.*', false],
    ['v3.12', '==3.12.*', false],
    ['3.13+freethreaded', '==3.13.*', true],
    ['3.13.1+freethreaded', '==3.13.1', true],
    ['3.14+gil', '==3.14.*', false],
    ['>=3.10, <3.13', '>=3.10, <3.13', undefined],
    ['>=3.11,<3.13', '>=3.11,<3.13', undefined],
    ['~=3.12', '~=3.12', undefined],
    ['~=3.12.1', '~=3.12.1', undefined],
    ['!=3.12', '!=3.12', undefined],
    ['===3.12.1', '===3.12.1', undefined],
  ])('%s: version %s', (text, specifier, freeThreaded) => {
    expect(parsePythonRequest(text)).toEqual({ kind: 'version', text, specifier, freeThreaded })
  })

  test.each([
    ['>=3.13t', '>=3.13', true],
    ['>=3.13+freethreaded', '>=3.13', true],
    ['>=3.13+gil', '>=3.13', false],
  ])('%s: a specifier and a build', (text, specifier, freeThreaded) => {
    expect(parsePythonRequest(text)).toEqual({ kind: 'version', text, specifier, freeThreaded })
  })

  test.each(['any', 'default', 'cpython', 'CPython'])('%s: any', text => {
    expect(parsePythonRequest(text)).toBe(anyPython)
  })

  test.each(['pypy3.10', 'pypy@3.10', 'pypy-3.10', 'pypy310', 'pp310', 'PyPy3.10'])('%s: PyPy by its name', text => {
    expect(parsePythonRequest(text)).toEqual({ kind: 'name', text: 'pypy3.10' })
  })

  test.each(['.venv', '~', './py', '~/py', '/usr/bin/python3', 'C:\\Python\\python.exe', 'envs/a'])(
    '%s: path',
    text => {
      expect(parsePythonRequest(text)).toEqual({ kind: 'path', text })
    },
  )

  test.each(['python', 'pypy', 'graalpy', 'python3-dbg', 'myenv', 'env3.12', 'venv-312'])('%s: name', text => {
    expect(parsePythonRequest(text)).toEqual({ kind: 'name', text })
  })

  test.each(['', '>=three', '3.11 or newer', '==3.1.*.2'])('nothing: `%s`', text => {
    expect(() => parsePythonRequest(text)).toThrow(expect.objectContaining({ code: 'PYTHON_REQUEST_INVALID' }))
  })
})

test('an interpreter meets a request by its version and its build', () => {
  const python = (version: string, tag: string) => ({ version, tags: [tag] }) as unknown as Interpreter
  const ordinary = python('3.13.1', 'cp313-cp313-linux_x86_64')
  const freeThreaded = python('3.13.1', 'cp313-cp313t-linux_x86_64')
  const asked = ['3.13', '3.13t', '>=3.8', '3.12', './py', 'python'].map(parsePythonRequest)
  expect(asked.map(request => meetsRequest(ordinary, request))).toEqual([true, false, true, false, true, true])
  expect(asked.map(request => meetsRequest(freeThreaded, request))).toEqual([false, true, true, false, true, true])
})

test('the first line of .python-version that says something counts', () => {
  expect(firstVersionLine('# ours\r\n\r\n 3.12 # newest\r\n3.11\r\n')).toBe('3.12')
  expect(firstVersionLine('\n# none\n')).toBeUndefined()
})
