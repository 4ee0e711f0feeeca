"""The files that are measured on, held in the system's cache while they are.

A measurement that now and then waits for the disk measures the disk: on a machine that gives its
memory away, the same read took 0.2 ms or 3 ms. Whoever measures says that the cache was warm.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

_LEAST = 1 << 20  # smaller files are in the cache anyway
_BLOCK = 1 << 24


@contextmanager
def in_cache(folder: Path) -> Iterator[None]:
    """Every big file under `folder` is read once, and kept where the system allows it."""
    with ExitStack() as stack:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not file.is_symlink() and file.stat().st_size >= _LEAST:
                stack.enter_context(_kept(file))
        yield


@contextmanager
def _kept(file: Path) -> Iterator[None]:
    with file.open("rb") as source:
        while source.read(_BLOCK):
            pass
        if sys.platform == "win32":
            yield
            return
        size = os.fstat(source.fileno()).st_size
        system = ctypes.CDLL(None, use_errno=True)
        system.mmap.restype = ctypes.c_void_p
        place = system.mmap(
            None, ctypes.c_size_t(size), mmap.PROT_READ, mmap.MAP_SHARED, source.fileno(),
            ctypes.c_long(0),
        )  # fmt: skip
        # Refused where nobody may lock memory: then it was at least read a moment ago.
        system.mlock(ctypes.c_void_p(place), ctypes.c_size_t(size))
        try:
            yield
        finally:
            system.munmap(ctypes.c_void_p(place), ctypes.c_size_t(size))
