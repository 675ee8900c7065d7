"""Compiles Python sources to .pyc files, batch by batch, until standard input ends.

Run as `python -s -S -B -X utf8 compile.py MODE`, MODE being `timestamp`, `checked-hash` or `unchecked-hash` (PEP 552).
One JSON object a line, both ways:

  <- {"files": [[source, target, name, mtime, size], ...]}
  -> {"ready": true}                                     once, at the start
  -> {"compiled": [[index, size, sha256], ...], "failed": [[index, message], ...], "ms": spent,
      "error": null | {"errno", "message"}}

A file that does not compile is a failure of that file; an error of the operating system ends its batch.
The bytes written depend on the file alone, not on what the process compiled before: see `compile_file`.
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
MAGIC = int.from_bytes(pyc.MAGIC_NUMBER, "little")


def main(mode):
    replies = take_stdout()
    # What lies in the store is for all who share it, whatever mask this process was given.
    os.umask(0o022)
    # Ctrl+C reaches the whole process group; the parent decides what ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    gc.disable()
    # Python < 3.12 loads unicodedata at the first such name, which leaves traces in the bytes of later files.
    compile("\u00e9", "", "eval")
    reply(replies, {"ready": True})
    for line in sys.stdin.buffer:
        reply(replies, compile_batch(json.loads(line)["files"], mode))


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
    for index, (source, target, name, mtime, size) in enumerate(files):
        try:
            with open(source, "rb", 0) as file:
                text = file.read()
            try:
                data = to_pyc(compile_file(text, name), text, mode, mtime, size)
            except Exception as error:
                result["failed"].append([index, "%s: %s" % (type(error).__name__, error)])
                continue
            write(target, data)
        except OSError as error:
            result["error"] = {"errno": errno.errorcode.get(error.errno), "message": str(error)}
            break
        result["compiled"].append([index, len(data), hashlib.sha256(data).hexdigest()])
    result["ms"] = (time.perf_counter() - start) * 1000
    return result


def compile_file(text, name):
    """Python >= 3.12 keeps names for good, and merges two equal sets of strings only if it never met these as names.
    So a file with two such sets is compiled once more, when all its strings are known."""
    code = compile(text, name, "exec", dont_inherit=True)
    if sys.version_info >= (3, 12) and repeats_a_set(code):
        return compile(text, name, "exec", dont_inherit=True)
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


def to_pyc(code, text, mode, mtime, size):
    if mode == "timestamp":
        return pyc._code_to_timestamp_pyc(code, mtime, size)
    return pyc._code_to_hash_pyc(code, _imp.source_hash(MAGIC, text), mode == "checked-hash")


def write(target, data):
    """Never writes through a file that exists: it may be a hard link to another's."""
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
    except OSError:
        os.unlink(target)
        raise


main(sys.argv[1])
