/** The known name that a wrong one was meant to be. */

const longestWord = 40

/**
 * The candidate with the fewest edits, of equals one that starts with the word, when at most a third of the word is wrong;
 * undefined otherwise.
 */
export function nearestName(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined
  const limit = Math.max(1, Math.floor(word.length / 3))
  const rank = (candidate: string) => (candidate.startsWith(word) ? 0 : 1)
  const ranked = candidates
    .map(candidate => ({ candidate, edits: countEdits(word, candidate) }))
    .sort((a, b) => a.edits - b.edits || rank(a.candidate) - rank(b.candidate))
  const best = ranked[0]
  return best !== undefined && best.edits <= limit ? best.candidate : undefined
}

/** Levenshtein distance: insertions, deletions and replacements. */
function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
