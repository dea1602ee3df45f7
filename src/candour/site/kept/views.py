"""Asking for a page to be kept, and looking at it later."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from candour.site.kept.contents import PAGE, contents_of
from candour.site.kept.keeping import MOST_BYTES, NoRoomError, keep, kept_file, kept_page
from candour.site.limits.counting import count
from candour.site.pages.refused import Refusal, refused

_FOR_EVER = "public, max-age=31536000, immutable"


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Keep the page at `address`, and lead to it; GET tells what keeping is."""
    if request.method != "POST":
        return render(request, "kept/about.html", {"megabytes": MOST_BYTES // 1_000_000})
    if _from_elsewhere(request):
        return refused(request, Refusal(403, _("Nothing was kept"), (_("Ask from a page of this site."),)))
    allowance = count(request, "kept", settings.CANDOUR_KEPT_A_MINUTE)
    if not allowance.kept:
        told = _("You asked for many pages to be kept. Wait a minute, and ask again.")
        answer = refused(request, Refusal(429, _("Nothing was kept"), (told,)))
        answer.headers["Retry-After"] = str(allowance.seconds)
        return answer
    try:
        kept = keep(contents_of(request.POST.get("address", "")))
    except NoRoomError as error:
        return refused(request, Refusal(507, _("Nothing was kept"), (str(error),)))
    answer = HttpResponseRedirect(f"/kept/{kept.digest}/")
    answer.status_code = 303
    return answer


@require_safe
def shown(request: HttpRequest, digest: str) -> HttpResponse:
    """A kept page, within the frame of today."""
    kept = kept_page(digest)
    # It was written by our own templates, which escaped what they were given.
    main = mark_safe(kept_file(digest, PAGE).content.decode())  # noqa: S308
    told = {"kept": kept, "main": main, "fictional": kept.fictional, "address": settings.CANDOUR_ADDRESS}
    answer = render(request, "kept/kept.html", told)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
def file(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """One of its files; a chart has its narrow form behind the question that the page asks."""
    if name.startswith("chart/"):
        chart = name.removesuffix(".svg")
        name = f"{chart}-narrow.svg" if request.GET.get("width") == "narrow" else f"{chart}.svg"
    found = kept_file(digest, name)
    headers = {"Cache-Control": _FOR_EVER, "ETag": f'"{digest}"'}
    if name.endswith(".csv"):
        headers["Content-Disposition"] = f'attachment; filename="{name.rpartition("/")[2]}"'
    return HttpResponse(found.content, content_type=found.media_type, headers=headers)


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that a page of others sent this. Programs say nothing, and may ask."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()
