/** Which stored lock the inputs of a run have. */
import type { Interpreter } from '../python/interpreter.js'
import type { Settings } from '../settings.js'
import type { RunInputs } from './run-inputs.js'
import { lockKey } from './stored-lock.js'

/** The key under which the lock of these inputs is stored; that of a pylock is not. */
export function keyOf(
  { files: [file], set, configuration }: RunInputs,
  { settings, interpreter }: { readonly settings: Settings; readonly interpreter: Interpreter },
): string {
  const isUvLock = file?.kind === 'uv-lock'
  return lockKey({
    settings,
    interpreter,
    set: isUvLock ? undefined : set,
    texts: isUvLock ? { ...configuration.texts, 'uv.lock': file.text } : configuration.texts,
  })
}
