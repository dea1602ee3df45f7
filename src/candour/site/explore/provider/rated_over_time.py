"""The ratings of a provider's locations as bands over time, each until the next."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from candour.care.ratings.framework import FRAMEWORKS, OVERALL, gives_overall
from candour.care.ratings.rating import Rating
from candour.operations.provider import ProviderPage
from candour.site.charts.bands import Band, Bands
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from candour.site.pages import ratings
from candour.site.pages.reading import Reading

_SAID = 6
"""So many lanes are told in words; the table has them all."""


def chart(answer: ProviderPage, reading: Reading[Any]) -> Chart | None:
    """One band a rating: of each question where there is one location, of each location where there are more."""
    lanes = _lanes(answer)
    if not lanes:
        return None
    bands = tuple(_bands(lanes))
    id = "rated-over-time"
    return Chart(
        id=id,
        title=_("Ratings over time"),
        description=_described(lanes, bands, answer.day),
        table=Table(
            id=id,
            caption=_("Each rating, and until when it held"),
            columns=(
                Column("of", _("Of")),
                Column("rating", _("Rating")),
                Column("from", _("From")),
                Column("until", _("Until"), _("empty where it still held on the day of the page")),
            ),
            rows=tuple((band.lane, band.value, band.first, band.last or _("still held")) for band in bands),
            address=reading.table(id),
        ),
        draw=Bands(bands=bands, today=answer.day, values=tuple(_worst_first(lanes))),
        address=reading.chart(id),
        caveats=(_("A band goes on until the next rating was published, also where nobody inspected in between."),),
    )


def _lanes(answer: ProviderPage) -> dict[str, list[Rating]]:
    """Ratings with a day, by what they are of, the oldest first."""
    rated = [one for one in answer.locations if any(_day(rating) for rating in one.ratings)]
    lanes: dict[str, list[Rating]] = defaultdict(list)
    for one in rated:
        for rating in one.ratings:
            whole = rating.key_question == OVERALL or not gives_overall(rating.register)
            if rating.service is None and _day(rating) and (whole or len(rated) == 1):
                name = str(one.location["name"] or one.location["location"])
                lanes[capfirst(rating.key_question) if len(rated) == 1 else name].append(rating)
    for lane in lanes.values():
        lane.sort(key=lambda rating: _day(rating) or date.max)
    return dict(sorted(lanes.items(), key=lambda lane: lane[1][0].key_question != OVERALL))


def _day(rating: Rating) -> date | None:
    return rating.published or rating.first_seen or rating.inspected


def _bands(lanes: dict[str, list[Rating]]) -> Iterator[Band]:
    for lane, held in lanes.items():
        for rating, after in zip_longest(held, held[1:]):
            value = capfirst(ratings.grade(rating))
            yield Band(
                lane=lane,
                value=value,
                short=_short(value),
                first=_day(rating) or date.max,
                last=_day(after) if after else None,
            )


def _short(value: str) -> str:
    """A number by itself, words by their initials."""
    first, *_rest = words = value.split()
    return first if first.isdecimal() else "".join(word[0] for word in words).upper()


def _worst_first(lanes: dict[str, list[Rating]]) -> Iterator[str]:
    """The grades in the order of their regulators."""
    held = [rating for lane in lanes.values() for rating in lane if rating.grade]
    for name in dict.fromkeys(rating.framework for rating in held):
        framework = FRAMEWORKS.get(name or "")
        order = tuple(reversed(framework.grades)) if framework else ()
        of_it = [rating for rating in held if rating.framework == name and rating.grade in order]
        for rating in sorted(of_it, key=lambda rating: order.index(rating.grade or "")):
            yield capfirst(ratings.grade(rating))


def _described(lanes: dict[str, list[Rating]], bands: tuple[Band, ...], today: date) -> str:
    latest = {band.lane: band for band in bands if band.first <= today}
    said = [
        _("%(of)s: %(rating)s since %(day)s.")
        % {"of": lane, "rating": band.value, "day": date_format(band.first, "j F Y")}
        for lane, band in list(latest.items())[:_SAID]
    ]
    more = len(lanes) - _SAID
    return " ".join([*said, _("The table has %(number)s more.") % {"number": more}] if more > 0 else said)
