import { describe, expect, test } from '@jest/globals'
import { compiledSources, placeWheel, recordPrefix } from '../../../src/install/layout.js'
import type { PythonEnvironment } from '../../../src/python/environment.js'
import type { StoredFile, WheelNote } from '../../../src/store/note.js'

const environment: PythonEnvironment = {
  kind: 'venv',
  root: '/venv',
  stateDirectory: '/venv',
  python: '/venv/bin/python',
  schemes: {
    purelib: '/venv/lib/python3.11/site-packages',
    platlib: '/venv/lib/python3.11/site-packages',
    headers: '/venv/include/site/python3.11',
    scripts: '/venv/bin',
    data: '/venv',
  },
}

const file = (path: string): StoredFile => ({ path, size: 1, sha256: 'a'.repeat(64), executable: false })
const note = (...paths: string[]): WheelNote => ({
  sha256: 'b'.repeat(64),
  filename: 'demo-1.0-py3-none-any.whl',
  size: 1,
  name: 'demo',
  version: '1.0',
  distInfo: 'demo-1.0.dist-info',
  rootIsPurelib: true,
  requires: [],
  files: paths.map(file),
})

describe('placeWheel', () => {
  test('places each scheme under its directory and records it relative to the library', () => {
    const places = placeWheel(
      note('demo/a.py', 'demo-1.0.data/data/share/x', 'demo-1.0.data/headers/demo.h', 'demo-1.0.data/scripts/run'),
      environment,
      [],
    )
    expect(places.linked.map(({ destination, recordPath }) => [destination, recordPath])).toEqual([
      ['/venv/lib/python3.11/site-packages/demo/a.py', 'demo/a.py'],
      ['/venv/share/x', '../../../share/x'],
      ['/venv/include/site/python3.11/demo/demo.h', '../../../include/site/python3.11/demo/demo.h'],
    ])
    expect(places.scripts.map(({ recordPath }) => recordPath)).toEqual(['../../../bin/run'])
  })

  test('takes a backslash for a separator in paths of Windows only', () => {
    const place = (root: string, python: string) => {
      const schemes = { purelib: root, platlib: root, headers: root, scripts: root, data: root }
      return placeWheel(note('demo/a.py'), { ...environment, schemes, python }, []).linked[0]?.destination
    }
    expect(place('/a\\b', '/a\\b/bin/python')).toBe('/a\\b/demo/a.py')
    expect(place('C:\\b', 'C:\\b\\Scripts\\python.exe')).toBe('C:\\b\\demo\\a.py')
  })

  test('puts the dist-info last and leaves out what the installer writes itself', () => {
    const places = placeWheel(
      note('demo-1.0.dist-info/METADATA', 'demo-1.0.dist-info/RECORD', 'demo-1.0.dist-info/INSTALLER', 'demo/z.py'),
      environment,
      [],
    )
    expect(places.linked.map(({ recordPath }) => recordPath)).toEqual(['demo/z.py', 'demo-1.0.dist-info/METADATA'])
  })

  test('leaves out shipped bytecode whose source is shipped too', () => {
    const places = placeWheel(
      note(
        'a.py',
        '__pycache__/a.cpython-311.pyc',
        '__pycache__/b.cpython-311.pyc',
        '__pycache__/a.cpython-39.opt-1.pyc',
      ),
      environment,
      [],
    )
    expect(places.linked.map(({ recordPath }) => recordPath)).toEqual(['a.py', '__pycache__/b.cpython-311.pyc'])
  })

  test('leaves out a wrapper script that an entry point replaces', () => {
    const entryPoint = { name: 'run', module: 'demo', attribute: 'main', gui: false }
    const places = placeWheel(note('demo-1.0.data/scripts/run', 'demo-1.0.data/scripts/other'), environment, [
      entryPoint,
    ])
    expect(places.scripts.map(({ recordPath }) => recordPath)).toEqual(['../../../bin/other'])
  })
})

describe('compiledSources', () => {
  test('names every source but those of the scripts scheme', () => {
    const sources = compiledSources(note('a.py', 'b.txt', 'demo-1.0.data/scripts/c.py', 'demo-1.0.data/data/d.py'))
    expect(sources.map(({ path }) => path)).toEqual(['a.py', 'demo-1.0.data/data/d.py'])
  })
})

describe('recordPrefix', () => {
  test.each([
    ['/v/lib/site', '/v/lib/site', ''],
    ['/v/lib/site', '/v/bin', '../../bin/'],
    ['C:\\v\\Lib\\site-packages', 'C:\\v\\Scripts', '../../Scripts/'],
  ])('leads from %s to %s by %p', (from, to, prefix) => {
    expect(recordPrefix(from, to)).toBe(prefix)
  })
})
