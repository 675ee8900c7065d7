/** `wheelcrew build`: wheels of sources, and nothing installed. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { messageOf, UserError } from '../errors.js'
import type { Interpreter } from '../python/interpreter.js'
import { buildReport, type CacheReport, type Report, withoutCache } from '../report/report.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { Builder, BuiltSource } from './builder.js'
import { upkeepOf } from './entries.js'
import { reportFacts } from './facts.js'
import { explainedSources } from './named-sources.js'
import type { Run } from './run.js'
import { buildNamed } from './sources.js'

type Given = { readonly named: RunInputs; readonly interpreter: Interpreter; readonly builder: Builder }

/** Builds what was named and copies the wheels to where they are wanted; or says what their keys are made of. */
export async function buildSources({ named, interpreter, builder }: Given, run: Run): Promise<Report> {
  const { settings, watch, located } = run
  const place = { kind: 'store', root: located.directory, python: interpreter.executable } as const
  const nothing = { provided: [], reused: [], removed: [], missing: [], compiled: new Set<string>() }
  const session = { open: undefined, reason: 'there is none' }
  const facts = { ...nothing, interpreter, environment: place, session, save: undefined, upkeep: upkeepOf([], run) }
  if (settings.build.explain) {
    const texts: string[] = []
    for (const source of explainedSources(named, settings, interpreter)) texts.push(await builder.explain(source))
    return { ...buildReport(watch, reportFacts(facts, run)), explanation: texts.join('\n') }
  }
  const built = await buildNamed(named, { interpreter, builder }, run)
  const copies = await copyAll(built, settings.build.outDirectory)
  const outcomes = builder.outcomes.map(outcome => ({
    ...outcome,
    path: copies.get(outcome.path) ?? lasting(outcome.path, run),
  }))
  return { ...buildReport(watch, reportFacts(facts, run)), built: outcomes, cache: describeCache(builder) }
}

/** As for wheels: a hit where nothing had to be made. */
function describeCache({ cacheName, outcomes }: Builder): CacheReport {
  if (cacheName === undefined) return withoutCache('builds are kept in the store')
  const made = outcomes.filter(({ how }) => how === 'built').length
  const outcome = made === 0 ? 'hit' : made < outcomes.length ? 'partial' : 'miss'
  const reason = `${outcomes.length - made} of ${outcomes.length} sources were built before`
  return { backend: cacheName, outcome, primaryKey: undefined, matchedKey: undefined, reason }
}

/** The wheel of an editable is made for this run; empty where it goes with it. */
function lasting(path: string, { located }: Run): string {
  return path.startsWith(located.store.temporary) ? '' : path
}

/** As uv: what is made in it is no part of the repository that it may lie in. */
async function makeOutput(directory: string): Promise<void> {
  const isNew = (await mkdir(directory, { recursive: true })) !== undefined
  if (isNew) await writeFile(join(directory, '.gitignore'), '*\n')
}

/** Where each wheel was copied to. */
async function copyAll(built: readonly BuiltSource[], directory: string): Promise<ReadonlyMap<string, string>> {
  const copies = new Map<string, string>()
  if (directory === '') return copies
  for (const { path } of built) {
    const copy = join(directory, basename(path))
    try {
      await makeOutput(directory)
      await copyFile(path, copy)
    } catch (error) {
      throw new UserError('OUTPUT_NOT_WRITABLE', `cannot write \`${copy}\`: ${messageOf(error)}`, {
        hint: 'Name another directory with `--out`',
      })
    }
    copies.set(path, copy)
  }
  return copies
}
