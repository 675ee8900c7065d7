/** What the worker threads do, and what they answer: plain data both ways. */
import type { LinkTask as LinkWork } from '../install/link-tree.js'
import type { StoredFile } from '../store/note.js'
import type { FrameRange, FramesAnswer } from '../store/write-frames.js'
import type { ZipEntry } from '../wheel/zip.js'

/** Hash a file. */
export type DigestTask = { readonly kind: 'digest'; readonly path: string }
export type DigestAnswer = { readonly sha256: string; readonly size: number; readonly busyMs: number }

/** Write some entries of a wheel below a directory whose folders already exist. */
export type UnpackTask = {
  readonly kind: 'unpack'
  /** Filename of the wheel, for messages. */
  readonly wheel: string
  readonly archive: string
  readonly entries: readonly ZipEntry[]
  readonly destination: string
}
export type UnpackAnswer = {
  readonly files: readonly StoredFile[]
  /** Milliseconds that the task took. */
  readonly busyMs: number
}

/** Decode a stretch of a pack and write what is in it. */
export type FramesTask = { readonly kind: 'frames' } & FrameRange

/** Take part in linking a tree into an environment. */
export type LinkTask = { readonly kind: 'link' } & LinkWork
export type LinkAnswer = { readonly files: number }

export type Task = DigestTask | UnpackTask | FramesTask | LinkTask
export type Answer<T extends Task> = T extends DigestTask
  ? DigestAnswer
  : T extends UnpackTask
    ? UnpackAnswer
    : T extends LinkTask
      ? LinkAnswer
      : FramesAnswer
