"""Everything at once, as files to download: made once for each version of the data."""

import gzip
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

import msgspec

from candour.compare.selection import Selection
from candour.errors import CandourError
from candour.operations.export import Form, export
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence

BulkForm = Literal["packages", "lines", "csv", "parquet"]
DESCRIPTION = "datapackage.json"
_INDEX = "index.json"
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same data give the same bytes, whenever they are packed."""


class BulkFile(msgspec.Struct, frozen=True):
    """One file; `table` is the one that is in it, empty where all are."""

    name: str
    form: BulkForm
    table: str
    bytes: int
    sha256: str


class Bulk(msgspec.Struct, frozen=True):
    """All files of one version of the data, and when they were made."""

    data_version: str
    made: datetime
    files: tuple[BulkFile, ...]


def bulk(home: Home, data_version: str) -> Bulk | None:
    """The files of a version; None where they have not been made."""
    try:
        return msgspec.json.decode((home.bulk / data_version / _INDEX).read_bytes(), type=Bulk)
    except FileNotFoundError:
        return None


def bulk_file(home: Home, data_version: str, name: str) -> tuple[Path, BulkFile] | None:
    """One of them, and where it is; None where there is none of that name."""
    held = bulk(home, data_version) if data_version.isalnum() else None
    found = next((one for one in held.files if one.name == name), None) if held else None
    return (home.bulk / data_version / found.name, found) if found else None


def make_bulk(home: Home, progress: Progress = in_silence) -> Bulk:
    """Make the files of the tables in force, unless they are there; those of older versions but one go.

    Raises:
        CandourError: nothing has been built yet, or a build has changed the tables in the meantime.
    """
    with home.tables() as tables:
        data_version = tables.data_version
    if held := bulk(home, data_version):
        return held
    home.bulk.mkdir(parents=True, exist_ok=True)
    making = Path(mkdtemp(prefix="making-", dir=home.bulk))
    try:
        made = Bulk(data_version, datetime.now(UTC), tuple(_files(home, making, data_version, progress)))
        (making / _INDEX).write_bytes(msgspec.json.encode(made))
        making.chmod(0o755)
        try:
            making.rename(home.bulk / data_version)
        except OSError:
            # Somebody else has made them in the meantime: they are the same.
            held = bulk(home, data_version)
            if held is None:
                raise
            return held
    finally:
        shutil.rmtree(making, ignore_errors=True)
    _forget(home, data_version)
    return made


def _files(home: Home, folder: Path, data_version: str, progress: Progress) -> Iterator[BulkFile]:
    for form in ("packages", "lines", "csv", "parquet"):
        written = folder / f".{form}"
        exported = export(home, written, form, selection=Selection(care="any"), progress=progress)
        if exported.data_version != data_version:
            raise CandourError("a build changed the tables while files were made of them; ask again")
        for path in _packed(form, written, folder):
            table = path.stem if form == "parquet" and path.suffix == ".parquet" else ""
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            yield BulkFile(path.name, form, table, path.stat().st_size, digest)
        shutil.rmtree(written)


def _packed(form: Form, written: Path, folder: Path) -> Iterator[Path]:
    """What was exported in one form, as files that one downloads."""
    if form in ("packages", "csv"):
        yield _zipped(written, folder / f"{form}.zip")
    elif form == "lines":
        yield _gzipped(written / "compiled-releases.jsonl", folder / "compiled-releases.jsonl.gz")
    else:
        for path in sorted(written.iterdir(), key=lambda one: (one.name != DESCRIPTION, one.name)):
            name = f"parquet-{DESCRIPTION}" if path.name == DESCRIPTION else path.name
            yield path.rename(folder / name)


def _zipped(written: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(written.iterdir()):
            entry = zipfile.ZipInfo(path.name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, packed.open(entry, "w", force_zip64=True) as into:
                shutil.copyfileobj(source, into)
    return target


def _gzipped(written: Path, target: Path) -> Path:
    with written.open("rb") as source, target.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as into:
        shutil.copyfileobj(source, into)
    return target


def _forget(home: Home, data_version: str) -> None:
    """Keep these files and those before them, which somebody may be downloading."""
    held = sorted(
        (path for path in home.bulk.iterdir() if (path / _INDEX).exists() and path.name != data_version),
        key=lambda path: path.stat().st_mtime,
    )
    for path in held[:-1]:
        shutil.rmtree(path)
