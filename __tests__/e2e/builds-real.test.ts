/** Source archives of the index, one of each kind of backend: built once, and never again. With WHEELCREW_E2E=full. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runProcess } from '../../src/process.js'
import { type Machine, makeWorkshop, noBuilds, runPython, type Workshop } from '../helpers/build-machine.js'
import { noCalls } from '../helpers/compiler-counter.js'
import { findOnPath, scrubbedEnvironment } from '../helpers/tools.js'

const full = process.env.WHEELCREW_E2E === 'full'
const hour = 3_600_000

type Archive = {
  readonly name: string
  readonly version: string
  readonly backend: string
  /** What has to be on PATH beside a compiler. */
  readonly tools: readonly string[]
  readonly module: string
  /** Is true where what was compiled works. */
  readonly shows: string
  /** What it needs to be imported. */
  readonly needs: readonly string[]
}

const archives: readonly Archive[] = [
  {
    ...{ name: 'zstandard', version: '0.25.0', backend: 'setuptools', tools: [], needs: [] },
    ...{ module: 'zstandard', shows: 'm.decompress(m.compress(b"x")) == b"x"' },
  },
  {
    ...{ name: 'Levenshtein', version: '0.27.5', backend: 'scikit-build-core', tools: ['cmake', 'ninja'] },
    ...{ needs: ['rapidfuzz'], module: 'Levenshtein', shows: 'm.distance("ab", "ac") == 1' },
  },
  {
    ...{ name: 'contourpy', version: '1.3.3', backend: 'meson-python', tools: ['ninja'], needs: ['numpy'] },
    ...{ module: 'contourpy', shows: 'm.contour_generator(z=[[0, 1], [1, 2]]).lines(0.5) != []' },
  },
  {
    ...{ name: 'rpds-py', version: '2026.9.1', backend: 'maturin', tools: ['cargo', 'rustc'], needs: [] },
    ...{ module: 'rpds', shows: 'm.List([1]).first == 1' },
  },
]

let workshop: Workshop
let machine: Machine
beforeEach(async () => {
  workshop = await makeWorkshop()
  machine = await workshop.machine('first')
})
afterEach(() => workshop.remove())

/** A lock that names the source archive and no wheel of it. */
async function lockOf(name: string, version: string): Promise<string> {
  const [wanted, lock] = [join(workshop.directory, 'wanted.txt'), join(workshop.directory, 'pylock.toml')]
  await writeFile(wanted, `${name}==${version}\n`)
  const args = ['pip', 'compile', '-q', wanted, '--format', 'pylock.toml', '-o', lock, '--no-deps', '--no-binary', name]
  const env = { ...scrubbedEnvironment(), PATH: workshop.path }
  const { exitCode, stderr } = await runProcess('uv', [...args, '--python', workshop.interpreter], { env })
  if (exitCode !== 0) throw new Error(stderr)
  return lock
}

for (const { name, version, backend, tools, module, shows, needs } of archives) {
  const missing = (await Promise.all(tools.map(findOnPath))).includes(undefined)
  const describeArchive = full && noBuilds === undefined && !missing ? describe : describe.skip
  if (full && missing) console.warn(`SKIPPED: the source archive of ${name}: needs ${tools.join(', ')}`)

  describeArchive(`the source archive of ${name}, by ${backend}`, () => {
    test(
      'is compiled by the first machine, and by no other one',
      async () => {
        const lock = await lockOf(name, version)
        const took = await seconds(() => machine.must(['install', '-r', lock]))
        const first = await workshop.calls()
        expect(first.compiles).toBeGreaterThan(0)
        const other = await workshop.machine('second')
        const then = await seconds(() => other.must(['install', '-r', lock]))
        expect(await workshop.calls()).toEqual(noCalls)
        console.info(`${name}: ${first.compiles} compilations in ${took} s, then none in ${then} s`)
        if (needs.length > 0) await other.must(['install', ...needs])
        expect(await runPython(other.python, `import ${module} as m; print(${shows})`)).toBe('True')
      },
      hour,
    )
  })
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const startedAt = performance.now()
  await work()
  return ((performance.now() - startedAt) / 1000).toFixed(1)
}
