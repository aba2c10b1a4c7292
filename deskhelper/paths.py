"""Where things are: the shipped resources and the user's data folder."""

from pathlib import Path

from msgspec import Struct


def _resources() -> Path:
    """Return the shipped resources: beside the package in a clone, inside it in a bundle."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


RESOURCES = _resources()


class DataFolder(Struct, frozen=True):
    """The user's data folder: database, settings, logs, backups, cache, and the shop's own flows and scripts."""

    root: Path

    @property
    def database(self) -> Path:
        """The order list, cases and promises."""
        return self.root / "deskhelper.db"

    @property
    def settings(self) -> Path:
        """The settings as JSON."""
        return self.root / "settings.json"

    @property
    def figures(self) -> Path:
        """The shop's own values for the platform's figures, as JSON."""
        return self.root / "figures.json"

    @property
    def words(self) -> Path:
        """The shop's own words for the outgoing check, as JSON."""
        return self.root / "words.json"

    @property
    def corrections(self) -> Path:
        """What agents said that messages were about, masked, as JSON."""
        return self.root / "corrections.json"

    @property
    def parcels(self) -> Path:
        """How many parcels were in anomaly when last counted, as JSON."""
        return self.root / "parcels.json"

    @property
    def logs(self) -> Path:
        """The folder of the log files; never personal data."""
        return self.root / "logs"

    @property
    def flows(self) -> Path:
        """The shop's own flows, over the shipped ones of the same id."""
        return self.root / "flows"

    @property
    def scripts(self) -> Path:
        """The shop's own reply scripts, over the shipped ones of the same id."""
        return self.root / "scripts"

    @property
    def cache(self) -> Path:
        """Parsed resources; may be deleted at any time."""
        return self.root / "cache"

    def create(self) -> None:
        """Make the folder. Raises WorldError `data_folder` when it cannot be written."""
        from deskhelper.core.errors import WorldError

        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self.logs.mkdir(exist_ok=True)
        except OSError as error:
            raise WorldError("data_folder", file=str(self.root), value=error.strerror or "") from error


def default_data_folder() -> Path:
    """Return the data folder of the operating system's user."""
    import platformdirs

    return Path(platformdirs.user_data_dir("DeskHelper", appauthor=False))
