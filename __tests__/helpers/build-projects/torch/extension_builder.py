"""Compiles as the extension builder of PyTorch does: by a build.ninja in the temporary directory of setuptools."""

import os
import subprocess
import sysconfig

from setuptools.command.build_ext import build_ext

RULES = """ninja_required_version = 1.3
cxx = {cxx}
cflags = {flags}

rule compile
  command = $cxx -MMD -MF $out.d $cflags -c $in -o $out
  depfile = $out.d
  deps = gcc

"""


class BuildExtension(build_ext):
    @classmethod
    def with_options(cls, **options):
        class cls_with_options(cls):
            def __init__(self, *args, **kwargs):
                super().__init__(*args, **{**kwargs, **options})

        return cls_with_options

    def finalize_options(self):
        super().finalize_options()
        self.force = True

    def build_extension(self, ext):
        directory = os.path.abspath(os.path.join(self.build_temp, ext.name))
        os.makedirs(directory, exist_ok=True)
        self.write_ninja(ext, directory)
        command = ["ninja", "-v"]
        if os.environ.get("MAX_JOBS"):
            command += ["-j", os.environ["MAX_JOBS"]]
        subprocess.check_call(command, cwd=directory)
        objects = [os.path.join(directory, f"{name_of(source)}.o") for source in ext.sources]
        self.compiler.link_shared_object(objects, self.get_ext_fullpath(ext.name), target_lang="c++")

    def write_ninja(self, ext, directory):
        include = sysconfig.get_paths()["include"]
        macros = [f"-D{name}={value}" for name, value in ext.define_macros]
        flags = " ".join(["-fPIC", "-O1", f"-I{include}", f"-I{os.path.abspath('csrc')}", *macros])
        lines = [f"build {name_of(source)}.o: compile {os.path.abspath(source)}\n" for source in ext.sources]
        with open(os.path.join(directory, "build.ninja"), "w") as file:
            file.write(RULES.format(cxx=os.environ.get("CXX", "c++"), flags=flags) + "".join(lines))


def name_of(source):
    return os.path.splitext(os.path.basename(source))[0]
