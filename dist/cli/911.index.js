export const id = 911;
export const ids = [911,292];
export const modules = {

/***/ 1911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  saveCache: () => (/* binding */ saveCache)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/cache/backend.js
var backend = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/cache/choose.js + 8 modules
var choose = __webpack_require__(2811);
// EXTERNAL MODULE: ./lib/cache/key.js
var cache_key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/cache/manifest.js + 2 modules
var cache_manifest = __webpack_require__(6407);
// EXTERNAL MODULE: ./lib/cache/packing.js
var cache_packing = __webpack_require__(6961);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/store/pack.js
var store_pack = __webpack_require__(9152);
// EXTERNAL MODULE: ./lib/store/pack-contents.js
var pack_contents = __webpack_require__(9047);
// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var cache = __webpack_require__(243);
// EXTERNAL MODULE: ./lib/pipeline/pack-items.js
var pack_items = __webpack_require__(8160);
// EXTERNAL MODULE: ./lib/store/note.js
var store_note = __webpack_require__(6841);
// EXTERNAL MODULE: ./lib/pipeline/seal.js + 2 modules
var seal = __webpack_require__(8954);
;// CONCATENATED MODULE: ./lib/pipeline/sealed-contents.js
/** What a sealed request stands for, read from the store again. */




/** The notes of what was sealed and is still the same in the store; `changed` names the rest. */
async function sealedContents(request, store) {
    const wheels = [];
    const bytecode = [];
    const changed = [];
    for (const sealed of request.wheels) {
        const note = (0,store_note/* parseWheelNote */.nA)(await sealedText((0,store_store/* wheelDirectory */.TS)(store, sealed.sha256), sealed.note));
        if (note === undefined) {
            changed.push(sealed.name);
            continue;
        }
        if (!sealed.isBuilt)
            wheels.push(note);
        if (request.kind === undefined || sealed.bytecode === undefined)
            continue;
        const set = (0,store_note/* parseBytecodeNote */.xh)(await sealedText((0,store_store/* bytecodeDirectory */.$p)(store, request.kind, sealed.sha256), sealed.bytecode));
        if (set === undefined)
            changed.push(`bytecode of ${note.name}`);
        else
            bytecode.push({ kind: request.kind, note: set });
    }
    return { contents: { wheels, bytecode }, changed };
}
/** The text of a note, or an empty one when it is not what was sealed. */
async function sealedText(directory, digest) {
    const text = await (0,promises_.readFile)(`${directory}/note.json`, 'utf8').catch(() => '');
    return (0,seal/* digestOf */.o)(text) === digest ? text : '';
}

;// CONCATENATED MODULE: ./lib/pipeline/save.js
/** Saving to the remote cache: a sealed request carried out, perhaps by another process than the one that sealed it. */















/** Carries out a sealed request. A full disk or cache trouble is a warning, and the job goes on. */
async function saveCache(request, host, watch) {
    const end = watch.begin('save');
    try {
        const store = await (0,store_store/* openStore */.Ch)(request.store);
        const options = {
            host,
            workspace: request.workspace,
            temporary: store.temporary,
            transport: (0,cache/* cacheTransport */.Gj)(host),
            signal: watch.signal,
        };
        const { backend } = (0,choose/* chooseBackend */.a)(request.backend, options);
        if (backend === undefined)
            return;
        const bytes = await saveAll(request, {
            backend,
            store,
            host,
            watch,
            spoiled: request.spoiled,
            isRepeated: request.isRepeated,
        });
        watch.decide('save', bytes === 0 ? 'no' : 'yes', bytes === 0 ? 'all of it is there already' : 'it was new');
        end({ bytes });
    }
    catch (error) {
        watch.signal.throwIfAborted();
        if (!isTrouble(error))
            throw error;
        const isBusy = error instanceof SavedElsewhere;
        if (!isBusy)
            watch.warn(`${(0,errors/* messageOf */.bD)(error)}; nothing was saved`);
        watch.decide('save', 'no', (0,errors/* messageOf */.bD)(error));
    }
    finally {
        end();
    }
}
function isTrouble(error) {
    return error instanceof backend/* CacheTrouble */.E || (0,errors/* isUserError */.iU)(error) || (0,errors/* errnoOf */.UQ)(error) !== undefined;
}
/** Somebody else is at it: what this job could add comes anyway. */
class SavedElsewhere extends backend/* CacheTrouble */.E {
}
/** Returns the bytes that were saved. */
async function saveAll(request, services) {
    const { backend, store, watch } = services;
    const { contents, changed } = await sealedContents(request, store);
    if (changed.length > 0) {
        watch.warn(`in the store, ${(0,invalid_wheel/* quotedFew */.Z_)(changed, 5)} changed after the end of the installation, and is not saved`);
    }
    const own = changed.length === 0 && request.image ? await saveOwnImages(request.image, services) : undefined;
    const { kept, packed } = await planSaving(request, contents, backend);
    const saved = (await (0,concurrency/* mapBounded */.y)(packed, packsInProgress, items => {
        watch.signal.throwIfAborted();
        return savePack((0,pack_items/* contentsNamed */.kR)(contents, items), services);
    })).flat();
    const packs = [...kept, ...saved.map(({ entry }) => entry)];
    if (packs.length === 0)
        return 0;
    const others = request.images.filter(({ key }) => key !== own?.images.key);
    const images = [...(own ? [own.images] : []), ...others].slice(0, mostImageSets);
    const key = (0,cache_key/* manifestKey */.Rn)(request.manifestKey, { lock: request.manifest.lock, packs, images });
    const manifest = (0,cache_manifest/* formatManifest */.L)({ ...request.manifest, packs, ...(images.length > 0 && { images }) });
    let written = 0;
    await (0,store_store/* withStagedFile */.jN)(store, async (path) => {
        const outcome = await backend.save(key, async () => {
            await (0,promises_.writeFile)(path, manifest);
            return path;
        });
        if (outcome === 'saved')
            written = manifest.length;
    });
    return saved.reduce((sum, { savedBytes }) => sum + savedBytes, written + (own?.savedBytes ?? 0));
}
/** Machines that differ in their interpreter have images of their own of the same plan. */
const mostImageSets = 4;
/** Loaded by jobs that mount their environments, and by no others. */
async function saveOwnImages(request, services) {
    const { saveImages } = await Promise.all(/* import() */[__webpack_require__.e(33), __webpack_require__.e(334), __webpack_require__.e(61), __webpack_require__.e(460)]).then(__webpack_require__.bind(__webpack_require__, 9460));
    return saveImages(request, services);
}
/** Divides what the plan needs over packs; one that the backend has lost in the meantime is as good as none. */
async function planSaving(request, contents, backend) {
    const { mayRepack } = request;
    const stored = new Map((0,pack_items/* itemsOf */.S3)(contents).map(item => [(0,cache_packing/* nameOf */.Vb)(item), item]));
    const canPack = (item) => stored.has((0,cache_packing/* nameOf */.Vb)(item));
    let { existing } = request;
    for (;;) {
        const packing = (0,cache_packing/* planPacks */.qC)(wantedItems(request, stored, existing), existing, { mayRepack, canPack });
        const there = await Promise.all(packing.kept.map(({ digest }) => backend.has((0,cache_key/* packKey */.l7)(digest))));
        const lost = new Set(packing.kept.filter((_, index) => there[index] === false));
        if (lost.size === 0)
            return packing;
        existing = existing.filter(pack => !lost.has(pack));
    }
}
/** What the store holds of the plan, and what it lacks and a pack holds. */
function wantedItems({ planned, kind }, stored, existing) {
    const elsewhere = new Map(existing.flatMap(({ items }) => items).map(item => [(0,cache_packing/* nameOf */.Vb)(item), item]));
    const lacking = planned.flatMap(sha256 => (0,pack_items/* namesOfWheel */.Jm)(sha256, kind)).filter(name => !stored.has(name));
    return [...stored.values(), ...lacking.flatMap(name => elsewhere.get(name) ?? [])];
}
/** One is packed while another is uploaded. */
const packsInProgress = 2;
/** Saves a pack; none where nothing is left to pack. Contents that changed since they were sealed are left out and named. */
async function savePack(contents, services) {
    if (contents.wheels.length + contents.bytecode.length === 0)
        return [];
    const { backend, store, watch } = services;
    const digest = (0,store_pack/* packDigest */.Ep)(contents, services.spoiled);
    const changed = new Map();
    return (0,store_store/* withStagedFile */.jN)(store, async (path) => {
        let bytes;
        const pack = async () => {
            const written = await (0,store_pack/* writePack */.hG)(store, contents, { destination: path });
            for (const file of written.changed)
                changed.set(file.wheel, file);
            if (changed.size > 0)
                throw new ContentsChanged();
            bytes = written.size;
            return path;
        };
        try {
            const outcome = await backend.save((0,cache_key/* packKey */.l7)(digest), pack);
            if (outcome === 'present' && !(await backend.has((0,cache_key/* packKey */.l7)(digest)))) {
                if (services.isRepeated !== true)
                    throw new SavedElsewhere('another job is saving the same');
                const spoiled = [...services.spoiled, digest];
                return await savePack(contents, { ...services, spoiled, isRepeated: false });
            }
            const entry = { digest, items: (0,pack_items/* itemsOf */.S3)(contents), ...(bytes !== undefined && { bytes }) };
            return [{ entry, savedBytes: outcome === 'saved' ? (bytes ?? 0) : 0 }];
        }
        catch (error) {
            if (!(error instanceof ContentsChanged))
                throw error;
            for (const [wheel, { path }] of changed) {
                const { name = wheel } = contents.wheels.find(({ sha256 }) => sha256 === wheel) ?? {};
                watch.warn(`in the store, \`${path}\` of ${name} is not what was installed; ${name} is not saved`);
            }
            return savePack(withoutWheels(contents, changed), services);
        }
    });
}
/** The store holds something else than what was sealed: a pack of this digest cannot be made. */
class ContentsChanged extends Error {
    name = 'ContentsChanged';
}
function withoutWheels(contents, left) {
    return (0,pack_contents/* contentsOf */.KD)((0,pack_contents/* sectionsOf */.Ks)(contents).filter(section => !left.has((0,pack_contents/* wheelOf */.J_)(section))));
}


/***/ })

};
