"""A page as files, none of which needs the site's data any more."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
import rfc8785
from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from candour.errors import NotFoundError
from candour.site.charts.look import Width
from candour.site.charts.svg import svg
from candour.site.explore import KINDS
from candour.site.pages.csvw import as_metadata
from candour.site.pages.formats import as_csv, as_json
from candour.site.pages.frame import told
from candour.site.pages.kind import PageKind
from candour.site.pages.made import reading_of
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading

PAGE, MANIFEST = "page.html", "manifest.json"
LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Reading[Any]):
    """A reading whose files are named as they stand beside the page, not where the site has them now."""

    @property
    def live(self) -> bool:
        """Not these."""
        return False

    def _at(self, suffix: str) -> str:
        return suffix.lstrip("/") if suffix else Reading._at(self, "")


class Content(msgspec.Struct, frozen=True):
    """One file."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """All files of a page, with their list; `digest` names them all."""

    address: str
    title: str
    data_version: str
    fictional: bool
    files: tuple[Content, ...]

    @property
    def size(self) -> int:
        """In bytes."""
        return sum(len(one.content) for one in self.files)

    def manifest(self) -> bytes:
        """The list of files, in the one way of writing JSON that RFC 8785 allows."""
        files = [
            {
                "name": one.name,
                "media_type": one.media_type,
                "bytes": len(one.content),
                "sha256": sha256(one.content).hexdigest(),
            }
            for one in self.files
        ]
        told: Any = {"address": self.address, "title": self.title, "data_version": self.data_version, "files": files}
        return rfc8785.dumps(told)

    @property
    def digest(self) -> str:
        """The same content has the same."""
        return sha256(self.manifest()).hexdigest()


def contents_of(address: str) -> Contents:
    """The page at an address of this site, as files.

    Raises:
        NotFoundError: no page that can be kept is at that address.
        CandourError, ValidationError: the page cannot be asked like that.
    """
    kind, key, query = _place(address)
    asked = reading_of(kind, key, query)
    standing = Standing(home=asked.home, key=asked.key, asked=asked.asked, day=asked.day, path=asked.path)
    page = kind.make(standing)
    context = told(page, standing)
    return Contents(
        address=asked.address,
        title=str(page.title),
        data_version=page.data_version,
        fictional=context["fictional"],
        files=(
            Content(PAGE, "text/html; charset=utf-8", _main(render_to_string(kind.template, context))),
            Content("data.json", "application/json", as_json(page, standing)),
            *_tables(page, standing),
            *_charts(page),
        ),
    )


def _place(address: str) -> tuple[PageKind, str, QueryDict]:
    parts = urlsplit(address)
    try:
        found = resolve(unquote(parts.path))
    except Resolver404:
        found = None
    kind = next((one for one in KINDS if found and found.url_name == one.id), None)
    if found is None or kind is None or len(address) > LONGEST_ADDRESS:
        raise NotFoundError("no page of this site that can be kept is at that address")
    return kind, found.kwargs.get("key", ""), QueryDict(parts.query)


def _main(html: str) -> bytes:
    """What stands between the frame's head and foot: the frame is the site's of the day on which it is read."""
    begin = html.index(">", html.index('id="main"')) + 1
    return html[begin : html.rindex("</main>")].strip().encode()


def _tables(page: Page, standing: Standing) -> list[Content]:
    found = []
    for table in page.all_tables():
        name = f"table/{table.id}.csv"
        found.append(Content(name, "text/csv; charset=utf-8; header=present", as_csv(table)))
        found.append(Content(f"{name}-metadata.json", "application/csvm+json", as_metadata(table, page, standing)))
    return found


def _charts(page: Page) -> list[Content]:
    widths: tuple[tuple[str, Width], ...] = ((".svg", "wide"), ("-narrow.svg", "narrow"))
    return [
        Content(f"chart/{chart.id}{ending}", "image/svg+xml", svg(chart, width).encode())
        for chart in page.charts
        for ending, width in widths
    ]
