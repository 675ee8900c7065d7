/** Where the parts of the product lie beside one another. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Layout = {
  readonly workerPath: string
  readonly helpersDirectory: string
}

/**
 * Finds the worker and the Python helpers from the URL of an entry, `<root>/<room>/<file>.js`: in the bundles of `dist/`
 * or, where there are none, in the modules of `lib/`. The paths are joined by hand: a bundler follows `new URL`.
 */
export function layoutOf(entryUrl: string): Layout {
  const root = dirname(dirname(fileURLToPath(entryUrl)))
  const bundled = join(root, 'worker', 'index.js')
  return {
    workerPath: existsSync(bundled) ? bundled : join(root, 'workers', 'worker.js'),
    helpersDirectory: join(root, 'helpers'),
  }
}

/** The module of the post step, from the URL of an entry: bundled or not, as above. */
export function postEntryOf(entryUrl: string): string {
  const root = dirname(dirname(fileURLToPath(entryUrl)))
  const bundled = join(root, 'post', 'index.js')
  return existsSync(bundled) ? bundled : join(root, 'action', 'post.js')
}
