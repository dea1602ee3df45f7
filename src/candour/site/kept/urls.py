"""The addresses of kept pages."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from candour.site.kept import views

_DIGEST = "(?P<digest>[0-9a-f]{64})"

urlpatterns = [
    path("kept", views.ask),
    re_path(rf"^kept/{_DIGEST}$", RedirectView.as_view(url="/kept/%(digest)s/", permanent=True)),
    re_path(rf"^kept/{_DIGEST}/$", views.shown),
    re_path(rf"^kept/{_DIGEST}/(?P<name>.+)$", views.file),
]
