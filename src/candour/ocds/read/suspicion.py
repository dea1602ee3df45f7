"""Finds, in a block at a time, the few releases whose soundness needs a closer look; and takes that look.

Skipping over a value, as reading does, does not show that its numbers can be held or that it nests reasonably.
"""

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from candour.ocds.read.brackets import Scanner, scan

OVERLAP = 400  # bytes of the block before, so that nothing hides at a border
_LONGEST_NUMBER = 300  # digits; a double ends at 309
_STRIDE = 64


def suspects_in(block: bytes, crowd: int | None = None) -> list[int]:
    """Offsets near which `block` may hold a number beyond what a double holds, in order.

    With `crowd`, also those near which more brackets open on one line than that, so that they might nest.
    """
    codes = np.frombuffer(block, dtype=np.uint8)
    found = [_large_exponents(codes), _long_numbers(codes)]
    if crowd is not None:
        found.append(_crowded_lines(codes, crowd))
    return sorted(int(offset) for offsets in found for offset in offsets)


def _large_exponents(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    """Where digits, an E, perhaps a sign, and two digits follow one another, as they do in hexadecimal too."""
    if len(codes) < 5:
        return np.empty(0, dtype=np.int64)
    digit = (codes - 0x30) < 10
    sign = (codes == 0x2B) | digit
    exponent = (codes | 0x20) == 0x65
    at = np.flatnonzero(digit[:-4] & exponent[1:-3] & sign[2:-2] & digit[3:-1] & digit[4:]) + 1
    return at[[_is_number(codes[max(0, e - 40) : e].tobytes()) for e in at.tolist()]] if len(at) else at


def _is_number(before: bytes) -> bool:
    """Whether what stands before an E looks like a number rather than like part of a word or an identifier."""
    rest = before.rstrip(b"0123456789.").removesuffix(b"-")
    return not rest or rest[-1:] in b":,[ \t\r\n"


def _long_numbers(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    sampled = (codes[::_STRIDE] - 0x30) < 10
    in_a_row = _LONGEST_NUMBER // _STRIDE
    if len(sampled) < in_a_row:
        return np.empty(0, dtype=np.int64)
    runs = np.lib.stride_tricks.sliding_window_view(sampled, in_a_row).all(axis=1)
    return np.flatnonzero(runs) * _STRIDE


def _crowded_lines(codes: npt.NDArray[np.uint8], crowd: int) -> npt.NDArray[np.int64]:
    opening = np.flatnonzero((codes | 0x20) == 0x7B)
    if len(opening) <= crowd:
        return np.empty(0, dtype=np.int64)
    line = np.searchsorted(np.flatnonzero(codes == 0x0A), opening)
    crowded = np.unique(line[:-crowd][line[:-crowd] == line[crowd:]])
    return np.asarray(opening[np.searchsorted(line, crowded)], dtype=np.int64)


def deepest_level(data: bytes) -> int:
    """How deeply the brackets in `data` nest."""
    levels = scan(data, Scanner()).level
    return int(levels.max()) if len(levels) else 0


def holds_all_numbers(data: bytes) -> bool:
    """Whether an ordinary reader takes in every number in the well-formed JSON `data`."""
    try:
        orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    return True


def repeated_keys(data: bytes) -> list[str]:
    """The keys that some object in the sound JSON `data` has more than once."""
    if data.count(b'":') == orjson.dumps(orjson.loads(data)).count(b'":'):
        return []
    repeated: dict[str, None] = {}

    def note(pairs: list[tuple[str, Any]]) -> None:
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                repeated[key] = None
            seen.add(key)

    json.loads(data, object_pairs_hook=note)
    return list(repeated)
