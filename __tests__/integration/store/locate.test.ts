import { accessSync, constants, existsSync, linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Environment, OperatingSystem } from '../../../src/host.js'
import { locateStore, usualPlaces } from '../../../src/store/locate.js'
import { failureOf } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'

let scratch = ''
let target = ''

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-locate-'))
  target = join(scratch, 'project', '.venv')
  await mkdir(join(scratch, 'project'))
})

afterEach(() => rm(scratch, { recursive: true, force: true }))

function hostOf(env: Environment, os: OperatingSystem = 'linux') {
  return recordingHost({ env, platform: { os, arch: 'x64' }, homeDirectory: join('/home', 'me') }).host
}

/** A host whose first usual places are these directories. */
function hostWith(toolCache: string, agentTools: string) {
  const env = { RUNNER_TOOL_CACHE: toolCache, AGENT_TOOLSDIRECTORY: agentTools, XDG_CACHE_HOME: join(scratch, 'cache') }
  return hostOf(env)
}

async function blockedPlace(name: string): Promise<string> {
  const path = join(scratch, name)
  await writeFile(path, 'a file')
  return path
}

describe('usualPlaces', () => {
  const home = join('/home', 'me')
  const places: readonly [OperatingSystem, Environment, readonly string[]][] = [
    ['linux', {}, [join(home, '.cache')]],
    ['linux', { XDG_CACHE_HOME: '/xdg' }, ['/xdg']],
    ['darwin', {}, [join(home, 'Library', 'Caches')]],
    ['win32', {}, [join(home, 'AppData', 'Local')]],
    ['win32', { LOCALAPPDATA: 'D:\\local', XDG_CACHE_HOME: '/xdg' }, ['D:\\local']],
    [
      'linux',
      { RUNNER_TOOL_CACHE: '/tools', RUNNER_WORKSPACE: '/work/repo', AGENT_TOOLSDIRECTORY: '/agent' },
      ['/tools', '/agent', join('/work', '_tool'), join(home, '.cache')],
    ],
    ['linux', { RUNNER_TOOL_CACHE: '', RUNNER_WORKSPACE: '', XDG_CACHE_HOME: '/xdg' }, ['/xdg']],
  ]

  test.each(places)('on %s with %p', (os, env, parents) => {
    expect(usualPlaces(hostOf(env, os))).toEqual(parents.map(parent => join(parent, 'wheelcrew')))
  })
})

describe('locateStore on one file system', () => {
  test('takes the first usual place from which a link succeeds, and leaves no probe behind', async () => {
    const host = hostWith(join(scratch, 'first'), join(scratch, 'second'))
    const located = await locateStore('', target, { host, linkMode: 'auto' })
    expect(located).toMatchObject({ directory: join(scratch, 'first', 'wheelcrew'), linkMode: 'hardlink' })
    expect(located.store.root).toBe(join(scratch, 'first', 'wheelcrew', 'v1'))
    expect(await readdir(join(scratch, 'project'))).toEqual([])
    expect(await readdir(located.store.temporary)).toEqual([])
  })

  test('passes over a usual place that cannot hold the store', async () => {
    const host = hostWith(await blockedPlace('blocked'), join(scratch, 'second'))
    const located = await locateStore('', target, { host, linkMode: 'auto' })
    expect(located).toMatchObject({ directory: join(scratch, 'second', 'wheelcrew'), linkMode: 'hardlink' })
  })

  test('prefers the named place to all others', async () => {
    const host = hostWith(join(scratch, 'first'), join(scratch, 'second'))
    const located = await locateStore(join(scratch, 'named'), target, { host, linkMode: 'hardlink' })
    expect(located).toMatchObject({ directory: join(scratch, 'named'), linkMode: 'hardlink' })
  })

  test('tries the link in the nearest directory that exists', async () => {
    const deep = join(scratch, 'project', 'a', 'b', '.venv')
    const located = await locateStore(join(scratch, 'named'), deep, { host: hostOf({}), linkMode: 'hardlink' })
    expect(located.linkMode).toBe('hardlink')
    expect(await readdir(join(scratch, 'project'))).toEqual([])
  })

  test('copies where that was asked for, although a link would succeed', async () => {
    const host = hostWith(join(scratch, 'first'), join(scratch, 'second'))
    const located = await locateStore('', target, { host, linkMode: 'copy' })
    expect(located).toMatchObject({
      directory: join(scratch, 'first', 'wheelcrew'),
      linkMode: 'copy',
      reason: 'asked for',
    })
  })

  test('refuses a named place that cannot hold the store, and takes no other', async () => {
    const named = await blockedPlace('named')
    const host = hostWith(join(scratch, 'first'), join(scratch, 'second'))
    const failure = await failureOf(() => locateStore(named, target, { host, linkMode: 'auto' }))
    expect(failure).toMatchObject({ code: 'STORE_UNWRITABLE', message: expect.stringContaining(`\`${named}\``) })
    expect(existsSync(join(scratch, 'first'))).toBe(false)
  })

  test('names every usual place when none can hold the store', async () => {
    const blocked = await blockedPlace('blocked')
    const host = hostOf({ RUNNER_TOOL_CACHE: join(blocked, 'one'), XDG_CACHE_HOME: join(blocked, 'two') })
    const failure = await failureOf(() => locateStore('', target, { host, linkMode: 'auto' }))
    expect(failure.code).toBe('STORE_UNWRITABLE')
    for (const name of ['one', 'two']) expect(failure.message).toContain(join(blocked, name, 'wheelcrew'))
  })
})

const otherFileSystem = findOtherFileSystem()
if (otherFileSystem === undefined) {
  console.warn('SKIPPED: locateStore across file systems, since /dev/shm is not one of its own')
}
const describeAcross = otherFileSystem === undefined ? describe.skip : describe

describeAcross('locateStore across file systems', () => {
  let far = ''

  beforeEach(async () => {
    far = await mkdtemp(join(otherFileSystem ?? '', 'wheelcrew-locate-'))
  })

  afterEach(() => rm(far, { recursive: true, force: true }))

  test('passes over the places from which a link fails', async () => {
    const host = hostWith(far, join(scratch, 'near'))
    const located = await locateStore('', target, { host, linkMode: 'auto' })
    expect(located).toMatchObject({ directory: join(scratch, 'near', 'wheelcrew'), linkMode: 'hardlink' })
  })

  test('falls back to copies from the first place, and says why', async () => {
    const places = { RUNNER_TOOL_CACHE: join(far, 'one'), XDG_CACHE_HOME: join(far, 'two') }
    const located = await locateStore('', target, { host: hostOf(places), linkMode: 'auto' })
    expect(located).toMatchObject({ directory: join(far, 'one', 'wheelcrew'), linkMode: 'copy' })
    expect(located.reason).toContain('EXDEV')
    expect(await readdir(join(scratch, 'project'))).toEqual([])
    expect(await readdir(located.store.temporary)).toEqual([])
  })

  test('refuses when hard links were asked for, and names both ends', async () => {
    const failure = await failureOf(() => locateStore(far, target, { host: hostOf({}), linkMode: 'hardlink' }))
    expect(failure).toMatchObject({ code: 'LINK_IMPOSSIBLE', exitCode: 1 })
    for (const part of [`\`${join(far, 'v1')}\``, `\`${target}\``, 'EXDEV']) expect(failure.message).toContain(part)
    expect(failure.hint).toContain('--link-mode copy')
  })

  test('copies without a trial where that was asked for', async () => {
    const located = await locateStore(far, target, { host: hostOf({}), linkMode: 'copy' })
    expect(located).toMatchObject({ directory: far, linkMode: 'copy', reason: 'asked for' })
  })
})

/** A directory from which no link into the temporary directory can be made; by trying. */
function findOtherFileSystem(): string | undefined {
  const candidate = '/dev/shm'
  if (!isWritable(candidate)) return undefined
  const [here, there] = [tmpdir(), candidate].map(parent => mkdtempSync(join(parent, 'wheelcrew-probe-')))
  const [source, link] = [join(there ?? '', 'file'), join(here ?? '', 'file')]
  try {
    writeFileSync(source, '')
    linkSync(source, link)
    return undefined
  } catch {
    return candidate
  } finally {
    for (const path of [here, there]) rmSync(path ?? '', { recursive: true, force: true })
  }
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return true
  } catch {
    return false
  }
}
