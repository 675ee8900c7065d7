import { appendFile, copyFile, mkdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findProgram, type Tool, type ToolServices } from '../../../src/build/tools.js'
import { findOnPath } from '../../helpers/tools.js'
import { openWorkshop, toolValue, valueWithAnswers, type Workshop } from './tool-fixture.js'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
})
afterEach(() => shop.remove())

const cc: Tool = { name: 'cc', command: 'cc' }
const expected: Tool = { ...cc, isExpected: true }
const variable = (command: string): Tool => ({ name: 'CC', command, isExpected: true })
const isPosix = process.platform !== 'win32'
const gcc = process.platform === 'linux' ? await findOnPath('gcc') : undefined
const rustup = isPosix ? await findOnPath('rustup') : undefined

;(isPosix ? describe : describe.skip)('a compiler', () => {
  test('is told by its version and content, wherever it lies', async () => {
    await shop.compiler('a/cc', 'fake 1.0')
    await shop.compiler('b/c/cc', 'fake 1.0')
    const found = await toolValue(cc, await shop.services(['a']))
    expect(found).toMatch(/^fake 1\.0 \(sha256 [0-9a-f]{16}\)$/)
    expect(await toolValue(cc, await shop.services(['b/c']))).toBe(found)
  })

  test('is another one with another version or other content', async () => {
    await shop.compiler('a/cc', 'fake 1.0')
    await shop.compiler('b/cc', 'fake 1.1')
    await shop.script('c/cc', 'echo "fake 1.0" # patched')
    const values = await Promise.all(['a', 'b', 'c'].map(async path => toolValue(cc, await shop.services([path]))))
    expect(new Set(values).size).toBe(3)
    expect(values[2]).toMatch(/^fake 1\.0 /)
  })

  test('that is gone is `none` where a build would look for it, else nothing', async () => {
    const path = await shop.compiler('a/cc', 'fake 1.0')
    await rm(path)
    expect(await toolValue(expected, await shop.services(['a', 'missing']))).toBe('none')
    expect(await toolValue(cc, await shop.services(['a']))).toBeUndefined()
  })

  test('is the first that can be run on the search path', async () => {
    await mkdir(join(shop.root, 'a/cc'), { recursive: true })
    await shop.file('b/cc', 'not executable')
    const path = await shop.compiler('c/cc', 'fake 1.0')
    await shop.compiler('d/cc', 'fake 2.0')
    expect(await findProgram('cc', await shop.services(['a', 'b', 'c', 'd']))).toBe(path)
  })

  test('does not show the path by which it calls itself', async () => {
    await shop.script('a/cc', 'echo "$0 version 1.0"')
    await shop.script('b/cc', 'echo "$0 version 1.0"')
    const found = await toolValue(cc, await shop.services(['a']))
    expect(found).toMatch(/^cc version 1\.0 /)
    expect(await toolValue(cc, await shop.services(['b']))).toBe(found)
  })

  test('that is a script is asked each time, as it may call anything', async () => {
    await shop.script('a/cc', `cat '${join(shop.root, 'version')}'`)
    const services = await shop.services(['a'], { searchPath: `${join(shop.root, 'a')}:/usr/bin:/bin` })
    const ask = async (version: string): Promise<string | undefined> => {
      await shop.file('version', version)
      return valueWithAnswers(cc, services, join(shop.root, 'answers'))
    }
    const first = await ask('fake 1.0')
    expect(first).toMatch(/^fake 1\.0 /)
    expect(await ask('fake 1.1')).toMatch(/^fake 1\.1 /)
    expect(await ask('fake 1.0')).toBe(first)
  })

  test('that is a script counts without the directory of its interpreter, as in an environment that lies elsewhere', async () => {
    const script = (shebang: string, path: string) =>
      shop
        .file(path, `${shebang}\nimport cmake`)
        .then(file => import('node:fs/promises').then(fs => fs.chmod(file, 0o755)))
    await script('#!/home/one/.venv/bin/python', 'a/cc')
    await script('#!/srv/two/.venv/bin/python', 'b/cc')
    await script('#!/srv/two/.venv/bin/python3.12', 'c/cc')
    const values = await Promise.all(['a', 'b', 'c'].map(async path => toolValue(cc, await shop.services([path]))))
    expect(values[1]).toBe(values[0])
    expect(values[2]).not.toBe(values[0])
  })

  test.each([
    ['fails', 'echo 1.0; exit 1'],
    ['is killed', 'kill -9 $$'],
    ['says nothing', 'true'],
    ['hangs', 'exec sleep 60'],
  ])('that %s counts by its content and is no failure', async (_, body) => {
    await shop.script('a/cc', body)
    const services = await shop.services(['a'], { timeoutMs: 300, searchPath: `${join(shop.root, 'a')}:/usr/bin:/bin` })
    expect(await toolValue(cc, services)).toMatch(/^sha256 [0-9a-f]{16}$/)
  })

  test('that is no program at all counts by its content', async () => {
    await writeFile(await shop.script('a/cc', ''), '\u007fELF damaged')
    expect(await toolValue(cc, await shop.services(['a']))).toMatch(/^sha256 /)
  })

  test('is not described once the run has been ended', async () => {
    await shop.compiler('a/cc', 'fake 1.0')
    const services = await shop.services(['a'], { signal: AbortSignal.abort(new Error('stopped')) })
    await expect(toolValue(cc, services)).rejects.toThrow('stopped')
  })
})

;(isPosix ? describe : describe.skip)('what CC names', () => {
  test('is each program of its words', async () => {
    await shop.compiler('a/gcc', 'gcc 12.0')
    await shop.compiler('a/wrap', 'wrap 1.0')
    const services = await shop.services(['a'])
    const plain = await toolValue(variable('gcc -pthread -I gcc=1'), services)
    expect(plain).toMatch(/^gcc 12\.0 \(sha256 \w+\)$/)
    expect(await toolValue(variable(join(shop.root, 'a/gcc')), services)).toBe(plain)
    expect(await toolValue(variable(`"${join(shop.root, 'a/gcc')}" -g`), services)).toBe(plain)
    expect(await toolValue(variable('wrap gcc -O2'), services)).toMatch(/^wrap 1\.0 \(.*\) \+ gcc 12\.0 \(/)
  })

  test.each(['clang', '/nowhere/gcc', './gcc', 'a/gcc', '', '-pthread'])(
    '%j is none where nothing is found',
    async command => {
      await shop.compiler('a/gcc', 'gcc 12.0')
      expect(await toolValue(variable(command), await shop.services(['a']))).toBe('none')
    },
  )

  test('is the compiler behind a compiler cache, by whichever name the cache goes', async () => {
    await shop.compiler('usr/gcc', 'gcc 12.0')
    await shop.compiler('usr/ccache', 'ccache 4.0')
    await mkdir(join(shop.root, 'usr/lib/ccache'), { recursive: true })
    await symlink(join(shop.root, 'usr/ccache'), join(shop.root, 'usr/lib/ccache/gcc'))
    const plain = await toolValue(variable('gcc'), await shop.services(['usr']))
    const behind = await shop.services(['usr/lib/ccache', 'usr'])
    expect(plain).toMatch(/^gcc 12\.0 \(sha256 \w+\)$/)
    expect(await toolValue(variable('ccache gcc'), behind)).toBe(plain)
    expect(await toolValue(variable('gcc'), behind)).toBe(plain)
    expect(await toolValue(variable(join(shop.root, 'usr/lib/ccache/gcc')), behind)).toBe(plain)
  })
})

;(isPosix ? describe : describe.skip)('a stand-in for the chosen version of a tool', () => {
  test('counts by what it says, not by its own bytes', async () => {
    const install = async (root: string, comment: string): Promise<ToolServices> => {
      await shop.script(`${root}/rustup`, `echo "rustc $TOOLCHAIN"; echo "commit-hash: $COMMIT" # ${comment}`)
      await symlink('rustup', join(shop.root, root, 'rustc'))
      return shop.services([root])
    }
    const [one, other] = [await install('a', 'old'), await install('b', 'new')]
    const rustc: Tool = { name: 'rustc', command: 'rustc', args: ['-vV'] }
    const ask = (services: ToolServices, toolchain: string, commit: string) =>
      valueWithAnswers(
        rustc,
        { ...services, env: { TOOLCHAIN: toolchain, COMMIT: commit } },
        join(shop.root, 'answers'),
      )
    const found = await ask(one, '1.90.0', 'abc')
    expect(found).toMatch(/^rustc 1\.90\.0 \(sha256 /)
    expect(await ask(other, '1.90.0', 'abc')).toBe(found)
    expect(await ask(one, '1.91.0', 'abc')).not.toBe(found)
    expect(await ask(one, '1.90.0', 'def')).not.toBe(found)
  })

  ;(rustup === undefined ? test.skip : test)('is recognised in rustup, whose toolchains share one file', async () => {
    const services = await shop.services([], { env: process.env, searchPath: process.env.PATH ?? '' })
    const rustc: Tool = { name: 'rustc', command: 'rustc', args: ['-vV'] }
    const found = await toolValue(rustc, services)
    expect(found).toMatch(/^rustc \d+\.\d+\.\d+.* \(sha256 [0-9a-f]{16}\)$/)
    expect(await toolValue(rustc, services)).toBe(found)
    const missing = await shop.services([], {
      env: { ...process.env, RUSTUP_TOOLCHAIN: 'no-such-toolchain' },
      searchPath: process.env.PATH ?? '',
    })
    expect(await toolValue(rustc, missing)).toBe('unreadable')
  })
})

;(gcc === undefined ? describe.skip : describe)('a real compiler', () => {
  const tool: Tool = { name: 'gcc', command: 'gcc' }
  const copyTo = async (directory: string, ending = ''): Promise<string> => {
    const path = join(shop.root, directory, 'gcc')
    await mkdir(dirname(path), { recursive: true })
    await copyFile(gcc ?? '', path)
    await appendFile(path, ending)
    return path
  }

  test('is the same after a move, and another one with a byte more', async () => {
    await Promise.all([copyTo('a'), copyTo('b'), copyTo('c', 'x')])
    const [one, moved, other] = await Promise.all(
      ['a', 'b', 'c'].map(async path => toolValue(tool, await shop.services([path]))),
    )
    expect(one).toMatch(/^gcc .*\d+\.\d+.* \(sha256 [0-9a-f]{16}\)$/)
    expect(moved).toBe(one)
    expect(other).not.toBe(one)
    const installed = await shop.services([], { searchPath: (process.env.PATH ?? '').replaceAll(delimiter, ':') })
    expect(await toolValue(tool, installed)).toBe(one)
  })

  test('is not started again, unless its file was changed, even with the same size and time', async () => {
    const path = await copyTo('a', 'x')
    await utimes(path, 1e9, 1e9)
    const services = await shop.services(['a'])
    const answers = join(shop.root, 'answers')
    const first = await valueWithAnswers(tool, services, answers)
    const file = join(answers, 'tools.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"version":"gcc [^"]*"/, '"version":"kept 1.0"'))
    expect(await valueWithAnswers(tool, services, answers)).toMatch(/^kept 1\.0 /)
    const { size, ino } = await stat(path)
    await copyTo('a', 'y')
    await utimes(path, 1e9, 1e9)
    expect(await stat(path)).toMatchObject({ size, ino })
    const changed = await valueWithAnswers(tool, services, answers)
    expect(changed).toMatch(/^gcc /)
    expect(changed).not.toBe(first)
  })
})
