"""The reference pages say what the description says today."""

import runpy
from pathlib import Path

import pytest

GENERATORS = Path(__file__).parents[2] / "docs" / "generators"


@pytest.mark.parametrize("name", ["standard", "codelists", "validation"])
def test_the_page_is_what_its_generator_writes(name):
    module = runpy.run_path(str(GENERATORS / f"{name}.py"))
    assert module["PAGE"].read_text("utf-8") == module["text"](), "the page has drifted: `make docs` writes it again"
