"""The fictional publishers, and what each puts at the head of a package."""

from dataclasses import dataclass
from typing import Any

from candour.sample.world import Provider

_EXTENSIONS = "https://raw.githubusercontent.com/open-contracting-extensions/ocds_{}_extension/master/extension.json"
_EU_PROFILE = "https://standard.open-contracting.org/profiles/eu/latest/en/extension.json"
_UK = "https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json"
_SOCIAL_CARE = "https://candour.example/ocds_social_care_extension/extension.json"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Somebody who publishes releases, so many a package. `key` is short and fit for a file name."""

    key: str
    name: str
    uri: str
    extensions: tuple[str, ...]
    releases_a_package: int = 100

    def package(self, number: int, published: str) -> dict[str, Any]:
        """The head of this publisher's package `number`, without releases or records."""
        return {
            "uri": f"{self.uri}/packages/{number}",
            "version": "1.1",
            "extensions": list(self.extensions),
            "publishedDate": published,
            "publisher": {"name": self.name, "uri": self.uri},
            "license": LICENCE,
            "publicationPolicy": f"{self.uri}/fictional-sample",
        }


def _named(*names: str) -> tuple[str, ...]:
    return tuple(_EXTENSIONS.format(name) for name in names)


NATIONAL = Publisher(
    "national",
    "Fictional sample: national portal",
    "https://national.example",
    (
        _EU_PROFILE,
        *_named("metrics", "performance_failures", "contract_completion", "documentation"),
        _UK,
        _SOCIAL_CARE,
    ),
)
NOTICEBOARD = Publisher(
    "noticeboard",
    "Fictional sample: noticeboard",
    "https://noticeboard.example",
    (_EU_PROFILE, _UK),
)
NORTHERN = Publisher("northern", "Fictional sample: northern portal", "https://northern.example", (_EU_PROFILE,))
COLLECTOR = Publisher(
    "collector",
    "Fictional sample: records of all publishers",
    "https://collector.example",
    (*NATIONAL.extensions, _EXTENSIONS.format("award_buyer")),
)
PORTALS = {portal.key: portal for portal in (NATIONAL, NOTICEBOARD, NORTHERN)}


def provider_site(provider: Provider) -> Publisher:
    """The site on which a provider publishes its own releases."""
    return Publisher(
        f"provider-{provider.number:03d}",
        f"Fictional sample: {provider.name}",
        f"https://provider-{provider.number}.example",
        (
            _EU_PROFILE,
            *_named("metrics", "performance_failures", "contract_completion", "award_buyer"),
            _UK,
            _SOCIAL_CARE,
        ),
        releases_a_package=10,
    )
