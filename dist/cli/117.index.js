export const id = 117;
export const ids = [117];
export const modules = {

/***/ 6438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ CacheTrouble),
/* harmony export */   S: () => (/* binding */ asTrouble)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
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
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        throw new CacheTrouble(`cache \`${backend}\`: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 8893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ grantedAccess),
/* harmony export */   YV: () => (/* binding */ githubOffer),
/* harmony export */   Yu: () => (/* binding */ isWanted),
/* harmony export */   Zf: () => (/* binding */ askedKeys),
/* harmony export */   sM: () => (/* binding */ assertKey),
/* harmony export */   vK: () => (/* binding */ assertMayWrite)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6438);

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
        throw new _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .CacheTrouble */ .E(`the runner's cache mode \`${mode}\` permits no saving`);
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
        throw new _backend_js__WEBPACK_IMPORTED_MODULE_0__/* .CacheTrouble */ .E(`the GitHub cache service takes 1 to ${longestKey} characters without commas, not ${what}`);
    }
}
/** The service takes the primary key for a prefix too: such a match is nobody's wish. */
function isWanted(matched, [key, ...prefixes]) {
    return matched === key || prefixes.some(prefix => matched.startsWith(prefix));
}


/***/ }),

/***/ 9117:
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

;// CONCATENATED MODULE: ./lib/edge/lazy-pipeline.js
const lazyPipeline = {
    install: async (settings, host, watch) => {
        const { install } = await Promise.all(/* import() */[__webpack_require__.e(554), __webpack_require__.e(334), __webpack_require__.e(584), __webpack_require__.e(61), __webpack_require__.e(630), __webpack_require__.e(317), __webpack_require__.e(375), __webpack_require__.e(802)]).then(__webpack_require__.bind(__webpack_require__, 5802));
        return install(settings, host, watch);
    },
    saveCache: async (request, host, watch) => {
        const { saveCache } = await Promise.all(/* import() */[__webpack_require__.e(554), __webpack_require__.e(79), __webpack_require__.e(584), __webpack_require__.e(587), __webpack_require__.e(630), __webpack_require__.e(317), __webpack_require__.e(249), __webpack_require__.e(911)]).then(__webpack_require__.bind(__webpack_require__, 1911));
        return saveCache(request, host, watch);
    },
};

// EXTERNAL MODULE: ./lib/report/timeline.js
var report_timeline = __webpack_require__(1451);
// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
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
    return report_timeline/* stages */._$.flatMap(stage => {
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
        progress.wheels.size > 0 ? (0,units/* countOf */.pq)(doneWheels(progress), 'wheel') : '',
        progress.files > 0 ? (0,units/* countOf */.pq)(progress.files, 'file') : '',
        bytesOf(progress) > 0 ? (0,units/* formatBytes */.z3)(bytesOf(progress)) : '',
    ].filter(part => part !== '');
    const time = (0,units/* formatDuration */.a3)(progress.endMs).padStart(8);
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
        bytes === 0 ? '' : (0,units/* formatBytes */.z3)(bytes),
    ];
    return parts.filter(part => part !== '').join(' ');
}
function renderWheels(progress) {
    const { wheels, expectedWheels } = progress;
    if (expectedWheels !== undefined)
        return `${(0,units/* formatCount */.B4)(doneWheels(progress))}/${(0,units/* countOf */.pq)(expectedWheels, 'wheel')}`;
    return wheels.size > 0 ? (0,units/* countOf */.pq)(doneWheels(progress), 'wheel') : '';
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

// EXTERNAL MODULE: ./lib/edge/event.js
var edge_event = __webpack_require__(2325);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
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

// EXTERNAL MODULE: ./lib/edge/given.js
var edge_given = __webpack_require__(2648);
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

// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(5650);
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
        return (0,report_report/* buildReport */.FK)(watch, { ...report, save: undefined });
    }
    finally {
        console.close();
    }
}
/** Leaves in the store what the next run can begin with, where the settings say so; the environment is in use meanwhile. */
async function keepForNextRun({ upkeep }, host) {
    const { keep } = JSON.parse(upkeep ?? '{}');
    if (keep === undefined)
        return;
    const { keepForNext } = await Promise.all(/* import() */[__webpack_require__.e(630), __webpack_require__.e(93)]).then(__webpack_require__.bind(__webpack_require__, 4093));
    const said = await keepForNext(keep, host);
    if (said !== undefined)
        host.log.info(said);
}
/** Carries out a request that another process sealed and returns the bytes that were saved. Throws what the pipeline throws. */
async function runSave(sealed, { host, console, pipeline, workspace, isRepeated = false }) {
    const request = parseSaveRequest(sealed);
    const watch = openWatch(console, new AbortController().signal);
    await pipeline.saveCache({ ...request, isRepeated, ...(workspace !== undefined && { workspace }) }, host, watch);
    return watch.spans.reduce((sum, { stage, bytes = 0 }) => (stage === 'save' ? sum + bytes : sum), 0);
}
function openWatch(console, signal) {
    const timeline = (0,report_timeline/* createTimeline */.MM)((0,report_timeline/* clockSince */.Td)(performance.timeOrigin));
    console.watch(timeline);
    return { ...timeline, signal };
}
/** It comes from the pipeline itself, through memory or the state that the runner holds. */
function parseSaveRequest(sealed) {
    return JSON.parse(sealed);
}

// EXTERNAL MODULE: ./lib/edge/settings.js + 2 modules
var edge_settings = __webpack_require__(6449);
;// CONCATENATED MODULE: ./lib/report/report-file.js
/** report.json: written by a run, read back by `wheelcrew report`. */



/** The text of report.json: one JSON object, without what is sealed for other processes. */
function formatReport(report) {
    return `${JSON.stringify({ ...report, save: undefined, upkeep: undefined }, undefined, 2)}\n`;
}
/**
 * Reads report.json; `source` names it in messages.
 * Throws the usage error REPORT_INVALID when it is not JSON, of another format, or when a field that a rendering needs is
 * missing or of another type.
 */
function parseReport(text, source) {
    const value = parseJson(text, source);
    if (!isRecord(value) || value.format !== 1) {
        const found = isRecord(value) ? JSON.stringify(value.format ?? null) : typeof value;
        throw invalid(source, `expected \`format\` 1, found ${found}`);
    }
    const problem = findProblem(value, reportShape, '');
    if (problem !== undefined)
        throw invalid(source, problem);
    return value;
}
function parseJson(text, source) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        if (!(cause instanceof SyntaxError))
            throw cause;
        throw invalid(source, 'it is not JSON');
    }
}
function invalid(source, problem) {
    const hint = 'give a file that `wheelcrew install --report FILE` of this version wrote';
    return (0,errors/* usageError */.Wp)('REPORT_INVALID', `\`${source}\` is not a report of Wheelcrew: ${problem}`, hint);
}
const reportShape = {
    fields: {
        version: 'string',
        startedAt: 'string',
        durationMs: 'number',
        timeToReadyMs: 'number',
        environment: { fields: { kind: report_report/* environmentKinds */.Z2, path: 'string' } },
        removed: { list: { fields: { name: 'string', version: 'string', replacedBy: 'string?' } } },
        missing: { list: 'string' },
        built: {
            list: {
                fields: {
                    name: 'string',
                    version: 'string',
                    path: 'string',
                    how: report_report/* buildOutcomes */.c,
                    seconds: 'number',
                    reason: 'string',
                },
            },
            isOptional: true,
        },
        explanation: 'string?',
        linkMode: 'string',
        python: { fields: { version: 'string', path: 'string' } },
        runner: { fields: { os: 'string', arch: 'string', parallelism: 'number' } },
        cache: {
            fields: {
                backend: 'string',
                outcome: report_report/* cacheOutcomes */.CU,
                primaryKey: 'string?',
                matchedKey: 'string?',
                reason: 'string',
            },
        },
        totals: { fields: { wheels: 'number', files: 'number', bytes: 'number', fetchedBytes: 'number' } },
        warnings: { list: 'string' },
        decisions: { list: { fields: { subject: 'string', choice: 'string', reason: 'string' } } },
        spans: { list: { fields: { stage: report_timeline/* stages */._$, wheel: 'string?', startMs: 'number', endMs: 'number' } } },
        stages: {
            list: {
                fields: {
                    stage: report_timeline/* stages */._$,
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
                    source: report_report/* wheelSources */.MU,
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
        if (value === undefined && shape.isOptional)
            return undefined;
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

// EXTERNAL MODULE: ./lib/report/intervals.js
var intervals = __webpack_require__(9604);
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
    const scale = (0,units/* formatDuration */.a3)(endMs);
    return [...lines, `${' '.repeat(labelWidth + 1)}0${scale.padStart(Math.max(width - 1, scale.length + 1))}`];
}
const labelWidth = 8;
function drawBar(spans, axis) {
    const columnMs = axis.endMs / axis.width;
    return Array.from({ length: axis.width }, (_, column) => {
        const from = column * columnMs;
        return drawShare((0,intervals/* unionMs */.k1)(clip(spans, from, from + columnMs)) / columnMs, touches(spans, from, from + columnMs));
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
        `${renderHeadline(report)}: ${report.environment.path}`,
        `Python ${python.version}, ${(0,units/* countOf */.pq)(totals.files, 'file')}, ${(0,units/* formatBytes */.z3)(totals.bytes)}, ${report.linkMode}`,
        ...renderRemoved(report),
        ...renderBuilds(report),
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
/** What the run brought about, and how long it took: a run that only builds has wheels of sources. */
function renderHeadline({ totals, timeToReadyMs, built = [] }) {
    const isBuild = totals.wheels === 0 && built.length > 0;
    const what = isBuild ? `${(0,units/* countOf */.pq)(built.length, 'wheel')} of sources` : (0,units/* countOf */.pq)(totals.wheels, 'wheel');
    return `${what} in ${(0,units/* formatDuration */.a3)(timeToReadyMs)}`;
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
/** A table of the wheels of sources, with an empty line before it. */
function renderBuilds({ built = [] }) {
    if (built.length === 0)
        return [];
    const rows = built.map(build => [build.name, ...describeBuild(build)]);
    return ['', ...alignColumns([['build', 'version', 'how', 'time', 'why'], ...rows])];
}
/** Version, how, time and why. */
function describeBuild({ version, how, seconds, reason }) {
    return [version, how, how === 'built' ? (0,units/* formatDuration */.a3)(seconds * 1000) : '', reason];
}
function text_renderStage({ stage, wallMs, bytes, files, note }) {
    return [
        stage,
        (0,units/* formatDuration */.a3)(wallMs),
        bytes === undefined ? '' : (0,units/* formatBytes */.z3)(bytes),
        files === undefined ? '' : (0,units/* formatCount */.B4)(files),
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
const limits = { wheels: 10, builds: 20, warnings: 20, decisions: 40, textLength: 400 };
/** The job summary: phase table, picture of the stages, cache, warnings, slowest wheels, decisions, runner. */
function renderSummary(report) {
    return [
        `### Python environment: ${renderHeadline(report)}`,
        renderPhases(report),
        renderPicture(report),
        renderCache(report),
        ...renderRemoved(report).map(escapeMarkdown),
        summary_renderBuilds(report),
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
        (0,units/* formatDuration */.a3)(wallMs),
        (0,units/* formatDuration */.a3)(busyMs),
        bytes === undefined ? '' : (0,units/* formatBytes */.z3)(bytes),
        files === undefined ? '' : (0,units/* formatCount */.B4)(files),
        escapeMarkdown(note ?? ''),
    ]);
}
function summary_renderBuilds({ built = [] }) {
    if (built.length === 0)
        return '';
    const head = ['| Build | Version | How | Time | Why |', '|:--|:--|:--|--:|:--|'];
    const shown = built
        .slice(0, limits.builds)
        .map(build => row([build.name, ...describeBuild(build)].map(escapeMarkdown)));
    return [...head, ...shown, ...renderRest(built.length - limits.builds)].join('\n');
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
    return fold((0,units/* countOf */.pq)(warnings.length, 'warning'), [...lines, ...renderRest(warnings.length - limits.warnings)]);
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
        wheel.sizeBytes === undefined ? '' : (0,units/* formatBytes */.z3)(wheel.sizeBytes),
        ...times.map(ms => (ms === undefined ? '' : (0,units/* formatDuration */.a3)(ms))),
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
        `${runner.os} ${runner.arch}, ${(0,units/* countOf */.pq)(runner.parallelism, 'thread')}`,
        `Python ${python.version}`,
        `${(0,units/* formatBytes */.z3)(totals.bytes)} in ${(0,units/* countOf */.pq)(totals.files, 'file')} by ${linkMode}`,
        environment.path,
        `Wheelcrew ${version}`,
    ];
    return `<sub>${parts.map(escapeMarkdown).join(' · ')}</sub>`;
}
function renderRest(count) {
    return count > 0 ? ['', `and ${(0,units/* formatCount */.B4)(count)} more, all in report.json`] : [];
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

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/options.js
var options = __webpack_require__(1097);
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
    const option = available(options/* options */.f.find(candidate => candidate.short === letter), spelling);
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
    return options/* options */.f.find(option => option.name === name || option.alias === name);
}
function available(option, spelling) {
    if (option?.where === 'action')
        throw (0,edge_given/* notAvailable */.Fc)(spelling);
    return option;
}
const helpHint = '`wheelcrew --help` lists all options';
function unknownOption(name) {
    const offered = options/* options */.f.filter(({ where, later }) => where !== 'action' && later !== true);
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





const runCommands = ['install', 'sync', 'restore', 'warm', 'save', 'build'];
const commands = [...runCommands, 'gc', 'verify', 'doctor', 'report', 'help'];
/**
 * Reads the arguments after the program's name.
 * Throws the usage errors COMMAND_MISSING, COMMAND_UNKNOWN, OPERANDS_INVALID, OPTIONS_NOT_COMBINABLE and those of options.
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
            return { command: found, given: gather([...flags, ...operandsAs('packages', rest)], 'install') };
        case 'build':
            refuseInputs(flags);
            return { command: found, given: gather([...flags, ...operandsAs('build', rest)], 'build') };
        case 'gc':
        case 'verify':
        case 'doctor':
            refuseOperands(found, rest);
            return { command: found, given: gather(flags, found) };
        case 'report':
            return parseReportCommand(gather(flags, 'report'), rest);
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
    const nearest = nearestName(word, commands);
    const guess = nearest === undefined ? hint : `did you mean \`wheelcrew ${nearest}\`? ${hint}`;
    throw (0,errors/* usageError */.Wp)('COMMAND_UNKNOWN', `\`${word}\` is not a command`, guess);
}
/** Joins repeated options and refuses those of another command; a build takes those of an installation too. */
function gather(flags, command) {
    const byName = new Map();
    for (const flag of flags) {
        const owner = flag.option.command ?? 'install';
        const isAlso = flag.option.alsoFor?.some(other => other === command) === true || (command === 'build' && owner === 'install');
        if (owner !== command && owner !== 'every' && !isAlso) {
            throw (0,errors/* usageError */.Wp)('OPTION_UNKNOWN', `${flag.spelling} is an option of \`wheelcrew ${owner}\`, not of \`wheelcrew ${command}\``);
        }
        const former = byName.get(flag.option.name)?.values ?? [];
        byName.set(flag.option.name, { ...flag, values: [...former, ...flag.values] });
    }
    const accepted = [...byName.values()].map(edge_given/* acceptOption */.Up).filter(option => option !== undefined);
    return new Map(accepted.map(option => [option.option.name, option]));
}
/** Operands are values of an option: packages of an installation, sources of a build. */
function operandsAs(name, operands) {
    const option = options/* options */.f.find(candidate => candidate.name === name);
    if (option === undefined || operands.length === 0)
        return [];
    return [{ option, values: operands, spelling: `\`${option.placeholder}\`` }];
}
/** They say what is installed, and a build installs nothing. */
const inputOptions = [
    ...['requirements', 'packages', 'constraint', 'extra', 'all-extras', 'group', 'no-group', 'no-dev'],
    ...['no-install-project', 'no-deps', 'upgrade', 'reinstall'],
];
function refuseInputs(flags) {
    const wrong = flags.find(({ option }) => inputOptions.includes(option.name));
    if (wrong === undefined)
        return;
    throw (0,errors/* usageError */.Wp)('OPTIONS_NOT_COMBINABLE', `${wrong.spelling} is about what gets installed, and \`wheelcrew build\` makes wheels of the sources that it is given`, 'Name the sources themselves: `wheelcrew build SOURCE…`; `wheelcrew install -r FILE` builds what a file or lock names');
}
function refuseOperands(command, operands) {
    const [operand] = operands;
    if (operand === undefined)
        return;
    const hint = 'name a place with `--store` or `--venv`; `wheelcrew --help` lists all options';
    throw (0,errors/* usageError */.Wp)('OPERANDS_INVALID', `\`wheelcrew ${command}\` takes no operand, found \`${operand}\``, hint);
}
function parseReportCommand(given, operands) {
    const [file, ...others] = operands;
    if (file === undefined || others.length > 0) {
        const hint = 'run `wheelcrew report FILE`, where `wheelcrew install --report FILE` wrote it';
        throw (0,errors/* usageError */.Wp)('OPERANDS_INVALID', `\`wheelcrew report\` takes one file, found ${operands.length}`, hint);
    }
    const output = (0,edge_given/* readList */.LD)(given, 'output').at(-1);
    const format = (0,edge_given/* readValue */.wK)(given, 'format') === 'summary' ? 'summary' : 'text';
    return { command: 'report', given, file, format, output };
}

;// CONCATENATED MODULE: ./lib/cli/help.js

/** The help text; options that this version refuses are left out. */
function renderHelp() {
    const sections = options/* optionSections */.k.flatMap(({ title, options }) => {
        const shown = options.filter(option => option.where !== 'action' && option.later !== true);
        return shown.length === 0 ? [] : ['', `${title}:`, ...shown.map(renderOption)];
    });
    return `${[...usage, ...sections, '', ...footer].join('\n')}\n`;
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
    const [first = '', ...rest] = wrap(help);
    const lines = name.length < nameWidth
        ? [name.padEnd(nameWidth) + first, ...rest.map(indent)]
        : [name, ...[first, ...rest].map(indent)];
    return lines.join('\n');
}
const lineWidth = 120;
function indent(line) {
    return ' '.repeat(nameWidth) + line;
}
/** Words in lines that fit beside the names. */
function wrap(text) {
    const lines = [];
    for (const word of text.split(' ')) {
        const last = lines.at(-1);
        if (last === undefined || nameWidth + last.length + 1 + word.length > lineWidth)
            lines.push(word);
        else
            lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
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
        return await runInvocation(parseArguments(args), services);
    }
    catch (error) {
        return fail(error, args, services);
    }
}
async function runInvocation(invocation, services) {
    switch (invocation.command) {
        case 'help':
            services.terminal.writeOut(renderHelp());
            return errors/* exitCodes */.hS.ok;
        case 'version':
            services.terminal.writeOut(`wheelcrew ${version/* version */.r}\n`);
            return errors/* exitCodes */.hS.ok;
        case 'report':
            await renderReport(invocation, services.terminal);
            return errors/* exitCodes */.hS.ok;
        case 'gc':
        case 'verify':
        case 'doctor':
            return upkeepCommand(invocation, services);
        case 'install':
        case 'sync':
        case 'restore':
        case 'warm':
        case 'save':
        case 'build':
            await installCommand(invocation, services);
            return errors/* exitCodes */.hS.ok;
    }
}
async function installCommand(invocation, services) {
    const { terminal, interrupt, pipeline } = services;
    const { given, console, host } = openCommand(invocation.given, services);
    const settings = (0,edge_settings/* makeSettings */.m)(given, {
        ...host,
        event: (0,edge_event/* readEvent */.j_)(host.env),
        command: invocation.command,
    });
    if (invocation.command === 'build')
        requireSources(settings);
    const signal = interrupt.signal;
    const report = await runInstall({ settings, host, signal, save: 'now' }, pipeline, console);
    // The warnings were printed when they happened.
    if (report.explanation === undefined)
        console.log.info(renderText({ ...report, warnings: [] }).trimEnd());
    const file = (0,edge_given/* readValue */.wK)(given, 'report');
    if (file !== '')
        await writeOutput((0,external_node_path_.resolve)(settings.workingDirectory, file), formatReport(report));
    if ((0,edge_given/* readFlag */.fG)(given, 'json'))
        terminal.writeOut(formatReport(report));
    else if (invocation.command === 'build')
        terminal.writeOut(renderBuildOutput(report));
    await keepForNextRun(report, host);
}
function requireSources({ build, editables }) {
    if (build.sources.length + editables.length > 0)
        return;
    const hint = 'Name a directory, a source archive or a repository: `wheelcrew build .`, `wheelcrew build git+https://…`';
    throw (0,errors/* usageError */.Wp)('BUILD_SOURCES_MISSING', '`wheelcrew build` needs a source to build, found none', hint);
}
/** The data of a build: the path of each wheel on a line of its own, or what its key is made of. */
function renderBuildOutput({ built = [], explanation }) {
    if (explanation === undefined)
        return built.flatMap(({ path }) => (path === '' ? [] : `${path}\n`)).join('');
    return explanation.endsWith('\n') ? explanation : `${explanation}\n`;
}
/** What an installation does without is loaded here. */
async function upkeepCommand({ command, given: asked }, services) {
    const { runUpkeep } = await Promise.all(/* import() */[__webpack_require__.e(554), __webpack_require__.e(33), __webpack_require__.e(79), __webpack_require__.e(334), __webpack_require__.e(584), __webpack_require__.e(630), __webpack_require__.e(317), __webpack_require__.e(363), __webpack_require__.e(375), __webpack_require__.e(252)]).then(__webpack_require__.bind(__webpack_require__, 1252));
    return runUpkeep(command, { ...openCommand(asked, services), asked, writeOut: services.terminal.writeOut });
}
/** What was given by flags and, below them, by variables; the console and the machine. */
function openCommand(asked, { terminal, layout }) {
    const given = (0,edge_given/* mergeGiven */.CQ)(asked, (0,edge_given/* givenByVariables */.i8)(terminal.env));
    const console = createConsole({
        write: terminal.writeError,
        columns: terminal.columns,
        color: usesColor(given, terminal),
        quiet: (0,edge_given/* readFlag */.fG)(given, 'quiet'),
        verbose: (0,edge_given/* readFlag */.fG)(given, 'verbose'),
    });
    return { given, console, host: { ...makeHost(layout, console.log), env: terminal.env } };
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
    return columns !== undefined && !(0,edge_given/* readFlag */.fG)(given, 'no-color') && (env.NO_COLOR ?? '') === '';
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
    const services = { terminal, layout: layoutOf(entryUrl), interrupt: listenForInterrupt(), pipeline: lazyPipeline };
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

/***/ 2325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dV: () => (/* binding */ defaultBranchOf),
/* harmony export */   j_: () => (/* binding */ readEvent),
/* harmony export */   vs: () => (/* binding */ headCommitOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** The event that started a job, as the runner describes it in a file. */


/** The payload of the event (`GITHUB_EVENT_PATH`), or undefined where there is none to be read. */
function readEvent(env) {
    const path = env.GITHUB_EVENT_PATH ?? '';
    if (path === '')
        return undefined;
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, 'ENOENT', 'EACCES') || error instanceof SyntaxError)
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


/***/ }),

/***/ 2648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ mergeGiven),
/* harmony export */   Fc: () => (/* binding */ notAvailable),
/* harmony export */   J0: () => (/* binding */ invalidOption),
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   Up: () => (/* binding */ acceptOption),
/* harmony export */   fG: () => (/* binding */ readFlag),
/* harmony export */   i8: () => (/* binding */ givenByVariables),
/* harmony export */   wK: () => (/* binding */ readValue)
/* harmony export */ });
/* unused harmony exports variableOf, givenByInputs */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1097);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5078);
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
    const value = option.kind === 'flag' ? normaliseFlag(last, option) : last;
    if (option.later && value === option.default)
        return undefined;
    if (option.later)
        throw notAvailable(spelling);
    checkValue({ option, values: [value], spelling }, value);
    return { option, values: [value], spelling };
}
/** The variable that gives an option, for example `WHEELCREW_LINK_MODE`. */
function variableOf(option) {
    return `WHEELCREW_${option.name.replaceAll('-', '_').toUpperCase()}`;
}
/** The variable in which a runner passes an input to an action, for example `INPUT_LINK-MODE`. */
function inputVariableOf(option) {
    return `INPUT_${option.name.toUpperCase()}`;
}
/** What the `WHEELCREW_X_Y` variables give; a list has one item a line. Throws as `acceptOption`. */
function givenByVariables(env) {
    return collectGiven(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .options */ .f.filter(option => option.where === 'everywhere' || option.where === 'cli'), option => ({ name: variableOf(option), spelling: `\`${variableOf(option)}\`` }), env);
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
    return given.get(name)?.values.at(-1) ?? _options_js__WEBPACK_IMPORTED_MODULE_1__/* .options */ .f.find(option => option.name === name)?.default ?? '';
}
/** True when a flag is, or is by default, `true`. */
function readFlag(given, name) {
    return readValue(given, name) === 'true';
}
/** The usage error for what DESIGN promises and this version does not have; `spelling` carries its own backticks. */
function notAvailable(spelling) {
    const hint = '`wheelcrew --help` lists what is available';
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('OPTION_NOT_AVAILABLE', `${spelling} is not available in this version`, hint);
}
/** The usage error for a value that an option does not take. */
function invalidOption(spelling, value, expected) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('OPTION_INVALID', `${spelling} cannot be \`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(value)}\`: expected ${expected}`);
}
function checkValue({ option, spelling }, value) {
    if (option.laterValues?.includes(value))
        throw notAvailable(`${spelling} = \`${value}\``);
    const allowed = option.values ?? (option.kind === 'flag' ? ['true', 'false'] : undefined);
    if (option.orFile === true)
        return;
    if (allowed === undefined || allowed.includes(value))
        return;
    throw invalidOption(spelling, value, `one of ${allowed.map(word => `\`${word}\``).join(', ')}`);
}
/** YAML's booleans in any case, and `1` and `0` as variables have them; anything else may be the path of a file. */
function normaliseFlag(value, { orFile = false }) {
    const lower = value.toLowerCase();
    if (lower === '1')
        return 'true';
    if (lower === '0')
        return 'false';
    return orFile && lower !== 'true' && lower !== 'false' ? value : lower;
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


/***/ }),

/***/ 6449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ makeSettings)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cache/github-rules.js
var github_rules = __webpack_require__(8893);
;// CONCATENATED MODULE: ./lib/cache/access.js

/**
 * What `enable-cache` permits for this event: `auto` only reads where untrusted code may run, and is off for a tag push
 * or a release. `payload` is the parsed event file (`GITHUB_EVENT_PATH`), read by the edge. The runner's mode wins.
 */
function cacheAccess(enableCache, env, payload) {
    const wanted = wantedAccess(enableCache, env, payload);
    const granted = (0,github_rules/* grantedAccess */.Ie)(env.ACTIONS_CACHE_MODE);
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

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/edge/event.js
var edge_event = __webpack_require__(2325);
// EXTERNAL MODULE: ./lib/edge/given.js
var edge_given = __webpack_require__(2648);
// EXTERNAL MODULE: ./lib/plan/index-address.js
var index_address = __webpack_require__(4158);
// EXTERNAL MODULE: ./lib/settings.js
var settings = __webpack_require__(3390);
;// CONCATENATED MODULE: ./lib/edge/index-settings.js
/** Where packages come from: our own options first, then uv's variables, then pip's, each setting by itself. */




/**
 * Reads the index settings: options, then UV_*, then PIP_* variables, then the default index.
 * An index may be given as `name=url`, as uv takes it. Throws the usage errors OPTION_INVALID for a variable that is
 * neither true nor false, and URL_INVALID for an index that is no address.
 */
function readIndexSettings(given, { env, workingDirectory }) {
    const flag = (name, ...variables) => given.has(name) ? (0,edge_given/* readFlag */.fG)(given, name) : readBoolean(env, variables);
    return {
        indexUrl: (0,index_address/* proveIndexAddress */.r)(firstFilled((0,edge_given/* readValue */.wK)(given, 'index-url'), env.UV_DEFAULT_INDEX, env.UV_INDEX_URL, env.PIP_INDEX_URL), '`--index-url` or its variable'),
        extraIndexUrls: firstFilledList((0,edge_given/* readList */.LD)(given, 'extra-index-url'), [...split(env.UV_INDEX, spaces), ...split(env.UV_EXTRA_INDEX_URL, spaces)], split(env.PIP_EXTRA_INDEX_URL, spaces)).map(address => (0,index_address/* proveIndexAddress */.r)(address, '`--extra-index-url` or its variable')),
        findLinks: firstFilledList((0,edge_given/* readList */.LD)(given, 'find-links'), split(env.UV_FIND_LINKS, ','), split(env.PIP_FIND_LINKS, spaces)).map(place => (isUrl(place) ? place : (0,external_node_path_.resolve)(workingDirectory, place))),
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
    return values.map(value => value?.trim() ?? '').find(value => value !== '') ?? settings/* defaultIndexUrl */.t;
}
function firstFilledList(...lists) {
    return lists.find(list => list.length > 0) ?? [];
}
/** True for `https://…`, `file:…`; a Windows drive (`C:\wheels`) is a path. */
function isUrl(place) {
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
        throw (0,edge_given/* invalidOption */.J0)(`\`${name}\``, value, '`true` or `false`');
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/edge/settings.js
/** What the user gave, made into the settings of a run. */






/** Interprets options: paths become absolute, defaults are filled in. Throws the usage error OPTION_INVALID. */
function makeSettings(given, facts) {
    const workingDirectory = absolute(facts.workingDirectory, (0,edge_given/* readValue */.wK)(given, 'working-directory'), facts);
    const store = (0,edge_given/* readValue */.wK)(given, 'store');
    const storeMaxBytes = sizeOf(given, 'store-max-size');
    const mode = modeOf(facts.command ?? (0,edge_given/* readValue */.wK)(given, 'mode'));
    // Variables of a job may say what it installs: a build installs nothing.
    const inputs = (name) => (mode === 'build' ? [] : (0,edge_given/* readList */.LD)(given, name).map(path => expandHome(path, facts)));
    return {
        mode,
        workingDirectory,
        requirements: inputs('requirements'),
        packages: inputs('packages'),
        constraints: (0,edge_given/* readList */.LD)(given, 'constraint').map(path => expandHome(path, facts)),
        extras: (0,edge_given/* readList */.LD)(given, 'extra'),
        allExtras: (0,edge_given/* readFlag */.fG)(given, 'all-extras'),
        groups: (0,edge_given/* readList */.LD)(given, 'group'),
        noGroups: (0,edge_given/* readList */.LD)(given, 'no-group'),
        noDev: (0,edge_given/* readFlag */.fG)(given, 'no-dev'),
        noInstallProject: (0,edge_given/* readFlag */.fG)(given, 'no-install-project'),
        noDeps: (0,edge_given/* readFlag */.fG)(given, 'no-deps'),
        upgrade: (0,edge_given/* readFlag */.fG)(given, 'upgrade'),
        python: expandHome((0,edge_given/* readValue */.wK)(given, 'python-version'), facts),
        environment: environmentOf(given, path => absolute(workingDirectory, path, facts)),
        breakSystemPackages: (0,edge_given/* readFlag */.fG)(given, 'break-system-packages'),
        editables: (0,edge_given/* readList */.LD)(given, 'editable').map(path => expandHome(path, facts)),
        exact: facts.command === 'sync',
        reinstall: (0,edge_given/* readFlag */.fG)(given, 'reinstall'),
        onConflict: (0,edge_given/* readValue */.wK)(given, 'on-conflict') === 'error' ? 'error' : 'warn',
        ...bytecodeSettings(given, path => absolute(workingDirectory, path, facts)),
        linkMode: linkModeOf(given),
        index: readIndexSettings(given, { env: facts.env, workingDirectory }),
        cache: readCacheSettings(given, facts),
        store: store === '' ? '' : absolute(workingDirectory, store, facts),
        storeMaxBytes,
        storeIsTemporary: storeMaxBytes === 0 || facts.env.RUNNER_ENVIRONMENT === 'github-hosted',
        readyEnvironments: readySetting(given, facts),
        build: buildSettings(given, workingDirectory, facts),
        provenance: provenanceOf(facts),
    };
}
function buildSettings(given, workingDirectory, facts) {
    const place = (name) => {
        const path = (0,edge_given/* readValue */.wK)(given, name);
        return path === '' ? '' : absolute(workingDirectory, path, facts);
    };
    return {
        sources: (0,edge_given/* readList */.LD)(given, 'build').map(text => expandSource(text, facts)),
        isolation: !(0,edge_given/* readFlag */.fG)(given, 'no-build-isolation'),
        configSettings: (0,edge_given/* readList */.LD)(given, 'config-settings').map(text => configSetting(text, given)),
        outDirectory: place('out'),
        reportFile: place('report'),
        explain: (0,edge_given/* readFlag */.fG)(given, 'explain'),
        chain: [],
        omitted: false,
    };
}
/** A path, or `-e` and a path. */
function expandSource(text, facts) {
    const [, option = '', source = ''] = /^((?:-e|--editable)[\s=]\s*)?(.*)$/s.exec(text) ?? [];
    return `${option}${expandHome(source, facts)}`;
}
function configSetting(text, given) {
    if (/^[^=]+=/.test(text))
        return text;
    throw (0,edge_given/* invalidOption */.J0)(given.get('config-settings')?.spelling ?? '`config-settings`', text, '`KEY=VALUE`');
}
function provenanceOf({ env, event }) {
    return {
        repository: env.GITHUB_REPOSITORY ?? '',
        ref: env.GITHUB_REF ?? '',
        revision: (0,edge_event/* headCommitOf */.vs)(event) || (env.GITHUB_SHA ?? ''),
        event: env.GITHUB_EVENT_NAME ?? '',
        run: env.GITHUB_RUN_ID ?? '',
    };
}
/** `compile-bytecode` is a flag, or the file that names the modules. */
function bytecodeSettings(given, absolutePath) {
    const word = (0,edge_given/* readValue */.wK)(given, 'compile-bytecode');
    const isFlag = word === 'true' || word === 'false';
    const modes = ['timestamp', 'checked-hash', 'unchecked-hash'];
    return {
        compileBytecode: word !== 'false',
        modulesFile: isFlag ? '' : absolutePath(word),
        invalidationMode: modes.find(mode => mode === (0,edge_given/* readValue */.wK)(given, 'invalidation-mode')) ?? 'timestamp',
    };
}
const byteUnits = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };
/** `20GB`, `500 MB`, `1.5g`: powers of 1000. */
function sizeOf(given, name) {
    const text = (0,edge_given/* readValue */.wK)(given, name);
    const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)b?$/i.exec(text) ?? [];
    if (digits !== undefined)
        return Math.floor(Number(digits) * (byteUnits[unit.toLowerCase()] ?? 1));
    throw (0,edge_given/* invalidOption */.J0)(given.get(name)?.spelling ?? `\`${name}\``, text, 'a size as `500MB` or `20GB`');
}
/** By itself it keeps one only where a store outlives the job, and its post step has the time: on self-hosted runners. */
function readySetting(given, { env, command }) {
    const word = (0,edge_given/* readValue */.wK)(given, 'ready-environments');
    if (word !== 'auto')
        return word === 'true' ? 'keep' : 'never';
    return command === undefined && env.RUNNER_ENVIRONMENT === 'self-hosted' ? 'keep' : 'use';
}
function readCacheSettings(given, { env, event }) {
    const ref = env.GITHUB_REF ?? '';
    const defaultBranch = (0,edge_event/* defaultBranchOf */.dV)(event) ?? '';
    const access = cacheAccess(enableCacheOf(given), env, event);
    const off = ['restore-cache', 'save-cache'].filter(name => !(0,edge_given/* readFlag */.fG)(given, name));
    return {
        backend: (0,edge_given/* readValue */.wK)(given, 'cache-backend'),
        restore: access.read && !off.includes('restore-cache'),
        save: access.write && !off.includes('save-cache'),
        suffix: (0,edge_given/* readValue */.wK)(given, 'cache-suffix'),
        // GITHUB_SHA of a pull request names a merge commit that no later run has.
        revision: (0,edge_given/* readValue */.wK)(given, 'cache-revision') || (0,edge_event/* headCommitOf */.vs)(event) || (env.GITHUB_SHA ?? ''),
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
    return ['true', 'false'].find(word => word === (0,edge_given/* readValue */.wK)(given, 'enable-cache')) ?? 'auto';
}
/** Where to install: at most one of the options may name a place. */
function environmentOf(given, absolutePath) {
    const target = (0,edge_given/* readValue */.wK)(given, 'target');
    const system = (0,edge_given/* readFlag */.fG)(given, 'system') ? given.get('system')?.spelling : undefined;
    const places = [given.get('venv-path')?.spelling, given.get('target')?.spelling, system].filter(place => place !== undefined);
    if (places.length > 1) {
        throw (0,errors/* usageError */.Wp)('OPTIONS_NOT_COMBINABLE', `${places.join(' and ')} name two places to install into`, 'Leave out all but one');
    }
    if (system !== undefined)
        return { kind: 'system' };
    if (target !== '')
        return { kind: 'target', path: absolutePath(target) };
    return { kind: 'venv', path: absolutePath((0,edge_given/* readValue */.wK)(given, 'venv-path')) };
}
function modeOf(word) {
    return ['restore', 'warm', 'save', 'build'].find(mode => mode === word) ?? 'install';
}
function linkModeOf(given) {
    const modes = ['hardlink', 'clone', 'copy', 'symlink', 'image'];
    return modes.find(mode => mode === (0,edge_given/* readValue */.wK)(given, 'link-mode')) ?? 'auto';
}
function absolute(base, path, facts) {
    return (0,external_node_path_.resolve)(base, expandHome(path, facts));
}
/** Inputs and variables pass no shell that would expand `~/`. */
function expandHome(path, { homeDirectory }) {
    return path === '~' || path.startsWith('~/') ? (0,external_node_path_.join)(homeDirectory, path.slice(1)) : path;
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

/***/ 1097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ options),
/* harmony export */   k: () => (/* binding */ optionSections)
/* harmony export */ });
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
function list(name, help, details = {}) {
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
            list('requirements', 'Lock or requirements files; else pylock.toml, uv.lock or requirements.txt is looked for', {
                short: 'r',
                placeholder: 'FILE',
            }),
            list('packages', 'Extra requirement specifiers, or paths and URLs of wheels and sources', {
                placeholder: 'PACKAGE',
            }),
            list('constraint', 'Constraint files', { placeholder: 'FILE' }),
            list('extra', 'Extras of the project that the lock is for', { placeholder: 'NAME' }),
            flag('all-extras', 'All extras of the project'),
            list('group', 'Dependency groups', { placeholder: 'NAME' }),
            list('no-group', 'Dependency groups to leave out', { placeholder: 'NAME' }),
            flag('no-dev', 'Leave the group `dev` out'),
            flag('no-install-project', 'Install the dependencies of the project without the project'),
            flag('no-deps', 'Install what is named and none of its dependencies'),
            flag('upgrade', 'Resolve again although nothing changed'),
            flag('require-hashes', 'Refuse whatever has no hash'),
            list('editable', 'Source trees to install as editable (PEP 660)', {
                where: 'cli',
                short: 'e',
                placeholder: 'PATH',
            }),
            list('build', 'Source trees, source archives or VCS URLs to build and install; `-e PATH` for an editable one', {
                placeholder: 'SOURCE',
            }),
            flag('build-env', 'Make the builds of later steps incremental', { later: true }),
            flag('no-build-isolation', 'Build in the environment that is installed into, as it is'),
            list('config-settings', 'Settings for the build backends (PEP 517)', { short: 'C', placeholder: 'KEY=VALUE' }),
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
            value('working-directory', 'Directory that relative paths start from', {
                default: '.',
                placeholder: 'DIR',
                alsoFor: ['gc', 'verify', 'doctor'],
            }),
            value('venv-path', 'The virtual environment, made when missing', {
                alias: 'venv',
                default: '.venv',
                placeholder: 'DIR',
                alsoFor: ['verify', 'doctor'],
            }),
            flag('activate-environment', 'Put the environment on PATH for the later steps', {
                where: 'action',
                default: 'true',
            }),
            flag('compile-bytecode', 'Compile to bytecode, so that the first import is fast; or a file naming the modules', {
                default: 'true',
                orFile: true,
            }),
            value('invalidation-mode', 'How bytecode is checked against its source', {
                default: 'timestamp',
                placeholder: 'MODE',
                values: ['timestamp', 'checked-hash', 'unchecked-hash'],
            }),
            value('link-mode', 'How files get into the environment (symlink: it needs its store from then on)', {
                default: 'auto',
                placeholder: 'MODE',
                values: ['auto', 'hardlink', 'clone', 'copy', 'symlink', 'image'],
            }),
            value('on-conflict', 'About two wheels with one path and different bytes', {
                default: 'warn',
                values: ['warn', 'error'],
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
                alsoFor: ['doctor'],
            }),
            flag('restore-cache', 'Restore from the remote cache', { default: 'true' }),
            flag('save-cache', 'Save to the remote cache', { default: 'true' }),
            value('cache-suffix', 'An extra part of the cache key', { placeholder: 'TEXT' }),
            value('cache-revision', 'The source revision that entries are keyed by; else the commit of the job', {
                placeholder: 'REVISION',
            }),
            value('store', 'Directory of the local store', { placeholder: 'DIR', alsoFor: ['gc', 'verify', 'doctor'] }),
            value('store-max-size', 'Size that the store is trimmed to; 0 where nothing needs to stay after the job', {
                default: '20GB',
                placeholder: 'SIZE',
                alsoFor: ['gc'],
            }),
            flag('ready-environments', 'Keep a copy of the environment in the store, so that the next run only renames it', {
                default: 'auto',
                values: ['auto', 'true', 'false'],
            }),
            value('cache-signing-key', 'Private key that entries are signed with', { placeholder: 'KEY', later: true }),
            value('cache-public-key', 'Public key that entries are checked with', { placeholder: 'KEY', later: true }),
        ],
    },
    {
        title: 'Index',
        options: [
            value('index-url', 'The package index', { placeholder: 'URL' }),
            list('extra-index-url', 'Further package indexes', { placeholder: 'URL' }),
            list('find-links', 'Directories or pages with links to wheels', { placeholder: 'PLACE' }),
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
            flag('json', 'Print one JSON object on stdout: the report or result, or the error', {
                where: 'cli',
                alsoFor: ['gc', 'verify', 'doctor'],
            }),
            flag('no-color', 'Print without colours', { where: 'cli', command: 'every' }),
            value('report', 'Write report.json to this file', { where: 'cli', placeholder: 'FILE' }),
            flag('version', 'Print the version', { where: 'argument', short: 'V', command: 'every' }),
            flag('help', 'Print this help', { where: 'argument', short: 'h', command: 'every' }),
        ],
    },
    {
        title: 'Building wheels (`wheelcrew build SOURCE…`)',
        options: [
            value('out', 'Directory that the wheels are copied to', {
                where: 'argument',
                command: 'build',
                placeholder: 'DIR',
            }),
            flag('explain', 'Say what the key of each build is made of, and build nothing', {
                where: 'argument',
                command: 'build',
            }),
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
const options = optionSections.flatMap(section => section.options);


/***/ }),

/***/ 4158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ proveIndexAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5078);
/** Addresses of package indexes as users write them. */


/**
 * Returns the address of an index, `https://…` or uv's `name=https://…`, as it was given; `file:` is left to the resolver.
 * Throws the usage error URL_INVALID for any other one, naming `where` it was given.
 */
function proveIndexAddress(address, where) {
    const url = address.replace(/^[\w.-]+=/, '');
    if (URL.canParse(url) && /^(?:https?:\/\/|file:)/i.test(url))
        return address;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('URL_INVALID', `${where}: \`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(address)}\` is not the address of an index, expected \`https://…\` or \`http://…\``, 'An index is the root of a Simple API, such as `https://host/simple`; for a directory of wheels use `--find-links`');
}


/***/ }),

/***/ 5078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   Lk: () => (/* binding */ hasCredentials),
/* harmony export */   PH: () => (/* binding */ stripCredentials),
/* harmony export */   Vi: () => (/* binding */ stripRepositoryCredentials)
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
/**
 * The address of a repository as `stripCredentials` gives it, but with the user name of SSH (`ssh://git@host/path`,
 * `git@host:path`): that is part of the address, and no secret.
 */
function stripRepositoryCredentials(url) {
    if (!/^ssh:/i.test(url) || !URL.canParse(url))
        return stripCredentials(url);
    const stripped = new URL(url);
    stripped.password = '';
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


/***/ }),

/***/ 9604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wg: () => (/* binding */ busyMs),
/* harmony export */   k1: () => (/* binding */ unionMs)
/* harmony export */ });
/* unused harmony export mergeIntervals */
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


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ cacheOutcomes),
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   MU: () => (/* binding */ wheelSources),
/* harmony export */   Z2: () => (/* binding */ environmentKinds),
/* harmony export */   c: () => (/* binding */ buildOutcomes),
/* harmony export */   t7: () => (/* binding */ withoutCache)
/* harmony export */ });
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3411);
/* harmony import */ var _intervals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9604);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1451);
/** One run as plain data, ready to be written as report.json and to be rendered in any form. */



/** Where a wheel's files came from. */
const wheelSources = ['store', 'cache', 'index', 'local', 'built', 'environment'];
const environmentKinds = ['venv', 'system', 'target', 'store'];
const cacheOutcomes = ['hit', 'partial', 'miss', 'off'];
/** The report of a run without a remote cache. */
function withoutCache(reason) {
    return { backend: 'none', outcome: 'off', primaryKey: undefined, matchedKey: undefined, reason };
}
const buildOutcomes = ['built', 'restored', 'store'];
/** The report of a run: a pure function of its timeline and facts. */
function buildReport(timeline, facts) {
    const { spans, warnings } = timeline;
    return {
        format: 1,
        version: _version_js__WEBPACK_IMPORTED_MODULE_1__/* .version */ .r,
        startedAt: timeline.startedAt.toISOString(),
        durationMs: timeline.now(),
        timeToReadyMs: spans.reduce((last, span) => (span.stage === 'save' ? last : Math.max(last, span.endMs)), 0),
        python: facts.python,
        environment: facts.environment,
        removed: facts.removed,
        missing: facts.missing,
        ...(facts.built !== undefined && { built: facts.built }),
        ...(facts.explanation !== undefined && { explanation: facts.explanation }),
        linkMode: facts.linkMode,
        runner: facts.runner,
        cache: facts.cache,
        save: facts.save,
        upkeep: facts.upkeep,
        stages: _timeline_js__WEBPACK_IMPORTED_MODULE_0__/* .stages */ ._$.flatMap(stage => describeStage(stage, timeline)).sort((a, b) => a.startMs - b.startMs),
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
            wallMs: (0,_intervals_js__WEBPACK_IMPORTED_MODULE_2__/* .unionMs */ .k1)(own),
            busyMs: (0,_intervals_js__WEBPACK_IMPORTED_MODULE_2__/* .busyMs */ .Wg)(own),
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
    return own.length === 0 ? undefined : (0,_intervals_js__WEBPACK_IMPORTED_MODULE_2__/* .busyMs */ .Wg)(own);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
function sumKnown(values) {
    const known = values.filter(value => value !== undefined);
    return known.length === 0 ? undefined : sum(known);
}


/***/ }),

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MM: () => (/* binding */ createTimeline),
/* harmony export */   Td: () => (/* binding */ clockSince),
/* harmony export */   _$: () => (/* binding */ stages)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5078);
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
            const decision = { subject, choice: (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(choice), reason: (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(reason) };
            decisions.push(decision);
            tell({ kind: 'decide', decision });
        },
        warn(text, { wheel } = {}) {
            const message = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text);
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


/***/ }),

/***/ 8861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
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


/***/ }),

/***/ 3390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defaultIndexUrl)
/* harmony export */ });
/** What the user asked for, proven: made once by an edge from flags, inputs and environment. */
/** The index that pip and uv use when none is named. */
const defaultIndexUrl = 'https://pypi.org/simple';


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of package.json: `dist/` is copied without it. */
const version = '0.1.0';


/***/ })

};
