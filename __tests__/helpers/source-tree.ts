/** Source trees with a build backend of their own, which needs nothing else. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type TreeFacts = {
  readonly version?: string
  /** Lines of its METADATA. */
  readonly metadata?: readonly string[]
  /** `build-system.requires`. */
  readonly requires?: readonly string[]
  /** What its backend does when it is imported. */
  readonly backend?: string
  /** Further tables of its pyproject.toml. */
  readonly tables?: string
}

/** Writes a source tree whose package of the same name has `VALUE = 1`; returns its directory, which is `name` below `parent`. */
export async function writeSourceTree(parent: string, name: string, facts: TreeFacts = {}): Promise<string> {
  const directory = join(parent, name)
  await mkdir(join(directory, 'src', name), { recursive: true })
  await writeFile(join(directory, 'src', name, '__init__.py'), 'VALUE = 1\ndef main(): print("ran")\n')
  await writeFile(
    join(directory, 'pyproject.toml'),
    `[build-system]\nrequires = ${JSON.stringify(facts.requires ?? [])}\nbuild-backend = "backend"\nbackend-path = ["."]\n${facts.tables ?? ''}`,
  )
  await writeFile(join(directory, 'backend.py'), backendText(name, facts))
  return directory
}

function backendText(name: string, { version = '1.0', metadata = [], backend = '' }: TreeFacts): string {
  const head = `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${metadata.map(line => `${line}\n`).join('')}`
  return `import os, sys, zipfile
${backend}
def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    print('building ${name}')
    filename, info = '${name}-${version}-py3-none-any.whl', '${name}-${version}.dist-info/'
    with zipfile.ZipFile(os.path.join(wheel_directory, filename), 'w') as wheel:
        wheel.writestr('__editable__.${name}.pth', os.path.join(os.getcwd(), 'src') + '\\n')
        wheel.writestr(info + 'METADATA', ${JSON.stringify(head)})
        wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
        wheel.writestr(info + 'entry_points.txt', '[console_scripts]\\n${name}-run = ${name}:main\\n')
        wheel.writestr(info + 'RECORD', '')
    return filename
`
}
