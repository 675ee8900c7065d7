/** What tests of editable products look at. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProcess } from '../../../src/process.js'
import { readEntries, readEntry } from '../../../src/wheel/zip.js'
import { findTool, scrubbedEnvironment } from '../../helpers/tools.js'

/** The text of each member of a wheel; of binary files and RECORDs, only that they are there. */
export async function listWheel(path: string): Promise<Readonly<Record<string, string>>> {
  const bytes = await readFile(path)
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) }
  const members = readEntries(source, path).map(entry => {
    const content = readEntry(source, entry, path)
    const isShown = !content.includes(0) && !entry.path.endsWith('/RECORD')
    return [entry.path, isShown ? content.toString('utf8') : '…'] as const
  })
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The path of uv, or empty where it or the index is not to be had: that is said, and in CI it is an error. */
export async function reachableUv(): Promise<string> {
  const found = await findTool('uv')
  if (found === undefined) return ''
  const root = await mkdtemp(join(tmpdir(), 'wheelcrew-index-'))
  try {
    const args = ['pip', 'install', '-q', '--target', join(root, 'x'), '--no-deps', 'flit_core']
    const { exitCode, stderr } = await runProcess(found, args, { env: scrubbedEnvironment(), timeoutMs: 60_000 })
    if (exitCode === 0) return found
    if (process.env.CI !== undefined) throw new Error(stderr)
    process.stderr.write(`SKIPPED: editable products of real backends, which come from the index: ${stderr}\n`)
    return ''
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
