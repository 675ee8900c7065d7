/** The post step, or the uploader, in its process. */
import { endProcess } from '../edge/exit.js'
import { lazyPipeline } from '../edge/lazy-pipeline.js'
import { runPostStep } from './post-step.js'
import { openStep, openUploader } from './process.js'
import { runUpload } from './upload-step.js'
import { uploaderArgument } from './uploader.js'

/** Runs what the arguments of this process say; `entryUrl` is the URL of the module that was started. */
export async function runPost(entryUrl: string): Promise<void> {
  if (process.argv[2] === uploaderArgument) {
    const { task, ...services } = await openUploader(entryUrl)
    await runUpload(task, { ...services, pipeline: lazyPipeline })
  } else {
    await runPostStep({ ...openStep(entryUrl), pipeline: lazyPipeline })
  }
  endProcess(0)
}
