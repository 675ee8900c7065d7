import { spawnSync } from 'node:child_process'
import { mkdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { BuildServices, BuiltByHook } from '../../../src/build/wheel.js'
import { UserError, usageError } from '../../../src/errors.js'
import type { Environment } from '../../../src/host.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { findOnPath } from '../../helpers/tools.js'
import {
  buildTree,
  listTree,
  makeDirectory,
  makeServices,
  type ObservedServices,
  probePython,
  tinyBackend,
  tinyPyproject,
  writeTree,
} from './build-fixture.js'

let directory: string
let interpreter: Interpreter
let tree: string
let outputDirectory: string
let count = 0

beforeAll(async () => {
  directory = await makeDirectory()
  interpreter = await probePython(directory, (await findOnPath('python3')) ?? '')
})

afterAll(() => rm(directory, { recursive: true, force: true }))

beforeEach(async () => {
  count += 1
  tree = join(directory, `tree ${count}`)
  outputDirectory = join(directory, `output-${count}`)
  await mkdir(outputDirectory)
})

type Build = { readonly services: ObservedServices; readonly wheel: Promise<BuiltByHook> }

/** Begins to build a tree whose backend is `tinyBackend(more)`. */
async function build(
  more: string,
  facts: Partial<BuildServices> & {
    readonly env?: Environment
    readonly files?: Readonly<Record<string, string>>
  } = {},
): Promise<Build> {
  const { files = {}, ...given } = facts
  await writeTree(tree, { 'pyproject.toml': tinyPyproject, 'backend.py': tinyBackend(more), ...files })
  const services = makeServices({ interpreter, outputDirectory }, given)
  return { services, wheel: buildTree({ path: tree, shown: './tree' }, services) }
}

describe('the editable wheel', () => {
  test('is the one of the backend', async () => {
    const { wheel } = await build('')
    const { filename, path, requires } = await wheel
    expect(filename).toMatchObject({ name: 'tiny-project', version: '1.0' })
    expect(path).toBe(join(outputDirectory, 'wheel', 'tiny_project-1.0-py3-none-any.whl'))
    expect(requires).toEqual([])
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  })

  test('leaves the source tree as it was', async () => {
    const files = { 'helper.py': 'VALUE = 1' }
    const { wheel } = await build('import helper', { files })
    await wheel
    expect(await listTree(tree)).toEqual(['backend.py', 'helper.py', 'pyproject.toml'])
  })

  test('comes of one call of build_editable, and no other hook that builds is called', async () => {
    const { services, wheel } = await build(`
def get_requires_for_build_editable(config_settings=None):
    print('get_requires', config_settings)
    return []
def prepare_metadata_for_build_editable(*args): print('metadata')
def build_wheel(*args): print('wheel')
def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    print('editable', config_settings, metadata_directory)
    return write_wheel(wheel_directory)`)
    await wheel
    expect(services.lines).toEqual(['get_requires None', 'editable None None'])
  })

  test('may come of an object in a module', async () => {
    const pyproject = tinyPyproject.replace('"backend"', '"backend:hooks.editable"')
    const { wheel } = await build(
      'class hooks:\n  class editable:\n    build_editable = staticmethod(build_editable)\ndel build_editable',
      {
        files: { 'pyproject.toml': pyproject },
      },
    )
    expect((await wheel).filename.name).toBe('tiny-project')
  })
})

describe('the build environment', () => {
  test('holds what the project requires, then what the backend asks for', async () => {
    const environments: (readonly string[])[] = []
    const made = makeServices({ interpreter, outputDirectory })
    const { wheel } = await build(
      "def get_requires_for_build_editable(_): return ['one', 'two; python_version > \"3\"']",
      {
        files: { 'pyproject.toml': tinyPyproject.replace('[]', '["one"]') },
        async makeBuildEnvironment(requirements) {
          environments.push(requirements)
          return environments.length === 1
            ? made.makeBuildEnvironment([])
            : join(outputDirectory, 'environment', 'bin', 'python')
        },
      },
    )
    const requires = ['one', 'two; python_version > "3"']
    expect((await wheel).requires).toEqual(requires)
    expect(environments).toEqual([['one'], requires])
  })

  test('is made once when the backend asks for nothing new', async () => {
    const { services, wheel } = await build('def get_requires_for_build_editable(_): return []')
    await wheel
    expect(services.environments).toEqual([[]])
  })

  test('that cannot be made fails with what it was for', async () => {
    const makeBuildEnvironment = () => Promise.reject(usageError('RESOLUTION_FAILED', 'no such package', 'Look again'))
    const { wheel } = await build('', { makeBuildEnvironment })
    await expect(wheel).rejects.toMatchObject({
      ...{ code: 'RESOLUTION_FAILED', exitCode: 2, hint: 'Look again' },
      message: 'the build environment of `./tree`: no such package',
    })
  })

  test.each([
    ["'one'", /returned "one", expected a list of strings/, 'BUILD_FAILED'],
    ['[1]', /returned \[1\]/, 'BUILD_FAILED'],
    [
      "['./one']",
      /`get_requires_for_build_editable` of `backend`: `\.\/one` is not a requirement/,
      'REQUIREMENTS_INVALID',
    ],
  ])('is not asked for %s', async (value, message, code) => {
    const { wheel } = await build(`def get_requires_for_build_editable(_): return ${value}`)
    await expect(wheel).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

describe('a hook', () => {
  const env = {
    ...{ PYTHONPATH: '/nowhere', PYTHONDONTWRITEBYTECODE: '1', PIP_INDEX_URL: 'https://host/simple', CC: 'clang' },
    ...{
      'INPUT_CACHE-SIGNING-KEY': 'x',
      WHEELCREW_STORE: 'x',
      STATE_x: 'x',
      ACTIONS_RUNTIME_TOKEN: 'x',
      VIRTUAL_ENV: '/x',
    },
  }

  test('runs in the source tree, in an activated environment, without settings of Python and of this program', async () => {
    const { services, wheel } = await build(
      `print(json.dumps([os.getcwd(), sys.prefix, sys.path, dict(os.environ), sys.stdin.read()]))`,
      { env },
    )
    await wheel
    const [cwd, prefix, path, seen, input] = JSON.parse(services.lines[0] ?? '')
    const environment = join(outputDirectory, 'environment')
    expect([cwd, prefix, input]).toEqual([tree, environment, ''])
    expect(path[0]).toBe(tree)
    expect(path.slice(1)).not.toContain(tree)
    expect(path).not.toContain(services.host.helpersDirectory)
    expect(seen).toMatchObject({ VIRTUAL_ENV: environment, PIP_INDEX_URL: 'https://host/simple', CC: 'clang' })
    expect(seen.PATH).toBe(`${join(environment, 'bin')}:${services.host.env.PATH}`)
    expect(Object.keys(seen).filter(name => /^(PYTHON|INPUT_|WHEELCREW_|STATE_|ACTIONS_)/.test(name))).toEqual([
      'PYTHONPATH',
    ])
    expect(seen.PYTHONPATH).toBe(join(outputDirectory, 'trace'))
  })

  test('does not see the source tree but through backend-path', async () => {
    const { services, wheel } = await build('print(os.getcwd() in sys.path)', {
      files: {
        'pyproject.toml': tinyPyproject.replace('"."', '"tools"'),
        'tools/backend.py': tinyBackend('print(os.getcwd() in sys.path)'),
      },
    })
    await wheel
    expect(services.lines).toEqual(['False', 'False'])
  })

  test('has its output shown line by line as it comes, in its order, without passwords', async () => {
    const { services, wheel } = await build(`
def build_editable(*args):
    for i in range(100):
        print('out', i)
        print('error', i, file=sys.stderr)
    subprocess.run(['sh', '-c', 'echo three; echo four >&2'])
    print('https://user:secret@host/', end='')
    return write_wheel(args[0])`)
    await wheel
    const pairs = Array.from({ length: 100 }, (_, index) => [`out ${index}`, `error ${index}`]).flat()
    expect(services.lines).toEqual([...pairs, 'three', 'four', 'https://user:***@host/'])
  })

  test('may start children through multiprocessing', async () => {
    const { services, wheel } = await build(`
def build_editable(*args):
    import multiprocessing
    with multiprocessing.get_context('spawn').Pool(1) as pool: print(pool.map(abs, [-1]))
    return write_wheel(args[0])`)
    await wheel
    expect(services.lines).toEqual(['[1]'])
  })
})

describe('a build that fails', () => {
  async function failure(more: string, files: Readonly<Record<string, string>> = {}): Promise<UserError> {
    const { wheel } = await build(more, { files })
    return wheel.then(
      () => Promise.reject(new Error('it was built')),
      (error: UserError) => error,
    )
  }

  test('shows the hook, the command, the exit code and the last lines', async () => {
    const error = await failure("def build_editable(*args):\n    for i in range(99): print('line', i)\n    sys.exit(7)")
    const environment = join(outputDirectory, 'environment', 'bin', 'python')
    const [message, command, log, ...lines] = error.message.split('\n')
    expect(error).toMatchObject({ code: 'BUILD_FAILED', exitCode: 1 })
    expect(message).toBe('`./tree` cannot be built: `build_editable` of `backend` ended with exit code 7')
    expect(command).toContain(`command: ${environment} -I`)
    expect(log).toBe(`whole output: ${join(outputDirectory, 'build.log')}`)
    expect(lines).toEqual(Array.from({ length: 30 }, (_, index) => `line ${index + 69}`))
    const whole = Array.from({ length: 99 }, (_, index) => `line ${index}\n`).join('')
    expect(await readFile(join(outputDirectory, 'build.log'), 'utf8')).toContain(whole)
  })

  test('through a module that is not there says where to list it', async () => {
    const error = await failure('def build_editable(*args): import torch_is_not_here')
    expect(error.message).toMatch(/Traceback/)
    expect(error.hint).toMatch(/needs `torch_is_not_here`, list what provides it under `build-system.requires`/)
  })

  test('through a signal names it', async () => {
    const error = await failure('def build_editable(*args): os.kill(os.getpid(), signal.SIGKILL)')
    expect(error.message).toMatch(/for want of memory.*`build_editable` of `backend` was killed by SIGKILL/)
    expect(error.hint).toMatch(/MAX_JOBS/)
  })

  test('by ending in the middle says that there is no answer', async () => {
    const error = await failure('def build_editable(*args): os._exit(0)')
    expect(error.message).toMatch(/ended with exit code 0 and gave no answer/)
  })

  test.each([
    ['None', 'null'],
    ['""', '""'],
    ['"absent-1.0-py3-none-any.whl"', '"absent-1.0-py3-none-any.whl"'],
    ['os.path.join("..", "wheel", write_wheel(args[0]))', '"../wheel/tiny_project'],
    ['os.path.join(args[0], write_wheel(args[0]))', '"/'],
    ['os.symlink("/dev/null", os.path.join(args[0], "a-1-py3-none-any.whl")) or "a-1-py3-none-any.whl"', '"a-1-'],
    ['"a\\0b.whl"', String.raw`"a\u0000b.whl"`],
  ])('by returning %s is refused', async (value, shown) => {
    const error = await failure(`def build_editable(*args): return ${value}`)
    expect(error).toMatchObject({ code: 'BUILD_FAILED', message: expect.stringContaining(`returned ${shown}`) })
  })

  test.each(['write_wheel(args[0], "tiny.whl")', 'write_wheel(args[0], "other-1.0-py3-none-any.whl")'])(
    'by a wheel that is none: %s',
    async value => {
      const error = await failure(`def build_editable(*args): return ${value}`)
      expect(error).toMatchObject({ code: 'BUILD_FAILED', exitCode: 1 })
      expect(error.message).toContain('made is no wheel: `')
    },
  )

  test('for want of build_editable says what to do', async () => {
    expect(await failure('del build_editable')).toMatchObject({
      code: 'EDITABLE_UNSUPPORTED',
      exitCode: 1,
      message: '`./tree` cannot be installed as editable: its backend `backend` has no `build_editable` (PEP 660)',
      hint: expect.stringMatching(/newer release/),
    })
  })

  const pyprojectOf = (backend: string) => tinyPyproject.replace('"backend"', `"${backend}"`)

  test.each([
    ['absent', { 'pyproject.toml': pyprojectOf('absent') }, /`absent` is not in .*: ModuleNotFoundError/],
    ['of an absent object', { 'pyproject.toml': pyprojectOf('backend:a.b') }, /backend has no a\.b/],
    ['of the environment', { 'pyproject.toml': pyprojectOf('json') }, /json was imported from elsewhere/],
    [
      'not required',
      { 'pyproject.toml': '[build-system]\nrequires = []\nbuild-backend = "hatchling.build"' },
      /not in what `build-system\.requires` lists \(nothing\): ModuleNotFoundError: No module named 'hatchling'/,
    ],
  ])('for a backend that is %s names it', async (_, files, message) => {
    const error = await failure('', files)
    expect(error).toMatchObject({ code: 'BUILD_FAILED', message: expect.stringMatching(message) })
    expect(error.hint).toMatch(/build-backend/)
  })

  test('for a backend that backend-path reaches by a link out of the tree names it', async () => {
    const elsewhere = join(directory, `elsewhere-${count}`)
    await writeTree(elsewhere, { 'backend.py': tinyBackend() })
    await mkdir(join(tree, 'tools'), { recursive: true })
    await symlink(join(elsewhere, 'backend.py'), join(tree, 'tools', 'backend.py'))
    const error = await failure('', { 'pyproject.toml': tinyPyproject.replace('"."', '"tools"') })
    expect(error.message).toMatch(/imported from elsewhere/)
  })
})

describe('a project that requires another Python', () => {
  test('is refused before anything is built', async () => {
    const pyproject = `${tinyPyproject}\n[project]\nname = "x"\nrequires-python = ">=4"`
    const { services, wheel } = await build('', { files: { 'pyproject.toml': pyproject } })
    await expect(wheel).rejects.toMatchObject({
      code: 'PROJECT_PYTHON_MISMATCH',
      exitCode: 1,
      message: `\`./tree\` requires Python >=4, and this is ${interpreter.version}`,
    })
    expect(services.environments).toEqual([])
  })

  test('is refused when its wheel says so', async () => {
    const { wheel } = await build("requires_python = 'Requires-Python: <3\\n'")
    await expect(wheel).rejects.toMatchObject({ code: 'PROJECT_PYTHON_MISMATCH' })
  })

  test('takes a pre-release for the release', async () => {
    const release = { ...interpreter, version: '3.15.0rc1' }
    const { wheel } = await build("requires_python = 'Requires-Python: >=3.15\\n'", { interpreter: release })
    expect((await wheel).filename.version).toBe('1.0')
  })
})

describe('the processes of a build', () => {
  const starts = `def start(*options):
    child = subprocess.Popen([sys.executable, '-c', 'import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); print(1, flush=True); time.sleep(60)'],
        stdout=subprocess.PIPE, **dict(options))
    child.stdout.readline()
    print(child.pid)`
  const reason = new UserError('INTERRUPTED', 'interrupted by SIGINT')

  /** Aborts the build when its backend has said `ready`; settles when the build has. */
  async function interrupted(more: string): Promise<ObservedServices> {
    const controller = new AbortController()
    const lines: string[] = []
    const { services, wheel } = await build(more, {
      signal: controller.signal,
      onOutput(line) {
        if (line === 'ready') controller.abort(reason)
        lines.push(line)
      },
    })
    await expect(wheel).rejects.toBe(reason)
    return { ...services, lines }
  }

  test('end with an interrupt, after the backend has cleaned up', async () => {
    const { lines } = await interrupted(`${starts}
def build_editable(*args):
    print(os.getpid())
    start()
    try:
        print('ready')
        time.sleep(60)
    finally: print('cleaned up')`)
    expect(lines).toContain('cleaned up')
    const pids = lines.filter(line => /^\d+$/.test(line)).map(Number)
    expect(pids).toHaveLength(2)
    expect(pids.filter(isRunning)).toEqual([])
  })

  test('end with an interrupt that the backend ignores', async () => {
    const { lines } = await interrupted(`def build_editable(*args):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print(os.getpid())
    print('ready')
    time.sleep(60)`)
    expect(isRunning(Number(lines[0]))).toBe(false)
  })

  test('are not started after an interrupt', async () => {
    const { services, wheel } = await build('', { signal: AbortSignal.abort(reason) })
    await expect(wheel).rejects.toBe(reason)
    expect(services.environments).toEqual([])
  })

  test('end with the hook, and one that has left the group does not hold it up', async () => {
    const { services, wheel } = await build(`${starts}
def build_editable(*args):
    start()
    escaped = subprocess.Popen(['sleep', '60'], start_new_session=True)
    print(escaped.pid)
    return write_wheel(args[0])`)
    expect((await wheel).filename.name).toBe('tiny-project')
    const [child, escaped] = services.lines.map(Number)
    expect(isRunning(child ?? 0)).toBe(false)
    expect(isRunning(escaped ?? 0)).toBe(true)
    process.kill(escaped ?? 0, 'SIGKILL')
  })
})

/** A process that has ended may wait for its parent to notice. */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}
