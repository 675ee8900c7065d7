// What `npm test` runs, and the closing line that sums it up.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printResult, runChecks } from './checks.js'
import { checkDist } from './dist.js'
import { root } from './modern-node.js'
import { tools } from './process.js'

/** Runs checks, the dist/ comparison and all tests, and ends with `N passed, N failed`. `args` go to jest. */
export async function runEverything(args) {
  scrubEnvironment(process.env)
  const results = [await runChecks(), await checkBuild(), await runTests(args)]
  const sum = key => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

/** Settings of pip, uv and Python reach every interpreter that a test starts, and change what it does. */
function scrubEnvironment(environment) {
  for (const name of Object.keys(environment)) {
    if (/^(PIP|UV|PYTHON)/i.test(name)) delete environment[name]
  }
}

async function checkBuild() {
  const started = performance.now()
  const problems = await checkDist()
  const failed = Math.min(problems.length, 1)
  printResult('dist/ is what src/ builds to', {
    code: failed,
    output: problems.join('\n'),
    ms: performance.now() - started,
  })
  return { passed: 1 - failed, failed }
}

async function runTests(args) {
  const directory = await mkdtemp(join(tmpdir(), 'wheelcrew-test-'))
  const report = join(directory, 'jest.json')
  try {
    const code = await runJest(['--json', `--outputFile=${report}`, ...args])
    return existsSync(report) ? countTests(JSON.parse(await readFile(report, 'utf8')), code) : { passed: 0, failed: 1 }
  } finally {
    await rm(directory, { recursive: true })
  }
}

/** A suite that could not run counts as one failure, and so does a jest that fails without saying why. */
function countTests(report, code) {
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped`)
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function runJest(args) {
  const flags = ['--experimental-vm-modules', '--no-warnings', join(root, 'node_modules', tools.jest)]
  // The JSON goes to the file; jest's own report of progress is on stderr.
  const child = spawn(process.execPath, [...flags, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve(code ?? 1))
  })
}
