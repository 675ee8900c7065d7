/** Writes tar archives (POSIX ustar) byte by byte, so that a test can make every illegal one. */

export type TarInput = {
  readonly name: string
  readonly data?: string | Buffer
  /** Default `0`, a file; `1` hard link, `2` symbolic link, `3` device, `5` directory, `6` fifo, `x` and `L` extended headers. */
  readonly type?: string
  /** Of a link. */
  readonly target?: string
  /** Default `0o644`. */
  readonly mode?: number
  /** Seconds; default: in 2020. */
  readonly mtime?: number
  /** Default: that of `data`. */
  readonly size?: number | Buffer
}

const block = 512

/** `hasEnd: false` leaves out the two blocks of zeros. */
export function makeTar(entries: readonly TarInput[], { hasEnd = true } = {}): Buffer {
  return Buffer.concat([...entries.flatMap(writeEntry), Buffer.alloc(hasEnd ? 2 * block : 0)])
}

function writeEntry(entry: TarInput): readonly Buffer[] {
  const data = Buffer.from(entry.data ?? '')
  return [header(entry, data.length), data, Buffer.alloc((block - (data.length % block)) % block)]
}

function header(entry: TarInput, length: number): Buffer {
  const bytes = Buffer.alloc(block)
  const { size = length } = entry
  bytes.write(entry.name, 0, 100)
  bytes.write(octal(entry.mode ?? 0o644, 8), 100)
  bytes.write(octal(0, 8), 108)
  bytes.write(octal(0, 8), 116)
  if (typeof size === 'number') bytes.write(octal(size, 12), 124)
  else size.copy(bytes, 124)
  bytes.write(octal(entry.mtime ?? 1_577_836_800, 12), 136)
  bytes.write(' '.repeat(8), 148)
  bytes.write(entry.type ?? '0', 156)
  bytes.write(entry.target ?? '', 157, 100)
  bytes.write('ustar\x0000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`
}
