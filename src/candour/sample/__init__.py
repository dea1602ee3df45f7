"""Fictional contracting processes, plainly marked: UK social care from plan to result, its publishers' faults too."""

from candour.sample.faults import FAULTS, Fault
from candour.sample.process import PREFIX, Process, Publication, processes
from candour.sample.registers import write_registers
from candour.sample.writing import Form, write

__all__ = ["FAULTS", "PREFIX", "Fault", "Form", "Process", "Publication", "processes", "write", "write_registers"]
