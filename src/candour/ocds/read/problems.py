"""What can be wrong with a file before one can even look at the releases in it."""

from candour.ocds.problems import Problem, Rule

NO_RELEASES = Rule(
    id="no-releases",
    level="note",
    title="A list without releases",
    publisher="Nothing need be done if there was nothing to publish.",
    reader="This file adds nothing to the data.",
)
NOT_JSON = Rule(
    id="not-json",
    level="refused",
    title="Not JSON",
    publisher="Send JSON here; what came was {found}.",
    reader="This piece was not read; whatever it announced is missing from the data.",
)
EMPTY = Rule(
    id="nothing-to-read",
    level="refused",
    title="Nothing in the file",
    publisher="Send at least one release; what came was {found}.",
    reader="This file adds nothing to the data; that is no evidence that there was nothing to publish.",
)
MALFORMED = Rule(
    id="malformed-json",
    level="refused",
    title="Broken JSON",
    publisher="Mend the JSON of this release: {found}.",
    reader="One release could not be read, so what it changed is missing from its process.",
)
TRUNCATED = Rule(
    id="cut-short",
    level="refused",
    title="Cut short",
    publisher="Send the file again, whole: {found}.",
    reader="The file ends in the middle; releases that should follow are missing.",
)
NO_OCID = Rule(
    id="no-ocid",
    level="refused",
    title="No ocid",
    publisher="Give every release an ocid, a text that is not empty; found {found}.",
    reader="One release belongs to no known process and was left out.",
)
TOO_LARGE = Rule(
    id="release-too-large",
    level="refused",
    title="Release too large",
    publisher="Split this release, or have the limit raised: {found}, at most {expected} are read.",
    reader="One release was left out because of its size.",
)
TOO_DEEP = Rule(
    id="nested-too-deeply",
    level="refused",
    title="Nested too deeply",
    publisher="Flatten this release: it nests deeper than {expected} levels.",
    reader="One release was left out because no reader could safely take it in.",
)
NUMBER_TOO_LARGE = Rule(
    id="number-too-large",
    level="refused",
    title="A number beyond what JSON readers hold",
    publisher="Correct the number {found}: most programs read it as infinity or not at all.",
    reader="One release was left out because one of its numbers cannot be held.",
)
WRONG_TYPE = Rule(
    id="wrong-type-in-release-head",
    level="error",
    title="A release's own field has the wrong type",
    publisher="Make {path} {expected}; found {found}.",
    reader="{path} of this release was read as far as it could be.",
)
NO_RELEASE_ID = Rule(
    id="no-release-id",
    level="error",
    title="Release without an id",
    publisher="Give every release an id that is unique within its process.",
    reader="This release can only be told from others by its content.",
)
NO_DATE = Rule(
    id="no-release-date",
    level="error",
    title="Release without a date",
    publisher="Give every release the date on which it was published.",
    reader="It is not known when this was published, so its order among other releases is uncertain.",
)
RELEASES_NOT_A_LIST = Rule(
    id="releases-not-a-list",
    level="error",
    title="Releases that are not in a list",
    publisher="Put {path} into a list, even when there is only one; found {found}.",
    reader="What could be recognised as a release was read; anything else is missing.",
)
NOT_A_RELEASE = Rule(
    id="not-a-release",
    level="refused",
    title="Something else where a release should stand",
    publisher="Put only releases here; found {found}.",
    reader="This piece is not a release and was left out.",
)
COMPILED_ONLY = Rule(
    id="compiled-release-only",
    level="note",
    title="Only a compiled release",
    publisher="Embed the releases in the record, so that readers can see what changed and when.",
    reader="Only the latest state of this process is known, not its history.",
)
LINKED_ONLY = Rule(
    id="linked-releases-only",
    level="refused",
    title="Only links to releases",
    publisher="Embed the releases or a compiled release in the record; it holds {found}.",
    reader="This process is announced, but nothing about it can be read here.",
)
NOT_UTF8 = Rule(
    id="not-utf-8",
    level="note",
    title="Text that is not UTF-8",
    publisher="Send UTF-8; this was read as {found}.",
    reader="Accented letters and currency signs were converted; the original bytes are kept in the archive.",
)
DAMAGED_TEXT = Rule(
    id="damaged-text",
    level="error",
    title="Characters that could not be decoded",
    publisher="Send the file again as UTF-8: {found}.",
    reader="Some characters are shown as �.",
)
LATE_DESCRIPTION = Rule(
    id="package-description-late",
    level="note",
    title="The package describes itself after its releases",
    publisher="Put the package's own fields before its releases, so that streaming readers know them in time.",
    reader="Its releases were read without the package's description, which is: {found}.",
)
DUPLICATE_KEY = Rule(
    id="duplicate-key",
    level="warning",
    title="The same key twice in one object",
    publisher="Use each key once in an object; {path} is there more than once, and readers keep the last.",
    reader="Content under an earlier {path} is hidden from every ordinary reader, this one included.",
)
ARCHIVE_BROKEN = Rule(
    id="archive-broken",
    level="refused",
    title="Broken archive",
    publisher="Pack the file again: {found}.",
    reader="What could be unpacked before the damage was read; the rest is missing.",
)
ARCHIVE_UNSUPPORTED = Rule(
    id="archive-unsupported",
    level="refused",
    title="Archive of a kind that is not read",
    publisher="Pack with gzip, Zstandard or zip (deflated or stored, without a password): {found}.",
    reader="This part of the file was not read.",
)
ARCHIVE_BOMB = Rule(
    id="expands-too-much",
    level="refused",
    title="Expands beyond reason",
    publisher="Send the file in smaller parts: {found}, at most {expected}.",
    reader="Reading stopped at the limit; the rest of the file is missing.",
)
ARCHIVE_PATH = Rule(
    id="unsafe-member-name",
    level="warning",
    title="An archive member that points outside its archive",
    publisher="Name members plainly, without .. or a leading slash; found {found}.",
    reader="The member was read; its name was used only as a label.",
)
UNREADABLE = Rule(
    id="reading-failed",
    level="refused",
    title="The input could not be read to its end",
    publisher="Send the file again: {found}.",
    reader="What came before was read; the rest is missing.",
)

RULES = tuple(value for value in dict(globals()).values() if isinstance(value, Rule))


def problem_at(
    rule: Rule,
    position: str,
    found: str = "",
    expected: str = "",
    *,
    path: str = "",
    ocid: str = "",
    release_id: str = "",
) -> Problem:
    """A breach of `rule` at `position`."""
    return Problem(
        rule=rule,
        path=path,
        found=found,
        expected=expected,
        ocid=ocid,
        release_id=release_id,
        position=position,
    )
