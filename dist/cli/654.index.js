export const id = 654;
export const ids = [654];
export const modules = {

/***/ 6654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   buildSources: () => (/* binding */ buildSources)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5650);
/* harmony import */ var _entries_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3610);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4253);
/* harmony import */ var _named_sources_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5095);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6038);
/** `wheelcrew build`: wheels of sources, and nothing installed. */








/** Builds what was named and copies the wheels to where they are wanted; or says what their keys are made of. */
async function buildSources({ named, interpreter, builder }, run) {
    const { settings, watch, located } = run;
    const place = { kind: 'store', root: located.directory, python: interpreter.executable };
    const nothing = { provided: [], reused: [], removed: [], missing: [], compiled: new Set() };
    const session = { open: undefined, reason: 'there is none' };
    const facts = { ...nothing, interpreter, environment: place, session, save: undefined, upkeep: (0,_entries_js__WEBPACK_IMPORTED_MODULE_4__/* .upkeepOf */ .q)([], run) };
    if (settings.build.explain) {
        const texts = [];
        for (const source of (0,_named_sources_js__WEBPACK_IMPORTED_MODULE_6__/* .explainedSources */ .l)(named, settings, interpreter))
            texts.push(await builder.explain(source));
        return { ...(0,_report_report_js__WEBPACK_IMPORTED_MODULE_3__/* .buildReport */ .FK)(watch, (0,_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .reportFacts */ .g)(facts, run)), explanation: texts.join('\n') };
    }
    const built = await (0,_sources_js__WEBPACK_IMPORTED_MODULE_7__/* .buildNamed */ .yM)(named, { interpreter, builder }, run);
    const copies = await copyAll(built, settings.build.outDirectory);
    const outcomes = builder.outcomes.map(outcome => ({
        ...outcome,
        path: copies.get(outcome.path) ?? lasting(outcome.path, run),
    }));
    return { ...(0,_report_report_js__WEBPACK_IMPORTED_MODULE_3__/* .buildReport */ .FK)(watch, (0,_facts_js__WEBPACK_IMPORTED_MODULE_5__/* .reportFacts */ .g)(facts, run)), built: outcomes, cache: describeCache(builder) };
}
/** As for wheels: a hit where nothing had to be made. */
function describeCache({ cacheName, outcomes }) {
    if (cacheName === undefined)
        return (0,_report_report_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutCache */ .t7)('builds are kept in the store');
    const made = outcomes.filter(({ how }) => how === 'built').length;
    const outcome = made === 0 ? 'hit' : made < outcomes.length ? 'partial' : 'miss';
    const reason = `${outcomes.length - made} of ${outcomes.length} sources were built before`;
    return { backend: cacheName, outcome, primaryKey: undefined, matchedKey: undefined, reason };
}
/** The wheel of an editable is made for this run; empty where it goes with it. */
function lasting(path, { located }) {
    return path.startsWith(located.store.temporary) ? '' : path;
}
/** As uv: what is made in it is no part of the repository that it may lie in. */
async function makeOutput(directory) {
    const isNew = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true })) !== undefined;
    if (isNew)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.gitignore'), '*\n');
}
/** Where each wheel was copied to. */
async function copyAll(built, directory) {
    const copies = new Map();
    if (directory === '')
        return copies;
    for (const { path } of built) {
        const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
        try {
            await makeOutput(directory);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(path, copy);
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('OUTPUT_NOT_WRITABLE', `cannot write \`${copy}\`: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
                hint: 'Name another directory with `--out`',
            });
        }
        copies.set(path, copy);
    }
    return copies;
}


/***/ })

};
