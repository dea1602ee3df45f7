"""One process as files of the standard: its releases, its record, how it stands and how it came to stand so."""

import orjson

from candour.operations.export.packages import record_package_of, release_package_of
from candour.operations.home import Home
from candour.operations.published import Published, published_of
from candour.operations.show import versioned
from candour.warehouse.engine import Engine


def release_package(home: Home, ocid: str, uri: str) -> bytes:
    """A release package of what the process was merged from; `uri` is where it is found.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:
        return release_package_of(uri, _merged(tables, ocid))


def record_package(home: Home, ocid: str, uri: str) -> bytes:
    """A record package of one record: the same releases, and the compiled release.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:
        releases = _merged(tables, ocid)
        return record_package_of(uri, [_compiled(tables, ocid)], releases)


def compiled_release(home: Home, ocid: str) -> bytes:
    """The compiled release.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:
        _merged(tables, ocid)
        return _compiled(tables, ocid).encode()


def versioned_release(home: Home, ocid: str) -> bytes:
    """The versioned release: every value that each field has had.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    return orjson.dumps(versioned(home, ocid))


def _merged(tables: Engine, ocid: str) -> list[Published]:
    return [release for release in published_of(tables, ocid) if release.state == "merged"]


def _compiled(tables: Engine, ocid: str) -> str:
    found = tables.of_process(ocid).query("SELECT release FROM compiled_releases WHERE ocid = $ocid", {"ocid": ocid})
    return str(found.rows[0].release)
