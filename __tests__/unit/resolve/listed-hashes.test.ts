import { describe, expect, test } from '@jest/globals'
import { parseRequirements } from '../../../src/plan/requirements.js'
import { keepListedHashes } from '../../../src/resolve/listed-hashes.js'
import { failureOf, makeEntry, makeFile, makeIndex, makeLock } from '../../helpers/plan.js'

const filename = 'a-1.0-py3-none-any.whl'
const [one, two] = ['11'.repeat(64), '22'.repeat(64)]
const sha256 = 'ab'.repeat(32)

/** The files of `a` that are kept when the requirements are `text`. */
function kept(text: string, wheels = [makeFile(filename)], index = makeIndex()) {
  const { requirements } = parseRequirements(text, 'requirements.txt', {})
  const lock = keepListedHashes(makeLock([makeEntry('a', { wheels })]), {
    ...{
      requirements,
      sources: [],
      constraints: [],
      editables: [],
      resolverOptions: [],
      included: [],
      usesVariables: false,
      index,
    },
  })
  return lock.distributions[0]?.wheels
}

describe('listed hashes', () => {
  test('of an algorithm that the index does not know are to be checked when the file is read', () => {
    const [wheel] = kept(`a==1.0 --hash=sha512:${one}`) ?? []
    expect(wheel).toEqual({ ...makeFile(filename), hashes: { sha512: one } })
  })

  test('of which any may be the right one all go along', () => {
    const [wheel] = kept(`a==1.0 --hash=sha512:${one} --hash=sha512:${two}`) ?? []
    expect(wheel?.oneOf).toEqual({ sha512: [one, two] })
    expect(wheel?.hashes.sha256).toBeUndefined()
  })

  test('choose by what is known first', () => {
    const wheels = [makeFile(filename), makeFile('a-1.0-1-py3-none-any.whl', { hashes: {} })]
    expect(kept(`a==1.0 --hash=sha256:${sha256}`, wheels)).toEqual([wheels[0]])
  })

  test('refuse a file whose digest by a listed algorithm is another one', async () => {
    const text = `a==1.0 --hash=sha256:${'00'.repeat(32)} --hash=sha512:${one}`
    expect(await failureOf(() => kept(text))).toMatchObject({ code: 'HASH_MISMATCH', exitCode: 3 })
  })

  test('in the fragment of a URL count where hashes are required', () => {
    const url = `https://files.example/${filename}`
    const index = makeIndex({ requireHashes: true })
    expect(kept(`a @ ${url}#sha256=${sha256}`, [makeFile(filename)], index)).toHaveLength(1)
  })

  test('by md5 alone are refused by name', async () => {
    const failure = await failureOf(() => kept(`a==1.0 --hash=md5:${'00'.repeat(16)}`))
    expect(failure).toMatchObject({ code: 'HASH_UNSUPPORTED', exitCode: 2 })
    expect(failure.message).toContain('`requirements.txt` line 1: lists hashes by `md5` only')
  })
})
