/**
 * The commands of the runner: its files where it names them, its log for the rest. Not by @actions/core, which loads an HTTP
 * client of 1.5 MB into each process of a job. Spec: "Workflow commands for GitHub Actions" in GitHub's documentation.
 */
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'
import type { Environment } from '../host.js'
import type { RunnerCommands } from './commands.js'

/**
 * The commands of the runner that started this process; `write` goes to its log as it is. Outside of a runner, where no file
 * is named, values go nowhere. Calls throw Node's system errors when a file cannot be written.
 */
export function runnerCommands(env: Environment, write: (text: string) => void): RunnerCommands {
  const append = (variable: string, line: string) => {
    const path = env[variable] ?? ''
    if (path !== '') appendFileSync(path, `${line}${EOL}`)
  }
  const say = (command: string, text: string) => write(`::${command}::${escapeText(text)}${EOL}`)
  return {
    setOutput: (name, value) => append('GITHUB_OUTPUT', assignment(name, value)),
    saveState: (name, value) => append('GITHUB_STATE', assignment(name, value)),
    getState: name => env[`STATE_${name}`] ?? '',
    addPath: directory => append('GITHUB_PATH', directory),
    exportVariable: (name, value) => append('GITHUB_ENV', assignment(name, value)),
    setSecret: secret => say('add-mask', secret),
    warning: message => say('warning', message),
    setFailed: message => say('error', message),
  }
}

/** Between lines that nobody can foresee, so that no value ends early and goes on as another assignment. */
function assignment(name: string, value: string): string {
  const delimiter = `wheelcrew-${randomUUID()}`
  return [`${name}<<${delimiter}`, value, delimiter].join(EOL)
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
