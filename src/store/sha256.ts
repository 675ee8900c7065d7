import { hash } from 'node:crypto'

/** Lower-case hex. Apart from what worker threads load: node:crypto takes each of them as long as all else together. */
export function sha256Of(bytes: Buffer): string {
  return hash('sha256', bytes, 'hex')
}
