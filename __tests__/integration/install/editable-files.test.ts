import { stat } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { beginInstallation } from '../../../src/install/install-wheels.js'
import { prepareInstall } from '../../../src/install/prepare.js'
import type { DirectUrl } from '../../../src/plan/lock.js'
import { kind } from '../../helpers/stored-wheel.js'
import { type Fixture, makeFixture, storeCompiled } from './install-fixture.js'

let fixture: Fixture
beforeEach(async () => {
  fixture = await makeFixture()
})
afterEach(() => fixture.remove())

const tree = 'file:///src/mine'
const sources: readonly (readonly [string, DirectUrl | undefined, number])[] = [
  ['of an editable distribution are no links: an edit of them does not reach the store', editable(true), 1],
  ['of a distribution that is built from a directory are links', editable(false), 2],
  ['of a distribution from an index are links', undefined, 2],
]

function editable(isEditable: boolean): DirectUrl {
  return { url: tree, dir_info: { editable: isEditable } }
}

test.each(sources)('the files %s', async (_, directUrl, links) => {
  const files = { 'mine.pth': '/src/mine\n', 'mine.py': '', 'mine-1.0.dist-info/METADATA': 'Name: mine\n' }
  const cached = '__pycache__/mine.cpython-311.pyc'
  const { note, bytecode } = await storeCompiled(fixture.store, 'mine', files, { [cached]: 'm' })
  const { store, environment, site } = fixture
  const services = {
    ...({ store, environment, linkMode: 'hardlink', os: 'linux', bytecodeKind: kind } as const),
    ...{ pythonVersion: '3.11.7', windowsLaunchers: undefined },
  }
  const { wheels, ...rest } = prepareInstall([{ note, requested: true, directUrl }], services)
  const installation = beginInstallation({ wheels, ...rest }, services)
  for (const prepared of wheels) installation.link(prepared)
  for (const prepared of wheels) installation.finish(prepared, bytecode)
  installation.commit()
  for (const name of ['mine.pth', 'mine.py', cached])
    expect([name, (await stat(site(name))).nlink]).toEqual([name, links])
})
