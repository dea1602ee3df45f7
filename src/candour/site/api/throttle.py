"""So many requests a minute, counted by all processes together."""

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from candour.site.limits.counting import WINDOW, Allowance, count


class ByReader(BaseThrottle):
    """What one reader may ask of the API; the allowance stands on the request, for the headers of the answer."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count it, and say whether it may be made."""
        allowance = count(request, "api", settings.CANDOUR_REQUESTS_A_MINUTE)
        request.allowance = allowance  # type: ignore[attr-defined]
        return allowance.kept

    def wait(self) -> float:
        """At the latest a new window begins then; the header Retry-After of the answer says it to the second."""
        return WINDOW


def headers_of(allowance: Allowance) -> dict[str, str]:
    """What a program is told of its allowance, as the IETF's draft on rate limits has it."""
    return {
        "RateLimit-Policy": f'"minute";q={allowance.most};w={WINDOW}',
        "RateLimit": f'"minute";r={allowance.left};t={allowance.seconds}',
    }
