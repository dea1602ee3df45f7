"""Keeping a page, and finding it again."""

import zstandard
from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from candour.errors import CandourError, NotFoundError
from candour.site.kept.contents import MANIFEST, Content, Contents
from candour.site.kept.models import Kept, KeptFile

MOST_BYTES = 5_000_000
"""Of one page with all its files."""


class NoRoomError(CandourError):
    """A page is too large to be kept, or so much is kept already that there is no room."""


def keep(contents: Contents) -> Kept:
    """Keep a page; one that is kept already is left as it is.

    Raises:
        NoRoomError: it is too large, or there is no room.
    """
    known = Kept.objects.filter(digest=contents.digest).first()
    if known:
        return known
    if contents.size > MOST_BYTES:
        raise NoRoomError(f"this page has {contents.size:,} bytes with its tables; at most {MOST_BYTES:,} are kept")
    with transaction.atomic():
        held = Kept.objects.aggregate(held=Sum("size"))["held"] or 0
        if held + contents.size > settings.CANDOUR_KEPT_MEGABYTES * 1_000_000:
            raise NoRoomError("so many pages are kept already that there is no room; tell those who run this site")
        kept, new = Kept.objects.get_or_create(
            digest=contents.digest,
            defaults={
                "address": contents.address,
                "title": contents.title,
                "data_version": contents.data_version,
                "fictional": contents.fictional,
                "kept": timezone.now(),
                "size": contents.size,
            },
        )
        if new:
            manifest = Content(MANIFEST, "application/json", contents.manifest())
            KeptFile.objects.bulk_create(_packed(kept, one) for one in (*contents.files, manifest))
    return kept


def kept_page(digest: str) -> Kept:
    """A kept page. Raises NotFoundError where none has that digest."""
    found = Kept.objects.filter(digest=digest).first()
    if found is None:
        raise NotFoundError("no page is kept at this address; a letter or digit of it may be missing")
    return found


def kept_file(digest: str, name: str) -> Content:
    """One file of a kept page. Raises NotFoundError where there is none of that name."""
    found = KeptFile.objects.filter(page=digest, name=name).first()
    if found is None:
        raise NotFoundError("the page that is kept here has no such file")
    content = zstandard.ZstdDecompressor().decompress(bytes(found.content))
    return Content(found.name, found.media_type, content)


def _packed(kept: Kept, one: Content) -> KeptFile:
    packed = zstandard.ZstdCompressor(level=9).compress(one.content)
    return KeptFile(page=kept, name=one.name, media_type=one.media_type, content=packed)
