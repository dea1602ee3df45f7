"""A window on a text that may be far larger than memory."""

from collections.abc import Iterator

_LEAST = 1 << 18


class Text:
    """The part of a stream of UTF-8 chunks that is being looked at: `data`, which begins at byte `start`."""

    def __init__(self, chunks: Iterator[bytes], lines_before: int = 0) -> None:
        self._chunks = chunks
        self.data = b""
        self.start = 0
        self.ended = False
        self._lines_before = lines_before

    @property
    def end(self) -> int:
        """The position just after what is in the window."""
        return self.start + len(self.data)

    def more(self, keep_from: int) -> bool:
        """Take in more, forgetting what stands before `keep_from`; False when the text has ended.

        As much is added as is kept, so that a long value costs time in proportion to its length.
        """
        kept = self.data[keep_from - self.start :]
        parts, size = [kept], 0
        for chunk in self._chunks:
            parts.append(chunk)
            size += len(chunk)
            if size >= max(len(kept), _LEAST):
                break
        else:
            self.ended = True
        if size:
            self._lines_before += self.data.count(b"\n", 0, keep_from - self.start)
            self.data = b"".join(parts)
            self.start = keep_from
        return size > 0

    def line_at(self, position: int) -> int:
        """The number of the line, from 1, on which `position`, inside the window, stands."""
        return self._lines_before + self.data.count(b"\n", 0, position - self.start) + 1

    def cut(self, start: int, end: int) -> bytes:
        """The bytes from position `start` to `end`, both inside the window."""
        return self.data[start - self.start : end - self.start]
