"""What follows from everything else that a workbook says: pointers to parties, fixed values, an id of the content."""

from collections.abc import Collection

from candour.templates import made
from candour.templates.kind import Kind, Reference
from candour.templates.path import Json, exists, look, objects, put, steps

_PARTIES = "releases[].parties[]"


def put_what_follows(document: Json, kind: Kind, left_out: Collection[str]) -> None:
    """Put it into the document; `left_out` are the columns of forms that say that they are left out on purpose."""
    for reference in kind.references:
        if exists(document, reference.at):
            _refer(document, reference)
    for path, value in kind.always.items():
        if exists(document, path):
            put(document, path, value)
    for _, _, column in kind.columns():
        if column.made == "content id" and column.name not in left_out and exists(document, column.path):
            parent, _, name = column.path.rpartition(".")
            around = look(document, parent) if parent else document
            if name not in around:
                around[name] = made.content_id(around)


def _refer(document: Json, reference: Reference) -> None:
    """Point to the first party of a role, or to all of them where there is a list."""
    parties = [party for party in objects(document, _PARTIES) if reference.role in party.get("roles", ())]
    pointers = [{name: party[name] for name in ("id", "name") if name in party} for party in parties]
    if not pointers:
        return
    put(document, reference.at, pointers[0])
    if reference.at.endswith("[]"):
        parent, _, _ = reference.at.rpartition(".")
        look(document, parent)[steps(reference.at)[-1].name] = pointers
