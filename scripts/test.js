// `npm test`: checks, dist/ compared with a rebuild, every jest project. Any Node starts it.
import { onModernNode } from './modern-node.js'

onModernNode(async args => {
  const { runEverything } = await import('./everything.js')
  return runEverything(args)
})
