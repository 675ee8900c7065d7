"""Makes wheels of small modules and prints their pinned and hashed requirements.

usage: warm-wheels.py DIRECTORY WHEELS    (WHEELS: a JSON list of [name, version, modules])
"""

import base64
import hashlib
import json
import os
import sys
import zipfile

MODULES_A_DIRECTORY = 100


def main(directory, wheels):
    for name, version, modules in json.loads(wheels):
        path = os.path.join(directory, f"{name}-{version}-py3-none-any.whl")
        write_wheel(path, files_of(name, version, modules), f"{name}-{version}.dist-info")
        with open(path, "rb") as file:
            print(f"{name}=={version} --hash=sha256:{hashlib.sha256(file.read()).hexdigest()}")


def files_of(name, version, modules):
    """Packages of MODULES_A_DIRECTORY modules; the `__init__.py` of each counts as one."""
    yield f"{name}-{version}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    yield (
        f"{name}-{version}.dist-info/WHEEL",
        "Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    )
    for index in range(modules):
        part, module = divmod(index, MODULES_A_DIRECTORY)
        package = f"{name}/part{part}" if part > 0 else name
        file = "__init__" if module == 0 else f"module{module}"
        yield f"{package}/{file}.py", source(f"{name} {version} {index}", index)


def source(title, index):
    functions = [
        f"def step_{number}(value, factor={index + number}):\n"
        f'    """Step {number} of {title}."""\n'
        f"    return [value * factor + item for item in range({number + 2}) if item != {index}]\n"
        for number in range(8)
    ]
    return f'"""{title}"""\n\n\n' + "\n\n".join(functions)


def write_wheel(path, files, dist_info):
    rows = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in files:
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            rows.append(f"{name},sha256={digest},{len(text.encode())}\n")
            add(archive, name, text)
        add(archive, f"{dist_info}/RECORD", "".join(rows) + f"{dist_info}/RECORD,,\n")


def add(archive, name, text):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, text, zipfile.ZIP_DEFLATED)


main(*sys.argv[1:])
