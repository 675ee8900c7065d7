import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { scriptFiles, scriptText } from '../../../src/install/scripts.js'
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

/** Exit code and output. */
function run(command: string, ...args: readonly string[]): [number, string] {
  try {
    const code = `import runpy, subprocess, sys; r = subprocess.run(sys.argv[1:], capture_output=True, text=True); print(r.stdout + r.stderr, end=""); sys.exit(r.returncode)`
    const options = { env: { ...env, PYTHONPATH: root }, encoding: 'utf8' } as const
    return [0, execFileSync(found[0] ?? '', ['-c', code, command, ...args], options)]
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return [status, stdout]
  }
}

describe.each(['plain', 'with space', 'with $(echo x) and "quotes"', 'long'.repeat(40)])(
  'a wrapper below a directory named %s',
  name => {
    test('runs under the interpreter it names and returns what its function returns', () => {
      for (const [index, python] of found.entries()) {
        const directory = join(root, name, String(index))
        const interpreter = join(directory, 'python')
        const script = join(directory, 'tool')
        mkdirSync(directory, { recursive: true })
        writeFileSync(interpreter, `#!/bin/sh\nexec '${python}' "$@"\n`)
        writeFileSync(script, scriptText(tool, interpreter))
        chmodSync(interpreter, 0o755)
        chmodSync(script, 0o755)
        expect(run(script, 'a b', '$c')).toEqual([3, `['${script}', 'a b', '$c']\n`])
      }
    })
  },
)

test('the zip of a Windows script is one that Python runs', () => {
  const launchers = { console: Buffer.from('MZ not a program\0'), gui: Buffer.alloc(0) }
  const [file] = scriptFiles(tool, 'C:\\venv\\Scripts\\python.exe', launchers)
  const path = join(root, 'tool.exe')
  writeFileSync(path, file?.content ?? '')
  for (const python of found) expect(run(python, path, 'x')).toEqual([3, `['${path.slice(0, -4)}', 'x']\n`])
})
