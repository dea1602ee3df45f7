"""How long work says how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int | None, str], None]
"""Called with how much is done, how much there is (None where it cannot be known), and what is being worked on."""


def in_silence(done: int, total: int | None, message: str) -> None:
    """For whoever does not want to know."""
