/** The entry of the main step. */
import * as core from '@actions/core'
import { endProcess } from '../edge/exit.js'
import { listenForInterrupt } from '../edge/interrupt.js'
import { install } from '../pipeline/install.js'
import { saveCache } from '../pipeline/save.js'
import { runInstallStep } from './install-step.js'
import { openStep } from './process.js'

const { signal } = listenForInterrupt()
const pipeline = { install, saveCache }
endProcess(await runInstallStep({ ...openStep(import.meta.url), commands: core, pipeline, signal }))
