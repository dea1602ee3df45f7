"""Fictional registers and ratings that fit the fictional notices: the same providers and councils."""

from candour.sample.registers.writing import write_registers

__all__ = ["write_registers"]
