"""What the fictional councils buy: care of several kinds and, now and then, something else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """One kind of purchase: its words, its classification, and its usual value in thousands of pounds a year."""

    name: str
    cpv: str
    cpv_name: str
    care: bool
    thousands_a_year: int
    people: str
    needs: str


CARE = (
    Service(
        "Home care",
        "85312000",
        "Social work services without accommodation",
        True,
        900,
        "older people and disabled adults who live in their own homes",
        "washing, dressing, meals, medicines and company, at the times that each person chooses",
    ),
    Service(
        "Residential care",
        "85311100",
        "Welfare services for the elderly",
        True,
        1600,
        "older people who can no longer live safely at home",
        "a room of one's own, meals, personal care by day and by night, and things worth getting up for",
    ),
    Service(
        "Nursing care home places",
        "85144100",
        "Residential nursing care services",
        True,
        2100,
        "people whose needs call for a nurse at every hour",
        "nursing, personal care, pain relief, and care at the end of life in a place that is known",
    ),
    Service(
        "Supported living",
        "85311000",
        "Social work services with accommodation",
        True,
        1300,
        "adults with a learning disability or autistic adults who hold their own tenancy",
        "help with a home, work, friendships, money and health, shaped by the person and those close to them",
    ),
    Service(
        "Day opportunities",
        "85312100",
        "Daycare services",
        True,
        350,
        "adults of every age who want company, learning and a reason to go out",
        "activities that people choose, transport that comes on time, and a break for unpaid carers",
    ),
    Service(
        "Extra care housing support",
        "85311100",
        "Welfare services for the elderly",
        True,
        700,
        "tenants of housing with care on the site",
        "planned visits, a team that answers at night, and shared meals",
    ),
    Service(
        "Reablement",
        "85320000",
        "Social services",
        True,
        600,
        "people who come home from hospital and want to manage by themselves again",
        "up to six weeks of practical help that aims to make itself unnecessary",
    ),
    Service(
        "Short breaks for carers",
        "85000000",
        "Health and social work services",
        True,
        250,
        "unpaid carers and the people they care for",
        "replacement care by the hour, the night or the week, with a worker whom the family knows",
    ),
    Service(
        "Children's residential care",
        "85311300",
        "Welfare services for children and young people",
        True,
        1900,
        "children in the council's care",
        "a stable home close to school and friends, and staff who stay",
    ),
)
OTHER = (
    Service(
        "Road resurfacing",
        "45233141",
        "Road-maintenance works",
        False,
        2400,
        "everybody who uses the roads of the area",
        "planing, resurfacing, drainage repairs and new markings on the streets listed",
    ),
    Service(
        "Cleaning of offices",
        "90919200",
        "Office cleaning services",
        False,
        180,
        "staff and visitors of the council's buildings",
        "daily cleaning, windows twice a year and supplies for the washrooms",
    ),
    Service(
        "Case management software",
        "48000000",
        "Software package and information systems",
        False,
        320,
        "staff of several departments",
        "a hosted system with support, training and the transfer of existing records",
    ),
)

SENTENCES = (
    "The council wants a provider that listens first: each person's plan begins with what matters to them, and is "
    "looked at again with them at least twice a year.",
    "People should see few, known faces. Bidders say how they will keep teams small, how rotas are made, and what "
    "happens when a worker is ill or leaves.",
    "Workers are paid for travel and for waiting, not only for contact time; the successful bidder reports each "
    "quarter what share of the rate reached the worker.",
    "The results of this contract will be published every quarter against the targets in this notice, good and bad "
    "alike, so that people can see what was promised and what came of it.",
    "Small organisations, charities, co-operatives and consortia are welcome. No guarantee is asked for; turnover "
    "need not exceed the yearly value of the lots applied for.",
    "Volumes are estimates and not a promise: they follow the assessed needs of the area and may rise or fall by a "
    "fifth over the life of the contract.",
    "The area is a mixture of towns and scattered villages. Bidders say how they will reach people at the edge of it "
    "in winter, and how long workers will be on the road.",
    "A panel that includes people who use the service and an unpaid carer reads the answers on quality; its scores "
    "count for a third of the marks for quality.",
    "Questions are sent through the message service of the portal. All questions and answers are shown to every "
    "bidder, without the name of whoever asked.",
    "The rate is fixed by the council for the first year, from a published calculation of what an hour costs, and "
    "rises each April with an index that is named in the contract.",
    "Where staff have a right to transfer, the details are among the documents. The mobilisation plan must show how "
    "nobody will be without support during the change.",
    "The provider must be registered for the regulated activity, or have applied for it, on the day on which the "
    "service starts; a rating is read together with its date and scope.",
    "Complaints and compliments are kept, answered within ten working days and summed up for the yearly review, "
    "which people who use the service lead.",
    "The contract may be extended by agreement if the review finds that people's outcomes justify it; not extending "
    "it is a possible result and will be explained in public.",
)
