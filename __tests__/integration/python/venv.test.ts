import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runProcess } from '../../../src/process.js'
import { claimName } from '../../../src/python/claim.js'
import { venvEnvironment } from '../../../src/python/environment.js'
import { type Interpreter, probeInterpreter } from '../../../src/python/interpreter.js'
import { claimVenv, createVenv, fillVenv, openVenv, type VenvInProgress } from '../../../src/python/venv.js'
import { type Template, templatePath, templateWish } from '../../../src/python/venv-template.js'
import { env, pythons, testHost, venvOptions } from './pythons.js'

let directory: string
let interpreters: readonly Interpreter[]

beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-venv-')))
  const options = { host: testHost(directory), cacheDirectory: join(directory, 'cache') }
  interpreters = await Promise.all((await pythons()).map(python => probeInterpreter(python, options)))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const host = () => testHost(directory)

/** Makes an environment at a path where there is none. */
async function make(root: string, interpreter: Interpreter): Promise<VenvInProgress> {
  const claim = await claimVenv(root, await openVenv(root, host()), { host: host() })
  if (claim === undefined) throw new Error(`there is an environment at ${root}`)
  return createVenv(claim, interpreter, venvOptions(directory))
}

function first(): Interpreter {
  const [interpreter] = interpreters
  if (interpreter === undefined) throw new Error('no Python on PATH')
  return interpreter
}

/** A base interpreter that makes half an environment and fails. */
async function failing(...lines: readonly string[]): Promise<Interpreter> {
  const path = join(directory, 'failing')
  await writeFile(path, `#!/bin/sh\nfor root; do :; done\nmkdir -p "$root/bin"\n${lines.join('\n')}\nexit 1\n`)
  await chmod(path, 0o755)
  return { ...first(), baseExecutable: path }
}

describe('a new environment', () => {
  test('of every Python here has the directories that its own sysconfig and pip name', async () => {
    for (const interpreter of interpreters) {
      const root = join(directory, 'new', interpreter.version)
      await (await make(root, interpreter)).finish()
      const state = await openVenv(root, host())
      expect(state).toEqual({ kind: 'venv', python: join(root, 'bin', 'python') })
      const script = `import json, sysconfig; print(json.dumps(sysconfig.get_paths()))`
      const paths = JSON.parse((await runProcess(join(root, 'bin', 'python'), ['-c', script], { env })).stdout)
      const { schemes, python } = venvEnvironment(root, interpreter, host().platform)
      const { purelib, platlib, scripts, data } = schemes
      expect({ purelib, platlib, scripts, data }).toEqual({
        purelib: paths.purelib,
        platlib: paths.platlib,
        scripts: paths.scripts,
        data: paths.data,
      })
      expect(await readdir(purelib)).toEqual([])
      expect(python).toBe(join(root, 'bin', 'python'))
    }
  })

  test('fills an empty directory', async () => {
    const root = join(directory, 'empty')
    await mkdir(root)
    expect(await openVenv(root, host())).toEqual({ kind: 'empty' })
    await (await make(root, first())).finish()
    expect((await openVenv(root, host())).kind).toBe('venv')
  })

  test('is made from the base when the interpreter is one of an environment', async () => {
    const root = join(directory, 'outer')
    await (await make(root, first())).finish()
    const options = { host: host(), cacheDirectory: join(directory, 'cache') }
    const outer = await probeInterpreter(join(root, 'bin', 'python'), options)
    await (await make(join(directory, 'inner'), outer)).finish()
    const inner = await probeInterpreter(join(directory, 'inner', 'bin', 'python'), options)
    expect(inner.basePrefix).toBe(first().basePrefix)
  })
})

describe('a template', () => {
  test.each([
    'null',
    '{"format":1}',
    '{"format":1,"entries":[null]}',
    '{"format":1,"entries":[{"kind":"file","path":"a"}]}',
  ])('that is damaged is made again: %s', async text => {
    const options = venvOptions(await mkdtemp(join(directory, 'damaged-')))
    const place = templatePath(first(), options) ?? ''
    await mkdir(options.directory)
    await writeFile(place, text)
    const root = await mkdtemp(join(directory, 'of-damaged-'))
    expect(await fillVenv({ at: root, root }, first(), options)).toBe(true)
    expect(await readdir(root)).toContain('pyvenv.cfg')
    expect(JSON.parse(await readFile(place, 'utf8')).entries).not.toEqual([])
  })

  test('is not filled in where the path holds a colon, about which the module decides', async () => {
    const at = await mkdtemp(join(directory, 'colon-'))
    const options = venvOptions(directory)
    expect(await fillVenv({ at, root: '/srv/plain' }, first(), options)).toBe(true)
    expect(await fillVenv({ at, root: '/srv/a:b' }, first(), options)).toBe(false)
  })
})

describe('an interpreter that is asked what it is', () => {
  /** Asks with a wish, in a directory of its own. */
  async function askWith(executable: string) {
    const own = await mkdtemp(join(directory, 'asked-'))
    const begun = new Map<string, Promise<Template | undefined>>()
    const options = { ...venvOptions(own), begun }
    const probing = { host: host(), cacheDirectory: join(own, 'cache'), venv: templateWish(options) }
    const interpreter = await probeInterpreter(executable, probing)
    const place = templatePath(interpreter, options) ?? ''
    return { own, options, interpreter, place, template: await begun.get(place) }
  }

  test('makes a template on the way, which for every Python here is what the module makes', async () => {
    for (const executable of await pythons()) {
      const { own, interpreter, place, template } = await askWith(executable)
      expect(template).toEqual(JSON.parse(await readFile(place, 'utf8')))
      expect((await readdir(own)).toSorted()).toEqual(['cache', 'templates'])
      const byModule = venvOptions(await mkdtemp(join(directory, 'by-module-')))
      const root = await mkdtemp(join(directory, 'root-'))
      expect(await fillVenv({ at: root, root }, interpreter, byModule)).toBe(true)
      expect(template).toEqual(JSON.parse(await readFile(templatePath(interpreter, byModule) ?? '', 'utf8')))
    }
  })

  test('makes none where it is the Python of an environment, and the base makes it', async () => {
    const outer = join(directory, 'asked-outer')
    await (await make(outer, first())).finish()
    const { own, options, interpreter, template } = await askWith(join(outer, 'bin', 'python'))
    expect(template).toBeUndefined()
    expect(await readdir(own)).toEqual(['cache'])
    const root = await mkdtemp(join(directory, 'of-outer-'))
    expect(await fillVenv({ at: root, root }, interpreter, options)).toBe(true)
    expect(await readFile(join(root, 'pyvenv.cfg'), 'utf8')).not.toContain(outer)
  })

  test.each([
    ['is behind a script that passes no argument on', 'exec "$python" "$1" "$2" "$3"'],
    ['fails after its answer', '"$python" "$1" "$2" "$3"; exit 1'],
    ['is killed after its answer', '"$python" "$1" "$2" "$3"; kill -9 $$'],
  ])('answers though it %s', async (_, line) => {
    const path = join(await mkdtemp(join(directory, 'shim-')), 'python')
    const [python] = await pythons()
    await writeFile(path, `#!/bin/sh\npython=${python}\n${line}\n`)
    await chmod(path, 0o755)
    const { own, interpreter, template } = await askWith(path)
    expect(interpreter.version).toBe(first().version)
    expect(template).toBeUndefined()
    expect(await readdir(own)).toEqual([])
  })
})

describe('a failure', () => {
  test('leaves nothing, not even the directories made on the way, and shows what the tool said', async () => {
    const broken = await failing('echo "No module named venv" >&2')
    await expect(make(join(directory, 'a', 'b', 'c'), broken)).rejects.toMatchObject({
      code: 'VENV_FAILED',
      message: expect.stringMatching(/ended with exit code 1\nNo module named venv$/),
      hint: expect.stringContaining('python3-venv'),
    })
    expect(await readdir(directory)).not.toContain('a')
  })

  test('keeps the empty directory that was there', async () => {
    const root = join(directory, 'was-there')
    await mkdir(root)
    await expect(make(root, await failing())).rejects.toMatchObject({ code: 'VENV_FAILED' })
    expect(await readdir(root)).toEqual([])
  })

  test('to start the tool is told', async () => {
    const gone = { ...first(), baseExecutable: join(directory, 'gone') }
    await expect(make(join(directory, 'x'), gone)).rejects.toMatchObject({
      code: 'VENV_FAILED',
      message: expect.stringContaining('ENOENT'),
    })
  })

  test('to reach the path, with a file on the way, is told', async () => {
    await writeFile(join(directory, 'plain'), '')
    await expect(make(join(directory, 'plain', 'venv'), first())).rejects.toMatchObject({
      code: 'VENV_PATH_NOT_EMPTY',
    })
  })
})

describe('claiming', () => {
  test('is refused where another process made the environment since it was looked for, or removed it', async () => {
    const root = join(directory, 'raced')
    const seen = await openVenv(root, host())
    await (await make(root, first())).finish()
    expect(await claimVenv(root, seen, { host: host() })).toBeUndefined()
    const found = await openVenv(root, host())
    await rm(root, { recursive: true })
    expect(await claimVenv(root, found, { host: host() })).toBeUndefined()
    expect(await readdir(directory)).not.toContain('raced')
  })

  test('an environment that a killed process made leaves an empty directory to make it anew', async () => {
    const root = join(directory, 'killed')
    await mkdir(join(root, 'bin'), { recursive: true })
    await writeFile(join(root, 'pyvenv.cfg'), '')
    await writeFile(join(root, claimName), '0 - new elsewhere id')
    await utimes(join(root, claimName), 0, 0)
    const seen = await openVenv(root, host())
    expect(seen).toEqual({ kind: 'unfinished' })
    const claim = await claimVenv(root, seen, { host: host() })
    expect(claim).toMatchObject({ isUnfinished: true })
    expect(await readdir(root)).toEqual([claimName])
  })

  test.each([
    ['by uv', async (root: string) => writeFile(join(root, 'pyvenv.cfg'), 'home = /usr/bin\nuv = 0.13.8\n')],
    [
      'and filled by pip',
      async (root: string) => {
        const distInfo = join(root, 'lib', 'python3.11', 'site-packages', 'pip-26.3.dist-info')
        await mkdir(distInfo, { recursive: true })
        await writeFile(join(distInfo, 'INSTALLER'), 'pip\n')
      },
    ],
  ])('an environment that was made %s where a killed process had begun one keeps what it holds', async (how, take) => {
    const root = join(directory, `taken ${how}`)
    await (await make(root, first())).finish()
    await take(root)
    await writeFile(join(root, claimName), '0 - new elsewhere id')
    await utimes(join(root, claimName), 0, 0)
    const before = await readdir(root, { recursive: true })
    const seen = await openVenv(root, host())
    expect(seen).toMatchObject({ kind: 'venv' })
    const claim = await claimVenv(root, seen, { host: host() })
    expect(await readdir(root, { recursive: true })).toEqual(before)
    await claim?.release()
  })

  test('an environment keeps what it holds', async () => {
    const root = join(directory, 'kept')
    await (await make(root, first())).finish()
    const before = await readdir(root)
    const claim = await claimVenv(root, await openVenv(root, host()), { host: host() })
    await claim?.release()
    expect(await readdir(root)).toEqual(before)
  })
})

describe('opening', () => {
  test('waits while another process makes the environment, and then sees it', async () => {
    const root = join(directory, 'waited')
    const venv = await make(root, first())
    await expect(openVenv(root, host(), { timeoutMs: 0 })).rejects.toMatchObject({ code: 'VENV_BUSY' })
    const told: string[] = []
    const onWait = (owner: string) => {
      told.push(owner)
      void venv.finish()
    }
    expect(await openVenv(root, host(), { onWait })).toMatchObject({ kind: 'venv' })
    expect(told).toEqual([`process ${process.pid}`])
  })

  test('does not wait for a process that only fills it', async () => {
    const root = join(directory, 'being-filled')
    await (await make(root, first())).finish()
    await claimVenv(root, await openVenv(root, host()), { host: host() })
    expect(await openVenv(root, host(), { timeoutMs: 0 })).toMatchObject({ kind: 'venv' })
  })

  test('an absent path', async () => {
    expect(await openVenv(join(directory, 'nothing'), host())).toEqual({ kind: 'absent' })
  })

  test('a directory of something else, or a file, is refused by name', async () => {
    const root = join(directory, 'project')
    await mkdir(root)
    await writeFile(join(root, 'README'), '')
    for (const path of [root, join(root, 'README')]) {
      await expect(openVenv(path, host())).rejects.toMatchObject({
        code: 'VENV_PATH_NOT_EMPTY',
        message: expect.stringContaining(`\`${path}\``),
      })
    }
  })

  test('an environment whose Python is gone is refused, with what to do', async () => {
    const root = join(directory, 'stale')
    await mkdir(join(root, 'bin'), { recursive: true })
    await writeFile(join(root, 'pyvenv.cfg'), 'home = /gone\n')
    await symlink('/gone/python', join(root, 'bin', 'python'))
    await expect(openVenv(root, host())).rejects.toMatchObject({
      code: 'VENV_BROKEN',
      hint: expect.stringContaining(`remove \`${root}\``),
    })
  })
})
