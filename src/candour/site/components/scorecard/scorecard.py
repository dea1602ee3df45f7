"""Where a council stands by the minimum standards, as it is shown on its own page and beside the standards."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.standards import scorecard as standing
from candour.site.components.component import Component
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.floors import amount, asks
from candour.site.pages.reading import address_of


@dataclass(frozen=True, slots=True)
class Silent:
    """Standards of which nothing is known, and why."""

    because: str
    standards: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard(Component):
    """`sentence` says it in words, `table` has a row for each standard that something is known of.

    `silent` are all others. `faults` say why a place's own additions were refused.
    """

    sentence: str
    table: Table
    silent: tuple[Silent, ...]
    faults: tuple[str, ...]

    @classmethod
    def of(cls, card: standing.Scorecard, address: str) -> "Scorecard":
        """What the operation gave; `address` is where its table is to be had: `reading.table("scorecard")`."""
        known = [line for line in card.lines if _known(line)]
        return cls(
            sentence=_sentence(card, known),
            table=Table(
                id="scorecard",
                caption=_("%(council)s, by the minimum standards") % {"council": card.council},
                columns=_columns(),
                rows=tuple(_row(line) for line in known),
                address=address,
            ),
            silent=tuple(_silent(card, known)),
            faults=card.faults,
        )


def _columns() -> tuple[Column, ...]:
    return (
        Column("standard", _("Standard")),
        Column("asks", _("What it asks")),
        Column("stands", _("How it stands")),
        Column("rests_on", _("What that rests on")),
    )


def _known(line: standing.Line) -> bool:
    return line.standing is not None or bool(line.reports and line.reports.contracts)


def _row(line: standing.Line) -> tuple[object, ...]:
    standard = line.standard
    asked = asks(standard.asks) + (_(" (its own, above the nation's)") if standard.local else "")
    return (Link(standard.title, address_of("standard", standard.id)), asked, *_stands(line))


def _stands(line: standing.Line) -> tuple[str, str]:
    if line.standing:
        value = line.standing.value
        figure = _("not reported") if value is None else amount(value, line.standard.asks.unit)
        rests = ngettext(
            "%(figure)s in the year to %(day)s, beside %(places)s council",
            "%(figure)s in the year to %(day)s, beside %(places)s councils",
            line.places,
        ) % {"figure": figure, "day": _day(line), "places": line.places}
        return _standing(line.standing.standing), rests
    reports = line.reports
    assert reports is not None
    stands = _("Kept") if not reports.below else _("Below it in some contracts") if reports.keep else _("Below it")
    rests = ngettext(
        "%(keep)s of %(all)s contract that reports on it keeps it",
        "%(keep)s of %(all)s contracts that report on it keep it",
        reports.contracts,
    ) % {"keep": reports.keep, "all": reports.contracts}
    return stands, rests


def _day(line: standing.Line) -> str:
    return date_format(line.period_end, "j F Y") if line.period_end else ""


def _standing(found: str) -> str:
    return {
        "below the floor": _("Below it"),
        "within permitted variation": _("Kept"),
        "unexplained variation": _("Kept, and unlike other councils: ask why"),
    }.get(found, _("Not known"))


def _sentence(card: standing.Scorecard, known: list[standing.Line]) -> str:
    below = sum(_is_below(line) for line in known)
    said = {"council": card.council, "below": below, "known": len(known), "all": len(card.lines)}
    if not known:
        return _("Nothing published says how %(council)s stands by any of %(all)s minimum standards.") % said
    about = _("Something is published about %(known)s of %(all)s minimum standards.")
    kept = _("%(council)s keeps all of these.") if not below else _("%(council)s is below %(below)s of these.")
    return f"{about} {kept}" % said


def _is_below(line: standing.Line) -> bool:
    if line.standing:
        return line.standing.standing == "below the floor"
    return bool(line.reports and line.reports.below)


def _silent(card: standing.Scorecard, known: list[standing.Line]) -> list[Silent]:
    whys: dict[str, list[Link]] = defaultdict(list)
    for line in card.lines:
        if line not in known:
            why = _why(line)
            whys[why].append(Link(line.standard.title, address_of("standard", line.standard.id)))
    return [Silent(why, tuple(links)) for why, links in whys.items()]


def _why(line: standing.Line) -> str:
    if line.reports:
        return _("No contract of this council reports on it")
    if line.because.startswith("no figure"):
        return _("No figure of this council was published")
    return _("No published figure shows it: one has to read tenders and contracts")
