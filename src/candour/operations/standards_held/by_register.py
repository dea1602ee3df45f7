"""What the registers say of a provider: whether it is registered, and whether any place is rated as failing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from candour.care.days import in_words
from candour.care.ratings.crosswalk import at_or_above_good
from candour.care.ratings.framework import FRAMEWORKS
from candour.care.ratings.on_the_day import RatingOn
from candour.operations.contract.source import Source
from candour.operations.rated_locations import RatedLocation, rated_locations
from candour.operations.standards_held.evidence import Evidence
from candour.warehouse.engine import Engine

OLD_AFTER_DAYS = 4 * 365
"""From then on a bad rating breaks no standard. Our assumption: the age at which our example of an award sets ratings
aside."""

_REGISTERED = "registered"


def by_register(tables: Engine, provider: str, day: date) -> Mapping[str, tuple[Evidence, ...]]:
    """The evidence on a provider with this key, by the standard it bears on."""
    rows = tables.query("SELECT * FROM providers WHERE provider = $key", {"key": provider}).rows
    locations = [
        row._asdict() for row in tables.query("SELECT * FROM locations WHERE provider = $key", {"key": provider})
    ]
    open_ones = [one for one in locations if one["status"] in (_REGISTERED, None)]
    return {
        "registered": tuple(_registration(provider, rows[0]._asdict() if rows else None, locations)),
        "rating-floor": tuple(_ratings(provider, rated_locations(tables, open_ones), day)),
    }


def _registration(key: str, row: dict[str, Any] | None, locations: Sequence[dict[str, Any]]) -> Iterator[Evidence]:
    """By the provider's own row; some registers have locations only, and then any registered one is enough."""
    rows = [row] if row and row["status"] else [one for one in locations if one["status"]]
    if not rows:
        return
    found = next((one for one in rows if one["status"] == _REGISTERED), rows[0])
    kept = found["status"] == _REGISTERED
    yield Evidence(
        what=f"the register, of {key}",
        standing="kept" if kept else "below the floor",
        start=found["registered"],
        end=found["deregistered"],
        because=f"{found['name']} is {found['status']}",
        source=_source(found),
    )


def _ratings(key: str, locations: Sequence[RatedLocation], day: date) -> Iterator[Evidence]:
    """One for each place that is rated in the lowest grade, and one for all the others together."""
    rated = passed = 0
    for one in locations:
        verdict = at_or_above_good(one.history, day)
        failing = [*filter(_lowest, verdict.rests_on)]
        rated += bool(verdict.rests_on)
        passed += bool(verdict.rests_on and not failing)
        for answer in failing:
            yield _failing(one.location, answer)
    what = f"the ratings of {key}, on {in_words(day)}"
    said = f"{rated} of {len(locations)} places have a rating"
    if rated:
        because = f"{said}, {passed} of them no lowest grade"
        yield Evidence(what=what, standing="kept" if passed else "no data", because=because)
    else:
        because = f"{said}; having none breaks no standard"
        yield Evidence(what=what, standing="no data", state="not reported", because=because)


def _lowest(answer: RatingOn) -> bool:
    rating = answer.rating
    return bool(rating and rating.framework and FRAMEWORKS[rating.framework].grades[-1] == rating.grade)


def _failing(location: dict[str, Any], answer: RatingOn) -> Evidence:
    grade = answer.rating.as_published or answer.rating.grade if answer.rating else ""
    because = f"{location['name']}: {answer.key_question} is {grade}, the lowest grade"
    old = answer.age_days is None or answer.age_days > OLD_AFTER_DAYS
    if old:
        age = "of unknown age" if answer.age_days is None else f"{answer.age_days:,} days old"
        because += f"; it is {age}, and no breach"
    return Evidence(
        what=f"the rating of {location['location']}",
        standing="no data" if old else "below the floor",
        start=answer.rating.inspected or answer.rating.published if answer.rating else None,
        state="not computable" if old else "value",
        because=because,
        source=_source(location),
    )


def _source(row: Mapping[str, Any]) -> Source:
    return Source(publisher=row["register"], release_id=None, date=None, receipt=row["receipt"])
