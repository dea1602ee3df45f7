from datetime import UTC, datetime
from pathlib import Path

import pytest

from candour.care.council_measure import NEVER_ON_THEIR_OWN
from candour.definitions import FOLDER, DefinitionError
from candour.sources.council_measures import council_measures

TODAY = datetime.now(UTC).date()
FILE = FOLDER / "council_outcomes" / "fee-home-care.yaml"


def test_every_file_is_a_measure_named_for_its_file():
    assert set(council_measures()) == {path.stem for path in (FOLDER / "council_outcomes").iterdir()}


def test_every_measure_says_first_that_it_is_no_judgement():
    assert {measure.caveats[0] for measure in council_measures().values()} == {NEVER_ON_THEIR_OWN}


def test_every_question_is_one_and_every_code_belongs_to_one_measure():
    measures = council_measures().values()
    assert all(measure.question.endswith("?") for measure in measures)
    codes = [(measure.framework, measure.published_as) for measure in measures if measure.published_as]
    assert len(codes) == len(set(codes))


def test_no_review_is_overdue():
    """A definition is looked at again by its date: the handbooks of publishers change every year."""
    overdue = {id_: measure.review_date for id_, measure in council_measures().items() if measure.review_date < TODAY}
    assert not overdue, "compare them with the newest handbook, mend them, and set a new review_date"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit: money per hour", "unit: pounds", r"fee-home-care\.yaml: .*pounds.*unit"),
        ("currency: GBP", "colour: red", r"colour"),
        ("id: fee-home-care", "id: other", r"id: found 'other', expected the file's name, 'fee-home-care'"),
        ("title: Fee", 'title: "', r"not YAML"),
        ("expected: {min: 5", "expected: {min: five", r"expected"),
    ],
)
def test_a_fault_is_said_in_one_line_that_names_file_and_field(tmp_path: Path, old: str, new: str, said: str):
    text = FILE.read_text("utf-8")
    assert old in text
    (tmp_path / FILE.name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        council_measures(tmp_path)
    assert "\n" not in str(caught.value)
