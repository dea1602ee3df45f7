"""One input on its way in: how much of it there has been, how much it became, and what was wrong with it."""

from collections.abc import Iterator
from typing import BinaryIO

from candour.ocds.problems import Problem
from candour.ocds.read.limits import Limits
from candour.ocds.read.problems import ARCHIVE_BOMB, ARCHIVE_BROKEN, UNREADABLE, problem_at

CHUNK = 1 << 18


class BrokenError(Exception):
    """Compressed data is damaged or ends in the middle; the message says how."""


class ExpandsTooMuchError(Exception):
    """What was unpacked has grown beyond a limit; the message is what was found, `expected` the limit."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.expected = expected


class Intake:
    """Counts what is received and what is unpacked; problems met under way wait in `problems` to be told.

    `stopped` is set once a limit is reached, after which nothing more is unpacked.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.problems: list[Problem] = []
        self.stopped = False
        self._received = 0
        self._unpacked = 0

    def receive(self, stream: BinaryIO) -> Iterator[bytes]:
        """The chunks of `stream`; a stream that fails ends there, and that is a problem."""
        while True:
            try:
                chunk = stream.read(CHUNK)
            except (OSError, EOFError, ValueError) as fault:
                position = f"{self.name}: byte {self._received}"
                self.problems.append(problem_at(UNREADABLE, position, str(fault) or type(fault).__name__))
                return
            if not chunk:
                return
            self._received += len(chunk)
            yield chunk

    def count(self, unpacked: int) -> None:
        """Note that so many bytes more were unpacked. Raises ExpandsTooMuchError."""
        self._unpacked += unpacked
        limits = self.limits
        if self._unpacked > limits.expanded:
            raise ExpandsTooMuchError(f"more than {limits.expanded:,} bytes", f"{limits.expanded:,} bytes")
        if self._unpacked > limits.ratio_from and self._unpacked > limits.ratio * self._received:
            found = f"{self._received:,} bytes became more than {self._unpacked:,}"
            raise ExpandsTooMuchError(found, f"{limits.ratio} times as many")

    def guard(self, unpacked: Iterator[bytes], name: str) -> Iterator[bytes]:
        """`unpacked` up to where it is broken or too much, which is then a problem."""
        try:
            yield from unpacked
        except BrokenError as fault:
            self.problems.append(problem_at(ARCHIVE_BROKEN, name, str(fault)))
        except ExpandsTooMuchError as fault:
            self.problems.append(problem_at(ARCHIVE_BOMB, name, str(fault), fault.expected))
            self.stopped = True

    def tell(self) -> Iterator[Problem]:
        """The problems met since this was last asked."""
        problems, self.problems = self.problems, []
        yield from problems
