"""A publisher is described by one file, which is checked once."""

import runpy
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.sources.definition import NoticesDefinition, load
from candour.sources.errors import SourceError
from candour.sources.publishers import publishers
from candour.sources.uk_time import local

REPOSITORY = Path(__file__).parents[2]

FINE = """
id: example
kind: notices
title: An example
publisher: Somebody
licence: https://example.org/licence
ocid_prefix: ocds-fictional-
base_url: https://example.org/api/
cadence: never
rate: {tries: 3}
rows_per_month: {min: 1, max: 2}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "example.yaml"
    path.write_text(text)
    return path


def test_the_four_publishers_are_there_with_their_licence_and_prefix() -> None:
    prefixes = {
        name: source.definition.ocid_prefix
        for name, source in publishers().items()
        if isinstance(source.definition, NoticesDefinition)
    }
    assert prefixes == {
        "contracts_finder": "ocds-b5fd17-",
        "find_a_tender": "ocds-h6vhtk-",
        "public_contracts_scotland": "ocds-r6ebe6-",
        "sell2wales": "ocds-kuma6s-",
    }
    assert all("open-government-licence" in source.definition.licence for source in publishers().values())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: An example", "", "missing required field `title`"),
        ("title: An example", "titel: An example", "titel"),
        ("{tries: 3}", "{tries: many}", r"Expected `int`, got `str` - at `\$.rate.tries`"),
        ("{tries: 3}", "{tries: 0}", "at least one try"),
        ("{tries: 3}", "{between_requests: -1}", "0 or more"),
        ("{min: 1, max: 2}", "{min: 3, max: 2}", "min <= max"),
        ("https://example.org/api/", "file:///etc/", "base_url"),
        ("https://example.org/api/", "https://example.org/api", "base_url"),
        ("id: example", "id: other", "as the file is named"),
        ("id: example", "id: [", "example.yaml"),
    ],
)
def test_a_wrong_definition_is_refused_in_one_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert load(write(tmp_path, FINE)).rate.tries == 3
    with pytest.raises(SourceError, match=message) as caught:
        load(write(tmp_path, FINE.replace(old, new)))
    assert str(tmp_path / "example.yaml") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_corrections_are_data_and_found_by_the_content_that_they_are_about(tmp_path: Path) -> None:
    text = f"""
corrections:
  - sha256: {"ab" * 32}
    offset: 12
    old: {b64encode(b"1e9999").decode()}
    new: {b64encode(b"12000").decode()}
    reason: the notice on the website says 12000
    by: A. Person
    made: 2026-11-01
"""
    found = load(write(tmp_path, FINE + text))
    (correction,) = found.corrections_of("ab" * 32)
    assert (correction.offset, correction.old, correction.new) == (12, b"1e9999", b"12000")
    assert found.corrections_of("cd" * 32) == ()


@settings(deadline=None)
@given(st.integers(0, 40 * 365 * 24 * 4))
def test_uk_time_is_what_the_time_zone_database_says(quarters: int) -> None:
    time = datetime(1997, 1, 1, tzinfo=UTC) + quarters * timedelta(minutes=15)
    assert local(time) == time.astimezone(ZoneInfo("Europe/London")).replace(tzinfo=None)


def test_the_page_about_sources_is_what_the_definitions_say() -> None:
    generator = runpy.run_path(str(REPOSITORY / "docs" / "generators" / "sources.py"))
    page = REPOSITORY / "docs" / "reference" / "sources.md"
    assert page.read_text("utf-8") == generator["text"](), "run `make docs`"
