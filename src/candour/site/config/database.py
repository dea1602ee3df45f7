"""The site's own database, made ready before the site is served."""

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from candour.errors import CandourError


def make_ready() -> None:
    """Make or change the tables where the database is SQLite's; else see that somebody has done so.

    Raises:
        CandourError: the database cannot be reached or written, or its tables are not those of this version.
    """
    try:
        if connection.vendor == "sqlite":
            call_command("migrate", verbosity=0, interactive=False)
        elif _waiting():
            raise CandourError(
                "the site's database has not the tables of this version; make them with "
                "`python -m candour.site migrate`, and start again"
            )
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise CandourError(f"the site's database (DATABASE_URL) cannot be used: {reason}") from error


def _waiting() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
