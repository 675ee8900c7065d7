import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'

/** As a file system without hard links. */
jest.unstable_mockModule('node:fs/promises', () => ({
  ...files,
  link: async () => Promise.reject(Object.assign(new Error('not permitted'), { code: 'EPERM' })),
}))
const { claimEnvironment } = await import('../../../src/python/claim.js')

test('a claim is had where the file system has no hard links', async () => {
  const stateDirectory = await files.mkdtemp(join(tmpdir(), 'wheelcrew-claim-'))
  const asked = await Promise.allSettled(
    Array.from({ length: 4 }, () => claimEnvironment({ kind: 'target', stateDirectory }, { timeoutMs: 0 })),
  )
  const claims = asked.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
  expect(claims).toHaveLength(1)
  await claims[0]?.release()
  expect(await files.readdir(stateDirectory)).toEqual([])
  await files.rm(stateDirectory, { recursive: true })
})
