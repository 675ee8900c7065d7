// Moves one file to or from a cache service of version 2, over several connections, as fast as it can.
//
//   node bench/transfer.js save|fetch ADDRESS KEY FILE
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'

const connections = 8
const pieceSize = 8 << 20
const version = createHash('sha256').update('bench').digest('hex')
const agent = new Agent({ keepAlive: true, maxSockets: connections })

/** The command that saves `file` as the entry `key`, or fetches it to `file`. */
export function transferCommand(task, { address, key, file }) {
  return [process.execPath, fileURLToPath(import.meta.url), task, address, key, file]
}

async function saveEntry(address, key, file) {
  const handle = await open(file)
  const { size } = await handle.stat()
  const { signed_upload_url: url } = await call(address, 'CreateCacheEntry', { key, version })
  const pieces = cut(size).map((piece, index) => ({ ...piece, id: blockId(index) }))
  await eachAtOnce(pieces, async ({ start, end, id }) => {
    const { buffer } = await handle.read(Buffer.alloc(end - start), 0, end - start, start)
    await exchange(`${url}&comp=block&blockid=${encodeURIComponent(id)}`, { method: 'PUT', body: buffer })
  })
  const list = pieces.map(({ id }) => `<Latest>${id}</Latest>`).join('')
  await exchange(`${url}&comp=blocklist`, { method: 'PUT', body: Buffer.from(`<BlockList>${list}</BlockList>`) })
  await call(address, 'FinalizeCacheEntryUpload', { key, version, size_bytes: String(size) })
  await handle.close()
}

async function fetchEntry(address, key, file) {
  const { signed_download_url: url } = await call(address, 'GetCacheEntryDownloadURL', {
    key,
    version,
    restore_keys: [],
  })
  const handle = await open(file, 'w')
  const take = async ({ start, end }) => {
    let position = start
    const headers = await exchange(url, { headers: { range: `bytes=${start}-${end - 1}` } }, async chunk => {
      const at = position
      position += chunk.length
      await handle.write(chunk, 0, chunk.length, at)
    })
    return Number(headers['content-range'].split('/')[1])
  }
  const size = await take({ start: 0, end: 1 })
  await eachAtOnce(cut(size), take)
  await handle.close()
}

function cut(size) {
  const pieces = []
  for (let start = 0; start < size; start += pieceSize) pieces.push({ start, end: Math.min(start + pieceSize, size) })
  return pieces
}

function blockId(index) {
  return Buffer.from(String(index).padStart(8, '0')).toString('base64')
}

async function eachAtOnce(items, work) {
  const queue = items.values()
  const lane = async () => {
    for (const item of queue) await work(item)
  }
  await Promise.all(Array.from({ length: connections }, lane))
}

async function call(address, method, message) {
  const chunks = []
  const url = new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, address)
  const headers = { 'content-type': 'application/json', authorization: 'Bearer bench' }
  const body = Buffer.from(JSON.stringify(message))
  await exchange(url, { method: 'POST', headers, body }, async chunk => chunks.push(chunk))
  const reply = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  if (!reply.ok) throw new Error(`${method} of \`${message.key}\`: ${JSON.stringify(reply)}`)
  return reply
}

/** The headers of the answer, after `receive` got all of its body. */
async function exchange(url, { method = 'GET', headers = {}, body }, receive = async () => undefined) {
  const response = await new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': body.length }
    request(url, { method, agent, headers: { ...headers, ...length } }, resolve)
      .on('error', reject)
      .end(body)
  })
  for await (const chunk of response) await receive(chunk)
  if (response.statusCode >= 300) throw new Error(`${method} ${new URL(url).pathname}: ${response.statusCode}`)
  return response.headers
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [task, address, key, file] = process.argv.slice(2)
  await (task === 'save' ? saveEntry : fetchEntry)(address, key, file)
  agent.destroy()
}
