import { describe, expect, test } from '@jest/globals'
import { orderWheels } from '../../../src/install/order.js'

const wheel = (name: string, ...requires: string[]) => ({ name, requires })
const names = (wheels: readonly { name: string }[]) => wheels.map(({ name }) => name)

describe('orderWheels', () => {
  test('puts dependencies before what requires them', () => {
    expect(names(orderWheels([wheel('app', 'library'), wheel('library', 'core'), wheel('core')]))).toEqual([
      'core',
      'library',
      'app',
    ])
  })

  test('orders equally deep wheels by descending name, as pip does', () => {
    expect(names(orderWheels([wheel('alpha'), wheel('gamma'), wheel('beta')]))).toEqual(['gamma', 'beta', 'alpha'])
  })

  test('counts the longest path to a wheel', () => {
    const wheels = [wheel('app', 'z-leaf', 'middle'), wheel('middle', 'a-leaf'), wheel('a-leaf'), wheel('z-leaf')]
    expect(names(orderWheels(wheels))).toEqual(['a-leaf', 'z-leaf', 'middle', 'app'])
  })

  test('does not depend on the order given', () => {
    const wheels = [wheel('a', 'b'), wheel('b', 'c'), wheel('c', 'a'), wheel('d')]
    expect(names(orderWheels([...wheels].reverse()))).toEqual(names(orderWheels(wheels)))
  })

  test('leaves out requirements that are not installed', () => {
    expect(names(orderWheels([wheel('a', 'absent')]))).toEqual(['a'])
  })
})
