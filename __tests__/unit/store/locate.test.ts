import { describe, expect, test } from '@jest/globals'
import type { OperatingSystem } from '../../../src/host.js'
import type { LinkModeSetting } from '../../../src/settings.js'
import { describeErrno, type LinkMode } from '../../../src/store/link-probe.js'
import { ladderOf } from '../../../src/store/locate.js'

const machine = (os: OperatingSystem, umask = 0o022) => ({ platform: { os, arch: 'x64' }, umask })

describe('ladderOf', () => {
  const ladders: readonly [OperatingSystem, readonly LinkMode[]][] = [
    ['linux', ['hardlink', 'clone', 'copy']],
    ['darwin', ['clone', 'hardlink', 'copy']],
    ['win32', ['hardlink', 'copy']],
  ]
  test.each(ladders)('of %s is %p', (os, modes) => {
    for (const setting of ['auto', 'image'] as const) {
      expect(ladderOf(setting, machine(os))).toEqual({ modes, reason: undefined })
    }
  })

  test.each<LinkModeSetting>(['hardlink', 'clone', 'copy', 'symlink'])(
    'has one rung where that was asked for, whatever the system and the umask: %s',
    setting => {
      for (const os of ['linux', 'darwin', 'win32'] as const) {
        expect(ladderOf(setting, machine(os, 0o077))).toEqual({ modes: [setting], reason: 'asked for' })
      }
    },
  )

  test.each([
    [0o077, '0077'],
    [0o027, '0027'],
  ])('copies where the umask takes rights away that files of the store have: %i', (umask, shown) => {
    const { modes, reason } = ladderOf('auto', machine('linux', umask))
    expect(modes).toEqual(['copy'])
    expect(reason).toContain(shown)
  })

  test('links where the umask takes away nothing that files of the store have', () => {
    expect(ladderOf('auto', machine('linux', 0o002)).modes[0]).toBe('hardlink')
  })
})

describe('describeErrno', () => {
  test('explains the usual ones, and leaves others as they are', () => {
    expect(describeErrno('EMLINK')).toBe('EMLINK (no more links to this file)')
    expect(describeErrno('EIO')).toBe('EIO')
  })
})
