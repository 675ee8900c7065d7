import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Environment } from '../../../src/host.js'
import { type BytecodeSettings, bytecodeRefusal, chooseBytecode } from '../../../src/pipeline/bytecode-kind.js'
import type { Interpreter } from '../../../src/python/interpreter.js'
import { bytecodeName } from '../../../src/store/store.js'
import { makeInterpreter } from '../../helpers/plan.js'

const usual: BytecodeSettings = { compileBytecode: true, modulesFile: '', invalidationMode: 'timestamp' }

function setName(
  facts: Partial<Interpreter> = {},
  { env = {}, settings = {} }: { readonly env?: Environment; readonly settings?: Partial<BytecodeSettings> } = {},
): string | undefined {
  const choice = chooseBytecode(makeInterpreter(facts), { settings: { ...usual, ...settings }, env })
  return choice && bytecodeName(choice.kind)
}

describe('the name of a bytecode set', () => {
  test('is of cache tag, magic number, optimisation level and invalidation mode', () => {
    expect(setName()).toBe('cpython-311-a70d0d0a-o0-timestamp')
    const other = { cacheTag: 'cpython-312', magicNumber: 'cb0d0d0a' }
    expect(setName(other, { settings: { invalidationMode: 'checked-hash' } })).toBe(
      'cpython-312-cb0d0d0a-o0-checked-hash',
    )
  })

  test('tells free-threaded and debug builds apart, whose cache tag and magic number are the usual ones', () => {
    const facts = { cacheTag: 'cpython-313', magicNumber: 'f30d0d0a' }
    const names = ['cp313-cp313-linux_x86_64', 'cp313-cp313t-linux_x86_64', 'cp313-cp313td-linux_x86_64'].map(tag =>
      setName({ ...facts, tags: [tag, 'py3-none-any'] }),
    )
    expect(names).toEqual([
      'cpython-313-f30d0d0a-o0-timestamp',
      'cpython-313-f30d0d0a-o0-timestamp-t',
      'cpython-313-f30d0d0a-o0-timestamp-td',
    ])
  })

  test('of listed modules is not that of all', () => {
    const directory = mkdtempSync(join(tmpdir(), 'wheelcrew-kind-'))
    const modulesFile = join(directory, 'modules.txt')
    try {
      writeFileSync(modulesFile, 'numpy\n')
      const choice = chooseBytecode(makeInterpreter(), { settings: { ...usual, modulesFile }, env: {} })
      expect(choice && bytecodeName(choice.wholeKind)).toBe('cpython-311-a70d0d0a-o0-timestamp')
      expect(choice && bytecodeName(choice.kind)).toMatch(/^cpython-311-a70d0d0a-o0-timestamp-only-[0-9a-f]{16}$/)
      expect([...(choice?.modules?.names ?? [])]).toEqual(['numpy'])
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})

test.each([
  ['', 0],
  ['0', 0],
  ['1', 1],
  ['2', 2],
  [' 1', 1],
  ['yes', 1],
  ['-2', 1],
  ['3', 3],
])('PYTHONOPTIMIZE=%j is level %i, as Python reads it', (PYTHONOPTIMIZE, level) => {
  expect(setName({}, { env: { PYTHONOPTIMIZE } })).toBe(`cpython-311-a70d0d0a-o${level}-timestamp`)
})

describe('no bytecode is made', () => {
  test('where it is not wanted, and that is nothing to explain', () => {
    expect(setName({}, { settings: { compileBytecode: false } })).toBeUndefined()
    expect(bytecodeRefusal(makeInterpreter(), {})).toBeUndefined()
  })

  test('where PYTHONPYCACHEPREFIX makes Python look elsewhere', () => {
    const env = { PYTHONPYCACHEPREFIX: '/var/pycache' }
    expect(setName({}, { env })).toBeUndefined()
    expect(bytecodeRefusal(makeInterpreter(), env)).toMatch(/PYTHONPYCACHEPREFIX is set.*`\/var\/pycache`/)
  })

  test('for an interpreter without a cache tag', () => {
    const facts = { cacheTag: '', executable: '/opt/bare/python' }
    expect(setName(facts)).toBeUndefined()
    expect(bytecodeRefusal(makeInterpreter(facts), {})).toMatch(/`\/opt\/bare\/python`.*cache_tag/)
  })
})
