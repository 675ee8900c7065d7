import { resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { givenByInputs, givenByVariables } from '../../../src/edge/given.js'
import { makeSettings } from '../../../src/edge/settings.js'
import type { Environment } from '../../../src/host.js'

function make(env: Environment, event?: unknown) {
  return makeSettings(givenByVariables(env), {
    env,
    homeDirectory: '/home/me',
    workingDirectory: resolve('/work'),
    event,
  })
}

describe('settings', () => {
  test('have the documented defaults', () => {
    expect(make({})).toEqual({
      index: expect.any(Object),
      workingDirectory: resolve('/work'),
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
      environment: { kind: 'venv', path: resolve('/work/.venv') },
      mode: 'install',
      breakSystemPackages: false,
      editables: [],
      exact: false,
      reinstall: false,
      onConflict: 'warn',
      compileBytecode: true,
      modulesFile: '',
      invalidationMode: 'timestamp',
      linkMode: 'auto',
      cache: {
        backend: 'auto',
        restore: true,
        save: true,
        suffix: '',
        revision: '',
        ref: '',
        readableRefs: [],
        mayRepack: true,
        reason: expect.any(String),
      },
      store: '',
      storeMaxBytes: 20e9,
      storeIsTemporary: false,
      readyEnvironments: 'use',
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
    })
  })

  test('take the store for gone after the job on a runner that GitHub hosts, and with a budget of nothing', () => {
    const isTemporary = (env: Environment) => make(env).storeIsTemporary
    expect(isTemporary({ RUNNER_ENVIRONMENT: 'github-hosted' })).toBe(true)
    expect(isTemporary({ RUNNER_ENVIRONMENT: 'self-hosted' })).toBe(false)
    expect(isTemporary({ WHEELCREW_STORE_MAX_SIZE: '0' })).toBe(true)
    expect(isTemporary({ WHEELCREW_STORE_MAX_SIZE: '1' })).toBe(false)
  })

  test('of builds: paths of the home directory, also after `-e`, and settings of a backend as `KEY=VALUE`', () => {
    const { build } = make({
      WHEELCREW_BUILD: '~/a\n-e ~/b[x]\n--editable=~/c\ngit+https://git.example/~/d',
      WHEELCREW_NO_BUILD_ISOLATION: '1',
      WHEELCREW_CONFIG_SETTINGS: 'a=b=c\nempty=',
    })
    expect(build.sources).toEqual([
      ...['/home/me/a', '-e /home/me/b[x]', '--editable=/home/me/c', 'git+https://git.example/~/d'],
    ])
    expect(build).toMatchObject({ isolation: false, configSettings: ['a=b=c', 'empty='] })
    expect(() => make({ WHEELCREW_CONFIG_SETTINGS: 'a' })).toThrow(expect.objectContaining({ code: 'OPTION_INVALID' }))
  })

  test('say who makes what is saved: of a pull request its head, not the merge commit', () => {
    const job = { GITHUB_REPOSITORY: 'o/r', GITHUB_REF: 'refs/pull/1/merge', GITHUB_SHA: 'merged' }
    const env = { ...job, GITHUB_EVENT_NAME: 'pull_request', GITHUB_RUN_ID: '7' }
    const event = { pull_request: { head: { sha: 'head' } } }
    expect(make(env, event).provenance).toEqual({
      ...{ repository: 'o/r', ref: 'refs/pull/1/merge', revision: 'head', event: 'pull_request', run: '7' },
    })
  })

  test('of the command `build` have nothing to install, whatever variables say', () => {
    const facts = { env: {}, homeDirectory: '/home/me', workingDirectory: resolve('/work'), event: undefined }
    const given = givenByVariables({ WHEELCREW_REQUIREMENTS: 'a.txt', WHEELCREW_PACKAGES: 'six', WHEELCREW_BUILD: '.' })
    expect(makeSettings(given, { ...facts, command: 'build' })).toMatchObject({
      ...{ mode: 'build', requirements: [], packages: [], build: { sources: ['.'] } },
    })
    expect(makeSettings(given, { ...facts, command: 'install' })).toMatchObject({ requirements: ['a.txt'] })
  })

  test('read sizes in powers of 1000 and refuse what is none', () => {
    const sizes = ['512', '500MB', '1.5 g', '2TB'].map(text => make({ WHEELCREW_STORE_MAX_SIZE: text }).storeMaxBytes)
    expect(sizes).toEqual([512, 500e6, 1.5e9, 2e12])
    for (const text of ['much', '1PB', '-1GB', '1e3', '20GiB']) {
      expect(() => make({ WHEELCREW_STORE_MAX_SIZE: text })).toThrow(
        expect.objectContaining({ code: 'OPTION_INVALID', exitCode: 2, message: expect.stringContaining(text) }),
      )
    }
  })

  test('have a store that is gone after the job on a runner that GitHub hosts, and where it may keep nothing', () => {
    const isTemporary = (env: Readonly<Record<string, string>>) => make(env).storeIsTemporary
    expect(isTemporary({ RUNNER_ENVIRONMENT: 'github-hosted' })).toBe(true)
    expect(isTemporary({ RUNNER_ENVIRONMENT: 'self-hosted' })).toBe(false)
    expect(isTemporary({})).toBe(false)
    expect(isTemporary({ WHEELCREW_STORE_MAX_SIZE: '0' })).toBe(true)
    expect(isTemporary({ WHEELCREW_STORE_MAX_SIZE: '1k' })).toBe(false)
  })

  test('take a file that names modules for bytecode of these alone', () => {
    expect(make({ WHEELCREW_COMPILE_BYTECODE: 'modules.txt' })).toMatchObject({
      compileBytecode: true,
      modulesFile: resolve('/work/modules.txt'),
    })
    expect(make({ WHEELCREW_COMPILE_BYTECODE: 'no.txt' }).compileBytecode).toBe(true)
    expect(make({ WHEELCREW_COMPILE_BYTECODE: '0' })).toMatchObject({ compileBytecode: false, modulesFile: '' })
  })

  test('keep ready environments by themselves in jobs of self-hosted runners alone', () => {
    const settingOf = (env: Readonly<Record<string, string>>) => make(env).readyEnvironments
    expect(settingOf({ RUNNER_ENVIRONMENT: 'self-hosted' })).toBe('keep')
    expect(settingOf({ RUNNER_ENVIRONMENT: 'github-hosted' })).toBe('use')
    expect(settingOf({ WHEELCREW_READY_ENVIRONMENTS: 'true' })).toBe('keep')
    expect(settingOf({ RUNNER_ENVIRONMENT: 'self-hosted', WHEELCREW_READY_ENVIRONMENTS: 'false' })).toBe('never')
  })

  test('make paths absolute from the working directory and expand the home directory', () => {
    const settings = make({
      WHEELCREW_WORKING_DIRECTORY: 'app',
      WHEELCREW_VENV_PATH: 'env',
      WHEELCREW_STORE: '~/store',
      WHEELCREW_FIND_LINKS: 'wheels',
    })
    expect(settings).toMatchObject({
      workingDirectory: resolve('/work/app'),
      environment: { kind: 'venv', path: resolve('/work/app/env') },
      store: resolve('/home/me/store'),
    })
    expect(settings.index.findLinks).toEqual([resolve('/work/app/wheels')])
  })

  test('key the cache by the head of a pull request rather than by its merge commit', () => {
    const env = { GITHUB_SHA: 'merge' }
    const event = { pull_request: { head: { sha: 'head' } } }
    expect(make(env, event).cache.revision).toBe('head')
    expect(make(env, { ref: 'main' }).cache.revision).toBe('merge')
    expect(make({ ...env, WHEELCREW_CACHE_REVISION: 'mine' }, event).cache.revision).toBe('mine')
  })

  test('name the refs whose entries a job may read', () => {
    const env = { GITHUB_REF: 'refs/pull/7/merge', GITHUB_BASE_REF: 'release' }
    expect(make(env, { repository: { default_branch: 'main' } }).cache).toMatchObject({
      ref: 'refs/pull/7/merge',
      readableRefs: ['refs/heads/release', 'refs/heads/main'],
    })
  })

  test('only read the cache where the event is not trusted, and say why', () => {
    const settings = make({ GITHUB_EVENT_NAME: 'pull_request_target' })
    expect(settings.cache).toMatchObject({ restore: true, save: false })
    expect(settings.cache.reason).toContain('pull_request_target')
  })

  test('turn the cache off by flag', () => {
    expect(make({ WHEELCREW_ENABLE_CACHE: 'false' }).cache).toMatchObject({ restore: false, save: false })
    expect(make({ WHEELCREW_SAVE_CACHE: 'false' }).cache).toMatchObject({ restore: true, save: false })
  })

  test('let the mode that the runner grants win', () => {
    const env = { WHEELCREW_ENABLE_CACHE: 'true', ACTIONS_CACHE_MODE: 'read' }
    expect(make(env).cache).toMatchObject({ restore: true, save: false })
  })

  test('name one place to install into', () => {
    expect(make({ WHEELCREW_TARGET: 'lib' }).environment).toEqual({ kind: 'target', path: resolve('/work/lib') })
    expect(make({ WHEELCREW_SYSTEM: 'true' }).environment).toEqual({ kind: 'system' })
    expect(make({ WHEELCREW_SYSTEM: 'false', WHEELCREW_VENV_PATH: 'x' }).environment).toMatchObject({ kind: 'venv' })
    expect(() => make({ WHEELCREW_SYSTEM: 'true', WHEELCREW_TARGET: 'lib' })).toThrow(
      expect.objectContaining({
        code: 'OPTIONS_NOT_COMBINABLE',
        message: expect.stringContaining('`WHEELCREW_TARGET`'),
      }),
    )
  })

  test('let the default branch alone pack again what branches share', () => {
    const event = { repository: { default_branch: 'main' } }
    const mayRepack = (GITHUB_REF: string) => make({ GITHUB_REF }, event).cache.mayRepack
    expect(['', 'refs/heads/main', 'refs/heads/topic', 'refs/pull/7/merge'].map(mayRepack)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('take what to do from the command, or from the input where there is no command line', () => {
    const facts = { env: {}, homeDirectory: '/home/me', workingDirectory: resolve('/work'), event: undefined }
    const by = (command: string) => makeSettings(new Map(), { ...facts, command })
    expect(
      ['install', 'sync', 'restore', 'warm', 'save'].map(command => [by(command).mode, by(command).exact]),
    ).toEqual([
      ['install', false],
      ['install', true],
      ['restore', false],
      ['warm', false],
      ['save', false],
    ])
    const given = givenByInputs({ INPUT_MODE: 'warm' })
    expect(makeSettings(given, facts)).toMatchObject({ mode: 'warm', exact: false })
  })
})
