"""The category field of the editor: it follows the library's categories by what is new and what is gone."""

import random

import pytest
from pytestqt.qtbot import QtBot

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.ui.scripts.head_fields import FEW, HeadFields


def offered(fields: HeadFields) -> list[str]:
    return [fields.path.itemText(at) for at in range(fields.path.count())]


@pytest.fixture
def fields(qtbot: QtBot) -> HeadFields:
    made = HeadFields()
    qtbot.addWidget(made)
    return made


def test_whatever_changes_the_field_offers_the_categories_in_their_order(fields: HeadFields) -> None:
    chance = random.Random(3)
    every = sorted({(f"类{chance.randrange(40)}", f"第{chance.randrange(40)}") for _ in range(4 * FEW)})
    for _ in range(60):
        paths = sorted(chance.sample(every, chance.choice((0, 1, 5, FEW, len(every) - 1, len(every)))))
        for _ in range(4):
            fields.set_paths(paths)
            assert offered(fields) == [" / ".join(path) for path in paths]
            paths = sorted({*paths, chance.choice(every)} - {chance.choice(every)})


def test_a_category_that_came_later_is_taken_whole(fields: HeadFields) -> None:
    script = LibraryScript(id="a", title="甲", wordings=("亲。",), path=("常用",), scope=Scope.SHOP)
    fields.set_paths([("常用",)])
    fields.show_script(script, is_read_only=False)
    fields.set_paths([("常用",), ("退款/退货", "进度")])
    assert fields.path.currentText() == "常用", "what stands in the field stays"
    fields.path.setEditText("退款/退货 / 进度")
    assert fields.read(script).path == ("退款/退货", "进度"), "a name with a stroke in it"
    fields.set_paths([("常用",)])
    assert fields.read(script).path == ("退款", "退货", "进度")
