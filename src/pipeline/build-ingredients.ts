/** What the first key of a build is made of. */
import { join } from 'node:path'
import { parseConfigSettings } from '../build/config-settings.js'
import { describeMachine } from '../build/fingerprint.js'
import { firstKey, type Ingredient, settingIngredients, variableIngredients } from '../build/key.js'
import { baseVariables } from '../build/variables.js'
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
  const isEditable = source.kind === 'directory' && source.isEditable
  const ingredients = [
    { name: 'source', value: id },
    { name: 'form', value: isEditable ? 'editable' : 'wheel' },
    { name: 'isolation', value: String(isolation) },
    ...settingIngredients(parseConfigSettings(configSettings)),
    ...variableIngredients(baseVariables, host.env),
    ...machine,
  ]
  return { first: firstKey(ingredients), ingredients }
}
