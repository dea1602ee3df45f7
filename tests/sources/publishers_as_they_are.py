"""What the real services do with a request, faults included, over fictional releases."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from .bad_server import BadServer, Reply, Request

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Row:
    """A fictional release; `kind` is a notice type."""

    time: datetime
    number: int
    kind: int = 21

    @property
    def release(self) -> dict[str, object]:
        return {"ocid": f"ocds-fictional-{self.number}", "id": str(self.number), "buyer": {"name": "Cyngor Môn"}}


def package(rows: Sequence[Row], next_link: str | None = None, encoding: str = "utf-8") -> Reply:
    links = {"links": {"next": next_link}} if next_link else {}
    content = {"version": "1.1", "releases": [row.release for row in rows], **links}
    return Reply(json.dumps(content, ensure_ascii=False).encode(encoding))


class FindATender:
    """Newest first, 100 at most; whoever follows the cursor loses the first row of each next page.

    `fold` says which of two it takes a time to be that clocks show twice; `end_counts`, whether the end of a window
    is in it.
    """

    def __init__(self, server: BadServer, rows: Sequence[Row], *, end_counts: bool = False, fold: int = 0) -> None:
        self._server, self._rows = server, sorted(rows, key=lambda row: row.time)
        self._end_counts, self._fold = end_counts, fold
        server.answer = self

    def __call__(self, request: Request) -> Reply:
        query = request.query
        first, last = self._time(query["updatedFrom"]), self._time(query["updatedTo"])
        if first >= last or int(query["limit"]) > 100:
            return Reply(status=400)
        found = [row for row in reversed(self._rows) if first <= row.time < last + self._end_counts * SECOND]
        start = int(query.get("cursor", 0))
        page = found[start : start + 100]
        if start + 100 >= len(found):
            return package(page)
        cursor = start + 101
        path = f"ocdsReleasePackages?updatedFrom={query['updatedFrom']}&updatedTo={query['updatedTo']}"
        return package(page, f"{self._server.url}{path}&limit=100&cursor={cursor}")

    def _time(self, text: str) -> datetime:
        time = datetime.fromisoformat(text)
        assert time.tzinfo is None
        return time.replace(tzinfo=LONDON, fold=self._fold).astimezone(UTC)


SECOND = timedelta(seconds=1)


class ContractsFinder:
    """Pages by cursor, in ISO-8859-1."""

    def __init__(self, server: BadServer, rows: Sequence[Row]) -> None:
        self._server, self._rows = server, sorted(rows, key=lambda row: row.time)
        server.answer = self

    def __call__(self, request: Request) -> Reply:
        query = request.query
        first, last = (
            datetime.fromisoformat(query[name]).replace(tzinfo=UTC) for name in ("publishedFrom", "publishedTo")
        )
        found = [row for row in self._rows if first <= row.time < last]
        start = int(query.get("cursor", 0))
        limit = int(query["limit"])
        rest = f"publishedFrom={query['publishedFrom']}&publishedTo={query['publishedTo']}&limit={limit}"
        more = f"{self._server.url}{request.path[1:]}?{rest}&cursor={start + limit}"
        return package(found[start : start + limit], more if start + limit < len(found) else None, "iso-8859-1")


class Months:
    """Everything of one month and one notice type at once."""

    def __init__(self, server: BadServer, rows: Sequence[Row], locale: str | None = None) -> None:
        self._rows, self._locale = rows, locale
        server.answer = self

    def __call__(self, request: Request) -> Reply:
        query = request.query
        assert query["outputType"] == "0"
        assert query.get("locale") == self._locale
        month = [row for row in self._rows if f"{row.time:%m-%Y}" == query["dateFrom"]]
        return package([row for row in month if row.kind == int(query["noticeType"])])
