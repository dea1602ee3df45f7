"""Goes through a text from bracket to bracket, looking only at the outermost levels."""

from bisect import bisect_left

import numpy as np

from candour.ocds.read.brackets import Brackets, Scanner, scan
from candour.ocds.read.suspicion import OVERLAP, suspects_in
from candour.ocds.read.text import Text

_FEW, _MANY = 64, 4096  # brackets looked through at a time, growing while the same levels are asked for
_FIRST_BLOCK, _LARGEST_BLOCK = 1 << 16, 1 << 18


class Cursor:
    """A place in a text, and the brackets around it.

    `position` is where the next bracket is looked for, `scanned` how far brackets are known, and `keep` the earliest
    byte that must stay in the window. With `bound`, the text is taken to end there.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.bound: int | None = None
        self._at: list[int] = []
        self._level: list[int] = []
        self._opens: list[bool] = []
        self._index = 0
        self._selected = 0
        self._selection = _FEW
        self._deepest = -1
        self.restart(0, 0)

    def restart(self, position: int, level: int) -> None:
        """Begin afresh at `position`, which is inside `level` containers and outside any string."""
        self.position = self.keep = self.scanned = position
        self._state = Scanner(depth=level)
        self._block = _FIRST_BLOCK
        self._suspects: list[int] = []
        self._deepest_level = 0
        self._known = Brackets(at=_NONE, level=_NONE, opens=_NONE.astype(np.bool_))
        self._forget_selection()

    def back_to(self, position: int) -> None:
        """Look again at brackets from `position`, which is not before `keep`."""
        self.position = position
        self._forget_selection()

    def next(self, deepest: int, reach: int) -> tuple[int, int, bool] | None:
        """Step over the next bracket of level `deepest` or less: its position, its level, whether it opens.

        None when the text ends first, or when there is none up to position `reach`.
        """
        while True:
            if deepest != self._deepest:
                self._deepest = deepest
                self._selection = _FEW
                self._selected = int(np.searchsorted(self._known.at, self.position))
                self._select()
            if self._index < len(self._at):
                index = self._index
                self._index = index + 1
                at = self._at[index]
                self.position = at + 1
                return at, self._level[index], self._opens[index]
            if self._selected == len(self._known.at) and (self.scanned >= reach or not self._scan_more()):
                return None
            self._select()

    @property
    def ended(self) -> bool:
        """Whether everything up to the end of the text has been looked at."""
        if self.bound is not None:
            return self.scanned >= self.bound
        return self.text.ended and self.scanned >= self.text.end

    def has_suspect(self, start: int, depth: int) -> bool:
        """Whether what has just been stepped over, from `start` on, needs a closer look than its brackets give."""
        suspects = self._suspects
        if self._deepest_level > depth:
            return True
        index = bisect_left(suspects, start - OVERLAP)
        return index < len(suspects) and suspects[index] < self.position

    def skip_to_scanned(self) -> None:
        """Give up what has been looked at and go on behind it."""
        self.position = self.keep = self.scanned
        self._forget_selection()

    def _forget_selection(self) -> None:
        self._deepest = -1

    def _select(self) -> None:
        """Choose, among the next brackets, those of the levels that are asked for."""
        known = self._known
        first, self._selected = self._selected, min(self._selected + self._selection, len(known.at))
        self._selection = min(self._selection * 4, _MANY)
        chosen = np.flatnonzero(known.level[first : self._selected] <= self._deepest) + first
        self._at = known.at[chosen].tolist()
        self._level = known.level[chosen].tolist()
        self._opens = known.opens[chosen].tolist()
        self._index = 0

    def _scan_more(self) -> bool:
        text = self.text
        if self.bound is not None and self.scanned >= self.bound:
            return False
        if self.scanned >= text.end and not text.more(self.keep):
            return False
        end = min(self.scanned + self._block, text.end if self.bound is None else self.bound)
        found = scan(text.cut(self.scanned, end), self._state)
        found.at += self.scanned
        if len(found.level):
            self._deepest_level = max(self._deepest_level, int(found.level.max()))
        before = max(self.scanned - OVERLAP, text.start)
        suspects = suspects_in(text.cut(before, end))
        self._suspects = self._suspects[bisect_left(self._suspects, self.keep) :] + [before + s for s in suspects]
        self._known = _joined(self._known, found, self.keep)
        self._selected = len(self._known.at) - len(found.at)
        self.scanned = end
        self._block = min(self._block * 4, _LARGEST_BLOCK)
        return True


_NONE = np.empty(0, dtype=np.int64)


def _joined(old: Brackets, new: Brackets, keep: int) -> Brackets:
    """The brackets of both, without those before `keep`."""
    first = int(np.searchsorted(old.at, keep))
    if first == len(old.at):
        return new
    return Brackets(
        at=np.concatenate((old.at[first:], new.at)),
        level=np.concatenate((old.level[first:], new.level)),
        opens=np.concatenate((old.opens[first:], new.opens)),
    )
