/**
 * What `python -m venv --without-pip` makes, kept so that it need not run again: made once at a path of our own, with that
 * path and its name taken out of the texts. `venv` quotes paths in ways that differ between versions, so only paths that no
 * version has to quote are filled in; for others the module runs.
 */
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { errnoOf, hasErrno } from '../errors.js'
import type { Host } from '../host.js'
import type { Interpreter, VenvWish } from './interpreter.js'

type TemplateEntry =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  /** `mode`: permission bits, where they are not what the mask of a process leaves. */
  | { readonly kind: 'file'; readonly path: string; readonly mode: number | null; readonly text: string }

/** See `fillFromTemplate`. */
export type Template = { readonly format: 1; readonly entries: readonly TemplateEntry[] }

/** In the texts of a template: the path of the environment, and its last part. */
const rootMark = '\0root\0'
const nameMark = '\0name\0'

/** A directory in which templates are kept and made; makes an environment by the module. */
export type TemplateServices = {
  readonly host: Host
  /** Absolute; holds the templates. */
  readonly directory: string
  /** Absolute, on any file system: a template is made below it. */
  readonly temporary: string
  /** Templates that a process is making, by their paths; none where it could not. */
  readonly begun?: Map<string, Promise<Template | undefined>>
  /** Runs `python -m venv --without-pip` for this path. */
  makeByModule(root: string): Promise<void>
}

type Place = Pick<TemplateServices, 'host' | 'directory' | 'temporary'>

/**
 * Makes a virtual environment in `at`, a directory that exists, whose texts name `root`, where it will lie. False where no
 * template can be had or filled in: then run the module. Throws what `makeByModule` throws, and system errors of `at`.
 */
export async function fillFromTemplate(
  { at, root }: { readonly at: string; readonly root: string },
  interpreter: Interpreter,
  services: TemplateServices,
): Promise<boolean> {
  if (services.host.platform.os === 'win32' || !isPlain(root)) return false
  const place = templatePath(interpreter, services)
  const template =
    place === undefined
      ? undefined
      : ((await services.begun?.get(place)) ?? (await readTemplate(place)) ?? (await makeTemplate(place, services)))
  if (template === undefined) return false
  instantiate(template, { at, root })
  return true
}

/** Has an interpreter that is asked what it is make the template too; undefined where none could be made of that, or is not tried. */
export function templateWish(services: Place & Pick<TemplateServices, 'begun'>): VenvWish | undefined {
  const { host, temporary, begun } = services
  if (begun === undefined || host.platform.os !== 'linux' || !isPlain(temporary)) return undefined
  return {
    temporary,
    begun: (interpreter, passing) => {
      const place = templatePath(interpreter, services)
      if (place !== undefined) begun.set(place, takePassing(place, passing, services))
    },
  }
}

/** What no shell of any `activate` has to have quoted; newer modules refuse a `:`, which separates the directories of PATH. */
function isPlain(path: string): boolean {
  return /^[A-Za-z0-9@%+=,./_-]+$/.test(path)
}

/** Fills in a stored template; false where there is none, or where it cannot name this path. Throws system errors of `at`. */
export async function fillFromStored(
  template: string,
  place: { readonly at: string; readonly root: string },
): Promise<boolean> {
  const stored = isPlain(place.root) ? await readTemplate(template) : undefined
  if (stored !== undefined) instantiate(stored, place)
  return stored !== undefined
}

/** By all that the module's output depends on: the interpreter, and its executable as it is now; undefined where that is gone. */
export function templatePath(
  interpreter: Interpreter,
  { directory }: Pick<TemplateServices, 'directory'>,
): string | undefined {
  try {
    const { size, mtimeMs } = statSync(interpreter.baseExecutable)
    const { tags: _, ...facts } = interpreter
    const key = createHash('sha256')
      .update(JSON.stringify([1, facts, size, mtimeMs]))
      .digest('hex')
    return join(directory, `${key}.venv.json`)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return undefined
  }
}

async function readTemplate(path: string): Promise<Template | undefined> {
  try {
    const template = JSON.parse(await readFile(path, 'utf8')) as Template | null
    return template?.format === 1 && Array.isArray(template.entries) && template.entries.every(isEntry)
      ? template
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError || hasErrno(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return undefined
    throw error
  }
}

/** A disk that was full or lost power leaves what is JSON, and no template. */
function isEntry(entry: Partial<Record<'path' | 'kind' | 'text' | 'target', unknown>> | null): boolean {
  if (typeof entry?.path !== 'string') return false
  if (entry.kind === 'file') return typeof entry.text === 'string'
  return entry.kind === 'directory' || (entry.kind === 'link' && typeof entry.target === 'string')
}

async function makeTemplate(path: string, services: TemplateServices): Promise<Template | undefined> {
  const root = join(services.temporary, `venv-${randomUUID()}`)
  if (!isPlain(root)) return undefined
  try {
    await services.makeByModule(root)
    return await keepAs(path, root, services)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

type Passing = Parameters<VenvWish['begun']>[1]

/** None where it did not come to be, or is none: the module will say why. */
async function takePassing(path: string, { root, isMade }: Passing, services: Place): Promise<Template | undefined> {
  try {
    return (await isMade) ? await keepAs(path, root, services) : undefined
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return undefined
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function keepAs(path: string, root: string, services: Place): Promise<Template> {
  const template: Template = { format: 1, entries: [...describe(root, '', { root, name: basename(root) })] }
  await keep(path, template, services)
  return template
}

/** Where it cannot be kept, the next run makes it again. */
async function keep(path: string, template: Template, { directory, host }: Place): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(directory, { recursive: true })
    await writeFile(unfinished, JSON.stringify(template))
    await rename(unfinished, path)
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    host.log.debug(`the template of virtual environments is not kept: ${String(error)}`)
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** What the module writes by itself; it copies the rest, modes included, out of the standard library. */
const written: ReadonlySet<string> = new Set(['pyvenv.cfg', '.gitignore'])

type Names = { readonly root: string; readonly name: string }

function* describe(directory: string, prefix: string, names: Names): Generator<TemplateEntry> {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const source = join(directory, entry.name)
    const path = `${prefix}${entry.name}`
    if (entry.isSymbolicLink()) yield { kind: 'link', path, target: readlinkSync(source) }
    else if (entry.isDirectory()) {
      yield { kind: 'directory', path }
      yield* describe(source, `${path}/`, names)
    } else {
      const text = readFileSync(source, 'utf8').replaceAll(names.root, rootMark).replaceAll(names.name, nameMark)
      yield { kind: 'file', path, mode: written.has(path) ? null : lstatSync(source).mode & 0o777, text }
    }
  }
}

/** Fills in a template: `root` is what the texts name, `at` where they are written. */
function instantiate({ entries }: Template, { at, root }: { readonly at: string; readonly root: string }): void {
  const name = basename(root)
  for (const entry of entries) {
    const path = `${at}/${entry.path}`
    if (entry.kind === 'directory') mkdirSync(path, { recursive: true })
    else if (entry.kind === 'link') linkTo(entry.target, path)
    else {
      writeFileSync(path, entry.text.replaceAll(rootMark, root).replaceAll(nameMark, name))
      if (entry.mode !== null) chmodSync(path, entry.mode)
    }
  }
}

/** One that is there is the same: of an environment that gets another path. */
function linkTo(target: string, path: string): void {
  try {
    symlinkSync(target, path)
  } catch (error) {
    if (!hasErrno(error, 'EEXIST')) throw error
  }
}
