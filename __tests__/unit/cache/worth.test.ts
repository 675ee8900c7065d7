import { describe, expect, test } from '@jest/globals'
import { chooseSource, type FetchOffer, type Offer } from '../../../src/cache/worth.js'

const mb = 1_000_000
const fetch: FetchOffer = { fileBytes: 100 * mb, unpackedBytes: 300 * mb, fetchRate: 100 * mb, prepareRate: 100 * mb }

/** Downloading takes 4 s, restoring as long as said. */
function offer(restoreSeconds: number, facts: Partial<Offer> = {}): Offer {
  return { packBytes: restoreSeconds * 10 * mb, restoreRate: 10 * mb, fetch, ...facts }
}

describe('restoring or downloading', () => {
  test.each<[string, Offer, 'restore' | 'download']>([
    ['restoring is faster', offer(1), 'restore'],
    ['both take the same', offer(4), 'restore'],
    ['downloading is not clearly faster', offer(5.9), 'restore'],
    ['downloading is clearly faster', offer(6.1), 'download'],
    [
      'downloading is many times faster, by less than two seconds',
      offer(1.9, { fetch: { ...fetch, fileBytes: 0, unpackedBytes: 0 } }),
      'restore',
    ],
    [
      'downloading is many times faster, by more than two seconds',
      offer(2.1, { fetch: { ...fetch, fileBytes: 0, unpackedBytes: 0 } }),
      'download',
    ],
    [
      'two seconds are little of a long restore',
      offer(50, { fetch: { ...fetch, unpackedBytes: 4_000 * mb } }),
      'restore',
    ],
  ])('is decided by the estimates: %s', (_, given, source) => expect(chooseSource(given).source).toBe(source))

  test('says both estimates', () => {
    expect(chooseSource(offer(40)).reason).toBe('restoring takes about 40.0 s, downloading 4.0 s')
    expect(chooseSource(offer(0.2)).reason).toBe('restoring takes about 0.2 s, downloading 4.0 s')
  })

  test.each<[string, Partial<Offer>]>([
    ['the size of the pack', { packBytes: undefined }],
    ['how fast the cache is', { restoreRate: undefined }],
    ['the size of the wheels', { fetch: { ...fetch, fileBytes: undefined } }],
    ['how fast the index is', { fetch: { ...fetch, fetchRate: undefined } }],
    ['how fast wheels are made ready', { fetch: { ...fetch, prepareRate: undefined } }],
    ['a rate that is a number', { fetch: { ...fetch, prepareRate: 0 } }],
    ['a rate that is more than nothing', { restoreRate: 0 }],
  ])('restores without knowing %s', (_, facts) => {
    const { source, reason } = chooseSource(offer(1000, facts))
    expect(source).toBe('restore')
    expect(reason).toMatch(/not/)
  })
})
