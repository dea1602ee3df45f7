"""Making an archive in a folder, or finding that there is one."""

from uuid import uuid4

import msgspec

from candour.archive.durable import make_folder, sync_folder, unfinished
from candour.archive.errors import ArchiveError, writing_to
from candour.archive.layout import FORMAT, MARKER, Layout
from candour.archive.leftovers import settle

_HOW_TO_READ = (
    "Each file under receipts/ says what was received, from whom and when. Its sha256 names the content: "
    "zstd -dc objects/<first two digits>/<sha256>.zst. Files under corrections/ say what is wrong with it."
)


def prepare(layout: Layout, *, create: bool) -> None:
    """Makes or opens an archive, and settles what writers that died have left, where one may write.

    Raises:
        ArchiveError: the folder is something else, is not there and is not to be made, or is of a later format.
    """
    try:
        if not layout.marker.exists():
            _refuse_other_folder(layout, create=create)
            with writing_to(layout.folder):
                _create(layout)
        _check_format(layout)
    except PermissionError as error:
        raise ArchiveError(f"cannot read the archive {layout.folder}: {error.strerror}; ask its owner") from error
    try:
        settle(layout)
    except OSError:
        return  # One may only read here: the leftovers do no harm, and the next one who may write settles them.


def _refuse_other_folder(layout: Layout, *, create: bool) -> None:
    folder = layout.folder
    if folder.exists() and not folder.is_dir():
        raise ArchiveError(f"{folder} is a file, not an archive; name a folder")
    ours = {"lock", *(each.name for each in layout.folders)}  # a creation that was interrupted is gone on with
    found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    others = [name for name in found if name not in ours]
    if others:
        raise ArchiveError(
            f"{folder} is no archive: it has no {MARKER}, and holds other things ({others[0]}); name an empty folder"
        )
    if not create:
        raise ArchiveError(f"there is no archive in {folder}; add something first, or name its folder")


def _create(layout: Layout) -> None:
    layout.folder.mkdir(parents=True, exist_ok=True)
    for folder in layout.folders:
        make_folder(folder)
    layout.lock.touch()
    with unfinished(layout.incoming, layout.lock, f"{uuid4().hex}.part") as marker:
        content = msgspec.json.encode({"format": FORMAT, "how_to_read": _HOW_TO_READ})
        marker.file.write(msgspec.json.format(content, indent=2) + b"\n")
        marker.finish()
        marker.place(layout.marker)
    sync_folder(layout.folder.parent)


def _check_format(layout: Layout) -> None:
    try:
        marker = msgspec.json.decode(layout.marker.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ArchiveError(f"{layout.marker} is no valid JSON ({error}); restore it from a copy") from error
    found = marker.get("format") if isinstance(marker, dict) else None
    if found != FORMAT:
        raise ArchiveError(f"{layout.marker} has the format {found!r}, not {FORMAT!r}; use a newer Candour")
