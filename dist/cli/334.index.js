export const id = 334;
export const ids = [334,215];
export const modules = {

/***/ 1879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ unlessAbsent),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   wj: () => (/* binding */ distinctDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** Reading what may not be there. Synchronous: the fastest way for many small files. */


/** The entries of a directory, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
function namesIn(directory) {
    return unlessAbsent(directory, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory));
}
/** A file as text, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
function textOf(file) {
    return unlessAbsent(file, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
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
    return unlessAbsent(path, () => node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path));
}
/** The last: what Node says to a path with a null character. */
const absent = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];
/** What `read` returns, or undefined where nothing has this path. Throws UserError ENVIRONMENT_UNREADABLE. */
function unlessAbsent(path, read) {
    try {
        return read();
    }
    catch (error) {
        const errno = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(error);
        if (errno === undefined)
            throw error;
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, ...absent))
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('ENVIRONMENT_UNREADABLE', `cannot read \`${path}\` (${errno})`, {
            hint: 'check the permissions, or name another environment with `--venv`',
            cause: error,
        });
    }
}


/***/ }),

/***/ 6318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess),
/* harmony export */   x: () => (/* binding */ timeoutExitCode)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/** Child processes: an argument vector, never a shell, with everything it said. */

/** As `timeout(1)` says it. */
const timeoutExitCode = 124;
/**
 * Runs a command to its end and collects its output as UTF-8.
 *
 * A failing command is a result, not an error; a command that cannot be started rejects with Node's system error (`ENOENT`, `EACCES`).
 */
async function runProcess(command, args, options) {
    // It brings sockets along, which most runs that start no process do without.
    const { spawn } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            env: { ...options.env },
            stdio: 'pipe',
            windowsHide: true,
        });
        const stdout = collect(child.stdout, options.onStdout);
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
        if (child.pid !== undefined)
            options.onStart?.();
    });
}
function collect(stream, onText) {
    const chunks = [];
    const text = () => Buffer.concat(chunks).toString('utf8');
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        onText?.(text());
    });
    return text;
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
    return 128 + (signal === null ? 0 : node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[signal]);
}


/***/ }),

/***/ 2245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   HB: () => (/* binding */ ownClaim),
/* harmony export */   R0: () => (/* binding */ readClaimFile),
/* harmony export */   i3: () => (/* binding */ writeNewClaim),
/* harmony export */   pm: () => (/* binding */ replaceClaim)
/* harmony export */ });
/* unused harmony export oldestForeignMs */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9566);
/** The file that says which process is at work in a directory, and whether that process still runs. */




/** The id of a claim that does not say whose it is. */
const unreadable = 'unreadable';
/** A claim without its text is being written, or was when its process was killed. */
const longestWritingMs = 10_000;
/** A claim of another machine counts as left behind once it is older. */
const oldestForeignMs = 3_600_000;
/** The claim of this process. */
async function ownClaim() {
    return { ...(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .identifyProcess */ .wO)(process.pid)), kind: 'filled', id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() };
}
/** Undefined where there is no file. One that says nothing readable is of an unknown process. */
async function readClaimFile(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
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
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(aside, path);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            return false;
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'))
            throw error;
        return await writeInPlace(path, claim);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { force: true });
    }
}
/** In one step: there is always a claim, the old or the new one. */
async function replaceClaim(path, claim) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(await writeAside(path, claim), path);
}
/**
 * Whether the process of a claim may still be at work. On this machine the system tells. A process of another machine or
 * container cannot be seen: it is taken to be at work until the claim is `foreignMs` milliseconds old, an hour unless claims are renewed.
 */
async function isLive(path, claim, foreignMs = oldestForeignMs) {
    if (await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnThisMachine */ .lW)(claim))
        return (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunning */ .W_)(claim);
    const written = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    if (written === undefined)
        return false;
    const age = Date.now() - written.mtimeMs;
    if (claim.id === unreadable)
        return age < longestWritingMs;
    return !(0,_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isBeforeRestart */ .Lf)(claim, age) && age < foreignMs;
}
async function writeAside(path, claim) {
    const aside = `${path}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(aside, textOf(claim));
        return aside;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { force: true });
        throw error;
    }
}
async function writeInPlace(path, claim) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, textOf(claim), { flag: 'wx' });
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            return false;
        throw error;
    }
}
function textOf({ pid, start, kind, machine, id }) {
    return [pid, start, kind, machine, id].join(' ');
}


/***/ }),

/***/ 3218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wm: () => (/* binding */ claimEnvironment),
/* harmony export */   XH: () => (/* binding */ isLeftClaimed),
/* harmony export */   cB: () => (/* binding */ claimName),
/* harmony export */   lc: () => (/* binding */ waitUntilMade)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _claim_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2245);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5927);
/* harmony import */ var _process_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9566);
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
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName);
    try {
        const { held, firstMade } = await acquireIn(directory, makeWait(directory, waiting));
        return {
            directory,
            isUnfinished: held.kind === 'new',
            markUnfinished: () => (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .replaceClaim */ .pm)(path, { ...held, kind: 'new' }),
            release: async () => {
                if ((await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path))?.id === held.id)
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true });
                if (firstMade !== undefined)
                    await removeEmpty(directory, firstMade);
            },
        };
    }
    catch (error) {
        throw (await isDanglingLink(directory)) ? dangling(directory, error) : (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .cannotWrite */ .zz)(directory, error, kind);
    }
}
/** True where a killed process left its claim. */
async function isLeftClaimed(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName);
    const found = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
    return found !== undefined && !(await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found));
}
/**
 * Waits while another process makes the environment of this directory. True where a killed one left it half made.
 *
 * Throws as `claimEnvironment` does.
 */
async function waitUntilMade(directory, waiting = {}) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName);
    const wait = makeWait(directory, waiting);
    for (;;) {
        const found = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
        if (found?.kind !== 'new')
            return false;
        if (!(await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found)))
            return true;
        await wait(found);
    }
}
async function acquireIn(directory, wait) {
    let firstMade;
    for (;;) {
        firstMade = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true })) ?? firstMade;
        try {
            return { held: await acquire((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName), wait), firstMade };
        }
        catch (error) {
            // Whoever was waited for has removed the directory, or emptied it.
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
                throw error;
        }
    }
}
async function acquire(path, wait) {
    const own = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .ownClaim */ .HB)();
    for (;;) {
        const found = await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
        if (found === undefined) {
            if (await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writeNewClaim */ .i3)(path, own))
                return own;
        }
        else if (await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found, wait.foreignMs)) {
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
        if ((await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path))?.id !== abandoned.id)
            return undefined;
        const taken = { ...own, kind: abandoned.kind };
        await (0,_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .replaceClaim */ .pm)(path, taken);
        return taken;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(guard, { force: true });
    }
}
const defaultTimeoutMs = 300_000;
const pauses = { firstMs: 50, longestMs: 250, growth: 1.5 };
/** Each call waits a little; the first one past the deadline throws. */
function makeWait(directory, { onWait, timeoutMs = defaultTimeoutMs, signal, foreignMs }) {
    const deadline = performance.now() + timeoutMs;
    let pause = pauses.firstMs;
    let isTold = false;
    const wait = async (holder) => {
        signal?.throwIfAborted();
        const left = deadline - performance.now();
        const owner = !(holder.pid > 0)
            ? 'an unknown process'
            : `process ${holder.pid}${(await (0,_process_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .isOnThisMachine */ .lW)(holder)) ? '' : ' of another machine or container'}`;
        if (left <= 0)
            throw busy(directory, owner);
        if (!isTold)
            onWait?.(owner);
        isTold = true;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(Math.min(pause, left), undefined, { signal }).catch(() => signal?.throwIfAborted());
        pause = Math.min(pause * pauses.growth, pauses.longestMs);
    };
    return Object.assign(wait, foreignMs === undefined ? {} : { foreignMs });
}
async function removeEmpty(directory, firstMade) {
    for (let path = directory;; path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)) {
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(path);
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
                throw error;
            return;
        }
        if (path === firstMade)
            return;
    }
}
/** A directory is never made through a link to nothing. */
async function isDanglingLink(path) {
    const isLink = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).then(stats => stats.isSymbolicLink(), () => false);
    return isLink && !(await isReachable(path));
}
function isReachable(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, error => !(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'));
}
function dangling(directory, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('ENVIRONMENT_UNWRITABLE', `\`${directory}\` is a symbolic link to nothing`, {
        hint: 'remove it, and the environment is made in its place',
        cause,
    });
}
function busy(directory, owner) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('VENV_BUSY', `${owner} is at work on the environment \`${directory}\` right now`, {
        hint: `wait for it, or use another environment; if no such process is left, remove \`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, claimName)}\``,
    });
}


/***/ }),

/***/ 9566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lf: () => (/* binding */ isBeforeRestart),
/* harmony export */   W_: () => (/* binding */ isRunning),
/* harmony export */   lW: () => (/* binding */ isOnThisMachine),
/* harmony export */   wO: () => (/* binding */ identifyProcess)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** Which process it was, beyond its number, and whether it still runs: written down by one process and asked by another. */



/** A process of this machine that is running. */
async function identifyProcess(pid) {
    return { pid, start: (await startOf(pid)) ?? '-', machine: await thisMachine() };
}
/** Whether its number means something here: a process of another machine or container cannot be seen. */
async function isOnThisMachine({ machine }) {
    return machine === (await thisMachine());
}
/** Whether a process of this machine still runs. */
async function isRunning({ pid, start }) {
    return hasNumber(pid) && start === ((await startOf(pid)) ?? start);
}
/** Whether what a process wrote `ageMs` milliseconds ago is from before the last start of this machine. */
function isBeforeRestart({ machine }, ageMs) {
    return machine.startsWith(`${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}/`) && ageMs > (0,node_os__WEBPACK_IMPORTED_MODULE_1__.uptime)() * 1000;
}
async function thisMachine() {
    const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    const namespace = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)('/proc/self/ns/pid').catch(() => '');
    return `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()}/${boot.trim()}/${namespace}`.replaceAll(' ', '-');
}
/** Undefined where the system does not say. A process that has ended and is not yet reaped has no start. */
async function startOf(pid) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The name of the program, in parentheses, may hold anything.
    const [state = '', ...fields] = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
    return /[ZX]/.test(state) ? '' : fields[18];
}
function hasNumber(pid) {
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return false;
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EPERM');
    }
}


/***/ }),

/***/ 367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isOwnVariable),
/* harmony export */   b: () => (/* binding */ pythonEnvironmentVariables)
/* harmony export */ });
/** Of this program and of the action that runs it: kept from builds, as from every step of a job. */
const ownVariables = /^(?:WHEELCREW_|INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/i;
/** Whether a variable of ours is kept from builds. */
function isOwnVariable(name) {
    return ownVariables.test(name);
}
/**
 * The environment without `PYTHON*` and `__PYVENV_LAUNCHER__`, which change what an interpreter reports and imports, and without
 * our own variables: resolvers run the code of source archives.
 */
function pythonEnvironmentVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !changesPython.test(name) && !isOwnVariable(name)));
}
const changesPython = /^(?:PYTHON.*|__PYVENV_LAUNCHER__)$/i;


/***/ }),

/***/ 6525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ wheelOfEntry),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   Tk: () => (/* binding */ isEntry),
/* harmony export */   U0: () => (/* binding */ entryDirectory),
/* harmony export */   cT: () => (/* binding */ wheelEntry),
/* harmony export */   fi: () => (/* binding */ listEntries),
/* harmony export */   oM: () => (/* binding */ bytecodeEntry)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7208);
/** Entries of the store, wheels and bytecode sets, by the path of their directory below its root: as leases and plans name them. */




/** `wheels/<aa>/<sha256>` */
function wheelEntry(sha256) {
    return `wheels/${sha256.slice(0, 2)}/${sha256}`;
}
/** `bytecode/<set>/<aa>/<sha256>` */
function bytecodeEntry(kind, sha256) {
    return `bytecode/${(0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .bytecodeName */ .NG)(kind)}/${sha256.slice(0, 2)}/${sha256}`;
}
/** Whether a text names an entry, and nothing outside the store. */
function isEntry(text) {
    return typeof text === 'string' && /^(?:wheels|bytecode\/\w[\w.-]*)\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(text);
}
/** sha256 of the wheel that an entry is, or belongs to. */
function wheelOfEntry(entry) {
    return entry.slice(entry.lastIndexOf('/') + 1);
}
function entryDirectory(store, entry) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.root, entry);
}
/** All entries that there are. */
async function listEntries(store) {
    const sets = (await childrenOf(store, 'bytecode')).map(set => `bytecode/${set}`);
    const folders = await Promise.all(['wheels', ...sets].map(async (parent) => pathsIn(store, parent)));
    const entries = await Promise.all(folders.flat().map(folder => pathsIn(store, folder)));
    return entries.flat().filter(isEntry);
}
async function pathsIn(store, parent) {
    return (await childrenOf(store, parent)).map(name => `${parent}/${name}`);
}
/** Names below a directory of the store; none where it is not there. */
async function childrenOf(store, directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.root, directory));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return [];
        throw error;
    }
}


/***/ }),

/***/ 5118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ markUsed),
/* harmony export */   g: () => (/* binding */ markPrecisionMs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6525);
/** When an entry of the store was last used: the time of its note, which is set by each run that takes it. */




/** A mark younger than this is not made anew. */
const markPrecisionMs = 15 * 60_000;
/**
 * Marks entries as used, so that trimming keeps them for now, and returns those that the store lacks. Synchronous: a call is
 * some microseconds an entry. `now` in milliseconds since the epoch.
 */
function markUsed(store, entries, now) {
    return entries.filter(entry => {
        const note = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .entryDirectory */ .U0)(store, entry), 'note.json');
        const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(note, { throwIfNoEntry: false });
        if (facts !== undefined && now - facts.mtimeMs > markPrecisionMs)
            touch(note, now);
        return facts === undefined;
    });
}
/** In a store that belongs to somebody else, or cannot be written, its owner keeps the marks. */
function touch(path, now) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(path, now / 1000, now / 1000);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EPERM', 'EACCES', 'EROFS', 'ENOENT'))
            throw error;
    }
}


/***/ }),

/***/ 4721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ startPool)
/* harmony export */ });
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5919);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** A fixed number of worker threads over one queue: one task in flight per thread, errors mapped in one place. */


/** Up to `size` threads that run the module at `workerPath`; each starts when a task finds no idle one. */
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
    const grow = () => {
        const thread = startThread(workerPath, { feed, fail });
        threads.push(thread);
        return thread;
    };
    return {
        run: (task, transfer = []) => new Promise((resolve, reject) => {
            if (closed !== undefined)
                return reject(closed);
            queue.push({ task, transfer, resolve: resolve, reject });
            const idle = threads.find(thread => thread.current === undefined);
            if (idle !== undefined)
                feed(idle);
            else if (threads.length < size)
                feed(grow());
        }),
        warm: count => {
            while (threads.length < Math.min(count, size))
                grow();
        },
        close: async () => {
            fail(new Error('the worker pool is closed'));
            await Promise.all(threads.map(thread => thread.worker.terminate()));
        },
    };
}
function startThread(workerPath, { feed, fail }) {
    const thread = { worker: new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.Worker(workerPath), current: undefined };
    thread.worker.unref();
    thread.worker.on('message', (reply) => {
        const pending = thread.current;
        thread.current = undefined;
        if ('error' in reply)
            pending?.reject((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fromWire */ .kn)(reply.error));
        else
            pending?.resolve(reply.answer);
        feed(thread);
    });
    thread.worker.on('error', error => fail(error instanceof Error ? error : new Error(String(error))));
    thread.worker.on('exit', code => fail(new Error(`a worker thread ended with code ${code}`)));
    return thread;
}


/***/ })

};
