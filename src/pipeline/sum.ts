/** Sums of what is not always known. Pure. */

/** The sum, or undefined where one of them is not known. */
export function sumOfKnown(sizes: readonly (number | undefined)[]): number | undefined {
  return sizes.every(size => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined
}
