/** Node's HTTP costs start-up time that a run which needs no network does not pay. */
import type { Transport, TransportOptions } from './transport.js'

/** The transport of transport.ts, which is loaded at the first request. */
export function lazyTransport(options: TransportOptions): Transport {
  let loading: Promise<Transport> | undefined
  return async (url, sending) => {
    loading ??= import('./transport.js').then(({ createTransport }) => createTransport(options))
    return (await loading)(url, sending)
  }
}
