/** Arithmetic of overlapping pieces of work. */

/** Milliseconds since the start of the run. */
export type Interval = { readonly startMs: number; readonly endMs: number }

/** The disjoint intervals that cover the same time, in order. */
export function mergeIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const merged: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of [...intervals].sort((a, b) => a.startMs - b.startMs)) {
    const last = merged.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else merged.push({ startMs, endMs })
  }
  return merged
}

/** Milliseconds in which at least one of the intervals was going on. */
export function unionMs(intervals: readonly Interval[]): number {
  return busyMs(mergeIntervals(intervals))
}

/** The work of the intervals added up, in milliseconds: `busyMs` where it is known, else their lengths. */
export function busyMs(intervals: readonly (Interval & { readonly busyMs?: number })[]): number {
  return intervals.reduce((total, { startMs, endMs, busyMs: known }) => total + (known ?? endMs - startMs), 0)
}
