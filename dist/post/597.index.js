export const id = 597;
export const ids = [597];
export const modules = {

/***/ 1507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ repeatableOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _resolve_lock_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4140);
/* harmony import */ var _resolve_stored_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6687);
/** By what a later run finds the plan of this one. */




/** Whether another run with these inputs would do the same, wherever its environment lies. */
async function repeatableOf(wheels, { inputs, lock, interpreter }, run) {
    const isPlaceless = ({ sha256, directUrl }) => sha256 !== undefined && directUrl?.url.startsWith('file:') !== true;
    const { editables, usesVariables, included } = inputs.set;
    const isStorable = wheels.every(isPlaceless) && editables.length === 0 && !usesVariables;
    const key = isStorable
        ? await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planKey */ .vH)({ found: inputs, configuration: inputs.configuration, interpreter }, run)
        : undefined;
    if (key === undefined)
        return undefined;
    const paths = lock.distributions.flatMap(({ wheels: files }) => files.flatMap(({ path }) => path ?? []));
    const files = (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .statesOf */ .kY)([...new Set(paths)]);
    const isRead = inputs.files.some(({ kind }) => kind === 'pylock');
    const locks = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(run.located.store.root, 'locks');
    const stored = isRead ? [] : [(0,_resolve_stored_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .storedLockPath */ .My)(locks, (0,_resolve_lock_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .T)(inputs, { settings: run.settings, interpreter }))];
    const texts = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .digestsOf */ .nw)([...stored, ...included]);
    return files && texts && { key, files, texts };
}


/***/ }),

/***/ 8597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installWhole: () => (/* binding */ installWhole)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var wheel_filename = __webpack_require__(5910);
;// CONCATENATED MODULE: ./lib/install/direct-url.js
/** What direct_url.json says; undefined for text that is no such file. Members that `DirectUrl` does not name stay. */
function parseDirectUrl(text) {
    try {
        const value = JSON.parse(text);
        return isDirectUrl(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isDirectUrl(value) {
    if (!isObject(value) || typeof value.url !== 'string')
        return false;
    const { archive_info: archive, dir_info: tree, subdirectory } = value;
    return isAbsentOr(archive, isArchive) && isAbsentOr(tree, isTree) && isAbsentOr(subdirectory, isText);
}
function isArchive(value) {
    const isDigests = (hashes) => isObject(hashes) && Object.values(hashes).every(isText);
    return isObject(value) && isAbsentOr(value.hash, isText) && isAbsentOr(value.hashes, isDigests);
}
function isTree(value) {
    return isObject(value) && isAbsentOr(value.editable, editable => typeof editable === 'boolean');
}
function isAbsentOr(value, isValid) {
    return value === undefined || isValid(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value) {
    return typeof value === 'string';
}

// EXTERNAL MODULE: ./lib/install/reading.js
var reading = __webpack_require__(1879);
;// CONCATENATED MODULE: ./lib/install/installed.js
/** What an environment holds: wheels (PyPA "Recording installed projects"), and what setuptools and distutils made. */





/**
 * Lists the distributions in these directories, by name, then directory. A name that does not start with a letter or
 * digit (`~umpy`) is what an uninstallation left behind and does not count.
 * A directory that does not exist holds nothing; one that is given twice, or through a link, is read once, under the
 * first of its names. Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function scanInstalled(directories) {
    const found = (0,reading/* distinctDirectories */.wj)(directories).flatMap(directory => ((0,reading/* namesIn */.wX)(directory) ?? []).flatMap(entry => readEntry(directory, entry) ?? []));
    return found.sort((a, b) => compare(a.name, b.name) || compare(a.directory, b.directory));
}
function readEntry(parent, entry) {
    const [, stem = '', suffix] = /^([A-Za-z0-9].*)\.(dist-info|egg-info|egg-link|egg)$/.exec(entry) ?? [];
    const directory = (0,external_node_path_.join)(parent, entry);
    if (suffix === 'dist-info')
        return complete(directory, splitStem(stem), readDistInfo(directory));
    if (suffix === 'egg-info')
        return complete(directory, splitStem(stem.replace(eggTags, '')), readEggInfo(directory));
    if (suffix === 'egg')
        return complete(directory, splitStem(stem.replace(eggTags, '')), readEgg(directory));
    if (suffix === 'egg-link')
        return complete(directory, { name: stem, version: '' }, readEggLink(directory, stem));
    return undefined;
}
/** `-py3.11-linux-x86_64` */
const eggTags = /-py\d[\d.]*(?:-.+)?$/;
/** A version has no `-` here; a name of another age may. */
function splitStem(stem) {
    const [, name, version] = /^(.+)-(v?\d[^-]*)$/i.exec(stem) ?? [];
    return name === undefined || version === undefined ? { name: stem, version: '' } : { name, version };
}
function complete(directory, { name, version }, facts) {
    if (facts === undefined)
        return undefined;
    const { kind, installer = '', directUrl, metadata, isDangling } = facts;
    const text = version === '' && metadata !== undefined ? (0,reading/* textOf */.b6)(metadata) : undefined;
    const known = version === '' ? headerOf(text, 'Version') : version;
    if (known === '' && (kind === 'dist-info' || kind === 'incomplete'))
        return undefined;
    return {
        name: (0,wheel_filename/* normalizeName */.P)(headerOf(text, 'Name') || name),
        ...{ version: known, directory, kind, installer, directUrl },
        ...(isDangling ? { isDangling } : {}),
    };
}
function readDistInfo(directory) {
    const files = (0,reading/* namesIn */.wX)(directory);
    if (files === undefined)
        return undefined;
    const read = (name) => (files.includes(name) ? (0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, name)) : undefined);
    const metadata = (0,external_node_path_.join)(directory, 'METADATA');
    return {
        isDangling: files.includes('METADATA') && (0,reading/* unlessAbsent */.QY)(metadata, () => (0,external_node_fs_.statSync)(metadata)) === undefined,
        kind: files.includes('RECORD') ? 'dist-info' : 'incomplete',
        installer: (read('INSTALLER') ?? '').trim(),
        directUrl: parseDirectUrl(read('direct_url.json') ?? ''),
        metadata,
    };
}
function readEggInfo(path) {
    if ((0,reading/* namesIn */.wX)(path) === undefined)
        return { kind: 'distutils', metadata: path };
    return { kind: 'egg-info', metadata: (0,external_node_path_.join)(path, 'PKG-INFO') };
}
/** A directory counts with its metadata only; a file is a zip archive. */
function readEgg(path) {
    const names = (0,reading/* namesIn */.wX)(path);
    return names === undefined || names.includes('EGG-INFO') ? { kind: 'egg' } : undefined;
}
function readEggLink(link, name) {
    const tree = linkedTree(link);
    const eggInfo = tree === undefined ? undefined : eggInfoOf(tree, name);
    return { kind: 'egg-link', ...(eggInfo === undefined ? {} : { metadata: (0,external_node_path_.join)(eggInfo, 'PKG-INFO') }) };
}
/** The directory that an `.egg-link` points to, whether or not it is there: its first line that is not empty. */
function linkedTree(link) {
    const line = (0,reading/* textOf */.b6)(link)?.split(/\r?\n/).map(trimmed).find(Boolean);
    return line === undefined ? undefined : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(link), line);
}
/** The `.egg-info` of a distribution in its source tree. */
function eggInfoOf(tree, name) {
    const suffix = '.egg-info';
    const isOf = (entry) => (0,wheel_filename/* normalizeName */.P)(entry.slice(0, -suffix.length)) === (0,wheel_filename/* normalizeName */.P)(name);
    const found = (0,reading/* namesIn */.wX)(tree)?.find(entry => entry.endsWith(suffix) && isOf(entry));
    return found === undefined ? undefined : (0,external_node_path_.join)(tree, found);
}
/** A header of core metadata, empty where it is absent; the description that follows the headers is not read. */
function headerOf(metadata, key) {
    const [headers = ''] = (metadata ?? '').split(/\r?\n\r?\n/, 1);
    return new RegExp(`^${key}:[ \\t]*(\\S.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
}
function trimmed(line) {
    return line.trim();
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./lib/plan/plan.js + 1 modules
var plan = __webpack_require__(909);
// EXTERNAL MODULE: ./lib/plan/present.js
var plan_present = __webpack_require__(9844);
// EXTERNAL MODULE: ./lib/resolve/inputs.js
var inputs = __webpack_require__(8507);
// EXTERNAL MODULE: ./lib/resolve/run-inputs.js + 1 modules
var run_inputs = __webpack_require__(3901);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/resolve/without-editables.js
/** Requirements files without their `-e` lines, for a resolver that would build those trees itself. */



/**
 * Copies of these files, and of what they include, below `directory`; lines that are not about files stay as they are.
 * Throws what reading an included file throws.
 */
async function withoutEditables(files, directory) {
    const copies = new Map();
    const copied = [];
    for (const file of files) {
        const copy = await copyWithout(file, directory, copies);
        copied.push({ ...file, ...copy });
    }
    return copied;
}
/** `copies`: where the copy of each file lies; a file that includes itself is copied once. */
async function copyWithout(file, directory, copies) {
    const target = (0,external_node_path_.join)(directory, String(copies.size));
    const path = (0,external_node_path_.join)(target, (0,external_node_path_.basename)(file.path));
    copies.set(file.path, path);
    const lines = [];
    for (const line of joinedLines(file.text))
        lines.push(await rewrite(line, { file, directory, copies }));
    const text = lines.join('\n');
    await (0,promises_.mkdir)(target, { recursive: true });
    await (0,promises_.writeFile)(path, text);
    return { path, text };
}
/** A line that ends in `\` goes on in the next one. */
function joinedLines(text) {
    return text.replace(/\\\r?\n/g, ' ').split(/\r\n|\r|\n/);
}
async function rewrite(line, { file, directory, copies }) {
    if (/^\s*(?:-e|--editable(?![\w-]))/.test(line))
        return '';
    const [, option = '', name = '', rest = ''] = /^\s*(-r|--requirement|-c|--constraint|-f|--find-links)[\s=]*(\S+)(.*)$/.exec(line) ?? [];
    if (option === '')
        return line;
    const isLinks = option === '-f' || option === '--find-links';
    if (isLinks && /^[a-z][a-z0-9+.-]+:/i.test(name))
        return line;
    const path = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file.path), name);
    if (isLinks)
        return `${option} ${path}${rest}`;
    const known = copies.get(path);
    if (known !== undefined)
        return `${option} ${known}${rest}`;
    const shown = (0,external_node_path_.join)((0,external_node_path_.dirname)(file.shown), name);
    const copy = await copyWithout({ path, shown, text: await (0,inputs/* readInputText */._)(path, shown) }, directory, copies);
    return `${option} ${copy.path}${rest}`;
}

// EXTERNAL MODULE: ./lib/store/locate.js + 1 modules
var locate = __webpack_require__(8333);
// EXTERNAL MODULE: ./lib/python/environment.js
var python_environment = __webpack_require__(5927);
// EXTERNAL MODULE: ./lib/python/venv.js
var venv = __webpack_require__(3129);
// EXTERNAL MODULE: ./lib/report/timeline.js
var timeline = __webpack_require__(1451);
// EXTERNAL MODULE: ./lib/pipeline/environment.js
var environment = __webpack_require__(6283);
// EXTERNAL MODULE: ./lib/pipeline/run.js + 4 modules
var pipeline_run = __webpack_require__(7564);
;// CONCATENATED MODULE: ./lib/pipeline/build-environment.js





/** Build requirements are resolved as uv and pip do: apart from what the run itself installs. */
function openBuildEnvironments(run, interpreter, install) {
    const { host, watch } = run;
    return async (directory, requirements) => {
        if (requirements.length === 0)
            return makeEmpty(directory, interpreter, run);
        const own = (0,timeline/* createTimeline */.MM)((0,timeline/* clockSince */.Td)(Date.now()));
        await install(buildSettings(run, { directory, packages: requirements, interpreter }), host, {
            ...own,
            signal: watch.signal,
        });
        return (0,python_environment/* pythonOf */.we)(directory, host.platform.os);
    };
}
async function makeEmpty(directory, interpreter, run) {
    const { host } = run;
    const claim = await (0,venv/* claimVenv */.gM)(directory, await (0,venv/* openVenv */.IZ)(directory, host), { host, ...(0,pipeline_run/* waitingOf */.PZ)(run) });
    if (claim !== undefined)
        await (await (0,venv/* createVenv */.oZ)(claim, interpreter, (0,environment/* venvOptionsOf */.N)(run))).finish();
    return (0,python_environment/* pythonOf */.we)(directory, host.platform.os);
}
function buildSettings({ settings, located }, { directory, packages, interpreter }) {
    return {
        ...settings,
        ...{ requirements: [], packages, constraints: [], editables: [] },
        ...{ extras: [], allExtras: false, groups: [], noGroups: [], noDev: false, noInstallProject: false, noDeps: false },
        ...{ upgrade: false, exact: false, reinstall: false, compileBytecode: true, modulesFile: '' },
        ...{ onConflict: 'warn', readyEnvironments: 'never' },
        mode: 'install',
        environment: { kind: 'venv', path: directory },
        python: interpreter.baseExecutable,
        index: { ...settings.index, requireHashes: false },
        cache: { ...settings.cache, backend: 'none', restore: false, save: false },
        store: located.directory,
    };
}

// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var cache = __webpack_require__(243);
;// CONCATENATED MODULE: ./lib/python/bytecode-path.js

/**
 * Where import looks for the bytecode of a source file (PEP 3147, PEP 488), both POSIX paths:
 * `a/b.py` → `a/__pycache__/b.cpython-311.pyc`, or `….opt-1.pyc` under `-O`.
 */
function bytecodePath(sourcePath, cacheTag, optimize = 0) {
    const { dir, name } = external_node_path_.posix.parse(sourcePath);
    const suffix = optimize === 0 ? '' : `.opt-${optimize}`;
    return external_node_path_.posix.join(dir, '__pycache__', `${name}.${cacheTag}${suffix}.pyc`);
}

// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/install/journal.js
var install_journal = __webpack_require__(2976);
// EXTERNAL MODULE: ./lib/install/link.js
var install_link = __webpack_require__(9691);
// EXTERNAL MODULE: ./lib/install/link-tree.js
var link_tree = __webpack_require__(348);
// EXTERNAL MODULE: ./lib/install/survey.js
var install_survey = __webpack_require__(5709);
;// CONCATENATED MODULE: ./lib/install/change.js
/** A change of an environment, whole or undone: what is removed or in the way is moved aside before anything is written. */








/**
 * Begins a change in an environment that holds something, which this process has claimed. Afterwards no destination is
 * taken and their directories exist. Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
function beginChange(parts) {
    const { environment, removals } = parts;
    const { stateDirectory } = environment;
    const journal = planChange(parts);
    try {
        (0,install_journal/* openJournal */._0)(stateDirectory, journal);
    }
    catch (error) {
        throw (0,python_environment/* cannotWrite */.zz)(stateDirectory, error);
    }
    const undo = () => (0,install_journal/* undoJournal */.gk)(stateDirectory, journal);
    try {
        for (const path of [...journal.movedDirectories, ...journal.movedFiles])
            moveAside(path);
        makeParents(parts.destinations);
        for (const [path, content] of joinRewrites(removals))
            (0,install_link/* writeFile */._h)(path, content, { executable: false });
    }
    catch (error) {
        undo();
        throw error;
    }
    return { commit: () => (0,install_journal/* commitJournal */.lj)(stateDirectory, journal), undo };
}
function planChange({ environment, removals, destinations, possible }) {
    const { schemes, root, stateDirectory } = environment;
    const kept = [...new Set([...Object.values(schemes), root, stateDirectory])];
    const made = spellAlike([...destinations, ...possible], kept);
    const whole = [...new Set(removals.flatMap(({ directories }) => directories))];
    const rewritten = [...joinRewrites(removals).keys()];
    const removed = new Set([...removals.flatMap(({ files }) => files), ...rewritten]);
    const isWhole = (0,install_journal/* withinAny */.OQ)(whole);
    const isFree = (path) => removed.has(path) || !(0,install_journal/* existsInSelf */.ot)(path);
    const missing = new Set();
    const inTheWay = [];
    for (const [parent, names] of groupByParent(made)) {
        if (isWhole((0,external_node_path_.join)(parent, 'any')))
            continue;
        const present = lastingIn(parent, removed);
        if (present === undefined) {
            for (let path = parent; !missing.has(path) && isFree(path); path = (0,external_node_path_.dirname)(path))
                missing.add(path);
            continue;
        }
        for (const name of names) {
            const path = (0,external_node_path_.join)(parent, name);
            if (present.has(name) && !removed.has(path))
                inTheWay.push(path);
        }
    }
    const isGone = (path) => removed.has(path) || whole.includes(path);
    const emptied = inTheWay.filter(path => (0,external_node_fs_.lstatSync)(path).isDirectory());
    for (const path of emptied)
        if (!isEmptied(path, isGone))
            throw (0,python_environment/* unwritable */.mP)(path, 'EISDIR');
    const movedDirectories = [...whole.filter(path => !(0,install_journal/* withinAny */.OQ)(emptied)(path)), ...emptied];
    const isMoved = (0,install_journal/* withinAny */.OQ)(movedDirectories);
    return {
        format: 1,
        movedDirectories,
        movedFiles: [...removed, ...inTheWay].filter(path => !isMoved(path) && !emptied.includes(path)),
        made: [...made, ...rewritten],
        madeDirectories: [...missing].sort(),
        kept,
    };
}
/** Whether a directory holds something, and nothing that stays. */
function isEmptied(directory, isGone) {
    const entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    const goes = (entry) => {
        const path = (0,external_node_path_.join)(directory, entry.name);
        return isGone(path) || (entry.isDirectory() && isEmptied(path, isGone));
    };
    return entries.length > 0 && entries.every(goes);
}
/** Destinations by the directory that they lie in. */
function groupByParent(destinations) {
    const groups = new Map();
    for (const destination of destinations) {
        const parent = (0,external_node_path_.dirname)(destination);
        const names = groups.get(parent);
        if (names === undefined)
            groups.set(parent, [(0,external_node_path_.basename)(destination)]);
        else
            names.push((0,external_node_path_.basename)(destination));
    }
    return groups;
}
/** The names in a directory, or undefined where there is none, or a file that goes. */
function lastingIn(directory, removed) {
    for (let path = directory; path !== (0,external_node_path_.dirname)(path); path = (0,external_node_path_.dirname)(path))
        if (removed.has(path))
            return undefined;
    return namesIn(directory);
}
function namesIn(directory) {
    try {
        return new Set((0,external_node_fs_.readdirSync)(directory));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        throw (0,errors/* hasErrno */.Nm)(error, 'ENOTDIR') ? (0,python_environment/* unwritable */.mP)(directory, 'ENOTDIR') : (0,python_environment/* cannotWrite */.zz)(directory, error);
    }
}
/**
 * Paths with the links on the way resolved, as planRemoval spells them, so that one file has one path. A link that leads
 * out of the environment, or nowhere, would take the files of a wheel there: ENVIRONMENT_UNWRITABLE.
 */
function spellAlike(paths, kept) {
    const roots = kept
        .filter(install_journal/* existsInSelf */.ot)
        .map(spelled => ({ spelled, real: realOf(spelled) }))
        .sort((a, b) => b.real.length - a.real.length);
    const known = new Map();
    const spell = (directory) => {
        const before = known.get(directory);
        if (before !== undefined)
            return before;
        const answer = (0,install_journal/* existsInSelf */.ot)(directory)
            ? spellPresent(directory)
            : (0,external_node_path_.join)(spell((0,external_node_path_.dirname)(directory)), (0,external_node_path_.basename)(directory));
        known.set(directory, answer);
        return answer;
    };
    const spellPresent = (directory) => {
        const real = realOf(directory);
        const root = roots.find(candidate => (0,install_survey/* isWithin */.U)(real, candidate.real));
        if (root !== undefined)
            return (0,external_node_path_.join)(root.spelled, real.slice(root.real.length));
        // Above the environment, where a directory of it is yet to be made.
        if (kept.some(place => (0,install_survey/* isWithin */.U)(place, directory)))
            return directory;
        throw (0,python_environment/* unwritable */.mP)(directory, 'ELOOP');
    };
    return paths.map(path => (0,external_node_path_.join)(spell((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path)));
}
function realOf(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch (error) {
        throw (0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ELOOP') ? (0,python_environment/* unwritable */.mP)(path, 'ELOOP') : (0,python_environment/* cannotWrite */.zz)(path, error);
    }
}
function moveAside(path) {
    try {
        (0,external_node_fs_.renameSync)(path, (0,install_journal/* asideOf */.KN)(path));
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV'))
            throw (0,python_environment/* cannotWrite */.zz)(path, error);
        copyAside(path);
    }
}
/** overlayfs renames no directory of a lower layer. Its aside appears whole, so that undoing stays safe at any point. */
function copyAside(path) {
    const unfinished = (0,install_journal/* unfinishedAsideOf */.Xr)(path);
    try {
        (0,external_node_fs_.cpSync)(path, unfinished, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
        (0,external_node_fs_.renameSync)(unfinished, (0,install_journal/* asideOf */.KN)(path));
        (0,external_node_fs_.rmSync)(path, { recursive: true });
    }
    catch (error) {
        throw (0,python_environment/* cannotWrite */.zz)(path, error);
    }
}
/** Makes the directories of these files, each once, shallow ones first. */
function makeParents(destinations) {
    for (const directory of [...new Set(destinations.map(path => (0,external_node_path_.dirname)(path)))].sort())
        (0,link_tree/* makeDirectory */.Oh)(directory);
}
/** The files that lose lines; where several removals take lines from one, those stay that none of them takes. */
function joinRewrites(removals) {
    const joined = new Map();
    for (const { path, content } of removals.flatMap(({ rewrites }) => rewrites)) {
        const before = joined.get(path);
        const lines = new Set(content.split('\n'));
        const common = before?.split('\n').filter(line => lines.has(line));
        joined.set(path, common?.join('\n') ?? content);
    }
    return joined;
}

// EXTERNAL MODULE: ./lib/install/dist-info.js
var dist_info = __webpack_require__(7188);
// EXTERNAL MODULE: ./lib/install/layout.js
var layout = __webpack_require__(8205);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/wheel/dist-info.js
var wheel_dist_info = __webpack_require__(4208);
// EXTERNAL MODULE: ./lib/wheel/portable-path.js
var portable_path = __webpack_require__(8286);
;// CONCATENATED MODULE: ./lib/install/conflicts.js
/** Paths that several wheels claim, settled before anything is linked: pure, and independent of timing. */
/**
 * The last claimant of `claimants` (pip's order) wins each path. `keyOf` gives the same text for paths that are one on the
 * file system at hand; a distribution may then contest a path with itself.
 */
function settleClaims(claimants, keyOf = destination => destination) {
    const owner = new Map();
    const lost = new Map();
    const differing = new Map();
    for (const { name, claims } of [...claimants].reverse()) {
        for (const { destination, sha256 } of claims) {
            const winner = owner.get(keyOf(destination));
            if (winner === undefined) {
                owner.set(keyOf(destination), { name, destination, sha256 });
                continue;
            }
            if (winner.name === name && winner.destination === destination)
                continue;
            lost.set(name, (lost.get(name) ?? new Set()).add(destination));
            if (winner.sha256 === sha256)
                continue;
            const key = `${winner.name}\0${name}`;
            const conflict = differing.get(key) ?? { winner: winner.name, loser: name, paths: [] };
            conflict.paths.push(destination);
            differing.set(key, conflict);
        }
    }
    return { lost, conflicts: [...differing.values()] };
}

;// CONCATENATED MODULE: ./lib/install/order.js
/** The order in which wheels are laid over one another: pip's, so that the same wheel wins a contested path. */
/**
 * Dependencies first, by the longest path from what was asked for; equally deep names in descending order.
 * Pure, and independent of the order of `wheels`.
 */
function orderWheels(wheels) {
    const byName = new Map([...wheels].sort((a, b) => (a.name < b.name ? -1 : 1)).map(wheel => [wheel.name, wheel]));
    const depth = new Map([...byName.keys()].map(name => [name, 0]));
    for (const name of parentsFirst(byName)) {
        const next = (depth.get(name) ?? 0) + 1;
        for (const required of byName.get(name)?.requires ?? []) {
            if (byName.has(required))
                depth.set(required, Math.max(depth.get(required) ?? 0, next));
        }
    }
    const deepness = (wheel) => depth.get(wheel.name) ?? 0;
    return [...byName.values()].sort((a, b) => deepness(b) - deepness(a) || (a.name < b.name ? 1 : -1));
}
/** Reverse postorder of the requirement graph; an edge that closes a cycle is passed over. */
function parentsFirst(byName) {
    const finished = [];
    const seen = new Set();
    const visit = (name) => {
        if (seen.has(name))
            return;
        seen.add(name);
        for (const required of byName.get(name)?.requires ?? [])
            if (byName.has(required))
                visit(required);
        finished.push(name);
    };
    for (const name of byName.keys())
        visit(name);
    return finished.reverse();
}

// EXTERNAL MODULE: ./lib/install/scripts.js
var scripts = __webpack_require__(3995);
;// CONCATENATED MODULE: ./lib/install/prepare.js
/** Settles where every file of an installation goes, before one is linked. */










/** Settles every path before one is linked. */
function prepareInstall(wheels, services, removals = []) {
    const ordered = orderWheels(wheels.map(wheel => ({ name: wheel.note.name, requires: wheel.note.requires, wheel })));
    const placed = ordered.map(({ wheel }) => {
        const entryPoints = readEntryPoints(wheel.note, services);
        const wrappers = makeWrappers(entryPoints, wheel.note, services);
        const places = withoutDoubles((0,layout/* placeWheel */.dX)(wheel.note, services.environment, entryPoints), wrappers);
        return { wheel, wrappers, places };
    });
    const { lost, conflicts } = settleClaims(placed.map(item => ({ name: item.wheel.note.name, claims: [...claimsOf(item)] })), pathKeys(services.os));
    const none = new Set();
    const prepared = placed.map(item => ({ ...item, lost: lost.get(item.wheel.note.name) ?? none }));
    return { wheels: prepared, conflicts, removals };
}
/**
 * A wheel may reach one path through several schemes, as `.data/scripts/x` and `.data/data/bin/x` do: as with pip, scripts
 * win over other files, and what is made for an entry point wins over both.
 */
function withoutDoubles(places, wrappers) {
    const taken = new Set(wrappers.map(({ destination }) => destination));
    const isFree = ({ destination }) => !taken.has(destination);
    const scripts = places.scripts.filter(isFree);
    for (const { destination } of scripts)
        taken.add(destination);
    const isSpread = ({ scheme }) => scheme === 'data' || scheme === 'headers';
    const spread = new Map(places.linked.filter(isSpread).map(placed => [placed.destination, placed]));
    if (taken.size === 0 && spread.size === 0)
        return places;
    const outside = [...spread.values()].filter(isFree);
    for (const destination of spread.keys())
        taken.add(destination);
    const inLibrary = places.linked.filter(placed => !isSpread(placed) && isFree(placed));
    return { ...places, linked: [...outside, ...inLibrary], scripts };
}
/** The same text for paths that are one on the usual file systems of a system. */
function pathKeys(os) {
    return os === 'linux' ? path => path : portable_path/* foldPath */.t;
}
/** What a wheel writes, but for bytecode and its own dist-info. */
function* claimsOf({ places, wrappers }) {
    for (const { destination, file } of places.linked)
        yield { destination, sha256: file.sha256 };
    for (const { destination, file } of places.scripts)
        yield { destination, sha256: file.sha256 };
    for (const { destination, sha256 } of wrappers)
        yield { destination, sha256 };
}
function makeWrappers(entryPoints, note, services) {
    const { environment } = services;
    const directory = environment.schemes.scripts;
    const prefix = (0,layout/* recordPrefix */.Kg)((0,layout/* libraryOf */.vT)(note, environment.schemes), directory);
    return entryPoints
        .flatMap(entryPoint => (0,scripts/* scriptFiles */.pe)(entryPoint, environment.python, services).map(file => ({ ...file, entryPoint })))
        .map(({ name, content, entryPoint }) => ({
        entryPoint,
        destination: (0,external_node_path_.join)(directory, name),
        recordPath: `${prefix}${name}`,
        content,
        sha256: (0,external_node_crypto_.hash)('sha256', content, 'hex'),
    }));
}
/** The entry points of a stored wheel that become scripts. */
function readEntryPoints(note, { store, pythonVersion }) {
    const path = `${note.distInfo}/entry_points.txt`;
    if (!note.files.some(file => file.path === path))
        return [];
    const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, note.sha256)), path), 'utf8');
    return (0,scripts/* scriptEntryPoints */.ZQ)((0,wheel_dist_info/* parseEntryPoints */.f0)(text, note.filename), { wheel: note.filename, pythonVersion });
}

// EXTERNAL MODULE: ./lib/wheel/record.js
var wheel_record = __webpack_require__(4222);
;// CONCATENATED MODULE: ./lib/install/tree.js
/**
 * What an installation puts into a new virtual environment, as data: links by directory and files with their text. Nothing
 * in it depends on where the environment lies, so one tree serves every path.
 */






/** Describes a prepared installation into a new environment, with the bytecode of its wheels by their sha256. */
function describeTree({ wheels }, bytecode, services) {
    const links = new Map();
    const files = [];
    for (const prepared of wheels) {
        const note = bytecode.get(prepared.wheel.note.sha256);
        const compiled = (0,layout/* placeBytecode */.x$)(prepared.wheel.note, services.environment, note?.files ?? []);
        const mode = isEditable(prepared) ? 'copy' : undefined;
        addLinks(links, prepared.places.linked.filter(isKept(prepared)), { ...storeOf(prepared, services), services, mode });
        if (services.bytecodeKind !== undefined && note !== undefined) {
            const directory = (0,store_store/* bytecodeDirectory */.$p)(services.store, services.bytecodeKind, note.wheel);
            const ours = withoutLost(compiled, prepared, services);
            addLinks(links, ours, { root: (0,store_store/* filesOf */.R8)(directory), services, mode });
        }
        addFiles(files, prepared, { compiled, services });
    }
    const directories = [...links].map(([path, groups]) => [path, [...groups.values()]]);
    return { directories: directories.sort(([a], [b]) => (a < b ? -1 : 1)), files };
}
function storeOf({ wheel }, { store }) {
    return { root: (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, wheel.note.sha256)) };
}
function isKept({ lost }) {
    return ({ destination }) => !lost.has(destination);
}
/** The files of an editable distribution point at a tree: an edit of them is not one of the store. */
function isEditable({ wheel }) {
    return wheel.directUrl?.dir_info?.editable === true;
}
function addLinks(links, placed, { root, services, mode }) {
    const base = below(services.store.root, root);
    for (const { file, destination } of placed) {
        const directory = below(services.environment.root, (0,external_node_path_.dirname)(destination));
        const groups = links.get(directory) ?? new Map();
        links.set(directory, groups);
        const parent = external_node_path_.posix.dirname(file.path);
        const from = parent === '.' ? base : `${base}/${parent}`;
        const group = groups.get(from);
        if (group !== undefined)
            group[1].push(external_node_path_.posix.basename(file.path));
        else
            groups.set(from, mode === undefined ? [from, [external_node_path_.posix.basename(file.path)]] : [from, [external_node_path_.posix.basename(file.path)], mode]);
    }
}
/** A source that lost its path leaves its bytecode out too. */
function withoutLost(compiled, { places, lost }, { bytecodeKind }) {
    if (lost.size === 0 || bytecodeKind === undefined)
        return compiled;
    const sources = places.linked.filter(({ destination }) => lost.has(destination));
    const absent = new Set(sources.map(({ file }) => bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize)));
    return compiled.filter(({ file }) => !absent.has(file.path));
}
function addFiles(files, prepared, { compiled, services }) {
    const { places, wrappers, lost } = prepared;
    const { root: storeRoot } = services.store;
    const place = (destination) => below(services.environment.root, destination);
    const scripts = [];
    const addScript = (recordPath, destination, script) => {
        scripts.push({ recordPath, script: files.length });
        files.push(lost.has(destination) ? { ...script, path: '' } : script);
    };
    for (const { file, destination, recordPath } of places.scripts) {
        const from = `${below(storeRoot, storeOf(prepared, services).root)}/${file.path}`;
        addScript(recordPath, destination, { kind: 'script', path: place(destination), from });
    }
    for (const { destination, recordPath, entryPoint } of wrappers) {
        addScript(recordPath, destination, { kind: 'entry-point', path: place(destination), entryPoint });
    }
    for (const [name, text] of (0,dist_info/* metadataFiles */.v8)(prepared)) {
        files.push({ kind: 'text', path: place(`${places.distInfo}${external_node_path_.sep}${name}`), text });
    }
    const rows = (0,dist_info/* metadataRows */.Xv)(prepared, compiled);
    files.push({ kind: 'record', path: place(`${places.distInfo}${external_node_path_.sep}RECORD`), parts: recordParts(rows, scripts) });
}
/** The text of a RECORD, cut where the rows of scripts belong. */
function recordParts(rows, scripts) {
    if (scripts.length === 0)
        return [(0,wheel_record/* formatRecord */.bM)(rows)];
    const parts = [];
    let rest = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    for (const script of scripts.toSorted((a, b) => (a.recordPath < b.recordPath ? -1 : 1))) {
        const before = rest.filter(({ path }) => path < script.recordPath);
        rest = rest.slice(before.length);
        parts.push((0,wheel_record/* formatRecord */.bM)(before), script);
    }
    return [...parts, (0,wheel_record/* formatRecord */.bM)(rest)];
}
/** A path below another, POSIX. */
function below(root, path) {
    const found = (0,external_node_path_.relative)(root, path);
    return external_node_path_.sep === '/' ? found : found.replaceAll(external_node_path_.sep, '/');
}

;// CONCATENATED MODULE: ./lib/install/install-wheels.js
/** Lays stored wheels into an environment, all of them or none, and takes out what they replace. */








/**
 * Begins an installation: what it removes is moved aside. `link` and `finish` return the number of files they put in place.
 * Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
function beginInstallation(preparation, services) {
    const { wheels, removals } = preparation;
    const { environment } = services;
    const destinations = wheels.flatMap(prepared => [...destinationsOf(prepared)]);
    const possible = wheels.flatMap(prepared => bytecodeDestinations(prepared, services));
    const change = beginChange({ environment, removals, destinations, possible });
    return {
        link: prepared => linkWheel(prepared, services),
        finish: (prepared, bytecode) => finishWheel(prepared, bytecode, services),
        commit: change.commit,
        undo: change.undo,
    };
}
function* destinationsOf(prepared) {
    for (const { destination } of claimsOf(prepared))
        yield destination;
    yield* (0,dist_info/* metadataDestinations */.b3)(prepared);
}
/** Where bytecode may be written; which sources compile is not known yet. */
function bytecodeDestinations({ wheel }, { environment, bytecodeKind }) {
    if (bytecodeKind === undefined)
        return [];
    const { note } = wheel;
    const compiled = (0,layout/* compiledSources */.gh)(note).map(file => ({
        ...file,
        path: bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize),
    }));
    return (0,layout/* placeBytecode */.x$)(note, environment, compiled).map(({ destination }) => destination);
}
function linkWheel(prepared, services) {
    const { wheel, places, lost } = prepared;
    const files = (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(services.store, wheel.note.sha256));
    return linkAll(files, places.linked, { lost, mode: linkModeOf(prepared, services) });
}
function linkModeOf(prepared, { linkMode }) {
    return isEditable(prepared) ? 'copy' : linkMode;
}
function finishWheel(prepared, bytecode, services) {
    const { note } = prepared.wheel;
    const compiled = (0,layout/* placeBytecode */.x$)(note, services.environment, bytecode?.files ?? []);
    const ours = withoutLost(compiled, prepared, services);
    makeParents(ours.map(({ destination }) => destination));
    if (services.bytecodeKind !== undefined && bytecode !== undefined) {
        const files = (0,store_store/* filesOf */.R8)((0,store_store/* bytecodeDirectory */.$p)(services.store, services.bytecodeKind, note.sha256));
        linkAll(files, ours, { lost: prepared.lost, mode: linkModeOf(prepared, services) });
    }
    const scripts = (0,dist_info/* writeScripts */.Ur)(prepared, services);
    (0,dist_info/* writeMetadata */.f5)(prepared, { bytecode: compiled, scripts });
    return ours.length + scripts.length;
}
function linkAll(root, placed, { lost, mode }) {
    let count = 0;
    for (const { file, destination } of placed) {
        if (lost.has(destination))
            continue;
        (0,install_link/* linkFile */.TG)(`${root}/${file.path}`, destination, mode);
        count++;
    }
    return count;
}

// EXTERNAL MODULE: ./lib/wheel/zip.js + 3 modules
var zip = __webpack_require__(6070);
// EXTERNAL MODULE: ./lib/install/archive.js
var install_archive = __webpack_require__(5925);
;// CONCATENATED MODULE: ./lib/install/windows-launchers.js
/** The launcher executables of Windows scripts, taken from the pip that the base interpreter bundles. */






/**
 * Reads the console (`t`) and gui (`w`) launcher out of `ensurepip`'s pip wheel below `standardLibrary`.
 * Throws UserError LAUNCHER_NOT_FOUND.
 */
async function readWindowsLaunchers(standardLibrary, arch) {
    const directory = (0,external_node_path_.join)(standardLibrary, 'ensurepip', '_bundled');
    const names = await (0,promises_.readdir)(directory).catch(() => []);
    const wheel = names.find(name => /^pip-.*\.whl$/.test(name));
    if (wheel === undefined)
        throw launcherNotFound(directory);
    const archive = (0,install_archive/* openArchive */.p)((0,external_node_path_.join)(directory, wheel));
    try {
        const read = (gui) => readLauncher(archive, (0,scripts/* launcherName */.md)({ gui, arch }), wheel);
        return { console: read(false), gui: read(true) };
    }
    finally {
        archive.close();
    }
}
function readLauncher(archive, name, wheel) {
    const entry = (0,zip/* readEntries */.$2)(archive, wheel).find(({ path }) => path === `pip/_vendor/distlib/${name}`);
    if (entry === undefined)
        throw launcherNotFound(`${wheel}: ${name}`);
    return (0,zip/* inflateEntry */.Yj)(entry, archive.read((0,zip/* entryDataOffset */.ae)(archive, entry, wheel), entry.compressedSize), wheel);
}
function launcherNotFound(where) {
    return new errors/* UserError */.yo('LAUNCHER_NOT_FOUND', `no launcher for scripts was found in \`${where}\``, {
        hint: 'use a Python that includes ensurepip, such as that of setup-python or uv',
    });
}

// EXTERNAL MODULE: ./lib/store/note.js
var store_note = __webpack_require__(6841);
;// CONCATENATED MODULE: ./lib/bytecode/batches.js
/** Splits the files of one compile call into the batches that a worker takes at a time. */
const maxFiles = 32;
const maxBytes = 256 * 1024;
const minBytes = 16 * 1024;
/**
 * Batches of at most 32 files and, unless one file alone is bigger, 256 KiB of source, biggest files first.
 * A small call is split further, so that every one of `workers` gets a share.
 */
function splitBatches(files, workers) {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    const limit = Math.min(maxBytes, Math.max(minBytes, Math.ceil(total / (workers * 2))));
    const batches = [];
    let batch = [];
    let bytes = 0;
    for (const file of files.toSorted((a, b) => b.size - a.size)) {
        if (batch.length === 0 || batch.length === maxFiles || bytes + file.size > limit) {
            batch = [];
            bytes = 0;
            batches.push(batch);
        }
        batch.push(file);
        bytes += file.size;
    }
    return batches;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/bytecode/compile-process.js
/** One long-lived Python process that runs compile.py: started, spoken to in lines of JSON, watched, ended. */



/** Starts a process at once; that it could not be started is an exit too. */
function startCompileProcess(options, events) {
    const child = spawnCompiler(options);
    const stderr = keepTail(child.stderr);
    const clock = watchProgress(options.stallMs ?? 60_000, () => kill(child));
    let started = false;
    onLines(child.stdout, line => {
        clock.finish();
        const message = JSON.parse(line);
        if ('ready' in message)
            started = true;
        else
            events.reply(message);
    });
    return {
        send(files) {
            clock.begin();
            child.stdin.write(`${JSON.stringify({ files: files.map(toWire) })}\n`);
        },
        kill: () => kill(child),
        exited: onExit(child).then(reason => {
            clock.stop();
            events.exit([clock.stalled() ?? reason, stderr()].filter(text => text !== '').join(': '), started);
        }),
    };
}
function spawnCompiler(options) {
    const script = (0,external_node_path_.join)(options.helpersDirectory, 'compile.py');
    return (0,external_node_child_process_.spawn)(options.python, ['-s', '-S', '-B', '-X', 'utf8', script, options.invalidationMode], {
        cwd: options.workingDirectory,
        env: interpreterEnvironment(options),
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
    });
}
/** The pipes go too: where `python` is a shell script, the interpreter outlives it and must find its input at an end. */
function kill(child) {
    for (const pipe of [child.stdin, child.stdout, child.stderr])
        pipe.destroy();
    child.kill('SIGKILL');
}
/** Calls `onStall` when an answer is owed for too long. The first is owed from the start: that the process is ready. */
function watchProgress(stallMs, onStall) {
    let owed = 1;
    let stalled;
    let timer;
    const restart = () => {
        clearTimeout(timer);
        if (owed === 0)
            return;
        timer = setTimeout(() => {
            stalled = `took longer than ${stallMs / 1000} s`;
            onStall();
        }, stallMs);
    };
    restart();
    return {
        begin() {
            owed += 1;
            if (owed === 1)
                restart();
        },
        finish() {
            owed -= 1;
            restart();
        },
        stop: () => clearTimeout(timer),
        stalled: () => stalled,
    };
}
/** Nothing of the caller's Python set-up; constant hashes, since sets of strings are stored in the order of their hashes. */
function interpreterEnvironment({ env, optimize = 0 }) {
    const kept = Object.entries(env).filter(([name]) => !/^(PYTHON|__PYVENV_LAUNCHER__$)/i.test(name));
    return { ...Object.fromEntries(kept), PYTHONHASHSEED: '0', PYTHONOPTIMIZE: String(optimize) };
}
function toWire(file) {
    return [file.source, file.target, file.mtime, file.size];
}
function onLines(stream, handle) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(handle);
    });
}
/** Settles with how the process ended. */
function onExit(child) {
    // A batch sent to a process that has just died: `close` tells the story.
    child.stdin.on('error', error => {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED'))
            throw error;
    });
    return new Promise(resolve => {
        // A process that could not be started has no number, and its `close` says nothing.
        child.on('error', error => {
            if (child.pid === undefined)
                resolve(`could not be started (${error.message})`);
        });
        child.on('close', (code, signal) => resolve(signal === null ? `exited with code ${code}` : `was killed by ${signal}`));
    });
}
/** The last line written, which is what a traceback comes down to. */
function keepTail(stream) {
    let tail = '';
    stream.setEncoding('utf8').on('data', (text) => {
        tail = (tail + text).slice(-2000);
    });
    return () => tail.trim().split('\n').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./lib/bytecode/compile.js
/**
 * Compiles Python sources to `.pyc` files with a fixed number of long-lived Python processes, which any number of
 * calls share. A file that does not compile, or that kills or stalls its process, costs only itself.
 */




/** Starts the processes at once, so that they are ready when the first wheel is. The caller closes the compiler. */
function startCompiler(options) {
    return new CompilerPool(options);
}
const batchesInFlight = 2;
class CompilerPool {
    warnings = [];
    #options;
    #workers = new Set();
    #jobs = new Set();
    /** Smallest first, since it is taken from the end. */
    #queue = [];
    /** How many processes to run: one fewer for each that failed to start. */
    #capacity;
    #broken;
    constructor(options) {
        this.#options = options;
        this.#capacity = options.workers;
        this.#startMissing();
    }
    compile(files) {
        if (this.#broken !== undefined)
            return Promise.reject(this.#broken);
        const batches = splitBatches(files, this.#options.workers);
        return new Promise((resolve, reject) => {
            const results = { compiled: [], failed: [] };
            const job = { busyMs: 0, ...results, batchesLeft: batches.length, resolve, reject };
            this.#jobs.add(job);
            if (batches.length === 0)
                this.#finish(job);
            this.#enqueue(batches.map(batch => toBatch(job, batch, false)));
        });
    }
    async close() {
        this.#breakDown(new Error('the bytecode compiler was closed'));
        const workers = [...this.#workers];
        for (const { process } of workers)
            process.kill();
        await Promise.all(workers.map(worker => worker.process.exited));
    }
    #startMissing() {
        while (this.#workers.size < this.#capacity) {
            const process = startCompileProcess(this.#options, {
                reply: reply => this.#receive(worker, reply),
                exit: (reason, started) => this.#exit(worker, reason, started),
            });
            const worker = { process, batches: [] };
            this.#workers.add(worker);
        }
    }
    #enqueue(batches) {
        this.#queue = [...this.#queue, ...batches.filter(batch => this.#jobs.has(batch.job))];
        this.#queue.sort((a, b) => a.bytes - b.bytes);
        this.#dispatch();
    }
    #dispatch() {
        if (this.#queue.length > 0)
            this.#startMissing();
        for (let load = 0; load < batchesInFlight; load++) {
            for (const worker of this.#workers) {
                if (worker.batches.length > load)
                    continue;
                const batch = this.#queue.pop();
                if (batch === undefined)
                    return;
                worker.batches.push(batch);
                worker.process.send(batch.files);
            }
        }
    }
    #receive(worker, reply) {
        const batch = worker.batches.shift();
        if (batch !== undefined && this.#jobs.has(batch.job))
            this.#count(batch, reply);
        this.#dispatch();
    }
    #count({ job, files }, reply) {
        const nameOf = (index) => files[index]?.name ?? '';
        for (const [index, size, sha256] of reply.compiled)
            job.compiled.push({ name: nameOf(index), size, sha256 });
        for (const [index, message] of reply.failed)
            job.failed.push({ name: nameOf(index), message });
        job.busyMs += reply.ms;
        job.batchesLeft -= 1;
        if (reply.error === null)
            this.#finish(job);
        else
            this.#fail(job, toSystemError(reply.error));
    }
    #finish(job) {
        if (job.batchesLeft > 0)
            return;
        this.#jobs.delete(job);
        const files = job.compiled.toSorted(byName);
        const bytes = files.reduce((sum, { size }) => sum + size, 0);
        job.resolve({ compiled: files.length, files, failed: job.failed.toSorted(byName), bytes, busyMs: job.busyMs });
    }
    #fail(job, error) {
        this.#jobs.delete(job);
        this.#queue = this.#queue.filter(batch => batch.job !== job);
        job.reject(error);
    }
    #exit(worker, reason, started) {
        this.#workers.delete(worker);
        if (this.#broken !== undefined)
            return;
        const [head, ...rest] = worker.batches;
        if (!started)
            this.#loseWorker(reason);
        this.#enqueue(started && head !== undefined ? [...this.#blame(head, reason), ...rest] : worker.batches);
    }
    #loseWorker(reason) {
        this.warnings.push(`a compile process ${reason}`);
        this.#capacity -= 1;
        if (this.#capacity === 0)
            this.#breakDown(startError(this.#options.python, reason));
    }
    /** What to try again of the batch that ended its process: each file alone, or nothing if that was one file alone. */
    #blame(batch, reason) {
        const { job, files, suspect } = batch;
        const [file] = files;
        this.warnings.push(`a compile process ${reason} at \`${file?.name}\`${files.length > 1 ? ' or the files after it' : ''}`);
        if (!suspect || file === undefined) {
            job.batchesLeft += files.length - 1;
            return files.map(each => toBatch(job, [each], true));
        }
        (0,external_node_fs_.rmSync)(file.target, { force: true });
        job.failed.push({ name: file.name, message: `the interpreter ${reason}` });
        job.batchesLeft -= 1;
        this.#finish(job);
        return [];
    }
    #breakDown(error) {
        this.#broken ??= error;
        for (const job of this.#jobs)
            this.#fail(job, this.#broken);
    }
}
function toBatch(job, files, suspect) {
    return { job, files, bytes: files.reduce((sum, file) => sum + file.size, 0), suspect };
}
function byName(a, b) {
    return a.name < b.name ? -1 : 1;
}
function toSystemError(error) {
    return Object.assign(new Error(error.message), { code: error.errno });
}
function startError(python, why) {
    return new errors/* UserError */.yo('COMPILER_FAILED', `\`${python}\` cannot compile bytecode: it ${why}`, {
        hint: 'check that this interpreter runs, or install with `--no-compile-bytecode`',
    });
}

// EXTERNAL MODULE: ./lib/pipeline/bytecode-kind.js
var bytecode_kind = __webpack_require__(8470);
// EXTERNAL MODULE: ./lib/pipeline/bytecode-modules.js
var bytecode_modules = __webpack_require__(1759);
// EXTERNAL MODULE: ./lib/store/names.js
var names = __webpack_require__(73);
;// CONCATENATED MODULE: ./lib/pipeline/bytecode-reuse.js
/** Bytecode that the store has for the same sources: in another version of the wheel, or in a set of other modules. */








/** Versions of a distribution that are looked at; more gain little. */
const mostVersions = 4;
/** What sets of these kinds know of the sources of a wheel and of other wheels of its name. */
async function findKnown(note, kinds, store) {
    const others = (await (0,names/* wheelsNamed */.o)(store.root, note.name)).filter(sha256 => sha256 !== note.sha256);
    const known = new Map();
    for (const sha256 of [note.sha256, ...others.slice(0, mostVersions)]) {
        for (const kind of kinds) {
            const bytecode = await (0,store_store/* readBytecodeNote */.qn)(store, kind, sha256);
            const wheel = bytecode && (sha256 === note.sha256 ? note : await (0,store_store/* readWheelNote */.mA)(store, sha256));
            if (bytecode === undefined || wheel === undefined)
                continue;
            const directory = (0,store_store/* filesOf */.R8)((0,store_store/* bytecodeDirectory */.$p)(store, kind, sha256));
            for (const [source, fact] of factsOf(wheel, bytecode, { kind, directory }))
                known.set(source, fact);
        }
    }
    return known;
}
function* factsOf(wheel, bytecode, { kind, directory }) {
    const files = new Map(bytecode.files.map(file => [file.path, file]));
    const messages = new Map(bytecode.failed.map(({ path, message }) => [path, message]));
    for (const { path, sha256 } of (0,layout/* compiledSources */.gh)(wheel)) {
        const file = files.get(bytecodePath(path, kind.cacheTag, kind.optimize));
        const message = messages.get(path);
        if (file !== undefined)
            yield [sha256, { path: (0,external_node_path_.join)(directory, file.path), size: file.size, sha256: file.sha256 }];
        else if (message !== undefined)
            yield [sha256, { message }];
    }
}
/** Links known bytecode into the directory `to`, where `target` says; copies it where links fail. */
function reuseKnown(sources, known, { to, target }) {
    const files = [];
    const failed = [];
    const rest = [];
    for (const source of sources) {
        const fact = known.get(source.sha256);
        const path = target(source.path);
        if (fact === undefined)
            rest.push(source);
        else if ('message' in fact)
            failed.push({ path: source.path, message: fact.message });
        else if (takeFile(fact, (0,external_node_path_.join)(to, path)))
            files.push({ path, size: fact.size, sha256: fact.sha256, executable: false });
        else
            rest.push(source);
    }
    return { files, failed, rest };
}
/** False where it is gone. */
function takeFile({ path, sha256 }, target) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
    try {
        if (!isLinked(path, target)) {
            (0,external_node_fs_.copyFileSync)(path, target);
            (0,external_node_fs_.utimesSync)(target, (0,store_note/* sourceMtime */.Ec)(sha256), (0,store_note/* sourceMtime */.Ec)(sha256));
        }
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return false;
        throw error;
    }
}
/** Whatever keeps a link from being made, a copy tells what is really wrong. */
function isLinked(path, target) {
    try {
        (0,external_node_fs_.linkSync)(path, target);
        return true;
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/pipeline/bytecode-tally.js
/** Counts what the bytecode step did, for the report. */


function openTally() {
    const made = { sources: 0, reused: 0 };
    const selected = { all: 0, allBytes: 0, wanted: 0, wantedBytes: 0, bytecodeBytes: 0 };
    return {
        make(sources, compiled) {
            made.sources += sources;
            made.reused += sources - compiled;
        },
        select(all, wanted, bytecode) {
            selected.all += all.length;
            selected.allBytes += (0,store_note/* unpackedSize */.JL)({ files: all });
            selected.wanted += wanted.length;
            selected.wantedBytes += (0,store_note/* unpackedSize */.JL)({ files: wanted });
            selected.bytecodeBytes += (0,store_note/* unpackedSize */.JL)(bytecode);
        },
        tell(watch, modules) {
            const parts = [...describeSelection(selected, modules), ...describeReuse(made)];
            if (parts.length > 0) {
                watch.decide('compile', parts.map(({ choice }) => choice).join(', '), parts.map(({ reason }) => reason).join('; '));
            }
            if (modules !== undefined && selected.all > 0 && selected.wanted === 0) {
                watch.warn(`no module that \`${modules.file}\` names is in any wheel: no bytecode is compiled`);
            }
        },
    };
}
function describeReuse({ sources, reused }) {
    if (reused === 0)
        return [];
    const choice = `${(0,units/* formatCount */.B4)(reused)} of ${(0,units/* countOf */.pq)(sources, 'file')} reused`;
    return [{ choice, reason: 'the store has bytecode of the same sources' }];
}
/** What was never compiled has no size: it is taken to be as large, beside its source, as what was. */
function describeSelection(selected, modules) {
    if (modules === undefined || selected.wantedBytes === 0)
        return [];
    const { all, allBytes, wanted, wantedBytes, bytecodeBytes } = selected;
    const leftOut = (bytecodeBytes / wantedBytes) * (allBytes - wantedBytes);
    const choice = `${(0,units/* formatCount */.B4)(wanted)} of ${(0,units/* countOf */.pq)(all, 'module')}`;
    return [{ choice, reason: `\`${modules.file}\` lists them; about ${(0,units/* formatBytes */.z3)(leftOut)} of bytecode left out` }];
}

;// CONCATENATED MODULE: ./lib/pipeline/bytecode.js
/** The bytecode of stored wheels: read from the store, or compiled into it while other wheels unpack. */











/**
 * Sets up the bytecode step for one interpreter; no process starts before it is needed. Undefined where none is wanted, or,
 * with a warning, where none would be read. Throws what `chooseBytecode` throws.
 */
function openBytecode(interpreter, services) {
    const { settings, host, watch } = services;
    const choice = (0,bytecode_kind/* chooseBytecode */.z)(interpreter, { settings, env: host.env });
    if (choice !== undefined)
        return bytecode_open(choice, { ...services, python: interpreter.baseExecutable });
    const refusal = (0,bytecode_kind/* bytecodeRefusal */.S)(interpreter, host.env);
    if (settings.compileBytecode && refusal !== undefined)
        watch.warn(refusal);
    return undefined;
}
function bytecode_open(choice, { store, host, watch, python }) {
    const { kind, invalidationMode, modules } = choice;
    const compiled = new Set();
    const tally = openTally();
    const discarded = [];
    let compiler;
    const compilerOnce = () => {
        compiler ??= startCompiler({
            python,
            workers: host.parallelism,
            helpersDirectory: host.helpersDirectory,
            workingDirectory: store.temporary,
            env: host.env,
            invalidationMode,
            optimize: kind.optimize,
        });
        return compiler;
    };
    const wanted = (note) => {
        const sources = (0,layout/* compiledSources */.gh)(note);
        if (modules === undefined)
            return sources;
        const paths = (0,bytecode_modules/* selectModules */.Ac)(note, modules.names);
        return sources.filter(({ path }) => paths.has(path));
    };
    const services = { store, choice, watch, compiled, tally, discarded, compilerOnce };
    return {
        kind,
        compiled,
        warmUp: () => void compilerOnce(),
        provide: async (note) => {
            const sources = wanted(note);
            const stored = await (0,store_store/* readBytecodeNote */.qn)(store, kind, note.sha256);
            const bytecode = stored ?? (await makeSet(note, sources, services));
            if (modules !== undefined)
                tally.select((0,layout/* compiledSources */.gh)(note), sources, bytecode);
            return bytecode;
        },
        close: async () => {
            for (const warning of compiler?.warnings ?? [])
                watch.warn(warning);
            tally.tell(watch, modules);
            await compiler?.close();
            for (const staged of discarded)
                await discardIfPossible(staged);
        },
    };
}
/** Makes a set of what the store has for the same sources, compiles the rest, and publishes it. */
async function makeSet(note, sources, services) {
    const { store, choice, watch, compiled, tally, discarded } = services;
    const { kind, wholeKind } = choice;
    const staged = await (0,store_store/* stage */.dw)(store);
    try {
        const end = watch.begin('compile', { wheel: note.name });
        const known = await findKnown(note, choice.modules === undefined ? [kind] : [wholeKind, kind], store);
        const target = (path) => bytecodePath(path, kind.cacheTag, kind.optimize);
        const places = { from: (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, note.sha256)), to: (0,store_store/* filesOf */.R8)(staged), target };
        const reused = reuseKnown(sources, known, places);
        if (reused.rest.length > 0)
            compiled.add(note.name);
        const fresh = await compileSources(reused.rest, places, services);
        const files = [...reused.files, ...fresh.files].sort(byPath);
        const failed = [...reused.failed, ...fresh.failed].sort(byPath);
        const bytecode = { wheel: note.sha256, files, failed };
        await (0,store_store/* publish */.mk)(staged, (0,store_store/* bytecodeDirectory */.$p)(store, kind, note.sha256), bytecode);
        tally.make(sources.length, reused.rest.length);
        end({ files: files.length, bytes: (0,store_note/* unpackedSize */.JL)(bytecode), busyMs: fresh.busyMs });
        return bytecode;
    }
    catch (error) {
        discarded.push(staged);
        await discardIfPossible(staged);
        throw error;
    }
}
/** What stays is swept when it is old: why the set was given up matters more. */
async function discardIfPossible(staged) {
    await (0,store_store/* discard */.vf)(staged).catch(error => {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
    });
}
async function compileSources(sources, { from, to, target }, { compilerOnce }) {
    if (sources.length === 0)
        return { files: [], failed: [], busyMs: 0 };
    const result = await compilerOnce().compile(sources.map(({ path, sha256, size }) => ({
        source: (0,external_node_path_.join)(from, path),
        target: (0,external_node_path_.join)(to, target(path)),
        name: path,
        mtime: (0,store_note/* sourceMtime */.Ec)(sha256),
        size,
    })));
    const files = result.files.map(({ name, size, sha256 }) => ({
        path: target(name),
        size,
        sha256,
        executable: false,
    }));
    const failed = result.failed.map(({ name, message }) => ({ path: name, message }));
    return { files, failed, busyMs: result.busyMs };
}
function byPath(a, b) {
    return a.path < b.path ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/pipeline/entries.js
var entries = __webpack_require__(3610);
;// CONCATENATED MODULE: ./lib/pipeline/facts.js


/** The facts of a finished run. */
function reportFacts(result, { host, located }) {
    const { provided, reused, removed, missing, compiled, interpreter, environment, session, save, upkeep } = result;
    const isSpared = ({ note, source }) => (source === 'store' || source === 'cache') && !compiled.has(note.name);
    return {
        wheels: [...provided.map(providedFacts), ...reused.map(reusedFacts)].sort((a, b) => (a.name < b.name ? -1 : 1)),
        cache: (0,cache/* describeCache */.e7)(session, {
            wheels: provided.length + reused.length + missing.length,
            spared: provided.filter(isSpared).length + reused.length,
        }),
        python: { version: interpreter.version, path: environment.python },
        environment: { kind: environment.kind, path: environment.root },
        removed: removed.map(({ name, version }) => ({
            name,
            version,
            replacedBy: provided.find(({ note }) => note.name === name)?.note.version,
        })),
        missing: missing.map(({ name }) => name),
        linkMode: located.linkMode,
        runner: { os: host.platform.os, arch: host.platform.arch, parallelism: host.parallelism },
        save: save && JSON.stringify(save),
        upkeep: JSON.stringify(upkeep),
    };
}
/** What the report says of a wheel that this run brought in. */
function providedFacts({ note, source }) {
    return {
        name: note.name,
        version: note.version,
        sizeBytes: note.size,
        source,
        files: note.files.length,
        bytes: (0,store_note/* unpackedSize */.JL)(note),
    };
}
function reusedFacts({ name, version, file }) {
    return { name, version, sizeBytes: file.size, source: 'environment', files: 0, bytes: 0 };
}

// EXTERNAL MODULE: ./lib/pipeline/fresh.js
var fresh = __webpack_require__(9766);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/pipeline/wheels.js + 11 modules
var pipeline_wheels = __webpack_require__(938);
;// CONCATENATED MODULE: ./lib/pipeline/provide.js
/** Wheels into the store, and their bytecode beside them, many at once. */


/** Connections at a time; with more, big wheels stall one another and run into timeouts. */
const parallelDownloads = 16;
/**
 * Fetches, unpacks and starts to compile: each wheel on its own, many at once, the largest first. What the remote cache
 * promises comes last, so that waiting for it holds up nothing; what it fails to give is fetched like the rest.
 */
async function provideAll(wheels, { run, restoring }, bytecode) {
    const { watch } = run;
    const services = { ...run, store: run.located.store, os: run.host.platform.os };
    const isPromised = (wheel) => Number(restoring.promises(wheel));
    const largestFirst = wheels.toSorted((a, b) => (b.file.size ?? 0) - (a.file.size ?? 0));
    const promisedLast = largestFirst.toSorted((a, b) => isPromised(a) - isPromised(b));
    const compiling = [];
    try {
        return await (0,concurrency/* mapBounded */.y)(promisedLast, parallelDownloads, async (planned) => {
            watch.signal.throwIfAborted();
            const isRestored = await restoring.arrival(planned);
            const { note, source } = await (0,pipeline_wheels/* provideWheel */.f3)(planned, services);
            const compiled = bytecode?.provide(note) ?? Promise.resolve(undefined);
            compiled.catch(() => undefined);
            compiling.push(compiled);
            return { planned, note, source: isRestored ? 'cache' : source, compiled };
        });
    }
    catch (error) {
        await Promise.allSettled(compiling);
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
;// CONCATENATED MODULE: ./lib/install/egg.js
/** Metadata of setuptools: files in an `.egg-info` or `EGG-INFO` directory, or inside a zipped egg. */





function readDirectory(directory) {
    return name => {
        const path = (0,external_node_path_.join)(directory, name);
        return (0,reading/* namesIn */.wX)(path)?.join('\n') ?? (0,reading/* textOf */.b6)(path);
    };
}
/** What a zipped egg says of its scripts, or undefined where the archive cannot be read. */
function readArchived(path) {
    try {
        const { shipped, entryPoints } = readScripts(path);
        return name => ({ scripts: shipped, 'entry_points.txt': entryPoints })[name];
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error) || (0,errors/* errnoOf */.UQ)(error) !== undefined || error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function readScripts(path) {
    const archive = (0,install_archive/* openArchive */.p)(path);
    try {
        const entries = (0,zip/* readEntries */.$2)(archive, path);
        const shipped = entries.flatMap(entry => /^EGG-INFO\/scripts\/(.+)$/.exec(entry.path)?.[1] ?? []).join('\n');
        const entry = entries.find(candidate => candidate.path === 'EGG-INFO/entry_points.txt');
        if (entry === undefined)
            return { shipped, entryPoints: undefined };
        return { shipped, entryPoints: (0,zip/* readEntry */.hB)(archive, entry, path).toString('utf8') };
    }
    finally {
        archive.close();
    }
}
/** The names of the scripts that a distribution installs: those that it ships, and the wrappers of its entry points. */
function scriptNames(source) {
    const shipped = (source('scripts') ?? '').split('\n').filter(Boolean);
    return { shipped, wrappers: entryPointNames(source('entry_points.txt') ?? '') };
}
/** As lenient as the readers of old: a line that names no object still names a script. */
function entryPointNames(text) {
    const names = new Set();
    let isScripts = false;
    for (const line of text.split(/\r?\n/).map(raw => raw.trim())) {
        const [, group] = /^\[(.*)\]$/.exec(line) ?? [];
        if (group !== undefined)
            isScripts = /^(?:console|gui)_scripts$/.test(group.trim());
        else if (isScripts && /^[^#;][^=]*=/.test(line))
            names.add(line.slice(0, line.indexOf('=')).trim());
    }
    return [...names];
}

;// CONCATENATED MODULE: ./lib/install/belongings.js
/** What the metadata of an installed distribution says about its files, before anyone looks what is there. */








/** Throws UserError UNINSTALL_REFUSED where it cannot be known which files are its own. */
function belongingsOf(distribution, environment) {
    switch (distribution.kind) {
        case 'dist-info':
            return ofDistInfo(distribution, environment);
        case 'incomplete':
            return ofIncomplete(distribution);
        case 'egg-info':
            return ofEggInfo(distribution, environment);
        case 'egg':
            return ofEgg(distribution, environment);
        case 'egg-link':
            return ofEggLink(distribution, environment);
        case 'distutils':
            throw refused(distribution, `was installed by distutils, which keeps no list of files (${(0,invalid_wheel/* quoted */.TL)(distribution.directory)})`, 'remove it with what installed it, or use a new environment');
    }
}
/** A UserError UNINSTALL_REFUSED; `reason` goes on after the name of the distribution. */
function refused(distribution, reason, hint) {
    return new errors/* UserError */.yo('UNINSTALL_REFUSED', `${nameOf(distribution)} cannot be removed: it ${reason}`, { hint });
}
/** For messages. */
function nameOf({ name, version }) {
    return (0,invalid_wheel/* quoted */.TL)(version === '' ? name : `${name} ${version}`);
}
const nothing = { files: [], wholes: [], trees: [], importedFrom: [], remarks: [] };
function ofDistInfo({ directory }, environment) {
    const { rows, faults } = (0,wheel_record/* parseRecord */.Hh)((0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, 'RECORD')) ?? '');
    const library = (0,external_node_path_.dirname)(directory);
    const isDamaged = faults.some(({ kind }) => kind === 'quote' || kind === 'rows');
    const scripts = scriptsOf(readDirectory(directory), environment);
    return {
        ...nothing,
        files: [...rows.map(({ path }) => resolveRow(path, library, environment)), ...scripts.files],
        wholes: [directory],
        remarks: [...(isDamaged ? ['has a damaged RECORD: some of its files may stay'] : []), ...scripts.remarks],
    };
}
/** pip, with `--target`, writes the rows of another scheme: that of a home directory, two directories further down. */
function resolveRow(path, library, environment) {
    const row = slashed(path, environment);
    return (0,external_node_path_.resolve)(library, environment.kind === 'target' ? row.replace(/^\.\.\/\.\.\/(?!\.\.(?:\/|$))/, '') : row);
}
function slashed(path, { python }) {
    return (0,python_environment/* isWindowsPath */.NU)(python) ? path.replaceAll('\\', '/') : path;
}
const ownInstallers = ['', 'pip', 'uv', 'wheelcrew'];
function ofIncomplete(distribution) {
    const { directory, installer } = distribution;
    if (!ownInstallers.includes(installer)) {
        throw refused(distribution, `has no RECORD of its files, and ${(0,invalid_wheel/* quoted */.TL)(installer)} installed it`, `remove it with ${(0,invalid_wheel/* quoted */.TL)(installer)}, or use a new environment`);
    }
    const remark = `has no RECORD: ${(0,invalid_wheel/* quoted */.TL)(directory)} is removed, and files beside it may stay`;
    return { ...nothing, wholes: [directory], remarks: [remark] };
}
function ofEggInfo(distribution, environment) {
    const { directory } = distribution;
    const source = readDirectory(directory);
    const scripts = scriptsOf(source, environment);
    const listed = source('installed-files.txt');
    if (listed !== undefined) {
        const files = lines(listed).map(line => (0,external_node_path_.resolve)(directory, slashed(line, environment)));
        return { ...nothing, ...scripts, files: [...files, ...scripts.files], wholes: [directory] };
    }
    if (!/-v?\d[^/\\]*\.egg-info$/i.test(directory)) {
        throw refused(distribution, `has the metadata of a source tree, without a list of files (${(0,invalid_wheel/* quoted */.TL)(directory)})`, 'remove it with what put it there, or use a new environment');
    }
    const modules = ofTopLevel(source, (0,external_node_path_.dirname)(directory));
    return {
        ...modules,
        files: [...modules.files, ...scripts.files],
        wholes: [directory],
        remarks: [...modules.remarks, ...scripts.remarks],
    };
}
/** `_x.cpython-311-x86_64-linux-gnu.so`, `_x.pyd` */
const extension = /^([^.]+)(?:\.[\w-]+)?\.(?:so|pyd)$/;
/** Modules by their names alone; a namespace package belongs to several distributions, so it stays. */
function ofTopLevel(source, library) {
    const namespaces = lines(source('namespace_packages.txt'));
    const names = lines(source('top_level.txt'));
    const odd = names.filter(name => !isPlainName(name));
    const shared = names.filter(name => namespaces.includes(name));
    const own = names.filter(name => isPlainName(name) && !namespaces.includes(name));
    const extensions = ((0,reading/* namesIn */.wX)(library) ?? []).filter(name => own.includes(extension.exec(name)?.[1] ?? ''));
    return {
        ...nothing,
        files: [...own.map(name => `${name}.py`), ...extensions].map(name => (0,external_node_path_.join)(library, name)),
        trees: own.map(name => (0,external_node_path_.join)(library, name)),
        remarks: [
            ...(source('top_level.txt') === undefined ? ['has no list of its files: they may stay'] : []),
            ...ignoring('modules by no module name', odd),
            ...(shared.length === 0
                ? []
                : [`has files in a package that it shares with others, which stay: ${shared.map(invalid_wheel/* quoted */.TL).join(', ')}`]),
        ],
    };
}
function ofEgg({ directory }, environment) {
    const isArchive = (0,reading/* namesIn */.wX)(directory) === undefined;
    const source = isArchive ? readArchived(directory) : readDirectory((0,external_node_path_.join)(directory, 'EGG-INFO'));
    const remarks = source === undefined ? ['is no archive that can be read: its scripts may stay'] : [];
    const scripts = scriptsOf(source ?? (() => undefined), environment);
    return {
        ...nothing,
        files: scripts.files,
        wholes: [directory],
        importedFrom: [directory],
        remarks: [...remarks, ...scripts.remarks],
    };
}
/** The tree that the link leads to is the user's own. */
function ofEggLink({ directory, name }, environment) {
    const tree = linkedTree(directory);
    const eggInfo = tree === undefined ? undefined : eggInfoOf(tree, name);
    const scripts = eggInfo === undefined ? nothing : scriptsOf(readDirectory(eggInfo), environment);
    return { ...nothing, ...scripts, wholes: [directory], importedFrom: tree === undefined ? [] : [tree] };
}
/** The files that entry points and shipped scripts become, and on Windows all that they may come with. */
function scriptsOf(source, { schemes, python }) {
    const { shipped, wrappers } = scriptNames(source);
    const odd = [...shipped, ...wrappers].filter(name => !isPlainName(name));
    const launched = (0,python_environment/* isWindowsPath */.NU)(python)
        ? [...shipped.map(name => `${name}.bat`), ...wrappers.flatMap(launcherFiles)]
        : [];
    return {
        files: [...shipped, ...wrappers, ...launched].filter(isPlainName).map(name => (0,external_node_path_.join)(schemes.scripts, name)),
        remarks: ignoring('scripts that are no filenames', odd),
    };
}
function ignoring(what, names) {
    return names.length === 0 ? [] : [`names ${what}, which is ignored: ${names.map(invalid_wheel/* quoted */.TL).join(', ')}`];
}
/** What a script of this name may be on Windows. */
function launcherFiles(name) {
    return ['.exe', '.exe.manifest', '-script.py', '-script.pyw'].map(suffix => `${name}${suffix}`);
}
/** On POSIX systems a backslash is legal, but in no name of a module or script. */
function isPlainName(name) {
    return !/[/\\\0]|^\.{0,2}$/.test(name) && !/^[A-Za-z]:/.test(name);
}
function lines(text) {
    return (text ?? '')
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(Boolean);
}

;// CONCATENATED MODULE: ./lib/install/easy-install.js
/** easy-install.pth, the list of eggs and source trees that setuptools puts on `sys.path`. */





/**
 * The easy-install.pth of a directory without the lines that lead to one of these paths; nothing where it has none.
 * All other lines stay as they are, line ends included. Throws UserError ENVIRONMENT_UNREADABLE.
 */
function rewriteEasyInstall(library, targets, { python }) {
    const path = (0,external_node_path_.join)(library, 'easy-install.pth');
    const isFile = (0,reading/* unlessAbsent */.QY)(path, () => (0,external_node_fs_.lstatSync)(path).isFile());
    if (targets.length === 0 || isFile === undefined)
        return { rewrites: [], remarks: [] };
    const bytes = (0,reading/* unlessAbsent */.QY)(path, () => (0,external_node_fs_.readFileSync)(path)) ?? Buffer.alloc(0);
    const text = bytes.toString('utf8');
    const content = text
        .split(/(?<=\n)/)
        .filter(line => !targets.some(target => leadsTo(line, target, { library, python })))
        .join('');
    if (content === text)
        return { rewrites: [], remarks: [] };
    if (isFile && Buffer.from(text).equals(bytes))
        return { rewrites: [{ path, content }], remarks: [] };
    const reason = isFile ? 'is not UTF-8' : 'is a link';
    return { rewrites: [], remarks: [`is listed in ${(0,invalid_wheel/* quoted */.TL)(path)}, which ${reason}: the line stays`] };
}
function leadsTo(line, target, { library, python }) {
    const entry = line.trim();
    if (entry === '' || entry.startsWith('#') || /^import\s/.test(entry))
        return false;
    const path = (0,external_node_path_.resolve)(library, entry);
    const key = (value) => ((0,python_environment/* isWindowsPath */.NU)(python) ? value.replaceAll('/', '\\').toLowerCase() : value);
    return key(path) === key(target) || (0,reading/* realPath */.Ye)(path) === ((0,reading/* realPath */.Ye)(target) ?? '');
}

;// CONCATENATED MODULE: ./lib/install/uninstall.js
/** What removing a distribution takes away. Nothing is changed here. */









/**
 * Finds what belongs to an installed distribution: what its RECORD or the metadata of setuptools names, with bytecode.
 * Nothing outside the schemes of the environment, through whatever link, and nothing that belongs to the environment
 * itself is ever part of it; a warning names such paths (PyPA "Recording installed projects").
 * `survey`: what is known of the environment already, so that many removals read each directory once.
 * Throws UserError UNINSTALL_REFUSED where that is not known, and ENVIRONMENT_UNREADABLE.
 */
async function planRemoval(distribution, environment, survey = (0,install_survey/* openSurvey */.j)(environment)) {
    if (survey.find(distribution.directory)?.isRemovable === false) {
        throw refused(distribution, `lies outside the directories of the environment (${(0,invalid_wheel/* quoted */.TL)(distribution.directory)})`, 'remove it with what put it there, or use a new environment');
    }
    const belongings = belongingsOf(distribution, environment);
    const own = gather(belongings, { survey, environment });
    const rewritten = rewriteEasyInstall((0,external_node_path_.dirname)(distribution.directory), belongings.importedFrom, environment);
    const remarks = [...belongings.remarks, ...own.remarks, ...rewritten.remarks];
    return {
        name: distribution.name,
        version: distribution.version,
        files: own.files.filter(path => !own.directories.some(directory => (0,install_survey/* isWithin */.U)(path, directory))),
        directories: own.directories,
        rewrites: rewritten.rewrites,
        warnings: remarks.map(remark => `${nameOf(distribution)} ${remark}`),
    };
}
/**
 * What the RECORD of an installed dist-info lists, whether or not it is there; nothing for distributions without.
 * `hints`: names of which one stands in every RECORD that matters; another one is not parsed.
 * Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function readInstalledFiles({ directory, kind }, hints) {
    if (kind !== 'dist-info')
        return [];
    const record = (0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, 'RECORD')) ?? '';
    if (hints !== undefined && !hints.some(hint => record.includes(hint)))
        return [];
    const { rows } = (0,wheel_record/* parseRecord */.Hh)(record);
    return rows.map(({ path, hash }) => ({ destination: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(directory), path), sha256: uninstall_sha256Of(hash) }));
}
function uninstall_sha256Of(hash) {
    const [, digest] = /^sha256=([\w-]{43})=?$/.exec(hash) ?? [];
    return digest === undefined ? undefined : Buffer.from(digest, 'base64url').toString('hex');
}
/**
 * Directories named `~…` that a killed pip left in the libraries of an environment. What has such a name in a target
 * directory, and every file, is the user's: pip leaves none there. Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function findLeftovers({ kind, schemes }) {
    if (kind === 'target')
        return [];
    const leftovers = (0,reading/* distinctDirectories */.wj)([schemes.purelib, schemes.platlib]).flatMap(directory => {
        const names = ((0,reading/* namesIn */.wX)(directory) ?? []).filter(entry => entry.startsWith('~'));
        // A killed pip leaves the dist-info of what it was moving; without one they are someone's own.
        return names.some(entry => entry.endsWith('.dist-info')) ? names.map(entry => (0,external_node_path_.join)(directory, entry)) : [];
    });
    return leftovers.filter(path => (0,external_node_fs_.lstatSync)(path).isDirectory()).sort();
}
function gather(belongings, { survey, environment }) {
    const files = new Set();
    const directories = new Set();
    const foreign = new Set();
    const add = (found) => {
        if (!found.isRemovable)
            foreign.add(found.path);
        else if (!found.isDirectory)
            files.add(found.path);
    };
    const addWhole = (found) => {
        if (found.isRemovable && found.isDirectory)
            directories.add(found.path);
        else
            add(found);
    };
    const addTree = (found) => {
        if (!found.isDirectory || !found.isRemovable)
            add(found);
        else {
            const contents = survey.contents(found.path);
            if (contents.length === 0)
                directories.add(found.path);
            for (const inner of contents)
                addTree(inner);
        }
    };
    for (const path of belongings.files.flatMap(file => withLaunchers(file, environment))) {
        const found = survey.find(path);
        if (found?.isDirectory === false)
            add(found);
        if (path.endsWith('.py'))
            for (const compiled of survey.bytecodeOf(path))
                if (compiled.isRemovable)
                    add(compiled);
    }
    for (const found of belongings.trees.flatMap(path => survey.find(path) ?? []))
        addTree(found);
    for (const found of belongings.wholes.flatMap(path => survey.find(path) ?? []))
        addWhole(found);
    return { files: [...files].sort(), directories: [...directories].sort(), remarks: remarkOn([...foreign].sort()) };
}
/** On Windows, a script that is listed in one of its forms may have others beside it. */
function withLaunchers(file, { schemes, python }) {
    if (!(0,python_environment/* isWindowsPath */.NU)(python) || (0,external_node_path_.dirname)(file) !== schemes.scripts)
        return [file];
    const [, stem] = /^(.*?)(?:\.exe|\.exe\.manifest|-script\.pyw?)$/i.exec(file) ?? [];
    return stem === undefined ? [file] : [file, ...launcherFiles(stem)];
}
const mostShown = 10;
function remarkOn(foreign) {
    if (foreign.length === 0)
        return [];
    return [`lists files that do not belong to it, which stay: ${(0,invalid_wheel/* quotedFew */.Z_)(foreign, mostShown)}`];
}

// EXTERNAL MODULE: ./lib/install/digest.js
var digest = __webpack_require__(7027);
;// CONCATENATED MODULE: ./lib/pipeline/replacement.js
/** What leaves an environment, and who shares paths with what comes and goes. */





/** Compares what the distributions that stay hold, by their RECORD, with what the change writes and removes. */
async function findSharing(staying, { wheels, removals }, { environment, os }) {
    if (staying.length === 0)
        return { sharers: [], conflicts: new Map(), spared: new Set() };
    const keyOf = pathKeys(os);
    const claims = new Map(wheels.flatMap(prepared => [...claimsOf(prepared)]
        .filter(({ destination }) => !prepared.lost.has(destination))
        .map(({ destination, sha256 }) => [keyOf(destination), { name: prepared.wheel.note.name, sha256 }])));
    const removed = new Set(removals.flatMap(({ files }) => files.map(keyOf)));
    const { purelib, platlib } = environment.schemes;
    const hints = os === 'linux' ? hintsOf([...claims.keys(), ...removed], [purelib, platlib]) : undefined;
    const sharers = [];
    const conflicts = new Map();
    const spared = new Set();
    for (const distribution of staying) {
        const found = [];
        let isDamaged = false;
        for (const { destination, sha256 } of await readInstalledFiles(distribution, hints)) {
            const claim = claims.get(keyOf(destination));
            if (claim !== undefined) {
                if (claim.sha256 !== sha256)
                    found.push({ winner: claim.name, path: destination });
            }
            else if (removed.has(keyOf(destination))) {
                spared.add(keyOf(destination));
                if (sha256 !== undefined && (0,reading/* unlessAbsent */.QY)(destination, () => (0,digest/* digestFile */.T)(destination).sha256) !== sha256)
                    isDamaged = true;
            }
        }
        if (found.length > 0 || isDamaged)
            sharers.push(distribution);
        if (found.length > 0)
            conflicts.set(distribution.name, toConflicts(distribution.name, found));
    }
    return { sharers, conflicts, spared };
}
/** More than this many are no shortcut. */
const mostHints = 100;
/** A name in each of these paths that a RECORD which lists the path holds too; undefined where they are too many. */
function hintsOf(paths, libraries) {
    const hints = new Set();
    for (const path of paths) {
        // A RECORD writes it doubled.
        if (path.includes('"'))
            return undefined;
        const library = libraries.find(directory => path.startsWith(directory + external_node_path_.sep));
        const [first = '', ...rest] = library === undefined ? [] : path.slice(library.length + 1).split(external_node_path_.sep);
        hints.add(rest.length === 0 ? (0,external_node_path_.basename)(path) : `${first}/`);
        if (hints.size > mostHints)
            return undefined;
    }
    return [...hints];
}
function toConflicts(loser, found) {
    const winners = [...new Set(found.map(({ winner }) => winner))];
    return winners.map(winner => ({
        winner,
        loser,
        paths: found.filter(entry => entry.winner === winner).map(({ path }) => path),
    }));
}
/** Removals without the files that someone else needs. */
function sparing(removals, { spared }, { os }) {
    const keyOf = pathKeys(os);
    if (spared.size === 0)
        return removals;
    return removals.map(removal => ({ ...removal, files: removal.files.filter(path => !spared.has(keyOf(path))) }));
}

;// CONCATENATED MODULE: ./lib/pipeline/settle.js
/** Settles a change of an environment before it begins: what goes, what comes, and who wins a contested path. */






/**
 * Prepares the change. A distribution that stays and shares a path with what comes or goes is installed again, so that
 * the environment is the one that a new one would be: who wins a path does not depend on what was there before.
 * Throws UserError CONFLICT where conflicts are errors, and UNINSTALL_REFUSED.
 */
async function settleInstall(inStore, settling) {
    const { run, plan, present, services } = settling;
    const leaving = [...plan.remove];
    const again = new Map(plan.reuse.map(wheel => [wheel.name, wheel]));
    const all = [...inStore];
    const survey = (0,install_survey/* openSurvey */.j)(services.environment);
    for (;;) {
        const removals = await planRemovals(leaving, survey, settling);
        const preparation = prepareInstall(all.map(toInstallable), services, removals);
        const staying = present.filter(distribution => !leaving.includes(distribution));
        const sharing = await findSharing(staying, preparation, services);
        const repeatable = sharing.sharers.filter(({ name }) => again.has(name));
        if (repeatable.length === 0) {
            const lasting = sharing.sharers.flatMap(({ name }) => sharing.conflicts.get(name) ?? []);
            reportConflicts([...preparation.conflicts, ...lasting], run);
            for (const warning of removals.flatMap(({ warnings }) => warnings))
                run.watch.warn(warning);
            return { inStore: all, preparation: { ...preparation, removals: sparing(removals, sharing, services) } };
        }
        const names = new Set(repeatable.map(({ name }) => name));
        leaving.push(...repeatable);
        all.push(...(await settling.provideMore([...names].flatMap(name => again.get(name) ?? []))));
        for (const name of names)
            again.delete(name);
    }
}
async function planRemovals(leaving, survey, { run, services, target }) {
    const { environment } = services;
    const removals = await Promise.all(leaving.map(distribution => planRemoval(distribution, environment, survey)));
    if (!run.settings.exact || target.isNew)
        return removals;
    const leftovers = await findLeftovers(environment);
    if (leftovers.length === 0)
        return removals;
    return [...removals, { name: '~', version: '', files: [], directories: leftovers, rewrites: [], warnings: [] }];
}
function toInstallable({ note, planned }) {
    return { note, requested: planned.requested, directUrl: planned.directUrl };
}
/** Two distributions, one path, different bytes: a warning or, on demand, the end of the run. */
function reportConflicts(conflicts, { watch, settings }) {
    const lines = conflicts.map(describeConflict);
    if (settings.onConflict === 'error' && lines.length > 0) {
        throw new errors/* UserError */.yo('CONFLICT', lines.join('; '), {
            hint: 'leave out one of them, or let the one that pip would install last win with `--on-conflict warn`',
        });
    }
    for (const warning of conflictWarnings(conflicts))
        watch.warn(warning);
}
/** What a run that lets one of two wheels win says about it. */
function conflictWarnings(conflicts) {
    return conflicts.map(conflict => `${describeConflict(conflict)}; \`${conflict.winner}\` wins`);
}
function describeConflict({ winner, loser, paths }) {
    return `\`${winner}\` and \`${loser}\` hold different files at ${(0,invalid_wheel/* quotedFew */.Z_)(paths, 3)}`;
}

// EXTERNAL MODULE: ./lib/pipeline/stored-plan.js
var stored_plan = __webpack_require__(6687);
;// CONCATENATED MODULE: ./lib/pipeline/carry-out.js
/** Carries out a plan: wheels into the store, bytecode beside them, and both into the environment, overlapped. */












/** Carries out the plan. On failure all files that it put into the environment are gone again. */
async function carryOut(work) {
    const { run, interpreter } = work;
    const { settings, host, watch, located } = run;
    const bytecode = openBytecode(interpreter, { settings, host, watch, store: located.store });
    if (work.isIncomplete)
        bytecode?.warmUp();
    try {
        const installed = await provideAndInstall(work, bytecode);
        return { ...installed, kind: bytecode?.kind, compiled: bytecode?.compiled ?? new Set() };
    }
    finally {
        await bytecode?.close();
    }
}
async function provideAndInstall(work, bytecode) {
    const { run, plan, target } = work;
    const provideMore = (wheels) => provideAll(wheels, work, bytecode);
    const inStore = await provideMore(plan.wheels);
    run.watch.signal.throwIfAborted();
    if (inStore.length === 0 && plan.remove.length === 0 && !target.isNew)
        return { provided: [], planted: undefined };
    const services = await installServices(work, bytecode);
    const settled = await settleInstall(inStore, { ...work, services, provideMore });
    if (target.isNew)
        return plantAll(settled, work, services);
    const installation = beginInstallation(settled.preparation, services);
    try {
        const provided = await installAll(settled.preparation, { installation, inStore: settled.inStore, run });
        installation.commit();
        return { provided, planted: undefined };
    }
    catch (error) {
        await Promise.allSettled(settled.inStore.map(wheel => wheel.compiled));
        installation.undo();
        throw error;
    }
}
/** Bytes, unpacked, from which a wheel has an image of its own, as it has a pack of its own. */
const bigBytes = 64 << 20;
/** Describes what a new environment is to hold, keeps that for later runs, and carries it out. */
async function plantAll({ inStore, preparation }, { run, target, repeatable }, services) {
    const { environment } = target;
    const provided = await Promise.all(inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })));
    run.watch.signal.throwIfAborted();
    const bytecode = provided.flatMap(wheel => wheel.bytecode ?? []);
    const facts = {
        wheels: provided.map(wheel => ({ ...providedFacts(wheel), source: 'store' })),
        warnings: conflictWarnings(preparation.conflicts),
        entries: (0,entries/* entriesOf */.M)(provided.map(({ note }) => note.sha256), services.bytecodeKind),
        big: provided
            .map(({ note }) => note)
            .filter(note => (0,store_note/* unpackedSize */.JL)(note) >= bigBytes)
            .map(({ sha256 }) => sha256),
        texts: repeatable?.texts ?? [],
        files: repeatable?.files ?? [],
    };
    const tree = describeTree(preparation, new Map(bytecode.map(note => [note.wheel, note])), services);
    const plan = await (0,stored_plan/* keepPlan */.vk)({ key: repeatable?.key, tree, facts }, run);
    await target.ready();
    const { windowsLaunchers } = services;
    await (0,fresh/* plant */.C)({ plan, root: environment.root, environment, windowsLaunchers }, run);
    return { provided, planted: plan };
}
async function installServices({ run, target, interpreter }, bytecode) {
    const { os, arch } = run.host.platform;
    const windowsLaunchers = os === 'win32' ? await readWindowsLaunchers((0,external_node_path_.join)(interpreter.basePrefix, 'Lib'), arch) : undefined;
    return {
        store: run.located.store,
        linkMode: run.located.linkMode,
        environment: target.environment,
        os,
        bytecodeKind: bytecode?.kind,
        pythonVersion: interpreter.version,
        windowsLaunchers,
    };
}
/** Links everything while bytecode is still being compiled, then finishes each wheel with its bytecode. */
async function installAll(preparation, { installation, inStore, run }) {
    const { watch } = run;
    const byName = new Map(inStore.map(item => [item.note.name, item]));
    watch.expect('link', { wheels: preparation.wheels.length });
    for (const prepared of preparation.wheels) {
        watch.signal.throwIfAborted();
        const end = watch.begin('link', { wheel: prepared.wheel.note.name });
        end({ files: installation.link(prepared) });
    }
    const provided = [];
    for (const prepared of preparation.wheels) {
        const item = byName.get(prepared.wheel.note.name);
        if (item === undefined)
            continue;
        const bytecode = await item.compiled;
        watch.signal.throwIfAborted();
        const end = watch.begin('link', { wheel: item.note.name });
        end({ files: installation.finish(prepared, bytecode) });
        provided.push({ planned: item.planned, note: item.note, source: item.source, bytecode });
    }
    return provided;
}

// EXTERNAL MODULE: ./lib/report/report.js + 1 modules
var report = __webpack_require__(280);
// EXTERNAL MODULE: ./lib/pipeline/seal.js + 2 modules
var seal = __webpack_require__(8954);
;// CONCATENATED MODULE: ./lib/pipeline/conclude.js





/** Seals, sweeps and reports. */
async function concludeRun(conclusion, run) {
    const { watch, located } = run;
    const { request: save, reason } = await (0,seal/* sealSave */.b)(conclusion, run);
    watch.decide('save', save === undefined ? 'no' : 'yes', reason);
    await (0,store_store/* sweepAbandoned */.Lj)(located.store, Date.now());
    const { keep } = conclusion;
    const upkeep = { ...(0,entries/* upkeepOf */.q)(leasedBy(conclusion), run), ...(keep && { keep }) };
    return (0,report/* buildReport */.FK)(watch, reportFacts({ ...conclusion, save, upkeep }, run));
}
/** What the environment was left with by an earlier run counts too: that may have been another job. */
function leasedBy({ provided, reused, kind, environment }) {
    if (environment.kind === 'store')
        return [];
    return (0,entries/* entriesOf */.M)([...provided.map(({ note }) => note.sha256), ...reused.flatMap(({ sha256 }) => sha256 ?? [])], kind);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
// EXTERNAL MODULE: ./lib/python/run.js
var run = __webpack_require__(367);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/build/backend-process.js
/** The process of a build backend: its output line by line, and its end with everything that it started. */



/** Milliseconds from an interrupt to the end: a backend that is interrupted removes its temporary files. */
const graceMs = 3000;
/** Milliseconds for which output is awaited of a process that survives the end of its group. */
const lingerMs = 1000;
/**
 * Runs a process to its end; when this settles, nothing that it started in its process group is left.
 * Throws the reason of the signal, after the process has ended.
 */
async function runBackend(run) {
    run.signal.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)(run.command, run.args, {
        cwd: run.cwd,
        env: { ...run.env },
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        // A group of its own, so that compilers end with it; on Windows this would open a console.
        detached: run.os !== 'win32',
    });
    for (const input of [child.stdout, child.stderr]) {
        (0,external_node_readline_.createInterface)({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', line => run.onLine(line));
    }
    let deadline;
    const interrupt = () => {
        signalGroup(child, 'SIGINT', run.os);
        deadline = setTimeout(() => signalGroup(child, 'SIGKILL', run.os), graceMs);
    };
    run.signal.addEventListener('abort', interrupt, { once: true });
    const exit = await ended(child, run.os);
    clearTimeout(deadline);
    run.signal.removeEventListener('abort', interrupt);
    run.signal.throwIfAborted();
    return exit;
}
function ended(child, os) {
    return new Promise(resolve => {
        let linger;
        child.on('error', error => {
            if (child.pid === undefined)
                resolve({ succeeded: false, how: `could not be started (${(0,errors/* messageOf */.bD)(error)})` });
        });
        child.on('exit', () => {
            signalGroup(child, 'SIGKILL', os);
            linger = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, lingerMs);
        });
        child.on('close', (code, signal) => {
            clearTimeout(linger);
            const how = signal === null ? `ended with exit code ${code}` : `was killed by ${signal}`;
            resolve({ succeeded: code === 0, how });
        });
    });
}
function signalGroup(child, name, os) {
    if (child.pid === undefined)
        return;
    if (os === 'win32') {
        (0,external_node_child_process_.spawn)('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => { });
        return;
    }
    try {
        process.kill(-child.pid, name);
    }
    catch (error) {
        // Nobody is left, which macOS says in another way.
        if (!(0,errors/* hasErrno */.Nm)(error, 'ESRCH', 'EPERM'))
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/build/backend.js
/** Calls the hooks of a project's build backend, each in a process of its own (PEP 517). */






const shownLines = 30;
/** Calls a hook. Throws UserError BUILD_FAILED with the end of the output, or the reason of the signal. */
async function callHook(call, backend) {
    const { project, host } = backend;
    const answer = (0,external_node_path_.join)(backend.outputDirectory, `${call.hook}.json`);
    const request = { backend: project.backend, backendPath: project.backendPath, arguments: call.arguments, answer };
    // `-B`: importing an in-tree backend or the modules of a setup.py leaves no bytecode in the source tree.
    const args = ['-I', '-B', '-u', (0,external_node_path_.join)(host.helpersDirectory, 'hooks.py'), call.hook];
    const tail = [];
    const exit = await runBackend({
        command: backend.python,
        args: [...args, JSON.stringify(request)],
        cwd: project.directory,
        env: hookEnvironment(host.env, { python: backend.python, os: host.platform.os }),
        os: host.platform.os,
        signal: backend.signal,
        onLine(line) {
            const shown = (0,redact/* redact */.E$)(line);
            tail.push(shown);
            if (tail.length > shownLines)
                tail.shift();
            backend.onOutput(shown);
        },
    });
    const failure = { call, project, output: tail.join('\n'), command: [backend.python, ...args].join(' ') };
    const given = exit.succeeded ? await readAnswer(answer) : undefined;
    if (given === undefined)
        throw hookFailed(exit, failure);
    if (given.outcome === 'unavailable')
        throw backendUnavailable(given.reason, project);
    return given;
}
async function readAnswer(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
/** Of this program and of the action that runs it: a step of the job sees none of these either. */
const ownVariables = /^(?:WHEELCREW_|INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/i;
/** As in an activated build environment: tools that it holds, such as ninja, come first on PATH. */
function hookEnvironment(env, { python, os }) {
    const scripts = (0,external_node_path_.dirname)(python);
    const path = Object.keys(env).find(name => (os === 'win32' ? name.toUpperCase() : name) === 'PATH') ?? 'PATH';
    const kept = Object.entries((0,run/* pythonEnvironmentVariables */.b)(env)).filter(([name]) => !ownVariables.test(name));
    const searched = [scripts, env[path] ?? ''].filter(directory => directory !== '').join(external_node_path_.delimiter);
    return { ...Object.fromEntries(kept), [path]: searched, VIRTUAL_ENV: (0,external_node_path_.dirname)(scripts) };
}
function hookFailed(exit, { call, project, output, command }) {
    const how = exit.succeeded ? `${exit.how} and gave no answer` : exit.how;
    const problem = `\`${call.hook}\` of \`${project.backend}\` ${how}`;
    return buildFailed(project, [problem, `command: ${command}`, output].join('\n').trimEnd(), failureHint(exit, output));
}
function failureHint(exit, output) {
    const module = /^ModuleNotFoundError: No module named '([^']+)'/m.exec(output)?.[1];
    if (module !== undefined) {
        return `If the build needs \`${module}\`, list what provides it under \`build-system.requires\` in pyproject.toml`;
    }
    return exit.how.endsWith('SIGKILL') ? 'The machine may have run out of memory' : undefined;
}
function backendUnavailable(reason, project) {
    const { backend, requires, backendPath } = project;
    const place = backendPath.length > 0 ? backendPath.join(', ') : `what \`build-system.requires\` lists (${list(requires)})`;
    return buildFailed(project, `its backend \`${backend}\` is not in ${place}: ${reason}`, 'Correct `build-backend`, or list what provides it under `build-system.requires` in pyproject.toml');
}
function list(requirements) {
    return requirements.length === 0 ? 'nothing' : requirements.map(text => `\`${text}\``).join(', ');
}
/** A BUILD_FAILED (exit code 1): the project, its backend or the machine is at fault. */
function buildFailed({ shown }, problem, hint) {
    return new errors/* UserError */.yo('BUILD_FAILED', `\`${shown}\` cannot be built: ${problem}`, { hint });
}

;// CONCATENATED MODULE: ./lib/build/built-wheel.js
/** The wheel that a build hook says it has made. */








/**
 * Opens the wheel that a hook has answered with: the name of a file in `directory` (PEP 517).
 * Undefined where the answer is not that. Throws UserError WHEEL_FILENAME_INVALID and WHEEL_INVALID.
 */
async function readBuiltWheel(answer, directory) {
    if (typeof answer !== 'string' || !(await isFileIn(directory, answer)))
        return undefined;
    const path = (0,external_node_path_.join)(directory, answer);
    const filename = (0,wheel_filename/* parseWheelFilename */.e)(answer);
    return { path, filename, metadata: readMetadata(path, filename) };
}
async function isFileIn(directory, name) {
    if (name === '' || name !== (0,external_node_path_.basename)(name) || name.includes('\\'))
        return false;
    try {
        return (await (0,promises_.lstat)((0,external_node_path_.join)(directory, name))).isFile();
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'))
            return false;
        throw error;
    }
}
function readMetadata(path, filename) {
    const wheel = filename.filename;
    const descriptor = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const archive = {
            size: (0,external_node_fs_.fstatSync)(descriptor).size,
            read: (offset, length) => readExactly(descriptor, offset, length),
        };
        const entries = (0,zip/* readEntries */.$2)(archive, wheel);
        const paths = entries.map(entry => entry.path);
        const name = `${(0,wheel_dist_info/* findDistInfo */.wg)(paths, filename)}/METADATA`;
        const entry = entries.find(candidate => candidate.path === name);
        if (entry === undefined)
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `it has no \`${name}\``);
        return (0,wheel_dist_info/* parseMetadata */.jR)((0,zip/* readEntry */.hB)(archive, entry, wheel).toString('utf8'), wheel);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function readExactly(descriptor, offset, length) {
    const buffer = Buffer.alloc(length);
    const count = (0,external_node_fs_.readSync)(descriptor, buffer, 0, length, offset);
    if (count !== length)
        throw new RangeError(`the file ends at byte ${offset + count}`);
    return buffer;
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/plan/document.js
var plan_document = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/plan/requirement.js
var requirement = __webpack_require__(7668);
;// CONCATENATED MODULE: ./lib/build/project.js
/** A source tree as its build needs it: `[build-system]` of pyproject.toml (PEP 517, PEP 518), or the defaults without one. */






const legacyBackend = 'setuptools.build_meta:__legacy__';
const legacyBuild = { requires: ['setuptools>=40.8.0'], backend: legacyBackend, backendPath: [] };
/**
 * Reads what is needed to build the source tree at an absolute path.
 * Throws UserError SOURCE_NOT_FOUND, PROJECT_INVALID and, for what is no requirement, the errors of `parseRequirement` (all exit code 2).
 */
async function readProject(path, shown) {
    await assertDirectory(path, shown);
    const file = (0,external_node_path_.join)(path, 'pyproject.toml');
    const text = await readOptional(file);
    if (text === undefined) {
        if (await exists((0,external_node_path_.join)(path, 'setup.py')))
            return { directory: path, shown, ...legacyBuild, requiresPython: undefined };
        throw invalid(`\`${shown}\` is no Python project: it holds neither a pyproject.toml nor a setup.py`, nameProject);
    }
    const kind = { source: file, code: 'PROJECT_INVALID', hint: 'Correct it as PEP 518 and PEP 621 describe' };
    const root = (0,plan_document/* openDocument */.EJ)(parseToml(text, file), kind);
    const [table, metadata] = [(0,plan_document/* optionalTable */.D6)(root, 'build-system'), (0,plan_document/* optionalTable */.D6)(root, 'project')];
    if (table === undefined && metadata === undefined && !(await hasSetupFile(path))) {
        throw invalid(`\`${file}\` describes no project: it has neither \`build-system\` nor \`project\``, nameProject);
    }
    const buildSystem = table === undefined ? legacyBuild : await readBuildSystem(table, path);
    const requiresPython = metadata === undefined ? undefined : (0,plan_document/* optionalString */.sx)(metadata, 'requires-python');
    return { directory: path, shown, ...buildSystem, requiresPython };
}
const nameProject = 'Name the directory that holds the pyproject.toml or setup.py of the project';
async function assertDirectory(path, shown) {
    const facts = await (0,promises_.stat)(path).catch(error => {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            throw error;
        throw (0,errors/* usageError */.Wp)('SOURCE_NOT_FOUND', `the source tree \`${shown}\` does not exist: no \`${path}\``, 'Correct the path');
    });
    if (facts.isDirectory())
        return;
    const isWheel = path.toLowerCase().endsWith('.whl');
    throw invalid(`\`${shown}\` is a ${isWheel ? 'wheel' : 'file'}, and only a source tree can be editable`, isWheel ? 'Name the wheel without `-e`' : nameProject);
}
async function readBuildSystem(table, directory) {
    if (!table.values.has('requires'))
        throw (0,plan_document/* fieldError */.$i)(table, 'requires', 'is missing (PEP 518)');
    const requires = (0,plan_document/* strings */.P$)(table, 'requires');
    for (const [index, text] of requires.entries())
        assertRequirement(text, `\`${table.kind.source}\`: \`requires[${index}]\``);
    const backend = (0,plan_document/* optionalString */.sx)(table, 'build-backend') ?? legacyBackend;
    const name = '[\\p{ID_Start}_][\\p{ID_Continue}.]*';
    if (!new RegExp(`^${name}(?::${name})?$`, 'u').test(backend)) {
        throw (0,plan_document/* fieldError */.$i)(table, 'build-backend', `must be a module or \`module:object\` (PEP 517), found \`${backend}\``);
    }
    return { requires, backend, backendPath: await readBackendPath(table, directory) };
}
/**
 * Proves that a string is a requirement (PEP 508) of a build environment; `where` says in messages who asks for it.
 * Throws UserError REQUIREMENTS_INVALID, SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED (exit code 2).
 */
function assertRequirement(text, where) {
    // Bare paths and URLs are pip's spelling on a command line.
    if (/^\s*[a-z0-9][\w.-]*\s*(?:[[(<>=!~;@]|$)/i.test(text)) {
        const { location } = (0,requirement/* parseRequirement */.pP)(text, where);
        if (location === undefined || URL.canParse(location))
            return;
    }
    throw (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${where}: \`${text}\` is not a requirement (PEP 508)`);
}
async function readBackendPath(table, directory) {
    const root = await (0,promises_.realpath)(directory);
    return Promise.all((0,plan_document/* strings */.P$)(table, 'backend-path').map(async (entry, index) => {
        const key = `backend-path[${index}]`;
        const path = (0,external_node_path_.resolve)(directory, entry);
        const real = await (0,promises_.realpath)(path).catch(error => {
            if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
                throw error;
            throw (0,plan_document/* fieldError */.$i)(table, key, `does not exist: \`${entry}\``);
        });
        const inTree = (0,external_node_path_.relative)(root, real);
        if ((0,external_node_path_.isAbsolute)(entry) || (0,external_node_path_.isAbsolute)(inTree) || /^\.\.(?:[\\/]|$)/.test(inTree)) {
            throw (0,plan_document/* fieldError */.$i)(table, key, `must be a relative path inside the source tree (PEP 517), found \`${entry}\``);
        }
        return path;
    }));
}
function parseToml(text, source) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        // The parser's message goes on with an excerpt of the file.
        const [reason = ''] = (0,errors/* messageOf */.bD)(error).split('\n');
        const line = typeof error === 'object' && error !== null && 'line' in error ? ` (line ${String(error.line)})` : '';
        throw invalid(`\`${source}\` is not valid TOML: ${reason}${line}`, 'Correct the file');
    }
}
async function hasSetupFile(directory) {
    return (await exists((0,external_node_path_.join)(directory, 'setup.py'))) || (await exists((0,external_node_path_.join)(directory, 'setup.cfg')));
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, error => {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return false;
        throw error;
    });
}
async function readOptional(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
function invalid(message, hint) {
    return (0,errors/* usageError */.Wp)('PROJECT_INVALID', message, hint);
}

;// CONCATENATED MODULE: ./lib/build/editable.js
/** Editable installs (PEP 660): the wheel that a project's own build backend makes of its source tree. */








/**
 * Builds the editable wheel of the source tree at an absolute path; `build_editable` is called once.
 *
 * Throws UserError SOURCE_NOT_FOUND and PROJECT_INVALID (exit code 2) before anything is built; PROJECT_PYTHON_MISMATCH,
 * EDITABLE_UNSUPPORTED and BUILD_FAILED (exit code 1); what `makeBuildEnvironment` throws, saying what it was for; WHEEL_INVALID;
 * and the reason of the signal, when no process of the build is left.
 */
async function buildEditable(source, services) {
    services.signal.throwIfAborted();
    const project = await readProject(source.path, source.shown);
    assertPython(project.requiresPython, project, services.interpreter);
    const python = await makeEnvironment(project.requires, project, services);
    const backend = { ...services, project, python };
    await addRequirements(backend, services);
    const wheelDirectory = (0,external_node_path_.join)(services.outputDirectory, 'wheel');
    await (0,promises_.mkdir)(wheelDirectory);
    const result = await callHook({ hook: 'build_editable', arguments: [wheelDirectory, null, null] }, backend);
    if (result.outcome === 'missing')
        throw editableUnsupported(project);
    const wheel = await readBuiltWheel(result.value, wheelDirectory);
    if (wheel === undefined) {
        throw buildFailed(project, `\`build_editable\` of \`${project.backend}\` returned ${JSON.stringify(result.value)}, which names no file in the directory that it was given`, 'Tell the maintainers of the backend');
    }
    assertPython(wheel.metadata.requiresPython, project, services.interpreter);
    const { name, version } = wheel.filename;
    const directUrl = { url: (0,external_node_url_.pathToFileURL)(project.directory).href, dir_info: { editable: true } };
    return { name, version, path: wheel.path, directUrl };
}
/** As pip, by the release alone: 3.15.0rc1 is a `>=3.15`. A specifier that is none is left to the backend. */
function assertPython(specifier, { shown }, { version }) {
    const [release = version] = /^\d+(?:\.\d+)*/.exec(version) ?? [];
    if (specifier === undefined || !(0,specifiers/* isSpecifier */.td)(specifier) || (0,specifiers/* satisfies */.ib)(release, specifier))
        return;
    throw new errors/* UserError */.yo('PROJECT_PYTHON_MISMATCH', `\`${shown}\` requires Python ${specifier}, and this is ${version}`, {
        hint: 'Name another Python with `--python`',
    });
}
/** What the backend asks for beyond `build-system.requires` joins the environment. */
async function addRequirements(backend, services) {
    const { project } = backend;
    const hook = 'get_requires_for_build_editable';
    const result = await callHook({ hook, arguments: [null] }, backend);
    const wanted = result.outcome === 'missing' ? [] : result.value;
    if (!isStrings(wanted)) {
        throw buildFailed(project, `\`${hook}\` of \`${project.backend}\` returned ${JSON.stringify(wanted)}, expected a list of strings`, 'Tell the maintainers of the backend');
    }
    for (const text of wanted)
        assertRequirement(text, `\`${project.shown}\`: \`${hook}\` of \`${project.backend}\``);
    const missing = wanted.filter(text => !project.requires.includes(text));
    if (missing.length > 0)
        await makeEnvironment([...project.requires, ...missing], project, services);
}
function isStrings(value) {
    return Array.isArray(value) && value.every(item => typeof item === 'string');
}
async function makeEnvironment(requirements, { shown }, services) {
    try {
        return await services.makeBuildEnvironment((0,external_node_path_.join)(services.outputDirectory, 'environment'), requirements);
    }
    catch (error) {
        if (services.signal.aborted || !(0,errors/* isUserError */.iU)(error))
            throw error;
        const { code, message, hint, exitCode } = error;
        throw new errors/* UserError */.yo(code, `the build environment of \`${shown}\`: ${message}`, { hint, exitCode, cause: error });
    }
}
/** The first releases with `build_editable`. */
const supportedSince = [
    ['setuptools', 'setuptools>=64'],
    ['flit_core', 'flit_core>=3.4'],
    ['poetry.core', 'poetry-core>=1.0.8'],
];
function editableUnsupported({ shown, backend }) {
    const [, newer] = supportedSince.find(([module]) => backend.startsWith(module)) ?? [];
    const message = `\`${shown}\` cannot be installed as editable: its backend \`${backend}\` has no \`build_editable\` (PEP 660)`;
    const hint = newer === undefined
        ? 'Take a newer release of the backend, or make a wheel with `uv build` or `pip wheel` and name that'
        : `Ask for \`${newer}\` under \`build-system.requires\` in pyproject.toml`;
    return new errors/* UserError */.yo('EDITABLE_UNSUPPORTED', message, { hint });
}

;// CONCATENATED MODULE: ./lib/build/source.js
/** What `-e` names: a source tree and extras, in the spelling of pip and uv. */





/**
 * Reads `PATH`, `PATH[extra1,extra2]` or `file:///PATH[…]`; a relative path starts from `workingDirectory`.
 * Nothing is looked up on disk. Throws UserError SOURCE_UNSUPPORTED for other URLs, REQUIREMENTS_INVALID for what is
 * neither (both exit code 2).
 */
function parseEditable(text, workingDirectory) {
    const shown = (0,redact/* redact */.E$)(text.trim());
    const [, location = '', extras = ''] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(text.trim()) ?? [];
    if (location === '')
        throw source_invalid(shown, 'names no source tree');
    return { path: pathOf(location, shown, workingDirectory), shown, extras: extrasOf(extras, shown) };
}
function pathOf(location, shown, workingDirectory) {
    // A drive of Windows is one letter.
    const [, scheme] = /^([a-z][a-z0-9+.-]+):/i.exec(location) ?? [];
    if (scheme === undefined && !/^[\w.-]+@[\w.-]+:/.test(location))
        return (0,external_node_path_.resolve)(workingDirectory, location);
    if (scheme?.toLowerCase() === 'file')
        return pathOfUrl(location, shown);
    throw (0,errors/* usageError */.Wp)('SOURCE_UNSUPPORTED', `\`-e ${shown}\` is not a directory of this machine; only source trees that lie here can be editable`, 'Check the repository out and name its directory');
}
function pathOfUrl(url, shown) {
    if (!/^file:\/\//i.test(url))
        throw source_invalid(shown, 'is no `file:///` URL');
    if (/#.*\bsubdirectory=/.test(url))
        throw source_invalid(shown, 'has a `subdirectory`: name that directory itself');
    try {
        return (0,external_node_path_.resolve)((0,external_node_url_.fileURLToPath)(url));
    }
    catch (error) {
        throw source_invalid(shown, `is no \`file:///\` URL: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function extrasOf(extras, shown) {
    const names = extras.split(',').map(name => name.trim());
    const written = names.filter(name => name !== '');
    const wrong = written.find(name => !/^[a-z0-9](?:[\w.-]*[a-z0-9])?$/i.test(name));
    if (wrong !== undefined)
        throw source_invalid(shown, `names the extra \`${wrong}\`, which is not a name (PEP 508)`);
    return [...new Set(written.map(wheel_filename/* normalizeName */.P))];
}
function source_invalid(shown, problem) {
    return (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `\`-e ${shown}\` ${problem}`, 'Write `-e PATH` or `-e PATH[extra]`');
}

;// CONCATENATED MODULE: ./lib/pipeline/editables.js
/** Editable distributions: built before anything is resolved, and bound to the lock afterwards. */






/** Sets up the builder; nothing is made before it is called. */
function openEditableBuilder(run, interpreter, makeBuildEnvironment) {
    const { host, watch } = run;
    let count = 0;
    return source => (0,pipeline_run/* timed */.ay)(watch, 'build', async () => {
        const outputDirectory = await run.scratchDirectory(`build-${count++}`);
        const wheel = await buildEditable(source, {
            ...{ host, interpreter, makeBuildEnvironment, outputDirectory, signal: watch.signal },
            onOutput: line => host.log.debug(line),
        });
        return { ...wheel, extras: source.extras };
    });
}
/** Builds what the user named with `-e`, on the command line or in requirements files, one after the other. */
async function buildEditables(inputs, run, build) {
    const { editables, workingDirectory } = run.settings;
    const sources = [...editables, ...inputs.set.editables].map(text => parseEditable(text, workingDirectory));
    const distinct = new Map();
    for (const source of sources) {
        const extras = [...(distinct.get(source.path)?.extras ?? []), ...source.extras];
        distinct.set(source.path, { ...source, extras: [...new Set(extras)] });
    }
    const built = new Map();
    for (const source of distinct.values()) {
        const editable = await build(source);
        const other = built.get(editable.name);
        if (other !== undefined)
            throw sameName(editable, other);
        built.set(editable.name, editable);
    }
    return [...built.values()];
}
function sameName(editable, other) {
    const trees = [other, editable].map(({ directUrl }) => `\`${directUrl.url}\``);
    return (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${trees.join(' and ')} are both the distribution \`${editable.name}\``, 'Name one of them');
}
/** Requirements that name the wheels, so that a resolver sees their dependencies. */
function requirementsOf(editables) {
    return editables.map(({ name, extras, path }) => `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`} @ ${(0,external_node_url_.pathToFileURL)(path).href}`);
}
/**
 * The lock with these editables in it. A complete lock gets them without their dependencies, and what it names itself as
 * an editable directory is built.
 */
async function bindEditables(lock, editables, { interpreter, build }) {
    const byName = new Map(editables.map(editable => [editable.name, editable]));
    for (const entry of lock.distributions) {
        const { name, unsupported } = entry;
        if (unsupported?.isEditable !== true || byName.has(name) || !(0,plan/* applies */.Br)(entry, lock, interpreter))
            continue;
        byName.set(name, await build({ path: unsupported.where, shown: unsupported.where, extras: [] }));
    }
    if (byName.size === 0)
        return lock;
    const others = lock.distributions.filter(({ name }) => !byName.has(name));
    return { ...lock, distributions: [...others, ...[...byName.values()].map(toLocked)] };
}
function toLocked({ name, version, path, directUrl }) {
    const filename = path.split(/[\\/]/).at(-1) ?? '';
    return {
        ...{ name, version, directUrl, requested: true, wheels: [], sdist: undefined },
        ...{ marker: undefined, requiresPython: undefined, unsupported: undefined },
        archive: { filename, path, url: undefined, size: undefined, hashes: {} },
    };
}

// EXTERNAL MODULE: ./lib/pipeline/lock.js + 10 modules
var pipeline_lock = __webpack_require__(3917);
// EXTERNAL MODULE: ./lib/cache/key.js
var key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/cache/packing.js
var packing = __webpack_require__(6961);
// EXTERNAL MODULE: ./lib/store/pack-format.js + 1 modules
var pack_format = __webpack_require__(9730);
// EXTERNAL MODULE: ./lib/store/frame-cuts.js
var frame_cuts = __webpack_require__(8896);
// EXTERNAL MODULE: ./lib/store/frames.js
var store_frames = __webpack_require__(7351);
// EXTERNAL MODULE: ./lib/store/pack.js
var pack = __webpack_require__(9152);
;// CONCATENATED MODULE: ./lib/store/pack-ranges.js
/** Stored bytes of a range: enough for one request, little enough that all threads have work. */
const [largestRange, smallestRange, rangesOfPack] = [4 << 20, 512 << 10, 48];
/** Bytes that a range may decode to: what a thread holds. */
const largestDecoded = 24 << 20;
/** Between two wanted frames, so many bytes are read in vain rather than asked for apart. */
const largestGap = 64 << 10;
/** Joins frames, given in the order of the pack, to ranges; `packSize` in bytes. */
function rangesOf(frames, packSize) {
    const limit = Math.min(largestRange, Math.max(smallestRange, packSize / rangesOfPack));
    const ranges = [];
    let [start, end, decoded] = [0, Number.NEGATIVE_INFINITY, 0];
    for (const ranged of frames) {
        const { offset, stored, cut } = ranged.frame;
        const isNear = offset - end <= largestGap && offset + stored.size - start <= limit;
        const last = ranges.at(-1);
        if (last !== undefined && isNear && decoded + cut.size <= largestDecoded) {
            last.push(ranged);
            decoded += cut.size;
        }
        else {
            ranges.push([ranged]);
            start = offset;
            decoded = cut.size;
        }
        end = offset + stored.size;
    }
    return ranges;
}

// EXTERNAL MODULE: ./lib/store/stored-file.js
var stored_file = __webpack_require__(9041);
;// CONCATENATED MODULE: ./lib/store/write-frames.js
/** Writes frames of a pack to disk. Runs in a worker thread, where synchronous calls are fastest. */





/** Checks, decodes and writes frames; directories are made as they are needed. A damaged frame does not stop the others. */
function writeFrames({ source, frames }) {
    const bytes = 'bytes' in source
        ? Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
        : readIfPossible(source);
    if (typeof bytes === 'string')
        return { damage: frames.map(() => bytes) };
    return { damage: frames.map(frame => damageOf(() => writeFrame(frame, bytes))) };
}
/** Or why not: a pack on a disk in trouble is as good as a damaged one. */
function readIfPossible(stretch) {
    try {
        return readRange(stretch);
    }
    catch (error) {
        if (errnoOf(error) === undefined)
            throw error;
        return `it cannot be read: ${messageOf(error)}`;
    }
}
function readRange({ descriptor, start, end }) {
    const bytes = Buffer.allocUnsafe(end - start);
    let filled = 0;
    while (filled < bytes.length) {
        const count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
        if (count === 0)
            break;
        filled += count;
    }
    return bytes.subarray(0, filled);
}
function damageOf(work) {
    try {
        work();
        return undefined;
    }
    catch (error) {
        if (error instanceof PackDamage)
            return error.message;
        throw error;
    }
}
/**
 * The digest of the stored bytes covers all that comes of them, and costs a fraction of hashing every file: whoever packed
 * the files has compared them with their note.
 */
function writeFrame({ at, storedSize, sha256, size, pieces }, bytes) {
    const stored = bytes.subarray(at, at + storedSize);
    if (stored.length < storedSize)
        throw new PackDamage('it ends too early');
    if (sha256Of(stored) !== sha256)
        throw new PackDamage('a frame has another digest than the pack says');
    const content = decodeFrame(stored, size);
    let start = 0;
    for (const piece of pieces) {
        writePiece(piece, content.subarray(start, start + piece.length));
        start += piece.length;
    }
}
function writePiece(piece, content) {
    const descriptor = piece.offset === undefined ? createWhole(piece) : openSync(piece.path, 'r+');
    try {
        writeAll(descriptor, content, piece.offset ?? 0);
        if (piece.mtime !== undefined)
            futimesSync(descriptor, piece.mtime, piece.mtime);
    }
    finally {
        closeSync(descriptor);
    }
}
/** Makes an empty file and the directories above it. A path that this file system takes for another's, or not at all, is damage. */
function createWhole({ path, executable }) {
    try {
        return createWithParents(path, executable);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EEXIST', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ'))
            throw error;
        throw new store_frames/* PackDamage */.Ns(`\`${path}\` cannot be written here`, { cause: error });
    }
}
function createWithParents(path, executable) {
    try {
        return (0,stored_file/* createStoredFile */.E)(path, executable);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw error;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        return (0,stored_file/* createStoredFile */.E)(path, executable);
    }
}
/** Larger writes are several times slower on ext4: what is copied no longer fits the caches of the processor. */
const largestWrite = (/* unused pure expression or super */ null && (1 << 20));
function writeAll(descriptor, content, position) {
    let written = 0;
    while (written < content.length) {
        const length = Math.min(largestWrite, content.length - written);
        written += writeSync(descriptor, content, written, length, position + written);
    }
}

;// CONCATENATED MODULE: ./lib/store/pack-reader.js
/** Reads packs into the store. Whatever is damaged is dropped and named: never an error, never a wrong byte. */










/**
 * Puts into the store what is wanted of a pack and the store lacks. Each wheel and bytecode set becomes visible whole and
 * verified; the caller gets the damaged ones elsewhere. What `source` throws passes.
 */
async function readPack(store, source, { wants, services }) {
    const head = await readHead(source);
    if (head instanceof store_frames/* PackDamage */.Ns) {
        return { contents: (0,pack_format/* contentsOf */.KD)([]), damaged: [{ wheel: undefined, reason: head.message }] };
    }
    const lacking = await lackingIn(store, head.filter(({ section }) => wants(section)));
    return unpackSections(store, source, { located: lacking, services });
}
async function readHead(source) {
    try {
        if (source.size < pack_format/* prologueSize */.No)
            throw new store_frames/* PackDamage */.Ns('it ends too early');
        const prologue = (0,pack_format/* parsePrologue */.dK)(await source.read(0, pack_format/* prologueSize */.No));
        if ((0,pack_format/* headSize */.SV)(prologue) > source.size)
            throw new store_frames/* PackDamage */.Ns('it ends inside its table of contents');
        return (0,pack_format/* parseHead */.ww)(prologue, await source.read(pack_format/* prologueSize */.No, (0,pack_format/* headSize */.SV)(prologue)));
    }
    catch (error) {
        if (error instanceof store_frames/* PackDamage */.Ns)
            return error;
        throw error;
    }
}
async function lackingIn(store, located) {
    const notes = await Promise.all(located.map(({ section }) => section.kind === undefined
        ? (0,store_store/* readWheelNote */.mA)(store, section.note.sha256)
        : (0,store_store/* readBytecodeNote */.qn)(store, section.kind, section.note.wheel)));
    return located.filter((_, index) => notes[index] === undefined);
}
/** Ranges are read in the order of the pack; each is decoded as soon as it is there, on any thread. */
async function unpackSections(store, source, { located, services }) {
    const progress = await Promise.all(located.map(async ({ section, frames }) => {
        return { section, frames, staged: await (0,store_store/* stage */.dw)(store), left: frames.length, damage: undefined };
    }));
    try {
        for (const item of progress)
            prepareParts(item);
        const failed = new AbortController();
        const inTurn = work => services.inTurn(async () => {
            failed.signal.throwIfAborted();
            return work();
        });
        const writing = rangesOf(framesOf(progress), source.size).map(async (range) => {
            try {
                await writeRange(range, source, { services: { ...services, inTurn }, store });
            }
            catch (error) {
                failed.abort(error);
                throw error;
            }
        });
        await Promise.allSettled(writing);
        await Promise.all(writing);
        for (const item of progress)
            if (item.left === item.frames.length)
                await finish(item, store);
    }
    catch (error) {
        await Promise.all(progress.map(({ staged }) => (0,store_store/* discard */.vf)(staged)));
        throw error;
    }
    return {
        contents: (0,pack_format/* contentsOf */.KD)(progress.filter(({ damage }) => damage === undefined).map(({ section }) => section)),
        damaged: progress.flatMap(({ section, damage }) => damage === undefined ? [] : [{ wheel: (0,pack_format/* wheelOf */.J_)(section), reason: damage }]),
    };
}
/** Files of several frames are made beforehand: whichever frame comes first finds its file. */
function prepareParts(item) {
    try {
        for (const { path, executable } of partsOf(item))
            (0,external_node_fs_.closeSync)(createWhole({ path, executable }));
    }
    catch (error) {
        if (!(error instanceof store_frames/* PackDamage */.Ns))
            throw error;
        item.damage = error.message;
    }
}
/** The first pieces of the files that have several. */
function partsOf({ frames, staged }) {
    const pieces = frames.flatMap(({ cut }) => cut.pieces).filter(piece => (0,frame_cuts/* isPart */.Q)(piece) && piece.offset === 0);
    return pieces.map(({ file }) => ({ ...file, path: (0,external_node_path_.join)((0,store_store/* filesOf */.R8)(staged), file.path) }));
}
/** The frames of all sections that can be written yet, in the order of the pack. */
function framesOf(progress) {
    return progress.flatMap(item => (item.damage === undefined ? item.frames.map(frame => ({ item, frame })) : []));
}
async function writeRange(range, source, { services, store }) {
    const start = range[0]?.frame.offset ?? 0;
    const end = range.reduce((_, { frame }) => frame.offset + frame.stored.size, start);
    const frames = range.map(({ item, frame: { offset, stored, cut } }) => ({
        at: offset - start,
        storedSize: stored.size,
        sha256: stored.sha256,
        size: cut.size,
        pieces: cut.pieces.map(piece => pieceToWrite(piece, item)),
    }));
    const { damage } = await services.inTurn(async () => {
        const { descriptor } = source;
        if (descriptor !== undefined)
            return services.decode({ source: { descriptor, start, end }, frames });
        const available = Math.min(end, source.size);
        const bytes = owned(start < available ? await source.read(start, available) : Buffer.alloc(0));
        return services.decode({ source: { bytes }, frames });
    });
    services.onBytes?.(end - start);
    for (const [index, { item }] of range.entries()) {
        item.damage ??= damage[index];
        item.left -= 1;
        if (item.left === 0)
            await finish(item, store);
    }
}
/** Bytes that are alone in their memory, so that it can be handed to another thread. */
function owned(bytes) {
    const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
    return isAlone ? bytes : new Uint8Array(bytes);
}
function pieceToWrite(piece, { staged }) {
    const { file, length, offset } = piece;
    return {
        path: (0,external_node_path_.join)((0,store_store/* filesOf */.R8)(staged), file.path),
        length,
        executable: file.executable,
        mtime: (0,frame_cuts/* isPart */.Q)(piece) ? undefined : (0,store_note/* sourceMtime */.Ec)(file.sha256),
        offset: (0,frame_cuts/* isPart */.Q)(piece) ? offset : undefined,
    };
}
async function finish(item, store) {
    if (item.damage !== undefined)
        return (0,store_store/* discard */.vf)(item.staged);
    for (const { path, sha256 } of partsOf(item))
        (0,external_node_fs_.utimesSync)(path, (0,store_note/* sourceMtime */.Ec)(sha256), (0,store_note/* sourceMtime */.Ec)(sha256));
    await (0,store_store/* publish */.mk)(item.staged, (0,pack/* directoryOf */.jt)(store, item.section), item.section.note);
}

// EXTERNAL MODULE: ./lib/pipeline/pack-items.js
var pack_items = __webpack_require__(8160);
;// CONCATENATED MODULE: ./lib/cache/worth.js
/** Whether a pack is worth restoring, or its wheels are had sooner from the index: from measured rates. Pure. */
/** How many times as long restoring must take, and how many seconds longer, before downloading is chosen. */
const clearlyFaster = { factor: 1.5, seconds: 2 };
/** Restores unless downloading is clearly faster; also where a rate or a size is not known. */
function chooseSource({ packBytes, restoreRate, fetch }) {
    const restoring = secondsOf(packBytes, restoreRate);
    const fetching = secondsOf(fetch.fileBytes, fetch.fetchRate);
    const preparing = secondsOf(fetch.unpackedBytes, fetch.prepareRate);
    if (restoring === undefined)
        return { source: 'restore', reason: 'how fast the cache is was not measured yet' };
    if (fetching === undefined || preparing === undefined) {
        return { source: 'restore', reason: 'what downloading takes is not known' };
    }
    const downloading = fetching + preparing;
    const isSooner = restoring >= clearlyFaster.factor * downloading && restoring - downloading >= clearlyFaster.seconds;
    const estimates = `restoring takes about ${shown(restoring)}, downloading ${shown(downloading)}`;
    return { source: isSooner ? 'download' : 'restore', reason: estimates };
}
/** Undefined where a rate is none. */
function secondsOf(bytes, rate) {
    return bytes === undefined || rate === undefined || !(rate > 0) ? undefined : bytes / rate;
}
function shown(seconds) {
    return `${seconds.toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./lib/pipeline/sum.js
/** Sums of what is not always known. Pure. */
/** The sum, or undefined where one of them is not known. */
function sumOfKnown(sizes) {
    return sizes.every(size => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

;// CONCATENATED MODULE: ./lib/pipeline/restore-speed.js



/** True, and said in the report, where its wheels are had sooner from the index. */
function isTooSlow(candidate, { watch }) {
    const { items } = candidate;
    const { source, reason } = chooseSource(offerOf(candidate));
    if (source === 'restore')
        return false;
    const wheels = new Set(items.map(({ sha256 }) => sha256)).size;
    watch.decide('restore', `${wheels} wheels are downloaded instead`, reason);
    return true;
}
function offerOf({ pack, items, speeds: { rates, restoreRate } }) {
    const names = new Set(items.map(packing/* nameOf */.Vb));
    return {
        packBytes: pack.bytes,
        restoreRate,
        fetch: {
            fileBytes: sumOfKnown(items.map(({ fileSize }) => fileSize)),
            unpackedBytes: (0,packing/* sizeOf */.$d)(pack.items.filter(item => names.has((0,packing/* nameOf */.Vb)(item)))),
            fetchRate: rates?.fetch,
            prepareRate: rates?.prepare,
        },
    };
}
/** Before these many milliseconds and bytes, a rate is chance. */
const [leastMs, leastBytes] = [1000, 8 << 20];
/** Starts to measure; time counts from here. */
function startSpeedometer() {
    const start = performance.now();
    let bytes = 0;
    return {
        add: count => {
            bytes += count;
        },
        rate: () => {
            const ms = performance.now() - start;
            return ms < leastMs || bytes < leastBytes ? undefined : (bytes / ms) * 1000;
        },
    };
}

;// CONCATENATED MODULE: ./lib/pipeline/restore.js












/** One is opened while another is decoded. */
const packsInProgress = 2;
/** Ranges of packs that are read or decoded at a time: more than the connections, so that none waits for a decoder. */
const rangesInProgress = 16;
/** Starts to bring into the store what it lacks of the wanted wheels and the cache has; the biggest packs first. */
async function startRestore(wish, { open }, run) {
    if (open?.manifest === undefined)
        return nothingToRestore;
    const { wheels, interpreter, mayFetch } = wish;
    const kind = (0,bytecode_kind/* chooseBytecode */.z)(interpreter, { settings: run.settings, env: run.host.env })?.kind;
    const held = (0,packing/* assignItems */.sf)(await lackingItems(wheels, kind, run.located.store), open.manifest.packs);
    if (held.size === 0)
        return nothingToRestore;
    run.watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them');
    announce([...held.keys()], run);
    run.pool();
    const speed = startSpeedometer();
    const services = packServices(run, { slots: (0,concurrency/* createSlots */.e)(rangesInProgress), signal: open.reading.signal, speed });
    const packs = (0,concurrency/* createSlots */.e)(packsInProgress);
    const arrivals = new Map();
    for (const [pack, items] of [...held].sort(([a], [b]) => (0,packing/* sizeOf */.$d)(b.items) - (0,packing/* sizeOf */.$d)(a.items))) {
        const arrived = packs.use(async () => {
            const speeds = { rates: open.manifest?.rates, restoreRate: speed.rate() };
            if (mayFetch && isTooSlow({ pack, items, speeds }, run))
                return new Set();
            return restorePack(pack, items, { open, run, services });
        });
        arrived.catch(error => open.reading.abort(error));
        for (const item of items)
            arrivals.set((0,packing/* nameOf */.Vb)(item), arrived);
    }
    const settled = Promise.all(arrivals.values()).then(() => undefined);
    settled.catch(() => undefined);
    return {
        promises: ({ sha256 = '' }) => arrivals.has((0,packing/* nameOf */.Vb)({ sha256, bytecode: '' })),
        arrival: async ({ sha256 = '' }) => {
            const [wheel] = await Promise.all((0,pack_items/* namesOfWheel */.Jm)(sha256, kind).map(async (name) => (await arrivals.get(name))?.has(name) ?? false));
            return wheel ?? false;
        },
        settled,
        stop: async () => {
            open.reading.abort(new Error('the restore was stopped'));
            await Promise.allSettled(arrivals.values());
        },
    };
}
async function lackingItems(wheels, kind, store) {
    const lacking = wheels.map(async ({ name, sha256, file }) => {
        if (sha256 === undefined)
            return [];
        const wheel = (await (0,store_store/* hasWheel */.m$)(store, sha256)) ? [] : [{ name, sha256, bytecode: '', fileSize: file.size }];
        if (kind === undefined || (await (0,store_store/* hasBytecode */.I5)(store, kind, sha256)))
            return wheel;
        return [...wheel, { name, sha256, bytecode: (0,store_store/* bytecodeName */.NG)(kind), fileSize: 0 }];
    });
    return (await Promise.all(lacking)).flat();
}
const nothingToRestore = {
    promises: () => false,
    arrival: async () => false,
    settled: Promise.resolve(),
    stop: async () => undefined,
};
function announce(packs, { watch }) {
    watch.expect('restore', {
        wheels: packs.flatMap(({ items }) => items.filter(({ bytecode }) => bytecode === '')).length,
        bytes: sumOfKnown(packs.map(({ bytes }) => bytes)),
    });
}
function packServices(run, { slots, signal, speed }) {
    return {
        decode: (range) => run.pool().run({ kind: 'frames', ...range }, 'bytes' in range.source ? [range.source.bytes.buffer] : []),
        inTurn: work => slots.use(async () => {
            signal.throwIfAborted();
            run.watch.signal.throwIfAborted();
            return work();
        }),
        onBytes: count => {
            speed.add(count);
            run.watch.advance('restore', count);
        },
    };
}
function restorePack({ digest }, items, { open, run, services }) {
    const { backend, spoiled, reading } = open;
    return (0,cache/* withEntry */.rM)(run, {
        open: async () => {
            const entry = await backend.open((0,key/* packKey */.l7)(digest), []);
            if (entry === undefined)
                spoiled.add(digest);
            return entry;
        },
        use: async (entry) => {
            const { unpacked, isDamaged } = await readItems(entry, items, { run, services });
            if (isDamaged)
                spoiled.add(digest);
            return unpacked;
        },
        otherwise: () => new Set(),
        reading,
    });
}
async function readItems(entry, items, { run, services }) {
    const wanted = new Set(items.map(packing/* nameOf */.Vb));
    const { contents, damaged } = await readPack(run.located.store, entry, {
        wants: section => wanted.has((0,pack_items/* nameOfSection */.E8)(section)),
        services,
    });
    if (damaged.length > 0)
        run.watch.warn(describeDamage(damaged, items));
    return { unpacked: new Set((0,pack_format/* sectionsOf */.Ks)(contents).map(pack_items/* nameOfSection */.E8)), isDamaged: damaged.length > 0 };
}
/** One warning for a pack, however much of it is damaged. */
function describeDamage(damaged, items) {
    const lost = new Set(damaged.map(({ wheel }) => wheel));
    const all = [...new Set(items.map(({ name }) => name))];
    const named = items.filter(({ sha256 }) => lost.has(sha256)).map(({ name }) => name);
    const names = lost.has(undefined) ? all : [...new Set(named)];
    return `a pack of the cache is damaged (${damaged[0]?.reason}): ${(0,invalid_wheel/* quotedFew */.Z_)(names, 5)} will be fetched or compiled instead`;
}

// EXTERNAL MODULE: ./lib/pipeline/take-entries.js
var take_entries = __webpack_require__(1006);
;// CONCATENATED MODULE: ./lib/pipeline/fill-store.js
/** The modes that make no environment: they fill the store, from the cache alone (`restore`) or whatever it takes (`warm`), or save what is there. */












/**
 * Fills the store with the wheels of the inputs, and their bytecode, and seals them to be saved; no environment is read or
 * made. In the modes `restore` and `save` what is missing is a warning. Throws UserError as an installation does.
 */
async function fillStore(inputs, interpreter, run) {
    const { settings, watch, located } = run;
    refuseEditables(inputs, run);
    const session = await (0,cache/* openCache */.bp)(inputs, interpreter, run);
    const { lock, portable, links } = await (0,pipeline_run/* timed */.ay)(watch, 'lock', () => (0,pipeline_lock/* obtainLock */.B)(inputs, { interpreter, session }, run));
    const wheels = await (0,pipeline_run/* timed */.ay)(watch, 'plan', async () => (0,plan/* selectWheels */.fp)(lock, interpreter, inputs.set.index));
    await (0,take_entries/* takeStored */.Rq)(wheels, interpreter, run);
    const wish = {
        wheels: settings.mode === 'save' ? [] : wheels,
        interpreter,
        mayFetch: settings.mode === 'warm' && !(0,pipeline_wheels/* isLocalOnly */.we)(inputs.set.index),
    };
    const restoring = await startRestore(wish, session, run);
    const bytecode = openBytecode(interpreter, { settings, host: run.host, watch, store: located.store });
    try {
        if (settings.mode === 'warm')
            await (0,pipeline_wheels/* requireObtainable */.xq)(wheels, { restoring, index: inputs.set.index, links }, run);
        else
            await restoring.settled;
        const provided = settings.mode === 'warm'
            ? await provideWhole(wheels, { run, restoring, bytecode })
            : await collectStored(wheels, { run, restoring, bytecode });
        const place = { kind: 'store', root: located.directory, python: interpreter.executable };
        const held = new Set(provided.map(({ planned }) => planned));
        const missing = wheels.filter(wheel => !held.has(wheel));
        if (missing.length > 0) {
            watch.warn(`the store has no wheel of ${(0,invalid_wheel/* quotedFew */.Z_)(missing.map(({ name }) => name), 10)}`);
        }
        const compiled = bytecode?.compiled ?? new Set();
        const outcome = { provided, reused: [], removed: [], missing, compiled };
        const found = { interpreter, environment: place, session, lock: portable };
        return await concludeRun({ ...outcome, ...found, kind: bytecode?.kind }, run);
    }
    finally {
        await restoring.stop();
        await bytecode?.close();
    }
}
/** Its wheel points at a tree of this machine and is made anew by each run. */
function refuseEditables({ set }, { settings }) {
    if (settings.editables.length + set.editables.length === 0)
        return;
    throw (0,errors/* usageError */.Wp)('OPTIONS_NOT_COMBINABLE', `editables cannot be stored: mode \`${settings.mode}\` takes none`, 'Leave out `-e`, and name what the project depends on');
}
async function provideWhole(wheels, { run, restoring, bytecode }) {
    const inStore = await provideAll(wheels, { run, restoring }, bytecode);
    return Promise.all(inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })));
}
async function collectStored(wheels, { run, restoring, bytecode }) {
    const stored = await (0,pipeline_wheels/* storedWheels */.wu)(wheels, bytecode?.kind, run.located.store);
    return Promise.all(stored.map(async (wheel) => ({ ...wheel, source: (await restoring.arrival(wheel.planned)) ? 'cache' : 'store' })));
}

// EXTERNAL MODULE: ./lib/pipeline/interpreter.js + 5 modules
var pipeline_interpreter = __webpack_require__(8742);
// EXTERNAL MODULE: ./lib/pipeline/ready.js
var ready = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/pipeline/repeatable.js
var pipeline_repeatable = __webpack_require__(1507);
;// CONCATENATED MODULE: ./lib/pipeline/whole.js
/** The way of an installation that no stored plan answers: lock → plan → restore → fetch → unpack → link → compile → seal. */























/** Makes or changes the environment, or fills store and cache for it. Throws UserError. */
async function installWhole({ found, named, chosen, install }, run) {
    const { watch, settings } = run;
    if (settings.mode !== 'install') {
        const { interpreter } = await (0,pipeline_run/* timed */.ay)(watch, 'probe', () => (0,pipeline_interpreter/* chooseInterpreter */.S)(run, (0,inputs/* lockRequiresPython */.YJ)(found)));
        return fillStore(named, interpreter, run);
    }
    const imaged = await fromImages({ found, named, chosen }, run);
    if ('report' in imaged)
        return imaged.report;
    const { target, interpreter } = await begin(found, imaged.chosen, run);
    try {
        const build = openEditableBuilder(run, interpreter, openBuildEnvironments(run, interpreter, install));
        const editables = await buildEditables(named, run, build);
        const inputs = await withEditables(found, editables, { run, named });
        const { session, obtained } = imaged;
        const report = await fill(target, {
            ...{ inputs, interpreter, run: await relocated(run, target), editables, build, session, obtained },
        });
        await target.finish();
        return report;
    }
    catch (error) {
        await target.undo();
        throw error;
    }
}
/** Loaded where images are asked for. */
async function fromImages(given, run) {
    if (run.settings.linkMode !== 'image')
        return { chosen: given.chosen, session: undefined, obtained: undefined };
    const { installFromImages } = await Promise.all(/* import() */[__webpack_require__.e(258), __webpack_require__.e(637)]).then(__webpack_require__.bind(__webpack_require__, 7637));
    return installFromImages(given, run);
}
/** Chooses the interpreter and opens or begins the environment; again where another process has just made it. */
async function begin(found, known, run) {
    const choose = () => (0,pipeline_run/* timed */.ay)(run.watch, 'probe', () => (0,pipeline_interpreter/* chooseInterpreter */.S)(run, (0,inputs/* lockRequiresPython */.YJ)(found)));
    for (let chosen = known ?? (await choose());; chosen = await choose()) {
        const target = await (0,environment/* beginEnvironment */.L)(chosen, run);
        if (target !== undefined)
            return { target, interpreter: chosen.interpreter };
    }
}
/** Beside requirements the wheels of editables are resolved with the rest; a complete lock stays as it is. */
async function withEditables(found, editables, { run, named }) {
    if (editables.length === 0 || found.files.some(({ kind }) => kind !== 'requirements'))
        return named;
    const hasLines = named.set.editables.length > 0;
    const files = hasLines ? await withoutEditables(found.files, await run.scratchDirectory('requirements')) : found.files;
    const packages = [...found.packages, ...requirementsOf(editables)];
    return (0,run_inputs/* readRunInputs */.hT)({ ...found, files, packages, isTransient: true }, run);
}
async function fill(target, filling) {
    const { inputs, interpreter, run, editables } = filling;
    const { watch, located } = run;
    const { environment } = target;
    const later = target.isNew && run.settings.linkMode === 'image' ? '; the image of these packages is made when the job ends' : '';
    watch.decide('link', located.linkMode, `${located.reason}${later}`);
    const session = filling.session ?? (await (0,cache/* openCache */.bp)(inputs, interpreter, run));
    const { lock: obtained, portable, links, } = filling.obtained ?? (await (0,pipeline_run/* timed */.ay)(watch, 'lock', () => obtain(filling, session)));
    const lock = await bindEditables(obtained, editables, filling);
    const { plan, present } = await whole_planChange(target, filling, lock);
    const repeatable = target.isNew
        ? await (0,pipeline_repeatable/* repeatableOf */.t)(plan.wheels, { inputs, lock: obtained, interpreter }, run)
        : undefined;
    await (0,take_entries/* takeStored */.Rq)([...plan.wheels, ...plan.reuse], interpreter, run);
    const { index } = inputs.set;
    const wish = { wheels: plan.wheels, interpreter, mayFetch: !(0,pipeline_wheels/* isLocalOnly */.we)(index) };
    const restoring = await startRestore(wish, session, run);
    try {
        const absent = await (0,pipeline_wheels/* requireObtainable */.xq)(plan.wheels, { restoring, index, links }, run);
        whole_announce(absent, run);
        const { provided, kind, compiled, planted } = await carryOut({
            ...{ run, plan, present, interpreter, target, restoring, repeatable },
            isIncomplete: absent.length > 0,
        });
        const names = new Set(provided.map(({ note }) => note.name));
        const reused = plan.reuse.filter(({ name }) => !names.has(name));
        const outcome = { provided, reused, removed: plan.remove, missing: [], compiled, kind };
        const request = planted && (0,ready/* readyRequest */.DF)({ plan: planted, environment, interpreter }, run);
        const keep = request && (0,ready/* keepRequest */.N2)(request, run.settings);
        return await concludeRun({ ...outcome, interpreter, environment, session, lock: portable, keep }, run);
    }
    finally {
        await restoring.stop();
    }
}
function obtain({ inputs, interpreter, run }, session) {
    return (0,pipeline_lock/* obtainLock */.B)(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run);
}
/** Plans on what the environment holds: without a claim where nothing is to be done, else with it. */
async function whole_planChange(target, { inputs, interpreter, run }, lock) {
    const { schemes } = target.environment;
    const { exact, reinstall } = run.settings;
    const look = async (wheels) => {
        const present = target.isNew ? [] : await scanInstalled([schemes.purelib, schemes.platlib]);
        return { plan: (0,plan_present/* divide */.Q)(wheels, present, { exact, reinstall }), present };
    };
    const { wheels, seen } = await (0,pipeline_run/* timed */.ay)(run.watch, 'plan', async () => {
        const selected = (0,plan/* selectWheels */.fp)(lock, interpreter, inputs.set.index);
        return { wheels: selected, seen: await look(selected) };
    });
    const isDone = seen.plan.wheels.length === 0 && seen.plan.remove.length === 0;
    if (target.isNew || (isDone && !(await target.isUnsettled())))
        return seen;
    await target.claim();
    return (0,pipeline_run/* timed */.ay)(run.watch, 'plan', () => look(wheels));
}
/** Tells the progress display what is to come: wheels that the store lacks are fetched, unpacked and compiled. */
function whole_announce(absent, { watch, settings }) {
    const wheels = absent.length;
    watch.expect('fetch', { wheels, bytes: sumOfKnown(absent.map(({ file }) => file.size)) });
    watch.expect('unpack', { wheels });
    if (settings.compileBytecode)
        watch.expect('compile', { wheels });
}
async function relocated(run, { environment }) {
    if (environment.kind !== 'system')
        return run;
    const { linkMode } = run.settings;
    const options = { host: run.host, linkMode };
    return { ...run, located: await (0,locate/* locateStore */.kf)(run.located.directory, environment.schemes.purelib, options) };
}


/***/ })

};
