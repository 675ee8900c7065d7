// `npm run check`: format, lint with boundaries, types and dead exports; one line each.
import { onModernNode } from './modern-node.js'

onModernNode(async () => {
  const { runChecks } = await import('./checks.js')
  const { failed } = await runChecks()
  return failed === 0 ? 0 : 1
})
