import { describe, expect, test } from '@jest/globals'
import { type Explanation, type KnownBuild, renderExplanation } from '../../../src/build/explain.js'
import type { Discovered, Ingredient } from '../../../src/build/key.js'

const ingredients: readonly Ingredient[] = [
  { name: 'source', value: 'aaaa' },
  { name: 'tool cc', value: 'gcc 13' },
  { name: 'variable CFLAGS', value: '' },
]
const discovered: Discovered = {
  variables: { MY_FLAG: '12ab', B: null },
  paths: { '../x.h': '34cd' },
  environment: '56ef',
}
const known: KnownBuild = {
  filename: 'ext-1.0-cp311-cp311-linux_x86_64.whl',
  first: 'f1',
  second: 's1',
  ingredients,
  discovered,
  seconds: 61.25,
  provenance: { repository: 'owner/name', ref: 'refs/heads/main', createdAt: '2026-11-01T10:00:00Z' },
}
const explain = (facts: Partial<Explanation> = {}) =>
  renderExplanation({ shown: './ext', first: 'f1', second: 's1', ingredients, discovered, known: [], ...facts })

describe('the explanation of a build', () => {
  test('is a table of what is in the key, what is not, and the build that is known', () => {
    const text = explain({ known: [known], foundIn: 'the store', leftOut: ['MAX_JOBS', 'HOME'], notes: ['no network'] })
    expect(text).toBe(`Build of ./ext
  first key   f1
  second key  s1

In the key
  source           aaaa
  tool cc          gcc 13
  variable CFLAGS  empty

In the key, as a build found out
  variable B         not set
  variable MY_FLAG   12ab
  path ../x.h        34cd
  build environment  56ef

Read by the build, not in the key
  variable HOME      it says how fast, where or for whom to build, or is a secret
  variable MAX_JOBS  it says how fast, where or for whom to build, or is a secret

Never in the key
  of the source      commit, time and path; its version from tags counts only where the backend takes it from there
  of tools           their paths
  of graphics cards  driver, number and names

Known builds
  this one  in the store: ext-1.0-cp311-cp311-linux_x86_64.whl, built in 61.3 s at 2026-11-01T10:00:00Z from refs/heads/main of owner/name

Notes
  no network
`)
  })

  test('says of a source that was never built what cannot be known yet', () => {
    const text = explain({ second: undefined, discovered: undefined })
    expect(text).toContain('second key  not known before the first build')
    expect(text).not.toContain('as a build found out')
    expect(text).toContain('nothing of this source was built before')
  })

  test('names what differs from the nearest build, discovered facts too', () => {
    const far = {
      ...known,
      first: 'f3',
      filename: 'far.whl',
      ingredients: [],
      discovered: { ...discovered, variables: {} },
    }
    const near: KnownBuild = {
      ...known,
      first: 'f2',
      ingredients: ingredients.with(1, { name: 'tool cc', value: 'gcc 12' }),
      discovered: { ...discovered, variables: { MY_FLAG: null } },
    }
    const text = explain({ second: 's2', known: [far, near] })
    expect(text).toMatch(/this one {2}not known: it has to be built\n {2}nearest {3}ext-1\.0/)
    expect(text).toContain('differs   tool cc: gcc 12 → gcc 13\n  differs   variable MY_FLAG: none → another\n')
    expect(text).not.toContain('far.whl')
  })

  test('a build under the same first key alone is not the one', () => {
    expect(explain({ second: 's2', known: [known] })).toContain('not known: it has to be built')
  })

  test('shows neither a password nor what would steer a terminal', () => {
    const text = explain({
      shown: 'git+https://user:secret@host/name',
      ingredients: [{ name: 'variable X', value: 'a\u001b[2J\nb' }],
    })
    expect(text).not.toContain('secret@')
    expect(text).not.toContain('\u001b')
    expect(text).toContain('a\\u{1b}[2J\\u{a}b')
  })
})
