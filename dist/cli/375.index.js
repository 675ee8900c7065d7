export const id = 375;
export const ids = [375];
export const modules = {

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YX: () => (/* binding */ fileLister),
/* harmony export */   jU: () => (/* binding */ listCandidates),
/* harmony export */   oe: () => (/* binding */ searchPath),
/* harmony export */   wG: () => (/* binding */ pathsOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _specifiers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5005);
/** Where Python interpreters lie on a machine: PATH, the tool cache, uv's and pyenv's. */





const fileLister = {
    isExecutable: path => unlessMissing(isExecutableFile(path), false),
    list: directory => unlessMissing((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory), []),
    read: path => unlessMissing((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'), undefined),
};
/** Paths as the host writes them. */
function pathsOf(host) {
    return host.platform.os === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_2__.win32 : node_path__WEBPACK_IMPORTED_MODULE_2__.posix;
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
    const name = Object.keys(host.env).find(key => key === 'PATH' || (paths === node_path__WEBPACK_IMPORTED_MODULE_2__.win32 && /^path$/i.test(key)));
    const directories = name === undefined ? [] : (host.env[name] ?? '').split(paths.delimiter);
    return [...new Set(directories.filter(directory => paths.isAbsolute(directory)))];
}
async function listPathDirectory({ files, paths }, directory, preferred) {
    const pattern = paths === node_path__WEBPACK_IMPORTED_MODULE_2__.win32 ? /^python(3(?:\.\d+)?)?(t)?\.exe$/i : /^python(3(?:\.\d+)?)?(t)?$/;
    const named = (await files.list(directory)).flatMap(name => {
        const match = pattern.exec(name);
        if (match === null)
            return [];
        const version = match[1]?.includes('.') ? match[1] : undefined;
        return [{ name, version, freeThreaded: version === undefined ? undefined : match[2] !== undefined }];
    });
    const rank = ({ name, version }) => version === undefined ? (name.includes('3') ? 1 : 2) : version === preferred ? 0 : 3;
    return named
        .toSorted((a, b) => rank(a) - rank(b) || (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(b.version ?? '0', a.version ?? '0'))
        .map(({ name, ...named }) => ({ path: paths.join(directory, name), prefix: undefined, ...named }));
}
function toolCaches(env) {
    return [...new Set([env.RUNNER_TOOL_CACHE || [], env.AGENT_TOOLSDIRECTORY || []].flat())];
}
/** `Python/3.11.7/x64`, and `x64-freethreaded` beside it. */
async function listToolCache(search, root) {
    const { host, files, paths } = search;
    const directory = paths.join(root, 'Python');
    const versions = await newestFirst(files, directory, name => name);
    return versions.flatMap(({ name, version }) => [host.platform.arch, `${host.platform.arch}-freethreaded`].map(build => ({
        ...installedPython(search, paths.join(directory, name, build)),
        version,
        freeThreaded: build.endsWith('-freethreaded'),
    })));
}
function uvDirectories({ host: { env, homeDirectory }, paths }) {
    if (env.UV_PYTHON_INSTALL_DIR)
        return [env.UV_PYTHON_INSTALL_DIR];
    if (paths === node_path__WEBPACK_IMPORTED_MODULE_2__.win32) {
        const roaming = env.APPDATA || paths.join(homeDirectory, 'AppData', 'Roaming');
        return [paths.join(roaming, 'uv', 'python'), paths.join(roaming, 'uv', 'data', 'python')];
    }
    return [paths.join(env.XDG_DATA_HOME || paths.join(homeDirectory, '.local', 'share'), 'uv', 'python')];
}
/** `cpython-3.13.0+freethreaded-linux-x86_64-gnu` */
async function listUv(search, root) {
    const versions = await newestFirst(search.files, root, name => /^cpython-([^-+]+)/.exec(name)?.[1]);
    return versions.map(({ name, version }) => ({
        ...installedPython(search, search.paths.join(root, name)),
        version,
        freeThreaded: name.includes('+freethreaded'),
    }));
}
function pyenvVersions({ host: { env, homeDirectory }, paths }) {
    const home = paths.join(homeDirectory, '.pyenv');
    return paths.join(env.PYENV_ROOT || (paths === node_path__WEBPACK_IMPORTED_MODULE_2__.win32 ? paths.join(home, 'pyenv-win') : home), 'versions');
}
/** `3.11.7`, `3.13.0t`; virtual environments and other distributions have other names. */
async function listPyenv(search, root) {
    const versions = await newestFirst(search.files, root, name => name.replace(/t$/, ''));
    return versions.map(({ name, version }) => ({
        ...installedPython(search, search.paths.join(root, name)),
        version,
        freeThreaded: name.endsWith('t'),
    }));
}
/** Stable releases before pre-releases. */
async function newestFirst(files, directory, versionOf) {
    const installed = (await files.list(directory)).flatMap(name => {
        const version = versionOf(name);
        return version !== undefined && (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_4__/* .isVersion */ .lF)(version) ? [{ name, version }] : [];
    });
    const isStable = (version) => /^[\d.]+$/.test(version);
    return installed.toSorted((a, b) => Number(isStable(b.version)) - Number(isStable(a.version)) || (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Zy)(b.version, a.version));
}
function installedPython({ paths }, prefix) {
    return { path: paths.join(prefix, paths === node_path__WEBPACK_IMPORTED_MODULE_2__.win32 ? 'python.exe' : 'bin/python3'), prefix };
}
async function isExecutableFile(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile();
}
async function unlessMissing(answer, missing) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EISDIR', 'ELOOP'))
            return missing;
        throw error;
    }
}


/***/ }),

/***/ 2696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ probeInterpreter)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _probe_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4396);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8830);
/** What one Python interpreter is, found by running probe.py once. */







/** By these, Debian's and Fedora's own package builds have another system scheme. */
const layoutVariables = ['DEB_PYTHON_INSTALL_LAYOUT', 'RPM_BUILD_ROOT'];
/**
 * Runs probe.py with the executable at this absolute path, at most 30 s, or takes its stored answer.
 *
 * Throws `PYTHON_NOT_RUNNABLE` for what is no Python interpreter and `PYTHON_TOO_OLD` before 3.8.
 */
async function probeInterpreter(executable, options) {
    const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(options.host.helpersDirectory, 'probe.py');
    const entry = await cacheEntry(executable, probe, options);
    const stored = entry === undefined ? undefined : await readStored(entry);
    if (stored !== undefined)
        return await interpreterOf(stored);
    const { venv } = options;
    const root = venv && (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(venv.temporary, `venv-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    const { report, isMade } = await (0,_probe_process_js__WEBPACK_IMPORTED_MODULE_5__/* .askInterpreter */ .A7)(executable, { ...options, probe, root });
    const interpreter = await interpreterOf(report);
    if (root !== undefined)
        venv?.begun(interpreter, { root, isMade });
    if (entry !== undefined)
        await store(entry, report, options.host);
    return interpreter;
}
/** Where the answer of this executable is kept; undefined when it may answer differently the next time. */
async function cacheEntry(executable, probe, { host, cacheDirectory }) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(executable).catch(error => (0,_probe_process_js__WEBPACK_IMPORTED_MODULE_5__/* .notRunnable */ .$s)(executable, (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT') ? 'it does not exist' : (0,_probe_process_js__WEBPACK_IMPORTED_MODULE_5__/* .startFailure */ .xn)(error)));
    const [facts, isScript] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real, { bigint: true }), startsAsScript(real)]);
    if (facts.isDirectory())
        (0,_probe_process_js__WEBPACK_IMPORTED_MODULE_5__/* .notRunnable */ .$s)(executable, 'it is a directory that holds none');
    if (isScript || !facts.isFile() || facts.size === 0n)
        return undefined;
    // The path as given counts too: a virtual environment's `python` is its base's file with another prefix. So does the
    // system: a tool cache mounted into a container is the same file with another libc.
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(executable);
    const surroundings = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(probe, 'utf8'),
        fingerprint((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'pyvenv.cfg')),
        fingerprint((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(directory), 'pyvenv.cfg')),
        fingerprint('/etc/os-release'),
    ]);
    const system = [String(facts.mtimeNs), String(facts.size), (0,node_os__WEBPACK_IMPORTED_MODULE_2__.machine)(), (0,node_os__WEBPACK_IMPORTED_MODULE_2__.release)(), (0,node_os__WEBPACK_IMPORTED_MODULE_2__.version)()];
    const key = [...surroundings, executable, real, ...system, ...layoutVariables.map(name => host.env[name] ?? '')];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(cacheDirectory, `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(key)).digest('hex')}.json`);
}
async function startsAsScript(path) {
    let file;
    try {
        file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
        return bytesRead === 2 && buffer.toString('latin1') === '#!';
    }
    catch (error) {
        // Executable yet not readable: nothing is known of it, so nothing is kept.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'EACCES', 'EPERM', 'EISDIR'))
            return true;
        throw error;
    }
    finally {
        await file?.close();
    }
}
async function fingerprint(path) {
    try {
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path, { bigint: true });
        return `${facts.ino} ${facts.mtimeNs} ${facts.size}`;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return '';
        throw error;
    }
}
async function readStored(entry) {
    try {
        return (0,_probe_process_js__WEBPACK_IMPORTED_MODULE_5__/* .findReport */ .kz)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(entry, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return undefined;
        throw error;
    }
}
async function store(entry, report, host) {
    const temporary = `${entry}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(entry), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, JSON.stringify(report));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, entry);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        host.log.debug(`the answer of \`${report.executable}\` is not kept: ${String(error)}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => { });
    }
}
async function interpreterOf(report) {
    const isVenv = report.prefix !== report.basePrefix;
    const marker = isVenv ? undefined : await readMarker(report.standardLibrary);
    return {
        executable: report.executable,
        baseExecutable: report.baseExecutable,
        version: report.markers.python_full_version ?? report.version.join('.'),
        implementation: report.tagFacts.implementation,
        cacheTag: report.cacheTag ?? '',
        magicNumber: report.magicNumber,
        optimize: report.optimize,
        prefix: report.prefix,
        basePrefix: report.basePrefix,
        markers: report.markers,
        tags: (0,_tags_js__WEBPACK_IMPORTED_MODULE_6__/* .supportedTags */ .k)(report.tagFacts),
        venvSchemes: report.venvSchemes,
        systemSchemes: report.systemSchemes,
        ...(marker === undefined ? {} : { externallyManaged: marker }),
    };
}
/** Read each time: an image that removes the file, as many do, changes no interpreter. Empty where it cannot be read. */
async function readMarker(standardLibrary) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(standardLibrary, 'EXTERNALLY-MANAGED'), 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
            return undefined;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'EACCES', 'EPERM') ? '' : Promise.reject(error);
    }
}


/***/ }),

/***/ 4396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ notRunnable),
/* harmony export */   A7: () => (/* binding */ askInterpreter),
/* harmony export */   G0: () => (/* binding */ oldestPython),
/* harmony export */   kz: () => (/* binding */ findReport),
/* harmony export */   xn: () => (/* binding */ startFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6318);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(367);
/* harmony import */ var _specifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5005);
/** probe.py in a process: it says what its interpreter is, and may go on with a virtual environment. */




/** The oldest version that is installed for. */
const oldestPython = '3.8';
const probeTimeoutMs = 30_000;
const startFailures = ['ENOENT', 'EACCES', 'EPERM', 'ENOEXEC', 'ENOTDIR', 'ELOOP', 'EINVAL', 'EISDIR', 'UNKNOWN'];
/** Asks the executable at this absolute path, at most 30 s. Throws `PYTHON_NOT_RUNNABLE` and `PYTHON_TOO_OLD`. */
async function askInterpreter(executable, { probe, host, workingDirectory, meanwhile, root }) {
    let answer = () => undefined;
    const early = new Promise(resolve => {
        answer = resolve;
    });
    const onStdout = (text) => {
        const report = findReport(text);
        if (report !== undefined)
            answer(report);
    };
    const ended = (0,_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)(executable, ['-I', '-S', probe, ...(root === undefined ? [] : [root])], {
        cwd: workingDirectory ?? host.workingDirectory,
        env: (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .pythonEnvironmentVariables */ .b)(host.env),
        timeoutMs: probeTimeoutMs,
        onStart: meanwhile,
        ...(root !== undefined && { onStdout }),
    });
    const late = ended.then(result => reportOf(executable, result), error => notRunnable(executable, startFailure(error)));
    const report = await Promise.race([early, late]);
    const found = report.version.join('.');
    if ((0,_specifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Zy)(found, oldestPython) < 0)
        tooOld(executable, found);
    const isMade = ended.then(({ exitCode }) => root !== undefined && exitCode === 0, () => false);
    return { report, isMade };
}
function reportOf(executable, result) {
    if (result.exitCode === 2 && /unknown option: -I/i.test(result.stderr))
        tooOld(executable, 'older than 3.4');
    const report = result.exitCode === 0 ? findReport(result.stdout) : undefined;
    return report ?? notRunnable(executable, describeOutput(result));
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
function startFailure(error) {
    if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrno */ .Nm)(error, ...startFailures))
        throw error;
    return `it cannot be started (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error)})`;
}
function describeOutput(result) {
    if (result.exitCode === _process_js__WEBPACK_IMPORTED_MODULE_1__/* .timeoutExitCode */ .x)
        return `it gave no answer in ${probeTimeoutMs / 1000} s`;
    const said = `${result.stderr}\n${result.stdout}`.split('\n').find(line => line.trim() !== '');
    const first = said === undefined ? 'it printed nothing' : `it printed \`${said.trim().slice(0, 200)}\``;
    return `${first} and ended with exit code ${result.exitCode}`;
}
/** Throws the UserError PYTHON_NOT_RUNNABLE. */
function notRunnable(executable, reason) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PYTHON_NOT_RUNNABLE', `\`${executable}\` is not a Python interpreter: ${reason}`, {
        hint: 'name a version such as `3.12`, a Python executable or the directory of a virtual environment',
    });
}
function tooOld(executable, found) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PYTHON_TOO_OLD', `\`${executable}\` is Python ${found}; ${oldestPython} or newer is needed`, {
        hint: 'name a newer interpreter with `--python`',
    });
}


/***/ }),

/***/ 8333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kf: () => (/* binding */ locateStore),
  dO: () => (/* binding */ usualPlaces)
});

// UNUSED EXPORTS: ladderOf

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/store/link-probe.js
/** Finds out how files of a store get into a directory by trying: a device number says too little of mounts and rights. */




/** Makes a file to try with; where that is impossible, names one that the store holds. Undefined where it holds none. */
function makeProbe(store) {
    const path = (0,external_node_path_.join)(store.temporary, `probe-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        // An empty file could be cloned where one with blocks cannot.
        (0,external_node_fs_.writeFileSync)(path, 'probe', { flag: 'wx' });
        return { path, isOwn: true };
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        // A full disk takes the name and not the bytes.
        quietly(() => (0,external_node_fs_.rmSync)(path, { force: true }));
        const stored = findStored(store);
        return stored === undefined ? undefined : { path: stored, isOwn: false };
    }
}
/** Removes a file that was made to try with. */
function removeProbe({ path, isOwn }) {
    if (isOwn)
        (0,external_node_fs_.rmSync)(path, { force: true });
}
/** The note of some wheel. */
function findStored({ root }) {
    const wheels = (0,external_node_path_.join)(root, 'wheels');
    for (const prefix of namesIn(wheels)) {
        const [sha256] = namesIn((0,external_node_path_.join)(wheels, prefix));
        if (sha256 !== undefined)
            return (0,external_node_path_.join)(wheels, prefix, sha256, 'note.json');
    }
    return undefined;
}
function namesIn(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory);
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return [];
    }
}
const trials = {
    hardlink: external_node_fs_.linkSync,
    clone: (source, destination) => (0,external_node_fs_.copyFileSync)(source, destination, external_node_fs_.constants.COPYFILE_FICLONE_FORCE),
    // Whether the environment can be written to, its own files will tell.
    copy: () => undefined,
    symlink: external_node_fs_.symlinkSync,
};
const verbs = {
    hardlink: 'linking',
    clone: 'cloning',
    copy: 'copying',
    symlink: 'linking symbolically',
};
const meanings = {
    EXDEV: 'another file system, or another mount of it',
    ENOTSUP: 'not supported there',
    EOPNOTSUPP: 'not supported there',
    ENOSYS: 'not supported there',
    EPERM: 'not permitted',
    EACCES: 'permission denied',
    EROFS: 'read-only file system',
    EMLINK: 'no more links to this file',
};
/** `EMLINK (no more links to this file)`, for messages. */
function describeErrno(errno) {
    const meaning = meanings[errno];
    return meaning === undefined ? errno : `${errno} (${meaning})`;
}
/** Tries a mode between a file of the store and where `target` lies or will lie. Undefined when it works. */
function tryMode(mode, source, target) {
    const destination = (0,external_node_path_.join)(nearestDirectory(target), `.wheelcrew-probe-${(0,external_node_crypto_.randomUUID)()}`);
    try {
        trials[mode](source, destination);
        return undefined;
    }
    catch (error) {
        const errno = (0,errors/* errnoOf */.UQ)(error);
        if (errno === undefined)
            throw error;
        return { mode, errno, reason: `${verbs[mode]} fails with ${describeErrno(errno)}` };
    }
    finally {
        quietly(() => (0,external_node_fs_.rmSync)(destination, { force: true }));
    }
}
function quietly(remove) {
    try {
        remove();
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
    }
}
function nearestDirectory(path) {
    try {
        if ((0,external_node_fs_.statSync)(path).isDirectory())
            return path;
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG'))
            throw error;
    }
    return (0,external_node_path_.dirname)(path) === path ? path : nearestDirectory((0,external_node_path_.dirname)(path));
}
const overlayMagic = 0x794c7630;
/**
 * Whether the store came with a lower layer of an overlayfs, as one in a container's image does: a hard link then works, but
 * first copies the whole file up. No file tells its layer. A directory does: one of a lower layer cannot be renamed (EXDEV),
 * while this rename of one of the upper layer fails for another reason, since what it would replace is not empty.
 * With `redirect_dir=on` there is no such difference; containers leave it off.
 */
function liesInLowerLayer(store) {
    if ((0,external_node_fs_.statfsSync)(store.root).type !== overlayMagic)
        return false;
    const occupied = (0,external_node_path_.join)(store.temporary, `probe-${(0,external_node_crypto_.randomUUID)()}`);
    const occupant = (0,external_node_path_.join)(occupied, 'occupant');
    try {
        (0,external_node_fs_.mkdirSync)(occupant, { recursive: true });
        (0,external_node_fs_.renameSync)((0,external_node_path_.join)(store.root, 'wheels'), occupied);
        return false;
    }
    catch (error) {
        return (0,errors/* hasErrno */.Nm)(error, 'EXDEV');
    }
    finally {
        for (const directory of [occupant, occupied])
            quietly(() => (0,external_node_fs_.rmdirSync)(directory));
    }
}

// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/store/stored-file.js
var stored_file = __webpack_require__(9041);
;// CONCATENATED MODULE: ./lib/store/locate.js
/** Chooses where the store lies, and how its files get into an environment: by trying, never by device number. */





/**
 * Opens the named store, or the best of the usual places: the first from which a file gets into `target`, or into the
 * nearest directory above it that is there, in the way that comes first on this system. A named store that cannot be
 * written to is opened when it holds wheels: they can be installed from it.
 * Throws UserError STORE_UNWRITABLE, or LINK_IMPOSSIBLE when a mode was asked for that cannot be had.
 */
async function locateStore(named, target, options) {
    const { host, linkMode: setting } = options;
    const directories = named === '' ? usualPlaces(host) : [named];
    const ladder = ladderOf(setting, host);
    const candidates = [];
    for (const directory of directories) {
        const candidate = await examine(directory, ladder, { isNamed: named !== '', target });
        if (candidate === undefined)
            continue;
        candidates.push(candidate);
        if (candidate.refused.length === 0)
            break;
    }
    const [best] = candidates.toSorted((a, b) => a.refused.length - b.refused.length);
    if (best === undefined)
        throw noStore(directories);
    const { store, refused, linkMode, isReadOnly } = best;
    if (linkMode === undefined)
        throw linkImpossible(best, setting, target);
    return { directory: best.directory, store, linkMode, reason: reasonOf(linkMode, refused, ladder), isReadOnly };
}
/**
 * What `auto` tries. Hard links are the fastest; on macOS clones come first, which are about as fast and take no edit to the
 * store. Elsewhere clones are next: of large files they cost nothing. A strict umask asks for rights that only a copy has.
 * An image is made by others: where there is none, `auto` is what is left.
 */
function ladderOf(setting, { platform, umask }) {
    if (setting !== 'auto' && setting !== 'image')
        return { modes: [setting], reason: 'asked for' };
    if (!(0,stored_file/* permitsLinks */.Q)(umask)) {
        const mask = umask.toString(8).padStart(4, '0');
        return { modes: ['copy'], reason: `files of the store have rights that the umask ${mask} takes away` };
    }
    const ladders = {
        linux: ['hardlink', 'clone', 'copy'],
        darwin: ['clone', 'hardlink', 'copy'],
        win32: ['hardlink', 'copy'],
    };
    return { modes: ladders[platform.os], reason: undefined };
}
/** Opens a store and tries the modes in turn. Of the usual places, one that cannot be written to is passed over. */
async function examine(directory, { modes, reason }, { isNamed, target }) {
    const opened = await openIfPossible(directory, isNamed);
    if (opened === undefined)
        return undefined;
    const { store, probe } = opened;
    const refused = [];
    try {
        for (const mode of modes) {
            // Where hard links were asked for, they may cost a copy.
            const isCopiedUp = mode === 'hardlink' && reason === undefined && liesInLowerLayer(store);
            const refusal = isCopiedUp ? copiedUp : tryMode(mode, probe.path, target);
            if (refusal === undefined)
                break;
            refused.push(refusal);
        }
    }
    finally {
        removeProbe(probe);
    }
    return { directory, store, linkMode: modes[refused.length], refused, isReadOnly: !probe.isOwn };
}
/** Nothing is gained by a hard link that costs a copy, and in an image that is built the store would be twice as large. */
const copiedUp = {
    mode: 'hardlink',
    errno: 'EXDEV',
    reason: 'linking would copy each file first, from a lower layer of an overlayfs to the upper one',
};
const successes = {
    hardlink: 'a link from the store succeeds',
    clone: 'a clone from the store succeeds',
    copy: 'the bytes are written',
    symlink: 'a symbolic link to the store succeeds',
};
function reasonOf(mode, refused, { reason }) {
    if (reason !== undefined)
        return reason;
    return [...refused.map(refusal => refusal.reason), successes[mode]].join(', ');
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
async function openIfPossible(directory, isNamed) {
    try {
        const store = await (0,store_store/* openStore */.Ch)(directory);
        const probe = makeProbe(store);
        if (probe !== undefined && (probe.isOwn || isNamed))
            return { store, probe };
        throw (0,store_store/* storeUnwritable */.x2)(`the store in \`${directory}\` holds no wheel and cannot be written to`);
    }
    catch (error) {
        if (isNamed || !(0,errors/* isUserError */.iU)(error))
            throw error;
        return undefined;
    }
}
function noStore(candidates) {
    return new errors/* UserError */.yo('STORE_UNWRITABLE', `none of these directories can hold the store: ${candidates.join(', ')}`, {
        hint: 'name a directory that can be written to with `--store`',
    });
}
const wanted = {
    hardlink: {
        noun: 'hard link',
        hint: 'put the store on the file system of the environment with `--store`, or use `--link-mode copy`',
    },
    clone: {
        noun: 'clone',
        hint: 'put store and environment on one file system that shares blocks (XFS, Btrfs, APFS), or use `--link-mode auto`',
    },
    symlink: {
        noun: 'symbolic link',
        hint: 'allow symbolic links (on Windows: developer mode), or use `--link-mode copy`',
    },
};
function linkImpossible({ store, refused }, setting, target) {
    const { noun = 'link', hint } = wanted[setting] ?? {};
    const errnos = refused.map(({ errno }) => describeErrno(errno)).join(', ');
    return new errors/* UserError */.yo('LINK_IMPOSSIBLE', `no ${noun} from \`${store.root}\` to \`${target}\`: ${errnos}`, { hint });
}


/***/ })

};
