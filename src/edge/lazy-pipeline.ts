/** The pipeline, loaded when it is called: what ends before that, a usage error or `--help`, does not pay for it. */
import type { Pipeline } from './run-install.js'

export const lazyPipeline: Pipeline = {
  install: async (settings, host, watch) => {
    const { install } = await import('../pipeline/install.js')
    return install(settings, host, watch)
  },
  saveCache: async (request, host, watch) => {
    const { saveCache } = await import('../pipeline/save.js')
    return saveCache(request, host, watch)
  },
}
