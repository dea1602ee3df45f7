"""Goes through a zip archive from front to back, so that it needs neither seeking nor an intact directory."""

import struct
import zlib
from collections.abc import Iterator

import msgspec

from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.decompress import inflate
from candour.ocds.read.intake import CHUNK, BrokenError, Intake
from candour.ocds.read.problems import ARCHIVE_BROKEN, ARCHIVE_PATH, ARCHIVE_UNSUPPORTED, problem_at

ZIP, EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_DIRECTORY = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_UNKNOWN = 0xFFFFFFFF


class Member(msgspec.Struct, frozen=True):
    """A file inside an archive, as its local header announces it. `name` is a label, never a path."""

    name: str
    flags: int
    method: int
    crc: int
    size: int

    @property
    def sizes_follow(self) -> bool:
        """Whether size and checksum stand behind the data instead of before it."""
        return bool(self.flags & _SIZES_FOLLOW)


def zip_members(source: ByteSource, intake: Intake, name: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each member's label and content, in order; members that cannot be read are problems of `intake`.

    A content just ends where it is broken; one that is not taken to its end is skipped.
    """
    while True:
        signature = source.take(4)
        if signature in _DIRECTORY:
            return
        if signature != ZIP:
            _tell_broken(intake, name, source, "ends before its directory" if not signature else "has a gap")
            if not source.skip_to(ZIP):
                return
            continue
        member = _header(source)
        if member is None:
            _tell_broken(intake, name, source, "ends inside a header")
            return
        label = f"{name}/{member.name}"
        if _points_outside(member.name):
            intake.problems.append(problem_at(ARCHIVE_PATH, label, member.name))
        refusal = _refusal(member)
        if refusal:
            intake.problems.append(problem_at(ARCHIVE_UNSUPPORTED, label, refusal))
            source.skip_to(ZIP) if member.sizes_follow else _skip(source, member.size)
            continue
        content = intake.guard(_content(source, member, intake), label)
        if not member.name.endswith("/") and not member.name.startswith("__MACOSX/"):
            yield label, content
        for _ in content:
            pass
        if intake.stopped:
            return


def _tell_broken(intake: Intake, name: str, source: ByteSource, how: str) -> None:
    intake.problems.append(problem_at(ARCHIVE_BROKEN, f"{name}: byte {source.position}", f"the zip archive {how}"))


def _header(source: ByteSource) -> Member | None:
    fixed = source.take(26)
    if len(fixed) < 26:
        return None
    _, flags, method, _, _, crc, size, full_size, name_length, extra_length = struct.unpack("<5H3I2H", fixed)
    name, extra = source.take(name_length), source.take(extra_length)
    if len(extra) < extra_length:
        return None
    if size == _UNKNOWN:
        size = _long_size(extra, full_size == _UNKNOWN)
    text = name.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    label = "".join(c if c.isprintable() else "?" for c in text)
    return Member(name=label, flags=flags, method=method, crc=crc, size=size)


def _long_size(extra: bytes, full_size_too: bool) -> int:
    """The packed size in a header's zip64 field; 0 when the field is not there."""
    while len(extra) >= 4:
        kind, length = struct.unpack("<2H", extra[:4])
        field = extra[4 : 4 + length]
        start = 8 if full_size_too else 0
        if kind == 1 and len(field) >= start + 8:
            return int.from_bytes(field[start : start + 8], "little")
        extra = extra[4 + length :]
    return 0


def _points_outside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or parts[0].endswith(":")


def _refusal(member: Member) -> str:
    if member.flags & _ENCRYPTED:
        return "it is encrypted"
    if member.method not in (_STORED, _DEFLATED):
        return f"it is packed by method {member.method}"
    if member.method == _STORED and member.sizes_follow:
        return "it is stored without saying how long it is"
    return ""


def _content(source: ByteSource, member: Member, intake: Intake) -> Iterator[bytes]:
    """The content of a member, checked against its checksum. Raises BrokenError, ExpandsTooMuchError."""
    crc = 0
    packed = (
        inflate(source, intake, zlib.decompressobj(-15), "deflated")
        if member.method == _DEFLATED
        else _stored(source, member.size)
    )
    for chunk in packed:
        crc = zlib.crc32(chunk, crc)
        yield chunk
    expected = _descriptor(source) if member.sizes_follow else member.crc
    if crc != expected:
        raise BrokenError(f"the checksum is {crc:08x} instead of {expected:08x}")


def _stored(source: ByteSource, size: int) -> Iterator[bytes]:
    while size:
        chunk = source.some(min(size, CHUNK))
        if not chunk:
            raise BrokenError(f"stored data ends in the middle, at byte {source.position}")
        size -= len(chunk)
        yield chunk


def _skip(source: ByteSource, size: int) -> None:
    while size and (chunk := source.some(min(size, CHUNK))):
        size -= len(chunk)


def _descriptor(source: ByteSource) -> int:
    """Step over what stands behind a member whose sizes follow it; its checksum."""
    if source.peek(4) == b"PK\x07\x08":
        source.take(4)
    short = source.peek(16)[12:16]
    fields = source.take(12 if short[:2] == b"PK" or len(short) < 4 else 20)
    return int.from_bytes(fields[:4], "little")
