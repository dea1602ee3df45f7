"""Builds a warehouse of a sample in a process of its own and prints the most memory that it held, in megabytes."""

import resource
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
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
