"""A page before it is written down: the same for people, for programs and for files."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.site.components.breadcrumbs.breadcrumbs import Breadcrumbs
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.table.table import Table
from candour.site.components.take_away.take_away import SourceFile
from candour.site.pages.reading import address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`title` heads it, `lead` says in a sentence or two what one came for.

    `answer` is what an operation gave, and what programs get. `body` is what the template of the page's kind shows,
    as `it`. `tables` and `charts` can be taken away, each by its id, and stand in the body wherever it puts them.
    `above` leads to the pages above it, the nearest last. `definitions` lead to what the words mean; `sources` are
    the files that it rests on, and `source_note` says so where they are too many to name. `files` lead to the same
    things in forms that other programs know.
    """

    title: str
    lead: str
    data_version: str
    answer: object
    body: object
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    above: tuple[Link, ...] = ()
    definitions: tuple[Link, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    source_note: str = ""
    caveats: tuple[str, ...] = ()
    files: tuple[Link, ...] = ()

    @property
    def breadcrumbs(self) -> Breadcrumbs | None:
        """The way here from the front page; None for a page that stands by itself."""
        return Breadcrumbs((Link(_("Home"), address_of("")), *self.above)) if self.above else None

    def all_tables(self) -> tuple[Table, ...]:
        """The tables that can be taken away, those of charts included; each once."""
        tables = (*self.tables, *(chart.table for chart in self.charts))
        return tuple({table.id: table for table in reversed(tables)}.values())[::-1]

    def table(self, id: str) -> Table | None:
        """The table with this id."""
        return next((table for table in self.all_tables() if table.id == id), None)

    def chart(self, id: str) -> Chart | None:
        """The chart with this id."""
        return next((chart for chart in self.charts if chart.id == id), None)
