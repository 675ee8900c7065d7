/** Finds uv, which resolves: the one on PATH, else a pinned, hash-checked wheel of it from the index, kept in the store. */
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { UserError } from '../errors.js'
import type { Host } from '../host.js'
import type { LockedFile } from '../plan/lock.js'
import { runProcess } from '../process.js'
import { filesOf, type Store, wheelDirectory } from '../store/store.js'

const pinnedVersion = '0.13.8'
/** The first version that writes pylock.toml for every input we hand it. */
const oldestVersion = [0, 8] as const

type PinnedWheel = { readonly tag: string; readonly sha256: string }

/** By operating system and architecture. The Linux wheels are linked statically: they run on glibc and musl. */
const pinned: Readonly<Record<string, PinnedWheel>> = {
  'linux-x64': {
    tag: 'musllinux_1_1_x86_64',
    sha256: '29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a',
  },
  'linux-arm64': {
    tag: 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
    sha256: '0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d',
  },
  'darwin-x64': {
    tag: 'macosx_10_12_x86_64',
    sha256: 'b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1',
  },
  'darwin-arm64': {
    tag: 'macosx_11_0_arm64',
    sha256: '62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49',
  },
  'win32-x64': { tag: 'win_amd64', sha256: 'cfbc13020a64cdf2f116d2936824c38edbf41e5c07f1ea291baf02e31ebf3ed0' },
  'win32-arm64': { tag: 'win_arm64', sha256: 'b4184029b1b7c54409b9cd4372c73a36ef9c2d1d7cf3b0aca59c8b1932f041dc' },
}

export type UvServices = {
  readonly host: Host
  readonly store: Store
  /** The files that the index lists for a project. */
  listFiles(name: string): Promise<readonly { readonly filename: string; readonly url: string }[]>
  /** Brings a wheel into the store under its verified digest. */
  bringWheel(file: LockedFile): Promise<void>
}

/** The path of a uv to run. Throws UserError UV_UNAVAILABLE, or what fetching it throws. */
export async function provideUv(services: UvServices): Promise<string> {
  return (await findOnPath(services.host)) ?? (await fetchPinned(services))
}

async function findOnPath(host: Host): Promise<string | undefined> {
  const name = host.platform.os === 'win32' ? 'uv.exe' : 'uv'
  for (const directory of (host.env.PATH ?? '').split(delimiter).filter(part => part !== '')) {
    const candidate = join(directory, name)
    if ((await isExecutable(candidate)) && (await isRecent(candidate, host))) return candidate
  }
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function isRecent(uv: string, host: Host): Promise<boolean> {
  const { exitCode, stdout } = await runProcess(uv, ['--version'], { env: host.env, timeoutMs: 10_000 })
  const match = /^uv (\d+)\.(\d+)/.exec(stdout)
  if (exitCode !== 0 || match === null) return false
  const [major, minor] = [Number(match[1]), Number(match[2])]
  return major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1])
}

async function fetchPinned({ host, store, listFiles, bringWheel }: UvServices): Promise<string> {
  const wheel = pinned[`${host.platform.os}-${host.platform.arch}`]
  if (wheel === undefined) {
    throw new UserError('UV_UNAVAILABLE', `no uv is pinned for ${host.platform.os} on ${host.platform.arch}`, {
      hint: 'put uv on PATH',
    })
  }
  const executable = uvInStore(store, wheel.sha256, host)
  if (await isExecutable(executable)) return executable
  const filename = `uv-${pinnedVersion}-py3-none-${wheel.tag}.whl`
  const listed = (await listFiles('uv')).find(file => file.filename === filename)
  if (listed === undefined) {
    throw new UserError('UV_UNAVAILABLE', `the index does not list \`${filename}\``, { hint: 'put uv on PATH' })
  }
  const hashes = { sha256: wheel.sha256 }
  await bringWheel({ filename, url: listed.url, path: undefined, size: undefined, hashes })
  return executable
}

function uvInStore(store: Store, sha256: string, host: Host): string {
  const name = host.platform.os === 'win32' ? 'uv.exe' : 'uv'
  return join(filesOf(wheelDirectory(store, sha256)), `uv-${pinnedVersion}.data`, 'scripts', name)
}
