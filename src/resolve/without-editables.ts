/** Requirements files without their `-e` lines, for a resolver that would build those trees itself. */
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type InputFile, readInputText } from './inputs.js'

/**
 * Copies of these files, and of what they include, below `directory`; lines that are not about files stay as they are.
 * Throws what reading an included file throws.
 */
export async function withoutEditables(files: readonly InputFile[], directory: string): Promise<readonly InputFile[]> {
  const copies = new Map<string, string>()
  const copied: InputFile[] = []
  for (const file of files) {
    const copy = await copyWithout(file, directory, copies)
    copied.push({ ...file, ...copy })
  }
  return copied
}

type Source = Pick<InputFile, 'path' | 'shown' | 'text'>
type Copy = Pick<InputFile, 'path' | 'text'>

/** `copies`: where the copy of each file lies; a file that includes itself is copied once. */
async function copyWithout(file: Source, directory: string, copies: Map<string, string>): Promise<Copy> {
  const target = join(directory, String(copies.size))
  const path = join(target, basename(file.path))
  copies.set(file.path, path)
  const lines: string[] = []
  for (const line of joinedLines(file.text)) lines.push(await rewrite(line, { file, directory, copies }))
  const text = lines.join('\n')
  await mkdir(target, { recursive: true })
  await writeFile(path, text)
  return { path, text }
}

/** A line that ends in `\` goes on in the next one. */
function joinedLines(text: string): readonly string[] {
  return text.replace(/\\\r?\n/g, ' ').split(/\r\n|\r|\n/)
}

type Place = { readonly file: Source; readonly directory: string; readonly copies: Map<string, string> }

async function rewrite(line: string, { file, directory, copies }: Place): Promise<string> {
  if (/^\s*(?:-e|--editable(?![\w-]))/.test(line)) return ''
  const [, option = '', name = '', rest = ''] =
    /^\s*(-r|--requirement|-c|--constraint|-f|--find-links)[\s=]*(\S+)(.*)$/.exec(line) ?? []
  if (option === '') return line
  const isLinks = option === '-f' || option === '--find-links'
  if (isLinks && /^[a-z][a-z0-9+.-]+:/i.test(name)) return line
  const path = resolve(dirname(file.path), name)
  if (isLinks) return `${option} ${path}${rest}`
  const known = copies.get(path)
  if (known !== undefined) return `${option} ${known}${rest}`
  const shown = join(dirname(file.shown), name)
  const copy = await copyWithout({ path, shown, text: await readInputText(path, shown) }, directory, copies)
  return `${option} ${copy.path}${rest}`
}
