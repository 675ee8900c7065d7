export const id = 93;
export const ids = [93];
export const modules = {

/***/ 4093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepForNext: () => (/* binding */ keepForNext)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7208);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6687);
/** What is left in the store for the next run with the same plan, when the job is done: a ready environment, or its images. */



/** Carries out a request; trouble is a warning, since the job is done. Says what was made. */
async function keepForNext(request, host) {
    try {
        if (request.form === 'ready') {
            const { makeReady } = await Promise.all(/* import() */[__webpack_require__.e(334), __webpack_require__.e(584), __webpack_require__.e(61)]).then(__webpack_require__.bind(__webpack_require__, 6061));
            return (await makeReady(request, host)) ? 'a ready environment is kept for the next run' : undefined;
        }
        const plan = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .readStoredPlan */ .Td)(request.key, await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .openStore */ .Ch)(request.store));
        if (plan === undefined)
            return undefined;
        const { makeImages } = await Promise.all(/* import() */[__webpack_require__.e(33), __webpack_require__.e(334), __webpack_require__.e(584), __webpack_require__.e(61), __webpack_require__.e(877)]).then(__webpack_require__.bind(__webpack_require__, 1258));
        const reason = await makeImages(request, plan, host);
        return reason === undefined ? 'an image is kept for the next run' : `no image is kept: ${reason}`;
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserError */ .iU)(error) && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        host.log.warn(`nothing is kept for the next run: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}


/***/ })

};
