// The file systems that the warm measurements are made on. Caches and environments of a run lie on the same one.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { machineOf } from './results.js'

const memoryRoot = '/dev/shm'
/** What the machine itself is left when files lie in its memory, in bytes. */
const spareMemory = 3e9

/** A fresh directory on each named file system: `tmpfs` is /dev/shm, any other name must be that of `work`. */
export function openPlaces(names, work) {
  return names.split(',').map(name => {
    const parent = name === 'tmpfs' ? memoryRoot : work
    const { fileSystem } = machineOf(parent)
    if (fileSystem !== name)
      throw new Error(`${parent} is on ${fileSystem}, not on ${name}: see --file-systems and --work`)
    return { name, root: mkdtempSync(join(parent, 'wheelcrew-warm-')) }
  })
}

export function closePlaces(places) {
  for (const { root } of places) {
    unmountAll(root)
    rmSync(root, { recursive: true })
  }
}

export function freeBytes({ name, root }) {
  const { bavail, bsize } = statfsSync(root)
  if (name !== 'tmpfs') return bavail * bsize
  const [, kilobytes] = /^MemAvailable: +(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? []
  return Math.min(bavail * bsize, Number(kilobytes) * 1024 - spareMemory)
}

/**
 * Frees what a finished run takes. Deleting many files slows the next runs on a disk, so there only the big ones go that are no links:
 * few files, and most of the bytes.
 */
export function discard({ name, root }, directory) {
  unmountAll(root)
  if (name === 'tmpfs') rmSync(directory, { recursive: true })
  else execFileSync('find', [directory, '-xdev', '-type', 'f', '-size', '+1024k', '-links', '1', '-delete'])
}

/** Images that runs have mounted stay mounted until then. */
export function unmountAll(directory) {
  for (const { path } of mounts().filter(mount => mount.path.startsWith(`${directory}/`))) {
    const command = ['umount', '--lazy', path]
    const [program, ...args] = process.getuid() === 0 ? command : ['sudo', '-n', ...command]
    execFileSync(program, args)
  }
}

/** What is mounted where, the last first. */
export function mounts() {
  const lines = readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n')
  return lines.reverse().map(line => {
    const [own, source] = line.split(' - ')
    return { path: own.split(' ')[4], type: source.split(' ')[0] }
  })
}
