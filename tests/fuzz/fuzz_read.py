"""Fuzzing the reader: whatever the bytes, only releases and problems, and every release can be parsed.

Run it for a bounded time: `python tests/fuzz/fuzz_read.py -max_total_time=60`.
"""

import io
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["candour.ocds"]):
    import msgspec
    import orjson

    from candour.ocds.problems import Problem
    from candour.ocds.read import Limits, read

SEEDS = Path(__file__).parent / "seeds" / "read"
LIMITS = Limits(release=4_000, expanded=1_000_000)


def one_input(data: bytes) -> None:
    """The input is a file."""
    items = list(read(io.BytesIO(data), name="file", limits=LIMITS))
    assert items
    for item in items:
        if isinstance(item, Problem):
            assert item.for_publisher()
            assert item.for_reader()
        else:
            release = orjson.loads(item.data)
            assert release["ocid"] == item.ocid
            msgspec.json.decode(item.data)


if __name__ == "__main__":
    seeds = ",".join(str(seed) for seed in sorted(SEEDS.iterdir()))
    atheris.Setup([*sys.argv, f"-seed_inputs={seeds}"], one_input)
    atheris.Fuzz()
