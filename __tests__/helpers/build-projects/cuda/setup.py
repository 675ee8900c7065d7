import os
import shutil

from setuptools import Extension, setup

with open(r"@HOOK_LOG@", "a") as log:
    log.write("setup.py\n")

if os.environ.get("CUDA_HOME") is None and shutil.which("nvcc") is None:
    raise OSError("CUDA_HOME environment variable is not set. Please set it to your CUDA install root.")
setup(package_dir={"": "src"}, packages=["demo"], ext_modules=[Extension("demo._core", sources=["csrc/module.cpp"])])
