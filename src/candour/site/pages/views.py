"""A page, its data, its tables and its charts: each has an address, and all are made from the same page."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from candour.errors import CandourError
from candour.site.charts.look import Width
from candour.site.charts.svg import svg
from candour.site.config.headers import PICTURE
from candour.site.pages.asked import Asked
from candour.site.pages.conditional import tag_of, unless_read
from candour.site.pages.csvw import as_metadata
from candour.site.pages.easy import easy_address
from candour.site.pages.formats import as_csv, as_json
from candour.site.pages.forms import again, form
from candour.site.pages.frame import told
from candour.site.pages.kind import PageKind
from candour.site.pages.made import page, reading, rests_on
from candour.site.pages.page import Page
from candour.site.pages.page_file import PageFile
from candour.site.pages.reading import Reading

CSVW = "application/csvm+json"
View = Callable[..., HttpResponse]
Make = Callable[[HttpRequest, PageKind, Page, Reading[Asked], str], HttpResponse]


def shown(kind: PageKind) -> View:
    """The page itself; where it cannot be asked like that, its form again."""

    def make(request: HttpRequest, kind: PageKind, page: Page, asked: Reading[Asked], _: str) -> HttpResponse:
        own = {
            "form": form(kind, asked),
            "easy": easy_address(asked) if kind.easy else "",
            "feed": asked.feed() if kind.feed else "",
        }
        return render(request, kind.template, told(page, asked) | own)

    view = made(kind, make, may_lag=True)

    def or_again(request: HttpRequest, key: str = "") -> HttpResponse:
        try:
            return view(request, key)
        except (CandourError, ValidationError) as error:
            answer = again(kind, key, request, error)
            if answer is None:
                raise
            return answer

    return or_again


def data(kind: PageKind) -> View:
    """Its answer as JSON."""

    def make(_: HttpRequest, __: PageKind, page: Page, asked: Reading[Asked], ___: str) -> HttpResponse:
        return HttpResponse(as_json(page, asked), content_type="application/json")

    return made(kind, make)


def table(kind: PageKind) -> View:
    """One of its tables as CSV."""

    def make(_: HttpRequest, kind: PageKind, page: Page, asked: Reading[Asked], part: str) -> HttpResponse:
        found = page.table(part)
        if found is None:
            raise Http404
        meaning = f'<{asked.table_metadata(part)}>; rel="describedby"; type="{CSVW}"'
        headers = {"Content-Disposition": f'attachment; filename="{kind.id}-{part}.csv"', "Link": meaning}
        return HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8; header=present", headers=headers)

    return made(kind, make)


def table_metadata(kind: PageKind) -> View:
    """What the columns of one of its tables mean, as CSV on the Web describes it."""

    def make(_: HttpRequest, __: PageKind, page: Page, asked: Reading[Asked], part: str) -> HttpResponse:
        found = page.table(part)
        if found is None:
            raise Http404
        return HttpResponse(as_metadata(found, page, asked), content_type=CSVW)

    return made(kind, make)


def picture(kind: PageKind) -> View:
    """One of its charts as SVG."""

    def make(request: HttpRequest, _: PageKind, page: Page, __: Reading[Asked], part: str) -> HttpResponse:
        found = page.chart(part)
        if found is None:
            raise Http404
        width: Width = "narrow" if request.GET.get("width") == "narrow" else "wide"
        policy = {"Content-Security-Policy": PICTURE}
        return HttpResponse(svg(found, width), content_type="image/svg+xml", headers=policy)

    return made(kind, make, may_lag=True)


def embedded(kind: PageKind) -> View:
    """One of its charts alone, to stand in somebody else's page."""

    def make(request: HttpRequest, _: PageKind, page: Page, asked: Reading[Asked], part: str) -> HttpResponse:
        found = page.chart(part)
        if found is None:
            raise Http404
        answer = render(request, "pages/embedded.html", told(page, asked) | {"chart": found})
        # The middleware of headers looks for it.
        answer.embeddable = True  # type: ignore[attr-defined]
        return answer

    return made(kind, make, may_lag=True)


def file(kind: PageKind, file: PageFile) -> View:
    """A file beside its pages."""

    def make(_: HttpRequest, asked: Reading[Asked], __: str) -> HttpResponse:
        return HttpResponse(file.content(asked), content_type="application/json")

    return _unless_read(kind, make)


def made(kind: PageKind, make: Make, *, may_lag: bool = False) -> View:
    """A view of the pages of a kind that makes its answer of each, and sends none again that was read already.

    One that `may_lag` goes on for a minute with what people were reading when a build swapped in; what programs read
    is of the newest data at once.
    """

    def of_page(request: HttpRequest, asked: Reading[Asked], part: str) -> HttpResponse:
        return make(request, kind, page(kind, asked), asked, part)

    return _unless_read(kind, of_page, may_lag=may_lag)


def _unless_read(
    kind: PageKind, make: Callable[[HttpRequest, Reading[Asked], str], HttpResponse], *, may_lag: bool = False
) -> View:
    def view(request: HttpRequest, key: str = "", part: str = "") -> HttpResponse:
        asked = reading(kind, key, request)
        data_version, *others = rests_on(kind, asked)
        tag = tag_of(request, data_version, *others)
        question = tag_of(request, *others) if may_lag else None
        return unless_read(request, tag, lambda: make(request, asked, part), question=question)

    return require_safe(view)
