/** The sources that a user names, each once. */
import { type BuildSource, parseEditable, parseSource } from '../build/source.js'
import type { SourceRequirement } from '../plan/requirement.js'
import type { Interpreter } from '../python/interpreter.js'
import { applicableSources } from '../resolve/pins.js'
import type { RunInputs } from '../resolve/run-inputs.js'
import type { Settings } from '../settings.js'
import type { Expected } from './builder.js'
import { fileOf as fileOfArchive } from './source-identity.js'

type NamedSource = { readonly source: BuildSource; readonly expected: Expected }

/** The sources that the user named, on the command line or in requirements files, each once. Throws what parsing throws. */
export function namedSources(
  { set }: Pick<RunInputs, 'set'>,
  { editables, build, workingDirectory }: Settings,
  interpreter: Interpreter,
): readonly NamedSource[] {
  const all = [
    ...[...editables, ...set.editables].map(text => ({
      source: parseEditable(text, workingDirectory),
      expected: { ...nothingExpected, name: undefined },
    })),
    ...build.sources.map(text => asNamed({ text, hashes: {} }, workingDirectory)),
    ...applicableSources(set, interpreter).map(requirement => asNamed(requirement, workingDirectory)),
  ]
  const distinct = new Map<string, NamedSource>()
  for (const { source, expected } of all) {
    const former = distinct.get(placeOf(source))
    const extras = [...new Set([...(former?.source.extras ?? []), ...source.extras])]
    // As pip: a tree that is named twice is editable if it is so once.
    const isEditable = former?.source.kind === 'directory' && former.source.isEditable
    distinct.set(placeOf(source), { source: { ...(isEditable ? former.source : source), extras }, expected })
  }
  return [...distinct.values()]
}

const nothingExpected = { version: undefined, file: undefined, besides: [] } as const

function asNamed({ text, hashes }: Pick<SourceRequirement, 'text' | 'hashes'>, workingDirectory: string): NamedSource {
  const { name, source } = parseSource(text, workingDirectory)
  const isHashed = source.kind === 'archive' && Object.keys(hashes).length > 0
  const file = isHashed ? { ...fileOfArchive(source), oneOf: hashes } : undefined
  return { source, expected: { ...nothingExpected, name, file } }
}

function placeOf(source: BuildSource): string {
  switch (source.kind) {
    case 'directory':
      return source.path
    case 'vcs':
      return `${source.url}@${source.revision}#${source.subdirectory}`
    case 'archive':
      return `${source.path ?? source.url}#${source.subdirectory}`
  }
}

/** What is to be explained. */
export function explainedSources(
  named: RunInputs,
  settings: Settings,
  interpreter: Interpreter,
): readonly BuildSource[] {
  return namedSources(named, settings, interpreter).map(({ source }) => source)
}
