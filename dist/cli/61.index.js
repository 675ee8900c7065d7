export const id = 61;
export const ids = [61];
export const modules = {

/***/ 8061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

;// CONCATENATED MODULE: ./lib/edge/exit.js
/** The end of a process. */
const lingerMs = 1000;
/** Ends with this exit code when all is written, even if an idle socket would keep the process alive. */
function endProcess(exitCode) {
    process.exitCode = exitCode;
    setTimeout(() => process.exit(), lingerMs).unref();
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
;// CONCATENATED MODULE: ./lib/edge/failure.js


/** Describes anything thrown; whatever is not a UserError is a bug in wheelcrew. Credentials in URLs are hidden. */
function describeFailure(error) {
    if ((0,errors/* isUserError */.iU)(error)) {
        const { code, message, hint, exitCode } = error;
        return { code, message: (0,redact/* redact */.E$)(message), hint: hint === undefined ? undefined : (0,redact/* redact */.E$)(hint), exitCode };
    }
    const errno = (0,errors/* errnoOf */.UQ)(error);
    const systemHint = errno === undefined ? undefined : systemHints[errno];
    if (systemHint !== undefined) {
        return { code: 'SYSTEM_ERROR', message: (0,redact/* redact */.E$)((0,errors/* messageOf */.bD)(error)), hint: systemHint, exitCode: errors/* exitCodes */.hS.failure };
    }
    const stack = error instanceof Error && error.stack !== undefined ? error.stack : (0,errors/* messageOf */.bD)(error);
    return {
        code: 'BUG',
        message: (0,redact/* redact */.E$)(stack),
        hint: 'this is a bug in wheelcrew; please report it with the lines above',
        exitCode: errors/* exitCodes */.hS.bug,
    };
}
/** What the machine refuses wherever it is asked; Node's message names the call and the path. */
const systemHints = {
    ENOSPC: 'free some space on that file system, or put the store on another one with `--store`',
    EDQUOT: 'the disk quota is used up: free some space, or put the store elsewhere with `--store`',
    EROFS: 'that file system is read-only: choose another place with `--store` or `--venv`',
    EACCES: 'check the permissions of that path, or choose another place with `--store` or `--venv`',
    EPERM: 'check the permissions of that path, or choose another place with `--store` or `--venv`',
    EMFILE: 'raise the limit on open files (`ulimit -n`)',
    ENFILE: 'the machine has too many open files',
    EIO: 'the disk reports an error',
    ELOOP: 'a symbolic link leads to itself: remove it, or choose another place',
    ENAMETOOLONG: 'a path is longer than its file system allows: choose a shorter one',
    ENOMEM: 'the machine is out of memory',
};
/** `error: message`, and after a blank line `hint: what to do`. */
function renderFailure({ message, hint }, label = 'error:') {
    return hint === undefined ? `${label} ${message}` : `${label} ${message}\n\nhint: ${hint}`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/edge/interrupt.js
/** SIGINT and SIGTERM: the first asks the run to clean up and end, the second ends the process at once. */


/** Listens for the signals from now on. */
function listenForInterrupt() {
    const controller = new AbortController();
    let exitCode;
    for (const name of ['SIGINT', 'SIGTERM']) {
        process.on(name, () => {
            if (exitCode !== undefined)
                process.exit(exitCode);
            exitCode = 128 + external_node_os_.constants.signals[name];
            controller.abort(new errors/* UserError */.yo('INTERRUPTED', `interrupted by ${name}`));
        });
    }
    return { signal: controller.signal, exitCode: () => exitCode };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/edge/layout.js
/** Where the parts of the product lie beside one another. */



/**
 * Finds the worker and the Python helpers from the URL of an entry, `<root>/<room>/<file>.js`: in the bundles of `dist/`
 * or, where there are none, in the modules of `lib/`. The paths are joined by hand: a bundler follows `new URL`.
 */
function layoutOf(entryUrl) {
    const root = (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(entryUrl)));
    const bundled = (0,external_node_path_.join)(root, 'worker', 'index.js');
    return {
        workerPath: (0,external_node_fs_.existsSync)(bundled) ? bundled : (0,external_node_path_.join)(root, 'workers', 'worker.js'),
        helpersDirectory: (0,external_node_path_.join)(root, 'helpers'),
    };
}
/** The module of the post step, from the URL of an entry: bundled or not, as above. */
function postEntryOf(entryUrl) {
    const root = dirname(dirname(fileURLToPath(entryUrl)));
    const bundled = join(root, 'post', 'index.js');
    return existsSync(bundled) ? bundled : join(root, 'action', 'post.js');
}

;// CONCATENATED MODULE: ./lib/wheel/invalid-wheel.js
/** The one error for bytes that are no wheel by the specifications. */

const hint = 'Download the wheel again; if the error stays, report it to the publisher of the wheel';
const longestQuote = 200;
/** A `WHEEL_INVALID` error (exit 3) naming the wheel and the reason. */
function invalid_wheel_invalidWheel(wheel, reason) {
    return (0,errors/* integrityError */.Wn)('WHEEL_INVALID', `\`${wheel}\` is not a valid wheel: ${reason}`, hint);
}
/** A value from a wheel in backticks, shortened, with characters escaped that would break a log or turn its order around. */
function invalid_wheel_quoted(value) {
    const shown = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
    return `\`${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeControl)}\``;
}
/** The first of these values, each quoted, and how many more there are. */
function quotedFew(values, most) {
    const shown = values.slice(0, most).map(invalid_wheel_quoted).join(', ');
    return values.length > most ? `${shown} and ${values.length - most} more` : shown;
}
function escapeControl(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}

;// CONCATENATED MODULE: ./lib/wheel/limits.js
/** What a wheel may ask of the machine at most: well above any real wheel, far below what a machine cannot bear. */
/** Entries of one wheel, and folders that they need; the largest known (ansible) has some 40,000. */
const mostEntries = 250_000;
/** Bytes of the central directory; that of 40,000 entries has 6 MiB. */
const largestDirectory = 64 << 20;
/** Bytes that a wheel may unpack to, whatever its ratio. */
const largestTotal = 64 * 2 ** 30;
/** The rule of PyPI: above this many unpacked bytes, at most `largestRatio` times the size of the archive. */
const unsuspiciousBytes = 64 << 20;
const largestRatio = 50;
/** Bytes of a file that is read as a whole to understand the wheel, by its name in the `.dist-info` directory. */
const largestMetadata = {
    WHEEL: 1 << 20,
    METADATA: 16 << 20,
    RECORD: 64 << 20,
    'entry_points.txt': 1 << 20,
};
/** Characters of a wheel's filename: what file systems take. */
const longestFilename = 255;
/** Tags that the compressed tag sets of one filename may stand for. */
const mostTags = 1000;

;// CONCATENATED MODULE: ./lib/wheel/filename.js
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
    if (filename.length > longestFilename) {
        throw invalidFilename(filename, `it is longer than ${longestFilename} characters`);
    }
    const fields = filename.slice(0, -'.whl'.length).split('-');
    if (fields.length !== 5 && fields.length !== 6) {
        throw invalidFilename(filename, `it has ${fields.length} parts between \`-\`; expected 5 or 6`);
    }
    const [name = '', version = ''] = fields;
    const [python = '', abi = '', platform = ''] = fields.slice(-3);
    if (!/^[\w.]+$/.test(name) || !/[A-Za-z0-9]/.test(name))
        throw invalidFilename(filename, `${invalid_wheel_quoted(name)} is not a name`);
    if (!/^v?\d[\w.!+]*$/i.test(version))
        throw invalidFilename(filename, `${invalid_wheel_quoted(version)} is not a version`);
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
        throw invalidFilename(filename, `build tag ${invalid_wheel_quoted(build)} does not start with a digit`);
    return [Number(number), rest ?? ''];
}
/** Every combination of the compressed tag sets, in lower case. */
function expandTags(sets, filename) {
    const [pythons, abis, platforms] = [sets.python, sets.abi, sets.platform].map(set => splitSet(set, filename));
    const count = (pythons?.length ?? 0) * (abis?.length ?? 0) * (platforms?.length ?? 0);
    if (count > mostTags)
        throw invalidFilename(filename, `it stands for ${count} tags; expected at most ${mostTags}`);
    return (pythons ?? []).flatMap(python => (abis ?? []).flatMap(abi => (platforms ?? []).map(platform => `${python}-${abi}-${platform}`)));
}
function splitSet(set, filename) {
    if (!/^\w+(\.\w+)*$/.test(set))
        throw invalidFilename(filename, `${invalid_wheel_quoted(set)} is not a set of tags`);
    return [...new Set(set.toLowerCase().split('.'))];
}
function invalidFilename(filename, reason) {
    return new errors/* UserError */.yo('WHEEL_FILENAME_INVALID', `${invalid_wheel_quoted(filename)} is not a wheel filename: ${reason}`, {
        hint: `A wheel is named ${parts}; \`-\` inside a part is written \`_\``,
    });
}
/** The name of a distribution as it is compared (PEP 503): lower case, each run of `-`, `_` and `.` one `-`. */
function normalizeName(name) {
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}

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

;// CONCATENATED MODULE: ./lib/install/reading.js
/** Reading what may not be there. Synchronous: the fastest way for many small files. */


/** The entries of a directory, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
function namesIn(directory) {
    return unlessAbsent(directory, () => (0,external_node_fs_.readdirSync)(directory));
}
/** A file as text, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
function textOf(file) {
    return unlessAbsent(file, () => (0,external_node_fs_.readFileSync)(file, 'utf8'));
}
/** These directories without those that are not there and without other names of one that is. */
function distinctDirectories(directories) {
    const byRealPath = new Map();
    for (const directory of directories) {
        const real = realPath(directory);
        if (real !== undefined && !byRealPath.has(real))
            byRealPath.set(real, directory);
    }
    return [...byRealPath.values()];
}
/** A path with its links resolved, or undefined where nothing has it. Throws UserError ENVIRONMENT_UNREADABLE. */
function realPath(path) {
    return unlessAbsent(path, () => external_node_fs_.realpathSync.native(path));
}
/** The last: what Node says to a path with a null character. */
const absent = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];
/** What `read` returns, or undefined where nothing has this path. Throws UserError ENVIRONMENT_UNREADABLE. */
function unlessAbsent(path, read) {
    try {
        return read();
    }
    catch (error) {
        const errno = (0,errors/* errnoOf */.UQ)(error);
        if (errno === undefined)
            throw error;
        if ((0,errors/* hasErrno */.Nm)(error, ...absent))
            return undefined;
        throw new errors/* UserError */.yo('ENVIRONMENT_UNREADABLE', `cannot read \`${path}\` (${errno})`, {
            hint: 'check the permissions, or name another environment with `--venv`',
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./lib/install/installed.js
/** What an environment holds: wheels (PyPA "Recording installed projects"), and what setuptools and distutils made. */




/**
 * Lists the distributions in these directories, by name, then directory. A name that does not start with a letter or
 * digit (`~umpy`) is what an uninstallation left behind and does not count.
 * A directory that does not exist holds nothing; one that is given twice, or through a link, is read once, under the
 * first of its names. Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function scanInstalled(directories) {
    const found = distinctDirectories(directories).flatMap(directory => (namesIn(directory) ?? []).flatMap(entry => readEntry(directory, entry) ?? []));
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
    const { kind, installer = '', directUrl, metadata } = facts;
    const text = version === '' && metadata !== undefined ? textOf(metadata) : undefined;
    const known = version === '' ? headerOf(text, 'Version') : version;
    if (known === '' && (kind === 'dist-info' || kind === 'incomplete'))
        return undefined;
    return { name: normalizeName(headerOf(text, 'Name') || name), version: known, directory, kind, installer, directUrl };
}
function readDistInfo(directory) {
    const files = namesIn(directory);
    if (files === undefined)
        return undefined;
    const read = (name) => (files.includes(name) ? textOf((0,external_node_path_.join)(directory, name)) : undefined);
    return {
        kind: files.includes('RECORD') ? 'dist-info' : 'incomplete',
        installer: (read('INSTALLER') ?? '').trim(),
        directUrl: parseDirectUrl(read('direct_url.json') ?? ''),
        metadata: (0,external_node_path_.join)(directory, 'METADATA'),
    };
}
function readEggInfo(path) {
    if (namesIn(path) === undefined)
        return { kind: 'distutils', metadata: path };
    return { kind: 'egg-info', metadata: (0,external_node_path_.join)(path, 'PKG-INFO') };
}
/** A directory counts with its metadata only; a file is a zip archive. */
function readEgg(path) {
    const names = namesIn(path);
    return names === undefined || names.includes('EGG-INFO') ? { kind: 'egg' } : undefined;
}
function readEggLink(link, name) {
    const tree = linkedTree(link);
    const eggInfo = tree === undefined ? undefined : eggInfoOf(tree, name);
    return { kind: 'egg-link', ...(eggInfo === undefined ? {} : { metadata: (0,external_node_path_.join)(eggInfo, 'PKG-INFO') }) };
}
/** The directory that an `.egg-link` points to, whether or not it is there: its first line that is not empty. */
function linkedTree(link) {
    const line = textOf(link)?.split(/\r?\n/).map(trimmed).find(Boolean);
    return line === undefined ? undefined : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(link), line);
}
/** The `.egg-info` of a distribution in its source tree. */
function eggInfoOf(tree, name) {
    const suffix = '.egg-info';
    const isOf = (entry) => normalizeName(entry.slice(0, -suffix.length)) === normalizeName(name);
    const found = namesIn(tree)?.find(entry => entry.endsWith(suffix) && isOf(entry));
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

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js + 4 modules
var pep440 = __webpack_require__(9687);
;// CONCATENATED MODULE: ./lib/python/specifiers.js
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
        throw (0,errors/* usageError */.Wp)('SPECIFIER_INVALID', `\`${specifier}\` is not a version specifier: \`${text}\` is not an operator and a version`, 'write for example `>=3.10`, `==3.11.*`, `~=3.9`');
    });
}
/** Whether this is a version by PEP 440. */
function isVersion(text) {
    return (0,pep440/* valid */.rZ)(text.trim()) !== null;
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
    return (0,pep440/* compare */.UD)(publicLeft, publicRight) || compareLocals(localLeft, localRight);
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
    const isValid = isPrefix ? /^v?(?:\d+!)?\d+(?:\.\d+)*\.\*$/i.test(operand) : (0,pep440/* validRange */.Im)(clause);
    return isValid && (!isPrefix || operator === '==' || operator === '!=') ? { operator, operand } : undefined;
}
function holds(version, { operator, operand }) {
    if (operator === '===')
        return version.toLowerCase() === operand.toLowerCase();
    const candidate = (0,pep440/* explain */.WE)(version);
    if (candidate === null)
        return false;
    const prefix = operand.endsWith('.*') ? operand.slice(0, -2) : undefined;
    if (prefix !== undefined)
        return startsWith(candidate, prefix) === (operator === '==');
    const bound = (0,pep440/* explain */.WE)(operand);
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
    const start = (0,pep440/* explain */.WE)(prefix);
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
    return (0,pep440/* compare */.UD)(left.base_version, right.base_version) === 0;
}

;// CONCATENATED MODULE: ./lib/python/markers.js
/** Environment markers (PEP 508, PyPA page "Dependency specifiers") with the sets that lock files add (PEP 751). */


/**
 * Whether a marker holds in an environment; without `sets` no extra and no group is asked for.
 *
 * Throws `MARKER_INVALID`, naming the marker and the position, for a syntax error, an unknown variable, or an operator
 * that its operands do not have.
 */
function evaluateMarker(marker, environment, sets = { extras: [], dependencyGroups: [] }) {
    const reader = { marker, tokens: tokenize(marker), next: 0, depth: 0, environment, sets };
    const result = readAlternatives(reader);
    if (peek(reader).kind !== 'end')
        invalid(marker, peek(reader).position, 'expected `and`, `or` or the end');
    return result;
}
const deepestNesting = 100;
const tokenPattern = /(?<literal>'[^']*'|"[^"]*")|(?<operator>===|~=|[=!<>]=|[<>])|(?<paren>[()])|(?<word>[A-Za-z_][\w.]*)/y;
function tokenize(marker) {
    const tokens = [];
    let position = skipSpace(marker, 0);
    while (position < marker.length) {
        tokenPattern.lastIndex = position;
        const groups = tokenPattern.exec(marker)?.groups;
        const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? [];
        if (kind === undefined || text === undefined)
            return invalid(marker, position, 'unexpected character');
        tokens.push({ kind: kind, text, position });
        position = skipSpace(marker, position + text.length);
    }
    tokens.push({ kind: 'end', text: '', position });
    return tokens;
}
function skipSpace(marker, position) {
    let at = position;
    while (/[ \t\r\n]/.test(marker.charAt(at)))
        at += 1;
    return at;
}
function readAlternatives(reader) {
    let result = readConjunction(reader);
    while (takeWord(reader, 'or'))
        result = readConjunction(reader) || result;
    return result;
}
function readConjunction(reader) {
    let result = readAtom(reader);
    while (takeWord(reader, 'and'))
        result = readAtom(reader) && result;
    return result;
}
function readAtom(reader) {
    const { kind, text, position } = peek(reader);
    if (kind !== 'paren' || text !== '(')
        return readComparison(reader);
    reader.depth += 1;
    if (reader.depth > deepestNesting)
        invalid(reader.marker, position, 'nested too deeply');
    take(reader);
    const result = readAlternatives(reader);
    const close = take(reader);
    if (close.text !== ')' || close.kind !== 'paren')
        invalid(reader.marker, close.position, 'expected `)`');
    reader.depth -= 1;
    return result;
}
function readComparison(reader) {
    const left = readOperand(reader);
    const operator = readOperator(reader);
    const right = readOperand(reader);
    return compareOperands(reader, { left, operator, right });
}
const setVariables = ['extra', 'extras', 'dependency_groups'];
/** Spellings from before PEP 508 that old metadata still has. */
const oldNames = {
    'os.name': 'os_name',
    'sys.platform': 'sys_platform',
    'platform.version': 'platform_version',
    'platform.machine': 'platform_machine',
    'platform.python_implementation': 'platform_python_implementation',
    python_implementation: 'platform_python_implementation',
};
function readOperand(reader) {
    const { kind, text, position } = take(reader);
    if (kind === 'literal')
        return { variable: undefined, value: text.slice(1, -1), position };
    if (kind !== 'word')
        return invalid(reader.marker, position, 'expected a variable or a quoted string');
    const name = oldNames[text] ?? text;
    if (setVariables.includes(name))
        return { variable: name, value: '', position };
    const value = Object.hasOwn(reader.environment, name) ? reader.environment[name] : undefined;
    if (value === undefined)
        return invalid(reader.marker, position, `unknown variable \`${text}\``);
    return { variable: name, value, position };
}
function readOperator(reader) {
    const { kind, text, position } = take(reader);
    if (kind === 'operator' || (kind === 'word' && text === 'in'))
        return { text, position };
    if (kind === 'word' && text === 'not' && takeWord(reader, 'in'))
        return { text: 'not in', position };
    return invalid(reader.marker, position, 'expected a comparison operator');
}
function compareOperands(reader, comparison) {
    const { left, operator, right } = comparison;
    if (isOneOf(left, setVariables) || isOneOf(right, setVariables))
        return compareSet(reader, comparison);
    const isOfVersions = isOneOf(left, versionVariables) || isOneOf(right, versionVariables);
    const specifier = operator.text + right.value;
    // A kernel release such as `6.1.0-aws` is no version: it is text, and compatible with none.
    const isVersions = isOfVersions && (isVersion(left.value) || operator.text === '~=') && isSpecifier(specifier);
    if (isVersions)
        return satisfies(left.value, specifier);
    return compareText(reader, comparison);
}
const versionVariables = [
    'python_version',
    'python_full_version',
    'implementation_version',
    'platform_release',
    'platform_version',
];
function isOneOf({ variable }, names) {
    return variable !== undefined && names.includes(variable);
}
/** `extra == 'x'`, as metadata has it, and `'x' in extras`, as lock files do; names are normalised (PEP 685). */
function compareSet({ marker, sets }, { left, operator, right }) {
    const [literal, set] = isOneOf(right, setVariables) ? [left, right] : [right, left];
    const isMember = set.variable === 'extra' ? operator.text === '==' : operator.text === 'in' && set === right;
    const isNoMember = set.variable === 'extra' ? operator.text === '!=' : operator.text === 'not in' && set === right;
    if (literal.variable !== undefined)
        invalid(marker, literal.position, 'expected a quoted string');
    if (!isMember && !isNoMember)
        invalid(marker, operator.position, `\`${set.variable}\` has no \`${operator.text}\``);
    const names = set.variable === 'dependency_groups' ? sets.dependencyGroups : sets.extras;
    return names.map(normaliseName).includes(normaliseName(literal.value)) === isMember;
}
function normaliseName(name) {
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}
function compareText({ marker }, { left, operator, right }) {
    switch (operator.text) {
        case '==':
        case '===':
            return left.value === right.value;
        case '!=':
            return left.value !== right.value;
        case '<':
            return left.value < right.value;
        case '<=':
            return left.value <= right.value;
        case '>':
            return left.value > right.value;
        case '>=':
            return left.value >= right.value;
        case 'in':
            return right.value.includes(left.value);
        case 'not in':
            return !right.value.includes(left.value);
        default:
            return invalid(marker, operator.position, `\`${operator.text}\` compares versions only`);
    }
}
function peek(reader) {
    return reader.tokens[reader.next] ?? { kind: 'end', text: '', position: reader.marker.length };
}
function take(reader) {
    const token = peek(reader);
    reader.next += 1;
    return token;
}
function takeWord(reader, word) {
    const { kind, text } = peek(reader);
    if (kind !== 'word' || text !== word)
        return false;
    reader.next += 1;
    return true;
}
function invalid(marker, position, reason) {
    throw (0,errors/* usageError */.Wp)('MARKER_INVALID', `the marker \`${marker.slice(0, 500)}\` is not valid at position ${position + 1}: ${reason}`, 'see "Environment Markers" on the PyPA page "Dependency specifiers"');
}

;// CONCATENATED MODULE: ./lib/plan/choose-wheel.js
/** Which of a distribution's wheels an interpreter installs (PEP 425, PyPA binary distribution format). */

function rankTags(tags) {
    return new Map(tags.map((tag, rank) => [tag, rank]));
}
/**
 * The wheel whose best tag ranks first; of equals the one with the highest build tag, then by filename.
 * Undefined where no wheel fits. The order of `wheels` does not matter.
 */
function chooseWheel(wheels, ranks) {
    const ranked = wheels
        .map(named => ({
        named,
        rank: Math.min(...named.wheel.tags.map(tag => ranks.get(tag) ?? Number.POSITIVE_INFINITY)),
    }))
        .filter(({ rank }) => Number.isFinite(rank));
    const [best] = ranked.toSorted((a, b) => a.rank - b.rank || compareBuilds(b.named.wheel, a.named.wheel));
    return best?.named;
}
function compareBuilds(a, b) {
    const [aNumber, aRest] = a.build ?? [-1, ''];
    const [bNumber, bRest] = b.build ?? [-1, ''];
    return aNumber - bNumber || choose_wheel_compareText(aRest, bRest) || choose_wheel_compareText(b.filename, a.filename);
}
/** By code unit, so that the outcome depends on no locale. */
function choose_wheel_compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Reads the names of wheel files; throws WHEEL_FILENAME_INVALID of the wheel room for one that is no wheel's. */
function nameWheels(files) {
    return files.map(file => ({ file, wheel: parseWheelFilename(file.filename) }));
}
/** True when the filename belongs to the distribution: a lock cannot pass one project's wheel off as another's. */
function belongsTo({ wheel }, name) {
    return normalizeName(wheel.name) === name;
}

;// CONCATENATED MODULE: ./lib/plan/present.js
/** What an environment holds already, held against what it is to hold: pure. */

/** Divides what is planned and what is present into what stays, comes and goes. */
function present_divide(planned, present, { exact, reinstall }) {
    const names = new Set(planned.map(({ name }) => name));
    const stays = (wheel) => {
        const [found, ...others] = present.filter(({ name }) => name === wheel.name);
        return !reinstall && found !== undefined && others.length === 0 && isSatisfied(wheel, found, exact);
    };
    const reuse = planned.filter(stays);
    const kept = new Set(reuse.map(({ name }) => name));
    return {
        wheels: planned.filter(({ name }) => !kept.has(name)),
        reuse,
        remove: present.filter(found => (names.has(found.name) ? !kept.has(found.name) : exact && !isSeed(found))),
    };
}
/** As uv: the version decides for what came from an index, address and digest for what was named by its address. */
function isSatisfied({ version, directUrl }, present, exact) {
    if (present.kind === 'incomplete' || !isSameVersion(present.version, version))
        return false;
    // A source tree may have changed since, so that only its build backend can tell.
    if (directUrl?.dir_info?.editable === true)
        return false;
    if (directUrl !== undefined)
        return isSameSource(directUrl, present.directUrl);
    return !exact || present.directUrl === undefined;
}
function isSameSource(wanted, present) {
    if (present?.url !== wanted.url)
        return false;
    const [a, b] = [wanted, present].map(url => url.archive_info?.hashes?.sha256);
    return a === undefined || b === undefined || a === b;
}
/** PEP 440 equality, so that `2024.01.02` in a METADATA file is the lock's `2024.1.2`; else as text. */
function isSameVersion(a, b) {
    return a === b || (isVersion(a) && isVersion(b) && compareVersions(a, b) === 0);
}
/** What a virtual environment is made with, by another tool than this: no lock names it, and it stays. */
function isSeed({ name, installer }) {
    return ['pip', 'setuptools', 'wheel'].includes(name) && installer !== 'wheelcrew';
}

;// CONCATENATED MODULE: ./lib/plan/plan.js
/** Lock × Interpreter × what is present → Plan: a pure function, no file or network is touched. */







/**
 * Decides what is installed, following the PyPA rules for installing from a pylock.toml (PEP 751).
 *
 * Throws UserError LOCK_PYTHON_MISMATCH, LOCK_PLATFORM_MISMATCH, LOCK_AMBIGUOUS, LOCK_INVALID, SOURCE_UNSUPPORTED,
 * SDIST_UNSUPPORTED, WHEEL_NOT_FOUND and HASH_MISSING, each naming every distribution that it concerns.
 */
function planInstall(lock, interpreter, options) {
    return divide(selectWheels(lock, interpreter, options.index), options.installed, options);
}
/** The wheel of every distribution of the lock that applies here, sorted by name. Throws as `planInstall`. */
function selectWheels(lock, interpreter, index) {
    checkEnvironment(lock, interpreter);
    const distributions = selectDistributions(lock, interpreter);
    checkRequiresPython(lock, distributions, interpreter);
    refuseSources(lock, distributions);
    const planned = planWheels(lock, distributions, interpreter);
    if (index.requireHashes)
        checkHashes(lock, planned);
    return planned;
}
function checkEnvironment(lock, interpreter) {
    const { markers, executable, version } = interpreter;
    if (lock.requiresPython !== undefined && !satisfies(fullVersion(interpreter), lock.requiresPython)) {
        throw new errors/* UserError */.yo('LOCK_PYTHON_MISMATCH', `\`${lock.source}\` is a lock for another Python: it requires \`${lock.requiresPython}\`, \`${executable}\` is ${version}`, { hint: 'Name another Python with `--python`, or make the lock again for this one' });
    }
    const fits = lock.environments.some(marker => evaluateMarker(marker, markers));
    if (lock.environments.length === 0 || fits)
        return;
    throw new errors/* UserError */.yo('LOCK_PLATFORM_MISMATCH', `\`${lock.source}\` is a lock for other environments: it is for ${quoteAll(lock.environments)}; this is Python ${version} (${markers.implementation_name ?? interpreter.implementation}) on ${markers.sys_platform ?? 'an unknown platform'}, ${markers.platform_machine ?? 'an unknown machine'}`, { hint: 'Make a lock that covers this environment, for example with `uv pip compile --universal`' });
}
function fullVersion(interpreter) {
    return interpreter.markers.python_full_version ?? interpreter.version;
}
/** Whether an entry of the lock is for this interpreter, by its marker. */
function applies({ marker }, lock, { markers }) {
    const sets = { extras: lock.extras, dependencyGroups: lock.dependencyGroups };
    return marker === undefined || evaluateMarker(marker, markers, sets);
}
function selectDistributions(lock, interpreter) {
    const selected = lock.distributions
        .filter(entry => applies(entry, lock, interpreter))
        .toSorted((a, b) => choose_wheel_compareText(a.name, b.name) || choose_wheel_compareText(a.version ?? '', b.version ?? ''));
    const ambiguous = selected.filter(({ name }, index) => [selected[index - 1], selected[index + 1]].some(other => other?.name === name));
    if (ambiguous.length === 0)
        return selected;
    const list = ambiguous.map(label);
    throw (0,errors/* usageError */.Wp)('LOCK_AMBIGUOUS', `\`${lock.source}\` has more than one entry that applies here for ${list.join(', ')}`, 'Their markers must exclude each other; make the lock again');
}
function checkRequiresPython(lock, distributions, interpreter) {
    const version = fullVersion(interpreter);
    const refused = distributions.filter(({ requiresPython }) => requiresPython && !satisfies(version, requiresPython));
    if (refused.length === 0)
        return;
    const list = refused.map(entry => `${label(entry)} requires \`${entry.requiresPython}\``);
    throw new errors/* UserError */.yo('LOCK_PYTHON_MISMATCH', `\`${lock.source}\` is a lock for another Python than ${version} (\`${interpreter.executable}\`): ${list.join(', ')}`, { hint: 'Name another Python with `--python`, or make the lock again for this one' });
}
const buildHint = 'Building from source is not available in this version: make a wheel with `uv build` or `pip wheel` and give its directory as `--find-links`';
function refuseSources(lock, distributions) {
    const sources = distributions.flatMap(({ name, unsupported }) => unsupported === undefined ? [] : [`\`${name}\` (${unsupported.kind} \`${unsupported.where}\`)`]);
    const trees = `\`${lock.source}\` names source trees, which cannot be installed yet`;
    if (sources.length > 0)
        throw sourceUnsupported(`${trees}: ${sources.join(', ')}`, lock);
    const sdists = distributions.flatMap(entry => {
        const archive = entry.archive?.filename.endsWith('.whl') ? undefined : entry.archive;
        const source = archive ?? (entry.wheels.length === 0 ? entry.sdist : undefined);
        return source === undefined ? [] : [`${label(entry)} (\`${source.filename}\`)`];
    });
    if (sdists.length === 0)
        return;
    const message = `\`${lock.source}\` has only a source archive, no wheel, of: ${sdists.join(', ')}`;
    throw new errors/* UserError */.yo('SDIST_UNSUPPORTED', message, { hint: buildHint });
}
function sourceUnsupported(message, { source }) {
    const isUvLock = /(?:^|[\\/])uv\.lock$/.test(source);
    return new errors/* UserError */.yo('SOURCE_UNSUPPORTED', message, { hint: isUvLock ? uvLockHint : buildHint });
}
const uvLockHint = '`--no-install-project` leaves out the project itself. For workspace members, path and Git sources, make a lock without them (`uv export --no-emit-local --format pylock.toml --output-file pylock.toml`, with `--no-emit-package NAME` for Git), and install wheels of them, made with `uv build`, in a second run with `--no-deps`';
function planWheels(lock, distributions, interpreter) {
    const ranks = rankTags(interpreter.tags);
    const chosen = distributions.map(entry => ({ entry, wheel: planWheel(lock, entry, ranks) }));
    const missing = chosen.filter(({ wheel }) => wheel === undefined).map(({ entry }) => entry);
    if (missing.length > 0)
        throw wheelNotFound(missing, interpreter);
    return chosen.flatMap(({ wheel }) => wheel ?? []);
}
function planWheel(lock, entry, ranks) {
    const wheels = nameWheels(entry.archive === undefined ? entry.wheels : [entry.archive]);
    const stranger = wheels.find(wheel => !belongsTo(wheel, entry.name));
    if (stranger !== undefined) {
        throw (0,errors/* usageError */.Wp)('LOCK_INVALID', `\`${lock.source}\`: \`${stranger.file.filename}\` is not a wheel of \`${entry.name}\``);
    }
    const best = chooseWheel(wheels, ranks);
    return (best && {
        name: entry.name,
        version: entry.version ?? best.wheel.version,
        file: best.file,
        sha256: best.file.hashes.sha256,
        requested: entry.requested,
        directUrl: entry.directUrl ?? (entry.archive && directUrlOf(entry.archive)),
    });
}
/** PEP 610: without credentials; `hash` is the older spelling, which pip still writes. */
function directUrlOf({ url, path, hashes }) {
    const place = url !== undefined ? (0,redact/* stripCredentials */.PH)(url) : (0,external_node_url_.pathToFileURL)(path ?? '').href;
    const { sha256 } = hashes;
    return { url: place, archive_info: sha256 === undefined ? { hashes } : { hash: `sha256=${sha256}`, hashes } };
}
function wheelNotFound(missing, interpreter) {
    const details = missing.map(entry => {
        const files = entry.archive === undefined ? entry.wheels : [entry.archive];
        const tags = [...new Set(nameWheels(files).flatMap(({ wheel }) => wheel.tags))];
        return `${label(entry)} has wheels for ${shorten(tags)}${entry.sdist === undefined ? '' : ' and a source archive'}`;
    });
    return new errors/* UserError */.yo('WHEEL_NOT_FOUND', `no wheel for Python ${interpreter.version} on this platform: ${details.join('; ')}; wanted one of ${shorten(interpreter.tags)}`, { hint: `Choose another Python or another version that has such a wheel. ${buildHint}` });
}
/** Enough tags to see what is wrong; an interpreter has hundreds. */
function shorten(tags) {
    const shown = 6;
    const rest = tags.length > shown ? ` and ${tags.length - shown} more` : '';
    return `${quoteAll(tags.slice(0, shown))}${rest}`;
}
const strongHashes = ['sha256', 'sha384', 'sha512', 'blake2b'];
function checkHashes(lock, wheels) {
    const isHashed = ({ file: { hashes, oneOf } }) => strongHashes.some(algorithm => algorithm in { ...hashes, ...oneOf });
    const unhashed = wheels.filter(wheel => !isHashed(wheel));
    if (unhashed.length === 0)
        return;
    throw (0,errors/* usageError */.Wp)('HASH_MISSING', `hashes are required, but \`${lock.source}\` has no sha256 or stronger for ${unhashed.map(label).join(', ')}`, 'Make the lock again with hashes, or leave out `--require-hashes`');
}
function label(entry) {
    return `\`${entry.name}\` ${labelVersion(entry)}`;
}
function labelVersion({ version }) {
    return version ?? 'without a version';
}
function quoteAll(values) {
    return values.map(value => `\`${value}\``).join(', ');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/resolve/inputs.js
/** Which files a run reads: those that were named, or the first of the usual ones. */




/**
 * Finds and reads the input files. Without a named file and without packages, `pylock.toml`, `uv.lock` and
 * `requirements.txt` are looked for in the working directory, in that order.
 * Throws UserError REQUIREMENTS_FILE_NOT_FOUND, REQUIREMENTS_NOT_FOUND, REQUIREMENTS_KIND_UNKNOWN (a URL included) and
 * INPUTS_NOT_COMBINABLE (exit code 2).
 */
async function findInputs(settings) {
    const { workingDirectory, requirements, packages, constraints, editables } = settings;
    const isNamed = requirements.length + packages.length + editables.length > 0;
    const names = isNamed ? requirements : [await lookFor(workingDirectory)];
    const files = await Promise.all(names.map(name => readInput(name, workingDirectory)));
    const constraintFiles = await Promise.all(constraints.map(name => readInput(name, workingDirectory)));
    const lock = files.find(({ kind }) => kind !== 'requirements');
    const others = files.length - 1 + packages.length + constraints.length;
    if (lock !== undefined && others > 0) {
        throw (0,errors/* usageError */.Wp)('INPUTS_NOT_COMBINABLE', `\`${lock.shown}\` is a complete lock: it cannot be combined with other files, packages or constraints`, 'Add what is missing to the lock, or install it in a second run');
    }
    return { files, constraints: constraintFiles, packages, isTransient: false };
}
/** The `requires-python` that a lock among the inputs names, verbatim, before anything is resolved. */
function lockRequiresPython({ files }) {
    const lock = files.find(({ kind }) => kind !== 'requirements');
    // Keys of the root stand before the first table.
    const [root = ''] = lock?.text.split(/^\s*\[/m, 1) ?? [];
    return /^\s*requires-python\s*=\s*(["'])(.*?)\1/m.exec(root)?.[2];
}
const usualFiles = ['pylock.toml', 'uv.lock', 'requirements.txt'];
const exportCommands = {
    'poetry.lock': 'poetry export --output requirements.txt',
    'pdm.lock': 'pdm export --format pylock --output pylock.toml',
    'Pipfile.lock': 'pipenv requirements --hash > requirements.txt',
};
async function lookFor(directory) {
    for (const name of usualFiles) {
        if (await exists((0,external_node_path_.join)(directory, name)))
            return name;
    }
    for (const [name, command] of Object.entries(exportCommands)) {
        if (await exists((0,external_node_path_.join)(directory, name))) {
            throw (0,errors/* usageError */.Wp)('REQUIREMENTS_NOT_FOUND', `\`${name}\` in \`${directory}\` cannot be read directly`, exportHint(command));
        }
    }
    const looked = usualFiles.map(name => `\`${name}\``).join(', ');
    throw (0,errors/* usageError */.Wp)('REQUIREMENTS_NOT_FOUND', `nothing to install: no ${looked} in \`${directory}\`, and no file or package was named`, 'Name a file with `-r FILE`, or a package');
}
function exportHint(command) {
    return `Run \`${command}\` and give the file that it writes`;
}
async function exists(path) {
    try {
        await (0,promises_.access)(path);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return false;
        throw error;
    }
}
async function readInput(name, directory) {
    refuseUrl(name);
    const kind = kindOf(name);
    const path = (0,external_node_path_.resolve)(directory, name);
    return { path, shown: name, kind, text: await readInputText(path, name) };
}
/** Refuses an address where a file is expected: only what lies here is read. Throws UserError REQUIREMENTS_KIND_UNKNOWN. */
function refuseUrl(name, parent) {
    if (!/^[a-z][a-z0-9+.-]+:[\\/]/i.test(name))
        return;
    // `http:/user:password@host` is one too, and would hide its password from `redact`.
    const shown = `\`${(0,redact/* redact */.E$)(URL.canParse(name) ? new URL(name).href : name)}\``;
    const problem = parent === undefined ? `${shown} is a URL` : `\`${parent}\` includes ${shown}, a URL`;
    throw (0,errors/* usageError */.Wp)('REQUIREMENTS_KIND_UNKNOWN', `${problem}: only files can be read`, 'Download it, and name the file');
}
/** Reads a file that the user named; throws UserError REQUIREMENTS_FILE_NOT_FOUND. `shown` is how messages call it. */
async function readInputText(path, shown) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        const reason = (0,errors/* hasErrno */.Nm)(error, 'EISDIR')
            ? 'is a directory'
            : (0,errors/* hasErrno */.Nm)(error, 'EACCES')
                ? 'cannot be read'
                : 'does not exist';
        throw (0,errors/* usageError */.Wp)('REQUIREMENTS_FILE_NOT_FOUND', `\`${shown}\` ${reason} (looked at \`${path}\`)`);
    }
}
function kindOf(name) {
    const file = (0,external_node_path_.basename)(name);
    if (/^pylock(?:\.[^.]+)?\.toml$/.test(file))
        return 'pylock';
    if (file === 'uv.lock')
        return 'uv-lock';
    if (/\.(?:txt|in)$/i.test(file))
        return 'requirements';
    const command = exportCommands[file];
    throw (0,errors/* usageError */.Wp)('REQUIREMENTS_KIND_UNKNOWN', `\`${name}\` is not a kind of file that can be read: expected \`pylock.toml\`, \`pylock.<name>.toml\`, \`uv.lock\`, or a requirements file in \`.txt\` or \`.in\``, command === undefined ? undefined : exportHint(command));
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./lib/plan/document.js
/** Typed reads from a parsed TOML or JSON document, with errors that name the file and the key. */

/** Opens the root of a parsed document; throws the document's error when it is not a table. */
function openDocument(value, kind) {
    const values = asTable(value);
    if (values === undefined)
        throw (0,errors/* usageError */.Wp)(kind.code, `\`${kind.source}\` is not a table at its root`, kind.hint);
    return { kind, path: '', values };
}
/** The error for one key: exit code 2, naming the file, the key and what is wrong with it. */
function fieldError(table, key, problem) {
    const { kind } = table;
    return (0,errors/* usageError */.Wp)(kind.code, `\`${kind.source}\`: \`${keyPath(table, key)}\` ${problem}`, kind.hint);
}
/** The string at `key`, or undefined where the key is absent. */
function optionalString(table, key) {
    const value = table.values.get(key);
    if (value === undefined || typeof value === 'string')
        return value;
    throw fieldError(table, key, `must be a string, found ${describe(value)}`);
}
/** The string at `key`; absent or empty is an error. */
function requiredString(table, key) {
    const value = optionalString(table, key);
    if (value === undefined || value === '')
        throw fieldError(table, key, 'is missing');
    return value;
}
/** The whole number at `key`, zero or more, or undefined where the key is absent. */
function optionalSize(table, key) {
    const value = table.values.get(key);
    if (value === undefined)
        return undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw fieldError(table, key, `must be a whole number of bytes, found ${describe(value)}`);
}
/** The strings at `key`; empty where the key is absent. */
function strings(table, key) {
    const value = table.values.get(key) ?? [];
    if (!Array.isArray(value))
        throw fieldError(table, key, `must be an array of strings, found ${describe(value)}`);
    return value.map((item, index) => {
        if (typeof item !== 'string')
            throw fieldError(table, `${key}[${index}]`, `must be a string, found ${describe(item)}`);
        return item;
    });
}
/** The table at `key`, or undefined where the key is absent. */
function optionalTable(table, key) {
    const value = table.values.get(key);
    return value === undefined ? undefined : openTable(table, key, value);
}
/** The array of tables at `key`; empty where the key is absent. */
function tables(table, key) {
    const value = table.values.get(key) ?? [];
    if (!Array.isArray(value))
        throw fieldError(table, key, `must be an array of tables, found ${describe(value)}`);
    return value.map((item, index) => openTable(table, `${key}[${index}]`, item));
}
function openTable(parent, key, value) {
    const values = asTable(value);
    if (values === undefined)
        throw fieldError(parent, key, `must be a table, found ${describe(value)}`);
    return { kind: parent.kind, path: keyPath(parent, key), values };
}
function asTable(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date)
        return undefined;
    return new Map(Object.entries(value));
}
function keyPath(table, key) {
    return table.path === '' ? key : `${table.path}.${key}`;
}
function describe(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'an array';
    if (value instanceof Date)
        return 'a date';
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return 'a table';
    const text = String(value);
    return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

;// CONCATENATED MODULE: ./lib/plan/pylock.js
/** pylock.toml → Lock (PEP 751, PyPA pylock.toml specification 1.0). */






/**
 * Reads a pylock.toml (PEP 751). `source` is how messages call the file.
 * Throws LOCK_INVALID, LOCK_EXTRA_UNKNOWN and LOCK_GROUP_UNKNOWN (exit code 2).
 */
function parsePylock(text, source, options) {
    return readPylock(parseLockText(text, source), source, options);
}
/** The lock that a parsed pylock.toml says. Throws as `parsePylock`. */
function readPylock(document, source, options) {
    const root = openDocument(document, pylock_kindOf(source));
    const warnings = checkLockVersion(root);
    if (!root.values.has('packages'))
        throw fieldError(root, 'packages', 'is missing');
    return {
        source,
        requiresPython: optionalString(root, 'requires-python'),
        environments: strings(root, 'environments'),
        distributions: tables(root, 'packages').map(table => readDistribution(table, options.directory)),
        extras: chooseExtras(root, options),
        dependencyGroups: chooseGroups(root, options),
        warnings,
    };
}
function pylock_kindOf(source) {
    return {
        source,
        code: 'LOCK_INVALID',
        hint: 'Make the lock again, for example with `uv export --format pylock.toml` or `pip lock`',
    };
}
/** Parses the text of a pylock.toml. Throws LOCK_INVALID (exit code 2) with the line where it is not valid TOML. */
function parseLockText(text, source) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        // The parser's message goes on with an excerpt of the file, which may be anything.
        const [reason = ''] = (0,errors/* messageOf */.bD)(error).split('\n');
        throw (0,errors/* usageError */.Wp)('LOCK_INVALID', `\`${source}\` is not valid TOML: ${reason}${lineOf(error)}`, pylock_kindOf(source).hint);
    }
}
function lineOf(error) {
    return typeof error === 'object' && error !== null && 'line' in error ? ` (line ${String(error.line)})` : '';
}
/** A later minor version may carry keys that are not known here: a warning. A later major one is another format. */
function checkLockVersion(root) {
    const version = requiredString(root, 'lock-version');
    const match = /^(\d+)\.(\d+)$/.exec(version);
    if (match === null || match[1] !== '1') {
        throw fieldError(root, 'lock-version', `is \`${version}\`, but only version 1 locks can be read`);
    }
    if (match[2] === '0')
        return [];
    return [`\`${root.kind.source}\` has lock-version ${version}; it is read as 1.0, keys added since are ignored`];
}
function chooseExtras(root, options) {
    const known = strings(root, 'extras').map(normalizeName);
    if (options.allExtras)
        return known;
    const wanted = options.extras.map(normalizeName);
    refuseUnknown('LOCK_EXTRA_UNKNOWN', 'extra', { source: root.kind.source, wanted, known });
    return unique(wanted);
}
/** As uv: the lock's default groups and the named ones, without those that were turned off. */
function chooseGroups(root, options) {
    const defaults = strings(root, 'default-groups');
    const known = [...strings(root, 'dependency-groups'), ...defaults];
    refuseUnknown('LOCK_GROUP_UNKNOWN', 'dependency group', { source: root.kind.source, wanted: options.groups, known });
    const excluded = new Set([...options.noGroups, ...(options.noDev ? ['dev'] : [])].map(normalizeName));
    return unique([...defaults, ...options.groups]).filter(group => !excluded.has(normalizeName(group)));
}
function refuseUnknown(code, noun, { source, wanted, known }) {
    const names = new Set(known.map(normalizeName));
    const unknown = wanted.filter(name => !names.has(normalizeName(name)));
    if (unknown.length === 0)
        return;
    const offered = known.length === 0 ? 'it has none' : `it has ${pylock_quoteAll(unique(known))}`;
    throw (0,errors/* usageError */.Wp)(code, `\`${source}\` has no ${noun} ${pylock_quoteAll(unknown)}: ${offered}`);
}
function pylock_quoteAll(values) {
    return values.map(value => `\`${value}\``).join(', ');
}
function unique(values) {
    return [...new Set(values)];
}
function readDistribution(table, directory) {
    const name = normalizeName(requiredString(table, 'name'));
    const archive = optionalTable(table, 'archive');
    const sdist = optionalTable(table, 'sdist');
    const unsupported = readUnsupported(table, directory);
    const wheels = tables(table, 'wheels').map(wheel => readFile(wheel, directory));
    if ([unsupported, archive, sdist ?? wheels[0]].filter(source => source !== undefined).length !== 1) {
        throw fieldError(table, 'name', `is \`${name}\`, which must have files, or one of \`archive\`, \`directory\`, \`vcs\``);
    }
    return {
        name,
        version: optionalString(table, 'version'),
        marker: optionalString(table, 'marker'),
        requiresPython: optionalString(table, 'requires-python'),
        wheels,
        sdist: sdist && readFile(sdist, directory),
        archive: archive && readFile(archive, directory),
        unsupported,
        requested: true,
    };
}
function readUnsupported(table, base) {
    const vcs = optionalTable(table, 'vcs');
    const directory = optionalTable(table, 'directory');
    if (vcs !== undefined && directory !== undefined)
        throw fieldError(table, 'vcs', 'and `directory` exclude each other');
    if (directory !== undefined) {
        const isEditable = directory.values.get('editable') === true;
        return { kind: 'directory', where: (0,external_node_path_.resolve)(base, requiredString(directory, 'path')), isEditable };
    }
    if (vcs !== undefined)
        return { kind: 'vcs', where: optionalString(vcs, 'url') ?? requiredString(vcs, 'path') };
    return undefined;
}
/** Any file of a lock: wheel, sdist or archive. A `file:` URL is a path by another spelling. */
function readFile(table, directory) {
    const url = optionalString(table, 'url');
    const path = optionalString(table, 'path');
    if (path === undefined && url === undefined)
        throw fieldError(table, 'url', 'is missing, and so is `path`');
    const local = url?.startsWith('file:') === true;
    return {
        filename: readFilename(table),
        url: local ? undefined : url && checkUrl(table, url),
        path: path !== undefined ? (0,external_node_path_.resolve)(directory, path) : local ? pathOfFileUrl(table, url) : undefined,
        size: optionalSize(table, 'size'),
        hashes: readHashes(table),
    };
}
/** Its `name`, or else the last segment of where it lies. */
function readFilename(table) {
    const path = optionalString(table, 'path');
    const segment = path === undefined ? lastUrlSegment(table) : path.split(/[\\/]/).at(-1);
    const filename = optionalString(table, 'name') ?? segment ?? '';
    if (/^(?:\.{0,2}|.*[\\/\0].*)$/s.test(filename))
        throw fieldError(table, 'name', `is not a filename: \`${filename}\``);
    return filename;
}
function lastUrlSegment(table) {
    try {
        return optionalString(table, 'url')
            ?.replace(/[?#].*$/s, '')
            .split('/')
            .slice(-1)
            .map(decodeURIComponent)[0];
    }
    catch {
        throw fieldError(table, 'url', 'has a filename with a broken `%` escape');
    }
}
function checkUrl(table, url) {
    if (URL.canParse(url) && /^https?:/i.test(url))
        return url;
    throw fieldError(table, 'url', 'is not an `http:`, `https:` or `file:` URL');
}
function pathOfFileUrl(table, url) {
    try {
        return (0,external_node_url_.fileURLToPath)(url);
    }
    catch (error) {
        throw fieldError(table, 'url', `is not a local file: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function readHashes(table) {
    const hashes = optionalTable(table, 'hashes');
    if (hashes === undefined || hashes.values.size === 0)
        throw fieldError(table, 'hashes', 'is missing or empty');
    const entries = [...hashes.values.keys()].map(algorithm => {
        const digest = requiredString(hashes, algorithm);
        if (!/^[0-9a-f]+$/i.test(digest))
            throw fieldError(hashes, algorithm, `is not a hexadecimal digest: \`${digest}\``);
        return [algorithm.toLowerCase(), digest.toLowerCase()];
    });
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./lib/plan/requirement.js
/** One requirement: a name with a specifier, or where a wheel lies (PEP 508 and pip's paths and URLs). */



/**
 * Reads one requirement with its per-requirement options (`--hash`).
 * A `#sha256=…` of a URL counts as a listed hash; MD5 and others that can be forged do not.
 * Throws UserError REQUIREMENTS_INVALID, HASH_UNSUPPORTED, SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED, each naming `where`.
 */
function parseRequirement(text, where) {
    const start = text.search(/\s--?[A-Za-z]/);
    const body = (start === -1 ? text : text.slice(0, start)).trim();
    const [subject, marker] = splitMarker(body);
    const written = parseHashes(start === -1 ? '' : text.slice(start), where);
    const named = parseNamed(subject);
    const location = named === undefined ? subject : named.location;
    const hashes = Object.keys(written).length === 0 ? fragmentHashes(location ?? '') : written;
    if (location !== undefined)
        checkWheelLocation(location, named?.name, where);
    if (named === undefined) {
        return {
            where,
            name: parseWheelFilename(filenameOf(subject)).name,
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
/** A `;` belongs to a URL unless white space stands before it. */
function splitMarker(body) {
    const separator = isLocation(body) || /^[^;]*@/.test(body) ? /\s;/ : /;/;
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
    if (name === '' || (location === undefined && !requirement_isSpecifier(rest)))
        return undefined;
    return {
        name: normalizeName(name),
        extras: extras
            .split(',')
            .map(extra => normalizeName(extra.trim()))
            .filter(extra => extra !== ''),
        specifier: location === undefined ? rest.replace(/[\s()]/g, '') : '',
        location,
    };
}
function requirement_isSpecifier(text) {
    return /^\(?\s*(?:(?:===|==|~=|!=|<=|>=|<|>)[^()@/\\]+)?\)?$/s.test(text);
}
function isLocation(text) {
    return /^(?:[./\\~]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(text) || /^[^@<>=!~;\s]+(?:\.whl$|[\\/])/i.test(text);
}
function checkWheelLocation(location, name, where) {
    const shown = (0,redact/* redact */.E$)(location);
    if (/^(?:git|hg|svn|bzr)\+/i.test(location)) {
        throw unsupported('SOURCE_UNSUPPORTED', `${where}: \`${shown}\` is a repository, which cannot be installed yet`);
    }
    const filename = filenameOf(location);
    if (/\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|zip)$/i.test(filename)) {
        throw unsupported('SDIST_UNSUPPORTED', `${where}: \`${shown}\` is a source archive, which cannot be installed yet`);
    }
    if (name === undefined && !isLocation(location)) {
        throw (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${where}: \`${shown}\` is not a requirement (PEP 508)`);
    }
    if (!/\.whl$/i.test(filename)) {
        throw unsupported('SOURCE_UNSUPPORTED', `${where}: \`${shown}\` is not a wheel; source trees cannot be installed yet`);
    }
}
function unsupported(code, message) {
    return (0,errors/* usageError */.Wp)(code, message, 'Make a wheel of it with `uv build` or `pip wheel` and name that');
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
        throw (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${where}: a \`--hash\` is not \`algorithm:digest\``);
    return strongOnly(hashes, where);
}
/** What pip counts as a hash that cannot be forged. */
const strongAlgorithms = ['sha256', 'sha384', 'sha512'];
function strongOnly(hashes, where) {
    const strong = Object.entries(hashes).filter(([algorithm]) => strongAlgorithms.includes(algorithm));
    const weak = Object.keys(hashes).map(algorithm => `\`${algorithm}\``);
    if (strong.length > 0 || weak.length === 0)
        return Object.fromEntries(strong);
    throw (0,errors/* usageError */.Wp)('HASH_UNSUPPORTED', `${where}: lists hashes by ${weak.join(', ')} only, expected ${strongAlgorithms.map(name => `\`${name}\``).join(', ')}`, 'List sha256 hashes, for example with `uv pip compile --generate-hashes`');
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

;// CONCATENATED MODULE: ./lib/plan/index-address.js
/** Addresses of package indexes as users write them. */


/**
 * Returns the address of an index, `https://…` or uv's `name=https://…`, as it was given; `file:` is left to the resolver.
 * Throws the usage error URL_INVALID for any other one, naming `where` it was given.
 */
function proveIndexAddress(address, where) {
    const url = address.replace(/^[\w.-]+=/, '');
    if (URL.canParse(url) && /^(?:https?:\/\/|file:)/i.test(url))
        return address;
    throw (0,errors/* usageError */.Wp)('URL_INVALID', `${where}: \`${(0,redact/* redact */.E$)(address)}\` is not the address of an index, expected \`https://…\` or \`http://…\``, 'An index is the root of a Simple API, such as `https://host/simple`; for a directory of wheels use `--find-links`');
}

;// CONCATENATED MODULE: ./lib/plan/requirements.js
/** The text of a requirements file → rows (pip's requirements file format, PEP 508). */



/**
 * Reads a requirements file: continuation lines, comments, `${VARIABLE}`, options, hashes, markers and URLs.
 *
 * `source` is how messages call the file. Throws UserError REQUIREMENTS_INVALID with the line's number, URL_INVALID for what is no index, HASH_UNSUPPORTED,
 * SOURCE_UNSUPPORTED for VCS URLs and directories, SDIST_UNSUPPORTED for source archives.
 */
function parseRequirements(text, source, env) {
    const lines = logicalLines(text).map(({ content, number }) => ({
        content: expandVariables(content, env),
        where: `\`${source}\` line ${number}`,
    }));
    const options = lines.filter(isOption).map(({ content, where }) => parseOption(content, where));
    return {
        requirements: lines.filter(line => !isOption(line)).map(({ content, where }) => parseRequirement(content, where)),
        includes: valuesOf(options, '--requirement'),
        constraints: valuesOf(options, '--constraint'),
        editables: valuesOf(options, '--editable'),
        index: {
            indexUrl: valuesOf(options, '--index-url').at(-1),
            extraIndexUrls: valuesOf(options, '--extra-index-url'),
            findLinks: valuesOf(options, '--find-links'),
            noIndex: options.some(({ name }) => name === '--no-index'),
            requireHashes: options.some(({ name }) => name === '--require-hashes'),
        },
        resolverOptions: options
            .filter(({ name }) => resolverOptions.includes(name))
            .map(({ name, value }) => `${name} ${value}`.trim()),
    };
}
/** As pip: a `\` at the end joins, a comment ends the joining, `#` starts a comment after white space only. */
function logicalLines(text) {
    const lines = [];
    let pending = '';
    let first = 0;
    for (const [index, physical] of text
        .replace(/^\uFEFF/, '')
        .split(/\r\n|\r|\n/)
        .entries()) {
        if (pending === '')
            first = index + 1;
        const comment = /^\s*#/.test(physical);
        if (physical.endsWith('\\') && !comment) {
            pending += `${physical.slice(0, -1)} `;
            continue;
        }
        lines.push({ content: withoutComment(comment ? pending : pending + physical), number: first });
        pending = '';
    }
    lines.push({ content: withoutComment(pending), number: first });
    return lines.filter(({ content }) => content !== '');
}
function withoutComment(line) {
    return line.replace(/(?:^|(?<=\s))#.*$/s, '').trim();
}
/** `${NAME}` of upper-case letters, digits and `_`; an unset one stays as written. */
function expandVariables(line, env) {
    return line.replace(/\$\{([A-Z0-9_]+)\}/g, (written, name) => env[name] || written);
}
function isOption({ content }) {
    return content.startsWith('-');
}
const longNames = {
    '-r': '--requirement',
    '-c': '--constraint',
    '-e': '--editable',
    '-i': '--index-url',
    '--pypi-url': '--index-url',
    '-f': '--find-links',
};
const valueOptions = ['--requirement', '--constraint', '--editable', '--index-url', '--extra-index-url', '--find-links'];
const indexOptions = ['--index-url', '--extra-index-url'];
const flagOptions = ['--no-index', '--require-hashes'];
/** They decide what the resolver chooses. */
const resolverOptions = ['--no-binary', '--only-binary', '--prefer-binary', '--pre'];
/** Left to the resolver, which reads the same file. */
const otherOptions = ['--trusted-host', '--use-feature'];
/** Taken with or without a value: the resolver knows. */
const looseOptions = [...flagOptions, ...resolverOptions, ...otherOptions];
function parseOption(content, where) {
    const [, flag = '', rest = ''] = /^(--[\w-]+|-\w)[=\s]*(.*)$/s.exec(content) ?? [];
    const name = longNames[flag] ?? flag;
    const value = rest.trim().replace(/^(["'])(.*)\1$/s, '$2');
    if (looseOptions.includes(name))
        return { name, value };
    if (valueOptions.includes(name) && value !== '') {
        return { name, value: indexOptions.includes(name) ? proveIndexAddress(value, `${where}, \`${flag}\``) : value };
    }
    const problem = valueOptions.includes(name)
        ? `\`${flag}\` has no value`
        : `\`${flag || content}\` is not an option here`;
    throw (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${where}: ${problem}`);
}
function valuesOf(options, name) {
    return options.filter(option => option.name === name).map(({ value }) => value);
}

;// CONCATENATED MODULE: ./lib/resolve/requirement-set.js
/** Requirements files with everything that they include, read into one set. */






/** Reads the requirement inputs. Throws what `parseRequirements` throws, and for an included file what `findInputs` throws. */
async function readRequirementSet(inputs, context) {
    const files = await Promise.all(inputs.files.map(file => readTree(file, [], context)));
    const constraintFiles = await Promise.all(inputs.constraints.map(file => readTree(file, [], context)));
    const packages = inputs.packages.map(text => parseRequirement(text, `\`${text}\``));
    const trees = [...files, ...constraintFiles].flat();
    return {
        requirements: [...files.flat().flatMap(({ requirements }) => requirements), ...packages].map(absolute(context)),
        constraints: [
            ...files.flat().flatMap(tree => tree.constraints),
            ...constraintFiles.flat().flatMap(tree => [...tree.requirements, ...tree.constraints]),
        ].map(absolute(context)),
        editables: files.flat().flatMap(({ editables }) => editables),
        index: trees.reduce(joinIndex, {
            ...context.index,
            findLinks: context.index.findLinks.map(absoluteLink(context.workingDirectory)),
        }),
        resolverOptions: trees.flatMap(({ resolverOptions }) => resolverOptions),
    };
}
/** The file and what it includes, in pip's order; a file that includes itself is read once. */
async function readTree(file, parents, context) {
    if (parents.includes(file.path))
        return [];
    const directory = (0,external_node_path_.dirname)(file.path);
    const parsed = parseRequirements(file.text, file.shown, context.env);
    const below = [...parents, file.path];
    const open = async (name) => readTree(await openNested(name, file), below, context);
    const includes = await Promise.all(parsed.includes.map(open));
    const constraints = (await Promise.all(parsed.constraints.map(open))).flat();
    const own = {
        requirements: parsed.requirements,
        constraints: constraints.flatMap(tree => [...tree.requirements, ...tree.constraints]),
        editables: parsed.editables,
        options: parsed.index,
        resolverOptions: [...parsed.resolverOptions, ...constraints.flatMap(tree => tree.resolverOptions)],
        directory,
    };
    return [own, ...includes.flat()];
}
async function openNested(name, parent) {
    refuseUrl(name, parent.shown);
    const path = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(parent.path), name);
    const shown = (0,external_node_path_.join)((0,external_node_path_.dirname)(parent.shown), name);
    return { path, shown, text: await readInputText(path, shown) };
}
/** As pip: `--index-url` of a file replaces, lists grow, flags stay on. A relative `--find-links` is the file's sibling. */
function joinIndex(index, { options, directory }) {
    return {
        ...index,
        indexUrl: options.indexUrl ?? index.indexUrl,
        extraIndexUrls: [...index.extraIndexUrls, ...options.extraIndexUrls],
        findLinks: [...index.findLinks, ...options.findLinks.map(absoluteLink(directory))],
        noIndex: index.noIndex || options.noIndex,
        requireHashes: index.requireHashes || options.requireHashes,
    };
}
/** Paths of wheels become absolute; `file:` URLs become paths. */
function absolute({ workingDirectory }) {
    return (requirement) => {
        const { location, where } = requirement;
        if (location === undefined || /^https?:/i.test(location))
            return requirement;
        return { ...requirement, location: (0,external_node_path_.resolve)(workingDirectory, localPath(location, where)) };
    };
}
function localPath(location, where) {
    if (!/^file:/i.test(location))
        return location;
    const relative = /^file:(?!\/)(.*)$/i.exec(location)?.[1];
    if (relative !== undefined)
        return relative;
    if (!URL.canParse(location))
        throw (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${where}: \`${location}\` is not a URL`);
    return (0,external_node_url_.fileURLToPath)(location);
}
/** A directory, or a URL as it stands. */
function absoluteLink(base) {
    return (link) => (requirement_set_isUrl(link) ? link : (0,external_node_path_.resolve)(base, link));
}
function requirement_set_isUrl(text) {
    return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(text);
}

;// CONCATENATED MODULE: ./lib/resolve/uv-configuration.js
/** What configures uv besides the settings of a run: it joins the key of a stored lock, and may name indexes. */




/** Variables that change what uv resolves to. */
const resolvingVariables = [
    ...[
        'UV_BUILD_CONSTRAINT',
        'UV_CONSTRAINT',
        'UV_EXCLUDE_NEWER',
        'UV_EXCLUDES',
        'UV_FORK_STRATEGY',
        'UV_INDEX_STRATEGY',
    ],
    ...[
        'UV_NO_BINARY',
        'UV_NO_CONFIG',
        'UV_NO_SOURCES',
        'UV_OVERRIDE',
        'UV_PRERELEASE',
        'UV_RESOLUTION',
        'UV_TORCH_BACKEND',
    ],
];
/**
 * Reads uv's resolving variables and its files as uv does: `UV_CONFIG_FILE` alone, or the nearest `uv.toml` or `[tool.uv]`
 * at or above the directory and the user's `uv.toml`. A file that is no TOML counts as text only: uv says what is wrong.
 */
async function readUvConfiguration(directory, host) {
    const { env } = host;
    const variables = resolvingVariables.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]]));
    const files = await readFiles(directory, host);
    const tables = files.flatMap(({ table }) => [table, ...recordsOf(table.pip)]);
    return {
        texts: { ...Object.fromEntries(variables), configuration: files.map(({ text }) => text).join('\n') },
        indexes: tables.flatMap(indexesOf),
        namesSources: tables.some(table => sourceKeys.some(key => key in table)),
    };
}
async function readFiles(directory, { env, ...host }) {
    if (/^(?:1|true|t|yes|y|on)$/i.test(env.UV_NO_CONFIG ?? ''))
        return [];
    const files = env.UV_CONFIG_FILE
        ? [await readUvToml((0,external_node_path_.resolve)(directory, env.UV_CONFIG_FILE))]
        : [await nearestConfiguration(directory), await readUvToml(userFile(env, host))];
    return files.filter(file => file !== undefined);
}
function userFile(env, { homeDirectory, platform }) {
    const roaming = env.APPDATA ?? (0,external_node_path_.join)(homeDirectory, 'AppData', 'Roaming');
    const directory = platform.os === 'win32' ? roaming : env.XDG_CONFIG_HOME || (0,external_node_path_.join)(homeDirectory, '.config');
    return (0,external_node_path_.join)(directory, 'uv', 'uv.toml');
}
async function nearestConfiguration(directory) {
    const own = (await readUvToml((0,external_node_path_.join)(directory, 'uv.toml'))) ??
        toolTable(await readOrUndefined((0,external_node_path_.join)(directory, 'pyproject.toml')));
    const parent = (0,external_node_path_.dirname)(directory);
    return own !== undefined || parent === directory ? own : nearestConfiguration(parent);
}
async function readUvToml(path) {
    const text = await readOrUndefined(path);
    return text === undefined ? undefined : { text, table: parseOrUndefined(text) ?? {} };
}
function toolTable(text) {
    if (text === undefined || !text.includes('tool'))
        return undefined;
    const root = parseOrUndefined(text);
    if (root === undefined)
        return { text, table: {} };
    const [table] = recordsOf(root.tool).flatMap(tool => recordsOf(tool.uv));
    return table && { text: JSON.stringify(table), table };
}
function parseOrUndefined(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (error instanceof dist/* TomlError */.zx)
            return undefined;
        throw error;
    }
}
const sourceKeys = ['index', 'index-url', 'extra-index-url', 'find-links', 'no-index'];
function indexesOf(table) {
    const named = listOf(table.index).flatMap(recordsOf);
    return [
        ...named.flatMap(({ name, url }) => textsOf(url).map(text => [...textsOf(name), text].join('='))),
        ...['index-url', 'extra-index-url', 'find-links'].flatMap(key => listOf(table[key]).flatMap(textsOf)),
    ];
}
function listOf(value) {
    return Array.isArray(value) ? value : [value];
}
function textsOf(value) {
    return typeof value === 'string' ? [value] : [];
}
function recordsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? [{ ...value }] : [];
}
async function readOrUndefined(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/resolve/run-inputs.js
/** What the inputs of a run say, read once: requirements with their includes, and uv's configuration. */




/** Reads what the input files include and what lies beside them. Throws what `readRequirementSet` throws. */
async function readRunInputs(inputs, { settings, host }) {
    const { workingDirectory, index } = settings;
    const files = inputs.files.filter(({ kind }) => kind === 'requirements');
    const lock = inputs.files.find(({ kind }) => kind !== 'requirements');
    const directory = lock === undefined ? workingDirectory : (0,external_node_path_.dirname)(lock.path);
    return {
        ...inputs,
        directory,
        pylockDocument: parsedOnce(lock),
        set: await readRequirementSet({ ...inputs, files }, { env: host.env, workingDirectory, index }),
        configuration: await readUvConfiguration(directory, host),
    };
}
function parsedOnce(lock) {
    if (lock?.kind !== 'pylock')
        return () => undefined;
    let document;
    return () => {
        document ??= parseLockText(lock.text, lock.shown);
        return document;
    };
}
/** The index settings with the indexes of uv's configuration besides: addresses whose credentials a download may need. */
function realmsOf({ set, configuration }) {
    return { ...set.index, extraIndexUrls: [...set.index.extraIndexUrls, ...configuration.indexes] };
}

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
    const copy = await copyWithout({ path, shown, text: await readInputText(path, shown) }, directory, copies);
    return `${option} ${copy.path}${rest}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/store/note.js
/** What the store knows about an unpacked wheel or a bytecode set: written once, beside its files. */
/** Bytes of all files of a wheel or a bytecode set. */
function unpackedSize({ files }) {
    return files.reduce((total, file) => total + file.size, 0);
}
/** Seconds since the epoch that a source file of this content carries: 2000-01-01 plus up to 194 days. */
function note_sourceMtime(sha256) {
    return 946_684_800 + Number.parseInt(sha256.slice(0, 6), 16);
}
/** Sources carry `sourceMtime`, so that timestamp bytecode stays valid wherever they are linked or copied. */
function note_isSource(path) {
    return path.endsWith('.py');
}
const toRow = (file) => [file.path, file.size, file.sha256, file.executable ? 1 : 0];
const fromRow = ([path, size, sha256, executable]) => ({
    path,
    size,
    sha256,
    executable: executable === 1,
});
/** The text of a `note.json`. */
function formatNote(note) {
    return JSON.stringify({ ...note, files: note.files.map(toRow) });
}
/** Parses a wheel's `note.json`; undefined when it is not one. */
function parseWheelNote(text) {
    const note = parseNote(text);
    return note !== undefined && 'distInfo' in note ? note : undefined;
}
/** Parses a bytecode set's `note.json`; undefined when it is not one. */
function parseBytecodeNote(text) {
    const note = parseNote(text);
    return note !== undefined && 'failed' in note ? note : undefined;
}
function parseNote(text) {
    try {
        const value = JSON.parse(text);
        return { ...value, files: value.files.map(fromRow) };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/store/store.js
/**
 * The local store: unpacked wheels by the sha256 of the wheel, bytecode sets beside them.
 *
 * `<store>/v1/wheels/<aa>/<sha256>/{note.json,files/…}` and `<store>/v1/bytecode/<set>/<aa>/<sha256>/{note.json,files/…}`.
 * A directory appears whole, by one rename, or not at all; readers never lock, and any number of processes may write.
 */





const abandonedAfterMs = 24 * 3600 * 1000;
/** Opens the store in `directory`, made when missing. Throws UserError STORE_UNWRITABLE. */
async function openStore(directory) {
    const root = (0,external_node_path_.join)(directory, 'v1');
    const temporary = (0,external_node_path_.join)(root, 'tmp');
    try {
        await (0,promises_.mkdir)(temporary, { recursive: true });
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, 'wheels'), { recursive: true });
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT'))
            throw error;
        throw new errors/* UserError */.yo('STORE_UNWRITABLE', `cannot make the store in \`${directory}\`: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'name a directory that can be written to with `--store`',
            cause: error,
        });
    }
    return { root, temporary };
}
/** Where the wheel with this sha256 lies, or would. */
function wheelDirectory(store, sha256) {
    return (0,external_node_path_.join)(store.root, 'wheels', sha256.slice(0, 2), sha256);
}
/** The name of a kind of bytecode, in paths and manifests. */
function bytecodeName({ cacheTag, magicNumber, optimize, invalidationMode }) {
    return `${cacheTag}-${magicNumber}-o${optimize}-${invalidationMode}`;
}
/** Where the bytecode of the wheel with this sha256 lies, or would. */
function bytecodeDirectory(store, kind, sha256) {
    return (0,external_node_path_.join)(store.root, 'bytecode', bytecodeName(kind), sha256.slice(0, 2), sha256);
}
/** The files of a published directory. */
function filesOf(directory) {
    return (0,external_node_path_.join)(directory, 'files');
}
/** True when the store holds the wheel; cheaper than reading its note. */
async function hasWheel(store, sha256) {
    return isPublished(wheelDirectory(store, sha256));
}
/** True when the store holds this bytecode of the wheel; cheaper than reading its note. */
async function hasBytecode(store, kind, sha256) {
    return isPublished(bytecodeDirectory(store, kind, sha256));
}
function isPublished(directory) {
    return (0,promises_.access)((0,external_node_path_.join)(directory, 'note.json')).then(() => true, () => false);
}
/** The note of a stored wheel, or undefined when the store lacks it. */
async function readWheelNote(store, sha256) {
    return parseIfPresent((0,external_node_path_.join)(wheelDirectory(store, sha256), 'note.json'), parseWheelNote);
}
/** The note of a stored bytecode set, or undefined when the store lacks it. */
async function readBytecodeNote(store, kind, sha256) {
    return parseIfPresent((0,external_node_path_.join)(bytecodeDirectory(store, kind, sha256), 'note.json'), parseBytecodeNote);
}
async function parseIfPresent(path, parse) {
    try {
        return parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** A new directory for unfinished work, holding an empty `files`. */
async function stage(store) {
    const directory = (0,external_node_path_.join)(store.temporary, (0,external_node_crypto_.randomUUID)());
    await (0,promises_.mkdir)(filesOf(directory), { recursive: true });
    return directory;
}
/** Gives `use` the path of one unfinished file, which is gone afterwards. */
async function withStagedFile(store, use) {
    const path = (0,external_node_path_.join)(store.temporary, (0,external_node_crypto_.randomUUID)());
    try {
        return await use(path);
    }
    finally {
        await discard(path);
    }
}
/**
 * Makes a staged directory visible at `destination` with its note, by one rename.
 * When another process was first, its directory stays and ours is removed: both have the same content.
 */
async function publish(staged, destination, note) {
    await (0,promises_.writeFile)((0,external_node_path_.join)(staged, 'note.json'), formatNote(note));
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(destination), { recursive: true });
    for (let attempt = 1; !(await renameToFree(staged, destination, attempt)); attempt++) {
        if (await isReadable(destination)) {
            await discard(staged);
            return;
        }
        await displace(destination, `${staged}-displaced`);
    }
}
/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10;
/** False when something is there already. */
async function renameToFree(staged, destination, attempt) {
    try {
        await (0,promises_.rename)(staged, destination);
        return true;
    }
    catch (error) {
        if (attempt < mostAttempts && (0,errors/* hasErrno */.Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM'))
            return false;
        throw error;
    }
}
async function isReadable(directory) {
    const text = await parseIfPresent((0,external_node_path_.join)(directory, 'note.json'), text => text);
    return text !== undefined && (parseWheelNote(text) ?? parseBytecodeNote(text)) !== undefined;
}
/** Takes a damaged directory away; another writer may have been faster. */
async function displace(directory, aside) {
    try {
        await (0,promises_.rename)(directory, aside);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST'))
            throw error;
    }
    await discard(aside);
}
/** Removes a staged directory or file that will not be published. */
async function discard(staged) {
    await (0,promises_.rm)(staged, { recursive: true, force: true });
}
/** Removes unfinished work that a killed process left more than a day ago. `now` in milliseconds since the epoch. */
async function sweepAbandoned(store, now) {
    for (const name of await (0,promises_.readdir)(store.temporary)) {
        const path = (0,external_node_path_.join)(store.temporary, name);
        const facts = await (0,promises_.stat)(path).catch(() => undefined);
        if (facts !== undefined && now - facts.mtimeMs > abandonedAfterMs)
            await discard(path);
    }
}

;// CONCATENATED MODULE: ./lib/store/stored-file.js
/** How files of the store are made: readable for all who share it, whatever mask their maker has. */

const usualMask = 0o022;
/** Makes a file that must not be there, 0644 or 0755, and returns its descriptor. Throws Node's system error. */
function stored_file_createStoredFile(path, executable) {
    const mode = executable ? 0o755 : 0o644;
    const descriptor = (0,external_node_fs_.openSync)(path, 'wx', mode);
    if (process.umask() !== usualMask)
        (0,external_node_fs_.fchmodSync)(descriptor, mode);
    return descriptor;
}
/** Whether a file that is a link into the store has no right which this mask takes away. */
function permitsLinks(umask) {
    return (umask & 0o755) === 0;
}

;// CONCATENATED MODULE: ./lib/store/locate.js
/** Chooses where the store lies, and whether its files can be linked into an environment: by trying, never by device number. */






/**
 * Opens the named store, or the first of the usual places from which a hard link succeeds into `target`, or into the
 * nearest directory above it that is there.
 * Throws UserError STORE_UNWRITABLE, or LINK_IMPOSSIBLE when `hardlink` was asked for and no link can be made.
 */
async function locateStore(named, target, options) {
    const candidates = named === '' ? usualPlaces(options.host) : [named];
    let fallback;
    for (const directory of candidates) {
        const store = await openIfPossible(directory, named);
        if (store === undefined)
            continue;
        if (options.linkMode === 'copy')
            return { directory, store, linkMode: 'copy', reason: 'asked for' };
        if (options.linkMode === 'auto' && !permitsLinks(options.host.umask)) {
            const mask = options.host.umask.toString(8).padStart(4, '0');
            return {
                directory,
                store,
                linkMode: 'copy',
                reason: `files of the store have rights that the umask ${mask} takes away`,
            };
        }
        const errno = await tryLink(store, target);
        if (errno === undefined)
            return { directory, store, linkMode: 'hardlink', reason: 'a link from the store succeeds' };
        fallback ??= { directory, store, errno };
    }
    if (fallback === undefined)
        throw noStore(candidates);
    if (options.linkMode === 'hardlink')
        throw linkImpossible(fallback.store, target, fallback.errno);
    const { directory, store, errno } = fallback;
    return { directory, store, linkMode: 'copy', reason: `linking from the store fails with ${errno}` };
}
/** Directories that may hold the store, best first: tool cache, `_tool` of the runner's work directory, user cache. */
function usualPlaces(host) {
    const { env, homeDirectory, platform } = host;
    const toolCaches = [env.RUNNER_TOOL_CACHE, env.AGENT_TOOLSDIRECTORY];
    const workspace = env.RUNNER_WORKSPACE;
    const userCache = platform.os === 'win32'
        ? (env.LOCALAPPDATA ?? (0,external_node_path_.join)(homeDirectory, 'AppData', 'Local'))
        : (env.XDG_CACHE_HOME ?? (0,external_node_path_.join)(homeDirectory, platform.os === 'darwin' ? 'Library/Caches' : '.cache'));
    const parents = [...toolCaches, workspace && (0,external_node_path_.join)((0,external_node_path_.dirname)(workspace), '_tool'), userCache];
    return parents
        .filter(parent => parent !== undefined && parent !== '')
        .map(parent => (0,external_node_path_.join)(String(parent), 'wheelcrew'));
}
async function openIfPossible(directory, named) {
    try {
        return await openStore(directory);
    }
    catch (error) {
        if (named !== '' || !(0,errors/* isUserError */.iU)(error))
            throw error;
        return undefined;
    }
}
/** The errno of a real link from the store to where `target` lies or will lie; undefined when it worked. */
async function tryLink(store, target) {
    const source = (0,external_node_path_.join)(store.temporary, `probe-${(0,external_node_crypto_.randomUUID)()}`);
    const destination = (0,external_node_path_.join)(await nearestDirectory(target), `.wheelcrew-probe-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.writeFile)(source, '');
        await (0,promises_.link)(source, destination);
        return undefined;
    }
    catch (error) {
        const errno = (0,errors/* errnoOf */.UQ)(error);
        if (errno === undefined)
            throw error;
        return errno;
    }
    finally {
        await Promise.all([(0,promises_.rm)(source, { force: true }), (0,promises_.rm)(destination, { force: true }).catch(() => undefined)]);
    }
}
async function nearestDirectory(path) {
    try {
        if ((await (0,promises_.stat)(path)).isDirectory())
            return path;
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG'))
            throw error;
    }
    return (0,external_node_path_.dirname)(path) === path ? path : nearestDirectory((0,external_node_path_.dirname)(path));
}
function noStore(candidates) {
    return new errors/* UserError */.yo('STORE_UNWRITABLE', `none of these directories can hold the store: ${candidates.join(', ')}`, {
        hint: 'name a directory that can be written to with `--store`',
    });
}
function linkImpossible(store, target, errno) {
    return new errors/* UserError */.yo('LINK_IMPOSSIBLE', `no hard link from \`${store.root}\` to \`${target}\` (${errno})`, {
        hint: 'put the store on the file system of the environment with `--store`, or use `--link-mode copy`',
    });
}

;// CONCATENATED MODULE: ./lib/python/environment.js
/** The places that wheels are installed into: virtual environments, an interpreter itself, a directory. */


/** The directories of a virtual environment of this interpreter; nothing is read or run. */
function venvEnvironment(root, interpreter, platform) {
    const paths = platform.os === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
    const { purelib, platlib, headers, scripts, data } = interpreter.venvSchemes;
    const place = (path) => (path === '' ? root : paths.join(root, path));
    // Where an interpreter has `lib64`, a virtual environment's is a symbolic link to `lib`: one spelling for one file.
    const isLinked = platform.os === 'linux' && purelib.startsWith('lib/');
    return {
        kind: 'venv',
        root,
        python: pythonOf(root, platform.os),
        schemes: {
            purelib: place(purelib),
            platlib: place(isLinked ? platlib.replace(/^lib64\//, 'lib/') : platlib),
            headers: place(headers),
            scripts: place(scripts),
            data: place(data),
        },
        stateDirectory: root,
    };
}
/**
 * The directories of the interpreter itself, where pip puts what it installs for every user (`sysconfig`'s preferred
 * scheme). Those of the virtual environment where the interpreter is one's own: it is one place, whichever way it is named.
 */
function systemEnvironment(interpreter, platform) {
    const { executable, prefix, basePrefix, systemSchemes } = interpreter;
    if (prefix !== basePrefix)
        return venvEnvironment(prefix, interpreter, platform);
    return {
        kind: 'system',
        root: prefix,
        python: executable,
        schemes: systemSchemes,
        stateDirectory: systemSchemes.purelib,
    };
}
/** A directory, given as an absolute path, as `pip install --target` and uv fill it: `bin` on Windows too. */
function targetEnvironment(directory, interpreter, platform) {
    const paths = platform.os === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
    return {
        kind: 'target',
        root: directory,
        python: interpreter.executable,
        schemes: {
            purelib: directory,
            platlib: directory,
            headers: paths.join(directory, 'include'),
            scripts: paths.join(directory, 'bin'),
            data: directory,
        },
        stateDirectory: directory,
    };
}
/** The UserError ENVIRONMENT_UNWRITABLE for a system error, or what was given where it is none. */
function cannotWrite(path, cause, kind) {
    const errno = (0,errors/* errnoOf */.UQ)(cause);
    if ((0,errors/* isUserError */.iU)(cause) || errno === undefined)
        return cause;
    return unwritable(path, errno, { cause, kind });
}
/** The UserError ENVIRONMENT_UNWRITABLE; `kind`: of the environment, where that is known. */
function unwritable(path, errno, { cause, kind } = {}) {
    const hint = hintsByErrno[errno] ?? (kind === undefined ? permissionsHint : hintsByKind[kind]);
    return new errors/* UserError */.yo('ENVIRONMENT_UNWRITABLE', `cannot write \`${path}\` (${errno})`, { hint, cause });
}
const hintsByErrno = {
    ENOSPC: 'free some space on that file system',
    EISDIR: 'a directory is where a file of the wheel belongs: remove it, or use a new environment',
    EEXIST: 'a file is where a directory belongs: remove it, or use a new environment',
    ELOOP: 'it is a link that leads out of the environment: remove it, or use a new environment',
};
const permissionsHint = 'check the permissions, or use another environment';
const hintsByKind = {
    venv: 'check the permissions, or name another environment with `--venv`',
    system: 'install into a virtual environment with `--venv`, into a directory with `--target`, or run with `sudo`',
    target: 'check the permissions, or name another directory with `--target`',
};
/** Whether an absolute path is one of Windows: on other systems a backslash is a character of a name. */
function isWindowsPath(path) {
    return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
}
/** The interpreter of a virtual environment. */
function pythonOf(root, os) {
    return os === 'win32' ? external_node_path_.win32.join(root, 'Scripts', 'python.exe') : external_node_path_.posix.join(root, 'bin', 'python');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/process.js
/** Child processes: an argument vector, never a shell, with everything it said. */


/** As `timeout(1)` says it. */
const timeoutExitCode = 124;
/**
 * Runs a command to its end and collects its output as UTF-8.
 *
 * A failing command is a result, not an error; a command that cannot be started rejects with Node's system error (`ENOENT`, `EACCES`).
 */
function runProcess(command, args, options) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(command, args, {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...options.env },
            stdio: 'pipe',
            windowsHide: true,
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        const deadline = killAfter(options.timeoutMs, () => {
            child.kill('SIGKILL');
            // A grandchild may hold the pipes open: stop reading, so that `close` comes.
            child.stdout.destroy();
            child.stderr.destroy();
        });
        child.on('error', error => {
            deadline.cancel();
            reject(error);
        });
        child.on('close', (code, signal) => {
            deadline.cancel();
            const exitCode = deadline.passed() ? timeoutExitCode : (code ?? signalExitCode(signal));
            resolve({ exitCode, stdout: stdout(), stderr: stderr() });
        });
        // A child that ends without reading its input breaks the pipe; its exit status tells why.
        child.stdin.on('error', () => { });
        child.stdin.end(options.input ?? '');
    });
}
function collect(stream) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
}
function killAfter(timeoutMs, kill) {
    let passed = false;
    const timer = timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            passed = true;
            kill();
        }, timeoutMs);
    return { cancel: () => clearTimeout(timer), passed: () => passed };
}
function signalExitCode(signal) {
    return 128 + (signal === null ? 0 : external_node_os_.constants.signals[signal]);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/python/claim-file.js
/** The file that says which process is at work in a directory, and whether that process still runs. */




/** The id of a claim that does not say whose it is. */
const unreadable = 'unreadable';
/** A claim without its text is being written, or was when its process was killed. */
const longestWritingMs = 10_000;
/** A claim of another machine counts as left behind once it is older. */
const oldestForeignMs = 3_600_000;
/** The claim of this process. */
async function ownClaim() {
    const { pid } = process;
    return { pid, start: (await startOf(pid)) ?? '-', kind: 'filled', machine: await thisMachine(), id: (0,external_node_crypto_.randomUUID)() };
}
/** Undefined where there is no file. One that says nothing readable is of an unknown process. */
async function readClaimFile(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(error => {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    });
    if (text === undefined)
        return undefined;
    const [pid = '', start = '-', kind, machine = '', id = ''] = text.split(' ');
    // What is not known to be half made is not removed.
    const known = { kind: kind === 'new' ? kind : 'filled', id: /^[\w-]+$/.test(id) ? id : unreadable };
    return { pid: Number(pid), start, machine, ...known };
}
/** False where there is a file. By a link where the file system has them, so that no reader sees it without its text. */
async function writeNewClaim(path, claim) {
    const aside = await writeAside(path, claim);
    try {
        await (0,promises_.link)(aside, path);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            return false;
        if (!(0,errors/* hasErrno */.Nm)(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'))
            throw error;
        return await writeInPlace(path, claim);
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
/** In one step: there is always a claim, the old or the new one. */
async function replaceClaim(path, claim) {
    await (0,promises_.rename)(await writeAside(path, claim), path);
}
/**
 * Whether the process of a claim may still be at work. On this machine the system tells. A process of another machine or
 * container cannot be seen: it is taken to be at work until the claim is an hour old.
 */
async function isLive(path, claim) {
    if (await isOfThisMachine(claim)) {
        return isRunning(claim.pid) && claim.start === ((await startOf(claim.pid)) ?? claim.start);
    }
    const written = await (0,promises_.stat)(path).catch(() => undefined);
    if (written === undefined)
        return false;
    const age = Date.now() - written.mtimeMs;
    if (claim.id === unreadable)
        return age < longestWritingMs;
    const isBeforeRestart = claim.machine.startsWith(`${(0,external_node_os_.hostname)()}/`) && age > (0,external_node_os_.uptime)() * 1000;
    return !isBeforeRestart && age < oldestForeignMs;
}
/** Whether its number means something to whoever reads the message. */
async function isOfThisMachine(claim) {
    return claim.machine === (await thisMachine());
}
async function writeAside(path, claim) {
    const aside = `${path}-${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.writeFile)(aside, claim_file_textOf(claim));
        return aside;
    }
    catch (error) {
        await (0,promises_.rm)(aside, { force: true });
        throw error;
    }
}
async function writeInPlace(path, claim) {
    try {
        await (0,promises_.writeFile)(path, claim_file_textOf(claim), { flag: 'wx' });
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            return false;
        throw error;
    }
}
function claim_file_textOf({ pid, start, kind, machine, id }) {
    return [pid, start, kind, machine, id].join(' ');
}
async function thisMachine() {
    const boot = await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    const namespace = await (0,promises_.readlink)('/proc/self/ns/pid').catch(() => '');
    return `${(0,external_node_os_.hostname)()}/${boot.trim()}/${namespace}`.replaceAll(' ', '-');
}
/** Undefined where the system does not say. A process that has ended and is not yet reaped has no start. */
async function startOf(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The name of the program, in parentheses, may hold anything.
    const [state = '', ...fields] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
    return /[ZX]/.test(state) ? '' : fields[18];
}
function isRunning(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,errors/* hasErrno */.Nm)(error, 'EPERM');
    }
}

;// CONCATENATED MODULE: ./lib/python/claim.js
/** Who is at work on an environment: one process at a time. Others wait, and the claim of a killed one is taken over. */






/** A file in the state directory of an environment. */
const claimName = '.wheelcrew-claim';
/**
 * Claims an environment for this process; its state directory is made where it is missing. Waits while another process
 * holds it, and takes over from one that is gone. A process of another machine or container cannot be seen: its claim
 * holds until it is an hour old.
 *
 * Throws `VENV_BUSY` when the other one is not done in time, `ENVIRONMENT_UNWRITABLE`, and the reason of the signal.
 */
async function claimEnvironment(environment, waiting = {}) {
    const { kind, stateDirectory: directory } = environment;
    const path = (0,external_node_path_.join)(directory, claimName);
    try {
        const { held, firstMade } = await acquireIn(directory, makeWait(directory, waiting));
        return {
            directory,
            isUnfinished: held.kind === 'new',
            markUnfinished: () => replaceClaim(path, { ...held, kind: 'new' }),
            release: async () => {
                if ((await readClaimFile(path))?.id === held.id)
                    await (0,promises_.rm)(path, { force: true });
                if (firstMade !== undefined)
                    await removeEmpty(directory, firstMade);
            },
        };
    }
    catch (error) {
        throw cannotWrite(directory, error, kind);
    }
}
/** True where a killed process left its claim. */
async function isLeftClaimed(directory) {
    const path = (0,external_node_path_.join)(directory, claimName);
    const found = await readClaimFile(path);
    return found !== undefined && !(await isLive(path, found));
}
/**
 * Waits while another process makes the environment of this directory. True where a killed one left it half made.
 *
 * Throws as `claimEnvironment` does.
 */
async function waitUntilMade(directory, waiting = {}) {
    const path = (0,external_node_path_.join)(directory, claimName);
    const wait = makeWait(directory, waiting);
    for (;;) {
        const found = await readClaimFile(path);
        if (found?.kind !== 'new')
            return false;
        if (!(await isLive(path, found)))
            return true;
        await wait(found);
    }
}
async function acquireIn(directory, wait) {
    let firstMade;
    for (;;) {
        firstMade = (await (0,promises_.mkdir)(directory, { recursive: true })) ?? firstMade;
        try {
            return { held: await acquire((0,external_node_path_.join)(directory, claimName), wait), firstMade };
        }
        catch (error) {
            // Whoever was waited for has removed the directory, or emptied it.
            if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
                throw error;
        }
    }
}
async function acquire(path, wait) {
    const own = await ownClaim();
    for (;;) {
        const found = await readClaimFile(path);
        if (found === undefined) {
            if (await writeNewClaim(path, own))
                return own;
        }
        else if (await isLive(path, found)) {
            await wait(found);
        }
        else {
            const taken = await takeOver(path, { abandoned: found, own, wait });
            if (taken !== undefined)
                return taken;
        }
    }
}
/**
 * Undefined where another process was faster. Only who holds the guard of an abandoned claim may replace it: else one that
 * was found abandoned a moment ago could be someone's by now.
 */
async function takeOver(path, { abandoned, own, wait }) {
    const guard = `${path}-${abandoned.id}`;
    await acquire(guard, wait);
    try {
        if ((await readClaimFile(path))?.id !== abandoned.id)
            return undefined;
        const taken = { ...own, kind: abandoned.kind };
        await replaceClaim(path, taken);
        return taken;
    }
    finally {
        await (0,promises_.rm)(guard, { force: true });
    }
}
const defaultTimeoutMs = 300_000;
const pauses = { firstMs: 50, longestMs: 250, growth: 1.5 };
/** Each call waits a little; the first one past the deadline throws. */
function makeWait(directory, { onWait, timeoutMs = defaultTimeoutMs, signal }) {
    const deadline = performance.now() + timeoutMs;
    let pause = pauses.firstMs;
    let isTold = false;
    return async (holder) => {
        signal?.throwIfAborted();
        const left = deadline - performance.now();
        const owner = !(holder.pid > 0)
            ? 'an unknown process'
            : `process ${holder.pid}${(await isOfThisMachine(holder)) ? '' : ' of another machine or container'}`;
        if (left <= 0)
            throw busy(directory, owner);
        if (!isTold)
            onWait?.(owner);
        isTold = true;
        await (0,external_node_timers_promises_.setTimeout)(Math.min(pause, left), undefined, { signal }).catch(() => signal?.throwIfAborted());
        pause = Math.min(pause * pauses.growth, pauses.longestMs);
    };
}
async function removeEmpty(directory, firstMade) {
    for (let path = directory;; path = (0,external_node_path_.dirname)(path)) {
        try {
            await (0,promises_.rmdir)(path);
        }
        catch (error) {
            if ((0,errors/* errnoOf */.UQ)(error) === undefined)
                throw error;
            return;
        }
        if (path === firstMade)
            return;
    }
}
function busy(directory, owner) {
    return new errors/* UserError */.yo('VENV_BUSY', `${owner} is at work on the environment \`${directory}\` right now`, {
        hint: `wait for it, or use another environment; if no such process is left, remove \`${(0,external_node_path_.join)(directory, claimName)}\``,
    });
}

;// CONCATENATED MODULE: ./lib/python/run.js
/** The environment without `PYTHON*` and `__PYVENV_LAUNCHER__`, which change what an interpreter reports and imports. */
function pythonEnvironmentVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !changesPython.test(name)));
}
const changesPython = /^(?:PYTHON.*|__PYVENV_LAUNCHER__)$/i;

;// CONCATENATED MODULE: ./lib/python/venv.js
/** Virtual environments: opened, or made through `python -m venv --without-pip`. */







/**
 * Looks at the directory of an environment (PEP 405: one that holds `pyvenv.cfg`), given as an absolute path; waits while
 * another process makes it.
 *
 * Throws `VENV_PATH_NOT_EMPTY` for anything else there, `VENV_BROKEN` when the environment's interpreter is gone, and
 * `VENV_BUSY` when the other process is not done in time.
 */
async function openVenv(root, host, waiting = {}) {
    const isUnfinished = await waitUntilMade(root, waiting);
    return isUnfinished && !(await isTakenOver(root)) ? { kind: 'unfinished' } : look(root, host);
}
/**
 * Claims an environment, or the place of a new one, in the state in which `openVenv` saw it. Undefined, and no claim, where
 * it is in another state by now: look again. What a killed process left half made is removed.
 *
 * Throws what `claimEnvironment` and `openVenv` throw.
 */
async function claimVenv(root, seen, options) {
    const claim = await claimEnvironment({ kind: 'venv', stateDirectory: root }, options);
    try {
        const isLeft = claim.isUnfinished && !(await isTakenOver(root));
        const found = isLeft ? { kind: 'empty' } : await look(root, options.host);
        if (found.kind === 'empty')
            await removeAllBut(root, claimName);
        if ((found.kind === 'venv') === (seen.kind === 'venv'))
            return claim;
    }
    catch (error) {
        await claim.release();
        throw error;
    }
    await claim.release();
    return undefined;
}
/** Whether someone else has made an environment where a killed run had left one half made: uv, or whoever installed there. */
async function isTakenOver(root) {
    const config = await (0,promises_.readFile)((0,external_node_path_.join)(root, 'pyvenv.cfg'), 'utf8').catch(() => '');
    if (/^uv\s*=/m.test(config))
        return true;
    const libraries = [(0,external_node_path_.join)(root, 'Lib'), ...(await venv_namesIn((0,external_node_path_.join)(root, 'lib'))).map(name => (0,external_node_path_.join)(root, 'lib', name))];
    for (const library of libraries.map(path => (0,external_node_path_.join)(path, 'site-packages'))) {
        const distInfos = (await venv_namesIn(library)).filter(name => name.endsWith('.dist-info'));
        const installers = distInfos.map(name => (0,promises_.readFile)((0,external_node_path_.join)(library, name, 'INSTALLER'), 'utf8').catch(() => 'wheelcrew'));
        if ((await Promise.all(installers)).some(installer => installer.trim() !== 'wheelcrew'))
            return true;
    }
    return false;
}
const venv_namesIn = (directory) => (0,promises_.readdir)(directory).catch(() => []);
async function look(root, host) {
    const names = await listDirectory(root);
    if (names === undefined)
        return { kind: 'absent' };
    if (names.every(name => name.startsWith(ownPrefix)))
        return { kind: 'empty' };
    if (!names.includes('pyvenv.cfg'))
        refuse(root, 'is not empty and holds no `pyvenv.cfg`');
    const python = pythonOf(root, host.platform.os);
    if (await venv_exists(python))
        return { kind: 'venv', python };
    throw new errors/* UserError */.yo('VENV_BROKEN', `the interpreter \`${python}\` of the virtual environment does not exist`, {
        hint: `the Python it was made from is gone: remove \`${root}\`, and it is made again`,
    });
}
/** Of the probe that store/locate.ts makes, and of claims: a killed run may have left some, beside nothing else. */
const ownPrefix = '.wheelcrew-';
/**
 * Makes a virtual environment without pip in the empty directory that `claimVenv` claimed.
 *
 * Throws `VENV_FAILED` with the end of the tool's output; the claim is released then.
 */
async function createVenv(claim, interpreter, host) {
    const undo = async () => {
        await removeAllBut(claim.directory, claimName);
        await claim.release();
    };
    try {
        await claim.markUnfinished();
        await runVenvModule(claim.directory, interpreter, host);
        return { finish: claim.release, undo };
    }
    catch (error) {
        await undo();
        throw error;
    }
}
async function listDirectory(path) {
    try {
        return await (0,promises_.readdir)(path);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOTDIR'))
            return refuse(path, 'is not a directory');
        if ((0,errors/* hasErrno */.Nm)(error, 'EACCES', 'EPERM'))
            return refuse(path, 'cannot be read');
        throw error;
    }
}
function refuse(root, reason) {
    throw new errors/* UserError */.yo('VENV_PATH_NOT_EMPTY', `\`${root}\` ${reason}; no virtual environment is made there`, {
        hint: 'remove it, or name another path with `--venv`',
    });
}
async function venv_exists(path) {
    try {
        await (0,promises_.stat)(path);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'ELOOP'))
            return false;
        throw error;
    }
}
/** `-S`: without `site` the module starts in two thirds of the time, and needs nothing of it. */
async function runVenvModule(root, { baseExecutable }, host) {
    const args = ['-I', '-S', '-m', 'venv', '--without-pip', root];
    const options = { cwd: host.workingDirectory, env: pythonEnvironmentVariables(host.env) };
    const result = await runProcess(baseExecutable, args, options).catch(error => {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return { exitCode: 127, stdout: '', stderr: (0,errors/* messageOf */.bD)(error) };
    });
    if (result.exitCode !== 0)
        throw venvFailed(root, [baseExecutable, ...args], result);
}
function venvFailed(root, command, result) {
    const lines = `${result.stdout}\n${result.stderr}`.split('\n').filter(line => line.trim() !== '');
    const tail = lines.slice(-10).join('\n');
    const lacksModule = /No module named '?(?:venv|ensurepip)|python3[.\d]*-venv/.test(tail);
    return new errors/* UserError */.yo('VENV_FAILED', `making the virtual environment \`${root}\` failed: \`${command.join(' ')}\` ended with exit code ${result.exitCode}\n${tail}`, { hint: lacksModule ? 'on Debian and Ubuntu, install the package `python3-venv`' : undefined });
}
async function removeAllBut(root, kept) {
    const names = (await (0,promises_.readdir)(root)).filter(name => name !== kept);
    for (const name of names)
        await (0,promises_.rm)((0,external_node_path_.join)(root, name), { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./lib/report/timeline.js
/** The run as data: what happened when, and how much of it. Every output is a rendering of it. */

const stages = [
    'lock',
    'probe',
    'build',
    'plan',
    'venv',
    'restore',
    'fetch',
    'unpack',
    'link',
    'compile',
    'save',
];
/** A clock that counts from `epochMs`, milliseconds since 1970, with the monotonic timer of the process. */
function clockSince(epochMs) {
    const offsetMs = performance.timeOrigin - epochMs;
    return { startedAt: new Date(epochMs), now: () => performance.now() + offsetMs };
}
/** An empty timeline on this clock; it never reads the time from anywhere else. */
function createTimeline(clock) {
    const spans = [];
    const decisions = [];
    const warnings = [];
    const listeners = new Set();
    const tell = (event) => {
        for (const listener of listeners)
            listener(event);
    };
    return {
        startedAt: clock.startedAt,
        spans,
        decisions,
        warnings,
        now: clock.now,
        begin(stage, { wheel } = {}) {
            const startMs = clock.now();
            let ended = false;
            tell({ kind: 'begin', stage, wheel });
            return (amount = {}) => {
                if (ended)
                    return;
                ended = true;
                const span = makeSpan({ stage, wheel, startMs, endMs: clock.now() }, amount);
                spans.push(span);
                tell({ kind: 'end', span });
            };
        },
        expect: (stage, expectation) => tell({ kind: 'expect', stage, ...expectation }),
        advance: (stage, bytes) => tell({ kind: 'advance', stage, bytes }),
        decide(subject, choice, reason) {
            const decision = { subject, choice: (0,redact/* redact */.E$)(choice), reason: (0,redact/* redact */.E$)(reason) };
            decisions.push(decision);
            tell({ kind: 'decide', decision });
        },
        warn(text, { wheel } = {}) {
            const message = (0,redact/* redact */.E$)(text);
            warnings.push({ message, wheel });
            tell({ kind: 'warn', message, wheel });
        },
        subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
}
/** Leaves out what is not known: an absent figure is never shown as zero. */
function makeSpan({ stage, wheel, startMs, endMs }, { bytes, files, busyMs }) {
    return {
        stage,
        startMs,
        endMs,
        ...(wheel === undefined ? {} : { wheel }),
        ...(bytes === undefined ? {} : { bytes }),
        ...(files === undefined ? {} : { files }),
        ...(busyMs === undefined ? {} : { busyMs }),
    };
}

;// CONCATENATED MODULE: ./lib/concurrency.js
/** Running many asynchronous jobs, a bounded number at a time. */
/**
 * Calls `work` for every item, at most `limit` (≥ 1) at a time, in order, and returns the results in the order of the items.
 * The first failure aborts the signal that every call was given, starts no further one, and is thrown when the running
 * ones have settled.
 */
async function mapBounded(items, limit, work) {
    const controller = new AbortController();
    const results = [];
    const queue = items.entries();
    const lane = async () => {
        for (const [index, item] of queue) {
            if (controller.signal.aborted)
                return;
            results[index] = await work(item, controller.signal);
        }
    };
    const stopOthers = (error) => {
        controller.abort(error);
        throw error;
    };
    const lanes = Array.from({ length: Math.min(limit, items.length) }, () => lane().catch(stopOthers));
    await Promise.allSettled(lanes);
    if (controller.signal.aborted)
        throw controller.signal.reason;
    return results;
}
/** Lets `count` pieces of work go on at a time. */
function createSlots(count) {
    const waiting = [];
    let free = count;
    const take = (signal) => new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (free > 0) {
            free--;
            resolve();
            return;
        }
        const leave = () => {
            waiting.splice(waiting.indexOf(enter), 1);
            reject(signal?.reason);
        };
        const enter = () => {
            signal?.removeEventListener('abort', leave);
            resolve();
        };
        waiting.push(enter);
        signal?.addEventListener('abort', leave, { once: true });
    });
    const release = () => {
        const enter = waiting.shift();
        if (enter === undefined)
            free++;
        else
            enter();
    };
    return {
        use: async (work, signal) => {
            await take(signal);
            try {
                return await work();
            }
            finally {
                release();
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/fetch/credentials.js + 1 modules
var fetch_credentials = __webpack_require__(4954);
;// CONCATENATED MODULE: ./lib/version.js
/** The version of package.json: `dist/` is copied without it. */
const version = '0.1.0';

// EXTERNAL MODULE: ./lib/fetch/failure.js
var fetch_failure = __webpack_require__(5082);
;// CONCATENATED MODULE: ./lib/fetch/exchange.js
/** One attempt at one request: the redirects, the answer, the body, and a watch over its silence. */



/** Sends the request once. What the network or the server does wrong is a Failure; what `read` throws is thrown. */
async function attempt(request, read) {
    const watch = watchForSilence(request);
    try {
        const answer = await followRedirects(request, watch);
        if ('failure' in answer)
            return answer;
        return await readAnswer(answer, { request, watch, read });
    }
    finally {
        watch.end();
    }
}
const longestRedirectChain = 10;
async function followRedirects(request, watch) {
    let hop = { url: request.url, userinfo: (0,fetch_credentials/* userinfoOf */.tD)(request.url) };
    for (let redirects = 0; redirects <= longestRedirectChain; redirects++) {
        const sent = await sendWithCredentials(hop, request, watch);
        if ('failure' in sent)
            return sent;
        const location = locationOf(sent.answer);
        if (location === undefined)
            return { url: (0,fetch_credentials/* withoutUserinfo */.Q3)(hop.url), ...sent };
        sent.answer.discard();
        const next = nextHop(hop, location);
        if ('failure' in next)
            return next;
        hop = next;
    }
    return { failure: (0,fetch_failure/* redirectFailure */.l2)(`more than ${longestRedirectChain} times`) };
}
async function sendWithCredentials({ url, userinfo }, request, watch) {
    const first = await request.credentials.first(url, userinfo);
    const sent = await send(url, { request, watch, credentials: first });
    if ('failure' in sent || sent.answer.status !== 401)
        return sent;
    const second = await request.credentials.second(url, first);
    if (second === undefined)
        return sent;
    sent.answer.discard();
    return send(url, { request, watch, credentials: second });
}
async function send(url, { request, watch, credentials }) {
    const authorization = credentials === undefined ? {} : { authorization: (0,fetch_credentials/* basicAuthorization */.aR)(credentials) };
    const headers = { 'user-agent': `wheelcrew/${version}`, ...request.headers, ...authorization };
    const { connectTimeoutMs, stallTimeoutMs } = request;
    let connected = false;
    const onConnected = () => {
        connected = true;
        watch.listen(stallTimeoutMs);
    };
    try {
        request.signal?.throwIfAborted();
        watch.listen(connectTimeoutMs);
        const sent = await request.transport((0,fetch_credentials/* withoutUserinfo */.Q3)(url), { headers, signal: watch.signal, onConnected });
        if ('answer' in sent)
            return { answer: sent.answer, sentCredentials: credentials !== undefined };
        request.signal?.throwIfAborted();
        if (watch.hasFired()) {
            return {
                failure: connected
                    ? (0,fetch_failure/* stallFailure */.n$)(stallTimeoutMs, url.host, undefined)
                    : (0,fetch_failure/* connectTimeoutFailure */.iJ)(connectTimeoutMs, url.host),
            };
        }
        const failure = (0,fetch_failure/* connectionFailure */.Dx)(sent.error, url.host);
        if (failure === undefined)
            throw sent.error;
        return { failure };
    }
    finally {
        watch.rest();
    }
}
function locationOf({ status, headers }) {
    return [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
}
function nextHop(from, location) {
    if (!URL.canParse(location, from.url.href))
        return { failure: (0,fetch_failure/* redirectFailure */.l2)('to what is no address') };
    const url = new URL(location, from.url);
    const isSecure = url.protocol === 'https:';
    if (!isSecure && url.protocol !== 'http:')
        return { failure: (0,fetch_failure/* redirectFailure */.l2)(`to \`${url.protocol}\``) };
    if (!isSecure && from.url.protocol === 'https:') {
        return { failure: (0,fetch_failure/* redirectFailure */.l2)(`from https to \`${url.href}\`, which is not encrypted`) };
    }
    return { url, userinfo: (0,fetch_credentials/* userinfoOf */.tD)(url) ?? (url.origin === from.url.origin ? from.userinfo : undefined) };
}
async function readAnswer({ url, answer, sentCredentials }, { request, watch, read }) {
    const { status, headers } = answer;
    if ((status < 200 || status > 299) && !request.accept.includes(status)) {
        answer.discard();
        return { failure: (0,fetch_failure/* statusFailure */.FP)(answer, sentCredentials) };
    }
    const progress = { bytes: 0, error: undefined };
    const body = watchedBody(answer, { watch, progress, timeoutMs: request.stallTimeoutMs });
    try {
        return { value: await read({ url: url.href, status, headers, body }) };
    }
    catch (error) {
        request.signal?.throwIfAborted();
        if (progress.error === undefined)
            throw error;
        if (watch.hasFired())
            return { failure: (0,fetch_failure/* stallFailure */.n$)(request.stallTimeoutMs, url.host, progress.bytes) };
        return { failure: (0,fetch_failure/* bodyFailure */.d)(progress.error, progress.bytes) };
    }
}
async function* watchedBody({ body }, { watch, progress, timeoutMs }) {
    try {
        watch.listen(timeoutMs);
        for await (const piece of body) {
            watch.rest();
            progress.bytes += piece.byteLength;
            yield piece;
            watch.listen(timeoutMs);
        }
    }
    catch (error) {
        progress.error = error;
        throw error;
    }
    finally {
        watch.rest();
    }
}
function watchForSilence({ signal }) {
    const silence = new AbortController();
    let timer;
    let fired = false;
    return {
        signal: signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]),
        listen: timeoutMs => {
            clearTimeout(timer);
            timer = setTimeout(() => {
                fired = true;
                silence.abort();
            }, timeoutMs);
        },
        rest: () => clearTimeout(timer),
        hasFired: () => fired,
        end: () => {
            clearTimeout(timer);
            silence.abort();
        },
    };
}

;// CONCATENATED MODULE: ./lib/fetch/keyring.js
/** Passwords from the `keyring` command, as the provider "subprocess" of pip and uv asks for them. */


/** The keyring, when UV_KEYRING_PROVIDER or PIP_KEYRING_PROVIDER is `subprocess`. */
function createKeyring(host, { onSecret, timeoutMs = 30_000 }) {
    if (!isWanted(host.env))
        return undefined;
    const answers = new Map();
    let isMissing = false;
    const run = async (args) => {
        if (isMissing)
            return [];
        try {
            const { exitCode, stdout } = await runProcess('keyring', args, { env: host.env, timeoutMs });
            return exitCode === 0 ? stdout.split(/\r?\n/) : [];
        }
        catch (error) {
            if (!isMissing) {
                host.log.warn(`the command \`keyring\` cannot be started (${(0,errors/* errnoOf */.UQ)(error)}): its passwords are not used`);
            }
            isMissing = true;
            return [];
        }
    };
    const lookUp = async (services, username) => {
        for (const service of services) {
            const found = username === undefined
                ? await run(['get', '--mode', 'creds', service])
                : [username, ...(await run(['get', service, username]))];
            const [name = '', password = ''] = found;
            if (password === '')
                continue;
            onSecret(password);
            return { username: name, password };
        }
        return undefined;
    };
    return {
        ask: (services, username) => {
            const key = JSON.stringify([services, username]);
            const answer = answers.get(key) ?? lookUp(services, username);
            answers.set(key, answer);
            return answer;
        },
    };
}
function isWanted(env) {
    return [env.UV_KEYRING_PROVIDER, env.PIP_KEYRING_PROVIDER].includes('subprocess');
}

;// CONCATENATED MODULE: ./lib/fetch/lazy-transport.js
/** The transport of transport.ts, which is loaded at the first request. */
function lazyTransport(options) {
    let loading;
    return async (url, sending) => {
        loading ??= __webpack_require__.e(/* import() */ 649).then(__webpack_require__.bind(__webpack_require__, 4649)).then(({ createTransport }) => createTransport(options));
        return (await loading)(url, sending);
    };
}

;// CONCATENATED MODULE: ./lib/fetch/client.js
/** Reading over http(s): credentials, retries, redirects and stalled connections in one place. */









/**
 * Makes the client of one run. 408, 425, 429, 5xx and network trouble are tried again, after an exponentially growing wait
 * or the one that the server asks for (at most a minute). At most 10 redirects, never from https to http; credentials
 * do not follow a redirect to another origin (RFC 9110 §15.4). Proxies and certificates are those of the host's environment.
 */
function createClient(options) {
    const { host, index, connections = 16, sleep = sleepFor, onSecret = () => { } } = options;
    const { connectTimeoutMs = 10_000, stallTimeoutMs = 30_000 } = options;
    const credentials = (0,fetch_credentials/* createCredentialSource */.nZ)(host, index, createKeyring(host, { onSecret }));
    const slots = createSlots(connections);
    const transport = lazyTransport({ env: host.env, connectTimeoutMs });
    const get = async (address, read, { headers = {}, accept = [], retries = options.retries ?? 3, signal } = {}) => {
        const url = provenUrl(address, index);
        const request = { url, accept, signal, connectTimeoutMs, stallTimeoutMs, credentials, transport };
        for (let attempts = 1;; attempts++) {
            signal?.throwIfAborted();
            const outcome = await attempt({ ...request, headers: typeof headers === 'function' ? headers() : headers }, read);
            if ('value' in outcome)
                return outcome.value;
            const { failure } = outcome;
            if (!failure.retry || attempts > retries)
                throw (0,fetch_failure/* failureError */.Xv)(failure, { url: url.href, attempts });
            const wait = waitBefore(attempts, failure);
            host.log.debug(`\`${(0,redact/* redact */.E$)(url.href)}\` ${failure.what}: trying again in ${(wait / 1000).toFixed(1)} s`);
            await sleep(wait, signal);
        }
    };
    return {
        get: (url, read, request) => slots.use(() => get(url, read, request), request?.signal),
        withConnection: (work, signal) => slots.use(() => work(get), signal),
    };
}
function provenUrl(address, { offline }) {
    const { url } = (0,fetch_credentials/* parseIndexAddress */.OO)(address);
    if (!URL.canParse(url) || !/^https?:/i.test(url)) {
        throw (0,errors/* usageError */.Wp)('URL_INVALID', `\`${(0,redact/* redact */.E$)(url)}\` is no address to fetch from, expected \`https://…\` or \`http://…\``);
    }
    if (offline) {
        throw new errors/* UserError */.yo('OFFLINE', `\`${(0,redact/* redact */.E$)(url)}\` is needed and \`offline\` is set`, {
            hint: 'run once without `offline`, which fills the store, or name local wheels with `find-links`',
        });
    }
    return new URL(url);
}
const firstWaitMs = 500;
const longestBackoffMs = 10_000;
const longestWaitMs = 60_000;
/** Half of the backoff is random, so that parallel downloads do not come back together. */
function waitBefore(attempts, { retryAfterMs }) {
    const backoff = Math.min(longestBackoffMs, firstWaitMs * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
    return Math.min(longestWaitMs, Math.max(backoff, retryAfterMs ?? 0));
}
async function sleepFor(ms, signal) {
    await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/workers/pool.js
/** A fixed number of worker threads over one queue: one task in flight per thread, errors mapped in one place. */


/** Starts `size` threads that run the module at `workerPath` at once, so that they are warm when work comes. */
function startPool(workerPath, size) {
    const queue = [];
    const threads = [];
    let closed;
    const feed = (thread) => {
        if (thread.current !== undefined)
            return;
        thread.current = queue.shift();
        if (thread.current === undefined) {
            thread.worker.unref();
            return;
        }
        thread.worker.ref();
        thread.worker.postMessage(thread.current.task, thread.current.transfer);
    };
    const fail = (error) => {
        closed ??= error;
        for (const thread of threads)
            thread.current?.reject(error);
        for (const pending of queue.splice(0))
            pending.reject(error);
    };
    for (let index = 0; index < size; index++) {
        threads.push(startThread(workerPath, { feed, fail }));
    }
    return {
        run: (task, transfer = []) => new Promise((resolve, reject) => {
            if (closed !== undefined)
                return reject(closed);
            queue.push({ task, transfer, resolve: resolve, reject });
            const idle = threads.find(thread => thread.current === undefined);
            if (idle !== undefined)
                feed(idle);
        }),
        close: async () => {
            fail(new Error('the worker pool is closed'));
            await Promise.all(threads.map(thread => thread.worker.terminate()));
        },
    };
}
function startThread(workerPath, { feed, fail }) {
    const thread = { worker: new external_node_worker_threads_.Worker(workerPath), current: undefined };
    thread.worker.unref();
    thread.worker.on('message', (reply) => {
        const pending = thread.current;
        thread.current = undefined;
        if ('error' in reply)
            pending?.reject((0,errors/* fromWire */.kn)(reply.error));
        else
            pending?.resolve(reply.answer);
        feed(thread);
    });
    thread.worker.on('error', error => fail(error instanceof Error ? error : new Error(String(error))));
    thread.worker.on('exit', code => fail(new Error(`a worker thread ended with code ${code}`)));
    return thread;
}

;// CONCATENATED MODULE: ./lib/pipeline/run.js
/** What one run holds open: worker threads, the HTTP client, the store. */






function openRun(settings, host, { watch, located, realms }) {
    let pool;
    const scratch = (0,external_node_path_.join)(located.store.temporary, (0,external_node_crypto_.randomUUID)());
    const digests = new Map();
    const poolOnce = () => {
        pool ??= startPool(host.workerPath, host.parallelism);
        return pool;
    };
    return {
        settings,
        host,
        watch,
        located,
        client: createClient({ host, index: realms, onSecret: secret => host.onSecret?.(secret) }),
        pool: poolOnce,
        digest: path => {
            const digest = digests.get(path) ?? poolOnce().run({ kind: 'digest', path });
            digests.set(path, digest);
            return digest;
        },
        scratchDirectory: async (name) => {
            const path = (0,external_node_path_.join)(scratch, name);
            await (0,promises_.mkdir)(path, { recursive: true });
            return path;
        },
        close: async () => {
            await pool?.close();
            await discard(scratch);
        },
    };
}
/** How this run waits for another one. */
function waitingOf({ host, watch }) {
    return {
        onWait: owner => host.log.info(`waiting for ${owner}, which is at work on the environment`),
        signal: watch.signal,
    };
}
/** Runs a piece of work as a span of the timeline; a failed one is recorded too. */
async function timed(watch, stage, work) {
    const end = watch.begin(stage);
    try {
        return await work();
    }
    finally {
        end();
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/build-environment.js




/** Build requirements are resolved as uv and pip do: apart from what the run itself installs. */
function openBuildEnvironments(run, interpreter, install) {
    const { host, watch } = run;
    return async (directory, requirements) => {
        if (requirements.length === 0)
            return makeEmpty(directory, interpreter, run);
        const own = createTimeline(clockSince(Date.now()));
        await install(buildSettings(run, { directory, packages: requirements, interpreter }), host, {
            ...own,
            signal: watch.signal,
        });
        return pythonOf(directory, host.platform.os);
    };
}
async function makeEmpty(directory, interpreter, run) {
    const { host } = run;
    const claim = await claimVenv(directory, await openVenv(directory, host), { host, ...waitingOf(run) });
    if (claim !== undefined)
        await (await createVenv(claim, interpreter, host)).finish();
    return pythonOf(directory, host.platform.os);
}
function buildSettings({ settings, located }, { directory, packages, interpreter }) {
    return {
        ...settings,
        ...{ requirements: [], packages, constraints: [], editables: [] },
        ...{ extras: [], allExtras: false, groups: [], noGroups: [], noDev: false, noInstallProject: false, noDeps: false },
        ...{ upgrade: false, exact: false, reinstall: false, compileBytecode: true, onConflict: 'warn' },
        mode: 'install',
        environment: { kind: 'venv', path: directory },
        python: interpreter.baseExecutable,
        index: { ...settings.index, requireHashes: false },
        cache: { ...settings.cache, backend: 'none', restore: false, save: false },
        store: located.directory,
    };
}

;// CONCATENATED MODULE: ./lib/cache/backend.js
/** The contract of a remote cache: opaque files under immutable keys. One test suite serves every backend. */

/** Cache trouble costs a warning and a miss, never the job. */
class CacheTrouble extends Error {
    name = 'CacheTrouble';
}
/** Runs one call of a backend: an error of the file system is CacheTrouble, anything else unexpected is a bug and passes. */
async function asTrouble(backend, work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        throw new CacheTrouble(`cache \`${backend}\`: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/cache/file-entry.js
/** An entry that lies as a file of this machine. */


/** Opens the file, which may be removed meanwhile: it is read through one handle. Errors of opening it pass. */
async function openFileEntry({ backend, key, path, release }) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { size } = await file.stat();
        return {
            key,
            size,
            descriptor: file.fd,
            read: (start, end) => asTrouble(backend, async () => {
                assertInside({ key, size }, start, end);
                return readExactly(file, start, end);
            }),
            close: () => asTrouble(backend, async () => {
                await file.close();
                await release?.();
            }),
        };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** Throws CacheTrouble unless the entry has all bytes from `start` up to `end`. */
function assertInside({ key, size }, start, end) {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > size) {
        throw new CacheTrouble(`the cache entry \`${key}\` has ${size} bytes, not those from ${start} to ${end}`);
    }
}
/** The bytes from `start` up to `end`. Throws CacheTrouble where the file ends before. */
async function readExactly(file, start, end) {
    const bytes = Buffer.allocUnsafeSlow(end - start);
    for (let filled = 0; filled < bytes.length;) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0)
            throw new CacheTrouble(`a file ended at ${start + filled} bytes, expected ${end}`);
        filled += bytesRead;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./lib/cache/sweep.js
/** Keeps a cache directory from growing for ever: what nobody uses is removed, as GitHub's service does. */



const day = 24 * 60 * 60 * 1000;
/** Neither saved nor read for so long. */
const idleLimit = 30 * day;
/** Work of a writer that was killed. */
const unfinishedLimit = day;
/** Its modification time tells when the directory was swept. */
const marker = '.swept';
/** Removes idle entries and abandoned `*.tmp` files, at most once a day. Errors of the file system pass. */
async function sweep(directory, entrySuffix) {
    const now = Date.now();
    if (now - (await lastUse((0,external_node_path_.join)(directory, marker), 0)) < day)
        return;
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, marker), '');
    await (0,promises_.utimes)((0,external_node_path_.join)(directory, marker), new Date(now), new Date(now));
    for (const name of await (0,promises_.readdir)(directory)) {
        const limit = name.endsWith(entrySuffix) ? idleLimit : name.endsWith('.tmp') ? unfinishedLimit : Infinity;
        if (now - (await lastUse((0,external_node_path_.join)(directory, name), now)) > limit)
            await (0,promises_.rm)((0,external_node_path_.join)(directory, name), { force: true });
    }
}
/** Milliseconds since the epoch. */
async function lastUse(path, absent) {
    try {
        const { atimeMs, mtimeMs } = await (0,promises_.stat)(path);
        return Math.max(atimeMs, mtimeMs);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return absent;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/cache/directory.js
/** A directory as a cache backend, local or shared (NFS): one file per entry, any number of writers. */









const entrySuffix = '.entry';
const longestName = 255;
const hour = 60 * 60 * 1000;
/** Makes the backend of `file:///directory`; `directory` is absolute and is made by the first save. */
function directoryBackend(directory) {
    const name = (0,external_node_url_.pathToFileURL)(directory).href;
    return {
        name,
        scoped: false,
        open: (key, prefixes) => asTrouble(name, () => openMatch(directory, key, prefixes)),
        has: key => asTrouble(name, () => use((0,external_node_path_.join)(directory, entryName(key)))),
        save: async (key, make) => {
            const place = await asTrouble(name, () => reserve(directory, key));
            if (place === 'present')
                return place;
            try {
                const source = await make();
                return await asTrouble(name, () => saveEntry(source, place));
            }
            finally {
                await (0,promises_.rm)(place.unfinished, { force: true }).catch(() => undefined);
            }
        },
    };
}
/** The file of an entry: every byte that is not plain becomes `%XX`, so a key cannot leave the directory. */
function entryName(key) {
    const name = `${encodeKey(key)}${entrySuffix}`;
    if (name.length > longestName)
        throw new CacheTrouble(`cache key of ${key.length} characters is too long for a file`);
    return name;
}
/** Byte by byte, so that the encoded prefix of a key is a prefix of the encoded key. */
function encodeKey(key) {
    let encoded = '';
    for (const byte of Buffer.from(key, 'utf8')) {
        const character = String.fromCharCode(byte);
        encoded += /[A-Za-z0-9._-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return encoded;
}
/** Never throws: a shared directory may hold files of any name. */
function decodeName(name) {
    const bytes = name
        .slice(0, -entrySuffix.length)
        .replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}
async function openMatch(directory, key, prefixes) {
    const exact = await openIfPresent(directory, entryName(key));
    if (exact !== undefined || prefixes.length === 0)
        return exact;
    const names = (await listIfPresent(directory)).filter(name => name.endsWith(entrySuffix));
    for (const prefix of prefixes) {
        const encoded = encodeKey(prefix);
        const matching = names.filter(name => name.slice(0, -entrySuffix.length).startsWith(encoded));
        for (const name of await newestFirst(directory, matching)) {
            const entry = await openIfPresent(directory, name);
            if (entry !== undefined)
                return entry;
        }
    }
    return undefined;
}
/** Undefined also when another process removes the entry meanwhile. */
async function openIfPresent(directory, name) {
    const path = (0,external_node_path_.join)(directory, name);
    if (!(await use(path)))
        return undefined;
    const entry = { backend: (0,external_node_url_.pathToFileURL)(directory).href, key: decodeName(name), path };
    return directory_unlessAbsent(openFileEntry(entry), undefined);
}
/**
 * Whether the entry is there, as a file: opening a pipe would wait for ever. Notes that it is in use as its access time, which no mount option keeps from being set. The
 * modification time stays: it tells the newest.
 */
async function use(path) {
    const found = await directory_unlessAbsent((0,promises_.stat)(path), undefined);
    if (found === undefined || !found.isFile())
        return false;
    const now = Date.now();
    if (now - Math.max(found.atimeMs, found.mtimeMs) > hour) {
        // Whoever may only read still reads.
        await (0,promises_.utimes)(path, new Date(now), found.mtime).catch(ignoreErrno);
    }
    return true;
}
function ignoreErrno(error) {
    if ((0,errors/* errnoOf */.UQ)(error) === undefined)
        throw error;
}
async function directory_unlessAbsent(work, absent) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return absent;
        throw error;
    }
}
async function listIfPresent(directory) {
    return directory_unlessAbsent((0,promises_.readdir)(directory), []);
}
async function newestFirst(directory, names) {
    const dated = await Promise.all(names.map(async (name) => ({ name, time: await modified((0,external_node_path_.join)(directory, name)) })));
    return dated.sort((a, b) => b.time - a.time).map(entry => entry.name);
}
/** Milliseconds since the epoch; 0 when the entry is gone. */
async function modified(path) {
    return (await directory_unlessAbsent((0,promises_.stat)(path), { mtimeMs: 0 })).mtimeMs;
}
/** A file to write to, which shows that the directory can be written before anything is packed. */
async function reserve(directory, key) {
    const entry = (0,external_node_path_.join)(directory, entryName(key));
    if (await use(entry))
        return 'present';
    await (0,promises_.mkdir)(directory, { recursive: true });
    const unfinished = (0,external_node_path_.join)(directory, `${(0,external_node_crypto_.randomUUID)()}.tmp`);
    await (await (0,promises_.open)(unfinished, 'wx')).close();
    return { directory, entry, unfinished };
}
async function saveEntry(source, { directory, entry, unfinished }) {
    await (0,promises_.copyFile)(source, unfinished, external_node_fs_.constants.COPYFILE_FICLONE);
    await flush(unfinished);
    const outcome = await appear(unfinished, entry);
    await sweep(directory, entrySuffix).catch(ignoreErrno);
    return outcome;
}
/** Waits until the bytes are on disk: an entry cut short by a power failure would never be replaced. */
async function flush(path) {
    const handle = await (0,promises_.open)(path, 'r+');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/** Gives a finished file its name without replacing another writer's; file systems without hard links rename. */
async function appear(unfinished, entry) {
    try {
        await (0,promises_.link)(unfinished, entry);
        return 'saved';
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            return 'present';
        if (!(0,errors/* hasErrno */.Nm)(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'))
            throw error;
    }
    if (await directory_unlessAbsent((0,promises_.access)(entry).then(() => true), false))
        return 'present';
    await (0,promises_.rename)(unfinished, entry);
    return 'saved';
}

;// CONCATENATED MODULE: ./lib/cache/github-rules.js

/** Undefined where the service is not offered: only steps that `uses:` an action are given its token. */
function githubOffer(env) {
    const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: address } = env;
    if (!token)
        return undefined;
    if (!env.ACTIONS_CACHE_SERVICE_V2) {
        return env.ACTIONS_CACHE_URL ? { by: 'toolkit', reason: 'version 2 of the service is not offered' } : undefined;
    }
    if (isEnterpriseServer(env.GITHUB_SERVER_URL)) {
        const reason = `\`${env.GITHUB_SERVER_URL}\` is GitHub Enterprise Server`;
        return env.ACTIONS_CACHE_URL ? { by: 'toolkit', reason } : undefined;
    }
    if (!address || !URL.canParse(address))
        return undefined;
    return { by: 'calls', address, token };
}
/** As `@actions/cache` tells it: any host but GitHub's own has version 1 only. */
function isEnterpriseServer(server) {
    if (!server || !URL.canParse(server))
        return false;
    const host = new URL(server).hostname.toLowerCase();
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
/**
 * What a cache mode of the runner (`ACTIONS_CACHE_MODE`: `none`, `read`, `write`, `write-only`) permits; an unset or unknown
 * mode permits all.
 */
function grantedAccess(mode) {
    const granted = (mode ?? '').trim().toLowerCase();
    return {
        read: granted !== 'none' && granted !== 'write-only',
        write: granted !== 'none' && granted !== 'read',
    };
}
/** Throws CacheTrouble where the runner's mode permits no saving. */
function assertMayWrite(mode) {
    if (!grantedAccess(mode).write)
        throw new CacheTrouble(`the runner's cache mode \`${mode}\` permits no saving`);
}
const longestKey = 512;
const mostKeys = 10;
/** The keys that one look-up may ask for: the key, then as many prefixes as the service takes. Throws CacheTrouble. */
function askedKeys(key, prefixes) {
    const keys = [key, ...prefixes.slice(0, mostKeys - 1)];
    for (const asked of keys)
        assertKey(asked);
    return keys;
}
/** Throws CacheTrouble for a key that the service would refuse. */
function assertKey(key) {
    if (key === '' || key.length > longestKey || key.includes(',')) {
        const what = key.length > longestKey ? `a cache key of ${key.length} characters` : `the cache key \`${key}\``;
        throw new CacheTrouble(`the GitHub cache service takes 1 to ${longestKey} characters without commas, not ${what}`);
    }
}
/** The service takes the primary key for a prefix too: such a match is nobody's wish. */
function github_rules_isWanted(matched, [key, ...prefixes]) {
    return matched === key || prefixes.some(prefix => matched.startsWith(prefix));
}

;// CONCATENATED MODULE: ./lib/cache/github.js
/** GitHub's cache service through `@actions/cache`: the only file that imports it, and only when it is used. */








const github_name = 'github';
/** The service hashes this string into an entry's version: one spelling for every job, key and operating system. */
const entryPath = '.wheelcrew-cache/entry';
/**
 * Makes the backend. An entry travels as one file in a folder of the workspace, so the calls of a process run one after
 * another, and is restored whole before it can be read. The toolkit itself warns of a failing service and reports it as a miss.
 */
function githubBackend(options) {
    const inTurn = (work) => turns.use(() => asTrouble(github_name, work));
    return {
        name: github_name,
        scoped: true,
        open: (key, prefixes) => inTurn(() => openEntry(options, key, prefixes)),
        has: key => inTurn(() => hasEntry(options, key)),
        save: async (key, make) => {
            assertMayWrite(options.mode);
            // Looks first, since the toolkit packs the whole file before it asks whether the key is taken.
            if (await inTurn(() => hasEntry(options, key)))
                return 'present';
            const source = await make();
            return inTurn(() => github_saveEntry(options, key, source));
        },
    };
}
/** One piece of work at a time, in the order of the calls. */
const turns = createSlots(1);
async function openEntry(options, key, prefixes) {
    if (!grantedAccess(options.mode).read)
        return undefined;
    const keys = askedKeys(key, prefixes);
    const path = (0,external_node_path_.join)(options.temporary, `${(0,external_node_crypto_.randomUUID)()}.entry`);
    const matched = await inFolder(options, async (entry) => {
        const found = await call(options, toolkit => toolkit.restoreCache([entryPath], key, keys.slice(1)));
        if (found === undefined || !github_rules_isWanted(found, keys))
            return undefined;
        await (0,promises_.mkdir)(options.temporary, { recursive: true });
        await moveOut(entry, path);
        return found;
    });
    if (matched === undefined)
        return undefined;
    return openFileEntry({ backend: github_name, key: matched, path, release: () => (0,promises_.rm)(path, { force: true }) });
}
async function hasEntry(options, key) {
    assertKey(key);
    if (!grantedAccess(options.mode).read)
        return false;
    const lookup = { lookupOnly: true };
    return (await call(options, toolkit => toolkit.restoreCache([entryPath], key, [], lookup))) === key;
}
async function github_saveEntry(options, key, source) {
    const id = await inFolder(options, async (entry) => {
        await moveIn(source, entry);
        return call(options, toolkit => toolkit.saveCache([entryPath], key));
    });
    if (id !== -1)
        return 'saved';
    if (await hasEntry(options, key))
        return 'present';
    throw new CacheTrouble(`the GitHub cache service did not take \`${key}\``);
}
/** Gives `work` the path of the entry file in a fresh folder of the workspace, removed afterwards. */
async function inFolder(options, work) {
    const entry = (0,external_node_path_.join)(options.workspace, entryPath);
    const folder = (0,external_node_path_.join)(entry, '..');
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder);
    try {
        return await work(entry);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function call(options, work) {
    const toolkit = await __webpack_require__.e(/* import() */ 305).then(__webpack_require__.bind(__webpack_require__, 4305));
    try {
        return await (options.surround ?? directly)(() => work(toolkit));
    }
    catch (error) {
        throw new CacheTrouble(`the GitHub cache service: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
function directly(work) {
    return work();
}
async function moveIn(source, entry) {
    try {
        await (0,promises_.link)(source, entry);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES'))
            throw error;
        await (0,promises_.copyFile)(source, entry);
    }
}
async function moveOut(entry, destination) {
    try {
        await (0,promises_.rename)(entry, destination);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw new CacheTrouble('the restored cache entry is empty', { cause: error });
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV'))
            throw error;
        await (0,promises_.copyFile)(entry, destination);
    }
}

;// CONCATENATED MODULE: ./lib/cache/remember.js
/** The same answer, made once for each text. */
function remember(make) {
    const known = new Map();
    return text => {
        const value = known.get(text) ?? make(text);
        known.set(text, value);
        return value;
    };
}

;// CONCATENATED MODULE: ./lib/cache/requests.js
/** Requests to a cache service: its silence, another attempt, and how long a service in trouble is borne with. */







/** An answer that ended before it was whole. */
class Interrupted extends Error {
    name = 'Interrupted';
}
const usualTiming = { stall: 10_000, firstWait: 500, longestWait: 10_000, patience: 20_000 };
/** Requests at a time, those of all entries together. */
const mostConnections = 8;
const requests_mostAttempts = 4;
/** Bytes in a millisecond: slower than this, the cache is no help. */
const slowestRate = 32;
/** Makes the sender of one backend; `service` names it in messages. */
function createRequester(service, { transport, timing = usualTiming, signal }) {
    const connections = createSlots(mostConnections);
    const patienceOf = remember(() => createPatience(timing.patience));
    return (request, read) => connections.use(async () => {
        const patience = patienceOf(request.url.origin);
        for (let attempts = 1;; attempts++) {
            if (signal?.aborted === true)
                throw new CacheTrouble(`${service}: ${request.what}: it was stopped`);
            if (patience.isOver())
                throw new CacheTrouble(`${service}: ${request.what}: the service is in trouble`);
            const outcome = await requests_attempt(request, read, { transport, timing, signal });
            if ('value' in outcome) {
                patience.end();
                return outcome.value;
            }
            patience.strain();
            const wait = outcome.retryAfter ?? timing.firstWait * 2 ** (attempts - 1) * (0.5 + Math.random() / 2);
            if (attempts === requests_mostAttempts || wait > timing.longestWait) {
                const tried = attempts === 1 ? '' : ` (${attempts} attempts)`;
                throw new CacheTrouble(`${service}: ${request.what}: ${outcome.failure}${tried}`);
            }
            await (0,external_node_timers_promises_.setTimeout)(wait, undefined, { signal }).catch(() => undefined);
        }
    });
}
async function requests_attempt({ url, method, headers, body }, read, { transport, timing, signal }) {
    const watch = watchOver(method === 'PUT' ? 3 * timing.stall : timing.stall);
    try {
        const sent = await transport(url, {
            method,
            headers: { 'user-agent': `wheelcrew/${version}`, ...headers() },
            body: body === undefined ? undefined : watch.over(body()),
            signal: signal === undefined ? watch.signal : AbortSignal.any([watch.signal, signal]),
            onConnected: () => watch.progress(0),
        });
        if ('error' in sent)
            throw sent.error;
        const { answer } = sent;
        watch.progress(0);
        if (!isTransient(answer.status))
            return { value: await read({ ...answer, body: watch.over(answer.body) }) };
        answer.discard();
        return { failure: `answered ${answer.status}`, retryAfter: retryAfterOf(answer) };
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            throw new CacheTrouble(error.message, { cause: error });
        if (error instanceof CacheTrouble)
            throw error;
        const failure = watch.complaint() ?? (signal?.aborted === true ? 'it was stopped' : connectionFailure(error));
        if (failure === undefined)
            throw error;
        return { failure };
    }
    finally {
        watch.end();
    }
}
/** What the connection did, or undefined for an error that is none of its own. */
function connectionFailure(error) {
    const errno = (0,errors/* errnoOf */.UQ)(error);
    if (errno === undefined && !(error instanceof Interrupted))
        return undefined;
    // Where a host has several addresses, the error of them all has no message.
    return (0,redact/* redact */.E$)((0,errors/* messageOf */.bD)(error)) || errno;
}
function isTransient(status) {
    return status === 408 || status === 425 || status === 429 || status >= 500;
}
/** Milliseconds that the service asks to wait, in seconds or by a date (RFC 9110 §10.2.3). */
function retryAfterOf({ headers }) {
    const value = String(headers['retry-after'] ?? '').trim();
    if (value === '')
        return undefined;
    const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
/** Gives a connection up that is silent for so long, or slower than `slowestRate` from then on. */
function watchOver(stall) {
    const controller = new AbortController();
    const start = performance.now();
    let complaint;
    let transferred = 0;
    const giveUp = (why) => {
        complaint ??= why;
        controller.abort();
    };
    const silence = setTimeout(() => giveUp(`no byte for ${stall / 1000} s`), stall);
    const progress = (bytes) => {
        transferred += bytes;
        silence.refresh();
        const spent = performance.now() - start;
        if (bytes > 0 && spent > 3 * stall && transferred < slowestRate * spent)
            giveUp('slower than 32 kB/s');
    };
    return {
        signal: controller.signal,
        progress,
        over: async function* (pieces) {
            for await (const piece of pieces) {
                progress(piece.byteLength);
                yield piece;
            }
        },
        complaint: () => complaint,
        end: () => {
            clearTimeout(silence);
            controller.abort();
        },
    };
}
/** How long an origin has been in trouble, so that many entries do not each wait for it in vain. */
function createPatience(most) {
    let [first, last] = [-Infinity, -Infinity];
    return {
        isOver: () => last - first > most && performance.now() - last < most,
        strain: () => {
            if (performance.now() - last > most)
                first = performance.now();
            last = performance.now();
        },
        end: () => {
            ;
            [first, last] = [-Infinity, -Infinity];
        },
    };
}

;// CONCATENATED MODULE: ./lib/cache/blob-entry.js
/** An entry behind a signed address, read by ranges (RFC 9110 §14). */







/** Bytes that come with opening: whole small entries, the head of others. */
const headBytes = 1 << 20;
/** Bytes that one request asks for: longer reads are parts, several at a time. */
const partBytes = 8 << 20;
/** Opens the entry with its first bytes. Throws CacheTrouble. */
async function openBlobEntry(options) {
    const { backend, key } = options;
    const blob = { ...options, lease: createLease(options) };
    const opened = await asTrouble(backend, () => readHead(blob));
    if ('path' in opened) {
        const release = () => (0,promises_.rm)(opened.path, { force: true });
        return asTrouble(backend, () => openFileEntry({ backend, key, path: opened.path, release }));
    }
    const { size, head } = opened;
    return {
        key,
        size,
        descriptor: undefined,
        read: async (start, end) => {
            assertInside({ key, size }, start, end);
            const bytes = Buffer.allocUnsafeSlow(end - start);
            const known = start < head.length ? head.copy(bytes, 0, start, Math.min(end, head.length)) : 0;
            const starts = Array.from({ length: Math.ceil((end - start - known) / partBytes) }, (_, i) => known + i * partBytes);
            await mapBounded(starts, mostConnections, async (offset) => {
                await fill({ ...blob, size }, bytes.subarray(offset, offset + partBytes), start + offset);
            });
            return bytes;
        },
        close: async () => { },
    };
}
/** Gives the address in force; where the storage refuses it, another one is asked for, once for all that were refused. */
function createLease({ url, renew, key }) {
    let current = Promise.resolve(url);
    const renewed = async () => {
        const next = await renew();
        if (next === undefined)
            throw vanished(key);
        return next;
    };
    return async (use) => {
        const first = current;
        const result = await use(await first);
        if (result !== 'refused')
            return result;
        if (current === first)
            current = renewed();
        const again = await use(await current);
        if (again === 'refused')
            throw vanished(key);
        return again;
    };
}
function vanished(key) {
    return new CacheTrouble(`the cache entry \`${key}\` was removed while it was read`);
}
/** The first bytes and the size of the whole; all of it, in a file, where the storage ignores ranges. */
async function readHead({ key, lease, send, temporary }) {
    const request = getOf(key, () => [0, headBytes]);
    return lease(url => send({ ...request, url }, async (answer) => {
        const { status } = answer;
        if (isRefused(status))
            return 'refused';
        // Nothing begins at the first byte of an empty blob.
        if (status === 416)
            return { size: 0, head: Buffer.alloc(0) };
        if (status === 200)
            return { path: await download(answer, temporary) };
        const { size } = rangeOf(answer, { key, start: 0 });
        const head = Buffer.allocUnsafeSlow(Math.min(size, headBytes));
        if ((await pour(answer, head)) < head.length)
            throw new Interrupted('the answer ended early');
        return { size, head };
    }));
}
/** Reads from `start` until `target` is full; after an interruption, from where it broke off. */
async function fill({ key, size, lease, send }, target, start) {
    let filled = 0;
    const request = getOf(key, () => [start + filled, start + target.length]);
    await lease(url => send({ ...request, url }, async (answer) => {
        if (isRefused(answer.status))
            return 'refused';
        const range = rangeOf(answer, { key, start: start + filled });
        if (range.size !== size)
            throw vanished(key);
        await pour(answer, target.subarray(filled), count => {
            filled += count;
        });
        if (filled < target.length)
            throw new Interrupted('the answer ended early');
        return 'filled';
    }));
}
function getOf(key, range) {
    const headers = () => {
        const [start, end] = range();
        return { 'accept-encoding': 'identity', range: `bytes=${start}-${end - 1}` };
    };
    return { what: `reading \`${key}\``, method: 'GET', headers };
}
/** An address that expired or never was valid, or a blob that is gone. */
function isRefused(status) {
    return status === 401 || status === 403 || status === 404 || status === 410;
}
/** Throws CacheTrouble unless the answer is the range that begins at `start`. */
function rangeOf({ status, headers }, { key, start }) {
    const given = String(headers['content-range'] ?? '');
    const [, first, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(given) ?? [];
    if (status !== 206 || Number(first) !== start || headers['content-encoding'] !== undefined) {
        const what = status === 206 ? `the range \`${given}\`` : `status ${status}`;
        throw new CacheTrouble(`the cache entry \`${key}\`: asked for bytes from ${start}, got ${what}`);
    }
    return { size: Number(size) };
}
/** Copies the body into `target`, from its beginning, and returns how many bytes came. Throws CacheTrouble for too many. */
async function pour({ body }, target, onBytes) {
    let filled = 0;
    for await (const piece of body) {
        if (piece.byteLength > target.length - filled)
            throw new CacheTrouble('the storage of the cache sent too many bytes');
        target.set(piece, filled);
        filled += piece.byteLength;
        onBytes?.(piece.byteLength);
    }
    return filled;
}
/** Writes the whole body to a file of `temporary` and returns its path. */
async function download({ body, headers }, temporary) {
    await (0,promises_.mkdir)(temporary, { recursive: true });
    const path = (0,external_node_path_.join)(temporary, `${(0,external_node_crypto_.randomUUID)()}.entry`);
    try {
        const file = await (0,promises_.open)(path, 'wx');
        let size = 0;
        try {
            for await (const piece of body) {
                await file.writeFile(piece);
                size += piece.byteLength;
            }
        }
        finally {
            await file.close();
        }
        const expected = headers['content-length'];
        if (expected !== undefined && Number(expected) !== size)
            throw new Interrupted('the answer ended early');
        return path;
    }
    catch (error) {
        await (0,promises_.rm)(path, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/cache/blob-upload.js
/** Uploads to a signed address as Azure's block blobs: https://learn.microsoft.com/rest/api/storageservices/put-block */





/** Bytes of a file that one request carries. */
const blockBytes = 16 << 20;
/** Bytes of it that are in memory. */
const pieceBytes = 256 << 10;
/**
 * Uploads a file and returns its size in bytes: a small one by one request, another as blocks, several at a time, then the
 * list that joins them. Throws CacheTrouble, and errors of the file system.
 */
async function uploadBlob(upload) {
    const file = await (0,promises_.open)(upload.path, 'r');
    try {
        const { size } = await file.stat();
        if (size <= blockBytes) {
            await put(upload, { ...contentOf(file, 0, size), headers: { 'x-ms-blob-type': 'BlockBlob' } });
            return size;
        }
        const starts = Array.from({ length: Math.ceil(size / blockBytes) }, (_, index) => index * blockBytes);
        await mapBounded(starts, mostConnections, start => put(upload, {
            ...contentOf(file, start, Math.min(size, start + blockBytes)),
            query: `comp=block&blockid=${encodeURIComponent(blockId(start))}`,
        }));
        await put(upload, { ...blob_upload_listOf(starts.map(blockId)), query: 'comp=blocklist' });
        return size;
    }
    finally {
        await file.close();
    }
}
/** All identifiers of a blob are of one length. */
function blockId(start) {
    return Buffer.from(String(start).padStart(16, '0')).toString('base64');
}
function contentOf(file, start, end) {
    const body = async function* () {
        for (let position = start; position < end; position += pieceBytes) {
            yield await readExactly(file, position, Math.min(end, position + pieceBytes));
        }
    };
    return { length: end - start, body };
}
function blob_upload_listOf(ids) {
    const latest = ids.map(id => `<Latest>${id}</Latest>`).join('');
    const list = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${latest}</BlockList>`);
    const body = async function* () {
        yield list;
    };
    return { length: list.byteLength, body };
}
async function put({ url, send }, { length, body, query, headers }) {
    const request = {
        what: 'uploading',
        url: withQuery(url, query),
        method: 'PUT',
        headers: () => ({ ...headers, 'content-length': String(length), 'content-type': 'application/octet-stream' }),
        body,
    };
    const status = await send(request, async (answer) => {
        // An answer that is read to its end leaves the connection for the next block.
        for await (const _ of answer.body)
            ;
        return answer.status;
    });
    if (status < 200 || status > 299)
        throw new CacheTrouble(`the storage of the cache refused an upload: ${status}`);
}
/** Appends, since writing the parameters anew could spell the signature in another way. */
function withQuery(url, query) {
    const whole = new URL(url);
    if (query !== undefined)
        whole.search = whole.search === '' ? query : `${whole.search}&${query}`;
    return whole;
}

;// CONCATENATED MODULE: ./lib/cache/github-calls.js
/** The three calls of GitHub's cache service, version 2: Twirp over JSON, as `@actions/cache` speaks it. */



/** Entries of one version are never mixed with those of another: ours are raw files, those of `@actions/cache` archives. */
const entryVersion = (0,external_node_crypto_.createHash)('sha256').update('wheelcrew: a raw file, 1').digest('hex');
const longestReply = 1 << 20;
const longestMessage = 200;
/** Makes the calls. They throw CacheTrouble for whatever is no plain answer. */
function githubCalls(options) {
    const lookUp = async ([key, ...prefixes]) => {
        const reply = await github_calls_call(options, 'GetCacheEntryDownloadURL', { key, restore_keys: prefixes });
        if (reply.status === 404 || (reply.isOk !== true && reply.status === 200))
            return undefined;
        const matched = reply.fields.matched_key;
        return { key: typeof matched === 'string' ? matched : '', url: signedUrl(reply, 'signed_download_url') };
    };
    return {
        lookUp,
        reserve: async (key) => {
            const reply = await github_calls_call(options, 'CreateCacheEntry', { key });
            if (reply.isOk)
                return signedUrl(reply, 'signed_upload_url');
            if (reply.message.startsWith('cache write denied')) {
                throw new CacheTrouble(`the cache is read-only for this job: ${reply.message}`);
            }
            // There, or being saved by another job.
            if (reply.status === 409 || (reply.status !== 404 && reply.message === ''))
                return undefined;
            if ((await lookUp([key]))?.key === key)
                return undefined;
            throw refusal(reply);
        },
        finish: async (key, size) => {
            const reply = await github_calls_call(options, 'FinalizeCacheEntryUpload', { key, size_bytes: String(size) });
            // An answer that was lost on the way makes the second attempt fail.
            if (!reply.isOk && (await lookUp([key]))?.key !== key)
                throw refusal(reply);
        },
    };
}
async function github_calls_call({ address, token, send }, method, message) {
    const body = Buffer.from(JSON.stringify({ ...message, version: entryVersion }));
    const request = {
        what: method,
        url: new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, address),
        method: 'POST',
        headers: () => ({
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'content-length': String(body.byteLength),
        }),
        body: async function* () {
            yield body;
        },
    };
    const { status, text } = await send(request, async (answer) => ({ status: answer.status, text: await github_calls_textOf(answer) }));
    const fields = fieldsOf(text);
    const isSuccess = status >= 200 && status <= 299;
    if (isSuccess && fields === undefined)
        throw new CacheTrouble(`the GitHub cache service: ${method}: no JSON came`);
    const given = isSuccess ? fields?.message : fields?.msg;
    const shown = (0,redact/* redact */.E$)(typeof given === 'string' ? given : '')
        .replaceAll(token, '***')
        .slice(0, longestMessage);
    const reply = { method, status, isOk: isSuccess && fields?.ok === true, message: shown, fields: fields ?? {} };
    const isAnswer = isSuccess || status === 404 || status === 409 || shown.startsWith('cache write denied');
    if (!isAnswer)
        throw refusal(reply);
    return reply;
}
function refusal({ method, status, message }) {
    const said = message === '' ? `answered ${status}` : `answered ${status}, \`${message}\``;
    return new CacheTrouble(`the GitHub cache service: ${method}: ${said}`);
}
async function github_calls_textOf({ body }) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of body) {
        bytes += piece.byteLength;
        if (bytes > longestReply)
            throw new CacheTrouble('the GitHub cache service: the answer to a call has no end');
        pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
}
function fieldsOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function signedUrl({ method, fields }, field) {
    const address = fields[field];
    if (typeof address !== 'string' || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
        throw new CacheTrouble(`the GitHub cache service: ${method}: no address came`);
    }
    return new URL(address);
}

;// CONCATENATED MODULE: ./lib/cache/github-service.js
/** GitHub's cache service, version 2, by its own calls: entries are raw files, read by ranges and written in blocks. */






const github_service_name = 'github';
/** Makes the backend. An entry of another job's making is there, or coming: `save` then answers `'present'`. */
function githubServiceBackend(options) {
    const send = createRequester('the GitHub cache service', options);
    const service = { ...options, send, calls: githubCalls({ ...options, send }) };
    return {
        name: github_service_name,
        scoped: true,
        open: (key, prefixes) => github_service_openEntry(service, key, prefixes),
        has: async (key) => (await find(service, [key])) !== undefined,
        save: (key, make) => github_service_saveEntry(service, key, make),
    };
}
async function github_service_openEntry(service, key, prefixes) {
    const found = await find(service, askedKeys(key, prefixes));
    if (found === undefined)
        return undefined;
    const renew = async () => (await find(service, [found.key]))?.url;
    return openBlobEntry({ backend: github_service_name, ...found, renew, send: service.send, temporary: service.temporary });
}
/** A key that is only a prefix of another may get that one as an answer: the prefixes are then asked for alone. */
async function find(service, keys) {
    if (!grantedAccess(service.mode).read)
        return undefined;
    for (const key of keys)
        assertKey(key);
    const found = await service.calls.lookUp(keys);
    if (found === undefined || github_rules_isWanted(found.key, keys))
        return found;
    const [, prefix, ...others] = keys;
    if (prefix === undefined)
        return undefined;
    const second = await service.calls.lookUp([prefix, ...others]);
    return second !== undefined && github_rules_isWanted(second.key, keys) ? second : undefined;
}
/** Reserves the key first, which a read-only token cannot; nothing is visible before the last call. */
async function github_service_saveEntry({ mode, calls, send }, key, make) {
    assertMayWrite(mode);
    assertKey(key);
    const url = await calls.reserve(key);
    if (url === undefined)
        return 'present';
    const path = await make();
    const size = await asTrouble(github_service_name, () => uploadBlob({ url, path, send }));
    await calls.finish(key, size);
    return 'saved';
}

;// CONCATENATED MODULE: ./lib/cache/choose.js
/** Which cache a run uses, and what it may do there. */






/**
 * Makes the backend that `cache-backend` names: `auto`, `none`, `github` or `file:///directory`.
 * Throws UserError CACHE_BACKEND_UNKNOWN or CACHE_BACKEND_UNSUPPORTED (usage).
 */
function chooseBackend(setting, options) {
    const [name, ...others] = setting.split(/[\s,]+/).filter(part => part !== '');
    if (others.length > 0)
        throw choose_unsupported(setting, 'several tiers are');
    if (name === 'none')
        return { backend: undefined, reason: 'cache-backend is `none`' };
    if (name === 'github' || name === 'auto' || name === undefined)
        return chooseGithub(options);
    if (name.startsWith('file:'))
        return { backend: directoryBackend(directoryOf(name)), reason: `\`${name}\` is named` };
    if (/^(?:s3|https?):\/\//.test(name))
        throw choose_unsupported(name, `\`${name.slice(0, name.indexOf(':') + 3)}\` is`);
    throw unknown(name, 'it is none of `auto`, `none`, `github`, `file:///directory`');
}
function chooseGithub({ host, transport, signal, ...options }) {
    const offer = githubOffer(host.env);
    if (offer === undefined) {
        return { backend: undefined, reason: 'the GitHub cache service is not offered to this process' };
    }
    const mode = host.env.ACTIONS_CACHE_MODE;
    if (offer.by === 'toolkit') {
        const reason = `the GitHub cache service is offered, through @actions/cache: ${offer.reason}`;
        return { backend: githubBackend({ ...options, mode }), reason };
    }
    const backend = githubServiceBackend({ ...options, ...offer, mode, transport, signal });
    return { backend, reason: 'the GitHub cache service is offered, by its own calls' };
}
function directoryOf(address) {
    if (!address.startsWith('file:///'))
        throw unknown(address, 'expected an absolute path after `file://`');
    try {
        return (0,external_node_url_.fileURLToPath)(address);
    }
    catch (error) {
        throw unknown(address, (0,errors/* messageOf */.bD)(error));
    }
}
function unknown(name, reason) {
    const hint = 'name `auto`, `none`, `github` or `file:///directory`';
    return (0,errors/* usageError */.Wp)('CACHE_BACKEND_UNKNOWN', `\`cache-backend\` cannot be \`${name}\`: ${reason}`, hint);
}
function choose_unsupported(setting, what) {
    const hint = 'use `github` or `file:///directory`';
    return (0,errors/* usageError */.Wp)('CACHE_BACKEND_UNSUPPORTED', `\`cache-backend\` is \`${setting}\`, but ${what} not available yet`, hint);
}
/**
 * What `enable-cache` permits for this event: `auto` only reads where untrusted code may run, and is off for a tag push
 * or a release. `payload` is the parsed event file (`GITHUB_EVENT_PATH`), read by the edge. The runner's mode wins.
 */
function cacheAccess(enableCache, env, payload) {
    const wanted = wantedAccess(enableCache, env, payload);
    const granted = grantedAccess(env.ACTIONS_CACHE_MODE);
    const limited = (wanted.read && !granted.read) || (wanted.write && !granted.write);
    return {
        read: wanted.read && granted.read,
        write: wanted.write && granted.write,
        reason: limited ? `the runner's cache mode is \`${env.ACTIONS_CACHE_MODE}\`` : wanted.reason,
    };
}
function wantedAccess(enableCache, env, payload) {
    if (enableCache === 'false')
        return { read: false, write: false, reason: 'enable-cache is `false`' };
    if (enableCache === 'true')
        return { read: true, write: true, reason: 'enable-cache is `true`' };
    const event = env.GITHUB_EVENT_NAME ?? '';
    if (event === 'release' || (event === 'push' && env.GITHUB_REF?.startsWith('refs/tags/') === true)) {
        return { read: false, write: false, reason: `off for a ${event === 'push' ? 'tag push' : event}` };
    }
    if (event === 'pull_request_target' || event === 'workflow_run') {
        return { read: true, write: false, reason: `read-only on \`${event}\`` };
    }
    if (event.startsWith('pull_request') && isFork(payload)) {
        return { read: true, write: false, reason: 'read-only for the pull request of a fork' };
    }
    return { read: true, write: true, reason: event === '' ? 'no event limits it' : `\`${event}\` may write` };
}
/** A pull request whose head lies in another repository, or in one that was deleted. */
function isFork(payload) {
    const { pull_request: request } = (payload ?? {});
    return request !== undefined && request.head?.repo?.full_name !== request.base?.repo?.full_name;
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
;// CONCATENATED MODULE: ./lib/cache/wheel-tags.js
/** Which wheels an interpreter may load, by their names (PEP 425, PyPA page "Platform compatibility tags"). Pure. */

/**
 * Judges wheels by their names; what is no wheel's name passes, as planning will refuse it. `form` says as what a tag
 * counts. The thousand wheels of a lock have few sets of tags, so each set is judged once.
 */
function wheelFilter(tags, form = tag => tag) {
    const known = new Set(tags.map(form));
    const isLoaded = remember(set => expand(set).some(tag => known.has(form(tag))));
    return filename => {
        const set = filename.length > wheel_tags_longestName ? undefined : namePattern.exec(filename)?.[1];
        return set === undefined || isLoaded(set);
    };
}
/** No wheel has a longer name; one of this length stands for thousands of tags at most. */
const wheel_tags_longestName = 255;
/** `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl` */
const namePattern = /^[^-]+-[^-]+(?:-[^-]+)?-([^-]+-[^-]+-[^-]+)\.whl$/;
function expand(set) {
    const [pythons = [], abis = [], platforms = []] = set
        .toLowerCase()
        .split('-')
        .map(part => part.split('.'));
    return pythons.flatMap(python => abis.flatMap(abi => platforms.map(platform => `${python}-${abi}-${platform}`)));
}
/**
 * A tag without the version of its platform: `cp311-abi3-manylinux_2_28_x86_64` → `cp311-abi3-manylinux_x86_64`.
 * Interpreters of one kind, on systems of any age, load wheels of the same families.
 */
function tagFamily(tag) {
    const start = tag.lastIndexOf('-') + 1;
    return tag.slice(0, start) + tag.slice(start).replace(/^([a-z]+)\d*(?:_\d+)*(?=_[a-z])/, '$1');
}

;// CONCATENATED MODULE: ./lib/cache/ingredients.js
/** What a plan was made of, by name, so that a miss can say what changed. Pure. */




/** The ingredients of a plan. */
function ingredientsOf(inputs) {
    const { files, extras, groups, flags, python, platform, indexes } = inputs;
    const list = (words) => [...words].sort().join(' ');
    const [major, minor] = python.version.split('.');
    const [best = ''] = python.tags;
    const places = files.every(({ isHashed }) => isHashed) ? [] : indexes;
    const settings = [
        ['extra', list(extras)],
        ['group', list(groups)],
        ...Object.entries(flags).map(([name, value]) => [name, String(value)]),
        ['Python', `${python.implementation} ${major}.${minor} (bytecode ${python.magicNumber})`],
        ['platform', `${platform.os} ${platform.arch} ${platform.libc}`.trim()],
        [binaryInterface, tagFamily(best)],
        ['indexes', places.map(address => (0,redact/* stripCredentials */.PH)(address).replace(/\/+$/, '')).join(' ')],
    ];
    return {
        files: Object.fromEntries(files.filter(({ lines }) => lines.length > 0).map(ingredientOf)),
        settings: Object.fromEntries(settings.filter(([, value]) => value !== '')),
    };
}
/** The name of a setting that mostly follows from those of `impliedBy`. */
const binaryInterface = 'binary interface';
const impliedBy = ['Python', 'platform'];
function ingredientOf({ filename, lines, versions }) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
    return [(0,posix_.basename)(filename.replaceAll('\\', '/')), { digest, versions }];
}
/** What differs between two plans, in words: `pylock.toml`: numpy 2.3.4 → 2.3.5; extra: `a` → `a b`. Empty where nothing does. */
function describeDifference(before, after) {
    const [oldFiles, newFiles] = joinReplaced(before.files, after.files);
    const files = changedNames(oldFiles, newFiles, (one, other) => one.digest === other.digest);
    const settings = changedNames(before.settings, after.settings, (one, other) => one === other);
    const isImplied = settings.some(name => impliedBy.includes(name));
    const named = settings.filter(name => name !== binaryInterface || !isImplied);
    const changes = [
        ...files.map(name => describeFile(name, oldFiles[name], newFiles[name])),
        ...named.map(name => `${shown(name)}: ${ingredients_quoted(before.settings[name])} → ${ingredients_quoted(after.settings[name])}`),
    ];
    return changes.slice(0, mostChanges).join('; ');
}
/** More than there are inputs of a run: what was saved may name anything. */
const mostChanges = 20;
function changedNames(before, after, isSame) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.filter(name => {
        const [one, other] = [before[name], after[name]];
        return one === undefined || other === undefined || !isSame(one, other);
    });
}
/** Under one name what is the same input: a single file with versions in the place of a single other one. */
function joinReplaced(before, after) {
    const [from, ...othersGone] = namesOnlyIn(before, after);
    const [to, ...othersNew] = namesOnlyIn(after, before);
    if (from === undefined || to === undefined || othersGone.length + othersNew.length > 0)
        return [before, after];
    const name = `${from} → ${to}`;
    return [renamed(before, from, name), renamed(after, to, name)];
}
function namesOnlyIn(files, others) {
    return Object.entries(files).flatMap(([name, { versions }]) => others[name] === undefined && Object.keys(versions).length > 0 ? [name] : []);
}
function renamed(files, from, to) {
    return Object.fromEntries(Object.entries(files).map(([name, file]) => [name === from ? to : name, file]));
}
/** How many distributions of a file are named. */
const mostNamed = 3;
function describeFile(name, before, after) {
    if (before === undefined)
        return `\`${shown(name)}\` is new`;
    if (after === undefined)
        return `\`${shown(name)}\` is gone`;
    const changed = changedNames(before.versions, after.versions, (one, other) => one === other);
    if (changed.length === 0)
        return `\`${shown(name)}\` changed, no version of it did`;
    const named = changed
        .slice(0, mostNamed)
        .map(of => `${shown(of)} ${shown(before.versions[of])} → ${shown(after.versions[of])}`);
    const more = changed.length - named.length;
    return `\`${shown(name)}\`: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
const longestValue = 60;
function ingredients_quoted(value) {
    return value === undefined ? 'none' : `\`${shown(value)}\``;
}
function shown(value) {
    if (value === undefined)
        return 'none';
    return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}

;// CONCATENATED MODULE: ./lib/cache/key.js
/** Keys of the remote cache: a digest of the inputs of a run, then the source revision. Pure. */



/**
 * Digest of what is asked for, never of what a resolver made of it: 16 hex digits. Index addresses (without credentials)
 * count only where an input has no hashes, of the interpreter what tells which binaries it loads.
 */
function planDigest(inputs) {
    const { files, extras, groups, flags, python, platform, indexes, suffix } = inputs;
    const [major, minor] = python.version.split('.');
    const [best = ''] = python.tags;
    const canonical = [
        files.map(({ role, lines }) => JSON.stringify([role, lines])).sort(),
        [...extras].sort(),
        [...groups].sort(),
        Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1)),
        [python.implementation, major, minor, python.magicNumber, tagFamily(best)],
        [platform.os, platform.arch, platform.libc],
        files.every(({ isHashed }) => isHashed)
            ? []
            : indexes.map(address => (0,redact/* stripCredentials */.PH)(address).replace(/\/+$/, '')),
        suffix,
    ];
    return sha256(JSON.stringify(canonical)).slice(0, 16);
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
/**
 * `wheelcrew-1-<os>-<arch>-<cache tag>-<scope>-<plan digest>-<revision>.<content>.`: parts of varying length come before hashes of a
 * fixed one and a terminator, so that no key is a prefix of another.
 */
function cacheKeys(parts) {
    const { os, arch } = parts.platform;
    const refs = parts.ref === '' ? [''] : [...new Set([parts.ref, ...(parts.readableRefs ?? [])])];
    const scopes = refs.map(ref => scope(parts.suffix, ref));
    const bases = scopes.map(name => `${family}-${os}-${arch}-${parts.python.cacheTag}-${name}-`);
    const [own, ...others] = bases.map(base => `${base}${parts.planDigest}-${revisionPart(parts.revision)}.`);
    return {
        manifest: own ?? '',
        prefixes: [...others, ...bases.map(base => `${base}${parts.planDigest}-`), ...bases],
    };
}
/**
 * Key of a manifest: its content decides, so that one which is incomplete or names a lost pack gives way to a newer one of the
 * same revision, and jobs that save the same make one entry.
 */
function manifestKey(beginning, { lock, packs }) {
    const content = JSON.stringify([lock, packs.map(({ digest }) => digest).sort()]);
    return `${beginning}${sha256(content).slice(0, 16)}.`;
}
/** Key of the pack with this digest: its content alone decides, so that every plan and ref shares it. */
function packKey(digest) {
    return `${family}-pack-${digest}.`;
}
/** Name and version of the key format. */
const family = 'wheelcrew-1';
const longestSuffix = 64;
/** Never holds a `-`, and is there even when empty: else a run without a suffix would match the entries of one with. */
function scope(suffix, ref) {
    const escaped = encodeURIComponent(suffix).replace(/[-_.!~*'()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`);
    const name = escaped.length > longestSuffix ? sha256(suffix).slice(0, 16) : escaped;
    return ref === '' ? name : `${name}@${sha256(ref).slice(0, 12)}`;
}
function revisionPart(revision) {
    return /^[0-9a-f]{40}$/.test(revision) ? revision : sha256(revision).slice(0, 40);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/cache/manifest.js
/** A manifest: which packs hold the wheels of one plan at one source revision, and the lock that they fulfil. Pure. */

/** Compresses half again as well as the level of packs, at a few milliseconds. */
const level = 9;
/** Bytes of JSON: no manifest comes near it, and a bomb does not go beyond. */
const longestText = 64 << 20;
/** The bytes of a manifest: one JSON object as a zstd frame. */
function formatManifest(manifest) {
    const params = { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: level, [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1 };
    return (0,external_node_zlib_.zstdCompressSync)(JSON.stringify(manifest), { params });
}
/** Parses a manifest; undefined when any part is not as it should be, which is a miss. */
function parseManifest(bytes) {
    const value = parseJson(bytes);
    return isManifest(value) ? value : undefined;
}
function parseJson(bytes) {
    try {
        return JSON.parse((0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: longestText }).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function isManifest(value) {
    return manifest_isObject(value, {
        format: format => format === 3,
        revision: manifest_isText,
        planDigest: manifest_isText,
        ingredients: isIngredients,
        lock: isLock,
        packs: isListOf(isPack),
        rates: isOptional(value => manifest_isObject(value, ratesChecks)),
        createdBy: manifest_isText,
    });
}
const isIngredients = value => manifest_isObject(value, {
    files: isRecordOf(value => isFileIngredient(value)),
    settings: isRecordOf(manifest_isText),
});
const isFileIngredient = value => manifest_isObject(value, { digest: manifest_isText, versions: isRecordOf(manifest_isText) });
const ratesChecks = { fetch: isOptional(isRate), prepare: isOptional(isRate) };
const isPack = value => manifest_isObject(value, {
    digest: isSha256,
    bytes: isOptional(isCount),
    items: isListOf(value => isPackedItem(value)),
});
const isPackedItem = value => manifest_isObject(value, { sha256: isSha256, size: isCount, bytecode: manifest_isText });
const isLock = value => manifest_isObject(value, {
    source: manifest_isText,
    requiresPython: isOptional(manifest_isText),
    environments: isListOf(manifest_isText),
    distributions: isListOf(value => isDistribution(value)),
    extras: isListOf(manifest_isText),
    dependencyGroups: isListOf(manifest_isText),
    warnings: isListOf(manifest_isText),
});
const isDistribution = value => manifest_isObject(value, {
    name: manifest_isText,
    version: isOptional(manifest_isText),
    marker: isOptional(manifest_isText),
    requiresPython: isOptional(manifest_isText),
    wheels: isListOf(value => isFile(value)),
    sdist: isOptional(value => isFile(value)),
    archive: isOptional(value => isFile(value)),
    unsupported: isOptional(value => manifest_isObject(value, { kind: manifest_isText, where: manifest_isText })),
    directUrl: isOptional(value => manifest_isObject(value, { url: manifest_isText })),
    requested: isFlag,
});
const isFile = value => manifest_isObject(value, {
    filename: manifest_isText,
    url: isOptional(manifest_isText),
    path: isOptional(manifest_isText),
    size: isOptional(isCount),
    hashes: isRecordOf(manifest_isText),
    oneOf: isOptional(isRecordOf(isListOf(manifest_isText))),
});
function manifest_isObject(value, checks) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const fields = new Map(Object.entries(value));
    return Object.entries(checks).every(([name, check]) => check(fields.get(name)));
}
function isRecordOf(check) {
    return value => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check);
}
function isListOf(check) {
    return value => Array.isArray(value) && value.every(check);
}
function isOptional(check) {
    return value => value === undefined || check(value);
}
function manifest_isText(value) {
    return typeof value === 'string';
}
function isFlag(value) {
    return typeof value === 'boolean';
}
/** A whole number of bytes. */
function isCount(value) {
    return Number.isSafeInteger(value) && Number(value) >= 0;
}
/** Bytes per second. */
function isRate(value) {
    return Number.isFinite(value) && Number(value) > 0;
}
function isSha256(value) {
    return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

;// CONCATENATED MODULE: ./lib/cache/normal-file.js
/** What counts in the files of a plan: without comments, layout, and what can never matter to this interpreter. Pure. */




/** Whether a marker may hold: one that is invalid, or asks for extras or groups, cannot be decided here. */
function mayApply(marker, { markers }) {
    return decide(marker, markers) !== false;
}
/** The value of a marker; undefined where it cannot be decided. */
function decide(marker, markers) {
    if (/\b(?:extras?|dependency_groups)\b/.test(marker))
        return undefined;
    try {
        return evaluateMarker(marker, markers);
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
/**
 * Rows of requirements or constraints (pip's requirements file format, PEP 508). A row whose marker is false here is left
 * out. The `location` of a local wheel is to be its digest: its path says nothing about its content.
 */
function normaliseRequirements(role, rows, target) {
    const decided = rows.map(row => ({ ...row, holds: row.marker === undefined || decide(row.marker, target.markers) }));
    const kept = decided.filter(({ holds }) => holds !== false);
    return {
        role,
        filename: `${role}s.txt`,
        lines: kept.map(row => normal_file_lineOf(row, row.holds === true)).sort(),
        isHashed: role === 'constraint' || kept.every(({ hashes }) => Object.keys(hashes).length > 0),
        versions: joinVersions(kept.map(row => [row.name, versionOf(row)])),
    };
}
function normal_file_lineOf({ name, extras, specifier, location, marker, hashes }, isDecided) {
    const clauses = specifier.split(',').sort();
    const digests = Object.entries(hashes).flatMap(([algorithm, list]) => list.map(digest => `${algorithm}:${digest}`));
    const place = location === undefined ? undefined : (0,redact/* stripCredentials */.PH)(location);
    return JSON.stringify([name, [...extras].sort(), clauses, place, isDecided ? '' : marker, digests.sort()]);
}
function versionOf(row) {
    if (row.location !== undefined)
        return `@ ${(0,redact/* stripCredentials */.PH)(row.location)}`;
    return pinnedVersion(row) ?? (row.specifier || 'any');
}
/** What configures a resolver, as it stands. */
function normaliseConfiguration(filename, text) {
    const counted = (0,redact/* redact */.E$)(text.replaceAll('\r\n', '\n')).trim();
    return { role: 'configuration', filename, lines: counted === '' ? [] : [counted], isHashed: true, versions: {} };
}
/** A distribution may be named more than once. */
function joinVersions(pairs) {
    const versions = new Map();
    for (const [name, version] of pairs) {
        const known = versions.get(name);
        versions.set(name, known === undefined || known === version ? version : `${known}, ${version}`);
    }
    return Object.fromEntries(versions);
}

;// CONCATENATED MODULE: ./lib/cache/table.js
/** Loose reads from a parsed document: whatever is of another form is not there. */
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
function table_asTable(value) {
    return isTable(value) ? value : undefined;
}
function tablesIn(value) {
    return Array.isArray(value) ? value.filter(isTable) : [];
}

;// CONCATENATED MODULE: ./lib/cache/uv-reachable.js
/** Which packages of a uv.lock something of the project needs. Pure. */

/** Keys of `[manifest]` that name no package to install. */
const notRoots = ['members', 'constraints', 'build-constraints', 'overrides', 'excludes', 'dependency-metadata'];
/** Keys of a package that name none either: `metadata` repeats what was asked for. */
const notEdges = ['metadata', 'wheels', 'sdist', 'source'];
/**
 * The packages that can be reached from the project over any dependency, extra or group. All of them where there is no
 * project, or where the manifest names requirements besides. Dependencies whose marker is false are to be gone already.
 */
function reachablePackages(packages, { roots, manifest }) {
    const reached = new Set(packages.filter(roots));
    if (reached.size === 0 || Object.keys(manifest).some(key => !notRoots.includes(key)))
        return packages;
    const byName = new Map();
    for (const entry of packages)
        byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
    // A set that grows while it is walked visits what was added.
    for (const entry of reached) {
        for (const edge of edgesOf(entry)) {
            for (const other of byName.get(edge.name) ?? []) {
                if (edge.version === undefined || edge.version === other.version)
                    reached.add(other);
            }
        }
    }
    return packages.filter(entry => reached.has(entry));
}
/** Every table with a name, however deep: `dependencies`, and the lists of extras and groups. */
function edgesOf(entry) {
    return Object.entries(entry).flatMap(([key, value]) => (notEdges.includes(key) ? [] : namedTables(value)));
}
function namedTables(value) {
    if (Array.isArray(value))
        return value.flatMap(namedTables);
    if (!isTable(value))
        return [];
    return typeof value.name === 'string' ? [value] : Object.values(value).flatMap(namedTables);
}

;// CONCATENATED MODULE: ./lib/cache/normal-lock.js
/** What counts in a pylock.toml (PEP 751) or a uv.lock for one interpreter. Pure. */







/**
 * Reduces a lock. Left out is what never decides what this interpreter installs: who made the lock and when, `[tool]`, wheels
 * that it cannot load, entries whose marker is false, the version of source trees (a build has its own), and packages of a
 * uv.lock that only other platforms need. Whatever is not known stays in, and a text that is no TOML is taken as it stands.
 */
function normaliseLock({ filename, text, document }, target) {
    const root = table_asTable(document ?? normal_lock_parseOrUndefined(text));
    const common = { role: 'requirement', filename, isHashed: true };
    if (root === undefined)
        return { ...common, lines: [text], versions: {} };
    const rules = rulesOf(target);
    const reduced = 'packages' in root ? reducePylock(root, rules) : reduceUvLock(root, rules);
    const versions = tablesIn(reduced.packages ?? reduced.package).flatMap(({ name, version }) => typeof name === 'string' && typeof version === 'string' ? [[name, version]] : []);
    return { ...common, lines: [JSON.stringify(reduced)], versions: joinVersions(versions) };
}
function normal_lock_parseOrUndefined(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch {
        return undefined;
    }
}
function rulesOf(target) {
    return { applies: remember(marker => mayApply(marker, target)), loads: wheelFilter(target.tags) };
}
function reducePylock(root, rules) {
    const { 'created-by': _createdBy, tool: _tool, packages, ...others } = root;
    const reduced = tablesIn(packages).map(({ tool: _own, ...entry }) => ({
        ...entry,
        version: 'directory' in entry ? undefined : entry.version,
        wheels: reduceWheels(entry.wheels, rules, []),
        sdist: withoutKeys(entry.sdist, fileNotes),
        archive: withoutKeys(entry.archive, fileNotes),
    }));
    return table_asTable(canonical({ ...others, packages: reduced }, rules)) ?? {};
}
function reduceUvLock(root, rules) {
    const { revision: _revision, package: packages, ...others } = root;
    const reduced = tablesIn(packages).map(entry => ({
        ...entry,
        version: isSourceTree(entry) ? undefined : entry.version,
        wheels: reduceWheels(entry.wheels, rules, ['size']),
        sdist: withoutKeys(entry.sdist, [...fileNotes, 'size']),
    }));
    const kept = reachablePackages(tablesIn(canonical(reduced, rules)), {
        roots: isSourceTree,
        manifest: table_asTable(root.manifest) ?? {},
    });
    return { ...table_asTable(canonical(others, rules)), package: kept };
}
/** A package that uv builds from a directory; its version is that of the build. */
function isSourceTree({ source }) {
    return isTable(source) && ['editable', 'virtual', 'directory'].some(kind => kind in source);
}
/** What a lock says about a file that is not the file's. */
const fileNotes = ['upload-time', 'upload_time'];
function reduceWheels(wheels, { loads }, others) {
    if (!Array.isArray(wheels))
        return wheels;
    const kept = wheels.filter((wheel) => !isTable(wheel) || loads(normal_lock_filenameOf(wheel)));
    return kept.map((wheel) => withoutKeys(wheel, [...fileNotes, ...others]));
}
/** `name` of a pylock, `filename` of a uv.lock, or the last segment of where it lies. */
function normal_lock_filenameOf({ name, filename, path, url }) {
    const written = [name, filename, path].find(value => typeof value === 'string');
    if (written !== undefined)
        return lastSegment(written);
    return typeof url === 'string' ? decode(lastSegment(url.split(/[?#]/, 1)[0] ?? '')) : '';
}
function lastSegment(place) {
    return place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
}
function decode(url) {
    if (!url.includes('%'))
        return url;
    try {
        return decodeURIComponent(url);
    }
    catch {
        return url;
    }
}
function withoutKeys(value, keys) {
    if (!isTable(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
/** The same data with keys in order, without entries whose marker is false here and without credentials. */
function canonical(value, rules) {
    if (typeof value === 'string')
        return /:\/\/.*[@?]/.test(value) ? (0,redact/* stripCredentials */.PH)(value) : value;
    if (Array.isArray(value)) {
        return value.filter((item) => normal_lock_applies(item, rules)).map((item) => canonical(item, rules));
    }
    if (!isTable(value))
        return value;
    return Object.fromEntries(Object.keys(value)
        .sort()
        .map(key => [key, canonical(value[key], rules)]));
}
function normal_lock_applies(item, rules) {
    return !isTable(item) || typeof item.marker !== 'string' || rules.applies(item.marker);
}

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

;// CONCATENATED MODULE: ./lib/pipeline/plan-inputs.js



/** Reads what the key is made of; a local wheel counts by its digest, since its path says nothing about its content. */
async function describeInputs(inputs, interpreter, run) {
    const { settings, host } = run;
    const { index } = inputs.set;
    const { extras, groups, noGroups, allExtras, noDev, noInstallProject, noDeps, compileBytecode } = settings;
    return {
        files: await describeFiles(inputs, interpreter, run),
        extras,
        groups,
        flags: {
            'no-group': [...noGroups].sort().join(' '),
            'all-extras': allExtras,
            'no-dev': noDev,
            'no-install-project': noInstallProject,
            'no-deps': noDeps,
            'compile-bytecode': compileBytecode,
        },
        python: interpreter,
        platform: { ...host.platform, libc: libcOf(interpreter.tags) },
        indexes: [...(index.noIndex ? [] : [index.indexUrl, ...index.extraIndexUrls]), ...index.findLinks],
        suffix: settings.cache.suffix,
    };
}
/** A lock is complete; anything else is resolved, and then what configures the resolver counts too. What is empty says nothing. */
async function describeFiles({ files, set, configuration, pylockDocument }, interpreter, run) {
    const locks = files.filter(({ kind }) => kind !== 'requirements');
    const isRead = locks.some(({ kind }) => kind === 'pylock');
    const texts = isRead ? [] : Object.entries(configuration.texts);
    const concerns = ({ marker }) => marker === undefined || mayApply(marker, interpreter);
    const placed = (rows) => Promise.all(rows.filter(concerns).map(row => withDigest(row, run)));
    const all = [
        ...locks.map(({ path, text }) => normaliseLock({ filename: path, text, document: pylockDocument() }, interpreter)),
        normaliseRequirements('requirement', await placed(set.requirements), interpreter),
        normaliseRequirements('constraint', await placed(set.constraints), interpreter),
        normaliseConfiguration('requirements options', set.resolverOptions.join('\n')),
        ...texts.map(([name, text]) => normaliseConfiguration(`uv ${name}`, text)),
    ];
    return all.filter(({ lines }) => lines.length > 0);
}
async function withDigest(row, run) {
    const { location } = row;
    if (location === undefined || /^https?:/i.test(location))
        return row;
    return { ...row, location: (await run.digest(location)).sha256 };
}

;// CONCATENATED MODULE: ./lib/pipeline/cache.js
/** The remote cache of one run: which entry matched, which wheels it gave, and what is sealed to be saved. */







/** Milliseconds in which a cache service, or the proxy before it, must answer a connection. */
const connectTimeoutMs = 10_000;
/** Requests to a cache service, by the proxies and certificates of the process. */
function cacheTransport({ env }) {
    return lazyTransport({ env, connectTimeoutMs });
}
/** Opens the remote cache and looks for a manifest. Trouble is a warning and a miss. */
async function openCache(inputs, interpreter, run) {
    const { settings, host, located } = run;
    const { cache } = settings;
    const reading = new AbortController();
    const workspace = host.env.GITHUB_WORKSPACE ?? host.workingDirectory;
    const { backend, reason } = chooseBackend(cache.backend, {
        ...{ host, workspace, temporary: located.store.temporary },
        transport: cacheTransport(host),
        signal: AbortSignal.any([run.watch.signal, reading.signal]),
    });
    if (backend === undefined)
        return { open: undefined, reason };
    if (!cache.restore && !cache.save)
        return { open: undefined, reason: cache.reason };
    run.watch.decide('cache', backend.name, reason);
    const described = await describeInputs(inputs, interpreter, run);
    const digest = planDigest(described);
    const ingredients = ingredientsOf(described);
    const keys = cacheKeys({
        planDigest: digest,
        platform: host.platform,
        python: interpreter,
        revision: cache.revision,
        suffix: cache.suffix,
        ref: backend.scoped ? '' : cache.ref,
        readableRefs: backend.scoped ? [] : cache.readableRefs,
    });
    const found = cache.restore
        ? await findManifest(backend, { keys, planDigest: digest, ingredients }, run)
        : { manifest: undefined, matchedKey: undefined, reason: cache.reason };
    const open = {
        backend,
        workspace,
        planDigest: digest,
        ingredients,
        keys,
        ...found,
        spoiled: new Set(),
        reading,
    };
    return { open, reason: found.reason };
}
/** Bytes of an entry above which it is no manifest. */
const largestManifest = 64 << 20;
async function findManifest(backend, sought, run) {
    const { keys } = sought;
    const absent = { manifest: undefined, matchedKey: undefined };
    return withEntry(run, {
        open: () => backend.open(keys.manifest, [keys.manifest, ...keys.prefixes]),
        use: async ({ key, size, read }) => {
            const manifest = size > largestManifest ? undefined : parseManifest(await read(0, size));
            if (manifest === undefined)
                return { ...absent, reason: `the manifest \`${key}\` is damaged` };
            return { manifest, matchedKey: key, reason: describeMatch(manifest, key, sought) };
        },
        otherwise: reason => ({ ...absent, reason }),
    });
}
/** Which entry was found, and what differs from the one that was sought. */
function describeMatch(manifest, key, { keys, planDigest, ingredients }) {
    if (key.startsWith(keys.manifest))
        return 'found, for this very revision';
    const revision = manifest.revision === '' ? 'another revision' : `revision ${manifest.revision.slice(0, 12)}`;
    if (manifest.planDigest === planDigest)
        return `found, of ${revision}, with the same inputs`;
    const difference = describeDifference(manifest.ingredients, ingredients);
    return `found, of ${revision}, with other inputs${difference === '' ? '' : `: ${difference}`}`;
}
/** Opens one entry and hands it on; trouble with the cache never fails the run. */
async function withEntry({ watch }, { open, use, otherwise, reading }) {
    const end = watch.begin('restore');
    let entry;
    try {
        entry = await open();
        return entry === undefined ? otherwise('nothing was saved yet') : await use(entry);
    }
    catch (error) {
        if (!(error instanceof CacheTrouble))
            throw error;
        watch.signal.throwIfAborted();
        if (reading?.signal.aborted !== true)
            watch.warn(`${error.message}; going on without it`);
        return otherwise(error.message);
    }
    finally {
        end({ bytes: entry?.size });
        await entry?.close().catch(ignoreTrouble);
    }
}
/** What was to be read was read, or warned of. */
function ignoreTrouble(error) {
    if (!(error instanceof CacheTrouble))
        throw error;
}
/** The lock that the manifest carries, when it was made from the same inputs: then no resolver runs. */
function restoredLock({ open }) {
    return open?.manifest?.planDigest === open?.planDigest ? open?.manifest?.lock : undefined;
}
/** What the report says about the cache. */
function describeCache({ open, reason }, { wheels, spared }) {
    if (open === undefined) {
        return { backend: 'none', outcome: 'off', primaryKey: undefined, matchedKey: undefined, reason };
    }
    const outcome = spared === wheels ? 'hit' : spared > 0 ? 'partial' : 'miss';
    const { backend, keys, matchedKey, spoiled } = open;
    const had = outcome === 'hit' && matchedKey === undefined ? 'the local store had everything; in the cache, ' : '';
    const lost = spoiled.size === 0 ? '' : `; ${spoiled.size} of its packs lost or damaged`;
    const why = `${had}${reason}${lost}`;
    return { backend: backend.name, outcome, primaryKey: keys.manifest, matchedKey, reason: withoutControls(why) };
}
/** Without what a terminal would act on: names and keys in it come out of the cache. */
function withoutControls(text) {
    return text.replace(/\p{C}/gu, '');
}

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

;// CONCATENATED MODULE: ./lib/wheel/portable-path.js
/** What other systems make of a path that is legal on Linux: names that they fold into one, and names that they refuse. */
/**
 * The same text for all paths that macOS or Windows take for one: canonical composition (NFC), case folded.
 * A key for comparing, not a path.
 */
function foldPath(path) {
    if (/^[\x20-\x7e]*$/.test(path))
        return path.toLowerCase();
    // Through upper case, since `ſ`, `ς` and `ß` have several lower-case forms; the last normalisation joins what that split.
    return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
/** Devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;
/** Why Windows does not write a relative POSIX path as it stands, or undefined where it does. */
function windowsFault(path) {
    const [character] = /[<>:"|?*]/.exec(path) ?? [];
    if (character !== undefined)
        return `holds \`${character}\``;
    for (const segment of path.split('/')) {
        if (device.test(segment))
            return `names the device \`${segment}\``;
        if (/[. ]$/.test(segment))
            return 'has a name that ends in a dot or a space';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/wheel/reserved-name.js
/** Files of an environment that no wheel may replace: its interpreters, its activation scripts, its configuration. */



const interpreter = String.raw `((python|pypy|graalpy)(\d+(\.\d+)*)?t?d?w?|pythonw(\d+(\.\d+)*)?)(\.exe|\._pth)?`;
const activation = String.raw `(de)?activate(\.(bat|csh|fish|nu|ps1|xsh))?|activate_this\.py`;
const script = new RegExp(`^(${interpreter}|${activation})$`);
/** The places of the scripts directory and of pyvenv.cfg below the root of an environment. */
const data = new RegExp(`^((bin|scripts)/(${interpreter}|${activation})|pyvenv\\.cfg)$`);
/** True for a file of the scripts directory that belongs to the environment; in any case, since file systems fold it. */
function isReservedScript(name) {
    return script.test(foldPath(name));
}
/** True for a file below the root of an environment that belongs to it, on any system. */
function isReservedData(path) {
    return data.test(foldPath(path));
}
/** True for a path, in any scheme, that a journal or a claim of this program could have, or a file that it moved aside. */
function isReservedState(path) {
    return /^\.wheelcrew-|~wheelcrew~?(\/|$)/.test(foldPath(path));
}
/** The UserError SCRIPT_NAME_RESERVED; `what` says which part of the wheel it is: `an entry point`. */
function reservedName(wheel, what, name) {
    return new errors/* UserError */.yo('SCRIPT_NAME_RESERVED', `\`${wheel}\` has ${what} ${invalid_wheel_quoted(name)}, a file of the environment itself`, {
        hint: 'such a wheel would replace the interpreter or an activation script; ask its maintainers to rename the file',
    });
}

;// CONCATENATED MODULE: ./lib/install/survey.js
/** What lies where in an environment, and what of it a distribution may own. Every directory is read once. */






/** Throws UserError ENVIRONMENT_UNREADABLE, as do all functions of the survey. */
function openSurvey(environment) {
    const roots = realRoots(environment);
    const folderOf = survey_remember((path) => readFolder(path, roots));
    const bytecodeIn = survey_remember((path) => indexBytecode(folderOf(path)));
    const reservedIn = survey_remember((path) => reservedNames(path, environment));
    const describe = (folder, { name, isDirectory }) => ({
        path: folder.path.endsWith(external_node_path_.sep) ? folder.path + name : folder.path + external_node_path_.sep + name,
        isDirectory,
        isRemovable: folder.isInside && !reservedIn(folder.path)(name),
    });
    return {
        find: path => {
            const folder = folderOf((0,external_node_path_.dirname)(path));
            const entry = folder && entryOf(folder, (0,external_node_path_.basename)(path));
            return folder && entry && describe(folder, entry);
        },
        contents: directory => {
            const folder = folderOf(directory);
            return folder === undefined ? [] : [...folder.entries.values()].map(entry => describe(folder, entry));
        },
        bytecodeOf: source => {
            const folder = folderOf((0,external_node_path_.dirname)(source));
            if (folder === undefined)
                return [];
            const module = (0,external_node_path_.basename)(source, '.py');
            const caches = (0,external_node_path_.join)(folder.path, '__pycache__');
            const cached = bytecodeIn(caches).get(module) ?? [];
            const beside = [`${module}.pyc`, `${module}.pyo`].flatMap(name => folder.entries.get(name) ?? []);
            const inCaches = cached.length === 0 ? undefined : folderOf(caches);
            return [
                ...beside.map(entry => describe(folder, entry)),
                ...(inCaches === undefined ? [] : cached.map(entry => describe(inCaches, entry))),
            ];
        },
    };
}
/** Innermost first. */
function realRoots({ schemes }) {
    const { purelib, platlib, scripts, headers, data } = schemes;
    const roots = [purelib, platlib, scripts, headers, data].flatMap(spelled => {
        const real = realPath(spelled);
        return real === undefined ? [] : { spelled, real };
    });
    return roots.sort((a, b) => b.real.length - a.real.length);
}
function readFolder(path, roots) {
    const isNear = roots.some(({ spelled, real }) => isWithin(path, spelled) || isWithin(path, real));
    const real = isNear ? realPath(path) : ifReadable(() => realPath(path));
    if (real === undefined)
        return undefined;
    const root = roots.find(candidate => isWithin(real, candidate.real));
    if (root === undefined)
        return { path: real, isInside: false, entries: new Map(), folded: () => new Map() };
    const entries = unlessAbsent(real, () => (0,external_node_fs_.readdirSync)(real, { withFileTypes: true }).map(toEntry));
    if (entries === undefined)
        return undefined;
    return {
        path: (0,external_node_path_.join)(root.spelled, real.slice(root.real.length)),
        isInside: true,
        entries: new Map(entries.map(entry => [entry.name, entry])),
        folded: once(() => new Map(entries.map(entry => [foldPath(entry.name), entry]))),
    };
}
function toEntry(entry) {
    return { name: entry.name, isDirectory: entry.isDirectory() };
}
/** By its exact name; else as the file system finds it, which may not tell `A.py` from `a.py`. */
function entryOf({ path, isInside, entries, folded }, name) {
    const exact = entries.get(name);
    if (exact !== undefined)
        return exact;
    const look = () => unlessAbsent((0,external_node_path_.join)(path, name), () => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)(path, name)));
    const alike = isInside ? folded().get(foldPath(name)) : undefined;
    if (isInside && alike === undefined)
        return undefined;
    const status = isInside ? look() : ifReadable(look);
    return status && { name: alike?.name ?? name, isDirectory: status.isDirectory() };
}
/** What lies outside and may not be looked at concerns nobody. */
function ifReadable(read) {
    try {
        return read();
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
const survey_bytecodeName = /^(.+?)\.[A-Za-z][\w-]*(?:-pytest-[\w.+]+)?(?:\.opt-\w+)?\.pyc$/;
/** The files of a `__pycache__` by the name of their module: `x.y.cpython-311.opt-1.pyc` belongs to `x.y`. */
function indexBytecode(folder) {
    const byModule = new Map();
    for (const entry of folder?.entries.values() ?? []) {
        const [, module] = survey_bytecodeName.exec(entry.name) ?? [];
        if (module === undefined)
            continue;
        const others = byModule.get(module);
        if (others === undefined)
            byModule.set(module, [entry]);
        else
            others.push(entry);
    }
    return byModule;
}
/** What in a directory is the environment's: directories of schemes, interpreters, activation, the standard library. */
function reservedNames(directory, environment) {
    const { python, stateDirectory, schemes } = environment;
    if (isStandardLibrary(directory, environment))
        return () => true;
    const kept = [...Object.values(schemes), python].filter(path => path !== directory && isWithin(path, directory));
    const names = new Set(kept.map(path => path.slice(directory.length).split(external_node_path_.sep).find(Boolean)));
    const [isScripts, isData] = [directory === schemes.scripts, directory === schemes.data];
    const isState = directory === stateDirectory;
    if (names.size === 0 && !isScripts && !isData && !isState)
        return () => false;
    return name => names.has(name) ||
        ((isScripts || isData) && isReservedScript(name)) ||
        (isData && /^(?:pyvenv\.cfg|lib64)$/i.test(name)) ||
        (isState && name.startsWith('.wheelcrew'));
}
function isStandardLibrary(directory, { kind, schemes }) {
    const { purelib, platlib, scripts, headers, data } = schemes;
    const parents = [(0,external_node_path_.dirname)(purelib), (0,external_node_path_.dirname)(platlib)].filter(parent => parent !== data);
    if (kind === 'target' || !parents.some(parent => isWithin(directory, parent)))
        return false;
    return ![purelib, platlib, scripts, headers].some(scheme => isWithin(directory, scheme));
}
/** True for a directory itself and for everything below it, as text. */
function isWithin(path, directory) {
    if (!path.startsWith(directory))
        return false;
    return path.length === directory.length || directory.endsWith(external_node_path_.sep) || path[directory.length] === external_node_path_.sep;
}
function once(make) {
    const made = survey_remember(make);
    return () => made('');
}
function survey_remember(read) {
    const known = new Map();
    return path => {
        const value = known.get(path);
        if (value !== undefined || known.has(path))
            return value;
        const fresh = read(path);
        known.set(path, fresh);
        return fresh;
    };
}

;// CONCATENATED MODULE: ./lib/install/journal.js
/**
 * The journal of a change to an environment: what was moved aside and what was put in its place, written before the first
 * file moves. From it a change is undone or completed, by the run that began it or by the one after a killed run.
 */






const openName = '.wheelcrew-journal';
const doneName = '.wheelcrew-journal-done';
const asideSuffix = '~wheelcrew';
/** Bytes; most file systems take 255. */
const journal_longestName = 240;
/** The name that a path has while a change is under way: beside it, so that it is on the same file system. */
function asideOf(path) {
    const name = (0,external_node_path_.basename)(path);
    if (Buffer.byteLength(name) <= journal_longestName)
        return `${path}${asideSuffix}`;
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${(0,external_node_crypto_.createHash)('sha256').update(name).digest('hex')}${asideSuffix}`);
}
/** The name that a directory has while it is copied aside. */
function unfinishedAsideOf(path) {
    return `${asideOf(path)}~`;
}
/** Writes the journal, whole or not at all. */
function openJournal(directory, journal) {
    const path = (0,external_node_path_.join)(directory, openName);
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    try {
        (0,external_node_fs_.writeFileSync)(asideOf(path), JSON.stringify(journal, shortened(directory)), { flush: true });
        (0,external_node_fs_.renameSync)(asideOf(path), path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(asideOf(path), { force: true });
        throw error;
    }
}
function shortened(directory) {
    const prefix = `${directory}${external_node_path_.sep}`;
    const shorten = (path) => path.startsWith(prefix) ? path.slice(prefix.length) : (0,external_node_path_.relative)(directory, path) || '.';
    return (_, value) => (Array.isArray(value) ? value.map(shorten) : value);
}
/**
 * The change holds from here on: what was moved aside is removed, and directories that it left empty. What cannot be
 * removed stays aside, and the journal with it, so that the next run tries again.
 */
function commitJournal(directory, journal) {
    (0,external_node_fs_.renameSync)((0,external_node_path_.join)(directory, openName), (0,external_node_path_.join)(directory, doneName));
    discardAside(directory, journal);
}
/** Takes the change back: what it made goes, what it moved returns. */
function undoJournal(directory, journal) {
    const moved = new Set([...journal.movedFiles, ...journal.movedDirectories]);
    const replaced = (path) => existsInSelf(asideOf(path));
    const within = withinAny(journal.movedDirectories);
    for (const path of journal.made)
        if (!moved.has(path) && !within(path))
            remove(path);
    for (const path of journal.movedFiles)
        if (replaced(path))
            remove(path);
    for (const path of [...journal.madeDirectories].reverse())
        removeIfEmpty(path);
    for (const path of journal.movedFiles)
        if (replaced(path))
            (0,external_node_fs_.renameSync)(asideOf(path), path);
    for (const path of journal.movedDirectories) {
        (0,external_node_fs_.rmSync)(unfinishedAsideOf(path), { recursive: true, force: true });
        if (!replaced(path))
            continue;
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        (0,external_node_fs_.renameSync)(asideOf(path), path);
    }
    (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, openName), { force: true });
    if (journal.madeDirectories.includes(directory))
        removeIfEmpty(directory);
}
/** True where a killed run left its journal. */
function hasAbandoned(directory) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, openName)) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, doneName));
}
/**
 * Undoes the change of a killed run, or completes it where it held already. Call it with the claim on the environment.
 * Throws UserError ENVIRONMENT_UNREADABLE for a journal that is damaged, of another version, or about paths that are not in the
 * schemes of the environment: whoever brought a directory here may have put it into it.
 */
function settleAbandoned({ stateDirectory: directory, schemes }) {
    const roots = [directory, ...Object.values(schemes)];
    (0,external_node_fs_.rmSync)(asideOf((0,external_node_path_.join)(directory, openName)), { force: true });
    const done = readJournal((0,external_node_path_.join)(directory, doneName), roots);
    if (done !== undefined)
        discardAside(directory, done);
    const open = readJournal((0,external_node_path_.join)(directory, openName), roots);
    if (open !== undefined)
        undoJournal(directory, open);
    if (open !== undefined)
        return 'undone';
    return done === undefined ? 'none' : 'completed';
}
function readJournal(path, roots) {
    const text = textOf(path);
    if (text === undefined)
        return undefined;
    const journal = parseJournal(text, (0,external_node_path_.dirname)(path));
    if (journal !== undefined && isConfined(journal, roots))
        return journal;
    throw new errors/* UserError */.yo('ENVIRONMENT_UNREADABLE', `\`${path}\` is no journal of a change of this environment`, {
        hint: 'remove the environment, and it is made again',
    });
}
const pathLists = ['movedDirectories', 'movedFiles', 'made', 'madeDirectories', 'kept'];
function parseJournal(text, directory) {
    try {
        const value = JSON.parse(text, (_, item) => Array.isArray(item) ? item.map(path => (0,external_node_path_.resolve)(directory, path)) : item);
        const journal = value;
        return journal.format === 1 && pathLists.every(name => Array.isArray(journal[name])) ? journal : undefined;
    }
    catch {
        return undefined;
    }
}
/** Through links too: what a path leads to is what would be removed. */
function isConfined(journal, roots) {
    const changed = [...journal.movedDirectories, ...journal.movedFiles, ...journal.made, ...journal.madeDirectories];
    const places = [...roots, ...roots.flatMap(root => realPath(root) ?? [])];
    const isPlace = (path) => places.some(root => isWithin(path, root));
    const parents = [...new Set(changed.map(path => (0,external_node_path_.dirname)(path)))];
    return changed.every(isPlace) && parents.every(parent => isPlace(realPath(parent) ?? parent));
}
function discardAside(directory, journal) {
    const failed = [
        ...journal.movedDirectories.filter(path => !succeeds(() => removeTree(asideOf(path)))),
        ...journal.movedFiles.filter(path => !succeeds(() => remove(asideOf(path)))),
    ];
    const kept = new Set(journal.kept);
    const parents = new Set([...journal.movedFiles, ...journal.movedDirectories].map(path => (0,external_node_path_.dirname)(path)));
    for (const parent of [...parents].sort((a, b) => b.length - a.length))
        removeEmptyUpwards(parent, kept);
    if (failed.length === 0)
        succeeds(() => (0,external_node_fs_.rmSync)((0,external_node_path_.join)(directory, doneName), { force: true }));
}
/** False where the system refuses: what follows the commit cannot end a run that succeeded. */
function succeeds(removal) {
    try {
        removal();
        return true;
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return false;
    }
}
function removeTree(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EACCES'))
            throw error;
        openTree(path);
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
}
/** A directory that its owner may not write to cannot be emptied. */
function openTree(directory) {
    (0,external_node_fs_.chmodSync)(directory, 0o700);
    for (const entry of (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true })) {
        if (entry.isDirectory())
            openTree((0,external_node_path_.join)(directory, entry.name));
    }
}
function removeEmptyUpwards(directory, kept) {
    for (let path = directory; !kept.has(path) && path !== (0,external_node_path_.dirname)(path); path = (0,external_node_path_.dirname)(path)) {
        if (!removeIfEmpty(path))
            return;
    }
}
/** Whether a path lies in one of these directories. */
function withinAny(directories) {
    const known = new Map(directories.map(directory => [directory, true]));
    const holds = (directory) => {
        const before = known.get(directory);
        if (before !== undefined)
            return before;
        const parent = (0,external_node_path_.dirname)(directory);
        const answer = parent !== directory && holds(parent);
        known.set(directory, answer);
        return answer;
    };
    return path => directories.length > 0 && holds((0,external_node_path_.dirname)(path));
}
/** Whether there is a file, a directory or a link, even one that leads nowhere. */
function existsInSelf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOTDIR'))
            return false;
        throw error;
    }
}
function remove(path) {
    try {
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch (error) {
        // A directory at the path of a file is of the change too, and goes with its directories. POSIX says EPERM, Linux EISDIR.
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
            return;
        if (!(0,errors/* hasErrno */.Nm)(error, 'EPERM') || !(0,external_node_fs_.lstatSync)(path).isDirectory())
            throw error;
    }
}
/** False where something is left in it. */
function removeIfEmpty(path) {
    try {
        (0,external_node_fs_.rmdirSync)(path);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return true;
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/install/link.js
/** Puts files into an environment. Synchronous: the fastest way for small files. */




/** Links a file of the store, or writes its bytes where links are not possible. */
function linkFile(source, destination, { mode, file }) {
    if (mode === 'copy' || !link_tryLink(source, destination))
        copyFile(source, destination, file);
}
/**
 * False where bytes have to be written instead: the file has as many links as its file system allows, the directory is a
 * mount of its own, or the file is another user's, which Linux lets nobody else link (`fs.protected_hardlinks`).
 */
function link_tryLink(source, destination) {
    try {
        (0,external_node_fs_.linkSync)(source, destination);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EMLINK', 'EXDEV', 'EPERM'))
            return false;
        if (!(0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            throw cannotWrite(destination, error);
    }
    clear(destination);
    (0,external_node_fs_.linkSync)(source, destination);
    return true;
}
/** From memory, which is twice as fast as a copying system call for small files. */
function copyFile(source, destination, file) {
    const mtime = note_isSource(file.path) ? note_sourceMtime(file.sha256) : undefined;
    writeFile(destination, (0,external_node_fs_.readFileSync)(source), { executable: file.executable, mtime });
}
/** The name under which `writeWhole` writes. */
function unfinishedName(destination) {
    return `${destination}.new`;
}
/** Writes a file that is there whole or not at all, even if the process is killed: under another name first. */
function writeWhole(destination, content) {
    const unfinished = unfinishedName(destination);
    writeFile(unfinished, content, { executable: false });
    try {
        (0,external_node_fs_.renameSync)(unfinished, destination);
    }
    catch (error) {
        throw cannotWrite(destination, error);
    }
}
/** Writes a new file; one that is there is unlinked first and never truncated, since it may be a link into the store. */
function writeFile(destination, content, options) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const descriptor = create(destination, options.executable ? 0o777 : 0o666);
    try {
        for (let done = 0; done < bytes.length;)
            done += (0,external_node_fs_.writeSync)(descriptor, bytes, done);
        if (options.mtime !== undefined)
            (0,external_node_fs_.futimesSync)(descriptor, options.mtime, options.mtime);
    }
    catch (error) {
        throw cannotWrite(destination, error);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function create(path, mode) {
    try {
        return (0,external_node_fs_.openSync)(path, 'wx', mode);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            throw cannotWrite(path, error);
        clear(path);
        return (0,external_node_fs_.openSync)(path, 'wx', mode);
    }
}
/** Unlinks what lies where a file belongs. */
function clear(path) {
    try {
        if ((0,external_node_fs_.lstatSync)(path).isDirectory())
            throw unwritable(path, 'EISDIR');
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch (error) {
        throw (0,errors/* isUserError */.iU)(error) ? error : cannotWrite(path, error);
    }
}

;// CONCATENATED MODULE: ./lib/install/change.js
/** A change of an environment, whole or undone: what is removed or in the way is moved aside before anything is written. */







/** Begins a change in an environment that this run makes: it has nothing to keep, and a failing run removes it whole. */
function beginFresh(destinations) {
    makeParents(destinations);
    return { commit: () => undefined, undo: () => undefined };
}
/**
 * Begins a change in an environment that holds something, which this process has claimed. Afterwards no destination is
 * taken and their directories exist. Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
function beginChange(parts) {
    const { environment, removals } = parts;
    const { stateDirectory } = environment;
    const journal = planChange(parts);
    try {
        openJournal(stateDirectory, journal);
    }
    catch (error) {
        throw cannotWrite(stateDirectory, error);
    }
    const undo = () => undoJournal(stateDirectory, journal);
    try {
        for (const path of [...journal.movedDirectories, ...journal.movedFiles])
            moveAside(path);
        makeParents(parts.destinations);
        for (const [path, content] of joinRewrites(removals))
            writeFile(path, content, { executable: false });
    }
    catch (error) {
        undo();
        throw error;
    }
    return { commit: () => commitJournal(stateDirectory, journal), undo };
}
function planChange({ environment, removals, destinations, possible }) {
    const { schemes, root, stateDirectory } = environment;
    const kept = [...new Set([...Object.values(schemes), root, stateDirectory])];
    const made = spellAlike([...destinations, ...possible], kept);
    const whole = [...new Set(removals.flatMap(({ directories }) => directories))];
    const rewritten = [...joinRewrites(removals).keys()];
    const removed = new Set([...removals.flatMap(({ files }) => files), ...rewritten]);
    const isWhole = withinAny(whole);
    const isFree = (path) => removed.has(path) || !existsInSelf(path);
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
            throw unwritable(path, 'EISDIR');
    const movedDirectories = [...whole.filter(path => !withinAny(emptied)(path)), ...emptied];
    const isMoved = withinAny(movedDirectories);
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
    return change_namesIn(directory);
}
function change_namesIn(directory) {
    try {
        return new Set((0,external_node_fs_.readdirSync)(directory));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        throw (0,errors/* hasErrno */.Nm)(error, 'ENOTDIR') ? unwritable(directory, 'ENOTDIR') : cannotWrite(directory, error);
    }
}
/**
 * Paths with the links on the way resolved, as planRemoval spells them, so that one file has one path. A link that leads
 * out of the environment, or nowhere, would take the files of a wheel there: ENVIRONMENT_UNWRITABLE.
 */
function spellAlike(paths, kept) {
    const roots = kept
        .filter(existsInSelf)
        .map(spelled => ({ spelled, real: realOf(spelled) }))
        .sort((a, b) => b.real.length - a.real.length);
    const known = new Map();
    const spell = (directory) => {
        const before = known.get(directory);
        if (before !== undefined)
            return before;
        const answer = existsInSelf(directory)
            ? spellPresent(directory)
            : (0,external_node_path_.join)(spell((0,external_node_path_.dirname)(directory)), (0,external_node_path_.basename)(directory));
        known.set(directory, answer);
        return answer;
    };
    const spellPresent = (directory) => {
        const real = realOf(directory);
        const root = roots.find(candidate => isWithin(real, candidate.real));
        if (root !== undefined)
            return (0,external_node_path_.join)(root.spelled, real.slice(root.real.length));
        // Above the environment, where a directory of it is yet to be made.
        if (kept.some(place => isWithin(place, directory)))
            return directory;
        throw unwritable(directory, 'ELOOP');
    };
    return paths.map(path => (0,external_node_path_.join)(spell((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path)));
}
function realOf(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch (error) {
        throw (0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ELOOP') ? unwritable(path, 'ELOOP') : cannotWrite(path, error);
    }
}
function moveAside(path) {
    try {
        (0,external_node_fs_.renameSync)(path, asideOf(path));
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV'))
            throw cannotWrite(path, error);
        copyAside(path);
    }
}
/** overlayfs renames no directory of a lower layer. Its aside appears whole, so that undoing stays safe at any point. */
function copyAside(path) {
    const unfinished = unfinishedAsideOf(path);
    try {
        (0,external_node_fs_.cpSync)(path, unfinished, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
        (0,external_node_fs_.renameSync)(unfinished, asideOf(path));
        (0,external_node_fs_.rmSync)(path, { recursive: true });
    }
    catch (error) {
        throw cannotWrite(path, error);
    }
}
/** Makes the directories of these files, each once, shallow ones first. */
function makeParents(destinations) {
    for (const directory of [...new Set(destinations.map(path => (0,external_node_path_.dirname)(path)))].sort())
        makeDirectory(directory);
}
function makeDirectory(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            return;
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw cannotWrite(path, error);
        makeDirectory((0,external_node_path_.dirname)(path));
        makeDirectory(path);
    }
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

;// CONCATENATED MODULE: ./lib/wheel/record.js
/** RECORD files (PyPA "Recording installed projects", PEP 376, PEP 627). */

/** Twice what a wheel may hold: rows of it, and some that name nothing. */
const mostRows = 2 * mostEntries;
/**
 * Reads RECORD, rows as they stand, and never fails: CSV with quotes, lines ended by `\n`, `\r\n` or `\r`. A quote that never
 * ends reaches to the end of the text, columns after the third count for nothing, a size that is none is left out.
 */
function parseRecord(text) {
    const rows = [];
    const faults = [];
    for (const { fields, isBroken } of parseCsv(text)) {
        if (isBroken)
            faults.push({ kind: 'quote' });
        if (fields.every(field => field === ''))
            continue;
        if (rows.length === mostRows)
            return { rows, faults: [...faults, { kind: 'rows' }] };
        const [path = '', hash = '', size = ''] = fields;
        const isSize = /^\d{1,15}$/.test(size);
        rows.push({ path, hash, size: isSize ? Number(size) : undefined });
        if (fields.length > 3)
            faults.push({ kind: 'columns', path });
        if (size !== '' && !isSize)
            faults.push({ kind: 'size', path });
    }
    return { rows, faults };
}
/** Row by row, of each row four fields at most. */
function* parseCsv(text) {
    let fields = [];
    let isBroken = false;
    for (let at = 0; at < text.length || fields.length > 0;) {
        const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
        // What follows a closing quote belongs to the field, as in Python's csv module.
        const end = plainEnd(text, quoted?.end ?? at);
        const separator = match(/,|\r\n|\n|\r|$/y, text, end);
        if (fields.length < 4)
            fields.push((quoted?.value ?? '') + text.slice(quoted?.end ?? at, end));
        isBroken ||= quoted !== undefined && (!quoted.isClosed || quoted.end !== end);
        at = end + separator.length;
        if (separator === ',')
            continue;
        yield { fields, isBroken };
        fields = [];
        isBroken = false;
    }
}
/** The quoted text that starts at `at`, its doubled quotes made single, and where what follows it starts. */
function readQuoted(text, at) {
    let quote = text.indexOf('"', at + 1);
    while (quote !== -1 && text[quote + 1] === '"')
        quote = text.indexOf('"', quote + 2);
    const close = quote === -1 ? text.length : quote;
    const value = text.slice(at + 1, close).replaceAll('""', '"');
    return { value, end: Math.min(close + 1, text.length), isClosed: quote !== -1 };
}
function plainEnd(text, at) {
    return at + match(/[^,\r\n]*/y, text, at).length;
}
function match(sticky, text, at) {
    sticky.lastIndex = at;
    return sticky.exec(text)?.[0] ?? '';
}
/** The text of a RECORD file: rows sorted by path, lines ended by `\n`, fields quoted where CSV needs it. */
function formatRecord(rows) {
    return rows
        .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
        .map(row => `${[row.path, row.hash, row.size === undefined ? '' : String(row.size)].map(formatField).join(',')}\n`)
        .join('');
}
function formatField(field) {
    return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** The hash column for a hex SHA-256 digest: `sha256=` and URL-safe base64 without padding (PEP 376). */
function recordHash(sha256Hex) {
    return `sha256=${Buffer.from(sha256Hex, 'hex').toString('base64url')}`;
}

;// CONCATENATED MODULE: ./lib/install/scripts.js
/** The scripts of a wheel: wrappers of entry points, and shipped scripts with their first line rewritten. */




/**
 * The entry points that become scripts: as listed, but a wheel that has `pip` or `easy_install` gets them for the
 * version at hand (`pip3.11`) and no other, as pip does.
 * Throws UserError SCRIPT_NAME_RESERVED for a name that would replace the interpreter or an activation script.
 */
function scriptEntryPoints(entryPoints, { wheel, pythonVersion }) {
    assertScriptNames(entryPoints, wheel);
    const [major = '', minor = ''] = pythonVersion.split('.');
    const pips = ['pip', `pip${major}`, `pip${major}.${minor}`];
    const easyInstalls = ['easy_install', `easy_install-${major}.${minor}`];
    const withPip = withVersions(entryPoints, /^pip(\d+(\.\d+)?)?$/, pips);
    return withVersions(withPip, /^easy_install(-\d+\.\d+)?$/, easyInstalls);
}
/** Throws UserError SCRIPT_NAME_RESERVED for a name that would replace the interpreter or an activation script. */
function assertScriptNames(entryPoints, wheel) {
    for (const { name } of entryPoints)
        if (isReservedScript(name))
            throw reservedName(wheel, 'an entry point', name);
}
function withVersions(entryPoints, pattern, names) {
    const plain = entryPoints.find(({ name, gui }) => !gui && name === names[0]);
    if (plain === undefined)
        return entryPoints;
    return [
        ...names.map(name => ({ ...plain, name })),
        ...entryPoints.filter(({ name, gui }) => gui || !pattern.test(name)),
    ];
}
/** The files that an entry point becomes in the scripts directory; with launchers, those of Windows. */
function scriptFiles(entryPoint, python, { windowsLaunchers: launchers, os } = {}) {
    const { name, gui } = entryPoint;
    if (launchers === undefined)
        return [{ name, content: Buffer.from(scriptText(entryPoint, python, { os })) }];
    const interpreter = gui ? withoutConsole(python) : python;
    const archive = storedArchive('__main__.py', Buffer.from(wrapper(entryPoint)));
    const launcher = gui ? launchers.gui : launchers.console;
    return [{ name: `${name}.exe`, content: windowsLauncher(launcher, shebang(interpreter), archive) }];
}
/** The wrapper of an entry point, console or gui, on POSIX systems (PyPA entry points, "Use for scripts"). */
function scriptText(entryPoint, python, options = {}) {
    return shebang(python, options) + wrapper(entryPoint);
}
function wrapper({ module, attribute }) {
    const [imported] = attribute.split('.');
    return `import sys
from ${module} import ${imported}
if __name__ == '__main__':
    if sys.argv[0].endswith('.exe'):
        sys.argv[0] = sys.argv[0][:-4]
    sys.exit(${attribute}())
`;
}
const shebangLimit = 127;
const darwinShebangLimit = 512;
/**
 * The first line of a script, its line end included. Where the kernel would cut it (more than 127 bytes, 512 on
 * macOS) or split it at a space, it is three lines that a shell reads as an `exec` and Python as a string.
 * Throws UserError PYTHON_PATH_UNSUPPORTED for a path that neither can quote.
 */
function shebang(python, { os } = {}) {
    if (isWindowsPath(python))
        return `#!${python.includes(' ') ? `"${python}"` : python}\r\n`;
    const line = `#!${python}\n`;
    const limit = os === 'darwin' ? darwinShebangLimit : shebangLimit;
    if (Buffer.byteLength(line) <= limit && !/\s/.test(python))
        return line;
    return `#!/bin/sh\n'''exec' ${quote(python)} "$0" "$@"\n' '''\n`;
}
/** Quoted for a shell, and free of what would end or change a Python string. */
function quote(path) {
    if (!/["$`\\]/.test(path))
        return `"${path}"`;
    if (!/['\\]/.test(path))
        return `'${path}'`;
    throw (0,errors/* usageError */.Wp)('PYTHON_PATH_UNSUPPORTED', `scripts cannot name the interpreter \`${path}\`: the path is too long or has a space, and has quotes besides`, 'choose a path for the environment without quotes, `$` and backslashes');
}
/**
 * A shipped script whose first line starts with `#!python` or `#!pythonw`, with that line naming `python` instead;
 * its arguments go, everything after it stays byte for byte (PyPA binary distribution format, "Recommended installer
 * features"). Undefined where there is nothing to rewrite.
 */
function rewriteShebang(content, python, options = {}) {
    const placeholder = '#!python';
    if (content.toString('latin1', 0, placeholder.length) !== placeholder)
        return undefined;
    const gui = content.toString('latin1', placeholder.length, placeholder.length + 1) === 'w';
    const end = content.indexOf('\n');
    const rest = end === -1 ? Buffer.alloc(0) : content.subarray(end + 1);
    return Buffer.concat([Buffer.from(shebang(gui ? withoutConsole(python) : python, options)), rest]);
}
/** `pythonw.exe` for `python.exe`; only Windows has it. */
function withoutConsole(python) {
    return isWindowsPath(python) ? python.replace(/python(?=[^\\/]*$)/i, '$&w') : python;
}
/** True for a wrapper that a build tool made and that the entry point of the same name replaces. */
function isLegacyWrapper(name, entryPointNames) {
    return entryPointNames.has(name.replace(/(\.exe|-script\.py|\.pya)$/i, ''));
}
/** The launcher for a Windows machine, as named in `pip/_vendor/distlib` of the pip wheel bundled with ensurepip. */
function launcherName({ gui, arch }) {
    const suffix = arch === 'arm64' ? '64-arm' : arch === 'ia32' ? '32' : '64';
    return `${gui ? 'w' : 't'}${suffix}.exe`;
}
/** A launcher finds the zip at its own end, and the line before it says which interpreter runs the zip. */
function windowsLauncher(launcher, shebangLine, scriptZip) {
    return Buffer.concat([launcher, Buffer.from(shebangLine), scriptZip]);
}
/** A zip archive of one stored file, dated 1980-01-01 (PKWARE APPNOTE 6.3.10, §4.3). */
function storedArchive(name, data) {
    const path = Buffer.from(name);
    const [version, utf8, stored, time, date] = [20, 0x800, 0, 0, 0x21];
    const head = [u16(version, utf8, stored, time, date), u32((0,external_node_zlib_.crc32)(data), data.length, data.length), u16(path.length, 0)];
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), ...head, path, data]);
    const central = Buffer.concat([Buffer.from('PK\x01\x02'), u16(version), ...head, u16(0, 0, 0), u32(0, 0), path]);
    const end = [u16(0, 0, 1, 1), u32(central.length, local.length), u16(0)];
    return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), ...end]);
}
function u16(...values) {
    return Buffer.from(values.flatMap(value => [value & 255, value >>> 8]));
}
function u32(...values) {
    return u16(...values.flatMap(value => [value & 65535, value >>> 16]));
}

;// CONCATENATED MODULE: ./lib/install/dist-info.js
/** Scripts and the files of an installed dist-info: INSTALLER, REQUESTED, direct_url.json and, last, RECORD. */







/** Writes the scripts of a wheel: those it ships, with their first line rewritten, and one for each entry point. */
function writeScripts(prepared, services) {
    const { wheel, places, wrappers, lost } = prepared;
    const files = filesOf(wheelDirectory(services.store, wheel.note.sha256));
    const rows = [];
    for (const { file, destination, recordPath } of places.scripts) {
        const shipped = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(files, file.path));
        const content = rewriteShebang(shipped, services.environment.python, services) ?? shipped;
        rows.push(contentRow(recordPath, content));
        if (!lost.has(destination))
            writeFile(destination, content, { executable: true });
    }
    for (const { destination, recordPath, content, sha256 } of wrappers) {
        if (!lost.has(destination))
            writeFile(destination, content, { executable: true });
        rows.push({ path: recordPath, hash: recordHash(sha256), size: content.length });
    }
    return rows;
}
/** The files that `writeMetadata` may write, one that it writes for a moment included. */
function metadataDestinations({ places }) {
    const record = (0,external_node_path_.join)(places.distInfo, 'RECORD');
    return [
        ...['INSTALLER', 'REQUESTED', 'direct_url.json'].map(name => (0,external_node_path_.join)(places.distInfo, name)),
        unfinishedName(record),
        record,
    ];
}
/** Writes what the installer adds to the dist-info; RECORD comes last and lists everything. */
function writeMetadata({ wheel, places }, parts) {
    const { note } = wheel;
    const own = [['INSTALLER', 'wheelcrew\n']];
    if (wheel.requested)
        own.push(['REQUESTED', '']);
    if (wheel.directUrl !== undefined)
        own.push(['direct_url.json', JSON.stringify(wheel.directUrl)]);
    const rows = places.linked.map(({ file, recordPath }) => ({
        path: recordPath,
        hash: recordHash(file.sha256),
        size: file.size,
    }));
    const compiled = parts.bytecode.map(({ recordPath }) => ({ path: recordPath, hash: '', size: undefined }));
    const added = own.map(([name, content]) => contentRow(`${note.distInfo}/${name}`, Buffer.from(content)));
    const record = { path: `${note.distInfo}/RECORD`, hash: '', size: undefined };
    for (const [name, content] of own) {
        writeFile((0,external_node_path_.join)(places.distInfo, name), content, { executable: false });
    }
    const text = formatRecord([...rows, ...parts.scripts, ...compiled, ...added, record]);
    writeWhole((0,external_node_path_.join)(places.distInfo, 'RECORD'), text);
}
function contentRow(path, content) {
    return { path, hash: recordHash((0,external_node_crypto_.hash)('sha256', content, 'hex')), size: content.length };
}

;// CONCATENATED MODULE: ./lib/wheel/entry-path.js
/** Paths as they stand in a wheel. */
/** Bytes; below a directory of usual length, every system takes such a path. */
const longestPath = 1024;
/** Bytes; what file systems take. */
const entry_path_longestName = 255;
/** Why a path may not be written below a directory of any system, or undefined for a relative, normalised POSIX path. */
function pathFault(path) {
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
    return segments.some(segment => isLonger(segment, entry_path_longestName))
        ? `holds a name that is longer than ${entry_path_longestName} bytes`
        : undefined;
}
/** A character takes three bytes at most, so that most texts need no encoding. */
function isLonger(text, bytes) {
    return text.length > bytes || (text.length * 3 > bytes && Buffer.byteLength(text) > bytes);
}

;// CONCATENATED MODULE: ./lib/wheel/placement.js
/** Where each entry of a wheel is installed (PyPA binary distribution format, "Installing a wheel"). */




const schemes = ['purelib', 'platlib', 'headers', 'scripts', 'data'];
/**
 * Where an entry that is a file is installed: the `.data` directory of the wheel spreads over the schemes, the rest
 * goes to purelib or platlib. A folder in the scripts scheme stays one, as pip has it.
 * Throws `WHEEL_INVALID` for an unknown scheme, for a path that is not inside its scheme and for a second `.dist-info`;
 * SCRIPT_NAME_RESERVED for a file that would replace the interpreter, an activation script or pyvenv.cfg.
 */
function placeEntry(path, layout, wheel) {
    placement_assertInside(path, path, wheel);
    if (isReservedState(path))
        throw reservedName(wheel, 'the entry', path);
    const [top = '', key, ...rest] = path.split('/');
    if (!isDataDirectory(top, layout))
        return { scheme: layout.rootIsPurelib ? 'purelib' : 'platlib', path };
    if (key === undefined || rest.length === 0) {
        throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: it lies in no scheme of the \`.data\` directory`);
    }
    const scheme = schemes.find(known => known === key);
    if (scheme === undefined) {
        throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: ${invalid_wheel_quoted(key)} is not a scheme; expected ${schemes.join(', ')}`);
    }
    const placement = { scheme, path: rest.join('/') };
    // What stood inside the path may be a drive now.
    placement_assertInside(placement.path, path, wheel);
    assertHarmless(placement, path, wheel);
    return placement;
}
function placement_assertInside(path, entry, wheel) {
    const fault = pathFault(path);
    if (fault !== undefined)
        throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry)}: its path ${fault}`);
}
/** What only the `.data` directory can reach: files of the environment itself, and the metadata of distributions. */
function assertHarmless(placement, entry, wheel) {
    const isReserved = (placement.scheme === 'scripts' && isReservedScript(placement.path)) ||
        (placement.scheme === 'data' && isReservedData(placement.path)) ||
        isReservedState(placement.path);
    if (isReserved)
        throw reservedName(wheel, 'the entry', entry);
    const isLibrary = placement.scheme === 'purelib' || placement.scheme === 'platlib';
    if (isLibrary && /^[^/]+\.dist-info\//i.test(placement.path)) {
        throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry)}: it would be installed into a \`.dist-info\` directory`);
    }
}
/** True for `numpy-2.1.0.data`, its name spelled in any equal way, of a wheel with `numpy-2.1.0.dist-info`. */
function isDataDirectory(directory, { distInfo }) {
    if (!directory.endsWith('.data'))
        return false;
    return normalizeName(stem(directory)) === normalizeName(stem(distInfo));
}
function stem(directory) {
    return directory.slice(0, directory.lastIndexOf('.'));
}

;// CONCATENATED MODULE: ./lib/install/layout.js
/** Which file of a stored wheel goes where in an environment: pure. */





/** Files of a dist-info that the installer writes itself. */
const generated = new Set(['RECORD', 'INSTALLER', 'REQUESTED', 'direct_url.json']);
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
        else if (!isLegacyWrapper((0,external_node_path_.basename)(placed.destination), names))
            scripts.push(placed);
    }
    const library = libraryOf(note, environment.schemes);
    return { distInfo: (0,external_node_path_.join)(library, note.distInfo), linked: [...linked, ...metadata], scripts };
}
/** Places the bytecode of a wheel beside its sources. */
function placeBytecode(note, environment, files) {
    return files.map(placer(note, environment));
}
/** The sources of a wheel that are compiled: all but scripts, which are run and never imported. */
function compiledSources(note) {
    const layout = { distInfo: note.distInfo, rootIsPurelib: note.rootIsPurelib };
    return note.files.filter(file => note_isSource(file.path) && placeEntry(file.path, layout, note.filename).scheme !== 'scripts');
}
/** The directory that holds the root of a wheel, and so its dist-info. */
function libraryOf({ rootIsPurelib }, schemes) {
    return schemes[rootIsPurelib ? 'purelib' : 'platlib'];
}
function placer(note, environment) {
    const windows = isWindowsPath(environment.python);
    const directories = { ...environment.schemes, headers: (0,external_node_path_.join)(environment.schemes.headers, note.name) };
    const library = libraryOf(note, directories);
    const prefixes = new Map(Object.entries(directories).map(([key, path]) => [key, recordPrefix(library, path)]));
    return file => {
        const { scheme, path } = placeEntry(file.path, note, note.filename);
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

;// CONCATENATED MODULE: ./lib/wheel/dist-info.js
/** The files of a `.dist-info` directory: WHEEL, METADATA, entry_points.txt (PyPA core metadata, entry points). */



/**
 * The one top-level `.dist-info` directory of a wheel, without a `/` at its end.
 * Throws `WHEEL_INVALID` where there is none, more than one, or one of another distribution.
 */
function findDistInfo(paths, filename) {
    const wheel = filename.filename;
    const found = new Set(paths.map(topDirectory).filter(directory => directory?.endsWith('.dist-info')));
    const [distInfo] = found;
    if (distInfo === undefined)
        throw invalid_wheel_invalidWheel(wheel, 'it has no `.dist-info` directory');
    if (found.size > 1) {
        throw invalid_wheel_invalidWheel(wheel, `it has several \`.dist-info\` directories: ${[...found].slice(0, 3).map(String).map(invalid_wheel_quoted).join(', ')}`);
    }
    const stem = normalizeName(distInfo.slice(0, -'.dist-info'.length));
    if (!stem.startsWith(`${filename.name}-`) || !/^v?\d/.test(stem.slice(filename.name.length + 1))) {
        throw invalid_wheel_invalidWheel(wheel, `${invalid_wheel_quoted(distInfo)} is not the \`.dist-info\` directory of \`${filename.name}\``);
    }
    return distInfo;
}
function topDirectory(path) {
    const end = path.indexOf('/');
    return end === -1 ? undefined : path.slice(0, end);
}
/** Reads WHEEL (PyPA binary distribution format); `WHEEL_INVALID` without a `Wheel-Version` or with one above 1. */
function parseWheelFile(text, wheel) {
    const headers = parseHeaders(text);
    const version = first(headers, 'wheel-version');
    if (version === undefined)
        throw invalid_wheel_invalidWheel(wheel, 'its WHEEL file has no `Wheel-Version`');
    const [, major] = /^(\d+)(?:\.\d+)*$/.exec(version) ?? [];
    if (major === undefined || Number(major) > 1) {
        throw invalid_wheel_invalidWheel(wheel, `its \`Wheel-Version\` is ${invalid_wheel_quoted(version)}; expected 1.0 or another 1.x`);
    }
    return {
        version,
        rootIsPurelib: first(headers, 'root-is-purelib')?.toLowerCase() === 'true',
    };
}
/** What a reader should know about a `Wheel-Version` that is not 1.0, or undefined. */
function wheelVersionWarning({ version }, wheel) {
    if (/^1(\.0)*$/.test(version))
        return undefined;
    const age = version.startsWith('1.') ? 'newer' : 'older';
    return `\`${wheel}\`: its \`Wheel-Version\` ${invalid_wheel_quoted(version)} is ${age} than 1.0, by which it is installed`;
}
/** Reads METADATA (PyPA core metadata); `WHEEL_INVALID` where it names no distribution or no version. */
function parseMetadata(text, wheel) {
    const headers = parseHeaders(text);
    const name = first(headers, 'name');
    const version = first(headers, 'version');
    if (name === undefined || version === undefined) {
        throw invalid_wheel_invalidWheel(wheel, `its METADATA has no \`${name === undefined ? 'Name' : 'Version'}\``);
    }
    const requiresPython = first(headers, 'requires-python');
    return { name, version, requiresPython, requiresDist: dist_info_all(headers, 'requires-dist') };
}
/** Headers of a mail message (RFC 822), folded lines joined by a space; ends at the first line that is no header. */
function parseHeaders(text) {
    const headers = [];
    for (const line of lines(text)) {
        const last = headers.at(-1);
        if (/^[ \t]/.test(line) && last !== undefined) {
            headers[headers.length - 1] = { key: last.key, value: `${last.value} ${line.trim()}` };
            continue;
        }
        const [, key, value] = /^([!-9;-~]+):(.*)$/.exec(line) ?? [];
        if (key === undefined || value === undefined)
            break;
        headers.push({ key: key.toLowerCase(), value: value.trim() });
    }
    return headers;
}
/** One after another, since only the first of many are wanted. */
function* lines(text) {
    for (const [, line = ''] of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g))
        yield line;
}
function first(headers, key) {
    return headers.find(header => header.key === key && header.value !== '')?.value;
}
function dist_info_all(headers, key) {
    return headers.filter(header => header.key === key).map(header => header.value);
}
const scriptGroups = ['console_scripts', 'gui_scripts'];
const identifier = '[\\p{ID_Start}_]\\p{ID_Continue}*';
const dottedName = `${identifier}(?:\\.${identifier})*`;
/** `module:attribute [extras]`, the extras ignored. */
const objectReference = new RegExp(`^(${dottedName})\\s*:\\s*(${dottedName})\\s*(?:\\[[^\\]]*\\])?$`, 'u');
/**
 * The scripts that entry_points.txt asks for (PyPA entry points specification), in the file's order, of equal names the last.
 * Throws `WHEEL_INVALID` for a reference without attribute, and for a name that is not a plain filename.
 */
function parseEntryPoints(text, wheel) {
    const byName = new Map();
    let group = '';
    for (const line of text.split(/\r\n|\r|\n/).map(raw => raw.trim())) {
        if (line === '' || line.startsWith('#') || line.startsWith(';'))
            continue;
        const [, section] = /^\[(.*)\]$/.exec(line) ?? [];
        if (section !== undefined)
            group = section.trim();
        else if (scriptGroups.includes(group)) {
            const entryPoint = parseScript(line, group, wheel);
            byName.set(entryPoint.name, entryPoint);
        }
    }
    return [...byName.values()];
}
function parseScript(line, group, wheel) {
    const equals = line.indexOf('=');
    if (equals === -1) {
        throw invalid_wheel_invalidWheel(wheel, `entry_points.txt has the line ${invalid_wheel_quoted(line)}; expected \`name = module:attribute\``);
    }
    const name = line.slice(0, equals).trim();
    const reference = line.slice(equals + 1).trim();
    if (pathFault(name) !== undefined || name.includes('/')) {
        throw invalid_wheel_invalidWheel(wheel, `entry_points.txt names a script ${invalid_wheel_quoted(name)}, which is not a plain filename`);
    }
    const [, module, attribute] = objectReference.exec(reference) ?? [];
    if (module === undefined || attribute === undefined) {
        throw invalid_wheel_invalidWheel(wheel, `its script ${invalid_wheel_quoted(name)} refers to ${invalid_wheel_quoted(reference)}; expected \`module:attribute\``);
    }
    return { name, module, attribute, gui: group === 'gui_scripts' };
}

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

;// CONCATENATED MODULE: ./lib/install/prepare.js
/** Settles where every file of an installation goes, before one is linked. */










/** Settles every path before one is linked. */
function prepareInstall(wheels, services, removals = []) {
    const ordered = orderWheels(wheels.map(wheel => ({ name: wheel.note.name, requires: wheel.note.requires, wheel })));
    const placed = ordered.map(({ wheel }) => {
        const entryPoints = readEntryPoints(wheel.note, services);
        const wrappers = makeWrappers(entryPoints, wheel.note, services);
        const places = withoutDoubles(placeWheel(wheel.note, services.environment, entryPoints), wrappers);
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
    return os === 'linux' ? path => path : foldPath;
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
    const prefix = recordPrefix(libraryOf(note, environment.schemes), directory);
    return entryPoints
        .flatMap(entryPoint => scriptFiles(entryPoint, environment.python, services))
        .map(({ name, content }) => ({
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
    const text = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(filesOf(wheelDirectory(store, note.sha256)), path), 'utf8');
    return scriptEntryPoints(parseEntryPoints(text, note.filename), { wheel: note.filename, pythonVersion });
}

;// CONCATENATED MODULE: ./lib/install/install-wheels.js
/** Lays stored wheels into an environment, all of them or none, and takes out what they replace. */







/**
 * Begins an installation: what it removes is moved aside. `link` and `finish` return the number of files they put in place.
 * Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
function beginInstallation(preparation, services) {
    const { wheels, removals } = preparation;
    const { environment, isNew } = services;
    const destinations = wheels.flatMap(prepared => [...destinationsOf(prepared)]);
    const possible = () => wheels.flatMap(prepared => bytecodeDestinations(prepared, services));
    const change = isNew
        ? beginFresh(destinations)
        : beginChange({ environment, removals, destinations, possible: possible() });
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
    yield* metadataDestinations(prepared);
}
/** Where bytecode may be written; which sources compile is not known yet. */
function bytecodeDestinations({ wheel }, { environment, bytecodeKind }) {
    if (bytecodeKind === undefined)
        return [];
    const { note } = wheel;
    const compiled = compiledSources(note).map(file => ({
        ...file,
        path: bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize),
    }));
    return placeBytecode(note, environment, compiled).map(({ destination }) => destination);
}
function linkWheel({ wheel, places, lost }, services) {
    const files = filesOf(wheelDirectory(services.store, wheel.note.sha256));
    return linkAll(files, places.linked, { lost, mode: linkModeOf(wheel, services) });
}
/** The files of an editable distribution point at a tree: an edit of them is not one of the store. */
function linkModeOf({ directUrl }, { linkMode }) {
    return directUrl?.dir_info?.editable === true ? 'copy' : linkMode;
}
function finishWheel(prepared, bytecode, services) {
    const { note } = prepared.wheel;
    const compiled = placeBytecode(note, services.environment, bytecode?.files ?? []);
    const ours = withoutLost(compiled, prepared, services);
    makeParents(ours.map(({ destination }) => destination));
    if (services.bytecodeKind !== undefined && bytecode !== undefined) {
        const files = filesOf(bytecodeDirectory(services.store, services.bytecodeKind, note.sha256));
        linkAll(files, ours, { lost: prepared.lost, mode: linkModeOf(prepared.wheel, services) });
    }
    const scripts = writeScripts(prepared, services);
    writeMetadata(prepared, { bytecode: compiled, scripts });
    return ours.length + scripts.length;
}
/** A source that lost its path leaves its bytecode out too. */
function withoutLost(compiled, { places, lost }, { bytecodeKind }) {
    if (lost.size === 0 || bytecodeKind === undefined)
        return compiled;
    const sources = places.linked.filter(({ destination }) => lost.has(destination));
    const absent = new Set(sources.map(({ file }) => bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize)));
    return compiled.filter(({ file }) => !absent.has(file.path));
}
function linkAll(root, placed, { lost, mode }) {
    let count = 0;
    for (const { file, destination } of placed) {
        if (lost.has(destination))
            continue;
        linkFile(`${root}/${file.path}`, destination, { mode, file });
        count++;
    }
    return count;
}

;// CONCATENATED MODULE: ./lib/wheel/path-clash.js
/** Paths that cannot be in one directory tree together. */
/**
 * The first path that occurs twice, or that is a file and the parent of another; `directories` are paths that may be parents.
 * Stops at `mostFolders` distinct parents, since a few deep paths can stand for millions.
 */
function findClash(paths, directories, mostFolders) {
    const all = new Set();
    for (const path of paths) {
        if (all.has(path))
            return { kind: 'same', path };
        all.add(path);
    }
    const parents = new Set();
    for (const path of paths) {
        for (let parent = parentOf(path); parent !== '' && !parents.has(parent); parent = parentOf(parent)) {
            if (all.has(parent) && !directories.has(parent))
                return { kind: 'file and directory', path: parent };
            parents.add(parent);
        }
        if (parents.size > mostFolders)
            return { kind: 'too many folders' };
    }
    return undefined;
}
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

;// CONCATENATED MODULE: ./lib/wheel/zip-end.js
/** The end of a zip archive: end of central directory, and its zip64 form (APPNOTE 4.3.14 to 4.3.16). */

const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const locatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const endSize = 22;
const locatorSize = 20;
const end64Size = 56;
const longestComment = 0xffff;
/** How many bytes of an archive's tail hold its end records, whatever the length of the comment. */
const tailSize = end64Size + locatorSize + endSize + longestComment;
/** Finds the central directory from the last `tailSize` bytes; `WHEEL_INVALID` where the records disagree with the file. */
function findDirectory(tail, archiveSize, wheel) {
    const at = findEnd(tail, wheel);
    const base = archiveSize - tail.length;
    const end = readEnd(tail, at);
    const hasZip64 = at >= locatorSize && tail.readUInt32LE(at - locatorSize) === locatorSignature;
    const record = hasZip64 ? readZip64(tail, at - locatorSize, { base, end, wheel }) : end;
    if (!hasZip64 && isSaturated(end))
        throw invalid_wheel_invalidWheel(wheel, 'its zip64 end record is missing');
    assertOneDisk(record, wheel);
    const recordsStart = base + (hasZip64 ? at - locatorSize - end64Size : at);
    if (record.offset + record.size !== recordsStart) {
        throw invalid_wheel_invalidWheel(wheel, `its central directory is declared as ${record.size} bytes at offset ${record.offset}, but its end record is at offset ${recordsStart}`);
    }
    return { entries: record.entries, size: record.size, offset: record.offset };
}
/** Position of the end record in the tail: the last one, with a plain comment and nothing but NULs behind it. */
function findEnd(tail, wheel) {
    const at = tail.length < endSize ? -1 : tail.lastIndexOf(endSignature, tail.length - endSize);
    if (at === -1)
        throw invalid_wheel_invalidWheel(wheel, 'it has no zip end record, so it is truncated or no zip archive');
    const commentEnd = at + endSize + tail.readUInt16LE(at + 20);
    if (commentEnd > tail.length)
        throw invalid_wheel_invalidWheel(wheel, 'its archive comment is truncated');
    if (tail.subarray(commentEnd).some(byte => byte !== 0))
        throw invalid_wheel_invalidWheel(wheel, 'data follows its zip end record');
    if (tail.subarray(at + endSize, commentEnd).some(byte => byte >= 1 && byte <= 8)) {
        throw invalid_wheel_invalidWheel(wheel, 'its archive comment holds zip records');
    }
    assertOnlyEnd(tail, at, { commentEnd, wheel });
    return at;
}
/** A reader that looks for the end record whose comment fills the file must not find another one. */
function assertOnlyEnd(tail, at, { commentEnd, wheel }) {
    for (let other = tail.indexOf(endSignature); other < at; other = tail.indexOf(endSignature, other + 1)) {
        const otherEnd = other + endSize + tail.readUInt16LE(other + 20);
        if (otherEnd === commentEnd || otherEnd === tail.length) {
            throw invalid_wheel_invalidWheel(wheel, 'it has two zip end records, one in the comment of the other');
        }
    }
}
function readEnd(tail, at) {
    return {
        disk: tail.readUInt16LE(at + 4),
        directoryDisk: tail.readUInt16LE(at + 6),
        diskEntries: tail.readUInt16LE(at + 8),
        entries: tail.readUInt16LE(at + 10),
        size: tail.readUInt32LE(at + 12),
        offset: tail.readUInt32LE(at + 16),
    };
}
function isSaturated(end) {
    return end.entries === 0xffff || end.diskEntries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
}
/** Reads the zip64 record in front of the locator; every field of the plain record must agree or be saturated. */
function readZip64(tail, locatorAt, { base, end, wheel }) {
    const at = locatorAt - end64Size;
    if (at < 0 || tail.readUInt32LE(at) !== end64Signature || tail.readBigUInt64LE(at + 4) !== BigInt(end64Size - 12)) {
        throw invalid_wheel_invalidWheel(wheel, 'its zip64 end record is missing, misplaced or of the wrong length');
    }
    const located = tail.readBigUInt64LE(locatorAt + 8);
    const onOneDisk = tail.readUInt32LE(locatorAt + 4) === 0 && tail.readUInt32LE(locatorAt + 16) <= 1;
    if (located !== BigInt(base + at) || !onOneDisk) {
        throw invalid_wheel_invalidWheel(wheel, `its zip64 locator points to offset ${located}, but the record is at ${base + at}`);
    }
    const end64 = readEnd64(tail, at);
    if (!agrees(end, end64))
        throw invalid_wheel_invalidWheel(wheel, 'its zip64 end record contradicts its end record');
    return end64;
}
function readEnd64(tail, at) {
    return {
        disk: tail.readUInt32LE(at + 16),
        directoryDisk: tail.readUInt32LE(at + 20),
        diskEntries: Number(tail.readBigUInt64LE(at + 24)),
        entries: Number(tail.readBigUInt64LE(at + 32)),
        size: Number(tail.readBigUInt64LE(at + 40)),
        offset: Number(tail.readBigUInt64LE(at + 48)),
    };
}
function agrees(end, end64) {
    const short = (plain, long) => plain === long || plain === 0xffff;
    const wide = (plain, long) => plain === long || plain === 0xffffffff;
    return (short(end.disk, end64.disk) &&
        short(end.directoryDisk, end64.directoryDisk) &&
        short(end.diskEntries, end64.diskEntries) &&
        short(end.entries, end64.entries) &&
        wide(end.size, end64.size) &&
        wide(end.offset, end64.offset));
}
function assertOneDisk(end, wheel) {
    if (end.disk !== 0 || end.directoryDisk !== 0 || end.diskEntries !== end.entries) {
        throw invalid_wheel_invalidWheel(wheel, 'it is one part of an archive of several disks');
    }
}

;// CONCATENATED MODULE: ./lib/wheel/zip-extra.js
const zip64Id = 0x0001;
const unicodePathId = 0x7075;
const zip64Lengths = [0, 8, 16, 24, 28];
const max16 = 0xffff;
const max32 = 0xffffffff;
/** The true sizes of a header; throws `fault` where an extra field is malformed, repeated or contradicts the header. */
function readExtra(header, fault) {
    const fields = splitFields(header.extra, fault);
    const unicodePath = fields.get(unicodePathId);
    if (unicodePath !== undefined && !unicodePath.subarray(5).equals(header.name)) {
        throw fault('its Unicode path differs from its name');
    }
    return widen(header, fields.get(zip64Id), fault);
}
function splitFields(extra, fault) {
    const fields = new Map();
    for (let at = 0; at + 4 <= extra.length;) {
        const id = extra.readUInt16LE(at);
        const end = at + 4 + extra.readUInt16LE(at + 2);
        if (end > extra.length)
            throw fault('an extra field runs past its header');
        if (fields.has(id) && (id === zip64Id || id === unicodePathId))
            throw fault('an extra field is repeated');
        fields.set(id, extra.subarray(at + 4, end));
        at = end;
    }
    return fields;
}
/** Takes each saturated value from the zip64 field, which holds exactly those or repeats the others as they are. */
function widen(header, zip64, fault) {
    const field = zip64 ?? Buffer.alloc(0);
    if (!zip64Lengths.includes(field.length))
        throw fault(`its zip64 field is ${field.length} bytes long`);
    let at = 0;
    const take = (value, limit, length) => {
        if (value !== limit)
            return value;
        at += length;
        if (at > field.length)
            throw fault('its zip64 field lacks a size');
        return length === 8 ? Number(field.readBigUInt64LE(at - 8)) : field.readUInt32LE(at - 4);
    };
    const size = take(header.size, max32, 8);
    const compressedSize = take(header.compressedSize, max32, 8);
    const headerOffset = take(header.headerOffset, max32, 8);
    const disk = take(header.disk, max16, 4);
    if (![size, compressedSize, headerOffset].every(Number.isSafeInteger))
        throw fault('its zip64 field is out of range');
    const wide = { size, compressedSize, headerOffset, disk };
    if (at !== field.length && !field.equals(fullField(wide).subarray(0, field.length))) {
        throw fault('its zip64 field and its header disagree');
    }
    return wide;
}
/** The zip64 field with every value in it, in its order; a shorter one is a prefix of it. */
function fullField(wide) {
    const field = Buffer.alloc(28);
    field.writeBigUInt64LE(BigInt(wide.size), 0);
    field.writeBigUInt64LE(BigInt(wide.compressedSize), 8);
    field.writeBigUInt64LE(BigInt(wide.headerOffset), 16);
    field.writeUInt32LE(wide.disk, 24);
    return field;
}

;// CONCATENATED MODULE: ./lib/wheel/zip-header.js



const centralSize = 46;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Bytes of a local header before its name. */
const localSize = 30;
/** Encrypted, patched, strongly encrypted, masked. */
const refusedFlags = 0x0001 | 0x0020 | 0x0040 | 0x2000;
const descriptorFlag = 0x0008;
const utf8Flag = 0x0800;
const methods = new Map([
    [0, 'stored'],
    [8, 'deflate'],
    [93, 'zstd'],
]);
/** The most bytes that nothing compresses to: a stored block of deflate, a zstd frame with its checksum. */
const emptyStreamBytes = { stored: 0, deflate: 5, zstd: 13 };
const fileTypes = { mask: 0o170000, regular: 0o100000, directory: 0o040000, link: 0o120000 };
/** All headers of a central directory that must be exactly `count` long; `WHEEL_INVALID` for any that is refused. */
function readCentralHeaders(directory, count, wheel) {
    const headers = [];
    let at = 0;
    while (at < directory.length && headers.length < count) {
        const length = centralLength(directory, at);
        if (length === undefined || at + length > directory.length) {
            throw invalid_wheel_invalidWheel(wheel, `central header ${headers.length + 1} of ${count} is damaged`);
        }
        headers.push(readCentralHeader(directory.subarray(at, at + length), wheel));
        at += length;
    }
    if (headers.length !== count || at !== directory.length) {
        throw invalid_wheel_invalidWheel(wheel, `its central directory does not hold exactly the ${count} declared entries`);
    }
    return headers;
}
function centralLength(directory, at) {
    if (at + centralSize > directory.length || directory.readUInt32LE(at) !== centralSignature)
        return undefined;
    return (centralSize + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32));
}
function readCentralHeader(header, wheel) {
    const nameEnd = centralSize + header.readUInt16LE(28);
    const name = header.subarray(centralSize, nameEnd);
    const fault = entryFault(name, wheel);
    const wide = readExtra({
        name,
        extra: header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)),
        size: header.readUInt32LE(24),
        compressedSize: header.readUInt32LE(20),
        headerOffset: header.readUInt32LE(42),
        disk: header.readUInt16LE(34),
    }, fault);
    if (wide.disk !== 0)
        throw fault('it lies on another disk');
    const central = {
        ...readName(name, fault),
        method: readMethod(header.readUInt16LE(8), header.readUInt16LE(10), fault),
        compressedSize: wide.compressedSize,
        size: wide.size,
        crc32: header.readUInt32LE(16),
        hasUtf8Name: (header.readUInt16LE(8) & utf8Flag) !== 0,
        isExecutable: isExecutable(header.readUInt32LE(38) >>> 16),
        headerOffset: wide.headerOffset,
    };
    assertFileType(central, header.readUInt32LE(38) >>> 16, fault);
    return central;
}
function entryFault(name, wheel) {
    return (reason) => invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(name.toString('utf8'))}: ${reason}`);
}
function readName(name, fault) {
    const text = name.toString('utf8');
    // Bytes that are no UTF-8 decode to U+FFFD and do not come back.
    if (text.includes('\ufffd') && !Buffer.from(text).equals(name))
        throw fault('its name is not UTF-8');
    const isDirectory = text.length > 1 && text.endsWith('/');
    const path = isDirectory ? text.slice(0, -1) : text;
    const wrong = pathFault(path);
    if (wrong !== undefined)
        throw fault(`its path ${wrong}`);
    return { path, isDirectory };
}
function readMethod(flags, id, fault) {
    if ((flags & refusedFlags) !== 0)
        throw fault('it is encrypted or patched');
    for (const [known, method] of methods)
        if (known === id)
            return method;
    throw fault(`compression method ${id} is not supported; expected stored (0), deflate (8) or zstd (93)`);
}
/** As pip: only a regular file, so never a link. */
function isExecutable(mode) {
    return (mode & fileTypes.mask) === fileTypes.regular && (mode & 0o111) !== 0;
}
function assertFileType(header, mode, fault) {
    const type = mode & fileTypes.mask;
    const expected = header.isDirectory ? [0, fileTypes.directory] : [0, fileTypes.regular, fileTypes.link];
    if (!expected.includes(type))
        throw fault(`its name and its Unix mode \`0o${mode.toString(8)}\` disagree on what it is`);
    if (header.isDirectory &&
        (header.size !== 0 || header.crc32 !== 0 || header.compressedSize > emptyStreamBytes[header.method])) {
        throw fault('it is a directory with content');
    }
    if (header.method === 'stored' && header.size !== header.compressedSize) {
        throw fault(`it is stored, but ${header.size} bytes are declared as ${header.compressedSize}`);
    }
}
/** How many bytes a local header has in all, from its first `localSize` bytes; undefined where none starts here. */
function localLength(header) {
    if (header.readUInt32LE(0) !== localSignature)
        return undefined;
    return localSize + header.readUInt16LE(26) + header.readUInt16LE(28);
}
/** Reads a whole local header; throws `fault` where it is refused by itself. */
function readLocalHeader(header, fault) {
    const nameEnd = localSize + header.readUInt16LE(26);
    const name = header.subarray(localSize, nameEnd);
    const flags = header.readUInt16LE(6);
    const wide = readExtra({
        name,
        extra: header.subarray(nameEnd),
        size: header.readUInt32LE(22),
        compressedSize: header.readUInt32LE(18),
        headerOffset: 0,
        disk: 0,
    }, fault);
    return {
        name,
        method: readMethod(flags, header.readUInt16LE(8), fault),
        compressedSize: wide.compressedSize,
        size: wide.size,
        crc32: header.readUInt32LE(14),
        hasUtf8Name: (flags & utf8Flag) !== 0,
        hasDescriptor: (flags & descriptorFlag) !== 0,
    };
}

;// CONCATENATED MODULE: ./lib/wheel/zip.js







const longestDescriptor = 24;
/**
 * The entries of a wheel, in the order of its central directory.
 * Throws `WHEEL_INVALID` for an archive that two readers could understand differently or that escapes its root.
 */
function readEntries(archive, wheel) {
    const tailLength = Math.min(archive.size, tailSize);
    const directory = findDirectory(archive.read(archive.size - tailLength, tailLength), archive.size, wheel);
    if (directory.size > largestDirectory) {
        throw invalid_wheel_invalidWheel(wheel, `its central directory has ${directory.size} bytes; expected at most ${largestDirectory}`);
    }
    if (directory.entries > mostEntries) {
        throw invalid_wheel_invalidWheel(wheel, `it has ${directory.entries} entries; expected at most ${mostEntries}`);
    }
    const headers = readCentralHeaders(archive.read(directory.offset, directory.size), directory.entries, wheel);
    const ends = layOut(headers, directory.offset, wheel);
    const entries = headers.map(header => ({ ...header, endOffset: ends.get(header.headerOffset) ?? directory.offset }));
    assertTree(entries, wheel);
    assertTotal(entries, archive.size, wheel);
    return entries;
}
/** Where each entry ends, by where it starts: entries fill the archive up to the directory and do not overlap. */
function layOut(headers, directoryOffset, wheel) {
    const sorted = headers.toSorted((a, b) => a.headerOffset - b.headerOffset);
    const prefix = sorted[0]?.headerOffset ?? directoryOffset;
    if (prefix !== 0)
        throw invalid_wheel_invalidWheel(wheel, `${prefix} bytes lie in front of its first entry`);
    const ends = new Map();
    for (const [index, header] of sorted.entries()) {
        const end = sorted[index + 1]?.headerOffset ?? directoryOffset;
        if (header.headerOffset + localSize + storedName(header).length + header.compressedSize > end) {
            throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(header.path)}: it overlaps what follows it`);
        }
        ends.set(header.headerOffset, end);
    }
    return ends;
}
/** The bytes of the name as headers hold it. */
function storedName(entry) {
    return Buffer.from(entry.isDirectory ? `${entry.path}/` : entry.path);
}
/** Every path occurs once, and no file is the parent of another entry. */
function assertTree(entries, wheel) {
    const directories = new Set(entries.filter(entry => entry.isDirectory).map(entry => entry.path));
    const clash = findClash(entries.map(entry => entry.path), directories, mostEntries);
    switch (clash?.kind) {
        case undefined:
            return;
        case 'same':
            throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(clash.path)}: it occurs twice`);
        case 'file and directory':
            throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(clash.path)}: it is a file and the directory of another entry`);
        case 'too many folders':
            throw invalid_wheel_invalidWheel(wheel, `its entries need more than ${mostEntries} folders`);
    }
}
function assertTotal(entries, archiveSize, wheel) {
    const total = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (total > largestTotal) {
        throw invalid_wheel_invalidWheel(wheel, `it unpacks to ${total} bytes; expected at most ${largestTotal}`);
    }
    if (total > unsuspiciousBytes && total > archiveSize * largestRatio) {
        throw invalid_wheel_invalidWheel(wheel, `${archiveSize} bytes unpack to ${total}, more than ${largestRatio} times as much, as only a zip bomb does`);
    }
}
/**
 * Where the data of an entry starts, after its local header is proven to say what the central one says.
 * Throws `WHEEL_INVALID` where they differ, or where bytes that belong to no entry follow the data.
 */
function zip_entryDataOffset(archive, entry, wheel) {
    const fault = reason => invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry.path)}: ${reason}`);
    const length = localLength(archive.read(entry.headerOffset, localSize));
    const dataOffset = entry.headerOffset + (length ?? 0);
    const rest = entry.endOffset - dataOffset - entry.compressedSize;
    if (length === undefined || rest < 0)
        throw fault('its local header is missing or damaged');
    const local = readLocalHeader(archive.read(entry.headerOffset, length), fault);
    if (!local.name.equals(storedName(entry)))
        throw fault(`its local header names ${invalid_wheel_quoted(local.name.toString())}`);
    if (local.method !== entry.method)
        throw fault(`its local header says ${local.method}, not ${entry.method}`);
    if (local.hasUtf8Name !== entry.hasUtf8Name && !isAscii(local.name)) {
        throw fault('its headers disagree on the encoding of its name');
    }
    if (local.hasDescriptor) {
        assertPromise(local, entry, fault);
        if (rest > longestDescriptor)
            throw fault(`${rest} bytes follow it; expected a data descriptor`);
        assertDescriptor(archive.read(entry.endOffset - rest, rest), entry, fault);
    }
    else {
        assertSameContent(local, entry, fault);
        if (rest !== 0)
            throw fault(`${rest} bytes that belong to no entry follow it`);
    }
    return dataOffset;
}
function isAscii(bytes) {
    return bytes.every(byte => byte < 0x80);
}
/** In front of data with a descriptor stand zeros or the truth: a reader may believe them. */
function assertPromise(local, entry, fault) {
    const zeroed = { ...local };
    for (const field of contentFields)
        if (local[field] === 0)
            zeroed[field] = entry[field];
    assertSameContent(zeroed, entry, fault);
}
const contentFields = ['crc32', 'compressedSize', 'size'];
function assertSameContent(local, entry, fault) {
    for (const field of contentFields) {
        if (local[field] !== entry[field]) {
            throw fault(`its local header gives ${field} ${local[field]}, its central header ${entry[field]}`);
        }
    }
}
/** A data descriptor (APPNOTE 4.3.9) comes with or without signature, its sizes in 4 or 8 bytes. */
function assertDescriptor(descriptor, entry, fault) {
    const wide = descriptor.length >= 20;
    const expected = Buffer.alloc(wide ? 24 : 16);
    expected.writeUInt32LE(0x08074b50, 0);
    expected.writeUInt32LE(entry.crc32, 4);
    if (wide) {
        expected.writeBigUInt64LE(BigInt(entry.compressedSize), 8);
        expected.writeBigUInt64LE(BigInt(entry.size), 16);
    }
    else {
        expected.writeUInt32LE(entry.compressedSize % 2 ** 32, 8);
        expected.writeUInt32LE(entry.size % 2 ** 32, 12);
    }
    if (!descriptor.equals(expected) && !descriptor.equals(expected.subarray(4))) {
        throw fault('its data descriptor differs from its central header');
    }
}
/** The content of an entry, read as a whole and proven. Throws what `entryDataOffset` and `inflateEntry` throw. */
function zip_readEntry(archive, entry, wheel) {
    const compressed = archive.read(zip_entryDataOffset(archive, entry, wheel), entry.compressedSize);
    return zip_inflateEntry(entry, compressed, wheel);
}
/** The content of an entry from its compressed bytes; `WHEEL_INVALID` unless size and CRC-32 are as declared. */
function zip_inflateEntry(entry, compressed, wheel) {
    const fault = reason => invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry.path)}: ${reason}`);
    const content = decompress(entry, compressed, fault);
    if (content.length !== entry.size)
        throw fault(`it has ${content.length} bytes; expected ${entry.size}`);
    const crc32 = external_node_zlib_.crc32(content);
    if (crc32 !== entry.crc32)
        throw fault(`its CRC-32 is ${hex(crc32)}; expected ${hex(entry.crc32)}`);
    return content;
}
function decompress(entry, compressed, fault) {
    if (entry.method === 'stored')
        return compressed;
    const decompressSync = entry.method === 'deflate' ? external_node_zlib_.inflateRawSync : external_node_zlib_.zstdDecompressSync;
    // One chunk of the declared size: the content is then never copied, and never grows beyond it.
    const options = { chunkSize: Math.max(64, entry.size), maxOutputLength: Math.max(1, entry.size), info: true };
    try {
        const result = decompressSync(compressed, options);
        if (!isInfo(result))
            throw new TypeError('node:zlib ignored the option `info`');
        if (result.engine.bytesWritten !== compressed.length)
            throw fault('data follows the end of its compressed stream');
        return result.buffer;
    }
    catch (error) {
        const code = (0,errors/* errnoOf */.UQ)(error) ?? '';
        if (code === 'ERR_BUFFER_TOO_LARGE')
            throw fault(`it has more than the declared ${entry.size} bytes`);
        throw /^(Z|ZSTD)_/.test(code) ? fault('its compressed data is damaged') : error;
    }
}
/** What zlib's synchronous functions return with `info: true`, which their types leave out. */
function isInfo(result) {
    return typeof result === 'object' && result !== null && 'engine' in result;
}
function hex(crc32) {
    return crc32.toString(16).padStart(8, '0');
}
/** A stream that decompresses an entry, or undefined for a stored one; the reader checks size and CRC-32. */
function zip_createDecompressor(entry) {
    if (entry.method === 'stored')
        return undefined;
    const options = { chunkSize: streamChunkBytes };
    return entry.method === 'deflate' ? zlib.createInflateRaw(options) : zlib.createZstdDecompress(options);
}
/** Node's default of 16 KiB costs twice the CPU time on files of many megabytes. */
const streamChunkBytes = (/* unused pure expression or super */ null && (1 << 20));

;// CONCATENATED MODULE: ./lib/install/archive.js
/** A wheel on disk as a random-access source for the zip reader. */

/** Opens a wheel for reading. Throws the system error when it cannot be opened. */
function archive_openArchive(path) {
    const descriptor = (0,external_node_fs_.openSync)(path, 'r');
    return {
        size: (0,external_node_fs_.fstatSync)(descriptor).size,
        read: (offset, length) => archive_readExactly(descriptor, offset, length),
        close: () => (0,external_node_fs_.closeSync)(descriptor),
    };
}
function archive_readExactly(descriptor, offset, length) {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
        const count = (0,external_node_fs_.readSync)(descriptor, buffer, filled, length - filled, offset + filled);
        if (count === 0)
            throw new RangeError(`the file ends at byte ${offset + filled}`);
        filled += count;
    }
    return buffer;
}

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
    const archive = archive_openArchive((0,external_node_path_.join)(directory, wheel));
    try {
        const read = (gui) => readLauncher(archive, launcherName({ gui, arch }), wheel);
        return { console: read(false), gui: read(true) };
    }
    finally {
        archive.close();
    }
}
function readLauncher(archive, name, wheel) {
    const entry = readEntries(archive, wheel).find(({ path }) => path === `pip/_vendor/distlib/${name}`);
    if (entry === undefined)
        throw launcherNotFound(`${wheel}: ${name}`);
    return zip_inflateEntry(entry, archive.read(zip_entryDataOffset(archive, entry, wheel), entry.compressedSize), wheel);
}
function launcherNotFound(where) {
    return new errors/* UserError */.yo('LAUNCHER_NOT_FOUND', `no launcher for scripts was found in \`${where}\``, {
        hint: 'use a Python that includes ensurepip, such as that of setup-python or uv',
    });
}

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
        env: interpreterEnvironment(options.env),
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
function interpreterEnvironment(env) {
    const kept = Object.entries(env).filter(([name]) => !/^(PYTHON|__PYVENV_LAUNCHER__$)/i.test(name));
    return { ...Object.fromEntries(kept), PYTHONHASHSEED: '0' };
}
function toWire(file) {
    return [file.source, file.target, file.name, file.mtime, file.size];
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

;// CONCATENATED MODULE: ./lib/pipeline/bytecode.js
/** The bytecode of stored wheels: read from the store, or compiled into it while other wheels unpack. */






/** The bytecode that an interpreter compiles and takes. */
function bytecodeKindOf({ cacheTag, magicNumber, optimize }) {
    return { cacheTag, magicNumber, optimize, invalidationMode: 'timestamp' };
}
/** Sets up the bytecode step for one interpreter; no process starts before it is needed. */
function openBytecode(interpreter, { store, host, watch }) {
    const kind = bytecodeKindOf(interpreter);
    const compiled = new Set();
    let compiler;
    const compilerOnce = () => {
        compiler ??= startCompiler({
            python: interpreter.baseExecutable,
            workers: host.parallelism,
            helpersDirectory: host.helpersDirectory,
            workingDirectory: store.temporary,
            env: host.env,
            invalidationMode: 'timestamp',
        });
        return compiler;
    };
    return {
        kind,
        compiled,
        warmUp: () => void compilerOnce(),
        provide: async (note) => (await readBytecodeNote(store, kind, note.sha256)) ??
            compileWheel(note, { store, kind, watch, compiled, compilerOnce }),
        close: async () => {
            for (const warning of compiler?.warnings ?? [])
                watch.warn(warning);
            await compiler?.close();
        },
    };
}
async function compileWheel(note, services) {
    const { store, kind, watch, compiled } = services;
    compiled.add(note.name);
    const sources = compiledSources(note);
    const staged = await stage(store);
    try {
        const end = watch.begin('compile', { wheel: note.name });
        const from = filesOf(wheelDirectory(store, note.sha256));
        const result = await compileSources(sources, { from, to: filesOf(staged), services });
        const bytecode = { wheel: note.sha256, files: result.files, failed: result.failed };
        await publish(staged, bytecodeDirectory(store, kind, note.sha256), bytecode);
        end({ files: result.files.length, bytes: result.bytes, busyMs: result.busyMs });
        return bytecode;
    }
    catch (error) {
        await discard(staged);
        throw error;
    }
}
async function compileSources(sources, { from, to, services }) {
    const { cacheTag, optimize } = services.kind;
    const target = (path) => bytecodePath(path, cacheTag, optimize);
    if (sources.length === 0)
        return { files: [], failed: [], bytes: 0, busyMs: 0 };
    const result = await services.compilerOnce().compile(sources.map(({ path, sha256, size }) => ({
        source: (0,external_node_path_.join)(from, path),
        target: (0,external_node_path_.join)(to, target(path)),
        name: path,
        mtime: note_sourceMtime(sha256),
        size,
    })));
    const files = result.files.map(({ name, size, sha256 }) => ({
        path: target(name),
        size,
        sha256,
        executable: false,
    }));
    const failed = result.failed.map(({ name, message }) => ({ path: name, message }));
    return { files, failed, bytes: result.bytes, busyMs: result.busyMs };
}

;// CONCATENATED MODULE: ./lib/fetch/lanes.js
/** Several connections for one file, which take its pieces from front to back. */

/** What comes of asking for parts cannot be used: the file is to be fetched in one stream. */
class PartsUnusable extends Error {
}
/**
 * Starts the lanes. The main stream owns the first piece. One lane tries the second; only when the server has answered with
 * that very part do the others start, and the main stream gives way: so a server without ranges costs nothing.
 * A lane waits for a connection without holding one, and claims a piece when it has one: with none free, the main stream
 * goes on alone.
 */
function startLanes(options) {
    const { client, count, failure, fetchPiece, signal: outer } = options;
    const signal = anySignal(outer, failure.signal);
    const claims = claimPieces(options);
    const waitSignal = AbortSignal.any([signal, claims.exhausted]);
    const running = [];
    let mainLimit = claims.take()?.end ?? 0;
    let isProven = false;
    const trial = deferred();
    const onProof = () => {
        if (isProven)
            return;
        isProven = true;
        trial.end();
        for (let lanes = 2; lanes < count; lanes++)
            start();
    };
    const fetchNext = async (get) => {
        const piece = claims.take();
        if (piece === undefined)
            return false;
        const fetch = (once) => fetchPiece(get, piece, { onProof, once, signal });
        const isTrial = !isProven;
        if (isTrial && !(await isTroubled(fetch(true))))
            return true;
        if (isTrial && !isProven) {
            claims.giveBack(piece);
            trial.end();
            return false;
        }
        await fetch(false);
        return true;
    };
    const lane = async () => {
        try {
            while (await client.withConnection(fetchNext, waitSignal))
                ;
        }
        catch (error) {
            if (error === claims.exhausted.reason)
                return;
            failure.abort(isTrouble(error) ? new PartsUnusable('a part cannot be fetched', { cause: error }) : error);
            trial.end();
        }
    };
    const start = () => void running.push(lane());
    start();
    return {
        next: async (position) => {
            if (position < mainLimit)
                return mainLimit;
            if (claims.claimed() > position)
                await trial.ended;
            if (claims.claimed() <= position)
                mainLimit = claims.take()?.end ?? position;
            return mainLimit;
        },
        finish: async () => {
            if (!claims.exhausted.aborted)
                start();
            await settle(running);
            signal.throwIfAborted();
        },
        stop: async () => {
            failure.abort(new PartsUnusable('stopped'));
            await settle(running);
        },
    };
}
/** Aborted with the first of them. */
function anySignal(one, other) {
    return one === undefined ? other : AbortSignal.any([one, other]);
}
/** Waits for all, those that are added meanwhile too. */
async function settle(running) {
    for (let settled = 0; settled < running.length; settled++)
        await running[settled];
}
function deferred() {
    let end = () => { };
    const ended = new Promise(resolve => {
        end = resolve;
    });
    return { ended, end: () => end() };
}
function claimPieces({ total, pieceBytes }) {
    const exhaustion = new AbortController();
    let claimed = 0;
    return {
        take: () => {
            if (claimed >= total)
                return undefined;
            const start = claimed;
            claimed = Math.min(start + pieceBytes, total);
            if (claimed === total)
                exhaustion.abort();
            return { start, end: claimed, reached: start };
        },
        giveBack: ({ start }) => {
            claimed = start;
        },
        claimed: () => claimed,
        exhausted: exhaustion.signal,
    };
}
/** Waits; true when the promise rejects with trouble. */
async function isTroubled(promise) {
    try {
        await promise;
        return false;
    }
    catch (error) {
        if (isTrouble(error))
            return true;
        throw error;
    }
}
function isTrouble(error) {
    return error instanceof PartsUnusable || (0,errors/* isUserError */.iU)(error);
}

;// CONCATENATED MODULE: ./lib/fetch/verify.js
/** Checking files against the digests that a lock lists. */





/**
 * Verifies a local file (`path`, or a `file:` URL) where it lies, reading it once as a stream.
 * Throws UserError FILE_NOT_FOUND, HASH_UNSUPPORTED, or HASH_MISMATCH (exit 3).
 */
async function importFile(file) {
    const path = localPathOf(file);
    if (path === undefined)
        throw new Error(`\`${file.filename}\` has no local path`);
    const digester = startDigests(file);
    const size = await readAll(path, digester);
    const { sha256, mismatch } = digester.finish();
    if (mismatch !== undefined)
        throw hashMismatch(path, mismatch);
    return { path, sha256, size };
}
/** The native path of a file that needs no network, or undefined. */
function localPathOf({ path, url }) {
    return path ?? (url?.startsWith('file:') ? (0,external_node_url_.fileURLToPath)(url) : undefined);
}
/**
 * Starts hashing by every algorithm that the lock lists (hashlib's names, PEP 751) and by sha256.
 * Throws UserError HASH_UNSUPPORTED when the lock lists some and none is known here.
 */
function startDigests(file) {
    const { filename } = file;
    const expected = expectedDigests(file);
    const listed = Object.keys(expected);
    const known = listed.filter(algorithm => nodeNames[algorithm.toLowerCase()] !== undefined);
    if (listed.length > 0 && known.length === 0) {
        throw new errors/* UserError */.yo('HASH_UNSUPPORTED', `\`${filename}\` is locked by ${listed.join(', ')}, which cannot be checked`, {
            hint: 'lock again with sha256',
        });
    }
    const running = new Map([...known, 'sha256'].map(name => [name, newHash(name)]));
    return {
        update: bytes => {
            for (const hash of running.values())
                hash.update(bytes);
        },
        finish: () => {
            const digests = new Map([...running].map(([name, hash]) => [name, hash.digest('hex')]));
            return { sha256: digests.get('sha256') ?? '', mismatch: findMismatch(expected, digests) };
        },
    };
}
/** True when the lock says what the bytes must be. */
function isLockedByDigest({ hashes, oneOf }) {
    return Object.keys({ ...hashes, ...oneOf }).length > 0;
}
/** The error of a file that is not the one of the lock: both digests, exit code 3. `where`: path or URL. */
function hashMismatch(where, { algorithm, expected, found }, note = '') {
    return (0,errors/* integrityError */.Wn)('HASH_MISMATCH', `\`${(0,redact/* redact */.E$)(where)}\` is not the file of the lock: ${algorithm} expected \`${expected}\`, found \`${found}\`${note}`, 'the file was replaced or altered on its way; lock again only if the new file is the one you want');
}
/** hashlib's names → OpenSSL's. */
const nodeNames = {
    md5: 'md5',
    sha1: 'sha1',
    sha224: 'sha224',
    sha256: 'sha256',
    sha384: 'sha384',
    sha512: 'sha512',
    sha3_256: 'sha3-256',
    sha3_384: 'sha3-384',
    sha3_512: 'sha3-512',
    blake2b: 'blake2b512',
    blake2s: 'blake2s256',
};
function expectedDigests({ hashes, oneOf }) {
    const single = Object.entries(hashes).map(([algorithm, digest]) => [algorithm, [digest]]);
    return { ...Object.fromEntries(single), ...oneOf };
}
function newHash(algorithm) {
    return (0,external_node_crypto_.createHash)(nodeNames[algorithm.toLowerCase()] ?? algorithm);
}
function findMismatch(expected, digests) {
    for (const [algorithm, allowed] of Object.entries(expected)) {
        const found = digests.get(algorithm);
        if (found === undefined || allowed.some(digest => digest.toLowerCase() === found))
            continue;
        return { algorithm, expected: allowed.join('` or `'), found };
    }
    return undefined;
}
/** Large enough for the speed of sha256, small enough that nothing else waits for long. */
const verify_pieceBytes = 1 << 20;
async function readAll(path, digester) {
    let size = 0;
    try {
        const pieces = (0,external_node_fs_.createReadStream)(path, { highWaterMark: verify_pieceBytes });
        for await (const piece of pieces) {
            digester.update(piece);
            size += piece.length;
        }
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        throw new errors/* UserError */.yo('FILE_NOT_FOUND', `\`${path}\` cannot be read as a file`, {
            hint: 'correct the path in the lock, or put the file there',
            cause: error,
        });
    }
    return size;
}

;// CONCATENATED MODULE: ./lib/fetch/sink.js
/** A file that fills from several places and is hashed in its order. */


/** Network pieces are some 64 KiB: gathered in one block, hashing and writing cost fewer calls and no memory. */
const sink_blockBytes = 1 << 20;
/**
 * Opens a file of that path, which must be absent, for writing. A block that continues what is hashed is hashed from memory
 * while it is written; one that runs ahead is read back in its turn, from the page cache.
 * Throws Node's system errors (`EEXIST`) and UserError HASH_UNSUPPORTED.
 */
async function openSink(file, path) {
    let digester = startDigests(file);
    const output = await (0,promises_.open)(path, 'wx+');
    let hashed = 0;
    /** Blocks ahead of `hashed`: start → end. */
    const ahead = new Map();
    let isCatchingUp = false;
    let block;
    const catchUp = async () => {
        if (isCatchingUp)
            return;
        isCatchingUp = true;
        for (let end = ahead.get(hashed); end !== undefined; end = ahead.get(hashed)) {
            ahead.delete(hashed);
            block ??= Buffer.allocUnsafe(sink_blockBytes);
            digester.update(await readBack(output, block.subarray(0, end - hashed), hashed));
            hashed = end;
        }
        isCatchingUp = false;
    };
    return {
        write: async (block, position) => {
            const writing = writeAll(output, block, position);
            if (position === hashed) {
                digester.update(block);
                hashed += block.byteLength;
                await writing;
            }
            else {
                await writing;
                ahead.set(position, position + block.byteLength);
            }
            await catchUp();
        },
        restart: async () => {
            digester = startDigests(file);
            hashed = 0;
            ahead.clear();
            await output.truncate(0);
        },
        finish: () => digester.finish(),
        close: () => output.close(),
    };
}
async function writeAll(output, block, position) {
    for (let written = 0; written < block.byteLength;) {
        const { bytesWritten } = await output.write(block, written, block.byteLength - written, position + written);
        written += bytesWritten;
    }
}
async function readBack(output, block, start) {
    for (let filled = 0; filled < block.byteLength;) {
        const { bytesRead } = await output.read(block, filled, block.byteLength - filled, start + filled);
        if (bytesRead === 0)
            throw new Error(`the file ends at byte ${start + filled}`);
        filled += bytesRead;
    }
    return block;
}

;// CONCATENATED MODULE: ./lib/fetch/pour.js
/** A body into a sink, block by block. */

/**
 * Writes the body up to its end or to where it must stop, and what had come of a body that breaks. Throws what the body and
 * the sink throw. The bytes that were counted are in the sink, whatever happens, unless the sink itself failed.
 */
async function pour_pour(body, { sink, from, count, until }) {
    const block = Buffer.allocUnsafe(sink_blockBytes);
    let start = from;
    let filled = 0;
    let limit = from;
    const flush = async () => {
        const full = block.subarray(0, filled);
        const position = start;
        start += filled;
        filled = 0;
        if (full.byteLength > 0)
            await sink.write(full, position);
    };
    try {
        for await (const chunk of body) {
            for (let rest = chunk; rest.byteLength > 0;) {
                const position = start + filled;
                if (position === limit)
                    limit = await until(position);
                if (position === limit)
                    return;
                const piece = rest.subarray(0, Math.min(limit - position, sink_blockBytes - filled));
                block.set(piece, filled);
                filled += piece.byteLength;
                count(piece.byteLength);
                if (filled === sink_blockBytes)
                    await flush();
                rest = rest.subarray(piece.byteLength);
            }
        }
    }
    finally {
        await flush();
    }
}

;// CONCATENATED MODULE: ./lib/fetch/ranges.js
/** The version that a whole answer (200) is of, or undefined where its parts cannot be asked for. */
function ranges_versionOf({ status, headers }) {
    const total = wholeNumber(headers['content-length']);
    const validator = strongTag(headers.etag) ?? headers['last-modified'];
    const isEncoded = (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
    const hasRanges = headers['accept-ranges']?.toLowerCase() === 'bytes';
    if (status !== 200 || total === undefined || validator === undefined || isEncoded || !hasRanges)
        return undefined;
    return { total, validator };
}
/** The headers that ask for a part of that version, or for all of another one (RFC 9110 §13.1.5). */
function rangeHeaders({ start, end }, { validator }) {
    return { range: `bytes=${start}-${end - 1}`, 'if-range': validator };
}
/** True for a 206 that says it is exactly that part of that version. */
function isPart({ status, headers }, { start, end }, { total, validator }) {
    const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(headers['content-range'] ?? '') ?? [];
    const found = validator.startsWith('"') ? headers.etag : headers['last-modified'];
    return (status === 206 &&
        wholeNumber(first) === start &&
        wholeNumber(last) === end - 1 &&
        wholeNumber(whole) === total &&
        (headers['content-length'] === undefined || wholeNumber(headers['content-length']) === end - start) &&
        (found === undefined || found === validator));
}
/** A weak one (`W/"…"`) is no proof that the bytes are the same. */
function strongTag(tag) {
    return tag?.startsWith('"') ? tag : undefined;
}
function wholeNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/fetch/parts.js



/** Without identity, a proxy may compress, and the length and the ranges of the file would not be its own. */
const fileHeaders = { 'accept-encoding': 'identity' };
/** Attempts after the first one, for a file or for one part of it. */
const fileRetries = 5;
/** Connections for one file, of the 16 that a run has: a slow link per connection gains most of what there is to gain. */
const connectionsPerFile = 8;
/** Several a connection, so that none waits long for the slowest at the end. */
const piecesPerConnection = 4;
const longestPiece = 32 << 20;
/**
 * Fetches the file with a plain request first: a small file costs no other. Throws PartsUnusable when the server's parts
 * are not what was asked for, and what the client throws; no write runs any more then.
 */
async function receiveInParts(transfer) {
    const { url, client, sink, parallelFrom } = transfer;
    const failure = new AbortController();
    let version;
    let reached = 0;
    let hadParts = false;
    let lanes;
    const beginWhole = async (response) => {
        if (lanes !== undefined)
            throw new PartsUnusable('the file changed, or the server ignores ranges');
        if (reached > 0)
            await transfer.restart();
        reached = 0;
        version = ranges_versionOf(response);
        if (version === undefined || version.total < parallelFrom)
            return;
        lanes = startLanes({ ...lanesOptions(transfer, version, () => (hadParts = true)), failure });
    };
    const count = (bytes) => {
        reached += bytes;
        transfer.count(bytes);
    };
    const read = async (response) => {
        if (version !== undefined && isPart(response, { start: reached, end: version.total }, version))
            hadParts = true;
        else if (response.status === 206 || response.status === 416)
            throw new PartsUnusable('not the part asked for');
        else
            await beginWhole(response);
        const until = lanes?.next ?? (() => Number.POSITIVE_INFINITY);
        await settled(pour_pour(response.body, { sink, from: reached, count, until }), () => reached === version?.total);
    };
    const headers = () => version === undefined || reached === 0
        ? fileHeaders
        : { ...fileHeaders, ...rangeHeaders({ start: reached, end: version.total }, version) };
    const signal = anySignal(transfer.signal, failure.signal);
    try {
        await client.get(url, read, { headers, accept: [416], retries: fileRetries, signal });
        await lanes?.finish();
    }
    finally {
        await lanes?.stop();
    }
    return { ...sink.finish(), hadParts };
}
function lanesOptions({ client, signal, parallelFrom, url, sink, count }, version, onPart) {
    const { total } = version;
    const fair = Math.ceil(total / connectionsPerFile / piecesPerConnection);
    return {
        client,
        signal,
        total,
        pieceBytes: Math.min(Math.max(fair, Math.ceil(parallelFrom / 8)), longestPiece),
        count: connectionsPerFile,
        fetchPiece: async (get, piece, { onProof, once, signal: laneSignal }) => {
            const missing = () => ({ start: piece.reached, end: piece.end });
            const countPiece = (bytes) => {
                piece.reached += bytes;
                count(bytes);
            };
            const read = async (response) => {
                if (!isPart(response, missing(), version))
                    throw new PartsUnusable('not the part asked for');
                onPart();
                onProof();
                const pouring = { sink, from: piece.reached, count: countPiece, until: () => piece.end };
                await settled(pour_pour(response.body, pouring), () => piece.reached === piece.end);
                if (piece.reached !== piece.end)
                    throw new PartsUnusable('a part shorter than it says');
            };
            if (piece.reached === piece.end)
                return;
            const headers = () => ({ ...fileHeaders, ...rangeHeaders(missing(), version) });
            await get(url, read, { headers, accept: [416], retries: once ? 0 : fileRetries, signal: laneSignal });
        },
    };
}
/** A connection that breaks after the last byte has done its work. */
async function settled(pouring, isComplete) {
    try {
        await pouring;
    }
    catch (error) {
        if (!isComplete())
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/fetch/download.js
/** A file of the lock from its URL to the disk, verified while it streams. */






/**
 * Downloads `file.url` (http or https) to `destination`, which must not exist, and checks every digest that the lock lists.
 * A file with a digest resumes where a connection broke, and a big one comes over several connections, where the server offers
 * ranges and a validator (RFC 9110 §14); whatever goes wrong with parts, one plain stream has the last word.
 * A size other than the lock's is no error when the digest is right (PEP 751 calls it optional).
 * Throws UserError HASH_MISMATCH (exit 3), HASH_UNSUPPORTED, and what the client throws; then `destination` is gone.
 */
async function downloadFile(file, destination, { client, onBytes = () => { }, signal, parallelFrom = 32 << 20 }) {
    const { url } = file;
    if (url === undefined)
        throw new Error(`\`${file.filename}\` has no URL`);
    const sink = await openSink(file, destination);
    let size = 0;
    const count = (bytes) => {
        size += bytes;
        onBytes(bytes);
    };
    const restart = async () => {
        if (size > 0)
            count(-size);
        await sink.restart();
    };
    const transfer = { url, client, signal, parallelFrom, sink, count, restart };
    try {
        const { sha256, mismatch } = await receiveAndClose(file, transfer);
        if (mismatch !== undefined)
            throw hashMismatch(url, mismatch, sizeNote(file, size));
        return { sha256, size };
    }
    catch (error) {
        await (0,promises_.rm)(destination, { force: true });
        throw error;
    }
}
async function receiveAndClose(file, transfer) {
    try {
        return await receive(file, transfer);
    }
    finally {
        await transfer.sink.close();
    }
}
async function receive(file, transfer) {
    // Without a digest, nothing would tell parts of two files from one file.
    if (!isLockedByDigest(file))
        return receiveInOneStream(transfer);
    try {
        const { hadParts, ...received } = await receiveInParts(transfer);
        if (received.mismatch === undefined || !hadParts)
            return received;
    }
    catch (error) {
        if (!(error instanceof PartsUnusable))
            throw error;
    }
    return receiveInOneStream(transfer);
}
/** Reads the whole file, from its start at every attempt. */
async function receiveInOneStream({ url, client, signal, sink, count, restart }) {
    const read = async ({ body }) => {
        await restart();
        await pour_pour(body, { sink, from: 0, count, until: () => Number.POSITIVE_INFINITY });
    };
    await client.get(url, read, { headers: fileHeaders, retries: fileRetries, signal });
    return sink.finish();
}
function sizeNote({ size }, found) {
    return size === undefined || size === found ? '' : ` (${found} bytes came, the lock says ${size})`;
}

;// CONCATENATED MODULE: ./lib/wheel/record-check.js
/** A wheel's RECORD compared with its files (PyPA binary distribution format, "The .dist-info directory"; PEP 376). */

/** Algorithms that count (sha256 or better), by the name that `hashlib` gives them; the values are those of OpenSSL. */
const algorithms = new Map([
    ['sha256', 'sha256'],
    ['sha384', 'sha384'],
    ['sha512', 'sha512'],
    ['sha3_256', 'sha3-256'],
    ['sha3_384', 'sha3-384'],
    ['sha3_512', 'sha3-512'],
    ['blake2b', 'blake2b512'],
    ['blake2s', 'blake2s256'],
]);
/** The digests besides sha256 that rows of files of the wheel name; usually none. `algorithm` is OpenSSL's name. */
function wantedDigests({ rows }, files) {
    const named = rows.filter(row => row.hash !== '' && !row.hash.startsWith('sha256='));
    if (named.length === 0)
        return [];
    const paths = new Set(files.map(file => file.path));
    const wanted = named.flatMap(row => {
        const algorithm = algorithms.get(splitHash(row.hash).algorithm);
        const path = plainPath(row.path);
        return algorithm === undefined || !paths.has(path) ? [] : [{ path, algorithm }];
    });
    return [...new Map(wanted.map(digest => [digestKey(digest), digest])).values()];
}
/** The key of a digest in what `checkRecord` is given. */
function digestKey({ path, algorithm }) {
    return `${algorithm} ${path}`;
}
/**
 * What is wrong with a RECORD: a sentence for each kind of fault, with the number of files and the first of them.
 * Nothing of it makes a wheel unusable, since RECORD is written anew from the files themselves.
 */
function checkRecord(record, checked) {
    const findings = record.faults.map(formFinding);
    const files = new Map(checked.files.map(file => [file.path, file]));
    const own = ownFiles(checked.distInfo);
    const listed = new Set();
    for (const row of record.rows) {
        const path = plainPath(row.path);
        if (path !== row.path)
            findings.push({ what: 'spells in an unusual way', path: row.path });
        if (listed.has(path))
            findings.push({ what: 'lists more than once', path });
        listed.add(path);
        const file = files.get(path);
        if (file === undefined)
            findings.push({ what: 'lists, without the wheel having it,', path });
        else if (own.has(path))
            findings.push(...checkOwn(path, row));
        else
            findings.push(...checkRow(row, file, checked.digests));
    }
    const itself = `${checked.distInfo}/RECORD`;
    const unlisted = checked.files.filter(({ path }) => !listed.has(path) && (path === itself || !own.has(path)));
    findings.push(...unlisted.map(({ path }) => ({ what: 'does not list', path })));
    return sentences(findings, checked.wheel);
}
/** RECORD cannot hold its own hash, nor those of its signatures, which are made after it. */
function ownFiles(distInfo) {
    return new Set(['RECORD', 'RECORD.jws', 'RECORD.p7s'].map(name => `${distInfo}/${name}`));
}
function formFinding(fault) {
    switch (fault.kind) {
        case 'columns':
            return { what: 'has more than three columns for', path: fault.path };
        case 'size':
            return { what: 'gives a size that is no number for', path: fault.path };
        case 'quote':
            return { what: 'has a broken quote', path: undefined };
        case 'rows':
            return { what: 'has more rows than a wheel can have files', path: undefined };
    }
}
function checkOwn(path, { hash }) {
    return hash === '' ? [] : [{ what: 'gives a hash, which it cannot know, for', path }];
}
function checkRow(row, file, digests) {
    const { path } = file;
    const findings = [];
    if (row.size !== undefined && row.size !== file.size)
        findings.push({ what: 'gives another size for', path });
    const { algorithm, digest } = splitHash(row.hash);
    const known = algorithms.get(algorithm);
    if (row.hash === '')
        findings.push({ what: 'gives no hash for', path });
    else if (known === undefined) {
        findings.push({ what: `names the algorithm ${invalid_wheel_quoted(algorithm)}, which proves nothing, for`, path });
    }
    else if (!digestOf(file, known, digests)?.equals(Buffer.from(digest, 'base64url'))) {
        findings.push({ what: 'gives another hash for', path });
    }
    return findings;
}
function digestOf(file, algorithm, digests) {
    if (algorithm === 'sha256')
        return Buffer.from(file.sha256, 'hex');
    return digests.get(digestKey({ path: file.path, algorithm }));
}
function splitHash(hash) {
    const equals = hash.indexOf('=');
    if (equals === -1)
        return { algorithm: hash, digest: '' };
    return { algorithm: hash.slice(0, equals).toLowerCase(), digest: hash.slice(equals + 1) };
}
/** A path as a wheel spells it: some builders write it absolute, with `./` in front or with backslashes. */
function plainPath(path) {
    return path.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
}
const mostExamples = 3;
function sentences(findings, wheel) {
    const byKind = new Map();
    for (const { what, path } of findings) {
        const paths = byKind.get(what) ?? [];
        if (path !== undefined)
            paths.push(path);
        byKind.set(what, paths);
    }
    return [...byKind].map(([what, paths]) => `\`${wheel}\`: RECORD ${what} ${quotedFew(paths, mostExamples)}`.trimEnd());
}

;// CONCATENATED MODULE: ./lib/install/digest.js
/** Digests of files, read in large pieces. */


const digest_pieceBytes = 1 << 20;
/** The sha256 of a file. Blocks the thread, since that is fastest: call it in a worker. */
function digestFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const piece = Buffer.allocUnsafe(digest_pieceBytes);
    const descriptor = (0,external_node_fs_.openSync)(path, 'r');
    try {
        let size = 0;
        for (let count = (0,external_node_fs_.readSync)(descriptor, piece); count > 0; count = (0,external_node_fs_.readSync)(descriptor, piece)) {
            hash.update(count === digest_pieceBytes ? piece : piece.subarray(0, count));
            size += count;
        }
        return { sha256: hash.digest('hex'), size };
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** The digest of a file by another algorithm, in OpenSSL's name; the few that need it have no thread of their own. */
async function digestFileWith(algorithm, path) {
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    for await (const piece of (0,external_node_fs_.createReadStream)(path, { highWaterMark: digest_pieceBytes }))
        hash.update(piece);
    return hash.digest();
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/install/unpack-entries.js
/** Writes entries of a wheel to disk and hashes them. Runs in a worker thread, where synchronous calls are fastest. */











/** Entries above this many bytes, packed or unpacked, are streamed, so that memory does not follow the size of the largest file. */
const streamedAboveBytes = (/* unused pure expression or super */ null && (16 << 20));
/** Unpacks `task.entries` below `task.destination`, whose folders exist. Throws UserError WHEEL_INVALID. */
async function unpackEntries(task) {
    const archive = openArchive(task.archive);
    try {
        const files = [];
        for (const entry of task.entries)
            files.push(await unpackEntry(archive, entry, task));
        return files;
    }
    finally {
        archive.close();
    }
}
async function unpackEntry(archive, entry, task) {
    const target = join(task.destination, entry.path);
    const offset = entryDataOffset(archive, entry, task.wheel);
    const descriptor = unpack_entries_create(target, entry, task);
    try {
        const sha256 = Math.max(entry.size, entry.compressedSize) > streamedAboveBytes
            ? await streamEntry({ archive, entry, offset, descriptor, task })
            : writeEntry({ archive, entry, offset, descriptor, task });
        if (isSource(entry.path))
            futimesSync(descriptor, sourceMtime(sha256), sourceMtime(sha256));
        return { path: entry.path, size: entry.size, sha256, executable: entry.isExecutable };
    }
    finally {
        closeSync(descriptor);
    }
}
function unpack_entries_create(target, entry, task) {
    try {
        return createStoredFile(target, entry.isExecutable);
    }
    catch (error) {
        throw nameRefused(error, entry.path, task.wheel);
    }
}
/** The error for a path that this file system does not take, or takes for that of another entry. */
function nameRefused(error, path, wheel) {
    if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST', 'EISDIR', 'ENOTDIR')) {
        return invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: for this file system, its path is that of another entry`);
    }
    if ((0,errors/* hasErrno */.Nm)(error, 'ENAMETOOLONG', 'EILSEQ')) {
        return invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: its path is too long or illegal on this file system`);
    }
    return error;
}
function writeEntry({ archive, entry, offset, descriptor, task }) {
    const content = inflateEntry(entry, archive.read(offset, entry.compressedSize), task.wheel);
    writeFully(descriptor, content);
    return hash('sha256', content, 'hex');
}
/** Same as `writeEntry` in bounded memory; the size and CRC are checked as the bytes pass. */
async function streamEntry({ archive, entry, offset, descriptor, task }) {
    const fault = (reason) => invalidWheel(task.wheel, `entry ${quoted(entry.path)}: ${reason}`);
    const sha256 = createHash('sha256');
    let size = 0;
    let crc = 0;
    const take = async (pieces) => {
        for await (const piece of pieces) {
            size += piece.length;
            if (size > entry.size)
                throw fault(`it has more than the declared ${entry.size} bytes`);
            crc = crc32(piece, crc);
            sha256.update(piece);
            writeFully(descriptor, piece);
        }
    };
    const source = readPieces(archive, offset, entry.compressedSize);
    const decompressor = createDecompressor(entry);
    try {
        await (decompressor === undefined ? pipeline(source, take) : pipeline(source, decompressor, take));
    }
    catch (error) {
        throw isDecompressionFailure(error) ? fault('its compressed data is damaged') : error;
    }
    if (decompressor !== undefined && decompressor.bytesWritten !== entry.compressedSize) {
        throw fault('data follows the end of its compressed stream');
    }
    if (size !== entry.size)
        throw fault(`it has ${size} bytes; expected ${entry.size}`);
    if (crc !== entry.crc32)
        throw fault('its CRC-32 is another than declared');
    return sha256.digest('hex');
}
const unpack_entries_pieceBytes = (/* unused pure expression or super */ null && (1 << 20));
/** No stream of `node:fs`: a failing pipeline would destroy it, which closes the descriptor that it was lent. */
function* readPieces(archive, offset, length) {
    for (let done = 0; done < length; done += unpack_entries_pieceBytes) {
        yield archive.read(offset + done, Math.min(unpack_entries_pieceBytes, length - done));
    }
}
function isDecompressionFailure(error) {
    return /^(Z|ZSTD)_/.test(errnoOf(error) ?? '');
}
function writeFully(descriptor, content) {
    let written = 0;
    while (written < content.length)
        written += writeSync(descriptor, content, written);
}

;// CONCATENATED MODULE: ./lib/install/wheel-contents.js
/** What a wheel file says about itself, read and judged before one byte of it is written. */










/**
 * Reads the central directory and the `.dist-info` of a wheel. `os` is the system that the files are for: macOS and
 * Windows take fewer names, and some for equal; undefined where neither matters.
 * Throws UserError WHEEL_INVALID (exit 3), WHEEL_FILENAME_INVALID or SCRIPT_NAME_RESERVED for all that refuses a wheel.
 */
function readContents(source, archive, os) {
    const wheel = archive.filename;
    const filename = parseWheelFilename(wheel);
    const all = readEntries(source, wheel);
    // Directories hold nothing: this compares their local headers with the central ones.
    for (const entry of all)
        if (entry.isDirectory)
            zip_readEntry(source, entry, wheel);
    const entries = all.filter(entry => !entry.isDirectory);
    const distInfo = findDistInfo(entries.map(entry => entry.path), filename);
    const files = new Map(entries.map(entry => [entry.path, entry]));
    const read = (name) => {
        const entry = files.get(`${distInfo}/${name}`);
        if (entry === undefined)
            throw invalid_wheel_invalidWheel(wheel, `it has no ${invalid_wheel_quoted(`${distInfo}/${name}`)}`);
        return readMetadataFile(source, entry, { name, wheel });
    };
    const text = (name) => wheel_contents_decode(read(name), `${distInfo}/${name}`, wheel);
    const wheelFile = parseWheelFile(text('WHEEL'), wheel);
    const metadata = parseMetadata(text('METADATA'), wheel);
    checkIdentity(metadata, filename);
    checkPlaces(entries, { layout: { distInfo, rootIsPurelib: wheelFile.rootIsPurelib }, wheel, os });
    if (files.has(`${distInfo}/entry_points.txt`)) {
        assertScriptNames(parseEntryPoints(text('entry_points.txt'), wheel), wheel);
    }
    const identity = {
        ...{ sha256: archive.sha256, filename: wheel, size: archive.size, distInfo },
        ...{ name: filename.name, version: metadata.version, rootIsPurelib: wheelFile.rootIsPurelib },
        requires: requiredNames(metadata.requiresDist),
    };
    const record = decodeLoosely(read('RECORD'));
    const versionWarning = wheelVersionWarning(wheelFile, wheel);
    const warnings = [
        ...(versionWarning === undefined ? [] : [versionWarning]),
        ...(record.isUtf8 ? [] : [`\`${wheel}\`: RECORD is not UTF-8`]),
    ];
    return { entries, identity, record: record.text, warnings };
}
/** The content of a file that is held in memory, so it must be small in the archive too. */
function readMetadataFile(source, entry, { name, wheel }) {
    const size = Math.max(entry.size, entry.compressedSize);
    if (size > largestMetadata[name]) {
        throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry.path)}: it has ${size} bytes; expected at most ${largestMetadata[name]}`);
    }
    return zip_readEntry(source, entry, wheel);
}
function wheel_contents_decode(content, path, wheel) {
    const { text, isUtf8 } = decodeLoosely(content);
    if (!isUtf8)
        throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: it is not UTF-8`);
    return text;
}
function decodeLoosely(content) {
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), isUtf8: true };
    }
    catch {
        return { text: content.toString('utf8'), isUtf8: false };
    }
}
/**
 * The filename promises what METADATA says, and both a version; only a local version may be missing on one side (PEP 440, as uv).
 * Throws UserError WHEEL_INVALID (exit 3).
 */
function checkIdentity(metadata, filename) {
    for (const version of [metadata.version, filename.version]) {
        if (!isVersion(version))
            throw invalid_wheel_invalidWheel(filename.filename, `${invalid_wheel_quoted(version)} is not a version (PEP 440)`);
    }
    const publicPart = (version) => version.replace(/\+.*/, '');
    const sameVersion = compareVersions(publicPart(metadata.version), publicPart(filename.version)) === 0 &&
        (!(metadata.version.includes('+') && filename.version.includes('+')) ||
            compareVersions(metadata.version, filename.version) === 0);
    if (normalizeName(metadata.name) === filename.name && sameVersion)
        return;
    throw invalid_wheel_invalidWheel(filename.filename, `its METADATA says ${invalid_wheel_quoted(metadata.name)} ${invalid_wheel_quoted(metadata.version)}, not what its filename says`);
}
/** Two entries for one place would overwrite each other in an order that no one chose. */
function checkPlaces(entries, { layout, wheel, os }) {
    const places = entries.map(({ path }) => {
        const fault = os === 'win32' ? windowsFault(path) : undefined;
        if (fault !== undefined)
            throw invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: its path ${fault}, as Windows forbids`);
        const { scheme, path: inScheme } = placeEntry(path, layout, wheel);
        // In a virtual environment, both libraries are one directory.
        return `${scheme === 'platlib' ? 'purelib' : scheme}/${inScheme}`;
    });
    const clash = findClash(os === undefined ? places : places.map(foldPath), new Set(), mostEntries);
    if (clash === undefined)
        return;
    if (clash.kind === 'too many folders')
        throw invalid_wheel_invalidWheel(wheel, `its files need more than ${mostEntries} folders`);
    const path = invalid_wheel_quoted(clash.path.slice(clash.path.indexOf('/') + 1));
    const what = clash.kind === 'same' ? `two files for ${path}` : `${path} as a file and as a directory`;
    throw invalid_wheel_invalidWheel(wheel, os === undefined ? `it has ${what}` : `it has ${what}, in names that this system equates`);
}
/** Names of `Requires-Dist` values that no extra guards. */
function requiredNames(requiresDist) {
    const plain = requiresDist.filter(requirement => !/;.*\bextra\b/.test(requirement));
    const names = plain.map(requirement => normalizeName(/^[A-Za-z0-9._-]+/.exec(requirement.trim())?.[0] ?? ''));
    return [...new Set(names)].filter(name => name !== '').sort();
}

;// CONCATENATED MODULE: ./lib/install/unpack.js
/** Unpacks a verified wheel into the store: split its entries over the workers, check RECORD, publish. */










/** One task holds at most this much, so that a wheel spreads over all threads and each thread's memory stays small. */
const taskBytes = 4 << 20;
const taskEntries = 256;
/**
 * Unpacks a wheel into the store, in parallel within the wheel.
 * Throws UserError WHEEL_INVALID (exit 3), WHEEL_FILENAME_INVALID or SCRIPT_NAME_RESERVED for an archive that is
 * refused; the store is then unchanged.
 */
async function unpackWheel(archive, { store, pool, os }) {
    const contents = openContents(archive, os);
    const staged = await stage(store);
    try {
        const destination = filesOf(staged);
        makeFolders(destination, contents.entries, archive.filename);
        const tasks = splitEntries(contents.entries);
        const answers = await settleAll(tasks.map(entries => pool.run({ kind: 'unpack', wheel: archive.filename, archive: archive.path, entries, destination })));
        const files = answers.flatMap(answer => answer.files).sort((a, b) => (a.path < b.path ? -1 : 1));
        const warnings = [...contents.warnings, ...(await compareWithRecord(files, contents, destination))];
        const note = { ...contents.identity, files };
        await publish(staged, wheelDirectory(store, archive.sha256), note);
        return { note, warnings, busyMs: answers.reduce((total, answer) => total + answer.busyMs, 0) };
    }
    catch (error) {
        await discard(staged);
        throw error;
    }
}
/** Everything that can refuse a wheel before one byte of it is written. */
function openContents(archive, os) {
    const source = archive_openArchive(archive.path);
    try {
        return readContents(source, archive, os === 'linux' ? undefined : os);
    }
    finally {
        source.close();
    }
}
/** Waits for all before the first failure is thrown, so that nothing writes into a directory that is being removed. */
async function settleAll(promises) {
    await Promise.allSettled(promises);
    return Promise.all(promises);
}
function makeFolders(destination, entries, wheel) {
    const folders = new Set(entries.map(entry => (0,external_node_path_.dirname)(entry.path)));
    for (const folder of [...folders].sort()) {
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(destination, folder), { recursive: true });
        }
        catch (error) {
            throw nameRefused(error, folder, wheel);
        }
    }
}
function splitEntries(entries) {
    const tasks = [];
    let bytes = Number.POSITIVE_INFINITY;
    for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
        const last = tasks.at(-1);
        if (last === undefined || bytes + entry.size > taskBytes || last.length >= taskEntries) {
            tasks.push([entry]);
            bytes = entry.size;
        }
        else {
            last.push(entry);
            bytes += entry.size;
        }
    }
    return tasks;
}
/** RECORD is healed when it is written into an environment; here the reader learns that it was wrong. */
async function compareWithRecord(files, { record, identity }, destination) {
    const parsed = parseRecord(record);
    const digests = new Map();
    for (const wanted of wantedDigests(parsed, files)) {
        digests.set(digestKey(wanted), await digestFileWith(wanted.algorithm, (0,external_node_path_.join)(destination, wanted.path)));
    }
    return checkRecord(parsed, { wheel: identity.filename, distInfo: identity.distInfo, files, digests });
}

;// CONCATENATED MODULE: ./lib/resolve/find-links.js
/** `--find-links`: directories and pages of files that may stand in for an index. */




/**
 * Lists wheels and source archives of every `--find-links`, in the given order: directories, `file:` URLs of directories,
 * and http(s) pages. With `offline`, pages are left out.
 * Throws UserError FIND_LINKS_NOT_FOUND, and what `listLinkPage` throws.
 */
async function listFindLinks({ findLinks, offline }, sources) {
    const lists = findLinks.map(async (link) => {
        if (!/^https?:/i.test(link))
            return find_links_listDirectory(link, sources.workingDirectory);
        return offline ? [] : (await sources.listLinkPage(link)).map(listed);
    });
    return (await Promise.all(lists)).flat();
}
/** An index's file as a listed one. */
function listed({ filename, url, hashes, size, requiresPython }) {
    return { filename, url, path: undefined, size, hashes, requiresPython };
}
async function find_links_listDirectory(link, base) {
    const directory = (0,external_node_path_.resolve)(base, link.startsWith('file:') ? (0,external_node_url_.fileURLToPath)(link) : link);
    const names = await (0,promises_.readdir)(directory).catch((error) => {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            throw error;
        throw (0,errors/* usageError */.Wp)('FIND_LINKS_NOT_FOUND', `\`--find-links\` names \`${directory}\`, which is not a directory that can be read`);
    });
    return names
        .filter(isDistributionFile)
        .toSorted()
        .map(filename => localFile((0,external_node_path_.join)(directory, filename), filename));
}
function isDistributionFile(filename) {
    return /\.(?:whl|tar\.gz|zip)$/.test(filename);
}
function localFile(path, filename) {
    return { filename, url: undefined, path, size: undefined, hashes: {}, requiresPython: undefined };
}
/**
 * The lock with `path` set on each of its files that a `--find-links` directory holds under the same name. The hashes
 * stay the lock's: they are checked when the file is read. An unchanged lock is returned as it is.
 */
function preferLocal(lock, files) {
    const paths = new Map(files.toReversed().flatMap(({ filename, path }) => (path === undefined ? [] : [[filename, path]])));
    if (paths.size === 0)
        return lock;
    const place = (file) => ({ ...file, path: file.path ?? paths.get(file.filename) });
    const placeAll = (entry) => ({
        ...entry,
        wheels: entry.wheels.map(place),
        archive: entry.archive && place(entry.archive),
    });
    return { ...lock, distributions: lock.distributions.map(placeAll) };
}
/**
 * Refuses wheels that no local file has, where the run may not fetch them: with `offline` any URL, with `noIndex` any
 * but those of `--find-links` pages and direct URLs. Throws UserError WHEEL_UNAVAILABLE_OFFLINE naming all of them.
 */
function requireLocal(wheels, { index, files }) {
    if (!index.offline && !index.noIndex)
        return;
    const pages = new Set(files.map(({ url }) => url));
    const isAllowed = ({ file, directUrl }) => file.path !== undefined || (!index.offline && (directUrl !== undefined || pages.has(file.url)));
    const missing = wheels.filter(wheel => !isAllowed(wheel));
    if (missing.length === 0)
        return;
    const flag = index.offline ? '--offline' : '--no-index';
    throw new errors/* UserError */.yo('WHEEL_UNAVAILABLE_OFFLINE', `\`${flag}\` forbids fetching, and no local file was found for ${missing.map(({ file }) => `\`${file.filename}\``).join(', ')}`, { hint: `Give the directory that holds them as \`--find-links\`, or leave out \`${flag}\`` });
}

;// CONCATENATED MODULE: ./lib/pipeline/wheels.js
/** Brings planned wheels into the store: from the store itself, a local file or the index. */







/** Those of the wheels that the store holds, with bytecode of this kind. */
async function storedWheels(wheels, kind, store) {
    const found = [];
    for (const planned of wheels) {
        const note = planned.sha256 === undefined ? undefined : await readWheelNote(store, planned.sha256);
        if (note === undefined)
            continue;
        found.push({ planned, note, bytecode: kind && (await readBytecodeNote(store, kind, note.sha256)) });
    }
    return found;
}
/** Those of the wheels that the store lacks; one without a digest counts, since it is not known before it is read. */
async function absentWheels(wheels, store) {
    const present = await Promise.all(wheels.map(async ({ sha256 }) => sha256 !== undefined && hasWheel(store, sha256)));
    return wheels.filter((_, index) => !present[index]);
}
/** True where no index may be asked. */
function isLocalOnly({ offline, noIndex }) {
    return offline || noIndex;
}
/**
 * Those of the wheels that will have to be fetched. Where no index may be asked, the cache has the first word.
 * Throws UserError WHEEL_UNAVAILABLE_OFFLINE.
 */
async function requireObtainable(wheels, { restoring, index, links }, { located }) {
    const isLimited = isLocalOnly(index);
    if (isLimited)
        await restoring.settled;
    const absent = await absentWheels(wheels, located.store);
    requireLocal(absent, { index, files: links });
    return isLimited ? absent : absent.filter(wheel => !restoring.promises(wheel));
}
/**
 * The note of a wheel that is in the store afterwards.
 * Throws UserError HASH_MISMATCH (exit 3), WHEEL_INVALID (exit 3), or what downloading throws.
 */
async function provideWheel(wanted, services) {
    const stored = wanted.sha256 === undefined ? undefined : await readWheelNote(services.store, wanted.sha256);
    const provided = stored === undefined ? await bringIn(wanted, services) : { note: stored, source: 'store' };
    // The store knows a wheel by its bytes: whatever it is called this time must still be true.
    checkIdentity(provided.note, parseWheelFilename(wanted.file.filename));
    return provided;
}
function bringIn(wanted, services) {
    const path = localPathOf(wanted.file);
    return path === undefined ? fromIndex(wanted, services) : fromFile(wanted, path, services);
}
async function fromFile(wanted, path, services) {
    const { sha256, size } = await verifyLocal(wanted, path, services);
    const known = await readWheelNote(services.store, sha256);
    const note = known ?? (await unpack(wanted, { path, filename: wanted.file.filename, sha256, size }, services));
    return { note, source: 'local' };
}
async function verifyLocal({ name, file, sha256 }, path, { digest, watch }) {
    const end = watch.begin('fetch', { wheel: name });
    const needsOnlySha256 = file.oneOf === undefined && (sha256 !== undefined || Object.keys(file.hashes).length === 0);
    const found = needsOnlySha256 ? await digest(path) : { ...(await importFile(file)), busyMs: undefined };
    if (sha256 !== undefined && found.sha256 !== sha256) {
        throw hashMismatch(path, { algorithm: 'sha256', expected: sha256, found: found.sha256 });
    }
    end({ bytes: found.size, busyMs: found.busyMs });
    return found;
}
function fromIndex(wanted, services) {
    const { store, client, watch } = services;
    return withStagedFile(store, async (path) => {
        const end = watch.begin('fetch', { wheel: wanted.name });
        const onBytes = (bytes) => watch.advance('fetch', bytes);
        const { sha256, size } = await downloadFile(wanted.file, path, { client, onBytes, signal: watch.signal });
        end({ bytes: size });
        const known = await readWheelNote(store, sha256);
        const archive = { path, filename: wanted.file.filename, sha256, size };
        return { note: known ?? (await unpack(wanted, archive, services)), source: 'index' };
    });
}
async function unpack(wanted, archive, services) {
    const end = services.watch.begin('unpack', { wheel: wanted.name });
    const { note, warnings, busyMs } = await unpackWheel(archive, {
        store: services.store,
        pool: services.pool(),
        os: services.os,
    });
    for (const warning of warnings)
        services.watch.warn(warning, { wheel: wanted.name });
    end({ files: note.files.length, bytes: unpackedSize(note), busyMs });
    return note;
}

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
        return await mapBounded(promisedLast, parallelDownloads, async (planned) => {
            watch.signal.throwIfAborted();
            const isRestored = await restoring.arrival(planned);
            const { note, source } = await provideWheel(planned, services);
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

;// CONCATENATED MODULE: ./lib/install/egg.js
/** Metadata of setuptools: files in an `.egg-info` or `EGG-INFO` directory, or inside a zipped egg. */





function readDirectory(directory) {
    return name => {
        const path = (0,external_node_path_.join)(directory, name);
        return namesIn(path)?.join('\n') ?? textOf(path);
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
    const archive = archive_openArchive(path);
    try {
        const entries = readEntries(archive, path);
        const shipped = entries.flatMap(entry => /^EGG-INFO\/scripts\/(.+)$/.exec(entry.path)?.[1] ?? []).join('\n');
        const entry = entries.find(candidate => candidate.path === 'EGG-INFO/entry_points.txt');
        if (entry === undefined)
            return { shipped, entryPoints: undefined };
        return { shipped, entryPoints: zip_readEntry(archive, entry, path).toString('utf8') };
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
            throw refused(distribution, `was installed by distutils, which keeps no list of files (${invalid_wheel_quoted(distribution.directory)})`, 'remove it with what installed it, or use a new environment');
    }
}
/** A UserError UNINSTALL_REFUSED; `reason` goes on after the name of the distribution. */
function refused(distribution, reason, hint) {
    return new errors/* UserError */.yo('UNINSTALL_REFUSED', `${nameOf(distribution)} cannot be removed: it ${reason}`, { hint });
}
/** For messages. */
function nameOf({ name, version }) {
    return invalid_wheel_quoted(version === '' ? name : `${name} ${version}`);
}
const nothing = { files: [], wholes: [], trees: [], importedFrom: [], remarks: [] };
function ofDistInfo({ directory }, environment) {
    const { rows, faults } = parseRecord(textOf((0,external_node_path_.join)(directory, 'RECORD')) ?? '');
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
    return isWindowsPath(python) ? path.replaceAll('\\', '/') : path;
}
const ownInstallers = ['', 'pip', 'uv', 'wheelcrew'];
function ofIncomplete(distribution) {
    const { directory, installer } = distribution;
    if (!ownInstallers.includes(installer)) {
        throw refused(distribution, `has no RECORD of its files, and ${invalid_wheel_quoted(installer)} installed it`, `remove it with ${invalid_wheel_quoted(installer)}, or use a new environment`);
    }
    const remark = `has no RECORD: ${invalid_wheel_quoted(directory)} is removed, and files beside it may stay`;
    return { ...nothing, wholes: [directory], remarks: [remark] };
}
function ofEggInfo(distribution, environment) {
    const { directory } = distribution;
    const source = readDirectory(directory);
    const scripts = scriptsOf(source, environment);
    const listed = source('installed-files.txt');
    if (listed !== undefined) {
        const files = belongings_lines(listed).map(line => (0,external_node_path_.resolve)(directory, slashed(line, environment)));
        return { ...nothing, ...scripts, files: [...files, ...scripts.files], wholes: [directory] };
    }
    if (!/-v?\d[^/\\]*\.egg-info$/i.test(directory)) {
        throw refused(distribution, `has the metadata of a source tree, without a list of files (${invalid_wheel_quoted(directory)})`, 'remove it with what put it there, or use a new environment');
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
    const namespaces = belongings_lines(source('namespace_packages.txt'));
    const names = belongings_lines(source('top_level.txt'));
    const odd = names.filter(name => !isPlainName(name));
    const shared = names.filter(name => namespaces.includes(name));
    const own = names.filter(name => isPlainName(name) && !namespaces.includes(name));
    const extensions = (namesIn(library) ?? []).filter(name => own.includes(extension.exec(name)?.[1] ?? ''));
    return {
        ...nothing,
        files: [...own.map(name => `${name}.py`), ...extensions].map(name => (0,external_node_path_.join)(library, name)),
        trees: own.map(name => (0,external_node_path_.join)(library, name)),
        remarks: [
            ...(source('top_level.txt') === undefined ? ['has no list of its files: they may stay'] : []),
            ...ignoring('modules by no module name', odd),
            ...(shared.length === 0
                ? []
                : [`has files in a package that it shares with others, which stay: ${shared.map(invalid_wheel_quoted).join(', ')}`]),
        ],
    };
}
function ofEgg({ directory }, environment) {
    const isArchive = namesIn(directory) === undefined;
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
    const launched = isWindowsPath(python)
        ? [...shipped.map(name => `${name}.bat`), ...wrappers.flatMap(launcherFiles)]
        : [];
    return {
        files: [...shipped, ...wrappers, ...launched].filter(isPlainName).map(name => (0,external_node_path_.join)(schemes.scripts, name)),
        remarks: ignoring('scripts that are no filenames', odd),
    };
}
function ignoring(what, names) {
    return names.length === 0 ? [] : [`names ${what}, which is ignored: ${names.map(invalid_wheel_quoted).join(', ')}`];
}
/** What a script of this name may be on Windows. */
function launcherFiles(name) {
    return ['.exe', '.exe.manifest', '-script.py', '-script.pyw'].map(suffix => `${name}${suffix}`);
}
/** On POSIX systems a backslash is legal, but in no name of a module or script. */
function isPlainName(name) {
    return !/[/\\\0]|^\.{0,2}$/.test(name) && !/^[A-Za-z]:/.test(name);
}
function belongings_lines(text) {
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
    const isFile = unlessAbsent(path, () => (0,external_node_fs_.lstatSync)(path).isFile());
    if (targets.length === 0 || isFile === undefined)
        return { rewrites: [], remarks: [] };
    const bytes = unlessAbsent(path, () => (0,external_node_fs_.readFileSync)(path)) ?? Buffer.alloc(0);
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
    return { rewrites: [], remarks: [`is listed in ${invalid_wheel_quoted(path)}, which ${reason}: the line stays`] };
}
function leadsTo(line, target, { library, python }) {
    const entry = line.trim();
    if (entry === '' || entry.startsWith('#') || /^import\s/.test(entry))
        return false;
    const path = (0,external_node_path_.resolve)(library, entry);
    const key = (value) => (isWindowsPath(python) ? value.replaceAll('/', '\\').toLowerCase() : value);
    return key(path) === key(target) || realPath(path) === (realPath(target) ?? '');
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
async function planRemoval(distribution, environment, survey = openSurvey(environment)) {
    if (survey.find(distribution.directory)?.isRemovable === false) {
        throw refused(distribution, `lies outside the directories of the environment (${invalid_wheel_quoted(distribution.directory)})`, 'remove it with what put it there, or use a new environment');
    }
    const belongings = belongingsOf(distribution, environment);
    const own = gather(belongings, { survey, environment });
    const rewritten = rewriteEasyInstall((0,external_node_path_.dirname)(distribution.directory), belongings.importedFrom, environment);
    const remarks = [...belongings.remarks, ...own.remarks, ...rewritten.remarks];
    return {
        name: distribution.name,
        version: distribution.version,
        files: own.files.filter(path => !own.directories.some(directory => isWithin(path, directory))),
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
    const record = textOf((0,external_node_path_.join)(directory, 'RECORD')) ?? '';
    if (hints !== undefined && !hints.some(hint => record.includes(hint)))
        return [];
    const { rows } = parseRecord(record);
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
    const leftovers = distinctDirectories([schemes.purelib, schemes.platlib]).flatMap(directory => {
        const names = (namesIn(directory) ?? []).filter(entry => entry.startsWith('~'));
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
    if (!isWindowsPath(python) || (0,external_node_path_.dirname)(file) !== schemes.scripts)
        return [file];
    const [, stem] = /^(.*?)(?:\.exe|\.exe\.manifest|-script\.pyw?)$/i.exec(file) ?? [];
    return stem === undefined ? [file] : [file, ...launcherFiles(stem)];
}
const mostShown = 10;
function remarkOn(foreign) {
    if (foreign.length === 0)
        return [];
    return [`lists files that do not belong to it, which stay: ${quotedFew(foreign, mostShown)}`];
}

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
                if (sha256 !== undefined && unlessAbsent(destination, () => digestFile(destination).sha256) !== sha256)
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
    const survey = openSurvey(services.environment);
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
async function planRemovals(leaving, survey, { run, services }) {
    const { environment } = services;
    const removals = await Promise.all(leaving.map(distribution => planRemoval(distribution, environment, survey)));
    if (!run.settings.exact || services.isNew)
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
    const lines = conflicts.map(({ winner, loser, paths }) => {
        return `\`${winner}\` and \`${loser}\` hold different files at ${quotedFew(paths, 3)}`;
    });
    if (settings.onConflict === 'error' && lines.length > 0) {
        throw new errors/* UserError */.yo('CONFLICT', lines.join('; '), {
            hint: 'leave out one of them, or let the one that pip would install last win with `--on-conflict warn`',
        });
    }
    for (const [index, line] of lines.entries())
        watch.warn(`${line}; \`${conflicts[index]?.winner}\` wins`);
}

;// CONCATENATED MODULE: ./lib/pipeline/carry-out.js
/** Carries out a plan: wheels into the store, bytecode beside them, and both into the environment, overlapped. */






/** Carries out the plan. On failure all files that it put into the environment are gone again. */
async function carryOut(work) {
    const { run, interpreter } = work;
    const bytecode = run.settings.compileBytecode
        ? openBytecode(interpreter, { store: run.located.store, host: run.host, watch: run.watch })
        : undefined;
    if (work.isIncomplete)
        bytecode?.warmUp();
    try {
        const provided = await provideAndInstall(work, bytecode);
        return { provided, kind: bytecode?.kind, compiled: bytecode?.compiled ?? new Set() };
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
        return [];
    const services = await installServices(work, bytecode);
    const settled = await settleInstall(inStore, { ...work, services, provideMore });
    await target.ready();
    const installation = beginInstallation(settled.preparation, services);
    try {
        const provided = await installAll(settled.preparation, { installation, inStore: settled.inStore, run });
        installation.commit();
        return provided;
    }
    catch (error) {
        await Promise.allSettled(settled.inStore.map(wheel => wheel.compiled));
        installation.undo();
        throw error;
    }
}
async function installServices({ run, target, interpreter }, bytecode) {
    const { os, arch } = run.host.platform;
    const windowsLaunchers = os === 'win32' ? await readWindowsLaunchers((0,external_node_path_.join)(interpreter.basePrefix, 'Lib'), arch) : undefined;
    return {
        store: run.located.store,
        linkMode: run.located.linkMode,
        environment: target.environment,
        os,
        isNew: target.isNew,
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

;// CONCATENATED MODULE: ./lib/report/intervals.js
/** Arithmetic of overlapping pieces of work. */
/** The disjoint intervals that cover the same time, in order. */
function mergeIntervals(intervals) {
    const merged = [];
    for (const { startMs, endMs } of [...intervals].sort((a, b) => a.startMs - b.startMs)) {
        const last = merged.at(-1);
        if (last !== undefined && startMs <= last.endMs)
            last.endMs = Math.max(last.endMs, endMs);
        else
            merged.push({ startMs, endMs });
    }
    return merged;
}
/** Milliseconds in which at least one of the intervals was going on. */
function unionMs(intervals) {
    return busyMs(mergeIntervals(intervals));
}
/** The work of the intervals added up, in milliseconds: `busyMs` where it is known, else their lengths. */
function busyMs(intervals) {
    return intervals.reduce((total, { startMs, endMs, busyMs: known }) => total + (known ?? endMs - startMs), 0);
}

;// CONCATENATED MODULE: ./lib/report/report.js
/** One run as plain data, ready to be written as report.json and to be rendered in any form. */



/** Where a wheel's files came from. */
const wheelSources = ['store', 'cache', 'index', 'local', 'environment'];
const environmentKinds = ['venv', 'system', 'target', 'store'];
const cacheOutcomes = ['hit', 'partial', 'miss', 'off'];
/** The report of a run: a pure function of its timeline and facts. */
function buildReport(timeline, facts) {
    const { spans, warnings } = timeline;
    return {
        format: 1,
        version: version,
        startedAt: timeline.startedAt.toISOString(),
        durationMs: timeline.now(),
        timeToReadyMs: spans.reduce((last, span) => (span.stage === 'save' ? last : Math.max(last, span.endMs)), 0),
        python: facts.python,
        environment: facts.environment,
        removed: facts.removed,
        missing: facts.missing,
        linkMode: facts.linkMode,
        runner: facts.runner,
        cache: facts.cache,
        save: facts.save,
        stages: stages.flatMap(stage => describeStage(stage, timeline)).sort((a, b) => a.startMs - b.startMs),
        wheels: describeWheels(facts.wheels, timeline),
        decisions: [...timeline.decisions],
        warnings: warnings.map(({ message, wheel }) => (wheel === undefined ? message : `${wheel}: ${message}`)),
        spans: [...spans],
        totals: {
            wheels: facts.wheels.length,
            files: sum(facts.wheels.map(wheel => wheel.files)),
            bytes: sum(facts.wheels.map(wheel => wheel.bytes)),
            fetchedBytes: sum(spans.filter(span => span.stage === 'fetch').map(span => span.bytes ?? 0)),
        },
    };
}
function describeStage(stage, { spans, decisions }) {
    const own = spans.filter(span => span.stage === stage);
    if (own.length === 0)
        return [];
    const chosen = decisions.findLast(decision => decision.subject === stage);
    return [
        {
            stage,
            startMs: own.reduce((first, span) => Math.min(first, span.startMs), Number.POSITIVE_INFINITY),
            endMs: own.reduce((last, span) => Math.max(last, span.endMs), 0),
            wallMs: unionMs(own),
            busyMs: busyMs(own),
            bytes: sumKnown(own.map(span => span.bytes)),
            files: sumKnown(own.map(span => span.files)),
            note: chosen === undefined ? undefined : `${chosen.choice}: ${chosen.reason}`,
        },
    ];
}
function describeWheels(wheels, { spans, warnings }) {
    const spansOf = groupByWheel(spans);
    const warningsOf = groupByWheel(warnings);
    return wheels.map(wheel => {
        const own = spansOf.get(wheel.name) ?? [];
        return {
            ...wheel,
            fetchMs: timeIn('fetch', own),
            unpackMs: timeIn('unpack', own),
            linkMs: timeIn('link', own),
            compileMs: timeIn('compile', own),
            warnings: (warningsOf.get(wheel.name) ?? []).map(warning => warning.message),
        };
    });
}
function groupByWheel(items) {
    const groups = new Map();
    for (const item of items) {
        if (item.wheel === undefined)
            continue;
        const group = groups.get(item.wheel);
        if (group === undefined)
            groups.set(item.wheel, [item]);
        else
            group.push(item);
    }
    return groups;
}
function timeIn(stage, spans) {
    const own = spans.filter(span => span.stage === stage);
    return own.length === 0 ? undefined : busyMs(own);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
function sumKnown(values) {
    const known = values.filter(value => value !== undefined);
    return known.length === 0 ? undefined : sum(known);
}

;// CONCATENATED MODULE: ./lib/pipeline/facts.js


/** The facts of a finished run. */
function reportFacts(result, { host, located }) {
    const { provided, reused, removed, missing, compiled, interpreter, environment, session, save } = result;
    const isSpared = ({ note, source }) => (source === 'store' || source === 'cache') && !compiled.has(note.name);
    return {
        wheels: [...provided.map(providedFacts), ...reused.map(reusedFacts)].sort((a, b) => (a.name < b.name ? -1 : 1)),
        cache: describeCache(session, {
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
    };
}
function providedFacts({ note, source }) {
    return {
        name: note.name,
        version: note.version,
        sizeBytes: note.size,
        source,
        files: note.files.length,
        bytes: unpackedSize(note),
    };
}
function reusedFacts({ name, version, file }) {
    return { name, version, sizeBytes: file.size, source: 'environment', files: 0, bytes: 0 };
}

;// CONCATENATED MODULE: ./lib/cache/packing.js
/** Unpacked bytes from which a wheel has a pack of its own, which its bytecode for any interpreter shares with the rest. */
const ownPackBytes = 64 << 20;
/** A usual restore reads at most this many packs besides those of big wheels. */
const mostSharedPacks = 6;
/** How many are left when there were too many, so that the next few saves add no more than what is new. */
const fewSharedPacks = 3;
/** Of what the packs of a plan hold for nobody, at most this part of what they hold for it. */
const largestWaste = 0.5;
/**
 * Divides what a plan wants over packs: what a pack of `existing` holds stays there; the rest is new, big wheels each on
 * their own. Independent of the order of `wanted`.
 */
function planPacks(wanted, existing, { mayRepack, canPack }) {
    const held = assignItems(wanted, existing);
    const kept = new Map(held);
    const assigned = new Set([...held.values()].flat());
    const loose = wanted.filter(item => !assigned.has(item));
    const isDue = mayRepack || sharedOf(kept).length >= 2 * mostSharedPacks;
    for (const pack of isDue ? victims(kept, loose) : []) {
        const items = kept.get(pack) ?? [];
        if (!items.every(canPack))
            continue;
        loose.push(...items);
        kept.delete(pack);
    }
    return { kept: [...kept.keys()], packed: packing_divide(loose) };
}
/** Which pack each item is taken from: of several that hold it, the one that serves most. Packs that serve none are left out. */
function assignItems(wanted, packs) {
    const served = packs.map(pack => {
        const names = new Set(pack.items.map(packing_nameOf));
        return { pack, items: wanted.filter(item => names.has(packing_nameOf(item))) };
    });
    const left = new Set(wanted);
    const assigned = new Map();
    for (const { pack, items } of served.toSorted((a, b) => b.items.length - a.items.length)) {
        const own = items.filter(item => left.delete(item));
        if (own.length > 0)
            assigned.set(pack, own);
    }
    return assigned;
}
/** The same text for the same content. */
function packing_nameOf({ sha256, bytecode }) {
    return `${sha256} ${bytecode}`;
}
/** Packs of several items, or of one that is not big. */
function sharedOf(kept) {
    return [...kept.keys()].filter(({ items }) => items.length > 1 || sizeOf(items) < ownPackBytes);
}
/** The packs whose items are to be packed again: those with least alive for their waste, then, if too many are left, the smallest. */
function victims(kept, loose) {
    const live = (pack) => sizeOf(kept.get(pack) ?? []);
    const dead = (pack) => sizeOf(pack.items) - live(pack);
    const total = sizeOf([...kept.values()].flat()) + sizeOf(loose);
    const chosen = [];
    let waste = [...kept.keys()].reduce((sum, pack) => sum + dead(pack), 0);
    // What is alive is what packing again moves.
    const deadPart = (pack) => dead(pack) / Math.max(1, sizeOf(pack.items));
    const wasteful = sharedOf(kept).toSorted((a, b) => deadPart(b) - deadPart(a));
    for (const pack of wasteful) {
        if (waste <= largestWaste * total)
            break;
        chosen.push(pack);
        waste -= dead(pack);
    }
    const others = wasteful.filter(pack => !chosen.includes(pack)).toSorted((a, b) => live(a) - live(b));
    const hasNew = chosen.length > 0 || loose.some(({ size }) => size < ownPackBytes);
    if (others.length + Number(hasNew) > mostSharedPacks)
        chosen.push(...others.slice(0, others.length + 1 - fewSharedPacks));
    return chosen;
}
function packing_divide(items) {
    const sorted = items.toSorted((a, b) => (packing_nameOf(a) < packing_nameOf(b) ? -1 : 1));
    const own = sorted.filter(({ size }) => size >= ownPackBytes).map(item => [item]);
    const shared = sorted.filter(({ size }) => size < ownPackBytes);
    return shared.length === 0 ? own : [...own, shared];
}
/** Unpacked bytes of these items. */
function sizeOf(items) {
    return items.reduce((sum, { size }) => sum + size, 0);
}

;// CONCATENATED MODULE: ./lib/cache/saved-lock.js


/**
 * The lock without credentials, which a shared cache must not hold, and without wheels that no interpreter of this kind can
 * load. Those for other versions of its platform stay: whoever asks for the same plan may run on an older or newer one.
 */
function savedLock(lock, tags) {
    const mayLoad = wheelFilter(tags, tagFamily);
    return {
        ...lock,
        distributions: lock.distributions.map(distribution => ({
            ...distribution,
            wheels: distribution.wheels.filter(({ filename }) => mayLoad(filename)).map(withoutCredentials),
            sdist: distribution.sdist && withoutCredentials(distribution.sdist),
            archive: distribution.archive && withoutCredentials(distribution.archive),
        })),
    };
}
function withoutCredentials(file) {
    return { ...file, url: file.url && (0,redact/* stripCredentials */.PH)(file.url) };
}

;// CONCATENATED MODULE: ./lib/pipeline/rates.js
/** Milliseconds and bytes below which a rate is chance. */
const [leastMs, leastBytes] = [500, 8 << 20];
/** The rates of a run; one that moved too little has none. */
function measuredRates(spans) {
    const fetch = rateOf(spans, ['fetch'], 'fetch');
    const prepare = rateOf(spans, ['unpack', 'compile'], 'unpack');
    return { ...(fetch !== undefined && { fetch }), ...(prepare !== undefined && { prepare }) };
}
/** Bytes of the spans of `counted`, for each second in which any of `stages` was at work. */
function rateOf(spans, stages, counted) {
    const bytes = spans.reduce((sum, span) => sum + (span.stage === counted ? (span.bytes ?? 0) : 0), 0);
    const ms = coveredMs(spans.filter(({ stage }) => stages.includes(stage)));
    return bytes < leastBytes || ms < leastMs ? undefined : Math.round((bytes / ms) * 1000);
}
/** Milliseconds that lie in at least one of the spans. */
function coveredMs(spans) {
    let covered = 0;
    let until = 0;
    for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
        covered += Math.max(0, endMs - Math.max(startMs, until));
        until = Math.max(until, endMs);
    }
    return covered;
}

;// CONCATENATED MODULE: ./lib/pipeline/seal.js
/** What a run will save, sealed at its end: fixed before any later step of the job can change it. */








/** The request to save this run, or undefined with the reason where there is nothing to save. */
async function sealSave({ session, lock, provided, reused, missing, kind, interpreter }, { settings, located, watch }) {
    const nothing = (reason) => ({ request: undefined, reason });
    const { open } = session;
    if (open === undefined)
        return nothing(session.reason);
    if (!settings.cache.save)
        return nothing(settings.cache.reason);
    // What points at a source tree of this machine is of no use elsewhere.
    const shareable = provided.filter(({ planned }) => planned.directUrl?.dir_info?.editable !== true);
    if (shareable.length === 0)
        return nothing('there is nothing to save');
    if (missing.length > 0 && open.manifest?.planDigest === open.planDigest) {
        return nothing(`the store lacks ${missing.length} wheels of the plan, and the cache has an entry of it`);
    }
    const stored = await storedWheels(reused, kind, located.store);
    const planned = [...shareable.map(({ note }) => note.sha256), ...reused.flatMap(({ sha256 }) => sha256 ?? [])];
    const names = [
        ...planned.map(sha256 => packing_nameOf({ sha256, bytecode: '' })),
        ...[...shareable, ...stored].flatMap(({ note, bytecode }) => kind === undefined || bytecode === undefined
            ? []
            : [packing_nameOf({ sha256: note.sha256, bytecode: bytecodeName(kind) })]),
    ];
    if (isSaved(open, names))
        return nothing('this revision is saved already');
    const request = {
        backend: settings.cache.backend,
        workspace: open.workspace,
        store: located.directory,
        manifestKey: open.keys.manifest,
        manifest: {
            format: 3,
            revision: settings.cache.revision,
            planDigest: open.planDigest,
            ingredients: open.ingredients,
            lock: savedLock(lock, interpreter.tags),
            rates: { ...open.manifest?.rates, ...measuredRates(watch.spans) },
            createdBy: version,
        },
        kind,
        existing: (open.manifest?.packs ?? []).filter(({ digest }) => !open.spoiled.has(digest)),
        spoiled: [...open.spoiled],
        mayRepack: settings.cache.mayRepack,
        planned,
        wheels: [...shareable, ...stored].map(sealWheel),
    };
    return { request, reason: isOfRevision(open) ? 'the entry of this revision is not whole' : 'this revision is new' };
}
/** Whether the entry that was found is of this revision, whole, and holds all of it. */
function isSaved(open, names) {
    if (!isOfRevision(open) || open.spoiled.size > 0)
        return false;
    const held = new Set(open.manifest?.packs.flatMap(({ items }) => items.map(packing_nameOf)));
    return names.every(name => held.has(name));
}
function isOfRevision({ matchedKey, keys }) {
    return matchedKey?.startsWith(keys.manifest) === true;
}
function sealWheel({ note, bytecode }) {
    return {
        name: note.name,
        sha256: note.sha256,
        note: seal_digestOf(formatNote(note)),
        bytecode: bytecode && seal_digestOf(formatNote(bytecode)),
    };
}
/** The digest by which a note is sealed. */
function seal_digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}

;// CONCATENATED MODULE: ./lib/pipeline/conclude.js




/** Seals, sweeps and reports. */
async function concludeRun(conclusion, run) {
    const { watch, located } = run;
    const { request: save, reason } = await sealSave(conclusion, run);
    watch.decide('save', save === undefined ? 'no' : 'yes', reason);
    await sweepAbandoned(located.store, Date.now());
    return buildReport(watch, reportFacts({ ...conclusion, save }, run));
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./lib/build/backend-process.js
/** The process of a build backend: its output line by line, and its end with everything that it started. */



/** Milliseconds from an interrupt to the end: a backend that is interrupted removes its temporary files. */
const graceMs = 3000;
/** Milliseconds for which output is awaited of a process that survives the end of its group. */
const backend_process_lingerMs = 1000;
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
            }, backend_process_lingerMs);
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
    const given = exit.succeeded ? await backend_readAnswer(answer) : undefined;
    if (given === undefined)
        throw hookFailed(exit, failure);
    if (given.outcome === 'unavailable')
        throw backendUnavailable(given.reason, project);
    return given;
}
async function backend_readAnswer(path) {
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
    const kept = Object.entries(pythonEnvironmentVariables(env)).filter(([name]) => !ownVariables.test(name));
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
    const filename = parseWheelFilename(answer);
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
            read: (offset, length) => built_wheel_readExactly(descriptor, offset, length),
        };
        const entries = readEntries(archive, wheel);
        const paths = entries.map(entry => entry.path);
        const name = `${findDistInfo(paths, filename)}/METADATA`;
        const entry = entries.find(candidate => candidate.path === name);
        if (entry === undefined)
            throw invalid_wheel_invalidWheel(wheel, `it has no \`${name}\``);
        return parseMetadata(zip_readEntry(archive, entry, wheel).toString('utf8'), wheel);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function built_wheel_readExactly(descriptor, offset, length) {
    const buffer = Buffer.alloc(length);
    const count = (0,external_node_fs_.readSync)(descriptor, buffer, 0, length, offset);
    if (count !== length)
        throw new RangeError(`the file ends at byte ${offset + count}`);
    return buffer;
}

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
        if (await project_exists((0,external_node_path_.join)(path, 'setup.py')))
            return { directory: path, shown, ...legacyBuild, requiresPython: undefined };
        throw project_invalid(`\`${shown}\` is no Python project: it holds neither a pyproject.toml nor a setup.py`, nameProject);
    }
    const kind = { source: file, code: 'PROJECT_INVALID', hint: 'Correct it as PEP 518 and PEP 621 describe' };
    const root = openDocument(parseToml(text, file), kind);
    const [table, metadata] = [optionalTable(root, 'build-system'), optionalTable(root, 'project')];
    if (table === undefined && metadata === undefined && !(await hasSetupFile(path))) {
        throw project_invalid(`\`${file}\` describes no project: it has neither \`build-system\` nor \`project\``, nameProject);
    }
    const buildSystem = table === undefined ? legacyBuild : await readBuildSystem(table, path);
    const requiresPython = metadata === undefined ? undefined : optionalString(metadata, 'requires-python');
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
    throw project_invalid(`\`${shown}\` is a ${isWheel ? 'wheel' : 'file'}, and only a source tree can be editable`, isWheel ? 'Name the wheel without `-e`' : nameProject);
}
async function readBuildSystem(table, directory) {
    if (!table.values.has('requires'))
        throw fieldError(table, 'requires', 'is missing (PEP 518)');
    const requires = strings(table, 'requires');
    for (const [index, text] of requires.entries())
        assertRequirement(text, `\`${table.kind.source}\`: \`requires[${index}]\``);
    const backend = optionalString(table, 'build-backend') ?? legacyBackend;
    const name = '[\\p{ID_Start}_][\\p{ID_Continue}.]*';
    if (!new RegExp(`^${name}(?::${name})?$`, 'u').test(backend)) {
        throw fieldError(table, 'build-backend', `must be a module or \`module:object\` (PEP 517), found \`${backend}\``);
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
        const { location } = parseRequirement(text, where);
        if (location === undefined || URL.canParse(location))
            return;
    }
    throw (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${where}: \`${text}\` is not a requirement (PEP 508)`);
}
async function readBackendPath(table, directory) {
    const root = await (0,promises_.realpath)(directory);
    return Promise.all(strings(table, 'backend-path').map(async (entry, index) => {
        const key = `backend-path[${index}]`;
        const path = (0,external_node_path_.resolve)(directory, entry);
        const real = await (0,promises_.realpath)(path).catch(error => {
            if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
                throw error;
            throw fieldError(table, key, `does not exist: \`${entry}\``);
        });
        const inTree = (0,external_node_path_.relative)(root, real);
        if ((0,external_node_path_.isAbsolute)(entry) || (0,external_node_path_.isAbsolute)(inTree) || /^\.\.(?:[\\/]|$)/.test(inTree)) {
            throw fieldError(table, key, `must be a relative path inside the source tree (PEP 517), found \`${entry}\``);
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
        throw project_invalid(`\`${source}\` is not valid TOML: ${reason}${line}`, 'Correct the file');
    }
}
async function hasSetupFile(directory) {
    return (await project_exists((0,external_node_path_.join)(directory, 'setup.py'))) || (await project_exists((0,external_node_path_.join)(directory, 'setup.cfg')));
}
async function project_exists(path) {
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
function project_invalid(message, hint) {
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
    if (specifier === undefined || !isSpecifier(specifier) || satisfies(release, specifier))
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
    return [...new Set(written.map(normalizeName))];
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
    return source => timed(watch, 'build', async () => {
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
        if (unsupported?.isEditable !== true || byName.has(name) || !applies(entry, lock, interpreter))
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

;// CONCATENATED MODULE: ./lib/pipeline/environment.js
/** The environment of a run: opened, or begun while the lock is still being read. */






/**
 * Opens the environment that the settings name, or starts to make a virtual environment where it is missing. Undefined
 * where another process was faster with that: choose an interpreter anew.
 */
async function beginEnvironment({ interpreter, venv }, run) {
    const { environment: setting } = run.settings;
    const { host } = run;
    const waiting = waitingOf(run);
    if (setting.kind !== 'venv' || venv === undefined) {
        const environment = setting.kind === 'target'
            ? targetEnvironment(setting.path, interpreter, host.platform)
            : systemEnvironment(interpreter, host.platform);
        return openExisting(environment, run, () => claimEnvironment(environment, waiting));
    }
    const environment = venvEnvironment(setting.path, interpreter, host.platform);
    const claim = () => claimVenv(environment.root, venv, { host, ...waiting });
    if (venv.kind === 'venv')
        return openExisting(environment, run, async () => (await claim()) ?? environment_vanished(environment));
    const claimed = await claim();
    return claimed === undefined ? undefined : makeVenv(environment, interpreter, { run, claim: claimed });
}
function environment_vanished({ root }) {
    throw new errors/* UserError */.yo('VENV_BROKEN', `another process has removed \`${root}\` in the meantime`, {
        hint: 'run again, and the environment is made again',
    });
}
function makeVenv(environment, interpreter, { run, claim }) {
    const made = timed(run.watch, 'venv', () => createVenv(claim, interpreter, run.host));
    const ifMade = async (use) => {
        const venv = await made.catch(() => undefined);
        if (venv !== undefined)
            await use(venv);
    };
    made.catch(() => undefined);
    return {
        environment,
        isNew: true,
        isUnsettled: async () => false,
        claim: async () => { },
        ready: async () => void (await made),
        finish: () => ifMade(venv => venv.finish()),
        undo: () => ifMade(venv => venv.undo()),
    };
}
function openExisting(environment, { watch }, take) {
    const { root, stateDirectory } = environment;
    let held;
    const release = async () => {
        await held?.release();
        held = undefined;
    };
    return {
        environment,
        isNew: false,
        isUnsettled: async () => hasAbandoned(stateDirectory) || isLeftClaimed(stateDirectory),
        claim: async () => {
            held = await take();
            if (settleAbandoned(environment) === 'undone') {
                watch.decide('repair', 'undone', `a killed run had left a change of \`${root}\` half done`);
            }
        },
        ready: async () => { },
        finish: release,
        undo: release,
    };
}

;// CONCATENATED MODULE: ./lib/fetch/simple-page.js
/** The two forms of a Simple API page: JSON (PEP 691, PEP 700) and HTML (PEP 503, 592). */


/** Parses a JSON page that was read from `pageUrl`. Throws UserError INDEX_PAGE_INVALID. */
function parseJsonPage(text, pageUrl) {
    const page = recordOf(simple_page_parseJson(text, pageUrl));
    const apiVersion = recordOf(page?.meta)?.['api-version'];
    if (typeof apiVersion === 'string' && !apiVersion.startsWith('1.')) {
        throw invalidPage(pageUrl, `has API version \`${apiVersion}\`, expected 1.x`);
    }
    const files = page?.files;
    if (!Array.isArray(files))
        throw invalidPage(pageUrl, 'has no list of `files`');
    return files.map((entry, position) => jsonFile(entry, { pageUrl, position }));
}
/** Parses an HTML page that was read from `pageUrl`: every link whose path ends in the name of an archive. */
function parseHtmlPage(html, pageUrl) {
    const files = [];
    let base = pageUrl;
    for (const { name, attributes } of tagsOf(html)) {
        const href = attributes.get('href');
        if (href === undefined || !URL.canParse(href, base))
            continue;
        if (name === 'base')
            base = new URL(href, base).href;
        const file = name === 'a' ? linkedFile(new URL(href, base), attributes) : undefined;
        if (file !== undefined)
            files.push(file);
    }
    return files;
}
function jsonFile(entry, { pageUrl, position }) {
    const file = recordOf(entry);
    const filename = file?.filename;
    const url = file?.url;
    if (typeof filename !== 'string' || typeof url !== 'string' || !URL.canParse(url, pageUrl)) {
        throw invalidPage(pageUrl, `has no \`filename\` or \`url\` in \`files[${position}]\``);
    }
    const size = file?.size;
    const requiresPython = file?.['requires-python'];
    return {
        filename,
        url: withoutFragment(new URL(url, pageUrl)),
        hashes: stringsOf(file?.hashes),
        size: typeof size === 'number' ? size : undefined,
        requiresPython: typeof requiresPython === 'string' && requiresPython !== '' ? requiresPython : undefined,
        yanked: file?.yanked !== undefined && file.yanked !== false,
    };
}
function simple_page_parseJson(text, pageUrl) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw invalidPage(pageUrl, 'is no JSON', error);
    }
}
function invalidPage(pageUrl, problem, cause) {
    return new errors/* UserError */.yo('INDEX_PAGE_INVALID', `\`${(0,redact/* redact */.E$)(pageUrl)}\` ${problem}`, {
        hint: 'check that the index address is the root of a Simple API, such as `https://host/simple`',
        cause,
    });
}
function recordOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function stringsOf(value) {
    const pairs = Object.entries(recordOf(value) ?? {});
    return Object.fromEntries(pairs.flatMap(([key, digest]) => (typeof digest === 'string' ? [[key.toLowerCase(), digest.toLowerCase()]] : [])));
}
function withoutFragment(url) {
    const bare = new URL(url);
    bare.hash = '';
    return bare.href;
}
function linkedFile(url, attributes) {
    const filename = decodedSegment(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
    if (!/\.(?:whl|zip|tar\.(?:gz|bz2|xz|zst)|tgz|egg)$/i.test(filename))
        return undefined;
    const requiresPython = attributes.get('data-requires-python');
    return {
        filename,
        url: withoutFragment(url),
        hashes: simple_page_fragmentHashes(url.hash),
        size: undefined,
        requiresPython: requiresPython === '' ? undefined : requiresPython,
        yanked: attributes.has('data-yanked'),
    };
}
function decodedSegment(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch (error) {
        if (error instanceof URIError)
            return segment;
        throw error;
    }
}
/** `#sha256=…`, alone or among other pairs. */
function simple_page_fragmentHashes(fragment) {
    const pairs = [...new URLSearchParams(fragment.slice(1))];
    const digests = pairs.filter(([name, value]) => /^(?:md5|sha\d+|blake2[bs])$/i.test(name) && /^[0-9a-f]+$/i.test(value));
    return Object.fromEntries(digests.map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]));
}
/** The start tags of a page with their attributes; comments are left out. */
function* tagsOf(html) {
    for (let position = html.indexOf('<'); position !== -1; position = html.indexOf('<', position)) {
        if (html.startsWith('<!--', position)) {
            const end = html.indexOf('-->', position + 4);
            if (end === -1)
                return;
            position = end + 3;
            continue;
        }
        const end = tagEnd(html, position + 1);
        const name = /^[a-z][a-z0-9]*/i.exec(html.slice(position + 1, position + 16))?.[0].toLowerCase();
        if (name === 'a' || name === 'base') {
            yield { name, attributes: attributesOf(html.slice(position + 1 + name.length, end)) };
        }
        position = end;
    }
}
/** Index of the `>` that ends a tag: not one within quotes. */
function tagEnd(html, start) {
    let quote = '';
    for (let index = start; index < html.length; index++) {
        const character = html.charAt(index);
        if (quote !== '')
            quote = character === quote ? '' : quote;
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === '>')
            return index;
    }
    return html.length;
}
function attributesOf(text) {
    const attributes = new Map();
    for (const [, name, double, single, bare] of text.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
        const key = (name ?? '').toLowerCase();
        if (!attributes.has(key))
            attributes.set(key, decodeEntities((double ?? single ?? bare ?? '').trim()));
    }
    return attributes;
}
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function decodeEntities(text) {
    return text.replaceAll(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, (whole, entity) => {
        if (!entity.startsWith('#'))
            return entities[entity.toLowerCase()] ?? whole;
        const point = Number(/^#x/i.test(entity) ? `0x${entity.slice(2)}` : entity.slice(1));
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/fetch/simple-index.js



/**
 * The files of a project, in the page's order; empty when no index has it or `noIndex` is set.
 * As uv does, the extra indexes are asked before the default one, in their order, and the first that has the project is
 * the only one used: a file of the same name on a later index cannot take its place (dependency confusion).
 * Throws UserError INDEX_PAGE_INVALID and what the client throws; 404 alone means that an index has no such project.
 */
async function listIndexFiles(name, index, client) {
    if (index.noIndex)
        return [];
    for (const address of [...index.extraIndexUrls, index.indexUrl]) {
        const files = await readProjectPage(projectUrl(address, name), client);
        if (files !== undefined)
            return files;
    }
    return [];
}
/** The archives that a page of links (`--find-links` with an http URL) names. Throws as `listIndexFiles`, and FILE_NOT_FOUND. */
async function listLinkPage(url, client) {
    return client.get(url, readPage, { headers: { accept: 'text/html, */*;q=0.5' } });
}
function projectUrl(address, name) {
    const { url } = (0,fetch_credentials/* parseIndexAddress */.OO)(address);
    if (!URL.canParse(url))
        return url;
    const page = new URL(url);
    page.pathname = `${page.pathname.replace(/\/$/, '')}/${normalizeName(name)}/`;
    return page.href;
}
/** PEP 691: JSON by preference, then the versioned HTML, then what PEP 503 servers send. */
const accept = [
    'application/vnd.pypi.simple.v1+json',
    'application/vnd.pypi.simple.v1+html;q=0.2',
    'text/html;q=0.01',
].join(', ');
async function readProjectPage(url, client) {
    const read = async (response) => response.status === 404 ? undefined : readPage(response);
    return client.get(url, read, { headers: { accept }, accept: [404] });
}
async function readPage({ url, headers, body }) {
    const pieces = [];
    for await (const piece of body)
        pieces.push(piece);
    const text = Buffer.concat(pieces).toString('utf8');
    const type = headers['content-type'] ?? '';
    return /^application\/(?:vnd\.pypi\.simple\.v1\+)?json\b/i.test(type)
        ? parseJsonPage(text, url)
        : parseHtmlPage(text, url);
}

;// CONCATENATED MODULE: ./lib/plan/lock-paths.js
/** Locks that travel to another checkout or machine: their local paths relative to a directory, and absolute again. Pure. */

/**
 * The lock with the paths of its files and source trees relative to an absolute directory, for storing only. Those that
 * share nothing with the directory but the root stay absolute: they are a place of the machine, not of the checkout.
 */
function relativeLock(lock, directory) {
    const top = topOf(directory);
    return withPaths(lock, path => (topOf(path) === top ? (0,external_node_path_.relative)(directory, path) || '.' : path));
}
/** The lock that `relativeLock` made relative, for the same files below or beside another absolute directory. */
function absoluteLock(lock, directory) {
    return withPaths(lock, path => (0,external_node_path_.resolve)(directory, path));
}
/** The root of a path and the first name below it. */
function topOf(path) {
    const { root } = (0,external_node_path_.parse)(path);
    return root + (path.slice(root.length).split(external_node_path_.sep)[0] ?? '');
}
function withPaths(lock, change) {
    const place = (file) => file.path === undefined ? file : { ...file, path: change(file.path) };
    const placeAll = (entry) => ({
        ...entry,
        wheels: entry.wheels.map(place),
        sdist: entry.sdist && place(entry.sdist),
        archive: entry.archive && place(entry.archive),
        unsupported: entry.unsupported && placeTree(entry.unsupported, change),
    });
    return { ...lock, distributions: lock.distributions.map(placeAll) };
}
/** Only a directory has a path; a repository has an address. */
function placeTree(source, change) {
    return source.kind === 'directory' ? { ...source, where: change(source.where) } : source;
}

;// CONCATENATED MODULE: ./lib/resolve/listed-hashes.js
/** The hashes that a requirements file lists, applied to what was resolved. */

/**
 * The lock with only those files whose hash the requirements list, where they list any (pip's hash-checking mode): a hash that
 * the index does not know is checked when the file is read.
 * Throws UserError HASH_MISMATCH (exit 3) for a distribution that has no such file, and HASH_MISSING where hashes are
 * required and a distribution of the lock is listed without one.
 */
function keepListedHashes(lock, { requirements, constraints, index }) {
    const rows = [...requirements, ...constraints];
    const listed = (name) => rows.filter(row => row.name === name && Object.keys(row.hashes).length > 0);
    const unlisted = lock.distributions.filter(({ name }) => listed(name).length === 0);
    if (index.requireHashes && unlisted.length > 0) {
        throw (0,errors/* usageError */.Wp)('HASH_MISSING', `hashes are required, but none is listed for ${unlisted.map(({ name, version }) => `\`${name}==${version}\``).join(', ')}`, 'List every distribution that is installed with its hashes, for example with `uv pip compile --generate-hashes`');
    }
    return { ...lock, distributions: lock.distributions.map(entry => keepListed(entry, listed(entry.name))) };
}
function keepListed(entry, rows) {
    if (rows.length === 0)
        return entry;
    const { archive, sdist, wheels } = entry;
    const files = [...wheels, archive, sdist].filter(file => file !== undefined);
    const kept = listedFiles(files, rows);
    if (kept.size === 0)
        throw listed_hashes_hashMismatch(rows, files);
    const keep = (file) => file && kept.get(file);
    return { ...entry, wheels: wheels.flatMap(wheel => keep(wheel) ?? []), archive: keep(archive), sdist: keep(sdist) };
}
/**
 * Those of a distribution's files that have a listed hash. Where none is known to have one, those of which no digest by
 * a listed algorithm is known: a listed hash joins them, to be checked when the file is read. By the file as it was given.
 */
function listedFiles(files, rows) {
    const known = files.filter(file => isListed(file, rows));
    if (known.length > 0)
        return new Map(known.map(file => [file, file]));
    const listed = mergeHashes(rows);
    const isUnknown = ({ hashes }) => !Object.keys(listed).some(algorithm => algorithm in hashes);
    return new Map(files.filter(isUnknown).map(file => [file, { ...file, ...expecting(file, listed) }]));
}
function mergeHashes(rows) {
    const algorithms = new Set(rows.flatMap(({ hashes }) => Object.keys(hashes)));
    return Object.fromEntries([...algorithms].map(name => [name, [...new Set(rows.flatMap(({ hashes }) => hashes[name] ?? []))]]));
}
/**
 * Without the sha256 that an index claims: by it, the store would give a wheel that was never checked against the list.
 * Of several digests one is in `hashes` too, so that a reader who knows no `oneOf` refuses the file rather than trusts it.
 */
function expecting({ hashes }, listed) {
    const { sha256: _, ...others } = hashes;
    const several = Object.entries(listed).filter(([, digests]) => digests.length > 1);
    const first = Object.entries(listed)
        .filter(([algorithm, digests]) => digests.length === 1 || algorithm !== 'sha256')
        .map(([algorithm, [digest = '']]) => [algorithm, digest]);
    return {
        hashes: { ...others, ...Object.fromEntries(first) },
        ...(several.length === 0 ? {} : { oneOf: Object.fromEntries(several) }),
    };
}
/** True when the requirement rows list the file's digest of some algorithm. */
function isListed({ hashes }, rows) {
    return Object.entries(hashes).some(([algorithm, digest]) => rows.some(row => row.hashes[algorithm]?.includes(digest) === true));
}
const shownHashes = 4;
/** No file that was found has a hash that the requirement lists: both sides are shown. */
function listed_hashes_hashMismatch(rows, files) {
    const expected = rows
        .flatMap(({ hashes }) => Object.entries(hashes))
        .flatMap(([name, list]) => list.map(hex => `${name}:${hex}`));
    const found = files.map(({ filename, hashes }) => `\`${filename}\` has ${hashText(hashes)}`);
    return (0,errors/* integrityError */.Wn)('HASH_MISMATCH', `${rows.map(({ where }) => where).join(', ')}: no file of \`${rows[0]?.name}\` has a listed hash: expected ${listed_hashes_shorten(expected)}; found ${listed_hashes_shorten(found)}`, 'Either the file was changed after the hashes were written, or the list is for other files: make it again from a source you trust');
}
function hashText(hashes) {
    const text = Object.entries(hashes).map(([algorithm, digest]) => `${algorithm}:${digest}`);
    return text.length === 0 ? 'no hash' : text.join(', ');
}
function listed_hashes_shorten(items) {
    const rest = items.length > shownHashes ? ` and ${items.length - shownHashes} more` : '';
    return `${items.slice(0, shownHashes).join(', ')}${rest}`;
}

;// CONCATENATED MODULE: ./lib/resolve/pins.js
/** Requirements that are exact already: their files are listed, nothing is resolved. */








/** Index requests at a time. */
const parallelRequests = 16;
/** True when every requirement names one version or one wheel, and no constraint says otherwise. */
function isPinned({ requirements, constraints }) {
    return requirements.every(requirement => {
        if (requirement.location !== undefined)
            return constraints.every(({ name }) => name !== requirement.name);
        const version = pinnedVersion(requirement);
        return version !== undefined && constraints.every(constraint => allows(constraint, requirement.name, version));
    });
}
function allows({ name, specifier, location }, pinnedName, version) {
    return name !== pinnedName || (location === undefined && satisfies(version, specifier));
}
/** The requirements whose markers hold for the interpreter. */
function applicable({ requirements }, { markers }) {
    return requirements.filter(({ marker }) => marker === undefined || evaluateMarker(marker, markers));
}
/**
 * Locks pinned requirements, each with every file that `--find-links` and the index offer for it and, where hashes are
 * listed, has one of them. Local files are hashed here: their digest is how the store knows them.
 * Throws UserError DISTRIBUTION_NOT_FOUND naming all that have no file, and HASH_MISMATCH (exit 3).
 */
async function lockPins(context) {
    const pins = mergePins(applicable(context.set, context.interpreter));
    const locked = await mapBounded(pins, parallelRequests, rows => lockPin(rows, context));
    const missing = pins.filter((_, index) => locked[index] === undefined);
    if (missing.length > 0)
        throw notFound(missing, context);
    return {
        source: 'the pinned requirements',
        requiresPython: undefined,
        environments: [],
        distributions: locked.filter(entry => entry !== undefined),
        extras: [],
        dependencyGroups: [],
        warnings: [],
    };
}
function mergePins(requirements) {
    const pins = new Map();
    for (const row of requirements) {
        const key = `${row.name} ${row.location ?? pinnedVersion(row)}`;
        const known = pins.get(key);
        pins.set(key, known === undefined ? [row] : [...known, row]);
    }
    return [...pins.values()];
}
async function lockPin(rows, context) {
    const [{ location }] = rows;
    if (location !== undefined)
        return lockLocation(rows, location, context);
    const offered = await listOffered(rows, context);
    if (offered.length === 0)
        return undefined;
    const hashed = rows.filter(row => Object.keys(row.hashes).length > 0);
    const files = hashed.length === 0 ? offered : [...listedFiles(offered, hashed).values()];
    const rank = ({ fits }) => Number(fits);
    const [best] = files.toSorted((a, b) => rank(b) - rank(a) || compareVersions(b.version, a.version));
    if (best === undefined)
        throw listed_hashes_hashMismatch(hashed, offered);
    return distribution(rows[0].name, best.version, files.filter(({ version }) => version === best.version));
}
/** As pip, local files and the index count alike; where hashes are listed, a local file that has one is enough. */
async function listOffered(rows, context) {
    const { links, services, set } = context;
    const local = await Promise.all(matching(rows, links, context).map(offered => pins_withDigest(offered, services)));
    const isEnough = local.some(file => file.fits && file.filename.endsWith('.whl') && isListed(file, rows));
    if (isEnough || set.index.noIndex || set.index.offline)
        return local;
    const listing = await services.listIndexFiles(rows[0].name, set.index);
    return [...local, ...matching(rows, listing.map(listed), context)];
}
/** Files of the pinned version that their index offers to this Python; wheels of any tags, so that a message can name them. */
function matching([row], files, { interpreter }) {
    const python = interpreter.markers.python_full_version ?? interpreter.version;
    const tags = new Set(interpreter.tags);
    return files.flatMap(file => {
        const named = nameFile(file.filename);
        if (named?.name !== row.name || !isVersion(named.version) || !satisfies(named.version, row.specifier))
            return [];
        if (file.requiresPython !== undefined && !satisfies(python, file.requiresPython))
            return [];
        const fits = named.tags === undefined || named.tags.some(tag => tags.has(tag));
        return [{ ...file, version: named.version, fits }];
    });
}
/** What a filename says; undefined for one that an index may well list, but nobody can install. */
function nameFile(filename) {
    if (filename.endsWith('.whl'))
        return nameWheel(filename);
    const stem = /^(.*)\.(?:tar\.gz|zip)$/.exec(filename)?.[1];
    const version = stem?.slice(stem.lastIndexOf('-') + 1);
    if (stem === undefined || version === undefined)
        return undefined;
    return { name: normalizeName(stem.slice(0, -version.length - 1)), version, tags: undefined };
}
function nameWheel(filename) {
    try {
        return parseWheelFilename(filename);
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
async function pins_withDigest(file, services) {
    if (file.path === undefined || 'sha256' in file.hashes)
        return file;
    return { ...file, hashes: { ...file.hashes, sha256: await services.digestFile(file.path) } };
}
/** A wheel by its path or URL; the hash of a URL is its `#sha256=…` fragment or a listed one. */
async function lockLocation(rows, location, { services }) {
    const [{ name, where }] = rows;
    const file = /^https?:/i.test(location) ? remoteFile(location) : await pins_localFile(location, services, where);
    const hashed = rows.filter(row => Object.keys(row.hashes).length > 0);
    const archive = hashed.length === 0 ? file : listedFiles([file], hashed).get(file);
    if (archive === undefined)
        throw listed_hashes_hashMismatch(hashed, [file]);
    const { version } = parseWheelFilename(file.filename);
    return { ...distribution(name, version, []), archive };
}
function remoteFile(location) {
    const [url = ''] = location.split('#', 1);
    const hashes = Object.entries(fragmentHashes(location)).map(([algorithm, [digest = '']]) => [algorithm, digest]);
    return { filename: filenameOf(url), url, path: undefined, size: undefined, hashes: Object.fromEntries(hashes) };
}
async function pins_localFile(path, services, where) {
    const sha256 = await services.digestFile(path).catch((error) => {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        throw (0,errors/* usageError */.Wp)('REQUIREMENTS_FILE_NOT_FOUND', `${where}: \`${path}\` does not exist or cannot be read`);
    });
    return { filename: filenameOf(path), url: undefined, path, size: undefined, hashes: { sha256 } };
}
function distribution(name, version, files) {
    const locked = files.map(({ requiresPython: _, version: _version, fits: _fits, ...file }) => file);
    return {
        name,
        version,
        marker: undefined,
        requiresPython: undefined,
        wheels: locked.filter(({ filename }) => filename.endsWith('.whl')),
        sdist: locked.find(({ filename }) => !filename.endsWith('.whl')),
        archive: undefined,
        unsupported: undefined,
        requested: true,
    };
}
function notFound(missing, { set, interpreter }) {
    const { index } = set;
    const pins = missing.map(([{ name, specifier, where }]) => `\`${name}${specifier}\` (${where})`);
    const places = index.noIndex || index.offline ? 'in `--find-links`' : 'in `--find-links` and the index';
    return new errors/* UserError */.yo('DISTRIBUTION_NOT_FOUND', `no file for Python ${interpreter.version} on this platform was found ${places} for ${pins.join(', ')}`, { hint: 'Check the name and the version, the Python, and the index or directory that should have it' });
}

;// CONCATENATED MODULE: ./lib/resolve/resolver-failure.js
/** What a resolver that failed said, as an error of ours. */


const resolver_failure_shownLines = 20;
/**
 * RESOLUTION_FAILED with the end of the resolver's own message, INDEX_FORBIDDEN where an index refused it, or
 * INDEX_UNREACHABLE where none answered.
 */
function resolverFailure(resolver, { stderr, exitCode }) {
    const said = (0,redact/* redact */.E$)(stderr.trim());
    const refused = resolver_failure_refusal.exec(said)?.[0];
    if (refused !== undefined)
        return forbidden(resolver, refused, said);
    if (connectionTrouble.test(said)) {
        const url = firstUrl(said);
        if (url !== undefined)
            return unreachable(resolver, url, said);
    }
    return unresolved(resolver, said, exitCode);
}
const resolver_failure_refusal = /\b40[13] (?:Unauthorized|Forbidden)|\b40[13] Client Error: (?:Unauthorized|Forbidden)|\b40[13] Error(?=, Credentials)/i;
function forbidden(resolver, refused, said) {
    const line = said.split('\n').find(text => text.includes(refused) && firstUrl(text) !== undefined);
    const where = firstUrl(line ?? said);
    const place = where === undefined ? 'an index' : `\`${where}\``;
    return new errors/* UserError */.yo('INDEX_FORBIDDEN', `${place} refused ${resolver}: ${refused}`, {
        hint: 'Give credentials in the URL of the index, in `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD`, or in netrc; or correct those that were sent',
    });
}
const connectionTrouble = /\(Connect\)|dns error|tcp connect|timed out|NewConnectionError|ConnectTimeoutError|Max retries exceeded/i;
const certificateTrouble = /certificate|UnknownIssuer|SSLError/i;
function unreachable(resolver, url, said) {
    const cause = innermostCause(said);
    const host = URL.canParse(url) ? new URL(url).host : url;
    const hint = certificateTrouble.test(said)
        ? 'Name the file of the certificate authority in `SSL_CERT_FILE` for uv (`PIP_CERT` for pip) and in `NODE_EXTRA_CA_CERTS` for downloads'
        : 'Check the address and the network, or use `--find-links` with `--no-index`';
    return new errors/* UserError */.yo('INDEX_UNREACHABLE', `${resolver} cannot reach \`${host}\` (\`${url}\`)${cause === undefined ? '' : `: ${cause}`}`, { hint });
}
/** uv writes one cause a line, the innermost last; pip the whole chain in one. */
function innermostCause(said) {
    const ofUv = [...said.matchAll(/^\s*cause: (.+)$/gim)].at(-1)?.[1];
    return ofUv ?? /\(Caused by (\w+)\((.+)\)\)/.exec(said)?.slice(1).join(': ');
}
/** `--no-build` and `--only-binary` are our doing: what uv advises about them does not help the reader. */
function unresolved(resolver, said, exitCode) {
    const lines = said.split('\n');
    const ownWords = lines.filter(line => !/--no-build|--only-binary/.test(line));
    const needsBuild = ownWords.length < lines.length;
    const tail = ownWords.join('\n').trim().split('\n').slice(-resolver_failure_shownLines).join('\n');
    const problem = needsBuild ? 'found no wheels for this Python and platform' : 'found no way to install this';
    return new errors/* UserError */.yo('RESOLUTION_FAILED', `${resolver} ${problem} (exit ${exitCode}):\n${tail}`, {
        hint: needsBuild ? resolver_failure_buildHint : resolverHint,
    });
}
const resolver_failure_buildHint = 'Choose another Python or another version that has a wheel. Building from source is not available in this version: make a wheel with `uv build` or `pip wheel` and give its directory as `--find-links`';
const resolverHint = "The text above is the resolver's own; change the requirements, the Python or the index accordingly";
function firstUrl(text) {
    return /https?:\/\/[^\s`'")]+/i.exec(text)?.[0];
}

;// CONCATENATED MODULE: ./lib/resolve/pip.js
/** Resolving through the interpreter's own pip, where uv is not to be had (pip's installation report, version 1). */










const oldestPip = 23;
/** The first of the interpreter and its base that has a recent pip; undefined where neither has one. */
async function findPip(interpreter, env) {
    for (const python of new Set([interpreter.executable, interpreter.baseExecutable])) {
        if (await hasRecentPip(python, env))
            return python;
    }
    return undefined;
}
async function hasRecentPip(python, env) {
    try {
        const { exitCode, stdout } = await runProcess(python, ['-m', 'pip', '--version'], { env: pipEnvironment(env) });
        return exitCode === 0 && Number(/^pip (\d+)/.exec(stdout)?.[1] ?? 0) >= oldestPip;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'EACCES'))
            return false;
        throw error;
    }
}
/** Resolves requirements with `pip install --dry-run --report`. Throws UserError RESOLUTION_FAILED and INDEX_UNREACHABLE. */
async function compileWithPip(run, compile) {
    await (0,promises_.mkdir)(run.temporaryDirectory, { recursive: true });
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporaryDirectory, 'resolve-'));
    try {
        const report = (0,external_node_path_.join)(directory, 'report.json');
        const result = await runProcess(run.python, [...pipArguments(compile), '--report', report], {
            cwd: compile.settings.workingDirectory,
            env: { ...pipEnvironment(run.env), ...indexVariables(compile.inputs.set.index) },
        });
        if (result.exitCode !== 0)
            throw resolverFailure('pip', result);
        return await withDigests(readReport(JSON.parse(await (0,promises_.readFile)(report, 'utf8'))), run);
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
function pipArguments({ settings, inputs }) {
    const { index } = inputs.set;
    return [
        ...['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--quiet', '--no-input', '--only-binary=:all:'],
        ...(settings.noDeps ? ['--no-deps'] : []),
        ...(index.requireHashes ? ['--require-hashes'] : []),
        // pip knows no offline: without an index and with local links only, it fetches nothing.
        ...(index.noIndex || index.offline ? ['--no-index'] : []),
        ...index.findLinks.flatMap(link => ['--find-links', link]),
        ...inputs.constraints.flatMap(({ path }) => ['--constraint', path]),
        ...inputs.files.flatMap(({ path }) => ['--requirement', path]),
        ...inputs.packages,
    ];
}
/** Settings of pip that say how to reach an index, not what to install where. */
const keptVariables = [
    'PIP_CERT',
    'PIP_CLIENT_CERT',
    'PIP_PROXY',
    'PIP_TRUSTED_HOST',
    'PIP_CONFIG_FILE',
    'PIP_KEYRING_PROVIDER',
];
function pipEnvironment(env) {
    const kept = Object.entries(pythonEnvironmentVariables(env)).filter(([name]) => !name.startsWith('PIP_') || keptVariables.includes(name));
    // A dry run changes nothing, so a mark of PEP 668 on the interpreter is no obstacle.
    return { ...Object.fromEntries(kept), PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_BREAK_SYSTEM_PACKAGES: '1' };
}
/** By the environment: arguments would show credentials to other users of the machine. */
function indexVariables({ indexUrl, extraIndexUrls, noIndex, offline }) {
    if (noIndex || offline)
        return {};
    return {
        ...(indexUrl === '' ? {} : { PIP_INDEX_URL: indexUrl }),
        ...(extraIndexUrls.length === 0 ? {} : { PIP_EXTRA_INDEX_URL: extraIndexUrls.map(withoutName).join(' ') }),
    };
}
/** `name=https://…` is uv's way to name an index. */
function withoutName(index) {
    return index.replace(/^[\w.-]+=(?=[a-z]+:)/i, '');
}
function readReport(value) {
    const hint = 'Give a pylock.toml, or put uv on PATH';
    const root = openDocument(value, { source: "pip's report", code: 'RESOLUTION_FAILED', hint });
    return {
        source: 'pip',
        requiresPython: undefined,
        environments: [],
        distributions: tables(root, 'install').map(readInstallItem),
        extras: [],
        dependencyGroups: [],
        warnings: [],
    };
}
async function withDigests(lock, { digestFile }) {
    const digested = async (file) => file.path === undefined || 'sha256' in file.hashes
        ? file
        : { ...file, hashes: { ...file.hashes, sha256: await digestFile(file.path) } };
    const distributions = lock.distributions.map(async (entry) => ({
        ...entry,
        wheels: await Promise.all(entry.wheels.map(digested)),
        archive: entry.archive && (await digested(entry.archive)),
    }));
    return { ...lock, distributions: await Promise.all(distributions) };
}
function readInstallItem(item) {
    const metadata = optionalTable(item, 'metadata') ?? item;
    const file = readDownload(optionalTable(item, 'download_info') ?? item);
    const isDirect = item.values.get('is_direct') === true;
    return {
        name: normalizeName(requiredString(metadata, 'name')),
        version: requiredString(metadata, 'version'),
        marker: undefined,
        requiresPython: optionalString(metadata, 'requires_python'),
        wheels: isDirect ? [] : [file],
        sdist: undefined,
        archive: isDirect ? file : undefined,
        unsupported: undefined,
        requested: item.values.get('requested') === true,
    };
}
function readDownload(download) {
    const url = requiredString(download, 'url');
    const archive = optionalTable(download, 'archive_info');
    const hashes = archive && optionalTable(archive, 'hashes');
    const local = url.startsWith('file:');
    return {
        filename: filenameOf(url),
        url: local ? undefined : url,
        path: local ? (0,external_node_url_.fileURLToPath)(url) : undefined,
        size: undefined,
        hashes: Object.fromEntries([...(hashes?.values ?? [])].map(([algorithm, digest]) => [algorithm, String(digest)])),
    };
}

;// CONCATENATED MODULE: ./lib/resolve/stored-lock.js
/** Resolved locks, kept in the store by the digest of everything that went into them. */







/** Changes when the stored form or the meaning of a key does. */
const format = 2;
/** Hex sha256 of what determines a resolution, normalised: comments, spelling and credentials do not count. */
function lockKey({ settings, interpreter, set, texts }) {
    const { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps } = settings;
    const facts = {
        format,
        python: [interpreter.implementation, interpreter.version, interpreter.tags[0], libcOf(interpreter.tags)],
        requirements: set?.requirements.map(requirementFacts),
        constraints: set?.constraints.map(requirementFacts),
        index: indexFacts(set?.index ?? settings.index),
        resolverOptions: set?.resolverOptions,
        options: { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps },
        texts: Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]),
    };
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}
function requirementFacts({ name, extras, specifier, location, marker, hashes }) {
    const place = location === undefined ? undefined : (0,redact/* stripCredentials */.PH)(location);
    return [name, extras, specifier, place, marker, Object.entries(hashes)];
}
/** Without `offline`: what was resolved with a network is as good without one. */
function indexFacts({ indexUrl, extraIndexUrls, findLinks, noIndex, requireHashes }) {
    return [...[indexUrl, ...extraIndexUrls, '', ...findLinks].map(redact/* stripCredentials */.PH), noIndex, requireHashes];
}
/** The lock stored under a key; undefined where there is none, or where a local file that it names is gone or changed. */
async function readStoredLock({ key, directory, base }) {
    const stored = parseStored(await stored_lock_readOrUndefined(storedPath(directory, key)));
    if (stored === undefined)
        return undefined;
    const states = await Promise.all(Object.keys(stored.files).map(path => stateOf((0,external_node_path_.resolve)(base, path))));
    const isUnchanged = Object.values(stored.files).every(([size, mtimeMs], index) => states[index]?.[0] === size && states[index]?.[1] === mtimeMs);
    return isUnchanged ? absoluteLock(stored.lock, base) : undefined;
}
/** Stores a lock: written aside, then renamed. One whose URLs carry credentials is not written. */
async function storeLock(lock, { key, directory, base }) {
    const relative = relativeLock(lock, base);
    const files = relative.distributions.flatMap(({ wheels, archive, sdist }) => [...wheels, archive, sdist]);
    if (files.some(file => file?.url !== undefined && (0,redact/* hasCredentials */.Lk)(file.url)))
        return;
    const paths = [...new Set(files.flatMap(file => file?.path ?? []))];
    const states = await Promise.all(paths.map(async (path) => [path, await stateOf((0,external_node_path_.resolve)(base, path))]));
    const stored = { format, lock: relative, files: Object.fromEntries(states) };
    await (0,promises_.mkdir)(directory, { recursive: true });
    const temporary = (0,external_node_path_.join)(directory, `${key}.${(0,external_node_crypto_.randomUUID)()}.tmp`);
    try {
        await (0,promises_.writeFile)(temporary, JSON.stringify(stored));
        await (0,promises_.rename)(temporary, storedPath(directory, key));
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}
function storedPath(directory, key) {
    return (0,external_node_path_.join)(directory, `${key}.json`);
}
async function stored_lock_readOrUndefined(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** A damaged or older file is as good as none. */
function parseStored(text) {
    if (text === undefined)
        return undefined;
    try {
        const stored = JSON.parse(text);
        return stored.format === format ? stored : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
async function stateOf(path) {
    try {
        const { size, mtimeMs } = await (0,promises_.stat)(path);
        return [size, mtimeMs];
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/settings.js
/** What the user asked for, proven: made once by an edge from flags, inputs and environment. */
/** The index that pip and uv use when none is named. */
const defaultIndexUrl = 'https://pypi.org/simple';

;// CONCATENATED MODULE: ./lib/resolve/uv.js
/** Resolving through uv: loose requirements and uv.lock become a pylock.toml (PEP 751), which is read as any other. */








/**
 * Resolves requirements for one interpreter with `uv pip compile`. Source archives are not built: uv chooses among wheels.
 * Throws UserError RESOLUTION_FAILED with uv's own message, and INDEX_UNREACHABLE.
 */
async function compileWithUv(run, compile) {
    const args = ['pip', 'compile', '--no-header', '--format', 'pylock.toml', ...compileArguments(run, compile)];
    return runForLock(run, {
        args,
        cwd: compile.settings.workingDirectory,
        index: compile.inputs.set.index,
        input: stdinOf(compile),
    });
}
/**
 * The requirements text that uv resolves to, without hashes: uv then reads metadata only, where for a pylock.toml it
 * unpacks every local wheel. Throws as `compileWithUv`.
 */
async function checkWithUv(run, compile) {
    const args = ['pip', 'compile', '--no-header', '--no-annotate', ...compileArguments(run, compile)];
    const { settings, inputs } = compile;
    return runUv(run, { args, cwd: settings.workingDirectory, index: inputs.set.index, input: stdinOf(compile) });
}
/** What `uv sync` would install from a uv.lock as it stands. Throws as `compileWithUv`. */
async function exportWithUv(run, lockFile, settings) {
    const args = [
        ...['export', '--frozen', '--no-header', '--format', 'pylock.toml', '--python', run.interpreter.executable],
        ...settings.extras.flatMap(extra => ['--extra', extra]),
        ...(settings.allExtras ? ['--all-extras'] : []),
        ...settings.groups.flatMap(group => ['--group', group]),
        ...settings.noGroups.flatMap(group => ['--no-group', group]),
        ...(settings.noDev ? ['--no-dev'] : []),
        ...(settings.noInstallProject ? ['--no-emit-project'] : []),
    ];
    const lock = await runForLock(run, { args, cwd: (0,external_node_path_.dirname)(lockFile), index: { ...settings.index, noIndex: false } });
    return { ...lock, source: lockFile };
}
function compileArguments({ interpreter }, { settings, inputs }) {
    const { index, resolverOptions } = inputs.set;
    return [
        ...['--python', interpreter.executable, '--no-build'],
        // uv ignores it in a file.
        ...(resolverOptions.includes('--pre') ? ['--prerelease', 'allow'] : []),
        ...(settings.noDeps ? ['--no-deps'] : []),
        ...(settings.upgrade ? ['--upgrade'] : []),
        ...inputs.constraints.flatMap(({ path }) => ['--constraints', path]),
        ...index.findLinks.flatMap(link => ['--find-links', link]),
        ...inputs.files.map(({ path }) => path),
        ...(inputs.packages.length > 0 ? ['-'] : []),
    ];
}
/** A bare path of a wheel is a requirement by its URL. */
function stdinOf({ settings, inputs }) {
    const isPath = (text) => /\.whl$/i.test(text) && !/^(?:https?|file):|@/i.test(text);
    const urlOf = (path) => (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(settings.workingDirectory, path)).href;
    return inputs.packages.map(text => (isPath(text) ? urlOf(text) : text)).join('\n');
}
async function runForLock(run, call) {
    await (0,promises_.mkdir)(run.temporaryDirectory, { recursive: true });
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporaryDirectory, 'resolve-'));
    try {
        const output = (0,external_node_path_.join)(directory, 'pylock.resolved.toml');
        await runUv(run, { ...call, args: [...call.args, '--output-file', output] });
        return parsePylock(await (0,promises_.readFile)(output, 'utf8'), 'pylock.toml of uv', { directory, ...everything });
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/** uv has applied extras and groups already. */
const everything = { extras: [], allExtras: false, groups: [], noGroups: [], noDev: false };
async function runUv({ uv, env }, { args, cwd, index, input }) {
    const flags = [
        ...['--quiet', '--no-progress', '--color', 'never', '--no-python-downloads'],
        ...(index.noIndex ? ['--no-index'] : []),
        ...(index.offline ? ['--offline'] : []),
    ];
    const result = await runProcess(uv, [...args, ...flags], {
        cwd,
        env: uvEnvironment(env, index),
        ...(input === undefined ? {} : { input }),
    });
    if (result.exitCode !== 0)
        throw resolverFailure('uv', result);
    return result.stdout;
}
/** Variables whose meaning is in the settings already, or that would change what is written where. */
const settledVariables = [
    ...[
        'UV_INDEX',
        'UV_DEFAULT_INDEX',
        'UV_INDEX_URL',
        'UV_EXTRA_INDEX_URL',
        'UV_FIND_LINKS',
        'UV_NO_INDEX',
        'UV_OFFLINE',
    ],
    ...['UV_PYTHON', 'UV_SYSTEM_PYTHON', 'UV_FROZEN', 'UV_LOCKED', 'UV_NO_DEV', 'UV_NO_GROUP', 'UV_NO_DEFAULT_GROUPS'],
    ...['UV_WORKING_DIR', 'UV_PROJECT', 'UV_NO_EDITABLE', 'VIRTUAL_ENV', 'CONDA_PREFIX'],
];
/** Index addresses go by the environment: unlike arguments, other users of the machine cannot see their credentials. */
function uvEnvironment(env, index) {
    const kept = Object.entries(pythonEnvironmentVariables(env)).filter(([name]) => !settledVariables.includes(name));
    const isStandard = index.indexUrl === '' || index.indexUrl.replace(/\/$/, '') === defaultIndexUrl;
    return {
        ...Object.fromEntries(kept),
        ...(isStandard || index.noIndex ? {} : { UV_DEFAULT_INDEX: index.indexUrl }),
        ...(index.extraIndexUrls.length === 0 || index.noIndex ? {} : { UV_INDEX: index.extraIndexUrls.join(' ') }),
    };
}

;// CONCATENATED MODULE: ./lib/resolve/resolve.js
/** Inputs → Lock: read, taken from the store, listed, or resolved by uv or pip, in this order of preference. */









/**
 * Obtains the lock of a run. A stored lock of unchanged inputs is used unless `settings.upgrade`; then neither a
 * resolver nor the network is touched.
 * Throws LOCK_INVALID, EXTRAS_UNSUPPORTED, RESOLVER_NOT_FOUND, RESOLUTION_FAILED, INDEX_UNREACHABLE,
 * DISTRIBUTION_NOT_FOUND, HASH_MISSING and HASH_MISMATCH.
 */
async function resolveLock(inputs, { settings, interpreter, services }) {
    const [file] = inputs.files;
    if (file?.kind === 'pylock') {
        const lock = readPylock(inputs.pylockDocument(), file.shown, { ...settings, directory: inputs.directory });
        return { lock, how: 'read', reason: `\`${file.shown}\` is a complete lock` };
    }
    const request = { settings, interpreter, services, inputs };
    return file?.kind === 'uv-lock' ? resolveUvLock(file, request) : resolveRequirements(request);
}
async function resolveUvLock(file, request) {
    const { settings, inputs } = request;
    const key = lockKey({ ...request, set: undefined, texts: { ...inputs.configuration.texts, 'uv.lock': file.text } });
    return reuseOrResolve(key, request, async () => {
        const uv = await obtainUv(request);
        if ('missing' in uv)
            throw resolverNotFound(`\`${file.shown}\` can be read by uv only`, [uv.missing]);
        const lock = await exportWithUv(uv, file.path, settings);
        return { lock, how: 'uv', reason: `uv exported \`${file.shown}\`` };
    });
}
async function resolveRequirements(request) {
    const { settings, inputs } = request;
    refuseExtras(settings);
    const { set, configuration } = inputs;
    const key = lockKey({ ...request, set, texts: configuration.texts });
    const needsUv = configuration.namesSources && asksIndex(set);
    return reuseOrResolve(key, request, () => (needsUv ? resolveWithUv(set, request) : resolveSet(set, request)));
}
function refuseExtras({ extras, allExtras, groups }) {
    if (extras.length === 0 && !allExtras && groups.length === 0)
        return;
    throw (0,errors/* usageError */.Wp)('EXTRAS_UNSUPPORTED', 'extras and dependency groups can be chosen of a lock only (`pylock.toml`, `uv.lock`), not of requirements', 'Write `name[extra]` as the requirement, or make a lock');
}
/** What messages call a lock of these inputs. */
function sourceOf({ files, packages }) {
    return [...files.map(({ shown }) => shown), ...packages].join(', ');
}
async function reuseOrResolve(key, { settings, services, inputs }, resolve) {
    const place = { key, directory: services.locksDirectory, base: inputs.directory };
    const source = sourceOf(inputs);
    const stored = settings.upgrade ? undefined : await readStoredLock(place);
    if (stored !== undefined)
        return { lock: { ...stored, source }, how: 'stored', reason: 'the inputs are unchanged' };
    const resolved = await resolve();
    if (!inputs.isTransient)
        await storeLock(resolved.lock, place);
    return { ...resolved, lock: { ...resolved.lock, source } };
}
async function resolveSet(set, request) {
    const { settings, interpreter, services } = request;
    const isExact = isPinned(set);
    const context = async () => ({ set, interpreter, services, links: await listLinks(set, request) });
    if (isExact && settings.noDeps) {
        const lock = keepListedHashes(await lockPins(await context()), set);
        return { lock, how: 'pins', reason: 'every requirement is pinned, and `--no-deps` needs no resolver' };
    }
    const uv = await obtainUv(request);
    if ('missing' in uv)
        return resolveWithPip(uv.missing, set, request);
    if (isExact && (await isClosedLocally(uv, set, request))) {
        const lock = keepListedHashes(await lockPins(await context()), set);
        return { lock, how: 'pins', reason: 'every requirement is pinned and hashed, and uv found none missing' };
    }
    const lock = await compileWithUv(uv, request);
    return { lock: finish(lock, set, request), how: 'uv', reason: 'uv resolved the requirements' };
}
/** True where an index decides what is installed, and not a directory or the address of a wheel. */
function asksIndex({ requirements, index }) {
    return !index.noIndex && !index.offline && requirements.some(({ location }) => location === undefined);
}
/** Where uv's configuration names indexes: whoever does not read it would ask others for packages of the same name. */
async function resolveWithUv(set, request) {
    const uv = await obtainUv(request);
    if ('missing' in uv)
        throw resolverNotFound("uv's configuration names the index, which uv alone reads", [uv.missing]);
    const lock = await compileWithUv(uv, request);
    return { lock: finish(lock, set, request), how: 'uv', reason: "uv resolved the requirements by uv's configuration" };
}
function listLinks(set, { settings, services }) {
    return listFindLinks(set.index, { ...services, workingDirectory: settings.workingDirectory });
}
/** True for pinned, hashed requirements without an index that need nothing else: their local files can be listed as they are. */
async function isClosedLocally(uv, set, request) {
    const isHashed = set.requirements.every(({ hashes }) => Object.keys(hashes).length > 0);
    if (!isHashed || !(set.index.noIndex || set.index.offline))
        return false;
    const text = await checkWithUv(uv, request);
    const named = new Set(applicable(set, request.interpreter).map(({ name }) => name));
    return parseRequirements(text, "uv's answer", {}).requirements.every(({ name }) => named.has(name));
}
async function resolveWithPip(uvReason, set, request) {
    const { interpreter, services, inputs } = request;
    const { env } = services.host;
    const python = await findPip(interpreter, env);
    if (python === undefined) {
        const pipReason = `\`${interpreter.executable}\` has no pip of version 23 or later`;
        throw resolverNotFound(`\`${sourceOf(inputs)}\` has to be resolved`, [uvReason, pipReason]);
    }
    const { digestFile, locksDirectory } = services;
    const run = { env, python, digestFile, temporaryDirectory: locksDirectory };
    const lock = await compileWithPip(run, request);
    return { lock: finish(lock, set, request), how: 'pip', reason: `pip resolved the requirements: ${uvReason}` };
}
/** Marks what the user named, and drops files whose hash the user did not list. */
function finish(lock, set, { interpreter }) {
    const named = new Set(applicable(set, interpreter).map(({ name }) => name));
    const distributions = lock.distributions.map(entry => ({ ...entry, requested: named.has(entry.name) }));
    return keepListedHashes({ ...lock, distributions }, set);
}
/** How to run uv, or why there is none. */
async function obtainUv({ interpreter, services }) {
    const { host, locksDirectory, provideUv } = services;
    try {
        return { uv: await provideUv(), env: host.env, temporaryDirectory: locksDirectory, interpreter };
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        return { missing: (0,errors/* messageOf */.bD)(error) };
    }
}
function resolverNotFound(need, reasons) {
    return new errors/* UserError */.yo('RESOLVER_NOT_FOUND', `${need}, but there is no resolver: ${reasons.join('; ')}`, {
        hint: 'Put uv on PATH, or give a pylock.toml, or pinned requirements with `--no-deps`',
    });
}

;// CONCATENATED MODULE: ./lib/pipeline/provide-uv.js
/** Finds uv, which resolves: the one on PATH, else a pinned, hash-checked wheel of it from the index, kept in the store. */





const provide_uv_pinnedVersion = '0.13.8';
/** The first version that writes pylock.toml for every input we hand it. */
const oldestVersion = [0, 8];
/** By operating system and architecture. The Linux wheels are linked statically: they run on glibc and musl. */
const pinned = {
    'linux-x64': {
        tag: 'musllinux_1_1_x86_64',
        sha256: '29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a',
    },
    'linux-arm64': {
        tag: 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
        sha256: '0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d',
    },
    'darwin-x64': {
        tag: 'macosx_10_12_x86_64',
        sha256: 'b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1',
    },
    'darwin-arm64': {
        tag: 'macosx_11_0_arm64',
        sha256: '62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49',
    },
    'win32-x64': { tag: 'win_amd64', sha256: 'cfbc13020a64cdf2f116d2936824c38edbf41e5c07f1ea291baf02e31ebf3ed0' },
    'win32-arm64': { tag: 'win_arm64', sha256: 'b4184029b1b7c54409b9cd4372c73a36ef9c2d1d7cf3b0aca59c8b1932f041dc' },
};
/** The path of a uv to run. Throws UserError UV_UNAVAILABLE, or what fetching it throws. */
async function provideUv(services) {
    return (await findOnPath(services.host)) ?? (await fetchPinned(services));
}
async function findOnPath(host) {
    const name = host.platform.os === 'win32' ? 'uv.exe' : 'uv';
    for (const directory of (host.env.PATH ?? '').split(external_node_path_.delimiter).filter(part => part !== '')) {
        const candidate = (0,external_node_path_.join)(directory, name);
        if ((await provide_uv_isExecutable(candidate)) && (await isRecent(candidate, host)))
            return candidate;
    }
    return undefined;
}
async function provide_uv_isExecutable(path) {
    return (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
}
async function isRecent(uv, host) {
    const { exitCode, stdout } = await runProcess(uv, ['--version'], { env: host.env, timeoutMs: 10_000 });
    const match = /^uv (\d+)\.(\d+)/.exec(stdout);
    if (exitCode !== 0 || match === null)
        return false;
    const [major, minor] = [Number(match[1]), Number(match[2])];
    return major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1]);
}
async function fetchPinned({ host, store, listFiles, bringWheel }) {
    const wheel = pinned[`${host.platform.os}-${host.platform.arch}`];
    if (wheel === undefined) {
        throw new errors/* UserError */.yo('UV_UNAVAILABLE', `no uv is pinned for ${host.platform.os} on ${host.platform.arch}`, {
            hint: 'put uv on PATH',
        });
    }
    const executable = uvInStore(store, wheel.sha256, host);
    if (await provide_uv_isExecutable(executable))
        return executable;
    const filename = `uv-${provide_uv_pinnedVersion}-py3-none-${wheel.tag}.whl`;
    const listed = (await listFiles('uv')).find(file => file.filename === filename);
    if (listed === undefined) {
        throw new errors/* UserError */.yo('UV_UNAVAILABLE', `the index does not list \`${filename}\``, { hint: 'put uv on PATH' });
    }
    const hashes = { sha256: wheel.sha256 };
    await bringWheel({ filename, url: listed.url, path: undefined, size: undefined, hashes });
    return executable;
}
function uvInStore(store, sha256, host) {
    const name = host.platform.os === 'win32' ? 'uv.exe' : 'uv';
    return (0,external_node_path_.join)(filesOf(wheelDirectory(store, sha256)), `uv-${provide_uv_pinnedVersion}.data`, 'scripts', name);
}

;// CONCATENATED MODULE: ./lib/pipeline/lock.js
/** The lock of a run: read, taken from the store or the remote cache, or resolved; local files stand in for URLs. */













/** Obtains the lock and says in the report how. Throws what reading and resolving throw. */
async function obtainLock(inputs, { interpreter, session }, run) {
    const { settings, watch } = run;
    const { index } = inputs.set;
    const isRead = settings.upgrade || inputs.files.some(file => file.kind === 'pylock');
    const restored = isRead ? undefined : await findRestored(inputs, { interpreter, session });
    const { lock, how, reason } = restored !== undefined
        ? { lock: restored, how: 'restored', reason: 'the cache holds the lock of the same inputs' }
        : await resolveLock(inputs, { settings, interpreter, services: resolveServices(run, index) });
    watch.decide('lock', how, reason);
    for (const warning of lock.warnings)
        watch.warn(warning);
    const links = await listFindLinks(index, {
        workingDirectory: settings.workingDirectory,
        listLinkPage: url => listLinkPage(url, run.client),
    });
    return { lock: preferLocal(lock, links), portable: relativeLock(lock, inputs.directory), links };
}
/**
 * The lock of the cache, with the paths of this machine; none where a source tree that it names does not lie here, where this
 * interpreter cannot use it, or where a URL of the inputs has credentials, which a saved lock has not.
 */
async function findRestored(inputs, { interpreter, session }) {
    const restored = session && restoredLock(session);
    const isSecret = inputs.set.requirements.some(({ location = '' }) => (0,redact/* hasCredentials */.Lk)(location));
    if (restored === undefined || isSecret)
        return undefined;
    const lock = withListedHashes({ ...absoluteLock(restored, inputs.directory), source: sourceOf(inputs) }, inputs);
    if (lock === undefined)
        return undefined;
    const trees = lock.distributions.flatMap(({ unsupported }) => unsupported?.kind === 'directory' ? [unsupported.where] : []);
    const found = await Promise.allSettled(trees.map(tree => (0,promises_.access)(tree)));
    const isHere = found.every(({ status }) => status === 'fulfilled');
    return isHere && isUsable(lock, { interpreter, index: inputs.set.index }) ? lock : undefined;
}
/** What the inputs list holds, whatever the cache says. */
function withListedHashes(lock, { set }) {
    try {
        return keepListedHashes(lock, set);
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
/** The same inputs may have been resolved for another patch release of Python or another age of the C library. */
function isUsable(lock, { interpreter, index }) {
    const distributions = lock.distributions.filter(({ unsupported }) => unsupported === undefined);
    try {
        selectWheels({ ...lock, distributions }, interpreter, index);
        return true;
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return false;
        throw error;
    }
}
function resolveServices(run, ofRun) {
    const { host, located, client, watch, pool, digest } = run;
    const listFiles = (name, index = ofRun) => listIndexFiles(name, index, client);
    const bringWheel = async (file) => {
        const services = { store: located.store, client, watch, os: host.platform.os, pool, digest };
        await provideWheel({ name: 'uv', file, sha256: file.hashes.sha256 }, services);
    };
    return {
        host,
        locksDirectory: (0,external_node_path_.join)(located.store.root, 'locks'),
        provideUv: () => provideUv({ host, store: located.store, listFiles, bringWheel }),
        listIndexFiles: listFiles,
        listLinkPage: (url) => listLinkPage(url, client),
        digestFile: async (path) => (await digest(path)).sha256,
    };
}

;// CONCATENATED MODULE: ./lib/store/frame-cuts.js
/**
 * Cuts files in their order: those that fit into one frame together share it, and one larger than `frameSize` bytes has
 * frames of its own, all of that size but the last. So no file lies in two frames without need, and every frame can be
 * written on its own.
 */
function cutFrames(files, frameSize) {
    const cuts = [];
    let pieces = [];
    let size = 0;
    const close = () => {
        if (pieces.length > 0)
            cuts.push({ size, pieces });
        pieces = [];
        size = 0;
    };
    for (const file of files) {
        if (size + file.size > frameSize)
            close();
        if (file.size > frameSize) {
            cuts.push(...cutFile(file, frameSize));
            continue;
        }
        pieces.push({ file, offset: 0, length: file.size });
        size += file.size;
    }
    close();
    return cuts;
}
function cutFile(file, frameSize) {
    return Array.from({ length: Math.ceil(file.size / frameSize) }, (_, index) => {
        const offset = index * frameSize;
        const length = Math.min(frameSize, file.size - offset);
        return { size: length, pieces: [{ file, offset, length }] };
    });
}
/** True for a part of a file that other frames hold the rest of. */
function frame_cuts_isPart({ file, length }) {
    return length < file.size;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/store/frames.js
/** Frames of a pack: independent pieces of at most a few MiB, each compressed by itself. */



/** Part of a pack that is not what its table of contents says: it is dropped, and its wheels are got elsewhere. */
class frames_PackDamage extends Error {
    name = 'PackDamage';
}
const compress = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
/** Compression that gains less than this part of a frame does not pay for its decoding. */
const leastGain = 0.03;
/** Compresses one frame with zstd (RFC 8878) in the thread pool; returns `bytes` itself when that gains little. */
async function encodeFrame(bytes, level) {
    const compressed = await compress(bytes, { params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: level } });
    return compressed.length <= bytes.length * (1 - leastGain) ? compressed : bytes;
}
/** Node allocates a buffer of `chunkSize` for the output: one of the right size spares joining many. */
const smallestChunk = 64;
/** Turns a frame back into the `size` bytes that it stands for. Throws PackDamage. */
function frames_decodeFrame(stored, size) {
    if (stored.length === size)
        return stored;
    const bytes = decompressed(stored, Math.max(size, smallestChunk));
    if (bytes.length !== size)
        throw new frames_PackDamage(`a frame holds ${bytes.length} bytes, expected ${size}`);
    return bytes;
}
function decompressed(stored, limit) {
    try {
        return (0,external_node_zlib_.zstdDecompressSync)(stored, { chunkSize: limit, maxOutputLength: limit });
    }
    catch (error) {
        throw new frames_PackDamage('a frame cannot be decompressed', { cause: error });
    }
}
/** Lower-case hex. */
function frames_sha256Of(bytes) {
    return (0,external_node_crypto_.hash)('sha256', bytes, 'hex');
}
/** Yields the results of `work` in the order of `inputs`, with up to `depth` of them in progress. */
async function* ahead(inputs, depth, work) {
    const started = [];
    for (const input of inputs) {
        started.push(quietly(work(input)));
        const oldest = started.length < depth ? undefined : started.shift();
        if (oldest !== undefined)
            yield await oldest;
    }
    for (const rest of started)
        yield await rest;
}
/** Its failure is seen when it is awaited, or not at all when the consumer left earlier. */
function quietly(promise) {
    promise.catch(() => undefined);
    return promise;
}

;// CONCATENATED MODULE: ./lib/store/pack-checks.js
/** What a section of a pack must be before any of it is written: it comes from elsewhere, and names files and directories. */

/** True for a wheel's note whose every part has its type and names nothing outside its directory. */
function isWheel(note) {
    const texts = [note.filename, note.name, note.version, note.distInfo];
    return (pack_checks_isSha256(note.sha256) &&
        Number.isSafeInteger(note.size) &&
        typeof note.rootIsPurelib === 'boolean' &&
        Array.isArray(note.requires) &&
        [...texts, ...note.requires].every(text => typeof text === 'string') &&
        namesNoOtherPlace(note));
}
/** The name and the dist-info become directories of an environment. */
function namesNoOtherPlace({ name, distInfo }) {
    return (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && /^[^/\\]+\.dist-info$/.test(distInfo) && pathFault(distInfo) === undefined);
}
/** True for a digest as keys and directories spell it. */
function pack_checks_isSha256(text) {
    return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}
/** True when every path lies inside its directory, and no path is another's directory. */
function areFiles(files) {
    const paths = new Set(files.map(file => file.path));
    return (paths.size === files.length &&
        files.every(({ path, size, sha256, executable }) => typeof path === 'string' &&
            pathFault(path) === undefined &&
            Number.isSafeInteger(size) &&
            size >= 0 &&
            pack_checks_isSha256(sha256) &&
            typeof executable === 'boolean' &&
            !parents(path).some(parent => paths.has(parent))));
}
function parents(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

;// CONCATENATED MODULE: ./lib/store/pack-format.js
/**
 * Pack format, version 1. Integers are little-endian; digests are sha256.
 *
 *   0  6  `WCPACK`               12  4  bytes of the table of contents in the file (T)
 *   6  2  version                16  4  bytes of the table of contents, decompressed
 *   8  4  bytes a frame (F)      20  4  number of frames (N)
 *  24 32  digest of bytes 0 to 24, the table of contents and the frame table
 *  56  T  table of contents, a frame: JSON lines, two a section: what it is, then its `note.json`
 *      N × 36  frame table: bytes in the file (4), digest of those bytes (32)
 *      frames, in order, without gaps
 *
 * A section is a wheel or a bytecode set. frame-cuts.ts says which of its files, in the order of its note, lie in which
 * frame; a frame never holds bytes of two sections. A frame as long as the bytes it stands for is stored as it is, a shorter
 * one is one zstd frame (RFC 8878), and none is longer. Wheels come first, bytecode after them. Another layout gets another version, and a reader
 * takes a version that it does not know for damage.
 */




const magic = 'WCPACK';
const pack_format_version = 1;
const digestOffset = 24;
const frameRowSize = 36;
/** Bounds on what a damaged or hostile prologue can make a reader allocate, in bytes. */
const largestContents = 64 * 1024 * 1024;
const largestFrame = 16 * 1024 * 1024;
/** Bytes of the fixed part at the start of a pack. */
const prologueSize = 56;
/** The wheel that a section belongs to, by its sha256. */
function wheelOf({ kind, note }) {
    return kind === undefined ? note.sha256 : note.wheel;
}
/** Sections by what they are. */
function contentsOf(sections) {
    return {
        wheels: sections.flatMap(section => (section.kind === undefined ? [section.note] : [])),
        bytecode: sections.flatMap(section => (section.kind === undefined ? [] : [section])),
    };
}
/** The same as a list: wheels, then bytecode. */
function sectionsOf({ wheels, bytecode }) {
    return [...wheels.map(note => ({ kind: undefined, note })), ...bytecode];
}
/** The table of contents, not compressed. */
function formatContents(sections) {
    const lines = sections.flatMap(({ kind, note }) => [JSON.stringify(kind ?? null), formatNote(note)]);
    return Buffer.from(lines.join('\n'), 'utf8');
}
/** Everything before the first frame. `contents` is compressed, `contentsLength` its bytes before that. */
function formatHead(contents, { frameSize, contentsLength, frames }) {
    const prologue = Buffer.alloc(prologueSize);
    prologue.write(magic, 0, 'latin1');
    prologue.writeUInt16LE(pack_format_version, 6);
    prologue.writeUInt32LE(frameSize, 8);
    prologue.writeUInt32LE(contents.length, 12);
    prologue.writeUInt32LE(contentsLength, 16);
    prologue.writeUInt32LE(frames.length, 20);
    const head = Buffer.concat([prologue, contents, ...frames.map(formatRow)]);
    head.write(headDigest(head), digestOffset, 'hex');
    return head;
}
function formatRow(frame) {
    const row = Buffer.alloc(frameRowSize);
    row.writeUInt32LE(frame.size, 0);
    row.write(frame.sha256, 4, 'hex');
    return row;
}
function headDigest(head) {
    return frames_sha256Of(Buffer.concat([head.subarray(0, digestOffset), head.subarray(prologueSize)]));
}
/** Reads the first `prologueSize` bytes of a pack. Throws PackDamage. */
function parsePrologue(bytes) {
    if (bytes.toString('latin1', 0, magic.length) !== magic)
        throw new frames_PackDamage('it is not a pack');
    const found = bytes.readUInt16LE(6);
    if (found !== pack_format_version)
        throw new frames_PackDamage(`it has format version ${found}, expected ${pack_format_version}`);
    const prologue = {
        frameSize: bytes.readUInt32LE(8),
        contentsSize: bytes.readUInt32LE(12),
        contentsLength: bytes.readUInt32LE(16),
        frameCount: bytes.readUInt32LE(20),
        bytes,
    };
    const isSane = prologue.frameSize > 0 &&
        prologue.frameSize <= largestFrame &&
        prologue.contentsLength <= largestContents &&
        headSize(prologue) <= largestContents;
    if (!isSane)
        throw new frames_PackDamage('its first bytes make no sense');
    return prologue;
}
/** Bytes before the first frame. */
function headSize({ contentsSize, frameCount }) {
    return prologueSize + contentsSize + frameCount * frameRowSize;
}
/** Reads the rest of the head: what is in the pack, and where. Throws PackDamage. */
function parseHead(prologue, rest) {
    const head = Buffer.concat([prologue.bytes, rest]);
    if (headDigest(head) !== head.toString('hex', digestOffset, prologueSize)) {
        throw new frames_PackDamage('its table of contents has another digest than the pack says');
    }
    const contents = frames_decodeFrame(rest.subarray(0, prologue.contentsSize), prologue.contentsLength);
    const sections = parseContents(contents.toString('utf8'));
    return locateFrames(sections, parseRows(rest.subarray(prologue.contentsSize)), prologue);
}
function locateFrames(sections, rows, prologue) {
    const { frameSize } = prologue;
    const files = sections.flatMap(({ note }) => note.files);
    const isTooMuch = files.reduce((sum, { size }) => sum + Math.floor(size / frameSize), 0) > rows.length;
    const cuts = isTooMuch ? [] : sections.map(({ note }) => cutFrames(note.files, frameSize));
    const expected = cuts.reduce((sum, { length }) => sum + length, 0);
    if (isTooMuch || expected !== rows.length)
        throw new frames_PackDamage(`it has ${rows.length} frames, which is not right`);
    let offset = headSize(prologue);
    const left = rows.values();
    return sections.map((section, index) => {
        const frames = (cuts[index] ?? []).map(cut => {
            const stored = left.next().value ?? { size: 0, sha256: '' };
            // What is read into memory at a time is bounded by this.
            if (stored.size > cut.size)
                throw new frames_PackDamage('a frame is longer than what it stands for');
            offset += stored.size;
            return { stored, offset: offset - stored.size, cut };
        });
        return { section, frames };
    });
}
function parseRows(table) {
    return Array.from({ length: table.length / frameRowSize }, (_, index) => {
        const start = index * frameRowSize;
        return { size: table.readUInt32LE(start), sha256: table.toString('hex', start + 4, start + frameRowSize) };
    });
}
function parseContents(text) {
    const lines = text === '' ? [] : text.split('\n');
    return Array.from({ length: Math.ceil(lines.length / 2) }, (_, index) => {
        const section = parseSection(lines[2 * index] ?? '', lines[2 * index + 1] ?? '');
        if (section === undefined)
            throw new frames_PackDamage('its table of contents cannot be read');
        return section;
    });
}
function parseSection(kindLine, noteLine) {
    if (kindLine === 'null') {
        const note = parseWheelNote(noteLine);
        return note !== undefined && isWheel(note) && areFiles(note.files) ? { kind: undefined, note } : undefined;
    }
    const kind = parseKind(kindLine);
    const note = parseBytecodeNote(noteLine);
    if (kind === undefined || note === undefined)
        return undefined;
    return pack_checks_isSha256(note.wheel) && Array.isArray(note.failed) && areFiles(note.files) ? { kind, note } : undefined;
}
/** Its parts name a directory of the store. */
function parseKind(line) {
    try {
        const kind = JSON.parse(line);
        const words = [kind.cacheTag, kind.magicNumber, kind.invalidationMode];
        const areWords = words.every(word => typeof word === 'string' && /^[\w.-]{1,64}$/.test(word));
        return areWords && Number.isSafeInteger(kind.optimize) ? kind : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/store/pack.js
/** Writes packs: many unpacked wheels and their bytecode as one file, which a remote cache carries. */










const usualFrameSize = 2 * 1024 * 1024;
/** Of zstd. The higher one saves an eighth and takes four times as long: for packs of so few bytes that nobody notices. */
const [usualLevel, smallPackLevel, smallPackBytes] = [3, 9, 8 << 20];
/** One for each thread of Node's pool. */
const framesInProgress = 4;
/**
 * Identity of a pack, known before it is packed: sha256 of its sorted list of wheels and bytecode sets, lower-case hex. Where
 * that is `spoiled`, another one, on which all jobs that know of it agree.
 */
function packDigest({ wheels, bytecode }, spoiled = []) {
    const list = [
        ...wheels.map(note => ['wheel', note.sha256]),
        ...bytecode.map(({ kind, note }) => {
            return ['bytecode', note.wheel, kind.cacheTag, kind.magicNumber, kind.optimize, kind.invalidationMode];
        }),
    ];
    const lines = list.map(words => words.join(' ')).sort();
    let digest = frames_sha256Of(Buffer.from(['pack 1', ...lines].join('\n')));
    while (spoiled.includes(digest))
        digest = frames_sha256Of(Buffer.from(`not ${digest}`));
    return digest;
}
/**
 * Packs what the store holds, in the format of pack-format.ts. Every file is hashed while it is read: where one is not what
 * its note says there is no pack, and all such are named.
 */
async function writePack(store, contents, options) {
    const sections = sectionsOf(inFixedOrder(contents));
    const file = await (0,promises_.open)(options.destination, 'w');
    try {
        return await writeSections(file, store, { sections, frameSize: options.frameSize ?? usualFrameSize });
    }
    finally {
        await file.close();
    }
}
/** So that equal contents give equal packs. */
function inFixedOrder({ wheels, bytecode }) {
    const order = (a, b) => (a < b ? -1 : 1);
    return {
        wheels: wheels.toSorted((a, b) => order(a.filename + a.sha256, b.filename + b.sha256)),
        bytecode: bytecode.toSorted((a, b) => order(a.note.wheel, b.note.wheel)),
    };
}
/** Writes frames behind the room for the head, whose length is known beforehand, then the head. */
async function writeSections(file, store, { sections, frameSize }) {
    const level = sectionsSize(sections) > smallPackBytes ? usualLevel : smallPackLevel;
    const encodePiece = async (piece) => 'change' in piece ? piece : { stored: await encodeFrame(piece.bytes, level) };
    const text = formatContents(sections);
    const contents = await encodeFrame(text, level);
    const frameCount = sections.reduce((sum, { note }) => sum + cutFrames(note.files, frameSize).length, 0);
    const frames = [];
    const changed = [];
    let position = headSize({ contentsSize: contents.length, frameCount });
    for await (const piece of ahead(readSections(store, { sections, frameSize }), framesInProgress, encodePiece)) {
        if ('change' in piece)
            changed.push(piece.change);
        if ('change' in piece || changed.length > 0)
            continue;
        await pack_writeAll(file, piece.stored, position);
        position += piece.stored.length;
        frames.push({ size: piece.stored.length, sha256: frames_sha256Of(piece.stored) });
    }
    if (changed.length > 0)
        return { size: 0, changed };
    await pack_writeAll(file, formatHead(contents, { frameSize, contentsLength: text.length, frames }), 0);
    await file.truncate(position);
    return { size: position, changed };
}
async function pack_writeAll(file, bytes, position) {
    let written = 0;
    while (written < bytes.length) {
        const step = await file.write(bytes, written, bytes.length - written, position + written);
        written += step.bytesWritten;
    }
}
function sectionsSize(sections) {
    return sections.reduce((sum, { note }) => sum + unpackedSize(note), 0);
}
/** Reads in the calling thread: the thread pool compresses meanwhile. */
function* readSections(store, { sections, frameSize }) {
    for (const section of sections) {
        const path = yield* readSection(filesOf(pack_directoryOf(store, section)), section, frameSize);
        if (path !== undefined)
            yield { change: { wheel: wheelOf(section), path } };
    }
}
/** Yields the frames of a section; returns the path of the first file that is not what the note says. */
function* readSection(directory, { note }, frameSize) {
    const hashes = new Map();
    for (const { size, pieces } of cutFrames(note.files, frameSize)) {
        const bytes = Buffer.allocUnsafe(size);
        let filled = 0;
        for (const piece of pieces) {
            const { path } = piece.file;
            const hash = hashes.get(path) ?? (0,external_node_crypto_.createHash)('sha256');
            hashes.set(path, hash);
            const target = bytes.subarray(filled, filled + piece.length);
            if (!readPiece((0,external_node_path_.join)(directory, path), piece, target))
                return path;
            hash.update(target);
            filled += piece.length;
            if (piece.offset + piece.length < piece.file.size)
                continue;
            if (hash.digest('hex') !== piece.file.sha256)
                return path;
            hashes.delete(path);
        }
        yield { bytes };
    }
    return undefined;
}
/** False where the file is gone or has another size than its note says. */
function readPiece(path, { file, offset, length }, target) {
    const descriptor = pack_openIfPresent(path);
    if (descriptor === undefined)
        return false;
    try {
        if ((0,external_node_fs_.fstatSync)(descriptor).size !== file.size)
            return false;
        let filled = 0;
        while (filled < length) {
            const count = (0,external_node_fs_.readSync)(descriptor, target, filled, length - filled, offset + filled);
            if (count === 0)
                return false;
            filled += count;
        }
        return true;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Where a section lies in the store, or would. */
function pack_directoryOf(store, section) {
    return section.kind === undefined
        ? wheelDirectory(store, section.note.sha256)
        : bytecodeDirectory(store, section.kind, section.note.wheel);
}
function pack_openIfPresent(path) {
    try {
        return (0,external_node_fs_.openSync)(path, 'r');
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'))
            return undefined;
        throw error;
    }
}

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
        write_frames_writeAll(descriptor, content, piece.offset ?? 0);
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
        throw new frames_PackDamage(`\`${path}\` cannot be written here`, { cause: error });
    }
}
function createWithParents(path, executable) {
    try {
        return stored_file_createStoredFile(path, executable);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw error;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        return stored_file_createStoredFile(path, executable);
    }
}
/** Larger writes are several times slower on ext4: what is copied no longer fits the caches of the processor. */
const largestWrite = (/* unused pure expression or super */ null && (1 << 20));
function write_frames_writeAll(descriptor, content, position) {
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
    const head = await pack_reader_readHead(source);
    if (head instanceof frames_PackDamage) {
        return { contents: contentsOf([]), damaged: [{ wheel: undefined, reason: head.message }] };
    }
    const lacking = await lackingIn(store, head.filter(({ section }) => wants(section)));
    return unpackSections(store, source, { located: lacking, services });
}
async function pack_reader_readHead(source) {
    try {
        if (source.size < prologueSize)
            throw new frames_PackDamage('it ends too early');
        const prologue = parsePrologue(await source.read(0, prologueSize));
        if (headSize(prologue) > source.size)
            throw new frames_PackDamage('it ends inside its table of contents');
        return parseHead(prologue, await source.read(prologueSize, headSize(prologue)));
    }
    catch (error) {
        if (error instanceof frames_PackDamage)
            return error;
        throw error;
    }
}
async function lackingIn(store, located) {
    const notes = await Promise.all(located.map(({ section }) => section.kind === undefined
        ? readWheelNote(store, section.note.sha256)
        : readBytecodeNote(store, section.kind, section.note.wheel)));
    return located.filter((_, index) => notes[index] === undefined);
}
/** Ranges are read in the order of the pack; each is decoded as soon as it is there, on any thread. */
async function unpackSections(store, source, { located, services }) {
    const progress = await Promise.all(located.map(async ({ section, frames }) => {
        return { section, frames, staged: await stage(store), left: frames.length, damage: undefined };
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
                await pack_reader_finish(item, store);
    }
    catch (error) {
        await Promise.all(progress.map(({ staged }) => discard(staged)));
        throw error;
    }
    return {
        contents: contentsOf(progress.filter(({ damage }) => damage === undefined).map(({ section }) => section)),
        damaged: progress.flatMap(({ section, damage }) => damage === undefined ? [] : [{ wheel: wheelOf(section), reason: damage }]),
    };
}
/** Files of several frames are made beforehand: whichever frame comes first finds its file. */
function prepareParts(item) {
    try {
        for (const { path, executable } of partsOf(item))
            (0,external_node_fs_.closeSync)(createWhole({ path, executable }));
    }
    catch (error) {
        if (!(error instanceof frames_PackDamage))
            throw error;
        item.damage = error.message;
    }
}
/** The first pieces of the files that have several. */
function partsOf({ frames, staged }) {
    const pieces = frames.flatMap(({ cut }) => cut.pieces).filter(piece => frame_cuts_isPart(piece) && piece.offset === 0);
    return pieces.map(({ file }) => ({ ...file, path: (0,external_node_path_.join)(filesOf(staged), file.path) }));
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
            await pack_reader_finish(item, store);
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
        path: (0,external_node_path_.join)(filesOf(staged), file.path),
        length,
        executable: file.executable,
        mtime: note_isSource(file.path) && !frame_cuts_isPart(piece) ? note_sourceMtime(file.sha256) : undefined,
        offset: frame_cuts_isPart(piece) ? offset : undefined,
    };
}
async function pack_reader_finish(item, store) {
    if (item.damage !== undefined)
        return discard(item.staged);
    for (const { path, sha256 } of partsOf(item)) {
        if (note_isSource(path))
            (0,external_node_fs_.utimesSync)(path, note_sourceMtime(sha256), note_sourceMtime(sha256));
    }
    await publish(item.staged, pack_directoryOf(store, item.section), item.section.note);
}

;// CONCATENATED MODULE: ./lib/pipeline/pack-items.js




/** Names of the items that a plan wants of a wheel: its files and, where bytecode is wanted, its bytecode. */
function namesOfWheel(sha256, kind) {
    const kinds = kind === undefined ? [''] : ['', bytecodeName(kind)];
    return kinds.map(bytecode => packing_nameOf({ sha256, bytecode }));
}
/** The name of what a section holds. */
function nameOfSection(section) {
    return packing_nameOf({ sha256: wheelOf(section), bytecode: bytecodeOf(section) });
}
/** The contents of a store or a pack as items. */
function itemsOf(contents) {
    return sectionsOf(contents).map(section => ({
        sha256: wheelOf(section),
        bytecode: bytecodeOf(section),
        size: unpackedSize(section.note),
    }));
}
/** Those of the contents that the items name. */
function contentsNamed(contents, items) {
    const names = new Set(items.map(packing_nameOf));
    return contentsOf(sectionsOf(contents).filter(section => names.has(nameOfSection(section))));
}
function bytecodeOf({ kind }) {
    return kind === undefined ? '' : bytecodeName(kind);
}

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
    const estimates = `restoring takes about ${worth_shown(restoring)}, downloading ${worth_shown(downloading)}`;
    return { source: isSooner ? 'download' : 'restore', reason: estimates };
}
/** Undefined where a rate is none. */
function secondsOf(bytes, rate) {
    return bytes === undefined || rate === undefined || !(rate > 0) ? undefined : bytes / rate;
}
function worth_shown(seconds) {
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
    const names = new Set(items.map(packing_nameOf));
    return {
        packBytes: pack.bytes,
        restoreRate,
        fetch: {
            fileBytes: sumOfKnown(items.map(({ fileSize }) => fileSize)),
            unpackedBytes: sizeOf(pack.items.filter(item => names.has(packing_nameOf(item)))),
            fetchRate: rates?.fetch,
            prepareRate: rates?.prepare,
        },
    };
}
/** Before these many milliseconds and bytes, a rate is chance. */
const [restore_speed_leastMs, restore_speed_leastBytes] = [1000, 8 << 20];
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
            return ms < restore_speed_leastMs || bytes < restore_speed_leastBytes ? undefined : (bytes / ms) * 1000;
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
    const kind = run.settings.compileBytecode ? bytecodeKindOf(interpreter) : undefined;
    const held = assignItems(await lackingItems(wheels, kind, run.located.store), open.manifest.packs);
    if (held.size === 0)
        return nothingToRestore;
    run.watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them');
    announce([...held.keys()], run);
    run.pool();
    const speed = startSpeedometer();
    const services = packServices(run, { slots: createSlots(rangesInProgress), signal: open.reading.signal, speed });
    const packs = createSlots(packsInProgress);
    const arrivals = new Map();
    for (const [pack, items] of [...held].sort(([a], [b]) => sizeOf(b.items) - sizeOf(a.items))) {
        const arrived = packs.use(async () => {
            const speeds = { rates: open.manifest?.rates, restoreRate: speed.rate() };
            if (mayFetch && isTooSlow({ pack, items, speeds }, run))
                return new Set();
            return restorePack(pack, items, { open, run, services });
        });
        arrived.catch(error => open.reading.abort(error));
        for (const item of items)
            arrivals.set(packing_nameOf(item), arrived);
    }
    const settled = Promise.all(arrivals.values()).then(() => undefined);
    settled.catch(() => undefined);
    return {
        promises: ({ sha256 = '' }) => arrivals.has(packing_nameOf({ sha256, bytecode: '' })),
        arrival: async ({ sha256 = '' }) => {
            const [wheel] = await Promise.all(namesOfWheel(sha256, kind).map(async (name) => (await arrivals.get(name))?.has(name) ?? false));
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
        const wheel = (await hasWheel(store, sha256)) ? [] : [{ name, sha256, bytecode: '', fileSize: file.size }];
        if (kind === undefined || (await hasBytecode(store, kind, sha256)))
            return wheel;
        return [...wheel, { name, sha256, bytecode: bytecodeName(kind), fileSize: 0 }];
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
    return withEntry(run, {
        open: async () => {
            const entry = await backend.open(packKey(digest), []);
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
    const wanted = new Set(items.map(packing_nameOf));
    const { contents, damaged } = await readPack(run.located.store, entry, {
        wants: section => wanted.has(nameOfSection(section)),
        services,
    });
    if (damaged.length > 0)
        run.watch.warn(describeDamage(damaged, items));
    return { unpacked: new Set(sectionsOf(contents).map(nameOfSection)), isDamaged: damaged.length > 0 };
}
/** One warning for a pack, however much of it is damaged. */
function describeDamage(damaged, items) {
    const lost = new Set(damaged.map(({ wheel }) => wheel));
    const all = [...new Set(items.map(({ name }) => name))];
    const named = items.filter(({ sha256 }) => lost.has(sha256)).map(({ name }) => name);
    const names = lost.has(undefined) ? all : [...new Set(named)];
    return `a pack of the cache is damaged (${damaged[0]?.reason}): ${quotedFew(names, 5)} will be fetched or compiled instead`;
}

;// CONCATENATED MODULE: ./lib/pipeline/fill-store.js
/** The modes that make no environment: they fill the store, from the cache alone (`restore`) or whatever it takes (`warm`), or save what is there. */











/**
 * Fills the store with the wheels of the inputs, and their bytecode, and seals them to be saved; no environment is read or
 * made. In the modes `restore` and `save` what is missing is a warning. Throws UserError as an installation does.
 */
async function fillStore(inputs, interpreter, run) {
    const { settings, watch, located } = run;
    refuseEditables(inputs, run);
    const session = await openCache(inputs, interpreter, run);
    const { lock, portable, links } = await timed(watch, 'lock', () => obtainLock(inputs, { interpreter, session }, run));
    const wheels = await timed(watch, 'plan', async () => selectWheels(lock, interpreter, inputs.set.index));
    const wish = {
        wheels: settings.mode === 'save' ? [] : wheels,
        interpreter,
        mayFetch: settings.mode === 'warm' && !isLocalOnly(inputs.set.index),
    };
    const restoring = await startRestore(wish, session, run);
    const bytecode = settings.compileBytecode
        ? openBytecode(interpreter, { store: located.store, host: run.host, watch })
        : undefined;
    try {
        if (settings.mode === 'warm')
            await requireObtainable(wheels, { restoring, index: inputs.set.index, links }, run);
        else
            await restoring.settled;
        const provided = settings.mode === 'warm'
            ? await provideWhole(wheels, { run, restoring, bytecode })
            : await takeStored(wheels, { run, restoring, bytecode });
        const place = { kind: 'store', root: located.directory, python: interpreter.executable };
        const held = new Set(provided.map(({ planned }) => planned));
        const missing = wheels.filter(wheel => !held.has(wheel));
        if (missing.length > 0) {
            watch.warn(`the store has no wheel of ${quotedFew(missing.map(({ name }) => name), 10)}`);
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
async function takeStored(wheels, { run, restoring, bytecode }) {
    const stored = await storedWheels(wheels, bytecode?.kind, run.located.store);
    return Promise.all(stored.map(async (wheel) => ({ ...wheel, source: (await restoring.arrival(wheel.planned)) ? 'cache' : 'store' })));
}

;// CONCATENATED MODULE: ./lib/python/externally-managed.js
/** Interpreters that a distribution manages (PEP 668, PyPA "Externally managed environments"). */

/**
 * Refuses to install into an interpreter whose distribution claims it. A virtual environment of it is nobody's.
 *
 * Throws `EXTERNALLY_MANAGED`, with what the distribution has to say.
 */
function refuseExternallyManaged({ executable, externallyManaged }) {
    if (externallyManaged === undefined)
        return;
    const said = readErrorText(externallyManaged) ?? 'its distribution installs packages into it, and gives no other advice';
    throw new errors/* UserError */.yo('EXTERNALLY_MANAGED', `the Python \`${executable}\` is externally managed:\n\n${said}`, {
        hint: 'name a virtual environment with `--venv`, or override with `--break-system-packages`, which may break the system',
    });
}
/**
 * The value of `Error` in the section `externally-managed`, as Python's configparser finds it, but with the indentation of
 * its lines beyond what they share. Undefined where there is none.
 */
function readErrorText(content) {
    const lines = content.split(/\r?\n/);
    const section = lines.findIndex(line => line.startsWith('[externally-managed]'));
    const rest = section === -1 ? [] : lines.slice(section + 1);
    const end = rest.findIndex(line => /^\[[^\]]+\]/.test(line));
    const body = rest.slice(0, end === -1 ? undefined : end);
    const option = body.findIndex(line => /^error\s*[=:]/i.test(line));
    if (option === -1)
        return undefined;
    const first = body[option]?.replace(/^error\s*[=:]/i, '').trim() ?? '';
    const text = [first, ...dedent(continuation(body.slice(option + 1)))].join('\n').trim();
    return text === '' ? undefined : text;
}
/** Indented and empty lines up to the next option; a comment is none of them, wherever it starts. */
function continuation(lines) {
    const said = lines.filter(line => !/^\s*[#;]/.test(line));
    const end = said.findIndex(line => /^\S/.test(line));
    return said.slice(0, end === -1 ? undefined : end).map(line => line.trimEnd());
}
function dedent(lines) {
    const margins = lines.filter(line => line !== '').map(line => line.length - line.trimStart().length);
    const margin = Math.min(...margins);
    return lines.map(line => line.slice(margin));
}

;// CONCATENATED MODULE: ./lib/python/candidates.js
/** Where Python interpreters lie on a machine: PATH, the tool cache, uv's and pyenv's. */





const fileLister = {
    isExecutable: path => unlessMissing(isExecutableFile(path), false),
    list: directory => unlessMissing((0,promises_.readdir)(directory), []),
    read: path => unlessMissing((0,promises_.readFile)(path, 'utf8'), undefined),
};
/** Paths as the host writes them. */
function pathsOf(host) {
    return host.platform.os === 'win32' ? external_node_path_.win32 : external_node_path_.posix;
}
/**
 * Every candidate, in the order of the search: PATH directory by directory, then the tool cache, uv's and pyenv's, each
 * newest first. `preferred` (`3.11`) names the executable that comes first in each directory of PATH.
 */
async function listCandidates(host, files, preferred) {
    const search = { host, files, paths: pathsOf(host) };
    const found = await Promise.all([
        ...searchPath(host).map(directory => listPathDirectory(search, directory, preferred)),
        ...toolCaches(host.env).map(root => listToolCache(search, root)),
        ...uvDirectories(search).map(root => listUv(search, root)),
        listPyenv(search, pyenvVersions(search)),
    ]);
    return found.flat();
}
/** The absolute directories of PATH. */
function searchPath(host) {
    const paths = pathsOf(host);
    // The names of Windows' variables have no case, and a snapshot keeps the spelling `Path`.
    const name = Object.keys(host.env).find(key => key === 'PATH' || (paths === external_node_path_.win32 && /^path$/i.test(key)));
    const directories = name === undefined ? [] : (host.env[name] ?? '').split(paths.delimiter);
    return [...new Set(directories.filter(directory => paths.isAbsolute(directory)))];
}
async function listPathDirectory({ files, paths }, directory, preferred) {
    const pattern = paths === external_node_path_.win32 ? /^python(3(?:\.\d+)?)?(t)?\.exe$/i : /^python(3(?:\.\d+)?)?(t)?$/;
    const named = (await files.list(directory)).flatMap(name => {
        const match = pattern.exec(name);
        if (match === null)
            return [];
        const version = match[1]?.includes('.') ? match[1] : undefined;
        return [{ name, version, freeThreaded: version === undefined ? undefined : match[2] !== undefined }];
    });
    const rank = ({ name, version }) => version === undefined ? (name.includes('3') ? 1 : 2) : version === preferred ? 0 : 3;
    return named
        .toSorted((a, b) => rank(a) - rank(b) || compareVersions(b.version ?? '0', a.version ?? '0'))
        .map(({ name, ...named }) => ({ path: paths.join(directory, name), prefix: undefined, ...named }));
}
function toolCaches(env) {
    return [...new Set([env.RUNNER_TOOL_CACHE || [], env.AGENT_TOOLSDIRECTORY || []].flat())];
}
/** `Python/3.11.7/x64`, and `x64-freethreaded` beside it. */
async function listToolCache(search, root) {
    const { host, files, paths } = search;
    const directory = paths.join(root, 'Python');
    const versions = await candidates_newestFirst(files, directory, name => name);
    return versions.flatMap(({ name, version }) => [host.platform.arch, `${host.platform.arch}-freethreaded`].map(build => ({
        ...installedPython(search, paths.join(directory, name, build)),
        version,
        freeThreaded: build.endsWith('-freethreaded'),
    })));
}
function uvDirectories({ host: { env, homeDirectory }, paths }) {
    if (env.UV_PYTHON_INSTALL_DIR)
        return [env.UV_PYTHON_INSTALL_DIR];
    if (paths === external_node_path_.win32) {
        const roaming = env.APPDATA || paths.join(homeDirectory, 'AppData', 'Roaming');
        return [paths.join(roaming, 'uv', 'python'), paths.join(roaming, 'uv', 'data', 'python')];
    }
    return [paths.join(env.XDG_DATA_HOME || paths.join(homeDirectory, '.local', 'share'), 'uv', 'python')];
}
/** `cpython-3.13.0+freethreaded-linux-x86_64-gnu` */
async function listUv(search, root) {
    const versions = await candidates_newestFirst(search.files, root, name => /^cpython-([^-+]+)/.exec(name)?.[1]);
    return versions.map(({ name, version }) => ({
        ...installedPython(search, search.paths.join(root, name)),
        version,
        freeThreaded: name.includes('+freethreaded'),
    }));
}
function pyenvVersions({ host: { env, homeDirectory }, paths }) {
    const home = paths.join(homeDirectory, '.pyenv');
    return paths.join(env.PYENV_ROOT || (paths === external_node_path_.win32 ? paths.join(home, 'pyenv-win') : home), 'versions');
}
/** `3.11.7`, `3.13.0t`; virtual environments and other distributions have other names. */
async function listPyenv(search, root) {
    const versions = await candidates_newestFirst(search.files, root, name => name.replace(/t$/, ''));
    return versions.map(({ name, version }) => ({
        ...installedPython(search, search.paths.join(root, name)),
        version,
        freeThreaded: name.endsWith('t'),
    }));
}
/** Stable releases before pre-releases. */
async function candidates_newestFirst(files, directory, versionOf) {
    const installed = (await files.list(directory)).flatMap(name => {
        const version = versionOf(name);
        return version !== undefined && isVersion(version) ? [{ name, version }] : [];
    });
    const isStable = (version) => /^[\d.]+$/.test(version);
    return installed.toSorted((a, b) => Number(isStable(b.version)) - Number(isStable(a.version)) || compareVersions(b.version, a.version));
}
function installedPython({ paths }, prefix) {
    return { path: paths.join(prefix, paths === external_node_path_.win32 ? 'python.exe' : 'bin/python3'), prefix };
}
async function isExecutableFile(path) {
    await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
    return (await (0,promises_.stat)(path)).isFile();
}
async function unlessMissing(answer, missing) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP'))
            return missing;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/python/interpreter.js
/** What one Python interpreter is, found by running probe.py once. */









/** By these, Debian's and Fedora's own package builds have another system scheme. */
const layoutVariables = ['DEB_PYTHON_INSTALL_LAYOUT', 'RPM_BUILD_ROOT'];
/** The oldest version that is installed for. */
const oldestPython = '3.8';
const probeTimeoutMs = 30_000;
const startFailures = ['ENOENT', 'EACCES', 'EPERM', 'ENOEXEC', 'ENOTDIR', 'ELOOP', 'EINVAL', 'EISDIR', 'UNKNOWN'];
/**
 * Runs probe.py with the executable at this absolute path, at most 30 s, or takes its stored answer.
 *
 * Throws `PYTHON_NOT_RUNNABLE` for what is no Python interpreter and `PYTHON_TOO_OLD` before 3.8.
 */
async function probeInterpreter(executable, options) {
    const probe = (0,external_node_path_.join)(options.host.helpersDirectory, 'probe.py');
    const entry = await cacheEntry(executable, probe, options);
    const stored = entry === undefined ? undefined : await readStored(entry);
    if (stored !== undefined)
        return await interpreterOf(stored);
    const report = await runProbe(executable, probe, options);
    if (entry !== undefined)
        await store(entry, report, options.host);
    return await interpreterOf(report);
}
/** Where the answer of this executable is kept; undefined when it may answer differently the next time. */
async function cacheEntry(executable, probe, { host, cacheDirectory }) {
    const real = await (0,promises_.realpath)(executable).catch(error => notRunnable(executable, (0,errors/* hasErrno */.Nm)(error, 'ENOENT') ? 'it does not exist' : startFailure(error)));
    const [facts, isScript] = await Promise.all([(0,promises_.stat)(real, { bigint: true }), startsAsScript(real)]);
    if (facts.isDirectory())
        notRunnable(executable, 'it is a directory that holds none');
    if (isScript || !facts.isFile() || facts.size === 0n)
        return undefined;
    // The path as given counts too: a virtual environment's `python` is its base's file with another prefix. So does the
    // system: a tool cache mounted into a container is the same file with another libc.
    const directory = (0,external_node_path_.dirname)(executable);
    const surroundings = await Promise.all([
        (0,promises_.readFile)(probe, 'utf8'),
        fingerprint((0,external_node_path_.join)(directory, 'pyvenv.cfg')),
        fingerprint((0,external_node_path_.join)((0,external_node_path_.dirname)(directory), 'pyvenv.cfg')),
        fingerprint('/etc/os-release'),
    ]);
    const system = [String(facts.mtimeNs), String(facts.size), (0,external_node_os_.machine)(), (0,external_node_os_.release)(), (0,external_node_os_.version)()];
    const key = [...surroundings, executable, real, ...system, ...layoutVariables.map(name => host.env[name] ?? '')];
    return (0,external_node_path_.join)(cacheDirectory, `${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(key)).digest('hex')}.json`);
}
async function startsAsScript(path) {
    let file;
    try {
        file = await (0,promises_.open)(path);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
        return bytesRead === 2 && buffer.toString('latin1') === '#!';
    }
    catch (error) {
        // Executable yet not readable: nothing is known of it, so nothing is kept.
        if ((0,errors/* hasErrno */.Nm)(error, 'EACCES', 'EPERM', 'EISDIR'))
            return true;
        throw error;
    }
    finally {
        await file?.close();
    }
}
async function fingerprint(path) {
    try {
        const facts = await (0,promises_.stat)(path, { bigint: true });
        return `${facts.ino} ${facts.mtimeNs} ${facts.size}`;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return '';
        throw error;
    }
}
async function readStored(entry) {
    try {
        return findReport(await (0,promises_.readFile)(entry, 'utf8'));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return undefined;
        throw error;
    }
}
async function store(entry, report, host) {
    const temporary = `${entry}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(entry), { recursive: true });
        await (0,promises_.writeFile)(temporary, JSON.stringify(report));
        await (0,promises_.rename)(temporary, entry);
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        host.log.debug(`the answer of \`${report.executable}\` is not kept: ${String(error)}`);
        await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
    }
}
async function runProbe(executable, probe, options) {
    const result = await runProcess(executable, ['-I', '-S', probe], {
        cwd: options.workingDirectory ?? options.host.workingDirectory,
        env: pythonEnvironmentVariables(options.host.env),
        timeoutMs: probeTimeoutMs,
    }).catch(error => notRunnable(executable, startFailure(error)));
    if (result.exitCode === 2 && /unknown option: -I/i.test(result.stderr))
        tooOld(executable, 'older than 3.4');
    const report = result.exitCode === 0 ? findReport(result.stdout) : undefined;
    if (report === undefined)
        return notRunnable(executable, describeOutput(result));
    const found = report.version.join('.');
    if (compareVersions(found, oldestPython) < 0)
        tooOld(executable, found);
    return report;
}
/** A wrapper may print lines of its own before or after. */
function findReport(output) {
    for (const line of output.split('\n')) {
        if (!line.startsWith('{"wheelcrew"') || !line.trimEnd().endsWith('}'))
            continue;
        try {
            return JSON.parse(line);
        }
        catch (error) {
            if (!(error instanceof Error) || error.name !== 'SyntaxError')
                throw error;
        }
    }
    return undefined;
}
async function interpreterOf(report) {
    const isVenv = report.prefix !== report.basePrefix;
    const marker = isVenv ? undefined : await readMarker(report.standardLibrary);
    return {
        executable: report.executable,
        baseExecutable: report.baseExecutable,
        version: report.markers.python_full_version ?? report.version.join('.'),
        implementation: report.tagFacts.implementation,
        cacheTag: report.cacheTag,
        magicNumber: report.magicNumber,
        optimize: report.optimize,
        prefix: report.prefix,
        basePrefix: report.basePrefix,
        markers: report.markers,
        tags: supportedTags(report.tagFacts),
        venvSchemes: report.venvSchemes,
        systemSchemes: report.systemSchemes,
        ...(marker === undefined ? {} : { externallyManaged: marker }),
    };
}
/** Read each time: an image that removes the file, as many do, changes no interpreter. Empty where it cannot be read. */
async function readMarker(standardLibrary) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.join)(standardLibrary, 'EXTERNALLY-MANAGED'), 'utf8');
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
            return undefined;
        return (0,errors/* hasErrno */.Nm)(error, 'EACCES', 'EPERM') ? '' : Promise.reject(error);
    }
}
function startFailure(error) {
    if (!(0,errors/* hasErrno */.Nm)(error, ...startFailures))
        throw error;
    return `it cannot be started (${(0,errors/* errnoOf */.UQ)(error)})`;
}
function describeOutput(result) {
    if (result.exitCode === timeoutExitCode)
        return `it gave no answer in ${probeTimeoutMs / 1000} s`;
    const said = `${result.stderr}\n${result.stdout}`.split('\n').find(line => line.trim() !== '');
    const first = said === undefined ? 'it printed nothing' : `it printed \`${said.trim().slice(0, 200)}\``;
    return `${first} and ended with exit code ${result.exitCode}`;
}
function notRunnable(executable, reason) {
    throw new errors/* UserError */.yo('PYTHON_NOT_RUNNABLE', `\`${executable}\` is not a Python interpreter: ${reason}`, {
        hint: 'name a version such as `3.12`, a Python executable or the directory of a virtual environment',
    });
}
function tooOld(executable, found) {
    throw new errors/* UserError */.yo('PYTHON_TOO_OLD', `\`${executable}\` is Python ${found}; ${oldestPython} or newer is needed`, {
        hint: 'name a newer interpreter with `--python`',
    });
}

;// CONCATENATED MODULE: ./lib/python/request.js
/** What Python is asked for: by a flag, a `.python-version` file or a lock. */


const anyPython = { kind: 'version', text: '', specifier: '', freeThreaded: undefined };
/**
 * Reads a request as `--python` takes it: `3`, `3.11`, `312`, `3.11.7`, `3.13t`, `3.13+freethreaded`, `3.x`, `~=3.12`,
 * `>=3.10,<3.13`, `python3.11`, `cpython@3.12`, `cp312`, `pypy3.10`, `pp310`, a path, the name of a directory, `any`.
 *
 * Throws `PYTHON_REQUEST_INVALID` for anything else.
 */
function parsePythonRequest(text) {
    if (/[\\/]|^\.|^~(?!=)/.test(text))
        return { kind: 'path', text };
    if (/^(?:any|default|cpython)$/i.test(text))
        return anyPython;
    const version = parseVersionRequest(text);
    if (version !== undefined)
        return version;
    const pypy = /^(?:pypy|pp)[-@]?(\d)\.?(\d*)$/i.exec(text);
    if (pypy !== null)
        return { kind: 'name', text: `pypy${dotted(pypy[1], pypy[2])}` };
    if (/^\w[\w.+-]*$/.test(text))
        return { kind: 'name', text };
    throw (0,errors/* usageError */.Wp)('PYTHON_REQUEST_INVALID', `\`${text}\` names no Python`, 'give a version such as `3.12`, a specifier such as `>=3.10`, or the path of an interpreter or virtual environment');
}
/** A request for a version, or undefined when the text names none. */
function parseVersionRequest(text) {
    const { body = '', variant } = /^(?<body>.*?)(?<variant>t|\+freethreaded|\+gil)?$/.exec(text)?.groups ?? {};
    const isFreeThreaded = variant !== undefined && variant !== '+gil';
    if (isSpecifier(body)) {
        return { kind: 'version', text, specifier: body, freeThreaded: variant === undefined ? undefined : isFreeThreaded };
    }
    const written = /^(?:(?:c?python|cp)[-@]?)?v?(?<version>\d[\w.]*?)(?:\.x|-dev)?$/i.exec(body)?.groups?.version;
    const version = written?.replace(/^(\d)(\d+)$/, '$1.$2');
    if (version === undefined || !isVersion(version))
        return undefined;
    const isWhole = !/^\d+(\.\d+)?$/.test(version);
    return {
        kind: 'version',
        text,
        specifier: isWhole ? `==${version}` : `==${version}.*`,
        freeThreaded: isFreeThreaded,
    };
}
function dotted(major = '', minor = '') {
    return minor === '' ? major : `${major}.${minor}`;
}
/** The first line of a `.python-version` file that is neither empty nor a comment. */
function firstVersionLine(content) {
    return content
        .split('\n')
        .map(line => line.replace(/#.*/, '').trim())
        .find(line => line !== '');
}

;// CONCATENATED MODULE: ./lib/python/find.js
/** Finding an interpreter: by path, on PATH, then among those that setup-python, uv and pyenv installed. */





/**
 * The interpreter that a request means; a shim or file that does not run is passed over, except where it is named.
 *
 * Throws `PYTHON_NOT_FOUND`, naming those that were found, `PYTHON_REQUEST_INVALID`, `SPECIFIER_INVALID`, and for a path
 * `PYTHON_NOT_RUNNABLE` and `PYTHON_TOO_OLD`.
 */
async function findInterpreter(request, options) {
    const search = makeSearch(request, options);
    const wanted = await readRequest(request, search);
    const located = await locate(wanted.python, search);
    if (located !== undefined)
        return search.probe(located);
    const candidates = await candidatesFor(wanted.python, search);
    for (const candidate of candidates) {
        if (!mayBe(candidate, wanted.python))
            continue;
        const interpreter = await tryProbe(candidate.path, search);
        if (interpreter !== undefined && meetsRequest(interpreter, wanted.python))
            return interpreter;
    }
    throw find_notFound(wanted, await survey(search));
}
/** Whether an interpreter has the version, and is the build, that a request names; a name or a path names neither. */
function meetsRequest(interpreter, request) {
    if (request.kind !== 'version')
        return true;
    const isFreeThreaded = /^cp\d+-cp\d+t/.test(interpreter.tags[0] ?? '');
    const isBuild = request.freeThreaded === undefined || request.freeThreaded === isFreeThreaded;
    return isBuild && satisfies(interpreter.version, request.specifier);
}
function makeSearch({ workingDirectory }, options) {
    const { host, cacheDirectory, files = fileLister } = options;
    const probe = options.probe ?? (path => probeInterpreter(path, { host, cacheDirectory, workingDirectory }));
    const probed = new Map();
    const probeOnce = (path) => {
        const running = probed.get(path) ?? probe(path);
        probed.set(path, running);
        return running;
    };
    return { options, files, workingDirectory, probe: probeOnce };
}
async function readRequest({ python, requiresPython }, search) {
    if (python !== '')
        return { python: parsePythonRequest(python), origin: undefined };
    const pinned = await readVersionFile(search);
    if (pinned !== undefined)
        return pinned;
    if (requiresPython === undefined || requiresPython.trim() === '')
        return { python: anyPython, origin: undefined };
    const required = { ...anyPython, text: requiresPython, specifier: requiresPython };
    return { python: required, origin: 'the lock' };
}
async function readVersionFile({ options: { host }, files, workingDirectory }) {
    const paths = pathsOf(host);
    for (let directory = workingDirectory;; directory = paths.dirname(directory)) {
        const path = paths.join(directory, '.python-version');
        const line = firstVersionLine((await files.read(path)) ?? '');
        if (line !== undefined) {
            const python = parseVersionRequest(line);
            if (python !== undefined)
                return { python, origin: `\`${path}\`` };
            host.log.warn(`\`${path}\` is passed over: \`${line}\` is no version`);
            return undefined;
        }
        if (paths.dirname(directory) === directory)
            return undefined;
    }
}
/** The interpreter of a path, or of the directory of an environment; a name may be that of such a directory. */
async function locate({ kind, text }, search) {
    if (kind === 'version')
        return undefined;
    const { options, files, workingDirectory } = search;
    const { homeDirectory, platform } = options.host;
    const paths = pathsOf(options.host);
    const path = paths.resolve(workingDirectory, text.replace(/^~(?=[\\/]|$)/, () => homeDirectory));
    const isWindows = platform.os === 'win32';
    for (const inside of isWindows ? ['Scripts/python.exe', 'python.exe'] : ['bin/python', 'bin/python3']) {
        const nested = paths.join(path, inside);
        if (await files.isExecutable(nested))
            return nested;
    }
    return kind === 'path' ? path : undefined;
}
function candidatesFor(python, { options: { host }, files }) {
    if (python.kind === 'version')
        return listCandidates(host, files, /^==(\d+\.\d+)/.exec(python.specifier)?.[1] ?? '');
    const name = host.platform.os === 'win32' ? `${python.text.replace(/\.exe$/i, '')}.exe` : python.text;
    const paths = searchPath(host).map(directory => pathsOf(host).join(directory, name));
    return Promise.resolve(paths.map(path => ({ path, prefix: undefined, version: undefined, freeThreaded: undefined })));
}
/** Cheap, by name: a candidate that passes is probed. */
function mayBe({ version, freeThreaded }, python) {
    if (python.kind !== 'version' || version === undefined)
        return true;
    if (python.freeThreaded !== undefined && freeThreaded !== undefined && python.freeThreaded !== freeThreaded) {
        return false;
    }
    if (!/^\d+\.\d+$/.test(version))
        return satisfies(version, python.specifier);
    // `python3.11` may be any 3.11: try the ends, and let what the specifier names be probed.
    const isNamed = python.specifier.includes(`${version}.`);
    return isNamed || [`${version}.0`, `${version}.999`].some(end => satisfies(end, python.specifier));
}
async function tryProbe(path, { options: { host }, files, probe }) {
    if (!(await files.isExecutable(path)))
        return undefined;
    try {
        return await probe(path);
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error) || !['PYTHON_NOT_RUNNABLE', 'PYTHON_TOO_OLD'].includes(error.code))
            throw error;
        host.log.debug(`passed over: ${error.message}`);
        return undefined;
    }
}
/** Every installation of the machine, newest first; those that have their version in their path are not run. */
async function survey(search) {
    const candidates = await listCandidates(search.options.host, search.files, '');
    const found = await Promise.all(candidates.map(candidate => find_describe(candidate, search)));
    const byPrefix = new Map(found.flat().map(entry => [entry.prefix, entry]));
    return [...byPrefix.values()].toSorted((a, b) => compareVersions(b.version, a.version));
}
async function find_describe({ path, prefix, version }, search) {
    if (prefix !== undefined && version !== undefined) {
        return (await search.files.isExecutable(path)) ? [{ version, path, prefix }] : [];
    }
    const interpreter = await tryProbe(path, search);
    if (interpreter === undefined)
        return [];
    return [{ version: interpreter.version, path: interpreter.executable, prefix: interpreter.prefix }];
}
function find_notFound({ python, origin }, found) {
    const { kind, text } = python;
    const wanted = text === '' ? 'Python' : kind === 'name' ? `\`${text}\`` : `Python \`${text}\``;
    const asked = origin === undefined ? '' : `, which ${origin} asks for,`;
    const list = found.map(({ version, path }) => `${version}${isTooOld(version) ? ', too old' : ''} (\`${path}\`)`);
    const others = list.length === 0 ? '' : `; found: ${list.join(', ')}`;
    const minor = /\d+\.\d+t?/.exec(text)?.[0] ?? '';
    const toInstall = kind === 'name' ? text : minor === '' || isTooOld(minor.replace('t', '')) ? '3.12' : minor;
    return new errors/* UserError */.yo('PYTHON_NOT_FOUND', `no ${wanted}${asked} was found on this machine${others}`, {
        hint: `in a workflow, add \`actions/setup-python\` before this step; elsewhere, run \`uv python install ${toInstall}\``,
    });
}
function isTooOld(version) {
    return compareVersions(version, oldestPython) < 0;
}

;// CONCATENATED MODULE: ./lib/pipeline/interpreter.js
/** Which interpreter a run installs for: that of the environment where it exists, else the one asked for. */








/**
 * Finds the interpreter. Throws what finding throws, VENV_PYTHON_MISMATCH when the environment exists and holds another
 * Python than the one asked for, and EXTERNALLY_MANAGED.
 */
async function chooseInterpreter(run, requiresPython) {
    const { environment } = run.settings;
    switch (environment.kind) {
        case 'venv':
            return chooseForVenv(environment.path, run, requiresPython);
        case 'target':
            return { interpreter: await interpreter_find(run, requiresPython), venv: undefined };
        case 'system':
            return { interpreter: await chooseSystem(run, requiresPython), venv: undefined };
    }
}
async function chooseForVenv(path, run, requiresPython) {
    const venv = await openVenv(path, run.host, waitingOf(run));
    if (venv.kind !== 'venv')
        return { interpreter: await interpreter_find(run, requiresPython), venv };
    const interpreter = await probeInterpreter(venv.python, probeOptions(run));
    await checkRequest(interpreter, run, path);
    return { interpreter, venv };
}
/** As uv: the system is not the virtual environment that happens to be active; one that is named by its path is meant. */
async function chooseSystem(run, requiresPython) {
    const { python, breakSystemPackages, workingDirectory } = run.settings;
    const found = await interpreter_find(run, requiresPython);
    const isNamed = python !== '' && (parsePythonRequest(python).kind === 'path' || found.prefix === (0,external_node_path_.join)(workingDirectory, python));
    const isVenv = found.prefix !== found.basePrefix;
    const interpreter = isVenv && !isNamed ? await probeInterpreter(found.baseExecutable, probeOptions(run)) : found;
    if (!breakSystemPackages)
        refuseExternallyManaged(interpreter);
    return interpreter;
}
function interpreter_find(run, requiresPython) {
    const { python, workingDirectory } = run.settings;
    return findInterpreter({ python, workingDirectory, requiresPython }, probeOptions(run));
}
function probeOptions({ host, located }) {
    return { host, cacheDirectory: (0,external_node_path_.join)(located.store.root, 'interpreters') };
}
async function checkRequest(interpreter, run, venv) {
    const { python } = run.settings;
    if (python === '')
        return;
    const request = parsePythonRequest(python);
    const fits = request.kind === 'version'
        ? meetsRequest(interpreter, request)
        : (await interpreter_find(run, undefined)).baseExecutable === interpreter.baseExecutable;
    if (fits)
        return;
    throw new errors/* UserError */.yo('VENV_PYTHON_MISMATCH', `the environment \`${venv}\` holds Python ${interpreter.version}, asked for is \`${python}\``, { hint: `remove \`${venv}\`, and it is made again, or name another with \`--venv\`` });
}

;// CONCATENATED MODULE: ./lib/pipeline/install.js




















/**
 * Makes the environment that `settings` describe, or fills store and cache for it, and returns the report of the run.
 * Whatever fails, the store stays whole and the environment is as it was, or absent if this run made it.
 * Throws UserError for everything that the reader can act on.
 */
async function install(settings, host, watch) {
    const found = await findInputs(settings);
    const named = await readRunInputs(found, { settings, host });
    const located = await locateFor(settings, host);
    const run = openRun(settings, host, { watch, located, realms: realmsOf(named) });
    try {
        if (settings.mode !== 'install') {
            const { interpreter } = await timed(watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)));
            return await fillStore(named, interpreter, run);
        }
        const { target, interpreter } = await begin(found, run);
        try {
            const build = openEditableBuilder(run, interpreter, openBuildEnvironments(run, interpreter, install));
            const editables = await buildEditables(named, run, build);
            const inputs = await withEditables(found, editables, { run, named });
            const report = await install_fill(target, { inputs, interpreter, run: await relocated(run, target), editables, build });
            await target.finish();
            return report;
        }
        catch (error) {
            await target.undo();
            throw error;
        }
    }
    finally {
        await run.close();
    }
}
/** Chooses the interpreter and opens or begins the environment; again where another process has just made it. */
async function begin(found, run) {
    for (;;) {
        const chosen = await timed(run.watch, 'probe', () => chooseInterpreter(run, lockRequiresPython(found)));
        const target = await beginEnvironment(chosen, run);
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
    return readRunInputs({ ...found, files, packages, isTransient: true }, run);
}
async function install_fill(target, filling) {
    const { inputs, interpreter, run, editables } = filling;
    const { watch, located } = run;
    const { environment } = target;
    watch.decide('link', located.linkMode, located.reason);
    const session = await openCache(inputs, interpreter, run);
    const { lock: obtained, portable, links, } = await timed(watch, 'lock', () => obtainLock(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run));
    const lock = await bindEditables(obtained, editables, filling);
    const { plan, present } = await install_planChange(target, filling, lock);
    const { index } = inputs.set;
    const wish = { wheels: plan.wheels, interpreter, mayFetch: !isLocalOnly(index) };
    const restoring = await startRestore(wish, session, run);
    try {
        const absent = await requireObtainable(plan.wheels, { restoring, index, links }, run);
        install_announce(absent, run);
        const { provided, kind, compiled } = await carryOut({
            ...{ run, plan, present, interpreter, target, restoring },
            isIncomplete: absent.length > 0,
        });
        const names = new Set(provided.map(({ note }) => note.name));
        const reused = plan.reuse.filter(({ name }) => !names.has(name));
        const outcome = { provided, reused, removed: plan.remove, missing: [], compiled, kind };
        return await concludeRun({ ...outcome, interpreter, environment, session, lock: portable }, run);
    }
    finally {
        await restoring.stop();
    }
}
/** Plans on what the environment holds: without a claim where nothing is to be done, else with it. */
async function install_planChange(target, { inputs, interpreter, run }, lock) {
    const { schemes } = target.environment;
    const { exact, reinstall } = run.settings;
    const look = async (wheels) => {
        const present = target.isNew ? [] : await scanInstalled([schemes.purelib, schemes.platlib]);
        return { plan: present_divide(wheels, present, { exact, reinstall }), present };
    };
    const { wheels, seen } = await timed(run.watch, 'plan', async () => {
        const selected = selectWheels(lock, interpreter, inputs.set.index);
        return { wheels: selected, seen: await look(selected) };
    });
    const isDone = seen.plan.wheels.length === 0 && seen.plan.remove.length === 0;
    if (target.isNew || (isDone && !(await target.isUnsettled())))
        return seen;
    await target.claim();
    return timed(run.watch, 'plan', () => look(wheels));
}
/** Opens the store. Where an interpreter's own directories lie is known when it is found: then links are tried again. */
function locateFor({ store, environment, workingDirectory, linkMode }, host) {
    return locateStore(store, environment.kind === 'system' ? workingDirectory : environment.path, { host, linkMode });
}
async function relocated(run, { environment }) {
    if (environment.kind !== 'system')
        return run;
    const { linkMode } = run.settings;
    const options = { host: run.host, linkMode };
    return { ...run, located: await locateStore(run.located.directory, environment.schemes.purelib, options) };
}
/** Tells the progress display what is to come: wheels that the store lacks are fetched, unpacked and compiled. */
function install_announce(absent, { watch, settings }) {
    const wheels = absent.length;
    watch.expect('fetch', { wheels, bytes: sumOfKnown(absent.map(({ file }) => file.size)) });
    watch.expect('unpack', { wheels });
    if (settings.compileBytecode)
        watch.expect('compile', { wheels });
}

;// CONCATENATED MODULE: ./lib/pipeline/sealed-contents.js
/** What a sealed request stands for, read from the store again. */




/** The notes of what was sealed and is still the same in the store; `changed` names the rest. */
async function sealedContents(request, store) {
    const wheels = [];
    const bytecode = [];
    const changed = [];
    for (const sealed of request.wheels) {
        const note = parseWheelNote(await sealedText(wheelDirectory(store, sealed.sha256), sealed.note));
        if (note === undefined) {
            changed.push(sealed.name);
            continue;
        }
        wheels.push(note);
        if (request.kind === undefined || sealed.bytecode === undefined)
            continue;
        const set = parseBytecodeNote(await sealedText(bytecodeDirectory(store, request.kind, sealed.sha256), sealed.bytecode));
        if (set === undefined)
            changed.push(`bytecode of ${note.name}`);
        else
            bytecode.push({ kind: request.kind, note: set });
    }
    return { contents: { wheels, bytecode }, changed };
}
/** The text of a note, or an empty one when it is not what was sealed. */
async function sealedText(directory, digest) {
    const text = await (0,promises_.readFile)(`${directory}/note.json`, 'utf8').catch(() => '');
    return seal_digestOf(text) === digest ? text : '';
}

;// CONCATENATED MODULE: ./lib/pipeline/save.js
/** Saving to the remote cache: a sealed request carried out, perhaps by another process than the one that sealed it. */















/** Carries out a sealed request. A full disk or cache trouble is a warning, and the job goes on. */
async function saveCache(request, host, watch) {
    const end = watch.begin('save');
    try {
        const store = await openStore(request.store);
        const options = {
            host,
            workspace: request.workspace,
            temporary: store.temporary,
            transport: cacheTransport(host),
            signal: watch.signal,
        };
        const { backend } = chooseBackend(request.backend, options);
        if (backend === undefined)
            return;
        const bytes = await saveAll(request, {
            backend,
            store,
            watch,
            spoiled: request.spoiled,
            isRepeated: request.isRepeated,
        });
        watch.decide('save', bytes === 0 ? 'no' : 'yes', bytes === 0 ? 'all of it is there already' : 'it was new');
        end({ bytes });
    }
    catch (error) {
        watch.signal.throwIfAborted();
        if (!save_isTrouble(error))
            throw error;
        const isBusy = error instanceof SavedElsewhere;
        if (!isBusy)
            watch.warn(`${(0,errors/* messageOf */.bD)(error)}; nothing was saved`);
        watch.decide('save', 'no', (0,errors/* messageOf */.bD)(error));
    }
    finally {
        end();
    }
}
function save_isTrouble(error) {
    return error instanceof CacheTrouble || (0,errors/* isUserError */.iU)(error) || (0,errors/* errnoOf */.UQ)(error) !== undefined;
}
/** Somebody else is at it: what this job could add comes anyway. */
class SavedElsewhere extends CacheTrouble {
}
/** Returns the bytes that were saved. */
async function saveAll(request, services) {
    const { backend, store, watch } = services;
    const { contents, changed } = await sealedContents(request, store);
    if (changed.length > 0) {
        watch.warn(`in the store, ${quotedFew(changed, 5)} changed after the end of the installation, and is not saved`);
    }
    const { kept, packed } = await planSaving(request, contents, backend);
    const saved = (await mapBounded(packed, save_packsInProgress, items => {
        watch.signal.throwIfAborted();
        return savePack(contentsNamed(contents, items), services);
    })).flat();
    const packs = [...kept, ...saved.map(({ entry }) => entry)];
    if (packs.length === 0)
        return 0;
    const key = manifestKey(request.manifestKey, { lock: request.manifest.lock, packs });
    const manifest = formatManifest({ ...request.manifest, packs });
    let written = 0;
    await withStagedFile(store, async (path) => {
        const outcome = await backend.save(key, async () => {
            await (0,promises_.writeFile)(path, manifest);
            return path;
        });
        if (outcome === 'saved')
            written = manifest.length;
    });
    return saved.reduce((sum, { savedBytes }) => sum + savedBytes, written);
}
/** Divides what the plan needs over packs; one that the backend has lost in the meantime is as good as none. */
async function planSaving(request, contents, backend) {
    const { mayRepack } = request;
    const stored = new Map(itemsOf(contents).map(item => [packing_nameOf(item), item]));
    const canPack = (item) => stored.has(packing_nameOf(item));
    let { existing } = request;
    for (;;) {
        const packing = planPacks(wantedItems(request, stored, existing), existing, { mayRepack, canPack });
        const there = await Promise.all(packing.kept.map(({ digest }) => backend.has(packKey(digest))));
        const lost = new Set(packing.kept.filter((_, index) => there[index] === false));
        if (lost.size === 0)
            return packing;
        existing = existing.filter(pack => !lost.has(pack));
    }
}
/** What the store holds of the plan, and what it lacks and a pack holds. */
function wantedItems({ planned, kind }, stored, existing) {
    const elsewhere = new Map(existing.flatMap(({ items }) => items).map(item => [packing_nameOf(item), item]));
    const lacking = planned.flatMap(sha256 => namesOfWheel(sha256, kind)).filter(name => !stored.has(name));
    return [...stored.values(), ...lacking.flatMap(name => elsewhere.get(name) ?? [])];
}
/** One is packed while another is uploaded. */
const save_packsInProgress = 2;
/** Saves a pack; none where nothing is left to pack. Contents that changed since they were sealed are left out and named. */
async function savePack(contents, services) {
    if (contents.wheels.length + contents.bytecode.length === 0)
        return [];
    const { backend, store, watch } = services;
    const digest = packDigest(contents, services.spoiled);
    const changed = new Map();
    return withStagedFile(store, async (path) => {
        let bytes;
        const pack = async () => {
            const written = await writePack(store, contents, { destination: path });
            for (const file of written.changed)
                changed.set(file.wheel, file);
            if (changed.size > 0)
                throw new ContentsChanged();
            bytes = written.size;
            return path;
        };
        try {
            const outcome = await backend.save(packKey(digest), pack);
            if (outcome === 'present' && !(await backend.has(packKey(digest)))) {
                if (services.isRepeated !== true)
                    throw new SavedElsewhere('another job is saving the same');
                const spoiled = [...services.spoiled, digest];
                return await savePack(contents, { ...services, spoiled, isRepeated: false });
            }
            const entry = { digest, items: itemsOf(contents), ...(bytes !== undefined && { bytes }) };
            return [{ entry, savedBytes: outcome === 'saved' ? (bytes ?? 0) : 0 }];
        }
        catch (error) {
            if (!(error instanceof ContentsChanged))
                throw error;
            for (const [wheel, { path }] of changed) {
                const { name = wheel } = contents.wheels.find(({ sha256 }) => sha256 === wheel) ?? {};
                watch.warn(`in the store, \`${path}\` of ${name} is not what was installed; ${name} is not saved`);
            }
            return savePack(withoutWheels(contents, changed), services);
        }
    });
}
/** The store holds something else than what was sealed: a pack of this digest cannot be made. */
class ContentsChanged extends Error {
    name = 'ContentsChanged';
}
function withoutWheels(contents, left) {
    return contentsOf(sectionsOf(contents).filter(section => !left.has(wheelOf(section))));
}

;// CONCATENATED MODULE: ./lib/report/units.js
/** Figures as people read them. */
/** `0.08 s`, `4.2 s`, `2 min 05 s`, from milliseconds. */
function formatDuration(ms) {
    const seconds = ms / 1000;
    if (seconds < 0.995)
        return `${seconds.toFixed(2)} s`;
    if (seconds < 99.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
/** `812 B`, `48 MB`, `5.6 GB`, in powers of 1000. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 9.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** `8,317` */
function formatCount(count) {
    return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 wheel`, `21 wheels` */
function countOf(count, noun) {
    return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./lib/report/progress.js


/** The state before anything happened. */
const noProgress = new Map();
/** The state after an event. */
function advanceProgress(state, event) {
    switch (event.kind) {
        case 'begin':
            return change(state, event.stage, old => countPiece(old, event.wheel, 1));
        case 'end':
            return change(state, event.span.stage, old => addSpan(old, event.span));
        case 'expect':
            return change(state, event.stage, () => ({ expectedWheels: event.wheels, expectedBytes: event.bytes }));
        case 'advance':
            return change(state, event.stage, old => ({ advancedBytes: old.advancedBytes + event.bytes }));
        case 'decide':
        case 'warn':
            return state;
    }
}
/** One line of at most `columns` characters for each stage that is at work, in their order. */
function renderProgress(state, columns) {
    return stages.flatMap(stage => {
        const progress = state.get(stage);
        if (progress === undefined || progress.running === 0)
            return [];
        return [renderStage(progress).slice(0, Math.max(columns, 0))];
    });
}
/**
 * True when nothing of the stage is going on or expected.
 * A stage by wheels that announced no number is never known to be complete before the run ends.
 */
function isComplete(progress) {
    const { running, ended, wheels, expectedWheels } = progress;
    if (running > 0 || ended === 0)
        return false;
    return expectedWheels === undefined ? wheels.size === 0 : doneWheels(progress) >= expectedWheels;
}
/** What a stage did up to its last piece, and when that ended, as a line of a log: `3.3 s unpack: 21 wheels, 286 MB`. */
function renderStageEnd(progress) {
    const parts = [
        progress.wheels.size > 0 ? countOf(doneWheels(progress), 'wheel') : '',
        progress.files > 0 ? countOf(progress.files, 'file') : '',
        bytesOf(progress) > 0 ? formatBytes(bytesOf(progress)) : '',
    ].filter(part => part !== '');
    const time = formatDuration(progress.endMs).padStart(8);
    return parts.length === 0 ? `${time} ${progress.stage}` : `${time} ${progress.stage}: ${parts.join(', ')}`;
}
function change(state, stage, update) {
    const old = state.get(stage) ?? idle(stage);
    return new Map(state).set(stage, { ...old, ...update(old) });
}
function idle(stage) {
    return {
        stage,
        running: 0,
        ended: 0,
        wheels: new Map(),
        expectedWheels: undefined,
        expectedBytes: undefined,
        endedBytes: 0,
        advancedBytes: 0,
        files: 0,
        endMs: 0,
    };
}
function countPiece(old, wheel, change) {
    const running = old.running + change;
    if (wheel === undefined)
        return { running };
    return { running, wheels: new Map(old.wheels).set(wheel, (old.wheels.get(wheel) ?? 0) + change) };
}
function addSpan(old, span) {
    return {
        ...countPiece(old, span.wheel, -1),
        ended: old.ended + 1,
        endedBytes: old.endedBytes + (span.bytes ?? 0),
        files: old.files + (span.files ?? 0),
        endMs: Math.max(old.endMs, span.endMs),
    };
}
function renderStage(progress) {
    const share = shareOf(progress);
    const bytes = bytesOf(progress);
    const parts = [
        progress.stage.padEnd(8),
        share === undefined ? '' : drawGauge(share),
        renderWheels(progress),
        bytes === 0 ? '' : formatBytes(bytes),
    ];
    return parts.filter(part => part !== '').join(' ');
}
function renderWheels(progress) {
    const { wheels, expectedWheels } = progress;
    if (expectedWheels !== undefined)
        return `${formatCount(doneWheels(progress))}/${countOf(expectedWheels, 'wheel')}`;
    return wheels.size > 0 ? countOf(doneWheels(progress), 'wheel') : '';
}
/** Wheels that were begun and have nothing going on. */
function doneWheels({ wheels }) {
    return [...wheels.values()].filter(running => running === 0).length;
}
function bytesOf({ endedBytes, advancedBytes }) {
    return Math.max(endedBytes, advancedBytes);
}
/** How much of the expected work is done, 0 to 1: by bytes where they are known, else by wheels. */
function shareOf(progress) {
    const { expectedBytes, expectedWheels } = progress;
    if (expectedBytes !== undefined && expectedBytes > 0)
        return Math.min(bytesOf(progress) / expectedBytes, 1);
    if (expectedWheels !== undefined && expectedWheels > 0)
        return Math.min(doneWheels(progress) / expectedWheels, 1);
    return undefined;
}
const gaugeWidth = 24;
function drawGauge(share) {
    const full = Math.round(share * gaugeWidth);
    return `[${'#'.repeat(full)}${'-'.repeat(gaugeWidth - full)}]`;
}

;// CONCATENATED MODULE: ./lib/edge/console.js


/** A console that hides the credentials of URLs in all that it prints. */
function createConsole(options) {
    const display = options.columns === undefined || options.quiet ? undefined : createDisplay(options);
    const print = (text) => {
        display?.clear();
        options.write(`${(0,redact/* redact */.E$)(text)}\n`);
    };
    const warn = (message) => print(`${paint('warning:', 'yellow', options.color)} ${message}`);
    return {
        print,
        log: {
            info: message => {
                if (!options.quiet)
                    print(message);
            },
            warn,
            debug: message => {
                if (options.verbose)
                    print(message);
            },
        },
        watch(timeline) {
            const printStage = options.quiet || display !== undefined ? () => undefined : stageLines(print);
            timeline.subscribe(event => {
                if (event.kind === 'warn')
                    warn(event.wheel === undefined ? event.message : `${event.wheel}: ${event.message}`);
                display?.update(event);
                printStage(event);
            });
        },
        close: () => display?.close(),
    };
}
/** Text in a colour, or as it is. */
function paint(text, color, enabled) {
    const codes = { red: 31, yellow: 33, cyan: 36 };
    return enabled ? `\u001b[${codes[color]}m${text}\u001b[39m` : text;
}
/** Prints a line when a stage is complete: once for a stage by wheels, whenever it pauses for another. */
function stageLines(print) {
    let state = noProgress;
    const printed = new Set();
    return event => {
        state = advanceProgress(state, event);
        const progress = event.kind === 'end' ? state.get(event.span.stage) : undefined;
        if (progress === undefined || !isComplete(progress) || printed.has(progress.stage))
            return;
        if (progress.wheels.size > 0)
            printed.add(progress.stage);
        print(renderStageEnd(progress));
    };
}
const redrawMs = 80;
/** Of a terminal that does not tell its width. */
const usualColumns = 80;
/** The live display: redrawn at most every `redrawMs`, its lines erased before anything else is written. */
function createDisplay({ write, columns }) {
    let state = noProgress;
    let shown = 0;
    let timer;
    const clear = () => {
        if (shown > 0)
            write(`\u001b[${shown}A\u001b[0J`);
        shown = 0;
    };
    const draw = () => {
        timer = undefined;
        const lines = renderProgress(state, (columns?.() || usualColumns) - 1);
        clear();
        if (lines.length > 0)
            write(`${lines.join('\n')}\n`);
        shown = lines.length;
    };
    return {
        clear,
        update(event) {
            state = advanceProgress(state, event);
            timer ??= setTimeout(draw, redrawMs).unref();
        },
        close() {
            clearTimeout(timer);
            timer = undefined;
            state = noProgress;
            clear();
        },
    };
}

;// CONCATENATED MODULE: ./lib/edge/event.js
/** The event that started a job, as the runner describes it in a file. */


/** The payload of the event (`GITHUB_EVENT_PATH`), or undefined where there is none to be read. */
function readEvent(env) {
    const path = env.GITHUB_EVENT_PATH ?? '';
    if (path === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'EACCES') || error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
/** The head commit of a pull request; undefined for any other event. */
function headCommitOf(event) {
    return textAt(event, 'pull_request', 'head', 'sha');
}
/** The name of the repository's default branch, where the event tells it. */
function defaultBranchOf(event) {
    return textAt(event, 'repository', 'default_branch');
}
function textAt(value, ...path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== 'object' || found === null)
            return undefined;
        found = found[key];
    }
    return typeof found === 'string' && found !== '' ? found : undefined;
}

;// CONCATENATED MODULE: ./lib/edge/files.js
/** The files that an edge itself reads and writes. */


/** Reads report.json. Throws the usage error REPORT_NOT_FOUND when there is no file to be read. */
async function readReportFile(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        throw (0,errors/* usageError */.Wp)('REPORT_NOT_FOUND', `cannot read the report \`${path}\`: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/** Writes a rendering. Throws UserError OUTPUT_NOT_WRITABLE when the place does not take it. */
async function writeOutput(path, text) {
    try {
        await (0,promises_.writeFile)(path, text);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EROFS', 'ENOSPC', 'EPERM'))
            throw error;
        throw new errors/* UserError */.yo('OUTPUT_NOT_WRITABLE', `cannot write \`${path}\`: ${(0,errors/* messageOf */.bD)(error)}`, {
            hint: 'name a file in a directory that exists and that you may write to',
        });
    }
}

;// CONCATENATED MODULE: ./lib/options.js
/**
 * Every option there is, once: the command line, the `WHEELCREW_X_Y` variables, the inputs of the action and the help are
 * derived from this table, and a test compares action.yml with it.
 */
function flag(name, help, details = {}) {
    return { name, kind: 'flag', help, where: 'everywhere', default: 'false', placeholder: '', ...details };
}
function value(name, help, details = {}) {
    return { name, kind: 'value', help, where: 'everywhere', default: '', placeholder: 'VALUE', ...details };
}
function options_list(name, help, details = {}) {
    return { name, kind: 'list', help, where: 'everywhere', default: '', placeholder: 'VALUE', ...details };
}
const optionSections = [
    {
        title: 'What to install',
        options: [
            value('mode', 'What to do', {
                where: 'action',
                default: 'install',
                values: ['install', 'restore', 'warm', 'save'],
            }),
            options_list('requirements', 'Lock or requirements files; else pylock.toml, uv.lock or requirements.txt is looked for', {
                short: 'r',
                placeholder: 'FILE',
            }),
            options_list('packages', 'Extra requirement specifiers, or paths of wheels', { placeholder: 'PACKAGE' }),
            options_list('constraint', 'Constraint files', { placeholder: 'FILE' }),
            options_list('extra', 'Extras of the project that the lock is for', { placeholder: 'NAME' }),
            flag('all-extras', 'All extras of the project'),
            options_list('group', 'Dependency groups', { placeholder: 'NAME' }),
            options_list('no-group', 'Dependency groups to leave out', { placeholder: 'NAME' }),
            flag('no-dev', 'Leave the group `dev` out'),
            flag('no-install-project', 'Install the dependencies of the project without the project'),
            flag('no-deps', 'Install what is named and none of its dependencies'),
            flag('upgrade', 'Resolve again although nothing changed'),
            flag('require-hashes', 'Refuse whatever has no hash'),
            options_list('editable', 'Source trees to install as editable (PEP 660)', {
                where: 'cli',
                short: 'e',
                placeholder: 'PATH',
            }),
            options_list('build', 'Source trees or VCS URLs to build', { placeholder: 'SOURCE', later: true }),
            flag('build-env', 'Build in the environment as it is', { later: true }),
            flag('no-build-isolation', 'Build without an environment of its own', { later: true }),
            options_list('config-settings', 'Settings for the build backend', { placeholder: 'KEY=VALUE', later: true }),
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
            value('working-directory', 'Directory that relative paths start from', { default: '.', placeholder: 'DIR' }),
            value('venv-path', 'The virtual environment, made when missing', {
                alias: 'venv',
                default: '.venv',
                placeholder: 'DIR',
            }),
            flag('activate-environment', 'Put the environment on PATH for the later steps', {
                where: 'action',
                default: 'true',
            }),
            flag('compile-bytecode', 'Compile to bytecode, so that the first import is fast', { default: 'true' }),
            value('link-mode', 'How files get into the environment', {
                default: 'auto',
                placeholder: 'MODE',
                values: ['auto', 'hardlink', 'copy'],
                laterValues: ['clone', 'symlink', 'image'],
            }),
            value('on-conflict', 'About two wheels with one path and different bytes', {
                default: 'warn',
                values: ['warn', 'error'],
            }),
            value('invalidation-mode', 'How bytecode is checked against its source', {
                default: 'timestamp',
                placeholder: 'MODE',
                later: true,
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
            }),
            flag('restore-cache', 'Restore from the remote cache', { default: 'true' }),
            flag('save-cache', 'Save to the remote cache', { default: 'true' }),
            value('cache-suffix', 'An extra part of the cache key', { placeholder: 'TEXT' }),
            value('cache-revision', 'The source revision that entries are keyed by; else the commit of the job', {
                placeholder: 'REVISION',
            }),
            value('store', 'Directory of the local store', { placeholder: 'DIR' }),
            value('store-max-size', 'Size that the store is trimmed to', {
                default: '20GB',
                placeholder: 'SIZE',
                later: true,
            }),
            value('cache-signing-key', 'Private key that entries are signed with', { placeholder: 'KEY', later: true }),
            value('cache-public-key', 'Public key that entries are checked with', { placeholder: 'KEY', later: true }),
        ],
    },
    {
        title: 'Index',
        options: [
            value('index-url', 'The package index', { placeholder: 'URL' }),
            options_list('extra-index-url', 'Further package indexes', { placeholder: 'URL' }),
            options_list('find-links', 'Directories or pages with links to wheels', { placeholder: 'PLACE' }),
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
            flag('json', 'Print one JSON object on stdout: the report, or the error', { where: 'cli' }),
            flag('no-color', 'Print without colours', { where: 'cli', command: 'every' }),
            value('report', 'Write report.json to this file', { where: 'cli', placeholder: 'FILE' }),
            flag('version', 'Print the version', { where: 'argument', short: 'V', command: 'every' }),
            flag('help', 'Print this help', { where: 'argument', short: 'h', command: 'every' }),
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
];
const options_options = optionSections.flatMap(section => section.options);
/** The variable that gives an option, for example `WHEELCREW_LINK_MODE`. */
function variableOf(option) {
    return `WHEELCREW_${option.name.replaceAll('-', '_').toUpperCase()}`;
}
/** The variable in which a runner passes an input to an action, for example `INPUT_LINK-MODE`. */
function options_inputVariableOf(option) {
    return `INPUT_${option.name.toUpperCase()}`;
}

;// CONCATENATED MODULE: ./lib/edge/given.js
/** What the user gave: options of any source, checked against the table and not yet interpreted. */



/**
 * Checks what one source gave; undefined where that amounts to nothing: empty, or an unavailable option at its default.
 * Throws the usage errors OPTION_NOT_AVAILABLE and OPTION_INVALID.
 */
function acceptOption({ option, values, spelling }) {
    const filled = values.map(value => value.trim()).filter(value => value !== '');
    const last = filled.at(-1);
    if (last === undefined)
        return undefined;
    if (option.kind === 'list') {
        if (option.later)
            throw notAvailable(spelling);
        return { option, values: filled, spelling };
    }
    const value = option.kind === 'flag' ? normaliseFlag(last) : last;
    if (option.later && value === option.default)
        return undefined;
    if (option.later)
        throw notAvailable(spelling);
    checkValue({ option, values: [value], spelling }, value);
    return { option, values: [value], spelling };
}
/** What the `WHEELCREW_X_Y` variables give; a list has one item a line. Throws as `acceptOption`. */
function givenByVariables(env) {
    return collectGiven(options_options.filter(option => option.where === 'everywhere' || option.where === 'cli'), option => ({ name: variableOf(option), spelling: `\`${variableOf(option)}\`` }), env);
}
/**
 * What the inputs of the action give; a list has one item a line. The runner fills in the defaults of action.yml, so an
 * input that equals its default counts as not given. Throws as `acceptOption`.
 */
function givenByInputs(env) {
    const given = collectGiven(options.filter(option => option.where === 'everywhere' || option.where === 'action'), option => ({ name: inputVariableOf(option), spelling: `input \`${option.name}\`` }), env);
    return new Map([...given].filter(([, { option, values }]) => values.join('\n') !== option.default));
}
/** The options of several sources; the first source that has an option wins. */
function mergeGiven(...sources) {
    return new Map([...sources].reverse().flatMap(source => [...source]));
}
/** The items of a list option. */
function readList(given, name) {
    return given.get(name)?.values ?? [];
}
/** The value of an option, or its default. */
function readValue(given, name) {
    return given.get(name)?.values.at(-1) ?? options_options.find(option => option.name === name)?.default ?? '';
}
/** True when a flag is, or is by default, `true`. */
function readFlag(given, name) {
    return readValue(given, name) === 'true';
}
/** The usage error for what DESIGN promises and this version does not have; `spelling` carries its own backticks. */
function notAvailable(spelling) {
    const hint = '`wheelcrew --help` lists what is available';
    return (0,errors/* usageError */.Wp)('OPTION_NOT_AVAILABLE', `${spelling} is not available in this version`, hint);
}
/** The usage error for a value that an option does not take. */
function invalidOption(spelling, value, expected) {
    return (0,errors/* usageError */.Wp)('OPTION_INVALID', `${spelling} cannot be \`${(0,redact/* redact */.E$)(value)}\`: expected ${expected}`);
}
function checkValue({ option, spelling }, value) {
    if (option.laterValues?.includes(value))
        throw notAvailable(`${spelling} = \`${value}\``);
    const allowed = option.values ?? (option.kind === 'flag' ? ['true', 'false'] : undefined);
    if (allowed === undefined || allowed.includes(value))
        return;
    throw invalidOption(spelling, value, `one of ${allowed.map(word => `\`${word}\``).join(', ')}`);
}
/** YAML's booleans in any case, and `1` and `0` as variables have them. */
function normaliseFlag(value) {
    const lower = value.toLowerCase();
    if (lower === '1')
        return 'true';
    return lower === '0' ? 'false' : lower;
}
function collectGiven(from, sourceOf, env) {
    const given = new Map();
    for (const option of from) {
        const { name, spelling } = sourceOf(option);
        const text = env[name];
        if (text === undefined)
            continue;
        const values = option.kind === 'list' ? text.split('\n') : [text];
        const accepted = acceptOption({ option, values, spelling });
        if (accepted !== undefined)
            given.set(option.name, accepted);
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/edge/host.js
/** The machine that this process runs on, as the rest of the product sees it. */


/** Takes a snapshot of the process. Throws UserError PLATFORM_UNSUPPORTED on any but Linux, macOS and Windows. */
function makeHost(layout, log) {
    return {
        platform: { os: operatingSystem(), arch: process.arch },
        env: { ...process.env },
        homeDirectory: (0,external_node_os_.homedir)(),
        workingDirectory: process.cwd(),
        log,
        parallelism: (0,external_node_os_.availableParallelism)(),
        umask: process.umask(),
        workerPath: layout.workerPath,
        helpersDirectory: layout.helpersDirectory,
    };
}
function operatingSystem() {
    const found = ['linux', 'darwin', 'win32'].find(os => os === process.platform);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo('PLATFORM_UNSUPPORTED', `Wheelcrew runs on Linux, macOS and Windows, not on ${process.platform}`);
}

;// CONCATENATED MODULE: ./lib/edge/run-install.js


/** Installs while `console` follows; times count from the start of the process. Throws what the pipeline throws. */
async function runInstall(request, pipeline, console) {
    const { settings, host, signal, save } = request;
    const watch = openWatch(console, signal);
    try {
        const report = await pipeline.install(settings, host, watch);
        if (save === 'later' || report.save === undefined)
            return report;
        await pipeline.saveCache(parseSaveRequest(report.save), host, watch);
        return buildReport(watch, { ...report, save: undefined });
    }
    finally {
        console.close();
    }
}
/** Carries out a request that another process sealed and returns the bytes that were saved. Throws what the pipeline throws. */
async function runSave(sealed, { host, console, pipeline, workspace, isRepeated = false }) {
    const request = parseSaveRequest(sealed);
    const watch = openWatch(console, new AbortController().signal);
    await pipeline.saveCache({ ...request, isRepeated, ...(workspace !== undefined && { workspace }) }, host, watch);
    return watch.spans.reduce((sum, { stage, bytes = 0 }) => (stage === 'save' ? sum + bytes : sum), 0);
}
function openWatch(console, signal) {
    const timeline = createTimeline(clockSince(performance.timeOrigin));
    console.watch(timeline);
    return { ...timeline, signal };
}
/** It comes from the pipeline itself, through memory or the state that the runner holds. */
function parseSaveRequest(sealed) {
    return JSON.parse(sealed);
}

;// CONCATENATED MODULE: ./lib/edge/index-settings.js
/** Where packages come from: our own options first, then uv's variables, then pip's, each setting by itself. */




/**
 * Reads the index settings: options, then UV_*, then PIP_* variables, then the default index.
 * An index may be given as `name=url`, as uv takes it. Throws the usage errors OPTION_INVALID for a variable that is
 * neither true nor false, and URL_INVALID for an index that is no address.
 */
function readIndexSettings(given, { env, workingDirectory }) {
    const flag = (name, ...variables) => given.has(name) ? readFlag(given, name) : readBoolean(env, variables);
    return {
        indexUrl: proveIndexAddress(firstFilled(readValue(given, 'index-url'), env.UV_DEFAULT_INDEX, env.UV_INDEX_URL, env.PIP_INDEX_URL), '`--index-url` or its variable'),
        extraIndexUrls: firstFilledList(readList(given, 'extra-index-url'), [...split(env.UV_INDEX, spaces), ...split(env.UV_EXTRA_INDEX_URL, spaces)], split(env.PIP_EXTRA_INDEX_URL, spaces)).map(address => proveIndexAddress(address, '`--extra-index-url` or its variable')),
        findLinks: firstFilledList(readList(given, 'find-links'), split(env.UV_FIND_LINKS, ','), split(env.PIP_FIND_LINKS, spaces)).map(place => (index_settings_isUrl(place) ? place : (0,external_node_path_.resolve)(workingDirectory, place))),
        noIndex: flag('no-index', 'UV_NO_INDEX', 'PIP_NO_INDEX'),
        offline: flag('offline', 'UV_OFFLINE'),
        requireHashes: flag('require-hashes', 'UV_REQUIRE_HASHES', 'PIP_REQUIRE_HASHES'),
    };
}
const spaces = /\s+/;
function split(text, separator) {
    return (text ?? '')
        .split(separator)
        .map(part => part.trim())
        .filter(part => part !== '');
}
function firstFilled(...values) {
    return values.map(value => value?.trim() ?? '').find(value => value !== '') ?? defaultIndexUrl;
}
function firstFilledList(...lists) {
    return lists.find(list => list.length > 0) ?? [];
}
/** True for `https://…`, `file:…`; a Windows drive (`C:\wheels`) is a path. */
function index_settings_isUrl(place) {
    return /^[a-z][a-z0-9+.-]+:/i.test(place);
}
function readBoolean(env, names) {
    for (const name of names) {
        const value = env[name]?.trim().toLowerCase() ?? '';
        if (value === '')
            continue;
        if (['1', 'true', 't', 'yes', 'y', 'on'].includes(value))
            return true;
        if (['0', 'false', 'f', 'no', 'n', 'off'].includes(value))
            return false;
        throw invalidOption(`\`${name}\``, value, '`true` or `false`');
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/edge/settings.js
/** What the user gave, made into the settings of a run. */






/** Interprets options: paths become absolute, defaults are filled in. Throws the usage error OPTION_INVALID. */
function makeSettings(given, facts) {
    const workingDirectory = settings_absolute(facts.workingDirectory, readValue(given, 'working-directory'), facts);
    const store = readValue(given, 'store');
    return {
        mode: modeOf(facts.command ?? readValue(given, 'mode')),
        workingDirectory,
        requirements: readList(given, 'requirements').map(path => expandHome(path, facts)),
        packages: readList(given, 'packages').map(path => expandHome(path, facts)),
        constraints: readList(given, 'constraint').map(path => expandHome(path, facts)),
        extras: readList(given, 'extra'),
        allExtras: readFlag(given, 'all-extras'),
        groups: readList(given, 'group'),
        noGroups: readList(given, 'no-group'),
        noDev: readFlag(given, 'no-dev'),
        noInstallProject: readFlag(given, 'no-install-project'),
        noDeps: readFlag(given, 'no-deps'),
        upgrade: readFlag(given, 'upgrade'),
        python: expandHome(readValue(given, 'python-version'), facts),
        environment: environmentOf(given, path => settings_absolute(workingDirectory, path, facts)),
        breakSystemPackages: readFlag(given, 'break-system-packages'),
        editables: readList(given, 'editable').map(path => expandHome(path, facts)),
        exact: facts.command === 'sync',
        reinstall: readFlag(given, 'reinstall'),
        onConflict: readValue(given, 'on-conflict') === 'error' ? 'error' : 'warn',
        compileBytecode: readFlag(given, 'compile-bytecode'),
        linkMode: settings_linkModeOf(given),
        index: readIndexSettings(given, { env: facts.env, workingDirectory }),
        cache: readCacheSettings(given, facts),
        store: store === '' ? '' : settings_absolute(workingDirectory, store, facts),
    };
}
function readCacheSettings(given, { env, event }) {
    const ref = env.GITHUB_REF ?? '';
    const defaultBranch = defaultBranchOf(event) ?? '';
    const access = cacheAccess(enableCacheOf(given), env, event);
    const off = ['restore-cache', 'save-cache'].filter(name => !readFlag(given, name));
    return {
        backend: readValue(given, 'cache-backend'),
        restore: access.read && !off.includes('restore-cache'),
        save: access.write && !off.includes('save-cache'),
        suffix: readValue(given, 'cache-suffix'),
        // GITHUB_SHA of a pull request names a merge commit that no later run has.
        revision: readValue(given, 'cache-revision') || headCommitOf(event) || (env.GITHUB_SHA ?? ''),
        ref,
        readableRefs: [env.GITHUB_BASE_REF ?? '', defaultBranch].filter(isFilled).map(refOfBranch),
        mayRepack: ref === '' || defaultBranch === '' || ref === refOfBranch(defaultBranch),
        reason: off.length === 0 ? access.reason : `${access.reason}; \`false\`: ${off.join(', ')}`,
    };
}
function isFilled(text) {
    return text !== '';
}
function refOfBranch(branch) {
    return `refs/heads/${branch}`;
}
function enableCacheOf(given) {
    return ['true', 'false'].find(word => word === readValue(given, 'enable-cache')) ?? 'auto';
}
/** Where to install: at most one of the options may name a place. */
function environmentOf(given, absolutePath) {
    const target = readValue(given, 'target');
    const system = readFlag(given, 'system') ? given.get('system')?.spelling : undefined;
    const places = [given.get('venv-path')?.spelling, given.get('target')?.spelling, system].filter(place => place !== undefined);
    if (places.length > 1) {
        throw (0,errors/* usageError */.Wp)('OPTIONS_NOT_COMBINABLE', `${places.join(' and ')} name two places to install into`, 'Leave out all but one');
    }
    if (system !== undefined)
        return { kind: 'system' };
    if (target !== '')
        return { kind: 'target', path: absolutePath(target) };
    return { kind: 'venv', path: absolutePath(readValue(given, 'venv-path')) };
}
function modeOf(word) {
    return ['restore', 'warm', 'save'].find(mode => mode === word) ?? 'install';
}
function settings_linkModeOf(given) {
    return ['hardlink', 'copy'].find(mode => mode === readValue(given, 'link-mode')) ?? 'auto';
}
function settings_absolute(base, path, facts) {
    return (0,external_node_path_.resolve)(base, expandHome(path, facts));
}
/** Inputs and variables pass no shell that would expand `~/`. */
function expandHome(path, { homeDirectory }) {
    return path === '~' || path.startsWith('~/') ? (0,external_node_path_.join)(homeDirectory, path.slice(1)) : path;
}

;// CONCATENATED MODULE: ./lib/report/report-file.js
/** report.json: written by a run, read back by `wheelcrew report`. */



/** The text of report.json: one JSON object, without the sealed request to save. */
function formatReport(report) {
    return `${JSON.stringify({ ...report, save: undefined }, undefined, 2)}\n`;
}
/**
 * Reads report.json; `source` names it in messages.
 * Throws the usage error REPORT_INVALID when it is not JSON, of another format, or when a field that a rendering needs is
 * missing or of another type.
 */
function parseReport(text, source) {
    const value = report_file_parseJson(text, source);
    if (!isRecord(value) || value.format !== 1) {
        const found = isRecord(value) ? JSON.stringify(value.format ?? null) : typeof value;
        throw report_file_invalid(source, `expected \`format\` 1, found ${found}`);
    }
    const problem = findProblem(value, reportShape, '');
    if (problem !== undefined)
        throw report_file_invalid(source, problem);
    return value;
}
function report_file_parseJson(text, source) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        if (!(cause instanceof SyntaxError))
            throw cause;
        throw report_file_invalid(source, 'it is not JSON');
    }
}
function report_file_invalid(source, problem) {
    const hint = 'give a file that `wheelcrew install --report FILE` of this version wrote';
    return (0,errors/* usageError */.Wp)('REPORT_INVALID', `\`${source}\` is not a report of Wheelcrew: ${problem}`, hint);
}
const reportShape = {
    fields: {
        version: 'string',
        startedAt: 'string',
        durationMs: 'number',
        timeToReadyMs: 'number',
        environment: { fields: { kind: environmentKinds, path: 'string' } },
        removed: { list: { fields: { name: 'string', version: 'string', replacedBy: 'string?' } } },
        missing: { list: 'string' },
        linkMode: 'string',
        python: { fields: { version: 'string', path: 'string' } },
        runner: { fields: { os: 'string', arch: 'string', parallelism: 'number' } },
        cache: {
            fields: {
                backend: 'string',
                outcome: cacheOutcomes,
                primaryKey: 'string?',
                matchedKey: 'string?',
                reason: 'string',
            },
        },
        totals: { fields: { wheels: 'number', files: 'number', bytes: 'number', fetchedBytes: 'number' } },
        warnings: { list: 'string' },
        decisions: { list: { fields: { subject: 'string', choice: 'string', reason: 'string' } } },
        spans: { list: { fields: { stage: stages, wheel: 'string?', startMs: 'number', endMs: 'number' } } },
        stages: {
            list: {
                fields: {
                    stage: stages,
                    startMs: 'number',
                    endMs: 'number',
                    wallMs: 'number',
                    busyMs: 'number',
                    bytes: 'number?',
                    files: 'number?',
                    note: 'string?',
                },
            },
        },
        wheels: {
            list: {
                fields: {
                    name: 'string',
                    version: 'string',
                    sizeBytes: 'number?',
                    source: wheelSources,
                    files: 'number',
                    bytes: 'number',
                    fetchMs: 'number?',
                    unpackMs: 'number?',
                    linkMs: 'number?',
                    compileMs: 'number?',
                    warnings: { list: 'string' },
                },
            },
        },
    },
};
/** The first place where a value differs from its shape, in words. */
function findProblem(value, shape, path) {
    if (typeof shape === 'string')
        return findTypeProblem(value, shape, path);
    if ('fields' in shape) {
        if (!isRecord(value))
            return `expected \`${path}\` to be an object`;
        return firstProblem(Object.entries(shape.fields), ([name, inner]) => findProblem(value[name], inner, path === '' ? name : `${path}.${name}`));
    }
    if ('list' in shape) {
        if (!Array.isArray(value))
            return `expected \`${path}\` to be a list`;
        return firstProblem(value.entries(), ([index, item]) => findProblem(item, shape.list, `${path}.${index}`));
    }
    return typeof value === 'string' && shape.includes(value) ? undefined : `expected \`${path}\` to be a known word`;
}
function findTypeProblem(value, type, path) {
    const optional = type.endsWith('?');
    if (optional && value === undefined)
        return undefined;
    const expected = optional ? type.slice(0, -1) : type;
    return typeof value === expected ? undefined : `expected \`${path}\` to be a ${expected}`;
}
function firstProblem(items, check) {
    for (const item of items) {
        const problem = check(item);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/report/bars.js
/** The stages of a run as bars over one time axis: what overlapped with what. */


/**
 * One line for each stage, bars of `width` columns: `█` where the stage was at work for more than two thirds of a
 * column's time, `▒` for more than a third, `░` for less, blank where it was not.
 */
function renderBars(report, width) {
    const endMs = Math.max(report.durationMs, ...report.stages.map(stage => stage.endMs));
    if (report.stages.length === 0 || endMs <= 0)
        return [];
    const lines = report.stages.map(({ stage }) => {
        const spans = report.spans.filter(span => span.stage === stage);
        return `${stage.padEnd(labelWidth)}|${drawBar(spans, { width, endMs })}|`;
    });
    const scale = formatDuration(endMs);
    return [...lines, `${' '.repeat(labelWidth + 1)}0${scale.padStart(Math.max(width - 1, scale.length + 1))}`];
}
const labelWidth = 8;
function drawBar(spans, axis) {
    const columnMs = axis.endMs / axis.width;
    return Array.from({ length: axis.width }, (_, column) => {
        const from = column * columnMs;
        return drawShare(unionMs(clip(spans, from, from + columnMs)) / columnMs, touches(spans, from, from + columnMs));
    }).join('');
}
function clip(spans, fromMs, toMs) {
    return spans
        .filter(span => span.startMs < toMs && span.endMs > fromMs)
        .map(span => ({ startMs: Math.max(span.startMs, fromMs), endMs: Math.min(span.endMs, toMs) }));
}
/** True for work so short that it has no length on the clock. */
function touches(spans, fromMs, toMs) {
    return spans.some(span => span.startMs >= fromMs && span.startMs < toMs);
}
function drawShare(share, touched) {
    if (share > 2 / 3)
        return '█';
    if (share > 1 / 3)
        return '▒';
    return share > 0 || touched ? '░' : ' ';
}

;// CONCATENATED MODULE: ./lib/report/text.js
/** A report as plain text, for a terminal or a log. */


/** The run in plain text: a headline, one aligned line for each stage, the stages as bars, the cache and the warnings. */
function renderText(report) {
    const { totals, python, cache } = report;
    const lines = [
        `${countOf(totals.wheels, 'wheel')} in ${formatDuration(report.timeToReadyMs)}: ${report.environment.path}`,
        `Python ${python.version}, ${countOf(totals.files, 'file')}, ${formatBytes(totals.bytes)}, ${report.linkMode}`,
        ...renderRemoved(report),
        '',
        ...alignColumns([['phase', 'time', 'size', 'files', 'note'], ...report.stages.map(text_renderStage)]),
        '',
        ...renderBars(report, 60),
        '',
        `cache: ${cache.outcome} (${cache.backend}), ${cache.reason}`,
        ...report.warnings.map(warning => `warning: ${warning}`),
    ];
    return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
}
/** What left the environment, in one line of bounded length. */
function renderRemoved({ removed }) {
    if (removed.length === 0)
        return [];
    const named = removed.map(({ name, version, replacedBy }) => replacedBy === undefined ? `${name} ${version}` : `${name} ${version} → ${replacedBy}`);
    const shown = named.slice(0, mostRemoved);
    const more = named.length > shown.length ? ` and ${named.length - shown.length} more` : '';
    return [`removed: ${shown.join(', ')}${more}`];
}
const mostRemoved = 20;
function text_renderStage({ stage, wallMs, bytes, files, note }) {
    return [
        stage,
        formatDuration(wallMs),
        bytes === undefined ? '' : formatBytes(bytes),
        files === undefined ? '' : formatCount(files),
        note ?? '',
    ];
}
/** The first and the last column keep to the left, figures to the right. */
function alignColumns(rows) {
    const last = Math.max(...rows.map(row => row.length)) - 1;
    const widths = Array.from({ length: last + 1 }, (_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(row => row
        .map((cell, column) => column === 0 || column === last ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))
        .join('  '));
}

;// CONCATENATED MODULE: ./lib/report/summary.js
/** A report as the Markdown of a job summary. */



/** A job summary may hold 1 MiB for all steps together; these keep ours far below whatever a lock holds. */
const limits = { wheels: 10, warnings: 20, decisions: 40, textLength: 400 };
/** The job summary: phase table, picture of the stages, cache, warnings, slowest wheels, decisions, runner. */
function renderSummary(report) {
    return [
        `### Python environment: ${countOf(report.totals.wheels, 'wheel')} in ${formatDuration(report.timeToReadyMs)}`,
        renderPhases(report),
        renderPicture(report),
        renderCache(report),
        ...renderRemoved(report).map(escapeMarkdown),
        renderWarnings(report.warnings),
        renderSlowest(report.wheels),
        renderDecisions(report),
        renderRunner(report),
    ]
        .filter(part => part !== '')
        .map(part => `${part}\n`)
        .join('\n');
}
function renderPhases(report) {
    if (report.stages.length === 0)
        return '';
    const head = ['| Phase | Time | Work | Size | Files | Note |', '|:--|--:|--:|--:|--:|:--|'];
    return [...head, ...report.stages.map(renderPhase)].join('\n');
}
function renderPhase({ stage, wallMs, busyMs, bytes, files, note }) {
    return row([
        stage,
        formatDuration(wallMs),
        formatDuration(busyMs),
        bytes === undefined ? '' : formatBytes(bytes),
        files === undefined ? '' : formatCount(files),
        escapeMarkdown(note ?? ''),
    ]);
}
function renderPicture(report) {
    const lines = renderBars(report, 72);
    return lines.length === 0 ? '' : ['```text', ...lines, '```'].join('\n');
}
function renderCache({ cache }) {
    const keys = [
        cache.primaryKey === undefined ? '' : `key ${escapeMarkdown(cache.primaryKey)}`,
        cache.matchedKey === undefined ? '' : `matched ${escapeMarkdown(cache.matchedKey)}`,
    ].filter(part => part !== '');
    const line = `**Cache: ${cache.outcome}** (${escapeMarkdown(cache.backend)}): ${escapeMarkdown(cache.reason)}`;
    return keys.length === 0 ? line : `${line}<br>\n${keys.join('<br>\n')}`;
}
function renderWarnings(warnings) {
    if (warnings.length === 0)
        return '';
    const lines = warnings.slice(0, limits.warnings).map(warning => `- ${escapeMarkdown(warning)}`);
    return fold(countOf(warnings.length, 'warning'), [...lines, ...renderRest(warnings.length - limits.warnings)]);
}
function renderSlowest(wheels) {
    const slowest = wheels
        .map(wheel => ({ wheel, workMs: workOf(wheel) }))
        .filter(({ workMs }) => workMs > 0)
        .sort((a, b) => b.workMs - a.workMs)
        .slice(0, limits.wheels);
    if (slowest.length === 0)
        return '';
    const head = ['| Wheel | From | Size | Fetch | Unpack | Link | Compile |', '|:--|:--|--:|--:|--:|--:|--:|'];
    const title = slowest.length === 1 ? 'The slowest wheel' : `The ${slowest.length} slowest wheels`;
    return fold(title, [...head, ...slowest.map(({ wheel }) => renderWheel(wheel))]);
}
function workOf({ fetchMs = 0, unpackMs = 0, linkMs = 0, compileMs = 0 }) {
    return fetchMs + unpackMs + linkMs + compileMs;
}
function renderWheel(wheel) {
    const times = [wheel.fetchMs, wheel.unpackMs, wheel.linkMs, wheel.compileMs];
    return row([
        escapeMarkdown(`${wheel.name} ${wheel.version}`),
        wheel.source,
        wheel.sizeBytes === undefined ? '' : formatBytes(wheel.sizeBytes),
        ...times.map(ms => (ms === undefined ? '' : formatDuration(ms))),
    ]);
}
function renderDecisions({ decisions }) {
    if (decisions.length === 0)
        return '';
    const lines = decisions
        .slice(0, limits.decisions)
        .map(({ subject, choice, reason }) => row([subject, choice, reason].map(escapeMarkdown)));
    const head = ['| What | Choice | Why |', '|:--|:--|:--|'];
    return fold('Decisions', [...head, ...lines, ...renderRest(decisions.length - limits.decisions)]);
}
function renderRunner({ runner, python, linkMode, environment, version, totals }) {
    const parts = [
        `${runner.os} ${runner.arch}, ${countOf(runner.parallelism, 'thread')}`,
        `Python ${python.version}`,
        `${formatBytes(totals.bytes)} in ${countOf(totals.files, 'file')} by ${linkMode}`,
        environment.path,
        `Wheelcrew ${version}`,
    ];
    return `<sub>${parts.map(escapeMarkdown).join(' · ')}</sub>`;
}
function renderRest(count) {
    return count > 0 ? ['', `and ${formatCount(count)} more, all in report.json`] : [];
}
function fold(title, lines) {
    return [`<details><summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** Text of any origin as one line that Markdown and HTML show as it is. */
function escapeMarkdown(text) {
    const short = text.length > limits.textLength ? `${text.slice(0, limits.textLength)}…` : text;
    return short.replace(/\s+/g, ' ').replace(/[&<>|`*_[\]\\~]/g, character => `&#${character.charCodeAt(0)};`);
}

;// CONCATENATED MODULE: ./lib/cli/nearest.js
/** The known name that a wrong one was meant to be. */
const longestWord = 40;
/**
 * The candidate with the fewest edits, of equals one that starts with the word, when at most a third of the word is wrong;
 * undefined otherwise.
 */
function nearestName(word, candidates) {
    if (word.length > longestWord)
        return undefined;
    const limit = Math.max(1, Math.floor(word.length / 3));
    const rank = (candidate) => (candidate.startsWith(word) ? 0 : 1);
    const ranked = candidates
        .map(candidate => ({ candidate, edits: countEdits(word, candidate) }))
        .sort((a, b) => a.edits - b.edits || rank(a.candidate) - rank(b.candidate));
    const best = ranked[0];
    return best !== undefined && best.edits <= limit ? best.candidate : undefined;
}
/** Levenshtein distance: insertions, deletions and replacements. */
function countEdits(from, to) {
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}

;// CONCATENATED MODULE: ./lib/cli/flags.js
/** An argument vector as options and operands: the grammar of the command line. */




/**
 * Splits an argument vector. A flag is `--x`, `--no-x` or `--x=true`; a value follows as `--x VALUE`, `--x=VALUE`, `-x VALUE`
 * or `-xVALUE`; one-letter flags may be joined (`-qv`); after `--` all are operands. `--no-index` and the like are names of
 * their own and come first. Throws the usage errors OPTION_UNKNOWN, OPTION_INVALID and OPTION_NOT_AVAILABLE.
 */
function splitArguments(args) {
    const flags = [];
    const operands = [];
    const rest = [...args];
    for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
        if (argument === '--')
            operands.push(...rest.splice(0));
        else if (argument.startsWith('--'))
            flags.push(readLong(argument.slice(2), rest));
        else if (argument.startsWith('-') && argument !== '-')
            flags.push(...readShorts(argument.slice(1), rest));
        else
            operands.push(argument);
    }
    return { flags, operands };
}
/** Reads `name` or `name=value`, taking the value from `rest` where it follows. */
function readLong(text, rest) {
    const equals = text.indexOf('=');
    const name = equals === -1 ? text : text.slice(0, equals);
    const inline = equals === -1 ? undefined : text.slice(equals + 1);
    const spelling = `\`--${name}\``;
    const option = available(findLong(name), spelling);
    if (option !== undefined && option.kind === 'flag')
        return { option, values: [inline ?? 'true'], spelling };
    if (option !== undefined)
        return { option, values: [inline ?? takeValue(rest, spelling, option)], spelling };
    const negated = name.startsWith('no-') ? available(findLong(name.slice(3)), spelling) : undefined;
    if (negated?.kind !== 'flag')
        throw unknownOption(name);
    if (inline !== undefined)
        throw (0,errors/* usageError */.Wp)('OPTION_INVALID', `${spelling} takes no value, found \`${inline}\``);
    return { option: negated, values: ['false'], spelling };
}
/** Reads the letters after one `-`: flags up to the first letter that takes a value. */
function readShorts(letters, rest) {
    const letter = letters.slice(0, 1);
    const spelling = `\`-${letter}\``;
    const option = available(options_options.find(candidate => candidate.short === letter), spelling);
    if (option === undefined)
        throw (0,errors/* usageError */.Wp)('OPTION_UNKNOWN', `${spelling} is not an option`, helpHint);
    const after = letters.slice(1);
    if (option.kind !== 'flag') {
        const value = after === '' ? takeValue(rest, spelling, option) : after.replace(/^=/, '');
        return [{ option, values: [value], spelling }];
    }
    const flag = { option, values: ['true'], spelling };
    return after === '' ? [flag] : [flag, ...readShorts(after, rest)];
}
function takeValue(rest, spelling, { placeholder }) {
    const value = rest[0];
    if (value === undefined || (value.startsWith('-') && value !== '-')) {
        throw (0,errors/* usageError */.Wp)('OPTION_INVALID', `${spelling} needs a value`, `write it as ${spelling.slice(0, -1)} ${placeholder}\``);
    }
    rest.shift();
    return value;
}
function findLong(name) {
    return options_options.find(option => option.name === name || option.alias === name);
}
function available(option, spelling) {
    if (option?.where === 'action')
        throw notAvailable(spelling);
    return option;
}
const helpHint = '`wheelcrew --help` lists all options';
function unknownOption(name) {
    const offered = options_options.filter(({ where, later }) => where !== 'action' && later !== true);
    const known = offered.flatMap(namesOf);
    const nearest = nearestName(name, known);
    const hint = nearest === undefined ? helpHint : `did you mean \`--${nearest}\`? ${helpHint}`;
    return (0,errors/* usageError */.Wp)('OPTION_UNKNOWN', `\`--${name}\` is not an option`, hint);
}
function namesOf({ name, alias, kind }) {
    const names = alias === undefined ? [name] : [name, alias];
    return kind === 'flag' && !name.startsWith('no-') ? [...names, `no-${name}`] : names;
}

;// CONCATENATED MODULE: ./lib/cli/arguments.js





const commands = ['install', 'sync', 'restore', 'warm', 'save', 'report', 'help'];
const laterCommands = ['build', 'verify', 'gc', 'doctor'];
/**
 * Reads the arguments after the program's name.
 * Throws the usage errors COMMAND_MISSING, COMMAND_UNKNOWN, COMMAND_NOT_AVAILABLE, OPERANDS_INVALID and those of options.
 */
function parseArguments(args) {
    const { flags, operands } = splitArguments(args);
    const [command, ...rest] = operands;
    if (command === 'help' || isAsked(flags, 'help'))
        return { command: 'help' };
    if (isAsked(flags, 'version'))
        return { command: 'version' };
    const found = findCommand(command);
    switch (found) {
        case 'help':
            return { command: 'help' };
        case 'install':
        case 'sync':
        case 'restore':
        case 'warm':
        case 'save':
            return { command: found, given: arguments_gather(flags, 'install', rest) };
        case 'report':
            return parseReportCommand(arguments_gather(flags, 'report', []), rest);
    }
}
function isAsked(flags, name) {
    return flags.some(({ option, values }) => option.name === name && values[0] === 'true');
}
function findCommand(word) {
    const hint = '`wheelcrew --help` lists all commands';
    if (word === undefined)
        throw (0,errors/* usageError */.Wp)('COMMAND_MISSING', 'expected a command, found none', hint);
    const command = commands.find(known => known === word);
    if (command !== undefined)
        return command;
    if (laterCommands.includes(word)) {
        throw (0,errors/* usageError */.Wp)('COMMAND_NOT_AVAILABLE', `\`wheelcrew ${word}\` is not available in this version`, hint);
    }
    const nearest = nearestName(word, commands);
    const guess = nearest === undefined ? hint : `did you mean \`wheelcrew ${nearest}\`? ${hint}`;
    throw (0,errors/* usageError */.Wp)('COMMAND_UNKNOWN', `\`${word}\` is not a command`, guess);
}
/** Joins repeated options and refuses those of another command; operands are packages. */
function arguments_gather(flags, command, operands) {
    const byName = new Map();
    for (const flag of [...flags, ...packageOperands(operands)]) {
        const owner = flag.option.command ?? 'install';
        if (owner !== command && owner !== 'every') {
            throw (0,errors/* usageError */.Wp)('OPTION_UNKNOWN', `${flag.spelling} is an option of \`wheelcrew ${owner}\`, not of \`wheelcrew ${command}\``);
        }
        const former = byName.get(flag.option.name)?.values ?? [];
        byName.set(flag.option.name, { ...flag, values: [...former, ...flag.values] });
    }
    const accepted = [...byName.values()].map(acceptOption).filter(option => option !== undefined);
    return new Map(accepted.map(option => [option.option.name, option]));
}
function packageOperands(operands) {
    const option = options_options.find(candidate => candidate.name === 'packages');
    if (option === undefined || operands.length === 0)
        return [];
    return [{ option, values: operands, spelling: '`PACKAGE`' }];
}
function parseReportCommand(given, operands) {
    const [file, ...others] = operands;
    if (file === undefined || others.length > 0) {
        const hint = 'run `wheelcrew report FILE`, where `wheelcrew install --report FILE` wrote it';
        throw (0,errors/* usageError */.Wp)('OPERANDS_INVALID', `\`wheelcrew report\` takes one file, found ${operands.length}`, hint);
    }
    const output = readList(given, 'output').at(-1);
    const format = readValue(given, 'format') === 'summary' ? 'summary' : 'text';
    return { command: 'report', given, file, format, output };
}

;// CONCATENATED MODULE: ./lib/cli/help.js

/** The help text; options that this version refuses are left out. */
function renderHelp() {
    const sections = optionSections.flatMap(({ title, options }) => {
        const shown = options.filter(option => option.where !== 'action' && option.later !== true);
        return shown.length === 0 ? [] : ['', `${title}:`, ...shown.map(renderOption)];
    });
    return `${[...usage, ...sections, '', ...footer].join('\n')}\n`;
}
const usage = [
    'Turns a Python lock into a ready environment, bytecode included.',
    '',
    'Usage:',
    '  wheelcrew install -r FILE [PACKAGE…]   install what a lock or requirements file names',
    '  wheelcrew sync -r FILE                 install it and remove everything else',
    '  wheelcrew restore -r FILE              fill the store from the cache, install nothing',
    '  wheelcrew warm -r FILE                 fill store and cache, install nothing',
    '  wheelcrew save -r FILE                 save what the store holds of it to the cache',
    '  wheelcrew report FILE                  render a report.json',
    '  wheelcrew help                         print this help',
];
const footer = [
    'Flags take --x, --no-x and --x=true|false. Each option is also a variable: --link-mode is WHEELCREW_LINK_MODE,',
    'with one item a line where an option may be repeated. The index variables of uv and pip are read too.',
    '',
    'Exit codes: 0 done, 1 failure, 2 wrong usage, 3 bytes that differ from their hash, 70 a bug in wheelcrew.',
];
const nameWidth = 32;
function renderOption(option) {
    const name = `  ${option.short === undefined ? '    ' : `-${option.short}, `}--${option.alias ?? option.name}${renderValue(option)}`;
    const extra = [
        option.values === undefined || option.kind === 'flag' ? '' : `one of ${option.values.join(', ')}`,
        option.default === '' || option.default === 'false' ? '' : `default: ${option.default}`,
    ].filter(part => part !== '');
    const help = extra.length === 0 ? option.help : `${option.help} (${extra.join('; ')})`;
    return name.length < nameWidth ? `${name.padEnd(nameWidth)}${help}` : `${name}\n${' '.repeat(nameWidth)}${help}`;
}
function renderValue({ kind, placeholder }) {
    return kind === 'flag' ? '' : ` ${placeholder}`;
}

;// CONCATENATED MODULE: ./lib/cli/run.js
/** One call of the command line, from arguments to exit code. */
















/**
 * Runs one command and returns its exit code: 0, 1 failure, 2 usage, 3 integrity, 70 a bug, 130 or 143 interrupted.
 * With `--json` a failure is one object on stdout too.
 */
async function runCommandLine(args, services) {
    try {
        await runInvocation(parseArguments(args), services);
        return errors/* exitCodes */.hS.ok;
    }
    catch (error) {
        return fail(error, args, services);
    }
}
async function runInvocation(invocation, services) {
    switch (invocation.command) {
        case 'help':
            return services.terminal.writeOut(renderHelp());
        case 'version':
            return services.terminal.writeOut(`wheelcrew ${version}\n`);
        case 'report':
            return renderReport(invocation, services.terminal);
        case 'install':
        case 'sync':
        case 'restore':
        case 'warm':
        case 'save':
            return installCommand(invocation, services);
    }
}
async function installCommand(invocation, services) {
    const given = mergeGiven(invocation.given, givenByVariables(services.terminal.env));
    const { terminal, layout, interrupt, pipeline } = services;
    const console = createConsole({
        write: terminal.writeError,
        columns: terminal.columns,
        color: usesColor(given, terminal),
        quiet: readFlag(given, 'quiet'),
        verbose: readFlag(given, 'verbose'),
    });
    const host = { ...makeHost(layout, console.log), env: terminal.env };
    const settings = makeSettings(given, {
        ...host,
        event: readEvent(host.env),
        command: invocation.command,
    });
    const signal = interrupt.signal;
    const report = await runInstall({ settings, host, signal, save: 'now' }, pipeline, console);
    // The warnings were printed when they happened.
    console.log.info(renderText({ ...report, warnings: [] }).trimEnd());
    const file = readValue(given, 'report');
    if (file !== '')
        await writeOutput((0,external_node_path_.resolve)(settings.workingDirectory, file), formatReport(report));
    if (readFlag(given, 'json'))
        terminal.writeOut(formatReport(report));
}
async function renderReport({ file, format, output }, terminal) {
    const report = parseReport(await readReportFile(file), file);
    const text = format === 'summary' ? renderSummary(report) : renderText(report);
    if (output === undefined)
        terminal.writeOut(text);
    else
        await writeOutput(output, text);
}
function fail(error, args, { terminal, interrupt }) {
    const interrupted = interrupt.exitCode();
    const failure = describeFailure(interrupted === undefined ? error : interrupt.signal.reason);
    const color = usesColor(new Map(), terminal) && !args.includes('--no-color');
    terminal.writeError(`${renderFailure(failure, paint('error:', 'red', color))}\n`);
    if (args.includes('--json'))
        terminal.writeOut(`${JSON.stringify({ error: failure }, undefined, 2)}\n`);
    return interrupted ?? failure.exitCode;
}
/** Colours on a terminal, unless `--no-color` or NO_COLOR (any value but the empty one) says otherwise. */
function usesColor(given, { env, columns }) {
    return columns !== undefined && !readFlag(given, 'no-color') && (env.NO_COLOR ?? '') === '';
}

;// CONCATENATED MODULE: ./lib/cli/main.js
/** The command line in its process: arguments, streams, signals and the exit code. */








/** Runs the command line of this process; `entryUrl` is the URL of the module that was started. Never rejects. */
async function main(entryUrl) {
    process.on('uncaughtException', error => {
        process.stderr.write(`${renderFailure(describeFailure(error))}\n`);
        process.exit(errors/* exitCodes */.hS.bug);
    });
    const { stderr } = process;
    const terminal = {
        env: { ...process.env },
        writeOut: reserveStdout(),
        writeError: (text) => void stderr.write(text),
        columns: stderr.isTTY ? () => stderr.columns : undefined,
    };
    const pipeline = { install: install, saveCache: saveCache };
    const services = { terminal, layout: layoutOf(entryUrl), interrupt: listenForInterrupt(), pipeline };
    endProcess(await runCommandLine(process.argv.slice(2), services));
}
/** The only way to stdout from now on, for data: what any library writes there goes to stderr. */
function reserveStdout() {
    const { stdout, stderr } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = stderr.write.bind(stderr);
    return text => void write(text);
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nm: () => (/* binding */ hasErrno),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   Wn: () => (/* binding */ integrityError),
/* harmony export */   Wp: () => (/* binding */ usageError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   iU: () => (/* binding */ isUserError),
/* harmony export */   kn: () => (/* binding */ fromWire),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export toWire */
/**
 * The one error type that a reader can act on, and how errors cross a thread.
 *
 * Everything else that escapes is a bug of ours: it is printed with its stack and exits 70.
 */
/** Exit codes of the command line; the action maps all of them to a failed step. */
const exitCodes = { ok: 0, failure: 1, usage: 2, integrity: 3, bug: 70 };
const brand = Symbol.for('wheelcrew.UserError');
/**
 * A failure whose reader can act: a wrong flag, a missing file, an unreachable index, a hash that differs.
 * `code` is stable, SCREAMING_CASE and noun first; docs/errors.md lists every one.
 */
class UserError extends Error {
    code;
    hint;
    exitCode;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.code = code;
        this.hint = options.hint;
        this.exitCode = options.exitCode ?? exitCodes.failure;
        Object.defineProperty(this, brand, { value: true });
    }
}
/** Branded rather than `instanceof`, which fails across realms (jest, worker threads). */
function isUserError(error) {
    return typeof error === 'object' && error !== null && brand in error;
}
/** A wrong flag, input or lock: exit code 2. */
function usageError(code, message, hint) {
    return new UserError(code, message, { hint, exitCode: exitCodes.usage });
}
/** Bytes that are not what the lock or the wheel promised: exit code 3. */
function integrityError(code, message, hint) {
    return new UserError(code, message, { hint, exitCode: exitCodes.integrity });
}
/** True for a Node system error with one of these errno names, for example `ENOENT`. */
function hasErrno(error, ...codes) {
    const code = errnoOf(error);
    return code !== undefined && codes.includes(code);
}
/** The errno name of a Node system error, or undefined. */
function errnoOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** The message of anything thrown. */
function messageOf(error) {
    return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
        ? String(error.message)
        : String(error);
}
function toWire(error) {
    return {
        message: messageOf(error),
        stack: error instanceof Error ? error.stack : undefined,
        errno: errnoOf(error),
        user: isUserError(error) ? { code: error.code, hint: error.hint, exitCode: error.exitCode } : undefined,
    };
}
function fromWire(wire) {
    if (wire.user !== undefined) {
        return new UserError(wire.user.code, wire.message, { hint: wire.user.hint, exitCode: wire.user.exitCode });
    }
    const error = new Error(wire.message);
    if (wire.stack !== undefined)
        error.stack = wire.stack;
    return wire.errno === undefined ? error : Object.assign(error, { code: wire.errno });
}


/***/ }),

/***/ 4954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aR: () => (/* binding */ basicAuthorization),
  nZ: () => (/* binding */ createCredentialSource),
  OO: () => (/* binding */ parseIndexAddress),
  tD: () => (/* binding */ userinfoOf),
  Q3: () => (/* binding */ withoutUserinfo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/fetch/netrc.js
/**
 * Parses a netrc file (the `machine`, `default`, `login`, `password`, `account` and `macdef` of the GNU inetutils manual).
 * The first entry of a host counts. What is no netrc gives no entries; nothing is thrown.
 */
function parseNetrc(text) {
    const entries = new Map();
    const words = wordsOf(withoutMacros(text));
    let machine;
    let entry = { username: '', password: '' };
    const close = () => {
        if (machine !== undefined && !entries.has(machine))
            entries.set(machine, entry);
        entry = { username: '', password: '' };
    };
    for (let word = words.next(); !word.done; word = words.next()) {
        if (word.value === 'machine' || word.value === 'default') {
            close();
            machine = word.value === 'default' ? '' : nextWord(words).toLowerCase();
        }
        else if (word.value === 'login')
            entry = { ...entry, username: nextWord(words) };
        else if (word.value === 'password')
            entry = { ...entry, password: nextWord(words) };
        else if (word.value === 'account')
            nextWord(words);
    }
    close();
    return entries;
}
function nextWord(words) {
    return words.next().value ?? '';
}
/** A macro goes from `macdef` to the next empty line. */
function withoutMacros(text) {
    const kept = [];
    let inMacro = false;
    for (const line of text.split(/\r?\n/)) {
        if (line.trim() === '')
            inMacro = false;
        else if (/^\s*macdef\b/.test(line))
            inMacro = true;
        else if (!inMacro)
            kept.push(line);
    }
    return kept;
}
/** Words between spaces, or in double quotes with `\` before a quote or a backslash; a line that starts with `#` is a comment. */
function* wordsOf(lines) {
    for (const line of lines) {
        if (line.trimStart().startsWith('#'))
            continue;
        for (const [word] of line.matchAll(/"(?:\\.|[^"\\])*"|\S+/g)) {
            const isQuoted = word.length > 1 && word.startsWith('"') && word.endsWith('"');
            yield isQuoted ? word.slice(1, -1).replaceAll(/\\(.)/g, '$1') : word;
        }
    }
}

;// CONCATENATED MODULE: ./lib/fetch/credentials.js
/** Which credentials go with which address. */




/**
 * Looks credentials up: those of the address; of an index or link page of the same origin (longest common path first; from
 * its userinfo or, for `name=url`, from UV_INDEX_NAME_USERNAME and UV_INDEX_NAME_PASSWORD); of netrc (`NETRC`, `~/.netrc`,
 * `~/_netrc`). A keyring is asked for the password of a user name without one, and after a 401 to a request without one.
 * The netrc file is read once, at the first question that it may answer.
 */
function createCredentialSource(host, index, keyring) {
    const indexes = [index.indexUrl, ...index.extraIndexUrls, ...index.findLinks].flatMap(text => realmOf(text, host.env));
    const realms = indexes.flatMap(({ url, credentials }) => (credentials === undefined ? [] : [{ url, credentials }]));
    let netrc;
    const written = (url) => {
        const realm = nearestRealm(realms, url);
        if (realm !== undefined)
            return realm.credentials;
        netrc ??= readNetrc(host);
        return netrc.get(url.hostname) ?? netrc.get('');
    };
    /** By origin: what the keyring had after a 401, so that the next request need not be refused first. */
    const proven = new Map();
    return {
        first: async (url, userinfo) => {
            const known = userinfo ?? written(url) ?? proven.get(url.origin);
            if (keyring === undefined || known === undefined || known.password !== '')
                return known;
            return (await keyring.ask(servicesOf(url, indexes), known.username)) ?? known;
        },
        second: async (url, refused) => {
            if (keyring === undefined || (refused !== undefined && refused.password !== ''))
                return undefined;
            const found = await keyring.ask(servicesOf(url, indexes), refused?.username);
            if (found !== undefined && refused === undefined)
                proven.set(url.origin, found);
            return found;
        },
    };
}
/** Under which a keyring may know an address, as pip asks: the address of its index, else its origin; then host and port. */
function servicesOf(url, indexes) {
    const index = withoutUserinfo(nearestRealm(indexes, url)?.url ?? new URL(url.origin));
    return [index.href, url.host];
}
/** Takes `name=url` apart; the name has only letters, digits, `.`, `_` and `-`. */
function parseIndexAddress(text) {
    const match = /^([\w.-]+)=(.*)$/s.exec(text);
    return match === null ? { name: undefined, url: text } : { name: match[1], url: match[2] ?? '' };
}
/** The userinfo of an address, decoded, or undefined where it has none. */
function userinfoOf(url) {
    if (url.username === '' && url.password === '')
        return undefined;
    return { username: decode(url.username), password: decode(url.password) };
}
/** The same address without user name and password. */
function withoutUserinfo(url) {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return bare;
}
/** The value of an Authorization header (RFC 7617). */
function basicAuthorization({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
/** Userinfo need not be well encoded: a lone `%` stands for itself. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch (error) {
        if (error instanceof URIError)
            return text;
        throw error;
    }
}
function realmOf(text, env) {
    const { name, url: address } = parseIndexAddress(text);
    if (!URL.canParse(address))
        return [];
    const url = new URL(address);
    return [{ url, credentials: userinfoOf(url) ?? namedCredentials(name, env) }];
}
function namedCredentials(name, env) {
    if (name === undefined)
        return undefined;
    const prefix = `UV_INDEX_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
    const username = env[`${prefix}_USERNAME`];
    const password = env[`${prefix}_PASSWORD`];
    if (username === undefined && password === undefined)
        return undefined;
    return { username: username ?? '', password: password ?? '' };
}
function nearestRealm(realms, url) {
    const sameOrigin = realms.filter(realm => realm.url.origin === url.origin && realm.url.origin !== 'null');
    const ranked = sameOrigin.map(realm => ({ realm, common: commonSegments(realm.url.pathname, url.pathname) }));
    return ranked.sort((a, b) => b.common - a.common)[0]?.realm;
}
function commonSegments(left, right) {
    const [a, b] = [left, right].map(path => path.split('/').filter(segment => segment !== ''));
    const differs = (a ?? []).findIndex((segment, index) => segment !== b?.[index]);
    return differs === -1 ? (a ?? []).length : differs;
}
function readNetrc({ env, homeDirectory, log }) {
    const named = env.NETRC;
    const candidates = named ? [named] : ['.netrc', '_netrc'].map(name => (0,external_node_path_.join)(homeDirectory, name));
    for (const path of candidates) {
        try {
            return parseNetrc((0,external_node_fs_.readFileSync)(path, 'utf8'));
        }
        catch (error) {
            if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
                continue;
            if (!(0,errors/* hasErrno */.Nm)(error, 'EACCES', 'EPERM', 'EISDIR'))
                throw error;
            log.warn(`\`${path}\` cannot be read (${(0,errors/* errnoOf */.UQ)(error)}): its credentials are not used`);
        }
    }
    return new Map();
}


/***/ }),

/***/ 5082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ connectionFailure),
/* harmony export */   Er: () => (/* binding */ proxyTunnelCode),
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   Xv: () => (/* binding */ failureError),
/* harmony export */   d: () => (/* binding */ bodyFailure),
/* harmony export */   iJ: () => (/* binding */ connectTimeoutFailure),
/* harmony export */   l2: () => (/* binding */ redirectFailure),
/* harmony export */   n$: () => (/* binding */ stallFailure)
/* harmony export */ });
/* unused harmony export parseRetryAfter */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5078);
/** What can go wrong with one request, as data, and the message that the reader gets when no attempt is left. */


/** The failure as an error that names the redacted address, the reason and the number of attempts. */
function failureError(failure, { url, attempts }) {
    const tried = attempts > 1 ? `, ${attempts} attempts` : '';
    const { hint, cause } = failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(failure.code, `\`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(url)}\` ${failure.what}${tried}`, { hint, cause });
}
/** A connection that was not made or broke before the answer; `undefined` for an error that is no network trouble. */
function connectionFailure(error, host) {
    const errno = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error);
    if (errno === undefined)
        return undefined;
    const isTls = tlsCode.test(errno);
    const reason = isTls ? `TLS: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` : reasonOf(error);
    return {
        code: 'INDEX_UNREACHABLE',
        what: `cannot be fetched from \`${host}\`: ${reason} (${errno})`,
        hint: isTls ? tlsHint : errno === proxyTunnelCode ? proxyHint : unreachableHint,
        retry: !isTls,
        cause: error,
    };
}
/** The `code` of an error of a proxy that opens no tunnel. */
const proxyTunnelCode = 'ERR_PROXY_TUNNEL';
const tlsHint = 'name the certificate authority of the index in `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS`, a client certificate in `SSL_CLIENT_CERT`, or correct the clock of this machine';
const proxyHint = 'check the address and the credentials of the proxy in `HTTPS_PROXY` or `ALL_PROXY`, or list the host in `NO_PROXY`';
const unreachableHint = 'check the address of the index and the network, or use `find-links` with `no-index` for local files';
/** A body that ended too early or whose connection broke. */
function bodyFailure(error, bytes) {
    return {
        code: 'DOWNLOAD_INCOMPLETE',
        what: `broke off after ${bytes} bytes: ${reasonOf(error)}`,
        hint: 'run again; a proxy or the index closes long downloads',
        retry: true,
        cause: error,
    };
}
/** A server, or a proxy, that lets no connection be made. */
function connectTimeoutFailure(timeoutMs, host) {
    return {
        code: 'INDEX_UNREACHABLE',
        what: `cannot be fetched from \`${host}\`: no connection after ${timeoutMs / 1000} s`,
        hint: 'check the address of the index, the network, and whether a proxy is needed (`HTTPS_PROXY`)',
        retry: true,
    };
}
/** A server that sends nothing more. `bytes`: how many of the body had come, or undefined before the answer. */
function stallFailure(stallTimeoutMs, host, bytes) {
    const silence = `no byte for ${stallTimeoutMs / 1000} s`;
    return bytes === undefined
        ? {
            code: 'INDEX_UNREACHABLE',
            what: `cannot be fetched from \`${host}\`: ${silence}`,
            hint: 'check the address of the index and the network',
            retry: true,
        }
        : {
            code: 'DOWNLOAD_INCOMPLETE',
            what: `stalled after ${bytes} bytes: ${silence}`,
            hint: 'run again; a proxy or the index is overloaded',
            retry: true,
        };
}
/** A redirect that is not followed. */
function redirectFailure(why) {
    return { code: 'REDIRECT_REFUSED', what: `redirects ${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(why)}`, retry: false };
}
/** An answer that is no success; RFC 9110 says which are worth another attempt. */
function statusFailure(answer, sentCredentials) {
    const { status, statusText, headers } = answer;
    const what = `answered ${status} ${statusText}`.trimEnd();
    if (status === 401 || status === 403) {
        const hint = sentCredentials ? refusedHint : missingHint;
        return { code: 'INDEX_FORBIDDEN', what, hint, retry: false };
    }
    if (status === 404 || status === 410) {
        return {
            code: 'FILE_NOT_FOUND',
            what,
            hint: 'correct the address, or lock again if the index moved or deleted the file',
            retry: false,
        };
    }
    const retry = status === 408 || status === 425 || status === 429 || status >= 500;
    const retryAfterMs = parseRetryAfter(headers['retry-after'], Date.now());
    const code = retry ? 'INDEX_UNREACHABLE' : 'STATUS_UNEXPECTED';
    return { code, what, retry, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
/** Milliseconds to wait by a Retry-After header, which holds seconds or an HTTP date (RFC 9110 §10.2.3). */
function parseRetryAfter(value, now) {
    if (value === undefined || value.trim() === '')
        return undefined;
    const seconds = Number(value);
    const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
    return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
const missingHint = 'give credentials in the URL of the index, in `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD`, in netrc, or in a keyring (`UV_KEYRING_PROVIDER=subprocess`)';
const refusedHint = 'the credentials that were sent are wrong, have expired or lack the right to read';
const reasons = {
    ENOTFOUND: 'name not known to DNS',
    EAI_AGAIN: 'no answer from DNS',
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'connection reset',
    EPIPE: 'connection closed',
    EHOSTUNREACH: 'no route to the host',
    ENETUNREACH: 'no route to its network',
    ETIMEDOUT: 'no answer',
};
const tlsCode = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH)/;
function reasonOf(error) {
    return reasons[(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) ?? ''] ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
}


/***/ }),

/***/ 5078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   Lk: () => (/* binding */ hasCredentials),
/* harmony export */   PH: () => (/* binding */ stripCredentials)
/* harmony export */ });
/**
 * Hiding credentials. Every message, log line, key and report passes its addresses through here.
 *
 * A hand scan in linear time: a regular expression over untrusted text is a way to hang.
 */
/**
 * The text with the credentials of every URL in it replaced by `***`: the password (or the whole userinfo where it may be
 * a token) and the values of query parameters that sign or authorise. User names stay, so that the reader knows which one.
 */
function redact(text) {
    return text.includes('://') ? text.split('\n').map(redactLine).join('\n') : text;
}
/** A URL without userinfo and without parameters that sign or authorise, for keys and reports; `redact` of what is no URL. */
function stripCredentials(url) {
    if (!URL.canParse(url))
        return redact(url);
    const stripped = new URL(url);
    stripped.username = '';
    stripped.password = '';
    for (const name of [...stripped.searchParams.keys()]) {
        if (isSecretParameter(name))
            stripped.searchParams.delete(name);
    }
    return stripped.href;
}
/** Whether `stripCredentials` takes something out of this URL. */
function hasCredentials(url) {
    return URL.canParse(url) && stripCredentials(url) !== new URL(url).href;
}
function redactLine(line) {
    const lastAt = line.lastIndexOf('@');
    let shown = '';
    let position = 0;
    for (let mark = line.indexOf('://'); mark !== -1; mark = line.indexOf('://', position)) {
        const start = mark + 3;
        shown += redactParameters(line.slice(position, start));
        const at = userinfoEnd(line, start, lastAt);
        if (at > start)
            shown += redactUserinfo(line.slice(start, at));
        position = at;
    }
    return shown + redactParameters(line.slice(position));
}
/**
 * Index of the `@` that ends the userinfo of the authority at `start`, or `start` where there is none. In
 * `https://user:pa/ss@host` the address is broken and the password not encoded: no port looks like that, so all up to
 * the last `@` of the line is taken for it.
 */
function userinfoEnd(line, start, lastAt) {
    const authority = line.slice(start, authorityEnd(line, start));
    const at = authority.lastIndexOf('@');
    if (at !== -1)
        return start + at;
    return lastAt > start && hasBrokenPort(authority) ? lastAt : start;
}
function authorityEnd(line, start) {
    let end = start;
    while (end < line.length && !'/?#\\ \t\r'.includes(line.charAt(end)))
        end++;
    return end;
}
function hasBrokenPort(authority) {
    if (authority.startsWith('['))
        return false;
    const colon = authority.indexOf(':');
    if (colon === -1)
        return false;
    let end = colon + 1;
    while (end < authority.length && isDigit(authority.charAt(end)))
        end++;
    while (end < authority.length && '`\'"),.:;]>}'.includes(authority.charAt(end)))
        end++;
    return end < authority.length;
}
function isDigit(character) {
    return character >= '0' && character <= '9';
}
/** Longer than any user name, as long as an access token. */
const tokenLength = 32;
function redactUserinfo(userinfo) {
    const colon = userinfo.indexOf(':');
    if (colon === -1 || colon >= tokenLength)
        return '***';
    const password = userinfo.slice(colon + 1);
    const userIsToken = password === '' || password === 'x-oauth-basic';
    return userIsToken ? '***' : `${userinfo.slice(0, colon)}:***`;
}
/** Walks `key=value` pairs that follow `?`, `&`, `;` or `#`, and hides the values of secret keys up to `&`, `#` or a space. */
function redactParameters(text) {
    let shown = '';
    let position = 0;
    let keyStart = -1;
    for (let index = 0; index < text.length; index++) {
        const character = text.charAt(index);
        if ('?&;#'.includes(character))
            keyStart = index + 1;
        else if (' \t"`<>'.includes(character))
            keyStart = -1;
        else if (character === '=' && keyStart !== -1) {
            if (isSecretParameter(text.slice(keyStart, index))) {
                shown += `${text.slice(position, index)}=***`;
                position = valueEnd(text, index + 1);
                index = position - 1;
            }
            keyStart = -1;
        }
    }
    return shown + text.slice(position);
}
function valueEnd(text, start) {
    let end = start;
    while (end < text.length && !'&# \t"`<>'.includes(text.charAt(end)))
        end++;
    return end;
}
const secretNames = new Set(['auth', 'authorization', 'jwt', 'key', 'pass', 'pwd', 'sig', 'sv']);
const secretParts = ['apikey', 'api_key', 'api-key', 'credential', 'passw', 'secret', 'signature', 'token'];
function isSecretParameter(name) {
    const lower = name.toLowerCase();
    return secretNames.has(lower) || secretParts.some(part => lower.includes(part));
}


/***/ })

};
