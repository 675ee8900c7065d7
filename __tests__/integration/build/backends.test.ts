import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { BuiltByHook } from '../../../src/build/wheel.js'
import { runProcess } from '../../../src/process.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { findOnPath, findTool, scrubbedEnvironment } from '../../helpers/tools.js'
import {
  buildTree,
  listTree,
  makeDirectory,
  makeServices,
  must,
  type ObservedServices,
  probePython,
  writeTree,
} from './build-fixture.js'

/** Every backend here comes from the package index, through uv. */
const uv = await reachableUv()
const whenReachable = uv === '' ? describe.skip : describe

let directory: string
let interpreter: Interpreter

beforeAll(async () => {
  directory = await makeDirectory()
  interpreter = await probePython(directory, (await findOnPath('python3')) ?? '')
})

afterAll(() => rm(directory, { recursive: true, force: true }))

type Tree = {
  readonly backend: string
  readonly files: Readonly<Record<string, string>>
  /** The import package; default: `src/real_project/__init__.py`. */
  readonly module?: string
  /** Beginnings of what the backend itself leaves in the source tree. */
  readonly leaves?: readonly string[]
}

const project = '[project]\nname = "real.Project"\nversion = "1.2"\nrequires-python = ">=3.8"\n'

const everyTree: readonly Tree[] = [
  {
    backend: 'setuptools',
    files: { 'pyproject.toml': `${buildSystem('setuptools>=64', 'setuptools.build_meta')}${project}` },
    leaves: ['build', 'src/real.Project.egg-info', 'src/real_project.egg-info'],
  },
  {
    backend: 'setuptools through setup.py alone',
    files: {
      'setup.py': `import version_of_tree
from setuptools import setup
setup(name='real.Project', version=version_of_tree.VERSION, package_dir={'': 'src'}, packages=['real_project'])`,
      'version_of_tree.py': 'VERSION = "1.2"',
    },
    leaves: ['build', 'src/real.Project.egg-info', 'src/real_project.egg-info'],
  },
  {
    backend: 'setuptools that asks for more',
    files: {
      'pyproject.toml': `${buildSystem('setuptools>=64', 'setuptools.build_meta')}${project}`,
      'setup.cfg': '[options]\nsetup_requires = flit_core',
    },
    leaves: ['build', 'src/real.Project.egg-info', 'src/real_project.egg-info'],
  },
  {
    backend: 'hatchling',
    files: {
      'pyproject.toml': `${buildSystem('hatchling', 'hatchling.build')}${project}[tool.hatch.build.targets.wheel]\npackages = ["src/real_project"]\n`,
    },
  },
  {
    backend: 'flit_core',
    files: {
      'pyproject.toml': `${buildSystem('flit_core>=3.4', 'flit_core.buildapi')}${project}description = "text"\n[tool.flit.module]\nname = "real_project"\n`,
    },
  },
  {
    backend: 'poetry-core',
    files: {
      'pyproject.toml': `${buildSystem('poetry-core', 'poetry.core.masonry.api')}${project}description = "text"\n[tool.poetry]\npackages = [{ include = "real_project", from = "src" }]\n`,
    },
  },
  {
    backend: 'pdm-backend',
    files: {
      'pyproject.toml': `${buildSystem('pdm-backend', 'pdm.backend')}${project}[tool.pdm.build]\npackage-dir = "src"\n`,
    },
    leaves: ['.pdm-build'],
  },
  {
    backend: 'meson-python',
    files: {
      'pyproject.toml': `${buildSystem('meson-python', 'mesonpy')}${project}`,
      'meson.build': `project('real-project', version: '1.2')
import('python').find_installation(pure: true).install_sources('src/real_project/__init__.py', subdir: 'real_project')
`,
    },
    leaves: ['build'],
  },
]

/** The first four show every way in which a backend is found and asked; the others are run in the full suite. */
const trees = process.env.WHEELCREW_E2E === 'full' ? everyTree : everyTree.slice(0, 4)

function buildSystem(requires: string, backend: string): string {
  return `[build-system]\nrequires = ["${requires}"]\nbuild-backend = "${backend}"\n`
}

whenReachable.each(trees)(
  'an editable install by $backend',
  ({ files, module = 'src/real_project/__init__.py', leaves = [] }) => {
    let tree: string
    let services: ObservedServices
    let wheel: BuiltByHook

    beforeAll(async () => {
      const root = await makeDirectory()
      tree = join(root, 'tree')
      const outputDirectory = join(root, 'output')
      await mkdir(outputDirectory)
      await writeTree(tree, { ...files, [module]: 'VALUE = "before"' })
      services = makeServices({ interpreter, outputDirectory }, { uv })
      wheel = await buildTree({ path: tree, shown: 'tree' }, services)
    })

    afterAll(() => rm(join(tree, '..'), { recursive: true, force: true }))

    test('is a wheel of the project, made with what the backend asked for', () => {
      const asked = 'setup.cfg' in files ? ['flit_core'] : []
      expect(services.environments.flat().filter(text => text === 'flit_core')).toEqual(asked)
      expect(wheel.filename).toMatchObject({ name: 'real-project', version: '1.2' })
    })

    test('leaves in the source tree what the backend leaves, and no bytecode', async () => {
      const own = new Set(['src', 'src/real_project', module, ...Object.keys(files)])
      const left = (await listTree(tree)).filter(path => !own.has(path))
      expect(left.filter(path => !leaves.some(start => path.startsWith(start)))).toEqual([])
    })

    test('follows edits of the source', async () => {
      const venv = join(tree, '..', 'venv')
      const python = join(venv, 'bin', 'python')
      await must(interpreter.baseExecutable, ['-I', '-m', 'venv', '--without-pip', venv])
      await must(uv, ['pip', 'install', '-q', '--no-deps', '--python', python, wheel.path])
      const value = () => must(python, ['-B', '-I', '-c', 'import real_project; print(real_project.VALUE)'])
      expect(await value()).toBe('before\n')
      await writeFile(join(tree, module), 'VALUE = "after"')
      expect(await value()).toBe('after\n')
    })
  },
)

whenReachable('a backend that is too old', () => {
  test('is named, with the release to ask for', async () => {
    const root = await makeDirectory()
    try {
      const pyproject = `${buildSystem('flit_core==3.3.0', 'flit_core.buildapi')}${project}`
      await writeTree(root, { 'tree/pyproject.toml': pyproject, 'output/x': '' })
      const services = makeServices({ interpreter, outputDirectory: join(root, 'output') }, { uv })
      await expect(buildTree({ path: join(root, 'tree'), shown: '.' }, services)).rejects.toMatchObject({
        code: 'EDITABLE_UNSUPPORTED',
        hint: 'Ask for `flit_core>=3.4` under `build-system.requires` in pyproject.toml',
      })
    } finally {
      await rm(root, { recursive: true, force: true })
    }
  })
})

/** The path of uv, or empty where it or the index is not to be had: that is said, and in CI it is an error. */
async function reachableUv(): Promise<string> {
  const found = await findTool('uv')
  if (found === undefined) return ''
  const root = await makeDirectory()
  try {
    const args = ['pip', 'install', '-q', '--target', join(root, 'x'), '--no-deps', 'flit_core']
    const { exitCode, stderr } = await runProcess(found, args, { env: scrubbedEnvironment(), timeoutMs: 60_000 })
    if (exitCode === 0) return found
    if (process.env.CI !== undefined) throw new Error(stderr)
    process.stderr.write(`SKIPPED: editable installs by real backends, which come from the index: ${stderr}\n`)
    return ''
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
