/**
 * Small projects with compiled code, each in a git repository of its own: what `demo.value()` and `demo.flag()` return shows
 * which source was built, and with which flag.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const templates = fileURLToPath(new URL('build-projects/', import.meta.url))
const run = promisify(execFile)

export type Shape = keyof typeof shapes

type ShapeFacts = {
  /** How many sources there are for a compiler. */
  readonly compiles: number
  /** The variable that steers the build, what it is set to, and what `flag()` returns with it and without it. */
  readonly flag: { readonly name: string; readonly value: string; readonly shown: string; readonly unset: string }
  /** Tools that have to be there beside a compiler. */
  readonly tools: readonly string[]
}

const myFlag = { name: 'MY_FLAG', value: 'on', shown: 'on', unset: 'unset' }

/** What the tests know of each shape; a directory of templates of the same name has its files. */
export const shapes = {
  /** `ext_modules`, and a flag that no list of variables knows. */
  setuptools: { compiles: 4, flag: myFlag, tools: [] },
  /** A `build_ext` that runs ninja in `build_temp` and rebuilds by its depfiles. */
  torch: {
    compiles: 4,
    flag: { name: 'TORCH_CUDA_ARCH_LIST', value: 'many', shown: 'many', unset: 'unset' },
    tools: ['ninja'],
  },
  /** A library by CMake, then an extension for a framework, both from one `build_ext`. */
  'transformer-engine': {
    compiles: 5,
    flag: { name: 'NVTE_FRAMEWORK', value: 'pytorch', shown: 'pytorch:70', unset: 'none:70' },
    tools: ['cmake', 'ninja'],
  },
  /** scikit-build-core, whose CMakeLists.txt reads `$ENV{MY_FLAG}`. */
  'scikit-build': { compiles: 4, flag: myFlag, tools: ['cmake', 'ninja'] },
  meson: {
    compiles: 4,
    flag: { name: 'CXXFLAGS', value: '-DDEMO_FLAG=on', shown: 'on', unset: 'unset' },
    tools: ['ninja'],
  },
  /** CMake in the hook for the metadata, and again in the hook for the wheel. */
  pytorch: { compiles: 4, flag: myFlag, tools: ['cmake', 'ninja'] },
  /** The version comes from `git describe`. */
  scm: { compiles: 4, flag: myFlag, tools: [] },
  /** `packages/two` reads `common/version.txt`, and its compiler `common/numbers.h`. */
  monorepo: { compiles: 4, flag: myFlag, tools: [] },
  /** Refuses to build without a CUDA toolkit. */
  cuda: { compiles: 1, flag: myFlag, tools: [] },
  /** `build_wheel` leaves half of a wheel and returns its name. */
  'half-wheel': { compiles: 4, flag: myFlag, tools: [] },
} as const satisfies Readonly<Record<string, ShapeFacts>>

export type Repository = {
  readonly directory: string
  /** Of the project that has the extension; the repository itself but in a monorepo. */
  readonly project: string
  /** Runs git there; returns what it prints. */
  git(...args: readonly string[]): Promise<string>
  /** Writes a file; the path is relative to the repository. */
  write(path: string, text: string): Promise<void>
  /** Replaces a text that is there, or rejects. */
  edit(path: string, from: string, to: string): Promise<void>
  /** Commits all that differs. */
  commit(message: string): Promise<void>
  /** A fresh clone with all tags. */
  clone(directory: string): Promise<Repository>
}

/** Makes the repository of a shape, with one commit tagged `v1.0`; whatever runs its build scripts adds a line to `hookLog`. */
export async function makeRepository(shape: Shape, directory: string, hookLog: string): Promise<Repository> {
  const packageDirectory = shape === 'monorepo' ? join(directory, 'packages', 'two') : directory
  await copyTemplates('common', packageDirectory, hookLog)
  await copyTemplates(shape, directory, hookLog)
  if (shape === 'monorepo') await rm(join(packageDirectory, 'csrc', 'numbers.h'))
  const repository = openRepository(directory, packageDirectory)
  await repository.git('init', '-q', '-b', 'main')
  await repository.commit('First')
  await repository.git('tag', '-a', 'v1.0', '-m', 'v1.0')
  return repository
}

function openRepository(directory: string, project: string): Repository {
  const git: Repository['git'] = async (...args) =>
    (await run('git', args, { cwd: directory, env: gitEnvironment() })).stdout.trim()
  const path = (name: string) => join(directory, name)
  return {
    ...{ directory, project, git },
    write: async (name, text) => {
      await mkdir(dirname(path(name)), { recursive: true })
      await writeFile(path(name), text)
    },
    edit: async (name, from, to) => {
      const text = await readFile(path(name), 'utf8')
      if (!text.includes(from)) throw new Error(`${name} has no \`${from}\``)
      await writeFile(path(name), text.replace(from, to))
    },
    commit: async message => {
      await git('add', '-A')
      await git('commit', '-q', '-m', message)
    },
    clone: async to => {
      await run('git', ['clone', '-q', directory, to], { env: gitEnvironment() })
      return openRepository(to, join(to, relative(directory, project)))
    },
  }
}

/** Neither the settings of the machine nor the time decide what is committed, but for the time of a commit. */
function gitEnvironment(): Record<string, string> {
  const someone = ['AUTHOR', 'COMMITTER'].flatMap(role => [
    [`GIT_${role}_NAME`, 'Someone'],
    [`GIT_${role}_EMAIL`, 'someone@example.invalid'],
  ])
  const config = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
  return { PATH: process.env.PATH ?? '', ...config, ...Object.fromEntries(someone) }
}

async function copyTemplates(name: string, destination: string, hookLog: string): Promise<void> {
  const from = join(templates, name)
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(destination, relative(from, source))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, readFileSync(source, 'utf8').replaceAll('@HOOK_LOG@', hookLog))
    // A file of that name would count where the templates lie.
    if (entry.name === 'gitignore') await rename(target, join(dirname(target), '.gitignore'))
  }
}
