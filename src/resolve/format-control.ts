/** Which kinds of files requirements files allow: `--only-binary` and `--no-binary` of pip's requirements file format. Pure. */
import { normalizeName } from '../wheel/filename.js'

type Form = 'binary' | 'source'

/**
 * Whether wheels and source archives of a distribution may be used. `options` are in the order of the files, as
 * `--no-binary :all:` or `--only-binary=a,b`: of two that contradict each other the later one counts, and a name counts more
 * than `:all:`.
 */
export function allowsFile(name: string, filename: string, options: readonly string[]): boolean {
  const form: Form = filename.endsWith('.whl') ? 'binary' : 'source'
  const only = onlyForms(options)
  const wanted = only.get(name) ?? only.get(everything)
  return wanted === undefined || wanted === form
}

const everything = ':all:'

/** The one form that is allowed, by name. */
function onlyForms(options: readonly string[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>()
  for (const option of options) {
    const [, word, values = ''] = /^--(only|no)-binary[\s=]+(.*)$/.exec(option) ?? []
    if (word === undefined) continue
    const form: Form = word === 'only' ? 'binary' : 'source'
    for (const value of values.split(',').map(part => part.trim())) {
      if (value === ':none:') deleteForm(forms, form)
      else if (value === everything) forms.clear()
      if (value !== ':none:' && value !== '') forms.set(value === everything ? value : normalizeName(value), form)
    }
  }
  return forms
}

function deleteForm(forms: Map<string, Form>, form: Form): void {
  for (const [name, known] of forms) if (known === form) forms.delete(name)
}
