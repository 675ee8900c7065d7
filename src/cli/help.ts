/** `wheelcrew --help`, from the table of options. */
import type { Option } from '../options.js'
import { optionSections } from '../options.js'

/** The help text; options that this version refuses are left out. */
export function renderHelp(): string {
  const sections = optionSections.flatMap(({ title, options }) => {
    const shown = options.filter(option => option.where !== 'action' && option.later !== true)
    return shown.length === 0 ? [] : ['', `${title}:`, ...shown.map(renderOption)]
  })
  return `${[...usage, ...sections, '', ...footer].join('\n')}\n`
}

const usage = [
  'Turns a Python lock into a ready environment, bytecode included.',
  '',
  'Usage:',
  '  wheelcrew install -r FILE [PACKAGE…]   install what a lock or requirements file names, and build what has no wheel',
  '  wheelcrew sync -r FILE                 install it and remove everything else',
  '  wheelcrew restore -r FILE              fill the store from the cache, install nothing',
  '  wheelcrew warm -r FILE                 fill store and cache, install nothing',
  '  wheelcrew save -r FILE                 save what the store holds of it to the cache',
  '  wheelcrew build SOURCE… [--out DIR]    make wheels of directories, source archives and git+https:// URLs; print',
  '                                         their paths on stdout, install nothing',
  '  wheelcrew gc                           trim the store to its size, and sweep what killed runs left more than a day ago',
  '  wheelcrew verify [--venv DIR]          read the store, or an environment, again and name every file that differs:',
  '                                         exit code 3; what differs in a store leaves it, an environment stays',
  '  wheelcrew doctor                       say what this machine can do',
  '  wheelcrew report FILE                  render a report.json',
  '  wheelcrew help                         print this help',
]

const footer = [
  'Flags take --x, --no-x and --x=true|false. Each option is also a variable: --link-mode is WHEELCREW_LINK_MODE,',
  'with one item a line where an option may be repeated. The index variables of uv and pip are read too.',
  '',
  'Exit codes: 0 done, 1 failure, 2 wrong usage, 3 bytes that differ from their hash, 70 a bug in wheelcrew.',
]

const nameWidth = 32

function renderOption(option: Option): string {
  const name = `  ${option.short === undefined ? '    ' : `-${option.short}, `}--${option.alias ?? option.name}${renderValue(option)}`
  const extra = [
    option.values === undefined || option.kind === 'flag' ? '' : `one of ${option.values.join(', ')}`,
    option.default === '' || option.default === 'false' ? '' : `default: ${option.default}`,
  ].filter(part => part !== '')
  const help = extra.length === 0 ? option.help : `${option.help} (${extra.join('; ')})`
  const [first = '', ...rest] = wrap(help)
  const lines =
    name.length < nameWidth
      ? [name.padEnd(nameWidth) + first, ...rest.map(indent)]
      : [name, ...[first, ...rest].map(indent)]
  return lines.join('\n')
}

const lineWidth = 120

function indent(line: string): string {
  return ' '.repeat(nameWidth) + line
}

/** Words in lines that fit beside the names. */
function wrap(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || nameWidth + last.length + 1 + word.length > lineWidth) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

function renderValue({ kind, placeholder }: Option): string {
  return kind === 'flag' ? '' : ` ${placeholder}`
}
