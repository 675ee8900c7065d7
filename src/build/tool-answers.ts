/** What tools said of themselves, kept in one file, so that a build that is known starts no compiler. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errnoOf, messageOf } from '../errors.js'
import type { Log } from '../host.js'

/** Both empty where they are not to be had. */
export type ToolAnswer = {
  /** First line of what it says about its version. */
  readonly version: string
  /** sha256 in hex: of the file, or of all that it says where the file only stands for another. */
  readonly digest: string
}

export type ToolAnswers = {
  /** The answer that is kept under this key, else the one that `ask` gives; it is kept if it is lasting. */
  get(key: string, ask: () => Promise<ToolAnswer & { readonly isLasting: boolean }>): Promise<ToolAnswer>
  /** Keeps what is new. Trouble is logged: the next run asks again. */
  save(log: Log): Promise<void>
}

const format = 1
/** More than there are tools and their versions on a machine. */
const mostKept = 200

/** Opens the answers in a directory, which need not exist; `undefined` keeps them for this run alone. A damaged file is none. */
export async function openToolAnswers(directory: string | undefined): Promise<ToolAnswers> {
  const path = directory === undefined ? undefined : join(directory, 'tools.json')
  const kept = path === undefined ? new Map<string, ToolAnswer>() : await read(path)
  const fresh = new Map<string, ToolAnswer>()
  return {
    async get(key, ask) {
      const known = kept.get(key) ?? fresh.get(key)
      if (known !== undefined) return known
      const { version, digest, isLasting } = await ask()
      if (isLasting) fresh.set(key, { version, digest })
      return { version, digest }
    },
    async save(log) {
      if (path === undefined || fresh.size === 0) return
      const answers = Object.fromEntries([...kept, ...fresh].slice(-mostKept))
      await replace(path, JSON.stringify({ format, answers })).catch(error => {
        if (errnoOf(error) === undefined) throw error
        log.debug(`what tools said of their versions is not kept: ${messageOf(error)}`)
      })
    },
  }
}

async function read(path: string): Promise<Map<string, ToolAnswer>> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (!isObject(value) || value.format !== format || !isObject(value.answers)) return new Map()
    return new Map(Object.entries(value.answers).flatMap(([key, answer]) => (isAnswer(answer) ? [[key, answer]] : [])))
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof Error && error.name === 'SyntaxError')) throw error
    return new Map()
  }
}

async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(temporary, text)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

function isAnswer(value: unknown): value is ToolAnswer {
  return isObject(value) && typeof value.version === 'string' && typeof value.digest === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
