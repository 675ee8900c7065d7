/** Requirements files with everything that they include, read into one set. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usageError } from '../errors.js'
import type { Environment } from '../host.js'
import { isSource, parseRow, type Requirement, type SourceRequirement, sourceRefused } from '../plan/requirement.js'
import { type IndexOptions, parseRequirements } from '../plan/requirements.js'
import { redact } from '../redact.js'
import type { IndexSettings } from '../settings.js'
import { type Inputs, readInputText, refuseUrl } from './inputs.js'

export type RequirementSet = {
  /** What the user named: rows of the files, of those that they include, and packages. */
  readonly requirements: readonly Requirement[]
  readonly constraints: readonly Requirement[]
  /** What has to be built, as written: files and packages name it without `-e`. */
  readonly sources: readonly SourceRequirement[]
  /** Source trees that files name after `-e`, as written: relative to the working directory. */
  readonly editables: readonly string[]
  /** The run's index settings, joined by what the files say. */
  readonly index: IndexSettings
  /** Options of all files that steer the resolver, in their order: `--pre`, `--only-binary :all:`. */
  readonly resolverOptions: readonly string[]
  /** Files that the named ones include, absolute. */
  readonly included: readonly string[]
  /** True where a file takes something from a variable of the environment. */
  readonly usesVariables: boolean
}

type Context = { readonly env: Environment; readonly workingDirectory: string; readonly index: IndexSettings }

/** Reads the requirement inputs. Throws what `parseRequirements` throws, and for an included file what `findInputs` throws. */
export async function readRequirementSet(inputs: Inputs, context: Context): Promise<RequirementSet> {
  const files = await Promise.all(inputs.files.map(file => readTree(file, [], context)))
  const constraintFiles = await Promise.all(inputs.constraints.map(file => readTree(file, [], context)))
  const packages = inputs.packages.map(text => parseRow(text, `\`${redact(text)}\``))
  const trees = [...files, ...constraintFiles].flat()
  return {
    requirements: [
      ...files.flat().flatMap(({ requirements }) => requirements),
      ...packages.flatMap(row => (isSource(row) ? [] : [row])),
    ].map(absolute(context)),
    sources: [...files.flat().flatMap(({ sources }) => sources), ...packages.filter(isSource)],
    constraints: [
      ...files.flat().flatMap(tree => tree.constraints),
      ...constraintFiles.flat().flatMap(constraintsOf),
    ].map(absolute(context)),
    editables: files.flat().flatMap(({ editables }) => editables),
    index: trees.reduce(joinIndex, {
      ...context.index,
      findLinks: context.index.findLinks.map(absoluteLink(context.workingDirectory)),
    }),
    resolverOptions: trees.flatMap(({ resolverOptions }) => resolverOptions),
    included: trees.flatMap(({ included }) => included),
    usesVariables: trees.some(({ usesVariables }) => usesVariables),
  }
}

type Source = { readonly path: string; readonly shown: string; readonly text: string }
type Tree = Omit<RequirementSet, 'index'> & {
  readonly options: IndexOptions
  readonly directory: string
}

/** The file and what it includes, in pip's order; a file that includes itself is read once. */
async function readTree(file: Source, parents: readonly string[], context: Context): Promise<readonly Tree[]> {
  if (parents.includes(file.path)) return []
  const directory = dirname(file.path)
  const parsed = parseRequirements(file.text, file.shown, context.env)
  const below = [...parents, file.path]
  const open = async (name: string) => readTree(await openNested(name, file), below, context)
  const includes = await Promise.all(parsed.includes.map(open))
  const constraints = (await Promise.all(parsed.constraints.map(open))).flat()
  const own: Tree = {
    requirements: parsed.requirements,
    sources: parsed.sources,
    constraints: constraints.flatMap(constraintsOf),
    editables: parsed.editables,
    included: [
      ...[...parsed.includes, ...parsed.constraints].map(name => resolve(directory, name)),
      ...constraints.flatMap(({ included }) => included),
    ],
    usesVariables: namesVariable(file.text) || constraints.some(({ usesVariables }) => usesVariables),
    options: parsed.index,
    resolverOptions: [...parsed.resolverOptions, ...constraints.flatMap(tree => tree.resolverOptions)],
    directory,
  }
  return [own, ...includes.flat()]
}

/** A source cannot be a constraint: it would have to be built to know what it constrains. */
function constraintsOf({ requirements, constraints, sources: [source] }: Tree): readonly Requirement[] {
  if (source !== undefined) throw sourceRefused(source)
  return [...requirements, ...constraints]
}

/** As pip: `${NAME}`, in capitals. */
export function namesVariable(text: string): boolean {
  return /\$\{[A-Z0-9_]+\}/.test(text)
}

async function openNested(name: string, parent: Source): Promise<Source> {
  refuseUrl(name, parent.shown)
  const path = resolve(dirname(parent.path), name)
  const shown = join(dirname(parent.shown), name)
  return { path, shown, text: await readInputText(path, shown) }
}

/** As pip: `--index-url` of a file replaces, lists grow, flags stay on. A relative `--find-links` is the file's sibling. */
function joinIndex(index: IndexSettings, { options, directory }: Tree): IndexSettings {
  return {
    ...index,
    indexUrl: options.indexUrl ?? index.indexUrl,
    extraIndexUrls: [...index.extraIndexUrls, ...options.extraIndexUrls],
    findLinks: [...index.findLinks, ...options.findLinks.map(absoluteLink(directory))],
    noIndex: index.noIndex || options.noIndex,
    requireHashes: index.requireHashes || options.requireHashes,
  }
}

/** Paths of wheels become absolute; `file:` URLs become paths. */
function absolute({ workingDirectory }: Context) {
  return (requirement: Requirement): Requirement => {
    const { location, where } = requirement
    if (location === undefined || /^https?:/i.test(location)) return requirement
    return { ...requirement, location: resolve(workingDirectory, localPath(location, where)) }
  }
}

function localPath(location: string, where: string): string {
  if (!/^file:/i.test(location)) return location
  const relative = /^file:(?!\/)(.*)$/i.exec(location)?.[1]
  if (relative !== undefined) return relative
  if (!URL.canParse(location)) throw usageError('REQUIREMENTS_INVALID', `${where}: \`${location}\` is not a URL`)
  return fileURLToPath(location)
}

/** A directory, or a URL as it stands. */
function absoluteLink(base: string) {
  return (link: string): string => (isUrl(link) ? link : resolve(base, link))
}

function isUrl(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(text)
}
