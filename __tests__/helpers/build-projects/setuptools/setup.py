import os
import sys

from setuptools import Extension, setup

with open(r"@HOOK_LOG@", "a") as log:
    log.write("setup.py " + " ".join(sys.argv[1:]) + "\n")

print("jobs:", os.environ.get("MAX_JOBS", "as many as there are cores"))
flag = os.environ.get("MY_FLAG")
parts = ["one", "two", "three", "module"]
core = Extension(
    "demo._core",
    sources=[f"csrc/{part}.cpp" for part in parts],
    define_macros=[("DEMO_FLAG", flag)] if flag else [],
)
setup(package_dir={"": "src"}, packages=["demo"], ext_modules=[core])
