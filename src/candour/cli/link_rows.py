"""The links of a process as rows of a page."""

from collections.abc import Iterable
from typing import Any

LINK_COLUMNS = ("process", "score", "method", "why")


def link_rows(ocid: str, links: Iterable[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The other process of each link, how sure it is, and every reason."""
    return [
        (
            link["ocid_b"] if link["ocid_a"] == ocid else link["ocid_a"],
            f"{link['score']:.2f}",
            link["method"],
            "; ".join(link["reasons"]),
        )
        for link in links
    ]
