"""Releases of others are passed on byte for byte."""

from datetime import UTC, datetime

import orjson
import pytest

from candour.ocds.build import (
    BuildError,
    PackageHead,
    PublishedRecord,
    Publisher,
    package_of_published,
    records_of_published,
)

HEAD = PackageHead(
    uri="urn:candour:test", published_date=datetime(2026, 1, 1, tzinfo=UTC), publisher=Publisher(name="Test")
)


def test_the_bytes_stay_as_they_were_sent():
    sent = [b'{"ocid": "ocds-213czf-1",  "x": 1.50}', b'{"ocid":"ocds-213czf-2","x":10e3}']
    package = package_of_published(HEAD, sent)
    assert all(release in package for release in sent)
    read = orjson.loads(package)
    assert read["version"] == "1.1"
    assert [release["ocid"] for release in read["releases"]] == ["ocds-213czf-1", "ocds-213czf-2"]


def test_an_empty_package_is_refused():
    with pytest.raises(BuildError, match="at least one release"):
        package_of_published(HEAD, [])


def test_a_record_holds_the_bytes_as_they_were_sent_and_the_compiled_release():
    sent, compiled = (b'{"ocid":"ocds-213czf-1","x":1.50}',), b'{"ocid":"ocds-213czf-1","tag":["compiled"]}'
    package = records_of_published(HEAD, [PublishedRecord("ocds-213czf-1", sent, compiled)])
    assert sent[0] in package
    (record,) = orjson.loads(package)["records"]
    assert record["compiledRelease"]["tag"] == ["compiled"]


def test_a_package_without_a_record_is_refused():
    with pytest.raises(BuildError, match="at least one record"):
        records_of_published(HEAD, [])
