import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../..', import.meta.url))
const workflow = '.github/workflows/self-test.yml'
const parts = ['action.yml', 'dist', workflow, '__tests__/e2e/self-test']
const act = (process.env.PATH ?? '')
  .split(delimiter)
  .map(directory => join(directory, 'act'))
  .find(existsSync)

/** Jobs are written for Linux. There a missing act is a failure in CI, and a skip with a word elsewhere. */
const skipped = process.platform !== 'linux' || (act === undefined && process.env.CI === undefined)
if (skipped) console.warn('SKIPPED: the action under act (`go install github.com/nektos/act@v0.2.89` on Linux)')

const describeOnLinux = skipped ? describe.skip : describe

describeOnLinux('the action, run by act in a workflow of this repository', () => {
  let scratch: string
  let first: Run
  let second: Run

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-act-'))
    const repository = join(scratch, 'repository')
    for (const part of parts) {
      await mkdir(dirname(join(repository, part)), { recursive: true })
      await cp(join(root, part), join(repository, part), { recursive: true })
    }
    await commit(repository)
    first = await runWorkflow(scratch, 'first')
    second = await runWorkflow(scratch, 'second')
  })

  afterAll(() => rm(scratch, { recursive: true, force: true }))

  test('installs, and later steps run in the environment', () => {
    expect(first).toMatchObject({ exitCode: 0, log: expect.stringContaining('imported in a venv') })
    expect(first.log).toMatch(/Pygments version/)
  })

  test('finds nothing to restore in an empty cache, and restores in the next job what it saved', () => {
    expect(first.log).toContain('save job, cache-hit is false')
    expect(first.log).toContain('restore job, cache-hit is true')
  })

  test('saves beside the steps of the job', () => {
    expect(first.log).toContain('cache: saving while the next steps run')
    expect(first.log).toMatch(/cache: saved [\d.]+ .?B in [\d.]+ s/)
  })

  test('restores in a second run what the first run saved', () => {
    expect(second.exitCode).toBe(0)
    expect(second.log).toContain('save job, cache-hit is true')
    expect(second.log).toContain('restore job, cache-hit is true')
  })
})

type Run = { readonly exitCode: number; readonly log: string }

/** act needs a commit to name the revision by. */
async function commit(repository: string): Promise<void> {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', '-c', 'commit.gpgsign=false']
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    [...identity, 'commit', '-q', '-m', 'self-test'],
  ]) {
    const { exitCode, log } = await run('git', args, { cwd: repository, env: process.env })
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')}: ${log}`)
  }
}

/**
 * Jobs run as processes of this machine under the Node that runs the tests. Each `machine` has a home, and so a workspace, of its
 * own: only the cache server of act is shared. A runner always gives a token; act gives one only with its artifact server.
 */
function runWorkflow(scratch: string, machine: string): Promise<Run> {
  const servers = ['--cache-server-addr', '127.0.0.1', '--cache-server-path', join(scratch, 'cache')]
  const token = ['--env', 'ACTIONS_RUNTIME_TOKEN=self-test']
  const args = ['push', '-W', workflow, '-P', 'ubuntu-latest=-self-hosted', ...servers, ...token]
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(ACTIONS_|GITHUB_|RUNNER_|WHEELCREW_|PIP|UV|PYTHON)/.test(name),
  )
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`
  const env = { ...Object.fromEntries(inherited), PATH: path, HOME: join(scratch, machine) }
  return run(act ?? 'act', args, { cwd: join(scratch, 'repository'), env })
}

function run(command: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Run> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stdout.on('data', chunk => {
    log += chunk
  })
  child.stderr.on('data', chunk => {
    log += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ exitCode: code ?? 1, log }))
  })
}
