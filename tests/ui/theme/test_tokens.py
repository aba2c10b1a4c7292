import re
from pathlib import Path

import pytest

from deskhelper.ui.kit import Tone
from deskhelper.ui.theme.tokens import READABLE, Tokens, contrast, load_tokens, mixed

THEMES = Path(__file__).parents[3] / "resources" / "themes"
SHEET = (THEMES / "desk.qss").read_text("utf-8")

GIVEN = [
    ("text", "bg"),
    ("text", "surface"),
    ("text", "accent_soft"),
    ("text", "slot"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("accent", "surface"),
    ("ok", "surface"),
    ("warn", "surface"),
    ("bad", "surface"),
    ("surface", "accent"),
    ("surface", "text"),
]
"""Text on ground where the named colour itself is used, in code and in the style sheet."""

CHOSEN = [
    *((tone.strong, tone.soft) for tone in Tone),
    *((token, "accent_soft") for token in ("muted", "bad", "warn", "ok", "accent")),
]
"""Text on ground where `ink` chooses the colour."""


@pytest.fixture(params=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load_tokens(THEMES / f"{request.param}.toml")


def test_contrast_of_black_and_white_is_the_greatest() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize(("ink", "ground"), GIVEN)
def test_given_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= READABLE


@pytest.mark.parametrize(("wanted", "ground"), CHOSEN)
def test_chosen_ink_can_be_read(tokens: Tokens, wanted: str, ground: str) -> None:
    assert contrast(tokens[tokens.ink(wanted, ground)], tokens[ground]) >= READABLE


def test_ink_keeps_a_readable_colour_and_replaces_a_weak_one() -> None:
    light = load_tokens(THEMES / "light.toml")
    assert light.ink("bad", "bad_soft") == "bad"
    assert light.ink("warn", "warn_soft") == "text"


@pytest.mark.parametrize("tone", [tone for tone in Tone if tone.has_dot])
def test_the_dot_of_a_tone_can_be_seen(tokens: Tokens, tone: Tone) -> None:
    for ground in (tone.soft, "surface", "accent_soft"):
        assert contrast(tokens[tone.strong], tokens[ground]) >= 3


def test_primary_button_can_be_read_under_the_pointer(tokens: Tokens) -> None:
    assert contrast(tokens["surface"], mixed(tokens["accent"], tokens["text"], 0.12)) >= READABLE


def test_faint_colours_no_text_that_is_not_disabled() -> None:
    for rule in re.findall(r"([^{}]+)\{([^}]*)\}", SHEET):
        if re.search(r"(?<![-\w])color: @faint", rule[1]):
            assert all(":disabled" in selector for selector in rule[0].split(",")), rule[0]


def test_style_sheet_names_only_colours_that_exist(tokens: Tokens) -> None:
    filled = tokens.fill(SHEET, theme=tokens.name, folder="/themes")
    assert "@" not in filled
    with pytest.raises(KeyError):
        tokens.fill("color: @pink")


def test_style_sheet_names_only_pictures_that_exist(tokens: Tokens) -> None:
    filled = tokens.fill(SHEET, theme=tokens.name, folder=THEMES.as_posix())
    pictures = re.findall(r'url\("([^"]+)"\)', filled)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_style_sheet_has_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", SHEET)


def test_both_themes_have_the_same_names(tmp_path: Path) -> None:
    assert set(load_tokens(THEMES / "light.toml")) == set(load_tokens(THEMES / "dark.toml"))
    odd = tmp_path / "odd.toml"
    odd.write_text('bg = "#FFFFFF"\npink = "#FF00FF"\n')
    with pytest.raises(ValueError, match=r"theme odd: .*pink.*"):
        load_tokens(odd)
