import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readClosure } from '../../../src/build/closure.js'
import { mirrorTree } from '../../../src/build/mirror.js'
import { findTool } from '../../helpers/tools.js'
import { testHost } from '../python/pythons.js'
import { listTree, makeDirectory, must, writeTree } from './build-fixture.js'
import { commit, git, gitEnvironment, makeRepository } from './git-fixture.js'

let work: string
beforeEach(async () => {
  work = await makeDirectory()
})
afterEach(() => rm(work, { recursive: true, force: true }))

const services = (signal = new AbortController().signal) => ({ host: testHost(work, { env: gitEnvironment }), signal })

type Facts = { readonly withHistory?: boolean; readonly destination?: string }

async function mirror(
  tree: string,
  { withHistory = false, destination = join(work, 'mirror') }: Facts = {},
): Promise<string> {
  await mirrorTree(await readClosure(tree, services()), destination, { ...services(), withHistory })
  return destination
}

/** Path → what stands there: mode and content of a file, target of a link. */
async function contents(directory: string, prefix = ''): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const name of (await readdir(join(directory, prefix))).toSorted()) {
    const path = join(prefix, name)
    const facts = await lstat(join(directory, path))
    if (facts.isSymbolicLink()) found[path] = `-> ${await readlink(join(directory, path))}`
    else if (facts.isDirectory()) Object.assign(found, await contents(directory, path))
    else found[path] = `${facts.mode.toString(8)} ${shorten(await readFile(join(directory, path), 'utf8'))}`
  }
  return found
}

const shorten = (text: string) => (text.length > 100 ? `${text.length} × ${[...new Set(text)].join('')}` : text)

const large = 'x'.repeat(3 << 20)

describe('a mirror', () => {
  test('has the files, x bits and links of the tree, and shares nothing with it', async () => {
    const tree = join(work, 'tree')
    await writeTree(tree, { 'a.py': 'a', 'sub/dir/b.c': 'b', 'run.sh': '#!/bin/sh', large, 'é ü.txt': 'n', empty: '' })
    await Promise.all([
      chmod(join(tree, 'run.sh'), 0o700),
      chmod(join(tree, 'a.py'), 0o444),
      chmod(join(tree, 'large'), 0o444),
    ])
    await symlink('/outside/of/it', join(tree, 'away'))
    await symlink('../a.py', join(tree, 'sub', 'near'))
    await symlink('sub', join(tree, 'linked'))
    const destination = await mirror(tree)
    expect(await contents(destination)).toEqual({
      'a.py': '100644 a',
      'run.sh': '100755 #!/bin/sh',
      'sub/dir/b.c': '100644 b',
      'é ü.txt': '100644 n',
      empty: '100644 ',
      large: `100644 ${large.length} × x`,
      away: '-> /outside/of/it',
      linked: '-> sub',
      'sub/near': '-> ../a.py',
    })
    for (const name of ['a.py', 'large']) {
      expect((await lstat(join(destination, name))).nlink).toBe(1)
      await appendFile(join(destination, name), 'of the build')
      expect(await readFile(join(tree, name), 'utf8')).not.toContain('of the build')
    }
  })

  test('has one time for all files, so that no tool takes one for newer than another', async () => {
    const tree = join(work, 'tree')
    await writeTree(tree, { a: '1', b: '2', 'c/d': '3', large })
    const destination = await mirror(tree)
    const times = await Promise.all(
      ['a', 'b', 'c/d', 'large'].map(async name => (await lstat(join(destination, name))).mtimeMs),
    )
    expect(new Set(times).size).toBe(1)
  })

  test('takes the place of what was there', async () => {
    const tree = join(work, 'tree')
    await writeTree(tree, { a: '1' })
    await writeTree(join(work, 'mirror'), { 'build/lib/stale.py': '', a: 'old' })
    await chmod(join(work, 'mirror', 'build'), 0o500)
    expect(await contents(await mirror(tree))).toEqual({ a: '100644 1' })
  })

  test('has no repository without history, nor what git ignores', async () => {
    const tree = await makeRepository(work, 'tree', { a: '1', '.gitignore': '*.o\n' })
    await writeTree(tree, { 'a.o': 'object', new: 'untracked' })
    expect(Object.keys(await contents(await mirror(tree)))).toEqual(['.gitignore', 'a', 'new'])
  })

  test('has the bytes of the commit where git wrote other line ends into the work tree', async () => {
    const origin = await makeRepository(work, 'origin', { 'a.txt': 'one\ntwo\n', 'b.txt': 'x\n'.repeat(1 << 20) })
    await git(work, 'clone', '--quiet', '--config', 'core.autocrlf=true', origin, 'tree')
    expect(await readFile(join(work, 'tree', 'a.txt'), 'utf8')).toBe('one\r\ntwo\r\n')
    const destination = await mirror(join(work, 'tree'), { withHistory: true })
    expect(await readFile(join(destination, 'a.txt'), 'utf8')).toBe('one\ntwo\n')
    expect(await git(destination, 'status', '--porcelain')).toBe('')
  })
})

describe('a tree that changes while it is copied', () => {
  const changes: Readonly<Record<string, (tree: string) => Promise<unknown>>> = {
    'a file that is edited': tree => writeFile(join(tree, 'a'), '2'),
    'a large file that is edited': tree => writeFile(join(tree, 'large'), `${large}y`),
    'a file that is removed': tree => rm(join(tree, 'a')),
    'a file that a directory replaces': async tree => {
      await rm(join(tree, 'a'))
      await mkdir(join(tree, 'a'))
    },
    'a directory that is renamed': tree => rename(join(tree, 'd'), join(tree, 'e')),
    'a link that leads elsewhere': async tree => {
      await rm(join(tree, 'link'))
      await symlink('elsewhere', join(tree, 'link'))
    },
    'a link that a file replaces': async tree => {
      await rm(join(tree, 'link'))
      await writeFile(join(tree, 'link'), 'd')
    },
  }

  test.each(Object.keys(changes))('by %s fails and leaves nothing', async kind => {
    const tree = join(work, 'tree')
    await writeTree(tree, { a: '1', 'd/f': '1', large })
    await symlink('d', join(tree, 'link'))
    const closure = await readClosure(tree, services())
    await changes[kind]?.(tree)
    await expect(
      mirrorTree(closure, join(work, 'mirror'), { ...services(), withHistory: false }),
    ).rejects.toMatchObject({
      code: 'SOURCE_CHANGED',
      exitCode: 1,
      message: expect.stringMatching(/tree\/\S+` changed while it was read$/),
    })
    expect(await readdir(work)).toEqual(['tree'])
  })

  test('by a commit fails where the history is copied', async () => {
    const tree = await makeRepository(work, 'tree', { a: '1' })
    const closure = await readClosure(tree, services())
    await git(tree, 'commit', '--quiet', '--allow-empty', '--message', 'more')
    await expect(mirrorTree(closure, join(work, 'mirror'), { ...services(), withHistory: true })).rejects.toMatchObject(
      {
        code: 'SOURCE_CHANGED',
      },
    )
  })

  test('or a copy that is interrupted leaves nothing', async () => {
    const tree = join(work, 'tree')
    await writeTree(tree, { a: '1' })
    const closure = await readClosure(tree, services())
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(
      mirrorTree(closure, join(work, 'mirror'), { ...services(signal), withHistory: false }),
    ).rejects.toThrow('enough')
    expect(await readdir(work)).toEqual(['tree'])
  })
})

describe('a mirror with history', () => {
  /** What version tools ask git for. */
  async function answers(directory: string): Promise<readonly string[]> {
    const questions = [
      ['describe', '--dirty', '--tags', '--always', '--long'],
      ['describe', '--dirty', '--tags', '--always', '--long', '--match', '*[0-9]*', '--abbrev=40'],
      ['describe', '--always', '--dirty'],
      ['rev-parse', 'HEAD'],
      ['rev-parse', '--abbrev-ref', 'HEAD'],
      ['rev-list', '--count', 'HEAD'],
      ['log', '-1', '--format=%ct %H'],
      ['tag', '--list', '--points-at', 'HEAD'],
      ['rev-parse', '--is-shallow-repository'],
      ['status', '--porcelain'],
    ]
    return Promise.all(questions.map(question => git(directory, ...question)))
  }

  /** A repository with an annotated tag two commits ago and a plain one before. */
  async function makeTagged(): Promise<string> {
    const tree = await makeRepository(work, 'tree', { a: '1' })
    await git(tree, 'tag', 'v0.9')
    await git(tree, 'tag', '--annotate', '--message', 'one', 'v1.0')
    await commit(tree, { 'sub/b': '2' })
    await commit(tree, { c: '3' })
    return tree
  }

  const states: Readonly<Record<string, (tree: string) => Promise<unknown>>> = {
    clean: async () => {},
    'on a tag': tree => git(tree, 'checkout', '--quiet', '--detach', 'v1.0'),
    'on a branch': tree => git(tree, 'checkout', '--quiet', '-b', 'feature/x'),
    'with an edit': tree => writeFile(join(tree, 'a'), 'changed'),
    'with an untracked file': tree => writeFile(join(tree, 'new'), 'new'),
    'with a file that is only added to the index': async tree => {
      await writeFile(join(tree, 'new'), 'new')
      await git(tree, 'add', 'new')
    },
    'with a removed file': tree => rm(join(tree, 'a')),
    'that only has another x bit': tree => chmod(join(tree, 'a'), 0o755),
    'with a short id of its own': tree => git(tree, 'config', 'core.abbrev', '12'),
    sparse: tree => git(tree, 'sparse-checkout', 'set', '--cone', 'nothing'),
    'with a split index': tree => git(tree, 'update-index', '--split-index'),
    'with packed references': tree => git(tree, 'pack-refs', '--all'),
    'with a replaced commit': async tree => git(tree, 'replace', '--graft', 'HEAD', 'v1.0'),
  }

  test.each(Object.keys(states))('of a tree %s gives the answers of the tree', async state => {
    const tree = await makeTagged()
    await states[state]?.(tree)
    const before = await answers(tree)
    const destination = await mirror(tree, { withHistory: true })
    expect(await answers(destination)).toEqual(before)
    expect(await answers(tree)).toEqual(before)
    expect(before[0]).toMatch(/^v(?:1\.0|0\.9)-/)
  })

  test('of a shallow clone, a worktree and a submodule gives their answers', async () => {
    const origin = await makeTagged()
    await git(work, 'clone', '--quiet', '--depth=1', `file://${origin}`, 'shallow')
    await git(origin, 'worktree', 'add', '--quiet', join(work, 'worktree'), 'v1.0')
    const parent = await makeRepository(work, 'parent', { p: '1' })
    await git(parent, 'submodule', '--quiet', 'add', origin, 'module')
    for (const tree of ['shallow', 'worktree', 'parent', 'parent/module']) {
      const destination = await mirror(join(work, tree), { withHistory: true })
      expect(await answers(destination)).toEqual(await answers(join(work, tree)))
    }
  })

  test('says that a submodule was changed, as the tree does', async () => {
    const module = await makeRepository(work, 'module', { m: '1' })
    const tree = await makeTagged()
    await git(tree, 'submodule', '--quiet', 'add', module, 'module')
    await commit(tree, {})
    for (const change of [
      () => writeFile(join(tree, 'module/m'), '2'),
      () => commit(join(tree, 'module'), { m: '3' }),
    ]) {
      await change()
      expect((await answers(tree))[0]).toMatch(/-dirty$/)
      expect(await answers(await mirror(tree, { withHistory: true }))).toEqual(await answers(tree))
    }
  })

  test('of a repository without a commit is a repository without a commit', async () => {
    await git(work, 'init', '--quiet', 'tree')
    await writeTree(join(work, 'tree'), { a: '1' })
    const destination = await mirror(join(work, 'tree'), { withHistory: true })
    expect(await git(destination, 'status', '--porcelain')).toBe('?? a')
  })

  test('writes nothing into the repository, and what is done in the mirror stays there', async () => {
    const tree = await makeTagged()
    const before = await listTree(tree)
    const destination = await mirror(tree, { withHistory: true })
    await commit(destination, { a: 'of the build' })
    await git(destination, 'tag', 'v2.0')
    await git(destination, 'gc', '--quiet', '--prune=now')
    expect(await listTree(tree)).toEqual(before)
    expect(await git(tree, 'describe', '--tags', '--dirty')).toMatch(/^v1\.0-2-g[0-9a-f]+$/)
  })

  test('has no address of a remote, which may have a password', async () => {
    const tree = await makeTagged()
    await git(tree, 'remote', 'add', 'origin', 'https://user:s3cret@example.org/x.git')
    const destination = await mirror(tree, { withHistory: true })
    expect(await readFile(join(destination, '.git', 'config'), 'utf8')).not.toContain('s3cret')
  })

  test('is none where the tree is no repository', async () => {
    await writeTree(join(work, 'tree'), { a: '1' })
    expect(await contents(await mirror(join(work, 'tree'), { withHistory: true }))).toEqual({ a: '100644 1' })
  })

  test('gives setuptools-scm the version that the tree gives it', async () => {
    const uv = await findTool('uv')
    if (uv === undefined) return
    const project = '[project]\nname = "x"\ndynamic = ["version"]\n[tool.setuptools_scm]\n'
    const tree = await makeTagged()
    await commit(tree, { 'pyproject.toml': project })
    await must(uv, ['venv', '--quiet', join(work, 'venv')])
    const python = join(work, 'venv/bin/python')
    await must(uv, ['pip', 'install', '--quiet', '--python', python, 'setuptools-scm'])
    const version = (directory: string) => must(python, ['-m', 'setuptools_scm', '--root', directory])
    for (const change of [async () => {}, () => writeFile(join(tree, 'a'), 'changed')]) {
      await change()
      const [here, there] = [await version(tree), await version(await mirror(tree, { withHistory: true }))]
      expect(there).toBe(here)
      expect(here).toMatch(/^1\.0\.post1\.dev3|^1\.1\.dev3/)
    }
  })
})
