/** A fixed number of worker threads over one queue: one task in flight per thread, errors mapped in one place. */
import { Worker } from 'node:worker_threads'
import { fromWire, type WireError } from '../errors.js'
import type { Answer, Task } from './tasks.js'

export type WorkerPool = {
  /** Runs a task on the next free thread, which is handed the memory in `transfer`. Rejects with the error that the task threw. */
  run<T extends Task>(task: T, transfer?: readonly ArrayBuffer[]): Promise<Answer<T>>
  /** Starts threads, up to this number in all, so that they are there when work comes. */
  warm(count: number): void
  /** Ends the threads; tasks not yet answered are rejected. */
  close(): Promise<void>
}

export type WorkerReply = { readonly answer: unknown } | { readonly error: WireError }

type Pending = {
  readonly task: Task
  readonly transfer: readonly ArrayBuffer[]
  resolve(answer: unknown): void
  reject(error: unknown): void
}
type Thread = { readonly worker: Worker; current: Pending | undefined }

/** Up to `size` threads that run the module at `workerPath`; each starts when a task finds no idle one. */
export function startPool(workerPath: string, size: number): WorkerPool {
  const queue: Pending[] = []
  const threads: Thread[] = []
  let closed: Error | undefined

  const feed = (thread: Thread): void => {
    if (thread.current !== undefined) return
    thread.current = queue.shift()
    if (thread.current === undefined) {
      thread.worker.unref()
      return
    }
    thread.worker.ref()
    thread.worker.postMessage(thread.current.task, thread.current.transfer)
  }
  const fail = (error: Error): void => {
    closed ??= error
    for (const thread of threads) thread.current?.reject(error)
    for (const pending of queue.splice(0)) pending.reject(error)
  }
  const grow = (): Thread => {
    const thread = startThread(workerPath, { feed, fail })
    threads.push(thread)
    return thread
  }
  return {
    run: <T extends Task>(task: T, transfer: readonly ArrayBuffer[] = []) =>
      new Promise<Answer<T>>((resolve, reject) => {
        if (closed !== undefined) return reject(closed)
        queue.push({ task, transfer, resolve: resolve as (answer: unknown) => void, reject })
        const idle = threads.find(thread => thread.current === undefined)
        if (idle !== undefined) feed(idle)
        else if (threads.length < size) feed(grow())
      }),
    warm: count => {
      while (threads.length < Math.min(count, size)) grow()
    },
    close: async () => {
      fail(new Error('the worker pool is closed'))
      await Promise.all(threads.map(thread => thread.worker.terminate()))
    },
  }
}

type Supervision = { feed(thread: Thread): void; fail(error: Error): void }

function startThread(workerPath: string, { feed, fail }: Supervision): Thread {
  const thread: Thread = { worker: new Worker(workerPath), current: undefined }
  thread.worker.unref()
  thread.worker.on('message', (reply: WorkerReply) => {
    const pending = thread.current
    thread.current = undefined
    if ('error' in reply) pending?.reject(fromWire(reply.error))
    else pending?.resolve(reply.answer)
    feed(thread)
  })
  thread.worker.on('error', error => fail(error instanceof Error ? error : new Error(String(error))))
  thread.worker.on('exit', code => fail(new Error(`a worker thread ended with code ${code}`)))
  return thread
}
