export const id = 460;
export const ids = [460];
export const modules = {

/***/ 2803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ unpackPlan),
/* harmony export */   p: () => (/* binding */ packPlan)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/* harmony import */ var _install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3590);
/* harmony import */ var _store_entry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6525);
/** A stored plan on its way to another machine: compressed, with all that it would read out of wheels; checked when it arrives. */







const compress = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.zstdCompress);
const decompress = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_4__.zstdDecompress);
/** Bytes of a plan: none comes near it, and a bomb does not go beyond. */
const longestPlan = 256 << 20;
/** Bytes that are decompressed at a time: a usual plan is one piece, which waits once for a thread. */
const pieceBytes = 4 << 20;
/** The bytes that travel: without what only this machine has. Throws system errors of the store. */
async function packPlan({ path, file, facts }, store) {
    const bytes = (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTreeFile */ .$c)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path), file, {
        facts: { ...facts, texts: [], files: [] },
        file: entry => entry.kind === 'script' && entry.shipped === undefined
            ? { ...entry, shipped: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, entry.from), 'base64') }
            : entry,
    });
    return compress(bytes, { params: { [node_zlib__WEBPACK_IMPORTED_MODULE_4__.constants.ZSTD_c_compressionLevel]: 9, [node_zlib__WEBPACK_IMPORTED_MODULE_4__.constants.ZSTD_c_checksumFlag]: 1 } });
}
/**
 * The bytes of the plan that `packPlan` packed, with the files of this machine that it follows from; undefined where it is not of these wheels (sha256), and for anything
 * else, and for a plan that names what lies outside of store or environment.
 */
async function unpackPlan(packed, { wheels, ...origin }) {
    const bytes = await decompress(packed, { maxOutputLength: longestPlan, chunkSize: pieceBytes }).catch(() => undefined);
    const file = bytes && (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTreeFile */ .eV)(bytes);
    if (bytes === undefined || file === undefined || !isHarmless(file) || !isOf(wheels, file))
        return undefined;
    return (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .changeTreeFile */ .$c)(bytes, file, { facts: { ...file.facts, ...origin } });
}
function isOf(wheels, { facts }) {
    const held = new Set(facts.entries.map(_store_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .wheelOfEntry */ .Bb));
    return held.size === wheels.size && [...held].every(sha256 => wheels.has(sha256));
}
function isHarmless({ facts, tree }) {
    try {
        const { wheels, warnings, entries, big } = facts;
        const isPlain = [...warnings, ...wheels.flatMap(({ name, version }) => [name, version])].every(isPlainText);
        return isPlain && entries.every(_store_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .isEntry */ .Tk) && big.every(isDigest) && isContained(tree());
    }
    catch (error) {
        if (error instanceof TypeError || error instanceof SyntaxError)
            return false;
        throw error;
    }
}
function isContained({ directories, files }) {
    const linked = directories.flatMap(([path, groups]) => [path, ...groups.flatMap(([from, names]) => [from, ...names])]);
    const written = files.flatMap(file => (file.kind === 'script' ? [file.path, file.from] : [file.path]));
    return [...linked, ...written].every(isBelow);
}
function isBelow(path) {
    return typeof path === 'string' && !/^\/|\0|(?:^|\/)\.\.(?:\/|$)/.test(path);
}
/** Nothing that a terminal acts on. */
function isPlainText(text) {
    return typeof text === 'string' && !/\p{Cc}/u.test(text);
}
function isDigest(text) {
    return /^[0-9a-f]{64}$/.test(text);
}


/***/ }),

/***/ 9460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveImages: () => (/* binding */ saveImages)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var _cache_backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6438);
/* harmony import */ var _cache_file_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5127);
/* harmony import */ var _cache_image_ranges_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(226);
/* harmony import */ var _cache_key_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2009);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8316);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(452);
/* harmony import */ var _store_check_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5733);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7208);
/* harmony import */ var _wheel_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6498);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1258);
/* harmony import */ var _portable_plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2803);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6687);
/** Saving an environment as images: each image, and the plan behind them, is an entry of its own. */














/** One is read while another is uploaded. */
const imagesInProgress = 2;
/**
 * Makes the images that the store lacks and saves those that the backend lacks. Trouble is a warning: then none are named.
 * Images of wheels that changed meanwhile are taken away.
 */
async function saveImages({ keep: request, key }, services) {
    const { store, host, watch } = services;
    try {
        const plan = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_12__/* .readStoredPlan */ .Td)(request.key, store);
        if (plan === undefined)
            return undefined;
        const reason = await (0,_images_js__WEBPACK_IMPORTED_MODULE_10__.makeImages)(request, plan, host);
        const set = reason === undefined ? await (0,_images_js__WEBPACK_IMPORTED_MODULE_10__/* .readImageSet */ .SB)((0,_images_js__WEBPACK_IMPORTED_MODULE_10__/* .imageSetPath */ .Je)(store, request, host)) : undefined;
        if (set === undefined) {
            watch.decide('images', 'not saved', reason ?? 'they are gone');
            return undefined;
        }
        const changed = (0,_store_check_js__WEBPACK_IMPORTED_MODULE_7__/* .changedEntries */ .bF)(store, plan.facts.entries);
        if (changed.length > 0) {
            await (0,_images_js__WEBPACK_IMPORTED_MODULE_10__/* .forgetImages */ .iB)(set, { ...request, umask: host.umask }, store);
            const names = changed.map(({ name }) => name);
            watch.warn(`in the store, ${(0,_wheel_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_9__/* .quotedFew */ .Z_)(names, 5)} changed while images were made: none are saved`);
            return undefined;
        }
        return await saveAll({ key, root: set.root, plan, layers: set.layers }, services);
    }
    catch (error) {
        watch.signal.throwIfAborted();
        if (!(error instanceof _cache_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .CacheTrouble */ .E || (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .isUserError */ .iU)(error)) && (0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        if (error instanceof SavedElsewhere)
            watch.decide('images', 'not saved', error.message);
        else
            watch.warn(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error)}; no images were saved`);
        return undefined;
    }
}
/** Somebody else is at it. */
class SavedElsewhere extends _cache_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .CacheTrouble */ .E {
}
async function saveAll({ key, root, plan, layers }, services) {
    const { store } = services;
    const savedPlan = await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_8__/* .withStagedFile */ .jN)(store, async (path) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, await (0,_portable_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .packPlan */ .p)(plan, store));
        return saveFile(path, services);
    });
    const saved = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_13__/* .mapBounded */ .y)(layers, imagesInProgress, async (name) => {
        const { file, savedBytes } = await saveFile((0,_images_js__WEBPACK_IMPORTED_MODULE_10__/* .imagePath */ .d0)(store, name), services);
        return { layer: { ...file, name }, savedBytes };
    });
    const images = {
        key,
        root,
        user: process.getuid?.() ?? 0,
        plan: savedPlan.file,
        layers: saved.map(({ layer }) => layer),
    };
    return { images, savedBytes: saved.reduce((sum, { savedBytes }) => sum + savedBytes, savedPlan.savedBytes) };
}
async function saveFile(path, services) {
    const { backend, watch, spoiled, isRepeated } = services;
    watch.signal.throwIfAborted();
    const contents = await describeFile(path);
    const digest = (0,_cache_key_js__WEBPACK_IMPORTED_MODULE_5__/* .blobDigest */ .ep)(contents.sha256, spoiled);
    const outcome = await backend.save((0,_cache_key_js__WEBPACK_IMPORTED_MODULE_5__/* .imageKey */ .p2)(digest), async () => path);
    if (outcome === 'present' && !(await backend.has((0,_cache_key_js__WEBPACK_IMPORTED_MODULE_5__/* .imageKey */ .p2)(digest)))) {
        if (isRepeated !== true)
            throw new SavedElsewhere('another job is saving the same');
        return saveFile(path, { ...services, spoiled: [...spoiled, digest], isRepeated: false });
    }
    return { file: { ...contents, digest }, savedBytes: outcome === 'saved' ? contents.size : 0 };
}
async function describeFile(path) {
    const { size, read, close } = await (0,_cache_file_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .openFileEntry */ .TT)({ backend: 'images', key: path, path });
    try {
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        const rangeSums = [];
        for (const { start, end } of (0,_cache_image_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .imageRanges */ .Yl)(size)) {
            const bytes = await read(start, end);
            hash.update(bytes);
            rangeSums.push((0,_cache_image_ranges_js__WEBPACK_IMPORTED_MODULE_4__/* .rangeSum */ .R6)(bytes));
        }
        return { sha256: hash.digest('hex'), size, rangeSums };
    }
    finally {
        await close();
    }
}


/***/ })

};
