import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.ui.kit import (
    Banner,
    Card,
    CountBadge,
    ElidedLabel,
    EmptyState,
    FlowLayout,
    IconButton,
    IconLabel,
    KeyCap,
    Pill,
    Toast,
    Tone,
    compact_count,
    label,
)
from deskhelper.ui.theme import Scheme, Theme


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_pill_never_stretches(qtbot: QtBot, theme: Theme) -> None:
    row = QWidget()
    pill = Pill(theme, "待发货")
    QHBoxLayout(row).addWidget(pill)
    row.resize(600, 200)
    shown(qtbot, row)
    assert pill.size() == pill.sizeHint()
    assert pill.accessibleName() == "待发货"


def test_pill_without_words_is_hidden(qtbot: QtBot, theme: Theme) -> None:
    pill = Pill(theme, "x")
    qtbot.addWidget(pill)
    pill.show_words("", Tone.BAD)
    assert pill.isHidden()
    pill.show_words("逾期", Tone.BAD)
    assert not pill.isHidden()
    assert (pill.words, pill.tone) == ("逾期", Tone.BAD)


@pytest.mark.parametrize("key", ["1", "M", "Esc", "Ctrl K"])
def test_key_cap_is_square_or_wider(qtbot: QtBot, theme: Theme, key: str) -> None:
    cap = KeyCap(theme, key)
    shown(qtbot, cap)
    assert cap.sizeHint().width() >= cap.sizeHint().height()
    assert not cap.grab().isNull()


@pytest.mark.parametrize(
    ("count", "zh", "en"),
    [
        (0, "0", "0"),
        (9999, "9999", "9999"),
        (10_000, "1万", "10k"),
        (12_999, "1.2万", "12.9k"),
        (1_000_000, "100万", "1M"),
        (1_250_000, "125万", "1.2M"),
        (250_000_000, "2.5亿", "250M"),
    ],
)
def test_counts_are_compacted_above_9999(count: int, zh: str, en: str) -> None:
    assert compact_count(count, "zh") == zh
    assert compact_count(count, "en") == en


def test_count_badge_is_hidden_until_it_is_known(qtbot: QtBot, theme: Theme) -> None:
    badge = CountBadge(theme, "zh", tone=Tone.WARN)
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.set_count(12)
    assert not badge.isHidden()
    assert badge.words == "12"


def test_elided_label_has_its_text_as_tooltip_only_when_elided(qtbot: QtBot, theme: Theme) -> None:
    words = ElidedLabel(theme, "法兰绒四件套\n加厚保暖", "strong")
    shown(qtbot, words)
    words.resize(400, 20)
    assert not words.is_elided
    assert words.toolTip() == ""
    words.resize(60, 20)
    assert words.is_elided
    assert words.toolTip() == "法兰绒四件套 加厚保暖"
    words.set_token("muted")
    assert not words.grab().isNull()


def test_icon_button_names_its_shortcut_and_follows_it(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "copy", "Copy number", "Ctrl+Shift+C")
    shown(qtbot, button)
    assert button.accessibleName() == "Copy number"
    assert "Ctrl+Shift+C" in button.toolTip()
    with qtbot.waitSignal(button.clicked):
        button.animateClick()
    button.set_icon("check", "ok")
    button.set_name("Copied")
    assert button.toolTip().startswith("Copied")


def test_icons_on_widgets_change_with_the_theme(qtbot: QtBot, theme: Theme) -> None:
    icon = IconLabel(theme, "inbox")
    button = IconButton(theme, "copy", "Copy")
    for widget in (icon, button):
        shown(qtbot, widget)
    before = icon.pixmap().cacheKey(), button.icon().cacheKey()
    theme.set_scheme(Scheme.DARK)
    assert icon.pixmap().cacheKey() != before[0]
    assert button.icon().cacheKey() != before[1]


def test_widgets_that_are_gone_do_not_hear_the_theme(qtbot: QtBot, theme: Theme) -> None:
    pill = Pill(theme, "x")
    pill.deleteLater()
    with qtbot.waitSignal(pill.destroyed):
        pass
    theme.set_scheme(Scheme.DARK)


def test_empty_state_offers_its_action(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState(theme)
    shown(qtbot, empty)
    empty.show_words("inbox", "No orders yet", "Drop a file here", "Import")
    assert (empty.accessibleName(), empty.button.isVisible()) == ("No orders yet", True)
    with qtbot.waitSignal(empty.action_requested):
        empty.button.click()
    empty.show_words("search-x", "Nothing found", "Try another word")
    assert not empty.button.isVisible()


def test_banner_acts_and_goes(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, can_dismiss=True)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_words("3 promises are due", Tone.WARN, "Look")
    with qtbot.waitSignal(banner.action_requested):
        banner.button.click()
    with qtbot.waitSignal(banner.dismissed):
        banner.findChildren(IconButton)[0].click()
    assert banner.isHidden()


def test_a_narrow_banner_puts_its_buttons_below_its_words(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, can_dismiss=True)
    shown(qtbot, banner)
    later = QPushButton("Later, in 30 minutes")
    banner.add_button(later)
    banner.show_words("2 h 20 min over · to be shipped before 10 o'clock · 6909", Tone.BAD, "Look (Ctrl+9)")
    for width, is_below in ((400, True), (1000, False), (400, True)):
        banner.resize(width, banner.heightForWidth(width))
        qtbot.waitUntil(lambda below=is_below: (later.y() > banner._words.geometry().bottom()) is below)
        assert later.geometry().right() < width
        assert abs(later.y() - banner.button.y()) <= 1


def test_toast_takes_back_and_stays_in_the_window(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    window.resize(400, 300)
    toast = Toast(window)
    shown(qtbot, window)
    toast.say("Copied")
    assert toast.isVisible()
    assert not toast.button.isVisible()
    toast.say("A long sentence about what was just done to this one order " * 3, can_undo=True)
    window.resize(300, 260)
    assert window.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.undo_requested):
        toast.button.click()
    assert not toast.isVisible()


def test_card_can_be_the_one_to_act_on(qtbot: QtBot, theme: Theme) -> None:
    card = Card()
    shown(qtbot, card)
    card.set_active(True)
    assert card.property("active") == "true"


def test_flow_layout_wraps_and_skips_what_is_hidden(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    boxes = [label("x") for _ in range(4)]
    for box in boxes:
        box.setFixedSize(50, 20)
        flow.addWidget(box)
    holder.resize(120, 100)
    shown(qtbot, holder)
    assert [box.y() for box in boxes] == [0, 0, 26, 26]
    assert flow.heightForWidth(120) == 46
    assert flow.sizeHint() == QSize(4 * 50 + 3 * 8, 20)
    assert flow.minimumSize() == QSize(50, 20)
    boxes[0].hide()
    flow.activate()
    assert [box.y() for box in boxes[1:]] == [0, 0, 26]
    assert flow.takeAt(0) is not None
    assert flow.takeAt(9) is None
    assert flow.count() == 3
