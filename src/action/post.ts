/** The entry of the post step. */
import * as core from '@actions/core'
import { endProcess } from '../edge/exit.js'
import { saveCache } from '../pipeline/save.js'
import { runPostStep } from './post-step.js'
import { openStep } from './process.js'

await runPostStep({ ...openStep(import.meta.url), commands: core, pipeline: { saveCache } })
endProcess(0)
