"""By which contract model a process buys: block, spot, framework and the others, or unknown, with the reason."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import msgspec.yaml

from candour.care.phrases import Phrases, readable
from candour.care.published_codes import by_code
from candour.care.stated_care import stated_care

UNKNOWN = "unknown"


class ContractModel(msgspec.Struct, frozen=True):
    """`name` is a key of `DEFINITIONS` or "unknown"; `reason` names the field and what it says.

    `also` holds other models that the same process names: a framework under which care is bought spot is both.
    """

    name: str
    reason: str
    also: tuple[str, ...] = ()


class Definition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a contract model is called and means, and the words by which a notice says it."""

    title: str
    meaning: str
    words: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()


class _Saying(NamedTuple):
    model: str
    reason: str
    strength: int


DEFINITIONS: dict[str, Definition] = msgspec.yaml.decode(
    (Path(__file__).parent / "contract_models.yaml").read_bytes(), type=dict[str, Definition]
)
"""Every contract model, in order of preference where a notice says several."""

BY_CODE = by_code(DEFINITIONS)
"""The contract models by their code in `careContractModel`."""

_RANK = {name: rank for rank, name in enumerate(DEFINITIONS)}
_IN_TITLES = {name: Phrases((*known.words, *known.title_words)) for name, known in DEFINITIONS.items()}
_IN_DESCRIPTIONS = {name: Phrases(known.words) for name, known in DEFINITIONS.items() if known.words}
_ANY_IN_TITLES = Phrases(phrase for known in DEFINITIONS.values() for phrase in (*known.words, *known.title_words))
_ANY_IN_DESCRIPTIONS = Phrases(phrase for known in DEFINITIONS.values() for phrase in known.words)
_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|isnt|without|nor|neither|replac\w*|existing|current|currently|previous\w*|former\w*|expir\w*|outside)"
    r"\W+(?:\w+\W+){0,3}$"
)
_ALLIANCE_BY_NAME = re.compile(r"alliance (?:medical|group|ltd|limited|healthcare)")
_TECHNIQUES = (
    ("hasDynamicPurchasingSystem", "dynamicPurchasingSystem", "dynamic list"),
    ("hasFrameworkAgreement", "frameworkAgreement", "framework"),
)
_STATED, _USER_CHOICE, _TECHNIQUE, _TITLE, _METHOD, _DESCRIPTION = 6, 5, 4, 3, 2, 1
_LOTS_READ = 20
_TEXTS_KEPT = 2_000
"""Titles and descriptions come back, in the lots of a process and in the processes of a buyer: each is read once."""


def of(compiled: Mapping[str, Any], *, others: bool = True) -> ContractModel:
    """The contract model of a compiled release.

    A publisher that states it by the social-care extension is believed. Else it is looked for in the techniques of
    the tender and its lots, the titles of tender and lots, the procurement method's details and rationale, and the
    descriptions, in that order of weight; the words of at most 20 lots are read, and lots' descriptions only when
    nothing else speaks. A call-off from a framework whose title says block is a block contract. A title that says
    dynamic purchasing system outweighs a framework flag: portals without a box for dynamic lists tick the
    framework's.

    Without `others` looking ends once the model is decided, and `also` is empty.
    """
    published = list(_published(compiled))
    tender = compiled.get("tender")
    if not isinstance(tender, dict):
        if not published:
            return ContractModel(UNKNOWN, "there is no tender section, where the contract model would be said")
        tender = {}
    every = None if others else 1
    lots = _objects(tender.get("lots"))
    sayings = [*published, *_stated(tender, lots)]
    if others or not sayings:
        sayings += _of_description("tender.description", tender.get("description"), every)
    if not sayings:
        for lot in lots[:_LOTS_READ]:
            sayings += _of_description("tender.lots.description", lot.get("description"), every)
    if not sayings:
        return ContractModel(UNKNOWN, "no technique, title, method or description names a contract model")
    best = min(sayings, key=lambda saying: (-saying.strength, _RANK[saying.model]))
    also = dict.fromkeys(saying.model for saying in sayings if others and saying.model != best.model)
    return ContractModel(best.model, best.reason, tuple(sorted(also, key=_RANK.__getitem__)))


def _published(compiled: Mapping[str, Any]) -> Iterator[_Saying]:
    """What the publisher itself calls the contract model."""
    for path, said in stated_care(compiled):
        code = said.get("contractModel")
        if isinstance(code, str) and code in BY_CODE:
            yield _Saying(BY_CODE[code], f'{path}.contractModel is "{code}"', _STATED)


def _stated(tender: Mapping[str, Any], lots: list[dict[str, Any]]) -> Iterator[_Saying]:
    """All that outweighs descriptions."""
    yield from _of_techniques(tender, "tender.techniques")
    for lot in lots:
        yield from _of_techniques(lot, "tender.lots.techniques")
    yield from _of_title("tender.title", tender.get("title"))
    for lot in lots[:_LOTS_READ]:
        yield from _of_title("tender.lots.title", lot.get("title"))
    yield from _of_method(tender)


def _of_techniques(holder: Mapping[str, Any], path: str) -> Iterator[_Saying]:
    techniques = holder.get("techniques")
    if not isinstance(techniques, dict):
        return
    for flag, detail, model in _TECHNIQUES:
        if techniques.get(flag) is True:
            yield _Saying(model, f"{path}.{flag} is true", _TECHNIQUE)
        elif flag not in techniques and isinstance(techniques.get(detail), dict):
            yield _Saying(model, f"{path}.{detail} is given", _TECHNIQUE)


def _of_title(path: str, title: object) -> tuple[_Saying, ...]:
    return _of_title_text(path, title) if isinstance(title, str) else ()


@lru_cache(maxsize=_TEXTS_KEPT)
def _of_title_text(path: str, title: str) -> tuple[_Saying, ...]:
    if _ANY_IN_TITLES.search(text := readable(title)) is None:
        return ()
    return tuple(
        _Saying(model, f'{path} says "{found}"', _TECHNIQUE if model == "dynamic list" else _TITLE)
        for model, phrases in _IN_TITLES.items()
        if (found := phrases.first(text)) and not (model == "alliance" and _ALLIANCE_BY_NAME.search(text))
    )


def _of_method(tender: Mapping[str, Any]) -> Iterator[_Saying]:
    """The method's details, where Contracts Finder says "Call-off from a framework agreement", and its reasons."""
    for field in ("procurementMethodDetails", "procurementMethodRationale"):
        said = tender.get(field)
        if isinstance(said, str) and said:
            yield from _of_method_text(f"tender.{field}", said)
    for classification in _objects(tender.get("procurementMethodRationaleClassifications")):
        said = f"{classification.get('id', '')} {classification.get('description', '')}"
        if "userchoice" in said.replace(" ", "").replace("-", "").lower():
            reason = f'tender.procurementMethodRationaleClassifications says "{said.strip()}"'
            yield _Saying("user-choice direct award", reason, _USER_CHOICE)


@lru_cache(maxsize=_TEXTS_KEPT)
def _of_method_text(path: str, said: str) -> tuple[_Saying, ...]:
    """Portals fill these fields from a list of a few dozen sentences."""
    if _ANY_IN_TITLES.search(readable(said)) is None:
        return ()
    return tuple(_of_words(path, said, _IN_TITLES, _METHOD))


def _of_description(path: str, description: object, at_most: int | None) -> tuple[_Saying, ...]:
    return _of_description_text(path, description, at_most) if isinstance(description, str) and description else ()


@lru_cache(maxsize=_TEXTS_KEPT)
def _of_description_text(path: str, description: str, at_most: int | None) -> tuple[_Saying, ...]:
    """In order of preference, so that the first outweighs the others."""
    if not _ANY_IN_DESCRIPTIONS.may_stand_in(readable(description)):
        return ()
    return tuple(islice(_of_words(path, description, _IN_DESCRIPTIONS, _DESCRIPTION), at_most))


def _of_words(path: str, said: str, models: Mapping[str, Phrases], strength: int) -> Iterator[_Saying]:
    text = readable(said)
    for model, phrases in models.items():
        found = phrases.search(text)
        if found and not _DENIED_BEFORE.search(text[max(0, found.start() - 60) : found.start()]):
            yield _Saying(model, f'{path} says "{found[0]}"', strength)


def _objects(value: object) -> list[dict[str, Any]]:
    return [member for member in value if isinstance(member, dict)] if isinstance(value, list) else []
