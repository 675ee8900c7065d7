export const id = 476;
export const ids = [476];
export const modules = {

/***/ 7476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ obtainLock)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var filename = __webpack_require__(5910);
// EXTERNAL MODULE: ./lib/fetch/credentials.js + 1 modules
var credentials = __webpack_require__(4954);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
;// CONCATENATED MODULE: ./lib/fetch/simple-page.js
/** The two forms of a Simple API page: JSON (PEP 691, PEP 700) and HTML (PEP 503, 592). */


/** Parses a JSON page that was read from `pageUrl`. Throws UserError INDEX_PAGE_INVALID. */
function parseJsonPage(text, pageUrl) {
    const page = recordOf(parseJson(text, pageUrl));
    const apiVersion = recordOf(page?.meta)?.['api-version'];
    if (typeof apiVersion === 'string' && !apiVersion.startsWith('1.')) {
        throw invalidPage(pageUrl, `has API version \`${apiVersion}\`, expected 1.x`);
    }
    const files = page?.files;
    if (!Array.isArray(files))
        throw invalidPage(pageUrl, 'has no list of `files`');
    return files.map((entry, position) => jsonFile(entry, { pageUrl, position }));
}
/** Parses an HTML page that was read from `pageUrl`: every link whose path ends in the name of an archive. */
function parseHtmlPage(html, pageUrl) {
    const files = [];
    let base = pageUrl;
    for (const { name, attributes } of tagsOf(html)) {
        const href = attributes.get('href');
        if (href === undefined || !URL.canParse(href, base))
            continue;
        if (name === 'base')
            base = new URL(href, base).href;
        const file = name === 'a' ? linkedFile(new URL(href, base), attributes) : undefined;
        if (file !== undefined)
            files.push(file);
    }
    return files;
}
function jsonFile(entry, { pageUrl, position }) {
    const file = recordOf(entry);
    const filename = file?.filename;
    const url = file?.url;
    if (typeof filename !== 'string' || typeof url !== 'string' || !URL.canParse(url, pageUrl)) {
        throw invalidPage(pageUrl, `has no \`filename\` or \`url\` in \`files[${position}]\``);
    }
    const size = file?.size;
    const requiresPython = file?.['requires-python'];
    return {
        filename,
        url: withoutFragment(new URL(url, pageUrl)),
        hashes: stringsOf(file?.hashes),
        size: typeof size === 'number' ? size : undefined,
        requiresPython: typeof requiresPython === 'string' && requiresPython !== '' ? requiresPython : undefined,
        yanked: file?.yanked !== undefined && file.yanked !== false,
    };
}
function parseJson(text, pageUrl) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw invalidPage(pageUrl, 'is no JSON', error);
    }
}
function invalidPage(pageUrl, problem, cause) {
    return new errors/* UserError */.yo('INDEX_PAGE_INVALID', `\`${(0,redact/* redact */.E$)(pageUrl)}\` ${problem}`, {
        hint: 'check that the index address is the root of a Simple API, such as `https://host/simple`',
        cause,
    });
}
function recordOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function stringsOf(value) {
    const pairs = Object.entries(recordOf(value) ?? {});
    return Object.fromEntries(pairs.flatMap(([key, digest]) => (typeof digest === 'string' ? [[key.toLowerCase(), digest.toLowerCase()]] : [])));
}
function withoutFragment(url) {
    const bare = new URL(url);
    bare.hash = '';
    return bare.href;
}
function linkedFile(url, attributes) {
    const filename = decodedSegment(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
    if (!/\.(?:whl|zip|tar\.(?:gz|bz2|xz|zst)|tgz|egg)$/i.test(filename))
        return undefined;
    const requiresPython = attributes.get('data-requires-python');
    return {
        filename,
        url: withoutFragment(url),
        hashes: fragmentHashes(url.hash),
        size: undefined,
        requiresPython: requiresPython === '' ? undefined : requiresPython,
        yanked: attributes.has('data-yanked'),
    };
}
function decodedSegment(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch (error) {
        if (error instanceof URIError)
            return segment;
        throw error;
    }
}
/** `#sha256=…`, alone or among other pairs. */
function fragmentHashes(fragment) {
    const pairs = [...new URLSearchParams(fragment.slice(1))];
    const digests = pairs.filter(([name, value]) => /^(?:md5|sha\d+|blake2[bs])$/i.test(name) && /^[0-9a-f]+$/i.test(value));
    return Object.fromEntries(digests.map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]));
}
/** The start tags of a page with their attributes; comments are left out. */
function* tagsOf(html) {
    for (let position = html.indexOf('<'); position !== -1; position = html.indexOf('<', position)) {
        if (html.startsWith('<!--', position)) {
            const end = html.indexOf('-->', position + 4);
            if (end === -1)
                return;
            position = end + 3;
            continue;
        }
        const end = tagEnd(html, position + 1);
        const name = /^[a-z][a-z0-9]*/i.exec(html.slice(position + 1, position + 16))?.[0].toLowerCase();
        if (name === 'a' || name === 'base') {
            yield { name, attributes: attributesOf(html.slice(position + 1 + name.length, end)) };
        }
        position = end;
    }
}
/** Index of the `>` that ends a tag: not one within quotes. */
function tagEnd(html, start) {
    let quote = '';
    for (let index = start; index < html.length; index++) {
        const character = html.charAt(index);
        if (quote !== '')
            quote = character === quote ? '' : quote;
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === '>')
            return index;
    }
    return html.length;
}
function attributesOf(text) {
    const attributes = new Map();
    for (const [, name, double, single, bare] of text.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
        const key = (name ?? '').toLowerCase();
        if (!attributes.has(key))
            attributes.set(key, decodeEntities((double ?? single ?? bare ?? '').trim()));
    }
    return attributes;
}
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
function decodeEntities(text) {
    return text.replaceAll(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, (whole, entity) => {
        if (!entity.startsWith('#'))
            return entities[entity.toLowerCase()] ?? whole;
        const point = Number(/^#x/i.test(entity) ? `0x${entity.slice(2)}` : entity.slice(1));
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

;// CONCATENATED MODULE: ./lib/fetch/simple-index.js



/**
 * The files of a project, in the page's order; empty when no index has it or `noIndex` is set.
 * As uv does, the extra indexes are asked before the default one, in their order, and the first that has the project is
 * the only one used: a file of the same name on a later index cannot take its place (dependency confusion).
 * Throws UserError INDEX_PAGE_INVALID and what the client throws; 404 alone means that an index has no such project.
 */
async function listIndexFiles(name, index, client) {
    if (index.noIndex)
        return [];
    for (const address of [...index.extraIndexUrls, index.indexUrl]) {
        const files = await readProjectPage(projectUrl(address, name), client);
        if (files !== undefined)
            return files;
    }
    return [];
}
/** The archives that a page of links (`--find-links` with an http URL) names. Throws as `listIndexFiles`, and FILE_NOT_FOUND. */
async function listLinkPage(url, client) {
    return client.get(url, readPage, { headers: { accept: 'text/html, */*;q=0.5' } });
}
function projectUrl(address, name) {
    const { url } = (0,credentials/* parseIndexAddress */.OO)(address);
    if (!URL.canParse(url))
        return url;
    const page = new URL(url);
    page.pathname = `${page.pathname.replace(/\/$/, '')}/${(0,filename/* normalizeName */.P)(name)}/`;
    return page.href;
}
/** PEP 691: JSON by preference, then the versioned HTML, then what PEP 503 servers send. */
const accept = [
    'application/vnd.pypi.simple.v1+json',
    'application/vnd.pypi.simple.v1+html;q=0.2',
    'text/html;q=0.01',
].join(', ');
async function readProjectPage(url, client) {
    const read = async (response) => response.status === 404 ? undefined : readPage(response);
    return client.get(url, read, { headers: { accept }, accept: [404] });
}
async function readPage({ url, headers, body }) {
    const pieces = [];
    for await (const piece of body)
        pieces.push(piece);
    const text = Buffer.concat(pieces).toString('utf8');
    const type = headers['content-type'] ?? '';
    return /^application\/(?:vnd\.pypi\.simple\.v1\+)?json\b/i.test(type)
        ? parseJsonPage(text, url)
        : parseHtmlPage(text, url);
}

// EXTERNAL MODULE: ./lib/plan/lock-paths.js
var lock_paths = __webpack_require__(1657);
// EXTERNAL MODULE: ./lib/plan/plan.js + 2 modules
var plan = __webpack_require__(7781);
// EXTERNAL MODULE: ./lib/resolve/find-links.js
var find_links = __webpack_require__(7869);
// EXTERNAL MODULE: ./lib/resolve/listed-hashes.js
var listed_hashes = __webpack_require__(8456);
// EXTERNAL MODULE: ./lib/resolve/lock-identity.js
var lock_identity = __webpack_require__(4140);
// EXTERNAL MODULE: ./lib/plan/requirements.js
var requirements = __webpack_require__(2251);
// EXTERNAL MODULE: ./lib/resolve/pins.js + 1 modules
var pins = __webpack_require__(6016);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/plan/document.js
var plan_document = __webpack_require__(7606);
// EXTERNAL MODULE: ./lib/plan/requirement.js
var requirement = __webpack_require__(7668);
// EXTERNAL MODULE: ./lib/process.js
var process = __webpack_require__(6318);
// EXTERNAL MODULE: ./lib/python/run.js
var run = __webpack_require__(367);
;// CONCATENATED MODULE: ./lib/resolve/resolver-failure.js
/** What a resolver that failed said, as an error of ours. */


const shownLines = 20;
/**
 * RESOLUTION_FAILED with the end of the resolver's own message, INDEX_FORBIDDEN where an index refused it, or
 * INDEX_UNREACHABLE where none answered.
 */
function resolverFailure(resolver, { stderr, exitCode }) {
    const said = (0,redact/* redact */.E$)(stderr.trim());
    const refused = refusal.exec(said)?.[0];
    if (refused !== undefined)
        return forbidden(resolver, refused, said);
    if (connectionTrouble.test(said)) {
        const url = firstUrl(said);
        if (url !== undefined)
            return unreachable(resolver, url, said);
    }
    return unresolved(resolver, said, exitCode);
}
const refusal = /\b40[13] (?:Unauthorized|Forbidden)|\b40[13] Client Error: (?:Unauthorized|Forbidden)|\b40[13] Error(?=, Credentials)/i;
function forbidden(resolver, refused, said) {
    const line = said.split('\n').find(text => text.includes(refused) && firstUrl(text) !== undefined);
    const where = firstUrl(line ?? said);
    const place = where === undefined ? 'an index' : `\`${where}\``;
    return new errors/* UserError */.yo('INDEX_FORBIDDEN', `${place} refused ${resolver}: ${refused}`, {
        hint: 'Give credentials in the URL of the index, in `UV_INDEX_<NAME>_USERNAME` and `UV_INDEX_<NAME>_PASSWORD`, or in netrc; or correct those that were sent',
    });
}
const connectionTrouble = /\(Connect\)|dns error|tcp connect|timed out|NewConnectionError|ConnectTimeoutError|Max retries exceeded/i;
const certificateTrouble = /certificate|UnknownIssuer|SSLError/i;
function unreachable(resolver, url, said) {
    const cause = innermostCause(said);
    const host = URL.canParse(url) ? new URL(url).host : url;
    const hint = certificateTrouble.test(said)
        ? 'Name the file of the certificate authority in `SSL_CERT_FILE` for uv (`PIP_CERT` for pip) and in `NODE_EXTRA_CA_CERTS` for downloads'
        : 'Check the address and the network, or use `--find-links` with `--no-index`';
    return new errors/* UserError */.yo('INDEX_UNREACHABLE', `${resolver} cannot reach \`${host}\` (\`${url}\`)${cause === undefined ? '' : `: ${cause}`}`, { hint });
}
/** uv writes one cause a line, the innermost last; pip the whole chain in one. */
function innermostCause(said) {
    const ofUv = [...said.matchAll(/^\s*cause: (.+)$/gim)].at(-1)?.[1];
    return ofUv ?? /\(Caused by (\w+)\((.+)\)\)/.exec(said)?.slice(1).join(': ');
}
/** `--no-build` and `--only-binary` are our doing: what uv advises about them does not help the reader. */
function unresolved(resolver, said, exitCode) {
    const lines = said.split('\n');
    const ownWords = lines.filter(line => !/--no-build|--only-binary/.test(line));
    const needsBuild = ownWords.length < lines.length;
    const tail = ownWords.join('\n').trim().split('\n').slice(-shownLines).join('\n');
    const problem = needsBuild ? 'found no wheels for this Python and platform' : 'found no way to install this';
    return new errors/* UserError */.yo('RESOLUTION_FAILED', `${resolver} ${problem} (exit ${exitCode}):\n${tail}`, {
        hint: needsBuild ? buildHint : resolverHint,
    });
}
const buildHint = 'Choose another Python or another version that has a wheel. Building from source is not available in this version: make a wheel with `uv build` or `pip wheel` and give its directory as `--find-links`';
const resolverHint = "The text above is the resolver's own; change the requirements, the Python or the index accordingly";
function firstUrl(text) {
    return /https?:\/\/[^\s`'")]+/i.exec(text)?.[0];
}

;// CONCATENATED MODULE: ./lib/resolve/pip.js
/** Resolving through the interpreter's own pip, where uv is not to be had (pip's installation report, version 1). */










const oldestPip = 23;
/** The first of the interpreter and its base that has a recent pip; undefined where neither has one. */
async function findPip(interpreter, env) {
    for (const python of new Set([interpreter.executable, interpreter.baseExecutable])) {
        if (await hasRecentPip(python, env))
            return python;
    }
    return undefined;
}
async function hasRecentPip(python, env) {
    try {
        const { exitCode, stdout } = await (0,process/* runProcess */.R)(python, ['-m', 'pip', '--version'], { env: pipEnvironment(env) });
        return exitCode === 0 && Number(/^pip (\d+)/.exec(stdout)?.[1] ?? 0) >= oldestPip;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'EACCES'))
            return false;
        throw error;
    }
}
/** Resolves requirements with `pip install --dry-run --report`. Throws UserError RESOLUTION_FAILED and INDEX_UNREACHABLE. */
async function compileWithPip(run, compile) {
    await (0,promises_.mkdir)(run.temporaryDirectory, { recursive: true });
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporaryDirectory, 'resolve-'));
    try {
        const report = (0,external_node_path_.join)(directory, 'report.json');
        const result = await (0,process/* runProcess */.R)(run.python, [...pipArguments(compile), '--report', report], {
            cwd: compile.settings.workingDirectory,
            env: { ...pipEnvironment(run.env), ...indexVariables(compile.inputs.set.index) },
        });
        if (result.exitCode !== 0)
            throw resolverFailure('pip', result);
        return await withDigests(readReport(JSON.parse(await (0,promises_.readFile)(report, 'utf8'))), run);
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
function pipArguments({ settings, inputs }) {
    const { index } = inputs.set;
    return [
        ...['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--quiet', '--no-input'],
        ...(settings.build.isolation ? [] : ['--no-build-isolation']),
        ...settings.build.configSettings.flatMap(setting => ['--config-settings', setting]),
        ...(settings.noDeps ? ['--no-deps'] : []),
        ...(index.requireHashes ? ['--require-hashes'] : []),
        // pip knows no offline: without an index and with local links only, it fetches nothing.
        ...(index.noIndex || index.offline ? ['--no-index'] : []),
        ...index.findLinks.flatMap(link => ['--find-links', link]),
        ...inputs.constraints.flatMap(({ path }) => ['--constraint', path]),
        ...inputs.files.flatMap(({ path }) => ['--requirement', path]),
        ...inputs.packages,
    ];
}
/** Settings of pip that say how to reach an index, not what to install where. */
const keptVariables = [
    'PIP_CERT',
    'PIP_CLIENT_CERT',
    'PIP_PROXY',
    'PIP_TRUSTED_HOST',
    'PIP_CONFIG_FILE',
    'PIP_KEYRING_PROVIDER',
];
function pipEnvironment(env) {
    const kept = Object.entries((0,run/* pythonEnvironmentVariables */.b)(env)).filter(([name]) => !name.startsWith('PIP_') || keptVariables.includes(name));
    // A dry run changes nothing, so a mark of PEP 668 on the interpreter is no obstacle.
    return { ...Object.fromEntries(kept), PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_BREAK_SYSTEM_PACKAGES: '1' };
}
/** By the environment: arguments would show credentials to other users of the machine. */
function indexVariables({ indexUrl, extraIndexUrls, noIndex, offline }) {
    if (noIndex || offline)
        return {};
    return {
        ...(indexUrl === '' ? {} : { PIP_INDEX_URL: indexUrl }),
        ...(extraIndexUrls.length === 0 ? {} : { PIP_EXTRA_INDEX_URL: extraIndexUrls.map(withoutName).join(' ') }),
    };
}
/** `name=https://…` is uv's way to name an index. */
function withoutName(index) {
    return index.replace(/^[\w.-]+=(?=[a-z]+:)/i, '');
}
function readReport(value) {
    const hint = 'Give a pylock.toml, or put uv on PATH';
    const root = (0,plan_document/* openDocument */.EJ)(value, { source: "pip's report", code: 'RESOLUTION_FAILED', hint });
    return {
        source: 'pip',
        requiresPython: undefined,
        environments: [],
        distributions: (0,plan_document/* tables */.um)(root, 'install').map(readInstallItem),
        extras: [],
        dependencyGroups: [],
        warnings: [],
    };
}
async function withDigests(lock, { digestFile }) {
    const digested = async (file) => file.path === undefined || 'sha256' in file.hashes
        ? file
        : { ...file, hashes: { ...file.hashes, sha256: await digestFile(file.path) } };
    const distributions = lock.distributions.map(async (entry) => ({
        ...entry,
        wheels: await Promise.all(entry.wheels.map(digested)),
        sdist: entry.sdist && (await digested(entry.sdist)),
        archive: entry.archive && (await digested(entry.archive)),
    }));
    return { ...lock, distributions: await Promise.all(distributions) };
}
function readInstallItem(item) {
    const metadata = (0,plan_document/* optionalTable */.D6)(item, 'metadata') ?? item;
    const download = (0,plan_document/* optionalTable */.D6)(item, 'download_info') ?? item;
    const source = readRepository(download);
    const file = source === undefined ? readDownload(download) : undefined;
    const isDirect = (0,plan_document/* valueAt */.fK)(item, 'is_direct') === true;
    const isWheel = file?.filename.endsWith('.whl') === true;
    return {
        name: (0,filename/* normalizeName */.P)((0,plan_document/* requiredString */.Fk)(metadata, 'name')),
        version: (0,plan_document/* requiredString */.Fk)(metadata, 'version'),
        marker: undefined,
        requiresPython: (0,plan_document/* optionalString */.sx)(metadata, 'requires_python'),
        wheels: !isDirect && isWheel && file ? [file] : [],
        sdist: isDirect || isWheel ? undefined : file,
        archive: isDirect ? file : undefined,
        source,
        requested: (0,plan_document/* valueAt */.fK)(item, 'requested') === true,
    };
}
/** What a requirement of a requirement names by its repository. */
function readRepository(download) {
    const vcs = (0,plan_document/* optionalTable */.D6)(download, 'vcs_info');
    if (vcs === undefined)
        return undefined;
    const [revision, subdirectory] = [(0,plan_document/* optionalString */.sx)(vcs, 'requested_revision'), (0,plan_document/* optionalString */.sx)(download, 'subdirectory')];
    return {
        kind: 'vcs',
        url: (0,plan_document/* requiredString */.Fk)(download, 'url'),
        commit: (0,plan_document/* requiredString */.Fk)(vcs, 'commit_id'),
        ...(revision !== undefined && { requestedRevision: revision }),
        ...(subdirectory !== undefined && { subdirectory }),
    };
}
function readDownload(download) {
    const url = (0,plan_document/* requiredString */.Fk)(download, 'url');
    const archive = (0,plan_document/* optionalTable */.D6)(download, 'archive_info');
    const hashes = archive && (0,plan_document/* optionalTable */.D6)(archive, 'hashes');
    const local = url.startsWith('file:');
    return {
        filename: (0,requirement/* filenameOf */.xo)(url),
        url: local ? undefined : url,
        path: local ? (0,external_node_url_.fileURLToPath)(url) : undefined,
        size: undefined,
        hashes: Object.fromEntries(Object.entries(hashes?.values ?? {}).map(([algorithm, digest]) => [algorithm, String(digest)])),
    };
}

// EXTERNAL MODULE: ./lib/resolve/stored-lock.js
var stored_lock = __webpack_require__(3269);
// EXTERNAL MODULE: ./lib/plan/pylock.js + 1 modules
var pylock = __webpack_require__(3673);
// EXTERNAL MODULE: ./lib/settings.js
var settings = __webpack_require__(3390);
;// CONCATENATED MODULE: ./lib/resolve/uv.js
/** Resolving through uv: loose requirements and uv.lock become a pylock.toml (PEP 751), which is read as any other. */








/**
 * Resolves requirements for one interpreter with `uv pip compile`. uv builds nothing that is installed: of a source archive
 * whose metadata is not static it asks the backend for that alone.
 * Throws UserError RESOLUTION_FAILED with uv's own message, and INDEX_UNREACHABLE.
 */
async function compileWithUv(run, compile) {
    const args = ['pip', 'compile', '--no-header', '--format', 'pylock.toml', ...compileArguments(run, compile)];
    return runForLock(run, {
        args,
        cwd: compile.settings.workingDirectory,
        index: compile.inputs.set.index,
        input: stdinOf(compile),
    });
}
/**
 * The requirements text that uv resolves to, without hashes: uv then reads metadata only, where for a pylock.toml it
 * unpacks every local wheel. Throws as `compileWithUv`.
 */
async function checkWithUv(run, compile) {
    const args = ['pip', 'compile', '--no-header', '--no-annotate', ...compileArguments(run, compile)];
    const { settings, inputs } = compile;
    return runUv(run, { args, cwd: settings.workingDirectory, index: inputs.set.index, input: stdinOf(compile) });
}
/** What `uv sync` would install from a uv.lock as it stands. Throws as `compileWithUv`. */
async function exportWithUv(run, lockFile, settings) {
    const args = [
        ...['export', '--frozen', '--no-header', '--format', 'pylock.toml', '--python', run.interpreter.executable],
        ...settings.extras.flatMap(extra => ['--extra', extra]),
        ...(settings.allExtras ? ['--all-extras'] : []),
        ...settings.groups.flatMap(group => ['--group', group]),
        ...settings.noGroups.flatMap(group => ['--no-group', group]),
        ...(settings.noDev ? ['--no-dev'] : []),
        ...(settings.noInstallProject ? ['--no-emit-project'] : []),
    ];
    const lock = await runForLock(run, { args, cwd: (0,external_node_path_.dirname)(lockFile), index: { ...settings.index, noIndex: false } });
    return { ...lock, source: lockFile };
}
function compileArguments({ interpreter }, { settings, inputs }) {
    const { index, resolverOptions } = inputs.set;
    return [
        ...['--python', interpreter.executable],
        ...(settings.build.isolation ? [] : ['--no-build-isolation']),
        ...settings.build.configSettings.flatMap(setting => ['--config-setting', setting]),
        // uv ignores it in a file.
        ...(resolverOptions.includes('--pre') ? ['--prerelease', 'allow'] : []),
        ...(settings.noDeps ? ['--no-deps'] : []),
        ...(settings.upgrade ? ['--upgrade'] : []),
        ...inputs.constraints.flatMap(({ path }) => ['--constraints', path]),
        ...index.findLinks.flatMap(link => ['--find-links', link]),
        ...inputs.files.map(({ path }) => path),
        ...(inputs.packages.length > 0 ? ['-'] : []),
    ];
}
/** A bare path of a wheel is a requirement by its URL. */
function stdinOf({ settings, inputs }) {
    const isPath = (text) => /\.whl$/i.test(text) && !/^(?:https?|file):|@/i.test(text);
    const urlOf = (path) => (0,external_node_url_.pathToFileURL)((0,external_node_path_.resolve)(settings.workingDirectory, path)).href;
    return inputs.packages.map(text => (isPath(text) ? urlOf(text) : text)).join('\n');
}
async function runForLock(run, call) {
    await (0,promises_.mkdir)(run.temporaryDirectory, { recursive: true });
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(run.temporaryDirectory, 'resolve-'));
    try {
        const output = (0,external_node_path_.join)(directory, 'pylock.resolved.toml');
        await runUv(run, { ...call, args: [...call.args, '--output-file', output] });
        return (0,pylock/* parsePylock */.y0)(await (0,promises_.readFile)(output, 'utf8'), 'pylock.toml of uv', { directory, ...everything });
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/** uv has applied extras and groups already. */
const everything = { extras: [], allExtras: false, groups: [], noGroups: [], noDev: false };
async function runUv({ uv, env }, { args, cwd, index, input }) {
    const flags = [
        ...['--quiet', '--no-progress', '--color', 'never', '--no-python-downloads'],
        ...(index.noIndex ? ['--no-index'] : []),
        ...(index.offline ? ['--offline'] : []),
    ];
    const result = await (0,process/* runProcess */.R)(uv, [...args, ...flags], {
        cwd,
        env: uvEnvironment(env, index),
        ...(input === undefined ? {} : { input }),
    });
    if (result.exitCode !== 0)
        throw resolverFailure('uv', result);
    return result.stdout;
}
/** Variables whose meaning is in the settings already, or that would change what is written where. */
const settledVariables = [
    ...[
        'UV_INDEX',
        'UV_DEFAULT_INDEX',
        'UV_INDEX_URL',
        'UV_EXTRA_INDEX_URL',
        'UV_FIND_LINKS',
        'UV_NO_INDEX',
        'UV_OFFLINE',
    ],
    ...['UV_PYTHON', 'UV_SYSTEM_PYTHON', 'UV_FROZEN', 'UV_LOCKED', 'UV_NO_DEV', 'UV_NO_GROUP', 'UV_NO_DEFAULT_GROUPS'],
    ...['UV_WORKING_DIR', 'UV_PROJECT', 'UV_NO_EDITABLE', 'VIRTUAL_ENV', 'CONDA_PREFIX'],
];
/** Index addresses go by the environment: unlike arguments, other users of the machine cannot see their credentials. */
function uvEnvironment(env, index) {
    const kept = Object.entries((0,run/* pythonEnvironmentVariables */.b)(env)).filter(([name]) => !settledVariables.includes(name));
    const isStandard = index.indexUrl === '' || index.indexUrl.replace(/\/$/, '') === settings/* defaultIndexUrl */.t;
    return {
        ...Object.fromEntries(kept),
        ...(isStandard || index.noIndex ? {} : { UV_DEFAULT_INDEX: index.indexUrl }),
        ...(index.extraIndexUrls.length === 0 || index.noIndex ? {} : { UV_INDEX: index.extraIndexUrls.join(' ') }),
    };
}

;// CONCATENATED MODULE: ./lib/resolve/resolve.js
/** Inputs → Lock: read, taken from the store, listed, or resolved by uv or pip, in this order of preference. */









/**
 * Obtains the lock of a run. A stored lock of unchanged inputs is used unless `settings.upgrade`; then neither a
 * resolver nor the network is touched.
 * Throws LOCK_INVALID, EXTRAS_UNSUPPORTED, RESOLVER_NOT_FOUND, RESOLUTION_FAILED, INDEX_UNREACHABLE,
 * DISTRIBUTION_NOT_FOUND, HASH_MISSING and HASH_MISMATCH.
 */
async function resolveLock(inputs, { settings, interpreter, services }) {
    const [file] = inputs.files;
    const lock = file?.kind === 'pylock' ? inputs.pylock() : undefined;
    if (lock !== undefined && file !== undefined) {
        return { lock, how: 'read', reason: `\`${file.shown}\` is a complete lock` };
    }
    const request = { settings, interpreter, services, inputs };
    return file?.kind === 'uv-lock' ? resolveUvLock(file, request) : resolveRequirements(request);
}
async function resolveUvLock(file, request) {
    const { settings, inputs } = request;
    const key = (0,lock_identity/* keyOf */.T)(inputs, request);
    return reuseOrResolve(key, request, async () => {
        const uv = await obtainUv(request);
        if ('missing' in uv)
            throw resolverNotFound(`\`${file.shown}\` can be read by uv only`, [uv.missing]);
        const lock = await exportWithUv(uv, file.path, settings);
        return { lock, how: 'uv', reason: `uv exported \`${file.shown}\`` };
    });
}
async function resolveRequirements(request) {
    const { settings, inputs } = request;
    refuseExtras(settings);
    const { set, configuration } = inputs;
    const key = (0,lock_identity/* keyOf */.T)(inputs, request);
    if (set.requirements.length === 0)
        return { lock: emptyLock(inputs), how: 'pins', reason: 'nothing is left to resolve' };
    const needsUv = configuration.namesSources && asksIndex(set);
    return reuseOrResolve(key, request, () => (needsUv ? resolveWithUv(set, request) : resolveSet(set, request)));
}
function emptyLock(inputs) {
    const nothing = { environments: [], distributions: [], extras: [], dependencyGroups: [], warnings: [] };
    return { source: sourceOf(inputs), requiresPython: undefined, ...nothing };
}
function refuseExtras({ extras, allExtras, groups }) {
    if (extras.length === 0 && !allExtras && groups.length === 0)
        return;
    throw (0,errors/* usageError */.Wp)('EXTRAS_UNSUPPORTED', 'extras and dependency groups can be chosen of a lock only (`pylock.toml`, `uv.lock`), not of requirements', 'Write `name[extra]` as the requirement, or make a lock');
}
/** What messages call a lock of these inputs. */
function sourceOf({ files, packages }) {
    return [...files.map(({ shown }) => shown), ...packages].join(', ');
}
async function reuseOrResolve(key, { settings, services, inputs }, resolve) {
    const place = { key, directory: services.locksDirectory, base: inputs.directory };
    const source = sourceOf(inputs);
    const stored = settings.upgrade ? undefined : await (0,stored_lock/* readStoredLock */.rh)(place);
    if (stored !== undefined)
        return { lock: { ...stored, source }, how: 'stored', reason: 'the inputs are unchanged' };
    const resolved = await resolve();
    if (!inputs.isTransient)
        await (0,stored_lock/* storeLock */.BG)(resolved.lock, place);
    return { ...resolved, lock: { ...resolved.lock, source } };
}
async function resolveSet(set, request) {
    const { settings, interpreter, services } = request;
    const isExact = (0,pins/* isPinned */.T4)(set);
    const context = async () => ({ set, interpreter, services, links: await listLinks(set, request) });
    if (isExact && settings.noDeps) {
        const lock = (0,listed_hashes/* keepListedHashes */.R0)(await (0,pins/* lockPins */.oA)(await context()), set);
        return { lock, how: 'pins', reason: 'every requirement is pinned, and `--no-deps` needs no resolver' };
    }
    const uv = await obtainUv(request);
    if ('missing' in uv)
        return resolveWithPip(uv.missing, set, request);
    if (isExact && (await isClosedLocally(uv, set, request))) {
        const lock = (0,listed_hashes/* keepListedHashes */.R0)(await (0,pins/* lockPins */.oA)(await context()), set);
        return { lock, how: 'pins', reason: 'every requirement is pinned and hashed, and uv found none missing' };
    }
    const lock = await compileWithUv(uv, request);
    return { lock: finish(lock, set, request), how: 'uv', reason: 'uv resolved the requirements' };
}
/** True where an index decides what is installed, and not a directory or the address of a wheel. */
function asksIndex({ requirements, index }) {
    return !index.noIndex && !index.offline && requirements.some(({ location }) => location === undefined);
}
/** Where uv's configuration names indexes: whoever does not read it would ask others for packages of the same name. */
async function resolveWithUv(set, request) {
    const uv = await obtainUv(request);
    if ('missing' in uv)
        throw resolverNotFound("uv's configuration names the index, which uv alone reads", [uv.missing]);
    const lock = await compileWithUv(uv, request);
    return { lock: finish(lock, set, request), how: 'uv', reason: "uv resolved the requirements by uv's configuration" };
}
function listLinks(set, { settings, services }) {
    return (0,find_links/* listFindLinks */.B7)(set.index, { ...services, workingDirectory: settings.workingDirectory });
}
/** True for pinned, hashed requirements without an index that need nothing else: their local files can be listed as they are. */
async function isClosedLocally(uv, set, request) {
    const isHashed = set.requirements.every(({ hashes }) => Object.keys(hashes).length > 0);
    if (!isHashed || !(set.index.noIndex || set.index.offline))
        return false;
    const text = await checkWithUv(uv, request);
    const named = new Set((0,pins/* applicable */.y8)(set, request.interpreter).map(({ name }) => name));
    return (0,requirements/* parseRequirements */.E)(text, "uv's answer", {}).requirements.every(({ name }) => named.has(name));
}
async function resolveWithPip(uvReason, set, request) {
    const { interpreter, services, inputs } = request;
    const { env } = services.host;
    const python = await findPip(interpreter, env);
    if (python === undefined) {
        const pipReason = `\`${interpreter.executable}\` has no pip of version 23 or later`;
        throw resolverNotFound(`\`${sourceOf(inputs)}\` has to be resolved`, [uvReason, pipReason]);
    }
    const { digestFile, locksDirectory } = services;
    const run = { env, python, digestFile, temporaryDirectory: locksDirectory };
    const lock = await compileWithPip(run, request);
    return { lock: finish(lock, set, request), how: 'pip', reason: `pip resolved the requirements: ${uvReason}` };
}
/** Marks what the user named, and drops files whose hash the user did not list. */
function finish(lock, set, { interpreter }) {
    const named = new Set((0,pins/* applicable */.y8)(set, interpreter).map(({ name }) => name));
    const distributions = lock.distributions.map(entry => ({ ...entry, requested: named.has(entry.name) }));
    return (0,listed_hashes/* keepListedHashes */.R0)({ ...lock, distributions }, set);
}
/** How to run uv, or why there is none. */
async function obtainUv({ interpreter, services }) {
    const { host, locksDirectory, provideUv } = services;
    try {
        return { uv: await provideUv(), env: host.env, temporaryDirectory: locksDirectory, interpreter };
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        return { missing: (0,errors/* messageOf */.bD)(error) };
    }
}
function resolverNotFound(need, reasons) {
    return new errors/* UserError */.yo('RESOLVER_NOT_FOUND', `${need}, but there is no resolver: ${reasons.join('; ')}`, {
        hint: 'Put uv on PATH, or give a pylock.toml, or pinned requirements with `--no-deps`',
    });
}

// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var cache = __webpack_require__(243);
// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
;// CONCATENATED MODULE: ./lib/pipeline/provide-uv.js
/** Finds uv, which resolves: the one on PATH, else a pinned, hash-checked wheel of it from the index, kept in the store. */





const pinnedVersion = '0.13.8';
/** The first version that writes pylock.toml for every input we hand it. */
const oldestVersion = [0, 8];
/** By operating system and architecture. The Linux wheels are linked statically: they run on glibc and musl. */
const pinned = {
    'linux-x64': {
        tag: 'musllinux_1_1_x86_64',
        sha256: '29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a',
    },
    'linux-arm64': {
        tag: 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
        sha256: '0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d',
    },
    'darwin-x64': {
        tag: 'macosx_10_12_x86_64',
        sha256: 'b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1',
    },
    'darwin-arm64': {
        tag: 'macosx_11_0_arm64',
        sha256: '62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49',
    },
    'win32-x64': { tag: 'win_amd64', sha256: 'cfbc13020a64cdf2f116d2936824c38edbf41e5c07f1ea291baf02e31ebf3ed0' },
    'win32-arm64': { tag: 'win_arm64', sha256: 'b4184029b1b7c54409b9cd4372c73a36ef9c2d1d7cf3b0aca59c8b1932f041dc' },
};
/** The path of a uv to run. Throws UserError UV_UNAVAILABLE, or what fetching it throws. */
async function provideUv(services) {
    return (await findOnPath(services.host)) ?? (await fetchPinned(services));
}
async function findOnPath(host) {
    const name = host.platform.os === 'win32' ? 'uv.exe' : 'uv';
    for (const directory of (host.env.PATH ?? '').split(external_node_path_.delimiter).filter(part => part !== '')) {
        const candidate = (0,external_node_path_.join)(directory, name);
        if ((await isExecutable(candidate)) && (await isRecent(candidate, host)))
            return candidate;
    }
    return undefined;
}
async function isExecutable(path) {
    return (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
}
async function isRecent(uv, host) {
    const { exitCode, stdout } = await (0,process/* runProcess */.R)(uv, ['--version'], { env: host.env, timeoutMs: 10_000 });
    const match = /^uv (\d+)\.(\d+)/.exec(stdout);
    if (exitCode !== 0 || match === null)
        return false;
    const [major, minor] = [Number(match[1]), Number(match[2])];
    return major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1]);
}
async function fetchPinned({ host, store, listFiles, bringWheel }) {
    const wheel = pinned[`${host.platform.os}-${host.platform.arch}`];
    if (wheel === undefined) {
        throw new errors/* UserError */.yo('UV_UNAVAILABLE', `no uv is pinned for ${host.platform.os} on ${host.platform.arch}`, {
            hint: 'put uv on PATH',
        });
    }
    const executable = uvInStore(store, wheel.sha256, host);
    if (await isExecutable(executable))
        return executable;
    const filename = `uv-${pinnedVersion}-py3-none-${wheel.tag}.whl`;
    const listed = (await listFiles('uv')).find(file => file.filename === filename);
    if (listed === undefined) {
        throw new errors/* UserError */.yo('UV_UNAVAILABLE', `the index does not list \`${filename}\``, { hint: 'put uv on PATH' });
    }
    const hashes = { sha256: wheel.sha256 };
    await bringWheel({ filename, url: listed.url, path: undefined, size: undefined, hashes });
    return executable;
}
function uvInStore(store, sha256, host) {
    const name = host.platform.os === 'win32' ? 'uv.exe' : 'uv';
    return (0,external_node_path_.join)((0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, sha256)), `uv-${pinnedVersion}.data`, 'scripts', name);
}

// EXTERNAL MODULE: ./lib/pipeline/wheels.js
var wheels = __webpack_require__(3600);
;// CONCATENATED MODULE: ./lib/pipeline/lock.js
/** The lock of a run: read, taken from the store or the remote cache, or resolved; local files stand in for URLs. */















/** Obtains the lock and says in the report how. Throws what reading and resolving throw. */
async function obtainLock(inputs, { interpreter, session }, run) {
    const { settings, watch } = run;
    const { index } = inputs.set;
    const isRead = settings.upgrade || inputs.files.some(file => file.kind === 'pylock');
    const restored = isRead ? undefined : await findRestored(inputs, { interpreter, session });
    const { lock, how, reason } = restored !== undefined
        ? { lock: restored, how: 'restored', reason: 'the cache holds the lock of the same inputs' }
        : await resolveLock(inputs, { settings, interpreter, services: resolveServices(run, index) });
    if (restored !== undefined)
        await keepRestored(restored, { inputs, interpreter }, run);
    watch.decide('lock', how, reason);
    for (const warning of lock.warnings)
        watch.warn(warning);
    const links = await (0,find_links/* listFindLinks */.B7)(index, {
        workingDirectory: settings.workingDirectory,
        listLinkPage: url => listLinkPage(url, run.client),
    });
    return { lock: (0,find_links/* preferLocal */.k8)(lock, links), portable: (0,lock_paths/* relativeLock */.U)(lock, inputs.directory), links };
}
/** What the cache gave is from now on the stored lock of these inputs, by which the next run finds its plan. */
async function keepRestored(lock, { inputs, interpreter }, { settings, located }) {
    const key = (0,lock_identity/* keyOf */.T)(inputs, { settings, interpreter });
    await (0,stored_lock/* storeLock */.BG)(lock, { key, directory: (0,external_node_path_.join)(located.store.root, 'locks'), base: inputs.directory });
}
/**
 * The lock of the cache, with the paths of this machine; none where a source tree that it names does not lie here, where this
 * interpreter cannot use it, or where a URL of the inputs has credentials, which a saved lock has not.
 */
async function findRestored(inputs, { interpreter, session }) {
    const restored = session && (0,cache/* restoredLock */.Kg)(session);
    const { requirements, sources } = inputs.set;
    const places = [...requirements.map(({ location = '' }) => location), ...sources.map(({ text }) => text)];
    const isSecret = places.some(redact/* hasCredentials */.Lk);
    if (restored === undefined || isSecret)
        return undefined;
    const lock = withListedHashes({ ...(0,lock_paths/* absoluteLock */.F)(restored, inputs.directory), source: sourceOf(inputs) }, inputs);
    if (lock === undefined)
        return undefined;
    const trees = lock.distributions.flatMap(({ source }) => (source?.kind === 'directory' ? [source.path] : []));
    const found = await Promise.allSettled(trees.map(tree => (0,promises_.access)(tree)));
    const isHere = found.every(({ status }) => status === 'fulfilled');
    return isHere && isUsable(lock, { interpreter, index: inputs.set.index }) ? lock : undefined;
}
/** What the inputs list holds, whatever the cache says. */
function withListedHashes(lock, { set }) {
    try {
        return (0,listed_hashes/* keepListedHashes */.R0)(lock, set);
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
/** The same inputs may have been resolved for another patch release of Python or another age of the C library. */
function isUsable(lock, { interpreter, index }) {
    try {
        (0,plan/* sourcesToBuild */.ek)(lock, interpreter, index);
        return true;
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return false;
        throw error;
    }
}
function resolveServices(run, ofRun) {
    const { host, located, client, watch, pool, digest } = run;
    const listFiles = (name, index = ofRun) => listIndexFiles(name, index, client);
    const bringWheel = async (file) => {
        const services = { store: located.store, client, watch, os: host.platform.os, pool, digest };
        await (0,wheels/* provideWheel */.f3)({ name: 'uv', file, sha256: file.hashes.sha256 }, services);
    };
    return {
        host,
        locksDirectory: (0,external_node_path_.join)(located.store.root, 'locks'),
        provideUv: () => provideUv({ host, store: located.store, listFiles, bringWheel }),
        listIndexFiles: listFiles,
        listLinkPage: (url) => listLinkPage(url, client),
        digestFile: async (path) => (await digest(path)).sha256,
    };
}


/***/ }),

/***/ 1657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ absoluteLock),
/* harmony export */   U: () => (/* binding */ relativeLock)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/** Locks that travel to another checkout or machine: their local paths relative to a directory, and absolute again. Pure. */

/**
 * The lock with the paths of its files and source trees relative to an absolute directory, for storing only. Those that
 * share nothing with the directory but the root stay absolute: they are a place of the machine, not of the checkout.
 */
function relativeLock(lock, directory) {
    const top = topOf(directory);
    return withPaths(lock, path => (topOf(path) === top ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(directory, path) || '.' : path));
}
/** The lock that `relativeLock` made relative, for the same files below or beside another absolute directory. */
function absoluteLock(lock, directory) {
    return withPaths(lock, path => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, path));
}
/** The root of a path and the first name below it. */
function topOf(path) {
    const { root } = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(path);
    return root + (path.slice(root.length).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep)[0] ?? '');
}
function withPaths(lock, change) {
    const place = (file) => file.path === undefined ? file : { ...file, path: change(file.path) };
    const placeAll = (entry) => ({
        ...entry,
        wheels: entry.wheels.map(place),
        sdist: entry.sdist && place(entry.sdist),
        archive: entry.archive && place(entry.archive),
        source: entry.source && placeSource(entry.source, change),
    });
    return { ...lock, distributions: lock.distributions.map(placeAll) };
}
/** Only a directory has a path; a repository has an address. */
function placeSource(source, change) {
    return source.kind === 'directory' ? { ...source, path: change(source.path) } : source;
}


/***/ }),

/***/ 7781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fp: () => (/* binding */ selectWheels),
  ek: () => (/* binding */ sourcesToBuild)
});

// UNUSED EXPORTS: planInstall

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/python/markers.js
var python_markers = __webpack_require__(9653);
// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var filename = __webpack_require__(5910);
;// CONCATENATED MODULE: ./lib/plan/choose-wheel.js
/** Which of a distribution's wheels an interpreter installs (PEP 425, PyPA binary distribution format). */

function rankTags(tags) {
    return new Map(tags.map((tag, rank) => [tag, rank]));
}
/**
 * The wheel whose best tag ranks first; of equals the one with the highest build tag, then by filename.
 * Undefined where no wheel fits. The order of `wheels` does not matter.
 */
function chooseWheel(wheels, ranks) {
    const ranked = wheels
        .map(named => ({
        named,
        rank: Math.min(...named.wheel.tags.map(tag => ranks.get(tag) ?? Number.POSITIVE_INFINITY)),
    }))
        .filter(({ rank }) => Number.isFinite(rank));
    const [best] = ranked.toSorted((a, b) => a.rank - b.rank || compareBuilds(b.named.wheel, a.named.wheel));
    return best?.named;
}
function compareBuilds(a, b) {
    const [aNumber, aRest] = a.build ?? [-1, ''];
    const [bNumber, bRest] = b.build ?? [-1, ''];
    return aNumber - bNumber || compareText(aRest, bRest) || compareText(b.filename, a.filename);
}
/** By code unit, so that the outcome depends on no locale. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Reads the names of wheel files; throws WHEEL_FILENAME_INVALID of the wheel room for one that is no wheel's. */
function nameWheels(files) {
    return files.map(file => ({ file, wheel: (0,filename/* parseWheelFilename */.e)(file.filename) }));
}
/** True when the filename belongs to the distribution: a lock cannot pass one project's wheel off as another's. */
function belongsTo({ wheel }, name) {
    return (0,filename/* normalizeName */.P)(wheel.name) === name;
}

;// CONCATENATED MODULE: ./lib/plan/applicable.js
/** Which entries of a lock are for an interpreter, and whether the lock is for it at all (PEP 751). Pure. */




/** Throws UserError LOCK_PYTHON_MISMATCH and LOCK_PLATFORM_MISMATCH where the lock is for others. */
function checkEnvironment(lock, interpreter) {
    const { markers, executable, version } = interpreter;
    if (lock.requiresPython !== undefined && !(0,specifiers/* satisfies */.ib)(fullVersion(interpreter), lock.requiresPython)) {
        throw new errors/* UserError */.yo('LOCK_PYTHON_MISMATCH', `\`${lock.source}\` is a lock for another Python: it requires \`${lock.requiresPython}\`, \`${executable}\` is ${version}`, { hint: 'Name another Python with `--python`, or make the lock again for this one' });
    }
    const fits = lock.environments.some(marker => (0,python_markers/* evaluateMarker */.U)(marker, markers));
    if (lock.environments.length === 0 || fits)
        return;
    throw new errors/* UserError */.yo('LOCK_PLATFORM_MISMATCH', `\`${lock.source}\` is a lock for other environments: it is for ${quoteAll(lock.environments)}; this is Python ${version} (${markers.implementation_name ?? interpreter.implementation}) on ${markers.sys_platform ?? 'an unknown platform'}, ${markers.platform_machine ?? 'an unknown machine'}`, { hint: 'Make a lock that covers this environment, for example with `uv pip compile --universal`' });
}
function fullVersion(interpreter) {
    return interpreter.markers.python_full_version ?? interpreter.version;
}
/** Whether an entry of the lock is for this interpreter, by its marker. */
function applies({ marker }, lock, { markers }) {
    const sets = { extras: lock.extras, dependencyGroups: lock.dependencyGroups };
    return marker === undefined || (0,python_markers/* evaluateMarker */.U)(marker, markers, sets);
}
/** The entries that apply, sorted by name. Throws UserError LOCK_AMBIGUOUS where two of one name do. */
function selectDistributions(lock, interpreter) {
    const selected = lock.distributions
        .filter(entry => applies(entry, lock, interpreter))
        .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.version ?? '', b.version ?? ''));
    const ambiguous = selected.filter(({ name }, index) => [selected[index - 1], selected[index + 1]].some(other => other?.name === name));
    if (ambiguous.length === 0)
        return selected;
    const list = ambiguous.map(label);
    throw (0,errors/* usageError */.Wp)('LOCK_AMBIGUOUS', `\`${lock.source}\` has more than one entry that applies here for ${list.join(', ')}`, 'Their markers must exclude each other; make the lock again');
}
/** Throws UserError LOCK_PYTHON_MISMATCH naming every entry that is for another Python. */
function checkRequiresPython(lock, distributions, interpreter) {
    const version = fullVersion(interpreter);
    const refused = distributions.filter(({ requiresPython }) => requiresPython && !(0,specifiers/* satisfies */.ib)(version, requiresPython));
    if (refused.length === 0)
        return;
    const list = refused.map(entry => `${label(entry)} requires \`${entry.requiresPython}\``);
    throw new errors/* UserError */.yo('LOCK_PYTHON_MISMATCH', `\`${lock.source}\` is a lock for another Python than ${version} (\`${interpreter.executable}\`): ${list.join(', ')}`, { hint: 'Name another Python with `--python`, or make the lock again for this one' });
}
/** `name` and version, for messages. */
function label(entry) {
    return `\`${entry.name}\` ${labelVersion(entry)}`;
}
function labelVersion({ version }) {
    return version ?? 'without a version';
}
function quoteAll(values) {
    return values.map(value => `\`${value}\``).join(', ');
}

// EXTERNAL MODULE: ./lib/plan/present.js
var present = __webpack_require__(9844);
;// CONCATENATED MODULE: ./lib/plan/plan.js
/** Lock × Interpreter × what is present → Plan: a pure function, no file or network is touched. */






/**
 * Decides what is installed, following the PyPA rules for installing from a pylock.toml (PEP 751).
 *
 * Throws UserError LOCK_PYTHON_MISMATCH, LOCK_PLATFORM_MISMATCH, LOCK_AMBIGUOUS, LOCK_INVALID, WHEEL_NOT_FOUND,
 * SOURCE_NOT_BUILT and HASH_MISSING, each naming every distribution that it concerns.
 */
function planInstall(lock, interpreter, options) {
    return divide(selectWheels(lock, interpreter, options.index), options.installed, options);
}
/**
 * The wheel of every distribution of the lock that applies here, sorted by name. What `sourcesToBuild` names must have been
 * built and bound before. Throws as `planInstall`.
 */
function selectWheels(lock, interpreter, index) {
    const { ready, toBuild } = divideByForm(lock, interpreter);
    if (toBuild.length > 0)
        throw notBuilt(toBuild, lock);
    if (index.requireHashes)
        checkHashes(lock, ready);
    return ready;
}
/**
 * The distributions of the lock that apply here and of which a wheel has to be made, sorted by name: source trees,
 * repositories, source archives, and a source archive where no wheel fits.
 * Throws what `selectWheels` throws about the others, so that nothing is built for a lock that cannot be installed; with
 * `requireHashes`, HASH_MISSING for what no hash can be about.
 */
function sourcesToBuild(lock, interpreter, { requireHashes } = { requireHashes: false }) {
    const { ready, toBuild } = divideByForm(lock, interpreter);
    if (requireHashes) {
        const files = toBuild.map(entry => ({
            ...entry,
            file: fileToBuild(entry),
        }));
        checkHashes(lock, [...ready, ...files]);
    }
    return toBuild;
}
/** Asked first what is to be built, then which wheels there are. */
const divided = new WeakMap();
function divideByForm(lock, interpreter) {
    const known = divided.get(lock);
    if (known?.interpreter === interpreter)
        return known.forms;
    const forms = findForms(lock, interpreter);
    divided.set(lock, { interpreter, forms });
    return forms;
}
function findForms(lock, interpreter) {
    checkEnvironment(lock, interpreter);
    const distributions = selectDistributions(lock, interpreter);
    checkRequiresPython(lock, distributions, interpreter);
    const ranks = rankTags(interpreter.tags);
    const chosen = distributions.map(entry => ({ entry, wheel: planWheel(lock, entry, ranks) }));
    const others = chosen.filter(({ wheel }) => wheel === undefined).map(({ entry }) => entry);
    const missing = others.filter(entry => !isBuildable(entry));
    if (missing.length > 0)
        throw wheelNotFound(missing, interpreter);
    return { ready: chosen.flatMap(({ wheel }) => wheel ?? []), toBuild: others };
}
function isBuildable(entry) {
    return entry.source !== undefined || fileToBuild(entry) !== undefined;
}
function fileToBuild({ archive, sdist }) {
    return archive === undefined || isWheel(archive) ? sdist : archive;
}
function isWheel({ filename }) {
    return filename.endsWith('.whl');
}
function notBuilt(sources, lock) {
    const list = sources.map(entry => `\`${entry.name}\` (${placeOf(entry)})`).join(', ');
    return new errors/* UserError */.yo('SOURCE_NOT_BUILT', `\`${lock.source}\` names sources of which there is no wheel: ${list}`, {
        hint: 'Build them with `wheelcrew build` or `wheelcrew install`, or name wheels of them',
    });
}
function placeOf(entry) {
    const { source } = entry;
    if (source?.kind === 'directory')
        return `directory \`${source.path}\``;
    if (source !== undefined)
        return `repository \`${(0,redact/* redact */.E$)(source.url)}\``;
    return `source archive \`${fileToBuild(entry)?.filename}\``;
}
function planWheel(lock, entry, ranks) {
    const wheels = nameWheels(wheelsOf(entry));
    const stranger = wheels.find(wheel => !belongsTo(wheel, entry.name));
    if (stranger !== undefined) {
        throw (0,errors/* usageError */.Wp)('LOCK_INVALID', `\`${lock.source}\`: \`${stranger.file.filename}\` is not a wheel of \`${entry.name}\``);
    }
    const best = chooseWheel(wheels, ranks);
    return (best && {
        name: entry.name,
        version: entry.version ?? best.wheel.version,
        file: best.file,
        sha256: best.file.hashes.sha256,
        requested: entry.requested,
        directUrl: entry.directUrl ?? (entry.archive && directUrlOf(entry.archive)),
    });
}
function wheelsOf({ archive, wheels }) {
    return [...(archive ? [archive] : []), ...wheels].filter(isWheel);
}
/** PEP 610: without credentials; `hash` is the older spelling, which pip still writes. */
function directUrlOf({ url, path, hashes, subdirectory }) {
    const place = url !== undefined ? (0,redact/* stripCredentials */.PH)(url) : (0,external_node_url_.pathToFileURL)(path ?? '').href;
    const { sha256 } = hashes;
    const archive_info = sha256 === undefined ? { hashes } : { hash: `sha256=${sha256}`, hashes };
    return { url: place, archive_info, ...(subdirectory !== undefined && { subdirectory }) };
}
function wheelNotFound(missing, interpreter) {
    const details = missing.map(entry => {
        const tags = [...new Set(nameWheels(wheelsOf(entry)).flatMap(({ wheel }) => wheel.tags))];
        return `${label(entry)} has wheels for ${shorten(tags)}`;
    });
    return new errors/* UserError */.yo('WHEEL_NOT_FOUND', `no wheel for Python ${interpreter.version} on this platform: ${details.join('; ')}; wanted one of ${shorten(interpreter.tags)}`, { hint: 'Choose another Python, another version that has such a wheel, or a lock that lists its source archive' });
}
/** Enough tags to see what is wrong; an interpreter has hundreds. */
function shorten(tags) {
    const shown = 6;
    const rest = tags.length > shown ? ` and ${tags.length - shown} more` : '';
    return `${quoteAll(tags.slice(0, shown))}${rest}`;
}
const strongHashes = ['sha256', 'sha384', 'sha512', 'blake2b'];
/** No hash can be about a directory or a repository: those come without a file. */
function checkHashes(lock, entries) {
    const isHashed = ({ file }) => strongHashes.some(algorithm => algorithm in { ...file?.hashes, ...file?.oneOf });
    const unhashed = entries.filter(entry => !isHashed(entry));
    if (unhashed.length === 0)
        return;
    throw (0,errors/* usageError */.Wp)('HASH_MISSING', `hashes are required, but \`${lock.source}\` has no sha256 or stronger for ${unhashed.map(label).join(', ')}`, 'Make the lock again with hashes, or leave out `--require-hashes`');
}


/***/ }),

/***/ 9844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ divide)
/* harmony export */ });
/* harmony import */ var _python_specifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5005);
/** What an environment holds already, held against what it is to hold: pure. */

/** Divides what is planned and what is present into what stays, comes and goes. */
function divide(planned, present, { exact, reinstall, unchanged }) {
    const names = new Set(planned.map(({ name }) => name));
    const stays = (wheel) => {
        const [found, ...others] = present.filter(({ name }) => name === wheel.name);
        return (!reinstall &&
            found !== undefined &&
            others.length === 0 &&
            isSatisfied(wheel, found, { exact, isUnchanged: unchanged?.has(wheel.name) === true }));
    };
    const reuse = planned.filter(stays);
    const kept = new Set(reuse.map(({ name }) => name));
    return {
        wheels: planned.filter(({ name }) => !kept.has(name)),
        reuse,
        remove: present.filter(found => (names.has(found.name) ? !kept.has(found.name) : exact && !isSeed(found))),
    };
}
/** As uv: the version decides for what came from an index, address and digest for what was named by its address. */
function isSatisfied({ version, directUrl }, present, { exact, isUnchanged }) {
    if (present.kind === 'incomplete' || present.isDangling || !(0,_python_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameVersion */ .p)(present.version, version))
        return false;
    // A source tree may have changed since.
    if (directUrl?.dir_info !== undefined)
        return isUnchanged;
    if (directUrl !== undefined)
        return isSameSource(directUrl, present.directUrl);
    return !exact || present.directUrl === undefined;
}
function isSameSource(wanted, present) {
    if (present?.url !== wanted.url || present.subdirectory !== wanted.subdirectory)
        return false;
    if (present.vcs_info?.commit_id !== wanted.vcs_info?.commit_id)
        return false;
    const [a, b] = [wanted, present].map(url => url.archive_info?.hashes?.sha256);
    return a === undefined || b === undefined || a === b;
}
/** What a virtual environment is made with, by another tool than this: no lock names it, and it stays. */
function isSeed({ name, installer }) {
    return ['pip', 'setuptools', 'wheel'].includes(name) && installer !== 'wheelcrew';
}


/***/ }),

/***/ 8456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ listedFiles),
/* harmony export */   R0: () => (/* binding */ keepListedHashes),
/* harmony export */   xe: () => (/* binding */ hashMismatch),
/* harmony export */   yy: () => (/* binding */ isListed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** The hashes that a requirements file lists, applied to what was resolved. */

/**
 * The lock with only those files whose hash the requirements list, where they list any (pip's hash-checking mode): a hash that
 * the index does not know is checked when the file is read.
 * Throws UserError HASH_MISMATCH (exit 3) for a distribution that has no such file, and HASH_MISSING where hashes are
 * required and a distribution of the lock is listed without one.
 */
function keepListedHashes(lock, { requirements, constraints, index }) {
    const rows = [...requirements, ...constraints];
    const listed = (name) => rows.filter(row => row.name === name && Object.keys(row.hashes).length > 0);
    const unlisted = lock.distributions.filter(({ name }) => listed(name).length === 0);
    if (index.requireHashes && unlisted.length > 0) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageError */ .Wp)('HASH_MISSING', `hashes are required, but none is listed for ${unlisted.map(({ name, version }) => `\`${name}==${version}\``).join(', ')}`, 'List every distribution that is installed with its hashes, for example with `uv pip compile --generate-hashes`');
    }
    return { ...lock, distributions: lock.distributions.map(entry => keepListed(entry, listed(entry.name))) };
}
function keepListed(entry, rows) {
    if (rows.length === 0)
        return entry;
    const { archive, sdist, wheels } = entry;
    const files = [...wheels, archive, sdist].filter(file => file !== undefined);
    const kept = listedFiles(files, rows);
    if (kept.size === 0)
        throw hashMismatch(rows, files);
    const keep = (file) => file && kept.get(file);
    return { ...entry, wheels: wheels.flatMap(wheel => keep(wheel) ?? []), archive: keep(archive), sdist: keep(sdist) };
}
/**
 * Those of a distribution's files that have a listed hash. Where none is known to have one, those of which no digest by
 * a listed algorithm is known: a listed hash joins them, to be checked when the file is read. By the file as it was given.
 */
function listedFiles(files, rows) {
    const known = files.filter(file => isListed(file, rows));
    if (known.length > 0)
        return new Map(known.map(file => [file, file]));
    const listed = mergeHashes(rows);
    const isUnknown = ({ hashes }) => !Object.keys(listed).some(algorithm => algorithm in hashes);
    return new Map(files.filter(isUnknown).map(file => [file, { ...file, ...expecting(file, listed) }]));
}
function mergeHashes(rows) {
    const algorithms = new Set(rows.flatMap(({ hashes }) => Object.keys(hashes)));
    return Object.fromEntries([...algorithms].map(name => [name, [...new Set(rows.flatMap(({ hashes }) => hashes[name] ?? []))]]));
}
/**
 * Without the sha256 that an index claims: by it, the store would give a wheel that was never checked against the list.
 * Of several digests one is in `hashes` too, so that a reader who knows no `oneOf` refuses the file rather than trusts it.
 */
function expecting({ hashes }, listed) {
    const { sha256: _, ...others } = hashes;
    const several = Object.entries(listed).filter(([, digests]) => digests.length > 1);
    const first = Object.entries(listed)
        .filter(([algorithm, digests]) => digests.length === 1 || algorithm !== 'sha256')
        .map(([algorithm, [digest = '']]) => [algorithm, digest]);
    return {
        hashes: { ...others, ...Object.fromEntries(first) },
        ...(several.length === 0 ? {} : { oneOf: Object.fromEntries(several) }),
    };
}
/** True when the requirement rows list the file's digest of some algorithm. */
function isListed({ hashes }, rows) {
    return Object.entries(hashes).some(([algorithm, digest]) => rows.some(row => row.hashes[algorithm]?.includes(digest) === true));
}
const shownHashes = 4;
/** No file that was found has a hash that the requirement lists: both sides are shown. */
function hashMismatch(rows, files) {
    const expected = rows
        .flatMap(({ hashes }) => Object.entries(hashes))
        .flatMap(([name, list]) => list.map(hex => `${name}:${hex}`));
    const found = files.map(({ filename, hashes }) => `\`${filename}\` has ${hashText(hashes)}`);
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .integrityError */ .Wn)('HASH_MISMATCH', `${rows.map(({ where }) => where).join(', ')}: no file of \`${rows[0]?.name}\` has a listed hash: expected ${shorten(expected)}; found ${shorten(found)}`, 'Either the file was changed after the hashes were written, or the list is for other files: make it again from a source you trust');
}
function hashText(hashes) {
    const text = Object.entries(hashes).map(([algorithm, digest]) => `${algorithm}:${digest}`);
    return text.length === 0 ? 'no hash' : text.join(', ');
}
function shorten(items) {
    const rest = items.length > shownHashes ? ` and ${items.length - shownHashes} more` : '';
    return `${items.slice(0, shownHashes).join(', ')}${rest}`;
}


/***/ }),

/***/ 4140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ keyOf)
/* harmony export */ });
/* harmony import */ var _stored_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3269);

/** The key under which the lock of these inputs is stored; that of a pylock is not. */
function keyOf({ files: [file], set, configuration }, { settings, interpreter }) {
    const isUvLock = file?.kind === 'uv-lock';
    return (0,_stored_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockKey */ .TL)({
        settings,
        interpreter,
        set: isUvLock ? undefined : set,
        texts: isUvLock ? { ...configuration.texts, 'uv.lock': file.text } : configuration.texts,
    });
}


/***/ }),

/***/ 6016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y8: () => (/* binding */ applicable),
  w4: () => (/* binding */ applicableSources),
  T4: () => (/* binding */ isPinned),
  oA: () => (/* binding */ lockPins)
});

// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/plan/requirement.js
var plan_requirement = __webpack_require__(7668);
// EXTERNAL MODULE: ./lib/python/markers.js
var python_markers = __webpack_require__(9653);
// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var wheel_filename = __webpack_require__(5910);
// EXTERNAL MODULE: ./lib/resolve/find-links.js
var find_links = __webpack_require__(7869);
;// CONCATENATED MODULE: ./lib/resolve/format-control.js
/** Which kinds of files requirements files allow: `--only-binary` and `--no-binary` of pip's requirements file format. Pure. */

/**
 * Whether wheels and source archives of a distribution may be used. `options` are in the order of the files, as
 * `--no-binary :all:` or `--only-binary=a,b`: of two that contradict each other the later one counts, and a name counts more
 * than `:all:`.
 */
function allowsFile(name, filename, options) {
    const form = filename.endsWith('.whl') ? 'binary' : 'source';
    const only = onlyForms(options);
    const wanted = only.get(name) ?? only.get(everything);
    return wanted === undefined || wanted === form;
}
const everything = ':all:';
/** The one form that is allowed, by name. */
function onlyForms(options) {
    const forms = new Map();
    for (const option of options) {
        const [, word, values = ''] = /^--(only|no)-binary[\s=]+(.*)$/.exec(option) ?? [];
        if (word === undefined)
            continue;
        const form = word === 'only' ? 'binary' : 'source';
        for (const value of values.split(',').map(part => part.trim())) {
            if (value === ':none:')
                deleteForm(forms, form);
            else if (value === everything)
                forms.clear();
            if (value !== ':none:' && value !== '')
                forms.set(value === everything ? value : (0,wheel_filename/* normalizeName */.P)(value), form);
        }
    }
    return forms;
}
function deleteForm(forms, form) {
    for (const [name, known] of forms)
        if (known === form)
            forms.delete(name);
}

// EXTERNAL MODULE: ./lib/resolve/listed-hashes.js
var listed_hashes = __webpack_require__(8456);
;// CONCATENATED MODULE: ./lib/resolve/pins.js
/** Requirements that are exact already: their files are listed, nothing is resolved. */










/** Index requests at a time. */
const parallelRequests = 16;
/** True when every requirement names one version or one wheel, and no constraint says otherwise. */
function isPinned({ requirements, constraints }) {
    return requirements.every(requirement => {
        if (requirement.location !== undefined)
            return constraints.every(({ name }) => name !== requirement.name);
        const version = (0,plan_requirement/* pinnedVersion */.V2)(requirement);
        return version !== undefined && constraints.every(constraint => allows(constraint, requirement.name, version));
    });
}
function allows({ name, specifier, location }, pinnedName, version) {
    return name !== pinnedName || (location === undefined && (0,specifiers/* satisfies */.ib)(version, specifier));
}
/**
 * The sources whose markers hold for the interpreter. Throws UserError HASH_MISSING where hashes are required and one has
 * none: a tree and a repository never have.
 */
function applicableSources({ sources, index }, { markers }) {
    const here = sources.filter(({ marker }) => marker === undefined || (0,python_markers/* evaluateMarker */.U)(marker, markers));
    const unhashed = here.filter(({ hashes }) => Object.keys(hashes).length === 0);
    if (!index.requireHashes || unhashed.length === 0)
        return here;
    throw (0,errors/* usageError */.Wp)('HASH_MISSING', `hashes are required, but ${unhashed.map(({ text, where }) => `\`${(0,redact/* redact */.E$)(text)}\` (${where})`).join(', ')} has none`, 'Name an archive with its `--hash`; directories and repositories cannot be checked by a hash');
}
/** The requirements whose markers hold for the interpreter. */
function applicable({ requirements }, { markers }) {
    return requirements.filter(({ marker }) => marker === undefined || (0,python_markers/* evaluateMarker */.U)(marker, markers));
}
/**
 * Locks pinned requirements, each with every file that `--find-links` and the index offer for it and, where hashes are
 * listed, has one of them. Local files are hashed here: their digest is how the store knows them.
 * Throws UserError DISTRIBUTION_NOT_FOUND naming all that have no file, and HASH_MISMATCH (exit 3).
 */
async function lockPins(context) {
    const pins = mergePins(applicable(context.set, context.interpreter));
    const locked = await (0,concurrency/* mapBounded */.y)(pins, parallelRequests, rows => lockPin(rows, context));
    const missing = pins.filter((_, index) => locked[index] === undefined);
    if (missing.length > 0)
        throw notFound(missing, context);
    return {
        source: 'the pinned requirements',
        requiresPython: undefined,
        environments: [],
        distributions: locked.filter(entry => entry !== undefined),
        extras: [],
        dependencyGroups: [],
        warnings: [],
    };
}
function mergePins(requirements) {
    const pins = new Map();
    for (const row of requirements) {
        const key = `${row.name} ${row.location ?? (0,plan_requirement/* pinnedVersion */.V2)(row)}`;
        const known = pins.get(key);
        pins.set(key, known === undefined ? [row] : [...known, row]);
    }
    return [...pins.values()];
}
async function lockPin(rows, context) {
    const [{ location }] = rows;
    if (location !== undefined)
        return lockLocation(rows, location, context);
    const offered = await listOffered(rows, context);
    if (offered.length === 0)
        return undefined;
    const hashed = rows.filter(row => Object.keys(row.hashes).length > 0);
    const files = hashed.length === 0 ? offered : [...(0,listed_hashes/* listedFiles */.Ho)(offered, hashed).values()];
    const rank = ({ fits }) => Number(fits);
    const [best] = files.toSorted((a, b) => rank(b) - rank(a) || (0,specifiers/* compareVersions */.Zy)(b.version, a.version));
    if (best === undefined)
        throw (0,listed_hashes/* hashMismatch */.xe)(hashed, offered);
    return distribution(rows[0].name, best.version, files.filter(({ version }) => version === best.version));
}
/** As pip, local files and the index count alike; where hashes are listed, a local file that has one is enough. */
async function listOffered(rows, context) {
    const { links, services, set } = context;
    const local = await Promise.all(matching(rows, links, context).map(offered => withDigest(offered, services)));
    const isEnough = local.some(file => file.fits && file.filename.endsWith('.whl') && (0,listed_hashes/* isListed */.yy)(file, rows));
    if (isEnough || set.index.noIndex || set.index.offline)
        return local;
    const listing = await services.listIndexFiles(rows[0].name, set.index);
    return [...local, ...matching(rows, listing.map(find_links/* listed */.KE), context)];
}
/** Files of the pinned version that their index offers to this Python; wheels of any tags, so that a message can name them. */
function matching([row], files, { interpreter, set }) {
    const python = interpreter.markers.python_full_version ?? interpreter.version;
    const tags = new Set(interpreter.tags);
    return files.flatMap(file => {
        const named = nameFile(file.filename);
        if (named?.name !== row.name || !(0,specifiers/* isVersion */.lF)(named.version) || !(0,specifiers/* satisfies */.ib)(named.version, row.specifier))
            return [];
        if (file.requiresPython !== undefined && !(0,specifiers/* satisfies */.ib)(python, file.requiresPython))
            return [];
        if (!allowsFile(row.name, file.filename, set.resolverOptions))
            return [];
        const fits = named.tags === undefined || named.tags.some(tag => tags.has(tag));
        return [{ ...file, version: named.version, fits }];
    });
}
/** What a filename says; undefined for one that an index may well list, but nobody can install. */
function nameFile(filename) {
    if (filename.endsWith('.whl'))
        return nameWheel(filename);
    const stem = /^(.*)\.(?:tar\.gz|zip)$/.exec(filename)?.[1];
    const version = stem?.slice(stem.lastIndexOf('-') + 1);
    if (stem === undefined || version === undefined)
        return undefined;
    return { name: (0,wheel_filename/* normalizeName */.P)(stem.slice(0, -version.length - 1)), version, tags: undefined };
}
function nameWheel(filename) {
    try {
        return (0,wheel_filename/* parseWheelFilename */.e)(filename);
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error))
            return undefined;
        throw error;
    }
}
async function withDigest(file, services) {
    if (file.path === undefined || 'sha256' in file.hashes)
        return file;
    return { ...file, hashes: { ...file.hashes, sha256: await services.digestFile(file.path) } };
}
/** A wheel by its path or URL; the hash of a URL is its `#sha256=…` fragment or a listed one. */
async function lockLocation(rows, location, { services }) {
    const [{ name, where }] = rows;
    const file = /^https?:/i.test(location) ? remoteFile(location) : await localFile(location, services, where);
    const hashed = rows.filter(row => Object.keys(row.hashes).length > 0);
    const archive = hashed.length === 0 ? file : (0,listed_hashes/* listedFiles */.Ho)([file], hashed).get(file);
    if (archive === undefined)
        throw (0,listed_hashes/* hashMismatch */.xe)(hashed, [file]);
    const { version } = (0,wheel_filename/* parseWheelFilename */.e)(file.filename);
    return { ...distribution(name, version, []), archive };
}
function remoteFile(location) {
    const [url = ''] = location.split('#', 1);
    const hashes = Object.entries((0,plan_requirement/* fragmentHashes */.V4)(location)).map(([algorithm, [digest = '']]) => [algorithm, digest]);
    return { filename: (0,plan_requirement/* filenameOf */.xo)(url), url, path: undefined, size: undefined, hashes: Object.fromEntries(hashes) };
}
async function localFile(path, services, where) {
    const sha256 = await services.digestFile(path).catch((error) => {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES'))
            throw error;
        throw (0,errors/* usageError */.Wp)('REQUIREMENTS_FILE_NOT_FOUND', `${where}: \`${path}\` does not exist or cannot be read`);
    });
    return { filename: (0,plan_requirement/* filenameOf */.xo)(path), url: undefined, path, size: undefined, hashes: { sha256 } };
}
function distribution(name, version, files) {
    const locked = files.map(({ requiresPython: _, version: _version, fits: _fits, ...file }) => file);
    return {
        name,
        version,
        marker: undefined,
        requiresPython: undefined,
        wheels: locked.filter(({ filename }) => filename.endsWith('.whl')),
        sdist: locked.find(({ filename }) => !filename.endsWith('.whl')),
        archive: undefined,
        source: undefined,
        requested: true,
    };
}
function notFound(missing, { set, interpreter }) {
    const { index } = set;
    const pins = missing.map(([{ name, specifier, where }]) => `\`${name}${specifier}\` (${where})`);
    const places = index.noIndex || index.offline ? 'in `--find-links`' : 'in `--find-links` and the index';
    return new errors/* UserError */.yo('DISTRIBUTION_NOT_FOUND', `no file for Python ${interpreter.version} on this platform was found ${places} for ${pins.join(', ')}`, { hint: 'Check the name and the version, the Python, and the index or directory that should have it' });
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ storeLock),
/* harmony export */   My: () => (/* binding */ storedLockPath),
/* harmony export */   TL: () => (/* binding */ lockKey),
/* harmony export */   rh: () => (/* binding */ readStoredLock)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _plan_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1657);
/* harmony import */ var _python_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8830);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5078);
/** Resolved locks, kept in the store by the digest of everything that went into them. */







/** Changes when the stored form or the meaning of a key does. */
const format = 3;
/** Hex sha256 of what determines a resolution, normalised: comments, spelling and credentials do not count. */
function lockKey({ settings, interpreter, set, texts }) {
    const { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps } = settings;
    const facts = {
        format,
        python: [interpreter.implementation, interpreter.version, interpreter.tags[0], (0,_python_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .libcOf */ .Q)(interpreter.tags)],
        requirements: set?.requirements.map(requirementFacts),
        constraints: set?.constraints.map(requirementFacts),
        index: indexFacts(set?.index ?? settings.index),
        resolverOptions: set?.resolverOptions,
        build: [settings.build.isolation, settings.build.configSettings],
        options: { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps },
        texts: Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]),
    };
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}
function requirementFacts({ name, extras, specifier, location, marker, hashes }) {
    const place = location === undefined ? undefined : (0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .stripCredentials */ .PH)(location);
    return [name, extras, specifier, place, marker, Object.entries(hashes)];
}
/** Without `offline`: what was resolved with a network is as good without one. */
function indexFacts({ indexUrl, extraIndexUrls, findLinks, noIndex, requireHashes }) {
    return [...[indexUrl, ...extraIndexUrls, '', ...findLinks].map(_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .stripCredentials */ .PH), noIndex, requireHashes];
}
/** The lock stored under a key; undefined where there is none, or where a local file that it names is gone or changed. */
async function readStoredLock({ key, directory, base }) {
    const stored = parseStored(await readOrUndefined(storedLockPath(directory, key)));
    if (stored === undefined)
        return undefined;
    const states = await Promise.all(Object.keys(stored.files).map(path => stateOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(base, path))));
    const isUnchanged = Object.values(stored.files).every(([size, mtimeMs], index) => states[index]?.[0] === size && states[index]?.[1] === mtimeMs);
    return isUnchanged ? (0,_plan_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .absoluteLock */ .F)(stored.lock, base) : undefined;
}
/** Stores a lock: written aside, then renamed. One whose URLs carry credentials is not written. */
async function storeLock(lock, { key, directory, base }) {
    const relative = (0,_plan_lock_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .relativeLock */ .U)(lock, base);
    const files = relative.distributions.flatMap(({ wheels, archive, sdist }) => [...wheels, archive, sdist]);
    if (files.some(file => file?.url !== undefined && (0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .hasCredentials */ .Lk)(file.url)))
        return;
    if (relative.distributions.some(({ source }) => source?.kind === 'vcs' && isSecret(source.url)))
        return;
    const paths = [...new Set(files.flatMap(file => file?.path ?? []))];
    const states = await Promise.all(paths.map(async (path) => [path, await stateOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(base, path))]));
    const stored = { format, lock: relative, files: Object.fromEntries(states) };
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, `${key}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(directory, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, JSON.stringify(stored));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, storedLockPath(directory, key));
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => undefined);
        // A store that can only be read from keeps no locks.
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'EROFS', 'EACCES', 'EPERM'))
            throw error;
    }
}
function isSecret(repository) {
    return URL.canParse(repository) && (0,_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .stripRepositoryCredentials */ .Vi)(repository) !== new URL(repository).href;
}
/** Where the lock of a key is stored. */
function storedLockPath(directory, key) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, `${key}.json`);
}
async function readOrUndefined(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** A damaged or older file is as good as none. */
function parseStored(text) {
    if (text === undefined)
        return undefined;
    try {
        const stored = JSON.parse(text);
        return stored.format === format ? stored : undefined;
    }
    catch (error) {
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
async function stateOf(path) {
    try {
        const { size, mtimeMs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
        return [size, mtimeMs];
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}


/***/ })

};
