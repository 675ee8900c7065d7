import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { hostileWheels } from '../../helpers/hostile-wheels.js'
import { failureOf } from '../../helpers/plan.js'
import { makeWheel } from '../../helpers/wheel-builder.js'
import { type Fixture, makeFixture } from './unpack-fixture.js'

let fixture: Fixture
let before: readonly string[]
beforeAll(async () => {
  fixture = await makeFixture()
  await fixture.unpack(makeWheel({ name: 'good', version: '1.0' }))
  before = await fixture.tree()
})
afterAll(() => fixture.remove())

describe('unpacking leaves the store as it was and nothing beside it, with one message, when a wheel', () => {
  test.each(hostileWheels.map(wheel => [wheel.what, wheel] as const))('%s', async (_what, wheel) => {
    const failure = await failureOf(() => fixture.unpack({ filename: wheel.filename, bytes: wheel.bytes() }))
    expect([1, 3]).toContain(failure.exitCode)
    expect(failure.code).toBe(wheel.code ?? 'WHEEL_INVALID')
    expect(failure.message).toContain(wheel.filename)
    expect(failure.message).toContain(wheel.reason)
    expect(failure.message).not.toMatch(/\p{Cc}/u)
    expect(await fixture.tree()).toEqual(before)
  })
})
