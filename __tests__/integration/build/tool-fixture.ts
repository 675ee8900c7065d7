/** Programs made for a test, in directories that take the place of PATH. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openToolAnswers } from '../../../src/build/tool-answers.js'
import { describeTools, type Tool, type ToolServices } from '../../../src/build/tools.js'
import { recordingHost } from '../../helpers/recording-host.js'

export type Workshop = {
  readonly root: string
  /** Writes a shell script below the root, executable, and returns its path. */
  script(path: string, body: string): Promise<string>
  /** A script that says this of its version. */
  compiler(path: string, version: string): Promise<string>
  file(path: string, text: string): Promise<string>
  /** Services with these directories below the root as the search path, then the system's own for the scripts' sake. */
  services(directories: readonly string[], facts?: Partial<ToolServices>): Promise<ToolServices>
  remove(): Promise<void>
}

export async function openWorkshop(): Promise<Workshop> {
  const root = await mkdtemp(join(tmpdir(), 'tools-'))
  const file = async (path: string, text: string, mode = 0o644): Promise<string> => {
    const absolute = join(root, path)
    await mkdir(dirname(absolute), { recursive: true })
    await writeFile(absolute, text, { mode })
    return absolute
  }
  const script = (path: string, body: string) => file(path, `#!/bin/sh\n${body}\n`, 0o755)
  return {
    root,
    file: (path, text) => file(path, text),
    script,
    compiler: (path, version) => script(path, `echo '${version}'\n# a comment makes it another file`),
    services: async (directories, facts = {}) => ({
      os: 'linux',
      env: {},
      searchPath: directories.map(directory => join(root, directory)).join(':'),
      workingDirectory: root,
      answers: await openToolAnswers(undefined),
      signal: new AbortController().signal,
      ...facts,
    }),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

/** The value of the one ingredient of a tool; undefined where there is none. */
export async function toolValue(tool: Tool, services: ToolServices): Promise<string | undefined> {
  const [ingredient] = await describeTools([tool], services)
  return ingredient?.value
}

/** As a run does it: answers are read, used and kept. */
export async function valueWithAnswers(
  tool: Tool,
  services: ToolServices,
  directory: string,
): Promise<string | undefined> {
  const answers = await openToolAnswers(directory)
  const value = await toolValue(tool, { ...services, answers })
  await answers.save(recordingHost().host.log)
  return value
}
