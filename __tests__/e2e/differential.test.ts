import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { differencesOf, type Installer, judge } from '../helpers/differential/differences.js'
import {
  type Bench,
  checkBytecode,
  checkRequirements,
  type Installation,
  importModules,
  installWith,
  prepareBench,
  readMetadata,
  runWrappers,
  uninstallEverything,
} from '../helpers/differential/installation.js'
import { isFor, othersFor, prepareWorkshop } from '../helpers/differential/workshop.js'
import type { Tree } from '../helpers/tree.js'
import { explanations } from './differential/explanations.js'
import { selectLists } from './differential/lists.js'

const hour = 3_600_000
/** Unexplained differences that are printed of one comparison. */
const shown = 40
const { lists, pythons, missing } = selectLists(process.env.WHEELCREW_E2E)
if (missing.length > 0) {
  console.warn(
    `SKIPPED: the comparison with other installers on Python ${missing.join(', ')}: not on PATH nor in pyenv`,
  )
}
const cases = pythons.flatMap(python => lists.filter(list => isFor(list, python)).map(list => ({ python, list })))
/** What was explained, and how often: printed at the end of a long run. */
const explained = new Map<string, number>()

if (cases.length === 0) test.skip('needs Python', () => {})
else
  describe.each(cases)('the list $list.name on Python $python.version, compared with pip at the same path', given => {
    let bench: Bench
    let pip: Whole
    let ours: Whole

    beforeAll(async () => {
      bench = await prepareBench(await prepareWorkshop(given.python), given.list)
      pip = await observeWhole('pip', bench)
      ours = await observeWhole('wheelcrew', bench)
    }, hour)

    afterAll(() => rm(bench.directory, { recursive: true, force: true }))

    test('has the same files, with the same bytes and x bits', () => {
      expect(Object.keys(pip.files).length).toBeGreaterThan(bench.chosen.length)
      expect(unexplained('pip', ours.files, pip.files)).toEqual([])
    })

    test('has the same rows in every RECORD', () => {
      expect(unexplained('pip', ours.records, pip.records)).toEqual([])
    })

    test(
      'has bytecode of equal code, and none that Python would compile again',
      async () => expect(await checkBytecode(ours.root, pip.root)).toEqual([]),
      hour,
    )

    test('has scripts that do the same', () => {
      if (!given.list.contested) expect(Object.keys(pip.scripts)).not.toEqual([])
      expect(ours.scripts).toEqual(pip.scripts)
    })

    test('shows importlib.metadata the same distributions, and every file as listed', () => {
      expect(ours.metadata.distributions).toEqual(pip.metadata.distributions)
      expect(ours.metadata.absent).toEqual([])
      // The loser of a contested file lists its own, as pip does.
      if (!given.list.contested) expect(ours.metadata.wrong).toEqual([])
    })

    test('imports every top-level module with the same outcome', () => expect(ours.imports).toEqual(pip.imports))

    test('passes pip check where pip does', () => expect(ours.check).toEqual(pip.check))

    test(
      'leaves nothing behind when pip uninstalls everything',
      async () => {
        const left = await uninstallEverything(bench, ours)
        expect(left.files).toEqual([])
        // Some directories pip leaves after its own installations, too.
        const leftByPip = left.directories.length === 0 ? [] : (await uninstallEverything(bench, pip)).directories
        expect(left.directories.filter(path => !leftByPip.includes(path))).toEqual([])
      },
      hour,
    )

    // Who wins a contested file is up to the timing of uv, and to the order in which installer is given the wheels.
    if (given.list.contested) return

    test.each(othersFor(given.python))(
      'differs from %s only where it is known to',
      async installer => {
        const theirs = await installWith(installer, bench, async () => undefined)
        const files = unexplained(installer, ours.files, theirs.files)
        const records = unexplained(installer, ours.records, theirs.records)
        expect([...files, ...records]).toEqual([])
      },
      hour,
    )
  })

afterAll(() => {
  const lines = [...explained.keys()].sort().map(reason => `${String(explained.get(reason)).padStart(7)}  ${reason}`)
  if (process.env.WHEELCREW_E2E === 'all') console.info(`Differences that have a reason:\n${lines.join('\n')}`)
})

type Whole = Installation &
  Readonly<Awaited<ReturnType<typeof observeInPlace>>> & {
    readonly scripts: Awaited<ReturnType<typeof runWrappers>>
  }

async function observeWhole(installer: 'pip' | 'wheelcrew', bench: Bench): Promise<Whole> {
  const { observed, ...installation } = await installWith(installer, bench, files => runWrappers(bench, files))
  return { ...installation, scripts: observed, ...(await observeInPlace(bench, installation.root)) }
}

async function observeInPlace(bench: Bench, root: string) {
  const metadata = await readMetadata(bench, root)
  return { metadata, imports: await importModules(bench, root), check: await checkRequirements(bench, root) }
}

/** The differences that no explanation covers, a line each; a few of them only, since there may be thousands. */
function unexplained(installer: Installer, ours: Tree, theirs: Tree): readonly string[] {
  const verdict = judge(differencesOf(ours, theirs), installer, explanations)
  for (const [reason, count] of verdict.explained) {
    const line = `${installer}: ${reason}`
    explained.set(line, (explained.get(line) ?? 0) + count)
  }
  const lines = verdict.unexplained.map(({ path, ours: mine, theirs: other }) => `${path}: ${mine}, not ${other}`)
  return lines.length <= shown ? lines : [...lines.slice(0, shown), `and ${lines.length - shown} more`]
}
