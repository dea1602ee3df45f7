"""Fictional contracting processes, plainly marked: UK social care from plan to result, its publishers' faults too."""

from candour.sample.answers import write_answers
from candour.sample.faults import FAULTS, Fault
from candour.sample.outcomes import write_outcomes
from candour.sample.process import PREFIX, Process, Publication, processes
from candour.sample.register_faults import TABLE_FAULTS, TableFault
from candour.sample.registers import write_registers
from candour.sample.writing import Form, write

__all__ = [
    "FAULTS",
    "PREFIX",
    "TABLE_FAULTS",
    "Fault",
    "Form",
    "Process",
    "Publication",
    "TableFault",
    "processes",
    "write",
    "write_answers",
    "write_outcomes",
    "write_registers",
]
