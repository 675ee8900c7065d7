"""Names what is wrong with the bytecode below the first directory, which is compared with the same files below the second."""

import importlib.util
import json
import marshal
import os
import sys


def main(checked, reference):
    problems = []
    for directory, _, names in os.walk(checked):
        for name in names:
            if name.endswith(".pyc") and os.path.basename(directory) == "__pycache__":
                path = os.path.relpath(os.path.join(directory, name), checked)
                problems += problems_of(os.path.join(directory, name), os.path.join(reference, path), path)
    print(json.dumps(sorted(problems)))


def problems_of(compiled, other, path):
    data, source = read(compiled), source_of(compiled)
    problems = []
    if not same_code(data, read(other), source):
        problems.append(f"{path}: other code")
    if data[4:8] == bytes(4) and is_stale(data, source):
        problems.append(f"{path}: stale, it would be compiled again")
    return problems


def same_code(data, expected, source):
    """Of bytecode that is not in the other tree, the code must be the source's."""
    if expected is None:
        return equal(marshal.loads(data[16:]), compile(read(source), source, "exec", dont_inherit=True))
    if data == expected:
        return True
    # Another Python's bytecode is shipped, never made here.
    comparable = data[:4] == expected[:4] == importlib.util.MAGIC_NUMBER
    return comparable and equal(marshal.loads(data[16:]), marshal.loads(expected[16:]))


def equal(code, other):
    """Equal, or equal but for a constant that is not equal to itself: NaN."""
    return code == other or marshal.dumps(nameless(code), 2) == marshal.dumps(nameless(other), 2)


def nameless(code):
    """The same code without the names of files, which equality does not look at either."""
    constants = tuple(nameless(constant) if isinstance(constant, type(code)) else constant for constant in code.co_consts)
    return code.replace(co_filename="", co_consts=constants)


def is_stale(data, source):
    try:
        status = os.stat(source)
    except FileNotFoundError:
        return False
    return data[8:16] != stamp(status)


def source_of(compiled):
    """`a/__pycache__/b.c.cpython-311.pyc` belongs to `a/b.c.py`."""
    folder, name = os.path.split(compiled)
    return os.path.join(os.path.dirname(folder), name[: -len(".pyc")].rpartition(".")[0] + ".py")


def stamp(source):
    return b"".join((int(value) & 0xFFFFFFFF).to_bytes(4, "little") for value in (source.st_mtime, source.st_size))


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


main(sys.argv[1], sys.argv[2])
