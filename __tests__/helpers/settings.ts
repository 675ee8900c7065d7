/** Settings of a run, complete by default. */
import { join } from 'node:path'
import type { Settings } from '../../src/settings.js'
import { makeIndex } from './plan.js'

/** Everything at its default, in one directory. */
export function makeSettings(directory: string, facts: Partial<Settings> = {}): Settings {
  return {
    mode: 'install',
    workingDirectory: directory,
    requirements: [],
    packages: [],
    constraints: [],
    extras: [],
    allExtras: false,
    groups: [],
    noGroups: [],
    noDev: false,
    noInstallProject: false,
    noDeps: false,
    upgrade: false,
    python: '',
    environment: { kind: 'venv', path: join(directory, '.venv') },
    breakSystemPackages: false,
    editables: [],
    exact: false,
    reinstall: false,
    onConflict: 'warn',
    compileBytecode: true,
    modulesFile: '',
    invalidationMode: 'timestamp',
    linkMode: 'auto',
    index: makeIndex(),
    cache: {
      backend: 'none',
      restore: true,
      save: true,
      suffix: '',
      revision: '',
      ref: '',
      readableRefs: [],
      mayRepack: true,
      reason: '',
    },
    store: join(directory, 'store'),
    storeMaxBytes: 20e9,
    storeIsTemporary: false,
    readyEnvironments: 'never',
    build: {
      sources: [],
      isolation: true,
      configSettings: [],
      outDirectory: '',
      reportFile: '',
      explain: false,
      chain: [],
      omitted: false,
    },
    provenance: { repository: '', ref: '', revision: '', event: '', run: '' },
    ...facts,
  }
}
