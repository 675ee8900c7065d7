export const id = 27;
export const ids = [27];
export const modules = {

/***/ 27:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   digestFile: () => (/* binding */ digestFile)
/* harmony export */ });
/* unused harmony export digestFileWith */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
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
    const hash = createHash(algorithm);
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes }))
        hash.update(piece);
    return hash.digest();
}


/***/ })

};
