import { chmod, cp, rename, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { writeTree } from './build-fixture.js'
import { commitAll, idAt, inDirectory, makeRepository } from './closure-fixture.js'
import { git } from './git-fixture.js'

const monorepo = {
  'packages/ext/pyproject.toml': '[build-system]\n',
  'packages/ext/src/ext.c': 'int x;\n',
  'packages/ext/src/run.sh': '#!/bin/sh\n',
  'packages/other/pyproject.toml': '[build-system]\n',
  '.gitignore': '*.log\nout/\n',
  LICENSE: 'as you like\n',
}

const ext = 'packages/ext'

/** The ids before and after a change to the monorepo. */
async function idsAround(change: (root: string) => Promise<unknown>): Promise<readonly [string, string]> {
  let ids: readonly [string, string] = ['', '']
  await inDirectory(async directory => {
    const root = await makeRepository(join(directory, 'repository'), monorepo)
    const before = await idAt(join(root, ext))
    await change(root)
    ids = [before, await idAt(join(root, ext))]
  })
  return ids
}

describe('the id of a source tree stays the same', () => {
  test.each<[string, (root: string) => Promise<unknown>]>([
    [
      'when a commit changes something elsewhere in the repository',
      async root => {
        await writeTree(root, { 'packages/other/new.py': '', LICENSE: 'otherwise\n' })
        await commitAll(root, 'elsewhere')
      },
    ],
    [
      'when the commit is amended or made again by a rebase',
      async root => {
        await commitAll(root, 'second')
        await git(root, 'commit', '-q', '--amend', '--allow-empty', '-m', 'reworded')
        await git(root, 'rebase', '-q', '--force-rebase', '--root')
      },
    ],
    [
      'when a branch is switched and back',
      async root => {
        await git(root, 'checkout', '-q', '-b', 'feature')
        await writeTree(root, { 'packages/ext/src/ext.c': 'int y;\n', 'packages/ext/more.py': '' })
        await commitAll(root, 'feature')
        await git(root, 'checkout', '-q', 'main')
      },
    ],
    [
      'when a change is undone',
      async root => {
        await writeTree(root, { 'packages/ext/src/ext.c': 'int y;\n' })
        await writeTree(root, { 'packages/ext/src/ext.c': 'int x;\n' })
      },
    ],
    [
      'when every file gets another time',
      async root => {
        await utimes(join(root, ext, 'src/ext.c'), 1, 1)
      },
    ],
    [
      'when a change is committed that was there before',
      async root => {
        await git(root, 'rm', '-q', '--cached', 'packages/ext/src/ext.c')
        await git(root, 'commit', '-q', '-m', 'forgotten')
        await commitAll(root, 'remembered')
      },
    ],
    [
      'when an ignored file appears',
      root => writeTree(root, { 'packages/ext/a.log': 'x', 'packages/ext/out/b.py': '' }),
    ],
    [
      'when a build left its directories there',
      root =>
        writeTree(join(root, ext), {
          'build/lib.linux-x86_64-cpython-311/ext.py': '',
          'build/temp.linux-x86_64-cpython-311/ext.o': '',
          'dist/ext-1.0-py3-none-any.whl': '',
          'src/ext.egg-info/PKG-INFO': '',
          'src/__pycache__/x.cpython-311.pyc': '',
          'src/ext.cpython-311-x86_64-linux-gnu.so': '',
          'src/ext.so': '',
          'venv/pyvenv.cfg': '',
          'venv/lib/python3.11/site-packages/x.py': '',
          '_skbuild/linux/x': '',
          'cmake-out/CMakeCache.txt': '',
          'cmake-out/x.make': '',
        }).then(() => undefined),
    ],
  ])('%s', async (_, change) => {
    const [before, after] = await idsAround(change)
    expect(after).toBe(before)
  })

  test('in a fresh clone at another path, a copy without git, a shallow clone and a worktree', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), monorepo)
      await chmod(join(root, ext, 'src/run.sh'), 0o755)
      await symlink('src/ext.c', join(root, ext, 'link.c'))
      await commitAll(root, 'more')
      await git(directory, 'clone', '-q', root, 'clone')
      await git(directory, 'clone', '-q', '--depth=1', `file://${root}`, 'shallow')
      await git(root, 'worktree', 'add', '-q', '--detach', join(directory, 'worktree'))
      await cp(join(root, ext), join(directory, 'copied'), { recursive: true, verbatimSymlinks: true })
      await cp(root, join(directory, 'whole'), { recursive: true, verbatimSymlinks: true })
      await rm(join(directory, 'whole/.git'), { recursive: true })
      const copies = [`clone/${ext}`, `shallow/${ext}`, `worktree/${ext}`, 'copied', `whole/${ext}`]
      const ids = await Promise.all(
        [join(root, ext), ...copies.map(path => join(directory, path))].map(path => idAt(path)),
      )
      expect(new Set(ids).size).toBe(1)
      const tops = ['repository', 'clone', 'worktree', 'whole'].map(path => idAt(join(directory, path)))
      expect(new Set(await Promise.all(tops)).size).toBe(1)
    }))
})

describe('the id of a source tree changes', () => {
  test.each<[string, (root: string) => Promise<unknown>]>([
    ['with a tracked file', root => writeTree(root, { 'packages/ext/src/ext.c': 'int y;\n' })],
    [
      'with a staged file',
      async root => {
        await writeTree(root, { 'packages/ext/src/ext.c': 'int y;\n' })
        await git(root, 'add', '-A')
      },
    ],
    [
      'with a file that git was told to take for unchanged',
      async root => {
        await git(root, 'update-index', '--assume-unchanged', 'packages/ext/src/ext.c')
        await writeTree(root, { 'packages/ext/src/ext.c': 'int y;\n' })
      },
    ],
    ['with an untracked source', root => writeTree(root, { 'packages/ext/new.py': '' })],
    [
      'with an untracked package that is called `build`',
      root => writeTree(root, { 'packages/ext/src/build/__init__.py': '' }),
    ],
    ['with the executable bit', root => chmod(join(root, ext, 'src/run.sh'), 0o755)],
    ['when a file is deleted', root => rm(join(root, ext, 'src/ext.c'))],
    ['when a file is renamed', root => rename(join(root, ext, 'src/ext.c'), join(root, ext, 'src/new.c'))],
    [
      'when a file becomes a link',
      async root => {
        await rm(join(root, ext, 'src/ext.c'))
        await symlink('run.sh', join(root, ext, 'src/ext.c'))
      },
    ],
    [
      'with a tracked file in `build`',
      async root => {
        await writeTree(root, { 'packages/ext/build/lib/x.py': '' })
        await git(root, 'add', '-A')
      },
    ],
  ])('%s', async (_, change) => {
    const [before, after] = await idsAround(change)
    expect(after).not.toBe(before)
  })

  test('with the content of a submodule, whatever its commit is', () =>
    inDirectory(async directory => {
      const library = await makeRepository(join(directory, 'library'), { 'a.h': '1\n' })
      const root = await makeRepository(join(directory, 'repository'), monorepo)
      await git(root, 'submodule', '--quiet', 'add', library, 'packages/ext/library')
      await commitAll(root, 'submodule')
      const before = await idAt(join(root, ext))
      await git(join(root, ext, 'library'), 'commit', '-q', '--allow-empty', '-m', 'nothing')
      expect(await idAt(join(root, ext))).toBe(before)
      await writeTree(join(root, ext, 'library'), { 'a.h': '2\n' })
      const dirty = await idAt(join(root, ext))
      expect(dirty).not.toBe(before)
      await commitAll(join(root, ext, 'library'), 'changed')
      expect(await idAt(join(root, ext))).toBe(dirty)
    }))

  test('with the commit of a submodule that is not checked out', () =>
    inDirectory(async directory => {
      const library = await makeRepository(join(directory, 'library'), { 'a.h': '1\n' })
      const root = await makeRepository(join(directory, 'repository'), monorepo)
      await git(root, 'submodule', '--quiet', 'add', library, 'packages/ext/library')
      await commitAll(root, 'submodule')
      await git(directory, 'clone', '-q', root, 'clone')
      const before = await idAt(join(directory, 'clone', ext))
      await git(join(root, ext, 'library'), 'commit', '-q', '--allow-empty', '-m', 'nothing')
      await commitAll(root, 'moved')
      await git(join(directory, 'clone'), 'pull', '-q')
      expect(await idAt(join(directory, 'clone', ext))).not.toBe(before)
    }))

  test('with what a link out of the subdirectory leads to', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), { ...monorepo, 'shared/deep/a.h': '1\n' })
      await symlink('../../shared', join(root, ext, 'shared'))
      await symlink('../packages', join(root, 'shared/back'))
      await commitAll(root, 'linked')
      const before = await idAt(join(root, ext))
      await writeTree(root, { 'shared/deep/a.h': '2\n' })
      expect(await idAt(join(root, ext))).not.toBe(before)
    }))

  test('with a tag where the version comes from git, and only there', () =>
    inDirectory(async directory => {
      const root = await makeRepository(join(directory, 'repository'), monorepo)
      const before = await Promise.all([idAt(join(root, ext)), idAt(join(root, ext), true)])
      await git(root, 'tag', 'v1.0')
      const after = await Promise.all([idAt(join(root, ext)), idAt(join(root, ext), true)])
      expect(after[0]).toBe(before[0])
      expect(after[1]).not.toBe(before[1])
    }))
})
