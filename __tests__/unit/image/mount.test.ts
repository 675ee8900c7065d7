import { expect, test } from '@jest/globals'
import { loopWritesBack } from '../../../src/image/mount.js'

test.each<readonly [string, boolean]>([
  ['5.15.0-1053-azure', false],
  ['6.8.0-1021-azure', false],
  ['6.13.12', false],
  ['6.14.0-1012-azure', true],
  ['6.18.44', true],
  ['7.0.0-rc1', true],
  ['', false],
])('a loop device of Linux %s waits until its file is on the disk: %s', (release, expected) => {
  expect(loopWritesBack(release)).toBe(expected)
})
