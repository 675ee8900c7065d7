"""Names what is wrong with the bytecode below the first directory, which is compared with the same files below the second."""

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
    data, expected = read(compiled), read(other)
    if expected is None:
        return [f"{path}: not in the other tree"]
    problems = []
    if marshal.loads(data[16:]) != marshal.loads(expected[16:]):
        problems.append(f"{path}: other code")
    folder, name = os.path.split(compiled)
    source = os.stat(os.path.join(os.path.dirname(folder), name.split(".")[0] + ".py"))
    if data[4:8] == bytes(4) and data[8:16] != stamp(source):
        problems.append(f"{path}: stale, it would be compiled again")
    return problems


def stamp(source):
    return b"".join((int(value) & 0xFFFFFFFF).to_bytes(4, "little") for value in (source.st_mtime, source.st_size))


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


main(sys.argv[1], sys.argv[2])
