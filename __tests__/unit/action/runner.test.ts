import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { EOL, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runnerCommands } from '../../../src/action/runner.js'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-runner-'))
})

afterEach(() => rm(directory, { recursive: true }))

function makeRunner() {
  let log = ''
  const path = (name: string) => join(directory, name)
  const files = { GITHUB_OUTPUT: path('output'), GITHUB_STATE: path('state') }
  const env = { ...files, GITHUB_ENV: path('env'), GITHUB_PATH: path('path'), STATE_kept: 'earlier' }
  const commands = runnerCommands(env, text => {
    log += text
  })
  return { commands, log: () => log, file: (name: string) => readFile(path(name), 'utf8') }
}

/** As the runner reads one of its files: `NAME<<DELIMITER`, the value, `DELIMITER`. */
function readAssignments(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  const lines = text.split(EOL)
  for (let line = lines.shift(); line !== undefined && line !== ''; line = lines.shift()) {
    const [name = '', delimiter = ''] = line.split('<<')
    values[name] = lines.splice(0, lines.indexOf(delimiter)).join(EOL)
    lines.shift()
  }
  return values
}

describe('runnerCommands', () => {
  test('writes outputs, state and variables into the files of the runner, one after the other', async () => {
    const { commands, file, log } = makeRunner()
    commands.setOutput('venv', '/job/.venv')
    commands.setOutput('cache-hit', 'true')
    commands.saveState('save', '{"pid":1}')
    commands.exportVariable('VIRTUAL_ENV', '/job/.venv')
    expect(readAssignments(await file('output'))).toEqual({ venv: '/job/.venv', 'cache-hit': 'true' })
    expect(readAssignments(await file('state'))).toEqual({ save: '{"pid":1}' })
    expect(readAssignments(await file('env'))).toEqual({ VIRTUAL_ENV: '/job/.venv' })
    expect(log()).toBe('')
  })

  test('lets no value end early', async () => {
    const { commands, file } = makeRunner()
    commands.setOutput('venv', 'first')
    const [, delimiter = ''] = (await file('output')).split(/<<|\r?\n/)
    const hostile = ['x', delimiter, 'PATH<<y', '/evil', 'y'].join(EOL)
    commands.setOutput('report', hostile)
    expect(readAssignments(await file('output'))).toEqual({ venv: 'first', report: hostile })
  })

  test('puts a directory on the path as a line of its own', async () => {
    const { commands, file } = makeRunner()
    commands.addPath('/job/.venv/bin')
    expect(await file('path')).toBe(`/job/.venv/bin${EOL}`)
  })

  test('reads the state that an earlier step left', () => {
    const { commands } = makeRunner()
    expect(commands.getState('kept')).toBe('earlier')
    expect(commands.getState('other')).toBe('')
  })

  test('says secrets, warnings and the failure on the log, each as one line', () => {
    const { commands, log } = makeRunner()
    commands.setSecret('p%25w')
    commands.warning('one\ntwo')
    commands.setFailed('100 %\r\n::set-env name=X::y')
    const lines = ['::add-mask::p%2525w', '::warning::one%0Atwo', '::error::100 %25%0D%0A::set-env name=X::y']
    expect(log()).toBe(lines.map(line => line + EOL).join(''))
  })

  test('says nothing where no runner is', () => {
    let log = ''
    const commands = runnerCommands({}, text => {
      log += text
    })
    commands.setOutput('venv', '/job/.venv')
    commands.addPath('/job/.venv/bin')
    expect(log).toBe('')
  })
})
