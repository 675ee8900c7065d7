/** What other systems make of a path that is legal on Linux: names that they fold into one, and names that they refuse. */

/** A system whose usual file systems take fewer paths than Linux. */
export type FoldingSystem = 'darwin' | 'win32'

/**
 * The same text for all paths that macOS or Windows take for one: canonical composition (NFC), case folded.
 * A key for comparing, not a path.
 */
export function foldPath(path: string): string {
  if (/^[\x20-\x7e]*$/.test(path)) return path.toLowerCase()
  // Through upper case, since `ſ`, `ς` and `ß` have several lower-case forms; the last normalisation joins what that split.
  return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC')
}

/** Devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i

/** Why Windows does not write a relative POSIX path as it stands, or undefined where it does. */
export function windowsFault(path: string): string | undefined {
  const [character] = /[<>:"|?*]/.exec(path) ?? []
  if (character !== undefined) return `holds \`${character}\``
  for (const segment of path.split('/')) {
    if (device.test(segment)) return `names the device \`${segment}\``
    if (/[. ]$/.test(segment)) return 'has a name that ends in a dot or a space'
  }
  return undefined
}
