/** The entry of the post step, and of the uploader. */
import { keepCompiledCode } from '../edge/compiled-code.js'

keepCompiledCode(process.env)
const { runPost } = await import('./post-process.js')
await runPost(import.meta.url)
