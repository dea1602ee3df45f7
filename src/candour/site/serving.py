"""Running the site: its database made ready, and a server on an address of this machine."""

import os
import secrets
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_delay, wait_fixed

from candour.errors import CandourError
from candour.operations.home import Home
from candour.site.bulk.pieces import THREADS

STOPPED_WITHIN = 10
"""Seconds that a process has to end its answers when all is to stop; one that has not ended by then is ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where the site is to be reached; `workers` are processes, each with tables and a cache of its own."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    seconds: int | None = None
    """Stop by itself after so long."""

    @property
    def address(self) -> str:
        """As a browser of this machine needs it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


def serve(serving: Serving, *, started: Callable[[], None]) -> None:
    """Serve until somebody stops it; `started` is called when all is ready.

    Raises:
        CandourError: there is nothing to show, the look of the site has not been made, or the port is taken.
    """
    _refuse_taken(serving)
    with Home(serving.data).tables():
        pass
    os.environ["CANDOUR_DATA"] = str(serving.data.resolve())
    os.environ.setdefault("CANDOUR_ADDRESS", serving.address)
    # The processes that answer have to sign alike, and count together.
    os.environ.setdefault("CANDOUR_SECRET_KEY", secrets.token_urlsafe(50))
    os.environ["DJANGO_SETTINGS_MODULE"] = "candour.site.config.settings"
    _prepare()
    from granian import Granian
    from granian.constants import Interfaces

    server = Granian(
        "candour.site.config.wsgi:application",
        address=serving.host,
        port=serving.port,
        interface=Interfaces.WSGI,
        workers=serving.workers,
        blocking_threads=THREADS,
        workers_kill_timeout=STOPPED_WITHIN,
        log_enabled=False,
    )
    threading.Thread(target=_tell, args=(serving.address, started), daemon=True).start()
    if serving.seconds:
        # The server's own handler of this signal ends the workers, too.
        end = threading.Timer(serving.seconds, os.kill, (os.getpid(), signal.SIGTERM))
        # Who ends it sooner does not wait for this.
        end.daemon = True
        end.start()
    server.serve()


def _refuse_taken(serving: Serving) -> None:
    """The server would share a port with whoever has it, and each would get some of the readers."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    try:
        socket.create_server((serving.host, serving.port), family=family).close()
    except OSError as error:
        raise CandourError(
            f"{serving.address} cannot be used ({error.strerror}); end what is there, or choose another with `--port`"
        ) from error


def _tell(address: str, started: Callable[[], None]) -> None:
    """Call `started` as soon as the server answers, which is later than when it is told to begin."""
    _ask(f"{address}/health/ready")
    started()


@retry(retry=retry_if_exception_type(httpx.HTTPError), wait=wait_fixed(0.1), stop=stop_after_delay(60))
def _ask(address: str) -> None:
    httpx.get(address, timeout=30).raise_for_status()


def _prepare() -> None:
    import django
    from django.conf import settings

    django.setup()
    from candour.site.config.database import make_ready

    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        raise CandourError("the look of the site has not been made; make it with `python -m candour.site.look`")
    make_ready()
