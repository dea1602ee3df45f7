"""The pages that anybody may look at: a folder for each kind."""

from candour.site.explore.award.page import AWARD
from candour.site.explore.awards.page import AWARDS
from candour.site.explore.compare.page import COMPARE
from candour.site.explore.contract.page import CONTRACT
from candour.site.explore.cost.page import COST
from candour.site.explore.council.page import COUNCIL
from candour.site.explore.data.page import DATA
from candour.site.explore.dictionary.page import DICTIONARY
from candour.site.explore.home.page import HOME
from candour.site.explore.indicator.page import INDICATOR
from candour.site.explore.indicators.page import INDICATORS
from candour.site.explore.lessons.page import LESSONS
from candour.site.explore.metric.page import METRIC
from candour.site.explore.metrics.page import METRICS
from candour.site.explore.place.page import PLACE
from candour.site.explore.procurement.page import PROCUREMENT
from candour.site.explore.provider.page import PROVIDER
from candour.site.explore.publisher.page import PUBLISHER
from candour.site.explore.publishers.page import PUBLISHERS
from candour.site.explore.search.page import SEARCH
from candour.site.explore.standard.page import STANDARD
from candour.site.explore.standards.page import STANDARDS
from candour.site.pages.kind import PageKind

KINDS: tuple[PageKind, ...] = (
    AWARD,
    AWARDS,
    COMPARE,
    COST,
    COUNCIL,
    DATA,
    DICTIONARY,
    HOME,
    INDICATOR,
    INDICATORS,
    METRIC,
    METRICS,
    LESSONS,
    PLACE,
    PROVIDER,
    SEARCH,
    STANDARD,
    STANDARDS,
    CONTRACT,
    PROCUREMENT,
    PUBLISHERS,
    PUBLISHER,
)
"""Every kind of page: its addresses, its files and its part of the API come from here."""
