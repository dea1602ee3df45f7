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
    after_digit = np.flatnonzero(_digits(codes[:-4]) & ((codes[1:-3] | 0x20) == 0x65)) + 1
    signs = codes[after_digit + 1]  # of the few that are left, so that the rest costs little
    wanted = ((signs == 0x2B) | _digits(signs)) & _digits(codes[after_digit + 2]) & _digits(codes[after_digit + 3])
    found = after_digit[wanted].tolist()
    return np.array([at for at in found if _is_number(codes[max(0, at - 40) : at].tobytes())], dtype=np.int64)


def _digits(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (codes - 0x30) < 10


def _is_number(before: bytes) -> bool:
    """Whether what stands before an E looks like a number rather than like part of a word or an identifier."""
    rest = before.rstrip(b"0123456789.").removesuffix(b"-")
    return not rest or rest[-1:] in b":,[ \t\r\n"


def _long_numbers(codes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int64]:
    sampled = _digits(codes[::_STRIDE])
    in_a_row = _LONGEST_NUMBER // _STRIDE
    starts = len(sampled) - in_a_row + 1
    if starts < 1:
        return np.empty(0, dtype=np.int64)
    runs = np.logical_and.reduce([sampled[offset : offset + starts] for offset in range(in_a_row)])
    return np.flatnonzero(runs) * _STRIDE


def _crowded_lines(codes: npt.NDArray[np.uint8], crowd: int) -> npt.NDArray[np.int64]:
    opening = np.flatnonzero((codes | 0x20) == 0x7B)
    line_ends = np.flatnonzero(codes == 0x0A)
    before = np.searchsorted(opening, line_ends)
    if np.diff(before, prepend=0, append=len(opening)).max() <= crowd:
        return np.empty(0, dtype=np.int64)
    line = np.searchsorted(line_ends, opening)
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
