"""The few fields of a release that reading needs, found while proving that the whole of it is well-formed JSON."""

import msgspec

CONTAINER_FIELDS = frozenset({"releases", "records", "compiledRelease", "versionedRelease"})
_NOTHING = msgspec.Raw()


class Head(msgspec.Struct, gc=False):
    """What stands at the top of a release; `releases` and its kin show that it is a package or a record instead,
    and `url` that it is a link to a release."""

    ocid: str | None = None
    id: str | None = None
    date: str | None = None
    tag: tuple[str, ...] | None = None
    url: str | None = None
    releases: msgspec.Raw = _NOTHING
    records: msgspec.Raw = _NOTHING
    compiled: msgspec.Raw = msgspec.field(default=_NOTHING, name="compiledRelease")
    versioned: msgspec.Raw = msgspec.field(default=_NOTHING, name="versionedRelease")

    @property
    def is_container(self) -> bool:
        """Whether this is a package or a record rather than a release."""
        return not (self.releases is self.records is self.compiled is self.versioned is _NOTHING)


class WrongTypeError(Exception):
    """A field of the head has a type that it cannot have, or the value is no object at all."""


class MalformedError(Exception):
    """The bytes are not one well-formed JSON value; the message says why."""


class TooDeepError(MalformedError):
    """The value nests deeper than any parser follows."""


_decode = msgspec.json.Decoder(Head).decode


def read_head(data: bytes) -> Head:
    """The head of the release in `data`. Raises MalformedError, TooDeepError or WrongTypeError."""
    try:
        return _decode(data)
    except msgspec.ValidationError as fault:
        raise WrongTypeError(str(fault)) from None
    except RecursionError:
        raise TooDeepError("it nests too deeply to be parsed") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise MalformedError(str(fault).removeprefix("JSON is malformed: ")) from None
