import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { readWindowsLaunchers } from '../../../src/install/windows-launchers.js'

/** Every system's Python bundles the launchers: they are files of pip's wheel. */
const standardLibrary = execFileSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'])
  .toString()
  .trim()

describe('readWindowsLaunchers', () => {
  test.each(['x64', 'arm64'])('finds Windows executables for %s in the bundled pip', async arch => {
    const launchers = await readWindowsLaunchers(standardLibrary, arch)
    expect(launchers.console.toString('latin1', 0, 2)).toBe('MZ')
    expect(launchers.gui.toString('latin1', 0, 2)).toBe('MZ')
    expect(launchers.gui.equals(launchers.console)).toBe(false)
  })

  test('says where it looked when there is none', async () => {
    await expect(readWindowsLaunchers('/absent', 'x64')).rejects.toMatchObject({ code: 'LAUNCHER_NOT_FOUND' })
  })
})
