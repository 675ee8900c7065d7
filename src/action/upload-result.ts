/** What the uploader did, in a file. Any step of the job may have written it: it is text and figures to show, nothing more. */
import { constants } from 'node:fs'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf } from '../errors.js'

export type UploadResult = {
  /** Bytes that were saved. */
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly endedAt: number
  /** What there was to say, in lines. */
  readonly log: string
}

const longestFile = 1 << 20
const longestLog = 1 << 16

/** Makes the file appear whole, in the directory or, where a step removed it, in a new one. Throws Node's system errors. */
export async function writeResult(directory: string, result: UploadResult): Promise<void> {
  const path = resultPath(directory)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeFile(`${path}.tmp`, JSON.stringify({ ...result, log: result.log.slice(0, longestLog) }))
  await rename(`${path}.tmp`, path)
}

/** Undefined when there is none, or none that an uploader writes. */
export async function readResult(directory: string): Promise<UploadResult | undefined> {
  try {
    return parseResult(await readSmallFile(resultPath(directory)))
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function resultPath(directory: string): string {
  return join(directory, 'result.json')
}

/** The text of a file: opening a named pipe waits for nobody, and devices, which have no size, are not read. */
async function readSmallFile(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const { size } = await file.stat()
    if (size > longestFile) return ''
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function parseResult(text: string): UploadResult | undefined {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { bytes, startedAt, endedAt, log } = value as Readonly<Record<string, unknown>>
  if (!isAmount(bytes) || !isAmount(startedAt) || !isAmount(endedAt)) return undefined
  if (startedAt > endedAt || typeof log !== 'string') return undefined
  return { bytes, startedAt, endedAt, log: withoutControls(log.slice(0, longestLog)) }
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/** Without what a terminal or a log viewer would act on. */
function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{C}/gu, '')
}
