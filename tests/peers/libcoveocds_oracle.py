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
from typing import Any

import jsonschema
import libcove.lib.common
import libcoveocds.common_checks  # noqa: F401  (adds its own rules to libcove's validator)
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
        config = LibCoveOCDSConfig({"standard_zip": standard_zip, "context": "api"})
        schema = SchemaOCDS(None, self._package, config)
        self._validator = schema.validator(libcove.lib.common.validator, jsonschema.FormatChecker())
        assert not schema.invalid_extension, schema.invalid_extension

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
