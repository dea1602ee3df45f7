"""One of the answers that a form offers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` stands in the address, `text` is read; `hint` says more where the text is not enough."""

    value: str
    text: str
    hint: str = ""
