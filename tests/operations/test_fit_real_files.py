"""Every social-care process of the real files, put to the test."""

from datetime import date
from functools import cache
from pathlib import Path

import orjson
import pytest

from candour.ocds.merge import compiled_release
from candour.ocds.read import RawRelease, read
from candour.ocds.validate import Validator
from candour.operations.fit import Fitted, fit_files

ON = date(2026, 11, 22)
PUBLISHERS = ("contracts_finder", "find_a_tender", "public_contracts_scotland", "sell2wales")


@pytest.fixture(scope="module")
def fitted(shared_data: Path) -> Fitted:
    return fit_files([shared_data / "ocds" / name for name in PUBLISHERS], ON, care="perhaps")


def test_every_process_has_a_release_that_is_valid_and_can_be_merged_with_its_own(fitted, shared_data):
    published = releases(shared_data / "ocds")
    assert len(fitted.processes) >= 40
    for one in fitted.processes:
        draft = one.fit.draft
        assert draft, one.fit.no_draft
        assert Validator().is_valid(draft.release)
        merged = compiled_release([*published[one.ocid], draft.release])
        added = merged["contracts"] if one.fit.contracts else merged["tender"]["targets"]
        assert len(added) == (len(one.fit.contracts) or len(one.fit.chosen))


def test_nobody_publishes_a_contract_for_social_care_yet(fitted):
    sure = [one for one in fitted.processes if one.social_care == "yes"]
    assert len(sure) >= 20
    for one in sure:
        stated = {fact.fact.id: fact.state for fact in one.fit.facts}
        assert stated["contract"] in ("missing", "not yet")
        assert stated["buyer"] == "stated"
        assert {metric.verdict for metric in one.fit.metrics}.isdisjoint({"reported", "now"})


@cache
def releases(folder: Path) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for path in sorted(file for name in PUBLISHERS for file in (folder / name).iterdir()):
        with path.open("rb") as stream:
            for item in read(stream, name=path.name):
                if isinstance(item, RawRelease):
                    found.setdefault(item.ocid, []).append(orjson.loads(item.data))
    return found
