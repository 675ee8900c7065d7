/** What the first key of a build is made of. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { parseConfigSettings } from '../build/config-settings.js'
import { describeMachine } from '../build/fingerprint.js'
import { firstKey, type Ingredient, settingIngredients, variableIngredients } from '../build/key.js'
import { isEditable } from '../build/source.js'
import { baseVariables } from '../build/variables.js'
import type { Environment } from '../host.js'
import type { Interpreter } from '../python/interpreter.js'
import type { Run } from './run.js'
import type { IdentifiedSource } from './source-identity.js'

export type Described = { readonly first: string; readonly ingredients: readonly Ingredient[] }

/** Describes source, machine and settings. */
export async function describeBuild(
  { source, id, needs }: IdentifiedSource,
  { interpreter }: { readonly interpreter: Interpreter },
  { host, settings, located, watch }: Run,
): Promise<Described> {
  const { configSettings, isolation } = settings.build
  const machine = await describeMachine({
    ...{ interpreter, host, needs, signal: watch.signal },
    searchPath: host.env.PATH ?? '',
    answersDirectory: join(located.store.root, 'interpreters'),
  })
  const ingredients = [
    { name: 'source', value: id },
    { name: 'form', value: isEditable(source) ? 'editable' : 'wheel' },
    { name: 'isolation', value: String(isolation) },
    ...settingIngredients(parseConfigSettings(configSettings)),
    ...variableIngredients(baseVariables, withoutPrefix(host.env, interpreter)),
    ...(await namedFiles(host.env)),
    ...machine,
  ]
  return { first: firstKey(ingredients), ingredients }
}

/** setup-python puts the place of the interpreter there, which names its patch release. */
function withoutPrefix(env: Environment, { basePrefix }: Interpreter): Environment {
  const { PKG_CONFIG_PATH: path } = env
  if (path === undefined) return env
  const kept = path.split(delimiter).filter(entry => entry !== '' && !entry.startsWith(basePrefix))
  return { ...env, PKG_CONFIG_PATH: kept.length === 0 ? undefined : kept.join(delimiter) }
}

/** Bytes of a file that a variable names; above that it is none that configures. */
const largestFile = 1 << 20

/** Files that configure a build and are named by their paths: their content counts too. */
async function namedFiles(env: Environment): Promise<readonly Ingredient[]> {
  const found = await Promise.all(
    ['CMAKE_TOOLCHAIN_FILE', 'DIST_EXTRA_CONFIG', 'MESON_CROSS_FILE'].map(
      async (name): Promise<readonly Ingredient[]> => {
        const path = env[name] ?? ''
        const facts = path === '' ? undefined : await stat(path).catch(() => undefined)
        if (facts?.isFile() !== true || facts.size > largestFile) return []
        const digest = createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
        return [{ name: `file of ${name}`, value: digest.slice(0, 16) }]
      },
    ),
  )
  return found.flat()
}
