"""Where an archive keeps what. `docs/reference/archive-format.md` describes the same for people."""

from pathlib import Path

import msgspec

MARKER = "candour-archive.json"
FORMAT = "candour-archive/1"


class Layout(msgspec.Struct, frozen=True):
    """The paths inside one archive."""

    folder: Path

    @property
    def marker(self) -> Path:
        """The small file that says: this folder is an archive."""
        return self.folder / MARKER

    @property
    def lock(self) -> Path:
        """An empty file that processes lock; its content never matters."""
        return self.folder / "lock"

    @property
    def incoming(self) -> Path:
        """Unfinished files; nothing in here has been acknowledged."""
        return self.folder / "incoming"

    @property
    def objects(self) -> Path:
        """Contents, compressed, named by the SHA-256 of the raw bytes."""
        return self.folder / "objects"

    @property
    def receipts(self) -> Path:
        """One file a receipt, in a folder a month."""
        return self.folder / "receipts"

    @property
    def corrections(self) -> Path:
        """One folder a corrected receipt, one file a correction."""
        return self.folder / "corrections"

    @property
    def folders(self) -> tuple[Path, ...]:
        return (self.incoming, self.objects, self.receipts, self.corrections)

    def object(self, sha256: str) -> Path:
        return self.objects / sha256[:2] / f"{sha256}.zst"

    def receipt(self, receipt_id: str) -> Path:
        return self.receipts / f"{receipt_id[:4]}-{receipt_id[4:6]}" / f"{receipt_id}.json"

    def corrections_of(self, receipt_id: str) -> Path:
        return self.corrections / receipt_id

    def correction(self, receipt_id: str, correction_id: str) -> Path:
        return self.corrections_of(receipt_id) / f"{correction_id}.json"

    def short(self, path: Path) -> str:
        """A path as messages show it: from the archive's folder."""
        return path.relative_to(self.folder).as_posix()
