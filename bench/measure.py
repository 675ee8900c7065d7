"""Runs commands one after another and prints what they cost together, as one JSON object on stdout.

usage: measure.py [--memory] COMMANDS    (COMMANDS: a JSON list of argument lists; the first that fails ends it)
"""

import json
import os
import resource
import subprocess
import sys
import threading
import time


def main(arguments):
    sample_memory = arguments[0] == "--memory"
    commands = json.loads(arguments[-1])
    peak = PeakMemory() if sample_memory else None
    started = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            sys.stderr.write(done.stdout.decode(errors="replace"))
            return done.returncode
    wall = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {"wallMs": wall * 1000, "userMs": used.ru_utime * 1000, "systemMs": used.ru_stime * 1000}
    if peak is not None:
        cost["peakTreeBytes"] = peak.stop()
    print(json.dumps(cost))
    return 0


class PeakMemory:
    """Samples the resident memory of all descendants together, every 20 ms (Linux). Shared pages count once per process."""

    def __init__(self):
        self.peak = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()

    def watch(self):
        page = os.sysconf("SC_PAGE_SIZE")
        while not self.ended.wait(0.02):
            self.peak = max(self.peak, sum(resident_pages(pid) for pid in descendants(os.getpid())) * page)

    def stop(self):
        self.ended.set()
        self.thread.join()
        return self.peak


def descendants(pid):
    found = []
    for task in read_lines(f"/proc/{pid}/task", listing=True):
        for child in " ".join(read_lines(f"/proc/{pid}/task/{task}/children")).split():
            found += [int(child), *descendants(int(child))]
    return found


def resident_pages(pid):
    fields = " ".join(read_lines(f"/proc/{pid}/statm")).split()
    return int(fields[1]) if fields else 0


def read_lines(path, listing=False):
    """The lines of a file of /proc or the names of a directory; nothing when its process has ended."""
    try:
        if listing:
            return os.listdir(path)
        with open(path) as file:
            return file.readlines()
    except (FileNotFoundError, ProcessLookupError):
        return []


sys.exit(main(sys.argv[1:]))
