export const id = 363;
export const ids = [363,93];
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
            const { makeReady } = await Promise.all(/* import() */[__webpack_require__.e(584), __webpack_require__.e(61)]).then(__webpack_require__.bind(__webpack_require__, 6061));
            return (await makeReady(request, host)) ? 'a ready environment is kept for the next run' : undefined;
        }
        const plan = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .readStoredPlan */ .Td)(request.key, await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_1__/* .openStore */ .Ch)(request.store));
        if (plan === undefined)
            return undefined;
        const { makeImages } = await Promise.all(/* import() */[__webpack_require__.e(33), __webpack_require__.e(584), __webpack_require__.e(61), __webpack_require__.e(877)]).then(__webpack_require__.bind(__webpack_require__, 1258));
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
// EXTERNAL MODULE: ./lib/store/evict.js
var evict = __webpack_require__(740);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
    return { changed, unmounted: removed.length, trimmed: await (0,evict/* trimStore */.q5)(store, { maxBytes, inUse, now: Date.now() }) };
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

/***/ 740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q5: () => (/* binding */ trimStore),
/* harmony export */   qz: () => (/* binding */ evictChanged)
/* harmony export */ });
/* unused harmony exports evict, chooseOldest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6525);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6841);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7208);
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5118);
/** Taking things out of the store: what changed, what is too old, and what was used longest ago where room is short. */









/** Takes a path of the store away in one step, then removes it: readers find all of it or nothing. False where it is gone. */
async function evict(store, path) {
    const aside = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    if (!(await moveAside((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, path), aside)))
        return false;
    await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .discard */ .vf)(aside);
    return true;
}
/** Takes entries away whose files changed, and all that links or holds the same files: nobody knows which of it they reached. */
async function evictChanged(store, entries) {
    if (entries.length === 0)
        return;
    for (const entry of entries)
        await evict(store, entry);
    for (const name of await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, 'ready'))
        await evict(store, `ready/${name}`);
    const images = (await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, 'images')).filter(name => name !== 'probe.json');
    for (const name of images)
        await evict(store, `images/${name}`);
}
async function moveAside(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(from, to);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            return false;
        throw error;
    }
}
/**
 * Sweeps what killed runs left and what was not used for two weeks (only what is cheap to make again), then removes what was
 * used longest ago until the store fits into its budget and its disk has room. What a job uses, or a run used within the
 * hour, stays.
 */
async function trimStore(store, limits) {
    await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepAbandoned */ .Lj)(store, limits.now);
    const derived = await listDerived(store);
    const aged = derived.filter(({ usedAt }) => limits.now - usedAt > derivedAgeMs);
    const removed = await removeAll(store, aged);
    const left = [...derived.filter(item => !aged.includes(item)), ...(await listUsed(store))];
    const bytes = left.reduce((sum, item) => sum + item.bytes, 0);
    const wanted = Math.max(bytes - limits.maxBytes, await missingSpace(store));
    const { chosen, excess } = chooseOldest(left.filter(isFree(limits)), wanted);
    const evicted = await removeAll(store, chosen);
    await sweepNames(store);
    return { removed: [...removed, ...evicted], bytes: bytes - sumOf(evicted), excess };
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
const recentMs = 3_600_000 + _usage_js__WEBPACK_IMPORTED_MODULE_7__/* .markPrecisionMs */ .g;
function isFree({ inUse, now }) {
    return ({ path, usedAt }) => !inUse.has(path) && now - usedAt > recentMs;
}
/** What can be made again from wheels and inputs, in a moment. */
const derivedDirectories = ['locks', 'interpreters', 'plans', 'ready', 'images'];
const derivedAgeMs = 14 * 24 * 3_600_000;
async function listDerived(store) {
    const lists = await Promise.all(derivedDirectories.map(async (directory) => {
        const names = await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, directory);
        return Promise.all(names.map(name => itemOf(store, `${directory}/${name}`)));
    }));
    return lists.flat().filter(item => item !== undefined);
}
/** Reading a file sets its access time, at most once a day on most systems: a directory's says nothing, it was just listed. */
async function itemOf(store, path) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, path)).catch(() => undefined);
    if (facts === undefined)
        return undefined;
    if (!facts.isDirectory())
        return { path, bytes: facts.size, usedAt: Math.max(facts.mtimeMs, facts.atimeMs) };
    return { path, bytes: (0,_note_js__WEBPACK_IMPORTED_MODULE_8__/* .statedSize */ .pb)(beginningOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, path, 'note.json'))), usedAt: facts.mtimeMs };
}
async function listUsed(store) {
    const items = [];
    for (const path of await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .listEntries */ .fi)(store)) {
        const note = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, path, 'note.json');
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(note).catch(() => undefined);
        if (facts !== undefined)
            items.push({ path, bytes: (0,_note_js__WEBPACK_IMPORTED_MODULE_8__/* .statedSize */ .pb)(beginningOf(note)), usedAt: facts.mtimeMs });
    }
    return items;
}
function beginningOf(path) {
    try {
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
        try {
            const bytes = Buffer.alloc(_note_js__WEBPACK_IMPORTED_MODULE_8__/* .statedSizeLength */ .$O);
            return bytes.toString('latin1', 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, bytes));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
        }
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return '';
        throw error;
    }
}
/** A disk with less than this free, in bytes or as a part of it, takes no part in a full store. */
const [leastFreeBytes, leastFreePart] = [1e9, 0.05];
async function missingSpace({ root }) {
    const { bavail, blocks, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.statfs)(root);
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
    if (!(0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .isEntry */ .Tk)(path))
        return evict(store, path);
    const aside = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, path);
    if (!(await moveAside(directory, aside)))
        return false;
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(aside, 'note.json')).catch(() => undefined);
    const isWanted = facts !== undefined && facts.mtimeMs > usedAt;
    if (isWanted && (await putBack(aside, directory)))
        return false;
    await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .discard */ .vf)(aside);
    return true;
}
/** False where another run has put the same there in the meantime. */
async function putBack(aside, directory) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(aside, directory);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM'))
            return false;
        throw error;
    }
}
/** What names.ts keeps of wheels that are gone. */
async function sweepNames(store) {
    const held = new Set(await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .listEntries */ .fi)(store));
    for (const name of await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, 'names')) {
        for (const sha256 of await (0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .childrenOf */ .LU)(store, `names/${name}`)) {
            if (!held.has((0,_entry_js__WEBPACK_IMPORTED_MODULE_5__/* .wheelEntry */ .cT)(sha256)))
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, 'names', name, sha256), { force: true });
        }
    }
}
function sumOf(items) {
    return items.reduce((sum, { bytes }) => sum + bytes, 0);
}


/***/ })

};
