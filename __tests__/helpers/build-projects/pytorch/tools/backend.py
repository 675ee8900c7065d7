"""Every hook runs setup.py, and setup.py runs CMake, also for the metadata alone."""

from setuptools import build_meta
from setuptools.build_meta import *


def logged(name):
    hook = getattr(build_meta, name)

    def call(*args, **kwargs):
        with open(r"@HOOK_LOG@", "a") as log:
            log.write(name + "\n")
        return hook(*args, **kwargs)

    return call


prepare_metadata_for_build_wheel = logged("prepare_metadata_for_build_wheel")
prepare_metadata_for_build_editable = logged("prepare_metadata_for_build_editable")
build_wheel = logged("build_wheel")
build_editable = logged("build_editable")
