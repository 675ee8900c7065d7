// The environments of examples/ that are measured: their wheels, and what the first step of a job would import.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './commands.js'

export const imports = {
  scientific: 'import pandas, scipy.stats, sklearn.ensemble, matplotlib.pyplot',
  jupyterlab: 'import jupyterlab.labapp, nbconvert.exporters',
  cuda: 'import torch, torchvision, transformers, accelerate',
}

/** The wheels of the set: those of `--wheels`, or downloaded once and kept beside the results. */
export function provideWheels(root, options) {
  if (options.wheels !== undefined) return options.wheels
  const wheels = join(root, 'bench', 'results', 'tmp', options.set)
  if (existsSync(wheels)) return wheels
  const partial = `${wheels}.partial`
  const requirements = join(root, 'examples', options.set, 'requirements.txt')
  const args = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', requirements, '-d', partial]
  output(options.python, ['-m', 'pip', 'download', '--quiet', ...args])
  execFileSync('mv', [partial, wheels])
  return wheels
}
