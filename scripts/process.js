// Child processes of the scripts: collected output, plain exit codes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './modern-node.js'

/** JavaScript entry points of the tools, run with this Node, so that no shim, shell or PATH is involved. */
export const tools = {
  biome: '@biomejs/biome/bin/biome',
  jest: 'jest/bin/jest.js',
  knip: 'knip/bin/knip.js',
  ncc: '@vercel/ncc/dist/ncc/cli.js',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
}

/** Runs one of `tools` in the repository and gives its exit code, its output and the milliseconds it took. */
export function runTool(name, args) {
  return runProcess(process.execPath, [join(root, 'node_modules', tools[name]), ...args])
}

/** Runs a process in the repository with its output collected; a process that cannot start has exit code 127. */
export function runProcess(command, args) {
  const started = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks = []
  child.stdout.on('data', chunk => chunks.push(chunk))
  child.stderr.on('data', chunk => chunks.push(chunk))
  return new Promise(resolve => {
    const finish = (code, message) => {
      const output = Buffer.concat(chunks).toString() + message
      resolve({ code, output: output.trim(), ms: performance.now() - started })
    }
    child.on('error', error => finish(127, error.message))
    child.on('close', code => finish(code ?? 1, ''))
  })
}
