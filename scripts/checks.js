// The static checks of this repository. Boundaries between the rooms of src/ are lint rules: see .oxlintrc.json.
import { runTool } from './process.js'

const checks = [
  { name: 'format', run: () => runTool('biome', ['check', '--error-on-warnings', '--colors=off']) },
  { name: 'lint and boundaries', run: () => runTool('oxlint', ['--type-aware', '--deny-warnings', '--format=unix']) },
  { name: 'types', run: () => runTool('tsc', ['-p', 'tsconfig.test.json', '--noEmit']) },
  { name: 'dead exports', run: () => runTool('knip', ['--no-progress']) },
  { name: 'exports that only tests use', run: () => runTool('knip', ['--production', '--no-progress']) },
]

/** Runs all checks at once and prints each as one line with its time; the output of one that failed follows its line. */
export async function runChecks() {
  const codes = await Promise.all(
    checks.map(async ({ name, run }) => {
      const result = await run()
      printResult(name, result)
      return result.code
    }),
  )
  const failed = codes.filter(code => code !== 0).length
  return { passed: codes.length - failed, failed }
}

/** One line per check: what it was, whether it passed, how long it took. */
export function printResult(name, { code, output, ms }) {
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(28)} ${(ms / 1000).toFixed(1)} s`)
  if (code !== 0) console.log(`${output}\n`)
}
