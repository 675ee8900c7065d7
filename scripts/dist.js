// The two compiled forms of src/: lib/ (the library, by tsc) and dist/ (what the action and the command run, by ncc).
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { root } from './modern-node.js'
import { runTool } from './process.js'

/** Folder of dist/ → the compiled module that it bundles. */
const bundles = { cli: 'cli/index.js', main: 'action/main.js', post: 'action/post.js', worker: 'workers/worker.js' }

/** Builds lib/ and `target`; gives the messages of what failed. The same sources give the same bytes. */
export async function buildDist(target = join(root, 'dist')) {
  const compiled = await buildLibrary()
  if (compiled.length > 0) return compiled
  await rm(target, { recursive: true, force: true })
  const outputs = await Promise.all(Object.entries(bundles).map(([name, entry]) => bundle(entry, join(target, name))))
  await copyHelpers(target)
  await writeFile(join(target, 'package.json'), '{\n  "type": "module"\n}\n')
  return outputs.filter(message => message !== undefined)
}

/** Builds into a temporary directory and names each file of dist/ that is missing, different or left over. */
export async function checkDist() {
  const fresh = await mkdtemp(join(tmpdir(), 'wheelcrew-dist-'))
  try {
    const failed = await buildDist(fresh)
    return failed.length > 0 ? failed : await compare(fresh, join(root, 'dist'))
  } finally {
    await rm(fresh, { recursive: true })
  }
}

async function buildLibrary() {
  const library = join(root, 'lib')
  await rm(library, { recursive: true, force: true })
  const { code, output } = await runTool('tsc', ['-p', 'tsconfig.json'])
  if (code !== 0) return [output]
  await copyHelpers(library)
  return []
}

async function bundle(entry, target) {
  const args = ['build', join(root, 'lib', entry), '-o', target, '--license', 'licenses.txt', '--no-cache', '--quiet']
  const { code, output } = await runTool('ncc', args)
  return code === 0 ? undefined : `${entry}: ${output}`
}

/** The Python scripts of src/, in one folder: the edges tell the stages where it is. */
async function copyHelpers(target) {
  const helpers = (await filesOf(join(root, 'src'))).filter(file => file.endsWith('.py'))
  for (const helper of helpers) await cp(join(root, 'src', helper), join(target, 'helpers', basename(helper)))
}

async function compare(fresh, committed) {
  const [built, present] = await Promise.all([filesOf(fresh), filesOf(committed)])
  const problems = []
  for (const file of new Set([...built, ...present])) {
    if (!present.includes(file)) problems.push(`dist/${file}: missing, run \`npm run build\``)
    else if (!built.includes(file)) problems.push(`dist/${file}: left over, the build does not make it`)
    else if (!(await sameBytes(join(fresh, file), join(committed, file)))) {
      problems.push(`dist/${file}: differs from what src/ builds to, run \`npm run build\``)
    }
  }
  return problems
}

async function sameBytes(one, other) {
  const [left, right] = await Promise.all([readFile(one), readFile(other)])
  return left.equals(right)
}

/** All files below a directory, relative to it and with `/`; none when it does not exist. */
async function filesOf(directory) {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    const files = entries.filter(entry => !entry.isDirectory())
    return files.map(entry => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}
