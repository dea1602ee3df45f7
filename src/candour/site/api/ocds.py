"""Releases and records in packages, as Kingfisher Collect, OCDS Kit and other tools of the standard read them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from pydantic import Field

from candour.errors import NotFoundError
from candour.ocds.build import (
    PackageHead,
    PackageLinks,
    Publisher,
    package_of_published,
    records_of_published,
)
from candour.operations.published import Published
from candour.operations.published_pages import Choice, Place, record, records, releases
from candour.operations.published_pages.received import extensions_of, is_address, licence_of, sources_of
from candour.site.api.cursor import Listed
from candour.site.api.in_pages import InPages, in_pages, next_page
from candour.site.api.operation import JSON, Operation
from candour.site.pages.asked import Asked
from candour.site.pages.conditional import tag_of, unless_read
from candour.site.pages.made import home
from candour.site.pages.reading import address_of
from candour.warehouse.engine import Engine

PAGINATION = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_pagination_extension/master/extension.json"
)
"""Where the member `links` is described."""


class Chosen(Asked):
    """Which processes."""

    since: date | None = Field(None, description="Releases dated on this day or later.")
    until: date | None = Field(None, description="Releases dated before this day.")
    buyer: str = Field("", max_length=300, description="A buyer's key or its name, as published.")
    council: str = Field("", max_length=300, description="A council's name or GSS code.")

    def choice(self) -> Choice:
        """As the operation has it. Raises CandourError for a council that nobody knows."""
        return Choice.of(self.since, self.until, self.buyer, self.council)


def _chosen(request: HttpRequest) -> Chosen:
    return Chosen.model_validate({name: request.GET[name] for name in Chosen.model_fields if name in request.GET})


def _releases(request: HttpRequest) -> HttpResponse:
    def make(choice: Choice, begin: Place | None, at_most: int, listed: Listed) -> HttpResponse:
        found = releases(home(), choice, begin, at_most)
        if not found.releases:
            raise NotFoundError("no release fits; ask for a longer time, or for less in particular")
        links = _links(request, listed, found.following)
        head = _head(request, found.made, found.releases, links)
        return _answer(package_of_published(head, [one.data.encode() for one in found.releases]), head)

    return _page(request, make)


def _records(request: HttpRequest) -> HttpResponse:
    def make(choice: Choice, begin: Place | None, at_most: int, listed: Listed) -> HttpResponse:
        found = records(home(), choice, begin, at_most)
        if not found.records:
            raise NotFoundError("no process fits; ask for a longer time, or for less in particular")
        links = _links(request, listed, found.following)
        head = _head(request, found.made, found.releases, links)
        return _answer(records_of_published(head, found.records), head)

    return _page(request, make)


def _record(request: HttpRequest, ocid: str) -> HttpResponse:
    def make() -> HttpResponse:
        found = record(home(), ocid)
        head = _head(request, found.made, found.releases, None)
        return _answer(records_of_published(head, found.records), head)

    with home().tables() as tables:
        return unless_read(request, tag_of(request, tables.data_version), make)


def _page(request: HttpRequest, make: Callable[[Choice, Place | None, int, Listed], HttpResponse]) -> HttpResponse:
    chosen, paging = _chosen(request), in_pages(request)
    with home().tables() as tables:
        listed = Listed.of(tables.data_version, request.path, chosen.query())
        begin = Place(*listed.place(paging.cursor, places=2)) if paging.cursor else None
        tag = tag_of(request, tables.data_version)
        return unless_read(request, tag, lambda: make(chosen.choice(), begin, paging.limit, listed))


def _links(request: HttpRequest, listed: Listed, following: Place | None) -> PackageLinks | None:
    if following is None:
        return None
    return PackageLinks(next=next_page(request, listed.cursor(following.process, following.seen)))


def _head(
    request: HttpRequest, made: datetime, found: Iterable[Published], links: PackageLinks | None
) -> PackageHead:
    released = tuple(found)
    return PackageHead(
        uri=f"{settings.CANDOUR_ADDRESS}{request.get_full_path()}",
        published_date=made,
        publisher=Publisher(
            name="Candour, from the publishers' own releases", uri=f"{settings.CANDOUR_ADDRESS}{address_of('')}"
        ),
        extensions=(*extensions_of(released), *(() if links is None else (PAGINATION,))),
        license=licence_of(released),
        publication_policy=f"{settings.CANDOUR_ADDRESS}{address_of('publishers')}",
        sources=sources_of(released),
        links=links,
    )


def _answer(content: bytes, head: PackageHead) -> HttpResponse:
    """With its licences and its next page as links, for those who look at headers only."""
    licences = dict.fromkeys(source.license or "" for source in head.sources)
    links = [f'<{licence}>; rel="license"' for licence in licences if is_address(licence)]
    if head.links and head.links.next:
        links.append(f'<{head.links.next}>; rel="next"')
    return HttpResponse(content, content_type=JSON, headers={"Link": ", ".join(links)} if links else {})


def _first_record(tables: Engine) -> str:
    rows = tables.query("SELECT ocid FROM processes WHERE number_of_releases > 0 ORDER BY ocid LIMIT 1").rows
    return f"/ocds/record/{rows[0].ocid}" if rows else ""


OCDS = (
    Operation(
        id="ocds_releases",
        path="/ocds/releases",
        summary="Releases",
        about="Releases as their publishers sent them, in release packages; follow links.next.",
        tag="Open Contracting Data Standard",
        asked=(Chosen, InPages),
        answer="OcdsReleasePackage",
        view=_releases,
        of_path={},
        example=lambda _: "/ocds/releases?limit=3",
        by_cursor=True,
    ),
    Operation(
        id="ocds_records",
        path="/ocds/records",
        summary="Records",
        about="Every process with its releases, and as they were merged, in record packages; follow links.next.",
        tag="Open Contracting Data Standard",
        asked=(Chosen, InPages),
        answer="OcdsRecordPackage",
        view=_records,
        of_path={},
        example=lambda _: "/ocds/records?limit=3",
        by_cursor=True,
    ),
    Operation(
        id="ocds_record",
        path="/ocds/record/{path:ocid}",
        summary="Record",
        about="One process with all its releases, and as they were merged, in a record package.",
        tag="Open Contracting Data Standard",
        asked=(Asked,),
        answer="OcdsRecordPackage",
        view=_record,
        of_path={"ocid": "The ocid of a process."},
        example=_first_record,
    ),
)
"""The operations that give OCDS."""
