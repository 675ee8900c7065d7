/** What a wheel may ask of the machine at most: well above any real wheel, far below what a machine cannot bear. */

/** Entries of one wheel, and folders that they need; the largest known (ansible) has some 40,000. */
export const mostEntries = 250_000
/** Bytes of the central directory; that of 40,000 entries has 6 MiB. */
export const largestDirectory = 64 << 20
/** Bytes that a wheel may unpack to, whatever its ratio. */
export const largestTotal = 64 * 2 ** 30
/** The rule of PyPI: above this many unpacked bytes, at most `largestRatio` times the size of the archive. */
export const unsuspiciousBytes = 64 << 20
export const largestRatio = 50

/** Bytes of a file that is read as a whole to understand the wheel, by its name in the `.dist-info` directory. */
export const largestMetadata = {
  WHEEL: 1 << 20,
  METADATA: 16 << 20,
  RECORD: 64 << 20,
  'entry_points.txt': 1 << 20,
} as const

/** Characters of a wheel's filename: what file systems take. */
export const longestFilename = 255
/** Tags that the compressed tag sets of one filename may stand for. */
export const mostTags = 1000
