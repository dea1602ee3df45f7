import runpy
from pathlib import Path

from candour.ocds.read.problems import RULES

REPOSITORY = Path(__file__).parents[3]


def test_the_reference_page_is_as_generated():
    generator = runpy.run_path(str(REPOSITORY / "docs" / "generators" / "reading.py"))
    page = (REPOSITORY / "docs" / "reference" / "reading.md").read_text("utf-8")
    assert page == generator["text"](), "run make docs"
    assert all(f"`{rule.id}`" in page for rule in RULES)
