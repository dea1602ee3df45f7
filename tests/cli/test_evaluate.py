"""`candour evaluate`, as a buyer and as somebody who does not believe the buyer use it."""

import json
from pathlib import Path

import pytest

PRICES = {"A": "24.00", "B": "24.10", "C": "23.80"}


def with_prices(record: Path, to: Path) -> Path:
    """The example as it stands after prices were opened."""
    text = record.read_text().replace("# prices_opened", "prices_opened")
    for bid, price in PRICES.items():
        text = text.replace(f"  - id: {bid}\n    supplier:", f"  - id: {bid}\n    price: {price}\n    supplier:")
    to.write_text(text)
    return to


@pytest.fixture
def published(candour, tmp_path: Path) -> Path:
    record, lock, bundle = tmp_path / "record.yaml", tmp_path / "lock.json", tmp_path / "bundle.json"
    assert candour("evaluate", record, "--example").code == 0
    assert candour("evaluate", record, "--lock", lock, "--at", "2026-10-10T12:00:00Z").code == 0
    opened = with_prices(record, tmp_path / "opened.yaml")
    assert candour("evaluate", opened, "--locked", lock, "--to", bundle).code == 0
    return bundle


def test_a_published_bundle_is_computed_again(candour, published: Path) -> None:
    found = candour("evaluate", published)
    assert found.code == 0
    assert "The bundle holds" in found.out
    answer = candour("evaluate", published, "--json").json
    assert answer["lots"][0]["winners"] == ["B"]
    assert answer["differences"] == []


def test_an_altered_bundle_is_named_and_the_exit_code_says_so(candour, published: Path) -> None:
    altered = published.with_name("altered.json")
    altered.write_text(published.read_text().replace('"price": "24.10"', '"price": "24.90"', 1))
    found = candour("evaluate", altered)
    assert found.code == 1
    assert "bids[1]" in found.out


def test_sealed_prices_stay_sealed(candour, tmp_path: Path) -> None:
    record = tmp_path / "record.yaml"
    candour("evaluate", record, "--example")
    found = candour("evaluate", record)
    assert found.code == 3
    assert "its price is still sealed" in found.err
    again = candour("evaluate", record, "--example")
    assert again.code == 3
    assert "there is such a file" in again.err


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[]", "Expected `object`, got `array`"),
        ("a: [", "expected YAML or JSON"),
        ("design: {id: x, id: y}", "id stands here for the second time"),
        ('{"format": "candour-award-bundle/2"}', "candour-award-bundle/2"),
    ],
)
def test_files_that_are_no_evaluation(candour, tmp_path: Path, written: str, message: str) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(written)
    found = candour("evaluate", file)
    assert found.code == 3
    assert message in found.err


def test_a_design_is_rehearsed_before_there_are_bids(candour, tmp_path: Path) -> None:
    record = tmp_path / "record.yaml"
    candour("evaluate", record, "--example")
    found = candour("rehearse", record, "--rehearsals", "20")
    assert found.code == 0
    assert "97% of quality beats one with 80% that is ten pence cheaper" in found.out
    answer = candour("rehearse", record, "--rehearsals", "20", "--json").json
    assert len(answer["rehearsal"]["kinds"]) == 6
    empty = tmp_path / "empty.yaml"
    empty.write_text("bids: []")
    assert "found no `design`" in candour("rehearse", empty).err


def test_an_award_becomes_a_release_that_holds_and_a_summary_for_each_bidder(
    candour, published: Path, tmp_path: Path
) -> None:
    release, folder = tmp_path / "award.json", tmp_path / "summaries"
    arguments = ("award", published, "--nation", "england", "--told", "2026-10-20")
    found = candour(*arguments, "--release", release, "--summaries", folder)
    assert found.code == 0, found.err
    assert "2026-10-20 to the end of 2026-10-29" in found.out
    assert len(list(folder.iterdir())) == 3
    checked = candour("check", release, "--json")
    assert checked.code == 0, checked.out
    content = json.loads(release.read_text())
    best = content["bids"]["details"][0]
    assert (best["id"], best["rank"]) == ("B", 1)
    assert {score["group"] for score in best["scores"]} == {"wholePanel", "livedExperience"}
    assert content["awards"][0]["standstillPeriod"]["endDate"].startswith("2026-10-29T23:59:59")
    assert candour(*arguments, "--release", release).code == 3


def test_a_bundle_that_does_not_hold_publishes_nothing(candour, published: Path, tmp_path: Path) -> None:
    altered = published.with_name("altered.json")
    altered.write_text(published.read_text().replace('"price": "24.10"', '"price": "23.10"', 1))
    release = tmp_path / "award.json"
    found = candour("award", altered, "--nation", "wales", "--told", "2026-10-20", "--release", release)
    assert found.code == 3
    assert "the bundle does not hold" in found.err
    assert not release.exists()
