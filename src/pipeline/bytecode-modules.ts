/** `compile-bytecode: FILE`: which modules are compiled, where not all are. */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { errnoOf, messageOf, usageError } from '../errors.js'
import { compiledSources } from '../install/layout.js'
import type { WheelNote } from '../store/note.js'
import { placeEntry } from '../wheel/placement.js'

export type ModuleList = {
  /** Absolute path of the file that names them. */
  readonly file: string
  /** Full names, and those of the packages around them. */
  readonly names: ReadonlySet<string>
  /** Of the names: what sets this selection apart from others. Lower-case hex. */
  readonly digest: string
}

/**
 * The modules that a file names: a full name a line, or lines as `python -X importtime` writes them; `#` begins a comment.
 * Throws UserError MODULES_FILE_UNREADABLE and MODULES_FILE_INVALID.
 */
export function readModuleList(file: string): ModuleList {
  const names = parseModules(readText(file), file)
  return { file, names, digest: hash('sha256', [...names].sort().join('\n'), 'hex') }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    throw usageError(
      'MODULES_FILE_UNREADABLE',
      `cannot read the modules to compile from \`${file}\`: ${messageOf(error)}`,
      'name a file that lists modules with `--compile-bytecode=FILE`, or compile all with `--compile-bytecode`',
    )
  }
}

/** As `import time:  123 |  456 |   numpy.linalg`; the first two are words in the heading, and for what was there already. */
const importTime = /^import time:\s*(\S+(?: \[us\])?)\s*\|\s*\S+\s*\|\s*(\S+)/
/** Names in files need not be identifiers: mypyc makes `30fcd23745efe32ce681__mypyc`. */
const moduleName = /^[\p{ID_Continue}-]+(\.[\p{ID_Continue}-]+)*$/u

/** The names in the text of such a file, with those of the packages around them: these are imported first. */
export function parseModules(text: string, file: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const name = nameIn(line)
    if (name === undefined) continue
    if (!moduleName.test(name)) throw notAModule(name, `${file}:${index + 1}`)
    for (const enclosing of withPackages(name)) names.add(enclosing)
  }
  return names
}

function nameIn(line: string): string | undefined {
  const [, self, imported] = importTime.exec(line) ?? []
  if (self === 'self [us]') return undefined
  const name = imported ?? line.replace(/#.*/, '').trim()
  return name === '' ? undefined : name
}

/** `a.b.c` → `a`, `a.b`, `a.b.c` */
function withPackages(name: string): readonly string[] {
  const parts = name.split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

function notAModule(text: string, where: string): Error {
  return usageError(
    'MODULES_FILE_INVALID',
    `${where}: \`${text.slice(0, 200)}\` is not the name of a module`,
    'write a full name a line, as `numpy.linalg`, or the lines of `python -X importtime` that begin with `import time:`',
  )
}

/** The paths of those sources of a wheel that are modules of these names. */
export function selectModules(note: WheelNote, names: ReadonlySet<string>): ReadonlySet<string> {
  const sources = compiledSources(note).map(({ path }) => path)
  return new Set(sources.filter(path => names.has(moduleOf(path, note))))
}

/** `numpy/linalg/__init__.py` → `numpy.linalg`, below whatever directory of the wheel is installed to import from. */
function moduleOf(path: string, { distInfo, rootIsPurelib, filename }: WheelNote): string {
  const place = placeEntry(path, { distInfo, rootIsPurelib }, filename)
  return place.path
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.')
}
