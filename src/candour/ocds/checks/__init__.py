"""Coherence checks: what one process says must hang together. One module a check, named for its rule."""

from candour.ocds.checks.check import CHECKS, check_process
from candour.ocds.checks.result import Check, Result

__all__ = ["CHECKS", "Check", "Result", "check_process"]
