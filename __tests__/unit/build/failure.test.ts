import { describe, expect, test } from '@jest/globals'
import { hookFailed } from '../../../src/build/failure.js'
import type { Project } from '../../../src/build/project.js'

const project: Project = {
  ...{ directory: '/tree', shown: './tree', requires: [], backend: 'backend', backendPath: [] },
  ...{ requiresPython: undefined, isScmVersioned: false },
}

function failed(output: string, env: Readonly<Record<string, string>> = {}) {
  const exit = { succeeded: false, how: 'ended with exit code 1', code: 1, signal: null }
  return hookFailed({
    ...{ hook: 'build_wheel', project, exit, output, env },
    ...{ command: 'python hooks.py', logFile: '/logs/x.log', oomKills: 0 },
  })
}

const firstLine = (output: string) => failed(output).message.split('\n')[0]
const plain = '`./tree` cannot be built: `build_wheel` of `backend` ended with exit code 1'

describe('a failing hook', () => {
  test('is told with its command, the place of the whole output, and the last lines', () => {
    const error = failed('one\ntwo\n')
    expect(error.message).toBe(`${plain}\ncommand: python hooks.py\nwhole output: /logs/x.log\none\ntwo`)
    expect([error.code, error.exitCode]).toEqual(['BUILD_FAILED', 1])
  })

  test.each([
    ["error: command 'gcc' failed: No such file or directory", 'the compiler `gcc` was not found'],
    [
      "unable to execute 'x86_64-linux-gnu-gcc': No such file or directory",
      'the compiler `x86_64-linux-gnu-gcc` was not found',
    ],
    ["error: command '/opt/cc' failed: No such file or directory: '/opt/cc'", 'the compiler `/opt/cc` was not found'],
    ["error: [Errno 2] No such file or directory: 'gcc'", 'the compiler `gcc` was not found'],
    ["error: [Errno 2] No such file or directory: '/usr/bin/g++-12'", 'the compiler `/usr/bin/g++-12` was not found'],
    [
      '  Could not find compiler set in environment variable CXX:\n\n  g++.\n\nCall Stack',
      'the compiler `g++` was not found',
    ],
    ['CMake Error: CMAKE_CXX_COMPILER not set, after EnableLanguage', 'a C++ compiler was not found'],
    ['  No CMAKE_C_COMPILER could be found.', 'a C compiler was not found'],
    ['  No CMAKE_CXX_COMPILER could be found.', 'a C++ compiler was not found'],
    ["../meson.build:1:0: ERROR: Unknown compiler(s): [['cc'], ['gcc'], ['clang']]", 'the compiler `cc` was not found'],
    ['error: linker `cc` not found', 'the compiler `cc` was not found'],
    ['error occurred in cc-rs: failed to find tool "c++": No such file', 'the compiler `c++` was not found'],
    ["  error: can’t find x\nerror: can't find Rust compiler", 'the Rust compiler was not found'],
    ['Cargo, the Rust package manager, is not installed or is not on PATH.', 'the Rust compiler was not found'],
    ['OSError: CUDA_HOME environment variable is not set. Please set it', 'the CUDA toolkit was not found'],
    ['  No CMAKE_CUDA_COMPILER could be found.', 'the CUDA toolkit was not found'],
    [
      "FileNotFoundError: [Errno 2] No such file or directory: '/usr/local/cuda/bin/nvcc'",
      'the CUDA toolkit was not found',
    ],
    ['RuntimeError: Could not find nvcc executable', 'the CUDA toolkit was not found'],
  ])('for want of a tool begins with that: %s', (output, reason) => {
    expect(firstLine(`before\n${output}\nafter`)).toBe(
      `\`./tree\` cannot be built: ${reason} (\`build_wheel\` of \`backend\` ended with exit code 1)`,
    )
    expect(failed(output).hint).toMatch(/^Install /)
  })

  test.each([
    "error: command 'gcc' failed with exit status 1",
    'x.c:1:1: error: unknown type name',
    "No such file or directory: 'x.h'",
    "FileNotFoundError: [Errno 2] No such file or directory: 'src/gcc.txt'",
    '-- Could NOT find OpenMP',
    'Rust is fun',
  ])('for another reason begins with the hook: %s', output => {
    expect(firstLine(output)).toBe(plain)
  })

  test('for want of a module says where to list it', () => {
    expect(failed("ModuleNotFoundError: No module named 'torch'").hint).toMatch(/`torch`.*`build-system.requires`/)
  })

  test.each([
    [{ MAX_JOBS: '8' }, 'Set `MAX_JOBS` to 4 or less, or give the machine more memory or swap'],
    [{ CMAKE_BUILD_PARALLEL_LEVEL: '3' }, 'Set `MAX_JOBS` to 1 or less, or give the machine more memory or swap'],
    [{ MAX_JOBS: '1' }, 'Give the machine more memory or swap: it ran one job at a time'],
    [{ MAX_JOBS: 'x' }, 'Set `MAX_JOBS` to 1 or less, or give the machine more memory or swap'],
    [{}, 'Set `MAX_JOBS` to 1 or less, or give the machine more memory or swap'],
  ])('for want of memory says what to set: %j', (env, hint) => {
    expect(failed('Killed', env).hint).toBe(hint)
  })
})
