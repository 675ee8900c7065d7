export const id = 317;
export const ids = [317];
export const modules = {

/***/ 5409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ absentBackend)
/* harmony export */ });
/* harmony import */ var _github_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8893);

/** Why the setting `cache-backend` means no backend here; undefined where it means one. */
function absentBackend(setting, env) {
    const name = setting.trim();
    if (name === 'none')
        return 'cache-backend is `none`';
    const isGithub = name === '' || name === 'auto' || name === 'github';
    return isGithub && (0,_github_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .githubOffer */ .YV)(env) === undefined
        ? 'the GitHub cache service is not offered to this process'
        : undefined;
}


/***/ }),

/***/ 8205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kg: () => (/* binding */ recordPrefix),
/* harmony export */   dX: () => (/* binding */ placeWheel),
/* harmony export */   gh: () => (/* binding */ compiledSources),
/* harmony export */   vT: () => (/* binding */ libraryOf),
/* harmony export */   x$: () => (/* binding */ placeBytecode)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5927);
/* harmony import */ var _store_note_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6841);
/* harmony import */ var _wheel_placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9468);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3995);
/** Which file of a stored wheel goes where in an environment: pure. */





/** Files of a dist-info that the installer writes itself. */
const generated = new Set(['RECORD', 'INSTALLER', 'REQUESTED', 'direct_url.json', 'uv_cache.json']);
/**
 * Places every file of a wheel. Left out: what the installer generates, wrapper scripts that an entry point
 * replaces, and shipped bytecode whose source is there, since nothing proves that it belongs to that source.
 */
function placeWheel(note, environment, entryPoints) {
    const place = placer(note, environment);
    const paths = new Set(note.files.map(file => file.path));
    const names = new Set(entryPoints.map(entryPoint => entryPoint.name));
    const linked = [];
    const metadata = [];
    const scripts = [];
    for (const file of note.files) {
        const inDistInfo = file.path.startsWith(`${note.distInfo}/`);
        if (inDistInfo && generated.has(file.path.slice(note.distInfo.length + 1)))
            continue;
        if (isStaleBytecode(file.path, paths))
            continue;
        const placed = place(file);
        if (placed.scheme !== 'scripts')
            (inDistInfo ? metadata : linked).push(placed);
        else if (!(0,_scripts_js__WEBPACK_IMPORTED_MODULE_3__/* .isLegacyWrapper */ .RG)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(placed.destination), names))
            scripts.push(placed);
    }
    const library = libraryOf(note, environment.schemes);
    return { distInfo: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(library, note.distInfo), linked: [...linked, ...metadata], scripts };
}
/** Places the bytecode of a wheel beside its sources. */
function placeBytecode(note, environment, files) {
    return files.map(placer(note, environment));
}
/** The sources of a wheel that are compiled: all but scripts, which are run and never imported. */
function compiledSources(note) {
    const layout = { distInfo: note.distInfo, rootIsPurelib: note.rootIsPurelib };
    return note.files.filter(file => (0,_store_note_js__WEBPACK_IMPORTED_MODULE_4__/* .isSource */ .__)(file.path) && (0,_wheel_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .placeEntry */ .c)(file.path, layout, note.filename).scheme !== 'scripts');
}
/** The directory that holds the root of a wheel, and so its dist-info. */
function libraryOf({ rootIsPurelib }, schemes) {
    return schemes[rootIsPurelib ? 'purelib' : 'platlib'];
}
function placer(note, environment) {
    const windows = (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .isWindowsPath */ .NU)(environment.python);
    const directories = { ...environment.schemes, headers: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(environment.schemes.headers, note.name) };
    const library = libraryOf(note, directories);
    const prefixes = new Map(Object.entries(directories).map(([key, path]) => [key, recordPrefix(library, path)]));
    return file => {
        const { scheme, path } = (0,_wheel_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .placeEntry */ .c)(file.path, note, note.filename);
        const native = windows ? path.replaceAll('/', '\\') : path;
        const separator = windows ? '\\' : '/';
        return {
            file,
            scheme,
            destination: `${directories[scheme]}${separator}${native}`,
            recordPath: `${prefixes.get(scheme)}${path}`,
        };
    };
}
/** What leads from the library directory to a scheme directory, ending in `/` unless empty. */
function recordPrefix(library, directory) {
    const from = library.split(/[/\\]/);
    const to = directory.split(/[/\\]/);
    let shared = 0;
    while (shared < from.length && shared < to.length && from[shared] === to[shared])
        shared++;
    const parts = [...from.slice(shared).map(() => '..'), ...to.slice(shared)];
    return parts.length === 0 ? '' : `${parts.join('/')}/`;
}
/** `a/__pycache__/b.c.cpython-311.opt-1.pyc` belongs to `a/b.c.py`: up to two suffixes follow the module's name. */
function isStaleBytecode(path, paths) {
    const match = /^(.*\/)?__pycache__\/([^/]+)\.pyc$/.exec(path);
    if (match === null)
        return false;
    const [, folder = '', stem = ''] = match;
    const shorter = stem.slice(0, stem.lastIndexOf('.'));
    const shortest = shorter.slice(0, shorter.lastIndexOf('.'));
    return [shorter, shortest].some(name => name !== '' && paths.has(`${folder}${name}.py`));
}


/***/ }),

/***/ 8470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ bytecodeRefusal),
/* harmony export */   z: () => (/* binding */ chooseBytecode)
/* harmony export */ });
/* harmony import */ var _bytecode_modules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1759);

/**
 * The bytecode that an interpreter will look for in the later steps of this job, whose environment is `env`; undefined = none.
 * Throws UserError MODULES_FILE_UNREADABLE and MODULES_FILE_INVALID.
 */
function chooseBytecode(interpreter, { settings, env }) {
    if (!settings.compileBytecode || bytecodeRefusal(interpreter, env) !== undefined)
        return undefined;
    const modules = settings.modulesFile === '' ? undefined : (0,_bytecode_modules_js__WEBPACK_IMPORTED_MODULE_0__/* .readModuleList */ .B4)(settings.modulesFile);
    const { invalidationMode } = settings;
    const kindOf = (...variant) => ({
        cacheTag: interpreter.cacheTag,
        magicNumber: interpreter.magicNumber,
        optimize: Math.max(interpreter.optimize, optimizeLevel(env.PYTHONOPTIMIZE)),
        // Free-threaded and debug builds have cache tag and magic number of the usual ones.
        invalidationMode: [invalidationMode, abiFlags(interpreter), ...variant].filter(part => part !== '').join('-'),
    });
    const wholeKind = kindOf();
    const kind = modules === undefined ? wholeKind : kindOf(`only-${modules.digest.slice(0, 16)}`);
    return { kind, wholeKind, invalidationMode, modules };
}
/** `td` of a free-threaded debug build of CPython, from its own ABI tag: `cp313td`. */
function abiFlags({ tags }) {
    return /^cp\d+-cp\d+([a-z]*)-/.exec(tags[0] ?? '')?.[1] ?? '';
}
/** Why bytecode beside the sources would never be read, as a sentence; undefined where it is. */
function bytecodeRefusal({ cacheTag, executable }, env) {
    const prefix = env.PYTHONPYCACHEPREFIX ?? '';
    if (prefix !== '') {
        return `no bytecode is compiled: PYTHONPYCACHEPREFIX is set, so Python looks for it below \`${prefix}\` and never beside the sources`;
    }
    if (cacheTag !== '')
        return undefined;
    return `no bytecode is compiled: \`${executable}\` was built to have none (its \`sys.implementation.cache_tag\` is None)`;
}
/** As Python reads PYTHONOPTIMIZE: any text that is no number of 0 or more means 1. */
function optimizeLevel(text = '') {
    if (text === '')
        return 0;
    return /^\s*\+?\d{1,9}$/.test(text) ? Number(text) : 1;
}


/***/ }),

/***/ 1759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ selectModules),
/* harmony export */   B4: () => (/* binding */ readModuleList)
/* harmony export */ });
/* unused harmony export parseModules */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _install_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8205);
/* harmony import */ var _wheel_placement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9468);
/** `compile-bytecode: FILE`: which modules are compiled, where not all are. */





/**
 * The modules that a file names: a full name a line, or lines as `python -X importtime` writes them; `#` begins a comment.
 * Throws UserError MODULES_FILE_UNREADABLE and MODULES_FILE_INVALID.
 */
function readModuleList(file) {
    const names = parseModules(readText(file), file);
    return { file, names, digest: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', [...names].sort().join('\n'), 'hex') };
}
function readText(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('MODULES_FILE_UNREADABLE', `cannot read the modules to compile from \`${file}\`: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, 'name a file that lists modules with `--compile-bytecode=FILE`, or compile all with `--compile-bytecode`');
    }
}
/** As `import time:  123 |  456 |   numpy.linalg`; the first two are words in the heading, and for what was there already. */
const importTime = /^import time:\s*(\S+(?: \[us\])?)\s*\|\s*\S+\s*\|\s*(\S+)/;
/** Names in files need not be identifiers: mypyc makes `30fcd23745efe32ce681__mypyc`. */
const moduleName = /^[\p{ID_Continue}-]+(\.[\p{ID_Continue}-]+)*$/u;
/** The names in the text of such a file, with those of the packages around them: these are imported first. */
function parseModules(text, file) {
    const names = new Set();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const name = nameIn(line);
        if (name === undefined)
            continue;
        if (!moduleName.test(name))
            throw notAModule(name, `${file}:${index + 1}`);
        for (const enclosing of withPackages(name))
            names.add(enclosing);
    }
    return names;
}
function nameIn(line) {
    const [, self, imported] = importTime.exec(line) ?? [];
    if (self === 'self [us]')
        return undefined;
    const name = imported ?? line.replace(/#.*/, '').trim();
    return name === '' ? undefined : name;
}
/** `a.b.c` → `a`, `a.b`, `a.b.c` */
function withPackages(name) {
    const parts = name.split('.');
    return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
function notAModule(text, where) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('MODULES_FILE_INVALID', `${where}: \`${text.slice(0, 200)}\` is not the name of a module`, 'write a full name a line, as `numpy.linalg`, or the lines of `python -X importtime` that begin with `import time:`');
}
/** The paths of those sources of a wheel that are modules of these names. */
function selectModules(note, names) {
    const sources = (0,_install_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .compiledSources */ .gh)(note).map(({ path }) => path);
    return new Set(sources.filter(path => names.has(moduleOf(path, note))));
}
/** `numpy/linalg/__init__.py` → `numpy.linalg`, below whatever directory of the wheel is installed to import from. */
function moduleOf(path, { distInfo, rootIsPurelib, filename }) {
    const place = (0,_wheel_placement_js__WEBPACK_IMPORTED_MODULE_4__/* .placeEntry */ .c)(path, { distInfo, rootIsPurelib }, filename);
    return place.path
        .replace(/\.py$/, '')
        .replace(/\/__init__$/, '')
        .replaceAll('/', '.');
}


/***/ }),

/***/ 7668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V2: () => (/* binding */ pinnedVersion),
/* harmony export */   V4: () => (/* binding */ fragmentHashes),
/* harmony export */   W0: () => (/* binding */ parseRow),
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   m_: () => (/* binding */ sourceRefused),
/* harmony export */   pP: () => (/* binding */ parseRequirement),
/* harmony export */   xo: () => (/* binding */ filenameOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5078);
/* harmony import */ var _wheel_filename_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5910);
/** One requirement: a name with a specifier, or where a wheel or a source lies (PEP 508 and pip's paths and URLs). */



/** Reads one requirement that is no source. Throws as `parseRow`, and SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED for a source. */
function parseRequirement(text, where) {
    const row = parseRow(text, where);
    if (isSource(row))
        throw sourceRefused(row);
    return row;
}
function isSource(row) {
    return 'text' in row;
}
/** The error for a source where only names and wheels may stand. */
function sourceRefused({ text, where }) {
    const code = isArchive(locationOf(text)) ? 'SDIST_UNSUPPORTED' : 'SOURCE_UNSUPPORTED';
    const problem = `${where}: \`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(text)}\` is not a wheel; sources are built only where they are to be installed`;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)(code, problem, 'Make a wheel of it with `wheelcrew build` and name that');
}
/**
 * Reads one requirement with its per-requirement options (`--hash`).
 * A `#sha256=…` of a URL counts as a listed hash; MD5 and others that can be forged do not.
 * Throws UserError REQUIREMENTS_INVALID, HASH_UNSUPPORTED and SOURCE_UNSUPPORTED, each naming `where`.
 */
function parseRow(text, where) {
    const start = text.search(/\s--?[A-Za-z]/);
    const body = (start === -1 ? text : text.slice(0, start)).trim();
    const [subject, marker] = splitMarker(body);
    const options = start === -1 ? '' : text.slice(start);
    const written = parseHashes(options, where);
    const named = parseNamed(subject);
    const location = named === undefined ? subject : named.location;
    const hashes = Object.keys(written).length === 0 ? fragmentHashes(location ?? '') : written;
    if (location !== undefined && formOf(location, named?.name, where) === 'source') {
        const row = { where, text: subject, marker, hashes };
        refuseOptions(row, options);
        return row;
    }
    if (named === undefined) {
        return {
            where,
            name: (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWheelFilename */ .e)(filenameOf(subject)).name,
            extras: [],
            specifier: '',
            location: subject,
            marker,
            hashes,
        };
    }
    return { ...named, where, marker, hashes };
}
/** The version that a requirement pins with `==` or `===`; undefined for a range, a wildcard or a location. */
function pinnedVersion({ specifier, location }) {
    return location === undefined ? /^===?([^,*=]+)$/.exec(specifier)?.[1] : undefined;
}
/** As pip: a `;` belongs to a URL unless white space stands beside it. */
function splitMarker(body) {
    const separator = isUrl(body) || /^[^;]*@/.test(body) ? /\s;|;\s/ : /;/;
    const match = separator.exec(body);
    if (match === null)
        return [body, undefined];
    const end = match.index + match[0].length;
    return [body.slice(0, match.index).trim(), body.slice(end).trim() || undefined];
}
/** PEP 508 `name [extras] specifier` or `name [extras] @ location`. */
function parseNamed(subject) {
    if (isLocation(subject))
        return undefined;
    const match = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(.*)$/s.exec(subject);
    const [, name = '', extras = '', rest = ''] = match ?? [];
    const location = /^@\s*(\S.*)$/s.exec(rest)?.[1];
    if (name === '' || (location === undefined && !isSpecifier(rest)))
        return undefined;
    return {
        name: (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeName */ .P)(name),
        extras: extras
            .split(',')
            .map(extra => (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeName */ .P)(extra.trim()))
            .filter(extra => extra !== ''),
        specifier: location === undefined ? rest.replace(/[\s()]/g, '') : '',
        location,
    };
}
function isSpecifier(text) {
    return /^\(?\s*(?:(?:===|==|~=|!=|<=|>=|<|>)[^()@/\\]+)?\)?$/s.test(text);
}
function isLocation(text) {
    return (/^(?:[./\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(text) ||
        /^[^@<>=!~;\s]+(?:\.whl$|[\\/])/i.test(text) ||
        isBareArchive(text));
}
/** As pip: `a-1.0.tar.gz` is a file, although it may be read as a name too. */
function isBareArchive(text) {
    return !/[@<>=!~;\s]/.test(text) && isArchive(text);
}
/** What lies at a location, by its spelling alone. */
function formOf(location, name, where) {
    const shown = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(location);
    if (name === undefined && !isLocation(location)) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('REQUIREMENTS_INVALID', `${where}: \`${shown}\` is not a requirement (PEP 508)`);
    }
    if (/^git\+/i.test(location))
        return 'source';
    if (/\.whl$/i.test(filenameOf(withoutExtras(location)))) {
        if (location === withoutExtras(location))
            return 'wheel';
        const hint = 'Write `name[extra] @ file:///path/of/the.whl`';
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('REQUIREMENTS_INVALID', `${where}: \`${shown}\` asks for extras of a path`, hint);
    }
    if (/^(?:hg|svn|bzr)\+/i.test(location)) {
        throw unsupported(`${where}: \`${shown}\` is a repository of another kind than Git, which cannot be built`);
    }
    if (isUrl(location) && !/^(?:https?|file):/i.test(location)) {
        throw unsupported(`${where}: \`${shown}\` is an address of a kind that cannot be read`);
    }
    if (isArchive(location))
        return 'source';
    if (/^https?:/i.test(location))
        throw unsupported(`${where}: \`${shown}\` is neither a wheel nor a source archive`);
    return 'source';
}
/** A path may end in `[extra1,extra2]`. */
function withoutExtras(location) {
    return /^(?:https?:|git\+)/i.test(location) ? location : location.replace(/\s*\[[^[\]]*\]$/, '');
}
function isArchive(location) {
    const filename = filenameOf(withoutExtras(location));
    return !/^git\+/i.test(location) && /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|zip)$/i.test(filename);
}
/** What stands after `name[extra] @`. */
function locationOf(text) {
    return text.replace(/^[^@:/\\]*@\s*/, '');
}
function unsupported(message) {
    const hint = 'Name a wheel, a directory, a `.tar.gz` or `.zip`, or a Git repository as `git+https://…`';
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('SOURCE_UNSUPPORTED', message, hint);
}
/** Of the options of pip, a source takes hashes, and only where it is one file. */
function refuseOptions({ text, where, hashes }, options) {
    const [other] = options.match(/(?<=\s)--?(?!hash\b)[a-z][\w-]*/i) ?? [];
    const shown = `${where}: \`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(text)}\``;
    if (other !== undefined) {
        const hint = other.startsWith('--config-setting') ? 'Give `--config-settings` for all builds of the run' : undefined;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('REQUIREMENTS_INVALID', `${shown} has the option \`${other}\`, which a source cannot have`, hint);
    }
    if (Object.keys(hashes).length === 0 || isArchive(locationOf(text)))
        return;
    const problem = `${shown} has a hash, which only a wheel or a source archive can have`;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('HASH_UNSUPPORTED', problem, 'Leave `--hash` out: a commit names what a repository holds');
}
/** The last segment of a path or URL, without query and fragment. */
function filenameOf(location) {
    const url = isUrl(location);
    const segment = (url ? location.replace(/[?#].*$/s, '') : location).split(/[\\/]/).at(-1) ?? '';
    return url && /%[0-9A-F]{2}/i.test(segment) ? decodeLeniently(segment) : segment;
}
function decodeLeniently(segment) {
    return segment.replace(/(?:%[0-9A-F]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}
function parseHashes(options, where) {
    const hashes = {};
    for (const [, algorithm = '', digest = ''] of options.matchAll(/--hash[=\s]\s*["']?(\w+):([0-9a-f]+)["']?(?=\s|$)/gi)) {
        const listed = hashes[algorithm.toLowerCase()] ?? [];
        hashes[algorithm.toLowerCase()] = [...listed, digest.toLowerCase()];
    }
    const listed = Object.values(hashes).flat().length;
    const written = options.match(/--hash\b/g)?.length ?? 0;
    if (listed !== written)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('REQUIREMENTS_INVALID', `${where}: a \`--hash\` is not \`algorithm:digest\``);
    return strongOnly(hashes, where);
}
/** What pip counts as a hash that cannot be forged. */
const strongAlgorithms = ['sha256', 'sha384', 'sha512'];
function strongOnly(hashes, where) {
    const strong = Object.entries(hashes).filter(([algorithm]) => strongAlgorithms.includes(algorithm));
    const weak = Object.keys(hashes).map(algorithm => `\`${algorithm}\``);
    if (strong.length > 0 || weak.length === 0)
        return Object.fromEntries(strong);
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('HASH_UNSUPPORTED', `${where}: lists hashes by ${weak.join(', ')} only, expected ${strongAlgorithms.map(name => `\`${name}\``).join(', ')}`, 'List sha256 hashes, for example with `uv pip compile --generate-hashes`');
}
/** The hash in a URL's fragment (`#sha256=…`), in the form of listed ones. */
function fragmentHashes(location) {
    const fragment = isUrl(location) ? location.split('#', 2)[1] : undefined;
    const [, algorithm = '', digest = ''] = /(?:^|&)(sha256|sha384|sha512)=([0-9a-f]+)/i.exec(fragment ?? '') ?? [];
    return algorithm === '' ? {} : { [algorithm.toLowerCase()]: [digest.toLowerCase()] };
}
function isUrl(location) {
    return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(location);
}


/***/ }),

/***/ 5005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   lF: () => (/* binding */ isVersion),
/* harmony export */   p: () => (/* binding */ isSameVersion),
/* harmony export */   td: () => (/* binding */ isSpecifier)
/* harmony export */ });
/* harmony import */ var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9687);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** Version specifiers (PEP 440 and the PyPA page "Version specifiers"), on top of @renovatebot/pep440's versions. */


/**
 * Whether a version satisfies every clause of a specifier set such as `>=3.8, !=3.9.*`; pre-releases count as versions.
 *
 * A version that is not one (PEP 440) satisfies only `===`, and an empty set. Throws `SPECIFIER_INVALID`.
 */
function satisfies(version, specifier) {
    return clausesOf(specifier).every(text => {
        const clause = parseClause(text);
        if (clause !== undefined)
            return holds(version.trim(), clause);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageError */ .Wp)('SPECIFIER_INVALID', `\`${specifier}\` is not a version specifier: \`${text}\` is not an operator and a version`, 'write for example `>=3.10`, `==3.11.*`, `~=3.9`');
    });
}
/** Whether this is a version by PEP 440. */
function isVersion(text) {
    return (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .valid */ .rZ)(text.trim()) !== null;
}
/** Whether this is a set of version specifiers with at least one clause. */
function isSpecifier(text) {
    const clauses = clausesOf(text);
    return clauses.length > 0 && clauses.every(clause => parseClause(clause) !== undefined);
}
/** The order of two versions (PEP 440), as a sort function wants it; both must be versions. */
function compareVersions(left, right) {
    const [publicLeft, localLeft] = splitLocal(left);
    const [publicRight, localRight] = splitLocal(right);
    return (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(publicLeft, publicRight) || compareLocals(localLeft, localRight);
}
/** The public version, and the segments of the local label after `+`: none where there is no label. */
function splitLocal(version) {
    const [publicPart = '', label] = version.trim().split('+');
    return [publicPart, label?.toLowerCase().split(/[._-]/) ?? []];
}
/** Labels segment by segment: words before numbers, and shorter ones first. The library takes `1e3` for a number. */
function compareLocals(left, right) {
    for (const [index, segment] of left.entries()) {
        const other = right[index];
        const difference = other === undefined ? 1 : compareSegments(segment, other);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}
function compareSegments(left, right) {
    const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isLeftNumber !== isRightNumber)
        return isLeftNumber ? 1 : -1;
    const [a, b] = isLeftNumber ? [BigInt(left), BigInt(right)] : [left, right];
    return a < b ? -1 : Number(a > b);
}
function clausesOf(specifier) {
    return specifier
        .split(',')
        .map(clause => clause.trim())
        .filter(clause => clause !== '');
}
function parseClause(clause) {
    const groups = /^(?<operator>===|~=|[=!<>]=|[<>])\s*(?<operand>\S+)$/.exec(clause)?.groups;
    if (groups?.operator === undefined || groups.operand === undefined)
        return undefined;
    const { operator, operand } = groups;
    if (operator === '===')
        return { operator, operand };
    const isPrefix = operand.endsWith('.*');
    const isValid = isPrefix ? /^v?(?:\d+!)?\d+(?:\.\d+)*\.\*$/i.test(operand) : (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .validRange */ .Im)(clause);
    return isValid && (!isPrefix || operator === '==' || operator === '!=') ? { operator, operand } : undefined;
}
function holds(version, { operator, operand }) {
    if (operator === '===')
        return version.toLowerCase() === operand.toLowerCase();
    const candidate = (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(version);
    if (candidate === null)
        return false;
    const prefix = operand.endsWith('.*') ? operand.slice(0, -2) : undefined;
    if (prefix !== undefined)
        return startsWith(candidate, prefix) === (operator === '==');
    const bound = (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(operand);
    if (bound === null)
        return false;
    // A local label of the candidate counts only where the specifier names one.
    const difference = compareVersions(operand.includes('+') ? version : candidate.public, operand);
    return compares(candidate, { operator, difference }, bound);
}
function compares(candidate, { operator, difference }, bound) {
    switch (operator) {
        case '==':
            return difference === 0;
        case '!=':
            return difference !== 0;
        case '<=':
            return difference <= 0;
        case '>=':
            return difference >= 0;
        case '<':
            return difference < 0 && !isPrereleaseOf(candidate, bound);
        case '>':
            return difference > 0 && !isPostreleaseOf(candidate, bound);
        default:
            return difference >= 0 && startsWith(candidate, compatiblePrefix(bound));
    }
}
/** `~=2.2.post3` asks for `==2.*`. */
function compatiblePrefix(bound) {
    return `${bound.epoch}!${bound.release.slice(0, -1).join('.')}`;
}
/** `3` starts with `3.0`: a release is filled up with zeros. */
function startsWith(candidate, prefix) {
    const start = (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(prefix);
    if (start === null || start.epoch !== candidate.epoch)
        return false;
    return start.release.every((part, at) => part === (candidate.release[at] ?? 0));
}
/** `<1.0` leaves out 1.0rc1, which sorts before 1.0. */
function isPrereleaseOf(candidate, bound) {
    const isOfBound = sameRelease(candidate, bound) && String(candidate.post) === String(bound.post);
    return candidate.is_prerelease && !bound.is_prerelease && isOfBound;
}
/** `>1.0` leaves out 1.0.post1, which sorts after 1.0. */
function isPostreleaseOf(candidate, bound) {
    const isOfBound = sameRelease(candidate, bound) && String(candidate.pre) === String(bound.pre);
    return candidate.is_postrelease && !bound.is_postrelease && !bound.is_devrelease && isOfBound;
}
function sameRelease(left, right) {
    return (0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .UD)(left.base_version, right.base_version) === 0;
}
/** PEP 440 equality, so that `2024.01.02` in a METADATA file is the lock's `2024.1.2`; else as text. */
function isSameVersion(a, b) {
    return a === b || (isVersion(a) && isVersion(b) && compareVersions(a, b) === 0);
}


/***/ }),

/***/ 8830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ libcOf),
  k: () => (/* binding */ supportedTags)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/python/platform-tags.js
/** Platform tags of the interpreter's system, best first. */
function platformTags(facts) {
    const platform = facts.platform.replace(/[.\- ]/g, '_');
    if (facts.macos !== null)
        return macosTags(facts.macos.version, macosArchitecture(facts.macos.machine, facts));
    return platform.startsWith('linux_') ? linuxTags(platform.slice('linux_'.length), facts) : [platform];
}
function linuxTags(kernelArchitecture, facts) {
    const architectures = linuxArchitectures(kernelArchitecture, facts.pointerBits);
    return [
        ...architectures.map(architecture => `linux_${architecture}`),
        ...manylinuxTags(architectures, facts),
        ...musllinuxTags(architectures, facts.elf?.musl ?? null),
    ];
}
/** A 32-bit interpreter on a 64-bit kernel; ARMv8 in 32 bits runs what is built for ARMv7. */
function linuxArchitectures(kernel, pointerBits) {
    const narrowed = pointerBits === 64 ? kernel : kernel.replace(/^x86_64$/, 'i686').replace(/^aarch64$/, 'armv8l');
    return narrowed === 'armv8l' ? ['armv8l', 'armv7l'] : [narrowed];
}
const legacyManylinux = {
    '2_17': 'manylinux2014',
    '2_12': 'manylinux2010',
    '2_5': 'manylinux1',
};
function manylinuxTags(architectures, facts) {
    if (facts.glibc === null || !hasManylinuxAbi(architectures, facts.elf))
        return [];
    const isIntel = architectures.some(architecture => architecture === 'x86_64' || architecture === 'i686');
    const [major, newest] = facts.glibc;
    return architectures.flatMap(architecture => countDown(newest, isIntel ? 5 : 17).flatMap(minor => {
        const legacy = legacyManylinux[`${major}_${minor}`];
        const tag = `manylinux_${major}_${minor}_${architecture}`;
        return legacy === undefined ? [tag] : [tag, `${legacy}_${architecture}`];
    }));
}
const manylinuxArchitectures = ['x86_64', 'aarch64', 'ppc64', 'ppc64le', 's390x', 'loongarch64', 'riscv64'];
const elfMachine = { x86: 3, arm: 40 };
/** ARM EABI 5 (mask ff000000) with hard float (400). */
const armHardFloat = { mask: 0xff000400, value: 0x05000400 };
function hasManylinuxAbi(architectures, elf) {
    const isNarrow = elf !== null && elf.bits === 32 && elf.littleEndian;
    if (architectures.includes('armv7l')) {
        return isNarrow && elf.machine === elfMachine.arm && (elf.flags & armHardFloat.mask) >>> 0 === armHardFloat.value;
    }
    if (architectures.includes('i686'))
        return isNarrow && elf.machine === elfMachine.x86;
    return architectures.some(architecture => manylinuxArchitectures.includes(architecture));
}
function musllinuxTags(architectures, musl) {
    if (musl === null)
        return [];
    return architectures.flatMap(architecture => countDown(musl[1], 0).map(minor => `musllinux_${musl[0]}_${minor}_${architecture}`));
}
function macosArchitecture(machine, facts) {
    if (facts.pointerBits === 64)
        return machine;
    return machine.startsWith('ppc') ? 'ppc' : 'i386';
}
/** Before macOS 11 the minor number counts releases, from 11 on the major. */
function macosTags([major, minor], architecture) {
    if (major < 11)
        return countDown(minor, 0).flatMap(older => macosFormats([10, older], architecture));
    const since11 = countDown(major, 11).flatMap(release => macosFormats([release, 0], architecture));
    const before11 = countDown(16, 4).flatMap(older => 
    // No ARM machine ran a macOS before 11, yet a universal binary may name the older one that its Intel half runs on.
    architecture === 'x86_64' ? macosFormats([10, older], architecture) : [`macosx_10_${older}_universal2`]);
    return [...since11, ...before11];
}
/** Names of the multi-architecture binaries that hold code for an architecture. */
const fatBinaries = {
    x86_64: ['intel', 'fat64', 'fat3', 'universal2', 'universal'],
    arm64: ['universal2'],
    i386: ['intel', 'fat3', 'fat', 'universal'],
    ppc64: ['fat64', 'universal'],
    ppc: ['fat3', 'fat', 'universal'],
};
/** First and last minor version of macOS 10 that ran an architecture; infinity: so does every macOS since. */
const macosSupport = {
    x86_64: [4, Number.POSITIVE_INFINITY],
    i386: [4, Number.POSITIVE_INFINITY],
    ppc64: [4, 5],
    ppc: [0, 6],
};
function macosFormats([major, minor], architecture) {
    const [first, last] = macosSupport[architecture] ?? [0, Number.POSITIVE_INFINITY];
    const release = major > 10 ? Number.POSITIVE_INFINITY : minor;
    if (release < first || release > last)
        return [];
    return [architecture, ...(fatBinaries[architecture] ?? [])].map(format => `macosx_${major}_${minor}_${format}`);
}
function countDown(from, to) {
    return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}

;// CONCATENATED MODULE: ./lib/python/tags.js
/** Which wheels an interpreter can load: compatibility tags (PEP 425 and the PyPA page "Platform compatibility tags"). */


const shortNames = {
    cpython: 'cp',
    pypy: 'pp',
    ironpython: 'ip',
    jython: 'jy',
    python: 'py',
};
/**
 * Every tag that the interpreter supports, best first, as `packaging.tags.sys_tags()` of packaging 26.3 yields them.
 *
 * Throws `PYTHON_NOT_SUPPORTED` for an implementation that does not name its binary interface.
 */
function supportedTags(facts) {
    const platforms = platformTags(facts);
    const implementation = shortNames[facts.implementation] ?? facts.implementation;
    const own = `${implementation}${facts.version.join('')}`;
    const specific = implementation === 'cp' ? cpythonTags(facts, platforms) : genericTags(facts, own, platforms);
    const anyPlatform = implementation === 'cp' ? [own] : implementation === 'pp' ? ['pp3'] : [];
    const generic = genericPythons(facts.version);
    return [
        ...specific,
        ...generic.flatMap(python => tagEach(python, 'none', platforms)),
        ...[...anyPlatform, ...generic].map(python => `${python}-none-any`),
    ];
}
function cpythonTags(facts, platforms) {
    const [major, minor] = facts.version;
    const own = `cp${major}${minor}`;
    const stableAbi = facts.freeThreaded ? 'abi3t' : 'abi3';
    const older = Array.from({ length: Math.max(0, minor - 2) }, (_, index) => `cp${major}${minor - 1 - index}`);
    return [
        ...[...cpythonAbis(facts, own), stableAbi, 'none'].flatMap(abi => tagEach(own, abi, platforms)),
        ...older.flatMap(python => tagEach(python, stableAbi, platforms)),
    ];
}
/** A debug build loads ordinary extension modules too. */
function cpythonAbis(facts, own) {
    const ordinary = facts.freeThreaded ? `${own}t` : own;
    return facts.debug ? [`${ordinary}d`, ordinary] : [ordinary];
}
function genericTags(facts, own, platforms) {
    return [genericAbi(facts), 'none'].flatMap(abi => tagEach(own, abi, platforms));
}
/** The part of the extension suffix that names the interface: `.pypy310-pp73-x86_64-linux-gnu.so` is `pypy310_pp73`. */
function genericAbi(facts) {
    const [, name = '', end] = facts.extensionSuffix.split('.');
    if (name === '' || end === undefined) {
        throw new errors/* UserError */.yo('PYTHON_NOT_SUPPORTED', `${facts.implementation} names no binary interface for its wheels`, {
            hint: 'use CPython or PyPy',
        });
    }
    const parts = name.startsWith('pypy') ? 2 : name.startsWith('graalpy') ? 3 : undefined;
    return name.split('-').slice(0, parts).join('_');
}
/** `py312`, `py3`, `py311`, … `py30` */
function genericPythons([major, minor]) {
    const older = Array.from({ length: minor }, (_, index) => `py${major}${minor - 1 - index}`);
    return [`py${major}${minor}`, `py${major}`, ...older];
}
function tagEach(python, abi, platforms) {
    return platforms.map(platform => `${python}-${abi}-${platform}`);
}
/** The C library that the tags of an interpreter tell of: `manylinux` (glibc), `musllinux`, or empty where it does not matter. */
function libcOf(tags) {
    return tags.map(tag => /-(manylinux|musllinux)/.exec(tag)?.[1]).find(name => name !== undefined) ?? '';
}


/***/ }),

/***/ 9041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createStoredFile),
/* harmony export */   Q: () => (/* binding */ permitsLinks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/** How files of the store are made: readable for all who share it, whatever mask their maker has. */

/**
 * Makes a file that must not be there, 0644 or 0755, and returns its descriptor. Throws Node's system error.
 *
 * The mask is not asked for: `process.umask()` sets it to 0 for a moment, in which other threads make directories that anyone
 * may write to.
 */
function createStoredFile(path, executable) {
    const mode = executable ? 0o755 : 0o644;
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', mode);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchmodSync)(descriptor, mode);
    return descriptor;
}
/** Whether a file that is a link into the store has no right which this mask takes away. */
function permitsLinks(umask) {
    return (umask & 0o755) === 0;
}


/***/ }),

/***/ 1755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ pathFault)
/* harmony export */ });
/** Paths as they stand in a wheel. */
/** Bytes; below a directory of usual length, every system takes such a path. */
const longestPath = 1024;
/** Bytes; what file systems take. */
const longestName = 255;
/** Of paths of up to `longestName` characters, nearly all: told in one look. */
const usual = /^[A-Za-z0-9_][\w.+-]*(?:\/[A-Za-z0-9_][\w.+-]*)*$/;
/** Why a path may not be written below a directory of any system, or undefined for a relative, normalised POSIX path. */
function pathFault(path) {
    if (path.length <= longestName && usual.test(path))
        return undefined;
    if (path === '')
        return 'is empty';
    if (isLonger(path, longestPath))
        return `is longer than ${longestPath} bytes`;
    if (/\p{Cc}/u.test(path))
        return 'holds a control character';
    if (path.includes('\\'))
        return 'holds a backslash';
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
        return 'is absolute';
    const segments = path.split('/');
    if (segments.includes('..'))
        return 'leaves its directory through `..`';
    if (segments.includes('') || segments.includes('.'))
        return 'is not normalised';
    return segments.some(segment => isLonger(segment, longestName))
        ? `holds a name that is longer than ${longestName} bytes`
        : undefined;
}
/** A character takes three bytes at most, so that most texts need no encoding. */
function isLonger(text, bytes) {
    return text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);
}


/***/ }),

/***/ 5910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ normalizeName),
/* harmony export */   e: () => (/* binding */ parseWheelFilename)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(183);
/** Wheel filenames and distribution names (PyPA binary distribution format, PEP 425, PEP 503). */



const parts = '`{name}-{version}(-{build})-{python}-{abi}-{platform}.whl`';
/** A `_` that no PEP 440 keyword follows stands for the `+` of a local version: `2.4.0_cu121`, but not `1.0_post1`. */
const escapedLocal = /_(?!(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[-_.]?\d*(?:[-_.+]|$))/i;
/**
 * Reads a wheel filename (PyPA binary distribution format, "File name convention"; PEP 425 for tags).
 * Throws UserError WHEEL_FILENAME_INVALID.
 */
function parseWheelFilename(filename) {
    if (!filename.endsWith('.whl'))
        throw invalidFilename(filename, 'it does not end in `.whl`');
    if (filename.length > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .longestFilename */ .u2) {
        throw invalidFilename(filename, `it is longer than ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .longestFilename */ .u2} characters`);
    }
    const fields = filename.slice(0, -'.whl'.length).split('-');
    if (fields.length !== 5 && fields.length !== 6) {
        throw invalidFilename(filename, `it has ${fields.length} parts between \`-\`; expected 5 or 6`);
    }
    const [name = '', version = ''] = fields;
    const [python = '', abi = '', platform = ''] = fields.slice(-3);
    if (!/^[\w.]+$/.test(name) || !/[A-Za-z0-9]/.test(name))
        throw invalidFilename(filename, `${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} is not a name`);
    if (!/^v?\d[\w.!+]*$/i.test(version))
        throw invalidFilename(filename, `${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(version)} is not a version`);
    return {
        filename,
        name: normalizeName(name),
        version: version.includes('+') ? version : version.replace(escapedLocal, '+'),
        build: fields.length === 6 ? parseBuild(fields[2] ?? '', filename) : undefined,
        tags: expandTags({ python, abi, platform }, filename),
    };
}
function parseBuild(build, filename) {
    const [, number, rest] = /^(\d+)([\w.]*)$/.exec(build) ?? [];
    if (number === undefined)
        throw invalidFilename(filename, `build tag ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(build)} does not start with a digit`);
    return [Number(number), rest ?? ''];
}
/** Every combination of the compressed tag sets, in lower case. */
function expandTags(sets, filename) {
    const [pythons, abis, platforms] = [sets.python, sets.abi, sets.platform].map(set => splitSet(set, filename));
    const count = (pythons?.length ?? 0) * (abis?.length ?? 0) * (platforms?.length ?? 0);
    if (count > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .mostTags */ .hp)
        throw invalidFilename(filename, `it stands for ${count} tags; expected at most ${_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .mostTags */ .hp}`);
    return (pythons ?? []).flatMap(python => (abis ?? []).flatMap(abi => (platforms ?? []).map(platform => `${python}-${abi}-${platform}`)));
}
function splitSet(set, filename) {
    if (!/^\w+(\.\w+)*$/.test(set))
        throw invalidFilename(filename, `${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(set)} is not a set of tags`);
    return [...new Set(set.toLowerCase().split('.'))];
}
function invalidFilename(filename, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('WHEEL_FILENAME_INVALID', `${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(filename)} is not a wheel filename: ${reason}`, {
        hint: `A wheel is named ${parts}; \`-\` inside a part is written \`_\``,
    });
}
/** The name of a distribution as it is compared (PEP 503): lower case, each run of `-`, `_` and `.` one `-`. */
function normalizeName(name) {
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}


/***/ }),

/***/ 9468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ placeEntry)
/* harmony export */ });
/* unused harmony export schemes */
/* harmony import */ var _entry_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1755);
/* harmony import */ var _filename_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5910);
/* harmony import */ var _invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);
/* harmony import */ var _reserved_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4959);
/** Where each entry of a wheel is installed (PyPA binary distribution format, "Installing a wheel"). */




const schemes = ['purelib', 'platlib', 'headers', 'scripts', 'data'];
/**
 * Where an entry that is a file is installed: the `.data` directory of the wheel spreads over the schemes, the rest
 * goes to purelib or platlib. A folder in the scripts scheme stays one, as pip has it.
 * Throws `WHEEL_INVALID` for an unknown scheme, for a path that is not inside its scheme and for a second `.dist-info`;
 * SCRIPT_NAME_RESERVED for a file that would replace the interpreter, an activation script or pyvenv.cfg.
 */
function placeEntry(path, layout, wheel) {
    assertInside(path, path, wheel);
    if ((0,_reserved_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isReservedState */ .qV)(path))
        throw (0,_reserved_name_js__WEBPACK_IMPORTED_MODULE_2__/* .reservedName */ .kW)(wheel, 'the entry', path);
    if (!isDataDirectory(topOf(path), layout))
        return { scheme: layout.rootIsPurelib ? 'purelib' : 'platlib', path };
    const [, key, ...rest] = path.split('/');
    if (key === undefined || rest.length === 0) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `entry ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path)}: it lies in no scheme of the \`.data\` directory`);
    }
    const scheme = schemes.find(known => known === key);
    if (scheme === undefined) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `entry ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(path)}: ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(key)} is not a scheme; expected ${schemes.join(', ')}`);
    }
    const placement = { scheme, path: rest.join('/') };
    // What stood inside the path may be a drive now.
    assertInside(placement.path, path, wheel);
    assertHarmless(placement, path, wheel);
    return placement;
}
function topOf(path) {
    const end = path.indexOf('/');
    return end === -1 ? path : path.slice(0, end);
}
function assertInside(path, entry, wheel) {
    const fault = (0,_entry_path_js__WEBPACK_IMPORTED_MODULE_3__/* .pathFault */ .a)(path);
    if (fault !== undefined)
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `entry ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(entry)}: its path ${fault}`);
}
/** What only the `.data` directory can reach: files of the environment itself, and the metadata of distributions. */
function assertHarmless(placement, entry, wheel) {
    const isReserved = (placement.scheme === 'scripts' && (0,_reserved_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isReservedScript */ .yT)(placement.path)) ||
        (placement.scheme === 'data' && (0,_reserved_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isReservedData */ .ZU)(placement.path)) ||
        (0,_reserved_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isReservedState */ .qV)(placement.path);
    if (isReserved)
        throw (0,_reserved_name_js__WEBPACK_IMPORTED_MODULE_2__/* .reservedName */ .kW)(wheel, 'the entry', entry);
    const isLibrary = placement.scheme === 'purelib' || placement.scheme === 'platlib';
    if (isLibrary && /^[^/]+\.dist-info\//i.test(placement.path)) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `entry ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(entry)}: it would be installed into a \`.dist-info\` directory`);
    }
}
/** True for `numpy-2.1.0.data`, its name spelled in any equal way, of a wheel with `numpy-2.1.0.dist-info`. */
function isDataDirectory(directory, { distInfo }) {
    if (!directory.endsWith('.data'))
        return false;
    return (0,_filename_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeName */ .P)(stem(directory)) === (0,_filename_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeName */ .P)(stem(distInfo));
}
function stem(directory) {
    return directory.slice(0, directory.lastIndexOf('.'));
}


/***/ })

};
