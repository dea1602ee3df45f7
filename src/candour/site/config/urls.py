"""Every address of the site. What is published at one stays there."""

from collections.abc import Iterator

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, include, path
from django.views.generic import RedirectView

from candour.site.about.views import WORDS, words
from candour.site.bulk import views as bulk
from candour.site.components.gallery import gallery
from candour.site.config import health, robots
from candour.site.easy import views as easy
from candour.site.explore import KINDS
from candour.site.explore.home.page import HOME
from candour.site.pages import feeds, views
from candour.site.pages.kind import PageKind

handler404 = "candour.site.pages.refused.not_found"
handler500 = "candour.site.pages.refused.failed"


def _of(kind: PageKind) -> Iterator[URLPattern]:
    """The addresses of a kind of page; those of its parts stand first, because a key may hold slashes."""
    here = f"{kind.id}/<path:key>" if kind.key else kind.id
    yield path(f"{here}/data.json", views.data(kind))
    for file in kind.files:
        yield path(f"{here}/{file.name}.json", views.file(kind, file))
    yield path(f"{here}/table/<slug:part>.csv", views.table(kind))
    yield path(f"{here}/table/<slug:part>.csv-metadata.json", views.table_metadata(kind))
    yield path(f"{here}/chart/<slug:part>.svg", views.picture(kind))
    yield path(f"{here}/chart/<slug:part>", views.embedded(kind))
    if kind.feed:
        yield path(f"{here}/feed.atom", feeds.feed(kind))
    yield path(here, views.shown(kind), name=kind.id)
    if kind.easy:
        yield path(f"easy/{here}", easy.of(kind))


urlpatterns = [
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("", include("candour.site.api.urls")),
    path("", include("candour.site.kept.urls")),
    path("robots.txt", robots.robots),
    path("data/file/<slug:data_version>/<str:name>", bulk.file),
    *i18n_patterns(
        path("", views.shown(HOME), name=HOME.id),
        path(HOME.id, RedirectView.as_view(url="./", permanent=True)),
        path("look", gallery),
        path("easy", easy.front),
        *(path(name, words(name)) for name in WORDS),
        # One award has its ocid behind it; whoever leaves that out means all of them.
        path("award", RedirectView.as_view(url="awards", permanent=True)),
        *(one for kind in KINDS for one in _of(kind)),
        prefix_default_language=False,
    ),
]
