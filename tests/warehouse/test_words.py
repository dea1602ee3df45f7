"""Indexes of words: a function of the tables, made anew only where something changed, safe to ask for anything."""

from contextlib import closing
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.archive import Archive
from candour.care.organisation_name import plain
from candour.warehouse.building import build
from candour.warehouse.warehouse import Warehouse
from candour.warehouse.words.process_index import Between
from candour.warehouse.words.sought import Sought, facets_of

BY_HAND = """
SELECT ocid FROM processes
WHERE CONTAINS(LOWER(title), 'home') AND social_care = 'yes'
ORDER BY last_date DESC NULLS LAST, ocid
"""


@pytest.fixture(scope="module")
def many_buckets(sample_lines, tmp_path_factory):
    folder = tmp_path_factory.mktemp("words")
    archive = Archive.at(folder / "archive")
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("candour.warehouse.shards.BUCKET_BYTES", 250_000)
        built = build(archive, folder / "warehouse", workers=1)
    assert built.buckets > 8
    return folder / "warehouse"


@pytest.fixture(scope="module")
def tables(many_buckets):
    with closing(Warehouse.open(many_buckets)) as opened:
        yield opened


def indexes(folder):
    return {
        str(path.parent.name): sha256(path.read_bytes()).hexdigest()
        for path in (folder / "versions").glob("*/*/words.sqlite3")
    }


def asked(tables, text, **choices):
    expression = tables.words.processes.expression(plain(text).split())
    return Sought(expression, facets_of(choices))


def test_built_again_the_indexes_are_the_same_bytes(archive, sample_lines, tmp_path):
    archive.add(sample_lines, source="sample", name="sample.jsonl")
    build(archive, tmp_path / "one", workers=1)
    build(archive, tmp_path / "two", workers=1)

    assert indexes(tmp_path / "one") == indexes(tmp_path / "two")
    assert indexes(tmp_path / "one")


def test_across_buckets_the_newest_come_first(tables):
    sought = asked(tables, "home", social_care=["yes"])
    hits, _ = tables.words.processes.page(sought, 500)
    in_title = [hit.ocid for hit in hits if hit.title and "home" in plain(hit.title).split()]

    by_hand = [row.ocid for row in tables.query(BY_HAND)]

    assert in_title == [ocid for ocid in by_hand if ocid in set(in_title)]
    assert len(in_title) > 20
    assert [hit.ocid for hit in hits][: len(in_title)] == in_title


def test_pages_one_after_the_other_are_the_whole_list(tables):
    sought = asked(tables, "care")
    index = tables.words.processes
    whole = [hit.ocid for hit in index.page(sought, 1000)[0]]
    paged, after = [], None
    while True:
        hits, after = index.page(sought, 7, after=after)
        paged += [hit.ocid for hit in hits]
        if after is None:
            break

    assert paged == whole
    assert len(set(whole)) == len(whole) == index.found(sought)


def test_dates_bound_what_is_found(tables):
    sought = asked(tables, "care")
    index = tables.words.processes
    dates = sorted(hit.last_date.date() for hit in index.page(sought, 1000)[0] if hit.last_date)
    since, until = dates[len(dates) // 3], dates[2 * len(dates) // 3]

    hits, _ = index.page(sought, 1000, between=Between(since, until))

    assert len(hits) == sum(since <= day < until for day in dates) == index.found(sought, Between(since, until))
    assert all(since <= hit.last_date.date() < until for hit in hits)


def test_words_are_found_in_singular_and_plural_and_written_as_one(archive, add, release, tmp_path):
    titles = ("Homecare (fictional)", "Care homes (fictional)", "Home care (fictional)", "Café support (fictional)")
    add(*(release(f"ocds-f1ct10-{n}", tender={"id": "t", "title": title}) for n, title in enumerate(titles)))
    build(archive, tmp_path / "warehouse", workers=1)

    with closing(Warehouse.open(tmp_path / "warehouse")) as tables:

        def found(text):
            hits, _ = tables.words.processes.page(asked(tables, text), 10)
            return {hit.title.removesuffix(" (fictional)") for hit in hits}

        assert found("home care") == {"Homecare", "Care homes", "Home care"}
        assert found("homecare") == {"Homecare", "Home care"}
        assert found("HOMES") == {"Care homes", "Home care"}
        assert found("cafe") == {"Café support"}
        assert found("supp") == {"Café support"}
        assert found("nothing") == set()


def test_a_process_is_known_by_its_ocid_and_by_each_of_its_notices(tables):
    (row,) = tables.query("SELECT ocid, release_id FROM releases WHERE NOT id_made ORDER BY ocid LIMIT 1")

    assert tables.words.processes.named(row.release_id.upper()) == [row.ocid]
    assert tables.words.processes.named(row.ocid) == [row.ocid]
    assert tables.words.processes.named("of no notice") == []


def test_the_word_that_is_most_like_one_is_suggested(tables):
    assert tables.words.alike("suport") == "support"
    assert tables.words.alike("zzzzzz") is None


@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_is_an_error(tables, text):
    sought = asked(tables, text, stage=[text or "award"])
    hits, _ = tables.words.processes.page(sought, 3) if sought.anywhere else ([], None)

    assert len(hits) <= 3
    assert isinstance(tables.words.processes.named(text), list)
    assert isinstance(tables.words.registered.named(text), list)
