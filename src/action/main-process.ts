/** The main step in its process. */
import { endProcess } from '../edge/exit.js'
import { listenForInterrupt } from '../edge/interrupt.js'
import { lazyPipeline } from '../edge/lazy-pipeline.js'
import { runInstallStep } from './install-step.js'
import { openStep } from './process.js'

/** Runs the main step; `entryUrl` is the URL of the module that was started. */
export async function runMain(entryUrl: string): Promise<void> {
  const { signal } = listenForInterrupt()
  endProcess(await runInstallStep({ ...openStep(entryUrl), pipeline: lazyPipeline, signal }))
}
