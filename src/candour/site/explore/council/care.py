"""Who gives care in a council's area, and how it is rated."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.council_in_full.answer import CouncilInFull
from candour.operations.council_in_full.care import MOST, CareThere, ProviderThere
from candour.site.components.figure.figure import Figure
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.ratings import regulator
from candour.site.pages.reading import Reading, address_of


def figures(answer: CouncilInFull) -> tuple[Figure, ...]:
    """The share at or above good, one for each register."""
    return tuple(map(_figure, answer.care))


def _figure(there: CareThere) -> Figure:
    sentence = _("Rated locations in this area that are good or better, by the %(regulator)s") % {
        "regulator": there.regulator
    }
    if not there.rates:
        why = _("there are no ratings in %(nation)s") % {"nation": there.nation}
        return Figure(sentence=sentence, state="not computable", because=why)
    if there.low is None or there.high is None:
        return Figure(sentence=sentence, state="not computable", because=_("nobody there has been rated"))
    share = f"{there.good / there.rated:.0%}"
    return Figure(
        sentence=sentence,
        value=_("%(good)s of %(rated)s") % {"good": f"{there.good:,}", "rated": f"{there.rated:,}"},
        interval=_("(%(share)s; 95%% range %(low)s to %(high)s)")
        % {"share": share, "low": f"{there.low:.0%}", "high": f"{there.high:.0%}"},
        rests_on=_("Here this means that %(meaning)s") % {"meaning": there.meaning},
        period=_("on %(day)s, by the register's newest file") % {"day": date_format(there.day, "j F Y")}
        if there.day
        else "",
        caveats=tuple(_caveats(there)),
    )


def _caveats(there: CareThere) -> Iterator[str]:
    lacking = sum(there.lacking.values())
    if lacking:
        kinds = ", ".join(f"{number:,} {state}" for state, number in there.lacking.items())
        yield ngettext(
            "%(number)s more location has no rating (%(kinds)s). That is not a bad rating.",
            "%(number)s more locations have no rating (%(kinds)s). That is not a bad rating.",
            lacking,
        ) % {"number": f"{lacking:,}", "kinds": kinds}
    if there.oldest:
        yield _("The oldest of these ratings rests on an inspection of %(day)s.") % {
            "day": date_format(there.oldest, "j F Y")
        }


def in_words(answer: CouncilInFull) -> Iterator[str]:
    """The same in plain sentences, for the top of the page."""
    for there in answer.care:
        told = {"good": f"{there.good:,}", "rated": f"{there.rated:,}", "all": f"{there.locations:,}"}
        if there.rated:
            yield _rated(there) % told
        else:
            yield _unrated(there) % told


def _rated(there: CareThere) -> str:
    if there.rated == 1:
        good = _("The one rated place that gives care is good or better.")
        return good if there.good else _("The one rated place that gives care is below good.")
    return ngettext(
        "Of %(rated)s rated places that give care, %(good)s is good or better.",
        "Of %(rated)s rated places that give care, %(good)s are good or better.",
        there.good,
    )


def _unrated(there: CareThere) -> str:
    return ngettext(
        "%(all)s place gives care; it has no rating.",
        "%(all)s places give care; none of them has a rating.",
        there.locations,
    )


def providers_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """Who gives care there, those with the most locations first."""
    caption = _("Providers with locations here")
    if len(answer.providers) == MOST:
        caption = _("The %(number)s providers with the most locations here") % {"number": f"{MOST:,}"}
    return Table(
        id="providers",
        caption=caption,
        columns=(
            Column("name", _("Provider")),
            Column("locations", _("Locations here"), numeric=True),
            Column("care_homes", _("Care homes"), numeric=True),
            Column("good", _("Good or better")),
            Column("oldest", _("Oldest inspection")),
            Column("register", _("Registered with"), in_file_only=True),
            Column("provider", _("Key"), in_file_only=True),
        ),
        rows=tuple(map(_provider, answer.providers)),
        address=reading.table("providers"),
        shown=20,
    )


def _provider(one: ProviderThere) -> tuple[object, ...]:
    name = one.name or _("name not given; runs %(location)s") % {"location": one.runs or one.provider}
    good = _("%(good)s of %(rated)s rated") % {"good": one.good, "rated": one.rated} if one.rated else _("none rated")
    return (
        Link(name, address_of("provider", one.provider)) if one.provider else name,
        one.locations,
        one.care_homes,
        good,
        one.oldest_inspection,
        regulator(one.register),
        one.provider,
    )
