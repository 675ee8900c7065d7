/** The platform part of compatibility tags: manylinux (PEP 600), musllinux (PEP 656), macOS and Windows. */
import type { TagFacts } from './tag-facts.js'

type Version = readonly [number, number]

/** Platform tags of the interpreter's system, best first. */
export function platformTags(facts: TagFacts): string[] {
  const platform = facts.platform.replace(/[.\- ]/g, '_')
  if (facts.macos !== null) return macosTags(facts.macos.version, macosArchitecture(facts.macos.machine, facts))
  return platform.startsWith('linux_') ? linuxTags(platform.slice('linux_'.length), facts) : [platform]
}

function linuxTags(kernelArchitecture: string, facts: TagFacts): string[] {
  const architectures = linuxArchitectures(kernelArchitecture, facts.pointerBits)
  return [
    ...architectures.map(architecture => `linux_${architecture}`),
    ...manylinuxTags(architectures, facts),
    ...musllinuxTags(architectures, facts.elf?.musl ?? null),
  ]
}

/** A 32-bit interpreter on a 64-bit kernel; ARMv8 in 32 bits runs what is built for ARMv7. */
function linuxArchitectures(kernel: string, pointerBits: 32 | 64): string[] {
  const narrowed = pointerBits === 64 ? kernel : kernel.replace(/^x86_64$/, 'i686').replace(/^aarch64$/, 'armv8l')
  return narrowed === 'armv8l' ? ['armv8l', 'armv7l'] : [narrowed]
}

const legacyManylinux: Readonly<Record<string, string>> = {
  '2_17': 'manylinux2014',
  '2_12': 'manylinux2010',
  '2_5': 'manylinux1',
}

function manylinuxTags(architectures: readonly string[], facts: TagFacts): string[] {
  if (facts.glibc === null || !hasManylinuxAbi(architectures, facts.elf)) return []
  const isIntel = architectures.some(architecture => architecture === 'x86_64' || architecture === 'i686')
  const [major, newest] = facts.glibc
  return architectures.flatMap(architecture =>
    countDown(newest, isIntel ? 5 : 17).flatMap(minor => {
      const legacy = legacyManylinux[`${major}_${minor}`]
      const tag = `manylinux_${major}_${minor}_${architecture}`
      return legacy === undefined ? [tag] : [tag, `${legacy}_${architecture}`]
    }),
  )
}

const manylinuxArchitectures = ['x86_64', 'aarch64', 'ppc64', 'ppc64le', 's390x', 'loongarch64', 'riscv64']
const elfMachine = { x86: 3, arm: 40 } as const
/** ARM EABI 5 (mask ff000000) with hard float (400). */
const armHardFloat = { mask: 0xff000400, value: 0x05000400 } as const

function hasManylinuxAbi(architectures: readonly string[], elf: TagFacts['elf']): boolean {
  const isNarrow = elf !== null && elf.bits === 32 && elf.littleEndian
  if (architectures.includes('armv7l')) {
    return isNarrow && elf.machine === elfMachine.arm && (elf.flags & armHardFloat.mask) >>> 0 === armHardFloat.value
  }
  if (architectures.includes('i686')) return isNarrow && elf.machine === elfMachine.x86
  return architectures.some(architecture => manylinuxArchitectures.includes(architecture))
}

function musllinuxTags(architectures: readonly string[], musl: Version | null): string[] {
  if (musl === null) return []
  return architectures.flatMap(architecture =>
    countDown(musl[1], 0).map(minor => `musllinux_${musl[0]}_${minor}_${architecture}`),
  )
}

function macosArchitecture(machine: string, facts: TagFacts): string {
  if (facts.pointerBits === 64) return machine
  return machine.startsWith('ppc') ? 'ppc' : 'i386'
}

/** Before macOS 11 the minor number counts releases, from 11 on the major. */
function macosTags([major, minor]: Version, architecture: string): string[] {
  if (major < 11) return countDown(minor, 0).flatMap(older => macosFormats([10, older], architecture))
  const since11 = countDown(major, 11).flatMap(release => macosFormats([release, 0], architecture))
  const before11 = countDown(16, 4).flatMap(older =>
    // No ARM machine ran a macOS before 11, yet a universal binary may name the older one that its Intel half runs on.
    architecture === 'x86_64' ? macosFormats([10, older], architecture) : [`macosx_10_${older}_universal2`],
  )
  return [...since11, ...before11]
}

/** Names of the multi-architecture binaries that hold code for an architecture. */
const fatBinaries: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['intel', 'fat64', 'fat3', 'universal2', 'universal'],
  arm64: ['universal2'],
  i386: ['intel', 'fat3', 'fat', 'universal'],
  ppc64: ['fat64', 'universal'],
  ppc: ['fat3', 'fat', 'universal'],
}

/** First and last minor version of macOS 10 that ran an architecture; infinity: so does every macOS since. */
const macosSupport: Readonly<Record<string, readonly [number, number]>> = {
  x86_64: [4, Number.POSITIVE_INFINITY],
  i386: [4, Number.POSITIVE_INFINITY],
  ppc64: [4, 5],
  ppc: [0, 6],
}

function macosFormats([major, minor]: Version, architecture: string): string[] {
  const [first, last] = macosSupport[architecture] ?? [0, Number.POSITIVE_INFINITY]
  const release = major > 10 ? Number.POSITIVE_INFINITY : minor
  if (release < first || release > last) return []
  return [architecture, ...(fatBinaries[architecture] ?? [])].map(format => `macosx_${major}_${minor}_${format}`)
}

function countDown(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index)
}
