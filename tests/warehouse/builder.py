"""Builds a warehouse in a process of its own, for a test to kill."""

import sys
from pathlib import Path

from candour.archive import Archive
from candour.warehouse.building import build

if __name__ == "__main__":
    build(Archive.at(Path(sys.argv[1])), Path(sys.argv[2]), workers=1)
