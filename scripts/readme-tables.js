// The parts of README.md that are made from src/options.ts and action.yml, each between two comments.

/** The text of README.md with its tables as `sections` (of src/options.ts) and action.yml say. */
export function renderReadme(readme, { sections, action }) {
  const tables = { inputs: inputTable(sections), outputs: outputTable(action), later: laterList(sections) }
  return Object.entries(tables).reduce((text, [name, table]) => replaceBetween(text, name, table), readme)
}

function replaceBetween(text, name, table) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`README.md has no ${start} … ${end}`)
  return `${text.slice(0, from)}${start}\n${table}\n${text.slice(to)}`
}

function inputTable(sections) {
  const rows = sections.flatMap(({ title, options }) => {
    const shown = options.filter(option => isInput(option) && option.later !== true)
    return shown.length === 0 ? [] : [row([`**${title}**`, '', '', '']), ...shown.map(inputRow)]
  })
  return table(['input', 'command line', 'default', 'meaning'], rows)
}

function isInput({ where }) {
  return where === 'everywhere' || where === 'action'
}

function inputRow(option) {
  const { name, kind, help, values } = option
  const allowed = values === undefined ? '' : `: ${values.map(code).join(', ')}`
  const many = kind === 'list' ? '; one a line' : ''
  return row([code(name), flagsOf(option), option.default && code(option.default), `${help}${allowed}${many}`])
}

function flagsOf({ name, where, short, alias }) {
  if (where === 'action') return ''
  const flags = [...(short === undefined ? [] : [`-${short}`]), `--${alias ?? name}`]
  return flags.map(code).join(', ')
}

/** action.yml keeps to one line for each field. */
function outputTable(action) {
  const section = action.split(/^outputs:\n/m)[1]?.split(/^\S/m)[0] ?? ''
  const outputs = [...section.matchAll(/^ {2}(\S+):\n {4}description: (?:'(.*)'|(.*))$/gm)]
  const rows = outputs.map(([, name, quoted, plain]) => row([code(name), quoted ?? plain]))
  return table(['output', 'meaning'], rows)
}

function laterList(sections) {
  const options = sections.flatMap(section => section.options)
  const names = options.filter(({ later }) => later === true).map(({ name }) => code(name))
  const values = options.flatMap(({ name, laterValues = [] }) => laterValues.map(value => code(`${name}: ${value}`)))
  return [...names, ...values].join(', ')
}

function table(head, rows) {
  return [row(head), row(head.map(() => '---')), ...rows].join('\n')
}

function row(cells) {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`.replace(/ {2,}/g, ' ')
}

function code(text) {
  return `\`${text}\``
}
