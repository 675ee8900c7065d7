/** Names of environment variables in the text of build files, found by the shape in which each language asks for one. */

type Language = 'python' | 'cmake' | 'rust' | 'build.rs' | 'make' | 'shell' | 'other'

const name = '[A-Za-z_][A-Za-z0-9_]*'
const quoted = `["'](${name})["']`

/** What any language may hold: C, Python, Perl and scripts inside of build files. */
const anywhere = [`\\bgetenv\\s*\\(\\s*${quoted}`, `\\bos\\.environ\\s*\\[\\s*${quoted}`]

const patterns: Readonly<Record<Language, readonly string[]>> = {
  python: [
    `\\benv\\w*\\s*\\[\\s*${quoted}`,
    `\\benv\\w*\\s*\\.\\s*(?:get|pop|setdefault)\\s*\\(\\s*${quoted}`,
    `${quoted}\\s+(?:not\\s+)?in\\s+(?:os\\s*\\.\\s*)?env\\w*`,
    `\\bget_?env\\w*\\s*\\(\\s*${quoted}`,
    `\\benv(?:iron)?_?\\w*\\s*\\(\\s*${quoted}`,
    // A name that is never set costs nothing: copies of the environment, format strings and shell commands are read in many ways.
    `["']([A-Z][A-Z0-9]*_[A-Z0-9_]+)["']`,
    `\\$\\{?([A-Z][A-Z0-9_]{2,})\\b`,
    `\\{([A-Z][A-Z0-9_]{2,})\\}`,
  ],
  cmake: [`\\bENV\\{(${name})\\}`, `\\bENV\\s+(${name})\\b`],
  rust: [`\\b(?:option_)?env!\\s*\\(\\s*${quoted}`],
  'build.rs': [
    `\\b(?:option_)?env!\\s*\\(\\s*${quoted}`,
    `\\bvar(?:_os)?\\s*\\(\\s*${quoted}`,
    `rerun-if-env-changed=(${name})`,
  ],
  make: [`^[ \\t]*(?:export[ \\t]+)?(${name})[ \\t]*\\?=`, `^[ \\t]*ifn?def[ \\t]+(${name})`],
  shell: [`\\$\\{(${name}):?[-=?+]`, `\\$\\{?([A-Z][A-Z0-9_]{2,})\\b`, `\\bprintenv[ \\t]+(${name})`],
  other: [],
}

/** Names that the file asks for; `filename` without its directory tells the language. In the order of their appearance by shape. */
export function namesInText(text: string, filename: string): readonly string[] {
  const language = languageOf(filename)
  const found = [...anywhere, ...patterns[language]].flatMap(pattern => matches(text, pattern))
  if (language === 'cmake') found.push(...packageVariables(text))
  if (language === 'make') found.push(...undefinedInMake(text))
  return [...new Set(language === 'build.rs' || language === 'rust' ? found.filter(isOfCaller) : found)]
}

/** Beginnings of names that Python code compares with: `name.startswith(("USE_", "BUILD_"))` in a file that reads variables. */
export function prefixesInText(text: string, filename: string): readonly string[] {
  if (languageOf(filename) !== 'python' || !/\benv/.test(text)) return []
  const calls = matches(text, String.raw`\.startswith\(\s*\(?([^()]{0,1000})\)`)
  return [...new Set(calls.flatMap(call => matches(call, `["']([A-Z][A-Z0-9]*_[A-Z0-9_]*)["']`)))]
}

/** Whether a file, by its POSIX path, is one that native build tools read, or Python code that belongs to a build. */
export function readsVariables(path: string): boolean {
  const parts = path.split('/')
  const filename = parts.pop() ?? ''
  const language = languageOf(filename)
  if (language === 'other') return filename === 'meson.build' || filename === 'meson.options'
  if (language !== 'python') return true
  return parts.length === 0 || filename === 'setup.py' || parts.some(part => buildDirectory.test(part))
}

/** Directories that hold the Python code of a build rather than of a package. */
const buildDirectory = /^(?:\w+[_-])?(?:build|tools?|scripts?|cmake|setup|packaging|distutils)(?:[_-]\w+)?$/i

function languageOf(filename: string): Language {
  if (filename === 'build.rs') return 'build.rs'
  if (/\.py$/i.test(filename)) return 'python'
  if (/^CMakeLists\.txt$|\.cmake(?:\.in)?$/i.test(filename)) return 'cmake'
  if (/\.rs$/i.test(filename)) return 'rust'
  if (/^(?:GNU)?makefile(?:\..*)?$|\.mk$/i.test(filename)) return 'make'
  return /\.(?:sh|bash)$/i.test(filename) ? 'shell' : 'other'
}

function matches(text: string, pattern: string): string[] {
  return [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, found = '']) => found)
}

/** `find_package(Foo)` looks into `Foo_ROOT`, `FOO_ROOT` and `Foo_DIR`. */
function packageVariables(text: string): readonly string[] {
  const packages = matches(text, `\\bfind_package\\s*\\(\\s*(${name})`)
  return packages.flatMap(found => [`${found}_ROOT`, `${found.toUpperCase()}_ROOT`, `${found}_DIR`])
}

/** make takes from the environment what no line defines; `+=` adds to it. */
function undefinedInMake(text: string): readonly string[] {
  const defined = new Set(matches(text, `^[ \\t]*(?:export[ \\t]+|override[ \\t]+)?(${name})[ \\t]*:{0,3}=`))
  return matches(text, `\\$[({](${name})[)}]`).filter(found => !defined.has(found) && found !== 'MAKE')
}

/** Not what cargo sets for the code that it compiles and for build scripts. */
function isOfCaller(found: string): boolean {
  return !/^(?:CARGO|CARGO_(?:PKG|CRATE|MANIFEST|BIN|FEATURE|CFG|PRIMARY)(?:_.*)?|OUT_DIR|TARGET|HOST|PROFILE|DEBUG|OPT_LEVEL|NUM_JOBS|DEP_.*|RUSTDOC)$/.test(
    found,
  )
}
