"""Nobody in the sample exists, and the truth about them is to be found again in what is published."""

import csv
import re
import runpy
import statistics
from pathlib import Path

from candour.sample import processes
from candour.sample.world import CHARITY_NUMBERS_FROM, COMPANY_NUMBERS_FROM, COUNCILS, PROVIDERS


def test_no_council_has_the_name_of_a_real_one(shared_data):
    real = set()
    for path in (shared_data / "geography").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as rows:
            real.update(value.lower() for row in csv.DictReader(rows) for value in row.values() if value)
    for council in COUNCILS:
        assert not any(council.name.split()[0].lower() in name for name in real)


def test_identifiers_are_well_formed_and_outside_what_registers_issue():
    for provider in PROVIDERS:
        if provider.company_number.startswith("OC"):
            assert re.fullmatch(r"OC\d{6}", provider.company_number)
            assert int(provider.company_number[2:]) < 300_000
        elif provider.company_number:
            assert len(provider.company_number) == 8
            assert int(provider.company_number) >= COMPANY_NUMBERS_FROM
        else:
            assert int(provider.charity_number) >= CHARITY_NUMBERS_FROM


def test_each_identifier_and_name_is_one_providers():
    assert len({p.name for p in PROVIDERS}) == len({p.platform_id for p in PROVIDERS}) == len(PROVIDERS)
    assert len({p.company_number or p.charity_number for p in PROVIDERS}) == len(PROVIDERS)
    assert len({c.name for c in COUNCILS}) == len({c.platform_id for c in COUNCILS}) == len(COUNCILS)


def test_postcodes_have_the_form_of_postcodes_and_an_area_that_never_was():
    for one in (*COUNCILS, *PROVIDERS):
        assert re.fullmatch(r"XF\d{1,2} \d[A-Z]{2}", one.postcode)


def test_better_providers_report_better_results():
    """The correlation of reported satisfaction with the truth is close to one over providers."""
    reported = {}
    for process in processes(6000, 3):
        for release in process:
            for contract in release.get("contracts", ()):
                for metric in contract.get("implementation", {}).get("metrics", ()):
                    if metric["id"] == "satisfaction":
                        quality = process.facts.lots[_lot(process, contract["id"])].winners[0].quality
                        values = [one["measure"] for one in metric["observations"] if "measure" in one]
                        reported.setdefault(quality, []).extend(values)
    pairs = [(quality, statistics.mean(values)) for quality, values in reported.items() if len(values) > 10]
    assert len(pairs) > 50
    assert statistics.correlation(*zip(*pairs, strict=True)) > 0.95


def test_councils_that_draw_more_bids_are_seen_to():
    bids = {council.number: [] for council in COUNCILS}
    for process in processes(4000, 3):
        if process.facts.model.bids == 1.0:
            bids[process.facts.council.number] += [lot.bids for lot in process.facts.lots]
    means = [statistics.mean(bids[council.number]) for council in COUNCILS]
    assert statistics.correlation(means, [council.bids for council in COUNCILS]) > 0.95


def test_the_reference_page_is_up_to_date():
    repository = Path(__file__).parents[2]
    page = repository / "docs" / "reference" / "sample.md"
    assert page.read_text("utf-8") == runpy.run_path(str(repository / "docs/generators/sample.py"))["text"]()


def _lot(process, contract_id):
    return int(contract_id[-1]) - 1
