/** RECORD files (PyPA "Recording installed projects", PEP 376, PEP 627). */

export type RecordRow = {
  /** POSIX path relative to the directory that holds the `.dist-info`. */
  readonly path: string
  /** `sha256=<urlsafe base64 without padding>` or another algorithm, or empty. */
  readonly hash: string
  /** Bytes, or undefined where the column is empty. */
  readonly size: number | undefined
}
