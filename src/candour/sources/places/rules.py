"""What can be wrong with a file of places. The table of councils that is built in wins, and differences are told."""

from candour.ocds.problems import Rule

COUNCIL_DIFFERS = Rule(
    id="council-differs",
    level="note",
    title="A file of places that disagrees with the table of councils",
    publisher="Check {path}: it says {found}, and the table of councils {expected}.",
    reader="The table of councils is used ({expected}); a file of places says {found} in {path}.",
)
COUNCIL_NOT_IN_TABLE = Rule(
    id="council-not-in-table",
    level="error",
    title="A council that the table of councils lacks",
    publisher="Check {path}: no council is known as {found}. If it is new, it belongs in councils.csv.",
    reader="What a file of places says of {found} was left out, because no such council is known here.",
)
SPELLING_BROKEN = Rule(
    id="spelling-broken",
    level="refused",
    title="A name that has lost letters",
    publisher="Write {found} again: its letters were lost by a wrong encoding.",
    reader="One spelling of a council's name was left out; the council itself is not affected.",
)
OUTLINES_BROKEN = Rule(
    id="outlines-broken",
    level="refused",
    title="Outlines that are no GeoJSON",
    publisher="Send a GeoJSON FeatureCollection whose features have a name and a GSS code: {found}.",
    reader="No outlines were read from this file, or some were left out.",
)
