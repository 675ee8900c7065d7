import os
import sys

from setuptools import Extension, setup

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from extension_builder import BuildExtension

with open(r"@HOOK_LOG@", "a") as log:
    log.write("setup.py " + " ".join(sys.argv[1:]) + "\n")

archs = os.environ.get("TORCH_CUDA_ARCH_LIST")
parts = ["one", "two", "three", "module"]
core = Extension(
    "demo._core",
    sources=[f"csrc/{part}.cpp" for part in parts],
    define_macros=[("DEMO_FLAG", archs)] if archs else [],
)
setup(
    package_dir={"": "src"},
    packages=["demo"],
    ext_modules=[core],
    cmdclass={"build_ext": BuildExtension.with_options()},
)
