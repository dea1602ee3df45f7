"""What the fictional contracts promise and report: metrics of the outcome library, by its ids, versions and words."""

from dataclasses import dataclass

from candour.sample.services import CARE, Service

_SUPPORTED = "People supported under the contract during the period, whoever pays"
_WORKERS = "Care workers employed for the contract"
_ALL_CARE = "All care given under the contract in the period"

_ALL = frozenset(service.name for service in CARE)
_ADULTS = _ALL - {"Children's residential care"}
_VISITED = frozenset({"Home care", "Extra care housing support", "Reablement"})
_AT_HOME = _VISITED | {"Supported living"}
_BY_THE_HOUR = _AT_HOME | {"Short breaks for carers"}
_FURTHER_EVERY = 3


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric of the outcome library: what providers of quality 0 and of quality 1 reach, and the noise about it.

    Its measure is `scale` times a numerator by a denominator. `counts` says what the denominator is made of:
    respondents, visits, frequent visits, people, workers, pounds, hours, minutes, days or complaints; `counted_of`
    is that in words. It is of contracts for `services`.
    """

    id: str
    title: str
    unit: str
    target: float
    worst: float
    best: float
    noise: float
    digits: int
    population: str
    method: str
    counts: str
    counted_of: str
    services: frozenset[str] = _ADULTS
    role: str = "provider"
    yearly: bool = False
    scale: int = 1

    @property
    def surveyed(self) -> bool:
        """Whether people are asked, and may not answer."""
        return self.method == "survey"

    def expected(self, quality: float) -> float:
        """What a provider of this quality reaches, but for the noise."""
        return self.worst + (self.best - self.worst) * quality


def _survey(id_: str, title: str, target: float, worst: float, best: float) -> Metric:
    return Metric(
        *(id_, title, "share", target, worst, best, 0.03, 3),
        *(_SUPPORTED, "survey", "respondents", "people who answered"),
        role="personSupported",
        yearly=True,
    )


ALWAYS = (
    _survey("satisfaction", "Satisfaction", 0.85, 0.55, 0.97),
    Metric(
        *("staff-turnover", "Staff turnover", "share", 0.25, 0.60, 0.10, 0.04, 3),
        *(_WORKERS, "payroll", "workers", "care workers employed, on average"),
        services=_ALL,
        yearly=True,
    ),
    Metric(
        *("worker-pay-share", "Share of the rate paid to workers", "share", 0.65, 0.50, 0.78, 0.01, 3),
        *(_ALL_CARE, "payroll", "pounds", "pounds paid for care"),
        services=_BY_THE_HOUR,
    ),
    Metric(
        *("missed-visits", "Missed visits", "share", 0.01, 0.05, 0.002, 0.003, 4),
        *(_SUPPORTED, "visitLog", "visits", "planned visits"),
        services=_VISITED,
    ),
    Metric(
        *("continuity-of-workers", "Continuity of workers", "workers per person", 6.0, 14.0, 3.0, 0.8, 1),
        *(_SUPPORTED, "visitLog", "frequent visits", "people with 28 visits or more in 28 days"),
        services=_AT_HOME,
    ),
)
"""In every contract for such care."""
SOMETIMES = (
    _survey("dignity", "Dignity", 0.95, 0.80, 0.99),
    _survey("control-over-daily-life", "Control over daily life", 0.75, 0.50, 0.92),
    Metric(
        *("workers-voice", "Workers' voice", "share", 0.70, 0.35, 0.90, 0.03, 3),
        *(_WORKERS, "survey", "respondents", "people who answered"),
        services=_ALL,
        role="careWorker",
        yearly=True,
    ),
    Metric(
        *("complaints-resolved", "Complaints resolved", "share", 0.9, 0.6, 1.0, 0.08, 3),
        *("Complaints from or for people supported under the contract", "registerOfEvents"),
        *("complaints", "complaints whose time ran out"),
        services=_ALL,
        yearly=True,
    ),
    Metric(
        *("care-plan-reviewed", "Care plans reviewed", "share", 0.95, 0.6, 1.0, 0.04, 3),
        *(_SUPPORTED, "careRecords", "people", "people supported for twelve months"),
        services=_ADULTS - {"Reablement"},
        yearly=True,
    ),
    Metric(
        *("pay-per-hour-worked", "Pay for an hour worked", "pounds per hour", 14.0, 11.6, 18.5, 0.15, 2),
        *(_ALL_CARE, "payroll", "hours", "hours of contact and travel"),
        services=_BY_THE_HOUR,
    ),
    Metric(
        *("falls", "Falls", "per 1,000 days", 3.0, 6.0, 1.5, 0.5, 2),
        *(_SUPPORTED, "registerOfEvents", "days", "days on which people were supported"),
        scale=1000,
    ),
    Metric(
        *("visit-time-given", "Time given of the time planned", "share", 0.95, 0.78, 1.0, 0.02, 3),
        *(_SUPPORTED, "visitLog", "minutes", "minutes planned"),
        services=_VISITED,
    ),
    Metric(
        *("travel-time-paid", "Travel time paid", "share", 1.0, 0.3, 1.0, 0.03, 3),
        *(_WORKERS, "payroll", "minutes", "minutes of travel between visits"),
        services=_BY_THE_HOUR,
    ),
)
"""In a third of the contracts for such care."""
METRICS = (*ALWAYS, *SOMETIMES)


def agreed(service: Service, number: int) -> tuple[Metric, ...]:
    """The metrics of a purchase with this number."""
    fitting = [metric for metric in SOMETIMES if service.name in metric.services]
    further = (metric for place, metric in enumerate(fitting) if (number + place) % _FURTHER_EVERY == 0)
    return (*(metric for metric in ALWAYS if service.name in metric.services), *further)
