/** Builds for the very processor that they run on. Pure. */

/** Whether flags or a build script ask for the very processor that they are compiled on. */
export function asksForNative(text: string): boolean {
  return /(?:-m(?:arch|tune|cpu)|target-cpu)[=\s"',]+native\b|-xHost\b/.test(text)
}
