import { describe, expect, test } from '@jest/globals'
import { differencesOf, type Explanation, judge } from '../../helpers/differential/differences.js'

const ours = { same: 'a', changed: 'a', added: 'a' }
const theirs = { same: 'a', changed: 'b', lacking: 'b' }
const differences = differencesOf(ours, theirs)

function explanation(kind: Explanation['kind'], path: RegExp): Explanation {
  return { from: ['pip'], kind, path, reason: `${kind} ${path}` }
}

describe('differences between two trees', () => {
  test('are the paths that one of the two lacks, and those with other content', () => {
    expect(differences).toEqual([
      { path: 'added', ours: 'a', theirs: undefined },
      { path: 'changed', ours: 'a', theirs: 'b' },
      { path: 'lacking', ours: undefined, theirs: 'b' },
    ])
  })

  test('stay when no explanation has their kind and path', () => {
    const others = [explanation('only ours', /changed/), explanation('other content', /added/)]
    expect(judge(differences, 'pip', others).unexplained).toEqual(differences)
  })

  test('stay when an explanation is of another installer', () => {
    const everything = (['only ours', 'only theirs', 'other content'] as const).map(kind => explanation(kind, /./))
    expect(judge(differences, 'pip', everything).unexplained).toEqual([])
    expect(judge(differences, 'uv', everything).unexplained).toEqual(differences)
  })

  test('are counted by the reason that explains them', () => {
    const { explained } = judge(differences, 'pip', [explanation('only ours', /./), explanation('only theirs', /./)])
    expect([...explained]).toEqual([
      ['only ours /./', 1],
      ['only theirs /./', 1],
    ])
  })
})
