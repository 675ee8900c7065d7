import type { OptionSection } from '../src/options.js'

export function renderReadme(
  readme: string,
  sources: { readonly sections: readonly OptionSection[]; readonly action: string },
): string
