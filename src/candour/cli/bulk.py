"""`candour bulk`: everything at once, as files that the website gives away."""

from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, progress_bar, say
from candour.operations.bulk import make_bulk
from candour.operations.home import Home


def bulk(data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Make the files for download of the tables in force: OCDS packages, JSON lines, CSV and Parquet.

    Run it after `candour build`; the website finds them by itself, at /data.
    """
    home = Home(data)
    with progress_bar("Making files for download", quiet=as_json) as step:
        made = make_bulk(home, step)
    if as_json:
        print_json(made)
        return
    size = sum(one.bytes for one in made.files)
    say(f"{len(made.files)} files with {size:,} bytes are in {home.bulk / made.data_version}.")
    say(f"Data version {made.data_version}; the website gives them away at /data.")
