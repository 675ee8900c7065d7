/** The text of a requirements file → rows (pip's requirements file format, PEP 508). */
import { usageError } from '../errors.js'
import type { Environment } from '../host.js'
import { proveIndexAddress } from './index-address.js'
import { isSource, parseRow, type Requirement, type SourceRequirement } from './requirement.js'

/** Index options that a requirements file may carry, in its order. */
export type IndexOptions = {
  /** The last `--index-url`. */
  readonly indexUrl: string | undefined
  readonly extraIndexUrls: readonly string[]
  /** As written: relative ones are relative to the file. */
  readonly findLinks: readonly string[]
  readonly noIndex: boolean
  readonly requireHashes: boolean
}

export type RequirementsFile = {
  readonly requirements: readonly Requirement[]
  /** Source trees, source archives and repositories. */
  readonly sources: readonly SourceRequirement[]
  /** Paths after `-r`, as written: relative to this file. */
  readonly includes: readonly string[]
  /** Paths after `-c`, as written: relative to this file. */
  readonly constraints: readonly string[]
  /** Source trees after `-e`, as written: relative to the working directory. */
  readonly editables: readonly string[]
  readonly index: IndexOptions
  /** Options that steer the resolver, in their order: `--pre`, `--only-binary :all:`. */
  readonly resolverOptions: readonly string[]
}

type Option = { readonly name: string; readonly value: string }

/**
 * Reads a requirements file: continuation lines, comments, `${VARIABLE}`, options, hashes, markers and URLs.
 *
 * `source` is how messages call the file. Throws UserError REQUIREMENTS_INVALID with the line's number, URL_INVALID for what is no index, HASH_UNSUPPORTED,
 * and SOURCE_UNSUPPORTED for what can neither be installed nor built.
 */
export function parseRequirements(text: string, source: string, env: Environment): RequirementsFile {
  const lines = logicalLines(text).map(({ content, number }) => ({
    content: expandVariables(content, env),
    where: `\`${source}\` line ${number}`,
  }))
  const options = lines.filter(isOption).map(({ content, where }) => parseOption(content, where))
  const rows = lines.filter(line => !isOption(line)).map(({ content, where }) => parseRow(content, where))
  return {
    requirements: rows.flatMap(row => (isSource(row) ? [] : [row])),
    sources: rows.filter(isSource),
    includes: valuesOf(options, '--requirement'),
    constraints: valuesOf(options, '--constraint'),
    editables: valuesOf(options, '--editable'),
    index: {
      indexUrl: valuesOf(options, '--index-url').at(-1),
      extraIndexUrls: valuesOf(options, '--extra-index-url'),
      findLinks: valuesOf(options, '--find-links'),
      noIndex: options.some(({ name }) => name === '--no-index'),
      requireHashes: options.some(({ name }) => name === '--require-hashes'),
    },
    resolverOptions: options
      .filter(({ name }) => resolverOptions.includes(name))
      .map(({ name, value }) => `${name} ${value}`.trim()),
  }
}

/** Whether a logical line names a source, or an editable one. Throws as `parseRequirements`. */
export function isSourceLine(line: string, env: Environment): boolean {
  const content = expandVariables(withoutComment(line), env)
  if (content === '') return false
  if (isOption({ content })) return parseOption(content, 'a requirements file').name === '--editable'
  return isSource(parseRow(content, 'a requirements file'))
}

type Line = { readonly content: string; readonly number: number }

/** As pip: a `\` at the end joins, a comment ends the joining, `#` starts a comment after white space only. */
function logicalLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let pending = ''
  let first = 0
  for (const [index, physical] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (pending === '') first = index + 1
    const comment = /^\s*#/.test(physical)
    if (physical.endsWith('\\') && !comment) {
      pending += `${physical.slice(0, -1)} `
      continue
    }
    lines.push({ content: withoutComment(comment ? pending : pending + physical), number: first })
    pending = ''
  }
  lines.push({ content: withoutComment(pending), number: first })
  return lines.filter(({ content }) => content !== '')
}

function withoutComment(line: string): string {
  return line.replace(/(?:^|(?<=\s))#.*$/s, '').trim()
}

/** `${NAME}` of upper-case letters, digits and `_`; an unset one stays as written. */
function expandVariables(line: string, env: Environment): string {
  return line.replace(/\$\{([A-Z0-9_]+)\}/g, (written, name: string) => env[name] || written)
}

function isOption({ content }: { readonly content: string }): boolean {
  return content.startsWith('-')
}

const longNames: Readonly<Record<string, string>> = {
  '-r': '--requirement',
  '-c': '--constraint',
  '-e': '--editable',
  '-i': '--index-url',
  '--pypi-url': '--index-url',
  '-f': '--find-links',
}

const valueOptions = ['--requirement', '--constraint', '--editable', '--index-url', '--extra-index-url', '--find-links']
const indexOptions = ['--index-url', '--extra-index-url']
const flagOptions = ['--no-index', '--require-hashes']
/** They decide what the resolver chooses. */
const resolverOptions = ['--no-binary', '--only-binary', '--prefer-binary', '--pre']
/** Left to the resolver, which reads the same file. */
const otherOptions = ['--trusted-host', '--use-feature']
/** Taken with or without a value: the resolver knows. */
const looseOptions = [...flagOptions, ...resolverOptions, ...otherOptions]

function parseOption(content: string, where: string): Option {
  const [, flag = '', rest = ''] = /^(--[\w-]+|-\w)[=\s]*(.*)$/s.exec(content) ?? []
  const name = longNames[flag] ?? flag
  const value = rest.trim().replace(/^(["'])(.*)\1$/s, '$2')
  if (looseOptions.includes(name)) return { name, value }
  if (valueOptions.includes(name) && value !== '') {
    return { name, value: indexOptions.includes(name) ? proveIndexAddress(value, `${where}, \`${flag}\``) : value }
  }
  const problem = valueOptions.includes(name)
    ? `\`${flag}\` has no value`
    : `\`${flag || content}\` is not an option here`
  throw usageError('REQUIREMENTS_INVALID', `${where}: ${problem}`)
}

function valuesOf(options: readonly Option[], name: string): readonly string[] {
  return options.filter(option => option.name === name).map(({ value }) => value)
}
