import { access, chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runProcess } from '../../../src/process.js'
import { refuseExternallyManaged } from '../../../src/python/externally-managed.js'
import { findInterpreter } from '../../../src/python/find.js'
import { probeInterpreter } from '../../../src/python/interpreter.js'
import { env, pythons, testHost } from './pythons.js'

let directory: string
let found: readonly string[]
let python: string

beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-interpreter-')))
  found = await pythons()
  python = found[0] ?? ''
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const probe = (executable: string, cache = 'cache') =>
  probeInterpreter(executable, { host: testHost(directory), cacheDirectory: join(directory, cache) })

async function script(name: string, ...lines: readonly string[]): Promise<string> {
  const path = join(directory, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  await chmod(path, 0o755)
  return path
}

const pathExists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const ask = async (executable: string, code: string) => {
  const { stdout, stderr } = await runProcess(executable, ['-c', `import json, sys\n${code}`], { env })
  if (stderr !== '') throw new Error(stderr)
  return JSON.parse(stdout)
}

describe('every Python here', () => {
  test('says of itself what its standard library says', async () => {
    expect(found).not.toEqual([])
    for (const executable of found) {
      const interpreter = await probe(executable)
      const { prefix, basePrefix, cacheTag, magicNumber, version, implementation, optimize } = interpreter
      const facts = { prefix, basePrefix, cacheTag, magicNumber, version, implementation, optimize }
      expect(facts).toEqual(
        await ask(
          executable,
          `import importlib.util, platform
print(json.dumps(dict(prefix=sys.prefix, basePrefix=sys.base_prefix, cacheTag=sys.implementation.cache_tag,
  magicNumber=importlib.util.MAGIC_NUMBER.hex(), version=platform.python_version(),
  implementation=sys.implementation.name, optimize=0)))`,
        ),
      )
    }
  })

  test("has the tags of pip's packaging", async () => {
    for (const executable of found) {
      const theirs: string[] = await ask(
        executable,
        `try: from pip._vendor.packaging.tags import sys_tags
except ImportError: sys_tags = list
print(json.dumps([str(tag) for tag in sys_tags()]))`,
      )
      if (theirs.length === 0) continue
      // Before packaging 22, pip added this one itself.
      const isAdded = (tag: string) => /^cp\d+-none-any$/.test(tag) && !theirs.includes(tag)
      const tags = (await probe(executable)).tags.filter(tag => !isAdded(tag))
      expect(new Set(tags)).toEqual(new Set(theirs))
      // Before packaging 26.3 the machine's own platform came last instead of first.
      const isNative = (tag: string) => tag.includes('-linux_')
      expect(tags.filter(tag => !isNative(tag))).toEqual(theirs.filter(tag => !isNative(tag)))
    }
  })

  test("has the directories that pip installs into, and a virtual environment's own where it is one", async () => {
    const system = (await pathExists('/usr/bin/python3')) ? ['/usr/bin/python3'] : []
    const root = join(directory, 'schemes')
    await runProcess(python, ['-m', 'venv', '--without-pip', root], { env })
    const own = (await probe(join(root, 'bin', 'python'))).systemSchemes
    expect(Object.values(own).filter(path => !path.startsWith(root))).toEqual([])
    expect(own.headers).toMatch(/\/schemes\/include\/site\/python3\.\d+$/)
    for (const executable of [...found, ...system]) {
      const theirs = await ask(
        executable,
        `try:
  from pip._internal.locations import get_scheme
  scheme = get_scheme('NAME')
  print(json.dumps({key: getattr(scheme, key) for key in ('purelib', 'platlib', 'headers', 'scripts', 'data')}))
except ImportError: print('{}')`,
      )
      if (!('headers' in theirs)) continue
      const { systemSchemes } = await probe(executable)
      expect({ ...systemSchemes, headers: `${systemSchemes.headers}/NAME` }).toEqual(theirs)
    }
  })

  test('before 3.10 asks distutils, where distributions said what is not theirs', async () => {
    const helpers = JSON.stringify(testHost(directory).helpersDirectory)
    const code = `sys.path.insert(0, ${helpers}); sys.dont_write_bytecode = True
import os.path, probe; print(json.dumps([sys.version_info[:2], probe.distutils_paths(os.path)]))`
    for (const executable of found) {
      const { version, systemSchemes } = await probe(executable)
      if (!/^3\.[89]\./.test(version)) continue
      expect((await ask(executable, code))[1]).toEqual(systemSchemes)
    }
  })

  test("has the markers of pip's packaging", async () => {
    for (const executable of found) {
      const theirs = await ask(
        executable,
        `try: from pip._vendor.packaging.markers import default_environment
except ImportError: default_environment = dict
print(json.dumps(default_environment()))`,
      )
      if ('python_version' in theirs) expect((await probe(executable)).markers).toMatchObject(theirs)
    }
  })
})

describe('a virtual environment', () => {
  test('is told from its base, though its python is a link to the same file', async () => {
    for (const executable of found) {
      const base = await probe(executable)
      const root = join(directory, `venv-${base.version}`)
      await runProcess(executable, ['-m', 'venv', '--without-pip', root], { env })
      const venv = await probe(join(root, 'bin', 'python'))
      expect(venv).toMatchObject({ prefix: root, basePrefix: base.basePrefix, executable: join(root, 'bin', 'python') })
      expect(venv.baseExecutable).toBe(base.baseExecutable)
      expect(venv.baseExecutable).toBe(await realpath(executable))
      expect((await probe(executable)).prefix).toBe(base.prefix)
    }
  })

  test('of copies knows its base too', async () => {
    const root = join(directory, 'copies')
    await runProcess(python, ['-m', 'venv', '--without-pip', '--copies', root], { env })
    const { prefix, baseExecutable } = await probe(join(root, 'bin', 'python'))
    expect(prefix).toBe(root)
    expect(baseExecutable.startsWith(root)).toBe(false)
  })
})

describe('what a distribution claims', () => {
  /** A Python whose standard library is a directory here. */
  async function managed(name: string): Promise<{ executable: string; marker: string }> {
    const library = join(directory, name, 'library')
    await mkdir(library, { recursive: true })
    const report = JSON.parse(await readFile(await storedAnswer(name), 'utf8'))
    const executable = await script(
      `${name}/python`,
      '#!/bin/sh',
      `echo '${JSON.stringify({ ...report, standardLibrary: library })}'`,
    )
    return { executable, marker: join(library, 'EXTERNALLY-MANAGED') }
  }

  async function storedAnswer(cache: string): Promise<string> {
    await probe(python, cache)
    const [entry = ''] = await readdir(join(directory, cache))
    return join(directory, cache, entry)
  }

  test('is read whole, each time: a file that came or went since counts', async () => {
    const { executable, marker } = await managed('claimed')
    expect((await probe(executable)).externallyManaged).toBeUndefined()
    const text = `[externally-managed]\nError=${'x'.repeat(10_000)}\n`
    await writeFile(marker, text)
    expect((await probe(executable)).externallyManaged).toBe(text)
    await rm(marker)
    expect((await probe(executable)).externallyManaged).toBeUndefined()
  })

  test('is nothing for a virtual environment, whatever its base says', async () => {
    const base = '/usr/bin/python3'
    const isManaged = (await pathExists(base)) && (await probe(base)).externallyManaged !== undefined
    if (!isManaged) return
    const root = join(directory, 'of-managed')
    await runProcess(base, ['-m', 'venv', '--without-pip', root], { env })
    expect((await probe(join(root, 'bin', 'python'))).externallyManaged).toBeUndefined()
  })

  test("is told in the words that Python's own reader finds", async () => {
    const files = [
      '[externally-managed]\nError=one\n two\n\n three\nError-de=x\n',
      '# c\n[a]\nError=no\n[externally-managed]\nError : one\n# c\n ; c\n two\n\n[b]\nError=no\n',
      '[externally-managed]\r\nERROR=\r\n one\r\n\r\n two\r\n',
    ]
    for (const content of [
      ...files,
      await readFile('/usr/lib/python3.11/EXTERNALLY-MANAGED', 'utf8').catch(() => ''),
    ]) {
      const code = `import configparser
parser = configparser.ConfigParser(interpolation=None); parser.read_string(${JSON.stringify(content)})
print(json.dumps(parser.get('externally-managed', 'Error', fallback=None)))`
      const theirs: string | null = await ask(python, code)
      if (theirs === null) continue
      const interpreter = { ...(await probe(python)), externallyManaged: content }
      const message = `the Python \`${interpreter.executable}\` is externally managed:\n\n${theirs.trim()}`
      expect(() => refuseExternallyManaged(interpreter)).toThrow(expect.objectContaining({ message }))
    }
  })
})

describe('answers', () => {
  test('leave time for other work while they are waited for, and none when they are kept', async () => {
    let called = 0
    const meanwhile = () => {
      called += 1
    }
    const options = { host: testHost(directory), cacheDirectory: join(directory, 'meanwhile'), meanwhile }
    await probeInterpreter(python, options)
    expect(called).toBe(1)
    await probeInterpreter(python, options)
    expect(called).toBe(1)
  })

  test('are kept, and asked again once the file changes', async () => {
    await probe(python, 'kept')
    const [entry = ''] = await readdir(join(directory, 'kept'))
    const path = join(directory, 'kept', entry)
    const stored = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...stored, cacheTag: 'from-the-cache' }))
    expect((await probe(python, 'kept')).cacheTag).toBe('from-the-cache')
    await symlink(python, join(directory, 'other-name'))
    expect((await probe(join(directory, 'other-name'), 'kept')).cacheTag).toBe(stored.cacheTag)
  })

  test('that were cut off are asked again', async () => {
    const { cacheTag } = await probe(python, 'cut')
    const [entry = ''] = await readdir(join(directory, 'cut'))
    await writeFile(join(directory, 'cut', entry), '{"wheelcrew":"probe"}'.slice(0, 12))
    expect((await probe(python, 'cut')).cacheTag).toBe(cacheTag)
  })

  test('of a script are not kept: it may run another Python the next time', async () => {
    const shim = await script('shim', '#!/bin/sh', 'echo "shimming"', `exec ${python} "$@"`)
    const interpreter = await probe(shim, 'shims')
    expect(interpreter.executable).not.toBe(shim)
    await expect(readdir(join(directory, 'shims'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('are given although the cache cannot be written', async () => {
    await writeFile(join(directory, 'a-file'), '')
    expect((await probe(python, 'a-file/cache')).implementation).toBe('cpython')
  })
})

describe('what is no usable interpreter', () => {
  test.each([
    ['missing', undefined, 'it does not exist'],
    [
      'fails',
      ['#!/bin/sh', 'echo "no such version" >&2', 'exit 127'],
      'it printed `no such version` and ended with exit code 127',
    ],
    ['loses', ['#!/nowhere/sh'], 'it cannot be started (ENOENT)'],
    ['silent', ['#!/bin/sh', ':'], 'it printed nothing and ended with exit code 0'],
    ['not-a-program', ['hello'], 'it '],
  ])('%s is refused by name', async (name, lines, reason) => {
    if (lines !== undefined) await script(name, ...lines)
    await expect(probe(join(directory, name))).rejects.toMatchObject({
      code: 'PYTHON_NOT_RUNNABLE',
      message: expect.stringContaining(`\`${join(directory, name)}\` is not a Python interpreter: ${reason}`),
    })
  })

  test('a directory is refused by name', async () => {
    await expect(probe(directory)).rejects.toMatchObject({ code: 'PYTHON_NOT_RUNNABLE' })
  })

  test('an old Python is refused with its version', async () => {
    const old = await script('python3.6', '#!/bin/sh', `echo '{"wheelcrew": "probe", "version": [3, 6, 15]}'`)
    await expect(probe(old)).rejects.toMatchObject({
      code: 'PYTHON_TOO_OLD',
      message: `\`${old}\` is Python 3.6.15; 3.8 or newer is needed`,
    })
    const ancient = await script('python2', '#!/bin/sh', 'echo "Unknown option: -I" >&2; exit 2')
    await expect(probe(ancient)).rejects.toMatchObject({ code: 'PYTHON_TOO_OLD' })
  })
})

describe('the header of an executable', () => {
  /** An ELF file of one program header that names its loader. */
  function elf(loader: string, { isWide, isLittle }: { readonly isWide: boolean; readonly isLittle: boolean }): Buffer {
    const at = isWide ? { table: 32, flags: 48, header: 64 } : { table: 28, flags: 36, header: 52 }
    const size = isWide ? 56 : 32
    const file = Buffer.alloc(at.header + size)
    const put = (value: number, offset: number, width: number) =>
      isLittle ? file.writeUIntLE(value, offset, width) : file.writeUIntBE(value, offset, width)
    file.write('\x7fELF', 'latin1')
    file.set([isWide ? 2 : 1, isLittle ? 1 : 2], 4)
    /** Of 8 bytes, node writes 6 at a time: the lower ones. */
    const word = isWide ? 6 : 4
    const skip = isWide && !isLittle ? 2 : 0
    put(40, 18, 2)
    put(at.header, at.table + skip, word)
    put(0x05000400, at.flags, 4)
    put(size, at.flags + 6, 2)
    put(1, at.flags + 8, 2)
    put(3, at.header, 4)
    const [offset, length] = isWide ? [8, 32] : [4, 16]
    put(file.length, at.header + offset + skip, word)
    put(loader.length + 1, at.header + length + skip, word)
    return Buffer.concat([file, Buffer.from(`${loader}\0`)])
  }

  test.each([
    { isWide: true, isLittle: true },
    { isWide: true, isLittle: false },
    { isWide: false, isLittle: true },
    { isWide: false, isLittle: false },
  ])('tells its interface, and the version of musl from its loader: %j', async shape => {
    const loader = await script(
      'ld-musl.so.1',
      '#!/bin/sh',
      'printf "musl libc (x86_64)\\nVersion 1.2.3\\n" >&2; exit 1',
    )
    await writeFile(join(directory, 'program'), elf(loader, shape))
    const helpers = JSON.stringify(testHost(directory).helpersDirectory)
    const code = `sys.path.insert(0, ${helpers}); sys.dont_write_bytecode = True
import probe; print(json.dumps(probe.elf(${JSON.stringify(join(directory, 'program'))})))`
    expect(await ask(python, code)).toEqual({
      bits: shape.isWide ? 64 : 32,
      littleEndian: shape.isLittle,
      machine: 40,
      flags: 0x05000400,
      musl: [1, 2],
    })
  })
})

describe('finding', () => {
  test('each Python here by its version, past a shim that does not run', async () => {
    const shims = join(directory, 'shims-on-path')
    await runProcess('mkdir', [shims], { env })
    for (const executable of found) {
      const { version } = await probe(executable)
      const minor = version.split('.').slice(0, 2).join('.')
      await script(`shims-on-path/python${minor}`, '#!/bin/sh', 'exit 127')
      const bin = join(directory, `bin-${minor}`)
      await runProcess('mkdir', [bin], { env })
      await symlink(executable, join(bin, 'python3'))
      const host = testHost(directory, { env: { PATH: `${shims}:${bin}` }, homeDirectory: directory })
      const request = { python: minor, workingDirectory: directory, requiresPython: undefined }
      const interpreter = await findInterpreter(request, { host, cacheDirectory: join(directory, 'cache') })
      expect(interpreter.version).toBe(version)
    }
  })
})
