import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { directUrlOfDirectory } from '../../../src/build/direct-url.js'
import { agreesWithUv } from '../../../src/build/uv-agreement.js'
import { uvCacheInfo } from '../../../src/build/uv-cache-info.js'
import { beginInstallation } from '../../../src/install/install-wheels.js'
import { plantTree } from '../../../src/install/plant.js'
import { type InstallableWheel, type InstallServices, prepareInstall } from '../../../src/install/prepare.js'
import { describeTree } from '../../../src/install/tree.js'
import { formatTreeFile, parseTreeFile } from '../../../src/install/tree-file.js'
import { venvEnvironment } from '../../../src/python/environment.js'
import { probeInterpreter } from '../../../src/python/interpreter.js'
import { kind } from '../../helpers/stored-wheel.js'
import { findTool } from '../../helpers/tools.js'
import { makeUvProject, projectFiles, type UvProject } from '../build/uv-fixture.js'
import { type Fixture, makeFixture, storeCompiled } from './install-fixture.js'

const uv = (await findTool('uv')) ?? ''
const whenThere = uv === '' ? describe.skip : describe

let fixture: Fixture
beforeEach(async () => {
  fixture = await makeFixture()
})
afterEach(() => fixture.remove())

const files = {
  'tiny.py': 'VALUE = "ours"\n',
  'tiny-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n',
  'tiny-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  'tiny-1.0.dist-info/uv_cache.json': '{"timestamp":"of whoever made the wheel"}',
}

function servicesOf({ store, environment }: Pick<Fixture, 'store' | 'environment'>): InstallServices {
  return {
    ...{ store, environment, linkMode: 'hardlink', os: 'linux', bytecodeKind: kind },
    ...{ pythonVersion: '3.11.7', windowsLaunchers: undefined },
  }
}

type Way = (wheel: InstallableWheel, services: InstallServices) => Promise<void>

async function byJournal(wheel: InstallableWheel, services: InstallServices): Promise<void> {
  const preparation = prepareInstall([wheel], services)
  const installation = beginInstallation(preparation, services)
  for (const prepared of preparation.wheels) installation.link(prepared)
  for (const prepared of preparation.wheels) installation.finish(prepared, undefined)
  installation.commit()
}

async function byTree(wheel: InstallableWheel, services: InstallServices): Promise<void> {
  const { root, python } = services.environment
  const tree = describeTree(prepareInstall([wheel], services), new Map(), services)
  const stored = parseTreeFile(formatTreeFile(tree, {}))?.tree()
  if (stored === undefined) throw new Error('no tree')
  const place = { storeRoot: services.store.root, root, python, linkMode: 'hardlink', os: 'linux' } as const
  await plantTree(stored, place, async () => 0)
}

const ways: readonly (readonly [string, Way])[] = [
  ['into an environment that holds something', byJournal],
  ['into a new environment', byTree],
]

describe.each(ways)('uv_cache.json of an installation %s', (_, install) => {
  const read = (name: string) => readFile(fixture.site('tiny-1.0.dist-info', name), 'utf8').catch(() => undefined)

  test('is the one that the wheel was planned with, and is in RECORD', async () => {
    const { note } = await storeCompiled(fixture.store, 'tiny', files)
    const directUrl = directUrlOfDirectory('/src/tiny', false)
    await install({ note, requested: true, directUrl, uvCacheInfo: '{"timestamp":null}' }, servicesOf(fixture))
    expect(await read('uv_cache.json')).toBe('{"timestamp":null}')
    expect(await read('direct_url.json')).toBe('{"url":"file:///src/tiny","dir_info":{"editable":false}}')
    const rows = (await read('RECORD'))?.split('\n').filter(row => row.includes('uv_cache.json'))
    expect(rows).toEqual(['tiny-1.0.dist-info/uv_cache.json,sha256=3sQieg6ouDCIz2Jf0kxQQIKTb4JMMo9dfdnhHiiW2gY,18'])
  })

  test('is not what a wheel brings along', async () => {
    const { note } = await storeCompiled(fixture.store, 'tiny', files)
    await install({ note, requested: true, directUrl: undefined }, servicesOf(fixture))
    expect(await read('METADATA')).toBeDefined()
    expect(await read('uv_cache.json')).toBeUndefined()
    expect(await read('RECORD')).not.toContain('uv_cache.json')
  })
})

whenThere.each(ways)('uv, after an installation of its project %s', (_, install) => {
  let project: UvProject
  beforeEach(async () => {
    project = await makeUvProject(uv, projectFiles('tiny'))
    const { directory, host } = project
    const python = join(directory, '.venv', 'bin', 'python')
    const interpreter = await probeInterpreter(python, {
      host: { ...host, helpersDirectory: join(process.cwd(), 'src/python') },
      cacheDirectory: join(directory, 'probes'),
    })
    const environment = venvEnvironment(join(directory, '.venv'), interpreter, host.platform)
    const { note } = await storeCompiled(fixture.store, 'tiny', files)
    const uvInfo = await uvCacheInfo(directory, { host })
    const wheel = { note, requested: true, directUrl: directUrlOfDirectory(directory, true), uvCacheInfo: uvInfo }
    await install(wheel, servicesOf({ store: fixture.store, environment }))
  })
  afterEach(() => project.remove())

  const ask = () => {
    const { directory, host } = project
    return agreesWithUv({ uv, project: directory, environment: join(directory, '.venv'), names: ['tiny'], host })
  }

  test('builds nothing: what is there is what it would install', async () => {
    expect(await ask()).toEqual({ agrees: true, said: '' })
    const { stdout } = await project.uv('run', 'python', '-c', 'import tiny; print(tiny.VALUE)')
    expect(stdout).toBe('ours\n')
    expect(await readFile(project.builds, 'utf8')).toBe('')
  })

  test('builds when the project changed', async () => {
    await writeFile(join(project.directory, 'setup.cfg'), '')
    expect(await ask()).toMatchObject({ agrees: false })
    const { stdout } = await project.uv('run', 'python', '-c', 'import tiny; print(tiny.VALUE)')
    expect(stdout).toBe('of uv\n')
    expect(await readFile(project.builds, 'utf8')).toBe('tiny\n')
  })

  test('builds when the file is gone', async () => {
    const { stdout } = await project.uv('run', 'python', '-c', 'import sysconfig; print(sysconfig.get_path("purelib"))')
    await rm(join(stdout.trim(), 'tiny-1.0.dist-info', 'uv_cache.json'))
    expect(await ask()).toMatchObject({ agrees: false })
  })
})
