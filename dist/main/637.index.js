export const id = 637;
export const ids = [637];
export const modules = {

/***/ 7637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installFromImages: () => (/* binding */ installFromImages)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/image/mount.js
var mount = __webpack_require__(4492);
// EXTERNAL MODULE: ./lib/plan/plan.js + 2 modules
var plan = __webpack_require__(7781);
// EXTERNAL MODULE: ./lib/python/environment.js
var python_environment = __webpack_require__(5927);
// EXTERNAL MODULE: ./lib/python/venv.js
var venv = __webpack_require__(3129);
// EXTERNAL MODULE: ./lib/resolve/inputs.js
var inputs = __webpack_require__(8507);
// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var pipeline_cache = __webpack_require__(243);
// EXTERNAL MODULE: ./lib/pipeline/environment.js
var pipeline_environment = __webpack_require__(6283);
// EXTERNAL MODULE: ./lib/pipeline/images.js
var pipeline_images = __webpack_require__(1258);
// EXTERNAL MODULE: ./lib/pipeline/images-key.js
var images_key = __webpack_require__(6984);
// EXTERNAL MODULE: ./lib/pipeline/interpreter.js + 6 modules
var pipeline_interpreter = __webpack_require__(2883);
// EXTERNAL MODULE: ./lib/pipeline/lock.js + 7 modules
var lock = __webpack_require__(7476);
// EXTERNAL MODULE: ./lib/pipeline/quick.js
var quick = __webpack_require__(8761);
// EXTERNAL MODULE: ./lib/pipeline/ready.js
var ready = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/pipeline/repeatable.js
var pipeline_repeatable = __webpack_require__(1507);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/cache/backend.js
var cache_backend = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/cache/image-ranges.js
var image_ranges = __webpack_require__(226);
// EXTERNAL MODULE: ./lib/cache/key.js
var cache_key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/pipeline/portable-plan.js
var portable_plan = __webpack_require__(2803);
// EXTERNAL MODULE: ./lib/pipeline/stored-plan.js
var stored_plan = __webpack_require__(6687);
;// CONCATENATED MODULE: ./lib/pipeline/restore-images.js
/** Images, and the plan behind them, out of the remote cache into the store. */














/**
 * Ranges of all images in progress: those that come over a network wait for it most of the time; of a file of this machine,
 * one is checked while others are read and written. What is in memory stays below 64 MiB.
 */
const rangesInProgress = { network: 16, file: 3 };
/** Bytes of a compressed plan: none comes near it. */
const largestPlan = 64 << 20;
function openLanes(count) {
    const slots = (0,concurrency/* createSlots */.e)(count);
    const memories = [];
    return {
        use: work => slots.use(async () => {
            const memory = memories.pop() ?? Buffer.allocUnsafeSlow(image_ranges/* imageRangeBytes */.so);
            await work(memory);
            memories.push(memory);
        }),
    };
}
/** Brings into the store what it lacks. Says why not; undefined where all of it is there. */
async function restoreImages(offer, run) {
    const { open, images, key, expected, obstacle } = offer;
    const { store } = run.located;
    const { root, plan, layers } = images;
    const there = await Promise.all(layers.map(({ name }) => (0,pipeline_images/* isImageThere */._)(store, name)));
    const lacking = layers.filter((_, index) => there[index] === false);
    run.watch.expect('restore', { bytes: lacking.reduce((sum, { size }) => sum + size, plan.size) });
    run.watch.decide('trust', 'as the cache is', 'images are unsigned: whoever can write to the cache chose them');
    const { network, file } = rangesInProgress;
    const lanes = { network: openLanes(network), file: openLanes(file) };
    const restore = { open, run, lanes, stop: new AbortController() };
    const work = [
        obstacle.then(reason => reason !== undefined && restore.stop.abort(new cache_backend/* CacheTrouble */.E(reason))),
        restorePlan({ key, file: plan, expected }, restore),
        ...lacking.map(layer => restoreLayer(layer, restore)),
    ];
    await Promise.allSettled(work);
    await Promise.all(work);
    run.watch.signal.throwIfAborted();
    if (restore.stop.signal.aborted)
        return reasonOf(restore.stop.signal.reason);
    const stored = await (0,stored_plan/* readStoredPlan */.Td)(key, store);
    if (stored === undefined)
        return 'the plan of the images is gone';
    const owner = { tree: stored.file.digest, umask: run.host.umask };
    await (0,pipeline_images/* keepImageSet */.P4)({ format: 1, root, layers: layers.map(({ name }) => name) }, owner, store);
    return undefined;
}
function reasonOf(error) {
    const isExpected = error instanceof cache_backend/* CacheTrouble */.E || (0,errors/* isUserError */.iU)(error) || (0,errors/* errnoOf */.UQ)(error) !== undefined;
    if (!isExpected)
        throw error;
    return (0,errors/* messageOf */.bD)(error);
}
function restorePlan({ key, file, expected }, restore) {
    return fromEntry(file, restore, async (entry) => {
        if (file.size > largestPlan)
            return false;
        const packed = Buffer.concat(await Promise.all((0,image_ranges/* imageRanges */.Yl)(file.size).map(range => entry.read(range))));
        const bytes = await (0,portable_plan/* unpackPlan */.Q)(packed, expected);
        if (bytes !== undefined)
            await (0,stored_plan/* keepPlanBytes */.yd)(key, bytes, restore.run.located.store);
        return bytes !== undefined;
    });
}
function restoreLayer(layer, restore) {
    const { located, settings } = restore.run;
    const { store } = located;
    // After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. And mounting may wait for
    // the disk: better while more comes.
    const isOnDisk = !settings.storeIsTemporary || (0,mount/* loopWritesBack */.kj)((0,external_node_os_.release)());
    return fromEntry(layer, restore, entry => (0,store_store/* withStagedFile */.jN)(store, async (path) => {
        const file = await (0,promises_.open)(path, 'wx');
        try {
            const disk = diskBehind(file);
            await writeRanges(file, { ...entry, onWritten: isOnDisk ? disk.add : undefined }, restore);
            if (isOnDisk)
                await disk.settle();
        }
        finally {
            await file.close();
        }
        const destination = (0,pipeline_images/* imagePath */.d0)(store, layer.name);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(destination), { recursive: true });
        await (0,promises_.rename)(path, destination);
        return true;
    }));
}
async function writeRanges(file, { size, from, read, onWritten }, { run, lanes, stop }) {
    const writing = (0,image_ranges/* imageRanges */.Yl)(size).map(range => lanes[from]
        .use(async (memory) => {
        stop.signal.throwIfAborted();
        run.watch.signal.throwIfAborted();
        const bytes = await read(range, memory);
        await writeExactly(file, bytes, range.start);
        onWritten?.(bytes.length);
        run.watch.advance('restore', bytes.length);
    })
        .catch(error => stop.abort(error)));
    await Promise.all(writing);
    stop.signal.throwIfAborted();
}
/** Bytes that are written before the disk is asked to take them. */
const flushBytes = 32 << 20;
/** Has what is written reach the disk while more comes. `settle` waits for all of it, and throws why it cannot. */
function diskBehind(file) {
    let waiting = 0;
    let isBusy = false;
    let flushed = Promise.resolve();
    const flush = async () => {
        isBusy = true;
        waiting = 0;
        await file.datasync();
        isBusy = false;
    };
    return {
        add: (bytes) => {
            waiting += bytes;
            if (isBusy || waiting < flushBytes)
                return;
            flushed = flushed.then(flush);
            flushed.catch(() => undefined);
        },
        settle: () => flushed.then(flush),
    };
}
/** A full disk takes a part before it refuses the rest. */
async function writeExactly(file, bytes, start) {
    for (let written = 0; written < bytes.length;) {
        written += (await file.write(bytes, written, bytes.length - written, start + written)).bytesWritten;
    }
}
/**
 * Hands the entry of a file to `take`, which says whether it is what it should be; one that is lost or damaged is spoiled.
 * Trouble is told once, whatever number of files it concerns.
 */
function fromEntry({ digest, size, rangeSums }, { open: { backend, spoiled, reading }, run, stop }, take) {
    const key = (0,cache_key/* imageKey */.p2)(digest);
    const spoil = (state) => {
        spoiled.add(digest);
        stop.abort(new cache_backend/* CacheTrouble */.E(`the cache entry \`${key}\` ${state}`));
    };
    return (0,pipeline_cache/* withEntry */.rM)(run, {
        open: async () => {
            try {
                const entry = await backend.open(key, []);
                if (entry === undefined)
                    spoil('is gone');
                return entry;
            }
            catch (error) {
                stop.abort(error);
                return undefined;
            }
        },
        use: async (entry) => {
            const read = async ({ index, start, end }, memory) => {
                const bytes = await entry.read(start, end, memory);
                if ((0,image_ranges/* rangeSum */.R6)(bytes) !== rangeSums[index])
                    spoil('is damaged');
                stop.signal.throwIfAborted();
                return bytes;
            };
            const from = entry.descriptor === undefined ? 'network' : 'file';
            try {
                if (entry.size !== size || !(await take({ size, from, read })))
                    spoil('is damaged');
            }
            catch (error) {
                stop.abort(error);
            }
        },
        otherwise: () => { },
        reading,
    });
}

// EXTERNAL MODULE: ./lib/pipeline/run.js + 4 modules
var pipeline_run = __webpack_require__(7564);
;// CONCATENATED MODULE: ./lib/pipeline/from-images.js
/** A new environment out of images in the remote cache: no wheel is unpacked, and nothing resolved. */




















/** Mounts images that the cache has of the plan of these inputs, where images are asked for and the environment is a new one. */
async function installFromImages({ found, named, chosen: known }, run) {
    const { settings, watch } = run;
    const unknown = { session: undefined, obtained: undefined };
    const { editables, sources } = named.set;
    const hasSources = settings.editables.length + settings.build.sources.length + editables.length + sources.length > 0;
    if (settings.environment.kind !== 'venv' || settings.upgrade || hasSources)
        return { chosen: known, ...unknown };
    const chosen = known ?? (await (0,pipeline_run/* timed */.ay)(watch, 'probe', () => (0,pipeline_interpreter/* chooseInterpreter */.S)(run, (0,inputs/* lockRequiresPython */.YJ)(found))));
    if (chosen.venv?.kind !== 'absent' && chosen.venv?.kind !== 'empty')
        return { chosen, ...unknown };
    const session = await (0,pipeline_cache/* openCache */.bp)(named, chosen.interpreter, run);
    const { open } = session;
    const offered = open?.manifest?.planDigest === open?.planDigest ? (open?.manifest?.images ?? []) : [];
    if (open === undefined || offered.length === 0)
        return { chosen, session, obtained: undefined };
    const { interpreter } = chosen;
    const obtained = await (0,pipeline_run/* timed */.ay)(watch, 'lock', () => (0,lock/* obtainLock */.B)(named, { interpreter, session }, run));
    const outcome = await mountOffered(offered, { named, chosen, session, open, obtained }, run);
    if ('report' in outcome)
        return outcome;
    watch.decide('images', 'not mounted', `${outcome.reason}; packs and links instead`);
    return { chosen, session, obtained };
}
/** Takes images of this very lock and interpreter. */
async function mountOffered(offered, wanted, run) {
    const { named, chosen, open, obtained } = wanted;
    const { interpreter } = chosen;
    const { lock } = obtained;
    if ((0,plan/* sourcesToBuild */.ek)(lock, interpreter).length > 0)
        return { reason: 'the lock has sources to build' };
    const wheels = (0,plan/* selectWheels */.fp)(lock, interpreter, named.set.index);
    const repeatable = await (0,pipeline_repeatable/* repeatableOf */.t)(wheels, { inputs: named, lock, interpreter }, run);
    const wantedKey = await (0,images_key/* imagesKey */.a)(interpreter, run);
    const images = offered.find(({ key }) => key === wantedKey);
    if (repeatable === undefined || images === undefined || images.layers.length > mount/* mostImages */.Mf) {
        return { reason: 'the images in the cache are of another interpreter, or of other settings' };
    }
    const user = process.getuid?.();
    if (images.user !== user)
        return { reason: `the images in the cache belong to user ${images.user}, this is ${user}` };
    const { key, files, texts } = repeatable;
    const expected = { files, texts, wheels: new Set(wheels.flatMap(({ sha256 }) => sha256 ?? [])) };
    const obstacle = run.mounting().then(mounting => ('lacks' in mounting ? mounting.lacks : undefined));
    const restoring = restoreImages({ open, images, key, expected, obstacle }, run);
    const providing = provideTemplate(images.root, chosen, run);
    await Promise.allSettled([restoring, providing]);
    await providing;
    const lacking = await restoring;
    return lacking === undefined ? from_images_mount({ ...images, key }, wanted, run) : { reason: lacking };
}
async function from_images_mount({ key, layers }, wanted, run) {
    const { settings, host, watch, located } = run;
    const { session, chosen, open } = wanted;
    const { interpreter } = chosen;
    const plan = await (0,stored_plan/* readPlan */.m3)(key, run);
    if (settings.environment.kind !== 'venv' || plan === undefined)
        return { reason: 'the plan of the images is gone' };
    const environment = (0,python_environment/* venvEnvironment */.z7)(settings.environment.path, interpreter, host.platform);
    const request = (0,ready/* readyRequest */.DF)({ plan, environment, interpreter }, run);
    if (request === undefined)
        return { reason: 'the interpreter is gone' };
    const outcome = await (0,pipeline_run/* timed */.ay)(watch, 'venv', () => (0,pipeline_images.takeImage)(request, plan, run));
    if ('reason' in outcome) {
        const isThere = await Promise.all(layers.map(({ name }) => (0,pipeline_images/* isImageThere */._)(located.store, name)));
        // What the kernel refused was taken away.
        for (const [index, { digest }] of layers.entries())
            if (isThere[index] === false)
                open.spoiled.add(digest);
        return outcome;
    }
    watch.decide('venv', 'mounted', 'images were in the cache');
    for (const warning of plan.facts.warnings)
        watch.warn(warning);
    const wheels = plan.facts.wheels.length;
    const made = (0,quick/* mountedAt */._r)(outcome.mounted, { environment, keep: (0,ready/* keepRequest */.N2)(request, settings) }, run);
    watch.decide('save', 'no', 'the cache gave all of it');
    const cache = (0,pipeline_cache/* describeCache */.e7)(session, { wheels, spared: wheels });
    return { report: (0,quick/* reportQuick */.su)({ plan: ofCache(plan), made, interpreter, cache, save: undefined }, run) };
}
/** The texts of another path than that of the images come out of the template, which a new machine lacks. */
async function provideTemplate(imaged, { interpreter }, run) {
    const { environment } = run.settings;
    if (environment.kind !== 'venv' || environment.path === imaged)
        return;
    const at = (0,external_node_path_.join)(await run.scratchDirectory('venv'), (0,external_node_crypto_.randomUUID)());
    await (0,promises_.mkdir)(at);
    await (0,venv/* fillVenv */.TF)({ at, root: environment.path }, interpreter, (0,pipeline_environment/* venvOptionsOf */.N)(run));
}
function ofCache(plan) {
    const wheels = plan.facts.wheels.map(facts => ({ ...facts, source: 'cache' }));
    return { ...plan, facts: { ...plan.facts, wheels } };
}


/***/ }),

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

/***/ 1507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ repeatableOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _resolve_lock_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4140);
/* harmony import */ var _resolve_stored_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6687);
/** By what a later run finds the plan of this one. */




/** Whether another run with these inputs would do the same, wherever its environment lies. */
async function repeatableOf(wheels, { inputs, lock, interpreter, isBuilt = () => false }, run) {
    const isPlaceless = ({ sha256, directUrl }) => sha256 !== undefined && !isBuilt(sha256) && directUrl?.url.startsWith('file:') !== true;
    const { editables, sources, usesVariables, included } = inputs.set;
    const isStorable = wheels.every(isPlaceless) && editables.length + sources.length === 0 && !usesVariables;
    const key = isStorable
        ? await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planKey */ .vH)({ found: inputs, configuration: inputs.configuration, interpreter }, run)
        : undefined;
    if (key === undefined)
        return undefined;
    const paths = lock.distributions.flatMap(({ wheels: files }) => files.flatMap(({ path }) => path ?? []));
    const files = (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .statesOf */ .kY)([...new Set(paths)]);
    const isRead = inputs.files.some(({ kind }) => kind === 'pylock');
    const locks = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(run.located.store.root, 'locks');
    const stored = isRead ? [] : [(0,_resolve_stored_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .storedLockPath */ .My)(locks, (0,_resolve_lock_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .T)(inputs, { settings: run.settings, interpreter }))];
    const texts = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .digestsOf */ .nw)([...stored, ...included]);
    return files && texts && { key, files, texts };
}


/***/ })

};
