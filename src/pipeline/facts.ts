/** What the report is told of a run, beyond its times. */
import type { Plan, PlannedWheel } from '../plan/plan.js'
import type { PythonEnvironment } from '../python/environment.js'
import type { Interpreter } from '../python/interpreter.js'
import type { EnvironmentKind, ReportFacts, WheelFacts } from '../report/report.js'
import { unpackedSize } from '../store/note.js'
import { type CacheSession, describeCache } from './cache.js'
import type { Provided } from './provide.js'
import type { Run } from './run.js'
import type { SaveRequest } from './seal.js'
import type { Upkeep } from './upkeep.js'

export type Result = {
  readonly provided: readonly Provided[]
  /** What the environment held already. */
  readonly reused: readonly PlannedWheel[]
  readonly removed: Plan['remove']
  /** What no store and no cache had, in a mode that fetches nothing. */
  readonly missing: readonly PlannedWheel[]
  /** Names of distributions whose bytecode was compiled in this run. */
  readonly compiled: ReadonlySet<string>
  readonly interpreter: Interpreter
  readonly environment: Pick<PythonEnvironment, 'root' | 'python'> & { readonly kind: EnvironmentKind }
  readonly session: CacheSession
  readonly save: SaveRequest | undefined
  readonly upkeep: Upkeep
}

/** The facts of a finished run. */
export function reportFacts(result: Result, { host, located }: Run): ReportFacts {
  const { provided, reused, removed, missing, compiled, interpreter, environment, session, save, upkeep } = result
  const isSpared = ({ note, source }: Provided) =>
    (source === 'store' || source === 'cache') && !compiled.has(note.name)
  return {
    wheels: [...provided.map(providedFacts), ...reused.map(reusedFacts)].sort((a, b) => (a.name < b.name ? -1 : 1)),
    cache: describeCache(session, {
      wheels: provided.length + reused.length + missing.length,
      spared: provided.filter(isSpared).length + reused.length,
    }),
    python: { version: interpreter.version, path: environment.python },
    environment: { kind: environment.kind, path: environment.root },
    removed: removed.map(({ name, version }) => ({
      name,
      version,
      replacedBy: provided.find(({ note }) => note.name === name)?.note.version,
    })),
    missing: missing.map(({ name }) => name),
    linkMode: located.linkMode,
    runner: { os: host.platform.os, arch: host.platform.arch, parallelism: host.parallelism },
    save: save && JSON.stringify(save),
    upkeep: JSON.stringify(upkeep),
  }
}

/** What the report says of a wheel that this run brought in. */
export function providedFacts({ note, source }: Provided): WheelFacts {
  return {
    name: note.name,
    version: note.version,
    sizeBytes: note.size,
    source,
    files: note.files.length,
    bytes: unpackedSize(note),
  }
}

function reusedFacts({ name, version, file }: PlannedWheel): WheelFacts {
  return { name, version, sizeBytes: file.size, source: 'environment', files: 0, bytes: 0 }
}
