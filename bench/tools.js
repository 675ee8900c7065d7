// What each tool runs for one measurement. Every tool makes its own virtual environment, so that step is in every figure.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/**
 * The commands of one install. A context has: requirements (file), wheels (directory), python and uv (executables), venv, cache
 * (the store or cache directory of the tool) and bytecode (whether to compile); and maybe linkMode, and flags for wheelcrew.
 */
export const tools = {
  wheelcrew: context => {
    const places = ['--python', context.python, '--venv', context.venv, '--store', context.cache]
    const flags = [`--compile-bytecode=${context.bytecode}`, ...linking(context), ...(context.flags ?? [])]
    return [[process.execPath, cli, 'install', '--quiet', ...flags, ...places, ...lockedFiles(context)]]
  },
  uv: context => {
    const places = ['--python', context.venv, '--cache-dir', context.cache]
    const flags = [...(context.bytecode ? ['--compile-bytecode'] : []), ...linking(context)]
    return [
      [context.uv, 'venv', '--quiet', '--no-project', '--python', context.python, context.venv],
      [context.uv, 'pip', 'install', '--quiet', ...flags, ...places, ...lockedFiles(context)],
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

/** The commands that give an environment what its lock names, and nothing else; they make it unless `exists`. The context is the same. */
export const synchronise = {
  wheelcrew: context => {
    const [[node, script, , ...args]] = tools.wheelcrew(context)
    return [[node, script, 'sync', ...args]]
  },
  uv: context => {
    const { exists, bytecode, requirements, wheels } = context
    const places = ['--python', context.venv, '--cache-dir', context.cache, '--no-index', '--find-links', wheels]
    const flags = [...(bytecode ? ['--compile-bytecode'] : []), ...linking(context), '--require-hashes']
    const [create] = tools.uv(context)
    return [...(exists ? [] : [create]), [context.uv, 'pip', 'sync', '--quiet', ...flags, ...places, requirements]]
  },
}

/** The three tools share these flags. */
function lockedFiles({ requirements, wheels }) {
  return ['-r', requirements, '--no-deps', '--require-hashes', '--no-index', '--find-links', wheels]
}

function linking({ linkMode }) {
  return linkMode === undefined ? [] : ['--link-mode', linkMode]
}

export function venvPython(venv) {
  return join(venv, 'bin', 'python')
}
