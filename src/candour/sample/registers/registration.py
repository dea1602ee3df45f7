"""Where the fictional providers are registered to give care, and how they were rated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain, count, islice

from candour.sample.draws import Draws
from candour.sample.registers.registered_name import sister_companies
from candour.sample.world import COUNCILS, PROVIDERS, Council, Provider, provider

OPENED_FROM = date(2011, 1, 10)
FIRST_INSPECTION = date(2014, 10, 1)
"""Before that day the English regulator gave no ratings."""
LAST_INSPECTION = date(2026, 9, 30)
KEY_QUESTIONS = ("Safe", "Effective", "Caring", "Responsive", "Well-led")
WORDS = ("Inadequate", "Requires improvement", "Good", "Outstanding")
_SERVICES = ("Homecare agencies", "Residential homes", "Nursing homes", "Supported living")
_SEED = 20_260_930


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection; `grades` are 0 (worst) to 3 for each of the five key questions, and for the whole."""

    day: date
    grades: tuple[int, ...]
    overall: int


@dataclass(frozen=True, slots=True)
class Registration:
    """One location. `taken_over` says that a predecessor under another company ran it at first, until `since`.

    Without inspections it has not been inspected yet.
    """

    number: int
    provider: Provider
    council: Council
    name: str
    service: str
    postcode: str
    beds: int
    opened: date
    closed: date | None
    taken_over: bool
    inspections: tuple[Inspection, ...]

    @property
    def since(self) -> date:
        """The day from which this provider has run it."""
        return self.opened + timedelta(days=900) if self.taken_over else self.opened

    @property
    def town(self) -> str:
        """Where it is."""
        return self.council.name.split()[0]

    @property
    def care_home(self) -> bool:
        """Whether people live there."""
        return self.beds > 0


@cache
def registrations() -> tuple[Registration, ...]:
    """Those of the providers in the notices and of their sister companies, the same on every machine."""
    return tuple(_of(chain(PROVIDERS, sister_companies())))


def many_registrations(locations: int) -> Iterator[Registration]:
    """The same, followed by those of as many other providers as there must be for so many locations."""
    return islice(_of(chain(PROVIDERS, sister_companies(), map(provider, count(len(PROVIDERS))))), locations)


def _of(providers: Iterable[Provider]) -> Iterator[Registration]:
    """Small providers have one location, large ones two to five."""
    draws = Draws()
    number = 0
    for each in providers:
        draws.begin(_SEED, each.number)
        for nth in range(1 + (draws.whole(1, 4) if each.scale == "large" else 0)):
            yield _registration(number, each, nth, draws)
            number += 1


def _registration(number: int, provider: Provider, nth: int, draws: Draws) -> Registration:
    council = COUNCILS[(provider.number + nth * 5) % len(COUNCILS)]
    service = _SERVICES[(provider.number + nth) % len(_SERVICES)]
    home = service in ("Residential homes", "Nursing homes")
    opened = OPENED_FROM + timedelta(days=draws.whole(0, 4800))
    closed = opened + timedelta(days=900) if draws.chance(0.04) else None
    return Registration(
        number=number,
        provider=provider,
        council=council,
        name=_name(provider, council, home),
        service=service,
        postcode=provider.postcode if nth == 0 else council.postcode,
        beds=draws.whole(8, 64) if home else 0,
        opened=opened,
        closed=closed,
        taken_over=draws.chance(0.08) and not closed,
        inspections=() if draws.chance(0.12) else _inspections(provider.quality, opened, closed, draws),
    )


def _name(provider: Provider, council: Council, home: bool) -> str:
    place = council.name.split()[0]
    first = provider.name.split()[0]
    return f"{first} House, {place}" if home else f"{first} Care {place}"


def _inspections(quality: float, opened: date, closed: date | None, draws: Draws) -> tuple[Inspection, ...]:
    """One every two to five years while it is open, each near the provider's true quality."""
    found: list[Inspection] = []
    day = max(opened, FIRST_INSPECTION) + timedelta(days=draws.whole(200, 700))
    while day <= (closed or LAST_INSPECTION):
        grades = tuple(_grade(quality, draws) for _ in KEY_QUESTIONS)
        found.append(Inspection(day, grades, _overall(grades)))
        day += timedelta(days=draws.whole(700, 1800))
    return tuple(found)


def _grade(quality: float, draws: Draws) -> int:
    return min(3, max(0, round(draws.near(1.4 + 0.9 * quality, 0.55))))


def _overall(grades: tuple[int, ...]) -> int:
    """As the English regulator adds them up: see `candour.care.ratings`, which predicts it and is not asked here."""
    low, poor = grades.count(0), grades.count(1)
    if low >= 2:
        return 0
    if low == 1 or poor >= 2:
        return 1
    return 3 if grades.count(3) >= 2 and poor == 0 else 2
