"""Makes one file of an editable wheel (PEP 660) and of what its build left in the source tree, and undoes that for another tree.

usage: python -I -B editable_product.py inspect|pack|unpack < REQUEST

REQUEST is JSON, the answer is one line of JSON on standard output: {"outcome": "done", ...} or {"outcome": "refused",
"reason": a line}. Paths of REQUEST are absolute; `outputs` and `sources` are POSIX paths relative to `tree`.

    inspect  wheel, tree, outputs, sources        refused: used at another path, the wheel would not be the same
    pack     wheel, tree, outputs, destination    writes the product
    unpack   product, tree, sources, directory    writes the outputs into `tree` and the wheel into `directory`; "wheel": its path

A product is the zip archive of the wheel, with the outputs below `.wheelcrew-tree/` and one JSON member that names the tree
it was built in and the symbolic links. Runs on Python 3.8 and later; imports nothing beyond the standard library.
"""
import base64
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import stat
import struct
import sys
import tempfile
import zipfile

FORMAT = 1
TOP = ".wheelcrew-tree/"
FACTS = ".wheelcrew-tree.json"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)


class Refused(Exception):
    pass


# --- paths of the tree in files ---

# What a path of its own ends with in text: not `/a/tree` in `/a/tree2`.
END = rb"(?=[/\\'\"\s:;,)\]}>#?&|]|$)"
START = rb"(?<![\w.~+%/\\-])"
URL_START = rb"(?<![\w+.-])"
# Files that a compiled file names for messages and debuggers only: sources, objects, symbols.
NAMED_ONLY = re.compile(
    rb"[/\\][^\0\n]*\.(?:c|cc|cpp|cxx|c\+\+|cu|cuh|h|hh|hpp|hxx|h\+\+|inl|inc|ipp|tpp|def|pyx|pxd|pxi|f|for|f90|f95|f03|f08|F|F90"
    rb"|rs|m|mm|s|S|asm|i|ii|o|obj|pdb)(?=[\0\n:'\"\s)]|$)"
)


def places_of(tree):
    """The tree under the name that it was given and under its real one, longest first."""
    return sorted({os.path.normpath(tree), os.path.realpath(tree)}, key=len, reverse=True)


def spellings(place):
    """How a path is written in URLs, strings and paths: (style, text), the longest text first."""
    plain = {place, place.replace("\\", "\\\\"), json.dumps(place)[1:-1], repr(place)[1:-1]}
    found = [("plain", text) for text in plain]
    if "\\" in place:
        found.append(("slashes", place.replace("\\", "/")))
    found.append(("url", pathlib.PurePath(place).as_uri()))
    return sorted(found, key=lambda item: len(item[1]), reverse=True)


def patterns_of(place):
    for style, text in spellings(place):
        start = URL_START if style == "url" else START
        yield style, re.compile(start + re.escape(text.encode()) + END)


def holds(content, places):
    return any(text.encode() in content for place in places for _, text in spellings(place))


def is_text(content):
    if b"\0" in content:
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def rewritten(name, content, moves):
    """The content with each old place of the tree replaced by its new one."""
    for old, new in moves:
        for style, pattern in patterns_of(old):
            text = spelled(name, style, new).encode()
            content = pattern.sub(lambda _, text=text: text, content)
    return content


def spelled(name, style, place):
    if style == "url":
        return pathlib.PurePath(place).as_uri()
    if style == "slashes":
        return place.replace("\\", "/")
    if name.endswith(".json"):
        return json.dumps(place)[1:-1]
    if name.endswith(".py"):
        return re.sub(r"[\\'\"]", r"\\\g<0>", place)
    return place


def loaded_parts(content):
    """Of an ELF file, the sections that are loaded when it is used; of any other file, all of it."""
    try:
        return list(elf_sections(content))
    except (struct.error, ValueError, IndexError):
        return [content]


def elf_sections(content):
    if content[:4] != b"\x7fELF":
        raise ValueError
    wide, order = content[4] == 2, "<" if content[5] == 1 else ">"
    offset = struct.unpack_from(order + ("Q" if wide else "I"), content, 40 if wide else 32)[0]
    size, count = struct.unpack_from(order + "HH", content, 58 if wide else 46)
    if offset == 0 or count == 0:
        raise ValueError
    for index in range(count):
        at = offset + index * size
        kind = struct.unpack_from(order + "I", content, at + 4)[0]
        flags, _, start, length = struct.unpack_from(order + ("QQQQ" if wide else "IIII"), content, at + 8)
        if flags & 2 and kind != 8:
            yield content[start : start + length]


def bound_path(content, places):
    """What of the tree a binary file opens at run time, as far as it can be told; None: nothing."""
    for part in loaded_parts(content):
        for place in places:
            needle = place.encode()
            at = part.find(needle)
            while at != -1:
                after = part[at + len(needle) : at + len(needle) + 4096]
                if re.match(rb"[/\\\0]|$", after) and not NAMED_ONLY.match(after):
                    return re.split(rb"[\0\n]", part[at : at + 300])[0].decode("utf-8", "replace")
                at = part.find(needle, at + 1)
    return None


# --- inspect ---


def inspect(request):
    tree, places = request["tree"], places_of(request["tree"])
    known = known_paths(request["sources"] + request["outputs"])
    with zipfile.ZipFile(request["wheel"]) as wheel:
        for info in wheel.infolist():
            content = wheel.read(info)
            check_loader(info.filename, content)
            check_content(info.filename, content, places)
            if is_text(content):
                check_mentions(info.filename, content, (places, known))
    for path in request["outputs"]:
        place = os.path.join(tree, path)
        if os.path.islink(place):
            link_target(path, tree)
        else:
            with open(place, "rb") as file:
                check_content(path, file.read(), places)
    return {}


def check_loader(name, content):
    if "/" not in name and name.endswith("_editable_loader.py") and b"MesonpyMetaFinder" in content:
        raise Refused("editables of meson-python build again when they are imported, in their own build directory")


def check_content(name, content, places):
    if not holds(content, places) or is_text(content):
        return
    found = bound_path(content, places)
    if found is not None:
        raise Refused(f"`{name}` is a binary file that names `{found}`")


def known_paths(files):
    known = {""}
    for path in files:
        while path not in known:
            known.add(path)
            path = path.rpartition("/")[0]
    return known


def check_mentions(name, content, context):
    """A path that is there, and that no clone would have, is an intermediate file of this build."""
    places, known = context
    for place in places:
        for style, pattern in patterns_of(place):
            if style == "url":
                continue
            for found in pattern.finditer(content):
                rest = re.match(rb"[^'\"\n\r:;,)\]}>]*", content[found.end() :]).group().decode("utf-8")
                path = re.sub(r"[/\\]+", "/", rest).strip("/ ")
                if path not in known and os.path.lexists(os.path.join(place, path)):
                    raise Refused(f"`{name}` names `{path}`, which is an intermediate file of the build")


def link_target(path, tree):
    """Where a symbolic link in the tree leads: (POSIX path relative to the tree, whether it is written absolute)."""
    place = os.path.join(tree, path)
    written = os.readlink(place)
    target = os.path.normpath(os.path.join(os.path.dirname(place), written))
    for root in places_of(tree):
        inside = os.path.relpath(target, root)
        if inside != os.pardir and not inside.startswith(os.pardir + os.sep) and not os.path.isabs(inside):
            return inside.replace(os.sep, "/"), os.path.isabs(written)
    raise Refused(f"`{path}` is a link out of the tree, to `{written}`")


# --- pack ---


def pack(request):
    tree, outputs = request["tree"], sorted(request["outputs"])
    links = {path: link_target(path, tree) for path in outputs if os.path.islink(os.path.join(tree, path))}
    facts = {"format": FORMAT, "tree": os.path.normpath(tree), "real": os.path.realpath(tree)}
    facts.update(wheel=os.path.basename(request["wheel"]), links=links)
    with zipfile.ZipFile(request["wheel"]) as wheel, zipfile.ZipFile(request["destination"], "w") as product:
        names = [info.filename for info in wheel.infolist()]
        if len(set(names)) < len(names) or any(name.startswith((TOP, FACTS)) for name in names):
            raise Refused("the wheel has a member twice, or one of a reserved name")
        for info in sorted(wheel.infolist(), key=lambda info: info.filename):
            with wheel.open(info) as content:
                add(product, (info.filename, info.external_attr >> 16), content)
        for path in outputs:
            if path not in links:
                with open(os.path.join(tree, path), "rb") as content:
                    add(product, (TOP + path, os.fstat(content.fileno()).st_mode), content)
        add(product, (FACTS, 0o644), io.BytesIO(json.dumps(facts, sort_keys=True).encode()))
    return {}


def add(product, member, content):
    name, mode = member
    info = zipfile.ZipInfo(name, FIXED_TIME)
    info.create_system = 3
    info.compress_type = zipfile.ZIP_DEFLATED
    if name.endswith("/"):
        info.external_attr = (stat.S_IFDIR | 0o755) << 16
    else:
        info.external_attr = (stat.S_IFREG | (0o755 if mode & 0o100 else 0o644)) << 16
    with product.open(info, "w", force_zip64=True) as file:
        shutil.copyfileobj(content, file, 1 << 20)


# --- unpack ---


def unpack(request):
    tree = request["tree"]
    with zipfile.ZipFile(request["product"]) as product:
        members = members_of(product)
        facts = read_facts(product, members)
        outputs = {name[len(TOP) :]: info for name, info in members.items() if name.startswith(TOP)}
        links, moves, sources = facts["links"], moves_between(facts, tree), set(request["sources"])
        for path in (*outputs, *links):
            check_place(path, tree, links)
        for path in sources.intersection(outputs):
            check_same(os.path.join(tree, path), product, (outputs.pop(path), moves))
        if sources.intersection(links):
            raise Refused("a link of the product is a source file here")
        contents = {name: info for name, info in members.items() if not name.startswith((TOP, FACTS))}
        path = os.path.join(request["directory"], file_name(facts["wheel"]))
        write_wheel(path, product, (contents, moves))
        for output, info in outputs.items():
            put_file(os.path.join(tree, output), product, (info, moves))
    for output, (target, is_absolute) in links.items():
        put_link(output, tree, (target, is_absolute))
    return {"wheel": path}


def members_of(product):
    members = {info.filename: info for info in product.infolist()}
    if len(members) < len(product.infolist()) or FACTS not in members:
        raise Refused("the archive is no product")
    for name in members:
        check_path(name.rstrip("/"))
    return members


def read_facts(product, members):
    if members[FACTS].file_size > 16 << 20:
        raise Refused("the archive is no product")
    facts = json.loads(product.read(members[FACTS]))
    if facts["format"] != FORMAT:
        raise Refused("the product is of another format")
    for target, _ in facts["links"].values():
        check_path(target)
    return facts


def file_name(name):
    if name != os.path.basename(name) or not name.endswith(".whl") or "\\" in name:
        raise Refused(f"`{name}` is not the name of a wheel")
    return name


def check_path(path):
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts) and path != ".":
        raise Refused(f"`{path}` leaves its directory")
    if any("\\" in part or ":" in part or "\0" in part for part in parts):
        raise Refused(f"`{path}` is no portable path")
    if parts[0].lower() == ".git":
        raise Refused(f"`{path}` belongs to Git")


def check_place(path, tree, links):
    """All that leads to it in the tree is directories, none of them through a link: it is inside of the tree."""
    check_path(path)
    parts = path.split("/")
    for count in range(1, len(parts)):
        parent = "/".join(parts[:count])
        place = os.path.join(tree, parent)
        if parent in links or (os.path.lexists(place) and not stat.S_ISDIR(os.lstat(place).st_mode)):
            raise Refused(f"`{path}`: `{parent}` is not a directory")
    place = os.path.join(tree, path)
    if os.path.isdir(place) and not os.path.islink(place):
        raise Refused(f"`{path}` is a directory here")


def check_same(place, product, member):
    with open(place, "rb") as file:
        if file.read() != read_moved(place, product, member)[0]:
            raise Refused(f"`{place}` is a source file")


def moves_between(facts, tree):
    moves = {facts["tree"]: os.path.normpath(tree), facts["real"]: os.path.realpath(tree)}
    if any(re.search(r"[\r\n\0]", new) for new in moves.values()):
        raise Refused("a path with a line break cannot be written into a .pth file")
    return sorted(((old, new) for old, new in moves.items() if old != new), key=lambda move: len(move[0]), reverse=True)


def read_moved(name, product, member):
    """The content of a member for this tree, and whether it is another than it was."""
    info, moves = member
    content = product.read(info)
    if not holds(content, [old for old, _ in moves]) or not is_text(content):
        return content, False
    moved = rewritten(name, content, moves)
    return moved, moved != content


def write_wheel(path, product, parts):
    members, moves = parts
    changed = {}
    for name, info in members.items():
        if not name.endswith("/") and info.file_size <= 64 << 20:
            content, is_changed = read_moved(name, product, (info, moves))
            if is_changed:
                changed[name] = content
    signatures = {name for name in members if changed and re.fullmatch(r"[^/]+\.dist-info/RECORD\.(?:jws|p7s)", name)}
    with zipfile.ZipFile(path, "w") as wheel:
        for name in sorted(members, key=lambda name: (is_record(name), ".dist-info/" in name, name)):
            if name in signatures:
                continue
            mode = members[name].external_attr >> 16
            if changed and is_record(name):
                changed[name] = new_record(product.read(members[name]), changed, signatures)
            if name in changed:
                add(wheel, (name, mode), io.BytesIO(changed[name]))
            else:
                with product.open(members[name]) as content:
                    add(wheel, (name, mode), content)


def is_record(name):
    return re.fullmatch(r"[^/]+\.dist-info/RECORD", name) is not None


def new_record(content, changed, dropped):
    rows = [row for row in csv.reader(io.StringIO(content.decode("utf-8"))) if row and row[0] not in dropped]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        new = changed.get(row[0])
        if new is not None and not is_record(row[0]):
            digest = base64.urlsafe_b64encode(hashlib.sha256(new).digest()).rstrip(b"=").decode()
            row = [row[0], f"sha256={digest}", str(len(new))]
        writer.writerow(row)
    return text.getvalue().encode("utf-8")


def put_file(place, product, member):
    info, moves = member
    if info.file_size <= 64 << 20:
        content = io.BytesIO(read_moved(place, product, (info, moves))[0])
    else:
        content = product.open(info)
    with content:
        temporary = write_aside(place, content)
    try:
        os.chmod(temporary, mode_here(info.external_attr >> 16))
        if is_same(temporary, place):
            os.unlink(temporary)
        else:
            os.replace(temporary, place)
    except BaseException:
        remove(temporary)
        raise


def write_aside(place, content):
    os.makedirs(os.path.dirname(place), exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".wheelcrew-", suffix=".tmp", dir=os.path.dirname(place))
    try:
        with os.fdopen(descriptor, "wb") as file:
            shutil.copyfileobj(content, file, 1 << 20)
    except BaseException:
        remove(temporary)
        raise
    return temporary


def mode_here(mode):
    mask = os.umask(0)
    os.umask(mask)
    return (0o777 if mode & 0o100 else 0o666) & ~mask


def is_same(new, old):
    if os.path.islink(old) or not os.path.isfile(old) or os.path.getsize(old) != os.path.getsize(new):
        return False
    if (os.stat(old).st_mode ^ os.stat(new).st_mode) & 0o111:
        return False
    with open(old, "rb") as a, open(new, "rb") as b:
        while True:
            left, right = a.read(1 << 20), b.read(1 << 20)
            if left != right:
                return False
            if not left:
                return True


def put_link(path, tree, link):
    target, is_absolute = link
    place = os.path.join(tree, path)
    wanted = os.path.normpath(os.path.join(os.path.realpath(tree) if is_absolute else tree, target))
    written = wanted if is_absolute else os.path.relpath(wanted, os.path.dirname(place))
    if os.path.islink(place) and os.readlink(place) == written:
        return
    os.makedirs(os.path.dirname(place), exist_ok=True)
    temporary = tempfile.mktemp(prefix=".wheelcrew-", suffix=".tmp", dir=os.path.dirname(place))
    os.symlink(written, temporary)
    os.replace(temporary, place)


def remove(path):
    try:
        os.unlink(path)
    except OSError:
        pass


def main():
    request = json.load(sys.stdin)
    try:
        answer = {"outcome": "done", **{"inspect": inspect, "pack": pack, "unpack": unpack}[sys.argv[1]](request)}
    except Refused as error:
        answer = {"outcome": "refused", "reason": str(error)}
    except Exception as error:  # What is read comes out of a cache, and what is damaged is not used.
        answer = {"outcome": "refused", "reason": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
