"""The memory of a process that reads much: in large pages, where the system has them.

A reading looks words up all over its tables. In pages of 4 kB the processor has to find the page anew for most of them;
in pages of 2 MB it remembers where nearly all are. Nothing else changes, and where the system can't do it, nothing does.
"""

from pathlib import Path
from typing import Final

_MAPS: Final = Path("/proc/self/maps")
_COLLAPSE: Final = 25  # MADV_COLLAPSE of Linux 6.1, which Python has no name for
_LARGE: Final = 1 << 21
_OWN: Final = ("", "[heap]")  # what is no file's, a stack's or the system's


def use_large_pages() -> int:
    """Put what this process holds by itself into large pages, and return how many stretches of memory took it.

    It takes some tenths of a second for the first hundred megabytes, and a few thousandths when it is asked for again.
    """
    import ctypes  # here, for whoever reads one article

    try:
        lines = _MAPS.read_text().splitlines()
        advise = ctypes.CDLL(None).madvise
    except (OSError, AttributeError):
        return 0
    advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    return sum(advise(first, end - first, _COLLAPSE) == 0 for first, end in map(_whole_pages, lines) if first < end)


def _whole_pages(line: str) -> tuple[int, int]:
    """Return where the large pages inside a stretch of memory begin and end, given its line; (0, 0) where it is shared."""
    addresses, access, _, _, _, *name = line.split(maxsplit=5)
    if access != "rw-p" or "".join(name) not in _OWN:
        return 0, 0
    first, end = (int(address, 16) for address in addresses.split("-"))
    return -(-first // _LARGE) * _LARGE, end // _LARGE * _LARGE
