"""Apart from its faults the sample is valid, by the official schema and by ours."""

import importlib.util
from pathlib import Path

from candour.sample import processes


def _official():
    spec = importlib.util.spec_from_file_location("official", Path(__file__).parent / "official.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_official_schema_accepts_it(shared_data):
    validator = _official().release_validator(shared_data)
    for process in processes(1500, 5, faults=False):
        for release in process:
            assert [f"{e.instance_path}: {e.message}" for e in validator.iter_errors(release)] == []


def test_what_the_official_schema_refuses_was_meant(shared_data):
    validator = _official().release_validator(shared_data)
    schema_faults = {"no release id", "empty supplier name"}
    for process in processes(1500, 5):
        refused = not all(validator.is_valid(release) for release in process)
        if refused:
            assert process.faults & schema_faults, process.ocid
