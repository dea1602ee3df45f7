import csv
from pathlib import Path

import pytest

from candour.care.social_care import classify

COUNCIL = {"buyer": {"name": "Fictional Borough Council"}}


def test_the_code_is_found_wherever_it_stands():
    code = {"scheme": "CPV", "id": "85311100"}
    for tender in (
        {"classification": code},
        {"additionalClassifications": [code]},
        {"items": [{"classification": code}]},
        {"items": [{"additionalClassifications": [{"id": "85311100-3"}]}]},
    ):
        assert classify({"tender": {"title": "Service 12", **tender}}).answer == "yes"
    assert classify({"awards": [{"items": [{"classification": code}]}]}).answer == "yes"


def test_a_social_care_code_beside_another_main_one_is_only_perhaps():
    tender = {
        "title": "Delivery partner",
        "classification": {"id": "45000000"},
        "additionalClassifications": [{"id": "85311000"}],
    }
    assert classify({"tender": tender}).answer == "perhaps"


def test_without_a_code_the_buyer_decides():
    tender = {"title": "Home care in Fictional Town"}
    assert classify({"tender": tender, **COUNCIL}).answer == "yes"
    assert classify({"tender": tender, "buyer": {"name": "Fictional Energy plc"}}).answer == "perhaps"


def test_a_general_code_needs_words():
    code = {"classification": {"id": "85000000"}}
    assert classify({"tender": {"title": "Service 12", **code}}).answer == "no"
    described = {"title": "Service 12", "description": "Domiciliary care for adults", **code}
    assert classify({"tender": described}).answer == "perhaps"
    assert classify({"tender": {"title": "Domiciliary care", **code}}).answer == "yes"


@pytest.mark.parametrize(
    "compiled",
    [
        {},
        {"tender": None},
        {"tender": {"title": 5, "items": [None, 3], "classification": "x"}},
        {"awards": {"items": 1}},
    ],
)
def test_odd_shapes_are_no_with_a_reason(compiled):
    verdict = classify(compiled)
    assert verdict.answer == "no"
    assert verdict.reason


def _labelled():
    """Fictional titles, each labelled by a reader before the rules were run on it."""
    with (Path(__file__).parent / "social_care_titles.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


BUYERS = {
    "council": "Fictional Borough Council",
    "nhs": "Fictional NHS Integrated Care Board",
    "other": "Made Up plc",
}


def _verdict(row):
    tender = {"title": row["title"], "items": [{"additionalClassifications": [{"scheme": "CPV", "id": row["code"]}]}]}
    return classify({"tender": tender, "buyer": {"name": BUYERS[row["buyer"]]}})


def test_labelled_titles_are_told_apart():
    told = [(row, _verdict(row)) for row in _labelled()]
    wrong = [
        f"{row['title']}: {row['answer']}, told {found.answer}"
        for row, found in told
        if row["answer"] != found.answer
    ]
    said_yes = [row["answer"] for row, found in told if found.answer == "yes"]
    is_yes = [found.answer for row, found in told if row["answer"] == "yes"]
    precision, recall = said_yes.count("yes") / len(said_yes), is_yes.count("yes") / len(is_yes)
    print(f"{len(told)} titles; yes: precision {precision:.3f}, recall {recall:.3f}; told otherwise: {wrong}")
    assert len(told) >= 150
    assert precision >= 0.97
    assert recall >= 0.95
    assert len(wrong) / len(told) <= 0.05
    assert not [row["title"] for row, found in told if {row["answer"], found.answer} == {"yes", "no"}]


def test_real_releases_all_have_a_verdict(real_releases):
    answers = [classify(release).answer for release in real_releases]
    assert 20 < answers.count("yes") < 0.1 * len(answers)
