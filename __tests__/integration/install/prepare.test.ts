import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { OperatingSystem } from '../../../src/host.js'
import { claimsOf, type InstallServices, prepareInstall } from '../../../src/install/prepare.js'
import { type Files, storeWheel } from '../../helpers/stored-wheel.js'
import { type Fixture, makeFixture } from './install-fixture.js'

let fixture: Fixture
beforeEach(async () => {
  fixture = await makeFixture()
})
afterEach(() => fixture.remove())

const services = (os: OperatingSystem = 'linux'): InstallServices => ({
  ...{ store: fixture.store, environment: fixture.environment, linkMode: 'hardlink', os },
  ...{ bytecodeKind: undefined, pythonVersion: '3.11.7', windowsLaunchers: undefined },
})

async function prepare(wheels: Readonly<Record<string, Files>>, os?: OperatingSystem) {
  const stored = Object.entries(wheels).map(async ([name, files]) => {
    const note = await storeWheel(fixture.store, name, { ...files, [`${name}-1.0.dist-info/METADATA`]: '' })
    return { note, requested: true, directUrl: undefined }
  })
  return prepareInstall(await Promise.all(stored), services(os))
}

test('one wheel writes each path once: an entry point before a script, a script before data, data before modules', async () => {
  const { wheels } = await prepare({
    demo: {
      'demo-1.0.dist-info/entry_points.txt': '[console_scripts]\nrun = demo:main\n',
      'demo-1.0.data/scripts/run': 'a script\n',
      'demo-1.0.data/scripts/other': 'a script\n',
      'demo-1.0.data/data/bin/run': 'data',
      'demo-1.0.data/data/bin/other': 'data',
      'demo-1.0.data/data/lib/python3.11/site-packages/demo.py': 'data',
      'demo.py': 'a module\n',
    },
  })
  const destinations = wheels.flatMap(prepared => [...claimsOf(prepared)].map(({ destination }) => destination))
  expect(destinations.toSorted()).toEqual([...new Set(destinations)].toSorted())
  const [demo] = wheels
  expect(demo?.wrappers.map(({ destination }) => destination)).toEqual([fixture.script('run')])
  expect(demo?.places.scripts.map(({ destination }) => destination)).toEqual([fixture.script('other')])
  const module = demo?.places.linked.find(({ destination }) => destination === fixture.site('demo.py'))
  expect(module?.file.path).toBe('demo-1.0.data/data/lib/python3.11/site-packages/demo.py')
})

test.each([
  ['linux', []],
  ['darwin', [{ winner: 'alpha', loser: 'beta' }]],
  ['win32', [{ winner: 'alpha', loser: 'beta' }]],
] as const)('on %s, names of two wheels that differ in case conflict: %j', async (os, expected) => {
  const { conflicts } = await prepare({ alpha: { 'Pkg/x.py': 'one' }, beta: { 'pkg/X.py': 'two' } }, os)
  expect(conflicts.map(({ winner, loser }) => ({ winner, loser }))).toEqual(expected)
})
