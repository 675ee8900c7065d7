export const id = 61;
export const ids = [61];
export const modules = {

/***/ 4954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aR: () => (/* binding */ basicAuthorization),
  nZ: () => (/* binding */ createCredentialSource),
  OO: () => (/* binding */ parseIndexAddress),
  tD: () => (/* binding */ userinfoOf),
  Q3: () => (/* binding */ withoutUserinfo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/fetch/netrc.js
/**
 * Parses a netrc file (the `machine`, `default`, `login`, `password`, `account` and `macdef` of the GNU inetutils manual).
 * The first entry of a host counts. What is no netrc gives no entries; nothing is thrown.
 */
function parseNetrc(text) {
    const entries = new Map();
    const words = wordsOf(withoutMacros(text));
    let machine;
    let entry = { username: '', password: '' };
    const close = () => {
        if (machine !== undefined && !entries.has(machine))
            entries.set(machine, entry);
        entry = { username: '', password: '' };
    };
    for (let word = words.next(); !word.done; word = words.next()) {
        if (word.value === 'machine' || word.value === 'default') {
            close();
            machine = word.value === 'default' ? '' : nextWord(words).toLowerCase();
        }
        else if (word.value === 'login')
            entry = { ...entry, username: nextWord(words) };
        else if (word.value === 'password')
            entry = { ...entry, password: nextWord(words) };
        else if (word.value === 'account')
            nextWord(words);
    }
    close();
    return entries;
}
function nextWord(words) {
    return words.next().value ?? '';
}
/** A macro goes from `macdef` to the next empty line. */
function withoutMacros(text) {
    const kept = [];
    let inMacro = false;
    for (const line of text.split(/\r?\n/)) {
        if (line.trim() === '')
            inMacro = false;
        else if (/^\s*macdef\b/.test(line))
            inMacro = true;
        else if (!inMacro)
            kept.push(line);
    }
    return kept;
}
/** Words between spaces, or in double quotes with `\` before a quote or a backslash; a line that starts with `#` is a comment. */
function* wordsOf(lines) {
    for (const line of lines) {
        if (line.trimStart().startsWith('#'))
            continue;
        for (const [word] of line.matchAll(/"(?:\\.|[^"\\])*"|\S+/g)) {
            const isQuoted = word.length > 1 && word.startsWith('"') && word.endsWith('"');
            yield isQuoted ? word.slice(1, -1).replaceAll(/\\(.)/g, '$1') : word;
        }
    }
}

;// CONCATENATED MODULE: ./lib/fetch/credentials.js
/** Which credentials go with which address. */




/**
 * Looks credentials up: those of the address; of an index or link page of the same origin (longest common path first; from
 * its userinfo or, for `name=url`, from UV_INDEX_NAME_USERNAME and UV_INDEX_NAME_PASSWORD); of netrc (`NETRC`, `~/.netrc`,
 * `~/_netrc`). A keyring is asked for the password of a user name without one, and after a 401 to a request without one.
 * The netrc file is read once, at the first question that it may answer.
 */
function createCredentialSource(host, index, keyring) {
    const indexes = [index.indexUrl, ...index.extraIndexUrls, ...index.findLinks].flatMap(text => realmOf(text, host.env));
    const realms = indexes.flatMap(({ url, credentials }) => (credentials === undefined ? [] : [{ url, credentials }]));
    let netrc;
    const written = (url) => {
        const realm = nearestRealm(realms, url);
        if (realm !== undefined)
            return realm.credentials;
        netrc ??= readNetrc(host);
        return netrc.get(url.hostname) ?? netrc.get('');
    };
    /** By origin: what the keyring had after a 401, so that the next request need not be refused first. */
    const proven = new Map();
    return {
        first: async (url, userinfo) => {
            const known = userinfo ?? written(url) ?? proven.get(url.origin);
            if (keyring === undefined || known === undefined || known.password !== '')
                return known;
            return (await keyring.ask(servicesOf(url, indexes), known.username)) ?? known;
        },
        second: async (url, refused) => {
            if (keyring === undefined || (refused !== undefined && refused.password !== ''))
                return undefined;
            const found = await keyring.ask(servicesOf(url, indexes), refused?.username);
            if (found !== undefined && refused === undefined)
                proven.set(url.origin, found);
            return found;
        },
    };
}
/** Under which a keyring may know an address, as pip asks: the address of its index, else its origin; then host and port. */
function servicesOf(url, indexes) {
    const index = withoutUserinfo(nearestRealm(indexes, url)?.url ?? new URL(url.origin));
    return [index.href, url.host];
}
/** Takes `name=url` apart; the name has only letters, digits, `.`, `_` and `-`. */
function parseIndexAddress(text) {
    const match = /^([\w.-]+)=(.*)$/s.exec(text);
    return match === null ? { name: undefined, url: text } : { name: match[1], url: match[2] ?? '' };
}
/** The userinfo of an address, decoded, or undefined where it has none. */
function userinfoOf(url) {
    if (url.username === '' && url.password === '')
        return undefined;
    return { username: decode(url.username), password: decode(url.password) };
}
/** The same address without user name and password. */
function withoutUserinfo(url) {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    return bare;
}
/** The value of an Authorization header (RFC 7617). */
function basicAuthorization({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
/** Userinfo need not be well encoded: a lone `%` stands for itself. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch (error) {
        if (error instanceof URIError)
            return text;
        throw error;
    }
}
function realmOf(text, env) {
    const { name, url: address } = parseIndexAddress(text);
    if (!URL.canParse(address))
        return [];
    const url = new URL(address);
    return [{ url, credentials: userinfoOf(url) ?? namedCredentials(name, env) }];
}
function namedCredentials(name, env) {
    if (name === undefined)
        return undefined;
    const prefix = `UV_INDEX_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
    const username = env[`${prefix}_USERNAME`];
    const password = env[`${prefix}_PASSWORD`];
    if (username === undefined && password === undefined)
        return undefined;
    return { username: username ?? '', password: password ?? '' };
}
function nearestRealm(realms, url) {
    const sameOrigin = realms.filter(realm => realm.url.origin === url.origin && realm.url.origin !== 'null');
    const ranked = sameOrigin.map(realm => ({ realm, common: commonSegments(realm.url.pathname, url.pathname) }));
    return ranked.sort((a, b) => b.common - a.common)[0]?.realm;
}
function commonSegments(left, right) {
    const [a, b] = [left, right].map(path => path.split('/').filter(segment => segment !== ''));
    const differs = (a ?? []).findIndex((segment, index) => segment !== b?.[index]);
    return differs === -1 ? (a ?? []).length : differs;
}
function readNetrc({ env, homeDirectory, log }) {
    const named = env.NETRC;
    const candidates = named ? [named] : ['.netrc', '_netrc'].map(name => (0,external_node_path_.join)(homeDirectory, name));
    for (const path of candidates) {
        try {
            return parseNetrc((0,external_node_fs_.readFileSync)(path, 'utf8'));
        }
        catch (error) {
            if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
                continue;
            if (!(0,errors/* hasErrno */.Nm)(error, 'EACCES', 'EPERM', 'EISDIR'))
                throw error;
            log.warn(`\`${path}\` cannot be read (${(0,errors/* errnoOf */.UQ)(error)}): its credentials are not used`);
        }
    }
    return new Map();
}


/***/ }),

/***/ 5082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ connectionFailure),
/* harmony export */   Er: () => (/* binding */ proxyTunnelCode),
/* harmony export */   FP: () => (/* binding */ statusFailure),
/* harmony export */   Xv: () => (/* binding */ failureError),
/* harmony export */   d: () => (/* binding */ bodyFailure),
/* harmony export */   iJ: () => (/* binding */ connectTimeoutFailure),
/* harmony export */   l2: () => (/* binding */ redirectFailure),
/* harmony export */   n$: () => (/* binding */ stallFailure)
/* harmony export */ });
/* unused harmony export parseRetryAfter */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5078);
/** What can go wrong with one request, as data, and the message that the reader gets when no attempt is left. */


/** The failure as an error that names the redacted address, the reason and the number of attempts. */
function failureError(failure, { url, attempts }) {
    const tried = attempts > 1 ? `, ${attempts} attempts` : '';
    const { hint, cause } = failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(failure.code, `\`${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(url)}\` ${failure.what}${tried}`, { hint, cause });
}
/** A connection that was not made or broke before the answer; `undefined` for an error that is no network trouble. */
function connectionFailure(error, host) {
    const errno = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error);
    if (errno === undefined)
        return undefined;
    const isTls = tlsCode.test(errno);
    const reason = isTls ? `TLS: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}` : reasonOf(error);
    return {
        code: 'INDEX_UNREACHABLE',
        what: `cannot be fetched from \`${host}\`: ${reason} (${errno})`,
        hint: isTls ? tlsHint : errno === proxyTunnelCode ? proxyHint : unreachableHint,
        retry: !isTls,
        cause: error,
    };
}
/** The `code` of an error of a proxy that opens no tunnel. */
const proxyTunnelCode = 'ERR_PROXY_TUNNEL';
const tlsHint = 'name the certificate authority of the index in `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS`, a client certificate in `SSL_CLIENT_CERT`, or correct the clock of this machine';
const proxyHint = 'check the address and the credentials of the proxy in `HTTPS_PROXY` or `ALL_PROXY`, or list the host in `NO_PROXY`';
const unreachableHint = 'check the address of the index and the network, or use `find-links` with `no-index` for local files';
/** A body that ended too early or whose connection broke. */
function bodyFailure(error, bytes) {
    return {
        code: 'DOWNLOAD_INCOMPLETE',
        what: `broke off after ${bytes} bytes: ${reasonOf(error)}`,
        hint: 'run again; a proxy or the index closes long downloads',
        retry: true,
        cause: error,
    };
}
/** A server, or a proxy, that lets no connection be made. */
function connectTimeoutFailure(timeoutMs, host) {
    return {
        code: 'INDEX_UNREACHABLE',
        what: `cannot be fetched from \`${host}\`: no connection after ${timeoutMs / 1000} s`,
        hint: 'check the address of the index, the network, and whether a proxy is needed (`HTTPS_PROXY`)',
        retry: true,
    };
}
/** A server that sends nothing more. `bytes`: how many of the body had come, or undefined before the answer. */
function stallFailure(stallTimeoutMs, host, bytes) {
    const silence = `no byte for ${stallTimeoutMs / 1000} s`;
    return bytes === undefined
        ? {
            code: 'INDEX_UNREACHABLE',
            what: `cannot be fetched from \`${host}\`: ${silence}`,
            hint: 'check the address of the index and the network',
            retry: true,
        }
        : {
            code: 'DOWNLOAD_INCOMPLETE',
            what: `stalled after ${bytes} bytes: ${silence}`,
            hint: 'run again; a proxy or the index is overloaded',
            retry: true,
        };
}
/** A redirect that is not followed. */
function redirectFailure(why) {
    return { code: 'REDIRECT_REFUSED', what: `redirects ${(0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(why)}`, retry: false };
}
/** An answer that is no success; RFC 9110 says which are worth another attempt. */
function statusFailure(answer, sentCredentials) {
    const { status, statusText, headers } = answer;
    const what = `answered ${status} ${statusText}`.trimEnd();
    if (status === 401 || status === 403) {
        const hint = sentCredentials ? refusedHint : missingHint;
        return { code: 'INDEX_FORBIDDEN', what, hint, retry: false };
    }
    if (status === 404 || status === 410) {
        return {
            code: 'FILE_NOT_FOUND',
            what,
            hint: 'correct the address, or lock again if the index moved or deleted the file',
            retry: false,
        };
    }
    const retry = status === 408 || status === 425 || status === 429 || status >= 500;
    const retryAfterMs = parseRetryAfter(headers['retry-after'], Date.now());
    const code = retry ? 'INDEX_UNREACHABLE' : 'STATUS_UNEXPECTED';
    return { code, what, retry, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
/** Milliseconds to wait by a Retry-After header, which holds seconds or an HTTP date (RFC 9110 §10.2.3). */
function parseRetryAfter(value, now) {
    if (value === undefined || value.trim() === '')
        return undefined;
    const seconds = Number(value);
    const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
    return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
const missingHint = 'give credentials in the URL of the index, in `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD`, in netrc, or in a keyring (`UV_KEYRING_PROVIDER=subprocess`)';
const refusedHint = 'the credentials that were sent are wrong, have expired or lack the right to read';
const reasons = {
    ENOTFOUND: 'name not known to DNS',
    EAI_AGAIN: 'no answer from DNS',
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'connection reset',
    EPIPE: 'connection closed',
    EHOSTUNREACH: 'no route to the host',
    ENETUNREACH: 'no route to its network',
    ETIMEDOUT: 'no answer',
};
const tlsCode = /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH)/;
function reasonOf(error) {
    return reasons[(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errnoOf */ .UQ)(error) ?? ''] ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
}


/***/ }),

/***/ 7188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ contentRow),
/* harmony export */   Ur: () => (/* binding */ writeScripts),
/* harmony export */   Xv: () => (/* binding */ metadataRows),
/* harmony export */   b3: () => (/* binding */ metadataDestinations),
/* harmony export */   f5: () => (/* binding */ writeMetadata),
/* harmony export */   v8: () => (/* binding */ metadataFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7208);
/* harmony import */ var _wheel_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4222);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9691);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3995);
/** Scripts and the files of an installed dist-info: INSTALLER, REQUESTED, direct_url.json, uv_cache.json and, last, RECORD. */







/** Writes the scripts of a wheel: those it ships, with their first line rewritten, and one for each entry point. */
function writeScripts(prepared, services) {
    const { wheel, places, wrappers, lost } = prepared;
    const files = (0,_store_store_js__WEBPACK_IMPORTED_MODULE_3__/* .filesOf */ .R8)((0,_store_store_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelDirectory */ .TS)(services.store, wheel.note.sha256));
    const rows = [];
    for (const { file, destination, recordPath } of places.scripts) {
        const shipped = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(files, file.path));
        const content = (0,_scripts_js__WEBPACK_IMPORTED_MODULE_6__/* .rewriteShebang */ .Zo)(shipped, services.environment.python, services) ?? shipped;
        rows.push(contentRow(recordPath, content));
        if (!lost.has(destination))
            (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFile */ ._h)(destination, content, { executable: true });
    }
    for (const { destination, recordPath, content, sha256 } of wrappers) {
        if (!lost.has(destination))
            (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFile */ ._h)(destination, content, { executable: true });
        rows.push({ path: recordPath, hash: (0,_wheel_record_js__WEBPACK_IMPORTED_MODULE_4__/* .recordHash */ .oj)(sha256), size: content.length });
    }
    return rows;
}
/** The files that `writeMetadata` may write, one that it writes for a moment included. */
function metadataDestinations({ places }) {
    const record = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(places.distInfo, 'RECORD');
    return [
        ...['INSTALLER', 'REQUESTED', 'direct_url.json', 'uv_cache.json'].map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(places.distInfo, name)),
        (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .unfinishedName */ .D0)(record),
        record,
    ];
}
/** Writes what the installer adds to the dist-info; RECORD comes last and lists everything. */
function writeMetadata(prepared, parts) {
    const { distInfo } = prepared.places;
    for (const [name, content] of metadataFiles(prepared)) {
        (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFile */ ._h)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(distInfo, name), content, { executable: false });
    }
    const rows = [...metadataRows(prepared, parts.bytecode), ...parts.scripts];
    (0,_link_js__WEBPACK_IMPORTED_MODULE_5__/* .writeWhole */ .f8)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(distInfo, 'RECORD'), (0,_wheel_record_js__WEBPACK_IMPORTED_MODULE_4__/* .formatRecord */ .bM)(rows));
}
/** The files that the installer adds to the dist-info, by name, without RECORD. */
function metadataFiles({ wheel }) {
    const own = [['INSTALLER', 'wheelcrew\n']];
    if (wheel.requested)
        own.push(['REQUESTED', '']);
    if (wheel.directUrl !== undefined)
        own.push(['direct_url.json', JSON.stringify(wheel.directUrl)]);
    if (wheel.uvCacheInfo !== undefined)
        own.push(['uv_cache.json', wheel.uvCacheInfo]);
    return own;
}
/** The rows of RECORD, but for those of scripts. */
function metadataRows(prepared, bytecode) {
    const { wheel, places } = prepared;
    const { distInfo } = wheel.note;
    const hashes = (0,_wheel_record_js__WEBPACK_IMPORTED_MODULE_4__/* .recordHashes */ .CI)(places.linked.map(({ file }) => file.sha256));
    const linked = places.linked.map(({ file, recordPath }, index) => ({
        path: recordPath,
        hash: hashes[index] ?? '',
        size: file.size,
    }));
    const compiled = bytecode.map(({ recordPath }) => ({ path: recordPath, hash: '', size: undefined }));
    const added = metadataFiles(prepared).map(([name, content]) => contentRow(`${distInfo}/${name}`, Buffer.from(content)));
    return [...linked, ...compiled, ...added, { path: `${distInfo}/RECORD`, hash: '', size: undefined }];
}
/** The row of a file with this content. */
function contentRow(path, content) {
    return { path, hash: (0,_wheel_record_js__WEBPACK_IMPORTED_MODULE_4__/* .recordHash */ .oj)((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', content, 'hex')), size: content.length };
}


/***/ }),

/***/ 2976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ asideOf),
/* harmony export */   MK: () => (/* binding */ settleAbandoned),
/* harmony export */   OQ: () => (/* binding */ withinAny),
/* harmony export */   Xr: () => (/* binding */ unfinishedAsideOf),
/* harmony export */   _0: () => (/* binding */ openJournal),
/* harmony export */   gk: () => (/* binding */ undoJournal),
/* harmony export */   lj: () => (/* binding */ commitJournal),
/* harmony export */   ot: () => (/* binding */ existsInSelf),
/* harmony export */   vH: () => (/* binding */ hasAbandoned)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1879);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5709);
/**
 * The journal of a change to an environment: what was moved aside and what was put in its place, written before the first
 * file moves. From it a change is undone or completed, by the run that began it or by the one after a killed run.
 */






const openName = '.wheelcrew-journal';
const doneName = '.wheelcrew-journal-done';
const asideSuffix = '~wheelcrew';
/** Bytes; most file systems take 255. */
const longestName = 240;
/** The name that a path has while a change is under way: beside it, so that it is on the same file system. */
function asideOf(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path);
    if (Buffer.byteLength(name) <= longestName)
        return `${path}${asideSuffix}`;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex')}${asideSuffix}`);
}
/** The name that a directory has while it is copied aside. */
function unfinishedAsideOf(path) {
    return `${asideOf(path)}~`;
}
/** Writes the journal, whole or not at all. */
function openJournal(directory, journal) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, openName);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { recursive: true });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(asideOf(path), JSON.stringify(journal, shortened(directory)), { flush: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(asideOf(path), path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(asideOf(path), { force: true });
        throw error;
    }
}
function shortened(directory) {
    const prefix = `${directory}${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`;
    const shorten = (path) => path.startsWith(prefix) ? path.slice(prefix.length) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(directory, path) || '.';
    return (_, value) => (Array.isArray(value) ? value.map(shorten) : value);
}
/**
 * The change holds from here on: what was moved aside is removed, and directories that it left empty. What cannot be
 * removed stays aside, and the journal with it, so that the next run tries again.
 */
function commitJournal(directory, journal) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, openName), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, doneName));
    discardAside(directory, journal);
}
/** Takes the change back: what it made goes, what it moved returns. */
function undoJournal(directory, journal) {
    const moved = new Set([...journal.movedFiles, ...journal.movedDirectories]);
    const replaced = (path) => existsInSelf(asideOf(path));
    const within = withinAny(journal.movedDirectories);
    for (const path of journal.made)
        if (!moved.has(path) && !within(path))
            remove(path);
    for (const path of journal.movedFiles)
        if (replaced(path))
            remove(path);
    for (const path of [...journal.madeDirectories].reverse())
        removeIfEmpty(path);
    for (const path of journal.movedFiles)
        if (replaced(path))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(asideOf(path), path);
    for (const path of journal.movedDirectories) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(unfinishedAsideOf(path), { recursive: true, force: true });
        if (!replaced(path))
            continue;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(asideOf(path), path);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, openName), { force: true });
    if (journal.madeDirectories.includes(directory))
        removeIfEmpty(directory);
}
/** True where a killed run left its journal. */
function hasAbandoned(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, openName)) || (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, doneName));
}
/**
 * Undoes the change of a killed run, or completes it where it held already. Call it with the claim on the environment.
 * Throws UserError ENVIRONMENT_UNREADABLE for a journal that is damaged, of another version, or about paths that are not in the
 * schemes of the environment: whoever brought a directory here may have put it into it.
 */
function settleAbandoned({ stateDirectory: directory, schemes }) {
    const roots = [directory, ...Object.values(schemes)];
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(asideOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, openName)), { force: true });
    const done = readJournal((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, doneName), roots);
    if (done !== undefined)
        discardAside(directory, done);
    const open = readJournal((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, openName), roots);
    if (open !== undefined)
        undoJournal(directory, open);
    if (open !== undefined)
        return 'undone';
    return done === undefined ? 'none' : 'completed';
}
function readJournal(path, roots) {
    const text = (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(path);
    if (text === undefined)
        return undefined;
    const journal = parseJournal(text, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    if (journal !== undefined && isConfined(journal, roots))
        return journal;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('ENVIRONMENT_UNREADABLE', `\`${path}\` is no journal of a change of this environment`, {
        hint: 'remove the environment, and it is made again',
    });
}
const pathLists = ['movedDirectories', 'movedFiles', 'made', 'madeDirectories', 'kept'];
function parseJournal(text, directory) {
    try {
        const value = JSON.parse(text, (_, item) => Array.isArray(item) ? item.map(path => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory, path)) : item);
        const journal = value;
        return journal.format === 1 && pathLists.every(name => Array.isArray(journal[name])) ? journal : undefined;
    }
    catch {
        return undefined;
    }
}
/** Through links too: what a path leads to is what would be removed. */
function isConfined(journal, roots) {
    const changed = [...journal.movedDirectories, ...journal.movedFiles, ...journal.made, ...journal.madeDirectories];
    const places = [...roots, ...roots.flatMap(root => (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .realPath */ .Ye)(root) ?? [])];
    const isPlace = (path) => places.some(root => (0,_survey_js__WEBPACK_IMPORTED_MODULE_5__/* .isWithin */ .U)(path, root));
    const parents = [...new Set(changed.map(path => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)))];
    return changed.every(isPlace) && parents.every(parent => isPlace((0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .realPath */ .Ye)(parent) ?? parent));
}
function discardAside(directory, journal) {
    const failed = [
        ...journal.movedDirectories.filter(path => !succeeds(() => removeTree(asideOf(path)))),
        ...journal.movedFiles.filter(path => !succeeds(() => remove(asideOf(path)))),
    ];
    const kept = new Set(journal.kept);
    const parents = new Set([...journal.movedFiles, ...journal.movedDirectories].map(path => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)));
    for (const parent of [...parents].sort((a, b) => b.length - a.length))
        removeEmptyUpwards(parent, kept);
    if (failed.length === 0)
        succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, doneName), { force: true }));
}
/** False where the system refuses: what follows the commit cannot end a run that succeeded. */
function succeeds(removal) {
    try {
        removal();
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return false;
    }
}
function removeTree(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'EACCES'))
            throw error;
        openTree(path);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path, { recursive: true, force: true });
    }
}
/** A directory that its owner may not write to cannot be emptied. */
function openTree(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(directory, 0o700);
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory, { withFileTypes: true })) {
        if (entry.isDirectory())
            openTree((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, entry.name));
    }
}
function removeEmptyUpwards(directory, kept) {
    for (let path = directory; !kept.has(path) && path !== (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path); path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path)) {
        if (!removeIfEmpty(path))
            return;
    }
}
/** Whether a path lies in one of these directories. */
function withinAny(directories) {
    const known = new Map(directories.map(directory => [directory, true]));
    const holds = (directory) => {
        const before = known.get(directory);
        if (before !== undefined)
            return before;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(directory);
        const answer = parent !== directory && holds(parent);
        known.set(directory, answer);
        return answer;
    };
    return path => directories.length > 0 && holds((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
}
/** Whether there is a file, a directory or a link, even one that leads nowhere. */
function existsInSelf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOTDIR'))
            return false;
        throw error;
    }
}
function remove(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        // A directory at the path of a file is of the change too, and goes with its directories. POSIX says EPERM, Linux EISDIR.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
            return;
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'EPERM') || !(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path).isDirectory())
            throw error;
    }
}
/** False where something is left in it. */
function removeIfEmpty(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmdirSync)(path);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            return true;
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return false;
    }
}


/***/ }),

/***/ 348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   Oq: () => (/* binding */ copiedOf),
/* harmony export */   U7: () => (/* binding */ linkDirectories),
/* harmony export */   lh: () => (/* binding */ stopLinking),
/* harmony export */   vm: () => (/* binding */ newCounter)
/* harmony export */ });
/* unused harmony export linkStoredTree */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5927);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9691);
/* harmony import */ var _tree_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3590);
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
    const descriptor = openSync(file, 'r');
    try {
        for (let done = 0; done < length;) {
            const read = readSync(descriptor, bytes, done, length - done, start + done);
            if (read === 0)
                return 0;
            done += read;
        }
    }
    finally {
        closeSync(descriptor);
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
            if ((0,_link_js__WEBPACK_IMPORTED_MODULE_4__/* .linkFile */ .TG)(`${storeRoot}/${from}/${name}`, `${directory}/${name}`, mode) !== undefined)
                copied++;
        }
        files += names.length;
    }
    return { files, copied };
}
/** Makes a directory and those above it, unless it is there. Throws UserError ENVIRONMENT_UNWRITABLE. */
function makeDirectory(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            return;
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            throw (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .cannotWrite */ .zz)(path, error);
        makeDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        makeDirectory(path);
    }
}


/***/ }),

/***/ 9691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D0: () => (/* binding */ unfinishedName),
/* harmony export */   TG: () => (/* binding */ linkFile),
/* harmony export */   _h: () => (/* binding */ writeFile),
/* harmony export */   f8: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5927);
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
    hardlink: node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync,
    symlink: symlinkFile,
    clone: cloneFile,
};
/** One symbolic link for one file: through a link to a directory, an uninstall would empty the store. */
function symlinkFile(source, destination) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(source);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.symlinkSync)(source, destination);
}
/** Shares the blocks of a file with a new one, which has the same permissions but a time of its own. */
function cloneFile(source, destination) {
    const { mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(source);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)(source, destination, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE_FORCE | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_EXCL);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(destination, mtimeMs / 1000, mtimeMs / 1000);
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
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, ...refusals))
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(error);
        // The directories are there: it is the file of the store that is not.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            throw error;
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            throw (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .cannotWrite */ .zz)(destination, error);
    }
    clear(destination);
    return tryLink(source, destination, link);
}
/** Read and written at a time. Most files are smaller: then no second read is needed. */
const blockBytes = 1 << 18;
let block;
/** Through one block of memory: faster than reading whole files, and nothing grows with the largest of them. */
function copyFile(source, destination) {
    const input = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(source, 'r');
    try {
        const { mode, mtimeMs, size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(input);
        const output = create(destination, (mode & 0o111) === 0 ? 0o666 : 0o777);
        try {
            pour(input, output, { size, destination });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.futimesSync)(output, mtimeMs / 1000, mtimeMs / 1000);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(output);
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(input);
    }
}
function pour(input, output, { size, destination }) {
    block ??= Buffer.allocUnsafeSlow(blockBytes);
    for (let done = 0; done < size;) {
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(input, block);
        if (length === 0)
            return;
        writeAll(output, block.subarray(0, length), destination);
        done += length;
    }
}
function writeAll(output, bytes, destination) {
    try {
        for (let done = 0; done < bytes.length;)
            done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(output, bytes, done);
    }
    catch (error) {
        throw (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .cannotWrite */ .zz)(destination, error);
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(unfinished, destination);
    }
    catch (error) {
        throw (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .cannotWrite */ .zz)(destination, error);
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
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
function create(path, mode) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', mode);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            throw (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .cannotWrite */ .zz)(path, error);
        clear(path);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', mode);
    }
}
/** Unlinks what lies where a file belongs. */
function clear(path) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isDirectory())
            throw (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .unwritable */ .mP)(path, 'EISDIR');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isUserError */ .iU)(error) ? error : (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .cannotWrite */ .zz)(path, error);
    }
}


/***/ }),

/***/ 8962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ plantTree),
/* harmony export */   j: () => (/* binding */ replant)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _wheel_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4222);
/* harmony import */ var _dist_info_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7188);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9691);
/* harmony import */ var _link_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(348);
/* harmony import */ var _scripts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3995);
/** Puts a stored tree into an environment: what is written first, then what is linked, by several threads. */







/**
 * Fills an environment that holds nothing of it.
 * Throws UserError ENVIRONMENT_UNWRITABLE, and ENOENT for a file that the store no longer has.
 */
async function plantTree(tree, place, help) {
    const counter = (0,_link_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .newCounter */ .vm)();
    const helped = help(counter);
    helped.catch(() => undefined);
    try {
        const written = writeFiles(tree, place);
        const linked = (0,_link_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .linkDirectories */ .U7)(tree.directories, place, counter);
        const files = written + linked + (await helped);
        return { files, copied: (0,_link_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .copiedOf */ .Oq)(counter) };
    }
    catch (error) {
        (0,_link_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .stopLinking */ .lh)(counter);
        await helped.catch(() => undefined);
        throw error;
    }
}
/**
 * Writes again what depends on where an environment lies: scripts, and the RECORDs that list them. For one that was made
 * for another path.
 */
function replant(tree, place) {
    const isPlaced = ({ kind, ...file }) => kind !== 'text' && (kind !== 'record' || ('parts' in file && file.parts.some(part => !isRange(part))));
    writeFiles(tree, place, isPlaced);
}
function writeFiles(tree, place, isWanted = () => true) {
    const rows = [];
    const made = new Set();
    let count = 0;
    for (const [index, file] of tree.files.entries()) {
        if (!isWanted(file))
            continue;
        const content = contentOf(file, { tree, place, rows });
        const isScript = file.kind === 'entry-point' || file.kind === 'script';
        if (isScript)
            rows[index] = (0,_dist_info_js__WEBPACK_IMPORTED_MODULE_3__/* .contentRow */ .CT)('', content);
        if (file.path === '')
            continue;
        const path = `${place.root}/${file.path}`;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if (!made.has(parent))
            (0,_link_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .makeDirectory */ .Oh)(parent);
        made.add(parent);
        (0,_link_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFile */ ._h)(path, content, { executable: isScript });
        count++;
    }
    return count;
}
function contentOf(file, { tree, place, rows }) {
    switch (file.kind) {
        case 'text':
            return Buffer.from(file.text);
        case 'entry-point':
            return (0,_scripts_js__WEBPACK_IMPORTED_MODULE_6__/* .scriptFiles */ .pe)(file.entryPoint, place.python, place)[0]?.content ?? Buffer.alloc(0);
        case 'script': {
            const shipped = file.shipped === undefined
                ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`${place.storeRoot}/${file.from}`)
                : Buffer.from(file.shipped, 'base64');
            return (0,_scripts_js__WEBPACK_IMPORTED_MODULE_6__/* .rewriteShebang */ .Zo)(shipped, place.python, place) ?? shipped;
        }
        case 'record': {
            const [first] = file.parts;
            const textOf = ([start, bytes]) => tree.texts.subarray(start, start + bytes);
            if (file.parts.length === 1 && first !== undefined && isRange(first))
                return textOf(first);
            const rowOf = ({ recordPath, script }) => Buffer.from((0,_wheel_record_js__WEBPACK_IMPORTED_MODULE_2__/* .formatRecord */ .bM)([{ ...(rows[script] ?? { hash: '', size: undefined }), path: recordPath }]));
            return Buffer.concat(file.parts.map(part => (isRange(part) ? textOf(part) : rowOf(part))));
        }
    }
}
function isRange(part) {
    return Array.isArray(part);
}


/***/ }),

/***/ 1879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ unlessAbsent),
/* harmony export */   Ye: () => (/* binding */ realPath),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   wj: () => (/* binding */ distinctDirectories)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/** Reading what may not be there. Synchronous: the fastest way for many small files. */


/** The entries of a directory, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
function namesIn(directory) {
    return unlessAbsent(directory, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory));
}
/** A file as text, or undefined where there is none. Throws UserError ENVIRONMENT_UNREADABLE. */
function textOf(file) {
    return unlessAbsent(file, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
}
/** These directories without those that are not there and without other names of one that is. */
function distinctDirectories(directories) {
    const byRealPath = new Map();
    for (const directory of directories) {
        const real = realPath(directory);
        if (real !== undefined && !byRealPath.has(real))
            byRealPath.set(real, directory);
    }
    return [...byRealPath.values()];
}
/** A path with its links resolved, or undefined where nothing has it. Throws UserError ENVIRONMENT_UNREADABLE. */
function realPath(path) {
    return unlessAbsent(path, () => node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path));
}
/** The last: what Node says to a path with a null character. */
const absent = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];
/** What `read` returns, or undefined where nothing has this path. Throws UserError ENVIRONMENT_UNREADABLE. */
function unlessAbsent(path, read) {
    try {
        return read();
    }
    catch (error) {
        const errno = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errnoOf */ .UQ)(error);
        if (errno === undefined)
            throw error;
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .hasErrno */ .Nm)(error, ...absent))
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('ENVIRONMENT_UNREADABLE', `cannot read \`${path}\` (${errno})`, {
            hint: 'check the permissions, or name another environment with `--venv`',
            cause: error,
        });
    }
}


/***/ }),

/***/ 5709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin),
/* harmony export */   j: () => (/* binding */ openSurvey)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _wheel_portable_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8286);
/* harmony import */ var _wheel_reserved_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4959);
/* harmony import */ var _reading_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1879);
/** What lies where in an environment, and what of it a distribution may own. Every directory is read once. */






/** Throws UserError ENVIRONMENT_UNREADABLE, as do all functions of the survey. */
function openSurvey(environment) {
    const roots = realRoots(environment);
    const folderOf = remember((path) => readFolder(path, roots));
    const bytecodeIn = remember((path) => indexBytecode(folderOf(path)));
    const reservedIn = remember((path) => reservedNames(path, environment));
    const describe = (folder, { name, isDirectory }) => ({
        path: folder.path.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder.path + name : folder.path + node_path__WEBPACK_IMPORTED_MODULE_1__.sep + name,
        isDirectory,
        isRemovable: folder.isInside && !reservedIn(folder.path)(name),
    });
    return {
        find: path => {
            const folder = folderOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
            const entry = folder && entryOf(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
            return folder && entry && describe(folder, entry);
        },
        contents: directory => {
            const folder = folderOf(directory);
            return folder === undefined ? [] : [...folder.entries.values()].map(entry => describe(folder, entry));
        },
        bytecodeOf: source => {
            const folder = folderOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(source));
            if (folder === undefined)
                return [];
            const module = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(source, '.py');
            const caches = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder.path, '__pycache__');
            const cached = bytecodeIn(caches).get(module) ?? [];
            const beside = [`${module}.pyc`, `${module}.pyo`].flatMap(name => folder.entries.get(name) ?? []);
            const inCaches = cached.length === 0 ? undefined : folderOf(caches);
            return [
                ...beside.map(entry => describe(folder, entry)),
                ...(inCaches === undefined ? [] : cached.map(entry => describe(inCaches, entry))),
            ];
        },
    };
}
/** Innermost first. */
function realRoots({ schemes }) {
    const { purelib, platlib, scripts, headers, data } = schemes;
    const roots = [purelib, platlib, scripts, headers, data].flatMap(spelled => {
        const real = (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .realPath */ .Ye)(spelled);
        return real === undefined ? [] : { spelled, real };
    });
    return roots.sort((a, b) => b.real.length - a.real.length);
}
function readFolder(path, roots) {
    const isNear = roots.some(({ spelled, real }) => isWithin(path, spelled) || isWithin(path, real));
    const real = isNear ? (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .realPath */ .Ye)(path) : ifReadable(() => (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .realPath */ .Ye)(path));
    if (real === undefined)
        return undefined;
    const root = roots.find(candidate => isWithin(real, candidate.real));
    if (root === undefined)
        return { path: real, isInside: false, entries: new Map(), folded: () => new Map() };
    const entries = (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessAbsent */ .QY)(real, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(real, { withFileTypes: true }).map(toEntry));
    if (entries === undefined)
        return undefined;
    return {
        path: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root.spelled, real.slice(root.real.length)),
        isInside: true,
        entries: new Map(entries.map(entry => [entry.name, entry])),
        folded: once(() => new Map(entries.map(entry => [(0,_wheel_portable_path_js__WEBPACK_IMPORTED_MODULE_5__/* .foldPath */ .t)(entry.name), entry]))),
    };
}
function toEntry(entry) {
    return { name: entry.name, isDirectory: entry.isDirectory() };
}
/** By its exact name; else as the file system finds it, which may not tell `A.py` from `a.py`. */
function entryOf({ path, isInside, entries, folded }, name) {
    const exact = entries.get(name);
    if (exact !== undefined)
        return exact;
    const look = () => (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessAbsent */ .QY)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name), () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name)));
    const alike = isInside ? folded().get((0,_wheel_portable_path_js__WEBPACK_IMPORTED_MODULE_5__/* .foldPath */ .t)(name)) : undefined;
    if (isInside && alike === undefined)
        return undefined;
    const status = isInside ? look() : ifReadable(look);
    return status && { name: alike?.name ?? name, isDirectory: status.isDirectory() };
}
/** What lies outside and may not be looked at concerns nobody. */
function ifReadable(read) {
    try {
        return read();
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isUserError */ .iU)(error))
            return undefined;
        throw error;
    }
}
const bytecodeName = /^(.+?)\.[A-Za-z][\w-]*(?:-pytest-[\w.+]+)?(?:\.opt-\w+)?\.pyc$/;
/** The files of a `__pycache__` by the name of their module: `x.y.cpython-311.opt-1.pyc` belongs to `x.y`. */
function indexBytecode(folder) {
    const byModule = new Map();
    for (const entry of folder?.entries.values() ?? []) {
        const [, module] = bytecodeName.exec(entry.name) ?? [];
        if (module === undefined)
            continue;
        const others = byModule.get(module);
        if (others === undefined)
            byModule.set(module, [entry]);
        else
            others.push(entry);
    }
    return byModule;
}
/** What in a directory is the environment's: directories of schemes, interpreters, activation, the standard library. */
function reservedNames(directory, environment) {
    const { python, stateDirectory, schemes } = environment;
    if (isStandardLibrary(directory, environment))
        return () => true;
    const kept = [...Object.values(schemes), python].filter(path => path !== directory && isWithin(path, directory));
    const names = new Set(kept.map(path => path.slice(directory.length).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).find(Boolean)));
    const [isScripts, isData] = [directory === schemes.scripts, directory === schemes.data];
    const isState = directory === stateDirectory;
    if (names.size === 0 && !isScripts && !isData && !isState)
        return () => false;
    return name => names.has(name) ||
        ((isScripts || isData) && (0,_wheel_reserved_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedScript */ .yT)(name)) ||
        (isData && /^(?:pyvenv\.cfg|lib64)$/i.test(name)) ||
        (isState && name.startsWith('.wheelcrew'));
}
function isStandardLibrary(directory, { kind, schemes }) {
    const { purelib, platlib, scripts, headers, data } = schemes;
    const parents = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(purelib), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(platlib)].filter(parent => parent !== data);
    if (kind === 'target' || !parents.some(parent => isWithin(directory, parent)))
        return false;
    return ![purelib, platlib, scripts, headers].some(scheme => isWithin(directory, scheme));
}
/** True for a directory itself and for everything below it, as text. */
function isWithin(path, directory) {
    if (!path.startsWith(directory))
        return false;
    return path.length === directory.length || directory.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) || path[directory.length] === node_path__WEBPACK_IMPORTED_MODULE_1__.sep;
}
function once(make) {
    const made = remember(make);
    return () => made('');
}
function remember(read) {
    const known = new Map();
    return path => {
        const value = known.get(path);
        if (value !== undefined || known.has(path))
            return value;
        const fresh = read(path);
        known.set(path, fresh);
        return fresh;
    };
}


/***/ }),

/***/ 6283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ beginEnvironment),
/* harmony export */   N: () => (/* binding */ venvOptionsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _install_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2976);
/* harmony import */ var _python_claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3218);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5927);
/* harmony import */ var _python_venv_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3129);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7564);
/** The environment of a run: opened, or begun while the lock is still being read. */







/**
 * Opens the environment that the settings name, or starts to make a virtual environment where it is missing. Undefined
 * where another process was faster with that: choose an interpreter anew.
 */
async function beginEnvironment({ interpreter, venv }, run) {
    const { environment: setting } = run.settings;
    const { host } = run;
    const waiting = (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .waitingOf */ .PZ)(run);
    if (setting.kind !== 'venv' || venv === undefined) {
        const environment = setting.kind === 'target'
            ? (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .targetEnvironment */ .dK)(setting.path, interpreter, host.platform)
            : (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .systemEnvironment */ .f7)(interpreter, host.platform);
        return openExisting(environment, run, () => (0,_python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claimEnvironment */ .Wm)(environment, waiting));
    }
    const environment = (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .venvEnvironment */ .z7)(setting.path, interpreter, host.platform);
    const claim = () => (0,_python_venv_js__WEBPACK_IMPORTED_MODULE_5__/* .claimVenv */ .gM)(environment.root, venv, { host, ...waiting });
    if (venv.kind === 'venv')
        return openExisting(environment, run, async () => (await claim()) ?? vanished(environment));
    const claimed = await claim();
    return claimed === undefined ? undefined : makeVenv(environment, interpreter, { run, claim: claimed });
}
/** With what a virtual environment is made: templates lie beside the answers of interpreters. */
function venvOptionsOf({ host, located: { store }, templates }) {
    return { host, directory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(store.root, 'interpreters'), temporary: store.temporary, begun: templates };
}
function vanished({ root }) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('VENV_BROKEN', `another process has removed \`${root}\` in the meantime`, {
        hint: 'run again, and the environment is made again',
    });
}
function makeVenv(environment, interpreter, { run, claim }) {
    // The claim outlasts an attempt that fails: what was put there meanwhile goes first.
    const lasting = { ...claim, release: async () => { } };
    const made = (0,_run_js__WEBPACK_IMPORTED_MODULE_6__/* .timed */ .ay)(run.watch, 'venv', () => (0,_python_venv_js__WEBPACK_IMPORTED_MODULE_5__/* .createVenv */ .oZ)(lasting, interpreter, venvOptionsOf(run)));
    const end = async (work) => {
        await made.catch(() => undefined);
        await work();
        await claim.release();
    };
    made.catch(() => undefined);
    return {
        environment,
        isNew: true,
        isUnsettled: async () => false,
        claim: async () => { },
        ready: async () => void (await made),
        finish: () => end(async () => { }),
        undo: () => end(() => (0,_python_venv_js__WEBPACK_IMPORTED_MODULE_5__/* .emptyVenv */ .XU)(claim)),
    };
}
function openExisting(environment, { watch }, take) {
    const { root, stateDirectory } = environment;
    let held;
    const release = async () => {
        await held?.release();
        held = undefined;
    };
    return {
        environment,
        isNew: false,
        isUnsettled: async () => (0,_install_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .hasAbandoned */ .vH)(stateDirectory) || (0,_python_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .isLeftClaimed */ .XH)(stateDirectory),
        claim: async () => {
            held = await take();
            if ((0,_install_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .settleAbandoned */ .MK)(environment) === 'undone') {
                watch.decide('repair', 'undone', `a killed run had left a change of \`${root}\` half done`);
            }
        },
        ready: async () => { },
        finish: release,
        undo: release,
    };
}


/***/ }),

/***/ 6061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ readyRequest),
/* harmony export */   N2: () => (/* binding */ keepRequest),
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   makeReady: () => (/* binding */ makeReady),
/* harmony export */   nB: () => (/* binding */ takeReady)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _install_plant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8962);
/* harmony import */ var _python_venv_template_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4172);
/* harmony import */ var _store_entry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6525);
/* harmony import */ var _store_store_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7208);
/* harmony import */ var _store_usage_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5118);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6283);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6687);
/**
 * Ready environments: linked copies in the store that nobody has used, by plan and by the path that they name. One rename
 * puts such a copy into its place, whatever its size.
 */











/** What the settings want kept; undefined: nothing. */
function keepRequest(request, { linkMode, readyEnvironments }) {
    if (linkMode === 'image')
        return { ...request, form: 'image' };
    // Where files cannot be linked or cloned, nothing can be renamed either.
    const isRenamed = request.linkMode === 'hardlink' || request.linkMode === 'clone';
    return readyEnvironments === 'keep' && isRenamed ? { ...request, form: 'ready' } : undefined;
}
/** The request for an environment of this plan and path; undefined where none can be made. */
function readyRequest({ plan: { key, file }, environment, interpreter }, run) {
    const template = (0,_python_venv_template_js__WEBPACK_IMPORTED_MODULE_5__/* .templatePath */ .Y7)(interpreter, (0,_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .venvOptionsOf */ .N)(run));
    if (key === undefined || template === undefined || run.host.platform.os === 'win32')
        return undefined;
    const tree = file.digest;
    const { directory, linkMode } = run.located;
    return { store: directory, key, tree, root: environment.root, python: environment.python, template, linkMode };
}
/**
 * Renames a ready environment of this plan to its path, if there is one: of that path, or of another, whose texts are written
 * again before. Says which; undefined where there is none.
 */
async function takeReady(request, plan, { located, host }) {
    const directory = readyDirectory(located.store, request);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(request.root), { recursive: true });
    if (await renameIfPossible((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, readyName(request, host)), request.root))
        return 'ready';
    const ofKind = (await (0,_store_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .childrenOf */ .LU)(located.store, `ready/${request.tree}`)).filter(name => name.startsWith(readyKind(request, host)));
    for (const name of ofKind) {
        const staged = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(located.store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
        if (!(await renameIfPossible((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name), staged)))
            continue;
        try {
            if (!(await (0,_python_venv_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillFromStored */ .vG)(request.template, { at: staged, root: request.root })))
                continue;
            (0,_install_plant_js__WEBPACK_IMPORTED_MODULE_4__/* .replant */ .j)(plan.file.tree(), placeIn(staged, request, { store: located.store, host }));
            if (await renameIfPossible(staged, request.root))
                return 'moved';
        }
        finally {
            await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_7__/* .discard */ .vf)(staged);
        }
    }
    return undefined;
}
/** Makes a ready environment. False where there is one, where its plan or template is gone, or where the store has lost a wheel. */
async function makeReady(request, host) {
    const store = await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_7__/* .openStore */ .Ch)(request.store);
    const directory = readyDirectory(store, request);
    const name = readyName(request, host);
    const plan = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_10__/* .readStoredPlan */ .Td)(request.key, store);
    if (plan?.file.digest !== request.tree || (await (0,_store_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .childrenOf */ .LU)(store, `ready/${request.tree}`)).includes(name))
        return false;
    const staged = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    (0,_store_usage_js__WEBPACK_IMPORTED_MODULE_8__/* .markUsed */ .N)(store, plan.facts.entries, Date.now());
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(staged);
        if (!(await (0,_python_venv_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillFromStored */ .vG)(request.template, { at: staged, root: request.root })))
            return false;
        await (0,_install_plant_js__WEBPACK_IMPORTED_MODULE_4__/* .plantTree */ .O)(plan.file.tree(), placeIn(staged, request, { store, host }), async () => 0);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory, { recursive: true });
        return await renameIfPossible(staged, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name));
    }
    finally {
        await (0,_store_store_js__WEBPACK_IMPORTED_MODULE_7__/* .discard */ .vf)(staged);
    }
}
/** Where the files of a request go, while its environment is not yet in its place. */
function placeIn(root, { python, linkMode }, { store, host }) {
    return { storeRoot: store.root, root, linkMode, python, os: host.platform.os };
}
function readyDirectory(store, { tree }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(store.root, 'ready', tree);
}
/** How its files were put in place. */
function readyKind({ linkMode }, { umask }) {
    return `${linkMode}-${umask.toString(8).padStart(4, '0')}-`;
}
function readyName(request, host) {
    return `${readyKind(request, host)}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(request.root).digest('hex').slice(0, 16)}`;
}
/** False where nothing is there, where the target is taken, or where the two lie on different file systems. */
async function renameIfPossible(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return false;
    }
}


/***/ }),

/***/ 7564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Iy: () => (/* binding */ openRun),
  ay: () => (/* binding */ timed),
  PZ: () => (/* binding */ waitingOf),
  Bg: () => (/* binding */ withRealms)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/fetch/credentials.js + 1 modules
var fetch_credentials = __webpack_require__(4954);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/fetch/failure.js
var fetch_failure = __webpack_require__(5082);
;// CONCATENATED MODULE: ./lib/fetch/exchange.js
/** One attempt at one request: the redirects, the answer, the body, and a watch over its silence. */



/** Sends the request once. What the network or the server does wrong is a Failure; what `read` throws is thrown. */
async function attempt(request, read) {
    const watch = watchForSilence(request);
    try {
        const answer = await followRedirects(request, watch);
        if ('failure' in answer)
            return answer;
        return await readAnswer(answer, { request, watch, read });
    }
    finally {
        watch.end();
    }
}
const longestRedirectChain = 10;
async function followRedirects(request, watch) {
    let hop = { url: request.url, userinfo: (0,fetch_credentials/* userinfoOf */.tD)(request.url) };
    for (let redirects = 0; redirects <= longestRedirectChain; redirects++) {
        const sent = await sendWithCredentials(hop, request, watch);
        if ('failure' in sent)
            return sent;
        const location = locationOf(sent.answer);
        if (location === undefined)
            return { url: (0,fetch_credentials/* withoutUserinfo */.Q3)(hop.url), ...sent };
        sent.answer.discard();
        const next = nextHop(hop, location);
        if ('failure' in next)
            return next;
        hop = next;
    }
    return { failure: (0,fetch_failure/* redirectFailure */.l2)(`more than ${longestRedirectChain} times`) };
}
async function sendWithCredentials({ url, userinfo }, request, watch) {
    const first = await request.credentials.first(url, userinfo);
    const sent = await send(url, { request, watch, credentials: first });
    if ('failure' in sent || sent.answer.status !== 401)
        return sent;
    const second = await request.credentials.second(url, first);
    if (second === undefined)
        return sent;
    sent.answer.discard();
    return send(url, { request, watch, credentials: second });
}
async function send(url, { request, watch, credentials }) {
    const authorization = credentials === undefined ? {} : { authorization: (0,fetch_credentials/* basicAuthorization */.aR)(credentials) };
    const headers = { 'user-agent': `wheelcrew/${version/* version */.r}`, ...request.headers, ...authorization };
    const { connectTimeoutMs, stallTimeoutMs } = request;
    let connected = false;
    const onConnected = () => {
        connected = true;
        watch.listen(stallTimeoutMs);
    };
    try {
        request.signal?.throwIfAborted();
        watch.listen(connectTimeoutMs);
        const sent = await request.transport((0,fetch_credentials/* withoutUserinfo */.Q3)(url), { headers, signal: watch.signal, onConnected });
        if ('answer' in sent)
            return { answer: sent.answer, sentCredentials: credentials !== undefined };
        request.signal?.throwIfAborted();
        if (watch.hasFired()) {
            return {
                failure: connected
                    ? (0,fetch_failure/* stallFailure */.n$)(stallTimeoutMs, url.host, undefined)
                    : (0,fetch_failure/* connectTimeoutFailure */.iJ)(connectTimeoutMs, url.host),
            };
        }
        const failure = (0,fetch_failure/* connectionFailure */.Dx)(sent.error, url.host);
        if (failure === undefined)
            throw sent.error;
        return { failure };
    }
    finally {
        watch.rest();
    }
}
function locationOf({ status, headers }) {
    return [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined;
}
function nextHop(from, location) {
    if (!URL.canParse(location, from.url.href))
        return { failure: (0,fetch_failure/* redirectFailure */.l2)('to what is no address') };
    const url = new URL(location, from.url);
    const isSecure = url.protocol === 'https:';
    if (!isSecure && url.protocol !== 'http:')
        return { failure: (0,fetch_failure/* redirectFailure */.l2)(`to \`${url.protocol}\``) };
    if (!isSecure && from.url.protocol === 'https:') {
        return { failure: (0,fetch_failure/* redirectFailure */.l2)(`from https to \`${url.href}\`, which is not encrypted`) };
    }
    return { url, userinfo: (0,fetch_credentials/* userinfoOf */.tD)(url) ?? (url.origin === from.url.origin ? from.userinfo : undefined) };
}
async function readAnswer({ url, answer, sentCredentials }, { request, watch, read }) {
    const { status, headers } = answer;
    if ((status < 200 || status > 299) && !request.accept.includes(status)) {
        answer.discard();
        return { failure: (0,fetch_failure/* statusFailure */.FP)(answer, sentCredentials) };
    }
    const progress = { bytes: 0, error: undefined };
    const body = watchedBody(answer, { watch, progress, timeoutMs: request.stallTimeoutMs });
    try {
        return { value: await read({ url: url.href, status, headers, body }) };
    }
    catch (error) {
        request.signal?.throwIfAborted();
        if (progress.error === undefined)
            throw error;
        if (watch.hasFired())
            return { failure: (0,fetch_failure/* stallFailure */.n$)(request.stallTimeoutMs, url.host, progress.bytes) };
        return { failure: (0,fetch_failure/* bodyFailure */.d)(progress.error, progress.bytes) };
    }
}
async function* watchedBody({ body }, { watch, progress, timeoutMs }) {
    try {
        watch.listen(timeoutMs);
        for await (const piece of body) {
            watch.rest();
            progress.bytes += piece.byteLength;
            yield piece;
            watch.listen(timeoutMs);
        }
    }
    catch (error) {
        progress.error = error;
        throw error;
    }
    finally {
        watch.rest();
    }
}
function watchForSilence({ signal }) {
    const silence = new AbortController();
    let timer;
    let fired = false;
    return {
        signal: signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]),
        listen: timeoutMs => {
            clearTimeout(timer);
            timer = setTimeout(() => {
                fired = true;
                silence.abort();
            }, timeoutMs);
        },
        rest: () => clearTimeout(timer),
        hasFired: () => fired,
        end: () => {
            clearTimeout(timer);
            silence.abort();
        },
    };
}

// EXTERNAL MODULE: ./lib/process.js
var process = __webpack_require__(6318);
;// CONCATENATED MODULE: ./lib/fetch/keyring.js
/** Passwords from the `keyring` command, as the provider "subprocess" of pip and uv asks for them. */


/** The keyring, when UV_KEYRING_PROVIDER or PIP_KEYRING_PROVIDER is `subprocess`. */
function createKeyring(host, { onSecret, timeoutMs = 30_000 }) {
    if (!isWanted(host.env))
        return undefined;
    const answers = new Map();
    let isMissing = false;
    const run = async (args) => {
        if (isMissing)
            return [];
        try {
            const { exitCode, stdout } = await (0,process/* runProcess */.R)('keyring', args, { env: host.env, timeoutMs });
            return exitCode === 0 ? stdout.split(/\r?\n/) : [];
        }
        catch (error) {
            if (!isMissing) {
                host.log.warn(`the command \`keyring\` cannot be started (${(0,errors/* errnoOf */.UQ)(error)}): its passwords are not used`);
            }
            isMissing = true;
            return [];
        }
    };
    const lookUp = async (services, username) => {
        for (const service of services) {
            const found = username === undefined
                ? await run(['get', '--mode', 'creds', service])
                : [username, ...(await run(['get', service, username]))];
            const [name = '', password = ''] = found;
            if (password === '')
                continue;
            onSecret(password);
            return { username: name, password };
        }
        return undefined;
    };
    return {
        ask: (services, username) => {
            const key = JSON.stringify([services, username]);
            const answer = answers.get(key) ?? lookUp(services, username);
            answers.set(key, answer);
            return answer;
        },
    };
}
function isWanted(env) {
    return [env.UV_KEYRING_PROVIDER, env.PIP_KEYRING_PROVIDER].includes('subprocess');
}

// EXTERNAL MODULE: ./lib/fetch/lazy-transport.js
var lazy_transport = __webpack_require__(2384);
;// CONCATENATED MODULE: ./lib/fetch/client.js
/** Reading over http(s): credentials, retries, redirects and stalled connections in one place. */









/**
 * Makes the client of one run. 408, 425, 429, 5xx and network trouble are tried again, after an exponentially growing wait
 * or the one that the server asks for (at most a minute). At most 10 redirects, never from https to http; credentials
 * do not follow a redirect to another origin (RFC 9110 §15.4). Proxies and certificates are those of the host's environment.
 */
function createClient(options) {
    const { host, index, connections = 16, sleep = sleepFor, onSecret = () => { } } = options;
    const { connectTimeoutMs = 10_000, stallTimeoutMs = 30_000 } = options;
    const credentials = (0,fetch_credentials/* createCredentialSource */.nZ)(host, index, createKeyring(host, { onSecret }));
    const slots = (0,concurrency/* createSlots */.e)(connections);
    const transport = (0,lazy_transport/* lazyTransport */.Q)({ env: host.env, connectTimeoutMs });
    const get = async (address, read, { headers = {}, accept = [], retries = options.retries ?? 3, signal } = {}) => {
        const url = provenUrl(address, index);
        const request = { url, accept, signal, connectTimeoutMs, stallTimeoutMs, credentials, transport };
        for (let attempts = 1;; attempts++) {
            signal?.throwIfAborted();
            const outcome = await attempt({ ...request, headers: typeof headers === 'function' ? headers() : headers }, read);
            if ('value' in outcome)
                return outcome.value;
            const { failure } = outcome;
            if (!failure.retry || attempts > retries)
                throw (0,fetch_failure/* failureError */.Xv)(failure, { url: url.href, attempts });
            const wait = waitBefore(attempts, failure);
            host.log.debug(`\`${(0,redact/* redact */.E$)(url.href)}\` ${failure.what}: trying again in ${(wait / 1000).toFixed(1)} s`);
            await sleep(wait, signal);
        }
    };
    return {
        get: (url, read, request) => slots.use(() => get(url, read, request), request?.signal),
        withConnection: (work, signal) => slots.use(() => work(get), signal),
    };
}
function provenUrl(address, { offline }) {
    const { url } = (0,fetch_credentials/* parseIndexAddress */.OO)(address);
    if (!URL.canParse(url) || !/^https?:/i.test(url)) {
        throw (0,errors/* usageError */.Wp)('URL_INVALID', `\`${(0,redact/* redact */.E$)(url)}\` is no address to fetch from, expected \`https://…\` or \`http://…\``);
    }
    if (offline) {
        throw new errors/* UserError */.yo('OFFLINE', `\`${(0,redact/* redact */.E$)(url)}\` is needed and \`offline\` is set`, {
            hint: 'run once without `offline`, which fills the store, or name local wheels with `find-links`',
        });
    }
    return new URL(url);
}
const firstWaitMs = 500;
const longestBackoffMs = 10_000;
const longestWaitMs = 60_000;
/** Half of the backoff is random, so that parallel downloads do not come back together. */
function waitBefore(attempts, { retryAfterMs }) {
    const backoff = Math.min(longestBackoffMs, firstWaitMs * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
    return Math.min(longestWaitMs, Math.max(backoff, retryAfterMs ?? 0));
}
async function sleepFor(ms, signal) {
    await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal });
}

// EXTERNAL MODULE: ./lib/store/store.js
var store = __webpack_require__(7208);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./lib/workers/pool.js
/** A fixed number of worker threads over one queue: one task in flight per thread, errors mapped in one place. */


/** Up to `size` threads that run the module at `workerPath`; each starts when a task finds no idle one. */
function startPool(workerPath, size) {
    const queue = [];
    const threads = [];
    let closed;
    const feed = (thread) => {
        if (thread.current !== undefined)
            return;
        thread.current = queue.shift();
        if (thread.current === undefined) {
            thread.worker.unref();
            return;
        }
        thread.worker.ref();
        thread.worker.postMessage(thread.current.task, thread.current.transfer);
    };
    const fail = (error) => {
        closed ??= error;
        for (const thread of threads)
            thread.current?.reject(error);
        for (const pending of queue.splice(0))
            pending.reject(error);
    };
    const grow = () => {
        const thread = startThread(workerPath, { feed, fail });
        threads.push(thread);
        return thread;
    };
    return {
        run: (task, transfer = []) => new Promise((resolve, reject) => {
            if (closed !== undefined)
                return reject(closed);
            queue.push({ task, transfer, resolve: resolve, reject });
            const idle = threads.find(thread => thread.current === undefined);
            if (idle !== undefined)
                feed(idle);
            else if (threads.length < size)
                feed(grow());
        }),
        warm: count => {
            while (threads.length < Math.min(count, size))
                grow();
        },
        close: async () => {
            fail(new Error('the worker pool is closed'));
            await Promise.all(threads.map(thread => thread.worker.terminate()));
        },
    };
}
function startThread(workerPath, { feed, fail }) {
    const thread = { worker: new external_node_worker_threads_.Worker(workerPath), current: undefined };
    thread.worker.unref();
    thread.worker.on('message', (reply) => {
        const pending = thread.current;
        thread.current = undefined;
        if ('error' in reply)
            pending?.reject((0,errors/* fromWire */.kn)(reply.error));
        else
            pending?.resolve(reply.answer);
        feed(thread);
    });
    thread.worker.on('error', error => fail(error instanceof Error ? error : new Error(String(error))));
    thread.worker.on('exit', code => fail(new Error(`a worker thread ended with code ${code}`)));
    return thread;
}

;// CONCATENATED MODULE: ./lib/pipeline/run.js
/** What one run holds open: worker threads, the HTTP client, the store. */







function openRun(settings, host, { realms, ...services }) {
    const { located } = services;
    let pool;
    const scratch = (0,external_node_path_.join)(located.isReadOnly === true ? (0,external_node_os_.tmpdir)() : located.store.temporary, (0,external_node_crypto_.randomUUID)());
    const templates = new Map();
    const digests = new Map();
    const poolOnce = () => {
        pool ??= startPool(host.workerPath, host.parallelism);
        return pool;
    };
    return {
        ...services,
        settings,
        host,
        client: clientFor(realms, host),
        templates,
        pool: poolOnce,
        digest: path => {
            const digest = digests.get(path) ?? poolOnce().run({ kind: 'digest', path });
            digests.set(path, digest);
            return digest;
        },
        scratchDirectory: async (name) => {
            const path = (0,external_node_path_.join)(scratch, name);
            await (0,promises_.mkdir)(path, { recursive: true });
            return path;
        },
        mounting: services.mounting ??
            (async () => {
                const { diagnoseMounting } = await __webpack_require__.e(/* import() */ 33).then(__webpack_require__.bind(__webpack_require__, 8033));
                return diagnoseMounting(located.store.root, host);
            }),
        close: async () => {
            await Promise.allSettled(templates.values());
            await pool?.close();
            await (0,store/* discard */.vf)(scratch);
        },
    };
}
/** The same run, with the credentials of these indexes. */
function withRealms(run, realms) {
    return { ...run, client: clientFor(realms, run.host) };
}
function clientFor(index, host) {
    return createClient({ host, index, onSecret: secret => host.onSecret?.(secret) });
}
/** How this run waits for another one. */
function waitingOf({ host, watch }) {
    return {
        onWait: owner => host.log.info(`waiting for ${owner}, which is at work on the environment`),
        signal: watch.signal,
    };
}
/** Runs a piece of work as a span of the timeline; a failed one is recorded too. */
async function timed(watch, stage, work) {
    const end = watch.begin(stage);
    try {
        return await work();
    }
    finally {
        end();
    }
}


/***/ }),

/***/ 367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isOwnVariable),
/* harmony export */   b: () => (/* binding */ pythonEnvironmentVariables)
/* harmony export */ });
/** Of this program and of the action that runs it: kept from builds, as from every step of a job. */
const ownVariables = /^(?:WHEELCREW_|INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/i;
/** Whether a variable of ours is kept from builds. */
function isOwnVariable(name) {
    return ownVariables.test(name);
}
/**
 * The environment without `PYTHON*` and `__PYVENV_LAUNCHER__`, which change what an interpreter reports and imports, and without
 * our own variables: resolvers run the code of source archives.
 */
function pythonEnvironmentVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !changesPython.test(name) && !isOwnVariable(name)));
}
const changesPython = /^(?:PYTHON.*|__PYVENV_LAUNCHER__)$/i;


/***/ }),

/***/ 4172:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y7: () => (/* binding */ templatePath),
/* harmony export */   oS: () => (/* binding */ fillFromTemplate),
/* harmony export */   ui: () => (/* binding */ templateWish),
/* harmony export */   vG: () => (/* binding */ fillFromStored)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/**
 * What `python -m venv --without-pip` makes, kept so that it need not run again: made once at a path of our own, with that
 * path and its name taken out of the texts. `venv` quotes paths in ways that differ between versions, so only paths that no
 * version has to quote are filled in; for others the module runs.
 */





/** In the texts of a template: the path of the environment, and its last part. */
const rootMark = '\0root\0';
const nameMark = '\0name\0';
/**
 * Makes a virtual environment in `at`, a directory that exists, whose texts name `root`, where it will lie. False where no
 * template can be had or filled in: then run the module. Throws what `makeByModule` throws, and system errors of `at`.
 */
async function fillFromTemplate({ at, root }, interpreter, services) {
    if (services.host.platform.os === 'win32' || !isPlain(root))
        return false;
    const place = templatePath(interpreter, services);
    const template = place === undefined
        ? undefined
        : ((await services.begun?.get(place)) ?? (await readTemplate(place)) ?? (await makeTemplate(place, services)));
    if (template === undefined)
        return false;
    instantiate(template, { at, root });
    return true;
}
/** Has an interpreter that is asked what it is make the template too; undefined where none could be made of that, or is not tried. */
function templateWish(services) {
    const { host, temporary, begun } = services;
    if (begun === undefined || host.platform.os !== 'linux' || !isPlain(temporary))
        return undefined;
    return {
        temporary,
        begun: (interpreter, passing) => {
            const place = templatePath(interpreter, services);
            if (place !== undefined)
                begun.set(place, takePassing(place, passing, services));
        },
    };
}
/** What no shell of any `activate` has to have quoted; newer modules refuse a `:`, which separates the directories of PATH. */
function isPlain(path) {
    return /^[A-Za-z0-9@%+=,./_-]+$/.test(path);
}
/** Fills in a stored template; false where there is none, or where it cannot name this path. Throws system errors of `at`. */
async function fillFromStored(template, place) {
    const stored = isPlain(place.root) ? await readTemplate(template) : undefined;
    if (stored !== undefined)
        instantiate(stored, place);
    return stored !== undefined;
}
/** By all that the module's output depends on: the interpreter, and its executable as it is now; undefined where that is gone. */
function templatePath(interpreter, { directory }) {
    try {
        const { size, mtimeMs } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(interpreter.baseExecutable);
        const { tags: _, ...facts } = interpreter;
        const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
            .update(JSON.stringify([1, facts, size, mtimeMs]))
            .digest('hex');
        return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, `${key}.venv.json`);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return undefined;
    }
}
async function readTemplate(path) {
    try {
        const template = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8'));
        return template?.format === 1 && Array.isArray(template.entries) && template.entries.every(isEntry)
            ? template
            : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError || (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES'))
            return undefined;
        throw error;
    }
}
/** A disk that was full or lost power leaves what is JSON, and no template. */
function isEntry(entry) {
    if (typeof entry?.path !== 'string')
        return false;
    if (entry.kind === 'file')
        return typeof entry.text === 'string';
    return entry.kind === 'directory' || (entry.kind === 'link' && typeof entry.target === 'string');
}
async function makeTemplate(path, services) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(services.temporary, `venv-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
    if (!isPlain(root))
        return undefined;
    try {
        await services.makeByModule(root);
        return await keepAs(path, root, services);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(root, { recursive: true, force: true });
    }
}
/** None where it did not come to be, or is none: the module will say why. */
async function takePassing(path, { root, isMade }, services) {
    try {
        return (await isMade) ? await keepAs(path, root, services) : undefined;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return undefined;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(root, { recursive: true, force: true });
    }
}
async function keepAs(path, root, services) {
    const template = { format: 1, entries: [...describe(root, '', { root, name: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root) })] };
    await keep(path, template, services);
    return template;
}
/** Where it cannot be kept, the next run makes it again. */
async function keep(path, template, { directory, host }) {
    const unfinished = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(directory, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(unfinished, JSON.stringify(template));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(unfinished, path);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        host.log.debug(`the template of virtual environments is not kept: ${String(error)}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(unfinished, { force: true }).catch(() => undefined);
    }
}
/** What the module writes by itself; it copies the rest, modes included, out of the standard library. */
const written = new Set(['pyvenv.cfg', '.gitignore']);
function* describe(directory, prefix, names) {
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const source = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, entry.name);
        const path = `${prefix}${entry.name}`;
        if (entry.isSymbolicLink())
            yield { kind: 'link', path, target: (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(source) };
        else if (entry.isDirectory()) {
            yield { kind: 'directory', path };
            yield* describe(source, `${path}/`, names);
        }
        else {
            const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(source, 'utf8').replaceAll(names.root, rootMark).replaceAll(names.name, nameMark);
            yield { kind: 'file', path, mode: written.has(path) ? null : (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(source).mode & 0o777, text };
        }
    }
}
/** Fills in a template: `root` is what the texts name, `at` where they are written. */
function instantiate({ entries }, { at, root }) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root);
    for (const entry of entries) {
        const path = `${at}/${entry.path}`;
        if (entry.kind === 'directory')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true });
        else if (entry.kind === 'link')
            linkTo(entry.target, path);
        else {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(path, entry.text.replaceAll(rootMark, root).replaceAll(nameMark, name));
            if (entry.mode !== null)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(path, entry.mode);
        }
    }
}
/** One that is there is the same: of an environment that gets another path. */
function linkTo(target, path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.symlinkSync)(target, path);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'EEXIST'))
            throw error;
    }
}


/***/ }),

/***/ 3129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ openVenv),
/* harmony export */   TF: () => (/* binding */ fillVenv),
/* harmony export */   XU: () => (/* binding */ emptyVenv),
/* harmony export */   gM: () => (/* binding */ claimVenv),
/* harmony export */   oZ: () => (/* binding */ createVenv)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6318);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3218);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5927);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(367);
/* harmony import */ var _venv_template_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4172);
/** Virtual environments: opened, or made through `python -m venv --without-pip`. */








/**
 * Looks at the directory of an environment (PEP 405: one that holds `pyvenv.cfg`), given as an absolute path; waits while
 * another process makes it.
 *
 * Throws `VENV_PATH_NOT_EMPTY` for anything else there, `VENV_BROKEN` when the environment's interpreter is gone, and
 * `VENV_BUSY` when the other process is not done in time.
 */
async function openVenv(root, host, waiting = {}) {
    const isUnfinished = await (0,_claim_js__WEBPACK_IMPORTED_MODULE_4__/* .waitUntilMade */ .lc)(root, waiting);
    return isUnfinished && !(await isTakenOver(root)) ? { kind: 'unfinished' } : look(root, host);
}
/**
 * Claims an environment, or the place of a new one, in the state in which `openVenv` saw it. Undefined, and no claim, where
 * it is in another state by now: look again. What a killed process left half made is removed.
 *
 * Throws what `claimEnvironment` and `openVenv` throw.
 */
async function claimVenv(root, seen, options) {
    const claim = await (0,_claim_js__WEBPACK_IMPORTED_MODULE_4__/* .claimEnvironment */ .Wm)({ kind: 'venv', stateDirectory: root }, options);
    try {
        const isLeft = claim.isUnfinished && !(await isTakenOver(root));
        const found = isLeft ? { kind: 'empty' } : await look(root, options.host);
        if (found.kind === 'empty')
            await removeAllBut(root, _claim_js__WEBPACK_IMPORTED_MODULE_4__/* .claimName */ .cB);
        if ((found.kind === 'venv') === (seen.kind === 'venv'))
            return claim;
    }
    catch (error) {
        await claim.release();
        throw error;
    }
    await claim.release();
    return undefined;
}
/** Whether someone else has made an environment where a killed run had left one half made: uv, or whoever installed there. */
async function isTakenOver(root) {
    const config = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'pyvenv.cfg'), 'utf8').catch(() => '');
    if (/^uv\s*=/m.test(config))
        return true;
    const libraries = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'Lib'), ...(await namesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'lib'))).map(name => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'lib', name))];
    for (const library of libraries.map(path => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'site-packages'))) {
        const distInfos = (await namesIn(library)).filter(name => name.endsWith('.dist-info'));
        const installers = distInfos.map(name => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(library, name, 'INSTALLER'), 'utf8').catch(() => 'wheelcrew'));
        if ((await Promise.all(installers)).some(installer => installer.trim() !== 'wheelcrew'))
            return true;
    }
    return false;
}
const namesIn = (directory) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
async function look(root, host) {
    const names = await listDirectory(root);
    if (names === undefined)
        return { kind: 'absent' };
    if (names.every(name => name.startsWith(ownPrefix)))
        return { kind: 'empty' };
    if (!names.includes('pyvenv.cfg'))
        refuse(root, 'is not empty and holds no `pyvenv.cfg`');
    const python = (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .pythonOf */ .we)(root, host.platform.os);
    if (await exists(python))
        return { kind: 'venv', python };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('VENV_BROKEN', `the interpreter \`${python}\` of the virtual environment does not exist`, {
        hint: `the Python it was made from is gone: remove \`${root}\`, and it is made again`,
    });
}
/** Of the probe that store/locate.ts makes, and of claims: a killed run may have left some, beside nothing else. */
const ownPrefix = '.wheelcrew-';
/**
 * Makes a virtual environment without pip in the empty directory that `claimVenv` claimed: from a template where there is
 * one, else through the module `venv`.
 *
 * Throws `VENV_FAILED` with the end of the tool's output; the claim is released then.
 */
async function createVenv(claim, interpreter, options) {
    const { directory } = claim;
    const undo = async () => {
        await emptyVenv(claim);
        await claim.release();
    };
    try {
        await claim.markUnfinished();
        await fillVenv({ at: directory, root: directory }, interpreter, options);
        return { finish: claim.release, undo };
    }
    catch (error) {
        // Why it failed matters more than what keeps it from being undone: someone may be filling it.
        await emptyVenv(claim).catch(ignoreErrno);
        await claim.release();
        throw error;
    }
}
/** Removes what lies in a claimed directory, but for the claim. Throws Node's system errors. */
function emptyVenv({ directory }) {
    return removeAllBut(directory, _claim_js__WEBPACK_IMPORTED_MODULE_4__/* .claimName */ .cB);
}
function ignoreErrno(error) {
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
        throw error;
}
/**
 * Fills a directory that exists with the virtual environment of `root`. False where that takes the module, which can make it
 * at its own path only. Throws `VENV_FAILED`.
 */
async function fillVenv({ at, root }, interpreter, options) {
    const makeByModule = (made) => runVenvModule(made, { interpreter, host: options.host, shown: root });
    const isFilled = await (0,_venv_template_js__WEBPACK_IMPORTED_MODULE_6__/* .fillFromTemplate */ .oS)({ at, root }, interpreter, { ...options, makeByModule });
    if (!isFilled && at === root)
        await makeByModule(root);
    return isFilled || at === root;
}
async function listDirectory(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            return undefined;
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOTDIR'))
            return refuse(path, 'is not a directory');
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EACCES', 'EPERM'))
            return refuse(path, 'cannot be read');
        throw error;
    }
}
function refuse(root, reason) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('VENV_PATH_NOT_EMPTY', `\`${root}\` ${reason}; no virtual environment is made there`, {
        hint: 'remove it, or name another path with `--venv`',
    });
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return true;
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'ELOOP'))
            return false;
        throw error;
    }
}
/** `-S`: without `site` the module starts in two thirds of the time, and needs nothing of it. */
async function runVenvModule(root, { interpreter: { baseExecutable }, host, shown, }) {
    const args = ['-I', '-S', '-m', 'venv', '--without-pip', root];
    const options = { cwd: host.workingDirectory, env: (0,_run_js__WEBPACK_IMPORTED_MODULE_7__/* .pythonEnvironmentVariables */ .b)(host.env) };
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__/* .runProcess */ .R)(baseExecutable, args, options).catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return { exitCode: 127, stdout: '', stderr: (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) };
    });
    if (result.exitCode !== 0)
        throw venvFailed(shown, [baseExecutable, ...args], result);
}
function venvFailed(root, command, result) {
    const lines = `${result.stdout}\n${result.stderr}`.split('\n').filter(line => line.trim() !== '');
    const tail = lines.slice(-10).join('\n');
    const lacksModule = /No module named '?(?:venv|ensurepip)|python3[.\d]*-venv/.test(tail);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('VENV_FAILED', `making the virtual environment \`${root}\` failed: \`${command.join(' ')}\` ended with exit code ${result.exitCode}\n${tail}`, { hint: lacksModule ? 'on Debian and Ubuntu, install the package `python3-venv`' : undefined });
}
async function removeAllBut(root, kept) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(root)).filter(name => name !== kept);
    for (const name of names)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, name), { recursive: true, force: true });
}


/***/ })

};
