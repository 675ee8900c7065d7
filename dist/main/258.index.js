export const id = 258;
export const ids = [258,33];
export const modules = {

/***/ 8033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   diagnoseImages: () => (/* binding */ diagnoseImages),
/* harmony export */   diagnoseMaking: () => (/* binding */ diagnoseMaking),
/* harmony export */   diagnoseMounting: () => (/* binding */ diagnoseMounting)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _as_root_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3150);
/* harmony import */ var _make_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9067);
/* harmony import */ var _mount_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4492);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7154);
/* harmony import */ var _unmount_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4917);
/** Whether this machine can make and mount images: found out by trying, once a start of the machine. */









/** Best first: a kernel without one of them takes the next. Nothing is written back for the sake of a power cut (`volatile`). */
const overlayChoices = ['redirect_dir=on,metacopy=on,volatile', 'redirect_dir=on,metacopy=on', ''];
/** `root` is `<store>/v1`, which exists: images are mounted there. Never throws because of what the machine lacks. */
async function diagnoseImages(root, host) {
    if (host.platform.os !== 'linux')
        return { canMount: false, canMake: false, reason: needsLinux, overlayOptions: '' };
    const mounting = await diagnoseMounting(root, host);
    const making = await diagnoseMaking(root, host);
    const reasons = ['lacks' in mounting ? mounting.lacks : undefined, making].filter(reason => reason !== undefined);
    return {
        canMount: !('lacks' in mounting),
        canMake: making === undefined,
        reason: reasons.join('; ') || 'a small image was made and mounted',
        overlayOptions: 'lacks' in mounting ? '' : mounting.overlayOptions,
    };
}
/** Whether images can be mounted here, as `diagnoseImages` says it; none is made. */
async function diagnoseMounting(root, { platform, env }) {
    if (platform.os !== 'linux')
        return { lacks: needsLinux };
    const { known, keep } = await openProbe(root);
    if (known.overlayOptions !== undefined)
        return { overlayOptions: known.overlayOptions };
    const found = await tryMounting(root, env);
    if (!('lacks' in found))
        await keep(found);
    return found;
}
/** Why images cannot be made here, on Linux; undefined where they can. */
async function diagnoseMaking(root, host) {
    const { known, keep } = await openProbe(root);
    if (known.canMake)
        return undefined;
    const lacks = await tryMaking(root, host);
    if (lacks === undefined)
        await keep({ canMake: true });
    return lacks;
}
const needsLinux = 'images need Linux';
/** What is known of this machine, and a way to add to it. */
async function openProbe(root) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'images', 'probe.json');
    const identity = await machineIdentity();
    const known = await readProbe(path, identity);
    return { known, keep: (found) => writeProbe(path, identity, { ...known, ...found }) };
}
/** The machine or container, its start, what this process sees of its mounts (numbers are used again), and who it is. */
async function machineIdentity() {
    const boot = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return [(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), boot.trim(), await (0,_place_js__WEBPACK_IMPORTED_MODULE_7__/* .ownNamespace */ .aH)(), process.getuid?.()].join(' ');
}
async function readProbe(path, identity) {
    try {
        const probe = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
        return probe.format === 1 && probe.identity === identity ? probe : {};
    }
    catch {
        return {};
    }
}
/** A store that cannot be written to is told elsewhere: here it only costs the next run another try. */
async function writeProbe(path, identity, probe) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '..'), { recursive: true });
        const aside = `${path}-${process.pid}`;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(aside, JSON.stringify({ format: 1, identity, ...probe }));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(aside, path);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}
async function tryMounting(root, env) {
    const lacks = await missingRights(env);
    if (lacks !== undefined)
        return { lacks };
    let reason = '';
    for (const overlayOptions of overlayChoices) {
        try {
            await mountOnce(root, env, overlayOptions);
            return { overlayOptions };
        }
        catch (error) {
            reason = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        }
    }
    return { lacks: (await missingPart(root)) ?? reason };
}
const sysAdmin = 21n;
async function missingRights(env) {
    const needs = 'mounting needs root or passwordless sudo';
    if ((0,_as_root_js__WEBPACK_IMPORTED_MODULE_4__/* .isRoot */ .jX)()) {
        const status = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/self/status', 'utf8').catch(() => '');
        const [, mask] = /^CapEff:\s*([0-9a-f]+)$/m.exec(status) ?? [];
        const isCapable = mask === undefined || ((BigInt(`0x${mask}`) >> sysAdmin) & 1n) === 1n;
        return isCapable ? undefined : 'this container lacks CAP_SYS_ADMIN, which mounting needs: `--cap-add SYS_ADMIN`';
    }
    try {
        const { exitCode, stderr } = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_4__/* .runAsRoot */ .yf)(['true'], env);
        return exitCode === 0 ? undefined : `${needs} (${stderr.trim().split('\n')[0]})`;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'EACCES'))
            return `${needs}, and sudo is not installed`;
        throw error;
    }
}
const overlayMagic = 0x794c7630;
const nfsMagic = 0x6969;
/** What explains a mount that failed, in better words than those of mount. */
async function missingPart(root) {
    const { type } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(root);
    if (type === overlayMagic)
        return 'the store lies on overlayfs, which cannot be an upper layer: name another with `--store`';
    if (type === nfsMagic)
        return 'the store lies on NFS, which cannot be an upper layer: name another with `--store`';
    const hasLoop = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)('/dev/loop-control', node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.F_OK).then(() => true, () => false);
    if (!hasLoop)
        return 'there is no loop device: `modprobe loop`, or give the container /dev/loop-control';
    const filesystems = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/proc/filesystems', 'utf8').catch(() => 'squashfs overlay');
    const missing = ['squashfs', 'overlay'].find(name => !filesystems.includes(name));
    return missing === undefined ? undefined : `the kernel has no ${missing}: \`modprobe ${missing}\``;
}
/** `package/module.py`, compressed with zstd: made by `mksquashfs DIR FILE -comp zstd -all-root -nopad -no-exports -no-fragments`. */
const smallImage = 'aHNxcwMAAACAQ204AAACAAAAAAAGABEAUAIBAAQAAABEAAAAAAAAAO0AAAAAAAAA5QAAAAAAAAD//////////2wAAAAAAAAArQAAAAAAAADf' +
    'AAAAAAAAAP//////////YW5zd2VyID0gNDIKPwAotS/9IGS1AQCSRAoR4C0HPIAGkw1j6oXAvpXI3ikfS3PxFxc/D3/gAkD+vfeuHtBK7EEb' +
    'AgMAhuLsqEIyXCcwACi1L/0gOD0BAOAAAggAbW9kdWxlLnB5AAEAAAAkBgBwYWNrYWdlBACu0G7Ot1wG2ASAAAAAAN8AAAAAAAAA';
/** A loop device consists of whole pages. */
const pageBytes = 4096;
/** Reads through the overlay, and writes beside what is read. */
async function mountOnce(root, env, overlayOptions) {
    const place = await (0,_place_js__WEBPACK_IMPORTED_MODULE_7__/* .reservePlace */ .wG)(root, '');
    try {
        const image = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place.directory, 'small.squashfs');
        const bytes = Buffer.alloc(pageBytes);
        bytes.write(smallImage, 'base64');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(image, bytes);
        await (0,_mount_js__WEBPACK_IMPORTED_MODULE_6__/* .mountEnvironment */ .Fr)(place, [image], { env, overlayOptions });
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place.merged, 'package', 'module.py'), 'utf8');
        if (text !== 'answer = 42\n')
            throw new Error('a mounted image does not hold what was put into it');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place.merged, 'written'), '');
    }
    finally {
        await (0,_unmount_js__WEBPACK_IMPORTED_MODULE_8__/* .unmountEnvironment */ .c)(place.directory, env);
    }
}
/** Undefined when an image was made. A store that is full or cannot be written to is a reason as well. */
async function tryMaking(root, host) {
    try {
        return await makeOnce(root, host);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
    }
}
async function makeOnce(root, host) {
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'tmp', 'image-'));
    try {
        const source = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'source');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(source);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(source, 'module.py'), 'answer = 42\n');
        return await (0,_make_js__WEBPACK_IMPORTED_MODULE_5__/* .runMksquashfs */ .Y)(source, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'made.squashfs'), host);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 9067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ makeImage),
/* harmony export */   Y: () => (/* binding */ runMksquashfs)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6318);
/* harmony import */ var _store_note_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6841);
/* harmony import */ var _as_root_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3150);
/** Makes squashfs images of directories. */







const missingTool = 'mksquashfs is not installed: `apt-get install squashfs-tools`';
/** Above 3, zstd gains a few per cent in size for a multiple of the time. */
const compression = ['-comp', 'zstd', '-Xcompression-level', '3'];
const contents = ['-no-xattrs', '-no-hardlinks', '-noappend', '-no-progress', '-quiet'];
/**
 * Every later time becomes this one, so that the image does not depend on when its tree was made. Sources keep theirs, which
 * their bytecode names: all are earlier.
 */
const latestTime = (0,_store_note_js__WEBPACK_IMPORTED_MODULE_6__/* .sourceMtime */ .Ec)('ffffff');
/**
 * Makes an image of what is in `source`: the same files, links and modes make the same bytes (of one version of mksquashfs,
 * for one user). It appears at `destination` whole, by a rename, or not at all; what was there is replaced. Everything in it
 * belongs to the user of this process, who could not change an environment of root's files.
 *
 * Throws UserError IMAGE_UNMAKEABLE.
 */
async function makeImage(source, destination, options) {
    const aside = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.temporary, `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.squashfs`);
    try {
        const trouble = await runMksquashfs(source, aside, options.host);
        if (trouble !== undefined)
            throw unmakeable(source, trouble);
        await flush(aside);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(destination), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(aside, destination);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(aside, { force: true });
    }
}
/** Why no image could be made; undefined where it is there. */
async function runMksquashfs(source, destination, host) {
    const owner = ['-force-uid', String(process.getuid?.() ?? 0), '-force-gid', String(process.getgid?.() ?? 0)];
    const processors = ['-processors', String(host.parallelism)];
    const args = [source, destination, ...compression, ...contents, ...owner, ...processors];
    const env = { ...(0,_as_root_js__WEBPACK_IMPORTED_MODULE_5__/* .toolEnvironment */ .uQ)(host.env), SOURCE_DATE_EPOCH: String(latestTime) };
    try {
        const { exitCode, stdout, stderr } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_4__/* .runProcess */ .R)('mksquashfs', args, { env });
        return exitCode === 0 ? undefined : stderr.trim() || stdout.trim() || `exit code ${exitCode}`;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            return missingTool;
        throw error;
    }
}
/** After a power cut, a file that was renamed before its bytes reached the disk may be one of zeros. */
async function flush(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r+');
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}
function unmakeable(source, reason) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('IMAGE_UNMAKEABLE', `no image of \`${source}\` can be made: ${reason}`, {
        hint: 'install squashfs-tools 4.5 or later, built with zstd, or use another `--link-mode`',
    });
}


/***/ }),

/***/ 4492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ mountEnvironment),
/* harmony export */   Mf: () => (/* binding */ mostImages),
/* harmony export */   kj: () => (/* binding */ loopWritesBack)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _as_root_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3150);
/* harmony import */ var _mount_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(621);
/* harmony import */ var _unmount_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4917);
/** Mounts images under one overlay, whose upper layer takes what the job writes. */






/**
 * Whether a loop device, when it is set up, waits until all of its file is on the disk: since Linux 6.14. `release` is that of
 * the kernel.
 */
function loopWritesBack(release) {
    const [major = 0, minor = 0] = release.split('.').map(part => Number.parseInt(part, 10));
    return major > 6 || (major === 6 && minor >= 14);
}
/** The names of so many layers fit the 256 bytes that the kernel takes for one option (fsconfig(2)). */
const mostImages = 64;
/** Nothing in an image, which may come from a cache, has more rights than the files of a wheel. */
const imageOptions = 'ro,nodev,nosuid,loop';
/**
 * The overlay holds its layers itself, so their own mount points go at once: one mount is left to undo, also after a crash.
 * All in one process more than mount and umount: starting processes is what mounting costs.
 */
const script = 'mount -a -T fstab && { umount "$@" || :; }';
/**
 * Mounts `images` (absolute paths, the highest first) at `place.merged`, read-only under the layer of the job. Images that
 * are mounted elsewhere are shared, with their page cache.
 *
 * Throws UserError IMAGE_DAMAGED when an image is missing, cut short or no image, and IMAGE_UNMOUNTABLE with what mount
 * says. The place is gone then.
 */
async function mountEnvironment(place, images, { env, overlayOptions }) {
    const { directory, merged } = place;
    if (images.length === 0 || images.length > mostImages) {
        throw new RangeError(`${images.length} images, expected 1 to ${mostImages}`);
    }
    const layers = images.map((image, index) => ({ image, name: index.toString(36) }));
    try {
        await Promise.all(layers.map(({ name }) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name))));
        // Relative, since the options of one mount must fit one page.
        const stack = `lowerdir=${layers.map(({ name }) => name).join(':')},upperdir=upper,workdir=work`;
        const lines = [
            ...layers.map(({ image, name }) => [(0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .escaped */ .Mk)(image), (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .escaped */ .Mk)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)), 'squashfs', imageOptions]),
            [
                'overlay',
                (0,_mount_table_js__WEBPACK_IMPORTED_MODULE_4__/* .escaped */ .Mk)(merged),
                'overlay',
                ['nodev,nosuid', stack, overlayOptions].filter(text => text !== '').join(),
            ],
        ];
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'fstab'), lines.map(fields => `${fields.join(' ')} 0 0\n`).join(''));
        const mounting = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_3__/* .runAsRoot */ .yf)(['sh', '-c', script, 'sh', ...layers.map(({ name }) => name)], env, directory);
        if (mounting.exitCode !== 0)
            throw await unmountable(place, images, mounting.stderr);
    }
    catch (error) {
        await (0,_unmount_js__WEBPACK_IMPORTED_MODULE_5__/* .unmountEnvironment */ .c)(directory, env).catch(() => undefined);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isUserError */ .iU)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined
            ? error
            : await unmountable(place, images, (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error));
    }
}
async function unmountable(place, images, reason) {
    for (const image of images) {
        const damage = await damageOf(image);
        if (damage === undefined)
            continue;
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('IMAGE_DAMAGED', `the image \`${image}\` ${damage}`, { hint: 'remove it: it is made again' });
    }
    const message = reason.trim().replaceAll(/\s*\n\s*/g, '; ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('IMAGE_UNMOUNTABLE', `\`${place.merged}\` cannot be mounted: ${message}`, {
        hint: '`wheelcrew doctor` says what this machine lacks; use another `--link-mode`',
    });
}
const headBytes = 96;
const magic = 0x73717368;
const sizeOffset = 40;
/** What is wrong with an image at first sight: its superblock says how long it is. */
async function damageOf(image) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(image).catch(() => undefined);
    if (file === undefined)
        return 'cannot be read';
    try {
        const head = Buffer.alloc(headBytes);
        const { bytesRead } = await file.read(head, 0, headBytes, 0);
        if (bytesRead < headBytes || head.readUInt32LE(0) !== magic)
            return 'is no squashfs image';
        const { size } = await file.stat();
        const expected = head.readBigUInt64LE(sizeOffset);
        return expected > size ? `is cut short: ${size} bytes, expected ${expected}` : undefined;
    }
    finally {
        await file.close();
    }
}


/***/ }),

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


/***/ })

};
