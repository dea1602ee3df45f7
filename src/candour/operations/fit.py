"""Live contracts put to the test: which outcomes processes could report, and the release that would report them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import orjson

from candour.archive import Archive
from candour.compare.selection import Care
from candour.errors import CandourError
from candour.indicators.fit.fit import Fit, fit
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.warehouse.engine import Engine

_ANSWERS: dict[Care, tuple[str, ...]] = {"yes": ("yes",), "perhaps": ("yes", "perhaps"), "any": ()}


class FittedProcess(msgspec.Struct, frozen=True, kw_only=True):
    """A process put to the test, and what it is called."""

    ocid: str
    title: str | None
    buyer: str | None
    publishers: tuple[str, ...]
    social_care: str
    social_care_reason: str
    fit: Fit


class Fitted(msgspec.Struct, frozen=True, kw_only=True):
    """Processes put to the test, in the order of their ocids.

    `looked_at` counts all processes that were read by whether they are social care (yes, perhaps, no).
    """

    looked_at: dict[str, int]
    processes: tuple[FittedProcess, ...]


def fit_files(
    places: Iterable[Path],
    on: date,
    *,
    ocid: str | None = None,
    care: Care = "yes",
    asked: Sequence[str] = (),
    progress: Progress = in_silence,
) -> Fitted:
    """Put the social-care processes of files to the test, or one of them, without keeping anything.

    Raises:
        CandourError: a place does not exist or holds no process, there is no such process, or no such metric.
    """
    # These take long to load, for those who ask of what is in the tables.
    from candour.operations.add import receive_files
    from candour.operations.build import build_warehouse

    with TemporaryDirectory(prefix="candour-fit-") as folder:
        home = Home(Path(folder))
        for _ in receive_files(Archive.at(home.archive), places, progress=progress):
            pass
        build_warehouse(home, derived=(), progress=progress)
        fitted = fit_tables(home, on, ocid=ocid, care=care, asked=asked)
    if not fitted.looked_at:
        raise CandourError("no process could be read there; `candour check` says what is wrong with a file")
    return fitted


def fit_tables(
    home: Home, on: date, *, ocid: str | None = None, care: Care = "yes", asked: Sequence[str] = ()
) -> Fitted:
    """The same for what is in the tables.

    Raises:
        CandourError: nothing has been built yet, there is no such process, or no such metric.
    """
    with home.tables() as tables:
        looked_at = {row.social_care: row.processes for row in tables.query(_COUNTS)}
        found = tuple(_fitted(row._asdict(), on, asked) for row in _rows(tables, ocid, care))
    if ocid and looked_at and not found:
        read = sum(looked_at.values())
        raise CandourError(
            f"none of the {read:,} processes there is {ocid!r}; `candour search WORDS` finds processes"
        )
    return Fitted(looked_at=looked_at, processes=found)


_COUNTS = "SELECT social_care, COUNT(*) AS processes FROM processes GROUP BY social_care ORDER BY social_care"
_PROCESSES = """
    SELECT ocid, title, buyer_name, publishers, social_care, social_care_reason, release
    FROM processes JOIN compiled_releases USING (ocid)
"""


def _rows(tables: Engine, ocid: str | None, care: Care) -> Iterable[Any]:
    if ocid:
        return tables.query(f"{_PROCESSES} WHERE ocid = $ocid", {"ocid": ocid})
    answers = ", ".join(f"'{answer}'" for answer in _ANSWERS[care])
    return tables.query(f"{_PROCESSES} {f'WHERE social_care IN ({answers})' if answers else ''} ORDER BY ocid")


def _fitted(row: dict[str, Any], on: date, asked: Sequence[str]) -> FittedProcess:
    return FittedProcess(
        ocid=row["ocid"],
        title=row["title"],
        buyer=row["buyer_name"],
        publishers=tuple(row["publishers"] or ()),
        social_care=row["social_care"],
        social_care_reason=row["social_care_reason"],
        fit=fit(orjson.loads(row["release"]), on, asked=asked),
    )
