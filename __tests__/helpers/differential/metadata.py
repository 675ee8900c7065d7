"""Prints what importlib.metadata sees in the environment that runs this, and which rows of a RECORD are not true."""

import base64
import hashlib
import json
from importlib.metadata import distributions


def main():
    seen, absent, wrong = {}, [], []
    for distribution in distributions():
        points = sorted("%s: %s = %s" % (point.group, point.name, point.value) for point in distribution.entry_points)
        seen.setdefault(distribution.metadata["Name"], []).append([distribution.version, points])
        for file in distribution.files or []:
            if not file.locate().exists():
                absent.append(str(file))
            elif file.hash is not None and [file.hash.value, file.size] != digest_of(file.locate()):
                wrong.append(str(file))
    print(json.dumps({"distributions": seen, "absent": absent, "wrong": wrong}))


def digest_of(path):
    with open(path, "rb") as file:
        content = file.read()
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return [digest.rstrip(b"=").decode(), len(content)]


main()
