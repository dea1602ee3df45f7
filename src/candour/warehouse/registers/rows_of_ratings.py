"""Rows of tables as the ratings and successions that they are, and the histories that follow from them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from candour.care.ratings.history import History
from candour.care.ratings.lineage import Lineage
from candour.care.ratings.rating import Rating
from candour.care.register import RegistrationSuccession, register_key

RATING_COLUMNS = (
    "register, subject_kind, subject, service, key_question, state, grade, as_published, framework, framework_sure, "
    "published, inspected, inherited, inherited_from, url, first_seen"
)
SUCCESSION_COLUMNS = "register, subject_kind, old, new, evidence, said_by"


def number_of(register: str, key: str) -> str:
    """The register's own number in a key."""
    return key.removeprefix(register_key(register, ""))


def rating_of(row: Mapping[str, Any]) -> Rating:
    """The rating in a row of `RATING_COLUMNS`."""
    return Rating(
        register=row["register"],
        subject=row["subject_kind"],
        subject_id=number_of(row["register"], row["subject"]),
        service=row["service"],
        key_question=row["key_question"],
        state=row["state"],
        grade=row["grade"],
        as_published=row["as_published"] or "",
        framework=row["framework"],
        framework_sure=row["framework_sure"],
        published=row["published"],
        inspected=row["inspected"],
        inherited=row["inherited"],
        inherited_from=row["inherited_from"],
        report_url=row["url"],
        first_seen=row["first_seen"],
    )


def succession_of(row: Mapping[str, Any]) -> RegistrationSuccession:
    """The succession in a row of `SUCCESSION_COLUMNS`."""
    return RegistrationSuccession(
        register=row["register"],
        subject=row["subject_kind"],
        old=number_of(row["register"], row["old"]),
        new=number_of(row["register"], row["new"]),
        evidence=row["evidence"] or "",
        source_id=row["said_by"] or "",
    )


def ratings_by_subject(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Rating]]:
    """The ratings of each location or provider, by its key."""
    found: dict[str, list[Rating]] = {}
    for row in rows:
        found.setdefault(row["subject"], []).append(rating_of(row))
    return found


def history_of(location: Mapping[str, Any], ratings: Mapping[str, Sequence[Rating]], lineage: Lineage) -> History:
    """How the location in a row was rated, with what is of those whom it took over from."""
    register = location["register"]
    number = number_of(register, location["location"])
    successions = lineage.of(register, number)
    numbers = dict.fromkeys((number, *(step.old for step in successions)))
    return History(
        register=register,
        subject_id=number,
        ratings=tuple(rating for each in numbers for rating in ratings.get(register_key(register, each), ())),
        registered=location["registered"],
        deregistered=location["deregistered"],
        complete=bool(location["ratings_complete"]),
        successions=successions,
    )
