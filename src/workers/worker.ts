/** Entry of a worker thread: receives tasks, answers them, knows no more. */
import { parentPort } from 'node:worker_threads'
import { toWire } from '../errors.js'
import { linkStoredTree } from '../install/link-tree.js'
import type { FramesAnswer } from '../store/write-frames.js'
import type { WorkerReply } from './pool.js'
import type { DigestAnswer, LinkAnswer, Task, UnpackAnswer } from './tasks.js'

/** What one kind of task alone needs is loaded with its first one: a thread that links starts without node:crypto and node:zlib. */
async function perform(task: Task): Promise<DigestAnswer | UnpackAnswer | FramesAnswer | LinkAnswer> {
  const start = performance.now()
  const busyMs = (): number => performance.now() - start
  switch (task.kind) {
    case 'digest': {
      const { digestFile } = await import('../install/digest.js')
      return { ...digestFile(task.path), busyMs: busyMs() }
    }
    case 'unpack': {
      const { unpackEntries } = await import('../install/unpack-entries.js')
      return { files: await unpackEntries(task), busyMs: busyMs() }
    }
    case 'frames': {
      const { writeFrames } = await import('../store/write-frames.js')
      return writeFrames(task)
    }
    case 'link':
      return { files: linkStoredTree(task) }
  }
}

parentPort?.on('message', (task: Task) => {
  const reply = (message: WorkerReply): void => parentPort?.postMessage(message)
  perform(task).then(
    answer => reply({ answer }),
    error => reply({ error: toWire(error) }),
  )
})
