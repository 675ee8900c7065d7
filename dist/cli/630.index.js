export const id = 630;
export const ids = [630];
export const modules = {

/***/ 3590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ changeTreeFile),
/* harmony export */   J7: () => (/* binding */ openTreeFile),
/* harmony export */   eV: () => (/* binding */ parseTreeFile),
/* harmony export */   uE: () => (/* binding */ formatTreeFile)
/* harmony export */ });
/* unused harmony export parseDirectories */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
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
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
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
    return line && parseParts(line, size, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path));
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
const lineStep = 64 << 10;
/** Without its end; undefined where there is none. */
function readFirstLine(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(descriptor);
        const chunks = [];
        for (let at = 0; at < size; at += lineStep) {
            const chunk = Buffer.allocUnsafe(lineStep);
            const read = chunk.subarray(0, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(descriptor, chunk, 0, lineStep, at));
            const end = read.indexOf('\n');
            chunks.push(end === -1 ? read : read.subarray(0, end));
            if (end !== -1)
                return { line: Buffer.concat(chunks), size };
        }
        return { line: undefined, size };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(descriptor);
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


/***/ }),

/***/ 6687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ mayHavePlans),
/* harmony export */   Td: () => (/* binding */ readStoredPlan),
/* harmony export */   dY: () => (/* binding */ bytecodeFacts),
/* harmony export */   kY: () => (/* binding */ statesOf),
/* harmony export */   m3: () => (/* binding */ readPlan),
/* harmony export */   nw: () => (/* binding */ digestsOf),
/* harmony export */   pL: () => (/* binding */ forgetPlan),
/* harmony export */   vH: () => (/* binding */ planKey),
/* harmony export */   vk: () => (/* binding */ keepPlan),
/* harmony export */   yd: () => (/* binding */ keepPlanBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3590);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5078);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3411);
/**
 * What a run put into a new environment, kept in the store by everything that it follows from: the next run with the same
 * lock, interpreter and settings neither reads the lock nor plans nor looks at a wheel.
 */








/** Changes when the file, or what a key stands for, does. */
const format = 1;
/**
 * The key of the plan of a run: of the texts of its inputs as they are, which need not be parsed, and all that decides besides.
 * What the inputs include, and the lock that they were resolved to, is in the facts. Undefined where nothing is stored.
 */
async function planKey({ found, configuration, interpreter }, { settings, host }) {
    const texts = [...found.files, ...found.constraints].map(({ kind, path, text }) => [kind, path, text]);
    if (found.isTransient || settings.editables.length + settings.build.sources.length > 0)
        return undefined;
    if (settings.build.omitted)
        return undefined;
    const { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps, onConflict } = settings;
    const { indexUrl, extraIndexUrls, findLinks, noIndex, requireHashes } = settings.index;
    const facts = {
        ...{ format, version: _version_js__WEBPACK_IMPORTED_MODULE_7__/* .version */ .r, interpreter, os: host.platform.os },
        inputs: [texts, found.packages, configuration.texts, isPlaced(found, settings) ? settings.workingDirectory : ''],
        options: { extras, allExtras, groups, noGroups, noDev, noInstallProject, noDeps, onConflict },
        index: [[indexUrl, ...extraIndexUrls, '', ...findLinks].map(_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .stripCredentials */ .PH), noIndex, requireHashes],
        bytecode: await bytecodeFacts({ settings, host }),
    };
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}
/** Whether a path in the inputs may begin at the working directory: one too many costs a plan, one too few would be wrong. */
function isPlaced({ files, constraints, packages }, { index }) {
    const mentionsPath = (text) => /\.whl|file:|\s@\s|^\s*[.~/]/im.test(text);
    const requirements = [...files, ...constraints].filter(({ kind }) => kind === 'requirements');
    const isRelative = (link) => !(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(link) && !/^[a-z][a-z0-9+.-]+:/i.test(link);
    return [...requirements.map(({ text }) => text), ...packages].some(mentionsPath) || index.findLinks.some(isRelative);
}
/** What decides which bytecode an environment has, beyond its interpreter. */
async function bytecodeFacts({ settings, host }) {
    const { compileBytecode, invalidationMode, modulesFile } = settings;
    const modules = modulesFile === '' ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(modulesFile, 'utf8').catch(() => '');
    const { PYTHONOPTIMIZE = '', PYTHONPYCACHEPREFIX = '' } = host.env;
    return [compileBytecode, invalidationMode, modules, PYTHONOPTIMIZE, PYTHONPYCACHEPREFIX];
}
/** Whether a store may hold plans: a new one has no place for them yet. */
function mayHavePlans({ root }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'plans'));
}
/** The plan stored under a key; undefined where there is none, or where a local file that it was made from has changed. */
async function readPlan(key, { located }) {
    const plan = await readStoredPlan(key, located.store);
    if (plan === undefined)
        return undefined;
    const { files, texts } = plan.facts;
    const states = files.map(([name]) => stateOf(name));
    const digests = await Promise.all(texts.map(([name]) => digestOf(name)));
    const isUnchanged = files.every(([, size, mtimeMs], index) => states[index]?.[1] === size && states[index]?.[2] === mtimeMs) &&
        texts.every(([, sha256], index) => digests[index] === sha256);
    return isUnchanged ? plan : undefined;
}
/** The digests of small files by their paths, absolute; undefined where one is gone. */
async function digestsOf(paths) {
    const states = await Promise.all(paths.map(async (path) => [path, (await digestOf(path)) ?? '']));
    return states.every(([, sha256]) => sha256 !== '') ? states : undefined;
}
async function digestOf(path) {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path).catch(ignoreSystemError);
    return bytes && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** The plan stored under a key, whatever has become of local files; undefined where there is none. */
async function readStoredPlan(key, store) {
    const path = planPath(key, store);
    const file = openIfThere(path);
    const facts = file?.facts;
    const isPlan = facts?.format === format && [facts.files, facts.texts, facts.entries, facts.wheels].every(Array.isArray);
    return file !== undefined && isPlan ? { key, path, facts, file } : undefined;
}
function openIfThere(path) {
    try {
        return (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .openTreeFile */ .J7)(path);
    }
    catch (error) {
        return ignoreSystemError(error);
    }
}
function ignoreSystemError(error) {
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
        throw error;
}
/** The states of local files; undefined where one is gone. */
function statesOf(paths) {
    const states = paths.map(stateOf);
    const present = states.filter(state => state !== undefined);
    return present.length === states.length ? present : undefined;
}
/** Synchronous: a call costs microseconds, and there is one for each local wheel. */
function stateOf(path) {
    const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false });
    return facts && [path, facts.size, facts.mtimeMs];
}
/** Writes a plan, so that several threads, and later runs, can read it. Throws system errors of the store. */
async function keepPlan({ key, tree, facts }, run) {
    const stored = { format, ...facts };
    const bytes = (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .formatTreeFile */ .uE)(tree, stored);
    const file = (0,_install_tree_file_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTreeFile */ .eV)(bytes);
    if (file === undefined)
        throw new Error('a tree file cannot be read again');
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(await run.scratchDirectory('plan'), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(unfinished, bytes);
    if (key === undefined || run.located.isReadOnly === true)
        return { key: undefined, path: unfinished, facts: stored, file };
    const path = await publishPlan(unfinished, key, run.located.store);
    return { key, path, facts: stored, file };
}
/** Keeps the bytes of a plan that another machine made. Throws system errors of the store. */
async function keepPlanBytes(key, bytes, store) {
    const unfinished = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(unfinished, bytes);
    await publishPlan(unfinished, key, store);
}
async function publishPlan(unfinished, key, store) {
    const path = planPath(key, store);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(unfinished, path);
    return path;
}
/** Takes a plan away that cannot be carried out: the store has lost something of it. */
async function forgetPlan({ path }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true });
}
function planPath(key, { root }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'plans', key);
}


/***/ }),

/***/ 73:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ wheelsNamed),
/* harmony export */   x: () => (/* binding */ recordName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/**
 * Which wheels of a distribution the store holds: `<store>/v1/names/<name>/<sha256>`, empty files. A hint: one may be missing,
 * or be left of a wheel that is gone.
 */



const normalName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const digest = /^[0-9a-f]{64}$/;
/** Notes that the store, whose `v1` is `root`, holds a wheel of this name. That it cannot be noted costs a reuse, and no run. */
async function recordName(root, { name, sha256 }) {
    if (!normalName.test(name) || !digest.test(sha256))
        return;
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'names', name);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, sha256), '');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    }
}
/** Digests of the wheels of this normalised name that the store was last given, newest first. */
async function wheelsNamed(root, name) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'names', name);
    const names = normalName.test(name) ? await readIfThere(directory) : [];
    const dated = names
        .filter(sha256 => digest.test(sha256))
        .map(async (sha256) => ({ sha256, time: await timeOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, sha256)) }));
    const newestFirst = (await Promise.all(dated)).sort((a, b) => b.time - a.time || (a.sha256 < b.sha256 ? -1 : 1));
    return newestFirst.map(({ sha256 }) => sha256);
}
async function readIfThere(directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return [];
        throw error;
    }
}
async function timeOf(path) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    return facts?.mtimeMs ?? 0;
}


/***/ }),

/***/ 6841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ statedSizeLength),
/* harmony export */   Ec: () => (/* binding */ sourceMtime),
/* harmony export */   JL: () => (/* binding */ unpackedSize),
/* harmony export */   __: () => (/* binding */ isSource),
/* harmony export */   nA: () => (/* binding */ parseWheelNote),
/* harmony export */   pD: () => (/* binding */ entryPointsPath),
/* harmony export */   pb: () => (/* binding */ statedSize),
/* harmony export */   se: () => (/* binding */ formatNote),
/* harmony export */   xh: () => (/* binding */ parseBytecodeNote)
/* harmony export */ });
/** What the store knows about an unpacked wheel or a bytecode set: written once, beside its files. */
/** Where a wheel declares its entry points, if it has any. */
function entryPointsPath({ distInfo }) {
    return `${distInfo}/entry_points.txt`;
}
/** Bytes of all files of a wheel or a bytecode set. */
function unpackedSize({ files }) {
    return files.reduce((total, file) => total + file.size, 0);
}
/** Seconds since the epoch that a source file of this content carries: 2000-01-01 plus up to 194 days. */
function sourceMtime(sha256) {
    return 946_684_800 + Number.parseInt(sha256.slice(0, 6), 16);
}
/** Sources carry `sourceMtime`, so that timestamp bytecode stays valid wherever they are linked or copied. */
function isSource(path) {
    return path.endsWith('.py');
}
const toRow = (file) => [file.path, file.size, file.sha256, file.executable ? 1 : 0];
/** By index: taking a row apart by its iterator costs several times as much before it is optimised, and there are thousands. */
const fromRow = (row) => ({ path: row[0], size: row[1], sha256: row[2], executable: row[3] === 1 });
/** The text of a `note.json`; the size comes first, so that trimming a store need not read on. */
function formatNote(note) {
    return JSON.stringify({ bytes: unpackedSize(note), ...note, files: note.files.map(toRow) });
}
/** How much of a `note.json` `statedSize` needs, in bytes. */
const statedSizeLength = 32;
/** The bytes of all files, from the beginning of a `note.json`; 0 where that does not say. */
function statedSize(beginning) {
    return Number(/^{"bytes":(\d+),/.exec(beginning)?.[1] ?? 0);
}
/** Parses a wheel's `note.json`; undefined when it is not one. */
function parseWheelNote(text) {
    const note = parseNote(text);
    return note !== undefined && 'distInfo' in note ? note : undefined;
}
/** Parses a bytecode set's `note.json`; undefined when it is not one. */
function parseBytecodeNote(text) {
    const note = parseNote(text);
    return note !== undefined && 'failed' in note ? note : undefined;
}
function parseNote(text) {
    try {
        const { bytes: _, ...value } = JSON.parse(text);
        return { ...value, files: value.files.map(fromRow) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ bytecodeDirectory),
/* harmony export */   Ch: () => (/* binding */ openStore),
/* harmony export */   I5: () => (/* binding */ hasBytecode),
/* harmony export */   Lj: () => (/* binding */ sweepAbandoned),
/* harmony export */   NG: () => (/* binding */ bytecodeName),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   TS: () => (/* binding */ wheelDirectory),
/* harmony export */   dw: () => (/* binding */ stage),
/* harmony export */   jN: () => (/* binding */ withStagedFile),
/* harmony export */   m$: () => (/* binding */ hasWheel),
/* harmony export */   mA: () => (/* binding */ readWheelNote),
/* harmony export */   mk: () => (/* binding */ publish),
/* harmony export */   qn: () => (/* binding */ readBytecodeNote),
/* harmony export */   vf: () => (/* binding */ discard),
/* harmony export */   x2: () => (/* binding */ storeUnwritable)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6841);
/**
 * The local store: unpacked wheels by the sha256 of the wheel, bytecode sets beside them.
 *
 * `<store>/v1/wheels/<aa>/<sha256>/{note.json,files/…}` and `<store>/v1/bytecode/<set>/<aa>/<sha256>/{note.json,files/…}`.
 * A directory appears whole, by one rename, or not at all; readers never lock, and any number of processes may write.
 */







const abandonedAfterMs = 24 * 3600 * 1000;
/**
 * Opens the store in `directory`, made when missing. One that holds wheels need not be writable.
 * Throws UserError STORE_UNWRITABLE.
 */
async function openStore(directory) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'v1');
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'tmp');
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(temporary, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'wheels'), { recursive: true });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'ENOSPC', 'ENOENT'))
            throw error;
        const wheels = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'wheels')).catch(() => undefined);
        if (wheels?.isDirectory() !== true)
            throw storeUnwritable(`cannot make the store in \`${directory}\``, error);
    }
    return { root, temporary };
}
/** The UserError STORE_UNWRITABLE; the message says what failed, the cause why. */
function storeUnwritable(message, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo('STORE_UNWRITABLE', cause === undefined ? message : `${message}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(cause)}`, {
        hint: 'name a directory that can be written to with `--store`',
        cause,
    });
}
/** A store that can be read only is a source of what it holds; what it lacks is an error that a reader can act on. */
async function requireWritable({ root, temporary }) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(temporary, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.W_OK);
    }
    catch (error) {
        throw storeUnwritable(`the store in \`${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(root)}\` lacks a file and cannot be written to`, error);
    }
}
/** Where the wheel with this sha256 lies, or would. */
function wheelDirectory(store, sha256) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, 'wheels', sha256.slice(0, 2), sha256);
}
/** The name of a kind of bytecode, in paths and manifests. */
function bytecodeName({ cacheTag, magicNumber, optimize, invalidationMode }) {
    return `${cacheTag}-${magicNumber}-o${optimize}-${invalidationMode}`;
}
/** Where the bytecode of the wheel with this sha256 lies, or would. */
function bytecodeDirectory(store, kind, sha256) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.root, 'bytecode', bytecodeName(kind), sha256.slice(0, 2), sha256);
}
/** The files of a published directory. */
function filesOf(directory) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'files');
}
/** True when the store holds the wheel; cheaper than reading its note. */
async function hasWheel(store, sha256) {
    return isPublished(wheelDirectory(store, sha256));
}
/** True when the store holds this bytecode of the wheel; cheaper than reading its note. */
async function hasBytecode(store, kind, sha256) {
    return isPublished(bytecodeDirectory(store, kind, sha256));
}
/** Synchronous, in microseconds: a run asks hundreds of times, before anything else can begin. */
async function isPublished(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'note.json'));
}
/** The note of a stored wheel, or undefined when the store lacks it. */
async function readWheelNote(store, sha256) {
    return parseIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(wheelDirectory(store, sha256), 'note.json'), _note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseWheelNote */ .nA);
}
/** The note of a stored bytecode set, or undefined when the store lacks it. */
async function readBytecodeNote(store, kind, sha256) {
    return parseIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(bytecodeDirectory(store, kind, sha256), 'note.json'), _note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBytecodeNote */ .xh);
}
async function parseIfPresent(path, parse) {
    try {
        return parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8'));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** A new directory for unfinished work, holding an empty `files`. Throws UserError STORE_UNWRITABLE. */
async function stage(store) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    await requireWritable(store);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(filesOf(directory), { recursive: true });
    return directory;
}
/** Gives `use` the path of one unfinished file, which is gone afterwards. Throws UserError STORE_UNWRITABLE. */
async function withStagedFile(store, use) {
    await requireWritable(store);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)());
    try {
        return await use(path);
    }
    finally {
        await discard(path);
    }
}
/**
 * Makes a staged directory visible at `destination` with its note, by one rename.
 * When another process was first, its directory stays and ours is removed: both have the same content.
 */
async function publish(staged, destination, note) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(staged, 'note.json'), (0,_note_js__WEBPACK_IMPORTED_MODULE_6__/* .formatNote */ .se)(note));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(destination), { recursive: true });
    for (let attempt = 1; !(await renameToFree(staged, destination, attempt)); attempt++) {
        if (await isReadable(destination)) {
            await discard(staged);
            break;
        }
        await displace(destination, `${staged}-displaced`);
    }
    // Wheels lie in `<root>/wheels/<aa>/<sha256>`.
    if ('distInfo' in note)
        await (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .recordName */ .x)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(destination))), note);
}
/** How often other writers may come in between before the error is believed. */
const mostAttempts = 10;
/** False when something is there already. */
async function renameToFree(staged, destination, attempt) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(staged, destination);
        return true;
    }
    catch (error) {
        if (attempt < mostAttempts && (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOTEMPTY', 'EEXIST', 'EPERM'))
            return false;
        throw error;
    }
}
async function isReadable(directory) {
    const text = await parseIfPresent((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'note.json'), text => text);
    return text !== undefined && ((0,_note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseWheelNote */ .nA)(text) ?? (0,_note_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBytecodeNote */ .xh)(text)) !== undefined;
}
/** Takes a damaged directory away; another writer may have been faster. */
async function displace(directory, aside) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(directory, aside);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST'))
            throw error;
    }
    await discard(aside);
}
/** Removes a staged directory or file that will not be published. */
async function discard(staged) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(staged, { recursive: true, force: true });
}
/** Removes unfinished work that a killed process left more than a day ago. `now` in milliseconds since the epoch. */
async function sweepAbandoned(store, now) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(store.temporary).catch(() => [])) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(store.temporary, name);
        const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(() => undefined);
        // Of a store that can be read only, they stay.
        if (facts !== undefined && now - facts.mtimeMs > abandonedAfterMs)
            await discard(path).catch(() => undefined);
    }
}


/***/ })

};
