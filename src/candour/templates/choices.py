"""What drop-downs offer: codes with the words that stand for them in a cell."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache, cached_property

import msgspec

from candour.ocds.description import describe
from candour.ocds.organisation_schemes import SCHEMES

SHOWN = 8


class Choice(msgspec.Struct, frozen=True):
    """A code, what a cell says for it, and what else is known of it, by name."""

    code: str
    label: str
    more: Mapping[str, str] = {}


class Choices(msgspec.Struct, frozen=True, dict=True):
    """The choices of one list. An open list takes other codes, too."""

    name: str
    choices: tuple[Choice, ...]
    open: bool = False

    @cached_property
    def _by_code(self) -> Mapping[str, Choice]:
        return {each.code: each for each in self.choices}

    @cached_property
    def _by_label(self) -> Mapping[str, str]:
        return {_plain(each.label): each.code for each in reversed(self.choices)}

    def code(self, text: str) -> str:
        """The code that a cell means, which says a code or the words for one. Raises ValueError: what is expected."""
        text = text.strip()
        if text in self._by_code:
            return text
        found = self._by_label.get(_plain(text))
        if found is None and not self.open:
            raise ValueError(self._offered(text))
        return found or text

    def _offered(self, text: str) -> str:
        """Some of the choices, first those that were perhaps meant."""
        labels = {_plain(each.label): each.label for each in self.choices}
        near = [labels[each] for each in get_close_matches(_plain(text), labels, n=SHOWN)]
        offered = [*near, *(each for each in labels.values() if each not in near)]
        more = len(offered) - SHOWN
        return f"one of {', '.join(offered[:SHOWN])}{f' and {more} more' if more > 0 else ''}"

    def label(self, code: str) -> str:
        """What a cell says for a code: its words, or itself where these would mean another."""
        known = self._by_code.get(code)
        return known.label if known and self.code(known.label) == code else code

    def known_of(self, code: str, name: str) -> str:
        """What is known of a code under that name; empty where nothing is."""
        known = self._by_code.get(code)
        return known.more.get(name, "") if known else ""


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


ORGANISATION_SCHEMES = "organisation schemes"
CURRENCY = "currency"
"""Its codes, such as GBP, are what people write."""
METRICS = "metrics"


def choices_of(names: Iterable[str], metrics: Iterable[Choice] = ()) -> Mapping[str, Choices]:
    """The lists of these names: codelists of the standard, registers of organisations, the outcome library.

    Raises:
        KeyError: there is no such list.
    """
    return {name: _list(name, metrics) for name in names}


def _list(name: str, metrics: Iterable[Choice]) -> Choices:
    if name == METRICS:
        return Choices(name, tuple(metrics), open=True)
    if name == ORGANISATION_SCHEMES:
        schemes = (Choice(code, scheme.name) for code, scheme in SCHEMES.items())
        return Choices(name, tuple(schemes), open=True)
    codelist = describe().codelists[name]
    labels = {code: code for code in codelist.codes} if name == CURRENCY else codelist.codes
    return Choices(
        name, tuple(Choice(code, label) for code, label in labels.items()), open=name not in _closed_lists()
    )


@cache
def _closed_lists() -> frozenset[str]:
    return frozenset(field.codelist for field in describe().all_fields() if field.closed)
