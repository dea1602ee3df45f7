"""The addresses of the API, of its description, and of the problems that it may have."""

from django.urls import path
from django.views.generic import RedirectView

from candour.site.api import views
from candour.site.api.api import API

urlpatterns = [
    *(path(above, RedirectView.as_view(url="/api/v1/docs")) for above in ("api", "api/v1", "api/v1/")),
    path("api/v1/openapi.json", views.openapi),
    path("api/v1/docs", views.contents),
    path("api/v1/docs/<slug:id>", views.documentation),
    path("api/v1/", API.urls),
    path("problems", views.problems),
    path("problems/<slug:id>", views.problem),
]
