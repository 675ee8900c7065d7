// The cache service of the server measurements, in a process of its own.
//
//   node bench/cache-server.js DIRECTORY BYTES_PER_SECOND
//
// Blobs lie in DIRECTORY. The limit holds for all connections together. Prints its address; ends when its stdin does.
import { startFakeActionsCache } from '../__tests__/helpers/fake-actions-cache.ts'

const [directory, throttle] = process.argv.slice(2)
const service = await startFakeActionsCache({ directory, throttle: Number(throttle) })
process.stdin.on('end', () => void service.close()).resume()
console.log(service.address)
