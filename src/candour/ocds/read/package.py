"""What a publisher says about a whole package of releases."""

import msgspec


class Package(msgspec.Struct, frozen=True):
    """The description that a release or record package carries beside its releases; None where it says nothing."""

    uri: str | None = None
    publisher: str | None = None
    licence: str | None = None
    version: str | None = None
    published_date: str | None = None
    extensions: tuple[str, ...] = ()


NO_PACKAGE = Package()


def describe_package(members: bytes) -> Package:
    """The package that the JSON object `members` describes; a member of the wrong type counts as absent."""
    try:
        found = msgspec.json.decode(members)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return NO_PACKAGE
    publisher = found.get("publisher")
    extensions = found.get("extensions")
    return Package(
        uri=_text(found.get("uri")),
        publisher=_text(publisher.get("name")) if isinstance(publisher, dict) else None,
        licence=_text(found.get("license")),
        version=_text(found.get("version")),
        published_date=_text(found.get("publishedDate")),
        extensions=tuple(e for e in extensions if isinstance(e, str)) if isinstance(extensions, list) else (),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
