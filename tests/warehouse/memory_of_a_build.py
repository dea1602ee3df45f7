"""Builds a warehouse of a sample in a process of its own and prints the most memory that it held, in megabytes."""

import re
import sys
from pathlib import Path

from candour import sample
from candour.archive import Archive
from candour.warehouse import shards
from candour.warehouse.building import build

if __name__ == "__main__":
    folder, processes = Path(sys.argv[1]), int(sys.argv[2])
    shards.BUCKET_BYTES = 2_000_000
    sample.write(folder, n=processes, seed=1)
    archive = Archive.at(folder / "archive")
    archive.add(folder / "releases.jsonl", source="sample", name="releases.jsonl")
    build(archive, folder / "warehouse", workers=1)
    # The kernel's mark of this program alone: `ru_maxrss` would count what the test runner held at the fork.
    print(int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)
