"""Archive to tables: a pure function of the archive, and one interface to ask the tables."""

from candour.warehouse.building import DataVersion, build
from candour.warehouse.engine import Engine, QueryError, Result
from candour.warehouse.warehouse import Warehouse

__all__ = ["DataVersion", "Engine", "QueryError", "Result", "Warehouse", "build"]
