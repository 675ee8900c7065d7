import { describe, expect, test } from '@jest/globals'
import { runProcess, timeoutExitCode } from '../../src/process.js'

const env = { PATH: process.env.PATH }
const node = (
  script: string,
  options: { readonly input?: string; readonly timeoutMs?: number; readonly cwd?: string } = {},
) => runProcess(process.execPath, ['-e', script], { env, ...options })

describe('a child process', () => {
  test('gives its exit status and both outputs, text split anywhere', async () => {
    const script = `const text = Buffer.from('é'); process.stdout.write(text.subarray(0, 1), () => process.stdout.write(text.subarray(1)))
      process.stderr.write('wrong'); process.exitCode = 3`
    expect(await node(script)).toEqual({ exitCode: 3, stdout: 'é', stderr: 'wrong' })
  })

  test('is heard while it runs: whoever listens is given all of its output so far', async () => {
    const script = `process.stdout.write('one\\n'); process.stdin.once('data', () => process.stdout.write('two\\n')); process.stdin.resume()`
    const heard: string[] = []
    const { stdout } = await runProcess(process.execPath, ['-e', script], {
      env,
      input: 'x',
      onStdout: text => void heard.push(text),
    })
    expect(stdout).toBe('one\ntwo\n')
    expect(heard.at(-1)).toBe(stdout)
    expect(heard.every(text => stdout.startsWith(text))).toBe(true)
  })

  test('gets only the environment, the directory and the input that it is given', async () => {
    const script = `process.stdin.on('data', data => console.log(JSON.stringify([process.cwd(), Object.keys(process.env), String(data)])))`
    const { stdout } = await node(script, { cwd: '/', input: 'hello' })
    expect(JSON.parse(stdout)).toEqual(['/', ['PATH'], 'hello'])
  })

  test('sees no shell', async () => {
    const { stdout } = await runProcess(process.execPath, ['-p', 'process.argv[1]', '$HOME `id` ; *'], { env })
    expect(stdout).toBe('$HOME `id` ; *\n')
  })

  test('may end without reading its input', async () => {
    expect((await node('process.exit(0)', { input: 'x'.repeat(1 << 22) })).exitCode).toBe(0)
  })

  test('leaves time for other work when it has been started, and not when it cannot be', async () => {
    const order: string[] = []
    const onStart = () => void order.push('started')
    await runProcess(process.execPath, ['-e', ''], { env, onStart })
    await runProcess('/nowhere/program', [], { env, onStart }).catch(() => order.push('failed'))
    expect(order).toEqual(['started', 'failed'])
  })

  test('ended by a signal has 128 and its number', async () => {
    expect((await node(`process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 60000)`)).exitCode).toBe(143)
  })

  test('that runs too long is killed, also when its own child holds the output open', async () => {
    const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)'], { stdio: 'inherit' })
      setTimeout(() => {}, 60000)`
    expect((await node(script, { timeoutMs: 500 })).exitCode).toBe(timeoutExitCode)
  })

  test('that cannot be started is the system error', async () => {
    await expect(runProcess('/nowhere/tool', [], { env })).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
