"""What a supervisor asks: does the process answer, and has it something to answer from?"""

from django.http import HttpRequest, JsonResponse

from candour.errors import CandourError
from candour.site.pages.made import home


def live(_: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"state": "live"})


def ready(_: HttpRequest) -> JsonResponse:
    """The tables can be asked, and which version of them; else 503 and why not."""
    try:
        with home().tables() as tables:
            return JsonResponse({"state": "ready", "data_version": tables.data_version})
    except CandourError as error:
        return JsonResponse({"state": "not ready", "because": str(error)}, status=503)
