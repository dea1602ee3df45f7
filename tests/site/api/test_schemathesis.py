"""Whatever the API's description allows is asked, and what it does not allow; each answer is held against it."""

import importlib.metadata
import sys
from pathlib import Path

import pytest
import schemathesis
from django.test import override_settings
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from candour.site.api.api import OPERATIONS
from candour.site.config.wsgi import application

CONFIG = Path(__file__).with_name("schemathesis.toml")


# One piece of code gives the rows of every kind of page: one of them stands for all.
TABLES = [one.id for one in OPERATIONS if one.id.endswith("_table") and one.id != "provider_table"]


@pytest.fixture(scope="module")
def description(home):
    # The library looks for it on its package, from which another test of the same process may have taken it.
    importlib.metadata = sys.modules["importlib.metadata"]
    config = SchemathesisConfig.from_path(CONFIG)
    whole = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=config)
    return whole.exclude(operation_id=TABLES)


def test_every_operation_keeps_to_its_description(description):
    asked, wrong = set(), []
    with override_settings(CANDOUR_REQUESTS_A_MINUTE=1_000_000):
        for event in from_schema(description).execute():
            if isinstance(event, events.NonFatalError | events.FatalError):
                wrong.append(repr(event))
            elif isinstance(event, events.ScenarioFinished):
                asked.add(event.recorder.label)
                checks = [check for of_case in event.recorder.checks.values() for check in of_case]
                wrong += [
                    f"{event.recorder.label}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
                    for check in checks
                    if check.failure_info
                ]
    assert not wrong, "\n\n".join(wrong)
    assert {f"GET /api/v1{operation.shown_path}" for operation in OPERATIONS if operation.id not in TABLES} <= asked
