/** How long the modules that were chosen to be compiled take to be imported, by a new process. */
import { tmpdir } from 'node:os'
import { runProcess } from '../process.js'
import { pythonEnvironmentVariables } from '../python/run.js'
import { readModuleList } from './bytecode-modules.js'
import { type Run, timed } from './run.js'

const longestMs = 120_000

/** What cannot be imported by itself is imported by others, or belongs to another system. */
const script = `
import importlib, sys
failed = 0
for name in sys.stdin.read().split():
    try:
        importlib.import_module(name)
    except BaseException:
        failed += 1
sys.stderr.write("\\n%d" % failed)
`

/**
 * Measures it and says so in the report, where a file names the modules. `-B`: no bytecode is added to what was chosen.
 * Modules that fail are counted; nothing else comes of them.
 */
export async function measureFirstImport(python: string, run: Run): Promise<void> {
  const { modulesFile, compileBytecode } = run.settings
  if (modulesFile === '' || !compileBytecode) return
  const names = [...readModuleList(modulesFile).names]
  const start = performance.now()
  const { exitCode, stderr } = await timed(run.watch, 'probe', () =>
    runProcess(python, ['-B', '-c', script], {
      env: pythonEnvironmentVariables(run.host.env),
      cwd: tmpdir(),
      input: names.join('\n'),
      timeoutMs: longestMs,
    }),
  )
  const seconds = ((performance.now() - start) / 1000).toFixed(2)
  const failed = Number(stderr.split('\n').at(-1))
  if (exitCode !== 0 || !Number.isInteger(failed)) {
    run.watch.decide('first import', 'not measured', `python ended with exit code ${exitCode}`)
    return
  }
  const apart = failed === 0 ? '' : `, ${failed} of which cannot be imported by themselves`
  run.watch.decide('first import', `${seconds} s`, `${names.length} modules of \`${modulesFile}\`${apart}`)
}
