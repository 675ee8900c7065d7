/** The entry of the main step. */
import { keepCompiledCode } from '../edge/compiled-code.js'

keepCompiledCode(process.env)
const { runMain } = await import('./main-process.js')
await runMain(import.meta.url)
