"""What must stay in step with the code: the README's commands, picture and layout, and the check that runs them."""

import re
from pathlib import Path

from deskhelper import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
RUN = (ROOT / ".ci" / "run").read_text("utf-8")


def commands() -> list[str]:
    return re.findall(r"^python3 -m venv .*$", README, re.M)


def test_both_languages_give_the_same_two_commands() -> None:
    assert len(commands()) == 4
    assert commands()[:2] == commands()[2:]
    assert commands()[0].endswith("deskhelper demo")
    assert commands()[1].endswith("pytest")


def test_both_languages_name_every_command() -> None:
    for half in README.split("# DeskHelper 中文"):
        named = set(re.findall(r"`(?:deskhelper )?([a-z-]+)", half))
        assert set(cli.commands.commands) - named == set()


def test_the_check_runs_the_command_of_the_readme() -> None:
    pattern = re.search(r"sed -n 's/(.*)/\\1/p' README\.md", RUN)
    assert pattern is not None
    expression = pattern[1].removesuffix("/").replace(r"\(", "(").replace(r"\)", ")")
    assert re.search(expression, README, re.M)[1] == commands()[1]


def test_the_readme_shows_a_picture_that_exists() -> None:
    pictures = re.findall(r"!\[.+\]\((.+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_layout_names_every_room_and_resource() -> None:
    layout = README.split("## Layout")[1].split("## Measure")[0]
    rooms = {path.name for path in (ROOT / "deskhelper").iterdir() if not path.name.startswith("__pycache")}
    missing = {room for room in rooms - {"__init__.py"} if room.removesuffix(".py") not in layout}
    assert missing == set()
    kept = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir() and any(path.iterdir())}
    assert {folder for folder in kept if f"{folder}/" not in layout} == set()


def test_constraints_carry_no_address() -> None:
    assert "://" not in (ROOT / ".ci" / "constraints.txt").read_text("utf-8")
    assert "://" not in RUN


def test_every_dependency_has_a_line() -> None:
    declared = re.findall(r'^  "([A-Za-z0-9-]+)', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    run_time = declared[: declared.index("pytest")]
    assert {name for name in run_time if name.lower() not in README.lower() and name != "tzdata"} == set()
