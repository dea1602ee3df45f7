"""An answer as the template shows it, whatever it was compared by."""

from dataclasses import dataclass

from candour.compare.said import Said
from candour.site.components.chart.chart import Chart
from candour.site.components.form.form import Form
from candour.site.components.table.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """`said` comes first; `beside` are caveats that stand beside the figures. `first` is the chart of all figures,
    and `charts` are those that explain it; `figures` is the table of all of it.

    `apart` are those that are not like for like, `alike` says in what the others are. `filters` is the form that
    changes what counts; `tables` can be taken away. `chosen` says how many there are at all.
    """

    said: Said
    beside: tuple[str, ...]
    first: Chart | None
    charts: tuple[Chart, ...]
    figures: Table
    filters: Form
    tables: tuple[Table, ...]
    chosen: str
    time: str = ""
    apart: Table | None = None
    alike: tuple[tuple[str, str], ...] = ()

    template = "explore/compare/answered.html"
