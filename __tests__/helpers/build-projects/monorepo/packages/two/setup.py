import sys
from pathlib import Path

from setuptools import Extension, setup

with open(r"@HOOK_LOG@", "a") as log:
    log.write("setup.py " + " ".join(sys.argv[1:]) + "\n")

shared = Path(__file__).resolve().parent.parent.parent / "common"
parts = ["one", "two", "three", "module"]
setup(
    version=(shared / "version.txt").read_text().strip(),
    package_dir={"": "src"},
    packages=["demo"],
    ext_modules=[
        Extension("demo._core", sources=[f"csrc/{part}.cpp" for part in parts], include_dirs=[str(shared)]),
    ],
)
