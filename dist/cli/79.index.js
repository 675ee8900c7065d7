export const id = 79;
export const ids = [79];
export const modules = {

/***/ 2811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ chooseBackend)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/cache/absent.js
var cache_absent = __webpack_require__(5409);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cache/backend.js
var cache_backend = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/cache/file-entry.js
var file_entry = __webpack_require__(5127);
;// CONCATENATED MODULE: ./lib/cache/sweep.js
/** Keeps a cache directory from growing for ever: what nobody uses is removed, as GitHub's service does. */



const day = 24 * 60 * 60 * 1000;
/** Neither saved nor read for so long. */
const idleLimit = 30 * day;
/** Work of a writer that was killed. */
const unfinishedLimit = day;
/** Its modification time tells when the directory was swept. */
const marker = '.swept';
/** Removes idle entries and abandoned `*.tmp` files, at most once a day. Errors of the file system pass. */
async function sweep(directory, entrySuffix) {
    const now = Date.now();
    if (now - (await lastUse((0,external_node_path_.join)(directory, marker), 0)) < day)
        return;
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, marker), '');
    await (0,promises_.utimes)((0,external_node_path_.join)(directory, marker), new Date(now), new Date(now));
    for (const name of await (0,promises_.readdir)(directory)) {
        const limit = name.endsWith(entrySuffix) ? idleLimit : name.endsWith('.tmp') ? unfinishedLimit : Infinity;
        if (now - (await lastUse((0,external_node_path_.join)(directory, name), now)) > limit)
            await (0,promises_.rm)((0,external_node_path_.join)(directory, name), { force: true });
    }
}
/** Milliseconds since the epoch. */
async function lastUse(path, absent) {
    try {
        const { atimeMs, mtimeMs } = await (0,promises_.stat)(path);
        return Math.max(atimeMs, mtimeMs);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return absent;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/cache/directory.js
/** A directory as a cache backend, local or shared (NFS): one file per entry, any number of writers. */









const entrySuffix = '.entry';
const longestName = 255;
const hour = 60 * 60 * 1000;
/** Makes the backend of `file:///directory`; `directory` is absolute and is made by the first save. */
function directoryBackend(directory) {
    const name = (0,external_node_url_.pathToFileURL)(directory).href;
    return {
        name,
        scoped: false,
        open: (key, prefixes) => (0,cache_backend/* asTrouble */.S)(name, () => openMatch(directory, key, prefixes)),
        has: key => (0,cache_backend/* asTrouble */.S)(name, () => use((0,external_node_path_.join)(directory, entryName(key)))),
        save: async (key, make) => {
            const place = await (0,cache_backend/* asTrouble */.S)(name, () => reserve(directory, key));
            if (place === 'present')
                return place;
            try {
                const source = await make();
                return await (0,cache_backend/* asTrouble */.S)(name, () => saveEntry(source, place));
            }
            finally {
                await (0,promises_.rm)(place.unfinished, { force: true }).catch(() => undefined);
            }
        },
    };
}
/** The file of an entry: every byte that is not plain becomes `%XX`, so a key cannot leave the directory. */
function entryName(key) {
    const name = `${encodeKey(key)}${entrySuffix}`;
    if (name.length > longestName)
        throw new cache_backend/* CacheTrouble */.E(`cache key of ${key.length} characters is too long for a file`);
    return name;
}
/** Byte by byte, so that the encoded prefix of a key is a prefix of the encoded key. */
function encodeKey(key) {
    let encoded = '';
    for (const byte of Buffer.from(key, 'utf8')) {
        const character = String.fromCharCode(byte);
        encoded += /[A-Za-z0-9._-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return encoded;
}
/** Never throws: a shared directory may hold files of any name. */
function decodeName(name) {
    const bytes = name
        .slice(0, -entrySuffix.length)
        .replace(/%([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
}
async function openMatch(directory, key, prefixes) {
    const exact = await openIfPresent(directory, entryName(key));
    if (exact !== undefined || prefixes.length === 0)
        return exact;
    const names = (await listIfPresent(directory)).filter(name => name.endsWith(entrySuffix));
    for (const prefix of prefixes) {
        const encoded = encodeKey(prefix);
        const matching = names.filter(name => name.slice(0, -entrySuffix.length).startsWith(encoded));
        for (const name of await newestFirst(directory, matching)) {
            const entry = await openIfPresent(directory, name);
            if (entry !== undefined)
                return entry;
        }
    }
    return undefined;
}
/** Undefined also when another process removes the entry meanwhile. */
async function openIfPresent(directory, name) {
    const path = (0,external_node_path_.join)(directory, name);
    if (!(await use(path)))
        return undefined;
    const entry = { backend: (0,external_node_url_.pathToFileURL)(directory).href, key: decodeName(name), path };
    return unlessAbsent((0,file_entry/* openFileEntry */.TT)(entry), undefined);
}
/**
 * Whether the entry is there, as a file: opening a pipe would wait for ever. Notes that it is in use as its access time, which no mount option keeps from being set. The
 * modification time stays: it tells the newest.
 */
async function use(path) {
    const found = await unlessAbsent((0,promises_.stat)(path), undefined);
    if (found === undefined || !found.isFile())
        return false;
    const now = Date.now();
    if (now - Math.max(found.atimeMs, found.mtimeMs) > hour) {
        // Whoever may only read still reads.
        await (0,promises_.utimes)(path, new Date(now), found.mtime).catch(ignoreErrno);
    }
    return true;
}
function ignoreErrno(error) {
    if ((0,errors/* errnoOf */.UQ)(error) === undefined)
        throw error;
}
async function unlessAbsent(work, absent) {
    try {
        return await work;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return absent;
        throw error;
    }
}
async function listIfPresent(directory) {
    return unlessAbsent((0,promises_.readdir)(directory), []);
}
async function newestFirst(directory, names) {
    const dated = await Promise.all(names.map(async (name) => ({ name, time: await modified((0,external_node_path_.join)(directory, name)) })));
    return dated.sort((a, b) => b.time - a.time).map(entry => entry.name);
}
/** Milliseconds since the epoch; 0 when the entry is gone. */
async function modified(path) {
    return (await unlessAbsent((0,promises_.stat)(path), { mtimeMs: 0 })).mtimeMs;
}
/** A file to write to, which shows that the directory can be written before anything is packed. */
async function reserve(directory, key) {
    const entry = (0,external_node_path_.join)(directory, entryName(key));
    if (await use(entry))
        return 'present';
    await (0,promises_.mkdir)(directory, { recursive: true });
    const unfinished = (0,external_node_path_.join)(directory, `${(0,external_node_crypto_.randomUUID)()}.tmp`);
    await (await (0,promises_.open)(unfinished, 'wx')).close();
    return { directory, entry, unfinished };
}
async function saveEntry(source, { directory, entry, unfinished }) {
    await (0,promises_.copyFile)(source, unfinished, external_node_fs_.constants.COPYFILE_FICLONE);
    await flush(unfinished);
    const outcome = await appear(unfinished, entry);
    await sweep(directory, entrySuffix).catch(ignoreErrno);
    return outcome;
}
/** Waits until the bytes are on disk: an entry cut short by a power failure would never be replaced. */
async function flush(path) {
    const handle = await (0,promises_.open)(path, 'r+');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
/** Gives a finished file its name without replacing another writer's; file systems without hard links rename. */
async function appear(unfinished, entry) {
    try {
        await (0,promises_.link)(unfinished, entry);
        return 'saved';
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST'))
            return 'present';
        if (!(0,errors/* hasErrno */.Nm)(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'))
            throw error;
    }
    if (await unlessAbsent((0,promises_.access)(entry).then(() => true), false))
        return 'present';
    await (0,promises_.rename)(unfinished, entry);
    return 'saved';
}

// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/cache/github-rules.js
var github_rules = __webpack_require__(8893);
;// CONCATENATED MODULE: ./lib/cache/github.js
/** GitHub's cache service through `@actions/cache`: the only file that imports it, and only when it is used. */








const github_name = 'github';
/** The service hashes this string into an entry's version: one spelling for every job, key and operating system. */
const entryPath = '.wheelcrew-cache/entry';
/**
 * Makes the backend. An entry travels as one file in a folder of the workspace, so the calls of a process run one after
 * another, and is restored whole before it can be read. The toolkit itself warns of a failing service and reports it as a miss.
 */
function githubBackend(options) {
    const inTurn = (work) => turns.use(() => (0,cache_backend/* asTrouble */.S)(github_name, work));
    return {
        name: github_name,
        scoped: true,
        open: (key, prefixes) => inTurn(() => openEntry(options, key, prefixes)),
        has: key => inTurn(() => hasEntry(options, key)),
        save: async (key, make) => {
            (0,github_rules/* assertMayWrite */.vK)(options.mode);
            // Looks first, since the toolkit packs the whole file before it asks whether the key is taken.
            if (await inTurn(() => hasEntry(options, key)))
                return 'present';
            const source = await make();
            return inTurn(() => github_saveEntry(options, key, source));
        },
    };
}
/** One piece of work at a time, in the order of the calls. */
const turns = (0,concurrency/* createSlots */.e)(1);
async function openEntry(options, key, prefixes) {
    if (!(0,github_rules/* grantedAccess */.Ie)(options.mode).read)
        return undefined;
    const keys = (0,github_rules/* askedKeys */.Zf)(key, prefixes);
    const path = (0,external_node_path_.join)(options.temporary, `${(0,external_node_crypto_.randomUUID)()}.entry`);
    const matched = await inFolder(options, async (entry) => {
        const found = await call(options, toolkit => toolkit.restoreCache([entryPath], key, keys.slice(1)));
        if (found === undefined || !(0,github_rules/* isWanted */.Yu)(found, keys))
            return undefined;
        await (0,promises_.mkdir)(options.temporary, { recursive: true });
        await moveOut(entry, path);
        return found;
    });
    if (matched === undefined)
        return undefined;
    return (0,file_entry/* openFileEntry */.TT)({ backend: github_name, key: matched, path, release: () => (0,promises_.rm)(path, { force: true }) });
}
async function hasEntry(options, key) {
    (0,github_rules/* assertKey */.sM)(key);
    if (!(0,github_rules/* grantedAccess */.Ie)(options.mode).read)
        return false;
    const lookup = { lookupOnly: true };
    return (await call(options, toolkit => toolkit.restoreCache([entryPath], key, [], lookup))) === key;
}
async function github_saveEntry(options, key, source) {
    const id = await inFolder(options, async (entry) => {
        await moveIn(source, entry);
        return call(options, toolkit => toolkit.saveCache([entryPath], key));
    });
    if (id !== -1)
        return 'saved';
    if (await hasEntry(options, key))
        return 'present';
    throw new cache_backend/* CacheTrouble */.E(`the GitHub cache service did not take \`${key}\``);
}
/** Gives `work` the path of the entry file in a fresh folder of the workspace, removed afterwards. */
async function inFolder(options, work) {
    const entry = (0,external_node_path_.join)(options.workspace, entryPath);
    const folder = (0,external_node_path_.join)(entry, '..');
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder);
    try {
        return await work(entry);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function call(options, work) {
    const toolkit = await __webpack_require__.e(/* import() */ 305).then(__webpack_require__.bind(__webpack_require__, 4305));
    try {
        return await (options.surround ?? directly)(() => work(toolkit));
    }
    catch (error) {
        throw new cache_backend/* CacheTrouble */.E(`the GitHub cache service: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}
function directly(work) {
    return work();
}
async function moveIn(source, entry) {
    try {
        await (0,promises_.link)(source, entry);
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EACCES'))
            throw error;
        await (0,promises_.copyFile)(source, entry);
    }
}
async function moveOut(entry, destination) {
    try {
        await (0,promises_.rename)(entry, destination);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            throw new cache_backend/* CacheTrouble */.E('the restored cache entry is empty', { cause: error });
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV'))
            throw error;
        await (0,promises_.copyFile)(entry, destination);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/cache/remember.js
var remember = __webpack_require__(9711);
;// CONCATENATED MODULE: ./lib/cache/requests.js
/** Requests to a cache service: its silence, another attempt, and how long a service in trouble is borne with. */







/** An answer that ended before it was whole. */
class Interrupted extends Error {
    name = 'Interrupted';
}
const usualTiming = { stall: 10_000, firstWait: 500, longestWait: 10_000, patience: 20_000 };
/** Requests at a time, those of all entries together. */
const mostConnections = 8;
const mostAttempts = 4;
/** Bytes in a millisecond: slower than this, the cache is no help. */
const slowestRate = 32;
/** Makes the sender of one backend; `service` names it in messages. */
function createRequester(service, { transport, timing = usualTiming, signal }) {
    const connections = (0,concurrency/* createSlots */.e)(mostConnections);
    const patienceOf = (0,remember/* remember */.k)(() => createPatience(timing.patience));
    return (request, read) => connections.use(async () => {
        const patience = patienceOf(request.url.origin);
        for (let attempts = 1;; attempts++) {
            if (signal?.aborted === true)
                throw new cache_backend/* CacheTrouble */.E(`${service}: ${request.what}: it was stopped`);
            if (patience.isOver())
                throw new cache_backend/* CacheTrouble */.E(`${service}: ${request.what}: the service is in trouble`);
            const outcome = await attempt(request, read, { transport, timing, signal });
            if ('value' in outcome) {
                patience.end();
                return outcome.value;
            }
            patience.strain();
            const wait = outcome.retryAfter ?? timing.firstWait * 2 ** (attempts - 1) * (0.5 + Math.random() / 2);
            if (attempts === mostAttempts || wait > timing.longestWait) {
                const tried = attempts === 1 ? '' : ` (${attempts} attempts)`;
                throw new cache_backend/* CacheTrouble */.E(`${service}: ${request.what}: ${outcome.failure}${tried}`);
            }
            await (0,external_node_timers_promises_.setTimeout)(wait, undefined, { signal }).catch(() => undefined);
        }
    });
}
async function attempt({ url, method, headers, body }, read, { transport, timing, signal }) {
    const watch = watchOver(method === 'PUT' ? 3 * timing.stall : timing.stall);
    try {
        const sent = await transport(url, {
            method,
            headers: { 'user-agent': `wheelcrew/${version/* version */.r}`, ...headers() },
            body: body === undefined ? undefined : watch.over(body()),
            signal: signal === undefined ? watch.signal : AbortSignal.any([watch.signal, signal]),
            onConnected: () => watch.progress(0),
        });
        if ('error' in sent)
            throw sent.error;
        const { answer } = sent;
        watch.progress(0);
        if (!isTransient(answer.status))
            return { value: await read({ ...answer, body: watch.over(answer.body) }) };
        answer.discard();
        return { failure: `answered ${answer.status}`, retryAfter: retryAfterOf(answer) };
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            throw new cache_backend/* CacheTrouble */.E(error.message, { cause: error });
        if (error instanceof cache_backend/* CacheTrouble */.E)
            throw error;
        const failure = watch.complaint() ?? (signal?.aborted === true ? 'it was stopped' : connectionFailure(error));
        if (failure === undefined)
            throw error;
        return { failure };
    }
    finally {
        watch.end();
    }
}
/** What the connection did, or undefined for an error that is none of its own. */
function connectionFailure(error) {
    const errno = (0,errors/* errnoOf */.UQ)(error);
    if (errno === undefined && !(error instanceof Interrupted))
        return undefined;
    // Where a host has several addresses, the error of them all has no message.
    return (0,redact/* redact */.E$)((0,errors/* messageOf */.bD)(error)) || errno;
}
function isTransient(status) {
    return status === 408 || status === 425 || status === 429 || status >= 500;
}
/** Milliseconds that the service asks to wait, in seconds or by a date (RFC 9110 §10.2.3). */
function retryAfterOf({ headers }) {
    const value = String(headers['retry-after'] ?? '').trim();
    if (value === '')
        return undefined;
    const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
    return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
/** Gives a connection up that is silent for so long, or slower than `slowestRate` from then on. */
function watchOver(stall) {
    const controller = new AbortController();
    const start = performance.now();
    let complaint;
    let transferred = 0;
    const giveUp = (why) => {
        complaint ??= why;
        controller.abort();
    };
    const silence = setTimeout(() => giveUp(`no byte for ${stall / 1000} s`), stall);
    const progress = (bytes) => {
        transferred += bytes;
        silence.refresh();
        const spent = performance.now() - start;
        if (bytes > 0 && spent > 3 * stall && transferred < slowestRate * spent)
            giveUp('slower than 32 kB/s');
    };
    return {
        signal: controller.signal,
        progress,
        over: async function* (pieces) {
            for await (const piece of pieces) {
                progress(piece.byteLength);
                yield piece;
            }
        },
        complaint: () => complaint,
        end: () => {
            clearTimeout(silence);
            controller.abort();
        },
    };
}
/** How long an origin has been in trouble, so that many entries do not each wait for it in vain. */
function createPatience(most) {
    let [first, last] = [-Infinity, -Infinity];
    return {
        isOver: () => last - first > most && performance.now() - last < most,
        strain: () => {
            if (performance.now() - last > most)
                first = performance.now();
            last = performance.now();
        },
        end: () => {
            ;
            [first, last] = [-Infinity, -Infinity];
        },
    };
}

;// CONCATENATED MODULE: ./lib/cache/blob-entry.js
/** An entry behind a signed address, read by ranges (RFC 9110 §14). */







/** Bytes that come with opening: whole small entries, the head of others. */
const headBytes = 1 << 20;
/** Bytes that one request asks for: longer reads are parts, several at a time. */
const partBytes = 8 << 20;
/** Opens the entry with its first bytes. Throws CacheTrouble. */
async function openBlobEntry(options) {
    const { backend, key } = options;
    const blob = { ...options, lease: createLease(options) };
    const opened = await (0,cache_backend/* asTrouble */.S)(backend, () => readHead(blob));
    if ('path' in opened) {
        const release = () => (0,promises_.rm)(opened.path, { force: true });
        return (0,cache_backend/* asTrouble */.S)(backend, () => (0,file_entry/* openFileEntry */.TT)({ backend, key, path: opened.path, release }));
    }
    const { size, head } = opened;
    return {
        key,
        size,
        descriptor: undefined,
        read: async (start, end, memory) => {
            (0,file_entry/* assertInside */.TQ)({ key, size }, start, end);
            const bytes = (0,file_entry/* roomFor */.N_)(end - start, memory);
            const known = start < head.length ? head.copy(bytes, 0, start, Math.min(end, head.length)) : 0;
            const starts = Array.from({ length: Math.ceil((end - start - known) / partBytes) }, (_, i) => known + i * partBytes);
            await (0,concurrency/* mapBounded */.y)(starts, mostConnections, async (offset) => {
                await fill({ ...blob, size }, bytes.subarray(offset, offset + partBytes), start + offset);
            });
            return bytes;
        },
        close: async () => { },
    };
}
/** Gives the address in force; where the storage refuses it, another one is asked for, once for all that were refused. */
function createLease({ url, renew, key }) {
    let current = Promise.resolve(url);
    const renewed = async () => {
        const next = await renew();
        if (next === undefined)
            throw vanished(key);
        return next;
    };
    return async (use) => {
        const first = current;
        const result = await use(await first);
        if (result !== 'refused')
            return result;
        if (current === first)
            current = renewed();
        const again = await use(await current);
        if (again === 'refused')
            throw vanished(key);
        return again;
    };
}
function vanished(key) {
    return new cache_backend/* CacheTrouble */.E(`the cache entry \`${key}\` was removed while it was read`);
}
/** The first bytes and the size of the whole; all of it, in a file, where the storage ignores ranges. */
async function readHead({ key, lease, send, temporary }) {
    const request = getOf(key, () => [0, headBytes]);
    return lease(url => send({ ...request, url }, async (answer) => {
        const { status } = answer;
        if (isRefused(status))
            return 'refused';
        // Nothing begins at the first byte of an empty blob.
        if (status === 416)
            return { size: 0, head: Buffer.alloc(0) };
        if (status === 200)
            return { path: await download(answer, temporary) };
        const { size } = rangeOf(answer, { key, start: 0 });
        const head = Buffer.allocUnsafeSlow(Math.min(size, headBytes));
        if ((await pour(answer, head)) < head.length)
            throw new Interrupted('the answer ended early');
        return { size, head };
    }));
}
/** Reads from `start` until `target` is full; after an interruption, from where it broke off. */
async function fill({ key, size, lease, send }, target, start) {
    let filled = 0;
    const request = getOf(key, () => [start + filled, start + target.length]);
    await lease(url => send({ ...request, url }, async (answer) => {
        if (isRefused(answer.status))
            return 'refused';
        const range = rangeOf(answer, { key, start: start + filled });
        if (range.size !== size)
            throw vanished(key);
        await pour(answer, target.subarray(filled), count => {
            filled += count;
        });
        if (filled < target.length)
            throw new Interrupted('the answer ended early');
        return 'filled';
    }));
}
function getOf(key, range) {
    const headers = () => {
        const [start, end] = range();
        return { 'accept-encoding': 'identity', range: `bytes=${start}-${end - 1}` };
    };
    return { what: `reading \`${key}\``, method: 'GET', headers };
}
/** An address that expired or never was valid, or a blob that is gone. */
function isRefused(status) {
    return status === 401 || status === 403 || status === 404 || status === 410;
}
/** Throws CacheTrouble unless the answer is the range that begins at `start`. */
function rangeOf({ status, headers }, { key, start }) {
    const given = String(headers['content-range'] ?? '');
    const [, first, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(given) ?? [];
    if (status !== 206 || Number(first) !== start || headers['content-encoding'] !== undefined) {
        const what = status === 206 ? `the range \`${given}\`` : `status ${status}`;
        throw new cache_backend/* CacheTrouble */.E(`the cache entry \`${key}\`: asked for bytes from ${start}, got ${what}`);
    }
    return { size: Number(size) };
}
/** Copies the body into `target`, from its beginning, and returns how many bytes came. Throws CacheTrouble for too many. */
async function pour({ body }, target, onBytes) {
    let filled = 0;
    for await (const piece of body) {
        if (piece.byteLength > target.length - filled)
            throw new cache_backend/* CacheTrouble */.E('the storage of the cache sent too many bytes');
        target.set(piece, filled);
        filled += piece.byteLength;
        onBytes?.(piece.byteLength);
    }
    return filled;
}
/** Writes the whole body to a file of `temporary` and returns its path. */
async function download({ body, headers }, temporary) {
    await (0,promises_.mkdir)(temporary, { recursive: true });
    const path = (0,external_node_path_.join)(temporary, `${(0,external_node_crypto_.randomUUID)()}.entry`);
    try {
        const file = await (0,promises_.open)(path, 'wx');
        let size = 0;
        try {
            for await (const piece of body) {
                await file.writeFile(piece);
                size += piece.byteLength;
            }
        }
        finally {
            await file.close();
        }
        const expected = headers['content-length'];
        if (expected !== undefined && Number(expected) !== size)
            throw new Interrupted('the answer ended early');
        return path;
    }
    catch (error) {
        await (0,promises_.rm)(path, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/cache/blob-upload.js
/** Uploads to a signed address as Azure's block blobs: https://learn.microsoft.com/rest/api/storageservices/put-block */





/** Bytes of a file that one request carries. */
const blockBytes = 16 << 20;
/** Bytes of it that are in memory. */
const pieceBytes = 256 << 10;
/**
 * Uploads a file and returns its size in bytes: a small one by one request, another as blocks, several at a time, then the
 * list that joins them. Throws CacheTrouble, and errors of the file system.
 */
async function uploadBlob(upload) {
    const file = await (0,promises_.open)(upload.path, 'r');
    try {
        const { size } = await file.stat();
        if (size <= blockBytes) {
            await put(upload, { ...contentOf(file, 0, size), headers: { 'x-ms-blob-type': 'BlockBlob' } });
            return size;
        }
        const starts = Array.from({ length: Math.ceil(size / blockBytes) }, (_, index) => index * blockBytes);
        await (0,concurrency/* mapBounded */.y)(starts, mostConnections, start => put(upload, {
            ...contentOf(file, start, Math.min(size, start + blockBytes)),
            query: `comp=block&blockid=${encodeURIComponent(blockId(start))}`,
        }));
        await put(upload, { ...listOf(starts.map(blockId)), query: 'comp=blocklist' });
        return size;
    }
    finally {
        await file.close();
    }
}
/** All identifiers of a blob are of one length. */
function blockId(start) {
    return Buffer.from(String(start).padStart(16, '0')).toString('base64');
}
function contentOf(file, start, end) {
    const body = async function* () {
        for (let position = start; position < end; position += pieceBytes) {
            yield await (0,file_entry/* readExactly */.Lo)(file, { start: position, end: Math.min(end, position + pieceBytes) });
        }
    };
    return { length: end - start, body };
}
function listOf(ids) {
    const latest = ids.map(id => `<Latest>${id}</Latest>`).join('');
    const list = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${latest}</BlockList>`);
    const body = async function* () {
        yield list;
    };
    return { length: list.byteLength, body };
}
async function put({ url, send }, { length, body, query, headers }) {
    const request = {
        what: 'uploading',
        url: withQuery(url, query),
        method: 'PUT',
        headers: () => ({ ...headers, 'content-length': String(length), 'content-type': 'application/octet-stream' }),
        body,
    };
    const status = await send(request, async (answer) => {
        // An answer that is read to its end leaves the connection for the next block.
        for await (const _ of answer.body)
            ;
        return answer.status;
    });
    if (status < 200 || status > 299)
        throw new cache_backend/* CacheTrouble */.E(`the storage of the cache refused an upload: ${status}`);
}
/** Appends, since writing the parameters anew could spell the signature in another way. */
function withQuery(url, query) {
    const whole = new URL(url);
    if (query !== undefined)
        whole.search = whole.search === '' ? query : `${whole.search}&${query}`;
    return whole;
}

;// CONCATENATED MODULE: ./lib/cache/github-calls.js
/** The three calls of GitHub's cache service, version 2: Twirp over JSON, as `@actions/cache` speaks it. */



/** Entries of one version are never mixed with those of another: ours are raw files, those of `@actions/cache` archives. */
const entryVersion = (0,external_node_crypto_.createHash)('sha256').update('wheelcrew: a raw file, 1').digest('hex');
const longestReply = 1 << 20;
const longestMessage = 200;
/** Makes the calls. They throw CacheTrouble for whatever is no plain answer. */
function githubCalls(options) {
    const lookUp = async ([key, ...prefixes]) => {
        const reply = await github_calls_call(options, 'GetCacheEntryDownloadURL', { key, restore_keys: prefixes });
        if (reply.status === 404 || (reply.isOk !== true && reply.status === 200))
            return undefined;
        const matched = reply.fields.matched_key;
        return { key: typeof matched === 'string' ? matched : '', url: signedUrl(reply, 'signed_download_url') };
    };
    return {
        lookUp,
        reserve: async (key) => {
            const reply = await github_calls_call(options, 'CreateCacheEntry', { key });
            if (reply.isOk)
                return signedUrl(reply, 'signed_upload_url');
            if (reply.message.startsWith('cache write denied')) {
                throw new cache_backend/* CacheTrouble */.E(`the cache is read-only for this job: ${reply.message}`);
            }
            // There, or being saved by another job.
            if (reply.status === 409 || (reply.status !== 404 && reply.message === ''))
                return undefined;
            if ((await lookUp([key]))?.key === key)
                return undefined;
            throw refusal(reply);
        },
        finish: async (key, size) => {
            const reply = await github_calls_call(options, 'FinalizeCacheEntryUpload', { key, size_bytes: String(size) });
            // An answer that was lost on the way makes the second attempt fail.
            if (!reply.isOk && (await lookUp([key]))?.key !== key)
                throw refusal(reply);
        },
    };
}
async function github_calls_call({ address, token, send }, method, message) {
    const body = Buffer.from(JSON.stringify({ ...message, version: entryVersion }));
    const request = {
        what: method,
        url: new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, address),
        method: 'POST',
        headers: () => ({
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'content-length': String(body.byteLength),
        }),
        body: async function* () {
            yield body;
        },
    };
    const { status, text } = await send(request, async (answer) => ({ status: answer.status, text: await textOf(answer) }));
    const fields = fieldsOf(text);
    const isSuccess = status >= 200 && status <= 299;
    if (isSuccess && fields === undefined)
        throw new cache_backend/* CacheTrouble */.E(`the GitHub cache service: ${method}: no JSON came`);
    const given = isSuccess ? fields?.message : fields?.msg;
    const shown = (0,redact/* redact */.E$)(typeof given === 'string' ? given : '')
        .replaceAll(token, '***')
        .slice(0, longestMessage);
    const reply = { method, status, isOk: isSuccess && fields?.ok === true, message: shown, fields: fields ?? {} };
    const isAnswer = isSuccess || status === 404 || status === 409 || shown.startsWith('cache write denied');
    if (!isAnswer)
        throw refusal(reply);
    return reply;
}
function refusal({ method, status, message }) {
    const said = message === '' ? `answered ${status}` : `answered ${status}, \`${message}\``;
    return new cache_backend/* CacheTrouble */.E(`the GitHub cache service: ${method}: ${said}`);
}
async function textOf({ body }) {
    const pieces = [];
    let bytes = 0;
    for await (const piece of body) {
        bytes += piece.byteLength;
        if (bytes > longestReply)
            throw new cache_backend/* CacheTrouble */.E('the GitHub cache service: the answer to a call has no end');
        pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
}
function fieldsOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function signedUrl({ method, fields }, field) {
    const address = fields[field];
    if (typeof address !== 'string' || !/^https?:\/\//i.test(address) || !URL.canParse(address)) {
        throw new cache_backend/* CacheTrouble */.E(`the GitHub cache service: ${method}: no address came`);
    }
    return new URL(address);
}

;// CONCATENATED MODULE: ./lib/cache/github-service.js
/** GitHub's cache service, version 2, by its own calls: entries are raw files, read by ranges and written in blocks. */






const github_service_name = 'github';
/** Makes the backend. An entry of another job's making is there, or coming: `save` then answers `'present'`. */
function githubServiceBackend(options) {
    const send = createRequester('the GitHub cache service', options);
    const service = { ...options, send, calls: githubCalls({ ...options, send }) };
    return {
        name: github_service_name,
        scoped: true,
        open: (key, prefixes) => github_service_openEntry(service, key, prefixes),
        has: async (key) => (await find(service, [key])) !== undefined,
        save: (key, make) => github_service_saveEntry(service, key, make),
    };
}
async function github_service_openEntry(service, key, prefixes) {
    const found = await find(service, (0,github_rules/* askedKeys */.Zf)(key, prefixes));
    if (found === undefined)
        return undefined;
    const renew = async () => (await find(service, [found.key]))?.url;
    return openBlobEntry({ backend: github_service_name, ...found, renew, send: service.send, temporary: service.temporary });
}
/** A key that is only a prefix of another may get that one as an answer: the prefixes are then asked for alone. */
async function find(service, keys) {
    if (!(0,github_rules/* grantedAccess */.Ie)(service.mode).read)
        return undefined;
    for (const key of keys)
        (0,github_rules/* assertKey */.sM)(key);
    const found = await service.calls.lookUp(keys);
    if (found === undefined || (0,github_rules/* isWanted */.Yu)(found.key, keys))
        return found;
    const [, prefix, ...others] = keys;
    if (prefix === undefined)
        return undefined;
    const second = await service.calls.lookUp([prefix, ...others]);
    return second !== undefined && (0,github_rules/* isWanted */.Yu)(second.key, keys) ? second : undefined;
}
/** Reserves the key first, which a read-only token cannot; nothing is visible before the last call. */
async function github_service_saveEntry({ mode, calls, send }, key, make) {
    (0,github_rules/* assertMayWrite */.vK)(mode);
    (0,github_rules/* assertKey */.sM)(key);
    const url = await calls.reserve(key);
    if (url === undefined)
        return 'present';
    const path = await make();
    const size = await (0,cache_backend/* asTrouble */.S)(github_service_name, () => uploadBlob({ url, path, send }));
    await calls.finish(key, size);
    return 'saved';
}

;// CONCATENATED MODULE: ./lib/cache/choose.js
/** Which cache a run uses. */







/**
 * Makes the backend that `cache-backend` names: `auto`, `none`, `github` or `file:///directory`.
 * Throws UserError CACHE_BACKEND_UNKNOWN or CACHE_BACKEND_UNSUPPORTED (usage).
 */
function chooseBackend(setting, options) {
    const [name, ...others] = setting.split(/[\s,]+/).filter(part => part !== '');
    if (others.length > 0)
        throw unsupported(setting, 'several tiers are');
    const absent = (0,cache_absent/* absentBackend */.m)(setting, options.host.env);
    if (absent !== undefined)
        return { backend: undefined, reason: absent };
    if (name === 'github' || name === 'auto' || name === undefined)
        return chooseGithub(options);
    if (name.startsWith('file:'))
        return { backend: directoryBackend(directoryOf(name)), reason: `\`${name}\` is named` };
    if (/^(?:s3|https?):\/\//.test(name))
        throw unsupported(name, `\`${name.slice(0, name.indexOf(':') + 3)}\` is`);
    throw unknown(name, 'it is none of `auto`, `none`, `github`, `file:///directory`');
}
function chooseGithub({ host, transport, signal, ...options }) {
    const offer = (0,github_rules/* githubOffer */.YV)(host.env);
    if (offer === undefined) {
        return { backend: undefined, reason: 'the GitHub cache service is not offered to this process' };
    }
    const mode = host.env.ACTIONS_CACHE_MODE;
    if (offer.by === 'toolkit') {
        const reason = `the GitHub cache service is offered, through @actions/cache: ${offer.reason}`;
        return { backend: githubBackend({ ...options, mode }), reason };
    }
    const backend = githubServiceBackend({ ...options, ...offer, mode, transport, signal });
    return { backend, reason: 'the GitHub cache service is offered, by its own calls' };
}
function directoryOf(address) {
    if (!address.startsWith('file:///'))
        throw unknown(address, 'expected an absolute path after `file://`');
    try {
        return (0,external_node_url_.fileURLToPath)(address);
    }
    catch (error) {
        throw unknown(address, (0,errors/* messageOf */.bD)(error));
    }
}
function unknown(name, reason) {
    const hint = 'name `auto`, `none`, `github` or `file:///directory`';
    return (0,errors/* usageError */.Wp)('CACHE_BACKEND_UNKNOWN', `\`cache-backend\` cannot be \`${name}\`: ${reason}`, hint);
}
function unsupported(setting, what) {
    const hint = 'use `github` or `file:///directory`';
    return (0,errors/* usageError */.Wp)('CACHE_BACKEND_UNSUPPORTED', `\`cache-backend\` is \`${setting}\`, but ${what} not available yet`, hint);
}


/***/ }),

/***/ 5127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ readExactly),
/* harmony export */   N_: () => (/* binding */ roomFor),
/* harmony export */   TQ: () => (/* binding */ assertInside),
/* harmony export */   TT: () => (/* binding */ openFileEntry)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6438);
/** An entry that lies as a file of this machine. */


/** Opens the file, which may be removed meanwhile: it is read through one handle. Errors of opening it pass. */
async function openFileEntry({ backend, key, path, release }) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const { size } = await file.stat();
        return {
            key,
            size,
            descriptor: file.fd,
            read: (start, end, memory) => (0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .asTrouble */ .S)(backend, async () => {
                assertInside({ key, size }, start, end);
                return readExactly(file, { start, end }, memory);
            }),
            close: () => (0,_backend_js__WEBPACK_IMPORTED_MODULE_1__/* .asTrouble */ .S)(backend, async () => {
                await file.close();
                await release?.();
            }),
        };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** Throws CacheTrouble unless the entry has all bytes from `start` up to `end`. */
function assertInside({ key, size }, start, end) {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > size) {
        throw new _backend_js__WEBPACK_IMPORTED_MODULE_1__/* .CacheTrouble */ .E(`the cache entry \`${key}\` has ${size} bytes, not those from ${start} to ${end}`);
    }
}
/** So many bytes of `memory`, where that is long enough, or fresh ones. */
function roomFor(size, memory) {
    return memory !== undefined && memory.length >= size ? memory.subarray(0, size) : Buffer.allocUnsafeSlow(size);
}
/** The bytes from `start` up to `end`, in `memory` where that is long enough. Throws CacheTrouble where the file ends before. */
async function readExactly(file, { start, end }, memory) {
    const size = end - start;
    const bytes = roomFor(size, memory);
    for (let filled = 0; filled < size;) {
        const { bytesRead } = await file.read(bytes, filled, size - filled, start + filled);
        if (bytesRead === 0)
            throw new _backend_js__WEBPACK_IMPORTED_MODULE_1__/* .CacheTrouble */ .E(`a file ended at ${start + filled} bytes, expected ${end}`);
        filled += bytesRead;
    }
    return bytes;
}


/***/ }),

/***/ 226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ rangeCount),
/* harmony export */   Ll: () => (/* binding */ isRangeSum),
/* harmony export */   R6: () => (/* binding */ rangeSum),
/* harmony export */   Yl: () => (/* binding */ imageRanges),
/* harmony export */   so: () => (/* binding */ imageRangeBytes)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/**
 * Images move in ranges, each with a CRC-32 of its own: what arrives is checked before it is written, and never read again.
 * That finds damage (bytes that are cut off, torn or flipped), not malice: whoever writes an entry writes the manifest that
 * lists the sums. Pure.
 */

/** Bytes of every range but the last: part of the format of manifests. */
const imageRangeBytes = 4 << 20;
/** How many ranges an entry of `size` bytes has. */
function rangeCount(size) {
    return Math.ceil(size / imageRangeBytes);
}
/** The ranges of an entry of `size` bytes, in order. */
function imageRanges(size) {
    return Array.from({ length: rangeCount(size) }, (_, index) => {
        const start = index * imageRangeBytes;
        return { index, start, end: Math.min(size, start + imageRangeBytes) };
    });
}
/** What a manifest lists of a range: its CRC-32 as zlib has it, in 8 hex digits. */
function rangeSum(bytes) {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(bytes).toString(16).padStart(8, '0');
}
function isRangeSum(value) {
    return typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
}


/***/ }),

/***/ 2009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ planDigest),
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   T_: () => (/* binding */ buildKeys),
/* harmony export */   Xr: () => (/* binding */ cacheKeys),
/* harmony export */   bY: () => (/* binding */ filesOfImages),
/* harmony export */   ep: () => (/* binding */ blobDigest),
/* harmony export */   l7: () => (/* binding */ packKey),
/* harmony export */   p2: () => (/* binding */ imageKey),
/* harmony export */   sI: () => (/* binding */ buildKey),
/* harmony export */   w0: () => (/* binding */ builtKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5078);
/* harmony import */ var _wheel_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4003);
/** Keys of the remote cache: a digest of the inputs of a run, then the source revision. Pure. */



/**
 * Digest of what is asked for, never of what a resolver made of it: 16 hex digits. Index addresses (without credentials)
 * count only where an input has no hashes, of the interpreter what tells which binaries it loads.
 */
function planDigest(inputs) {
    const { files, extras, groups, flags, python, platform, indexes, suffix } = inputs;
    const [major, minor] = python.version.split('.');
    const [best = ''] = python.tags;
    const canonical = [
        files.map(({ role, lines }) => JSON.stringify([role, lines])).sort(),
        [...extras].sort(),
        [...groups].sort(),
        Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1)),
        [python.implementation, major, minor, python.magicNumber, (0,_wheel_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagFamily */ .V)(best)],
        [platform.os, platform.arch, platform.libc],
        files.every(({ isHashed }) => isHashed)
            ? []
            : indexes.map(address => (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .stripCredentials */ .PH)(address).replace(/\/+$/, '')),
        suffix,
    ];
    return sha256(JSON.stringify(canonical)).slice(0, 16);
}
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/**
 * `wheelcrew-1-<os>-<arch>-<cache tag>-<scope>-<plan digest>-<revision>.<content>.`: parts of varying length come before hashes of a
 * fixed one and a terminator, so that no key is a prefix of another.
 */
function cacheKeys(parts) {
    const bases = scopesOf(parts).map(name => `${family}-${name}-`);
    const [own, ...others] = bases.map(base => `${base}${parts.planDigest}-${revisionPart(parts.revision)}.`);
    return {
        manifest: own ?? '',
        prefixes: [...others, ...bases.map(base => `${base}${parts.planDigest}-`), ...bases],
    };
}
/**
 * Key of a manifest: its content decides, so that one which is incomplete or names a lost pack gives way to a newer one of the
 * same revision, and jobs that save the same make one entry.
 */
function manifestKey(beginning, { lock, packs, images = [] }) {
    const digests = [...packs, ...images.flatMap(filesOfImages)].map(({ digest }) => digest);
    const content = JSON.stringify([lock, digests.sort()]);
    return `${beginning}${sha256(content).slice(0, 16)}.`;
}
/** Key of the pack with this digest: its content alone decides, so that every plan and ref shares it. */
function packKey(digest) {
    return `${family}-pack-${digest}.`;
}
/** Key of the entry of an image, or of its plan, by its `blobDigest`: every job of a matrix that makes the same shares it. */
function imageKey(digest) {
    return `${family}-image-${digest}.`;
}
/**
 * `wheelcrew-1-build-<os>-<arch>-<cache tag>-<scope>-<first key>-<second key>.<content>.` and
 * `wheelcrew-1-claim-…-<first key>-<minutes>-<state>.`: the kind comes first, so that no prefix of a manifest matches them.
 */
function buildKeys(parts, first) {
    const [own = '', ...others] = scopesOf(parts).map(name => `${name}-${first}-`);
    const beginnings = (kind) => [
        `${family}-${kind}-${own}`,
        ...others.map(other => `${family}-${kind}-${other}`),
    ];
    return { builds: beginnings('build'), claims: beginnings('claim') };
}
/** Key of the entry of a build; `text` is all that it says. */
function buildKey(beginning, second, text) {
    return `${beginning}${second}.${sha256(text).slice(0, 16)}.`;
}
/** Key of the product of a build, by its `blobDigest`: its bytes alone decide. */
function builtKey(digest) {
    return `${family}-built-${digest}.`;
}
/** By which the entry of these bytes is known: their sha256, unless that is `spoiled`: then another, on which all jobs agree. */
function blobDigest(bytes, spoiled) {
    let digest = bytes;
    while (spoiled.includes(digest))
        digest = sha256(`not ${digest}`);
    return digest;
}
/** All entries that an environment in images consists of. */
function filesOfImages({ plan, layers }) {
    return [plan, ...layers];
}
/** Name and version of the key format. */
const family = 'wheelcrew-1';
const longestSuffix = 64;
/** The own scope, then others that may be read; all that comes before hashes of a fixed length. */
function scopesOf({ platform, python, suffix, ref, readableRefs = [] }) {
    const refs = ref === '' ? [''] : [...new Set([ref, ...readableRefs])];
    return refs.map(name => `${platform.os}-${platform.arch}-${python.cacheTag}-${scope(suffix, name)}`);
}
/** Never holds a `-`, and is there even when empty: else a run without a suffix would match the entries of one with. */
function scope(suffix, ref) {
    const escaped = encodeURIComponent(suffix).replace(/[-_.!~*'()]/g, mark => `%${mark.charCodeAt(0).toString(16)}`);
    const name = escaped.length > longestSuffix ? sha256(suffix).slice(0, 16) : escaped;
    return ref === '' ? name : `${name}@${sha256(ref).slice(0, 12)}`;
}
function revisionPart(revision) {
    return /^[0-9a-f]{40}$/.test(revision) ? revision : sha256(revision).slice(0, 40);
}


/***/ }),

/***/ 6407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ formatManifest),
  N: () => (/* binding */ parseManifest)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/cache/image-ranges.js
var image_ranges = __webpack_require__(226);
;// CONCATENATED MODULE: ./lib/cache/shape.js
/** Whether parsed JSON is of a type of ours: one check a field. Pure. */
function isObject(value, checks) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const fields = value;
    for (const name in checks) {
        if (checks[name]?.(Object.hasOwn(fields, name) ? fields[name] : undefined) === false)
            return false;
    }
    return true;
}
function isRecordOf(check) {
    return value => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check);
}
function isListOf(check) {
    return value => Array.isArray(value) && value.every(check);
}
function isOptional(check) {
    return value => value === undefined || check(value);
}
function isText(value) {
    return typeof value === 'string';
}
function isFlag(value) {
    return typeof value === 'boolean';
}
/** A whole number of bytes. */
function isCount(value) {
    return Number.isSafeInteger(value) && Number(value) >= 0;
}
function isSha256(value) {
    return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

;// CONCATENATED MODULE: ./lib/cache/lock-shape.js

const fileChecks = {
    filename: isText,
    url: isOptional(isText),
    path: isOptional(isText),
    size: isOptional(isCount),
    hashes: isRecordOf(isText),
    oneOf: isOptional(isRecordOf(isListOf(isText))),
    subdirectory: isOptional(isText),
};
const isFile = value => isObject(value, fileChecks);
const directoryChecks = {
    kind: kind => kind === 'directory',
    path: isText,
    isEditable: isFlag,
    subdirectory: isOptional(isText),
};
const repositoryChecks = {
    kind: kind => kind === 'vcs',
    url: isRepositoryUrl,
    commit: isOptional(isCommit),
    requestedRevision: isOptional(isText),
    subdirectory: isOptional(isText),
};
const isSource = value => isObject(value, directoryChecks) || isObject(value, repositoryChecks);
const distributionChecks = {
    name: isText,
    version: isOptional(isText),
    marker: isOptional(isText),
    requiresPython: isOptional(isText),
    wheels: isListOf(isFile),
    sdist: isOptional(isFile),
    archive: isOptional(isFile),
    source: isOptional(isSource),
    directUrl: isOptional(value => isObject(value, { url: isText })),
    requested: isFlag,
};
const lockChecks = {
    source: isText,
    requiresPython: isOptional(isText),
    environments: isListOf(isText),
    distributions: isListOf(value => isObject(value, distributionChecks)),
    extras: isListOf(isText),
    dependencyGroups: isListOf(isText),
    warnings: isListOf(isText),
};
/** Whether parsed JSON is a lock. */
const isLock = value => isObject(value, lockChecks);
/** What Git is given: nothing that it takes for an option, or for a program to run. */
function isRepositoryUrl(value) {
    return typeof value === 'string' && /^(?:(?:https?|ssh|git|file):\/\/|[\w.][\w.-]*@[\w.-]+:)/i.test(value);
}
function isCommit(value) {
    return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);
}

;// CONCATENATED MODULE: ./lib/cache/manifest.js
/** A manifest: which packs hold the wheels of one plan at one source revision, and the lock that they fulfil. Pure. */




/** Compresses half again as well as the level of packs, at a few milliseconds. */
const level = 9;
/** Bytes of JSON: no manifest comes near it, and a bomb does not go beyond. */
const longestText = 64 << 20;
/** The bytes of a manifest: one JSON object as a zstd frame. */
function formatManifest(manifest) {
    const params = { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: level, [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1 };
    return (0,external_node_zlib_.zstdCompressSync)(JSON.stringify(manifest), { params });
}
/** Parses a manifest; undefined when any part is not as it should be, which is a miss. */
function parseManifest(bytes) {
    const value = parseJson(bytes);
    return isObject(value, manifestChecks) ? value : undefined;
}
function parseJson(bytes) {
    try {
        return JSON.parse((0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: longestText }).toString('utf8'));
    }
    catch {
        return undefined;
    }
}
const fileIngredientChecks = { digest: isText, versions: isRecordOf(isText) };
const ingredientsChecks = {
    files: isRecordOf(value => isObject(value, fileIngredientChecks)),
    settings: isRecordOf(isText),
};
const ratesChecks = { fetch: isOptional(isRate), prepare: isOptional(isRate) };
const itemChecks = { sha256: isSha256, size: isCount, bytecode: isText };
const packChecks = {
    digest: isSha256,
    bytes: isOptional(isCount),
    items: isListOf(value => isObject(value, itemChecks)),
};
const imageFileChecks = {
    digest: isSha256,
    sha256: isSha256,
    size: isCount,
    rangeSums: isListOf(image_ranges/* isRangeSum */.Ll),
};
const imageLayerChecks = { ...imageFileChecks, name: isSha256 };
const isImageFile = value => isObject(value, imageFileChecks) && isSummed(value);
const isImageLayer = value => isObject(value, imageLayerChecks) && isSummed(value);
function isSummed({ size, rangeSums }) {
    return rangeSums.length === (0,image_ranges/* rangeCount */.Fs)(size);
}
const imagesChecks = {
    key: isSha256,
    root: isText,
    user: isCount,
    plan: isImageFile,
    layers: value => Array.isArray(value) && value.length > 0 && value.every(isImageLayer),
};
const manifestChecks = {
    format: format => format === 6,
    revision: isText,
    planDigest: isText,
    ingredients: value => isObject(value, ingredientsChecks),
    lock: isLock,
    packs: isListOf(value => isObject(value, packChecks)),
    images: isOptional(isListOf(value => isObject(value, imagesChecks))),
    rates: isOptional(value => isObject(value, ratesChecks)),
    createdBy: isText,
};
/** Bytes per second. */
function isRate(value) {
    return Number.isFinite(value) && Number(value) > 0;
}


/***/ }),

/***/ 9711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ remember)
/* harmony export */ });
/** The same answer, made once for each text. */
function remember(make) {
    const known = new Map();
    return text => {
        const value = known.get(text) ?? make(text);
        known.set(text, value);
        return value;
    };
}


/***/ }),

/***/ 4003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ tagFamily),
/* harmony export */   y: () => (/* binding */ wheelFilter)
/* harmony export */ });
/* harmony import */ var _remember_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9711);
/** Which wheels an interpreter may load, by their names (PEP 425, PyPA page "Platform compatibility tags"). Pure. */

/**
 * Judges wheels by their names; what is no wheel's name passes, as planning will refuse it. `form` says as what a tag
 * counts. The thousand wheels of a lock have few sets of tags, so each set is judged once.
 */
function wheelFilter(tags, form = tag => tag) {
    const known = new Set(tags.map(form));
    const isLoaded = (0,_remember_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .k)(set => expand(set).some(tag => known.has(form(tag))));
    return filename => {
        const set = filename.length > longestName ? undefined : namePattern.exec(filename)?.[1];
        return set === undefined || isLoaded(set);
    };
}
/** No wheel has a longer name; one of this length stands for thousands of tags at most. */
const longestName = 255;
/** `{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl` */
const namePattern = /^[^-]+-[^-]+(?:-[^-]+)?-([^-]+-[^-]+-[^-]+)\.whl$/;
function expand(set) {
    const [pythons = [], abis = [], platforms = []] = set
        .toLowerCase()
        .split('-')
        .map(part => part.split('.'));
    return pythons.flatMap(python => abis.flatMap(abi => platforms.map(platform => `${python}-${abi}-${platform}`)));
}
/**
 * A tag without the version of its platform: `cp311-abi3-manylinux_2_28_x86_64` → `cp311-abi3-manylinux_x86_64`.
 * Interpreters of one kind, on systems of any age, load wheels of the same families.
 */
function tagFamily(tag) {
    const start = tag.lastIndexOf('-') + 1;
    return tag.slice(0, start) + tag.slice(start).replace(/^([a-z]+)\d*(?:_\d+)*(?=_[a-z])/, '$1');
}


/***/ }),

/***/ 7027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ digestFileWith),
/* harmony export */   T: () => (/* binding */ digestFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/** Digests of files, read in large pieces. */


const pieceBytes = 1 << 20;
/** The sha256 of a file. Blocks the thread, since that is fastest: call it in a worker. */
function digestFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const piece = Buffer.allocUnsafe(pieceBytes);
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        let size = 0;
        for (let count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, piece); count > 0; count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, piece)) {
            hash.update(count === pieceBytes ? piece : piece.subarray(0, count));
            size += count;
        }
        return { sha256: hash.digest('hex'), size };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
    }
}
/** The digest of a file by another algorithm, in OpenSSL's name; the few that need it have no thread of their own. */
async function digestFileWith(algorithm, path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
    for await (const piece of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: pieceBytes }))
        hash.update(piece);
    return hash.digest();
}


/***/ }),

/***/ 243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gj: () => (/* binding */ cacheTransport),
  e7: () => (/* binding */ describeCache),
  il: () => (/* binding */ ignoreTrouble),
  bp: () => (/* binding */ openCache),
  Kg: () => (/* binding */ restoredLock),
  rM: () => (/* binding */ withEntry)
});

// EXTERNAL MODULE: ./lib/cache/backend.js
var backend = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/cache/choose.js + 8 modules
var choose = __webpack_require__(2811);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/cache/wheel-tags.js
var wheel_tags = __webpack_require__(4003);
;// CONCATENATED MODULE: ./lib/cache/ingredients.js
/** What a plan was made of, by name, so that a miss can say what changed. Pure. */




/** The ingredients of a plan. */
function ingredientsOf(inputs) {
    const { files, extras, groups, flags, python, platform, indexes } = inputs;
    const list = (words) => [...words].sort().join(' ');
    const [major, minor] = python.version.split('.');
    const [best = ''] = python.tags;
    const places = files.every(({ isHashed }) => isHashed) ? [] : indexes;
    const settings = [
        ['extra', list(extras)],
        ['group', list(groups)],
        ...Object.entries(flags).map(([name, value]) => [name, String(value)]),
        ['Python', `${python.implementation} ${major}.${minor} (bytecode ${python.magicNumber})`],
        ['platform', `${platform.os} ${platform.arch} ${platform.libc}`.trim()],
        [binaryInterface, (0,wheel_tags/* tagFamily */.V)(best)],
        ['indexes', places.map(address => (0,redact/* stripCredentials */.PH)(address).replace(/\/+$/, '')).join(' ')],
    ];
    return {
        files: Object.fromEntries(files.filter(({ lines }) => lines.length > 0).map(ingredientOf)),
        settings: Object.fromEntries(settings.filter(([, value]) => value !== '')),
    };
}
/** The name of a setting that mostly follows from those of `impliedBy`. */
const binaryInterface = 'binary interface';
const impliedBy = ['Python', 'platform'];
function ingredientOf({ filename, lines, versions }) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
    return [(0,posix_.basename)(filename.replaceAll('\\', '/')), { digest, versions }];
}
/** What differs between two plans, in words: `pylock.toml`: numpy 2.3.4 → 2.3.5; extra: `a` → `a b`. Empty where nothing does. */
function describeDifference(before, after) {
    const [oldFiles, newFiles] = joinReplaced(before.files, after.files);
    const files = changedNames(oldFiles, newFiles, (one, other) => one.digest === other.digest);
    const settings = changedNames(before.settings, after.settings, (one, other) => one === other);
    const isImplied = settings.some(name => impliedBy.includes(name));
    const named = settings.filter(name => name !== binaryInterface || !isImplied);
    const changes = [
        ...files.map(name => describeFile(name, oldFiles[name], newFiles[name])),
        ...named.map(name => `${shown(name)}: ${quoted(before.settings[name])} → ${quoted(after.settings[name])}`),
    ];
    return changes.slice(0, mostChanges).join('; ');
}
/** More than there are inputs of a run: what was saved may name anything. */
const mostChanges = 20;
function changedNames(before, after, isSame) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.filter(name => {
        const [one, other] = [before[name], after[name]];
        return one === undefined || other === undefined || !isSame(one, other);
    });
}
/** Under one name what is the same input: a single file with versions in the place of a single other one. */
function joinReplaced(before, after) {
    const [from, ...othersGone] = namesOnlyIn(before, after);
    const [to, ...othersNew] = namesOnlyIn(after, before);
    if (from === undefined || to === undefined || othersGone.length + othersNew.length > 0)
        return [before, after];
    const name = `${from} → ${to}`;
    return [renamed(before, from, name), renamed(after, to, name)];
}
function namesOnlyIn(files, others) {
    return Object.entries(files).flatMap(([name, { versions }]) => others[name] === undefined && Object.keys(versions).length > 0 ? [name] : []);
}
function renamed(files, from, to) {
    return Object.fromEntries(Object.entries(files).map(([name, file]) => [name === from ? to : name, file]));
}
/** How many distributions of a file are named. */
const mostNamed = 3;
function describeFile(name, before, after) {
    if (before === undefined)
        return `\`${shown(name)}\` is new`;
    if (after === undefined)
        return `\`${shown(name)}\` is gone`;
    const changed = changedNames(before.versions, after.versions, (one, other) => one === other);
    if (changed.length === 0)
        return `\`${shown(name)}\` changed, no version of it did`;
    const named = changed
        .slice(0, mostNamed)
        .map(of => `${shown(of)} ${shown(before.versions[of])} → ${shown(after.versions[of])}`);
    const more = changed.length - named.length;
    return `\`${shown(name)}\`: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
const longestValue = 60;
function quoted(value) {
    return value === undefined ? 'none' : `\`${shown(value)}\``;
}
function shown(value) {
    if (value === undefined)
        return 'none';
    return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}

// EXTERNAL MODULE: ./lib/cache/key.js
var key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/cache/manifest.js + 2 modules
var cache_manifest = __webpack_require__(6407);
// EXTERNAL MODULE: ./lib/fetch/lazy-transport.js
var lazy_transport = __webpack_require__(2384);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/plan/requirement.js
var requirement = __webpack_require__(7668);
// EXTERNAL MODULE: ./lib/python/markers.js
var python_markers = __webpack_require__(9653);
;// CONCATENATED MODULE: ./lib/cache/normal-file.js
/** What counts in the files of a plan: without comments, layout, and what can never matter to this interpreter. Pure. */




/** Whether a marker may hold: one that is invalid, or asks for extras or groups, cannot be decided here. */
function mayApply(marker, { markers }) {
    return decide(marker, markers) !== false;
}
/** The value of a marker; undefined where it cannot be decided. */
function decide(marker, markers) {
    if (/\b(?:extras?|dependency_groups)\b/.test(marker))
        return undefined;
    try {
        return (0,python_markers/* evaluateMarker */.U)(marker, markers);
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
/**
 * Rows of requirements or constraints (pip's requirements file format, PEP 508). A row whose marker is false here is left
 * out. The `location` of a local wheel is to be its digest: its path says nothing about its content.
 */
function normaliseRequirements(role, rows, target) {
    const decided = rows.map(row => ({ ...row, holds: row.marker === undefined || decide(row.marker, target.markers) }));
    const kept = decided.filter(({ holds }) => holds !== false);
    return {
        role,
        filename: `${role}s.txt`,
        lines: kept.map(row => lineOf(row, row.holds === true)).sort(),
        isHashed: role === 'constraint' || kept.every(({ hashes }) => Object.keys(hashes).length > 0),
        versions: joinVersions(kept.map(row => [row.name, versionOf(row)])),
    };
}
function lineOf({ name, extras, specifier, location, marker, hashes }, isDecided) {
    const clauses = specifier.split(',').sort();
    const digests = Object.entries(hashes).flatMap(([algorithm, list]) => list.map(digest => `${algorithm}:${digest}`));
    const place = location === undefined ? undefined : (0,redact/* stripCredentials */.PH)(location);
    return JSON.stringify([name, [...extras].sort(), clauses, place, isDecided ? '' : marker, digests.sort()]);
}
function versionOf(row) {
    if (row.location !== undefined)
        return `@ ${(0,redact/* stripCredentials */.PH)(row.location)}`;
    return (0,requirement/* pinnedVersion */.V2)(row) ?? (row.specifier || 'any');
}
/** What configures a resolver, as it stands. */
function normaliseConfiguration(filename, text) {
    const counted = (0,redact/* redact */.E$)(text.replaceAll('\r\n', '\n')).trim();
    return { role: 'configuration', filename, lines: counted === '' ? [] : [counted], isHashed: true, versions: {} };
}
/** A distribution may be named more than once. */
function joinVersions(pairs) {
    const versions = new Map();
    for (const [name, version] of pairs) {
        const known = versions.get(name);
        versions.set(name, known === undefined || known === version ? version : `${known}, ${version}`);
    }
    return Object.fromEntries(versions);
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/cache/remember.js
var remember = __webpack_require__(9711);
;// CONCATENATED MODULE: ./lib/cache/table.js
/** Loose reads from a parsed document: whatever is of another form is not there. */
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
function asTable(value) {
    return isTable(value) ? value : undefined;
}
function tablesIn(value) {
    return Array.isArray(value) ? value.filter(isTable) : [];
}

;// CONCATENATED MODULE: ./lib/cache/uv-reachable.js
/** Which packages of a uv.lock something of the project needs. Pure. */

/** Keys of `[manifest]` that name no package to install. */
const notRoots = ['members', 'constraints', 'build-constraints', 'overrides', 'excludes', 'dependency-metadata'];
/** Keys of a package that name none either: `metadata` repeats what was asked for. */
const notEdges = ['metadata', 'wheels', 'sdist', 'source'];
/**
 * The packages that can be reached from the project over any dependency, extra or group. All of them where there is no
 * project, or where the manifest names requirements besides. Dependencies whose marker is false are to be gone already.
 */
function reachablePackages(packages, { roots, manifest }) {
    const reached = new Set(packages.filter(roots));
    if (reached.size === 0 || Object.keys(manifest).some(key => !notRoots.includes(key)))
        return packages;
    const byName = new Map();
    for (const entry of packages)
        byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
    // A set that grows while it is walked visits what was added.
    for (const entry of reached) {
        for (const edge of edgesOf(entry)) {
            for (const other of byName.get(edge.name) ?? []) {
                if (edge.version === undefined || edge.version === other.version)
                    reached.add(other);
            }
        }
    }
    return packages.filter(entry => reached.has(entry));
}
/** Every table with a name, however deep: `dependencies`, and the lists of extras and groups. */
function edgesOf(entry) {
    return Object.entries(entry).flatMap(([key, value]) => (notEdges.includes(key) ? [] : namedTables(value)));
}
function namedTables(value) {
    if (Array.isArray(value))
        return value.flatMap(namedTables);
    if (!isTable(value))
        return [];
    return typeof value.name === 'string' ? [value] : Object.values(value).flatMap(namedTables);
}

;// CONCATENATED MODULE: ./lib/cache/normal-lock.js
/** What counts in a pylock.toml (PEP 751) or a uv.lock for one interpreter. Pure. */







/**
 * Reduces a lock. Left out is what never decides what this interpreter installs: who made the lock and when, `[tool]`, wheels
 * that it cannot load, entries whose marker is false, the version of source trees (a build has its own), and packages of a
 * uv.lock that only other platforms need. Whatever is not known stays in, and a text that is no TOML is taken as it stands.
 */
function normaliseLock({ filename, text, document }, target) {
    const root = asTable(document ?? parseOrUndefined(text));
    const common = { role: 'requirement', filename, isHashed: true };
    if (root === undefined)
        return { ...common, lines: [text], versions: {} };
    const rules = rulesOf(target);
    const reduced = 'packages' in root ? reducePylock(root, rules) : reduceUvLock(root, rules);
    const versions = tablesIn(reduced.packages ?? reduced.package).flatMap(({ name, version }) => typeof name === 'string' && typeof version === 'string' ? [[name, version]] : []);
    return { ...common, lines: [JSON.stringify(reduced)], versions: joinVersions(versions) };
}
function parseOrUndefined(text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch {
        return undefined;
    }
}
function rulesOf(target) {
    return { applies: (0,remember/* remember */.k)(marker => mayApply(marker, target)), loads: (0,wheel_tags/* wheelFilter */.y)(target.tags) };
}
function reducePylock(root, rules) {
    const { 'created-by': _createdBy, tool: _tool, packages, ...others } = root;
    const reduced = tablesIn(packages).map(({ tool: _own, ...entry }) => ({
        ...entry,
        version: 'directory' in entry ? undefined : entry.version,
        wheels: reduceWheels(entry.wheels, rules, []),
        sdist: withoutKeys(entry.sdist, fileNotes),
        archive: withoutKeys(entry.archive, fileNotes),
    }));
    return asTable(canonical({ ...others, packages: reduced }, rules)) ?? {};
}
function reduceUvLock(root, rules) {
    const { revision: _revision, package: packages, ...others } = root;
    const reduced = tablesIn(packages).map(entry => ({
        ...entry,
        version: isSourceTree(entry) ? undefined : entry.version,
        wheels: reduceWheels(entry.wheels, rules, ['size']),
        sdist: withoutKeys(entry.sdist, [...fileNotes, 'size']),
    }));
    const kept = reachablePackages(tablesIn(canonical(reduced, rules)), {
        roots: isSourceTree,
        manifest: asTable(root.manifest) ?? {},
    });
    return { ...asTable(canonical(others, rules)), package: kept };
}
/** A package that uv builds from a directory; its version is that of the build. */
function isSourceTree({ source }) {
    return isTable(source) && ['editable', 'virtual', 'directory'].some(kind => kind in source);
}
/** What a lock says about a file that is not the file's. */
const fileNotes = ['upload-time', 'upload_time'];
function reduceWheels(wheels, { loads }, others) {
    if (!Array.isArray(wheels))
        return wheels;
    const kept = wheels.filter((wheel) => !isTable(wheel) || loads(filenameOf(wheel)));
    return kept.map((wheel) => withoutKeys(wheel, [...fileNotes, ...others]));
}
/** `name` of a pylock, `filename` of a uv.lock, or the last segment of where it lies. */
function filenameOf({ name, filename, path, url }) {
    const written = [name, filename, path].find(value => typeof value === 'string');
    if (written !== undefined)
        return lastSegment(written);
    return typeof url === 'string' ? decode(lastSegment(url.split(/[?#]/, 1)[0] ?? '')) : '';
}
function lastSegment(place) {
    return place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
}
function decode(url) {
    if (!url.includes('%'))
        return url;
    try {
        return decodeURIComponent(url);
    }
    catch {
        return url;
    }
}
function withoutKeys(value, keys) {
    if (!isTable(value))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
/** The same data with keys in order, without entries whose marker is false here and without credentials. */
function canonical(value, rules) {
    if (typeof value === 'string')
        return /:\/\/.*[@?]/.test(value) ? (0,redact/* stripCredentials */.PH)(value) : value;
    if (Array.isArray(value)) {
        return value.filter((item) => applies(item, rules)).map((item) => canonical(item, rules));
    }
    if (!isTable(value))
        return value;
    return Object.fromEntries(Object.keys(value)
        .sort()
        .map(key => [key, canonical(value[key], rules)]));
}
function applies(item, rules) {
    return !isTable(item) || typeof item.marker !== 'string' || rules.applies(item.marker);
}

// EXTERNAL MODULE: ./lib/python/tags.js + 1 modules
var tags = __webpack_require__(8830);
// EXTERNAL MODULE: ./lib/pipeline/bytecode-kind.js
var bytecode_kind = __webpack_require__(8470);
;// CONCATENATED MODULE: ./lib/pipeline/plan-inputs.js




/** Reads what the key is made of; a local wheel counts by its digest, since its path says nothing about its content. */
async function describeInputs(inputs, interpreter, run) {
    const { settings, host } = run;
    const { index } = inputs.set;
    const { extras, groups, noGroups, allExtras, noDev, noInstallProject, noDeps } = settings;
    return {
        files: await describeFiles(inputs, interpreter, run),
        extras,
        groups,
        flags: {
            'no-group': [...noGroups].sort().join(' '),
            'all-extras': allExtras,
            'no-dev': noDev,
            'no-install-project': noInstallProject,
            'no-deps': noDeps,
            'compile-bytecode': bytecodeOf(interpreter, run),
        },
        python: interpreter,
        platform: { ...host.platform, libc: (0,tags/* libcOf */.Q)(interpreter.tags) },
        indexes: [...(index.noIndex ? [] : [index.indexUrl, ...index.extraIndexUrls]), ...index.findLinks],
        suffix: settings.cache.suffix,
    };
}
/** Of another level, mode or list of modules is another set, which one entry cannot hold beside the usual one. */
function bytecodeOf(interpreter, { settings, host }) {
    const kind = (0,bytecode_kind/* chooseBytecode */.z)(interpreter, { settings, env: host.env })?.kind;
    if (kind === undefined)
        return false;
    const isUsual = kind.optimize === 0 && kind.invalidationMode === 'timestamp';
    return isUsual || `${kind.invalidationMode}, optimised ${kind.optimize}`;
}
/** A lock is complete; anything else is resolved, and then what configures the resolver counts too. What is empty says nothing. */
async function describeFiles({ files, set, configuration, pylockDocument }, interpreter, run) {
    const locks = files.filter(({ kind }) => kind !== 'requirements');
    const isRead = locks.some(({ kind }) => kind === 'pylock');
    const texts = isRead ? [] : Object.entries(configuration.texts);
    const concerns = ({ marker }) => marker === undefined || mayApply(marker, interpreter);
    const placed = (rows) => Promise.all(rows.filter(concerns).map(row => withDigest(row, run)));
    const all = [
        ...locks.map(({ path, text }) => normaliseLock({ filename: path, text, document: pylockDocument() }, interpreter)),
        normaliseRequirements('requirement', await placed(set.requirements), interpreter),
        normaliseRequirements('constraint', await placed(set.constraints), interpreter),
        normaliseConfiguration('requirements options', set.resolverOptions.join('\n')),
        ...texts.map(([name, text]) => normaliseConfiguration(`uv ${name}`, text)),
    ];
    return all.filter(({ lines }) => lines.length > 0);
}
async function withDigest(row, run) {
    const { location } = row;
    if (location === undefined || /^https?:/i.test(location))
        return row;
    return { ...row, location: (await run.digest(location)).sha256 };
}

;// CONCATENATED MODULE: ./lib/pipeline/cache.js
/** The remote cache of one run: which entry matched, which wheels it gave, and what is sealed to be saved. */








/** Milliseconds in which a cache service, or the proxy before it, must answer a connection. */
const connectTimeoutMs = 10_000;
/** Requests to a cache service, by the proxies and certificates of the process. */
function cacheTransport({ env }) {
    return (0,lazy_transport/* lazyTransport */.Q)({ env, connectTimeoutMs });
}
/** Opens the remote cache and looks for a manifest. Trouble is a warning and a miss. */
async function openCache(inputs, interpreter, run) {
    const { settings, host, located } = run;
    const { cache } = settings;
    const reading = new AbortController();
    const workspace = host.env.GITHUB_WORKSPACE ?? host.workingDirectory;
    const { backend, reason } = (0,choose/* chooseBackend */.a)(cache.backend, {
        ...{ host, workspace, temporary: located.store.temporary },
        transport: cacheTransport(host),
        signal: AbortSignal.any([run.watch.signal, reading.signal]),
    });
    if (backend === undefined)
        return { open: undefined, reason };
    if (!cache.restore && !cache.save)
        return { open: undefined, reason: cache.reason };
    run.watch.decide('cache', backend.name, reason);
    const described = await describeInputs(inputs, interpreter, run);
    const digest = (0,key/* planDigest */.Gb)(described);
    const ingredients = ingredientsOf(described);
    const keys = (0,key/* cacheKeys */.Xr)({
        planDigest: digest,
        platform: host.platform,
        python: interpreter,
        revision: cache.revision,
        suffix: cache.suffix,
        ref: backend.scoped ? '' : cache.ref,
        readableRefs: backend.scoped ? [] : cache.readableRefs,
    });
    const found = cache.restore
        ? await findManifest(backend, { keys, planDigest: digest, ingredients }, run)
        : { manifest: undefined, matchedKey: undefined, reason: cache.reason };
    const open = {
        backend,
        workspace,
        planDigest: digest,
        ingredients,
        keys,
        ...found,
        spoiled: new Set(),
        reading,
    };
    return { open, reason: found.reason };
}
/** Bytes of an entry above which it is no manifest. */
const largestManifest = 64 << 20;
async function findManifest(backend, sought, run) {
    const { keys } = sought;
    const absent = { manifest: undefined, matchedKey: undefined };
    return withEntry(run, {
        open: () => backend.open(keys.manifest, [keys.manifest, ...keys.prefixes]),
        use: async ({ key, size, read }) => {
            const manifest = size > largestManifest ? undefined : (0,cache_manifest/* parseManifest */.N)(await read(0, size));
            if (manifest === undefined)
                return { ...absent, reason: `the manifest \`${key}\` is damaged` };
            return { manifest, matchedKey: key, reason: describeMatch(manifest, key, sought) };
        },
        otherwise: reason => ({ ...absent, reason }),
    });
}
/** Which entry was found, and what differs from the one that was sought. */
function describeMatch(manifest, key, { keys, planDigest, ingredients }) {
    if (key.startsWith(keys.manifest))
        return 'found, for this very revision';
    const revision = manifest.revision === '' ? 'another revision' : `revision ${manifest.revision.slice(0, 12)}`;
    if (manifest.planDigest === planDigest)
        return `found, of ${revision}, with the same inputs`;
    const difference = describeDifference(manifest.ingredients, ingredients);
    return `found, of ${revision}, with other inputs${difference === '' ? '' : `: ${difference}`}`;
}
/** Opens one entry and hands it on; trouble with the cache never fails the run. */
async function withEntry({ watch }, { open, use, otherwise, reading }) {
    const end = watch.begin('restore');
    let entry;
    try {
        entry = await open();
        return entry === undefined ? otherwise('nothing was saved yet') : await use(entry);
    }
    catch (error) {
        if (!(error instanceof backend/* CacheTrouble */.E))
            throw error;
        watch.signal.throwIfAborted();
        if (reading?.signal.aborted !== true)
            watch.warn(`${error.message}; going on without it`);
        return otherwise(error.message);
    }
    finally {
        end({ bytes: entry?.size });
        await entry?.close().catch(ignoreTrouble);
    }
}
/** For closing: what was to be read was read, or warned of. */
function ignoreTrouble(error) {
    if (!(error instanceof backend/* CacheTrouble */.E))
        throw error;
}
/** The lock that the manifest carries, when it was made from the same inputs: then no resolver runs. */
function restoredLock({ open }) {
    return open?.manifest?.planDigest === open?.planDigest ? open?.manifest?.lock : undefined;
}
/** What the report says about the cache. */
function describeCache({ open, reason }, { wheels, spared }) {
    if (open === undefined)
        return (0,report/* withoutCache */.t7)(reason);
    const outcome = spared === wheels ? 'hit' : spared > 0 ? 'partial' : 'miss';
    const { backend, keys, matchedKey, spoiled } = open;
    const had = outcome === 'hit' && matchedKey === undefined ? 'the local store had everything; in the cache, ' : '';
    const lost = spoiled.size === 0 ? '' : `; ${spoiled.size} of its entries lost or damaged`;
    const why = `${had}${reason}${lost}`;
    return { backend: backend.name, outcome, primaryKey: keys.manifest, matchedKey, reason: withoutControls(why) };
}
/** Without what a terminal would act on: names and keys in it come out of the cache. */
function withoutControls(text) {
    return text.replace(/\p{C}/gu, '');
}


/***/ }),

/***/ 9653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ evaluateMarker)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _specifiers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5005);
/** Environment markers (PEP 508, PyPA page "Dependency specifiers") with the sets that lock files add (PEP 751). */


/**
 * Whether a marker holds in an environment; without `sets` no extra and no group is asked for.
 *
 * Throws `MARKER_INVALID`, naming the marker and the position, for a syntax error, an unknown variable, or an operator
 * that its operands do not have.
 */
function evaluateMarker(marker, environment, sets = { extras: [], dependencyGroups: [] }) {
    const reader = { marker, tokens: tokenize(marker), next: 0, depth: 0, environment, sets };
    const result = readAlternatives(reader);
    if (peek(reader).kind !== 'end')
        invalid(marker, peek(reader).position, 'expected `and`, `or` or the end');
    return result;
}
const deepestNesting = 100;
const tokenPattern = /(?<literal>'[^']*'|"[^"]*")|(?<operator>===|~=|[=!<>]=|[<>])|(?<paren>[()])|(?<word>[A-Za-z_][\w.]*)/y;
function tokenize(marker) {
    const tokens = [];
    let position = skipSpace(marker, 0);
    while (position < marker.length) {
        tokenPattern.lastIndex = position;
        const groups = tokenPattern.exec(marker)?.groups;
        const [kind, text] = Object.entries(groups ?? {}).find(([, value]) => value !== undefined) ?? [];
        if (kind === undefined || text === undefined)
            return invalid(marker, position, 'unexpected character');
        tokens.push({ kind: kind, text, position });
        position = skipSpace(marker, position + text.length);
    }
    tokens.push({ kind: 'end', text: '', position });
    return tokens;
}
function skipSpace(marker, position) {
    let at = position;
    while (/[ \t\r\n]/.test(marker.charAt(at)))
        at += 1;
    return at;
}
function readAlternatives(reader) {
    let result = readConjunction(reader);
    while (takeWord(reader, 'or'))
        result = readConjunction(reader) || result;
    return result;
}
function readConjunction(reader) {
    let result = readAtom(reader);
    while (takeWord(reader, 'and'))
        result = readAtom(reader) && result;
    return result;
}
function readAtom(reader) {
    const { kind, text, position } = peek(reader);
    if (kind !== 'paren' || text !== '(')
        return readComparison(reader);
    reader.depth += 1;
    if (reader.depth > deepestNesting)
        invalid(reader.marker, position, 'nested too deeply');
    take(reader);
    const result = readAlternatives(reader);
    const close = take(reader);
    if (close.text !== ')' || close.kind !== 'paren')
        invalid(reader.marker, close.position, 'expected `)`');
    reader.depth -= 1;
    return result;
}
function readComparison(reader) {
    const left = readOperand(reader);
    const operator = readOperator(reader);
    const right = readOperand(reader);
    return compareOperands(reader, { left, operator, right });
}
const setVariables = ['extra', 'extras', 'dependency_groups'];
/** Spellings from before PEP 508 that old metadata still has. */
const oldNames = {
    'os.name': 'os_name',
    'sys.platform': 'sys_platform',
    'platform.version': 'platform_version',
    'platform.machine': 'platform_machine',
    'platform.python_implementation': 'platform_python_implementation',
    python_implementation: 'platform_python_implementation',
};
function readOperand(reader) {
    const { kind, text, position } = take(reader);
    if (kind === 'literal')
        return { variable: undefined, value: text.slice(1, -1), position };
    if (kind !== 'word')
        return invalid(reader.marker, position, 'expected a variable or a quoted string');
    const name = oldNames[text] ?? text;
    if (setVariables.includes(name))
        return { variable: name, value: '', position };
    const value = Object.hasOwn(reader.environment, name) ? reader.environment[name] : undefined;
    if (value === undefined)
        return invalid(reader.marker, position, `unknown variable \`${text}\``);
    return { variable: name, value, position };
}
function readOperator(reader) {
    const { kind, text, position } = take(reader);
    if (kind === 'operator' || (kind === 'word' && text === 'in'))
        return { text, position };
    if (kind === 'word' && text === 'not' && takeWord(reader, 'in'))
        return { text: 'not in', position };
    return invalid(reader.marker, position, 'expected a comparison operator');
}
function compareOperands(reader, comparison) {
    const { left, operator, right } = comparison;
    if (isOneOf(left, setVariables) || isOneOf(right, setVariables))
        return compareSet(reader, comparison);
    const isOfVersions = isOneOf(left, versionVariables) || isOneOf(right, versionVariables);
    const specifier = operator.text + right.value;
    // A kernel release such as `6.1.0-aws` is no version: it is text, and compatible with none.
    const isVersions = isOfVersions && ((0,_specifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .isVersion */ .lF)(left.value) || operator.text === '~=') && (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .isSpecifier */ .td)(specifier);
    if (isVersions)
        return (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_1__/* .satisfies */ .ib)(left.value, specifier);
    return compareText(reader, comparison);
}
const versionVariables = [
    'python_version',
    'python_full_version',
    'implementation_version',
    'platform_release',
    'platform_version',
];
function isOneOf({ variable }, names) {
    return variable !== undefined && names.includes(variable);
}
/** `extra == 'x'`, as metadata has it, and `'x' in extras`, as lock files do; names are normalised (PEP 685). */
function compareSet({ marker, sets }, { left, operator, right }) {
    const [literal, set] = isOneOf(right, setVariables) ? [left, right] : [right, left];
    const isMember = set.variable === 'extra' ? operator.text === '==' : operator.text === 'in' && set === right;
    const isNoMember = set.variable === 'extra' ? operator.text === '!=' : operator.text === 'not in' && set === right;
    if (literal.variable !== undefined)
        invalid(marker, literal.position, 'expected a quoted string');
    if (!isMember && !isNoMember)
        invalid(marker, operator.position, `\`${set.variable}\` has no \`${operator.text}\``);
    const names = set.variable === 'dependency_groups' ? sets.dependencyGroups : sets.extras;
    return names.map(normaliseName).includes(normaliseName(literal.value)) === isMember;
}
function normaliseName(name) {
    return name.replace(/[-_.]+/g, '-').toLowerCase();
}
function compareText({ marker }, { left, operator, right }) {
    switch (operator.text) {
        case '==':
        case '===':
            return left.value === right.value;
        case '!=':
            return left.value !== right.value;
        case '<':
            return left.value < right.value;
        case '<=':
            return left.value <= right.value;
        case '>':
            return left.value > right.value;
        case '>=':
            return left.value >= right.value;
        case 'in':
            return right.value.includes(left.value);
        case 'not in':
            return !right.value.includes(left.value);
        default:
            return invalid(marker, operator.position, `\`${operator.text}\` compares versions only`);
    }
}
function peek(reader) {
    return reader.tokens[reader.next] ?? { kind: 'end', text: '', position: reader.marker.length };
}
function take(reader) {
    const token = peek(reader);
    reader.next += 1;
    return token;
}
function takeWord(reader, word) {
    const { kind, text } = peek(reader);
    if (kind !== 'word' || text !== word)
        return false;
    reader.next += 1;
    return true;
}
function invalid(marker, position, reason) {
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('MARKER_INVALID', `the marker \`${marker.slice(0, 500)}\` is not valid at position ${position + 1}: ${reason}`, 'see "Environment Markers" on the PyPA page "Dependency specifiers"');
}


/***/ }),

/***/ 2039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ digestKey),
/* harmony export */   EQ: () => (/* binding */ checkRecord),
/* harmony export */   L4: () => (/* binding */ wantedDigests)
/* harmony export */ });
/* harmony import */ var _invalid_wheel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6498);
/** A wheel's RECORD compared with its files (PyPA binary distribution format, "The .dist-info directory"; PEP 376). */

/** Algorithms that count (sha256 or better), by the name that `hashlib` gives them; the values are those of OpenSSL. */
const algorithms = new Map([
    ['sha256', 'sha256'],
    ['sha384', 'sha384'],
    ['sha512', 'sha512'],
    ['sha3_256', 'sha3-256'],
    ['sha3_384', 'sha3-384'],
    ['sha3_512', 'sha3-512'],
    ['blake2b', 'blake2b512'],
    ['blake2s', 'blake2s256'],
]);
/** The digests besides sha256 that rows of files of the wheel name; usually none. `algorithm` is OpenSSL's name. */
function wantedDigests({ rows }, files) {
    const named = rows.filter(row => row.hash !== '' && !row.hash.startsWith('sha256='));
    if (named.length === 0)
        return [];
    const paths = new Set(files.map(file => file.path));
    const wanted = named.flatMap(row => {
        const algorithm = algorithms.get(splitHash(row.hash).algorithm);
        const path = plainPath(row.path);
        return algorithm === undefined || !paths.has(path) ? [] : [{ path, algorithm }];
    });
    return [...new Map(wanted.map(digest => [digestKey(digest), digest])).values()];
}
/** The key of a digest in what `checkRecord` is given. */
function digestKey({ path, algorithm }) {
    return `${algorithm} ${path}`;
}
/**
 * What is wrong with a RECORD: a sentence for each kind of fault, with the number of files and the first of them.
 * Nothing of it makes a wheel unusable, since RECORD is written anew from the files themselves.
 */
function checkRecord(record, checked) {
    const findings = record.faults.map(formFinding);
    const files = new Map(checked.files.map(file => [file.path, file]));
    const own = ownFiles(checked.distInfo);
    const listed = new Set();
    for (const row of record.rows) {
        const path = plainPath(row.path);
        if (path !== row.path)
            findings.push({ what: 'spells in an unusual way', path: row.path });
        if (listed.has(path))
            findings.push({ what: 'lists more than once', path });
        listed.add(path);
        const file = files.get(path);
        if (file === undefined)
            findings.push({ what: 'lists, without the wheel having it,', path });
        else if (own.has(path))
            findings.push(...checkOwn(path, row));
        else
            findings.push(...checkRow(row, file, checked.digests));
    }
    const itself = `${checked.distInfo}/RECORD`;
    const unlisted = checked.files.filter(({ path }) => !listed.has(path) && (path === itself || !own.has(path)));
    findings.push(...unlisted.map(({ path }) => ({ what: 'does not list', path })));
    return sentences(findings, checked.wheel);
}
/** RECORD cannot hold its own hash, nor those of its signatures, which are made after it. */
function ownFiles(distInfo) {
    return new Set(['RECORD', 'RECORD.jws', 'RECORD.p7s'].map(name => `${distInfo}/${name}`));
}
function formFinding(fault) {
    switch (fault.kind) {
        case 'columns':
            return { what: 'has more than three columns for', path: fault.path };
        case 'size':
            return { what: 'gives a size that is no number for', path: fault.path };
        case 'quote':
            return { what: 'has a broken quote', path: undefined };
        case 'rows':
            return { what: 'has more rows than a wheel can have files', path: undefined };
    }
}
function checkOwn(path, { hash }) {
    return hash === '' ? [] : [{ what: 'gives a hash, which it cannot know, for', path }];
}
function checkRow(row, file, digests) {
    const { path } = file;
    const findings = [];
    if (row.size !== undefined && row.size !== file.size)
        findings.push({ what: 'gives another size for', path });
    const { algorithm, digest } = splitHash(row.hash);
    const known = algorithms.get(algorithm);
    if (row.hash === '')
        findings.push({ what: 'gives no hash for', path });
    else if (known === undefined) {
        findings.push({ what: `names the algorithm ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(algorithm)}, which proves nothing, for`, path });
    }
    else if (!digestOf(file, known, digests)?.equals(Buffer.from(digest, 'base64url'))) {
        findings.push({ what: 'gives another hash for', path });
    }
    return findings;
}
function digestOf(file, algorithm, digests) {
    if (algorithm === 'sha256')
        return Buffer.from(file.sha256, 'hex');
    return digests.get(digestKey({ path: file.path, algorithm }));
}
function splitHash(hash) {
    const equals = hash.indexOf('=');
    if (equals === -1)
        return { algorithm: hash, digest: '' };
    return { algorithm: hash.slice(0, equals).toLowerCase(), digest: hash.slice(equals + 1) };
}
/** A path as a wheel spells it: some builders write it absolute, with `./` in front or with backslashes. */
function plainPath(path) {
    return path.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
}
const mostExamples = 3;
function sentences(findings, wheel) {
    const byKind = new Map();
    for (const { what, path } of findings) {
        const paths = byKind.get(what) ?? [];
        if (path !== undefined)
            paths.push(path);
        byKind.set(what, paths);
    }
    return [...byKind].map(([what, paths]) => `\`${wheel}\`: RECORD ${what} ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_0__/* .quotedFew */ .Z_)(paths, mostExamples)}`.trimEnd());
}


/***/ })

};
