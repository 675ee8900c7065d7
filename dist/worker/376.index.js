export const id = 376;
export const ids = [376];
export const modules = {

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createStoredFile)
/* harmony export */ });
/* unused harmony export permitsLinks */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);
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


/***/ }),

/***/ 376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeFrames: () => (/* binding */ writeFrames)
});

// UNUSED EXPORTS: createWhole

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(975);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./lib/store/frames.js
/** Frames of a pack: independent pieces of at most a few MiB, each compressed by itself. */


/** Part of a pack that is not what its table of contents says: it is dropped, and its wheels are got elsewhere. */
class PackDamage extends Error {
    name = 'PackDamage';
}
const compress = (0,external_node_util_.promisify)(external_node_zlib_.zstdCompress);
/** Compression that gains less than this part of a frame does not pay for its decoding. */
const leastGain = 0.03;
/** Compresses one frame with zstd (RFC 8878) in the thread pool; returns `bytes` itself when that gains little. */
async function encodeFrame(bytes, level) {
    const compressed = await compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } });
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
        return (0,external_node_zlib_.zstdDecompressSync)(stored, { chunkSize: limit, maxOutputLength: limit });
    }
    catch (error) {
        throw new PackDamage('a frame cannot be decompressed', { cause: error });
    }
}
/** CRC-32 as in zip and gzip. It finds what a disk or a network damaged; against an attacker it proves nothing. */
function crc32Of(bytes) {
    return (0,external_node_zlib_.crc32)(bytes);
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

// EXTERNAL MODULE: ./lib/store/stored-file.js
var stored_file = __webpack_require__(41);
;// CONCATENATED MODULE: ./lib/store/write-frames.js
/** Writes frames of a pack to disk. Runs in a worker thread, where synchronous calls are fastest. */





/** Checks, decodes and writes frames; directories are made as they are needed. A damaged frame does not stop the others. */
function writeFrames({ source, frames }) {
    const bytes = 'bytes' in source
        ? Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
        : readIfPossible(source);
    if (typeof bytes === 'string')
        return { damage: frames.map(() => bytes) };
    return { damage: frames.map(frame => damageOf(() => writeFrame(frame, bytes))) };
}
/** Or why not: a pack on a disk in trouble is as good as a damaged one. */
function readIfPossible(stretch) {
    try {
        return readRange(stretch);
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return `it cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
/** What one stretch after another is read into: fresh memory costs as much as reading. */
let memory = Buffer.alloc(0);
function readRange({ descriptor, start, end }) {
    if (memory.length < end - start)
        memory = Buffer.allocUnsafeSlow(end - start);
    const bytes = memory.subarray(0, end - start);
    let filled = 0;
    while (filled < bytes.length) {
        const count = (0,external_node_fs_.readSync)(descriptor, bytes, filled, bytes.length - filled, start + filled);
        if (count === 0)
            break;
        filled += count;
    }
    return bytes.subarray(0, filled);
}
function damageOf(work) {
    try {
        work();
        return undefined;
    }
    catch (error) {
        if (error instanceof PackDamage)
            return error.message;
        throw error;
    }
}
/**
 * The checksum of the stored bytes covers all that comes of them, and costs a fraction of hashing every file: whoever packed
 * the files has compared them with their note.
 */
function writeFrame({ at, storedSize, crc32, size, pieces }, bytes) {
    const stored = bytes.subarray(at, at + storedSize);
    if (stored.length < storedSize)
        throw new PackDamage('it ends too early');
    if (crc32Of(stored) !== crc32)
        throw new PackDamage('a frame has another checksum than the pack says');
    writePieces(pieces, decodeFrame(stored, size));
}
function writePieces({ paths, lengths, executables, mtimes, offset }, content) {
    let start = 0;
    for (const [index, path] of paths.entries()) {
        const end = start + (lengths[index] ?? 0);
        const piece = content.subarray(start, end);
        start = end;
        if (path === '')
            continue;
        if (offset !== undefined)
            writePiece((0,external_node_fs_.openSync)(path, 'r+'), piece, { offset, mtime: undefined });
        else
            writePiece(createWhole({ path, executable: executables[index] ?? false }), piece, {
                offset: 0,
                mtime: mtimes[index],
            });
    }
}
/** Closes the descriptor. */
function writePiece(descriptor, content, { offset, mtime }) {
    try {
        writeAll(descriptor, content, offset);
        if (mtime !== undefined)
            (0,external_node_fs_.futimesSync)(descriptor, mtime, mtime);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Makes an empty file and the directories above it. A path that this file system takes for another's, or not at all, is damage. */
function createWhole(file) {
    try {
        return createWithParents(file);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EEXIST', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ'))
            throw error;
        throw new PackDamage(`\`${file.path}\` cannot be written here`, { cause: error });
    }
}
/** Directories that this thread has made or found: to try without them first costs an exception for each. */
const known = new Set();
function createWithParents({ path, executable }) {
    const directory = (0,external_node_path_.dirname)(path);
    if (!known.has(directory))
        makeDirectory(directory);
    try {
        return (0,stored_file/* createStoredFile */.E)(path, executable);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw error;
        makeDirectory(directory);
        return (0,stored_file/* createStoredFile */.E)(path, executable);
    }
}
function makeDirectory(directory) {
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    known.add(directory);
}
/** Larger writes are several times slower on ext4: what is copied no longer fits the caches of the processor. */
const largestWrite = 1 << 20;
function writeAll(descriptor, content, position) {
    let written = 0;
    while (written < content.length) {
        const length = Math.min(largestWrite, content.length - written);
        written += (0,external_node_fs_.writeSync)(descriptor, content, written, length, position + written);
    }
}


/***/ })

};
