"""Calls one hook of a build backend (PEP 517, PEP 660) and leaves the answer in a file.

usage: python -I -B -u hooks.py HOOK REQUEST

The working directory is the source tree. REQUEST is JSON: `backend` (`module` or `module:object`), `backendPath` (directories
that it must come from), `arguments` (of the hook, in order), `answer` (path of the file to write) and `trace` (directory of
trace.py, there named sitecustomize.py). The answer is one of

    {"outcome": "returned", "value": what the hook returned}
    {"outcome": "missing"}                          the backend has no such hook
    {"outcome": "unavailable", "reason": a line}    there is no such backend

An exception of the backend ends the process with its traceback, and there is no answer. Everything written goes to standard
output, so that lines stay in their order. Runs on Python 3.8 and later; imports nothing beyond the standard library.
"""
import importlib
import importlib.util
import json
import os
import sys
import traceback


class Unavailable(Exception):
    pass


def answer_of(hook, request):
    try:
        backend = load_backend(request["backend"], request["backendPath"])
    except Unavailable as error:
        return {"outcome": "unavailable", "reason": str(error)}
    function = getattr(backend, hook, None)
    if function is None:
        return {"outcome": "missing"}
    return {"outcome": "returned", "value": function(*request["arguments"])}


def load_backend(name, backend_path):
    sys.path[:0] = backend_path
    module_name, _, object_path = name.partition(":")
    try:
        backend = importlib.import_module(module_name)
    except ImportError as error:
        traceback.print_exc()
        raise Unavailable(f"{type(error).__name__}: {error}") from error
    if backend_path and not any(is_inside(place, backend_path) for place in places_of(backend)):
        raise Unavailable(f"{module_name} was imported from elsewhere than `backend-path`")
    for attribute in filter(None, object_path.split(".")):
        if not hasattr(backend, attribute):
            raise Unavailable(f"{module_name} has no {object_path}")
        backend = getattr(backend, attribute)
    return backend


def places_of(module):
    file = getattr(module, "__file__", None)
    return [file] if file else list(getattr(module, "__path__", []))


def is_inside(place, directories):
    real = os.path.realpath(place)
    return any(real.startswith(os.path.join(os.path.realpath(directory), "")) for directory in directories)


def start_trace(directory):
    spec = importlib.util.spec_from_file_location("wheelcrew_trace", os.path.join(directory, "sitecustomize.py"))
    trace = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(trace)
    trace.start(directory)
    trace.follow_children(directory)


def main():
    os.dup2(1, 2)
    hook, request = sys.argv[1], json.loads(sys.argv[2])
    start_trace(request["trace"])
    text = json.dumps(answer_of(hook, request))
    with open(request["answer"], "w", encoding="ascii") as file:
        file.write(text)


# Children that a backend starts through multiprocessing import this file again, with -I and so without sitecustomize.
if __name__ == "__main__":
    main()
elif __name__ == "__mp_main__":
    start_trace(json.loads(sys.argv[2])["trace"])
