/** Every way in which our installation of a real wheel may differ from another installer's, with its reason. */
import type { Explanation } from '../../helpers/differential/differences.js'

const everyone = ['pip', 'uv', 'installer'] as const

/** Paths of files stand alone; rows of a RECORD come after the dist-info that they are of and `: `. */
export const explanations: readonly Explanation[] = [
  {
    from: everyone,
    kind: 'other content',
    path: /^[^:]*\.dist-info\/INSTALLER$/,
    reason: 'INSTALLER names whoever installed',
  },
  {
    from: everyone,
    kind: 'other content',
    path: /^[^:]*\.dist-info\/RECORD$/,
    reason: 'RECORD: its rows are compared, not their order and line ends',
  },
  {
    from: ['pip'],
    kind: 'only theirs',
    path: /(^|: )(bin|Scripts)\/__pycache__\/[^/]*\.pyc$/,
    reason: 'scripts that end in .py are run and never imported: pip compiles them, we do not',
  },
  {
    from: ['pip'],
    kind: 'only ours',
    path: /(^|: )[^:]*\/IPython\/core\/tests\/__pycache__\/nonascii2?\.[^/]*\.pyc$/,
    reason:
      'sources in an encoding that pip has not loaded: pip 26.3 imports nothing while it installs, and skips them',
  },
  {
    from: ['pip'],
    kind: 'other content',
    path: /^numpy-2\.0\.2\.dist-info: .*\/conv_template\.[^/]*\.pyc$/,
    reason: 'shipped bytecode that pip compiles again: it lists it twice',
  },
  {
    from: everyone,
    kind: 'other content',
    path: /^debugpy-1\.5\.1\.dist-info: .*\.(dll|exe)$/,
    reason:
      'rows of a wheel whose files were signed after RECORD was written: theirs are its wrong hashes, ours the true ones',
  },
  {
    from: ['pip'],
    kind: 'other content',
    path: /^selenium-4\.1\.0\.dist-info: lib/,
    reason: 'rows of a wheel that lists absolute paths: pip keeps those, and adds the files without hashes',
  },
  {
    from: ['pip'],
    kind: 'only theirs',
    path: /^selenium-4\.1\.0\.dist-info: \/selenium\//,
    reason: 'rows of a wheel that lists absolute paths: pip keeps those, and adds the files without hashes',
  },
  {
    from: ['pip'],
    kind: 'other content',
    path: /^wheel-0\.24\.0\.dist-info: .*\/RECORD\.jws$/,
    reason:
      'a signature, which the RECORD of a wheel cannot list: pip lists it without a hash, we with one, uv not at all',
  },
  {
    from: ['uv'],
    kind: 'only ours',
    path: /^wheel-0\.24\.0\.dist-info: .*\/RECORD\.jws$/,
    reason:
      'a signature, which the RECORD of a wheel cannot list: pip lists it without a hash, we with one, uv not at all',
  },
  {
    from: ['uv', 'installer'],
    kind: 'only ours',
    path: /\/__pycache__\/[^/]*\.pyc$/,
    reason: 'they were told to compile nothing',
  },
  {
    from: ['uv'],
    kind: 'only theirs',
    path: /^\.lock$|\.dist-info(\/|: .*\/)uv_cache\.json$/,
    reason: 'what uv keeps for itself',
  },
  {
    from: ['installer'],
    kind: 'only ours',
    path: /\.dist-info(\/|: .*\/)(INSTALLER|REQUESTED)$/,
    reason: 'installer says neither who installed nor what was requested',
  },
  {
    from: ['installer'],
    kind: 'only ours',
    path: /(^|: )include\/site\//i,
    reason: 'headers: pip and we keep those of an environment in include/site',
  },
  {
    from: ['installer'],
    kind: 'only theirs',
    path: /(^|: )include\/(?!site\/)/i,
    reason: 'headers: pip and we keep those of an environment in include/site',
  },
  {
    from: ['uv', 'installer'],
    kind: 'only ours',
    path: /(^|: )(bin|Scripts)\/(pip|easy_install-)3\.\d+(\.exe)?$/,
    reason:
      'scripts of pip and easy_install are named for the Python at hand: theirs for the one that the wheel names, if any',
  },
  {
    from: ['uv', 'installer'],
    kind: 'only theirs',
    path: /(^|: )(bin|Scripts)\/(pip|easy_install-)3\.\d+(\.exe)?$/,
    reason:
      'scripts of pip and easy_install are named for the Python at hand: theirs for the one that the wheel names, if any',
  },
]
