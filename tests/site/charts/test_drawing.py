"""What draws can be used by several threads, and says so where it would wait for ever."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from candour.site.charts.svg import svg
from tests.site.charts.examples import EXAMPLES
from tests.site.charts.test_pictures import chart

IN_A_FORK = """
import os, django
from django.conf import settings
settings.configure(); django.setup()
from candour.site.charts.svg import warm
if {drawn_before}:
    warm()
if os.fork() == 0:
    try:
        warm()
    except RuntimeError as error:
        print(error, flush=True)
    else:
        print("drawn", flush=True)
    os._exit(0)
os.wait()
"""


def test_threads_draw_the_same():
    examples = [chart(EXAMPLES[name]) for name in ("dots", "paired", "timeline")] * 3
    alone = [svg(one, "narrow") for one in examples[:3]] * 3

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(svg, examples, ["narrow"] * 9)) == alone


def test_a_fork_draws_unless_the_process_before_it_has():
    assert in_a_fork(drawn_before=False) == "drawn"
    assert "before this process was forked" in in_a_fork(drawn_before=True)


def in_a_fork(*, drawn_before: bool) -> str:
    code = IN_A_FORK.format(drawn_before=drawn_before)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
