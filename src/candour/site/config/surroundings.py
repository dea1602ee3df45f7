"""What the surroundings say of this installation: environment variables, read once and checked."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from candour.errors import CandourError


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Each field is read from `CANDOUR_` and its name in capitals, except `database_url`, from `DATABASE_URL`."""

    data: Path
    """The folder that holds the archive and the warehouse."""
    database_url: str
    """Where kept answers are stored; SQLite beside the data unless it is said."""
    secret_key: str
    """Signs what the site gives out; made up at each start unless it is said, so that several processes need one."""
    hosts: tuple[str, ...]
    """The names by which the site may be called, comma-separated, beside those of its own machine."""
    address: str
    """The permanent address of the site, such as https://candour.example, without a slash at the end."""
    https: bool
    """Whether readers reach the site through HTTPS alone: then they are told to use nothing else."""
    behind_proxy: bool
    """Whether a proxy in front says who asks and how: then its X-Forwarded headers are believed."""
    requests_a_minute: int
    """How often one reader may ask the API in a minute."""
    kept_a_minute: int
    """How many pages one reader may ask to be kept in a minute."""
    kept_megabytes: int
    """How many million bytes of pages are kept in all."""


def surroundings(environment: Mapping[str, str] = os.environ) -> Surroundings:
    """Read them.

    Raises:
        CandourError: one of them cannot be what it is.
    """
    data = Path(environment.get("CANDOUR_DATA", "candour-data")).resolve()
    address = environment.get("CANDOUR_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
    if not address.startswith(("http://", "https://")):
        raise CandourError(f"CANDOUR_ADDRESS: found {address!r}, expected an address such as https://candour.example")
    hosts = environment.get("CANDOUR_HOSTS", "")
    return Surroundings(
        data=data,
        database_url=environment.get("DATABASE_URL", f"sqlite:///{data / 'site.sqlite3'}"),
        secret_key=environment.get("CANDOUR_SECRET_KEY") or secrets.token_urlsafe(50),
        hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
        address=address,
        https=_flag(environment, "CANDOUR_HTTPS"),
        behind_proxy=_flag(environment, "CANDOUR_BEHIND_PROXY"),
        requests_a_minute=_number(environment, "CANDOUR_REQUESTS_A_MINUTE", 600),
        kept_a_minute=_number(environment, "CANDOUR_KEPT_A_MINUTE", 6),
        kept_megabytes=_number(environment, "CANDOUR_KEPT_MEGABYTES", 2000),
    )


def _flag(environment: Mapping[str, str], name: str) -> bool:
    found = environment.get(name, "no").lower()
    if found not in ("yes", "no"):
        raise CandourError(f"{name}: found {found!r}, expected yes or no")
    return found == "yes"


def _number(environment: Mapping[str, str], name: str, otherwise: int) -> int:
    found = environment.get(name, str(otherwise))
    if not found.isascii() or not found.isdigit() or not int(found):
        raise CandourError(f"{name}: found {found!r}, expected a whole number above 0")
    return int(found)
