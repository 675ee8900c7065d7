/** Real repositories of a test. */
import { join } from 'node:path'
import { runProcess } from '../../../src/process.js'
import { scrubbedEnvironment } from '../../helpers/tools.js'
import { writeTree } from './build-fixture.js'

/** No setting of the machine's user, and names that every commit of a test needs. */
export const gitEnvironment = {
  ...Object.fromEntries(Object.entries(scrubbedEnvironment()).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

/** Runs git to its success and gives its output without the last newline. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const options = ['-c', 'protocol.file.allow=always', '-c', 'init.defaultBranch=main']
  const { exitCode, stdout, stderr } = await runProcess('git', [...options, ...args], { cwd, env: gitEnvironment })
  if (exitCode !== 0) throw new Error(`\`git ${args.join(' ')}\` failed: ${stdout}${stderr}`)
  return stdout.replace(/\n$/, '')
}

/** Writes files and commits all that is there. */
export async function commit(directory: string, files: Readonly<Record<string, string>>): Promise<string> {
  await writeTree(directory, files)
  await git(directory, 'add', '--all')
  await git(directory, 'commit', '--quiet', '--message', 'change')
  return git(directory, 'rev-parse', 'HEAD')
}

/** A repository with one commit. */
export async function makeRepository(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  await git(parent, 'init', '--quiet', name)
  await commit(join(parent, name), files)
  return join(parent, name)
}
