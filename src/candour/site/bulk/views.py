"""Giving files away, a piece at a time, so that none is held in memory."""

import base64
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from candour.operations.bulk import BulkFile, bulk_file
from candour.site.bulk.pieces import PIECE, BusyError, Pieces
from candour.site.bulk.ranges import NoSuchRangeError, Part, part_of
from candour.site.pages.made import home
from candour.site.pages.refused import Refusal, refused

_TYPES = {
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
}


@require_safe
def file(request: HttpRequest, data_version: str, name: str) -> HttpResponseBase:
    """One file of one version of the data; these bytes never change."""
    found = bulk_file(home(), data_version, name)
    if found is None:
        raise Http404
    path, about = found
    headers = _headers(about)
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in known or headers["ETag"] in known:
        return HttpResponseNotModified(headers=headers)
    try:
        part = part_of(_asked(request, headers["ETag"]), about.bytes)
    except NoSuchRangeError:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{about.bytes}"})
    if part:
        headers["Content-Range"] = f"bytes {part.first}-{part.last}/{about.bytes}"
    sent = part or Part(0, about.bytes - 1)
    headers["Content-Length"] = str(sent.length)
    status = 206 if part else 200
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    if sent.length <= PIECE:
        return HttpResponse(_piece(path, sent), status=status, headers=headers)
    try:
        content = Pieces(path, sent)
    except BusyError:
        told = _("Many files are on their way to readers. Try again in a moment.")
        answer = refused(request, Refusal(503, _("Please wait"), (told,)))
        answer.headers["Retry-After"] = "5"
        return answer
    return StreamingHttpResponse(content, status=status, headers=headers)


def _headers(about: BulkFile) -> dict[str, str]:
    digest = base64.b64encode(bytes.fromhex(about.sha256)).decode()
    return {
        "Content-Type": _TYPES[Path(about.name).suffix],
        "Content-Disposition": f'attachment; filename="{about.name}"',
        "ETag": f'"{about.sha256}"',
        "Repr-Digest": f"sha-256=:{digest}:",
        "Accept-Ranges": "bytes",
        "Cache-Control": "public, max-age=31536000, immutable",
    }


def _asked(request: HttpRequest, tag: str) -> str:
    """The range; none where the reader has a part of another file."""
    return request.headers.get("Range", "") if request.headers.get("If-Range", tag) == tag else ""


def _piece(path: Path, part: Part) -> bytes:
    with path.open("rb") as file:
        file.seek(part.first)
        return file.read(part.length)
