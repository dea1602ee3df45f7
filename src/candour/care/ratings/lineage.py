"""Who took over from whom, looked up by number: for building many histories from one list of successions."""

from collections.abc import Iterable

from candour.care.register import RegistrationSuccession


class Lineage:
    """All successions of a register's locations or providers, each told once."""

    def __init__(self, successions: Iterable[RegistrationSuccession]) -> None:
        self._into: dict[tuple[str, str], list[RegistrationSuccession]] = {}
        self._out_of: dict[tuple[str, str], list[RegistrationSuccession]] = {}
        for step in dict.fromkeys(successions):
            self._into.setdefault((step.register, step.new), []).append(step)
            self._out_of.setdefault((step.register, step.old), []).append(step)

    def of(self, register: str, number: str) -> tuple[RegistrationSuccession, ...]:
        """The successions that a history of this number needs: every way back from it, and who took over from it."""
        found: list[RegistrationSuccession] = []
        met, waiting = {number}, [number]
        while waiting:
            for step in self._into.get((register, waiting.pop(0)), ()):
                found.append(step)
                if step.old not in met:
                    met.add(step.old)
                    waiting.append(step.old)
        return tuple(dict.fromkeys((*found, *self._out_of.get((register, number), ()))))
