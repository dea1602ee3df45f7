"""The command line: one module a command, parsing only."""

from candour.cli.app import main

__all__ = ["main"]
