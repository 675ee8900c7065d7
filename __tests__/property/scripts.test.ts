import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { rewriteShebang, shebang } from '../../src/install/scripts.js'

const path = fc
  .array(fc.stringMatching(/^[\w .äß漢-]{1,40}$/), { minLength: 1, maxLength: 12 })
  .map(parts => `/${parts.join('/')}`)

test('a rewritten script keeps every byte after its first line', () => {
  const argument = fc.string().filter(text => !text.includes('\n'))
  fc.assert(
    fc.property(argument, fc.uint8Array({ maxLength: 500 }), path, (args, bytes, python) => {
      const rewritten = rewriteShebang(Buffer.concat([Buffer.from(`#!python${args}\n`), bytes]), python)
      expect(rewritten).toEqual(Buffer.concat([Buffer.from(shebang(python)), bytes]))
    }),
  )
})

test('a script that does not start with the placeholder is never changed', () => {
  fc.assert(
    fc.property(fc.uint8Array(), path, (bytes, python) => {
      fc.pre(!Buffer.from(bytes).toString('latin1').startsWith('#!python'))
      expect(rewriteShebang(Buffer.from(bytes), python)).toBeUndefined()
    }),
  )
})

test('the first line never exceeds what the kernel reads, and has no space', () => {
  fc.assert(
    fc.property(path, fc.constantFrom('linux', 'darwin'), (python, os) => {
      const [line = ''] = shebang(python, { os }).split('\n')
      expect(Buffer.byteLength(line) + 1).toBeLessThanOrEqual(os === 'darwin' ? 512 : 127)
      expect(line).not.toContain(' ')
    }),
  )
})
