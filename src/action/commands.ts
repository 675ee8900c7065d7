/** What a step can tell its runner, and how our lines are kept from being read as such. */

/** The commands of the runner that the steps use. */
export type RunnerCommands = {
  setOutput(name: string, value: string): void
  saveState(name: string, value: string): void
  getState(name: string): string
  addPath(directory: string): void
  exportVariable(name: string, value: string): void
  setSecret(secret: string): void
  /** Makes an annotation. */
  warning(message: string): void
  /** Makes an annotation and fails the step. */
  setFailed(message: string): void
}

/**
 * Text that the runner cannot take for commands, whatever it quotes: it looks for `::name::` at the start of a line, after
 * white space of any kind, and for `##[name]` anywhere.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([\s\u0085]*)::/gm, '$1| ::').replaceAll('##[', '## [')
}
