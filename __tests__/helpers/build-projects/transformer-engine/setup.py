import os
import subprocess
import sys
import tempfile
from pathlib import Path

from setuptools import Extension, setup

root = Path(__file__).resolve().parent
sys.path.insert(0, str(root))
from extension_builder import BuildExtension

with open(r"@HOOK_LOG@", "a") as log:
    log.write("setup.py " + " ".join(sys.argv[1:]) + "\n")


class CMakeExtension(Extension):
    def __init__(self, name, directory, flags):
        super().__init__(name, sources=[])
        self.directory, self.flags = directory, flags

    def build(self, build_directory, install_directory):
        configure = ["cmake", "-S", str(self.directory), "-B", str(build_directory), "-GNinja"]
        subprocess.check_call([*configure, f"-DCMAKE_INSTALL_PREFIX={install_directory}", *self.flags])
        build = ["cmake", "--build", str(build_directory)]
        if os.environ.get("NVTE_BUILD_MAX_JOBS"):
            build += ["--parallel", os.environ["NVTE_BUILD_MAX_JOBS"]]
        subprocess.check_call(build)
        subprocess.check_call(["cmake", "--install", str(build_directory)])


class CMakeBuildExtension(BuildExtension):
    """The library by CMake first, then the extension of the framework: both end up in the package."""

    def run(self):
        for ext in [ext for ext in self.extensions if isinstance(ext, CMakeExtension)]:
            with tempfile.TemporaryDirectory() as temporary:
                named = os.environ.get("NVTE_CMAKE_BUILD_DIR")
                place = named or (root / "build" / "cmake" if self.editable_mode or self.inplace else temporary)
                ext.build(place, self.package_directory())
        self.extensions = [ext for ext in self.extensions if not isinstance(ext, CMakeExtension)]
        super().run()

    def package_directory(self):
        if self.editable_mode or self.inplace:
            return root / "src" / "demo"
        return Path(self.build_lib).resolve() / "demo"


framework = os.environ.get("NVTE_FRAMEWORK", "none")
archs = os.environ.get("NVTE_CUDA_ARCHS", "70")
library = CMakeExtension("demo_common", root / "common", [f"-DDEMO_ARCHS={archs}"])
core = Extension(
    "demo._core",
    sources=["csrc/three.cpp", "csrc/module.cpp"],
    define_macros=[("DEMO_FLAG", framework)],
)
setup(
    package_dir={"": "src"},
    packages=["demo"],
    ext_modules=[library, core],
    cmdclass={"build_ext": CMakeBuildExtension},
)
