import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeWheel } from '../helpers/wheel-builder.js'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
/** The npm that belongs to some Node on PATH; the one of this process may come without. */
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wheelcrew-library-'))
  const { stdout } = await run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', directory], {
    cwd: root,
  })
  const [{ filename }] = JSON.parse(stdout)
  await writeFile(join(directory, 'package.json'), '{ "type": "module", "private": true }')
  await run(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(directory, filename)], {
    cwd: directory,
  })
}, 300_000)
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('the npm package in an empty project', () => {
  test('offers the stages as functions over plain data', async () => {
    const wheel = makeWheel({ name: 'demo', version: '1.0', files: { 'demo.py': 'VALUE = 1\n' } })
    await mkdir(join(directory, 'wheels'))
    await writeFile(join(directory, 'wheels', wheel.filename), wheel.bytes)
    await writeFile(join(directory, 'use.js'), program)
    const args = [join(directory, 'use.js'), wheel.filename, wheel.sha256, String(wheel.bytes.length)]
    const { stdout } = await run(process.execPath, args, { cwd: directory })
    expect(JSON.parse(stdout)).toMatchObject({ name: 'demo', version: '1.0', planned: ['demo'], code: 'LOCK_INVALID' })
  })

  test('has a command that runs', async () => {
    const command = join(directory, 'node_modules', 'wheelcrew', 'dist', 'cli', 'index.js')
    const { stdout } = await run(process.execPath, [command, '--version'])
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(stdout).toBe(`wheelcrew ${version}\n`)
  })

  test('says on an older Node, in its first line, how to run it', async () => {
    const command = join(directory, 'node_modules', 'wheelcrew', 'dist', 'cli', 'index.js')
    const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' })`
    await writeFile(join(directory, 'old.cjs'), pretend)
    const args = ['--require', join(directory, 'old.cjs'), command, 'install']
    await expect(run(process.execPath, args)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/20\.20\.2.*npx --yes node@24/),
    })
  })
})

const program = `
import { createHost, isUserError, openStore, parsePylock, startPool, unpackWheel } from 'wheelcrew'
const [filename, sha256, size] = process.argv.slice(2)
const host = createHost()
const store = await openStore('store')
const pool = startPool(host.workerPath, 2)
const { note } = await unpackWheel({ path: 'wheels/' + filename, filename, sha256, size: Number(size) }, { store, pool })
await pool.close()
const options = { directory: process.cwd(), extras: [], allExtras: false, groups: [], noGroups: [], noDev: false }
const text = 'lock-version = "1.0"\\ncreated-by = "x"\\n[[packages]]\\nname = "demo"\\nversion = "1.0"\\nwheels = [{ path = "wheels/' + filename + '", hashes = { sha256 = "' + sha256 + '" } }]\\n'
const lock = parsePylock(text, 'pylock.toml', options)
let code
try { parsePylock('lock-version = 7', 'pylock.toml', options) } catch (error) { code = isUserError(error) ? error.code : String(error) }
console.log(JSON.stringify({ name: note.name, version: note.version, planned: lock.distributions.map(d => d.name), code }))
`
