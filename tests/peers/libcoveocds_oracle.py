"""libcoveocds's own verdict on releases, offline: official schema from a zip, extensions from a loopback server."""

import io
import json
import threading
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import libcove.lib.common
from libcoveocds.common_checks import common_checks_ocds  # it adds its own rules to libcove's validator
from libcoveocds.config import LibCoveOCDSConfig
from libcoveocds.schema import SchemaOCDS

DRAFT_4 = "http://json-schema.org/draft-04/schema#"
# Folders that are not called as here; the profile is one patched schema and serves as one extension.
FOLDERS = {"bids": "bid", "eu": "eu_profile"}


class Oracle:
    """Which releases libcoveocds counts as invalid, given some extensions."""

    def __init__(self, standard_zip: bytes, base_url: str, extensions: Iterable[str]) -> None:
        self._package = {
            "uri": "https://example.org/package",
            "version": "1.1",
            "publishedDate": "2026-01-01T00:00:00Z",
            "publisher": {"name": "Fictional"},
            "extensions": [f"{base_url}/{FOLDERS.get(name, name)}/extension.json" for name in extensions],
        }
        config = LibCoveOCDSConfig({"standard_zip": standard_zip, "context": "api", "additional_checks": "all"})
        self._schema = SchemaOCDS(None, self._package, config)
        self._validator = self._schema.validator(libcove.lib.common.validator, jsonschema.FormatChecker())
        assert not self._schema.invalid_extension, self._schema.invalid_extension

    def invalid(self, releases: list[Any]) -> set[int]:
        """The positions of the invalid ones."""
        package = {**self._package, "releases": releases}
        found: set[int] = set()
        # As libcove does: else `$ref`s are followed with jsonschema's own rules.
        jsonschema.validators.validates(DRAFT_4)(libcove.lib.common.validator)
        try:
            for error in self._validator.iter_errors(package):
                path = list(error.absolute_path)
                if path[0] == "releases" and len(path) > 1:
                    found.add(path[1])
        finally:
            jsonschema.validators.validates(DRAFT_4)(jsonschema.Draft4Validator)
        return found

    def remarks(self, release: Any) -> dict[str, set[str]]:
        """Where it remarks on something in a release that breaks no rule, by the id of our rule for it."""
        package = {**self._package, "releases": [release]}
        with TemporaryDirectory() as folder:
            context = {"file_type": "json"}
            said = common_checks_ocds(context, folder, package, self._schema, cache=False)
        deprecated = (place for field in said["deprecated_fields"].items() for place in _joined(*field))
        return {
            "additional-field": _paths(
                path for path, field in said["additional_fields"].items() if field["root_additional_field"]
            ),
            "open-code": {
                f"{path} {code}"
                for field, found in said["additional_open_codelist_values"].items()
                for path in _paths([field])
                for code in found["values"]
            },
            "deprecated-field": _paths(deprecated),
            "no-id-to-merge-by": _paths(said.get("structure_warnings", {}).get("missing_ids", [])),
            "says-nothing": _paths(one["json_location"] for one in said["additional_checks"].get("empty_field", [])),
        }


def _joined(name: str, found: dict[str, Any]) -> Iterator[str]:
    yield from (f"{holder}/{name}" for holder in found["paths"])


def _paths(locations: Iterable[str]) -> set[str]:
    """Paths in a release without array positions, as our problems have them."""
    steps = ([step for step in location.split("/") if step and not step.isdigit()] for location in locations)
    return {".".join(path[1:]) for path in steps if path[:1] == ["releases"]}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(data: Path, folder: Path) -> Iterator[str]:
    """The official extensions and ours at a loopback address, and the profile of the European Union as one more."""
    for extension in (data / "ocds/extensions").iterdir():
        if (extension / "extension.json").exists():
            (folder / extension.name).symlink_to(extension)
    (folder / "socialCare").symlink_to(Path(__file__).parents[2] / "standard")
    profile = folder / "eu_profile"
    profile.mkdir()
    patched = data / "ocds/extensions/european-union/patched-release-schema.json"
    (profile / "release-schema.json").write_bytes(patched.read_bytes())
    about = {"name": {"en": "EU"}, "description": {"en": "EU"}, "compatibility": ["1.1"]}
    (profile / "extension.json").write_text(json.dumps({**about, "schemas": ["release-schema.json"]}))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def standard_zip(data: Path) -> bytes:
    """The official schema files, laid out as in an archive of the standard's repository."""
    root = data / "ocds/standard-1.1.5"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("standard/", "")
        for file in sorted(root.rglob("*.*")):
            archive.write(file, f"standard/schema/{file.relative_to(root)}")
    return buffer.getvalue()
