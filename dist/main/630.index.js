export const id = 630;
export const ids = [630];
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

/***/ 8160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ nameOfSection),
/* harmony export */   Jm: () => (/* binding */ namesOfWheel),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   kR: () => (/* binding */ contentsNamed)
/* harmony export */ });
/* harmony import */ var _cache_packing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6961);
/* harmony import */ var _store_note_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6841);
/* harmony import */ var _store_pack_contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9047);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7208);




/** Names of the items that a plan wants of a wheel: its files and, where bytecode is wanted, its bytecode. */
function namesOfWheel(sha256, kind) {
    const kinds = kind === undefined ? [''] : ['', (0,_store_store_js__WEBPACK_IMPORTED_MODULE_0__/* .bytecodeName */ .NG)(kind)];
    return kinds.map(bytecode => (0,_cache_packing_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)({ sha256, bytecode }));
}
/** The name of what a section holds. */
function nameOfSection(section) {
    return (0,_cache_packing_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)({ sha256: (0,_store_pack_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .wheelOf */ .J_)(section), bytecode: bytecodeOf(section) });
}
/** The contents of a store or a pack as items. */
function itemsOf(contents) {
    return (0,_store_pack_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .sectionsOf */ .Ks)(contents).map(section => ({
        sha256: (0,_store_pack_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .wheelOf */ .J_)(section),
        bytecode: bytecodeOf(section),
        size: (0,_store_note_js__WEBPACK_IMPORTED_MODULE_3__/* .unpackedSize */ .JL)(section.note),
    }));
}
/** Those of the contents that the items name. */
function contentsNamed(contents, items) {
    const names = new Set(items.map(_cache_packing_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb));
    return (0,_store_pack_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .contentsOf */ .KD)((0,_store_pack_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .sectionsOf */ .Ks)(contents).filter(section => names.has(nameOfSection(section))));
}
function bytecodeOf({ kind }) {
    return kind === undefined ? '' : (0,_store_store_js__WEBPACK_IMPORTED_MODULE_0__/* .bytecodeName */ .NG)(kind);
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


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ cutFrames),
/* harmony export */   Q: () => (/* binding */ isPart)
/* harmony export */ });
/**
 * Cuts files in their order: those that fit into one frame together share it, and one larger than `frameSize` bytes has
 * frames of its own, all of that size but the last. So no file lies in two frames without need, and every frame can be
 * written on its own.
 */
function cutFrames(files, frameSize) {
    const cuts = [];
    let pieces = [];
    let size = 0;
    const close = () => {
        if (pieces.length > 0)
            cuts.push({ size, pieces });
        pieces = [];
        size = 0;
    };
    for (const file of files) {
        if (size + file.size > frameSize)
            close();
        if (file.size > frameSize) {
            cuts.push(...cutFile(file, frameSize));
            continue;
        }
        pieces.push({ file, offset: 0, length: file.size });
        size += file.size;
    }
    close();
    return cuts;
}
function cutFile(file, frameSize) {
    return Array.from({ length: Math.ceil(file.size / frameSize) }, (_, index) => {
        const offset = index * frameSize;
        const length = Math.min(frameSize, file.size - offset);
        return { size: length, pieces: [{ file, offset, length }] };
    });
}
/** True for a part of a file that other frames hold the rest of. */
function isPart({ file, length }) {
    return length < file.size;
}


/***/ }),

/***/ 7351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ns: () => (/* binding */ PackDamage),
/* harmony export */   O2: () => (/* binding */ decodeFrame),
/* harmony export */   Uc: () => (/* binding */ ahead),
/* harmony export */   Yt: () => (/* binding */ encodeFrame),
/* harmony export */   f3: () => (/* binding */ crc32Of)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);
/** Frames of a pack: independent pieces of at most a few MiB, each compressed by itself. */


/** Part of a pack that is not what its table of contents says: it is dropped, and its wheels are got elsewhere. */
class PackDamage extends Error {
    name = 'PackDamage';
}
const compress = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.promisify)(node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdCompress);
/** Compression that gains less than this part of a frame does not pay for its decoding. */
const leastGain = 0.03;
/** Compresses one frame with zstd (RFC 8878) in the thread pool; returns `bytes` itself when that gains little. */
async function encodeFrame(bytes, level) {
    const compressed = await compress(bytes, { params: { [node_zlib__WEBPACK_IMPORTED_MODULE_1__.constants.ZSTD_c_compressionLevel]: level } });
    return compressed.length <= bytes.length * (1 - leastGain) ? compressed : bytes;
}
/** Node allocates a buffer of `chunkSize` for the output: one of the right size spares joining many. */
const smallestChunk = 64;
/** Turns a frame back into the `size` bytes that it stands for. Throws PackDamage. */
function decodeFrame(stored, size) {
    if (stored.length === size)
        return stored;
    const bytes = decompressed(stored, Math.max(size, smallestChunk));
    if (bytes.length !== size)
        throw new PackDamage(`a frame holds ${bytes.length} bytes, expected ${size}`);
    return bytes;
}
function decompressed(stored, limit) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdDecompressSync)(stored, { chunkSize: limit, maxOutputLength: limit });
    }
    catch (error) {
        throw new PackDamage('a frame cannot be decompressed', { cause: error });
    }
}
/** CRC-32 as in zip and gzip. It finds what a disk or a network damaged; against an attacker it proves nothing. */
function crc32Of(bytes) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(bytes);
}
/** Yields the results of `work` in the order of `inputs`, with up to `depth` of them in progress. */
async function* ahead(inputs, depth, work) {
    const started = [];
    for (const input of inputs) {
        started.push(quietly(work(input)));
        const oldest = started.length < depth ? undefined : started.shift();
        if (oldest !== undefined)
            yield await oldest;
    }
    for (const rest of started)
        yield await rest;
}
/** Its failure is seen when it is awaited, or not at all when the consumer left earlier. */
function quietly(promise) {
    promise.catch(() => undefined);
    return promise;
}


/***/ }),

/***/ 9047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ wheelOf),
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   Ks: () => (/* binding */ sectionsOf)
/* harmony export */ });
/** The wheel that a section belongs to, by its sha256. */
function wheelOf({ kind, note }) {
    return kind === undefined ? note.sha256 : note.wheel;
}
/** Sections by what they are. */
function contentsOf(sections) {
    return {
        wheels: sections.flatMap(section => (section.kind === undefined ? [section.note] : [])),
        bytecode: sections.flatMap(section => (section.kind === undefined ? [] : [section])),
    };
}
/** The same as a list: wheels, then bytecode. */
function sectionsOf({ wheels, bytecode }) {
    return [...wheels.map(note => ({ kind: undefined, note })), ...bytecode];
}


/***/ }),

/***/ 7146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gw: () => (/* binding */ formatHead),
/* harmony export */   No: () => (/* binding */ prologueSize),
/* harmony export */   SV: () => (/* binding */ headSize),
/* harmony export */   dK: () => (/* binding */ parsePrologue),
/* harmony export */   ww: () => (/* binding */ parseHead)
/* harmony export */ });
/* harmony import */ var _frame_cuts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8896);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7351);
/* harmony import */ var _pack_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5184);
/* harmony import */ var _sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94);
/**
 * Pack format, version 2. Integers are little-endian; digests are sha256.
 *
 *   0  6  `WCPACK`               12  4  bytes of the table of contents in the file (T)
 *   6  2  version                16  4  bytes of the table of contents, decompressed
 *   8  4  bytes a frame (F)      20  4  number of frames (N)
 *  24 32  digest of bytes 0 to 24, the table of contents and the frame table
 *  56  T  table of contents, a frame: JSON lines, two a section: what it is, then its `note.json`
 *      N × 40  frame table: bytes in the file (4), CRC-32 of those bytes (4), their digest (32)
 *      frames, in order, without gaps
 *
 * A section is a wheel or a bytecode set. frame-cuts.ts says which of its files, in the order of its note, lie in which
 * frame; a frame never holds bytes of two sections. The first line of a bytecode set is its kind, that of a wheel the text of
 * its entry_points.txt, or null: so that what a wheel puts into an environment is known before its frames are there. A frame as long as the bytes it stands for is stored as it is, a shorter
 * one is one zstd frame (RFC 8878), and none is longer. Wheels come first, bytecode after them. Another layout gets another version, and a reader
 * takes a version that it does not know for damage. Readers compare the CRC-32 of a frame: who can write to the cache can write
 * any digest, so only damage is to be found. The digests are for a reader that is given a signature of the head.
 */




const magic = 'WCPACK';
const version = 2;
const digestOffset = 24;
const frameRowSize = 40;
/** Bounds on what a damaged or hostile prologue can make a reader allocate, in bytes. */
const largestContents = 64 * 1024 * 1024;
const largestFrame = 16 * 1024 * 1024;
/** Bytes of the fixed part at the start of a pack. */
const prologueSize = 56;
/** Everything before the first frame. `contents` is compressed, `contentsLength` its bytes before that. */
function formatHead(contents, { frameSize, contentsLength, frames }) {
    const prologue = Buffer.alloc(prologueSize);
    prologue.write(magic, 0, 'latin1');
    prologue.writeUInt16LE(version, 6);
    prologue.writeUInt32LE(frameSize, 8);
    prologue.writeUInt32LE(contents.length, 12);
    prologue.writeUInt32LE(contentsLength, 16);
    prologue.writeUInt32LE(frames.length, 20);
    const head = Buffer.concat([prologue, contents, ...frames.map(formatRow)]);
    head.write(headDigest(head), digestOffset, 'hex');
    return head;
}
function formatRow(frame) {
    const row = Buffer.alloc(frameRowSize);
    row.writeUInt32LE(frame.size, 0);
    row.writeUInt32LE(frame.crc32, 4);
    row.write(frame.sha256, 8, 'hex');
    return row;
}
function headDigest(head) {
    return (0,_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256Of */ .B)(Buffer.concat([head.subarray(0, digestOffset), head.subarray(prologueSize)]));
}
/** Reads the first `prologueSize` bytes of a pack. Throws PackDamage. */
function parsePrologue(bytes) {
    if (bytes.toString('latin1', 0, magic.length) !== magic)
        throw new _frames_js__WEBPACK_IMPORTED_MODULE_0__/* .PackDamage */ .Ns('it is not a pack');
    const found = bytes.readUInt16LE(6);
    if (found !== version)
        throw new _frames_js__WEBPACK_IMPORTED_MODULE_0__/* .PackDamage */ .Ns(`it has format version ${found}, expected ${version}`);
    const prologue = {
        frameSize: bytes.readUInt32LE(8),
        contentsSize: bytes.readUInt32LE(12),
        contentsLength: bytes.readUInt32LE(16),
        frameCount: bytes.readUInt32LE(20),
        bytes,
    };
    const isSane = prologue.frameSize > 0 &&
        prologue.frameSize <= largestFrame &&
        prologue.contentsLength <= largestContents &&
        headSize(prologue) <= largestContents;
    if (!isSane)
        throw new _frames_js__WEBPACK_IMPORTED_MODULE_0__/* .PackDamage */ .Ns('its first bytes make no sense');
    return prologue;
}
/** Bytes before the first frame. */
function headSize({ contentsSize, frameCount }) {
    return prologueSize + contentsSize + frameCount * frameRowSize;
}
/** Reads the rest of the head: what is in the pack, and where. Throws PackDamage. */
function parseHead(prologue, rest) {
    const head = Buffer.concat([prologue.bytes, rest]);
    if (headDigest(head) !== head.toString('hex', digestOffset, prologueSize)) {
        throw new _frames_js__WEBPACK_IMPORTED_MODULE_0__/* .PackDamage */ .Ns('its table of contents has another digest than the pack says');
    }
    const contents = (0,_frames_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeFrame */ .O2)(rest.subarray(0, prologue.contentsSize), prologue.contentsLength);
    const sections = (0,_pack_table_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContents */ .OJ)(contents.toString('utf8'));
    return locateFrames(sections, parseRows(rest.subarray(prologue.contentsSize)), prologue);
}
function locateFrames(sections, rows, prologue) {
    const { frameSize } = prologue;
    const files = sections.flatMap(({ note }) => note.files);
    const isTooMuch = files.reduce((sum, { size }) => sum + Math.floor(size / frameSize), 0) > rows.length;
    const cuts = isTooMuch ? [] : sections.map(({ note }) => (0,_frame_cuts_js__WEBPACK_IMPORTED_MODULE_3__/* .cutFrames */ .N)(note.files, frameSize));
    const expected = cuts.reduce((sum, { length }) => sum + length, 0);
    if (isTooMuch || expected !== rows.length)
        throw new _frames_js__WEBPACK_IMPORTED_MODULE_0__/* .PackDamage */ .Ns(`it has ${rows.length} frames, which is not right`);
    let offset = headSize(prologue);
    const left = rows.values();
    return sections.map((section, index) => {
        const frames = (cuts[index] ?? []).map(cut => {
            const stored = left.next().value ?? { size: 0, crc32: 0 };
            // What is read into memory at a time is bounded by this.
            if (stored.size > cut.size)
                throw new _frames_js__WEBPACK_IMPORTED_MODULE_0__/* .PackDamage */ .Ns('a frame is longer than what it stands for');
            offset += stored.size;
            return { stored, offset: offset - stored.size, cut };
        });
        return { section, frames };
    });
}
function parseRows(table) {
    return Array.from({ length: table.length / frameRowSize }, (_, index) => {
        const start = index * frameRowSize;
        return { size: table.readUInt32LE(start), crc32: table.readUInt32LE(start + 4) };
    });
}


/***/ }),

/***/ 5184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c1: () => (/* binding */ areEntryPoints),
  aS: () => (/* binding */ formatContents),
  OJ: () => (/* binding */ parseContents)
});

// EXTERNAL MODULE: ./lib/store/frames.js
var store_frames = __webpack_require__(7351);
// EXTERNAL MODULE: ./lib/store/note.js
var store_note = __webpack_require__(6841);
// EXTERNAL MODULE: ./lib/wheel/entry-path.js
var entry_path = __webpack_require__(1755);
;// CONCATENATED MODULE: ./lib/store/pack-checks.js
/** What a section of a pack must be before any of it is written: it comes from elsewhere, and names files and directories. */

/** True for a wheel's note whose every part has its type and names nothing outside its directory. */
function isWheel(note) {
    const texts = [note.filename, note.name, note.version, note.distInfo];
    return (isSha256(note.sha256) &&
        Number.isSafeInteger(note.size) &&
        typeof note.rootIsPurelib === 'boolean' &&
        Array.isArray(note.requires) &&
        [...texts, ...note.requires].every(text => typeof text === 'string') &&
        namesNoOtherPlace(note));
}
/** The name and the dist-info become directories of an environment. */
function namesNoOtherPlace({ name, distInfo }) {
    return (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && /^[^/\\]+\.dist-info$/.test(distInfo) && (0,entry_path/* pathFault */.a)(distInfo) === undefined);
}
/** True for a digest as keys and directories spell it. */
function isSha256(text) {
    return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}
/** True when every path lies inside its directory, and no path is another's directory. */
function areFiles(files) {
    const paths = new Set(files.map(file => file.path));
    return paths.size === files.length && files.every(isFile) && !isAnyBelow(paths);
}
function isFile({ path, size, sha256, executable }) {
    return (typeof path === 'string' &&
        (0,entry_path/* pathFault */.a)(path) === undefined &&
        Number.isSafeInteger(size) &&
        size >= 0 &&
        isSha256(sha256) &&
        typeof executable === 'boolean');
}
/** Whether one of the files is a directory of another. Sorted as they are, files of one directory are neighbours. */
function isAnyBelow(files) {
    const known = new Set();
    let last = '';
    for (const path of files) {
        const end = path.lastIndexOf('/');
        if (end === last.length && path.startsWith(last))
            continue;
        last = path.slice(0, Math.max(end, 0));
        for (let directory = last; directory !== '' && !known.has(directory); directory = parentOf(directory)) {
            if (files.has(directory))
                return true;
            known.add(directory);
        }
    }
    return false;
}
function parentOf(path) {
    return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

// EXTERNAL MODULE: ./lib/store/sha256.js
var sha256 = __webpack_require__(94);
;// CONCATENATED MODULE: ./lib/store/pack-table.js
/** The table of contents of a pack: what each section is, and its note. */




/** The table of contents, not compressed. */
function formatContents(sections) {
    const lines = sections.flatMap(section => {
        const first = section.kind === undefined ? section.entryPoints : section.kind;
        return [JSON.stringify(first ?? null), (0,store_note/* formatNote */.se)(section.note)];
    });
    return Buffer.from(lines.join('\n'), 'utf8');
}
/** Reads a table of contents. Throws PackDamage. */
function parseContents(text) {
    const lines = text === '' ? [] : text.split('\n');
    return Array.from({ length: Math.ceil(lines.length / 2) }, (_, index) => {
        const section = parseSection(lines[2 * index] ?? '', lines[2 * index + 1] ?? '');
        if (section === undefined)
            throw new store_frames/* PackDamage */.Ns('its table of contents cannot be read');
        return section;
    });
}
function parseSection(firstLine, noteLine) {
    const first = parseJson(firstLine);
    if (first === null || typeof first === 'string') {
        const note = (0,store_note/* parseWheelNote */.nA)(noteLine);
        const entryPoints = first ?? undefined;
        if (note === undefined || !isWheel(note) || !areFiles(note.files))
            return undefined;
        const isSound = entryPoints === undefined || areEntryPoints(entryPoints, note);
        return isSound ? { kind: undefined, note, entryPoints } : undefined;
    }
    const kind = first === undefined ? undefined : toKind(first);
    const note = (0,store_note/* parseBytecodeNote */.xh)(noteLine);
    if (kind === undefined || note === undefined)
        return undefined;
    return isSha256(note.wheel) && Array.isArray(note.failed) && areFiles(note.files) ? { kind, note } : undefined;
}
/** Whether a text is what the wheel has as its entry points. */
function areEntryPoints(text, note) {
    const path = (0,store_note/* entryPointsPath */.pD)(note);
    const file = note.files.find(file => file.path === path);
    return file?.sha256 === (0,sha256/* sha256Of */.B)(Buffer.from(text));
}
/** Its parts name a directory of the store. */
function toKind(kind) {
    const words = [kind.cacheTag, kind.magicNumber, kind.invalidationMode];
    const areWords = words.every(word => typeof word === 'string' && /^[\w.-]{1,64}$/.test(word));
    return areWords && Number.isSafeInteger(kind.optimize) ? kind : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ packDigest),
/* harmony export */   hG: () => (/* binding */ writePack),
/* harmony export */   jt: () => (/* binding */ directoryOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _frame_cuts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8896);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7351);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6841);
/* harmony import */ var _pack_contents_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9047);
/* harmony import */ var _pack_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7146);
/* harmony import */ var _pack_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5184);
/* harmony import */ var _sha256_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7208);
/** Writes packs: many unpacked wheels and their bytecode as one file, which a remote cache carries. */













const usualFrameSize = 2 * 1024 * 1024;
/** Of zstd. The higher one saves an eighth and takes four times as long: for packs of so few bytes that nobody notices. */
const [usualLevel, smallPackLevel, smallPackBytes] = [3, 9, 8 << 20];
/** One for each thread of Node's pool. */
const framesInProgress = 4;
/**
 * Identity of a pack, known before it is packed: sha256 of its sorted list of wheels and bytecode sets, lower-case hex. Where
 * that is `spoiled`, another one, on which all jobs that know of it agree.
 */
function packDigest({ wheels, bytecode }, spoiled = []) {
    const list = [
        ...wheels.map(note => ['wheel', note.sha256]),
        ...bytecode.map(({ kind, note }) => {
            return ['bytecode', note.wheel, kind.cacheTag, kind.magicNumber, kind.optimize, kind.invalidationMode];
        }),
    ];
    const lines = list.map(words => words.join(' ')).sort();
    let digest = (0,_sha256_js__WEBPACK_IMPORTED_MODULE_8__/* .sha256Of */ .B)(Buffer.from(['pack 2', ...lines].join('\n')));
    while (spoiled.includes(digest))
        digest = (0,_sha256_js__WEBPACK_IMPORTED_MODULE_8__/* .sha256Of */ .B)(Buffer.from(`not ${digest}`));
    return digest;
}
/**
 * Packs what the store holds, in the format of pack-format.ts. Every file is hashed while it is read: where one is not what
 * its note says there is no pack, and all such are named.
 */
async function writePack(store, contents, options) {
    const sections = (0,_pack_contents_js__WEBPACK_IMPORTED_MODULE_10__/* .sectionsOf */ .Ks)(inFixedOrder(contents));
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(options.destination, 'w');
    try {
        return await writeSections(file, store, { sections, frameSize: options.frameSize ?? usualFrameSize });
    }
    finally {
        await file.close();
    }
}
/** So that equal contents give equal packs. */
function inFixedOrder({ wheels, bytecode }) {
    const order = (a, b) => (a < b ? -1 : 1);
    return {
        wheels: wheels.toSorted((a, b) => order(a.filename + a.sha256, b.filename + b.sha256)),
        bytecode: bytecode.toSorted((a, b) => order(a.note.wheel, b.note.wheel)),
    };
}
/** Writes frames behind the room for the head, whose length is known beforehand, then the head. */
async function writeSections(file, store, { sections, frameSize }) {
    const level = sectionsSize(sections) > smallPackBytes ? usualLevel : smallPackLevel;
    const encodePiece = async (piece) => 'change' in piece ? piece : { stored: await (0,_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFrame */ .Yt)(piece.bytes, level) };
    const text = (0,_pack_table_js__WEBPACK_IMPORTED_MODULE_7__/* .formatContents */ .aS)(sections.map(section => withEntryPoints(section, store)));
    const contents = await (0,_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFrame */ .Yt)(text, level);
    const frameCount = sections.reduce((sum, { note }) => sum + (0,_frame_cuts_js__WEBPACK_IMPORTED_MODULE_11__/* .cutFrames */ .N)(note.files, frameSize).length, 0);
    const frames = [];
    const changed = [];
    let position = (0,_pack_format_js__WEBPACK_IMPORTED_MODULE_6__/* .headSize */ .SV)({ contentsSize: contents.length, frameCount });
    for await (const piece of (0,_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .ahead */ .Uc)(readSections(store, { sections, frameSize }), framesInProgress, encodePiece)) {
        if ('change' in piece)
            changed.push(piece.change);
        if ('change' in piece || changed.length > 0)
            continue;
        await writeAll(file, piece.stored, position);
        position += piece.stored.length;
        const { stored } = piece;
        frames.push({ size: stored.length, crc32: (0,_frames_js__WEBPACK_IMPORTED_MODULE_5__/* .crc32Of */ .f3)(stored), sha256: (0,_sha256_js__WEBPACK_IMPORTED_MODULE_8__/* .sha256Of */ .B)(stored) });
    }
    if (changed.length > 0)
        return { size: 0, changed };
    await writeAll(file, (0,_pack_format_js__WEBPACK_IMPORTED_MODULE_6__/* .formatHead */ .Gw)(contents, { frameSize, contentsLength: text.length, frames }), 0);
    await file.truncate(position);
    return { size: position, changed };
}
/** A file that changed shows when its frame is packed. */
function withEntryPoints(section, store) {
    if (section.kind !== undefined)
        return section;
    const path = (0,_note_js__WEBPACK_IMPORTED_MODULE_12__/* .entryPointsPath */ .pD)(section.note);
    if (!section.note.files.some(file => file.path === path))
        return section;
    const descriptor = openIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_store_js__WEBPACK_IMPORTED_MODULE_9__/* .filesOf */ .R8)(directoryOf(store, section)), path));
    if (descriptor === undefined)
        return section;
    try {
        const entryPoints = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(descriptor, 'utf8');
        return (0,_pack_table_js__WEBPACK_IMPORTED_MODULE_7__/* .areEntryPoints */ .c1)(entryPoints, section.note) ? { ...section, entryPoints } : section;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
    }
}
async function writeAll(file, bytes, position) {
    let written = 0;
    while (written < bytes.length) {
        const step = await file.write(bytes, written, bytes.length - written, position + written);
        written += step.bytesWritten;
    }
}
function sectionsSize(sections) {
    return sections.reduce((sum, { note }) => sum + (0,_note_js__WEBPACK_IMPORTED_MODULE_12__/* .unpackedSize */ .JL)(note), 0);
}
/** Reads in the calling thread: the thread pool compresses meanwhile. */
function* readSections(store, { sections, frameSize }) {
    for (const section of sections) {
        const path = yield* readSection((0,_store_js__WEBPACK_IMPORTED_MODULE_9__/* .filesOf */ .R8)(directoryOf(store, section)), section, frameSize);
        if (path !== undefined)
            yield { change: { wheel: (0,_pack_contents_js__WEBPACK_IMPORTED_MODULE_10__/* .wheelOf */ .J_)(section), path } };
    }
}
/** Yields the frames of a section; returns the path of the first file that is not what the note says. */
function* readSection(directory, { note }, frameSize) {
    const hashes = new Map();
    for (const { size, pieces } of (0,_frame_cuts_js__WEBPACK_IMPORTED_MODULE_11__/* .cutFrames */ .N)(note.files, frameSize)) {
        const bytes = Buffer.allocUnsafe(size);
        let filled = 0;
        for (const piece of pieces) {
            const { path } = piece.file;
            const hash = hashes.get(path) ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
            hashes.set(path, hash);
            const target = bytes.subarray(filled, filled + piece.length);
            if (!readPiece((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, path), piece, target))
                return path;
            hash.update(target);
            filled += piece.length;
            if (piece.offset + piece.length < piece.file.size)
                continue;
            if (hash.digest('hex') !== piece.file.sha256)
                return path;
            hashes.delete(path);
        }
        yield { bytes };
    }
    return undefined;
}
/** False where the file is gone or has another size than its note says. */
function readPiece(path, { file, offset, length }, target) {
    const descriptor = openIfPresent(path);
    if (descriptor === undefined)
        return false;
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor).size !== file.size)
            return false;
        let filled = 0;
        while (filled < length) {
            const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, target, filled, length - filled, offset + filled);
            if (count === 0)
                return false;
            filled += count;
        }
        return true;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
    }
}
/** Where a section lies in the store, or would. */
function directoryOf(store, section) {
    return section.kind === undefined
        ? (0,_store_js__WEBPACK_IMPORTED_MODULE_9__/* .wheelDirectory */ .TS)(store, section.note.sha256)
        : (0,_store_js__WEBPACK_IMPORTED_MODULE_9__/* .bytecodeDirectory */ .$p)(store, section.kind, section.note.wheel);
}
function openIfPresent(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 94:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Lower-case hex. Apart from what worker threads load: node:crypto takes each of them as long as all else together. */
function sha256Of(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'hex');
}


/***/ })

};
