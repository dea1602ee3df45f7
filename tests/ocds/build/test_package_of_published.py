"""Releases of others are passed on byte for byte."""

from datetime import UTC, datetime

import orjson
import pytest

from candour.ocds.build import BuildError, PackageHead, Publisher, package_of_published

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
