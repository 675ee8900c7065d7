/** Files of an environment that no wheel may replace: its interpreters, its activation scripts, its configuration. */
import { UserError } from '../errors.js'
import { quoted } from './invalid-wheel.js'
import { foldPath } from './portable-path.js'

const interpreter = String.raw`((python|pypy|graalpy)(\d+(\.\d+)*)?t?d?w?|pythonw(\d+(\.\d+)*)?)(\.exe|\._pth)?`
const activation = String.raw`(de)?activate(\.(bat|csh|fish|nu|ps1|xsh))?|activate_this\.py`
const script = new RegExp(`^(${interpreter}|${activation})$`)
/** The places of the scripts directory and of pyvenv.cfg below the root of an environment. */
const data = new RegExp(`^((bin|scripts)/(${interpreter}|${activation})|pyvenv\\.cfg)$`)

/** True for a file of the scripts directory that belongs to the environment; in any case, since file systems fold it. */
export function isReservedScript(name: string): boolean {
  return script.test(foldPath(name))
}

/** True for a file below the root of an environment that belongs to it, on any system. */
export function isReservedData(path: string): boolean {
  return data.test(foldPath(path))
}

/** True for a path, in any scheme, that a journal or a claim of this program could have, or a file that it moved aside. */
export function isReservedState(path: string): boolean {
  return /^\.wheelcrew-|~wheelcrew~?(\/|$)/.test(foldPath(path))
}

/** The UserError SCRIPT_NAME_RESERVED; `what` says which part of the wheel it is: `an entry point`. */
export function reservedName(wheel: string, what: string, name: string): UserError {
  return new UserError(
    'SCRIPT_NAME_RESERVED',
    `\`${wheel}\` has ${what} ${quoted(name)}, a file of the environment itself`,
    {
      hint: 'such a wheel would replace the interpreter or an activation script; ask its maintainers to rename the file',
    },
  )
}
