"""Tables that stay open between questions: opened once, shared by all who ask, changed when a build swaps in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from candour.operations.derived import derived_tables
from candour.warehouse.engine import Engine
from candour.warehouse.layout import Layout
from candour.warehouse.warehouse import Warehouse

SECONDS = 8.0
"""A question to a server may take so long; the next reader should not wait for one who asks too much."""


class _Open:
    """Tables of one version, and how many questions are being answered from them."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.questions = 0


class SharedTables:
    """What a server asks, from several threads.

    Each question is answered from one version from its beginning to its end. A version that is no longer in force is
    let go of when the last question to it has been answered.
    """

    def __init__(self, warehouse: Path) -> None:
        self._folder = warehouse.resolve()
        self._lock = Lock()
        self._now: _Open | None = None

    @contextmanager
    def lent(self) -> Iterator[Engine]:
        """The tables in force. Raises CandourError where nothing has been built yet."""
        borrowed = self._borrow()
        try:
            yield borrowed.engine
        finally:
            self._give_back(borrowed)

    def _borrow(self) -> _Open:
        with self._lock:
            now = self._now
            if now is None or now.engine.data_version != Layout(self._folder).current():
                self._now = _Open(Warehouse.open(self._folder, derived=derived_tables(), seconds=SECONDS))
                if now and not now.questions:
                    now.engine.close()
                now = self._now
            now.questions += 1
            return now

    def _give_back(self, borrowed: _Open) -> None:
        with self._lock:
            borrowed.questions -= 1
            if not borrowed.questions and borrowed is not self._now:
                borrowed.engine.close()
