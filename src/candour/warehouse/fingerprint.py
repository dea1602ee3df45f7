"""Hashes that say whether two things were made from the same."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from candour import care, ocds, sources, templates, warehouse
from candour.definitions import FOLDER
from candour.sources import tabular

DEFINITIONS = ("sources", "council_outcomes")
"""The definitions by which registers and tables of outcomes are read."""
MACHINE_CODE = (".pyc", ".so")
"""Made from the source, which counts: tables are the same with and without them."""
FORMAT = 2
"""How the files of a warehouse are laid out; a change of this number makes every old warehouse be built anew."""


def fingerprint(*parts: object) -> str:
    """A short hash of the parts, of the layout and of the code that makes tables."""
    return sha256(msgspec.json.encode([FORMAT, _code(), *parts])).hexdigest()[:16]


def fingerprint_of_tables(*parts: object) -> str:
    """The same for what comes from registers and tables of outcomes, whose readers and definitions count as well."""
    return fingerprint(_readers(), *parts)


@cache
def _code() -> str:
    """The tables are a function of the archive and of this code, so other code makes another data version."""
    packages = (Path(package.__path__[0]) for package in (ocds, care, tabular, templates, warehouse))
    return _content(*packages, FOLDER / "templates")


@cache
def _readers() -> str:
    return _content(Path(sources.__path__[0]), *(FOLDER / name for name in DEFINITIONS))


def _content(*folders: Path) -> str:
    digest = sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in MACHINE_CODE:
                digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
