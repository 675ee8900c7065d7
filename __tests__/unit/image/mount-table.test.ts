import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { escaped, mountPointsIn } from '../../../src/image/mount-table.js'

const row = (mountPoint: string) =>
  `36 35 98:0 / ${mountPoint} rw,noatime master:1 - squashfs /dev/loop0 ro,errors=continue\n`

describe('the mount table', () => {
  test('gives mount points in its order, whatever stands in them', () => {
    const table = [row('/'), row('/a\\040b/upper,lower'), row('/a\\134040b'), row('/größe\\012x')].join('')
    expect(mountPointsIn(table)).toEqual(['/', '/a b/upper,lower', '/a\\040b', '/größe\nx'])
  })

  test('is read back as it was written, also with spaces beyond ASCII', () => {
    expect(mountPointsIn(row(escaped('/a\u3000b\u2003c\u00a0d')))).toEqual(['/a\u3000b\u2003c\u00a0d'])
  })

  test('is read back as it was written, for every path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const field = escaped(`/${name}`)
        expect(field).not.toMatch(/[ \t\n\r]/)
        expect(mountPointsIn(row(field))).toEqual([`/${name}`])
      }),
    )
  })
})
