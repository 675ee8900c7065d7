export const id = 252;
export const ids = [252];
export const modules = {

/***/ 1252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runUpkeep: () => (/* binding */ runUpkeep)
});

// EXTERNAL MODULE: ./lib/edge/given.js
var edge_given = __webpack_require__(2648);
// EXTERNAL MODULE: ./lib/edge/settings.js + 2 modules
var edge_settings = __webpack_require__(6449);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/cache/backend.js
var cache_backend = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/cache/choose.js + 8 modules
var choose = __webpack_require__(2811);
// EXTERNAL MODULE: ./lib/image/diagnose.js
var diagnose = __webpack_require__(8033);
// EXTERNAL MODULE: ./lib/python/candidates.js
var python_candidates = __webpack_require__(5354);
// EXTERNAL MODULE: ./lib/python/interpreter.js
var interpreter = __webpack_require__(2696);
// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
// EXTERNAL MODULE: ./lib/store/locate.js + 1 modules
var locate = __webpack_require__(8333);
// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var cache = __webpack_require__(243);
;// CONCATENATED MODULE: ./lib/pipeline/doctor.js
/** What this machine can do for an installation, found out by trying. */












/** Looks at the machine. A store is made where there is none. Throws UserError STORE_UNWRITABLE and those of the cache's name. */
async function doctor_diagnose(request, host) {
    const located = await (0,locate/* locateStore */.kf)(request.store, request.environment, { host, linkMode: 'auto' });
    const { bavail, blocks, bsize } = await (0,promises_.statfs)(located.store.root);
    return {
        platform: { os: host.platform.os, arch: host.platform.arch, node: process.versions.node },
        cores: host.parallelism,
        memory: { totalBytes: (0,external_node_os_.totalmem)(), freeBytes: (0,external_node_os_.freemem)() },
        store: { directory: located.directory, totalBytes: blocks * bsize, freeBytes: bavail * bsize },
        linkMode: { mode: located.linkMode, reason: located.reason },
        linkModes: [...(await tryLinkModes(located, request, host)), await imageAbility(located, host)],
        // The command line does not start under a Node without it.
        compression: { name: 'zstd', works: true, reason: 'part of this Node' },
        cache: await cacheAbility(request.cacheBackend, located, host),
        interpreters: await listInterpreters(located, host),
    };
}
const linkModes = ['hardlink', 'clone', 'copy', 'symlink'];
async function tryLinkModes({ directory }, { environment }, host) {
    const abilities = [];
    for (const mode of linkModes)
        abilities.push(await tryLinkMode(mode, directory, { environment, host }));
    return abilities;
}
async function tryLinkMode(mode, store, { environment, host }) {
    try {
        const { linkMode } = await (0,locate/* locateStore */.kf)(store, environment, { host, linkMode: mode });
        return { name: mode, works: linkMode === mode, reason: 'a trial succeeds' };
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        return { name: mode, works: false, reason: error.message };
    }
}
async function imageAbility({ store }, host) {
    const { canMount, canMake, reason } = await (0,diagnose.diagnoseImages)(store.root, host);
    return { name: 'image', works: canMount && canMake, reason };
}
/** Milliseconds in which a service that is named must answer. */
const cacheTimeoutMs = 10_000;
async function cacheAbility(setting, { store }, host) {
    const { backend, reason } = (0,choose/* chooseBackend */.a)(setting, {
        host,
        workspace: host.workingDirectory,
        temporary: store.temporary,
        transport: (0,cache/* cacheTransport */.Gj)(host),
        signal: AbortSignal.timeout(cacheTimeoutMs),
    });
    if (backend === undefined)
        return { name: 'none', works: true, reason };
    if (setting === '' || setting === 'auto')
        return { name: backend.name, works: true, reason: `${reason}; it was not asked` };
    return askBackend(backend);
}
async function askBackend(backend) {
    try {
        await backend.has('wheelcrew-doctor.');
        return { name: backend.name, works: true, reason: 'it answers' };
    }
    catch (error) {
        if (!(error instanceof cache_backend/* CacheTrouble */.E))
            throw error;
        return { name: backend.name, works: false, reason: error.message };
    }
}
async function listInterpreters({ store }, host) {
    const candidates = await (0,python_candidates/* listCandidates */.jU)(host, python_candidates/* fileLister */.YX, '');
    const found = await Promise.all(candidates.map(candidate => probeCandidate(candidate, (0,external_node_path_.join)(store.root, 'interpreters'), host)));
    const byFile = new Map(found.flat().map(({ file, ...interpreter }) => [file, interpreter]));
    return [...byFile.values()].toSorted((a, b) => (0,specifiers/* compareVersions */.Zy)(b.version, a.version));
}
/** A shim or file that does not run is none. */
async function probeCandidate({ path }, cacheDirectory, host) {
    if (!(await python_candidates/* fileLister */.YX.isExecutable(path)))
        return [];
    try {
        const { version, executable } = await (0,interpreter/* probeInterpreter */.b)(path, { host, cacheDirectory });
        return [{ version, path: executable, file: await (0,promises_.realpath)(executable) }];
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        return [];
    }
}

// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
;// CONCATENATED MODULE: ./lib/pipeline/find-stores.js
/** The stores that a command is about which makes no environment. */





/**
 * The store of this name, or all that lie where a run would look; none is made.
 * Throws the usage error STORE_NOT_FOUND where a name is given and no store is there.
 */
async function findStores(named, host) {
    const places = named === '' ? [...new Set((0,locate/* usualPlaces */.dO)(host))] : [named];
    const found = [];
    for (const directory of places) {
        if (await isStore(directory))
            found.push({ directory, store: await (0,store_store/* openStore */.Ch)(directory) });
    }
    if (named === '' || found.length > 0)
        return found;
    throw (0,errors/* usageError */.Wp)('STORE_NOT_FOUND', `no store is in \`${named}\``, 'name the directory that `--store` named before');
}
async function isStore(directory) {
    return (0,promises_.stat)((0,external_node_path_.join)(directory, 'v1')).then(facts => facts.isDirectory(), () => false);
}

// EXTERNAL MODULE: ./lib/pipeline/upkeep.js + 1 modules
var upkeep = __webpack_require__(3363);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/install/digest.js
var digest = __webpack_require__(7027);
// EXTERNAL MODULE: ./lib/install/installed.js + 1 modules
var installed = __webpack_require__(2515);
// EXTERNAL MODULE: ./lib/install/reading.js
var reading = __webpack_require__(1879);
// EXTERNAL MODULE: ./lib/store/builds.js
var builds = __webpack_require__(8232);
// EXTERNAL MODULE: ./lib/store/check.js
var check = __webpack_require__(5733);
// EXTERNAL MODULE: ./lib/store/entry.js
var store_entry = __webpack_require__(6525);
// EXTERNAL MODULE: ./lib/store/evict.js + 1 modules
var evict = __webpack_require__(2256);
// EXTERNAL MODULE: ./lib/wheel/record.js
var record = __webpack_require__(4222);
// EXTERNAL MODULE: ./lib/wheel/record-check.js
var record_check = __webpack_require__(2039);
// EXTERNAL MODULE: ./lib/workers/pool.js
var workers_pool = __webpack_require__(4721);
;// CONCATENATED MODULE: ./lib/pipeline/verify.js
/** Reading everything again: a store against its notes, an environment against its RECORDs. */















/**
 * Compares every file of a store with the digest in its note. An entry or a build that differs leaves the store: a run would
 * link it.
 */
async function verifyStore(store, digest) {
    const checks = [];
    const damaged = [];
    for (const entry of await (0,store_entry/* listEntries */.fi)(store)) {
        const found = await verifyEntry(store, entry, digest);
        checks.push(...found);
        if (found.some(({ difference }) => difference !== undefined))
            damaged.push(entry);
    }
    const removed = damaged.map(entry => (0,check/* nameOfEntry */.tG)(store, entry));
    await (0,evict/* evictChanged */.qz)(store, damaged);
    const builds = await verifyBuilds(store, digest);
    return { ...summed([...checks, ...builds.checks]), removed: [...removed, ...builds.removed] };
}
async function verifyBuilds(store, digest) {
    const checks = [];
    const removed = [];
    for (const path of await (0,builds/* listBuildPaths */.n5)(store)) {
        const build = await (0,builds/* readBuild */.lT)(store, path);
        const check = build
            ? await verifyProduct(build, digest)
            : { bytes: 0, difference: { path: (0,external_node_path_.join)(store.root, path), reason: 'is no whole build' } };
        checks.push(check);
        if (check.difference === undefined || !(await (0,evict/* evict */.YO)(store, path)))
            continue;
        removed.push(build ? `the build of ${build.note.name} ${build.note.version}` : `the build ${path.slice(-32)}`);
    }
    return { checks, removed };
}
async function verifyProduct({ note, productPath }, digest) {
    const found = await digestOf(productPath, digest);
    if (typeof found === 'string')
        return { bytes: 0, difference: { path: productPath, reason: found } };
    const isSame = found.sha256 === note.product.sha256;
    return { bytes: found.size, difference: isSame ? undefined : { path: productPath, reason: 'has another digest' } };
}
/** Gives `use` as many threads as the host has cores. */
async function withDigest({ workerPath, parallelism }, use) {
    const pool = (0,workers_pool/* startPool */.h)(workerPath, parallelism);
    try {
        return await use(path => pool.run({ kind: 'digest', path }));
    }
    finally {
        await pool.close();
    }
}
async function verifyEntry(store, entry, digest) {
    const directory = (0,store_entry/* entryDirectory */.U0)(store, entry);
    const note = (0,check/* readEntryNote */.H0)(store, entry);
    if (note === undefined)
        return [];
    if (note === 'damaged') {
        return [{ bytes: 0, difference: { path: (0,external_node_path_.join)(directory, 'note.json'), reason: 'is damaged' } }];
    }
    return (0,concurrency/* mapBounded */.y)(note.files, filesAtOnce, file => verifyStored((0,external_node_path_.join)((0,store_store/* filesOf */.R8)(directory), file.path), file, digest));
}
/** So that no thread waits for the next one. */
const filesAtOnce = 32;
async function verifyStored(path, file, digest) {
    const found = await digestOf(path, digest);
    if (typeof found === 'string')
        return { bytes: 0, difference: { path, reason: found } };
    const reason = found.sha256 !== file.sha256
        ? 'has another digest'
        : (0,check/* hasOwnFacts */.Ke)(path, file)
            ? undefined
            : 'has another time or mode than it was given';
    return { bytes: found.size, difference: reason === undefined ? undefined : { path, reason } };
}
/**
 * Compares every file of a virtual environment, or of a directory that `--target` filled, with the RECORD that lists it;
 * rows without a hash, as those of bytecode that pip compiled, say nothing. Throws the usage error ENVIRONMENT_NOT_FOUND.
 */
async function verifyEnvironment(root, digest) {
    const checks = [];
    for (const distribution of await (0,installed/* scanInstalled */.Gn)(await librariesOf(root))) {
        checks.push(...(await verifyDistribution(distribution, digest)));
    }
    return { ...summed(checks), removed: [] };
}
async function librariesOf(root) {
    const names = await (0,promises_.readdir)(root).catch(() => undefined);
    if (names === undefined) {
        throw (0,errors/* usageError */.Wp)('ENVIRONMENT_NOT_FOUND', `no environment is in \`${root}\``, 'name its directory with `--venv`');
    }
    const folders = ['lib', 'lib64'].map(async (name) => {
        const versions = await (0,promises_.readdir)((0,external_node_path_.join)(root, name)).catch(() => []);
        return versions.filter(version => /^(?:python|pypy)/.test(version)).map(version => (0,external_node_path_.join)(root, name, version));
    });
    const libraries = [...(await Promise.all(folders)).flat(), (0,external_node_path_.join)(root, 'Lib')].map(path => (0,external_node_path_.join)(path, 'site-packages'));
    return (0,reading/* distinctDirectories */.wj)([...libraries, root]);
}
async function verifyDistribution({ directory, kind }, digest) {
    if (kind !== 'dist-info')
        return [];
    const { rows } = (0,record/* parseRecord */.Hh)((0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, 'RECORD')) ?? '');
    const hashed = rows.filter(({ hash }) => hash !== '');
    return (0,concurrency/* mapBounded */.y)(hashed, filesAtOnce, row => verifyRow((0,external_node_path_.resolve)(directory, '..', row.path), row, digest));
}
async function verifyRow(path, row, digest) {
    const found = await digestOf(path, digest);
    if (typeof found === 'string')
        return { bytes: 0, difference: { path, reason: found } };
    const isSame = row.hash.startsWith('sha256=')
        ? (0,record/* recordHash */.oj)(found.sha256) === row.hash.replace(/=+$/, '')
        : await hasOtherDigest(path, row);
    return { bytes: found.size, difference: isSame ? undefined : { path, reason: 'has another digest' } };
}
/** By an algorithm besides sha256; one that proves nothing says nothing. */
async function hasOtherDigest(path, row) {
    const [wanted] = (0,record_check/* wantedDigests */.L4)({ rows: [row], faults: [] }, [{ path: row.path, size: 0, sha256: '' }]);
    if (wanted === undefined)
        return true;
    const expected = Buffer.from(row.hash.slice(row.hash.indexOf('=') + 1), 'base64url');
    return (await (0,digest/* digestFileWith */.R)(wanted.algorithm, path)).equals(expected);
}
/** Or what is wrong. */
async function digestOf(path, digest) {
    try {
        return await digest(path);
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            return 'is gone';
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return `cannot be read: ${(0,errors/* messageOf */.bD)(error)}`;
    }
}
function summed(checks) {
    return {
        files: checks.length,
        bytes: checks.reduce((sum, { bytes }) => sum + bytes, 0),
        differences: checks.flatMap(({ difference }) => difference ?? []),
    };
}

// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/cli/upkeep.js








/** Runs one of the commands and returns its exit code. Throws what makes it impossible. */
async function runUpkeep(command, services) {
    const settings = (0,edge_settings/* makeSettings */.m)(services.given, { ...services.host, event: undefined, command });
    switch (command) {
        case 'gc':
            return collect(settings, services);
        case 'verify':
            return verify(settings, services);
        case 'doctor':
            return examine(settings, services);
    }
}
async function collect({ store: named, storeMaxBytes }, services) {
    const { host, console } = services;
    const results = [];
    for (const { directory, store } of await findStores(named, host)) {
        const { changed, trimmed, unmounted } = await (0,upkeep/* maintainStore */.nt)(store, storeMaxBytes, host);
        if (unmounted > 0)
            console.log.info(`\`${directory}\`: unmounted ${(0,units/* countOf */.pq)(unmounted, 'environment')} that nobody used`);
        for (const line of (0,upkeep.describeChanges)(changed))
            console.log.warn(line);
        for (const { path, bytes } of trimmed.removed)
            console.log.debug(`removed ${path} (${(0,units/* formatBytes */.z3)(bytes)})`);
        console.log.info(describeTrimming(directory, trimmed, storeMaxBytes));
        results.push(storeResult(directory, changed, trimmed));
    }
    if (results.length === 0)
        console.log.info('there is no store');
    answer({ stores: results }, services);
    return errors/* exitCodes */.hS.ok;
}
function storeResult(store, changed, { removed, bytes, excess }) {
    return { store, changed: changed.map(({ name, paths }) => ({ name, paths })), removed, bytes, excess };
}
function describeTrimming(store, { removed, bytes, excess }, limit) {
    const freed = removed.reduce((sum, item) => sum + item.bytes, 0);
    const kinds = [...new Set(removed.map(({ path }) => kindOf(path)))];
    const counts = kinds.map(kind => (0,units/* countOf */.pq)(removed.filter(({ path }) => kindOf(path) === kind).length, kind));
    const what = removed.length === 0 ? 'nothing to remove' : `removed ${counts.join(', ')}: ${(0,units/* formatBytes */.z3)(freed)}`;
    const busy = excess > 0 ? `; ${(0,units/* formatBytes */.z3)(excess)} more should go and are in use, or were within the hour` : '';
    return `\`${store}\`: ${what}; it holds ${(0,units/* formatBytes */.z3)(bytes)} of ${(0,units/* formatBytes */.z3)(limit)}${busy}`;
}
function kindOf(path) {
    const [directory = ''] = path.split('/');
    if (directory === 'bytecode')
        return 'bytecode set';
    return directory === 'ready' ? 'ready environment' : directory.replace(/s$/, '');
}
async function verify({ store: named, environment }, services) {
    const { asked, host } = services;
    if (asked.has('venv-path') && environment.kind === 'venv') {
        if (asked.has('store'))
            throw (0,errors/* usageError */.Wp)('OPTIONS_NOT_COMBINABLE', '`--store` and `--venv` name two things to verify');
        return tellVerified([await withDigest(host, digest => verifyEnvironment(environment.path, digest))], services);
    }
    const results = [];
    for (const { store } of await findStores(named, host))
        results.push(await withDigest(host, digest => verifyStore(store, digest)));
    return tellVerified(results, services);
}
function tellVerified(results, services) {
    const { console } = services;
    const differences = results.flatMap(result => result.differences);
    const removed = results.flatMap(result => result.removed);
    const [files, bytes] = [sum(results.map(result => result.files)), sum(results.map(result => result.bytes))];
    for (const { path, reason } of differences)
        console.print(`\`${path}\` ${reason}`);
    for (const name of removed)
        console.print(`${name} is removed from the store, and the next run gets it anew`);
    const amount = `${(0,units/* countOf */.pq)(files, 'file')}, ${(0,units/* formatBytes */.z3)(bytes)}`;
    console.log.info(differences.length === 0 ? `${amount}: none differs` : `${amount}: ${differences.length} differ`);
    answer({ files, bytes, differences, removed }, services);
    return differences.length === 0 ? errors/* exitCodes */.hS.ok : errors/* exitCodes */.hS.integrity;
}
async function examine(settings, services) {
    const { workingDirectory, environment } = settings;
    const request = {
        store: settings.store,
        environment: environment.kind === 'system' ? workingDirectory : environment.path,
        cacheBackend: settings.cache.backend,
    };
    const diagnosis = await doctor_diagnose(request, services.host);
    if ((0,edge_given/* readFlag */.fG)(services.given, 'json'))
        answer(diagnosis, services);
    else
        services.writeOut(`${describeDiagnosis(diagnosis).join('\n')}\n`);
    return errors/* exitCodes */.hS.ok;
}
function describeDiagnosis(found) {
    const { platform, cores, memory, store, linkMode, linkModes, compression, cache, interpreters } = found;
    const ability = ({ name, works, reason }) => [name, `${works ? 'yes' : 'no'}: ${reason}`];
    const lines = [
        ['system', `${platform.os} ${platform.arch}, Node ${platform.node}`],
        ['cores', String(cores)],
        ['memory', `${(0,units/* formatBytes */.z3)(memory.totalBytes)}, ${(0,units/* formatBytes */.z3)(memory.freeBytes)} free`],
        ['store', `${store.directory} (${(0,units/* formatBytes */.z3)(store.freeBytes)} free of ${(0,units/* formatBytes */.z3)(store.totalBytes)})`],
        ['link mode', `${linkMode.mode}: ${linkMode.reason}`],
        ...linkModes.map(mode => [`  ${ability(mode)[0]}`, ability(mode)[1]]),
        ability(compression),
        ['cache', `${cache.name}: ${cache.works ? '' : 'no: '}${cache.reason}`],
        ['Python', (0,units/* countOf */.pq)(interpreters.length, 'interpreter')],
        ...interpreters.map(({ version, path }) => [`  ${version}`, path]),
    ];
    return lines.map(([name, text]) => `${name.padEnd(14)}${text}`);
}
function answer(result, { given, writeOut }) {
    if ((0,edge_given/* readFlag */.fG)(given, 'json'))
        writeOut(`${JSON.stringify(result, undefined, 2)}\n`);
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}


/***/ }),

/***/ 2515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l$: () => (/* binding */ eggInfoOf),
  cj: () => (/* binding */ linkedTree),
  Gn: () => (/* binding */ scanInstalled)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var filename = __webpack_require__(5910);
;// CONCATENATED MODULE: ./lib/install/direct-url.js
/** What direct_url.json says; undefined for text that is no such file. Members that `DirectUrl` does not name stay. */
function parseDirectUrl(text) {
    try {
        const value = JSON.parse(text);
        return isDirectUrl(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isDirectUrl(value) {
    if (!isObject(value) || typeof value.url !== 'string')
        return false;
    const { archive_info: archive, dir_info: tree, vcs_info: repository, subdirectory } = value;
    const isKnown = isAbsentOr(archive, isArchive) && isAbsentOr(tree, isTree) && isAbsentOr(repository, isRepository);
    return isKnown && isAbsentOr(subdirectory, isText);
}
function isRepository(value) {
    return isObject(value) && isText(value.vcs) && isText(value.commit_id) && isAbsentOr(value.requested_revision, isText);
}
function isArchive(value) {
    const isDigests = (hashes) => isObject(hashes) && Object.values(hashes).every(isText);
    return isObject(value) && isAbsentOr(value.hash, isText) && isAbsentOr(value.hashes, isDigests);
}
function isTree(value) {
    return isObject(value) && isAbsentOr(value.editable, editable => typeof editable === 'boolean');
}
function isAbsentOr(value, isValid) {
    return value === undefined || isValid(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value) {
    return typeof value === 'string';
}

// EXTERNAL MODULE: ./lib/install/reading.js
var reading = __webpack_require__(1879);
;// CONCATENATED MODULE: ./lib/install/installed.js
/** What an environment holds: wheels (PyPA "Recording installed projects"), and what setuptools and distutils made. */





/**
 * Lists the distributions in these directories, by name, then directory. A name that does not start with a letter or
 * digit (`~umpy`) is what an uninstallation left behind and does not count.
 * A directory that does not exist holds nothing; one that is given twice, or through a link, is read once, under the
 * first of its names. Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function scanInstalled(directories) {
    const found = (0,reading/* distinctDirectories */.wj)(directories).flatMap(directory => ((0,reading/* namesIn */.wX)(directory) ?? []).flatMap(entry => readEntry(directory, entry) ?? []));
    return found.sort((a, b) => compare(a.name, b.name) || compare(a.directory, b.directory));
}
function readEntry(parent, entry) {
    const [, stem = '', suffix] = /^([A-Za-z0-9].*)\.(dist-info|egg-info|egg-link|egg)$/.exec(entry) ?? [];
    const directory = (0,external_node_path_.join)(parent, entry);
    if (suffix === 'dist-info')
        return complete(directory, splitStem(stem), readDistInfo(directory));
    if (suffix === 'egg-info')
        return complete(directory, splitStem(stem.replace(eggTags, '')), readEggInfo(directory));
    if (suffix === 'egg')
        return complete(directory, splitStem(stem.replace(eggTags, '')), readEgg(directory));
    if (suffix === 'egg-link')
        return complete(directory, { name: stem, version: '' }, readEggLink(directory, stem));
    return undefined;
}
/** `-py3.11-linux-x86_64` */
const eggTags = /-py\d[\d.]*(?:-.+)?$/;
/** A version has no `-` here; a name of another age may. */
function splitStem(stem) {
    const [, name, version] = /^(.+)-(v?\d[^-]*)$/i.exec(stem) ?? [];
    return name === undefined || version === undefined ? { name: stem, version: '' } : { name, version };
}
function complete(directory, { name, version }, facts) {
    if (facts === undefined)
        return undefined;
    const { kind, installer = '', directUrl, metadata, isDangling } = facts;
    const text = version === '' && metadata !== undefined ? (0,reading/* textOf */.b6)(metadata) : undefined;
    const known = version === '' ? headerOf(text, 'Version') : version;
    if (known === '' && (kind === 'dist-info' || kind === 'incomplete'))
        return undefined;
    return {
        name: (0,filename/* normalizeName */.P)(headerOf(text, 'Name') || name),
        ...{ version: known, directory, kind, installer, directUrl },
        ...(isDangling ? { isDangling } : {}),
    };
}
function readDistInfo(directory) {
    const files = (0,reading/* namesIn */.wX)(directory);
    if (files === undefined)
        return undefined;
    const read = (name) => (files.includes(name) ? (0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, name)) : undefined);
    const metadata = (0,external_node_path_.join)(directory, 'METADATA');
    return {
        isDangling: files.includes('METADATA') && (0,reading/* unlessAbsent */.QY)(metadata, () => (0,external_node_fs_.statSync)(metadata)) === undefined,
        kind: files.includes('RECORD') ? 'dist-info' : 'incomplete',
        installer: (read('INSTALLER') ?? '').trim(),
        directUrl: parseDirectUrl(read('direct_url.json') ?? ''),
        metadata,
    };
}
function readEggInfo(path) {
    if ((0,reading/* namesIn */.wX)(path) === undefined)
        return { kind: 'distutils', metadata: path };
    return { kind: 'egg-info', metadata: (0,external_node_path_.join)(path, 'PKG-INFO') };
}
/** A directory counts with its metadata only; a file is a zip archive. */
function readEgg(path) {
    const names = (0,reading/* namesIn */.wX)(path);
    return names === undefined || names.includes('EGG-INFO') ? { kind: 'egg' } : undefined;
}
function readEggLink(link, name) {
    const tree = linkedTree(link);
    const eggInfo = tree === undefined ? undefined : eggInfoOf(tree, name);
    return { kind: 'egg-link', ...(eggInfo === undefined ? {} : { metadata: (0,external_node_path_.join)(eggInfo, 'PKG-INFO') }) };
}
/** The directory that an `.egg-link` points to, whether or not it is there: its first line that is not empty. */
function linkedTree(link) {
    const line = (0,reading/* textOf */.b6)(link)?.split(/\r?\n/).map(trimmed).find(Boolean);
    return line === undefined ? undefined : (0,external_node_path_.resolve)((0,external_node_path_.dirname)(link), line);
}
/** The `.egg-info` of a distribution in its source tree. */
function eggInfoOf(tree, name) {
    const suffix = '.egg-info';
    const isOf = (entry) => (0,filename/* normalizeName */.P)(entry.slice(0, -suffix.length)) === (0,filename/* normalizeName */.P)(name);
    const found = (0,reading/* namesIn */.wX)(tree)?.find(entry => entry.endsWith(suffix) && isOf(entry));
    return found === undefined ? undefined : (0,external_node_path_.join)(tree, found);
}
/** A header of core metadata, empty where it is absent; the description that follows the headers is not read. */
function headerOf(metadata, key) {
    const [headers = ''] = (metadata ?? '').split(/\r?\n\r?\n/, 1);
    return new RegExp(`^${key}:[ \\t]*(\\S.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
}
function trimmed(line) {
    return line.trim();
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ })

};
