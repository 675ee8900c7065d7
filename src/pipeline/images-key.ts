/** Which images of the same plan and lock an interpreter can use. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Interpreter } from '../python/interpreter.js'
import { version } from '../version.js'
import type { Run } from './run.js'

/**
 * Hex sha256 of what decides how an environment looks, beyond the plan digest and the lock of a manifest: nothing of it is a path
 * of this machine but that of its interpreter, which the environment names.
 */
export async function imagesKey(interpreter: Interpreter, { settings, host }: Run): Promise<string> {
  const { compileBytecode, invalidationMode, modulesFile, onConflict } = settings
  const modules = modulesFile === '' ? '' : await readFile(modulesFile, 'utf8').catch(() => '')
  const variables = [host.env.PYTHONOPTIMIZE ?? '', host.env.PYTHONPYCACHEPREFIX ?? '']
  const facts = [2, version, host.umask, interpreter, compileBytecode, invalidationMode, modules, onConflict, variables]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
