import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { renderReadme } from '../../scripts/readme-tables.js'
import { optionSections } from '../../src/options.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const readme = read('README.md')

describe('README.md', () => {
  test('has the inputs, the outputs and the refused options that there are (`node scripts/readme.js` writes them)', () => {
    expect(renderReadme(readme, { sections: optionSections, action: read('action.yml') })).toBe(readme)
  })

  test('starts with the install of an example and goes on to `npm cit`', () => {
    const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
      block.trim().split('\n'),
    )
    expect(commands[0]).toBe('npx --yes node@24 dist/cli/index.js install -r examples/scientific/pylock.toml')
    expect(commands.filter(command => /^(?:npx|npm) /.test(command))[1]).toBe('npm cit')
  })

  test.each([
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/caching.md',
    'docs/comparison.md',
    'docs/errors.md',
    'docs/threat-model.md',
  ])('%s links to nothing that is missing', path => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
    const here = new URL(`../../${path}`, import.meta.url)
    expect(links.filter(link => !existsSync(new URL(link, here)))).toEqual([])
  })
})
