import { expect, test } from '@jest/globals'

import { bytecodePath } from '../../../src/python/bytecode-path.js'

test.each([
  ['a/b.py', 'cpython-311', undefined, 'a/__pycache__/b.cpython-311.pyc'],
  ['b.py', 'cpython-39', 0, '__pycache__/b.cpython-39.pyc'],
  ['a/__init__.py', 'cpython-313', 1, 'a/__pycache__/__init__.cpython-313.opt-1.pyc'],
  ['/site/a.b.py', 'pypy310', 2, '/site/__pycache__/a.b.pypy310.opt-2.pyc'],
])('the bytecode of %s for %s at level %s is %s', (source, cacheTag, optimize, expected) => {
  expect(bytecodePath(source, cacheTag, optimize)).toBe(expected)
})
