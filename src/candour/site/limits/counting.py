"""Counting what a reader asks, in windows of a minute."""

import hmac
import logging
import time
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest

from candour.site.limits.models import Tally

WINDOW = 60
"""Seconds."""

# One statement, so that processes that count at the same time lose nothing.
_COUNT = """
    INSERT INTO limits_tally (key, ends, asked) VALUES (%s, %s, 1)
    ON CONFLICT (key) DO UPDATE SET asked = limits_tally.asked + 1
    RETURNING asked
"""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often something may be asked in a window, how often it was, and how many seconds the window still has."""

    most: int
    asked: int
    seconds: int

    @property
    def kept(self) -> bool:
        """Whether this request is one of those that may be made."""
        return self.asked <= self.most

    @property
    def left(self) -> int:
        """So many more may follow in this window."""
        return max(0, self.most - self.asked)


def count(request: HttpRequest, what: str, most: int) -> Allowance:
    """Count a request for `what`, of which a reader may make so many a minute.

    Where counts cannot be stored nobody is refused, and the log says why.
    """
    now = int(time.time())
    ends = (now // WINDOW + 1) * WINDOW
    try:
        asked = _counted(_key(what, reader(request), ends), ends, now)
    except DatabaseError as error:
        _log.warning(
            "requests are not counted: %s (is the database migrated? `python -m candour.site migrate`)", error
        )
        asked = 1
    return Allowance(most, asked, ends - now)


def reader(request: HttpRequest) -> str:
    """Where a request comes from: as the proxy says where there is one, else the other end of the connection."""
    said = request.headers.get("X-Forwarded-For", "") if settings.CANDOUR_BEHIND_PROXY else ""
    # The last one is the proxy's own word; those before it are whatever the reader claims.
    return said.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _key(what: str, who: str, ends: int) -> str:
    told = repr((what, who, ends)).encode()
    return hmac.digest(settings.SECRET_KEY.encode(), told, "sha256").hex()


def _counted(key: str, ends: int, now: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [key, ends])
        asked = cursor.fetchone()[0]
    if asked == 1:
        Tally.objects.filter(ends__lt=now).delete()
    return int(asked)
