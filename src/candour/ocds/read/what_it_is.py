"""Names what was sent instead of JSON, for a message."""

from candour.ocds.problems import shorten

_BINARY = bytes(range(8)) + bytes(range(14, 27))
_MAGIC = {
    b"%PDF": "a PDF document",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ": "an xz file",
    b"7z\xbc\xaf": "a 7-Zip file",
    b"Rar!": "a RAR file",
    b"PAR1": "a Parquet file",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office file",
}


def what_it_is(sample: bytes) -> str:
    """What `sample`, the beginning of something that is not JSON, looks like."""
    for magic, kind in _MAGIC.items():
        if sample.startswith(magic):
            return kind
    if any(code in sample for code in _BINARY):
        return "binary data"
    start = sample[:200].lower()
    text = shorten(sample[:200].decode("utf-8", "replace"), 60)
    if start.startswith(b"<"):
        kind = "an HTML page" if b"<html" in start or b"<!doctype html" in start else "XML"
        return f"{kind}: {text}"
    return f"text: {text}"
