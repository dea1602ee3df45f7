"""Which rows of the tables somebody asks for."""

from collections.abc import Iterable, Sequence

from candour.compare.measured.asked import Asked, KindName, Window

Query = tuple[str, dict[str, object]]

KEYS: dict[KindName, tuple[str, str, str]] = {
    "providers": ("provider_key", "provider_name", "provider_key IS NOT NULL"),
    "councils": ("council_key", "council_name", "council_key IS NOT NULL AND is_first"),
    "contract-models": ("contract_model", "contract_model", "is_first"),
    "contracts": (
        "CONCAT(CAST(process_number AS VARCHAR), '.', CAST(contract_number AS VARCHAR))",
        "CAST(NULL AS VARCHAR)",
        "is_first",
    ),
}
"""For each kind: the key of a unit, its name, and which rows are its own."""


def condition(asked: Asked, breakdowns: Sequence[str] | None, window: Window | None) -> Query:
    """The condition on the table of observations: what is asked for, of these breakdowns, in this time."""
    its, parameters = selected(asked, council="council_key")
    parts = ["metric_id = $metric", *its]
    parameters |= {"metric": asked.metric}
    if breakdowns is not None:
        chosen, wanted = among("breakdown", breakdowns)
        parts.append(chosen)
        parameters |= wanted
    if window is not None:
        parts.append("(period_end IS NULL OR (period_end >= $since AND period_end < $until))")
        parameters |= {"since": window.since, "until": window.until}
    return " AND ".join(parts), parameters


def selected(asked: Asked, *, council: str) -> tuple[list[str], dict[str, object]]:
    """The conditions that choose processes, for a table whose column of councils is called so."""
    parts, parameters = [], dict[str, object]()
    if asked.care != "any":
        parts.append("social_care = 'yes'" if asked.care == "yes" else "social_care IN ('yes', 'perhaps')")
    for column, value in ((council, asked.council), ("contract_model", asked.contract_model)):
        if value is not None:
            parts.append(f"{column} = ${column}")
            parameters[column] = value
    return parts, parameters


def among(column: str, values: Iterable[str]) -> Query:
    """The condition that a column has one of these values."""
    name = "breakdown" if column == "breakdown" else "unit"
    wanted: dict[str, object] = {f"{name}_{number}": value for number, value in enumerate(values)}
    return f"{column} IN ({', '.join(f'${key}' for key in wanted)})" if wanted else "FALSE", wanted
