import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import type { CompileFile } from '../../../src/bytecode/batches.js'
import { type Compiler, type CompilerOptions, startCompiler } from '../../../src/bytecode/compile.js'
import { runProcess } from '../../../src/process.js'
import { bytecodePath } from '../../../src/python/bytecode-path.js'
import { env } from '../python/pythons.js'

export const mtime = 946_684_800

export type Fixture = {
  readonly root: string
  /** A compiler that ends with the fixture. */
  start(python: string, options?: Partial<CompilerOptions>): Compiler
  /** Writes a source below `root`, carrying `mtime`, and says how to compile it. */
  source(name: string, content: string | Buffer, cacheTag?: string): CompileFile
  /** An executable shell script below `root`. */
  script(name: string, ...lines: readonly string[]): string
  end(): Promise<void>
}

export function makeFixture(): Fixture {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'wheelcrew-compile-')))
  const compilers: Compiler[] = []
  mkdirSync(join(root, 'empty'))
  return {
    root,
    start(python, options = {}) {
      const compiler = startCompiler({
        python,
        workers: 2,
        helpersDirectory: resolve('src/bytecode'),
        workingDirectory: join(root, 'empty'),
        env,
        invalidationMode: 'timestamp',
        ...options,
      })
      compilers.push(compiler)
      return compiler
    },
    source(name, content, cacheTag = 'tag') {
      const source = join(root, name)
      mkdirSync(dirname(source), { recursive: true })
      writeFileSync(source, content)
      utimesSync(source, mtime, mtime)
      return { source, target: bytecodePath(source, cacheTag), name, mtime, size: Buffer.byteLength(content) }
    },
    script(name, ...lines) {
      const path = join(root, name)
      writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`)
      chmodSync(path, 0o755)
      return path
    },
    async end() {
      await Promise.all(compilers.map(compiler => compiler.close()))
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** What a Python program writes to standard output as JSON. */
export async function ask(python: string, code: string, cwd: string, ...args: readonly string[]) {
  const { stdout, stderr } = await runProcess(python, ['-c', `import json, sys\n${code}`, ...args], { env, cwd })
  if (stderr !== '') throw new Error(stderr)
  return JSON.parse(stdout)
}

export function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}
