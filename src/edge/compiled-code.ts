/** The compiled code of this program, kept from one run to the next, so that V8 does not compile it again. */
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { Environment } from '../host.js'

/**
 * Has Node keep the compiled form of the modules that are imported from here on, and use what earlier runs kept: it checks that
 * against version, source and user. Where nothing can be kept, the run is slower and nothing else. NODE_COMPILE_CACHE names
 * another directory, NODE_DISABLE_COMPILE_CACHE=1 turns it off. Needs Node 22.8: an entry looks at the version first.
 */
export function keepCompiledCode(env: Environment): void {
  if (env.NODE_COMPILE_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return
  const directory = compiledCodeDirectory(env, { homeDirectory: homedir(), os: process.platform })
  if (directory !== undefined && isMade(directory))
    process.getBuiltinModule('node:module').enableCompileCache(directory)
}

type Machine = { readonly homeDirectory: string; readonly os: NodeJS.Platform }

/** In the tool cache of a runner, else in the user's cache; undefined where neither is an absolute path. */
export function compiledCodeDirectory(env: Environment, { homeDirectory, os }: Machine): string | undefined {
  const userCaches =
    os === 'win32'
      ? [env.LOCALAPPDATA]
      : [env.XDG_CACHE_HOME, join(homeDirectory, os === 'darwin' ? 'Library/Caches' : '.cache')]
  const parent = [env.RUNNER_TOOL_CACHE, ...userCaches].find(path => path !== undefined && isAbsolute(path))
  return parent === undefined ? undefined : join(parent, 'wheelcrew', 'compiled')
}

/** Makes the cache, but no home for it. Not by a recursive mkdir: Node's never ends where the system refuses with ENOENT. */
function isMade(directory: string): boolean {
  const cache = dirname(dirname(directory))
  try {
    if (existsSync(directory)) return true
    for (const path of [cache, dirname(directory), directory]) if (!existsSync(path)) mkdirSync(path)
    return true
  } catch {
    return false
  }
}
