import pytest

from deskhelper.core.library_script import LibraryScript, Scope, categories, in_force, next_wording, script_fault


def script(id_: str, **more: object) -> LibraryScript:
    values: dict[str, object] = {"id": id_, "title": id_, "wordings": ("您好。", "亲，在的。")}
    return LibraryScript(**{**values, **more})  # type: ignore[arg-type]


def test_own_scripts_stand_over_the_shipped_ones_they_replace() -> None:
    shipped = [script("greet"), script("thanks")]
    own = [script("a", scope=Scope.SHOP, replaces="greet"), script("b", scope=Scope.PERSONAL)]
    assert [one.id for one in in_force(shipped, own)] == ["thanks", "a", "b"]


def test_a_personal_script_stands_over_the_shops_for_the_same() -> None:
    shop = script("a", scope=Scope.SHOP, replaces="greet")
    personal = script("b", scope=Scope.PERSONAL, replaces="greet")
    assert [one.id for one in in_force([script("greet")], [shop, personal])] == ["b"]


def test_a_disabled_or_empty_script_is_out_and_takes_the_shipped_one_along() -> None:
    off = script("a", scope=Scope.SHOP, replaces="greet", is_enabled=False)
    assert in_force([script("greet")], [off, script("empty", wordings=())]) == []


def test_wordings_are_counted_round_and_slots_named_once() -> None:
    made = script("a", wordings=("{name}您好，{name}", "{time}见"))
    assert [made.wording(number) for number in range(3)] == ["{name}您好，{name}", "{time}见", "{name}您好，{name}"]
    assert made.slots == ["name", "time"]
    assert script("b", wordings=()).wording(3) == ""


def test_a_buyer_never_gets_the_same_wording_twice_in_a_row() -> None:
    assert [next_wording(3, last) for last in (None, 0, 1, 2)] == [0, 1, 2, 0]
    assert next_wording(1, 0) == 0


def test_categories_are_counted_with_all_below_and_stand_with_their_own() -> None:
    scripts = [
        script("a", path=("物流", "发货")),
        script("b", path=("发票",)),
        script("c", path=("物流",)),
        script("d", path=("物流", "签收")),
        script("e"),
    ]
    assert [(one.path, one.count) for one in categories(scripts)] == [
        (("物流",), 3),
        (("物流", "发货"), 1),
        (("物流", "签收"), 1),
        (("发票",), 1),
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "script_title"),
        ({"title": "长" * 61}, "script_title"),
        ({"code": "a b"}, "script_code"),
        ({"code": "a" * 31}, "script_code"),
        ({"wordings": ()}, "script_wording"),
        ({"wordings": ("好", " ")}, "script_wording"),
        ({"wordings": ("长" * 2001,)}, "script_wording"),
        ({"path": ("a",) * 6}, "script_path"),
        ({"path": ("a", "")}, "script_path"),
    ],
)
def test_what_cannot_be_kept_is_named(changes: dict[str, object], code: str) -> None:
    fault = script_fault(script("a", **changes))
    assert fault is not None
    assert fault.code == code
    assert script_fault(script("a")) is None
