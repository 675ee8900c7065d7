import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Claim, claimEnvironment, claimName, type Waiting, waitUntilMade } from '../../../src/python/claim.js'
import { type ClaimFile, isLive, oldestForeignMs, ownClaim } from '../../../src/python/claim-file.js'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wheelcrew-claim-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const claim = (waiting?: Waiting, directory = root): Promise<Claim> =>
  claimEnvironment({ kind: 'venv', stateDirectory: directory }, waiting)
const atOnce: Waiting = { timeoutMs: 0 }

/** The number of a process that is no more. */
async function deadPid(): Promise<number> {
  const child = spawn('true', { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

/** Writes a claim as the process that it names would have written it. */
async function leave(facts: Partial<ClaimFile>): Promise<void> {
  const { pid, start, kind, machine, id } = { ...(await ownClaim()), ...facts }
  await writeFile(join(root, claimName), [pid, start, kind, machine, id].join(' '))
}

describe('a claim', () => {
  test('keeps others out until it is released, and then leaves nothing', async () => {
    const { release } = await claim()
    await expect(claim(atOnce)).rejects.toMatchObject({
      code: 'VENV_BUSY',
      message: expect.stringContaining(`process ${process.pid} is at work`),
      hint: expect.stringContaining(join(root, claimName)),
    })
    await release()
    expect(await readdir(root)).toEqual([])
    await (await claim(atOnce)).release()
  })

  test('is waited for, with one word about it', async () => {
    const { release } = await claim()
    const told: string[] = []
    const onWait = (owner: string) => {
      told.push(owner)
      setTimeout(() => void release(), 300)
    }
    await claim({ onWait })
    expect(told).toEqual([`process ${process.pid}`])
  })

  test('is not waited for longer than asked', async () => {
    await claim()
    await expect(claim({ timeoutMs: 120 })).rejects.toMatchObject({ code: 'VENV_BUSY' })
  })

  test('is not waited for after the signal, whose reason is thrown', async () => {
    await claim()
    const controller = new AbortController()
    const reason = new Error('interrupted')
    const onWait = () => controller.abort(reason)
    await expect(claim({ onWait, signal: controller.signal })).rejects.toBe(reason)
    await expect(claim({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  test('goes to one after the other of many that ask at once', async () => {
    let holders = 0
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { release } = await claim()
        holders += 1
        expect(holders).toBe(1)
        await readdir(root)
        holders -= 1
        await release()
      }),
    )
    expect(await readdir(root)).toEqual([])
  })

  test('makes the directory, and removes what it made where nothing was put into it', async () => {
    const deep = join(root, 'a', 'b')
    await (await claim({}, deep)).release()
    expect(await readdir(root)).toEqual([])
    await mkdir(join(root, 'a'))
    const { release } = await claim({}, deep)
    await writeFile(join(deep, 'kept'), '')
    await release()
    expect(await readdir(deep)).toEqual(['kept'])
  })

  test('is had although the one before it removed the directory', async () => {
    const deep = join(root, 'a', 'b')
    const first = await claim({}, deep)
    const second = claim({ onWait: () => void first.release() }, deep)
    await (await second).release()
    expect(await readdir(root)).toEqual([])
  })

  test('does not remove the claim of another one', async () => {
    const { release } = await claim()
    await leave({ id: 'of-another' })
    await release()
    expect(await readdir(root)).toEqual([claimName])
  })
})

describe('a claim of a killed process', () => {
  test.each(['new', 'filled'] as const)('tells that the environment was %s, and is taken over', async kind => {
    await leave({ pid: await deadPid(), kind })
    expect(await waitUntilMade(root)).toBe(kind === 'new')
    expect((await claim(atOnce)).isUnfinished).toBe(kind === 'new')
    await expect(claim(atOnce)).rejects.toMatchObject({ code: 'VENV_BUSY' })
  })

  test('says so still when the one that took it over is killed too', async () => {
    await leave({ pid: await deadPid(), kind: 'new' })
    await claim()
    expect(await readFile(join(root, claimName), 'utf8')).toMatch(new RegExp(`^${process.pid} \\S+ new `))
  })

  test('goes to one of many that find it at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      await leave({ pid: await deadPid(), id: `round-${round}` })
      const asked = await Promise.allSettled(Array.from({ length: 6 }, () => claim(atOnce)))
      const [first, ...others] = asked.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
      expect(others).toEqual([])
      await (first ?? (await claim(atOnce))).release()
      expect(await readdir(root)).toEqual([])
    }
  })

  test('is not taken over by those who found it abandoned and were too slow', async () => {
    await leave({ pid: await deadPid() })
    let holders = 0
    const hold = async () => {
      const { release } = await claim()
      holders += 1
      expect(holders).toBe(1)
      await sleep(100)
      expect(holders).toBe(1)
      holders -= 1
      await release()
    }
    await Promise.all([hold(), hold(), hold()])
    expect(await readdir(root)).toEqual([])
  })

  test('is taken over although another one was killed while it did so', async () => {
    await leave({ pid: await deadPid(), id: 'first' })
    const guard = `${claimName}-first`
    await writeFile(join(root, guard), await readFile(join(root, claimName), 'utf8'))
    await (await claim(atOnce)).release()
    expect(await readdir(root)).toEqual([])
  })

  const onLinux = process.platform === 'linux' ? test : test.skip

  onLinux('is taken over although another process has its number now', async () => {
    await leave({ start: '0' })
    await claim(atOnce)
  })

  onLinux('is taken over although nobody has collected the process', async () => {
    const script = 'cat <&3 & echo $!; exec sleep 60'
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] })
    const [, output, , input] = parent.stdio
    if (!(output instanceof Readable && input instanceof Writable)) throw new Error('no pipes')
    try {
      const pid = Number(String((await once(output, 'data'))[0]))
      const fieldsOf = async (of: number) => (await readFile(`/proc/${of}/stat`, 'utf8')).split(/[()] ?/)
      await leave({ pid, start: (await fieldsOf(pid))[2]?.split(' ')[19] ?? '' })
      await expect(claim(atOnce)).rejects.toMatchObject({ code: 'VENV_BUSY' })
      // A shell would collect it; what takes the place of the shell does not.
      while ((await fieldsOf(parent.pid ?? 0))[1] !== 'sleep') await sleep(5)
      input.end()
      while (!(await fieldsOf(pid))[2]?.startsWith('Z')) await sleep(5)
      await claim(atOnce)
    } finally {
      parent.kill()
    }
  })

  test('that is no claim at all does not make an environment count as half made', async () => {
    await writeFile(join(root, claimName), '../../x')
    await utimes(join(root, claimName), 0, 0)
    expect(await waitUntilMade(root)).toBe(false)
    expect((await claim(atOnce)).isUnfinished).toBe(false)
    expect(await readdir(root)).toEqual([claimName])
  })
})

describe('a claim of another machine or container', () => {
  const elsewhere = { machine: 'elsewhere/boot/pid:[1]', pid: 1 }

  test('holds although no such process is here, and the message says where it is', async () => {
    await leave(elsewhere)
    await expect(claim(atOnce)).rejects.toMatchObject({
      code: 'VENV_BUSY',
      message: expect.stringContaining('process 1 of another machine or container is at work'),
    })
  })

  test('holds for an hour', async () => {
    await leave(elsewhere)
    const age = async (ms: number) => {
      const then = new Date(Date.now() - ms)
      await utimes(join(root, claimName), then, then)
      return isLive(join(root, claimName), { ...(await ownClaim()), ...elsewhere })
    }
    expect(await age(oldestForeignMs - 60_000)).toBe(true)
    expect(await age(oldestForeignMs + 60_000)).toBe(false)
    await claim(atOnce)
  })

  test('that does not say whose it is holds for some seconds, in which it may be written', async () => {
    await writeFile(join(root, claimName), '')
    await expect(claim(atOnce)).rejects.toMatchObject({ message: expect.stringContaining('an unknown process') })
    const then = new Date(Date.now() - 11_000)
    await utimes(join(root, claimName), then, then)
    await (await claim(atOnce)).release()
  })

  test('does not hold where it was written before this machine was started anew', async () => {
    await leave({ machine: `${hostname()}/an-earlier-boot/pid:[1]` })
    await expect(claim(atOnce)).rejects.toMatchObject({ code: 'VENV_BUSY' })
    const before = new Date(Date.now() - (uptime() + 600) * 1000)
    await utimes(join(root, claimName), before, before)
    const facts = { ...(await ownClaim()), machine: `${hostname()}/an-earlier-boot/pid:[1]` }
    const machine = { ...facts, machine: 'elsewhere/an-earlier-boot/pid:[1]' }
    expect(await isLive(join(root, claimName), facts)).toBe(false)
    expect(await isLive(join(root, claimName), machine)).toBe(Date.now() - before.getTime() < oldestForeignMs)
  })
})

describe('a directory that cannot be written', () => {
  test.each([
    ['venv', '--venv'],
    ['system', 'sudo'],
    ['target', '--target'],
  ] as const)('of a %s is named, with what to do', async (kind, word) => {
    await writeFile(join(root, 'file'), '')
    const stateDirectory = join(root, 'file', 'inside')
    await expect(claimEnvironment({ kind, stateDirectory })).rejects.toMatchObject({
      code: 'ENVIRONMENT_UNWRITABLE',
      message: `cannot write \`${stateDirectory}\` (ENOTDIR)`,
      hint: expect.stringContaining(word),
    })
  })

  test('because it is a symbolic link to nothing is told so, and one to a directory is none', async () => {
    const link = join(root, 'link')
    await symlink(join(root, 'linked'), link)
    await expect(claim(atOnce, link)).rejects.toMatchObject({
      code: 'ENVIRONMENT_UNWRITABLE',
      message: `\`${link}\` is a symbolic link to nothing`,
      hint: expect.stringContaining('remove it'),
    })
    expect(await readdir(root)).toEqual(['link'])
    await mkdir(join(root, 'linked'))
    await (await claim(atOnce, link)).release()
  })

  const asUser = process.getuid?.() === 0 ? test.skip : test

  asUser('because of its permissions is named too', async () => {
    await chmod(root, 0o555)
    await expect(claim()).rejects.toMatchObject({ code: 'ENVIRONMENT_UNWRITABLE' })
    await chmod(root, 0o755)
  })
})
