/** What a reader sees of a run: lines of text, and on a terminal the stages at work below them. */
import type { Log } from '../host.js'
import { redact } from '../redact.js'
import type { ProgressState } from '../report/progress.js'
import { advanceProgress, isComplete, noProgress, renderProgress, renderStageEnd } from '../report/progress.js'
import type { Stage, Timeline, TimelineEvent } from '../report/timeline.js'

export type ConsoleOptions = {
  write(text: string): void
  /** Width of the terminal; undefined where there is none: then plain lines and no control codes. */
  readonly columns: (() => number) | undefined
  readonly color: boolean
  readonly quiet: boolean
  readonly verbose: boolean
}

/** Owns the live display until it is closed. */
export type Console = {
  readonly log: Log
  /** Prints text whatever the mode. */
  print(text: string): void
  /** Follows a timeline: its stages and its warnings. */
  watch(timeline: Timeline): void
  /** Removes the live display. */
  close(): void
}

/** A console that hides the credentials of URLs in all that it prints. */
export function createConsole(options: ConsoleOptions): Console {
  const display = options.columns === undefined || options.quiet ? undefined : createDisplay(options)
  const print = (text: string) => {
    display?.clear()
    options.write(`${redact(text)}\n`)
  }
  const warn = (message: string) => print(`${paint('warning:', 'yellow', options.color)} ${message}`)
  return {
    print,
    log: {
      info: message => {
        if (!options.quiet) print(message)
      },
      warn,
      debug: message => {
        if (options.verbose) print(message)
      },
    },
    watch(timeline) {
      const printStage = options.quiet || display !== undefined ? () => undefined : stageLines(print)
      timeline.subscribe(event => {
        if (event.kind === 'warn') warn(event.wheel === undefined ? event.message : `${event.wheel}: ${event.message}`)
        display?.update(event)
        printStage(event)
      })
    },
    close: () => display?.close(),
  }
}

/** Text in a colour, or as it is. */
export function paint(text: string, color: 'red' | 'yellow' | 'cyan', enabled: boolean): string {
  const codes = { red: 31, yellow: 33, cyan: 36 }
  return enabled ? `\u001b[${codes[color]}m${text}\u001b[39m` : text
}

/** Prints a line when a stage is complete: once for a stage by wheels, whenever it pauses for another. */
function stageLines(print: (text: string) => void): (event: TimelineEvent) => void {
  let state: ProgressState = noProgress
  const printed = new Set<Stage>()
  return event => {
    state = advanceProgress(state, event)
    const progress = event.kind === 'end' ? state.get(event.span.stage) : undefined
    if (progress === undefined || !isComplete(progress) || printed.has(progress.stage)) return
    if (progress.wheels.size > 0) printed.add(progress.stage)
    print(renderStageEnd(progress))
  }
}

type Display = { update(event: TimelineEvent): void; clear(): void; close(): void }

const redrawMs = 80
/** Of a terminal that does not tell its width. */
const usualColumns = 80

/** The live display: redrawn at most every `redrawMs`, its lines erased before anything else is written. */
function createDisplay({ write, columns }: ConsoleOptions): Display {
  let state: ProgressState = noProgress
  let shown = 0
  let timer: NodeJS.Timeout | undefined
  const clear = () => {
    if (shown > 0) write(`\u001b[${shown}A\u001b[0J`)
    shown = 0
  }
  const draw = () => {
    timer = undefined
    const lines = renderProgress(state, (columns?.() || usualColumns) - 1)
    clear()
    if (lines.length > 0) write(`${lines.join('\n')}\n`)
    shown = lines.length
  }
  return {
    clear,
    update(event) {
      state = advanceProgress(state, event)
      timer ??= setTimeout(draw, redrawMs).unref()
    },
    close() {
      clearTimeout(timer)
      timer = undefined
      state = noProgress
      clear()
    },
  }
}
