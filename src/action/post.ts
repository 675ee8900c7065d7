/** The entry of the post step, and of the uploader. */
import * as core from '@actions/core'
import { endProcess } from '../edge/exit.js'
import { saveCache } from '../pipeline/save.js'
import { runPostStep } from './post-step.js'
import { openStep, openUploader } from './process.js'
import { runUpload } from './upload-step.js'
import { uploaderArgument } from './uploader.js'

const pipeline = { saveCache }
if (process.argv[2] === uploaderArgument) {
  const { task, ...services } = await openUploader(import.meta.url)
  await runUpload(task, { ...services, pipeline })
} else {
  await runPostStep({ ...openStep(import.meta.url), commands: core, pipeline })
}
endProcess(0)
