/** Makes or opens an environment, counts in it how often it was filled, and answers what it did. */
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Host } from '../../../src/host.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { claimVenv, createVenv, openVenv } from '../../../src/python/venv.js'

type Order = {
  readonly root: string
  readonly interpreter: Interpreter
  readonly host: Host
  /** Never answers, and stays where it is: to be killed. */
  readonly stopAt?: 'made' | 'filling'
}

async function fill({ root, interpreter, host, stopAt }: Order): Promise<'made' | 'found'> {
  for (;;) {
    const state = await openVenv(root, host)
    const claim = await claimVenv(root, state, { host })
    if (claim === undefined) continue
    const venv =
      state.kind === 'venv'
        ? undefined
        : await createVenv(claim, interpreter, { host, directory: `${root}-templates`, temporary: dirname(root) })
    if (stopAt === 'made') await stop()
    await count(join(root, 'filled'))
    if (stopAt === 'filling') await stop()
    await (venv?.finish() ?? claim.release())
    return venv === undefined ? 'found' : 'made'
  }
}

/** Two at once would lose a count. */
async function count(path: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '0')
  await setTimeout(5)
  await writeFile(path, String(Number(before) + 1))
}

async function stop(): Promise<void> {
  process.send?.('stopped')
  await setTimeout(600_000)
}

process.on('message', (order: Order) => {
  fill(order).then(
    done => process.send?.(done),
    error => process.send?.(String(error)),
  )
})
