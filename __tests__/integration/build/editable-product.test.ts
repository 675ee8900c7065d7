import { cp, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  type EditableBuild,
  isPortableEditable,
  type ProductServices,
  packProduct,
  unpackProduct,
} from '../../../src/build/editable-product.js'
import { keptLibraries, outputsSince, snapshotTree } from '../../../src/build/tree-outputs.js'
import type { Environment } from '../../../src/host.js'
import { runProcess } from '../../../src/process.js'
import { type CompilerCounter, makeCompilerCounter, noCalls, pathWith } from '../../helpers/compiler-counter.js'
import { scrubbedEnvironment } from '../../helpers/tools.js'
import { testHost } from '../python/pythons.js'
import { listWheel, reachableUv } from './product-fixture.js'

/** Every backend here comes from the package index, through uv. */
const uv = await reachableUv()
const whenReachable = uv === '' ? describe.skip : describe

let root: string
let python: string
let counter: CompilerCounter
let services: ProductServices

beforeAll(async () => {
  root = await realpath(
    await mkdir(join(tmpdir(), `wheelcrew-product-${process.pid}`), { recursive: true }).then(String),
  )
  const backends = join(root, 'backends')
  python = join(backends, 'bin', 'python')
  await must('python3', ['-I', '-m', 'venv', '--without-pip', backends])
  if (uv !== '') await must(uv, ['pip', 'install', '-q', '--python', python, ...requirements])
  counter = await makeCompilerCounter(join(root, 'counter'))
  services = { python, host: testHost(root, { helpersDirectory: resolve('src/build') }) }
}, 300_000)

afterAll(() => rm(root, { recursive: true, force: true }))

const requirements = [
  'setuptools',
  'scikit-build-core',
  'hatchling',
  'editables',
  'flit_core',
  'pdm-backend',
  'poetry-core',
]

async function must(command: string, args: readonly string[], more: Environment = {}, cwd = root): Promise<string> {
  const env = { ...scrubbedEnvironment(), ...more }
  const { exitCode, stdout, stderr } = await runProcess(command, args, { env, cwd })
  if (exitCode !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed: ${stdout}${stderr}`)
  return stdout
}

type Files = Readonly<Record<string, string>>

type Shape = {
  readonly shape: string
  readonly backend: string
  readonly files: Files
  readonly config?: object
  /** How many sources it compiles. */
  readonly compiles: number
  /** What its build leaves that is needed. */
  readonly outputs: readonly RegExp[]
  /** What its module says. */
  readonly answer: string
}

const project = '[project]\nname = "real.Project"\nversion = "1.2"\nrequires-python = ">=3.8"\ndescription = "text"\n'
const extension = `#include <Python.h>
static PyObject *value(PyObject *self, PyObject *args) { return PyUnicode_FromString("compiled"); }
static PyMethodDef methods[] = {{"value", value, METH_NOARGS, ""}, {0}};
static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_native", 0, -1, methods};
PyMODINIT_FUNC PyInit__native(void) { return PyModule_Create(&definition); }
`
const native = 'from real_project._native import value\nVALUE = value()\n'

function setuptools(place: 'src/' | ''): Files {
  const layout = place === '' ? '' : 'package_dir={"": "src"}, '
  return {
    'pyproject.toml': `[build-system]\nrequires = ["setuptools"]\n${project}`,
    'setup.py': `from setuptools import Extension, setup
open("${place}real_project/_version.py", "w").write("VERSION = '1.2'")
setup(${layout}packages=["real_project"], ext_modules=[Extension("real_project._native", ["${place}real_project/native.c"])])
`,
    [`${place}real_project/__init__.py`]: `from real_project._version import VERSION\n${native}`,
    [`${place}real_project/native.c`]: extension,
    'other/__init__.py': '',
  }
}

function pure(backend: string, more = ''): Files {
  return {
    'pyproject.toml': `[build-system]\nrequires = []\nbuild-backend = "${backend}"\n${project}${more}`,
    'src/real_project/__init__.py': 'VALUE = "source"\n',
  }
}

const library = /real_project\/_native\.cpython.*\.so$/
const compiled = { backend: 'setuptools.build_meta', compiles: 1, answer: 'compiled' }
const source = { compiles: 0, outputs: [], answer: 'source' }

const everyShape: readonly Shape[] = [
  {
    ...{ ...compiled, shape: 'setuptools with packages below src', files: setuptools('src/') },
    outputs: [library, /^src\/real_project\/_version\.py$/],
  },
  {
    ...{
      ...compiled,
      shape: 'setuptools with packages at the top, which are found by a module',
      files: setuptools(''),
    },
    outputs: [library, /^real_project\/_version\.py$/],
  },
  {
    ...{ ...compiled, shape: 'setuptools in strict mode, by links', files: setuptools('src/') },
    config: { editable_mode: 'strict' },
    outputs: [
      /^build\/__editable__[^/]*\/real_project\/(?:__init__\.py|_native.*\.so|native\.c)$/,
      /_version\.py$/,
      library,
    ],
  },
  {
    shape: 'scikit-build-core',
    backend: 'scikit_build_core.build',
    files: {
      'pyproject.toml': `[build-system]\nrequires = []\nbuild-backend = "scikit_build_core.build"\n${project}[tool.scikit-build]\nwheel.packages = ["src/real_project"]\n`,
      'CMakeLists.txt': `cmake_minimum_required(VERSION 3.18)
project(real C)
find_package(Python REQUIRED COMPONENTS Interpreter Development.Module)
python_add_library(_native MODULE src/real_project/native.c WITH_SOABI)
install(TARGETS _native DESTINATION real_project)
`,
      'src/real_project/__init__.py': native,
      'src/real_project/native.c': extension,
    },
    ...{ compiles: 1, outputs: [], answer: 'compiled' },
  },
  {
    ...{ ...source, shape: 'hatchling', backend: 'hatchling.build' },
    files: pure('hatchling.build', '[tool.hatch.build.targets.wheel]\npackages = ["src/real_project"]\n'),
  },
  {
    ...{ ...source, shape: 'flit', backend: 'flit_core.buildapi' },
    files: pure('flit_core.buildapi', '[tool.flit.module]\nname = "real_project"\n'),
  },
  {
    ...{ ...source, shape: 'pdm-backend', backend: 'pdm.backend' },
    files: pure('pdm.backend', '[tool.pdm.build]\npackage-dir = "src"\n'),
  },
  {
    ...{ ...source, shape: 'poetry-core', backend: 'poetry.core.masonry.api' },
    files: pure('poetry.core.masonry.api', '[tool.poetry]\npackages = [{ include = "real_project", from = "src" }]\n'),
  },
]

async function writeTree(directory: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), text)
  }
}

/** Calls `build_editable` in a tree, with compilers that count. */
async function build({ backend, files, config = {} }: Shape, tree: string): Promise<EditableBuild> {
  const output = join(dirname(tree), 'built')
  await rm(output, { recursive: true, force: true })
  await mkdir(output, { recursive: true })
  const before = await snapshotTree(tree)
  const call =
    'import importlib, json, sys; importlib.import_module(sys.argv[1]).build_editable(sys.argv[2], json.loads(sys.argv[3]))'
  const path = pathWith(counter, dirname(python))
  await must(python, ['-B', '-c', call, backend, output, JSON.stringify(config)], { PATH: path }, tree)
  const wheel = join(output, (await readdir(output)).find(name => name.endsWith('.whl')) ?? '')
  const sources = Object.keys(files)
  const known = new Set(sources)
  const kept = await keptLibraries(before, tree, known)
  return { wheel, tree, sources, outputs: await outputsSince(before, tree, known), kept }
}

/** The python of a new environment that holds this wheel. */
async function install(wheel: string, venv: string): Promise<string> {
  const installed = join(venv, 'bin', 'python')
  await must('python3', ['-I', '-m', 'venv', '--without-pip', venv])
  await must('python3', ['-m', 'pip', '-q', '--python', installed, 'install', '--no-deps', '--no-index', wheel])
  return installed
}

/** What the module says, and where it is. */
async function imported(installed: string): Promise<{ readonly value: string; readonly file: string }> {
  const code = 'import json, real_project as p; print(json.dumps({"value": p.VALUE, "file": p.__file__}))'
  return JSON.parse(await must(installed, ['-I', '-B', '-c', code], { PATH: pathWith(counter) }))
}

/** Those of setuptools and scikit-build-core, and one that compiles nothing; the others are run in the full suite. */
const shapes = process.env.WHEELCREW_E2E === 'full' ? everyShape : everyShape.slice(0, 5)

whenReachable.each(shapes)('the product of $shape', shape => {
  let place: string
  let first: EditableBuild
  let product: string
  let second: string
  let unpacked: string

  beforeAll(async () => {
    place = join(root, shape.shape.replaceAll(/\W+/g, '-'))
    const tree = join(place, 'first', 'tree one')
    second = join(place, 'second place', 'tree')
    product = join(place, 'product')
    await writeTree(tree, shape.files)
    first = await build(shape, tree)
    expect((await counter.take()).compiles).toBe(shape.compiles)
    expect(await isPortableEditable(first, services)).toEqual({ isPortable: true })
    await packProduct({ ...first, destination: product }, services)
    await packProduct({ ...first, destination: `${product} again` }, services)
    await rm(join(place, 'first'), { recursive: true })
    await writeTree(second, shape.files)
    await mkdir(join(place, 'wheels'))
    const facts = { product, tree: second, sources: first.sources, outputDirectory: join(place, 'wheels') }
    unpacked = (await unpackProduct(facts, services)) ?? 'refused'
  }, 120_000)

  test('holds what the build left in the tree, and nothing else', () => {
    const unwanted = first.outputs.filter(path => !shape.outputs.some(wanted => wanted.test(path)))
    expect(unwanted).toEqual([])
    for (const wanted of shape.outputs) expect(first.outputs).toContainEqual(expect.stringMatching(wanted))
  })

  test('is the same bytes when it is packed again', async () => {
    expect(await readFile(`${product} again`)).toEqual(await readFile(product))
  })

  test('serves a clone at another path, and its edits, without a compiler', async () => {
    const installed = await install(unpacked, join(place, 'venv'))
    const { value, file } = await imported(installed)
    expect(value).toBe(shape.answer)
    expect(file.startsWith(second)).toBe(true)
    await writeFile(file, 'VALUE = "edited"\n')
    expect((await imported(installed)).value).toBe('edited')
    expect(await counter.take()).toEqual(noCalls)
  })

  test('gives the wheel and the outputs that a build at that path gives', async () => {
    const restored = join(place, 'restored')
    await cp(second, restored, { recursive: true, verbatimSymlinks: true })
    await rm(second, { recursive: true })
    await writeTree(second, shape.files)
    const again = await build(shape, second)
    await counter.take()
    expect(again.outputs).toEqual(first.outputs)
    expect(await listWheel(unpacked)).toEqual(await listWheel(again.wheel))
    for (const path of again.outputs.filter(each => each.endsWith('.py'))) {
      expect(await readFile(join(restored, path))).toEqual(await readFile(join(second, path)))
    }
  }, 120_000)
})
