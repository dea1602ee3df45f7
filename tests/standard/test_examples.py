"""The examples are what they show: valid, coherent, mergeable, and read by the commands like anybody's data."""

import json
import subprocess
import sys
from itertools import groupby

import jsonschema
import pytest

from candour.ocds.checks import check_process
from candour.ocds.description import EXTENSIONS, describe, extensions_named
from candour.ocds.merge import compiled_release
from candour.ocds.statement import statement_schema
from candour.ocds.validate import StatementValidator, Validator
from tests.ocds import official

from .files import FOLDER, read

PACKAGES = sorted(path.stem for path in (FOLDER / "examples").glob("*.json") if path.stem != "statement")
NAMED = ("lots", "metrics", "bids", "awardCriteria", "award_buyer", "techniques", "contract_completion",
         "performance_failures", "organizationClassification", "uk", "socialCare")  # fmt: skip


def package(name):
    return read(f"examples/{name}.json")


def processes(name):
    """The releases of a package by process, in order of time."""
    releases = sorted(package(name)["releases"], key=lambda release: (release["ocid"], release["date"]))
    return [list(group) for _, group in groupby(releases, key=lambda release: release["ocid"])]


@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_is_said_against_a_release(name):
    declared = extensions_named(package(name)["extensions"])
    assert declared == set(NAMED)
    for extensions in (declared, EXTENSIONS):
        validator = Validator(extensions)
        assert [problem for release in package(name)["releases"] for problem in validator.problems(release)] == []


@pytest.mark.parametrize("name", PACKAGES)
def test_processes_merge_and_hang_together(name):
    for releases in processes(name):
        compiled = compiled_release(releases)
        assert Validator().problems(compiled) == []
        broken = [result.problems for result in check_process(compiled, releases) if result.problems]
        assert broken == []


@pytest.mark.parametrize("name", PACKAGES)
def test_releases_satisfy_the_official_schema_with_the_patches(shared_data, name):
    validator = jsonschema.Draft4Validator(official.release_schema(shared_data, NAMED))
    for release in package(name)["releases"]:
        assert list(validator.iter_errors(release)) == []


def test_the_statement_satisfies_its_schema():
    statement = package("statement")
    assert StatementValidator().problems(statement) == []
    jsonschema.Draft4Validator(statement_schema()).validate(statement)


def test_every_field_of_the_extension_is_shown_in_some_example():
    shown = set()
    for name in (*PACKAGES, "statement"):
        shown |= names(package(name))
    ours = {field.name for field in describe().all_fields() if field.extension == "socialCare"}
    assert ours - shown == set()


def names(value):
    if isinstance(value, list):
        return set().union(*map(names, value))
    return set(value).union(*map(names, value.values())) if isinstance(value, dict) else set()


def test_numbers_follow_from_their_numerators_and_denominators():
    seen = 0
    for name in (*PACKAGES, "statement"):
        for observation in observations(package(name)):
            if "numerator" in observation:
                seen += 1
                digits = 4 if observation["unit"]["name"] == "share" else 1
                assert observation["measure"] == round(observation["numerator"] / observation["denominator"], digits)
    assert seen > 20


def observations(value):
    if isinstance(value, list):
        for entry in value:
            yield from observations(entry)
    elif isinstance(value, dict):
        yield from value.get("observations", [])
        for member in value.values():
            yield from observations(member)


def test_totals_follow_from_the_scores():
    for name in ("co-design-to-lessons", "shared-list"):
        for releases in processes(name):
            bids = compiled_release(releases)["bids"]["details"]
            for bid in bids:
                weighted = [score["weighted"] for score in bid["scores"] if "weighted" in score]
                assert bid["totalScore"] == pytest.approx(sum(weighted))
            ranked = sorted(bids, key=lambda bid: -bid["totalScore"])
            assert [bid["rank"] for bid in ranked] == list(range(1, len(bids) + 1))


def test_the_shared_list_is_the_one_that_the_article_s_project_described():
    """9.6 million, lots of 3.6 and 6.0, 48 months and 24 more, quality alone, two buyers, one buyer an award."""
    (releases,) = processes("shared-list")
    compiled = compiled_release(releases)
    tender = compiled["tender"]
    assert tender["value"]["amount"] == 9_600_000
    assert [lot["value"]["amount"] for lot in tender["lots"]] == [3_600_000, 6_000_000]
    assert {(period["startDate"][:10], period["endDate"][:10], period["maxExtentDate"][:10])
            for period in (lot["contractPeriod"] for lot in tender["lots"])} == {
        ("2024-04-01", "2028-03-31", "2030-03-31")
    }  # fmt: skip
    for lot in tender["lots"]:
        weights = [number["weight"] for part in criteria(lot) for number in part["numbers"] if "weight" in number]
        assert set(weights) == {"percentageExact"}
        counted = {part["type"]: 0 for part in criteria(lot) if "weight" in part["numbers"][0]}
        assert set(counted) == {"quality"}
        assert sum(part["numbers"][0]["number"] for part in criteria(lot) if part["type"] == "quality") == 100
        assert [part["numbers"][0]["fixed"] for part in criteria(lot) if part["type"] == "price"] == ["unit"]
    buyers = {award["buyer"]["id"]: set(award["relatedLots"]) for award in compiled["awards"]}
    assert buyers == {"wharfe": {"1"}, "wharfe-health": {"2"}}


def criteria(lot):
    return lot["awardCriteria"]["criteria"]


def test_what_was_promised_outlives_the_contract_that_was_handed_back():
    before, after = (compiled_release(releases)["contracts"][0] for releases in processes("handed-back"))
    (successor,), (predecessor, *_) = before["successors"], after["predecessors"]
    assert successor["reason"] == predecessor["reason"] == "handedBack"
    assert successor["metricsCarried"] == predecessor["metricsCarried"]
    delivered = [{metric["id"] for metric in contract["implementation"]["metrics"]} for contract in (before, after)]
    assert delivered == [set(successor["metricsCarried"])] * 2


def test_the_commands_take_the_examples_like_anybody_s_data(tmp_path):
    files = [str(FOLDER / "examples" / f"{name}.json") for name in PACKAGES]

    def run(*arguments):
        command = [sys.executable, "-m", "candour", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=300).stdout

    run("check", *files)
    kept = json.loads(run("add", *files, "--json"))
    assert [added["refused"] for added in kept] == [0] * len(files)
    run("build")
    for name in PACKAGES:
        for releases in processes(name):
            shown = run("show", releases[0]["ocid"]).decode()
            assert releases[-1]["ocid"] in shown
