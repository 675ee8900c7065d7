/** Which images of the same plan and lock an interpreter can use. */
import { createHash } from 'node:crypto'
import type { Interpreter } from '../python/interpreter.js'
import { version } from '../version.js'
import type { Run } from './run.js'
import { bytecodeFacts } from './stored-plan.js'

/**
 * Hex sha256 of what decides how an environment looks, beyond the plan digest and the lock of a manifest: nothing of it is a path
 * of this machine but that of its interpreter, which the environment names.
 */
export async function imagesKey(interpreter: Interpreter, { settings, host }: Run): Promise<string> {
  const bytecode = await bytecodeFacts({ settings, host })
  const facts = [3, version, host.umask, interpreter, settings.onConflict, bytecode]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}
