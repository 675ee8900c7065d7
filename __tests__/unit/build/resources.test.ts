import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { BackendExit } from '../../../src/build/backend-process.js'
import {
  jobVariables,
  memoryHint,
  planJobs,
  readMemory,
  readOomKills,
  requireSpace,
} from '../../../src/build/resources.js'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wheelcrew-resources-'))
})

afterEach(() => rm(root, { recursive: true, force: true }))

async function machine(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return root
}

describe('the jobs of a build', () => {
  test.each([
    [{ cores: 8, memoryBytes: 64e9, needsCuda: false }, 8],
    [{ cores: 8, memoryBytes: 7e9, needsCuda: false }, 3],
    [{ cores: 64, memoryBytes: 64e9, needsCuda: true }, 8],
    [{ cores: 2, memoryBytes: 1e9, needsCuda: true }, 1],
    [{ cores: 4, memoryBytes: 0, needsCuda: false }, 1],
  ])('are as many as cores and memory allow: %j', (facts, jobs) => {
    expect(planJobs(facts)).toBe(jobs)
  })

  test('are told to every tool that the user has told nothing', () => {
    const names = { MAX_JOBS: '4', CMAKE_BUILD_PARALLEL_LEVEL: '4', CARGO_BUILD_JOBS: '4', NPY_NUM_BUILD_JOBS: '4' }
    expect(jobVariables({}, 4)).toEqual(names)
    expect(jobVariables({ MAX_JOBS: '' }, 4)).toEqual(names)
    const { CARGO_BUILD_JOBS: _, ...others } = names
    expect(jobVariables({ CARGO_BUILD_JOBS: '16' }, 4)).toEqual(others)
  })

  test.each([
    ['2', '2'],
    ['16', '4'],
    ['many', '4'],
    ['0', '4'],
  ])('are no more than the user allows with MAX_JOBS=%s', (wished, told) => {
    expect(jobVariables({ MAX_JOBS: wished }, 4)).toEqual({
      ...{ CMAKE_BUILD_PARALLEL_LEVEL: told, CARGO_BUILD_JOBS: told, NPY_NUM_BUILD_JOBS: told },
    })
  })
})

describe('the memory of a machine', () => {
  const meminfo = { 'proc/meminfo': 'MemTotal:  32000000 kB\nMemFree:  100 kB\nMemAvailable:   16000000 kB\n' }

  test('is what the system has available', async () => {
    expect(await readMemory(await machine(meminfo))).toBe(16000000 * 1024)
  })

  test('is that of the narrowest control group above this process, version 2', async () => {
    const files = {
      ...meminfo,
      'proc/self/cgroup': '0::/pod/job\n',
      'sys/fs/cgroup/pod/job/memory.max': 'max\n',
      'sys/fs/cgroup/pod/job/memory.current': '1000\n',
      'sys/fs/cgroup/pod/memory.max': '4000000000\n',
      'sys/fs/cgroup/pod/memory.current': '3000000000\n',
      'sys/fs/cgroup/pod/memory.stat': 'anon 5\ninactive_file 500000000\nactive_file 7\n',
    }
    expect(await readMemory(await machine(files))).toBe(1_500_000_000)
  })

  test('is that of a container, whose own group is the top', async () => {
    const files = {
      ...meminfo,
      'proc/self/cgroup': '0::/../../x\n',
      'sys/fs/cgroup/memory.max': '2000000000\n',
      'sys/fs/cgroup/memory.current': '500000000\n',
    }
    expect(await readMemory(await machine(files))).toBe(1_500_000_000)
  })

  test('is that of a control group of version 1', async () => {
    const files = {
      ...meminfo,
      'proc/self/cgroup': '12:cpu,cpuacct:/a\n5:memory:/docker/a\n0::/\n',
      'sys/fs/cgroup/memory/docker/a/memory.limit_in_bytes': '3000000000\n',
      'sys/fs/cgroup/memory/docker/a/memory.usage_in_bytes': '1000000000\n',
      'sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
      'sys/fs/cgroup/memory/memory.usage_in_bytes': '1\n',
    }
    expect(await readMemory(await machine(files))).toBe(2_000_000_000)
  })

  test('is some of what there is on a system that says nothing', async () => {
    expect(await readMemory(root)).toBeGreaterThan(100e6)
  })
})

describe('processes that the kernel killed', () => {
  test('are counted of the own control group, in either version', async () => {
    const two = { 'proc/self/cgroup': '0::/job\n', 'sys/fs/cgroup/job/memory.events': 'low 0\noom 3\noom_kill 2\n' }
    expect(await readOomKills(await machine(two))).toBe(2)
    const one = {
      'proc/self/cgroup': '4:memory:/job\n',
      'sys/fs/cgroup/memory/job/memory.oom_control': 'oom_kill_disable 0\nunder_oom 0\noom_kill 5\n',
    }
    expect(await readOomKills(await machine(one))).toBe(5)
  })

  test('are none where nobody counts', async () => {
    expect(await readOomKills(root)).toBe(0)
  })
})

describe('space on the disk', () => {
  test('is enough, also for a directory that is not there yet', async () => {
    await requireSpace(join(root, 'not', 'there'), 1)
  })

  test('is short: both sizes and the place are named', async () => {
    await expect(requireSpace(root, 2 ** 60)).rejects.toMatchObject({
      code: 'DISK_SPACE_SHORT',
      exitCode: 1,
      message: expect.stringMatching(
        /^a build needs 1152921504\.6 GB of free space, and `.*wheelcrew-resources-.*` has \d+\.\d GB$/,
      ),
    })
  })
})

describe('a build that ran out of memory', () => {
  const failed: BackendExit = { succeeded: false, how: 'ended with exit code 1', code: 1, signal: null }

  test.each([
    'g++: fatal error: Killed signal terminated program cc1plus',
    "nvcc error   : 'cicc' died due to signal 9 (Kill signal)",
    'make: *** [Makefile:2: x.o] Killed\nmore',
    '/bin/sh: line 1: 12 Killed                  nvcc -c x.cu',
    'ninja: build stopped\nKilled\n',
    "process didn't exit successfully: `rustc` (signal: 9, SIGKILL: kill)",
    "error: command '/usr/bin/g++' failed with exit code 137",
    'clang: error: unable to execute command: Killed',
    'virtual memory exhausted: Cannot allocate memory',
    "terminate called after throwing an instance of 'std::bad_alloc'",
  ])('is recognised by what its tools write: %s', output => {
    expect(memoryHint(output, failed)).toMatch(/^it (was killed for want|ran out) of memory$/)
  })

  test('is recognised by the end of the hook, or by the count of the kernel', () => {
    const likely = 'it was killed, most likely for want of memory, with'
    expect(memoryHint('', { ...failed, code: null, signal: 'SIGKILL' }, { jobs: '8' })).toBe(`${likely} 8 jobs at once`)
    expect(memoryHint('', { ...failed, code: 137 }, { jobs: '1' })).toBe(`${likely} 1 job at once`)
    expect(memoryHint('', failed, { oomKills: 1 })).toBe('it was killed for want of memory')
  })

  test.each(['error: expected ; before }', 'Skilled workers', 'test was Killed by the user', 'x.o:137: error', ''])(
    'is not seen in %j',
    output => {
      expect(memoryHint(output, failed)).toBeUndefined()
    },
  )
})
