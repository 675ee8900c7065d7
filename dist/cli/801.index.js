export const id = 801;
export const ids = [801];
export const modules = {

/***/ 3801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sealStored: () => (/* binding */ sealStored)
/* harmony export */ });
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7781);
/* harmony import */ var _resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3901);
/* harmony import */ var _bytecode_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8470);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(243);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7476);
/* harmony import */ var _seal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8954);
/* harmony import */ var _wheels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3600);
/** What a run with a stored plan saves to the remote cache: looked up when the environment is ready. */







/** Opens the cache and seals what it lacks. Throws what reading the lock throws; trouble of the cache is a warning. */
async function sealStored({ found, interpreter, keep }, run) {
    const { settings, host, located, watch } = run;
    const named = await (0,_resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunInputs */ .hT)(found, { settings, host });
    const session = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .openCache */ .bp)(named, interpreter, run);
    const { lock, portable } = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .obtainLock */ .B)(named, { interpreter, session }, run);
    const wheels = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .selectWheels */ .fp)(lock, interpreter, named.set.index);
    const kind = (0,_bytecode_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseBytecode */ .z)(interpreter, { settings, env: host.env })?.kind;
    const stored = await (0,_wheels_js__WEBPACK_IMPORTED_MODULE_6__/* .storedWheels */ .wu)(wheels, kind, located.store);
    const provided = stored.map(wheel => ({ ...wheel, source: 'store' }));
    const missing = wheels.filter(wheel => !stored.some(({ planned }) => planned === wheel));
    const sealing = { session, lock: portable, provided, reused: [], missing, kind, interpreter, keep };
    const { request, reason } = await (0,_seal_js__WEBPACK_IMPORTED_MODULE_5__/* .sealSave */ .b)(sealing, run);
    watch.decide('save', request === undefined ? 'no' : 'yes', reason);
    const cache = (0,_cache_js__WEBPACK_IMPORTED_MODULE_3__/* .describeCache */ .e7)(session, { wheels: wheels.length, spared: wheels.length });
    return { cache, save: request && JSON.stringify(request) };
}


/***/ })

};
