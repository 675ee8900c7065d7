/** What two installations differ in, and which of it is meant to be so: pure. */
import type { Tree } from '../tree.js'

export type Installer = 'pip' | 'uv' | 'installer'

export type Difference = {
  readonly path: string
  /** Undefined where only the other one has the path. */
  readonly ours: string | undefined
  readonly theirs: string | undefined
}

export type Explanation = {
  /** The installers that differ from us in this way. */
  readonly from: readonly Installer[]
  readonly kind: 'only ours' | 'only theirs' | 'other content'
  readonly path: RegExp
  readonly reason: string
}

export type Verdict = {
  readonly unexplained: readonly Difference[]
  /** Reason → how many differences it explains. */
  readonly explained: ReadonlyMap<string, number>
}

/** Every path whose content differs, or that one of the two lacks. */
export function differencesOf(ours: Tree, theirs: Tree): readonly Difference[] {
  const paths = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort()
  return paths
    .filter(path => ours[path] !== theirs[path])
    .map(path => ({ path, ours: ours[path], theirs: theirs[path] }))
}

/** Takes every difference from `installer` that an explanation covers off the list; the first that fits counts. */
export function judge(
  differences: readonly Difference[],
  installer: Installer,
  explanations: readonly Explanation[],
): Verdict {
  const candidates = explanations.filter(({ from }) => from.includes(installer))
  const reasons = differences.map(difference => candidates.find(candidate => covers(candidate, difference))?.reason)
  const explained = new Map<string, number>()
  for (const reason of reasons) if (reason !== undefined) explained.set(reason, (explained.get(reason) ?? 0) + 1)
  return { unexplained: differences.filter((_, index) => reasons[index] === undefined), explained }
}

function covers({ kind, path }: Explanation, difference: Difference): boolean {
  return kind === kindOf(difference) && path.test(difference.path)
}

function kindOf({ ours, theirs }: Difference): Explanation['kind'] {
  if (ours === undefined) return 'only theirs'
  return theirs === undefined ? 'only ours' : 'other content'
}
