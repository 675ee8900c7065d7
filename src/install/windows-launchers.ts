/** The launcher executables of Windows scripts, taken from the pip that the base interpreter bundles. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.js'
import { entryDataOffset, inflateEntry, readEntries } from '../wheel/zip.js'
import { type OpenArchive, openArchive } from './archive.js'
import { launcherName, type WindowsLaunchers } from './scripts.js'

/**
 * Reads the console (`t`) and gui (`w`) launcher out of `ensurepip`'s pip wheel below `standardLibrary`.
 * Throws UserError LAUNCHER_NOT_FOUND.
 */
export async function readWindowsLaunchers(standardLibrary: string, arch: string): Promise<WindowsLaunchers> {
  const directory = join(standardLibrary, 'ensurepip', '_bundled')
  const names = await readdir(directory).catch(() => [])
  const wheel = names.find(name => /^pip-.*\.whl$/.test(name))
  if (wheel === undefined) throw launcherNotFound(directory)
  const archive = openArchive(join(directory, wheel))
  try {
    const read = (gui: boolean) => readLauncher(archive, launcherName({ gui, arch }), wheel)
    return { console: read(false), gui: read(true) }
  } finally {
    archive.close()
  }
}

function readLauncher(archive: OpenArchive, name: string, wheel: string): Buffer {
  const entry = readEntries(archive, wheel).find(({ path }) => path === `pip/_vendor/distlib/${name}`)
  if (entry === undefined) throw launcherNotFound(`${wheel}: ${name}`)
  return inflateEntry(entry, archive.read(entryDataOffset(archive, entry, wheel), entry.compressedSize), wheel)
}

function launcherNotFound(where: string): UserError {
  return new UserError('LAUNCHER_NOT_FOUND', `no launcher for scripts was found in \`${where}\``, {
    hint: 'use a Python that includes ensurepip, such as that of setup-python or uv',
  })
}
