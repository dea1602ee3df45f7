"""The words of the processes of one bucket, from its tables. Runs in a worker process."""

import sqlite3
from pathlib import Path

from candour.care.organisation_name import plain
from candour.warehouse.words.facet import FacetName, facet
from candour.warehouse.words.file import written
from candour.warehouse.words.source import tables_in

TABLES = """
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, facets,
    content = '', columnsize = 0, detail = column, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE process (
    number INTEGER PRIMARY KEY,
    ocid TEXT, title TEXT, buyer_name TEXT, suppliers TEXT, stage TEXT, social_care TEXT, last_date TEXT
);
CREATE INDEX process_by_date ON process (last_date DESC);
CREATE TABLE named (id TEXT, ocid TEXT, PRIMARY KEY (id, ocid)) WITHOUT ROWID;
CREATE TABLE buyer (name TEXT, council_code TEXT, processes INTEGER);
"""
"""`process` is numbered from the newest on, so that what is found comes in that order without being sorted."""
_PROCESSES = """
WITH winners AS (
    SELECT
        ocid,
        STRING_AGG(DISTINCT supplier_name, ', ' ORDER BY supplier_name) AS suppliers,
        STRING_AGG(DISTINCT supplier_key, ' ' ORDER BY supplier_key)
            FILTER (WHERE supplier_key_basis = 'register') AS numbers
    FROM suppliers
    GROUP BY ocid
)
SELECT
    [
        processes.ocid, title, buyer_name, suppliers, stage, social_care,
        COALESCE(STRFTIME(last_date, '%Y-%m-%dT%H:%M:%SZ'), '')
    ] AS shown,
    [social_care, stage, COALESCE(council_code, buyer_name), contract_model, service_type] AS facets,
    description, [council_name, numbers] AS said
FROM processes
LEFT JOIN winners ON winners.ocid = processes.ocid
ORDER BY shown[7] DESC, processes.ocid
"""
_NAMED = """
SELECT DISTINCT LOWER(id) AS id, ocid
FROM (
    SELECT ocid AS id, ocid FROM processes
    UNION ALL SELECT release_id, ocid FROM releases WHERE NOT id_made
    UNION ALL SELECT tender_id, ocid FROM tenders
    UNION ALL SELECT award_id, ocid FROM awards
    UNION ALL SELECT contract_id, ocid FROM contracts
)
WHERE LENGTH(id) BETWEEN 5 AND 100
ORDER BY id, ocid
"""
_BUYERS = """
SELECT buyer_name, council_code, COUNT(*) AS processes FROM processes WHERE buyer_name IS NOT NULL
GROUP BY ALL ORDER BY ALL
"""
FACETS: tuple[FacetName, ...] = ("social_care", "stage", "council", "contract_model", "service_type")
"""By what processes are chosen, beside words and dates."""


def write_process_words(folder: Path) -> None:
    """Put the index beside the tables in the folder of a bucket."""
    with tables_in(folder) as rows, written(folder, TABLES) as file:
        for number, row in enumerate(rows(_PROCESSES)):
            _write(file, number, *row)
        file.executemany("INSERT INTO named VALUES (?, ?)", rows(_NAMED))
        file.executemany("INSERT INTO buyer VALUES (?, ?, ?)", rows(_BUYERS))


def _write(
    file: sqlite3.Connection,
    number: int,
    shown: list[str | None],
    facets: list[str | None],
    description: str | None,
    said: list[str | None],
) -> None:
    ocid, title, buyer, suppliers, *_ = shown
    names = plain(" ".join(filter(None, (ocid, buyer, suppliers, *said))))
    chosen_by = " ".join(facet(name, value) for name, value in zip(FACETS, facets, strict=True) if value)
    # SQLite takes capitals and accents away by itself: descriptions are too long to do it here as for names.
    indexed = (number, plain(title or ""), f"{names} {description or ''}", chosen_by)
    file.execute("INSERT INTO words (rowid, title, text, facets) VALUES (?, ?, ?, ?)", indexed)
    file.execute("INSERT INTO process VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, *shown))
