"""Twins are linked, people have the last word, and nothing is ever merged."""

import shutil
from datetime import date
from itertools import combinations

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour import sample
from candour.archive import Archive, Undo, Withdraw
from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.care.procurement_links import find_links
from candour.care.procurement_process import process_of
from candour.warehouse import building, link_groups
from candour.warehouse.building import build
from candour.warehouse.link_decision import SOURCE, LinkDecisionError, from_bytes, to_bytes
from candour.warehouse.warehouse import Warehouse

PROCESSES, SEED = 60, 2


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """The sample as its publishers send it."""
    folder = tmp_path_factory.mktemp("packages")
    sample.write(folder, n=PROCESSES, seed=SEED, form="packages")
    return sorted(folder.iterdir())


@pytest.fixture
def received(archive, packages):
    for file in packages:
        archive.add(file, source="sample", name=file.name)
    return archive


def _twins():
    return {tuple(sorted((p.ocid, p.twin))) for p in sample.processes(PROCESSES, SEED) if p.twin}


def _decide(archive, one, other, *, same, reason="seen both"):
    ends = End("process", one), End("process", other)
    content = to_bytes(LinkDecision(*ends, same, "A reader", reason, date(2026, 11, 21)))
    return archive.add(content, source=SOURCE, name="decision.json")


def _pairs(ask):
    return {tuple(row) for row in ask("SELECT ocid_a, ocid_b FROM links")}


def test_the_twins_of_the_sample_are_linked_with_score_and_reasons(received, ask):
    rows = ask("SELECT ocid_a, ocid_b, score, method, reasons, decided_by, decided, receipt FROM links")
    found = {row[:2] for row in rows}
    assert found <= _twins()
    assert len(found) >= 0.9 * len(_twins())
    for _, _, score, method, reasons, *decided in rows:
        assert 0.9 <= score <= 1
        assert method in ("score", "reference")
        assert "same buyer (+0)" in reasons
        assert decided == [None, None, None]


def test_nothing_is_merged(received, ask):
    (processes,) = ask("SELECT count(*), count(DISTINCT ocid) FROM processes")
    assert processes == (PROCESSES, PROCESSES)
    published = {p.ocid: len(p.releases) for p in sample.processes(PROCESSES, SEED)}
    assert dict(ask("SELECT ocid, count(*) FROM releases GROUP BY ocid")) == published


def test_built_anew_and_by_two_workers_the_links_are_the_same(received, tmp_path, contents, monkeypatch):
    monkeypatch.setattr("candour.warehouse.shards.BUCKET_BYTES", 100_000)
    _decide(received, *min(_twins()), same=False)
    build(received, tmp_path / "one", workers=1)
    before = contents(tmp_path / "one")
    shutil.rmtree(tmp_path / "one")
    build(received, tmp_path / "one", workers=1)
    monkeypatch.setattr(building, "WORTH_WORKERS", 0)
    build(received, tmp_path / "two", workers=2)
    assert contents(tmp_path / "one") == before == contents(tmp_path / "two")


def test_file_by_file_gives_the_links_of_one_full_build(archive, packages, tmp_path, contents, monkeypatch):
    monkeypatch.setattr("candour.warehouse.shards.BUCKET_BYTES", 50_000)
    for file in packages:
        archive.add(file, source="sample", name=file.name)
        build(archive, tmp_path / "by-steps", workers=1)
    build(archive, tmp_path / "at-once", workers=1)
    assert contents(tmp_path / "by-steps") == contents(tmp_path / "at-once")


def test_however_few_fit_into_a_group_the_same_is_found(received, ask, monkeypatch, tmp_path):
    together = ask("SELECT * FROM links")
    shutil.rmtree(tmp_path / "warehouse")
    monkeypatch.setattr(link_groups, "GROUP_PROCESSES", 1)
    assert ask("SELECT * FROM links") == together


def test_groups_give_what_all_processes_together_give(received, tmp_path):
    build(received, tmp_path / "warehouse", workers=1)
    tables = Warehouse.open(tmp_path / "warehouse")
    rows = tables.query(
        "SELECT release, publishers[1] AS publisher FROM compiled_releases JOIN processes USING (ocid)"
    )
    known = [process_of(orjson.loads(row.release), row.publisher) for row in rows]
    links = [tuple(row) for row in tables.query("SELECT ocid_a, ocid_b, CAST(score AS DOUBLE), reasons FROM links")]
    tables.close()
    assert links == [(link.a, link.b, link.score, list(link.reasons)) for link in find_links(known)]


def test_processes_of_one_publisher_are_not_compared(archive, add, release, ask, tmp_path):
    add(release("ocds-f1ct10-1"), release("ocds-f1ct10-2"))
    assert ask("SELECT * FROM links") == []
    assert not list((tmp_path / "warehouse").rglob("comparable.parquet"))


@pytest.mark.parametrize(("other", "linked"), [("ocds-abcdef-2", False), ("ocds-uvwxyz-2", True)])
def test_a_prefix_is_one_publisher_whatever_name_it_gives(other, linked, archive, release, ask):
    buyer = {"id": "1", "name": "Ambermere Council (fictional)"}
    tender = {"id": "t", "title": "Home care in Ambermere", "tenderPeriod": {"endDate": "2026-02-01T12:00:00Z"}}
    for name, ocid in ((None, "ocds-abcdef-1"), ("Portal", other), ("Portal, renamed", "ocds-abcdef-3")):
        own = tender if ocid != "ocds-abcdef-3" else tender | {"title": "Bus shelters"}
        sent = release(ocid, buyer=buyer, tender=own)
        package = {"publisher": {"name": name}, "releases": [sent]} if name else {"releases": [sent]}
        archive.add(orjson.dumps(package), source="test", name=f"{ocid}.json")
    assert _pairs(ask) == ({("ocds-abcdef-1", other)} if linked else set())


def test_a_decision_outweighs_the_score_and_survives_a_rebuild(received, ask, tmp_path):
    rejected, kept = sorted(_twins())[:2]
    made = (min(rejected), min(kept))
    no = _decide(received, *rejected, same=False)
    yes = _decide(received, *made, same=True)
    row = (*sorted(made), 1, "a person", ["A reader, 2026-11-21: seen both"], "A reader", yes.id)
    for _ in range(2):
        assert rejected not in _pairs(ask)
        sql = (
            "SELECT ocid_a, ocid_b, score, method, reasons, decided_by, receipt FROM links WHERE method = 'a person'"
        )
        assert ask(sql) == [row]
        shutil.rmtree(tmp_path / "warehouse")
    assert ask("SELECT receipt FROM receipts WHERE source = 'link-decisions'") == [(no.id,), (yes.id,)]


def test_a_decision_is_undone_by_another_or_by_withdrawing_it(received, ask):
    twins = min(_twins())
    first = _decide(received, *twins, same=False)
    second = _decide(received, *reversed(twins), same=True)
    assert twins in _pairs(ask)
    withdrawal = received.correct(second.id, Withdraw(), reason="mistaken", by="A reader")
    assert twins not in _pairs(ask)
    received.correct(first.id, Withdraw(), reason="mistaken", by="A reader")
    assert ask("SELECT method FROM links WHERE ocid_a = ?", twins[0]) == [("score",)]
    received.correct(second.id, Undo(withdrawal.id), reason="not mistaken", by="A reader")
    assert ask("SELECT method FROM links WHERE ocid_a = ?", twins[0]) == [("a person",)]


def test_a_decision_on_a_process_that_is_not_there_waits_for_it(archive, add, release, ask):
    add(release("ocds-f1ct10-1"))
    _decide(archive, "ocds-f1ct10-1", "ocds-f1ct10-2", same=True)
    assert _pairs(ask) == set()
    add(release("ocds-f1ct10-2"))
    assert _pairs(ask) == {("ocds-f1ct10-1", "ocds-f1ct10-2")}


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b'{"format": "candour-link-decision/2"}', b'{"ocid": "ocds-f1ct10-9", "id": "1"}'],
)
def test_what_is_no_decision_is_a_problem_and_no_release(content, archive, add, release, ask):
    add(release("ocds-f1ct10-1"))
    receipt = archive.add(content, source=SOURCE, name="decision.json")
    assert ask("SELECT ocid FROM processes") == [("ocds-f1ct10-1",)]
    assert ask("SELECT rule, level FROM problems WHERE receipt = ?", receipt.id) == [
        ("link-decision-unreadable", "refused")
    ]


OCIDS = [f"ocds-f1ct10-{number}" for number in range(4)]
DECISIONS = st.lists(
    st.tuples(st.sampled_from(list(combinations(OCIDS, 2))), st.booleans(), st.booleans()), max_size=8
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(decisions=DECISIONS)
def test_of_any_decisions_the_last_on_each_pair_counts(decisions, tmp_path_factory, release):
    folder = tmp_path_factory.mktemp("decisions")
    archive = Archive.at(folder / "archive")
    archive.add(b"\n".join(orjson.dumps(release(ocid)) for ocid in OCIDS), source="test", name="some.jsonl")
    last = {}
    for pair, same, turned in decisions:
        _decide(archive, *(reversed(pair) if turned else pair), same=same)
        last[pair] = same
    build(archive, folder / "warehouse", workers=1)
    tables = Warehouse.open(folder / "warehouse")
    found = [tuple(row) for row in tables.query("SELECT ocid_a, ocid_b FROM links")]
    tables.close()
    assert found == sorted(pair for pair, same in last.items() if same)


def test_a_decision_comes_back_from_its_file():
    decision = LinkDecision(
        End("organisation", "name:fictional care|AB12CD"),
        End("provider", "cqc:1-101"),
        True,
        "Zoë",
        "same office",
        date(2026, 11, 21),
    )
    assert from_bytes(to_bytes(decision)) == decision
    assert orjson.loads(to_bytes(decision)) == {
        "format": "candour-link-decision/2",
        "a": {"kind": "organisation", "key": "name:fictional care|AB12CD"},
        "b": {"kind": "provider", "key": "cqc:1-101"},
        "same": True,
        "by": "Zoë",
        "reason": "same office",
        "when": "2026-11-21",
    }


FIRST_FORMAT = b"""{"format": "candour-link-decision/1", "a": "ocds-f1ct10-1", "b": "ocds-f1ct10-2", "same": true,
 "by": "A reader", "reason": "same notice", "when": "2026-11-21"}"""


def test_a_decision_in_the_first_format_is_read_and_counts(archive, add, release, ask):
    assert from_bytes(FIRST_FORMAT) == LinkDecision(
        End("process", "ocds-f1ct10-1"),
        End("process", "ocds-f1ct10-2"),
        True,
        "A reader",
        "same notice",
        date(2026, 11, 21),
    )
    add(release("ocds-f1ct10-1"))
    add(release("ocds-f1ct10-2"))
    archive.add(FIRST_FORMAT, source=SOURCE, name="decision.json")
    assert _pairs(ask) == {("ocds-f1ct10-1", "ocds-f1ct10-2")}


def test_a_decision_on_organisations_says_nothing_of_processes(archive, add, release, ask):
    add(release("ocds-f1ct10-1"))
    ends = End("organisation", "GB-COH-01234567"), End("provider", "cqc:1-101")
    content = to_bytes(LinkDecision(*ends, True, "A reader", "same office", date(2026, 11, 21)))
    archive.add(content, source=SOURCE, name="decision.json")
    assert _pairs(ask) == set()
    assert ask("SELECT rule FROM problems WHERE rule LIKE 'link-%'") == []


@pytest.mark.parametrize(
    ("a", "b", "by", "reason"),
    [("x", "x", "Me", "why"), ("", "y", "Me", "why"), ("x", "y", " ", "why"), ("x", "y", "Me", "")],
)
def test_a_decision_that_says_too_little_is_refused(a, b, by, reason):
    with pytest.raises(LinkDecisionError):
        to_bytes(LinkDecision(End("process", a), End("process", b), True, by, reason, date(2026, 11, 21)))


def test_a_process_is_never_an_organisation():
    mixed = LinkDecision(End("process", "x"), End("provider", "cqc:1"), True, "Me", "why", date(2026, 11, 21))
    with pytest.raises(LinkDecisionError, match="never an organisation"):
        to_bytes(mixed)
