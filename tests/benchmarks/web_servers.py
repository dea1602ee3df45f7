"""Websites to measure, each on an address of this machine: ours, and Datasette over the same tables."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from measure import BenchmarkError, program

DATASETTE_TABLES = ("processes", "contracts", "suppliers", "releases")


@contextmanager
def ours(data: Path, workers: int) -> Iterator[str]:
    """The address of `candour serve` over the data of a folder, by so many processes."""
    port = _free_port()
    command = [sys.executable, "-m", "candour", "serve", "--data", data, "--port", port, "--workers", workers]
    with _running(command, f"http://127.0.0.1:{port}", "/health/ready") as address:
        yield address


@contextmanager
def datasette(tables: Path) -> Iterator[str]:
    """The address of Datasette over a file of SQLite, as it comes: one process."""
    port = _free_port()
    command = [program("datasette"), "serve", "--immutable", tables, "--port", port]
    with _running(command, f"http://127.0.0.1:{port}", "/-/versions.json") as address:
        yield address


def as_sqlite(data: Path, file: Path) -> Path:
    """The tables that both show, in SQLite with an index of ocids, made anew."""
    from candour.operations.home import Home

    file.unlink(missing_ok=True)
    with Home(data).tables() as tables, closing(sqlite3.connect(file)) as database:
        for name in DATASETTE_TABLES:
            columns = tables.query(f"SELECT * FROM {name} LIMIT 0").columns
            quoted = ", ".join(f'"{column}"' for column in columns)
            database.execute(f"CREATE TABLE {name} ({quoted})")
            marks = ", ".join("?" * len(columns))
            rows = ([_plain(cell) for cell in row] for row in tables.stream(f"SELECT * FROM {name}"))
            database.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
            database.execute(f"CREATE INDEX {name}_ocid ON {name} (ocid)")
        database.commit()
    return file


def _plain(cell: object) -> object:
    return cell if cell is None or isinstance(cell, int | float | str) else str(cell)


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: list[object], address: str, asked: str) -> Iterator[str]:
    server = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )
    try:
        _wait(server, f"{address}{asked}")
        yield address
    finally:
        server.terminate()
        server.wait(30)


def _wait(server: "subprocess.Popen[bytes]", address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address) as answer:
                answer.read()
                return
        except URLError:
            time.sleep(0.1)
    raise BenchmarkError(f"nothing answered at {address}")
