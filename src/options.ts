/**
 * Every option there is, once: the command line, the `WHEELCREW_X_Y` variables, the inputs of the action and the help are
 * derived from this table, and a test compares action.yml with it.
 */

/** A flag is true or false (or one of its `values`), a list may be given many times, of a value the last one counts. */
export type OptionKind = 'flag' | 'value' | 'list'

/** `argument` is for the command line alone: no variable and no input has it. */
export type OptionPlace = 'everywhere' | 'action' | 'cli' | 'argument'

export type Option = {
  /** Name of the input; of the flag after `--`; of the variable after `WHEELCREW_`, in capitals. */
  readonly name: string
  readonly kind: OptionKind
  readonly help: string
  readonly where: OptionPlace
  /** As action.yml writes it; empty = none. */
  readonly default: string
  /** What the help shows for the value. */
  readonly placeholder: string
  /** The one-letter flag. */
  readonly short?: string
  /** Another name on the command line. */
  readonly alias?: string
  /** The allowed values; any where there are none. */
  readonly values?: readonly string[]
  /** True for a flag that takes the path of a file too, as `--name=FILE`. */
  readonly orFile?: boolean
  /** Values that this version refuses by name. */
  readonly laterValues?: readonly string[]
  /** True for an option that this version refuses by name unless it has its default. */
  readonly later?: true
  /** The command it belongs to; `install` where there is none. */
  readonly command?: 'report' | 'build' | 'every'
  /** The commands besides that take it. */
  readonly alsoFor?: readonly UpkeepCommand[]
}

/** Commands about a store, an environment or the machine, without an installation. */
export type UpkeepCommand = 'gc' | 'verify' | 'doctor'

export type OptionSection = { readonly title: string; readonly options: readonly Option[] }

type Details = Partial<Omit<Option, 'name' | 'kind' | 'help'>>

function flag(name: string, help: string, details: Details = {}): Option {
  return { name, kind: 'flag', help, where: 'everywhere', default: 'false', placeholder: '', ...details }
}

function value(name: string, help: string, details: Details = {}): Option {
  return { name, kind: 'value', help, where: 'everywhere', default: '', placeholder: 'VALUE', ...details }
}

function list(name: string, help: string, details: Details = {}): Option {
  return { name, kind: 'list', help, where: 'everywhere', default: '', placeholder: 'VALUE', ...details }
}

export const optionSections: readonly OptionSection[] = [
  {
    title: 'What to install',
    options: [
      value('mode', 'What to do', {
        where: 'action',
        default: 'install',
        values: ['install', 'restore', 'warm', 'save'],
      }),
      list('requirements', 'Lock or requirements files; else pylock.toml, uv.lock or requirements.txt is looked for', {
        short: 'r',
        placeholder: 'FILE',
      }),
      list('packages', 'Extra requirement specifiers, or paths and URLs of wheels and sources', {
        placeholder: 'PACKAGE',
      }),
      list('constraint', 'Constraint files', { placeholder: 'FILE' }),
      list('extra', 'Extras of the project that the lock is for', { placeholder: 'NAME' }),
      flag('all-extras', 'All extras of the project'),
      list('group', 'Dependency groups', { placeholder: 'NAME' }),
      list('no-group', 'Dependency groups to leave out', { placeholder: 'NAME' }),
      flag('no-dev', 'Leave the group `dev` out'),
      flag('no-install-project', 'Install the dependencies of the project without the project'),
      flag('no-deps', 'Install what is named and none of its dependencies'),
      flag('upgrade', 'Resolve again although nothing changed'),
      flag('require-hashes', 'Refuse whatever has no hash'),
      list('editable', 'Source trees to install as editable (PEP 660)', {
        where: 'cli',
        short: 'e',
        placeholder: 'PATH',
      }),
      list('build', 'Source trees, source archives or VCS URLs to build and install; `-e PATH` for an editable one', {
        placeholder: 'SOURCE',
      }),
      flag('build-env', 'Make the builds of later steps incremental', { later: true }),
      flag('no-build-isolation', 'Build in the environment that is installed into, as it is'),
      list('config-settings', 'Settings for the build backends (PEP 517)', { short: 'C', placeholder: 'KEY=VALUE' }),
      flag('reinstall', 'Install again what is installed'),
      value('torch-backend', 'The index for PyTorch', { placeholder: 'BACKEND', later: true }),
    ],
  },
  {
    title: 'Python and environment',
    options: [
      value('python-version', 'Version or path of the interpreter; else .python-version, the lock, PATH decide', {
        alias: 'python',
        placeholder: 'PYTHON',
      }),
      value('working-directory', 'Directory that relative paths start from', {
        default: '.',
        placeholder: 'DIR',
        alsoFor: ['gc', 'verify', 'doctor'],
      }),
      value('venv-path', 'The virtual environment, made when missing', {
        alias: 'venv',
        default: '.venv',
        placeholder: 'DIR',
        alsoFor: ['verify', 'doctor'],
      }),
      flag('activate-environment', 'Put the environment on PATH for the later steps', {
        where: 'action',
        default: 'true',
      }),
      flag('compile-bytecode', 'Compile to bytecode, so that the first import is fast; or a file naming the modules', {
        default: 'true',
        orFile: true,
      }),
      value('invalidation-mode', 'How bytecode is checked against its source', {
        default: 'timestamp',
        placeholder: 'MODE',
        values: ['timestamp', 'checked-hash', 'unchecked-hash'],
      }),
      value('link-mode', 'How files get into the environment (symlink: it needs its store from then on)', {
        default: 'auto',
        placeholder: 'MODE',
        values: ['auto', 'hardlink', 'clone', 'copy', 'symlink', 'image'],
      }),
      value('on-conflict', 'About two wheels with one path and different bytes', {
        default: 'warn',
        values: ['warn', 'error'],
      }),
      flag('system', 'Install into the interpreter itself'),
      value('target', 'Install into a directory', { placeholder: 'DIR' }),
      flag('break-system-packages', 'Change an interpreter although something else manages it (PEP 668)'),
      flag('seed', 'Put pip into the environment', { later: true }),
    ],
  },
  {
    title: 'Cache and store',
    options: [
      flag('enable-cache', 'Use the remote cache; by itself only to read in untrusted jobs', {
        default: 'auto',
        values: ['auto', 'true', 'false'],
      }),
      value('cache-backend', 'Which remote cache (auto, github, file:///DIR, none)', {
        default: 'auto',
        placeholder: 'BACKEND',
        alsoFor: ['doctor'],
      }),
      flag('restore-cache', 'Restore from the remote cache', { default: 'true' }),
      flag('save-cache', 'Save to the remote cache', { default: 'true' }),
      value('cache-suffix', 'An extra part of the cache key', { placeholder: 'TEXT' }),
      value('cache-revision', 'The source revision that entries are keyed by; else the commit of the job', {
        placeholder: 'REVISION',
      }),
      value('store', 'Directory of the local store', { placeholder: 'DIR', alsoFor: ['gc', 'verify', 'doctor'] }),
      value('store-max-size', 'Size that the store is trimmed to; 0 where nothing needs to stay after the job', {
        default: '20GB',
        placeholder: 'SIZE',
        alsoFor: ['gc'],
      }),
      flag('ready-environments', 'Keep a copy of the environment in the store, so that the next run only renames it', {
        default: 'auto',
        values: ['auto', 'true', 'false'],
      }),
      value('cache-signing-key', 'Private key that entries are signed with', { placeholder: 'KEY', later: true }),
      value('cache-public-key', 'Public key that entries are checked with', { placeholder: 'KEY', later: true }),
    ],
  },
  {
    title: 'Index',
    options: [
      value('index-url', 'The package index', { placeholder: 'URL' }),
      list('extra-index-url', 'Further package indexes', { placeholder: 'URL' }),
      list('find-links', 'Directories or pages with links to wheels', { placeholder: 'PLACE' }),
      flag('no-index', 'Use no index, only find-links'),
      flag('offline', 'Use no network at all'),
    ],
  },
  {
    title: 'Output',
    options: [
      value('job-summary', 'Write a job summary', {
        where: 'action',
        default: 'always',
        values: ['always', 'on-failure', 'never'],
      }),
      flag('quiet', 'Print warnings and errors only', { short: 'q', command: 'every' }),
      flag('verbose', 'Print what is going on in detail', { where: 'cli', short: 'v', command: 'every' }),
      flag('json', 'Print one JSON object on stdout: the report or result, or the error', {
        where: 'cli',
        alsoFor: ['gc', 'verify', 'doctor'],
      }),
      flag('no-color', 'Print without colours', { where: 'cli', command: 'every' }),
      value('report', 'Write report.json to this file', { where: 'cli', placeholder: 'FILE' }),
      flag('version', 'Print the version', { where: 'argument', short: 'V', command: 'every' }),
      flag('help', 'Print this help', { where: 'argument', short: 'h', command: 'every' }),
    ],
  },
  {
    title: 'Building wheels (`wheelcrew build SOURCE…`)',
    options: [
      value('out', 'Directory that the wheels are copied to', {
        where: 'argument',
        command: 'build',
        placeholder: 'DIR',
      }),
      flag('explain', 'Say what the key of each build is made of, and build nothing', {
        where: 'argument',
        command: 'build',
      }),
    ],
  },
  {
    title: 'Rendering a report (`wheelcrew report FILE`)',
    options: [
      value('format', 'What to make of report.json', {
        where: 'argument',
        command: 'report',
        default: 'text',
        placeholder: 'FORMAT',
        values: ['text', 'summary'],
        laterValues: ['html', 'trace'],
      }),
      value('output', 'Where to write it; stdout where not given', {
        where: 'argument',
        command: 'report',
        short: 'o',
        placeholder: 'FILE',
      }),
      value('compare', 'An older report to compare with', {
        where: 'argument',
        command: 'report',
        placeholder: 'FILE',
        later: true,
      }),
    ],
  },
]

export const options: readonly Option[] = optionSections.flatMap(section => section.options)
