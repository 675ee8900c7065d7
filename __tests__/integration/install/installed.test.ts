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

async function directoryWith(
  name: string,
  files: readonly string[] | Readonly<Record<string, string>>,
): Promise<string> {
  const entries = Array.isArray(files) ? files.map(file => [file, '']) : Object.entries(files)
  for (const [file, content] of entries) {
    const path = join(root, name, file)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, content)
  }
  return join(root, name)
}

test('distributions are listed by normalised name, with version and directory', async () => {
  const site = await directoryWith('site', [
    'Ruamel.Yaml_clib-0.2.8.dist-info/RECORD',
    'torch-2.5.1+cpu.dist-info/RECORD',
    'attrs-24.1.0.dist-info/RECORD',
    'with-2d-3.0.dist-info/RECORD',
    'attrs/__init__.py',
    'six.py',
  ])
  const common = { kind: 'dist-info', installer: '', directUrl: undefined }
  expect(await scanInstalled([site])).toEqual([
    { name: 'attrs', version: '24.1.0', directory: join(site, 'attrs-24.1.0.dist-info'), ...common },
    {
      ...{ name: 'ruamel-yaml-clib', version: '0.2.8', directory: join(site, 'Ruamel.Yaml_clib-0.2.8.dist-info') },
      ...common,
    },
    { name: 'torch', version: '2.5.1+cpu', directory: join(site, 'torch-2.5.1+cpu.dist-info'), ...common },
    { name: 'with-2d', version: '3.0', directory: join(site, 'with-2d-3.0.dist-info'), ...common },
  ])
})

test('what never finished is incomplete, and what an uninstallation left behind does not count', async () => {
  const site = await directoryWith('broken', [
    'numpy-2.1.0.dist-info/METADATA',
    '~umpy-2.0.0.dist-info/RECORD',
    '~ip-1.0.egg-info',
    '-ip-1.0.dist-info/RECORD',
    'nameless.dist-info/RECORD',
    'file-1.0.dist-info',
    'six-1.0.dist-info~wheelcrew/RECORD',
    'six-1.0.dist-info.~wheelcrew/RECORD',
    'no-metadata-1.0.egg/x.py',
  ])
  const found = await scanInstalled([site])
  expect(found.map(({ name, version, kind }) => [name, version, kind])).toEqual([['numpy', '2.1.0', 'incomplete']])
})

test('a dist-info without a version in its name has that of its metadata', async () => {
  const metadata = 'Metadata-Version: 2.1\nName: Old.Tool\nVersion: 3.1\n\nVersion: 9\n'
  const site = await directoryWith('odd', { 'tool.dist-info/METADATA': metadata, 'tool.dist-info/RECORD': '' })
  expect(await scanInstalled([site])).toMatchObject([{ name: 'old-tool', version: '3.1', kind: 'dist-info' }])
})

test('what setuptools and distutils installed is told apart', async () => {
  const site = await directoryWith('legacy', {
    'a_b-1.0-py3.11-linux-x86_64.egg-info/PKG-INFO': 'Version: 9',
    'c-2.0.post1.egg-info': '',
    'd.egg-info': 'Name: D.D\nVersion: 4',
    'my-tool.egg-link': '../source\n.',
    'plain.egg-info/PKG-INFO': 'Name: plain\nVersion: 1.2',
    'bare.egg-info/PKG-INFO': '',
    'E_E-1.5-py2.7-linux-x86_64.egg/EGG-INFO/PKG-INFO': '',
    'f-2.0-py3.8.egg': 'an archive',
    '../source/my_tool.egg-info/PKG-INFO': 'Name: my-tool\nVersion: 7.1',
  })
  const found = await scanInstalled([site])
  expect(found.map(({ name, version, kind }) => [name, version, kind])).toEqual([
    ['a-b', '1.0', 'egg-info'],
    ['bare', '', 'egg-info'],
    ['c', '2.0.post1', 'distutils'],
    ['d-d', '4', 'distutils'],
    ['e-e', '1.5', 'egg'],
    ['f', '2.0', 'egg'],
    ['my-tool', '7.1', 'egg-link'],
    ['plain', '1.2', 'egg-info'],
  ])
})

test('INSTALLER and direct_url.json are read where they are, and a broken one is as none', async () => {
  const archive = { url: 'https://files.example/a.whl', archive_info: { hashes: { sha256: 'ab' } } }
  const tree = { url: 'file:///src', dir_info: { editable: true }, subdirectory: 'x' }
  const site = await directoryWith('direct', {
    'a-1.dist-info/RECORD': '',
    'a-1.dist-info/INSTALLER': ' uv \n',
    'a-1.dist-info/direct_url.json': JSON.stringify(archive),
    'b-1.dist-info/RECORD': '',
    'b-1.dist-info/direct_url.json': JSON.stringify(tree),
    ...Object.fromEntries(
      [
        '{"url"',
        '[]',
        'null',
        '{"url": 1}',
        '{"url": "x", "dir_info": {"editable": 1}}',
        '{"url": "x", "archive_info": []}',
      ].map((text, index) => [`c${index}-1.dist-info/direct_url.json`, text]),
    ),
  })
  const found = await scanInstalled([site])
  expect(found.map(({ installer }) => installer)).toEqual(['uv', '', '', '', '', '', '', ''])
  expect(found.map(({ directUrl }) => directUrl)).toEqual([archive, tree, ...Array(6).fill(undefined)])
})

test('several directories are read as one, and one behind a link once', async () => {
  const pure = await directoryWith('lib', ['a-1.dist-info/RECORD'])
  const platform = await directoryWith('other', ['b-1.dist-info/RECORD'])
  const link = join(root, 'lib64')
  await symlink(pure, link)
  const found = await scanInstalled([platform, pure, pure, link])
  expect(found.map(({ directory }) => directory)).toEqual([
    join(pure, 'a-1.dist-info'),
    join(platform, 'b-1.dist-info'),
  ])
})

test('a directory that does not exist holds nothing', async () => {
  expect(await scanInstalled([join(root, 'absent')])).toEqual([])
})

test('what has lost its metadata, a symbolic link into a store that was trimmed, is dangling', async () => {
  const site = await directoryWith('trimmed', ['kept-1.0.dist-info/RECORD', 'lost-1.0.dist-info/RECORD'])
  const stored = join(await directoryWith('trimmed-store', ['METADATA']), 'METADATA')
  await symlink(stored, join(site, 'kept-1.0.dist-info', 'METADATA'))
  await symlink(`${stored}-gone`, join(site, 'lost-1.0.dist-info', 'METADATA'))
  const [kept, lost] = await scanInstalled([site])
  expect(kept).not.toHaveProperty('isDangling')
  expect(lost).toMatchObject({ name: 'lost', kind: 'dist-info', isDangling: true })
})
