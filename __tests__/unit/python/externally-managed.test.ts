import { describe, expect, test } from '@jest/globals'
import { refuseExternallyManaged } from '../../../src/python/externally-managed.js'
import { makeInterpreter } from '../../helpers/plan.js'

/** The message of the refusal, without what is the same for all. */
function said(externallyManaged: string): string {
  try {
    refuseExternallyManaged(makeInterpreter({ executable: '/usr/bin/python3', externallyManaged }))
  } catch (error) {
    expect(error).toMatchObject({ code: 'EXTERNALLY_MANAGED', exitCode: 1 })
    const { message } = error as Error
    expect(message).toMatch(/^the Python `\/usr\/bin\/python3` is externally managed:\n\n/)
    return message.slice(message.indexOf('\n\n') + 2)
  }
  throw new Error('it was not refused')
}

test('an interpreter that nobody manages is not refused', () => {
  expect(() => refuseExternallyManaged(makeInterpreter({}))).not.toThrow()
})

test('the hint names both ways out', () => {
  const refuse = () => refuseExternallyManaged(makeInterpreter({ externallyManaged: '' }))
  expect(refuse).toThrow(
    expect.objectContaining({ hint: expect.stringMatching(/`--venv`.*`--break-system-packages`/) }),
  )
})

describe('what the distribution says', () => {
  test('is shown whole, with its paragraphs and its indentation', () => {
    const text = [
      '# ours',
      '[externally-managed]',
      'Error=To install Python packages, try',
      '     dnf install python3-xyz',
      ' where xyz is the package.',
      '',
      ' See /usr/share/doc.  ',
      '',
    ]
    const shown =
      'To install Python packages, try\n    dnf install python3-xyz\nwhere xyz is the package.\n\nSee /usr/share/doc.'
    expect(said(text.join('\n'))).toBe(shown)
    expect(said(text.join('\r\n'))).toBe(shown)
  })

  test.each([
    ['in other languages is passed over', '[externally-managed]\nError-de_DE=Nein\n Danke\nError=No\nOther=x\n', 'No'],
    ['may have spaces and a colon, in any case', '[externally-managed]\nERROR :  No\n', 'No'],
    ['may begin on the line after', '[externally-managed]\nError=\n  No\n  never\n', 'No\nnever'],
    ['goes on after a comment', '[externally-managed]\nError=No\n# a comment\n ; another\n never\n', 'No\nnever'],
    ['is not that of another section', '[other]\nError=Yes\n[externally-managed]\nError=No\n', 'No'],
    ['ends at the next section', '[externally-managed]\nError=No\n\n[other]\nError=Yes\n', 'No'],
  ])('%s', (_, content, shown) => {
    expect(said(content)).toBe(shown)
  })

  test.each([
    ['an empty file', ''],
    ['no section', 'Error=No\n'],
    ['another section', '[other]\nError=No\n'],
    ['no text', '[externally-managed]\nError=\n'],
    ['no option', '[externally-managed]\nOther=x\n'],
    ['binary', '\u0000\ufffd\ufffd['],
  ])('is missing or broken, and the refusal is general: %s', (_, content) => {
    expect(said(content)).toMatch(/^its distribution /)
  })
})
