"""The operations that the kinds of pages give: the answer of each page, and the rows of each of its tables."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from candour.site.api.cursor import Listed
from candour.site.api.in_pages import InPages, in_pages, next_page
from candour.site.api.operation import JSON, Operation
from candour.site.api.rows import rows_of
from candour.site.pages import views
from candour.site.pages.asked import Asked
from candour.site.pages.formats import encode
from candour.site.pages.kind import PageKind
from candour.site.pages.made import page, reading_of
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of, path_of
from candour.site.pages.worth_seeing import worth_seeing
from candour.warehouse.engine import Engine


def operations_of(kind: PageKind) -> Iterator[Operation]:
    """The operations of one kind of page; the longer path stands first, because a key may hold slashes."""
    here = f"/{kind.id}/{{path:key}}" if kind.key else f"/{kind.id}"
    of_path = {"key": f"{kind.key[0].upper()}{kind.key[1:]}."} if kind.key else {}
    yield Operation(
        id=f"{kind.id}_table",
        path=f"{here}/tables/{{slug:table}}",
        summary=f"{_title(kind)}: the rows of a table",
        about="The rows of one of the page's tables, in pages. Its answer names the tables.",
        tag=_title(kind),
        asked=(kind.asked, InPages),
        answer="Rows",
        view=_table(kind),
        of_path={**of_path, "table": "The table's name."},
        example=_example_of_table(kind),
        by_cursor=True,
    )
    yield Operation(
        id=kind.id,
        path=here,
        summary=_title(kind),
        about=kind.about,
        tag=_title(kind),
        asked=(kind.asked,),
        answer=schema_name(kind),
        view=views.data(kind),
        of_path=of_path,
        example=_example(kind),
    )


def schema_name(kind: PageKind) -> str:
    """The name of the schema of what a page of the kind answers."""
    return f"{kind.id}-page"


def _title(kind: PageKind) -> str:
    return kind.id.replace("_", " ").replace("-", " ").capitalize()


def _example(kind: PageKind) -> Callable[[Engine], str]:
    return lambda tables: next((_in_api(kind, address) for address in worth_seeing(tables, kind)), "")


def _in_api(kind: PageKind, address: str) -> str:
    """A page's address as the API has it, below its own: the front page has a name there."""
    return f"{path_of(kind.id)}{address.removeprefix(address_of(kind.id))}"


def _example_of_table(kind: PageKind) -> Callable[[Engine], str]:
    def example(tables: Engine) -> str:
        """The first page worth seeing that has a table."""
        for address in worth_seeing(tables, kind, at_most=3):
            path, mark, query = _in_api(kind, address).partition("?")
            key = unquote(path.removeprefix(f"/{kind.id}").removeprefix("/"))
            found = page(kind, reading_of(kind, key, QueryDict(query)))
            for table in found.all_tables():
                return f"{path}/tables/{table.id}{mark}{query}"
        return ""

    return example


def _table(kind: PageKind) -> views.View:
    def make(request: HttpRequest, _: PageKind, page: Page, asked: Reading[Asked], part: str) -> HttpResponse:
        found = page.table(part)
        if found is None:
            raise Http404
        paging = in_pages(request)
        listed = Listed.of(page.data_version, f"{asked.path}/{part}", asked.asked.query())
        (begin,) = listed.place(paging.cursor, places=1) if paging.cursor else (0,)
        end = begin + paging.limit
        rows = rows_of(found, page, begin, end, lambda: next_page(request, listed.cursor(end)))
        return HttpResponse(encode(rows), content_type=JSON)

    shown = views.made(kind, make)

    def view(request: HttpRequest, table: str, key: str = "") -> HttpResponse:
        return shown(request, key, table)

    return view
