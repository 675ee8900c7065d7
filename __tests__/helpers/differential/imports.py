"""Imports every top-level module of the environment that runs this, each in a process of its own, and prints the outcomes."""

import json
import os
import re
import signal
import sys
from importlib.metadata import distributions

TIMEOUT = 60


def main():
    outcomes = {name: outcome_of(name) for name in sorted(top_level_modules())}
    print(json.dumps(outcomes))


def top_level_modules():
    modules = set()
    for distribution in distributions():
        for file in distribution.files or []:
            if file.suffix in (".py", ".so") and file.parts[0] not in ("..", "/"):
                modules.add(file.parts[0].split(".")[0])
    return {name for name in modules if name.isidentifier()}


def outcome_of(name):
    """"ok", or the exception; written to a file, since what a module prints is nobody's business."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        run_child(name, sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as answers:
        answer = answers.read().decode()
    _, status = os.waitpid(child, 0)
    return answer or "ended with status %d" % status


def run_child(name, sending):
    signal.alarm(TIMEOUT)
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    try:
        __import__(name)
        answer = "ok"
    except BaseException as error:
        answer = re.sub(r"0x[0-9a-f]+", "0x", "%s: %s" % (type(error).__name__, error))
    os.write(sending, answer.replace(sys.prefix, "<environment>").encode()[:4000])
    os._exit(0)


main()
