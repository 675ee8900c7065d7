export const id = 801;
export const ids = [801];
export const modules = {

/***/ 6961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   qC: () => (/* binding */ planPacks),
/* harmony export */   sf: () => (/* binding */ assignItems)
/* harmony export */ });
/* unused harmony exports ownPackBytes, mostSharedPacks */
/** Unpacked bytes from which a wheel has a pack of its own, which its bytecode for any interpreter shares with the rest. */
const ownPackBytes = 64 << 20;
/** A usual restore reads at most this many packs besides those of big wheels. */
const mostSharedPacks = 6;
/** How many are left when there were too many, so that the next few saves add no more than what is new. */
const fewSharedPacks = 3;
/** Of what the packs of a plan hold for nobody, at most this part of what they hold for it. */
const largestWaste = 0.5;
/**
 * Divides what a plan wants over packs: what a pack of `existing` holds stays there; the rest is new, big wheels each on
 * their own. Independent of the order of `wanted`.
 */
function planPacks(wanted, existing, { mayRepack, canPack }) {
    const held = assignItems(wanted, existing);
    const kept = new Map(held);
    const assigned = new Set([...held.values()].flat());
    const loose = wanted.filter(item => !assigned.has(item));
    const isDue = mayRepack || sharedOf(kept).length >= 2 * mostSharedPacks;
    for (const pack of isDue ? victims(kept, loose) : []) {
        const items = kept.get(pack) ?? [];
        if (!items.every(canPack))
            continue;
        loose.push(...items);
        kept.delete(pack);
    }
    return { kept: [...kept.keys()], packed: divide(loose) };
}
/** Which pack each item is taken from: of several that hold it, the one that serves most. Packs that serve none are left out. */
function assignItems(wanted, packs) {
    const served = packs.map(pack => {
        const names = new Set(pack.items.map(nameOf));
        return { pack, items: wanted.filter(item => names.has(nameOf(item))) };
    });
    const left = new Set(wanted);
    const assigned = new Map();
    for (const { pack, items } of served.toSorted((a, b) => b.items.length - a.items.length)) {
        const own = items.filter(item => left.delete(item));
        if (own.length > 0)
            assigned.set(pack, own);
    }
    return assigned;
}
/** The same text for the same content. */
function nameOf({ sha256, bytecode }) {
    return `${sha256} ${bytecode}`;
}
/** Packs of several items, or of one that is not big. */
function sharedOf(kept) {
    return [...kept.keys()].filter(({ items }) => items.length > 1 || sizeOf(items) < ownPackBytes);
}
/** The packs whose items are to be packed again: those with least alive for their waste, then, if too many are left, the smallest. */
function victims(kept, loose) {
    const live = (pack) => sizeOf(kept.get(pack) ?? []);
    const dead = (pack) => sizeOf(pack.items) - live(pack);
    const total = sizeOf([...kept.values()].flat()) + sizeOf(loose);
    const chosen = [];
    let waste = [...kept.keys()].reduce((sum, pack) => sum + dead(pack), 0);
    // What is alive is what packing again moves.
    const deadPart = (pack) => dead(pack) / Math.max(1, sizeOf(pack.items));
    const wasteful = sharedOf(kept).toSorted((a, b) => deadPart(b) - deadPart(a));
    for (const pack of wasteful) {
        if (waste <= largestWaste * total)
            break;
        chosen.push(pack);
        waste -= dead(pack);
    }
    const others = wasteful.filter(pack => !chosen.includes(pack)).toSorted((a, b) => live(a) - live(b));
    const hasNew = chosen.length > 0 || loose.some(({ size }) => size < ownPackBytes);
    if (others.length + Number(hasNew) > mostSharedPacks)
        chosen.push(...others.slice(0, others.length + 1 - fewSharedPacks));
    return chosen;
}
function divide(items) {
    const sorted = items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const own = sorted.filter(({ size }) => size >= ownPackBytes).map(item => [item]);
    const shared = sorted.filter(({ size }) => size < ownPackBytes);
    return shared.length === 0 ? own : [...own, shared];
}
/** Unpacked bytes of these items. */
function sizeOf(items) {
    return items.reduce((sum, { size }) => sum + size, 0);
}


/***/ }),

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


/***/ }),

/***/ 8954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ digestOf),
  b: () => (/* binding */ sealSave)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/cache/key.js
var key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/cache/packing.js
var packing = __webpack_require__(6961);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/cache/wheel-tags.js
var wheel_tags = __webpack_require__(4003);
;// CONCATENATED MODULE: ./lib/cache/saved-lock.js
/** The lock as a manifest carries it. Pure. */



/**
 * The lock without credentials, which a shared cache must not hold, and without wheels that no interpreter of this kind can
 * load. Those for other versions of its platform stay: whoever asks for the same plan may run on an older or newer one.
 */
function savedLock(lock, tags) {
    const mayLoad = (0,wheel_tags/* wheelFilter */.y)(tags, wheel_tags/* tagFamily */.V);
    return {
        ...lock,
        distributions: lock.distributions.map(distribution => ({
            ...distribution,
            wheels: distribution.wheels.filter(({ filename }) => mayLoad(filename)).map(withoutCredentials),
            sdist: distribution.sdist && withoutCredentials(distribution.sdist),
            archive: distribution.archive && withoutCredentials(distribution.archive),
            source: distribution.source && sourceWithoutCredentials(distribution.source),
        })),
    };
}
/** Whether a manifest that carries `saved` is of this lock. */
function isSavedAs(lock, saved, tags) {
    const { distributions } = savedLock(lock, tags);
    return (0,external_node_util_.isDeepStrictEqual)(JSON.parse(JSON.stringify(distributions)), JSON.parse(JSON.stringify(saved.distributions)));
}
function withoutCredentials(file) {
    return { ...file, url: file.url && (0,redact/* stripCredentials */.PH)(file.url) };
}
function sourceWithoutCredentials(source) {
    return source.kind === 'vcs' ? { ...source, url: (0,redact/* stripRepositoryCredentials */.Vi)(source.url) } : source;
}

// EXTERNAL MODULE: ./lib/store/note.js
var store_note = __webpack_require__(6841);
// EXTERNAL MODULE: ./lib/store/store.js
var store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/pipeline/images-key.js
var images_key = __webpack_require__(6984);
;// CONCATENATED MODULE: ./lib/pipeline/rates.js
/** Milliseconds and bytes below which a rate is chance. */
const [leastMs, leastBytes] = [500, 8 << 20];
/** The rates of a run; one that moved too little has none. */
function measuredRates(spans) {
    const fetch = rateOf(spans, ['fetch'], 'fetch');
    const prepare = rateOf(spans, ['unpack', 'compile'], 'unpack');
    return { ...(fetch !== undefined && { fetch }), ...(prepare !== undefined && { prepare }) };
}
/** Bytes of the spans of `counted`, for each second in which any of `stages` was at work. */
function rateOf(spans, stages, counted) {
    const bytes = spans.reduce((sum, span) => sum + (span.stage === counted ? (span.bytes ?? 0) : 0), 0);
    const ms = coveredMs(spans.filter(({ stage }) => stages.includes(stage)));
    return bytes < leastBytes || ms < leastMs ? undefined : Math.round((bytes / ms) * 1000);
}
/** Milliseconds that lie in at least one of the spans. */
function coveredMs(spans) {
    let covered = 0;
    let until = 0;
    for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
        covered += Math.max(0, endMs - Math.max(startMs, until));
        until = Math.max(until, endMs);
    }
    return covered;
}

// EXTERNAL MODULE: ./lib/pipeline/wheels.js
var wheels = __webpack_require__(3600);
;// CONCATENATED MODULE: ./lib/pipeline/seal.js
/** What a run will save, sealed at its end: fixed before any later step of the job can change it. */










/** The request to save this run, or undefined with the reason where there is nothing to save. */
async function sealSave({ session, lock, provided, reused, missing, kind, interpreter, ...sealing }, run) {
    const { settings, located, watch } = run;
    const { keep, isDirect = false, isBuilt = () => false } = sealing;
    const nothing = (reason) => ({ request: undefined, reason });
    const { open } = session;
    if (open === undefined)
        return nothing(session.reason);
    if (!settings.cache.save)
        return nothing(settings.cache.reason);
    // What points at a source tree of this machine is of no use elsewhere.
    const shareable = provided.filter(({ planned }) => planned.directUrl?.dir_info?.editable !== true);
    if (shareable.length === 0)
        return nothing('there is nothing to save');
    if (missing.length > 0 && open.manifest?.planDigest === open.planDigest) {
        return nothing(`the store lacks ${missing.length} wheels of the plan, and the cache has an entry of it`);
    }
    const stored = await (0,wheels/* storedWheels */.wu)(reused, kind, located.store);
    const planned = [...shareable.map(({ note }) => note.sha256), ...reused.flatMap(({ sha256 }) => sha256 ?? [])].filter(sha256 => !isBuilt(sha256));
    const names = [
        ...planned.map(sha256 => (0,packing/* nameOf */.Vb)({ sha256, bytecode: '' })),
        ...bytecodeNames([...shareable, ...stored], kind),
    ];
    const isSameLock = open.manifest !== undefined && isSavedAs(lock, open.manifest.lock, interpreter.tags);
    const images = isSameLock ? savedImages(open) : [];
    const wanted = keep?.form === 'image' ? { keep, key: await (0,images_key/* imagesKey */.a)(interpreter, run) } : undefined;
    const lacksImages = wanted !== undefined && !images.some(({ key }) => key === wanted.key);
    const image = lacksImages && (await canUseImages(run)) ? wanted : undefined;
    if (image === undefined && isSaved(open, names))
        return nothing('this revision is saved already');
    const request = {
        backend: settings.cache.backend,
        workspace: open.workspace,
        store: located.directory,
        manifestKey: open.keys.manifest,
        manifest: {
            format: 6,
            revision: settings.cache.revision,
            planDigest: open.planDigest,
            ingredients: open.ingredients,
            lock: savedLock(lock, interpreter.tags),
            rates: { ...open.manifest?.rates, ...measuredRates(watch.spans) },
            createdBy: version/* version */.r,
        },
        kind,
        existing: (open.manifest?.packs ?? []).filter(({ digest }) => !open.spoiled.has(digest)),
        image,
        images,
        spoiled: [...open.spoiled],
        mayRepack: settings.cache.mayRepack,
        planned,
        wheels: [...(isDirect ? [] : shareable), ...stored].map(wheel => sealWheel(wheel, isBuilt(wheel.note.sha256))),
    };
    return { request, reason: isOfRevision(open) ? 'the entry of this revision is not whole' : 'this revision is new' };
}
function bytecodeNames(wheels, kind) {
    if (kind === undefined)
        return [];
    const withBytecode = wheels.filter(({ bytecode }) => bytecode !== undefined);
    return withBytecode.map(({ note: { sha256 } }) => (0,packing/* nameOf */.Vb)({ sha256, bytecode: (0,store/* bytecodeName */.NG)(kind) }));
}
/** Whether the entry that was found is of this revision, whole, and holds all of it. */
function isSaved(open, names) {
    if (!isOfRevision(open) || open.spoiled.size > 0)
        return false;
    const held = new Set(open.manifest?.packs.flatMap(({ items }) => items.map(packing/* nameOf */.Vb)));
    return names.every(name => held.has(name));
}
/** Where images cannot be had, asking for them changes nothing about what is saved. */
async function canUseImages({ located, host }) {
    const { diagnoseImages } = await __webpack_require__.e(/* import() */ 33).then(__webpack_require__.bind(__webpack_require__, 8033));
    const { canMake, canMount } = await diagnoseImages(located.store.root, host);
    return canMake && canMount;
}
/** What the cache has of this plan as images, and nobody found lost or damaged. */
function savedImages({ manifest, planDigest, spoiled }) {
    const images = manifest?.planDigest === planDigest ? (manifest.images ?? []) : [];
    return images.filter(set => (0,key/* filesOfImages */.bY)(set).every(({ digest }) => !spoiled.has(digest)));
}
function isOfRevision({ matchedKey, keys }) {
    return matchedKey?.startsWith(keys.manifest) === true;
}
function sealWheel({ note, bytecode }, isBuilt) {
    return {
        isBuilt,
        name: note.name,
        sha256: note.sha256,
        note: digestOf((0,store_note/* formatNote */.se)(note)),
        bytecode: bytecode && digestOf((0,store_note/* formatNote */.se)(bytecode)),
    };
}
/** The digest by which a note is sealed. */
function digestOf(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}


/***/ })

};
