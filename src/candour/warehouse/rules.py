"""What can be wrong with releases that only shows when all of an archive is put together."""

from candour.ocds.problems import Rule

UNREADABLE = Rule(
    id="receipt-unreadable",
    level="refused",
    title="The archive could not give the receipt",
    publisher="Nothing after this point was used: {found}. Run `candour archive verify`.",
    reader="What this file says from this point on is not in the tables: {found}.",
)
WITHDRAWN = Rule(
    id="release-withdrawn",
    level="note",
    title="The release was withdrawn by a correction",
    publisher="A correction in the archive says that this release is not to be used.",
    reader="This release was published and is in the archive, but somebody withdrew it: see the corrections.",
)
SENT_TWICE = Rule(
    id="release-sent-twice",
    level="note",
    title="The same release twice in one file",
    publisher="Send the release {found} once: it is in the file already, and says the same.",
    reader="The release {found} is in one file several times, and counts once.",
)
SEVERAL_PUBLISHERS = Rule(
    id="process-several-publishers",
    level="note",
    title="Several publishers released parts of one process",
    publisher="Make sure that you and {found} mean the same process.",
    reader="What the process says comes from several publishers: {found}. The latest release counts.",
)
CANNOT_MERGE = Rule(
    id="release-not-mergeable",
    level="error",
    title="The release cannot be merged with the others of its process",
    publisher="The release was left out: {found}.",
    reader="What this release says is missing from the process: {found}.",
)
NOT_PROCESSED = Rule(
    id="process-not-processed",
    level="error",
    title="The process could not be worked on",
    publisher="The process was left out: {found}. Please report this as a fault of Candour.",
    reader="This process is missing from the tables although releases of it were received: {found}.",
)
VALUE_NOT_KEPT = Rule(
    id="value-not-kept",
    level="error",
    title="A value is not of the type that its column holds",
    publisher="Write {path} as {expected}; found {found}.",
    reader="{path} is empty in the tables because what was published ({found}) is not {expected}.",
)
DECISION_UNREADABLE = Rule(
    id="link-decision-unreadable",
    level="refused",
    title="A decision on whether two processes are the same procurement could not be read",
    publisher="Withdraw this receipt and decide again with `candour link`: {found}.",
    reader="Somebody decided about two processes, and the links do not know it: {found}.",
)
