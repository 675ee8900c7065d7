/** report.json: written by a run, read back by `wheelcrew report`. */
import { usageError } from '../errors.js'
import type { Report } from './report.js'
import { buildOutcomes, cacheOutcomes, environmentKinds, wheelSources } from './report.js'
import { stages } from './timeline.js'

/** The text of report.json: one JSON object, without what is sealed for other processes. */
export function formatReport(report: Report): string {
  return `${JSON.stringify({ ...report, save: undefined, upkeep: undefined }, undefined, 2)}\n`
}

/**
 * Reads report.json; `source` names it in messages.
 * Throws the usage error REPORT_INVALID when it is not JSON, of another format, or when a field that a rendering needs is
 * missing or of another type.
 */
export function parseReport(text: string, source: string): Report {
  const value = parseJson(text, source)
  if (!isRecord(value) || value.format !== 1) {
    const found = isRecord(value) ? JSON.stringify(value.format ?? null) : typeof value
    throw invalid(source, `expected \`format\` 1, found ${found}`)
  }
  const problem = findProblem(value, reportShape, '')
  if (problem !== undefined) throw invalid(source, problem)
  return value as unknown as Report
}

function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw invalid(source, 'it is not JSON')
  }
}

function invalid(source: string, problem: string) {
  const hint = 'give a file that `wheelcrew install --report FILE` of this version wrote'
  return usageError('REPORT_INVALID', `\`${source}\` is not a report of Wheelcrew: ${problem}`, hint)
}

type Shape =
  | 'string'
  | 'number'
  | 'string?'
  | 'number?'
  | readonly string[]
  | { readonly list: Shape; readonly isOptional?: true }
  | ShapeRecord
type ShapeRecord = { readonly fields: Readonly<Record<string, Shape>> }

const reportShape: Shape = {
  fields: {
    version: 'string',
    startedAt: 'string',
    durationMs: 'number',
    timeToReadyMs: 'number',
    environment: { fields: { kind: environmentKinds, path: 'string' } },
    removed: { list: { fields: { name: 'string', version: 'string', replacedBy: 'string?' } } },
    missing: { list: 'string' },
    built: {
      list: {
        fields: {
          name: 'string',
          version: 'string',
          path: 'string',
          how: buildOutcomes,
          seconds: 'number',
          reason: 'string',
        },
      },
      isOptional: true,
    },
    explanation: 'string?',
    linkMode: 'string',
    python: { fields: { version: 'string', path: 'string' } },
    runner: { fields: { os: 'string', arch: 'string', parallelism: 'number' } },
    cache: {
      fields: {
        backend: 'string',
        outcome: cacheOutcomes,
        primaryKey: 'string?',
        matchedKey: 'string?',
        reason: 'string',
      },
    },
    totals: { fields: { wheels: 'number', files: 'number', bytes: 'number', fetchedBytes: 'number' } },
    warnings: { list: 'string' },
    decisions: { list: { fields: { subject: 'string', choice: 'string', reason: 'string' } } },
    spans: { list: { fields: { stage: stages, wheel: 'string?', startMs: 'number', endMs: 'number' } } },
    stages: {
      list: {
        fields: {
          stage: stages,
          startMs: 'number',
          endMs: 'number',
          wallMs: 'number',
          busyMs: 'number',
          bytes: 'number?',
          files: 'number?',
          note: 'string?',
        },
      },
    },
    wheels: {
      list: {
        fields: {
          name: 'string',
          version: 'string',
          sizeBytes: 'number?',
          source: wheelSources,
          files: 'number',
          bytes: 'number',
          fetchMs: 'number?',
          unpackMs: 'number?',
          linkMs: 'number?',
          compileMs: 'number?',
          warnings: { list: 'string' },
        },
      },
    },
  },
}

/** The first place where a value differs from its shape, in words. */
function findProblem(value: unknown, shape: Shape, path: string): string | undefined {
  if (typeof shape === 'string') return findTypeProblem(value, shape, path)
  if ('fields' in shape) {
    if (!isRecord(value)) return `expected \`${path}\` to be an object`
    return firstProblem(Object.entries(shape.fields), ([name, inner]) =>
      findProblem(value[name], inner, path === '' ? name : `${path}.${name}`),
    )
  }
  if ('list' in shape) {
    if (value === undefined && shape.isOptional) return undefined
    if (!Array.isArray(value)) return `expected \`${path}\` to be a list`
    return firstProblem(value.entries(), ([index, item]) => findProblem(item, shape.list, `${path}.${index}`))
  }
  return typeof value === 'string' && shape.includes(value) ? undefined : `expected \`${path}\` to be a known word`
}

function findTypeProblem(value: unknown, type: string, path: string): string | undefined {
  const optional = type.endsWith('?')
  if (optional && value === undefined) return undefined
  const expected = optional ? type.slice(0, -1) : type
  return typeof value === expected ? undefined : `expected \`${path}\` to be a ${expected}`
}

function firstProblem<T>(items: Iterable<T>, check: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const problem = check(item)
    if (problem !== undefined) return problem
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
