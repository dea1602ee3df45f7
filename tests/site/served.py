"""The site on an address of its own, as `candour serve` serves it."""

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(data: Path, workers: int = 1, **environment: str) -> Iterator[str]:
    """The address of the site over the data in a folder, until it is left."""
    with contextlib.closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # It would stop by itself where nobody is left to stop it.
    bounded = ["--for", "900"]
    command = [sys.executable, "-m", "candour", "serve", "--data", str(data), "--port", str(port), *bounded]
    server = subprocess.Popen(
        [*command, "--workers", str(workers)], stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )
    assert server.stdout is not None
    try:
        # It says where it is when it is ready.
        assert f":{port}/" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)
