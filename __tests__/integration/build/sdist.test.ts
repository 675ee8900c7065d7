import { chmod, lstat, mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { unpackArchive } from '../../../src/build/sdist.js'
import { isUserError } from '../../../src/errors.js'
import { makeTar, type TarInput } from '../../helpers/tar-builder.js'
import { makeZip, type ZipInput } from '../../helpers/zip-builder.js'
import { pythons, testHost } from '../python/pythons.js'
import { listTree, makeDirectory, must } from './build-fixture.js'

let work: string
let interpreters: readonly string[]
let count = 0
beforeAll(async () => {
  work = await makeDirectory()
  // The oldest and the newest.
  interpreters = (await pythons()).filter((_, position, all) => position === 0 || position === all.length - 1)
})
afterAll(() => rm(work, { recursive: true, force: true }))

type Unpacked = {
  readonly archive: string
  readonly place: string
  readonly outside: string
  readonly destination: string
}

async function write(bytes: Buffer, name = 'x-1.0.tar.gz'): Promise<Unpacked> {
  const outside = join(work, String(count++))
  await mkdir(outside)
  const archive = join(outside, name)
  await writeFile(archive, bytes)
  return { archive, place: '', outside, destination: join(outside, 'tree') }
}

async function unpack(bytes: Buffer, name?: string, python = interpreters[0] ?? ''): Promise<Unpacked> {
  const written = await write(bytes, name)
  const services = {
    python,
    host: testHost(work, { helpersDirectory: resolve('src/build') }),
    signal: new AbortController().signal,
  }
  const place = await unpackArchive(written.archive, written.destination, services)
  return { ...written, place }
}

const targz = (entries: readonly TarInput[]) => gzipSync(makeTar(entries))

/** The error, after a look at what is left: nothing but the archive. */
async function refusal(bytes: Buffer, python?: string) {
  const before = count
  const error = await unpack(bytes, undefined, python).catch((thrown: unknown) => thrown)
  const outside = join(work, String(before))
  expect(await readdir(outside)).toEqual(['x-1.0.tar.gz'])
  if (!isUserError(error)) throw error
  return error
}

const project: readonly TarInput[] = [
  { name: 'x-1.0/', type: '5', mode: 0o755 },
  { name: 'x-1.0/setup.py', data: 'print(1)\n' },
  { name: 'x-1.0/configure', data: '#!/bin/sh\n', mode: 0o4755, mtime: 1_600_000_000 },
  { name: 'x-1.0/sub/hard', type: '1', target: 'x-1.0/configure' },
  { name: 'x-1.0/sub/link', type: '2', target: '../setup.py' },
]

describe('a source archive', () => {
  test('is unpacked by the oldest Python and the newest: files, links, x bits and times', async () => {
    expect(interpreters.length).toBeGreaterThan(0)
    for (const python of interpreters) {
      const { place, destination } = await unpack(targz(project), undefined, python)
      expect(place).toBe(join(destination, 'x-1.0'))
      expect(await listTree(place)).toEqual(['configure', 'setup.py', 'sub', 'sub/hard', 'sub/link'])
      expect(await readlink(join(place, 'sub/link'))).toBe('../setup.py')
      const [configure, hard, setup] = await Promise.all(
        ['configure', 'sub/hard', 'setup.py'].map(name => stat(join(place, name))),
      )
      expect([configure?.mode, hard?.mode, setup?.mode].map(mode => (mode ?? 0) & 0o7777)).toEqual([
        0o755, 0o755, 0o644,
      ])
      expect([configure?.mtimeMs, setup?.mtimeMs]).toEqual([1_600_000_000_000, 1_577_836_800_000])
      // Whoever writes one of the two does not mean the other.
      expect(hard?.ino).not.toBe(configure?.ino)
    }
  })

  test.each(['gz', 'bz2', 'xz', ''])('of real tar with the compression %j is unpacked', async kind => {
    const source = await write(makeTar(project), 'plain.tar')
    const script = `import sys, tarfile\nsource, target, kind = sys.argv[1:]\nwith tarfile.open(target, 'w:' + kind) as archive: archive.add(source, 'x-1.0/plain.tar')`
    const archive = join(source.outside, 'x.archive')
    await must(interpreters[0] ?? '', ['-c', script, source.archive, archive, kind])
    const { place } = await unpack(await readFile(archive))
    expect(await readFile(join(place, 'plain.tar'))).toEqual(makeTar(project))
  })

  test('that is a zip file is unpacked, with its links and x bits', async () => {
    const entries: readonly ZipInput[] = [
      { name: 'x-1.0/' },
      { name: 'x-1.0/run', data: '#!/bin/sh\n', mode: 0o100755 },
      { name: 'x-1.0/empty.py' },
      { name: 'x-1.0/link', data: 'run', mode: 0o120777 },
    ]
    const { place } = await unpack(makeZip(entries), 'x-1.0.zip')
    expect(await listTree(place)).toEqual(['empty.py', 'link', 'run'])
    expect(await readlink(join(place, 'link'))).toBe('run')
    expect((await stat(join(place, 'run'))).mode & 0o777).toBe(0o755)
    expect((await stat(join(place, 'empty.py'))).mode & 0o777).toBe(0o644)
  })

  test('without one directory at its top is the tree itself', async () => {
    const { place, destination } = await unpack(targz([{ name: './setup.py' }, { name: 'x/a.py' }]))
    expect(place).toBe(destination)
    const link = await unpack(targz([{ name: 'here', type: '2', target: '.' }]))
    expect(link.place).toBe(link.destination)
  })

  test('takes the place of what was there, also of what cannot be written', async () => {
    const written = await write(targz(project))
    await mkdir(join(written.destination, 'old/deep'), { recursive: true })
    await chmod(join(written.destination, 'old'), 0o555)
    const services = { python: interpreters[0] ?? '', host: testHost(work, { helpersDirectory: resolve('src/build') }) }
    await unpackArchive(written.archive, written.destination, { ...services, signal: new AbortController().signal })
    expect(await readdir(written.destination)).toEqual(['x-1.0'])
  })

  test('lets the last one of a name hold, as tar and pip do', async () => {
    const { place } = await unpack(
      targz([
        { name: 'x/a', data: 'first, and longer' },
        { name: 'x/a', data: 'last' },
      ]),
    )
    expect(await readFile(join(place, 'a'), 'utf8')).toBe('last')
  })

  test('gets times that every tool can work with', async () => {
    const [early, late] = [
      { name: 'x/early', mtime: 0 },
      { name: 'x/late', mtime: 8_000_000_000 },
    ]
    const { place } = await unpack(targz([early, late]))
    expect((await stat(join(place, 'early'))).mtime.getUTCFullYear()).toBe(1980)
    expect((await stat(join(place, 'late'))).mtimeMs).toBeLessThanOrEqual(Date.now())
  })

  test('whose unpacking is interrupted leaves nothing', async () => {
    const written = await write(targz(project))
    const services = { python: interpreters[0] ?? '', host: testHost(work, { helpersDirectory: resolve('src/build') }) }
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(unpackArchive(written.archive, written.destination, { ...services, signal })).rejects.toThrow('enough')
    expect(await readdir(written.outside)).toEqual(['x-1.0.tar.gz'])
  })
})

describe('an archive that would reach out of its directory', () => {
  const deep = 'd/'.repeat(8)
  const hostile: Readonly<Record<string, readonly TarInput[]>> = {
    'an absolute name': [{ name: '/tmp/evil' }],
    'a name with ..': [{ name: 'x/../../evil' }],
    'a directory with ..': [{ name: '../evil', type: '5' }],
    'a link to an absolute path': [{ name: 'x/l', type: '2', target: '/etc/passwd' }],
    'a link that climbs out': [{ name: 'x/l', type: '2', target: '../../evil' }],
    'a link that climbs out through another link': [
      { name: `${deep}a`, type: '5' },
      { name: 'up', type: '2', target: `${deep}a` },
      { name: 'here', type: '2', target: '.' },
      { name: 'x', type: '2', target: 'here/..' },
    ],
    'a link whose chain leaves only in fact': [
      { name: 'a', type: '2', target: '.' },
      { name: 'b/c', type: '2', target: '../a/..' },
    ],
    'a file through an earlier link': [
      { name: 'x/l', type: '2', target: 'y' },
      { name: 'x/l/evil', data: 'evil' },
    ],
    'a file in the place of a link': [
      { name: 'x/l', type: '2', target: 'y' },
      { name: 'x/l', data: 'evil' },
    ],
    'a hard link to a file outside': [{ name: 'x/l', type: '1', target: '../x-1.0.tar.gz' }],
    'a hard link to an absolute path': [{ name: 'x/l', type: '1', target: '/etc/passwd' }],
    'a hard link to a file that is not in it': [{ name: 'x/l', type: '1', target: 'x/absent' }],
    'a hard link to a link that climbs out there': [
      { name: 'a/b/l', type: '2', target: '../../c' },
      { name: 'l', type: '1', target: 'a/b/l' },
    ],
    'a device': [{ name: 'x/null', type: '3' }],
    'a fifo': [{ name: 'x/pipe', type: '6' }],
    'an unknown type': [{ name: 'x/what', type: 'Z' }],
    'a file with the name of a directory': [{ name: 'x/a/b' }, { name: 'x/a' }],
    'a file below a file': [{ name: 'x/a' }, { name: 'x/a/b' }],
    'a name that no file system takes': [
      { name: './././@LongLink', type: 'L', data: `x/${'n'.repeat(300)}` },
      { name: 'x/n' },
    ],
    'a file without a name': [{ name: './', type: '2', target: 'x' }],
  }

  test.each(Object.keys(hostile))('by %s is refused and leaves nothing', async kind => {
    for (const python of interpreters) {
      const error = await refusal(targz(hostile[kind] ?? []), python)
      expect(error).toMatchObject({ code: 'SDIST_INVALID', exitCode: 3 })
    }
  })

  test('is refused with the archive and the member in the message, on one line', async () => {
    const error = await refusal(targz([{ name: 'x/ok' }, { name: 'x/l\x1b[2J', type: '2', target: '../../\nevil' }]))
    expect(error.message).toMatch(
      /x-1\.0\.tar\.gz`: `x\/l\\x1b\[2J` is a link to `\.\.\/\.\.\/\?evil`, outside of the archive$/,
    )
  })

  test.each([
    ['a name with ..', { name: '../evil', data: 'x' }],
    ['an absolute name', { name: '/evil', data: 'x' }],
    ['a link', { name: 'x/l', data: '../../evil', mode: 0o120777 }],
    ['a device', { name: 'x/d', mode: 0o020666 }],
    ['encryption', { name: 'x/e', data: 'x', local: { flags: 1 }, central: { flags: 1 } }],
    ['a wrong checksum', { name: 'x/e', data: 'x', local: { crc32: 1 }, central: { crc32: 1 } }],
  ] satisfies [string, ZipInput][])('or breaks a promise, in a zip file by %s, is refused', async (_, entry) => {
    expect(await refusal(makeZip([entry]))).toMatchObject({ code: 'SDIST_INVALID', exitCode: 3 })
  })
})

describe('a bomb', () => {
  test('of zeros ends where no real archive goes on', async () => {
    const error = await refusal(targz([{ name: 'x/zeros', data: Buffer.alloc(70 << 20) }]))
    expect(error.message).toMatch(/`x\/zeros` makes the archive larger than a source archive may be/)
  })

  test('of hard links counts each of them', async () => {
    const links = Array.from({ length: 40 }, (_, index) => ({ name: `x/${index}`, type: '1', target: 'x/big' }))
    const error = await refusal(targz([{ name: 'x/big', data: Buffer.alloc(2 << 20) }, ...links]))
    expect(error.message).toMatch(/`x\/\d+` makes the archive larger/)
  })

  test('of a zip file ends there too', async () => {
    expect(await refusal(makeZip([{ name: 'x/zeros', data: Buffer.alloc(70 << 20) }]))).toMatchObject({
      code: 'SDIST_INVALID',
    })
  })

  test('in a header is not read into memory', async () => {
    const size = 0o77777777777
    const error = await refusal(targz([{ name: 'x', type: 'x', size }]))
    expect(error.message).toMatch(/claims \d+ bytes/)
  })

  test.each([
    ['files', ['a', 'b', 'c', 'd']],
    ['directories that a file needs', ['a/b/c/d']],
    ['files of one name', ['a', 'a', 'a', 'a']],
  ])('of %s ends at the number that no real archive has', async (_, names) => {
    const written = await write(targz(names.map(name => ({ name }))))
    await mkdir(written.destination)
    const request = { archive: written.archive, destination: written.destination, mostBytes: 1000 }
    const ask = async (mostEntries: number) => {
      const helper = resolve('src/build/unpack_sdist.py')
      return must(interpreters[0] ?? '', [helper, JSON.stringify({ ...request, mostEntries })])
    }
    expect(JSON.parse(await ask(3))).toMatchObject({
      outcome: 'invalid',
      problem: expect.stringMatching(/one file more/),
    })
    await rm(written.destination, { recursive: true })
    await mkdir(written.destination)
    expect(JSON.parse(await ask(4))).toEqual({ outcome: 'unpacked' })
  })

  test.each([
    ['a file', [{ name: 'x', size: Buffer.from(`${'ff'.repeat(11)}00`, 'hex') }]],
    ['an extended header', [{ name: 'x', type: 'x', size: Buffer.from(`${'ff'.repeat(10)}fe00`, 'hex') }]],
  ] satisfies [string, TarInput[]][])(
    'that leads backwards, by the size of %s, comes to an end',
    async (_, entries) => {
      for (const python of interpreters)
        expect(await refusal(targz(entries), python)).toMatchObject({ code: 'SDIST_INVALID' })
    },
  )
})

describe('a damaged archive', () => {
  const whole = targz(project)

  test.each([
    ['cut in the middle', whole.subarray(0, whole.length >> 1)],
    ['cut before its checksum', whole.subarray(0, whole.length - 8)],
    ['with a changed checksum', Buffer.concat([whole.subarray(0, -8), Buffer.alloc(8)])],
    ['without its end', gzipSync(makeTar(project, { hasEnd: false }))],
    ['with a damaged header', gzipSync(makeTar(project).fill(0xff, 512 + 148, 512 + 156))],
    ['that is a page of HTML', Buffer.from('<html>not found</html>')],
    ['that is empty', Buffer.alloc(0)],
    ['that is a cut zip file', makeZip([{ name: 'x/a', data: 'x'.repeat(500) }]).subarray(0, 60)],
  ])('%s is refused with one clear message', async (_, bytes) => {
    for (const python of interpreters) {
      const error = await refusal(bytes, python)
      expect(error).toMatchObject({ code: 'SDIST_INVALID', exitCode: 3 })
      expect(error.message).toMatch(/damaged or cut short|claims/)
    }
  })

  test('is unpacked or refused, and never escapes, whatever byte is changed', async () => {
    const plain = makeTar(project)
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length - 1), fc.nat(255), async (position, value) => {
        const bytes = Buffer.from(plain)
        bytes[position] = value
        const before = count
        const error = await unpack(bytes).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        expect(error === undefined || isUserError(error)).toBe(true)
        const left = await readdir(join(work, String(before)))
        expect(left).toEqual(error === undefined ? ['tree', 'x-1.0.tar.gz'] : ['x-1.0.tar.gz'])
      }),
      { numRuns: 60 },
    )
  })

  test('that is not there is a failure of the system, not of the archive', async () => {
    const services = { python: interpreters[0] ?? '', host: testHost(work, { helpersDirectory: resolve('src/build') }) }
    const missing = unpackArchive(join(work, 'absent.tar'), join(work, 'nowhere'), {
      ...services,
      signal: new AbortController().signal,
    })
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(lstat(join(work, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
