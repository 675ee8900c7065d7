import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CudaServices, describeGpus, describeToolkit } from '../../../src/build/cuda.js'
import { describeMachine } from '../../../src/build/fingerprint.js'
import type { Environment } from '../../../src/host.js'
import { makeInterpreter } from '../../helpers/plan.js'
import { recordingHost } from '../../helpers/recording-host.js'
import { openWorkshop, type Workshop } from './tool-fixture.js'

let shop: Workshop
beforeEach(async () => {
  shop = await openWorkshop()
})
afterEach(() => shop.remove())

const nvcc = (release: string) => `cat <<'END'
nvcc: NVIDIA (R) Cuda compiler driver
Copyright (c) 2005-2025 NVIDIA Corporation
Cuda compilation tools, release ${release}, V${release}.61
END`
const versions = (release: string) => JSON.stringify({ cuda: { name: 'CUDA SDK', version: `${release}.0` }, other: {} })
const defines = (texts: Readonly<Record<string, number>>) =>
  Object.entries(texts)
    .map(([name, value]) => `#define ${name} ${value}\n`)
    .join('')

/** Nothing of this machine is read. */
const services = async (env: Environment, directories: readonly string[] = []): Promise<CudaServices> => {
  const plain = await shop.services(directories, { env })
  return {
    ...plain,
    searchPath: plain.searchPath,
    readText: path =>
      path.startsWith(shop.root) ? readFile(path, 'utf8').catch(() => undefined) : Promise.resolve(undefined),
  }
}
const toolkit = async (
  env: Environment,
  directories?: readonly string[],
): Promise<Readonly<Record<string, string>>> => {
  const found = await describeToolkit(await services(env, directories))
  return Object.fromEntries(found.map(({ name, value }) => [name, value]))
}
const at = (directory: string) => join(shop.root, directory)
const makeToolkit = async (directory: string, release: string): Promise<void> => {
  await shop.script(`${directory}/bin/nvcc`, `PATH=/usr/bin:/bin\n${nvcc(release)}`)
  await shop.file(`${directory}/version.json`, versions(release))
}

;(process.platform === 'win32' ? describe.skip : describe)('the CUDA toolkit', () => {
  test('is that of CUDA_HOME, else of CUDA_PATH, else of nvcc on the path', async () => {
    await makeToolkit('home', '12.8')
    await makeToolkit('path', '12.6')
    await makeToolkit('found', '11.8')
    const [home, path] = [at('home'), at('path')]
    const found = ['found/bin']
    expect((await toolkit({ CUDA_HOME: home, CUDA_PATH: path }, found)).cuda).toMatch(
      /^12\.8\.0 \(version\.json sha256 /,
    )
    expect((await toolkit({ CUDA_HOME: '', CUDA_PATH: path }, found)).cuda).toMatch(/^12\.6\.0 /)
    expect((await toolkit({}, found)).cuda).toMatch(/^11\.8\.0 /)
  })

  test('is the same at another path, and another one with another release or compiler', async () => {
    await makeToolkit('a', '12.8')
    await makeToolkit('b', '12.8')
    await makeToolkit('c', '12.9')
    const [one, moved, newer] = await Promise.all(['a', 'b', 'c'].map(name => toolkit({ CUDA_HOME: at(name) })))
    expect(moved).toEqual(one)
    expect(newer?.cuda).not.toBe(one?.cuda)
    expect(newer?.['tool nvcc']).toMatch(/^Cuda compilation tools, release 12\.9, V12\.9\.61 \(sha256 /)
    await shop.script('b/bin/nvcc', `PATH=/usr/bin:/bin\n${nvcc('12.8')} # patched`)
    expect((await toolkit({ CUDA_HOME: at('b') }))['tool nvcc']).not.toBe(one?.['tool nvcc'])
  })

  test('is told by nvcc where it has no version.json, as one of a Linux distribution', async () => {
    await makeToolkit('usr', '11.8')
    await rm(at('usr/version.json'))
    expect((await toolkit({}, ['usr/bin'])).cuda).toBe('11.8')
  })

  test('is none where CUDA_HOME names nothing, although another one lies about', async () => {
    await shop.script('elsewhere/bin/cc', '')
    expect(await toolkit({ CUDA_HOME: at('missing') }, ['elsewhere/bin'])).toEqual({
      cuda: 'none',
      'tool nvcc': 'none',
    })
  })

  test('comes with the versions of cuDNN and NCCL, where their headers are', async () => {
    await makeToolkit('a', '12.8')
    await shop.file('a/include/cudnn_version.h', defines({ CUDNN_MAJOR: 9, CUDNN_MINOR: 10, CUDNN_PATCHLEVEL: 2 }))
    await shop.file('nccl/include/nccl.h', defines({ NCCL_MAJOR: 2, NCCL_MINOR: 27, NCCL_PATCH: 3 }))
    const env = { CUDA_HOME: at('a'), NCCL_HOME: at('nccl') }
    expect(await toolkit(env)).toMatchObject({ cudnn: '9.10.2', nccl: '2.27.3' })
    expect(Object.keys(await toolkit({ CUDA_HOME: at('a') }))).toEqual(['cuda', 'tool nvcc', 'cudnn'])
    await shop.file('cudnn/include/cudnn.h', defines({ CUDNN_MAJOR: 7, CUDNN_MINOR: 6, CUDNN_PATCHLEVEL: 5 }))
    expect((await toolkit({ ...env, CUDNN_HOME: at('cudnn') })).cudnn).toBe('7.6.5')
  })
})

;(process.platform === 'win32' ? describe.skip : describe)('the compute capability', () => {
  const gpus = async (body: string): Promise<string> => {
    await shop.script('bin/nvidia-smi', body)
    return (await describeGpus({ ...(await services({}, ['bin'])), timeoutMs: 1000 })).value
  }

  test('is a set, so that the number and order of cards do not count', async () => {
    expect(await gpus('echo 9.0; echo 8.6; echo 12.0; echo 8.6')).toBe('8.6 9.0 12.0')
    expect(await gpus('echo 12.0; echo 9.0; echo 8.6')).toBe('8.6 9.0 12.0')
  })

  test('is asked for and nothing else', async () => {
    expect(await gpus('test "$*" = "--query-gpu=compute_cap --format=csv,noheader" && echo 9.0')).toBe('9.0')
  })

  test.each(['exit 9', 'echo "No devices were found"', 'echo "[N/A]"', 'echo 9.0; exit 1'])(
    'is none after `%s`',
    async body => {
      expect(await gpus(body)).toBe('none')
    },
  )

  test('counts only for a build that detects it, with CUDA in its source and no list given', async () => {
    await shop.script('bin/nvidia-smi', 'echo 9.0')
    const named = async (env: Environment, facts: { readonly cuda?: boolean; readonly detectsGpu?: boolean }) => {
      const { cuda = true, detectsGpu = true } = facts
      const described = await describeMachine({
        interpreter: makeInterpreter(),
        host: recordingHost({ env: { CUDA_HOME: at('missing'), ...env } }).host,
        searchPath: at('bin'),
        signal: new AbortController().signal,
        needs: { rust: false, fortran: false, cuda },
        detectsGpu,
        readText: async () => undefined,
      })
      return described.find(({ name }) => name === 'compute capability')?.value
    }
    expect(await named({}, {})).toBe('9.0')
    expect(await named({ TORCH_CUDA_ARCH_LIST: '' }, {})).toBe('9.0')
    expect(await named({ TORCH_CUDA_ARCH_LIST: '8.0;9.0' }, {})).toBeUndefined()
    expect(await named({}, { detectsGpu: false })).toBeUndefined()
    expect(await named({}, { cuda: false })).toBeUndefined()
  })
})
