export const id = 363;
export const ids = [363,93];
export const modules = {

/***/ 9679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fF: () => (/* binding */ claimBuild),
/* harmony export */   gg: () => (/* binding */ isClaimed)
/* harmony export */ });
/* unused harmony export claimDirectory */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _python_claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3218);
/* harmony import */ var _python_claim_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2245);
/* harmony import */ var _store_builds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8232);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7208);
/** Who builds on this machine: one process at a time makes a key, or works in a directory of the store. */







/**
 * Claims the builds of a first key for this process. Waits while another process makes one, however long that takes, and takes
 * over from one that is gone; what it made has to be looked for again.
 *
 * Throws UserError STORE_UNWRITABLE, and the reason of the signal.
 */
function claimBuild(store, first, waiting) {
    return claimDirectory(store, (0,_store_builds_js__WEBPACK_IMPORTED_MODULE_5__/* .buildsOfKey */ .gR)(first), waiting);
}
/** Claims a directory, given below the root of the store, in the same way; it is made where it is missing. */
async function claimDirectory(store, path, waiting) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(store.root, path);
    const claim = await acquire(directory, store, waiting);
    const inUse = new Set([(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, _python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimName */ .cB)]);
    const renewal = setInterval(() => {
        for (const kept of inUse)
            void mark(kept);
    }, renewalMs).unref();
    return {
        keep: async (kept) => {
            inUse.add(kept);
            await mark(kept);
        },
        release: async () => {
            clearInterval(renewal);
            await claim.release();
        },
    };
}
/** True where a process is at work in a directory: one of another machine too, as long as it renews its claim. */
async function isClaimed(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, _python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimName */ .cB);
    const found = await (0,_python_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaimFile */ .R0)(path);
    return found !== undefined && (await (0,_python_claim_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(path, found, foreignMs));
}
/** A claim of another machine or container, which cannot be seen, is taken for one that was left behind when it is not renewed. */
const renewalMs = 60_000;
const foreignMs = 5 * renewalMs;
async function acquire(directory, { root }, waiting) {
    try {
        return await (0,_python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimEnvironment */ .Wm)({ kind: 'target', stateDirectory: directory }, { ...waiting, timeoutMs: Number.POSITIVE_INFINITY, foreignMs });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isUserError */ .iU)(error) || error.code !== 'ENVIRONMENT_UNWRITABLE')
            throw error;
        throw (0,_store_store_js__WEBPACK_IMPORTED_MODULE_6__/* .storeUnwritable */ .x2)(`cannot build with the store in \`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root)}\``, error.cause ?? error);
    }
}
/** What is not there any more needs no mark. */
async function mark(path) {
    const now = new Date();
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.utimes)(path, now, now);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}


/***/ }),

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


/***/ }),

/***/ 3363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkAbandonedLeases: () => (/* binding */ checkAbandonedLeases),
  describeChanges: () => (/* binding */ describeChanges),
  nt: () => (/* binding */ maintainStore)
});

// UNUSED EXPORTS: closeLease, endJob, openLease

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/image/unmount.js
var unmount = __webpack_require__(4917);
// EXTERNAL MODULE: ./lib/python/process-identity.js
var process_identity = __webpack_require__(9566);
// EXTERNAL MODULE: ./lib/store/check.js
var check = __webpack_require__(5733);
// EXTERNAL MODULE: ./lib/store/entry.js
var store_entry = __webpack_require__(6525);
// EXTERNAL MODULE: ./lib/store/evict.js + 1 modules
var evict = __webpack_require__(2256);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
;// CONCATENATED MODULE: ./lib/store/lease.js
/**
 * Leases: which entries of the store the environment of a job is linked to. A job may write through its links; whoever closes
 * the lease compares. `leases/<uuid>.json`, one file a job, written once.
 */






/** Writes a lease and returns its id. Throws Node's system errors. */
async function lease_writeLease(store, lease) {
    const id = (0,external_node_crypto_.randomUUID)();
    await (0,promises_.mkdir)((0,external_node_path_.join)(store.root, 'leases'), { recursive: true });
    const unfinished = (0,external_node_path_.join)(store.temporary, `lease-${id}`);
    try {
        await (0,promises_.writeFile)(unfinished, JSON.stringify({ format: 1, ...lease }));
        await (0,promises_.rename)(unfinished, leasePath(store, id));
    }
    catch (error) {
        await (0,store_store/* discard */.vf)(unfinished);
        throw error;
    }
    return id;
}
/** All leases that there are: one directory is read where there are none. */
async function readLeases(store) {
    const ids = (await (0,store_entry/* childrenOf */.LU)(store, 'leases')).flatMap(name => /^([\w-]+)\.json$/.exec(name)?.[1] ?? []);
    const leases = await Promise.all(ids.map(id => readLease(store, id)));
    return leases.filter(lease => lease !== undefined);
}
/** Undefined where it was closed. */
async function readLease(store, id) {
    const path = leasePath(store, id);
    try {
        const [text, { mtimeMs }] = await Promise.all([(0,promises_.readFile)(path, 'utf8'), (0,promises_.stat)(path)]);
        return { id, lease: parseLease(text), writtenAt: mtimeMs };
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
async function removeLease(store, id) {
    await (0,promises_.rm)(leasePath(store, id), { force: true });
}
function leasePath(store, id) {
    return (0,external_node_path_.join)(store.root, 'leases', `${id}.json`);
}
function parseLease(text) {
    try {
        const { format, owner, entries } = JSON.parse(text);
        const isOwner = Number.isSafeInteger(owner.pid) && typeof owner.start === 'string' && typeof owner.machine === 'string';
        return format === 1 && isOwner && entries.every(store_entry/* isEntry */.Tk) ? { owner, entries } : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/store/usage.js
var usage = __webpack_require__(5118);
// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/pipeline/build-claim.js
var build_claim = __webpack_require__(9679);
// EXTERNAL MODULE: ./lib/pipeline/keep.js
var keep = __webpack_require__(4093);
;// CONCATENATED MODULE: ./lib/pipeline/upkeep.js
/** What a job owes the store: a lease on what its environment is linked to, a look at that when it ends, and the trimming. */













/** Leases what an environment is linked to, as long as `pid`, a process of this machine, runs. Returns the id of the lease. */
async function openLease({ store, entries }, pid) {
    // Number 1 outlives every job, and 0 is a process outside of this container: neither says when the job ends.
    const owner = await identifyProcess(pid);
    return writeLease(await openStore(store), { owner: pid > 1 ? owner : { ...owner, pid: 0 }, entries });
}
/** Ends a lease: what changed under it leaves the store, while the environment keeps its files. */
async function closeLease(store, id) {
    const found = await readLease(store, id);
    if (found === undefined)
        return [];
    const entries = found.lease?.entries ?? (await (0,store_entry/* listEntries */.fi)(store));
    (0,usage/* markUsed */.N)(store, entries, Date.now());
    const evicted = await evictIfChanged(store, entries);
    await removeLease(store, id);
    return evicted;
}
/**
 * Before wheels of these digests are taken from the store: what a job that was killed was linked to is compared first, and
 * leaves the store where it changed. Costs one listing of a directory where no job was killed.
 */
async function checkAbandonedLeases(store, wanted) {
    const leases = await unclosed(store);
    if (leases.length === 0)
        return [];
    const isWanted = (entry) => wanted.has((0,store_entry/* wheelOfEntry */.Bb)(entry));
    const left = new Set();
    for (const { lease } of leases)
        for (const entry of lease?.entries ?? (await (0,store_entry/* listEntries */.fi)(store)))
            left.add(entry);
    const evicted = await evictIfChanged(store, [...left].filter(isWanted));
    for (const { id, lease, state } of leases)
        if (state === 'dead')
            await shorten(store, { id, lease }, isWanted);
    return evicted;
}
/** What this run has not looked at stays leased, for the next one to look at. */
async function shorten(store, { id, lease }, isChecked) {
    if (lease === undefined)
        return;
    const entries = lease.entries.filter(entry => !isChecked(entry));
    if (entries.length === lease.entries.length)
        return;
    if (entries.length > 0)
        await lease_writeLease(store, { owner: lease.owner, entries });
    await removeLease(store, id);
}
async function evictIfChanged(store, entries) {
    const found = (0,check/* changedEntries */.bF)(store, entries);
    const changed = found.some(isBytecode) ? [...found, ...(await changedSiblings(store, entries))] : found;
    await (0,evict/* evictChanged */.qz)(store, changed.map(({ entry }) => entry));
    return changed;
}
/** Sets of several versions of a wheel may share files. */
async function changedSiblings(store, entries) {
    const checked = new Set(entries);
    const others = (await (0,store_entry/* listEntries */.fi)(store)).filter(entry => !checked.has(entry));
    return (0,check/* changedEntries */.bF)(store, others).filter(isBytecode);
}
const isBytecode = ({ entry }) => entry.startsWith('bytecode/');
/** A job whose process cannot be seen counts as ended after a day. */
const longestUnknownMs = 24 * 3_600_000;
async function stateOf({ lease, writtenAt }) {
    const ageMs = Date.now() - writtenAt;
    if (lease !== undefined && lease.owner.pid > 0 && (await (0,process_identity/* isOnThisMachine */.lW)(lease.owner))) {
        return (await (0,process_identity/* isRunning */.W_)(lease.owner)) ? 'live' : 'dead';
    }
    if (ageMs > longestUnknownMs || (lease !== undefined && (0,process_identity/* isBeforeRestart */.Lf)(lease.owner, ageMs)))
        return 'dead';
    return 'unknown';
}
async function statedLeases(store) {
    const leases = await readLeases(store);
    return Promise.all(leases.map(async (lease) => ({ ...lease, state: await stateOf(lease) })));
}
async function unclosed(store) {
    return (await statedLeases(store)).filter(({ state }) => state !== 'live');
}
/** Closes the leases of killed jobs, unmounts what nobody uses, and trims the store to its budget. */
async function maintainStore(store, maxBytes, { env, log }) {
    const changed = [];
    const inUse = new Set();
    for (const { id, lease, state } of await statedLeases(store)) {
        if (state === 'dead')
            changed.push(...(await closeLease(store, id)));
        else
            for (const entry of lease?.entries ?? [])
                inUse.add(entry);
    }
    const { removed, failures } = await (0,unmount/* sweepMounts */.F)(store.root, env);
    for (const { message } of failures)
        log.warn(message);
    const isHeld = (path) => (0,build_claim/* isClaimed */.gg)((0,external_node_path_.join)(store.root, path));
    const trimmed = await (0,evict/* trimStore */.q5)(store, { maxBytes, inUse, isHeld, now: Date.now() });
    return { changed, unmounted: removed.length, trimmed };
}
/** At the end of a job: closes its lease and trims the store. Trouble with the store is a warning, the job is done. */
async function endJob({ store: directory, maxBytes, lease, mount, keep }, services) {
    const { log } = services;
    try {
        const store = await openStore(directory);
        if (mount !== undefined)
            await unmountEnvironment(mount, services.env);
        const own = lease === undefined ? [] : await closeLease(store, lease);
        const { changed, trimmed } = await maintainStore(store, maxBytes, services);
        for (const line of describeChanges([...own, ...changed]))
            log.warn(line);
        const kept = keep === undefined || own.length > 0 ? undefined : await keepForNext(keep, services);
        if (kept !== undefined)
            log.info(kept);
        return trimmed;
    }
    catch (error) {
        if (errnoOf(error) === undefined)
            throw error;
        log.warn(`the store was not looked after: ${messageOf(error)}`);
        return undefined;
    }
}
/** A sentence for each entry that changed. */
function describeChanges(changed) {
    return changed.map(({ name, paths }) => {
        const what = paths.length === 0 ? 'its note is damaged' : `${(0,invalid_wheel/* quotedFew */.Z_)(paths, 3)} changed, perhaps through an environment`;
        return `in the store, ${name} is not what was put there (${what}): it is removed, and the next run gets it anew`;
    });
}


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ formatBuildNote),
/* harmony export */   m: () => (/* binding */ parseBuildNote)
/* harmony export */ });
/** The text of a note; the size of the product comes first, as that of a stored wheel does. */
function formatBuildNote(note) {
    return JSON.stringify({ bytes: note.product.size, ...note });
}
/** Parses the text of a note; undefined when any part is not as it should be. */
function parseBuildNote(text) {
    try {
        const { bytes: _, ...note } = JSON.parse(text);
        return isBuildNote(note) ? note : undefined;
    }
    catch {
        return undefined;
    }
}
function isBuildNote(value) {
    return isObject(value, {
        format: format => format === 1,
        first: isKey,
        second: isKey,
        kind: kind => kind === 'wheel' || kind === 'editable',
        name: isText,
        version: isText,
        filename: isPlainName,
        product: product => isObject(product, productChecks),
        ingredients: isListOf(ingredient => isObject(ingredient, { name: isText, value: isText })),
        discovered: discovered => isObject(discovered, discoveredChecks),
        requires: isListOf(isText),
        locked: isListOf(isText),
        provenance: provenance => isObject(provenance, provenanceChecks),
        seconds: seconds => Number.isFinite(seconds) && Number(seconds) >= 0,
    });
}
const productChecks = {
    filename: name => isPlainName(name) && name !== 'note.json',
    sha256: value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
    size: value => Number.isSafeInteger(value) && Number(value) >= 0,
};
const discoveredChecks = {
    variables: isRecordOfDigests,
    paths: isRecordOfDigests,
    environment: isText,
};
const provenanceChecks = {
    repository: isText,
    ref: isText,
    revision: isText,
    event: isText,
    run: isText,
    createdAt: value => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
    createdBy: isText,
};
function isObject(value, checks) {
    if (!isRecord(value))
        return false;
    const fields = new Map(Object.entries(value));
    return Object.entries(checks).every(([name, check]) => check(fields.get(name)));
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isListOf(check) {
    return value => Array.isArray(value) && value.every(check);
}
function isRecordOfDigests(value) {
    return isRecord(value) && Object.values(value).every(digest => digest === null || isText(digest));
}
function isText(value) {
    return typeof value === 'string';
}
function isKey(value) {
    return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}
/** A name of a file that leads nowhere else, on any system: it becomes one in the store, and in directories of users. */
function isPlainName(value) {
    return typeof value === 'string' && /^\w[\w.+!-]{0,254}$/.test(value);
}


/***/ }),

/***/ 8232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ publishBuild),
/* harmony export */   Ri: () => (/* binding */ replaceBuild),
/* harmony export */   Tc: () => (/* binding */ isBuild),
/* harmony export */   UL: () => (/* binding */ buildPath),
/* harmony export */   YF: () => (/* binding */ listBuilds),
/* harmony export */   gR: () => (/* binding */ buildsOfKey),
/* harmony export */   lT: () => (/* binding */ readBuild),
/* harmony export */   n5: () => (/* binding */ listBuildPaths),
/* harmony export */   pR: () => (/* binding */ removeBuild)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _build_note_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9422);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6525);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7208);
/**
 * Builds in the store: `builds/<aa>/<first key>/<second key>/{note.json,<product>}`. A directory appears whole, by one rename, or
 * not at all; of two writers the first one stays.
 */







/** The directory of all builds with this first key, below the root of the store. */
function buildsOfKey(first) {
    return `builds/${first.slice(0, 2)}/${first}`;
}
/** Whether a path below the root of the store is that of a build. */
function isBuild(path) {
    return /^builds\/[0-9a-f]{2}\/[0-9a-f]{32}\/[0-9a-f]{32}$/.test(path);
}
/** The paths of all builds below the root of the store, damaged ones too. */
async function listBuildPaths(store) {
    let paths = ['builds'];
    for (const _ of ['aa', 'first key', 'second key'])
        paths = (await Promise.all(paths.map(under(store)))).flat();
    return paths.filter(isBuild);
}
function under(store) {
    return async (parent) => (await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, parent)).map(name => `${parent}/${name}`);
}
/** All builds with this first key, the newest first; damaged ones are left out. */
async function listBuilds(store, first) {
    const paths = (await under(store)(buildsOfKey(first))).filter(isBuild);
    const builds = await Promise.all(paths.map(path => readBuild(store, path)));
    return builds.filter(build => build !== undefined).sort((a, b) => madeAt(b) - madeAt(a));
}
function madeAt({ note }) {
    return Date.parse(note.provenance.createdAt);
}
/** The build at a path below the root of the store; undefined where it is gone, or its note or product is damaged. */
function readBuild(store, path) {
    return readWhole((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, path), path);
}
async function readWhole(directory, path) {
    try {
        const note = (0,_build_note_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBuildNote */ .m)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'note.json'), 'utf8'));
        if (note === undefined || buildPath(note) !== path)
            return undefined;
        const productPath = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, note.product.filename);
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(productPath);
        return facts.isFile() && facts.size === note.product.size ? { note, productPath } : undefined;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
            return undefined;
        throw error;
    }
}
/** The path of a build below the root of the store. */
function buildPath({ first, second }) {
    return `${buildsOfKey(first)}/${second}`;
}
/**
 * Keeps a build; its product, a file, is moved into the store. Returns what the store has of it afterwards: where there was one
 * of both keys already, that one. Throws UserError STORE_UNWRITABLE and Node's system errors.
 */
function publishBuild(store, note, product) {
    return keep(note, product, { store, replaces: false });
}
/** The same in the place of one that was refused, or that nobody found. */
function replaceBuild(store, note, product) {
    return keep(note, product, { store, replaces: true });
}
function keep(note, product, { store, replaces }) {
    return (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .withStagedFile */ .jN)(store, async (staged) => {
        const path = buildPath(note);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(staged);
        await takeIn(product, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staged, note.product.filename));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staged, 'note.json'), (0,_build_note_js__WEBPACK_IMPORTED_MODULE_4__/* .formatBuildNote */ .W)(note));
        if ((await readWhole(staged, path)) === undefined)
            throw new TypeError(`not the note of \`${product}\``);
        if (replaces)
            await displace((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, path), store);
        return place(staged, path, store);
    });
}
/** After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. */
async function takeIn(product, path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(product, path);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'EXDEV'))
            throw error;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(product, path);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(path, 0o644);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r+');
    try {
        await file.datasync();
    }
    finally {
        await file.close();
    }
}
/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10;
async function place(staged, path, store) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, path);
    for (let attempt = 1;; attempt++) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory), { recursive: true });
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(staged, directory);
        }
        catch (error) {
            // ENOENT: whoever trims the store has removed the directory around it.
            if (attempt === mostAttempts || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'ENOENT'))
                throw error;
            if ((await readBuild(store, path)) === undefined)
                await displace(directory, store);
        }
        const build = await readBuild(store, path);
        if (build !== undefined)
            return build;
        if (attempt === mostAttempts)
            throw new Error(`what was put at \`${path}\` of the store is not there`);
    }
}
/** Takes a build away. What cannot be removed stays. */
async function removeBuild(store, keys) {
    try {
        await displace((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, buildPath(keys)), store);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}
/** Takes a damaged build away; another writer may have been faster. */
async function displace(directory, { temporary }) {
    const aside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(directory, aside);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            throw error;
    }
    await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .discard */ .vf)(aside);
}


/***/ }),

/***/ 5733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ readEntryNote),
/* harmony export */   Ke: () => (/* binding */ hasOwnFacts),
/* harmony export */   bF: () => (/* binding */ changedEntries),
/* harmony export */   tG: () => (/* binding */ nameOfEntry)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6525);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6841);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7208);
/** Whether entries of the store are still what their notes say: by size, time and mode, without reading a file. */






/**
 * The entries that changed, most often through a hard link: `open` and `chmod` through it reach the file of the store. Every
 * file of the store carries a time that follows from its content, so whatever writes to it gives itself away, unless it sets
 * the old time again. Blocks: 10,000 files take some 30 ms. Entries that are not there are passed over.
 */
function changedEntries(store, entries) {
    return entries.flatMap(entry => {
        const note = readEntryNote(store, entry);
        if (note === undefined)
            return [];
        if (note === 'damaged')
            return [{ entry, name: nameOfEntry(store, entry), paths: [] }];
        const root = (0,_store_js__WEBPACK_IMPORTED_MODULE_4__/* .filesOf */ .R8)((0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .entryDirectory */ .U0)(store, entry));
        const changed = note.files.filter(file => !hasOwnFacts((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file.path), file));
        if (changed.length === 0)
            return [];
        return [{ entry, name: nameOfEntry(store, entry), paths: changed.map(({ path }) => path) }];
    });
}
/** The note of an entry; undefined where there is none. */
function readEntryNote(store, entry) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .entryDirectory */ .U0)(store, entry), 'note.json'), 'utf8');
        return (entry.startsWith('wheels/') ? (0,_note_js__WEBPACK_IMPORTED_MODULE_5__/* .parseWheelNote */ .nA)(text) : (0,_note_js__WEBPACK_IMPORTED_MODULE_5__/* .parseBytecodeNote */ .xh)(text)) ?? 'damaged';
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** What a reader calls an entry. */
function nameOfEntry(store, entry) {
    const sha256 = (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelOfEntry */ .Bb)(entry);
    const note = readEntryNote(store, (0,_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelEntry */ .cT)(sha256));
    const name = typeof note === 'object' && 'name' in note ? `${note.name} ${note.version}` : `wheel ${sha256.slice(0, 12)}`;
    return entry.startsWith('wheels/') ? name : `the bytecode of ${name}`;
}
/** On Windows modes are made up. Rights to write, and bits that a directory hands down, change nothing for a reader. */
const readerBits = process.platform === 'win32' ? 0 : 0o555;
/** Whether a file of the store has the size, time and mode that it was given. */
function hasOwnFacts(path, { size, sha256, executable }) {
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    return (facts?.isFile() === true &&
        facts.size === size &&
        facts.mtimeMs === (0,_note_js__WEBPACK_IMPORTED_MODULE_5__/* .sourceMtime */ .Ec)(sha256) * 1000 &&
        (facts.mode & readerBits) === ((executable ? 0o555 : 0o444) & readerBits));
}


/***/ }),

/***/ 2256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  YO: () => (/* binding */ evict),
  qz: () => (/* binding */ evictChanged),
  q5: () => (/* binding */ trimStore)
});

// UNUSED EXPORTS: chooseOldest

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/store/builds.js
var builds = __webpack_require__(8232);
// EXTERNAL MODULE: ./lib/store/entry.js
var entry = __webpack_require__(6525);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/store/note.js
var store_note = __webpack_require__(6841);
;// CONCATENATED MODULE: ./lib/store/items.js
/** What takes room in the store, and when it was last used. */







const dayMs = 24 * 3_600_000;
/** Where builds are at work: a tree is of use to the build that made it only. */
const workplaces = { trees: dayMs, environments: 14 * dayMs };
/** What can be made again from wheels, inputs and sources, in a moment, and logs; with the age at which it goes. */
const derivedAges = {
    ...{ locks: 14 * dayMs, interpreters: 14 * dayMs, plans: 14 * dayMs, ready: 14 * dayMs, images: 14 * dayMs },
    ...{ logs: 14 * dayMs, ...workplaces },
};
/** Milliseconds without use after which something that can be made again goes. */
function ageOf({ path }) {
    return derivedAges[directoryOf(path)] ?? Infinity;
}
/** Whether it is a directory that builds are at work in. */
function isWorkplace(path) {
    return directoryOf(path) in workplaces;
}
/** Of the root of the store. */
function directoryOf(path) {
    return path.slice(0, path.indexOf('/'));
}
/** All that can be made again. */
async function listDerived(store) {
    const lists = await Promise.all(Object.keys(derivedAges).map(async (directory) => {
        const names = await (0,entry/* childrenOf */.LU)(store, directory);
        return Promise.all(names.map(name => itemOf(store, `${directory}/${name}`)));
    }));
    return lists.flat().filter(item => item !== undefined);
}
/** Reading a file sets its access time, at most once a day on most systems: a directory's says nothing, it was just listed. */
async function itemOf(store, path) {
    const facts = await (0,promises_.stat)((0,external_node_path_.join)(store.root, path)).catch(() => undefined);
    if (facts === undefined)
        return undefined;
    if (!facts.isDirectory())
        return { path, bytes: facts.size, usedAt: Math.max(facts.mtimeMs, facts.atimeMs) };
    const directory = (0,external_node_path_.join)(store.root, path);
    const bytes = isWorkplace(path) ? sizeOfDirectory(directory) : (0,store_note/* statedSize */.pb)(beginningOf((0,external_node_path_.join)(directory, 'note.json')));
    return { path, bytes, usedAt: facts.mtimeMs };
}
/** Wheels, bytecode and builds. */
async function listUsed(store) {
    const items = [];
    for (const path of [...(await (0,entry/* listEntries */.fi)(store)), ...(await (0,builds/* listBuildPaths */.n5)(store))]) {
        const note = (0,external_node_path_.join)(store.root, path, 'note.json');
        const facts = await (0,promises_.stat)(note).catch(() => undefined);
        if (facts !== undefined)
            items.push({ path, bytes: (0,store_note/* statedSize */.pb)(beginningOf(note)), usedAt: facts.mtimeMs });
    }
    return items;
}
function beginningOf(path) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const bytes = Buffer.alloc(store_note/* statedSizeLength */.$O);
            return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(descriptor, bytes));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return '';
        throw error;
    }
}
/** Bytes of the files that lie in a directory and nowhere else: a link to a file of the store takes no room. Blocks. */
function sizeOfDirectory(directory) {
    let bytes = 0;
    for (const entry of readIfPresent(directory)) {
        const path = (0,external_node_path_.join)(directory, entry.name);
        // Node's own recursive listing follows symbolic links, round and round.
        if (entry.isDirectory())
            bytes += sizeOfDirectory(path);
        const facts = entry.isFile() ? (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) : undefined;
        if (facts?.nlink === 1)
            bytes += facts.size;
    }
    return bytes;
}
/** A build that is at work there may take directories away meanwhile. */
function readIfPresent(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/store/usage.js
var usage = __webpack_require__(5118);
;// CONCATENATED MODULE: ./lib/store/evict.js
/** Taking things out of the store: what changed, what is too old, and what was used longest ago where room is short. */









/** Takes a path of the store away in one step, then removes it: readers find all of it or nothing. False where it is gone. */
async function evict(store, path) {
    const aside = (0,external_node_path_.join)(store.temporary, (0,external_node_crypto_.randomUUID)());
    if (!(await moveAside((0,external_node_path_.join)(store.root, path), aside)))
        return false;
    await (0,store_store/* discard */.vf)(aside);
    return true;
}
/** Takes entries away whose files changed, and all that links or holds the same files: nobody knows which of it they reached. */
async function evictChanged(store, entries) {
    if (entries.length === 0)
        return;
    for (const entry of entries)
        await evict(store, entry);
    for (const name of await (0,entry/* childrenOf */.LU)(store, 'ready'))
        await evict(store, `ready/${name}`);
    const images = (await (0,entry/* childrenOf */.LU)(store, 'images')).filter(name => name !== 'probe.json');
    for (const name of images)
        await evict(store, `images/${name}`);
}
async function moveAside(from, to) {
    try {
        await (0,promises_.rename)(from, to);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return false;
        throw error;
    }
}
/**
 * Sweeps what killed runs left, damaged builds, and what was not used for long (only what is cheap to make again), then removes
 * what was used longest ago until the store fits into its budget and its disk has room. What a job uses, or a run used within
 * the hour, stays.
 */
async function trimStore(store, limits) {
    await (0,store_store/* sweepAbandoned */.Lj)(store, limits.now);
    const damaged = await removeDamagedBuilds(store);
    const derived = await listDerived(store);
    const held = await heldOf(derived, limits);
    const aged = derived.filter(item => limits.now - item.usedAt > ageOf(item) && !held.has(item));
    const removed = [...damaged, ...(await removeAll(store, aged))];
    const left = [...derived.filter(item => !aged.includes(item)), ...(await listUsed(store))];
    const bytes = left.reduce((sum, item) => sum + item.bytes, 0);
    const wanted = Math.max(bytes - limits.maxBytes, await missingSpace(store));
    const free = left.filter(isFree(limits)).filter(item => !held.has(item));
    const { chosen, excess } = chooseOldest(free, wanted);
    const evicted = await removeAll(store, chosen);
    await sweepNames(store);
    return { removed: [...removed, ...evicted], bytes: bytes - sumOf(evicted), excess };
}
/** Nobody can use them. */
async function removeDamagedBuilds(store) {
    const removed = [];
    for (const path of await (0,builds/* listBuildPaths */.n5)(store)) {
        if ((await (0,builds/* readBuild */.lT)(store, path)) !== undefined)
            continue;
        if (await evict(store, path))
            removed.push({ path, bytes: 0 });
    }
    return removed;
}
/** Builds run for hours in their trees and environments, without a mark of use. */
async function heldOf(derived, { isHeld }) {
    const places = derived.filter(({ path }) => isWorkplace(path));
    const held = await Promise.all(places.map(async ({ path }) => (await isHeld?.(path)) ?? false));
    return new Set(places.filter((_, index) => held[index]));
}
/** Of what was used longest ago as much as it takes; `excess`: the bytes that are then still too many. */
function chooseOldest(items, wanted) {
    const chosen = [];
    let excess = wanted;
    for (const item of items.toSorted((a, b) => a.usedAt - b.usedAt)) {
        if (excess <= 0)
            break;
        chosen.push(item);
        excess -= item.bytes;
    }
    return { chosen, excess: Math.max(0, excess) };
}
/** A mark may be older than the last use by its precision. */
const recentMs = 3_600_000 + usage/* markPrecisionMs */.g;
function isFree({ inUse, now }) {
    return ({ path, usedAt }) => !inUse.has(path) && now - usedAt > recentMs;
}
/** A disk with less than this free, in bytes or as a part of it, takes no part in a full store. */
const [leastFreeBytes, leastFreePart] = [1e9, 0.05];
async function missingSpace({ root }) {
    const { bavail, blocks, bsize } = await (0,promises_.statfs)(root);
    return Math.min(leastFreeBytes, blocks * bsize * leastFreePart) - bavail * bsize;
}
async function removeAll(store, items) {
    const removed = [];
    for (const item of items)
        if (await removeUnused(store, item))
            removed.push({ path: item.path, bytes: item.bytes });
    return removed;
}
/** A run that took the entry since it was listed has marked it: then it is put back. */
async function removeUnused(store, { path, usedAt }) {
    if (!(0,entry/* isEntry */.Tk)(path) && !(0,builds/* isBuild */.Tc)(path))
        return evict(store, path);
    const aside = (0,external_node_path_.join)(store.temporary, (0,external_node_crypto_.randomUUID)());
    const directory = (0,external_node_path_.join)(store.root, path);
    if (!(await moveAside(directory, aside)))
        return false;
    const facts = await (0,promises_.stat)((0,external_node_path_.join)(aside, 'note.json')).catch(() => undefined);
    const isWanted = facts !== undefined && facts.mtimeMs > usedAt;
    if (isWanted && (await putBack(aside, directory)))
        return false;
    await (0,store_store/* discard */.vf)(aside);
    if ((0,builds/* isBuild */.Tc)(path))
        await removeEmpty((0,external_node_path_.dirname)(directory));
    return true;
}
/** First keys are many. */
async function removeEmpty(directory) {
    try {
        await (0,promises_.rmdir)(directory);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'EBUSY', 'EPERM'))
            throw error;
    }
}
/** False where another run has put the same there in the meantime. */
async function putBack(aside, directory) {
    try {
        await (0,promises_.rename)(aside, directory);
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM'))
            return false;
        throw error;
    }
}
/** What names.ts keeps of wheels that are gone. */
async function sweepNames(store) {
    const held = new Set(await (0,entry/* listEntries */.fi)(store));
    for (const name of await (0,entry/* childrenOf */.LU)(store, 'names')) {
        for (const sha256 of await (0,entry/* childrenOf */.LU)(store, `names/${name}`)) {
            if (!held.has((0,entry/* wheelEntry */.cT)(sha256)))
                await (0,promises_.rm)((0,external_node_path_.join)(store.root, 'names', name, sha256), { force: true });
        }
    }
}
function sumOf(items) {
    return items.reduce((sum, { bytes }) => sum + bytes, 0);
}


/***/ })

};
