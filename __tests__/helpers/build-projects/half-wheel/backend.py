"""Leaves half of the wheel behind and says that all is well."""

import os

from setuptools import build_meta
from setuptools.build_meta import *


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    path = os.path.join(wheel_directory, name)
    os.truncate(path, os.path.getsize(path) // 2)
    return name
