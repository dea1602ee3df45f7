"""Apart from its faults the sample is valid, by the official schema and by ours."""

import importlib.util
from pathlib import Path

import jsonschema_rs

from candour.ocds.checks import check_process
from candour.ocds.merge import compiled_release
from candour.ocds.validate import Validator
from candour.sample import processes


def official_validator(shared_data):
    path = Path(__file__).parents[1] / "benchmarks/official.py"
    spec = importlib.util.spec_from_file_location("official", path)
    official = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(official)
    return jsonschema_rs.Draft4Validator(official.release_schema(shared_data), validate_formats=True)


def test_the_official_schema_accepts_it(shared_data):
    validator = official_validator(shared_data)
    for process in processes(1500, 5, faults=False):
        for release in process:
            assert [f"{e.instance_path}: {e.message}" for e in validator.iter_errors(release)] == []


def test_what_the_official_schema_refuses_was_meant(shared_data):
    validator = official_validator(shared_data)
    schema_faults = {"no release id", "empty supplier name"}
    for process in processes(1500, 5):
        refused = not all(validator.is_valid(release) for release in process)
        if refused:
            assert process.faults & schema_faults, process.ocid


def test_our_validator_accepts_it():
    validator = Validator()
    for process in processes(1500, 5, faults=False):
        for release in process:
            assert [p for p in validator.problems(release) if p.rule.level == "error"] == []


def test_our_checks_find_nothing_in_it():
    for process in processes(1500, 5, faults=False):
        results = check_process(compiled_release(process.releases), process.releases)
        assert [result.rule.id for result in results if result.outcome == "failed"] == []
