// Wheels that a measurement makes for itself.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { output } from './commands.js'

const script = fileURLToPath(new URL('warm-wheels.py', import.meta.url))

/** Makes wheels, each `[name, version, modules]`, in a directory, and returns the file of their requirements, with hashes. */
export function makeWheels({ python }, directory, wheels) {
  const requirements = join(directory, 'requirements.txt')
  writeFileSync(requirements, `${requirementsOf({ python }, directory, wheels).join('\n')}\n`)
  return requirements
}

/** The same, and returns the lines. */
export function requirementsOf({ python }, directory, wheels) {
  mkdirSync(directory, { recursive: true })
  return output(python, [script, directory, JSON.stringify(wheels)]).split('\n')
}
