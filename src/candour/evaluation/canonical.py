"""One way of writing a thing as JSON, so that the same thing has the same SHA-256 everywhere."""

import hashlib

import msgspec
import rfc8785


def canonical(thing: object) -> bytes:
    """JSON by RFC 8785: names in order, no white space. Decimals and dates are texts, so that no digit is lost."""
    plain = msgspec.to_builtins(thing, str_keys=True)
    return rfc8785.dumps(plain)


def digest(thing: object) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(thing)).hexdigest()
