"""The pages of the minimum standards: what holds, where a council stands, who keeps one."""

import csv
import io

import pytest

from candour.minimum_standards.standard import national, standards


@pytest.fixture
def council(home):
    """A council with a published figure of how many people feel safe."""
    with home.tables() as tables:
        return (
            tables.query(
                "SELECT name, value FROM council_outcomes WHERE measure = 'ascof-4a' AND level = 'council' "
                "AND statistic = 'outcome' AND value IS NOT NULL AND gss IS NOT NULL "
                "ORDER BY period_end DESC, name LIMIT 1"
            )
            .rows[0]
            .name
        )


@pytest.fixture
def reported(home):
    """The id of a standard whose metric some contract reports."""
    by_metric = {getattr(one.measured, "metric", ""): name for name, one in standards().items()}
    with home.tables() as tables:
        rows = tables.query("SELECT DISTINCT metric_id FROM deliveries WHERE measure IS NOT NULL ORDER BY 1").rows
    return next(by_metric[row.metric_id] for row in rows if row.metric_id in by_metric)


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern ireland"])
def test_every_standard_of_a_nation_is_listed_and_leads_to_its_page(client, nation):
    page = client.get("/standards", {"nation": nation}).content.decode()

    for name in national(nation):
        assert f'href="/standard/{name}"' in page


def test_a_council_is_held_by_them(client, council):
    data = client.get("/standards/data.json", {"council": council}).json()["answer"]["scorecard"]
    page = client.get("/standards", {"council": council}).content.decode()

    (line,) = [one for one in data["lines"] if one["standard"]["id"] == "safe"]
    assert data["council"] == council
    assert line["standing"]["standing"] in ("below the floor", "within permitted variation", "unexplained variation")
    assert council in page
    assert "no verdict" in page


def test_a_council_that_nobody_knows_is_said_beside_the_question(client):
    answer = client.get("/standards", {"council": "Nowhere at all"})

    assert answer.status_code == 400
    assert "Nowhere at all" in answer.content.decode()
    assert 'id="asked-council-error"' in answer.content.decode()


def test_who_keeps_a_standard_is_counted_as_the_data_say(client, reported):
    answer = client.get(f"/standard/{reported}/data.json").json()["answer"]
    file = client.get(f"/standard/{reported}/table/reported.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(file)))

    assert len(rows) == answer["reports"]["contracts"]
    assert sum(row["keeps"] == "yes" for row in rows) == answer["reports"]["keep"]
    assert sum(one["contracts"] for one in answer["reports"]["buyers"]) == len(rows)


def test_councils_are_drawn_beside_the_standard(client, council):
    page = client.get("/standard/safe").content.decode()
    picture = client.get("/standard/safe/chart/councils-england.svg")

    assert "/standard/safe/chart/councils-england" in page
    assert picture.status_code == 200
    assert council.split()[0] in picture.content.decode()


def test_what_no_figure_shows_is_said(client):
    unseen = next(name for name, one in standards().items() if one.measured is None)

    assert "No published figure shows" in client.get(f"/standard/{unseen}").content.decode()


def test_there_is_no_page_of_a_standard_that_nobody_set(client):
    assert client.get("/standard/nothing-of-the-kind").status_code == 404
