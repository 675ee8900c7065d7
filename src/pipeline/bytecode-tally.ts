/** Counts what the bytecode step did, for the report. */

import type { Timeline } from '../report/timeline.js'
import { countOf, formatBytes, formatCount } from '../report/units.js'
import { type BytecodeNote, type StoredFile, unpackedSize } from '../store/note.js'
import type { ModuleList } from './bytecode-modules.js'

export type Tally = {
  /** A set was made of so many sources, of which some had to be compiled. */
  make(sources: number, compiled: number): void
  /** Of a wheel, only these sources were wanted. */
  select(all: readonly StoredFile[], wanted: readonly StoredFile[], bytecode: BytecodeNote): void
  /** Says what there is to say: files reused, modules left out, and that no listed module was found. */
  tell(watch: Pick<Timeline, 'decide' | 'warn'>, modules: ModuleList | undefined): void
}

export function openTally(): Tally {
  const made = { sources: 0, reused: 0 }
  const selected = { all: 0, allBytes: 0, wanted: 0, wantedBytes: 0, bytecodeBytes: 0 }
  return {
    make(sources, compiled) {
      made.sources += sources
      made.reused += sources - compiled
    },
    select(all, wanted, bytecode) {
      selected.all += all.length
      selected.allBytes += unpackedSize({ files: all })
      selected.wanted += wanted.length
      selected.wantedBytes += unpackedSize({ files: wanted })
      selected.bytecodeBytes += unpackedSize(bytecode)
    },
    tell(watch, modules) {
      const parts = [...describeSelection(selected, modules), ...describeReuse(made)]
      if (parts.length > 0) {
        watch.decide(
          'compile',
          parts.map(({ choice }) => choice).join(', '),
          parts.map(({ reason }) => reason).join('; '),
        )
      }
      if (modules !== undefined && selected.all > 0 && selected.wanted === 0) {
        watch.warn(`no module that \`${modules.file}\` names is in any wheel: no bytecode is compiled`)
      }
    },
  }
}

type Part = { readonly choice: string; readonly reason: string }

function describeReuse({ sources, reused }: { readonly sources: number; readonly reused: number }): readonly Part[] {
  if (reused === 0) return []
  const choice = `${formatCount(reused)} of ${countOf(sources, 'file')} reused`
  return [{ choice, reason: 'the store has bytecode of the same sources' }]
}

type Selected = {
  readonly all: number
  readonly allBytes: number
  readonly wanted: number
  readonly wantedBytes: number
  readonly bytecodeBytes: number
}

/** What was never compiled has no size: it is taken to be as large, beside its source, as what was. */
function describeSelection(selected: Selected, modules: ModuleList | undefined): readonly Part[] {
  if (modules === undefined || selected.wantedBytes === 0) return []
  const { all, allBytes, wanted, wantedBytes, bytecodeBytes } = selected
  const leftOut = (bytecodeBytes / wantedBytes) * (allBytes - wantedBytes)
  const choice = `${formatCount(wanted)} of ${countOf(all, 'module')}`
  return [{ choice, reason: `\`${modules.file}\` lists them; about ${formatBytes(leftOut)} of bytecode left out` }]
}
