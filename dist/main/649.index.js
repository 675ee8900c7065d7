export const id = 649;
export const ids = [649];
export const modules = {

/***/ 4649:
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
;// CONCATENATED MODULE: ./lib/fetch/transport.js
/** Requests over node:http and node:https: connections, proxies and TLS. Loaded at the first request of a run. */








/** Connections are kept open between requests; an idle one does not keep the process alive. */
function createTransport({ env, connectTimeoutMs }) {
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
