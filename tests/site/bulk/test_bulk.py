"""Everything as files: complete, with the digests that the page tells, whole or in part."""

import csv
import gzip
import hashlib
import io
import json
import zipfile

import pyarrow.parquet as pq
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from candour.operations.bulk import Bulk, bulk, make_bulk
from candour.site.bulk.pieces import AT_ONCE
from candour.site.bulk.ranges import NoSuchRangeError, part_of
from candour.warehouse.tables import TABLES


@pytest.fixture(scope="module")
def made(home) -> Bulk:
    # Somebody looked before they were made: what is shown then must not be kept.
    assert Client(headers={"host": "127.0.0.1"}).get("/data").status_code == 200
    return make_bulk(home)


def fetched(client, made, name: str, **headers: str):
    return client.get(f"/data/file/{made.data_version}/{name}", headers=headers)


def content(answer) -> bytes:
    found = answer.getvalue()
    answer.close()
    return found


def test_every_file_has_the_size_and_the_digest_that_are_told(client, made):
    told = client.get("/data/data.json").json()["answer"]["files"]

    assert len(told) == len(made.files)
    for one in told:
        found = content(client.get(one["address"]))
        assert len(found) == one["file"]["bytes"]
        assert hashlib.sha256(found).hexdigest() == one["file"]["sha256"]


def test_all_processes_are_there_in_every_form(home, client, made):
    with home.tables() as tables:
        processes = tables.query("SELECT COUNT(*) AS n FROM processes").rows[0].n
        merged = tables.query("SELECT COUNT(*) AS n FROM releases WHERE state = 'merged'").rows[0].n

    lines = gzip.decompress(content(fetched(client, made, "compiled-releases.jsonl.gz"))).splitlines()
    with zipfile.ZipFile(io.BytesIO(content(fetched(client, made, "packages.zip")))) as packages:
        releases = [
            one
            for name in packages.namelist()
            if name.startswith("releases-")
            for one in json.loads(packages.read(name))["releases"]
        ]
    with zipfile.ZipFile(io.BytesIO(content(fetched(client, made, "csv.zip")))) as tables_as_csv:
        rows = list(csv.DictReader(io.TextIOWrapper(tables_as_csv.open("processes.csv"), "utf-8")))
        assert "datapackage.json" in tables_as_csv.namelist()
    parquet = pq.read_table(io.BytesIO(content(fetched(client, made, "processes.parquet"))))

    assert len(lines) == len(rows) == parquet.num_rows == processes
    assert len(releases) == merged


def test_they_are_made_once_for_each_version(home, made):
    assert make_bulk(home) == made
    assert bulk(home, made.data_version) == made
    assert bulk(home, "another") is None


def test_a_program_goes_on_where_it_stopped(client, made):
    name = "compiled-releases.jsonl.gz"
    whole = content(fetched(client, made, name))
    tag = client.head(f"/data/file/{made.data_version}/{name}").headers["ETag"]

    begin = fetched(client, made, name, range="bytes=0-999")
    rest = fetched(client, made, name, **{"range": "bytes=1000-", "if-range": tag})
    end = fetched(client, made, name, range="bytes=-10")

    assert begin.status_code == rest.status_code == end.status_code == 206
    assert content(begin) + content(rest) == whole
    assert content(end) == whole[-10:]
    assert rest.headers["Content-Range"] == f"bytes 1000-{len(whole) - 1}/{len(whole)}"
    assert content(fetched(client, made, name, **{"range": "bytes=5-", "if-range": '"another"'})) == whole
    assert fetched(client, made, name, range=f"bytes={len(whole)}-").status_code == 416
    assert fetched(client, made, name, **{"if-none-match": tag}).status_code == 304


def test_a_file_is_not_compressed_again_and_any_page_may_fetch_it(client, made):
    answer = fetched(client, made, "packages.zip", **{"accept-encoding": "gzip", "range": "bytes=0-999"})

    assert len(content(answer)) == 1000
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Repr-Digest"].startswith("sha-256=:")


def test_downloads_leave_somebody_to_answer_pages(client, made):
    begun = [fetched(client, made, "packages.zip") for _ in range(AT_ONCE)]

    refused = fetched(client, made, "packages.zip")

    assert refused.status_code == 503
    assert refused.headers["Retry-After"] == "5"
    for answer in begun:
        answer.close()
    assert content(fetched(client, made, "packages.zip"))


@pytest.mark.parametrize(
    "path", ["x/packages.zip", "../packages.zip", "{}/../index.json", "{}/index.json", "{}/nothing"]
)
def test_nothing_else_is_given_away(client, made, path):
    assert client.get(f"/data/file/{path.format(made.data_version)}").status_code == 404


def test_the_page_shows_files_and_licences_and_the_dictionary_every_column(client, made):
    page = client.get("/data").content.decode()
    rows = list(csv.reader(io.StringIO(client.get("/dictionary/table/columns.csv").content.decode("utf-8-sig"))))

    assert "packages.zip" in page
    assert "Licences" in page
    assert len(rows) - 1 == sum(len(table.columns) for table in TABLES.values())


@given(st.binary(min_size=1, max_size=60), st.integers(0, 80), st.integers(0, 80))
def test_a_part_is_the_slice_that_it_names(whole, first, last):
    try:
        part = part_of(f"bytes={first}-{last}", len(whole))
    except NoSuchRangeError:
        assert first >= len(whole)
        return
    if part is None:
        assert last < first
        return
    assert whole[part.first : part.last + 1] == whole[first : last + 1]


@given(st.text(max_size=50), st.integers(0, 100))
def test_what_is_no_range_asks_for_the_whole(text, size):
    try:
        part = part_of(text, size)
    except NoSuchRangeError:
        assert text.startswith("bytes=")
        return
    assert part is None or text.startswith("bytes=")
