import ctypes
from pathlib import Path

library = ctypes.CDLL(str(Path(__file__).resolve().parent / "libdemo_common.so"), mode=ctypes.RTLD_GLOBAL)

from demo import _core

value = _core.value


def flag():
    return f"{_core.flag()}:{library.demo_archs()}"
