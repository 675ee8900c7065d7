// The locks of bench/revisions/: their wheels at each date, as files that a tool can install from.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fields = ['name', 'version', 'sha256', 'size', 'unpacked']

/** The dates of a history in order, each with all its wheels: {name, version, sha256, size, unpacked}. */
export function readHistory(root, set) {
  const { revisions } = JSON.parse(readFileSync(join(root, 'bench', 'revisions', `${set}.json`), 'utf8'))
  const held = new Map()
  return revisions.map(({ date, gone, added }) => {
    for (const name of gone) held.delete(name)
    for (const row of added) held.set(row[0], Object.fromEntries(fields.map((field, index) => [field, row[index]])))
    return { date, wheels: [...held.values()] }
  })
}

/** Pins with the hash of the one wheel that was chosen. */
export function writeLock(path, wheels) {
  writeFileSync(
    path,
    wheels.map(({ name, version, sha256 }) => `${name}==${version} --hash=sha256:${sha256}\n`).join(''),
  )
}

/** The wheel files of a directory: {filename, name, version}. */
export function readWheels(directory) {
  return readdirSync(directory)
    .filter(name => name.endsWith('.whl'))
    .map(filename => {
      const [name, version] = filename.split('-')
      return { filename, name: normalise(name), version }
    })
}

/** PEP 503. */
export function normalise(name) {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-')
}

/** The same history with one new wheel at a time; what leaves does so with the first of its date. */
export function oneAtATime(history) {
  const [first, ...others] = history
  let held = first.wheels
  const steps = others.flatMap(({ date, wheels }) => {
    held = held.filter(({ name }) => wheels.some(wheel => wheel.name === name))
    const added = wheels.filter(wheel => !held.some(({ sha256 }) => sha256 === wheel.sha256))
    return added.map(wheel => {
      held = [...held.filter(({ name }) => name !== wheel.name), wheel]
      return { date, wheels: held }
    })
  })
  return [first, ...steps]
}
