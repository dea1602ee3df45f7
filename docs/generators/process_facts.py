"""Make docs/reference/process-facts.md from the facts of processes and the first metrics."""

import json
from pathlib import Path

from candour.indicators.fit.first_metrics import FirstMetrics, first_metrics
from candour.indicators.fit.process_fact import ProcessFact, process_facts

PAGE = Path(__file__).parents[1] / "reference" / "process-facts.md"

OPENING = """\
# What a process has to say

This page is generated from `definitions/process_facts` and `definitions/first_metrics`: `make docs` writes it again.
To change something, edit a file there; the file's name is its id.

Before outcomes of a contract can be *reported*, *compared* or *understood*, its notices have to say some things.
`candour fit` [looks for them](../how-to/put-a-live-contract-to-the-test.md) in any process, and
[a report](../explanation/live-contracts.md) says how often real notices have them.

| fact | needed to | can be known from | matters to |
|---|---|---|---|
"""
COUNTS = {
    "anything": "",
    "register numbers": "Only numbers count that say in a public register which organisation is meant. ",
    "one for each award": "It counts only where each award has one. ",
}


def text() -> str:
    """The whole page."""
    facts = process_facts().values()
    rows = [f"| [{f.title}](#{f.id}) | {f.use} | {f.from_stage} | {', '.join(f.matters_to)} |\n" for f in facts]
    begin = {one.id: one for one in first_metrics().values()}
    return "".join(
        [OPENING, *rows, *map(_section, facts), "\n## The metrics to begin with\n", *map(_first, begin.values())]
    )


def _section(fact: ProcessFact) -> str:
    judged = (
        f" Where nothing states it, the {fact.judged_by} is judged from words and codes." if fact.judged_by else ""
    )
    return (
        f'\n## <a id="{fact.id}"></a>{fact.title}\n\n'
        f"{fact.why}\n\n"
        f"`{fact.id}` · looked for in {', '.join(f'`{path}`' for path in fact.found_in)}. "
        f"{COUNTS[fact.counts_only]}".rstrip()
        + f"{judged}\n\nSay it at `{fact.say_at}`, for example\n\n```json\n{json.dumps(fact.example)}\n```\n"
    )


def _first(chosen: FirstMetrics) -> str:
    named = ", ".join(f"[{name}](indicators-and-metrics.md#{name})" for name in chosen.metrics)
    return f"\n**{chosen.title}** ({', '.join(chosen.services)}). {chosen.why} {named}.\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
