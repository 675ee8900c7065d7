/** What a step can tell its runner, and how our lines are kept from being read as such. */

/** The part of @actions/core that the steps use. */
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

/** Text whose lines the runner cannot take for commands (`::name::`, `##[name]`), whatever they quote. */
export function withoutCommands(text: string): string {
  return text.replace(/^([ \t]*)(::|##\[)/gm, '$1| $2')
}
