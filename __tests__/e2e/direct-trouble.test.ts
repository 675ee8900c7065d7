import { spawn } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Manifest, parseManifest } from '../../src/cache/manifest.js'
import { pylockOf } from '../helpers/cli.js'
import { decision, exactTree, type Fleet, isDirect, type Machine, makeFleet } from '../helpers/direct.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const cli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const moments = process.env.WHEELCREW_E2E === 'full' ? 60 : 8

/** Bytes that do not compress, the same each time. */
function noise(size: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size))
}

function sources(name: string, count: number): Record<string, string> {
  const modules = Array.from({ length: count }, (_, index) => [`${name}/m${index}.py`, `VALUE = ${index}\n`.repeat(20)])
  return { [`${name}/__init__.py`]: '', ...Object.fromEntries(modules) }
}

const tool = makeWheel({
  name: 'tool',
  version: '1.0',
  files: { ...sources('tool', 200), 'tool/noise.bin': noise(3 << 20) },
  data: { 'scripts/shipped': '#!python\nprint(1)\n', 'data/share/tool.txt': 'data', 'headers/tool.h': '' },
  entryPoints: '[console_scripts]\ntool-run = tool.m1:main\n',
})
const library = makeWheel({ name: 'library', version: '1.0', files: sources('library', 50) })
const newer = makeWheel({ name: 'library', version: '2.0', files: { ...sources('library', 50), 'library/new.py': '' } })

let fleet: Fleet
/** The environment that everyone is to get. */
let whole: Awaited<ReturnType<typeof exactTree>>
beforeEach(async () => {
  fleet = await makeFleet()
  await fleet.scratch.offer(tool, library, newer)
  await fleet.scratch.write('pylock.toml', pylockOf([tool, library]))
  await fleet.install({ store: 'first', hosted: false, hasWheels: true })
  await fleet.install({ store: 'second', hosted: false })
  whole = await exactTree(fleet.scratch.venv)
})
afterEach(() => fleet.remove())

const entries = async (part: string) => (await readdir(fleet.cache)).filter(name => name.includes(part)).sort()

/** A machine like any other, with a store of its own. */
let count = 0
const machine = (facts: Partial<Machine> = {}): Machine => ({ store: `store-${count++}`, hasWheels: true, ...facts })

describe('a pack that is not whole', () => {
  const damages: readonly (readonly [string, (path: string, bytes: Buffer) => Promise<void>])[] = [
    ['gone', path => rm(path)],
    ['cut in the middle', (path, bytes) => truncate(path, bytes.length >> 1)],
    ...[0, 0.5, 0.99].map(
      part => [`changed at ${part}`, (path: string, bytes: Buffer) => flip(path, bytes, part * bytes.length)] as const,
    ),
  ]

  test.each(damages)('costs a warning, and the environment is the same: %s', async (_, harm) => {
    const [pack = ''] = await entries('-pack-')
    const path = join(fleet.cache, pack)
    await harm(path, await readFile(path))
    const hurt = await fleet.install(machine(), '--cache-revision', 'hurt')
    expect([hurt.exitCode, hurt.stderr, isDirect(hurt)]).toEqual([
      0,
      expect.stringMatching(/through the store|is damaged|cache: (partial|miss)/),
      false,
    ])
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
    const healed = await fleet.install(machine({ hasWheels: false }), '--cache-revision', 'healed')
    expect([healed.exitCode, isDirect(healed)]).toEqual([0, true])
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
  })

  async function flip(path: string, bytes: Buffer, place: number): Promise<void> {
    const changed = Buffer.from(bytes)
    const at = Math.floor(place)
    changed[at] = (changed[at] ?? 0) ^ 0x20
    await writeFile(path, changed)
  }
})

describe('through the store, and the same tree, goes', () => {
  test('who asks for hard links', async () => {
    const seen = await fleet.install(machine(), '--link-mode', 'hardlink')
    expect([seen.exitCode, isDirect(seen)]).toEqual([0, false])
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
  })

  test('who installs into an environment that is there', async () => {
    await fleet.install(machine())
    const { args, env } = await fleet.commandOf(machine({ command: 'sync' }), '--reinstall')
    const again = await fleet.scratch.run(args, env)
    expect([again.exitCode, again.stderr]).toEqual([0, expect.not.stringContaining('straight into')])
    expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
  })

  test('who has a target directory', async () => {
    const target = join(fleet.scratch.directory, 'target')
    const through = await fleet.install(machine({ hosted: false }), '--target', target)
    const files = await exactTree(target)
    await rm(target, { recursive: true })
    const hosted = await fleet.install(machine(), '--target', target)
    expect([through.exitCode, hosted.exitCode, isDirect(hosted)]).toEqual([0, 0, false])
    expect(await exactTree(target)).toEqual(files)
  })
})

describe('an environment that cannot be made', () => {
  test('leaves nothing where two wheels may not hold different files', async () => {
    const other = makeWheel({ name: 'other', version: '1.0', files: { 'tool/m1.py': 'other\n' } })
    await fleet.scratch.offer(other)
    const lock = await fleet.scratch.write('pylock.other.toml', pylockOf([tool, other]))
    await fleet.install(machine({ lock }))
    await rm(fleet.scratch.venv, { recursive: true })
    const failed = await fleet.install(machine({ lock }), '--on-conflict', 'error')
    expect([failed.exitCode, failed.stderr]).toEqual([1, expect.stringContaining('hold different files')])
    expect(await readdir(fleet.scratch.directory)).not.toContain('venv')
  })
})

describe('a run that is ended in the middle', () => {
  test.each(['SIGINT', 'SIGKILL'] as const)('leaves an environment that the next run makes: %s', async signal => {
    const startedAt = performance.now()
    await fleet.install(machine())
    const usualMs = performance.now() - startedAt
    for (let index = 0; index < moments; index++) {
      await rm(fleet.scratch.venv, { recursive: true, force: true })
      const at = machine({ hasWheels: false })
      const code = await endIn(usualMs * (0.3 + (0.6 * (index + Math.random())) / moments), signal, at)
      const left = await readdir(fleet.scratch.venv).catch(() => [])
      if (signal === 'SIGINT' && code === 130) expect([index, left]).toEqual([index, []])
      const command = await fleet.commandOf(at)
      const again = await fleet.scratch.run(command.args, command.env)
      expect([index, again.exitCode, again.stderr]).toEqual([index, 0, expect.not.stringContaining('error')])
      expect(await exactTree(fleet.scratch.venv)).toEqual(whole)
    }
  })

  /** The exit code; undefined where the signal was faster. */
  async function endIn(ms: number, signal: NodeJS.Signals, at: Machine): Promise<number | null> {
    const { args, env } = await fleet.commandOf(at)
    const options = { cwd: fleet.scratch.directory, env: { ...env, HOME: fleet.scratch.directory }, detached: true }
    const child = spawn(process.execPath, [cli, ...args], { ...options, stdio: 'ignore' })
    const ended = once(child, 'exit')
    await Promise.race([ended, pause(ms)])
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal)
    const [code] = (await ended) as [number | null]
    return code
  }
})

describe('what a job saves after packs went straight into its environment', () => {
  test('is a manifest that lists the same packs, and nothing else', async () => {
    const before = await readdir(fleet.cache)
    const packs = (await manifests())[0]?.packs
    const second = await fleet.install(machine({ hasWheels: false }), '--cache-revision', 'another')
    expect([isDirect(second), decision(second, 'save')?.choice]).toEqual([true, 'yes'])
    expect(second.stderr).not.toMatch(/warning|changed/)
    const added = (await readdir(fleet.cache)).filter(name => !before.includes(name))
    expect([added.length, added.filter(name => name.includes('-pack-'))]).toEqual([1, []])
    const saved = (await manifests()).find(({ revision }) => revision === 'another')
    expect(saved?.packs).toEqual(packs)
    const third = await fleet.install(machine({ hasWheels: false }), '--cache-revision', 'another')
    expect([isDirect(third), decision(third, 'save')]).toEqual([
      true,
      expect.objectContaining({ choice: 'no', reason: expect.stringContaining('saved already') }),
    ])
  })

  test('is only what is new, where one wheel is another', async () => {
    const lock = await fleet.scratch.write('pylock.toml', pylockOf([tool, newer]))
    const before = await entries('-pack-')
    const changed = await fleet.install(machine({ lock }), '--cache-revision', 'changed')
    expect([changed.exitCode, isDirect(changed)]).toEqual([0, false])
    const added = (await entries('-pack-')).filter(name => !before.includes(name))
    expect(added).toHaveLength(1)
    const saved = (await manifests()).find(({ revision }) => revision === 'changed')
    const items = saved?.packs.find(({ digest }) => added[0]?.includes(digest))?.items
    expect(new Set(items?.map(({ sha256 }) => sha256))).toEqual(new Set([newer.sha256]))
    const next = await fleet.install(machine({ lock, hasWheels: false }), '--cache-revision', 'next')
    expect([next.exitCode, isDirect(next)]).toEqual([0, true])
  })

  test('is packed again where that is due, on the branch that may', async () => {
    // One pack whose contents are mostly of no use to this lock.
    const lock = await fleet.scratch.write('pylock.toml', pylockOf([library]))
    const event = await fleet.scratch.write('event.json', JSON.stringify({ repository: { default_branch: 'main' } }))
    const onBranch = (ref: string, facts: Partial<Machine> = {}) => {
      const env = { GITHUB_REF: `refs/heads/${ref}`, GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME: 'push' }
      return machine({ lock, env, ...facts })
    }
    await rm(fleet.cache, { recursive: true })
    const both = await fleet.scratch.write('pylock.both.toml', pylockOf([tool, library]))
    await fleet.install(onBranch('main', { lock: both, hosted: false }))
    const other = await fleet.install(onBranch('topic'), '--save-cache=false')
    expect([other.exitCode, isDirect(other)]).toEqual([0, true])
    const topic = await fleet.install(onBranch('topic'), '--cache-revision', 'topic')
    expect([topic.exitCode, isDirect(topic)]).toEqual([0, true])
    const before = await entries('-pack-')
    const main = await fleet.install(onBranch('main'), '--cache-revision', 'main')
    expect([main.exitCode, isDirect(main)]).toEqual([0, false])
    expect((await entries('-pack-')).filter(name => !before.includes(name))).toHaveLength(1)
    const next = await fleet.install(onBranch('main'), '--cache-revision', 'next')
    expect(isDirect(next)).toBe(true)
  })

  async function manifests(): Promise<readonly Manifest[]> {
    const names = (await readdir(fleet.cache)).filter(name => name.endsWith('.entry') && !name.includes('-pack-'))
    const read = names.map(async name => parseManifest(await readFile(join(fleet.cache, name))))
    return (await Promise.all(read)).flatMap(manifest => manifest ?? [])
  }
})
