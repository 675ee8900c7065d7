import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeScratch, type Output, type Scratch } from '../helpers/cli.js'
import { type HostileWheel, hostileWheels } from '../helpers/hostile-wheels.js'
import { makeWheel, type WheelInput, type ZipInput } from '../helpers/wheel-builder.js'

let scratch: Scratch
beforeAll(async () => {
  scratch = await makeScratch()
})
afterAll(() => scratch.remove())

/** Installs a wheel by its path, as `pip install PATH` does. */
async function installFile(
  filename: string,
  bytes: Buffer,
  env: Readonly<Record<string, string>> = {},
): Promise<Output> {
  const path = join(scratch.wheels, filename)
  await writeFile(path, bytes)
  const args = ['install', path, '--no-index', '--no-deps', '--venv', scratch.venv, '--store', scratch.store]
  return scratch.run(args, env)
}

/** Everything below the scratch directory, without the wheel itself and what is remembered of inputs. */
async function tree(): Promise<readonly string[]> {
  const all = await readdir(scratch.directory, { recursive: true })
  return all.filter(path => !/^(wheels\/demo|store\/v1\/(locks|interpreters))/.test(path)).sort()
}

/** All kinds take minutes; `integration/install/hostile.test.ts` has them all in one process. */
const tried = process.env.WHEELCREW_E2E === 'full' ? hostileWheels : hostileWheels.filter((_, index) => index % 8 === 0)

test('each hostile wheel ends with exit code 1 or 3, one message that names it and why, and nothing written', async () => {
  const good = makeWheel({ name: 'good', version: '1.0' })
  expect(await installFile(good.filename, good.bytes)).toMatchObject({ exitCode: 0 })
  const before = await tree()
  const wrong: string[] = []
  for (const wheel of tried) {
    const output = await installFile(wheel.filename, wheel.bytes())
    if (!isRefusal(output, wheel)) wrong.push(`${wheel.what}: exit code ${output.exitCode}\n${output.stderr}`)
    expect([wheel.what, await tree()]).toEqual([wheel.what, before])
  }
  expect(wrong).toEqual([])
}, 600_000)

function isRefusal({ exitCode, stdout, stderr }: Output, wheel: HostileWheel): boolean {
  const errors = stderr.split('\n').filter(line => line.startsWith('error:'))
  const isNamed = errors[0]?.includes(wheel.filename) === true && errors[0].includes(wheel.reason)
  return (
    exitCode === (wheel.code === undefined ? 3 : 1) &&
    errors.length === 1 &&
    isNamed &&
    stdout === '' &&
    !/^\s+at /m.test(stderr)
  )
}

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip

describeOnLinux('memory stays bounded', () => {
  const mebibyte = 1 << 20
  const zeros = Buffer.alloc(16 * mebibyte)

  /** Deflate data of `count` times 16 MiB of zeros, all blocks but the last open-ended. */
  function zeroBomb(count: number): Buffer {
    const block = deflateRawSync(zeros, { finishFlush: constants.Z_FULL_FLUSH })
    return Buffer.concat([...Array.from({ length: count }, () => block), Buffer.from([3, 0])])
  }

  /** The most that the process held, in MiB; `resourceUsage` would count what the test held when it started it. */
  async function peakOf(input: Omit<WheelInput, 'version'>): Promise<{ output: Output; peak: number }> {
    const { filename, bytes } = makeWheel({ version: '1.0', ...input })
    const noted = join(scratch.directory, 'peak.txt')
    const note = `writeFileSync(${JSON.stringify(noted)},readFileSync("/proc/self/status"))`
    const script = `import{readFileSync,writeFileSync}from"node:fs";process.on("exit",()=>${note})`
    const hook = `data:text/javascript,${encodeURIComponent(script)}`
    const output = await installFile(filename, bytes, { NODE_OPTIONS: `--import=${hook}` })
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(await readFile(noted, 'utf8')) ?? []
    return { output, peak: Number(kibibytes) / 1024 }
  }

  test.each([
    ['is declared as 1 MiB', mebibyte],
    ['is declared as 40 MiB', 40 * mebibyte],
  ])('when 4 GiB of real bytes are in an entry that %s', async (_what, size) => {
    const payload = zeroBomb(256)
    const lie = { size, compressedSize: payload.length }
    const bomb = { name: 'demo/bomb', data: 'x', method: 'deflate', payload } as const
    const { output, peak } = await peakOf({ name: 'demo', extra: [{ ...bomb, central: lie, local: lie }] })
    expect(output).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining(`more than the declared ${size} bytes`),
    })

    expect(peak).toBeLessThan(300)
  })

  test('when a wheel truly holds half a gibibyte', async () => {
    const noise = Buffer.from(Array.from({ length: 1 << 16 }, (_, index) => (index * 2654435761) >>> 24))
    const ballast = Buffer.alloc(11 * mebibyte, noise)
    const payload = zeroBomb(32)
    const crc = Array.from({ length: 32 }).reduce<number>(sum => crc32(zeros, sum), 0)
    const truth = { size: 32 * zeros.length, compressedSize: payload.length, crc32: crc }
    const extra: readonly ZipInput[] = [
      { name: 'big/zeros', data: 'x', method: 'deflate', payload, central: truth, local: truth },
      { name: 'big/ballast', data: ballast, method: 'stored' },
    ]
    const { output, peak } = await peakOf({ name: 'big', extra })
    expect(output).toMatchObject({ exitCode: 0 })

    expect(peak).toBeLessThan(300)
  })

  test('when an entry of nothing takes 300 MiB in the archive', async () => {
    const nothing = Buffer.alloc(300 * mebibyte, Buffer.from([0, 0, 0, 255, 255]))
    const payload = Buffer.concat([nothing, Buffer.from([3, 0])])
    const { output, peak } = await peakOf({
      name: 'nothing',
      extra: [{ name: 'demo/nothing', data: '', method: 'deflate', payload }],
    })
    expect(output).toMatchObject({ exitCode: 0 })

    expect(peak).toBeLessThan(300)
  })
})
