"""Where the fictional providers are registered to give care, and how they were rated."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from candour.sample.draws import Draws
from candour.sample.world import COUNCILS, PROVIDERS, Council, Provider

OPENED_FROM = date(2011, 1, 10)
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
    """One location. `taken_over` says that a predecessor under another company ran it until `opened`.

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
    def care_home(self) -> bool:
        """Whether people live there."""
        return self.beds > 0


@cache
def registrations() -> tuple[Registration, ...]:
    """All of them, the same on every machine: small providers have one location, large ones up to five."""
    draws = Draws()
    made: list[Registration] = []
    for provider in PROVIDERS:
        draws.begin(_SEED, provider.number)
        for nth in range(1 + (draws.whole(1, 4) if provider.scale == "large" else 0)):
            made.append(_registration(len(made), provider, nth, draws))
    return tuple(made)


def _registration(number: int, provider: Provider, nth: int, draws: Draws) -> Registration:
    council = COUNCILS[(provider.number + nth * 5) % len(COUNCILS)]
    service = _SERVICES[(provider.number + nth) % len(_SERVICES)]
    home = service in ("Residential homes", "Nursing homes")
    opened = OPENED_FROM + timedelta(days=draws.whole(0, 4800))
    return Registration(
        number=number,
        provider=provider,
        council=council,
        name=_name(provider, council, home),
        service=service,
        postcode=provider.postcode if nth == 0 else council.postcode,
        beds=draws.whole(8, 64) if home else 0,
        opened=opened,
        closed=opened + timedelta(days=900) if draws.chance(0.04) else None,
        taken_over=draws.chance(0.08),
        inspections=() if draws.chance(0.12) else _inspections(provider.quality, opened, draws),
    )


def _name(provider: Provider, council: Council, home: bool) -> str:
    place = council.name.split()[0]
    first = provider.name.split()[0]
    return f"{first} House, {place}" if home else f"{first} Care {place}"


def _inspections(quality: float, opened: date, draws: Draws) -> tuple[Inspection, ...]:
    """One every two to five years, each near the provider's true quality."""
    found: list[Inspection] = []
    day = opened + timedelta(days=draws.whole(200, 700))
    while day <= LAST_INSPECTION:
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
