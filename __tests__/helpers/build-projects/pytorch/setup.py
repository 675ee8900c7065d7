import subprocess
import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

root = Path(__file__).resolve().parent


def build_with_cmake():
    build = root / "build"
    include = sysconfig.get_paths()["include"]
    subprocess.check_call(["cmake", "-S", str(root), "-B", str(build), "-GNinja", f"-DPYTHON_INCLUDE={include}"])
    subprocess.check_call(["cmake", "--build", str(build)])
    return build / "_core.so"


class CopyBuilt(build_ext):
    def build_extension(self, ext):
        target = self.get_ext_fullpath(ext.name)
        self.mkpath(str(Path(target).parent))
        self.copy_file(str(built), target)


if any(command in sys.argv for command in ["dist_info", "bdist_wheel", "editable_wheel"]):
    built = build_with_cmake()
setup(
    package_dir={"": "src"},
    packages=["demo"],
    ext_modules=[Extension("demo._core", sources=[])],
    cmdclass={"build_ext": CopyBuilt},
)
