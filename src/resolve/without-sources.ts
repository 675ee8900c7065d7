/** Requirements without what has to be built, for a resolver that would build it itself. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Environment } from '../host.js'
import { isSource, parseRow } from '../plan/requirement.js'
import { isSourceLine } from '../plan/requirements.js'
import { redact } from '../redact.js'
import { type InputFile, readInputText } from './inputs.js'

/**
 * Copies of these files, and of what they include, below `directory`, from which `-e` lines and sources are left out; lines that
 * are not about files stay as they are. Throws what reading an included file throws.
 */
export async function withoutSourceLines(
  files: readonly InputFile[],
  directory: string,
  env: Environment,
): Promise<readonly InputFile[]> {
  const copies = new Map<string, string>()
  const copied: InputFile[] = []
  for (const file of files) {
    const copy = await copyWithout(file, { directory, env, copies })
    copied.push({ ...file, ...copy })
  }
  return copied
}

/** Whether a package that the user named has to be built. Throws as `parseRow`. */
export function isSourcePackage(text: string): boolean {
  return isSource(parseRow(text, `\`${redact(text)}\``))
}

type Copying = {
  readonly directory: string
  readonly env: Environment
  /** Where the copy of each file lies: a file that includes itself is copied once. */
  readonly copies: Map<string, string>
}

type Source = Pick<InputFile, 'path' | 'shown' | 'text'>
type Copy = Pick<InputFile, 'path' | 'text'>

async function copyWithout(file: Source, copying: Copying): Promise<Copy> {
  const target = join(copying.directory, String(copying.copies.size))
  const path = join(target, basename(file.path))
  copying.copies.set(file.path, path)
  const lines: string[] = []
  for (const line of joinedLines(file.text)) lines.push(await rewrite(line, file, copying))
  const text = lines.join('\n')
  await mkdir(target, { recursive: true })
  await writeFile(path, text)
  return { path, text }
}

/** A line that ends in `\` goes on in the next one. */
function joinedLines(text: string): readonly string[] {
  return text.replace(/\\\r?\n/g, ' ').split(/\r\n|\r|\n/)
}

async function rewrite(line: string, file: Source, copying: Copying): Promise<string> {
  if (isSourceLine(line, copying.env)) return ''
  const [, option = '', name = '', rest = ''] =
    /^\s*(-r|--requirement|-c|--constraint|-f|--find-links)[\s=]*(\S+)(.*)$/.exec(line) ?? []
  if (option === '') return line
  const isLinks = option === '-f' || option === '--find-links'
  if (isLinks && /^[a-z][a-z0-9+.-]+:/i.test(name)) return line
  const path = resolve(dirname(file.path), name)
  if (isLinks) return `${option} ${path}${rest}`
  const known = copying.copies.get(path)
  if (known !== undefined) return `${option} ${known}${rest}`
  const shown = join(dirname(file.shown), name)
  const copy = await copyWithout({ path, shown, text: await readInputText(path, shown) }, copying)
  return `${option} ${copy.path}${rest}`
}
