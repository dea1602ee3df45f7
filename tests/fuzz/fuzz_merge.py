"""Fuzzing the merger: whatever the bytes, a compiled release or a MergeError, and the same by both ways.

Run it for a bounded time: `python tests/fuzz/fuzz_merge.py -max_total_time=60`.
"""

import json
import sys
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["candour.ocds.merge"]):
    from candour.ocds.merge import MergeError, compiled_bytes, compiled_release, versioned_release


def one_input(data: bytes) -> None:
    """The input's lines are the releases of one process."""
    sent = data.split(b"\n")[:8]
    try:
        releases = [json.loads(line) for line in sent]
    except (ValueError, RecursionError):
        releases = []
    try:
        compiled = json.loads(compiled_bytes(sent))
    except MergeError:
        return
    assert not releases or json.dumps(compiled, sort_keys=True) == json.dumps(
        compiled_release(releases), sort_keys=True
    )
    with suppress(MergeError):
        versioned_release(releases)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
