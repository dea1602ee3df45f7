"""Goes through a text from bracket to bracket, looking only at the outermost levels."""

import numpy as np

from candour.ocds.brackets import Brackets, Scanner, scan
from candour.ocds.text import Text

_FIRST_BLOCK, _LARGEST_BLOCK = 1 << 16, 1 << 20


class Cursor:
    """A place in a text, and the brackets around it.

    `position` is where the next bracket is looked for; `keep` the earliest byte that must stay in the window. With
    `bound`, the text is taken to end there.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.bound: int | None = None
        self._at: list[int] = []
        self._level: list[int] = []
        self._opens: list[bool] = []
        self._index = 0
        self.restart(0, 0)

    def restart(self, position: int, level: int) -> None:
        """Begin afresh at `position`, which is inside `level` containers and outside any string."""
        self.position = self.keep = self._scanned = position
        self._state = Scanner(depth=level)
        self._block = _FIRST_BLOCK
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
                self._select(deepest)
            if self._index < len(self._at):
                index = self._index
                self._index = index + 1
                at = self._at[index]
                self.position = at + 1
                return at, self._level[index], self._opens[index]
            if self._scanned >= reach or not self._scan_more():
                return None
            self._forget_selection()

    @property
    def ended(self) -> bool:
        """Whether everything up to the end of the text has been looked at."""
        if self.bound is not None:
            return self._scanned >= self.bound
        return self.text.ended and self._scanned >= self.text.end

    def skip_to_scanned(self) -> None:
        """Give up what has been looked at and go on behind it."""
        self.position = self.keep = self._scanned
        self._forget_selection()

    def _forget_selection(self) -> None:
        self._deepest = -1

    def _select(self, deepest: int) -> None:
        known = self._known
        first = int(np.searchsorted(known.at, self.position))
        chosen = np.flatnonzero(known.level[first:] <= deepest) + first
        self._at = known.at[chosen].tolist()
        self._level = known.level[chosen].tolist()
        self._opens = known.opens[chosen].tolist()
        self._index = 0
        self._deepest = deepest

    def _scan_more(self) -> bool:
        text = self.text
        if self.bound is not None and self._scanned >= self.bound:
            return False
        if self._scanned >= text.end and not text.more(self.keep):
            return False
        end = min(self._scanned + self._block, text.end if self.bound is None else self.bound)
        found = scan(text.cut(self._scanned, end), self._state)
        found.at += self._scanned
        self._known = _joined(self._known, found, self.keep)
        self._scanned = end
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
