"""Small archives, and what their warehouses hold."""

import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest

from candour import sample
from candour.archive import Archive
from candour.warehouse.building import build
from candour.warehouse.tables import TABLES
from candour.warehouse.warehouse import Warehouse

Add = Callable[..., Any]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.at(tmp_path / "archive")


@pytest.fixture
def add(archive: Archive) -> Add:
    """Adds releases to the archive, as lines of JSON."""

    def add(*releases: dict[str, Any], source: str = "test", name: str = "releases.jsonl") -> Any:
        return archive.add(b"\n".join(orjson.dumps(one) for one in releases), source=source, name=name)

    return add


@pytest.fixture(scope="session")
def sample_lines() -> bytes:
    """Two hundred fictional processes with all their publishers' faults."""
    stream = io.BytesIO()
    sample.write(stream, n=200, seed=7)
    return stream.getvalue()


@pytest.fixture
def release() -> Callable[..., dict[str, Any]]:
    """Makes small valid releases."""

    def make(ocid: str = "ocds-f1ct10-1", release_id: str = "1", **fields: Any) -> dict[str, Any]:
        made = {"ocid": ocid, "id": release_id, "date": "2026-01-01T00:00:00Z", "tag": ["tender"]}
        made |= {"initiationType": "tender", "tender": {"id": "t", "title": "Home care (fictional)"}}
        return {name: value for name, value in (made | fields).items() if value is not None}

    return make


@pytest.fixture(scope="session")
def contents() -> Callable[[Path], dict[str, str]]:
    """Hashes every table's rows, in their order."""

    def of(folder: Path) -> dict[str, str]:
        engine = Warehouse.open(folder)
        hashes = {}
        for table in TABLES:
            rows = engine.query(f"SELECT * FROM {table}").rows
            hashes[table] = sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()
        engine.close()
        return hashes

    return of


@pytest.fixture
def ask(tmp_path: Path, archive: Archive) -> Callable[..., list[tuple[Any, ...]]]:
    """Builds the warehouse and asks it one query."""

    def ask(sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        build(archive, tmp_path / "warehouse", workers=1)
        engine = Warehouse.open(tmp_path / "warehouse")
        rows = engine.query(sql, parameters).rows
        engine.close()
        return [tuple(row) for row in rows]

    return ask
