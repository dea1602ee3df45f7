"""What publishers have published, in packages that other OCDS tools read, a page at a time."""

from candour.operations.published_pages.choice import Choice, Place
from candour.operations.published_pages.records import RecordsPage, record, records
from candour.operations.published_pages.releases import ReleasesPage, releases

__all__ = ["Choice", "Place", "RecordsPage", "ReleasesPage", "record", "records", "releases"]
