/** Where the files of a section are cut into frames. Pure. */
import type { StoredFile } from './note.js'

/** A file, or a part of one. */
export type FilePiece = {
  readonly file: StoredFile
  /** Where in the file it starts. */
  readonly offset: number
  /** Bytes. */
  readonly length: number
}

/** What one frame stands for: its pieces, joined. */
export type FrameCut = { readonly size: number; readonly pieces: readonly FilePiece[] }

/**
 * Cuts files in their order: those that fit into one frame together share it, and one larger than `frameSize` bytes has
 * frames of its own, all of that size but the last. So no file lies in two frames without need, and every frame can be
 * written on its own.
 */
export function cutFrames(files: readonly StoredFile[], frameSize: number): readonly FrameCut[] {
  const cuts: FrameCut[] = []
  let pieces: FilePiece[] = []
  let size = 0
  const close = (): void => {
    if (pieces.length > 0) cuts.push({ size, pieces })
    pieces = []
    size = 0
  }
  for (const file of files) {
    if (size + file.size > frameSize) close()
    if (file.size > frameSize) {
      cuts.push(...cutFile(file, frameSize))
      continue
    }
    pieces.push({ file, offset: 0, length: file.size })
    size += file.size
  }
  close()
  return cuts
}

function cutFile(file: StoredFile, frameSize: number): readonly FrameCut[] {
  return Array.from({ length: Math.ceil(file.size / frameSize) }, (_, index) => {
    const offset = index * frameSize
    const length = Math.min(frameSize, file.size - offset)
    return { size: length, pieces: [{ file, offset, length }] }
  })
}

/** True for a part of a file that other frames hold the rest of. */
export function isPart({ file, length }: FilePiece): boolean {
  return length < file.size
}
