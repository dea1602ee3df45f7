"""The rules that a release is held to by schema and codelists, each said to its publisher and to its reader."""

from candour.ocds.problems import Rule

NOT_A_RELEASE = Rule(
    id="release-not-an-object",
    level="error",
    title="Not a release",
    publisher="This is {found} where a release, a JSON object, belongs. Send an object with at least {expected}.",
    reader="Nothing can be concluded from this entry: it is not a release.",
)
MISSING_OCID = Rule(
    id="missing-ocid",
    level="error",
    title="No ocid",
    publisher="The release has no ocid. Add the identifier of its contracting process, with your registered prefix.",
    reader="You cannot tell which process this release is about, so it cannot be joined to any other.",
)
MISSING_RELEASE_ID = Rule(
    id="missing-release-id",
    level="error",
    title="No release id",
    publisher="The release has no id. Give every release an id that no other release of the same process has.",
    reader="You cannot cite this release, or tell a correction from a second publication of the same thing.",
)
MISSING_DATE = Rule(
    id="missing-date",
    level="error",
    title="No release date",
    publisher="The release has no date. Add the date and time of publication, such as 2026-05-01T09:30:00Z.",
    reader="You cannot tell which release of this process is the newest, so its present state is not certain.",
)
MISSING_TAG = Rule(
    id="missing-tag",
    level="error",
    title="No release tag",
    publisher='The release has no tag. Add at least one, such as ["tender"], to say what it announces.',
    reader="You cannot tell from the release which stage or change it announces; judge by the fields that it has.",
)
MISSING_ID = Rule(
    id="missing-id",
    level="error",
    title="No id in a list",
    publisher="{path} is missing. Give every entry of the list an id, and keep it the same from release to release.",
    reader="Entries of this list cannot be followed from release to release: after a change, the same thing may "
    "be counted twice.",
)
MISSING_FIELD = Rule(
    id="missing-field",
    level="error",
    title="A required field is missing",
    publisher="{path} is missing, and the standard requires it here ({expected}). Add it.",
    reader="{path} is not reported here. That is no sign that it was nothing or zero.",
)
WRONG_TYPE = Rule(
    id="wrong-type",
    level="error",
    title="The wrong kind of value",
    publisher="{path} is {found}, and {expected}",
    reader="{path} cannot be read as the standard means it. Treat it as not reported for this process.",
)
WRONG_NUMBER = Rule(
    id="wrong-number",
    level="error",
    title="Not a number",
    publisher="{path} is {found}, and {expected} belongs there. Send digits without quotes, currency signs or "
    "thousands separators; leave the field out if unknown.",
    reader="The number in {path} cannot be used, so sums, medians and counts leave this process out.",
)
WRONG_DATE = Rule(
    id="wrong-date",
    level="error",
    title="Not a date and time",
    publisher="{path} is {found}. Send a date with time and time zone, such as 2026-05-01T09:30:00Z; for a day "
    "without a time, send the start or the end of that day.",
    reader="The moment in {path} is not certain, so durations and delays that rest on it are not computable.",
)
WRONG_URI = Rule(
    id="wrong-uri",
    level="error",
    title="Not a web address",
    publisher="{path} is {found}, which is no complete address. Start it with https:// and escape spaces as %20.",
    reader="The link in {path} may lead nowhere, so what it points to cannot be checked.",
)
WRONG_EMAIL = Rule(
    id="wrong-email",
    level="error",
    title="Not an e-mail address",
    publisher="{path} is {found}, which has no @. Send one address, or leave the field out.",
    reader="The address in {path} cannot be written to. No figure rests on it.",
)
EMPTY = Rule(
    id="empty",
    level="error",
    title="Empty",
    publisher="{path} is empty. {expected}",
    reader="{path} is there and says nothing. Treat it as not reported; it does not mean none.",
)
OUT_OF_RANGE = Rule(
    id="out-of-range",
    level="error",
    title="Out of range",
    publisher="{path} is {found}, and it has to be {expected}. A share of a fifth is 0.2, and not 20.",
    reader="The number in {path} cannot be what it says. Do not compute with it.",
)
CLOSED_CODE = Rule(
    id="closed-code",
    level="error",
    title="Not a code of the standard",
    publisher="{path} is {found}. Only these codes are allowed: {expected}. Send one of them, spelt the same way; "
    "put your own words into the matching details or description field.",
    reader="What {path} says is not a code of the standard. Counts by that code leave this entry out.",
)
WRONG_CURRENCY = Rule(
    id="wrong-currency",
    level="error",
    title="Not a currency",
    publisher="{path} is {found}. Send a three-letter code of ISO 4217 in capitals, such as GBP or EUR{expected}.",
    reader="The currency in {path} is not known, so the amount beside it is in no sum and no comparison.",
)
REPEATED_ID = Rule(
    id="repeated-id",
    level="error",
    title="The same id twice in one list",
    publisher="An entry of {path} has the id {found}, and so has an earlier entry of the same list. Give each its "
    "own id, or send the entry once.",
    reader="When releases are merged, entries of {path} with one id become one, and what only one of them said may "
    "be lost. Count such entries with care.",
)
REPEATED_ENTRY = Rule(
    id="repeated-entry",
    level="error",
    title="The same entry twice in one list",
    publisher="An entry of {path} is in the list already, word for word. Send it once.",
    reader="An entry of {path} is there twice, so counting the list counts it twice.",
)
OTHER = Rule(
    id="other-schema-error",
    level="error",
    title="Breaks the schema",
    publisher="{path} is {found}, and the schema of the standard says: {expected}. Change it to what "
    "the schema allows.",
    reader="{path} breaks the standard in an unusual way. Look at the value before you rely on it.",
)
NOT_TEXT = Rule(
    id="not-text",
    level="warning",
    title="A translation or a breakdown that is not text",
    publisher="{path} is {found}, and text belongs there. Send text, or leave it out.",
    reader="{path} cannot be read as text. The field that it translates or breaks down still can.",
)
OPEN_CODE = Rule(
    id="open-code",
    level="note",
    title="A code that is not in the codelist",
    publisher="{path} is {found}, which is not in the open codelist {expected}. That is allowed; use a listed code "
    "where one fits, or explain your own where you explain your data.",
    reader="{path} has a code of the publisher's own. Comparisons with other publishers do not count it as any "
    "listed code.",
)
ADDITIONAL_FIELD = Rule(
    id="additional-field",
    level="note",
    title="A field that the standard does not know",
    publisher="{path} is neither in the standard nor in an extension known here. Check its spelling{expected}; if it "
    "is your own, declare an extension that describes it.",
    reader="{path} may hold something useful, which programs that go by the standard do not read. Its absence from "
    "an answer means nothing.",
)
NO_ID_TO_MERGE_BY = Rule(
    id="no-id-to-merge-by",
    level="warning",
    title="An entry without an id",
    publisher="An entry of {path} has no id. Give it one, and keep it in later releases: without an id, merging adds "
    "the entry again for every release that has it.",
    reader="Entries of {path} without an id may be there once for every release. Do not count them.",
)
DEPRECATED_FIELD = Rule(
    id="deprecated-field",
    level="note",
    title="A field that the standard is giving up",
    publisher="{path} has been on its way out of the standard since version {found}. {expected}",
    reader="{path} is an old way of saying something. Newer fields are read first: what only {path} says may be "
    "missing from an answer.",
)
SAYS_NOTHING = Rule(
    id="says-nothing",
    level="note",
    title="A field that says nothing",
    publisher="{path} is {found}. Fill it in, or leave the field out where there is nothing to say.",
    reader="{path} is there and says nothing. Treat it as not reported; it does not mean none.",
)

RULES = tuple(rule for rule in list(vars().values()) if isinstance(rule, Rule))
