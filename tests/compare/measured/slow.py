"""The comparison again, slowly and plainly, over rows: what the SQL and the modules around it are held against."""

from collections import defaultdict
from math import asin, sqrt
from statistics import NormalDist

ALIKE = ("metric_version", "unit", "population", "answered_by", "respondents_role", "method", "length")
Z = NormalDist().inv_cdf(0.975)


def usable(row):
    if row["state"] != "value" or row["measure"] is None or not row["period_start"] or not 0 <= row["measure"] <= 1:
        return False
    if row["numerator"] is not None and row["denominator"]:
        return abs(row["numerator"] / row["denominator"] - row["measure"]) <= 0.0051
    return True


def counted(row):
    """What was counted and out of how many; None where that is not said."""
    if not row["denominator"]:
        return None
    if row["numerator"] is not None:
        return row["numerator"], row["denominator"]
    # The database rounds halves away from nought.
    return float(int(row["measure"] * row["denominator"] + 0.5)), row["denominator"]


def alike(row):
    return tuple(row[name] for name in ALIKE)


def comparable(rows):
    """The (numerator, denominator) of each provider in the largest set that is alike and shares a day."""
    by_kind = defaultdict(lambda: defaultdict(list))
    for row in filter(usable, rows):
        by_kind[alike(row)][row["provider_key"]].append(row)
    if not by_kind:
        return None, {}
    size = max(len(providers) for providers in by_kind.values())
    kinds = {kind: providers for kind, providers in by_kind.items() if len(providers) == size}
    answers = {}
    for kind, providers in kinds.items():
        periods = {
            key: (min(r["period_start"] for r in own), max(r["period_end"] for r in own))
            for key, own in providers.items()
        }
        days = sorted({day for period in periods.values() for day in period})
        sharing = [{key for key, (first, last) in periods.items() if first <= day <= last} for day in days]
        most = max(map(len, sharing))
        answers[kind] = (
            {frozenset(keys) for keys in sharing if len(keys) == most},
            {key: total(own) for key, own in providers.items()},
        )
    return answers, kinds


def total(rows):
    known = [found for row in rows if (found := counted(row))]
    return (sum(a for a, _ in known), sum(b for _, b in known)) if known else None


def wilson(successes, trials):
    """The roots of (p̂ - p)² = z² p(1 - p)/n, as a quadratic in p."""
    share = successes / trials
    a, b, c = 1 + Z * Z / trials, -(2 * share + Z * Z / trials), share * share
    root = sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def phi(counts, centre):
    """Without drawing in the ends: fewer than eleven units have none to draw in but by interpolation."""
    scores = sorted((asin(sqrt(a / b)) - asin(sqrt(centre))) * 2 * sqrt(b) for a, b in counts)
    last = len(scores) - 1

    def at(share):
        below = int(share * last)
        above = min(below + 1, last)
        return scores[below] + (scores[above] - scores[below]) * (share * last - below)

    low, high = at(0.1), at(0.9)
    return sum(min(max(z, low), high) ** 2 for z in scores) / len(scores)
