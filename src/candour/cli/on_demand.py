"""Commands that are imported when they are called, so that a short answer does not wait for what it does not need."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

EXAMPLES = {
    "demo": "candour demo",
    "fetch": "candour fetch find_a_tender --since 2026-10-01 --until 2026-11-01",
    "add": "candour add notices/ page.json.gz --publisher 'Ambermere Council'",
    "check": "candour check page.json --for reader",
    "build": "candour build",
    "show": "candour show ocds-f1ct10-national-1-00000000",
    "contract": "candour contract ocds-f1ct10-national-1-00000000",
    "answers": "candour answers ocds-f1ct10-national-1-00000000 --as family",
    "link": "candour link ocds-f1ct10-national-1-00000010",
    "search": "candour search home care Ambermere",
    "provider": "candour provider 'Amberquill Care Ltd'",
    "council": "candour council 'London Borough of Merton'",
    "links": "candour links review",
    "compare": "candour compare councils --since 2025-04-01",
    "define": "candour define single-bid-share",
    "fit": "candour fit notices/page.json --process ocds-b5fd17-1234 --to release.json",
    "figures": "candour figures visits.csv --metric missed-visits --people person --population 'Contract 1' "
    "--period 2026-07-01/2026-09-30 --by area --to figures.json",
    "cost": "candour cost --nation england --year 2020-21",
    "evaluate": "candour evaluate bundle.json",
    "template": "candour template new contract.xlsx --kind contract",
    "award": "candour award bundle.json --nation england --told 2026-10-20 --release award.json",
    "rehearse": "candour rehearse home-care.yaml",
    "standards": "candour standards list england",
    "export": "candour export csv --to tables/ --council 'London Borough of Merton'",
    "bulk": "candour bulk",
    "serve": "candour serve --port 8000",
    "sample": "candour sample --processes 1000 --seed 7 --to sample/ --form packages",
    "archive": "candour archive list",
    "status": "candour status --json",
}
"""Every command, in the order in which one needs them, with an example. Each is the module of its name."""


class OnDemand(TyperGroup):
    """A group whose commands are modules of this package: each a function or a `typer.Typer` of its module's name."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  (the signature is the library's)
        return list(EXAMPLES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in EXAMPLES:
            return None
        found = getattr(import_module(f"candour.cli.{cmd_name}"), cmd_name)
        if not isinstance(found, typer.Typer):
            alone = typer.Typer(add_completion=False, rich_markup_mode="markdown")
            alone.command(cmd_name, epilog=f"Example: `{EXAMPLES[cmd_name]}`")(found)
            found = alone
        command = get_command(found)
        command.name = cmd_name
        return command
