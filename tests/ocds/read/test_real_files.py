import pytest

from candour.ocds.read import RawRelease, read

FILES = {
    "contracts_finder/releases.jsonl": 201,
    "contracts_finder/releases_with_register_ids.jsonl": 73,
    "contracts_finder/search_page.json": 100,
    "find_a_tender/page_2021.json": 10,
    "find_a_tender/page_2026_10.json": 4,
    "find_a_tender/uk7_028961-2025.json": 1,
    "public_contracts_scotland/releases.jsonl": 90,
    "sell2wales/releases.jsonl": 90,
}


@pytest.mark.parametrize("file", FILES)
def test_every_release_of_every_real_file_is_read(shared_data, file):
    with (shared_data / "ocds" / file).open("rb") as stream:
        items = list(read(stream, name=file))
    assert sum(isinstance(item, RawRelease) for item in items) == FILES[file]
    expected = {"no-release-id"} if "scotland" in file else set()
    assert {item.rule.id for item in items if not isinstance(item, RawRelease)} == expected


def test_a_page_of_an_api_tells_its_releases_about_the_package(shared_data):
    with (shared_data / "ocds/find_a_tender/page_2026_10.json").open("rb") as stream:
        package = next(item for item in read(stream, name="page") if isinstance(item, RawRelease)).package
    assert (package.publisher, package.version, len(package.extensions)) == ("Cabinet Office", "1.1", 10)
    assert package.licence == "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
