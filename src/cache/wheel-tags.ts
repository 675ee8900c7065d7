/** Which wheels an interpreter may load, by their names (PEP 425, PyPA page "Platform compatibility tags"). Pure. */
import { remember } from './remember.js'

/**
 * Judges wheels by their names; what is no wheel's name passes, as planning will refuse it. `form` says as what a tag
 * counts. The thousand wheels of a lock have few sets of tags, so each set is judged once.
 */
export function wheelFilter(
  tags: readonly string[],
  form: (tag: string) => string = tag => tag,
): (filename: string) => boolean {
  const known = new Set(tags.map(form))
  const isLoaded = remember(set => expand(set).some(tag => known.has(form(tag))))
  return filename => {
    const set = filename.length > longestName ? undefined : namePattern.exec(filename)?.[1]
    return set === undefined || isLoaded(set)
  }
}

/** No wheel has a longer name; one of this length stands for thousands of tags at most. */
const longestName = 255
/** `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl` */
const namePattern = /^[^-]+-[^-]+(?:-[^-]+)?-([^-]+-[^-]+-[^-]+)\.whl$/

function expand(set: string): readonly string[] {
  const [pythons = [], abis = [], platforms = []] = set
    .toLowerCase()
    .split('-')
    .map(part => part.split('.'))
  return pythons.flatMap(python => abis.flatMap(abi => platforms.map(platform => `${python}-${abi}-${platform}`)))
}

/**
 * A tag without the version of its platform: `cp311-abi3-manylinux_2_28_x86_64` → `cp311-abi3-manylinux_x86_64`.
 * Interpreters of one kind, on systems of any age, load wheels of the same families.
 */
export function tagFamily(tag: string): string {
  const start = tag.lastIndexOf('-') + 1
  return tag.slice(0, start) + tag.slice(start).replace(/^([a-z]+)\d*(?:_\d+)*(?=_[a-z])/, '$1')
}
