import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { formatManifest, type Manifest, parseManifest } from '../../../src/cache/manifest.js'

const manifest: Manifest = {
  format: 6,
  revision: 'a'.repeat(40),
  planDigest: '0123456789abcdef',
  createdBy: '0.1.0',
  ingredients: {
    files: { lock: { digest: '0123', versions: { numpy: '2.1.0' } } },
    settings: { Python: 'cpython 3.11' },
  },
  rates: { fetch: 12_345.5, prepare: 1 },
  packs: [{ digest: 'd'.repeat(64), bytes: 7, items: [{ sha256: 'e'.repeat(64), size: 1, bytecode: '' }] }],
  images: [
    {
      key: 'a'.repeat(64),
      root: '/work/.venv',
      user: 1001,
      plan: { digest: 'b'.repeat(64), sha256: 'b'.repeat(64), size: 9, rangeSums: ['00000009'] },
      layers: [
        {
          ...{ name: 'c'.repeat(64), digest: '1'.repeat(64), sha256: '2'.repeat(64) },
          ...{ size: (4 << 20) + 1, rangeSums: ['0a1b2c3d', 'ffffffff'] },
        },
      ],
    },
  ],
  lock: {
    source: 'pylock.toml',
    requiresPython: '>=3.9',
    environments: [],
    extras: ['test'],
    dependencyGroups: [],
    warnings: [],
    distributions: [
      {
        name: 'numpy',
        version: '2.1.0',
        marker: undefined,
        requiresPython: undefined,
        wheels: [
          { filename: 'numpy.whl', url: 'https://files.example/n', path: undefined, size: 3, hashes: { sha256: 'f' } },
        ],
        sdist: undefined,
        archive: undefined,
        source: undefined,
        requested: true,
      },
      {
        name: 'tree',
        version: undefined,
        marker: undefined,
        requiresPython: undefined,
        wheels: [],
        sdist: undefined,
        archive: undefined,
        source: { kind: 'directory', path: 'packages/tree', isEditable: true },
        requested: true,
      },
      {
        name: 'repository',
        version: undefined,
        marker: undefined,
        requiresPython: undefined,
        wheels: [],
        sdist: undefined,
        archive: undefined,
        source: { kind: 'vcs', url: 'https://git.example/r', commit: 'e'.repeat(40) },
        requested: true,
      },
    ],
  },
}

const textOf = (bytes: Buffer) => zstdDecompressSync(bytes).toString()
const parseText = (text: string) => parseManifest(zstdCompressSync(text))

describe('parseManifest', () => {
  test('reads what formatManifest wrote', () => {
    expect(parseManifest(formatManifest(manifest))).toEqual(JSON.parse(JSON.stringify(manifest)))
  })

  test('reads one without what may be left out', () => {
    const { rates: _, images: _images, ...others } = manifest
    const packs = manifest.packs.map(({ bytes: _bytes, ...pack }) => pack)
    expect(parseManifest(formatManifest({ ...others, packs }))?.packs).toEqual(packs)
    expect(parseManifest(formatManifest({ ...manifest, rates: {} }))?.rates).toEqual({})
  })

  test('takes bytes cut short, or with another byte, for a miss', () => {
    const bytes = formatManifest(manifest)
    for (let at = 0; at < bytes.length; at += 1 + (at >> 4)) {
      expect(parseManifest(bytes.subarray(0, at))).toBeUndefined()
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 0x55
      expect([at, parseManifest(flipped)]).toEqual([at, undefined])
    }
  })

  test('takes what unpacks to more than any manifest for a miss', () => {
    const padded = (spaces: number) => parseText(textOf(formatManifest(manifest)) + ' '.repeat(spaces))
    expect(padded(1 << 20)).toBeDefined()
    expect(padded(64 << 20)).toBeUndefined()
  })

  test('takes any required part that is missing or of another type for a miss', () => {
    const paths = pathsOf(manifest).filter(path => !path.endsWith('hashes.sha256'))
    expect(paths.length).toBeGreaterThan(30)
    for (const path of paths) expect([path, parseText(damage(path))]).toEqual([path, undefined])
  })

  test('takes another format for a miss', () => {
    expect(parseText(textOf(formatManifest(manifest)).replace('"format":6', '"format":5'))).toBeUndefined()
    for (const text of ['null', '[]', '"text"', '1', '{}', '']) expect(parseText(text)).toBeUndefined()
    expect(parseManifest(Buffer.from(JSON.stringify(manifest)))).toBeUndefined()
  })

  test('takes a repository that Git would not read, or run, for a miss', () => {
    const text = textOf(formatManifest(manifest))
    for (const url of ['ext::sh -c x', '--upload-pack=x', 'fd::3']) {
      expect(parseText(text.replace('https://git.example/r', url))).toBeUndefined()
    }
    expect(parseText(text.replace('https://git.example/r', 'git@git.example:r'))).toBeDefined()
    expect(parseText(text.replace('e'.repeat(40), `--${'e'.repeat(38)}`))).toBeUndefined()
  })

  test('takes images that name no file of the store, or none at all, for a miss', () => {
    const text = textOf(formatManifest(manifest))
    expect(parseText(text.replace('c'.repeat(64), '../x'))).toBeUndefined()
    expect(parseText(text.replace('1'.repeat(64), '../x'))).toBeUndefined()
    const [images] = manifest.images ?? []
    expect(parseText(JSON.stringify({ ...manifest, images: [{ ...images, layers: [] }] }))).toBeUndefined()
    expect(parseText(JSON.stringify({ ...manifest, images: [] }))).toBeDefined()
  })

  test('takes images without a sum for each range of every entry for a miss', () => {
    const [images] = manifest.images ?? []
    const [layer] = images?.layers ?? []
    const withSums = (rangeSums: unknown, size = layer?.size) =>
      parseText(JSON.stringify({ ...manifest, images: [{ ...images, layers: [{ ...layer, size, rangeSums }] }] }))
    expect(withSums(['0a1b2c3d', 'ffffffff'])).toBeDefined()
    expect(withSums([], 0)).toBeDefined()
    const sums = ['0a1b2c3d', 'ffffffff', '00000000']
    for (const count of [0, 1, 3]) expect([count, withSums(sums.slice(0, count))]).toEqual([count, undefined])
    for (const size of [0, 4 << 20, (8 << 20) + 1, Number.MAX_SAFE_INTEGER])
      expect([size, withSums(sums.slice(0, 2), size)]).toEqual([size, undefined])
    for (const sum of ['', '0A1B2C3D', '0a1b2c3', '0a1b2c3d4', 7, null])
      expect([sum, withSums([sum, 'ffffffff'])]).toEqual([sum, undefined])
  })

  test('takes a digest that names no pack, and a rate that is none, for a miss', () => {
    const text = textOf(formatManifest(manifest))
    expect(parseText(text.replace('d'.repeat(64), '../x'))).toBeUndefined()
    for (const rate of ['0', '-1', '1e999']) expect(parseText(text.replace('12345.5', rate))).toBeUndefined()
    expect(parseText(text.replace('12345.5', '2'))).toBeDefined()
  })
})

/** Dotted paths of every value inside, parents too. */
function pathsOf(value: unknown, prefix = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [`${prefix}${key}`, ...pathsOf(inner, `${prefix}${key}.`)],
  )
}

/** The text of the manifest with a value of a wrong type at one path. */
function damage(path: string): string {
  const keys = path.split('.')
  const copy: unknown = JSON.parse(JSON.stringify(manifest))
  const parent = keys.slice(0, -1).reduce((value, key) => Reflect.get(value as object, key), copy)
  Reflect.set(parent as object, keys.at(-1) ?? '', [null])
  return JSON.stringify(copy)
}
