"""A fictional monthly file in the form of the Care Inspectorate's (Scotland)."""

from collections.abc import Iterable, Iterator

from candour.sample.registers.registered_name import registered_name
from candour.sample.registers.registration import Registration

_KINDS = {
    "Homecare agencies": ("Support Service", "Care at Home"),
    "Supported living": ("Housing Support Service", ""),
    "Residential homes": ("Care Home Service", "Older People"),
    "Nursing homes": ("Care Home Service", "Older People"),
}
_QUESTIONS = ("Support_Wellbeing", "Care_and_Support_Planning", "Setting", "Staff_Team", "Leadership")
_YEARS = ("2425", "2526", "2627")
_NUMBERED = ("first", "second", "third", "fourth", "fifth", "sixth")


def rows(registered: Iterable[Registration]) -> Iterator[dict[str, str]]:
    """One row a service, with every column of the file."""
    for one in registered:
        if one.council.nation == "Scotland":
            yield dict.fromkeys(_header(), "") | _facts(one) | _grades(one)


def _facts(one: Registration) -> dict[str, str]:
    service, subtype = _KINDS[one.service]
    council = one.council.name.removesuffix(" Council")
    return {
        "CSNumber": f"CS9900{one.number:06d}",
        "CareService": service,
        "Subtype": subtype,
        "ServiceType": "Voluntary or Not for Profit" if one.provider.vcse else "Private",
        "ServiceName": one.name,
        "Address_line_1": "1 Fictional Street",
        "Service_town": one.town,
        "Service_Postcode": one.postcode,
        "SP_number": f"SP9900{one.provider.number:06d}",
        "ServiceProvider": registered_name(one.provider).name,
        "Provided_by_Local_Authority": "No",
        "ServiceStatus": "Inactive" if one.closed else "Active",
        "DateReg": f"{one.opened:%d/%m/%Y}",
        "Date_Reg": f"{one.opened.year}_{one.opened.month}",
        "Integration_Authority_Name": council,
        "TotalBeds": f"{one.beds}.0" if one.care_home else "",
        "Council_Area_Name": council,
        "Health_Board_Name": "Fictional Health Board",
        "Registered_Places": f"{one.beds}.0" if one.care_home else "",
        "Client_group": "Adults",
        "PublicList": "Yes",
    }


def _grades(one: Registration) -> dict[str, str]:
    """One grade from 1 to 6 for each key question that is asked of such a service."""
    if not one.inspections:
        return {}
    last = one.inspections[-1]
    grades = [min(6, grade * 2 + 1 + (one.number + nth) % 2) for nth, grade in enumerate(last.grades)]
    asked = {
        f"KQ_{question}": f"{grade}.0"
        for question, grade in zip(_QUESTIONS, grades, strict=True)
        if question != "Setting" or one.care_home
    }
    values = [float(grade) for grade in asked.values()]
    return {
        **asked,
        "MinGrade": f"{min(values)}",
        "MaxGrade": f"{max(values)}",
        "Publication_of_Latest_Grading": f"{last.day:%d/%m/%Y}",
        "Year_Month_latest_grade": f"{last.day.year}_{last.day.month}",
        "Last_inspection_Date": f"{last.day:%d/%m/%Y}",
    }


def _header() -> list[str]:
    changes = ("MinGrade", "KQ_Wellbeing", "KQ_Planning", "KQ_Setting", "KQ_Staff", "KQ_Leadership", "KQ_CPL")
    return [
        *("CSNumber", "Combined_Service_", "CaseNumber_Combined", "CareService", "Subtype", "AdditionalSubtypes"),
        *("ServiceType", "ServiceName", *(f"Address_line_{line}" for line in range(1, 5)), "Service_town"),
        *("Service_Postcode", "ChopUPRN", "Manager_Name", "Service_Phone_Number", "Eforms_email_address"),
        *("SP_number", "ServiceProvider", "Provided_by_Local_Authority", "ServiceStatus", "DateReg", "Date_Reg"),
        *("SIMD_rank", "SIMD2020_Decile", "Datazone", "Integration_Authority_Name", "TotalBeds", "SingleBedrooms"),
        *("BedsInDoubleRooms", "BedsInBedroomsFor3OrMore", "Dec25_Annual_Return_Submitted"),
        *("CareHome_Main_Area_of_Care", "Care_Home_All_Areas_of_Provision", "Council_Area_Name"),
        *("Health_Board_Name", "NumberStaff", "Registered_Places", "Client_group", "PublicList", "RAD_SAT_Score"),
        *("GradeSpread", "MinGrade", "MaxGrade", "Publication_of_Latest_Grading", "Year_Month_latest_grade"),
        *(f"KQ_{question}" for question in _QUESTIONS),
        "KQ_Care_Play_and_Learning",
        *(f"{what}_change" for what in changes),
        *(f"Complaints_upheld_{year}" for year in _YEARS),
        *(f"Enforcements_issued_{year}" for year in _YEARS),
        *(f"any_requirements_{year}" for year in _YEARS),
        *(f"count any reqs {year}" for year in _YEARS),
        "Last_inspection_Date",
        *_visits("2526", _NUMBERED),
        *_visits("2627", _NUMBERED[:1]),
    ]


def _visits(year: str, numbered: tuple[str, ...]) -> list[str]:
    return [f"{nth}_{what}_{year}" for nth in numbered for what in ("date", "case", "recs", "reqs")]
