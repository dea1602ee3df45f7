"""What writers that died have left under `incoming/`."""

from candour.archive import objects, receipt, record
from candour.archive.durable import abandoned, locked, make_folder, sync_folder
from candour.archive.errors import ArchiveError
from candour.archive.layout import Layout


def settle(layout: Layout) -> None:
    """Finishes or removes what dead writers left; what a living writer holds is left alone.

    A whole receipt whose object already stands in its place was received whole: it is let in, since removing the
    object could take it from another receipt that is just being written. Anything else was never acknowledged and
    goes.

    Raises:
        OSError: the archive cannot be written.
    """
    if not any(layout.incoming.iterdir()):
        return
    with locked(layout.lock, alone=True):
        for path in abandoned(layout.incoming):
            if record.is_id(path.stem) and _received_whole(layout, path.read_bytes(), path.stem):
                target = layout.receipt(path.stem)
                make_folder(target.parent)
                path.rename(target)
                sync_folder(target.parent)
            else:
                path.unlink(missing_ok=True)


def _received_whole(layout: Layout, content: bytes, receipt_id: str) -> bool:
    try:
        found = receipt.from_bytes(content, receipt_id, receipt_id)
    except ArchiveError:
        return False
    return objects.is_whole(layout, objects.Content(found.sha256, found.size))
