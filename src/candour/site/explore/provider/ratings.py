"""How a provider's locations are rated, and were over time."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.care.ratings.framework import OVERALL, gives_overall
from candour.care.ratings.rating import Rating
from candour.operations.provider import LocationPage, ProviderPage
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.provider.contracts import NEWEST
from candour.site.pages import ratings
from candour.site.pages.reading import Reading, address_of
from candour.warehouse.registers.rows_of_ratings import number_of


def locations_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Every location, with whether it is at or above good on the day, and why."""
    return Table(
        id="locations",
        caption=_("Locations, as known on %(day)s") % {"day": date_format(answer.day, "j F Y")},
        columns=(
            Column("name", _("Location")),
            Column("council", _("Council")),
            Column("status", _("Status")),
            Column("at_or_above_good", _("Good or better?"), _("yes, no, or why neither can be said")),
            Column("age", _("Age of the oldest inspection it rests on")),
            Column("because", _("Why")),
            Column("location", _("Number in the register"), in_file_only=True),
        ),
        rows=tuple(_location(one) for one in answer.locations),
        address=reading.table("locations"),
        first=NEWEST,
    )


def _location(one: LocationPage) -> tuple[object, ...]:
    row = one.location
    aged = ratings.age(one.verdict.age_days) or None
    if aged and ratings.is_old(one.verdict):
        aged = _("%(age)s: old, ask what changed") % {"age": aged}
    return (
        Link(row["name"] or row["location"], row["url"]) if _safe(row["url"]) else row["name"] or row["location"],
        council_link(row),
        row["status"],
        ratings.verdict(one.verdict),
        aged,
        one.verdict.because,
        row["location"],
    )


def council_link(row: dict[str, Any]) -> Link | None:
    """The council that a register puts a location under."""
    name = row.get("council_name")
    return Link(name, address_of("council", row.get("council_code") or name)) if name else None


def _safe(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))


def history_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """The ratings of each location as a whole over time, the newest first."""
    return _ratings(
        "ratings",
        _("Each rating of a whole location, the newest first"),
        (
            (one, rating)
            for one in answer.locations
            for rating in reversed(one.ratings)
            if rating.service is None and (rating.key_question == OVERALL or not gives_overall(rating.register))
        ),
        reading,
        first=NEWEST,
    )


def every_rating(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Every rating of every question and service."""
    found = ((one, rating) for one in answer.locations for rating in reversed(one.ratings))
    return _ratings("every-rating", _("Every rating, question by question"), found, reading)


def _ratings(
    id: str,
    caption: str,
    found: Iterator[tuple[LocationPage, Rating]],
    reading: Reading[Any],
    first: int | None = None,
) -> Table:
    return Table(
        id=id,
        caption=caption,
        columns=(
            Column("location", _("Location")),
            Column("published", _("Published"), _("where the register does not say, when it was first seen")),
            Column("grade", _("Rating, in the regulator's own words")),
            Column("key_question", _("What was rated")),
            Column("service", _("Service"), _("empty where the location is rated as a whole")),
            Column("framework", _("Under which rules"), _("ratings of different rules are not the same scale")),
            Column("inspected", _("Inspected")),
            Column("whose", _("Given to"), _("this location, or the one that it took over from")),
        ),
        rows=tuple(_rating(one, rating) for one, rating in found),
        address=reading.table(id),
        first=first,
    )


def _rating(one: LocationPage, rating: Rating) -> tuple[object, ...]:
    return (
        one.location["name"] or one.location["location"],
        rating.published or _first_seen(rating),
        ratings.grade(rating),
        rating.key_question,
        rating.service or _("all of it"),
        ratings.framework(rating),
        rating.inspected,
        _whose(one, rating),
    )


def _first_seen(rating: Rating) -> str | None:
    if rating.first_seen is None:
        return None
    return _("not said; first seen %(day)s") % {"day": rating.first_seen}


def _whose(one: LocationPage, rating: Rating) -> str:
    if rating.subject_id != number_of(rating.register, one.location["location"]):
        return _("a location before it (%(number)s)") % {"number": rating.subject_id}
    if rating.inherited:
        return _("a location before it (%(number)s)") % {"number": rating.inherited_from or _("number not said")}
    return _("this location")
