"""The fictional councils and providers, and the truth about each that a comparison ought to find again.

None of them exists, and none of their identifiers can:

- Postcodes begin with `XF`. No postcode of the United Kingdom has ever begun with X.
- Company numbers are 99000000 and above, some 80 million beyond those issued, or `OC` below 300000: the register of
  limited liability partnerships began at OC300001.
- Charity numbers are 9900000 and above; those issued have not reached 1300000.
- Codes of areas have 99 where the Office for National Statistics has not come beyond 00.
- Numbers of the central platform read `PFIC-…-TION`; CQC provider numbers begin `1-000`, which is never issued.
- Web addresses end in `.example`, which is reserved.
"""

from dataclasses import dataclass

COMPANY_NUMBERS_FROM = 99_000_000
CHARITY_NUMBERS_FROM = 9_900_000
POSTCODE_AREA = "XF"
_NUMBERS_OF_OTHERS_FROM = 10_000

_COUNCILS = (
    "Ambermere Council",
    "Brackenfold County Council",
    "Caddermoor Metropolitan Borough Council",
    "Dunwhistle Council",
    "Eastmarrow County Council",
    "Fennelby Borough Council",
    "Glimmerdale City Council",
    "Harrowmist Council",
    "Inkerwater County Council",
    "Jessamoor Council",
    "Kestrelfold Metropolitan Borough Council",
    "Larkhallow City Council",
    "Marrowisk Council",
    "Nettlequay Borough Council",
    "Orchardmist County Council",
    "Pebblewrath Council",
    "Quillmarsh City Council",
    "Ravelstrand County Council",
    "Saltwhistle Council",
    "Tamberlade Metropolitan Borough Council",
    "Umberquill Council",
    "Velvermoor County Council",
    "Wrenhallow Council",
    "Yarrowdeep City Council",
)
_NATIONS_FROM = {"Northern Ireland": 22, "Wales": 20, "Scotland": 16, "England": 0}
_FIRST = (
    *(
        "Amberquill",
        "Brindlemoth",
        "Cloudberrow",
        "Dapplewick",
        "Emberfinch",
        "Fernwhistle",
        "Gorsemantle",
        "Hazelglim",
    ),
    *(
        "Ivorymoss",
        "Juniperlark",
        "Kindlewren",
        "Lanternmoth",
        "Mistlequay",
        "Nightjarrow",
        "Opalthistle",
        "Pipistrelle",
    ),
    *("Quincebrook", "Rowanglow", "Starlingmoor", "Tansyfold", "Umberwing", "Violetmarsh", "Willowquill", "Yaffleby"),
)
_SECOND = (
    "Care",
    "Homecare",
    "Support",
    "Living",
    "Café & Care",
    "Care Co-operative",
    "Partnership",
    "Community Care",
)
_FORMS = ("Ltd", "Ltd", "Ltd", "CIC", "Ltd", "Ltd", "LLP", "")
_IN_NOTICES = len(_FIRST) * len(_SECOND)
_GSS = {"England": "E0699", "Scotland": "S1299", "Wales": "W0699", "Northern Ireland": "N0999"}


@dataclass(frozen=True, slots=True)
class Council:
    """A council that does not exist.

    The truth about it: `bids` a lot on average, `days_to_award` from the closing date on average, `performance` the
    share of its awarded care contracts whose results somebody publishes, `quality_weight` in percent.
    """

    number: int
    name: str
    postcode: str
    bids: float
    days_to_award: int
    performance: float
    quality_weight: int

    @property
    def platform_id(self) -> str:
        """Its number on the fictional central platform."""
        return f"PFIC-{self.number:04d}-TION"

    @property
    def gss(self) -> str:
        """The code of its area, which the Office for National Statistics has not given to any."""
        return f"{_GSS[self.nation]}{1 + self.number:04d}"

    @property
    def nation(self) -> str:
        """England for the first sixteen, then Scotland, Wales and Northern Ireland."""
        return next(nation for nation, first in _NATIONS_FROM.items() if self.number >= first)


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider that does not exist.

    The truth about it: `quality`, from 0 to 1, moves every metric it reports and how often it fails; `scale` is `sme`
    or `large`; charities and co-operatives are `vcse`.
    """

    number: int
    name: str
    postcode: str
    form: str
    company_number: str
    charity_number: str
    quality: float
    scale: str
    vcse: bool

    @property
    def platform_id(self) -> str:
        """Its number on the fictional central platform."""
        return f"PFIC-{1000 + self.number:04d}-TION"

    @property
    def regulator_id(self) -> str:
        """Its fictional number at the regulator."""
        return f"1-000{self.number:06d}"


def _postcode(number: int) -> str:
    inward = "ABDEFGHJLNPQRSTUWXYZ"
    return f"{POSTCODE_AREA}{1 + number % 40} {number % 9 + 1}{inward[number % 20]}{inward[number // 20 % 20]}"


def _council(number: int, name: str) -> Council:
    return Council(
        number=number,
        name=name,
        postcode=_postcode(number * 7 + 3),
        bids=2.0 + number * 5 % 9,
        days_to_award=35 + number * 11 % 24 * 4,
        performance=0.05 + number * 7 % 24 / 24 * 0.55,
        quality_weight=(40, 50, 60, 70, 100)[number % 5],
    )


def provider(number: int) -> Provider:
    """The provider with this number: the first are in the notices, those that follow in large registers alone."""
    second = number // len(_FIRST) % len(_SECOND)
    form = _FORMS[second]
    branch = f" {number // _IN_NOTICES}" if number >= _IN_NOTICES else ""
    return Provider(
        number=number,
        name=f"{_FIRST[number % len(_FIRST)]} {_SECOND[second]}{branch} {form}".rstrip(),
        postcode=_postcode(number * 13 + 5),
        form=form,
        company_number=_company_number(number, form),
        charity_number="" if form else str(CHARITY_NUMBERS_FROM + number),
        quality=number * 31 % 100 / 99,
        scale="large" if number % 6 == 0 else "sme",
        vcse=form in ("", "CIC"),
    )


def _company_number(number: int, form: str) -> str:
    if number >= _IN_NOTICES:
        number += _NUMBERS_OF_OTHERS_FROM
        return f"OC{number:06d}" if form == "LLP" else str(COMPANY_NUMBERS_FROM + number) * bool(form)
    if form == "LLP":
        return f"OC{1000 + number * 13:06d}"
    return str(COMPANY_NUMBERS_FROM + number * 37) if form else ""


COUNCILS = tuple(_council(number, name) for number, name in enumerate(_COUNCILS))
PROVIDERS = tuple(provider(number) for number in range(_IN_NOTICES))
