export const id = 498;
export const ids = [498];
export const modules = {

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ runBackend)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** The process of a build backend: its output line by line, and its end with everything that it started. */



/** Milliseconds from an interrupt to the end: a backend that is interrupted removes its temporary files. */
const graceMs = 3000;
/** Milliseconds for which output is awaited of a process that survives the end of its group. */
const lingerMs = 1000;
/**
 * Runs a process to its end; when this settles, nothing that it started in its process group is left.
 * Throws the reason of the signal, after the process has ended.
 */
async function runBackend(run) {
    run.signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(run.command, run.args, {
        cwd: run.cwd,
        env: { ...run.env },
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
        // A group of its own, so that compilers end with it; on Windows this would open a console.
        detached: run.os !== 'win32',
    });
    for (const input of [child.stdout, child.stderr]) {
        (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', line => run.onLine(line));
    }
    let deadline;
    const interrupt = () => {
        signalGroup(child, 'SIGINT', run.os);
        deadline = setTimeout(() => signalGroup(child, 'SIGKILL', run.os), graceMs);
    };
    run.signal.addEventListener('abort', interrupt, { once: true });
    const exit = await ended(child, run.os);
    clearTimeout(deadline);
    run.signal.removeEventListener('abort', interrupt);
    run.signal.throwIfAborted();
    return exit;
}
function ended(child, os) {
    return new Promise(resolve => {
        let linger;
        child.on('error', error => {
            if (child.pid !== undefined)
                return;
            resolve({ succeeded: false, how: `could not be started (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)})`, code: null, signal: null });
        });
        child.on('exit', () => {
            signalGroup(child, 'SIGKILL', os);
            linger = setTimeout(() => {
                child.stdout?.destroy();
                child.stderr?.destroy();
            }, lingerMs);
        });
        child.on('close', (code, signal) => {
            clearTimeout(linger);
            const how = signal === null ? `ended with exit code ${code}` : `was killed by ${signal}`;
            resolve({ succeeded: code === 0, how, code, signal });
        });
    });
}
function signalGroup(child, name, os) {
    if (child.pid === undefined)
        return;
    if (os === 'win32') {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on('error', () => { });
        return;
    }
    try {
        process.kill(-child.pid, name);
    }
    catch (error) {
        // Nobody is left, which macOS says in another way.
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'ESRCH', 'EPERM'))
            throw error;
    }
}


/***/ }),

/***/ 7368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* reexport */ source_closure/* blobsAt */.cu),
  m: () => (/* binding */ readClosure)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/build/git.js
var git = __webpack_require__(5592);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
;// CONCATENATED MODULE: ./lib/build/leftovers.js
/**
 * What builds, tests and editors leave behind in a source tree: no source, as long as git does not track it.
 *
 * A name alone decides only where no project means anything else by it. `build` and `dist` are names of packages too, so
 * there it is what lies inside or beside that tells.
 */
/**
 * Whether a file or directory is left behind; what lies below such a directory is not asked for.
 * An unpacked source archive (PKG-INFO at its top) was packed without such things: there only caches count as left behind.
 */
function isLeftover(path, entriesOf) {
    const own = entriesOf(path);
    if (isCache(path, own))
        return true;
    if (entriesOf('')?.has('PKG-INFO') === true)
        return false;
    return own === undefined ? isBuiltFile(path, entriesOf) : isBuiltDirectory(path, own, entriesOf);
}
const cacheNames = new Set([
    ...['__pycache__', '.git', '.hg', '.svn', '.bzr', '.jj', '.tox', '.nox', '.mypy_cache', '.pytest_cache'],
    ...['.ruff_cache', '.hypothesis', '.ipynb_checkpoints', '.coverage', '.DS_Store'],
]);
function isCache(path, own) {
    const name = nameOf(path);
    if (cacheNames.has(name))
        return true;
    // https://bford.info/cachedir/: written by cargo, mypy, pytest and ruff.
    return own === undefined ? /\.py[co]$/.test(name) : own.has('CACHEDIR.TAG');
}
function isBuiltDirectory(path, own, entriesOf) {
    const [name, parent] = [nameOf(path), parentOf(path)];
    if (name === '.eggs' || name === '_skbuild')
        return true;
    if (name.endsWith('.egg-info'))
        return own.has('PKG-INFO');
    if (own.has('pyvenv.cfg') || own.has('meson-private'))
        return true;
    if (own.has('CMakeCache.txt') && !own.has('CMakeLists.txt'))
        return true;
    if (name === 'CMakeFiles')
        return entriesOf(parent)?.has('CMakeCache.txt') === true;
    return isBuildOfSetuptools.test(name) && nameOf(parent) === 'build' && isBesideProject(parent, entriesOf);
}
const isBuildOfSetuptools = /^(?:(?:lib|temp|bdist|scripts)(?:[.-].*)?|__editable__\..*)$/;
function isBuiltFile(path, entriesOf) {
    const [name, parent] = [nameOf(path), parentOf(path)];
    const siblings = entriesOf(parent) ?? new Set();
    if (name === 'CMakeCache.txt' || name.endsWith('.egg-link'))
        return true;
    if (isExtensionModule.test(name))
        return true;
    const [, stem] = /^(?:lib)?(.+)\.(?:so|pyd|o|obj)$/.exec(name) ?? [];
    if (stem !== undefined)
        return compiledSuffixes.some(suffix => siblings.has(`${stem}.${suffix}`));
    const isOutput = /^(?:dist|wheelhouse)$/.test(nameOf(parent)) && isBesideProject(parent, entriesOf);
    return isOutput && /\.(?:whl|tar\.gz|zip|egg)$|^\.gitignore$/.test(name);
}
/** With the tag of an interpreter, as `build_ext --inplace` writes it. */
const isExtensionModule = /\.(?:cpython-\d|cp\d|abi3\b|pypy\d|graalpy)[\w-]*\.(?:so|pyd)$/;
const compiledSuffixes = ['c', 'cc', 'cpp', 'cxx', 'cu', 'f', 'f90', 'm', 'mm', 'pyx', 'rs'];
function isBesideProject(directory, entriesOf) {
    const siblings = entriesOf(parentOf(directory));
    return siblings !== undefined && ['pyproject.toml', 'setup.py', 'setup.cfg'].some(name => siblings.has(name));
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function parentOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

;// CONCATENATED MODULE: ./lib/build/walk.js
/** The files of a source tree where no git tells which ones count. */





const directoriesAtOnce = 16;
/** Paths of all files and symbolic links below a directory, POSIX, without what builds leave behind. */
async function walkTree(root, signal) {
    const entries = new Map();
    const isLeft = (path) => isLeftover(path, directory => entries.get(directory));
    const files = [];
    let level = [''];
    while (level.length > 0) {
        signal.throwIfAborted();
        const read = await (0,concurrency/* mapBounded */.y)(level, directoriesAtOnce, directory => readEntries(root, directory));
        for (const { directory, names } of read)
            entries.set(directory, names);
        const kept = read.filter(({ directory }) => directory === '' || !isLeft(directory));
        for (const { found } of kept)
            files.push(...found.filter(path => !isLeft(path)));
        level = kept.flatMap(({ directories }) => directories);
    }
    return files;
}
/** The same of a list of files: which names lie in each of their directories. */
function listDirectories(paths) {
    const entries = new Map();
    for (const path of paths) {
        let below = path;
        while (below !== '') {
            const end = below.lastIndexOf('/');
            const directory = below.slice(0, Math.max(0, end));
            const names = entries.get(directory);
            names?.add(below.slice(end + 1));
            // Its own ancestors are known, then.
            if (names !== undefined)
                break;
            entries.set(directory, new Set([below.slice(end + 1)]));
            below = directory;
        }
    }
    return directory => entries.get(directory);
}
async function readEntries(root, directory) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, directory), { withFileTypes: true }).catch(error => {
        // As with files: what may not be read is in no build.
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'))
            return [];
        throw error;
    });
    const pathOf = (name) => (directory === '' ? name : `${directory}/${name}`);
    return {
        directory,
        names: new Set(entries.map(({ name }) => name)),
        found: entries.filter(entry => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => pathOf(name)),
        directories: entries.filter(entry => entry.isDirectory()).map(({ name }) => pathOf(name)),
    };
}

;// CONCATENATED MODULE: ./lib/build/git-tree.js
/** The files of a git work tree that count as source, with the blob ids that its index knows. */






/** Lists the work tree whose top is `root`; undefined where git cannot. */
async function listGitTree(root, services) {
    const tree = await listRepository(root, '', services);
    if (tree === undefined)
        return undefined;
    const entries = listDirectories(tree.files.map(({ path }) => path));
    const decided = new Map([['', false]]);
    const isLeft = (path) => {
        const known = decided.get(path);
        if (known !== undefined)
            return known;
        const answer = isLeft(path.slice(0, Math.max(0, path.lastIndexOf('/')))) || isLeftover(path, entries);
        decided.set(path, answer);
        return answer;
    };
    return { ...tree, files: tree.files.filter(({ path, isTracked }) => isTracked || !isLeft(path)) };
}
const listing = [
    // What stands in the work tree counts, not what Git LFS would make of it.
    ...['-c', 'filter.lfs.process=', '-c', 'filter.lfs.clean=', '-c', 'filter.lfs.required=false'],
    ...['ls-files', '-z', '-v', '--stage', '--cached', '--modified', '--deleted', '--others', '--exclude-standard'],
];
async function listRepository(root, prefix, services) {
    services.signal.throwIfAborted();
    const cwd = (0,external_node_path_.join)(root, prefix);
    const answer = await (0,git/* askGit */.g)(listing, { cwd, host: services.host });
    if (answer?.exitCode !== 0)
        return undefined;
    const rows = readRows(answer.stdout);
    const converted = await findConverted(cwd, rows, services);
    const [below, files] = [[], []];
    for (const row of rows)
        (row.isRepository ? below : files).push(row);
    const trees = await (0,concurrency/* mapBounded */.y)(below, 4, row => listBelow(root, { ...row, path: prefix + row.path }, services));
    const own = files.map(({ path, mode, isTracked, isChanged, blob }) => ({
        ...{ path: prefix + path, mode, isTracked },
        blob: isChanged || converted.has(path) ? undefined : blob,
    }));
    return {
        files: [...own, ...trees.flatMap(tree => tree.files)],
        absent: trees.flatMap(tree => tree.absent),
    };
}
/** A submodule, or a repository that lies in the work tree untracked. */
async function listBelow(root, { path, blob, isTracked }, services) {
    const isRepository = await (0,promises_.stat)((0,external_node_path_.join)(root, path, '.git')).then(() => true, () => false);
    const tree = isRepository ? await listRepository(root, `${path}/`, services) : undefined;
    if (tree !== undefined) {
        return { ...tree, files: tree.files.map(file => ({ ...file, isTracked: file.isTracked && isTracked })) };
    }
    const walked = await walkTree((0,external_node_path_.join)(root, path), services.signal);
    const files = walked.map(name => ({ path: `${path}/${name}`, mode: undefined, blob: undefined, isTracked: false }));
    const isAbsent = files.length === 0 && blob !== undefined;
    return { files, absent: isAbsent ? [{ path, commit: blob }] : [] };
}
/** Records are `tag mode blob stage TAB path` of the index, several for a changed file, and `? path` of untracked files. */
function readRows(output) {
    const rows = new Map();
    for (const record of output.split('\0')) {
        if (record.startsWith('? '))
            addUntracked(rows, record.slice(2));
        const [, tag = '', mode = '', blob = '', path] = /^(\S) (\d{6}) ([0-9a-f]+) \d\t(.+)$/s.exec(record) ?? [];
        if (path === undefined)
            continue;
        // A lower-case tag, and `S`, say that git was told not to look; another length, that blobs have other ids than ours.
        const isChanged = tag !== 'H' || blob.length !== 40;
        rows.set(path, { path, blob, mode: fileMode(mode), isTracked: true, isRepository: mode === '160000', isChanged });
    }
    return [...rows.values()];
}
function addUntracked(rows, name) {
    const isRepository = name.endsWith('/');
    const path = isRepository ? name.slice(0, -1) : name;
    rows.set(path, { path, mode: undefined, blob: undefined, isTracked: false, isChanged: true, isRepository });
}
function fileMode(mode) {
    return mode === '100644' || mode === '100755' || mode === '120000' ? mode : undefined;
}
/** Files whose bytes in the work tree are not those of their blob, clean or not: Git LFS, `ident`, CRLF by attribute. */
async function findConverted(cwd, rows, { host }) {
    const attributes = rows.filter(({ path }) => /(?:^|\/)\.gitattributes$/.test(path));
    const texts = await Promise.all(attributes.map(({ path }) => (0,promises_.readFile)((0,external_node_path_.join)(cwd, path), 'utf8').catch(() => '')));
    if (!texts.some(text => /(?:filter|ident|working-tree-encoding|eol=crlf)/.test(text)))
        return new Set();
    const input = rows.map(({ path }) => `${path}\0`).join('');
    const question = ['check-attr', '-z', '--stdin', 'filter', 'ident', 'working-tree-encoding', 'eol'];
    const answer = await (0,git/* askGit */.g)(question, { cwd, host, input });
    if (answer?.exitCode !== 0)
        return new Set(rows.map(({ path }) => path));
    const fields = answer.stdout.split('\0');
    const converted = new Set();
    for (let index = 0; index + 2 < fields.length; index += 3) {
        if (!/^(?:unspecified|unset|lf)$/.test(fields[index + 2] ?? ''))
            converted.add(fields[index] ?? '');
    }
    return converted;
}

// EXTERNAL MODULE: ./lib/build/source-closure.js
var source_closure = __webpack_require__(1183);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/build/source-file.js
/** Files of a source tree by content: blob ids as git computes them. */






/** Reads what is not known yet. What is gone, is no file, or may not be read is left out: no build can read it either. */
async function readSourceFiles(root, listed, options) {
    const files = await (0,concurrency/* mapBounded */.y)(listed, filesAtOnce, file => readSourceFile(root, file, options));
    const found = files.filter(file => file !== undefined);
    const links = new Set(found.filter(({ target }) => target !== undefined).map(({ path }) => path));
    // Git goes on to list what it tracked below a directory that became a link.
    return links.size === 0 ? found : found.filter(({ path }) => !isBelow(path, links));
}
function isBelow(path, links) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        if (links.has(path.slice(0, end)))
            return true;
    }
    return false;
}
const filesAtOnce = 16;
async function readSourceFile(root, file, options) {
    const { path, mode, blob } = file;
    if (blob !== undefined && mode !== undefined && mode !== '120000')
        return { path, mode, blob };
    options.signal.throwIfAborted();
    const place = (0,external_node_path_.join)(root, path);
    try {
        const facts = await (0,promises_.lstat)(place);
        if (facts.isSymbolicLink()) {
            const target = await (0,promises_.readlink)(place);
            return { path, mode: '120000', blob: blob ?? blobId(Buffer.from(target)), target };
        }
        if (!facts.isFile())
            return undefined;
        const read = { path, blob: await hashFile(place, facts.size, options.signal) };
        // Windows has no executable bit.
        if (options.isWindows)
            return { ...read, mode: mode ?? '100644' };
        return { ...read, mode: (facts.mode & 0o100) === 0 ? '100644' : '100755' };
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'))
            return undefined;
        throw error;
    }
}
/** The id that git gives these bytes. */
function blobId(bytes) {
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
/** Above it a file is streamed. */
const wholeBytes = 1 << 20;
async function hashFile(path, size, signal) {
    if (size <= wholeBytes)
        return blobId(await (0,promises_.readFile)(path));
    const hash = (0,external_node_crypto_.createHash)('sha1').update(`blob ${size}\0`);
    // A file that grows meanwhile is hashed as far as it was announced.
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { end: size - 1, highWaterMark: wholeBytes, signal })) {
        hash.update(chunk);
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./lib/build/closure.js
/**
 * What a source tree consists of, by content. Git is asked where it can answer, since its index knows the blob ids; else
 * the tree is walked. Both give the same files for the same bytes, so a clone, a copy and another path are one source.
 *
 * Three things only git knows: what is ignored, the commits of submodules that are not checked out, and the bytes of the
 * index where `core.autocrlf` converted a file.
 */










/** Reads the source tree at a path. Throws UserError SOURCE_NOT_FOUND where there is no directory (exit code 2). */
async function readClosure(directory, services) {
    const place = await realDirectory(directory);
    const { host, signal } = services;
    const options = { isWindows: host.platform.os === 'win32', signal };
    const repository = await openRepository(place, services);
    if (repository !== undefined) {
        const { root, subdirectory } = repository;
        const [tree, version] = await Promise.all([listGitTree(root, services), describeTree(root, services)]);
        if (tree === undefined)
            host.log.warn(`${unreadable(root)}: \`git ls-files\` fails there`);
        else if (isOfRepository(tree, subdirectory)) {
            const listed = without(tree.files, root, services);
            const files = (await readSourceFiles(root, listed, options)).toSorted(source_closure/* byPath */.f2);
            return { ...repository, files, absent: tree.absent, isRepository: true, ...version };
        }
    }
    const walked = (await walkTree(place, signal)).map((path) => ({ path, mode: undefined, blob: undefined }));
    const files = (await readSourceFiles(place, without(walked, place, services), options)).toSorted(source_closure/* byPath */.f2);
    return { root: place, subdirectory: '', files, absent: [], isRepository: false, revision: '', describe: '', tags: '' };
}
/** Those that do not lie in what is excluded. */
function without(files, root, { excluded = [] }) {
    const places = excluded.map(path => (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/')).filter(path => path !== '');
    return files.filter(({ path }) => !places.some(place => path === place || path.startsWith(`${place}/`)));
}
async function realDirectory(directory) {
    try {
        const place = await (0,promises_.realpath)(directory);
        if ((await (0,promises_.stat)(place)).isDirectory())
            return place;
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR'))
            throw error;
    }
    throw (0,errors/* usageError */.Wp)('SOURCE_NOT_FOUND', `the source tree \`${directory}\` is no directory`, 'Correct the path');
}
async function openRepository(directory, { host, signal }) {
    signal.throwIfAborted();
    const answer = await (0,git/* askGit */.g)(['rev-parse', '--show-toplevel', '--show-prefix', 'HEAD'], { cwd: directory, host });
    // Without a commit the first two are answered, and `HEAD` is an error.
    const [root = '', prefix, head = ''] = answer?.stdout.split('\n') ?? [];
    if (root !== '' && prefix !== undefined) {
        const revision = /^[0-9a-f]{40,}$/.test(head) ? head : '';
        return { root: (0,external_node_path_.resolve)(root), subdirectory: prefix.replace(/\/$/, ''), revision };
    }
    const [problem = ''] = answer?.stderr.split('\n') ?? [];
    if (!/not a git repository|must be run in a work tree/.test(problem) && problem !== '') {
        host.log.warn(`${unreadable(directory)}: ${problem}`);
    }
    return undefined;
}
function unreadable(directory) {
    return `\`${directory}\` is in a repository that git does not read, so ignored files count as source, too`;
}
/** A directory that the repository ignores is not of it, nor is a source archive that somebody unpacked there. */
function isOfRepository({ files }, subdirectory) {
    const prefix = subdirectory === '' ? '' : `${subdirectory}/`;
    const own = files.filter(({ path }) => path.startsWith(prefix));
    const isUnpacked = own.some(({ path }) => path === `${prefix}PKG-INFO`) && !own.some(({ isTracked }) => isTracked);
    return own.length > 0 && !isUnpacked;
}
/** `git describe --dirty` would write to the index. */
async function describeTree(root, { host }) {
    const describe = ['describe', '--tags', '--long', '--always', '--abbrev=40'];
    const status = ['status', '--porcelain', '-z', '--untracked-files=no'];
    const tags = ['for-each-ref', '--merged', 'HEAD', '--format=%(refname) %(objectname)', 'refs/tags'];
    const asked = [describe, status, tags].map(args => (0,git/* askGit */.g)(args, { cwd: root, host }));
    const [named, changed, merged] = await Promise.all(asked);
    if (named?.exitCode !== 0)
        return { describe: '', tags: '' };
    return {
        describe: `${named.stdout.trim()}${changed?.stdout === '' ? '' : '-dirty'}`,
        tags: (0,external_node_crypto_.createHash)('sha256')
            .update(merged?.stdout ?? '')
            .digest('hex'),
    };
}


/***/ }),

/***/ 8929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ describeToolkit),
/* harmony export */   b: () => (/* binding */ describeGpus)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75);
/** The CUDA toolkit that a build finds, by its versions, and what it compiles for where it asks the graphics cards. */



/** Where the toolkit's installer puts it. */
const usualToolkit = '/usr/local/cuda';
const cudnn = {
    name: 'cudnn',
    macro: 'CUDNN',
    headers: ['cudnn_version.h', 'cudnn.h'],
    variables: ['CUDNN_HOME', 'CUDNN_PATH', 'CUDNN_ROOT'],
};
const nccl = {
    name: 'nccl',
    macro: 'NCCL',
    headers: ['nccl.h'],
    variables: ['NCCL_HOME', 'NCCL_ROOT', 'NCCL_ROOT_DIR'],
};
/** Versions of the toolkit, its compiler, and cuDNN and NCCL where their headers are there. Never a path, nor the driver. */
async function describeToolkit(services) {
    const root = await findToolkit(services);
    const compiler = (await (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'bin', 'nvcc'), services)) ?? (await (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('nvcc', services));
    const [nvcc, versions, ...libraries] = await Promise.all([
        compiler === undefined ? 'none' : (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .describeProgram */ ._e)(compiler, _tools_js__WEBPACK_IMPORTED_MODULE_2__/* .askVersion */ .qN, services),
        services.readText((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'version.json')),
        describeLibrary(cudnn, root, services),
        describeLibrary(nccl, root, services),
    ]);
    const toolkit = versions === undefined ? (/release ([\d.]+)/.exec(nvcc)?.[1] ?? nvcc) : describeVersions(versions);
    return [{ name: 'cuda', value: toolkit }, { name: 'tool nvcc', value: nvcc }, ...libraries.flat()];
}
/** The compute capabilities of the cards here: what a build compiles for that asks them. */
async function describeGpus(services) {
    const command = await (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('nvidia-smi', services);
    const args = ['--query-gpu=compute_cap', '--format=csv,noheader'];
    const said = command === undefined ? undefined : await (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .outputOf */ .jH)(command, args, services);
    const found = (said ?? '').split('\n').flatMap(line => /^\s*(\d+\.\d+)\s*$/.exec(line)?.[1] ?? []);
    const distinct = [...new Set(found)].sort((a, b) => Number(a) - Number(b));
    return { name: 'compute capability', value: distinct.length === 0 ? 'none' : distinct.join(' ') };
}
/** In the order of torch's build helpers; a variable that is set decides, also where it names nothing. */
async function findToolkit(services) {
    const named = [services.env.CUDA_HOME, services.env.CUDA_PATH].find(value => value !== undefined && value !== '');
    if (named !== undefined)
        return named;
    const nvcc = await (0,_tools_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)('nvcc', services);
    return nvcc === undefined ? usualToolkit : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(nvcc));
}
function describeVersions(text) {
    const [, version = 'unknown'] = /"cuda"\s*:\s*\{[^}]*"version"\s*:\s*"([\d.]+)"/.exec(text) ?? [];
    return `${version} (version.json sha256 ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16)})`;
}
async function describeLibrary({ name, macro, headers, variables }, root, { env, readText }) {
    const named = variables.flatMap(variable => env[variable] || []);
    const directories = [...[...named, root].map(directory => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'include')), '/usr/include'];
    for (const path of directories.flatMap(directory => headers.map(header => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, header)))) {
        const text = (await readText(path)) ?? '';
        const numbers = ['MAJOR', 'MINOR', 'PATCH(?:LEVEL)?'].map(part => macroOf(`${macro}_${part}`, text));
        if (numbers[0] !== undefined)
            return [{ name, value: numbers.map(number => number ?? '?').join('.') }];
    }
    return [];
}
function macroOf(name, text) {
    return new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${name}[ \\t]+(\\d+)`, 'm').exec(text)?.[1];
}


/***/ }),

/***/ 8606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ installedDigest),
/* harmony export */   s: () => (/* binding */ lockDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _wheel_filename_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5910);
/** The Python environment that a build runs in, as a digest: a lock for isolated builds, what is installed for others. */





/** Digest of the wheels that an isolated build environment is made of, in any order: 32 hex digits. */
function lockDigest(wheels) {
    return digestOf(wheels.map(({ name, version, sha256, filename }) => sha256 === undefined ? ['named', (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_4__/* .normalizeName */ .P)(name), version, filename] : ['sha256', sha256.toLowerCase()]));
}
/**
 * Digest of what an environment holds, in any order: 32 hex digits. Left out are `own`, the distribution that is being
 * built, and what was installed from a directory: its content is not known, and the next editable would change it.
 * Torch counts with the C++ ABI that it was compiled for. No module is imported.
 */
function installedDigest(distributions, own) {
    const self = own === undefined ? undefined : (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_4__/* .normalizeName */ .P)(own);
    return digestOf(distributions.flatMap(({ name, version, directUrl, directory }) => {
        const normalized = (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_4__/* .normalizeName */ .P)(name);
        if (normalized === self || directUrl?.dir_info !== undefined)
            return [];
        return [[normalized, version, originOf(directUrl), normalized === 'torch' ? cxxAbiOf(directory) : '']];
    }));
}
/** What tells one build of a version from another. A URL does not: its content may change, and it may hold a password. */
function originOf(directUrl) {
    const { vcs_info: vcs, archive_info: archive, subdirectory = '' } = directUrl ?? {};
    if (vcs !== undefined)
        return `${vcs.commit_id}#${subdirectory}`;
    const hashes = Object.entries(archive?.hashes ?? {}).map(([algorithm, hash]) => `${algorithm}=${hash}`);
    return hashes.length > 0 ? hashes.sort().join(' ') : (archive?.hash ?? '');
}
/** The value of `_GLIBCXX_USE_CXX11_ABI` that torch tells CMake projects to compile with; empty where it tells none. */
function cxxAbiOf(distInfo) {
    const config = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(distInfo), 'torch', 'share', 'cmake', 'Torch', 'TorchConfig.cmake');
    try {
        return /_GLIBCXX_USE_CXX11_ABI=(\d+)/.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(config, 'utf8'))?.[1] ?? '';
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR'))
            throw error;
        return '';
    }
}
function digestOf(rows) {
    const sorted = rows.map(row => JSON.stringify(row)).sort();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 32);
}


/***/ }),

/***/ 2024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fe: () => (/* binding */ describeMachine),
/* harmony export */   Ix: () => (/* binding */ describeProcessor),
/* harmony export */   hN: () => (/* binding */ needsOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _cuda_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8929);
/* harmony import */ var _native_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1837);
/* harmony import */ var _tool_answers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1946);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75);
/** What of the machine and the settings decides what a build makes, as ingredients of its key. */








/**
 * Interpreter, system, compilers by content, and where the source needs them the CUDA toolkit, the compute capability and the
 * features of the processor. A tool that is missing, broken or hanging (10 s) is a fact like any other: only the signal throws.
 */
async function describeMachine(facts) {
    const { interpreter, host, searchPath, signal, readText = readSystemFile } = facts;
    const needs = facts.needs ?? { rust: false, fortran: false, cuda: false };
    const answers = await (0,_tool_answers_js__WEBPACK_IMPORTED_MODULE_5__/* .openToolAnswers */ .a)(facts.answersDirectory);
    const { env, workingDirectory, platform } = host;
    const services = { os: platform.os, env, searchPath, workingDirectory, answers, signal, readText };
    const asksGpus = facts.detectsGpu === true && (env.TORCH_CUDA_ARCH_LIST ?? '').trim() === '';
    const described = await Promise.all([
        describeSystem(facts, readText),
        (0,_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .describeTools */ .Bn)(toolsFor(needs, facts), services),
        needs.cuda ? (0,_cuda_js__WEBPACK_IMPORTED_MODULE_4__/* .describeToolkit */ .O)(services) : [],
        needs.cuda && asksGpus ? (0,_cuda_js__WEBPACK_IMPORTED_MODULE_4__/* .describeGpus */ .b)(services) : [],
        flagsAskForNative(env) ? describeProcessor(readText) : [],
    ]);
    signal.throwIfAborted();
    await answers.save(host.log);
    return [describePython(interpreter), describePlatform(interpreter, host), ...described.flat()];
}
/** What these files of a source tree are compiled by. Whether a text mentions CUDA is not looked at. */
function needsOf(paths) {
    const has = (pattern) => paths.some(path => pattern.test(path));
    return {
        rust: has(/\.rs$|(?:^|\/)Cargo\.toml$/),
        fortran: has(/\.(?:f|for|ftn|f77|f90|f95|f03|f08)$/i),
        cuda: has(/\.cuh?$/i),
    };
}
/** Not the patch release: it changes neither the ABI nor the headers. Debug and free-threaded builds differ in the ABI tag. */
function describePython({ implementation, version, cacheTag, tags }) {
    const [major, minor] = version.split('.');
    const [best = ''] = tags;
    const [python, abi] = best.split('-');
    return {
        name: 'python',
        value: `${implementation} ${major}.${minor}, ${python}-${abi}, ${cacheTag || 'no bytecode'}`,
    };
}
function describePlatform({ tags }, { platform }) {
    const [best = ''] = tags;
    const tag = best.slice(best.lastIndexOf('-') + 1);
    return { name: 'platform', value: [platform.os, platform.arch, tag, libcOf(tags)].filter(Boolean).join(' ') };
}
/** `glibc 2.36`, `musl 1.2`: the newest that the interpreter's tags name is the one that is there. */
function libcOf(tags) {
    for (const tag of tags) {
        const [, kind, major, minor] = /-(many|musl)linux_(\d+)_(\d+)_/.exec(tag) ?? [];
        if (kind !== undefined)
            return `${kind === 'many' ? 'glibc' : 'musl'} ${major}.${minor}`;
    }
    return '';
}
async function describeSystem({ host, interpreter }, readText) {
    const value = await systemOf(host.platform.os, interpreter.markers.platform_version ?? '', readText);
    return value === '' ? [] : [{ name: 'system', value }];
}
/** System and release, whose headers and libraries come with it. */
async function systemOf(os, release, readText) {
    if (os === 'win32')
        return `windows ${release}`;
    if (os === 'darwin') {
        const text = (await readText('/System/Library/CoreServices/SystemVersion.plist')) ?? '';
        const [, version = ''] = /<key>ProductVersion<\/key>\s*<string>(\d+(?:\.\d+)?)/.exec(text) ?? [];
        return `macos ${version}`.trim();
    }
    const text = (await readText('/etc/os-release')) ?? (await readText('/usr/lib/os-release')) ?? '';
    const field = (name) => new RegExp(`^${name}=["']?([^"'\\r\\n]*)`, 'm').exec(text)?.[1] ?? '';
    return `${field('ID')} ${field('VERSION_ID')}`.trim();
}
/** Programs that a build may start by name, and those that variables name. */
function toolsFor(needs, { host: { env, platform } }) {
    const tool = (name, facts = {}) => ({ name, command: name, ...facts });
    const isExpected = true;
    const byVariables = [
        ...['CC', 'CXX', 'LD', 'AR'],
        ...(needs.fortran ? ['FC', 'F77', 'F90'] : []),
        ...(needs.cuda ? ['CUDACXX', 'CUDAHOSTCXX', 'PYTORCH_NVCC'] : []),
        ...(needs.rust ? ['RUSTC', 'CARGO'] : []),
    ];
    return [
        ...byVariables.flatMap(name => (env[name] ? [tool(name, { command: env[name], isExpected })] : [])),
        // On Windows, installers of compilers put none of them on the path.
        ...['cc', 'c++'].map(name => tool(name, { isExpected: platform.os !== 'win32' })),
        ...['gcc', 'g++', 'clang', 'ld', 'cmake', 'ninja', 'pkg-config'].map(name => tool(name)),
        ...(platform.os === 'win32' ? [tool('cl', { args: [] })] : []),
        ...(needs.fortran ? [tool('gfortran', { isExpected })] : []),
        ...(needs.rust
            ? [tool('rustc', { args: ['-vV'], isExpected }), tool('cargo', { args: _tools_js__WEBPACK_IMPORTED_MODULE_6__/* .askVersion */ .qN, isExpected })]
            : []),
    ];
}
function flagsAskForNative(env) {
    return Object.entries(env).some(([name, value]) => /FLAGS(?:_[A-Z]+)?$|_ARGS$|^(?:CC|CXX|FC)$/.test(name) && (0,_native_js__WEBPACK_IMPORTED_MODULE_7__/* .asksForNative */ .$)(value ?? ''));
}
/** What `native` stands for. The cores of a machine may differ. */
async function describeProcessor(readText = readSystemFile) {
    const text = (await readText('/proc/cpuinfo')) ?? '';
    const lines = [...text.matchAll(/^(?:flags|Features)[ \t]*:(.*)$/gm)].map(([, words = '']) => words.trim().split(/\s+/).sort().join(' '));
    const features = [...new Set(lines)].sort().join('\n');
    return [
        { name: 'processor', value: features === '' ? ((0,node_os__WEBPACK_IMPORTED_MODULE_2__.cpus)()[0]?.model ?? 'unknown') : `sha256 ${digest(features)}` },
    ];
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}
async function readSystemFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8').catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
        return undefined;
    });
}


/***/ }),

/***/ 9758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTree),
/* harmony export */   e: () => (/* binding */ makeFreshDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/** A directory that holds nothing yet, whatever was there. */



/** Makes an empty directory at an absolute path, with its parents; removes what is there. Throws Node's system errors. */
async function makeFreshDirectory(path) {
    await removeTree(path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true });
}
/** Removes a tree, also of directories that may not be written, as builds and module caches leave them. */
async function removeTree(path) {
    const options = { recursive: true, force: true, maxRetries: 3 };
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, options);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .hasErrno */ .Nm)(error, 'EACCES', 'EPERM'))
            throw error;
        await makeWritable(path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, options);
    }
}
async function makeWritable(path) {
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).isDirectory())
        return;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, 0o700);
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path, { withFileTypes: true })) {
        if (entry.isDirectory())
            await makeWritable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, entry.name));
    }
}


/***/ }),

/***/ 5592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ askGit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6318);
/** Asking git about a work tree: nothing is written there, nothing is fetched, and the user's settings change no answer. */


/**
 * Runs a git command that only reads, and gives its result; undefined where git cannot be started.
 * A work tree that belongs to somebody else is read as well: in containers that is the rule, and its build runs next anyway.
 */
async function askGit(args, question) {
    const { cwd, host, input } = question;
    const env = { ...withoutRepository(host.env), ...quietly };
    try {
        return await (0,_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)('git', [...neutral, ...args], { cwd, env, ...(input === undefined ? {} : { input }) });
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .hasErrno */ .Nm)(error, 'ENOENT', 'EACCES', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** A monitor of files is a process that would outlive the run. */
const neutral = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '--no-pager'];
const quietly = {
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
};
/** A hook of git runs with variables that bind every git command to the repository of the hook. */
function withoutRepository(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || isMachineSetting.test(name)));
}
const isMachineSetting = /^GIT_(?:EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM))$/;


/***/ }),

/***/ 7732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ writeHistory),
/* harmony export */   w: () => (/* binding */ gitNotFound)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5592);
/** The history of a copied work tree: a private repository that borrows the objects of the other one, which is only read. */





/** What `git` has to be there for. */
function gitNotFound(purpose) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('GIT_NOT_FOUND', `${purpose} needs git, which is not on PATH`, {
        hint: 'Install git, and see that its directory is on PATH',
    });
}
/**
 * Makes `destination`, which has the files of the work tree `root`, a repository at the same commit and branch, with the same tags, index
 * and content filters: `git describe --dirty` says there what it says here. Submodules that are checked out get the same.
 *
 * Throws UserError SOURCE_CHANGED (exit code 1) where HEAD is no longer `revision`; GIT_NOT_FOUND; and the reason of the signal.
 */
async function writeHistory(tree, destination, services) {
    const { root, revision } = tree;
    const head = await tryGit(['rev-parse', '--quiet', '--verify', 'HEAD'], root, services);
    if ((head ?? '') !== revision) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('SOURCE_CHANGED', `HEAD of \`${root}\` moved while the source tree was read`, {
            hint: 'Run again when nothing writes to the source tree',
        });
    }
    const objectFormat = (await tryGit(['config', '--get', 'extensions.objectFormat'], root, services)) ?? 'sha1';
    // `--object-format` is newer than some git, and sha1 what all of them make.
    const format = objectFormat === 'sha1' ? [] : [`--object-format=${objectFormat}`];
    await mustGit(['-c', 'init.defaultRefFormat=files', 'init', '--quiet', '--template=', ...format], destination, services);
    await copyRepository(root, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(destination, '.git'), services);
    await writeReferences({ root, head }, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(destination, '.git'), services);
    await copySettings(root, destination, services);
    await forgetSizes(tree.restored, destination, services);
    for (const path of await submodulesOf(root, services)) {
        const restored = tree.restored.filter(name => name.startsWith(`${path}/`)).map(name => name.slice(path.length + 1));
        await writeSubmodule({ root: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), restored }, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(destination, path), services);
    }
}
/** To git, a file of another size is changed without a look at its content, unless the index knows no size. */
async function forgetSizes(paths, destination, services) {
    if (paths.length === 0)
        return;
    const entries = await mustGit(['ls-files', '--stage', '-z'], destination, services);
    const wanted = new Set(paths);
    const input = entries.split('\0').filter(entry => wanted.has(entry.slice(entry.indexOf('\t') + 1)));
    await mustGit(['update-index', '-z', '--index-info'], destination, { ...services, input: `${input.join('\0')}\0` });
}
/** The files of a git directory that decide what a work tree is compared with; all but the index are usually absent. */
const repositoryFiles = ['index', 'shallow', 'info/exclude', 'info/attributes', 'info/grafts', 'info/sparse-checkout'];
async function copyRepository(root, gitDirectory, services) {
    const names = ['objects', ...repositoryFiles];
    const asked = ['rev-parse', ...names.flatMap(name => ['--git-path', name])];
    const [objects = '', ...places] = (await mustGit(asked, root, services))
        .split('\n')
        .map(place => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, place));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, 'info'), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, 'objects', 'info', 'alternates'), `${objects}\n`);
    for (const [position, place] of places.entries()) {
        await copyIfThere(place, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, names[position + 1] ?? ''));
    }
    // Of a split index.
    const shared = await mustGit(['rev-parse', '--shared-index-path'], root, services);
    if (shared !== '')
        await copyIfThere((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, shared), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(shared)));
}
/** All tags, what replaces objects, and the branch: packed, since a file for each of thousands takes its time. */
async function writeReferences({ root, head }, gitDirectory, services) {
    const format = '--format=%(objectname) %(refname)';
    const listed = await mustGit(['for-each-ref', format, 'refs/tags', 'refs/replace'], root, services);
    const branch = await tryGit(['symbolic-ref', '--quiet', 'HEAD'], root, services);
    const ofBranch = branch === undefined || head === undefined ? [] : [`${head} ${branch}`];
    const lines = [...ofBranch, ...listed.split('\n')].filter(line => line !== '');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, 'packed-refs'), lines.map(line => `${line}\n`).join(''));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(gitDirectory, 'HEAD'), branch === undefined ? `${head}\n` : `ref: ${branch}\n`);
}
/** Settings of the repository by which git compares files, or shortens an id. No other: an address may have a password. */
const settingsThatCount = /^(?:filter\..*|core\.(?:abbrev|autocrlf|eol|filemode|symlinks|ignorecase|precomposeunicode|safecrlf|sparsecheckout.*)|index\.sparse)$/s;
async function copySettings(root, destination, services) {
    const listed = (await tryGit(['config', '--local', '--null', '--list'], root, services)) ?? '';
    const entries = listed.split('\0').filter(entry => settingsThatCount.test(entry.split('\n', 1)[0] ?? ''));
    for (const entry of [...entries, 'core.fsmonitor\nfalse', 'gc.auto\n0', 'maintenance.auto\nfalse']) {
        const [key = '', ...value] = entry.split('\n');
        // A key without a value is true.
        await mustGit(['config', '--add', key, value.length === 0 ? 'true' : value.join('\n')], destination, services);
    }
}
/** The paths of submodules in the index. */
async function submodulesOf(root, services) {
    const listed = await mustGit(['ls-files', '--stage', '-z'], root, services);
    return listed
        .split('\0')
        .flatMap(entry => (entry.startsWith('160000 ') ? [entry.slice(entry.indexOf('\t') + 1)] : []));
}
async function writeSubmodule({ root, restored }, destination, services) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, '.git')))
        return;
    const revision = (await tryGit(['rev-parse', '--quiet', '--verify', 'HEAD'], root, services)) ?? '';
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(destination, { recursive: true });
    await writeHistory({ root, revision, restored }, destination, services);
}
async function copyIfThere(source, target) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(source, target);
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            throw error;
    }
}
/** Its output without the newline at the end; undefined where it fails, which is an answer too. */
async function tryGit(args, cwd, services) {
    const result = await runGit(args, cwd, services);
    return result.exitCode === 0 ? result.stdout.replace(/\n$/, '') : undefined;
}
async function mustGit(args, cwd, services) {
    const { exitCode, stdout, stderr } = await runGit(args, cwd, services);
    if (exitCode !== 0)
        throw new Error(`\`git ${args.join(' ')}\` failed in ${cwd}: ${stderr}`);
    return stdout.replace(/\n$/, '');
}
async function runGit(args, cwd, { host, signal, input = '' }) {
    signal.throwIfAborted();
    const result = await (0,_git_js__WEBPACK_IMPORTED_MODULE_4__/* .askGit */ .g)(args, { cwd, host, input });
    if (result === undefined)
        throw gitNotFound('A version that comes from git');
    return result;
}


/***/ }),

/***/ 1837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ asksForNative)
/* harmony export */ });
/** Builds for the very processor that they run on. Pure. */
/** Whether flags or a build script ask for the very processor that they are compiled on. */
function asksForNative(text) {
    return /(?:-m(?:arch|tune|cpu)|target-cpu)[=\s"',]+native\b|-xHost\b/.test(text);
}


/***/ }),

/***/ 9913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readProject),
/* harmony export */   g: () => (/* binding */ assertRequirement)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3292);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _plan_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7606);
/* harmony import */ var _plan_requirement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7668);
/* harmony import */ var _source_id_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8421);
/** A source tree as its build needs it: `[build-system]` of pyproject.toml (PEP 517, PEP 518), or the defaults without one. */







const legacyBackend = 'setuptools.build_meta:__legacy__';
const legacyBuild = { requires: ['setuptools>=40.8.0'], backend: legacyBackend, backendPath: [] };
/**
 * Reads what is needed to build the source tree at an absolute path.
 * Throws UserError SOURCE_NOT_FOUND, PROJECT_INVALID and, for what is no requirement, the errors of `parseRequirement` (all exit code 2).
 */
async function readProject(path, shown) {
    await assertDirectory(path, shown);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'pyproject.toml');
    const text = await readOptional(file);
    if (text === undefined) {
        if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'setup.py'))) {
            const facts = { directory: path, shown, ...legacyBuild, requiresPython: undefined };
            return { ...facts, isScmVersioned: (0,_source_id_js__WEBPACK_IMPORTED_MODULE_6__/* .isScmVersioned */ .H)(legacyBuild.requires, { filenames: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path) }) };
        }
        throw invalid(`\`${shown}\` is no Python project: it holds neither a pyproject.toml nor a setup.py`, nameProject);
    }
    const kind = { source: file, code: 'PROJECT_INVALID', hint: 'Correct it as PEP 518 and PEP 621 describe' };
    const pyproject = parseToml(text, file);
    const root = (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .openDocument */ .EJ)(pyproject, kind);
    const [table, metadata] = [(0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalTable */ .D6)(root, 'build-system'), (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalTable */ .D6)(root, 'project')];
    if (table === undefined && metadata === undefined && !(await hasSetupFile(path))) {
        throw invalid(`\`${file}\` describes no project: it has neither \`build-system\` nor \`project\``, nameProject);
    }
    const buildSystem = table === undefined ? legacyBuild : await readBuildSystem(table, path);
    const requiresPython = metadata === undefined ? undefined : (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalString */ .sx)(metadata, 'requires-python');
    const facts = { pyproject, filenames: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path) };
    const isVersioned = (0,_source_id_js__WEBPACK_IMPORTED_MODULE_6__/* .isScmVersioned */ .H)(buildSystem.requires, facts);
    return { directory: path, shown, ...buildSystem, requiresPython, isScmVersioned: isVersioned };
}
const nameProject = 'Name the directory that holds the pyproject.toml or setup.py of the project';
async function assertDirectory(path, shown) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(error => {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            throw error;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageError */ .Wp)('SOURCE_NOT_FOUND', `the source tree \`${shown}\` does not exist: no \`${path}\``, 'Correct the path');
    });
    if (facts.isDirectory())
        return;
    const isWheel = path.toLowerCase().endsWith('.whl');
    throw invalid(`\`${shown}\` is a ${isWheel ? 'wheel' : 'file'}, and only a source tree can be editable`, isWheel ? 'Name the wheel without `-e`' : nameProject);
}
async function readBuildSystem(table, directory) {
    if ((0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .fK)(table, 'requires') === undefined)
        throw (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldError */ .$i)(table, 'requires', 'is missing (PEP 518)');
    const requires = (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .strings */ .P$)(table, 'requires');
    for (const [index, text] of requires.entries())
        assertRequirement(text, `\`${table.kind.source}\`: \`requires[${index}]\``);
    const backend = (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .optionalString */ .sx)(table, 'build-backend') ?? legacyBackend;
    const name = '[\\p{ID_Start}_][\\p{ID_Continue}.]*';
    if (!new RegExp(`^${name}(?::${name})?$`, 'u').test(backend)) {
        throw (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldError */ .$i)(table, 'build-backend', `must be a module or \`module:object\` (PEP 517), found \`${backend}\``);
    }
    return { requires, backend, backendPath: await readBackendPath(table, directory) };
}
/**
 * Proves that a string is a requirement (PEP 508) of a build environment; `where` says in messages who asks for it.
 * Throws UserError REQUIREMENTS_INVALID, SOURCE_UNSUPPORTED and SDIST_UNSUPPORTED (exit code 2).
 */
function assertRequirement(text, where) {
    // Bare paths and URLs are pip's spelling on a command line.
    if (/^\s*[a-z0-9][\w.-]*\s*(?:[[(<>=!~;@]|$)/i.test(text)) {
        const { location } = (0,_plan_requirement_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRequirement */ .pP)(text, where);
        if (location === undefined || URL.canParse(location))
            return;
    }
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageError */ .Wp)('REQUIREMENTS_INVALID', `${where}: \`${text}\` is not a requirement (PEP 508)`);
}
async function readBackendPath(table, directory) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory);
    return Promise.all((0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .strings */ .P$)(table, 'backend-path').map(async (entry, index) => {
        const key = `backend-path[${index}]`;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, entry);
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(error => {
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
                throw error;
            throw (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldError */ .$i)(table, key, `does not exist: \`${entry}\``);
        });
        const inTree = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, real);
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(entry) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inTree) || /^\.\.(?:[\\/]|$)/.test(inTree)) {
            throw (0,_plan_document_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldError */ .$i)(table, key, `must be a relative path inside the source tree (PEP 517), found \`${entry}\``);
        }
        return path;
    }));
}
function parseToml(text, source) {
    try {
        return (0,smol_toml__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)(text);
    }
    catch (error) {
        // The parser's message goes on with an excerpt of the file.
        const [reason = ''] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error).split('\n');
        const line = typeof error === 'object' && error !== null && 'line' in error ? ` (line ${String(error.line)})` : '';
        throw invalid(`\`${source}\` is not valid TOML: ${reason}${line}`, 'Correct the file');
    }
}
async function hasSetupFile(directory) {
    return (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'setup.py'))) || (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'setup.cfg')));
}
async function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT', 'ENOTDIR'))
            return false;
        throw error;
    });
}
async function readOptional(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrno */ .Nm)(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
function invalid(message, hint) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageError */ .Wp)('PROJECT_INVALID', message, hint);
}


/***/ }),

/***/ 1183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cu: () => (/* binding */ blobsAt),
/* harmony export */   f2: () => (/* binding */ byPath),
/* harmony export */   fZ: () => (/* binding */ treeDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/** A source tree as data, and digests of its parts. */


/** What a path (POSIX, relative to the root) holds: the blob id of a file, a digest of a directory, null for neither. Symbolic links are followed. */
function blobsAt(closure, path) {
    const index = indexOf(closure);
    const place = followLinks(index, path) ?? path;
    if (rowsBelow(index, place).length > 0)
        return treeDigest(closure, place);
    // A link that leads nowhere, or out of the root, is what it says.
    return (index.rows.get(place) ?? index.rows.get(path))?.blob ?? null;
}
/** Digest over paths, modes and content of all files below a directory, and of those in the root that symbolic links there lead to. */
function treeDigest(closure, directory) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const rows = reachable(indexOf(closure), directory).map(row => ({ ...row, path: pathFrom(directory, row.path) }));
    for (const { path, mode, blob } of rows.toSorted(byPath))
        hash.update(`${mode} ${blob} ${path}\0`);
    return hash.digest('hex');
}
const indexes = new WeakMap();
function indexOf(closure) {
    const known = indexes.get(closure);
    if (known !== undefined)
        return known;
    const absent = (closure.absent ?? []).map(({ path, commit }) => ({ path, mode: '160000', blob: commit }));
    const sorted = [...closure.files, ...absent].toSorted(byPath);
    const index = { sorted, rows: new Map(sorted.map(row => [row.path, row])) };
    indexes.set(closure, index);
    return index;
}
/** Orders by path in UTF-16 code units, on every machine the same. */
function byPath(a, b) {
    if (a.path === b.path)
        return 0;
    return a.path < b.path ? -1 : 1;
}
function reachable(index, directory) {
    const found = new Set();
    const places = new Set([directory]);
    // What is added meanwhile is visited, too.
    for (const place of places) {
        const row = index.rows.get(place);
        for (const below of row === undefined ? rowsBelow(index, place) : [row]) {
            found.add(below);
            const target = below.target === undefined ? undefined : followLinks(index, below.path);
            if (target !== undefined)
                places.add(target);
        }
    }
    return [...found];
}
function pathFrom(directory, path) {
    if (directory === '')
        return path;
    return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : (0,node_path_posix__WEBPACK_IMPORTED_MODULE_1__.relative)(`/${directory}`, `/${path}`);
}
function rowsBelow({ sorted }, directory) {
    if (directory === '')
        return sorted;
    const prefix = `${directory}/`;
    let [start, end] = [0, sorted.length];
    while (start < end) {
        const middle = (start + end) >> 1;
        if ((sorted[middle]?.path ?? '') < prefix)
            start = middle + 1;
        else
            end = middle;
    }
    while (sorted[end]?.path.startsWith(prefix) === true)
        end++;
    return sorted.slice(start, end);
}
/** As many as Linux follows. */
const maxLinks = 40;
/** The path without symbolic links; undefined where it leaves the root. */
function followLinks({ rows }, path) {
    const pending = path.split('/');
    const place = [];
    let links = 0;
    for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            if (place.pop() === undefined)
                return undefined;
            continue;
        }
        const target = rows.get([...place, part].join('/'))?.target;
        if (target === undefined)
            place.push(part);
        else if (target.startsWith('/') || ++links > maxLinks)
            return undefined;
        else
            pending.unshift(...target.split('/'));
    }
    return place.join('/');
}


/***/ }),

/***/ 8421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isScmVersioned),
/* harmony export */   t: () => (/* binding */ sourceId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _wheel_filename_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5910);
/* harmony import */ var _source_closure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1183);
/** What a source tree is looked up by: its content, never its commit, its path or the time. */



/**
 * 64 hexadecimal digits over the files below the subdirectory: their paths from there, modes and blobs. What the tags and
 * the commit are joins only where the version is made of them.
 */
function sourceId(closure, options) {
    const facts = [
        'source',
        1,
        (0,_source_closure_js__WEBPACK_IMPORTED_MODULE_2__/* .treeDigest */ .fZ)(closure, closure.subdirectory),
        options.isScmVersioned ? [closure.describe, closure.tags] : [],
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}
/**
 * Whether the version of a project comes from git: `requires` are its build requirements (PEP 508). The further facts find
 * the tools that are no requirement: those of a backend's own, and versioneer, which is copied into the project.
 */
function isScmVersioned(requires, { pyproject, filenames = [] } = {}) {
    const names = requires.map(text => (0,_wheel_filename_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeName */ .P)(/^\s*([a-z0-9][\w.-]*)/i.exec(text)?.[1] ?? ''));
    if (names.some(name => versionTools.has(name)))
        return true;
    if (filenames.some(name => name === 'versioneer.py' || name === '_static_version.py'))
        return true;
    return configuredTables.some(({ path, isScm }) => isScm(valueAt(pyproject, ['tool', ...path])));
}
const versionTools = new Set([
    ...[
        'setuptools-scm',
        'vcs-versioning',
        'setuptools-git-versioning',
        'setuptools-git-version',
        'setuptools-vcs-version',
    ],
    ...['better-setuptools-git-version', 'setupmeta', 'pbr', 'versioneer', 'versioneer-518', 'versioningit', 'dunamai'],
    ...[
        'hatch-vcs',
        'uv-dynamic-versioning',
        'poetry-dynamic-versioning',
        'poetry-dynamic-versioning-plugin',
        'flit-scm',
    ],
    ...['miniver', 'vcversioner', 'gitversioner', 'git-versioner', 'katver', 'poetry-git-version-plugin'],
]);
const isThere = (value) => value !== undefined;
const configuredTables = [
    { path: ['pdm', 'version', 'source'], isScm: value => value === 'scm' },
    { path: ['pdm', 'version', 'use_scm'], isScm: value => value === true },
    { path: ['hatch', 'version', 'source'], isScm: value => value === 'vcs' || value === 'versioningit' },
    { path: ['scikit-build', 'metadata', 'version', 'provider'], isScm: value => /setuptools_scm/.test(String(value)) },
    { path: ['setuptools-git-versioning', 'enabled'], isScm: value => value !== undefined && value !== false },
    { path: ['poetry-dynamic-versioning', 'enable'], isScm: value => value === true },
    { path: ['setuptools_scm'], isScm: isThere },
    { path: ['versioneer'], isScm: isThere },
    { path: ['versioningit'], isScm: isThere },
];
function valueAt(value, path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== 'object' || found === null)
            return undefined;
        found = new Map(Object.entries(found)).get(key);
    }
    return found;
}


/***/ }),

/***/ 3451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l6: () => (/* binding */ directoryBelow),
  Xl: () => (/* binding */ isEditable),
  ol: () => (/* binding */ parseEditable),
  PJ: () => (/* binding */ parseSource)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var filename = __webpack_require__(5910);
;// CONCATENATED MODULE: ./lib/build/source-text.js
/** Parts of what names a source: extras, schemes, fragments, and how mistakes in it are reported. */


function invalid({ shown, hint }, problem) {
    return (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `\`${shown}\` ${problem}`, hint);
}
function unsupported({ shown }, problem, hint) {
    return (0,errors/* usageError */.Wp)('SOURCE_UNSUPPORTED', `\`${shown}\` ${problem}`, hint);
}
/** In lower case; a drive of Windows is one letter. */
function schemeOf(text) {
    return /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
}
/** `user@host:path`, as scp and git take it. */
function isScp(text) {
    return /^(?:git\+)?[\w.-]+@[\w.-]+:/i.test(text);
}
/** `place[extra1,extra2]`. */
function splitExtras(written) {
    const [, place = '', extras = ''] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(written.text) ?? [];
    if (place === '')
        throw invalid(written, 'names no source tree');
    return { place, extras: readExtras(extras, written) };
}
/** The names of a list in brackets, normalised (PEP 685). */
function readExtras(extras, written) {
    const names = extras.split(',').map(name => name.trim());
    const present = names.filter(name => name !== '');
    const wrong = present.find(name => !isName.test(name));
    if (wrong !== undefined)
        throw invalid(written, `names the extra \`${wrong}\`, which is not a name (PEP 508)`);
    return [...new Set(present.map(filename/* normalizeName */.P))];
}
const isName = /^[a-z0-9](?:[\w.-]*[a-z0-9])?$/i;
/** What follows the `#` of a URL: `egg`, `subdirectory` and hashes; other keys mean nothing, as for pip. */
function readFragment(fragment, written) {
    const values = new Map();
    for (const part of fragment.split('&')) {
        const [, key, value] = /^([^=]+)=(.*)$/s.exec(part) ?? [];
        if (key !== undefined && value !== undefined)
            values.set(key.toLowerCase(), decode(value));
    }
    const sha256 = values.get('sha256')?.toLowerCase();
    if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
        throw invalid(written, 'has a `sha256` that is not 64 hexadecimal digits');
    return {
        ...readEgg(values.get('egg') ?? '', written),
        subdirectory: readSubdirectory(values.get('subdirectory') ?? '', written),
        sha256,
        otherHash: [...values.keys()].find(key => /^(?:md5|sha1|sha224|sha384|sha512|blake2[bs])$/.test(key)),
    };
}
function readEgg(egg, written) {
    const [, name = '', extras = ''] = /^(.*?)\s*(?:\[([^[\]]*)\])?$/s.exec(egg) ?? [];
    if (name === '')
        return { name: undefined, extras: [] };
    if (!isName.test(name))
        throw invalid(written, `has \`egg=${name}\`, which is not a name (PEP 508)`);
    return { name: (0,filename/* normalizeName */.P)(name), extras: readExtras(extras, written) };
}
function readSubdirectory(subdirectory, written) {
    const parts = subdirectory.split('/').filter(part => part !== '' && part !== '.');
    if (subdirectory.startsWith('/') || /[\\\0]|^[a-z]:/i.test(subdirectory) || parts.includes('..')) {
        throw invalid(written, `has the \`subdirectory\` \`${subdirectory}\`, which leaves the source`);
    }
    return parts.join('/');
}
/** Percent-encoding undone; what is none stays as it is. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./lib/build/source-url.js
/** Addresses of sources that lie elsewhere: Git repositories and archives. */


/** Reads a URL that is not `file:`. Throws UserError SOURCE_UNSUPPORTED, HASH_UNSUPPORTED and REQUIREMENTS_INVALID. */
function readRemote(written, scheme) {
    const [address = '', hash = ''] = written.text.split(/#(.*)/s);
    const fragment = readFragment(hash, written);
    const { name, extras, subdirectory } = fragment;
    if (scheme.startsWith('git+')) {
        return { name, extras, place: { kind: 'vcs', ...readRepository(address, written), subdirectory } };
    }
    if (scheme !== 'https' && scheme !== 'http')
        throw otherScheme(scheme, written);
    if (!URL.canParse(address))
        throw invalid(written, 'is not a URL');
    const filename = decode(new URL(address).pathname);
    if (isWheel(filename))
        throw wheel(written);
    if (!isArchive(filename)) {
        throw unsupported(written, `is neither a repository nor a source archive (${archiveSuffixes.join(', ')})`, `A Git repository is \`git+${scheme}://…\``);
    }
    return { name, extras, place: { kind: 'archive', path: undefined, url: address, ...archiveFacts(fragment, written) } };
}
const archiveSuffixes = ['.tar.gz', '.tgz', '.zip', '.tar.bz2', '.tar.xz', '.tar'];
function isArchive(path) {
    return /\.(?:tar(?:\.(?:gz|bz2|xz))?|tgz|tbz2?|txz|zip)$/i.test(path);
}
function isWheel(path) {
    return /\.whl$/i.test(path);
}
function wheel(written) {
    return unsupported(written, 'is a wheel, which is built already', 'Name it where packages are named: it is installed as it is');
}
/** What the fragment says of an archive. */
function archiveFacts({ sha256, otherHash, subdirectory }, { shown }) {
    if (sha256 === undefined && otherHash !== undefined) {
        throw (0,errors/* usageError */.Wp)('HASH_UNSUPPORTED', `\`${shown}\` has a hash by \`${otherHash}\` only, expected \`sha256\``, 'Write `#sha256=…`');
    }
    return { sha256, subdirectory };
}
const repositorySchemes = ['https', 'http', 'ssh', 'file', 'git'];
/** `git+URL@revision`: the last `@` of the path begins the revision, so that it may hold `/`, and a user's `@` is not meant. */
function readRepository(address, written) {
    const whole = address.slice('git+'.length);
    const [, scheme = '', authority = '', path = '', query = ''] = /^([a-z][a-z0-9.+-]*):\/\/([^/?]*)(\/[^?]*)?(\?.*)?$/is.exec(whole) ?? [];
    if (!repositorySchemes.includes(scheme.toLowerCase())) {
        const known = repositorySchemes.map(name => `\`git+${name}://\``).join(', ');
        throw unsupported(written, 'is no address of a Git repository', `Write one of ${known}`);
    }
    const at = path.lastIndexOf('@');
    const [place, revision] = at === -1 ? [path, undefined] : [path.slice(0, at), decode(path.slice(at + 1))];
    if (place.replaceAll('/', '') === '')
        throw invalid(written, 'names no repository');
    const url = `${scheme}://${authority}${place}${query}`;
    const port = /^[^@]*@[^:@]+:[^\d]/.test(authority) ? ': after the host of a URL comes `/`, not `:`' : '';
    if (!URL.canParse(url) || /^(?:.*@)?-/.test(authority))
        throw invalid(written, `is not a URL${port}`);
    if (revision !== undefined && !isRevision(revision)) {
        throw invalid(written, revision === '' ? 'has no revision after its `@`' : `names \`${revision}\`, which is no revision`);
    }
    return { url, revision: revision ?? '' };
}
/** A name that git takes for a revision and not for an option. */
function isRevision(text) {
    return !/^-|^$|[\s\p{Cc}:?*[\\]/u.test(text);
}
const otherSystems = new Map([
    ['hg', 'a Mercurial repository'],
    ['svn', 'a Subversion repository'],
    ['bzr', 'a Bazaar repository'],
]);
function otherScheme(scheme, written) {
    const system = otherSystems.get(scheme.split('+')[0] ?? '');
    if (system !== undefined) {
        return unsupported(written, `is ${system}; only Git repositories can be built`, 'Check it out and name its directory');
    }
    if (scheme === 'git' || scheme === 'ssh')
        return unsupported(written, 'is not marked as a Git repository', `Write \`git+${scheme}://…\``);
    return unsupported(written, `has the scheme \`${scheme}\`, from which nothing is fetched`, 'Download it and name its path');
}

;// CONCATENATED MODULE: ./lib/build/source.js
/** What is built: source trees, repositories and archives, in the spelling of pip and uv. */







/** Whether a source is installed as it lies in its tree (PEP 660). */
function isEditable(source) {
    return source.kind === 'directory' && source.isEditable;
}
/** The native path of a POSIX subdirectory below a directory; that itself where the subdirectory is empty. */
function directoryBelow(root, subdirectory) {
    return (0,external_node_path_.join)(root, ...subdirectory.split('/').filter(part => part !== ''));
}
/**
 * Reads `PATH`, `PATH[extra1,extra2]` or `file:///PATH[…]`; a relative path starts from `workingDirectory`.
 * Nothing is looked up on disk. Throws UserError SOURCE_UNSUPPORTED for other URLs, REQUIREMENTS_INVALID for what is
 * neither (both exit code 2).
 */
function parseEditable(text, workingDirectory) {
    const shown = (0,redact/* redact */.E$)(text.trim());
    const written = { text: text.trim(), shown: `-e ${shown}`, hint: 'Write `-e PATH` or `-e PATH[extra]`' };
    const { place, extras } = splitExtras(written);
    const scheme = schemeOf(place);
    if (scheme === undefined ? isScp(place) : scheme !== 'file') {
        throw unsupported(written, 'is not a directory of this machine; only source trees that lie here can be editable', 'Check the repository out and name its directory');
    }
    const path = scheme === undefined ? pathOf({ ...written, text: place }, workingDirectory) : pathOfTree(place, written);
    return { kind: 'directory', path, isEditable: true, shown, extras };
}
/**
 * Reads a source as pip and uv name it: `PATH` of a directory or archive, `PATH[extra]`, `-e PATH`, `file:///PATH`,
 * `git+https://…@revision#subdirectory=x&egg=name`, `https://…/x.tar.gz#sha256=…`, and each of them after `name[extra] @`
 * (PEP 508). A relative path starts from `workingDirectory`; nothing is looked up on disk.
 *
 * Throws UserError SOURCE_UNSUPPORTED for wheels, other version control systems and other URLs, HASH_UNSUPPORTED where no
 * hash is a sha256, REQUIREMENTS_INVALID for what is none of these (all exit code 2).
 */
function parseSource(text, workingDirectory) {
    const [, editable] = /^\s*(?:-e|--editable(?=[\s=]))[\s=]*(.*)$/s.exec(text) ?? [];
    if (editable !== undefined)
        return { name: undefined, source: parseEditable(editable, workingDirectory) };
    const written = { text: text.trim(), shown: (0,redact/* redact */.E$)(text.trim()), hint: spellings };
    if (/\s;/.test(text))
        throw invalid(written, 'has an environment marker, which only a requirements file may have');
    const [, name, extras = '', place = ''] = directReference.exec(written.text) ?? [];
    if (name === undefined)
        return readPlace(written, workingDirectory);
    const { name: other, source } = readPlace({ ...written, text: place }, workingDirectory);
    if (other !== undefined && other !== (0,filename/* normalizeName */.P)(name))
        throw invalid(written, `names both \`${name}\` and \`${other}\``);
    const all = new Set([...readExtras(extras, written), ...source.extras]);
    return { name: (0,filename/* normalizeName */.P)(name), source: { ...source, extras: [...all] } };
}
const spellings = 'Write `PATH`, `PATH.tar.gz`, `git+https://host/owner/name@revision#subdirectory=path`, or `name @ URL`';
/** `name[extra] @ place`; where no space stands, only of what looks like a place: `git@host:path` and `a@b` are something else. */
const directReference = /^([a-z0-9](?:[\w.-]*[a-z0-9])?)\s*(?:\[([^[\]]*)\])?(?:\s+@\s*|@\s+|@(?=[a-z][a-z0-9+-]*:\/|[./]))(\S.*)$/is;
function readPlace(written, workingDirectory) {
    const { text, shown } = written;
    const scheme = schemeOf(text);
    if (isScp(text)) {
        const [host = '', path = ''] = text.replace(/^git\+/i, '').split(/:(.*)/s);
        throw unsupported(written, 'is in the spelling of scp', `Write \`git+ssh://${host}/${path.replace(/^\/+/, '')}\``);
    }
    if (scheme !== undefined && scheme !== 'file') {
        const { name, extras, place } = readRemote(written, scheme);
        return { name, source: { ...place, shown, extras } };
    }
    const { place, extras } = splitExtras(written);
    const [local = '', hash = ''] = scheme === undefined ? [place] : place.split(/[#?](.*)/s);
    if (isWheel(local))
        throw wheel(written);
    if (!isArchive(local)) {
        const path = scheme === undefined ? pathOf({ ...written, text: place }, workingDirectory) : pathOfTree(place, written);
        return {
            name: readFragment(hash, written).name,
            source: { kind: 'directory', path, isEditable: false, shown, extras },
        };
    }
    const path = scheme === undefined ? pathOf({ ...written, text: place }, workingDirectory) : pathOfUrl(place, written);
    const fragment = readFragment(hash, written);
    const facts = archiveFacts(fragment, written);
    return { name: fragment.name, source: { kind: 'archive', path, url: undefined, ...facts, shown, extras } };
}
function pathOf(written, workingDirectory) {
    if (/^~(?:[\\/]|$)/.test(written.text)) {
        throw invalid(written, 'begins with `~`, which a shell would have replaced: write the directory itself');
    }
    return (0,external_node_path_.resolve)(workingDirectory, written.text);
}
function pathOfTree(url, written) {
    if (/#.*\bsubdirectory=/.test(url))
        throw invalid(written, 'has a `subdirectory`: name that directory itself');
    return pathOfUrl(url, written);
}
function pathOfUrl(url, written) {
    if (!/^file:\/\//i.test(url))
        throw invalid(written, 'is no `file:///` URL');
    try {
        return (0,external_node_path_.resolve)((0,external_node_url_.fileURLToPath)(url));
    }
    catch (error) {
        throw invalid(written, `is no \`file:///\` URL: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}


/***/ }),

/***/ 1946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openToolAnswers)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/** What tools said of themselves, kept in one file, so that a build that is known starts no compiler. */




const format = 1;
/** More than there are tools and their versions on a machine. */
const mostKept = 200;
/** Opens the answers in a directory, which need not exist; `undefined` keeps them for this run alone. A damaged file is none. */
async function openToolAnswers(directory) {
    const path = directory === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'tools.json');
    const kept = path === undefined ? new Map() : await read(path);
    const fresh = new Map();
    return {
        async get(key, ask) {
            const known = kept.get(key) ?? fresh.get(key);
            if (known !== undefined)
                return known;
            const { version, digest, isLasting } = await ask();
            if (isLasting)
                fresh.set(key, { version, digest });
            return { version, digest };
        },
        async save(log) {
            if (path === undefined || fresh.size === 0)
                return;
            const answers = Object.fromEntries([...kept, ...fresh].slice(-mostKept));
            await replace(path, JSON.stringify({ format, answers })).catch(error => {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined)
                    throw error;
                log.debug(`what tools said of their versions is not kept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`);
            });
        },
    };
}
async function read(path) {
    try {
        const value = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'utf8'));
        if (!isObject(value) || value.format !== format || !isObject(value.answers))
            return new Map();
        return new Map(Object.entries(value.answers).flatMap(([key, answer]) => (isAnswer(answer) ? [[key, answer]] : [])));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errnoOf */ .UQ)(error) === undefined && !(error instanceof Error && error.name === 'SyntaxError'))
            throw error;
        return new Map();
    }
}
async function replace(path, text) {
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, '..'), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, text);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => { });
        throw error;
    }
}
function isAnswer(value) {
    return isObject(value) && typeof value.version === 'string' && typeof value.digest === 'string';
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 75:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bn: () => (/* binding */ describeTools),
/* harmony export */   Kp: () => (/* binding */ findProgram),
/* harmony export */   _e: () => (/* binding */ describeProgram),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   qN: () => (/* binding */ askVersion)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(452);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6318);
/** Compilers and their like, by what they are: digest and version, never the path. */







const askVersion = ['--version'];
const usualTimeoutMs = 10_000;
/** They hand over to a compiler and, as they promise, change nothing of what it makes. */
const compilerCaches = ['buildcache', 'ccache', 'distcc', 'icecc', 'sccache'];
/** One program under the name of all tools that it chooses versions of. */
const versionManagers = ['mise', 'rustup'];
/** An ingredient `tool NAME` for each tool that is there or expected. A tool that does not answer counts by its digest. */
async function describeTools(tools, services) {
    const described = await Promise.all(tools.map(tool => describeTool(tool, services)));
    services.signal.throwIfAborted();
    return described.flat();
}
async function describeTool(tool, services) {
    const programs = await programsOf(tool.command, services);
    const described = await Promise.all(programs.map(path => describeProgram(path, tool.args ?? askVersion, services)));
    if (described.length === 0 && tool.isExpected !== true)
        return [];
    return [{ name: `tool ${tool.name}`, value: described.length === 0 ? 'none' : described.join(' + ') }];
}
/** Version and content of the program at a path, in words. Never rejects for what the program does or lacks. */
async function describeProgram(path, args, services) {
    const { version, digest } = await answerOf(path, args, services);
    const content = digest === '' ? 'unreadable' : `sha256 ${digest.slice(0, 16)}`;
    return version === '' ? content : `${version} (${content})`;
}
/** Every word of a command line that is a program: `ccache gcc -pthread`, `env LANG=C clang`. */
async function programsOf(command, services) {
    const whole = await findProgram(command, services);
    if (whole !== undefined)
        return [whole];
    const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(([word, double, single]) => double ?? single ?? word);
    const named = words.filter(word => !word.startsWith('-') && !word.includes('=')).slice(0, mostWords);
    const found = await Promise.all(named.map(word => findProgram(word, services)));
    return [...new Set(found.flatMap(path => path ?? []))];
}
const mostWords = 8;
/**
 * The first executable of this name on the search path, or at this absolute path. A compiler cache is passed over:
 * where it goes by the name of a compiler, that compiler is behind it on the search path.
 */
async function findProgram(name, { searchPath, os }) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_4__.isAbsolute)(name)) {
        if (await isCompiler(name))
            return name;
        if (!(await isExecutable(name)))
            return undefined;
    }
    else if (name === '' || /[\\/]/.test(name))
        return undefined;
    const file = os === 'win32' ? `${stem(name)}.exe` : (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(name);
    for (const directory of searchPath.split(node_path__WEBPACK_IMPORTED_MODULE_4__.delimiter)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(directory, file);
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_4__.isAbsolute)(directory) && (await isCompiler(path)))
            return path;
    }
    return undefined;
}
async function isCompiler(path) {
    return (await isExecutable(path)) && !compilerCaches.includes(stem(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(path)));
}
async function isExecutable(path) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).catch(absent);
    if (facts?.isFile() !== true)
        return false;
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.constants.X_OK).then(() => true, () => false);
}
async function answerOf(path, args, services) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.realpath)(path).catch(() => path);
    const ask = async () => {
        const said = await outputOf(path, args, services);
        const version = withoutPaths(versionLine(said ?? ''), [path, real]);
        return { version, digest: await contentOf(real), isLasting: said !== undefined };
    };
    if (await isStandIn(real, services.os)) {
        const said = (await outputOf(path, args, services)) ?? '';
        return { version: versionLine(said), digest: said === '' ? '' : sha256(said.replace(/^InstalledDir:.*$/gm, '')) };
    }
    const key = await identityOf(real, [(0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path), ...args]);
    return key === undefined ? ask() : services.answers.get(key, ask);
}
/** Some begin with their name and a copyright. */
function versionLine(said) {
    const lines = said.split('\n');
    return (lines.find(line => /\d\.\d/.test(line)) ?? lines[0] ?? '').trim();
}
/** What tells a native executable from what may be at its path later; undefined for a script, which may call anything. */
async function identityOf(real, call) {
    const facts = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(real, { bigint: true }).catch(absent);
    if (facts === undefined || (await beginningOf(real)) === '#!')
        return undefined;
    const { size, mtimeNs, ctimeNs, ino } = facts;
    return JSON.stringify([real, ...[size, mtimeNs, ctimeNs, ino].map(String), (0,node_os__WEBPACK_IMPORTED_MODULE_3__.release)(), ...call]);
}
/** It says what it hands over to; its own bytes say nothing. On macOS, what is in /usr/bin stands for the chosen Xcode. */
async function isStandIn(real, os) {
    if (versionManagers.includes(stem(real)) || (os === 'darwin' && (0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(real) === '/usr/bin'))
        return true;
    const isRust = ['rustc', 'cargo'].includes(stem(real));
    return isRust && (await isExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(real), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(real).replace(/^[a-z]+/i, 'rustup'))));
}
/** What a command says, undefined where it fails or says nothing in time. Empty lines at the start are left out. */
async function outputOf(path, args, { os, env, searchPath, workingDirectory, timeoutMs = usualTimeoutMs }) {
    const others = Object.entries(env).filter(([name]) => (os === 'win32' ? name.toUpperCase() : name) !== 'PATH');
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_6__/* .runProcess */ .R)(path, args, {
        cwd: workingDirectory,
        // A toolchain that a source names and nobody has installed is not downloaded in order to learn its version.
        env: { ...Object.fromEntries(others), PATH: searchPath, LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0' },
        timeoutMs,
    }).catch(absent);
    if (result?.exitCode !== 0)
        return undefined;
    return (result.stdout.trim() === '' ? result.stderr : result.stdout).trim().replaceAll('\r\n', '\n');
}
/** Digest of a file. Of a script, the directory of its interpreter does not count: it differs where an environment lies elsewhere. */
async function contentOf(path) {
    try {
        if ((await beginningOf(path)) === '#!') {
            return sha256((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'latin1')).replace(/^#!\s*\S*[\\/]/, '#!'));
        }
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path))
            hash.update(chunk);
        return hash.digest('hex');
    }
    catch (error) {
        return absent(error) ?? '';
    }
}
async function beginningOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path).catch(absent);
    try {
        const read = await file?.read(Buffer.alloc(2), 0, 2, 0);
        return read === undefined ? '' : read.buffer.toString('latin1', 0, read.bytesRead);
    }
    finally {
        await file?.close();
    }
}
function withoutPaths(line, paths) {
    return paths.reduce((text, path) => text.replaceAll(path, (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path)), line);
}
function stem(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)(path).replace(/\.exe$/i, '');
}
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/** For what the file system or the system's starting of programs refuses. */
function absent(error) {
    if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .errnoOf */ .UQ)(error) === undefined)
        throw error;
    return undefined;
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


/***/ }),

/***/ 5190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openBuildEnvironments),
/* harmony export */   Q: () => (/* binding */ quietWatch)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _build_environment_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8606);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(452);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7781);
/* harmony import */ var _plan_requirement_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7668);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5927);
/* harmony import */ var _python_venv_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3129);
/* harmony import */ var _report_timeline_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1451);
/* harmony import */ var _resolve_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8507);
/* harmony import */ var _resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3901);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(243);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6283);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7476);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7564);
/** The environments that build backends run in: locked by uv, made by our own installer at stable paths, kept in the store. */
















/**
 * Environments apart from what the run itself installs. One that was made is there for every later build with the same
 * requirements, so that it is never changed: more requirements are another environment.
 */
function openBuildEnvironments(run, services) {
    const locks = new Map();
    const lock = (wanted) => {
        const requirements = withPins(wanted, services.besides);
        const key = JSON.stringify([...requirements].sort());
        const known = locks.get(key) ?? lockRequirements(requirements, run, services);
        locks.set(key, known);
        return known;
    };
    return {
        lock,
        make: async (wanted) => {
            const requirements = withPins(wanted, services.besides);
            const { digest } = await lock(wanted);
            const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(run.located.store.root, 'environments', environmentKey(digest, services.interpreter));
            if (!(await isComplete(directory)))
                await makeEnvironment({ directory, requirements }, run, services);
            await touch(directory);
            return (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .pythonOf */ .we)(directory, run.host.platform.os);
        },
    };
}
/** With the pins of what the requirements name. */
function withPins(requirements, pins) {
    const names = new Set(requirements.map(text => (0,_plan_requirement_js__WEBPACK_IMPORTED_MODULE_6__/* .parseRequirement */ .pP)(text, `\`${text}\``).name));
    return [...requirements, ...pins.filter(pin => names.has((0,_plan_requirement_js__WEBPACK_IMPORTED_MODULE_6__/* .parseRequirement */ .pP)(pin, `\`${pin}\``).name))];
}
/** Two interpreters of one version have an environment each: it names its own by its path. */
function environmentKey(digest, { baseExecutable, version }) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([digest, baseExecutable, version]))
        .digest('hex')
        .slice(0, 16);
}
/** Says in an environment that it is whole. */
const completeName = '.wheelcrew-complete';
async function isComplete(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, completeName)).then(() => true, () => false);
}
/** What trims the store sees that it was used. */
async function touch(directory) {
    const now = new Date();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(directory, now, now).catch(error => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errnoOf */ .UQ)(error) === undefined)
            throw error;
    });
}
async function makeEnvironment({ directory, requirements }, run, services) {
    const { host } = run;
    if (requirements.length === 0)
        await makeEmpty(directory, services.interpreter, run);
    else {
        const watch = quietWatch(run);
        const settings = environmentSettings(run, { directory, requirements, ...services });
        const report = await services.install(settings, host, watch);
        if (report.save !== undefined)
            await saveNow(JSON.parse(report.save), host, watch);
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, completeName), '');
}
/** At once, since nobody else knows of it; its trouble is a warning of that run alone. */
async function saveNow(request, host, watch) {
    const { saveCache } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 1911));
    await saveCache(request, host, watch);
}
async function makeEmpty(directory, interpreter, run) {
    const { host } = run;
    const claim = await (0,_python_venv_js__WEBPACK_IMPORTED_MODULE_8__/* .claimVenv */ .gM)(directory, await (0,_python_venv_js__WEBPACK_IMPORTED_MODULE_8__/* .openVenv */ .IZ)(directory, host), { host, ...(0,_run_js__WEBPACK_IMPORTED_MODULE_15__/* .waitingOf */ .PZ)(run) });
    if (claim !== undefined)
        await (await (0,_python_venv_js__WEBPACK_IMPORTED_MODULE_8__/* .createVenv */ .oZ)(claim, interpreter, (0,_environment_js__WEBPACK_IMPORTED_MODULE_13__/* .venvOptionsOf */ .N)(run))).finish();
}
/** The lock of these requirements: of an earlier run on this machine, out of the cache, or resolved. */
async function lockRequirements(requirements, run, services) {
    if (requirements.length === 0)
        return { digest: (0,_build_environment_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .lockDigest */ .s)([]), locked: [] };
    const { host, located } = run;
    const { interpreter } = services;
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(located.store.root, 'environments', 'none');
    const wanted = environmentSettings(run, { directory, requirements, ...services });
    // What this run does not build is not built for a look at its key either.
    const { mode, build } = run.settings;
    const settings = { ...wanted, mode, build: { ...wanted.build, explain: build.explain } };
    const found = await (0,_resolve_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .findInputs */ .ZZ)(settings);
    const named = await (0,_resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_11__/* .readRunInputs */ .hT)(found, { settings, host });
    const own = (0,_run_js__WEBPACK_IMPORTED_MODULE_15__/* .openRun */ .Iy)(settings, host, { watch: quietWatch(run), located, realms: (0,_resolve_run_inputs_js__WEBPACK_IMPORTED_MODULE_11__/* .realmsOf */ .EX)(named) });
    try {
        const { openBuilder } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 480));
        const { bindSources } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6038));
        const builder = openBuilder(own, { interpreter, install: services.install, environment: undefined });
        const session = await (0,_cache_js__WEBPACK_IMPORTED_MODULE_12__/* .openCache */ .bp)(named, interpreter, own);
        const { lock } = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_14__/* .obtainLock */ .B)(named, { interpreter, session }, own);
        const bound = await bindSources(lock, [], { interpreter, builder, index: named.set.index });
        const wheels = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .selectWheels */ .fp)(bound, interpreter, named.set.index);
        return {
            digest: (0,_build_environment_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .lockDigest */ .s)(wheels.map(({ name, version, sha256, file }) => {
                const identity = sha256 && builder.identityOf(sha256);
                return identity
                    ? { name, version, sha256: undefined, filename: identity }
                    : { name, version, sha256, filename: file.filename };
            })),
            locked: wheels.map(({ name, version }) => `${name}==${version}`),
        };
    }
    finally {
        await own.close();
    }
}
/** It has times of its own: what a build waits for is part of the build. */
function quietWatch({ watch }) {
    return { ...(0,_report_timeline_js__WEBPACK_IMPORTED_MODULE_9__/* .createTimeline */ .MM)((0,_report_timeline_js__WEBPACK_IMPORTED_MODULE_9__/* .clockSince */ .Td)(Date.now())), signal: watch.signal };
}
const nestedSuffix = /\+build$/;
/** Build requirements are resolved as uv and pip do: apart from what the run itself installs. */
function environmentSettings({ settings, located }, { directory, requirements, interpreter, chain }) {
    return {
        ...settings,
        ...{ requirements: [], packages: requirements, constraints: [], editables: [] },
        ...{ extras: [], allExtras: false, groups: [], noGroups: [], noDev: false, noInstallProject: false, noDeps: false },
        ...{ upgrade: false, exact: false, reinstall: false, compileBytecode: true, modulesFile: '' },
        ...{
            onConflict: 'warn',
            readyEnvironments: 'never',
            linkMode: settings.linkMode === 'image' ? 'auto' : settings.linkMode,
        },
        build: {
            ...settings.build,
            sources: [],
            configSettings: [],
            isolation: true,
            outDirectory: '',
            reportFile: '',
            explain: false,
            chain,
            omitted: false,
        },
        mode: 'install',
        environment: { kind: 'venv', path: directory },
        python: interpreter.baseExecutable,
        index: { ...settings.index, requireHashes: false },
        // Entries of their own, so that nobody takes them for an earlier state of what the run installs.
        cache: { ...settings.cache, suffix: `${settings.cache.suffix.replace(nestedSuffix, '')}+build` },
        store: located.directory,
    };
}


/***/ }),

/***/ 480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ isBuiltBy),
  openBuilder: () => (/* binding */ openBuilder),
  g: () => (/* binding */ withOrigins)
});

// EXTERNAL MODULE: ./lib/build/environment-digest.js
var environment_digest = __webpack_require__(8606);
// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/install/installed.js + 1 modules
var installed = __webpack_require__(2515);
// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/cache/backend.js
var cache_backend = __webpack_require__(6438);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/cache/build-entry.js
/** The entry of a build in the remote cache: its note, and by which digest its product is known there. Pure. */

const level = 9;
/** Bytes of JSON: no note comes near it, and a bomb does not go beyond. */
const longestText = 16 << 20;
/** Bytes of an entry above which it is none. */
const largestBuildEntry = longestText;
/** The bytes of an entry: one JSON object as a zstd frame. */
function formatBuildEntry({ product, note }) {
    const params = { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: level, [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1 };
    return (0,external_node_zlib_.zstdCompressSync)(JSON.stringify({ format: 1, product, note }), { params });
}
/** Parses an entry; undefined when any part is not as it should be, which is a miss. The note is judged by who reads it. */
function parseBuildEntry(bytes) {
    const { format, product, note } = parseJson(bytes);
    if (format !== 1 || typeof product !== 'string' || !/^[0-9a-f]{64}$/.test(product))
        return undefined;
    return typeof note === 'string' ? { product, note } : undefined;
}
function parseJson(bytes) {
    try {
        const text = (0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: longestText }).toString('utf8');
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./lib/cache/choose.js + 8 modules
var choose = __webpack_require__(2811);
// EXTERNAL MODULE: ./lib/cache/key.js
var cache_key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/store/build-note.js
var build_note = __webpack_require__(9422);
// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
;// CONCATENATED MODULE: ./lib/pipeline/build-trust.js
/** Events of which only those who may write to a repository decide what runs. Empty: a run outside of such a job. */
const trustedEvents = new Set([
    '',
    'push',
    'release',
    'repository_dispatch',
    'schedule',
    'workflow_dispatch',
]);
/**
 * Why this run does not take a build; undefined where it does. The run of a pull request takes whatever its cache offers; every
 * other one refuses what was built in another repository, or for an event that strangers may cause. A note is unsigned: this
 * keeps apart what jobs made, not what somebody forged.
 */
function refusalOf({ provenance }, { provenance: own }) {
    if (isOfPullRequest(own))
        return undefined;
    const { repository, event } = provenance;
    if (repository !== '' && own.repository !== '' && !isSameName(repository, own.repository)) {
        return `built in another repository, ${repository}`;
    }
    if (trustedEvents.has(event) || isSameRun(provenance, own))
        return undefined;
    return event.startsWith('pull_request') ? 'built by a pull request' : `built for the event ${event}`;
}
/** A run that has the rights of its pull request: with a merged one, `pull_request` runs on the branch itself. */
function isOfPullRequest({ event, ref }) {
    return event === 'pull_request' && ref.startsWith('refs/pull/');
}
/** Its jobs have the same rights, and read the same sources. */
function isSameRun(a, b) {
    return a.run !== '' && a.run === b.run && a.event === b.event && a.ref === b.ref;
}
/** Names of repositories do not depend on case. */
function isSameName(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/python/process-identity.js
var process_identity = __webpack_require__(9566);
;// CONCATENATED MODULE: ./lib/pipeline/build-turn.js
/**
 * Whose turn it is to build, among jobs that share nothing but the remote cache. A claim is an entry that only one of them can
 * save, named by the time: it holds as long as its owner renews it.
 */






const systemClock = {
    now: Date.now,
    sleep: (ms, { signal, isWaitedFor }) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal, ref: isWaitedFor }),
};
/** Milliseconds: a claim is renewed once in such a period. */
const periodMs = 120_000;
/** Between two looks at who holds the claim: whoever has waited for long can wait a little longer. */
const polls = { firstMs: 10_000, longestMs: 60_000, partOfWaiting: 1 / 20 };
/** Milliseconds after which a job builds whatever others do. */
const mostWaitingMs = 6 * 3_600_000;
/** Clocks of machines differ by one period at most, or two jobs may build one key. */
const toleratedPeriods = 1;
/**
 * Waits while another job holds a claim on the key, and claims it where nobody does. A cache in trouble is no reason not to build.
 * Throws the reason of the signal.
 */
async function awaitTurn({ claims }, services) {
    const { clock, signal } = services;
    const start = clock.now();
    const waited = () => clock.now() - start;
    try {
        for (let isFirst = true; waited() < mostWaitingMs; isFirst = false) {
            signal.throwIfAborted();
            const state = await currentState(claims, services);
            if (state === 'released')
                return unclaimed;
            if (state === 'free' && (await claim(claims[0], services)))
                return hold(claims[0], !isFirst, services);
            if (isFirst)
                services.onWait();
            const pauseMs = Math.min(polls.longestMs, polls.firstMs + waited() * polls.partOfWaiting);
            await clock.sleep(pauseMs, { signal, isWaitedFor: true });
        }
    }
    catch (error) {
        signal.throwIfAborted();
        if (!isTrouble(error))
            throw error;
    }
    return unclaimed;
}
/** Whoever finds that another one ended builds without a claim: what failed there would fail for one after the other. */
const unclaimed = { isBuilt: true, release: async () => undefined };
function isTrouble(error) {
    return error instanceof cache_backend/* CacheTrouble */.E || (0,errors/* isUserError */.iU)(error) || (0,errors/* errnoOf */.UQ)(error) !== undefined;
}
/** `free`: nobody has claimed the key of late. */
async function currentState([own, ...others], services) {
    const entry = await services.backend.open(own, [own, ...others]);
    if (entry === undefined)
        return 'free';
    const owner = await readOwner(entry);
    const [, period, state] = /-(\d+)-(held|released)\.$/.exec(entry.key) ?? [];
    const age = periodNow(services) - Number(period);
    // One is added for a renewal that is on its way.
    const isFresh = age >= -toleratedPeriods && age <= toleratedPeriods + 1;
    if (!isFresh)
        return 'free';
    return owner !== undefined && (await isGone(owner)) ? 'released' : state;
}
/** Bytes: what names a process is far below. */
const longestOwner = 4096;
async function readOwner(entry) {
    try {
        return entry.size > longestOwner ? undefined : parseOwner((await entry.read(0, entry.size)).toString('utf8'));
    }
    finally {
        await entry.close();
    }
}
/** Whoever can write to the cache wrote it. */
function parseOwner(text) {
    try {
        const owner = JSON.parse(text);
        const { pid, start, machine } = owner ?? {};
        const isOwner = Number.isSafeInteger(pid) && typeof start === 'string' && typeof machine === 'string';
        return isOwner ? owner : undefined;
    }
    catch {
        return undefined;
    }
}
/** Only of a process of this machine can that be told. */
async function isGone(owner) {
    return (await (0,process_identity/* isOnThisMachine */.lW)(owner)) && !(await (0,process_identity/* isRunning */.W_)(owner));
}
/** Two that saw it free in two periods: the earlier one has it. */
async function claim(beginning, services) {
    const period = periodNow(services);
    if ((await save(claimKey(beginning, period, 'held'), services)) === 'present')
        return false;
    return !(await services.backend.has(claimKey(beginning, period - 1, 'held')));
}
/** Renews the claim until it is released. */
function hold(beginning, isBuilt, services) {
    const renewal = new AbortController();
    const signal = AbortSignal.any([renewal.signal, services.signal]);
    const renewing = renew(beginning, { ...services, signal });
    renewing.catch(() => undefined);
    return {
        isBuilt,
        release: async () => {
            renewal.abort();
            await renewing;
            await save(claimKey(beginning, periodNow(services), 'released'), services).catch(ignoreTrouble);
        },
    };
}
async function renew(beginning, services) {
    const { clock, signal } = services;
    while (!signal.aborted) {
        const left = periodMs - (clock.now() % periodMs);
        await clock.sleep(left, { signal, isWaitedFor: false }).catch(() => undefined);
        if (!signal.aborted)
            await save(claimKey(beginning, periodNow(services), 'held'), services).catch(ignoreTrouble);
    }
}
function ignoreTrouble(error) {
    if (!isTrouble(error))
        throw error;
}
function periodNow({ clock }) {
    return Math.floor(clock.now() / periodMs);
}
function claimKey(beginning, period, state) {
    return `${beginning}${period}-${state}.`;
}
/** Its key says all to other machines; this one can see whether the process that it names is still there. */
function save(key, { backend, store }) {
    return (0,store_store/* withStagedFile */.jN)(store, path => backend.save(key, async () => {
        await (0,promises_.writeFile)(path, JSON.stringify(await (0,process_identity/* identifyProcess */.wO)(process.pid)));
        return path;
    }));
}

// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var pipeline_cache = __webpack_require__(243);
;// CONCATENATED MODULE: ./lib/pipeline/build-cache.js
/** Builds in the remote cache: a small entry for each note, found by the first key, and one for its product. */












/** The builds in the cache of this run; undefined where it has none, or may do nothing with it. */
function openBuildCache({ interpreter, clock = systemClock }, run) {
    const { settings, host, located, watch } = run;
    const { cache } = settings;
    if (!cache.restore && !cache.save)
        return undefined;
    const { backend } = (0,choose/* chooseBackend */.a)(cache.backend, {
        ...{ host, workspace: host.env.GITHUB_WORKSPACE ?? host.workingDirectory, temporary: located.store.temporary },
        ...{ transport: (0,pipeline_cache/* cacheTransport */.Gj)(host), signal: watch.signal },
    });
    if (backend === undefined)
        return undefined;
    const scope = backend.scoped ? { ref: '' } : { ref: cache.ref, readableRefs: cache.readableRefs };
    const parts = { ...scope, platform: host.platform, python: interpreter, suffix: cache.suffix.replace(/\+build$/, '') };
    const names = new Set();
    const remote = { run, backend, keysOf: first => (0,cache_key/* buildKeys */.T_)(parts, first), spoiled: new Set(), names };
    return {
        name: backend.name,
        names,
        find: async (first, secondOf) => (cache.restore ? findBuild({ first, secondOf }, remote) : undefined),
        fetch: (found, destination) => fetchProduct(found, destination, remote),
        save: async (note, productPath) => (cache.save ? saveBuild(note, productPath, remote) : undefined),
        claim: async (first, what = 'the same') => cache.restore && cache.save ? awaitTurn(remote.keysOf(first), turnServices(what, clock, remote)) : noTurn,
    };
}
/** Whoever cannot save has nobody wait, and whoever cannot restore waits for nobody. */
const noTurn = { isBuilt: false, release: async () => undefined };
function turnServices(what, clock, { run, backend }) {
    const onWait = () => run.host.log.info(`waiting for another job, which builds ${what}`);
    return { backend, clock, onWait, store: run.located.store, signal: run.watch.signal };
}
/** In each scope the newest build with the first key tells what to look at, and so which of them holds now. */
function findBuild({ first, secondOf }, remote) {
    return unlessTrouble(remote, 'going on without it', async () => {
        for (const beginning of remote.keysOf(first).builds) {
            const newest = await readBuildEntry(beginning, remote);
            // What it names would be looked at, and its requirements locked: not before it is trusted.
            if (newest?.note.first !== first || !isAccepted(newest, remote))
                continue;
            for (const name of Object.keys(newest.note.discovered.variables))
                remote.names.add(name);
            const second = await secondOf(newest.note);
            if (second === undefined)
                continue;
            const match = newest.note.second === second ? newest : await readBuildEntry(`${beginning}${second}.`, remote);
            if (match?.note.first === first && match.note.second === second && isAccepted(match, remote))
                return match;
        }
        return undefined;
    });
}
/** The newest entry whose key begins so; one that is damaged is none. */
async function readBuildEntry(beginning, { backend }) {
    const entry = await backend.open(beginning, [beginning]);
    if (entry === undefined)
        return undefined;
    try {
        const parsed = entry.size > largestBuildEntry ? undefined : parseBuildEntry(await entry.read(0, entry.size));
        const note = parsed && (0,build_note/* parseBuildNote */.m)(parsed.note);
        return note && { note, digest: parsed.product };
    }
    finally {
        await entry.close();
    }
}
function isAccepted({ note }, { run }) {
    const refusal = refusalOf(note, run.settings);
    if (refusal === undefined)
        return true;
    run.watch.decide(`cached build of ${withoutControls(note.name)}`, 'refused', withoutControls(refusal));
    return false;
}
/** Without what a terminal would act on: the note comes out of the cache. */
function withoutControls(text) {
    return text.replace(/\p{C}/gu, '');
}
async function fetchProduct(found, destination, remote) {
    const { run, backend, spoiled } = remote;
    const key = (0,cache_key/* builtKey */.w0)(found.digest);
    const end = run.watch.begin('restore');
    const isThere = await unlessTrouble(remote, 'going on without it', async () => {
        const entry = await backend.open(key, []);
        try {
            if (entry !== undefined && (await writeProduct(entry, { found, destination }, run)))
                return true;
        }
        finally {
            await entry?.close();
        }
        spoiled.add(found.digest);
        throw new cache_backend/* CacheTrouble */.E(`the cache entry \`${key}\` is ${entry === undefined ? 'gone' : 'damaged'}`);
    });
    end({ bytes: found.note.product.size });
    if (isThere !== true)
        await (0,promises_.rm)(destination, { force: true });
    return isThere ?? false;
}
/** Bytes that are read at a time, and ranges at a time: what is in memory stays below 64 MiB. */
const rangeBytes = 4 << 20;
const rangesInProgress = 16;
/** False where the entry holds other bytes. */
async function writeProduct(entry, { found, destination }, run) {
    const { size, sha256 } = found.note.product;
    if (entry.size !== size)
        return false;
    const starts = Array.from({ length: Math.ceil(size / rangeBytes) }, (_, index) => index * rangeBytes);
    const file = await (0,promises_.open)(destination, 'w');
    try {
        await (0,concurrency/* mapBounded */.y)(starts, rangesInProgress, async (start) => {
            run.watch.signal.throwIfAborted();
            const bytes = await entry.read(start, Math.min(size, start + rangeBytes));
            await file.write(bytes, 0, bytes.length, start);
            run.watch.advance('restore', bytes.length);
        });
    }
    finally {
        await file.close();
    }
    return (await run.pool().run({ kind: 'digest', path: destination })).sha256 === sha256;
}
async function saveBuild(note, productPath, remote) {
    const { run } = remote;
    const end = run.watch.begin('save');
    const bytes = await unlessTrouble(remote, `the build of ${note.name} is not saved`, () => saveBoth(note, productPath, remote));
    end({ bytes });
}
/** Returns how many bytes were saved. */
async function saveBoth(note, productPath, remote) {
    const { run, backend, keysOf } = remote;
    const { sha256 } = await run.pool().run({ kind: 'digest', path: productPath });
    if (sha256 !== note.product.sha256)
        throw new cache_backend/* CacheTrouble */.E(`\`${productPath}\` is not what was built`);
    const product = await saveProduct(productPath, sha256, remote);
    const text = (0,build_note/* formatBuildNote */.W)(note);
    const bytes = formatBuildEntry({ product: product.digest, note: text });
    const key = (0,cache_key/* buildKey */.sI)(keysOf(note.first).builds[0], note.second, text);
    const outcome = await (0,store_store/* withStagedFile */.jN)(run.located.store, path => backend.save(key, async () => {
        await (0,promises_.writeFile)(path, bytes);
        return path;
    }));
    return (product.outcome === 'saved' ? note.product.size : 0) + (outcome === 'saved' ? bytes.length : 0);
}
/**
 * A key that is taken and cannot be read belongs to a job that is saving the same, or to one that was killed while it did: then
 * another key is as good.
 */
async function saveProduct(path, sha256, { backend, spoiled }) {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
        const digest = (0,cache_key/* blobDigest */.ep)(sha256, [...spoiled]);
        const outcome = await backend.save((0,cache_key/* builtKey */.w0)(digest), async () => path);
        if (outcome === 'saved' || (await backend.has((0,cache_key/* builtKey */.w0)(digest))))
            return { digest, outcome };
        spoiled.add(digest);
    }
    throw new cache_backend/* CacheTrouble */.E('other jobs are saving the same');
}
const mostAttempts = 3;
async function unlessTrouble({ run }, consequence, work) {
    const { watch } = run;
    try {
        return await work();
    }
    catch (error) {
        watch.signal.throwIfAborted();
        if (!(error instanceof cache_backend/* CacheTrouble */.E || (0,errors/* isUserError */.iU)(error)) && (0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        watch.warn(`${(0,errors/* messageOf */.bD)(error)}; ${consequence}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/pipeline/build-environment.js
var build_environment = __webpack_require__(5190);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/build/config-settings.js
/** Settings for a build backend (PEP 517 `config_settings`). */

/**
 * Reads `KEY=VALUE` texts, in order; a key that comes again makes a list, as in pip and uv.
 * Throws UserError OPTION_INVALID (exit code 2) for a text without a key or without `=`.
 */
function parseConfigSettings(texts) {
    const settings = new Map();
    for (const text of texts) {
        const [, key = '', value = ''] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? [];
        if (key.trim() === '') {
            throw (0,errors/* usageError */.Wp)('OPTION_INVALID', `\`${text}\` is no setting of a build backend`, 'Write `KEY=VALUE`');
        }
        const known = settings.get(key.trim());
        settings.set(key.trim(), known === undefined ? value : [known, value].flat());
    }
    return Object.fromEntries(settings);
}

// EXTERNAL MODULE: ./lib/build/fingerprint.js
var fingerprint = __webpack_require__(2024);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/python/run.js
var run = __webpack_require__(367);
// EXTERNAL MODULE: ./lib/build/native.js
var build_native = __webpack_require__(1837);
;// CONCATENATED MODULE: ./lib/build/variable-names.js
/** Names of environment variables in the text of build files, found by the shape in which each language asks for one. */
const variable_names_name = '[A-Za-z_][A-Za-z0-9_]*';
const quoted = `["'](${variable_names_name})["']`;
/** What any language may hold: C, Python, Perl and scripts inside of build files. */
const anywhere = [`\\bgetenv\\s*\\(\\s*${quoted}`, `\\bos\\.environ\\s*\\[\\s*${quoted}`];
const patterns = {
    python: [
        `\\benv\\w*\\s*\\[\\s*${quoted}`,
        `\\benv\\w*\\s*\\.\\s*(?:get|pop|setdefault)\\s*\\(\\s*${quoted}`,
        `${quoted}\\s+(?:not\\s+)?in\\s+(?:os\\s*\\.\\s*)?env\\w*`,
        `\\bget_?env\\w*\\s*\\(\\s*${quoted}`,
        `\\benv(?:iron)?_?\\w*\\s*\\(\\s*${quoted}`,
        // A name that is never set costs nothing: copies of the environment, format strings and shell commands are read in many ways.
        `["']([A-Z][A-Z0-9]*_[A-Z0-9_]+)["']`,
        `\\$\\{?([A-Z][A-Z0-9_]{2,})\\b`,
        `\\{([A-Z][A-Z0-9_]{2,})\\}`,
    ],
    cmake: [`\\bENV\\{(${variable_names_name})\\}`, `\\bENV\\s+(${variable_names_name})\\b`],
    rust: [`\\b(?:option_)?env!\\s*\\(\\s*${quoted}`],
    'build.rs': [
        `\\b(?:option_)?env!\\s*\\(\\s*${quoted}`,
        `\\bvar(?:_os)?\\s*\\(\\s*${quoted}`,
        `rerun-if-env-changed=(${variable_names_name})`,
    ],
    make: [`^[ \\t]*(?:export[ \\t]+)?(${variable_names_name})[ \\t]*\\?=`, `^[ \\t]*ifn?def[ \\t]+(${variable_names_name})`],
    shell: [`\\$\\{(${variable_names_name}):?[-=?+]`, `\\$\\{?([A-Z][A-Z0-9_]{2,})\\b`, `\\bprintenv[ \\t]+(${variable_names_name})`],
    other: [],
};
/** Names that the file asks for; `filename` without its directory tells the language. In the order of their appearance by shape. */
function namesInText(text, filename) {
    const language = languageOf(filename);
    const found = [...anywhere, ...patterns[language]].flatMap(pattern => matches(text, pattern));
    if (language === 'cmake')
        found.push(...packageVariables(text));
    if (language === 'make')
        found.push(...undefinedInMake(text));
    return [...new Set(language === 'build.rs' || language === 'rust' ? found.filter(isOfCaller) : found)];
}
/** Beginnings of names that Python code compares with: `name.startswith(("USE_", "BUILD_"))` in a file that reads variables. */
function prefixesInText(text, filename) {
    if (languageOf(filename) !== 'python' || !/\benv/.test(text))
        return [];
    const calls = matches(text, String.raw `\.startswith\(\s*\(?([^()]{0,1000})\)`);
    return [...new Set(calls.flatMap(call => matches(call, `["']([A-Z][A-Z0-9]*_[A-Z0-9_]*)["']`)))];
}
/** Whether a file, by its POSIX path, is one that native build tools read, or Python code that belongs to a build. */
function readsVariables(path) {
    const parts = path.split('/');
    const filename = parts.pop() ?? '';
    const language = languageOf(filename);
    if (language === 'other')
        return filename === 'meson.build' || filename === 'meson.options';
    if (language !== 'python')
        return true;
    return parts.length === 0 || filename === 'setup.py' || parts.some(part => buildDirectory.test(part));
}
/** Directories that hold the Python code of a build rather than of a package. */
const buildDirectory = /^(?:\w+[_-])?(?:build|tools?|scripts?|cmake|setup|packaging|distutils)(?:[_-]\w+)?$/i;
function languageOf(filename) {
    if (filename === 'build.rs')
        return 'build.rs';
    if (/\.py$/i.test(filename))
        return 'python';
    if (/^CMakeLists\.txt$|\.cmake(?:\.in)?$/i.test(filename))
        return 'cmake';
    if (/\.rs$/i.test(filename))
        return 'rust';
    if (/^(?:GNU)?makefile(?:\..*)?$|\.mk$/i.test(filename))
        return 'make';
    return /\.(?:sh|bash)$/i.test(filename) ? 'shell' : 'other';
}
function matches(text, pattern) {
    return [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, found = '']) => found);
}
/** `find_package(Foo)` looks into `Foo_ROOT`, `FOO_ROOT` and `Foo_DIR`. */
function packageVariables(text) {
    const packages = matches(text, `\\bfind_package\\s*\\(\\s*(${variable_names_name})`);
    return packages.flatMap(found => [`${found}_ROOT`, `${found.toUpperCase()}_ROOT`, `${found}_DIR`]);
}
/** make takes from the environment what no line defines; `+=` adds to it. */
function undefinedInMake(text) {
    const defined = new Set(matches(text, `^[ \\t]*(?:export[ \\t]+|override[ \\t]+)?(${variable_names_name})[ \\t]*:{0,3}=`));
    return matches(text, `\\$[({](${variable_names_name})[)}]`).filter(found => !defined.has(found) && found !== 'MAKE');
}
/** Not what cargo sets for the code that it compiles and for build scripts. */
function isOfCaller(found) {
    return !/^(?:CARGO|CARGO_(?:PKG|CRATE|MANIFEST|BIN|FEATURE|CFG|PRIMARY)(?:_.*)?|OUT_DIR|TARGET|HOST|PROFILE|DEBUG|OPT_LEVEL|NUM_JOBS|DEP_.*|RUSTDOC)$/.test(found);
}

;// CONCATENATED MODULE: ./lib/build/variables.js
/**
 * Which environment variables are part of what a wheel is made from.
 *
 * Python code of a build is watched while it runs (trace.py). For compilers and build tools, which nobody watches, stand the
 * variables that they are known to read, and those that the tree's own build files name.
 */





/** Each line: the tools that read these without being seen. */
const nativeReaders = [
    // Compilers and binutils, by the names that every build tool takes them from.
    'CC CXX CPP FC F77 F90 OBJC OBJCXX ASM CUDACXX CUDAHOSTCXX HIPCXX NVCC LD AR AS NM RANLIB STRIP LDSHARED LDCXXSHARED',
    'CFLAGS CXXFLAGS CPPFLAGS LDFLAGS FFLAGS FCFLAGS OBJCFLAGS OBJCXXFLAGS ASMFLAGS CUDAFLAGS HIPFLAGS ARFLAGS RCFLAGS',
    // gcc, clang, ld
    'CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH OBJC_INCLUDE_PATH LIBRARY_PATH GCC_EXEC_PREFIX COMPILER_PATH LD_RUN_PATH LDEMULATION GNUTARGET',
    'CCC_OVERRIDE_OPTIONS SOURCE_DATE_EPOCH',
    // MSVC
    'CL _CL_ LINK _LINK_ INCLUDE LIB LIBPATH',
    // macOS
    'SDKROOT DEVELOPER_DIR MACOSX_DEPLOYMENT_TARGET ARCHFLAGS',
    // nvcc, CUDA, ROCm
    'NVCC_PREPEND_FLAGS NVCC_APPEND_FLAGS NVCC_CCBIN CUDAARCHS CUDA_HOME CUDA_PATH CUDA_ROOT CUDNN_PATH CUDNN_HOME CUDNN_ROOT NCCL_HOME NCCL_ROOT',
    'TORCH_CUDA_ARCH_LIST PYTORCH_NVCC ROCM_PATH ROCM_HOME HIP_PATH HIP_PLATFORM PYTORCH_ROCM_ARCH MPI_HOME MKLROOT',
    // cmake
    'CMAKE_ARGS CMAKE_GENERATOR CMAKE_GENERATOR_PLATFORM CMAKE_GENERATOR_TOOLSET CMAKE_GENERATOR_INSTANCE CMAKE_BUILD_TYPE CMAKE_CONFIGURATION_TYPES',
    'CMAKE_PREFIX_PATH CMAKE_PROGRAM_PATH CMAKE_LIBRARY_PATH CMAKE_INCLUDE_PATH CMAKE_FRAMEWORK_PATH CMAKE_APPBUNDLE_PATH CMAKE_TOOLCHAIN_FILE',
    'CMAKE_OSX_ARCHITECTURES CMAKE_APPLE_SILICON_PROCESSOR CMAKE_CROSSCOMPILING_EMULATOR CMAKE_POLICY_VERSION_MINIMUM CMAKE_INSTALL_MODE CMAKE_MSVC_DEBUG_INFORMATION_FORMAT',
    // pkg-config
    'PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_ALLOW_SYSTEM_CFLAGS PKG_CONFIG_ALLOW_SYSTEM_LIBS',
    // cargo, rustc, maturin, PyO3, the `cc` crate
    'RUSTC RUSTFLAGS RUSTUP_TOOLCHAIN RUSTC_BOOTSTRAP CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET CARGO_BUILD_RUSTFLAGS CARGO_INCREMENTAL',
    'CARGO_PROFILE_RELEASE_LTO CARGO_PROFILE_RELEASE_OPT_LEVEL CARGO_PROFILE_RELEASE_DEBUG CARGO_PROFILE_RELEASE_CODEGEN_UNITS CARGO_PROFILE_RELEASE_PANIC CARGO_PROFILE_RELEASE_STRIP',
    'CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUSTFLAGS',
    'CARGO_TARGET_AARCH64_APPLE_DARWIN_RUSTFLAGS CARGO_TARGET_X86_64_APPLE_DARWIN_RUSTFLAGS MATURIN_PEP517_ARGS PYO3_CONFIG_FILE PYO3_CROSS PYO3_NO_PYTHON',
    'TARGET_CC TARGET_CXX TARGET_CFLAGS TARGET_CXXFLAGS HOST_CC HOST_CFLAGS OPENSSL_DIR OPENSSL_LIB_DIR OPENSSL_INCLUDE_DIR OPENSSL_STATIC',
    // go
    'CGO_ENABLED CGO_CFLAGS CGO_CXXFLAGS CGO_LDFLAGS GOFLAGS',
];
/** Variables that native tools read; each is part of every key. Sorted. */
const baseVariables = nativeReaders.flatMap(line => line.split(' ')).toSorted();
/** Each entry: why the value of these changes no wheel, or must not choose one. */
/** Whether a variable is a secret by its name. */
function isSecret(name) {
    return name !== 'PWD' && name !== 'OLDPWD' && secretNames.test(name);
}
const secretNames = /(?:^|_)(?:TOKEN|PAT|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|SECRETS|KEY|KEY_ID|APIKEY|CREDENTIAL|CREDENTIALS|AUTH|COOKIE|DSN)$|SECRET|PASSWORD|CREDENTIAL/i;
const denied = [
    [
        'schedule: how fast and how loud',
        /^(?:MAX_JOBS|NVCC_THREADS|NVTE_BUILD_MAX_JOBS|NVTE_BUILD_THREADS_PER_JOB|CMAKE_BUILD_PARALLEL_LEVEL|CTEST_PARALLEL_LEVEL|CARGO_BUILD_JOBS|NPY_NUM_BUILD_JOBS|NUM_JOBS|JOBS|[A-Z]*MAKEFLAGS|MAKELEVEL|MFLAGS|NINJAFLAGS|NINJA_STATUS|(?:OMP|MKL|RAYON|OPENBLAS|NUMEXPR)_NUM_THREADS|SLURM_.*)$/,
    ],
    [
        'schedule: how loud',
        /^(?:V|VERBOSE|DISTUTILS_DEBUG|CMAKE_VERBOSE_MAKEFILE|CMAKE_COLOR_DIAGNOSTICS|CMAKE_COLOR_MAKEFILE|CMAKE_EXPORT_COMPILE_COMMANDS|CARGO_TERM_.*|RUST_BACKTRACE|RUST_LOG|GCC_COLORS)$/,
    ],
    ['the cards that a job may use: compute capability is judged apart', /^(?:CUDA|NVIDIA|HIP|ROCR)_VISIBLE_DEVICES$/],
    [
        'compiler caches give what the compiler would',
        /^(?:S?CCACHE.*|CMAKE_[A-Z]+_COMPILER_LAUNCHER|RUSTC_WRAPPER|CARGO_BUILD_RUSTC_WRAPPER|DISTCC_.*)$/,
    ],
    [
        'places: tools of PATH count by their content, and the rest is where files lie',
        /^(?:HOME|PATH|PATHEXT|TMPDIR|TMP|TEMP|PWD|OLDPWD|CDPATH|XDG_.*|VIRTUAL_ENV.*|CARGO_HOME|CARGO_TARGET_DIR|RUSTUP_HOME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|SYSTEMROOT|WINDIR|COMSPEC|HOMEDRIVE|HOMEPATH|NETRC|INIT_CWD|NPM_.*|NODE_.*|NVM_.*|PYENV.*|__PYVENV_LAUNCHER__|_)$/,
    ],
    [
        'identity of user, machine and job',
        /^(?:USER|USERNAME|LOGNAME|EMAIL|UID|HOSTNAME|COMPUTERNAME|GIT_.*|CI|CI_.*|CONTINUOUS_INTEGRATION|GITHUB_.*|RUNNER_.*|ACTIONS_.*|GITEA_.*|GITLAB_.*|BUILDKITE.*|CIRCLE_.*|CIRCLECI|TRAVIS.*|JENKINS_.*|HUDSON_.*|CIRRUS_.*|DRONE.*|CODEBUILD_.*|BITBUCKET_.*|SEMAPHORE_.*|APPVEYOR.*|TEAMCITY_.*|TF_BUILD|AGENT_.*|KUBERNETES_.*|INVOCATION_ID|JOURNAL_STREAM)$/,
    ],
    [
        'the terminal and the language of messages',
        /^(?:TERM|TERM_.*|COLORTERM|COLUMNS|LINES|NO_COLOR|FORCE_COLOR|CLICOLOR.*|PY_COLORS|SHELL|SHLVL|EDITOR|VISUAL|PAGER|DISPLAY|WAYLAND_DISPLAY|LANG|LANGUAGE|LC_.*|TZ|LESS.*|LS_COLORS|DEBIAN_FRONTEND)$/,
    ],
    [
        'how the network is reached',
        /^(?:(?:HTTPS?|FTP|ALL|NO|RSYNC)_PROXY|SSL_CERT_FILE|SSL_CERT_DIR|SSLKEYLOGFILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|SSH_.*|GPG_.*)$/i,
    ],
    ['secrets: their values are nobody’s business, not even as digests', secretNames],
    // The lock of the build environment says what pip and uv brought; no `PYTHON*` reaches a build but trace.py's PYTHONPATH.
    ['installers and Python itself', /^(?:PIP_.*|UV_.*|PYTHON.*)$/i],
];
/** Whether the value of this variable, where a build reads it, is part of what its wheel is made from; `USE_*` names several. */
function countsAsInput(name) {
    if (!/^[A-Za-z_][\w.()-]*\*?$/.test(name) || (0,run/* isOwnVariable */.X)(name))
        return false;
    return !denied.some(([, pattern]) => pattern.test(name));
}
/** In the place of a variable: the processor that compilers find, which `-march=native` asks for. */
const nativeProcessor = '-march=native';
const limits = { files: 400, python: 40, bytesOfFile: 256 * 1024, bytes: 8 * 1024 * 1024 };
/**
 * The variables that the build files of a tree name, those nearest to its top first up to a bound; sorted. Only files that
 * native tools or a setup.py read; `files` are POSIX paths relative to `directory`. `USE_*` stands for all variables that begin
 * so, where a build file asks for those (`name.startswith("USE_")`); `nativeProcessor`, where one compiles for it, is among them.
 */
async function scanVariables(directory, files) {
    const found = new Set();
    let left = limits.bytes;
    for (const file of filesToScan(files)) {
        if (left <= 0)
            break;
        const text = await readHead((0,external_node_path_.join)(directory, file), Math.min(limits.bytesOfFile, left));
        left -= text.length;
        for (const name of namesInText(text, (0,external_node_path_.basename)(file)))
            found.add(name);
        for (const prefix of prefixesInText(text, (0,external_node_path_.basename)(file)))
            found.add(`${prefix}*`);
        if ((0,build_native/* asksForNative */.$)(text))
            found.add(nativeProcessor);
    }
    return [...found].filter(name => name === nativeProcessor || countsAsInput(name)).toSorted();
}
function filesToScan(files) {
    const depth = (path) => path.split('/').length;
    const wanted = files.filter(readsVariables).toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
    const python = wanted.filter(file => file.endsWith('.py')).slice(0, limits.python);
    const others = wanted.filter(file => !file.endsWith('.py')).slice(0, limits.files);
    return [...python, ...others];
}
/** The beginning of a file; empty where it cannot be read, which the build will say better. */
async function readHead(path, bytes) {
    try {
        const file = await (0,promises_.open)(path);
        try {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
            return buffer.toString('utf8', 0, bytesRead);
        }
        finally {
            await file.close();
        }
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/build/key.js
/** Keys of builds: what a wheel was made of, and what its build turned out to depend on. Pure. */



/** Another meaning of keys is another number. */
const schema = { name: 'schema', value: 'wheelcrew build 1' };
const keyLength = 32;
/** The key that a build is looked up by: 32 hex digits. The order of the ingredients does not matter. */
function firstKey(ingredients) {
    return digestOf([schema, ...ingredients].map(({ name, value }) => JSON.stringify([name, value])).sort());
}
/** The key of one build among those of a first key: 32 hex digits. */
function secondKey(first, { variables, paths, environment }) {
    return digestOf([first, sortedRows(variables), sortedRows(paths), environment]);
}
/** An ingredient for each of these variables that is set. */
function variableIngredients(names, env) {
    return [...new Set(names)].sort().flatMap(name => {
        const value = variableOf(env, name);
        return value === undefined ? [] : [{ name: `variable ${name}`, value: shownValue(name, value) }];
    });
}
/** An ingredient for each config setting (PEP 517). A text and a list of one text are not the same. */
function settingIngredients(settings) {
    return Object.entries(settings).map(([name, value]) => {
        const isPlain = typeof value === 'string' && !/^[["]/.test(value);
        return { name: `setting ${name}`, value: shownValue(name, isPlain ? value : JSON.stringify(value)) };
    });
}
/** Who may know a key or a note is to learn no secret: credentials in URLs do not count, what looks like a secret is a digest. */
function shownValue(name, value) {
    return secretName.test(name) || secretValue.test(value)
        ? `sha256 ${digestOf((0,redact/* redact */.E$)(value)).slice(0, 16)}`
        : (0,redact/* redact */.E$)(value);
}
const secretName = /token|passw|passphrase|secret|credential|api_?key|private_?key/i;
/** An assignment inside of flags, and what services give out as tokens. */
const secretValue = new RegExp([
    '(?:token|passw(?:or)?d|passphrase|secret|credentials?|api_?key|private_?key)\\w{0,64}["\']?\\s{0,8}[=:]',
    '\\b(?:gh[a-z]_|github_pat_|glpat-|pypi-|hf_|npm_|xox[a-z]-|sk-|AKIA|ASIA|eyJ)[\\w-]{12}',
    '-----BEGIN ',
].join('|'), 'i');
/** What these variables hold: digests of their values, null for those that are not set. Credentials in URLs do not count. */
function discoverVariables(names, env) {
    const digests = [...new Set(names)].sort().map(name => {
        const value = name.endsWith('*') ? valuesOf(env, name.slice(0, -1)) : variableOf(env, name);
        return [name, value === undefined ? null : digestOf((0,redact/* redact */.E$)(value))];
    });
    return Object.fromEntries(digests);
}
/** All that is set of the variables that begin so and count, as one text; undefined where none is. */
function valuesOf(env, prefix) {
    const names = Object.keys(env).filter(name => name.startsWith(prefix) && countsAsInput(name));
    const lines = names.filter(name => env[name] !== undefined).map(name => `${name}=${env[name]}`);
    return lines.length === 0 ? undefined : lines.sort().join('\0');
}
/** The value of a variable. A name that was found in a source tree may be that of a member of every object. */
function variableOf(env, name) {
    return Object.hasOwn(env, name) ? env[name] : undefined;
}
/** Whether all that a build was found to depend on is the same. What is known besides does not matter. */
function holds(recorded, now) {
    return (recorded.environment === now.environment &&
        isPartOf(recorded.variables, now.variables) &&
        isPartOf(recorded.paths, now.paths));
}
/** What differs, in words: `tool cc: … → …; variable CFLAGS: none → …`. Empty where nothing does. */
function differences(older, newer) {
    return changes(older, newer).slice(0, mostChanges).join('; ');
}
/** The same, a line each, and all of them. */
function changes(older, newer) {
    const [before, after] = [byName(older), byName(newer)];
    return namesOf(before, after).flatMap(name => {
        const [from, to] = [before.get(name), after.get(name)];
        const [shownFrom, shownTo] = [clip(from ?? 'none'), clip(to ?? 'none')];
        if (from === to)
            return [];
        return [shownFrom === shownTo ? `${clip(name)}: changed` : `${clip(name)}: ${shownFrom} → ${shownTo}`];
    });
}
/** What of the facts that a build was found to depend on does not hold, a line each. Values of variables are not known. */
function discoveredChanges(recorded, now) {
    const environment = recorded.environment === now.environment ? [] : ['build environment: its lock changed'];
    return [
        ...changedFacts(recorded.variables, now.variables, 'variable'),
        ...changedFacts(recorded.paths, now.paths, 'path'),
        ...environment,
    ];
}
/** As one line: without control and format characters, which a terminal would obey. */
function printable(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, mark => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
}
function changedFacts(recorded, now, kind) {
    return sortedRows(recorded).flatMap(([name, before]) => {
        const after = now[name];
        return before === after ? [] : [`${kind} ${clip(name)}: ${describeChange(before, after)}`];
    });
}
function describeChange(before, after) {
    if (before === null)
        return 'none → another';
    return after === null ? 'gone' : 'changed';
}
function isPartOf(recorded, now) {
    return Object.entries(recorded).every(([name, value]) => now[name] === value);
}
function sortedRows(facts) {
    return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
}
function byName(ingredients) {
    return new Map(ingredients.map(({ name, value }) => [name, value]));
}
function namesOf(...tables) {
    return [...new Set(tables.flatMap(table => [...table.keys()]))].sort();
}
/** More than a reader wants to know: what is stored may name anything. */
const mostChanges = 20;
const longestShown = 120;
function clip(text) {
    const shown = printable(text);
    return shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown;
}
/** JSON keeps apart what lies side by side, and writes half of a surrogate pair in a way that survives UTF-8. */
function digestOf(facts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, keyLength);
}

// EXTERNAL MODULE: ./lib/build/source.js + 2 modules
var build_source = __webpack_require__(3451);
;// CONCATENATED MODULE: ./lib/pipeline/build-ingredients.js
/** What the first key of a build is made of. */








/** Describes source, machine and settings. */
async function describeBuild({ source, id, needs }, { interpreter }, { host, settings, located, watch }) {
    const { configSettings, isolation } = settings.build;
    const machine = await (0,fingerprint/* describeMachine */.Fe)({
        ...{ interpreter, host, needs, signal: watch.signal },
        searchPath: host.env.PATH ?? '',
        answersDirectory: (0,external_node_path_.join)(located.store.root, 'interpreters'),
    });
    const ingredients = [
        { name: 'source', value: id },
        { name: 'form', value: (0,build_source/* isEditable */.Xl)(source) ? 'editable' : 'wheel' },
        { name: 'isolation', value: String(isolation) },
        ...settingIngredients(parseConfigSettings(configSettings)),
        ...variableIngredients(baseVariables, withoutPrefix(host.env, interpreter)),
        ...(await namedFiles(host.env)),
        ...machine,
    ];
    return { first: firstKey(ingredients), ingredients };
}
/** setup-python puts the place of the interpreter there, which names its patch release. */
function withoutPrefix(env, { basePrefix }) {
    const { PKG_CONFIG_PATH: path } = env;
    if (path === undefined)
        return env;
    const kept = path.split(external_node_path_.delimiter).filter(entry => entry !== '' && !entry.startsWith(basePrefix));
    return { ...env, PKG_CONFIG_PATH: kept.length === 0 ? undefined : kept.join(external_node_path_.delimiter) };
}
/** Bytes of a file that a variable names; above that it is none that configures. */
const largestFile = 1 << 20;
/** Files that configure a build and are named by their paths: their content counts too. */
async function namedFiles(env) {
    const found = await Promise.all(['CMAKE_TOOLCHAIN_FILE', 'DIST_EXTRA_CONFIG', 'MESON_CROSS_FILE'].map(async (name) => {
        const path = env[name] ?? '';
        const facts = path === '' ? undefined : await (0,promises_.stat)(path).catch(() => undefined);
        if (facts?.isFile() !== true || facts.size > largestFile)
            return [];
        const digest = (0,external_node_crypto_.createHash)('sha256')
            .update(await (0,promises_.readFile)(path))
            .digest('hex');
        return [{ name: `file of ${name}`, value: digest.slice(0, 16) }];
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./lib/build/explain.js
/** What `wheelcrew build --explain` says: what is in the key of a build, what is not, and what is known of it. Pure. */


/** The explanation as lines of plain text, the last one ended too. */
function renderExplanation(explanation) {
    const { shown, first, second, ingredients, discovered, leftOut = [], notes = [] } = explanation;
    const keys = [
        ['first key', first],
        ['second key', second ?? 'not known before the first build'],
    ];
    const sections = [
        { title: `Build of ${shown}`, rows: keys },
        { title: 'In the key', rows: ingredients.map(({ name, value }) => [name, value || 'empty']) },
        { title: 'In the key, as a build found out', rows: discovered === undefined ? [] : rowsOf(discovered) },
        {
            title: 'Read by the build, not in the key',
            rows: [...leftOut].sort().map(name => [`variable ${name}`, notCounted]),
        },
        { title: 'Never in the key', rows: neverCounted },
        { title: 'Known builds', rows: describeKnown(explanation) },
        { title: 'Notes', rows: notes.map(note => [note, '']) },
    ];
    return `${sections
        .filter(({ rows }) => rows.length > 0)
        .map(renderSection)
        .join('\n\n')}\n`;
}
const notCounted = 'it says how fast, where or for whom to build, or is a secret';
const neverCounted = [
    ['of the source', 'commit, time and path; its version from tags counts only where the backend takes it from there'],
    ['of tools', 'their paths'],
    ['of graphics cards', 'driver, number and names'],
];
function rowsOf({ variables, paths, environment }) {
    return [
        ...factRows(variables, 'variable', 'not set'),
        ...factRows(paths, 'path', 'not there'),
        ['build environment', environment],
    ];
}
function factRows(facts, kind, absent) {
    return Object.entries(facts)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, digest]) => [`${kind} ${name}`, digest ?? absent]);
}
function describeKnown(explanation) {
    const { first, second, known, foundIn } = explanation;
    const same = known.find(build => build.first === first && build.second === second);
    if (same !== undefined)
        return [['this one', `${foundIn === undefined ? '' : `in ${foundIn}: `}${explain_describeBuild(same)}`]];
    if (foundIn !== undefined)
        return [['this one', `in ${foundIn}`]];
    const [nearest] = known
        .map(build => ({ build, changed: changedSince(build, explanation) }))
        .sort((a, b) => a.changed.length - b.changed.length);
    if (nearest === undefined)
        return [['none', 'nothing of this source was built before']];
    return [
        ['this one', 'not known: it has to be built'],
        ['nearest', explain_describeBuild(nearest.build)],
        ...nearest.changed.map(change => ['differs', change]),
    ];
}
function changedSince(build, { ingredients, discovered }) {
    const found = discovered === undefined ? [] : discoveredChanges(build.discovered, discovered);
    return [...changes(build.ingredients, ingredients), ...found];
}
function explain_describeBuild({ filename, seconds, provenance }) {
    const { repository, ref, createdAt } = provenance;
    const place = [ref, repository].filter(text => text !== '').join(' of ');
    return `${filename}, built in ${seconds.toFixed(1)} s at ${createdAt}${place === '' ? '' : ` from ${place}`}`;
}
function renderSection({ title, rows }) {
    const width = Math.max(...rows.filter(([, value]) => value !== '').map(([name]) => shownName(name).length));
    const lines = rows.map(([name, value]) => value === '' ? `  ${clean(name)}` : `  ${shownName(name).padEnd(width)}  ${explain_clip(clean(value))}`);
    return [clean(title), ...lines].join('\n');
}
const longestName = 48;
const longestValue = 300;
function shownName(name) {
    const shown = clean(name);
    return shown.length > longestName ? `${shown.slice(0, longestName - 1)}…` : shown;
}
function explain_clip(text) {
    return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
function clean(text) {
    return printable((0,redact/* redact */.E$)(text));
}

// EXTERNAL MODULE: ./lib/store/builds.js
var builds = __webpack_require__(8232);
// EXTERNAL MODULE: ./lib/build/closure.js + 4 modules
var build_closure = __webpack_require__(7368);
// EXTERNAL MODULE: ./lib/store/usage.js
var usage = __webpack_require__(5118);
// EXTERNAL MODULE: ./lib/build/cuda.js
var cuda = __webpack_require__(8929);
// EXTERNAL MODULE: ./lib/build/tool-answers.js
var tool_answers = __webpack_require__(1946);
;// CONCATENATED MODULE: ./lib/pipeline/build-variables.js
/** The environment as the variables that a build asked for have it. */






/** Where it is not set, builds that ask for it compile for the graphics cards that they find. */
const archVariable = 'TORCH_CUDA_ARCH_LIST';
/** Those of the names that decide what comes of a build and are not in its first key already, each once. */
function countedVariables(names) {
    const isKnown = (name) => name !== archVariable && baseVariables.includes(name);
    return [...new Set(names)].filter(name => name === nativeProcessor || (countsAsInput(name) && !isKnown(name)));
}
/** What each of the variables stands for now. */
async function currentVariables(names, run) {
    const { env } = run.host;
    const asksGpus = names.includes(archVariable) && (env[archVariable] ?? '').trim() === '';
    const gpus = asksGpus ? { [archVariable]: await detectedGpus(run) } : {};
    return discoverVariables(names, { ...env, ...gpus, ...(names.includes(nativeProcessor) && (await processor())) });
}
async function processor() {
    return { [nativeProcessor]: (await (0,fingerprint/* describeProcessor */.Ix)()).map(({ value }) => value).join() };
}
async function detectedGpus({ host, located, watch }) {
    const { env, workingDirectory, platform } = host;
    const answers = await (0,tool_answers/* openToolAnswers */.a)((0,external_node_path_.join)(located.store.root, 'interpreters'));
    const searchPath = env.PATH ?? '';
    const services = { os: platform.os, env, searchPath, workingDirectory, answers, signal: watch.signal };
    return `detected: ${(await (0,cuda/* describeGpus */.b)(services)).value}`;
}

;// CONCATENATED MODULE: ./lib/pipeline/find-build.js
/** A build that was made before, here or elsewhere, of this very source in this very environment. */








/** What the facts that a note names are now. Build requirements that cannot be locked, without a network, are as they were. */
async function discoveredNow(note, { identified, lock }, run) {
    const { variables, paths } = note.discovered;
    const closure = identified.tree?.closure;
    const now = (path) => (closure === undefined ? (paths[path] ?? null) : (0,build_closure/* blobsAt */.c)(closure, path));
    return {
        variables: await currentVariables(Object.keys(variables), run),
        paths: Object.fromEntries(Object.keys(paths).map(path => [path, now(path)])),
        environment: await environmentNow(note, lock, run),
    };
}
async function environmentNow({ requires, discovered, name }, lock, run) {
    try {
        return (await lock(requires, name)).digest;
    }
    catch (error) {
        run.watch.signal.throwIfAborted();
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        run.host.log.debug(`the build requirements of \`${name}\` are taken as they were: ${error.message}`);
        return discovered.environment;
    }
}
/** Keeps a build in the store; one of the same keys that lies there already stays, unless this run refuses it. */
async function keepTrusted(note, product, { located, settings }) {
    const former = await (0,builds/* readBuild */.lT)(located.store, (0,builds/* buildPath */.UL)(note));
    const isRefused = former !== undefined && refusalOf(former.note, settings) !== undefined;
    return (isRefused ? builds/* replaceBuild */.Ri : builds/* publishBuild */.OO)(located.store, note, product);
}
/** A build in the store that this run may use, whose discovered facts all hold. */
async function findStored(sought, run) {
    const { store } = run.located;
    for (const build of await (0,builds/* listBuilds */.YF)(store, sought.first)) {
        if (refusalOf(build.note, run.settings) !== undefined)
            continue;
        if (!holds(build.note.discovered, await discoveredNow(build.note, sought, run)))
            continue;
        (0,usage/* markUsed */.N)(store, [(0,builds/* buildPath */.UL)(build.note)], Date.now());
        return { build, how: 'store' };
    }
    return undefined;
}
/** The same out of the remote cache, brought into the store. */
async function findRemote(sought, cache, run) {
    if (cache === undefined)
        return undefined;
    const { first } = sought;
    const found = await cache.find(first, async (note) => secondKey(first, await discoveredNow(note, sought, run)));
    if (found === undefined)
        return undefined;
    const { store } = run.located;
    const build = await (0,store_store/* withStagedFile */.jN)(store, async (path) => (await cache.fetch(found, path)) ? keepTrusted(found.note, path, run) : undefined);
    return build && { build, how: 'restored' };
}

;// CONCATENATED MODULE: ./lib/pipeline/latest-build.js
/** The last build of each project on this machine: what differs from it is why one is built again. */





/** Why nothing that is there can be used, one sentence. */
async function whyBuilt({ identified, ingredients, before, now }, run) {
    const [nearest] = before;
    if (nearest !== undefined) {
        const changed = discoveredChanges(nearest.note.discovered, await now(nearest.note));
        return changed.length === 0
            ? 'the build that is known cannot be used'
            : `what it read is different: ${changed.join('; ')}`;
    }
    const latest = await readLatest(identified, run);
    const difference = latest && differences(latest, ingredients);
    return difference ? `since the last build: ${withShortDigests(difference)}` : 'no build of it is known';
}
/** Enough to tell two apart. */
function withShortDigests(text) {
    return text.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');
}
/** Remembers what a build was made of. That it cannot be remembered costs an explanation. */
async function keepLatest(identified, ingredients, run) {
    const path = latestPath(identified, run);
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, JSON.stringify(ingredients));
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
    }
}
async function readLatest(identified, run) {
    try {
        return JSON.parse(await (0,promises_.readFile)(latestPath(identified, run), 'utf8'));
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined && !(error instanceof SyntaxError))
            throw error;
        return undefined;
    }
}
function latestPath({ source }, { located }) {
    const place = source.kind === 'directory' ? source.path : (source.shown.split('#', 1)[0] ?? '');
    const name = (0,external_node_crypto_.createHash)('sha256').update(place).digest('hex').slice(0, 16);
    return (0,external_node_path_.join)(located.store.root, 'logs', `${name}.json`);
}

;// CONCATENATED MODULE: ./lib/pipeline/explain-build.js
/** What `wheelcrew build --explain` says. */





/** The ingredients of a key, and whether a build with it is in the store. */
async function explainBuild({ sought, described }, run) {
    const { identified, first } = sought;
    const { ingredients } = described;
    const found = await findStored(sought, run);
    const before = await (0,builds/* listBuilds */.YF)(run.located.store, first);
    const nearest = found?.build.note ?? before[0]?.note;
    const discovered = nearest && (await discoveredNow(nearest, sought, run));
    return renderExplanation({
        ...{ shown: identified.source.shown, first, ingredients, discovered },
        second: discovered && secondKey(first, discovered),
        known: before.map(({ note }) => note),
        foundIn: found && 'the store',
        notes: found === undefined
            ? [await whyBuilt({ identified, ingredients, before, now: note => discoveredNow(note, sought, run) }, run)]
            : [],
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/process.js
var lib_process = __webpack_require__(6318);
;// CONCATENATED MODULE: ./lib/build/editable-product.js
/**
 * Editable wheels that serve another source tree with the same content. The wheel holds absolute paths of its tree, and
 * its build wrote into it: a product is the wheel with what was written.
 */



/**
 * Whether the wheel and its outputs would be the same after a build in another tree with the same content, but for the path
 * of that tree in text files. Not so where binary files hold it, or where the wheel leads to intermediate files of the build.
 */
async function isPortableEditable(build, services) {
    const [kept] = build.kept;
    if (kept !== undefined) {
        return { isPortable: false, reason: `\`${kept}\` was in the tree before the build, which left it as it was` };
    }
    const { wheel, tree, outputs, sources } = build;
    const answer = await callHelper('inspect', { wheel, tree, outputs, sources }, services);
    return answer.outcome === 'done' ? { isPortable: true } : { isPortable: false, reason: answer.reason };
}
/**
 * Writes the product of a build to `destination`, an absolute path. The same wheel and outputs give the same bytes whenever
 * they are packed. Throws Error where it cannot be made; nothing depends on it.
 */
async function packProduct({ wheel, tree, outputs, destination }, services) {
    const answer = await callHelper('pack', { wheel, tree, outputs, destination }, services);
    if (answer.outcome !== 'done')
        throw new Error(`no product of ${wheel}: ${answer.reason}`);
}
/**
 * Writes the wheel of a product for this tree into `outputDirectory`, an absolute path, and its outputs into the tree. Returns the
 * path of the wheel; undefined for what is damaged, was not made by `packProduct`, or would change a source file or a file outside of
 * the tree: then nothing was written into the tree, unless that failed halfway.
 */
async function unpackProduct({ product, tree, sources, outputDirectory, }, services) {
    const answer = await callHelper('unpack', { product, tree, sources, directory: outputDirectory }, services);
    if (answer.outcome === 'done' && typeof answer.wheel === 'string')
        return answer.wheel;
    services.host.log.debug(`${product} cannot be used for ${tree}: ${answer.outcome === 'done' ? '' : answer.reason}`);
    return undefined;
}
async function callHelper(command, request, { python, host }) {
    const helper = (0,external_node_path_.join)(host.helpersDirectory, 'editable_product.py');
    const { exitCode, stdout, stderr } = await (0,lib_process/* runProcess */.R)(python, ['-I', '-B', '-X', 'utf8', helper, command], {
        env: (0,run/* pythonEnvironmentVariables */.b)(host.env),
        input: JSON.stringify(request),
    });
    if (exitCode === 0)
        return JSON.parse(stdout);
    return { outcome: 'refused', reason: `${python} ended with exit code ${exitCode}: ${stderr.trim().slice(-500)}` };
}

// EXTERNAL MODULE: ./lib/install/digest.js
var digest = __webpack_require__(7027);
// EXTERNAL MODULE: ./lib/pipeline/build-claim.js
var build_claim = __webpack_require__(9679);
// EXTERNAL MODULE: ./lib/build/fresh-directory.js
var fresh_directory = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/build/history.js
var build_history = __webpack_require__(7732);
;// CONCATENATED MODULE: ./lib/build/mirror.js
/** A private copy of a source tree, for a build to write into. */








/** Files that are copied at a time. */
const mirror_concurrency = 16;
/** Above this, the file system makes the copy (a clone where it can), and the copy is hashed. */
const largestInMemory = 1 << 20;
/**
 * Copies the files of a tree into a directory that is made, or replaced. Nothing is linked and nothing shared; symbolic links stay as they
 * are. Each file has its x bit and one common time, so that no build takes one for newer than another.
 *
 * Throws UserError SOURCE_CHANGED (exit code 1) where a file is no longer what `closure` says, so that no wheel is ever kept under the
 * name of other sources; GIT_NOT_FOUND; Node's system errors; and the reason of the signal. Then nothing is left at `destination`.
 */
async function mirrorTree(closure, destination, options) {
    options.signal.throwIfAborted();
    await (0,fresh_directory/* makeFreshDirectory */.e)(destination);
    try {
        const restored = await copyFiles(closure, destination, options);
        if (options.withHistory && closure.isRepository) {
            await (0,build_history/* writeHistory */.d)({ root: closure.root, revision: closure.revision, restored }, destination, options);
        }
    }
    catch (error) {
        await (0,fresh_directory/* removeTree */.d)(destination);
        throw error;
    }
}
/** Returns the paths of files that got the line ends of their blob. */
async function copyFiles({ root, files }, destination, { host, signal }) {
    const directories = new Set(files.map(({ path }) => (0,external_node_path_.dirname)(path)));
    for (const directory of directories)
        await (0,promises_.mkdir)((0,external_node_path_.join)(destination, directory), { recursive: true });
    const restored = [];
    const [links, contents] = [[], []];
    for (const file of files)
        (file.mode === '120000' ? links : contents).push(file);
    const now = new Date();
    await (0,concurrency/* mapBounded */.y)(contents, mirror_concurrency, async (file) => {
        signal.throwIfAborted();
        const [source, target] = [(0,external_node_path_.join)(root, file.path), (0,external_node_path_.join)(destination, file.path)];
        const blob = await copyContents(source, target, { isExecutable: file.mode === '100755', umask: host.umask });
        if (blob === undefined)
            throw changed(root, file);
        if (blob !== file.blob) {
            if (!(await restoreLineEnds(target, file)))
                throw changed(root, file);
            restored.push(file.path);
        }
        await (0,promises_.utimes)(target, neverRead, now);
    });
    // Nothing is written through a link that does not exist yet.
    for (const file of links) {
        const blob = await copyLink((0,external_node_path_.join)(root, file.path), (0,external_node_path_.join)(destination, file.path));
        if (blob !== file.blob)
            throw changed(root, file);
    }
    return restored;
}
/** A time of access that the first read changes, wherever the file system notes any (`relatime` too). */
const neverRead = new Date(0);
/** Whether a file system notes which files are read: tried in an existing directory. */
async function notesReads(directory) {
    const probe = (0,external_node_path_.join)(directory, `.probe-${process.pid}`);
    await (0,promises_.writeFile)(probe, 'x');
    await (0,promises_.utimes)(probe, neverRead, new Date());
    await (0,promises_.readFile)(probe);
    const { atimeMs } = await (0,promises_.stat)(probe);
    await (0,promises_.rm)(probe, { force: true });
    return atimeMs > 0;
}
/** POSIX paths of those files of a mirror that were read since it was made. */
async function filesRead(destination, paths) {
    const wasRead = await (0,concurrency/* mapBounded */.y)(paths, mirror_concurrency, async (path) => {
        const facts = await (0,promises_.lstat)((0,external_node_path_.join)(destination, path)).catch(() => undefined);
        return facts?.isFile() === true && facts.atimeMs > 0;
    });
    return paths.filter((_, index) => wasRead[index] === true);
}
/** Returns the blob id of what was written; undefined: nothing, because there is no such file. */
async function copyContents(source, target, to) {
    const mode = (to.isExecutable ? 0o777 : 0o666) & ~to.umask;
    const size = await unlessGone(async () => (await (0,promises_.stat)(source)).size);
    if (size === undefined)
        return undefined;
    return size > largestInMemory ? copyLarge(source, target, mode) : copySmall(source, target, mode);
}
async function copySmall(source, target, mode) {
    const bytes = await unlessGone(() => (0,promises_.readFile)(source));
    if (bytes === undefined)
        return undefined;
    await (0,promises_.writeFile)(target, bytes, { mode, flag: 'wx' });
    return blobHash(bytes.length).update(bytes).digest('hex');
}
async function copyLarge(source, target, mode) {
    await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_FICLONE | external_node_fs_.constants.COPYFILE_EXCL);
    await (0,promises_.chmod)(target, mode);
    const hash = blobHash((await (0,promises_.stat)(target)).size);
    for await (const chunk of (0,external_node_fs_.createReadStream)(target))
        hash.update(chunk);
    return hash.digest('hex');
}
async function copyLink(source, target) {
    const leadsTo = await unlessGone(() => (0,promises_.readlink)(source, 'buffer'));
    if (leadsTo === undefined)
        return undefined;
    await (0,promises_.symlink)(leadsTo, target);
    return blobHash(leadsTo.length).update(leadsTo).digest('hex');
}
/**
 * With `core.autocrlf`, a file of a work tree has other line ends than its blob, and the blob is what the closure has: then the copy gets its
 * line ends, so that the build has the same bytes on every system. Returns whether it was so.
 */
async function restoreLineEnds(target, { blob }) {
    const bytes = await (0,promises_.readFile)(target);
    const restored = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    if (blobHash(restored.length).update(restored).digest('hex') !== blob)
        return false;
    await (0,promises_.writeFile)(target, restored);
    return true;
}
/** Of a git blob with so many bytes, which are to follow. */
function blobHash(size) {
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${size}\0`);
}
/** Undefined where the source was removed, or replaced by something of another kind. */
async function unlessGone(read) {
    try {
        return await read();
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EINVAL', 'ELOOP'))
            return undefined;
        throw error;
    }
}
function changed(root, { path }) {
    return new errors/* UserError */.yo('SOURCE_CHANGED', `\`${(0,external_node_path_.join)(root, path)}\` changed while it was read`, {
        hint: 'Run again when nothing writes to the source tree',
    });
}

// EXTERNAL MODULE: ./lib/build/project.js
var build_project = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/wheel/limits.js
var wheel_limits = __webpack_require__(183);
// EXTERNAL MODULE: ./lib/build/backend-process.js
var backend_process = __webpack_require__(1432);
;// CONCATENATED MODULE: ./lib/build/sdist.js
/** Unpacks source archives, which nobody has looked at. */








/**
 * Unpacks a `.tar`, `.tar.gz`, `.tar.bz2`, `.tar.xz` or `.zip`, told apart by content, into a directory that is made, or
 * replaced. Returns the absolute path of its one top-level directory, else `destination`. Files keep their time and
 * their x bit, nothing else of their mode
 * (https://packaging.python.org/en/latest/specifications/source-distribution-format/#source-distribution-archive-features).
 *
 * Throws UserError SDIST_INVALID (exit code 3) for an archive that is damaged, leaves its directory or is larger than any
 * real one, SDIST_UNREADABLE where this Python lacks the module for its compression; Node's system errors; and the reason of the
 * signal. Then nothing is left at `destination`.
 */
async function unpackArchive(archive, destination, services) {
    const size = (await (0,promises_.stat)(archive)).size;
    await (0,fresh_directory/* makeFreshDirectory */.e)(destination);
    const mostBytes = Math.min(wheel_limits/* largestTotal */.NJ, Math.max(wheel_limits/* unsuspiciousBytes */.y0, wheel_limits/* largestRatio */.I * size));
    try {
        judge(await sdist_run({ archive, destination, mostEntries: wheel_limits/* mostEntries */._N, mostBytes }, services), archive);
    }
    catch (error) {
        await (0,fresh_directory/* removeTree */.d)(destination);
        throw error;
    }
    const [only, ...others] = await (0,promises_.readdir)(destination, { withFileTypes: true });
    return only?.isDirectory() === true && others.length === 0 ? (0,external_node_path_.join)(destination, only.name) : destination;
}
async function sdist_run(request, { python, host, signal }) {
    const lines = [];
    const helper = (0,external_node_path_.join)(host.helpersDirectory, 'unpack_sdist.py');
    const exit = await (0,backend_process/* runBackend */.W)({
        command: python,
        args: ['-I', '-S', '-B', '-X', 'utf8', helper, JSON.stringify(request)],
        cwd: (0,external_node_path_.dirname)(request.destination),
        env: (0,run/* pythonEnvironmentVariables */.b)(host.env),
        os: host.platform.os,
        signal,
        onLine: line => void lines.push(line),
    });
    const answer = exit.succeeded ? JSON.parse(lines.at(-1) ?? 'null') : undefined;
    if (answer === undefined)
        throw new Error(`${python} ${helper} ${exit.how}: ${lines.join('\n')}`);
    return answer;
}
function judge(answer, archive) {
    switch (answer.outcome) {
        case 'unpacked':
            return;
        case 'invalid': {
            const what = answer.member === null ? `\`${archive}\`` : `\`${archive}\`: ${(0,invalid_wheel/* quoted */.TL)(answer.member)}`;
            throw (0,errors/* integrityError */.Wn)('SDIST_INVALID', `${what} ${sdist_printable(answer.problem)}`, 'Download the archive again; if the error stays, report it to the publisher');
        }
        case 'unsupported':
            throw new errors/* UserError */.yo('SDIST_UNREADABLE', `\`${archive}\` cannot be unpacked: ${answer.problem}`, {
                hint: 'Name another Python with `--python`',
            });
        case 'failed':
            throw Object.assign(new Error(`${answer.problem}, while \`${archive}\` was unpacked`), { code: answer.errno });
    }
}
/** The target of a link may hold anything, an escape sequence of a terminal included. */
function sdist_printable(text) {
    return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?').slice(0, 500);
}

// EXTERNAL MODULE: ./lib/pipeline/source-identity.js + 3 modules
var source_identity = __webpack_require__(5396);
;// CONCATENATED MODULE: ./lib/pipeline/build-tree.js
/** The tree that a build backend is called in: the user's own for an editable, else a private copy of the source. */









function inPlace({ source, tree }) {
    if (source.kind !== 'directory' || tree === undefined)
        throw new TypeError('only a directory is built in its place');
    return { directory: source.path, root: tree.closure.root, ...tree };
}
/** A copy at a path that is the same for every build with this key, where nothing of earlier builds lies about. */
async function mirrored({ identified, first, interpreter }, run) {
    const { source, tree } = identified;
    const { host, located, watch } = run;
    const services = { host, signal: watch.signal };
    const mirror = (0,external_node_path_.join)(located.store.root, 'trees', first.slice(0, 16));
    const root = (0,external_node_path_.join)(mirror, 'src');
    await (0,fresh_directory/* removeTree */.d)(mirror);
    await (0,promises_.mkdir)(mirror, { recursive: true });
    if (source.kind === 'directory' && tree !== undefined) {
        const withHistory = tree.project.isScmVersioned;
        await mirrorTree(tree.closure, root, { ...services, withHistory });
        const { closure } = tree;
        const directory = (0,build_source/* directoryBelow */.l6)(root, closure.subdirectory);
        return { directory, root, project: await (0,build_project/* readProject */.W)(directory, source.shown), closure, mirror };
    }
    if (source.kind !== 'archive')
        throw new TypeError('only a tree that lies here can be copied');
    const { path } = await (0,source_identity/* bringArchive */.zq)({ ...(0,source_identity/* fileOf */.W7)(source), ...(source.path !== undefined && { path: source.path }) }, run);
    const python = interpreter.executable;
    const top = await unpackArchive(path, root, { ...services, python });
    const directory = (0,build_source/* directoryBelow */.l6)(top, source.subdirectory);
    const project = await (0,build_project/* readProject */.W)(directory, source.shown);
    return { directory, root: top, project, closure: await (0,build_closure/* readClosure */.m)(directory, services), mirror };
}
/** POSIX: what the paths of the project begin with, relative to the top of its repository. */
function prefixOf({ subdirectory }) {
    return subdirectory === '' ? '' : `${subdirectory}/`;
}
/** POSIX paths of its source files, relative to the project. */
function sourcePaths(closure) {
    const prefix = prefixOf(closure);
    return rootedPaths(closure).flatMap(path => (path.startsWith(prefix) ? path.slice(prefix.length) : []));
}
/** POSIX paths of all files, relative to the top of the repository. */
function rootedPaths({ files }) {
    return files.map(({ path }) => path);
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./lib/build/git.js
var git = __webpack_require__(5592);
;// CONCATENATED MODULE: ./lib/build/ignored-data.js
/** Files of packages that Git ignores: no source, so no wheel has them, though a build in the tree itself would pack them. */


/**
 * POSIX paths, relative to the top of the repository, of what Git ignores inside of the project's packages and no build leaves behind;
 * a directory that is ignored as a whole is one path, ended by `/`.
 */
async function ignoredData(closure, { host }) {
    if (!closure.isRepository)
        return [];
    const place = closure.subdirectory === '' ? '.' : closure.subdirectory;
    const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z', '--', place];
    const answer = await (0,git/* askGit */.g)(args, { cwd: closure.root, host });
    if (answer?.exitCode !== 0)
        return [];
    const packages = closure.files.flatMap(({ path }) => path.endsWith('/__init__.py') ? [path.slice(0, -'__init__.py'.length)] : []);
    const paths = answer.stdout.split('\0').filter(path => path !== '');
    return paths.filter(path => packages.some(directory => path.startsWith(directory)) && !isMadeAgain(path));
}
/** Caches, compiled files, and what backends write: a build makes these itself, or needs none. */
function isMadeAgain(path) {
    return madeAgain.test((0,posix_.basename)(path));
}
const madeAgain = /^(?:__pycache__|\..*|_?_?version(?:_info)?_?_?\.py|CMakeFiles|build|dist|node_modules|.*\.(?:py[cod]|so(?:\.\d+)*|dll|dylib|o|obj|a|lib|c|cc|cpp|cxx|egg-info|log|orig|swp))$/i;

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/build/resources.js
/** What a build may take of its machine: parallel jobs by cores and memory, and space on the disk. */




const gigabyte = 1e9;
/** Bytes that one compiler takes at its height: heavily templated C++, and nvcc, which compiles for several architectures. */
const jobBytes = { cpp: 2 * gigabyte, cuda: 8 * gigabyte };
/** How many compilers may run at once: one a core, fewer where memory is short, at least one. */
function planJobs(facts) {
    const byMemory = Math.floor(facts.memoryBytes / (facts.needsCuda ? jobBytes.cuda : jobBytes.cpp));
    return Math.max(1, Math.min(facts.cores, byMemory));
}
/** Read by torch's and most setup.py builds (TransformerEngine falls back on it), cmake, cargo, and numpy's distutils. */
const jobNames = ['MAX_JOBS', 'CMAKE_BUILD_PARALLEL_LEVEL', 'CARGO_BUILD_JOBS', 'NPY_NUM_BUILD_JOBS'];
/**
 * What tells build tools how many jobs to run: of the variables that steer it, those that the user has not set. Where the user
 * limits `MAX_JOBS`, that holds for the others too.
 */
function jobVariables(env, jobs) {
    const wished = Number(env.MAX_JOBS ?? '');
    const count = Number.isInteger(wished) && wished > 0 ? Math.min(wished, jobs) : jobs;
    const unset = jobNames.filter(name => (env[name] ?? '') === '');
    return Object.fromEntries(unset.map(name => [name, String(count)]));
}
/**
 * Bytes of memory that processes may still take: what the system has available, or less where a control group is narrower.
 * `root` is that of the file system.
 */
async function readMemory(root = '/') {
    const available = numberAfter(await readOptional((0,external_node_path_.join)(root, 'proc/meminfo')), 'MemAvailable:');
    const ofSystem = available === undefined ? Math.max((0,external_node_os_.freemem)(), (0,external_node_os_.totalmem)() / 2) : available * 1024;
    const groups = await Promise.all((await controlGroups(root)).map(freeBytesOf));
    return Math.min(ofSystem, ...groups.filter(bytes => bytes !== undefined));
}
/** How many processes of these control groups the kernel has killed for want of memory; 0 where that is not counted. */
async function readOomKills(root = '/') {
    const [own] = await controlGroups(root);
    if (own === undefined)
        return 0;
    const events = (await readOptional((0,external_node_path_.join)(own, 'memory.events'))) ?? (await readOptional((0,external_node_path_.join)(own, 'memory.oom_control')));
    return numberAfter(events, 'oom_kill ') ?? 0;
}
/** Directories of the memory control groups of this process, its own first; version 2, else 1. */
async function controlGroups(root) {
    const text = (await readOptional((0,external_node_path_.join)(root, 'proc/self/cgroup'))) ?? '';
    const mounted = (0,external_node_path_.join)(root, 'sys/fs/cgroup');
    const old = /^\d+:[^:\n]*\bmemory\b[^:\n]*:(.*)$/m.exec(text)?.[1];
    const path = old ?? /^0::(.*)$/m.exec(text)?.[1];
    if (path === undefined)
        return [];
    const top = old === undefined ? mounted : (0,external_node_path_.join)(mounted, 'memory');
    const parts = path.split('/').filter(part => part !== '' && part !== '..');
    return Array.from(parts.keys(), index => (0,external_node_path_.join)(top, ...parts.slice(0, parts.length - index))).concat(top);
}
async function freeBytesOf(group) {
    const read = async (name) => readOptional((0,external_node_path_.join)(group, name));
    const limit = Number((await read('memory.max')) ?? (await read('memory.limit_in_bytes')) ?? Number.NaN);
    const used = Number((await read('memory.current')) ?? (await read('memory.usage_in_bytes')) ?? Number.NaN);
    // Version 1 writes a huge number for no limit, version 2 `max`.
    if (!Number.isFinite(limit) || !Number.isFinite(used) || limit > 2 ** 60)
        return undefined;
    // Pages of files that nobody has touched for a while go when processes need memory.
    const reclaimable = numberAfter(await read('memory.stat'), 'inactive_file ') ?? 0;
    return Math.max(0, limit - used + reclaimable);
}
function numberAfter(text, word) {
    const line = text?.split('\n').find(candidate => candidate.startsWith(word));
    const value = Number.parseInt(line?.slice(word.length).trim() ?? '', 10);
    return Number.isNaN(value) ? undefined : value;
}
async function readOptional(path) {
    return (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
}
/**
 * Proves that so many bytes are free where a build is to write; the directory need not exist yet.
 * Throws UserError DISK_SPACE_SHORT (exit code 1).
 */
async function requireSpace(directory, bytes) {
    const free = await freeSpace(directory);
    if (free >= bytes)
        return;
    throw new errors/* UserError */.yo('DISK_SPACE_SHORT', `a build needs ${inGigabytes(bytes)} of free space, and \`${directory}\` has ${inGigabytes(free)}`, { hint: 'Free some, let `wheelcrew gc` trim the store, or name a store on a bigger disk with `--store`' });
}
async function freeSpace(directory) {
    try {
        const { bavail, bsize } = await (0,promises_.statfs)(directory);
        return bavail * bsize;
    }
    catch (error) {
        const above = (0,external_node_path_.dirname)(directory);
        if (!(0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR') || above === directory)
            throw error;
        return freeSpace(above);
    }
}
function inGigabytes(bytes) {
    return bytes < gigabyte ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / gigabyte).toFixed(1)} GB`;
}
/** What a compiler, a build tool or a shell writes when the kernel has killed what it started. */
const killed = [
    /Killed signal terminated program/,
    /died due to signal 9/,
    /(?:^|[\s:])Killed\s*$|: line \d+:\s+\d+ Killed\b/m,
    /signal: 9, SIGKILL/,
    /unable to execute command: Killed/,
    /failed with exit (?:code|status) (?:137|-9)\b|\bexit (?:code|status):? 137\b|Error 137\b/,
];
/** What they write when they get no memory themselves. */
const gotNoMemory = /virtual memory exhausted|out of memory allocating|Cannot allocate memory|std::bad_alloc|LLVM ERROR: out of memory/;
/**
 * Says that the build ended for want of memory, and with how many jobs; undefined where nothing tells that it did. `exit` is that
 * of the hook's process, `jobs` what ran at once, `oomKills` how many processes the kernel killed meanwhile.
 */
function memoryHint(output, exit, { jobs = '', oomKills = 0 } = {}) {
    const count = jobs === '' ? '' : `, with ${jobs} ${jobs === '1' ? 'job' : 'jobs'} at once`;
    if (oomKills > 0 || killed.some(pattern => pattern.test(output)))
        return `it was killed for want of memory${count}`;
    if (gotNoMemory.test(output))
        return `it ran out of memory${count}`;
    const wasKilled = exit.signal === 'SIGKILL' || exit.code === 137 || exit.code === 247;
    return wasKilled ? `it was killed, most likely for want of memory${count}` : undefined;
}

;// CONCATENATED MODULE: ./lib/build/tree-outputs.js
/** What a build leaves in the source tree that it runs in, as an editable one does: in-place libraries, generated modules. */




/**
 * Notes the state of a tree before a build. Left out is what nothing needs at run time: caches, virtual environments, build
 * directories, objects and logs. Directories that may not be read count as empty.
 */
async function snapshotTree(directory) {
    const states = new Map();
    const pending = [''];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
        const entries = await entriesOf((0,external_node_path_.join)(directory, path));
        if (path !== '' && entries.some(({ name }) => markers.has(name)))
            continue;
        for (const entry of entries) {
            const below = path === '' ? entry.name : `${path}/${entry.name}`;
            if (entry.isDirectory()) {
                if (!isSkippedDirectory(below))
                    pending.push(below);
            }
            else if ((entry.isFile() || entry.isSymbolicLink()) && !isSkippedFile(below)) {
                const state = stateOf((0,external_node_path_.join)(directory, below));
                if (state !== undefined)
                    states.set(below, state);
            }
        }
    }
    return states;
}
/** POSIX paths, sorted, of what is new or another than before, but for source files. */
async function outputsSince(before, directory, sources = new Set()) {
    const after = await snapshotTree(directory);
    const isOutput = ([path, state]) => before.get(path) !== state && !sources.has(path);
    return [...after]
        .filter(isOutput)
        .map(([path]) => path)
        .sort();
}
/**
 * POSIX paths, sorted, of the libraries that lay in the tree before the build, are no sources, and were left as they were:
 * the build may have found them up to date, so that the outputs are not all that an import needs.
 */
async function keptLibraries(before, directory, sources) {
    const after = await snapshotTree(directory);
    const isKept = ([path, state]) => isLibrary.test(path) && before.get(path) === state && !sources.has(path);
    return [...after]
        .filter(isKept)
        .map(([path]) => path)
        .sort();
}
/** Whether a library, by the tag in its name (`.cpython-311-x86_64-linux-gnu.so`), is for another interpreter than that of a cache tag. */
function isOfAnotherPython(path, cacheTag) {
    const tag = /\.((?:cpython|pypy|graalpy)-?\d+t?)[\w-]*\.(?:so|pyd)$/.exec(path)?.[1];
    return tag !== undefined && cacheTag !== '' && tag !== cacheTag;
}
const isLibrary = /\.(?:so(?:\.\d+)*|pyd|dylib|dll)$/i;
const skippedDirectories = new Set([
    ...['.git', '.hg', '.svn', 'node_modules', '__pycache__', '.tox', '.nox', '.eggs', '.idea', '.vscode'],
    ...['.mypy_cache', '.pytest_cache', '.ruff_cache', '.hypothesis', '.ipynb_checkpoints', '.venv'],
    ...[
        'build',
        'dist',
        '_skbuild',
        '.pdm-build',
        'CMakeFiles',
        '.skbuild',
        '.mesonpy',
        'meson-private',
        'meson-logs',
        'meson-info',
    ],
]);
/** Virtual environments, and what says of itself that it is a cache (https://bford.info/cachedir/), as of cargo. */
const markers = new Set(['pyvenv.cfg', 'CACHEDIR.TAG', '.rustc_info.json']);
/** The links of a strict editable of setuptools are in `build`, and are what its wheel leads to. */
function isSkippedDirectory(path) {
    const [parent, name] = ['', ...path.split('/')].slice(-2);
    if (parent === 'build' && name !== undefined)
        return !name.startsWith('__editable__.');
    if (name === 'build')
        return false;
    return name === undefined || skippedDirectories.has(name) || name.endsWith('.egg-info');
}
const skippedFiles = /^(?:\.ninja_.*|build\.ninja|compile_commands\.json|CMakeCache\.txt|cmake_install\.cmake|install_manifest.*\.txt|\.skbuild-info\.json|\.coverage.*|\.DS_Store|\.wheelcrew-.*)$|\.(?:o|obj|d|a|lib|exp|pdb|ilk|py[co]|log|gcda|gcno|whl|egg-link)$/i;
function isSkippedFile(path) {
    const [parent, name = ''] = ['', ...path.split('/')].slice(-2);
    return parent === 'build' || skippedFiles.test(name);
}
async function entriesOf(directory) {
    try {
        return await (0,promises_.readdir)(directory, { withFileTypes: true });
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'))
            return [];
        throw error;
    }
}
/** Without ctime, which a hard link to the file changes. */
function stateOf(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    return found && `${found.size}:${found.mtimeNs}:${found.ino}`;
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./lib/build/failure.js
/** Why a build hook failed, in plain words: read off its output and its end. */


/** The BUILD_FAILED of a hook: the cause where it is known, the command, the last lines, and where all of them are. */
function hookFailed(failure) {
    const { hook, project, exit, output, command, logFile } = failure;
    const how = exit.succeeded ? `${exit.how} and gave no answer` : exit.how;
    const cause = causeOf(failure);
    const problem = `\`${hook}\` of \`${project.backend}\` ${how}`;
    const first = cause?.reason === undefined ? problem : `${cause.reason} (${problem})`;
    const lines = [first, `command: ${command}`, `whole output: ${logFile}`, output];
    return buildFailed(project, lines.join('\n').trimEnd(), cause?.hint);
}
/** A BUILD_FAILED (exit code 1): the project, its backend or the machine is at fault. */
function buildFailed({ shown }, problem, hint) {
    return new errors/* UserError */.yo('BUILD_FAILED', `\`${shown}\` cannot be built: ${problem}`, { hint });
}
function causeOf({ exit, output, env, oomKills }) {
    const jobs = env.MAX_JOBS ?? env.CMAKE_BUILD_PARALLEL_LEVEL;
    const memory = memoryHint(output, exit, { jobs, oomKills });
    if (memory !== undefined)
        return { reason: memory, hint: lessMemory(jobs) };
    return missingCuda(output) ?? missingCompiler(output) ?? missingModule(output);
}
function lessMemory(jobs) {
    const fewer = Math.max(1, Math.floor(Number(jobs ?? 2) / 2)) || 1;
    return jobs === '1'
        ? 'Give the machine more memory or swap: it ran one job at a time'
        : `Set \`MAX_JOBS\` to ${fewer} or less, or give the machine more memory or swap`;
}
/** torch, cmake, TransformerEngine and flash-attn, each in its own words. */
const noCuda = [
    /CUDA_HOME environment variable is not set/,
    /nvcc(?:'|"|`)?(?: was)? not found|Could not find nvcc|nvcc: (?:command )?not found|(?:No such file or directory|FileNotFoundError).*\bnvcc\b/,
    /No CMAKE_CUDA_COMPILER could be found|CMAKE_CUDA_COMPILER not set|environment variable CUDACXX:|Failed to find nvcc|Could NOT find CUDA(?:Toolkit)?\b|CUDA_TOOLKIT_ROOT_DIR not found/,
];
function missingCuda(output) {
    if (!noCuda.some(pattern => pattern.test(output)))
        return undefined;
    return {
        reason: 'the CUDA toolkit was not found',
        hint: 'Install the CUDA toolkit (the driver alone has no nvcc) and set `CUDA_HOME` to its directory, or build in an image that has it',
    };
}
/** Each with the name of what was not found, where the message has it: distutils, cmake, meson, cargo and cc. */
const noCompiler = [
    /command '([^']+)' failed: No such file or directory/,
    /unable to execute '([^']+)': No such file or directory/,
    /\[Errno 2\] No such file or directory: '((?:[^'\n]*[-/])?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|gfortran)(?:-[\d.]+)?)'/,
    /Could not find compiler set in environment variable \w+:\s+(\S+?)\.(?:\s|$)/,
    /No CMAKE_(\w+)_COMPILER could be found/,
    /CMAKE_(\w+)_COMPILER not set, after EnableLanguage/,
    /Unknown compiler\(s\): \[\[?'([^']+)'/,
    /error: linker `([^`]+)` not found/,
    /failed to find tool "([^"]+)"/,
    /(?:The CMAKE_\w+_COMPILER:\s+)(\S+)\s+is not a full path/,
    /(Microsoft Visual C\+\+ \d+\.\d+(?: or greater)?) is required/,
    /\b(cargo|rustc|Cargo|Rust)\b[^\n]{0,80}(?:is not installed|not found|is not on PATH)|can't find (Rust) compiler/,
];
function missingCompiler(output) {
    const found = noCompiler.map(pattern => pattern.exec(output)).find(match => match !== null);
    if (found === undefined)
        return undefined;
    const name = found.slice(1).find(text => text !== undefined) ?? '';
    if (/^(?:cargo|rustc?)$/i.test(name)) {
        return {
            reason: 'the Rust compiler was not found',
            hint: 'Install Rust (https://rustup.rs), and see that `cargo` is on PATH',
        };
    }
    const language = { C: 'C', CXX: 'C++', Fortran: 'Fortran' }[name];
    const what = language === undefined ? `the compiler \`${name}\`` : `a ${language} compiler`;
    return {
        reason: `${what} was not found`,
        hint: 'Install a compiler (Debian: `build-essential`, Alpine: `build-base`, macOS: `xcode-select --install`), or name one with `CC` and `CXX`',
    };
}
function missingModule(output) {
    const module = /^ModuleNotFoundError: No module named '([^']+)'/m.exec(output)?.[1];
    if (module === undefined)
        return undefined;
    return {
        hint: `If the build needs \`${module}\`, list what provides it under \`build-system.requires\` in pyproject.toml`,
    };
}

;// CONCATENATED MODULE: ./lib/build/backend.js
/** Calls the hooks of a project's build backend, each in a process of its own (PEP 517). */











const shownLines = 30;
/**
 * Calls a hook; its arguments are sent as JSON. Throws UserError BUILD_FAILED with the end of the output, or the reason of the
 * signal.
 */
async function callHook(call, backend) {
    const { project, host } = backend;
    const answer = (0,external_node_path_.join)(backend.outputDirectory, `${call.hook}.json`);
    const { backend: name, backendPath } = project;
    const trace = backend.trace.directory;
    const request = { backend: name, backendPath, arguments: call.arguments, answer, trace };
    // `-B`: importing an in-tree backend or the modules of a setup.py leaves no bytecode in the source tree.
    const args = ['-I', '-B', '-u', (0,external_node_path_.join)(host.helpersDirectory, 'hooks.py'), call.hook];
    const env = await hookEnvironment(backend);
    const killedBefore = await readOomKills();
    const { exit, output } = await runLogged(backend, call.hook, {
        command: backend.python,
        args: [...args, JSON.stringify(request)],
        cwd: project.directory,
        env,
    });
    const given = exit.succeeded ? await readAnswer(answer) : undefined;
    if (given === undefined) {
        const oomKills = (await readOomKills()) - killedBefore;
        const command = [backend.python, ...args].join(' ');
        throw hookFailed({
            ...{ hook: call.hook, project, exit, output, command, env, oomKills },
            logFile: backend.logFile,
        });
    }
    if (given.outcome === 'unavailable')
        throw backendUnavailable(given.reason, project);
    return given;
}
/** Characters: a shorter secret would hide words. */
const shortestSecret = 6;
/** Hides the values of variables that are secrets by their names. */
function hiderOf(env) {
    const secrets = Object.entries(env).flatMap(([name, value = '']) => isSecret(name) && value.length >= shortestSecret
        ? value.split('\n').filter(part => part.length >= shortestSecret)
        : []);
    return line => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), line);
}
/** Runs a process whose lines go to the log and to the reader; `output` is the last of them. */
async function runLogged(backend, hook, run) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(backend.logFile), { recursive: true });
    const log = (0,external_node_fs_.createWriteStream)(backend.logFile, { flags: 'a' });
    // Awaited at the end; until then a failure to write is nobody's.
    const written = (0,external_node_stream_promises_.finished)(log).then(() => undefined, (error) => error);
    log.write(`== ${hook} of ${backend.project.backend}\n`);
    const tail = [];
    const hide = hiderOf(run.env);
    try {
        const exit = await (0,backend_process/* runBackend */.W)({
            ...run,
            os: backend.host.platform.os,
            signal: backend.signal,
            onLine(line) {
                const shown = hide((0,redact/* redact */.E$)(line));
                tail.push(shown);
                if (tail.length > shownLines)
                    tail.shift();
                log.write(`${shown}\n`);
                backend.onOutput(shown);
            },
        });
        return { exit, output: tail.join('\n') };
    }
    finally {
        log.end();
        await written;
    }
}
async function readAnswer(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        throw error;
    }
}
/**
 * The environment of a hook. In a virtual environment as when it is activated: tools that it holds, such as ninja, come first on
 * PATH. An interpreter that is none is on PATH or not, as the user has it; another environment would mislead cmake.
 */
async function hookEnvironment({ python, host, trace }) {
    const kept = Object.entries((0,run/* pythonEnvironmentVariables */.b)(host.env)).filter(([name]) => name.toUpperCase() !== 'VIRTUAL_ENV');
    // First, since trace.py cannot tell who reads the first variable alone from who begins to read all.
    const env = { PYTHONPATH: trace.directory, ...Object.fromEntries(kept) };
    const scripts = (0,external_node_path_.dirname)(python);
    if (!(await isFile((0,external_node_path_.join)((0,external_node_path_.dirname)(scripts), 'pyvenv.cfg'))))
        return env;
    const path = pathName(env, host.platform.os);
    const searched = [scripts, host.env[path] ?? ''].filter(directory => directory !== '').join(external_node_path_.delimiter);
    return { ...env, [path]: searched, VIRTUAL_ENV: (0,external_node_path_.dirname)(scripts) };
}
function pathName(env, os) {
    return Object.keys(env).find(name => (os === 'win32' ? name.toUpperCase() : name) === 'PATH') ?? 'PATH';
}
async function isFile(path) {
    return (0,promises_.stat)(path).then(facts => facts.isFile(), () => false);
}
function backendUnavailable(reason, project) {
    const { backend, requires, backendPath } = project;
    const place = backendPath.length > 0 ? backendPath.join(', ') : `what \`build-system.requires\` lists (${list(requires)})`;
    return buildFailed(project, `its backend \`${backend}\` is not in ${place}: ${reason}`, 'Correct `build-backend`, or list what provides it under `build-system.requires` in pyproject.toml');
}
function list(requirements) {
    return requirements.length === 0 ? 'nothing' : requirements.map(text => `\`${text}\``).join(', ');
}

// EXTERNAL MODULE: ./lib/wheel/dist-info.js
var dist_info = __webpack_require__(4208);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var wheel_filename = __webpack_require__(5910);
// EXTERNAL MODULE: ./lib/wheel/zip.js + 3 modules
var zip = __webpack_require__(6070);
;// CONCATENATED MODULE: ./lib/build/built-wheel.js
/** The wheel that a build hook says it has made. */








/**
 * Opens the wheel that a hook has answered with: the name of a file in `directory` (PEP 517).
 * Undefined where the answer is not that. Throws UserError WHEEL_FILENAME_INVALID and WHEEL_INVALID.
 */
async function readBuiltWheel(answer, directory) {
    if (typeof answer !== 'string' || !(await isFileIn(directory, answer)))
        return undefined;
    const path = (0,external_node_path_.join)(directory, answer);
    const filename = (0,wheel_filename/* parseWheelFilename */.e)(answer);
    return { path, filename, metadata: readMetadata(path, filename) };
}
async function isFileIn(directory, name) {
    if (name === '' || name !== (0,external_node_path_.basename)(name) || name.includes('\\'))
        return false;
    try {
        return (await (0,promises_.lstat)((0,external_node_path_.join)(directory, name))).isFile();
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'))
            return false;
        throw error;
    }
}
function readMetadata(path, filename) {
    const wheel = filename.filename;
    const descriptor = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const archive = {
            size: (0,external_node_fs_.fstatSync)(descriptor).size,
            read: (offset, length) => readExactly(descriptor, offset, length),
        };
        const entries = (0,zip/* readEntries */.$2)(archive, wheel);
        const paths = entries.map(entry => entry.path);
        const name = `${(0,dist_info/* findDistInfo */.wg)(paths, filename)}/METADATA`;
        const entry = entries.find(candidate => candidate.path === name);
        if (entry === undefined)
            throw (0,invalid_wheel/* invalidWheel */.DG)(wheel, `it has no \`${name}\``);
        return (0,dist_info/* parseMetadata */.jR)((0,zip/* readEntry */.hB)(archive, entry, wheel).toString('utf8'), wheel);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function readExactly(descriptor, offset, length) {
    const buffer = Buffer.alloc(length);
    const count = (0,external_node_fs_.readSync)(descriptor, buffer, 0, length, offset);
    if (count !== length)
        throw new RangeError(`the file ends at byte ${offset + count}`);
    return buffer;
}

;// CONCATENATED MODULE: ./lib/build/trace.js
/** What a build asked of its surroundings, as trace.py notes it in the processes of the build. */



/** Makes the directory of a trace, which does not exist yet. */
async function openTrace(directory, places) {
    await (0,promises_.mkdir)(directory, { recursive: true });
    const [realRoot, realTree] = await Promise.all([(0,promises_.realpath)(places.root), (0,promises_.realpath)(places.tree)]);
    const watch = [realRoot, realTree, ...places.leftOut].map(place => `${place}\0`);
    await Promise.all([
        (0,promises_.copyFile)((0,external_node_path_.join)(places.helpersDirectory, 'trace.py'), (0,external_node_path_.join)(directory, 'sitecustomize.py')),
        (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'watch'), watch.join('')),
        (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'log'), ''),
    ]);
    return { directory, root: places.root, realRoot };
}
/** What was noted until here. */
async function readTrace({ directory, root, realRoot }) {
    const records = (await (0,promises_.readFile)((0,external_node_path_.join)(directory, 'log'), 'utf8')).split('\0').slice(0, -1);
    const of = (kind) => records.filter(record => record.startsWith(kind)).map(record => record.slice(kind.length));
    const variables = [...of('v'), ...chosenInSweeps(of('s'))].filter(countsAsInput);
    const outside = of('p').map(path => (0,external_node_path_.join)(root, (0,external_node_path_.relative)(realRoot, path)));
    return { variables: distinct(variables), outside: distinct(outside) };
}
/**
 * Names that were read one by one in an iteration over all variables. One that read most of them has passed the environment on,
 * which tells nothing. Each record: an iteration, how many names it gave out, and one that was read.
 */
function chosenInSweeps(records) {
    const sweeps = new Map();
    for (const record of records) {
        const [, sweep = '', size = '', name = ''] = /^([^/]*)\/(\d+)\/(.*)$/s.exec(record) ?? [];
        const known = sweeps.get(sweep);
        if (known === undefined)
            sweeps.set(sweep, { size: Number(size), names: new Set([name]) });
        else
            known.names.add(name);
    }
    return [...sweeps.values()].filter(({ size, names }) => names.size * 2 <= size).flatMap(({ names }) => [...names]);
}
function distinct(texts) {
    return [...new Set(texts)].toSorted();
}

;// CONCATENATED MODULE: ./lib/build/wheel.js
/** The wheel of a source tree, plain (PEP 517) or editable (PEP 660), made by the project's own build backend. */









/**
 * Has the backend make the wheel: `get_requires_for_build_*` once, then `build_*` once, and no other hook. As with pip, nothing is
 * asked or checked about requirements without isolation.
 *
 * Throws UserError PROJECT_PYTHON_MISMATCH, EDITABLE_UNSUPPORTED and BUILD_FAILED (exit code 1); what `makeBuildEnvironment`
 * throws, saying what it was for; and the reason of the signal, when no process of the
 * build is left.
 */
async function buildWheel(request, services) {
    services.signal.throwIfAborted();
    const { project, root } = request;
    const { outputDirectory, host, interpreter } = services;
    assertPython(project.requiresPython, project, interpreter);
    const trace = await openTrace((0,external_node_path_.join)(outputDirectory, 'trace'), {
        ...{ root, tree: project.directory, leftOut: [outputDirectory] },
        helpersDirectory: host.helpersDirectory,
    });
    const stopwatch = startStopwatch();
    const { python, requires } = await readyEnvironment(request, { services, trace, stopwatch });
    const wheel = await stopwatch.run(() => callBuild(request, { ...services, project, trace, python }));
    assertPython(wheel.metadata.requiresPython, project, interpreter);
    return { ...wheel, requires, traced: await readTrace(trace), seconds: stopwatch.seconds() };
}
/** As pip, by the release alone: 3.15.0rc1 is a `>=3.15`. A specifier that is none is left to the backend. */
function assertPython(specifier, { shown }, { version }) {
    const [release = version] = /^\d+(?:\.\d+)*/.exec(version) ?? [];
    if (specifier === undefined || !(0,specifiers/* isSpecifier */.td)(specifier) || (0,specifiers/* satisfies */.ib)(release, specifier))
        return;
    throw new errors/* UserError */.yo('PROJECT_PYTHON_MISMATCH', `\`${shown}\` requires Python ${specifier}, and this is ${version}`, {
        hint: 'Name another Python with `--python`',
    });
}
function startStopwatch() {
    let milliseconds = 0;
    return {
        async run(work) {
            const start = performance.now();
            const result = await work();
            milliseconds += performance.now() - start;
            return result;
        },
        seconds: () => milliseconds / 1000,
    };
}
/** The environment with what the project requires and, where its backend then asks for more, the one with all of it. */
async function readyEnvironment(request, { services, trace, stopwatch }) {
    const { project } = request;
    if (!services.isolation)
        return { python: await makeEnvironment([], project, services), requires: [] };
    const python = await makeEnvironment(project.requires, project, services);
    const wanted = await stopwatch.run(() => askRequirements(request, { ...services, project, trace, python }));
    const requires = [...new Set([...project.requires, ...wanted])];
    if (requires.length === project.requires.length)
        return { python, requires };
    return { python: await makeEnvironment(requires, project, services), requires };
}
/** What the backend asks for beyond `build-system.requires`. */
async function askRequirements(request, backend) {
    const { project } = request;
    const hook = request.editable ? 'get_requires_for_build_editable' : 'get_requires_for_build_wheel';
    const result = await callHook({ hook, arguments: [settingsOf(request)] }, backend);
    const wanted = result.outcome === 'missing' ? [] : result.value;
    if (!isStrings(wanted)) {
        throw buildFailed(project, `\`${hook}\` of \`${project.backend}\` returned ${JSON.stringify(wanted)}, expected a list of strings`, tellMaintainers);
    }
    for (const text of wanted)
        (0,build_project/* assertRequirement */.g)(text, `\`${project.shown}\`: \`${hook}\` of \`${project.backend}\``);
    return wanted;
}
const tellMaintainers = 'Tell the maintainers of the backend';
function isStrings(value) {
    return Array.isArray(value) && value.every(item => typeof item === 'string');
}
/** None rather than an empty dictionary, as pip: some backends tell them apart. */
function settingsOf({ configSettings }) {
    return Object.keys(configSettings).length === 0 ? null : configSettings;
}
async function callBuild(request, backend) {
    const { project, editable } = request;
    const directory = (0,external_node_path_.join)(backend.outputDirectory, 'wheel');
    await (0,promises_.mkdir)(directory);
    const hook = editable ? 'build_editable' : 'build_wheel';
    const result = await callHook({ hook, arguments: [directory, settingsOf(request), null] }, backend);
    if (result.outcome === 'missing')
        throw editable ? editableUnsupported(project) : wheelUnsupported(project);
    const wheel = await wheel_readAnswer(result.value, directory, project);
    if (wheel !== undefined)
        return wheel;
    throw buildFailed(project, `\`${hook}\` of \`${project.backend}\` returned ${JSON.stringify(result.value)}, which names no file in the directory that it was given`, tellMaintainers);
}
/** A wheel that is none is the fault of its backend, and nobody has tampered with it. */
async function wheel_readAnswer(answer, directory, project) {
    try {
        return await readBuiltWheel(answer, directory);
    }
    catch (error) {
        if (!(0,errors/* isUserError */.iU)(error))
            throw error;
        throw buildFailed(project, `what \`${project.backend}\` made is no wheel: ${error.message}`, tellMaintainers);
    }
}
async function makeEnvironment(requirements, { shown }, services) {
    try {
        return await services.makeBuildEnvironment(requirements);
    }
    catch (error) {
        if (services.signal.aborted || !(0,errors/* isUserError */.iU)(error))
            throw error;
        const { code, message, hint, exitCode } = error;
        throw new errors/* UserError */.yo(code, `the build environment of \`${shown}\`: ${message}`, { hint, exitCode, cause: error });
    }
}
/** The first releases with `build_editable`. */
const supportedSince = [
    ['setuptools', 'setuptools>=64'],
    ['flit_core', 'flit_core>=3.4'],
    ['poetry.core', 'poetry-core>=1.0.8'],
];
function editableUnsupported({ shown, backend }) {
    const [, newer] = supportedSince.find(([module]) => backend.startsWith(module)) ?? [];
    const message = `\`${shown}\` cannot be installed as editable: its backend \`${backend}\` has no \`build_editable\` (PEP 660)`;
    const hint = newer === undefined
        ? 'Take a newer release of the backend, or install it without `-e`'
        : `Ask for \`${newer}\` under \`build-system.requires\` in pyproject.toml`;
    return new errors/* UserError */.yo('EDITABLE_UNSUPPORTED', message, { hint });
}
function wheelUnsupported(project) {
    return buildFailed(project, `its backend \`${project.backend}\` has no \`build_wheel\` (PEP 517)`, 'Correct `build-backend` in pyproject.toml');
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/pipeline/discover-build.js
/** What a build turned out to depend on, beyond what is known before it. */






/** All that the environment of the build was asked to hold, what the backend asked for included; without isolation, what the project names. */
function requiresOf({ source, built }) {
    return built.requires.length === 0 ? source.project.requires : built.requires;
}
/** What the build turned out to depend on beyond its first key. */
async function discover({ source, built, making }, run) {
    const { closure, directory } = source;
    const scanned = await scanVariables(directory, sourcePaths(closure));
    const names = countedVariables([...built.traced.variables, ...scanned, ...making.known]);
    const paths = making.identified.tree === undefined ? [] : await pathsBeside(source, built);
    return {
        variables: await currentVariables(names, run),
        paths: Object.fromEntries(paths.map(path => [path, (0,build_closure/* blobsAt */.c)(closure, path)])),
        environment: (await making.environments.lock(requiresOf({ source, built }), built.filename.name)).digest,
    };
}
/**
 * POSIX paths, below the top of the repository, of what was read outside of the project: as Python saw it and, in a private copy, as
 * the file system noted it for every other program. Where neither tells about compilers, all of the repository counts.
 */
async function pathsBeside({ closure, root, mirror }, built) {
    const traced = built.traced.outside.map(path => (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/'));
    const prefix = prefixOf(closure);
    if (prefix === '')
        return traced;
    const isCompiled = !built.filename.tags.every(tag => tag.endsWith('-none-any'));
    if (mirror === undefined || !(await notesReads(mirror)))
        return isCompiled ? [''] : traced;
    const beside = rootedPaths(closure).filter(path => !path.startsWith(prefix));
    return [...new Set([...traced, ...(await filesRead(root, beside))])];
}

;// CONCATENATED MODULE: ./lib/pipeline/make-build.js
/** Builds a wheel of a source that nobody has built before, and keeps it. */



















/** Bytes that must be free before a build begins. */
const leastSpace = 512 << 20;
/** Builds and keeps. Throws UserError BUILD_FAILED and what getting the source and making its environment throw. */
async function makeBuild(making, run) {
    const { identified } = making;
    const { store } = run.located;
    await requireSpace(store.root, leastSpace);
    const output = await run.scratchDirectory(`build-${making.first}`);
    const logFile = await openLog(making, run);
    const isInPlace = (0,build_source/* isEditable */.Xl)(identified.source);
    const source = isInPlace ? inPlace(identified) : await mirrored(making, run);
    if (!isInPlace)
        await warnOfIgnored(identified, run);
    try {
        if (source.mirror !== undefined)
            await making.keep(source.mirror);
        const before = isInPlace ? await snapshotTree(source.directory) : undefined;
        const built = await callHooks(source, { making, run, output, logFile });
        const product = before ? await makeProduct({ source, built, output, before }, making, run) : { path: built.path };
        const kept = 'reason' in product ? product : { build: await keepBuild({ source, built, product: product.path }, making, run) };
        const path = 'build' in kept && before === undefined ? kept.build.productPath : built.path;
        const { name } = built.filename;
        return { wheel: { name, version: built.metadata.version, path }, kept, seconds: built.seconds, logFile };
    }
    finally {
        if (source.mirror !== undefined)
            await (0,fresh_directory/* removeTree */.d)(source.mirror);
    }
}
/** Whoever generates data before a build would miss it in silence. */
async function warnOfIgnored({ source, tree }, { host, watch }) {
    const ignored = tree === undefined ? [] : await ignoredData(tree.closure, { host, signal: watch.signal });
    if (ignored.length === 0)
        return;
    watch.warn(`Git ignores ${(0,invalid_wheel/* quotedFew */.Z_)(ignored, 5)} in \`${source.shown}\`, so the wheel is built without; add what it needs with \`git add -f\``);
}
/** Kept whole, for whoever wants to know what a build of an hour did. */
async function openLog({ first, identified }, { located }) {
    const directory = (0,external_node_path_.join)(located.store.root, 'logs');
    await (0,promises_.mkdir)(directory, { recursive: true });
    const name = identified.source.shown
        .replace(/\W+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(-40);
    return (0,external_node_path_.join)(directory, `${name === '' ? 'project' : name}-${first.slice(0, 12)}.log`);
}
async function callHooks(source, { making, run, output, logFile }) {
    const { host, settings, watch } = run;
    const { interpreter, environments, identified } = making;
    const memoryBytes = await readMemory();
    const jobs = planJobs({
        cores: host.parallelism,
        memoryBytes,
        needsCuda: identified.tree !== undefined && identified.needs.cuda,
    });
    watch.decide('jobs', String(jobs), `${host.parallelism} cores, ${Math.round(memoryBytes / 1e9)} GB of memory`);
    return buildWheel({
        project: source.project,
        editable: (0,build_source/* isEditable */.Xl)(identified.source),
        configSettings: parseConfigSettings(settings.build.configSettings),
        root: source.root,
    }, {
        host: { ...host, env: { ...host.env, ...jobVariables(host.env, jobs), ...ceilingOf(source) } },
        interpreter,
        isolation: settings.build.isolation,
        makeBuildEnvironment: async (requirements) => {
            const python = await environments.make(requirements);
            if (settings.build.isolation)
                await making.keep((0,external_node_path_.dirname)((0,external_node_path_.dirname)(python)));
            return python;
        },
        outputDirectory: output,
        signal: watch.signal,
        logFile,
        onOutput: line => host.log.info(line),
    });
}
/** The store may lie in a repository, of which a copy in it is no part. */
function ceilingOf({ mirror }) {
    return mirror === undefined ? {} : { GIT_CEILING_DIRECTORIES: mirror };
}
/** The wheel with what the build wrote into the tree; else why it would be of no use elsewhere. */
async function makeProduct({ source, built, output, before }, { interpreter }, run) {
    const { host, watch } = run;
    const { directory, root: tree, closure } = source;
    const tracked = new Set(sourcePaths(closure));
    const rooted = (paths) => paths.map(path => prefixOf(closure) + path);
    const isOwn = (path) => !isOfAnotherPython(path, interpreter.cacheTag);
    const outputs = rooted((await outputsSince(before, directory, tracked)).filter(isOwn));
    const kept = rooted((await keptLibraries(before, directory, tracked)).filter(isOwn));
    const facts = { wheel: built.path, tree, sources: rootedPaths(closure), outputs, kept };
    const path = (0,external_node_path_.join)(output, 'product.zip');
    const services = { python: interpreter.executable, host };
    if (await isChanged(source, run))
        return { reason: 'its source changed while it was built' };
    const portability = await isPortableEditable(facts, services);
    if (!portability.isPortable)
        return { reason: portability.reason };
    try {
        await packProduct({ ...facts, destination: path }, services);
        return { path };
    }
    catch (error) {
        watch.signal.throwIfAborted();
        return { reason: (0,errors/* messageOf */.bD)(error) };
    }
}
/** Whether a source file is another one than when the build began; what the build itself wrote is none. */
async function isChanged({ closure, directory }, { host, watch }) {
    const now = await (0,build_closure/* readClosure */.m)(directory, { host, signal: watch.signal });
    const blobs = new Map(now.files.map(({ path, blob }) => [path, blob]));
    return closure.files.some(({ path, blob }) => blobs.get(path) !== blob);
}
async function keepBuild(finished, making, run) {
    const discovered = await discover({ ...finished, making }, run);
    const note = await noteOf({ ...finished, discovered }, making, run);
    return (0,builds/* replaceBuild */.Ri)(run.located.store, note, finished.product);
}
async function noteOf({ built, discovered, product, source }, making, run) {
    const { first, ingredients, environments, identified } = making;
    const requires = requiresOf({ source, built });
    const { locked } = await environments.lock(requires, built.filename.name);
    const sha256 = (await (0,digest/* digestFileWith */.R)('sha256', product)).toString('hex');
    const isInPlace = (0,build_source/* isEditable */.Xl)(identified.source);
    const { filename } = built.filename;
    return {
        format: 1,
        first,
        second: secondKey(first, discovered),
        kind: isInPlace ? 'editable' : 'wheel',
        name: built.filename.name,
        version: built.metadata.version,
        filename,
        product: { filename: isInPlace ? 'product.zip' : filename, sha256, size: (await (0,promises_.stat)(product)).size },
        ingredients,
        discovered,
        requires,
        locked,
        provenance: { ...run.settings.provenance, createdAt: new Date().toISOString(), createdBy: version/* version */.r },
        seconds: built.seconds,
    };
}

// EXTERNAL MODULE: ./lib/pipeline/run.js + 4 modules
var pipeline_run = __webpack_require__(7564);
;// CONCATENATED MODULE: ./lib/pipeline/provide-build.js
/** The wheel of a source: one that was built before, here or elsewhere, else one that is built. */













/**
 * Finds or builds. One process of this machine builds a key, one job of a matrix; the others find what it made. Undefined where none
 * is known and this mode builds nothing.
 */
async function provideBuild(sought, providing, run) {
    const { cache } = providing;
    const { shown } = sought.identified.source;
    const use = useOf(sought, providing, run);
    const early = await provide_build_findBuild(sought, providing, run);
    if (early !== undefined || !mayBuild(run))
        return early;
    const onWait = (owner) => run.host.log.info(`waiting for ${owner}, which builds \`${shown}\``);
    const claim = await (0,build_claim/* claimBuild */.fF)(run.located.store, sought.first, { ...(0,pipeline_run/* waitingOf */.PZ)(run), onWait });
    try {
        const late = await use(await findStored(sought, run));
        if (late !== undefined)
            return late;
        const turn = await cache?.claim(sought.first, `\`${shown}\``);
        try {
            const elsewhere = turn?.isBuilt === true ? await use(await findRemote(sought, cache, run)) : undefined;
            return elsewhere ?? (await buildAnew(sought, { ...providing, claim }, run));
        }
        finally {
            await turn?.release();
        }
    }
    finally {
        await claim.release();
    }
}
/** Whether this mode builds what nobody has built. */
function mayBuild({ settings }) {
    return settings.mode !== 'restore' && settings.mode !== 'save' && !settings.build.explain;
}
/** What was built before, in the store or the cache. */
async function provide_build_findBuild(sought, providing, run) {
    const use = useOf(sought, providing, run);
    return (await use(await findStored(sought, run))) ?? use(await findRemote(sought, providing.cache, run));
}
/** Makes the wheel of what was found usable; undefined where nothing was, or it cannot be used here. */
function useOf(sought, providing, run) {
    return async (found) => found && useFound(found, { sought, providing }, run);
}
/** The wheel of a build: of an editable one for the tree as it lies here. Undefined where it cannot be used for that. */
async function useFound({ build, how }, using, run) {
    const { note, productPath } = build;
    if ((await provide_build_digestOf(productPath)) !== note.product.sha256) {
        run.watch.warn(`the stored build of \`${note.name}\` is damaged, and is left out`);
        await (0,builds/* removeBuild */.pR)(run.located.store, note);
        return undefined;
    }
    const path = note.kind === 'wheel' ? productPath : await placeEditable(build, using, run);
    if (path === undefined)
        return undefined;
    const sha256 = note.kind === 'wheel' ? note.product.sha256 : await provide_build_digestOf(path);
    const reason = how === 'store' ? 'built before, of the same source in the same environment' : 'the cache had it';
    const { name, version } = note;
    return { wheel: { name, version, path, sha256 }, outcome: { how, seconds: 0, reason }, build };
}
/** Puts what the build wrote into the tree and returns the path of the wheel for this tree. */
async function placeEditable({ note, productPath }, { sought, providing }, run) {
    const { root: tree, closure } = inPlace(sought.identified);
    const outputDirectory = await run.scratchDirectory(`editable-${note.second}`);
    const services = { python: providing.interpreter.executable, host: run.host };
    const product = { product: productPath, tree, sources: rootedPaths(closure), outputDirectory };
    return unpackProduct(product, services);
}
async function provide_build_digestOf(path) {
    return (await (0,digest/* digestFileWith */.R)('sha256', path)).toString('hex');
}
async function buildAnew(sought, { described, environments, interpreter, cache, claim }, run) {
    const { identified, first } = sought;
    const { log } = run.host;
    const before = await (0,builds/* listBuilds */.YF)(run.located.store, first);
    const named = before.flatMap(({ note }) => Object.keys(note.discovered.variables));
    const known = [...new Set([...named, ...(cache?.names ?? [])])];
    const { ingredients } = described;
    const reason = await whyBuilt({ identified, ingredients, before, now: note => discoveredNow(note, sought, run) }, run);
    log.info(`building \`${identified.source.shown}\`: ${reason}`);
    const keep = (directory) => claim.keep(directory);
    const made = await makeBuild({ identified, first, ingredients, known, environments, interpreter, keep }, run);
    const { wheel, kept, seconds, logFile } = made;
    await keepLatest(identified, ingredients, run);
    if ('build' in kept)
        await cache?.save(kept.build.note, kept.build.productPath);
    else
        run.watch.decide(`keep ${wheel.name}`, 'no', kept.reason);
    log.info(`built \`${wheel.name}\` ${wheel.version} in ${seconds.toFixed(1)} s; log: ${logFile}`);
    const build = 'build' in kept ? kept.build : undefined;
    return { wheel: { ...wheel, sha256: await provide_build_digestOf(wheel.path) }, outcome: { how: 'built', seconds, reason }, build };
}
/** Keeps a build under another first key too, of which the content is known: the files beside it need not be looked at. */
async function keepAs(first, { note, productPath }, { cache, run }) {
    const discovered = { ...note.discovered, paths: {} };
    const alias = { ...note, first, second: secondKey(first, discovered), discovered };
    const { store } = run.located;
    const kept = await (0,store_store/* withStagedFile */.jN)(store, async (path) => {
        await (0,promises_.copyFile)(productPath, path, external_node_fs_.constants.COPYFILE_FICLONE);
        return keepTrusted(alias, path, run);
    });
    await cache?.save(alias, productPath);
    return kept;
}

;// CONCATENATED MODULE: ./lib/pipeline/builder.js
/** Wheels of sources: found in the store, restored from the cache, or built, once per source and build environment. */












/** Whether the wheel of a digest is one that a builder built or found. */
function isBuiltBy({ sourceOf }) {
    return sha256 => sourceOf(sha256) !== undefined;
}
/** The wheels, those of sources with where they came from as such. */
function withOrigins(wheels, { sourceOf }) {
    return wheels.map(wheel => ({ ...wheel, source: sourceOf(wheel.note.sha256) ?? wheel.source }));
}
/** Opens the builder of a run; nothing is made before it is asked for. One source is built at a time: a build takes all cores. */
function openBuilder(run, services) {
    const slots = (0,concurrency/* createSlots */.e)(1);
    const context = {
        ...services,
        run,
        cache: openBuildCache({ interpreter: services.interpreter }, run),
        outcomes: [],
        sources: new Map(),
        identities: new Map(),
        missed: [],
    };
    return {
        build: (source, expected) => slots.use(() => (0,pipeline_run/* timed */.ay)(run.watch, 'build', () => provideSource(source, expected, context))),
        explain: source => explain(source, context),
        sourceOf: sha256 => context.sources.get(sha256),
        cacheName: context.cache?.name,
        identityOf: sha256 => context.identities.get(sha256),
        outcomes: context.outcomes,
        missed: context.missed,
    };
}
async function provideSource(source, expected, context) {
    const { run } = context;
    const identified = await (0,source_identity/* identifySource */.yK)(source, expected?.file, run);
    const provided = await provideIdentified(identified, expected, context);
    if (provided === undefined) {
        run.watch.warn(`neither store nor cache has a build of \`${source.shown}\``);
        context.missed.push(source.shown);
        return undefined;
    }
    const { wheel, outcome } = provided;
    if (expected !== undefined)
        assertExpected(wheel, expected, source.shown);
    context.sources.set(wheel.sha256, sourceOfHow[outcome.how]);
    if (provided.build !== undefined)
        context.identities.set(wheel.sha256, provided.build.note.second);
    context.outcomes.push({ name: wheel.name, version: wheel.version, path: wheel.path, ...outcome });
    run.watch.decide(`build ${wheel.name}`, outcome.how, outcome.reason);
    return { ...wheel, directUrl: identified.directUrl, extras: source.extras };
}
/** A revision that nobody has built may have the content of one that somebody has. */
async function provideIdentified(identified, expected, context) {
    const { run } = context;
    const { sought, providing } = await seek(identified, expected, context);
    if (identified.source.kind !== 'vcs')
        return provideBuild(sought, providing, run);
    const known = await provide_build_findBuild(sought, providing, run);
    if (known !== undefined || !mayBuild(run))
        return known;
    const checkout = await (0,source_identity/* identifyCheckout */.ty)(identified, run);
    const tree = await seek(checkout, expected, context);
    const provided = await provideBuild(tree.sought, tree.providing, run);
    // The version of some comes from tags, which a commit may get later.
    const isSettled = checkout.tree?.project.isScmVersioned !== true;
    if (!isSettled || provided?.build === undefined)
        return provided;
    return { ...provided, build: await keepAs(sought.first, provided.build, { cache: providing.cache, run }) };
}
async function seek(identified, expected, context) {
    const { run, interpreter, cache } = context;
    const described = await describeBuild(identified, context, run);
    const environments = environmentsFor(identified, { expected, context });
    const sought = {
        identified,
        first: described.first,
        lock: environments.lock,
    };
    return { described, sought, providing: { described, environments, interpreter, cache } };
}
const sourceOfHow = { built: 'built', restored: 'cache', store: 'store' };
function assertExpected({ name, version }, expected, shown) {
    const fits = expected.version === undefined || (0,specifiers/* isSameVersion */.p)(expected.version, version);
    if ((expected.name === undefined || name === expected.name) && fits)
        return;
    throw new errors/* UserError */.yo('BUILD_UNEXPECTED', `\`${shown}\` is \`${name}\` ${version}, and not \`${expected.name}\` ${expected.version ?? ''}`.trim(), { hint: 'Correct its name, or make the lock again' });
}
function environmentsFor({ id }, { expected, context }) {
    const { run, environment, interpreter, install } = context;
    const { chain } = run.settings.build;
    if (chain.includes(id)) {
        throw new errors/* UserError */.yo('BUILD_CYCLE', 'a source needs itself to be built', {
            hint: 'Give a wheel of it with `--find-links`',
        });
    }
    if (environment === undefined) {
        const besides = expected?.besides ?? [];
        return (0,build_environment/* openBuildEnvironments */.H)(run, { interpreter, install, besides, chain: [...chain, id] });
    }
    return {
        lock: async (_, own = expected?.name) => {
            const { directories } = await environment();
            const distributions = await (0,installed/* scanInstalled */.Gn)(directories);
            const digest = (0,environment_digest/* installedDigest */.D)(distributions, own);
            return { digest, locked: distributions.map(({ name, version }) => `${name}==${version}`) };
        },
        make: async () => (await environment()).python,
    };
}
async function explain(source, context) {
    const { run } = context;
    const revision = await (0,source_identity/* identifySource */.yK)(source, undefined, run);
    const { described, sought } = await seek(await (0,source_identity/* identifyCheckout */.ty)(revision, run), undefined, context);
    return explainBuild({ sought, described }, run);
}


/***/ }),

/***/ 4253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ reportFacts),
/* harmony export */   h: () => (/* binding */ providedFacts)
/* harmony export */ });
/* harmony import */ var _store_note_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6841);
/* harmony import */ var _cache_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(243);


/** The facts of a finished run. */
function reportFacts(result, { host, located }) {
    const { provided, reused, removed, missing, compiled, interpreter, environment, session, save, upkeep } = result;
    const isSpared = ({ note, source }) => (source === 'store' || source === 'cache') && !compiled.has(note.name);
    return {
        wheels: [...provided.map(providedFacts), ...reused.map(reusedFacts)].sort((a, b) => (a.name < b.name ? -1 : 1)),
        cache: (0,_cache_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCache */ .e7)(session, {
            wheels: provided.length + reused.length + missing.length,
            spared: provided.filter(isSpared).length + reused.length,
        }),
        python: { version: interpreter.version, path: environment.python },
        environment: { kind: environment.kind, path: environment.root },
        removed: removed.map(({ name, version }) => ({
            name,
            version,
            replacedBy: provided.find(({ note }) => note.name === name)?.note.version,
        })),
        missing: missing.map(({ name }) => name),
        linkMode: located.linkMode,
        runner: { os: host.platform.os, arch: host.platform.arch, parallelism: host.parallelism },
        save: save && JSON.stringify(save),
        upkeep: JSON.stringify(upkeep),
    };
}
/** What the report says of a wheel that this run brought in. */
function providedFacts({ note, source }) {
    return {
        name: note.name,
        version: note.version,
        sizeBytes: note.size,
        source,
        files: note.files.length,
        bytes: (0,_store_note_js__WEBPACK_IMPORTED_MODULE_1__/* .unpackedSize */ .JL)(note),
    };
}
function reusedFacts({ name, version, file }) {
    return { name, version, sizeBytes: file.size, source: 'environment', files: 0, bytes: 0 };
}


/***/ }),

/***/ 5095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ namedSources),
/* harmony export */   l: () => (/* binding */ explainedSources)
/* harmony export */ });
/* harmony import */ var _build_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3451);
/* harmony import */ var _resolve_pins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6016);
/* harmony import */ var _source_identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5396);
/** The sources that a user names, each once. */



/** The sources that the user named, on the command line or in requirements files, each once. Throws what parsing throws. */
function namedSources({ set }, { editables, build, workingDirectory }, interpreter) {
    const all = [
        ...[...editables, ...set.editables].map(text => ({
            source: (0,_build_source_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEditable */ .ol)(text, workingDirectory),
            expected: { ...nothingExpected, name: undefined },
        })),
        ...build.sources.map(text => asNamed({ text, hashes: {} }, workingDirectory)),
        ...(0,_resolve_pins_js__WEBPACK_IMPORTED_MODULE_1__/* .applicableSources */ .w4)(set, interpreter).map(requirement => asNamed(requirement, workingDirectory)),
    ];
    const distinct = new Map();
    for (const { source, expected } of all) {
        const former = distinct.get(placeOf(source));
        const extras = [...new Set([...(former?.source.extras ?? []), ...source.extras])];
        // As pip: a tree that is named twice is editable if it is so once.
        const isEditable = former?.source.kind === 'directory' && former.source.isEditable;
        distinct.set(placeOf(source), { source: { ...(isEditable ? former.source : source), extras }, expected });
    }
    return [...distinct.values()];
}
const nothingExpected = { version: undefined, file: undefined, besides: [] };
function asNamed({ text, hashes }, workingDirectory) {
    const { name, source } = (0,_build_source_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSource */ .PJ)(text, workingDirectory);
    const isHashed = source.kind === 'archive' && Object.keys(hashes).length > 0;
    const file = isHashed ? { ...(0,_source_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .fileOf */ .W7)(source), oneOf: hashes } : undefined;
    return { source, expected: { ...nothingExpected, name, file } };
}
function placeOf(source) {
    switch (source.kind) {
        case 'directory':
            return source.path;
        case 'vcs':
            return `${source.url}@${source.revision}#${source.subdirectory}`;
        case 'archive':
            return `${source.path ?? source.url}#${source.subdirectory}`;
    }
}
/** What is to be explained. */
function explainedSources(named, settings, interpreter) {
    return namedSources(named, settings, interpreter).map(({ source }) => source);
}


/***/ }),

/***/ 1507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ repeatableOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _resolve_lock_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4140);
/* harmony import */ var _resolve_stored_lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _stored_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6687);
/** By what a later run finds the plan of this one. */




/** Whether another run with these inputs would do the same, wherever its environment lies. */
async function repeatableOf(wheels, { inputs, lock, interpreter, isBuilt = () => false }, run) {
    const isPlaceless = ({ sha256, directUrl }) => sha256 !== undefined && !isBuilt(sha256) && directUrl?.url.startsWith('file:') !== true;
    const { editables, sources, usesVariables, included } = inputs.set;
    const isStorable = wheels.every(isPlaceless) && editables.length + sources.length === 0 && !usesVariables;
    const key = isStorable
        ? await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .planKey */ .vH)({ found: inputs, configuration: inputs.configuration, interpreter }, run)
        : undefined;
    if (key === undefined)
        return undefined;
    const paths = lock.distributions.flatMap(({ wheels: files }) => files.flatMap(({ path }) => path ?? []));
    const files = (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .statesOf */ .kY)([...new Set(paths)]);
    const isRead = inputs.files.some(({ kind }) => kind === 'pylock');
    const locks = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(run.located.store.root, 'locks');
    const stored = isRead ? [] : [(0,_resolve_stored_lock_js__WEBPACK_IMPORTED_MODULE_2__/* .storedLockPath */ .My)(locks, (0,_resolve_lock_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .T)(inputs, { settings: run.settings, interpreter }))];
    const texts = await (0,_stored_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .digestsOf */ .nw)([...stored, ...included]);
    return files && texts && { key, files, texts };
}


/***/ }),

/***/ 5396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zq: () => (/* binding */ bringArchive),
  W7: () => (/* binding */ fileOf),
  ty: () => (/* binding */ identifyCheckout),
  yK: () => (/* binding */ identifySource)
});

// UNUSED EXPORTS: ownPlaces

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/build/fresh-directory.js
var fresh_directory = __webpack_require__(9758);
// EXTERNAL MODULE: ./lib/build/backend-process.js
var backend_process = __webpack_require__(1432);
// EXTERNAL MODULE: ./lib/build/history.js
var build_history = __webpack_require__(7732);
;// CONCATENATED MODULE: ./lib/build/git-remote.js
/** Git commands that speak with another repository: they ask nobody for a password, can be interrupted, and show no secret. */




/**
 * How git is told where a repository is. Credentials in an `http(s)` URL hold for its whole host, as for git: relative addresses of
 * submodules need them.
 */
function remoteOf(url, host) {
    const parsed = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
    if (parsed === undefined || (parsed.username === '' && parsed.password === ''))
        return { url, options: [] };
    for (const secret of [parsed.username, parsed.password]) {
        if (secret !== '' && secret !== 'git' && secret !== 'x-access-token')
            host.onSecret?.(decodeURIComponent(secret));
    }
    // `-c` ends the name at the first `=`.
    const userinfo = `${parsed.username}${parsed.password === '' ? '' : `:${parsed.password}`}`.replaceAll('=', '%3D');
    parsed.username = '';
    parsed.password = '';
    const origin = `${parsed.protocol}//${parsed.host}/`;
    const withUserinfo = `${parsed.protocol}//${userinfo}@${parsed.host}/`;
    return { url: parsed.href, options: ['-c', `url.${withUserinfo}.insteadOf=${origin}`] };
}
/** Runs one. Throws UserError GIT_NOT_FOUND, and the reason of the signal when no process of it is left. */
async function runGitRemote(command, { host, signal }) {
    const lines = [];
    const exit = await (0,backend_process/* runBackend */.W)({
        command: 'git',
        args: [...settings, ...command.remote.options, ...command.args],
        cwd: command.cwd,
        env: remoteEnvironment(host.env),
        os: host.platform.os,
        signal,
        onLine: line => void lines.push((0,redact/* redact */.E$)(line)),
    });
    if (exit.how.startsWith('could not be started'))
        throw (0,build_history/* gitNotFound */.w)(`\`${(0,redact/* redact */.E$)(command.remote.url)}\``);
    return { succeeded: exit.succeeded, lines };
}
/** No command of a remote's choice, no hook of the user's, no process that stays, the bytes of the repository on every system. */
const settings = [
    ...['protocol.ext.allow=never', 'protocol.fd.allow=never', 'core.hooksPath=/dev/null', 'core.fsmonitor=false'],
    ...['core.autocrlf=false', 'gc.auto=0', 'maintenance.auto=false', 'advice.detachedHead=false'],
    ...['init.defaultBranch=main', 'core.longPaths=true'],
].flatMap(setting => ['-c', setting]);
/** Seconds for which a server may say nothing at all. */
const longestSilence = '120';
function remoteEnvironment(env) {
    const own = Object.fromEntries(Object.entries(env).filter(([name]) => !bindsToRepository.test(name)));
    return {
        GIT_HTTP_LOW_SPEED_LIMIT: '1',
        GIT_HTTP_LOW_SPEED_TIME: longestSilence,
        ...own,
        // A program that the user named may answer without asking; empty, it keeps git from finding another one.
        GIT_ASKPASS: env.GIT_ASKPASS ?? '',
        GIT_TERMINAL_PROMPT: '0',
        GCM_INTERACTIVE: 'never',
        SSH_ASKPASS_REQUIRE: 'never',
        LC_ALL: 'C',
    };
}
/** `git rev-parse --local-env-vars`, without those that carry settings: CI systems pass credentials in them. */
const bindsToRepository = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE|IMPLICIT_WORK_TREE|CONFIG|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|TEMPLATE_DIR)$/;
/** A repository that git cannot read, with what git said of it. */
function unreachable(shown, lines) {
    const said = lines
        .filter(line => line.trim() !== '' && !isFiller.test(line))
        .map(line => line.replace(/^fatal: /, ''));
    const reason = [...new Set(said)].slice(-6).join('; ');
    return new errors/* UserError */.yo('SOURCE_UNREACHABLE', `\`${(0,redact/* redact */.E$)(shown)}\`: git cannot read the repository: ${reason}`, {
        hint: 'Check the address and your access: git is never let ask for a password, so credentials come from its configuration, an ssh agent or the URL',
    });
}
const isFiller = /^(?:Please make sure you have the correct access rights|and the repository exists\.|Cloning into |Submodule .* registered for)/;

;// CONCATENATED MODULE: ./lib/build/checkout.js
/** Revisions of Git repositories: which commit a name stands for, and its tree. */








/**
 * The full id of the commit that a revision names now: of a branch, then of a tag, as pip and uv. A full id is returned as it is, without
 * asking; a shortened one needs the list of all commits.
 *
 * Throws UserError REVISION_NOT_FOUND, SOURCE_UNREACHABLE and GIT_NOT_FOUND (exit code 1), and the reason of the signal.
 */
async function resolveRevision(source, services) {
    const { revision } = source;
    if (isCommitId(revision))
        return revision.toLowerCase();
    const names = namesOf(revision);
    const remote = remoteOf(source.url, services.host);
    const patterns = names.flatMap(name => [name, `${name}^{}`]);
    const args = ['ls-remote', '--quiet', '--', remote.url, ...patterns];
    const run = await runGitRemote({ args, cwd: (0,external_node_os_.tmpdir)(), remote }, services);
    if (!run.succeeded)
        throw unreachable(source.shown, run.lines);
    const commits = new Map(run.lines.map(readReference));
    // What an annotated tag points to comes first.
    const found = names.flatMap(name => [`${name}^{}`, name]).find(name => commits.has(name));
    const commit = found === undefined ? undefined : commits.get(found);
    if (commit !== undefined)
        return commit;
    if (!/^[0-9a-f]{4,63}$/i.test(revision))
        throw revisionNotFound(source);
    return resolveShortened(source, remote, services);
}
/**
 * Checks a commit out, with its submodules, into a directory that is made, or replaced. Its `.git` holds no credentials.
 *
 * `revision` is a full commit id. Throws as `resolveRevision`; then nothing is left at `destination`.
 */
async function checkOut(source, destination, services) {
    services.signal.throwIfAborted();
    await (0,fresh_directory/* makeFreshDirectory */.e)(destination);
    try {
        await fill(source, destination, services);
    }
    catch (error) {
        await (0,fresh_directory/* removeTree */.d)(destination);
        throw error;
    }
}
function isCommitId(revision) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(revision);
}
function namesOf(revision) {
    if (revision === '' || revision === 'HEAD')
        return ['HEAD'];
    const names = [`refs/heads/${revision}`, `refs/tags/${revision}`, `refs/${revision}`];
    return revision.startsWith('refs/') ? [revision, ...names] : names;
}
function readReference(line) {
    const [, commit = '', name = ''] = /^([0-9a-f]+)\t(.+)$/.exec(line) ?? [];
    return [name, commit];
}
const branchesAndTags = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'];
/**
 * All commits, also in a repository that has only some. And a server of plain files refuses it at once: asked to filter, it lets git start
 * itself for each missing object, without an end.
 */
const everyCommit = '--depth=2147483647';
/** Commits alone are enough, where the server can leave out the rest. */
const commitsOnly = ['--filter=tree:0', everyCommit];
async function resolveShortened(source, remote, services) {
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'wheelcrew-git-'));
    try {
        const git = (...args) => runGitRemote({ args, cwd: scratch, remote }, services);
        const fetch = async (options) => {
            await (0,fresh_directory/* makeFreshDirectory */.e)(scratch);
            await must(git('init', '--quiet', '--template=', '--bare'), source);
            return git('fetch', '--quiet', ...options, '--', remote.url, ...branchesAndTags);
        };
        const run = await fetch(commitsOnly);
        if (!run.succeeded && !isDumb(run))
            throw unreachable(source.shown, run.lines);
        if (!run.succeeded)
            await must(fetch([]), source);
        const { lines, succeeded } = await git('rev-parse', '--quiet', '--verify', `${source.revision}^{commit}`);
        const [commit] = lines;
        if (!succeeded || commit === undefined || !isCommitId(commit))
            throw revisionNotFound(source);
        return commit;
    }
    finally {
        await (0,fresh_directory/* removeTree */.d)(scratch);
    }
}
async function fill(source, directory, services) {
    const remote = remoteOf(source.url, services.host);
    const git = (...args) => runGitRemote({ args, cwd: directory, remote }, services);
    const format = source.revision.length === 64 ? ['--object-format=sha256'] : [];
    await must(git('init', '--quiet', '--template=', ...format), source);
    await must(git('config', 'remote.origin.url', remote.url), source);
    await fetchCommit(source, git, services.withHistory === true);
    await must(git('checkout', '--quiet', '--force', '--no-recurse-submodules', '--detach', source.revision), source);
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.gitmodules')))
        await fetchSubmodules(source, git);
}
async function fetchCommit(source, git, withHistory) {
    const { revision } = source;
    const fetch = ['fetch', '--quiet', '--no-recurse-submodules'];
    const first = await git(...fetch, '--no-tags', '--depth=1', 'origin', revision);
    if (first.succeeded) {
        const history = [...fetch, everyCommit, '--filter=blob:none', 'origin', revision, ...branchesAndTags];
        if (withHistory)
            await must(git(...history), source);
        return;
    }
    if (!isRefusal(first))
        throw unreachable(source.shown, first.lines);
    const filter = isDumb(first) ? [] : ['--filter=blob:none'];
    for (const references of [branchesAndTags, ['+refs/*:refs/remotes/all/*']]) {
        await must(git(...fetch, '--no-tags', ...filter, 'origin', ...references), source);
        if ((await git('cat-file', '-e', `${revision}^{commit}`)).succeeded)
            return;
    }
    throw revisionNotFound(source);
}
function isDumb({ lines }) {
    return lines.some(line => line.includes('dumb http'));
}
/** Reached, but there is no such commit, or the server gives none by its id. */
function isRefusal(run) {
    const said = /not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i;
    return isDumb(run) || run.lines.some(line => said.test(line));
}
/** Git itself refuses local addresses in `.gitmodules`, and names that leave the directory. */
async function fetchSubmodules(source, git) {
    const update = ['submodule', '--quiet', 'update', '--init', '--recursive', '--force'];
    if ((await git(...update, '--depth=1')).succeeded)
        return;
    const run = await git(...update);
    if (!run.succeeded)
        throw unreachable(`a submodule of ${source.shown}`, run.lines);
}
async function must(running, source) {
    const run = await running;
    if (!run.succeeded)
        throw unreachable(source.shown, run.lines);
}
function revisionNotFound({ revision, shown }) {
    const what = revision === '' ? 'no commit that HEAD names' : `no branch, tag or commit \`${revision}\``;
    return new errors/* UserError */.yo('REVISION_NOT_FOUND', `\`${(0,redact/* redact */.E$)(shown)}\`: the repository has ${what}`, {
        hint: 'Name a branch, a tag or a commit id that was pushed',
    });
}

// EXTERNAL MODULE: ./lib/build/closure.js + 4 modules
var build_closure = __webpack_require__(7368);
;// CONCATENATED MODULE: ./lib/build/direct-url.js
/** direct_url.json (PEP 610) of what was built of a local directory. */

/** Of a source tree at an absolute path. `editable` is there in both cases: without it, uv takes the tree for another source. */
function directUrlOfDirectory(path, isEditable) {
    return { url: (0,external_node_url_.pathToFileURL)(path).href, dir_info: { editable: isEditable } };
}

// EXTERNAL MODULE: ./lib/build/fingerprint.js
var fingerprint = __webpack_require__(2024);
// EXTERNAL MODULE: ./lib/build/project.js
var build_project = __webpack_require__(9913);
// EXTERNAL MODULE: ./lib/build/source.js + 2 modules
var build_source = __webpack_require__(3451);
// EXTERNAL MODULE: ./lib/build/source-id.js
var source_id = __webpack_require__(8421);
// EXTERNAL MODULE: ./lib/fetch/download.js + 5 modules
var download = __webpack_require__(7062);
// EXTERNAL MODULE: ./lib/fetch/verify.js
var verify = __webpack_require__(6651);
;// CONCATENATED MODULE: ./lib/pipeline/source-identity.js
/** What a source is, by its content: what its build is looked up by, before anything of it is built. */














/** Nobody knows what is in it before it is there. */
const allNeeds = { rust: true, fortran: true, cuda: true };
/**
 * Identifies a source; `file` is an archive as a lock names it. Throws UserError SOURCE_NOT_FOUND, PROJECT_INVALID,
 * SOURCE_UNREACHABLE, REVISION_NOT_FOUND, HASH_MISMATCH (exit code 3) and what downloading throws.
 */
async function identifySource(source, file, run) {
    switch (source.kind) {
        case 'directory':
            return identifyDirectory(source, run);
        case 'vcs':
            return identifyRevision(source, run);
        case 'archive':
            return identifyArchive(source, file ?? fileOf(source), run);
    }
}
/** What this run itself writes: no source, wherever it lies. */
function ownPlaces({ settings, located }) {
    const { environment, build, cache } = settings;
    const named = [build.outDirectory, build.reportFile].filter(path => path !== '');
    const shared = cache.backend.startsWith('file:///') ? [(0,external_node_url_.fileURLToPath)(cache.backend)] : [];
    return [...(environment.kind === 'system' ? [] : [environment.path]), located.directory, ...named, ...shared];
}
async function identifyDirectory(source, run) {
    const { host, watch } = run;
    const project = await (0,build_project/* readProject */.W)(source.path, source.shown);
    const closure = await (0,build_closure/* readClosure */.m)(source.path, { host, signal: watch.signal, excluded: ownPlaces(run) });
    return {
        source,
        id: (0,source_id/* sourceId */.t)(closure, project),
        tree: { closure, project },
        needs: (0,fingerprint/* needsOf */.hN)(closure.files.map(({ path }) => path)),
        directUrl: directUrlOfDirectory(source.path, source.isEditable),
    };
}
async function identifyRevision(source, { host, watch }) {
    const commit = await resolveRevision(source, { host, signal: watch.signal });
    const { revision, subdirectory } = source;
    return {
        source: { ...source, revision: commit },
        id: digest(['vcs', commit, subdirectory]),
        tree: undefined,
        needs: allNeeds,
        directUrl: {
            url: (0,redact/* stripRepositoryCredentials */.Vi)(source.url),
            vcs_info: { vcs: 'git', ...(revision !== '' && { requested_revision: revision }), commit_id: commit },
            ...(subdirectory !== '' && { subdirectory }),
        },
    };
}
/**
 * A revision as a tree that lies here: by its content, which other revisions may have too. Throws what checking out and reading
 * a project throw.
 */
async function identifyCheckout(revision, run) {
    const { source, directUrl } = revision;
    if (source.kind !== 'vcs')
        return revision;
    const services = { host: run.host, signal: run.watch.signal };
    const top = (0,external_node_path_.join)(await run.scratchDirectory('checkouts'), digest([source.url, source.revision]));
    await checkOut(source, top, services);
    const path = (0,build_source/* directoryBelow */.l6)(top, source.subdirectory);
    if ((await (0,build_project/* readProject */.W)(path, source.shown)).isScmVersioned) {
        await checkOut(source, top, { ...services, withHistory: true });
    }
    const { shown, extras } = source;
    const identified = await identifyDirectory({ kind: 'directory', path, isEditable: false, shown, extras }, run);
    return { ...identified, directUrl };
}
async function identifyArchive(source, file, run) {
    const isListed = file.oneOf === undefined || file.oneOf.sha256?.includes(file.hashes.sha256 ?? '') === true;
    const isKnown = file.hashes.sha256 !== undefined && file.path === undefined && isListed;
    const found = isKnown ? { path: undefined, sha256: file.hashes.sha256 ?? '' } : await bringArchive(file, run);
    const { subdirectory } = source;
    const place = source.url === undefined ? (0,external_node_url_.pathToFileURL)(source.path ?? '').href : (0,redact/* stripCredentials */.PH)(source.url);
    return {
        source: { ...source, path: found.path ?? source.path, sha256: found.sha256 },
        id: digest(['archive', found.sha256, subdirectory]),
        tree: undefined,
        needs: allNeeds,
        directUrl: {
            url: place,
            archive_info: { hash: `sha256=${found.sha256}`, hashes: { sha256: found.sha256 } },
            ...(subdirectory !== '' && { subdirectory }),
        },
    };
}
/** The archive as a file that lies here, checked against what is known of it. */
async function bringArchive(file, run) {
    if (file.path !== undefined) {
        const { path, sha256 } = await (0,verify/* importFile */.mp)(file);
        return { path, sha256 };
    }
    requireFetchable(file, run);
    const { watch, client } = run;
    const path = (0,external_node_path_.join)(await run.scratchDirectory('sources'), `${digest([file.url])}-${file.filename}`);
    const end = watch.begin('fetch');
    const onBytes = (bytes) => watch.advance('fetch', bytes);
    const { sha256, size } = await (0,download/* downloadFile */.P)(file, path, { client, onBytes, signal: watch.signal });
    end({ bytes: size });
    return { path, sha256 };
}
/** Throws UserError WHEEL_UNAVAILABLE_OFFLINE where nothing may be fetched. */
function requireFetchable({ filename }, { settings }) {
    if (!settings.index.offline)
        return;
    throw new errors/* UserError */.yo('WHEEL_UNAVAILABLE_OFFLINE', `\`--offline\` forbids fetching, and neither store nor cache has a build of \`${filename}\``, {
        hint: 'Name the archive by its path, give the directory that holds it as `--find-links`, or leave out `--offline`',
    });
}
/** An archive that a user names. */
function fileOf({ path, url, sha256 }) {
    const place = path ?? url ?? '';
    const filename = (path === undefined ? place.replace(/[?#].*$/s, '') : place).split(/[\\/]/).at(-1) ?? '';
    return { filename: (0,redact/* redact */.E$)(filename), url, path, size: undefined, hashes: sha256 === undefined ? {} : { sha256 } };
}
function digest(facts) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex');
}


/***/ }),

/***/ 6038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bindSources: () => (/* binding */ bindSources),
  yM: () => (/* binding */ buildNamed),
  Tm: () => (/* binding */ withBuilt),
  Dq: () => (/* binding */ withoutSources)
});

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/build/source.js + 2 modules
var build_source = __webpack_require__(3451);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/plan/plan.js + 2 modules
var plan = __webpack_require__(7781);
// EXTERNAL MODULE: ./lib/redact.js
var redact = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/resolve/run-inputs.js + 1 modules
var run_inputs = __webpack_require__(3901);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/plan/requirement.js
var requirement = __webpack_require__(7668);
// EXTERNAL MODULE: ./lib/plan/requirements.js
var requirements = __webpack_require__(2251);
// EXTERNAL MODULE: ./lib/resolve/inputs.js
var inputs = __webpack_require__(8507);
;// CONCATENATED MODULE: ./lib/resolve/without-sources.js
/** Requirements without what has to be built, for a resolver that would build it itself. */






/**
 * Copies of these files, and of what they include, below `directory`, from which `-e` lines and sources are left out; lines that
 * are not about files stay as they are. Throws what reading an included file throws.
 */
async function withoutSourceLines(files, directory, env) {
    const copies = new Map();
    const copied = [];
    for (const file of files) {
        const copy = await copyWithout(file, { directory, env, copies });
        copied.push({ ...file, ...copy });
    }
    return copied;
}
/** Whether a package that the user named has to be built. Throws as `parseRow`. */
function isSourcePackage(text) {
    return (0,requirement/* isSource */.__)((0,requirement/* parseRow */.W0)(text, `\`${(0,redact/* redact */.E$)(text)}\``));
}
async function copyWithout(file, copying) {
    const target = (0,external_node_path_.join)(copying.directory, String(copying.copies.size));
    const path = (0,external_node_path_.join)(target, (0,external_node_path_.basename)(file.path));
    copying.copies.set(file.path, path);
    const lines = [];
    for (const line of joinedLines(file.text))
        lines.push(await rewrite(line, file, copying));
    const text = lines.join('\n');
    await (0,promises_.mkdir)(target, { recursive: true });
    await (0,promises_.writeFile)(path, text);
    return { path, text };
}
/** A line that ends in `\` goes on in the next one. */
function joinedLines(text) {
    return text.replace(/\\\r?\n/g, ' ').split(/\r\n|\r|\n/);
}
async function rewrite(line, file, copying) {
    if ((0,requirements/* isSourceLine */.K)(line, copying.env))
        return '';
    const [, option = '', name = '', rest = ''] = /^\s*(-r|--requirement|-c|--constraint|-f|--find-links)[\s=]*(\S+)(.*)$/.exec(line) ?? [];
    if (option === '')
        return line;
    const isLinks = option === '-f' || option === '--find-links';
    if (isLinks && /^[a-z][a-z0-9+.-]+:/i.test(name))
        return line;
    const path = (0,external_node_path_.resolve)((0,external_node_path_.dirname)(file.path), name);
    if (isLinks)
        return `${option} ${path}${rest}`;
    const known = copying.copies.get(path);
    if (known !== undefined)
        return `${option} ${known}${rest}`;
    const shown = (0,external_node_path_.join)((0,external_node_path_.dirname)(file.shown), name);
    const copy = await copyWithout({ path, shown, text: await (0,inputs/* readInputText */._)(path, shown) }, copying);
    return `${option} ${copy.path}${rest}`;
}

// EXTERNAL MODULE: ./lib/pipeline/named-sources.js
var named_sources = __webpack_require__(5095);
;// CONCATENATED MODULE: ./lib/pipeline/sources.js
/** Sources among what is to be installed: built before anything is resolved where the user names them, else bound to the lock. */








/** Builds what the user named, one after the other, beside what a complete lock pins. Two of one name are an error. */
async function buildNamed(named, { interpreter, builder, lock }, { settings }) {
    const built = new Map();
    const besides = pinsOf(lock);
    for (const { source, expected } of (0,named_sources/* namedSources */.A)(named, settings, interpreter)) {
        const wheel = await builder.build(source, { ...expected, besides });
        if (wheel === undefined)
            continue;
        const other = built.get(wheel.name);
        if (other !== undefined)
            throw sameName(wheel, other);
        built.set(wheel.name, wheel);
    }
    return [...built.values()];
}
function sameName(built, other) {
    const trees = [other, built].map(({ directUrl }) => `\`${(0,redact/* redact */.E$)(directUrl.url)}\``);
    return (0,errors/* usageError */.Wp)('REQUIREMENTS_INVALID', `${trees.join(' and ')} are both the distribution \`${built.name}\``, 'Name one of them');
}
/** Beside requirements the wheels of sources are resolved with the rest; a complete lock stays as it is. */
async function withBuilt(found, built, { run, named }) {
    const { editables, sources } = named.set;
    const hasLines = editables.length + sources.length > 0;
    if ((built.length === 0 && !hasLines) || found.files.some(({ kind }) => kind !== 'requirements'))
        return named;
    const { env } = run.host;
    const files = hasLines
        ? await withoutSourceLines(found.files, await run.scratchDirectory('requirements'), env)
        : found.files;
    const others = found.packages.filter(text => !isSourcePackage(text));
    const packages = [...others, ...requirementsOf(built)];
    // An editable wheel is made anew by each run, for the tree as it lies.
    const isTransient = built.some(({ directUrl }) => directUrl.dir_info?.editable === true);
    return (0,run_inputs/* readRunInputs */.hT)({ ...found, files, packages, isTransient }, run);
}
/** Requirements that name the wheels, so that a resolver sees their dependencies. */
function requirementsOf(built) {
    return built.map(({ name, extras, path, sha256 }) => `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`} @ ${(0,external_node_url_.pathToFileURL)(path).href}#sha256=${sha256}`);
}
/**
 * The lock with wheels in the place of sources: those that were built already, which a complete lock gets without their
 * dependencies, and what it names itself.
 */
async function bindSources(lock, built, { interpreter, builder, index, isHeld = () => false }) {
    const bound = new Map(built.map(wheel => [wheel.name, directly(wheel)]));
    const missing = new Set();
    const besides = pinsOf(lock);
    const rest = bound.size === 0 ? lock : { ...lock, distributions: lock.distributions.filter(({ name }) => !bound.has(name)) };
    for (const entry of (0,plan/* sourcesToBuild */.ek)(rest, interpreter, index)) {
        if (isFromIndex(entry) && !index.requireHashes && isHeld(entry)) {
            bound.set(entry.name, asHeld(entry));
            continue;
        }
        const { source, expected } = sourceOf(entry);
        const wheel = await builder.build(source, { ...expected, besides });
        if (wheel === undefined)
            missing.add(entry.name);
        else
            bound.set(entry.name, asLocked(entry, wheel));
    }
    if (bound.size + missing.size === 0)
        return lock;
    const others = lock.distributions.filter(({ name }) => !bound.has(name) && !missing.has(name));
    return { ...lock, distributions: [...others, ...bound.values()] };
}
/** The lock without what would have to be built. */
function withoutSources(lock, interpreter) {
    const sources = new Set((0,plan/* sourcesToBuild */.ek)(lock, interpreter));
    return { ...lock, distributions: lock.distributions.filter(entry => !sources.has(entry)) };
}
/** What a build must have in the very version that it is installed beside: extensions link against it. */
const pinnedTogether = ['torch'];
function pinsOf(lock) {
    return (lock?.distributions ?? []).flatMap(({ name, version }) => pinnedTogether.includes(name) && version !== undefined ? [`${name}==${version}`] : []);
}
function asLocked(entry, wheel) {
    if (isFromIndex(entry))
        return fromIndex(entry, wheel);
    const { source, requested } = entry;
    const bound = { ...directly(wheel), requested };
    const revision = source?.kind === 'vcs' ? source.requestedRevision : undefined;
    const { vcs_info } = wheel.directUrl;
    if (revision === undefined || vcs_info === undefined)
        return bound;
    return { ...bound, directUrl: { ...wheel.directUrl, vcs_info: { ...vcs_info, requested_revision: revision } } };
}
/** What the plan finds installed needs no file. */
function asHeld(entry) {
    const filename = `${entry.name.replaceAll('-', '_')}-${entry.version}-py3-none-any.whl`;
    return {
        ...entry,
        wheels: [{ filename, url: undefined, path: undefined, size: undefined, hashes: {} }],
        sdist: undefined,
    };
}
function isFromIndex({ source, archive }) {
    return source === undefined && archive === undefined;
}
function sourceOf(entry) {
    const { name, version, source, archive, sdist } = entry;
    if (source !== undefined)
        return { source: locatedAt(source), expected: { name, version: undefined, file: undefined } };
    const file = archive ?? sdist;
    if (file === undefined)
        throw new TypeError(`\`${name}\` has no source`);
    const { path, url, hashes } = file;
    const shown = (0,redact/* redact */.E$)(url ?? path ?? file.filename);
    const { subdirectory = '' } = file;
    return {
        source: { kind: 'archive', path, url, sha256: hashes.sha256, subdirectory, shown, extras: [] },
        expected: { name, version, file },
    };
}
function locatedAt(source) {
    const { subdirectory = '' } = source;
    if (source.kind === 'directory') {
        const path = (0,build_source/* directoryBelow */.l6)(source.path, subdirectory);
        return { kind: 'directory', path, isEditable: source.isEditable, shown: path, extras: [] };
    }
    const revision = source.commit ?? source.requestedRevision ?? '';
    const shown = (0,redact/* redact */.E$)(`${source.url}@${revision}`);
    return { kind: 'vcs', url: source.url, revision, subdirectory, shown, extras: [] };
}
/** A wheel that did not come from an index by name. */
function directly(wheel) {
    const { name, version, directUrl } = wheel;
    return {
        ...{ name, version, directUrl, requested: true, wheels: [], sdist: undefined },
        ...{ marker: undefined, requiresPython: undefined, source: undefined },
        archive: fileOf(wheel),
    };
}
function fromIndex(entry, wheel) {
    return { ...entry, version: wheel.version, wheels: [fileOf(wheel)], sdist: undefined, marker: undefined };
}
function fileOf({ path, sha256 }) {
    const filename = path.split(/[\\/]/).at(-1) ?? '';
    return { filename, path, url: undefined, size: undefined, hashes: { sha256 } };
}


/***/ }),

/***/ 7498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installWhole: () => (/* binding */ installWhole)
});

// EXTERNAL MODULE: ./lib/resolve/inputs.js
var inputs = __webpack_require__(8507);
// EXTERNAL MODULE: ./lib/store/locate.js + 1 modules
var locate = __webpack_require__(8333);
// EXTERNAL MODULE: ./lib/pipeline/builder.js + 29 modules
var pipeline_builder = __webpack_require__(480);
// EXTERNAL MODULE: ./lib/pipeline/cache.js + 6 modules
var cache = __webpack_require__(243);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/python/bytecode-path.js

/**
 * Where import looks for the bytecode of a source file (PEP 3147, PEP 488), both POSIX paths:
 * `a/b.py` → `a/__pycache__/b.cpython-311.pyc`, or `….opt-1.pyc` under `-O`.
 */
function bytecodePath(sourcePath, cacheTag, optimize = 0) {
    const { dir, name } = external_node_path_.posix.parse(sourcePath);
    const suffix = optimize === 0 ? '' : `.opt-${optimize}`;
    return external_node_path_.posix.join(dir, '__pycache__', `${name}.${cacheTag}${suffix}.pyc`);
}

// EXTERNAL MODULE: ./lib/store/store.js
var store_store = __webpack_require__(7208);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/python/environment.js
var python_environment = __webpack_require__(5927);
// EXTERNAL MODULE: ./lib/install/journal.js
var install_journal = __webpack_require__(2976);
// EXTERNAL MODULE: ./lib/install/link.js
var install_link = __webpack_require__(9691);
// EXTERNAL MODULE: ./lib/install/link-tree.js
var link_tree = __webpack_require__(348);
// EXTERNAL MODULE: ./lib/install/survey.js
var install_survey = __webpack_require__(5709);
;// CONCATENATED MODULE: ./lib/install/change.js
/** A change of an environment, whole or undone: what is removed or in the way is moved aside before anything is written. */








/**
 * Begins a change in an environment that holds something, which this process has claimed. Afterwards no destination is
 * taken and their directories exist. Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
function beginChange(parts) {
    const { environment, removals } = parts;
    const { stateDirectory } = environment;
    const journal = planChange(parts);
    try {
        (0,install_journal/* openJournal */._0)(stateDirectory, journal);
    }
    catch (error) {
        throw (0,python_environment/* cannotWrite */.zz)(stateDirectory, error);
    }
    const undo = () => (0,install_journal/* undoJournal */.gk)(stateDirectory, journal);
    try {
        for (const path of [...journal.movedDirectories, ...journal.movedFiles])
            moveAside(path);
        makeParents(parts.destinations);
        for (const [path, content] of joinRewrites(removals))
            (0,install_link/* writeFile */._h)(path, content, { executable: false });
    }
    catch (error) {
        undo();
        throw error;
    }
    return { commit: () => (0,install_journal/* commitJournal */.lj)(stateDirectory, journal), undo };
}
function planChange({ environment, removals, destinations, possible }) {
    const { schemes, root, stateDirectory } = environment;
    const kept = [...new Set([...Object.values(schemes), root, stateDirectory])];
    const made = spellAlike([...destinations, ...possible], kept);
    const whole = [...new Set(removals.flatMap(({ directories }) => directories))];
    const rewritten = [...joinRewrites(removals).keys()];
    const removed = new Set([...removals.flatMap(({ files }) => files), ...rewritten]);
    const isWhole = (0,install_journal/* withinAny */.OQ)(whole);
    const isFree = (path) => removed.has(path) || !(0,install_journal/* existsInSelf */.ot)(path);
    const missing = new Set();
    const inTheWay = [];
    for (const [parent, names] of groupByParent(made)) {
        if (isWhole((0,external_node_path_.join)(parent, 'any')))
            continue;
        const present = lastingIn(parent, removed);
        if (present === undefined) {
            for (let path = parent; !missing.has(path) && isFree(path); path = (0,external_node_path_.dirname)(path))
                missing.add(path);
            continue;
        }
        for (const name of names) {
            const path = (0,external_node_path_.join)(parent, name);
            if (present.has(name) && !removed.has(path))
                inTheWay.push(path);
        }
    }
    const isGone = (path) => removed.has(path) || whole.includes(path);
    const emptied = inTheWay.filter(path => (0,external_node_fs_.lstatSync)(path).isDirectory());
    for (const path of emptied)
        if (!isEmptied(path, isGone))
            throw (0,python_environment/* unwritable */.mP)(path, 'EISDIR');
    const movedDirectories = [...whole.filter(path => !(0,install_journal/* withinAny */.OQ)(emptied)(path)), ...emptied];
    const isMoved = (0,install_journal/* withinAny */.OQ)(movedDirectories);
    return {
        format: 1,
        movedDirectories,
        movedFiles: [...removed, ...inTheWay].filter(path => !isMoved(path) && !emptied.includes(path)),
        made: [...made, ...rewritten],
        madeDirectories: [...missing].sort(),
        kept,
    };
}
/** Whether a directory holds something, and nothing that stays. */
function isEmptied(directory, isGone) {
    const entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    const goes = (entry) => {
        const path = (0,external_node_path_.join)(directory, entry.name);
        return isGone(path) || (entry.isDirectory() && isEmptied(path, isGone));
    };
    return entries.length > 0 && entries.every(goes);
}
/** Destinations by the directory that they lie in. */
function groupByParent(destinations) {
    const groups = new Map();
    for (const destination of destinations) {
        const parent = (0,external_node_path_.dirname)(destination);
        const names = groups.get(parent);
        if (names === undefined)
            groups.set(parent, [(0,external_node_path_.basename)(destination)]);
        else
            names.push((0,external_node_path_.basename)(destination));
    }
    return groups;
}
/** The names in a directory, or undefined where there is none, or a file that goes. */
function lastingIn(directory, removed) {
    for (let path = directory; path !== (0,external_node_path_.dirname)(path); path = (0,external_node_path_.dirname)(path))
        if (removed.has(path))
            return undefined;
    return namesIn(directory);
}
function namesIn(directory) {
    try {
        return new Set((0,external_node_fs_.readdirSync)(directory));
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return undefined;
        throw (0,errors/* hasErrno */.Nm)(error, 'ENOTDIR') ? (0,python_environment/* unwritable */.mP)(directory, 'ENOTDIR') : (0,python_environment/* cannotWrite */.zz)(directory, error);
    }
}
/**
 * Paths with the links on the way resolved, as planRemoval spells them, so that one file has one path. A link that leads
 * out of the environment, or nowhere, would take the files of a wheel there: ENVIRONMENT_UNWRITABLE.
 */
function spellAlike(paths, kept) {
    const roots = kept
        .filter(install_journal/* existsInSelf */.ot)
        .map(spelled => ({ spelled, real: realOf(spelled) }))
        .sort((a, b) => b.real.length - a.real.length);
    const known = new Map();
    const spell = (directory) => {
        const before = known.get(directory);
        if (before !== undefined)
            return before;
        const answer = (0,install_journal/* existsInSelf */.ot)(directory)
            ? spellPresent(directory)
            : (0,external_node_path_.join)(spell((0,external_node_path_.dirname)(directory)), (0,external_node_path_.basename)(directory));
        known.set(directory, answer);
        return answer;
    };
    const spellPresent = (directory) => {
        const real = realOf(directory);
        const root = roots.find(candidate => (0,install_survey/* isWithin */.U)(real, candidate.real));
        if (root !== undefined)
            return (0,external_node_path_.join)(root.spelled, real.slice(root.real.length));
        // Above the environment, where a directory of it is yet to be made.
        if (kept.some(place => (0,install_survey/* isWithin */.U)(place, directory)))
            return directory;
        throw (0,python_environment/* unwritable */.mP)(directory, 'ELOOP');
    };
    return paths.map(path => (0,external_node_path_.join)(spell((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path)));
}
function realOf(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch (error) {
        throw (0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ELOOP') ? (0,python_environment/* unwritable */.mP)(path, 'ELOOP') : (0,python_environment/* cannotWrite */.zz)(path, error);
    }
}
function moveAside(path) {
    try {
        (0,external_node_fs_.renameSync)(path, (0,install_journal/* asideOf */.KN)(path));
    }
    catch (error) {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EXDEV'))
            throw (0,python_environment/* cannotWrite */.zz)(path, error);
        copyAside(path);
    }
}
/** overlayfs renames no directory of a lower layer. Its aside appears whole, so that undoing stays safe at any point. */
function copyAside(path) {
    const unfinished = (0,install_journal/* unfinishedAsideOf */.Xr)(path);
    try {
        (0,external_node_fs_.cpSync)(path, unfinished, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
        (0,external_node_fs_.renameSync)(unfinished, (0,install_journal/* asideOf */.KN)(path));
        (0,external_node_fs_.rmSync)(path, { recursive: true });
    }
    catch (error) {
        throw (0,python_environment/* cannotWrite */.zz)(path, error);
    }
}
/** Makes the directories of these files, each once, shallow ones first. */
function makeParents(destinations) {
    for (const directory of [...new Set(destinations.map(path => (0,external_node_path_.dirname)(path)))].sort())
        (0,link_tree/* makeDirectory */.Oh)(directory);
}
/** The files that lose lines; where several removals take lines from one, those stay that none of them takes. */
function joinRewrites(removals) {
    const joined = new Map();
    for (const { path, content } of removals.flatMap(({ rewrites }) => rewrites)) {
        const before = joined.get(path);
        const lines = new Set(content.split('\n'));
        const common = before?.split('\n').filter(line => lines.has(line));
        joined.set(path, common?.join('\n') ?? content);
    }
    return joined;
}

// EXTERNAL MODULE: ./lib/install/layout.js
var layout = __webpack_require__(8205);
;// CONCATENATED MODULE: ./lib/install/compiled.js
/** Where the bytecode of a wheel goes. */


/** Places the bytecode of a wheel beside its sources; nothing, where there is none. */
function placeCompiled(prepared, bytecode, services) {
    const recorded = (0,layout/* placeBytecode */.x$)(prepared.wheel.note, services.environment, bytecode?.files ?? []);
    return { recorded, written: withoutLost(recorded, prepared, services) };
}
function withoutLost(compiled, { places, lost }, { bytecodeKind }) {
    if (lost.size === 0 || bytecodeKind === undefined)
        return compiled;
    const sources = places.linked.filter(({ destination }) => lost.has(destination));
    const absent = new Set(sources.map(({ file }) => bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize)));
    return compiled.filter(({ file }) => !absent.has(file.path));
}

// EXTERNAL MODULE: ./lib/install/dist-info.js
var dist_info = __webpack_require__(7188);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/store/note.js
var store_note = __webpack_require__(6841);
// EXTERNAL MODULE: ./lib/wheel/dist-info.js
var wheel_dist_info = __webpack_require__(4208);
// EXTERNAL MODULE: ./lib/wheel/portable-path.js
var portable_path = __webpack_require__(8286);
;// CONCATENATED MODULE: ./lib/install/conflicts.js
/** Paths that several wheels claim, settled before anything is linked: pure, and independent of timing. */
/**
 * The last claimant of `claimants` (pip's order) wins each path. `keyOf` gives the same text for paths that are one on the
 * file system at hand; a distribution may then contest a path with itself.
 */
function settleClaims(claimants, keyOf = destination => destination) {
    const owner = new Map();
    const lost = new Map();
    const differing = new Map();
    for (const { name, claims } of [...claimants].reverse()) {
        for (const { destination, sha256 } of claims) {
            const winner = owner.get(keyOf(destination));
            if (winner === undefined) {
                owner.set(keyOf(destination), { name, destination, sha256 });
                continue;
            }
            if (winner.name === name && winner.destination === destination)
                continue;
            lost.set(name, (lost.get(name) ?? new Set()).add(destination));
            if (winner.sha256 === sha256)
                continue;
            const key = `${winner.name}\0${name}`;
            const conflict = differing.get(key) ?? { winner: winner.name, loser: name, paths: [] };
            conflict.paths.push(destination);
            differing.set(key, conflict);
        }
    }
    return { lost, conflicts: [...differing.values()] };
}

;// CONCATENATED MODULE: ./lib/install/order.js
/** The order in which wheels are laid over one another: pip's, so that the same wheel wins a contested path. */
/**
 * Dependencies first, by the longest path from what was asked for; equally deep names in descending order.
 * Pure, and independent of the order of `wheels`.
 */
function orderWheels(wheels) {
    const byName = new Map([...wheels].sort((a, b) => (a.name < b.name ? -1 : 1)).map(wheel => [wheel.name, wheel]));
    const depth = new Map([...byName.keys()].map(name => [name, 0]));
    for (const name of parentsFirst(byName)) {
        const next = (depth.get(name) ?? 0) + 1;
        for (const required of byName.get(name)?.requires ?? []) {
            if (byName.has(required))
                depth.set(required, Math.max(depth.get(required) ?? 0, next));
        }
    }
    const deepness = (wheel) => depth.get(wheel.name) ?? 0;
    return [...byName.values()].sort((a, b) => deepness(b) - deepness(a) || (a.name < b.name ? 1 : -1));
}
/** Reverse postorder of the requirement graph; an edge that closes a cycle is passed over. */
function parentsFirst(byName) {
    const finished = [];
    const seen = new Set();
    const visit = (name) => {
        if (seen.has(name))
            return;
        seen.add(name);
        for (const required of byName.get(name)?.requires ?? [])
            if (byName.has(required))
                visit(required);
        finished.push(name);
    };
    for (const name of byName.keys())
        visit(name);
    return finished.reverse();
}

// EXTERNAL MODULE: ./lib/install/scripts.js
var scripts = __webpack_require__(3995);
;// CONCATENATED MODULE: ./lib/install/prepare.js
/** Settles where every file of an installation goes, before one is linked. */











/** Settles every path before one is linked. */
function prepareInstall(wheels, services, removals = []) {
    const ordered = orderWheels(wheels.map(wheel => ({ name: wheel.note.name, requires: wheel.note.requires, wheel })));
    const placed = ordered.map(({ wheel }) => {
        const entryPoints = readEntryPoints(wheel, services);
        const wrappers = makeWrappers(entryPoints, wheel.note, services);
        const places = withoutDoubles((0,layout/* placeWheel */.dX)(wheel.note, services.environment, entryPoints), wrappers);
        return { wheel, wrappers, places };
    });
    const { lost, conflicts } = settleClaims(placed.map(item => ({ name: item.wheel.note.name, claims: [...claimsOf(item)] })), pathKeys(services.os));
    const none = new Set();
    const prepared = placed.map(item => ({ ...item, lost: lost.get(item.wheel.note.name) ?? none }));
    return { wheels: prepared, conflicts, removals };
}
/**
 * A wheel may reach one path through several schemes, as `.data/scripts/x` and `.data/data/bin/x` do: as with pip, scripts
 * win over other files, and what is made for an entry point wins over both.
 */
function withoutDoubles(places, wrappers) {
    const taken = new Set(wrappers.map(({ destination }) => destination));
    const isFree = ({ destination }) => !taken.has(destination);
    const scripts = places.scripts.filter(isFree);
    for (const { destination } of scripts)
        taken.add(destination);
    const isSpread = ({ scheme }) => scheme === 'data' || scheme === 'headers';
    const spread = new Map(places.linked.filter(isSpread).map(placed => [placed.destination, placed]));
    if (taken.size === 0 && spread.size === 0)
        return places;
    const outside = [...spread.values()].filter(isFree);
    for (const destination of spread.keys())
        taken.add(destination);
    const inLibrary = places.linked.filter(placed => !isSpread(placed) && isFree(placed));
    return { ...places, linked: [...outside, ...inLibrary], scripts };
}
/** The same text for paths that are one on the usual file systems of a system. */
function pathKeys(os) {
    return os === 'linux' ? path => path : portable_path/* foldPath */.t;
}
/** What a wheel writes, but for bytecode and its own dist-info. */
function* claimsOf({ places, wrappers }) {
    for (const { destination, file } of places.linked)
        yield { destination, sha256: file.sha256 };
    for (const { destination, file } of places.scripts)
        yield { destination, sha256: file.sha256 };
    for (const { destination, sha256 } of wrappers)
        yield { destination, sha256 };
}
function makeWrappers(entryPoints, note, services) {
    const { environment } = services;
    const directory = environment.schemes.scripts;
    const prefix = (0,layout/* recordPrefix */.Kg)((0,layout/* libraryOf */.vT)(note, environment.schemes), directory);
    return entryPoints
        .flatMap(entryPoint => (0,scripts/* scriptFiles */.pe)(entryPoint, environment.python, services).map(file => ({ ...file, entryPoint })))
        .map(({ name, content, entryPoint }) => ({
        entryPoint,
        destination: (0,external_node_path_.join)(directory, name),
        recordPath: `${prefix}${name}`,
        content,
        sha256: (0,external_node_crypto_.hash)('sha256', content, 'hex'),
    }));
}
/** The entry points of a wheel that become scripts. */
function readEntryPoints(wheel, { store, pythonVersion }) {
    const { note } = wheel;
    const path = (0,store_note/* entryPointsPath */.pD)(note);
    if (!note.files.some(file => file.path === path))
        return [];
    const text = wheel.entryPoints ?? (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, note.sha256)), path), 'utf8');
    return (0,scripts/* scriptEntryPoints */.ZQ)((0,wheel_dist_info/* parseEntryPoints */.f0)(text, note.filename), { wheel: note.filename, pythonVersion });
}

// EXTERNAL MODULE: ./lib/wheel/record.js
var wheel_record = __webpack_require__(4222);
;// CONCATENATED MODULE: ./lib/install/tree.js
/**
 * What an installation puts into a new virtual environment, as data: links by directory and files with their text. Nothing
 * in it depends on where the environment lies, so one tree serves every path.
 */





/** Describes a prepared installation into a new environment, with the bytecode of its wheels by their sha256. */
function describeTree({ wheels }, bytecode, services) {
    const links = new Map();
    const files = [];
    for (const prepared of wheels) {
        const note = bytecode.get(prepared.wheel.note.sha256);
        const { recorded, written } = placeCompiled(prepared, note, services);
        const mode = isEditable(prepared) ? 'copy' : undefined;
        addLinks(links, prepared.places.linked.filter(isKept(prepared)), { ...storeOf(prepared, services), services, mode });
        if (services.bytecodeKind !== undefined && note !== undefined) {
            const directory = (0,store_store/* bytecodeDirectory */.$p)(services.store, services.bytecodeKind, note.wheel);
            addLinks(links, written, { root: (0,store_store/* filesOf */.R8)(directory), services, mode });
        }
        addFiles(files, prepared, { compiled: recorded, services });
    }
    const directories = [...links].map(([path, groups]) => [path, [...groups.values()]]);
    return { directories: directories.sort(([a], [b]) => (a < b ? -1 : 1)), files };
}
function storeOf({ wheel }, { store }) {
    return { root: (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, wheel.note.sha256)) };
}
/** Whether a wheel gets the path that a file wants. */
function isKept({ lost }) {
    return ({ destination }) => !lost.has(destination);
}
/** The files of an editable distribution point at a tree: an edit of them is not one of the store. */
function isEditable({ wheel }) {
    return wheel.directUrl?.dir_info?.editable === true;
}
function addLinks(links, placed, { root, services, mode }) {
    const base = below(services.store.root, root);
    for (const { file, destination } of placed) {
        const directory = below(services.environment.root, (0,external_node_path_.dirname)(destination));
        const groups = links.get(directory) ?? new Map();
        links.set(directory, groups);
        const parent = external_node_path_.posix.dirname(file.path);
        const from = parent === '.' ? base : `${base}/${parent}`;
        const group = groups.get(from);
        if (group !== undefined)
            group[1].push(external_node_path_.posix.basename(file.path));
        else
            groups.set(from, mode === undefined ? [from, [external_node_path_.posix.basename(file.path)]] : [from, [external_node_path_.posix.basename(file.path)], mode]);
    }
}
function addFiles(files, prepared, { compiled, services }) {
    const { places, wrappers, lost } = prepared;
    const { root: storeRoot } = services.store;
    const place = (destination) => below(services.environment.root, destination);
    const scripts = [];
    const addScript = (recordPath, destination, script) => {
        scripts.push({ recordPath, script: files.length });
        files.push(lost.has(destination) ? { ...script, path: '' } : script);
    };
    for (const { file, destination, recordPath } of places.scripts) {
        const from = `${below(storeRoot, storeOf(prepared, services).root)}/${file.path}`;
        addScript(recordPath, destination, { kind: 'script', path: place(destination), from });
    }
    for (const { destination, recordPath, entryPoint } of wrappers) {
        addScript(recordPath, destination, { kind: 'entry-point', path: place(destination), entryPoint });
    }
    for (const [name, text] of (0,dist_info/* metadataFiles */.v8)(prepared)) {
        files.push({ kind: 'text', path: place(`${places.distInfo}${external_node_path_.sep}${name}`), text });
    }
    const rows = (0,dist_info/* metadataRows */.Xv)(prepared, compiled);
    files.push({ kind: 'record', path: place(`${places.distInfo}${external_node_path_.sep}RECORD`), parts: recordParts(rows, scripts) });
}
/** The text of a RECORD, cut where the rows of scripts belong. */
function recordParts(rows, scripts) {
    if (scripts.length === 0)
        return [(0,wheel_record/* formatRecord */.bM)(rows)];
    const parts = [];
    let rest = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    for (const script of scripts.toSorted((a, b) => (a.recordPath < b.recordPath ? -1 : 1))) {
        const before = rest.filter(({ path }) => path < script.recordPath);
        rest = rest.slice(before.length);
        parts.push((0,wheel_record/* formatRecord */.bM)(before), script);
    }
    return [...parts, (0,wheel_record/* formatRecord */.bM)(rest)];
}
/** A path below another, POSIX. Thousands are asked for: `relative` goes through both, character by character. */
function below(root, path) {
    const found = path.startsWith(`${root}${external_node_path_.sep}`) ? path.slice(root.length + 1) : (0,external_node_path_.relative)(root, path);
    return external_node_path_.sep === '/' ? found : found.replaceAll(external_node_path_.sep, '/');
}

;// CONCATENATED MODULE: ./lib/install/install-wheels.js
/** Lays stored wheels into an environment, all of them or none, and takes out what they replace. */









/**
 * Begins an installation: what it removes is moved aside. `link` and `finish` return the number of files they put in place.
 * Throws UserError ENVIRONMENT_UNWRITABLE; the environment is then as it was.
 */
function beginInstallation(preparation, services) {
    const { wheels, removals } = preparation;
    const { environment } = services;
    const destinations = wheels.flatMap(prepared => [...destinationsOf(prepared)]);
    const possible = wheels.flatMap(prepared => bytecodeDestinations(prepared, services));
    const change = beginChange({ environment, removals, destinations, possible });
    return {
        link: prepared => linkWheel(prepared, services),
        finish: (prepared, bytecode) => finishWheel(prepared, bytecode, services),
        commit: change.commit,
        undo: change.undo,
    };
}
function* destinationsOf(prepared) {
    for (const { destination } of claimsOf(prepared))
        yield destination;
    yield* (0,dist_info/* metadataDestinations */.b3)(prepared);
}
/** Where bytecode may be written; which sources compile is not known yet. */
function bytecodeDestinations({ wheel }, { environment, bytecodeKind }) {
    if (bytecodeKind === undefined)
        return [];
    const { note } = wheel;
    const compiled = (0,layout/* compiledSources */.gh)(note).map(file => ({
        ...file,
        path: bytecodePath(file.path, bytecodeKind.cacheTag, bytecodeKind.optimize),
    }));
    return (0,layout/* placeBytecode */.x$)(note, environment, compiled).map(({ destination }) => destination);
}
function linkWheel(prepared, services) {
    const { wheel, places, lost } = prepared;
    const files = (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(services.store, wheel.note.sha256));
    return linkAll(files, places.linked, { lost, mode: linkModeOf(prepared, services) });
}
function linkModeOf(prepared, { linkMode }) {
    return isEditable(prepared) ? 'copy' : linkMode;
}
function finishWheel(prepared, bytecode, services) {
    const { note } = prepared.wheel;
    const { recorded, written } = placeCompiled(prepared, bytecode, services);
    makeParents(written.map(({ destination }) => destination));
    if (services.bytecodeKind !== undefined && bytecode !== undefined) {
        const files = (0,store_store/* filesOf */.R8)((0,store_store/* bytecodeDirectory */.$p)(services.store, services.bytecodeKind, note.sha256));
        linkAll(files, written, { lost: prepared.lost, mode: linkModeOf(prepared, services) });
    }
    const scripts = (0,dist_info/* writeScripts */.Ur)(prepared, services);
    (0,dist_info/* writeMetadata */.f5)(prepared, { bytecode: recorded, scripts });
    return written.length + scripts.length;
}
function linkAll(root, placed, { lost, mode }) {
    let count = 0;
    for (const { file, destination } of placed) {
        if (lost.has(destination))
            continue;
        (0,install_link/* linkFile */.TG)(`${root}/${file.path}`, destination, mode);
        count++;
    }
    return count;
}

;// CONCATENATED MODULE: ./lib/bytecode/batches.js
/** Splits the files of one compile call into the batches that a worker takes at a time. */
const maxFiles = 32;
const maxBytes = 256 * 1024;
const minBytes = 16 * 1024;
/**
 * Batches of at most 32 files and, unless one file alone is bigger, 256 KiB of source, biggest files first.
 * A small call is split further, so that every one of `workers` gets a share.
 */
function splitBatches(files, workers) {
    const total = files.reduce((sum, file) => sum + file.size, 0);
    const limit = Math.min(maxBytes, Math.max(minBytes, Math.ceil(total / (workers * 2))));
    const batches = [];
    let batch = [];
    let bytes = 0;
    for (const file of files.toSorted((a, b) => b.size - a.size)) {
        if (batch.length === 0 || batch.length === maxFiles || bytes + file.size > limit) {
            batch = [];
            bytes = 0;
            batches.push(batch);
        }
        batch.push(file);
        bytes += file.size;
    }
    return batches;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./lib/bytecode/compile-process.js
/** One long-lived Python process that runs compile.py: started, spoken to in lines of JSON, watched, ended. */



/** Starts a process at once; that it could not be started is an exit too. */
function startCompileProcess(options, events) {
    const child = spawnCompiler(options);
    const stderr = keepTail(child.stderr);
    const clock = watchProgress(options.stallMs ?? 60_000, () => kill(child));
    let started = false;
    onLines(child.stdout, line => {
        clock.finish();
        const message = JSON.parse(line);
        if ('ready' in message)
            started = true;
        else
            events.reply(message);
    });
    return {
        send(files) {
            clock.begin();
            child.stdin.write(`${JSON.stringify({ files: files.map(toWire) })}\n`);
        },
        kill: () => kill(child),
        exited: onExit(child).then(reason => {
            clock.stop();
            events.exit([clock.stalled() ?? reason, stderr()].filter(text => text !== '').join(': '), started);
        }),
    };
}
function spawnCompiler(options) {
    const script = (0,external_node_path_.join)(options.helpersDirectory, 'compile.py');
    return (0,external_node_child_process_.spawn)(options.python, ['-s', '-S', '-B', '-X', 'utf8', script, options.invalidationMode], {
        cwd: options.workingDirectory,
        env: interpreterEnvironment(options),
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
    });
}
/** The pipes go too: where `python` is a shell script, the interpreter outlives it and must find its input at an end. */
function kill(child) {
    for (const pipe of [child.stdin, child.stdout, child.stderr])
        pipe.destroy();
    child.kill('SIGKILL');
}
/** Calls `onStall` when an answer is owed for too long. The first is owed from the start: that the process is ready. */
function watchProgress(stallMs, onStall) {
    let owed = 1;
    let stalled;
    let timer;
    const restart = () => {
        clearTimeout(timer);
        if (owed === 0)
            return;
        timer = setTimeout(() => {
            stalled = `took longer than ${stallMs / 1000} s`;
            onStall();
        }, stallMs);
    };
    restart();
    return {
        begin() {
            owed += 1;
            if (owed === 1)
                restart();
        },
        finish() {
            owed -= 1;
            restart();
        },
        stop: () => clearTimeout(timer),
        stalled: () => stalled,
    };
}
/** Nothing of the caller's Python set-up; constant hashes, since sets of strings are stored in the order of their hashes. */
function interpreterEnvironment({ env, optimize = 0 }) {
    const kept = Object.entries(env).filter(([name]) => !/^(PYTHON|__PYVENV_LAUNCHER__$)/i.test(name));
    return { ...Object.fromEntries(kept), PYTHONHASHSEED: '0', PYTHONOPTIMIZE: String(optimize) };
}
function toWire(file) {
    return [file.source, file.target, file.mtime, file.size];
}
function onLines(stream, handle) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(handle);
    });
}
/** Settles with how the process ended. */
function onExit(child) {
    // A batch sent to a process that has just died: `close` tells the story.
    child.stdin.on('error', error => {
        if (!(0,errors/* hasErrno */.Nm)(error, 'EPIPE', 'ECONNRESET', 'EOF', 'ERR_STREAM_DESTROYED'))
            throw error;
    });
    return new Promise(resolve => {
        // A process that could not be started has no number, and its `close` says nothing.
        child.on('error', error => {
            if (child.pid === undefined)
                resolve(`could not be started (${error.message})`);
        });
        child.on('close', (code, signal) => resolve(signal === null ? `exited with code ${code}` : `was killed by ${signal}`));
    });
}
/** The last line written, which is what a traceback comes down to. */
function keepTail(stream) {
    let tail = '';
    stream.setEncoding('utf8').on('data', (text) => {
        tail = (tail + text).slice(-2000);
    });
    return () => tail.trim().split('\n').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./lib/bytecode/compile.js
/**
 * Compiles Python sources to `.pyc` files with a fixed number of long-lived Python processes, which any number of
 * calls share. A file that does not compile, or that kills or stalls its process, costs only itself.
 */




/** Starts the processes at once, so that they are ready when the first wheel is. The caller closes the compiler. */
function startCompiler(options) {
    return new CompilerPool(options);
}
const batchesInFlight = 2;
class CompilerPool {
    warnings = [];
    #options;
    #workers = new Set();
    #jobs = new Set();
    /** Smallest first, since it is taken from the end. */
    #queue = [];
    /** How many processes to run: one fewer for each that failed to start. */
    #capacity;
    #broken;
    constructor(options) {
        this.#options = options;
        this.#capacity = options.workers;
        this.#startMissing();
    }
    compile(files) {
        if (this.#broken !== undefined)
            return Promise.reject(this.#broken);
        const batches = splitBatches(files, this.#options.workers);
        return new Promise((resolve, reject) => {
            const results = { compiled: [], failed: [] };
            const job = { busyMs: 0, ...results, batchesLeft: batches.length, resolve, reject };
            this.#jobs.add(job);
            if (batches.length === 0)
                this.#finish(job);
            this.#enqueue(batches.map(batch => toBatch(job, batch, false)));
        });
    }
    async close() {
        this.#breakDown(new Error('the bytecode compiler was closed'));
        const workers = [...this.#workers];
        for (const { process } of workers)
            process.kill();
        await Promise.all(workers.map(worker => worker.process.exited));
    }
    #startMissing() {
        while (this.#workers.size < this.#capacity) {
            const process = startCompileProcess(this.#options, {
                reply: reply => this.#receive(worker, reply),
                exit: (reason, started) => this.#exit(worker, reason, started),
            });
            const worker = { process, batches: [] };
            this.#workers.add(worker);
        }
    }
    #enqueue(batches) {
        this.#queue = [...this.#queue, ...batches.filter(batch => this.#jobs.has(batch.job))];
        this.#queue.sort((a, b) => a.bytes - b.bytes);
        this.#dispatch();
    }
    #dispatch() {
        if (this.#queue.length > 0)
            this.#startMissing();
        for (let load = 0; load < batchesInFlight; load++) {
            for (const worker of this.#workers) {
                if (worker.batches.length > load)
                    continue;
                const batch = this.#queue.pop();
                if (batch === undefined)
                    return;
                worker.batches.push(batch);
                worker.process.send(batch.files);
            }
        }
    }
    #receive(worker, reply) {
        const batch = worker.batches.shift();
        if (batch !== undefined && this.#jobs.has(batch.job))
            this.#count(batch, reply);
        this.#dispatch();
    }
    #count({ job, files }, reply) {
        const nameOf = (index) => files[index]?.name ?? '';
        for (const [index, size, sha256] of reply.compiled)
            job.compiled.push({ name: nameOf(index), size, sha256 });
        for (const [index, message] of reply.failed)
            job.failed.push({ name: nameOf(index), message });
        job.busyMs += reply.ms;
        job.batchesLeft -= 1;
        if (reply.error === null)
            this.#finish(job);
        else
            this.#fail(job, toSystemError(reply.error));
    }
    #finish(job) {
        if (job.batchesLeft > 0)
            return;
        this.#jobs.delete(job);
        const files = job.compiled.toSorted(byName);
        const bytes = files.reduce((sum, { size }) => sum + size, 0);
        job.resolve({ compiled: files.length, files, failed: job.failed.toSorted(byName), bytes, busyMs: job.busyMs });
    }
    #fail(job, error) {
        this.#jobs.delete(job);
        this.#queue = this.#queue.filter(batch => batch.job !== job);
        job.reject(error);
    }
    #exit(worker, reason, started) {
        this.#workers.delete(worker);
        if (this.#broken !== undefined)
            return;
        const [head, ...rest] = worker.batches;
        if (!started)
            this.#loseWorker(reason);
        this.#enqueue(started && head !== undefined ? [...this.#blame(head, reason), ...rest] : worker.batches);
    }
    #loseWorker(reason) {
        this.warnings.push(`a compile process ${reason}`);
        this.#capacity -= 1;
        if (this.#capacity === 0)
            this.#breakDown(startError(this.#options.python, reason));
    }
    /** What to try again of the batch that ended its process: each file alone, or nothing if that was one file alone. */
    #blame(batch, reason) {
        const { job, files, suspect } = batch;
        const [file] = files;
        this.warnings.push(`a compile process ${reason} at \`${file?.name}\`${files.length > 1 ? ' or the files after it' : ''}`);
        if (!suspect || file === undefined) {
            job.batchesLeft += files.length - 1;
            return files.map(each => toBatch(job, [each], true));
        }
        (0,external_node_fs_.rmSync)(file.target, { force: true });
        job.failed.push({ name: file.name, message: `the interpreter ${reason}` });
        job.batchesLeft -= 1;
        this.#finish(job);
        return [];
    }
    #breakDown(error) {
        this.#broken ??= error;
        for (const job of this.#jobs)
            this.#fail(job, this.#broken);
    }
}
function toBatch(job, files, suspect) {
    return { job, files, bytes: files.reduce((sum, file) => sum + file.size, 0), suspect };
}
function byName(a, b) {
    return a.name < b.name ? -1 : 1;
}
function toSystemError(error) {
    return Object.assign(new Error(error.message), { code: error.errno });
}
function startError(python, why) {
    return new errors/* UserError */.yo('COMPILER_FAILED', `\`${python}\` cannot compile bytecode: it ${why}`, {
        hint: 'check that this interpreter runs, or install with `--no-compile-bytecode`',
    });
}

// EXTERNAL MODULE: ./lib/pipeline/bytecode-kind.js
var bytecode_kind = __webpack_require__(8470);
// EXTERNAL MODULE: ./lib/pipeline/bytecode-modules.js
var bytecode_modules = __webpack_require__(1759);
// EXTERNAL MODULE: ./lib/store/names.js
var names = __webpack_require__(73);
;// CONCATENATED MODULE: ./lib/pipeline/bytecode-reuse.js
/** Bytecode that the store has for the same sources: in another version of the wheel, or in a set of other modules. */








/** Versions of a distribution that are looked at; more gain little. */
const mostVersions = 4;
/** What sets of these kinds know of the sources of a wheel and of other wheels of its name. */
async function findKnown(note, kinds, store) {
    const others = (await (0,names/* wheelsNamed */.o)(store.root, note.name)).filter(sha256 => sha256 !== note.sha256);
    const known = new Map();
    for (const sha256 of [note.sha256, ...others.slice(0, mostVersions)]) {
        for (const kind of kinds) {
            const bytecode = await (0,store_store/* readBytecodeNote */.qn)(store, kind, sha256);
            const wheel = bytecode && (sha256 === note.sha256 ? note : await (0,store_store/* readWheelNote */.mA)(store, sha256));
            if (bytecode === undefined || wheel === undefined)
                continue;
            const directory = (0,store_store/* filesOf */.R8)((0,store_store/* bytecodeDirectory */.$p)(store, kind, sha256));
            for (const [source, fact] of factsOf(wheel, bytecode, { kind, directory }))
                known.set(source, fact);
        }
    }
    return known;
}
function* factsOf(wheel, bytecode, { kind, directory }) {
    const files = new Map(bytecode.files.map(file => [file.path, file]));
    const messages = new Map(bytecode.failed.map(({ path, message }) => [path, message]));
    for (const { path, sha256 } of (0,layout/* compiledSources */.gh)(wheel)) {
        const file = files.get(bytecodePath(path, kind.cacheTag, kind.optimize));
        const message = messages.get(path);
        if (file !== undefined)
            yield [sha256, { path: (0,external_node_path_.join)(directory, file.path), size: file.size, sha256: file.sha256 }];
        else if (message !== undefined)
            yield [sha256, { message }];
    }
}
/** Links known bytecode into the directory `to`, where `target` says; copies it where links fail. */
function reuseKnown(sources, known, { to, target }) {
    const files = [];
    const failed = [];
    const rest = [];
    for (const source of sources) {
        const fact = known.get(source.sha256);
        const path = target(source.path);
        if (fact === undefined)
            rest.push(source);
        else if ('message' in fact)
            failed.push({ path: source.path, message: fact.message });
        else if (takeFile(fact, (0,external_node_path_.join)(to, path)))
            files.push({ path, size: fact.size, sha256: fact.sha256, executable: false });
        else
            rest.push(source);
    }
    return { files, failed, rest };
}
/** False where it is gone. */
function takeFile({ path, sha256 }, target) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
    try {
        if (!isLinked(path, target)) {
            (0,external_node_fs_.copyFileSync)(path, target);
            (0,external_node_fs_.utimesSync)(target, (0,store_note/* sourceMtime */.Ec)(sha256), (0,store_note/* sourceMtime */.Ec)(sha256));
        }
        return true;
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT'))
            return false;
        throw error;
    }
}
/** Whatever keeps a link from being made, a copy tells what is really wrong. */
function isLinked(path, target) {
    try {
        (0,external_node_fs_.linkSync)(path, target);
        return true;
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./lib/report/units.js
var units = __webpack_require__(8861);
;// CONCATENATED MODULE: ./lib/pipeline/bytecode-tally.js
/** Counts what the bytecode step did, for the report. */


function openTally() {
    const made = { sources: 0, reused: 0 };
    const selected = { all: 0, allBytes: 0, wanted: 0, wantedBytes: 0, bytecodeBytes: 0 };
    return {
        make(sources, compiled) {
            made.sources += sources;
            made.reused += sources - compiled;
        },
        select(all, wanted, bytecode) {
            selected.all += all.length;
            selected.allBytes += (0,store_note/* unpackedSize */.JL)({ files: all });
            selected.wanted += wanted.length;
            selected.wantedBytes += (0,store_note/* unpackedSize */.JL)({ files: wanted });
            selected.bytecodeBytes += (0,store_note/* unpackedSize */.JL)(bytecode);
        },
        tell(watch, modules) {
            const parts = [...describeSelection(selected, modules), ...describeReuse(made)];
            if (parts.length > 0) {
                watch.decide('compile', parts.map(({ choice }) => choice).join(', '), parts.map(({ reason }) => reason).join('; '));
            }
            if (modules !== undefined && selected.all > 0 && selected.wanted === 0) {
                watch.warn(`no module that \`${modules.file}\` names is in any wheel: no bytecode is compiled`);
            }
        },
    };
}
function describeReuse({ sources, reused }) {
    if (reused === 0)
        return [];
    const choice = `${(0,units/* formatCount */.B4)(reused)} of ${(0,units/* countOf */.pq)(sources, 'file')} reused`;
    return [{ choice, reason: 'the store has bytecode of the same sources' }];
}
/** What was never compiled has no size: it is taken to be as large, beside its source, as what was. */
function describeSelection(selected, modules) {
    if (modules === undefined || selected.wantedBytes === 0)
        return [];
    const { all, allBytes, wanted, wantedBytes, bytecodeBytes } = selected;
    const leftOut = (bytecodeBytes / wantedBytes) * (allBytes - wantedBytes);
    const choice = `${(0,units/* formatCount */.B4)(wanted)} of ${(0,units/* countOf */.pq)(all, 'module')}`;
    return [{ choice, reason: `\`${modules.file}\` lists them; about ${(0,units/* formatBytes */.z3)(leftOut)} of bytecode left out` }];
}

;// CONCATENATED MODULE: ./lib/pipeline/bytecode.js
/** The bytecode of stored wheels: read from the store, or compiled into it while other wheels unpack. */











/**
 * Sets up the bytecode step for one interpreter; no process starts before it is needed. Undefined where none is wanted, or,
 * with a warning, where none would be read. Throws what `chooseBytecode` throws.
 */
function openBytecode(interpreter, services) {
    const { settings, host, watch } = services;
    const choice = (0,bytecode_kind/* chooseBytecode */.z)(interpreter, { settings, env: host.env });
    if (choice !== undefined)
        return bytecode_open(choice, { ...services, python: interpreter.baseExecutable });
    const refusal = (0,bytecode_kind/* bytecodeRefusal */.S)(interpreter, host.env);
    if (settings.compileBytecode && refusal !== undefined)
        watch.warn(refusal);
    return undefined;
}
function bytecode_open(choice, { store, host, watch, python }) {
    const { kind, invalidationMode, modules } = choice;
    const compiled = new Set();
    const tally = openTally();
    const discarded = [];
    let compiler;
    const compilerOnce = () => {
        compiler ??= startCompiler({
            python,
            workers: host.parallelism,
            helpersDirectory: host.helpersDirectory,
            workingDirectory: store.temporary,
            env: host.env,
            invalidationMode,
            optimize: kind.optimize,
        });
        return compiler;
    };
    const wanted = (note) => {
        const sources = (0,layout/* compiledSources */.gh)(note);
        if (modules === undefined)
            return sources;
        const paths = (0,bytecode_modules/* selectModules */.Ac)(note, modules.names);
        return sources.filter(({ path }) => paths.has(path));
    };
    const services = { store, choice, watch, compiled, tally, discarded, compilerOnce };
    return {
        kind,
        compiled,
        warmUp: () => void compilerOnce(),
        provide: async (note) => {
            const sources = wanted(note);
            const stored = await (0,store_store/* readBytecodeNote */.qn)(store, kind, note.sha256);
            const bytecode = stored ?? (await makeSet(note, sources, services));
            if (modules !== undefined)
                tally.select((0,layout/* compiledSources */.gh)(note), sources, bytecode);
            return bytecode;
        },
        close: async () => {
            for (const warning of compiler?.warnings ?? [])
                watch.warn(warning);
            tally.tell(watch, modules);
            await compiler?.close();
            for (const staged of discarded)
                await discardIfPossible(staged);
        },
    };
}
/** Makes a set of what the store has for the same sources, compiles the rest, and publishes it. */
async function makeSet(note, sources, services) {
    const { store, choice, watch, compiled, tally, discarded } = services;
    const { kind, wholeKind } = choice;
    const staged = await (0,store_store/* stage */.dw)(store);
    try {
        const end = watch.begin('compile', { wheel: note.name });
        const known = await findKnown(note, choice.modules === undefined ? [kind] : [wholeKind, kind], store);
        const target = (path) => bytecodePath(path, kind.cacheTag, kind.optimize);
        const places = { from: (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(store, note.sha256)), to: (0,store_store/* filesOf */.R8)(staged), target };
        const reused = reuseKnown(sources, known, places);
        if (reused.rest.length > 0)
            compiled.add(note.name);
        const fresh = await compileSources(reused.rest, places, services);
        const files = [...reused.files, ...fresh.files].sort(byPath);
        const failed = [...reused.failed, ...fresh.failed].sort(byPath);
        const bytecode = { wheel: note.sha256, files, failed };
        await (0,store_store/* publish */.mk)(staged, (0,store_store/* bytecodeDirectory */.$p)(store, kind, note.sha256), bytecode);
        tally.make(sources.length, reused.rest.length);
        end({ files: files.length, bytes: (0,store_note/* unpackedSize */.JL)(bytecode), busyMs: fresh.busyMs });
        return bytecode;
    }
    catch (error) {
        discarded.push(staged);
        await discardIfPossible(staged);
        throw error;
    }
}
/** What stays is swept when it is old: why the set was given up matters more. */
async function discardIfPossible(staged) {
    await (0,store_store/* discard */.vf)(staged).catch(error => {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
    });
}
async function compileSources(sources, { from, to, target }, { compilerOnce }) {
    if (sources.length === 0)
        return { files: [], failed: [], busyMs: 0 };
    const result = await compilerOnce().compile(sources.map(({ path, sha256, size }) => ({
        source: (0,external_node_path_.join)(from, path),
        target: (0,external_node_path_.join)(to, target(path)),
        name: path,
        mtime: (0,store_note/* sourceMtime */.Ec)(sha256),
        size,
    })));
    const files = result.files.map(({ name, size, sha256 }) => ({
        path: target(name),
        size,
        sha256,
        executable: false,
    }));
    const failed = result.failed.map(({ name, message }) => ({ path: name, message }));
    return { files, failed, busyMs: result.busyMs };
}
function byPath(a, b) {
    return a.path < b.path ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/pipeline/entries.js
var entries = __webpack_require__(3610);
// EXTERNAL MODULE: ./lib/pipeline/facts.js
var pipeline_facts = __webpack_require__(4253);
// EXTERNAL MODULE: ./lib/pipeline/fresh.js
var fresh = __webpack_require__(9766);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/wheel/zip.js + 3 modules
var zip = __webpack_require__(6070);
// EXTERNAL MODULE: ./lib/install/archive.js
var install_archive = __webpack_require__(5925);
;// CONCATENATED MODULE: ./lib/install/windows-launchers.js
/** The launcher executables of Windows scripts, taken from the pip that the base interpreter bundles. */






/**
 * Reads the console (`t`) and gui (`w`) launcher out of `ensurepip`'s pip wheel below `standardLibrary`.
 * Throws UserError LAUNCHER_NOT_FOUND.
 */
async function readWindowsLaunchers(standardLibrary, arch) {
    const directory = (0,external_node_path_.join)(standardLibrary, 'ensurepip', '_bundled');
    const names = await (0,promises_.readdir)(directory).catch(() => []);
    const wheel = names.find(name => /^pip-.*\.whl$/.test(name));
    if (wheel === undefined)
        throw launcherNotFound(directory);
    const archive = (0,install_archive/* openArchive */.p)((0,external_node_path_.join)(directory, wheel));
    try {
        const read = (gui) => readLauncher(archive, (0,scripts/* launcherName */.md)({ gui, arch }), wheel);
        return { console: read(false), gui: read(true) };
    }
    finally {
        archive.close();
    }
}
function readLauncher(archive, name, wheel) {
    const entry = (0,zip/* readEntries */.$2)(archive, wheel).find(({ path }) => path === `pip/_vendor/distlib/${name}`);
    if (entry === undefined)
        throw launcherNotFound(`${wheel}: ${name}`);
    return (0,zip/* inflateEntry */.Yj)(entry, archive.read((0,zip/* entryDataOffset */.ae)(archive, entry, wheel), entry.compressedSize), wheel);
}
function launcherNotFound(where) {
    return new errors/* UserError */.yo('LAUNCHER_NOT_FOUND', `no launcher for scripts was found in \`${where}\``, {
        hint: 'use a Python that includes ensurepip, such as that of setup-python or uv',
    });
}

;// CONCATENATED MODULE: ./lib/pipeline/install-services.js
/** What placing files needs to know of a run. */


/** Reads the launchers of Windows, and nothing elsewhere. */
async function installServices({ environment, interpreter, kind }, run) {
    const { os, arch } = run.host.platform;
    return {
        store: run.located.store,
        linkMode: run.located.linkMode,
        environment,
        os,
        bytecodeKind: kind,
        pythonVersion: interpreter.version,
        windowsLaunchers: os === 'win32' ? await readWindowsLaunchers((0,external_node_path_.join)(interpreter.basePrefix, 'Lib'), arch) : undefined,
    };
}

// EXTERNAL MODULE: ./lib/concurrency.js
var concurrency = __webpack_require__(8316);
// EXTERNAL MODULE: ./lib/pipeline/wheels.js
var pipeline_wheels = __webpack_require__(3600);
;// CONCATENATED MODULE: ./lib/pipeline/provide.js
/** Wheels into the store, and their bytecode beside them, many at once. */


/** Connections at a time; with more, big wheels stall one another and run into timeouts. */
const parallelDownloads = 16;
/**
 * Fetches, unpacks and starts to compile: each wheel on its own, many at once, the largest first. What the remote cache
 * promises comes last, so that waiting for it holds up nothing; what it fails to give is fetched like the rest.
 */
async function provideAll(wheels, { run, restoring }, bytecode) {
    const { watch } = run;
    const services = { ...run, store: run.located.store, os: run.host.platform.os };
    const isPromised = (wheel) => Number(restoring.promises(wheel));
    const largestFirst = wheels.toSorted((a, b) => (b.file.size ?? 0) - (a.file.size ?? 0));
    const promisedLast = largestFirst.toSorted((a, b) => isPromised(a) - isPromised(b));
    const compiling = [];
    try {
        return await (0,concurrency/* mapBounded */.y)(promisedLast, parallelDownloads, async (planned) => {
            watch.signal.throwIfAborted();
            const isRestored = await restoring.arrival(planned);
            const { note, source } = await (0,pipeline_wheels/* provideWheel */.f3)(planned, services);
            const compiled = bytecode?.provide(note) ?? Promise.resolve(undefined);
            compiled.catch(() => undefined);
            compiling.push(compiled);
            return { planned, note, source: isRestored ? 'cache' : source, compiled };
        });
    }
    catch (error) {
        await Promise.allSettled(compiling);
        throw error;
    }
}

// EXTERNAL MODULE: ./lib/wheel/invalid-wheel.js
var invalid_wheel = __webpack_require__(6498);
// EXTERNAL MODULE: ./lib/install/reading.js
var reading = __webpack_require__(1879);
;// CONCATENATED MODULE: ./lib/install/egg.js
/** Metadata of setuptools: files in an `.egg-info` or `EGG-INFO` directory, or inside a zipped egg. */





function readDirectory(directory) {
    return name => {
        const path = (0,external_node_path_.join)(directory, name);
        return (0,reading/* namesIn */.wX)(path)?.join('\n') ?? (0,reading/* textOf */.b6)(path);
    };
}
/** What a zipped egg says of its scripts, or undefined where the archive cannot be read. */
function readArchived(path) {
    try {
        const { shipped, entryPoints } = readScripts(path);
        return name => ({ scripts: shipped, 'entry_points.txt': entryPoints })[name];
    }
    catch (error) {
        if ((0,errors/* isUserError */.iU)(error) || (0,errors/* errnoOf */.UQ)(error) !== undefined || error instanceof RangeError)
            return undefined;
        throw error;
    }
}
function readScripts(path) {
    const archive = (0,install_archive/* openArchive */.p)(path);
    try {
        const entries = (0,zip/* readEntries */.$2)(archive, path);
        const shipped = entries.flatMap(entry => /^EGG-INFO\/scripts\/(.+)$/.exec(entry.path)?.[1] ?? []).join('\n');
        const entry = entries.find(candidate => candidate.path === 'EGG-INFO/entry_points.txt');
        if (entry === undefined)
            return { shipped, entryPoints: undefined };
        return { shipped, entryPoints: (0,zip/* readEntry */.hB)(archive, entry, path).toString('utf8') };
    }
    finally {
        archive.close();
    }
}
/** The names of the scripts that a distribution installs: those that it ships, and the wrappers of its entry points. */
function scriptNames(source) {
    const shipped = (source('scripts') ?? '').split('\n').filter(Boolean);
    return { shipped, wrappers: entryPointNames(source('entry_points.txt') ?? '') };
}
/** As lenient as the readers of old: a line that names no object still names a script. */
function entryPointNames(text) {
    const names = new Set();
    let isScripts = false;
    for (const line of text.split(/\r?\n/).map(raw => raw.trim())) {
        const [, group] = /^\[(.*)\]$/.exec(line) ?? [];
        if (group !== undefined)
            isScripts = /^(?:console|gui)_scripts$/.test(group.trim());
        else if (isScripts && /^[^#;][^=]*=/.test(line))
            names.add(line.slice(0, line.indexOf('=')).trim());
    }
    return [...names];
}

// EXTERNAL MODULE: ./lib/install/installed.js + 1 modules
var installed = __webpack_require__(2515);
;// CONCATENATED MODULE: ./lib/install/belongings.js
/** What the metadata of an installed distribution says about its files, before anyone looks what is there. */








/** Throws UserError UNINSTALL_REFUSED where it cannot be known which files are its own. */
function belongingsOf(distribution, environment) {
    switch (distribution.kind) {
        case 'dist-info':
            return ofDistInfo(distribution, environment);
        case 'incomplete':
            return ofIncomplete(distribution);
        case 'egg-info':
            return ofEggInfo(distribution, environment);
        case 'egg':
            return ofEgg(distribution, environment);
        case 'egg-link':
            return ofEggLink(distribution, environment);
        case 'distutils':
            throw refused(distribution, `was installed by distutils, which keeps no list of files (${(0,invalid_wheel/* quoted */.TL)(distribution.directory)})`, 'remove it with what installed it, or use a new environment');
    }
}
/** A UserError UNINSTALL_REFUSED; `reason` goes on after the name of the distribution. */
function refused(distribution, reason, hint) {
    return new errors/* UserError */.yo('UNINSTALL_REFUSED', `${nameOf(distribution)} cannot be removed: it ${reason}`, { hint });
}
/** For messages. */
function nameOf({ name, version }) {
    return (0,invalid_wheel/* quoted */.TL)(version === '' ? name : `${name} ${version}`);
}
const nothing = { files: [], wholes: [], trees: [], importedFrom: [], remarks: [] };
function ofDistInfo({ directory }, environment) {
    const { rows, faults } = (0,wheel_record/* parseRecord */.Hh)((0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, 'RECORD')) ?? '');
    const library = (0,external_node_path_.dirname)(directory);
    const isDamaged = faults.some(({ kind }) => kind === 'quote' || kind === 'rows');
    const scripts = scriptsOf(readDirectory(directory), environment);
    return {
        ...nothing,
        files: [...rows.map(({ path }) => resolveRow(path, library, environment)), ...scripts.files],
        wholes: [directory],
        remarks: [...(isDamaged ? ['has a damaged RECORD: some of its files may stay'] : []), ...scripts.remarks],
    };
}
/** pip, with `--target`, writes the rows of another scheme: that of a home directory, two directories further down. */
function resolveRow(path, library, environment) {
    const row = slashed(path, environment);
    return (0,external_node_path_.resolve)(library, environment.kind === 'target' ? row.replace(/^\.\.\/\.\.\/(?!\.\.(?:\/|$))/, '') : row);
}
function slashed(path, { python }) {
    return (0,python_environment/* isWindowsPath */.NU)(python) ? path.replaceAll('\\', '/') : path;
}
const ownInstallers = ['', 'pip', 'uv', 'wheelcrew'];
function ofIncomplete(distribution) {
    const { directory, installer } = distribution;
    if (!ownInstallers.includes(installer)) {
        throw refused(distribution, `has no RECORD of its files, and ${(0,invalid_wheel/* quoted */.TL)(installer)} installed it`, `remove it with ${(0,invalid_wheel/* quoted */.TL)(installer)}, or use a new environment`);
    }
    const remark = `has no RECORD: ${(0,invalid_wheel/* quoted */.TL)(directory)} is removed, and files beside it may stay`;
    return { ...nothing, wholes: [directory], remarks: [remark] };
}
function ofEggInfo(distribution, environment) {
    const { directory } = distribution;
    const source = readDirectory(directory);
    const scripts = scriptsOf(source, environment);
    const listed = source('installed-files.txt');
    if (listed !== undefined) {
        const files = lines(listed).map(line => (0,external_node_path_.resolve)(directory, slashed(line, environment)));
        return { ...nothing, ...scripts, files: [...files, ...scripts.files], wholes: [directory] };
    }
    if (!/-v?\d[^/\\]*\.egg-info$/i.test(directory)) {
        throw refused(distribution, `has the metadata of a source tree, without a list of files (${(0,invalid_wheel/* quoted */.TL)(directory)})`, 'remove it with what put it there, or use a new environment');
    }
    const modules = ofTopLevel(source, (0,external_node_path_.dirname)(directory));
    return {
        ...modules,
        files: [...modules.files, ...scripts.files],
        wholes: [directory],
        remarks: [...modules.remarks, ...scripts.remarks],
    };
}
/** `_x.cpython-311-x86_64-linux-gnu.so`, `_x.pyd` */
const extension = /^([^.]+)(?:\.[\w-]+)?\.(?:so|pyd)$/;
/** Modules by their names alone; a namespace package belongs to several distributions, so it stays. */
function ofTopLevel(source, library) {
    const namespaces = lines(source('namespace_packages.txt'));
    const names = lines(source('top_level.txt'));
    const odd = names.filter(name => !isPlainName(name));
    const shared = names.filter(name => namespaces.includes(name));
    const own = names.filter(name => isPlainName(name) && !namespaces.includes(name));
    const extensions = ((0,reading/* namesIn */.wX)(library) ?? []).filter(name => own.includes(extension.exec(name)?.[1] ?? ''));
    return {
        ...nothing,
        files: [...own.map(name => `${name}.py`), ...extensions].map(name => (0,external_node_path_.join)(library, name)),
        trees: own.map(name => (0,external_node_path_.join)(library, name)),
        remarks: [
            ...(source('top_level.txt') === undefined ? ['has no list of its files: they may stay'] : []),
            ...ignoring('modules by no module name', odd),
            ...(shared.length === 0
                ? []
                : [`has files in a package that it shares with others, which stay: ${shared.map(invalid_wheel/* quoted */.TL).join(', ')}`]),
        ],
    };
}
function ofEgg({ directory }, environment) {
    const isArchive = (0,reading/* namesIn */.wX)(directory) === undefined;
    const source = isArchive ? readArchived(directory) : readDirectory((0,external_node_path_.join)(directory, 'EGG-INFO'));
    const remarks = source === undefined ? ['is no archive that can be read: its scripts may stay'] : [];
    const scripts = scriptsOf(source ?? (() => undefined), environment);
    return {
        ...nothing,
        files: scripts.files,
        wholes: [directory],
        importedFrom: [directory],
        remarks: [...remarks, ...scripts.remarks],
    };
}
/** The tree that the link leads to is the user's own. */
function ofEggLink({ directory, name }, environment) {
    const tree = (0,installed/* linkedTree */.cj)(directory);
    const eggInfo = tree === undefined ? undefined : (0,installed/* eggInfoOf */.l$)(tree, name);
    const scripts = eggInfo === undefined ? nothing : scriptsOf(readDirectory(eggInfo), environment);
    return { ...nothing, ...scripts, wholes: [directory], importedFrom: tree === undefined ? [] : [tree] };
}
/** The files that entry points and shipped scripts become, and on Windows all that they may come with. */
function scriptsOf(source, { schemes, python }) {
    const { shipped, wrappers } = scriptNames(source);
    const odd = [...shipped, ...wrappers].filter(name => !isPlainName(name));
    const launched = (0,python_environment/* isWindowsPath */.NU)(python)
        ? [...shipped.map(name => `${name}.bat`), ...wrappers.flatMap(launcherFiles)]
        : [];
    return {
        files: [...shipped, ...wrappers, ...launched].filter(isPlainName).map(name => (0,external_node_path_.join)(schemes.scripts, name)),
        remarks: ignoring('scripts that are no filenames', odd),
    };
}
function ignoring(what, names) {
    return names.length === 0 ? [] : [`names ${what}, which is ignored: ${names.map(invalid_wheel/* quoted */.TL).join(', ')}`];
}
/** What a script of this name may be on Windows. */
function launcherFiles(name) {
    return ['.exe', '.exe.manifest', '-script.py', '-script.pyw'].map(suffix => `${name}${suffix}`);
}
/** On POSIX systems a backslash is legal, but in no name of a module or script. */
function isPlainName(name) {
    return !/[/\\\0]|^\.{0,2}$/.test(name) && !/^[A-Za-z]:/.test(name);
}
function lines(text) {
    return (text ?? '')
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(Boolean);
}

;// CONCATENATED MODULE: ./lib/install/easy-install.js
/** easy-install.pth, the list of eggs and source trees that setuptools puts on `sys.path`. */





/**
 * The easy-install.pth of a directory without the lines that lead to one of these paths; nothing where it has none.
 * All other lines stay as they are, line ends included. Throws UserError ENVIRONMENT_UNREADABLE.
 */
function rewriteEasyInstall(library, targets, { python }) {
    const path = (0,external_node_path_.join)(library, 'easy-install.pth');
    const isFile = (0,reading/* unlessAbsent */.QY)(path, () => (0,external_node_fs_.lstatSync)(path).isFile());
    if (targets.length === 0 || isFile === undefined)
        return { rewrites: [], remarks: [] };
    const bytes = (0,reading/* unlessAbsent */.QY)(path, () => (0,external_node_fs_.readFileSync)(path)) ?? Buffer.alloc(0);
    const text = bytes.toString('utf8');
    const content = text
        .split(/(?<=\n)/)
        .filter(line => !targets.some(target => leadsTo(line, target, { library, python })))
        .join('');
    if (content === text)
        return { rewrites: [], remarks: [] };
    if (isFile && Buffer.from(text).equals(bytes))
        return { rewrites: [{ path, content }], remarks: [] };
    const reason = isFile ? 'is not UTF-8' : 'is a link';
    return { rewrites: [], remarks: [`is listed in ${(0,invalid_wheel/* quoted */.TL)(path)}, which ${reason}: the line stays`] };
}
function leadsTo(line, target, { library, python }) {
    const entry = line.trim();
    if (entry === '' || entry.startsWith('#') || /^import\s/.test(entry))
        return false;
    const path = (0,external_node_path_.resolve)(library, entry);
    const key = (value) => ((0,python_environment/* isWindowsPath */.NU)(python) ? value.replaceAll('/', '\\').toLowerCase() : value);
    return key(path) === key(target) || (0,reading/* realPath */.Ye)(path) === ((0,reading/* realPath */.Ye)(target) ?? '');
}

;// CONCATENATED MODULE: ./lib/install/uninstall.js
/** What removing a distribution takes away. Nothing is changed here. */









/**
 * Finds what belongs to an installed distribution: what its RECORD or the metadata of setuptools names, with bytecode.
 * Nothing outside the schemes of the environment, through whatever link, and nothing that belongs to the environment
 * itself is ever part of it; a warning names such paths (PyPA "Recording installed projects").
 * `survey`: what is known of the environment already, so that many removals read each directory once.
 * Throws UserError UNINSTALL_REFUSED where that is not known, and ENVIRONMENT_UNREADABLE.
 */
async function planRemoval(distribution, environment, survey = (0,install_survey/* openSurvey */.j)(environment)) {
    if (survey.find(distribution.directory)?.isRemovable === false) {
        throw refused(distribution, `lies outside the directories of the environment (${(0,invalid_wheel/* quoted */.TL)(distribution.directory)})`, 'remove it with what put it there, or use a new environment');
    }
    const belongings = belongingsOf(distribution, environment);
    const own = gather(belongings, { survey, environment });
    const rewritten = rewriteEasyInstall((0,external_node_path_.dirname)(distribution.directory), belongings.importedFrom, environment);
    const remarks = [...belongings.remarks, ...own.remarks, ...rewritten.remarks];
    return {
        name: distribution.name,
        version: distribution.version,
        files: own.files.filter(path => !own.directories.some(directory => (0,install_survey/* isWithin */.U)(path, directory))),
        directories: own.directories,
        rewrites: rewritten.rewrites,
        warnings: remarks.map(remark => `${nameOf(distribution)} ${remark}`),
    };
}
/**
 * What the RECORD of an installed dist-info lists, whether or not it is there; nothing for distributions without.
 * `hints`: names of which one stands in every RECORD that matters; another one is not parsed.
 * Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function readInstalledFiles({ directory, kind }, hints) {
    if (kind !== 'dist-info')
        return [];
    const record = (0,reading/* textOf */.b6)((0,external_node_path_.join)(directory, 'RECORD')) ?? '';
    if (hints !== undefined && !hints.some(hint => record.includes(hint)))
        return [];
    const { rows } = (0,wheel_record/* parseRecord */.Hh)(record);
    return rows.map(({ path, hash }) => ({ destination: (0,external_node_path_.resolve)((0,external_node_path_.dirname)(directory), path), sha256: sha256Of(hash) }));
}
function sha256Of(hash) {
    const [, digest] = /^sha256=([\w-]{43})=?$/.exec(hash) ?? [];
    return digest === undefined ? undefined : Buffer.from(digest, 'base64url').toString('hex');
}
/**
 * Directories named `~…` that a killed pip left in the libraries of an environment. What has such a name in a target
 * directory, and every file, is the user's: pip leaves none there. Throws UserError ENVIRONMENT_UNREADABLE.
 */
async function findLeftovers({ kind, schemes }) {
    if (kind === 'target')
        return [];
    const leftovers = (0,reading/* distinctDirectories */.wj)([schemes.purelib, schemes.platlib]).flatMap(directory => {
        const names = ((0,reading/* namesIn */.wX)(directory) ?? []).filter(entry => entry.startsWith('~'));
        // A killed pip leaves the dist-info of what it was moving; without one they are someone's own.
        return names.some(entry => entry.endsWith('.dist-info')) ? names.map(entry => (0,external_node_path_.join)(directory, entry)) : [];
    });
    return leftovers.filter(path => (0,external_node_fs_.lstatSync)(path).isDirectory()).sort();
}
function gather(belongings, { survey, environment }) {
    const files = new Set();
    const directories = new Set();
    const foreign = new Set();
    const add = (found) => {
        if (!found.isRemovable)
            foreign.add(found.path);
        else if (!found.isDirectory)
            files.add(found.path);
    };
    const addWhole = (found) => {
        if (found.isRemovable && found.isDirectory)
            directories.add(found.path);
        else
            add(found);
    };
    const addTree = (found) => {
        if (!found.isDirectory || !found.isRemovable)
            add(found);
        else {
            const contents = survey.contents(found.path);
            if (contents.length === 0)
                directories.add(found.path);
            for (const inner of contents)
                addTree(inner);
        }
    };
    for (const path of belongings.files.flatMap(file => withLaunchers(file, environment))) {
        const found = survey.find(path);
        if (found?.isDirectory === false)
            add(found);
        if (path.endsWith('.py'))
            for (const compiled of survey.bytecodeOf(path))
                if (compiled.isRemovable)
                    add(compiled);
    }
    for (const found of belongings.trees.flatMap(path => survey.find(path) ?? []))
        addTree(found);
    for (const found of belongings.wholes.flatMap(path => survey.find(path) ?? []))
        addWhole(found);
    return { files: [...files].sort(), directories: [...directories].sort(), remarks: remarkOn([...foreign].sort()) };
}
/** On Windows, a script that is listed in one of its forms may have others beside it. */
function withLaunchers(file, { schemes, python }) {
    if (!(0,python_environment/* isWindowsPath */.NU)(python) || (0,external_node_path_.dirname)(file) !== schemes.scripts)
        return [file];
    const [, stem] = /^(.*?)(?:\.exe|\.exe\.manifest|-script\.pyw?)$/i.exec(file) ?? [];
    return stem === undefined ? [file] : [file, ...launcherFiles(stem)];
}
const mostShown = 10;
function remarkOn(foreign) {
    if (foreign.length === 0)
        return [];
    return [`lists files that do not belong to it, which stay: ${(0,invalid_wheel/* quotedFew */.Z_)(foreign, mostShown)}`];
}

// EXTERNAL MODULE: ./lib/install/digest.js
var digest = __webpack_require__(7027);
;// CONCATENATED MODULE: ./lib/pipeline/replacement.js
/** What leaves an environment, and who shares paths with what comes and goes. */





/** Compares what the distributions that stay hold, by their RECORD, with what the change writes and removes. */
async function findSharing(staying, { wheels, removals }, { environment, os }) {
    if (staying.length === 0)
        return { sharers: [], conflicts: new Map(), spared: new Set() };
    const keyOf = pathKeys(os);
    const claims = new Map(wheels.flatMap(prepared => [...claimsOf(prepared)]
        .filter(({ destination }) => !prepared.lost.has(destination))
        .map(({ destination, sha256 }) => [keyOf(destination), { name: prepared.wheel.note.name, sha256 }])));
    const removed = new Set(removals.flatMap(({ files }) => files.map(keyOf)));
    const { purelib, platlib } = environment.schemes;
    const hints = os === 'linux' ? hintsOf([...claims.keys(), ...removed], [purelib, platlib]) : undefined;
    const sharers = [];
    const conflicts = new Map();
    const spared = new Set();
    for (const distribution of staying) {
        const found = [];
        let isDamaged = false;
        for (const { destination, sha256 } of await readInstalledFiles(distribution, hints)) {
            const claim = claims.get(keyOf(destination));
            if (claim !== undefined) {
                if (claim.sha256 !== sha256)
                    found.push({ winner: claim.name, path: destination });
            }
            else if (removed.has(keyOf(destination))) {
                spared.add(keyOf(destination));
                if (sha256 !== undefined && (0,reading/* unlessAbsent */.QY)(destination, () => (0,digest/* digestFile */.T)(destination).sha256) !== sha256)
                    isDamaged = true;
            }
        }
        if (found.length > 0 || isDamaged)
            sharers.push(distribution);
        if (found.length > 0)
            conflicts.set(distribution.name, toConflicts(distribution.name, found));
    }
    return { sharers, conflicts, spared };
}
/** More than this many are no shortcut. */
const mostHints = 100;
/** A name in each of these paths that a RECORD which lists the path holds too; undefined where they are too many. */
function hintsOf(paths, libraries) {
    const hints = new Set();
    for (const path of paths) {
        // A RECORD writes it doubled.
        if (path.includes('"'))
            return undefined;
        const library = libraries.find(directory => path.startsWith(directory + external_node_path_.sep));
        const [first = '', ...rest] = library === undefined ? [] : path.slice(library.length + 1).split(external_node_path_.sep);
        hints.add(rest.length === 0 ? (0,external_node_path_.basename)(path) : `${first}/`);
        if (hints.size > mostHints)
            return undefined;
    }
    return [...hints];
}
function toConflicts(loser, found) {
    const winners = [...new Set(found.map(({ winner }) => winner))];
    return winners.map(winner => ({
        winner,
        loser,
        paths: found.filter(entry => entry.winner === winner).map(({ path }) => path),
    }));
}
/** Removals without the files that someone else needs. */
function sparing(removals, { spared }, { os }) {
    const keyOf = pathKeys(os);
    if (spared.size === 0)
        return removals;
    return removals.map(removal => ({ ...removal, files: removal.files.filter(path => !spared.has(keyOf(path))) }));
}

;// CONCATENATED MODULE: ./lib/pipeline/settle.js
/** Settles a change of an environment before it begins: what goes, what comes, and who wins a contested path. */






/**
 * Prepares the change. A distribution that stays and shares a path with what comes or goes is installed again, so that
 * the environment is the one that a new one would be: who wins a path does not depend on what was there before.
 * Throws UserError CONFLICT where conflicts are errors, and UNINSTALL_REFUSED.
 */
async function settleInstall(inStore, settling) {
    const { run, plan, present, services } = settling;
    const leaving = [...plan.remove];
    const again = new Map(plan.reuse.map(wheel => [wheel.name, wheel]));
    const all = [...inStore];
    const survey = (0,install_survey/* openSurvey */.j)(services.environment);
    for (;;) {
        const removals = await planRemovals(leaving, survey, settling);
        const preparation = prepareInstall(all.map(toInstallable), services, removals);
        const staying = present.filter(distribution => !leaving.includes(distribution));
        const sharing = await findSharing(staying, preparation, services);
        const repeatable = sharing.sharers.filter(({ name }) => again.has(name));
        if (repeatable.length === 0) {
            const lasting = sharing.sharers.flatMap(({ name }) => sharing.conflicts.get(name) ?? []);
            reportConflicts([...preparation.conflicts, ...lasting], run);
            for (const warning of removals.flatMap(({ warnings }) => warnings))
                run.watch.warn(warning);
            return { inStore: all, preparation: { ...preparation, removals: sparing(removals, sharing, services) } };
        }
        const names = new Set(repeatable.map(({ name }) => name));
        leaving.push(...repeatable);
        all.push(...(await settling.provideMore([...names].flatMap(name => again.get(name) ?? []))));
        for (const name of names)
            again.delete(name);
    }
}
async function planRemovals(leaving, survey, { run, services, target }) {
    const { environment } = services;
    const removals = await Promise.all(leaving.map(distribution => planRemoval(distribution, environment, survey)));
    if (!run.settings.exact || target.isNew)
        return removals;
    const leftovers = await findLeftovers(environment);
    if (leftovers.length === 0)
        return removals;
    return [...removals, { name: '~', version: '', files: [], directories: leftovers, rewrites: [], warnings: [] }];
}
function toInstallable({ note, planned, entryPoints }) {
    return {
        note,
        entryPoints,
        requested: planned.requested,
        directUrl: planned.directUrl,
        uvCacheInfo: planned.uvCacheInfo,
    };
}
/** Two distributions, one path, different bytes: a warning or, on demand, the end of the run. */
function reportConflicts(conflicts, { watch, settings }) {
    const lines = conflicts.map(describeConflict);
    if (settings.onConflict === 'error' && lines.length > 0) {
        throw new errors/* UserError */.yo('CONFLICT', lines.join('; '), {
            hint: 'leave out one of them, or let the one that pip would install last win with `--on-conflict warn`',
        });
    }
    for (const warning of conflictWarnings(conflicts))
        watch.warn(warning);
}
/** What a run that lets one of two wheels win says about it. */
function conflictWarnings(conflicts) {
    return conflicts.map(conflict => `${describeConflict(conflict)}; \`${conflict.winner}\` wins`);
}
function describeConflict({ winner, loser, paths }) {
    return `\`${winner}\` and \`${loser}\` hold different files at ${(0,invalid_wheel/* quotedFew */.Z_)(paths, 3)}`;
}

// EXTERNAL MODULE: ./lib/pipeline/stored-plan.js
var stored_plan = __webpack_require__(6687);
;// CONCATENATED MODULE: ./lib/pipeline/carry-out.js
/** Carries out a plan: wheels into the store, bytecode beside them, and both into the environment, overlapped. */











/** Carries out the plan. On failure all files that it put into the environment are gone again. */
async function carryOut(work) {
    const { run, interpreter } = work;
    const { settings, host, watch, located } = run;
    const bytecode = openBytecode(interpreter, { settings, host, watch, store: located.store });
    if (work.isIncomplete)
        bytecode?.warmUp();
    try {
        const installed = await provideAndInstall(work, bytecode);
        return { ...installed, kind: bytecode?.kind, compiled: bytecode?.compiled ?? new Set() };
    }
    finally {
        await bytecode?.close();
    }
}
async function provideAndInstall(work, bytecode) {
    const { run, plan, target } = work;
    const provideMore = (wheels) => provideAll(wheels, work, bytecode);
    const inStore = await provideMore(plan.wheels);
    run.watch.signal.throwIfAborted();
    if (inStore.length === 0 && plan.remove.length === 0 && !target.isNew)
        return { provided: [], planted: undefined };
    const { environment } = target;
    const services = await installServices({ environment, interpreter: work.interpreter, kind: bytecode?.kind }, run);
    const settled = await settleInstall(inStore, { ...work, services, provideMore });
    if (target.isNew)
        return plantAll(settled, work, services);
    const installation = beginInstallation(settled.preparation, services);
    try {
        const provided = await installAll(settled.preparation, { installation, inStore: settled.inStore, run });
        installation.commit();
        return { provided, planted: undefined };
    }
    catch (error) {
        await Promise.allSettled(settled.inStore.map(wheel => wheel.compiled));
        installation.undo();
        throw error;
    }
}
/** Bytes, unpacked, from which a wheel has an image of its own, as it has a pack of its own. */
const bigBytes = 64 << 20;
/** Describes what a new environment is to hold, keeps that for later runs, and carries it out. */
async function plantAll({ inStore, preparation }, { run, target, repeatable }, services) {
    const { environment } = target;
    const provided = await Promise.all(inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })));
    run.watch.signal.throwIfAborted();
    const bytecode = provided.flatMap(wheel => wheel.bytecode ?? []);
    const facts = {
        wheels: provided.map(wheel => ({ ...(0,pipeline_facts/* providedFacts */.h)(wheel), source: 'store' })),
        warnings: conflictWarnings(preparation.conflicts),
        entries: (0,entries/* entriesOf */.M)(provided.map(({ note }) => note.sha256), services.bytecodeKind),
        big: provided
            .map(({ note }) => note)
            .filter(note => (0,store_note/* unpackedSize */.JL)(note) >= bigBytes)
            .map(({ sha256 }) => sha256),
        texts: repeatable?.texts ?? [],
        files: repeatable?.files ?? [],
    };
    const tree = describeTree(preparation, new Map(bytecode.map(note => [note.wheel, note])), services);
    const plan = await (0,stored_plan/* keepPlan */.vk)({ key: repeatable?.key, tree, facts }, run);
    await target.ready();
    const { windowsLaunchers } = services;
    await (0,fresh/* plant */.C)({ plan, root: environment.root, environment, windowsLaunchers }, run);
    return { provided, planted: plan };
}
/** Links everything while bytecode is still being compiled, then finishes each wheel with its bytecode. */
async function installAll(preparation, { installation, inStore, run }) {
    const { watch } = run;
    const byName = new Map(inStore.map(item => [item.note.name, item]));
    watch.expect('link', { wheels: preparation.wheels.length });
    for (const prepared of preparation.wheels) {
        watch.signal.throwIfAborted();
        const end = watch.begin('link', { wheel: prepared.wheel.note.name });
        end({ files: installation.link(prepared) });
    }
    const provided = [];
    for (const prepared of preparation.wheels) {
        const item = byName.get(prepared.wheel.note.name);
        if (item === undefined)
            continue;
        const bytecode = await item.compiled;
        watch.signal.throwIfAborted();
        const end = watch.begin('link', { wheel: item.note.name });
        end({ files: installation.finish(prepared, bytecode) });
        provided.push({ planned: item.planned, note: item.note, source: item.source, bytecode });
    }
    return provided;
}

// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/pipeline/seal.js + 2 modules
var seal = __webpack_require__(8954);
;// CONCATENATED MODULE: ./lib/pipeline/conclude.js





/** Seals, sweeps and reports. */
async function concludeRun(conclusion, run) {
    const { watch, located } = run;
    const { request: save, reason } = await (0,seal/* sealSave */.b)(conclusion, run);
    watch.decide('save', save === undefined ? 'no' : 'yes', reason);
    await (0,store_store/* sweepAbandoned */.Lj)(located.store, Date.now());
    const { keep } = conclusion;
    const upkeep = { ...(0,entries/* upkeepOf */.q)(leasedBy(conclusion), run), ...(keep && { keep }) };
    return (0,report/* buildReport */.FK)(watch, (0,pipeline_facts/* reportFacts */.g)({ ...conclusion, save, upkeep }, run));
}
/** What the environment was left with by an earlier run counts too: that may have been another job. */
function leasedBy({ provided, reused, kind, environment }) {
    if (environment.kind === 'store')
        return [];
    return (0,entries/* entriesOf */.M)([...provided.map(({ note }) => note.sha256), ...reused.flatMap(({ sha256 }) => sha256 ?? [])], kind);
}

// EXTERNAL MODULE: ./lib/pipeline/environment.js
var environment = __webpack_require__(6283);
// EXTERNAL MODULE: ./lib/plan/plan.js + 2 modules
var plan = __webpack_require__(7781);
// EXTERNAL MODULE: ./lib/pipeline/lock.js + 7 modules
var pipeline_lock = __webpack_require__(7476);
// EXTERNAL MODULE: ./lib/cache/key.js
var key = __webpack_require__(2009);
// EXTERNAL MODULE: ./lib/cache/packing.js
var packing = __webpack_require__(6961);
// EXTERNAL MODULE: ./lib/store/pack-contents.js
var pack_contents = __webpack_require__(9047);
// EXTERNAL MODULE: ./lib/store/frames.js
var store_frames = __webpack_require__(7351);
// EXTERNAL MODULE: ./lib/store/pack.js
var pack = __webpack_require__(9152);
// EXTERNAL MODULE: ./lib/store/pack-format.js
var pack_format = __webpack_require__(7146);
// EXTERNAL MODULE: ./lib/store/frame-cuts.js
var frame_cuts = __webpack_require__(8896);
;// CONCATENATED MODULE: ./lib/store/pack-ranges.js
/** Stored bytes of a range: enough for one request, little enough that all threads have work. */
const [largestRange, smallestRange, rangesOfPack] = [4 << 20, 512 << 10, 48];
/** Bytes that a range may decode to: what a thread holds. */
const largestDecoded = 24 << 20;
/** Between two wanted frames, so many bytes are read in vain rather than asked for apart. */
const largestGap = 64 << 10;
/** Joins frames, given in the order of the pack, to ranges; `packSize` in bytes. */
function rangesOf(frames, packSize) {
    const limit = Math.min(largestRange, Math.max(smallestRange, packSize / rangesOfPack));
    const ranges = [];
    let [start, end, decoded] = [0, Number.NEGATIVE_INFINITY, 0];
    for (const ranged of frames) {
        const { offset, stored, cut } = ranged.frame;
        const isNear = offset - end <= largestGap && offset + stored.size - start <= limit;
        const last = ranges.at(-1);
        if (last !== undefined && isNear && decoded + cut.size <= largestDecoded) {
            last.push(ranged);
            decoded += cut.size;
        }
        else {
            ranges.push([ranged]);
            start = offset;
            decoded = cut.size;
        }
        end = offset + stored.size;
    }
    return ranges;
}

// EXTERNAL MODULE: ./lib/store/stored-file.js
var stored_file = __webpack_require__(9041);
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
        if (errnoOf(error) === undefined)
            throw error;
        return `it cannot be read: ${messageOf(error)}`;
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
        const count = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
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
            writePiece(openSync(path, 'r+'), piece, { offset, mtime: undefined });
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
            futimesSync(descriptor, mtime, mtime);
    }
    finally {
        closeSync(descriptor);
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
        throw new store_frames/* PackDamage */.Ns(`\`${file.path}\` cannot be written here`, { cause: error });
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
const largestWrite = (/* unused pure expression or super */ null && (1 << 20));
function writeAll(descriptor, content, position) {
    let written = 0;
    while (written < content.length) {
        const length = Math.min(largestWrite, content.length - written);
        written += writeSync(descriptor, content, written, length, position + written);
    }
}

;// CONCATENATED MODULE: ./lib/store/pack-sections.js
/** Writes sections of a pack to disk, wherever their files belong: range by range, each on any thread. */






/** Begins to unpack a section. */
function unpacking({ section, frames }, pathOf) {
    return { section, frames, pathOf, left: frames.length, damage: undefined };
}
/**
 * Writes what is wanted of the sections of one pack. Ranges are read in the order of the pack; each is decoded as soon as it is
 * there. Damage is noted in the section that it concerns. What `source` throws passes, once nothing is written any more.
 */
async function writeSections(items, source, { services, placed, whenWritten }) {
    const prepared = prepareAll(items, placed);
    prepared.catch(() => undefined);
    const failed = new AbortController();
    const inTurn = work => services.inTurn(async () => {
        failed.signal.throwIfAborted();
        return work();
    });
    const writing = rangesOf(framesOf(items), source.size).map(async (range) => {
        try {
            for (const item of await writeRange(range, source, { services: { ...services, inTurn }, prepared })) {
                await finish(item, whenWritten);
            }
        }
        catch (error) {
            failed.abort(error);
            throw error;
        }
    });
    await Promise.allSettled(writing);
    await Promise.all(writing);
    await prepared;
    for (const item of items)
        if (item.frames.length === 0)
            await finish(item, whenWritten);
}
async function prepareAll(items, placed) {
    await placed;
    for (const item of items)
        prepareParts(item);
}
/** Files of several frames are made beforehand: whichever frame comes first finds its file. */
function prepareParts(item) {
    try {
        for (const { path, executable } of partsOf(item))
            (0,external_node_fs_.closeSync)(createWhole({ path, executable }));
    }
    catch (error) {
        if (!(error instanceof store_frames/* PackDamage */.Ns))
            throw error;
        item.damage = error.message;
    }
}
/** The files that have several pieces. */
function partsOf({ frames, pathOf }) {
    const pieces = frames.flatMap(({ cut }) => cut.pieces).filter(piece => (0,frame_cuts/* isPart */.Q)(piece) && piece.offset === 0);
    return pieces.flatMap(({ file }) => {
        const path = pathOf(file);
        return path === undefined ? [] : [{ ...file, path }];
    });
}
/** The frames of all sections, in the order of the pack. */
function framesOf(items) {
    return items.flatMap(item => item.frames.map(frame => ({ item, frame })));
}
/** Returns the sections of which this range was the last. */
async function writeRange(range, source, { services, prepared }) {
    const start = range[0]?.frame.offset ?? 0;
    const end = range.reduce((_, { frame }) => frame.offset + frame.stored.size, start);
    const { damage } = await services.inTurn(async () => {
        const { descriptor } = source;
        const available = Math.min(end, source.size);
        const bytes = descriptor === undefined && start < available ? await source.read(start, available) : Buffer.alloc(0);
        await prepared;
        const frames = range.map(ranged => frameToWrite(ranged, start));
        return services.decode({
            source: descriptor === undefined ? { bytes: owned(bytes) } : { descriptor, start, end },
            frames,
        });
    });
    services.onBytes?.(end - start);
    const last = [];
    for (const [index, { item }] of range.entries()) {
        item.damage ??= damage[index];
        item.left -= 1;
        if (item.left === 0)
            last.push(item);
    }
    return last;
}
function frameToWrite({ item, frame: { offset, stored, cut } }, start) {
    const { size } = cut;
    const wanted = item.damage === undefined ? cut.pieces : [];
    const pieces = piecesToWrite(wanted, item.pathOf);
    return { at: offset - start, storedSize: stored.size, crc32: stored.crc32, size, pieces };
}
/** Bytes that are alone in their memory, so that it can be handed to another thread. */
function owned(bytes) {
    const isAlone = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
    return isAlone ? bytes : new Uint8Array(bytes);
}
/** A frame that holds a part of a file holds nothing else. */
function piecesToWrite(pieces, pathOf) {
    return {
        paths: pieces.map(({ file }) => pathOf(file) ?? ''),
        lengths: pieces.map(({ length }) => length),
        executables: pieces.map(({ file }) => file.executable),
        mtimes: pieces.map(({ file }) => (0,store_note/* sourceMtime */.Ec)(file.sha256)),
        offset: pieces.find(frame_cuts/* isPart */.Q)?.offset,
    };
}
async function finish(item, whenWritten) {
    if (item.damage === undefined) {
        for (const { path, sha256 } of partsOf(item))
            (0,external_node_fs_.utimesSync)(path, (0,store_note/* sourceMtime */.Ec)(sha256), (0,store_note/* sourceMtime */.Ec)(sha256));
    }
    await whenWritten(item);
}

;// CONCATENATED MODULE: ./lib/store/pack-reader.js
/** Reads packs into the store. Whatever is damaged is dropped and named: never an error, never a wrong byte. */







/**
 * Puts into the store what is wanted of a pack and the store lacks. Each wheel and bytecode set becomes visible whole and
 * verified; the caller gets the damaged ones elsewhere. What `source` throws passes.
 */
async function readPack(store, source, { wants, services }) {
    const head = await readHead(source);
    if (head instanceof store_frames/* PackDamage */.Ns) {
        return { contents: (0,pack_contents/* contentsOf */.KD)([]), damaged: [{ wheel: undefined, reason: head.message }] };
    }
    const lacking = await lackingIn(store, head.filter(({ section }) => wants(section)));
    return unpackSections(store, source, { located: lacking, services });
}
/** What is in a pack, and where. What `source` throws passes. */
async function readHead(source) {
    try {
        if (source.size < pack_format/* prologueSize */.No)
            throw new store_frames/* PackDamage */.Ns('it ends too early');
        const prologue = (0,pack_format/* parsePrologue */.dK)(await source.read(0, pack_format/* prologueSize */.No));
        if ((0,pack_format/* headSize */.SV)(prologue) > source.size)
            throw new store_frames/* PackDamage */.Ns('it ends inside its table of contents');
        return (0,pack_format/* parseHead */.ww)(prologue, await source.read(pack_format/* prologueSize */.No, (0,pack_format/* headSize */.SV)(prologue)));
    }
    catch (error) {
        if (error instanceof store_frames/* PackDamage */.Ns)
            return error;
        throw error;
    }
}
async function lackingIn(store, located) {
    const notes = await Promise.all(located.map(({ section }) => section.kind === undefined
        ? (0,store_store/* readWheelNote */.mA)(store, section.note.sha256)
        : (0,store_store/* readBytecodeNote */.qn)(store, section.kind, section.note.wheel)));
    return located.filter((_, index) => notes[index] === undefined);
}
function unpackingInto(directory, section) {
    return unpacking(section, ({ path }) => (0,external_node_path_.join)((0,store_store/* filesOf */.R8)(directory), path));
}
async function unpackSections(store, source, { located, services }) {
    const staged = new Map();
    const directories = await Promise.all(located.map(() => (0,store_store/* stage */.dw)(store)));
    for (const [index, directory] of directories.entries()) {
        const section = located[index];
        if (section !== undefined)
            staged.set(unpackingInto(directory, section), directory);
    }
    const items = [...staged.keys()];
    const whenWritten = async (item) => {
        const directory = staged.get(item) ?? '';
        if (item.damage !== undefined)
            return (0,store_store/* discard */.vf)(directory);
        await (0,store_store/* publish */.mk)(directory, (0,pack/* directoryOf */.jt)(store, item.section), item.section.note);
    };
    try {
        await writeSections(items, source, { services, whenWritten });
    }
    catch (error) {
        await Promise.all([...staged.values()].map(store_store/* discard */.vf));
        throw error;
    }
    return {
        contents: (0,pack_contents/* contentsOf */.KD)(items.filter(({ damage }) => damage === undefined).map(({ section }) => section)),
        damaged: items.flatMap(({ section, damage }) => damage === undefined ? [] : [{ wheel: (0,pack_contents/* wheelOf */.J_)(section), reason: damage }]),
    };
}

// EXTERNAL MODULE: ./lib/pipeline/pack-items.js
var pack_items = __webpack_require__(8160);
;// CONCATENATED MODULE: ./lib/cache/worth.js
/** Whether a pack is worth restoring, or its wheels are had sooner from the index: from measured rates. Pure. */
/** How many times as long restoring must take, and how many seconds longer, before downloading is chosen. */
const clearlyFaster = { factor: 1.5, seconds: 2 };
/** Restores unless downloading is clearly faster; also where a rate or a size is not known. */
function chooseSource({ packBytes, restoreRate, fetch }) {
    const restoring = secondsOf(packBytes, restoreRate);
    const fetching = secondsOf(fetch.fileBytes, fetch.fetchRate);
    const preparing = secondsOf(fetch.unpackedBytes, fetch.prepareRate);
    if (restoring === undefined)
        return { source: 'restore', reason: 'how fast the cache is was not measured yet' };
    if (fetching === undefined || preparing === undefined) {
        return { source: 'restore', reason: 'what downloading takes is not known' };
    }
    const downloading = fetching + preparing;
    const isSooner = restoring >= clearlyFaster.factor * downloading && restoring - downloading >= clearlyFaster.seconds;
    const estimates = `restoring takes about ${shown(restoring)}, downloading ${shown(downloading)}`;
    return { source: isSooner ? 'download' : 'restore', reason: estimates };
}
/** Undefined where a rate is none. */
function secondsOf(bytes, rate) {
    return bytes === undefined || rate === undefined || !(rate > 0) ? undefined : bytes / rate;
}
function shown(seconds) {
    return `${seconds.toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./lib/pipeline/sum.js
/** Sums of what is not always known. Pure. */
/** The sum, or undefined where one of them is not known. */
function sumOfKnown(sizes) {
    return sizes.every(size => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
}

;// CONCATENATED MODULE: ./lib/pipeline/restore-speed.js



/** True, and said in the report, where its wheels are had sooner from the index. */
function isTooSlow(candidate, { watch }) {
    const { items } = candidate;
    const { source, reason } = chooseSource(offerOf(candidate));
    if (source === 'restore')
        return false;
    const wheels = new Set(items.map(({ sha256 }) => sha256)).size;
    watch.decide('restore', `${wheels} wheels are downloaded instead`, reason);
    return true;
}
function offerOf({ pack, items, speeds: { rates, restoreRate } }) {
    const names = new Set(items.map(packing/* nameOf */.Vb));
    return {
        packBytes: pack.bytes,
        restoreRate,
        fetch: {
            fileBytes: sumOfKnown(items.map(({ fileSize }) => fileSize)),
            unpackedBytes: (0,packing/* sizeOf */.$d)(pack.items.filter(item => names.has((0,packing/* nameOf */.Vb)(item)))),
            fetchRate: rates?.fetch,
            prepareRate: rates?.prepare,
        },
    };
}
/** Before these many milliseconds and bytes, a rate is chance. */
const [leastMs, leastBytes] = [1000, 8 << 20];
/** Starts to measure; time counts from here. */
function startSpeedometer() {
    const start = performance.now();
    let bytes = 0;
    return {
        add: count => {
            bytes += count;
        },
        rate: () => {
            const ms = performance.now() - start;
            return ms < leastMs || bytes < leastBytes ? undefined : (bytes / ms) * 1000;
        },
    };
}

;// CONCATENATED MODULE: ./lib/pipeline/restore.js












/** One is opened while another is decoded. */
const packsInProgress = 2;
/** Ranges of packs that are read or decoded at a time: more than the connections, so that none waits for a decoder. */
const rangesInProgress = 16;
/** Starts to bring into the store what it lacks of the wanted wheels and the cache has; the biggest packs first. */
async function startRestore(wish, { open }, run) {
    if (open?.manifest === undefined)
        return nothingToRestore;
    const { wheels, interpreter, mayFetch } = wish;
    const kind = (0,bytecode_kind/* chooseBytecode */.z)(interpreter, { settings: run.settings, env: run.host.env })?.kind;
    const held = (0,packing/* assignItems */.sf)(await lackingItems(wheels, kind, run.located.store), open.manifest.packs);
    if (held.size === 0)
        return nothingToRestore;
    run.watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them');
    announce([...held.keys()], run);
    run.pool();
    const speed = startSpeedometer();
    const services = packServices(run, open.reading.signal, speed);
    const packs = (0,concurrency/* createSlots */.e)(packsInProgress);
    const arrivals = new Map();
    for (const [pack, items] of [...held].sort(([a], [b]) => (0,packing/* sizeOf */.$d)(b.items) - (0,packing/* sizeOf */.$d)(a.items))) {
        const arrived = packs.use(async () => {
            const speeds = { rates: open.manifest?.rates, restoreRate: speed.rate() };
            if (mayFetch && isTooSlow({ pack, items, speeds }, run))
                return new Set();
            return restorePack(pack, items, { open, run, services });
        });
        arrived.catch(error => open.reading.abort(error));
        for (const item of items)
            arrivals.set((0,packing/* nameOf */.Vb)(item), arrived);
    }
    const settled = Promise.all(arrivals.values()).then(() => undefined);
    settled.catch(() => undefined);
    return {
        promises: ({ sha256 = '' }) => arrivals.has((0,packing/* nameOf */.Vb)({ sha256, bytecode: '' })),
        arrival: async ({ sha256 = '' }) => {
            const [wheel] = await Promise.all((0,pack_items/* namesOfWheel */.Jm)(sha256, kind).map(async (name) => (await arrivals.get(name))?.has(name) ?? false));
            return wheel ?? false;
        },
        settled,
        stop: async () => {
            open.reading.abort(new Error('the restore was stopped'));
            await Promise.allSettled(arrivals.values());
        },
    };
}
/** What of these wheels, and of their bytecode, the store has not. */
async function lackingItems(wheels, kind, store) {
    const lacking = wheels.map(async ({ name, sha256, file }) => {
        if (sha256 === undefined)
            return [];
        const wheel = (await (0,store_store/* hasWheel */.m$)(store, sha256)) ? [] : [{ name, sha256, bytecode: '', fileSize: file.size }];
        if (kind === undefined || (await (0,store_store/* hasBytecode */.I5)(store, kind, sha256)))
            return wheel;
        return [...wheel, { name, sha256, bytecode: (0,store_store/* bytecodeName */.NG)(kind), fileSize: 0 }];
    });
    return (await Promise.all(lacking)).flat();
}
const nothingToRestore = {
    promises: () => false,
    arrival: async () => false,
    settled: Promise.resolve(),
    stop: async () => undefined,
};
/** Tells the progress display what is to come out of these packs. */
function announce(packs, { watch }) {
    watch.expect('restore', {
        wheels: packs.flatMap(({ items }) => items.filter(({ bytecode }) => bytecode === '')).length,
        bytes: sumOfKnown(packs.map(({ bytes }) => bytes)),
    });
}
/** Reading and decoding, bounded over all packs that are given the same services; nothing more is begun once `signal` is aborted. */
function packServices(run, signal, speed) {
    const slots = (0,concurrency/* createSlots */.e)(rangesInProgress);
    return {
        decode: (range) => run.pool().run({ kind: 'frames', ...range }, 'bytes' in range.source ? [range.source.bytes.buffer] : []),
        inTurn: work => slots.use(async () => {
            signal.throwIfAborted();
            run.watch.signal.throwIfAborted();
            return work();
        }),
        onBytes: count => {
            speed?.add(count);
            run.watch.advance('restore', count);
        },
    };
}
function restorePack({ digest }, items, { open, run, services }) {
    const { backend, spoiled, reading } = open;
    return (0,cache/* withEntry */.rM)(run, {
        open: async () => {
            const entry = await backend.open((0,key/* packKey */.l7)(digest), []);
            if (entry === undefined)
                spoiled.add(digest);
            return entry;
        },
        use: async (entry) => {
            const { unpacked, isDamaged } = await readItems(entry, items, { run, services });
            if (isDamaged)
                spoiled.add(digest);
            return unpacked;
        },
        otherwise: () => new Set(),
        reading,
    });
}
async function readItems(entry, items, { run, services }) {
    const wanted = new Set(items.map(packing/* nameOf */.Vb));
    const { contents, damaged } = await readPack(run.located.store, entry, {
        wants: section => wanted.has((0,pack_items/* nameOfSection */.E8)(section)),
        services,
    });
    if (damaged.length > 0)
        run.watch.warn(describeDamage(damaged, items));
    return { unpacked: new Set((0,pack_contents/* sectionsOf */.Ks)(contents).map(pack_items/* nameOfSection */.E8)), isDamaged: damaged.length > 0 };
}
/** One warning for a pack, however much of it is damaged. */
function describeDamage(damaged, items) {
    const lost = new Set(damaged.map(({ wheel }) => wheel));
    const all = [...new Set(items.map(({ name }) => name))];
    const named = items.filter(({ sha256 }) => lost.has(sha256)).map(({ name }) => name);
    const names = lost.has(undefined) ? all : [...new Set(named)];
    return `a pack of the cache is damaged (${damaged[0]?.reason}): ${(0,invalid_wheel/* quotedFew */.Z_)(names, 5)} will be fetched or compiled instead`;
}

// EXTERNAL MODULE: ./lib/pipeline/run.js + 4 modules
var pipeline_run = __webpack_require__(7564);
// EXTERNAL MODULE: ./lib/pipeline/sources.js + 1 modules
var sources = __webpack_require__(6038);
// EXTERNAL MODULE: ./lib/pipeline/take-entries.js
var take_entries = __webpack_require__(1006);
;// CONCATENATED MODULE: ./lib/pipeline/fill-store.js
/** The modes that make no environment: they fill the store, from the cache alone (`restore`) or whatever it takes (`warm`), or save what is there. */













/**
 * Fills the store with the wheels of the inputs, and their bytecode, and seals them to be saved; no environment is read or
 * made; an editable is built for whoever installs it elsewhere. In the modes `restore` and `save` what is missing is a warning. Throws UserError as an installation does.
 */
async function fillStore({ found, named, interpreter, builder }, run) {
    const { settings, watch, located } = run;
    const built = await (0,sources/* buildNamed */.yM)(named, { interpreter, builder }, run);
    const inputs = await (0,sources/* withBuilt */.Tm)(found, built, { run, named });
    const session = await (0,cache/* openCache */.bp)(inputs, interpreter, run);
    const { lock: obtained, portable, links, } = await (0,pipeline_run/* timed */.ay)(watch, 'lock', () => (0,pipeline_lock/* obtainLock */.B)(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run));
    const lock = await (0,sources.bindSources)(obtained, built, { interpreter, builder, index: inputs.set.index });
    const wheels = await (0,pipeline_run/* timed */.ay)(watch, 'plan', async () => (0,plan/* selectWheels */.fp)(lock, interpreter, inputs.set.index).filter(({ directUrl }) => directUrl?.dir_info?.editable !== true));
    await (0,take_entries/* takeStored */.Rq)(wheels, interpreter, run);
    const wish = {
        wheels: settings.mode === 'save' ? [] : wheels,
        interpreter,
        mayFetch: settings.mode === 'warm' && !(0,pipeline_wheels/* isLocalOnly */.we)(inputs.set.index),
    };
    const restoring = await startRestore(wish, session, run);
    const bytecode = openBytecode(interpreter, { settings, host: run.host, watch, store: located.store });
    try {
        if (settings.mode === 'warm')
            await (0,pipeline_wheels/* requireObtainable */.xq)(wheels, { restoring, index: inputs.set.index, links }, run);
        else
            await restoring.settled;
        const provided = settings.mode === 'warm'
            ? await provideWhole(wheels, { run, restoring, bytecode })
            : await collectStored(wheels, { run, restoring, bytecode });
        const place = { kind: 'store', root: located.directory, python: interpreter.executable };
        const held = new Set(provided.map(({ planned }) => planned));
        const isBuilt = (0,pipeline_builder/* isBuiltBy */.A)(builder);
        const missing = wheels.filter(wheel => !held.has(wheel) && !(wheel.sha256 !== undefined && isBuilt(wheel.sha256)));
        if (missing.length > 0) {
            watch.warn(`the store has no wheel of ${(0,invalid_wheel/* quotedFew */.Z_)(missing.map(({ name }) => name), 10)}`);
        }
        const compiled = bytecode?.compiled ?? new Set();
        const outcome = { provided: (0,pipeline_builder/* withOrigins */.g)(provided, builder), reused: [], removed: [], missing, compiled };
        const facts = { interpreter, environment: place, session, lock: portable, isBuilt };
        const report = await concludeRun({ ...outcome, ...facts, kind: bytecode?.kind }, run);
        const { outcomes, missed } = builder;
        if (outcomes.length + missed.length === 0)
            return report;
        return { ...report, built: outcomes, missing: [...report.missing, ...missed] };
    }
    finally {
        await restoring.stop();
        await bytecode?.close();
    }
}
async function provideWhole(wheels, { run, restoring, bytecode }) {
    const inStore = await provideAll(wheels, { run, restoring }, bytecode);
    return Promise.all(inStore.map(async ({ compiled, ...wheel }) => ({ ...wheel, bytecode: await compiled })));
}
async function collectStored(wheels, { run, restoring, bytecode }) {
    const stored = await (0,pipeline_wheels/* storedWheels */.wu)(wheels, bytecode?.kind, run.located.store);
    return Promise.all(stored.map(async (wheel) => ({ ...wheel, source: (await restoring.arrival(wheel.planned)) ? 'cache' : 'store' })));
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/cache/backend.js
var backend = __webpack_require__(6438);
// EXTERNAL MODULE: ./lib/install/unpack.js + 3 modules
var unpack = __webpack_require__(6484);
// EXTERNAL MODULE: ./lib/wheel/filename.js
var filename = __webpack_require__(5910);
;// CONCATENATED MODULE: ./lib/pipeline/direct-files.js
/** Where the files of packs belong in a new environment, and what is written there besides. */









/** Where the bytecode of every wheel goes, by its sha256. */
function placeAllCompiled({ wheels }, bytecode, services) {
    return new Map(wheels.map(prepared => {
        const { sha256 } = prepared.wheel.note;
        return [sha256, placeCompiled(prepared, bytecode.get(sha256), services)];
    }));
}
/** Where everything goes. Scripts that a wheel ships go where the store of the services would have them: they are rewritten. */
function direct_files_destinationsOf({ wheels }, compiled, services) {
    const destinations = new Map();
    const { bytecodeKind } = services;
    for (const prepared of wheels) {
        const { places, wheel } = prepared;
        const { sha256 } = wheel.note;
        const shipped = (0,store_store/* filesOf */.R8)((0,store_store/* wheelDirectory */.TS)(services.store, sha256));
        const scripts = places.scripts.map(({ file }) => [file.path, (0,external_node_path_.join)(shipped, file.path)]);
        const files = places.linked.filter(isKept(prepared)).map(toEntry);
        destinations.set((0,packing/* nameOf */.Vb)({ sha256, bytecode: '' }), new Map([...files, ...scripts]));
        if (bytecodeKind === undefined)
            continue;
        const { written = [] } = compiled.get(sha256) ?? {};
        destinations.set((0,packing/* nameOf */.Vb)({ sha256, bytecode: (0,store_store/* bytecodeName */.NG)(bytecodeKind) }), new Map(written.map(toEntry)));
    }
    return destinations;
}
const toEntry = ({ file, destination }) => [file.path, destination];
/**
 * True where a file lies beside one that `venv` makes, or behind a link that it makes (`lib64`): `venv` has to come first, so that
 * neither replaces the other unseen.
 */
function meetsVenv(destinations, root) {
    const linked = `${(0,external_node_path_.join)(root, 'lib64')}${external_node_path_.sep}`;
    const isNear = (path) => path.startsWith(linked) || (0,external_node_path_.dirname)(path) === root;
    return [...destinations.values()].some(files => [...files.values()].some(isNear));
}
/** Writes scripts, metadata and RECORD of every wheel, those last whose scripts come out of packs. False where a turn was. */
async function writeOwn({ wheels }, { compiled, services, turn }) {
    const shipped = ({ places }) => Number(places.scripts.length > 0);
    for (const prepared of wheels.toSorted((a, b) => shipped(a) - shipped(b))) {
        if (!(await turn(shipped(prepared) > 0)))
            return false;
        makeParents(ownDestinations(prepared));
        const scripts = (0,dist_info/* writeScripts */.Ur)(prepared, services);
        const { recorded = [] } = compiled.get(prepared.wheel.note.sha256) ?? {};
        (0,dist_info/* writeMetadata */.f5)(prepared, { bytecode: recorded, scripts });
    }
    return true;
}
function ownDestinations(prepared) {
    const { places, wrappers } = prepared;
    return [...(0,dist_info/* metadataDestinations */.b3)(prepared), ...[...places.scripts, ...wrappers].map(({ destination }) => destination)];
}
/** Takes everything out again, and the directories that are empty then, but for those that `venv` makes. */
function removeAll({ wheels }, destinations, { root, schemes }) {
    const placed = [...destinations.values()].flatMap(files => [...files.values()]);
    const paths = [...placed, ...wheels.flatMap(ownDestinations)];
    for (const path of paths)
        ignoringErrno(() => (0,external_node_fs_.unlinkSync)(path));
    const made = [schemes.purelib, schemes.platlib, schemes.scripts, (0,external_node_path_.join)(root, 'include')];
    const isMade = (directory) => made.some(path => `${path}${external_node_path_.sep}`.startsWith(`${directory}${external_node_path_.sep}`));
    const parents = new Set(paths.flatMap(path => parentsOf(path, root)).filter(directory => !isMade(directory)));
    for (const directory of [...parents].sort().reverse())
        ignoringErrno(() => (0,external_node_fs_.rmdirSync)(directory));
}
function parentsOf(path, root) {
    const parents = [];
    for (let parent = (0,external_node_path_.dirname)(path); parent.startsWith(root + external_node_path_.sep); parent = (0,external_node_path_.dirname)(parent))
        parents.push(parent);
    return parents;
}
/** What is not there, not empty or not to be removed is nobody's trouble: why everything goes matters more. */
function ignoringErrno(work) {
    try {
        work();
    }
    catch (error) {
        if ((0,errors/* errnoOf */.UQ)(error) === undefined)
            throw error;
    }
}

;// CONCATENATED MODULE: ./lib/pipeline/opened-packs.js






/**
 * The packs that hold every wheel with its bytecode, the biggest first; undefined where something is in none of them, or where
 * saving would pack again what they hold, which takes the files in the store.
 */
function packsOf({ wheels, kind }, { manifest, spoiled }, { save, mayRepack }) {
    const packs = (manifest?.packs ?? []).filter(({ digest }) => !spoiled.has(digest));
    const offered = new Map(packs.flatMap(({ items }) => items).map(item => [(0,packing/* nameOf */.Vb)(item), item]));
    const names = wheels.flatMap(({ sha256 = '' }) => (0,pack_items/* namesOfWheel */.Jm)(sha256, kind));
    const items = names.flatMap(name => offered.get(name) ?? []);
    if (items.length < names.length || items.length === 0)
        return undefined;
    if (save && (0,packing/* planPacks */.qC)(items, packs, { mayRepack, canPack: () => true }).packed.length > 0)
        return undefined;
    const held = [...(0,packing/* assignItems */.sf)(items, packs)].map(([pack, items]) => ({ pack, items }));
    return held.sort((a, b) => (0,packing/* sizeOf */.$d)(b.items) - (0,packing/* sizeOf */.$d)(a.items));
}
/**
 * Opens packs and reads what is in them, all at once. Undefined where one is gone, damaged, or lacks what the manifest says: it is
 * spoiled then. Whoever calls closes `opened`, also after an error. Throws CacheTrouble.
 */
async function openPacks(wanted, { backend, spoiled }, opened) {
    const open = async ({ pack: { digest }, items }) => {
        const entry = await backend.open((0,key/* packKey */.l7)(digest), []);
        if (entry !== undefined)
            opened.push(entry);
        const head = entry && (await readHead(entry));
        const names = new Set(items.map(packing/* nameOf */.Vb));
        const located = head instanceof store_frames/* PackDamage */.Ns ? [] : (head ?? []).filter(({ section }) => names.has((0,pack_items/* nameOfSection */.E8)(section)));
        if (entry !== undefined && located.length === items.length)
            return { entry, located };
        spoiled.add(digest);
        return undefined;
    };
    const results = await Promise.allSettled(wanted.map(open));
    const packs = results.map(result => {
        if (result.status === 'rejected')
            throw result.reason;
        return result.value;
    });
    return packs.every(pack => pack !== undefined) ? packs : undefined;
}
/** Closes entries; trouble with that is nobody's. */
async function closeEntries(entries) {
    await Promise.all(entries.map(entry => entry.close().catch(cache/* ignoreTrouble */.il)));
}

;// CONCATENATED MODULE: ./lib/pipeline/write-packs.js
/** Writes what is wanted of open packs to where it belongs, and stops at the first trouble. */




/**
 * False where something was damaged. Which pack is spoiled is for the way through the store to find: here, a file may be in the way
 * of another.
 */
async function writePacks(opened, placing, { run, open }) {
    const services = stoppedByTrouble(packServices(run, open.reading.signal));
    let destinations = new Map();
    const placed = placing.then(known => {
        destinations = known.destinations;
    });
    const write = async ({ entry, located }) => {
        const items = located.map(section => {
            const name = (0,pack_items/* nameOfSection */.E8)(section.section);
            return unpacking(section, ({ path }) => destinations.get(name)?.get(path));
        });
        await writeSections(items, entry, { services, placed, whenWritten: async () => undefined });
        return items.every(({ damage }) => damage === undefined);
    };
    const results = await Promise.allSettled(opened.map(write));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
    return results.every(result => result.status === 'fulfilled' && result.value);
}
/** The first damage, and the first error, ends the reading of all packs: what is there by then goes anyway. */
function stoppedByTrouble(services) {
    const trouble = new AbortController();
    return {
        ...services,
        decode: async (range) => {
            const answer = await services.decode(range);
            const [damage] = answer.damage.filter(damage => damage !== undefined);
            if (damage !== undefined)
                trouble.abort(new backend/* CacheTrouble */.E(`not all of a pack can be unpacked: ${damage}`));
            return answer;
        },
        inTurn: work => services.inTurn(async () => {
            trouble.signal.throwIfAborted();
            try {
                return await work();
            }
            catch (error) {
                trouble.abort(error);
                throw error;
            }
        }),
    };
}

;// CONCATENATED MODULE: ./lib/pipeline/from-packs.js
/**
 * A new environment straight out of packs, where the store is gone after the job and nobody would link to what it got: every file
 * is written once, where it belongs.
 */















/**
 * Unpacks every wheel of a plan, with its bytecode, into a new environment. Undefined where the cache does not hold all of it or
 * something was damaged, and where the store is of use to later jobs; the environment then holds none of it. Throws UserError
 * CONFLICT and ENVIRONMENT_UNWRITABLE.
 */
async function restoreEnvironment(work) {
    const { run, session } = work;
    const { open } = session;
    const wanted = open && (await wantedOf(work));
    const packs = wanted && packsOf(wanted, open, run.settings.cache);
    if (open === undefined || wanted === undefined || packs === undefined)
        return undefined;
    run.pool().warm(run.host.parallelism);
    const held = packs.map(({ pack }) => pack);
    announce(held, run);
    const end = run.watch.begin('restore');
    const entries = [];
    try {
        const opened = await openPacks(packs, open, entries);
        const restored = opened && (await unpackAll(opened, wanted, work));
        if (restored === undefined)
            run.watch.decide('restore', 'through the store', "a pack is gone or damaged, or its files get in one another's way");
        else
            tellDirect(run);
        return restored;
    }
    catch (error) {
        if (!(error instanceof backend/* CacheTrouble */.E))
            throw error;
        run.watch.signal.throwIfAborted();
        run.watch.decide('restore', 'through the store', (0,errors/* messageOf */.bD)(error));
        return undefined;
    }
    finally {
        end({ bytes: entries.reduce((sum, { size }) => sum + size, 0) });
        await closeEntries(entries);
    }
}
function tellDirect({ watch }) {
    watch.decide('link', 'copy', 'packs were unpacked straight into the environment: the store is gone after the job');
    watch.decide('trust', 'as the cache is', 'packs are unsigned: whoever can write to the cache chose them');
}
/** What is wanted of packs, where nothing speaks against doing without the store. */
async function wantedOf({ run, wheels, interpreter, target }) {
    const { settings, host, located } = run;
    const { storeIsTemporary, modulesFile, linkMode, compileBytecode } = settings;
    const isPossible = storeIsTemporary && target.isNew && target.environment.kind === 'venv' && hasUsualRights(run);
    if (!isPossible || modulesFile !== '' || !['auto', 'copy'].includes(linkMode))
        return undefined;
    const isPlain = ({ sha256, directUrl }) => sha256 !== undefined && directUrl?.dir_info?.editable !== true;
    const kind = (0,bytecode_kind/* chooseBytecode */.z)(interpreter, { settings, env: host.env })?.kind;
    if (!wheels.every(isPlain) || (compileBytecode && kind === undefined))
        return undefined;
    const lacking = await lackingItems(wheels, kind, located.store);
    // What is in the store already is linked sooner than it is unpacked.
    return lacking.length === wheels.length * (kind === undefined ? 1 : 2) ? { wheels, kind } : undefined;
}
/** Files out of packs have the rights of links into a store; copies have those that the umask leaves. */
function hasUsualRights({ host: { umask }, located: { linkMode } }) {
    return (0,stored_file/* permitsLinks */.Q)(umask) && (linkMode !== 'copy' || (umask & 0o022) === 0o022);
}
/** Undefined, and everything is gone again, where a part was damaged: whoever does it then warns of conflicts. */
async function unpackAll(opened, { wheels, kind }, { run, interpreter, target, session }) {
    const { environment } = target;
    const bytecode = bytecodeIn(opened);
    const found = match(wheels, opened);
    if (found === undefined || session.open === undefined)
        return undefined;
    const scratch = await run.scratchDirectory('scripts');
    const store = { root: scratch, temporary: scratch };
    const services = { ...(await installServices({ environment, interpreter, kind }, run)), store };
    const plan = { wheels, reuse: [], remove: [] };
    const warnings = [];
    const settling = {
        ...{ plan, present: [], services, target, provideMore: from_packs_nothing },
        run: { ...run, watch: { ...run.watch, warn: (warning) => void warnings.push(warning) } },
    };
    const placing = settleInstall(found, settling).then(async ({ preparation }) => {
        const compiled = placeAllCompiled(preparation, bytecode, services);
        const destinations = direct_files_destinationsOf(preparation, compiled, services);
        if (meetsVenv(destinations, environment.root))
            await target.ready();
        return { preparation, compiled, destinations };
    });
    const writing = writePacks(opened, placing, { run, open: session.open });
    // Nothing may still be read when the packs are closed.
    const settled = writing.catch(() => undefined);
    const { preparation, compiled, destinations } = await placing.catch(async (error) => {
        await settled;
        throw error;
    });
    const isWhole = await undoneUnlessTrue({ preparation, destinations, environment, writing }, async () => {
        await target.ready();
        const turn = (hasShipped) => (hasShipped ? writing : (0,external_node_timers_promises_.setImmediate)(true));
        return (await writeOwn(preparation, { compiled, services, turn })) && writing;
    });
    if (!isWhole)
        return undefined;
    for (const warning of warnings)
        run.watch.warn(warning);
    const provided = found.map(({ planned, note, source }) => ({
        planned,
        note,
        source,
        bytecode: bytecode.get(note.sha256),
    }));
    return { provided, kind };
}
const from_packs_nothing = async () => [];
async function undoneUnlessTrue({ preparation, destinations, environment, writing }, work) {
    const undo = async () => {
        await writing.catch(() => undefined);
        removeAll(preparation, destinations, environment);
    };
    try {
        const isWhole = await work();
        if (!isWhole)
            await undo();
        return isWhole;
    }
    catch (error) {
        await undo();
        throw error instanceof backend/* CacheTrouble */.E ? error : (0,python_environment/* cannotWrite */.zz)(environment.root, error);
    }
}
/** The wheels as packs hold them; undefined where one is another than its name says, or its entry points are not known yet. */
function match(wheels, opened) {
    const sections = new Map(sectionsIn(opened).flatMap(section => section.kind === undefined ? [[section.note.sha256, section]] : []));
    const found = [];
    for (const planned of wheels) {
        const section = sections.get(planned.sha256 ?? '');
        if (section === undefined)
            return undefined;
        const { note, entryPoints } = section;
        const path = (0,store_note/* entryPointsPath */.pD)(note);
        if (entryPoints === undefined && note.files.some(file => file.path === path))
            return undefined;
        (0,unpack/* checkIdentity */.Z)(note, (0,filename/* parseWheelFilename */.e)(planned.file.filename));
        found.push({ planned, note, entryPoints, source: 'cache', compiled: Promise.resolve(undefined) });
    }
    return found;
}
function sectionsIn(opened) {
    return opened.flatMap(({ located }) => located.map(({ section }) => section));
}
function bytecodeIn(opened) {
    const sections = sectionsIn(opened);
    return new Map(sections.flatMap(({ kind, note }) => (kind === undefined ? [] : [[note.wheel, note]])));
}

// EXTERNAL MODULE: ./lib/python/specifiers.js
var specifiers = __webpack_require__(5005);
;// CONCATENATED MODULE: ./lib/pipeline/held.js
/** What the environment holds already of a lock, before anything of it is built. */


/** As uv: of what came from an index, the version that is installed decides, and nothing is built to find that out. */
async function holderOf(target, { settings }) {
    const { schemes } = target.environment;
    const present = target.isNew || settings.reinstall ? [] : await (0,installed/* scanInstalled */.Gn)([schemes.purelib, schemes.platlib]);
    return ({ name, version }) => {
        const [found, ...others] = present.filter(distribution => distribution.name === name);
        if (found === undefined || version === undefined || others.length > 0)
            return false;
        const isWhole = found.kind !== 'incomplete' && found.isDangling !== true;
        return isWhole && found.directUrl === undefined && (0,specifiers/* isSameVersion */.p)(found.version, version);
    };
}

// EXTERNAL MODULE: ./lib/pipeline/interpreter.js + 6 modules
var pipeline_interpreter = __webpack_require__(2883);
// EXTERNAL MODULE: ./lib/pipeline/build-environment.js
var build_environment = __webpack_require__(5190);
;// CONCATENATED MODULE: ./lib/pipeline/own-environment.js
/** Where builds without isolation run: in the environment that is installed into, as it is. */





/** The builder of a run that a user asked for. */
function openOwnBuilder(services, given) {
    const { interpreter, install, named } = services;
    // As pip and uv: what requirements files say about indexes holds for build requirements too.
    const run = { ...given, settings: { ...given.settings, index: named.set.index } };
    if (run.settings.build.isolation)
        return (0,pipeline_builder.openBuilder)(run, { interpreter, install, environment: undefined });
    let found;
    const environment = () => {
        found ??= findEnvironment(services, run);
        return found;
    };
    return (0,pipeline_builder.openBuilder)(run, { interpreter, install, environment });
}
/** One that is there; for a lock and a new environment, one of all wheels of the lock; else the new one, empty. */
async function findEnvironment(services, run) {
    const { interpreter, named, target } = services;
    if (target?.isNew !== true)
        return environmentOf(interpreter);
    if (named.files.some(({ kind }) => kind !== 'requirements'))
        return makeOfLock(services, run);
    await target.ready();
    const { python, schemes } = target.environment;
    return { python, directories: [schemes.purelib, schemes.platlib] };
}
function environmentOf({ executable, systemSchemes }) {
    return { python: executable, directories: [systemSchemes.purelib, systemSchemes.platlib] };
}
async function makeOfLock({ interpreter, install, named }, run) {
    const { host, settings, located } = run;
    const texts = named.files.map(({ text }) => text);
    const { extras, groups, allExtras, noGroups, noDev } = settings;
    const facts = [texts, extras, groups, allExtras, noGroups, noDev, interpreter.baseExecutable, interpreter.version];
    const name = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
    const directory = (0,external_node_path_.join)(located.store.root, 'environments', name);
    await install(settingsOf(directory, interpreter, run), host, (0,build_environment/* quietWatch */.Q)(run));
    const { schemes } = (0,python_environment/* venvEnvironment */.z7)(directory, interpreter, host.platform);
    return { python: (0,python_environment/* pythonOf */.we)(directory, host.platform.os), directories: [schemes.purelib, schemes.platlib] };
}
function settingsOf(directory, { baseExecutable }, { settings, located }) {
    return {
        ...settings,
        ...{ editables: [], exact: true, reinstall: false, upgrade: false, readyEnvironments: 'never' },
        linkMode: settings.linkMode === 'image' ? 'auto' : settings.linkMode,
        build: { ...settings.build, sources: [], omitted: true },
        mode: 'install',
        environment: { kind: 'venv', path: directory },
        python: baseExecutable,
        cache: { ...settings.cache, save: false },
        store: located.directory,
    };
}

// EXTERNAL MODULE: ./lib/plan/present.js
var plan_present = __webpack_require__(9844);
;// CONCATENATED MODULE: ./lib/pipeline/unchanged.js
/** Built distributions that the environment holds already, file by file: their version says nothing about their source. */






/** Names of those among the built wheels whose RECORD the environment fulfils. */
function unchangedNames(wheels, present, isBuilt) {
    const isUnchanged = ({ name, sha256, file, directUrl, uvCacheInfo }) => {
        if (sha256 === undefined || file.path === undefined || !isBuilt(sha256))
            return false;
        const [found, ...others] = present.filter(distribution => distribution.name === name);
        if (found === undefined || others.length > 0 || found.kind !== 'dist-info')
            return false;
        // uv compares what is noted there with times of the source, which are others after a checkout.
        const isStamped = uvCacheInfo === undefined || (0,reading/* textOf */.b6)((0,external_node_path_.join)(found.directory, 'uv_cache.json')) === uvCacheInfo;
        return isStamped && isSameUrl(found.directUrl, directUrl) && isSameRecord(file.path, found.directory);
    };
    return new Set(wheels.filter(isUnchanged).map(({ name }) => name));
}
/** An editable one does not stand for one that is not. */
function isSameUrl(a, b) {
    return a?.url === b?.url && (a?.dir_info?.editable ?? false) === (b?.dir_info?.editable ?? false);
}
function isSameRecord(wheel, distInfo) {
    const wanted = rowsOf(recordOfWheel(wheel));
    const installed = new Set(rowsOf((0,reading/* textOf */.b6)((0,external_node_path_.join)(distInfo, 'RECORD')) ?? '').map(rowText));
    const isThere = ({ path }) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(distInfo), path));
    return wanted.length > 0 && wanted.every(row => installed.has(rowText(row)) && isThere(row));
}
function rowText({ path, hash }) {
    return JSON.stringify([path, hash]);
}
/** A row for each file that has a hash. */
function rowsOf(record) {
    return (0,wheel_record/* parseRecord */.Hh)(record).rows.filter(({ hash }) => hash !== '');
}
function recordOfWheel(path) {
    const archive = (0,install_archive/* openArchive */.p)(path);
    try {
        const entry = (0,zip/* readEntries */.$2)(archive, path).find(candidate => /^[^/]+\.dist-info\/RECORD$/.test(candidate.path));
        return entry === undefined ? '' : (0,zip/* readEntry */.hB)(archive, entry, path).toString('utf8');
    }
    finally {
        archive.close();
    }
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./lib/process.js
var process = __webpack_require__(6318);
;// CONCATENATED MODULE: ./lib/build/uv-agreement.js
/** Whether uv takes what was installed for what it would install itself. */



const timeoutMs = 30_000;
/**
 * Asks `uv sync --dry-run` whether it would build or install these distributions again. No network is used, and no file of the
 * project or the environment changes. Undefined where uv cannot say: it is not there, or the project has no uv.lock.
 */
async function agreesWithUv(question) {
    const result = await ask(question);
    if (result?.exitCode !== 0)
        return undefined;
    const lines = result.stderr.split(/\r?\n/).map(line => line.trim());
    const changes = lines.filter(line => question.names.includes(uv_agreement_nameOf(line)));
    return { agrees: changes.length === 0, said: changes.join(', ') };
}
async function ask({ uv, project, environment, args = [], host }) {
    const options = ['--frozen', '--offline', '--inexact', '--all-packages', '--no-python-downloads'];
    const display = ['--no-progress', '--color', 'never'];
    try {
        return await (0,process/* runProcess */.R)(uv, ['sync', '--dry-run', ...options, ...display, ...args], {
            cwd: project,
            env: { ...host.env, UV_PROJECT_ENVIRONMENT: environment },
            timeoutMs,
        });
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'EACCES', 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
/** `+ name==1.0`, `- name==1.0 (from file:///x)`, `~ name @ file:///x` */
function uv_agreement_nameOf(line) {
    const [, name = ''] = /^[-+~] ([\w.-]+)(?:==| @ |$)/.exec(line) ?? [];
    return (0,filename/* normalizeName */.P)(name);
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./lib/build/git.js
var git = __webpack_require__(5592);
;// CONCATENATED MODULE: ./lib/build/uv-globs.js


/** True where a cache key is a glob and not a path. */
function isGlob(text) {
    return /[*?[{]/.test(text);
}
/** The first of these globs whose meaning is not sure; undefined: there is none. */
function findUnsureGlob(globs) {
    return globs.find(text => !isPlain.test(text) || text.split('/').includes('..') || toRegExp(splitGlob(text).pattern) === undefined);
}
/** Relative, no escapes, no negation, no comment. */
const isPlain = /^[^\\!#/\s][^\\]*(?<!\s)$/;
/** Absolute paths of the files and symbolic links that these globs name. Directories behind links are not entered. */
async function listGlobs(directory, globs) {
    const split = globs.map(splitGlob);
    const found = new Set();
    for (const { base } of split.filter(glob => isOutermost(glob, split))) {
        const group = split.filter(glob => isBelow(glob.base, base));
        const matchers = group.flatMap(glob => toRegExp([...glob.base.slice(base.length), glob.pattern].join('/')) ?? []);
        const root = (0,external_node_path_.join)(directory, ...base);
        for await (const path of filesBelow(root)) {
            if (matchers.some(matcher => matcher.test(path)))
                found.add((0,external_node_path_.join)(root, path));
        }
    }
    return [...found];
}
function splitGlob(text) {
    const parts = text.split('/').filter(part => part !== '' && part !== '.');
    const first = parts.findIndex(part => /[*?[\]{}]/.test(part));
    const end = first === -1 ? parts.length - 1 : first;
    return { base: parts.slice(0, end), pattern: parts.slice(end).join('/') };
}
function isBelow(path, base) {
    return base.every((part, index) => path[index] === part);
}
/** The first of those with this directory, where none lies further out. */
function isOutermost({ base }, all) {
    return !all.some(other => other.base.length < base.length && isBelow(base, other.base));
}
async function* filesBelow(root) {
    const pending = [''];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
        // uv goes on as well past what it cannot read.
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, path), { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
            const below = path === '' ? entry.name : `${path}/${entry.name}`;
            if (entry.isDirectory())
                pending.push(below);
            else if (entry.isFile() || entry.isSymbolicLink())
                yield below;
        }
    }
}
/** Of a line of a .gitignore; undefined for syntax whose reading is not sure. */
function toRegExp(pattern) {
    const isAnywhere = !pattern.includes('/') && pattern !== '*';
    const parts = pattern.split('/');
    const texts = parts.map((part, index) => {
        const isLast = index === parts.length - 1;
        if (part === '**')
            return isLast ? '.+' : '(?:.*/)?';
        const text = componentText(part);
        return text === undefined || isLast ? text : `${text}/`;
    });
    if (texts.includes(undefined))
        return undefined;
    return new RegExp(`^${isAnywhere ? '(?:.*/)?' : ''}${texts.join('')}$`, 's');
}
const token = /\*+|\?|\{([\w.+*?-]+(?:,[\w.+*?-]+)*)\}|\[([!^]?)([\w.-]+)\]|([^*?[\]{}])/gsy;
function componentText(part) {
    const texts = [];
    let end = 0;
    for (const match of part.matchAll(token)) {
        const [all, choices, not, characters, literal] = match;
        if (literal !== undefined)
            texts.push(literal.replace(/[\\^$.+()|/-]/, '\\$&'));
        else if (choices !== undefined)
            texts.push(`(?:${choices.split(',').map(componentText).join('|')})`);
        else if (characters !== undefined)
            texts.push(not === '' ? `[${characters}]` : `[^/${characters}]`);
        else
            texts.push(all === '?' ? '[^/]' : '[^/]*');
        end = match.index + all.length;
    }
    return end === part.length ? texts.join('') : undefined;
}

;// CONCATENATED MODULE: ./lib/build/uv-cache-info.js






/**
 * The text of `uv_cache.json` for a wheel that was made of the source tree, or is the archive, at an absolute path, as it is at
 * this moment. Undefined, with a line in the log, where a project names by its own `cache-keys` what cannot be told for sure,
 * or nothing that exists: then uv builds again, as it does itself.
 */
async function uvCacheInfo(path, services) {
    const info = { timestamp: null, commit: null, tags: null, env: {}, directories: {} };
    const found = await statOf(path);
    if (found?.isFile() === true) {
        return JSON.stringify({ ...info, timestamp: changeTime(found, services) });
    }
    const keys = await readCacheKeys(path);
    const problem = typeof keys === 'string' ? keys : await evaluate(keys, info, { path, ...services });
    const isEmpty = [
        info.timestamp,
        info.commit,
        info.tags,
        ...Object.keys(info.env),
        ...Object.keys(info.directories),
    ].every(value => value === null);
    const reason = problem ?? (isEmpty ? 'its `cache-keys` name nothing that is there' : undefined);
    if (reason === undefined)
        return JSON.stringify(info);
    services.host.log.debug(`uv will build \`${path}\` again: ${reason}`);
    return undefined;
}
const defaultKeys = [
    { kind: 'file', file: 'pyproject.toml' },
    { kind: 'file', file: 'setup.py' },
    { kind: 'file', file: 'setup.cfg' },
    { kind: 'dir', dir: 'src' },
];
/** A text says why they cannot be told. */
async function readCacheKeys(directory) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, 'pyproject.toml'), 'utf8').catch(() => undefined);
    if (text === undefined)
        return defaultKeys;
    let tool;
    try {
        tool = (0,dist/* parse */.qg)(text).tool;
    }
    catch {
        return 'its pyproject.toml is not TOML';
    }
    const written = fieldOf(fieldOf(tool, 'uv'), 'cache-keys');
    if (written === undefined)
        return defaultKeys;
    if (!Array.isArray(written))
        return 'its `cache-keys` are not an array';
    const keys = written.map(parseKey);
    const unknown = keys.indexOf(undefined);
    if (unknown !== -1)
        return `its cache key ${JSON.stringify(written[unknown])} is of an unknown kind`;
    return keys.flatMap(key => key ?? []);
}
function parseKey(value) {
    if (typeof value === 'string')
        return { kind: 'file', file: value };
    if (typeof value !== 'object' || value === null)
        return undefined;
    const [[kind, content] = [], ...others] = Object.entries(value);
    if (others.length > 0)
        return undefined;
    if (kind === 'file' && typeof content === 'string')
        return { kind, file: content };
    if (kind === 'dir' && typeof content === 'string')
        return { kind, dir: content };
    if (kind === 'env' && typeof content === 'string')
        return { kind, env: content };
    if (kind !== 'git')
        return undefined;
    if (typeof content === 'boolean')
        return { kind, commit: content, tags: false };
    return isGitSet(content) ? { kind, commit: content.commit === true, tags: content.tags === true } : undefined;
}
function isGitSet(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    return Object.entries(value).every(([name, is]) => ['commit', 'tags'].includes(name) && typeof is === 'boolean');
}
/** Fills in what the keys say; a text says what cannot be told. */
async function evaluate(keys, info, place) {
    const files = keys.flatMap(key => (key.kind === 'file' ? key.file : []));
    const globs = files.filter(isGlob);
    const unsure = findUnsureGlob(globs);
    if (unsure !== undefined)
        return `its cache key ${JSON.stringify(unsure)} may mean more than one thing`;
    const paths = files.filter(file => !isGlob(file)).map(file => (0,external_node_path_.join)(place.path, file));
    info.timestamp = await newestOf([...paths, ...(await listGlobs(place.path, globs))], place);
    for (const key of keys) {
        if (key.kind === 'env')
            info.env[key.env] = place.host.env[key.env] ?? null;
        if (key.kind === 'dir')
            await addDirectory(key.dir, info, place);
        if (key.kind !== 'git' || !(key.commit || key.tags))
            continue;
        const repository = await readRepository(place);
        if (repository === undefined)
            return 'its cache keys ask for Git, which has no commit of it';
        if (key.commit)
            info.commit = repository.commit;
        if (key.tags)
            info.tags = repository.tags;
    }
    return undefined;
}
async function newestOf(paths, services) {
    const times = [];
    for (const path of paths) {
        const found = await statOf(path);
        if (found?.isFile() === true)
            times.push(changeNs(found, services));
    }
    const newest = times.sort((a, b) => (a < b ? -1 : 1)).at(-1);
    return newest === undefined ? null : toTimestamp(newest);
}
/** The time at which the directory was made, or its inode where the file system does not know it. */
async function addDirectory(name, info, { path }) {
    const found = await statOf((0,external_node_path_.join)(path, name));
    if (found === undefined)
        info.directories[name] = null;
    else if (found.isDirectory()) {
        info.directories[name] = found.birthtimeNs > 0n ? toTimestamp(found.birthtimeNs) : Number(found.ino);
    }
}
async function readRepository({ path, host }) {
    const head = await (0,git/* askGit */.g)(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: path, host });
    const refs = await (0,git/* askGit */.g)(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags'], { cwd: path, host });
    if (head?.exitCode !== 0 || refs?.exitCode !== 0)
        return undefined;
    const tags = [...refs.stdout.matchAll(/^(\w+) refs\/tags\/(.+)$/gm)].map(([, id = '', name = '']) => [name, id]);
    return { commit: head.stdout.trim(), tags: Object.fromEntries(tags) };
}
async function statOf(path) {
    try {
        return await (0,promises_.stat)(path, { bigint: true });
    }
    catch (error) {
        if ((0,errors/* hasErrno */.Nm)(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'))
            return undefined;
        throw error;
    }
}
function changeTime(found, services) {
    return toTimestamp(changeNs(found, services));
}
/** Windows has no time of change. */
function changeNs(found, { host }) {
    return host.platform.os === 'win32' ? found.mtimeNs : found.ctimeNs;
}
function toTimestamp(nanoseconds) {
    return {
        secs_since_epoch: Number(nanoseconds / 1000000000n),
        nanos_since_epoch: Number(nanoseconds % 1000000000n),
    };
}
function fieldOf(value, name) {
    return typeof value === 'object' && value !== null && name in value
        ? value[name]
        : undefined;
}

;// CONCATENATED MODULE: ./lib/pipeline/uv-stamp.js
/** What lets uv find source trees that were installed here as installed, and its answer. */




/** The wheels, those of trees and archives of this machine with the state of their source as uv would note it now. */
function stampAll(wheels, { host }) {
    return Promise.all(wheels.map(async (wheel) => {
        const path = localPathOf(wheel);
        const info = path === undefined ? undefined : await uvCacheInfo(path, { host });
        return info === undefined ? wheel : { ...wheel, uvCacheInfo: info };
    }));
}
function localPathOf({ directUrl }) {
    return directUrl?.url.startsWith('file:') === true && directUrl.vcs_info === undefined
        ? (0,external_node_url_.fileURLToPath)(directUrl.url)
        : undefined;
}
/** Says in a line where uv would build again what is installed. */
async function askUv({ inputs, environment, names }, { host }) {
    const lock = inputs.files.find(({ kind }) => kind === 'uv-lock');
    if (lock === undefined || environment.kind !== 'venv' || names.length === 0)
        return;
    const question = { uv: 'uv', project: (0,external_node_path_.dirname)(lock.path), environment: environment.root, names, host };
    const answer = await agreesWithUv(question);
    if (answer === undefined || answer.agrees)
        return;
    host.log.info(`uv would install ${names.join(', ')} again (${answer.said}): its private format may have changed`);
}

;// CONCATENATED MODULE: ./lib/pipeline/plan-change.js
/** What has to change in the environment. */






/** Plans on what the environment holds: without a claim where nothing is to be done, else with it. */
async function plan_change_planChange(target, lock, { interpreter, index, isBuilt, run }) {
    const { schemes } = target.environment;
    const { exact, reinstall } = run.settings;
    const look = async (wheels) => {
        const present = target.isNew ? [] : await (0,installed/* scanInstalled */.Gn)([schemes.purelib, schemes.platlib]);
        const unchanged = unchangedNames(wheels, present, isBuilt);
        return { plan: (0,plan_present/* divide */.Q)(wheels, present, { exact, reinstall, unchanged }), present };
    };
    const { wheels, seen } = await (0,pipeline_run/* timed */.ay)(run.watch, 'plan', async () => {
        const selected = await stampAll((0,plan/* selectWheels */.fp)(lock, interpreter, index), run);
        return { wheels: selected, seen: await look(selected) };
    });
    const isDone = seen.plan.wheels.length === 0 && seen.plan.remove.length === 0;
    if (target.isNew || (isDone && !(await target.isUnsettled())))
        return seen;
    await target.claim();
    return (0,pipeline_run/* timed */.ay)(run.watch, 'plan', () => look(wheels));
}

// EXTERNAL MODULE: ./lib/pipeline/ready.js
var ready = __webpack_require__(6061);
// EXTERNAL MODULE: ./lib/pipeline/repeatable.js
var pipeline_repeatable = __webpack_require__(1507);
;// CONCATENATED MODULE: ./lib/pipeline/whole.js























/** Makes or changes the environment, fills store and cache for it, or makes wheels. Throws UserError. */
async function installWhole(given, run) {
    const { found, named, chosen, install } = given;
    const { watch, settings } = run;
    const choose = () => (0,pipeline_run/* timed */.ay)(watch, 'probe', () => (0,pipeline_interpreter/* chooseInterpreter */.S)(run, (0,inputs/* lockRequiresPython */.YJ)(found)));
    if (settings.mode === 'build')
        return buildOnly({ named, chosen: await choose(), install }, run);
    if (settings.mode !== 'install') {
        const { interpreter } = await choose();
        const builder = openOwnBuilder({ interpreter, install, named, target: undefined }, run);
        return fillStore({ found, named, interpreter, builder }, run);
    }
    const { target, interpreter } = await begin(found, chosen, run);
    const builder = openOwnBuilder({ interpreter, install, named, target }, run);
    const report = await undoneOnFailure(target, async () => {
        const { session, obtained } = await lockFirst({ ...given, interpreter }, run);
        const built = await (0,sources/* buildNamed */.yM)(named, { interpreter, builder, lock: obtained?.lock }, run);
        const inputs = await (0,sources/* withBuilt */.Tm)(found, built, { run, named });
        const filled = await fill(target, {
            ...{ inputs, interpreter, run: await relocated(run, target), built, builder, session, obtained },
        });
        await target.finish();
        return filled;
    });
    // Whatever uv says, the environment is made.
    const names = builder.outcomes.map(({ name }) => name);
    await askUv({ inputs: named, environment: target.environment, names }, run);
    return builder.outcomes.length === 0 ? report : { ...report, built: builder.outcomes };
}
/** A complete lock is there before anything is built: builds get versions of it. */
async function lockFirst({ named, interpreter, session: opened, obtained }, run) {
    const isLater = named.files.every(({ kind }) => kind === 'requirements');
    if (obtained !== undefined || isLater)
        return { session: opened, obtained };
    const session = opened ?? (await (0,cache/* openCache */.bp)(named, interpreter, run));
    return { session, obtained: await (0,pipeline_run/* timed */.ay)(run.watch, 'lock', () => (0,pipeline_lock/* obtainLock */.B)(named, { interpreter, session }, run)) };
}
async function undoneOnFailure(target, work) {
    try {
        return await work();
    }
    catch (error) {
        await target.undo();
        throw error;
    }
}
async function buildOnly({ named, chosen, install, }, run) {
    const { interpreter } = chosen;
    const { buildSources } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 6654));
    const builder = openOwnBuilder({ interpreter, install, named, target: undefined }, run);
    return buildSources({ named, interpreter, builder }, run);
}
/** Chooses the interpreter and opens or begins the environment; again where another process has just made it. */
async function begin(found, known, run) {
    const choose = () => (0,pipeline_run/* timed */.ay)(run.watch, 'probe', () => (0,pipeline_interpreter/* chooseInterpreter */.S)(run, (0,inputs/* lockRequiresPython */.YJ)(found)));
    for (let chosen = known ?? (await choose());; chosen = await choose()) {
        const target = await (0,environment/* beginEnvironment */.L)(chosen, run);
        if (target !== undefined)
            return { target, interpreter: chosen.interpreter };
    }
}
async function fill(target, filling) {
    const { inputs, interpreter, run, built, builder } = filling;
    const { environment } = target;
    const session = filling.session ?? (await (0,cache/* openCache */.bp)(inputs, interpreter, run));
    const { lock: obtained, portable, links, } = filling.obtained ?? (await (0,pipeline_run/* timed */.ay)(run.watch, 'lock', () => obtain(filling, session)));
    const lock = run.settings.build.omitted
        ? (0,sources/* withoutSources */.Dq)(obtained, interpreter)
        : await (0,sources.bindSources)(obtained, built, {
            ...{ interpreter, builder, index: inputs.set.index },
            isHeld: await holderOf(target, run),
        });
    const { plan, present } = await plan_change_planChange(target, lock, {
        interpreter,
        index: inputs.set.index,
        isBuilt: (0,pipeline_builder/* isBuiltBy */.A)(builder),
        run,
    });
    const direct = await restoreEnvironment({ run, wheels: plan.wheels, interpreter, target, session });
    if (direct !== undefined)
        return concludeDirect(direct, { target, filling, session, portable });
    decideLink(target, run);
    const repeatable = target.isNew
        ? await (0,pipeline_repeatable/* repeatableOf */.t)(plan.wheels, { inputs, lock: obtained, interpreter, isBuilt: (0,pipeline_builder/* isBuiltBy */.A)(builder) }, run)
        : undefined;
    await (0,take_entries/* takeStored */.Rq)([...plan.wheels, ...plan.reuse], interpreter, run);
    const { index } = inputs.set;
    const wish = { wheels: plan.wheels, interpreter, mayFetch: !(0,pipeline_wheels/* isLocalOnly */.we)(index) };
    const restoring = await startRestore(wish, session, run);
    try {
        const absent = await (0,pipeline_wheels/* requireObtainable */.xq)(plan.wheels, { restoring, index, links }, run);
        whole_announce(absent, run);
        const { provided, kind, compiled, planted } = await carryOut({
            ...{ run, plan, present, interpreter, target, restoring, repeatable },
            isIncomplete: absent.length > 0,
        });
        const names = new Set(provided.map(({ note }) => note.name));
        const reused = plan.reuse.filter(({ name }) => !names.has(name));
        const outcome = {
            provided: (0,pipeline_builder/* withOrigins */.g)(provided, builder),
            reused,
            removed: plan.remove,
            missing: [],
            compiled,
            kind,
        };
        if (run.settings.modulesFile !== '' && environment.kind !== 'target')
            await measureImports(environment.python, run);
        const request = planted && (0,ready/* readyRequest */.DF)({ plan: planted, environment, interpreter }, run);
        const keep = request && (0,ready/* keepRequest */.N2)(request, run.settings);
        return await concludeRun({ ...outcome, interpreter, environment, session, lock: portable, keep, isBuilt: (0,pipeline_builder/* isBuiltBy */.A)(builder) }, run);
    }
    finally {
        await restoring.stop();
    }
}
function decideLink({ isNew }, { watch, located, settings }) {
    const later = isNew && settings.linkMode === 'image' ? '; the image of these packages is made when the job ends' : '';
    watch.decide('link', located.linkMode, `${located.reason}${later}`);
}
/** Nothing is linked to the store, and it has nothing that is to be saved. */
function concludeDirect(restored, { target: { environment }, filling, session, portable }) {
    const { builder, interpreter, run } = filling;
    const outcome = { ...restored, reused: [], removed: [], missing: [], compiled: new Set() };
    const facts = { interpreter, environment, session, lock: portable, isBuilt: (0,pipeline_builder/* isBuiltBy */.A)(builder), isDirect: true };
    return concludeRun({ ...outcome, ...facts }, { ...run, located: { ...run.located, linkMode: 'copy' } });
}
function obtain({ inputs, interpreter, run }, session) {
    return (0,pipeline_lock/* obtainLock */.B)(inputs, { interpreter, session: inputs.isTransient ? undefined : session }, run);
}
/** Loaded where modules are chosen. */
async function measureImports(python, run) {
    const { measureFirstImport } = await __webpack_require__.e(/* import() */ 520).then(__webpack_require__.bind(__webpack_require__, 5520));
    await measureFirstImport(python, run);
}
/** Tells the progress display what is to come: wheels that the store lacks are fetched, unpacked and compiled. */
function whole_announce(absent, { watch, settings }) {
    const wheels = absent.length;
    watch.expect('fetch', { wheels, bytes: sumOfKnown(absent.map(({ file }) => file.size)) });
    watch.expect('unpack', { wheels });
    if (settings.compileBytecode)
        watch.expect('compile', { wheels });
}
async function relocated(run, { environment }) {
    if (environment.kind !== 'system')
        return run;
    const { linkMode } = run.settings;
    const options = { host: run.host, linkMode };
    return { ...run, located: await (0,locate/* locateStore */.kf)(run.located.directory, environment.schemes.purelib, options) };
}


/***/ })

};
