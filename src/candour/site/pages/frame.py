"""What every page's template is told beside the page itself."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.take_away.citation import Citation
from candour.site.components.take_away.take_away import Embed, TakeAway
from candour.site.pages.made import home
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading

_FICTIONAL = "SELECT COUNT(*) > 0 AS fictional FROM receipts WHERE source = 'fictional-sample'"


def told(page: Page, asked: Reading[Any]) -> dict[str, Any]:
    """The names that a template of a page may use."""
    return {
        "page": page,
        "it": page.body,
        "asked": asked.asked,
        "fictional": fictional(page.data_version),
        "take_away": _take_away(page, asked),
    }


@lru_cache(maxsize=4)
def fictional(data_version: str) -> bool:  # noqa: ARG001  (it is what the answer is kept by)
    """Whether any of the data are made up: then every page says so."""
    with home().tables() as tables:
        return bool(tables.query(_FICTIONAL).rows[0].fictional)


def _take_away(page: Page, asked: Reading[Any]) -> TakeAway:
    live = asked.live
    return TakeAway(
        cite=Citation(
            title=str(page.title),
            address=f"{settings.CANDOUR_ADDRESS}{asked.address}",
            data_version=page.data_version,
            day=asked.day,
        ),
        downloads=(
            Link(_("All of it as data (JSON)"), asked.data()),
            *page.files,
            *(Link(f"{table.caption} (CSV)", table.address) for table in page.tables if table.address),
        ),
        definitions=page.definitions,
        sources=page.sources,
        source_note=page.source_note,
        embeds=tuple(_embed(chart) for chart in page.charts) if live else (),
        api=asked.of_programs if live else "",
        keep=asked.address if live else "",
    )


def _embed(chart: Chart) -> Embed:
    return Embed(title=str(chart.title), address=f"{settings.CANDOUR_ADDRESS}{chart.address}")
