"""Who is who: what waits for a person, the person's word, and taking it back."""

import pytest

from candour import sample
from candour.archive import Archive
from candour.care.link_end import End
from candour.errors import CandourError
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.organisation_links import confirm, organisation_links_of, reject, waiting, withdraw


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The fictional notices with the fictional registers."""
    folder = tmp_path_factory.mktemp("home")
    made = folder / "made"
    sample.write(made, n=60, seed=7, form="packages")
    archive = Archive.at(folder / "archive")
    for file in sorted(made.iterdir()):
        archive.add(file, source="sample", name=file.name)
    for file in sample.write_registers(folder / "registers"):
        if "directory-of-locations" in file.name:
            archive.add(file, source="cqc", name=file.name)
    home = Home(folder)
    build_warehouse(home, workers=1)
    return home


@pytest.fixture(scope="module")
def linked(home) -> tuple[End, End]:
    """A supplier and the provider that it is linked to by its company number."""
    with home.tables() as tables:
        row = tables.query(
            "SELECT organisation_key, other_key FROM organisation_links "
            "WHERE method = 'identifier' AND other_kind = 'provider' ORDER BY ALL LIMIT 1"
        ).rows[0]
    return End("organisation", row.organisation_key), End("provider", row.other_key)


def _outcome(home, a, b):
    return [
        (pair.link["outcome"], pair.link["method"]) for pair in organisation_links_of(home, a.key) if pair.b.end == b
    ]


def test_a_link_shows_both_ends_as_notices_and_registers_describe_them(home, linked):
    supplier, provider = linked
    (pair,) = [pair for pair in organisation_links_of(home, supplier.key) if pair.b.end == provider]
    assert pair.a.end == supplier
    assert {row["key"] for row in pair.a.rows} == {supplier.key}
    assert [row["provider"] for row in pair.b.rows] == [provider.key]
    assert pair in organisation_links_of(home, provider.key)


def test_what_waits_is_unsure_and_the_most_probable_first(home):
    scores = [pair.link["score"] for pair in waiting(home)]
    assert scores == sorted(scores, reverse=True)
    assert all(pair.link["outcome"] == "to be reviewed" for pair in waiting(home))


def test_a_rejected_link_stays_rejected_when_the_tables_are_built_again_until_it_is_taken_back(home, linked):
    receipt = reject(home, *linked, by="A reader", reason="sold in 2030")
    build_warehouse(home, workers=1)
    assert _outcome(home, *linked) == [("not linked", "person")]
    withdraw(home, receipt.id, by="A reader", reason="it was another")
    build_warehouse(home, workers=1)
    assert _outcome(home, *linked) == [("linked", "identifier")]


def test_a_person_can_link_two_that_nothing_links(home, linked):
    supplier, provider = linked
    with home.tables() as tables:
        other = tables.query("SELECT MAX(provider) AS key FROM providers").rows[0].key
    assert other != provider.key
    receipt = confirm(home, supplier, End("provider", other), by="A reader", reason="saw both")
    build_warehouse(home, workers=1)
    assert _outcome(home, supplier, End("provider", other)) == [("linked", "person")]
    withdraw(home, receipt.id, by="A reader", reason="did not")


@pytest.mark.parametrize(
    ("a", "b", "by", "reason"),
    [
        (End("organisation", "nobody"), End("provider", "cqc:nobody"), "Me", "why"),
        (None, None, "", "why"),
        (None, None, "Me", " "),
    ],
)
def test_a_decision_on_nobody_or_without_a_reason_is_refused(home, linked, a, b, by, reason):
    with pytest.raises(CandourError):
        confirm(home, a or linked[0], b or linked[1], by=by, reason=reason)


def test_only_decisions_can_be_withdrawn(home):
    with pytest.raises(CandourError, match="holds no decision"):
        withdraw(home, "20310101T000000-0000000000000000", by="Me", reason="why")
