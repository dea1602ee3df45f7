"""Under which names the fictional providers are registered, and which companies are of the same group.

Notices and registers do not agree on names. Here it is on purpose, so that whoever links them can be held against it:

- some are registered with the form of their company written out, or in capitals, or without accents;
- some trade under the name that notices have, and are registered under that of a holding company;
- some have a sister company that is called almost the same, with another number and elsewhere, and is in no notice.
"""

from dataclasses import dataclass, replace

from candour.sample.world import COMPANY_NUMBERS_FROM, PROVIDERS, Provider, provider

_SISTERS_FROM = 900_000
_SISTER_EVERY = 24


@dataclass(frozen=True, slots=True)
class RegisteredName:
    """The name in the register, and the one it trades under where that is another."""

    name: str
    trading: str = ""


def registered_name(one: Provider) -> RegisteredName:
    """How the register has a provider."""
    limited = one.name.removesuffix(" Ltd")
    if one.form == "Ltd" and one.number % 16 == 5:
        return RegisteredName(f"{one.name.split()[0]} Holdings {one.number} Limited", trading=limited)
    if one.form == "Ltd" and one.number % 5 == 1:
        return RegisteredName(f"{limited} Limited".replace("é", "e").replace("&", "and"))
    return RegisteredName(one.name.upper() if one.number % 11 == 3 else one.name)


def sister_companies() -> tuple[Provider, ...]:
    """Companies of the same groups: near names, numbers of their own, other towns."""
    return tuple(_sister(one) for one in PROVIDERS if one.form == "Ltd" and one.number % _SISTER_EVERY == 0)


def _sister(one: Provider) -> Provider:
    number = _SISTERS_FROM + one.number
    return replace(
        one,
        number=number,
        name=f"{one.name.removesuffix(' Ltd')} (North) Ltd",
        postcode=provider(number).postcode,
        company_number=str(COMPANY_NUMBERS_FROM + number),
        quality=1 - one.quality,
        scale="sme",
    )
