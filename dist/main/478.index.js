export const id = 478;
export const ids = [478];
export const modules = {

/***/ 2478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   startUploader: () => (/* binding */ startUploader)
/* harmony export */ });
/* unused harmony export uploaderArgument */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8474);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/** The uploader: a process that saves to the cache while the steps of the job run. Here it is started. */





/** The argument that makes the entry of the post step the uploader: a bundle of its own would hold the same code. */
const uploaderArgument = 'upload';
/**
 * Starts the uploader and returns its process id, or undefined when the system starts no process. It belongs to no process
 * group of this step and is not waited for. Other processes can read the arguments and the environment that a process was
 * started with, so the credentials are in neither.
 */
async function startUploader(task, { uploaderPath, env }) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [uploaderPath, uploaderArgument], {
        // Always there, in no workspace, and not what a step cleans up.
        cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(process.execPath),
        detached: true,
        env: startVariables(env),
        stdio: ['pipe', 'ignore', 'ignore'],
        windowsHide: true,
    });
    // A pipe that breaks later is an uploader that ended, which the post step finds out.
    child.stdin.on('error', () => { });
    try {
        // Its threads inherit the priority that its first thread has when they start: so now, and not by itself.
        if (child.pid !== undefined)
            lowerPriority(child.pid);
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'spawn');
        const handover = { ...task, variables: { ...env, GITHUB_WORKSPACE: task.directory } };
        child.stdin.end(JSON.stringify(handover));
        await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child.stdin, 'finish', { signal: AbortSignal.timeout(handoverMs) });
    }
    catch (error) {
        // Not started, or ended or stopped before it read: the post step saves then.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
    child.unref();
    return child.pid;
}
/** Longest time for the handover: what the buffer of the pipe does not hold waits until the uploader reads, a tenth of a second. */
const handoverMs = 5000;
/** What the system, Node at its start and the runner's clean-up at the end of a job look for. */
const startNames = new Set([
    'PATH',
    'PATHEXT',
    'HOME',
    'USERPROFILE',
    'LOCALAPPDATA',
    'PROGRAMFILES',
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'TZ',
    'NODE_EXTRA_CA_CERTS',
    'NODE_USE_SYSTEM_CA',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'RUNNER_TEMP',
    'RUNNER_TRACKING_ID',
]);
function startVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => startNames.has(name.toUpperCase())));
}
function lowerPriority(pid) {
    try {
        (0,node_os__WEBPACK_IMPORTED_MODULE_2__.setPriority)(pid, node_os__WEBPACK_IMPORTED_MODULE_2__.constants.priority.PRIORITY_BELOW_NORMAL);
    }
    catch {
        // A courtesy to the steps of the job, which some systems do not allow.
    }
}


/***/ })

};
