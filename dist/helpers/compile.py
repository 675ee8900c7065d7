"""Compiles Python sources to .pyc files, batch by batch, until standard input ends.

Run as `python -s -S -B -X utf8 compile.py MODE`, MODE being `timestamp`, `checked-hash` or `unchecked-hash` (PEP 552).
One JSON object a line, both ways:

  <- {"files": [[source, target, mtime, size], ...]}
  -> {"ready": true}                                     once, at the start
  -> {"compiled": [[index, size, sha256], ...], "failed": [[index, message], ...], "ms": spent,
      "error": null | {"errno", "message"}}

A file that does not compile is a failure of that file; an error of the operating system ends its batch.
The bytes written depend on the content of the file alone: not on its path, since an import replaces `co_filename`, and
not on what the process compiled before: see `compile_file` and `settle_strings`.
"""

import sys

# The directory of this file comes first on the path, ahead of the standard library.
del sys.path[0]

import errno
import gc
import hashlib
import json
import os
import signal
import time
import warnings

import _frozen_importlib_external as pyc
import _imp

CODE = type((lambda: None).__code__)
CONTAINERS = {CODE, tuple, frozenset}
MAGIC = int.from_bytes(pyc.MAGIC_NUMBER, "little")
# What `co_filename` is until an import replaces it.
NAME = "<source>"


def main(mode):
    replies = take_stdout()
    # What lies in the store is for all who share it, whatever mask this process was given.
    os.umask(0o022)
    # Ctrl+C reaches the whole process group; the parent decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    gc.disable()
    settled = settle_strings()
    reply(replies, {"ready": True})
    for line in sys.stdin.buffer:
        reply(replies, compile_batch(json.loads(line)["files"], mode))


def settle_strings():
    """Python < 3.12 has one object for each string of one such character, and writes whether any code met it as a name.
    Kept, all are names."""
    return [sys.intern(chr(number)) for number in range(256)]


def take_stdout():
    """Returns the replies' own descriptor: anything printed by others goes to standard error."""
    replies = os.dup(1)
    os.dup2(2, 1)
    return replies


def reply(replies, message):
    data = memoryview(json.dumps(message).encode() + b"\n")
    while data:
        data = data[os.write(replies, data) :]


def compile_batch(files, mode):
    result = {"compiled": [], "failed": [], "error": None}
    start = time.perf_counter()
    for index, (source, target, mtime, size) in enumerate(files):
        try:
            with open(source, "rb", 0) as file:
                text = file.read()
            try:
                data = to_pyc(text, mode, mtime, size)
            except Exception as error:
                result["failed"].append([index, describe(error)])
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            write(target, data, sha256)
        except OSError as error:
            result["error"] = {"errno": errno.errorcode.get(error.errno), "message": str(error)}
            break
        result["compiled"].append([index, len(data), sha256])
    result["ms"] = (time.perf_counter() - start) * 1000
    return result


def describe(error):
    if isinstance(error, SyntaxError):
        error.filename = None
    return "%s: %s" % (type(error).__name__, error)


def to_pyc(text, mode, mtime, size):
    code = compile_file(text)
    held = hold_strings(code) if sys.version_info < (3, 11) else None
    if mode == "timestamp":
        return pyc._code_to_timestamp_pyc(code, mtime, size)
    return pyc._code_to_hash_pyc(code, _imp.source_hash(MAGIC, text), mode == "checked-hash")


def compile_file(text):
    """Python >= 3.12 keeps names for good, and merges two equal sets of strings only if it never met these as names.
    So a file with two such sets is compiled once more, when all its strings are known."""
    code = compile(text, NAME, "exec", dont_inherit=True)
    if sys.version_info >= (3, 12) and repeats_a_set(code):
        return compile(text, NAME, "exec", dont_inherit=True)
    return code


def repeats_a_set(code):
    sets = set()
    codes = [code]
    while codes:
        for constant in codes.pop().co_consts:
            if type(constant) is CODE:
                codes.append(constant)
            elif type(constant) is frozenset:
                if constant in sets:
                    return True
                sets.add(constant)
    return False


def hold_strings(code):
    """Python < 3.11 writes whether anything else in the process holds a string of the code. Held here, all are."""
    held = []
    parts = [code]
    for part in parts:
        items = part
        if type(part) is CODE:
            items = part.co_consts
            held.append(part.co_name)
            held += part.co_names
            held += part.co_varnames
            held += part.co_freevars
            held += part.co_cellvars
        held += items
        parts += [item for item in items if type(item) in CONTAINERS]
    return held


def write(target, data, sha256):
    """Never writes through a file that exists: it may be a hard link to another's. Its time is that of its content."""
    try:
        file = open(target, "xb", 0)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        file = open(target, "xb", 0)
    except FileExistsError:
        os.unlink(target)
        file = open(target, "xb", 0)
    try:
        with file:
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
        time_of_content = (946684800 + int(sha256[:6], 16)) * 10**9
        os.utime(target, ns=(time_of_content, time_of_content))
    except OSError:
        os.unlink(target)
        raise


main(sys.argv[1])
