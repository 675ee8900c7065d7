export const id = 516;
export const ids = [516];
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

/***/ 8516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTransport: () => (/* binding */ createTransport)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
;// CONCATENATED MODULE: ./lib/fetch/proxy.js
/** HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, as curl, pip and uv read them. */



/**
 * The proxy for `url` (http or https), or undefined. Lower-case names win over upper-case ones.
 * Throws UserError PROXY_INVALID (exit 2) for a proxy that speaks neither http nor https.
 */
function proxyFor(url, env) {
    const names = [`${url.protocol.slice(0, -1)}_proxy`, 'all_proxy'].flatMap(name => [name, name.toUpperCase()]);
    const name = names.find(candidate => isFilled(env[candidate]));
    const value = env[name ?? '']?.trim();
    if (name === undefined || value === undefined || bypassesProxy(url, env))
        return undefined;
    const address = value.includes('://') ? value : `http://${value}`;
    if (!URL.canParse(address) || !/^https?:/i.test(address)) {
        throw (0,errors/* usageError */.Wp)('PROXY_INVALID', `\`${name}\` is \`${(0,redact/* redact */.E$)(address)}\`, expected \`http://host:port\` or \`https://host:port\``, 'name an HTTP proxy, or list the hosts that need none in `NO_PROXY`');
    }
    return new URL(address);
}
/** A variable that holds nothing is as one that is not set. */
function isFilled(value) {
    return value !== undefined && value.trim() !== '';
}
/** An entry of NO_PROXY is `*`, a domain (itself and all below it, with or without `.` or `*.` before), an address or a CIDR range. */
function bypassesProxy(url, env) {
    const list = isFilled(env.no_proxy) ? env.no_proxy : env.NO_PROXY;
    const host = withoutBrackets(url.hostname.toLowerCase()).replace(/\.$/, '');
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return (list ?? '').split(/[\s,]+/).some(entry => entry !== '' && isCovered(entry.toLowerCase(), host, port));
}
function isCovered(entry, host, port) {
    if (entry === '*')
        return true;
    const bare = withoutBrackets(entry);
    if ((0,external_node_net_.isIP)(host) !== 0)
        return (0,external_node_net_.isIP)(bare) !== 0 ? isSameAddress(bare, host) : isInRange(entry, host, port);
    const [, domain = '', entryPort] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (domain === '' || (entryPort !== undefined && entryPort !== port))
        return false;
    return host === domain || host.endsWith(`.${domain}`);
}
/** `10.0.0.0/8`, `10.0.0.1:8080`, `[::1]:8080`. */
function isInRange(entry, host, port) {
    const [network = '', bits] = entry.split('/');
    const family = (0,external_node_net_.isIP)(network);
    if (family !== 0 && bits !== undefined && /^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)) {
        const range = new external_node_net_.BlockList();
        range.addSubnet(network, Number(bits), familyName(network));
        return range.check(host, familyName(host));
    }
    const [, address = '', entryPort] = /^(.*):(\d+)$/.exec(entry) ?? [];
    const bare = withoutBrackets(address);
    return entryPort === port && (0,external_node_net_.isIP)(bare) !== 0 && isSameAddress(bare, host);
}
function isSameAddress(left, right) {
    const one = new external_node_net_.BlockList();
    one.addAddress(left, familyName(left));
    return one.check(right, familyName(right));
}
function familyName(address) {
    return (0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4';
}
function withoutBrackets(host) {
    return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

;// CONCATENATED MODULE: ./lib/fetch/certificates.js
/** Which certificate authorities are trusted, and which certificate this client shows, by the variables of pip, uv and Node. */





const bundleVariables = ['PIP_CERT', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];
const clientVariables = ['SSL_CLIENT_CERT', 'PIP_CLIENT_CERT'];
/**
 * The TLS settings that the environment asks for; undefined means Node's own. What PIP_CERT, REQUESTS_CA_BUNDLE,
 * CURL_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR name (together) takes the place of the built-in authorities, as in pip and
 * uv. NODE_EXTRA_CA_CERTS, and with UV_SYSTEM_CERTS or UV_NATIVE_TLS the system's store, add to either. SSL_CLIENT_CERT or
 * PIP_CLIENT_CERT: a PEM file with certificate and key. Throws UserError TLS_CERTIFICATE_INVALID (exit 2).
 */
function readSecureContext(env) {
    const client = clientCertificate(env);
    const authorities = namedAuthorities(env);
    if (client === undefined && authorities === undefined)
        return undefined;
    try {
        return (0,external_node_tls_.createSecureContext)({ ...(authorities === undefined ? {} : { ca: [...authorities] }), ...client?.pem });
    }
    catch (error) {
        if (client === undefined)
            throw error;
        throw invalidCertificate(client.variable, client.path, `has no usable certificate and key: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
function namedAuthorities(env) {
    const bundles = bundleVariables.filter(name => isFilled(env[name]));
    const extra = isFilled(env.NODE_EXTRA_CA_CERTS) ? authoritiesOf('NODE_EXTRA_CA_CERTS', env.NODE_EXTRA_CA_CERTS) : [];
    const system = ['UV_SYSTEM_CERTS', 'UV_NATIVE_TLS'].some(name => /^(?:1|true|t|yes|y|on)$/i.test(env[name] ?? ''));
    if (bundles.length === 0 && extra.length === 0 && !system)
        return undefined;
    const base = bundles.length === 0 ? (0,external_node_tls_.getCACertificates)('default') : bundles.flatMap(name => authoritiesOf(name, env[name] ?? ''));
    return new Set([...base, ...extra, ...(system ? (0,external_node_tls_.getCACertificates)('system') : [])]);
}
function authoritiesOf(variable, value) {
    const places = variable === 'SSL_CERT_DIR' ? value.split(external_node_path_.delimiter).filter(isFilled) : [value];
    const found = places.flatMap(place => {
        const directory = reading(variable, place, () => (0,external_node_fs_.statSync)(place).isDirectory());
        return directory ? authoritiesInDirectory(variable, place) : authoritiesInFile(variable, place);
    });
    if (found.length === 0)
        throw invalidCertificate(variable, value, 'holds no certificate in PEM form');
    return [...new Set(found)];
}
/** Files that are named by a hash, as OpenSSL's c_rehash leaves them; without such, all files. Links count too. */
function authoritiesInDirectory(variable, directory) {
    const names = reading(variable, directory, () => (0,external_node_fs_.readdirSync)(directory));
    const hashed = names.filter(name => /^[0-9a-f]{8}\.\d+$/.test(name));
    const paths = (hashed.length > 0 ? hashed : names).map(name => (0,external_node_path_.join)(directory, name));
    const files = paths.filter(path => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile());
    return files.flatMap(path => authoritiesInFile(variable, path));
}
function authoritiesInFile(variable, path) {
    const text = reading(variable, path, () => (0,external_node_fs_.readFileSync)(path, 'latin1'));
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
    if (!blocks.every(isWhole))
        throw invalidCertificate(variable, path, 'holds a certificate that is damaged');
    return blocks;
}
/** True for a DER sequence of the length that it says. OpenSSL leaves out a damaged certificate without a word. */
function isWhole(block) {
    const der = Buffer.from(block.replaceAll(/-----[^-]*-----/g, ''), 'base64');
    return der.length > 4 && der.readUInt16BE(0) === 0x3082 && der.readUInt16BE(2) === der.length - 4;
}
function clientCertificate(env) {
    const variable = clientVariables.find(name => isFilled(env[name]));
    const path = env[variable ?? ''];
    if (variable === undefined || path === undefined)
        return undefined;
    const pem = reading(variable, path, () => (0,external_node_fs_.readFileSync)(path, 'latin1'));
    return { variable, path, pem: { cert: pem, key: pem } };
}
function reading(variable, path, read) {
    try {
        return read();
    }
    catch (error) {
        throw invalidCertificate(variable, path, `cannot be read (${(0,errors/* errnoOf */.UQ)(error) ?? (0,errors/* messageOf */.bD)(error)})`);
    }
}
function invalidCertificate(variable, path, problem) {
    return (0,errors/* usageError */.Wp)('TLS_CERTIFICATE_INVALID', `\`${path}\`, named by \`${variable}\`, ${problem}`, `correct \`${variable}\`, or unset it; certificates are expected in PEM form (\`-----BEGIN CERTIFICATE-----\`)`);
}

// EXTERNAL MODULE: ./lib/fetch/credentials.js + 1 modules
var fetch_credentials = __webpack_require__(4954);
// EXTERNAL MODULE: ./lib/fetch/failure.js
var failure = __webpack_require__(5082);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./lib/fetch/young-garbage.js
/** How V8 is to treat what comes over a network. */

/** Versions of Node whose V8 has the flag: others would complain of it to the user. */
const [oldest, latest] = [22, 24];
/**
 * Has V8 look for young garbage whenever the event loop is idle and a twentieth of the room for it is used, instead of four fifths.
 *
 * The pieces of a body lie outside of V8's heap, some 64 KiB each, and what stands for them in the heap is tiny: long before that
 * room is full, the memory outside makes V8 look through the whole heap, on other threads too. For 230 MB that was 14 times, and a
 * tenth of the time that a restore from a server takes on two cores; young garbage alone is found in a millisecond.
 */
function collectYoungGarbageEarly(nodeVersion) {
    const major = Number.parseInt(nodeVersion, 10);
    if (major >= oldest && major <= latest)
        (0,external_node_v8_.setFlagsFromString)('--minor-gc-task-trigger=5');
}

;// CONCATENATED MODULE: ./lib/fetch/transport.js
/** Requests over node:http and node:https: connections, proxies and TLS. Loaded at the first request of a run. */









/** Connections are kept open between requests; an idle one does not keep the process alive. */
function createTransport({ env, connectTimeoutMs }) {
    collectYoungGarbageEarly(process.versions.node);
    const agents = new Map();
    const agentOf = (key, make) => {
        const agent = agents.get(key) ?? make();
        agents.set(key, agent);
        return agent;
    };
    let tls;
    const tlsOptions = () => {
        if (tls === undefined) {
            const secureContext = readSecureContext(env);
            tls = secureContext === undefined ? {} : { secureContext };
        }
        return tls;
    };
    const plainAgent = (protocol) => agentOf(protocol, () => protocol === 'https:'
        ? new external_node_https_.Agent({ keepAlive: true, ...tlsOptions() })
        : new external_node_http_.Agent({ keepAlive: true }));
    return async (url, { headers, method, ...sending }) => {
        const proxy = proxyFor(url, env);
        const options = { method, headers: { 'accept-encoding': 'gzip, br', ...headers } };
        if (proxy === undefined)
            return exchange(requestTo(url, { ...options, agent: plainAgent(url.protocol) }), sending);
        const via = { proxy, agent: plainAgent(proxy.protocol), connectTimeoutMs };
        if (url.protocol === 'http:')
            return exchange(forward(url, options, via), sending);
        const agent = agentOf(proxy.href, () => tunnelAgent(via, tlsOptions()));
        return exchange(requestTo(url, { ...options, agent }), sending);
    };
}
function requestTo(url, options) {
    return url.protocol === 'https:' ? external_node_https_.request(url, options) : external_node_http_.request(url, options);
}
function exchange(request, { body: content, signal, onConnected }) {
    const asked = request.getHeader('accept-encoding');
    return new Promise(resolve => {
        request.once('socket', socket => {
            if (request.reusedSocket)
                onConnected();
            else
                socket.once('encrypted' in socket ? 'secureConnect' : 'connect', onConnected);
        });
        const fail = (error) => resolve({ error });
        // Stays for errors that come after the answer: the body has those too.
        request.on('error', fail);
        request.once('response', response => {
            const { statusCode: status = 0, statusMessage: statusText = '', headers } = response;
            const body = asked === 'identity' ? response : decoded(response);
            // Whoever reads the body gets its errors; those before and after the reading are nobody's.
            for (const stream of [response, body])
                stream.on('error', () => { });
            resolve({ answer: { status, statusText, headers, body, discard: () => discard(body) } });
        });
        // Node's own option `signal` would end the connection too when it serves another request by then.
        const abort = () => void request.destroy();
        signal.addEventListener('abort', abort, { once: true });
        request.once('close', () => signal.removeEventListener('abort', abort));
        if (signal.aborted)
            abort();
        else if (content === undefined)
            request.end();
        // What breaks the sent body comes before the end of the connection, which follows from it.
        else
            (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(content).once('error', fail), request, () => { });
    });
}
function decoded(response) {
    const encoding = response.headers['content-encoding']?.trim().toLowerCase();
    if (encoding === 'gzip' || encoding === 'x-gzip')
        return (0,external_node_stream_.pipeline)(response, (0,external_node_zlib_.createGunzip)(), () => { });
    if (encoding === 'br')
        return (0,external_node_stream_.pipeline)(response, (0,external_node_zlib_.createBrotliDecompress)(), () => { });
    return response;
}
/** A body of this many bytes is cheaper to read than a connection to make. */
const cheapBytes = 1 << 16;
function discard(body) {
    let bytes = 0;
    body.on('data', (piece) => {
        bytes += piece.byteLength;
        if (bytes > cheapBytes)
            body.destroy();
    });
}
/** A request for an http address is sent to the proxy itself, with the whole address (RFC 9112 §3.2.2). */
function forward(url, options, { proxy, agent }) {
    const headers = { ...options.headers, host: url.host, ...proxyAuthorization(proxy) };
    return requestTo(bare(proxy), { ...options, headers, agent, path: bare(url).href });
}
/** Connections to https addresses, each in a tunnel that the proxy opens (RFC 9110 §9.3.6). */
function tunnelAgent(via, tls) {
    const agent = new external_node_https_.Agent({ keepAlive: true, ...tls });
    const encrypt = agent.createConnection.bind(agent);
    agent.createConnection = (options, callback) => {
        const { host, port } = options;
        const target = `${host?.includes(':') ? `[${host}]` : host}:${port}`;
        openTunnel(target, via, (error, socket) => {
            if (error === undefined)
                callback?.(null, encrypt({ ...options, socket }));
            else
                callback?.(error, undefined);
        });
        return undefined;
    };
    return agent;
}
function openTunnel(target, { proxy, agent, connectTimeoutMs }, done) {
    const headers = { host: target, ...proxyAuthorization(proxy) };
    const connect = requestTo(bare(proxy), { method: 'CONNECT', path: target, headers, agent });
    const giveUp = () => void connect.destroy(tunnelError(`the proxy \`${proxy.host}\` does not answer`));
    const timer = setTimeout(giveUp, connectTimeoutMs);
    connect.once('connect', ({ statusCode = 0, statusMessage }, socket) => {
        clearTimeout(timer);
        if (statusCode >= 200 && statusCode <= 299)
            return done(undefined, socket);
        socket.destroy();
        done(tunnelError(`the proxy \`${proxy.host}\` answered ${statusCode} ${statusMessage}`));
    });
    connect.once('error', error => {
        clearTimeout(timer);
        done(error);
    });
    connect.end();
}
function tunnelError(message) {
    return Object.assign(new Error(message), { code: failure/* proxyTunnelCode */.Er });
}
function proxyAuthorization(proxy) {
    const credentials = (0,fetch_credentials/* userinfoOf */.tD)(proxy);
    return credentials === undefined ? {} : { 'proxy-authorization': (0,fetch_credentials/* basicAuthorization */.aR)(credentials) };
}
/** Without userinfo and fragment, which Node would send. */
function bare(url) {
    const copy = (0,fetch_credentials/* withoutUserinfo */.Q3)(url);
    copy.hash = '';
    return copy;
}


/***/ })

};
