export const id = 561;
export const ids = [561];
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

/***/ 6484:
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
// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
;// CONCATENATED MODULE: ./lib/wheel/record-check.js
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
        findings.push({ what: `names the algorithm ${(0,invalid_wheel/* quoted */.TL)(algorithm)}, which proves nothing, for`, path });
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
    return [...byKind].map(([what, paths]) => `\`${wheel}\`: RECORD ${what} ${(0,invalid_wheel/* quotedFew */.Z_)(paths, mostExamples)}`.trimEnd());
}

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
    for (const wanted of wantedDigests(parsed, files)) {
        digests.set(digestKey(wanted), await (0,digest/* digestFileWith */.R)(wanted.algorithm, (0,external_node_path_.join)(destination, wanted.path)));
    }
    return checkRecord(parsed, { wheel: identity.filename, distInfo: identity.distInfo, files, digests });
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
var tags = __webpack_require__(6449);
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
/* harmony import */ var _install_unpack_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6484);
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
