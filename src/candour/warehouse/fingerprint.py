"""Hashes that say whether two things were made from the same."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from candour import care, ocds, warehouse

FORMAT = 1
"""How the files of a warehouse are laid out; a change of this number makes every old warehouse be built anew."""


def fingerprint(*parts: object) -> str:
    """A short hash of the parts, of the layout and of the code that makes tables."""
    return sha256(msgspec.json.encode([FORMAT, _code(), *parts])).hexdigest()[:16]


@cache
def _code() -> str:
    """The tables are a function of the archive and of this code, so other code makes another data version."""
    digest = sha256()
    for package in (ocds, care, warehouse):
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
