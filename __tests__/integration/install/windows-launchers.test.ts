import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readWindowsLaunchers } from '../../../src/install/windows-launchers.js'
import { makeWheel } from '../../helpers/wheel-builder.js'

let standardLibrary: string
beforeAll(async () => {
  standardLibrary = await mkdtemp(join(tmpdir(), 'wheelcrew-launchers-'))
  const bundled = join(standardLibrary, 'ensurepip', '_bundled')
  await mkdir(bundled, { recursive: true })
  const names = ['t64.exe', 'w64.exe', 't64-arm.exe', 'w64-arm.exe']
  const files = Object.fromEntries(names.map(name => [`pip/_vendor/distlib/${name}`, `MZ ${name}`]))
  const pip = makeWheel({ name: 'pip', version: '25.3', files })
  await writeFile(join(bundled, pip.filename), pip.bytes)
})
afterAll(() => rm(standardLibrary, { recursive: true, force: true }))

describe('readWindowsLaunchers', () => {
  test.each([
    ['x64', '64'],
    ['arm64', '64-arm'],
  ])('takes the launchers for %s out of the bundled pip', async (arch, suffix) => {
    const launchers = await readWindowsLaunchers(standardLibrary, arch)
    expect(launchers.console.toString()).toBe(`MZ t${suffix}.exe`)
    expect(launchers.gui.toString()).toBe(`MZ w${suffix}.exe`)
  })

  test('says where it looked when there is none', async () => {
    const absent = join(standardLibrary, 'absent')
    await expect(readWindowsLaunchers(absent, 'x64')).rejects.toMatchObject({
      code: 'LAUNCHER_NOT_FOUND',
      message: expect.stringContaining(absent),
    })
  })
})
