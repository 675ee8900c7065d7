import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { namesInText, prefixesInText } from '../../../src/build/variable-names.js'
import { baseVariables, countsAsInput, nativeProcessor, scanVariables } from '../../../src/build/variables.js'

describe('a variable', () => {
  test.each([
    ...['NVTE_FRAMEWORK', 'CFLAGS', 'MY_FLAG', 'TORCH_CUDA_ARCH_LIST', 'CMAKE_ARGS', 'SOURCE_DATE_EPOCH', 'USE_*'],
    ...['FLASH_ATTN_CUDA_ARCHS', 'KEYBOARD_LAYOUT', 'TOKENIZERS_DIR', 'BUILD_NUMBER', 'HOST_CC', 'CUDA_HOME'],
  ])('that may change a wheel counts: %s', name => {
    expect(countsAsInput(name)).toBe(true)
  })

  test.each([
    ['MAX_JOBS', 'NVCC_THREADS', 'NVTE_BUILD_MAX_JOBS', 'CMAKE_BUILD_PARALLEL_LEVEL', 'MAKEFLAGS', 'VERBOSE'],
    ['HOME', 'PATH', 'TMPDIR', 'PWD', 'XDG_CACHE_HOME', 'VIRTUAL_ENV', 'CCACHE_DIR', 'SCCACHE_BUCKET'],
    ['USER', 'CI', 'GITHUB_SHA', 'RUNNER_TEMP', 'BUILDKITE_COMMIT', 'CI_JOB_ID', 'GIT_COMMIT', 'HOSTNAME'],
    ['TERM', 'NO_COLOR', 'COLUMNS', 'LANG', 'LC_ALL', 'https_proxy', 'NO_PROXY', 'SSL_CERT_FILE'],
    ['AWS_SECRET_ACCESS_KEY', 'HF_TOKEN', 'TWINE_PASSWORD', 'API_KEY', 'AWS_ACCESS_KEY_ID', 'PIP_INDEX_URL'],
    ['WHEELCREW_STORE', 'INPUT_X', 'PYTHONPATH', 'PYTHONHASHSEED', 'CUDA_VISIBLE_DEVICES', 'A\nB', '', 'A B', '='],
  ])('of schedule, place, identity, terminal, network, secret or ours does not: %s, %s, …', (...names) => {
    expect(names.filter(name => countsAsInput(name))).toEqual([])
  })

  test('that native tools read counts, and is listed once', () => {
    expect(baseVariables.filter(name => !countsAsInput(name))).toEqual([])
    expect(baseVariables).toEqual([...new Set(baseVariables)].toSorted())
    expect(baseVariables).toEqual(expect.arrayContaining(['CC', 'NVCC_APPEND_FLAGS', 'RUSTFLAGS', 'CMAKE_GENERATOR']))
  })
})

describe('the text of a build file', () => {
  test.each([
    ['setup.py', `os.environ["A"]; os.getenv('B'); os.environ.get( "C", 1)`, ['A', 'B', 'C']],
    [
      'setup.py',
      `env = dict(os.environ); env["A"]; env.get('B'); "C" in env; 'D' not in os.environ`,
      ['A', 'B', 'C', 'D'],
    ],
    ['setup.py', `get_env("A"); env_flag('B', 0); os.environ.pop("C"); envs.setdefault("D", "")`, ['A', 'B', 'C', 'D']],
    ['setup.py', 'os.environ[name]; os.environ["A B"]; f("X"); d["Y"]', []],
    ['CMakeLists.txt', '$ENV{A} if(DEFINED ENV{B}) find_path(X x.h HINTS ENV C PATHS /usr)', ['A', 'B', 'C']],
    ['x.cmake', 'find_package( Boost 1.7 REQUIRED)', ['Boost_ROOT', 'BOOST_ROOT', 'Boost_DIR']],
    ['x.cmake.in', '$ENV{A}', ['A']],
    [
      'build.rs',
      'env::var("A"); std::env::var_os( "B" ); env!("C"); println!("cargo:rerun-if-env-changed=D")',
      ['A', 'B', 'C', 'D'],
    ],
    ['lib.rs', 'env::var("A"); option_env!("B"); env!("CARGO_PKG_VERSION"); env!("OUT_DIR")', ['B']],
    [
      'Makefile',
      'A ?= 1\nexport B ?= 2\nifdef C\nendif\nD = 1\nE := $(D) $(F) $' + '{G} $(MAKE)\n',
      ['A', 'B', 'C', 'F', 'G'],
    ],
    ['rules.mk', 'CFLAGS += -O2\nall: ; $(CC) $(CFLAGS)', ['CC', 'CFLAGS']],
    ['build.sh', `echo \${A:-1} \${B:?no} $C \${D}`, ['A', 'B']],
    ['meson.build', `run_command('python', '-c', 'import os; os.environ["A"]; os.getenv("B")')`, ['A', 'B']],
    ['x.c', 'getenv("A"); secure_getenv("B")', ['A']],
  ])('of %s names variables as its language asks for them', (filename, text, names) => {
    expect(namesInText(text, filename).toSorted()).toEqual([...names].toSorted())
  })

  test('of Python names beginnings where it chooses variables by them', () => {
    const text = `for var, val in os.environ.items():
    if var.startswith(("USE_", "BUILD_")) or var.startswith('CMAKE_') or var.startswith("-"): pass`
    expect(prefixesInText(text, 'setup.py')).toEqual(['USE_', 'BUILD_', 'CMAKE_'])
    expect(prefixesInText('line.startswith("USE_")', 'setup.py')).toEqual([])
    expect(prefixesInText(text, 'CMakeLists.txt')).toEqual([])
  })
})

describe('a source tree', () => {
  async function scan(
    files: Readonly<Record<string, string>>,
    listed = Object.keys(files),
  ): Promise<readonly string[]> {
    const directory = await mkdtemp(join(tmpdir(), 'wheelcrew-scan-'))
    try {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(join(directory, path, '..'), { recursive: true })
        await writeFile(join(directory, path), text)
      }
      return await scanVariables(directory, listed)
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  }

  const read = (name: string) => `os.getenv("${name}")`

  test('is found to ask for the processor that it is built on', async () => {
    expect(await scan({ 'CMakeLists.txt': 'add_compile_options(-march=native)' })).toEqual([nativeProcessor])
    expect(await scan({ 'CMakeLists.txt': 'add_compile_options(-march=x86-64-v3)' })).toEqual([])
  })

  test('is scanned in the files of its build, not in those of its packages', async () => {
    const files = {
      'setup.py': read('SETUP'),
      'build_tools/te/ext.py': read('TOOLS'),
      'pkg/runtime.py': read('RUNTIME'),
      'pkg/x.c': 'getenv("RUNTIME_C")',
      'README.md': read('README'),
      'csrc/CMakeLists.txt': '$ENV{CMAKE} $ENV{HOME} $ENV{MAX_JOBS}',
      'tests/build/x.py': 'x.startswith("USE_"); env',
    }
    expect(await scan(files)).toEqual(['CMAKE', 'SETUP', 'TOOLS', 'USE_*'])
  })

  test('is read up to a bound, and nothing in it makes the scan fail', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`tools/a${index}.py`, read(`A${index}`)]))
    const found = await scan({ ...many, 'setup.py': `${' '.repeat(300_000)}${read('LATE')}` }, [
      ...Object.keys(many),
      'setup.py',
      'absent.cmake',
      'tools',
    ])
    expect(found).toHaveLength(39)
    expect(found).not.toContain('LATE')
  })
})
