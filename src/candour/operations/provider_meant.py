"""Which provider somebody means by a key, a number in a register, or a name."""

from candour.care.organisation_name import normalise
from candour.errors import CandourError, NotFoundError
from candour.warehouse.engine import Engine

SHOWN = 20
"""So many of the providers that a name fits are named."""

_BY_ID = """
SELECT DISTINCT provider FROM providers WHERE $id IN (provider, number, company, charity)
UNION
SELECT DISTINCT provider FROM locations WHERE $id IN (location, number) AND provider IS NOT NULL
"""
_BY_NAME = """
SELECT provider, name, COALESCE(other_names, []) AS other_names FROM providers
WHERE CONTAINS(LOWER(CONCAT_WS(' ', name, brand, ARRAY_TO_STRING(other_names, ' '))), $name)
UNION ALL
SELECT provider, ANY_VALUE(provider_name) AS name, [] AS other_names FROM locations
WHERE provider IS NOT NULL AND CONTAINS(LOWER(CONCAT_WS(' ', provider_name, name)), $name)
GROUP BY provider
ORDER BY name, provider
"""


class SeveralProvidersError(CandourError):
    """A name fits several providers; `providers` are their keys and names."""

    def __init__(self, name: str, providers: list[tuple[str, str]]) -> None:
        shown = "; ".join(f"{key} ({called})" for key, called in providers[:SHOWN])
        more = f" and {len(providers) - SHOWN:,} more" if len(providers) > SHOWN else ""
        super().__init__(f"{name!r} fits {len(providers):,} providers: {shown}{more}; give one of the keys")
        self.providers = providers


def provider_meant(tables: Engine, wanted: str) -> str:
    """The key of the one provider that has this number, runs the location with it, or is the only one of that name.

    Raises:
        SeveralProvidersError: the name fits several, and is the whole name of none of them or of several.
        CandourError: there is none.
    """
    wanted = wanted.strip()
    by_id = tables.query(_BY_ID, {"id": wanted}).rows
    if len(by_id) == 1:
        return str(by_id[0].provider)
    names, exact = _named(tables, wanted, wanted)
    if not names:
        # Perhaps only the form of the company is written in another way: Limited and Ltd are one.
        names, exact = _named(tables, wanted.rpartition(" ")[0] or wanted, wanted)
        names = {key: name for key, name in names.items() if key in exact}
    if len(exact) == 1:
        return exact[0]
    if len(names) == 1:
        return next(iter(names))
    if names:
        raise SeveralProvidersError(wanted, sorted(names.items(), key=lambda known: (known[1], known[0])))
    raise NotFoundError(f"no provider has {wanted!r} in its name or as its number; `candour add` takes registers")


def _named(tables: Engine, part: str, whole: str) -> tuple[dict[str, str], list[str]]:
    """The providers with a part in their names, by key, and the keys of those of which it is a whole name."""
    names: dict[str, str] = {}
    exact: dict[str, None] = {}
    for row in tables.query(_BY_NAME, {"name": part.casefold()}):
        names.setdefault(row.provider, row.name or "")
        if normalise(whole) in (normalise(name) for name in (row.name or "", *row.other_names)):
            exact[row.provider] = None
    return names, list(exact)
