"""A warehouse of many observations, written by the warehouse's own writers, bucket by bucket."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

BUCKETS = 32
"""As many as a million releases make."""
RELEASES_A_PROCESS = 3
OBSERVATIONS_A_CONTRACT = 50
QUARTERS = 10
PROVIDERS, LOCATIONS_A_PROVIDER = 10_000, 6
MODELS = ("block", "spot", "framework", "dynamic list", "approved list", "unknown")
COMMON, SURVEYED = "missed-visits", "satisfaction"
"""The metric that every contract reports, so that a fifth of all observations are of it, and one of people asked."""


def make(folder: Path, observations: int, releases: int, told: Callable[[int, int], None] = lambda *_: None) -> Path:
    """The home with so many observations and releases; made once, and kept for as long as the tables are the same."""
    from candour.operations.derived import derived_tables
    from candour.warehouse.derived import fingerprint_of
    from candour.warehouse.layout import WHO_IS_WHO_PART, Bucket, Layout, Version

    home = folder / f"observations-{observations}-{releases}"
    layout, derived = Layout(home / "warehouse"), fingerprint_of(derived_tables())
    made = layout.version("observations") if (home / "warehouse/current").exists() else None
    if made is not None and made.derived == derived:
        return home
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    layout.create()
    layout.begin()
    processes = max(1, releases // RELEASES_A_PROCESS)
    reporting = max(1, observations // OBSERVATIONS_A_CONTRACT)
    providers = min(PROVIDERS, reporting)
    calls = [
        (
            str(layout.building / f"{bucket:03}"),
            bucket,
            _share(processes, bucket),
            _share(reporting, bucket),
            providers,
        )
        for bucket in range(BUCKETS)
    ]
    with ProcessPoolExecutor(2) as pool:
        for done, _ in enumerate(pool.map(_bucket, calls), 1):
            told(done, BUCKETS)
    _ratings(layout.building / WHO_IS_WHO_PART)
    layout.finish(Version("observations", tuple(Bucket(f"{n:03}", "made") for n in range(BUCKETS)), derived))
    layout.put_in_force("observations")
    return home


def councils_of_the_home() -> list[Any]:
    """The councils that buy."""
    from candour.care import councils

    return [one for one in councils.all_councils() if one.social_care and one.end is None]


def _share(number: int, bucket: int) -> int:
    return number // BUCKETS + (bucket < number % BUCKETS)


def _bucket(call: tuple[str, int, int, int, int]) -> None:
    """Write one bucket: its first processes report, the others are notices alone."""
    from candour.operations.derived import derived_tables
    from candour.warehouse.bucket import BucketTables
    from candour.warehouse.derive import write_derived

    folder, bucket, processes, reporting, providers = Path(call[0]), *call[1:]
    folder.mkdir()
    draws, tables = random.Random(bucket), BucketTables(folder)
    buyers = councils_of_the_home()
    for position in range(max(processes, reporting)):
        provider = (position * BUCKETS + bucket) % providers
        tables.add(_process(draws, buyers, bucket, position, provider, reports=position < reporting))
    tables.finish()
    write_derived(folder, derived_tables())


def _process(
    draws: random.Random, buyers: list[Any], bucket: int, position: int, provider: int, *, reports: bool
) -> Any:
    from candour.warehouse.organisation import organisation_of
    from candour.warehouse.shards import process_number
    from candour.warehouse.tables.process import Answer, Process

    ocid, buyer = f"ocds-f1ct10-{bucket:03}-{position:06}", draws.choice(buyers)
    start = date(2021, 1, 1) + timedelta(days=91 * draws.randrange(8))
    award = {
        "id": "1",
        "status": "active",
        "date": f"{start}T00:00:00Z",
        "value": {"amount": draws.randrange(10_000, 5_000_000), "currency": "GBP"},
        "suppliers": [{"id": f"GB-COH-{provider:08}", "name": f"Provider {provider} Ltd"}],
    }
    compiled = {
        "ocid": ocid,
        "buyer": {"id": buyer.organisation_id, "name": buyer.name},
        "parties": [
            {"id": buyer.organisation_id, "name": buyer.name, "roles": ["buyer"]},
            {
                "id": f"GB-COH-{provider:08}",
                "name": f"Provider {provider} Ltd",
                "roles": ["supplier"],
                "identifier": {"scheme": "GB-COH", "id": f"{provider:08}"},
            },
        ],
        "tender": {"title": "Home care", "status": "complete", "numberOfTenderers": draws.randrange(1, 9)},
        "awards": [award],
        "contracts": [{"id": "1", "awardID": "1", **(_implementation(draws, provider, start) if reports else {})}],
    }
    return Process(
        compiled,
        number=process_number(bucket, position),
        organisation_of=organisation_of,
        releases=tuple(_releases(ocid, start)),
        social_care=Answer("yes", "made for measuring"),
        contract_model=Answer(draws.choice(MODELS), "made for measuring"),
    )


def _releases(ocid: str, start: date) -> Iterator[Any]:
    from candour.warehouse.tables.process import ReleaseSeen

    for number, tag in enumerate(("tender", "award", "implementation")):
        yield ReleaseSeen(
            ocid=ocid, release_id=f"{ocid}-{number}", id_made=False, date=f"{start}T00:00:00Z", tags=(tag,),
            state="merged", content=f"{ocid}-{number}", publisher="Fictional portal", licence=None,
            receipt=f"receipt-{start.year}", source="made", position=str(number),
            extensions=(), data=b"{}",
        )  # fmt: skip


def _implementation(draws: random.Random, provider: int, start: date) -> dict[str, Any]:
    from candour.indicators.definition import metrics

    others = [id for id in metrics() if id not in (COMMON, SURVEYED, "falls")]
    chosen = [COMMON, *draws.sample(others, 3), SURVEYED if draws.random() < 0.5 else "falls"]
    return {"implementation": {"metrics": [_metric(draws, id, provider, start) for id in chosen]}}


def _metric(draws: random.Random, id: str, provider: int, start: date) -> dict[str, Any]:
    from candour.indicators.definition import metrics

    metric, usual = metrics()[id], 0.02 + 0.03 * random.Random(provider).random()
    version = metric.version if draws.random() < 0.95 else metric.version + 1
    found = []
    for quarter in range(QUARTERS):
        first = start + timedelta(days=91 * quarter)
        out_of = draws.randrange(40, 400)
        events = sum(draws.random() < usual for _ in range(3)) * out_of // 60
        found.append(
            {
                "id": f"{id}-{quarter}",
                "period": {"startDate": f"{first}T00:00:00Z", "endDate": f"{first + timedelta(days=90)}T23:59:59Z"},
                "measure": round(events / out_of, 4),
                "numerator": events,
                "denominator": out_of,
                "unit": {"name": metric.unit},
            }
        )
    return {"id": id, "version": version, "population": metric.population, "observations": found}


def _ratings(folder: Path) -> None:
    """How the locations of every provider are rated."""
    from candour.warehouse.rows import TableWriter
    from candour.warehouse.tables import supplier_ratings

    folder.mkdir()
    writer = TableWriter(supplier_ratings.TABLE, folder)
    writer.add(
        [
            SimpleNamespace(
                key=f"GB-COH-{number:08}",
                providers=(f"cqc:1-{number}",),
                locations=LOCATIONS_A_PROVIDER,
                rated=4,
                good=3,
                rating="some below good",
                oldest=date(2021, 1, 1),
            )
            for number in range(PROVIDERS)
        ]
    )
    writer.finish()


def sizes(home: Path) -> dict[str, int]:
    """How many rows the home has of what is compared."""
    from candour.operations.home import Home

    with Home(home).tables() as tables:
        asked = {name: f"SELECT COUNT(*) AS n FROM {name}" for name in ("releases", "compared_observations")}
        asked["locations"] = "SELECT SUM(locations) AS n FROM supplier_ratings"
        return {name: int(tables.query(sql).rows[0].n) for name, sql in asked.items()}


if __name__ == "__main__":
    import sys

    made = make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps({"home": str(made), **sizes(made)}))
