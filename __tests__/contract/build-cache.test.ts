/** Builds in the remote cache, and whose turn it is to make one: the same for every backend. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { builtKey } from '../../src/cache/key.js'
import type { RemoteBuild } from '../../src/pipeline/build-cache.js'
import type { BuildNote } from '../../src/store/build-note.js'
import { type BuildWorld, type Job, type JobFacts, serviceEnv, startJob } from '../helpers/build-jobs.js'
import { firstA, firstB, makeBuildNote, provenance, secondA, secondB, sha256Of } from '../helpers/build-notes.js'
import { virtualTime } from '../helpers/virtual-clock.js'

async function directoryWorld(scratch: string): Promise<BuildWorld> {
  const directory = join(scratch, 'cache')
  return {
    backend: pathToFileURL(directory).href,
    env: {},
    keys: async () =>
      (await readdir(directory).catch(() => []))
        .filter(name => name.endsWith('.entry'))
        .map(name => decodeURIComponent(name.slice(0, -'.entry'.length))),
    close: async () => undefined,
  }
}

async function serviceWorld(): Promise<BuildWorld> {
  const { fake, env } = await serviceEnv()
  return { backend: 'github', env, keys: async () => fake.keys(), close: fake.close }
}

const worlds: readonly [string, (scratch: string) => Promise<BuildWorld>][] = [
  ['directory', directoryWorld],
  ['github', serviceWorld],
]

let scratch = ''
let world: BuildWorld
let jobs = 0

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-build-cache-'))
  jobs = 0
})

afterEach(async () => {
  await world.close()
  await rm(scratch, { recursive: true, force: true })
})

/** Every job is on a machine of its own. */
const job = (facts: JobFacts = {}): Promise<Job> => startJob(`job-${++jobs}`, scratch, world, facts)

async function save(
  { cache, path }: Job,
  product: string | Buffer,
  changes: Partial<BuildNote> = {},
): Promise<BuildNote> {
  const note = makeBuildNote(product, changes)
  await writeFile(path('product.whl'), product)
  await cache.save(note, path('product.whl'))
  return note
}

const always = (second: string) => () => second
const find = ({ cache }: Job, second = secondA): Promise<RemoteBuild | undefined> => cache.find(firstA, always(second))

async function fetched({ cache, path }: Job, found: RemoteBuild | undefined): Promise<string | undefined> {
  if (found === undefined || !(await cache.fetch(found, path('fetched.whl')))) return undefined
  return sha256Of(await readFile(path('fetched.whl')))
}

describe.each(worlds)('builds in the cache `%s`', (_, open) => {
  beforeEach(async () => {
    world = await open(scratch)
  })

  test('are had whole by another job, found by what their note names', async () => {
    const product = randomBytes((9 << 20) + 7)
    const saver = await job()
    const note = await save(saver, product)
    const other = await job()
    const asked: BuildNote[] = []
    const found = await other.cache.find(firstA, seen => {
      asked.push(seen)
      return secondA
    })
    expect([found?.note, asked]).toEqual([note, [note]])
    expect(await fetched(other, found)).toBe(sha256Of(product))
    expect([...saver.run.watch.warnings, ...other.run.watch.warnings]).toEqual([])
    expect(await readdir(saver.run.located.store.temporary)).toEqual([])
  })

  test('are not found where the first key or what they depend on is another', async () => {
    await save(await job(), 'wheel')
    const other = await job()
    expect(await other.cache.find(firstB, always(secondA))).toBeUndefined()
    expect(await find(other, secondB)).toBeUndefined()
    expect(await other.cache.find(firstA, () => undefined)).toBeUndefined()
    expect(other.run.watch.warnings).toEqual([])
  })

  test('are found although another one with the same first key is newer', async () => {
    const saver = await job()
    const older = await save(saver, 'older')
    const newer = await save(saver, 'newer', { second: secondB })
    const other = await job()
    expect((await find(other, secondA))?.note).toEqual(older)
    expect((await find(other, secondB))?.note).toEqual(newer)
    expect(await fetched(other, await find(other, secondA))).toBe(sha256Of('older'))
  })

  test('share their product where it is the same, which is saved once', async () => {
    const saver = await job()
    await save(saver, 'wheel')
    await save(await job(), 'wheel', { second: secondB })
    const keys = await world.keys()
    expect(keys.filter(key => key.includes('-built-'))).toEqual([builtKey(sha256Of('wheel'))])
    expect(keys.filter(key => key.includes('-build-'))).toHaveLength(2)
  })

  test('of which the file changed since are not saved, with a warning', async () => {
    const saver = await job()
    await writeFile(saver.path('product.whl'), 'other')
    await saver.cache.save(makeBuildNote('wheel'), saver.path('product.whl'))
    expect(saver.run.watch.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/is not what was built; the build of demo is not saved/),
    ])
    expect(await world.keys()).toEqual([])
  })

  test('are neither saved, looked for nor waited for without the right to it', async () => {
    const builder = await job()
    await save(builder, 'wheel')
    const before = await world.keys()
    const reader = await job({ cache: { save: false } })
    await save(reader, 'other', { second: secondB })
    const turn = await reader.cache.claim(firstA)
    await turn.release()
    expect([turn.isBuilt, await world.keys()]).toEqual([false, before])
    expect(await find(reader)).toBeDefined()
    const writer = await job({ cache: { restore: false } })
    expect(await find(writer)).toBeUndefined()
    await (await writer.cache.claim(firstA)).release()
    expect(await world.keys()).toEqual(before)
  })

  test('of a pull request are refused by a push, which says so, before anything that they name is looked at', async () => {
    const event = { provenance: { ...provenance, event: 'pull_request' } }
    await save(await job(), 'wheel', event)
    const other = await job()
    const look = () => expect('to look').toBe('never')
    expect(await other.cache.find(firstA, () => String(look()))).toBeUndefined()
    expect(other.run.watch.decisions).toEqual([
      { subject: 'cached build of demo', choice: 'refused', reason: 'built by a pull request' },
    ])
    const pullRequest = { event: 'pull_request', ref: 'refs/pull/7/merge' }
    expect(await find(await job({ provenance: pullRequest }))).toBeDefined()
  })
})

describe('builds in a cache without scopes', () => {
  beforeEach(async () => {
    world = await directoryWorld(scratch)
  })

  const main = { ref: 'refs/heads/main' }
  const topic = { ref: 'refs/heads/topic', readableRefs: ['refs/heads/main'] }

  test('are those of the own ref and of the refs that a job may read', async () => {
    await save(await job({ cache: main }), 'wheel')
    expect(await find(await job({ cache: topic }))).toBeDefined()
    expect(await find(await job({ cache: { ref: 'refs/heads/other' } }))).toBeUndefined()
    await save(await job({ cache: topic }), 'newer', { second: secondB })
    expect(await find(await job({ cache: main }), secondB)).toBeUndefined()
    expect((await find(await job({ cache: topic }), secondA))?.note.product.sha256).toBe(sha256Of('wheel'))
  })

  const entryOf = async (kind: string) => {
    const names = await readdir(join(scratch, 'cache'))
    return join(scratch, 'cache', names.find(name => name.includes(kind)) ?? '')
  }

  test.each([
    ['other bytes of the same size', Buffer.from('WHEEL')],
    ['fewer bytes', Buffer.from('whee')],
    ['nothing', undefined],
  ])('whose product has %s are a miss, told once, and can be saved again', async (_, bytes) => {
    const builder = await job()
    await save(builder, 'wheel')
    if (bytes === undefined) await rm(await entryOf('-built-'))
    else await writeFile(await entryOf('-built-'), bytes)
    const other = await job()
    expect(await fetched(other, await find(other))).toBeUndefined()
    expect(other.run.watch.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/the cache entry `.*` is (?:damaged|gone); going on without it/),
    ])
    expect(await readdir(other.path(''))).toEqual(['store'])
    await save(other, 'wheel', { provenance: { ...provenance, run: '4712' } })
    const third = await job()
    expect(await fetched(third, await find(third))).toBe(sha256Of('wheel'))
  })

  test('whose note is damaged are a miss', async () => {
    await save(await job(), 'wheel')
    const path = await entryOf('-build-')
    const bytes = await readFile(path)
    for (const damaged of [Buffer.alloc(0), bytes.subarray(0, -1), Buffer.from('{}')]) {
      await writeFile(path, damaged)
      expect(await find(await job())).toBeUndefined()
    }
  })

  test('in trouble cost warnings, and nothing else', async () => {
    await writeFile(join(scratch, 'cache'), 'a file')
    const builder = await job()
    expect(await find(builder)).toBeUndefined()
    await save(builder, 'wheel')
    const turn = await builder.cache.claim(firstA)
    await turn.release()
    expect(builder.run.watch.warnings).toHaveLength(2)
    expect(builder.lines).toEqual([])
  })

  test('end with the run that is interrupted', async () => {
    await save(await job(), 'wheel')
    const reason = new Error('interrupted')
    const stopped = await job({ signal: AbortSignal.abort(reason) })
    await expect(stopped.cache.claim(firstA)).rejects.toBe(reason)
    const found = await find(await job())
    await expect(fetched(stopped, found)).rejects.toBe(reason)
  })
})

test('a product that a killed job began to save is saved under another key', async () => {
  const { fake, env } = await serviceEnv()
  world = { backend: 'github', env, keys: async () => fake.keys(), close: fake.close }
  fake.fail('CreateCacheEntry', { status: 409 })
  const builder = await job()
  await save(builder, 'wheel')
  const other = await job()
  expect(await world.keys()).not.toContain(builtKey(sha256Of('wheel')))
  expect(await fetched(other, await find(other))).toBe(sha256Of('wheel'))
  expect(builder.run.watch.warnings).toEqual([])
})

describe.each(worlds)('whose turn it is to build, in the cache `%s`', (_, open) => {
  beforeEach(async () => {
    world = await open(scratch)
  })

  const minutes = 60_000
  const hours = 60 * minutes

  test('is that of the first job alone, and the others hear of the end', async () => {
    const time = virtualTime()
    const [builder, second, third] = [
      await job({ clock: time.clock() }),
      await job({ clock: time.clock() }),
      await job({ clock: time.clock() }),
    ]
    const turn = await builder.cache.claim(firstA, 'demo')
    expect(turn.isBuilt).toBe(false)
    const start = time.now()
    const waiting = [second, third].map(({ cache }) => cache.claim(firstA, 'demo'))
    // Three hours of building, in which the claim is renewed.
    let isOver = false
    const others = Promise.all(waiting).finally(() => {
      isOver = true
    })
    await time.until(passing(time.clock(), 3 * hours), 4)
    expect(isOver).toBe(false)
    await save(builder, 'wheel')
    await turn.release()
    expect((await time.until(others, 1)).map(({ isBuilt }) => isBuilt)).toEqual([true, true])
    expect(time.now() - start).toBeLessThan(3 * hours + 2 * minutes)
    expect(await find(second)).toBeDefined()
    expect(second.lines).toEqual(['waiting for another job, which builds demo'])
    expect(builder.lines).toEqual([])
    for (const { run } of [builder, second, third]) {
      expect([run.watch.warnings, await readdir(run.located.store.temporary)]).toEqual([[], []])
    }
  })

  test('is that of one of many that ask at once', async () => {
    const time = virtualTime()
    const asking = await Promise.all(Array.from({ length: 6 }, () => job({ clock: time.clock() })))
    const claims = asking.map(({ cache }) => cache.claim(firstA))
    const first = await time.until(Promise.race(claims), Number.POSITIVE_INFINITY)
    expect(first.isBuilt).toBe(false)
    await time.settled(6)
    await first.release()
    const turns = await time.until(Promise.all(claims), 1)
    expect(turns.filter(({ isBuilt }) => !isBuilt)).toEqual([first])
  })

  test('goes to another job some minutes after the first one was killed', async () => {
    const time = virtualTime()
    const killed = new AbortController()
    const builder = await job({ clock: time.clock(), signal: killed.signal })
    await builder.cache.claim(firstA)
    await time.settled(1)
    killed.abort(new Error('killed'))
    const start = time.now()
    const [second, third] = [await job({ clock: time.clock() }), await job({ clock: time.clock() })]
    const claims = [second.cache.claim(firstA), third.cache.claim(firstA)]
    const taken = await time.until(Promise.race(claims), 2)
    expect(taken.isBuilt).toBe(true)
    expect(time.now() - start).toBeGreaterThan(2 * minutes)
    expect(time.now() - start).toBeLessThanOrEqual(8 * minutes)
    await time.settled(2)
    await taken.release()
    await time.until(Promise.all(claims), 1)
  })

  test.each([
    ['behind', -110_000],
    ['ahead', 110_000],
  ])('is respected by a machine whose clock is almost two minutes %s', async (_, ahead) => {
    const time = virtualTime()
    const [builder, other] = [await job({ clock: time.clock() }), await job({ clock: time.clock(ahead) })]
    const turn = await builder.cache.claim(firstA)
    let isOver = false
    const waiting = other.cache.claim(firstA).finally(() => {
      isOver = true
    })
    await time.until(passing(time.clock(), 1 * hours), 3)
    expect(isOver).toBe(false)
    await turn.release()
    expect((await time.until(waiting, 1)).isBuilt).toBe(true)
  })

  test('comes after six hours at the latest', async () => {
    const time = virtualTime()
    const [builder, other] = [await job({ clock: time.clock() }), await job({ clock: time.clock() })]
    const turn = await builder.cache.claim(firstA)
    const start = time.now()
    await (await time.until(other.cache.claim(firstA), 2)).release()
    expect(time.now() - start).toBeGreaterThanOrEqual(6 * hours)
    expect(time.now() - start).toBeLessThanOrEqual(6 * hours + 1 * minutes)
    await turn.release()
  })

  test('is everybody’s at once after a build that failed, and is one job’s again later', async () => {
    const time = virtualTime()
    const builder = await job({ clock: time.clock() })
    await (await builder.cache.claim(firstA)).release()
    const turns = await Promise.all([
      (await job({ clock: time.clock() })).cache.claim(firstA),
      builder.cache.claim(firstA),
    ])
    expect(turns.map(({ isBuilt }) => isBuilt)).toEqual([true, true])
    await time.until(passing(time.clock(), 10 * minutes), 1)
    const next = await (await job({ clock: time.clock() })).cache.claim(firstA)
    expect(next.isBuilt).toBe(false)
    await next.release()
  })

  test('is not waited for by whoever builds another key', async () => {
    const time = virtualTime()
    const builder = await job({ clock: time.clock() })
    const turns = [await builder.cache.claim(firstA), await (await job({ clock: time.clock() })).cache.claim(firstB)]
    expect(turns.map(({ isBuilt }) => isBuilt)).toEqual([false, false])
    for (const turn of turns) await turn.release()
  })

  test('is given up with the run that is interrupted', async () => {
    const time = virtualTime()
    const builder = await job({ clock: time.clock() })
    const turn = await builder.cache.claim(firstA)
    const controller = new AbortController()
    const other = await job({ clock: time.clock(), signal: controller.signal })
    const waiting = other.cache.claim(firstA)
    waiting.catch(() => undefined)
    await time.settled(2)
    const reason = new Error('interrupted')
    controller.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    await turn.release()
  })
})

function passing(clock: ReturnType<ReturnType<typeof virtualTime>['clock']>, ms: number): Promise<void> {
  return clock.sleep(ms, { signal: new AbortController().signal, isWaitedFor: true })
}
