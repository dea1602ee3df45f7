"""What a buyer publishes when it has chosen: the OCDS release of the award, and a summary for each bidder."""

from datetime import date
from pathlib import Path

import msgspec

from candour.errors import CandourError
from candour.evaluation.assessment import as_markdown, assessment_summaries
from candour.evaluation.bundle import Bundle, verify
from candour.evaluation.standstill import Nation, Standstill, standstill
from candour.ocds.build import release_bytes
from candour.operations.award_release import award_release
from candour.operations.evaluation_file import read_evaluation


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The files that were written, and the standstill."""

    winners: tuple[str, ...]
    standstill: Standstill
    release: Path | None
    summaries: tuple[Path, ...]


def publish_award(
    path: Path,
    *,
    nation: Nation,
    told: date,
    release: Path | None,
    summaries: Path | None,
    bundle_at: str = "",
) -> Published:
    """Write the release, and a summary a bid into a folder, from a bundle that holds.

    `bundle_at` is the address at which the bundle itself is published, which the release then names.

    Raises:
        CandourError: the file is no bundle, it does not hold, nobody has won, or a file is there already.
    """
    bundle = read_evaluation(path)
    if not isinstance(bundle, Bundle):
        raise CandourError(f"{path}: expected an award bundle, which `candour evaluate RECORD --to FILE` writes")
    if differences := verify(bundle):
        raise CandourError(f"{path}: the bundle does not hold: {differences[0].path} and {len(differences) - 1} more")
    winners = tuple(one for lot in bundle.workings for one in lot.winners)
    if not winners:
        raise CandourError(f"{path}: nobody has won: something is open, or tied; decide it and bundle again")
    period = standstill(told, nation)
    if release:
        _write(release, release_bytes(award_release(bundle, period, bundle_at)))
    return Published(
        winners=winners,
        standstill=period,
        release=release,
        summaries=_write_summaries(bundle, summaries) if summaries else (),
    )


def _write_summaries(bundle: Bundle, folder: Path) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, summary in enumerate(assessment_summaries(bundle), 1):
        file = folder / f"summary-{number}.md"
        _write(file, as_markdown(summary, bundle.design.title).encode())
        written.append(file)
    return tuple(written)


def _write(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise CandourError(f"{path}: there is such a file; name another, so that nothing published is lost") from None
    except OSError as error:
        raise CandourError(f"{path}: cannot be written: {error.strerror}") from error
