"""Refresh the translations: collect every string of deskhelper/ui and build the .qm files. Run after changing words.

    python resources/i18n/refresh.py

Then translate what the .ts files mark as unfinished and run it again. English needs only its plural forms.
"""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CODE = FOLDER.parents[1] / "deskhelper" / "ui"
FILES = {"deskhelper_zh_CN.ts": [], "deskhelper_en.ts": ["-pluralonly"]}


def tool(name: str) -> str:
    """Return the path of a Qt tool of this environment. Raises FileNotFoundError."""
    found = shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)
    if found is None:
        raise FileNotFoundError(name)
    return found


def collect(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the code."""
    code = sorted(str(path) for path in CODE.rglob("*.py"))
    for name, options in FILES.items():
        language = name.removeprefix("deskhelper_").removesuffix(".ts")
        flags = [*options, "-noobsolete", "-locations", "none", "-source-language", "en_US"]
        run("pyside6-lupdate", *code, "-ts", str(folder / name), *flags, "-target-language", language)


def release(folder: Path, into: Path) -> None:
    """Build the .qm files of `folder` into `into`."""
    for name in FILES:
        built = into / name.replace(".ts", ".qm")
        part = built.with_suffix(".part")
        run("pyside6-lrelease", str(folder / name), "-qm", str(part))
        part.replace(built)  # whole at once: a desk that runs has the old one mapped, and would crash on a cut one


def run(name: str, *arguments: str) -> None:
    """Run a Qt tool in silence. Raises CalledProcessError with its words."""
    result = subprocess.run([tool(name), *arguments], capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"{name}: {result.stdout}{result.stderr}")


if __name__ == "__main__":
    collect(FOLDER)
    release(FOLDER, FOLDER)
