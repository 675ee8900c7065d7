// What each tool runs for one measurement. Every tool makes its own virtual environment, so that step is in every figure.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/**
 * The commands of one install. A context has: requirements (file), wheels (directory), python and uv (executables), venv, cache
 * (the store or cache directory of the tool) and bytecode (whether to compile).
 */
export const tools = {
  wheelcrew: context => {
    const places = ['--python', context.python, '--venv', context.venv, '--store', context.cache]
    const bytecode = `--compile-bytecode=${context.bytecode}`
    return [[process.execPath, cli, 'install', '--quiet', bytecode, ...places, ...lockedFiles(context)]]
  },
  uv: context => {
    const places = ['--python', context.venv, '--cache-dir', context.cache]
    const bytecode = context.bytecode ? ['--compile-bytecode'] : []
    return [
      [context.uv, 'venv', '--quiet', '--no-project', '--python', context.python, context.venv],
      [context.uv, 'pip', 'install', '--quiet', ...bytecode, ...places, ...lockedFiles(context)],
    ]
  },
  pip: context => {
    const pip = ['-m', 'pip', '--python', venvPython(context.venv), '--disable-pip-version-check', '--no-cache-dir']
    const bytecode = context.bytecode ? [] : ['--no-compile']
    return [
      [context.python, '-m', 'venv', '--without-pip', context.venv],
      [context.python, ...pip, 'install', '--quiet', ...bytecode, ...lockedFiles(context)],
    ]
  },
}

/** The three tools share these flags. */
function lockedFiles({ requirements, wheels }) {
  return ['-r', requirements, '--no-deps', '--require-hashes', '--no-index', '--find-links', wheels]
}

export function venvPython(venv) {
  return join(venv, 'bin', 'python')
}
