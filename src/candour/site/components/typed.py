"""What somebody typed into a form, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Typed:
    """`values` has what stands in the address under each name; `errors` says beside which name what is wrong."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The value under a name that has one; empty where nothing was typed."""
        return next(iter(self.values.get(name, ())), "")

    def many(self, name: str) -> tuple[str, ...]:
        """All values under a name."""
        return tuple(self.values.get(name, ()))

    def error(self, name: str) -> str:
        """What is wrong with it; empty where nothing is."""
        return self.errors.get(name, "")
