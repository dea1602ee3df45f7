"""Every rule that data is held to, by its id."""

from functools import cache

from candour.ocds import statement_reading, validation_rules
from candour.ocds.checks.check import CHECKS
from candour.ocds.problems import Rule
from candour.ocds.read import problems as read_problems
from candour.sources import outcome_rules
from candour.sources.places import rules as place_rules
from candour.sources.tabular import rules as table_rules
from candour.templates import rules as template_rules
from candour.warehouse import rules as warehouse_rules


@cache
def all_rules() -> dict[str, Rule]:
    """The rules of reading, validating, checks, tables, council outcomes, places, templates, and the warehouse."""
    of_sources = (table_rules, outcome_rules, place_rules)
    modules = (read_problems, validation_rules, statement_reading, *of_sources, template_rules, warehouse_rules)
    named = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    rules = [*named, *(check.rule for check in CHECKS)]
    by_id = {rule.id: rule for rule in rules}
    assert len(by_id) == len(rules), "two rules share an id"
    return by_id
