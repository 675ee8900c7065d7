/** HTTP_PROXY, HTTPS_PROXY and NO_PROXY, which Node's `fetch` obeys only when it is told to. */
import * as http from 'node:http'
import type { Environment, Log } from '../host.js'

const names = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']

/** Sends what this process requests through the proxies of its environment; an old Node cannot, and the reader is told. */
export function obeyProxies(env: Environment, log: Log): void {
  const given = names.find(name => (env[name] ?? '') !== '')
  if (given === undefined) return
  if (hasProxySwitch(http)) http.setGlobalProxyFromEnv(definedOnly(env))
  else
    log.warn(`\`${given}\` is set, but Node ${process.versions.node} cannot use it: run this with Node 24.14 or newer`)
}

type ProxySwitch = { readonly setGlobalProxyFromEnv: (env: Record<string, string>) => unknown }

function hasProxySwitch(module: object): module is ProxySwitch {
  return 'setGlobalProxyFromEnv' in module
}

function definedOnly(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
