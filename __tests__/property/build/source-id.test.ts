import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { blobsAt, type SourceClosure, type SourceFile } from '../../../src/build/closure.js'
import { sourceId } from '../../../src/build/source-id.js'

const segment = fc.constantFrom('a', 'b', 'a-b', 'a.b', 'é', 'sub', 'A')
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'))
const file: fc.Arbitrary<SourceFile> = fc.oneof(
  fc.record({ path, mode: fc.constantFrom('100644' as const, '100755' as const), blob: fc.constantFrom('1', '2') }),
  fc
    .record({
      path,
      target: fc.oneof(
        path,
        path.map(text => `../${text}`),
        fc.constantFrom('.', '..', '/abs'),
      ),
    })
    .map(({ path: at, target }): SourceFile => ({ path: at, mode: '120000', blob: `link ${target}`, target })),
)

/** Files as a tree has them: no path below another one. */
const files = fc
  .uniqueArray(file, { selector: ({ path: at }) => at, maxLength: 12 })
  .map(all =>
    all
      .filter(one => !all.some(other => one.path.startsWith(`${other.path}/`)))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  )

const closureOf = (all: readonly SourceFile[], subdirectory = ''): SourceClosure => ({
  ...{ root: '/work', subdirectory, files: all, isRepository: true, revision: '1', describe: 'v1', tags: '' },
})
const idOf = (closure: SourceClosure) => sourceId(closure, { isScmVersioned: false })

test('two trees have one id only if they are the same', () => {
  fc.assert(
    fc.property(files, files, (one, other) => {
      expect(idOf(closureOf(one)) === idOf(closureOf(other))).toBe(
        JSON.stringify(sortedKeys(one)) === JSON.stringify(sortedKeys(other)),
      )
    }),
  )
})

test('a tree has the same id wherever it lies and whatever lies around it, as long as no link leads out', () => {
  fc.assert(
    fc.property(files, files, fc.constantFrom('project', 'deep/er'), (inside, around, place) => {
      const own = inside.filter(({ target }) => target === undefined)
      const moved = own.map(one => ({ ...one, path: `${place}/${one.path}` }))
      const all = [...around.map(one => ({ ...one, path: `around/${one.path}` })), ...moved]
      expect(
        idOf(
          closureOf(
            all.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
            place,
          ),
        ),
      ).toBe(idOf(closureOf(own)))
    }),
  )
})

test('something lies at the paths of files and above them, whatever links there are, and nowhere else without links', () => {
  fc.assert(
    fc.property(files, path, (all, at) => {
      const found = blobsAt(closureOf(all), at)
      for (const one of all) expect(blobsAt(closureOf(all), one.path)).not.toBeNull()
      const isThere = all.some(one => one.path === at || one.path.startsWith(`${at}/`))
      if (isThere) expect(found).not.toBeNull()
      else if (all.every(({ target }) => target === undefined)) expect(found).toBeNull()
    }),
  )
})

function sortedKeys(all: readonly SourceFile[]): unknown {
  return all.map(({ path: at, mode, blob }) => [at, mode, blob])
}
