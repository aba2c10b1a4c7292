"""The export profiles that ship in resources/exports/, validated."""

from pathlib import Path

from deskhelper.content import yaml_file
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile, profile_faults


def load_export_profiles(folder: Path, cache: Path | None = None) -> list[ExportProfile]:
    """Return the profiles of `folder` (its *.yaml files), best rank first. Raises WorldError `content_invalid`."""
    profiles = []
    for path in sorted(folder.glob("*.yaml")):
        profile = yaml_file.load(path, ExportProfile, cache)
        for fault in profile_faults(profile)[:1]:
            key = fault.partition(":")[0]
            raise WorldError("content_invalid", file=path.name, line=yaml_file.line_of(path, key), key=key, value=fault)
        profiles.append(profile)
    return sorted(profiles, key=lambda profile: profile.rank)
