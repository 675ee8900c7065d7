import { describe, expect, test } from '@jest/globals'
import { allowsFile } from '../../../src/resolve/format-control.js'

describe('--only-binary and --no-binary', () => {
  const forms = (name: string, ...options: readonly string[]) =>
    ['a.whl', 'a.tar.gz'].filter(filename => allowsFile(name, filename, options)).join(' ')

  test.each<[readonly string[], string]>([
    [[], 'a.whl a.tar.gz'],
    [['--pre', '--prefer-binary'], 'a.whl a.tar.gz'],
    [['--only-binary :all:'], 'a.whl'],
    [['--only-binary=:all:'], 'a.whl'],
    [['--no-binary :all:'], 'a.tar.gz'],
    [['--no-binary b'], 'a.whl a.tar.gz'],
    [['--no-binary b, A'], 'a.tar.gz'],
    [['--only-binary :all:', '--no-binary a'], 'a.tar.gz'],
    [['--no-binary a', '--only-binary :all:'], 'a.whl'],
    [['--no-binary a', '--only-binary a'], 'a.whl'],
    [['--no-binary :all:', '--no-binary :none:'], 'a.whl a.tar.gz'],
    [['--only-binary :all:', '--no-binary :none:'], 'a.whl'],
  ])('%j leaves %s', (options, expected) => {
    expect(forms('a', ...options)).toBe(expected)
  })
})
