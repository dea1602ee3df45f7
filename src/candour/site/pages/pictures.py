"""Pictures as they were drawn, kept while the page that they belong to says the same."""

from threading import Lock
from typing import Any

from cachetools import LRUCache
from django.utils.translation import get_language

from candour.site.charts.look import Width
from candour.site.charts.svg import svg
from candour.site.components.chart.chart import Chart
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading

_KEPT_BYTES = 32_000_000

_pictures: LRUCache[tuple[str, ...], bytes] = LRUCache(_KEPT_BYTES, getsizeof=len)
_lock = Lock()


def picture(page: Page, asked: Reading[Any], chart: Chart, width: Width) -> bytes:
    """A chart of a page as SVG. It takes a tenth of a second to draw, and no time to find again."""
    known = (page.data_version, asked.day.isoformat(), get_language() or "", asked.address, chart.id, width)
    with _lock:
        found = _pictures.get(known)
    if found is None:
        found = svg(chart, width).encode()
        with _lock:
            if len(found) <= _pictures.maxsize:
                _pictures[known] = found
    return found
