"""What is known of carriers, from resources/couriers/: their names, the words of their scans, far regions."""

from pathlib import Path

from deskhelper.content import yaml_file
from deskhelper.core.anomaly import Regions
from deskhelper.core.carriers import Carriers
from deskhelper.core.courier import Courier, Couriers
from deskhelper.core.errors import WorldError
from deskhelper.core.trace import ScanBook, ScanRules, bare

FOLDER = "couriers"


def load_carriers(resources: Path, cache: Path | None = None) -> Carriers:
    """Return all that is known of carriers. Raises WorldError as the functions below do."""
    return Carriers(load_scan_book(resources, cache), load_couriers(resources, cache), load_regions(resources, cache))


def load_scan_book(resources: Path, cache: Path | None = None) -> ScanBook:
    """Return how scans are recognised. Raises WorldError `content_invalid` for words that could never be found."""
    path = resources / FOLDER / "scans.yaml"
    rules = yaml_file.load(path, ScanRules, cache)
    spoken = [word for rule in rules.rules for word in (*rule.words, *rule.beside, *rule.unless)]
    for word in (*spoken, *rules.tails, *rules.nothing):
        if not word or bare(word) != word:
            raise WorldError("content_invalid", file=path.name, line=1, key=word, value="not in plain form")
    return ScanBook(rules)


def load_couriers(resources: Path, cache: Path | None = None) -> Couriers:
    """Return all couriers with their names. Raises WorldError `content_invalid` for a name of two couriers."""
    path = resources / FOLDER / "couriers.yaml"
    couriers = yaml_file.load(path, dict[str, Courier], cache)
    try:
        return Couriers(couriers)
    except ValueError as error:
        raise WorldError("content_invalid", file=path.name, line=1, key=str(error), value="two couriers") from error


def load_regions(resources: Path, cache: Path | None = None) -> Regions:
    """Return the provinces to which the platform grants more hours without an update."""
    return yaml_file.load(resources / FOLDER / "regions.yaml", Regions, cache)
