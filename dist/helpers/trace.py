"""Notes what a build asks of its surroundings: names of environment variables, and files outside of its source tree.

hooks.py loads it into the process of a hook. Python processes that a hook starts find it first on PYTHONPATH under the name
`sitecustomize`, which `site` imports; the sitecustomize that it hides is run afterwards. (A child with -I, -E or -S is not seen.)

Two files lie beside it. `watch` holds, each ended by NUL, the top of the repository, the source tree inside of it, and
directories to leave out. To `log` goes a record for each thing that is new to a process, ended by NUL: `v` and a name; `p` and an
absolute path without links; `s`, an iteration over all variables, `/`, how many it gave out, `/`, and a name of it that was read.
A record is one append, so that processes may write at once; nothing is kept open, since a build may close what it does not know. Nothing here raises, or changes what a build sees: what cannot be noted is not noted.

Runs on Python 3.8 and later, and does nothing on an older one that a build may start: hence no newer syntax.
"""
import os
import sys


class Notes(object):
    def __init__(self, path):
        self.path = path
        self.seen = set()

    def add(self, record):
        if record in self.seen:
            return
        self.seen.add(record)
        try:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            try:
                os.write(descriptor, os.fsencode(record) + b"\0")
            finally:
                os.close(descriptor)
        except (OSError, ValueError):
            pass


class Listing(object):
    """The names that one iteration gives out. Whoever reads them all (`dict(os.environ)`) asks for these very objects."""

    def __init__(self, key, size):
        self.label = "s%d.%d/%d/" % (os.getpid(), key, size)
        self.names = []
        self.places = {}
        self.read = 0

    def add(self, name):
        self.places[id(name)] = len(self.names)
        self.names.append(name)


def watch_variables(notes):
    kind = type(os.environ)
    read, write, remove, iterate = kind.__getitem__, kind.__setitem__, kind.__delitem__, kind.__iter__
    # Names that the build has set: their values come from it.
    own, listings, listing_of = set(), [], {}

    def note(name, label="v"):
        if isinstance(name, bytes):
            name = os.fsdecode(name)
        if isinstance(name, str):
            name = name.upper() if os.name == "nt" else name
            if name not in own:
                notes.add(label + name)

    def hear(name):
        listing = listing_of.get(id(name))
        if listing is None:
            note(name)
        elif listing.read is not None and listing.places[id(name)] == listing.read:
            listing.read += 1
        else:
            # Not one after the other: whether some are chosen or all are read shows at the end.
            for earlier in listing.names[: listing.read or 0]:
                note(earlier, listing.label)
            listing.read = None
            note(name, listing.label)

    def begin_listing(size):
        listing = Listing(len(listings), size)
        listings.append(listing)
        if len(listings) > 64:
            old = listings[-65]
            for name in old.names:
                if listing_of.get(id(name)) is old:
                    del listing_of[id(name)]
            old.names, old.places = [], {}
        return listing

    def traced_read(self, name):
        hear(name)
        return read(self, name)

    def traced_write(self, name, value):
        write(self, name, value)
        own.add(os.fsdecode(name))

    def traced_remove(self, name):
        remove(self, name)
        own.add(os.fsdecode(name))

    def traced_iterate(self):
        listing = begin_listing(len(self))
        for name in iterate(self):
            listing.add(name)
            listing_of[id(name)] = listing
            yield name

    def traced_copy(self):
        copy = Copy(self)
        copy.hear, copy.original = hear, dict(copy)
        return copy

    # `get`, `in`, `pop`, `setdefault` and `os.getenv` come to `__getitem__`.
    kind.__getitem__, kind.__setitem__, kind.__delitem__ = traced_read, traced_write, traced_remove
    kind.__iter__, kind.copy = traced_iterate, traced_copy


class Copy(dict):
    """What `os.environ.copy()` gives: a dictionary whose single reads count as long as the build has not set the name."""

    absent = object()

    def asked(self, name):
        try:
            if dict.get(self, name, self.absent) is self.original.get(name, self.absent):
                self.hear(name)
        except (AttributeError, TypeError):
            pass

    def __getitem__(self, name):
        self.asked(name)
        return dict.__getitem__(self, name)

    def __contains__(self, name):
        self.asked(name)
        return dict.__contains__(self, name)

    def get(self, name, default=None):
        self.asked(name)
        return dict.get(self, name, default)

    def pop(self, name, *default):
        self.asked(name)
        return dict.pop(self, name, *default)

    def setdefault(self, name, default=None):
        self.asked(name)
        return dict.setdefault(self, name, default)

    def copy(self):
        copy = Copy(self)
        copy.__dict__.update(self.__dict__)
        return copy

    def __reduce_ex__(self, protocol):
        return (dict, (dict(self),))


# Version control looks at the whole repository; what it says is part of the source's identity.
VERSION_CONTROL = ("git", "hg", "svn", "bzr", "jj")
SEPARATORS = dict.fromkeys(map(ord, "=,;\"'" + ("" if os.name == "nt" else ":")), " ")


def watch_files(notes, watch):
    top, inside = watch[0], watch[1]
    left_out = [os.path.realpath(place) for place in watch[2:] + [sys.prefix, sys.base_prefix]]
    considered, real_directories = set(), {}

    def is_in(path, directory):
        return path == directory or path.startswith(os.path.join(directory, ""))

    def resolve(path):
        """Without links, or None outside of the repository; a link to a file is followed only in the repository."""
        directory, name = os.path.split(path)
        if directory not in real_directories:
            real_directories[directory] = os.path.realpath(directory)
        directory = real_directories[directory]
        if not is_in(directory, top) and path != top:
            return None
        path = os.path.join(directory, name)
        return os.path.realpath(path) if name in ("", ".", "..") or os.path.islink(path) else path

    def consider(path, takes_ancestors):
        path = os.path.join(os.getcwd(), os.fsdecode(path))
        if (path, takes_ancestors) in considered:
            return
        considered.add((path, takes_ancestors))
        real = resolve(path)
        if real is None or not is_in(real, top) or is_in(real, inside):
            return
        if is_in(inside, real) and not takes_ancestors:
            return
        if is_in(real, os.path.join(top, ".git")) or any(is_in(real, place) for place in left_out):
            return
        notes.add("p" + source_of(real))

    def consider_command(program, words, directory):
        words = words.split() if isinstance(words, str) else [os.fsdecode(word) for word in words or ()]
        name = os.path.basename(os.fsdecode(program or (words or [""])[0])).lower()
        name = name[:-4] if name.endswith(".exe") else name
        # What a Python process reads is seen there, unless it ignores PYTHONPATH.
        is_seen = name.startswith("python") and not {"-I", "-E", "-S"}.intersection(words)
        if name in VERSION_CONTROL or is_seen:
            return
        base = os.path.join(os.getcwd(), os.fsdecode(directory or ""))
        if directory:
            consider(base, False)
        for word in words:
            for place in places_in(word):
                place = os.path.join(base, place)
                if os.path.exists(place):
                    consider(place, True)

    def hear(event, arguments):
        if event == "open":
            path, _, flags = arguments
            is_read = not isinstance(flags, int) or flags & 3 != os.O_WRONLY and not flags & os.O_TRUNC
            if is_read and not isinstance(path, int):
                consider(path, False)
        elif event in ("os.listdir", "os.scandir"):
            path = arguments[0]
            is_import = "<frozen importlib" in sys._getframe(2).f_code.co_filename
            if path is not None and not isinstance(path, int) and not is_import:
                consider(path, False)
        elif event == "subprocess.Popen":
            program, words, directory, _ = arguments
            consider_command(program, words, directory)
        elif event in ("os.exec", "os.posix_spawn"):
            consider_command(arguments[0], arguments[1], None)
        elif event == "os.spawn":
            consider_command(arguments[1], arguments[2], None)
        elif event == "os.system":
            consider_command(None, os.fsdecode(arguments[0]), None)

    def hook(event, arguments):
        if event in events:
            try:
                hear(event, arguments)
            except Exception:
                pass

    events = {"open", "os.listdir", "os.scandir", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen"}
    sys.addaudithook(hook)


def places_in(word):
    """What may be a path in a word of a command line: `-I../include`, `-DX=/a;/b`, `-Wl,-rpath,/lib`."""
    for piece in [word] + word.translate(SEPARATORS).split():
        piece = piece[2:] if piece[:1] == "-" else piece.lstrip("@")
        if os.path.isabs(piece) or piece.startswith("..") or os.sep in piece:
            yield piece
        start = piece.find(os.sep)
        if start > 0:
            yield piece[start:]


def source_of(path):
    """Of bytecode the source: an import that finds its bytecode fresh does not open the source."""
    directory, name = os.path.split(path)
    if not name.endswith(".pyc") or os.path.basename(directory) != "__pycache__":
        return path
    return os.path.join(os.path.dirname(directory), name.partition(".")[0] + ".py")


def start(directory):
    """Begins to note what this process asks; `directory` holds `watch` and `log`."""
    notes = Notes(os.path.join(directory, "log"))
    watch_variables(notes)
    with open(os.path.join(directory, "watch"), "rb") as file:
        watch = [os.fsdecode(place) for place in file.read().split(b"\0")[:-1]]
    if watch[0] != watch[1]:
        watch_files(notes, watch)


def follow_children(directory):
    """Children are seen even where a build gives them a PYTHONPATH of its own."""
    import subprocess

    begin = subprocess.Popen.__init__

    def traced_begin(self, *arguments, **options):
        given = options.get("env")
        given = os.environ if given is None else given
        path = (given.get("PYTHONPATH") or "") if len(arguments) < 11 and hasattr(given, "get") else directory
        if isinstance(path, str) and directory not in path.split(os.pathsep):
            options["env"] = dict(given, PYTHONPATH=directory + os.pathsep + path if path else directory)
        begin(self, *arguments, **options)

    subprocess.Popen.__init__ = traced_begin


def run_hidden(directory):
    """Runs the sitecustomize that this one hides, as if this one were not there."""
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    sys.path[:] = [place for place in sys.path if place != directory]
    spec = PathFinder.find_spec("sitecustomize", sys.path)
    if spec is not None:
        module = module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)


if __name__ == "sitecustomize" and sys.version_info >= (3, 8):
    _directory = os.path.dirname(os.path.abspath(__file__))
    try:
        start(_directory)
    except Exception:
        pass
    run_hidden(_directory)
