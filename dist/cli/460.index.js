export const id = 460;
export const ids = [460,258];
export const modules = {

/***/ 1258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ imageSetPath),
/* harmony export */   P4: () => (/* binding */ keepImageSet),
/* harmony export */   SB: () => (/* binding */ readImageSet),
/* harmony export */   _: () => (/* binding */ isImageThere),
/* harmony export */   clearStaleMount: () => (/* binding */ clearStaleMount),
/* harmony export */   d0: () => (/* binding */ imagePath),
/* harmony export */   iB: () => (/* binding */ forgetImages),
/* harmony export */   makeImages: () => (/* binding */ makeImages),
/* harmony export */   takeImage: () => (/* binding */ takeImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _image_diagnose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8033);
/* harmony import */ var _image_make_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9067);
/* harmony import */ var _image_mount_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4492);
/* harmony import */ var _image_mount_table_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(621);
/* harmony import */ var _image_place_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7154);
/* harmony import */ var _image_unmount_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4917);
/* harmony import */ var _install_plant_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8962);
/* harmony import */ var _python_venv_template_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4172);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7208);
/* harmony import */ var _store_stored_file_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9041);
/* harmony import */ var _ready_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6061);
/**
 * Environments as images: made of a stored plan in layers, a big wheel alone and the rest together, so that a changed plan
 * makes what changed; mounted where the environment is wanted.
 */















/** Where an image lies. */
function imagePath(store, layer) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, 'images', `${layer}.squashfs`);
}
/** Whether the store holds an image. */
function isImageThere(store, layer) {
    return allPresent([imagePath(store, layer)]);
}
/** What the sets of a tree are called: what is written into an image has the rights that the umask leaves. */
function setPrefix({ tree }, { umask }) {
    return `${tree}-${umask.toString(8).padStart(4, '0')}-`;
}
/** Where the set of a tree and a path lies. */
function imageSetPath(store, owner, host) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, 'images', `${setPrefix(owner, host)}${digestOf(owner.root).slice(0, 16)}.json`);
}
/**
 * Mounts the images of a plan, and puts a symbolic link to them where the environment is wanted. Trouble is a reason: then
 * nothing is mounted, and the path is as it was.
 */
async function takeImage(request, plan, run) {
    const { store } = run.located;
    const set = await findSet(request, run.host, store);
    if (set === undefined)
        return { reason: 'the image of these packages is made when the job ends' };
    const mounting = await run.mounting();
    if ('lacks' in mounting)
        return { reason: mounting.lacks };
    // What an environment was that is gone, perhaps of this very path.
    await (0,_image_unmount_js__WEBPACK_IMPORTED_MODULE_9__/* .sweepMounts */ .F)(store.root, run.host.env);
    const place = await (0,_image_place_js__WEBPACK_IMPORTED_MODULE_8__/* .reservePlace */ .wG)(store.root, request.root);
    try {
        if (set.root !== request.root) {
            if (!(await (0,_python_venv_template_js__WEBPACK_IMPORTED_MODULE_11__/* .fillFromStored */ .vG)(request.template, { at: place.upper, root: request.root }))) {
                await (0,_image_unmount_js__WEBPACK_IMPORTED_MODULE_9__/* .unmountEnvironment */ .c)(place.directory, run.host.env);
                return { reason: `the environment of the image cannot be given the path \`${request.root}\`` };
            }
            (0,_install_plant_js__WEBPACK_IMPORTED_MODULE_10__/* .replant */ .j)(plan.file.tree(), (0,_ready_js__WEBPACK_IMPORTED_MODULE_14__/* .placeIn */ .VV)(place.upper, request, { store, host: run.host }));
        }
        const paths = set.layers.map(layer => imagePath(store, layer));
        await (0,_image_mount_js__WEBPACK_IMPORTED_MODULE_6__/* .mountEnvironment */ .Fr)(place, paths, { env: run.host.env, overlayOptions: mounting.overlayOptions });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(request.root), { recursive: true });
        await linkInPlace(place.merged, request.root);
        return { mounted: place.directory };
    }
    catch (error) {
        await (0,_image_unmount_js__WEBPACK_IMPORTED_MODULE_9__/* .unmountEnvironment */ .c)(place.directory, run.host.env).catch(() => undefined);
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isUserError */ .iU)(error) && (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .isUserError */ .iU)(error))
            await forgetImages(set, { ...request, umask: run.host.umask }, store);
        return { reason: error instanceof Error ? error.message : String(error) };
    }
}
/** Removes a link to a mount that is no more: the machine was started again, or someone unmounted it. */
async function clearStaleMount(path, { located, host }) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(path));
    // Of whatever store: files that were put there would be an environment inside of it.
    if (!/[/\\]v1[/\\]mounts[/\\][0-9a-f-]{36}[/\\]merged$/.test(target))
        return;
    if ((await (0,_image_mount_table_js__WEBPACK_IMPORTED_MODULE_7__/* .mountsBelow */ .YL)(target)).includes(target))
        return;
    const place = await (0,_image_place_js__WEBPACK_IMPORTED_MODULE_8__/* .placeBehind */ .MF)(located.store.root, path);
    if (place !== undefined)
        await (0,_image_unmount_js__WEBPACK_IMPORTED_MODULE_9__/* .unmountEnvironment */ .c)(place.directory, host.env);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
}
/** An empty directory there gives way. */
async function linkInPlace(target, path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rmdir)(path).catch(() => undefined);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.symlink)(target, path);
}
async function findSet(request, host, store) {
    const own = imageSetPath(store, request, host);
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(own);
    const others = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory).catch(() => []);
    const ofPlan = others.filter(name => name.startsWith(setPrefix(request, host))).map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name));
    for (const path of ofPlan.sort((a, b) => Number(b === own) - Number(a === own))) {
        const set = await readImageSet(path);
        const isWhole = set !== undefined && (await allPresent(set.layers.map(layer => imagePath(store, layer))));
        if (isWhole)
            return set;
    }
    return undefined;
}
/** Reads a set; undefined where there is none. */
async function readImageSet(path) {
    try {
        const set = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'));
        return set.format === 1 ? set : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) !== undefined)
            return undefined;
        throw error;
    }
}
async function allPresent(paths) {
    const found = await Promise.allSettled(paths.map(path => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path)));
    return found.every(({ status }) => status === 'fulfilled');
}
/** Takes the images of a set away. */
async function forgetImages({ layers }, owner, store) {
    for (const layer of layers)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(imagePath(store, layer), { force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(imageSetPath(store, owner, owner), { force: true });
}
/**
 * Makes the images of a plan that the store lacks. Says why it could not; undefined where they are there.
 * Throws UserError IMAGE_UNMAKEABLE, and what planting throws.
 */
async function makeImages(request, { file, facts }, host) {
    const store = await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_12__/* .openStore */ .Ch)(request.store);
    const lacks = await (0,_image_diagnose_js__WEBPACK_IMPORTED_MODULE_4__.diagnoseMaking)(store.root, host);
    if (lacks !== undefined)
        return lacks;
    if (!(0,_store_stored_file_js__WEBPACK_IMPORTED_MODULE_13__/* .permitsLinks */ .Q)(host.umask))
        return 'the umask takes rights away that files of the store have';
    if (file.digest !== request.tree)
        return 'the plan has changed in the meantime';
    const layers = [];
    for (const { tree, isTop } of layersOf(file.tree(), facts.big.slice(0, _image_mount_js__WEBPACK_IMPORTED_MODULE_6__/* .mostImages */ .Mf - 1))) {
        const name = layerName(tree, isTop ? request : undefined, host);
        layers.push(name);
        if (await isImageThere(store, name))
            continue;
        const staged = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(staged);
            if (isTop && !(await (0,_python_venv_template_js__WEBPACK_IMPORTED_MODULE_11__/* .fillFromStored */ .vG)(request.template, { at: staged, root: request.root }))) {
                return `no image can be made for the path \`${request.root}\``;
            }
            // Linked, whatever the mode of environments: what is staged is only read.
            await (0,_install_plant_js__WEBPACK_IMPORTED_MODULE_10__/* .plantTree */ .O)(tree, { ...(0,_ready_js__WEBPACK_IMPORTED_MODULE_14__/* .placeIn */ .VV)(staged, request, { store, host }), linkMode: 'hardlink' }, async () => 0);
            await (0,_image_make_js__WEBPACK_IMPORTED_MODULE_5__/* .makeImage */ .G)(staged, imagePath(store, name), { host, temporary: store.temporary });
        }
        finally {
            await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_12__/* .discard */ .vf)(staged);
        }
    }
    await keepImageSet({ format: 1, root: request.root, layers }, { tree: request.tree, umask: host.umask }, store);
    return undefined;
}
/** Lets later runs find the images of a plan. */
async function keepImageSet(set, owner, store) {
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(unfinished, JSON.stringify(set));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(unfinished, imageSetPath(store, { ...owner, root: set.root }, owner));
}
/**
 * By all that is in it. Images belong to who made them, and nobody else but root could change what is in them: so each user has
 * images of their own.
 */
function layerName({ directories }, top, { umask }) {
    const user = process.getuid?.() ?? 0;
    return digestOf(JSON.stringify([2, user, umask, directories, ...(top ? [top.tree, top.root] : [])]));
}
/** What is written and small wheels on top, then each big wheel, whose image other plans have too. */
function layersOf(tree, big) {
    const wheelOf = (from) => /[0-9a-f]{64}/.exec(from)?.[0];
    const isBig = new Set(big);
    const select = (isWanted) => tree.directories.flatMap(([path, groups]) => {
        const wanted = groups.filter(([from]) => isWanted(wheelOf(from)));
        return wanted.length === 0 ? [] : [[path, wanted]];
    });
    const top = { ...tree, directories: select(wheel => wheel === undefined || !isBig.has(wheel)) };
    const others = big
        .map(sha256 => ({ directories: select(wheel => wheel === sha256), files: [], texts: tree.texts }))
        .filter(({ directories }) => directories.length > 0);
    return [{ tree: top, isTop: true }, ...others.map(other => ({ tree: other, isTop: false }))];
}
function digestOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
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


/***/ })

};
