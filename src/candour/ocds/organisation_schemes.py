"""How the registers of organisations write their numbers. Schemes are named as in org-id.guide."""

import re

import msgspec


class Scheme(msgspec.Struct, frozen=True):
    """A list of organisations, how its numbers look, and the same in words."""

    name: str
    shape: str
    expected: str


SCHEMES = {
    "GB-COH": Scheme(
        "Companies House",
        r"(?!0{8})(?:\d{8}|[A-Z]{2}\d{6}|R\d{7}|(?:IP|SP|NP|NO|NA|RS|SR|NR)\d{5}[A-Z0-9])",
        "8 digits, with zeros before a shorter number, or 2 letters and 6 digits",
    ),
    "GB-CHC": Scheme("Charity Commission for England and Wales", r"[1-9]\d{5,6}(?:-\d{1,3})?", "6 or 7 digits"),
    "GB-SC": Scheme("Office of the Scottish Charity Regulator", r"SC\d{6}", "SC and 6 digits"),
    "GB-NIC": Scheme("Charity Commission for Northern Ireland", r"\d{6}", "6 digits"),
    "GB-MPR": Scheme(
        "Mutuals Public Register", r"(?:IP|SP|NP|RS)?(?!0+[A-Z]?$)\d{1,6}[A-Z]?", "up to 6 digits, perhaps with R"
    ),
    "GB-LAE": Scheme("Local authorities of England", r"[A-Z]{3,4}", "3 or 4 letters"),
    "GB-LAS": Scheme("Local authorities of Scotland", r"[A-Z]{3}", "3 letters"),
    "GB-PLA": Scheme("Principal local authorities of Wales", r"[A-Z]{3}", "3 letters"),
    "GB-LANI": Scheme("Local authorities of Northern Ireland", r"[A-Z]{3}", "3 letters"),
    "GB-NHS": Scheme("NHS organisation codes", r"[A-Z0-9]{3,8}", "3 to 8 letters and digits"),
    "GB-GOR": Scheme("Government organisation register", r"[A-Z]{1,3}\d{1,5}", "letters and digits"),
    "GB-UKPRN": Scheme("UK register of learning providers", r"1\d{7}", "8 digits that begin with 1"),
    "GB-EDU": Scheme("Get information about schools", r"\d{5,6}", "5 or 6 digits"),
    "GB-PPON": Scheme(
        "Central Digital Platform",
        r"P[A-Z]{3}-\d{4}-[A-Z]{4}",
        "P, 3 letters, 4 digits and 4 letters (PABC-1234-DEFG)",
    ),
    "GB-CQC": Scheme("Care Quality Commission", r"1-\d{6,12}|R[A-Z0-9]{2,5}", "1- and 6 to 12 digits"),
    "GB-SRS": Scheme("Supplier Registration Service", r"[\w.-]+/\w+", "a web address and a code"),
    "GB-CFS": Scheme("Contracts Finder's own numbers", r"[\w.-]+", "a number"),
    "GB-FTS": Scheme("Find a Tender's own numbers", r"[\w.-]+", "a number"),
}
"""Find a Tender's and Contracts Finder's own numbers, and those of the Supplier Registration Service, are kept but
never taken for a register: one may be shared by several suppliers, and one supplier may have several."""

SHAPES = {scheme: re.compile(known.shape) for scheme, known in SCHEMES.items()}
