"""Every generated page is what its generator writes today."""

import runpy

import pytest

from .pages import REPOSITORY

GENERATORS = sorted((REPOSITORY / "docs" / "generators").glob("*.py"))


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda path: path.stem)
def test_the_page_is_what_its_generator_writes(generator):
    made = runpy.run_path(str(generator))
    if reason := made.get("absent", str)():
        pytest.skip(reason)
    pages = made["pages"]() if "pages" in made else {made["PAGE"]: made["text"]()}
    for page, text in pages.items():
        assert page.read_text("utf-8") == text, f"{page.name} has drifted: `make docs` writes it again"
