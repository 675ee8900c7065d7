/** Entry of a worker thread: receives tasks, answers them, knows no more. */
import { parentPort } from 'node:worker_threads'
import { toWire } from '../errors.js'
import { digestFile } from '../install/digest.js'
import { unpackEntries } from '../install/unpack-entries.js'
import { type FramesAnswer, writeFrames } from '../store/write-frames.js'
import type { WorkerReply } from './pool.js'
import type { DigestAnswer, Task, UnpackAnswer } from './tasks.js'

async function perform(task: Task): Promise<DigestAnswer | UnpackAnswer | FramesAnswer> {
  const start = performance.now()
  const busyMs = (): number => performance.now() - start
  switch (task.kind) {
    case 'digest':
      return { ...digestFile(task.path), busyMs: busyMs() }
    case 'unpack':
      return { files: await unpackEntries(task), busyMs: busyMs() }
    case 'frames':
      return writeFrames(task)
  }
}

parentPort?.on('message', (task: Task) => {
  const reply = (message: WorkerReply): void => parentPort?.postMessage(message)
  perform(task).then(
    answer => reply({ answer }),
    error => reply({ error: toWire(error) }),
  )
})
