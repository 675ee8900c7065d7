import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseSource } from '../../../src/build/source.js'
import { isUserError } from '../../../src/errors.js'

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const secret = fc.stringMatching(/^[A-Z][A-Z0-9%._-]{7,12}$/).filter(text => !/%(?![0-9A-F]{2})/.test(text))

test('the parts of a repository come back as they were put together', () => {
  const facts = fc.record({
    host: word,
    path: fc.array(word, { minLength: 1, maxLength: 3 }),
    revision: fc.array(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,6}$/), { maxLength: 3 }),
    subdirectory: fc.array(word, { maxLength: 3 }),
    password: fc.option(secret, { nil: undefined }),
    name: fc.option(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), { nil: undefined }),
  })
  fc.assert(
    fc.property(facts, ({ host, path, revision, subdirectory, password, name }) => {
      const url = `https://${password === undefined ? '' : `user:${password}@`}${host}/${path.join('/')}`
      const at = revision.length === 0 ? '' : `@${revision.join('/')}`
      const hash = subdirectory.length === 0 ? '' : `#subdirectory=${subdirectory.join('/')}`
      const parsed = parseSource(`${name === undefined ? '' : `${name} @ `}git+${url}${at}${hash}`, '/work')
      expect(parsed.name).toBe(name)
      expect(parsed.source).toMatchObject({
        ...{ kind: 'vcs', url, extras: [] },
        ...{ revision: revision.join('/'), subdirectory: subdirectory.join('/') },
      })
      if (password !== undefined) expect(parsed.source.shown).not.toContain(password)
    }),
  )
})

test('any text is a source or a mistake that is explained, and never leaves its archive', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'git+',
      'https://',
      'file://',
      '-e ',
      ' @ ',
      '@',
      '#',
      'subdirectory=',
      'egg=',
      '&',
      '[',
      ']',
      '/',
      '..',
      ':',
      '.zip',
    ),
    fc.string({ maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), pieces => {
      try {
        const { source } = parseSource(pieces.join(''), '/work')
        if (source.kind !== 'directory') expect(source.subdirectory.split('/')).not.toContain('..')
        if (source.kind === 'vcs') expect(source.revision.startsWith('-')).toBe(false)
      } catch (error) {
        if (!isUserError(error)) throw error
        expect(error.exitCode).toBe(2)
      }
    }),
    { numRuns: 2000 },
  )
})
