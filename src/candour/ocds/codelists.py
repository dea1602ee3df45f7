"""Codelists: the codes that a field may hold, open or closed, extended by extensions."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec


class Codelist(msgspec.Struct, frozen=True, kw_only=True):
    """A list of codes with a short title each.

    `additions` names, by code, the extension that added it; `meanings` says, by code, what it stands for, in lists
    that are our own.
    """

    name: str
    text: str
    extension: str
    codes: Mapping[str, str]
    meanings: Mapping[str, str] = {}
    additions: Mapping[str, str] = {}

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def with_codes_of(self, addition: "Codelist") -> "Codelist":
        """This list, with the codes that an extension adds."""
        new = {code: addition.extension for code in addition.codes if code not in self.codes}
        return msgspec.structs.replace(
            self, codes={**self.codes, **addition.codes}, additions={**self.additions, **new}
        )


def parse_codelist(name: str, given: Mapping[str, Any], extension: str) -> Codelist:
    """A codelist from `about`, `codes` (a list, or codes with their titles) and `titles` (for some of a list).

    `meanings`, codes with what they stand for, takes the place of `codes`.
    """
    meanings = given.get("meanings", {})
    codes = given.get("codes", meanings)
    titles = dict(codes) if "codes" in given and isinstance(codes, Mapping) else given.get("titles", {})
    return Codelist(
        name=name,
        text=given.get("about", ""),
        extension=extension,
        codes={str(code): titles.get(code) or title(str(code)) for code in codes},
        meanings=meanings,
    )


def title(code: str) -> str:
    """A code in plain English: `contractAmendment` reads "Contract amendment"."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", code.replace(".", ", ").replace("_", " "))
    if not re.search(r"[a-z]", words):
        return words
    plain = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words.split())
    return plain[:1].upper() + plain[1:]
