"""The starter library: it loads strictly, and every wording may leave as it stands."""

import re
import shutil
from pathlib import Path

import pytest

from deskhelper.content.library import load_library
from deskhelper.content.script_library import ScriptLibrary, load_script_library
from deskhelper.core.errors import WorldError
from deskhelper.core.facts import Moment
from deskhelper.core.filling import Situation
from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, script_fault
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.script_draft import ScriptContent, draft_script
from deskhelper.core.slot import SlotKind
from deskhelper.core.terms import ShopTerms
from deskhelper.paths import RESOURCES

FOLDER = RESOURCES / "library"
SHIPPED = load_script_library(FOLDER)
LIBRARY = load_library(RESOURCES)
CONTENT = ScriptContent({**SHIPPED.slots, **LIBRARY.slots}, LIBRARY.policy, LIBRARY.words, SHIPPED.promises)
MOMENT = Moment(parse_iso("2026-05-19 12:00", zone()), zone())
SITUATION = Situation({}, ShopTerms(), MOMENT)
SAMPLES = {
    SlotKind.HOURS: "48", SlotKind.DAYS: "3", SlotKind.NUMBER: "YT1234567890123", SlotKind.WORDS: "均码两件",
    SlotKind.CHOICE: "圆通速递",
}  # fmt: skip
WORDINGS = [(script, number) for script in SHIPPED.scripts for number in range(len(script.wordings))]


@pytest.mark.parametrize(("script", "number"), WORDINGS, ids=lambda one: one.id if hasattr(one, "id") else str(one))
def test_every_wording_passes_the_outgoing_check(script: LibraryScript, number: int) -> None:
    given = {name: SAMPLES[CONTENT.slots[name].kind] for name in script.slots}
    made = draft_script(CONTENT, script, number, SITUATION, given, has_order=False)
    assert made.gaps == []
    assert [(one.rule.value, one.words) for one in made.findings] == []
    assert made.is_complete


def test_there_is_enough_to_say_all_day() -> None:
    assert 80 <= len(SHIPPED.scripts) <= 140
    assert len({script.path[0] for script in SHIPPED.scripts}) == 10


def test_no_two_wordings_are_the_same() -> None:
    texts = [wording for script in SHIPPED.scripts for wording in script.wordings]
    assert len(texts) == len(set(texts))


def test_no_title_stands_twice() -> None:
    titles = [script.title for script in SHIPPED.scripts]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("script", SHIPPED.scripts, ids=lambda script: script.id)
def test_every_script_could_be_kept_as_a_shops_own(script: LibraryScript) -> None:
    assert script_fault(script) is None
    assert script.topic in {"", *(path.stem for path in (RESOURCES / "intents").glob("*.yaml"))}
    assert set(script.slots) <= set(CONTENT.slots)


@pytest.mark.parametrize("script", [one for one in SHIPPED.scripts if one.promise], ids=lambda script: script.id)
def test_a_promise_falls_due_when_the_wording_says(script: LibraryScript) -> None:
    assert script.promise is not None
    assert {hours for wording in script.wordings for hours in re.findall(r"(\d+)小时", wording)} == {
        str(script.promise.hours)
    }


def test_every_kind_of_promise_has_words_and_a_follow_up() -> None:
    assert set(SHIPPED.promises) == set(PromiseKind)
    assert all(words.follow_up.zh and words.follow_up.en for words in SHIPPED.promises.values())


def test_every_own_slot_is_used_and_none_hides_a_common_one() -> None:
    used = {name for script in SHIPPED.scripts for name in script.slots}
    assert set(SHIPPED.slots) <= used
    assert not set(SHIPPED.slots) & set(LIBRARY.slots)


def edited(folder: Path, old: str, new: str) -> ScriptLibrary:
    shutil.copytree(FOLDER, folder / "library")
    file = folder / "library" / "03_invoice.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return load_script_library(folder / "library")


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("    code: tt", "    code: fp", "scripts.invoice_title.code", 15),
        ("    code: tt", "    code: T T", "scripts.invoice_title.code", 15),
        ("    code: tt", "    colour: tt", "scripts.invoice_title", 13),
        ("  invoice_title:", "  greet_hello:", "scripts.greet_hello.title", 14),
        ("税号，个人抬头不用税号", "{tax_no}，个人抬头不用税号", "scripts.invoice_title.wordings", 18),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_key(tmp_path: Path, old: str, new: str, key: str, line: int) -> None:
    with pytest.raises(WorldError) as error:
        edited(tmp_path, old, new)
    problem = error.value.problem
    assert (problem.code, problem.values["file"]) == ("content_invalid", "03_invoice.yaml")
    assert (problem.values["key"], problem.values["line"]) == (key, line)
