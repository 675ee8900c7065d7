import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeImage } from '../../../src/image/make.js'
import { mountEnvironment } from '../../../src/image/mount.js'
import { type MountPlace, reservePlace } from '../../../src/image/place.js'
import { unmountEnvironment } from '../../../src/image/unmount.js'
import { runProcess } from '../../../src/process.js'
import { makeWheel } from '../../helpers/wheel-builder.js'
import { env, pythons } from '../python/pythons.js'
import { describeImages, type ImageStore, makeImageStore, overlayOptions, removeImageStore } from './machine.js'

let store: ImageStore
let image: string
let made: string

beforeAll(async () => {
  store = await makeImageStore()
  image = join(store.root, 'images', 'environment.squashfs')
  // Python makes no environment below a path with a colon.
  made = await mkdtemp(join(tmpdir(), 'wheelcrew-image-source-'))
  const source = join(made, 'source')
  const [python = ''] = await pythons()
  await run(python, '-m', 'venv', source)
  const wheel = makeWheel({
    name: 'spam',
    version: '1.0',
    files: { 'spam/__init__.py': 'x = 1\n', 'spam/eggs.py': '' },
  })
  await writeFile(join(store.directory, wheel.filename), wheel.bytes)
  const pip = ['-m', 'pip', 'install', '-q', '--no-index', '--no-compile', join(store.directory, wheel.filename)]
  await run(join(source, 'bin', 'python'), ...pip)
  // As the store has them: sources with a time of long ago, then their bytecode.
  const files = await readdir(source, { recursive: true })
  for (const file of files.filter(name => name.endsWith('.py')))
    await utimes(join(source, file), 950_000_000, 950_000_000)
  await run(join(source, 'bin', 'python'), '-m', 'compileall', '-q', '-f', source)
  await makeImage(source, image, { host: store.host, temporary: join(store.root, 'tmp') }).catch(() => undefined)
})
afterAll(async () => {
  await removeImageStore(store)
  await rm(made, { recursive: true, force: true })
})

async function run(command: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runProcess(command, args, { env })
  if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

async function jobEnvironment(name: string): Promise<MountPlace & { readonly link: string; readonly python: string }> {
  await mkdir(join(store.directory, name))
  const link = join(store.directory, name, '.venv')
  const place = await reservePlace(store.root, link)
  await mountEnvironment(place, [image], { env, overlayOptions })
  await symlink(place.merged, link)
  return { ...place, link, python: join(link, 'bin', 'python') }
}

describeImages('an environment in an image', () => {
  test('is where its link is, for the interpreter', async () => {
    const { link, python, directory } = await jobEnvironment('prefix')
    const script = 'import sys, spam; print(sys.prefix, sys.executable, spam.__file__, sep="|")'
    const [prefix, executable, file] = (await run(python, '-c', script)).split('|')
    expect([prefix, executable]).toEqual([link, python])
    expect(file?.startsWith(join(link, 'lib'))).toBe(true)
    await unmountEnvironment(directory, env)
  })

  test('imports its bytecode, and compiles nothing again', async () => {
    const { python, upper, directory } = await jobEnvironment('bytecode')
    const said = await runProcess(python, ['-v', '-c', 'import spam, pip._internal'], { env })
    expect(said.stderr).toMatch(/matches .*spam\/__init__\.py/)
    expect(said.stderr).not.toMatch(/wrote/)
    expect(await readdir(upper)).toEqual([])
    await unmountEnvironment(directory, env)
  })

  test('can be changed by pip, while another of the same image has all', async () => {
    const [one, other] = [await jobEnvironment('changed'), await jobEnvironment('other')]
    expect(await run(one.python, '-m', 'pip', 'uninstall', '-y', 'spam')).toContain('Successfully uninstalled spam-1.0')
    const importing = ['-c', 'import spam; print(spam.x)']
    expect((await runProcess(one.python, importing, { env })).stderr).toContain('ModuleNotFoundError')
    expect(await run(other.python, ...importing)).toBe('1')
    const wheel = makeWheel({ name: 'spam', version: '2.0', files: { 'spam/__init__.py': 'x = 2\n' } })
    await writeFile(join(store.directory, wheel.filename), wheel.bytes)
    await run(one.python, '-m', 'pip', 'install', '-q', '--no-index', join(store.directory, wheel.filename))
    expect(await run(one.python, ...importing)).toBe('2')
    await run(one.python, '-m', 'pip', 'check')
    await rm(join(store.directory, wheel.filename))
    for (const { directory } of [one, other]) await unmountEnvironment(directory, env)
  })
})
