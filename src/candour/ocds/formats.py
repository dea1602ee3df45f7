"""Formats of text as regular expressions, so that every validator counts them alike.

They accept what libcoveocds accepts: dates and times of RFC 3339 without leap seconds and in either case, URIs of
RFC 3986, and e-mail addresses that hold an @. Like Python's `$`, each allows one line break at the end.
"""

_THIRTY_ONE = r"(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_THIRTY = r"(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_FEBRUARY = r"02-(?:0[1-9]|1[0-9]|2[0-8])"
_YEAR = r"(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_LEAP_YEAR = (
    r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])"  # divisible by 4 and not by 100
    r"|(?:0[48]|[2468][048]|[13579][26])00)"  # divisible by 400
)
_DATE = f"(?:{_YEAR}-(?:{_THIRTY_ONE}|{_THIRTY}|{_FEBRUARY})|{_LEAP_YEAR}-02-29)"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"
DATE_TIME = rf"^{_DATE}[Tt]{_CLOCK}:[0-5][0-9](?:\.[0-9]+)?(?:[Zz]|[+-]{_CLOCK})\n?$"

_ESCAPED = "%[0-9A-Fa-f]{2}"
_NAME = rf"(?:[A-Za-z0-9._~!$&'()*+,;=-]|{_ESCAPED})"  # unreserved, or with a meaning left to the scheme
_CHARACTER = rf"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|{_ESCAPED})"
_GROUP = "[0-9A-Fa-f]{1,4}"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)"
_LAST_GROUPS = rf"(?:{_GROUP}:{_GROUP}|(?:{_OCTET}\.){{3}}{_OCTET})"
_IP_6 = "|".join(
    [
        f"(?:{_GROUP}:){{6}}{_LAST_GROUPS}",
        f"::(?:{_GROUP}:){{5}}{_LAST_GROUPS}",
        *(f"(?:(?:{_GROUP}:){{0,{n}}}{_GROUP})?::(?:{_GROUP}:){{{4 - n}}}{_LAST_GROUPS}" for n in range(5)),
        f"(?:(?:{_GROUP}:){{0,5}}{_GROUP})?::{_GROUP}",
        f"(?:(?:{_GROUP}:){{0,6}}{_GROUP})?::",
    ]
)
_IP_FUTURE = r"v[0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+"
_HOST = rf"(?:\[(?:{_IP_6}|{_IP_FUTURE})\]|{_NAME}*)"
_AUTHORITY = rf"(?:(?:{_NAME}|:)*@)?{_HOST}(?::[0-9]*)?"
_PATH = (
    rf"(?://{_AUTHORITY}(?:/{_CHARACTER}*)*|/(?:{_CHARACTER}+(?:/{_CHARACTER}*)*)?|{_CHARACTER}+(?:/{_CHARACTER}*)*|)"
)
_REST = rf"(?:{_CHARACTER}|[/?])*"
URI = rf"^[A-Za-z][A-Za-z0-9+.-]*:{_PATH}(?:\?{_REST})?(?:#{_REST})?\n?$"

EMAIL = "@"

PATTERNS = {"date-time": DATE_TIME, "uri": URI, "email": EMAIL}
