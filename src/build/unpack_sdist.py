"""Unpacks a source archive (.tar, .tar.gz, .tar.bz2, .tar.xz, .zip), and nothing of it can land outside its directory.

`unpack_sdist.py REQUEST`, a JSON object: `archive`, `destination` (an empty directory), and the bounds `mostEntries`
and `mostBytes`. Prints one JSON object: `{"outcome": "unpacked"}`, `{"outcome": "invalid", "member", "problem"}`,
`{"outcome": "unsupported", "problem"}` or `{"outcome": "failed", "errno", "problem"}`.

Beyond what `tarfile.data_filter` (PEP 706) checks, which not every Python 3.8 has: symbolic links are made last, so that
nothing is ever written through one, and where they lead is looked at when all of them are there.
"""

import errno
import importlib
import json
import os
import stat
import sys
import tarfile
import time
import zipfile

# Bytes that one read may ask for: only a header that lies about its length asks for more.
LARGEST_READ = 16 << 20
LONGEST_TARGET = 4096
# 2 January 1980: no zone has the year 1979 then, which a zip file cannot hold.
EARLIEST = 315619200
# What a file system says about a name or a shape that it does not take.
NAME_PROBLEMS = ("ENAMETOOLONG", "EEXIST", "ENOTDIR", "EISDIR", "EINVAL", "EILSEQ", "ELOOP", "ENOTEMPTY")


class Invalid(Exception):
    """The archive cannot be unpacked safely."""


class Unsupported(Exception):
    """This Python cannot read it."""


class Bounded:
    """A stream that ends after so many bytes, whatever a bomb would go on to give."""

    def __init__(self, stream, most):
        self.stream, self.most = stream, most

    def read(self, size=-1):
        if not 0 <= size <= LARGEST_READ:
            raise Invalid("has a header that claims %d bytes" % size)
        data = self.stream.read(size)
        if self.stream.tell() > self.most:
            raise Invalid("unpacks to more than %d bytes" % self.most)
        return data

    def seek(self, position):
        if not 0 <= position <= self.most:
            raise Invalid("has a header that leads out of the archive")
        return self.stream.seek(position)

    def tell(self):
        return self.stream.tell()


class Tree:
    def __init__(self, destination, request):
        self.root = os.path.realpath(destination)
        self.entries_left, self.bytes_left = request["mostEntries"], request["mostBytes"]
        self.directories, self.files, self.links = {""}, set(), {}
        self.now = time.time()
        # What is at work, for messages; None: the archive itself.
        self.member = None

    def path(self, name):
        return os.path.join(self.root, *name.split("/"))

    def add_directory(self, name):
        if name in self.directories:
            return
        self.add_directory(name.rpartition("/")[0])
        self.take(name)
        os.mkdir(self.path(name))
        self.directories.add(name)

    def add_file(self, name, facts):
        """`facts`: size, executable, mtime, stream."""
        self.take(name)
        self.add_directory(name.rpartition("/")[0])
        if facts["size"] < 0 or facts["size"] > self.bytes_left:
            raise Invalid("makes the archive larger than a source archive may be")
        self.bytes_left -= facts["size"]
        if name in self.files:
            # As tar and pip: the last one of a name holds.
            os.unlink(self.path(name))
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self.path(name), flags, 0o777 if facts["executable"] else 0o666), "wb") as out:
            if copy(facts["stream"], out) != facts["size"]:
                raise Invalid("is cut short")
        self.files.add(name)
        # Generated files stay newer than what they were generated from: make compares.
        mtime = min(max(facts["mtime"], EARLIEST), self.now) if facts["mtime"] == facts["mtime"] else self.now
        os.utime(self.path(name), (mtime, mtime))

    def add_link(self, name, target):
        self.take(name)
        if target == "" or "\0" in target or target.startswith("/") or is_foreign(target):
            raise Invalid("is a link to `%s`, outside of the archive" % target)
        place = name.split("/")[:-1]
        for part in target.split("/"):
            if part == ".." and not place:
                raise Invalid("is a link to `%s`, outside of the archive" % target)
            if part == "..":
                place.pop()
            elif part not in ("", "."):
                place.append(part)
        self.links[name] = target

    def add_hard_link(self, name, source, mtime):
        """As a copy: whoever writes one of the two does not mean the other."""
        if source in self.links:
            self.add_link(name, self.links[source])
            return
        if source not in self.files or source == name:
            raise Invalid("is a link to `%s`, which is no file before it" % source)
        with open(self.path(source), "rb") as stream:
            facts = os.fstat(stream.fileno())
            executable = bool(facts.st_mode & stat.S_IXUSR)
            self.add_file(name, {"size": facts.st_size, "executable": executable, "mtime": mtime, "stream": stream})

    def make_links(self):
        for name, target in self.links.items():
            self.member = name
            self.add_directory(name.rpartition("/")[0])
            os.symlink(target, self.path(name))
        for name, target in self.links.items():
            self.member = name
            if not (os.path.realpath(self.path(name)) + os.sep).startswith(self.root + os.sep):
                raise Invalid("is a link to `%s`, outside of the archive" % target)

    def take(self, name):
        if name == "":
            raise Invalid("has no name")
        self.entries_left -= 1
        if self.entries_left < 0:
            raise Invalid("is one file more than a source archive may have")


def copy(source, target):
    count = 0
    while True:
        data = source.read(1 << 20)
        if not data:
            return count
        count += target.write(data)


def is_foreign(text):
    return os.sep != "/" and (os.sep in text or ":" in text)


def clean(name):
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or "\0" in name or ".." in parts or is_foreign(name):
        raise Invalid("has a name that leaves the directory of the archive")
    return "/".join(parts)


def unpack_tar(stream, tree):
    tar = tarfile.open(fileobj=stream, mode="r:")
    while True:
        member = tar.next()
        # Else the list of all of them stays in memory.
        tar.members.clear()
        if member is None:
            break
        tree.member = member.name
        add_member(tar, member, tree)
    tree.member = None
    # tarfile takes a damaged header for the end: the end is a block of zeros.
    stream.seek(tar.offset)
    if stream.read(tarfile.BLOCKSIZE) != bytes(tarfile.BLOCKSIZE):
        raise Invalid("is damaged or cut short")
    # Only its end has the checksum of a compressed stream.
    while stream.read(1 << 20):
        pass


def add_member(tar, member, tree):
    name = clean(member.name)
    if member.issym():
        tree.add_link(name, member.linkname)
    source = clean(member.linkname) if member.islnk() else None
    ask_python(member, tree)
    if member.isdir():
        tree.add_directory(name)
    elif source is not None:
        tree.add_hard_link(name, source, member.mtime)
    elif member.isreg():
        facts = {"size": member.size, "executable": bool(member.mode & stat.S_IXUSR), "mtime": member.mtime}
        tree.add_file(name, dict(facts, stream=tar.extractfile(member)))
    elif not member.issym():
        raise Invalid("is neither a file, a directory nor a link")


def ask_python(member, tree):
    """A second opinion, where Python has one."""
    if hasattr(tarfile, "data_filter"):
        try:
            tarfile.data_filter(member, tree.root)
        except tarfile.FilterError as error:
            raise Invalid("is refused by Python: %s" % error)


def unpack_zip(stream, tree):
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            tree.member = info.orig_filename
            name = clean(info.orig_filename)
            mode = info.external_attr >> 16
            kind = stat.S_IFMT(mode) if info.create_system == 3 else 0
            if info.flag_bits & 1:
                raise Invalid("is encrypted")
            if info.is_dir():
                tree.add_directory(name)
            elif kind == stat.S_IFLNK:
                tree.add_link(name, read_target(archive, info))
            elif kind in (0, stat.S_IFREG):
                facts = {"size": info.file_size, "executable": bool(mode & stat.S_IXUSR), "mtime": zip_time(info)}
                with archive.open(info) as data:
                    tree.add_file(name, dict(facts, stream=data))
            else:
                raise Invalid("is neither a file, a directory nor a link")
    tree.member = None


def read_target(archive, info):
    if info.file_size > LONGEST_TARGET:
        raise Invalid("is a link to a name of %d bytes" % info.file_size)
    return archive.read(info).decode("utf-8", "surrogateescape")


def zip_time(info):
    try:
        return time.mktime(info.date_time + (0, 0, -1))
    except (ValueError, OverflowError):
        return EARLIEST


OPENERS = ((b"\x1f\x8b", "gzip", "GzipFile"), (b"BZh", "bz2", "BZ2File"), (b"\xfd7zXZ\0", "lzma", "LZMAFile"))


def unpack(archive, tree):
    with open(archive, "rb") as file:
        start = file.read(6)
        file.seek(0)
        if start.startswith((b"PK\3\4", b"PK\5\6")):
            unpack_zip(file, tree)
        else:
            # The headers and the padding of small files weigh more than they do.
            most = 2 * tree.bytes_left + (64 << 20)
            unpack_tar(Bounded(decompressed(file, start), most), tree)
    tree.make_links()


def decompressed(file, start):
    for magic, module, name in OPENERS:
        if start.startswith(magic):
            try:
                opener = getattr(importlib.import_module(module), name)
            except ImportError:
                raise Unsupported("%s has no module `%s`" % (sys.executable, module))
            return opener(fileobj=file) if module == "gzip" else opener(file)
    return file


def answer(request):
    tree = Tree(request["destination"], request)
    try:
        unpack(request["archive"], tree)
    except Unsupported as error:
        return {"outcome": "unsupported", "problem": str(error)}
    except Invalid as error:
        return {"outcome": "invalid", "member": tree.member, "problem": str(error)}
    except MemoryError:
        return {"outcome": "failed", "errno": "ENOMEM", "problem": "out of memory"}
    except Exception as error:
        name = errno.errorcode.get(getattr(error, "errno", None))
        if name is not None and name not in NAME_PROBLEMS:
            return {"outcome": "failed", "errno": name, "problem": str(error)}
        reason = error.strerror if name is not None else "%s: %s" % (type(error).__name__, error)
        problem = "cannot be written (%s)" if name is not None else "is damaged or cut short (%s)"
        return {"outcome": "invalid", "member": tree.member, "problem": problem % reason}
    return {"outcome": "unpacked"}


if __name__ == "__main__":
    print(json.dumps(answer(json.loads(sys.argv[1]))))
