/** The scripts of a wheel: wrappers of entry points, and shipped scripts with their first line rewritten. */
import { crc32 } from 'node:zlib'

import { usageError } from '../errors.js'
import type { OperatingSystem } from '../host.js'
import { isWindowsPath } from '../python/environment.js'
import type { EntryPoint } from '../wheel/dist-info.js'
import { isReservedScript, reservedName } from '../wheel/reserved-name.js'

/** Executables that run the script appended to them; `launcherName` says which. */
export type WindowsLaunchers = { readonly console: Buffer; readonly gui: Buffer }

export type ScriptFile = { readonly name: string; readonly content: Buffer }

/** `os`: macOS takes longer first lines. */
export type ShebangOptions = { readonly os?: OperatingSystem | undefined }

export type ScriptOptions = ShebangOptions & { readonly windowsLaunchers?: WindowsLaunchers | undefined }

/**
 * The entry points that become scripts: as listed, but a wheel that has `pip` or `easy_install` gets them for the
 * version at hand (`pip3.11`) and no other, as pip does.
 * Throws UserError SCRIPT_NAME_RESERVED for a name that would replace the interpreter or an activation script.
 */
export function scriptEntryPoints(
  entryPoints: readonly EntryPoint[],
  { wheel, pythonVersion }: { readonly wheel: string; readonly pythonVersion: string },
): readonly EntryPoint[] {
  assertScriptNames(entryPoints, wheel)
  const [major = '', minor = ''] = pythonVersion.split('.')
  const pips = ['pip', `pip${major}`, `pip${major}.${minor}`]
  const easyInstalls = ['easy_install', `easy_install-${major}.${minor}`]
  const withPip = withVersions(entryPoints, /^pip(\d+(\.\d+)?)?$/, pips)
  return withVersions(withPip, /^easy_install(-\d+\.\d+)?$/, easyInstalls)
}

/** Throws UserError SCRIPT_NAME_RESERVED for a name that would replace the interpreter or an activation script. */
export function assertScriptNames(entryPoints: readonly EntryPoint[], wheel: string): void {
  for (const { name } of entryPoints) if (isReservedScript(name)) throw reservedName(wheel, 'an entry point', name)
}

function withVersions(
  entryPoints: readonly EntryPoint[],
  pattern: RegExp,
  names: readonly string[],
): readonly EntryPoint[] {
  const plain = entryPoints.find(({ name, gui }) => !gui && name === names[0])
  if (plain === undefined) return entryPoints
  return [
    ...names.map(name => ({ ...plain, name })),
    ...entryPoints.filter(({ name, gui }) => gui || !pattern.test(name)),
  ]
}

/** The files that an entry point becomes in the scripts directory; with launchers, those of Windows. */
export function scriptFiles(
  entryPoint: EntryPoint,
  python: string,
  { windowsLaunchers: launchers, os }: ScriptOptions = {},
): ScriptFile[] {
  const { name, gui } = entryPoint
  if (launchers === undefined) return [{ name, content: Buffer.from(scriptText(entryPoint, python, { os })) }]
  const interpreter = gui ? withoutConsole(python) : python
  const archive = storedArchive('__main__.py', Buffer.from(wrapper(entryPoint)))
  const launcher = gui ? launchers.gui : launchers.console
  return [{ name: `${name}.exe`, content: windowsLauncher(launcher, shebang(interpreter), archive) }]
}

/** The wrapper of an entry point, console or gui, on POSIX systems (PyPA entry points, "Use for scripts"). */
export function scriptText(entryPoint: EntryPoint, python: string, options: ShebangOptions = {}): string {
  return shebang(python, options) + wrapper(entryPoint)
}

function wrapper({ module, attribute }: EntryPoint): string {
  const [imported] = attribute.split('.')
  return `import sys
from ${module} import ${imported}
if __name__ == '__main__':
    if sys.argv[0].endswith('.exe'):
        sys.argv[0] = sys.argv[0][:-4]
    sys.exit(${attribute}())
`
}

const shebangLimit = 127
const darwinShebangLimit = 512

/**
 * The first line of a script, its line end included. Where the kernel would cut it (more than 127 bytes, 512 on
 * macOS) or split it at a space, it is three lines that a shell reads as an `exec` and Python as a string.
 * Throws UserError PYTHON_PATH_UNSUPPORTED for a path that neither can quote.
 */
export function shebang(python: string, { os }: ShebangOptions = {}): string {
  if (isWindowsPath(python)) return `#!${python.includes(' ') ? `"${python}"` : python}\r\n`
  const line = `#!${python}\n`
  const limit = os === 'darwin' ? darwinShebangLimit : shebangLimit
  if (Buffer.byteLength(line) <= limit && !/\s/.test(python)) return line
  return `#!/bin/sh\n'''exec' ${quote(python)} "$0" "$@"\n' '''\n`
}

/** Quoted for a shell, and free of what would end or change a Python string. */
function quote(path: string): string {
  if (!/["$`\\]/.test(path)) return `"${path}"`
  if (!/['\\]/.test(path)) return `'${path}'`
  throw usageError(
    'PYTHON_PATH_UNSUPPORTED',
    `scripts cannot name the interpreter \`${path}\`: the path is too long or has a space, and has quotes besides`,
    'choose a path for the environment without quotes, `$` and backslashes',
  )
}

/**
 * A shipped script whose first line starts with `#!python` or `#!pythonw`, with that line naming `python` instead;
 * its arguments go, everything after it stays byte for byte (PyPA binary distribution format, "Recommended installer
 * features"). Undefined where there is nothing to rewrite.
 */
export function rewriteShebang(content: Buffer, python: string, options: ShebangOptions = {}): Buffer | undefined {
  const placeholder = '#!python'
  if (content.toString('latin1', 0, placeholder.length) !== placeholder) return undefined
  const gui = content.toString('latin1', placeholder.length, placeholder.length + 1) === 'w'
  const end = content.indexOf('\n')
  const rest = end === -1 ? Buffer.alloc(0) : content.subarray(end + 1)
  return Buffer.concat([Buffer.from(shebang(gui ? withoutConsole(python) : python, options)), rest])
}

/** `pythonw.exe` for `python.exe`; only Windows has it. */
function withoutConsole(python: string): string {
  return isWindowsPath(python) ? python.replace(/python(?=[^\\/]*$)/i, '$&w') : python
}

/** True for a wrapper that a build tool made and that the entry point of the same name replaces. */
export function isLegacyWrapper(name: string, entryPointNames: ReadonlySet<string>): boolean {
  return entryPointNames.has(name.replace(/(\.exe|-script\.py|\.pya)$/i, ''))
}

/** The launcher for a Windows machine, as named in `pip/_vendor/distlib` of the pip wheel bundled with ensurepip. */
export function launcherName({ gui, arch }: { readonly gui: boolean; readonly arch: string }): string {
  const suffix = arch === 'arm64' ? '64-arm' : arch === 'ia32' ? '32' : '64'
  return `${gui ? 'w' : 't'}${suffix}.exe`
}

/** A launcher finds the zip at its own end, and the line before it says which interpreter runs the zip. */
export function windowsLauncher(launcher: Buffer, shebangLine: string, scriptZip: Buffer): Buffer {
  return Buffer.concat([launcher, Buffer.from(shebangLine), scriptZip])
}

/** A zip archive of one stored file, dated 1980-01-01 (PKWARE APPNOTE 6.3.10, §4.3). */
function storedArchive(name: string, data: Buffer): Buffer {
  const path = Buffer.from(name)
  const [version, utf8, stored, time, date] = [20, 0x800, 0, 0, 0x21]
  const head = [u16(version, utf8, stored, time, date), u32(crc32(data), data.length, data.length), u16(path.length, 0)]
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), ...head, path, data])
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), u16(version), ...head, u16(0, 0, 0), u32(0, 0), path])
  const end = [u16(0, 0, 1, 1), u32(central.length, local.length), u16(0)]
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), ...end])
}

function u16(...values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap(value => [value & 255, value >>> 8]))
}

function u32(...values: readonly number[]): Buffer {
  return u16(...values.flatMap(value => [value & 65535, value >>> 16]))
}
