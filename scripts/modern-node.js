// Runs a script of this folder under a Node that this project supports. This file, and every script that calls it, keeps to
// the syntax of Node 12 until the version is known.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const oldest = [22, 15]
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Calls `main` (async) here when this Node is new enough, else runs the same command line under the Node 24 that `npm ci` installed. */
export function onModernNode(main) {
  if (isModern(process.versions.node)) {
    process.env.PATH = dirname(process.execPath) + (process.platform === 'win32' ? ';' : ':') + process.env.PATH
    return main(process.argv.slice(2)).then(code => {
      process.exitCode = code
    })
  }
  process.exitCode = relaunch(process.argv.slice(1))
  return Promise.resolve()
}

function isModern(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

function relaunch(args) {
  const windows = process.platform === 'win32'
  const installed = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  const found = existsSync(installed)
  console.error(
    `Node ${process.versions.node} is older than ${oldest.join('.')}: running under ${found ? installed : '`npx node@24`'}`,
  )
  const child = found
    ? spawnSync(installed, args, { stdio: 'inherit' })
    : spawnSync('npx', ['--yes', 'node@24'].concat(args), { stdio: 'inherit', shell: windows })
  if (!child.error && child.status !== null) return child.status
  console.error(`error: no Node ${oldest.join('.')} or newer could be started`)
  console.error(`\nhint: install Node 24, or run \`npm ci\` without \`ignore-scripts\``)
  return 1
}
