// `npm run build`: src/ → lib/ → dist/. With `--check`, dist/ is built elsewhere and compared with the one here.
import { onModernNode } from './modern-node.js'

onModernNode(async args => {
  const { buildDist, checkDist } = await import('./dist.js')
  const problems = await (args.includes('--check') ? checkDist() : buildDist())
  for (const problem of problems) console.error(problem)
  return problems.length === 0 ? 0 : 1
})
