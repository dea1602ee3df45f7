"""Indicators that say they mean the same as one of Cardinal's flag the same processes."""

import json
import shutil
import subprocess
from collections import Counter, defaultdict
from contextlib import closing
from random import Random

import orjson
import pytest

from candour.archive import Archive
from candour.indicators.definition import indicators
from candour.indicators.workings import workings
from candour.warehouse.building import build
from candour.warehouse.warehouse import Warehouse

from . import cardinal_reading as cardinal

SAME = {
    other.code: indicator.id
    for indicator in indicators().values()
    for other in indicator.known_as
    if other.system == "Cardinal" and other.same
}
QUERY = """
SELECT processes.ocid, processes.buyer_id, found.indicator, found.value
FROM workings AS found
JOIN processes ON processes.process_number = found.process_number
"""


def some(draws, chance, value):
    return value if draws.random() < chance else None


def made(draws, number):
    """A fictional compiled release with bids, anything of which may be missing."""
    ids = ["s1", "s2", "s3", "s4"]

    def organisations(most):
        return [{"id": one} for one in draws.sample(ids, draws.choice([1, 1, 1, most]))]

    def day():
        return f"2026-03-{draws.randint(1, 28):02}T{draws.choice(['00', '12'])}:00:00Z"

    def stated(**fields):
        return {name: value for name, value in fields.items() if value is not None}

    status = ["pending", "valid", "valid", "valid", "disqualified", "disqualified", "withdrawn", "invited"]
    bids = [
        stated(
            id=str(at),
            status=some(draws, 0.97, draws.choice(status)),
            date=some(draws, 0.9, day()),
            tenderers=some(draws, 0.95, organisations(2)),
            value=some(draws, 0.9, {"amount": draws.choice([18, 20.5, 24, 30]), "currency": "GBP"}),
        )
        for at in range(draws.choice([0, 1, 2, 2, 3, 4]))
    ]
    award_status = ["active", "active", "active", "active", "pending", "unsuccessful", "cancelled"]
    winner = next((bid["tenderers"] for bid in bids if bid.get("status") == "valid" and "tenderers" in bid), [])
    awards = [
        stated(
            id=str(at),
            status=draws.choice(award_status),
            suppliers=winner if draws.random() < 0.6 else some(draws, 0.95, organisations(2)),
        )
        for at in range(draws.choice([0, 1, 1, 1, 2]))
    ]
    period = stated(startDate=some(draws, 0.8, day()), endDate=some(draws, 0.9, day()))
    tender = stated(id="t", status=draws.choice(["active", "complete", "cancelled"]), tenderPeriod=period or None)
    return stated(
        ocid=f"ocds-f1ct10-{number}",
        id="1",
        date="2026-05-01T00:00:00Z",
        tag=["award"],
        initiationType="tender",
        buyer={"id": draws.choice(["b1", "b2", "b3"])},
        tender=some(draws, 0.95, tender),
        awards=awards or None,
        bids={"details": bids} if bids else None,
    )


@pytest.fixture(scope="module")
def releases():
    draws = Random(36)
    return [made(draws, number) for number in range(2000)]


@pytest.fixture(scope="module")
def values(releases, tmp_path_factory):
    """Our values by indicator, then the ocid and buyer of their process."""
    folder = tmp_path_factory.mktemp("cardinal")
    archive = Archive.at(folder / "archive")
    archive.add(b"\n".join(map(orjson.dumps, releases)), source="test", name="releases.jsonl")
    build(archive, folder / "warehouse", derived=(workings(),), workers=1)
    found = defaultdict(list)
    with closing(Warehouse.open(folder / "warehouse", derived=(workings(),))) as tables:
        for row in tables.query(QUERY):
            found[row.indicator].append((row.ocid, row.buyer_id, row.value))
    return found


def flagged_by_reading(code, releases):
    read = cardinal.FLAGS[code]
    return {one["ocid"] for one in releases if not cardinal.is_left_out(one) and read(one) is not None}


def test_what_is_said_to_mean_the_same_is_tested_here():
    assert SAME.keys() == cardinal.FLAGS.keys()


@pytest.mark.parametrize("code", cardinal.FLAGS)
def test_the_same_processes_are_flagged(code, releases, values):
    flagged = flagged_by_reading(code, releases)
    assert {ocid for ocid, _, value in values[SAME[code]] if value == 1} == flagged
    assert 15 < len(flagged) < 1500
    assert any(value == 0 for _, _, value in values[SAME[code]])


def test_the_gap_to_the_second_bid_is_the_difference_of_r024_and_r058(releases, values):
    expected = {
        one["ocid"]: pytest.approx(found)
        for one in releases
        if not cardinal.is_left_out(one) and (found := cardinal.difference(one)) is not None
    }
    assert len(expected) >= 15
    assert {ocid: value for ocid, _, value in values["second-bid-gap"] if value is not None} == expected


def test_the_share_of_disqualified_bids_of_a_buyer_is_the_ratio_of_r038(releases, values):
    disqualified, submitted = Counter[str](), Counter[str]()
    for one in releases:
        if not cardinal.is_left_out(one):
            of, among = cardinal.r038(one)
            disqualified[one["buyer"]["id"]] += of
            submitted[one["buyer"]["id"]] += among
    ours: dict[str, list[float]] = defaultdict(list)
    for _, buyer, value in values["disqualified-bids-share"]:
        if value is not None:
            ours[buyer].append(value)
    assert {buyer: (sum(known), len(known)) for buyer, known in ours.items()} == {
        buyer: (disqualified[buyer], submitted[buyer]) for buyer in submitted
    }


def test_cardinals_own_program_flags_them_too(releases, tmp_path):
    """The package that is installed holds its field coverage only; the program is somebody's own to install."""
    program = shutil.which("ocdscardinal")
    if program is None:
        pytest.skip("the program ocdscardinal is not installed")
    settings, data = tmp_path / "settings.ini", tmp_path / "releases.jsonl"
    settings.write_text("currency = GBP\n" + "".join(f"[{code}]\n" for code in cardinal.FLAGS))
    data.write_bytes(b"".join(orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE) for one in releases))
    command = [program, "indicators", "--no-meta", "--settings", settings, data]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["OCID"]
    for code in cardinal.FLAGS:
        assert {ocid for ocid, found in said.items() if code in found} == flagged_by_reading(code, releases)
