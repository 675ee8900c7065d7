import { describe, expect, test } from '@jest/globals'
import { formatManifest, type Manifest, parseManifest } from '../../../src/cache/manifest.js'

const manifest: Manifest = {
  format: 2,
  revision: 'a'.repeat(40),
  planDigest: '0123456789abcdef',
  createdBy: '0.1.0',
  ingredients: { Python: 'cpython 3.11' },
  packs: [{ digest: 'd'.repeat(64), wheels: [{ sha256: 'e'.repeat(64), size: 1, bytecode: '' }] }],
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
        unsupported: undefined,
        requested: true,
      },
    ],
  },
}

describe('parseManifest', () => {
  test('reads what formatManifest wrote', () => {
    expect(parseManifest(formatManifest(manifest))).toEqual(JSON.parse(JSON.stringify(manifest)))
  })

  test('takes text cut short anywhere for a miss', () => {
    const text = formatManifest(manifest)
    for (let length = 0; length < text.length; length += 1) expect(parseManifest(text.slice(0, length))).toBeUndefined()
  })

  test('takes any required part that is missing or of another type for a miss', () => {
    const paths = pathsOf(manifest).filter(path => !path.endsWith('hashes.sha256'))
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) expect([path, parseManifest(damage(path))]).toEqual([path, undefined])
  })

  test('takes another format for a miss', () => {
    expect(parseManifest(formatManifest(manifest).replace('"format":2', '"format":1'))).toBeUndefined()
    for (const text of ['null', '[]', '"text"', '1', '{}']) expect(parseManifest(text)).toBeUndefined()
  })

  test('takes a digest that names no pack for a miss', () => {
    expect(parseManifest(formatManifest(manifest).replace('d'.repeat(64), '../x'))).toBeUndefined()
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
  const copy: unknown = JSON.parse(formatManifest(manifest))
  const parent = keys.slice(0, -1).reduce((value, key) => Reflect.get(value as object, key), copy)
  Reflect.set(parent as object, keys.at(-1) ?? '', [null])
  return JSON.stringify(copy)
}
