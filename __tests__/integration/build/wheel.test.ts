import { access, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { BuildRequest, BuildServices, BuiltByHook } from '../../../src/build/wheel.js'
import type { UserError } from '../../../src/errors.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { findOnPath } from '../../helpers/tools.js'
import {
  buildTree,
  makeDirectory,
  makeServices,
  must,
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
  tree = join(directory, `tree-${count}`)
  outputDirectory = join(directory, `output-${count}`)
  await mkdir(outputDirectory)
})

type Facts = {
  readonly request?: Partial<BuildRequest>
  readonly services?: Partial<BuildServices>
  readonly env?: Readonly<Record<string, string>>
}

/** Builds a plain wheel of a tree whose backend is `tinyBackend(more)`. */
async function build(
  more: string,
  { request = {}, services = {}, env = {} }: Facts = {},
): Promise<{ readonly services: ObservedServices; readonly wheel: Promise<BuiltByHook> }> {
  await writeTree(tree, { 'pyproject.toml': tinyPyproject, 'backend.py': tinyBackend(more) })
  const observed = makeServices({ interpreter, outputDirectory }, { env, ...services })
  return {
    services: observed,
    wheel: buildTree({ path: tree, shown: './tree' }, observed, { editable: false, ...request }),
  }
}

const everyHook = `
def get_requires_for_build_wheel(config_settings=None):
    print('get_requires', json.dumps(config_settings))
    return []
def prepare_metadata_for_build_wheel(*args): print('metadata')
def prepare_metadata_for_build_editable(*args): print('metadata')
def build_editable(*args): print('editable')
def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    print('wheel', json.dumps(config_settings), metadata_directory)
    return write_wheel(wheel_directory)`

describe('a plain wheel', () => {
  test('comes of one call of build_wheel, and no other hook that builds is called', async () => {
    const { services, wheel } = await build(everyHook)
    expect((await wheel).filename.name).toBe('tiny-project')
    expect(services.lines).toEqual(['get_requires null', 'wheel null None'])
  })

  test('is made with the settings of the backend in every hook', async () => {
    const configSettings = { 'build-dir': 'x', define: ['a=1', 'b=é'] }
    const { services, wheel } = await build(everyHook, { request: { configSettings } })
    await wheel
    const settings = '{"build-dir": "x", "define": ["a=1", "b=\\u00e9"]}'
    expect(services.lines).toEqual([`get_requires ${settings}`, `wheel ${settings} None`])
  })

  test('cannot be made by a backend that has no build_wheel', async () => {
    const { wheel } = await build('del build_wheel')
    await expect(wheel).rejects.toMatchObject({
      code: 'BUILD_FAILED',
      message: '`./tree` cannot be built: its backend `backend` has no `build_wheel` (PEP 517)',
    })
  })

  test('says how long its hooks ran, in seconds', async () => {
    const { wheel } = await build('def build_wheel(*args):\n    time.sleep(0.3)\n    return write_wheel(args[0])')
    const { seconds } = await wheel
    expect(seconds).toBeGreaterThan(0.3)
    expect(seconds).toBeLessThan(60)
  })
})

describe('a build without isolation', () => {
  test('runs in the environment that it is given and asks for no requirements', async () => {
    const { services, wheel } = await build(
      `${everyHook}
def get_requires_for_build_wheel(_): raise RuntimeError('called')
print(sys.prefix)`,
      { services: { isolation: false } },
    )
    expect((await wheel).requires).toEqual([])
    expect(services.environments).toEqual([[]])
    expect(services.lines).toEqual([join(outputDirectory, 'environment'), 'wheel null None'])
  })

  test('in an interpreter that is no virtual environment leaves PATH as it is, and names no environment', async () => {
    const { services, wheel } = await build("print(os.environ['PATH'], os.environ.get('VIRTUAL_ENV'))", {
      services: { isolation: false, makeBuildEnvironment: async () => interpreter.baseExecutable },
      env: { VIRTUAL_ENV: '/elsewhere', PATH: '/first:/usr/bin:/bin' },
    })
    await wheel
    expect(services.lines).toEqual(['/first:/usr/bin:/bin None'])
  })
})

describe('the log of a build', () => {
  test('holds all that the hooks wrote, in order and without passwords', async () => {
    const logFile = join(outputDirectory, 'logs', 'of a build.log')
    const { wheel } = await build(`print('https://user:secret@host/')${everyHook}`, { services: { logFile } })
    await wheel
    expect(await readFile(logFile, 'utf8')).toBe(
      `== get_requires_for_build_wheel of backend
https://user:***@host/
get_requires null
== build_wheel of backend
https://user:***@host/
wheel null None
`,
    )
  })
})

describe('a cause that a reader can remove', () => {
  const failing = (text: string) => `def build_wheel(*args):\n    print(${JSON.stringify(text)})\n    sys.exit(1)`

  async function failure(more: string, env: Readonly<Record<string, string>> = {}): Promise<UserError> {
    const { wheel } = await build(more, { env })
    return wheel.then(
      () => Promise.reject(new Error('it was built')),
      (error: UserError) => error,
    )
  }

  test('stands first: memory, with the jobs that ran and what to set', async () => {
    const error = await failure(failing('g++: fatal error: Killed signal terminated program cc1plus'), {
      MAX_JOBS: '6',
    })
    expect(error.message.split('\n')[0]).toBe(
      '`./tree` cannot be built: it was killed for want of memory, with 6 jobs at once ' +
        '(`build_wheel` of `backend` ended with exit code 1)',
    )
    expect(error.hint).toBe('Set `MAX_JOBS` to 3 or less, or give the machine more memory or swap')
  })

  test('stands first: a compiler that is missing', async () => {
    const error = await failure(failing("error: command 'gcc' failed: No such file or directory"))
    expect(error.message).toMatch(/^`\.\/tree` cannot be built: the compiler `gcc` was not found \(`build_wheel`/)
    expect(error.hint).toMatch(/build-essential/)
  })

  test('stands first: a CUDA toolkit that is missing', async () => {
    const error = await failure(failing('OSError: CUDA_HOME environment variable is not set. Please set it'))
    expect(error.message).toMatch(/^`\.\/tree` cannot be built: the CUDA toolkit was not found/)
    expect(error.hint).toMatch(/CUDA_HOME/)
  })

  test('is not guessed at for any other failure', async () => {
    const error = await failure(failing('error: nothing is right'))
    expect(error.message).toMatch(/^`\.\/tree` cannot be built: `build_wheel` of `backend` ended with exit code 1\n/)
    expect(error.hint).toBeUndefined()
  })
})

describe('what a build asks for', () => {
  /** Adds `more` to a hook and gives the names and paths that were noted. */
  async function traced(more: string, facts: Facts = {}): Promise<BuiltByHook['traced']> {
    const body = more.split('\n').map(line => `    ${line}\n`)
    const { wheel } = await build(`def build_wheel(*args):\n${body.join('')}    return write_wheel(args[0])`, facts)
    return (await wheel).traced
  }

  const flags = (names: readonly string[]) => names.filter(name => name.startsWith('FLAG_'))

  test.each([
    ["os.environ.get('FLAG_A')"],
    ["os.getenv('FLAG_A')"],
    ["os.environ.get('FLAG_A', 'x')"],
    ["'FLAG_A' in os.environ"],
    ["os.environ.pop('FLAG_A', None)"],
    ["os.environ.setdefault('FLAG_A', 'x')"],
    ["os.getenvb(b'FLAG_A')"],
    ["os.environ.copy().get('FLAG_A')"],
    ["os.environ.copy().copy().setdefault('FLAG_A', 'x')"],
    ["'FLAG_A' in os.environ.copy()"],
    ["__import__('copy').copy(os.environ).get('FLAG_A')"],
  ])('holds a name that is not set: %s', async code => {
    expect(flags((await traced(code)).variables)).toEqual(['FLAG_A'])
  })

  test.each([
    ["os.environ['FLAG_A']"],
    ["os.environ.copy()['FLAG_A']"],
    ["os.environ.copy().pop('FLAG_A')"],
    ["[os.environ[name] for name in os.environ if name == 'FLAG_A']"],
    ["[os.environ[name] for name in list(os.environ) if name == 'FLAG_A']"],
    ["'%(FLAG_A)s' % os.environ"],
    ["os.path.expandvars('$FLAG_A')"],
  ])('holds a name that is set: %s', async code => {
    const env = { FLAG_0: 'x', FLAG_A: 'x', FLAG_B: 'x' }
    expect(flags((await traced(code, { env })).variables)).toEqual(['FLAG_A'])
  })

  test.each([
    ['dict(os.environ)'],
    ['{**os.environ}'],
    ['os.environ.copy()'],
    ['list(os.environ)'],
    ['dict(os.environ.copy())'],
    ['{**os.environ.copy()}'],
    ['{name: value for name, value in os.environ.items()}'],
    ['list(zip(os.environ.items(), [dict(os.environ) for _ in range(20)]))'],
    ['os.environ.values() and len(os.environ) and repr(os.environ)'],
    ["subprocess.run(['true'])"],
    ["subprocess.run(['true'], env=os.environ.copy())"],
    ["__import__('pickle').dumps(os.environ.copy()), __import__('copy').deepcopy(os.environ.copy())"],
    ["os.environ['FLAG_A'] = 'y'; os.environ['FLAG_A']"],
    ["env = os.environ.copy(); env['FLAG_A'] = 'y'; env['FLAG_A']"],
    ["env = os.environ.copy(); env.update(FLAG_A='y'); env.get('FLAG_A')"],
    ["del os.environ['FLAG_A']; os.environ.get('FLAG_A')"],
  ])('holds no name that is read with all others, or that the build has set: %s', async code => {
    expect(flags((await traced(code, { env: { FLAG_A: 'x', FLAG_B: 'x' } })).variables)).toEqual([])
  })

  test('holds what Python processes of the build ask for, however they are started', async () => {
    const reads = (name: string) => `import os; os.environ.get('FLAG_${name}')`
    const { variables } = await traced(
      `subprocess.run([sys.executable, '-c', "${reads('RUN')}"])
subprocess.run([sys.executable, '-c', "${reads('ENV')}"], env=dict(os.environ, PYTHONPATH='/x'))
subprocess.run([sys.executable, '-c', "${reads('CLEAN')}"], env={})
os.system(f"""{sys.executable} -c "${reads('SYSTEM')}" """)
subprocess.run(['sh', '-c', f"""{sys.executable} -c "${reads('SHELL')}" """])
if os.fork() == 0:
    os.environ.get('FLAG_FORK')
    os._exit(0)
import multiprocessing
for method in ('fork', 'spawn'):
    with multiprocessing.get_context(method).Pool(1) as pool: pool.map(os.getenv, ['FLAG_' + method])
os.environ['PYTHONPATH'] = '/y'
subprocess.run([sys.executable, '-c', "${reads('OWN')}"])`,
    )
    expect(flags(variables)).toEqual(
      ['CLEAN', 'ENV', 'FORK', 'OWN', 'RUN', 'SHELL', 'SYSTEM', 'fork', 'spawn'].map(name => `FLAG_${name}`),
    )
  })

  test('leaves the sitecustomize of the environment and of the build at work', async () => {
    const { services, wheel } = await build(
      `def build_wheel(*args):
    os.makedirs('other')
    with open('other/sitecustomize.py', 'w') as file: file.write('import sys; print("customized", len(sys.path) > 1)')
    code = 'import sys, sitecustomize; print(sitecustomize.__file__, any("trace" in place for place in sys.path))'
    env = dict(os.environ, PYTHONPATH=os.environ['PYTHONPATH'] + os.pathsep + os.path.abspath('other'))
    subprocess.run([sys.executable, '-c', code], env=env)
    return write_wheel(args[0])`,
    )
    await wheel
    expect(services.lines).toEqual(['customized True', `${join(tree, 'other', 'sitecustomize.py')} False`])
  })

  test('is left alone by children that take no note of it, and by what has closed every file', async () => {
    const { variables } = await traced(`subprocess.run([sys.executable, '-I', '-S', '-E', '-c', 'pass'], check=True)
if os.fork() == 0:
    os.closerange(0, 256)
    with open('written', 'w') as file:
        os.environ.get('FLAG_A')
        file.write('intact')
    os._exit(0)
os.wait()`)
    expect(await readFile(join(tree, 'written'), 'utf8')).toBe('intact')
    expect(flags(variables)).toEqual(['FLAG_A'])
  })

  test('does not hold schedule, place, identity and secrets', async () => {
    const names = ['MAX_JOBS', 'HOME', 'GITHUB_SHA', 'DEPLOY_TOKEN', 'PYTHONPATH', 'WHEELCREW_STORE', 'CFLAGS']
    const { variables } = await traced(names.map(name => `os.environ.get('${name}')`).join('\n'))
    expect(variables.filter(name => names.includes(name))).toEqual(['CFLAGS'])
  })
})

describe('what a build reads outside of its tree', () => {
  const packaged = () => join(tree, 'packages', 'one')

  /** Builds `packages/one` of a repository and gives the paths that were noted, relative to its top. */
  async function outside(more: string, facts: Facts = {}): Promise<readonly string[]> {
    const body = more.split('\n').map(line => `    ${line}\n`)
    await writeTree(tree, {
      'common/a.c': 'a',
      'common/b.c': 'b',
      'tools/gen.py': 'VALUE = 1',
      'shared.txt': 'text',
      '.git/HEAD': 'x',
      'packages/two/x.h': 'x',
    })
    await writeTree(packaged(), {
      'own.c': 'own',
      'pyproject.toml': tinyPyproject,
      'backend.py': tinyBackend(`def build_wheel(*args):\n${body.join('')}    return write_wheel(args[0])`),
    })
    const services = makeServices({ interpreter, outputDirectory }, facts.services ?? {})
    const request = { editable: false, root: tree }
    const { traced } = await buildTree({ path: packaged(), shown: './one' }, services, request)
    return traced.outside.map(path => path.slice(tree.length + 1))
  }

  test.each([
    ["open('../../shared.txt').read()", ['shared.txt']],
    ["open(b'../../shared.txt').read()", ['shared.txt']],
    ["__import__('pathlib').Path('../../shared.txt').resolve().read_text()", ['shared.txt']],
    ["os.close(os.open('../../shared.txt', os.O_RDONLY))", ['shared.txt']],
    ["os.path.exists('../../absent') or subprocess.run(['true', '../../absent'])", []],
    ["os.symlink('../../shared.txt', 'link'); open('link').read()", ['shared.txt']],
    ["os.symlink('../../common', 'link'); open('link/a.c').read()", ['common/a.c']],
    ["__import__('glob').glob('../../common/*.c')", ['common']],
    ["list(os.walk('../two'))", ['packages/two']],
    ["subprocess.run(['true', '-c', '../../common/a.c'])", ['common/a.c']],
    [
      "subprocess.run(['true', '-I../two', '-DX=' + os.path.abspath('../../shared.txt')])",
      ['packages/two', 'shared.txt'],
    ],
    ["subprocess.run('cat ../../shared.txt', shell=True)", ['shared.txt']],
    ["subprocess.run(['true', 'a.c', './b.c'], cwd='../../common')", ['common', 'common/b.c']],
    ["subprocess.run([sys.executable, '-I', '../../tools/gen.py'])", ['tools/gen.py']],
    ["subprocess.run(['true', '-S', '../..'])", ['']],
    ["os.system('cat ../../shared.txt')", ['shared.txt']],
    ["sys.path.insert(0, os.path.abspath('../../tools')); import gen", ['tools/gen.py']],
    ["subprocess.run([sys.executable, '-c', 'open(\"../../shared.txt\")'])", ['shared.txt']],
    [
      "import multiprocessing\nwith multiprocessing.get_context('spawn').Pool(1) as pool: pool.map(os.listdir, ['../../common'])",
      ['common'],
    ],
  ])('holds %s', async (code, paths) => {
    expect(await outside(code)).toEqual(paths)
  })

  test('holds the source of bytecode that is read in its place', async () => {
    const run = `subprocess.run([sys.executable, '-c', 'import sys; sys.path.insert(0, "../../tools"); import gen'])`
    expect(await outside(`${run}\n${run}`)).toEqual(['tools/gen.py'])
    await access(join(tree, 'tools', '__pycache__'))
  })

  test.each([
    ["open('own.c').read()"],
    ["open('../../new.txt', 'w').write('x')"],
    ["open('../../new.txt', 'a').write('x')"],
    ["os.listdir('../..'), os.listdir('..'), list(os.scandir('.'))"],
    ["open('../../.git/HEAD').read()"],
    ["subprocess.run(['git', '-C', '../..', 'status'], capture_output=True)"],
    ["open('/etc/hostname').read()"],
    ["subprocess.run(['true', '-I/usr/include', '-o', '../../made.o'])"],
    ["subprocess.run([sys.executable, '-c', 'pass', '../..'])"],
  ])('holds nothing for %s', async code => {
    expect(await outside(code)).toEqual([])
  })

  test('leaves out the environments of the build, also in the repository', async () => {
    const venv = join(tree, '.venv')
    const makeBuildEnvironment = async () => {
      await must(interpreter.baseExecutable, ['-I', '-m', 'venv', '--without-pip', venv])
      await writeTree(
        join(venv, 'lib', `python${interpreter.version.split('.').slice(0, 2).join('.')}`, 'site-packages'),
        {
          'helper.py': 'x = 1',
        },
      )
      return join(venv, 'bin', 'python')
    }
    const code = "import helper; open(os.path.join(sys.prefix, 'pyvenv.cfg')); open('../../shared.txt')"
    expect(await outside(code, { services: { makeBuildEnvironment, isolation: false } })).toEqual(['shared.txt'])
  })
})
