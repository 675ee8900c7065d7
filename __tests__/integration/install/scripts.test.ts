import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { rewriteShebang, scriptFiles, scriptText } from '../../../src/install/scripts.js'
import { runProcess } from '../../../src/process.js'
import { env, pythons } from '../python/pythons.js'

let root: string
let found: readonly string[]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wheelcrew-scripts-'))
  found = await pythons()
  writeFileSync(
    join(root, 'pkg.py'),
    'import sys\nclass App:\n    @staticmethod\n    def run():\n        print(sys.argv)\n        return 3\n',
  )
})
afterAll(() => rm(root, { recursive: true, force: true }))

const tool = { name: 'tool', module: 'pkg', attribute: 'App.run', gui: false }

async function run(command: string, ...args: readonly string[]): Promise<readonly [number, string]> {
  const { exitCode, stdout, stderr } = await runProcess(command, args, { env: { ...env, PYTHONPATH: root } })
  return [exitCode, stdout + stderr]
}

describe.each(['plain', 'with space', 'with $(echo x) and "quotes"', 'long'.repeat(40)])(
  'a wrapper below a directory named %s',
  name => {
    test('runs under the interpreter it names and returns what its function returns', async () => {
      for (const [index, python] of found.entries()) {
        const directory = join(root, name, String(index))
        const interpreter = join(directory, 'python')
        const script = join(directory, 'tool')
        mkdirSync(directory, { recursive: true })
        symlinkSync(python, interpreter)
        writeFileSync(script, scriptText(tool, interpreter), { mode: 0o755 })
        expect(await run(script, 'a b', '$c')).toEqual([3, `['${script}', 'a b', '$c']\n`])
      }
    })

    test.each(['#!python', '#!pythonw -u -E', '#!python3.8\r'])('runs a shipped script that began %j', async first => {
      const [python = ''] = found
      const directory = join(root, name, 'shipped')
      const interpreter = join(directory, 'python')
      const script = join(directory, 'tool')
      rmSync(directory, { recursive: true, force: true })
      mkdirSync(directory, { recursive: true })
      symlinkSync(python, interpreter)
      const shipped = Buffer.from(`${first}\nimport sys\nprint(sys.flags.isolated, sys.argv[1:], 'ä')\n`)
      writeFileSync(script, rewriteShebang(shipped, interpreter) ?? '', { mode: 0o755 })
      expect(await run(script, 'a b', '$c')).toEqual([0, "0 ['a b', '$c'] ä\n"])
    })
  },
)

test('the zip of a Windows script is one that Python runs', async () => {
  const launchers = { console: Buffer.from('MZ not a program\0'), gui: Buffer.alloc(0) }
  const [file] = scriptFiles(tool, 'C:\\venv\\Scripts\\python.exe', { windowsLaunchers: launchers })
  const path = join(root, 'tool.exe')
  writeFileSync(path, file?.content ?? '')
  for (const python of found) expect(await run(python, path, 'x')).toEqual([3, `['${path.slice(0, -4)}', 'x']\n`])
})
