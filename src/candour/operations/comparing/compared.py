"""What can be chosen next, or the answer."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from candour.compare import in_sentences
from candour.compare.answer import Comparison
from candour.compare.measured import in_sentences as measured_in_sentences
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.asked import Asked as MetricAsked
from candour.compare.measured.case_mix import CaseMix
from candour.compare.measured.gather import breakdowns_of
from candour.compare.said import Said
from candour.errors import CandourError
from candour.indicators.definition import Indicator
from candour.operations.compare import compare_published
from candour.operations.compare_council_outcome import compare_council_outcome
from candour.operations.compare_measured import compare_measured
from candour.operations.comparing.asked import MOST, Asked, Sort
from candour.operations.comparing.candidates import Candidate, Candidates, candidates, named
from candour.operations.comparing.measures import Comparable, Definition, comparable_by, definition_of
from candour.operations.home import Home
from candour.operations.measured_question import MeasuredQuestion
from candour.operations.selection import selection_of
from candour.warehouse.engine import Engine

Step = Literal["kind", "council", "by", "which", "answer"]

_LINKED = """
SELECT organisation_key AS key FROM organisation_links
WHERE organisation_kind = 'organisation' AND other_kind = 'provider' AND other_key = $other AND outcome = 'linked'
ORDER BY key
"""
_RECEIPTS = """
SELECT receipt, sha256, source, publisher, licence, name, received FROM receipts
WHERE receipt IN ({receipts}) ORDER BY publisher, received, receipt
"""
_COUNCILS = """
SELECT council_key AS key, MIN(council_name) AS name, COUNT(DISTINCT contract_number) AS figures
FROM compared_observations
WHERE council_key IS NOT NULL AND state = 'value'
GROUP BY council_key
ORDER BY name
"""


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody is in a comparison. `step` says what is to be chosen next, or that this is the answer.

    `comparable_by` and `candidates` are what can be chosen; `chosen` are those that are, with their names. The answer
    is `said` in sentences, and given as `published` (by an indicator) or `measured` (by a metric or an outcome).
    `breakdowns` are the groups of people that figures can be narrowed to, `sources` the files that they
    came in.
    """

    step: Step
    data_version: str
    sort: Sort | None = None
    title: str = ""
    comparable_by: tuple[Comparable, ...] = ()
    candidates: Candidates = Candidates()
    chosen: tuple[Candidate, ...] = ()
    said: Said | None = None
    published: Comparison | None = None
    measured: MeasuredComparison | None = None
    breakdowns: tuple[str, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()


def compared(home: Home, asked: Asked) -> Compared:
    """The next choice, or the answer where everything needed is chosen.

    Raises:
        CandourError: nothing has the id or name that was given, or there is no warehouse yet.
    """
    with home.tables() as tables:
        version = tables.data_version
        if asked.kind is None:
            return Compared(step="kind", data_version=version)
        if asked.kind == "contracts" and not asked.council:
            return Compared(step="council", data_version=version, candidates=_councils(tables))
        if not asked.by:
            return Compared(step="by", data_version=version, comparable_by=comparable_by(tables, asked.kind))
        sort, definition = definition_of(asked.by)
        if asked.kind == "providers":
            asked = msgspec.structs.replace(asked, ones=_of_registers(tables, asked.ones))
        if asked.words or asked.choosing or not (asked.ones or asked.most) or len(asked.ones) > MOST:
            return Compared(
                step="which",
                data_version=version,
                sort=sort,
                title=definition.title,
                candidates=candidates(tables, sort, asked),
                chosen=named(tables, sort, asked),
            )
        breakdowns = _breakdowns(tables, asked) if sort == "metric" else ()
    return _answer(home, sort, definition, asked, version, breakdowns)


def _answer(
    home: Home, sort: Sort, definition: Definition, asked: Asked, version: str, breakdowns: tuple[str, ...]
) -> Compared:
    assert asked.kind is not None
    if isinstance(definition, Indicator):
        published = _published(home, asked)
        return Compared(
            step="answer",
            data_version=version,
            sort=sort,
            title=definition.title,
            chosen=tuple(Candidate(key=one.key, name=one.name, figures=one.awards) for one in published.groups),
            said=in_sentences.said(published, definition),
            published=published,
        )
    question = MeasuredQuestion(
        of=asked.by,
        kind=asked.kind,
        names=asked.ones,
        with_neighbours=asked.with_neighbours and asked.kind == "councils",
        care=asked.care,
        council=asked.council,
        contract_model=asked.contract_model,
        since=asked.since,
        until=asked.until,
        group=asked.group,
        mix=CaseMix(asked.standardise) if asked.standardise else None,
        limit=MOST,
    )
    measured = (compare_measured if sort == "metric" else compare_council_outcome)(home, question)
    return Compared(
        step="answer",
        data_version=version,
        sort=sort,
        title=definition.title,
        chosen=tuple(Candidate(key=one.key, name=one.name, figures=one.figures) for one in measured.units),
        said=measured_in_sentences.said(measured),
        measured=measured,
        breakdowns=breakdowns,
        sources=_sources(home, measured),
    )


def _sources(home: Home, measured: MeasuredComparison) -> tuple[dict[str, Any], ...]:
    receipts = dict.fromkeys(source.receipt for unit in measured.units for source in unit.sources)
    wanted: dict[str, object] = {f"receipt_{number}": receipt for number, receipt in enumerate(receipts)}
    if not wanted:
        return ()
    names = ", ".join(f"${name}" for name in wanted)
    with home.tables() as tables:
        return tuple(row._asdict() for row in tables.query(_RECEIPTS.format(receipts=names), wanted))


def _published(home: Home, asked: Asked) -> Comparison:
    assert asked.kind is not None
    if asked.kind == "contracts":
        raise CandourError("single contracts are compared by what was measured of them; choose one of those")
    since, until = (datetime.combine(day, datetime.min.time()) if day else None for day in (asked.since, asked.until))
    return compare_published(
        home,
        asked.kind,
        selection=selection_of(asked.care, since, until, asked.council, asked.contract_model, asked.rating),
        names=asked.ones,
        indicator_ids=(asked.by,),
        limit=MOST,
    )


def _of_registers(tables: Engine, ones: tuple[str, ...]) -> tuple[str, ...]:
    """The keys as notices have them, in place of those of a regulator's register that are linked to them."""
    found: dict[str, None] = {}
    for one in ones:
        linked = [row.key for row in tables.query(_LINKED, {"other": one})] if ":" in one else []
        found |= dict.fromkeys(linked or [one])
    return tuple(found)


def _breakdowns(tables: Engine, asked: Asked) -> tuple[str, ...]:
    assert asked.kind is not None
    return tuple(breakdowns_of(tables, MetricAsked(metric=asked.by, kind=asked.kind, care=asked.care)))


def _councils(tables: Engine) -> Candidates:
    found = tuple(Candidate(key=row.key, name=row.name, figures=row.figures) for row in tables.query(_COUNCILS))
    return Candidates(offered=found, in_all=len(found))
