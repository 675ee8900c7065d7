/** The environment as the variables that a build asked for have it. */
import { join } from 'node:path'
import { describeGpus } from '../build/cuda.js'
import { describeProcessor } from '../build/fingerprint.js'
import { type Discovered, discoverVariables } from '../build/key.js'
import { openToolAnswers } from '../build/tool-answers.js'
import { baseVariables, countsAsInput, nativeProcessor } from '../build/variables.js'
import type { Run } from './run.js'

/** Where it is not set, builds that ask for it compile for the graphics cards that they find. */
const archVariable = 'TORCH_CUDA_ARCH_LIST'

/** Those of the names that decide what comes of a build and are not in its first key already, each once. */
export function countedVariables(names: readonly string[]): readonly string[] {
  const isKnown = (name: string): boolean => name !== archVariable && baseVariables.includes(name)
  return [...new Set(names)].filter(name => name === nativeProcessor || (countsAsInput(name) && !isKnown(name)))
}

/** What each of the variables stands for now. */
export async function currentVariables(names: readonly string[], run: Run): Promise<Discovered['variables']> {
  const { env } = run.host
  const asksGpus = names.includes(archVariable) && (env[archVariable] ?? '').trim() === ''
  const gpus = asksGpus ? { [archVariable]: await detectedGpus(run) } : {}
  return discoverVariables(names, { ...env, ...gpus, ...(names.includes(nativeProcessor) && (await processor())) })
}

async function processor(): Promise<Record<string, string>> {
  return { [nativeProcessor]: (await describeProcessor()).map(({ value }) => value).join() }
}

async function detectedGpus({ host, located, watch }: Run): Promise<string> {
  const { env, workingDirectory, platform } = host
  const answers = await openToolAnswers(join(located.store.root, 'interpreters'))
  const searchPath = env.PATH ?? ''
  const services = { os: platform.os, env, searchPath, workingDirectory, answers, signal: watch.signal }
  return `detected: ${(await describeGpus(services)).value}`
}
