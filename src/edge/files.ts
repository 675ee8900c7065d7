/** The files that an edge itself reads and writes. */
import { readFile, writeFile } from 'node:fs/promises'
import { hasErrno, messageOf, UserError, usageError } from '../errors.js'

/** Reads report.json. Throws the usage error REPORT_NOT_FOUND when there is no file to be read. */
export async function readReportFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) throw error
    throw usageError('REPORT_NOT_FOUND', `cannot read the report \`${path}\`: ${messageOf(error)}`)
  }
}

/** Writes a rendering. Throws UserError OUTPUT_NOT_WRITABLE when the place does not take it. */
export async function writeOutput(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    if (!hasErrno(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EROFS', 'ENOSPC', 'EPERM')) throw error
    throw new UserError('OUTPUT_NOT_WRITABLE', `cannot write \`${path}\`: ${messageOf(error)}`, {
      hint: 'name a file in a directory that exists and that you may write to',
    })
  }
}
