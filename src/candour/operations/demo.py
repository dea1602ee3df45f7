"""The main job on the built-in sample: receive, check, merge, keep."""

from candour.operations.add import Added, add_files
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.sample import write, write_outcomes, write_registers

PROCESSES = 600
SEED = 7
SOURCE = "fictional-sample"


def make_demo(home: Home, *, progress: Progress = in_silence) -> list[Added]:
    """Make fictional notices, receive them and build tables from them; what a former call made is used again."""
    sample = home.folder / "sample"
    if home.archive.exists():
        build_warehouse(home, progress=progress)
        return []
    write(sample / "notices", n=PROCESSES, seed=SEED, form="packages")
    tables = [*write_registers(sample / "registers"), *write_outcomes(sample / "outcomes")]
    added = list(add_files(home, [sample / "notices"], source=SOURCE, licence="CC0-1.0", progress=progress))
    added += add_files(home, tables, licence="CC0-1.0", publisher="Candour (fictional)", progress=progress)
    build_warehouse(home, progress=progress)
    return added
