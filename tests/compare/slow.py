"""The indicators again, slowly and plainly, from compiled releases alone: what the SQL is held against."""

from datetime import datetime
from decimal import Decimal

import numpy


def number(value):
    return None if value is None else Decimal(str(value))


def time(text):
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    if not 1900 <= moment.year <= 2200:
        return None
    return moment if moment.tzinfo is None else (moment - moment.utcoffset()).replace(tzinfo=None)


def day(text):
    moment = time(text)
    return moment.date() if moment else None


def days(start, end):
    return (end - start).days if start and end and end >= start else None


def awards(release):
    return [(at, award) for at, award in enumerate(release.get("awards", []), 1) if award.get("status") == "active"]


def parties(release):
    return {str(party.get("id")): party for party in release.get("parties", [])}


def detail(release, supplier, name):
    return parties(release).get(str(supplier.get("id")), {}).get("details", {}).get(name)


def number_of_awards(release):
    return [(at, 1, None) for at, _ in awards(release)]


def award_value(release):
    rows = []
    for at, award in awards(release):
        value = award.get("value", {})
        amount = number(value.get("amount", value.get("amountGross")))
        good = amount is not None and amount > Decimal("0.01") and value.get("currency")
        rows.append((at, amount, value["currency"]) if good else (at, None, None))
    return rows


def contract_duration(release):
    signed, rows = set(), []
    numbers = {str(award.get("id")): at for at, award in enumerate(release.get("awards", []), 1)}
    periods = []
    for contract in release.get("contracts", []):
        at = numbers.get(str(contract.get("awardID")))
        signed.add(at)
        periods.append((at, contract.get("period", {})))
    periods += [(at, award.get("contractPeriod", {})) for at, award in awards(release) if at not in signed]
    for at, period in periods:
        length = days(day(period.get("startDate")), day(period.get("endDate")))
        rows.append((at, None if length is None else length / 30.4375, None))
    return rows


def tender_close_to_award_days(release):
    closed = day(release.get("tender", {}).get("tenderPeriod", {}).get("endDate"))
    return [(at, days(closed, day(award.get("date"))), None) for at, award in awards(release)]


def performance_published_share(release):
    if not awards(release):
        return []
    done = [contract.get("implementation", {}) for contract in release.get("contracts", [])]
    observed = any(metric.get("observations") for one in done for metric in one.get("metrics", []))
    return [(None, int(observed or any(one.get("performanceFailures") for one in done)), None)]


def small_supplier_award_share(release):
    rows = []
    for at, award in awards(release):
        scales = [detail(release, supplier, "scale") for supplier in award.get("suppliers", [])]
        known = [scale.lower() in ("micro", "small", "medium", "sme") for scale in scales if scale]
        if award.get("suppliers"):
            rows.append((at, int(any(known)) if known else None, None))
    return rows


def vcse_award_share(release):
    rows = []
    for at, award in awards(release):
        known = [d for s in award.get("suppliers", []) if isinstance(d := detail(release, s, "vcse"), bool)]
        if award.get("suppliers"):
            rows.append((at, int(any(known)) if known else None, None))
    return rows


INDICATORS = {
    "number-of-awards": number_of_awards,
    "award-value": award_value,
    "contract-duration": contract_duration,
    "tender-close-to-award-days": tender_close_to_award_days,
    "performance-published-share": performance_published_share,
    "small-supplier-award-share": small_supplier_award_share,
    "vcse-award-share": vcse_award_share,
}


def quartiles(values):
    return [float(numpy.percentile([float(value) for value in values], share)) for share in (25, 50, 75)]
