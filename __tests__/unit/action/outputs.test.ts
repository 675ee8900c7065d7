import { describe, expect, test } from '@jest/globals'
import { outputsOf } from '../../../src/action/outputs.js'
import { facts, makeReport } from '../../helpers/report.js'

describe('the output cache-hit', () => {
  const [wheel] = facts.wheels
  if (wheel === undefined) throw new Error('no wheel')
  const of = (how: 'built' | 'restored' | 'store') => {
    const built = [{ name: 'numpy', version: '2.1.0', path: '/n.whl', how, seconds: 1, reason: '' }]
    return outputsOf(makeReport({ wheels: [{ ...wheel, source: 'built' }], built }), 'r.json')['cache-hit']
  }

  test('is false when a source was built, and true when its wheel was found', () => {
    expect([of('built'), of('restored'), of('store')]).toEqual(['false', 'true', 'true'])
  })
})
