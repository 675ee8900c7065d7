import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { env } from './pythons.js'

/** So that Node runs the sources as they are: their imports name the files that the build makes. */
const resolveSources = `import { registerHooks } from 'node:module'
registerHooks({ resolve: (specifier, context, next) =>
  next(/^\\.{1,2}\\/.*\\.js$/.test(specifier) ? specifier.replace(/js$/, 'ts') : specifier, context) })`

/** Starts a TypeScript file of this directory as a process of its own, with a channel for messages. */
export function startChild(name: string): ChildProcess {
  const hook = `data:text/javascript,${encodeURIComponent(resolveSources)}`
  return spawn(process.execPath, ['--no-warnings', '--import', hook, resolve('__tests__/integration/python', name)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env,
  })
}

/** Sends a message and returns the answer; a child that ends instead gives undefined. */
export async function ask(child: ChildProcess, message: object): Promise<unknown> {
  const answer = once(child, 'message')
  const exit = once(child, 'exit')
  child.send(message)
  const [reply] = await Promise.race([answer, exit.then(() => [undefined])])
  return reply
}

/** Ends a process as a power cut would, and waits until its number is free. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
