"""Whether a contracting process buys social care: yes, perhaps or no, and why."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import msgspec.yaml

from candour.care.phrases import Phrases, readable
from candour.care.stated_care import stated_care

Answer = Literal["yes", "perhaps", "no"]
Evidence = Literal["care", "perhaps", "with_words", "other", "none"]


class Verdict(msgspec.Struct, frozen=True):
    """`reason` names the code or the words that decided."""

    answer: Answer
    reason: str


class _Title(NamedTuple):
    """What a title says: its readable text, and in it words of social care and things that are made for it."""

    text: str
    care: str | None
    thing: str | None


class _Codes(msgspec.Struct, frozen=True):
    """What the classification says: the strongest code, and whether the main code is about something else."""

    evidence: Evidence
    code: str = ""
    main_is_other: bool = False


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    care: tuple[str, ...]
    beside: tuple[str, ...]
    trap: tuple[str, ...]
    thing: tuple[str, ...]


class _Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of codes and words, which people may edit."""

    cpv: dict[Literal["care", "perhaps", "with_words"], tuple[str, ...]]
    words: _Words
    buyers: tuple[str, ...]


_LISTS = msgspec.yaml.decode((Path(__file__).parent / "social_care.yaml").read_bytes(), type=_Lists)
_EVIDENCE: dict[str, Evidence] = {code: name for name, codes in _LISTS.cpv.items() for code in codes}
_STRENGTH: dict[Evidence, int] = {"care": 3, "perhaps": 2, "with_words": 1, "other": 0, "none": -1}
_CARE = Phrases(_LISTS.words.care)
_BESIDE = Phrases(_LISTS.words.beside)
_TRAP = Phrases(_LISTS.words.trap)
_THING = Phrases(_LISTS.words.thing)
_BUYERS = _LISTS.buyers
_TITLES_KEPT = 2_000
"""Titles come back, in the processes of a buyer and in the years: each is read once."""
_NO_CODE = _Codes("none")
_NOT_CARE = Verdict("no", "neither the classification nor the title is about social care")
_ABOUT_OTHER_THINGS = Verdict(
    "no", "the classification is about other things, and the title does not say social care"
)


def classify(compiled: Mapping[str, Any]) -> Verdict:
    """Whether a compiled release buys social care.

    A publisher that states kinds of care by the social-care extension is believed. Else the classification is looked
    for in the tender, its items, and the items of awards and contracts; then the title, and where these leave doubt
    the description and the buyer. "perhaps" is for what stands beside social care (homelessness, domestic abuse,
    drugs and alcohol), for codes and titles that disagree, and for words without a code and without a public body
    that buys care.
    """
    for path, said in stated_care(compiled):
        kinds = said.get("serviceTypes")
        if isinstance(kinds, list) and kinds and isinstance(kinds[0], str):
            return Verdict("yes", f"{path}.serviceTypes says {kinds[0]}")
    tender = compiled.get("tender")
    tender = tender if isinstance(tender, dict) else {}
    codes = _codes(tender, compiled)
    title = _read(_text(tender.get("title")) or _text(compiled.get("title")))
    if title.care:
        return _title_says_care(title, codes, compiled)
    if codes.evidence == "other":
        return _ABOUT_OTHER_THINGS
    return _title_does_not_say_care(title, codes, tender, compiled)


@lru_cache(maxsize=_TITLES_KEPT)
def _read(title: str) -> _Title:
    text = readable(title)
    return _Title(text, _care_in(text), _THING.first(text))


def _title_says_care(title: _Title, codes: _Codes, compiled: Mapping[str, Any]) -> Verdict:
    said = f'the title says "{title.care}"'
    if title.thing:
        if codes.evidence == "other":
            return Verdict("no", f'{said}, but "{title.thing}" and the classification are about something for it')
        return Verdict("perhaps", f'{said}, but also "{title.thing}"')
    if codes.evidence == "other":
        return Verdict("perhaps", f"{said}, but the classification ({codes.code}) does not")
    if codes.evidence == "none" and not _buys_care(compiled):
        return Verdict("perhaps", f"{said}; there is no classification and the buyer is no council or health body")
    return Verdict("yes", f"{said}; classification {codes.code}" if codes.code else f"{said}; a public body buys it")


def _title_does_not_say_care(
    title: _Title, codes: _Codes, tender: Mapping[str, Any], compiled: Mapping[str, Any]
) -> Verdict:
    if codes.evidence == "care":
        if doubt := _BESIDE.first(title.text) or title.thing or _TRAP.first(title.text):
            return Verdict("perhaps", f'classification {codes.code} is social care; the title says "{doubt}"')
        if codes.main_is_other:
            return Verdict("perhaps", f"classification {codes.code} is social care, but not the main one")
        return Verdict("yes", f"classification {codes.code} is social care")
    if codes.evidence == "perhaps" and not codes.main_is_other:
        return Verdict("perhaps", f"classification {codes.code} stands beside social care")
    if codes.evidence in ("perhaps", "with_words"):
        return _general_code(title, codes, tender)
    if (beside := _BESIDE.first(title.text)) and not title.thing and _buys_care(compiled):
        return Verdict("perhaps", f'the title says "{beside}"; there is no classification')
    return _NOT_CARE


def _general_code(title: _Title, codes: _Codes, tender: Mapping[str, Any]) -> Verdict:
    if codes.main_is_other or title.thing:
        return _ABOUT_OTHER_THINGS
    if beside := _BESIDE.first(title.text):
        return Verdict("perhaps", f'classification {codes.code} is general; the title says "{beside}"')
    if not _TRAP.first(title.text) and (care := _care_in(readable(_text(tender.get("description"))))):
        return Verdict("perhaps", f'classification {codes.code} is general; the description says "{care}"')
    return Verdict("no", f"classification {codes.code} is general, and no words say social care")


def _care_in(text: str) -> str | None:
    """The words that say social care, when they are not part of others that only sound like it."""
    found = _CARE.first(text)
    if found is None or _TRAP.search(text) is None:
        return found
    return _CARE.first(_TRAP.blanked(text))


def _codes(tender: Mapping[str, Any], compiled: Mapping[str, Any]) -> _Codes:
    main = tender.get("classification")
    main_code = _cpv(main) if isinstance(main, dict) else None
    if main_code is not None and _EVIDENCE.get(main_code) == "care":
        return _Codes("care", main_code)
    best: Evidence = "none"
    best_code = ""
    for code in _every_code(tender, compiled):
        evidence = _EVIDENCE.get(code, "other")
        if _STRENGTH[evidence] > _STRENGTH[best]:
            best, best_code = evidence, code
            if evidence == "care":
                break
    if best == "none":
        return _NO_CODE
    main_is_other = main_code is not None and main_code not in _EVIDENCE
    return _Codes(best, best_code, main_is_other)


def cpv_codes(compiled: Mapping[str, Any]) -> Iterator[str]:
    """The CPV codes (8 digits) of the tender, its items, and the items of awards and contracts, as they come."""
    tender = compiled.get("tender")
    return _every_code(tender if isinstance(tender, dict) else {}, compiled)


def _every_code(tender: Mapping[str, Any], compiled: Mapping[str, Any]) -> Iterator[str]:
    yield from _codes_of(tender)
    for holder in (tender, *_list(compiled, "awards"), *_list(compiled, "contracts")):
        for item in _list(holder, "items"):
            yield from _codes_of(item)


def _codes_of(holder: Mapping[str, Any]) -> Iterator[str]:
    classification = holder.get("classification")
    if isinstance(classification, dict) and (code := _cpv(classification)):
        yield code
    for classification in _list(holder, "additionalClassifications"):
        if code := _cpv(classification):
            yield code


def _cpv(classification: Mapping[str, Any]) -> str | None:
    """The eight digits of a CPV code, without the check digit that some write after them."""
    code = classification.get("id")
    if code.__class__ is not str:
        code = str(code) if code.__class__ is int else ""
    code = code[:8]
    return code if len(code) == 8 and code.isdigit() else None


def _list(holder: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = holder.get(name)
    return [member for member in found if isinstance(member, dict)] if isinstance(found, list) else []


def _buys_care(compiled: Mapping[str, Any]) -> bool:
    buyer = compiled.get("buyer")
    name = buyer.get("name") if isinstance(buyer, dict) else None
    return isinstance(name, str) and any(word in name.lower() for word in _BUYERS)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
