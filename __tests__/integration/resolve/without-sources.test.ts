import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { isSourcePackage, withoutSourceLines } from '../../../src/resolve/without-sources.js'
import { failureOf } from '../../helpers/plan.js'

let scratch = ''
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'wheelcrew-editables-'))
})
afterEach(() => rm(scratch, { recursive: true, force: true }))

async function copyOf(text: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  for (const [name, content] of Object.entries(others)) {
    await mkdir(dirname(join(scratch, 'project', name)), { recursive: true })
    await writeFile(join(scratch, 'project', name), content)
  }
  const path = join(scratch, 'project', 'requirements.txt')
  const file = { path, shown: 'requirements.txt', kind: 'requirements', text } as const
  const [copy] = await withoutSourceLines([file], join(scratch, 'copies'), { BRANCH: 'main' })
  expect(copy).toMatchObject({ shown: 'requirements.txt', kind: 'requirements' })
  expect(await readFile(copy?.path ?? '', 'utf8')).toBe(copy?.text)
  return copy?.text ?? ''
}

test('lines of editables go, in every spelling, and nothing else does', async () => {
  const text =
    'six==1.0 --hash=sha256:ab\n-e .\n -e./x\n--editable=../y[a]\n--editable \\\n  ../z\n--extra-index-url https://e.example\nend'
  expect((await copyOf(text)).split('\n').filter(line => line !== '')).toEqual([
    'six==1.0 --hash=sha256:ab',
    '--extra-index-url https://e.example',
    'end',
  ])
})

test('lines of sources go, whatever variables and markers stand in them, and wheels stay', async () => {
  const branch = `\${BRANCH}`
  const text = [
    `git+https://git.example/a@${branch} ; python_version < "3.12"`,
    'b[x] @ https://files.example/b-1.0.tar.gz \\',
    '  --hash=sha256:ab',
    './c # why',
    'd-1.0.zip',
    'e @ https://files.example/e-1.0-py3-none-any.whl',
    './f-1.0-py3-none-any.whl',
    'g==1 # not ./c',
  ].join('\n')
  expect((await copyOf(text)).split('\n').filter(line => line !== '')).toEqual([
    'e @ https://files.example/e-1.0-py3-none-any.whl',
    './f-1.0-py3-none-any.whl',
    'g==1 # not ./c',
  ])
})

test.each([
  ['a', false],
  ['a @ file:///srv/a-1.0-py3-none-any.whl', false],
  ['./a-1.0-py3-none-any.whl', false],
  ['./a ; python_version > "3"', true],
  ['git+https://git.example/a', true],
])('the package %s is a source: %s', (text, expected) => {
  expect(isSourcePackage(text)).toBe(expected)
})

test('what a file includes is copied too, and found from the copy', async () => {
  const text = await copyOf('-r sub/base.txt\n-c constraints.txt\n', {
    'sub/base.txt': '-e .\nidna\n-r more.txt\n',
    'sub/more.txt': 'attrs\n',
    'constraints.txt': 'idna<4\n',
  })
  const [base = '', constraints = ''] = [...text.matchAll(/^-[rc] (.*)$/gm)].map(([, path = '']) => path)
  const copied = await readFile(base, 'utf8')
  expect(copied).toMatch(/^\nidna\n-r (.*more\.txt)\n$/)
  expect(await readFile(/-r (.*)/.exec(copied)?.[1] ?? '', 'utf8')).toBe('attrs\n')
  expect(await readFile(constraints, 'utf8')).toBe('idna<4\n')
})

test('relative directories of links stay where they are, addresses are left alone', async () => {
  expect(await copyOf('-f wheels\n--find-links https://links.example/\n')).toBe(
    `-f ${join(scratch, 'project', 'wheels')}\n--find-links https://links.example/\n`,
  )
})

test('a file that includes itself ends, and one that is not there is named', async () => {
  const path = join(scratch, 'project', 'requirements.txt')
  expect(await copyOf('-r requirements.txt\n')).toBe(`-r ${path.replace('project', join('copies', '0'))}\n`)
  expect(await failureOf(() => copyOf('-r absent.txt\n'))).toMatchObject({ code: 'REQUIREMENTS_FILE_NOT_FOUND' })
})
