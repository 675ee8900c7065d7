export const id = 877;
export const ids = [877,258];
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

/***/ 9041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createStoredFile),
/* harmony export */   Q: () => (/* binding */ permitsLinks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/** How files of the store are made: readable for all who share it, whatever mask their maker has. */

/**
 * Makes a file that must not be there, 0644 or 0755, and returns its descriptor. Throws Node's system error.
 *
 * The mask is not asked for: `process.umask()` sets it to 0 for a moment, in which other threads make directories that anyone
 * may write to.
 */
function createStoredFile(path, executable) {
    const mode = executable ? 0o755 : 0o644;
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', mode);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchmodSync)(descriptor, mode);
    return descriptor;
}
/** Whether a file that is a link into the store has no right which this mask takes away. */
function permitsLinks(umask) {
    return (umask & 0o755) === 0;
}


/***/ })

};
