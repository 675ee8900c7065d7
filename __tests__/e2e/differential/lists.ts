/** The lists of real distributions beside this file, and which of them a run compares. */
import { fileURLToPath } from 'node:url'
import { type Distributions, findPythons, type Python } from '../../helpers/differential/workshop.js'

export type Selection = {
  readonly lists: readonly Distributions[]
  readonly pythons: readonly Python[]
  /** Versions of Python that should be compared and are not here. */
  readonly missing: readonly string[]
}

const compared = ['3.9', '3.11', '3.13']
const others = ['3.12', '3.10', '3.14']

/**
 * `WHEELCREW_E2E` is the size of the comparison: unset, a small list on one Python; `full`, on each Python the lists that
 * are quick to install and have wheels for every system; `all`, every list and the examples: some of their wheels are for
 * Linux on x86_64 alone.
 */
export function selectLists(size: string | undefined): Selection {
  if (size === undefined) return { lists: [listNamed('quick')], ...firstOf(['3.11', '3.13', '3.9', ...others]) }
  if (size === 'full') return { lists: ['quick', 'names', 'conflict-pairs'].map(listNamed), ...allOf(compared) }
  const all = ['scripts', 'data', 'names', 'odd', 'old', 'many-files', 'conflict-opencv', 'conflict-pairs']
  return { lists: [...all.map(listNamed), ...['jupyterlab', 'scientific'].map(exampleNamed)], ...allOf(compared) }
}

function firstOf(versions: readonly string[]): Pick<Selection, 'pythons' | 'missing'> {
  const python = versions.map(version => findPythons([version])[0]).find(found => found !== undefined)
  return python === undefined ? { pythons: [], missing: versions } : { pythons: [python], missing: [] }
}

function allOf(versions: readonly string[]): Pick<Selection, 'pythons' | 'missing'> {
  const pythons = findPythons(versions)
  return { pythons, missing: versions.filter(version => pythons.every(python => python.version !== version)) }
}

function listNamed(name: string): Distributions {
  return { name, file: pathOf(`${name}.txt`), hashes: false, contested: name.startsWith('conflict-'), oldestMinor: 9 }
}

function exampleNamed(name: string): Distributions {
  const file = pathOf(`../../../examples/${name}/requirements.txt`)
  return { name: `of the example ${name}`, file, hashes: true, contested: false, oldestMinor: 11 }
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
