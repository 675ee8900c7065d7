import { describe, expect, test } from '@jest/globals'
import { foldPath, windowsFault } from '../../../src/wheel/portable-path.js'

describe('foldPath', () => {
  test.each([
    ['Readme.TXT', 'readme.txt'],
    ['\u00c9.py', 'e\u0301.py'],
    ['STRASSE', 'straße'],
    ['ſcripts', 'Scripts'],
    ['ΣΑΣ', 'σας'],
    ['\u212a', 'k'],
    ['İ', 'i\u0307'],
  ])('takes %j and %j for one path', (one, other) => {
    expect(foldPath(one)).toBe(foldPath(other))
  })

  test.each([
    ['a.py', 'b.py'],
    ['a/b', 'ab'],
    ['é', 'e'],
    ['ﬁ', 'fl'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(foldPath(one)).not.toBe(foldPath(other))
  })
})

describe('windowsFault', () => {
  test.each([
    ['con', 'names the device `con`'],
    ['a/NUL.txt', 'names the device `NUL.txt`'],
    ['Aux.c/x', 'names the device `Aux.c`'],
    ['com1.tar.gz', 'names the device `com1.tar.gz`'],
    ['LPT²', 'names the device `LPT²`'],
    ['conin$', 'names the device `conin$`'],
    ['nul .txt', 'names the device `nul .txt`'],
    ['a./b', 'has a name that ends in a dot or a space'],
    ['a/b ', 'has a name that ends in a dot or a space'],
    ['a.py:stream', 'holds `:`'],
    ['what?', 'holds `?`'],
    ['a|b', 'holds `|`'],
  ])('of %j: it %s', (path, fault) => {
    expect(windowsFault(path)).toBe(fault)
  })

  test.each(['console.py', 'null', 'com', 'com10', 'auxiliary/x', '.hidden', 'a b/c.d', 'lpt', 'conin'])(
    'finds none in %j',
    path => {
      expect(windowsFault(path)).toBeUndefined()
    },
  )
})
