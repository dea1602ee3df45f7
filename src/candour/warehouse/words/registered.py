"""The words of registered providers and their locations, from the tables of registers."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from candour.care.organisation_name import plain
from candour.warehouse.words.facet import facet
from candour.warehouse.words.file import written
from candour.warehouse.words.source import tables_in

TABLES = """
CREATE VIRTUAL TABLE words USING fts5 (title, text, facets, content = '', columnsize = 0, detail = column);
CREATE TABLE registered (
    number INTEGER PRIMARY KEY,
    key TEXT, kind TEXT, provider TEXT, name TEXT, provider_name TEXT, town TEXT, postcode TEXT, council_name TEXT,
    council_code TEXT, status TEXT, locations INTEGER
);
CREATE TABLE named (id TEXT, number INTEGER, PRIMARY KEY (id, number)) WITHOUT ROWID;
CREATE TABLE council (name TEXT, code TEXT, locations INTEGER);
"""
_REGISTERED = """
WITH run AS (
    SELECT
        provider,
        COUNT(*) AS locations,
        ANY_VALUE(provider_name) AS name,
        STRING_AGG(DISTINCT name, ' ' ORDER BY name) AS names
    FROM locations
    WHERE provider IS NOT NULL
    GROUP BY provider
),
registered AS (
    SELECT
        COALESCE(providers.provider, run.provider) AS key, 'provider' AS kind, key AS provider,
        COALESCE(providers.name, run.name) AS name, NULL AS provider_name, town, postcode, council_name, council_code,
        status, COALESCE(locations, 0) AS locations,
        CONCAT_WS(' ', brand, ARRAY_TO_STRING(other_names, ' '), number, company, charity, town, postcode) AS text,
        [number, company, charity, providers.provider, run.provider] AS ids
    FROM providers
    FULL JOIN run ON run.provider = providers.provider
    UNION ALL
    SELECT
        location, 'location', provider, name, provider_name, town, postcode, council_name, council_code, status, 0,
        CONCAT_WS(' ', provider_name, number, ARRAY_TO_STRING(address, ' '), town, postcode), [number, location]
    FROM locations
)
SELECT * FROM registered
ORDER BY
    kind = 'location', status IS NOT NULL AND status <> 'registered', locations DESC, LOWER(name) NULLS LAST, key
"""
_COUNCILS = """
SELECT council_name, council_code, COUNT(*) AS locations FROM locations WHERE council_name IS NOT NULL
GROUP BY ALL ORDER BY ALL
"""


def write_registered_words(folder: Path) -> None:
    """Put the index beside the tables in the folder of the part that registers make."""
    with tables_in(folder) as rows, written(folder, TABLES) as file:
        for number, row in enumerate(rows(_REGISTERED)):
            _write(file, number, *row)
        file.executemany("INSERT INTO council VALUES (?, ?, ?)", rows(_COUNCILS))


def _write(file: sqlite3.Connection, number: int, *row: Any) -> None:
    *shown, text, ids = row
    name, council, code = shown[3], shown[7], shown[8]
    chosen_by = facet("council", code or council) if code or council else ""
    said = plain(" ".join(filter(None, (text, council))))
    indexed = (number, plain(name or ""), said, chosen_by)
    file.execute("INSERT INTO words (rowid, title, text, facets) VALUES (?, ?, ?, ?)", indexed)
    file.execute("INSERT INTO registered VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *shown))
    file.executemany("INSERT INTO named VALUES (?, ?)", [(one, number) for one in sorted(set(_numbers(ids)))])


def _numbers(ids: Iterable[str | None]) -> Iterator[str]:
    """Each id as it is, and without the name of its register: GB-COH-01234567 is 01234567, too."""
    for one in filter(None, ids):
        yield one.lower()
        yield one.lower().rpartition(":")[2].rpartition("-")[2]
