"""The tables that are derived from the others when a warehouse is built, and wanted whenever it is opened."""

from candour.compare.measured.observations import compared_observations
from candour.compare.members import members
from candour.indicators.workings import workings

DERIVED = (workings(), members(), compared_observations())
