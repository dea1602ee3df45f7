"""HTTP as polite and as patient as publishers need it, in one place for all of them."""

import logging
import os
import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from types import MappingProxyType
from typing import NoReturn

import httpx
import tenacity

from candour.sources.answer import Answer, Fault
from candour.sources.definition import Rate
from candour.sources.errors import SourceError, StatusError

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
LARGEST = 1 << 30
_REDIRECTS = 5
_LONGEST_BACKOFF = 120
_WITHOUT_A_BYTE = 30.0
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})
_log = logging.getLogger(__name__)


class _Passing(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Client:
    """Asks for URLs: no host too often, again when a failure is of the kind that passes, and never without end.

    `contact` (an address or page, else the environment's CANDOUR_CONTACT) is told to publishers so that they can
    reach whoever runs this. `tell` hears, in a line, about each wait after a failure. Clock, sleep and `chance` (0 to
    1, for the jitter) can be replaced in tests.
    """

    def __init__(
        self,
        *,
        contact: str | None = None,
        tell: Callable[[str], None] = _log.info,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        chance: Callable[[], float] = random.random,
        largest: int = LARGEST,
    ) -> None:
        contact = contact or os.environ.get("CANDOUR_CONTACT")
        about = f"candour-care/{version('candour-care')} (open tendering and open performance for social care"
        self._http = httpx.Client(headers={"User-Agent": f"{about}{f'; {contact}' if contact else ''})"})
        self._tell, self._clock, self._sleep, self._now, self._chance = tell, clock, sleep, now, chance
        self._largest = largest
        self._free_at: dict[str, float] = {}

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def now(self) -> datetime:
        """The time, UTC."""
        return self._now()

    def get(
        self,
        url: str,
        rate: Rate,
        fault: Fault = lambda _content, _media_type: None,
        headers: Mapping[str, str] = _NO_HEADERS,
    ) -> Answer:
        """The answer at a URL, redirections followed within http and https. `headers` are sent to its host alone.

        Raises:
            StatusError: the publisher refuses it for good.
            SourceError: it cannot be had, or not in the tries and the time that `rate` allows.
        """
        began = self._clock()

        def enough(state: tenacity.RetryCallState) -> bool:
            return (
                state.attempt_number >= rate.tries or self._clock() - began + state.upcoming_sleep > rate.altogether
            )

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_Passing),
            wait=self._wait,
            stop=enough,
            sleep=self._sleep,
            before_sleep=lambda state: self._tell(f"waiting {state.upcoming_sleep:.0f} s: {_failure(state)}"),
            retry_error_callback=lambda state: _give_up(state, url),
        )
        return retrying(self._attempt, url, rate, fault, headers)

    def _wait(self, state: tenacity.RetryCallState) -> float:
        """What the publisher asks for, else 1, 2, 4… seconds (halved at most, by chance)."""
        failure = _failure(state)
        if failure.wait is not None:
            return failure.wait
        return min(2.0 ** (state.attempt_number - 1), _LONGEST_BACKOFF) * (0.5 + self._chance() / 2)

    def _attempt(self, url: str, rate: Rate, fault: Fault, headers: Mapping[str, str]) -> Answer:
        first = url
        for _ in range(_REDIRECTS + 1):
            try:
                found = self._once(url, rate, headers if _same_host(url, first) else _NO_HEADERS)
            except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
                raise SourceError(f"{url} is no URL that can be fetched ({error}); check it") from error
            except (httpx.TransportError, httpx.DecodingError) as error:
                raise _Passing(f"{url}: {type(error).__name__} ({error})") from error
            if isinstance(found, Answer):
                if reason := fault(found.content, found.media_type):
                    raise _Passing(f"the answer of {url} is no page of data: {reason}")
                return found
            url = found
        raise SourceError(f"{url} is redirected more than {_REDIRECTS} times; check the address with its publisher")

    def _once(self, url: str, rate: Rate, headers: Mapping[str, str]) -> Answer | str:
        """The answer to one request, or the URL that it redirects to."""
        self._be_polite(url, rate)
        deadline = self._clock() + rate.for_a_request
        timeout = min(_WITHOUT_A_BYTE, rate.for_a_request)
        with self._http.stream("GET", url, timeout=timeout, headers=headers, follow_redirects=False) as response:
            if response.has_redirect_location:
                return _redirected(response)
            if not response.is_success:
                self._refuse(response, rate)
            content = self._read(response, deadline)
        return Answer(
            content=content,
            url=str(response.url),
            media_type=response.headers.get("content-type", "").split(";")[0].strip().lower() or None,
            disposition=response.headers.get("content-disposition"),
            received=self._now(),
        )

    def _be_polite(self, url: str, rate: Rate) -> None:
        host = httpx.URL(url).netloc.decode()
        wait = self._free_at.get(host, self._clock()) - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._free_at[host] = self._clock() + rate.between_requests

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        parts, size = [], 0
        for chunk in response.iter_bytes():
            parts.append(chunk)
            size += len(chunk)
            if size > self._largest:
                raise SourceError(
                    f"{response.url} is larger than {self._largest} bytes; download it to a file and add the file"
                )
            if self._clock() > deadline:
                raise _Passing(f"{response.url} is too slow: {size} bytes in the time for one request")
        return b"".join(parts)

    def _refuse(self, response: httpx.Response, rate: Rate) -> NoReturn:
        status = f"{response.status_code} {response.reason_phrase}"
        if response.status_code not in PASSING and response.status_code not in rate.waits:
            message = f"{response.url} answered {status}; check the address and the dates"
            raise StatusError(message, response.status_code)
        wait = self._retry_after(response)
        raise _Passing(
            f"{response.url} answered {status}", rate.waits.get(response.status_code) if wait is None else wait
        )

    def _retry_after(self, response: httpx.Response) -> float | None:
        """Seconds to wait: the header has seconds or a date. A header that is neither says nothing."""
        header = response.headers.get("retry-after", "").strip()
        if header.isdecimal():
            return float(header)
        try:
            return max(0.0, (parsedate_to_datetime(header).astimezone(UTC) - self._now()).total_seconds())
        except ValueError:
            return None


def _redirected(response: httpx.Response) -> str:
    target = response.url.join(response.headers["location"])
    leaves = target.scheme not in ("http", "https") or (response.url.scheme == "https" and target.scheme == "http")
    if leaves or target.userinfo:
        raise SourceError(f"{response.url} redirects to {target}, which is not followed; check it with its publisher")
    return str(target)


def _same_host(one: str, other: str) -> bool:
    return httpx.URL(one).netloc == httpx.URL(other).netloc


def _failure(state: tenacity.RetryCallState) -> _Passing:
    failure = state.outcome.exception() if state.outcome else None
    assert isinstance(failure, _Passing)
    return failure


def _give_up(state: tenacity.RetryCallState, url: str) -> NoReturn:
    failure = _failure(state)
    asked = f", and asks to wait {failure.wait:.0f} s" if failure.wait else ""
    raise SourceError(
        f"gave up on {url} after {state.attempt_number} tries: {failure}{asked}; "
        f"try again later, what was fetched is kept"
    ) from failure
