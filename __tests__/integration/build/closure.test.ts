import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { blobsAt } from '../../../src/build/closure.js'
import { sourceId } from '../../../src/build/source-id.js'
import { env } from '../python/pythons.js'
import { writeTree } from './build-fixture.js'
import { closureAt, commitAll, idAt, inDirectory, makeRepository, pathsOf } from './closure-fixture.js'
import { git } from './git-fixture.js'

const files = { 'setup.py': '1\n', 'pkg/a.py': '2\n', 'pkg/b.py': '3\n' }
const isRoot = process.getuid?.() === 0

describe('what a closure holds', () => {
  test('the ids of git, of clean, changed and untracked files and of links', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, { ...files, 'größe \t".py': '\n' })
      await writeTree(root, { 'pkg/a.py': 'changed\n', 'new.py': 'new\n', 'big.bin': 'x'.repeat(3_000_000) })
      await symlink('pkg/a.py', join(root, 'link.py'))
      await chmod(join(root, 'new.py'), 0o755)
      const closure = await closureAt(root)
      await git(root, 'add', '-A')
      const staged = await git(root, '-c', 'core.quotePath=false', 'ls-files', '-s', '-z')
      const rows = staged.split('\0').flatMap(row => {
        const [, mode, blob, path] = /^(\d+) (\S+) \d\t(.+)$/s.exec(row) ?? []
        return path === undefined ? [] : [{ path, mode, blob }]
      })
      expect(closure.files.map(({ path, mode, blob }) => ({ path, mode, blob }))).toEqual(
        rows.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      )
      expect(closure).toMatchObject({ root, subdirectory: '', isRepository: true, absent: [] })
      expect(closure.revision).toBe(await git(root, 'rev-parse', 'HEAD'))
      expect(closure.describe).toBe(
        await git(root, 'describe', '--tags', '--long', '--dirty', '--always', '--abbrev=40'),
      )
      expect(closure.describe).toBe(`${closure.revision}-dirty`)
    }))

  test('of a subdirectory: the whole repository, and where it is', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), files)
      await git(root, 'tag', 'v1')
      await symlink(join(root, 'pkg'), join(directory, 'elsewhere'))
      const closure = await closureAt(join(directory, 'elsewhere'))
      expect(pathsOf(closure)).toEqual(['pkg/a.py', 'pkg/b.py', 'setup.py'])
      expect(closure).toMatchObject({ root, subdirectory: 'pkg', describe: `v1-0-g${closure.revision}` })
    }))

  test('of a submodule: itself, not what it lies in', () =>
    inDirectory(async directory => {
      const library = await makeRepository(join(directory, 'library'), files)
      const root = await makeRepository(join(directory, 'repository'), { 'x.py': '' })
      await git(root, 'submodule', '--quiet', 'add', library, 'library')
      const inside = await closureAt(join(root, 'library/pkg'))
      expect(inside).toMatchObject({ root: join(root, 'library'), subdirectory: 'pkg' })
      const outside = await closureAt(root)
      expect(pathsOf(outside)).toEqual([
        '.gitmodules',
        'library/pkg/a.py',
        'library/pkg/b.py',
        'library/setup.py',
        'x.py',
      ])
    }))

  test('of nested submodules and untracked repositories: their files', () =>
    inDirectory(async directory => {
      const inner = await makeRepository(join(directory, 'inner'), { 'inner.h': '1' })
      const middle = await makeRepository(join(directory, 'middle'), { 'middle.h': '1' })
      await git(middle, 'submodule', '--quiet', 'add', inner, 'inner')
      await commitAll(middle, 'inner')
      const root = await makeRepository(join(directory, 'repository'), { 'x.py': '' })
      await git(root, 'submodule', '--quiet', 'add', middle, 'middle')
      await git(root, 'submodule', '--quiet', 'update', '--init', '--recursive')
      await makeRepository(join(root, 'nested'), { 'nested.h': '1' })
      await writeTree(root, { 'nested/untracked.h': '1', 'middle/inner/untracked.h': '1' })
      const closure = await closureAt(root)
      expect(pathsOf(closure).filter(path => path.endsWith('.h'))).toEqual([
        'middle/inner/inner.h',
        'middle/inner/untracked.h',
        'middle/middle.h',
        'nested/nested.h',
        'nested/untracked.h',
      ])
    }))

  test('of a repository without commits: its files', () =>
    inDirectory(async directory => {
      await git(directory, 'init', '-q')
      await writeTree(directory, { ...files, '.gitignore': '*.log\n', 'x.log': '' })
      const closure = await closureAt(directory)
      expect(closure).toMatchObject({ isRepository: true, revision: '', describe: '' })
      expect(pathsOf(closure)).toEqual(['.gitignore', 'pkg/a.py', 'pkg/b.py', 'setup.py'])
    }))

  test('of a directory that its repository ignores: the directory alone', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, { '.gitignore': 'vendor/\n', 'x.py': '' })
      await writeTree(root, { 'vendor/setup.py': '' })
      const closure = await closureAt(join(root, 'vendor'))
      expect(closure).toMatchObject({ root: join(root, 'vendor'), subdirectory: '', isRepository: false, revision: '' })
      expect(pathsOf(closure)).toEqual(['setup.py'])
    }))

  test('of a source archive, also one unpacked in a repository: everything but caches', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, { 'x.py': '' })
      const shipped = [
        'PKG-INFO',
        'build/lib/x.py',
        'pkg.egg-info/PKG-INFO',
        'pkg.egg-info/SOURCES.txt',
        'pkg/x.abi3.so',
        'setup.py',
      ]
      const all = [...shipped, 'pkg/__pycache__/x.cpython-311.pyc']
      await writeTree(join(root, 'unpacked'), Object.fromEntries(all.map(path => [path, '1'])))
      const closure = await closureAt(join(root, 'unpacked'))
      expect(closure.isRepository).toBe(false)
      expect(pathsOf(closure)).toEqual(shipped)
    }))

  test('of a sparse checkout: what is there', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, { ...files, 'other/c.py': '' })
      await git(root, 'sparse-checkout', 'set', 'pkg')
      expect(pathsOf(await closureAt(root))).toEqual(['pkg/a.py', 'pkg/b.py', 'setup.py'])
    }))

  test('the bytes of the work tree where an attribute converts them, so that a copy without git is the same', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), {
        '.gitattributes': '*.bat text eol=crlf\n*.bin filter=lfs\n',
        'x.bat': 'a\r\nb\r\n',
        'x.bin': 'version https://git-lfs.github.com/spec/v1\n',
        'x.txt': 'a\n',
      })
      await cp(root, join(directory, 'copy'), { recursive: true })
      await rm(join(directory, 'copy/.git'), { recursive: true })
      expect(await idAt(join(directory, 'copy'))).toBe(await idAt(root))
      const [pointer, crlf] = [blobsAt(await closureAt(root), 'x.bin'), blobsAt(await closureAt(root), 'x.bat')]
      expect(crlf).toBe(createHash('sha1').update('blob 6\0a\r\nb\r\n').digest('hex'))
      // As `git lfs pull` does it: git takes the file for clean, before and after.
      await git(root, 'config', 'filter.lfs.clean', `printf '%s\\n' 'version https://git-lfs.github.com/spec/v1'`)
      await writeFile(join(root, 'x.bin'), 'the large file\n')
      await git(root, 'add', 'x.bin')
      expect(await git(root, 'status', '--porcelain')).toBe('')
      expect(blobsAt(await closureAt(root), 'x.bin')).not.toBe(pointer)
    }))

  test('what is gone does not count, nor what a link in the place of its directory leads to', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, { ...files, 'gone.py': '' })
      await rm(join(root, 'gone.py'))
      await rename(join(root, 'pkg'), join(root, 'moved'))
      await symlink('moved', join(root, 'pkg'))
      expect(pathsOf(await closureAt(root))).toEqual(['moved/a.py', 'moved/b.py', 'pkg', 'setup.py'])
    }))

  test('a directory that is not there is named', () =>
    inDirectory(async directory => {
      await writeTree(directory, files)
      for (const name of ['missing', 'setup.py', 'setup.py/below']) {
        await expect(closureAt(join(directory, name))).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND', exitCode: 2 })
      }
    }))
})

describe('how git is asked', () => {
  test('without git the tree is walked, to the same id', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, files)
      const walked = await closureAt(root, { env: { PATH: join(directory, 'empty') } })
      expect(walked).toMatchObject({ isRepository: false, revision: '', describe: '' })
      expect(sourceId(walked, { isScmVersioned: false })).toBe(await idAt(root))
    }))

  test('nothing in the repository is written', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, files)
      await writeTree(root, { 'pkg/a.py': 'other\n' })
      const before = await digestOf(join(root, '.git'))
      await closureAt(root)
      expect(await digestOf(join(root, '.git'))).toBe(before)
    }))

  test('variables of a git hook point to no other repository', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), files)
      const other = await makeRepository(join(directory, 'other'), { 'other.py': '' })
      const hook = {
        ...env,
        GIT_DIR: join(other, '.git'),
        GIT_WORK_TREE: other,
        GIT_INDEX_FILE: join(other, '.git/index'),
      }
      expect(pathsOf(await closureAt(root, { env: hook }))).toEqual(['pkg/a.py', 'pkg/b.py', 'setup.py'])
    }))

  test('a monitor of files that the repository configures is not started', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), files)
      const mark = join(directory, 'started')
      await git(root, 'config', 'core.fsmonitor', `touch ${mark}; false`)
      await closureAt(root)
      expect(await readdir(directory)).toEqual(['repository'])
    }))

  ;(isRoot ? test : test.skip)('a work tree of another user is read', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), {
        ...files,
        '.gitignore': '*.log\n',
        'x.log': '',
      })
      for (const path of await readdir(root, { recursive: true })) await chown(join(root, path), 12_345, 12_345)
      await chown(root, 12_345, 12_345)
      await expect(git(root, 'status')).rejects.toThrow(/dubious ownership/)
      expect(await closureAt(root)).toMatchObject({
        isRepository: true,
        revision: expect.stringMatching(/^[0-9a-f]{40}$/),
      })
    }),
  )

  test('a repository that git refuses is walked, with a warning', () =>
    inDirectory(async directory => {
      const root = await makeRepository(directory, files)
      await git(root, 'config', 'core.repositoryFormatVersion', '99')
      const warnings: string[] = []
      const log = { info: () => {}, warn: (message: string) => void warnings.push(message), debug: () => {} }
      const closure = await closureAt(root, { log })
      expect(closure.isRepository).toBe(false)
      expect(pathsOf(closure)).toEqual(['pkg/a.py', 'pkg/b.py', 'setup.py'])
      expect(warnings).toEqual([expect.stringMatching(/repository.*version/)])
    }))

  test('two thousand files take five processes', () =>
    inDirectory(async directory => {
      const root = join(directory, 'repository')
      for (let index = 0; index < 20; index++) {
        await mkdir(join(root, `d${index}`), { recursive: true })
        await Promise.all(
          Array.from({ length: 100 }, (_, file) => writeFile(join(root, `d${index}/f${file}.py`), `${file}\n`)),
        )
      }
      await makeRepository(root, {})
      const bin = join(directory, 'bin')
      await writeTree(bin, { git: `#!/bin/sh\necho >> ${directory}/calls\nPATH=$REAL exec git "$@"\n` })
      await chmod(join(bin, 'git'), 0o755)
      const closure = await closureAt(root, { env: { ...env, PATH: `${bin}:${env.PATH}`, REAL: env.PATH } })
      expect(closure.files).toHaveLength(2000)
      expect((await readFile(join(directory, 'calls'), 'utf8')).length).toBe(5)
      const walked = await closureAt(root, { env: {} })
      expect(walked.files).toEqual(closure.files)
    }))
})

describe('what lies at a path', () => {
  test('a blob id, a digest that content, names and modes change, or nothing', () =>
    inDirectory(async directory => {
      await writeTree(directory, files)
      await symlink('pkg', join(directory, 'alias'))
      await symlink('../outside', join(directory, 'out'))
      await symlink('circle', join(directory, 'circle'))
      const first = await closureAt(directory)
      expect(blobsAt(first, 'pkg/a.py')).toBe(createHash('sha1').update('blob 2\0').update('2\n').digest('hex'))
      expect(blobsAt(first, 'alias/a.py')).toBe(blobsAt(first, 'pkg/a.py'))
      expect(blobsAt(first, 'alias')).toBe(blobsAt(first, 'pkg'))
      expect(blobsAt(first, 'pkg')).toMatch(/^[0-9a-f]{64}$/)
      for (const path of ['pk', 'pkg/a', 'missing', 'alias/missing']) expect(blobsAt(first, path)).toBeNull()
      for (const path of ['out', 'circle']) expect(blobsAt(first, path)).toMatch(/^[0-9a-f]{40}$/)
      await writeTree(directory, { 'setup.py': 'other\n', 'pkg.py': '' })
      expect(blobsAt(await closureAt(directory), 'pkg')).toBe(blobsAt(first, 'pkg'))
      await chmod(join(directory, 'pkg/a.py'), 0o755)
      expect(blobsAt(await closureAt(directory), 'pkg')).not.toBe(blobsAt(first, 'pkg'))
    }))
})

async function digestOf(directory: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(directory, { recursive: true })).toSorted()) {
    const path = join(directory, name)
    const facts = await stat(path)
    hash.update(`${name}\0${facts.mtimeMs}\0`)
    if (facts.isFile()) hash.update(await readFile(path))
  }
  return hash.digest('hex')
}
