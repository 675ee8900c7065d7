// `node scripts/readme.js`: writes the tables of README.md. With `--check`, says whether they are as they should be.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onModernNode, root } from './modern-node.js'

onModernNode(async args => {
  const { renderReadme } = await import('./readme-tables.js')
  const { optionSections } = await importTypeScript('src/options.ts')
  const [readme, action] = await Promise.all([readText('README.md'), readText('action.yml')])
  const rendered = renderReadme(readme, { sections: optionSections, action })
  if (rendered === readme) return 0
  if (!args.includes('--check')) return writeFile(join(root, 'README.md'), rendered).then(() => 0)
  console.error('README.md: its tables differ from src/options.ts and action.yml, run `node scripts/readme.js`')
  return 1
})

function readText(path) {
  return readFile(join(root, path), 'utf8')
}

/** Loads a module that imports nothing, its types stripped. */
async function importTypeScript(path) {
  const { stripTypeScriptTypes } = await import('node:module')
  const source = stripTypeScriptTypes(await readText(path))
  return import(`data:text/javascript,${encodeURIComponent(source)}`)
}
