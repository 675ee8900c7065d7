export const id = 802;
export const ids = [802];
export const modules = {

/***/ 3610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ entriesOf),
/* harmony export */   q: () => (/* binding */ upkeepOf)
/* harmony export */ });
/* harmony import */ var _store_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6525);
/** Which entries of the store a run used, and what the end of the job owes them. */

/** The entries of wheels, by their sha256, and of their bytecode; sorted. */
function entriesOf(digests, kind) {
    return digests.flatMap(sha256 => [(0,_store_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .wheelEntry */ .cT)(sha256), ...(kind ? [(0,_store_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .bytecodeEntry */ .oM)(kind, sha256)] : [])]).sort();
}
/** What the end of the job is to do: look at these entries, where the environment is linked to them, and trim the store. */
function upkeepOf(entries, { located, settings }) {
    const isLinked = ['hardlink', 'symlink'].includes(located.linkMode);
    return { store: located.directory, maxBytes: settings.storeMaxBytes, entries: isLinked ? entries : [] };
}


/***/ }),

/***/ 9766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ plant),
/* harmony export */   l: () => (/* binding */ warmUp)
/* harmony export */ });
/* harmony import */ var _install_plant_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8861);
/** Fills a new environment with a stored plan. */


/** Threads that link at a time, this one included: more get into each other's way in the kernel. */
const mostLinkers = 4;
/** Below this many files a thread costs more than it does. */
const leastShared = 3000;
/** Has the threads started that will take part in linking, while this one makes the environment. */
function warmUp({ facts }, run) {
    const count = helpersOf(facts, run);
    if (count > 0)
        run.pool().warm(count);
}
/** Threads beside this one; none where they would come too late to help. */
function helpersOf({ wheels }, { host }) {
    const files = wheels.reduce((sum, wheel) => sum + wheel.files, 0);
    return files < leastShared ? 0 : Math.min(mostLinkers, host.parallelism) - 1;
}
/** Links and writes all of a plan. Throws what `plantTree` throws. */
async function plant(planting, run) {
    const end = run.watch.begin('link');
    const tree = planting.plan.file.tree();
    const { files, copied } = await (0,_install_plant_js__WEBPACK_IMPORTED_MODULE_0__/* .plantTree */ .O)(tree, placeOf(planting, run), helpersFor(planting, run));
    end({ files });
    if (copied > 0)
        run.watch.warn(`${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(copied, 'file')} could not be linked and ${copied === 1 ? 'was' : 'were'} copied`);
}
function placeOf({ root, environment, windowsLaunchers }, run) {
    const { located, host } = run;
    return {
        storeRoot: located.store.root,
        root,
        linkMode: located.linkMode,
        python: environment.python,
        os: host.platform.os,
        windowsLaunchers,
    };
}
function helpersFor({ plan, root }, run) {
    const { located } = run;
    const others = helpersOf(plan.facts, run);
    const place = { storeRoot: located.store.root, root, linkMode: located.linkMode };
    return async (counter) => {
        const task = { kind: 'link', file: plan.path, range: plan.file.directories, place, counter };
        const answers = await Promise.all(Array.from({ length: others }, () => run.pool().run(task)));
        return answers.reduce((sum, { files }) => sum + files, 0);
    };
}


/***/ }),

/***/ 5802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/resolve/inputs.js
var inputs = __webpack_require__(8507);
// EXTERNAL MODULE: ./lib/resolve/run-inputs.js + 1 modules
var run_inputs = __webpack_require__(3901);
// EXTERNAL MODULE: ./lib/store/locate.js + 1 modules
var locate = __webpack_require__(8333);
;// CONCATENATED MODULE: ./lib/pipeline/ahead.js
/** What a run begins before it knows that it needs it, while it waits for something else. */


/** Begins at once to try mounting, where images are asked for and the environment is a new one. */
function beginAhead(found, store, { settings, host }) {
    const { mode, linkMode, environment } = settings;
    let reading;
    let mounting;
    const tryMounting = () => {
        mounting ??= __webpack_require__.e(/* import() */ 33).then(__webpack_require__.bind(__webpack_require__, 8033)).then(({ diagnoseMounting }) => diagnoseMounting(store.root, host));
        return mounting;
    };
    const isNew = mode === 'install' && environment.kind === 'venv' && !(0,external_node_fs_.existsSync)(environment.path);
    if (linkMode === 'image' && isNew)
        tellLater(tryMounting());
    return {
        meanwhile: () => {
            if (reading !== undefined)
                return;
            reading = readLock(found, { settings, host });
            tellLater(reading);
            tellLater(linkMode === 'image' ? Promise.all(/* import() */[__webpack_require__.e(561), __webpack_require__.e(258), __webpack_require__.e(851), __webpack_require__.e(637)]).then(__webpack_require__.bind(__webpack_require__, 7637)) : Promise.all(/* import() */[__webpack_require__.e(561), __webpack_require__.e(851), __webpack_require__.e(630), __webpack_require__.e(498)]).then(__webpack_require__.bind(__webpack_require__, 7498)));
        },
        inputs: () => reading ?? (0,run_inputs/* readRunInputs */.hT)(found, { settings, host }),
        mounting: tryMounting,
        settle: async () => void (await mounting?.catch(() => undefined)),
    };
}
async function readLock(...given) {
    const named = await (0,run_inputs/* readRunInputs */.hT)(...given);
    named.pylock();
    return named;
}
/** Whoever needs it is told of its failure. */
function tellLater(work) {
    work.catch(() => undefined);
}

// EXTERNAL MODULE: ./lib/pipeline/quick.js
var pipeline_quick = __webpack_require__(8761);
// EXTERNAL MODULE: ./lib/pipeline/run.js + 4 modules
var pipeline_run = __webpack_require__(7564);
;// CONCATENATED MODULE: ./lib/pipeline/install.js
/**
 * A run from its settings on: what an earlier run with the same lock left in the store is carried out at once, else the whole
 * way is gone. Only the beginning is loaded before that is known.
 */








/**
 * Makes the environment that `settings` describe, or fills store and cache for it, and returns the report of the run.
 * Whatever fails, the store stays whole and the environment is as it was, or absent if this run made it.
 * Throws UserError for everything that the reader can act on.
 */
async function install(settings, host, watch) {
    const found = await (0,inputs/* findInputs */.ZZ)(settings);
    const located = await locateFor(settings, host);
    const ahead = beginAhead(found, located.store, { settings, host });
    const { mounting, meanwhile } = ahead;
    const services = { watch, located, mounting, meanwhile, realms: settings.index };
    try {
        return await using((0,pipeline_run/* openRun */.Iy)(settings, host, services), async (run) => {
            await clearStaleLink(run);
            const quick = await (0,pipeline_quick/* installQuickly */._2)(found, run);
            if ('report' in quick)
                return quick.report;
            const named = await ahead.inputs();
            const rest = (0,pipeline_run/* withRealms */.Bg)(run, (0,run_inputs/* realmsOf */.EX)(named));
            const imaged = await fromImages({ found, named, ...quick }, rest);
            if ('report' in imaged)
                return imaged.report;
            const { installWhole } = await Promise.all(/* import() */[__webpack_require__.e(561), __webpack_require__.e(851), __webpack_require__.e(630), __webpack_require__.e(498)]).then(__webpack_require__.bind(__webpack_require__, 7498));
            return installWhole({ found, named, install, ...imaged }, rest);
        });
    }
    finally {
        await ahead.settle();
    }
}
/** Loaded where images are asked for. */
async function fromImages(given, run) {
    const { mode, linkMode } = run.settings;
    if (mode !== 'install' || linkMode !== 'image')
        return { chosen: given.chosen, session: undefined, obtained: undefined };
    const { installFromImages } = await Promise.all(/* import() */[__webpack_require__.e(561), __webpack_require__.e(258), __webpack_require__.e(851), __webpack_require__.e(637)]).then(__webpack_require__.bind(__webpack_require__, 7637));
    return installFromImages(given, run);
}
async function using(run, work) {
    try {
        return await work(run);
    }
    finally {
        await run.close();
    }
}
/** An environment that was mounted when the machine went down is a link to nothing. */
async function clearStaleLink(run) {
    const { environment } = run.settings;
    if (environment.kind !== 'venv')
        return;
    if (!isLink(environment.path))
        return;
    const { clearStaleMount } = await __webpack_require__.e(/* import() */ 258).then(__webpack_require__.bind(__webpack_require__, 1258));
    await clearStaleMount(environment.path, run);
}
function isLink(path) {
    try {
        (0,external_node_fs_.readlinkSync)(path);
        return true;
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return false;
    }
}
/** Opens the store. Where an interpreter's own directories lie is known when it is found: then links are tried again. */
function locateFor({ store, environment, workingDirectory, linkMode }, host) {
    return (0,locate/* locateStore */.kf)(store, environment.kind === 'system' ? workingDirectory : environment.path, { host, linkMode });
}


/***/ }),

/***/ 2883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ chooseInterpreter)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
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
        .toSorted((a, b) => rank(a) - rank(b) || (0,specifiers/* compareVersions */.Zy)(b.version ?? '0', a.version ?? '0'))
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
    if (paths === external_node_path_.win32) {
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
    return paths.join(env.PYENV_ROOT || (paths === external_node_path_.win32 ? paths.join(home, 'pyenv-win') : home), 'versions');
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
        return version !== undefined && (0,specifiers/* isVersion */.lF)(version) ? [{ name, version }] : [];
    });
    const isStable = (version) => /^[\d.]+$/.test(version);
    return installed.toSorted((a, b) => Number(isStable(b.version)) - Number(isStable(a.version)) || (0,specifiers/* compareVersions */.Zy)(b.version, a.version));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/process.js
var process = __webpack_require__(6318);
// EXTERNAL MODULE: ./lib/python/run.js
var run = __webpack_require__(367);
;// CONCATENATED MODULE: ./lib/python/probe-process.js
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
    const ended = (0,process/* runProcess */.R)(executable, ['-I', '-S', probe, ...(root === undefined ? [] : [root])], {
        cwd: workingDirectory ?? host.workingDirectory,
        env: (0,run/* pythonEnvironmentVariables */.b)(host.env),
        timeoutMs: probeTimeoutMs,
        onStart: meanwhile,
        ...(root !== undefined && { onStdout }),
    });
    const late = ended.then(result => reportOf(executable, result), error => notRunnable(executable, startFailure(error)));
    const report = await Promise.race([early, late]);
    const found = report.version.join('.');
    if ((0,specifiers/* compareVersions */.Zy)(found, oldestPython) < 0)
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
    if (!(0,errors/* hasErrno */.Nm)(error, ...startFailures))
        throw error;
    return `it cannot be started (${(0,errors/* errnoOf */.UQ)(error)})`;
}
function describeOutput(result) {
    if (result.exitCode === process/* timeoutExitCode */.x)
        return `it gave no answer in ${probeTimeoutMs / 1000} s`;
    const said = `${result.stderr}\n${result.stdout}`.split('\n').find(line => line.trim() !== '');
    const first = said === undefined ? 'it printed nothing' : `it printed \`${said.trim().slice(0, 200)}\``;
    return `${first} and ended with exit code ${result.exitCode}`;
}
/** Throws the UserError PYTHON_NOT_RUNNABLE. */
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

// EXTERNAL MODULE: ./lib/python/tags.js + 1 modules
var tags = __webpack_require__(6449);
;// CONCATENATED MODULE: ./lib/python/interpreter.js
/** What one Python interpreter is, found by running probe.py once. */







/** By these, Debian's and Fedora's own package builds have another system scheme. */
const layoutVariables = ['DEB_PYTHON_INSTALL_LAYOUT', 'RPM_BUILD_ROOT'];
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
    const { venv } = options;
    const root = venv && (0,external_node_path_.join)(venv.temporary, `venv-${(0,external_node_crypto_.randomUUID)()}`);
    const { report, isMade } = await askInterpreter(executable, { ...options, probe, root });
    const interpreter = await interpreterOf(report);
    if (root !== undefined)
        venv?.begun(interpreter, { root, isMade });
    if (entry !== undefined)
        await store(entry, report, options.host);
    return interpreter;
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
        tags: (0,tags/* supportedTags */.k)(report.tagFacts),
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
    if ((0,specifiers/* isSpecifier */.td)(body)) {
        return { kind: 'version', text, specifier: body, freeThreaded: variant === undefined ? undefined : isFreeThreaded };
    }
    const written = /^(?:(?:c?python|cp)[-@]?)?v?(?<version>\d[\w.]*?)(?:\.x|-dev)?$/i.exec(body)?.groups?.version;
    const version = written?.replace(/^(\d)(\d+)$/, '$1.$2');
    if (version === undefined || !(0,specifiers/* isVersion */.lF)(version))
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
    throw notFound(wanted, await survey(makeSearch(request, { ...options, venv: undefined })));
}
/** Whether an interpreter has the version, and is the build, that a request names; a name or a path names neither. */
function meetsRequest(interpreter, request) {
    if (request.kind !== 'version')
        return true;
    const isFreeThreaded = /^cp\d+-cp\d+t/.test(interpreter.tags[0] ?? '');
    const isBuild = request.freeThreaded === undefined || request.freeThreaded === isFreeThreaded;
    return isBuild && (0,specifiers/* satisfies */.ib)(interpreter.version, request.specifier);
}
function makeSearch({ workingDirectory }, options) {
    const { files = fileLister } = options;
    const probe = options.probe ?? (path => probeInterpreter(path, { ...options, workingDirectory }));
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
        return (0,specifiers/* satisfies */.ib)(version, python.specifier);
    // `python3.11` may be any 3.11: try the ends, and let what the specifier names be probed.
    const isNamed = python.specifier.includes(`${version}.`);
    return isNamed || [`${version}.0`, `${version}.999`].some(end => (0,specifiers/* satisfies */.ib)(end, python.specifier));
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
    const found = await Promise.all(candidates.map(candidate => describe(candidate, search)));
    const byPrefix = new Map(found.flat().map(entry => [entry.prefix, entry]));
    return [...byPrefix.values()].toSorted((a, b) => (0,specifiers/* compareVersions */.Zy)(b.version, a.version));
}
async function describe({ path, prefix, version }, search) {
    if (prefix !== undefined && version !== undefined) {
        return (await search.files.isExecutable(path)) ? [{ version, path, prefix }] : [];
    }
    const interpreter = await tryProbe(path, search);
    if (interpreter === undefined)
        return [];
    return [{ version: interpreter.version, path: interpreter.executable, prefix: interpreter.prefix }];
}
function notFound({ python, origin }, found) {
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
    return (0,specifiers/* compareVersions */.Zy)(version, oldestPython) < 0;
}

// EXTERNAL MODULE: ./lib/python/venv.js
var python_venv = __webpack_require__(3129);
// EXTERNAL MODULE: ./lib/python/venv-template.js
var venv_template = __webpack_require__(4172);
// EXTERNAL MODULE: ./lib/pipeline/environment.js
var environment = __webpack_require__(6283);
// EXTERNAL MODULE: ./lib/pipeline/run.js + 4 modules
var pipeline_run = __webpack_require__(7564);
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
            return { interpreter: await find(run, requiresPython), venv: undefined };
        case 'system':
            return { interpreter: await chooseSystem(run, requiresPython), venv: undefined };
    }
}
async function chooseForVenv(path, run, requiresPython) {
    const venv = await (0,python_venv/* openVenv */.IZ)(path, run.host, (0,pipeline_run/* waitingOf */.PZ)(run));
    if (venv.kind !== 'venv')
        return { interpreter: await findForNew(run, requiresPython), venv };
    const interpreter = await probeInterpreter(venv.python, probeOptions(run));
    await checkRequest(interpreter, run, path);
    return { interpreter, venv };
}
/** As uv: the system is not the virtual environment that happens to be active; one that is named by its path is meant. */
async function chooseSystem(run, requiresPython) {
    const { python, breakSystemPackages, workingDirectory } = run.settings;
    const found = await find(run, requiresPython);
    const isNamed = python !== '' && (parsePythonRequest(python).kind === 'path' || found.prefix === (0,external_node_path_.join)(workingDirectory, python));
    const isVenv = found.prefix !== found.basePrefix;
    const interpreter = isVenv && !isNamed ? await probeInterpreter(found.baseExecutable, probeOptions(run)) : found;
    if (!breakSystemPackages)
        refuseExternallyManaged(interpreter);
    return interpreter;
}
/** An environment will be made: an interpreter that has to be asked what it is begins with it. */
function findForNew(run, requiresPython) {
    const { mode, python, workingDirectory } = run.settings;
    const venv = mode === 'install' ? (0,venv_template/* templateWish */.ui)((0,environment/* venvOptionsOf */.N)(run)) : undefined;
    return findInterpreter({ python, workingDirectory, requiresPython }, { ...probeOptions(run), venv });
}
function find(run, requiresPython) {
    const { python, workingDirectory } = run.settings;
    return findInterpreter({ python, workingDirectory, requiresPython }, probeOptions(run));
}
function probeOptions({ host, located, meanwhile }) {
    return { host, cacheDirectory: (0,external_node_path_.join)(located.store.root, 'interpreters'), meanwhile };
}
async function checkRequest(interpreter, run, venv) {
    const { python } = run.settings;
    if (python === '')
        return;
    const request = parsePythonRequest(python);
    const fits = request.kind === 'version'
        ? meetsRequest(interpreter, request)
        : (await find(run, undefined)).baseExecutable === interpreter.baseExecutable;
    if (fits)
        return;
    throw new errors/* UserError */.yo('VENV_PYTHON_MISMATCH', `the environment \`${venv}\` holds Python ${interpreter.version}, asked for is \`${python}\``, { hint: `remove \`${venv}\`, and it is made again, or name another with \`--venv\`` });
}


/***/ }),

/***/ 8761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _2: () => (/* binding */ installQuickly),
/* harmony export */   _r: () => (/* binding */ mountedAt),
/* harmony export */   su: () => (/* binding */ reportQuick)
/* harmony export */ });
/* harmony import */ var _cache_absent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5409);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5927);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(280);
/* harmony import */ var _resolve_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8507);
/* harmony import */ var _resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3901);
/* harmony import */ var _resolve_uv_configuration_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8478);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3610);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6283);
/* harmony import */ var _fresh_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9766);
/* harmony import */ var _interpreter_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2883);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6061);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7564);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6687);
/* harmony import */ var _take_entries_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1006);
/** The shortest way to a new environment: a ready one is renamed into place, or a stored plan carried out. */















/** Carries out the stored plan of these inputs, where there is one and the environment is a new one. */
async function installQuickly(found, run) {
    const { settings, host, watch } = run;
    const isFresh = settings.mode === 'install' && settings.environment.kind === 'venv';
    if (!isFresh || settings.upgrade)
        return { chosen: undefined };
    const chosen = await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .timed */ .ay)(watch, 'probe', () => (0,_interpreter_js__WEBPACK_IMPORTED_MODULE_10__/* .chooseInterpreter */ .S)(run, (0,_resolve_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .lockRequiresPython */ .YJ)(found)));
    const { interpreter, venv } = chosen;
    if (venv?.kind !== 'absent' && venv?.kind !== 'empty')
        return { chosen };
    if (!(0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .mayHavePlans */ .Kc)(run.located.store))
        return { chosen };
    const plan = await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .timed */ .ay)(watch, 'plan', async () => {
        const configuration = await (0,_resolve_uv_configuration_js__WEBPACK_IMPORTED_MODULE_6__/* .readUvConfiguration */ .Q)((0,_resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .directoryOf */ .jt)(found, settings), host);
        const key = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .planKey */ .vH)({ found, configuration, interpreter }, run);
        return key === undefined ? undefined : (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .readPlan */ .m3)(key, run);
    });
    if (plan === undefined)
        return { chosen };
    await (0,_take_entries_js__WEBPACK_IMPORTED_MODULE_14__/* .checkLeases */ .QL)(plan.facts.entries, run);
    const made = await carryOutPlan(plan, chosen, run);
    if (made === undefined)
        return { chosen: undefined };
    for (const warning of plan.facts.warnings)
        watch.warn(warning);
    if (settings.modulesFile !== '') {
        const { measureFirstImport } = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 5520));
        await measureFirstImport(made.environment.python, run);
    }
    return { report: await conclude({ plan, made, found, interpreter }, run) };
}
/** The environment as the plan wants it; undefined where it could not be made, and is as it was. */
async function carryOutPlan(plan, chosen, run) {
    const { watch, located, settings, host } = run;
    if (settings.environment.kind !== 'venv')
        return undefined;
    const { interpreter } = chosen;
    const environment = (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .venvEnvironment */ .z7)(settings.environment.path, interpreter, host.platform);
    watch.decide('lock', 'stored', 'the inputs are unchanged');
    watch.decide('plan', 'stored', 'an earlier run had the same lock, interpreter and settings');
    const request = (0,_ready_js__WEBPACK_IMPORTED_MODULE_11__/* .readyRequest */ .DF)({ plan, environment, interpreter }, run);
    const keep = request && (0,_ready_js__WEBPACK_IMPORTED_MODULE_11__/* .keepRequest */ .N2)(request, settings);
    const spare = request && (await takeSpare(request, plan, run));
    if (spare?.mount !== undefined)
        return mountedAt(spare.mount, { environment, keep }, run);
    if (spare === undefined && !(await plantInto({ plan, environment, chosen }, run)))
        return undefined;
    const upkeep = { ...(0,_entries_js__WEBPACK_IMPORTED_MODULE_7__/* .upkeepOf */ .q)(plan.facts.entries, run), ...(keep && { keep }) };
    return { environment, linkMode: located.linkMode, upkeep, keep };
}
/** An environment that is mounted until the job ends. */
function mountedAt(mount, made, run) {
    return { ...made, linkMode: 'image', upkeep: { ...(0,_entries_js__WEBPACK_IMPORTED_MODULE_7__/* .upkeepOf */ .q)([], run), mount } };
}
/** Puts what was kept for this run into place: images are mounted, a ready environment is renamed. */
async function takeSpare(request, plan, run) {
    const { watch, located, settings } = run;
    if (settings.linkMode === 'image') {
        const { takeImage } = await __webpack_require__.e(/* import() */ 258).then(__webpack_require__.bind(__webpack_require__, 1258));
        const outcome = await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .timed */ .ay)(watch, 'venv', () => takeImage(request, plan, run));
        if ('mounted' in outcome) {
            watch.decide('venv', 'mounted', 'an image was in the store');
            return { mount: outcome.mounted };
        }
        watch.decide('link', located.linkMode, `${located.reason}; no image: ${outcome.reason}`);
        return undefined;
    }
    watch.decide('link', located.linkMode, located.reason);
    if (settings.readyEnvironments === 'never')
        return undefined;
    const taken = await (0,_run_js__WEBPACK_IMPORTED_MODULE_12__/* .timed */ .ay)(watch, 'venv', () => (0,_ready_js__WEBPACK_IMPORTED_MODULE_11__/* .takeReady */ .nB)(request, plan, run));
    if (taken === undefined)
        return undefined;
    const how = taken === 'ready' ? 'a ready environment was in the store' : 'a ready environment of another path was';
    watch.decide('venv', 'ready', how);
    return {};
}
/** Makes the environment and fills it. False where another process makes it, or the store has lost something of the plan. */
async function plantInto({ plan, environment, chosen }, run) {
    if (!(0,_take_entries_js__WEBPACK_IMPORTED_MODULE_14__/* .markEntries */ .m2)(plan.facts.entries, run)) {
        await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .forgetPlan */ .pL)(plan);
        return false;
    }
    (0,_fresh_js__WEBPACK_IMPORTED_MODULE_9__/* .warmUp */ .l)(plan, run);
    const target = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .beginEnvironment */ .L)(chosen, run);
    if (target === undefined)
        return false;
    try {
        await target.ready();
        await (0,_fresh_js__WEBPACK_IMPORTED_MODULE_9__/* .plant */ .C)({ plan, root: environment.root, environment }, run);
        await target.finish();
        return true;
    }
    catch (error) {
        await target.undo();
        if ((!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isUserError */ .iU)(error) && (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(error) === undefined) || run.watch.signal.aborted)
            throw error;
        await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_13__/* .forgetPlan */ .pL)(plan);
        return false;
    }
}
async function conclude(done, run) {
    const { settings, host } = run;
    const reason = (0,_cache_absent_js__WEBPACK_IMPORTED_MODULE_0__/* .absentBackend */ .m)(settings.cache.backend, host.env);
    if (reason !== undefined)
        return reportQuick({ ...done, cache: (0,_report_report_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCache */ .t7)(reason), save: undefined }, run);
    const { sealStored } = await Promise.all(/* import() */[__webpack_require__.e(561), __webpack_require__.e(851), __webpack_require__.e(801)]).then(__webpack_require__.bind(__webpack_require__, 3801));
    return reportQuick({ ...done, ...(await sealStored({ ...done, keep: done.made.keep }, run)) }, run);
}
/** The report of a run that carried out a stored plan. */
function reportQuick({ plan, made, interpreter, cache, save }, { host, watch }) {
    const { environment, linkMode, upkeep } = made;
    const facts = {
        wheels: plan.facts.wheels,
        cache,
        python: { version: interpreter.version, path: environment.python },
        environment: { kind: environment.kind, path: environment.root },
        removed: [],
        missing: [],
        linkMode,
        runner: { os: host.platform.os, arch: host.platform.arch, parallelism: host.parallelism },
        save,
        upkeep: JSON.stringify(upkeep),
    };
    return (0,_report_report_js__WEBPACK_IMPORTED_MODULE_3__/* .buildReport */ .FK)(watch, facts);
}


/***/ }),

/***/ 1006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ checkLeases),
/* harmony export */   Rq: () => (/* binding */ takeStored),
/* harmony export */   m2: () => (/* binding */ markEntries)
/* harmony export */ });
/* unused harmony export takeEntries */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _store_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6525);
/* harmony import */ var _store_usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5118);
/* harmony import */ var _bytecode_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8470);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3610);
/** Before entries of the store are taken: they are marked as used, and what a killed job may have changed is compared. */





/**
 * From here on trimming keeps these entries for an hour; what changed through a link of a killed job has left the store, with
 * a warning. False where the store lacks one of them. Costs one listing, and some microseconds an entry.
 */
async function takeEntries(entries, run) {
    await checkLeases(entries, run);
    return markEntries(entries, run);
}
/** From here on trimming keeps these entries for an hour. False where the store lacks one of them. */
function markEntries(entries, { located }) {
    return (0,_store_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .markUsed */ .N)(located.store, entries, Date.now()).length === 0;
}
/** What of these wheels the store has stays there for this run, if it is still what was put there. */
async function takeStored(wheels, interpreter, run) {
    const kind = (0,_bytecode_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseBytecode */ .z)(interpreter, { settings: run.settings, env: run.host.env })?.kind;
    await takeEntries((0,_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .entriesOf */ .M)(wheels.flatMap(({ sha256 }) => sha256 ?? []), kind), run);
}
/** What of these a killed job changed leaves the store, and every ready environment with it. Costs one listing where no job was killed. */
async function checkLeases(entries, { located: { store }, watch }) {
    if ((await (0,_store_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(store, 'leases')).length === 0)
        return;
    const { checkAbandonedLeases, describeChanges } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 9954));
    try {
        const changed = await checkAbandonedLeases(store, new Set(entries.map(_store_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .wheelOfEntry */ .Bb)));
        for (const line of describeChanges(changed))
            watch.warn(line);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        watch.warn(`what killed jobs left was not looked at: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
    }
}


/***/ }),

/***/ 7606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $i: () => (/* binding */ fieldError),
/* harmony export */   D6: () => (/* binding */ optionalTable),
/* harmony export */   EJ: () => (/* binding */ openDocument),
/* harmony export */   Fk: () => (/* binding */ requiredString),
/* harmony export */   Iz: () => (/* binding */ optionalSize),
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   sx: () => (/* binding */ optionalString),
/* harmony export */   um: () => (/* binding */ tables)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Typed reads from a parsed TOML or JSON document, with errors that name the file and the key. */

/** Opens the root of a parsed document; throws the document's error when it is not a table. */
function openDocument(value, kind) {
    const values = asTable(value);
    if (values === undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)(kind.code, `\`${kind.source}\` is not a table at its root`, kind.hint);
    return { kind, path: '', values };
}
/** What the table itself has at `key`: a name of every object's is no key of it. */
function valueAt({ values }, key) {
    return Object.hasOwn(values, key) ? values[key] : undefined;
}
/** The error for one key: exit code 2, naming the file, the key and what is wrong with it. */
function fieldError(table, key, problem) {
    const { kind } = table;
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)(kind.code, `\`${kind.source}\`: \`${keyPath(table, key)}\` ${problem}`, kind.hint);
}
/** The string at `key`, or undefined where the key is absent. */
function optionalString(table, key) {
    const value = valueAt(table, key);
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
    const value = valueAt(table, key);
    if (value === undefined)
        return undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw fieldError(table, key, `must be a whole number of bytes, found ${describe(value)}`);
}
/** The strings at `key`; empty where the key is absent. */
function strings(table, key) {
    const value = valueAt(table, key) ?? [];
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
    const value = valueAt(table, key);
    return value === undefined ? undefined : openTable(table, key, value);
}
/** The array of tables at `key`; empty where the key is absent. */
function tables(table, key) {
    const value = valueAt(table, key) ?? [];
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
    return value;
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


/***/ }),

/***/ 3673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UL: () => (/* binding */ parseLockText),
  y0: () => (/* binding */ parsePylock),
  xi: () => (/* binding */ readPylock)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var filename = __webpack_require__(5910);
// EXTERNAL MODULE: ./lib/plan/document.js
var plan_document = __webpack_require__(7606);
;// CONCATENATED MODULE: ./lib/plan/pylock-source.js
/** Sources of a pylock.toml that have to be built: directories and repositories (PEP 751). */



/** The `directory` or `vcs` of a `[[packages]]` entry; relative paths start from `base`. Throws LOCK_INVALID. */
function readSource(table, base) {
    const vcs = (0,plan_document/* optionalTable */.D6)(table, 'vcs');
    const directory = (0,plan_document/* optionalTable */.D6)(table, 'directory');
    if (vcs !== undefined && directory !== undefined)
        throw (0,plan_document/* fieldError */.$i)(table, 'vcs', 'and `directory` exclude each other');
    if (directory !== undefined) {
        const isEditable = (0,plan_document/* valueAt */.fK)(directory, 'editable') === true;
        const path = (0,external_node_path_.resolve)(base, (0,plan_document/* requiredString */.Fk)(directory, 'path'));
        return { kind: 'directory', path, isEditable, ...readSubdirectory(directory) };
    }
    return vcs && readRepository(vcs, base);
}
/** Commit and revision become arguments of Git: none may look like an option. */
function readRepository(vcs, base) {
    const type = (0,plan_document/* optionalString */.sx)(vcs, 'type') ?? 'git';
    if (type !== 'git')
        throw (0,plan_document/* fieldError */.$i)(vcs, 'type', `is \`${type}\`, and only Git repositories can be built`);
    const commit = (0,plan_document/* optionalString */.sx)(vcs, 'commit-id')?.toLowerCase();
    if (commit !== undefined && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) {
        throw (0,plan_document/* fieldError */.$i)(vcs, 'commit-id', `is not a commit of Git: \`${commit}\``);
    }
    const revision = (0,plan_document/* optionalString */.sx)(vcs, 'requested-revision');
    if (revision?.startsWith('-'))
        throw (0,plan_document/* fieldError */.$i)(vcs, 'requested-revision', `is not a revision: \`${revision}\``);
    const asked = revision === undefined ? {} : { requestedRevision: revision };
    return { kind: 'vcs', url: readRepositoryUrl(vcs, base), commit, ...asked, ...readSubdirectory(vcs) };
}
/** The spelling `user@host:path` is no URL: Git takes it, so it stays. */
function readRepositoryUrl(vcs, base) {
    const url = (0,plan_document/* optionalString */.sx)(vcs, 'url')?.replace(/^git\+/, '');
    if (url === undefined)
        return (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(base, (0,plan_document/* requiredString */.Fk)(vcs, 'path'))).href;
    if (/^(?:(?:https?|ssh|git|file):\/\/|[\w.][\w.-]*@[\w.-]+:)/i.test(url))
        return url;
    throw (0,plan_document/* fieldError */.$i)(vcs, 'url', 'is not the address of a Git repository');
}
/** `subdirectory` as a POSIX path without `.` segments; one that leaves its tree is an error. */
function readSubdirectory(table) {
    const written = (0,plan_document/* optionalString */.sx)(table, 'subdirectory');
    if (written === undefined)
        return {};
    const segments = written.split(/[\\/]/).filter(segment => segment !== '' && segment !== '.');
    if (/^(?:[\\/]|[a-z]:)/i.test(written) || segments.includes('..')) {
        throw (0,plan_document/* fieldError */.$i)(table, 'subdirectory', `must be a path inside the source tree, found \`${written}\``);
    }
    return segments.length === 0 ? {} : { subdirectory: segments.join('/') };
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
    const root = (0,plan_document/* openDocument */.EJ)(document, kindOf(source));
    const warnings = checkLockVersion(root);
    if ((0,plan_document/* valueAt */.fK)(root, 'packages') === undefined)
        throw (0,plan_document/* fieldError */.$i)(root, 'packages', 'is missing');
    return {
        source,
        requiresPython: (0,plan_document/* optionalString */.sx)(root, 'requires-python'),
        environments: (0,plan_document/* strings */.P$)(root, 'environments'),
        distributions: (0,plan_document/* tables */.um)(root, 'packages').map(table => readDistribution(table, options.directory)),
        extras: chooseExtras(root, options),
        dependencyGroups: chooseGroups(root, options),
        warnings,
    };
}
function kindOf(source) {
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
        throw (0,errors/* usageError */.Wp)('LOCK_INVALID', `\`${source}\` is not valid TOML: ${reason}${lineOf(error)}`, kindOf(source).hint);
    }
}
function lineOf(error) {
    return typeof error === 'object' && error !== null && 'line' in error ? ` (line ${String(error.line)})` : '';
}
/** A later minor version may carry keys that are not known here: a warning. A later major one is another format. */
function checkLockVersion(root) {
    const version = (0,plan_document/* requiredString */.Fk)(root, 'lock-version');
    const match = /^(\d+)\.(\d+)$/.exec(version);
    if (match === null || match[1] !== '1') {
        throw (0,plan_document/* fieldError */.$i)(root, 'lock-version', `is \`${version}\`, but only version 1 locks can be read`);
    }
    if (match[2] === '0')
        return [];
    return [`\`${root.kind.source}\` has lock-version ${version}; it is read as 1.0, keys added since are ignored`];
}
function chooseExtras(root, options) {
    const known = (0,plan_document/* strings */.P$)(root, 'extras').map(filename/* normalizeName */.P);
    if (options.allExtras)
        return known;
    const wanted = options.extras.map(filename/* normalizeName */.P);
    refuseUnknown('LOCK_EXTRA_UNKNOWN', 'extra', { source: root.kind.source, wanted, known });
    return unique(wanted);
}
/** As uv: the lock's default groups and the named ones, without those that were turned off. */
function chooseGroups(root, options) {
    const defaults = (0,plan_document/* strings */.P$)(root, 'default-groups');
    const known = [...(0,plan_document/* strings */.P$)(root, 'dependency-groups'), ...defaults];
    refuseUnknown('LOCK_GROUP_UNKNOWN', 'dependency group', { source: root.kind.source, wanted: options.groups, known });
    const excluded = new Set([...options.noGroups, ...(options.noDev ? ['dev'] : [])].map(filename/* normalizeName */.P));
    return unique([...defaults, ...options.groups]).filter(group => !excluded.has((0,filename/* normalizeName */.P)(group)));
}
function refuseUnknown(code, noun, { source, wanted, known }) {
    const names = new Set(known.map(filename/* normalizeName */.P));
    const unknown = wanted.filter(name => !names.has((0,filename/* normalizeName */.P)(name)));
    if (unknown.length === 0)
        return;
    const offered = known.length === 0 ? 'it has none' : `it has ${quoteAll(unique(known))}`;
    throw (0,errors/* usageError */.Wp)(code, `\`${source}\` has no ${noun} ${quoteAll(unknown)}: ${offered}`);
}
function quoteAll(values) {
    return values.map(value => `\`${value}\``).join(', ');
}
function unique(values) {
    return [...new Set(values)];
}
function readDistribution(table, directory) {
    const name = (0,filename/* normalizeName */.P)((0,plan_document/* requiredString */.Fk)(table, 'name'));
    const archive = (0,plan_document/* optionalTable */.D6)(table, 'archive');
    const sdist = (0,plan_document/* optionalTable */.D6)(table, 'sdist');
    const source = readSource(table, directory);
    const wheels = (0,plan_document/* tables */.um)(table, 'wheels').map(wheel => readFile(wheel, directory));
    if ([source, archive, sdist ?? wheels[0]].filter(place => place !== undefined).length !== 1) {
        throw (0,plan_document/* fieldError */.$i)(table, 'name', `is \`${name}\`, which must have files, or one of \`archive\`, \`directory\`, \`vcs\``);
    }
    return {
        name,
        version: (0,plan_document/* optionalString */.sx)(table, 'version'),
        marker: (0,plan_document/* optionalString */.sx)(table, 'marker'),
        requiresPython: (0,plan_document/* optionalString */.sx)(table, 'requires-python'),
        wheels,
        sdist: sdist && readFile(sdist, directory),
        archive: archive && { ...readFile(archive, directory), ...readSubdirectory(archive) },
        source,
        requested: true,
    };
}
/** Any file of a lock: wheel, sdist or archive. A `file:` URL is a path by another spelling. */
function readFile(table, directory) {
    const url = (0,plan_document/* optionalString */.sx)(table, 'url');
    const path = (0,plan_document/* optionalString */.sx)(table, 'path');
    if (path === undefined && url === undefined)
        throw (0,plan_document/* fieldError */.$i)(table, 'url', 'is missing, and so is `path`');
    const local = url?.startsWith('file:') === true;
    return {
        filename: readFilename(table),
        url: local ? undefined : url && checkUrl(table, url),
        path: path !== undefined ? (0,external_node_path_.resolve)(directory, path) : local ? pathOfFileUrl(table, url) : undefined,
        size: (0,plan_document/* optionalSize */.Iz)(table, 'size'),
        hashes: readHashes(table),
    };
}
/** Its `name`, or else the last segment of where it lies. */
function readFilename(table) {
    const path = (0,plan_document/* optionalString */.sx)(table, 'path');
    const segment = path === undefined ? lastUrlSegment(table) : path.split(/[\\/]/).at(-1);
    const filename = (0,plan_document/* optionalString */.sx)(table, 'name') ?? segment ?? '';
    if (/^(?:\.{0,2}|.*[\\/\0].*)$/s.test(filename))
        throw (0,plan_document/* fieldError */.$i)(table, 'name', `is not a filename: \`${filename}\``);
    return filename;
}
function lastUrlSegment(table) {
    try {
        return (0,plan_document/* optionalString */.sx)(table, 'url')
            ?.replace(/[?#].*$/s, '')
            .split('/')
            .slice(-1)
            .map(decodeURIComponent)[0];
    }
    catch {
        throw (0,plan_document/* fieldError */.$i)(table, 'url', 'has a filename with a broken `%` escape');
    }
}
function checkUrl(table, url) {
    if (URL.canParse(url) && /^https?:/i.test(url))
        return url;
    throw (0,plan_document/* fieldError */.$i)(table, 'url', 'is not an `http:`, `https:` or `file:` URL');
}
function pathOfFileUrl(table, url) {
    try {
        return (0,external_node_url_.fileURLToPath)(url);
    }
    catch (error) {
        throw (0,plan_document/* fieldError */.$i)(table, 'url', `is not a local file: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function readHashes(table) {
    const hashes = (0,plan_document/* optionalTable */.D6)(table, 'hashes');
    if (hashes === undefined || Object.keys(hashes.values).length === 0)
        throw (0,plan_document/* fieldError */.$i)(table, 'hashes', 'is missing or empty');
    const entries = Object.keys(hashes.values).map(algorithm => {
        const digest = (0,plan_document/* requiredString */.Fk)(hashes, algorithm);
        if (!/^[0-9a-f]+$/i.test(digest))
            throw (0,plan_document/* fieldError */.$i)(hashes, algorithm, `is not a hexadecimal digest: \`${digest}\``);
        return [algorithm.toLowerCase(), digest.toLowerCase()];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 2251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseRequirements),
/* harmony export */   K: () => (/* binding */ isSourceLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _index_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4158);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7668);
/** The text of a requirements file → rows (pip's requirements file format, PEP 508). */



/**
 * Reads a requirements file: continuation lines, comments, `${VARIABLE}`, options, hashes, markers and URLs.
 *
 * `source` is how messages call the file. Throws UserError REQUIREMENTS_INVALID with the line's number, URL_INVALID for what is no index, HASH_UNSUPPORTED,
 * and SOURCE_UNSUPPORTED for what can neither be installed nor built.
 */
function parseRequirements(text, source, env) {
    const lines = logicalLines(text).map(({ content, number }) => ({
        content: expandVariables(content, env),
        where: `\`${source}\` line ${number}`,
    }));
    const options = lines.filter(isOption).map(({ content, where }) => parseOption(content, where));
    const rows = lines.filter(line => !isOption(line)).map(({ content, where }) => (0,_requirement_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRow */ .W0)(content, where));
    return {
        requirements: rows.flatMap(row => ((0,_requirement_js__WEBPACK_IMPORTED_MODULE_2__/* .isSource */ .__)(row) ? [] : [row])),
        sources: rows.filter(_requirement_js__WEBPACK_IMPORTED_MODULE_2__/* .isSource */ .__),
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
/** Whether a logical line names a source, or an editable one. Throws as `parseRequirements`. */
function isSourceLine(line, env) {
    const content = expandVariables(withoutComment(line), env);
    if (content === '')
        return false;
    if (isOption({ content }))
        return parseOption(content, 'a requirements file').name === '--editable';
    return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_2__/* .isSource */ .__)((0,_requirement_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRow */ .W0)(content, 'a requirements file'));
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
        return { name, value: indexOptions.includes(name) ? (0,_index_address_js__WEBPACK_IMPORTED_MODULE_1__/* .proveIndexAddress */ .r)(value, `${where}, \`${flag}\``) : value };
    }
    const problem = valueOptions.includes(name)
        ? `\`${flag}\` has no value`
        : `\`${flag || content}\` is not an option here`;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('REQUIREMENTS_INVALID', `${where}: ${problem}`);
}
function valuesOf(options, name) {
    return options.filter(option => option.name === name).map(({ value }) => value);
}


/***/ }),

/***/ 8507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YJ: () => (/* binding */ lockRequiresPython),
/* harmony export */   ZZ: () => (/* binding */ findInputs),
/* harmony export */   _: () => (/* binding */ readInputText),
/* harmony export */   _5: () => (/* binding */ refuseUrl)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5078);
/** Which files a run reads: those that were named, or the first of the usual ones. */




/**
 * Finds and reads the input files. Without a named file and without packages, `pylock.toml`, `uv.lock` and
 * `requirements.txt` are looked for in the working directory, in that order.
 * Throws UserError REQUIREMENTS_FILE_NOT_FOUND, REQUIREMENTS_NOT_FOUND, REQUIREMENTS_KIND_UNKNOWN (a URL included) and
 * INPUTS_NOT_COMBINABLE (exit code 2).
 */
async function findInputs(settings) {
    const { workingDirectory, requirements, packages, constraints, editables, build } = settings;
    const isNamed = [requirements, packages, editables, build.sources].some(named => named.length > 0);
    const names = isNamed ? requirements : [await lookFor(workingDirectory)];
    const files = await Promise.all(names.map(name => readInput(name, workingDirectory)));
    const constraintFiles = await Promise.all(constraints.map(name => readInput(name, workingDirectory)));
    const lock = files.find(({ kind }) => kind !== 'requirements');
    const others = files.length - 1 + packages.length + constraints.length;
    if (lock !== undefined && others > 0) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('INPUTS_NOT_COMBINABLE', `\`${lock.shown}\` is a complete lock: it cannot be combined with other files, packages or constraints`, 'Add what is missing to the lock, or install it in a second run');
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
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)))
            return name;
    }
    for (const [name, command] of Object.entries(exportCommands)) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name))) {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('REQUIREMENTS_NOT_FOUND', `\`${name}\` in \`${directory}\` cannot be read directly`, exportHint(command));
        }
    }
    const looked = usualFiles.map(name => `\`${name}\``).join(', ');
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('REQUIREMENTS_NOT_FOUND', `nothing to install: no ${looked} in \`${directory}\`, and no file or package was named`, 'Name a file with `-r FILE`, or a package');
}
function exportHint(command) {
    return `Run \`${command}\` and give the file that it writes`;
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return false;
        throw error;
    }
}
async function readInput(name, directory) {
    refuseUrl(name);
    const kind = kindOf(name);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, name);
    return { path, shown: name, kind, text: await readInputText(path, name) };
}
/** Refuses an address where a file is expected: only what lies here is read. Throws UserError REQUIREMENTS_KIND_UNKNOWN. */
function refuseUrl(name, parent) {
    if (!/^[a-z][a-z0-9+.-]+:[\\/]/i.test(name))
        return;
    // `http:/user:password@host` is one too, and would hide its password from `redact`.
    const shown = `\`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .redact */ .E$)(URL.canParse(name) ? new URL(name).href : name)}\``;
    const problem = parent === undefined ? `${shown} is a URL` : `\`${parent}\` includes ${shown}, a URL`;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('REQUIREMENTS_KIND_UNKNOWN', `${problem}: only files can be read`, 'Download it, and name the file');
}
/** Reads a file that the user named; throws UserError REQUIREMENTS_FILE_NOT_FOUND. `shown` is how messages call it. */
async function readInputText(path, shown) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        const reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EISDIR')
            ? 'is a directory'
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EACCES')
                ? 'cannot be read'
                : 'does not exist';
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('REQUIREMENTS_FILE_NOT_FOUND', `\`${shown}\` ${reason} (looked at \`${path}\`)`);
    }
}
function kindOf(name) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(name);
    if (/^pylock(?:\.[^.]+)?\.toml$/.test(file))
        return 'pylock';
    if (file === 'uv.lock')
        return 'uv-lock';
    if (/\.(?:txt|in)$/i.test(file))
        return 'requirements';
    const command = exportCommands[file];
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageError */ .Wp)('REQUIREMENTS_KIND_UNKNOWN', `\`${name}\` is not a kind of file that can be read: expected \`pylock.toml\`, \`pylock.<name>.toml\`, \`uv.lock\`, or a requirements file in \`.txt\` or \`.in\``, command === undefined ? undefined : exportHint(command));
}


/***/ }),

/***/ 3901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jt: () => (/* binding */ directoryOf),
  hT: () => (/* binding */ readRunInputs),
  EX: () => (/* binding */ realmsOf)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/plan/pylock.js + 1 modules
var pylock = __webpack_require__(3673);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/plan/requirement.js
var requirement = __webpack_require__(7668);
// EXTERNAL MODULE: ./lib/plan/requirements.js
var requirements = __webpack_require__(2251);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/resolve/inputs.js
var inputs = __webpack_require__(8507);
;// CONCATENATED MODULE: ./lib/resolve/requirement-set.js
/** Requirements files with everything that they include, read into one set. */







/** Reads the requirement inputs. Throws what `parseRequirements` throws, and for an included file what `findInputs` throws. */
async function readRequirementSet(inputs, context) {
    const files = await Promise.all(inputs.files.map(file => readTree(file, [], context)));
    const constraintFiles = await Promise.all(inputs.constraints.map(file => readTree(file, [], context)));
    const packages = inputs.packages.map(text => (0,requirement/* parseRow */.W0)(text, `\`${(0,redact/* redact */.E$)(text)}\``));
    const trees = [...files, ...constraintFiles].flat();
    return {
        requirements: [
            ...files.flat().flatMap(({ requirements }) => requirements),
            ...packages.flatMap(row => ((0,requirement/* isSource */.__)(row) ? [] : [row])),
        ].map(absolute(context)),
        sources: [...files.flat().flatMap(({ sources }) => sources), ...packages.filter(requirement/* isSource */.__)],
        constraints: [
            ...files.flat().flatMap(tree => tree.constraints),
            ...constraintFiles.flat().flatMap(constraintsOf),
        ].map(absolute(context)),
        editables: files.flat().flatMap(({ editables }) => editables),
        index: trees.reduce(joinIndex, {
            ...context.index,
            findLinks: context.index.findLinks.map(absoluteLink(context.workingDirectory)),
        }),
        resolverOptions: trees.flatMap(({ resolverOptions }) => resolverOptions),
        included: trees.flatMap(({ included }) => included),
        usesVariables: trees.some(({ usesVariables }) => usesVariables),
    };
}
/** The file and what it includes, in pip's order; a file that includes itself is read once. */
async function readTree(file, parents, context) {
    if (parents.includes(file.path))
        return [];
    const directory = (0,external_node_path_.dirname)(file.path);
    const parsed = (0,requirements/* parseRequirements */.E)(file.text, file.shown, context.env);
    const below = [...parents, file.path];
    const open = async (name) => readTree(await openNested(name, file), below, context);
    const includes = await Promise.all(parsed.includes.map(open));
    const constraints = (await Promise.all(parsed.constraints.map(open))).flat();
    const own = {
        requirements: parsed.requirements,
        sources: parsed.sources,
        constraints: constraints.flatMap(constraintsOf),
        editables: parsed.editables,
        included: [
            ...[...parsed.includes, ...parsed.constraints].map(name => (0,external_node_path_.resolve)(directory, name)),
            ...constraints.flatMap(({ included }) => included),
        ],
        usesVariables: namesVariable(file.text) || constraints.some(({ usesVariables }) => usesVariables),
        options: parsed.index,
        resolverOptions: [...parsed.resolverOptions, ...constraints.flatMap(tree => tree.resolverOptions)],
        directory,
    };
    return [own, ...includes.flat()];
}
/** A source cannot be a constraint: it would have to be built to know what it constrains. */
function constraintsOf({ requirements, constraints, sources: [source] }) {
    if (source !== undefined)
        throw (0,requirement/* sourceRefused */.m_)(source);
    return [...requirements, ...constraints];
}
/** As pip: `${NAME}`, in capitals. */
function namesVariable(text) {
    return /\$\{[A-Z0-9_]+\}/.test(text);
}
async function openNested(name, parent) {
    (0,inputs/* refuseUrl */._5)(name, parent.shown);
    const path = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(parent.path), name);
    const shown = (0,external_node_path_.join)((0,external_node_path_.dirname)(parent.shown), name);
    return { path, shown, text: await (0,inputs/* readInputText */._)(path, shown) };
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
    return (link) => (isUrl(link) ? link : (0,external_node_path_.resolve)(base, link));
}
function isUrl(text) {
    return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(text);
}

// EXTERNAL MODULE: ./lib/resolve/uv-configuration.js
var uv_configuration = __webpack_require__(8478);
;// CONCATENATED MODULE: ./lib/resolve/run-inputs.js
/** What the inputs of a run say, read once: requirements with their includes, and uv's configuration. */




/** Reads what the input files include and what lies beside them. Throws what `readRequirementSet` throws. */
async function readRunInputs(inputs, { settings, host }) {
    const { workingDirectory, index } = settings;
    const files = inputs.files.filter(({ kind }) => kind === 'requirements');
    const lock = lockOf(inputs);
    const directory = directoryOf(inputs, settings);
    const file = lock?.kind === 'pylock' ? lock : undefined;
    const pylockDocument = once(() => file && (0,pylock/* parseLockText */.UL)(file.text, file.shown));
    return {
        ...inputs,
        directory,
        pylockDocument,
        pylock: once(() => file && (0,pylock/* readPylock */.xi)(pylockDocument(), file.shown, { ...settings, directory })),
        set: await readRequirementSet({ ...inputs, files }, { env: host.env, workingDirectory, index }),
        configuration: await (0,uv_configuration/* readUvConfiguration */.Q)(directory, host),
    };
}
/** Absolute: the directory of the lock, or the working directory. */
function directoryOf(inputs, { workingDirectory }) {
    const lock = lockOf(inputs);
    return lock === undefined ? workingDirectory : (0,external_node_path_.dirname)(lock.path);
}
function lockOf({ files }) {
    return files.find(({ kind }) => kind !== 'requirements');
}
/** Calls `make` when its value is first asked for; again where that threw. */
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
/** The index settings with the indexes of uv's configuration besides: addresses whose credentials a download may need. */
function realmsOf({ set, configuration }) {
    return { ...set.index, extraIndexUrls: [...set.index.extraIndexUrls, ...configuration.indexes] };
}


/***/ }),

/***/ 8478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readUvConfiguration)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3292);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
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
        ? [await readUvToml((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, env.UV_CONFIG_FILE))]
        : [await nearestConfiguration(directory), await readUvToml(userFile(env, host))];
    return files.filter(file => file !== undefined);
}
function userFile(env, { homeDirectory, platform }) {
    const roaming = env.APPDATA ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDirectory, 'AppData', 'Roaming');
    const directory = platform.os === 'win32' ? roaming : env.XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeDirectory, '.config');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'uv', 'uv.toml');
}
async function nearestConfiguration(directory) {
    const own = (await readUvToml((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'uv.toml'))) ??
        toolTable(await readOrUndefined((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'pyproject.toml')));
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory);
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
        return (0,smol_toml__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)(text);
    }
    catch (error) {
        if (error instanceof smol_toml__WEBPACK_IMPORTED_MODULE_2__/* .TomlError */ .zx)
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
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 8333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kf: () => (/* binding */ locateStore)
});

// UNUSED EXPORTS: ladderOf, usualPlaces

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
