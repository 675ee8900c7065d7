import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../..', import.meta.url))
const leftOut = new Set(['.git', '.venv', 'coverage', 'dist', 'lib', 'node_modules'])

/** What a reviewer should never have to find: path in src/ → its text. */
const plants = {
  'wheel/planted-cycle-a.ts': "import { b } from './planted-cycle-b.js'\n\nexport const a = (): number => b()\n",
  'wheel/planted-cycle-b.ts': "import { a } from './planted-cycle-a.js'\n\nexport const b = (): number => a()\n",
  'wheel/planted-fs.ts': "import { readFileSync } from 'node:fs'\n\nexport const read = readFileSync\n",
  'plan/planted-lazy-fs.ts': "export const read = async () => (await import('node:fs')).readFileSync\n",
  'fetch/planted-type.ts': "import type { WheelNote } from '../store/note.js'\n\nexport type Note = WheelNote\n",
  'store/planted-edge.ts': "export { makeHost } from '../edge/host.js'\n",
  'resolve/planted-toolkit.ts': "import { info } from '@actions/core'\n\nexport const say = info\n",
  'install/planted-environment.ts': 'export const home = process.env.HOME\n',
  'bytecode/planted-output.ts': "export const say = () => process.stdout.write('done')\n",
  'fetch/planted-promise.ts':
    "import { rm } from 'node:fs/promises'\n\nexport function drop(path: string): void {\n  rm(path)\n}\n",
  'newroom/planted-room.ts':
    "export { UserError } from '../errors.js'\nexport { parseRecord } from '../wheel/record.js'\n",
}

describe('npm run check', () => {
  let copy: string
  let report: { readonly code: number; readonly output: string }

  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'wheelcrew-check-'))
    await cp(root, copy, { recursive: true, filter: source => !leftOut.has(basename(source)) })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
    for (const [path, text] of Object.entries(plants)) await plant(join(copy, 'src', path), text)
    await appendFile(join(copy, 'src/errors.ts'), '\nexport function plantedExport(): void {}\n')
    report = await runCheck(copy)
  })

  afterAll(() => rm(copy, { recursive: true, force: true }))

  test('fails', () => expect(report.code).toBe(1))

  test.each([
    ['an import cycle', 'wheel/planted-cycle-a.ts', 'import(no-cycle)'],
    ['I/O in a pure room', 'wheel/planted-fs.ts', 'no-restricted-imports'],
    ['an import() of a forbidden module', 'plan/planted-lazy-fs.ts', 'no-restricted-imports'],
    ['a stage that knows another, if only by a type', 'fetch/planted-type.ts', 'no-restricted-imports'],
    ['an import of an edge', 'store/planted-edge.ts', 'no-restricted-imports'],
    ['the toolkit below the edges', 'resolve/planted-toolkit.ts', 'no-restricted-imports'],
    ['process.env below the edges', 'install/planted-environment.ts', 'no-restricted-properties'],
    ['process.stdout below the edges', 'bytecode/planted-output.ts', 'no-restricted-properties'],
    ['a promise that nobody awaits', 'fetch/planted-promise.ts', 'no-floating-promises'],
    ['a new room that knows an old one', 'newroom/planted-room.ts', 'no-restricted-imports'],
  ])('finds %s', (_, file, rule) => {
    expect(linesNaming(`src/${file}`).filter(line => line.includes(rule))).not.toEqual([])
  })

  test('finds an export that nothing uses', () => {
    expect(linesNaming('plantedExport').filter(line => line.includes('src/errors.ts'))).not.toEqual([])
  })

  function linesNaming(text: string): readonly string[] {
    return report.output.split('\n').filter(line => line.includes(text))
  }
})

/** Writes a file and the folders above it. */
async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

function runCheck(directory: string): Promise<{ code: number; output: string }> {
  const options = { cwd: directory, maxBuffer: 1 << 26 }
  return new Promise(resolve => {
    const child = execFile(process.execPath, ['scripts/check.js'], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, output: (stdout + stderr).replaceAll('\\', '/') }),
    )
  })
}
