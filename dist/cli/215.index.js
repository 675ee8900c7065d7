export const id = 215;
export const ids = [215];
export const modules = {

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


/***/ })

};
