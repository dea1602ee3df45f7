"""How much of anything the reader accepts, so that no input can exhaust memory, time or the reader's patience."""

import msgspec

MEGABYTE = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on what `read` takes in; sizes are bytes after decompression and conversion to UTF-8.

    `release` is the largest single release; `depth` the deepest nesting inside one. `expanded` bounds what one
    input may decompress to in all, and `ratio` how many times its own size once it has grown beyond `ratio_from`
    bytes. `archives` is how many archives may be packed inside one another. `held` is how much of a package is kept
    back while its description may still follow its releases. `searched` is how many releases of a text are searched
    for repeated keys without exception.
    """

    release: int = 64 * MEGABYTE
    depth: int = 200
    expanded: int = 1_000_000 * MEGABYTE
    ratio: int = 250
    ratio_from: int = 256 * MEGABYTE
    archives: int = 3
    searched: int = 10_000
    held: int = 8 * MEGABYTE


LIMITS = Limits()
