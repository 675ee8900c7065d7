import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** PEM files: see the README beside them. */
export const certificates = {
  authority: join(import.meta.dirname, 'certificates', 'authority.pem'),
  server: join(import.meta.dirname, 'certificates', 'server.pem'),
  client: join(import.meta.dirname, 'certificates', 'client.pem'),
} as const

/** Certificate and key of a server at `localhost` and `127.0.0.1`. */
export function serverIdentity(): { readonly cert: string; readonly key: string } {
  const pem = readFileSync(certificates.server, 'utf8')
  return { cert: pem, key: pem }
}
