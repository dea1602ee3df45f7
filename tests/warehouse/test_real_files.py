"""Every real file loads, and the tables agree with a slow count of what is in it."""

from decimal import Decimal
from pathlib import Path

import orjson
import pytest

from candour.archive import Archive
from candour.warehouse.building import build
from candour.warehouse.warehouse import Warehouse

FILES = (
    "contracts_finder/releases.jsonl",
    "contracts_finder/search_page.json",
    "contracts_finder/releases_with_register_ids.jsonl",
    "find_a_tender/page_2026_10.json",
    "find_a_tender/uk7_028961-2025.json",
    "find_a_tender/page_2021.json",
    "public_contracts_scotland/releases.jsonl",
    "sell2wales/releases.jsonl",
)


def _releases(path: Path) -> list[dict]:
    """The releases of a file, read the obvious way."""
    content = path.read_bytes()
    if path.suffix == ".jsonl":
        return [orjson.loads(line) for line in content.splitlines()]
    page = orjson.loads(content)
    return page if isinstance(page, list) else page["releases"]


@pytest.mark.parametrize("file", FILES)
def test_the_tables_hold_what_is_in_the_file(file, shared_data, tmp_path):
    path = shared_data / "ocds" / file
    archive = Archive.at(tmp_path / "archive")
    archive.add(path, source=path.parent.name, name=path.name)
    build(archive, tmp_path / "warehouse", workers=1)
    engine = Warehouse.open(tmp_path / "warehouse")
    releases = _releases(path)
    assert engine.query("SELECT count(*) FROM releases").rows == [(len(releases),)]
    assert engine.query("SELECT count(*) FROM processes").rows == [(len({r["ocid"] for r in releases}),)]
    assert engine.query("SELECT count(*) FROM problems WHERE rule = 'process-not-processed'").rows == [(0,)]
    single = [r for r in releases if sum(other["ocid"] == r["ocid"] for other in releases) == 1]
    ocids = [r["ocid"] for r in single]
    awards = [a for r in single for a in r.get("awards", ())]
    assert engine.query("SELECT count(*) FROM awards WHERE ocid IN (SELECT unnest(?))", [ocids]).rows == [
        (len(awards),)
    ]
    found = engine.query(
        "SELECT currency, sum(amount) FROM awards WHERE ocid IN (SELECT unnest(?)) AND amount IS NOT NULL "
        "GROUP BY currency",
        [ocids],
    )
    assert dict(found.rows) == _sums(awards)
    suppliers = sum(len({s["id"] for s in a.get("suppliers", ())}) for a in awards)  # merging joins those of one id
    assert engine.query("SELECT count(*) FROM suppliers WHERE ocid IN (SELECT unnest(?))", [ocids]).rows == [
        (suppliers,)
    ]


def _sums(awards: list[dict]) -> dict[str | None, Decimal]:
    sums: dict[str | None, Decimal] = {}
    for award in awards:
        value = award.get("value", {})
        if value.get("amount") is not None:
            currency = value.get("currency")
            sums[currency] = sums.get(currency, Decimal(0)) + Decimal(repr(value["amount"]))
    return sums


def test_all_files_in_one_warehouse(shared_data, tmp_path):
    archive = Archive.at(tmp_path / "archive")
    for file in FILES:
        path = shared_data / "ocds" / file
        archive.add(path, source=path.parent.name, name=path.name)
    build(archive, tmp_path / "warehouse", workers=1)
    engine = Warehouse.open(tmp_path / "warehouse")
    read = sum(len(_releases(shared_data / "ocds" / file)) for file in FILES)
    assert engine.query("SELECT count(*) FROM releases").rows == [(read,)]
    assert engine.query("SELECT count(*) FROM problems WHERE rule = 'process-not-processed'").rows == [(0,)]
