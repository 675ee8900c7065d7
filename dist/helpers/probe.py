"""Prints what this interpreter is, as one line of JSON; run as ``python -I -S probe.py [VENV]``.

The syntax stays readable for every Python, so that one too old can say its version. ``site`` is not run: a ``.pth``
file could print or fail. So a virtual environment is recognised here, by its ``pyvenv.cfg`` (PEP 405).
With a path, CPython goes on to make an environment there: what ``venv`` needs is half loaded by then.
"""
import sys


def main():
    version = list(sys.version_info[:3])
    if version < [3, 8]:
        # By hand: this interpreter may lack whatever else would be used.
        sys.stdout.write('{"wheelcrew": "probe", "version": [%d, %d, %d]}\n' % tuple(version))
    else:
        report = facts(version)
        sys.stdout.write(to_json(report) + "\n")
        is_base = sys.implementation.name == "cpython" and report["prefix"] == report["basePrefix"]
        if sys.argv[1:] and is_base:
            sys.stdout.flush()
            make_venv(sys.argv[1], report["baseExecutable"])


def make_venv(path, executable):
    """As ``executable -I -S -m venv --without-pip path``: a link to it would be named otherwise."""
    sys.executable = sys._base_executable = executable
    import venv

    venv.main(["--without-pip", path])


def facts(version):
    import os
    from importlib.util import MAGIC_NUMBER

    config = pyvenv_cfg(os.path, sys.executable)
    return {
        "wheelcrew": "probe",
        "version": version,
        "executable": sys.executable,
        "baseExecutable": os.path.realpath(base_executable(os.path, config)),
        "prefix": config["prefix"] if config else sys.prefix,
        "basePrefix": sys.base_prefix,
        "cacheTag": sys.implementation.cache_tag,
        "magicNumber": MAGIC_NUMBER.hex(),
        "optimize": sys.flags.optimize,
        "markers": markers(os),
        "tagFacts": tag_facts(os),
        "venvSchemes": venv_schemes(os.name),
        "systemSchemes": system_schemes(os, config),
        "standardLibrary": standard_library(),
    }


def pyvenv_cfg(path, executable):
    directory = path.dirname(executable)
    for prefix in (directory, path.dirname(directory)):
        try:
            with open(path.join(prefix, "pyvenv.cfg"), encoding="utf-8", errors="replace") as lines:
                pairs = [line.partition("=") for line in lines]
        except OSError:
            continue
        config = {key.strip().lower(): value.strip() for key, _, value in pairs}
        if "home" in config:
            return dict(config, prefix=prefix)
    return None


def base_executable(path, config):
    base = getattr(sys, "_base_executable", "") or sys.executable
    # On POSIX before 3.11, `_base_executable` of a virtual environment is its own `python`.
    if config is None or base != sys.executable:
        return base
    names = ["python%d.%d" % sys.version_info[:2], "python3", "python", path.basename(path.realpath(base))]
    found = [name for name in (path.join(config["home"], name) for name in names) if path.exists(name)]
    return found[0] if found else base


def markers(os):
    if hasattr(os, "uname") and sys.platform in ("linux", "darwin"):
        uname = os.uname()
        system, release, build, machine = uname.sysname, uname.release, uname.version, uname.machine
    else:
        import platform

        system, release, build, machine = (
            platform.system(), platform.release(), platform.version(), platform.machine())
    return {
        "implementation_name": sys.implementation.name,
        "implementation_version": implementation_version(sys.implementation.version),
        "os_name": os.name,
        "platform_machine": machine,
        "platform_python_implementation": implementation_title(),
        "platform_release": release,
        "platform_system": system,
        "platform_version": build,
        # A build from a checkout is `3.13.0+`, which is no version (PEP 440).
        "python_full_version": sys.version.split()[0].replace("+", "+local"),
        "python_version": "%d.%d" % sys.version_info[:2],
        "sys_platform": sys.platform,
    }


def implementation_version(info):
    version = "%d.%d.%d" % info[:3]
    return version if info.releaselevel == "final" else version + info.releaselevel[0] + str(info.serial)


def implementation_title():
    if sys.implementation.name == "cpython":
        return "CPython"
    import platform

    return platform.python_implementation()


def tag_facts(os):
    import sysconfig

    return {
        "implementation": sys.implementation.name,
        "version": list(sys.version_info[:2]),
        "debug": bool(sysconfig.get_config_var("Py_DEBUG")) or hasattr(sys, "gettotalrefcount"),
        "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        "extensionSuffix": sysconfig.get_config_var("EXT_SUFFIX") or "",
        "platform": sysconfig.get_platform(),
        "pointerBits": 64 if sys.maxsize > 2**32 else 32,
        "macos": macos() if sys.platform == "darwin" else None,
        "glibc": glibc(os) if sys.platform == "linux" else None,
        "elf": elf(sys.executable) if sys.platform == "linux" else None,
    }


def macos():
    import platform

    release, _, machine = platform.mac_ver()
    if release.startswith("10.16"):
        # A Python built with an SDK before 11 is told 10.16 on every later macOS.
        import subprocess

        command = [sys.executable, "-I", "-S", "-c", "import platform; print(platform.mac_ver()[0])"]
        release = subprocess.check_output(command, env={"SYSTEM_VERSION_COMPAT": "0"}).decode().strip()
    return {"version": [int(part) for part in (release + ".0").split(".")[:2]], "machine": machine}


def glibc(os):
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (ValueError, OSError, AttributeError):
        return None
    parts = version.split(".")
    return [int(parts[0]), int("".join(c for c in parts[1] if c.isdigit()))] if len(parts) > 1 else None


def elf(executable):
    """Word size, machine and flags of the executable, and the version of the musl that loads it, if one does."""
    import struct

    try:
        with open(executable, "rb") as file:
            head = file.read(64)
            if head[:4] != b"\x7fELF":
                return None
            order, wide = "<" if head[5] == 1 else ">", head[4] == 2
            machine, = struct.unpack_from(order + "H", head, 18)
            table, = struct.unpack_from(order + ("Q" if wide else "I"), head, 32 if wide else 28)
            flags, _, size, count = struct.unpack_from(order + "IHHH", head, 48 if wide else 36)
            file.seek(table)
            entries = file.read(size * count)
            loader = elf_loader(file, entries, [order, wide, size])
    except (OSError, struct.error):
        return None
    musl = musl_version(loader) if "musl" in loader else None
    return {"bits": 64 if wide else 32, "littleEndian": order == "<", "machine": machine, "flags": flags, "musl": musl}


def elf_loader(file, entries, shape):
    import struct

    order, wide, size = shape
    for start in range(0, len(entries), size):
        kind, = struct.unpack_from(order + "I", entries, start)
        if kind == 3:  # PT_INTERP
            form, at_offset, at_size = ("Q", 8, 32) if wide else ("I", 4, 16)
            offset, = struct.unpack_from(order + form, entries, start + at_offset)
            length, = struct.unpack_from(order + form, entries, start + at_size)
            file.seek(offset)
            return file.read(length).rstrip(b"\0").decode("utf-8", "replace")
    return ""


def musl_version(loader):
    """Run without arguments, musl's loader says `musl libc (x86_64)`, then `Version 1.2.3`."""
    import subprocess

    try:
        said = subprocess.run([loader], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL).stderr.decode()
    except OSError:
        return None
    for line in said.splitlines():
        if line.startswith("Version "):
            parts = line[len("Version "):].split(".")
            return [int(parts[0]), int(parts[1])]
    return None


SCHEMES = ("purelib", "platlib", "headers", "scripts", "data")


def venv_schemes(os_name):
    import sysconfig

    scheme = "venv" if "venv" in sysconfig.get_scheme_names() else ("nt" if os_name == "nt" else "posix_prefix")
    root = dict.fromkeys(("base", "platbase", "installed_base", "installed_platbase"), "@")
    paths = sysconfig.get_paths(scheme, vars=root)
    # Where pip puts them; `include` would be that of the base.
    paths["headers"] = "@/include/site/python%d.%d" % sys.version_info[:2]
    return {name: paths[name].replace("\\", "/")[2:] for name in SCHEMES}


def system_schemes(os, config):
    """Where pip puts what it installs into this very interpreter."""
    import sysconfig

    if config:
        inside = venv_schemes(os.name)
        return {name: os.path.normpath(os.path.join(config["prefix"], inside[name])) for name in SCHEMES}
    paths = sysconfig.get_paths()
    paths["headers"] = paths["include"]
    if sys.version_info < (3, 10) and sys.prefix == "/usr":
        # Until then distributions said in distutils alone that /usr is theirs and /usr/local is not.
        paths.update(distutils_paths(os.path))
    return {name: paths[name] for name in SCHEMES}


def distutils_paths(path):
    from distutils.dist import Distribution

    command = Distribution().get_command_obj("install")
    command.finalize_options()
    paths = {name: getattr(command, "install_" + name) for name in ("purelib", "platlib", "scripts", "data")}
    # Headers end in the name of the distribution.
    return dict(paths, headers=path.dirname(command.install_headers))


def standard_library():
    import sysconfig

    return sysconfig.get_path("stdlib")


def to_json(value):
    """As json.dumps, whose import would take half of the run."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(to_json, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(to_json(name) + ":" + to_json(item) for name, item in value.items()) + "}"
    return '"' + "".join(map(json_character, value)) + '"'


def json_character(character):
    if " " <= character <= "~" and character not in '"\\':
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join("\\u%02x%02x" % (units[at], units[at + 1]) for at in range(0, len(units), 2))


if __name__ == "__main__":
    main()
