import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ toWire),
/* harmony export */   Nm: () => (/* binding */ hasErrno),
/* harmony export */   UQ: () => (/* binding */ errnoOf),
/* harmony export */   Wn: () => (/* binding */ integrityError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   iU: () => (/* binding */ isUserError),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony exports exitCodes, usageError, fromWire */
/**
 * The one error type that a reader can act on, and how errors cross a thread.
 *
 * Everything else that escapes is a bug of ours: it is printed with its stack and exits 70.
 */
/** Exit codes of the command line; the action maps all of them to a failed step. */
const exitCodes = { ok: 0, failure: 1, usage: 2, integrity: 3, bug: 70 };
const brand = Symbol.for('wheelcrew.UserError');
/**
 * A failure whose reader can act: a wrong flag, a missing file, an unreachable index, a hash that differs.
 * `code` is stable, SCREAMING_CASE and noun first; docs/errors.md lists every one.
 */
class UserError extends Error {
    code;
    hint;
    exitCode;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'UserError';
        this.code = code;
        this.hint = options.hint;
        this.exitCode = options.exitCode ?? exitCodes.failure;
        Object.defineProperty(this, brand, { value: true });
    }
}
/** Branded rather than `instanceof`, which fails across realms (jest, worker threads). */
function isUserError(error) {
    return typeof error === 'object' && error !== null && brand in error;
}
/** A wrong flag, input or lock: exit code 2. */
function usageError(code, message, hint) {
    return new UserError(code, message, { hint, exitCode: exitCodes.usage });
}
/** Bytes that are not what the lock or the wheel promised: exit code 3. */
function integrityError(code, message, hint) {
    return new UserError(code, message, { hint, exitCode: exitCodes.integrity });
}
/** True for a Node system error with one of these errno names, for example `ENOENT`. */
function hasErrno(error, ...codes) {
    const code = errnoOf(error);
    return code !== undefined && codes.includes(code);
}
/** The errno name of a Node system error, or undefined. */
function errnoOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** The message of anything thrown. */
function messageOf(error) {
    return error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
        ? String(error.message)
        : String(error);
}
function toWire(error) {
    return {
        message: messageOf(error),
        stack: error instanceof Error ? error.stack : undefined,
        errno: errnoOf(error),
        user: isUserError(error) ? { code: error.code, hint: error.hint, exitCode: error.exitCode } : undefined,
    };
}
function fromWire(wire) {
    if (wire.user !== undefined) {
        return new UserError(wire.user.code, wire.message, { hint: wire.user.hint, exitCode: wire.user.exitCode });
    }
    const error = new Error(wire.message);
    if (wire.stack !== undefined)
        error.stack = wire.stack;
    return wire.errno === undefined ? error : Object.assign(error, { code: wire.errno });
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/python/environment.js
/** The places that wheels are installed into: virtual environments, an interpreter itself, a directory. */


/** The directories of a virtual environment of this interpreter; nothing is read or run. */
function venvEnvironment(root, interpreter, platform) {
    const paths = platform.os === 'win32' ? win32 : posix;
    const { purelib, platlib, headers, scripts, data } = interpreter.venvSchemes;
    const place = (path) => (path === '' ? root : paths.join(root, path));
    // Where an interpreter has `lib64`, a virtual environment's is a symbolic link to `lib`: one spelling for one file.
    const isLinked = platform.os === 'linux' && purelib.startsWith('lib/');
    return {
        kind: 'venv',
        root,
        python: pythonOf(root, platform.os),
        schemes: {
            purelib: place(purelib),
            platlib: place(isLinked ? platlib.replace(/^lib64\//, 'lib/') : platlib),
            headers: place(headers),
            scripts: place(scripts),
            data: place(data),
        },
        stateDirectory: root,
    };
}
/**
 * The directories of the interpreter itself, where pip puts what it installs for every user (`sysconfig`'s preferred
 * scheme). Those of the virtual environment where the interpreter is one's own: it is one place, whichever way it is named.
 */
function systemEnvironment(interpreter, platform) {
    const { executable, prefix, basePrefix, systemSchemes } = interpreter;
    if (prefix !== basePrefix)
        return venvEnvironment(prefix, interpreter, platform);
    return {
        kind: 'system',
        root: prefix,
        python: executable,
        schemes: systemSchemes,
        stateDirectory: systemSchemes.purelib,
    };
}
/** A directory, given as an absolute path, as `pip install --target` and uv fill it: `bin` on Windows too. */
function targetEnvironment(directory, interpreter, platform) {
    const paths = platform.os === 'win32' ? win32 : posix;
    return {
        kind: 'target',
        root: directory,
        python: interpreter.executable,
        schemes: {
            purelib: directory,
            platlib: directory,
            headers: paths.join(directory, 'include'),
            scripts: paths.join(directory, 'bin'),
            data: directory,
        },
        stateDirectory: directory,
    };
}
/** The UserError ENVIRONMENT_UNWRITABLE for a system error, or what was given where it is none. */
function environment_cannotWrite(path, cause, kind) {
    const errno = (0,errors/* errnoOf */.UQ)(cause);
    if ((0,errors/* isUserError */.iU)(cause) || errno === undefined)
        return cause;
    return unwritable(path, errno, { cause, kind });
}
/** The UserError ENVIRONMENT_UNWRITABLE; `kind`: of the environment, where that is known. */
function unwritable(path, errno, { cause, kind } = {}) {
    const hint = hintsByErrno[errno] ?? (kind === undefined ? permissionsHint : hintsByKind[kind]);
    return new errors/* UserError */.yo('ENVIRONMENT_UNWRITABLE', `cannot write \`${path}\` (${errno})`, { hint, cause });
}
const hintsByErrno = {
    ENOSPC: 'free some space on that file system',
    EISDIR: 'a directory is where a file of the wheel belongs: remove it, or use a new environment',
    EEXIST: 'a file is where a directory belongs: remove it, or use a new environment',
    ELOOP: 'it is a link that leads out of the environment: remove it, or use a new environment',
};
const permissionsHint = 'check the permissions, or use another environment';
const hintsByKind = {
    venv: 'check the permissions, or name another environment with `--venv`',
    system: 'install into a virtual environment with `--venv`, into a directory with `--target`, or run with `sudo`',
    target: 'check the permissions, or name another directory with `--target`',
};
/** Whether an absolute path is one of Windows: on other systems a backslash is a character of a name. */
function isWindowsPath(path) {
    return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
}
/** The interpreter of a virtual environment. */
function pythonOf(root, os) {
    return os === 'win32' ? win32.join(root, 'Scripts', 'python.exe') : posix.join(root, 'bin', 'python');
}

;// CONCATENATED MODULE: ./lib/install/link.js
/** Puts files into an environment. Synchronous: the fastest way for small files. */



/**
 * Puts a file of the store into an environment, with the permissions and the time that it has there. A file that this mode
 * is refused for is copied. Returns the errno of the refusal, undefined where there was none.
 * Throws UserError ENVIRONMENT_UNWRITABLE, and Node's system errors for a file of the store that cannot be read.
 */
function linkFile(source, destination, mode) {
    const refusal = mode === 'copy' ? undefined : tryLink(source, destination, linkers[mode]);
    if (mode === 'copy' || refusal !== undefined)
        copyFile(source, destination);
    return refusal;
}
/** Each fails with EEXIST where something lies at the destination. */
const linkers = {
    hardlink: external_node_fs_.linkSync,
    symlink: symlinkFile,
    clone: cloneFile,
};
/** One symbolic link for one file: through a link to a directory, an uninstall would empty the store. */
function symlinkFile(source, destination) {
    (0,external_node_fs_.accessSync)(source);
    (0,external_node_fs_.symlinkSync)(source, destination);
}
/** Shares the blocks of a file with a new one, which has the same permissions but a time of its own. */
function cloneFile(source, destination) {
    const { mtimeMs } = (0,external_node_fs_.statSync)(source);
    (0,external_node_fs_.copyFileSync)(source, destination, external_node_fs_.constants.COPYFILE_FICLONE_FORCE | external_node_fs_.constants.COPYFILE_EXCL);
    (0,external_node_fs_.utimesSync)(destination, mtimeMs / 1000, mtimeMs / 1000);
}
/**
 * What a file system answers for one file although a probe of another succeeded: the file has as many links as possible
 * (65,000 on ext4, 1024 on NTFS), its directory is a mount of its own, the file is another user's, which Linux lets nobody
 * else link (`fs.protected_hardlinks`), or one of the two is not kept in blocks that can be shared.
 */
const refusals = ['EMLINK', 'EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'ENOTTY', 'EINVAL'];
/** The errno where the bytes have to be written instead. */
function tryLink(source, destination, link) {
    try {
        link(source, destination);
        return undefined;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, ...refusals))
            return (0,errors/* errnoOf */.UQ)(error);
        // The directories are there: it is the file of the store that is not.
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw error;
        if (!(0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            throw environment_cannotWrite(destination, error);
    }
    clear(destination);
    return tryLink(source, destination, link);
}
/** Read and written at a time. Most files are smaller: then no second read is needed. */
const blockBytes = 1 << 18;
let block;
/** Through one block of memory: faster than reading whole files, and nothing grows with the largest of them. */
function copyFile(source, destination) {
    const input = (0,external_node_fs_.openSync)(source, 'r');
    try {
        const { mode, mtimeMs, size } = (0,external_node_fs_.fstatSync)(input);
        const output = create(destination, (mode & 0o111) === 0 ? 0o666 : 0o777);
        try {
            pour(input, output, { size, destination });
            (0,external_node_fs_.futimesSync)(output, mtimeMs / 1000, mtimeMs / 1000);
        }
        finally {
            (0,external_node_fs_.closeSync)(output);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(input);
    }
}
function pour(input, output, { size, destination }) {
    block ??= Buffer.allocUnsafeSlow(blockBytes);
    for (let done = 0; done < size;) {
        const length = (0,external_node_fs_.readSync)(input, block);
        if (length === 0)
            return;
        writeAll(output, block.subarray(0, length), destination);
        done += length;
    }
}
function writeAll(output, bytes, destination) {
    try {
        for (let done = 0; done < bytes.length;)
            done += (0,external_node_fs_.writeSync)(output, bytes, done);
    }
    catch (error) {
        throw environment_cannotWrite(destination, error);
    }
}
/** The name under which `writeWhole` writes. */
function unfinishedName(destination) {
    return `${destination}.new`;
}
/** Writes a file that is there whole or not at all, even if the process is killed: under another name first. */
function writeWhole(destination, content) {
    const unfinished = unfinishedName(destination);
    writeFile(unfinished, content, { executable: false });
    try {
        renameSync(unfinished, destination);
    }
    catch (error) {
        throw cannotWrite(destination, error);
    }
}
/** Writes a new file; one that is there is unlinked first and never truncated, since it may be a link into the store. */
function writeFile(destination, content, options) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const descriptor = create(destination, options.executable ? 0o777 : 0o666);
    try {
        writeAll(descriptor, bytes, destination);
    }
    finally {
        closeSync(descriptor);
    }
}
function create(path, mode) {
    try {
        return (0,external_node_fs_.openSync)(path, 'wx', mode);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            throw environment_cannotWrite(path, error);
        clear(path);
        return (0,external_node_fs_.openSync)(path, 'wx', mode);
    }
}
/** Unlinks what lies where a file belongs. */
function clear(path) {
    try {
        if ((0,external_node_fs_.lstatSync)(path).isDirectory())
            throw unwritable(path, 'EISDIR');
        (0,external_node_fs_.unlinkSync)(path);
    }
    catch (error) {
        throw (0,errors/* isUserError */.iU)(error) ? error : environment_cannotWrite(path, error);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(598);
;// CONCATENATED MODULE: ./lib/install/tree-file.js
/**
 * A tree with facts about it as one file that loads fast: a line of JSON with the facts and the lengths of what follows, the
 * directories as JSON (all that a thread needs that only links), the files as JSON, and the texts of RECORDs, which are the
 * bulk and are never decoded.
 */


/** The bytes of a file that holds a tree and facts, which have to survive JSON. */
function formatTreeFile(tree, facts) {
    const texts = [];
    let length = 0;
    const keep = (text) => {
        const bytes = Buffer.from(text);
        texts.push(bytes);
        length += bytes.length;
        return [length - bytes.length, bytes.length];
    };
    const stored = tree.files.map((file) => file.kind === 'record'
        ? { ...file, parts: file.parts.map(part => (typeof part === 'string' ? keep(part) : part)) }
        : file);
    return join({ facts, directories: Buffer.from(JSON.stringify(tree.directories)), files: stored, texts });
}
function join({ facts, directories, files, texts }) {
    const listed = Buffer.from(JSON.stringify(files));
    const length = texts.reduce((sum, { length: bytes }) => sum + bytes, 0);
    const parts = [directories, listed, ...texts];
    const digest = createHash('sha256');
    for (const part of parts)
        digest.update(part);
    const header = {
        facts,
        directories: directories.length,
        files: listed.length,
        texts: length,
        digest: digest.digest('hex'),
    };
    return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...parts]);
}
/** The bytes of a tree file with other facts, and with each of its files changed; `parsed` is what `parseTreeFile` made of them. */
function changeTreeFile(bytes, parsed, { facts, file }) {
    const [start, length] = parsed.directories;
    const { files, texts } = parsed.tree();
    const directories = bytes.subarray(start, start + length);
    return join({ facts, directories, files: file === undefined ? files : files.map(file), texts: [texts] });
}
/** Reads what `formatTreeFile` made; undefined for anything else. */
function parseTreeFile(bytes) {
    const end = bytes.indexOf('\n');
    return end === -1 ? undefined : parseParts(bytes.subarray(0, end), bytes.length, () => bytes);
}
/**
 * The same of a file, of which only the first line is read before its tree is asked for. Throws system errors, also when the
 * tree is asked for.
 */
function openTreeFile(path) {
    const { line, size } = readFirstLine(path);
    return line && parseParts(line, size, () => readFileSync(path));
}
function parseParts(line, size, read) {
    const header = parseJson(line);
    if (!hasLengths(header))
        return undefined;
    const start = line.length + 1;
    if (start + header.directories + header.files + header.texts !== size)
        return undefined;
    let tree;
    return {
        facts: header.facts,
        digest: String(header.digest),
        directories: [start, header.directories],
        tree: () => {
            tree ??= parseTree(read(), header, start);
            return tree;
        },
    };
}
function parseTree(bytes, { directories, files }, start) {
    const afterDirectories = start + directories;
    const afterFiles = afterDirectories + files;
    return {
        directories: parseDirectories(bytes.subarray(start, afterDirectories)),
        files: parseList(bytes.subarray(afterDirectories, afterFiles)),
        texts: bytes.subarray(afterFiles),
    };
}
function hasLengths(header) {
    const lengths = [header?.directories, header?.files, header?.texts];
    return lengths.every(length => Number.isSafeInteger(length) && Number(length) >= 0);
}
const lineStep = (/* unused pure expression or super */ null && (64 << 10));
/** Without its end; undefined where there is none. */
function readFirstLine(path) {
    const descriptor = openSync(path, 'r');
    try {
        const { size } = fstatSync(descriptor);
        const chunks = [];
        for (let at = 0; at < size; at += lineStep) {
            const chunk = Buffer.allocUnsafe(lineStep);
            const read = chunk.subarray(0, readSync(descriptor, chunk, 0, lineStep, at));
            const end = read.indexOf('\n');
            chunks.push(end === -1 ? read : read.subarray(0, end));
            if (end !== -1)
                return { line: Buffer.concat(chunks), size };
        }
        return { line: undefined, size };
    }
    finally {
        closeSync(descriptor);
    }
}
/** Reads the directories of a tree. Throws SyntaxError for what is none. */
function parseDirectories(bytes) {
    return parseList(bytes);
}
function parseList(bytes) {
    const list = JSON.parse(bytes.toString('utf8'));
    if (!Array.isArray(list))
        throw new SyntaxError('a tree file holds no list');
    return list;
}
function parseJson(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/install/link-tree.js
/** Links the directories of a tree into an environment. Several threads share one tree: each takes the next few directories. */






const takenSlot = 0;
const copiedSlot = 1;
function newCounter() {
    return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}
/** Files that the mode was refused for and that were copied, so far. */
function copiedOf(counter) {
    return Atomics.load(new Int32Array(counter), copiedSlot);
}
/** How many directories a thread takes at a time: few enough that none is left with the rest. */
const stride = 16;
/**
 * Takes directories until none is left, makes each and links its files. Returns the number of files.
 * Throws UserError ENVIRONMENT_UNWRITABLE, and ENOENT for a file that the store no longer has.
 */
function linkDirectories(directories, place, counter) {
    const counts = new Int32Array(counter);
    let files = 0;
    for (;;) {
        const start = Atomics.add(counts, takenSlot, stride);
        if (start >= directories.length)
            return files;
        for (const directory of directories.slice(start, start + stride)) {
            const linked = linkDirectory(directory, place);
            files += linked.files;
            if (linked.copied > 0)
                Atomics.add(counts, copiedSlot, linked.copied);
        }
    }
}
/** Takes part in linking a stored tree. Throws as `linkDirectories`. */
function linkStoredTree({ file, range, place, counter }) {
    const [start, length] = range;
    const bytes = Buffer.allocUnsafe(length);
    const descriptor = (0,external_node_fs_.openSync)(file, 'r');
    try {
        for (let done = 0; done < length;) {
            const read = (0,external_node_fs_.readSync)(descriptor, bytes, done, length - done, start + done);
            if (read === 0)
                return 0;
            done += read;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
    return linkDirectories(parseDirectories(bytes), place, counter);
}
/** Other threads stop at their next directories. */
function stopLinking(counter) {
    Atomics.store(new Int32Array(counter), takenSlot, 2 ** 30);
}
function linkDirectory([path, groups], { storeRoot, root, linkMode }) {
    const directory = path === '' ? root : `${root}/${path}`;
    makeDirectory(directory);
    let files = 0;
    let copied = 0;
    for (const [from, names, mode = linkMode] of groups) {
        for (const name of names) {
            if (linkFile(`${storeRoot}/${from}/${name}`, `${directory}/${name}`, mode) !== undefined)
                copied++;
        }
        files += names.length;
    }
    return { files, copied };
}
/** Makes a directory and those above it, unless it is there. Throws UserError ENVIRONMENT_UNWRITABLE. */
function makeDirectory(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            return;
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw environment_cannotWrite(path, error);
        makeDirectory((0,external_node_path_.dirname)(path));
        makeDirectory(path);
    }
}

;// CONCATENATED MODULE: ./lib/workers/worker.js
/** Entry of a worker thread: receives tasks, answers them, knows no more. */



/** What one kind of task alone needs is loaded with its first one: a thread that links starts without node:crypto and node:zlib. */
async function perform(task) {
    const start = performance.now();
    const busyMs = () => performance.now() - start;
    switch (task.kind) {
        case 'digest': {
            const { digestFile } = await __nccwpck_require__.e(/* import() */ 27).then(__nccwpck_require__.bind(__nccwpck_require__, 27));
            return { ...digestFile(task.path), busyMs: busyMs() };
        }
        case 'unpack': {
            const { unpackEntries } = await __nccwpck_require__.e(/* import() */ 95).then(__nccwpck_require__.bind(__nccwpck_require__, 95));
            return { files: await unpackEntries(task), busyMs: busyMs() };
        }
        case 'frames': {
            const { writeFrames } = await __nccwpck_require__.e(/* import() */ 376).then(__nccwpck_require__.bind(__nccwpck_require__, 376));
            return writeFrames(task);
        }
        case 'link':
            return { files: linkStoredTree(task) };
    }
}
external_node_worker_threads_namespaceObject.parentPort?.on('message', (task) => {
    const reply = (message) => external_node_worker_threads_namespaceObject.parentPort?.postMessage(message);
    perform(task).then(answer => reply({ answer }), error => reply({ error: (0,errors/* toWire */.BW)(error) }));
});

