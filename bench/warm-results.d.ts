export type Sample = {
  readonly slug: string
  readonly round: number
  readonly wallMs: number
  readonly userMs: number
  readonly systemMs: number
  readonly importMs: number
}

export function ratios(
  over: readonly Sample[],
  under: readonly Sample[],
  read: (sample: Sample) => number,
): readonly number[]
export function spread(values: readonly number[]): string
export function threeDigits(value: number): string
export function wall(sample: Sample): number
