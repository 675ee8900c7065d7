/** Passwords from the `keyring` command, as the provider "subprocess" of pip and uv asks for them. */
import { errnoOf } from '../errors.js'
import type { Environment, Host } from '../host.js'
import { runProcess } from '../process.js'
import type { Credentials } from './credentials.js'

export type Keyring = {
  /** What the keyring has for the first of the services that it knows; undefined when it has nothing. Each question is put once. */
  ask(services: readonly string[], username: string | undefined): Promise<Credentials | undefined>
}

export type KeyringOptions = {
  /** Told of every password before it is used. */
  readonly onSecret: (secret: string) => void
  /** Milliseconds that one question may take. */
  readonly timeoutMs?: number
}

/** The keyring, when UV_KEYRING_PROVIDER or PIP_KEYRING_PROVIDER is `subprocess`. */
export function createKeyring(host: Host, { onSecret, timeoutMs = 30_000 }: KeyringOptions): Keyring | undefined {
  if (!isWanted(host.env)) return undefined
  const answers = new Map<string, Promise<Credentials | undefined>>()
  let isMissing = false
  const run = async (args: readonly string[]): Promise<readonly string[]> => {
    if (isMissing) return []
    try {
      const { exitCode, stdout } = await runProcess('keyring', args, { env: host.env, timeoutMs })
      return exitCode === 0 ? stdout.split(/\r?\n/) : []
    } catch (error) {
      if (!isMissing) {
        host.log.warn(`the command \`keyring\` cannot be started (${errnoOf(error)}): its passwords are not used`)
      }
      isMissing = true
      return []
    }
  }
  const lookUp = async (
    services: readonly string[],
    username: string | undefined,
  ): Promise<Credentials | undefined> => {
    for (const service of services) {
      const found =
        username === undefined
          ? await run(['get', '--mode', 'creds', service])
          : [username, ...(await run(['get', service, username]))]
      const [name = '', password = ''] = found
      if (password === '') continue
      onSecret(password)
      return { username: name, password }
    }
    return undefined
  }
  return {
    ask: (services, username) => {
      const key = JSON.stringify([services, username])
      const answer = answers.get(key) ?? lookUp(services, username)
      answers.set(key, answer)
      return answer
    },
  }
}

function isWanted(env: Environment): boolean {
  return [env.UV_KEYRING_PROVIDER, env.PIP_KEYRING_PROVIDER].includes('subprocess')
}
