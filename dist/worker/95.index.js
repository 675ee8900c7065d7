export const id = 95;
export const ids = [95];
export const modules = {

/***/ 95:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  unpackEntries: () => (/* binding */ unpackEntries)
});

// UNUSED EXPORTS: nameRefused

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/store/note.js
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

// EXTERNAL MODULE: ./lib/store/stored-file.js
var stored_file = __webpack_require__(41);
;// CONCATENATED MODULE: ./lib/wheel/invalid-wheel.js
/** The one error for bytes that are no wheel by the specifications. */

const hint = 'Download the wheel again; if the error stays, report it to the publisher of the wheel';
const longestQuote = 200;
/** A `WHEEL_INVALID` error (exit 3) naming the wheel and the reason. */
function invalid_wheel_invalidWheel(wheel, reason) {
    return (0,errors/* integrityError */.Wn)('WHEEL_INVALID', `\`${wheel}\` is not a valid wheel: ${reason}`, hint);
}
/** A value from a wheel in backticks, shortened, with characters escaped that would break a log or turn its order around. */
function invalid_wheel_quoted(value) {
    const shown = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
    return `\`${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeControl)}\``;
}
/** The first of these values, each quoted, and how many more there are. */
function quotedFew(values, most) {
    const shown = values.slice(0, most).map(invalid_wheel_quoted).join(', ');
    return values.length > most ? `${shown} and ${values.length - most} more` : shown;
}
function escapeControl(character) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}

;// CONCATENATED MODULE: ./lib/wheel/limits.js
/** What a wheel may ask of the machine at most: well above any real wheel, far below what a machine cannot bear. */
/** Entries of one wheel, and folders that they need; the largest known (ansible) has some 40,000. */
const limits_mostEntries = 250_000;
/** Bytes of the central directory; that of 40,000 entries has 6 MiB. */
const limits_largestDirectory = (/* unused pure expression or super */ null && (64 << 20));
/** Bytes that a wheel may unpack to, whatever its ratio. */
const limits_largestTotal = (/* unused pure expression or super */ null && (64 * 2 ** 30));
/** The rule of PyPI: above this many unpacked bytes, at most `largestRatio` times the size of the archive. */
const limits_unsuspiciousBytes = (/* unused pure expression or super */ null && (64 << 20));
const limits_largestRatio = 50;
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
const zip_end_tailSize = end64Size + locatorSize + endSize + longestComment;
/** Finds the central directory from the last `tailSize` bytes; `WHEEL_INVALID` where the records disagree with the file. */
function zip_end_findDirectory(tail, archiveSize, wheel) {
    const at = findEnd(tail, wheel);
    const base = archiveSize - tail.length;
    const end = readEnd(tail, at);
    const hasZip64 = at >= locatorSize && tail.readUInt32LE(at - locatorSize) === locatorSignature;
    const record = hasZip64 ? readZip64(tail, at - locatorSize, { base, end, wheel }) : end;
    if (!hasZip64 && isSaturated(end))
        throw invalidWheel(wheel, 'its zip64 end record is missing');
    assertOneDisk(record, wheel);
    const recordsStart = base + (hasZip64 ? at - locatorSize - end64Size : at);
    if (record.offset + record.size !== recordsStart) {
        throw invalidWheel(wheel, `its central directory is declared as ${record.size} bytes at offset ${record.offset}, but its end record is at offset ${recordsStart}`);
    }
    return { entries: record.entries, size: record.size, offset: record.offset };
}
/** Position of the end record in the tail: the last one, with a plain comment and nothing but NULs behind it. */
function findEnd(tail, wheel) {
    const at = tail.length < endSize ? -1 : tail.lastIndexOf(endSignature, tail.length - endSize);
    if (at === -1)
        throw invalidWheel(wheel, 'it has no zip end record, so it is truncated or no zip archive');
    const commentEnd = at + endSize + tail.readUInt16LE(at + 20);
    if (commentEnd > tail.length)
        throw invalidWheel(wheel, 'its archive comment is truncated');
    if (tail.subarray(commentEnd).some(byte => byte !== 0))
        throw invalidWheel(wheel, 'data follows its zip end record');
    if (tail.subarray(at + endSize, commentEnd).some(byte => byte >= 1 && byte <= 8)) {
        throw invalidWheel(wheel, 'its archive comment holds zip records');
    }
    assertOnlyEnd(tail, at, { commentEnd, wheel });
    return at;
}
/** A reader that looks for the end record whose comment fills the file must not find another one. */
function assertOnlyEnd(tail, at, { commentEnd, wheel }) {
    for (let other = tail.indexOf(endSignature); other < at; other = tail.indexOf(endSignature, other + 1)) {
        const otherEnd = other + endSize + tail.readUInt16LE(other + 20);
        if (otherEnd === commentEnd || otherEnd === tail.length) {
            throw invalidWheel(wheel, 'it has two zip end records, one in the comment of the other');
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
        throw invalidWheel(wheel, 'its zip64 end record is missing, misplaced or of the wrong length');
    }
    const located = tail.readBigUInt64LE(locatorAt + 8);
    const onOneDisk = tail.readUInt32LE(locatorAt + 4) === 0 && tail.readUInt32LE(locatorAt + 16) <= 1;
    if (located !== BigInt(base + at) || !onOneDisk) {
        throw invalidWheel(wheel, `its zip64 locator points to offset ${located}, but the record is at ${base + at}`);
    }
    const end64 = readEnd64(tail, at);
    if (!agrees(end, end64))
        throw invalidWheel(wheel, 'its zip64 end record contradicts its end record');
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
        throw invalidWheel(wheel, 'it is one part of an archive of several disks');
    }
}

;// CONCATENATED MODULE: ./lib/wheel/zip-extra.js
const zip64Id = 0x0001;
const unicodePathId = 0x7075;
const zip64Lengths = [0, 8, 16, 24, 28];
const max16 = 0xffff;
const max32 = 0xffffffff;
/** The true sizes of a header; throws `fault` where an extra field is malformed, repeated or contradicts the header. */
function zip_extra_readExtra(header, fault) {
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
const zip_header_localSize = 30;
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
function zip_header_readCentralHeaders(directory, count, wheel) {
    const headers = [];
    let at = 0;
    while (at < directory.length && headers.length < count) {
        const length = centralLength(directory, at);
        if (length === undefined || at + length > directory.length) {
            throw invalidWheel(wheel, `central header ${headers.length + 1} of ${count} is damaged`);
        }
        headers.push(readCentralHeader(directory.subarray(at, at + length), wheel));
        at += length;
    }
    if (headers.length !== count || at !== directory.length) {
        throw invalidWheel(wheel, `its central directory does not hold exactly the ${count} declared entries`);
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
    return (reason) => invalidWheel(wheel, `entry ${quoted(name.toString('utf8'))}: ${reason}`);
}
function readName(name, fault) {
    const text = name.toString('utf8');
    // Bytes that are no UTF-8 decode to U+FFFD and do not come back.
    if (text.includes('\ufffd') && !Buffer.from(text).equals(name))
        throw fault('its name is not UTF-8');
    const isDirectory = text.length > 1 && text.endsWith('/');
    const path = isDirectory ? text.slice(0, -1) : text;
    const wrong = pathFault(path);
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
    return zip_header_localSize + header.readUInt16LE(26) + header.readUInt16LE(28);
}
/** Reads a whole local header; throws `fault` where it is refused by itself. */
function readLocalHeader(header, fault) {
    const nameEnd = zip_header_localSize + header.readUInt16LE(26);
    const name = header.subarray(zip_header_localSize, nameEnd);
    const flags = header.readUInt16LE(6);
    const wide = zip_extra_readExtra({
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
    if (directory.size > largestDirectory) {
        throw invalidWheel(wheel, `its central directory has ${directory.size} bytes; expected at most ${largestDirectory}`);
    }
    if (directory.entries > mostEntries) {
        throw invalidWheel(wheel, `it has ${directory.entries} entries; expected at most ${mostEntries}`);
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
        throw invalidWheel(wheel, `${prefix} bytes lie in front of its first entry`);
    const ends = new Map();
    for (const [index, header] of sorted.entries()) {
        const end = sorted[index + 1]?.headerOffset ?? directoryOffset;
        if (header.headerOffset + localSize + storedName(header).length + header.compressedSize > end) {
            throw invalidWheel(wheel, `entry ${quoted(header.path)}: it overlaps what follows it`);
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
    const clash = findClash(entries.map(entry => entry.path), directories, mostEntries);
    switch (clash?.kind) {
        case undefined:
            return;
        case 'same':
            throw invalidWheel(wheel, `entry ${quoted(clash.path)}: it occurs twice`);
        case 'file and directory':
            throw invalidWheel(wheel, `entry ${quoted(clash.path)}: it is a file and the directory of another entry`);
        case 'too many folders':
            throw invalidWheel(wheel, `its entries need more than ${mostEntries} folders`);
    }
}
function assertTotal(entries, archiveSize, wheel) {
    const total = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (total > largestTotal) {
        throw invalidWheel(wheel, `it unpacks to ${total} bytes; expected at most ${largestTotal}`);
    }
    if (total > unsuspiciousBytes && total > archiveSize * largestRatio) {
        throw invalidWheel(wheel, `${archiveSize} bytes unpack to ${total}, more than ${largestRatio} times as much, as only a zip bomb does`);
    }
}
/**
 * Where the data of an entry starts, after its local header is proven to say what the central one says.
 * Throws `WHEEL_INVALID` where they differ, or where bytes that belong to no entry follow the data.
 */
function entryDataOffset(archive, entry, wheel) {
    const fault = reason => invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry.path)}: ${reason}`);
    const length = localLength(archive.read(entry.headerOffset, zip_header_localSize));
    const dataOffset = entry.headerOffset + (length ?? 0);
    const rest = entry.endOffset - dataOffset - entry.compressedSize;
    if (length === undefined || rest < 0)
        throw fault('its local header is missing or damaged');
    const local = readLocalHeader(archive.read(entry.headerOffset, length), fault);
    if (!local.name.equals(storedName(entry)))
        throw fault(`its local header names ${invalid_wheel_quoted(local.name.toString())}`);
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
    const fault = reason => invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(entry.path)}: ${reason}`);
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
    return entry.method === 'deflate' ? external_node_zlib_.createInflateRaw(options) : external_node_zlib_.createZstdDecompress(options);
}
/** Node's default of 16 KiB costs twice the CPU time on files of many megabytes. */
const streamChunkBytes = 1 << 20;

;// CONCATENATED MODULE: ./lib/install/archive.js
/** A wheel on disk as a random-access source for the zip reader. */

/** Opens a wheel for reading. Throws the system error when it cannot be opened. */
function openArchive(path) {
    const descriptor = (0,external_node_fs_.openSync)(path, 'r');
    return {
        size: (0,external_node_fs_.fstatSync)(descriptor).size,
        read: (offset, length) => readExactly(descriptor, offset, length),
        close: () => (0,external_node_fs_.closeSync)(descriptor),
    };
}
function readExactly(descriptor, offset, length) {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
        const count = (0,external_node_fs_.readSync)(descriptor, buffer, filled, length - filled, offset + filled);
        if (count === 0)
            throw new RangeError(`the file ends at byte ${offset + filled}`);
        filled += count;
    }
    return buffer;
}

;// CONCATENATED MODULE: ./lib/install/unpack-entries.js
/** Writes entries of a wheel to disk and hashes them. Runs in a worker thread, where synchronous calls are fastest. */











/** Entries above this many bytes, packed or unpacked, are streamed, so that memory does not follow the size of the largest file. */
const streamedAboveBytes = 16 << 20;
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
    const target = (0,external_node_path_.join)(task.destination, entry.path);
    const offset = entryDataOffset(archive, entry, task.wheel);
    const descriptor = create(target, entry, task);
    try {
        const sha256 = Math.max(entry.size, entry.compressedSize) > streamedAboveBytes
            ? await streamEntry({ archive, entry, offset, descriptor, task })
            : writeEntry({ archive, entry, offset, descriptor, task });
        (0,external_node_fs_.futimesSync)(descriptor, sourceMtime(sha256), sourceMtime(sha256));
        return { path: entry.path, size: entry.size, sha256, executable: entry.isExecutable };
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function create(target, entry, task) {
    try {
        return (0,stored_file/* createStoredFile */.E)(target, entry.isExecutable);
    }
    catch (error) {
        throw nameRefused(error, entry.path, task.wheel);
    }
}
/** The error for a path that this file system does not take, or takes for that of another entry. */
function nameRefused(error, path, wheel) {
    if ((0,errors/* hasErrno */.Nm)(error, 'EEXIST', 'EISDIR', 'ENOTDIR')) {
        return invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: for this file system, its path is that of another entry`);
    }
    if ((0,errors/* hasErrno */.Nm)(error, 'ENAMETOOLONG', 'EILSEQ')) {
        return invalid_wheel_invalidWheel(wheel, `entry ${invalid_wheel_quoted(path)}: its path is too long or illegal on this file system`);
    }
    return error;
}
function writeEntry({ archive, entry, offset, descriptor, task }) {
    const content = inflateEntry(entry, archive.read(offset, entry.compressedSize), task.wheel);
    writeFully(descriptor, content);
    return (0,external_node_crypto_.hash)('sha256', content, 'hex');
}
/** Same as `writeEntry` in bounded memory; the size and CRC are checked as the bytes pass. */
async function streamEntry({ archive, entry, offset, descriptor, task }) {
    const fault = (reason) => invalid_wheel_invalidWheel(task.wheel, `entry ${invalid_wheel_quoted(entry.path)}: ${reason}`);
    const sha256 = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    let crc = 0;
    const take = async (pieces) => {
        for await (const piece of pieces) {
            size += piece.length;
            if (size > entry.size)
                throw fault(`it has more than the declared ${entry.size} bytes`);
            crc = (0,external_node_zlib_.crc32)(piece, crc);
            sha256.update(piece);
            writeFully(descriptor, piece);
        }
    };
    const source = readPieces(archive, offset, entry.compressedSize);
    const decompressor = createDecompressor(entry);
    try {
        await (decompressor === undefined ? (0,promises_.pipeline)(source, take) : (0,promises_.pipeline)(source, decompressor, take));
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
const pieceBytes = 1 << 20;
/** No stream of `node:fs`: a failing pipeline would destroy it, which closes the descriptor that it was lent. */
function* readPieces(archive, offset, length) {
    for (let done = 0; done < length; done += pieceBytes) {
        yield archive.read(offset + done, Math.min(pieceBytes, length - done));
    }
}
function isDecompressionFailure(error) {
    return /^(Z|ZSTD)_/.test((0,errors/* errnoOf */.UQ)(error) ?? '');
}
function writeFully(descriptor, content) {
    let written = 0;
    while (written < content.length)
        written += (0,external_node_fs_.writeSync)(descriptor, content, written);
}


/***/ }),

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ createStoredFile)
/* harmony export */ });
/* unused harmony export permitsLinks */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24);
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


/***/ })

};
