/** Which bytecode a run makes and links: for which interpreter, how optimised, how checked, and of which modules. */
import type { Environment } from '../host.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Settings } from '../settings.js'
import type { BytecodeKind } from '../store/store.js'
import { type ModuleList, readModuleList } from './bytecode-modules.js'

export type BytecodeSettings = Pick<Settings, 'compileBytecode' | 'modulesFile' | 'invalidationMode'>

export type BytecodeChoice = {
  /** Names the sets of this run in the store. */
  readonly kind: BytecodeKind
  /** Names the sets of all modules: the same as `kind` where `modules` is undefined. */
  readonly wholeKind: BytecodeKind
  readonly invalidationMode: Settings['invalidationMode']
  /** Undefined = all. */
  readonly modules: ModuleList | undefined
}

export type BytecodeFacts = { readonly settings: BytecodeSettings; readonly env: Environment }

/**
 * The bytecode that an interpreter will look for in the later steps of this job, whose environment is `env`; undefined = none.
 * Throws UserError MODULES_FILE_UNREADABLE and MODULES_FILE_INVALID.
 */
export function chooseBytecode(interpreter: Interpreter, { settings, env }: BytecodeFacts): BytecodeChoice | undefined {
  if (!settings.compileBytecode || bytecodeRefusal(interpreter, env) !== undefined) return undefined
  const modules = settings.modulesFile === '' ? undefined : readModuleList(settings.modulesFile)
  const { invalidationMode } = settings
  const kindOf = (...variant: readonly string[]): BytecodeKind => ({
    cacheTag: interpreter.cacheTag,
    magicNumber: interpreter.magicNumber,
    optimize: Math.max(interpreter.optimize, optimizeLevel(env.PYTHONOPTIMIZE)),
    // Free-threaded and debug builds have cache tag and magic number of the usual ones.
    invalidationMode: [invalidationMode, abiFlags(interpreter), ...variant].filter(part => part !== '').join('-'),
  })
  const wholeKind = kindOf()
  const kind = modules === undefined ? wholeKind : kindOf(`only-${modules.digest.slice(0, 16)}`)
  return { kind, wholeKind, invalidationMode, modules }
}

/** `td` of a free-threaded debug build of CPython, from its own ABI tag: `cp313td`. */
function abiFlags({ tags }: Interpreter): string {
  return /^cp\d+-cp\d+([a-z]*)-/.exec(tags[0] ?? '')?.[1] ?? ''
}

/** Why bytecode beside the sources would never be read, as a sentence; undefined where it is. */
export function bytecodeRefusal({ cacheTag, executable }: Interpreter, env: Environment): string | undefined {
  const prefix = env.PYTHONPYCACHEPREFIX ?? ''
  if (prefix !== '') {
    return `no bytecode is compiled: PYTHONPYCACHEPREFIX is set, so Python looks for it below \`${prefix}\` and never beside the sources`
  }
  if (cacheTag !== '') return undefined
  return `no bytecode is compiled: \`${executable}\` was built to have none (its \`sys.implementation.cache_tag\` is None)`
}

/** As Python reads PYTHONOPTIMIZE: any text that is no number of 0 or more means 1. */
function optimizeLevel(text = ''): number {
  if (text === '') return 0
  return /^\s*\+?\d{1,9}$/.test(text) ? Number(text) : 1
}
