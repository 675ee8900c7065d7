export const id = 188;
export const ids = [188,584];
export const modules = {

/***/ 8316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ createSlots),
/* harmony export */   y: () => (/* binding */ mapBounded)
/* harmony export */ });
/** Running many asynchronous jobs, a bounded number at a time. */
/**
 * Calls `work` for every item, at most `limit` (≥ 1) at a time, in order, and returns the results in the order of the items.
 * The first failure aborts the signal that every call was given, starts no further one, and is thrown when the running
 * ones have settled.
 */
async function mapBounded(items, limit, work) {
    const controller = new AbortController();
    const results = [];
    const queue = items.entries();
    const lane = async () => {
        for (const [index, item] of queue) {
            if (controller.signal.aborted)
                return;
            results[index] = await work(item, controller.signal);
        }
    };
    const stopOthers = (error) => {
        controller.abort(error);
        throw error;
    };
    const lanes = Array.from({ length: Math.min(limit, items.length) }, () => lane().catch(stopOthers));
    await Promise.allSettled(lanes);
    if (controller.signal.aborted)
        throw controller.signal.reason;
    return results;
}
/** Lets `count` pieces of work go on at a time. */
function createSlots(count) {
    const waiting = [];
    let free = count;
    const take = (signal) => new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (free > 0) {
            free--;
            resolve();
            return;
        }
        const leave = () => {
            waiting.splice(waiting.indexOf(enter), 1);
            reject(signal?.reason);
        };
        const enter = () => {
            signal?.removeEventListener('abort', leave);
            resolve();
        };
        waiting.push(enter);
        signal?.addEventListener('abort', leave, { once: true });
    });
    const release = () => {
        const enter = waiting.shift();
        if (enter === undefined)
            free++;
        else
            enter();
    };
    return {
        use: async (work, signal) => {
            await take(signal);
            try {
                return await work();
            }
            finally {
                release();
            }
        },
    };
}


/***/ }),

/***/ 2384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ lazyTransport)
/* harmony export */ });
/** The transport of transport.ts, which is loaded at the first request. */
function lazyTransport(options) {
    let loading;
    return async (url, sending) => {
        loading ??= __webpack_require__.e(/* import() */ 516).then(__webpack_require__.bind(__webpack_require__, 8516)).then(({ createTransport }) => createTransport(options));
        return (await loading)(url, sending);
    };
}


/***/ }),

/***/ 3995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ assertScriptNames),
/* harmony export */   RG: () => (/* binding */ isLegacyWrapper),
/* harmony export */   ZQ: () => (/* binding */ scriptEntryPoints),
/* harmony export */   Zo: () => (/* binding */ rewriteShebang),
/* harmony export */   md: () => (/* binding */ launcherName),
/* harmony export */   pe: () => (/* binding */ scriptFiles)
/* harmony export */ });
/* unused harmony exports scriptText, shebang, windowsLauncher */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5927);
/* harmony import */ var _wheel_reserved_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4959);
/** The scripts of a wheel: wrappers of entry points, and shipped scripts with their first line rewritten. */




/**
 * The entry points that become scripts: as listed, but a wheel that has `pip` or `easy_install` gets them for the
 * version at hand (`pip3.11`) and no other, as pip does.
 * Throws UserError SCRIPT_NAME_RESERVED for a name that would replace the interpreter or an activation script.
 */
function scriptEntryPoints(entryPoints, { wheel, pythonVersion }) {
    assertScriptNames(entryPoints, wheel);
    const [major = '', minor = ''] = pythonVersion.split('.');
    const pips = ['pip', `pip${major}`, `pip${major}.${minor}`];
    const easyInstalls = ['easy_install', `easy_install-${major}.${minor}`];
    const withPip = withVersions(entryPoints, /^pip(\d+(\.\d+)?)?$/, pips);
    return withVersions(withPip, /^easy_install(-\d+\.\d+)?$/, easyInstalls);
}
/** Throws UserError SCRIPT_NAME_RESERVED for a name that would replace the interpreter or an activation script. */
function assertScriptNames(entryPoints, wheel) {
    for (const { name } of entryPoints)
        if ((0,_wheel_reserved_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedScript */ .yT)(name))
            throw (0,_wheel_reserved_name_js__WEBPACK_IMPORTED_MODULE_3__/* .reservedName */ .kW)(wheel, 'an entry point', name);
}
function withVersions(entryPoints, pattern, names) {
    const plain = entryPoints.find(({ name, gui }) => !gui && name === names[0]);
    if (plain === undefined)
        return entryPoints;
    return [
        ...names.map(name => ({ ...plain, name })),
        ...entryPoints.filter(({ name, gui }) => gui || !pattern.test(name)),
    ];
}
/** The files that an entry point becomes in the scripts directory; with launchers, those of Windows. */
function scriptFiles(entryPoint, python, { windowsLaunchers: launchers, os } = {}) {
    const { name, gui } = entryPoint;
    if (launchers === undefined)
        return [{ name, content: Buffer.from(scriptText(entryPoint, python, { os })) }];
    const interpreter = gui ? withoutConsole(python) : python;
    const archive = storedArchive('__main__.py', Buffer.from(wrapper(entryPoint)));
    const launcher = gui ? launchers.gui : launchers.console;
    return [{ name: `${name}.exe`, content: windowsLauncher(launcher, shebang(interpreter), archive) }];
}
/** The wrapper of an entry point, console or gui, on POSIX systems (PyPA entry points, "Use for scripts"). */
function scriptText(entryPoint, python, options = {}) {
    return shebang(python, options) + wrapper(entryPoint);
}
function wrapper({ module, attribute }) {
    const [imported] = attribute.split('.');
    return `import sys
from ${module} import ${imported}
if __name__ == '__main__':
    if sys.argv[0].endswith('.exe'):
        sys.argv[0] = sys.argv[0][:-4]
    sys.exit(${attribute}())
`;
}
const shebangLimit = 127;
const darwinShebangLimit = 512;
/**
 * The first line of a script, its line end included. Where the kernel would cut it (more than 127 bytes, 512 on
 * macOS) or split it at a space, it is three lines that a shell reads as an `exec` and Python as a string.
 * Throws UserError PYTHON_PATH_UNSUPPORTED for a path that neither can quote.
 */
function shebang(python, { os } = {}) {
    if ((0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .isWindowsPath */ .NU)(python))
        return `#!${python.includes(' ') ? `"${python}"` : python}\r\n`;
    const line = `#!${python}\n`;
    const limit = os === 'darwin' ? darwinShebangLimit : shebangLimit;
    if (Buffer.byteLength(line) <= limit && !/\s/.test(python))
        return line;
    return `#!/bin/sh\n'''exec' ${quote(python)} "$0" "$@"\n' '''\n`;
}
/** Quoted for a shell, and free of what would end or change a Python string. */
function quote(path) {
    if (!/["$`\\]/.test(path))
        return `"${path}"`;
    if (!/['\\]/.test(path))
        return `'${path}'`;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageError */ .Wp)('PYTHON_PATH_UNSUPPORTED', `scripts cannot name the interpreter \`${path}\`: the path is too long or has a space, and has quotes besides`, 'choose a path for the environment without quotes, `$` and backslashes');
}
/**
 * A shipped script whose first line starts with `#!python` or `#!pythonw`, with that line naming `python` instead;
 * its arguments go, everything after it stays byte for byte (PyPA binary distribution format, "Recommended installer
 * features"). Undefined where there is nothing to rewrite.
 */
function rewriteShebang(content, python, options = {}) {
    const placeholder = '#!python';
    if (content.toString('latin1', 0, placeholder.length) !== placeholder)
        return undefined;
    const gui = content.toString('latin1', placeholder.length, placeholder.length + 1) === 'w';
    const end = content.indexOf('\n');
    const rest = end === -1 ? Buffer.alloc(0) : content.subarray(end + 1);
    return Buffer.concat([Buffer.from(shebang(gui ? withoutConsole(python) : python, options)), rest]);
}
/** `pythonw.exe` for `python.exe`; only Windows has it. */
function withoutConsole(python) {
    return (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .isWindowsPath */ .NU)(python) ? python.replace(/python(?=[^\\/]*$)/i, '$&w') : python;
}
/** True for a wrapper that a build tool made and that the entry point of the same name replaces. */
function isLegacyWrapper(name, entryPointNames) {
    return entryPointNames.has(name.replace(/(\.exe|-script\.py|\.pya)$/i, ''));
}
/** The launcher for a Windows machine, as named in `pip/_vendor/distlib` of the pip wheel bundled with ensurepip. */
function launcherName({ gui, arch }) {
    const suffix = arch === 'arm64' ? '64-arm' : arch === 'ia32' ? '32' : '64';
    return `${gui ? 'w' : 't'}${suffix}.exe`;
}
/** A launcher finds the zip at its own end, and the line before it says which interpreter runs the zip. */
function windowsLauncher(launcher, shebangLine, scriptZip) {
    return Buffer.concat([launcher, Buffer.from(shebangLine), scriptZip]);
}
/** A zip archive of one stored file, dated 1980-01-01 (PKWARE APPNOTE 6.3.10, §4.3). */
function storedArchive(name, data) {
    const path = Buffer.from(name);
    const [version, utf8, stored, time, date] = [20, 0x800, 0, 0, 0x21];
    const head = [u16(version, utf8, stored, time, date), u32((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(data), data.length, data.length), u16(path.length, 0)];
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), ...head, path, data]);
    const central = Buffer.concat([Buffer.from('PK\x01\x02'), u16(version), ...head, u16(0, 0, 0), u32(0, 0), path]);
    const end = [u16(0, 0, 1, 1), u32(central.length, local.length), u16(0)];
    return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), ...end]);
}
function u16(...values) {
    return Buffer.from(values.flatMap(value => [value & 255, value >>> 8]));
}
function u32(...values) {
    return u16(...values.flatMap(value => [value & 65535, value >>> 16]));
}


/***/ }),

/***/ 9041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createStoredFile),
/* harmony export */   Q: () => (/* binding */ permitsLinks)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/** How files of the store are made: readable for all who share it, whatever mask their maker has. */

/**
 * Makes a file that must not be there, 0644 or 0755, and returns its descriptor. Throws Node's system error.
 *
 * The mask is not asked for: `process.umask()` sets it to 0 for a moment, in which other threads make directories that anyone
 * may write to.
 */
function createStoredFile(path, executable) {
    const mode = executable ? 0o755 : 0o644;
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'wx', mode);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fchmodSync)(descriptor, mode);
    return descriptor;
}
/** Whether a file that is a link into the store has no right which this mask takes away. */
function permitsLinks(umask) {
    return (umask & 0o755) === 0;
}


/***/ }),

/***/ 183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ largestMetadata),
/* harmony export */   I: () => (/* binding */ largestRatio),
/* harmony export */   NJ: () => (/* binding */ largestTotal),
/* harmony export */   _N: () => (/* binding */ mostEntries),
/* harmony export */   hp: () => (/* binding */ mostTags),
/* harmony export */   ks: () => (/* binding */ largestDirectory),
/* harmony export */   u2: () => (/* binding */ longestFilename),
/* harmony export */   y0: () => (/* binding */ unsuspiciousBytes)
/* harmony export */ });
/** What a wheel may ask of the machine at most: well above any real wheel, far below what a machine cannot bear. */
/** Entries of one wheel, and folders that they need; the largest known (ansible) has some 40,000. */
const mostEntries = 250_000;
/** Bytes of the central directory; that of 40,000 entries has 6 MiB. */
const largestDirectory = 64 << 20;
/** Bytes that a wheel may unpack to, whatever its ratio. */
const largestTotal = 64 * 2 ** 30;
/** The rule of PyPI: above this many unpacked bytes, at most `largestRatio` times the size of the archive. */
const unsuspiciousBytes = 64 << 20;
const largestRatio = 50;
/** Bytes of a file that is read as a whole to understand the wheel, by its name in the `.dist-info` directory. */
const largestMetadata = {
    WHEEL: 1 << 20,
    METADATA: 16 << 20,
    RECORD: 64 << 20,
    'entry_points.txt': 1 << 20,
};
/** Characters of a wheel's filename: what file systems take. */
const longestFilename = 255;
/** Tags that the compressed tag sets of one filename may stand for. */
const mostTags = 1000;


/***/ }),

/***/ 8286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ windowsFault),
/* harmony export */   t: () => (/* binding */ foldPath)
/* harmony export */ });
/** What other systems make of a path that is legal on Linux: names that they fold into one, and names that they refuse. */
/**
 * The same text for all paths that macOS or Windows take for one: canonical composition (NFC), case folded.
 * A key for comparing, not a path.
 */
function foldPath(path) {
    if (/^[\x20-\x7e]*$/.test(path))
        return path.toLowerCase();
    // Through upper case, since `ſ`, `ς` and `ß` have several lower-case forms; the last normalisation joins what that split.
    return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
/** Devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;
/** Why Windows does not write a relative POSIX path as it stands, or undefined where it does. */
function windowsFault(path) {
    const [character] = /[<>:"|?*]/.exec(path) ?? [];
    if (character !== undefined)
        return `holds \`${character}\``;
    for (const segment of path.split('/')) {
        if (device.test(segment))
            return `names the device \`${segment}\``;
        if (/[. ]$/.test(segment))
            return 'has a name that ends in a dot or a space';
    }
    return undefined;
}


/***/ }),

/***/ 4222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ recordHashes),
/* harmony export */   Hh: () => (/* binding */ parseRecord),
/* harmony export */   bM: () => (/* binding */ formatRecord),
/* harmony export */   oj: () => (/* binding */ recordHash)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(183);
/** RECORD files (PyPA "Recording installed projects", PEP 376, PEP 627). */

/** Twice what a wheel may hold: rows of it, and some that name nothing. */
const mostRows = 2 * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .mostEntries */ ._N;
/**
 * Reads RECORD, rows as they stand, and never fails: CSV with quotes, lines ended by `\n`, `\r\n` or `\r`. A quote that never
 * ends reaches to the end of the text, columns after the third count for nothing, a size that is none is left out.
 */
function parseRecord(text) {
    const rows = [];
    const faults = [];
    for (const { fields, isBroken } of parseCsv(text)) {
        if (isBroken)
            faults.push({ kind: 'quote' });
        if (fields.every(field => field === ''))
            continue;
        if (rows.length === mostRows)
            return { rows, faults: [...faults, { kind: 'rows' }] };
        const [path = '', hash = '', size = ''] = fields;
        const isSize = /^\d{1,15}$/.test(size);
        rows.push({ path, hash, size: isSize ? Number(size) : undefined });
        if (fields.length > 3)
            faults.push({ kind: 'columns', path });
        if (size !== '' && !isSize)
            faults.push({ kind: 'size', path });
    }
    return { rows, faults };
}
/** Row by row, of each row four fields at most. */
function* parseCsv(text) {
    let fields = [];
    let isBroken = false;
    for (let at = 0; at < text.length || fields.length > 0;) {
        const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
        // What follows a closing quote belongs to the field, as in Python's csv module.
        const end = plainEnd(text, quoted?.end ?? at);
        const separator = match(/,|\r\n|\n|\r|$/y, text, end);
        if (fields.length < 4)
            fields.push((quoted?.value ?? '') + text.slice(quoted?.end ?? at, end));
        isBroken ||= quoted !== undefined && (!quoted.isClosed || quoted.end !== end);
        at = end + separator.length;
        if (separator === ',')
            continue;
        yield { fields, isBroken };
        fields = [];
        isBroken = false;
    }
}
/** The quoted text that starts at `at`, its doubled quotes made single, and where what follows it starts. */
function readQuoted(text, at) {
    let quote = text.indexOf('"', at + 1);
    while (quote !== -1 && text[quote + 1] === '"')
        quote = text.indexOf('"', quote + 2);
    const close = quote === -1 ? text.length : quote;
    const value = text.slice(at + 1, close).replaceAll('""', '"');
    return { value, end: Math.min(close + 1, text.length), isClosed: quote !== -1 };
}
function plainEnd(text, at) {
    return at + match(/[^,\r\n]*/y, text, at).length;
}
function match(sticky, text, at) {
    sticky.lastIndex = at;
    return sticky.exec(text)?.[0] ?? '';
}
/** The text of a RECORD file: rows sorted by path, lines ended by `\n`, fields quoted where CSV needs it. */
function formatRecord(rows) {
    return rows
        .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
        .map(({ path, hash, size }) => `${formatField(path)},${formatField(hash)},${size ?? ''}\n`)
        .join('');
}
function formatField(field) {
    return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
/** The hash column for a hex SHA-256 digest: `sha256=` and URL-safe base64 without padding (PEP 376). */
function recordHash(sha256Hex) {
    return recordHashes([sha256Hex])[0] ?? '';
}
/** The same for many digests: converted in one go, which costs a fraction of doing it one by one. */
function recordHashes(sha256Hex) {
    // 33 bytes are 44 characters, and the last of them stands for nothing but the byte that is added.
    const text = Buffer.from(sha256Hex.map(digest => `${digest}00`).join(''), 'hex').toString('base64url');
    return sha256Hex.map((_, index) => `sha256=${text.slice(index * 44, index * 44 + 43)}`);
}


/***/ }),

/***/ 4959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZU: () => (/* binding */ isReservedData),
/* harmony export */   kW: () => (/* binding */ reservedName),
/* harmony export */   qV: () => (/* binding */ isReservedState),
/* harmony export */   yT: () => (/* binding */ isReservedScript)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6498);
/* harmony import */ var _portable_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8286);
/** Files of an environment that no wheel may replace: its interpreters, its activation scripts, its configuration. */



const interpreter = String.raw `((python|pypy|graalpy)(\d+(\.\d+)*)?t?d?w?|pythonw(\d+(\.\d+)*)?)(\.exe|\._pth)?`;
const activation = String.raw `(de)?activate(\.(bat|csh|fish|nu|ps1|xsh))?|activate_this\.py`;
const script = new RegExp(`^(${interpreter}|${activation})$`);
/** The places of the scripts directory and of pyvenv.cfg below the root of an environment. */
const data = new RegExp(`^((bin|scripts)/(${interpreter}|${activation})|pyvenv\\.cfg)$`);
/** True for a file of the scripts directory that belongs to the environment; in any case, since file systems fold it. */
function isReservedScript(name) {
    return script.test((0,_portable_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(name));
}
/** True for a file below the root of an environment that belongs to it, on any system. */
function isReservedData(path) {
    return data.test((0,_portable_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path));
}
/** True for a path, in any scheme, that a journal or a claim of this program could have, or a file that it moved aside. */
function isReservedState(path) {
    return /^\.wheelcrew-|~wheelcrew~?(\/|$)/.test((0,_portable_path_js__WEBPACK_IMPORTED_MODULE_2__/* .foldPath */ .t)(path));
}
/** The UserError SCRIPT_NAME_RESERVED; `what` says which part of the wheel it is: `an entry point`. */
function reservedName(wheel, what, name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SCRIPT_NAME_RESERVED', `\`${wheel}\` has ${what} ${(0,_invalid_wheel_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(name)}, a file of the environment itself`, {
        hint: 'such a wheel would replace the interpreter or an activation script; ask its maintainers to rename the file',
    });
}


/***/ })

};
