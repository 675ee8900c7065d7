export const id = 917;
export const ids = [917];
export const modules = {

/***/ 3150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jX: () => (/* binding */ isRoot),
/* harmony export */   uQ: () => (/* binding */ toolEnvironment),
/* harmony export */   yf: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6318);

/** Mounting takes milliseconds; a command that hangs must not hang the run. */
const timeoutMs = 60_000;
/** True where commands need no sudo. */
function isRoot() {
    return process.getuid?.() === 0;
}
/** Runs a command with the rights of root. Rejects as `runProcess` does, with `ENOENT` where sudo is needed and missing. */
function runAsRoot(command, env, cwd = '/') {
    const [program, ...args] = isRoot() ? command : ['sudo', '-n', ...command];
    return (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)(program, args, { cwd, env: toolEnvironment(env), timeoutMs });
}
/** PATH with the directories of system tools, which users often lack, and messages in English. */
function toolEnvironment(env) {
    return { PATH: `${env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin`, LC_ALL: 'C' };
}


/***/ }),

/***/ 621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   YL: () => (/* binding */ mountsBelow)
/* harmony export */ });
/* unused harmony export mountPointsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/** What is mounted, as Linux tells it (proc(5), `/proc/pid/mountinfo`). */

/** Mount points at or below an absolute real path, in the order in which they were mounted. Empty where there is no such table. */
async function mountsBelow(directory) {
    const table = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/self/mountinfo', 'utf8').catch(() => '');
    return mountPointsIn(table).filter(path => path === directory || path.startsWith(`${directory}/`));
}
/** The mount points of a mountinfo table, unescaped. */
function mountPointsIn(table) {
    return table
        .split('\n')
        .filter(line => line !== '')
        .map(line => unescaped(line.split(' ')[4] ?? ''));
}
/** A field of an fstab(5) file: white space of ASCII and backslashes would end it, or begin an escape; other spaces stand as they are. */
function escaped(field) {
    return field.replace(/[ \t\n\r\v\f\\]/g, character => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
/** Bytes that are not ASCII stand as they are. */
function unescaped(field) {
    return field.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
}


/***/ }),

/***/ 7154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MF: () => (/* binding */ placeBehind),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   aH: () => (/* binding */ ownNamespace),
/* harmony export */   ly: () => (/* binding */ isInUse),
/* harmony export */   uM: () => (/* binding */ linkTo),
/* harmony export */   uN: () => (/* binding */ mountsDirectory),
/* harmony export */   wG: () => (/* binding */ reservePlace)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9566);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(621);
/** Where an environment is mounted: `<store>/v1/mounts/<id>`, and who uses it. */





/** A directory without an owner is being made, or was when its process was killed. */
const longestReservingMs = 60_000;
/** Mounts of another container or machine cannot be seen: theirs are kept longer than any job runs. */
const oldestForeignMs = 7 * 24 * 3_600_000;
/** `root` is `<store>/v1`. */
function mountsDirectory(root) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'mounts');
}
function placeIn(directory) {
    return { directory, upper: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'upper'), merged: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'merged') };
}
/**
 * A new place to mount an environment, owned by this process until `link` (absolute, or empty) points to its mount point:
 * then the link is the owner. `root` is `<store>/v1`.
 */
async function reservePlace(root, link) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(mountsDirectory(root), { recursive: true });
    const place = placeIn((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(mountsDirectory(root)), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(place.directory);
    const owner = { format: 1, process: await (0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .identifyProcess */ .wO)(process.pid), namespace: await ownNamespace(), link };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(ownerFile(place.directory), JSON.stringify(owner));
    await Promise.all([place.upper, place.merged, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place.directory, 'work')].map(path => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path)));
    return place;
}
/** The place of this store (`root` is `<store>/v1`) that a link points to; undefined where it is no such link. */
async function placeBehind(root, link) {
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(link).catch(() => undefined);
    const mounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(mountsDirectory(root)).catch(() => undefined);
    if (target === undefined || mounts === undefined)
        return undefined;
    const place = placeIn((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), target)));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(place.directory) === mounts && place.merged === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), target) ? place : undefined;
}
/** The link that the place was reserved for, if it points there. */
async function linkTo({ directory, merged }) {
    const link = (await readOwner(directory))?.link ?? '';
    if (link === '')
        return undefined;
    const target = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(link).catch(() => undefined);
    return target !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(link), target) === merged ? link : undefined;
}
/**
 * Whether the process that reserved the place is at work, or the environment is mounted and its link points to it.
 * What a killed process, a removed link or a restart of the machine left is not in use.
 */
async function isInUse(directory) {
    const owner = await readOwner(directory);
    if (owner === undefined)
        return (await ageOf(directory)) < longestReservingMs;
    if (!(await (0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isOnThisMachine */ .lW)(owner.process)) || owner.namespace !== (await ownNamespace())) {
        const age = await ageOf(ownerFile(directory));
        return !(0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isBeforeRestart */ .Lf)(owner.process, age) && age < oldestForeignMs;
    }
    if (await (0,_python_process_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .isRunning */ .W_)(owner.process))
        return true;
    const place = placeIn(directory);
    if ((await linkTo(place)) === undefined)
        return false;
    // What was put there since it was unmounted is someone's environment.
    return (await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(place.merged)).includes(place.merged) || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(place.merged)).length > 0;
}
const ownerFile = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'owner.json');
/** Undefined where it is missing or half written. */
async function readOwner(directory) {
    try {
        const owner = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(ownerFile(directory), 'utf8'));
        return owner.format === 1 ? owner : undefined;
    }
    catch {
        return undefined;
    }
}
/** The mount namespace of this process; empty where the system has none. */
async function ownNamespace() {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)('/proc/self/ns/mnt').catch(() => '');
}
async function ageOf(path) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
    return facts === undefined ? Number.POSITIVE_INFINITY : Date.now() - facts.mtimeMs;
}


/***/ }),

/***/ 4917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ sweepMounts),
/* harmony export */   c: () => (/* binding */ unmountEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _as_root_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3150);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(621);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7154);
/** Takes mounted environments away: one that is done with, or all that nobody uses. */






/**
 * Takes the environment in this directory away, also one that is in use: mounts, layers, and the link that points to it. A
 * directory that is not there, or holds no mount, is no error.
 *
 * Throws UserError IMAGE_BUSY when the system does not let go of a mount: nothing is removed then.
 */
async function unmountEnvironment(directory, env) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory).catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    });
    if (real === undefined)
        return;
    await unmountBelow(real, env);
    const link = await (0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .linkTo */ .uM)((0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .placeIn */ .VV)(real));
    if (link !== undefined)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(link, { force: true });
    await removeTree(real, env);
}
/** Takes away every environment of the store `<root>` (`<store>/v1`) that nobody uses: see `isInUse`. */
async function sweepMounts(root, env) {
    const mounts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .mountsDirectory */ .uN)(root)).catch(() => undefined);
    const names = mounts === undefined ? [] : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(mounts);
    const removed = [];
    const failures = [];
    for (const directory of names.map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mounts ?? '', name))) {
        if (await (0,_place_js__WEBPACK_IMPORTED_MODULE_5__/* .isInUse */ .ly)(directory))
            continue;
        try {
            await unmountEnvironment(directory, env);
            removed.push(directory);
        }
        catch (error) {
            failures.push(error instanceof Error ? error : new Error((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)));
        }
    }
    return { removed, failures };
}
/** Latest first. What a process is using is taken out of the tree, and goes when that process does. */
async function unmountBelow(directory, env) {
    const mounted = await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(directory);
    if (mounted.length === 0)
        return;
    const first = await unmount([], mounted.toReversed(), env);
    const busy = await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(directory);
    if (busy.length === 0)
        return;
    const second = await unmount(['-l'], busy.toReversed(), env);
    if ((await (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .mountsBelow */ .YL)(directory)).length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('IMAGE_BUSY', `\`${directory}\` cannot be unmounted: ${second || first}`, {
        hint: 'end what uses it, and run `wheelcrew gc` as root or with passwordless sudo',
    });
}
async function unmount(flags, paths, env) {
    const result = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_3__/* .runAsRoot */ .yf)(['umount', ...flags, '--', ...paths], env).catch(error => ({
        stderr: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error),
    }));
    return result.stderr.trim();
}
/** Other users may have written into the environment, and the kernel's work directory is root's. */
async function removeTree(directory, env) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EACCES', 'EPERM'))
            throw error;
        const { exitCode, stderr } = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_3__/* .runAsRoot */ .yf)(['rm', '-rf', '--one-file-system', '--', directory], env);
        if (exitCode !== 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('IMAGE_BUSY', `\`${directory}\` cannot be removed: ${stderr.trim()}`);
    }
}


/***/ })

};
