"""Beginning to serve, and what stands in the way."""

import socket
import subprocess
import sys

import psutil

from .conftest import DATA
from .served import served


def test_a_port_that_somebody_has_is_refused_with_the_next_step(home):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "candour", "serve", "--data", str(DATA), "--port", str(port), "--for", "60"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)

    assert done.returncode
    assert f"http://127.0.0.1:{port} cannot be used" in done.stderr
    assert "--port" in done.stderr


def test_it_ends_when_it_is_told_to_although_it_would_end_by_itself(home):
    # Leaving waits for it, for much less than it was to last.
    with served(DATA) as address:
        assert address


def test_a_process_that_does_not_end_keeps_nobody_waiting(home):
    # Leaving waits for all of them, and a process that stands still cannot end by itself.
    with served(DATA) as address:
        port = address.rpartition(":")[2]
        server = next(child for child in psutil.Process().children() if port in child.cmdline())
        answering = server.children()[-1]
        answering.suspend()
    assert not answering.is_running()
