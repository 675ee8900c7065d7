import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { claimName, claimVenv, readClaim } from '../../../src/python/claim.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wheelcrew-claim-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** The number of a process that is no more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('a claim', () => {
  test('keeps others out until it is released, and then leaves nothing', async () => {
    const claim = await claimVenv(root, 'new')
    await expect(claimVenv(root, 'filled')).rejects.toMatchObject({ code: 'VENV_BUSY' })
    await expect(readClaim(root)).rejects.toMatchObject({ code: 'VENV_BUSY' })
    await claim.release()
    expect(await readdir(root)).toEqual([])
    expect(await readClaim(root)).toBeUndefined()
  })

  test('goes to one of many that ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => claimVenv(root, 'new')))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await readdir(root)).toEqual([claimName])
  })

  test.each(['new', 'filled'] as const)('of a killed process tells that it was %s, and is taken over', async kind => {
    await writeFile(join(root, claimName), `${await deadPid()} 1 ${kind}`)
    expect(await readClaim(root)).toBe(kind)
    await claimVenv(root, 'filled')
    await expect(readClaim(root)).rejects.toMatchObject({ code: 'VENV_BUSY' })
  })

  test('of a process whose number another one has now is taken over', async () => {
    await writeFile(join(root, claimName), `${process.pid} 0 new`)
    const stays = process.platform === 'linux' ? 'new' : 'busy'
    expect(await readClaim(root).catch(() => 'busy')).toBe(stays)
  })
})
