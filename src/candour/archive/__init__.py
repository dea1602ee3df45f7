"""What was received, byte for byte, dated and hashed. Append-only.

The format is described in docs/reference/archive-format.md.
"""

from candour.archive.correction import Change, Correction, Replace, Standing, Undo, Withdraw
from candour.archive.errors import ArchiveError, DamagedError, WithdrawnError
from candour.archive.receipt import Receipt
from candour.archive.store import Archive
from candour.archive.verify import Fault

__all__ = [
    "Archive",
    "ArchiveError",
    "Change",
    "Correction",
    "DamagedError",
    "Fault",
    "Receipt",
    "Replace",
    "Standing",
    "Undo",
    "Withdraw",
    "WithdrawnError",
]
