import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openToolAnswers, type ToolAnswers } from '../../../src/build/tool-answers.js'
import { recordingHost } from '../../helpers/recording-host.js'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tool-answers-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const answer = { version: 'gcc 12', digest: 'ab' }
const { host } = recordingHost()
/** Asks for a key, and says whether anybody had to be asked. */
const wasAsked = async (answers: ToolAnswers, key: string, isLasting = true): Promise<boolean> => {
  let asked = false
  const given = await answers.get(key, async () => {
    asked = true
    return { ...answer, isLasting }
  })
  expect(given).toEqual(answer)
  return asked
}

describe('answers of tools', () => {
  test('are given again to the next run', async () => {
    const one = await openToolAnswers(join(directory, 'a/b'))
    expect(await wasAsked(one, 'gcc')).toBe(true)
    expect(await wasAsked(one, 'gcc')).toBe(false)
    await one.save(host.log)
    const next = await openToolAnswers(join(directory, 'a/b'))
    expect(await wasAsked(next, 'gcc')).toBe(false)
    expect(await wasAsked(next, 'clang')).toBe(true)
    expect(await readdir(join(directory, 'a/b'))).toEqual(['tools.json'])
  })

  test('are kept besides those of earlier runs, and not without end', async () => {
    for (const run of [0, 1, 2]) {
      const answers = await openToolAnswers(directory)
      for (let tool = 0; tool < 90; tool++) await wasAsked(answers, `${run} ${tool}`)
      await answers.save(host.log)
    }
    const last = await openToolAnswers(directory)
    expect(await wasAsked(last, '1 89')).toBe(false)
    expect(await wasAsked(last, '0 0')).toBe(true)
  })

  test('are not kept of a tool that failed, nor without a directory', async () => {
    const one = await openToolAnswers(directory)
    expect(await wasAsked(one, 'broken', false)).toBe(true)
    expect(await wasAsked(one, 'broken', false)).toBe(true)
    await one.save(host.log)
    expect(await readdir(directory)).toEqual([])
    const none = await openToolAnswers(undefined)
    await wasAsked(none, 'gcc')
    await none.save(host.log)
  })

  test.each([
    '{"format":1,"answ',
    '[]',
    'null',
    '{"format":2,"answers":{"gcc":{"version":"x","digest":"y"}}}',
    '{"format":1,"answers":{"gcc":{"version":1,"digest":"y"}}}',
  ])('of a damaged file %j are none, and it is replaced', async text => {
    await writeFile(join(directory, 'tools.json'), text)
    const answers = await openToolAnswers(directory)
    expect(await wasAsked(answers, 'gcc')).toBe(true)
    await answers.save(host.log)
    expect(await wasAsked(await openToolAnswers(directory), 'gcc')).toBe(false)
  })

  test('that cannot be written fail no run', async () => {
    await mkdir(join(directory, 'tools.json'))
    await writeFile(join(directory, 'tools.json/x'), '')
    const answers = await openToolAnswers(directory)
    await wasAsked(answers, 'gcc')
    await answers.save(host.log)
    expect(await readdir(directory)).toEqual(['tools.json'])
  })
})
