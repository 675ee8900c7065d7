/** What is mounted, as Linux tells it (proc(5), `/proc/pid/mountinfo`). */
import { readFile } from 'node:fs/promises'

/** Mount points at or below an absolute real path, in the order in which they were mounted. Empty where there is no such table. */
export async function mountsBelow(directory: string): Promise<readonly string[]> {
  const table = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return mountPointsIn(table).filter(path => path === directory || path.startsWith(`${directory}/`))
}

/** The mount points of a mountinfo table, unescaped. */
export function mountPointsIn(table: string): readonly string[] {
  return table
    .split('\n')
    .filter(line => line !== '')
    .map(line => unescaped(line.split(' ')[4] ?? ''))
}

/** A field of an fstab(5) file: white space of ASCII and backslashes would end it, or begin an escape; other spaces stand as they are. */
export function escaped(field: string): string {
  return field.replace(/[ \t\n\r\v\f\\]/g, character => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`)
}

/** Bytes that are not ASCII stand as they are. */
function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
}
