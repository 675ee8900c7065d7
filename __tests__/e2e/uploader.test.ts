import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScratch, pylockOf, type Scratch } from '../helpers/cli.js'
import { scrubbedEnvironment } from '../helpers/tools.js'
import { makeWheel } from '../helpers/wheel-builder.js'

const token = 'hunter2-of-the-runtime'
const demo = makeWheel({ name: 'demo', version: '1.0' })

let scratch: Scratch
let cache: string
beforeEach(async () => {
  scratch = await makeScratch()
  cache = join(scratch.directory, 'cache')
  await scratch.offer(demo)
  await scratch.write('pylock.toml', pylockOf([demo]))
  await mkdir(join(scratch.directory, 'temp'))
})
afterEach(() => scratch.remove())

/** Runs a step of the built action to its end, as the runner does. */
async function runStep(step: 'main' | 'post', env: Readonly<Record<string, string>> = {}): Promise<string> {
  const path = (name: string) => join(scratch.directory, name)
  for (const name of ['state', 'output', 'path', 'env', 'summary']) await writeFile(path(name), '')
  const given = {
    ...{ HOME: scratch.directory, GITHUB_WORKSPACE: scratch.directory, RUNNER_TEMP: path('temp') },
    ...{ RUNNER_TRACKING_ID: 'github_1', ACTIONS_RUNTIME_TOKEN: token },
    ...{ GITHUB_STATE: path('state'), GITHUB_OUTPUT: path('output'), GITHUB_STEP_SUMMARY: path('summary') },
    ...{ GITHUB_PATH: path('path'), GITHUB_ENV: path('env') },
    ...{ 'INPUT_FIND-LINKS': scratch.wheels, 'INPUT_NO-INDEX': 'true', INPUT_STORE: scratch.store },
    'INPUT_CACHE-BACKEND': pathToFileURL(cache).href,
    ...env,
  }
  const inherited = Object.entries(scrubbedEnvironment()).filter(
    ([name]) => !/^(?:ACTIONS|GITHUB|RUNNER|INPUT|STATE|WHEELCREW)_/.test(name),
  )
  const entry = fileURLToPath(new URL(`../../dist/${step}/index.js`, import.meta.url))
  const child = spawn(process.execPath, [entry], {
    cwd: scratch.directory,
    env: { ...Object.fromEntries(inherited), ...given },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const log = Buffer.concat(await child.stdout.toArray()).toString('utf8')
  const exitCode = child.exitCode ?? (await new Promise(resolve => child.on('exit', resolve)))
  expect({ exitCode, log }).toEqual({ exitCode: 0, log })
  return log
}

type State = { readonly directory: string; readonly pid: number }

/** What the main step left for the post step, as the runner reads it from the file. */
async function readState(): Promise<State & { readonly variables: Readonly<Record<string, string>> }> {
  const file = await readFile(join(scratch.directory, 'state'), 'utf8')
  const text = /^save<<.*\n(.*)$/m.exec(file)?.[1] ?? ''
  return { ...(JSON.parse(text) as State), variables: { STATE_save: text } }
}

async function savedKeys(): Promise<readonly string[]> {
  return (await readdir(cache).catch(() => [])).filter(name => name.endsWith('.entry'))
}

describe('the action, run step by step', () => {
  test('saves beside the next steps, and the next machine restores it', async () => {
    expect(await runStep('main')).toContain('cache: saving while the next steps run\n')
    const { variables } = await readState()
    expect(await runStep('post', variables)).toMatch(/^cache: saved [\d.]+ k?B in [\d.]+ s.*\n$/)
    expect(await savedKeys()).toHaveLength(2)
    await rm(scratch.store, { recursive: true })
    await rm(join(scratch.wheels, demo.filename))
    await rm(join(scratch.directory, '.venv'), { recursive: true })
    await runStep('main')
    expect(await readdir(join(scratch.directory, '.venv'), { recursive: true })).toContainEqual(
      expect.stringMatching(/demo-1\.0\.dist-info.RECORD$/),
    )
  })

  test('saves in the post step when the uploader was killed', async () => {
    await runStep('main')
    const { pid, directory, variables } = await readState()
    process.kill(pid, 'SIGKILL')
    await rm(join(directory, 'result.json'), { force: true })
    await rm(cache, { recursive: true, force: true })
    expect(await runStep('post', variables)).toMatch(/saving again\n(?:.*\n)*cache: saved [\d.]+ k?B in /)
    expect(await savedKeys()).toHaveLength(2)
  })

  test('saves though a step removes all temporary files, and does not say otherwise', async () => {
    await runStep('main')
    const { directory, variables } = await readState()
    await rm(directory, { recursive: true })
    // A removed result, of an upload that was quicker than this step, leaves nothing to know.
    expect(await runStep('post', variables)).toMatch(/^(?:cache: saved |warning: it is not known whether )/)
    expect(await savedKeys()).toHaveLength(2)
  })

  test('lets no command of a forged result through to the runner', async () => {
    await runStep('main')
    const { directory, variables } = await readState()
    await runStep('post', variables)
    const log = '::error::x\n\u00a0::stop-commands::y\nz ##[add-mask]z\n'
    await writeFile(join(directory, 'result.json'), JSON.stringify({ bytes: 0, startedAt: 0, endedAt: 0, log }))
    const printed = await runStep('post', variables)
    expect(printed).toContain('| ::error::x\n')
    expect(printed).not.toMatch(/^\s*::|##\[/m)
  })

  test('leaves no credential in a file', async () => {
    await runStep('main')
    const { variables } = await readState()
    await runStep('post', variables)
    const files = (await readdir(join(scratch.directory, 'temp'), { recursive: true, withFileTypes: true })).filter(
      file => file.isFile(),
    )
    expect(files.map(({ name }) => name).sort()).toEqual(['report.json', 'request.json', 'result.json'])
    const texts = await Promise.all(files.map(file => readFile(join(file.parentPath, file.name), 'utf8')))
    expect(`${texts.join('')}${JSON.stringify(variables)}`).not.toContain(token)
  })
})
