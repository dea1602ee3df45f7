"""The tables that pages are read from, worked out again row by row from those that they are made of."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from candour.archive import Archive
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.last_reports import delivery
from candour.sample import processes
from candour.warehouse.engine import Engine

Row = dict[str, Any]
SHARED = ("ocid", "contract_number", "contract_id", "metric_id", "measure", "period_end")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home = Home(tmp_path_factory.mktemp("derived") / "candour-data")
    releases = [release for process in processes(250, seed=5) for release in process]
    lines = b"\n".join(map(orjson.dumps, releases))
    Archive.at(home.archive).add(lines, source="test", publisher="Made up", name="made.jsonl")
    build_warehouse(home, workers=1)
    with home.tables() as opened:
        yield opened


def rows(tables: Engine, name: str) -> list[Row]:
    return [row._asdict() for row in tables.query(f"SELECT * FROM {name}")]


def by(found: list[Row], *names: str) -> dict[Any, list[Row]]:
    groups = defaultdict(list)
    for row in found:
        groups[tuple(row[name] for name in names)].append(row)
    return groups


def counted(found: Iterator[Any] | list[Any]) -> Counter[Any]:
    return Counter(map(str, found))


def test_awards_by_supplier_are_the_active_awards_of_suppliers_that_have_a_key(tables: Engine) -> None:
    process = {row["ocid"]: row for row in rows(tables, "processes")}
    award = {(row["ocid"], row["award_number"]): row for row in rows(tables, "awards")}
    wanted = [
        (
            one["supplier_key"],
            one["ocid"],
            one["award_id"],
            process[one["ocid"]]["title"],
            of["amount"],
            of["currency"],
        )
        for one in rows(tables, "suppliers")
        if one["award_status"] == "active" and one["supplier_key"]
        for of in [award[one["ocid"], one["award_number"]]]
    ]
    found = [
        (one["supplier_key"], one["ocid"], one["award_id"], one["title"], one["amount"], one["currency"])
        for one in rows(tables, "awards_by_supplier")
    ]
    assert found
    assert counted(found) == counted(wanted)


def test_processes_tell_who_won_and_for_how_much_where_that_is_one_award(tables: Engine) -> None:
    suppliers = by(rows(tables, "suppliers"), "ocid")
    awards = by([row for row in rows(tables, "awards") if row["status"] == "active"], "ocid")
    several = 0
    for row in rows(tables, "processes"):
        won = {one["supplier_name"] for one in suppliers[row["ocid"],] if one["award_status"] == "active"}
        assert set(row["supplier_names"] or ()) == won - {None, ""}
        active = awards[row["ocid"],]
        several += len(active) > 1
        only = (active[0]["amount"], active[0]["currency"]) if len(active) == 1 else (None, None)
        assert (row["award_amount"], row["award_currency"]) == only
    assert several


def test_last_reports_are_the_last_of_each_metric_and_the_last_with_a_measure(tables: Engine) -> None:
    reported = [row for row in rows(tables, "deliveries") if row["metric_id"] and row["breakdown"] == ""]
    process = {row["ocid"]: row for row in rows(tables, "processes")}
    found = rows(tables, "last_reports")
    for name, chosen in (
        ("is_last", reported),
        ("is_last_value", [row for row in reported if row["measure"] is not None]),
    ):
        wanted = {
            key: max(same, key=lambda row: (str(row["period_end"] or ""), str(row["observation_id"] or "")))
            for key, same in by(chosen, "ocid", "contract_number", "metric_id").items()
        }
        first = by([row for row in found if row[name]], "ocid", "contract_number", "metric_id")
        assert first.keys() == wanted.keys()
        for key, (one,) in first.items():
            assert {column: one[column] for column in SHARED} == {column: wanted[key][column] for column in SHARED}
            of = process[one["ocid"]]
            assert (one["process_title"], one["buyer_name"], one["social_care"]) == (
                *(of["title"], of["buyer_name"], of["social_care"]),
            )
            assert one["its_buyer"] == (of["council_code"] or (of["buyer_name"] or "").lower() or None)


def test_reports_by_supplier_have_the_whole_report_once_for_each_supplier_of_the_contract(tables: Engine) -> None:
    suppliers = by(rows(tables, "suppliers"), "ocid", "award_number")
    contracts = {(row["ocid"], row["contract_number"]): row["award_number"] for row in rows(tables, "contracts")}
    delivered = by(rows(tables, "deliveries"), "ocid", "contract_number", "metric_id")
    key = ("ocid", "contract_number", "metric_id", "is_last")
    found = by(rows(tables, "reports_by_supplier"), *key)
    wanted = by(rows(tables, "last_reports"), *key)
    shared = 0
    for (ocid, number, metric, last), same in wanted.items():
        named = {one["supplier_key"] or one["supplier_name"] for one in suppliers[ocid, contracts[ocid, number]]}
        told = found[ocid, number, metric, last]
        assert counted([one["supplier_key"] or one["supplier_name"] for one in told]) == counted(list(named - {None}))
        shared += len(told) > 1
        for one in told:
            assert delivery(one["report"]) in delivered[ocid, number, metric]
            assert {name: one[name] for name in SHARED} == {name: same[0][name] for name in SHARED}
    assert shared


def test_receipts_of_processes_count_the_releases_that_were_merged(tables: Engine) -> None:
    process = {row["ocid"]: row["process_number"] for row in rows(tables, "processes")}
    merged = by([row for row in rows(tables, "releases") if row["state"] == "merged"], "ocid", "publisher", "receipt")
    wanted = [
        (
            *(process[ocid], publisher, receipt, len(same)),
            sum(
                "implementation" in (row["tags"] or ()) or "implementationUpdate" in (row["tags"] or ())
                for row in same
            ),
        )
        for (ocid, publisher, receipt), same in merged.items()
    ]
    found = [tuple(row.values()) for row in rows(tables, "released_in")]
    assert counted(found) == counted(wanted)
    assert any(row[-1] for row in found)
