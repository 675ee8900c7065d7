import { posix } from 'node:path'

/**
 * Where import looks for the bytecode of a source file (PEP 3147, PEP 488), both POSIX paths:
 * `a/b.py` → `a/__pycache__/b.cpython-311.pyc`, or `….opt-1.pyc` under `-O`.
 */
export function bytecodePath(sourcePath: string, cacheTag: string, optimize = 0): string {
  const { dir, name } = posix.parse(sourcePath)
  const suffix = optimize === 0 ? '' : `.opt-${optimize}`
  return posix.join(dir, '__pycache__', `${name}.${cacheTag}${suffix}.pyc`)
}
