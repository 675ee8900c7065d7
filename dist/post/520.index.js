export const id = 520;
export const ids = [520];
export const modules = {

/***/ 5520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   measureFirstImport: () => (/* binding */ measureFirstImport)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6318);
/* harmony import */ var _python_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(367);
/* harmony import */ var _bytecode_modules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1759);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7564);
/** How long the modules that were chosen to be compiled take to be imported, by a new process. */





const longestMs = 120_000;
/** What cannot be imported by itself is imported by others, or belongs to another system. */
const script = `
import importlib, sys
failed = 0
for name in sys.stdin.read().split():
    try:
        importlib.import_module(name)
    except BaseException:
        failed += 1
sys.stderr.write("\\n%d" % failed)
`;
/**
 * Measures it and says so in the report, where a file names the modules. `-B`: no bytecode is added to what was chosen.
 * Modules that fail are counted; nothing else comes of them.
 */
async function measureFirstImport(python, run) {
    const { modulesFile, compileBytecode } = run.settings;
    if (modulesFile === '' || !compileBytecode)
        return;
    const names = [...(0,_bytecode_modules_js__WEBPACK_IMPORTED_MODULE_2__/* .readModuleList */ .B4)(modulesFile).names];
    const start = performance.now();
    const { exitCode, stderr } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_3__/* .timed */ .ay)(run.watch, 'probe', () => (0,_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)(python, ['-B', '-c', script], {
        env: (0,_python_run_js__WEBPACK_IMPORTED_MODULE_4__/* .pythonEnvironmentVariables */ .b)(run.host.env),
        cwd: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(),
        input: names.join('\n'),
        timeoutMs: longestMs,
    }));
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const failed = Number(stderr.split('\n').at(-1));
    if (exitCode !== 0 || !Number.isInteger(failed)) {
        run.watch.decide('first import', 'not measured', `python ended with exit code ${exitCode}`);
        return;
    }
    const apart = failed === 0 ? '' : `, ${failed} of which cannot be imported by themselves`;
    run.watch.decide('first import', `${seconds} s`, `${names.length} modules of \`${modulesFile}\`${apart}`);
}


/***/ })

};
