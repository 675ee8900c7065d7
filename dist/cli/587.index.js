export const id = 587;
export const ids = [587];
export const modules = {

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ downloadFile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/fetch/lanes.js
/** Several connections for one file, which take its pieces from front to back. */

/** What comes of asking for parts cannot be used: the file is to be fetched in one stream. */
class PartsUnusable extends Error {
}
/**
 * Starts the lanes. The main stream owns the first piece. One lane tries the second; only when the server has answered with
 * that very part do the others start, and the main stream gives way: so a server without ranges costs nothing.
 * A lane waits for a connection without holding one, and claims a piece when it has one: with none free, the main stream
 * goes on alone.
 */
function startLanes(options) {
    const { client, count, failure, fetchPiece, signal: outer } = options;
    const signal = anySignal(outer, failure.signal);
    const claims = claimPieces(options);
    const waitSignal = AbortSignal.any([signal, claims.exhausted]);
    const running = [];
    let mainLimit = claims.take()?.end ?? 0;
    let isProven = false;
    const trial = deferred();
    const onProof = () => {
        if (isProven)
            return;
        isProven = true;
        trial.end();
        for (let lanes = 2; lanes < count; lanes++)
            start();
    };
    const fetchNext = async (get) => {
        const piece = claims.take();
        if (piece === undefined)
            return false;
        const fetch = (once) => fetchPiece(get, piece, { onProof, once, signal });
        const isTrial = !isProven;
        if (isTrial && !(await isTroubled(fetch(true))))
            return true;
        if (isTrial && !isProven) {
            claims.giveBack(piece);
            trial.end();
            return false;
        }
        await fetch(false);
        return true;
    };
    const lane = async () => {
        try {
            while (await client.withConnection(fetchNext, waitSignal))
                ;
        }
        catch (error) {
            if (error === claims.exhausted.reason)
                return;
            failure.abort(isTrouble(error) ? new PartsUnusable('a part cannot be fetched', { cause: error }) : error);
            trial.end();
        }
    };
    const start = () => void running.push(lane());
    start();
    return {
        next: async (position) => {
            if (position < mainLimit)
                return mainLimit;
            if (claims.claimed() > position)
                await trial.ended;
            if (claims.claimed() <= position)
                mainLimit = claims.take()?.end ?? position;
            return mainLimit;
        },
        finish: async () => {
            if (!claims.exhausted.aborted)
                start();
            await settle(running);
            signal.throwIfAborted();
        },
        stop: async () => {
            failure.abort(new PartsUnusable('stopped'));
            await settle(running);
        },
    };
}
/** Aborted with the first of them. */
function anySignal(one, other) {
    return one === undefined ? other : AbortSignal.any([one, other]);
}
/** Waits for all, those that are added meanwhile too. */
async function settle(running) {
    for (let settled = 0; settled < running.length; settled++)
        await running[settled];
}
function deferred() {
    let end = () => { };
    const ended = new Promise(resolve => {
        end = resolve;
    });
    return { ended, end: () => end() };
}
function claimPieces({ total, pieceBytes }) {
    const exhaustion = new AbortController();
    let claimed = 0;
    return {
        take: () => {
            if (claimed >= total)
                return undefined;
            const start = claimed;
            claimed = Math.min(start + pieceBytes, total);
            if (claimed === total)
                exhaustion.abort();
            return { start, end: claimed, reached: start };
        },
        giveBack: ({ start }) => {
            claimed = start;
        },
        claimed: () => claimed,
        exhausted: exhaustion.signal,
    };
}
/** Waits; true when the promise rejects with trouble. */
async function isTroubled(promise) {
    try {
        await promise;
        return false;
    }
    catch (error) {
        if (isTrouble(error))
            return true;
        throw error;
    }
}
function isTrouble(error) {
    return error instanceof PartsUnusable || (0,errors/* isUserError */.iU)(error);
}

// EXTERNAL MODULE: ./lib/fetch/verify.js
var verify = __webpack_require__(6651);
;// CONCATENATED MODULE: ./lib/fetch/sink.js
/** A file that fills from several places and is hashed in its order. */


/** Network pieces are some 64 KiB: gathered in one block, hashing and writing cost fewer calls and no memory. */
const blockBytes = 1 << 20;
/**
 * Opens a file of that path, which must be absent, for writing. A block that continues what is hashed is hashed from memory
 * while it is written; one that runs ahead is read back in its turn, from the page cache.
 * Throws Node's system errors (`EEXIST`) and UserError HASH_UNSUPPORTED.
 */
async function openSink(file, path) {
    let digester = (0,verify/* startDigests */.eu)(file);
    const output = await (0,promises_.open)(path, 'wx+');
    let hashed = 0;
    /** Blocks ahead of `hashed`: start → end. */
    const ahead = new Map();
    let isCatchingUp = false;
    let block;
    const catchUp = async () => {
        if (isCatchingUp)
            return;
        isCatchingUp = true;
        for (let end = ahead.get(hashed); end !== undefined; end = ahead.get(hashed)) {
            ahead.delete(hashed);
            block ??= Buffer.allocUnsafe(blockBytes);
            digester.update(await readBack(output, block.subarray(0, end - hashed), hashed));
            hashed = end;
        }
        isCatchingUp = false;
    };
    return {
        write: async (block, position) => {
            const writing = writeAll(output, block, position);
            if (position === hashed) {
                digester.update(block);
                hashed += block.byteLength;
                await writing;
            }
            else {
                await writing;
                ahead.set(position, position + block.byteLength);
            }
            await catchUp();
        },
        restart: async () => {
            digester = (0,verify/* startDigests */.eu)(file);
            hashed = 0;
            ahead.clear();
            await output.truncate(0);
        },
        finish: () => digester.finish(),
        close: () => output.close(),
    };
}
async function writeAll(output, block, position) {
    for (let written = 0; written < block.byteLength;) {
        const { bytesWritten } = await output.write(block, written, block.byteLength - written, position + written);
        written += bytesWritten;
    }
}
async function readBack(output, block, start) {
    for (let filled = 0; filled < block.byteLength;) {
        const { bytesRead } = await output.read(block, filled, block.byteLength - filled, start + filled);
        if (bytesRead === 0)
            throw new Error(`the file ends at byte ${start + filled}`);
        filled += bytesRead;
    }
    return block;
}

;// CONCATENATED MODULE: ./lib/fetch/pour.js
/** A body into a sink, block by block. */

/**
 * Writes the body up to its end or to where it must stop, and what had come of a body that breaks. Throws what the body and
 * the sink throw. The bytes that were counted are in the sink, whatever happens, unless the sink itself failed.
 */
async function pour(body, { sink, from, count, until }) {
    const block = Buffer.allocUnsafe(blockBytes);
    let start = from;
    let filled = 0;
    let limit = from;
    const flush = async () => {
        const full = block.subarray(0, filled);
        const position = start;
        start += filled;
        filled = 0;
        if (full.byteLength > 0)
            await sink.write(full, position);
    };
    try {
        for await (const chunk of body) {
            for (let rest = chunk; rest.byteLength > 0;) {
                const position = start + filled;
                if (position === limit)
                    limit = await until(position);
                if (position === limit)
                    return;
                const piece = rest.subarray(0, Math.min(limit - position, blockBytes - filled));
                block.set(piece, filled);
                filled += piece.byteLength;
                count(piece.byteLength);
                if (filled === blockBytes)
                    await flush();
                rest = rest.subarray(piece.byteLength);
            }
        }
    }
    finally {
        await flush();
    }
}

;// CONCATENATED MODULE: ./lib/fetch/ranges.js
/** The version that a whole answer (200) is of, or undefined where its parts cannot be asked for. */
function versionOf({ status, headers }) {
    const total = wholeNumber(headers['content-length']);
    const validator = strongTag(headers.etag) ?? headers['last-modified'];
    const isEncoded = (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';
    const hasRanges = headers['accept-ranges']?.toLowerCase() === 'bytes';
    if (status !== 200 || total === undefined || validator === undefined || isEncoded || !hasRanges)
        return undefined;
    return { total, validator };
}
/** The headers that ask for a part of that version, or for all of another one (RFC 9110 §13.1.5). */
function rangeHeaders({ start, end }, { validator }) {
    return { range: `bytes=${start}-${end - 1}`, 'if-range': validator };
}
/** True for a 206 that says it is exactly that part of that version. */
function isPart({ status, headers }, { start, end }, { total, validator }) {
    const [, first, last, whole] = /^bytes (\d+)-(\d+)\/(\d+)$/i.exec(headers['content-range'] ?? '') ?? [];
    const found = validator.startsWith('"') ? headers.etag : headers['last-modified'];
    return (status === 206 &&
        wholeNumber(first) === start &&
        wholeNumber(last) === end - 1 &&
        wholeNumber(whole) === total &&
        (headers['content-length'] === undefined || wholeNumber(headers['content-length']) === end - start) &&
        (found === undefined || found === validator));
}
/** A weak one (`W/"…"`) is no proof that the bytes are the same. */
function strongTag(tag) {
    return tag?.startsWith('"') ? tag : undefined;
}
function wholeNumber(text) {
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/fetch/parts.js



/** Without identity, a proxy may compress, and the length and the ranges of the file would not be its own. */
const fileHeaders = { 'accept-encoding': 'identity' };
/** Attempts after the first one, for a file or for one part of it. */
const fileRetries = 5;
/** Connections for one file, of the 16 that a run has: a slow link per connection gains most of what there is to gain. */
const connectionsPerFile = 8;
/** Several a connection, so that none waits long for the slowest at the end. */
const piecesPerConnection = 4;
const longestPiece = 32 << 20;
/**
 * Fetches the file with a plain request first: a small file costs no other. Throws PartsUnusable when the server's parts
 * are not what was asked for, and what the client throws; no write runs any more then.
 */
async function receiveInParts(transfer) {
    const { url, client, sink, parallelFrom } = transfer;
    const failure = new AbortController();
    let version;
    let reached = 0;
    let hadParts = false;
    let lanes;
    const beginWhole = async (response) => {
        if (lanes !== undefined)
            throw new PartsUnusable('the file changed, or the server ignores ranges');
        if (reached > 0)
            await transfer.restart();
        reached = 0;
        version = versionOf(response);
        if (version === undefined || version.total < parallelFrom)
            return;
        lanes = startLanes({ ...lanesOptions(transfer, version, () => (hadParts = true)), failure });
    };
    const count = (bytes) => {
        reached += bytes;
        transfer.count(bytes);
    };
    const read = async (response) => {
        if (version !== undefined && isPart(response, { start: reached, end: version.total }, version))
            hadParts = true;
        else if (response.status === 206 || response.status === 416)
            throw new PartsUnusable('not the part asked for');
        else
            await beginWhole(response);
        const until = lanes?.next ?? (() => Number.POSITIVE_INFINITY);
        await settled(pour(response.body, { sink, from: reached, count, until }), () => reached === version?.total);
    };
    const headers = () => version === undefined || reached === 0
        ? fileHeaders
        : { ...fileHeaders, ...rangeHeaders({ start: reached, end: version.total }, version) };
    const signal = anySignal(transfer.signal, failure.signal);
    try {
        await client.get(url, read, { headers, accept: [416], retries: fileRetries, signal });
        await lanes?.finish();
    }
    finally {
        await lanes?.stop();
    }
    return { ...sink.finish(), hadParts };
}
function lanesOptions({ client, signal, parallelFrom, url, sink, count }, version, onPart) {
    const { total } = version;
    const fair = Math.ceil(total / connectionsPerFile / piecesPerConnection);
    return {
        client,
        signal,
        total,
        pieceBytes: Math.min(Math.max(fair, Math.ceil(parallelFrom / 8)), longestPiece),
        count: connectionsPerFile,
        fetchPiece: async (get, piece, { onProof, once, signal: laneSignal }) => {
            const missing = () => ({ start: piece.reached, end: piece.end });
            const countPiece = (bytes) => {
                piece.reached += bytes;
                count(bytes);
            };
            const read = async (response) => {
                if (!isPart(response, missing(), version))
                    throw new PartsUnusable('not the part asked for');
                onPart();
                onProof();
                const pouring = { sink, from: piece.reached, count: countPiece, until: () => piece.end };
                await settled(pour(response.body, pouring), () => piece.reached === piece.end);
                if (piece.reached !== piece.end)
                    throw new PartsUnusable('a part shorter than it says');
            };
            if (piece.reached === piece.end)
                return;
            const headers = () => ({ ...fileHeaders, ...rangeHeaders(missing(), version) });
            await get(url, read, { headers, accept: [416], retries: once ? 0 : fileRetries, signal: laneSignal });
        },
    };
}
/** A connection that breaks after the last byte has done its work. */
async function settled(pouring, isComplete) {
    try {
        await pouring;
    }
    catch (error) {
        if (!isComplete())
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/fetch/download.js
/** A file of the lock from its URL to the disk, verified while it streams. */






/**
 * Downloads `file.url` (http or https) to `destination`, which must not exist, and checks every digest that the lock lists.
 * A file with a digest resumes where a connection broke, and a big one comes over several connections, where the server offers
 * ranges and a validator (RFC 9110 §14); whatever goes wrong with parts, one plain stream has the last word.
 * A size other than the lock's is no error when the digest is right (PEP 751 calls it optional).
 * Throws UserError HASH_MISMATCH (exit 3), HASH_UNSUPPORTED, and what the client throws; then `destination` is gone.
 */
async function downloadFile(file, destination, { client, onBytes = () => { }, signal, parallelFrom = 32 << 20 }) {
    const { url } = file;
    if (url === undefined)
        throw new Error(`\`${file.filename}\` has no URL`);
    const sink = await openSink(file, destination);
    let size = 0;
    const count = (bytes) => {
        size += bytes;
        onBytes(bytes);
    };
    const restart = async () => {
        if (size > 0)
            count(-size);
        await sink.restart();
    };
    const transfer = { url, client, signal, parallelFrom, sink, count, restart };
    try {
        const { sha256, mismatch } = await receiveAndClose(file, transfer);
        if (mismatch !== undefined)
            throw (0,verify/* hashMismatch */.xe)(url, mismatch, sizeNote(file, size));
        return { sha256, size };
    }
    catch (error) {
        await (0,promises_.rm)(destination, { force: true });
        throw error;
    }
}
async function receiveAndClose(file, transfer) {
    try {
        return await receive(file, transfer);
    }
    finally {
        await transfer.sink.close();
    }
}
async function receive(file, transfer) {
    // Without a digest, nothing would tell parts of two files from one file.
    if (!(0,verify/* isLockedByDigest */.GF)(file))
        return receiveInOneStream(transfer);
    try {
        const { hadParts, ...received } = await receiveInParts(transfer);
        if (received.mismatch === undefined || !hadParts)
            return received;
    }
    catch (error) {
        if (!(error instanceof PartsUnusable))
            throw error;
    }
    return receiveInOneStream(transfer);
}
/** Reads the whole file, from its start at every attempt. */
async function receiveInOneStream({ url, client, signal, sink, count, restart }) {
    const read = async ({ body }) => {
        await restart();
        await pour(body, { sink, from: 0, count, until: () => Number.POSITIVE_INFINITY });
    };
    await client.get(url, read, { headers: fileHeaders, retries: fileRetries, signal });
    return sink.finish();
}
function sizeNote({ size }, found) {
    return size === undefined || size === found ? '' : ` (${found} bytes came, the lock says ${size})`;
}


/***/ }),

/***/ 6651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ isLockedByDigest),
/* harmony export */   Mi: () => (/* binding */ localPathOf),
/* harmony export */   eu: () => (/* binding */ startDigests),
/* harmony export */   mp: () => (/* binding */ importFile),
/* harmony export */   xe: () => (/* binding */ hashMismatch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5078);
/** Checking files against the digests that a lock lists. */





/**
 * Verifies a local file (`path`, or a `file:` URL) where it lies, reading it once as a stream.
 * Throws UserError FILE_NOT_FOUND, HASH_UNSUPPORTED, or HASH_MISMATCH (exit 3).
 */
async function importFile(file) {
    const path = localPathOf(file);
    if (path === undefined)
        throw new Error(`\`${file.filename}\` has no local path`);
    const digester = startDigests(file);
    const size = await readAll(path, digester);
    const { sha256, mismatch } = digester.finish();
    if (mismatch !== undefined)
        throw hashMismatch(path, mismatch);
    return { path, sha256, size };
}
/** The native path of a file that needs no network, or undefined. */
function localPathOf({ path, url }) {
    return path ?? (url?.startsWith('file:') ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(url) : undefined);
}
/**
 * Starts hashing by every algorithm that the lock lists (hashlib's names, PEP 751) and by sha256.
 * Throws UserError HASH_UNSUPPORTED when the lock lists some and none is known here.
 */
function startDigests(file) {
    const { filename } = file;
    const expected = expectedDigests(file);
    const listed = Object.keys(expected);
    const known = listed.filter(algorithm => nodeNames[algorithm.toLowerCase()] !== undefined);
    if (listed.length > 0 && known.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('HASH_UNSUPPORTED', `\`${filename}\` is locked by ${listed.join(', ')}, which cannot be checked`, {
            hint: 'lock again with sha256',
        });
    }
    const running = new Map([...known, 'sha256'].map(name => [name, newHash(name)]));
    return {
        update: bytes => {
            for (const hash of running.values())
                hash.update(bytes);
        },
        finish: () => {
            const digests = new Map([...running].map(([name, hash]) => [name, hash.digest('hex')]));
            return { sha256: digests.get('sha256') ?? '', mismatch: findMismatch(expected, digests) };
        },
    };
}
/** True when the lock says what the bytes must be. */
function isLockedByDigest({ hashes, oneOf }) {
    return Object.keys({ ...hashes, ...oneOf }).length > 0;
}
/** The error of a file that is not the one of the lock: both digests, exit code 3. `where`: path or URL. */
function hashMismatch(where, { algorithm, expected, found }, note = '') {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .integrityError */ .Wn)('HASH_MISMATCH', `\`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redact */ .E$)(where)}\` is not the file of the lock: ${algorithm} expected \`${expected}\`, found \`${found}\`${note}`, 'the file was replaced or altered on its way; lock again only if the new file is the one you want');
}
/** hashlib's names → OpenSSL's. */
const nodeNames = {
    md5: 'md5',
    sha1: 'sha1',
    sha224: 'sha224',
    sha256: 'sha256',
    sha384: 'sha384',
    sha512: 'sha512',
    sha3_256: 'sha3-256',
    sha3_384: 'sha3-384',
    sha3_512: 'sha3-512',
    blake2b: 'blake2b512',
    blake2s: 'blake2s256',
};
function expectedDigests({ hashes, oneOf }) {
    const single = Object.entries(hashes).map(([algorithm, digest]) => [algorithm, [digest]]);
    return { ...Object.fromEntries(single), ...oneOf };
}
function newHash(algorithm) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(nodeNames[algorithm.toLowerCase()] ?? algorithm);
}
function findMismatch(expected, digests) {
    for (const [algorithm, allowed] of Object.entries(expected)) {
        const found = digests.get(algorithm);
        if (found === undefined || allowed.some(digest => digest.toLowerCase() === found))
            continue;
        return { algorithm, expected: allowed.join('` or `'), found };
    }
    return undefined;
}
/** Large enough for the speed of sha256, small enough that nothing else waits for long. */
const pieceBytes = 1 << 20;
async function readAll(path, digester) {
    let size = 0;
    try {
        const pieces = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: pieceBytes });
        for await (const piece of pieces) {
            digester.update(piece);
            size += piece.length;
        }
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('FILE_NOT_FOUND', `\`${path}\` cannot be read as a file`, {
            hint: 'correct the path in the lock, or put the file there',
            cause: error,
        });
    }
    return size;
}


/***/ }),

/***/ 5925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ openArchive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/** A wheel on disk as a random-access source for the zip reader. */

/** Opens a wheel for reading. Throws the system error when it cannot be opened. */
function openArchive(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    return {
        size: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor).size,
        read: (offset, length) => readExactly(descriptor, offset, length),
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor),
    };
}
function readExactly(descriptor, offset, length) {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, buffer, filled, length - filled, offset + filled);
        if (count === 0)
            throw new RangeError(`the file ends at byte ${offset + filled}`);
        filled += count;
    }
    return buffer;
}


/***/ }),

/***/ 4860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* reexport */ checkIdentity),
  c: () => (/* binding */ unpackWheel)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: ./lib/wheel/record.js
var wheel_record = __webpack_require__(4222);
// EXTERNAL MODULE: ./lib/wheel/record-check.js
var record_check = __webpack_require__(2039);
// EXTERNAL MODULE: ./lib/install/archive.js
var install_archive = __webpack_require__(5925);
// EXTERNAL MODULE: ./lib/install/digest.js
var digest = __webpack_require__(7027);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/store/stored-file.js
var stored_file = __webpack_require__(9041);
// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/wheel/zip.js + 3 modules
var zip = __webpack_require__(6070);
;// CONCATENATED MODULE: ./lib/install/unpack-entries.js
/** Writes entries of a wheel to disk and hashes them. Runs in a worker thread, where synchronous calls are fastest. */











/** Entries above this many bytes, packed or unpacked, are streamed, so that memory does not follow the size of the largest file. */
const streamedAboveBytes = (/* unused pure expression or super */ null && (16 << 20));
/** Unpacks `task.entries` below `task.destination`, whose folders exist. Throws UserError WHEEL_INVALID. */
async function unpackEntries(task) {
    const archive = openArchive(task.archive);
    try {
        const files = [];
        for (const entry of task.entries)
            files.push(await unpackEntry(archive, entry, task));
        return files;
    }
    finally {
        archive.close();
    }
}
async function unpackEntry(archive, entry, task) {
    const target = join(task.destination, entry.path);
    const offset = entryDataOffset(archive, entry, task.wheel);
    const descriptor = create(target, entry, task);
    try {
        const sha256 = Math.max(entry.size, entry.compressedSize) > streamedAboveBytes
            ? await streamEntry({ archive, entry, offset, descriptor, task })
            : writeEntry({ archive, entry, offset, descriptor, task });
        futimesSync(descriptor, sourceMtime(sha256), sourceMtime(sha256));
        return { path: entry.path, size: entry.size, sha256, executable: entry.isExecutable };
    }
    finally {
        closeSync(descriptor);
    }
}
function create(target, entry, task) {
    try {
        return createStoredFile(target, entry.isExecutable);
    }
    catch (error) {
        throw nameRefused(error, entry.path, task.wheel);
    }
}
/** The error for a path that this file system does not take, or takes for that of another entry. */
function nameRefused(error, path, wheel) {
    if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST', 'EISDIR', 'ENOTDIR')) {
        return (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(path)}: for this file system, its path is that of another entry`);
    }
    if ((0,errors/* hasErrno */.Nm)(error, 'ENAMETOOLONG', 'EILSEQ')) {
        return (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(path)}: its path is too long or illegal on this file system`);
    }
    return error;
}
function writeEntry({ archive, entry, offset, descriptor, task }) {
    const content = inflateEntry(entry, archive.read(offset, entry.compressedSize), task.wheel);
    writeFully(descriptor, content);
    return hash('sha256', content, 'hex');
}
/** Same as `writeEntry` in bounded memory; the size and CRC are checked as the bytes pass. */
async function streamEntry({ archive, entry, offset, descriptor, task }) {
    const fault = (reason) => invalidWheel(task.wheel, `entry ${quoted(entry.path)}: ${reason}`);
    const sha256 = createHash('sha256');
    let size = 0;
    let crc = 0;
    const take = async (pieces) => {
        for await (const piece of pieces) {
            size += piece.length;
            if (size > entry.size)
                throw fault(`it has more than the declared ${entry.size} bytes`);
            crc = crc32(piece, crc);
            sha256.update(piece);
            writeFully(descriptor, piece);
        }
    };
    const source = readPieces(archive, offset, entry.compressedSize);
    const decompressor = createDecompressor(entry);
    try {
        await (decompressor === undefined ? pipeline(source, take) : pipeline(source, decompressor, take));
    }
    catch (error) {
        throw isDecompressionFailure(error) ? fault('its compressed data is damaged') : error;
    }
    if (decompressor !== undefined && decompressor.bytesWritten !== entry.compressedSize) {
        throw fault('data follows the end of its compressed stream');
    }
    if (size !== entry.size)
        throw fault(`it has ${size} bytes; expected ${entry.size}`);
    if (crc !== entry.crc32)
        throw fault('its CRC-32 is another than declared');
    return sha256.digest('hex');
}
const pieceBytes = (/* unused pure expression or super */ null && (1 << 20));
/** No stream of `node:fs`: a failing pipeline would destroy it, which closes the descriptor that it was lent. */
function* readPieces(archive, offset, length) {
    for (let done = 0; done < length; done += pieceBytes) {
        yield archive.read(offset + done, Math.min(pieceBytes, length - done));
    }
}
function isDecompressionFailure(error) {
    return /^(Z|ZSTD)_/.test(errnoOf(error) ?? '');
}
function writeFully(descriptor, content) {
    let written = 0;
    while (written < content.length)
        written += writeSync(descriptor, content, written);
}

// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
// EXTERNAL MODULE: ./lib/wheel/dist-info.js
var dist_info = __webpack_require__(4208);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var wheel_filename = __webpack_require__(5910);
// EXTERNAL MODULE: ./lib/wheel/limits.js
var limits = __webpack_require__(183);
// EXTERNAL MODULE: ./lib/wheel/path-clash.js
var path_clash = __webpack_require__(3296);
// EXTERNAL MODULE: ./lib/wheel/placement.js
var placement = __webpack_require__(9468);
// EXTERNAL MODULE: ./lib/wheel/portable-path.js
var portable_path = __webpack_require__(8286);
// EXTERNAL MODULE: ./lib/install/scripts.js
var scripts = __webpack_require__(3995);
;// CONCATENATED MODULE: ./lib/install/wheel-contents.js
/** What a wheel file says about itself, read and judged before one byte of it is written. */










/**
 * Reads the central directory and the `.dist-info` of a wheel. `os` is the system that the files are for: macOS and
 * Windows take fewer names, and some for equal; undefined where neither matters.
 * Throws UserError WHEEL_INVALID (exit 3), WHEEL_FILENAME_INVALID or SCRIPT_NAME_RESERVED for all that refuses a wheel.
 */
function readContents(source, archive, os) {
    const wheel = archive.filename;
    const filename = (0,wheel_filename/* parseWheelFilename */.e)(wheel);
    const all = (0,zip/* readEntries */.$2)(source, wheel);
    // Directories hold nothing: this compares their local headers with the central ones.
    for (const entry of all)
        if (entry.isDirectory)
            (0,zip/* readEntry */.hB)(source, entry, wheel);
    const entries = all.filter(entry => !entry.isDirectory);
    const distInfo = (0,dist_info/* findDistInfo */.wg)(entries.map(entry => entry.path), filename);
    const files = new Map(entries.map(entry => [entry.path, entry]));
    const read = (name) => {
        const entry = files.get(`${distInfo}/${name}`);
        if (entry === undefined)
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `it has no ${(0,invalid_wheel/* quoted */.TL)(`${distInfo}/${name}`)}`);
        return readMetadataFile(source, entry, { name, wheel });
    };
    const text = (name) => decode(read(name), `${distInfo}/${name}`, wheel);
    const wheelFile = (0,dist_info/* parseWheelFile */.tM)(text('WHEEL'), wheel);
    const metadata = (0,dist_info/* parseMetadata */.jR)(text('METADATA'), wheel);
    checkIdentity(metadata, filename);
    checkPlaces(entries, { layout: { distInfo, rootIsPurelib: wheelFile.rootIsPurelib }, wheel, os });
    if (files.has(`${distInfo}/entry_points.txt`)) {
        (0,scripts/* assertScriptNames */.KG)((0,dist_info/* parseEntryPoints */.f0)(text('entry_points.txt'), wheel), wheel);
    }
    const identity = {
        ...{ sha256: archive.sha256, filename: wheel, size: archive.size, distInfo },
        ...{ name: filename.name, version: metadata.version, rootIsPurelib: wheelFile.rootIsPurelib },
        requires: requiredNames(metadata.requiresDist),
    };
    const record = decodeLoosely(read('RECORD'));
    const versionWarning = (0,dist_info/* wheelVersionWarning */.ik)(wheelFile, wheel);
    const warnings = [
        ...(versionWarning === undefined ? [] : [versionWarning]),
        ...(record.isUtf8 ? [] : [`\`${wheel}\`: RECORD is not UTF-8`]),
    ];
    return { entries, identity, record: record.text, warnings };
}
/** The content of a file that is held in memory, so it must be small in the archive too. */
function readMetadataFile(source, entry, { name, wheel }) {
    const size = Math.max(entry.size, entry.compressedSize);
    if (size > limits/* largestMetadata */.EI[name]) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(entry.path)}: it has ${size} bytes; expected at most ${limits/* largestMetadata */.EI[name]}`);
    }
    return (0,zip/* readEntry */.hB)(source, entry, wheel);
}
function decode(content, path, wheel) {
    const { text, isUtf8 } = decodeLoosely(content);
    if (!isUtf8)
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(path)}: it is not UTF-8`);
    return text;
}
function decodeLoosely(content) {
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(content), isUtf8: true };
    }
    catch {
        return { text: content.toString('utf8'), isUtf8: false };
    }
}
/**
 * The filename promises what METADATA says, and both a version; only a local version may be missing on one side (PEP 440, as uv).
 * Throws UserError WHEEL_INVALID (exit 3).
 */
function checkIdentity(metadata, filename) {
    for (const version of [metadata.version, filename.version]) {
        if (!(0,specifiers/* isVersion */.lF)(version))
            throw (0,invalid_wheel/* invalidWheel */.DG)(filename.filename, `${(0,invalid_wheel/* quoted */.TL)(version)} is not a version (PEP 440)`);
    }
    const publicPart = (version) => version.replace(/\+.*/, '');
    const sameVersion = (0,specifiers/* compareVersions */.Zy)(publicPart(metadata.version), publicPart(filename.version)) === 0 &&
        (!(metadata.version.includes('+') && filename.version.includes('+')) ||
            (0,specifiers/* compareVersions */.Zy)(metadata.version, filename.version) === 0);
    if ((0,wheel_filename/* normalizeName */.P)(metadata.name) === filename.name && sameVersion)
        return;
    throw (0,invalid_wheel/* invalidWheel */.DG)(filename.filename, `its METADATA says ${(0,invalid_wheel/* quoted */.TL)(metadata.name)} ${(0,invalid_wheel/* quoted */.TL)(metadata.version)}, not what its filename says`);
}
/** Two entries for one place would overwrite each other in an order that no one chose. */
function checkPlaces(entries, { layout, wheel, os }) {
    const places = entries.map(({ path }) => {
        const fault = os === 'win32' ? (0,portable_path/* windowsFault */.G)(path) : undefined;
        if (fault !== undefined)
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(path)}: its path ${fault}, as Windows forbids`);
        const { scheme, path: inScheme } = (0,placement/* placeEntry */.c)(path, layout, wheel);
        // In a virtual environment, both libraries are one directory.
        return `${scheme === 'platlib' ? 'purelib' : scheme}/${inScheme}`;
    });
    const clash = (0,path_clash/* findClash */.R)(os === undefined ? places : places.map(portable_path/* foldPath */.t), new Set(), limits/* mostEntries */._N);
    if (clash === undefined)
        return;
    if (clash.kind === 'too many folders')
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `its files need more than ${limits/* mostEntries */._N} folders`);
    const path = (0,invalid_wheel/* quoted */.TL)(clash.path.slice(clash.path.indexOf('/') + 1));
    const what = clash.kind === 'same' ? `two files for ${path}` : `${path} as a file and as a directory`;
    throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, os === undefined ? `it has ${what}` : `it has ${what}, in names that this system equates`);
}
/** Names of `Requires-Dist` values that no extra guards. */
function requiredNames(requiresDist) {
    const plain = requiresDist.filter(requirement => !/;.*\bextra\b/.test(requirement));
    const names = plain.map(requirement => (0,wheel_filename/* normalizeName */.P)(/^[A-Za-z0-9._-]+/.exec(requirement.trim())?.[0] ?? ''));
    return [...new Set(names)].filter(name => name !== '').sort();
}

;// CONCATENATED MODULE: ./lib/install/unpack.js
/** Unpacks a verified wheel into the store: split its entries over the workers, check RECORD, publish. */










/** One task holds at most this much, so that a wheel spreads over all threads and each thread's memory stays small. */
const taskBytes = 4 << 20;
const taskEntries = 256;
/**
 * Unpacks a wheel into the store, in parallel within the wheel.
 * Throws UserError WHEEL_INVALID (exit 3), WHEEL_FILENAME_INVALID or SCRIPT_NAME_RESERVED for an archive that is
 * refused; the store is then unchanged.
 */
async function unpackWheel(archive, { store, pool, os }) {
    const contents = openContents(archive, os);
    const staged = await (0,store_store/* stage */.dw)(store);
    try {
        const destination = (0,store_store/* filesOf */.R8)(staged);
        makeFolders(destination, contents.entries, archive.filename);
        const tasks = splitEntries(contents.entries);
        const answers = await settleAll(tasks.map(entries => pool.run({ kind: 'unpack', wheel: archive.filename, archive: archive.path, entries, destination })));
        const files = answers.flatMap(answer => answer.files).sort((a, b) => (a.path < b.path ? -1 : 1));
        const warnings = [...contents.warnings, ...(await compareWithRecord(files, contents, destination))];
        const note = { ...contents.identity, files };
        await (0,store_store/* publish */.mk)(staged, (0,store_store/* wheelDirectory */.TS)(store, archive.sha256), note);
        return { note, warnings, busyMs: answers.reduce((total, answer) => total + answer.busyMs, 0) };
    }
    catch (error) {
        await (0,store_store/* discard */.vf)(staged);
        throw error;
    }
}
/** Everything that can refuse a wheel before one byte of it is written. */
function openContents(archive, os) {
    const source = (0,install_archive/* openArchive */.p)(archive.path);
    try {
        return readContents(source, archive, os === 'linux' ? undefined : os);
    }
    finally {
        source.close();
    }
}
/** Waits for all before the first failure is thrown, so that nothing writes into a directory that is being removed. */
async function settleAll(promises) {
    await Promise.allSettled(promises);
    return Promise.all(promises);
}
function makeFolders(destination, entries, wheel) {
    const folders = new Set(entries.map(entry => (0,external_node_path_.dirname)(entry.path)));
    for (const folder of [...folders].sort()) {
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(destination, folder), { recursive: true });
        }
        catch (error) {
            throw nameRefused(error, folder, wheel);
        }
    }
}
function splitEntries(entries) {
    const tasks = [];
    let bytes = Number.POSITIVE_INFINITY;
    for (const entry of [...entries].sort((a, b) => a.headerOffset - b.headerOffset)) {
        const last = tasks.at(-1);
        if (last === undefined || bytes + entry.size > taskBytes || last.length >= taskEntries) {
            tasks.push([entry]);
            bytes = entry.size;
        }
        else {
            last.push(entry);
            bytes += entry.size;
        }
    }
    return tasks;
}
/** RECORD is healed when it is written into an environment; here the reader learns that it was wrong. */
async function compareWithRecord(files, { record, identity }, destination) {
    const parsed = (0,wheel_record/* parseRecord */.Hh)(record);
    const digests = new Map();
    for (const wanted of (0,record_check/* wantedDigests */.L4)(parsed, files)) {
        digests.set((0,record_check/* digestKey */.CO)(wanted), await (0,digest/* digestFileWith */.R)(wanted.algorithm, (0,external_node_path_.join)(destination, wanted.path)));
    }
    return (0,record_check/* checkRecord */.EQ)(parsed, { wheel: identity.filename, distInfo: identity.distInfo, files, digests });
}


/***/ }),

/***/ 6984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ imagesKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3411);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6687);
/** Which images of the same plan and lock an interpreter can use. */



/**
 * Hex sha256 of what decides how an environment looks, beyond the plan digest and the lock of a manifest: nothing of it is a path
 * of this machine but that of its interpreter, which the environment names.
 */
async function imagesKey(interpreter, { settings, host }) {
    const bytecode = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .bytecodeFacts */ .dY)({ settings, host });
    const facts = [3, _version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r, host.umask, interpreter, settings.onConflict, bytecode];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}


/***/ }),

/***/ 3600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f3: () => (/* binding */ provideWheel),
/* harmony export */   we: () => (/* binding */ isLocalOnly),
/* harmony export */   wu: () => (/* binding */ storedWheels),
/* harmony export */   xq: () => (/* binding */ requireObtainable)
/* harmony export */ });
/* unused harmony export absentWheels */
/* harmony import */ var _fetch_download_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7062);
/* harmony import */ var _fetch_verify_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6651);
/* harmony import */ var _install_unpack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4860);
/* harmony import */ var _resolve_find_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7869);
/* harmony import */ var _store_note_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6841);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7208);
/* harmony import */ var _wheel_filename_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5910);
/** Brings planned wheels into the store: from the store itself, a local file or the index. */







/** Those of the wheels that the store holds, with bytecode of this kind. */
async function storedWheels(wheels, kind, store) {
    const found = [];
    for (const planned of wheels) {
        const note = planned.sha256 === undefined ? undefined : await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .readWheelNote */ .mA)(store, planned.sha256);
        if (note === undefined)
            continue;
        found.push({ planned, note, bytecode: kind && (await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .readBytecodeNote */ .qn)(store, kind, note.sha256)) });
    }
    return found;
}
/** Those of the wheels that the store lacks; one without a digest counts, since it is not known before it is read. */
async function absentWheels(wheels, store) {
    const present = await Promise.all(wheels.map(async ({ sha256 }) => sha256 !== undefined && (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .hasWheel */ .m$)(store, sha256)));
    return wheels.filter((_, index) => !present[index]);
}
/** True where no index may be asked. */
function isLocalOnly({ offline, noIndex }) {
    return offline || noIndex;
}
/**
 * Those of the wheels that will have to be fetched. Where no index may be asked, the cache has the first word.
 * Throws UserError WHEEL_UNAVAILABLE_OFFLINE.
 */
async function requireObtainable(wheels, { restoring, index, links }, { located }) {
    const isLimited = isLocalOnly(index);
    if (isLimited)
        await restoring.settled;
    const absent = await absentWheels(wheels, located.store);
    (0,_resolve_find_links_js__WEBPACK_IMPORTED_MODULE_3__/* .requireLocal */ .tN)(absent, { index, files: links });
    return isLimited ? absent : absent.filter(wheel => !restoring.promises(wheel));
}
/**
 * The note of a wheel that is in the store afterwards.
 * Throws UserError HASH_MISMATCH (exit 3), WHEEL_INVALID (exit 3), or what downloading throws.
 */
async function provideWheel(wanted, services) {
    const stored = wanted.sha256 === undefined ? undefined : await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .readWheelNote */ .mA)(services.store, wanted.sha256);
    const provided = stored === undefined ? await bringIn(wanted, services) : { note: stored, source: 'store' };
    // The store knows a wheel by its bytes: whatever it is called this time must still be true.
    (0,_install_unpack_js__WEBPACK_IMPORTED_MODULE_2__/* .checkIdentity */ .Z)(provided.note, (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_5__/* .parseWheelFilename */ .e)(wanted.file.filename));
    return provided;
}
function bringIn(wanted, services) {
    const path = (0,_fetch_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .localPathOf */ .Mi)(wanted.file);
    return path === undefined ? fromIndex(wanted, services) : fromFile(wanted, path, services);
}
async function fromFile(wanted, path, services) {
    const { sha256, size } = await verifyLocal(wanted, path, services);
    const known = await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .readWheelNote */ .mA)(services.store, sha256);
    const note = known ?? (await unpack(wanted, { path, filename: wanted.file.filename, sha256, size }, services));
    return { note, source: 'local' };
}
async function verifyLocal({ name, file, sha256 }, path, { digest, watch }) {
    const end = watch.begin('fetch', { wheel: name });
    const needsOnlySha256 = file.oneOf === undefined && (sha256 !== undefined || Object.keys(file.hashes).length === 0);
    const found = needsOnlySha256 ? await digest(path) : { ...(await (0,_fetch_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .importFile */ .mp)(file)), busyMs: undefined };
    if (sha256 !== undefined && found.sha256 !== sha256) {
        throw (0,_fetch_verify_js__WEBPACK_IMPORTED_MODULE_1__/* .hashMismatch */ .xe)(path, { algorithm: 'sha256', expected: sha256, found: found.sha256 });
    }
    end({ bytes: found.size, busyMs: found.busyMs });
    return found;
}
function fromIndex(wanted, services) {
    const { store, client, watch } = services;
    return (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .withStagedFile */ .jN)(store, async (path) => {
        const end = watch.begin('fetch', { wheel: wanted.name });
        const onBytes = (bytes) => watch.advance('fetch', bytes);
        const { sha256, size } = await (0,_fetch_download_js__WEBPACK_IMPORTED_MODULE_0__/* .downloadFile */ .P)(wanted.file, path, { client, onBytes, signal: watch.signal });
        end({ bytes: size });
        const known = await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_4__/* .readWheelNote */ .mA)(store, sha256);
        const archive = { path, filename: wanted.file.filename, sha256, size };
        return { note: known ?? (await unpack(wanted, archive, services)), source: 'index' };
    });
}
async function unpack(wanted, archive, services) {
    const end = services.watch.begin('unpack', { wheel: wanted.name });
    const { note, warnings, busyMs } = await (0,_install_unpack_js__WEBPACK_IMPORTED_MODULE_2__/* .unpackWheel */ .c)(archive, {
        store: services.store,
        pool: services.pool(),
        os: services.os,
    });
    for (const warning of warnings)
        services.watch.warn(warning, { wheel: wanted.name });
    end({ files: note.files.length, bytes: (0,_store_note_js__WEBPACK_IMPORTED_MODULE_6__/* .unpackedSize */ .JL)(note), busyMs });
    return note;
}


/***/ }),

/***/ 7869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ listFindLinks),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   k8: () => (/* binding */ preferLocal),
/* harmony export */   tN: () => (/* binding */ requireLocal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/** `--find-links`: directories and pages of files that may stand in for an index. */




/**
 * Lists wheels and source archives of every `--find-links`, in the given order: directories, `file:` URLs of directories,
 * and http(s) pages. With `offline`, pages are left out.
 * Throws UserError FIND_LINKS_NOT_FOUND, and what `listLinkPage` throws.
 */
async function listFindLinks({ findLinks, offline }, sources) {
    const lists = findLinks.map(async (link) => {
        if (!/^https?:/i.test(link))
            return listDirectory(link, sources.workingDirectory);
        return offline ? [] : (await sources.listLinkPage(link)).map(listed);
    });
    return (await Promise.all(lists)).flat();
}
/** An index's file as a listed one. */
function listed({ filename, url, hashes, size, requiresPython }) {
    return { filename, url, path: undefined, size, hashes, requiresPython };
}
async function listDirectory(link, base) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, link.startsWith('file:') ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(link) : link);
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch((error) => {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            throw error;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageError */ .Wp)('FIND_LINKS_NOT_FOUND', `\`--find-links\` names \`${directory}\`, which is not a directory that can be read`);
    });
    return names
        .filter(isDistributionFile)
        .toSorted()
        .map(filename => localFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, filename), filename));
}
function isDistributionFile(filename) {
    return /\.(?:whl|tar\.gz|zip)$/.test(filename);
}
function localFile(path, filename) {
    return { filename, url: undefined, path, size: undefined, hashes: {}, requiresPython: undefined };
}
/**
 * The lock with `path` set on each of its files that a `--find-links` directory holds under the same name. The hashes
 * stay the lock's: they are checked when the file is read. An unchanged lock is returned as it is.
 */
function preferLocal(lock, files) {
    const paths = new Map(files.toReversed().flatMap(({ filename, path }) => (path === undefined ? [] : [[filename, path]])));
    if (paths.size === 0)
        return lock;
    const place = (file) => ({ ...file, path: file.path ?? paths.get(file.filename) });
    const placeAll = (entry) => ({
        ...entry,
        wheels: entry.wheels.map(place),
        sdist: entry.sdist && place(entry.sdist),
        archive: entry.archive && place(entry.archive),
    });
    return { ...lock, distributions: lock.distributions.map(placeAll) };
}
/**
 * Refuses wheels that no local file has, where the run may not fetch them: with `offline` any URL, with `noIndex` any
 * but those of `--find-links` pages and direct URLs. Throws UserError WHEEL_UNAVAILABLE_OFFLINE naming all of them.
 */
function requireLocal(wheels, { index, files }) {
    if (!index.offline && !index.noIndex)
        return;
    const pages = new Set(files.map(({ url }) => url));
    const isAllowed = ({ file, directUrl }) => file.path !== undefined || (!index.offline && (directUrl !== undefined || pages.has(file.url)));
    const missing = wheels.filter(wheel => !isAllowed(wheel));
    if (missing.length === 0)
        return;
    const flag = index.offline ? '--offline' : '--no-index';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('WHEEL_UNAVAILABLE_OFFLINE', `\`${flag}\` forbids fetching, and no local file was found for ${missing.map(({ file }) => `\`${file.filename}\``).join(', ')}`, { hint: `Give the directory that holds them as \`--find-links\`, or leave out \`${flag}\`` });
}


/***/ }),

/***/ 4208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f0: () => (/* binding */ parseEntryPoints),
/* harmony export */   ik: () => (/* binding */ wheelVersionWarning),
/* harmony export */   jR: () => (/* binding */ parseMetadata),
/* harmony export */   tM: () => (/* binding */ parseWheelFile),
/* harmony export */   wg: () => (/* binding */ findDistInfo)
/* harmony export */ });
/* harmony import */ var _entry_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1755);
/* harmony import */ var _filename_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5910);
/* harmony import */ var _invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);
/** The files of a `.dist-info` directory: WHEEL, METADATA, entry_points.txt (PyPA core metadata, entry points). */



/**
 * The one top-level `.dist-info` directory of a wheel, without a `/` at its end.
 * Throws `WHEEL_INVALID` where there is none, more than one, or one of another distribution.
 */
function findDistInfo(paths, filename) {
    const wheel = filename.filename;
    const found = new Set(paths.map(topDirectory).filter(directory => directory?.endsWith('.dist-info')));
    const [distInfo] = found;
    if (distInfo === undefined)
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, 'it has no `.dist-info` directory');
    if (found.size > 1) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `it has several \`.dist-info\` directories: ${[...found].slice(0, 3).map(String).map(_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL).join(', ')}`);
    }
    const stem = (0,_filename_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeName */ .P)(distInfo.slice(0, -'.dist-info'.length));
    if (!stem.startsWith(`${filename.name}-`) || !/^v?\d/.test(stem.slice(filename.name.length + 1))) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(distInfo)} is not the \`.dist-info\` directory of \`${filename.name}\``);
    }
    return distInfo;
}
function topDirectory(path) {
    const end = path.indexOf('/');
    return end === -1 ? undefined : path.slice(0, end);
}
/** Reads WHEEL (PyPA binary distribution format); `WHEEL_INVALID` without a `Wheel-Version` or with one above 1. */
function parseWheelFile(text, wheel) {
    const headers = parseHeaders(text);
    const version = first(headers, 'wheel-version');
    if (version === undefined)
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, 'its WHEEL file has no `Wheel-Version`');
    const [, major] = /^(\d+)(?:\.\d+)*$/.exec(version) ?? [];
    if (major === undefined || Number(major) > 1) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `its \`Wheel-Version\` is ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(version)}; expected 1.0 or another 1.x`);
    }
    return {
        version,
        rootIsPurelib: first(headers, 'root-is-purelib')?.toLowerCase() === 'true',
    };
}
/** What a reader should know about a `Wheel-Version` that is not 1.0, or undefined. */
function wheelVersionWarning({ version }, wheel) {
    if (/^1(\.0)*$/.test(version))
        return undefined;
    const age = version.startsWith('1.') ? 'newer' : 'older';
    return `\`${wheel}\`: its \`Wheel-Version\` ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(version)} is ${age} than 1.0, by which it is installed`;
}
/** Reads METADATA (PyPA core metadata); `WHEEL_INVALID` where it names no distribution or no version. */
function parseMetadata(text, wheel) {
    const headers = parseHeaders(text);
    const name = first(headers, 'name');
    const version = first(headers, 'version');
    if (name === undefined || version === undefined) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `its METADATA has no \`${name === undefined ? 'Name' : 'Version'}\``);
    }
    const requiresPython = first(headers, 'requires-python');
    return { name, version, requiresPython, requiresDist: all(headers, 'requires-dist') };
}
/** Headers of a mail message (RFC 822), folded lines joined by a space; ends at the first line that is no header. */
function parseHeaders(text) {
    const headers = [];
    for (const line of lines(text)) {
        const last = headers.at(-1);
        if (/^[ \t]/.test(line) && last !== undefined) {
            headers[headers.length - 1] = { key: last.key, value: `${last.value} ${line.trim()}` };
            continue;
        }
        const [, key, value] = /^([!-9;-~]+):(.*)$/.exec(line) ?? [];
        if (key === undefined || value === undefined)
            break;
        headers.push({ key: key.toLowerCase(), value: value.trim() });
    }
    return headers;
}
/** One after another, since only the first of many are wanted. */
function* lines(text) {
    for (const [, line = ''] of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g))
        yield line;
}
function first(headers, key) {
    return headers.find(header => header.key === key && header.value !== '')?.value;
}
function all(headers, key) {
    return headers.filter(header => header.key === key).map(header => header.value);
}
const scriptGroups = ['console_scripts', 'gui_scripts'];
const identifier = '[\\p{ID_Start}_]\\p{ID_Continue}*';
const dottedName = `${identifier}(?:\\.${identifier})*`;
/** `module:attribute [extras]`, the extras ignored. */
const objectReference = new RegExp(`^(${dottedName})\\s*:\\s*(${dottedName})\\s*(?:\\[[^\\]]*\\])?$`, 'u');
/**
 * The scripts that entry_points.txt asks for (PyPA entry points specification), in the file's order, of equal names the last.
 * Throws `WHEEL_INVALID` for a reference without attribute, and for a name that is not a plain filename.
 */
function parseEntryPoints(text, wheel) {
    const byName = new Map();
    let group = '';
    for (const line of text.split(/\r\n|\r|\n/).map(raw => raw.trim())) {
        if (line === '' || line.startsWith('#') || line.startsWith(';'))
            continue;
        const [, section] = /^\[(.*)\]$/.exec(line) ?? [];
        if (section !== undefined)
            group = section.trim();
        else if (scriptGroups.includes(group)) {
            const entryPoint = parseScript(line, group, wheel);
            byName.set(entryPoint.name, entryPoint);
        }
    }
    return [...byName.values()];
}
function parseScript(line, group, wheel) {
    const equals = line.indexOf('=');
    if (equals === -1) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `entry_points.txt has the line ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(line)}; expected \`name = module:attribute\``);
    }
    const name = line.slice(0, equals).trim();
    const reference = line.slice(equals + 1).trim();
    if ((0,_entry_path_js__WEBPACK_IMPORTED_MODULE_2__/* .pathFault */ .a)(name) !== undefined || name.includes('/')) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `entry_points.txt names a script ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)}, which is not a plain filename`);
    }
    const [, module, attribute] = objectReference.exec(reference) ?? [];
    if (module === undefined || attribute === undefined) {
        throw (0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidWheel */ .DG)(wheel, `its script ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)} refers to ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(reference)}; expected \`module:attribute\``);
    }
    return { name, module, attribute, gui: group === 'gui_scripts' };
}


/***/ }),

/***/ 3296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ findClash)
/* harmony export */ });
/** Paths that cannot be in one directory tree together. */
/**
 * The first path that occurs twice, or that is a file and the parent of another; `directories` are paths that may be parents.
 * Stops at `mostFolders` distinct parents, since a few deep paths can stand for millions.
 */
function findClash(paths, directories, mostFolders) {
    const all = new Set();
    for (const path of paths) {
        if (all.has(path))
            return { kind: 'same', path };
        all.add(path);
    }
    const parents = new Set();
    for (const path of paths) {
        for (let parent = parentOf(path); parent !== '' && !parents.has(parent); parent = parentOf(parent)) {
            if (all.has(parent) && !directories.has(parent))
                return { kind: 'file and directory', path: parent };
            parents.add(parent);
        }
        if (parents.size > mostFolders)
            return { kind: 'too many folders' };
    }
    return undefined;
}
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}


/***/ }),

/***/ 6070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ae: () => (/* binding */ entryDataOffset),
  Yj: () => (/* binding */ inflateEntry),
  $2: () => (/* binding */ readEntries),
  hB: () => (/* binding */ readEntry)
});

// UNUSED EXPORTS: createDecompressor

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/wheel/limits.js
var limits = __webpack_require__(183);
// EXTERNAL MODULE: ./lib/wheel/path-clash.js
var path_clash = __webpack_require__(3296);
;// CONCATENATED MODULE: ./lib/wheel/zip-end.js
/** The end of a zip archive: end of central directory, and its zip64 form (APPNOTE 4.3.14 to 4.3.16). */

const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const locatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const endSize = 22;
const locatorSize = 20;
const end64Size = 56;
const longestComment = 0xffff;
/** How many bytes of an archive's tail hold its end records, whatever the length of the comment. */
const tailSize = end64Size + locatorSize + endSize + longestComment;
/** Finds the central directory from the last `tailSize` bytes; `WHEEL_INVALID` where the records disagree with the file. */
function findDirectory(tail, archiveSize, wheel) {
    const at = findEnd(tail, wheel);
    const base = archiveSize - tail.length;
    const end = readEnd(tail, at);
    const hasZip64 = at >= locatorSize && tail.readUInt32LE(at - locatorSize) === locatorSignature;
    const record = hasZip64 ? readZip64(tail, at - locatorSize, { base, end, wheel }) : end;
    if (!hasZip64 && isSaturated(end))
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'its zip64 end record is missing');
    assertOneDisk(record, wheel);
    const recordsStart = base + (hasZip64 ? at - locatorSize - end64Size : at);
    if (record.offset + record.size !== recordsStart) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `its central directory is declared as ${record.size} bytes at offset ${record.offset}, but its end record is at offset ${recordsStart}`);
    }
    return { entries: record.entries, size: record.size, offset: record.offset };
}
/** Position of the end record in the tail: the last one, with a plain comment and nothing but NULs behind it. */
function findEnd(tail, wheel) {
    const at = tail.length < endSize ? -1 : tail.lastIndexOf(endSignature, tail.length - endSize);
    if (at === -1)
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'it has no zip end record, so it is truncated or no zip archive');
    const commentEnd = at + endSize + tail.readUInt16LE(at + 20);
    if (commentEnd > tail.length)
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'its archive comment is truncated');
    if (tail.subarray(commentEnd).some(byte => byte !== 0))
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'data follows its zip end record');
    if (tail.subarray(at + endSize, commentEnd).some(byte => byte >= 1 && byte <= 8)) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'its archive comment holds zip records');
    }
    assertOnlyEnd(tail, at, { commentEnd, wheel });
    return at;
}
/** A reader that looks for the end record whose comment fills the file must not find another one. */
function assertOnlyEnd(tail, at, { commentEnd, wheel }) {
    for (let other = tail.indexOf(endSignature); other < at; other = tail.indexOf(endSignature, other + 1)) {
        const otherEnd = other + endSize + tail.readUInt16LE(other + 20);
        if (otherEnd === commentEnd || otherEnd === tail.length) {
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'it has two zip end records, one in the comment of the other');
        }
    }
}
function readEnd(tail, at) {
    return {
        disk: tail.readUInt16LE(at + 4),
        directoryDisk: tail.readUInt16LE(at + 6),
        diskEntries: tail.readUInt16LE(at + 8),
        entries: tail.readUInt16LE(at + 10),
        size: tail.readUInt32LE(at + 12),
        offset: tail.readUInt32LE(at + 16),
    };
}
function isSaturated(end) {
    return end.entries === 0xffff || end.diskEntries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
}
/** Reads the zip64 record in front of the locator; every field of the plain record must agree or be saturated. */
function readZip64(tail, locatorAt, { base, end, wheel }) {
    const at = locatorAt - end64Size;
    if (at < 0 || tail.readUInt32LE(at) !== end64Signature || tail.readBigUInt64LE(at + 4) !== BigInt(end64Size - 12)) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'its zip64 end record is missing, misplaced or of the wrong length');
    }
    const located = tail.readBigUInt64LE(locatorAt + 8);
    const onOneDisk = tail.readUInt32LE(locatorAt + 4) === 0 && tail.readUInt32LE(locatorAt + 16) <= 1;
    if (located !== BigInt(base + at) || !onOneDisk) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `its zip64 locator points to offset ${located}, but the record is at ${base + at}`);
    }
    const end64 = readEnd64(tail, at);
    if (!agrees(end, end64))
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'its zip64 end record contradicts its end record');
    return end64;
}
function readEnd64(tail, at) {
    return {
        disk: tail.readUInt32LE(at + 16),
        directoryDisk: tail.readUInt32LE(at + 20),
        diskEntries: Number(tail.readBigUInt64LE(at + 24)),
        entries: Number(tail.readBigUInt64LE(at + 32)),
        size: Number(tail.readBigUInt64LE(at + 40)),
        offset: Number(tail.readBigUInt64LE(at + 48)),
    };
}
function agrees(end, end64) {
    const short = (plain, long) => plain === long || plain === 0xffff;
    const wide = (plain, long) => plain === long || plain === 0xffffffff;
    return (short(end.disk, end64.disk) &&
        short(end.directoryDisk, end64.directoryDisk) &&
        short(end.diskEntries, end64.diskEntries) &&
        short(end.entries, end64.entries) &&
        wide(end.size, end64.size) &&
        wide(end.offset, end64.offset));
}
function assertOneDisk(end, wheel) {
    if (end.disk !== 0 || end.directoryDisk !== 0 || end.diskEntries !== end.entries) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, 'it is one part of an archive of several disks');
    }
}

// EXTERNAL MODULE: ./lib/wheel/entry-path.js
var entry_path = __webpack_require__(1755);
;// CONCATENATED MODULE: ./lib/wheel/zip-extra.js
const zip64Id = 0x0001;
const unicodePathId = 0x7075;
const zip64Lengths = [0, 8, 16, 24, 28];
const max16 = 0xffff;
const max32 = 0xffffffff;
/** The true sizes of a header; throws `fault` where an extra field is malformed, repeated or contradicts the header. */
function readExtra(header, fault) {
    const fields = splitFields(header.extra, fault);
    const unicodePath = fields.get(unicodePathId);
    if (unicodePath !== undefined && !unicodePath.subarray(5).equals(header.name)) {
        throw fault('its Unicode path differs from its name');
    }
    return widen(header, fields.get(zip64Id), fault);
}
function splitFields(extra, fault) {
    const fields = new Map();
    for (let at = 0; at + 4 <= extra.length;) {
        const id = extra.readUInt16LE(at);
        const end = at + 4 + extra.readUInt16LE(at + 2);
        if (end > extra.length)
            throw fault('an extra field runs past its header');
        if (fields.has(id) && (id === zip64Id || id === unicodePathId))
            throw fault('an extra field is repeated');
        fields.set(id, extra.subarray(at + 4, end));
        at = end;
    }
    return fields;
}
/** Takes each saturated value from the zip64 field, which holds exactly those or repeats the others as they are. */
function widen(header, zip64, fault) {
    const field = zip64 ?? Buffer.alloc(0);
    if (!zip64Lengths.includes(field.length))
        throw fault(`its zip64 field is ${field.length} bytes long`);
    let at = 0;
    const take = (value, limit, length) => {
        if (value !== limit)
            return value;
        at += length;
        if (at > field.length)
            throw fault('its zip64 field lacks a size');
        return length === 8 ? Number(field.readBigUInt64LE(at - 8)) : field.readUInt32LE(at - 4);
    };
    const size = take(header.size, max32, 8);
    const compressedSize = take(header.compressedSize, max32, 8);
    const headerOffset = take(header.headerOffset, max32, 8);
    const disk = take(header.disk, max16, 4);
    if (![size, compressedSize, headerOffset].every(Number.isSafeInteger))
        throw fault('its zip64 field is out of range');
    const wide = { size, compressedSize, headerOffset, disk };
    if (at !== field.length && !field.equals(fullField(wide).subarray(0, field.length))) {
        throw fault('its zip64 field and its header disagree');
    }
    return wide;
}
/** The zip64 field with every value in it, in its order; a shorter one is a prefix of it. */
function fullField(wide) {
    const field = Buffer.alloc(28);
    field.writeBigUInt64LE(BigInt(wide.size), 0);
    field.writeBigUInt64LE(BigInt(wide.compressedSize), 8);
    field.writeBigUInt64LE(BigInt(wide.headerOffset), 16);
    field.writeUInt32LE(wide.disk, 24);
    return field;
}

;// CONCATENATED MODULE: ./lib/wheel/zip-header.js



const centralSize = 46;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Bytes of a local header before its name. */
const localSize = 30;
/** Encrypted, patched, strongly encrypted, masked. */
const refusedFlags = 0x0001 | 0x0020 | 0x0040 | 0x2000;
const descriptorFlag = 0x0008;
const utf8Flag = 0x0800;
const methods = new Map([
    [0, 'stored'],
    [8, 'deflate'],
    [93, 'zstd'],
]);
/** The most bytes that nothing compresses to: a stored block of deflate, a zstd frame with its checksum. */
const emptyStreamBytes = { stored: 0, deflate: 5, zstd: 13 };
const fileTypes = { mask: 0o170000, regular: 0o100000, directory: 0o040000, link: 0o120000 };
/** All headers of a central directory that must be exactly `count` long; `WHEEL_INVALID` for any that is refused. */
function readCentralHeaders(directory, count, wheel) {
    const headers = [];
    let at = 0;
    while (at < directory.length && headers.length < count) {
        const length = centralLength(directory, at);
        if (length === undefined || at + length > directory.length) {
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `central header ${headers.length + 1} of ${count} is damaged`);
        }
        headers.push(readCentralHeader(directory.subarray(at, at + length), wheel));
        at += length;
    }
    if (headers.length !== count || at !== directory.length) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `its central directory does not hold exactly the ${count} declared entries`);
    }
    return headers;
}
function centralLength(directory, at) {
    if (at + centralSize > directory.length || directory.readUInt32LE(at) !== centralSignature)
        return undefined;
    return (centralSize + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32));
}
function readCentralHeader(header, wheel) {
    const nameEnd = centralSize + header.readUInt16LE(28);
    const name = header.subarray(centralSize, nameEnd);
    const fault = entryFault(name, wheel);
    const wide = readExtra({
        name,
        extra: header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)),
        size: header.readUInt32LE(24),
        compressedSize: header.readUInt32LE(20),
        headerOffset: header.readUInt32LE(42),
        disk: header.readUInt16LE(34),
    }, fault);
    if (wide.disk !== 0)
        throw fault('it lies on another disk');
    const central = {
        ...readName(name, fault),
        method: readMethod(header.readUInt16LE(8), header.readUInt16LE(10), fault),
        compressedSize: wide.compressedSize,
        size: wide.size,
        crc32: header.readUInt32LE(16),
        hasUtf8Name: (header.readUInt16LE(8) & utf8Flag) !== 0,
        isExecutable: isExecutable(header.readUInt32LE(38) >>> 16),
        headerOffset: wide.headerOffset,
    };
    assertFileType(central, header.readUInt32LE(38) >>> 16, fault);
    return central;
}
function entryFault(name, wheel) {
    return (reason) => (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(name.toString('utf8'))}: ${reason}`);
}
function readName(name, fault) {
    const text = name.toString('utf8');
    // Bytes that are no UTF-8 decode to U+FFFD and do not come back.
    if (text.includes('\ufffd') && !Buffer.from(text).equals(name))
        throw fault('its name is not UTF-8');
    const isDirectory = text.length > 1 && text.endsWith('/');
    const path = isDirectory ? text.slice(0, -1) : text;
    const wrong = (0,entry_path/* pathFault */.a)(path);
    if (wrong !== undefined)
        throw fault(`its path ${wrong}`);
    return { path, isDirectory };
}
function readMethod(flags, id, fault) {
    if ((flags & refusedFlags) !== 0)
        throw fault('it is encrypted or patched');
    for (const [known, method] of methods)
        if (known === id)
            return method;
    throw fault(`compression method ${id} is not supported; expected stored (0), deflate (8) or zstd (93)`);
}
/** As pip: only a regular file, so never a link. */
function isExecutable(mode) {
    return (mode & fileTypes.mask) === fileTypes.regular && (mode & 0o111) !== 0;
}
function assertFileType(header, mode, fault) {
    const type = mode & fileTypes.mask;
    const expected = header.isDirectory ? [0, fileTypes.directory] : [0, fileTypes.regular, fileTypes.link];
    if (!expected.includes(type))
        throw fault(`its name and its Unix mode \`0o${mode.toString(8)}\` disagree on what it is`);
    if (header.isDirectory &&
        (header.size !== 0 || header.crc32 !== 0 || header.compressedSize > emptyStreamBytes[header.method])) {
        throw fault('it is a directory with content');
    }
    if (header.method === 'stored' && header.size !== header.compressedSize) {
        throw fault(`it is stored, but ${header.size} bytes are declared as ${header.compressedSize}`);
    }
}
/** How many bytes a local header has in all, from its first `localSize` bytes; undefined where none starts here. */
function localLength(header) {
    if (header.readUInt32LE(0) !== localSignature)
        return undefined;
    return localSize + header.readUInt16LE(26) + header.readUInt16LE(28);
}
/** Reads a whole local header; throws `fault` where it is refused by itself. */
function readLocalHeader(header, fault) {
    const nameEnd = localSize + header.readUInt16LE(26);
    const name = header.subarray(localSize, nameEnd);
    const flags = header.readUInt16LE(6);
    const wide = readExtra({
        name,
        extra: header.subarray(nameEnd),
        size: header.readUInt32LE(22),
        compressedSize: header.readUInt32LE(18),
        headerOffset: 0,
        disk: 0,
    }, fault);
    return {
        name,
        method: readMethod(flags, header.readUInt16LE(8), fault),
        compressedSize: wide.compressedSize,
        size: wide.size,
        crc32: header.readUInt32LE(14),
        hasUtf8Name: (flags & utf8Flag) !== 0,
        hasDescriptor: (flags & descriptorFlag) !== 0,
    };
}

;// CONCATENATED MODULE: ./lib/wheel/zip.js







const longestDescriptor = 24;
/**
 * The entries of a wheel, in the order of its central directory.
 * Throws `WHEEL_INVALID` for an archive that two readers could understand differently or that escapes its root.
 */
function readEntries(archive, wheel) {
    const tailLength = Math.min(archive.size, tailSize);
    const directory = findDirectory(archive.read(archive.size - tailLength, tailLength), archive.size, wheel);
    if (directory.size > limits/* largestDirectory */.ks) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `its central directory has ${directory.size} bytes; expected at most ${limits/* largestDirectory */.ks}`);
    }
    if (directory.entries > limits/* mostEntries */._N) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `it has ${directory.entries} entries; expected at most ${limits/* mostEntries */._N}`);
    }
    const headers = readCentralHeaders(archive.read(directory.offset, directory.size), directory.entries, wheel);
    const ends = layOut(headers, directory.offset, wheel);
    const entries = headers.map(header => ({ ...header, endOffset: ends.get(header.headerOffset) ?? directory.offset }));
    assertTree(entries, wheel);
    assertTotal(entries, archive.size, wheel);
    return entries;
}
/** Where each entry ends, by where it starts: entries fill the archive up to the directory and do not overlap. */
function layOut(headers, directoryOffset, wheel) {
    const sorted = headers.toSorted((a, b) => a.headerOffset - b.headerOffset);
    const prefix = sorted[0]?.headerOffset ?? directoryOffset;
    if (prefix !== 0)
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `${prefix} bytes lie in front of its first entry`);
    const ends = new Map();
    for (const [index, header] of sorted.entries()) {
        const end = sorted[index + 1]?.headerOffset ?? directoryOffset;
        if (header.headerOffset + localSize + storedName(header).length + header.compressedSize > end) {
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(header.path)}: it overlaps what follows it`);
        }
        ends.set(header.headerOffset, end);
    }
    return ends;
}
/** The bytes of the name as headers hold it. */
function storedName(entry) {
    return Buffer.from(entry.isDirectory ? `${entry.path}/` : entry.path);
}
/** Every path occurs once, and no file is the parent of another entry. */
function assertTree(entries, wheel) {
    const directories = new Set(entries.filter(entry => entry.isDirectory).map(entry => entry.path));
    const clash = (0,path_clash/* findClash */.R)(entries.map(entry => entry.path), directories, limits/* mostEntries */._N);
    switch (clash?.kind) {
        case undefined:
            return;
        case 'same':
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(clash.path)}: it occurs twice`);
        case 'file and directory':
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(clash.path)}: it is a file and the directory of another entry`);
        case 'too many folders':
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `its entries need more than ${limits/* mostEntries */._N} folders`);
    }
}
function assertTotal(entries, archiveSize, wheel) {
    const total = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (total > limits/* largestTotal */.NJ) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `it unpacks to ${total} bytes; expected at most ${limits/* largestTotal */.NJ}`);
    }
    if (total > limits/* unsuspiciousBytes */.y0 && total > archiveSize * limits/* largestRatio */.I) {
        throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `${archiveSize} bytes unpack to ${total}, more than ${limits/* largestRatio */.I} times as much, as only a zip bomb does`);
    }
}
/**
 * Where the data of an entry starts, after its local header is proven to say what the central one says.
 * Throws `WHEEL_INVALID` where they differ, or where bytes that belong to no entry follow the data.
 */
function entryDataOffset(archive, entry, wheel) {
    const fault = reason => (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(entry.path)}: ${reason}`);
    const length = localLength(archive.read(entry.headerOffset, localSize));
    const dataOffset = entry.headerOffset + (length ?? 0);
    const rest = entry.endOffset - dataOffset - entry.compressedSize;
    if (length === undefined || rest < 0)
        throw fault('its local header is missing or damaged');
    const local = readLocalHeader(archive.read(entry.headerOffset, length), fault);
    if (!local.name.equals(storedName(entry)))
        throw fault(`its local header names ${(0,invalid_wheel/* quoted */.TL)(local.name.toString())}`);
    if (local.method !== entry.method)
        throw fault(`its local header says ${local.method}, not ${entry.method}`);
    if (local.hasUtf8Name !== entry.hasUtf8Name && !isAscii(local.name)) {
        throw fault('its headers disagree on the encoding of its name');
    }
    if (local.hasDescriptor) {
        assertPromise(local, entry, fault);
        if (rest > longestDescriptor)
            throw fault(`${rest} bytes follow it; expected a data descriptor`);
        assertDescriptor(archive.read(entry.endOffset - rest, rest), entry, fault);
    }
    else {
        assertSameContent(local, entry, fault);
        if (rest !== 0)
            throw fault(`${rest} bytes that belong to no entry follow it`);
    }
    return dataOffset;
}
function isAscii(bytes) {
    return bytes.every(byte => byte < 0x80);
}
/** In front of data with a descriptor stand zeros or the truth: a reader may believe them. */
function assertPromise(local, entry, fault) {
    const zeroed = { ...local };
    for (const field of contentFields)
        if (local[field] === 0)
            zeroed[field] = entry[field];
    assertSameContent(zeroed, entry, fault);
}
const contentFields = ['crc32', 'compressedSize', 'size'];
function assertSameContent(local, entry, fault) {
    for (const field of contentFields) {
        if (local[field] !== entry[field]) {
            throw fault(`its local header gives ${field} ${local[field]}, its central header ${entry[field]}`);
        }
    }
}
/** A data descriptor (APPNOTE 4.3.9) comes with or without signature, its sizes in 4 or 8 bytes. */
function assertDescriptor(descriptor, entry, fault) {
    const wide = descriptor.length >= 20;
    const expected = Buffer.alloc(wide ? 24 : 16);
    expected.writeUInt32LE(0x08074b50, 0);
    expected.writeUInt32LE(entry.crc32, 4);
    if (wide) {
        expected.writeBigUInt64LE(BigInt(entry.compressedSize), 8);
        expected.writeBigUInt64LE(BigInt(entry.size), 16);
    }
    else {
        expected.writeUInt32LE(entry.compressedSize % 2 ** 32, 8);
        expected.writeUInt32LE(entry.size % 2 ** 32, 12);
    }
    if (!descriptor.equals(expected) && !descriptor.equals(expected.subarray(4))) {
        throw fault('its data descriptor differs from its central header');
    }
}
/** The content of an entry, read as a whole and proven. Throws what `entryDataOffset` and `inflateEntry` throw. */
function readEntry(archive, entry, wheel) {
    const compressed = archive.read(entryDataOffset(archive, entry, wheel), entry.compressedSize);
    return inflateEntry(entry, compressed, wheel);
}
/** The content of an entry from its compressed bytes; `WHEEL_INVALID` unless size and CRC-32 are as declared. */
function inflateEntry(entry, compressed, wheel) {
    const fault = reason => (0,invalid_wheel/* invalidWheel */.DG)(wheel, `entry ${(0,invalid_wheel/* quoted */.TL)(entry.path)}: ${reason}`);
    const content = decompress(entry, compressed, fault);
    if (content.length !== entry.size)
        throw fault(`it has ${content.length} bytes; expected ${entry.size}`);
    const crc32 = external_node_zlib_.crc32(content);
    if (crc32 !== entry.crc32)
        throw fault(`its CRC-32 is ${hex(crc32)}; expected ${hex(entry.crc32)}`);
    return content;
}
function decompress(entry, compressed, fault) {
    if (entry.method === 'stored')
        return compressed;
    const decompressSync = entry.method === 'deflate' ? external_node_zlib_.inflateRawSync : external_node_zlib_.zstdDecompressSync;
    // One chunk of the declared size: the content is then never copied, and never grows beyond it.
    const options = { chunkSize: Math.max(64, entry.size), maxOutputLength: Math.max(1, entry.size), info: true };
    try {
        const result = decompressSync(compressed, options);
        if (!isInfo(result))
            throw new TypeError('node:zlib ignored the option `info`');
        if (result.engine.bytesWritten !== compressed.length)
            throw fault('data follows the end of its compressed stream');
        return result.buffer;
    }
    catch (error) {
        const code = (0,errors/* errnoOf */.UQ)(error) ?? '';
        if (code === 'ERR_BUFFER_TOO_LARGE')
            throw fault(`it has more than the declared ${entry.size} bytes`);
        throw /^(Z|ZSTD)_/.test(code) ? fault('its compressed data is damaged') : error;
    }
}
/** What zlib's synchronous functions return with `info: true`, which their types leave out. */
function isInfo(result) {
    return typeof result === 'object' && result !== null && 'engine' in result;
}
function hex(crc32) {
    return crc32.toString(16).padStart(8, '0');
}
/** A stream that decompresses an entry, or undefined for a stored one; the reader checks size and CRC-32. */
function createDecompressor(entry) {
    if (entry.method === 'stored')
        return undefined;
    const options = { chunkSize: streamChunkBytes };
    return entry.method === 'deflate' ? zlib.createInflateRaw(options) : zlib.createZstdDecompress(options);
}
/** Node's default of 16 KiB costs twice the CPU time on files of many megabytes. */
const streamChunkBytes = (/* unused pure expression or super */ null && (1 << 20));


/***/ })

};
