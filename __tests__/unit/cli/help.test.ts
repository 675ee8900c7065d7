import { expect, test } from '@jest/globals'
import { renderHelp } from '../../../src/cli/help.js'
import { options } from '../../../src/options.js'

test('the help names every option of the command line that is available, and no other', () => {
  const named = new Set(
    renderHelp()
      .match(/^ {2}(?:-\w, | {4})--[\w-]+/gm)
      ?.map(line => line.replace(/^.*--/, '')),
  )
  const available = options.filter(({ where, later }) => where !== 'action' && later !== true)
  expect(named).toEqual(new Set(available.map(({ name, alias }) => alias ?? name)))
})

test('the help fits into 120 columns', () => {
  expect(
    renderHelp()
      .split('\n')
      .filter(line => line.length > 120),
  ).toEqual([])
})
