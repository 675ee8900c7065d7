// Runs commands for measurements: in a scrubbed environment, one after another, timed by measure.py.
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const measureScript = fileURLToPath(new URL('measure.py', import.meta.url))
const foreign = /^(PIP|UV|PYTHON|WHEELCREW|GITHUB|ACTIONS|RUNNER|AGENT)/i

/** The options that all measurements have, and those of one of them; `runs` is a number, `python` the path of the interpreter. */
export function readOptions(own) {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', default: 'scientific' },
      runs: { type: 'string', default: '5' },
      wheels: { type: 'string' },
      work: { type: 'string', default: tmpdir() },
      python: { type: 'string', default: 'python3.11' },
      uv: { type: 'string', default: 'uv' },
      memory: { type: 'boolean', default: false },
      ...own,
    },
  })
  const python = output(values.python, ['-c', 'import sys; print(sys.executable)'])
  return { ...values, python, runs: Number(values.runs) }
}

/** The stdout of a command. `options` are those of execFileSync. */
export function output(command, args, options = {}) {
  return execFileSync(command, args, { encoding: 'utf8', env: scrubbed(), maxBuffer: 1 << 28, ...options }).trim()
}

/** What the commands cost together: wallMs, userMs, systemMs and, with `memory`, peakTreeBytes. */
export function measureCommands(commands, { python, memory = false, env = scrubbed(), cwd }) {
  const args = [measureScript, ...(memory ? ['--memory'] : []), JSON.stringify(commands)]
  return JSON.parse(output(python, args, { env, cwd, stdio: 'pipe' }))
}

/** Runs them one after another; the error of one that fails has what it printed. */
export function runAll(commands) {
  for (const [command, ...args] of commands) output(command, args, { stdio: 'pipe' })
}

/** What the figures were made with. */
export function versionsOf({ python, uv }) {
  return {
    node: process.versions.node,
    python: output(python, ['--version']).replace('Python ', ''),
    pip: output(python, ['-m', 'pip', '--version']).split(' ')[1],
    uv: output(uv, ['--version']).split(' ')[1],
  }
}

/** The environment of this process without the variables that steer a tool or describe a job. */
export function scrubbed() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

/** Each round starts with another item. */
export function rotate(items, by) {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
