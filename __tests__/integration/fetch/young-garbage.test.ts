import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'

const module = pathToFileURL('lib/fetch/young-garbage.js').href

/** How often V8 collected young garbage while some 16 MB of it came up, little by little, and what a user would have seen. */
function collect(nodeVersion: string): { readonly count: number; readonly said: string } {
  const program = `
    import { PerformanceObserver, constants } from 'node:perf_hooks'
    import { setTimeout as delay } from 'node:timers/promises'
    import { collectYoungGarbageEarly } from '${module}'
    collectYoungGarbageEarly('${nodeVersion}')
    let count = 0
    const add = entries => {
      for (const { detail } of entries) count += Number(detail.kind === constants.NODE_PERFORMANCE_GC_MINOR)
    }
    const observer = new PerformanceObserver(list => add(list.getEntries()))
    observer.observe({ entryTypes: ['gc'] })
    for (let turn = 0; turn < 100; turn++) {
      for (let piece = 0; piece < 20; piece++) new Array(1000).fill(turn)
      await delay(1)
    }
    add(observer.takeRecords())
    console.log(count)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  return { count: Number(stdout), said: stderr }
}

test('young garbage is collected before there is much of it, and nobody is told', () => {
  const [early, usual] = [collect(process.versions.node), collect('21.0.0')]
  expect(early.said + usual.said).toBe('')
  expect(early.count).toBeGreaterThan(2 * usual.count)
})
