"""Made releases of fictional processes: one that says everything, one that says nothing, and some in between."""

from typing import Any

PREFIX = "ocds-f1ct10-"
EVERYTHING, NOTHING, AWARD, TENDER = (PREFIX + name for name in ("everything", "nothing", "award", "tender"))
STATES, BEFORE, SEVERAL, ODD = (PREFIX + name for name in ("states", "before", "several", "odd"))

COUNCIL = {"id": "buyer", "name": "Ambermere Council (fictional)"}
SUPPLIER = {"id": "supplier", "name": "Lantern Care Co-operative (fictional)"}
PARTIES = [COUNCIL | {"roles": ["buyer"]}, SUPPLIER | {"roles": ["supplier"]}]


def pounds(amount: float) -> dict[str, Any]:
    return {"amount": amount, "currency": "GBP"}


def release(ocid: str, number: int, tag: str, **fields: Any) -> dict[str, Any]:
    """A release of a day of its own, so that the order of merging is theirs."""
    head = {"ocid": ocid, "id": f"{ocid}-{number}", "date": f"2025-0{number}-01T00:00:00Z", "tag": [tag]}
    return head | {"initiationType": "tender", "buyer": COUNCIL, "parties": PARTIES} | fields


def metric(name: str, *observations: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.replace("-", " ").capitalize(), **more, "observations": [*observations]}


def target(measure: Any, unit: str = "share", **more: Any) -> dict[str, Any]:
    return {"id": "target", "measure": measure, "unit": {"name": unit}, **more}


def reported(name: str, until: str, measure: Any = None, unit: str = "share", **more: Any) -> dict[str, Any]:
    found = {"id": name, "period": {"startDate": "2025-04-01T00:00:00Z", "endDate": until}, "unit": {"name": unit}}
    return found | ({} if measure is None else {"measure": measure}) | more


def award(**more: Any) -> dict[str, Any]:
    return {"id": "a", "status": "active", "date": "2025-03-01T00:00:00Z", "suppliers": [SUPPLIER], **more}


def contract(name: str = "c", **more: Any) -> dict[str, Any]:
    period = {"startDate": "2025-04-01T00:00:00+01:00", "endDate": "2027-03-31T23:59:59+01:00"}
    return {"id": name, "awardID": "a", "status": "active", "period": period, **more}


def everything() -> list[dict[str, Any]]:
    """From co-design to lessons, by the council and then by the provider."""
    ocid = EVERYTHING
    offered = {"id": "day", "unit": "contactHour", "serviceType": "homeCare", "payerPays": pounds(30)}
    paid = offered | {
        "payerPays": pounds(25),
        "workerReceives": pounds(15),
        "workerReceivesPer": "contactHour",
        "travelTime": "paidSeparately",
        "mileage": pounds(0.45),
    }
    before = {
        "id": "p",
        "ocid": BEFORE,
        "contractID": "c",
        "supplier": {"id": "old", "name": "Old Care Ltd (fictional)"},
    }
    return [
        release(
            ocid,
            1,
            "tender",
            tender={
                "id": "t",
                "title": "Home care in Ambermere (fictional)",
                "status": "complete",
                "value": pounds(900_000),
                "items": [{"id": "1", "deliveryAddresses": [{"region": "UKG31"}]}],
                "procurementMethodDetails": "Open procedure",
                "awardCriteria": {
                    "criteria": [
                        {"id": "q", "type": "quality", "name": "Quality", "numbers": [_weight(70)]},
                        {"id": "p", "type": "price", "name": "Price", "numbers": [_weight(30)]},
                    ]
                },
                "evaluationPanel": [
                    {"id": "1", "role": "personSupported", "number": 3, "conflictsDeclared": 1},
                    {"id": "2", "role": "commissioner", "number": 2, "conflictsDeclared": 0},
                ],
                "minimumStandards": [
                    {"id": "v", "title": "Visits of 30 minutes", "level": "local", "raises": "n", "floor": 0.9}
                ],
                "targets": [metric("pay-per-hour-worked", target(13, "pounds per hour"))],
                "socialCare": {
                    "serviceTypes": ["homeCare"],
                    "clients": ["olderPeople"],
                    "contractModel": "block",
                    "regime": "lightTouch",
                    "userChoice": "listedProviders",
                },
            },
            participation=[
                {
                    "id": "1",
                    "stage": "coDesign",
                    "participants": [
                        {"id": "1", "role": "personSupported", "number": 9},
                        {"id": "2", "role": "careWorker", "number": 4},
                    ],
                    "contributions": [
                        {
                            "id": "1",
                            "role": "personSupported",
                            "asked": "Fewer new faces",
                            "outcome": "adopted",
                            "reason": "It is what people miss most",
                            "relatedMetrics": ["continuity-of-workers"],
                        },
                        {"id": "2", "role": "careWorker", "asked": "Paid waiting"},
                    ],
                }
            ],
        ),
        release(
            ocid,
            2,
            "award",
            bids={
                "details": [
                    {
                        "id": "b",
                        "status": "valid",
                        "tenderers": [SUPPLIER],
                        "scores": [
                            {"id": "1", "criterion": "q", "group": "livedExperience", "score": 4, "maximum": 5}
                        ],
                        "rates": [offered],
                    }
                ],
                "statistics": [{"id": "1", "measure": "bids", "value": 3}],
            },
            awards=[award(relatedBids=["b"], value=pounds(800_000))],
        ),
        release(
            ocid,
            3,
            "contract",
            contracts=[
                contract(
                    value=pounds(800_000),
                    rates=[paid],
                    predecessors=[before | {"reason": "endOfTerm", "metricsCarried": ["missed-visits"]}],
                    agreedMetrics=[
                        metric("missed-visits", target(0.02), version=1),
                        metric("continuity-of-workers", target(5, "workers per person")),
                        metric("satisfaction", target(0.85)),
                        metric("worker-pay-share", target(0.6)),
                    ],
                )
            ],
        ),
        release(
            ocid,
            4,
            "contractAmendment",
            contracts=[
                contract(
                    value=pounds(850_000),
                    amendments=[{"id": "1", "date": "2025-04-01T00:00:00Z", "rationale": "Wages rose"}],
                )
            ],
        ),
        release(
            ocid,
            5,
            "implementation",
            contracts=[
                contract(
                    implementation={
                        "transactions": [
                            {"id": "1", "date": "2025-05-01T00:00:00Z", "value": pounds(1000)},
                            {"id": "2", "date": "2025-06-01T00:00:00Z", "value": pounds(500)},
                            {"id": "3", "date": "2025-06-01T00:00:00Z", "value": {"amount": 7, "currency": "EUR"}},
                        ],
                        "metrics": [
                            metric(
                                "missed-visits",
                                reported("q1", "2025-06-30T00:00:00Z", 0.01, numerator=4, denominator=400),
                                version=1,
                            ),
                            metric(
                                "satisfaction",
                                reported(
                                    "q1",
                                    "2025-06-30T00:00:00Z",
                                    0.8,
                                    respondents=40,
                                    invited=50,
                                    denominator=40,
                                    respondentsRole="personSupported",
                                    answeredBy="themselves",
                                    verifiedBy={"role": "peopleSupported"},
                                ),
                            ),
                            metric(
                                "pay-per-hour-worked", reported("q1", "2025-06-30T00:00:00Z", 12.5, "pounds per hour")
                            ),
                            metric("falls", reported("q1", "2025-06-30T00:00:00Z", 3, "per 1,000 days")),
                        ],
                        "performanceFailures": [{"id": "1", "category": "Late visits", "events": 2}],
                    }
                )
            ],
            lessons=[{"id": "1", "role": "careWorker", "title": "Plan by street", "contractID": "c"}],
        ),
    ]


def _lot(name: str, kind: str) -> dict[str, Any]:
    return {"id": name, "socialCare": {"serviceTypes": [kind]}, "rates": [{"id": name, "payerPays": pounds(20)}]}


def _weight(number: float) -> dict[str, Any]:
    return {"number": number, "weight": "percentageExact"}


def before() -> list[dict[str, Any]]:
    """The contract before that of `everything`: one promise is dropped, one changed, one is in another version."""
    agreed = [
        metric("missed-visits", target(0.03), version=1),
        metric("satisfaction", target(0.85), version=2),
        metric("worker-pay-share", target(0.6)),
        metric("falls", target(4, "per 1,000 days")),
    ]
    done = [metric("missed-visits", reported("q1", "2024-12-31T00:00:00Z", 0.04), version=1)]
    return [
        release(
            BEFORE,
            1,
            "contract",
            awards=[award()],
            contracts=[contract(agreedMetrics=agreed, implementation={"metrics": done}, status="terminated")],
        )
    ]


def states() -> list[dict[str, Any]]:
    """A report in each of the four states."""
    until = "2025-06-30T00:00:00Z"
    names = ("missed-visits", "late-visits", "satisfaction", "dignity", "falls")
    done = [
        metric("missed-visits", reported("q", until, 0.01)),
        metric("late-visits", reported("q", until, state="suppressed", stateReason="fewer than 8 people")),
        metric("satisfaction", reported("q", until, state="notComputable", stateReason="nobody was asked")),
        metric("dignity", reported("q", until, state="notReported", stateReason="the survey was lost")),
    ]
    return [
        release(
            STATES,
            1,
            "implementation",
            awards=[award()],
            contracts=[
                contract(
                    agreedMetrics=[metric(name, target(0.5)) for name in names], implementation={"metrics": done}
                )
            ],
        )
    ]


def others() -> list[dict[str, Any]]:
    """Nothing but a contract; an award without one; a tender; two contracts; and what is not as it should be."""
    tender = {"id": "t", "title": "Home care (fictional)", "targets": [metric("missed-visits", target(0.02))]}
    no_period = {"id": "c", "awardID": "a", "status": "active"}
    odd = {
        "id": "c",
        "awardID": 7,
        "rates": "by the hour",
        "value": {"amount": "much", "currency": 3},
        "amendments": [None, {"date": "soon"}],
        "agreedMetrics": [{"title": "no id"}, {"id": "x", "observations": "none"}, {"id": 5, "version": "one"}],
        "implementation": {"metrics": {"id": "x"}, "transactions": [{"value": 3}], "performanceFailures": [{}]},
        "relatedProcesses": [{"relationship": "prior"}, {"relationship": ["prior"], "identifier": 3}],
        "predecessors": [{"id": "1"}, 4],
    }
    return [
        release(NOTHING, 1, "contract", awards=[award()], contracts=[no_period]),
        release(
            AWARD, 1, "award", tender=tender, awards=[award(agreedMetrics=[metric("falls", target(3, "falls"))])]
        ),
        release(TENDER, 1, "tender", tender=tender),
        release(
            SEVERAL,
            1,
            "contract",
            tender={"id": "t", "lots": [_lot("1", "homeCare"), _lot("2", "dayServices")]},
            awards=[award()],
            contracts=[contract("c1", relatedLots=["2"]), contract("c2")],
        ),
        release(
            ODD,
            1,
            "contract",
            buyer={"name": "Odd"},
            parties="none",
            participation=[{"id": "1", "participants": "few", "contributions": [{}]}, 3],
            lessons={"id": 1},
            relatedProcesses=[{"id": "1", "identifier": "nowhere", "relationship": ["prior"], "scheme": "ocid"}],
            contracts=[odd],
        ),
    ]
