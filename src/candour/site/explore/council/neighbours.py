"""The councils that are most like one, by each method, and why."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from candour.care import councils
from candour.compare.neighbours import CouncilNeighbours
from candour.operations.council_in_full.answer import CouncilInFull
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import Reading, address_of


def neighbours_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """All methods in one table, each nearest first."""
    return Table(
        id="neighbours",
        caption=_("Councils that are most like it"),
        columns=(
            Column("council", _("Council")),
            Column("distance", _("How unlike it is"), _("0 is the same; 1 is one standard deviation in all"), True),
            Column("alike", _("Most alike in")),
            Column("unlike", _("Most unlike in")),
            Column("method", _("By")),
            Column("gss", _("Code"), in_file_only=True),
        ),
        rows=tuple(row for found in answer.neighbours for row in _rows(found)),
        address=reading.table("neighbours"),
    )


def _rows(found: CouncilNeighbours) -> Iterator[tuple[object, ...]]:
    titles = {variable.id: variable.title for variable in found.method.variables}
    for one in found.neighbours:
        known = councils.by_organisation_id(one.unit)
        alike, unlike = one.differences[0], one.differences[-1]
        yield (
            Link(known.name, address_of("council", known.gss)) if known else one.unit,
            f"{one.distance:.2f}",
            titles[alike.variable],
            titles[unlike.variable] if unlike != alike else None,
            found.method.title,
            known.gss if known else None,
        )


def why_none(answer: CouncilInFull) -> tuple[str, ...]:
    """Why a method finds nobody."""
    if answer.council is None:
        return (_("It is in no table of councils, so we do not know which councils are like it."),)
    return tuple(f"{one.method.title}: {one.why_not}." for one in answer.neighbours if one.why_not)


def method_notes(answer: CouncilInFull) -> tuple[str, ...]:
    """What the methods know nothing of."""
    said = (
        caveat for one in answer.neighbours if one.neighbours for caveat in (*one.method.caveats, *one.method.lacks)
    )
    return tuple(dict.fromkeys(said))
