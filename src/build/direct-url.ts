/** direct_url.json (PEP 610) of what was built of a local directory. */
import { pathToFileURL } from 'node:url'
import type { DirectUrl } from '../plan/lock.js'

/** Of a source tree at an absolute path. `editable` is there in both cases: without it, uv takes the tree for another source. */
export function directUrlOfDirectory(path: string, isEditable: boolean): DirectUrl {
  return { url: pathToFileURL(path).href, dir_info: { editable: isEditable } }
}
