/**
 * The whole run, top to bottom: settings → lock → plan → restore → fetch → unpack → link → compile → seal → report.
 * Stages do not know one another; what overlaps, and what waits for what, is decided in this folder.
 */
import { UserError } from '../errors.js'
import type { Host } from '../host.js'
import { scanInstalled } from '../install/installed.js'
import { type Plan, planInstall } from '../plan/plan.js'
import type { Interpreter } from '../python/interpreter.js'
import { buildReport, type Report } from '../report/report.js'
import type { Watch } from '../report/timeline.js'
import { requireLocal } from '../resolve/find-links.js'
import { findInputs, lockRequiresPython } from '../resolve/inputs.js'
import { type RunInputs, readRunInputs, realmsOf } from '../resolve/run-inputs.js'
import type { Settings } from '../settings.js'
import { locateStore } from '../store/locate.js'
import { sweepAbandoned } from '../store/store.js'
import { openCache, restoreWheels } from './cache.js'
import { carryOut } from './carry-out.js'
import { reportFacts } from './facts.js'
import { chooseInterpreter } from './interpreter.js'
import { obtainLock } from './lock.js'
import { openRun, type Run, timed } from './run.js'
import { sealSave } from './save.js'
import { beginEnvironment, type EnvironmentInProgress } from './venv.js'
import { absentWheels } from './wheels.js'

/**
 * Makes the environment that `settings` describe and returns the report of the run.
 * Whatever fails, the store stays whole and the environment is as it was, or absent if this run made it.
 * Throws UserError for everything that the reader can act on.
 */
export async function install(settings: Settings, host: Host, watch: Watch): Promise<Report> {
  const inputs = await readRunInputs(await findInputs(settings), { settings, host })
  const located = await locateStore(settings.store, settings.venv, { host, linkMode: settings.linkMode })
  watch.decide('link', located.linkMode, located.reason)
  const run = openRun(settings, host, { watch, located, realms: realmsOf(inputs) })
  try {
    const { interpreter, makesVenv } = await timed(watch, 'probe', () =>
      chooseInterpreter(run, lockRequiresPython(inputs)),
    )
    const target = beginEnvironment(interpreter, { run, makesVenv })
    try {
      const report = await fill(target, { inputs, interpreter, run })
      await target.finish()
      return report
    } catch (error) {
      await target.undo()
      throw error
    }
  } finally {
    await run.close()
  }
}

type Filling = { readonly inputs: RunInputs; readonly interpreter: Interpreter; readonly run: Run }

async function fill(target: EnvironmentInProgress, { inputs, interpreter, run }: Filling): Promise<Report> {
  const { settings, watch, located } = run
  const { environment } = target
  const session = await openCache(inputs, interpreter, run)
  const { lock, links } = await timed(watch, 'lock', () => obtainLock(inputs, { interpreter, session }, run))

  const installed = target.isNew ? [] : await scanInstalled([environment.schemes.purelib, environment.schemes.platlib])
  const plan = await timed(watch, 'plan', async () =>
    planInstall(lock, interpreter, { index: inputs.set.index, installed }),
  )
  refuseReplacing(plan, settings)

  const restored = await restoreWheels(plan.wheels, session, run)
  const absent = await absentWheels(plan.wheels, located.store)
  requireLocal(absent, { index: inputs.set.index, files: links })
  announce(absent, run)
  const { provided, kind, compiled } = await carryOut({
    ...{ run, plan, interpreter, target, restored },
    isIncomplete: absent.length > 0,
  })

  const { request: save, reason } = sealSave({ session, lock, provided, kind }, run)
  watch.decide('save', save === undefined ? 'no' : 'yes', reason)
  await sweepAbandoned(located.store, Date.now())
  const facts = { provided, reused: plan.reuse, compiled, interpreter, environment, session, save }
  return buildReport(watch, reportFacts(facts, run))
}

/** Replacing an installed distribution has to be transactional; until it is, it is refused. */
function refuseReplacing({ conflicting }: Plan, { venv }: Settings): void {
  if (conflicting.length === 0) return
  const list = conflicting.map(
    ({ installed, wheel }) => `\`${installed.name}\` ${installed.version} (the lock names ${wheel.version})`,
  )
  throw new UserError('REPLACE_UNSUPPORTED', `the environment \`${venv}\` holds other versions: ${list.join(', ')}`, {
    hint: `replacing is not available in this version: remove \`${venv}\`, and it is made again, or name another with \`--venv\``,
  })
}

/** Tells the progress display what is to come: wheels that the store lacks are fetched, unpacked and compiled. */
function announce(absent: Plan['wheels'], { watch, settings }: Run): void {
  const wheels = absent.length
  const sizes = absent.map(({ file }) => file.size)
  const bytes = sizes.every(size => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined
  watch.expect('fetch', { wheels, bytes })
  watch.expect('unpack', { wheels })
  if (settings.compileBytecode) watch.expect('compile', { wheels })
}
