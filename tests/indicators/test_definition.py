import runpy
from pathlib import Path

import pytest

from candour.definitions import FOLDER
from candour.indicators.definition import DefinitionError, indicators, metrics, questions
from candour.ocds.description import describe

REPOSITORY = Path(__file__).parents[2]
INDICATOR = FOLDER / "indicators" / "award-value.yaml"
# Find a Tender publishes it; `parties.details` is open to any member, and no extension that we describe has this one.
UNDESCRIBED = {"parties.details.scale"}
METRIC = FOLDER / "metrics" / "missed-visits.yaml"


def test_every_file_is_a_definition_named_for_its_file():
    for folder, found in (("indicators", indicators()), ("metrics", metrics())):
        assert set(found) == {path.stem for path in (FOLDER / folder).iterdir()}


def test_no_indicator_has_the_id_of_a_metric():
    assert len(questions()) == len(indicators()) + len(metrics())


def test_every_metric_asks_for_itself():
    for name, metric in metrics().items():
        assert f"contracts.implementation.metrics[{name}]" in metric.needs.fields()


def test_questions_are_questions():
    for item in (*indicators().values(), *metrics().values()):
        assert item.question.endswith("?")


@pytest.mark.parametrize(
    ("load", "original", "old", "new", "said"),
    [
        (indicators, INDICATOR, "version: 1", "version: first", r"award-value\.yaml: .*int.*version"),
        (indicators, INDICATOR, "version: 1", "version: 0", r"award-value\.yaml: version: found 0, expected 1"),
        (indicators, INDICATOR, "unit: money", "unit: pounds", r"award-value\.yaml: .*pounds.*unit"),
        (indicators, INDICATOR, "unit: money", "colour: red", r"award-value\.yaml: .*(colour|unit)"),
        (indicators, INDICATOR, "id: award-value", "id: other", r"award-value\.yaml: id: found 'other'"),
        (indicators, INDICATOR, "title: Award value", 'title: ""', r"award-value\.yaml: title: found nothing"),
        (indicators, INDICATOR, "awards.value.currency", "awards/value", r"award-value\.yaml: needs: found"),
        (indicators, INDICATOR, "title: Award value", "title: [", r"award-value\.yaml: not YAML"),
        (metrics, METRIC, "minimum_n: 30", "minimum_n: 0", r"missed-visits\.yaml: minimum_n: found 0"),
    ],
)
def test_a_fault_is_said_in_one_line_that_names_file_and_field(
    tmp_path: Path, load, original: Path, old: str, new: str, said: str
):
    text = original.read_text("utf-8")
    assert old in text
    (tmp_path / original.name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_definition_that_needs_nothing_is_refused(tmp_path: Path):
    text = INDICATOR.read_text("utf-8")
    start, end = text.index("needs:"), text.index("sources:")
    (tmp_path / INDICATOR.name).write_text(text[:start] + "needs: {}\n" + text[end:], "utf-8")
    with pytest.raises(DefinitionError, match="needs: found nothing"):
        indicators(tmp_path)


def test_every_field_that_a_question_needs_is_in_the_standard_or_its_extensions():
    known = {".".join(path) for path, _ in describe().walk()} | UNDESCRIBED
    for name, needs in questions().items():
        fields = {field for field in needs.fields() if not field.endswith("]")}
        assert fields <= known, name


def test_the_reference_page_is_true():
    page = runpy.run_path(str(REPOSITORY / "docs" / "generators" / "indicators_and_metrics.py"))
    assert page["PAGE"].read_text("utf-8") == page["text"](), "run `make docs` and commit what it writes"
