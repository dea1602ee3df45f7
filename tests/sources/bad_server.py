"""A server on loopback that behaves as badly as publishers do."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

JSON = "application/json"


@dataclass(frozen=True)
class Request:
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    path_and_query: str


@dataclass(frozen=True)
class Reply:
    """`cut` sends only so many bytes of the body that it announces; `drip` sends the body in so many pieces."""

    body: bytes = b""
    status: int = 200
    media_type: str | None = JSON
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: int = 1
    stall: bool = False


class BadServer:
    """Answers by `answer`; what is in `faults` (a reply, or None for a true answer) comes first, one a request."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.faults: list[Reply | None] = []
        self.answer: Callable[[Request], Reply] = lambda request: Reply(status=404)
        self._over = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.handle(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/"

    def close(self) -> None:
        self._over.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        request = Request(
            parts.path, query, {name.lower(): value for name, value in handler.headers.items()}, handler.path
        )
        self.requests.append(request)
        fault = self.faults.pop(0) if self.faults else None
        with suppress(BrokenPipeError, ConnectionResetError):  # the client has had enough
            self._send(handler, fault or self.answer(request))

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        handler.send_response(reply.status)
        if reply.media_type:
            handler.send_header("Content-Type", reply.media_type)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(reply.body)))
        handler.end_headers()
        if reply.stall:
            self._over.wait(20)
        body = reply.body if reply.cut is None else reply.body[: reply.cut]
        size = max(1, len(body) // reply.drip)
        for start in range(0, len(body), size):
            handler.wfile.write(body[start : start + size])
            handler.wfile.flush()
        handler.close_connection = True
