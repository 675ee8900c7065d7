export type Sample = {
  readonly slug: string
  readonly round: number
  readonly wallMs: number
  readonly userMs: number
  readonly systemMs: number
  readonly importMs: number
}

export type Joinable = {
  readonly samples: readonly Sample[]
  readonly memory: readonly Sample[]
  readonly sizes: readonly { readonly fileSystem: string; readonly bytes: number; readonly files: number }[]
}

export function ratios(
  over: readonly Sample[],
  under: readonly Sample[],
  read: (sample: Sample) => number,
): readonly number[]
export function joinResults<Results extends Joinable>(earlier: Results, results: Results): Results
export function spread(values: readonly number[]): string
export function threeDigits(value: number): string
export function wall(sample: Sample): number
