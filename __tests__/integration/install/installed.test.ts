import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

import { scanInstalled } from '../../../src/install/installed.js'

let root: string

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'wheelcrew-installed-')))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function directoryWith(name: string, files: readonly string[]): Promise<string> {
  for (const file of files) {
    const path = join(root, name, file)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, '')
  }
  return join(root, name)
}

test('distributions are listed by normalised name, with version and directory', async () => {
  const site = await directoryWith('site', [
    'Ruamel.Yaml_clib-0.2.8.dist-info/RECORD',
    'torch-2.5.1+cpu.dist-info/RECORD',
    'attrs-24.1.0.dist-info/RECORD',
    'attrs/__init__.py',
    'six.py',
  ])
  expect(await scanInstalled([site])).toEqual([
    { name: 'attrs', version: '24.1.0', directory: join(site, 'attrs-24.1.0.dist-info'), kind: 'dist-info' },
    {
      name: 'ruamel-yaml-clib',
      version: '0.2.8',
      directory: join(site, 'Ruamel.Yaml_clib-0.2.8.dist-info'),
      kind: 'dist-info',
    },
    { name: 'torch', version: '2.5.1+cpu', directory: join(site, 'torch-2.5.1+cpu.dist-info'), kind: 'dist-info' },
  ])
})

test('what never finished and what an uninstallation left behind do not count', async () => {
  const site = await directoryWith('broken', [
    'numpy-2.1.0.dist-info/METADATA',
    '~umpy-2.0.0.dist-info/RECORD',
    '~ip-1.0.egg-info',
    'nameless.dist-info/RECORD',
  ])
  expect(await scanInstalled([site])).toEqual([])
})

test('what setuptools and distutils installed is legacy', async () => {
  const site = await directoryWith('legacy', [
    'a_b-1.0-py3.11-linux-x86_64.egg-info/PKG-INFO',
    'c-2.0.post1.egg-info',
    'my-tool.egg-link',
    'plain.egg-info/PKG-INFO',
  ])
  const found = await scanInstalled([site])
  expect(found.map(({ name, version, kind }) => [name, version, kind])).toEqual([
    ['a-b', '1.0', 'legacy'],
    ['c', '2.0.post1', 'legacy'],
    ['my-tool', '', 'legacy'],
    ['plain', '', 'legacy'],
  ])
})

test('several directories are read as one, and one behind a link once', async () => {
  const pure = await directoryWith('lib', ['a-1.dist-info/RECORD'])
  const platform = await directoryWith('other', ['b-1.dist-info/RECORD'])
  const link = join(root, 'lib64')
  await symlink(pure, link)
  expect((await scanInstalled([platform, pure, link, pure])).map(({ name }) => name)).toEqual(['a', 'b'])
})

test('a directory that does not exist holds nothing', async () => {
  expect(await scanInstalled([join(root, 'absent')])).toEqual([])
})
