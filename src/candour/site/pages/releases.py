"""Every release of one or more processes: as a table, as a picture, and as files."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.operations import process_files
from candour.operations.answers.words import code
from candour.operations.contract.timeline import TimelineRelease
from candour.site.charts.timeline import Happening, Timeline
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.components.target import Target
from candour.site.pages.page_file import PageFile
from candour.site.pages.reading import Reading


def releases_table(releases: Sequence[TimelineRelease], reading: Reading[Any]) -> Table:
    """Each release with its date, what it is about, who published it, and the file that it came in."""
    return Table(
        id="releases",
        caption=_("Every notice that was published, the oldest first"),
        columns=(
            Column("number", _("Number")),
            Column("date", _("Date")),
            Column("about", _("What it is about")),
            Column("publisher", _("Published by")),
            Column("receipt", _("Receipt of the file that it came in")),
            Column("state", _("Does it count?"), _("merged, a repeat, or left out"), in_file_only=True),
            Column("release_id", _("Its own number"), in_file_only=True),
            Column("position", _("Where in the file"), in_file_only=True),
            Column("licence", _("Licence"), in_file_only=True),
            Column("ocid", _("Process"), in_file_only=True),
        ),
        rows=tuple(_row(place, one) for place, one in enumerate(releases, 1)),
        address=reading.table("releases"),
    )


def _row(place: int, one: TimelineRelease) -> tuple[object, ...]:
    return (
        Target(str(place), f"release-{place}"),
        one.day or one.source.date,
        _about_and_state(one),
        one.source.publisher,
        one.source.receipt,
        one.state,
        one.source.release_id,
        one.position,
        one.licence,
        one.ocid,
    )


def _about_and_state(one: TimelineRelease) -> str:
    said = about(one) or _("it does not say")
    if one.state == "merged":
        return said
    return f"{said} ({_('says what an earlier one says') if one.state == 'repeat' else _('could not be used')})"


def about(one: TimelineRelease) -> str | None:
    """What a release is about, in words."""
    return ", ".join(map(code, one.tags)) or None


def releases_chart(releases: Sequence[TimelineRelease], table: Table, reading: Reading[Any]) -> Chart | None:
    """When each was published; None where fewer than two have a date."""
    several = len({one.ocid for one in releases}) > 1
    dated = [_happening(one.day, one, several=several) for one in releases if one.day]
    if len(dated) < 2:
        return None
    days = sorted(one.when for one in dated)
    return Chart(
        id="releases",
        title=_("When it was published"),
        description=_("%(number)s notices, from %(first)s to %(last)s.")
        % {
            "number": len(dated),
            "first": date_format(days[0], "j F Y"),
            "last": date_format(days[-1], "j F Y"),
        },
        table=table,
        draw=Timeline(happenings=tuple(dated)),
        address=reading.chart("releases"),
    )


def _happening(day: date, one: TimelineRelease, *, several: bool) -> Happening:
    """Of several processes, a line for each publisher; of one, a line for each kind of notice."""
    what = about(one) or _("notice")
    return Happening(when=day, kind=(one.source.publisher or one.ocid) if several else what, words=what)


def _uri(reading: Reading[Any], name: str) -> str:
    return f"{settings.CANDOUR_ADDRESS}{reading.file(name)}"


RELEASE_FILES = (
    PageFile("releases", lambda asked: process_files.release_package(asked.home, asked.key, _uri(asked, "releases"))),
    PageFile("record", lambda asked: process_files.record_package(asked.home, asked.key, _uri(asked, "record"))),
    PageFile("compiled", lambda asked: process_files.compiled_release(asked.home, asked.key)),
    PageFile("versioned", lambda asked: process_files.versioned_release(asked.home, asked.key)),
)
"""For a kind of page whose key is an ocid."""


def release_files(reading: Reading[Any]) -> tuple[Link, ...]:
    """Links to those files."""
    titles = {
        "releases": _("Its notices as they were published (OCDS release package)"),
        "record": _("Its notices and how it stands now (OCDS record package)"),
        "compiled": _("How it stands now (compiled release)"),
        "versioned": _("Every value that was ever published (versioned release)"),
    }
    return tuple(Link(titles[file.name], reading.file(file.name)) for file in RELEASE_FILES)
