"""A PostgreSQL server for a test: its own data, its own port on this machine, gone afterwards."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = "postgres"
"""PostgreSQL does not run for root: its own user runs it instead."""


def programs() -> Path:
    """The folder of PostgreSQL's programs; skips the test where there are none that this user can run."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = shutil.which("initdb")
    folder = Path(found).parent if found else folders[-1] if folders else None
    if folder is None:
        pytest.skip("there is no PostgreSQL on this machine (Debian: apt-get install postgresql)")
    if os.geteuid() == 0 and not shutil.which("runuser"):
        pytest.skip("PostgreSQL does not run for root, and there is no `runuser` to be somebody else")
    return folder


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database, as DATABASE_URL has it."""
    bin = programs()
    with contextlib.closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="candour-postgresql-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, NOBODY)
        data = Path(folder) / "data"
        _as_nobody(bin / "initdb", "--pgdata", data, "--username", "candour", "--auth", "trust", "--no-sync")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        _as_nobody(bin / "pg_ctl", "start", "--wait", "--pgdata", data, "--options", options, "--log", data / "log")
        try:
            yield f"postgresql://candour@127.0.0.1:{port}/postgres"
        finally:
            _as_nobody(bin / "pg_ctl", "stop", "--pgdata", data, "--mode", "immediate")


def _as_nobody(*command: object) -> None:
    become = ["runuser", "-u", NOBODY, "--"] if os.geteuid() == 0 else []
    subprocess.run([*become, *map(str, command)], check=True, stdout=subprocess.DEVNULL)
