"""Reading people's answers: which column is which, their words for our answers, and what would name people."""

import csv

import pytest

from candour.care.figures.asked import FiguresError
from candour.care.period import parse_period
from candour.operations.figures import BadRowsError, FiguresRequest, figures


def request(path, *metrics, **more):
    given = {"people": "person", "population": "Contract 1", "period": parse_period("2026"), **more}
    return FiguresRequest(file=path, metrics=metrics, **given)


@pytest.fixture
def table(tmp_path):
    """Writes a CSV file."""

    def written(header, rows):
        path = tmp_path / "rows.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return written


def shown(answer, metric):
    return {(figure.who, *figure.group.values()): figure for figure in answer.publication.figures[metric]}


def test_their_columns_and_their_words(table, tmp_path):
    path = table(["Client", "What happened"], [[f"c{at}", "Visited" if at % 2 else "No show"] for at in range(60)])
    (tmp_path / "map.yaml").write_text(
        "columns:\n  person: Client\nanswers:\n  outcome:\n    visited: made\n    no show: missed\nblank: [n/a]\n"
    )
    answer = figures(
        request(
            path, "missed-visits", mapping=tmp_path / "map.yaml", columns={"missed-visits.outcome": "what  HAPPENED"}
        )
    )
    assert shown(answer, "missed-visits")[("",)].numerator == 30


def test_a_word_that_means_no_answer(table, tmp_path):
    path = table(["person", "outcome"], [*([f"c{at}", "made"] for at in range(60)), ["c60", "n/a"]])
    with pytest.raises(BadRowsError):
        figures(request(path, "missed-visits"))
    (tmp_path / "map.yaml").write_text("blank: [N/A]\n")
    assert figures(request(path, "missed-visits", mapping=tmp_path / "map.yaml")).rows == 61


def test_one_name_for_two_questions_is_not_enough(table):
    path = table(["person", "answer"], [["1", "always"]])
    with pytest.raises(FiguresError, match=r"no column i-am-listened-to .*; no column feeling-safe "):
        figures(request(path, "i-am-listened-to", "feeling-safe", themselves=True))


def test_a_column_may_have_the_name_of_its_metric(table):
    path = table(
        ["person", "feeling-safe", "dignity.answer"],
        [
            [f"c{at}", "safe enough" if at % 2 else "not safe at all", "worse" if at % 2 else "better"]
            for at in range(60)
        ],
    )
    answer = figures(request(path, "feeling-safe", "dignity", themselves=True))
    assert set(answer.publication.figures) == {"feeling-safe", "dignity"}


def test_who_answered_must_be_said_where_somebody_else_may(table):
    rows = [[f"c{at}", "safe enough"] for at in range(60)]
    with pytest.raises(FiguresError, match="no column answered_by says who answered, and feeling-safe may be"):
        figures(request(table(["person", "answer"], rows), "feeling-safe"))
    with pytest.raises(BadRowsError) as caught:
        figures(request(table(["person", "answer", "answered_by"], [[*row, ""] for row in rows]), "feeling-safe"))
    assert caught.value.faults[0] == "row 2, answered_by: expected one of themselves, themselves with help, a proxy"


def test_a_breakdown_that_would_name_people_is_refused_without_naming_them(table):
    path = table(["person", "outcome", "name"], [[f"c{at}", "made", f"Mrs Secret {at}"] for at in range(60)])
    with pytest.raises(FiguresError, match="--by name: found 60 groups for 60 people, expected 8") as caught:
        figures(request(path, "missed-visits", by=(("name",),)))
    assert "Secret" not in str(caught.value)


def test_a_row_of_nobody_is_named(table):
    path = table(["person", "outcome"], [["", "made"]])
    with pytest.raises(BadRowsError) as caught:
        figures(request(path, "missed-visits"))
    assert caught.value.faults == ("row 2, person: expected something that tells people apart",)


def test_an_empty_breakdown_is_a_group(table):
    rows = [[f"c{at}", ("made", "missed")[at % 2], "" if at < 30 else "north"] for at in range(60)]
    answer = figures(request(table(["person", "outcome", "area"], rows), "missed-visits", by=(("area",),)))
    assert set(shown(answer, "missed-visits")) == {("",), ("", "not said"), ("", "north")}


def test_two_columns_of_one_name_are_refused(table):
    with pytest.raises(FiguresError, match="the column 'outcome' is there twice"):
        figures(request(table(["person", "outcome", "Outcome"], [["1", "made", "made"]]), "missed-visits"))


def test_the_metric_that_invited_makes_is_not_asked_twice(table):
    path = table(["person", "answered"], [["1", "yes"]])
    with pytest.raises(FiguresError, match="leave out one of them"):
        figures(request(path, "response-rate", invited=60))
