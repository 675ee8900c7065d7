import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { describeMachine, type MachineFacts, needsOf } from '../../../src/build/fingerprint.js'
import { firstKey } from '../../../src/build/key.js'
import { asksForNative } from '../../../src/build/native.js'
import { makeInterpreter } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'

let emptyPath = ''
beforeAll(async () => {
  emptyPath = await mkdtemp(join(tmpdir(), 'fingerprint-'))
})
afterAll(() => rm(emptyPath, { recursive: true, force: true }))

const osRelease = 'PRETTY_NAME="Debian 12"\nVERSION_ID="12"\nID=debian\nID_LIKE=x\n'
const files = (texts: Readonly<Record<string, string>>) => async (path: string) => texts[path]

/** A machine without any tool. */
const machine = async (facts: Partial<MachineFacts> = {}): Promise<Readonly<Record<string, string>>> => {
  const described = await describeMachine({
    interpreter: makeInterpreter(),
    host: recordingHost().host,
    searchPath: emptyPath,
    signal: new AbortController().signal,
    readText: files({ '/etc/os-release': osRelease }),
    ...facts,
  })
  return Object.fromEntries(described.map(({ name, value }) => [name, value]))
}

describe('what the machine is', () => {
  test('is told without its compilers where there are none', async () => {
    expect(await machine()).toEqual({
      python: 'cpython 3.11, cp311-cp311, cpython-311',
      platform: 'linux x64 manylinux_2_28_x86_64 glibc 2.28',
      system: 'debian 12',
      'tool cc': 'none',
      'tool c++': 'none',
    })
  })

  test('is another one with another interpreter, and the same with its next patch release', async () => {
    const key = async (facts: Parameters<typeof makeInterpreter>[0]) =>
      firstKey(
        Object.entries(await machine({ interpreter: makeInterpreter(facts) })).map(([name, value]) => ({
          name,
          value,
        })),
      )
    const own = await key({})
    expect(await key({ version: '3.11.9', executable: '/elsewhere/python', magicNumber: 'ff' })).toBe(own)
    const others = await Promise.all([
      key({ version: '3.12.0' }),
      key({ implementation: 'pypy' }),
      key({ cacheTag: '' }),
      key({ tags: ['cp311-cp311d-linux_x86_64', 'cp311-cp311d-manylinux_2_28_x86_64'] }),
      key({ tags: ['cp311-cp311-linux_x86_64', 'cp311-cp311-manylinux_2_36_x86_64'] }),
      key({ tags: ['cp311-cp311-linux_x86_64', 'cp311-cp311-musllinux_1_2_x86_64'] }),
      key({ tags: ['cp311-cp311-linux_aarch64', 'cp311-cp311-manylinux_2_28_aarch64'] }),
    ])
    expect(new Set([own, ...others]).size).toBe(8)
  })

  test.each([
    ['linux', { '/usr/lib/os-release': "ID='alpine'\nVERSION_ID=3.20.1\n" }, 'alpine 3.20.1'],
    ['linux', { '/etc/os-release': 'ID=arch\n' }, 'arch'],
    ['linux', {}, undefined],
    [
      'darwin',
      {
        '/System/Library/CoreServices/SystemVersion.plist':
          '<key>ProductName</key>\n<string>macOS</string>\n<key>ProductVersion</key>\n\t<string>14.6.1</string>',
      },
      'macos 14.6',
    ],
    ['win32', {}, 'windows #1 SMP'],
  ] as const)('on %s has the release of its system in it', async (os, texts, system) => {
    const { host } = recordingHost({ platform: { os, arch: 'x64' } })
    expect((await machine({ host, readText: files(texts) })).system).toBe(system)
  })

  test('tells which compilers are missing only where the source needs them', async () => {
    const needs = { rust: true, fortran: true, cuda: true }
    const found = await machine({ needs, detectsGpu: true, host: recordingHost({ env: { CUDA_HOME: '/none' } }).host })
    expect(found).toMatchObject({
      'tool rustc': 'none',
      'tool cargo': 'none',
      'tool gfortran': 'none',
      'tool nvcc': 'none',
      cuda: 'none',
      'compute capability': 'none',
    })
  })
})

describe('the features of the processor', () => {
  const cpuinfo = (flags: string) =>
    `processor : 0\nflags\t\t: ${flags}\nbugs : x\n\nprocessor : 1\nflags\t\t: ${flags}\n`
  const withFlags = (env: Readonly<Record<string, string>>, flags: string, facts: Partial<MachineFacts> = {}) =>
    machine({ host: recordingHost({ env }).host, readText: files({ '/proc/cpuinfo': cpuinfo(flags) }), ...facts })
  const native = { CFLAGS: '-O3 -march=native' }

  test.each([
    native,
    { CXXFLAGS: '-mtune=native' },
    { RUSTFLAGS: '-C target-cpu=native' },
    { CARGO_ENCODED_RUSTFLAGS: '-C\u001ftarget-cpu=native' },
    { CMAKE_ARGS: '-DCMAKE_C_FLAGS="-march=native -g"' },
    { NVCC_APPEND_FLAGS: '-Xcompiler -march=native' },
    { CC: 'gcc -march=native' },
  ])('count with %j', async env => {
    expect((await withFlags(env, 'fpu avx')).processor).toMatch(/^sha256 /)
  })

  test.each([{}, { CFLAGS: '-march=x86-64-v3' }, { OTHER: '-march=native' }])('do not with %j', async env => {
    expect((await withFlags(env, 'fpu avx')).processor).toBeUndefined()
  })

  test('are a set: their order and the number of cores are not looked at', async () => {
    const found = await withFlags(native, 'fpu avx')
    expect((await withFlags(native, 'avx fpu')).processor).toBe(found.processor)
    expect((await withFlags(native, 'fpu avx avx2')).processor).not.toBe(found.processor)
  })
})

describe('what a source asks for', () => {
  test.each([
    [['src/lib.rs'], { rust: true }],
    [['ext/Cargo.toml'], { rust: true }],
    [['notCargo.toml', 'README.rst'], {}],
    [['a/solver.F90'], { fortran: true }],
    [['legacy.f'], { fortran: true }],
    [['csrc/kernel.cu'], { cuda: true }],
    [['csrc/kernel.cuh', 'x.f95'], { cuda: true, fortran: true }],
    [['a.c', 'b.cpp', 'file.cute', 'package.format'], {}],
  ])('%j', (paths, needs) => {
    expect(needsOf(paths)).toEqual({ rust: false, fortran: false, cuda: false, ...needs })
  })

  test.each([
    ["extra_compile_args=['-O3', '-march=native']", true],
    ['rustflags = ["-C", "target-cpu=native"]', true],
    ['add_compile_options(-mcpu=native)', true],
    ['-march=nativex86', false],
    ['the native one', false],
  ])('%j', (text, answer) => {
    expect(asksForNative(text)).toBe(answer)
  })
})
